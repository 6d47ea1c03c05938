/* LAW-003, SET-005: the receipt of a paper that is asked for is asked for too, unless it lies in the file. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "findingcases.h"

#define PENALTY "案卷/行政处罚1/"
#define DAILY "案卷/按日1/"

/* Whether CODE, VARIANT asks for the receipt or says that it is there, when CHANGE was made to the clean package. */
static void expect_asked(ChangeFunc change, const char *code, const char *variant, bool asked)
{
    Submitted *s = submitted_clean();
    change(s);
    const Finding *finding = submitted_told(s, code, variant);
    expect_param(finding, "receipt", asked ? "service-receipt" : NULL);
    expect_param(finding, "served", asked ? NULL : "service-receipt");
    submitted_free(s);
}

static void no_notice(Submitted *s)
{
    drop_files(s, PENALTY "告知书.docx");
    set_field(s, PENALTY "回证1.docx", "served-document", "行政处罚事先告知书");
}
static void no_notice_nor_receipt(Submitted *s)
{
    no_notice(s);
    drop_files(s, PENALTY "回证1.docx");
}
static void no_daily_notice(Submitted *s)
{
    drop_files(s, DAILY "告知书.docx");
    set_field(s, DAILY "回证3.docx", "served-document", "按日连续处罚事先告知书");
}
static void no_daily_notice_nor_receipt(Submitted *s)
{
    no_daily_notice(s);
    drop_files(s, DAILY "回证3.docx");
}
static void only_one_order(Submitted *s) { drop_files(s, DAILY "再责改.docx"); }
static void only_one_order_and_the_other_served(Submitted *s)
{
    only_one_order(s);
    drop_files(s, DAILY "再回证.docx");
    put_document(s, DAILY "再次回证.docx", "service-receipt", "served-document", "再次责令改正违法行为决定书", NULL);
}
static void only_one_order_and_its_receipt(Submitted *s)
{
    only_one_order(s);
    drop_files(s, DAILY "再回证.docx");
}

static void a_notice_is_asked_for_with_its_receipt(void **state)
{
    (void)state;
    expect_asked(no_notice_nor_receipt, "LAW-003", NULL, true);
    expect_asked(no_notice, "LAW-003", NULL, false);
    expect_asked(no_daily_notice_nor_receipt, "LAW-003", "daily", true);
    expect_asked(no_daily_notice, "LAW-003", "daily", false);
}

static void an_order_is_asked_for_with_its_receipt(void **state)
{
    (void)state;
    expect_asked(only_one_order_and_its_receipt, "SET-005", "second-order", true);
    expect_asked(only_one_order_and_the_other_served, "SET-005", "second-order", false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_notice_is_asked_for_with_its_receipt),
                                       cmocka_unit_test(an_order_is_asked_for_with_its_receipt)};
    return cmocka_run_group_tests_name("receipts asked for", tests, NULL, NULL);
}
