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

static const FindingCase cases[] = {
    RAISED("LAW-016", "review-too-high", review_by_the_province, review_by_the_provinces_city),
    RAISED("LAW-016", "review-too-high", review_by_the_province, review_by_the_province_or_the_county),
    RAISED("LAW-016", "review-too-high", review_by_the_province, review_of_the_city_by_the_province),
    RAISED("LAW-016", "operator", sole_trader, sole_trader_with_a_head),
    RAISED("LAW-016", "operator", sole_trader, sole_trader_somehow_told),
    RAISED("LAW-016", "operator", sole_trader, sole_trader_under_his_name),
    RAISED("LAW-016", "operator", sole_trader, sole_trader_under_a_long_name),
    RAISED("SET-005", "order", no_order, order_as_a_scan),
    RAISED("LAW-019", "outside", dust_as_escape, pipe_under_no_item),
    RAISED("LAW-019", "outside", dust_as_escape, plant_left_off),
    RAISED("LAW-019", "outside", dust_under_no_item, permit_as_escape),
    RAISED("LAW-019", "fits", permit_as_escape, pipe_under_no_item),
};

int main(void)
{
    return finding_cases_run("provisions", cases, G_N_ELEMENTS(cases));
}
