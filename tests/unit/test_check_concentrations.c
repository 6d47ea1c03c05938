/* EXT-002 measured: the concentration that a decision goes by and that of the monitoring report. */
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

static const FindingCase cases[] = {
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
    return finding_cases_run("concentrations", cases, G_N_ELEMENTS(cases));
}
