/* LAW-006, LAW-007 and EXT-002: what a daily decision counts, said in two ways or wrong in several papers. */
#include "findingcases.h"

#define FOLDER "案卷/按日1/"
#define DAILY FOLDER "按日决定书.docx"
#define ORDER "沅环责改字〔2016〕20号"

/* ---- two days in one decision ---- */

static void second_value(Submitted *s, const char *id, const char *value) { add_field(the_document(s, DAILY), id, value); }

static void another_first_day_in_the_text(Submitted *s) { second_value(s, "first-day", "2016-09-07"); }
static void another_last_day_in_the_text(Submitted *s) { second_value(s, "last-day", "2016-09-19"); }
static void the_same_days_in_the_text(Submitted *s)
{
    second_value(s, "first-day", "2016-09-08");
    second_value(s, "last-day", "2016-09-20");
}

/* The first value is the wrong one, and the days are right by the other. */
static void wrong_last_day_before_the_right_one(Submitted *s)
{
    set_field(s, DAILY, "last-day", "2016-09-19");
    second_value(s, "last-day", "2016-09-20");
}
static void the_same_without_the_recheck(Submitted *s)
{
    wrong_last_day_before_the_right_one(s);
    drop_field(s, DAILY, "recheck-date");
}
static void wrong_first_day_before_the_right_one(Submitted *s)
{
    set_field(s, DAILY, "first-day", "2016-09-10");
    second_value(s, "first-day", "2016-09-08");
    drop_field(s, DAILY, "order-service-date");
    drop_files(s, FOLDER "回证1.docx");
    drop_files(s, FOLDER "再回证.docx");
}
/* Only the last day is a slip: the days are right by the recheck. */
static void last_day_wrong_and_days_right(Submitted *s) { set_field(s, DAILY, "last-day", "2016-09-19"); }
static void last_day_and_days_wrong(Submitted *s)
{
    set_field(s, DAILY, "last-day", "2016-09-19");
    set_field(s, DAILY, "days", "14");
}
/* The recheck is misdated (its record is of the last day), so that the days are not right by it. */
static void days_wrong_and_recheck_misdated(Submitted *s)
{
    set_field(s, DAILY, "recheck-date", "2016-09-19");
    set_field(s, DAILY, "days", "12");
}

/* ---- when the order was served, as the decision tells it in its text besides ---- */

static void told_as_served(Submitted *s, const char *day, const char *number)
{
    set_field(s, DAILY, "order-number", ORDER);
    set_field(s, DAILY, "order-served-on", day);
    g_autofree char *quote = g_strdup_printf("于%s向你厂送达了%s《责令改正违法行为决定书》", day, number);
    quote_field(the_field(s, DAILY, "order-served-on"), quote);
}
static void order_served_on_another_day(Submitted *s) { told_as_served(s, "2016-09-06", ORDER); }
static void order_served_on_the_day(Submitted *s) { told_as_served(s, "2016-09-07", ORDER); }
static void second_order_served_later(Submitted *s) { told_as_served(s, "2016-09-21", "沅环责改字〔2016〕21号"); }
static void some_order_served_later(Submitted *s) { told_as_served(s, "2016-09-21", ""); }

static const FindingCase cases[] = {
    RAISED("EXT-002", "same-document", another_first_day_in_the_text, the_same_days_in_the_text),
    RAISED("EXT-002", "same-document", another_last_day_in_the_text, the_same_days_in_the_text),
    RAISED("LAW-006", "last-day", wrong_last_day_before_the_right_one, the_same_days_in_the_text),
    RAISED("LAW-006", NULL, last_day_and_days_wrong, wrong_last_day_before_the_right_one),
    RAISED("LAW-006", NULL, last_day_and_days_wrong, the_same_without_the_recheck),
    RAISED("LAW-006", NULL, last_day_and_days_wrong, wrong_first_day_before_the_right_one),
    RAISED("LAW-006", NULL, last_day_and_days_wrong, last_day_wrong_and_days_right),
    RAISED("LAW-006", NULL, days_wrong_and_recheck_misdated, last_day_wrong_and_days_right),
    RAISED("LAW-006", "last-day", last_day_wrong_and_days_right, days_wrong_and_recheck_misdated),
    RAISED("EXT-002", "service", order_served_on_another_day, order_served_on_the_day),
    RAISED("EXT-002", "service", order_served_on_another_day, second_order_served_later),
    RAISED("EXT-002", "service", order_served_on_another_day, some_order_served_later),
};

int main(void)
{
    return finding_cases_run("counted", cases, G_N_ELEMENTS(cases));
}
