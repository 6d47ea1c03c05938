/* EXT-002, unlisted: the monitoring report in a file that was transferred, and no such paper on the list of what was
 * handed over. */
#include <string.h>

#include "checks.h"
#include "text.h"

typedef struct {
    const SubFile *file;
    const Document *list;
    int count;      /* of what is listed, in all lists */
    bool covered;   /* by a report on samples, or by evidence, files and papers as a whole */
} Lists;

static void look_list(const SubFile *file, const Document *document, gpointer data)
{
    static const char *const covering[] = {"监测", "检测", "检验", "化验", "鉴定", "数据", "证据", "卷", "材料", "全部", NULL};
    Lists *lists = data;
    lists->file = file;
    lists->list = document;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, "listed") != 0)
            continue;
        lists->count++;
        lists->covered |= text_has_any(field->value, covering);
    }
}

/* A list of which hardly anything was read is not judged. */
void transferlist_check(Check *check, CaseGroup *group)
{
    enum { LISTED_MIN = 3 };
    const SubFile *file = NULL;
    const Document *report = casegroup_document(group, "monitoring-report", &file);
    Lists lists = {0};
    if (!report || (group->kind != KIND_CRIME && group->kind != KIND_DETENTION))
        return;
    casegroup_each_of(group, "transfer-list", look_list, &lists);
    if (!lists.list || lists.count < LISTED_MIN || lists.covered)
        return;
    Finding *finding = check_add(check, "EXT-002", "unlisted", group, lists.file, lists.list->first);
    finding_param(finding, "doctype", lists.list->type);
    finding_param(finding, "other-doctype", report->type);
    finding_param(finding, "other-file", file->facts->path);
}
