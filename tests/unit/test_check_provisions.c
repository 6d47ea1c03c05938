/* What the provisions that papers rest on allow: the cases they are about, and what they ask for first. */
#include "findingcases.h"

#define PENALTY "案卷/行政处罚1/"
#define DECISION PENALTY "决定书.docx"
#define LETTER "案卷/拘留1/移送书.docx"

static void say(Submitted *s, const char *path, const char *field, const char *value)
{
    set_field(s, path, field, value);
}

/* ---- detention: the cases that article 63 lists ---- */

static void detain_for(Submitted *s, const char *item, const char *cause)
{
    g_autofree char *provision = g_strconcat("中华人民共和国环境保护法|63||", item, NULL);
    say(s, LETTER, "laws-basis", provision);
    say(s, LETTER, "cause", cause);
}
static void dust_as_escape(Submitted *s) { detain_for(s, "3", "涉嫌易产生扬尘的物料未密闭贮存"); }
static void dust_under_no_item(Submitted *s) { detain_for(s, "", "涉嫌易产生扬尘的物料未密闭贮存"); }
static void pipe_under_no_item(Submitted *s) { detain_for(s, "", "涉嫌私设暗管排放水污染物"); }
static void plant_left_off(Submitted *s)
{
    dust_as_escape(s);
    say(s, "案卷/拘留1/报告.docx", "facts", "除尘器没有开启，粉尘直接排入外环境");
}
static void permit_as_escape(Submitted *s) { detain_for(s, "3", "涉嫌无排污许可证排污被责令停止拒不执行"); }

/* ---- an order to correct that is nowhere ---- */

static void no_order(Submitted *s) { drop_files(s, PENALTY "责改.docx"); }
static void order_as_a_scan(Submitted *s)
{
    no_order(s);
    put_scan(s, PENALTY "责改.jpg", "order", "rectification-order", NULL);
}

static void order_in_the_decision(Submitted *s)
{
    no_order(s);
    set_field(s, PENALTY "决定书.docx", "order-within", "责令立即覆盖");
}

/* ---- whom to ask for a review; who runs a shop ---- */

static void review_by(Submitted *s, const char *body) { say(s, DECISION, "review-body", body); }
static void review_by_the_province(Submitted *s) { review_by(s, "湖南省环境保护厅"); }
static void review_by_the_provinces_city(Submitted *s) { review_by(s, "湖南省怀化市环境保护局"); }
static void review_by_the_province_or_the_county(Submitted *s) { review_by(s, "湖南省环境保护厅或者沅陵县人民政府"); }
static void review_of_the_city_by_the_province(Submitted *s)
{
    review_by_the_province(s);
    say(s, DECISION, "agency", "怀化市环境保护局");
}

static void sole_trader(Submitted *s)
{
    drop_field(s, DECISION, "legal-rep");
    say(s, DECISION, "sole-trader", "个体工商户");
}
static void sole_trader_with_a_head(Submitted *s)
{
    sole_trader(s);
    say(s, DECISION, "legal-rep", "杨例思");
}
static void sole_trader_somehow_told(Submitted *s)
{
    sole_trader(s);
    say(s, DECISION, "operator-told", "经营者");
}
static void sole_trader_under_his_name(Submitted *s)
{
    sole_trader(s);
    say(s, DECISION, "party", "杨例思");
}
static void sole_trader_under_a_long_name(Submitted *s)
{
    sole_trader(s);
    say(s, DECISION, "party", "欧阳例思");
}

/* ---- texts of a law that were not in force; the decision is of 28 September 2016, the inspection of the 5th ---- */

#define WATER "中华人民共和国水污染防治法"
#define AIR "中华人民共和国大气污染防治法"

static void rest_on(Submitted *s, const char *provision, const char *quote, const char *facts)
{
    say(s, DECISION, "laws-basis", provision);
    say(s, DECISION, "facts", facts);
    quote_field(the_field(s, DECISION, "laws-basis"), quote);
}
static void air_law_of_2000(Submitted *s)
{
    rest_on(s, AIR "|56||1", "《中华人民共和国大气污染防治法》（2000年修订）第五十六条第（一）项",
            "露天堆放煤渣，违反了《大气污染防治法》（2000年修订）第三十一条");
}
static void air_law_of_2015(Submitted *s)
{
    rest_on(s, AIR "|117||1", "《大气污染防治法（2015年修订）》第一百一十七条第（一）项", "露天堆放煤渣");
}
static void air_law_of_2000_for_2015(Submitted *s)
{
    air_law_of_2000(s);
    say(s, DECISION, "facts", "2015年11月至12月露天堆放煤渣，年底已清运");
}
static void waste_law_of_2004(Submitted *s)
{
    rest_on(s, "中华人民共和国固体废物污染环境防治法|75|1|1", "《固体废物污染环境防治法》（2004年修订）第七十五条第一款第（一）项", "未设置危险废物识别标志");
}
static void penalties_law_of_1996(Submitted *s)
{
    rest_on(s, "中华人民共和国行政处罚法|27||1", "《行政处罚法》（1996年）第二十七条第（一）项", "露天堆放煤渣");
}
static void air_law_of_2018(Submitted *s)
{
    rest_on(s, AIR "|117||1", "《大气污染防治法》（2018年修正）第一百一十七条第（一）项", "露天堆放煤渣");
}
static void permits_regulation(Submitted *s)
{
    rest_on(s, "排污许可管理条例|33||1", "《排污许可管理条例》第三十三条第（一）项", "无证排放废水");
}
static void assessment_law_of_2016(Submitted *s)
{
    rest_on(s, "中华人民共和国环境影响评价法|31|1|", "《环境影响评价法》（2016年修正）第三十一条第一款", "未批先建");
}
static void pipe_under_later_law(Submitted *s)
{
    rest_on(s, WATER "|83||3", "《水污染防治法》第八十三条第（三）项", "私设暗管排放废水");
}
static void accident_under_the_law_in_force(Submitted *s)
{
    rest_on(s, WATER "|83||", "《水污染防治法》第八十三条", "尾矿库泄漏造成水污染事故");
}
static void accident_at_a_pipe(Submitted *s)
{
    rest_on(s, WATER "|83||3", "《水污染防治法》第八十三条第（三）项", "输油管道泄漏，造成水污染事故");
}
static void pipe_under_83_without_more(Submitted *s)
{
    rest_on(s, WATER "|83||", "《水污染防治法》第八十三条", "私设暗管排放废水");
}
static void pipe_under_83_with_its_range(Submitted *s)
{
    pipe_under_83_without_more(s);
    say(s, DECISION, "fine-least-yuan", "100000.00");
    say(s, DECISION, "fine-most-yuan", "1000000.00");
    const char *const ids[] = {"fine-least-yuan", "fine-most-yuan"};
    for (size_t i = 0; i < G_N_ELEMENTS(ids); i++) {
        Field *field = the_field(s, DECISION, ids[i]);
        g_free(field->place);
        field->place = g_strdup(the_field(s, DECISION, "laws-basis")->place);
    }
}

/* ---- a daily penalty on something else ---- */

#define DAILY "案卷/按日1/"
#define ORIGINAL DAILY "决定书.docx"
#define DAILY_DECISION DAILY "按日决定书.docx"

static void fined_first_for(Submitted *s, const char *provision, const char *facts)
{
    say(s, ORIGINAL, "laws-basis", provision);
    say(s, ORIGINAL, "facts", facts);
}
static void works_not_accepted(Submitted *s)
{
    fined_first_for(s, "建设项目环境保护管理条例|28||", "除尘设施未经验收，主体工程即投入生产");
}
static void works_not_accepted_that_exceed(Submitted *s)
{
    fined_first_for(s, "建设项目环境保护管理条例|28||", "除尘设施未经验收即投入生产，颗粒物超过标准0.43倍");
}
static void works_not_accepted_and_dust(Submitted *s)
{
    works_not_accepted(s);
    add_field(the_document(s, ORIGINAL), "laws-basis", AIR "|99||2");
}
static void works_under_a_local_rule(Submitted *s)
{
    works_not_accepted(s);
    say(s, DAILY_DECISION, "laws-basis", "湖南省环境保护条例|38||");
}
static void works_whose_facts_are_not_told(Submitted *s)
{
    works_not_accepted(s);
    drop_field(s, ORIGINAL, "facts");
}

/* ---- a fine before the time was over ---- */

#define ORDER PENALTY "责改.docx"

static void no_device(Submitted *s, const char *limit)
{
    say(s, DECISION, "laws-basis", WATER "|72||2");
    say(s, DECISION, "facts", "废水总排口没有安装自动监测设备");
    say(s, ORDER, "correct-by", limit);
}
static void time_after_the_decision(Submitted *s) { no_device(s, "2016-09-29"); }
static void time_until_the_decision(Submitted *s) { no_device(s, "2016-09-28"); }
static void time_after_and_overdue(Submitted *s)
{
    time_after_the_decision(s);
    say(s, DECISION, "not-corrected", "逾期未安装");
}
static void time_after_and_an_order_without(Submitted *s)
{
    time_after_the_decision(s);
    put_document(s, PENALTY "责改一.docx", "rectification-order", "decision-date", "2016-09-05", NULL);
}
static void time_after_and_a_record_in_a_scan(Submitted *s)
{
    time_after_the_decision(s);
    put_scan(s, PENALTY "检查笔录二.jpg", "record", "inspection-record", NULL);
}
/* The order is signed for on 6 September. */
static void days_to_correct(Submitted *s, const char *days)
{
    time_after_the_decision(s);
    drop_field(s, ORDER, "correct-by");
    say(s, ORDER, "correct-days", days);
}
static void days_until_the_decision(Submitted *s) { days_to_correct(s, "22"); }
static void days_after_the_decision(Submitted *s) { days_to_correct(s, "23"); }
static void days_of_an_order_not_served(Submitted *s)
{
    days_after_the_decision(s);
    drop_field(s, ORDER, "service-date");
}
static void time_after_for_a_fine_at_once(Submitted *s)
{
    time_after_the_decision(s);
    say(s, DECISION, "laws-basis", WATER "|74|1|");
}
static void time_after_and_a_fine_at_once_too(Submitted *s)
{
    time_after_the_decision(s);
    add_field(the_document(s, DECISION), "laws-basis", WATER "|74|1|");
}

/* ---- a decision that cites nothing ---- */

static void without(Submitted *s, const char *field)
{
    say(s, PENALTY "告知书.docx", field, "中华人民共和国大气污染防治法|117|||");
    say(s, DECISION, "facts", "露天堆放煤渣约80吨");
    drop_field(s, DECISION, field);
}
static void no_basis(Submitted *s) { without(s, "laws-basis"); }
static void basis_otherwise(Submitted *s)
{
    no_basis(s);
    say(s, DECISION, "article-cited", "第一百一十七条");
}
static void no_basis_anywhere(Submitted *s)
{
    no_basis(s);
    drop_field(s, PENALTY "告知书.docx", "laws-basis");
}
static void no_basis_and_no_end(Submitted *s)
{
    no_basis(s);
    drop_field(s, DECISION, "decision-date");
}
static void nothing_violated(Submitted *s) { without(s, "laws-violated"); }
static void violated_otherwise(Submitted *s)
{
    nothing_violated(s);
    say(s, DECISION, "violation-word", "违反");
}

/* ---- what the report proposes, beside what was told and decided ---- */

#define REPORT PENALTY "提议.docx"

static void proposed(Submitted *s, const char *provision)
{
    say(s, DECISION, "laws-basis", WATER "|74|1|");
    say(s, DECISION, "laws-violated", WATER "|9||");
    say(s, PENALTY "告知书.docx", "laws-basis", WATER "|74|1|");
    say(s, PENALTY "告知书.docx", "laws-violated", WATER "|9||");
    drop_files(s, PENALTY "调查报告.docx");
    put_document(s, REPORT, "investigation-report", "document-date", "2016-09-12", "laws-basis", provision, NULL);
}
static void proposed_under_another_article(Submitted *s) { proposed(s, WATER "|75|2|"); }
static void proposed_under_another_law(Submitted *s) { proposed(s, "中华人民共和国大气污染防治法|99||"); }
static void proposed_under_the_article(Submitted *s) { proposed(s, WATER "|74||"); }
static void proposed_by_procedure_alone(Submitted *s) { proposed(s, "中华人民共和国行政处罚法|38||"); }
static void proposed_under_two(Submitted *s)
{
    proposed_under_another_article(s);
    add_field(the_document(s, REPORT), "laws-basis", WATER "|74|1|");
}
static void proposed_under_what_was_violated(Submitted *s) { proposed(s, WATER "|9||"); }
static void the_basis_as_what_was_violated(Submitted *s)
{
    proposed_under_another_article(s);
    say(s, REPORT, "laws-violated", WATER "|74|1|");
}
static void discussed_as_well(Submitted *s)
{
    proposed_under_another_article(s);
    put_document(s, PENALTY "讨论.docx", "discussion-record", "laws-basis", WATER "|75|2|", NULL);
}
static void discussed_in_a_scan(Submitted *s)
{
    proposed_under_another_article(s);
    put_scan(s, PENALTY "集体讨论笔录.jpg", "discussed", "discussion-record", NULL);
}
static void told_otherwise(Submitted *s)
{
    proposed_under_another_article(s);
    say(s, PENALTY "告知书.docx", "laws-basis", WATER "|76||");
}
static void two_reports(Submitted *s)
{
    proposed_under_another_article(s);
    put_document(s, PENALTY "调查报告2.docx", "investigation-report", "document-date", "2016-09-12", NULL);
}
static void another_violation_in_the_report(Submitted *s)
{
    proposed_under_the_article(s);
    say(s, REPORT, "laws-violated", WATER "|17||");
}
static void the_violation_in_the_report(Submitted *s)
{
    proposed_under_the_article(s);
    say(s, REPORT, "laws-violated", WATER "|9|1|");
}

static const FindingCase cases[] = {
    RAISED("EXT-002", "proposed", proposed_under_another_article, proposed_under_the_article),
    RAISED("EXT-002", "proposed", proposed_under_another_law, proposed_by_procedure_alone),
    RAISED("EXT-002", "proposed", proposed_under_another_article, proposed_under_two),
    RAISED("EXT-002", "proposed", proposed_under_another_article, proposed_under_what_was_violated),
    RAISED("EXT-002", "proposed", proposed_under_another_article, the_basis_as_what_was_violated),
    RAISED("EXT-002", "proposed", proposed_under_another_article, discussed_as_well),
    RAISED("EXT-002", "proposed", proposed_under_another_article, discussed_in_a_scan),
    RAISED("EXT-002", "proposed", proposed_under_another_article, told_otherwise),
    RAISED("EXT-002", "proposed", proposed_under_another_article, two_reports),
    RAISED("EXT-002", "proposed", another_violation_in_the_report, the_violation_in_the_report),
    RAISED("LAW-019", "no-basis", no_basis, basis_otherwise),
    RAISED("LAW-019", "no-basis", no_basis, no_basis_anywhere),
    RAISED("LAW-019", "no-basis", no_basis, no_basis_and_no_end),
    RAISED("LAW-019", "no-violated", nothing_violated, violated_otherwise),
    RAISED("LAW-019", "not-daily", works_not_accepted, works_not_accepted_that_exceed),
    RAISED("LAW-019", "not-daily", works_not_accepted, works_not_accepted_and_dust),
    RAISED("LAW-019", "not-daily", works_not_accepted, works_under_a_local_rule),
    RAISED("LAW-019", "not-daily", works_not_accepted, works_whose_facts_are_not_told),
    RAISED("LAW-019", "overdue", time_after_the_decision, time_until_the_decision),
    RAISED("LAW-019", "overdue", time_after_the_decision, time_after_and_overdue),
    RAISED("LAW-019", "overdue", time_after_the_decision, time_after_and_an_order_without),
    RAISED("LAW-019", "overdue", time_after_the_decision, time_after_and_a_record_in_a_scan),
    RAISED("LAW-019", "overdue", days_after_the_decision, days_until_the_decision),
    RAISED("LAW-019", "overdue", days_after_the_decision, days_of_an_order_not_served),
    RAISED("LAW-019", "overdue", time_after_the_decision, time_after_for_a_fine_at_once),
    RAISED("LAW-019", "overdue", time_after_the_decision, time_after_and_a_fine_at_once_too),
    RAISED("LAW-019", "replaced", air_law_of_2000, air_law_of_2015),
    RAISED("LAW-019", "replaced", air_law_of_2000, air_law_of_2000_for_2015),
    RAISED("LAW-019", "replaced", air_law_of_2000, penalties_law_of_1996),
    RAISED("LAW-019", "replaced", air_law_of_2000, waste_law_of_2004),
    RAISED("LAW-019", "not-in-force", air_law_of_2018, air_law_of_2015),
    RAISED("LAW-019", "not-in-force", permits_regulation, assessment_law_of_2016),
    RAISED("LAW-019", "not-in-force", pipe_under_later_law, accident_under_the_law_in_force),
    RAISED("LAW-019", "not-in-force", pipe_under_later_law, accident_at_a_pipe),
    RAISED("LAW-019", "not-in-force", pipe_under_83_with_its_range, pipe_under_83_without_more),
    RAISED("LAW-016", "review-too-high", review_by_the_province, review_by_the_provinces_city),
    RAISED("LAW-016", "review-too-high", review_by_the_province, review_by_the_province_or_the_county),
    RAISED("LAW-016", "review-too-high", review_by_the_province, review_of_the_city_by_the_province),
    RAISED("LAW-016", "operator", sole_trader, sole_trader_with_a_head),
    RAISED("LAW-016", "operator", sole_trader, sole_trader_somehow_told),
    RAISED("LAW-016", "operator", sole_trader, sole_trader_under_his_name),
    RAISED("LAW-016", "operator", sole_trader, sole_trader_under_a_long_name),
    RAISED("SET-005", "order", no_order, order_as_a_scan),
    RAISED("SET-005", "order", no_order, order_in_the_decision),
    RAISED("LAW-019", "outside", dust_as_escape, pipe_under_no_item),
    RAISED("LAW-019", "outside", dust_as_escape, plant_left_off),
    RAISED("LAW-019", "outside", dust_under_no_item, permit_as_escape),
    RAISED("LAW-019", "fits", permit_as_escape, pipe_under_no_item),
};

int main(void)
{
    return finding_cases_run("provisions", cases, G_N_ELEMENTS(cases));
}
