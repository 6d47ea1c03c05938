/* LAW-024: a fine within a range of which no paper says what weighed for or against the party (Order 8, art. 6 and 54),
 * one sum for acts of two kinds, and a first offence that was none.  What was weighed may be told in any words: only where none of a long list of them
 * stands anywhere is it asked for. */
#include <string.h>

#include "lawdates.h"
#include "text.h"

/* The papers in which the bureau says how it came to its fine. */
static const char *const weighing[] = {"investigation-report", "discussion-record", "penalty-notice", "hearing-record",
                                       NULL};

typedef struct {
    bool weighed;
    const SubFile *file; /* of the report or discussion to be named: one that says there is nothing, else the first */
    const Document *document;
    const Field *none; /* where it says so */
} Weighing;

static void look_weighing(const SubFile *file, const Document *document, gpointer data)
{
    Weighing *found = data;
    if (!g_strv_contains(weighing, document->type))
        return;
    bool reports = strcmp(document->type, weighing[0]) == 0 || strcmp(document->type, weighing[1]) == 0;
    const Field *none = document_value(document, "discretion-none");
    found->weighed |= !none && document_value(document, "discretion") != NULL;
    if (!reports || (found->document && (found->none || !none)))
        return;
    found->file = file;
    found->document = document;
    found->none = none;
}

/* The lowest fine of the range asks for no reasons. */
static bool is_least(const Penalty *penalty)
{
    const GPtrArray *fields = penalty->decision->fields;
    for (guint i = 0; i < fields->len; i++) {
        const Field *field = fields->pdata[i];
        if (strcmp(field->id, "fine-least-yuan") == 0 && strcmp(field->value, penalty->fine->value) == 0)
            return true;
    }
    return false;
}

/* Without a report or a discussion that can be read nothing is known of what was weighed. */
static void check_discretion(Check *check, const CaseGroup *group)
{
    const Penalty penalty = law_own_penalty(group);
    Weighing found = {0};
    if (!penalty.decision || !penalty.fine || document_value(penalty.decision, "discretion"))
        return;
    casegroup_each_document(group, look_weighing, &found);
    const Field *range = document_value(penalty.decision, "fine-range");
    if (found.weighed || !found.document || (!range && !found.none) || is_least(&penalty))
        return;
    const char *place = range ? range->place : penalty.fine->place;
    Finding *finding = check_add(check, "LAW-024", NULL, group, penalty.file, place);
    finding_param(finding, "doctype", penalty.decision->type);
    finding_param(finding, "fine", penalty.fine->value);
    param_quote(finding, "quote", range ? range->value : NULL);
    finding_param(finding, "other-doctype", found.document->type);
    finding_param(finding, "other-file", found.file->facts->path);
    param_quote(finding, "other-quote", found.none ? found.none->value : NULL);
    finding_param(finding, "other-place", found.none ? found.none->place : NULL);
}

/* ---- the first offence that is none ---- */

static void look_punished(const SubFile *file, const Document *record, gpointer data)
{
    Saying *punished = data;
    const Field *told = document_value(record, "punished-before");
    if (told && !punished->field)
        *punished = (Saying){file, record, told};
}

static void check_first(Check *check, const CaseGroup *group)
{
    const Penalty penalty = law_own_penalty(group);
    const Field *first = penalty.decision ? document_value(penalty.decision, "first-offence") : NULL;
    Saying punished = {0};
    if (first)
        casegroup_each_having(group, "punished-before", look_punished, &punished);
    if (!punished.field)
        return;
    Finding *finding = check_add(check, "LAW-024", "first", group, penalty.file, first->place);
    finding_param(finding, "doctype", penalty.decision->type);
    param_quote(finding, "quote", first->value);
    finding_param(finding, "other-doctype", punished.document->type);
    finding_param(finding, "other-file", punished.file->facts->path);
    finding_param(finding, "other-place", punished.field->place);
    param_quote(finding, "other-quote", punished.field->value);
}

/* ---- one sum for two acts ---- */

static const SubjectRule *subject_of(const GPtrArray *subjects, const char *value)
{
    g_auto(GStrv) parts = g_strsplit(value, "|", 3);
    for (guint i = 0; g_strv_length(parts) == 3 && i < subjects->len; i++) {
        const SubjectRule *rule = subjects->pdata[i];
        if (strcmp(rule->law, parts[0]) == 0 && (!rule->articles || word_in_list(rule->articles, ' ', parts[1])))
            return rule;
    }
    return NULL;
}

/* The kinds of acts of which the provisions that DECISION cites as ID are, each with the law of the first of them;
 * borrowed. */
static GHashTable *subjects_cited(const Check *check, const Document *decision, const char *id)
{
    GHashTable *cited = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < decision->fields->len; i++) {
        const Field *field = decision->fields->pdata[i];
        bool cites = strcmp(field->id, id) == 0 && field->status == VALUE_VALID;
        const SubjectRule *rule = cites ? subject_of(check->in->rules->cases->subjects, field->value) : NULL;
        if (rule && !g_hash_table_contains(cited, rule->about))
            g_hash_table_insert(cited, rule->about, rule->law);
    }
    return cited;
}

/* The only amount that the decision names is the fine. */
static bool is_only_sum(const Penalty *penalty)
{
    int amounts = 0;
    bool same = true;
    for (guint i = 0; i < penalty->decision->fields->len; i++) {
        const Field *field = penalty->decision->fields->pdata[i];
        if (strcmp(field->id, "amount-named") != 0)
            continue;
        amounts++;
        same &= strcmp(field->value, penalty->fine->value) == 0;
    }
    return amounts > 0 && same && !document_value(penalty->decision, "fined-apart");
}

/* Acts of two kinds were found and punished.  One act may break two laws as well: that is told as apparent. */
static void check_one_sum(Check *check, const CaseGroup *group)
{
    const Penalty penalty = law_own_penalty(group);
    if (!penalty.decision || !penalty.fine || !is_only_sum(&penalty))
        return;
    g_autoptr(GHashTable) violated = subjects_cited(check, penalty.decision, "laws-violated"),
                          basis = subjects_cited(check, penalty.decision, "laws-basis");
    g_autoptr(GString) laws = g_string_new(NULL);
    int kinds = 0;
    for (guint i = 0; i < check->in->rules->cases->subjects->len; i++) {
        const SubjectRule *rule = check->in->rules->cases->subjects->pdata[i];
        bool punished = g_hash_table_contains(violated, rule->about) &&
                        g_hash_table_lookup(basis, rule->about) == rule->law;
        if (!punished || strstr(laws->str, rule->law))
            continue;
        g_string_append_printf(laws, "%s《%s》", laws->len > 0 ? "\n" : "", rule->law);
        kinds++;
    }
    if (kinds < 2)
        return;
    Finding *finding = check_add(check, "LAW-024", "one-sum", group, penalty.fine_file, penalty.fine->place);
    finding_param(finding, "doctype", penalty.decision->type);
    finding_param(finding, "laws", laws->str);
    param_quote(finding, "quote", penalty.fine->quote);
}

void reasons_check(Check *check, CaseGroup *group)
{
    check_discretion(check, group);
    check_first(check, group);
    check_one_sum(check, group);
}
