/* EXT-002, cover and catalogue-day: the cover and the catalogue of a case file against its papers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "docnumber.h"
#include "findingcases.h"

#define PENALTY "案卷/行政处罚1/"
#define COVER PENALTY "卷宗封面.docx"
#define LIST PENALTY "卷内目录.docx"

/* The clean file: filed on 7 September, notice 沅环罚告字〔2016〕1号 of the 20th, served on the 21st, decision 沅环罚字〔2016〕1号 of the
 * 28th, served on the 29th, 48000 yuan, closed on 12 October. */
static Document *titled(Submitted *s, const char *path, const char *title)
{
    Document *document = put_document(s, path, "other", NULL);
    g_free(document->title);
    document->title = g_strdup(title);
    return document;
}

static void mention(Document *document, const char *number)
{
    DocNumber *mention = record_add(document->mentions, &docnumber_type);
    mention->raw = g_strdup(number);
    mention->key = docnumber_key(number);
    mention->place = g_strdup("T1R2C2");
}

static void cover(Submitted *s, const char *id, const char *value)
{
    Document *document = titled(s, COVER, "环境行政处罚案卷");
    add_field(document, "party", "沅陵县乌有锰业有限公司");
    add_field(document, "filing-date", "2016-09-07");
    add_field(document, "decision-date", "2016-09-28");
    add_field(document, "closing-date", "2016-10-12");
    add_field(document, "fine-yuan", "48000.00");
    set_field(s, COVER, id, value);
    mention(document, "沅环罚字〔2016〕1号");
}

static void all_right(Submitted *s) { cover(s, "party", "沅陵县乌有锰业有限公司"); }
static void filed_otherwise(Submitted *s) { cover(s, "filing-date", "2016-09-08"); }
static void other_party(Submitted *s) { cover(s, "party", "沅陵县子虚砖厂"); }
static void decided_otherwise(Submitted *s) { cover(s, "decision-date", "2016-09-18"); }
static void closed_otherwise(Submitted *s) { cover(s, "closing-date", "2016-10-21"); }
static void fined_otherwise(Submitted *s) { cover(s, "fine-yuan", "84000.00"); }
static void a_paper_says_so(Submitted *s) /* and another does not, which is told there */
{
    filed_otherwise(s);
    set_field(s, PENALTY "调查报告.docx", "filing-date", "2016-09-08");
}
static void no_cover(Submitted *s)
{
    filed_otherwise(s);
    g_free(the_document(s, COVER)->title);
    the_document(s, COVER)->title = g_strdup("情况说明");
}
static void the_paper_is_masked(Submitted *s)
{
    fined_otherwise(s);
    the_field(s, PENALTY "决定书.docx", "fine-yuan")->status = VALUE_MASKED;
}

static void numbered(Submitted *s, const char *title, const char *first, const char *second)
{
    Document *document = titled(s, LIST, title);
    mention(document, first);
    if (second)
        mention(document, second);
}
static void other_number(Submitted *s) { numbered(s, "卷内目录", "沅环罚字〔2016〕7号", NULL); }
static void other_notice(Submitted *s) { numbered(s, "卷宗封面", "沅环罚字〔2016〕1号", "沅环罚告字〔2016〕7号"); }
static void right_numbers(Submitted *s) { numbered(s, "卷内目录", "沅环罚字〔2016〕1号", "沅环罚告字〔2016〕1号"); }
static void number_besides(Submitted *s) { numbered(s, "卷内目录", "沅环罚字〔2016〕1号", "沅环罚字〔2016〕7号"); }
static void number_of_a_scan(Submitted *s)
{
    other_number(s);
    put_scan(s, PENALTY "附.jpg", "some scan", NULL, "沅环罚字〔2016〕7号");
}
static void number_of_no_list(Submitted *s) { numbered(s, "情况说明", "沅环罚字〔2016〕7号", NULL); }

static void listed(Submitted *s, const char *const *rows)
{
    Document *document = titled(s, LIST, "卷内目录");
    for (; *rows; rows++)
        add_field(document, "catalogued-on", *rows);
}
#define ROWS(...) listed(s, (const char *const[]){__VA_ARGS__, NULL})
#define DECIDED "penalty-decision daily-decision|行政处罚决定书"
#define SERVED "service-receipt|送达回证"
static void decision_listed_otherwise(Submitted *s) { ROWS("2016-09-26|" DECIDED, "2016-09-21|" SERVED); }
static void receipt_listed_otherwise(Submitted *s) { ROWS("2016-09-28|" DECIDED, "2016-09-21|" SERVED, "2016-09-30|" SERVED); }
static void listed_right(Submitted *s) { ROWS("2016-09-28|" DECIDED, "2016-09-21|" SERVED, "2016-09-29|" SERVED); }
static void which_receipt_is_open(Submitted *s) { ROWS("2016-09-30|" SERVED, "2016-10-01|" SERVED); }
static void kind_is_not_known(Submitted *s) { ROWS("2016-09-30||其他材料", "2016-09-30|monitoring-report|监测报告"); }
static void an_interview_asks_of_the_inspection(Submitted *s)
{
    drop_files(s, PENALTY "询问笔录.docx");
    put_document(s, PENALTY "问话.docx", "interview-record", "inspection-dates", "2016-09-12", NULL);
    ROWS("2016-09-28|" DECIDED, "2016-09-13|interview-record|调查询问笔录");
}
static void decision_may_be_a_scan(Submitted *s)
{
    decision_listed_otherwise(s);
    drop_files(s, PENALTY "决定书.docx");
}

static void a_scan_of_the_decision_beside(Submitted *s)
{
    decision_listed_otherwise(s);
    put_scan(s, PENALTY "决定书2.jpg", "its second page", "penalty-decision", NULL);
}
static void a_scan_of_a_receipt_beside(Submitted *s)
{
    receipt_listed_otherwise(s);
    put_scan(s, PENALTY "送达回证.jpg", "another receipt", "service-receipt", NULL);
}

static void both_are_named(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    decided_otherwise(s);
    const Finding *finding = submitted_told(s, "EXT-002", "cover");
    assert_string_equal(finding->file, COVER);
    expect_param(finding, "other-file", PENALTY "决定书.docx");
    g_autofree char *sentence = catalogue_sentence(s->catalogue, finding);
    assert_non_null(strstr(sentence, "“环境行政处罚案卷”所写的决定日期与卷内文书不一致：它写的是“2016-09-18”，行政处罚决定书为“2016-09-28”（"));
    submitted_free(s);
}

static void the_row_is_named(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    receipt_listed_otherwise(s);
    const Finding *finding = submitted_told(s, "EXT-002", "catalogue-day");
    expect_param(finding, "row", "送达回证");
    expect_param(finding, "value", "2016-09-30");
    expect_param(finding, "other-file", PENALTY "回证2.docx");
    submitted_free(s);
}

int main(void)
{
    static const FindingCase cases[] = {
        RAISED("EXT-002", "cover", filed_otherwise, all_right),
        RAISED("EXT-002", "cover", filed_otherwise, a_paper_says_so),
        RAISED("EXT-002", "cover", filed_otherwise, no_cover),
        RAISED("EXT-002", "cover", other_party, all_right),
        RAISED("EXT-002", "cover", decided_otherwise, all_right),
        RAISED("EXT-002", "cover", closed_otherwise, all_right),
        RAISED("EXT-002", "cover", fined_otherwise, the_paper_is_masked),
        RAISED("EXT-002", "cover", other_number, right_numbers),
        RAISED("EXT-002", "cover", other_notice, number_besides),
        RAISED("EXT-002", "cover", other_number, number_of_a_scan),
        RAISED("EXT-002", "cover", other_number, number_of_no_list),
        RAISED("EXT-002", "catalogue-day", decision_listed_otherwise, an_interview_asks_of_the_inspection),
        RAISED("EXT-002", "catalogue-day", decision_listed_otherwise, listed_right),
        RAISED("EXT-002", "catalogue-day", receipt_listed_otherwise, which_receipt_is_open),
        RAISED("EXT-002", "catalogue-day", a_scan_of_the_decision_beside, a_scan_of_a_receipt_beside),
        RAISED("EXT-002", "catalogue-day", decision_listed_otherwise, kind_is_not_known),
        RAISED("EXT-002", "catalogue-day", decision_listed_otherwise, decision_may_be_a_scan)};
    const struct CMUnitTest tests[] = {cmocka_unit_test(both_are_named), cmocka_unit_test(the_row_is_named)};
    return finding_cases_run("covers and catalogues", cases, G_N_ELEMENTS(cases)) ||
           cmocka_run_group_tests_name("what they name", tests, NULL, NULL);
}
