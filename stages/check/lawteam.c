/* REF-005, team: a decision, notice, order, letter or application that a team of the unit signed, which has no power of its own and acts,
 * where it is entrusted, in the name of the unit (Order 8, art. 14 and 16). */
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
    BureauSearch *search = data;
    const Field *agency = type_is_own(document->type) ? document_value(document, "agency") : NULL;
    bool other = agency && agency->status == VALUE_VALID && document != search->signed_by_team;
    if (!search->bureau && other && !team_word(search->check, agency->value) && strstr(agency->value, "环"))
        search->bureau = agency->value;
}

/* The bureau in whose name other papers of GROUP were issued, when AGENCY, which issued DOCUMENT, is by its name a
 * team; NULL else.  A branch may be a unit of its own, which only the tables tell. */
static const char *bureau_beside(const Check *check, const CaseGroup *group, const Document *document, const char *agency)
{
    BureauSearch search = {.check = check, .signed_by_team = document};
    if (team_word(check, agency) && strstr(agency, "环") && !g_str_has_suffix(agency, "分局"))
        casegroup_each_document(group, look_bureau, &search);
    return search.bureau;
}

/* ---- the papers of a case file ---- */

/* The bureau of whose team DOCUMENT is; NULL when it is none's. */
static const char *bureau_of(const Check *check, const CaseGroup *group, const Document *document)
{
    const Field *agency = document_value(document, "agency");
    if (!agency || agency->status != VALUE_VALID)
        return NULL;
    g_autofree char *folded = text_fold(agency->value);
    const UnitRow *unit = check->in->slice ? check->in->slice->unit : NULL;
    return !unit ? bureau_beside(check, group, document, folded) : is_team_of(check, unit, folded) ? unit->name : NULL;
}

/* The first paper that a team signed, the decision before all else, and the places of the others. */
typedef struct { CaseWalk papers; Saying first; const char *bureau; GString *others; } TeamSearch;

/* What is headed by another than signs it is told by that (heading). */
static void look_signed(const SubFile *file, const Document *document, gpointer data)
{
    TeamSearch *search = data;
    const CaseWalk *papers = &search->papers;
    const Field *heading = document_value(document, "heading-agency"), *agency = document_value(document, "agency");
    const bool own = type_is_own(document->type) && document != papers->group->speaking,
               team = agency && (!heading || team_word(papers->check, heading->value));
    const char *bureau = own && team ? bureau_of(papers->check, papers->group, document) : NULL;
    if (!bureau)
        return;
    if (search->first.field) {
        saying_add_place(search->others, file, agency->place);
        return;
    }
    search->first = (Saying){file, document, agency};
    search->bureau = bureau;
}

void team_check(Check *check, CaseGroup *group)
{
    g_autoptr(GString) others = g_string_new(NULL);
    TeamSearch search = {.papers = {check, group}, .others = others};
    const char *bureau = group->speaking ? bureau_of(check, group, group->speaking) : NULL;
    if (bureau) {
        search.first = (Saying){group->speaking_file, group->speaking, document_value(group->speaking, "agency")};
        search.bureau = bureau;
    }
    casegroup_each_document(group, look_signed, &search);
    if (!search.bureau)
        return;
    Finding *finding = check_add(check, "REF-005", "team", group, search.first.file, search.first.field->place);
    finding_param(finding, "doctype", search.first.document->type);
    finding_param(finding, "agency", search.first.field->value);
    finding_param(finding, "unit-name", search.bureau);
    finding_param(finding, "others", others->len > 0 ? others->str : NULL);
}
