/* LAW-021, who investigates decides nothing; LAW-018, the days before a hearing; LAW-009, papers that cite what came later. */
#include "findingcases.h"

#define PENALTY "案卷/行政处罚1/"
#define REPORT PENALTY "调查报告.docx"
#define NOTICE_NUMBER "沅环听通字〔2016〕1号"

/* ---- the hearing ---- */

static void hearing_chaired_by(Submitted *s, const char *type, const char *chair)
{
    g_autofree char *path = g_strdup_printf(PENALTY "%s.docx", type);
    put_document(s, path, type, "chair", chair, NULL);
}
static void the_investigator_heard(Submitted *s) { hearing_chaired_by(s, "hearing-record", "向例明"); }
static void the_investigator_was_to_hear(Submitted *s)
{
    hearing_chaired_by(s, "hearing-notice", "向例明，听证员：周例，记录人：杨例");
}
static void another_heard(Submitted *s) { hearing_chaired_by(s, "hearing-record", "石例学（法制股）"); }
static void another_heard_with_the_investigator_there(Submitted *s)
{
    hearing_chaired_by(s, "hearing-record", "石例学，调查人员：向例明");
}

static void hearing_on(Submitted *s, const char *day)
{
    put_document(s, PENALTY "听证通知.docx", "hearing-notice", "doc-number", NOTICE_NUMBER, "document-date",
                 "2016-09-22", "hearing-date", day, NULL);
    put_document(s, PENALTY "听证回证.docx", "service-receipt", "served-number", NOTICE_NUMBER, "service-date",
                 "2016-09-22", NULL);
}
static void heard_after_six_days(Submitted *s) { hearing_on(s, "2016-09-28"); }
static void heard_after_seven_days(Submitted *s) { hearing_on(s, "2016-09-29"); }
static void heard_after_six_days_by_waiver(Submitted *s)
{
    heard_after_six_days(s);
    put_document(s, PENALTY "放弃.docx", "waiver", NULL);
}
static void heard_after_six_days_by_agreement(Submitted *s)
{
    heard_after_six_days(s);
    put_scan(s, PENALTY "同意提前听证.jpg", "agreed", NULL, NULL);
}
static void second_notice_after_an_earlier_one(Submitted *s)
{
    heard_after_six_days(s);
    put_document(s, PENALTY "听证通知0.docx", "hearing-notice", "doc-number", "沅环听通字〔2016〕2号",
                 "document-date", "2016-09-18", "hearing-date", "2016-09-26", NULL);
}

/* ---- the discussion and the review ---- */

static void discussed(Submitted *s, const char *attended, const char *listened)
{
    Document *record = put_document(s, PENALTY "讨论.docx", "discussion-record", "document-date", "2016-09-27",
                                    "attended", attended, NULL);
    if (listened)
        add_field(record, "listened", listened);
    quote_field(add_field(record, "voted", "向例明"), "向例明：我赞成处罚");
}
static void the_investigator_voted(Submitted *s) { discussed(s, "林例、田例明、向 例明", NULL); }
static void the_investigator_is_only_a_guest(Submitted *s) { discussed(s, "林例、田例明、向例明", "向 例明"); }
static void the_investigator_is_no_member(Submitted *s) { discussed(s, "林例、田例明", NULL); }
static void the_investigator_reports_in_brackets(Submitted *s)
{
    discussed(s, "林例、向例明（承办人，汇报案情）、田例明（副局长）", NULL);
}
static void another_voted(Submitted *s)
{
    the_investigator_voted(s);
    set_field(s, PENALTY "讨论.docx", "voted", "田例明");
}

static void review(Submitted *s, const char *opinion) { set_field(s, REPORT, "legal-review", opinion); }
static void the_investigator_reviewed(Submitted *s) { review(s, "同意。\n审查人：向例明　2016年9月19日"); }
static void another_reviewed(Submitted *s) { review(s, "同意向例明的处理意见。\n审查人：石例学　2016年9月19日"); }

/* ---- the approval ---- */

static void approved_by(Submitted *s, const char *path, const char *name) { set_field(s, path, "approved-by", name); }
static void the_investigator_approved(Submitted *s) { approved_by(s, REPORT, "向例明"); }
static void the_investigator_approved_the_filing(Submitted *s) { approved_by(s, PENALTY "立案.docx", "向例明"); }
static void the_head_approved(Submitted *s) { approved_by(s, REPORT, "林例"); }
static void the_head_approved_the_filing(Submitted *s) { approved_by(s, PENALTY "立案.docx", "林例"); }
/* Whom only the form names as in charge, and in the row of the head alone. */
static void handled_at(Submitted *s, const char *place)
{
    Document *report = the_document(s, REPORT);
    approved_by(s, REPORT, "田例明");
    put_officer(report, "田例明", "");
    Investigator *person = report->investigators->pdata[report->investigators->len - 1];
    g_free(person->place);
    person->place = g_strdup(place);
}
static void the_one_in_charge_approved(Submitted *s) { handled_at(s, "T1R3C2"); }
static void named_where_it_is_signed(Submitted *s) { handled_at(s, "P3"); /* as fields are */ }

/* ---- order ---- */

static void reviewed_on(Submitted *s, const char *day) { set_field(s, REPORT, "approved-on", day); }
static void reviewed_after_the_decision(Submitted *s) { reviewed_on(s, "2016-09-29"); }
static void reviewed_with_the_decision(Submitted *s) { reviewed_on(s, "2016-09-28"); }
static void reviewed_again_after_the_decision(Submitted *s)
{
    reviewed_with_the_decision(s);
    add_field(the_document(s, REPORT), "approved-on", "2016-09-30");
}

#define MEASURED "沅环监字〔2016〕第47号"

/* The order is of 6 September. */
static void order_cites(Submitted *s, const char *number, const char *day)
{
    put_document(s, PENALTY "监测报告.docx", "monitoring-report", "doc-number", MEASURED, "document-date", day, NULL);
    set_field(s, PENALTY "责改.docx", "decision-date", "2016-09-06");
    if (number)
        set_field(s, PENALTY "责改.docx", "report-number", number);
}
static void cited_before_it_was_issued(Submitted *s) { order_cites(s, MEASURED, "2016-09-07"); }
static void cited_on_that_day(Submitted *s) { order_cites(s, MEASURED, "2016-09-06"); }
static void another_report_cited(Submitted *s) { order_cites(s, "沅环监字〔2016〕第40号", "2016-09-07"); }
static void no_report_cited(Submitted *s) { order_cites(s, NULL, "2016-09-07"); }

static const FindingCase cases[] = {
    RAISED("LAW-021", "hearing", the_investigator_heard, another_heard),
    RAISED("LAW-021", "hearing", the_investigator_was_to_hear, another_heard_with_the_investigator_there),
    RAISED("LAW-021", "voted", the_investigator_voted, the_investigator_is_only_a_guest),
    RAISED("LAW-021", "voted", the_investigator_voted, the_investigator_is_no_member),
    RAISED("LAW-021", "voted", the_investigator_voted, the_investigator_reports_in_brackets),
    RAISED("LAW-021", "voted", the_investigator_voted, another_voted),
    RAISED("LAW-021", "reviewed", the_investigator_reviewed, another_reviewed),
    RAISED("LAW-021", "approved", the_investigator_approved, the_head_approved),
    RAISED("LAW-021", "approved", the_investigator_approved_the_filing, the_head_approved_the_filing),
    RAISED("LAW-021", "approved", the_one_in_charge_approved, named_where_it_is_signed),
    RAISED("LAW-018", "short-notice", heard_after_six_days, heard_after_seven_days),
    RAISED("LAW-018", "short-notice", heard_after_six_days, heard_after_six_days_by_waiver),
    RAISED("LAW-018", "short-notice", heard_after_six_days, heard_after_six_days_by_agreement),
    RAISED("LAW-018", "short-notice", heard_after_six_days, second_notice_after_an_earlier_one),
    RAISED("LAW-009", "apparent", reviewed_after_the_decision, reviewed_with_the_decision),
    RAISED("LAW-009", "apparent", reviewed_after_the_decision, reviewed_again_after_the_decision),
    RAISED("LAW-009", "cited", cited_before_it_was_issued, cited_on_that_day),
    RAISED("LAW-009", "cited", cited_before_it_was_issued, another_report_cited),
    RAISED("LAW-009", "cited", cited_before_it_was_issued, no_report_cited),
};

int main(void)
{
    return finding_cases_run("apart", cases, G_N_ELEMENTS(cases));
}
