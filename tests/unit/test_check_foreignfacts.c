/* EXT-002, facts and facts-copied: papers that tell the facts of another case, by whom they name and by their words. */
#include "findingcases.h"

#define PARTY "沅陵县乌有锰业有限公司"
#define FIRM "沅陵县红枫塑料有限公司"
#define STRANGER "会同县广漠木业有限公司"
#define FOLDER "案卷/行政处罚1/"
#define DECISION FOLDER "决定书.docx"
#define NOTICE FOLDER "告知书.docx"
#define REPORT FOLDER "调查报告.docx"
#define RECORD FOLDER "检查笔录.docx"
#define DUST "厂区东侧露天堆放煤渣、木屑约130立方米，未密闭，未采取有效覆盖措施防治扬尘污染"
#define WASTE "厂区西北角贮存废机油、废油桶约680公斤，贮存场所未设置危险废物识别标志"

/* The second case is of another firm than the first. */
static void second_firm(Submitted *s)
{
    static const char *const papers[] = {"检查笔录", "立案", "调查报告", "责改", "告知书", "决定书", "缴款", "结案"};
    for (size_t i = 0; i < G_N_ELEMENTS(papers); i++) {
        g_autofree char *path = g_strdup_printf("案卷/行政处罚2/%s.docx", papers[i]);
        set_field(s, path, "party", FIRM);
    }
}

/* ---- by the name ---- */

static void facts_of(Submitted *s, const char *path, const char *firm, const char *rest)
{
    g_autofree char *account = g_strconcat(firm, rest, NULL);
    add_field(the_document(s, path), "facts-subject", firm);
    add_field(the_document(s, path), "facts-account", account);
}
static void decision_tells(Submitted *s, const char *firm, const char *rest)
{
    second_firm(s);
    facts_of(s, DECISION, firm, rest);
}
static void facts_of_the_second(Submitted *s) { decision_tells(s, FIRM, DUST); }
static void facts_of_the_party(Submitted *s) { decision_tells(s, PARTY, DUST); }
static void facts_of_the_party_in_short(Submitted *s) { decision_tells(s, "乌有锰业有限公司", DUST); }
static void second_again_in_its_facts(Submitted *s) { decision_tells(s, FIRM, DUST "，该单位没有改正"); }
static void firm_hidden(Submitted *s) { decision_tells(s, "会同县某某木业有限公司", DUST); }
static void second_as_customer(Submitted *s) { decision_tells(s, FIRM, "将废渣交给你单位堆放"); }
static void second_beside_the_party(Submitted *s) { decision_tells(s, FIRM, "将废渣倒在乌有锰业堆场"); }
static void second_known_by_the_record(Submitted *s)
{
    facts_of_the_second(s);
    add_field(the_document(s, RECORD), "named-body", "场地租自红枫塑料厂");
}
static void both_punished(Submitted *s)
{
    facts_of_the_second(s);
    add_field(the_document(s, DECISION), "party", FIRM);
}
static void paper_of_the_second_beside(Submitted *s)
{
    facts_of_the_second(s);
    put_document(s, FOLDER "租赁.docx", "other", "party", FIRM, NULL);
}
static void notice_and_decision_of_the_second(Submitted *s)
{
    facts_of_the_second(s);
    facts_of(s, NOTICE, FIRM, DUST);
}
static void everything_of_the_second(Submitted *s)
{
    notice_and_decision_of_the_second(s);
    facts_of(s, REPORT, FIRM, DUST);
}
static void notice_of_the_second(Submitted *s)
{
    second_firm(s);
    facts_of(s, NOTICE, FIRM, DUST);
}
static void firm_was_renamed(Submitted *s)
{
    facts_of_the_second(s);
    put_document(s, FOLDER "更名.docx", "statement", "stated", "准予" FIRM "变更名称为" PARTY "。", NULL)->title =
        g_strdup("名称变更核准通知书");
}
static void facts_of_a_stranger(Submitted *s) { decision_tells(s, STRANGER, DUST); }
static void facts_of_a_station(Submitted *s) { decision_tells(s, "会同县广漠检测有限公司", "对外排废水采样"); }
static void stranger_beside_this_firm(Submitted *s) { decision_tells(s, STRANGER, "8月运来废渣，该单位没有覆盖"); }
static void stranger_at_work_there(Submitted *s) { decision_tells(s, STRANGER, "8月安装的锅炉没有运行"); }
static void stranger_of_whom_the_record_speaks(Submitted *s)
{
    facts_of_a_stranger(s);
    add_field(the_document(s, RECORD), "named-body", "司机是广漠木业公司");
}
static void stranger_then_the_party(Submitted *s)
{
    facts_of_a_stranger(s);
    add_field(the_document(s, DECISION), "facts", "你单位没有覆盖废渣");
}

/* ---- by the words ---- */

static void case_tells(Submitted *s, const char *folder, const char *cause, const char *facts)
{
    static const char *const papers[] = {"立案", "责改", "告知书", "决定书"};
    for (size_t i = 0; i < G_N_ELEMENTS(papers); i++) {
        g_autofree char *path = g_strdup_printf("%s%s.docx", folder, papers[i]);
        set_field(s, path, "facts", facts);
    }
    g_autofree char *filing = g_strdup_printf("%s立案.docx", folder);
    set_field(s, filing, "cause", cause);
}
static void two_cases(Submitted *s)
{
    second_firm(s);
    case_tells(s, FOLDER, "涉嫌未设置危险废物识别标志案", WASTE);
    case_tells(s, "案卷/行政处罚2/", "涉嫌未采取有效覆盖措施防治扬尘污染案", DUST);
}
static void decision_copied(Submitted *s)
{
    two_cases(s);
    set_field(s, DECISION, "facts", DUST);
}
static void notice_copied(Submitted *s)
{
    two_cases(s);
    set_field(s, NOTICE, "facts", "经查，" DUST);
}
static void copied_and_named(Submitted *s)
{
    decision_copied(s);
    facts_of(s, DECISION, FIRM, DUST);
}
static void notice_and_decision_copied(Submitted *s)
{
    notice_copied(s);
    set_field(s, DECISION, "facts", DUST);
}
static void filing_copied(Submitted *s)
{
    two_cases(s);
    set_field(s, REPORT, "cause", "涉嫌未设置危险废物识别标志案");
    set_field(s, FOLDER "立案.docx", "facts", DUST);
}
static void order_tells_it_too(Submitted *s)
{
    decision_copied(s);
    set_field(s, FOLDER "责改.docx", "facts", WASTE "；" DUST);
}
static void told_otherwise(Submitted *s)
{
    two_cases(s);
    set_field(s, DECISION, "facts", "煤渣露天堆放，没有采取有效覆盖措施防治扬尘污染，堆场面积约二百平方米");
}
static void case_of_that_kind(Submitted *s)
{
    decision_copied(s);
    set_field(s, FOLDER "立案.docx", "cause", "涉嫌未采取有效措施防治扬尘污染案");
}
static void nothing_about_the_act(Submitted *s)
{
    two_cases(s);
    set_field(s, DECISION, "facts", "主要从事建筑用石料加工，2013年建成投产，现有工人二十六人");
    set_field(s, "案卷/行政处罚2/决定书.docx", "facts", "主要从事建筑用石料加工，2013年建成投产，现有工人二十六人");
}
static void same_party(Submitted *s)
{
    case_tells(s, FOLDER, "涉嫌未设置危险废物识别标志案", WASTE);
    case_tells(s, "案卷/行政处罚2/", "涉嫌未采取有效覆盖措施防治扬尘污染案", DUST);
    set_field(s, DECISION, "facts", DUST);
}

/* ---- by whom the reasons name ---- */

static void reasons_of(Submitted *s, const char *firm)
{
    second_firm(s);
    add_field(the_document(s, DECISION), "reasons-subject", firm);
}
static void reasons_of_the_second(Submitted *s) { reasons_of(s, FIRM); }
static void reasons_of_a_stranger(Submitted *s) { reasons_of(s, STRANGER); }
static void reasons_of_the_party(Submitted *s) { reasons_of(s, "乌有锰业有限公司"); }
static void reasons_with_a_slip(Submitted *s) { reasons_of(s, "沅陵县乌友锰业有限公司"); }
static void reasons_of_one_whom_the_record_names(Submitted *s)
{
    reasons_of_a_stranger(s);
    add_field(the_document(s, RECORD), "named-body", "厂房租自广漠木业");
}
static void both_punished_for_reasons(Submitted *s)
{
    reasons_of_the_second(s);
    add_field(the_document(s, DECISION), "party", FIRM);
}
static void facts_and_reasons_of_the_second(Submitted *s)
{
    facts_of_the_second(s);
    add_field(the_document(s, DECISION), "reasons-subject", FIRM);
}

static const FindingCase cases[] = {
    RAISED("EXT-002", "reasons", reasons_of_the_second, reasons_of_the_party),
    RAISED("EXT-002", "reasons", reasons_of_the_second, both_punished_for_reasons),
    RAISED("EXT-002", "reasons", reasons_of_the_second, facts_and_reasons_of_the_second),
    RAISED("EXT-002", "reasons", reasons_of_a_stranger, reasons_with_a_slip),
    RAISED("EXT-002", "reasons", reasons_of_a_stranger, reasons_of_one_whom_the_record_names),
    RAISED("EXT-002", "facts", facts_of_the_second, facts_of_the_party),
    RAISED("EXT-002", "facts", facts_of_the_second, facts_of_the_party_in_short),
    RAISED("EXT-002", "facts", second_again_in_its_facts, second_as_customer),
    RAISED("EXT-002", "facts", facts_of_a_stranger, firm_hidden),
    RAISED("EXT-002", "facts", facts_of_the_second, second_beside_the_party),
    RAISED("EXT-002", "facts", facts_of_the_second, second_known_by_the_record),
    RAISED("EXT-002", "facts", facts_of_the_second, both_punished),
    RAISED("EXT-002", "facts", facts_of_the_second, paper_of_the_second_beside),
    RAISED("EXT-002", "facts", facts_of_the_second, firm_was_renamed),
    RAISED("EXT-002", "facts", notice_of_the_second, facts_of_the_party),
    RAISED("EXT-002", "facts", notice_and_decision_of_the_second, everything_of_the_second),
    RAISED("EXT-002", "facts", facts_of_a_stranger, facts_of_a_station),
    RAISED("EXT-002", "facts", facts_of_a_stranger, stranger_beside_this_firm),
    RAISED("EXT-002", "facts", facts_of_a_stranger, stranger_at_work_there),
    RAISED("EXT-002", "facts", facts_of_a_stranger, stranger_of_whom_the_record_speaks),
    RAISED("EXT-002", "facts", facts_of_a_stranger, stranger_then_the_party),
    RAISED("EXT-002", "facts", copied_and_named, two_cases),
    RAISED("EXT-002", "facts-copied", decision_copied, two_cases),
    RAISED("EXT-002", "facts-copied", notice_copied, order_tells_it_too),
    RAISED("EXT-002", "facts-copied", decision_copied, copied_and_named),
    RAISED("EXT-002", "facts-copied", decision_copied, told_otherwise),
    RAISED("EXT-002", "facts-copied", decision_copied, case_of_that_kind),
    RAISED("EXT-002", "facts-copied", decision_copied, nothing_about_the_act),
    RAISED("EXT-002", "facts-copied", decision_copied, same_party),
    RAISED("EXT-002", "facts-copied", notice_and_decision_copied, filing_copied),
};

int main(void)
{
    return finding_cases_run("facts of another case", cases, G_N_ELEMENTS(cases));
}
