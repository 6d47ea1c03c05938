/* LAW-008: what a late letter of transfer is told with. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "submitted.h"

#define FOLDER "案卷/拘留1/"

/* Approved Tuesday 2016-10-11, the letter of the 17th; the police sign the list on LISTED and the receipt on RECEIVED. */
static const char *others_of(Submitted *s, const char *listed, const char *received)
{
    set_field(s, FOLDER "移送书.docx", "transfer-date", "2016-10-17");
    set_field(s, FOLDER "清单.docx", "receipt", "丁卫东（警官证号0440131）");
    set_field(s, FOLDER "清单.docx", "transfer-date", listed);
    put_document(s, FOLDER "回执2.docx", "police-receipt", "received-on", received, NULL);
    submitted_check(s);
    return finding_value(submitted_finding(s, "LAW-008"), "others");
}

static void papers_as_late_as_the_letter_are_named(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    const char *others = others_of(s, "2016-10-17", "2016-10-18");
    assert_non_null(others);
    assert_non_null(strstr(others, "清单.docx"));
    assert_non_null(strstr(others, "回执2.docx"));
    submitted_free(s);
}

static void papers_in_time_are_not_named(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    assert_null(others_of(s, "2016-10-14", "2016-10-14"));
    submitted_free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(papers_as_late_as_the_letter_are_named),
                                       cmocka_unit_test(papers_in_time_are_not_named)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
