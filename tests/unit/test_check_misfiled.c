/* EXT-002, misfiled: papers of another case file, or of a firm of which no other paper speaks. */
#include "findingcases.h"
#include "submission.h"

#define FIRM "沅陵县红枫塑料有限公司"
#define STRAY "案卷/行政处罚1/错放.docx"
#define REPORT "案卷/行政处罚1/调查报告.docx"

/* The second case is of another firm than the first. */
static void second_firm(Submitted *s)
{
    static const char *const papers[] = {"检查笔录", "立案", "调查报告", "责改", "告知书", "决定书", "缴款", "结案"};
    for (size_t i = 0; i < G_N_ELEMENTS(papers); i++) {
        g_autofree char *path = g_strdup_printf("案卷/行政处罚2/%s.docx", papers[i]);
        set_field(s, path, "party", FIRM);
    }
}
static void paper_of(Submitted *s, const char *party, const char *number)
{
    second_firm(s);
    put_document(s, STRAY, "closing-form", "party", party, "doc-number", number, NULL);
}
static void paper_of_the_second(Submitted *s) { paper_of(s, FIRM, "沅环罚字〔2016〕12号"); }
static void paper_that_names_this_case(Submitted *s)
{
    paper_of_the_second(s);
    DocNumber *mention = record_add(the_document(s, STRAY)->mentions, &docnumber_type);
    mention->raw = g_strdup("沅环罚字〔2016〕1号");
    mention->key = g_strdup(field_key(the_field(s, "案卷/行政处罚1/决定书.docx", "doc-number")));
}
static void paper_of_the_party(Submitted *s) { paper_of(s, "沅陵县乌有锰业有限公司", "沅环罚字〔2016〕12号"); }
static void paper_with_its_party_alone(Submitted *s) { paper_of(s, FIRM, "沅环罚字〔2016〕777号"); }

static void report_of(Submitted *s, const char *party, const char *head)
{
    set_field(s, "案卷/行政处罚1/决定书.docx", "legal-rep", "曾样川");
    set_field(s, REPORT, "party", party);
    set_field(s, REPORT, "legal-rep", head);
}
static void report_of_a_stranger(Submitted *s) { report_of(s, "会同县广漠木业有限公司", "舒样山"); }
static void report_with_the_head(Submitted *s) { report_of(s, "会同县广漠木业有限公司", "曾样川"); }
static void two_papers_of_a_stranger(Submitted *s)
{
    report_of_a_stranger(s);
    set_field(s, "案卷/行政处罚1/立案.docx", "party", "会同县广漠木业有限公司");
}
static void licence_of_a_stranger(Submitted *s)
{
    report_of(s, "沅陵县乌有锰业有限公司", "曾样川");
    put_document(s, STRAY, "other", "party", "会同县广漠木业有限公司", "legal-rep", "舒样山", NULL);
}
static void report_missing(Submitted *s) { drop_files(s, REPORT); }

static const FindingCase cases[] = {
    RAISED("EXT-002", "misfiled", paper_of_the_second, paper_that_names_this_case),
    RAISED("EXT-002", "misfiled", paper_of_the_second, paper_of_the_party),
    RAISED("EXT-002", "misfiled", paper_of_the_second, paper_with_its_party_alone),
    RAISED("EXT-002", "misfiled", report_of_a_stranger, report_with_the_head),
    RAISED("EXT-002", "misfiled", report_of_a_stranger, two_papers_of_a_stranger),
    RAISED("EXT-002", "misfiled", report_of_a_stranger, licence_of_a_stranger),
    RAISED("EXT-002", NULL, report_with_the_head, report_of_a_stranger),
    RAISED("EXT-002", NULL, paper_with_its_party_alone, paper_of_the_second),
    RAISED("SET-005", NULL, report_missing, report_of_a_stranger),
};

int main(void)
{
    return finding_cases_run("misfiled", cases, G_N_ELEMENTS(cases));
}
