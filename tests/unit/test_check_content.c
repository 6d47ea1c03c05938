/* What papers say that cannot be so: a decision that departs from its notice, officers' numbers, blanks left open. */
#include "findingcases.h"

#define PENALTY "案卷/行政处罚1/"
#define DAILY "案卷/按日1/"

#define EIA "中华人民共和国环境影响评价法"
#define WATER "中华人民共和国水污染防治法"

static void cite(Submitted *s, const char *field, const char *told, const char *decided)
{
    set_field(s, PENALTY "告知书.docx", field, told);
    set_field(s, PENALTY "决定书.docx", field, decided);
}
static void another_law(Submitted *s) { cite(s, "laws-basis", EIA "|31|1|", WATER "|74|1|"); }
static void another_article(Submitted *s) { cite(s, "laws-violated", EIA "|25||", EIA "|24||"); }
static void same_article(Submitted *s) { cite(s, "laws-violated", EIA "|25||", EIA "|25|1|"); }
static void one_article_more(Submitted *s)
{
    same_article(s);
    add_field(the_document(s, PENALTY "决定书.docx"), "laws-violated", EIA "|16||");
}
static void only_procedure_was_told(Submitted *s) { cite(s, "laws-basis", "中华人民共和国行政处罚法|31||", EIA "|31|1|"); }
static void notice_of_another_step(Submitted *s)
{
    set_field(s, DAILY "原告知书.docx", "laws-basis", WATER "|74|1|"); /* that of the original penalty, not of the daily one */
    set_field(s, DAILY "按日决定书.docx", "laws-basis", "中华人民共和国环境保护法|59|1|");
}

static void told_days(Submitted *s, const char *days) { set_field(s, DAILY "告知书.docx", "days", days); }
static void other_days_told(Submitted *s) { told_days(s, "14"); }
static void same_days_told(Submitted *s) { told_days(s, "13"); }
static void told_total(Submitted *s, const char *yuan) { set_field(s, DAILY "告知书.docx", "proposed-fine-yuan", yuan); }
static void other_total_told(Submitted *s) { told_total(s, "600000.00"); }
static void same_total_told(Submitted *s) { told_total(s, "650000.00"); }
static void other_last_day_told(Submitted *s) { set_field(s, DAILY "告知书.docx", "last-day", "2016-09-21"); }
static void same_last_day_told(Submitted *s) { set_field(s, DAILY "告知书.docx", "last-day", "2016-09-20"); }

/* ---- certificate numbers ---- */

static Investigator *officer_of(Submitted *s, const char *path, guint index, const char *number, const char *quote)
{
    Investigator *officer = the_document(s, path)->investigators->pdata[index];
    g_free(officer->certificate);
    g_free(officer->quote);
    officer->certificate = g_strdup(number);
    officer->quote = g_strdup(quote);
    return officer;
}
/* A second record of 行政处罚1, in which 舒例川 has NUMBER as QUOTE says; 43122203 in the first. */
static void number_in_the_interview(Submitted *s, const char *number, const char *quote)
{
    officer_of(s, PENALTY "检查笔录.docx", 1, "43122203", "检查人：向例明（43122201）、舒例川（43122203）");
    Document *interview = put_document(s, PENALTY "询问笔录.docx", "interview-record", "inspection-dates", "2016-09-06", NULL);
    put_officer(interview, "向例明", "43122201");
    put_officer(interview, "舒例川", "43122203");
    officer_of(s, PENALTY "询问笔录.docx", 1, number, quote);
}
static void another_number(Submitted *s) { number_in_the_interview(s, "43122230", "向例明（43122201）、舒例川（43122230）"); }
static void another_kind_of_certificate(Submitted *s) { number_in_the_interview(s, "18122017", "向例明（43122201）、舒例川（18122017）"); }
static void number_behind_a_list(Submitted *s) { number_in_the_interview(s, "43122201", "向例明、舒例川，执法证号为43122201"); }
static void one_number_for_two(Submitted *s)
{
    const char *quote = "检查人：向例明（43122201）、舒例川（43122201）";
    officer_of(s, PENALTY "检查笔录.docx", 0, "43122201", quote);
    officer_of(s, PENALTY "检查笔录.docx", 1, "43122201", quote);
}
static void one_number_behind_a_list(Submitted *s)
{
    const char *quote = "检查人：向例明、舒例川，执法证号分别为43122201、43122201";
    officer_of(s, PENALTY "检查笔录.docx", 0, "43122201", quote);
    officer_of(s, PENALTY "检查笔录.docx", 1, "43122201", quote);
}

static void draft(Submitted *s, const char *id) { add_field(the_document(s, PENALTY "告知书.docx"), id, "罚款人民币XX万元")->status = VALUE_DRAFT; }
static void left_open(Submitted *s) { draft(s, "unfilled"); }
static void left_as_a_draft(Submitted *s) { draft(s, "draft-wording"); }

static const FindingCase cases[] = {
    RAISED("LAW-012", "changed", another_number, another_kind_of_certificate),
    RAISED("LAW-012", "changed", another_number, number_behind_a_list),
    RAISED("LAW-012", "shared", one_number_for_two, one_number_behind_a_list),
    RAISED("LAW-012", "shared", one_number_for_two, another_number),
    RAISED("EXT-005", "unfilled", left_open, left_as_a_draft),
    RAISED("EXT-005", NULL, left_as_a_draft, left_open),
    RAISED("EXT-002", "notice", another_law, only_procedure_was_told),
    RAISED("EXT-002", "notice", another_law, notice_of_another_step),
    RAISED("EXT-002", "notice", another_article, same_article),
    RAISED("EXT-002", "notice", another_article, one_article_more),
    RAISED("EXT-002", "notice", other_days_told, same_days_told),
    RAISED("EXT-002", "notice", other_total_told, same_total_told),
    RAISED("EXT-002", "notice", other_last_day_told, same_last_day_told),
};

int main(void)
{
    return finding_cases_run("content", cases, G_N_ELEMENTS(cases));
}
