/* What decisions and notices say: EXT-002 where a decision departs from its notice. */
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

static const FindingCase cases[] = {
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
