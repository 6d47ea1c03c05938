/* CND-003: the papers of a candidate that leave the certificate number blank, told at once, where the form gives it and where it does not. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "findingcases.h"

#define FORM "先进个人/向例明/推荐表.docx"
#define CERTIFICATE "先进个人/向例明/廉洁证明.docx"
#define STATEMENT "先进个人/向例明/情况说明.docx"
#define CANDIDATES "先进个人候选名单.docx"

static void blank_in_the_statement(Submitted *s) { set_field(s, STATEMENT, "certificate-blank", "执法证号"); }
static void blank_and_given_in_the_statement(Submitted *s)
{
    blank_in_the_statement(s);
    set_field(s, STATEMENT, "certificate-number", "43122201");
}
static void blank_of_a_colleague(Submitted *s)
{
    blank_in_the_statement(s);
    put_officer(the_document(s, STATEMENT), "向例明", "43122201");
}
static void empty_in_the_list(Submitted *s)
{
    add_field(the_document(s, CANDIDATES), "listed-certificate", "向例明|")->status = VALUE_ABSENT;
}
static void empty_for_another(Submitted *s)
{
    add_field(the_document(s, CANDIDATES), "listed-certificate", "舒例川|")->status = VALUE_ABSENT;
}
static void blank_in_its_case_file(Submitted *s)
{
    set_field(s, "先进个人/向例明/案卷/行政处罚1/立案.docx", "certificate-blank", "执法证号");
}

static const FindingCase cases[] = {
    RAISED("CND-003", "blank", blank_in_the_statement, blank_and_given_in_the_statement),
    RAISED("CND-003", "blank", blank_in_the_statement, blank_of_a_colleague),
    RAISED("CND-003", "blank", blank_in_the_statement, blank_in_its_case_file),
    RAISED("CND-003", "blank", empty_in_the_list, empty_for_another),
};

/* One finding a candidate, placed at the first paper, names the others. */
static void all_papers_are_named(void **state G_GNUC_UNUSED)
{
    static const struct { bool given; const char *variant, *file, *others; } rounds[] = {
        {true, "blank", CERTIFICATE, "情况说明.docx|P3\n先进个人候选名单.docx|P3"},
        {false, NULL, FORM, "廉洁证明.docx|P3\n情况说明.docx|P3"}};
    for (size_t i = 0; i < G_N_ELEMENTS(rounds); i++) {
        Submitted *s = submitted_clean();
        blank_in_the_statement(s);
        empty_in_the_list(s);
        set_field(s, CERTIFICATE, "certificate-blank", "执法证号");
        if (!rounds[i].given)
            drop_field(s, FORM, "certificate-number");
        const Finding *finding = submitted_told(s, "CND-003", rounds[i].variant);
        assert_string_equal(finding->file, rounds[i].file);
        expect_param(finding, "others", rounds[i].others);
        expect_param(finding, "list", rounds[i].given ? NULL : CANDIDATES);
        assert_int_equal(submitted_count(s, "CND-003", "*"), 1);
        submitted_free(s);
    }
}

int main(void)
{
    g_autofree char *data = g_build_filename(g_getenv("ANJUAN_BUILD"), "share", "anjuan", NULL);
    g_setenv("ANJUAN_DATA", data, FALSE);
    const struct CMUnitTest tests[] = {cmocka_unit_test(all_papers_are_named)};
    return finding_cases_run("ownnumbers", cases, G_N_ELEMENTS(cases)) + cmocka_run_group_tests(tests, NULL, NULL);
}
