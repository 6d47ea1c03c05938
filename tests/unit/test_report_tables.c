/* The result tables made from the hand-made examples, held against goldens that were checked by hand; and
 * what goldens do not show. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "change_words.h"
#include "fileio.h"
#include "lang.h"
#include "report_tables.h"
#include "report_words.h"

static ReportPaths paths = {.scores_path = (char *)"pipeline/schema/example-scores.xml",
                            .tables_path = (char *)"pipeline/schema/example-tables.xml",
                            .season_path = (char *)"pipeline/schema/example-season.xml",
                            .intake_path = (char *)"pipeline/schema/example-intake.xml"};

/* The examples, all records of one unit being in one folder. */
static ReportInput *read_examples(void)
{
    static const char *const records[] = {"unit", "findings", "inventory", "scans", "casefiles"};
    g_autoptr(GError) error = NULL;
    ReportInput *input = report_input_new(&paths, &error);
    assert_null(error);
    for (size_t i = 0; i < G_N_ELEMENTS(records); i++) {
        g_autofree char *path = g_strdup_printf("pipeline/schema/example-%s.xml", records[i]);
        if (!report_input_add(input, path, &error))
            fail_msg("%s", error->message);
    }
    return input;
}

static int set_up(void **state)
{
    g_setenv("ANJUAN_DATA", "pipeline", TRUE);
    lang_set(LANG_ZH);
    *state = read_examples();
    return 0;
}

static int tear_down(void **state)
{
    report_input_free(*state);
    return 0;
}

static char *csv_of(const ReportInput *input, ReportTableId id)
{
    g_autoptr(ReportTable) table = report_table_build(input, id);
    return g_string_free(report_table_csv(table), FALSE);
}

static void test_goldens(void **state)
{
    ReportInput *input = *state;
    assert_true(report_input_finish(input, NULL));
    for (int id = 0; id < TABLE_COUNT; id++) {
        if (id == TABLE_FINDINGS)
            continue; /* its sentences are the catalogue's */
        g_autofree char *path = g_strdup_printf("tests/unit/report/%s.csv", report_table_types[id].name),
                        *golden = NULL;
        assert_true(g_file_get_contents(path, &golden, NULL, NULL));
        g_autofree char *csv = csv_of(input, id);
        assert_string_equal(csv, golden);
    }
}

/* Unit, case file, level, code; and sentence and remedy of the catalogue. */
static void test_findings(void **state)
{
    static const char *const begins[] = {"DAT-001,error,,,cases.csv,cases.csv:9,",
                                         "DAT-004,error,MN,,air.csv,,",
                                         "PKG-015,error,MN,,,,",
                                         "SET-001,error,SL,,,,",
                                         "PKG-013,warning,SL,,示例县(更正).zip,,",
                                         "PKG-007,info,SL,,,,",
                                         "DOC-006,warning,SL,01 示例化工,案卷/01 示例化工.zip/决定书.docx,,",
                                         "SCN-002,warning,SL,01 示例化工,案卷/01 示例化工.zip/送达回证.png,,",
                                         "PKG-004,error,SL,02 样例造纸,案卷/02 样例造纸/询问笔录.rar,,",
                                         "SET-006,error,SL,03 虚构水泥,案卷/03 虚构水泥/决定书.docx,第28段,",
                                         "PKG-012,error,YB,,样板县,,",
                                         "SCO-001,warning,ZD,,,,",
                                         "DAT-003,warning,ZD,03 演示案卷,reviews.csv,,"};
    ReportInput *input = *state;
    assert_true(report_input_finish(input, NULL));
    g_autofree char *csv = csv_of(input, TABLE_FINDINGS);
    g_auto(GStrv) lines = g_strsplit(csv, "\r\n", -1);
    assert_int_equal(g_strv_length(lines),
                     G_N_ELEMENTS(begins) + 2); /* header and what stands behind the last line's end */
    for (size_t i = 0; i < G_N_ELEMENTS(begins); i++) {
        const Finding *finding = input->findings->pdata[i];
        g_autofree char *sentence = catalogue_sentence(input->catalogue, finding),
                        *remedy = catalogue_remedy(input->catalogue, finding);
        g_autofree char *wanted = g_strconcat(begins[i], sentence, ",", remedy, NULL);
        assert_string_equal(lines[i + 1], wanted);
    }
}

/* What SPEC 9 says of each table's columns, letter by letter. */
static void test_headers(void **state)
{
    static const char *const headers[TABLE_COUNT] = {
        [TABLE_COLLECTIVES] =
            "组别,名次,单位编号,单位,总分,案卷质量得分,案件数量得分,罚款金额得分,重大案件得分,案卷平均分,报送案卷数,查处案件数,罚款金额（元）,重大案件数,"
            "基准比例,案件数基准值,罚款金额基准值,重大案件基准值,资格,一票否决,奖项,推荐,状态,上报信息篇数,采用篇数",
        [TABLE_INDIVIDUALS] =
            "组别,名次,姓名,单位编号,单位,总分,案件数量得分,案卷质量得分,调查情况得分,个人事迹得分,加权案件数,资格,奖项,推荐,状态",
        [TABLE_LEGAL] = "名次,姓名,单位编号,单位,得分,资格,奖项,推荐,状态",
        [TABLE_CASEFILES] =
            "单位编号,单位,案卷,位次,类型,文号,当事人,信用代码,法定代表人,罚款金额（元）,决定日期,专家平均分",
        [TABLE_COUNTED] = "单位编号,单位,文书文号,案件编号,案件类型,文书日期,罚款金额（元）,计入,原因,证据",
        [TABLE_BASELINE] =
            "单位编号,单位,重点企业数,全市重点企业数,基准比例,指标,全市总数,基准值,实际值,实际与基准之比,得分",
        [TABLE_FINDINGS] = "代码,级别,单位编号,案卷,文件,位置,说明,补正要求",
        [TABLE_CHANGES] = "单位编号,单位,姓名,项目,原值,现值,原因"};
    ReportInput *input = *state;
    Scores *scores = input->scores;
    GPtrArray *const lists[] = {scores->units,   scores->people,    scores->legals, scores->casefiles,
                                scores->counted, scores->baselines, scores->changes};
    const RecordType *const types[] = {&score_unit_type,  &score_person_type,  &score_legal_type,
                                       &score_case_type,  &score_counted_type, &score_baseline_type,
                                       &score_change_type};
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        record_list_clear(lists[i], types[i]);
    for (int id = 0; id < TABLE_COUNT;
         id++) { /* findings are merged by report_input_finish(), which has not been called */
        g_autofree char *csv = csv_of(input, id);
        g_autofree char *wanted = g_strconcat("\xEF\xBB\xBF", headers[id], "\r\n", NULL);
        assert_string_equal(csv, wanted);
    }
}

static ScoreCase *first_case(ReportInput *input)
{
    return input->scores->casefiles->pdata[0];
}

static void give_party(ReportInput *input, const char *party)
{
    g_free(first_case(input)->party);
    first_case(input)->party = g_strdup(party);
}

static void assert_holds(const ReportInput *input, ReportTableId id, const char *part)
{
    g_autofree char *csv = csv_of(input, id);
    if (!strstr(csv, part))
        fail_msg("'%s' is not in %s", part, csv);
}

static void test_hostile_cells(void **state)
{
    static const struct {
        const char *party, *cell;
    } cases[] = {{"=1+1", ",'=1+1,"},
                 {"+甲", ",'+甲,"},
                 {"-甲", ",'-甲,"},
                 {"@甲", ",'@甲,"},
                 {"\t甲", ",\"'\t甲\","},
                 {"\r甲", ",\"'\r甲\","},
                 {"甲=1", ",甲=1,"},
                 {"'甲", ",'甲,"},
                 {"甲,\"乙\"", ",\"甲,\"\"乙\"\"\","},
                 {"甲\n乙", ",\"甲\n乙\","},
                 {"<script>甲</script>", ",<script>甲</script>,"},
                 {"甲\xE2\x80\xAEtxt", ",甲\\u{202e}txt,"},
                 {"甲\x07", ",甲\\u{7},"}};
    ReportInput *input = *state;
    assert_true(report_input_finish(input, NULL));
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        give_party(input, cases[i].party);
        assert_holds(input, TABLE_CASEFILES, cases[i].cell);
    }
}

static void test_open_and_sealed(void **state)
{
    ReportInput *input = *state;
    assert_true(report_input_finish(input, NULL));
    ScoreUnit *unit = input->scores->units->pdata[1];
    unit->award_state = unit->recommend_state = GIVEN_OPEN;
    unit->review = REVIEW_SEALED;
    g_ptr_array_add(unit->vetoes, g_strdup("upheld"));
    assert_holds(input, TABLE_COLLECTIVES, ",符合条件,认定,待定,待定,已审定,6,2\r\n");
}

static void test_rows_stand_by_unit(void **state)
{
    ReportInput *input = *state;
    assert_true(report_input_finish(input, NULL));
    GPtrArray *list = input->scores->casefiles;
    gpointer last = g_ptr_array_steal_index(list, list->len - 1); /* of YB, which stands behind SL */
    g_ptr_array_insert(list, 0, last);
    g_autofree char *csv = csv_of(input, TABLE_CASEFILES);
    assert_true(strstr(csv, "04 移送拘留") < strstr(csv, "样板养殖场"));
    assert_true(strstr(csv, "01 示例化工") < strstr(csv, "02 样例造纸")); /* the order within a unit stays */
}

static void test_empty_amounts(void **state)
{
    ReportInput *input = *state;
    assert_true(report_input_finish(input, NULL));
    first_case(input)->fine_yuan.set = false;
    assert_holds(input, TABLE_CASEFILES, ",甲某,,2016-10-08,88.0000\r\n"); /* a file may have no fine */
    assert_holds(input, TABLE_COUNTED,
                 "示环移〔2016〕1号,2016-001,移送行政拘留,2016-10-20,0.00,是,,\r\n"); /* a row's is then 0 */
}

static void test_english_changes_sentences_only(void **state)
{
    ReportInput *input = *state;
    assert_true(report_input_finish(input, NULL));
    g_autofree char *chinese = csv_of(input, TABLE_COLLECTIVES);
    lang_set(LANG_EN);
    g_autofree char *english = csv_of(input, TABLE_COLLECTIVES);
    assert_string_equal(english, chinese);
    assert_holds(input, TABLE_FINDINGS, "代码,级别,单位编号");
    assert_holds(input, TABLE_FINDINGS, "PKG-007,info,SL,,,,1 system");
    lang_set(LANG_ZH);
}

/* ---- input ---- */

static void test_findings_of_all_sources_get_their_unit(void **state)
{
    ReportInput *input = *state;
    assert_true(report_input_finish(input, NULL));
    unsigned of_unit = 0;
    for (guint i = 0; i < input->findings->len; i++)
        of_unit += g_strcmp0(((Finding *)input->findings->pdata[i])->unit, "SL") == 0;
    assert_int_equal(of_unit, 7); /* six of findings.xml, one of the intake */
    assert_int_equal(input->findings->len, 6 + 3 + 3 + 1);
}

static void test_units_are_all_there(void **state)
{
    ReportInput *input = *state;
    assert_true(report_input_finish(input, NULL));
    assert_int_equal(input->units->len, 5); /* four scored, and one that only nominates */
    assert_string_equal(((ReportUnit *)input->units->pdata[4])->id, "SJ");
    assert_null(report_unit(input, "XX"));
    assert_string_equal(report_unit_name(input, "XX"), "XX");
    assert_non_null(report_unit(input, "SL")->members);
}

static void test_records_that_do_not_fit(void **state)
{
    ReportInput *input = *state;
    g_autoptr(GError) twice = NULL, wrong = NULL, split = NULL;
    assert_false(report_input_add(input, "pipeline/schema/example-unit.xml", &twice));
    assert_non_null(strstr(twice->message, "example-unit.xml"));
    assert_false(report_input_add(input, "pipeline/schema/example-manifest.xml", &wrong));
    assert_non_null(strstr(wrong->message, "example-manifest.xml"));
    g_autofree char *folder = g_build_filename(g_get_tmp_dir(), "other", NULL),
                    *path = g_build_filename(folder, "findings.xml", NULL);
    g_autofree char *data = NULL;
    gsize size;
    assert_true(g_file_get_contents("pipeline/schema/example-findings.xml", &data, &size, NULL));
    assert_true(file_make_folder(folder, NULL) && file_write_whole(path, data, size, NULL));
    assert_true(report_input_add(input, path, NULL));
    assert_false(report_input_finish(input, &split)); /* records of SL in two folders */
    assert_non_null(strstr(split->message, folder));
    assert_true(file_remove_tree(folder, NULL));
}

static void test_words(void **state)
{
    (void)state;
    g_autofree char *position = words_position(WORDS_TABLE, KIND_DAILY, 1),
                    *none = words_position(WORDS_TABLE, KIND_NONE, 0);
    g_autofree char *origins = change_origins("own other table rules program", true);
    assert_string_equal(position, "按日计罚-1");
    assert_null(none);
    assert_string_equal(origins, "本单位材料、其他单位、基础数据表、规则、软件版本");
    assert_string_equal(words_indicator("cases"), "查处案件数");
    assert_string_equal(words_indicator("fines"), "罚款金额");
    assert_string_equal(words_indicator("major"), "重大案件数");
    assert_string_equal(words_review(WORDS_TABLE, REVIEW_INCOMPLETE), "评审未完");
    assert_string_equal(words_eligibility(WORDS_TABLE, "not-handed-in"), "未报送");
    assert_null(words_eligibility(WORDS_TABLE, NULL));
    assert_string_equal(words_recommend(WORDS_TABLE, GIVEN_YES), "推荐省厅");
    assert_null(words_recommend(WORDS_TABLE, GIVEN_NO));
}

static void test_money(void **state)
{
    (void)state;
    static const char *const cases[][2] = {{"0.00", "0.00"},           {"999.00", "999.00"},
                                           {"1000", "1,000"},          {"123456.7800", "123,456.7800"},
                                           {"1234567", "1,234,567"},   {"-1234.50", "-1,234.50"},
                                           {"3940/3153", "3940/3153"}, {"", ""},
                                           {"待核", "待核"}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *shown = words_money(cases[i][0]);
        assert_string_equal(shown, cases[i][1]);
    }
    assert_null(words_money(NULL));
}

#define WITH_EXAMPLES(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {WITH_EXAMPLES(test_goldens),
                                       WITH_EXAMPLES(test_findings),
                                       WITH_EXAMPLES(test_headers),
                                       WITH_EXAMPLES(test_hostile_cells),
                                       WITH_EXAMPLES(test_open_and_sealed),
                                       WITH_EXAMPLES(test_rows_stand_by_unit),
                                       WITH_EXAMPLES(test_empty_amounts),
                                       WITH_EXAMPLES(test_english_changes_sentences_only),
                                       WITH_EXAMPLES(test_findings_of_all_sources_get_their_unit),
                                       WITH_EXAMPLES(test_units_are_all_there),
                                       WITH_EXAMPLES(test_records_that_do_not_fit),
                                       WITH_EXAMPLES(test_words),
                                       cmocka_unit_test(test_money)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
