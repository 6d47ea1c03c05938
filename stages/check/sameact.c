/* SET-007, same-act: two penalties of one party for one act (Administrative Penalties Law 1996, art. 24): the decisions have the same
 * party, day of inspection, facts and provisions, word for word, and two numbers. */
#include <string.h>

#include "checks.h"
#include "text.h"

/* The only value of ID in DOCUMENT; NULL when there is none or there are several. */
static const Field *only_value(const Document *document, const char *id)
{
    const Field *only = NULL;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, id) != 0)
            continue;
        if (only && strcmp(only->value, field->value) != 0)
            return NULL;
        only = field;
    }
    return only;
}

/* Facts of a few words are those of any case: 排放废水. */
enum { FACTS_CHARS_MIN = 20 };

/* What the act is, and whose: equal for two decisions on one act.  NULL where GROUP is no penalty or does not tell it
 * all.  Caller frees. */
static char *act_of(const CaseGroup *group)
{
    static const char *const ids[] = {"inspection-dates", "facts", "laws-violated"};
    if (group->kind != KIND_PENALTY || !group->speaking || !group->fine || !group->key || !group->party)
        return NULL;
    g_autoptr(GString) act = g_string_new(NULL);
    g_autofree char *party = text_fold(field_key(group->party));
    g_string_append(act, party);
    for (size_t i = 0; i < G_N_ELEMENTS(ids); i++) {
        const Field *field = only_value(group->speaking, ids[i]);
        if (!field || field->status != VALUE_VALID ||
            (strcmp(ids[i], "facts") == 0 && text_count_printed(field->value) < FACTS_CHARS_MIN))
            return NULL;
        g_autofree char *value = text_fold(field->value);
        g_string_append_printf(act, "\n%s", value);
    }
    return g_string_free(g_steal_pointer(&act), FALSE);
}

static void tell(Check *check, const CaseGroup *group, const CaseGroup *other)
{
    const Field *facts = only_value(group->speaking, "facts");
    Finding *finding = check_add(check, "SET-007", "same-act", group, group->speaking_file, facts->place);
    finding_param(finding, "number", group->number);
    finding_param(finding, "other-casefile", other->name);
    finding_param(finding, "other-number", other->number);
    finding_param(finding, "other-file", other->speaking_file->facts->path);
    finding_param(finding, "day", only_value(group->speaking, "inspection-dates")->value);
}

/* Each case once, against the first of the act; one number twice is SET-007 itself. */
void sameact_check(Check *check)
{
    g_autoptr(GHashTable) first = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    const GPtrArray *groups = check->submission->groups;
    for (guint i = 0; i < groups->len; i++) {
        const CaseGroup *group = groups->pdata[i];
        g_autofree char *act = act_of(group);
        const CaseGroup *other = act ? g_hash_table_lookup(first, act) : NULL;
        if (!act)
            continue;
        if (!other)
            g_hash_table_insert(first, g_steal_pointer(&act), (gpointer)group);
        else if (strcmp(other->key, group->key) != 0)
            tell(check, group, other);
    }
}
