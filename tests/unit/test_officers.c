/* People and their certificate numbers in cells and lines, however they are written: a single blank parts a name from a number
 * that begins with Han characters; who has no number keeps none. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "linefacts.h"

#include <string.h>

#define RECORD "^中方县环境保护局\n^调查询问笔录\n"
#define BOTH "杨绍辉,湘环监执43220,member 滕永忠,湘环监执43227,member"

static void check(const char *lines, const char *expected)
{
    g_autofree char *text = g_strconcat(RECORD, lines, NULL);
    FileFacts *facts = linefacts_read("x/调查询问笔录.docx", text);
    g_autofree char *people = linefacts_values(facts, "people");
    if (strcmp(people, expected) != 0)
        fail_msg("%s\n%s, not %s", lines, people, expected);
    record_free(&file_facts_type, facts);
}

/* The same in a cell beside 询问人及执法证号 and behind 询问人：. */
static void check_both(const char *listed, const char *expected)
{
    g_autofree char *cell = g_strconcat("|询问人及执法证号|", listed, NULL), *line = g_strconcat("询问人：", listed, NULL);
    check(cell, expected);
    check(line, expected);
}

static void a_blank_parts_name_and_number(void **state)
{
    (void)state;
    check_both("杨绍辉 湘环监执43220、滕永忠 湘环监执43227", BOTH);
    check_both("杨绍辉 湘环监执43220 滕永忠 湘环监执43227", BOTH);
    check_both("杨绍辉 湘环监执43220及滕永忠 湘环监执43227", BOTH);
    check_both("杨绍辉 湘环监执 43220、滕永忠 湘环监执 43227", BOTH);
    check_both("杨绍辉，湘环监执43220；滕永忠，湘环监执43227", BOTH);
    check_both("杨绍辉/湘环监执43220、滕永忠/湘环监执43227", BOTH);
    check_both("杨绍辉-湘环监执43220、滕永忠-湘环监执43227", BOTH);
    check_both("中方县环境监察大队 杨绍辉 湘环监执43220、滕永忠 湘环监执43227", BOTH);
    check_both("杨勇 湘环监执43220、滕 忠 湘环监执43227", "杨勇,湘环监执43220,member 滕忠,湘环监执43227,member");
    check_both("杨晓湘 湘环监执43220、滕晓湘 环监执43227", "杨晓湘,湘环监执43220,member 滕晓湘,环监执43227,member");
    check_both("欧阳春华 湘43220、和建民 怀执43227", "欧阳春华,湘43220,member 和建民,怀执43227,member");
    check("|询问人及执法证号|1.杨绍辉 湘环监执43220 2.滕永忠 湘环监执43227", BOTH);
    check("|询问人及执法证号|杨绍辉 湘环监执字第43220号、滕永忠 湘环监执NO.43227", "杨绍辉,湘环监执字第43220,member 滕永忠,湘环监执NO43227,member");
    check("询问人：杨绍辉 湘环监执43220  记录人：滕永忠 湘环监执43227", BOTH);
}

static void numbers_may_stand_behind_all_names(void **state)
{
    (void)state;
    check_both("杨绍辉 滕永忠 湘环监执43220 湘环监执43227", BOTH);
    check("|询问人及执法证号|杨绍辉、滕永忠（湘环监执43220、湘环监执43227）", BOTH);
    check("|询问人及执法证号|杨绍辉、滕永忠 湘环监执43220、湘环监执43227", BOTH);
    /* one number too few is nobody's */
    check("|询问人及执法证号|杨绍辉、滕永忠、粟小平 湘环监执43220", "杨绍辉,,member 滕永忠,,member 粟小平,湘环监执43220,member");
}

static void numbers_may_follow_at_once(void **state)
{
    (void)state;
    check_both("杨绍辉湘环监执43220、滕永忠湘环监执43227", BOTH);
    check("询问人：杨绍辉，执法证号43220（主办）；滕永忠，执法证号43227（协办）", "杨绍辉,43220,lead 滕永忠,43227,member");
    check("询问人：滕永忠，执法证号43227（协办）；杨绍辉，执法证号43220（主办人）", "滕永忠,43227,member 杨绍辉,43220,lead");
    check("|询问人及执法证号|杨绍辉（主办） 湘环监执43220、滕永忠（协办） 湘环监执43227", "杨绍辉,湘环监执43220,lead 滕永忠,湘环监执43227,member");
    check("调查人员：杨绍辉（执法证号：湘N43220）（主办）、滕永忠（执法证号：湘N43227）（协办）", "杨绍辉,湘N43220,lead 滕永忠,湘N43227,member");
    check_both("杨 勇（主办，43220）、滕永忠（协办，43227）", "杨勇,43220,lead 滕永忠,43227,member");
    check_both("武 玉 春 43220 滕永忠 43227", "武玉春,43220,member 滕永忠,43227,member");
    check_both("武 玉 春 43220、滕永忠 43227", "武玉春,43220,member 滕永忠,43227,member");
    check_both("武玉 湘43220、滕永忠 湘43227", "武玉,湘43220,member 滕永忠,湘43227,member");
    check("|询问人及执法证号|询问人杨绍辉 湘环监执43220、记录人滕永忠 湘环监执43227", BOTH);
}

static void who_has_no_number_keeps_none(void **state)
{
    (void)state;
    check("询问人：杨绍辉 执法证号：43220；贺强 行政执法证号：43227", "杨绍辉,43220,member 贺强,43227,member");
    check("询问人：吾买尔·艾力（执法证号：43220）、贺强（执法证号：43227）", "吾买尔·艾力,43220,member 贺强,43227,member");
    check("询问人：欧阳红梅（执法证号：43220）、贺强（执法证号：43227）", "欧阳红梅,43220,member 贺强,43227,member");
    check("|询问人及执法证号|杨绍辉 湘环监执43220、滕永忠", "杨绍辉,湘环监执43220,member 滕永忠,,member");
    check("|询问人及执法证号|杨绍辉、滕永忠", "杨绍辉,,member 滕永忠,,member");
    check("|询问人及执法证号|杨绍辉 2016-9-5、滕永忠 2016-9-5", "杨绍辉,,member 滕永忠,,member");
    check("|询问人及执法证号|杨绍辉 XXXX、滕永忠 湘环监执43227", "杨绍辉,,member 滕永忠,湘环监执43227,member");
    check("|询问人及执法证号|杨绍辉（主办，43220）、滕永忠", "杨绍辉,43220,lead 滕永忠,,member");
    check("|询问人及执法证号|杨绍辉 13907451234、滕永忠 13907451235", "");
    check("|询问人及执法证号|杨绍辉 14707451234、滕永忠 14707451235", "");
    check("|询问人及执法证号|杨绍辉 14312712220、滕永忠 14312712230", "杨绍辉,14312712220,member 滕永忠,14312712230,member");
    check("|询问人及执法证号|检查组 3人、2016年9月5日", "");
    check("被询问人：杨绍辉 湘环监执43220", "");
}

/* Eleven figures that begin as a mobile telephone's are a certificate's number under its label, else a telephone's. */
static void a_label_makes_it_no_telephone(void **state)
{
    (void)state;
#define LEAD "潘婷婷,18122230114,lead 滕永忠,18122230127,member"
    check("检查人：潘婷婷（执法证号：18122230114，主办）、滕永忠（执法证号：18122230127）", LEAD);
    check("检查人及执法证号：潘婷婷（主办，执法证号：18122230114）、滕永忠（协办，执法证号：18122230127）", LEAD);
    check("|检查人|潘婷婷、滕永忠|执法证号|18122230114、18122230127|", "潘婷婷,18122230114,member 滕永忠,18122230127,member");
    check("|姓名|执法证号|分工|\n|潘婷婷|18122230114|主办|\n|滕永忠|18122230127|协办|", LEAD);
    check("检查人员：潘婷婷、滕永忠  执法证号：18122230114、18122230127",
          "潘婷婷,18122230114,member 滕永忠,18122230127,member");
    check("检查人：潘婷婷（18122230114）、滕永忠（18122230127）", "");
    check("检查人：潘婷婷（联系电话：18122230114）", "潘婷婷,,member");
    check("|姓名|手机|分工|\n|潘婷婷|18122230114|主办|\n", "");
}

/* A line of numbers is of those whose names end the line above it, numbers in brackets of those whom their paragraph names. */
static void numbers_may_stand_a_line_below(void **state)
{
    (void)state;
    check("询问人：杨绍辉\n执法证号：湘环监执43220\n询问人：滕永忠\n执法证号：湘环监执43227\n记录人：滕永忠\n执法证号：湘环监执43227", BOTH);
    check("询问人：杨绍辉、滕永忠\n执法证号：湘环监执43220、湘环监执43227", BOTH);
    check("询问人：杨绍辉\n询问人：滕永忠\n执法证号：湘环监执43227", "杨绍辉,,member 滕永忠,湘环监执43227,member");
    check("询问人：杨绍辉、滕永忠\n执法证号：湘环监执43227", "杨绍辉,,member 滕永忠,,member");
    check("询问人：杨绍辉\n被询问人：田大明\n执法证号：湘环监执43220", "杨绍辉,,member");
    check("询问人：杨绍辉\n执法证号：", "杨绍辉,,member");
    check("询问人：杨绍辉\n询问人：滕永忠\n记录人：粟小平\n我们是行政执法人员杨绍辉、滕永忠，这是我们的执法证件（执法证号：湘环监执43220、湘环监执43227），请过目。",
          BOTH " 粟小平,,member");
}

/* Who presides over a meeting or writes it down did not investigate, in a cell as in a line. */
static void who_presides_did_not_investigate(void **state)
{
    (void)state;
#define MEETING "^沅陵县环境保护局\n^案件集体讨论笔录\n"
#define FORM "^沅陵县环境保护局\n^案件调查报告\n"
    static const struct { const char *lines, *expected; } cases[] = {
        {MEETING "|主持人|吴春生|记录人|向金生\n|汇报人|姚喜平", ""},
        {MEETING "主持人：吴春生\n记录人：向金生", ""},
        {FORM "|主持人|吴春生", ""},
        {FORM "|主办人|吴春生|协办人|向金生", "吴春生,,lead 向金生,,member"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        FileFacts *facts = linefacts_read("x/document.docx", cases[i].lines);
        g_autofree char *people = linefacts_values(facts, "people");
        if (strcmp(people, cases[i].expected) != 0)
            fail_msg("%s\n%s, not %s", cases[i].lines, people, cases[i].expected);
        record_free(&file_facts_type, facts);
    }
}

/* A row of titles names nobody, whichever of them it lists; nor does a title among names. */
static void titles_of_columns_are_no_people(void **state)
{
    (void)state;
#define OFFICERS "|主办|杨宏伟（执法证号：431226029）\n|协办|石文斌（执法证号：431226032）"
#define THEY "杨宏伟,431226029,lead 石文斌,431226032,member"
    check("|调查人员|姓名、执法证号、分工\n" OFFICERS, THEY);
    check("|调查人员|姓名、科室、经手\n" OFFICERS, THEY);
    check("|调查人员|任务 角色\n" OFFICERS, THEY);
    check("|检查人员|分工\n" OFFICERS, THEY);
    check("|执法人员|序号|姓名|性别|分工", "");
    check("执法人员：姓名、科室、经手", "");
    check("执法人员：杨宏伟、石文斌、分工", "杨宏伟,,member 石文斌,,member");
    check("|检查人员|杨宏伟、石文斌、职务", "杨宏伟,,member 石文斌,,member");
    check("|检查人员|杨宏伟、单位、职务", "杨宏伟,,member");
    check("|检查人员|单位、杨宏伟、石文斌、职务", "杨宏伟,,member 石文斌,,member");
    linefacts_check(RECORD "|被处罚人|姓名、住址\n|1|杨大成，住中方县泸阳镇下坪村", "party", "");
    linefacts_check(RECORD "|被处罚人|杨大成、石建国", "party", "杨大成 石建国");
    linefacts_check("^中方县环境保护局\n^关于杨大成案的调查报告\n|当事人|名称、地址、法定代表人", "address", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_blank_parts_name_and_number),
        cmocka_unit_test(numbers_may_stand_behind_all_names),
        cmocka_unit_test(numbers_may_follow_at_once),
        cmocka_unit_test(who_has_no_number_keeps_none),
        cmocka_unit_test(a_label_makes_it_no_telephone),
        cmocka_unit_test(numbers_may_stand_a_line_below),
        cmocka_unit_test(who_presides_did_not_investigate),
        cmocka_unit_test(titles_of_columns_are_no_people),
    };
    return cmocka_run_group_tests(tests, linefacts_load, linefacts_unload);
}
