/* LAW-024: fines without reasons, and one sum for acts of two kinds. */
#include "findingcases.h"

#define DECISION "案卷/行政处罚1/决定书.docx"
#define REPORT "案卷/行政处罚1/调查报告.docx"

/* ---- what weighed ---- */

static void fined_without_reasons(Submitted *s) { add_field(the_document(s, DECISION), "fine-range", "可以处10万元以下的罚款"); }
static void reasons_in_the_decision(Submitted *s)
{
    fined_without_reasons(s);
    add_field(the_document(s, DECISION), "discretion", "情节");
}
static void reasons_in_the_report(Submitted *s)
{
    fined_without_reasons(s);
    add_field(the_document(s, REPORT), "discretion", "从轻");
}
static void fined_the_least(Submitted *s)
{
    fined_without_reasons(s);
    add_field(the_document(s, DECISION), "fine-least-yuan", the_field(s, DECISION, "fine-yuan")->value);
}
static void no_report_to_read(Submitted *s)
{
    fined_without_reasons(s);
    drop_files(s, REPORT);
}
static void report_says_none(Submitted *s)
{
    add_field(the_document(s, REPORT), "discretion-none", "裁量意见：无");
    add_field(the_document(s, REPORT), "discretion", "造成");
}

static void the_decision_tells_what_the_report_does_not(Submitted *s)
{
    report_says_none(s);
    reasons_in_the_decision(s);
}

/* ---- one sum for two acts ---- */

static void fined_under(Submitted *s, const char *const *violated, const char *const *basis)
{
    Document *decision = the_document(s, DECISION);
    for (int i = 0; i < 2; i++) {
        add_field(decision, "laws-violated", violated[i]);
        add_field(decision, "laws-basis", basis[i]);
    }
    add_field(decision, "amount-named", "48000.00");
}
static void one_sum_for_two_acts(Submitted *s)
{
    fined_under(s, (const char *const[]){"中华人民共和国固体废物污染环境防治法|52||", "中华人民共和国大气污染防治法|72|1|"},
                (const char *const[]){"中华人民共和国固体废物污染环境防治法|75|1|1", "中华人民共和国大气污染防治法|117||2"});
}
static void a_sum_for_each_act(Submitted *s)
{
    one_sum_for_two_acts(s);
    add_field(the_document(s, DECISION), "amount-named", "24000.00");
}
static void each_act_fined_apart(Submitted *s)
{
    one_sum_for_two_acts(s);
    add_field(the_document(s, DECISION), "fined-apart", "分别处");
}
static void one_sum_for_a_project_and_its_waste_water(Submitted *s)
{
    fined_under(s, (const char *const[]){"建设项目环境保护管理条例|16|1|", "中华人民共和国水污染防治法|22|2|"},
                (const char *const[]){"建设项目环境保护管理条例|28||", "中华人民共和国水污染防治法|75|2|"});
}
static void one_project_under_two_laws(Submitted *s)
{
    fined_under(s, (const char *const[]){"建设项目环境保护管理条例|23||", "中华人民共和国水污染防治法|17|3|"},
                (const char *const[]){"建设项目环境保护管理条例|28||", "中华人民共和国水污染防治法|71||"});
}
static void one_act_forbidden_twice(Submitted *s)
{
    fined_under(s, (const char *const[]){"中华人民共和国固体废物污染环境防治法|17|1|", "中华人民共和国水污染防治法|33|1|"},
                (const char *const[]){"中华人民共和国水污染防治法|76|1|3", "中华人民共和国行政处罚法|27||"});
}

static const FindingCase cases[] = {
    RAISED("LAW-024", "one-sum", one_sum_for_two_acts, a_sum_for_each_act),
    RAISED("LAW-024", "one-sum", one_sum_for_two_acts, each_act_fined_apart),
    RAISED("LAW-024", "one-sum", one_sum_for_two_acts, one_act_forbidden_twice),
    RAISED("LAW-024", "one-sum", one_sum_for_a_project_and_its_waste_water, one_project_under_two_laws),
    RAISED("LAW-024", NULL, fined_without_reasons, reasons_in_the_decision),
    RAISED("LAW-024", NULL, fined_without_reasons, reasons_in_the_report),
    RAISED("LAW-024", NULL, fined_without_reasons, fined_the_least),
    RAISED("LAW-024", NULL, fined_without_reasons, no_report_to_read),
    RAISED("LAW-024", NULL, report_says_none, the_decision_tells_what_the_report_does_not),
};

int main(void)
{
    return finding_cases_run("reasons", cases, G_N_ELEMENTS(cases));
}
