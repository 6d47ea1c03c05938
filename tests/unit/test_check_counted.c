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
/* The days are those of a first day that is wrong. */
static void first_day_wrong_and_days_by_it(Submitted *s)
{
    set_field(s, DAILY, "first-day", "2016-09-07");
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

/* ---- papers that follow the daily decision, and not the original one ---- */

#define NUMBER "沅环连罚字〔2016〕1号"
#define ORIGINAL "沅环罚字〔2016〕20号"

/* A closing form of the case, on the decision NUMBERED. */
static void closed(Submitted *s, const char *numbered, const char *fine, const char *decided)
{
    put_document(s, FOLDER "结案.docx", "closing-form", "decision-number", numbered, "fine-yuan", fine, "decision-date", decided,
                 "closing-date", "2016-11-20", NULL);
}
static void closed_as_decided(Submitted *s) { closed(s, NUMBER, "650000.00", "2016-10-18"); }
static void closed_with_another_total(Submitted *s) { closed(s, NUMBER, "600000.00", "2016-10-18"); }
static void closed_with_another_day(Submitted *s) { closed(s, NUMBER, "650000.00", "2016-10-17"); }
static void closed_with_another_number(Submitted *s) { closed(s, "沅环罚字〔2016〕44号", "50000.00", "2016-09-28"); }
static void original_closed(Submitted *s) { closed(s, ORIGINAL, "50000.00", "2016-09-28"); }
static void original_closed_with_another_fine(Submitted *s) { closed(s, ORIGINAL, "55000.00", "2016-09-28"); }
/* It tells of both. */
static void both_closed(Submitted *s)
{
    closed_as_decided(s);
    Document *form = the_document(s, FOLDER "结案.docx");
    add_field(form, "decision-number", ORIGINAL);
    add_field(form, "fine-yuan", "50000.00");
    add_field(form, "decision-date", "2016-09-28");
}
static void total_of_the_original(Submitted *s) { closed(s, NUMBER, "50000.00", "2016-10-18"); }
static void total_in_two_ways(Submitted *s)
{
    closed_with_another_total(s);
    second_value(s, "total-yuan", "600000.00"); /* told of the decision itself */
}

/* A demand for what the daily decision fined. */
static void demanded(Submitted *s, const char *yuan)
{
    put_document(s, FOLDER "催告书.docx", "demand", "doc-number", "沅环催〔2016〕1号", "decision-number", NUMBER, "demanded-yuan", yuan,
                 "demand-date", "2016-11-20", "rights", "陈述", NULL);
}
static void the_total_demanded(Submitted *s) { demanded(s, "650000.00"); }
static void another_total_demanded(Submitted *s) { demanded(s, "600000.00"); }
static void the_rest_demanded(Submitted *s)
{
    another_total_demanded(s);
    put_document(s, FOLDER "缴款.docx", "payment-receipt", "decision-number", NUMBER, "payment-date", "2016-11-01", "fine-yuan",
                 "50000.00", NULL);
}

static const FindingCase cases[] = {
    RAISED("EXT-002", NULL, closed_with_another_total, closed_as_decided),
    RAISED("EXT-002", NULL, closed_with_another_day, closed_as_decided),
    RAISED("EXT-002", NULL, closed_with_another_total, both_closed),
    RAISED("EXT-002", NULL, closed_with_another_total, total_of_the_original),
    RAISED("EXT-002", NULL, closed_with_another_total, total_in_two_ways),
    RAISED("EXT-002", NULL, closed_with_another_number, original_closed),
    RAISED("EXT-002", NULL, original_closed_with_another_fine, original_closed),
    RAISED("EXT-002", NULL, another_total_demanded, the_total_demanded),
    RAISED("EXT-002", NULL, another_total_demanded, the_rest_demanded),
    RAISED("EXT-002", "same-document", another_first_day_in_the_text, the_same_days_in_the_text),
    RAISED("EXT-002", "same-document", another_last_day_in_the_text, the_same_days_in_the_text),
    RAISED("LAW-006", "last-day", wrong_last_day_before_the_right_one, the_same_days_in_the_text),
    RAISED("LAW-006", NULL, last_day_and_days_wrong, wrong_last_day_before_the_right_one),
    RAISED("LAW-006", NULL, last_day_and_days_wrong, the_same_without_the_recheck),
    RAISED("LAW-006", NULL, last_day_and_days_wrong, wrong_first_day_before_the_right_one),
    RAISED("LAW-006", NULL, last_day_and_days_wrong, last_day_wrong_and_days_right),
    RAISED("LAW-006", NULL, days_wrong_and_recheck_misdated, last_day_wrong_and_days_right),
    RAISED("LAW-006", NULL, last_day_and_days_wrong, first_day_wrong_and_days_by_it),
    RAISED("LAW-006", "last-day", last_day_wrong_and_days_right, days_wrong_and_recheck_misdated),
    RAISED("EXT-002", "service", order_served_on_another_day, order_served_on_the_day),
    RAISED("EXT-002", "service", order_served_on_another_day, second_order_served_later),
    RAISED("EXT-002", "service", order_served_on_another_day, some_order_served_later),
};

int main(void)
{
    return finding_cases_run("counted", cases, G_N_ELEMENTS(cases));
}
