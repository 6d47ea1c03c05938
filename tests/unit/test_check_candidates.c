/* CND-001, 005, 006, 007 and SET-003: what lies with a candidate under whatever name and wherever, and the cases claimed, each
 * with something that raises it and a near miss. */
#include "docnumber.h"
#include "findingcases.h"

#define PERSON "先进个人/向例明"

/* ---- the certificate (CND-001) ---- */

static void named_only(Submitted *s, const char *rule)
{
    drop_files(s, PERSON "/廉洁证明.docx");
    put_document(s, PERSON "/廉洁证明.docx", "other", NULL)->rule = g_strdup(rule);
    g_free(the_file(s, PERSON "/廉洁证明.docx")->named_type);
    the_file(s, PERSON "/廉洁证明.docx")->named_type = g_strdup("integrity-certificate");
}
static void an_honour_called_a_certificate(Submitted *s) { named_only(s, "unless:integrity-certificate:110"); }
static void untitled_and_called_a_certificate(Submitted *s) { named_only(s, "none"); }
static void an_honour_of_another_kind(Submitted *s) { named_only(s, "unless:detention-transfer:376"); }

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

/* ---- claims that the table does not know (CND-005) ---- */

#define LIST PERSON "/案件清单.docx"

static Claim *claim_of(Submitted *s, const char *number)
{
    Claim *claim = the_document(s, LIST)->claims->pdata[0];
    g_free(claim->number);
    g_free(claim->key);
    claim->number = g_strdup(number);
    claim->key = docnumber_key(number);
    return claim;
}
static void claim_unknown(Submitted *s) { claim_of(s, "沅环罚字〔2016〕99号"); }
static void claim_of_another_year(Submitted *s) { claim_of(s, "沅环罚字〔2015〕99号"); }
static void claim_of_no_year(Submitted *s)
{
    Claim *claim = claim_of(s, "沅环罚字〔2016〕99号");
    g_free(claim->key);
    claim->key = g_strdup("无号");
}
static void claim_of_another_year_in_the_table(Submitted *s)
{
    claim_of_another_year(s);
    put_row(s, KIND_PENALTY, "沅环罚字〔2015〕99号", "某厂", "2016-09-28", 10000);
}
static void decision_in_a_case_file(Submitted *s, const char *day)
{
    claim_unknown(s);
    put_document(s, "案卷/强制执行1/原决定书.docx", "penalty-decision", "doc-number", "沅环罚字〔2016〕99号", "decision-date", day, NULL);
}
static void decided_before_the_window(Submitted *s) { decision_in_a_case_file(s, "2016-08-31"); }
static void decided_within_the_window(Submitted *s) { decision_in_a_case_file(s, "2016-09-01"); }
static void decided_within_by_a_number_of_another_year(Submitted *s)
{
    claim_of_another_year(s);
    put_document(s, "案卷/强制执行1/原决定书.docx", "penalty-decision", "doc-number", "沅环罚字〔2015〕99号", "decision-date", "2016-09-28", NULL);
}
static void decided_after_the_window_by_a_proof(Submitted *s)
{
    claim_unknown(s);
    put_document(s, PERSON "/证明材料/决定书.docx", "penalty-decision", "doc-number", "沅环罚字〔2016〕99号", "decision-date",
                 "2016-12-01", NULL);
}
static void told_of_two_days(Submitted *s)
{
    decided_after_the_window_by_a_proof(s);
    put_document(s, "案卷/强制执行1/原决定书.docx", "penalty-decision", "doc-number", "沅环罚字〔2016〕99号", "decision-date",
                 "2016-11-30", NULL);
}
static void order_before_the_window(Submitted *s)
{
    claim_unknown(s);
    put_document(s, PERSON "/证明材料/责改.docx", "rectification-order", "doc-number", "沅环罚字〔2016〕99号", "decision-date",
                 "2016-08-01", NULL);
}
static void of_another_kind_in_the_table(Submitted *s)
{
    decided_before_the_window(s);
    put_row(s, KIND_DETENTION, "沅环罚字〔2016〕99号", "某厂", "2016-09-28", 0);
}
static void decided_before_and_in_the_table(Submitted *s)
{
    decided_before_the_window(s);
    put_row(s, KIND_PENALTY, "沅环罚字〔2016〕99号", "某厂", "2016-08-31", 10000);
}
static void listed_with_a_day(Submitted *s, const char *day) { claim_of(s, "沅环罚字〔2016〕99号")->date = day_parse_iso(day); }
static void listed_before_the_window(Submitted *s) { listed_with_a_day(s, "2016-08-31"); }
static void listed_within_the_window(Submitted *s) { listed_with_a_day(s, "2016-09-01"); }
static void listed_within_by_a_number_of_another_year(Submitted *s)
{
    claim_of(s, "沅环罚字〔2015〕99号")->date = day_parse_iso("2016-09-01");
}

static void listed_with_a_day_beside_a_row(Submitted *s, const char *day)
{
    listed_with_a_day(s, day);
    put_row(s, KIND_PENALTY, "沅环罚字〔2016〕99号", "某厂", "2016-09-28", 10000);
}
static void listed_with_another_day(Submitted *s) { listed_with_a_day_beside_a_row(s, "2016-09-20"); }
static void listed_with_the_day_of_the_row(Submitted *s) { listed_with_a_day_beside_a_row(s, "2016-09-28"); }
static void listed_with_the_day_of_the_decision(Submitted *s)
{
    put_penalty(s, "案卷/行政处罚99", 99, false);
    listed_with_a_day(s, "2016-09-28");
    put_row(s, KIND_PENALTY, "沅环罚字〔2016〕99号", "某厂", "2016-09-27", 10000);
}

/* ---- proofs of cases that are not claimed (CND-015) ---- */

/* 沅环罚字〔2016〕12号 has a case file and a row; so far only the first is claimed. */
static void prove(Submitted *s, const char *number)
{
    g_autofree char *path = g_strdup_printf(PERSON "/证明材料/%s.jpg", number);
    put_scan(s, path, number, "penalty-decision", number);
}
static void proof_of_a_case_not_claimed(Submitted *s) { prove(s, "沅环罚字〔2016〕12号"); }
static void proof_of_a_case_claimed(Submitted *s)
{
    proof_of_a_case_not_claimed(s);
    put_claim(the_document(s, LIST), "沅环罚字〔2016〕12号", KIND_PENALTY, ROLE_MEMBER);
}
static void proof_of_no_row(Submitted *s) { prove(s, "沅环罚告字〔2016〕12号"); }
static void proof_of_a_row_outside(Submitted *s)
{
    prove(s, "沅环罚字〔2016〕98号");
    put_row(s, KIND_PENALTY, "沅环罚字〔2016〕98号", "某厂", "2016-08-31", 10000);
}
static void proof_of_an_application(Submitted *s)
{
    prove(s, "沅环罚申字〔2016〕98号");
    put_row(s, KIND_ENFORCEMENT, "沅环罚申字〔2016〕98号", "某厂", "2016-09-28", 0);
}
static void proof_of_the_same_case(Submitted *s)
{
    prove(s, "沅环查扣字〔2016〕98号");
    CaseRow *row = put_row(s, KIND_SEIZURE, "沅环查扣字〔2016〕98号", "某厂", "2016-09-10", 0);
    g_free(row->id);
    row->id = g_strdup(first_row(s)->id);
}
static void scan_of_a_case_not_claimed(Submitted *s)
{
    put_scan(s, PERSON "/沅环罚字〔2016〕12号.jpg", "decision", "penalty-decision", "沅环罚字〔2016〕12号");
}

static const FindingCase cases[] = {
    RAISED("CND-001", NULL, an_honour_called_a_certificate, untitled_and_called_a_certificate),
    RAISED("CND-001", NULL, an_honour_called_a_certificate, an_honour_of_another_kind),
    RAISED("CND-015", "unclaimed", proof_of_a_case_not_claimed, proof_of_a_case_claimed),
    RAISED("CND-015", "unclaimed", proof_of_a_case_not_claimed, proof_of_no_row),
    RAISED("CND-015", "unclaimed", proof_of_a_case_not_claimed, proof_of_a_row_outside),
    RAISED("CND-015", "unclaimed", proof_of_a_case_not_claimed, proof_of_an_application),
    RAISED("CND-015", "unclaimed", proof_of_a_case_not_claimed, proof_of_the_same_case),
    RAISED("CND-015", "unclaimed", proof_of_a_case_not_claimed, scan_of_a_case_not_claimed),
    RAISED("CND-005", NULL, claim_unknown, claim_of_another_year),
    RAISED("CND-005", NULL, claim_of_no_year, claim_of_another_year),
    RAISED("CND-005", NULL, told_of_two_days, decided_after_the_window_by_a_proof),
    RAISED("CND-005", NULL, order_before_the_window, decided_before_the_window),
    RAISED("CND-005", "year", claim_of_another_year, claim_unknown),
    RAISED("CND-005", "year", claim_of_another_year, claim_of_another_year_in_the_table),
    RAISED("CND-005", "year", claim_of_another_year, decided_within_by_a_number_of_another_year),
    RAISED("CND-005", "year", claim_of_another_year, listed_within_by_a_number_of_another_year),
    RAISED("CND-005", "decided", decided_before_the_window, decided_within_the_window),
    RAISED("CND-005", "decided", decided_before_the_window, decided_before_and_in_the_table),
    RAISED("CND-005", "decided", decided_after_the_window_by_a_proof, told_of_two_days),
    RAISED("CND-005", "decided", decided_before_the_window, order_before_the_window),
    RAISED("CND-005", "kind", of_another_kind_in_the_table, decided_before_the_window),
    RAISED("CND-005", "dated", listed_before_the_window, listed_within_the_window),
    RAISED("CND-005", "other-day", listed_with_another_day, listed_with_the_day_of_the_row),
    RAISED("CND-005", "other-day", listed_with_another_day, listed_with_the_day_of_the_decision),
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
