/* EXT-002, unlisted: the monitoring report in a file that was transferred, and no such paper on the list of what was handed
 * over. */
#include <string.h>

#include "cataloguerows.h"
#include "checks.h"
#include "text.h"

typedef struct {
    const SubFile *file;
    const Document *list;
    GHashTable *names; /* set of the titles of the reports and of the names of their files, as catalogue_core */
    int count;         /* of what is listed, in all lists */
    bool covered;      /* by a report on samples, by its own name, or by evidence, files and papers as a whole */
} Lists;

/* 06危险废物认定意见（复印件） and 《危险废物认定意见》 are one name.  Caller frees. */
static char *bare_name(const char *name)
{
    g_autofree char *full = catalogue_name(name), *core = catalogue_core(full);
    g_autoptr(GString) bare = g_string_new(core);
    g_string_replace(bare, "《", "", 0);
    g_string_replace(bare, "》", "", 0);
    return g_strdup(bare->str);
}

static void note_report(const SubFile *file, const Document *document, gpointer data)
{
    Lists *lists = data;
    const char *dot = strrchr(file->base, '.');
    g_autofree char *stem = g_strndup(file->base, dot ? (gsize)(dot - file->base) : strlen(file->base));
    g_hash_table_add(lists->names, bare_name(stem));
    if (document->title)
        g_hash_table_add(lists->names, bare_name(document->title));
}

/* Whether a row of the list in DOCUMENT names a paper that is a report on samples by its kind, as an opinion on waste. */
static bool lists_a_report(const Document *document)
{
    g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func(cataloguerow_free);
    catalogue_rows(document, rows);
    for (guint i = 0; i < rows->len; i++)
        if (g_strv_contains((const char *const *)((const CatalogueRow *)rows->pdata[i])->types, "monitoring-report"))
            return true;
    return false;
}

static void look_list(const SubFile *file, const Document *document, gpointer data)
{
    static const char *const covering[] = {"监测", "检测", "检验", "化验", "鉴定", "数据", "证据", "卷", "材料", "全部", NULL};
    Lists *lists = data;
    lists->file = file;
    lists->list = document;
    lists->covered |= lists_a_report(document);
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, "listed") != 0)
            continue;
        g_autofree char *name = bare_name(field->value);
        lists->count++;
        lists->covered |= text_has_any(field->value, covering) || (*name && g_hash_table_contains(lists->names, name));
    }
}

/* A list of which hardly anything was read is not judged. */
static void check_report(Check *check, const CaseGroup *group)
{
    enum { LISTED_MIN = 3 };
    const SubFile *file = NULL;
    const Document *report = casegroup_document(group, "monitoring-report", &file);
    g_autoptr(GHashTable) names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Lists lists = {.names = names};
    if (!report)
        return;
    casegroup_each_of(group, "monitoring-report", note_report, &lists);
    casegroup_each_of(group, "transfer-list", look_list, &lists);
    if (!lists.list || lists.count < LISTED_MIN || lists.covered)
        return;
    Finding *finding = check_add(check, "EXT-002", "unlisted", group, lists.file, lists.list->first);
    finding_param(finding, "doctype", lists.list->type);
    finding_param(finding, "other-doctype", report->type);
    finding_param(finding, "other-file", file->facts->path);
}

void transferlist_check(Check *check, CaseGroup *group)
{
    if (group->kind != KIND_CRIME && group->kind != KIND_DETENTION)
        return;
    check_report(check, group);
    transferitems_check(check, group);
}
