/* CND-001, 005, 006, 007 and SET-003: what lies with a candidate under whatever name and wherever, and the cases claimed, each
 * with something that raises it and a near miss. */
#include "findingcases.h"

#define PERSON "先进个人/向例明"

/* ---- the statement of the role played (CND-007, SET-003) ---- */

static void no_role(Submitted *s) { drop_files(s, PERSON "/情况说明.docx"); }
/* What such a name says may be on anything. */
static void leave_open(Submitted *s, const char *path) { the_file(s, path)->named_or = g_strdup("other"); }
static void some_note_in_the_case_file(Submitted *s)
{
    no_role(s);
    put_scan(s, PERSON "/案卷/行政处罚1/情况说明.jpg", "role", "role-statement", NULL);
    leave_open(s, PERSON "/案卷/行政处罚1/情况说明.jpg");
}
static void some_note_in_the_folder(Submitted *s)
{
    no_role(s);
    put_scan(s, PERSON "/情况说明.jpg", "role", "role-statement", NULL);
    leave_open(s, PERSON "/情况说明.jpg");
}
static void role_in_the_case_file(Submitted *s)
{
    no_role(s);
    put_scan(s, PERSON "/案卷/行政处罚1/所起作用的说明.jpg", "role", "role-statement", NULL);
}
static void titled_note_in_the_case_file(Submitted *s)
{
    no_role(s);
    put_document(s, PERSON "/案卷/行政处罚1/情况说明.docx", "role-statement", NULL)->title = g_strdup("办案作用说明");
    leave_open(s, PERSON "/案卷/行政处罚1/情况说明.docx");
}
static void role_in_a_folder_of_its_own(Submitted *s)
{
    no_role(s);
    put_document(s, PERSON "/案卷/作用说明/情况说明.docx", "role-statement", NULL);
    leave_open(s, PERSON "/案卷/作用说明/情况说明.docx");
    put_scan(s, PERSON "/案卷/作用说明/作用说明.jpg", "role", "role-statement", NULL);
}
static void paper_of_a_case_beside_it(Submitted *s)
{
    role_in_a_folder_of_its_own(s);
    put_document(s, PERSON "/案卷/作用说明/材料.docx", "other", NULL);
}

/* ---- a scan of the decision (CND-006) ---- */

#define CASEFILE "案卷/行政处罚1/"

static void no_scan_of_the_decision(Submitted *s)
{
    drop_files(s, CASEFILE "证据.zip/");
    drop_files(s, PERSON "/" CASEFILE "证据.zip/");
}
static void scans_of_other_papers(Submitted *s)
{
    no_scan_of_the_decision(s);
    put_scan(s, CASEFILE "现场照片.jpg", "photograph", "evidence", NULL);
    put_scan(s, CASEFILE "送达回证.jpg", "receipt", "service-receipt", NULL);
    put_scan(s, CASEFILE "案件处理审批表.jpg", "approval", NULL, NULL);
    the_file(s, CASEFILE "案件处理审批表.jpg")->other_paper = true;
}
static void scan_of_no_name(Submitted *s)
{
    scans_of_other_papers(s);
    put_scan(s, CASEFILE "IMG_0001.jpg", "page", NULL, NULL);
}
static void scan_of_the_decision(Submitted *s)
{
    scans_of_other_papers(s);
    put_scan(s, CASEFILE "决定书.jpg", "decision", "penalty-decision", NULL);
}
static void decision_with_its_receipt(Submitted *s)
{
    scans_of_other_papers(s);
    put_scan(s, CASEFILE "处罚决定书及送达回证.jpg", "both", "service-receipt", NULL);
}

static const FindingCase cases[] = {
    RAISED("CND-006", NULL, scans_of_other_papers, scan_of_no_name),
    RAISED("CND-006", NULL, scans_of_other_papers, scan_of_the_decision),
    RAISED("CND-006", NULL, scans_of_other_papers, decision_with_its_receipt),
    RAISED("CND-007", NULL, some_note_in_the_case_file, some_note_in_the_folder),
    RAISED("CND-007", NULL, some_note_in_the_case_file, role_in_the_case_file),
    RAISED("CND-007", NULL, some_note_in_the_case_file, titled_note_in_the_case_file),
    RAISED("CND-007", NULL, some_note_in_the_case_file, role_in_a_folder_of_its_own),
    RAISED("SET-003", NULL, paper_of_a_case_beside_it, role_in_a_folder_of_its_own),
};

int main(void)
{
    return finding_cases_run("candidates", cases, G_N_ELEMENTS(cases));
}
