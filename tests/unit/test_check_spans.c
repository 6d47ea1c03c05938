/* LAW-001, 008, 020 and 022, spans of time too long or too short; LAW-018, an officer asked to withdraw. */
#include "docnumber.h"
#include "findingcases.h"

#define PENALTY "案卷/行政处罚1/"
#define CRIME "案卷/犯罪1/"
#define SEIZED "沅环查扣字〔2016〕1号"

static Document *titled(Document *document, const char *title)
{
    g_free(document->title);
    document->title = g_strdup(title);
    return document;
}

static void mention(Document *document, const char *number)
{
    DocNumber *mentioned = record_add(document->mentions, &docnumber_type);
    mentioned->raw = g_strdup(number);
    mentioned->key = docnumber_key(number);
    mentioned->place = g_strdup("P3");
}

/* ---- seizure ---- */

static void release_on(Submitted *s, const char *day, const char *named)
{
    titled(put_document(s, PENALTY "查封.docx", "seizure-decision", "doc-number", SEIZED, "decision-date", "2016-09-05",
                        NULL), "查封（扣押）决定书");
    mention(titled(put_document(s, PENALTY "解封.docx", "seizure-decision", "doc-number", "沅环解查扣字〔2016〕1号",
                                "decision-date", day, NULL), "解除查封（扣押）决定书"), named);
}
static void released_after_31_days(Submitted *s) { release_on(s, "2016-10-06", SEIZED); }
static void released_after_30_days(Submitted *s) { release_on(s, "2016-10-05", SEIZED); }
static void another_seizure_released(Submitted *s) { release_on(s, "2016-10-06", "沅环查扣字〔2016〕7号"); }
static void served_a_day_later(Submitted *s)
{
    released_after_31_days(s);
    put_document(s, PENALTY "查封回证.docx", "service-receipt", "served-number", SEIZED, "service-date", "2016-09-06",
                 NULL);
}
static void prolonged_by_a_decision(Submitted *s)
{
    released_after_31_days(s);
    titled(put_document(s, PENALTY "通知.docx", "seizure-decision", "decision-date", "2016-10-03", NULL),
           "查封（扣押）延期通知书");
}
static void prolonged_by_a_scan(Submitted *s)
{
    released_after_31_days(s);
    put_scan(s, PENALTY "延长查封决定书.jpg", "prolonged", NULL, NULL);
}
static void prolonged_as_the_report_says(Submitted *s)
{
    released_after_31_days(s);
    set_field(s, PENALTY "调查报告.docx", "extended", "延长查封期限");
}
static void prolonged_and_released_on(Submitted *s, const char *day)
{
    release_on(s, day, SEIZED);
    put_scan(s, PENALTY "延长查封决定书.jpg", "prolonged", NULL, NULL);
}
static void prolonged_and_released_after_61_days(Submitted *s) { prolonged_and_released_on(s, "2016-11-05"); }
static void prolonged_and_released_after_60_days(Submitted *s) { prolonged_and_released_on(s, "2016-11-04"); }

/* ---- registered evidence ---- */

static void registered_until(Submitted *s, const char *day)
{
    titled(put_document(s, PENALTY "登记保存.docx", "evidence", "document-date", "2016-09-05", NULL),
           "先行登记保存证据通知书");
    titled(put_document(s, PENALTY "解除保存.docx", "evidence", "document-date", day, NULL),
           "解除先行登记保存证据通知书");
}
static void registered_for_eight_workdays(Submitted *s) { registered_until(s, "2016-09-18"); }
static void registered_for_seven_workdays(Submitted *s) { registered_until(s, "2016-09-14"); }
static void seized_in_between(Submitted *s)
{
    registered_for_eight_workdays(s);
    put_document(s, PENALTY "扣押.docx", "seizure-decision", "decision-date", "2016-09-09", NULL);
}
static void registered_twice(Submitted *s)
{
    registered_for_eight_workdays(s);
    titled(put_document(s, PENALTY "先登记保存.docx", "evidence", "document-date", "2016-09-14", NULL),
           "先行登记保存证据通知书");
}

/* ---- public notice ---- */

#define RECEIPT PENALTY "回证2.docx"

static void announced_for(Submitted *s, const char *days)
{
    set_field(s, RECEIPT, "served-how", "公告送达");
    set_field(s, RECEIPT, "notice-days", days);
}
static void announced_for_59_days(Submitted *s) { announced_for(s, "59"); }
static void announced_for_60_days(Submitted *s) { announced_for(s, "60"); }
static void put_up_beside_direct_service(Submitted *s)
{
    announced_for_59_days(s);
    set_field(s, RECEIPT, "served-how", "直接送达");
}

/* ---- the approval of a transfer; it is of 22 September ---- */

static void reported_on(Submitted *s, const char *day) { set_field(s, CRIME "审批.docx", "reported-on", day); }
static void approved_after_four_days(Submitted *s) { reported_on(s, "2016-09-18"); }
static void approved_after_three_days(Submitted *s) { reported_on(s, "2016-09-19"); }
static void approved_on_the_first_workday(Submitted *s)
{
    reported_on(s, "2016-09-30");
    set_field(s, CRIME "审批.docx", "approval-date", "2016-10-08");
    set_field(s, CRIME "移送书.docx", "transfer-date", "2016-10-08");
}

/* ---- two years; the inspection is of 5 September 2016 ---- */

#define DECISION PENALTY "决定书.docx"

static void ceased_in(Submitted *s, const char *month) { set_field(s, DECISION, "ceased", month); }
static void ceased_in_august_2014(Submitted *s) { ceased_in(s, "2014年8月"); }
static void ceased_in_september_2014(Submitted *s) { ceased_in(s, "2014年9月"); }
static void found_before(Submitted *s)
{
    ceased_in_august_2014(s);
    add_field(the_document(s, PENALTY "检查笔录.docx"), "inspection-dates", "2016-08-20");
}

/* ---- withdrawal ---- */

static void asked_to_withdraw(Submitted *s, const char *name)
{
    put_document(s, PENALTY "询问.docx", "interview-record", "introduced", "证件", "recusal-asked", name, NULL);
}
static void the_investigator_is_asked_to_withdraw(Submitted *s) { asked_to_withdraw(s, "向例明"); }
static void somebody_unknown_is_asked_to_withdraw(Submitted *s) { asked_to_withdraw(s, "覃例"); }
static void the_withdrawal_is_decided(Submitted *s)
{
    the_investigator_is_asked_to_withdraw(s);
    set_field(s, PENALTY "调查报告.docx", "recusal-decided", "驳回其回避申请");
}
static void the_withdrawal_is_in_a_scan(Submitted *s)
{
    the_investigator_is_asked_to_withdraw(s);
    put_scan(s, PENALTY "回避决定书.jpg", "withdrawn", NULL, NULL);
}

/* ---- the record of a recheck, of a day before the order of 6 September, served on the 7th; there is a report on samples, and the
 * decision names no day of the recheck, so that no record is missing (SET-004) ---- */

#define DAILY "案卷/按日1/"
static void put_recheck_report(Submitted *s)
{
    drop_field(s, DAILY "按日决定书.docx", "recheck-date");
    put_document(s, DAILY "监测报告.docx", "monitoring-report", "sampling-date", "2016-09-20", NULL);
}
static void rechecked_on(Submitted *s, const char *day)
{
    put_recheck_report(s);
    set_field(s, DAILY "复查笔录.docx", "inspection-dates", day);
}
static void rechecked_before_the_order(Submitted *s) { rechecked_on(s, "2016-09-05"); }
static void rechecked_on_that_day(Submitted *s) { rechecked_on(s, "2016-09-07"); }
static void titled_a_recheck_before_the_order(Submitted *s)
{
    put_recheck_report(s);
    drop_files(s, DAILY "复查笔录.docx");
    Document *record = put_document(s, DAILY "笔录.docx", "inspection-record", "introduced", "出示", "inspection-dates", "2016-09-05", NULL);
    record->title = g_strdup("现场检查（复查）笔录");
}
static void inspected_before_the_order(Submitted *s)
{
    titled_a_recheck_before_the_order(s);
    g_free(the_document(s, DAILY "笔录.docx")->title);
    the_document(s, DAILY "笔录.docx")->title = g_strdup("现场检查笔录");
}
static void an_earlier_recheck_besides(Submitted *s)
{
    rechecked_before_the_order(s);
    put_document(s, DAILY "检查笔录.docx", "inspection-record", "introduced", "出示", "inspection-dates", "2016-09-20", NULL);
}
static void rechecked_for_another_order(Submitted *s)
{
    rechecked_before_the_order(s);
    set_field(s, DAILY "按日决定书.docx", "order-number", "沅环责改字〔2016〕20号");
    set_field(s, DAILY "复查笔录.docx", "order-number", "沅环责改字〔2016〕2号");
}
static void the_recheck_itself_is_a_scan(Submitted *s)
{
    rechecked_before_the_order(s);
    put_scan(s, DAILY "复查笔录（9月20日）.jpg", "recheck", "inspection-record", NULL);
}
static void that_record_is_scanned_too(Submitted *s)
{
    rechecked_before_the_order(s);
    put_scan(s, DAILY "复查笔录.jpg", "recheck", "inspection-record", NULL);
}

static const FindingCase cases[] = {
    RAISED("LAW-005", "early", rechecked_before_the_order, rechecked_on_that_day),
    RAISED("LAW-005", "early", titled_a_recheck_before_the_order, inspected_before_the_order),
    RAISED("LAW-005", "early", rechecked_before_the_order, an_earlier_recheck_besides),
    RAISED("LAW-005", "early", rechecked_before_the_order, rechecked_for_another_order),
    RAISED("LAW-005", "early", that_record_is_scanned_too, the_recheck_itself_is_a_scan),
    RAISED("LAW-022", NULL, released_after_31_days, released_after_30_days),
    RAISED("LAW-022", NULL, released_after_31_days, another_seizure_released),
    RAISED("LAW-022", NULL, released_after_31_days, served_a_day_later),
    RAISED("LAW-022", NULL, released_after_31_days, prolonged_by_a_decision),
    RAISED("LAW-022", NULL, released_after_31_days, prolonged_by_a_scan),
    RAISED("LAW-022", NULL, released_after_31_days, prolonged_as_the_report_says),
    RAISED("LAW-022", "extended", prolonged_and_released_after_61_days, prolonged_and_released_after_60_days),
    RAISED("LAW-022", "registered", registered_for_eight_workdays, registered_for_seven_workdays),
    RAISED("LAW-022", "registered", registered_for_eight_workdays, seized_in_between),
    RAISED("LAW-022", "registered", registered_for_eight_workdays, registered_twice),
    RAISED("LAW-020", "public", announced_for_59_days, announced_for_60_days),
    RAISED("LAW-020", "public", announced_for_59_days, put_up_beside_direct_service),
    RAISED("LAW-008", "approval", approved_after_four_days, approved_after_three_days),
    RAISED("LAW-008", "approval", approved_after_four_days, approved_on_the_first_workday),
    RAISED("LAW-001", "two-years", ceased_in_august_2014, ceased_in_september_2014),
    RAISED("LAW-001", "two-years", ceased_in_august_2014, found_before),
    RAISED("LAW-018", "recusal", the_investigator_is_asked_to_withdraw, somebody_unknown_is_asked_to_withdraw),
    RAISED("LAW-018", "recusal", the_investigator_is_asked_to_withdraw, the_withdrawal_is_decided),
    RAISED("LAW-018", "recusal", the_investigator_is_asked_to_withdraw, the_withdrawal_is_in_a_scan),
};

int main(void)
{
    return finding_cases_run("spans", cases, G_N_ELEMENTS(cases));
}
