/* SET-005, photographs: photographs that a decision or the record of an inspection names as evidence, and the file has no picture that may
 * be one: told only where each of its files is known to be another paper, and no catalogue lists them (SET-012).  A candidate's case file
 * is to show the candidate's part, and its photographs may lie in that of the unit. */
#include <string.h>

#include "lawdates.h"
#include "text.h"

static const char *const photograph_words[] = {"照", "影像", "图片", "录像", "视频", NULL};

enum { PAGES_OF_PAPER = 3 }; /* the scan of a paper with more of them may have photographs behind it */

/* Whether the name of a scan says that it is of one other thing alone: a licence or a card, or a paper of a kind that is known. */
static bool is_called_otherwise(const SubFile *file)
{
    static const char *const copies[] = {"身份证", "营业执照", "委托", "代码证", "采样记录", "登记单", "示意图", "勘察图", "封面", "备考表", NULL},
                      *const joins[] = {"等", "及", "和", "与", "、", "附", "材料", "证据", "卷", NULL};
    const char *named = file->facts->named_type;
    const bool paper = named && strcmp(named, "evidence") != 0 && strcmp(named, "other") != 0;
    return (paper || text_has_any(file->base, copies)) && !text_has_any(file->base, joins);
}

/* Whether FILE may hold a photograph, as a scan, behind one, or in its text. */
static bool may_hold_photograph(const SubFile *file)
{
    const FileFacts *facts = file->facts;
    if (strstr(facts->path, "照片") || text_has_any(file->base, photograph_words))
        return strstr(file->base, "执照") == NULL;
    if (facts->documents->len == 0)
        return !is_called_otherwise(file) || !file->scan || file->scan->pages > PAGES_OF_PAPER || file->scan->pages == 0;
    for (guint i = 0; i < facts->documents->len; i++) {
        const Document *document = facts->documents->pdata[i];
        if (document_value(document, "pictured") || (document->title && text_has_any(document->title, photograph_words)))
            return true;
    }
    return false;
}

/* Whether FILE, outside the case files, is called a photograph. */
static bool is_photograph_elsewhere(const SubFile *file)
{
    return !file->group && !file->person && file->facts->documents->len == 0 && strstr(file->facts->path, "照片");
}

static bool has_photographs(const Check *check, const CaseGroup *group)
{
    for (guint i = 0; i < group->files->len; i++)
        if (may_hold_photograph(group->files->pdata[i]))
            return true;
    for (guint i = 0; i < check->submission->files->len; i++)
        if (is_photograph_elsewhere(check->submission->files->pdata[i]))
            return true;
    return group_lost_any(check, group);
}

/* The paper that names photographs: the one that speaks, else the first record of an inspection; and whether a catalogue lists them. */
typedef struct { const CaseGroup *group; Saying cited; bool catalogued; } Search;

static void look_cited(const SubFile *file, const Document *document, gpointer data)
{
    Search *search = data;
    const bool speaks = document == search->group->speaking;
    const Field *cited = speaks || strcmp(document->type, "inspection-record") == 0 ? document_value(document, "photos-listed") : NULL;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        search->catalogued |= strcmp(field->id, "catalogued") == 0 && strcmp(document->type, "transfer-list") != 0 &&
                              strstr(field->value, "照片");
    }
    if (cited && (speaks || !search->cited.field))
        search->cited = (Saying){file, document, cited};
}

void photographs_check(Check *check, const CaseGroup *group)
{
    Search search = {.group = group};
    if (group->person || (group->kind != KIND_PENALTY && group->kind != KIND_DAILY) || !group->speaking)
        return;
    casegroup_each_document(group, look_cited, &search);
    const Saying *cited = &search.cited;
    if (!cited->field || search.catalogued || has_photographs(check, group))
        return;
    Finding *finding = check_add(check, "SET-005", "photographs", group, cited->file, cited->field->place);
    finding_param(finding, "doctype", cited->document->type);
    param_quote(finding, "quote", cited->field->value);
}
