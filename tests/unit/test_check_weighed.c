/* EXT-002, weighed: the weight of hazardous waste in one paper of a transferred crime against that in all other papers. */
#include "findingcases.h"

#define CRIME "案卷/犯罪1/"
#define LETTER CRIME "移送书.docx"
#define REPORT CRIME "报告.docx"
#define RECORD CRIME "检查笔录.docx"

static void weighs(Submitted *s, const char *path, const char *tons)
{
    Document *document = the_document(s, path);
    quote_field(add_field(document, "tons-total", tons), "经现场称重共计若干吨");
    add_field(document, "tons", tons);
}
static void papers_weigh(Submitted *s, const char *tons)
{
    weighs(s, REPORT, tons);
    weighs(s, RECORD, tons);
}
static void letter_has_another_weight(Submitted *s)
{
    weighs(s, LETTER, "8.9");
    papers_weigh(s, "7.25");
}
static void letter_has_that_weight(Submitted *s)
{
    weighs(s, LETTER, "7.250");
    papers_weigh(s, "7.25");
}
static void only_one_paper_weighs(Submitted *s)
{
    weighs(s, LETTER, "8.9");
    weighs(s, REPORT, "7.25");
}
static void papers_have_two_weights(Submitted *s)
{
    only_one_paper_weighs(s);
    weighs(s, RECORD, "1.65");
}
/* 共计8.9吨，其中7.25吨…. */
static void letter_adds_it_up(Submitted *s)
{
    letter_has_another_weight(s);
    add_field(the_document(s, LETTER), "tons", "7.25");
}
static void a_paper_tells_that_weight_too(Submitted *s)
{
    letter_has_another_weight(s);
    add_field(the_document(s, CRIME "监测报告.docx"), "tons", "8.9");
}

/* No crime hangs on the weight in a transfer for detention. */
static void letter_of_a_detention_has_another_weight(Submitted *s)
{
    weighs(s, "案卷/拘留1/移送书.docx", "8.9");
    weighs(s, "案卷/拘留1/报告.docx", "7.25");
    weighs(s, "案卷/拘留1/检查笔录.docx", "7.25");
}

static void states(Submitted *s, const char *path, const char *weight)
{
    quote_field(add_field(the_document(s, path), "waste-weight", weight), "将含油废渣若干吨倾倒于厂区后山沟内");
}
static void record_states_another_weight(Submitted *s)
{
    states(s, RECORD, "14.8吨");
    states(s, REPORT, "4.8吨");
    states(s, LETTER, "4800千克");
}
static void record_states_that_weight_in_kilograms(Submitted *s)
{
    states(s, RECORD, "4800公斤");
    states(s, REPORT, "4.8吨");
    states(s, LETTER, "4.80吨");
}
static void record_weighs_two_wastes(Submitted *s)
{
    record_states_another_weight(s);
    states(s, RECORD, "10吨");
}
/* 4.8吨 is of one of the wastes that the record tells together. */
static void another_paper_lists_two_wastes(Submitted *s)
{
    record_states_another_weight(s);
    states(s, CRIME "监测报告.docx", "4.8吨");
    states(s, CRIME "监测报告.docx", "10吨");
}
static void two_papers_state_another_weight(Submitted *s)
{
    record_states_another_weight(s);
    states(s, CRIME "监测报告.docx", "14.8吨");
}
static void letter_is_against_a_sum(Submitted *s)
{
    papers_weigh(s, "4.8");
    states(s, LETTER, "14.8吨");
}
static void letter_has_the_sum(Submitted *s)
{
    papers_weigh(s, "4.8");
    states(s, LETTER, "4.8吨");
}

static const FindingCase cases[] = {
    RAISED("EXT-002", "weighed", letter_has_another_weight, letter_has_that_weight),
    RAISED("EXT-002", "weighed", letter_has_another_weight, only_one_paper_weighs),
    RAISED("EXT-002", "weighed", letter_has_another_weight, letter_of_a_detention_has_another_weight),
    RAISED("EXT-002", "weighed", letter_has_another_weight, papers_have_two_weights),
    RAISED("EXT-002", "weighed", letter_has_another_weight, letter_adds_it_up),
    RAISED("EXT-002", "weighed", letter_has_another_weight, a_paper_tells_that_weight_too),
    RAISED("EXT-002", "weighed", record_states_another_weight, record_states_that_weight_in_kilograms),
    RAISED("EXT-002", "weighed", record_states_another_weight, record_weighs_two_wastes),
    RAISED("EXT-002", "weighed", record_states_another_weight, another_paper_lists_two_wastes),
    RAISED("EXT-002", "weighed", record_states_another_weight, two_papers_state_another_weight),
    RAISED("EXT-002", "weighed", letter_is_against_a_sum, letter_has_the_sum),
};

int main(void)
{
    return finding_cases_run("weights", cases, sizeof cases / sizeof *cases);
}
