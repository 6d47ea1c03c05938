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

#define CRIME "案卷/犯罪1/"

/* Approved on APPROVED, reported on the 20th, transferred on the 23rd. */
static const char *order_of(Submitted *s, const char *approved)
{
    set_field(s, CRIME "审批.docx", "approval-date", approved);
    submitted_check(s);
    return finding_value(submitted_finding(s, "LAW-008"), "see");
}

/* An approval before the report is in the wrong order; one after it, and too early all the same, is not. */
static void what_speaks_against_the_approval_is_named(void **state)
{
    (void)state;
    static const struct { const char *approved, *see; } known[] = {{"2016-09-16", "LAW-009"}, {"2016-09-21", NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        const char *see = order_of(s, known[i].approved);
        assert_int_equal(submitted_count(s, "LAW-009", "*"), known[i].see ? 1 : 0);
        assert_int_equal(g_strcmp0(see, known[i].see), 0);
        submitted_free(s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(papers_as_late_as_the_letter_are_named),
                                       cmocka_unit_test(papers_in_time_are_not_named),
                                       cmocka_unit_test(what_speaks_against_the_approval_is_named)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
