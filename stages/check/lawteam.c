/* REF-005, team: a decision, letter or application that a team of the unit signed, which has no power of its own (Order 8, art. 14 and 16). */
#include <string.h>

#include "lawdates.h"
#include "text.h"

/* The word of the rules with which NAME ends, NULL for none. */
static const char *team_word(const Check *check, const char *name)
{
    const GPtrArray *teams = check->in->rules->cases->teams;
    for (guint i = 0; i < teams->len; i++)
        if (g_str_has_suffix(name, teams->pdata[i]))
            return teams->pdata[i];
    return NULL;
}

/* True when AGENCY (folded) is a team of UNIT, by a name with the unit's in it, and the unit itself has no such name. */
static bool is_team_of(const Check *check, const UnitRow *unit, const char *agency)
{
    const char *word = team_word(check, agency);
    bool within = false;
    for (guint i = 0; word && i <= unit->aliases->len; i++) {
        g_autofree char *name = text_fold(i == 0 ? unit->name : unit->aliases->pdata[i - 1]);
        if (g_str_has_suffix(name, word))
            return false;
        within |= name[0] != '\0' && strstr(agency, name);
    }
    return within && strstr(agency, "环");
}

void team_check(Check *check, CaseGroup *group)
{
    const Field *agency = document_value(group->speaking, "agency");
    if (!check->in->slice || !agency || agency->status != VALUE_VALID)
        return;
    g_autofree char *folded = text_fold(agency->value);
    if (!is_team_of(check, check->in->slice->unit, folded))
        return;
    Finding *finding = check_add(check, "REF-005", "team", group, group->speaking_file, agency->place);
    finding_param(finding, "doctype", group->speaking->type);
    finding_param(finding, "agency", agency->value);
    finding_param(finding, "unit-name", check->in->slice->unit->name);
}
