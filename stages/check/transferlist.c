/* EXT-002, unlisted and items: the monitoring report in a file that was transferred, and no such paper on the list of what was
 * handed over; a letter of transfer with which more or fewer papers go than that list counts. */
#include <string.h>

#include "cataloguerows.h"
#include "checks.h"
#include "cndate.h"
#include "lawdates.h"
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

/* ---- how many papers ---- */

/* How many papers FIELD tells of: 9项; *MEASURE is 项.  -1 for none. */
static int items_of(const Field *field, const char **measure)
{
    g_autofree char *folded = text_fold(field->value);
    const char *end = folded;
    const int count = cndate_number(folded, &end);
    *measure = field->value + strlen(field->value) - strlen(end);
    return count;
}

/* Whether LETTER tells as many as LIST, or one more where it may count the list itself; of other measures (项, 份) nothing is known. */
static bool agree(const Field *letter, const Field *list)
{
    const char *of_letter, *of_list;
    const int sent = items_of(letter, &of_letter), listed = items_of(list, &of_list);
    const bool itself = strstr(field_quote(letter), "清单") || strstr(field_quote(letter), "目录");
    return sent < 0 || listed < 0 || strcmp(of_letter, of_list) != 0 || sent == listed || (itself && sent == listed + 1);
}

static void look_items(const SubFile *file, const Document *document, gpointer data)
{
    Saying *list = data;
    for (guint i = 0; i < document->fields->len; i++)
        if (strcmp(((const Field *)document->fields->pdata[i])->id, "items-listed") == 0)
            *list = (Saying){file, document, document->fields->pdata[i]};
}

/* Only where there is one list, with one total. */
static void check_items(Check *check, const CaseGroup *group)
{
    const Field *sent = group->speaking ? document_value(group->speaking, "items-annexed") : NULL;
    Saying list = {0};
    if (!sent || casegroup_count(group, "transfer-list") != 1 || law_has_unread(group, "transfer-list"))
        return;
    casegroup_each_of(group, "transfer-list", look_items, &list);
    if (!list.field || agree(sent, list.field) || document_value(list.document, "items-listed") != list.field)
        return;
    const Saying letter = {group->speaking_file, group->speaking, sent};
    contradiction_add_as(check, group, "items", "items-annexed", &letter, &list);
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
    check_items(check, group);
}
