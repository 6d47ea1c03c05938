/* EXT-005, template: a word of the template where the party should stand, in a paper that names its party elsewhere;
 * unfilled-title: one in the title of the unit's own paper. */
#include "findingcases.h"

#define NOTICE "案卷/行政处罚1/告知书.docx"
#define PARTY "沅陵县无有板业有限公司"

/* The notice is of PARTY and has a blank that RULE found. */
static void blank_in_the_notice(Submitted *s, const char *party, const char *rule)
{
    set_field(s, NOTICE, "party", party);
    Field *blank = add_field(the_document(s, NOTICE), "unfilled", "对XX公司处");
    blank->status = VALUE_DRAFT;
    g_free(blank->rule);
    blank->rule = g_strdup(rule);
}
static void word_for_the_party(Submitted *s) { blank_in_the_notice(s, PARTY, "unfilled-party"); }
static void another_blank(Submitted *s) { blank_in_the_notice(s, PARTY, "unfilled-amount"); }
static void party_hidden_on_purpose(Submitted *s)
{
    blank_in_the_notice(s, "沅陵县××公司", "unfilled-party");
    the_field(s, NOTICE, "party")->status = VALUE_MASKED;
}
static void party_not_read(Submitted *s)
{
    word_for_the_party(s);
    drop_field(s, NOTICE, "party");
}
static void both_blanks(Submitted *s)
{
    another_blank(s);
    Field *blank = add_field(the_document(s, NOTICE), "unfilled", "对XX公司处");
    blank->status = VALUE_DRAFT;
    blank->rule = g_strdup("unfilled-party");
}
static void blank_in_the_plan(Submitted *s, const char *rule)
{
    Field *blank = add_field(put_document(s, "实施方案.docx", "plan", NULL), "unfilled", "XX县环境执法大练兵实施方案");
    blank->status = VALUE_DRAFT;
    g_free(blank->rule);
    blank->rule = g_strdup(rule);
}
static void county_of_the_plan(Submitted *s) { blank_in_the_plan(s, "unfilled-plan"); }
static void another_blank_of_the_plan(Submitted *s) { blank_in_the_plan(s, "unfilled-day"); }

static const FindingCase cases[] = {
    RAISED("EXT-005", "template", word_for_the_party, another_blank),
    RAISED("EXT-005", "template", word_for_the_party, party_hidden_on_purpose),
    RAISED("EXT-005", "template", both_blanks, party_not_read),
    RAISED("EXT-005", "unfilled", both_blanks, word_for_the_party),
    RAISED("EXT-005", "unfilled-title", county_of_the_plan, another_blank_of_the_plan),
};

int main(void)
{
    return finding_cases_run("words of a template", cases, G_N_ELEMENTS(cases));
}
