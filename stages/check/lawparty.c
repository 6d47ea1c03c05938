/* Who a party is: a person, or a shop or works that a sole trader runs.  LAW-016, operator: a decision on a sole trader
 * (个体工商户) under the name of the shop alone, and nobody who runs it (Order 8, art. 54). */
#include <string.h>

#include "lawdates.h"
#include "text.h"

bool party_is_person(const char *party)
{
    enum { NAME_CHARS_MIN = 2, NAME_CHARS_MAX = 3, LONG_NAME_CHARS = 4 };
    static const char *const bodies[] = {"厂", "店", "场", "矿", "站", "行", "馆", "坊", "部", "所", "院", "社", "局", "窑",
                                         "铺", "吧", "园", "楼", "公司", "集团", NULL},
                             *const long_families[] = {"欧阳", "上官", "司马", "诸葛"};
    glong chars = g_utf8_strlen(party, -1);
    bool is_long = false;
    for (size_t i = 0; chars == LONG_NAME_CHARS && i < G_N_ELEMENTS(long_families); i++)
        is_long |= g_str_has_prefix(party, long_families[i]);
    return ((chars >= NAME_CHARS_MIN && chars <= NAME_CHARS_MAX) || is_long) && !text_has_any(party, bodies);
}

static bool names_operator(const Document *decision)
{
    static const char *const fields[] = {"legal-rep", "operator-told"};
    bool named = false;
    for (size_t i = 0; i < G_N_ELEMENTS(fields); i++)
        named |= document_value(decision, fields[i]) != NULL;
    for (guint i = 0; i < decision->fields->len; i++) {
        const Field *field = decision->fields->pdata[i];
        named |= strcmp(field->id, "party") == 0 && party_is_person(field->value);
    }
    return named;
}

typedef struct { Check *check; const CaseGroup *group; } Decisions;

static void look_decision(const SubFile *file, const Document *document, gpointer data)
{
    const Decisions *decisions = data;
    const Field *trader = document_value(document, "sole-trader"), *party = document_value(document, "party");
    if (!trader || !party || names_operator(document))
        return;
    Finding *finding = check_add(decisions->check, "LAW-016", "operator", decisions->group, file, party->place);
    finding_param(finding, "doctype", document->type);
    finding_param(finding, "party", party->value);
    param_quote(finding, "quote", field_quote(trader));
}

void operator_check(Check *check, CaseGroup *group)
{
    casegroup_each_of(group, "penalty-decision daily-decision", look_decision, &(Decisions){check, group});
}
