/* SCN-005: a licence is the same in all cases of a firm.  SET-005: a payment put off. */
#include "findingcases.h"
#include "submission.h"

#define FIRST "案卷/行政处罚1/"
#define SECOND "案卷/行政处罚2/"

static void in_both(Submitted *s, const char *first, const char *second)
{
    put_scan(s, first, "one scan", NULL, NULL);
    put_scan(s, second, "one scan", NULL, NULL);
}
static void another_party(Submitted *s)
{
    for (guint i = 0; i < s->casefiles->files->len; i++) {
        FileFacts *facts = s->casefiles->files->pdata[i];
        if (g_str_has_prefix(facts->path, SECOND) && facts->documents->len > 0 &&
            document_value(facts->documents->pdata[0], "party"))
            set_field(s, facts->path, "party", "沅陵县某某水泥有限公司");
    }
}
static void the_licence_in_both(Submitted *s) { in_both(s, FIRST "营业执照复印件.jpg", SECOND "营业执照.jpg"); }
static void the_identity_card_in_both(Submitted *s) { in_both(s, FIRST "身份证.jpg", SECOND "法定代表人身份证.jpg"); }
static void a_photograph_in_both(Submitted *s) { in_both(s, FIRST "现场照片.jpg", SECOND "现场照片.jpg"); }
static void the_licence_with_the_record_in_both(Submitted *s)
{
    in_both(s, FIRST "营业执照及检查笔录.jpg", SECOND "营业执照及检查笔录.jpg");
}
static void the_licence_of_another_party(Submitted *s)
{
    the_licence_in_both(s);
    another_party(s);
}
static void a_licence_that_is_a_photograph_there(Submitted *s)
{
    in_both(s, FIRST "营业执照复印件.jpg", SECOND "现场照片.jpg");
}

/* ---- payment put off ---- */

static void unpaid(Submitted *s)
{
    drop_files(s, FIRST "缴款.docx");
    drop_files(s, FIRST "结案.docx");
}
static void put_off(Submitted *s)
{
    unpaid(s);
    put_document(s, FIRST "延期.docx", "other", "payment-deferred", "同意延期至2016年12月31日前缴", NULL);
}

static const FindingCase cases[] = {
    RAISED("SCN-005", NULL, a_photograph_in_both, the_licence_in_both),
    RAISED("SCN-005", NULL, the_licence_of_another_party, the_identity_card_in_both),
    RAISED("SCN-005", NULL, the_licence_with_the_record_in_both, the_licence_in_both),
    RAISED("SCN-005", NULL, a_licence_that_is_a_photograph_there, the_licence_in_both),
    RAISED("SET-005", "closed", unpaid, put_off),
};

int main(void)
{
    return finding_cases_run("identity", cases, G_N_ELEMENTS(cases));
}
