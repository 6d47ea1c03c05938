/* EXT-002 and REF-002, basis: the day of the penalty on which a detention, a crime, a daily penalty or an application to the court
 * rests, as all papers of that case file tell it, against the penalty's own case file and the table.  Where the papers differ among
 * themselves that is told as such. */
#include <string.h>

#include "checks.h"
#include "text.h"

/* What the papers of a case file tell of the day of one penalty. */
typedef struct {
    const CaseGroup *group;
    const char *key;   /* its number */
    Saying first;      /* the decision itself if it is there, else the first paper that tells; field NULL: none */
    int same;          /* how many others tell the same day */
    bool several;      /* they tell several days, or of several penalties */
} Basis;

/* The number of the penalty of which DOCUMENT tells a day, and in *DAY the day; NULL for none. */
static const Field *penalty_told(const Document *document, const Field **day)
{
    const bool decision = strcmp(document->type, "penalty-decision") == 0;
    const Field *number = document_value(document, decision ? "doc-number" : "decision-number");
    *day = document_value(document, decision ? "decision-date" : "original-decision-date");
    return number && number->key && *day && (*day)->status == VALUE_VALID ? number : NULL;
}

static void look_basis(const SubFile *file, const Document *document, gpointer data)
{
    Basis *basis = data;
    const Field *day, *number = penalty_told(document, &day);
    if (!number)
        return;
    const Saying saying = {file, document, day};
    if (!basis->first.field) {
        basis->key = number->key;
        basis->first = saying;
        return;
    }
    basis->several |= strcmp(number->key, basis->key) != 0 || strcmp(day->value, basis->first.field->value) != 0;
    basis->same++;
    if (strcmp(document->type, "penalty-decision") == 0)
        basis->first = saying;
}

/* The row of that penalty, of the party of the case file. */
static const CaseRow *row_of(const Check *check, const Basis *basis)
{
    const Field *party = basis->group->party;
    for (guint i = 0; check->in->slice && party && i < check->in->slice->cases->len; i++) {
        const CaseRow *row = check->in->slice->cases->pdata[i];
        if (strcmp(row->key, basis->key) == 0 && row->kind == KIND_PENALTY && row->party &&
            (text_same(field_key(party), row->party) || text_same(party->value, row->party)))
            return row;
    }
    return NULL;
}

static void param_same(Finding *finding, const Basis *basis)
{
    if (basis->same > 0)
        param_int(finding, "same-in", basis->same);
}

/* Against the penalty's own case file; false where that tells no other day. */
static bool told_by_file(Check *check, const Basis *basis, Day day)
{
    const CaseGroup *own = g_hash_table_lookup(check->spoken, basis->key);
    if (!own || own == basis->group || own->kind != KIND_PENALTY || own->date == DAY_NONE || own->date == day ||
        !own->party || !basis->group->party || !body_is_same(own->party, basis->group->party))
        return false;
    const Saying other = {own->speaking_file, own->speaking, own->date_field};
    Finding *finding = contradiction_add_as(check, basis->group, "basis", "decision-date", &basis->first, &other);
    finding_param(finding, "elsewhere", own->name);
    finding_param(finding, "number", own->number);
    param_same(finding, basis);
    return true;
}

void basisdate_check(Check *check, CaseGroup *group)
{
    Basis basis = {.group = group};
    if (group->kind == KIND_NONE || group->kind == KIND_PENALTY)
        return;
    casegroup_each_document(group, look_basis, &basis);
    const Day day = basis.first.field && !basis.several ? day_parse_iso(basis.first.field->value) : DAY_NONE;
    if (day == DAY_NONE || told_by_file(check, &basis, day))
        return;
    const CaseRow *row = row_of(check, &basis);
    const CaseGroup *own = g_hash_table_lookup(check->spoken, basis.key);
    const bool told = own && own != group && own->date == day; /* the penalty's own file differs from the table as well */
    if (!row || row->date == day || told)
        return;
    Finding *finding = check_add(check, "REF-002", "basis", group, basis.first.file, basis.first.field->place);
    finding_param(finding, "doctype", basis.first.document->type);
    finding_param(finding, "number", row->number);
    param_day(finding, "value", day);
    param_day(finding, "table-value", row->date);
    finding_param(finding, "row", row->place);
    param_same(finding, &basis);
}
