/* SET-004, first-receipt: in a daily file the receipt of the order that was given again does not stand for that of the first. */
#include "findingcases.h"

#define DAILY "案卷/按日1/"

/* Both receipts are gone, and SCAN is there instead. */
static void only(Submitted *s, const char *scan)
{
    drop_files(s, DAILY "回证1.docx");
    drop_files(s, DAILY "再回证.docx");
    put_scan(s, scan, scan, "service-receipt", NULL);
}
static void only_that_of_the_second(Submitted *s) { only(s, DAILY "再次责令改正决定书送达回证.jpg"); }
static void only_that_of_the_first(Submitted *s) { only(s, DAILY "责令改正决定书送达回证.jpg"); }
static void one_for_both(Submitted *s) { only(s, DAILY "责令改正决定书、再次责令改正决定书送达回证.jpg"); }
static void one_for_the_two_of_them(Submitted *s) { only(s, DAILY "第一次和第二次责令改正决定书送达回证.jpg"); }
static void both_scanned(Submitted *s)
{
    only_that_of_the_second(s);
    put_scan(s, DAILY "责令改正决定书送达回证.jpg", "first", "service-receipt", NULL);
}
static void one_that_tells_nothing(Submitted *s)
{
    only_that_of_the_second(s);
    put_scan(s, DAILY "送达回证.jpg", "first", "service-receipt", NULL);
}
static void a_bundle_besides(Submitted *s)
{
    only_that_of_the_second(s);
    put_scan(s, DAILY "案卷材料.pdf", "bundle", NULL, NULL);
}
static void a_sampling_record_besides(Submitted *s)
{
    only_that_of_the_second(s);
    put_scan(s, DAILY "采样记录.jpg", "sampling", "evidence", NULL);
}
static void the_order_scanned_on(Submitted *s, int pages)
{
    only_that_of_the_second(s);
    put_scan(s, DAILY "责令改正决定书.pdf", "order", "rectification-order", NULL)->pages = pages;
}
static void the_order_scanned_on_one_page(Submitted *s) { the_order_scanned_on(s, 1); }
static void the_order_scanned_on_three_pages(Submitted *s) { the_order_scanned_on(s, 3); }
static void signed_for_on_the_order(Submitted *s)
{
    only_that_of_the_second(s);
    set_field(s, DAILY "责改.docx", "service-date", "2016-09-07");
}
/* A receipt that was read, in words alone. */
static void read_in_words(Submitted *s, const char *served)
{
    drop_files(s, DAILY "回证1.docx");
    drop_files(s, DAILY "再回证.docx");
    put_document(s, DAILY "回证5.docx", "service-receipt", "served-document", served, "service-date", "2016-09-21", NULL);
}
static void read_as_the_second(Submitted *s) { read_in_words(s, "再次责令改正违法行为决定书"); }
static void read_as_the_first(Submitted *s) { read_in_words(s, "责令改正违法行为决定书"); }

static const FindingCase cases[] = {
    RAISED("SET-004", "first-receipt", only_that_of_the_second, only_that_of_the_first),
    RAISED("SET-004", "first-receipt", only_that_of_the_second, one_for_both),
    RAISED("SET-004", "first-receipt", only_that_of_the_second, one_for_the_two_of_them),
    RAISED("SET-004", "first-receipt", only_that_of_the_second, both_scanned),
    RAISED("SET-004", "first-receipt", only_that_of_the_second, one_that_tells_nothing),
    RAISED("SET-004", "first-receipt", a_sampling_record_besides, a_bundle_besides),
    RAISED("SET-004", "first-receipt", the_order_scanned_on_one_page, the_order_scanned_on_three_pages),
    RAISED("SET-004", "first-receipt", only_that_of_the_second, signed_for_on_the_order),
    RAISED("SET-004", "first-receipt", read_as_the_second, read_as_the_first),
};

int main(void)
{
    return finding_cases_run("the order given again", cases, G_N_ELEMENTS(cases));
}
