/* LAW-012, changed: a number that officers tell of themselves in a record, and all places of a number that is odd. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "findingcases.h"

#define RECORD "案卷/行政处罚1/检查笔录.docx"
#define INTERVIEW "案卷/行政处罚1/询问笔录.docx"
#define RIGHT "43122203"
#define WRONG "43122230"

static void quote_number(Submitted *s, const char *path, guint index, const char *number)
{
    Investigator *officer = the_document(s, path)->investigators->pdata[index];
    g_free(officer->certificate);
    g_free(officer->quote);
    officer->certificate = g_strdup(number);
    officer->quote = g_strdup_printf("%s（执法证号：%s）", officer->name, number);
}
/* A record and an interview of 行政处罚1, in which 舒例川 has NUMBER and OTHER in the form, and TOLD in the interview's sentence. */
static void numbers_are(Submitted *s, const char *number, const char *other, const char *told)
{
    Document *interview = put_document(s, INTERVIEW, "interview-record", "inspection-dates", "2016-09-06", NULL);
    put_officer(interview, "向例明", "43122201");
    put_officer(interview, "舒例川", other);
    quote_number(s, RECORD, 1, number);
    quote_number(s, INTERVIEW, 1, other);
    g_autofree char *first = g_strdup("向例明|43122201"), *second = g_strdup_printf("舒例川|%s", told);
    const char *shown[] = {first, second};
    for (size_t i = 0; i < G_N_ELEMENTS(shown); i++) {
        Field *field = add_field(interview, "certificate-shown", shown[i]);
        quote_field(field, "这是我们的执法证件（证号：…）");
        g_free(field->place);
        field->place = g_strdup("P9");
    }
}
static void the_sentence_is_wrong(Submitted *s) { numbers_are(s, RIGHT, RIGHT, WRONG); }
static void the_sentence_agrees(Submitted *s) { numbers_are(s, RIGHT, RIGHT, RIGHT); }
static void the_sentence_shows_another_kind(Submitted *s) { numbers_are(s, RIGHT, RIGHT, "湘环执法001"); }

static const FindingCase cases[] = {
    RAISED("LAW-012", "changed", the_sentence_is_wrong, the_sentence_agrees),
    RAISED("LAW-012", "changed", the_sentence_is_wrong, the_sentence_shows_another_kind),
};

static void the_sentence_is_told_where_it_stands(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    the_sentence_is_wrong(s);
    const Finding *finding = submitted_told(s, "LAW-012", "changed");
    assert_string_equal(finding->file, INTERVIEW);
    assert_string_equal(finding->place, "P9");
    expect_param(finding, "number", WRONG);
    expect_param(finding, "other-number", RIGHT);
    expect_param(finding, "others", NULL);
    assert_int_equal(submitted_count(s, "LAW-012", "changed"), 1);
    submitted_free(s);
}

static void all_places_of_the_wrong_number_are_told(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    numbers_are(s, RIGHT, WRONG, WRONG);
    const Finding *finding = submitted_told(s, "LAW-012", "changed");
    assert_string_equal(finding->file, INTERVIEW);
    expect_param(finding, "number", WRONG);
    expect_param(finding, "others", "询问笔录.docx|P9");
    submitted_free(s);
    s = submitted_clean();
    numbers_are(s, RIGHT, WRONG, RIGHT); /* which the form alone has wrong */
    finding = submitted_told(s, "LAW-012", "changed");
    expect_param(finding, "number", WRONG);
    expect_param(finding, "others", NULL);
    submitted_free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_sentence_is_told_where_it_stands),
                                       cmocka_unit_test(all_places_of_the_wrong_number_are_told)};
    int failed = finding_cases_run("told numbers", cases, G_N_ELEMENTS(cases));
    return failed + cmocka_run_group_tests_name("told numbers, places", tests, NULL, NULL);
}
