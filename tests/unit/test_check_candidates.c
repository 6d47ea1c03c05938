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

static const FindingCase cases[] = {
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
