/* LAW-020: who signed receipts, and how papers were served.  EXT-002: the receipt alone has the number wrong. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "docnumber.h"
#include "findingcases.h"

#define PENALTY "案卷/行政处罚1/"
#define DECISION PENALTY "决定书.docx"
#define RECEIPT PENALTY "回证2.docx"

static void say(Submitted *s, const char *path, const char *field, const char *value)
{
    set_field(s, path, field, value);
}

/* ---- receipts ---- */

#define SERVED_ON "2016年9月29日"

static void receiver(Submitted *s, const char *value) { say(s, RECEIPT, "receiver", value); }
static void receiver_is_only_a_date(Submitted *s) { receiver(s, "签名：　　\n" SERVED_ON); }
static void receiver_with_a_name(Submitted *s) { receiver(s, "范例先\n" SERVED_ON); }
static void receiver_without_a_date(Submitted *s) { receiver(s, "签名：　　年　月　日"); }
static void second_receiver_signed(Submitted *s)
{
    receiver_is_only_a_date(s);
    add_field(the_document(s, RECEIPT), "receiver", "代收人范例先");
}
static void receiver_of_a_letter(Submitted *s)
{
    receiver_is_only_a_date(s);
    say(s, RECEIPT, "served-how", "邮寄送达");
}

static void server(Submitted *s, const char *value) { say(s, RECEIPT, "server", value); }
static void server_is_only_a_date(Submitted *s) { server(s, "\n\n" SERVED_ON); }
static void server_is_blank(Submitted *s) { server(s, "签名："); }
static void one_server(Submitted *s) { server(s, "向例明（43122201）\n\n" SERVED_ON); }
static void two_servers(Submitted *s) { server(s, "向例明（43122201）\n舒例川（43122203）\n" SERVED_ON); }
static void two_servers_in_two_cells(Submitted *s)
{
    one_server(s);
    add_field(the_document(s, RECEIPT), "server", "舒例川（43122203）");
}
static void two_servers_without_a_blank(Submitted *s) { server(s, "向例明舒例川　" SERVED_ON); }
/* The day stands beside who took it. */
static void one_server_without_a_day(Submitted *s)
{
    server(s, "向例明");
    say(s, RECEIPT, "receiver", "范例先（厂长）\n" SERVED_ON);
}
static void two_servers_without_a_day(Submitted *s)
{
    one_server_without_a_day(s);
    server(s, "向例明、舒例川");
}
static void one_server_and_nobody_else(Submitted *s) { server(s, "向例明"); }
static void one_spaced_server(Submitted *s) { server(s, "向 明　" SERVED_ON); }

static void left_behind(Submitted *s) { say(s, RECEIPT, "served-how", "留置送达"); }
static void refused(Submitted *s) { receiver(s, "拒绝签收\n" SERVED_ON); }
static void left_behind_with_a_witness(Submitted *s)
{
    left_behind(s);
    say(s, RECEIPT, "witness", "村委会主任石某");
}
static void another_box_is_ticked(Submitted *s) { say(s, RECEIPT, "served-how", "☑直接　□留置　□邮寄"); }
static void that_box_is_ticked(Submitted *s) { say(s, RECEIPT, "served-how", "□直接　☑留置　□邮寄"); }

/* ---- receipts that nobody signed for ---- */

static void blank(Submitted *s) { say(s, RECEIPT, "receiver-blank", "收件人签名或盖章"); }
static void blank_and_posted(Submitted *s)
{
    blank(s);
    say(s, RECEIPT, "served-how", "邮寄送达");
}
static void blank_and_left_behind(Submitted *s)
{
    blank(s);
    left_behind_with_a_witness(s);
}
static void blank_and_refused(Submitted *s)
{
    blank(s);
    say(s, RECEIPT, "not-signed", "拒绝签收");
}
static void blank_beside_a_name(Submitted *s)
{
    blank(s);
    receiver(s, "范例先");
}
static void blank_with_a_scan(Submitted *s, const char *name, const char *type, const char *number)
{
    g_autofree char *path = g_strconcat(PENALTY, name, NULL);
    blank(s);
    put_scan(s, path, "scan of a receipt", type, number);
}
static void blank_and_scanned(Submitted *s) { blank_with_a_scan(s, "送达回证（处罚决定）.jpg", "service-receipt", NULL); }
static void blank_and_scanned_by_number(Submitted *s)
{
    blank_with_a_scan(s, "回证（沅环罚字〔2016〕1号）.jpg", "service-receipt", "沅环罚字〔2016〕1号");
}
static void blank_and_another_scanned(Submitted *s)
{
    blank_with_a_scan(s, "送达回证（处罚告知）.jpg", "service-receipt", NULL);
}
static void blank_and_another_number_scanned(Submitted *s)
{
    blank_with_a_scan(s, "送达回证（行政处罚决定书，沅环罚字〔2016〕9号）.jpg", "service-receipt", "沅环罚字〔2016〕9号");
}
static void blank_beside_a_receipt_that_tells_nothing(Submitted *s) { blank_with_a_scan(s, "回证.jpg", "service-receipt", NULL); }
static void blank_beside_a_bundle(Submitted *s) { blank_with_a_scan(s, "扫描0001.pdf", NULL, NULL); }
static void blank_beside_evidence(Submitted *s) { blank_with_a_scan(s, "证据材料.pdf", "evidence", NULL); }
static void blank_beside_a_photo(Submitted *s) { blank_with_a_scan(s, "现场照片1.jpg", "evidence", NULL); }
static void blank_beside_a_signed_one(Submitted *s)
{
    blank(s);
    put_document(s, PENALTY "回证3.docx", "service-receipt", "served-number", "沅环罚字〔2016〕1号", "service-date",
                 "2016-09-29", "receiver", "范例先", NULL);
}
static void blank_and_received_on_the_paper(Submitted *s)
{
    blank(s);
    say(s, DECISION, "service-date", "2016-09-29");
}

/* ---- a scan of a receipt that was read stands for that one ---- */

#define DAILY "案卷/按日1/"

static void rename_file(Submitted *s, const char *from, const char *to)
{
    FileFacts *facts = the_file(s, from);
    g_free(facts->path);
    facts->path = g_strdup(to);
}
/* The receipt of the daily notice is missing, and that of the original one is there twice. */
static void receipt_of_the_original_scanned(Submitted *s)
{
    rename_file(s, DAILY "原回证.docx", DAILY "12告知书送达回证.docx");
    drop_files(s, DAILY "回证3.docx");
    put_scan(s, DAILY "扫描件/告知书送达回证（签章件）.jpg", "receipt", "service-receipt", NULL);
}
static void receipt_of_the_daily_notice_scanned(Submitted *s)
{
    receipt_of_the_original_scanned(s);
    put_scan(s, DAILY "扫描件/按日连续处罚告知书送达回证.jpg", "daily", "service-receipt", NULL);
}
static void receipts_scanned_together(Submitted *s)
{
    receipt_of_the_original_scanned(s);
    put_scan(s, DAILY "扫描件/告知书送达回证.pdf", "both", "service-receipt", NULL)->pages = 2;
}
/* The receipts of both orders, read and scanned. */
static void receipts_of_orders_scanned(Submitted *s)
{
    rename_file(s, DAILY "回证1.docx", DAILY "责令改正决定书送达回证.docx");
    rename_file(s, DAILY "再回证.docx", DAILY "再次责令改正决定书送达回证.docx");
    put_scan(s, DAILY "扫描件/再次责令改正决定书送达回证（签章件）.jpg", "again", "service-receipt", NULL);
}
static void receipt_of_the_first_order_missing(Submitted *s)
{
    receipts_of_orders_scanned(s);
    drop_files(s, DAILY "责令改正决定书送达回证.docx");
}
/* The daily notice itself is missing, and the original one is there twice. */
static void notice_of_the_original_scanned(Submitted *s)
{
    rename_file(s, DAILY "原告知书.docx", DAILY "11行政处罚事先告知书.docx");
    drop_files(s, DAILY "告知书.docx");
    put_scan(s, DAILY "扫描件/行政处罚事先告知书（盖章件）.jpg", "notice", "penalty-notice", NULL);
}
static void daily_notice_scanned(Submitted *s)
{
    notice_of_the_original_scanned(s);
    put_scan(s, DAILY "扫描件/按日连续处罚告知书.jpg", "daily", "penalty-notice", NULL);
}

/* ---- the form of the company is part of its name ---- */

static void served_on(Submitted *s, const char *recipient)
{
    say(s, DECISION, "party", "沅陵县乌有锰业有限公司");
    say(s, RECEIPT, "party", recipient);
}
static void served_on_another_form(Submitted *s) { served_on(s, "沅陵县乌有锰业有限责任公司"); }
static void served_on_a_joint_stock_company(Submitted *s) { served_on(s, "沅陵县乌有锰业股份有限公司"); }
static void served_on_the_party(Submitted *s) { served_on(s, "沅陵县 乌有锰业有限公司"); }
static void served_on_the_party_in_short(Submitted *s) { served_on(s, "沅陵县乌有锰业"); }
static void served_on_the_party_as_a_firm(Submitted *s) { served_on(s, "沅陵县乌有锰业公司"); }
static void served_on_a_person(Submitted *s) { served_on(s, "舒例川"); }
static void served_on_a_person_for_the_firm(Submitted *s) { served_on(s, "沅陵县乌有锰业有限公司（法定代表人舒例川）"); }

static const FindingCase cases[] = {
    RAISED("EXT-002", NULL, served_on_another_form, served_on_the_party),
    RAISED("EXT-002", NULL, served_on_another_form, served_on_the_party_in_short),
    RAISED("EXT-002", NULL, served_on_another_form, served_on_the_party_as_a_firm),
    RAISED("EXT-002", NULL, served_on_a_joint_stock_company, served_on_a_person),
    RAISED("EXT-002", NULL, served_on_a_joint_stock_company, served_on_a_person_for_the_firm),
    RAISED("SET-004", "daily-receipt", receipt_of_the_original_scanned, receipt_of_the_daily_notice_scanned),
    RAISED("SET-004", "daily-receipt", receipt_of_the_original_scanned, receipts_scanned_together),
    RAISED("SET-004", "daily-notice", notice_of_the_original_scanned, daily_notice_scanned),
    RAISED("SET-004", NULL, receipt_of_the_first_order_missing, receipts_of_orders_scanned),
    RAISED("LAW-003", "daily", notice_of_the_original_scanned, daily_notice_scanned),
    RAISED("LAW-020", NULL, receiver_is_only_a_date, receiver_with_a_name),
    RAISED("LAW-020", NULL, receiver_is_only_a_date, receiver_without_a_date),
    RAISED("LAW-020", NULL, receiver_is_only_a_date, second_receiver_signed),
    RAISED("LAW-020", NULL, receiver_is_only_a_date, receiver_of_a_letter),
    RAISED("LAW-020", "blank", blank, blank_and_posted),
    RAISED("LAW-020", "blank", blank, blank_and_left_behind),
    RAISED("LAW-020", "blank", blank, blank_and_refused),
    RAISED("LAW-020", "blank", blank, blank_beside_a_name),
    RAISED("LAW-020", "blank", blank_and_another_scanned, blank_and_scanned),
    RAISED("LAW-020", "blank", blank_and_another_number_scanned, blank_and_scanned_by_number),
    RAISED("LAW-020", "blank", blank_beside_a_photo, blank_beside_evidence),
    RAISED("LAW-020", "blank", blank, blank_beside_a_bundle),
    RAISED("LAW-020", "blank", blank, blank_beside_a_receipt_that_tells_nothing),
    RAISED("LAW-020", "blank", blank, blank_beside_a_signed_one),
    RAISED("LAW-020", "blank", blank, blank_and_received_on_the_paper),
    RAISED("LAW-020", "no-server", server_is_only_a_date, server_is_blank),
    RAISED("LAW-020", "no-server", server_is_only_a_date, one_server),
    RAISED("LAW-020", "one-server", one_server, two_servers),
    RAISED("LAW-020", "one-server", one_server, two_servers_in_two_cells),
    RAISED("LAW-020", "one-server", one_server_without_a_day, two_servers_without_a_day),
    RAISED("LAW-020", "one-server", one_server_without_a_day, one_server_and_nobody_else),
    RAISED("LAW-020", "one-server", one_server, two_servers_without_a_blank),
    RAISED("LAW-020", "one-server", one_server, one_spaced_server),
    RAISED("LAW-020", "witness", left_behind, left_behind_with_a_witness),
    RAISED("LAW-020", "witness", refused, receiver_with_a_name),
    RAISED("LAW-020", "witness", that_box_is_ticked, another_box_is_ticked),
};

/* One finding for all receipts of a case file that nobody signed for. */
static void blank_receipts_are_told_once(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    blank(s);
    say(s, PENALTY "回证1.docx", "receiver-blank", "收件人签名或盖章");
    submitted_check(s);
    assert_int_equal(submitted_count(s, "LAW-020", "blank"), 1);
    assert_non_null(strstr(finding_value(submitted_finding(s, "LAW-020"), "others"), "回证2"));
    submitted_free(s);
}

static void number_is_wrong(const char *named_in_the_closing, const char *path, const char *alone)
{
    Submitted *s = submitted_clean();
    set_field(s, RECEIPT, "served-number", "沅环罚字〔2016〕74号");
    set_field(s, RECEIPT, "served-document", "行政处罚决定书");
    DocNumber *mention = record_add(the_document(s, PENALTY "结案.docx")->mentions, &docnumber_type);
    *mention = (DocNumber){.raw = g_strdup(named_in_the_closing), .key = docnumber_key(named_in_the_closing), .place = g_strdup("P4")};
    submitted_check(s);
    const Finding *finding = submitted_finding(s, "EXT-002");
    assert_string_equal(finding->file, path);
    assert_string_equal(alone ? finding_value(finding, "suspect") : "", alone ? "service-receipt" : "");
    assert_true((finding_value(finding, "alone") != NULL) == (alone != NULL));
    assert_true((finding_value(finding, "served") == NULL) == (alone != NULL));
    submitted_free(s);
}

/* Where another paper names the decision right, the receipt is the place and the decision is not to be served again. */
static void the_receipt_is_the_place(void **state)
{
    (void)state;
    number_is_wrong("沅环罚字〔2016〕1号", RECEIPT, "2");
    number_is_wrong("沅环罚字〔2016〕5号", DECISION, NULL);
}

/* A receipt that has the party's name as the notice has it is mended with the notice. */
static void the_receipt_of_a_misnamed_notice_is_named(void **state)
{
    static const char misnamed[] = "沅陵县乌龙锰业有限公司", named[] = "沅陵县乌有锰业有限公司";
    (void)state;
    for (int same = 0; same < 2; same++) {
        Submitted *s = submitted_clean();
        set_field(s, PENALTY "告知书.docx", "party", misnamed);
        set_field(s, PENALTY "回证1.docx", "party", same ? misnamed : named);
        submitted_check(s);
        const Finding *finding = submitted_finding(s, "EXT-002");
        assert_string_equal(finding_value(finding, "suspect"), "penalty-notice");
        const char *alike = finding_value(finding, "alike");
        assert_true(same ? alike && strstr(alike, "回证1") : !alike);
        submitted_free(s);
    }
}

int main(void)
{
    int failed = finding_cases_run("receipts", cases, G_N_ELEMENTS(cases));
    const struct CMUnitTest tests[] = {cmocka_unit_test(blank_receipts_are_told_once),
                                       cmocka_unit_test(the_receipt_is_the_place),
                                       cmocka_unit_test(the_receipt_of_a_misnamed_notice_is_named)};
    return failed + cmocka_run_group_tests_name("receipts, what is told", tests, NULL, NULL);
}
