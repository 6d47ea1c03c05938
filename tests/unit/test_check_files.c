/* EXT and SET: each code with something that raises it and a near miss. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "findingcases.h"

#define DECISION "案卷/行政处罚1/决定书.docx"
#define DAILY "案卷/按日1/按日决定书.docx"

/* ---- a report among the evidence ---- */

static void report_listed(Submitted *s) { set_field(s, DECISION, "report-listed", "监测报告一份"); }
static void report_not_listed(Submitted *s) { set_field(s, DECISION, "evidence-listed", "监测报告一份"); }
static void report_in_the_file(Submitted *s)
{
    report_listed(s);
    put_document(s, "案卷/行政处罚1/报告.docx", "monitoring-report", NULL);
}
static void report_scanned(Submitted *s, const char *path, const char *named)
{
    report_listed(s);
    put_scan(s, path, "report", named, NULL);
}
static void report_as_a_scan(Submitted *s) { report_scanned(s, "案卷/行政处罚1/监测报告.pdf", "monitoring-report"); }
static void report_may_be_a_scan_without_name(Submitted *s) { report_scanned(s, "案卷/行政处罚1/IMG_1.jpg", NULL); }
/* A scan that says what it is holds nothing else. */
static void report_listed_beside_a_scan(Submitted *s)
{
    report_listed(s);
    put_scan(s, "案卷/行政处罚1/行政处罚决定书（盖章扫描）.pdf", "sealed", "penalty-decision", NULL);
}
static void report_may_be_behind_a_paper(Submitted *s)
{
    report_listed(s);
    put_scan(s, "案卷/行政处罚1/行政处罚决定书等.pdf", "sealed", "penalty-decision", NULL);
}
static void report_may_be_in_the_evidence(Submitted *s) { report_scanned(s, "案卷/行政处罚1/证据材料.pdf", "evidence"); }
static void report_and_a_photograph(Submitted *s) { report_scanned(s, "案卷/行政处罚1/现场照片.jpg", "evidence"); }

/* ---- records among the evidence ---- */

#define PENALTY "案卷/行政处罚1/"
/* The decision rests on INSPECTED and ASKED, and of the records only that of the interview lies in the file, as PATH. */
static void put_listed(Submitted *s, const char *inspected, const char *asked)
{
    drop_files(s, PENALTY "检查笔录.docx");
    if (inspected)
        set_field(s, DECISION, "inspection-listed", inspected);
    if (asked)
        set_field(s, DECISION, "interview-listed", asked);
}
static void inspection_listed(Submitted *s)
{
    put_listed(s, "现场检查（勘察）笔录", NULL);
    put_scan(s, PENALTY "调查询问笔录.jpg", "interview", "interview-record", NULL);
    put_scan(s, PENALTY "现场检查照片.jpg", "photograph", "evidence", NULL);
}
static void inspection_in(Submitted *s, const char *path, const char *named)
{
    inspection_listed(s);
    put_scan(s, path, "inspection", named, NULL);
}
static void inspection_as_a_scan(Submitted *s) { inspection_in(s, PENALTY "现场勘验.pdf", "inspection-record"); }
static void inspection_by_another_name(Submitted *s) { inspection_in(s, PENALTY "检查、询问笔录.pdf", "interview-record"); }
static void inspection_in_a_bundle(Submitted *s) { inspection_in(s, PENALTY "立案及调查取证.pdf", "filing-form"); }
static void inspection_among_records(Submitted *s) { inspection_in(s, PENALTY "笔录及照片.pdf", "evidence"); }
static void inspection_in_a_combined_record(Submitted *s)
{
    inspection_listed(s);
    put_document(s, PENALTY "2.docx", "interview-record", NULL)->title = g_strdup("现场检查（询问）笔录");
}
static void inspection_not_listed(Submitted *s)
{
    inspection_listed(s);
    drop_field(s, DECISION, "inspection-listed");
}
static void interview_listed(Submitted *s)
{
    put_listed(s, NULL, "对刘某的调查询问笔录");
    put_scan(s, PENALTY "现场检查笔录.jpg", "inspection", "inspection-record", NULL);
}
static void interview_beside_it(Submitted *s)
{
    interview_listed(s);
    put_document(s, PENALTY "询问.docx", "interview-record", NULL);
}

/* ---- EXT ---- */

static void no_number(Submitted *s) { drop_field(s, DECISION, "doc-number"); }
static void no_party(Submitted *s) { drop_field(s, DECISION, "party"); }
static void party_masked_in_the_decision(Submitted *s) { the_field(s, DECISION, "party")->status = VALUE_MASKED; }
static void no_date(Submitted *s) { drop_field(s, DECISION, "decision-date"); }
static void date_without_a_year(Submitted *s)
{
    set_field(s, DECISION, "decision-date", "10月8日");
    the_field(s, DECISION, "decision-date")->status = VALUE_PARTIAL;
}
static void no_such_date(Submitted *s)
{
    set_field(s, DECISION, "decision-date", "2016-09-31");
    the_field(s, DECISION, "decision-date")->status = VALUE_INVALID;
}
static void other_date(Submitted *s)
{
    no_date(s);
    set_field(s, DECISION, "document-date", "2016-09-28");
}
static void no_fine(Submitted *s) { drop_field(s, DECISION, "fine-yuan"); }
static void warned_and_not_fined(Submitted *s)
{
    no_fine(s);
    add_field(the_document(s, "案卷/行政处罚1/决定书.docx"), "other-penalty", "警告");
}
static void no_total(Submitted *s) { drop_field(s, DAILY, "total-yuan"); }
static void no_amount_a_day(Submitted *s) { drop_field(s, DAILY, "per-day-yuan"); }
static void no_fine_in_a_transfer(Submitted *s) { drop_field(s, "案卷/拘留1/决定书.docx", "fine-yuan"); }
static void only_a_scan(Submitted *s) { drop_files(s, DECISION); }
static void no_notice_date(Submitted *s) { drop_field(s, "案卷/行政处罚1/告知书.docx", "notice-date"); }

static void party_differs(Submitted *s) { set_field(s, "案卷/行政处罚1/立案.docx", "party", "沅陵县乌有锰业有限责任公司"); }
static void party_with_its_form(Submitted *s) { set_field(s, "案卷/行政处罚1/立案.docx", "party", "沅陵县乌有锰业有限公司（普通合伙）"); }
static void party_in_other_brackets(Submitted *s) { set_field(s, "案卷/行政处罚1/立案.docx", "party", "沅陵县乌有　锰业有限公司 "); }
static void party_of_an_invoice(Submitted *s) { set_field(s, "案卷/行政处罚1/缴款.docx", "party", "舒样平"); }
static void two_fines(Submitted *s) { add_field(the_document(s, DECISION), "fine-yuan", "4800.00"); }
static void two_fines_one_as_the_form(Submitted *s)
{
    two_fines(s);
    set_field(s, "案卷/行政处罚1/结案.docx", "fine-yuan", "4800.00");
}
static void form_says_another_fine(Submitted *s) { set_field(s, "案卷/行政处罚1/结案.docx", "fine-yuan", "4800.00"); }
static void fine_twice(Submitted *s) { add_field(the_document(s, DECISION), "fine-yuan", "48000.00"); }
static void notice_of_another_number(Submitted *s) { set_field(s, DECISION, "notice-number", "沅环罚告字〔2016〕99号"); }
static void notice_number_written_otherwise(Submitted *s) { set_field(s, DECISION, "notice-number", "沅环罚告〔2016〕第001号"); }
static void notice_only_scanned(Submitted *s)
{
    notice_of_another_number(s);
    drop_files(s, "案卷/行政处罚1/告知书.docx");
}

static void recheck_of_another_order(Submitted *s)
{
    set_field(s, "案卷/按日1/复查笔录.docx", "order-number", "沅环责改字〔2016〕26号");
}

static void recheck_of_the_second_order(Submitted *s)
{
    set_field(s, "案卷/按日1/复查笔录.docx", "order-number", "沅环责改〔2016〕第021号");
}

/* Before there was an order of this case. */
static void first_record_of_an_old_order(Submitted *s)
{
    put_document(s, "案卷/按日1/检查笔录.docx", "inspection-record", "inspection-dates", "2016-09-05",
                 "order-number", "沅环责改字〔2015〕3号", NULL);
}

static void code_with(Submitted *s, ValueStatus status)
{
    add_field(the_document(s, DECISION), "credit-code", "914312221234567890")->status = (int)status;
}
static void code_invalid(Submitted *s) { code_with(s, VALUE_INVALID); }
static void code_masked(Submitted *s) { code_with(s, VALUE_MASKED); }
static void code_valid(Submitted *s) { code_with(s, VALUE_VALID); }
static void day_written(Submitted *s)
{
    add_field(the_document(s, "案卷/行政处罚1/检查笔录.docx"), "written-date", "2016年9月31日")->status = VALUE_INVALID;
}
static void day_of_a_field(Submitted *s)
{
    day_written(s);
    add_field(the_document(s, DECISION), "service-date", "2016年9月31日")->status = VALUE_INVALID;
}
static void wording_draft(Submitted *s) { add_field(the_document(s, DECISION), "facts", "拟处罚款")->status = VALUE_DRAFT; }

/* ---- SET: kinds and documents ---- */

static void no_crime_file(Submitted *s) { drop_files(s, "案卷/犯罪1/"); }
static void crime_file_outside(Submitted *s) { set_field(s, "案卷/犯罪1/移送书.docx", "transfer-date", "2016-12-01"); }
static void fourth_penalty(Submitted *s) { put_penalty(s, "案卷/行政处罚4", 40, true); }
static void third_gone_fourth_there(Submitted *s)
{
    drop_files(s, "案卷/行政处罚3/");
    fourth_penalty(s);
}
static void a_seizure(Submitted *s) { put_document(s, "案卷/查封1/决定书.docx", "seizure-decision", "doc-number", "沅环查扣〔2016〕1号", NULL); }
static void an_audit(Submitted *s)
{
    put_document(s, "案卷/稽查1/意见书.docx", "audit-opinion", "doc-number", "沅环稽〔2016〕1号", "decision-date", "2016-10-08", NULL);
}
static void an_audit_of_some_unit(Submitted *s)
{
    an_audit(s);
    submitted_without_tables(s);
}
static void only_other_papers(Submitted *s) { put_document(s, "案卷/某案/说明.docx", "other", NULL); }
static void beside_a_candidates_case(Submitted *s, const char *name, const char *type)
{
    g_autofree char *path = g_strdup_printf("先进个人/向例明/案卷/%s", name);
    put_document(s, path, type, NULL);
}
static void statement_beside_a_candidates_case(Submitted *s) { beside_a_candidates_case(s, "作用说明.docx", "role-statement"); }
static void paper_beside_a_candidates_case(Submitted *s) { beside_a_candidates_case(s, "材料.docx", "other"); }
static void told_by_the_folder(Submitted *s) { put_document(s, "案卷/某处罚案/说明.docx", "other", NULL); }

static void no_notice(Submitted *s) { drop_files(s, "案卷/行政处罚1/告知书.docx"); }
static void no_decision_at_all(Submitted *s)
{
    drop_files(s, DECISION);
    drop_files(s, "案卷/行政处罚1/证据.zip/决定书.jpg");
}
static void notice_as_scan(Submitted *s)
{
    no_notice(s);
    put_scan(s, "案卷/行政处罚1/告知书.jpg", "notice", "penalty-notice", NULL);
}
static void no_list_of_transfer(Submitted *s) { drop_files(s, "案卷/犯罪1/清单.docx"); }
/* 公治〔2014〕853号 names both lists, Order 310 only that of the goods. */
static void list_of_goods_alone(Submitted *s)
{
    no_list_of_transfer(s);
    put_document(s, "案卷/犯罪1/涉案物品清单.docx", "goods-list", NULL);
}
static void goods_of_a_detention(Submitted *s) { put_document(s, "案卷/拘留1/涉案物品清单.docx", "goods-list", NULL); }
static void goods_of_a_detention_alone(Submitted *s)
{
    drop_files(s, "案卷/拘留1/清单.docx");
    goods_of_a_detention(s);
}
static void notice_as_broken_scan(Submitted *s)
{
    no_notice(s);
    put_scan(s, "案卷/行政处罚1/告知书.jpg", "notice", "penalty-notice", NULL)->state = SCAN_DAMAGED;
}
static void no_receipt(Submitted *s) { drop_files(s, "案卷/行政处罚1/回证2.docx"); }
static void receipt_as_scan(Submitted *s)
{
    no_receipt(s);
    put_scan(s, "案卷/行政处罚1/送达回证.jpg", "receipt", "service-receipt", NULL);
}
static void both_receipts_as_one_scan(Submitted *s)
{
    drop_files(s, "案卷/行政处罚1/回证");
    put_scan(s, "案卷/行政处罚1/送达回证.pdf", "receipts", "service-receipt", NULL)->pages = 2;
}
static void both_receipts_as_scans(Submitted *s)
{
    both_receipts_as_one_scan(s);
    put_scan(s, "案卷/行政处罚1/送达回证2.jpg", "receipt", "service-receipt", NULL);
}
static void receipt_of_something_else(Submitted *s)
{
    no_receipt(s);
    put_scan(s, "案卷/行政处罚1/送达回证（责令改正）.jpg", "receipt", "service-receipt", NULL);
}
static void receipt_by_its_words(Submitted *s)
{
    drop_field(s, "案卷/行政处罚1/回证2.docx", "served-number");
    set_field(s, "案卷/行政处罚1/回证2.docx", "served-document", "行政处罚决定书");
}
static void no_evidence(Submitted *s)
{
    drop_files(s, "案卷/行政处罚1/检查笔录.docx");
    drop_files(s, "案卷/行政处罚1/证据.zip/");
}
static void only_an_interview(Submitted *s)
{
    no_evidence(s);
    put_document(s, "案卷/行政处罚1/询问笔录.docx", "interview-record", "inspection-dates", "2016-09-06", NULL);
}
/* A typed receipt of the decision lies in the file, and a scan that may be its copy or the notice's receipt. */
static void no_receipt_of_the_notice(Submitted *s)
{
    drop_files(s, "案卷/行政处罚1/回证1.docx");
    put_scan(s, "案卷/行政处罚1/送达回证.pdf", "receipt", "service-receipt", NULL);
}
static void a_scan_for_each_receipt(Submitted *s)
{
    no_receipt_of_the_notice(s);
    put_scan(s, "案卷/行政处罚1/送达回证2.pdf", "receipt 2", "service-receipt", NULL);
}
static void the_other_scan_tells(Submitted *s)
{
    no_receipt_of_the_notice(s);
    put_scan(s, "案卷/行政处罚1/送达回证（决定书）.pdf", "receipt 2", "service-receipt", NULL);
}
static void number_left_blank_in_the_notice(Submitted *s)
{
    drop_field(s, "案卷/行政处罚1/告知书.docx", "doc-number");
    set_field(s, "案卷/行政处罚1/告知书.docx", "number-blank", "沅环罚告字〔2016〕　号");
}
static void heading_of_the_number_alone(Submitted *s)
{
    drop_field(s, "案卷/行政处罚1/告知书.docx", "doc-number");
    set_field(s, "案卷/行政处罚1/告知书.docx", "number-blank", "文号：");
}
static void number_left_blank_and_written(Submitted *s)
{
    set_field(s, "案卷/行政处罚1/告知书.docx", "number-blank", "沅环罚告字〔2016〕　号");
}
static void put_page_of_a_receipt(Submitted *s, const char *path)
{
    drop_files(s, "案卷/行政处罚1/回证1.docx");
    put_scan(s, path, "receipt", "service-receipt", NULL);
    the_file(s, path)->named_by_folder = true;
}
static void folder_tells_of_a_receipt(Submitted *s)
{
    put_page_of_a_receipt(s, "案卷/行政处罚1/扫描件.zip/送达回证/001.jpg");
}
static void folder_tells_what_was_served(Submitted *s)
{
    put_page_of_a_receipt(s, "案卷/行政处罚1/扫描件.zip/行政处罚事先告知书送达回证/001.jpg");
}
static void receipt_without_a_word(Submitted *s)
{
    drop_field(s, "案卷/行政处罚1/回证1.docx", "served-number");
}
static void one_receipt_of_both(Submitted *s)
{
    drop_files(s, "案卷/行政处罚1/回证1.docx");
    add_field(the_document(s, "案卷/行政处罚1/回证2.docx"), "served-number", "沅环罚告字〔2016〕1号");
}
static void one_receipt_of_both_by_words(Submitted *s)
{
    drop_files(s, "案卷/行政处罚1/回证1.docx");
    receipt_by_its_words(s);
    set_field(s, "案卷/行政处罚1/回证2.docx", "served-document", "行政处罚事先告知书、行政处罚决定书");
}
/* A separate 听证告知书 is a notice of its own. */
static void second_notice(Submitted *s)
{
    put_document(s, "案卷/行政处罚1/听证告知书.docx", "penalty-notice", "doc-number", "沅环听告字〔2016〕1号", NULL);
}
static void second_notice_served(Submitted *s)
{
    second_notice(s);
    put_document(s, "案卷/行政处罚1/回证3.docx", "service-receipt", "served-number", "沅环听告字〔2016〕1号", NULL);
}
static void second_notice_served_by_words(Submitted *s)
{
    second_notice(s);
    put_scan(s, "案卷/行政处罚1/送达回证（听证告知书）.jpg", "receipt", "service-receipt", NULL);
}
static void copy_of_the_notice(Submitted *s)
{
    put_document(s, "案卷/行政处罚1/告知书2.docx", "penalty-notice", "doc-number", "沅环罚告〔2016〕01号", NULL);
}
static void order_not_received(Submitted *s) { drop_field(s, "案卷/行政处罚1/责改.docx", "service-date"); }
static void order_with_its_receipt(Submitted *s)
{
    order_not_received(s);
    put_document(s, "案卷/行政处罚1/回证3.docx", "service-receipt", "served-document", "责令改正违法行为决定书", NULL);
}
static void one_scan_for_two(Submitted *s)
{
    order_not_received(s);
    receipt_as_scan(s);
}
static void two_scans_for_two(Submitted *s)
{
    one_scan_for_two(s);
    put_scan(s, "案卷/行政处罚1/送达回证2.jpg", "receipt 2", "service-receipt", NULL);
}
static void seizure_receipt_only(Submitted *s)
{
    no_receipt(s);
    put_scan(s, "案卷/行政处罚1/查封（扣押）决定书送达回证.jpg", "receipt", "service-receipt", NULL);
}

static void only_one_order(Submitted *s) { drop_files(s, "案卷/按日1/再责改.docx"); }
static void second_order_as_scan(Submitted *s)
{
    only_one_order(s);
    put_scan(s, "案卷/按日1/再次责令改正.jpg", "order", "rectification-order", NULL);
}
/* Two orders and two notices lie in a daily file; each stands only for its own step. */
static void no_first_order(Submitted *s) { drop_files(s, "案卷/按日1/责改.docx"); }
static void first_order_as_scan(Submitted *s)
{
    no_first_order(s);
    put_scan(s, "案卷/按日1/责令改正.jpg", "order", "rectification-order", NULL);
    set_field(s, "案卷/按日1/回证1.docx", "served-document", "责令改正违法行为决定书");
}
static void no_receipt_of_the_first_order(Submitted *s)
{
    drop_files(s, "案卷/按日1/回证1.docx");
    put_document(s, "案卷/按日1/回证5.docx", "service-receipt", "served-number", "沅环责改字〔2016〕21号", "service-date", "2016-09-20", NULL);
}
static void receipt_of_the_first_order_as_scan(Submitted *s)
{
    no_receipt_of_the_first_order(s);
    put_scan(s, "案卷/按日1/送达回证.jpg", "receipt", "service-receipt", NULL);
}
static void no_daily_notice(Submitted *s) { drop_files(s, "案卷/按日1/告知书.docx"); }
static void no_notice_of_either_penalty(Submitted *s) { drop_files(s, "案卷/按日1/告知书.docx"); drop_files(s, "案卷/按日1/原告知书.docx"); }
static void only_the_daily_notice(Submitted *s) { drop_files(s, "案卷/按日1/原告知书.docx"); }
static void no_receipt_of_the_daily_notice(Submitted *s)
{
    drop_files(s, "案卷/按日1/回证3.docx");
    put_document(s, "案卷/按日1/回证5.docx", "service-receipt", "served-number", "沅环罚告字〔2016〕20号", "service-date", "2016-09-15", NULL);
}
static void original_names_another_notice(Submitted *s) { set_field(s, "案卷/按日1/原告知书.docx", "doc-number", "沅环罚告字〔2016〕29号"); }

static void no_recheck(Submitted *s) /* but the record of the inspection before, on the day of the order */
{
    drop_files(s, "案卷/按日1/复查笔录.docx");
    put_document(s, "案卷/按日1/检查笔录.docx", "inspection-record", "introduced", "出示", "inspection-dates", "2016-09-06", NULL);
}
static void recheck_the_next_day(Submitted *s) { set_field(s, "案卷/按日1/复查笔录.docx", "inspection-dates", "2016-09-07"); }
static void recheck_beside_the_first_record(Submitted *s)
{
    no_recheck(s);
    put_scan(s, "案卷/按日1/复查笔录2.jpg", "recheck", "inspection-record", NULL);
}
static void no_police_receipt(Submitted *s) { drop_files(s, "案卷/拘留1/回执.docx"); }
static void list_signed_by_the_police(Submitted *s)
{
    no_police_receipt(s);
    add_field(the_document(s, "案卷/拘留1/清单.docx"), "receipt", "沅陵县公安局");
}
static void daily_receipt_missing(Submitted *s) { drop_files(s, "案卷/按日1/回证4.docx"); }
static void no_report(Submitted *s) { drop_files(s, "案卷/行政处罚1/调查报告.docx"); }
static void high_fine(Submitted *s)
{
    set_field(s, DECISION, "fine-yuan", "50000.00");
    ((CaseRow *)s->slice->cases->pdata[0])->fine_yuan = decimal_from_int(50000);
}
static void fine_just_under(Submitted *s)
{
    set_field(s, DECISION, "fine-yuan", "49999.99");
    ((CaseRow *)s->slice->cases->pdata[0])->fine_yuan = (Decimal){4999999, 2, true};
}
static void not_closed(Submitted *s)
{
    drop_files(s, "案卷/行政处罚1/缴款.docx");
    drop_files(s, "案卷/行政处罚1/结案.docx");
}
static void closed_only(Submitted *s) { drop_files(s, "案卷/行政处罚1/缴款.docx"); }

/* ---- SET: window and numbers ---- */

static void day_before(Submitted *s) { set_field(s, DECISION, "decision-date", "2016-08-31"); }
static void first_day(Submitted *s) { set_field(s, DECISION, "decision-date", "2016-09-01"); }
static void day_after(Submitted *s) { set_field(s, DECISION, "decision-date", "2016-12-01"); }
static void last_day(Submitted *s) { set_field(s, DECISION, "decision-date", "2016-11-30"); }
static void old_decision_enforced(Submitted *s) { set_field(s, "案卷/强制执行1/决定书.docx", "decision-date", "2016-01-04"); } /* the application counts */
static void candidate_file_outside(Submitted *s) { set_field(s, "先进个人/向例明/案卷/行政处罚1/决定书.docx", "decision-date", "2016-08-31"); }
static void same_number(Submitted *s) { set_field(s, "案卷/行政处罚2/决定书.docx", "doc-number", "沅环罚〔2016〕01号"); }
static void next_number(Submitted *s) { set_field(s, "案卷/行政处罚2/决定书.docx", "doc-number", "沅环罚〔2016〕10号"); }
static void two_files_left(Submitted *s)
{
    drop_files(s, "案卷/行政处罚");
    drop_files(s, "案卷/按日1/");
    drop_files(s, "案卷/拘留1/");
}
static void three_files_left(Submitted *s)
{
    drop_files(s, "案卷/行政处罚");
    drop_files(s, "案卷/按日1/");
}
static void name_of_another_kind(Submitted *s)
{
    drop_files(s, "案卷/行政处罚3/");
    put_penalty(s, "案卷/涉嫌犯罪移送2", 13, false);
}
static void name_of_both_kinds(Submitted *s)
{
    drop_files(s, "案卷/行政处罚3/");
    put_penalty(s, "案卷/行政处罚3（另移送涉嫌犯罪）", 13, false);
}
static void extras_asked(Submitted *s)
{
    SeasonSlot *extra = s->season->case_files->extras->pdata[0];
    g_free(extra->unit);
    extra->unit = g_strdup("YL");
}
static void extras_there(Submitted *s)
{
    extras_asked(s);
    put_document(s, "案卷/稽查1/意见书.docx", "audit-opinion", "doc-number", "沅环稽〔2016〕1号", "decision-date", "2016-10-08", NULL);
    put_document(s, "案卷/稽查2/意见书.docx", "audit-opinion", "doc-number", "沅环稽〔2016〕2号", "decision-date", "2016-10-09", NULL);
}
static void two_audits_of_one_number(Submitted *s)
{
    extras_there(s);
    set_field(s, "案卷/稽查2/意见书.docx", "doc-number", "沅环稽〔2016〕01号");
}
static void second_decision(Submitted *s) { put_document(s, "案卷/行政处罚1/决定书2.docx", "penalty-decision", "doc-number", "沅环罚字〔2016〕77号", NULL); }
static void copy_of_the_decision(Submitted *s) { put_document(s, "案卷/行政处罚1/决定书2.docx", "penalty-decision", "doc-number", "沅环罚〔2016〕01号", NULL); }

static void number_of_the_closing_form(Submitted *s) { set_field(s, "案卷/行政处罚1/结案.docx", "decision-number", "沅环罚字〔2016〕99号"); }
static void same_number_in_the_closing_form(Submitted *s) { set_field(s, "案卷/行政处罚1/结案.docx", "decision-number", "沅环罚决[2016]第001号"); }

static void second_order_unserved(Submitted *s) { drop_files(s, "案卷/按日1/再回证.docx"); }
static void second_order_served_by_words(Submitted *s)
{
    second_order_unserved(s);
    put_document(s, "案卷/按日1/再次回证.docx", "service-receipt", "served-document", "再次责令改正违法行为决定书", NULL);
}
static void second_order_signed_for(Submitted *s)
{
    second_order_unserved(s);
    set_field(s, "案卷/按日1/再责改.docx", "service-date", "2016-09-21");
}
static void list_of_another_letter(Submitted *s) { set_field(s, "案卷/犯罪1/清单.docx", "transfer-number", "沅环刑移〔2015〕3号"); }
static void list_of_the_letter(Submitted *s) { set_field(s, "案卷/犯罪1/清单.docx", "transfer-number", "沅环刑移[2016]第01号"); }
static void receipt_of_another_letter(Submitted *s) { set_field(s, "案卷/拘留1/回执.docx", "transfer-number", "沅环拘移〔2016〕2号"); }
static void handed_over_before_the_letter(Submitted *s) { set_field(s, "案卷/拘留1/回执.docx", "transfer-date", "2016-10-13"); }
static void handed_over_with_the_letter(Submitted *s) { set_field(s, "案卷/拘留1/回执.docx", "transfer-date", "2016-10-14"); }
static void handed_over_behind_the_letter(Submitted *s) { set_field(s, "案卷/拘留1/回执.docx", "transfer-date", "2016-10-15"); }
static void receipt_of_the_letter(Submitted *s) { set_field(s, "案卷/拘留1/回执.docx", "transfer-number", "沅环拘移〔2016〕1号"); }
static void original_number(Submitted *s, const char *number) { set_field(s, "案卷/按日1/按日决定书.docx", "decision-number", number); }
static void another_original(Submitted *s) { original_number(s, "沅环罚字〔2016〕21号"); }
static void same_original(Submitted *s) { original_number(s, "沅环罚〔2016〕020号"); }

static void receipt_of_another_number(Submitted *s)
{
    set_field(s, "案卷/行政处罚1/回证2.docx", "served-number", "沅环罚字〔2016〕74号");
    set_field(s, "案卷/行政处罚1/回证2.docx", "served-document", "行政处罚决定书");
}
static void receipt_of_two_numbers(Submitted *s)
{
    receipt_of_another_number(s);
    add_field(the_document(s, "案卷/行政处罚1/回证2.docx"), "served-number", "沅环罚字〔2016〕1号");
}
static void receipt_of_a_paper_left_out(Submitted *s)
{
    put_document(s, "案卷/行政处罚1/回证3.docx", "service-receipt", "served-number", "沅环罚字〔2016〕74号",
                 "served-document", "行政处罚决定书", NULL);
}

static void rechecked_on_another_day(Submitted *s)
{
    set_field(s, "案卷/按日1/复查笔录.docx", "inspection-dates", "2016-10-08");
}

static void rechecked_twice(Submitted *s)
{
    put_document(s, "案卷/按日1/再次复查.docx", "inspection-record", "inspection-dates", "2016-11-01", NULL);
}

static const FindingCase cases[] = {
    RAISED("EXT-001", "no-number", no_number, no_notice_date),
    RAISED("EXT-001", "no-party", no_party, party_masked_in_the_decision),
    RAISED("EXT-001", NULL, no_date, other_date),
    RAISED("EXT-001", NULL, no_date, no_such_date),
    RAISED("EXT-001", NULL, date_without_a_year, other_date),
    RAISED("EXT-001", "no-fine", no_fine, no_fine_in_a_transfer),
    RAISED("EXT-001", "no-fine", no_fine, warned_and_not_fined),
    RAISED("EXT-001", "no-fine", no_total, no_amount_a_day),
    RAISED("EXT-001", "no-document", only_a_scan, no_number),
    RAISED("EXT-002", NULL, party_differs, party_in_other_brackets),
    RAISED("EXT-002", NULL, party_differs, party_with_its_form),
    RAISED("EXT-002", NULL, party_differs, party_of_an_invoice),
    RAISED("EXT-002", "same-document", two_fines, fine_twice),
    RAISED("EXT-002", NULL, form_says_another_fine, two_fines_one_as_the_form),
    RAISED("EXT-002", NULL, notice_of_another_number, notice_number_written_otherwise),
    RAISED("EXT-002", NULL, notice_of_another_number, notice_only_scanned),
    RAISED("EXT-002", NULL, original_names_another_notice, only_the_daily_notice),
    RAISED("EXT-002", NULL, original_names_another_notice, no_daily_notice),
    RAISED("EXT-002", NULL, another_original, same_original),
    RAISED("EXT-002", NULL, number_of_the_closing_form, same_number_in_the_closing_form),
    RAISED("EXT-002", NULL, list_of_another_letter, list_of_the_letter),
    RAISED("EXT-002", NULL, receipt_of_another_letter, receipt_of_the_letter),
    RAISED("EXT-002", NULL, handed_over_before_the_letter, handed_over_with_the_letter),
    RAISED("EXT-002", NULL, handed_over_before_the_letter, handed_over_behind_the_letter),
    RAISED("EXT-002", NULL, receipt_of_another_number, receipt_of_two_numbers),
    RAISED("EXT-002", NULL, receipt_of_another_number, receipt_of_a_paper_left_out),
    RAISED("EXT-002", NULL, receipt_of_another_number, receipt_by_its_words),
    RAISED("EXT-002", NULL, rechecked_on_another_day, rechecked_twice),
    RAISED("EXT-002", NULL, rechecked_on_another_day, recheck_the_next_day),
    RAISED("EXT-002", NULL, recheck_of_another_order, recheck_of_the_second_order),
    RAISED("EXT-002", NULL, recheck_of_another_order, first_record_of_an_old_order),
    RAISED("EXT-003", NULL, code_invalid, code_valid),
    RAISED("EXT-003", NULL, code_invalid, code_masked),
    RAISED("EXT-003", "day", day_written, day_of_a_field),
    RAISED("EXT-003", NULL, day_of_a_field, day_written),
    RAISED("EXT-004", NULL, code_masked, code_invalid),
    RAISED("EXT-005", NULL, wording_draft, code_valid),
    RAISED("SET-001", NULL, no_crime_file, crime_file_outside),
    RAISED("SET-002", NULL, fourth_penalty, third_gone_fourth_there),
    RAISED("SET-002", "no-slot", a_seizure, fourth_penalty),
    RAISED("SET-002", "no-slot", an_audit, an_audit_of_some_unit),
    RAISED("SET-002", "extra", an_audit_of_some_unit, an_audit),
    RAISED("SET-003", NULL, only_other_papers, told_by_the_folder),
    RAISED("SET-003", NULL, paper_beside_a_candidates_case, statement_beside_a_candidates_case),
    RAISED("SET-004", NULL, no_notice, notice_as_scan),
    RAISED("SET-004", "evidence", no_evidence, only_an_interview),
    RAISED("SET-004", "speaking", no_decision_at_all, no_notice),
    RAISED("SET-004", NULL, no_list_of_transfer, list_of_goods_alone),
    RAISED("SET-004", NULL, notice_as_broken_scan, notice_as_scan),
    RAISED("SET-004", NULL, no_receipt, receipt_as_scan),
    RAISED("SET-004", "receipts", both_receipts_as_one_scan, both_receipts_as_scans),
    RAISED("SET-004", NULL, no_receipt, one_receipt_of_both),
    RAISED("SET-004", NULL, no_receipt, one_receipt_of_both_by_words),
    RAISED("SET-004", NULL, seizure_receipt_only, receipt_as_scan),
    RAISED("SET-005", NULL, goods_of_a_detention_alone, goods_of_a_detention),
    RAISED("SET-005", NULL, goods_of_a_detention_alone, list_of_goods_alone),
    RAISED("SET-005", NULL, order_not_received, order_with_its_receipt),
    RAISED("SET-005", "listed", report_listed, report_not_listed),
    RAISED("SET-005", "listed", report_listed, report_in_the_file),
    RAISED("SET-005", "listed", report_listed, report_as_a_scan),
    RAISED("SET-005", "listed", report_listed, report_may_be_a_scan_without_name),
    RAISED("SET-005", "listed", report_listed, report_may_be_in_the_evidence),
    RAISED("SET-005", "listed", report_listed_beside_a_scan, report_may_be_behind_a_paper),
    RAISED("SET-005", "listed", report_and_a_photograph, report_in_the_file),
    RAISED("SET-005", "listed-record", inspection_listed, inspection_as_a_scan),
    RAISED("SET-005", "listed-record", inspection_listed, inspection_by_another_name),
    RAISED("SET-005", "listed-record", inspection_listed, inspection_in_a_bundle),
    RAISED("SET-005", "listed-record", inspection_listed, inspection_among_records),
    RAISED("SET-005", "listed-record", inspection_listed, inspection_in_a_combined_record),
    RAISED("SET-005", "listed-record", inspection_listed, inspection_not_listed),
    RAISED("SET-005", "listed-record", interview_listed, interview_beside_it),
    RAISED("SET-005", "receipt-each", second_notice, second_notice_served),
    RAISED("SET-005", "receipt-each", second_order_unserved, second_order_served_by_words),
    RAISED("SET-005", "receipt-each", second_order_unserved, second_order_signed_for),
    RAISED("SET-005", "receipt-each", second_notice, second_notice_served_by_words),
    RAISED("SET-005", "receipt-each", second_notice, copy_of_the_notice),
    RAISED("SET-005", "receipts", one_scan_for_two, two_scans_for_two),
    RAISED("SET-005", "receipt-of", no_receipt_of_the_notice, a_scan_for_each_receipt),
    RAISED("SET-005", "receipt-of", no_receipt_of_the_notice, the_other_scan_tells),
    RAISED("SET-005", "receipt-of", no_receipt_of_the_notice, receipt_without_a_word),
    RAISED("SET-005", "receipt-of", folder_tells_of_a_receipt, folder_tells_what_was_served),
    RAISED("EXT-005", "unfilled", number_left_blank_in_the_notice, heading_of_the_number_alone),
    RAISED("EXT-005", "unfilled", number_left_blank_in_the_notice, number_left_blank_and_written),
    RAISED("SET-004", NULL, receipt_of_something_else, receipt_by_its_words),
    RAISED("SET-004", "recheck", no_recheck, recheck_the_next_day),
    RAISED("SET-004", "recheck", no_recheck, recheck_beside_the_first_record),
    RAISED("SET-004", "recheck", no_recheck, daily_receipt_missing),
    RAISED("SET-004", NULL, no_first_order, first_order_as_scan),
    RAISED("SET-004", NULL, no_first_order, only_one_order),
    RAISED("SET-004", NULL, no_receipt_of_the_first_order, receipt_of_the_first_order_as_scan),
    RAISED("SET-004", "daily-notice", no_daily_notice, only_the_daily_notice),
    RAISED("SET-004", "daily-notice", no_daily_notice, no_notice_of_either_penalty),
    RAISED("SET-004", NULL, no_notice_of_either_penalty, no_daily_notice),
    RAISED("SET-004", "daily-receipt", no_receipt_of_the_daily_notice, only_the_daily_notice),
    RAISED("SET-005", "second-order", only_one_order, no_first_order),
    RAISED("SET-005", NULL, daily_receipt_missing, no_recheck),
    RAISED("SET-005", "police", no_police_receipt, list_signed_by_the_police),
    RAISED("SET-005", "second-order", only_one_order, second_order_as_scan),
    RAISED("SET-005", NULL, no_report, no_notice),
    RAISED("SET-005", "discussion", high_fine, fine_just_under),
    RAISED("SET-005", "closed", not_closed, closed_only),
    RAISED("SET-006", NULL, day_before, first_day),
    RAISED("SET-006", NULL, day_after, last_day),
    RAISED("SET-006", NULL, day_after, old_decision_enforced),
    RAISED("SET-006", "candidate", candidate_file_outside, day_before),
    RAISED("SET-007", NULL, same_number, next_number),
    RAISED("SET-007", "unscored", two_audits_of_one_number, extras_there),
    RAISED("SET-008", NULL, two_files_left, three_files_left),
    RAISED("SET-009", NULL, name_of_another_kind, name_of_both_kinds),
    RAISED("SET-010", NULL, extras_asked, extras_there),
    RAISED("SET-011", NULL, second_decision, copy_of_the_decision),
};

/* Nothing is decided in an opinion on an audit: its date is not called that of a decision. */
static void the_date_of_an_audit_is_no_decision(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    put_document(s, "案卷/稽查1/意见书.docx", "audit-opinion", "doc-number", "沅环稽〔2016〕1号", "decision-date", "2016-08-08", NULL);
    submitted_check(s);
    assert_string_equal(finding_value(submitted_finding(s, "SET-006"), "date-field"), "document-date");
    submitted_free(s);
    s = submitted_clean();
    day_before(s);
    submitted_check(s);
    assert_string_equal(finding_value(submitted_finding(s, "SET-006"), "date-field"), "decision-date");
    submitted_free(s);
}

int main(void)
{
    int failed = finding_cases_run("files", cases, G_N_ELEMENTS(cases));
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_date_of_an_audit_is_no_decision)};
    return failed + cmocka_run_group_tests_name("dates of audits", tests, NULL, NULL);
}
