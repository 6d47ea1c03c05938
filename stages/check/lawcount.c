/* LAW-006 and 007: what a daily penalty counts: its first and last day, its days and its total. */
#include <string.h>

#include "lawdates.h"
#include "money.h"
#include "text.h"

enum { NUMBER_MAX = 1000000 };

static bool own_number(const CaseGroup *group, const char *field, int64_t *value)
{
    const Field *found = document_value(group->speaking, field);
    if (!found || found->status != VALUE_VALID)
        return false;
    return text_integer(found->value, value) && *value >= 0 && *value <= NUMBER_MAX;
}

static Finding *add_days(Check *check, const CaseGroup *group, const char *variant, const char *at, Day from)
{
    const Field *field = document_value(group->speaking, at);
    Finding *finding = check_add(check, "LAW-006", variant, group, group->speaking_file, field->place);
    param_near(finding, field);
    param_day(finding, "from", from);
    return finding;
}

/* "stated": the decision's own day of service where it differs from SERVED and makes FIRST right: then it is not known
 * yet what is wrong. */
static void param_stated_service(Finding *finding, const CaseGroup *group, Day served, Day first)
{
    Dated stated = dated_own(group, "order-service-date");
    if (stated.day != DAY_NONE && stated.day != served && stated.day + 1 == first)
        param_day(finding, "stated", stated.day);
}

/* True when the decision says DAY of FIELD; it may say another as well: it may name several rechecks, and two first or last days
 * are EXT-002. */
static bool says_day(const CaseGroup *group, const char *id, Day day)
{
    for (guint i = 0; i < group->speaking->fields->len; i++) {
        const Field *field = group->speaking->fields->pdata[i];
        if (strcmp(field->id, id) == 0 && field->status == VALUE_VALID && day_parse_iso(field->value) == day)
            return true;
    }
    return false;
}

/* Whether the count should end with the day of the recheck (Order 28, art. 17), and LAST, with which it does, is another.  Where the
 * record is of the last day counted and none of the recheck that the decision names, that date is the slip: EXT-002 tells it. */
static bool ends_wrong(const CaseGroup *group, Day last)
{
    const Day recheck = document_day(group->speaking, "recheck-date");
    return last != DAY_NONE && recheck != DAY_NONE && !says_day(group, "recheck-date", last) &&
           !recheck_is_misdated(group, recheck, last);
}

/* Whether COUNT is right by the days that should have been counted, or by a second FIRST or LAST that the decision says: then only
 * the other day is a slip, which is told of it. */
static bool is_right_count(const CaseGroup *group, Day served, Day first, Day last, int64_t count)
{
    const Day from = served != DAY_NONE ? served + 1 : first,
              until = ends_wrong(group, last) ? document_day(group->speaking, "recheck-date") : last;
    return count == last - from + 1 || count == until - from + 1 || says_day(group, "first-day", (Day)(last - count + 1)) ||
           says_day(group, "last-day", (Day)(first + count - 1));
}

static void check_days(Check *check, const CaseGroup *group, const Dated *served)
{
    Dated first = dated_own(group, "first-day"), last = dated_own(group, "last-day");
    int64_t days;
    if (first.day != DAY_NONE && last.day != DAY_NONE && own_number(group, "days", &days) &&
        !is_right_count(group, served->day, first.day, last.day, days)) {
        Finding *finding = add_days(check, group, NULL, "days", first.day);
        param_day(finding, "to", last.day);
        param_int(finding, "days", days);
        param_int(finding, "expected", MAX(last.day - first.day + 1, 0));
    }
    if (first.day != DAY_NONE && served->day != DAY_NONE && first.day != served->day + 1) {
        Finding *finding = add_days(check, group, "first-day", "first-day", first.day);
        param_day(finding, "service", served->day);
        param_day(finding, "expected", served->day + 1);
        param_stated_service(finding, group, served->day, first.day);
    }
}

static void check_last_day(Check *check, const CaseGroup *group)
{
    Dated last = dated_own(group, "last-day");
    if (!ends_wrong(group, last.day))
        return;
    Finding *finding = check_add(check, "LAW-006", "last-day", group, last.file, last.field->place);
    param_near(finding, last.field);
    param_day(finding, "to", last.day);
    param_day(finding, "recheck", document_day(group->speaking, "recheck-date"));
}

static const Field *per_day_field(const CaseGroup *group)
{
    const Field *stated = document_value(group->speaking, "per-day-yuan");
    return stated ? stated : document_value(casegroup_document(group, "penalty-decision", NULL), "fine-yuan");
}

static bool product_is(int64_t per_day, int64_t days, int64_t total)
{
    int64_t product;
    return !__builtin_mul_overflow(per_day, days, &product) && product == total;
}

/* What would make the TOTAL right by itself, so that nobody corrects two figures where one is wrong: the days
 * by the dates, or the original fine as the amount of a day. */
static void param_fitting(Finding *finding, const CaseGroup *group, int64_t total, int64_t per_day,
                          int64_t days)
{
    Dated first = dated_own(group, "first-day"), last = dated_own(group, "last-day");
    int64_t by_dates = first.day != DAY_NONE && last.day >= first.day ? last.day - first.day + 1 : days,
            original;
    const Field *fine = law_original_penalty(group).fine;
    if (by_dates != days && product_is(per_day, by_dates, total))
        param_int(finding, "fits-days", by_dates);
    else if (fine && law_amount_fen(fine, &original) && original != per_day && product_is(original, days, total))
        finding_param(finding, "fits-per-day", fine->value);
}

static void check_total(Check *check, const CaseGroup *group)
{
    const Field *total_field = document_value(group->speaking, "total-yuan"), *day_field = per_day_field(group);
    int64_t total, per_day, days, expected;
    if (!law_amount_fen(total_field, &total) || !law_amount_fen(day_field, &per_day) || !own_number(group, "days", &days))
        return;
    if (__builtin_mul_overflow(per_day, days, &expected) || expected == total ||
        (days > 0 && total % days == 0 && law_says_fen(group->speaking, "per-day-yuan", total / days)))
        return;
    Finding *finding = check_add(check, "LAW-007", NULL, group, group->speaking_file, total_field->place);
    g_autofree char *text = money_format(expected);
    finding_param(finding, "total", total_field->value);
    finding_param(finding, "per-day", day_field->value);
    param_int(finding, "days", days);
    finding_param(finding, "expected", text);
    param_fitting(finding, group, total, per_day, days);
}

/* What is counted a day is the original fine (Order 28, art. 19). */
static void check_per_day(Check *check, const CaseGroup *group)
{
    const Penalty penalty = law_original_penalty(group);
    const Field *per_day_stated = document_value(group->speaking, "per-day-yuan");
    int64_t per_day, original;
    if (!law_amount_fen(per_day_stated, &per_day) || !law_amount_fen(penalty.fine, &original) ||
        law_says_fen(group->speaking, "per-day-yuan", original) || law_says_fen(penalty.decision, "fine-yuan", per_day))
        return;
    Finding *finding = check_add(check, "LAW-007", "per-day", group, group->speaking_file, per_day_stated->place);
    finding_param(finding, "per-day", per_day_stated->value);
    finding_param(finding, "fine", penalty.fine->value);
    finding_param(finding, "other", penalty.file->facts->path);
}

void counted_check(Check *check, const CaseGroup *group, const Dated *served)
{
    check_days(check, group, served);
    check_last_day(check, group);
    check_total(check, group);
    check_per_day(check, group);
}
