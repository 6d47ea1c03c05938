/* Papers that lie directly in 案卷/ while a slot is empty: the missing case file points to them (SET-001, PKG-016). */
#include "findingcases.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static void crime_papers_loose(Submitted *s)
{
    drop_files(s, "案卷/犯罪1/");
    put_document(s, "案卷/移送书.docx", "crime-transfer", NULL);
    put_document(s, "案卷/清单.docx", "transfer-list", NULL);
}
static void crime_letter_loose_as_scan(Submitted *s)
{
    drop_files(s, "案卷/犯罪1/");
    put_scan(s, "案卷/移送书.jpg", "letter", "crime-transfer", NULL);
}
static void crime_list_loose(Submitted *s)
{
    drop_files(s, "案卷/犯罪1/");
    put_document(s, "案卷/清单.docx", "transfer-list", NULL);
}
static void penalty_decision_loose(Submitted *s)
{
    drop_files(s, "案卷/行政处罚3/");
    put_document(s, "案卷/决定书.docx", "penalty-decision", NULL);
}
static void penalty_decision_loose_with_a_letter(Submitted *s)
{
    penalty_decision_loose(s);
    put_document(s, "案卷/移送书.docx", "detention-transfer", NULL);
}

static void loose_papers_are_named_with_the_empty_slot(void **state)
{
    (void)state;
    static const struct { ChangeFunc change; const char *loose; } known[] = {
        {crime_papers_loose, "移送书.docx"}, {crime_letter_loose_as_scan, "移送书.jpg"}, {crime_list_loose, NULL},
        {penalty_decision_loose, "决定书.docx"}, {penalty_decision_loose_with_a_letter, NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        submitted_check(s);
        assert_int_equal(submitted_count(s, "SET-001", "*"), 1);
        assert_int_equal(g_strcmp0(finding_value(submitted_finding(s, "SET-001"), "loose"), known[i].loose), 0);
        submitted_free(s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(loose_papers_are_named_with_the_empty_slot)};
    return cmocka_run_group_tests_name("check_loose", tests, NULL, NULL);
}
