/* LAW-011, report: an investigation report that names one officer alone as the one who investigated, while the records name
 * others. */
#include <string.h>

#include "lawdates.h"
#include "text.h"

/* Who acted by the records of the file, and by any paper but the report: folded name → name, borrowed. */
typedef struct { Check *check; const CaseGroup *group; GHashTable *recorded, *anywhere; } LoneWalk;

static void note_people(GHashTable *people, const Document *document)
{
    for (guint i = 0; i < document->investigators->len; i++) {
        const Investigator *person = document->investigators->pdata[i];
        if (!person->recorder)
            g_hash_table_insert(people, text_fold(person->name), person->name);
    }
}

static void look_others(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    static const char *const records[] = {"inspection-record", "interview-record", NULL};
    LoneWalk *walk = data;
    if (g_strv_contains(records, document->type))
        note_people(walk->recorded, document);
    if (strcmp(document->type, "investigation-report") != 0)
        note_people(walk->anywhere, document);
}

/* The only officer whom REPORT names; NULL where it names several in whatever way, or where the one stands in its account alone
 * and no other paper knows the name. */
static const Field *only_officer(const LoneWalk *walk, const Document *report)
{
    const Field *lone = NULL;
    bool certain = false;
    for (guint i = 0; i < report->fields->len; i++) {
        const Field *field = report->fields->pdata[i];
        if (strcmp(field->id, "lone-officer") != 0)
            continue;
        if (lone && !text_same(lone->value, field->value))
            return NULL;
        g_autofree char *folded = text_fold(field->value);
        certain |= g_strcmp0(field->rule, "lone-officer-told") != 0 || g_hash_table_contains(walk->anywhere, folded);
        lone = lone ? lone : field;
    }
    for (guint i = 0; lone && i < report->investigators->len; i++)
        if (!text_same(((const Investigator *)report->investigators->pdata[i])->name, lone->value))
            return NULL;
    return certain ? lone : NULL;
}

static int compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Those who by the records acted besides NAME, as a list; "" for nobody.  Caller frees. */
static char *others_recorded(const LoneWalk *walk, const char *name)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    g_autoptr(GString) text = g_string_new(NULL);
    GHashTableIter iter;
    gpointer each;
    g_hash_table_iter_init(&iter, walk->recorded);
    while (g_hash_table_iter_next(&iter, NULL, &each))
        if (!text_same(each, name))
            g_ptr_array_add(names, each);
    g_ptr_array_sort(names, compare_names);
    for (guint i = 0; i < names->len; i++)
        text_add_line(text, names->pdata[i]);
    return g_string_free(g_steal_pointer(&text), FALSE);
}

/* Where nobody else is recorded either, the whole file is told to name too few. */
static void look_report(const SubFile *file, const Document *report, gpointer data)
{
    const LoneWalk *walk = data;
    const Field *lone = only_officer(walk, report);
    g_autofree char *others = lone ? others_recorded(walk, lone->value) : NULL;
    if (!lone || *others == '\0')
        return;
    Finding *finding = check_add(walk->check, "LAW-011", "report", walk->group, file, lone->place);
    finding_param(finding, "doctype", report->type);
    finding_param(finding, "names", lone->value);
    finding_param(finding, "others", others);
    param_quote_around(finding, "quote", field_quote(lone), lone->value);
    param_int(finding, "minimum", law_limit(walk->check, "investigators")->amount);
}

void lone_officer_check(Check *check, const CaseGroup *group)
{
    g_autoptr(GHashTable) recorded = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                          anywhere = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    LoneWalk walk = {check, group, recorded, anywhere};
    casegroup_each_document(group, look_others, &walk);
    casegroup_each_of(group, "investigation-report", look_report, &walk);
}
