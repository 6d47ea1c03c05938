/* DOC-007, folder: a case file whose folder is called after another firm than its papers; SET-009, number: with a document number
 * that none of its papers has. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "docnumber.h"
#include "findingcases.h"

#define OWN "沅陵县乌有锰业有限公司"
#define OTHER "沅陵县镜花砂石有限公司"

static void set_party(Submitted *s, const char *folder, const char *name, const char *party)
{
    g_autofree char *path = g_strdup_printf("%s/%s.docx", folder, name);
    set_field(s, path, "party", party);
}

static const char *const papers[] = {"检查笔录", "立案", "调查报告", "责改", "告知书", "缴款", "结案", "决定书"};

/* A case file of PARTY in the folder 案卷/NAME. */
static void put_case(Submitted *s, const char *name, int serial, const char *party)
{
    g_autofree char *folder = g_strconcat("案卷/", name, NULL);
    put_penalty(s, folder, serial, false);
    for (size_t i = 0; i < G_N_ELEMENTS(papers); i++)
        set_party(s, folder, papers[i], party);
}

static void called_after_a_stranger(Submitted *s) { put_case(s, "行政处罚4 " OTHER, 4, OWN); }
static void called_after_a_strangers_case(Submitted *s) { put_case(s, "4-" OTHER "案", 4, OWN); }
static void called_after_the_party(Submitted *s) { put_case(s, "行政处罚4 " OWN, 4, OWN); }
static void called_in_short(Submitted *s) { put_case(s, "行政处罚4 乌有锰业", 4, OWN); }
static void called_in_short_as_a_firm(Submitted *s) { put_case(s, "行政处罚4 沅陵乌有公司", 4, OWN); }
static void called_with_a_slip(Submitted *s) { put_case(s, "行政处罚4 沅陵县乌有猛业有限公司", 4, OWN); }
static void called_by_what_it_is(Submitted *s) { put_case(s, "行政处罚4", 4, OWN); }
static void called_after_both(Submitted *s) { put_case(s, "行政处罚4 乌有锰业、" OTHER, 4, OWN); }
static void of_a_person(Submitted *s) { put_case(s, "行政处罚4 " OTHER, 4, "舒例川"); }
static void named_in_a_paper(Submitted *s)
{
    called_after_a_stranger(s);
    add_field(the_document(s, "案卷/行政处罚4 " OTHER "/调查报告.docx"), "named-body", "原" OTHER);
}
static void of_the_party_by_one_paper(Submitted *s)
{
    called_after_a_stranger(s);
    for (size_t i = 0; i + 1 < G_N_ELEMENTS(papers); i++) { /* the decision is the last */
        g_autofree char *path = g_strdup_printf("案卷/行政处罚4 " OTHER "/%s.docx", papers[i]);
        drop_field(s, path, "party");
    }
}
static void called_after_the_party_of_another(Submitted *s)
{
    put_case(s, "行政处罚4 沅陵县镜花锰业有限公司", 4, OWN);
    put_case(s, "行政处罚5", 5, "沅陵县镜花锰业有限公司");
}
static void called_alike_after_nobody(Submitted *s) { put_case(s, "行政处罚4 沅陵县镜花锰业有限公司", 4, OWN); }
static void called_after_two_parties(Submitted *s)
{
    put_case(s, "行政处罚4 乌有锰业、沅陵县镜花锰业有限公司", 4, OWN);
    put_case(s, "行政处罚5", 5, "沅陵县镜花锰业有限公司");
}

/* The decision is 沅环罚字〔2016〕4号, its notice 沅环罚告字〔2016〕4号. */
static void numbered_as(Submitted *s, const char *name) { put_case(s, name, 4, OWN); }
static void another_number(Submitted *s) { numbered_as(s, "行政处罚-沅环罚字〔2016〕41号"); }
static void number_of_another_year(Submitted *s) { numbered_as(s, "行政处罚（沅环罚字〔2015〕4号）"); }
static void number_of_another_case(Submitted *s) { numbered_as(s, "行政处罚 沅环罚字〔2016〕1号"); }
static void another_number_of_the_notice(Submitted *s) { numbered_as(s, "沅环罚告字〔2016〕41号"); }
static void number_written_otherwise(Submitted *s) { numbered_as(s, "行政处罚-沅环罚决[2016]第004号"); }
static void number_of_the_notice(Submitted *s) { numbered_as(s, "行政处罚-沅环罚告字〔2016〕4号"); }
static void number_of_its_own_kind(Submitted *s) { numbered_as(s, "行政处罚-沅环立字〔2016〕41号"); }
static void number_in_short(Submitted *s) { numbered_as(s, "行政处罚-环罚〔2016〕41号"); }
static void serial_of_the_unit(Submitted *s) { numbered_as(s, "行政处罚2016-1号"); }
static void several_numbers(Submitted *s) { numbered_as(s, "行政处罚-沅环罚字〔2016〕4、41号"); }
static void range_of_numbers(Submitted *s) { numbered_as(s, "行政处罚-沅环罚字〔2016〕41-43号"); }
static void number_of_a_court(Submitted *s)
{
    numbered_as(s, "行政处罚 (2016)湘1222行审41号");
    put_document(s, "案卷/行政处罚 (2016)湘1222行审41号/裁定.docx", "court-document", "doc-number", "(2016)湘1222行审4号", NULL);
}
/* Two case files lie in the folder, which PKG-017 tells. */
static void number_of_a_folder_of_several(Submitted *s)
{
    put_case(s, "沅环罚字〔2016〕41号/甲", 61, OWN);
    put_case(s, "沅环罚字〔2016〕41号/乙", 62, OWN);
}
static void number_only_drafted(Submitted *s)
{
    another_number(s);
    the_field(s, "案卷/行政处罚-沅环罚字〔2016〕41号/决定书.docx", "doc-number")->status = VALUE_DRAFT;
}
static void two_numbers(Submitted *s) { numbered_as(s, "行政处罚-沅环罚字〔2016〕41号、沅环罚字〔2016〕42号"); }
static void number_of_a_scan(Submitted *s)
{
    another_number(s);
    put_scan(s, "案卷/行政处罚-沅环罚字〔2016〕41号/决定书（沅环罚字〔2016〕41号）.jpg", "scan", "penalty-decision", "沅环罚字〔2016〕41号");
}
static void number_that_a_paper_names(Submitted *s)
{
    another_number(s);
    set_field(s, "案卷/行政处罚-沅环罚字〔2016〕41号/结案.docx", "decision-number", "沅环罚字〔2016〕41号");
    DocNumber *mention = record_add(the_document(s, "案卷/行政处罚-沅环罚字〔2016〕41号/结案.docx")->mentions, &docnumber_type);
    *mention = (DocNumber){.raw = g_strdup("沅环罚字〔2016〕41号"), .key = docnumber_key("沅环罚字〔2016〕41号"), .place = g_strdup("P4")};
}

static const FindingCase cases[] = {
    RAISED("SET-009", "number", another_number, number_written_otherwise),
    RAISED("SET-009", "number", number_of_another_year, number_of_the_notice),
    RAISED("SET-009", "number", number_of_another_case, number_of_its_own_kind),
    RAISED("SET-009", "number", another_number_of_the_notice, number_in_short),
    RAISED("SET-009", "number", another_number, serial_of_the_unit),
    RAISED("SET-009", "number", another_number, several_numbers),
    RAISED("SET-009", "number", another_number, two_numbers),
    RAISED("SET-009", "number", another_number, range_of_numbers),
    RAISED("SET-009", "number", another_number, number_of_a_court),
    RAISED("SET-009", "number", another_number, number_only_drafted),
    RAISED("SET-009", "number", another_number, number_of_a_folder_of_several),
    RAISED("SET-009", "number", another_number, number_of_a_scan),
    RAISED("SET-009", "number", another_number, number_that_a_paper_names),
    RAISED("DOC-007", "folder", called_after_a_stranger, called_after_the_party),
    RAISED("DOC-007", "folder", called_after_a_stranger, called_in_short),
    RAISED("DOC-007", "folder", called_after_a_stranger, called_in_short_as_a_firm),
    RAISED("DOC-007", "folder", called_after_a_stranger, called_with_a_slip),
    RAISED("DOC-007", "folder", called_after_a_stranger, called_by_what_it_is),
    RAISED("DOC-007", "folder", called_after_a_strangers_case, called_after_both),
    RAISED("DOC-007", "folder", called_after_a_stranger, of_a_person),
    RAISED("DOC-007", "folder", called_after_a_stranger, named_in_a_paper),
    RAISED("DOC-007", "folder", called_after_a_stranger, of_the_party_by_one_paper),
    RAISED("DOC-007", "folder", called_after_the_party_of_another, called_alike_after_nobody),
    RAISED("DOC-007", "folder", called_after_the_party_of_another, called_after_two_parties),
};

/* The number in the name may be that of another case file: it is told which. */
static void the_case_file_of_the_number_is_named(void **state G_GNUC_UNUSED)
{
    static const struct { ChangeFunc change; const char *elsewhere; } known[] = {
        {number_of_another_case, "行政处罚1"}, {another_number, ""}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        submitted_check(s);
        assert_string_equal(finding_value(submitted_finding(s, "SET-009"), "elsewhere"), known[i].elsewhere);
        submitted_free(s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_case_file_of_the_number_is_named)};
    int failed = finding_cases_run("casefolders", cases, G_N_ELEMENTS(cases));
    return cmocka_run_group_tests(tests, NULL, NULL) + failed;
}
