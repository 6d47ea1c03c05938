/* EXT-002 measured: the concentration that a decision goes by and that of the monitoring report. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "findingcases.h"

#define PENALTY "案卷/行政处罚1/"
#define DAILY "案卷/按日1/"
#define DECISION PENALTY "决定书.docx"
#define REPORT PENALTY "监测报告.docx"

static void measured(Submitted *s, const char *decided, const char *reported)
{
    set_field(s, DECISION, "measured", decided);
    set_field(s, DECISION, "decision-date", "2016-09-26");
    put_document(s, REPORT, "monitoring-report", "document-date", "2016-09-12", "measured", reported, NULL);
}
static void report_has(Submitted *s, const char *field, const char *value) { add_field(the_document(s, REPORT), field, value); }

static void another_value(Submitted *s) { measured(s, "二氧化硫浓度为821毫克/立方米", "二氧化硫812毫克/立方米"); }
static void the_value_in_other_words(Submitted *s) { measured(s, "二氧化硫浓度为812mg/m³", "二氧化硫:812.0毫克/立方米"); }
static void the_value_rounded(Submitted *s) { measured(s, "二氧化硫浓度为812毫克/立方米", "二氧化硫811.6毫克/立方米"); }
static void another_pollutant(Submitted *s) { measured(s, "二氧化硫浓度为821毫克/立方米", "颗粒物812毫克/立方米"); }
static void another_unit(Submitted *s) { measured(s, "总铅浓度为821微克/升", "总铅0.812毫克/升"); }
static void a_value_of_the_symbol(Submitted *s) { measured(s, "二氧化硫(SO2)为821毫克/立方米", "二氧化硫812毫克/立方米"); }
static void the_value_of_the_symbol(Submitted *s) { measured(s, "二氧化硫(SO2)为812毫克/立方米", "二氧化硫812毫克/立方米"); }
static void one_of_several_figures(Submitted *s)
{
    another_value(s);
    report_has(s, "measured-figure", "821");
}
static void several_samples(Submitted *s)
{
    another_value(s);
    report_has(s, "measured-several", "均值");
}
static void two_values_in_the_report(Submitted *s)
{
    another_value(s);
    report_has(s, "measured", "二氧化硫645毫克/立方米");
}
static void two_values_in_the_decision(Submitted *s)
{
    another_value(s);
    add_field(the_document(s, DECISION), "measured", "二氧化硫浓度为812毫克/立方米");
}
static void report_after_the_decision(Submitted *s)
{
    another_value(s);
    set_field(s, REPORT, "document-date", "2016-09-29");
}
static void second_report(Submitted *s, const char *day, const char *value)
{
    another_value(s);
    put_document(s, PENALTY "监测报告2.docx", "monitoring-report", "document-date", day, "measured", value, NULL);
}
static void a_recheck_beside(Submitted *s) { second_report(s, "2016-09-29", "二氧化硫645毫克/立方米"); }
static void another_report_beside(Submitted *s) { second_report(s, "2016-09-20", "二氧化硫645毫克/立方米"); }
static void the_report_beside(Submitted *s) { second_report(s, "2016-09-20", "二氧化硫821毫克/立方米"); }
static void a_report_as_scan(Submitted *s)
{
    another_value(s);
    put_scan(s, PENALTY "监测报告1.pdf", "one", "monitoring-report", NULL);
}
static void a_scan_of_whatever(Submitted *s)
{
    another_value(s);
    put_scan(s, PENALTY "扫描件.pdf", "one", NULL, NULL);
}

/* In a daily file a report counts that was sampled when the place was inspected. */
static void daily_sampled(Submitted *s, const char *day)
{
    set_field(s, DAILY "决定书.docx", "inspection-dates", "2016-09-06");
    set_field(s, DAILY "决定书.docx", "measured", "二氧化硫浓度为821毫克/立方米");
    put_document(s, DAILY "监测报告.docx", "monitoring-report", "document-date", "2016-09-27", "sampling-date", day, "measured",
                 "二氧化硫812毫克/立方米", NULL);
}
static void daily_sampled_then(Submitted *s) { daily_sampled(s, "2016-09-07"); }
static void daily_sampled_at_the_recheck(Submitted *s) { daily_sampled(s, "2016-09-20"); }

static void another_value_converted(Submitted *s) { measured(s, "颗粒物折算浓度为199mg/m³", "颗粒物122mg/m³"); }
static void the_value_converted(Submitted *s) { measured(s, "颗粒物折算浓度为122mg/m³", "颗粒物122mg/m³"); }
static void another_value_by_its_symbol(Submitted *s) { measured(s, "COD浓度为199mg/L", "化学需氧量122mg/L"); }
static void the_value_by_its_symbol(Submitted *s) { measured(s, "CODCr为122mg/L", "化学需氧量122mg/L"); }

static void another_value_of_a_report_cited_wrongly(Submitted *s)
{
    another_value(s);
    add_field(the_document(s, DECISION), "report-number", "沅环监字〔2016〕第77号");
}

/* A letter has values like a decision. */
static void letter(Submitted *s, const char *told)
{
    set_field(s, "案卷/犯罪1/移送书.docx", "measured", told);
    set_field(s, "案卷/犯罪1/监测报告.docx", "measured", "总铅8.37mg/L");
}
static void another_value_in_the_letter(Submitted *s) { letter(s, "总铅浓度为9.99mg/L"); }
static void another_value_beside_a_recognition(Submitted *s)
{
    another_value_in_the_letter(s);
    put_scan(s, "案卷/犯罪1/监测数据认可函.jpg", "recognised", NULL, NULL);
    put_scan(s, "案卷/犯罪1/检察院签收回执.jpg", "signed", NULL, NULL);
}
static void another_value_beside_a_scan_of_whatever(Submitted *s)
{
    another_value_in_the_letter(s);
    put_scan(s, "案卷/犯罪1/监测数据.jpg", "whatever", NULL, NULL);
}
static void the_value_in_the_letter(Submitted *s) { letter(s, "总铅浓度为8.37mg/L"); }

/* A daily file has two reports; a decision that cites one by its number in the sentence goes by that. */
#define REPORTED "沅环监字〔2016〕第76号"
#define RECHECKED "沅环监字〔2016〕第176号"

static void put_report(Submitted *s, const char *path, const char *number, const char *value)
{
    put_document(s, path, "monitoring-report", "document-date", "2016-09-22", "doc-number", number, "measured", value, NULL);
}
static void tell_at(Submitted *s, const char *place, const char *id, const char *value)
{
    Field *field = add_field(the_document(s, DAILY "按日决定书.docx"), id, value);
    g_free(field->place);
    field->place = g_strdup(place);
}
static void daily_told(Submitted *s, const char *rechecked)
{
    put_report(s, DAILY "监测报告.docx", REPORTED, "颗粒物122mg/m³");
    put_report(s, DAILY "监测报告2.docx", RECHECKED, "颗粒物132mg/m³");
    tell_at(s, "P5", "measured", "颗粒物122mg/m³");
    tell_at(s, "P9", "measured", rechecked);
}
static void daily_cited(Submitted *s, const char *number, const char *rechecked)
{
    daily_told(s, rechecked);
    tell_at(s, "P5", "report-number", REPORTED);
    tell_at(s, "P9", "report-number", number);
}
static void another_value_at_the_recheck(Submitted *s) { daily_cited(s, RECHECKED, "颗粒物199mg/m³"); }
static void the_value_at_the_recheck(Submitted *s) { daily_cited(s, RECHECKED, "颗粒物132mg/m³"); }
static void another_value_of_a_report_elsewhere(Submitted *s) { daily_cited(s, "沅环监字〔2016〕第177号", "颗粒物199mg/m³"); }
static void another_value_of_no_report(Submitted *s) { daily_told(s, "颗粒物199mg/m³"); }

/* The value of the recheck alone, in a decision that cites no report, beside the report of the first inspection. */
static void the_value_of_the_recheck_alone(Submitted *s)
{
    set_field(s, DAILY "按日决定书.docx", "inspection-dates", "2016-09-06");
    tell_at(s, "P9", "measured", "颗粒物132mg/m³");
    put_report(s, DAILY "监测报告.docx", REPORTED, "颗粒物122mg/m³");
    set_field(s, DAILY "监测报告.docx", "sampling-date", "2016-09-06");
}

/* What leads to a decision goes by the report as well; a report that was there only afterwards was not known to it. */
static void a_paper_tells(Submitted *s, const char *type, const char *date, const char *told)
{
    measured(s, "二氧化硫浓度为812毫克/立方米", "二氧化硫812毫克/立方米");
    put_document(s, PENALTY "另一份.docx", type, date, "2016-09-20", "measured", told, NULL);
}
static void another_value_in_the_notice(Submitted *s)
{
    a_paper_tells(s, "penalty-notice", "notice-date", "二氧化硫浓度为821毫克/立方米");
}
static void the_value_in_the_notice(Submitted *s)
{
    a_paper_tells(s, "penalty-notice", "notice-date", "二氧化硫浓度为812毫克/立方米");
}
static void another_value_in_the_investigation(Submitted *s)
{
    a_paper_tells(s, "investigation-report", "document-date", "二氧化硫浓度为821毫克/立方米");
}
static void another_value_before_the_report(Submitted *s)
{
    another_value_in_the_investigation(s);
    set_field(s, PENALTY "另一份.docx", "document-date", "2016-09-08");
}
static void another_value_in_the_daily_notice(Submitted *s)
{
    another_value_in_the_notice(s);
    set_field(s, PENALTY "另一份.docx", "per-day-yuan", "100000.00");
}

/* ---- a value beside the times of the report's ---- */

static void excess_told(Submitted *s, const char *path, const char *text)
{
    add_field(the_document(s, path), "exceedance", text);
}

/* 612 exceeds 200 by 2.06 times: the decision's value has its digits in another order. */
static void a_value_beside_the_right_times(Submitted *s)
{
    measured(s, "二氧化硫浓度为621毫克/立方米", "二氧化硫612毫克/立方米");
    excess_told(s, DECISION, "621毫克/立方米，超过标准规定的200毫克/立方米的限值，超标2.06倍");
}
static void the_value_beside_wrong_times(Submitted *s)
{
    measured(s, "二氧化硫浓度为612毫克/立方米", "二氧化硫612毫克/立方米");
    excess_told(s, DECISION, "612毫克/立方米，超过标准规定的200毫克/立方米的限值，超标3.06倍");
}
static void a_value_beside_times_of_neither(Submitted *s)
{
    measured(s, "二氧化硫浓度为621毫克/立方米", "二氧化硫612毫克/立方米");
    excess_told(s, DECISION, "621毫克/立方米，超过标准规定的200毫克/立方米的限值，超标3.06倍");
}
static void a_value_beside_times_of_another_pollutant(Submitted *s)
{
    measured(s, "二氧化硫浓度为621毫克/立方米", "颗粒物612毫克/立方米");
    excess_told(s, DECISION, "621毫克/立方米，超过标准规定的200毫克/立方米的限值，超标2.06倍");
}
static void the_report_has_both_values(Submitted *s)
{
    a_value_beside_the_right_times(s);
    report_has(s, "measured-figure", "621");
}
static void whole_times_fit_many_values(Submitted *s)
{
    measured(s, "二氧化硫浓度为910毫克/立方米", "二氧化硫612毫克/立方米");
    excess_told(s, DECISION, "910毫克/立方米，超过标准规定的200毫克/立方米的限值，超标2倍");
}

static void a_value_that_is_the_slip_is_told_once(void **state G_GNUC_UNUSED)
{
    Submitted *s = submitted_clean();
    a_value_beside_the_right_times(s);
    const Finding *finding = submitted_told(s, "EXT-003", "exceedance-value");
    expect_param(finding, "report-quote", "二氧化硫612毫克/立方米");
    expect_param(finding, "other-file", REPORT);
    expect_param(finding, "decided", "penalty-decision");
    assert_int_equal(submitted_count(s, "EXT-002", "measured"), 0);
    assert_int_equal(submitted_count(s, "EXT-003", "exceedance"), 0);
    submitted_free(s);

    s = submitted_clean(); /* both are wrong: the value is told by the report, the times by the value */
    a_value_beside_times_of_neither(s);
    submitted_told(s, "EXT-002", "measured");
    submitted_told(s, "EXT-003", "exceedance");
    submitted_free(s);

    s = submitted_clean(); /* papers that have the wrong value without the times are named with it */
    a_value_beside_the_right_times(s);
    set_field(s, PENALTY "告知书.docx", "measured", "二氧化硫浓度为621毫克/立方米");
    expect_param(submitted_told(s, "EXT-003", "exceedance-value"), "others", "告知书.docx|P3");
    assert_int_equal(submitted_count(s, "EXT-002", "measured"), 0);
    submitted_free(s);
}

static const FindingCase cases[] = {
    RAISED("EXT-002", "measured", another_value_in_the_notice, the_value_in_the_notice),
    RAISED("EXT-002", "measured", another_value_in_the_notice, another_value_in_the_daily_notice),
    RAISED("EXT-002", "measured", another_value_in_the_investigation, another_value_before_the_report),
    RAISED("EXT-002", "measured", another_value_converted, the_value_converted),
    RAISED("EXT-002", "measured", another_value_of_a_report_cited_wrongly, the_value_in_other_words),
    RAISED("EXT-002", "measured", another_value_by_its_symbol, the_value_by_its_symbol),
    RAISED("EXT-002", "measured", another_value_in_the_letter, the_value_in_the_letter),
    RAISED("EXT-002", "measured", another_value_beside_a_recognition, another_value_beside_a_scan_of_whatever),
    RAISED("EXT-002", "measured", another_value_at_the_recheck, the_value_at_the_recheck),
    RAISED("EXT-002", "measured", another_value_at_the_recheck, another_value_of_a_report_elsewhere),
    RAISED("EXT-002", "measured", another_value_at_the_recheck, another_value_of_no_report),
    RAISED("EXT-002", "measured", another_value_at_the_recheck, the_value_of_the_recheck_alone),
    RAISED("EXT-003", "exceedance-value", a_value_beside_the_right_times, the_value_beside_wrong_times),
    RAISED("EXT-003", "exceedance-value", a_value_beside_the_right_times, a_value_beside_times_of_neither),
    RAISED("EXT-003", "exceedance-value", a_value_beside_the_right_times, a_value_beside_times_of_another_pollutant),
    RAISED("EXT-003", "exceedance-value", a_value_beside_the_right_times, the_report_has_both_values),
    RAISED("EXT-003", "exceedance-value", a_value_beside_the_right_times, whole_times_fit_many_values),
    RAISED("EXT-002", "measured", daily_sampled_then, daily_sampled_at_the_recheck),
    RAISED("EXT-002", "measured", another_value, the_value_in_other_words),
    RAISED("EXT-002", "measured", another_value, the_value_rounded),
    RAISED("EXT-002", "measured", another_value, another_pollutant),
    RAISED("EXT-002", "measured", another_value, another_unit),
    RAISED("EXT-002", "measured", a_value_of_the_symbol, the_value_of_the_symbol),
    RAISED("EXT-002", "measured", another_value, one_of_several_figures),
    RAISED("EXT-002", "measured", another_value, several_samples),
    RAISED("EXT-002", "measured", another_value, two_values_in_the_report),
    RAISED("EXT-002", "measured", another_value, two_values_in_the_decision),
    RAISED("EXT-002", "measured", a_recheck_beside, report_after_the_decision),
    RAISED("EXT-002", "measured", another_value, another_report_beside),
    RAISED("EXT-002", "measured", another_value, the_report_beside),
    RAISED("EXT-002", "measured", another_value, a_report_as_scan),
    RAISED("EXT-002", "measured", another_value, a_scan_of_whatever),
};

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_value_that_is_the_slip_is_told_once)};
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    return failed + finding_cases_run("concentrations", cases, G_N_ELEMENTS(cases));
}
