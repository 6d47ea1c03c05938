/* What papers say that cannot be so: a decision that departs from its notice, officers' numbers, blanks left open. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "findingcases.h"

#define PENALTY "案卷/行政处罚1/"
#define DAILY "案卷/按日1/"

#define EIA "中华人民共和国环境影响评价法"
#define WATER "中华人民共和国水污染防治法"

static void cite(Submitted *s, const char *field, const char *told, const char *decided)
{
    set_field(s, PENALTY "告知书.docx", field, told);
    set_field(s, PENALTY "决定书.docx", field, decided);
}
static void another_law(Submitted *s) { cite(s, "laws-basis", EIA "|31|1|", WATER "|74|1|"); }
static void another_article(Submitted *s) { cite(s, "laws-violated", EIA "|25||", EIA "|24||"); }
static void same_article(Submitted *s) { cite(s, "laws-violated", EIA "|25||", EIA "|25|1|"); }
static void another_paragraph(Submitted *s) { cite(s, "laws-basis", WATER "|75|2|", WATER "|75|1|"); }
static void same_paragraph_and_an_item(Submitted *s) { cite(s, "laws-basis", WATER "|75|2|", WATER "|75|2|3"); }
static void another_item(Submitted *s) { cite(s, "laws-basis", WATER "|75|2|3", WATER "|75|2|1"); }
static void another_item_beside_what_is_common(Submitted *s)
{
    another_item(s);
    add_field(the_document(s, PENALTY "告知书.docx"), "laws-basis", WATER "|76||");
    add_field(the_document(s, PENALTY "决定书.docx"), "laws-basis", WATER "|76||");
}
static void one_item_in_common(Submitted *s)
{
    another_item_beside_what_is_common(s);
    add_field(the_document(s, PENALTY "决定书.docx"), "laws-basis", WATER "|75|2|3");
}
static void one_item_less(Submitted *s)
{
    another_item_beside_what_is_common(s);
    add_field(the_document(s, PENALTY "告知书.docx"), "laws-basis", WATER "|75|2|1");
}
static void same_item(Submitted *s) { cite(s, "laws-basis", WATER "|75|2|3", WATER "|75||3"); }
static void no_paragraph_told(Submitted *s) { cite(s, "laws-basis", WATER "|75|2|", WATER "|75||"); }
static void one_paragraph_in_common(Submitted *s)
{
    another_paragraph(s);
    add_field(the_document(s, PENALTY "决定书.docx"), "laws-basis", WATER "|75|2|");
}
static void one_article_more(Submitted *s)
{
    same_article(s);
    add_field(the_document(s, PENALTY "决定书.docx"), "laws-violated", EIA "|16||");
}
static void only_procedure_was_told(Submitted *s) { cite(s, "laws-basis", "中华人民共和国行政处罚法|31||", EIA "|31|1|"); }
static void notice_of_another_step(Submitted *s)
{
    set_field(s, DAILY "原告知书.docx", "laws-basis", WATER "|74|1|"); /* that of the original penalty, not of the daily one */
    set_field(s, DAILY "按日决定书.docx", "laws-basis", "中华人民共和国环境保护法|59|1|");
}

#define PROTECTION "中华人民共和国环境保护法|63|1|"
static void transfer_under(Submitted *s, const char *letter, const char *approval)
{
    set_field(s, "案卷/拘留1/移送书.docx", "laws-basis", letter);
    set_field(s, "案卷/拘留1/审批.docx", "laws-basis", approval);
}
static void another_item_approved(Submitted *s) { transfer_under(s, PROTECTION "3", PROTECTION "1"); }
static void approved_without_an_item(Submitted *s) { transfer_under(s, PROTECTION "3", PROTECTION); }
static void approved_under_another_law(Submitted *s) { transfer_under(s, PROTECTION "3", WATER "|74|1|"); }
static void approved_with_one_item_more(Submitted *s)
{
    another_item_approved(s);
    add_field(the_document(s, "案卷/拘留1/审批.docx"), "laws-basis", PROTECTION "3");
}

static void told_days(Submitted *s, const char *days) { set_field(s, DAILY "告知书.docx", "days", days); }
static void other_days_told(Submitted *s) { told_days(s, "14"); }
static void same_days_told(Submitted *s) { told_days(s, "13"); }
static void told_total(Submitted *s, const char *yuan) { set_field(s, DAILY "告知书.docx", "proposed-fine-yuan", yuan); }
static void other_total_told(Submitted *s) { told_total(s, "600000.00"); }
static void same_total_told(Submitted *s) { told_total(s, "650000.00"); }
static void other_last_day_told(Submitted *s) { set_field(s, DAILY "告知书.docx", "last-day", "2016-09-21"); }
static void same_last_day_told(Submitted *s) { set_field(s, DAILY "告知书.docx", "last-day", "2016-09-20"); }

/* The decision fines 48,000 yuan; its notice is of 20 September. */
static void discuss(Submitted *s, const char *day, const char *yuan)
{
    put_document(s, PENALTY "讨论.docx", "discussion-record", "document-date", day, "proposed-fine-yuan", yuan,
                 NULL);
}
static void another_fine_agreed_on(Submitted *s) { discuss(s, "2016-09-27", "90000.00"); }
static void the_fine_agreed_on(Submitted *s) { discuss(s, "2016-09-27", "48000"); }
static void another_fine_spoken_of_first(Submitted *s)
{
    another_fine_agreed_on(s);
    add_field(the_document(s, PENALTY "讨论.docx"), "proposed-fine-yuan", "48000.00");
}
static void agreed_on_in_a_second_discussion(Submitted *s)
{
    another_fine_agreed_on(s);
    put_document(s, PENALTY "再次讨论.docx", "discussion-record", "document-date", "2016-09-28", "proposed-fine-yuan",
                 "48000.00", NULL);
}
static void discussed_before_the_notice(Submitted *s) { discuss(s, "2016-09-12", "90000.00"); }
/* What to tell was discussed, and the party was told SUM. */
static void discussed_before_and_told(Submitted *s, const char *sum)
{
    discussed_before_the_notice(s);
    set_field(s, "案卷/行政处罚1/告知书.docx", "proposed-fine-yuan", sum);
}
static void discussed_before_and_told_otherwise(Submitted *s) { discussed_before_and_told(s, "48000.00"); }
static void discussed_before_and_told_so(Submitted *s) { discussed_before_and_told(s, "90000.00"); }
static void discussed_before_and_told_anew(Submitted *s)
{
    discussed_before_and_told_otherwise(s);
    put_document(s, "案卷/行政处罚1/原告知书.docx", "penalty-notice", "rights", "陈述", "doc-number", "沅环罚告字〔2016〕9号", "notice-date",
                 "2016-09-14", "proposed-fine-yuan", "90000.00", NULL);
}

/* One sentence fines the firm 40,000 yuan and its head YUAN. */
static void discuss_both(Submitted *s, const char *yuan)
{
    discuss(s, "2016-09-27", "40000.00");
    add_field(the_document(s, PENALTY "讨论.docx"), "proposed-fine-yuan", yuan);
}
static void firm_and_head(Submitted *s) { discuss_both(s, "8000.00"); }
static void firm_and_another_sum_for_its_head(Submitted *s) { discuss_both(s, "9000.00"); }

/* The head approved a fine of YUAN on DAY, on a form of the bureau's own; the notice is of 12 September. */
static void approve(Submitted *s, const char *day, const char *yuan)
{
    put_document(s, PENALTY "审批表.docx", "investigation-report", "approved-on", day, "proposed-fine-yuan", yuan, NULL);
}
static void another_fine_approved(Submitted *s) { approve(s, "2016-09-27", "90000.00"); }
static void the_fine_approved(Submitted *s) { approve(s, "2016-09-27", "48000.00"); }
static void approved_before_the_notice(Submitted *s) { approve(s, "2016-09-10", "90000.00"); }
static void approved_and_discussed(Submitted *s)
{
    another_fine_approved(s);
    the_fine_agreed_on(s);
}

/* The daily penalty was discussed, and YUAN was agreed on in the end; the sum of a day is named before. */
static void discuss_daily(Submitted *s, const char *yuan)
{
    put_document(s, DAILY "讨论.docx", "discussion-record", "document-date", "2016-10-17", "proposed-fine-yuan", "50000.00", NULL);
    add_field(the_document(s, DAILY "讨论.docx"), "proposed-fine-yuan", yuan);
}
static void another_total_agreed_on(Submitted *s) { discuss_daily(s, "900000.00"); }
static void the_total_agreed_on(Submitted *s) { discuss_daily(s, "650000.00"); }
static void no_total_agreed_on(Submitted *s) { discuss_daily(s, "50000.00"); }

/* Nothing says when they met; the notice is of YUAN. */
static void discuss_undated(Submitted *s, const char *yuan)
{
    put_document(s, PENALTY "讨论.docx", "discussion-record", "proposed-fine-yuan", "90000.00", NULL);
    set_field(s, PENALTY "告知书.docx", "proposed-fine-yuan", yuan);
}
static void undated_and_told_otherwise(Submitted *s) { discuss_undated(s, "48000.00"); }
static void undated_and_told(Submitted *s) { discuss_undated(s, "90000.00"); }

/* The recheck of 20 September once more, in a cell of the daily decision's table. */
static void recheck_in(Submitted *s, const char *text_place, const char *cell_place, const char *day)
{
    Document *daily = the_document(s, DAILY "按日决定书.docx");
    Field *cell = add_field(daily, "recheck-date", day),
          *text = (Field *)document_field(daily, "recheck-date");
    g_free(cell->place);
    cell->place = g_strdup(cell_place);
    g_free(text->place);
    text->place = g_strdup(text_place);
}
static void another_recheck_in_the_table(Submitted *s) { recheck_in(s, "P10", "T1R2C2", "2016-09-19"); }
static void two_rechecks_in_the_text(Submitted *s) { recheck_in(s, "P10", "P11", "2016-09-19"); }
static void two_rechecks_in_the_table(Submitted *s) { recheck_in(s, "T1R2C2", "T1R3C2", "2016-09-19"); }

/* ---- papers of another firm ---- */

#define PARTY_NAME "沅陵县乌有锰业有限公司"

static void measure(Submitted *s, const char *file, const char *body)
{
    g_autofree char *path = g_strconcat(PENALTY, file, NULL);
    put_document(s, path, "monitoring-report", "document-date", "2016-09-09", "party", body, NULL);
}
static void another_firm_measured(Submitted *s) { measure(s, "监测.docx", "沅陵县红枫塑料有限公司"); }
static void the_firm_measured(Submitted *s) { measure(s, "监测.docx", "沅陵乌有锰业"); }
static void the_firm_measured_beside_another(Submitted *s)
{
    another_firm_measured(s);
    measure(s, "监测2.docx", PARTY_NAME);
}
static void measured_for_the_bureau(Submitted *s) { measure(s, "监测.docx", "沅陵县环境监察大队"); }

static void pay_as(Submitted *s, const char *payer) { set_field(s, PENALTY "缴款.docx", "party", payer); }
static void another_firm_paid(Submitted *s) { pay_as(s, "沅陵县红枫塑料有限公司"); }
static void a_person_paid(Submitted *s) { pay_as(s, "范样川"); }
static void a_bank_paid(Submitted *s) { pay_as(s, "怀化示例银行沅陵县支行"); }
static void the_police_paid(Submitted *s) { pay_as(s, "沅陵县公安局专户"); }
static void the_firm_paid(Submitted *s) { pay_as(s, "沅陵乌有锰业公司"); }

/* ---- certificate numbers ---- */

static Investigator *officer_of(Submitted *s, const char *path, guint index, const char *number, const char *quote)
{
    Investigator *officer = the_document(s, path)->investigators->pdata[index];
    g_free(officer->certificate);
    g_free(officer->quote);
    officer->certificate = g_strdup(number);
    officer->quote = g_strdup(quote);
    return officer;
}
static void quote_officer(Submitted *s, const char *path, guint index, const char *quote)
{
    Investigator *officer = the_document(s, path)->investigators->pdata[index];
    g_free(officer->quote);
    officer->quote = g_strdup(quote);
}
/* A second record of 行政处罚1, in which 舒例川 has NUMBER as QUOTE says; 43122203 in the first. */
static void number_in_the_interview(Submitted *s, const char *number, const char *quote)
{
    officer_of(s, PENALTY "检查笔录.docx", 1, "43122203", "检查人：向例明（43122201）、舒例川（43122203）");
    Document *interview = put_document(s, PENALTY "询问笔录.docx", "interview-record", "inspection-dates", "2016-09-06", NULL);
    put_officer(interview, "向例明", "43122201");
    put_officer(interview, "舒例川", "43122203");
    officer_of(s, PENALTY "询问笔录.docx", 1, number, quote);
}
static void another_number(Submitted *s) { number_in_the_interview(s, "43122230", "向例明（43122201）、舒例川（43122230）"); }
/* The same with a third record, which has the number of the first. */
static void number_in_one_of_three(Submitted *s, const char *number)
{
    g_autofree char *quote = g_strdup_printf("向例明（43122201）、舒例川（%s）", number);
    number_in_the_interview(s, number, quote);
    put_officer(put_document(s, PENALTY "询问笔录2.docx", "interview-record", "inspection-dates", "2016-09-06", NULL), "舒例川", "43122203");
    officer_of(s, PENALTY "询问笔录2.docx", 0, "43122203", "舒例川（43122203）");
}
/* In two records the numbers stand in a column of their own. */
static void numbers_in_a_column(Submitted *s, int records)
{
    number_in_one_of_three(s, "43122230");
    quote_officer(s, PENALTY "检查笔录.docx", 1, "向例明、舒例川");
    if (records > 1)
        quote_officer(s, PENALTY "询问笔录2.docx", 0, "舒例川");
    else
        drop_files(s, PENALTY "询问笔录2.docx");
}
static void another_number_than_in_two_columns(Submitted *s) { numbers_in_a_column(s, 2); }
static void another_number_than_in_one_column(Submitted *s) { numbers_in_a_column(s, 1); }
static void another_number_of_the_series(Submitted *s) { number_in_one_of_three(s, "43129988"); }
static void another_kind_in_one_of_three(Submitted *s) { number_in_one_of_three(s, "18122017"); }
static void another_number_of_the_series_in_one_of_two(Submitted *s) { number_in_the_interview(s, "43129988", "向例明（43122201）、舒例川（43129988）"); }
static void another_kind_of_certificate(Submitted *s) { number_in_the_interview(s, "18122017", "向例明（43122201）、舒例川（18122017）"); }
static void number_behind_a_list(Submitted *s) { number_in_the_interview(s, "43122201", "向例明、舒例川，执法证号为43122201"); }
/* The same with another name for 舒例川. */
static void name_in_the_interview(Submitted *s, const char *name)
{
    g_autofree char *quote = g_strdup_printf("向例明（43122201）、%s（43122203）", name);
    number_in_the_interview(s, "43122203", quote);
    Investigator *officer = the_document(s, PENALTY "询问笔录.docx")->investigators->pdata[1];
    g_free(officer->name);
    officer->name = g_strdup(name);
}
static void another_character(Submitted *s) { name_in_the_interview(s, "舒例州"); }
static void another_person(Submitted *s) { name_in_the_interview(s, "黄例州"); }
static void one_number_for_two(Submitted *s)
{
    const char *quote = "检查人：向例明（43122201）、舒例川（43122201）";
    officer_of(s, PENALTY "检查笔录.docx", 0, "43122201", quote);
    officer_of(s, PENALTY "检查笔录.docx", 1, "43122201", quote);
}
static void one_number_behind_a_list(Submitted *s)
{
    const char *quote = "检查人：向例明、舒例川，执法证号分别为43122201、43122201";
    officer_of(s, PENALTY "检查笔录.docx", 0, "43122201", quote);
    officer_of(s, PENALTY "检查笔录.docx", 1, "43122201", quote);
}
static void number_inside_the_names(Submitted *s) /* such as only a record made by hand holds */
{
    const char *quote = "检查人：向例明、舒例川";
    officer_of(s, PENALTY "检查笔录.docx", 0, "例", quote);
    officer_of(s, PENALTY "检查笔录.docx", 1, "例", quote);
}

static void draft(Submitted *s, const char *id) { add_field(the_document(s, PENALTY "告知书.docx"), id, "罚款人民币XX万元")->status = VALUE_DRAFT; }
static void left_open(Submitted *s) { draft(s, "unfilled"); }
static void left_as_a_draft(Submitted *s) { draft(s, "draft-wording"); }
static void titled_as_a_draft(Submitted *s)
{
    left_as_a_draft(s);
    the_field(s, PENALTY "告知书.docx", "draft-wording")->rule = g_strdup("draft-title");
}

/* ---- terms, remedies, the range of fines ---- */

static void say(Submitted *s, const char *name, const char *field, const char *value)
{
    g_autofree char *path = g_strconcat(PENALTY, name, ".docx", NULL);
    set_field(s, path, field, value);
}
static void thirty_days_to_pay(Submitted *s) { say(s, "决定书", "payment-days", "30"); }
static void fifteen_days_to_pay(Submitted *s) { say(s, "决定书", "payment-days", "15"); }
static void thirty_days_for_review(Submitted *s) { say(s, "决定书", "review-days", "30"); }
static void sixty_days_for_review(Submitted *s) { say(s, "决定书", "review-days", "60"); }
static void three_months_to_sue(Submitted *s) { say(s, "责改", "sue-months", "3"); }
static void six_months_to_sue(Submitted *s) { say(s, "责改", "sue-months", "6"); }
static void one_day_for_the_hearing(Submitted *s) { say(s, "告知书", "hearing-days", "1"); }
static void three_days_for_the_hearing(Submitted *s) { say(s, "告知书", "hearing-days", "3"); }
static void seven_days_for_the_hearing(Submitted *s) { say(s, "告知书", "hearing-days", "7"); }
static void heading_alone(Submitted *s) { say(s, "决定书", "remedies-heading", "四、申请行政复议或者提起行政诉讼的途径和期限"); }
static void heading_with_remedies(Submitted *s)
{
    heading_alone(s);
    say(s, "决定书", "remedies", "可以申请行政复议");
}

static void only_the_way_to_pay(Submitted *s) { say(s, "决定书", "payment-way", "缴至指定银行"); }
static void both_told(Submitted *s)
{
    only_the_way_to_pay(s);
    say(s, "决定书", "remedies", "可以申请行政复议");
}
static void way_to_pay_and_a_page_pasted_in(Submitted *s)
{
    only_the_way_to_pay(s);
    say(s, "决定书", "pasted", "picture");
}
/* A decision of TYPE and TITLE, with its provision and its day. */
static void decide(Submitted *s, const char *type, const char *title)
{
    put_document(s, "案卷/限产1/决定书.docx", type, "doc-number", "沅环停字〔2016〕1号", "laws-basis", PROTECTION "3",
                 "decision-date", "2016-09-29", NULL)->title = g_strdup(title);
}
static void seizure(Submitted *s) { decide(s, "seizure-decision", "查封（扣押）决定书"); }
static void seizure_lifted(Submitted *s) { decide(s, "seizure-decision", "解除查封（扣押）决定书"); }
static void restriction(Submitted *s) { decide(s, "restriction-decision", "责令停产整治决定书"); }
static void restriction_with_remedies(Submitted *s)
{
    restriction(s);
    set_field(s, "案卷/限产1/决定书.docx", "remedies", "可以申请行政复议");
}
static void only_the_remedies(Submitted *s) { say(s, "决定书", "remedies", "可以申请行政复议"); }
static void only_the_remedies_without_a_fine(Submitted *s)
{
    only_the_remedies(s);
    drop_field(s, PENALTY "决定书.docx", "fine-yuan");
}
static void neither_told(Submitted *s) { say(s, "决定书", "laws-basis", WATER "|74|1|"); }
static void days_to_pay_alone(Submitted *s)
{
    neither_told(s);
    say(s, "决定书", "payment-days", "15");
}

/* The decision of 行政处罚1 fines 48,000 yuan, as QUOTE says. */
static void range(Submitted *s, const char *least, const char *most, const char *quote)
{
    say(s, "决定书", "fine-least-yuan", least);
    say(s, "决定书", "fine-most-yuan", most);
    Field *fine = the_field(s, PENALTY "决定书.docx", "fine-yuan");
    quote_field(fine, quote);
}
#define WHOLE "罚款人民币肆万捌仟元整"
static void fine_above(Submitted *s) { range(s, "10000.00", "47999.00", WHOLE); }
static void fine_at_the_top(Submitted *s) { range(s, "10000.00", "48000.00", WHOLE); }
static void two_fines_together_above(Submitted *s) { range(s, "10000.00", "40000.00", "罚款人民币贰万肆仟元整"); }
static void total_above(Submitted *s) { range(s, "10000.00", "40000.00", "合计" WHOLE); }
static void fine_above_one_of_two_ranges(Submitted *s)
{
    fine_above(s);
    add_field(the_document(s, PENALTY "决定书.docx"), "fine-most-yuan", "200000.00");
}
static void fine_below(Submitted *s) { range(s, "50000.00", "200000.00", WHOLE); }
static void fine_mitigated(Submitted *s)
{
    fine_below(s);
    say(s, "决定书", "mitigated", "减轻处罚");
}
static void fine_at_the_bottom(Submitted *s) { range(s, "48000.00", "200000.00", WHOLE); }

/* ---- what the party asked for ---- */

/* The notice was served on 21 September; the third day after is a Saturday. */
static void put_dated_request(Submitted *s, const char *title, const char *day)
{
    g_autofree char *path = g_strconcat(PENALTY, title, ".docx", NULL);
    put_document(s, path, "other", "document-date", day, NULL)->title = g_strdup(title);
}
static void put_request(Submitted *s, const char *title) { put_dated_request(s, title, "2016-09-22"); }
static void hearing_asked_for(Submitted *s) { put_request(s, "听证申请书"); }
static void hearing_asked_for_in_other_words(Submitted *s) { put_request(s, "关于要求举行听证的申请"); }
static void told_that_none_was_asked_for(Submitted *s) { put_request(s, "关于当事人未提出听证申请的说明"); }
static void request_taken_back_by_a_paper(Submitted *s)
{
    hearing_asked_for(s);
    put_request(s, "撤回听证申请书");
}
static void deny_hearing(Submitted *s) { say(s, "决定书", "hearing", "未提出陈述申辩，也未要求听证"); }
static void hearing_asked_for_and_denied(Submitted *s)
{
    hearing_asked_for(s);
    deny_hearing(s);
}
static void hearing_asked_for_on_the_last_day(Submitted *s)
{
    put_dated_request(s, "听证申请书", "2016-09-26");
    deny_hearing(s);
}
static void hearing_asked_for_too_late(Submitted *s)
{
    put_dated_request(s, "听证申请书", "2016-09-27");
    deny_hearing(s);
}
static void right_taken_as_given_up(Submitted *s)
{
    hearing_asked_for(s);
    say(s, "决定书", "hearing", "视为放弃听证权利");
}
static void right_given_up_in_writing(Submitted *s)
{
    hearing_asked_for(s);
    say(s, "决定书", "hearing", "书面放弃听证权利");
}
static void hearing_asked_for_and_held(Submitted *s)
{
    hearing_asked_for(s);
    put_document(s, PENALTY "听证笔录.docx", "hearing-record", NULL);
}
static void hearing_asked_for_and_taken_back(Submitted *s)
{
    hearing_asked_for(s);
    say(s, "决定书", "hearing", "后撤回听证申请");
}
static void hearing_asked_for_by_a_scan(Submitted *s) { put_scan(s, PENALTY "听证申请.jpg", "asked", NULL, NULL); }
static void decision_tells_of_a_request(Submitted *s) { say(s, "决定书", "hearing-asked", "书面要求听证"); }
static void decision_tells_of_the_hearing(Submitted *s)
{
    decision_tells_of_a_request(s);
    say(s, "决定书", "hearing-held", "我局组织了听证");
}
static void decision_tells_of_the_hearing_in_a_scan(Submitted *s)
{
    decision_tells_of_the_hearing(s);
    put_scan(s, PENALTY "听证笔录.jpg", "hearing", NULL, NULL);
}
static void decision_tells_of_the_hearing_taken_back(Submitted *s)
{
    decision_tells_of_the_hearing(s);
    say(s, "决定书", "hearing", "后撤回听证申请");
}
static void defence_denied(Submitted *s)
{
    put_request(s, "陈述申辩书");
    deny_hearing(s);
}
static void the_form_of_a_defence_declines(Submitted *s)
{
    defence_denied(s);
    say(s, "陈述申辩书", "waived", "不进行陈述申辩");
}
static void put_defence_scan(Submitted *s, const char *name)
{
    deny_hearing(s);
    put_scan(s, name, "defence", NULL, NULL);
}
static void defence_scanned(Submitted *s) { put_defence_scan(s, PENALTY "14.陈述申辩意见.jpg"); }
static void waiver_scanned(Submitted *s) { put_defence_scan(s, PENALTY "14.陈述申辩意见（放弃听证）.jpg"); }
static void only_the_hearing_given_up(Submitted *s)
{
    put_request(s, "陈述申辩书");
    say(s, "决定书", "hearing", "放弃听证权利并提出陈述申辩意见");
}
static void only_the_hearing_denied(Submitted *s)
{
    put_request(s, "陈述申辩书");
    say(s, "决定书", "hearing", "未要求听证，提出的陈述申辩意见不予采纳");
}

static void provision_unnamed(Submitted *s) { say(s, "决定书", "provision-unnamed", "违反了有关规定"); }
static void provision_named_beside(Submitted *s)
{
    provision_unnamed(s);
    say(s, "决定书", "laws-violated", EIA "|25||");
}

static void rights_of_2021(Submitted *s) { say(s, "告知书", "later-article", "行政处罚法》第四十五条、第六十三条的规定，你单位有权进行陈述"); }

/* ---- who signed ---- */

static void signed_by(Submitted *s, const char *agency)
{
    g_ptr_array_add(s->slice->unit->aliases, g_strdup("沅陵县"));
    set_field(s, PENALTY "决定书.docx", "agency", agency);
}
static void signed_by_the_team(Submitted *s) { signed_by(s, "沅陵县环境监察大队"); }
static void signed_by_the_team_of_the_bureau(Submitted *s) { signed_by(s, "沅陵县环境保护局环境监察大队"); }
static void signed_by_its_short_name(Submitted *s) { signed_by(s, "沅陵县环保局"); }
static void signed_by_the_unit_which_is_a_team(Submitted *s)
{
    signed_by_the_team(s);
    g_free(s->slice->unit->name);
    s->slice->unit->name = g_strdup("沅陵县环境监察大队");
}

static void paper_signed_by_the_team(Submitted *s, const char *path, const char *heading)
{
    g_ptr_array_add(s->slice->unit->aliases, g_strdup("沅陵县"));
    set_field(s, path, "agency", "沅陵县环境监察大队");
    if (heading)
        set_field(s, path, "heading-agency", heading);
}
static void notice_signed_by_the_team(Submitted *s) { paper_signed_by_the_team(s, PENALTY "告知书.docx", NULL); }
static void order_of_the_team(Submitted *s) { paper_signed_by_the_team(s, PENALTY "责改.docx", "沅陵县环境监察大队"); }
/* That heading and signature differ is told by itself. */
static void order_signed_under_the_bureaus_heading(Submitted *s)
{
    paper_signed_by_the_team(s, PENALTY "责改.docx", "沅陵县环境保护局");
}
static void records_of_the_team(Submitted *s)
{
    paper_signed_by_the_team(s, PENALTY "检查笔录.docx", NULL);
    paper_signed_by_the_team(s, PENALTY "立案.docx", NULL);
    paper_signed_by_the_team(s, PENALTY "调查报告.docx", NULL);
}
static void order_of_the_team_beside_the_bureau(Submitted *s)
{
    set_field(s, PENALTY "责改.docx", "agency", "沅陵县环境监察大队");
    submitted_without_tables(s);
}
static void order_of_the_bureau_beside_the_bureau(Submitted *s)
{
    set_field(s, PENALTY "责改.docx", "agency", "沅陵县环境保护局");
    submitted_without_tables(s);
}

static void without_tables(Submitted *s, const char *decision, const char *notice)
{
    set_field(s, PENALTY "决定书.docx", "agency", decision);
    set_field(s, PENALTY "告知书.docx", "agency", notice);
    submitted_without_tables(s);
}
static void team_beside_the_bureau(Submitted *s) { without_tables(s, "沅陵县环境监察大队", "沅陵县环境保护局"); }
static void branch_beside_the_bureau(Submitted *s) { without_tables(s, "怀化市环境保护局鹤城区分局", "怀化市环境保护局"); }
static void bureau_beside_the_bureau(Submitted *s) { without_tables(s, "沅陵县环境保护局", "沅陵县环境保护局"); }

/* ---- to whom a letter goes ---- */

static void not_copied(Submitted *s) { drop_field(s, "案卷/犯罪1/移送书.docx", "copied-to"); }
static void copied_by_the_receipt(Submitted *s)
{
    not_copied(s);
    set_field(s, "案卷/犯罪1/回执.docx", "copied-to", "沅陵县人民检察院");
}
static void copied_by_a_scan(Submitted *s)
{
    not_copied(s);
    put_scan(s, "案卷/犯罪1/检察院签收.jpg", "copied", NULL, NULL);
}
static void addressed_to_the_prosecutors(Submitted *s) { set_field(s, "案卷/犯罪1/移送书.docx", "recipient", "沅陵县人民检察院"); }
static void detention_addressed_to_a_court(Submitted *s) { set_field(s, "案卷/拘留1/移送书.docx", "recipient", "沅陵县人民法院"); }
static void addressed_to_the_police(Submitted *s) { set_field(s, "案卷/犯罪1/移送书.docx", "recipient", "沅陵县公安局"); }

/* ---- one law violated, another punished by ---- */

#define AIR "中华人民共和国大气污染防治法"
#define WATER "中华人民共和国水污染防治法"

static void violated_and_punished(Submitted *s, const char *violated, const char *basis)
{
    drop_field(s, PENALTY "决定书.docx", "laws-violated");
    drop_field(s, PENALTY "决定书.docx", "laws-basis");
    say(s, "决定书", "laws-violated", violated);
    say(s, "决定书", "laws-basis", basis);
}
static void air_violated_and_water_punished(Submitted *s) { violated_and_punished(s, AIR "|18||", WATER "|74|1|"); }
static void water_violated_and_water_punished(Submitted *s) { violated_and_punished(s, WATER "|9||", WATER "|74|1|"); }
static void general_law_violated_and_water_punished(Submitted *s)
{
    violated_and_punished(s, "中华人民共和国环境保护法|42||", WATER "|74|1|");
}
static void water_punished_for(Submitted *s, const char *facts)
{
    violated_and_punished(s, WATER "|9||", WATER "|74|1|");
    drop_field(s, PENALTY "决定书.docx", "cause");
    say(s, "决定书", "facts", facts);
}
static void smoke_punished_under_the_water_law(Submitted *s) { water_punished_for(s, "锅炉烟气未经处理直接排放"); }
static void waste_water_punished_under_the_water_law(Submitted *s) { water_punished_for(s, "生产废水未经处理直接排放，车间异味明显"); }
static void something_punished_under_the_water_law(Submitted *s) { water_punished_for(s, "未按规定进行申报登记"); }
static void both_violated_and_water_punished(Submitted *s)
{
    air_violated_and_water_punished(s);
    say(s, "决定书", "laws-violated", WATER "|9||");
}

/* ---- when records were made ---- */

static void begun_only(Submitted *s) { set_field(s, PENALTY "检查笔录.docx", "record-begin", "2016年9月5日9时20分"); }
static void begun_and_ended(Submitted *s)
{
    begun_only(s);
    set_field(s, PENALTY "检查笔录.docx", "record-end", "结束时间：10时");
}
static void begun_with_its_end(Submitted *s)
{
    set_field(s, PENALTY "检查笔录.docx", "record-begin", "2016年9月5日9时20分至10时");
}
static void begun_on_a_day(Submitted *s) { set_field(s, PENALTY "检查笔录.docx", "record-begin", "2016年9月5日"); }
static void begun_and_scanned(Submitted *s)
{
    begun_only(s);
    put_scan(s, PENALTY "检查笔录.jpg", "inspection scan", "inspection-record", NULL);
}
static void record_time(Submitted *s, const char *path, const char *time) { set_field(s, path, "record-time", time); }
static void ends_before_it_begins(Submitted *s) { record_time(s, PENALTY "检查笔录.docx", "2016年9月5日14时30分至13时40分"); }
static void ends_before_it_begins_from_to(Submitted *s)
{
    record_time(s, PENALTY "检查笔录.docx", "2016年9月5日14时5分起至13时47分");
}
static void ends_at_once(Submitted *s) { record_time(s, PENALTY "检查笔录.docx", "2016年9月5日 14:30—14:30"); }
static void ends_the_next_day(Submitted *s) { record_time(s, PENALTY "检查笔录.docx", "2016年9月5日22时至2016年9月6日1时5分"); }
static void ends_in_the_afternoon(Submitted *s) { record_time(s, PENALTY "检查笔录.docx", "2016年9月5日11时至下午2时"); }

/* ---- the head of the firm, in a record of the place and in the decision ---- */

static void head_at_the_place(Submitted *s, const char *name, const char *rule)
{
    set_field(s, PENALTY "决定书.docx", "legal-rep", "唐某山");
    Field *head = add_field(the_document(s, PENALTY "检查笔录.docx"), "legal-rep", name);
    g_free(head->rule);
    head->rule = g_strdup(rule);
}
static void another_head(Submitted *s) { head_at_the_place(s, "唐某龙", "label:法定代表人(负责人)"); }
static void the_head(Submitted *s) { head_at_the_place(s, "唐某山", "label:法定代表人(负责人)"); }
static void another_at_the_place(Submitted *s) { head_at_the_place(s, "唐某龙", "label:负责人"); }

/* ---- who signed the order; the decision is by 沅陵县环境保护局 ---- */

static void order_signed_by(Submitted *s, const char *agency)
{
    set_field(s, PENALTY "决定书.docx", "agency", "沅陵县环境保护局");
    set_field(s, PENALTY "责改.docx", "agency", agency);
}
static void order_of_another_county(Submitted *s) { order_signed_by(s, "怀化市芷江侗族自治县环境保护局"); }
static void order_with_the_city_before(Submitted *s) { order_signed_by(s, "湖南省怀化市沅陵县环境保护局"); }
static void order_of_the_city(Submitted *s) { order_signed_by(s, "怀化市环境保护局"); }

/* ---- the year of a number ---- */

static void order_numbered(Submitted *s, const char *number, const char *date)
{
    set_field(s, PENALTY "责改.docx", "doc-number", number);
    set_field(s, PENALTY "责改.docx", "decision-date", date);
}
static void order_of_last_year(Submitted *s) { order_numbered(s, "沅环责改字〔2015〕7号", "2016-09-06"); }
static void order_of_this_year(Submitted *s) { order_numbered(s, "沅环责改字〔2016〕7号", "2016-09-06"); }
static void order_about_new_year(Submitted *s) { order_numbered(s, "沅环责改字〔2015〕77号", "2016-01-29"); }

static const FindingCase cases[] = {
    RAISED("EXT-003", "year", order_of_last_year, order_of_this_year),
    RAISED("EXT-003", "year", order_of_last_year, order_about_new_year),
    RAISED("REF-005", "paper", order_of_another_county, order_with_the_city_before),
    RAISED("REF-005", "paper", order_of_another_county, order_of_the_city),
    RAISED("EXT-002", "told", another_head, the_head),
    RAISED("EXT-002", "told", another_head, another_at_the_place),
    RAISED("EXT-003", "time", ends_before_it_begins, ends_at_once),
    RAISED("EXT-003", "time", ends_before_it_begins_from_to, ends_the_next_day),
    RAISED("EXT-003", "time", ends_before_it_begins, ends_in_the_afternoon),
    RAISED("EXT-005", "no-end", begun_only, begun_and_ended),
    RAISED("EXT-005", "no-end", begun_only, begun_with_its_end),
    RAISED("EXT-005", "no-end", begun_only, begun_on_a_day),
    RAISED("EXT-005", "no-end", begun_only, begun_and_scanned),
    RAISED("LAW-019", "later", rights_of_2021, provision_unnamed),
    RAISED("LAW-019", NULL, provision_unnamed, provision_named_beside),
    RAISED("REF-005", "team", signed_by_the_team, signed_by_its_short_name),
    RAISED("REF-005", "team", signed_by_the_team_of_the_bureau, signed_by_the_unit_which_is_a_team),
    RAISED("REF-005", "team", notice_signed_by_the_team, records_of_the_team),
    RAISED("REF-005", "team", order_of_the_team, order_signed_under_the_bureaus_heading),
    RAISED("REF-005", "team", order_of_the_team_beside_the_bureau, order_of_the_bureau_beside_the_bureau),
    RAISED("REF-005", "team", team_beside_the_bureau, branch_beside_the_bureau),
    RAISED("REF-005", "team", team_beside_the_bureau, bureau_beside_the_bureau),
    RAISED("REF-007", "prosecutors", addressed_to_the_prosecutors, addressed_to_the_police),
    RAISED("REF-007", "prosecutors", detention_addressed_to_a_court, addressed_to_the_police),
    RAISED("LAW-019", "medium", smoke_punished_under_the_water_law, waste_water_punished_under_the_water_law),
    RAISED("LAW-019", "medium", smoke_punished_under_the_water_law, something_punished_under_the_water_law),
    RAISED("LAW-019", "media", air_violated_and_water_punished, water_violated_and_water_punished),
    RAISED("LAW-019", "media", air_violated_and_water_punished, general_law_violated_and_water_punished),
    RAISED("LAW-019", "media", air_violated_and_water_punished, both_violated_and_water_punished),
    RAISED("LAW-016", NULL, thirty_days_to_pay, fifteen_days_to_pay),
    RAISED("LAW-016", "review", thirty_days_for_review, sixty_days_for_review),
    RAISED("LAW-016", "sue", three_months_to_sue, six_months_to_sue),
    RAISED("LAW-016", "hearing", one_day_for_the_hearing, three_days_for_the_hearing),
    RAISED("LAW-016", "hearing", one_day_for_the_hearing, seven_days_for_the_hearing),
    RAISED("SET-005", "procurators", not_copied, copied_by_the_receipt),
    RAISED("SET-005", "procurators", not_copied, copied_by_a_scan),
    RAISED("LAW-016", "no-remedies", only_the_way_to_pay, both_told),
    RAISED("LAW-016", "no-remedies", only_the_way_to_pay, way_to_pay_and_a_page_pasted_in),
    RAISED("LAW-016", "no-remedies", seizure, seizure_lifted),
    RAISED("LAW-016", "no-remedies", restriction, restriction_with_remedies),
    RAISED("LAW-016", "no-payment-way", only_the_remedies, both_told),
    RAISED("LAW-016", "no-payment-way", only_the_remedies, only_the_remedies_without_a_fine),
    RAISED("LAW-016", "no-ending", neither_told, days_to_pay_alone),
    RAISED("LAW-016", "remedies", heading_alone, heading_with_remedies),
    RAISED("LAW-017", NULL, fine_above, fine_at_the_top),
    RAISED("LAW-017", NULL, fine_above, two_fines_together_above),
    RAISED("LAW-017", NULL, fine_above, total_above),
    RAISED("LAW-017", NULL, fine_above, fine_above_one_of_two_ranges),
    RAISED("LAW-017", "below", fine_below, fine_at_the_bottom),
    RAISED("LAW-017", "below", fine_below, fine_mitigated),
    RAISED("LAW-018", NULL, hearing_asked_for, hearing_asked_for_and_held),
    RAISED("LAW-018", NULL, hearing_asked_for_by_a_scan, hearing_asked_for_and_taken_back),
    RAISED("LAW-018", NULL, decision_tells_of_a_request, decision_tells_of_the_hearing),
    RAISED("LAW-018", "hearing-missing", decision_tells_of_the_hearing, decision_tells_of_the_hearing_in_a_scan),
    RAISED("LAW-018", "hearing-missing", decision_tells_of_the_hearing, decision_tells_of_the_hearing_taken_back),
    RAISED("LAW-018", NULL, hearing_asked_for_and_denied, hearing_asked_for_too_late),
    RAISED("LAW-018", NULL, hearing_asked_for_on_the_last_day, told_that_none_was_asked_for),
    RAISED("LAW-018", NULL, hearing_asked_for_in_other_words, request_taken_back_by_a_paper),
    RAISED("LAW-018", NULL, right_taken_as_given_up, right_given_up_in_writing),
    RAISED("LAW-018", "defence", defence_denied, only_the_hearing_denied),
    RAISED("LAW-018", "defence", defence_denied, only_the_hearing_given_up),
    RAISED("LAW-018", "defence", defence_denied, the_form_of_a_defence_declines),
    RAISED("LAW-018", "defence", defence_scanned, waiver_scanned),
    RAISED("LAW-012", "changed", another_number, another_kind_of_certificate),
    RAISED("LAW-012", "changed", another_number, number_behind_a_list),
    RAISED("LAW-012", "changed", another_number_of_the_series, another_kind_in_one_of_three),
    RAISED("LAW-012", "changed", another_number_than_in_two_columns, another_number_than_in_one_column),
    RAISED("LAW-012", "changed", another_number_of_the_series, another_number_of_the_series_in_one_of_two),
    RAISED("LAW-012", "name", another_character, another_person),
    RAISED("LAW-012", "name", another_character, number_behind_a_list),
    RAISED("LAW-012", NULL, another_person, another_character),
    RAISED("LAW-012", "shared", one_number_for_two, one_number_behind_a_list),
    RAISED("LAW-012", "shared", one_number_for_two, another_number),
    RAISED("LAW-012", "shared", one_number_for_two, number_inside_the_names),
    RAISED("EXT-005", "unfilled", left_open, left_as_a_draft),
    RAISED("EXT-005", NULL, left_as_a_draft, left_open),
    RAISED("EXT-005", NULL, left_as_a_draft, titled_as_a_draft),
    RAISED("EXT-005", "title", titled_as_a_draft, left_as_a_draft),
    RAISED("EXT-002", "notice", another_law, only_procedure_was_told),
    RAISED("EXT-002", "notice", another_law, notice_of_another_step),
    RAISED("EXT-002", "notice", another_article, same_article),
    RAISED("EXT-002", "notice", another_article, one_article_more),
    RAISED("EXT-002", "notice", another_paragraph, same_paragraph_and_an_item),
    RAISED("EXT-002", "notice", another_paragraph, no_paragraph_told),
    RAISED("EXT-002", "notice", another_item, same_item),
    RAISED("EXT-002", "notice", another_item_beside_what_is_common, one_item_in_common),
    RAISED("EXT-002", "notice", another_item_beside_what_is_common, one_item_less),
    RAISED("EXT-002", "notice", another_item, same_paragraph_and_an_item),
    RAISED("EXT-002", "notice", another_paragraph, one_paragraph_in_common),
    RAISED("EXT-002", "approval", another_item_approved, approved_without_an_item),
    RAISED("EXT-002", "approval", another_item_approved, approved_under_another_law),
    RAISED("EXT-002", "approval", another_item_approved, approved_with_one_item_more),
    RAISED("EXT-002", "notice", other_days_told, same_days_told),
    RAISED("EXT-002", "notice", other_total_told, same_total_told),
    RAISED("EXT-002", "notice", other_last_day_told, same_last_day_told),
    RAISED("EXT-002", "body", another_firm_measured, the_firm_measured),
    RAISED("EXT-002", "body", another_firm_measured, the_firm_measured_beside_another),
    RAISED("EXT-002", "body", another_firm_measured, measured_for_the_bureau),
    RAISED("EXT-002", "body", another_firm_paid, a_person_paid),
    RAISED("EXT-002", "body", another_firm_paid, a_bank_paid),
    RAISED("EXT-002", "body", another_firm_paid, the_police_paid),
    RAISED("EXT-002", "body", another_firm_paid, the_firm_paid),
    RAISED("EXT-002", "discussion", another_fine_agreed_on, the_fine_agreed_on),
    RAISED("EXT-002", "discussion", another_fine_agreed_on, another_fine_spoken_of_first),
    RAISED("EXT-002", "discussion", another_fine_agreed_on, agreed_on_in_a_second_discussion),
    RAISED("EXT-002", "discussion", another_fine_agreed_on, discussed_before_the_notice),
    RAISED("EXT-002", "discussion", discussed_before_and_told_otherwise, discussed_before_and_told_so),
    RAISED("EXT-002", "discussion", discussed_before_and_told_otherwise, discussed_before_and_told_anew),
    RAISED("EXT-002", "discussion", discussed_before_and_told_otherwise, discussed_before_the_notice),
    RAISED("EXT-002", "discussion", firm_and_another_sum_for_its_head, firm_and_head),
    RAISED("EXT-002", "discussion", undated_and_told_otherwise, undated_and_told),
    RAISED("EXT-002", "discussion", another_total_agreed_on, the_total_agreed_on),
    RAISED("EXT-002", "fine-approved", another_fine_approved, the_fine_approved),
    RAISED("EXT-002", "fine-approved", another_fine_approved, approved_before_the_notice),
    RAISED("EXT-002", "fine-approved", another_fine_approved, approved_and_discussed),
    RAISED("EXT-002", "discussion", another_total_agreed_on, no_total_agreed_on),
    RAISED("EXT-002", "same-document", another_recheck_in_the_table, two_rechecks_in_the_text),
    RAISED("EXT-002", "same-document", another_recheck_in_the_table, two_rechecks_in_the_table),
};

/* Of two numbers the one that fewer papers have is told, be it in the first of them. */
static void the_odd_number_is_told(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    another_number(s);
    Document *report = put_document(s, PENALTY "询问笔录2.docx", "interview-record", "inspection-dates", "2016-09-06", NULL);
    put_officer(report, "向例明", "43122201");
    put_officer(report, "舒例川", "43122203");
    officer_of(s, PENALTY "询问笔录2.docx", 1, "43122230", "向例明（43122201）、舒例川（43122230）");
    submitted_check(s);
    const Finding *finding = NULL;
    for (guint i = 0; i < s->findings->findings->len && !finding; i++) {
        const Finding *each = s->findings->findings->pdata[i];
        finding = strcmp(each->code, "LAW-012") == 0 && g_strcmp0(each->variant, "changed") == 0 ? each : NULL;
    }
    assert_non_null(finding);
    assert_string_equal(finding->file, PENALTY "检查笔录.docx");
    assert_string_equal(finding_value(finding, "number"), "43122203");
    submitted_free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_odd_number_is_told)};
    int failed = finding_cases_run("content", cases, G_N_ELEMENTS(cases));
    return failed + cmocka_run_group_tests_name("odd numbers", tests, NULL, NULL);
}
