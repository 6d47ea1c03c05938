/* DOC-007, folder: a case file whose folder is called after another firm than its papers. */
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

static const FindingCase cases[] = {
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

int main(void)
{
    return finding_cases_run("casefolders", cases, G_N_ELEMENTS(cases));
}
