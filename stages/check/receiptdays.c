/* EXT-002, receipt-days: a receipt of a paper handed over in person that tells two days of its service. */
#include <string.h>

#include "lawdates.h"
#include "text.h"

/* The only day that DOCUMENT tells in ID; NULL where it tells none, or two. */
static const Field *only_day(const Document *document, const char *id)
{
    const Field *only = NULL;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, id) != 0)
            continue;
        if (field->status != VALUE_VALID || (only && !text_same(only->value, field->value)))
            return NULL;
        only = field;
    }
    return only;
}

/* Sent, left behind, handed on or published: the day of that and the day on which somebody got it may differ. */
static bool is_handed_over(const Document *receipt)
{
    static const char *const other[] = {"邮", "公告", "留置", "委托", "转交", "转送", "快递"};
    for (size_t i = 0; i < G_N_ELEMENTS(other); i++)
        if (law_was_served(receipt, other[i]))
            return false;
    return !document_value(receipt, "posted-on");
}

/* That other papers contradict the receipt was told, and with it that its day is to be looked at. */
static bool is_told(const Check *check, const CaseGroup *group, const SubFile *receipt)
{
    const Finding *told;
    for (guint at = 0; (told = told_next(check, "EXT-002", group, &at));)
        if (g_strcmp0(told->variant, "service") == 0 &&
            (g_strcmp0(told->file, receipt->facts->path) == 0 || g_strcmp0(finding_value(told, "other-file"), receipt->facts->path) == 0))
            return true;
    return false;
}

/* "right", "others": the one of the two days that other papers tell, where they do not tell the other as well. */
static void param_told_elsewhere(const Check *check, const CaseGroup *group, Finding *finding, const Document *receipt)
{
    const char *days[] = {finding_value(finding, "value"), finding_value(finding, "other-value")}, *right = NULL;
    g_autoptr(GArray) sayings = g_array_new(FALSE, FALSE, sizeof(Saying));
    g_autoptr(GString) places = g_string_new(NULL);
    service_sayings(check, group, receipt, sayings);
    for (guint i = 0; i < sayings->len; i++) {
        const Saying *saying = &g_array_index(sayings, Saying, i);
        const char *day = saying->field->value;
        if (!text_same(day, days[0]) && !text_same(day, days[1]))
            continue;
        if (right && !text_same(right, day))
            return;
        right = day;
        saying_add_place(places, saying->file, saying->field->place);
    }
    if (!right)
        return;
    finding_param(finding, "right", right);
    finding_param(finding, "others", places->str);
}

static void look_receipt(const SubFile *file, const Document *receipt, gpointer data)
{
    const CaseWalk *walk = data;
    const Field *delivered = only_day(receipt, "delivered-on"), *signed_for = only_day(receipt, "signed-for-on");
    if (!delivered || !signed_for || text_same(delivered->value, signed_for->value) || !is_handed_over(receipt) ||
        is_told(walk->check, walk->group, file))
        return;
    Finding *finding = check_add(walk->check, "EXT-002", "receipt-days", walk->group, file, delivered->place);
    finding_param(finding, "value", delivered->value);
    finding_param(finding, "other-value", signed_for->value);
    finding_param(finding, "other-place", signed_for->place);
    param_told_elsewhere(walk->check, walk->group, finding, receipt);
}

void receiptdays_check(Check *check, CaseGroup *group)
{
    casegroup_each_of(group, "service-receipt", look_receipt, &(CaseWalk){check, group});
}
