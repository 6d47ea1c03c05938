/* Whom a transfer names beside the party: of a firm that broke the law those are detained who are responsible for it
 * (Environmental Protection Law, art. 63), and a form has a row for each. */
#include <string.h>

#include "loading.h"
#include "reading.h"

static bool fits(const Gather *gather, const char *pattern, const char *text)
{
    const NamedPattern *rule = extractrules_named(gather->reading->rules, pattern);
    g_autofree char *squeezed = matchtext_squeeze(text);
    return rule && matcher_find(gather->reading->matcher, rule->pattern, squeezed, strlen(squeezed), 0);
}

/* The firm that another label names as the party; borrowed, NULL for none. */
static const char *firm_of_labels(const Gather *gather)
{
    for (guint i = 0; i < gather->found->len; i++) {
        const Candidate *one = g_ptr_array_index(gather->found, i);
        const Field *field = one->field;
        bool labelled = g_str_has_prefix(field->rule, "label:") &&
                        (one->rank == RANK_USUAL || g_str_has_prefix(field->rule, "label:企业"));
        if (strcmp(field->id, "party") == 0 && labelled && !fits(gather, "involved-label", field->rule) &&
            !fits(gather, "involved-people", field->value))
            return field->value;
    }
    return NULL;
}

static bool cause_names_company(const Gather *gather)
{
    for (guint i = 0; i < gather->found->len; i++) {
        const Field *field = ((const Candidate *)g_ptr_array_index(gather->found, i))->field;
        if (strcmp(field->id, "cause") == 0 && fits(gather, "cause-of-company", field->value))
            return true;
    }
    return false;
}

void gather_drop_involved(Gather *gather)
{
    static const char *const transfers[] = {"transfer-approval", "detention-transfer", "crime-transfer", NULL};
    if (!g_strv_contains(transfers, gather->document->type))
        return;
    const char *firm = firm_of_labels(gather);
    bool known = firm || cause_names_company(gather);
    for (guint i = gather->found->len; known && i-- > 0;) {
        const Field *field = ((const Candidate *)g_ptr_array_index(gather->found, i))->field;
        if (strcmp(field->id, "party") != 0 || !fits(gather, "involved-label", field->rule))
            continue;
        bool of_firm = firm && g_str_has_prefix(field->value, firm) && strlen(field->value) > strlen(firm);
        if (of_firm || fits(gather, "involved-people", field->value))
            g_ptr_array_remove_index(gather->found, i);
    }
}
