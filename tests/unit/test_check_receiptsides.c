/* SET-004, SET-005: which of the two notices or orders of a daily file a scan of a receipt serves by its name. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "findingcases.h"

#define DAILY "案卷/按日1/"
#define ORIGINAL_RECEIPT DAILY "12行政处罚事先告知书送达回证.jpg"

static void rename_file(Submitted *s, const char *from, const char *to)
{
    FileFacts *facts = the_file(s, from);
    g_free(facts->path);
    facts->path = g_strdup(to);
}

static Scan *put_receipt_scan(Submitted *s, const char *path) { return put_scan(s, path, path, "service-receipt", NULL); }

/* Neither notice has a receipt that was read. */
static void name_notices(Submitted *s)
{
    drop_files(s, DAILY "原回证.docx");
    drop_files(s, DAILY "回证3.docx");
    rename_file(s, DAILY "原告知书.docx", DAILY "11行政处罚事先告知书.docx");
    rename_file(s, DAILY "告知书.docx", DAILY "19按日连续处罚事先告知书.docx");
}
static void only_that_of_the_original(Submitted *s)
{
    name_notices(s);
    put_receipt_scan(s, ORIGINAL_RECEIPT);
}
static void those_of_both(Submitted *s)
{
    only_that_of_the_original(s);
    put_receipt_scan(s, DAILY "20按日连续处罚事先告知书送达回证.jpg");
}
static void both_on_two_pages(Submitted *s)
{
    name_notices(s);
    put_receipt_scan(s, ORIGINAL_RECEIPT)->pages = 2;
}
static void in_a_bundle_of_the_daily_penalty(Submitted *s)
{
    name_notices(s);
    put_receipt_scan(s, DAILY "按日连续处罚.zip/行政处罚事先告知书送达回证.jpg");
}
static void behind_the_daily_notice(Submitted *s)
{
    name_notices(s);
    put_receipt_scan(s, DAILY "20行政处罚事先告知书送达回证.jpg");
}
static void of_the_only_notice(Submitted *s)
{
    only_that_of_the_original(s);
    drop_files(s, DAILY "11行政处罚事先告知书.docx");
}
static void by_its_place(Submitted *s)
{
    name_notices(s);
    put_receipt_scan(s, DAILY "12告知书送达回证.jpg");
}
/* A folder of scans with numbers of its own. */
static void at_a_place_of_another(Submitted *s)
{
    by_its_place(s);
    put_scan(s, DAILY "12现场照片.jpg", "photo", "evidence", NULL);
}
static void by_its_number(Submitted *s)
{
    name_notices(s);
    put_scan(s, DAILY "告知书送达回证1.jpg", "one", "service-receipt", "沅环罚告字〔2016〕20号");
}
static void by_the_daily_number(Submitted *s)
{
    name_notices(s);
    put_scan(s, DAILY "行政处罚告知书送达回证.jpg", "one", "service-receipt", "沅环连罚告字〔2016〕1号");
}
/* The file of the daily notice is not called after it either. */
static void notices_are_called_alike(Submitted *s)
{
    only_that_of_the_original(s);
    rename_file(s, ORIGINAL_RECEIPT, DAILY "行政处罚事先告知书送达回证.jpg");
    rename_file(s, DAILY "19按日连续处罚事先告知书.docx", DAILY "19行政处罚事先告知书.docx");
}
static void notices_are_scans(Submitted *s)
{
    name_notices(s);
    drop_files(s, DAILY "11行政处罚事先告知书.docx");
    put_scan(s, DAILY "11行政处罚事先告知书.jpg", "notice", "penalty-notice", NULL);
    put_receipt_scan(s, ORIGINAL_RECEIPT);
}

static void bare(Submitted *s)
{
    name_notices(s);
    put_receipt_scan(s, DAILY "告知书送达回证.jpg");
}
static void bare_of_the_only_notice(Submitted *s)
{
    bare(s);
    drop_files(s, DAILY "11行政处罚事先告知书.docx");
}
static void bare_on_two_pages(Submitted *s)
{
    name_notices(s);
    put_receipt_scan(s, DAILY "告知书送达回证.jpg")->pages = 2;
}
static void bare_twice(Submitted *s)
{
    bare(s);
    put_receipt_scan(s, DAILY "告知书送达回证（二）.jpg");
}
static void bare_beside_one_that_tells_nothing(Submitted *s)
{
    bare(s);
    put_receipt_scan(s, DAILY "送达回证.jpg");
}

/* ---- the orders ---- */

static void name_orders(Submitted *s)
{
    drop_files(s, DAILY "回证1.docx");
    drop_files(s, DAILY "再回证.docx");
    rename_file(s, DAILY "责改.docx", DAILY "07责令改正决定书.docx");
    rename_file(s, DAILY "再责改.docx", DAILY "17再次责令改正决定书.docx");
}
static void only_that_of_the_first_order(Submitted *s)
{
    name_orders(s);
    put_receipt_scan(s, DAILY "08责令改正决定书送达回证.jpg");
}
static void those_of_both_orders(Submitted *s)
{
    only_that_of_the_first_order(s);
    put_receipt_scan(s, DAILY "18再次责令改正决定书送达回证.jpg");
}
static void one_for_both_orders(Submitted *s)
{
    name_orders(s);
    put_receipt_scan(s, DAILY "两次责令改正决定书送达回证.jpg");
}
static void orders_on_two_pages(Submitted *s)
{
    name_orders(s);
    put_receipt_scan(s, DAILY "责令改正决定书送达回证.jpg")->pages = 2;
}
static void second_order_signed_for(Submitted *s)
{
    only_that_of_the_first_order(s);
    set_field(s, DAILY "17再次责令改正决定书.docx", "service-date", "2016-09-21");
}
static void only_that_of_the_second_order(Submitted *s)
{
    name_orders(s);
    put_scan(s, DAILY "责令改正决定书送达回证.jpg", "one", "service-receipt", "沅环责改字〔2016〕21号");
}

static const FindingCase cases[] = {
    RAISED("SET-004", "daily-receipt", only_that_of_the_original, those_of_both),
    RAISED("SET-004", "daily-receipt", only_that_of_the_original, both_on_two_pages),
    RAISED("SET-004", "daily-receipt", only_that_of_the_original, in_a_bundle_of_the_daily_penalty),
    RAISED("SET-004", "daily-receipt", only_that_of_the_original, behind_the_daily_notice),
    RAISED("SET-004", "daily-receipt", only_that_of_the_original, of_the_only_notice),
    RAISED("SET-004", "daily-receipt", by_its_place, at_a_place_of_another),
    RAISED("SET-004", "daily-receipt", by_its_number, by_the_daily_number),
    RAISED("SET-004", "daily-receipt", notices_are_scans, notices_are_called_alike),
    RAISED("SET-005", "either-notice", bare, bare_of_the_only_notice),
    RAISED("SET-005", "either-notice", bare, bare_on_two_pages),
    RAISED("SET-005", "either-notice", bare, bare_twice),
    RAISED("SET-005", "either-notice", bare, bare_beside_one_that_tells_nothing),
    RAISED("SET-005", "either-notice", at_a_place_of_another, those_of_both),
    RAISED("SET-005", "either-notice", notices_are_called_alike, behind_the_daily_notice),
    RAISED("SET-005", "second-receipt", only_that_of_the_first_order, those_of_both_orders),
    RAISED("SET-005", "second-receipt", only_that_of_the_first_order, one_for_both_orders),
    RAISED("SET-005", "second-receipt", only_that_of_the_first_order, orders_on_two_pages),
    RAISED("SET-005", "second-receipt", only_that_of_the_first_order, second_order_signed_for),
    RAISED("SET-004", "first-receipt", only_that_of_the_second_order, only_that_of_the_first_order),
};

/* The finding names the scan that does not stand for the receipt that is asked for. */
static void the_scan_is_named(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    only_that_of_the_original(s);
    expect_param(submitted_told(s, "SET-004", "daily-receipt"), "scans", "12行政处罚事先告知书送达回证.jpg");
    submitted_free(s);
}

int main(void)
{
    int failed = finding_cases_run("receipts of two papers", cases, G_N_ELEMENTS(cases));
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_scan_is_named)};
    return failed + cmocka_run_group_tests_name("receipts of two papers, what is told", tests, NULL, NULL);
}
