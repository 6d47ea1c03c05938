/* LAW-003: the decision says that the notice was served on a day in time, and its receipt another. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "findingcases.h"

#define FOLDER "案卷/行政处罚1/"

/* The notice of 2016-09-20, by its receipt served on SERVED, by the decision of 2016-09-28 on GIVEN. */
static void expect_slip(const char *variant, const char *served, const char *given, const char *slip)
{
    Submitted *s = submitted_clean();
    set_field(s, FOLDER "回证1.docx", "service-date", served);
    add_field(the_document(s, FOLDER "决定书.docx"), "notice-given-on", given);
    const Finding *finding = submitted_told(s, "LAW-003", variant);
    expect_param(finding, "slip", slip);
    expect_param(finding, "given", slip ? given : NULL);
    expect_param(finding, "receipt-file", slip ? FOLDER "回证1.docx" : NULL);
    submitted_free(s);
}

static void a_day_in_time_speaks_against_the_receipt(void **state)
{
    (void)state;
    expect_slip("after", "2016-09-29", "2016-09-21", "service-receipt");
    expect_slip("early", "2016-09-27", "2016-09-21", "service-receipt");
    expect_slip("early", "2016-09-27", "2016-09-25", "service-receipt");
}

static void other_days_do_not(void **state)
{
    (void)state;
    expect_slip("early", "2016-09-27", "2016-09-27", NULL);
    expect_slip("early", "2016-09-27", "2016-09-26", NULL); /* too late as well */
    expect_slip("after", "2016-09-29", "2016-09-05", NULL); /* before the notice was made */
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_day_in_time_speaks_against_the_receipt), cmocka_unit_test(other_days_do_not)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
