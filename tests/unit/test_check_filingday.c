/* EXT-002, LAW-009: a wrong day of the filing may stand in more papers than the right one; the inspection, the steps and the terms
 * show which it is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "findingcases.h"

#define PENALTY "案卷/行政处罚1/"
#define FORM PENALTY "立案.docx"
#define REPORT PENALTY "调查报告.docx"
#define CLOSING PENALTY "结案.docx"

/* The clean file: inspected on 5 September, filed on the 7th by form and report, notice of the 20th, decision of the 28th. */
static void filed_on(Submitted *s, const char *form, const char *report, const char *closing)
{
    set_field(s, FORM, "filing-date", form);
    set_field(s, REPORT, "filing-date", report);
    if (closing)
        set_field(s, CLOSING, "filing-date", closing);
}

typedef struct {
    const char *form, *report, *closing; /* the days that the papers tell; closing NULL: none */
    const char *file, *step, *param, *places; /* where it is told, the day of the step against it, the parameter that has the wrong day */
} Told;

static void the_day_that_does_not_go_with_the_steps_is_told(void **state)
{
    (void)state;
    static const Told known[] = {
        {"2016-09-07", "2016-09-18", "2016-09-18", REPORT, "2016-09-05", "overdue", "结案.docx|P3"},
        {"2016-09-18", "2016-09-07", "2016-09-18", FORM, "2016-09-05", "overdue", "结案.docx|P3"},
        {"2016-09-07", "2016-09-22", "2016-09-22", REPORT, "2016-09-20", "untimely", "结案.docx|P3"},
        {"2016-09-01", "2016-09-07", "2016-09-01", FORM, "2016-09-05", "untimely", "结案.docx|P3"},
        {"2016-09-18", "2016-09-07", NULL, FORM, "2016-09-05", "overdue", NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        filed_on(s, known[i].form, known[i].report, known[i].closing);
        const Finding *finding = submitted_told(s, "EXT-002", NULL);
        assert_string_equal(finding->file, known[i].file);
        expect_param(finding, "alone", NULL);
        expect_param(finding, "step-day", known[i].step);
        assert_non_null(finding_value(finding, known[i].param));
        expect_param(finding, "untimely-places", known[i].places);
        expect_param(finding, "rewritten", known[i].places ? NULL : "filing-form");
        submitted_free(s);
    }
}

/* The term of the decision, where the inspection before the filing is not known. */
static void the_term_of_the_decision_speaks_too(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    drop_files(s, PENALTY "检查笔录.docx");
    filed_on(s, "2016-09-07", "2016-06-07", "2016-06-07");
    const Finding *finding = submitted_told(s, "EXT-002", NULL);
    assert_string_equal(finding->file, REPORT);
    expect_param(finding, "months", "3");
    expect_param(finding, "step-day", "2016-09-28");
    g_autofree char *sentence = catalogue_sentence(s->catalogue, finding);
    if (!strstr(sentence, "；立案日期为2016年6月7日的，与本案行政处罚决定书的决定日期（2016年9月28日）相隔超过3个月，疑为案件调查报告有误"
                          "；“结案.docx”第3段也写此日，请一并更正。"))
        fail_msg("%s", sentence);
    submitted_free(s);
}

/* Both days go with the steps, or neither does: the most papers have it; a lone wrong one is told as any other. */
static void else_the_most_papers_have_it(void **state)
{
    (void)state;
    static const Told known[] = {{"2016-09-07", "2016-09-08", "2016-09-08", .file = FORM},
                                 {"2016-09-22", "2016-09-23", "2016-09-23", .file = FORM},
                                 {"2016-09-18", "2016-09-07", "2016-09-07", .file = FORM},
                                 {"2016-09-07", "2016-09-18", "2016-09-07", .file = REPORT}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        filed_on(s, known[i].form, known[i].report, known[i].closing);
        const Finding *finding = submitted_told(s, "EXT-002", NULL);
        assert_string_equal(finding->file, known[i].file);
        expect_param(finding, "alone", "2");
        expect_param(finding, "untimely-in", NULL);
        submitted_free(s);
    }
}

/* What the report on the samples brought to light is filed in time from that day. */
static void a_report_on_samples_moves_the_term(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    filed_on(s, "2016-09-07", "2016-09-18", "2016-09-18");
    put_document(s, PENALTY "监测报告.docx", "monitoring-report", "document-date", "2016-09-13", "sampling-date", "2016-09-05", NULL);
    expect_param(submitted_told(s, "EXT-002", NULL), "untimely-in", NULL);
    submitted_free(s);
}

static void all_that_tell_a_late_filing_are_named(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    filed_on(s, "2016-10-08", "2016-09-07", "2016-10-08");
    const Finding *finding = submitted_told(s, "LAW-009", "late-filing");
    assert_string_equal(finding->file, FORM);
    expect_param(finding, "right-file", REPORT);
    expect_param(finding, "alike", "结案.docx|P3");
    submitted_free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_day_that_does_not_go_with_the_steps_is_told),
                                       cmocka_unit_test(the_term_of_the_decision_speaks_too),
                                       cmocka_unit_test(else_the_most_papers_have_it),
                                       cmocka_unit_test(a_report_on_samples_moves_the_term),
                                       cmocka_unit_test(all_that_tell_a_late_filing_are_named)};
    return cmocka_run_group_tests_name("filing day", tests, NULL, NULL);
}
