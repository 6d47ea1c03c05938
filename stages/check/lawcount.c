/* LAW-006 and 007: what a daily penalty counts: its first and last day, its days and its total. */
#include <string.h>

#include "figures.h"
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

/* The first day that should be counted, the order being SERVED then; where that is not known, as the decision says. */
static Day due_first(const CaseGroup *group, Day served)
{
    return served != DAY_NONE ? served + 1 : document_day(group->speaking, "first-day");
}

/* The last one: that of the recheck, where the decision counts to another. */
static Day due_last(const CaseGroup *group)
{
    const Day last = document_day(group->speaking, "last-day");
    return ends_wrong(group, last) ? document_day(group->speaking, "recheck-date") : last;
}

/* How many days should be counted; 0 where that is not known. */
static int64_t due_count(const CaseGroup *group, Day served)
{
    const Day first = due_first(group, served), last = due_last(group);
    return first != DAY_NONE && last >= first ? last - first + 1 : 0;
}

/* Whether COUNT is right by FIRST and LAST, by the days that should have been counted, or, where these are not known, by a second
 * FIRST or LAST that the decision says: then only the other day is a slip, which is told of it. */
static bool is_right_count(const CaseGroup *group, Day served, Day first, Day last, int64_t count)
{
    return count == last - first + 1 || count == last - due_first(group, served) + 1 || count == due_count(group, served) ||
           (served == DAY_NONE && says_day(group, "first-day", (Day)(last - count + 1))) ||
           (document_day(group->speaking, "recheck-date") == DAY_NONE && says_day(group, "last-day", (Day)(first + count - 1)));
}

/* "right-total": what PER_DAY for DAYS makes, where the decision's total was reckoned by STATED_PER_DAY and STATED_DAYS, and is one of
 * FIGURES then. */
static void tell_total(Finding *finding, const CaseGroup *group, int64_t stated_per_day, int64_t stated_days, int64_t per_day,
                       int64_t days, Figures *figures)
{
    const Field *field = document_value(group->speaking, "total-yuan");
    int64_t total, right;
    if (!law_amount_fen(field, &total) || !product_is(stated_per_day, stated_days, total) || __builtin_mul_overflow(per_day, days, &right))
        return;
    g_autofree char *text = money_format(right);
    finding_param(finding, "right-total", text);
    figures_add(figures, field);
}

/* What goes with WRONG, a first or last day or a number of days: that number where it is not COUNT, and a total that was reckoned
 * by it; with all papers in which one of them stands. */
static void tell_consequences(const Check *check, const CaseGroup *group, Finding *finding, const char *wrong, int64_t count)
{
    int64_t days = 0, per_day;
    Figures figures = {0};
    figures_add(&figures, document_value(group->speaking, wrong));
    const bool counted = count > 0 && own_number(group, "days", &days) && days != count;
    if (counted && strcmp(wrong, "days") != 0) {
        param_int(finding, "right-days", count);
        figures_add(&figures, document_value(group->speaking, "days"));
    }
    if (counted && law_amount_fen(per_day_field(group), &per_day))
        tell_total(finding, group, per_day, days, per_day, count, &figures);
    figures_tell(check, group, finding, &figures);
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
        const bool dates_stand = first.day == due_first(group, served->day) && last.day == due_last(group);
        tell_consequences(check, group, finding, "days", dates_stand ? due_count(group, served->day) : 0);
    }
    if (first.day != DAY_NONE && served->day != DAY_NONE && first.day != served->day + 1) {
        Finding *finding = add_days(check, group, "first-day", "first-day", first.day);
        param_day(finding, "service", served->day);
        param_day(finding, "expected", served->day + 1);
        param_stated_service(finding, group, served->day, first.day);
        if (!finding_value(finding, "stated"))
            tell_consequences(check, group, finding, "first-day", due_count(group, served->day));
    }
}

static void check_last_day(Check *check, const CaseGroup *group, const Dated *served)
{
    Dated last = dated_own(group, "last-day");
    if (!ends_wrong(group, last.day))
        return;
    Finding *finding = check_add(check, "LAW-006", "last-day", group, last.file, last.field->place);
    param_near(finding, last.field);
    param_day(finding, "to", last.day);
    param_day(finding, "recheck", document_day(group->speaking, "recheck-date"));
    tell_consequences(check, group, finding, "last-day", due_count(group, served->day));
}

/* What would make the TOTAL right by itself, so that nobody corrects two figures where one is wrong: the days
 * by the dates, or the original fine as the amount of a day.  Returns the figure that is wrong then, else the total. */
static const Field *param_fitting(Finding *finding, const CaseGroup *group, int64_t total, int64_t per_day,
                                  int64_t days)
{
    Dated first = dated_own(group, "first-day"), last = dated_own(group, "last-day");
    int64_t by_dates = first.day != DAY_NONE && last.day >= first.day ? last.day - first.day + 1 : days,
            original;
    const Field *fine = law_original_penalty(group).fine;
    if (by_dates != days && product_is(per_day, by_dates, total)) {
        param_int(finding, "fits-days", by_dates);
        return document_value(group->speaking, "days");
    }
    if (fine && law_amount_fen(fine, &original) && original != per_day && product_is(original, days, total)) {
        finding_param(finding, "fits-per-day", fine->value);
        return document_value(group->speaking, "per-day-yuan");
    }
    return document_value(group->speaking, "total-yuan");
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
    Figures figures = {0};
    figures_add(&figures, param_fitting(finding, group, total, per_day, days));
    figures_tell(check, group, finding, &figures);
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
    Figures figures = {0};
    figures_add(&figures, per_day_stated);
    int64_t days;
    if (own_number(group, "days", &days))
        tell_total(finding, group, per_day, days, original, days, &figures);
    figures_tell(check, group, finding, &figures);
}

void counted_check(Check *check, const CaseGroup *group, const Dated *served)
{
    check_days(check, group, served);
    check_last_day(check, group, served);
    check_total(check, group);
    check_per_day(check, group);
}
