/* EXT-002, employer: who was questioned, as another firm's by the record and as the party's by what they say. */
#include "findingcases.h"

#define TALK "案卷/行政处罚1/询问.docx"
#define ANOTHER "沅陵县宏达水泥制品有限公司"

static const char *party_of(Submitted *s) { return the_field(s, "案卷/行政处罚1/决定书.docx", "party")->value; }

/* The record of an interview that gives GIVEN as the employer, by RULE, of somebody who says to work for OWN. */
static void talk(Submitted *s, const char *given, const char *rule, const char *own)
{
    put_document(s, TALK, "interview-record", "introduced", "过目", "party", given, "own-employer", own, NULL);
    Field *party = the_field(s, TALK, "party");
    g_free(party->rule);
    party->rule = g_strdup(rule);
}
static void of_another_firm(Submitted *s) { talk(s, ANOTHER, "employer", party_of(s)); }
static void of_another_firm_in_a_line(Submitted *s) { talk(s, ANOTHER, "party-employer", party_of(s)); }
static void of_the_party(Submitted *s) { talk(s, party_of(s), "employer", party_of(s)); }
static void witness_of_another_firm(Submitted *s) { talk(s, ANOTHER, "employer", ANOTHER); }
static void of_a_firm_of_the_group(Submitted *s)
{
    g_autofree char *group = g_strconcat(party_of(s), "集团", NULL);
    talk(s, group, "employer", party_of(s));
}
static void party_told_by_other_words(Submitted *s) { talk(s, ANOTHER, "party-line", party_of(s)); }

static void told_beside_the_decision(Submitted *s)
{
    of_another_firm(s);
    set_field(s, TALK, "employer", ANOTHER);
}

static const FindingCase cases[] = {
    RAISED("EXT-002", "employer", of_another_firm, of_the_party),
    RAISED("EXT-002", "employer", of_another_firm, witness_of_another_firm),
    RAISED("EXT-002", "employer", of_another_firm, of_a_firm_of_the_group),
    RAISED("EXT-002", "employer", of_another_firm, told_beside_the_decision),
    RAISED("EXT-002", "told", told_beside_the_decision, of_another_firm),
    RAISED("EXT-002", "employer", of_another_firm_in_a_line, party_told_by_other_words),
};

int main(void)
{
    return finding_cases_run("employer", cases, G_N_ELEMENTS(cases));
}
