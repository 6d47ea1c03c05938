#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "builtinseason.h"
#include "catalogue.h"
#include "fault.h"
#include "tablefolder.h"
#include "tables.h"
#include "vocabulary.h"

static Catalogue *catalogue;

static int all_load(void **state)
{
    catalogue = catalogue_read(NULL, NULL);
    return catalogue ? season_load(state) : -1;
}

static int all_drop(void **state)
{
    catalogue_free(catalogue);
    return season_drop(state);
}

static Tables *read_folder(const char *folder)
{
    GError *error = NULL;
    Tables *tables = tables_read(folder, season, "pipeline/rules/tables.xml", NULL, &error);
    if (!tables)
        fail_msg("%s", error->message);
    return tables;
}

/* The tables of a folder that holds the units and FILE with TEXT. */
static Tables *read_one(const char *file, const char *text)
{
    char *folder = reference_new(TRUE);
    reference_put(folder, file, text);
    Tables *tables = read_folder(folder);
    reference_remove(folder);
    return tables;
}

static void tables_free(Tables *tables)
{
    record_free(&tables_type, tables);
}

/* All findings as "code file place column reason [other]", one a line. */
static char *findings_of(const Tables *tables)
{
    GString *all = g_string_new(NULL);
    for (guint i = 0; i < tables->findings->len; i++) {
        const Finding *finding = tables->findings->pdata[i];
        const char *reason = finding_value(finding, "reason"), *other = finding_value(finding, "other");
        g_string_append_printf(all, "%s %s %s %s%s%s%s%s\n", finding->code, finding->file, finding->place, finding_value(finding, "column"),
                               reason ? " " : "", reason ? reason : "", other ? " " : "", other ? other : "");
    }
    return g_string_free(all, FALSE);
}

static void expect_findings(const Tables *tables, const char *expected)
{
    g_autofree char *seen = findings_of(tables);
    assert_string_equal(seen, expected);
}

static void expect_decimal(Decimal value, const char *expected)
{
    g_autofree char *seen = decimal_format(value);
    assert_string_equal(seen, expected);
}

#define CASES "案件编号,办案单位,案件类型,文书文号,当事人,文书日期,罚款金额\n"
#define REVIEWS "单位,文号,专家,得分\n"
#define CANDIDATES "单位,姓名,专家,案卷质量,调查情况,个人事迹\n"
#define LEGAL "单位,姓名,专家,得分\n"
#define AIR "单位,PM10_2015,PM10_2016,PM2.5_2015,PM2.5_2016\n"
#define WATER "断面,单位,2015年类别,2016年类别,外来污染\n"
#define RULINGS "编号,单位,类型,对象,事实日期,认定日期,说明\n"
#define RECEIPTS "收件号,单位,收到时间,方式,文件名,备注\n"
#define BULLETINS "单位,日期,标题,采用级别\n"
#define ENTERPRISES "企业名称,所属单位,类别\n"
#define UNITS "单位编号,单位名称,别名,组别,先进个人名额,法制个人名额,基准比例\n"

/* ---- values -------------------------------------------------------------------------------------------------- */

static void test_units(void **state)
{
    (void)state;
    Tables *tables = read_one("cases.csv", CASES);
    expect_findings(tables, "");
    assert_int_equal(tables->units->len, 3);
    const UnitRow *yl = tables->units->pdata[0], *cx = tables->units->pdata[1], *sj = tables->units->pdata[2];
    assert_string_equal(yl->place, "units.csv:2");
    assert_string_equal(yl->id, "YL");
    assert_string_equal(yl->group, "county");
    assert_int_equal(yl->aliases->len, 2);
    assert_string_equal(yl->aliases->pdata[1], "沅陵（县）局");
    assert_int_equal(yl->individuals, 3);
    assert_false(yl->share_percent.set);
    assert_int_equal(cx->legals, -1);
    expect_decimal(cx->share_percent, "12.5");
    assert_null(sj->group);
    tables_free(tables);
}

static void test_cases(void **state)
{
    (void)state;
    Tables *tables = read_one("cases.csv", CASES "AJ1,沅陵县环境保护局,按日计罚,沅环罚字[2016]4号, 某某（沅陵）公司 ,2016年10月8日,\"1,234.5\"\n"
                                                 "AJ2,沅陵(县)局,行政处罚,无文号,,42651,\n"
                                                 "AJ3,ｙｌ,查封,沅环查〔2016〕1号,甲,２０１６/10/8,０\n");
    expect_findings(tables, "");
    assert_int_equal(tables->cases->len, 3);
    const CaseRow *first = tables->cases->pdata[0], *second = tables->cases->pdata[1], *third = tables->cases->pdata[2];
    assert_string_equal(first->place, "cases.csv:2");
    assert_string_equal(first->id, "AJ1");
    assert_string_equal(first->unit, "YL");
    assert_int_equal(first->kind, KIND_DAILY);
    assert_string_equal(first->number, "沅环罚字[2016]4号");
    assert_string_equal(first->key, "沅环||罚|2016|4");
    assert_string_equal(first->party, "某某（沅陵）公司");
    assert_int_equal(first->date, day_from_ymd(2016, 10, 8));
    expect_decimal(first->fine_yuan, "1234.5");
    assert_string_equal(second->unit, "YL");
    assert_string_equal(second->key, "无文号");
    assert_null(second->party);
    assert_int_equal(second->date, first->date);
    assert_false(second->fine_yuan.set);
    assert_string_equal(third->unit, "YL");
    expect_decimal(third->fine_yuan, "0");
    tables_free(tables);
}

static void test_enterprises_count_once(void **state)
{
    (void)state;
    Tables *tables = read_one("enterprises.csv", ENTERPRISES "某某纸业,沅陵县环境保护局,危险废物\n某某纸业,沅陵县环境保护局,废水\n某某 纸业,沅陵县环境保护局,废水、废气\n"
                                                             "某某纸业,辰溪县,国控废气\n某某锰业,辰溪县,\n");
    static const bool counts[] = { false, true, false, true, false };
    expect_findings(tables, "");
    assert_int_equal(tables->enterprises->len, 5);
    for (guint i = 0; i < 5; i++)
        assert_int_equal(((const EnterpriseRow *)tables->enterprises->pdata[i])->counts, counts[i]);
    tables_free(tables);
}

static void test_marks(void **state)
{
    (void)state;
    char *folder = reference_new(TRUE);
    reference_put(folder, "reviews.csv", "单位,文号,专家,得分,扣分理由\n沅陵县环境保护局,行政处罚一.zip,甲,88.1234,缺少回证\n");
    reference_put(folder, "candidate_reviews.csv", CANDIDATES "辰溪县,张三,甲,90,,80.5\n");
    reference_put(folder, "legal_reviews.csv", LEGAL "市局,李四,甲,100\n");
    Tables *tables = read_folder(folder);
    reference_remove(folder);
    expect_findings(tables, "");
    const ReviewRow *review = tables->reviews->pdata[0];
    assert_string_equal(review->object, "行政处罚一.zip");
    assert_string_equal(review->key, "行政处罚一");
    assert_string_equal(review->reason, "缺少回证");
    expect_decimal(review->mark, "88.1234");
    const CandidateReviewRow *candidate = tables->candidate_reviews->pdata[0];
    assert_string_equal(candidate->name, "张三");
    expect_decimal(candidate->file, "90");
    assert_false(candidate->investigation.set);
    expect_decimal(candidate->story, "80.5");
    expect_decimal(((const LegalReviewRow *)tables->legal_reviews->pdata[0])->mark, "100");
    tables_free(tables);
}

static void test_environment(void **state)
{
    (void)state;
    char *folder = reference_new(TRUE);
    reference_put(folder, "air.csv", "单位,2015年PM10（μg/m³）,PM10_2016（µg/m3）,PM2.5（2015年）,PM2.5_2016（mg/m³）\n沅陵县环境保护局,70,65.5,40,0.038\n");
    reference_put(folder, "water.csv", WATER "五强溪,沅陵县环境保护局,Ⅱ,Ⅲ类,否\n浦市,辰溪县,劣V,Ⅲ,\n无,市局,—,,\n");
    Tables *tables = read_folder(folder);
    reference_remove(folder);
    expect_findings(tables, "");
    const AirRow *air = tables->air->pdata[0];
    expect_decimal(air->pm10_2015, "70");
    expect_decimal(air->pm10_2016, "65.5");
    expect_decimal(air->pm25_2016, "38");
    const WaterRow *first = tables->water->pdata[0], *second = tables->water->pdata[1], *third = tables->water->pdata[2];
    assert_string_equal(first->section, "五强溪");
    assert_int_equal(first->class_2015, 2);
    assert_int_equal(first->class_2016, 3);
    assert_false(first->external || first->none);
    assert_int_equal(second->class_2015, 6);
    assert_true(third->none);
    assert_null(third->section);
    tables_free(tables);
}

static void test_rulings_and_receipts(void **state)
{
    (void)state;
    char *folder = reference_new(TRUE);
    reference_put(folder, "rulings.csv", RULINGS "R1,沅陵县环境保护局,案卷有效,沅环罚字[2016]第04号,2016-10-01,2016-12-01,补证\n"
                                                 "R2,辰溪县,廉洁问题,张 三,,,\nR3,辰溪县,核查中,,,,\n,辰溪县,否决不成立,,,,\n");
    reference_put(folder, "receipts.csv", RECEIPTS "3,沅陵县环境保护局,2016-11-25 09:00,整包替换,沅陵县(更正).zip,\n,辰溪县,2016-11-25T09:00:00+08:00,,a.zip,\n"
                                                   "4,辰溪县,2016/11/26 9:00,补充,,\n");
    reference_put(folder, "bulletins.csv", BULLETINS "沅陵县环境保护局,2016-10-08,开展夜查,省级\n");
    Tables *tables = read_folder(folder);
    reference_remove(folder);
    expect_findings(tables, "");
    const RulingRow *valid = tables->rulings->pdata[0], *person = tables->rulings->pdata[1], *open = tables->rulings->pdata[2];
    assert_int_equal(valid->type, RULING_FILE_VALID);
    assert_string_equal(valid->key, "沅环||罚|2016|4");
    assert_int_equal(valid->fact, day_from_ymd(2016, 10, 1));
    assert_string_equal(person->key, "张三");
    assert_int_equal(person->fact, DAY_NONE);
    assert_int_equal(open->type, RULING_PENDING);
    assert_null(open->key);
    const ReceiptRow *replaced = tables->receipts->pdata[0], *plain = tables->receipts->pdata[1];
    assert_int_equal(replaced->mode, RECEIPT_REPLACE);
    assert_int_equal(plain->mode, RECEIPT_SUPPLEMENT);
    assert_int_equal(replaced->received_s, plain->received_s);
    assert_string_equal(replaced->file, "沅陵县(更正).zip");
    assert_string_equal(((const BulletinRow *)tables->bulletins->pdata[0])->adopted, "省级");
    tables_free(tables);
}

/* ---- rows that cannot be used -------------------------------------------------------------------------------- */

/* What a person reads says the reason in words, in both languages. */
static void expect_words(const Finding *finding)
{
    const char *reason = finding_value(finding, "reason");
    if (reason)
        assert_string_not_equal(vocabulary_chinese("reason", reason), reason);
    g_autofree char *sentence = catalogue_sentence(catalogue, finding), *remedy = catalogue_remedy(catalogue, finding);
    assert_null(strstr(sentence, "{"));
    assert_true(strlen(sentence) > 10 && strlen(remedy) > 10);
}

/* The second row of TEXT is bad and only that: the first is used. */
static void expect_bad(const char *file, const char *header, const char *good, const char *bad, const char *finding)
{
    g_autofree char *text = g_strconcat(header, good, "\n", bad, "\n", NULL);
    g_autofree char *expected = g_strdup_printf(finding, file);
    Tables *tables = read_one(file, text);
    g_autofree char *seen = findings_of(tables);
    if (strcmp(seen, expected) != 0)
        print_message("%s\n", bad);
    assert_string_equal(seen, expected);
    expect_words(tables->findings->pdata[0]);
    const TableSource *source = tables->sources->pdata[tables->sources->len - 1];
    assert_string_equal(source->file, file);
    assert_int_equal(source->rows, 1);
    tables_free(tables);
}

static void test_bad_cases(void **state)
{
    (void)state;
    const char *good = "AJ1,沅陵县环境保护局,行政处罚,沅环罚〔2016〕1号,甲,2016-10-08,5";
    static const struct { const char *row, *finding; } rows[] = {
        { ",沅陵县环境保护局,行政处罚,沅环罚〔2016〕2号,甲,2016-10-08,5", "DAT-001 %s L3 案件编号 empty\n" },
        { "AJ2,,行政处罚,沅环罚〔2016〕2号,甲,2016-10-08,5", "DAT-001 %s L3 办案单位 empty\n" },
        { "AJ2,泸溪县,行政处罚,沅环罚〔2016〕2号,甲,2016-10-08,5", "DAT-002 %s L3 办案单位\n" },
        { "AJ2,沅陵,行政处罚,沅环罚〔2016〕2号,甲,2016-10-08,5", "DAT-002 %s L3 办案单位\n" },
        { ",泸溪县,处罚,,甲,x,y", "DAT-002 %s L3 办案单位\n" },
        { "AJ2,沅陵县环境保护局,处罚,沅环罚〔2016〕2号,甲,2016-10-08,5", "DAT-001 %s L3 案件类型 not-kind\n" },
        { "AJ2,沅陵县环境保护局,,沅环罚〔2016〕2号,甲,2016-10-08,5", "DAT-001 %s L3 案件类型 empty\n" },
        { "AJ2,沅陵县环境保护局,行政处罚,,甲,2016-10-08,5", "DAT-001 %s L3 文书文号 empty\n" },
        { "AJ2,沅陵县环境保护局,行政处罚,沅环罚〔2016〕2号,甲,2016-11-31,5", "DAT-001 %s L3 文书日期 no-such-day\n" },
        { "AJ2,沅陵县环境保护局,行政处罚,沅环罚〔2016〕2号,甲,十月,5", "DAT-001 %s L3 文书日期 not-date\n" },
        { "AJ2,沅陵县环境保护局,行政处罚,沅环罚〔2016〕2号,甲,,5", "DAT-001 %s L3 文书日期 empty\n" },
        { "AJ2,沅陵县环境保护局,行政处罚,沅环罚〔2016〕2号,甲,2016-10-08,5万", "DAT-001 %s L3 罚款金额 not-number\n" },
        { "AJ2,沅陵县环境保护局,行政处罚,沅环罚〔2016〕2号,甲,2016-10-08,-5", "DAT-001 %s L3 罚款金额 negative\n" },
        { "AJ2,沅陵县环境保护局,行政处罚,沅环罚〔2016〕2号,甲,2016-10-08,\"5,00\"", "DAT-001 %s L3 罚款金额 bad-groups\n" },
        { "AJ2,沅陵县环境保护局,行政处罚,沅环罚〔2016〕2号,甲,2016-10-08,0.00001", "DAT-001 %s L3 罚款金额 too-long\n" },
        { "AJ2,沅陵县环境保护局,处罚,,甲,x,y", "DAT-001 %s L3 案件类型 not-kind\n" },
        { "AJ2,\"沅陵县环境保护局,行政处罚,沅环罚〔2016〕2号,甲,2016-10-08,5", "DAT-001 %s L3 办案单位 bad-quote\n" },
        /* one number, two amounts; 0 is an amount */
        { "AJ2,沅陵县环境保护局,行政处罚,沅环罚字[2016]第001号,甲,2016-10-08,6", "DAT-001 %s L3 罚款金额 second-amount cases.csv:2\n" },
        { "AJ2,沅陵县环境保护局,行政处罚,沅环罚〔2016〕1号,甲,2016-10-08,0", "DAT-001 %s L3 罚款金额 second-amount cases.csv:2\n" },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        expect_bad("cases.csv", CASES, good, rows[i].row, rows[i].finding);
}

static void test_one_number_one_amount(void **state)
{
    (void)state;
    Tables *tables = read_one("cases.csv", CASES "AJ1,沅陵县环境保护局,行政处罚,沅环罚〔2016〕1号,甲,2016-10-08,\n"
                                                 "AJ1,沅陵县环境保护局,查封,沅环罚〔2016〕1号,甲,2016-10-08,5.0\n"
                                                 "AJ1,沅陵县环境保护局,扣押,沅环罚〔2016〕1号,甲,2016-10-08,5\n"
                                                 "AJ1,沅陵县环境保护局,扣押,沅环罚〔2016〕1号,甲,2016-10-08,\n"
                                                 "AJ9,辰溪县,行政处罚,沅环罚〔2016〕1号,乙,2016-10-08,7\n");
    expect_findings(tables, "");
    assert_int_equal(tables->cases->len, 5);
    tables_free(tables);
}

static void test_bad_marks(void **state)
{
    (void)state;
    const char *unit = "沅陵县环境保护局,";
    static const struct { const char *file, *header, *good, *bad, *finding; } rows[] = {
        { "reviews.csv", REVIEWS, "一号卷,甲,95", "一号卷,乙,100.01", "DAT-001 %s L3 得分 out-of-range\n" },
        { "reviews.csv", REVIEWS, "一号卷,甲,95", "一号卷,乙,", "DAT-001 %s L3 得分 empty\n" },
        { "reviews.csv", REVIEWS, "一号卷,甲,95", "一号卷,,90", "DAT-001 %s L3 专家 empty\n" },
        { "reviews.csv", REVIEWS, "一号卷,甲,95", ",乙,90", "DAT-001 %s L3 文号 empty\n" },
        { "reviews.csv", REVIEWS, "沅环罚〔2016〕1号,甲,95", "沅环罚字[2016]第1号,甲,90", "DAT-001 %s L3 专家 duplicate reviews.csv:2\n" },
        { "reviews.csv", REVIEWS, "一号卷,张 三,95", "一号卷,张三,95", "DAT-001 %s L3 专家 duplicate reviews.csv:2\n" },
        { "candidate_reviews.csv", CANDIDATES, "张三,甲,90,,", "张三,甲,,90,", "DAT-001 %s L3 专家 duplicate candidate_reviews.csv:2\n" },
        { "candidate_reviews.csv", CANDIDATES, "张三,甲,90,,", "李四,甲,,101,", "DAT-001 %s L3 调查情况 out-of-range\n" },
        { "candidate_reviews.csv", CANDIDATES, "张三,甲,90,,", ",甲,,1,", "DAT-001 %s L3 姓名 empty\n" },
        { "legal_reviews.csv", LEGAL, "张三,甲,90", "张三,甲,90", "DAT-001 %s L3 专家 duplicate legal_reviews.csv:2\n" },
        { "legal_reviews.csv", LEGAL, "张三,甲,90", "张三,乙,良好", "DAT-001 %s L3 得分 not-number\n" },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *good = g_strconcat(unit, rows[i].good, NULL), *bad = g_strconcat(unit, rows[i].bad, NULL);
        expect_bad(rows[i].file, rows[i].header, good, bad, rows[i].finding);
    }
}

/* The same expert may mark another object, and the same object another unit has. */
static void test_same_expert_elsewhere(void **state)
{
    (void)state;
    Tables *tables = read_one("reviews.csv", REVIEWS "沅陵县环境保护局,一号卷,甲,95\n沅陵县环境保护局,二号卷,甲,95\n沅陵县环境保护局,一号卷,乙,90\n辰溪县,一号卷,甲,90\n");
    expect_findings(tables, "");
    assert_int_equal(tables->reviews->len, 4);
    tables_free(tables);
}

static void test_bad_environment(void **state)
{
    (void)state;
    static const struct { const char *file, *header, *good, *bad, *finding; } rows[] = {
        { "air.csv", AIR, "沅陵县环境保护局,1,2,3,4", "辰溪县,1,2,,4", "DAT-001 %s L3 PM2.5_2015 empty\n" },
        { "air.csv", AIR, "沅陵县环境保护局,1,2,3,4", "辰溪县,1,-2,3,4", "DAT-001 %s L3 PM10_2016 negative\n" },
        { "air.csv", AIR, "沅陵县环境保护局,1,2,3,4", "沅陵（县）局,1,2,3,5", "DAT-001 %s L3 单位 duplicate air.csv:2\n" },
        { "water.csv", WATER, "五强溪,沅陵县环境保护局,Ⅱ,Ⅱ,否", "浦市,辰溪县,Ⅱ,Ⅵ,否", "DAT-001 %s L3 2016年类别 not-class\n" },
        { "water.csv", WATER, "五强溪,沅陵县环境保护局,Ⅱ,Ⅱ,", "浦市,辰溪县,Ⅱ,Ⅲ,", "DAT-001 %s L3 外来污染 empty\n" },
        { "water.csv", WATER, "五强溪,沅陵县环境保护局,Ⅱ,Ⅱ,否", "浦市,辰溪县,Ⅱ,Ⅲ,不详", "DAT-001 %s L3 外来污染 not-yes-no\n" },
        { "water.csv", WATER, "五强溪,沅陵县环境保护局,Ⅱ,Ⅱ,否", ",辰溪县,Ⅱ,Ⅲ,否", "DAT-001 %s L3 断面 empty\n" },
        { "water.csv", WATER, "五强溪,沅陵县环境保护局,Ⅱ,Ⅱ,否", "五 强溪,沅陵县环境保护局,Ⅱ,Ⅲ,否", "DAT-001 %s L3 断面 duplicate water.csv:2\n" },
        { "water.csv", WATER, "无,沅陵县环境保护局,,,", "无,泸溪县,,,", "DAT-002 %s L3 单位\n" },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        expect_bad(rows[i].file, rows[i].header, rows[i].good, rows[i].bad, rows[i].finding);
}

static void test_bad_others(void **state)
{
    (void)state;
    static const struct { const char *file, *header, *good, *bad, *finding; } rows[] = {
        { "rulings.csv", RULINGS, "1,辰溪县,核查中,,,,", "2,辰溪县,已核查,,,,", "DAT-001 %s L3 类型 not-ruling\n" },
        { "rulings.csv", RULINGS, "1,辰溪县,核查中,,,,", "2,辰溪县,廉洁问题,,,,", "DAT-001 %s L3 对象 no-object\n" },
        { "rulings.csv", RULINGS, "1,辰溪县,不符合条件,,,,", "2,辰溪县,案卷有效,,,,", "DAT-001 %s L3 对象 no-object\n" },
        { "rulings.csv", RULINGS, "1,辰溪县,并列优先,,,,", "2,辰溪县,不予接收,,,,", "DAT-001 %s L3 对象 no-object\n" },
        { "rulings.csv", RULINGS, "1,辰溪县,复议纠正,,,,", "2,辰溪县,复议纠正,,不详,,", "DAT-001 %s L3 事实日期 not-date\n" },
        { "receipts.csv", RECEIPTS, "1,辰溪县,2016-11-25 09:00,补充,,", "2,辰溪县,2016-11-25,补充,,", "DAT-001 %s L3 收到时间 not-instant\n" },
        { "receipts.csv", RECEIPTS, "1,辰溪县,2016-11-25 09:00,补充,,", "2,辰溪县,2016-11-25 09:00,替换,,", "DAT-001 %s L3 方式 not-mode\n" },
        { "bulletins.csv", BULLETINS, "辰溪县,2016-10-08,,", "辰溪县,,x,", "DAT-001 %s L3 日期 empty\n" },
        { "enterprises.csv", ENTERPRISES, "甲厂,辰溪县,废水", ",辰溪县,废水", "DAT-001 %s L3 企业名称 empty\n" },
        { "enterprises.csv", ENTERPRISES, "甲厂,辰溪县,废水", "乙厂,某县,废水", "DAT-002 %s L3 所属单位\n" },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        expect_bad(rows[i].file, rows[i].header, rows[i].good, rows[i].bad, rows[i].finding);
}

static void test_bad_units(void **state)
{
    (void)state;
    static const struct { const char *good, *bad, *finding; } rows[] = {
        { "YL,沅陵局,沅陵县,county,1,1,", "yl,辰溪局,,county,1,1,", "DAT-001 units.csv L3 单位编号 duplicate units.csv:2\n" },
        { "YL,沅陵局,沅陵县,county,1,1,", "CX,沅陵局,,county,1,1,", "DAT-001 units.csv L3 单位名称 duplicate units.csv:2\n" },
        { "YL,沅陵局,沅陵县,county,1,1,", "CX,沅陵县,,county,1,1,", "DAT-001 units.csv L3 单位名称 duplicate units.csv:2\n" },
        { "YL,沅陵局,沅陵县,county,1,1,", "CX,辰溪局,辰溪、沅陵县,county,1,1,", "DAT-001 units.csv L3 别名 duplicate units.csv:2\n" },
        { "YL,沅陵局,沅陵县,county,1,1,", "../x,辰溪局,,county,1,1,", "DAT-001 units.csv L3 单位编号 bad-id\n" },
        { "YL,沅陵局,沅陵县,county,1,1,", "-x,辰溪局,,county,1,1,", "DAT-001 units.csv L3 单位编号 bad-id\n" },
        { "YL,沅陵局,沅陵县,county,1,1,", ",辰溪局,,county,1,1,", "DAT-001 units.csv L3 单位编号 empty\n" },
        { "YL,沅陵局,沅陵县,county,1,1,", "CX,,,county,1,1,", "DAT-001 units.csv L3 单位名称 empty\n" },
        { "YL,沅陵局,沅陵县,county,1,1,", "CX,辰溪局,,village,1,1,", "DAT-001 units.csv L3 组别 unknown-group\n" },
        { "YL,沅陵局,沅陵县,county,1,1,", "CX,辰溪局,,county,1.5,1,", "DAT-001 units.csv L3 先进个人名额 not-integer\n" },
        { "YL,沅陵局,沅陵县,county,1,1,", "CX,辰溪局,,county,1,若干,", "DAT-001 units.csv L3 法制个人名额 not-number\n" },
        { "YL,沅陵局,沅陵县,county,1,1,100", "CX,辰溪局,,county,1,1,100.1%", "DAT-001 units.csv L3 基准比例 out-of-range\n" },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *text = g_strconcat(UNITS, rows[i].good, "\n", rows[i].bad, "\nZD,支队,YuanLing,city,,,\n", NULL);
        Tables *tables = read_one("units.csv", text);
        expect_findings(tables, rows[i].finding);
        expect_words(tables->findings->pdata[0]);
        assert_int_equal(tables->units->len, 2);
        tables_free(tables);
    }
}

static void test_finding_parts(void **state)
{
    (void)state;
    g_autoptr(GString) text = g_string_new(REVIEWS "沅陵县环境保护局,一号卷,甲, ");
    for (int i = 0; i < 100; i++)
        g_string_append(text, "分");
    Tables *tables = read_one("reviews.csv", text->str);
    const Finding *finding = tables->findings->pdata[0];
    assert_string_equal(finding->unit, "YL");
    assert_int_equal(finding->level, LEVEL_ERROR);
    assert_string_equal(finding_value(finding, "table"), "reviews");
    assert_int_equal(g_utf8_strlen(finding_value(finding, "value"), -1), 81);
    tables_free(tables);
}

/* ---- what is no row, and how files are written ----------------------------------------------------------------- */

static void test_idle_rows(void **state)
{
    (void)state;
    Tables *tables = read_one("reviews.csv", "专家评分表,,,,\n序号,单位,文号,专家,得分\n1,沅陵县环境保护局,一号卷,甲,95\n2,　,, ,\n,,,,\n\n"
                                             "序号,单位,文号,专家,得分\n3,沅陵县环境保护局,二号卷,甲,95\n合计,,,,190\n");
    expect_findings(tables, "");
    assert_int_equal(tables->reviews->len, 2);
    assert_string_equal(((const ReviewRow *)tables->reviews->pdata[1])->place, "reviews.csv:8");
    assert_int_equal(tables->notes->len, 1);
    assert_string_equal(((const TableNote *)tables->notes->pdata[0])->value, "序号");
    tables_free(tables);
}

static void test_encodings(void **state)
{
    (void)state;
    static const char *const charsets[][2] = { { "GB18030", "GB18030" }, { "UTF-8", "UTF-8" }, { "UTF-16", "UTF-16" } };
    for (size_t i = 0; i < G_N_ELEMENTS(charsets); i++) {
        char *folder = reference_new(TRUE);
        reference_put_in(folder, "reviews.csv", "单位\t文号\t专家\t得分\r\n沅陵县环境保护局\t沅环罚〔2016〕1号\t𠮷田\t95\r\n", charsets[i][0]);
        Tables *tables = read_folder(folder);
        expect_findings(tables, "");
        assert_string_equal(((const ReviewRow *)tables->reviews->pdata[0])->expert, "𠮷田");
        assert_string_equal(((const TableSource *)tables->sources->pdata[1])->encoding, charsets[i][1]);
        tables_free(tables);
        reference_remove(folder);
    }
}

static void test_apostrophes(void **state)
{
    (void)state;
    Tables *tables = read_one("reviews.csv", REVIEWS "沅陵县环境保护局,'=1+1,'@甲,95\n");
    const ReviewRow *review = tables->reviews->pdata[0];
    assert_string_equal(review->object, "=1+1");
    assert_string_equal(review->expert, "@甲");
    tables_free(tables);
}

/* ---- folders ------------------------------------------------------------------------------------------------- */

static void expect_fault(char *folder, FaultCode code, const char *words)
{
    g_autoptr(GError) error = NULL;
    assert_null(tables_read(folder, season, NULL, NULL, &error));
    assert_true(g_error_matches(error, FAULT_INPUT, (gint)code));
    if (!strstr(error->message, words))
        fail_msg("%s", error->message);
    reference_remove(folder);
}

static char *folder_with(const char *file, const char *text)
{
    char *folder = reference_new(TRUE);
    reference_put(folder, file, text);
    return folder;
}

static void test_unusable_folders(void **state)
{
    (void)state;
    expect_fault(g_strdup("no-such-folder"), FAULT_MISSING, "no-such-folder");
    expect_fault(reference_new(FALSE), FAULT_MISSING, "units.csv");
    expect_fault(folder_with("units.csv", UNITS), FAULT_BAD, "units.csv");
    expect_fault(folder_with("units.csv", ""), FAULT_BAD, "units.csv");
    expect_fault(folder_with("cases.xlsx", "PK"), FAULT_UNSUPPORTED, "cases.xlsx");
    expect_fault(folder_with("cases.xls", ""), FAULT_UNSUPPORTED, "cases.xls");
    expect_fault(folder_with("reviews/甲.et", ""), FAULT_UNSUPPORTED, "reviews/甲.et");
    expect_fault(folder_with("reviews/甲.xlsx", ""), FAULT_DAMAGED, "reviews/甲.xlsx");
    expect_fault(folder_with("cases.csv", "案件编号,办案单位\n"), FAULT_BAD, "cases.csv");
    expect_fault(folder_with("cases.csv", "PK\x03\x04\x14"), FAULT_UNSUPPORTED, "另存为“Excel 工作簿（.xlsx）”");
    expect_fault(folder_with("bulletins.csv", "单位,日期\n\xFF\xFF\n"), FAULT_BAD, "bulletins.csv");
    char *folder = folder_with("cases.csv", CASES);
    reference_put(folder, "cases.xlsx", "PK");
    expect_fault(folder, FAULT_BAD, "cases.xlsx");
    folder = folder_with("reviews/甲.csv", REVIEWS);
    reference_put(folder, "reviews/甲.xlsx", "PK");
    expect_fault(folder, FAULT_BAD, "甲.xlsx");
}

static void test_reviews_of_several_experts(void **state)
{
    (void)state;
    char *folder = folder_with("reviews/专家10.csv", REVIEWS "沅陵县环境保护局,一号卷,丙,70\n沅陵县环境保护局,一号卷,甲,71\n");
    reference_put_in(folder, "reviews/专家2.CSV", REVIEWS "沅陵县环境保护局,一号卷,乙,80\n", "GB18030");
    reference_put(folder, "reviews/~$专家2.xlsx", "");
    reference_put(folder, "reviews.csv", REVIEWS "沅陵县环境保护局,一号卷,甲,90\n");
    Tables *tables = read_folder(folder);
    expect_findings(tables, "DAT-001 reviews/专家10.csv L3 专家 duplicate reviews.csv:2\n");
    static const char *const places[] = { "reviews.csv:2", "reviews/专家2.CSV:2", "reviews/专家10.csv:2" };
    assert_int_equal(tables->reviews->len, 3);
    for (guint i = 0; i < 3; i++)
        assert_string_equal(((const ReviewRow *)tables->reviews->pdata[i])->place, places[i]);
    tables_free(tables);
    reference_remove(folder);
}

/* The people's marks likewise, with or without a file beside the folder. */
static void test_other_subfolders(void **state)
{
    (void)state;
    char *folder = folder_with("candidate_reviews/甲.csv", CANDIDATES "沅陵县环境保护局,某人,甲,90,,80\n");
    reference_put(folder, "candidate_reviews/乙.csv", CANDIDATES "沅陵县环境保护局,某人,乙,70,,60\n");
    reference_put(folder, "legal_reviews/甲.csv", LEGAL "沅陵县环境保护局,某人,甲,90\n");
    reference_put(folder, "legal_reviews.csv", LEGAL "沅陵县环境保护局,某人,甲,91\n");
    reference_put(folder, "air/甲.csv", AIR);
    Tables *tables = read_folder(folder);
    assert_int_equal(tables->candidate_reviews->len, 2);
    expect_findings(tables, "DAT-001 legal_reviews/甲.csv L2 专家 duplicate legal_reviews.csv:2\n");
    assert_int_equal(tables->notes->len, 1); /* air is no table of several experts */
    tables_free(tables);
    reference_remove(folder);
}

/* Rows of a unit whose own row cannot be used are counted there; a name that nobody has is told as before. */
static void test_rows_of_a_lost_unit(void **state)
{
    (void)state;
    char *folder = reference_new(FALSE);
    reference_put(folder, "units.csv", UNITS "YL,沅陵局,沅陵县,county,1,1,\nCX,辰溪局,辰溪县,county,两,1,\n");
    reference_put(folder, "reviews.csv", REVIEWS "辰溪局,沅环罚〔2016〕1号,甲,90\n辰溪县,沅环罚〔2016〕2号,甲,90\n泸溪县,沅环罚〔2016〕3号,甲,90\n");
    Tables *tables = read_folder(folder);
    expect_findings(tables, "DAT-001 units.csv L3 先进个人名额 not-number\nDAT-002 reviews.csv L4 单位\n");
    assert_string_equal(finding_value(tables->findings->pdata[0], "lost"), "2");
    assert_string_equal(finding_value(tables->findings->pdata[0], "names"), "cx\n辰溪局\n辰溪县");
    assert_null(finding_value(tables->findings->pdata[1], "lost"));
    assert_int_equal(tables_rows_unusable(tables), 4);
    tables_free(tables);
    reference_remove(folder);
}

static void test_strangers(void **state)
{
    (void)state;
    char *folder = folder_with("说明.docx", "");
    reference_put(folder, ".DS_Store", "");
    reference_put(folder, "~$cases.xlsx", "");
    reference_put(folder, "Cases.CSV", CASES);
    reference_put(folder, "cases.pdf", "");
    reference_put(folder, "reviews/评分办法.docx", "");
    reference_put(folder, "reviews/甲.csv", REVIEWS);
    Tables *tables = read_folder(folder);
    static const char *const files[] = { "reviews/评分办法.docx", "cases.pdf", "说明.docx" };
    assert_int_equal(tables->notes->len, G_N_ELEMENTS(files));
    for (guint i = 0; i < G_N_ELEMENTS(files); i++) {
        const TableNote *note = tables->notes->pdata[i];
        assert_string_equal(note->file, files[i]);
        assert_string_equal(note->what, "ignored-file");
    }
    assert_int_equal(tables->sources->len, 3);
    assert_int_equal(tables->made_from->len, 6); /* rules, catalogue, groups and three files */
    tables_free(tables);
    reference_remove(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_units), cmocka_unit_test(test_cases), cmocka_unit_test(test_enterprises_count_once),
        cmocka_unit_test(test_marks), cmocka_unit_test(test_environment), cmocka_unit_test(test_rulings_and_receipts),
        cmocka_unit_test(test_bad_cases), cmocka_unit_test(test_one_number_one_amount), cmocka_unit_test(test_bad_marks),
        cmocka_unit_test(test_same_expert_elsewhere), cmocka_unit_test(test_bad_environment), cmocka_unit_test(test_bad_others),
        cmocka_unit_test(test_bad_units), cmocka_unit_test(test_finding_parts), cmocka_unit_test(test_idle_rows),
        cmocka_unit_test(test_encodings), cmocka_unit_test(test_apostrophes),
        cmocka_unit_test(test_unusable_folders), cmocka_unit_test(test_reviews_of_several_experts), cmocka_unit_test(test_other_subfolders), cmocka_unit_test(test_strangers),
        cmocka_unit_test(test_rows_of_a_lost_unit),
    };
    return cmocka_run_group_tests(tests, all_load, all_drop);
}
