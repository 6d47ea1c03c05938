/* LAW-016: a part of a firm is punished, a firm is handed over for detention; SET-005: a bundle whose name lists what is in
 * it; DOC-007: headlines; SUB-001: fines of the report and of the case files. */
#include "findingcases.h"
#include "submission.h"

#define DECISION "案卷/行政处罚1/决定书.docx"
#define LETTER "案卷/拘留1/移送书.docx"

static void workshop(Submitted *s) { set_field(s, DECISION, "party", "沅陵县某某机械有限公司第二铸造车间"); }
static void project_office(Submitted *s) { set_field(s, DECISION, "party", "沅陵县某某砂场有限公司二号码头项目部"); }
static void branch(Submitted *s) { set_field(s, DECISION, "party", "沅陵县某某机械有限公司怀化分公司"); }
static void traders_workshop(Submitted *s) { set_field(s, DECISION, "party", "沅陵县张三木材加工车间"); }
static void firm_of_workshops(Submitted *s) { set_field(s, DECISION, "party", "沅陵县车间设备有限公司"); }

static void firm_detained(Submitted *s) { set_field(s, LETTER, "handed-body", "沅陵县某某粉业有限公司"); }
static void manager_detained(Submitted *s)
{
    firm_detained(s);
    set_field(s, LETTER, "handed-person", "主管人员");
}
static void trader_detained(Submitted *s)
{
    firm_detained(s);
    set_field(s, LETTER, "party", "张三");
}

/* ---- bundles ---- */

static void no_court_paper(Submitted *s)
{
    drop_files(s, "案卷/强制执行1/受理.docx");
}
static void bundle_lists(Submitted *s, const char *types)
{
    static const char name[] = "案卷/强制执行1/证据材料（法院受理通知书、营业执照）.pdf";
    no_court_paper(s);
    put_scan(s, name, "bundle", "evidence", NULL);
    the_file(s, name)->named_list = g_strdup(types);
}
static void court_paper_in_a_bundle(Submitted *s) { bundle_lists(s, "court-document evidence"); }

/* ---- headlines ---- */

static void named_as_letter(Submitted *s, const char *folder)
{
    g_autofree char *path = g_strconcat(folder, "移送一起涉嫌环境犯罪案件.docx", NULL);
    put_document(s, path, "bulletin", "bulletin-date", "2016-11-08", NULL);
    g_free(the_file(s, path)->named_type);
    the_file(s, path)->named_type = g_strdup("crime-transfer");
}
static void bulletin_for_a_letter(Submitted *s) { named_as_letter(s, "案卷/犯罪1/"); }
static void headline(Submitted *s) { named_as_letter(s, "信息/"); }

/* ---- the report on itself ---- */

static void reports(Submitted *s, const char *yuan)
{
    submitted_without_tables(s);
    set_field(s, "自评报告.docx", "reported-fines-yuan", yuan);
}
static void reports_less(Submitted *s) { reports(s, "120000.00"); }
/* The decisions in the window come to less, and to more with the daily one. */
static void reports_penalties(Submitted *s) { reports(s, "600000.00"); }
static void reports_daily_among_them(Submitted *s)
{
    reports_penalties(s);
    set_field(s, "自评报告.docx", "daily-among", "其中按日");
}
static void reports_all(Submitted *s) { reports(s, "2000000.00"); }
static void reports_a_rounded_sum(Submitted *s) { reports(s, "140000.00"); }

static const FindingCase cases[] = {
    RAISED("LAW-016", "subject", workshop, branch),
    RAISED("LAW-016", "subject", project_office, traders_workshop),
    RAISED("LAW-016", "subject", workshop, firm_of_workshops),
    RAISED("LAW-016", "no-person", firm_detained, manager_detained),
    RAISED("LAW-016", "no-person", firm_detained, trader_detained),
    RAISED("SET-005", NULL, no_court_paper, court_paper_in_a_bundle),
    RAISED("DOC-007", NULL, bulletin_for_a_letter, headline),
    RAISED("SUB-001", "fines-handed", reports_less, reports_all),
    RAISED("SUB-001", "fines-handed", reports_less, reports_a_rounded_sum),
    RAISED("SUB-001", "fines-handed", reports_daily_among_them, reports_penalties),
};

int main(void)
{
    return finding_cases_run("subjects", cases, G_N_ELEMENTS(cases));
}
