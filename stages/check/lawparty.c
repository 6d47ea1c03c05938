/* Who a party is: a person, or a shop or works that a sole trader runs.  LAW-016, operator: a decision on a sole trader
 * (个体工商户) under the name of the shop alone, and nobody who runs it (Order 8, art. 54); subject: a part of a firm that is
 * none by itself (Administrative Penalties Law, art. 3); no-person: a firm handed over for detention. */
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

static void look_decision(const SubFile *file, const Document *document, gpointer data)
{
    const CaseWalk *decisions = data;
    const Field *trader = document_value(document, "sole-trader"), *party = document_value(document, "party");
    if (!trader || !party || names_operator(document))
        return;
    Finding *finding = check_add(decisions->check, "LAW-016", "operator", decisions->group, file, party->place);
    finding_param(finding, "doctype", document->type);
    finding_param(finding, "party", party->value);
    param_quote(finding, "quote", field_quote(trader));
}

/* A workshop or an office of a firm, by a name that tells whose part it is.  Branches, shops and works of a firm may have a
 * licence of their own, and 车间 alone may be the name of a trader. */
static bool is_part_of_firm(const char *party)
{
    static const char *const parts[] = {"车间", "工段", "班组", "项目部", "项目经理部", "工程指挥部", "指挥部"};
    const char *firm = g_strrstr(party, "公司");
    bool is_part = false;
    for (size_t i = 0; firm && i < G_N_ELEMENTS(parts); i++)
        is_part |= g_str_has_suffix(firm + strlen("公司"), parts[i]);
    return is_part;
}

static void look_subject(const SubFile *file, const Document *document, gpointer data)
{
    const CaseWalk *decisions = data;
    const Field *party = document_value(document, "party");
    guint at = 0;
    for (const Finding *told; (told = told_next(decisions->check, "LAW-016", decisions->group, &at));)
        if (g_strcmp0(told->variant, "subject") == 0)
            return;
    if (!party || party->status != VALUE_VALID || !is_part_of_firm(party->value))
        return;
    Finding *finding = check_add(decisions->check, "LAW-016", "subject", decisions->group, file, party->place);
    finding_param(finding, "doctype", document->type);
    finding_param(finding, "party", party->value);
}

/* The letter hands over the firm itself, and speaks of nobody who answers for the act (environmental law, art. 63). */
static void look_handed(const SubFile *file, const Document *document, gpointer data)
{
    const CaseWalk *decisions = data;
    const Field *body = document_value(document, "handed-body"), *party = document_value(document, "party");
    if (!body || document_value(document, "handed-person") || (party && party_is_person(party->value)))
        return;
    Finding *finding = check_add(decisions->check, "LAW-016", "no-person", decisions->group, file, body->place);
    finding_param(finding, "doctype", document->type);
    finding_param(finding, "party", body->value);
}

void subject_check(Check *check, CaseGroup *group)
{
    CaseWalk decisions = {check, group};
    casegroup_each_of(group, "penalty-decision daily-decision seizure-decision restriction-decision", look_subject,
                      &decisions);
    casegroup_each_of(group, "detention-transfer", look_handed, &decisions);
}

void operator_check(Check *check, CaseGroup *group)
{
    casegroup_each_of(group, "penalty-decision daily-decision", look_decision, &(CaseWalk){check, group});
}
