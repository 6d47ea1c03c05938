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

/* ---- without the tables, which tell the unit's name: by the other papers of the case ---- */

typedef struct { const Check *check; const Document *signed_by_team; const char *bureau; } BureauSearch;

static void look_bureau(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    static const char *const types[] = {"penalty-notice", "hearing-notice", "rectification-order", "penalty-decision", NULL};
    BureauSearch *search = data;
    const Field *agency = g_strv_contains(types, document->type) ? document_value(document, "agency") : NULL;
    bool other = agency && agency->status == VALUE_VALID && document != search->signed_by_team;
    if (!search->bureau && other && !team_word(search->check, agency->value) && strstr(agency->value, "环"))
        search->bureau = agency->value;
}

/* The bureau in whose name other papers of GROUP were issued, when AGENCY, which issued the speaking one, is by its name a
 * team; NULL else.  A branch may be a unit of its own, which only the tables tell. */
static const char *bureau_beside(const Check *check, const CaseGroup *group, const char *agency)
{
    BureauSearch search = {.check = check, .signed_by_team = group->speaking};
    if (team_word(check, agency) && strstr(agency, "环") && !g_str_has_suffix(agency, "分局"))
        casegroup_each_document(group, look_bureau, &search);
    return search.bureau;
}

void team_check(Check *check, CaseGroup *group)
{
    const Field *agency = document_value(group->speaking, "agency");
    if (!agency || agency->status != VALUE_VALID)
        return;
    g_autofree char *folded = text_fold(agency->value);
    const UnitRow *unit = check->in->slice ? check->in->slice->unit : NULL;
    const char *bureau = unit ? (is_team_of(check, unit, folded) ? unit->name : NULL) : bureau_beside(check, group, folded);
    if (!bureau)
        return;
    Finding *finding = check_add(check, "REF-005", "team", group, group->speaking_file, agency->place);
    finding_param(finding, "doctype", group->speaking->type);
    finding_param(finding, "agency", agency->value);
    finding_param(finding, "unit-name", bureau);
}
