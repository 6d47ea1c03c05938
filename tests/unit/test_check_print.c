/* What `anjuan check` prints for people: the whole of it in both languages, widths, colours, order, points at
 * stake. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "check_print.h"
#include "checklab.h"
#include "lang.h"
#include "rec_intake.h"
#include "rec_scores.h"
#include "stakes.h"
#include "text.h"

static CheckLab *lab;
static char *written;

static int set_up(void **state G_GNUC_UNUSED)
{
    lab = checklab_new();
    return 0;
}

static int tear_down(void **state G_GNUC_UNUSED)
{
    lang_set(LANG_ZH);
    checklab_free(lab);
    free(written);
    written = NULL;
    return 0;
}

static const char *print_with(const Layout *layout)
{
    size_t size;
    free(written);
    FILE *stream = open_memstream(&written, &size);
    check_print(stream, layout, &lab->report);
    fclose(stream);
    return written;
}

static const char *print_text(void)
{
    const Layout layout = {.columns = 80};
    return print_with(&layout);
}

/* Fails unless PIECES stand in TEXT in this order. */
static void expect_in_order(const char *text, const char *const *pieces)
{
    for (; *pieces; pieces++) {
        const char *found = strstr(text, *pieces);
        if (!found)
            print_error("'%s' is not in:\n%s\n", *pieces, text);
        assert_non_null(found);
        text = found + strlen(*pieces);
    }
}

static void test_whole_output(void **state G_GNUC_UNUSED)
{
    checklab_add_findings(lab);
    checklab_expect("print-zh.txt", print_text());
    lang_set(LANG_EN);
    checklab_expect("print-en.txt", print_text());
}

/* No line is wider than the window, whatever the window and the language. */
static void test_widths(void **state G_GNUC_UNUSED)
{
    checklab_add_findings(lab);
    for (int language = LANG_ZH; language <= LANG_EN; language++)
        for (size_t columns = 40; columns <= 120; columns += 4) {
            const Layout layout = {.columns = columns};
            lang_set((Lang)language);
            g_auto(GStrv) lines = g_strsplit(print_with(&layout), "\n", -1);
            for (char **line = lines; *line; line++)
                if (text_width(*line) > columns)
                    fail_msg("%zu columns: %s", columns, *line);
        }
}

static void test_colours(void **state G_GNUC_UNUSED)
{
    const Layout plain = {.columns = 80}, coloured = {.columns = 80, .colour = true};
    checklab_add_findings(lab);
    assert_null(strchr(print_with(&plain), '\033'));
    g_autofree char *without = g_strdup(written);
    g_autoptr(GRegex) codes = g_regex_new("\033\\[[0-9]*m", 0, 0, NULL);
    g_autofree char *stripped = g_regex_replace_literal(codes, print_with(&coloured), -1, 0, "", 0, NULL);
    assert_non_null(strstr(written, "\033[31m"));
    assert_string_equal(stripped, without); /* colour never carries what the words do not say */
}

static void test_verdict(void **state G_GNUC_UNUSED)
{
    assert_true(g_str_has_prefix(print_text(),
                                 "沅陵县环境保护局：可以报送（退回0项，须补正0项，请核实0项，提示0项）\n"));
    checklab_add(lab, "PKG-007", NULL, NULL, NULL);
    assert_non_null(strstr(print_text(), "可以报送"));
    checklab_add(lab, "SUB-001", NULL, NULL, NULL);
    assert_non_null(strstr(print_text(), "可以报送，请先核实（退回0项，须补正0项，请核实1项，提示1项）"));
    checklab_add(lab, "LAW-012", NULL, NULL, NULL);
    assert_non_null(strstr(print_text(), "可以报送，可能失分（退回0项，须补正0项，请核实2项，提示1项）"));
    assert_non_null(strstr(written, "结论：可以报送，可能失分。没有须补正的问题，“请核实”的有2项，其中1项不核实"));
    Finding *error = checklab_add(lab, "PKG-003", NULL, NULL, NULL);
    assert_non_null(strstr(print_text(), "须补正后报送（退回0项，须补正1项"));
    assert_non_null(strstr(written, "结论：须补正后报送。请按“补正”"));
    finding_param(error, "noted", "说明.docx");
    assert_non_null(strstr(print_text(), "结论：须补正后报送。须补正的卷内都已附说明或者更正文书"));
    checklab_add(lab, "DOC-002", NULL, NULL, NULL);
    assert_non_null(strstr(print_text(), "结论：须补正后报送。卷内已附说明或者更正文书的，所说属实即可照此报送"));
    checklab_add(lab, "PKG-003", NULL, NULL, NULL)->level = LEVEL_FATAL;
    assert_non_null(strstr(print_text(), "不能受理（退回1项，须补正2项"));
}

static void test_packages_judged_together(void **state G_GNUC_UNUSED)
{
    assert_null(strstr(print_text(), "一并检查"));
    IntakePackage *package = record_add(lab->packages, &intake_package_type);
    package->name = g_strdup("沅陵县(更正).zip");
    assert_non_null(strstr(print_text(), "\n一并检查的材料包（按收到先后）：沅陵县.zip、沅陵县(更正).zip\n"));
}

static void test_nothing_read(void **state G_GNUC_UNUSED)
{
    lab->unit->state = UNIT_UNREADABLE;
    assert_null(strstr(print_text(), "行政处罚-1"));
    lab->report.unit = NULL;
    assert_null(strstr(print_text(), "案卷质量"));
}

static void test_hostile_names_are_escaped(void **state G_GNUC_UNUSED)
{
    UnitCase *file = lab->unit->casefiles->pdata[0];
    g_free(file->party);
    file->party = g_strdup("\u202e甲公司");
    checklab_add(lab, "PKG-003", "甲\033[2J", "a\u202excod.docx", NULL);
    const char *text = print_text();
    assert_null(strchr(text, '\033'));
    assert_null(strstr(text, "\u202e"));
    assert_non_null(strstr(text, "甲\\u{1b}[2J"));
    assert_non_null(strstr(text, "a\\u{202e}xcod.docx"));
}

/* By worst level, then by what that can cost; equal ones by name. */
static void test_most_costly_group_first(void **state G_GNUC_UNUSED)
{
    static const char *const wanted[] = {"整个材料包",    "SET-008", "案卷 乙2", "PKG-003",
                                         "案卷 乙10",     "案卷 丙", "EXT-001",  "LAW-012",
                                         "候选人 向例同", "案卷 甲", "LAW-012",  NULL};
    checklab_add(lab, "LAW-012", "甲", NULL, NULL);
    checklab_add(lab, "CND-001", NULL, "先进个人/向例同", NULL);
    checklab_add(lab, "LAW-012", "丙", NULL, NULL);
    checklab_add(lab, "EXT-001", "丙", NULL, NULL)->level = LEVEL_ERROR;
    checklab_add(lab, "PKG-003", "乙10", "a", NULL);
    checklab_add(lab, "PKG-003", "乙10", "b", NULL);
    checklab_add(lab, "PKG-003", "乙2", "a", NULL);
    checklab_add(lab, "PKG-003", "乙2", "b", NULL);
    checklab_add(lab, "PKG-003", "乙2", "c", NULL);
    checklab_add(lab, "SET-008", NULL, NULL, NULL);
    expect_in_order(print_text(), wanted);
}

/* Fifty points go before what else is to be seen to. */
static void test_most_costly_warning_first(void **state G_GNUC_UNUSED)
{
    static const char *const wanted[] = {"候选人 向例同", "CND-007", "分数：案卷质量30分", "CND-001", NULL};
    checklab_add(lab, "CND-001", NULL, "先进个人/向例同", NULL)->level = LEVEL_WARNING;
    finding_param(checklab_add(lab, "CND-007", NULL, "先进个人/向例同", NULL), "missing", "penalty-file");
    expect_in_order(print_text(), wanted);
}

/* A number that the table and another paper give otherwise: told once, with what it brings about; FILE is the one compared with
 * the table. */
static void add_wrong_number(const char *file, const char *likely)
{
    Finding *number = checklab_add(lab, "EXT-002", "甲", "案卷/甲/决定书.docx", "P3");
    finding_param(number, "field", "doc-number");
    finding_param(number, "value", "沅环罚字〔2016〕38号");
    finding_param(number, "other-value", "沅环罚字〔2016〕31号");
    for (int i = 0; i < 2; i++) {
        Finding *row = checklab_add(lab, "REF-002", "甲", file, i ? "P24" : "P4");
        finding_param(row, "value", i ? "2016-09-28" : "甲厂");
        finding_param(row, "table-value", i ? "2016-11-15" : "乙厂");
        if (likely)
            finding_param(row, "likely", likely);
    }
}

static void test_one_wrong_number_is_told_once(void **state G_GNUC_UNUSED)
{
    add_wrong_number("案卷/甲/决定书.docx", "沅环罚字[2016]31号");
    assert_null(strstr(print_text(), "乙厂"));
    add_wrong_number("案卷/甲/决定书.docx", NULL); /* no row fits */
    assert_non_null(strstr(print_text(), "乙厂"));
}
static void test_another_difference_is_not_left_out(void **state G_GNUC_UNUSED)
{
    add_wrong_number("案卷/甲/另一份.docx", "沅环罚字〔2016〕31号");
    add_wrong_number("案卷/甲/决定书.docx", "沅环罚字〔2016〕32号");
    const char *text = print_text();
    assert_non_null(strstr(text, "乙厂"));
    assert_null(strstr(text, "随之消失"));
}
static void test_what_goes_with_a_number_is_counted(void **state G_GNUC_UNUSED)
{
    static const char *const wanted[] = {"EXT-002", "相符的也是沅环罚字〔2016〕31号", "2项（REF-002）", NULL};
    add_wrong_number("案卷/甲/决定书.docx", "沅环罚字〔2016〕31号");
    const Layout wide = {.columns = 400};
    expect_in_order(print_with(&wide), wanted);
}

/* ---- points ---- */

static char *stake_of(Finding *finding)
{
    g_autoptr(Stakes) stakes = stakes_new(&lab->report);
    return stakes_of(stakes, finding);
}

static void expect_stake(Finding *finding, const char *wanted)
{
    g_autofree char *found = stake_of(finding);
    if (wanted)
        assert_string_equal(found, wanted);
    else
        assert_null(found);
}

static void test_points_of_a_slot(void **state G_GNUC_UNUSED)
{
    expect_stake(checklab_add(lab, "SET-001", NULL, NULL, NULL), "该位置计0分，案卷质量少60×1/7≈8.57分");
    expect_stake(checklab_add(lab, "SET-006", "行政处罚案卷2", NULL, NULL),
                 "该位置计0分，案卷质量少60×1/7≈8.57分");
    expect_stake(checklab_add(lab, "SET-006", "先进个人/向例同/案卷/甲", NULL, NULL),
                 NULL);                                                            /* fills no slot */
    expect_stake(checklab_add(lab, "PKG-003", "行政处罚案卷1", NULL, NULL), NULL); /* experts decide */
    Finding *number = checklab_add(lab, "EXT-001", "行政处罚案卷1", NULL, NULL),
            *date = checklab_add(lab, "EXT-001", "行政处罚案卷1", NULL, NULL);
    finding_param(number, "field", "doc-number");
    finding_param(date, "field", "decision-date");
    UnitCase *file = lab->unit->casefiles->pdata[0];
    file->date = DAY_NONE;
    file->in_window = false;
    expect_stake(number, NULL);
    expect_stake(date, "该位置计0分，案卷质量少60×1/7≈8.57分");
    Finding *no_day = checklab_add(lab, "EXT-003", "行政处罚案卷1", NULL, NULL),
            *code = checklab_add(lab, "EXT-003", "行政处罚案卷1", NULL, NULL);
    finding_param(no_day, "field", "decision-date");
    finding_param(code, "field", "credit-code");
    expect_stake(no_day, "该位置计0分，案卷质量少60×1/7≈8.57分");
    expect_stake(code, NULL);
    g_free(file->file);
    file->file = g_strdup("案卷/行政处罚案卷1/决定书.docx");
    expect_stake(checklab_add(lab, "DOC-002", "行政处罚案卷1", "案卷/行政处罚案卷1/决定书.docx", NULL),
                 "该位置计0分，案卷质量少60×1/7≈8.57分");
    expect_stake(checklab_add(lab, "DOC-002", "行政处罚案卷1", "案卷/行政处罚案卷1/立案.docx", NULL), NULL);
}

static Finding *differs(const char *casefile, const char *variant, const char *value, const char *table)
{
    Finding *finding = checklab_add(lab, "REF-002", casefile, NULL, NULL);
    finding->variant = g_strdup(variant);
    finding_param(finding, "value", value);
    finding_param(finding, "table-value", table);
    return finding;
}

/* Only what the value that differs can move (SPEC 8.4). */
static void test_points_of_a_difference(void **state G_GNUC_UNUSED)
{
    static const char penalty[] = "行政处罚案卷1", daily[] = "按日连续处罚案卷";
    static const char fines[] = "涉及罚款金额10分，折合多少取决于全市总数", none[] = "不影响数量得分";
    expect_stake(differs(penalty, NULL, "48000.00", "50000.00"), fines);
    expect_stake(differs(penalty, "date", "2016-09-28", "2016-09-29"), none);
    expect_stake(differs(penalty, "date", "2016-09-28", "2016-08-28"),
                 "涉及查处案件数15分、罚款金额10分，折合多少取决于全市总数");
    expect_stake(differs(daily, "date", "2016-12-01", "2016-11-28"),
                 "涉及查处案件数15分、罚款金额10分、重大案件数15分，折合多少取决于全市总数");
    expect_stake(differs(penalty, "party", "甲公司", "乙公司"), none);
    expect_stake(differs(penalty, "kind", "penalty", "daily"), "涉及重大案件数15分，折合多少取决于全市总数");
    expect_stake(differs(penalty, "kind", "penalty", "enforcement"),
                 "涉及查处案件数15分、罚款金额10分，折合多少取决于全市总数");
    expect_stake(differs(daily, "kind", "daily", "detention"), none);
    ((UnitCase *)lab->unit->casefiles->pdata[0])->kind = KIND_ENFORCEMENT;
    expect_stake(differs(penalty, NULL, "48000.00", "50000.00"), none);
}

/* An old document under a new name is told once; another file under a wrong name is told as before. */
static void test_an_old_document_is_told_once(void **state G_GNUC_UNUSED)
{
    checklab_add(lab, "DOC-002", "行政处罚案卷1", "案卷/行政处罚案卷1/a.docx", NULL);
    checklab_add(lab, "DOC-004", "行政处罚案卷1", "案卷/行政处罚案卷1/a.docx", NULL);
    assert_non_null(strstr(print_text(), "DOC-002"));
    assert_null(strstr(print_text(), "DOC-004"));
    assert_non_null(strstr(print_text(), "须补正1项，请核实0项"));
    checklab_add(lab, "DOC-004", "行政处罚案卷1", "案卷/行政处罚案卷1/b.docx", NULL);
    assert_non_null(strstr(print_text(), "DOC-004"));
}

/* What is said of a case file and of a candidate's copy is one item at two places. */
static void test_a_copy_is_one_more_place(void **state G_GNUC_UNUSED)
{
    static const char *const wanted[] = {"位置（2处）", "案卷/行政处罚案卷1\n", "先进个人/向例同/案卷/行政处罚案卷1\n", NULL};
    static const char copy[] = "先进个人/向例同/案卷/行政处罚案卷1";
    UnitCandidate *person = lab->unit->candidates->pdata[0];
    UnitCase *first = lab->unit->casefiles->pdata[0], *own = record_add(person->casefiles, &unit_case_type);
    own->name = g_strdup(copy);
    g_free(first->key);
    first->key = g_strdup("沅环||罚|2016|31");
    own->key = g_strdup(first->key);
    finding_param(checklab_add(lab, "SET-004", "行政处罚案卷1", NULL, NULL), "missing", "penalty-notice");
    finding_param(checklab_add(lab, "SET-004", copy, NULL, NULL), "missing", "penalty-notice");
    expect_in_order(print_text(), wanted);
    assert_non_null(strstr(print_text(), "须补正1项"));
}

/* Under the name of a candidate, what is said of a case file as a whole has that as its place; under its own name it needs none. */
static void test_a_case_file_of_a_candidate_is_named(void **state G_GNUC_UNUSED)
{
    checklab_add(lab, "SET-004", "行政处罚案卷1", NULL, NULL);
    assert_null(strstr(print_text(), "位置："));
    checklab_add(lab, "SET-004", "先进个人/向例同/案卷", NULL, NULL);
    assert_non_null(strstr(print_text(), "位置：先进个人/向例同/案卷\n"));
}

/* The figures follow the season file, and nothing is rounded twice. */
static void test_points_follow_the_rules(void **state G_GNUC_UNUSED)
{
    lab->season->collective->quality->max = decimal_from_int(70);
    expect_stake(checklab_add(lab, "SET-001", NULL, NULL, NULL), "该位置计0分，案卷质量少70×1/7=10.00分");
    lab->season->collective->quality->max = decimal_from_int(50);
    lab->season->collective->decimals = 1;
    expect_stake(checklab_add(lab, "SET-001", NULL, NULL, NULL), "该位置计0分，案卷质量少50×1/7≈7.1分");
    ((SeasonSlot *)lab->season->case_files->slots->pdata[0])->count = 4;
    expect_stake(checklab_add(lab, "SET-001", NULL, NULL, NULL),
                 "该位置计0分，案卷质量少50×1/8≈6.3分"); /* half up */
}

static void test_points_of_people(void **state G_GNUC_UNUSED)
{
    Finding *claim = checklab_add(lab, "CND-005", NULL, "先进个人/向例同/案件清单.docx", "L2");
    finding_param(claim, "name", "向例同");
    finding_param(claim, "number", "沅环罚字〔2016〕9号");
    expect_stake(checklab_add(lab, "CND-001", NULL, "先进个人/向例同", NULL),
                 "移出候选名单，个人得分（满分100分）全部失去");
    Finding *both = checklab_add(lab, "CND-007", NULL, "先进个人/向例同", NULL),
            *statement = checklab_add(lab, "CND-007", NULL, "先进个人/向例同", NULL);
    finding_param(both, "missing", "penalty-file statement");
    finding_param(statement, "missing", "statement");
    expect_stake(both, "案卷质量30分、调查情况20分可能失去，由专家评定");
    expect_stake(statement, "调查情况20分可能失去，由专家评定");
    expect_stake(claim, "加权案件数少4；案件数量满分20分，折合多少取决于本组最高者"); /* daily 2, lead 2 */
    lab->season->individual->quantity->combine = COMBINE_MAX;
    expect_stake(claim, "加权案件数少2；案件数量满分20分，折合多少取决于本组最高者");
    claim->place[1] = '3'; /* another row */
    expect_stake(claim, NULL);
}

static const StakeLine *summary_line(const GPtrArray *lines, const char *label)
{
    for (guint i = 0; i < lines->len; i++)
        if (strcmp(((const StakeLine *)lines->pdata[i])->label, label) == 0)
            return lines->pdata[i];
    return NULL;
}

static void test_summary(void **state G_GNUC_UNUSED)
{
    g_autoptr(Stakes) stakes = stakes_new(&lab->report);
    g_autoptr(GPtrArray) lines = stakes_summary(stakes);
    assert_string_equal(summary_line(lines, "案卷质量")->text,
                        "满分60分，7个位置中5个计0分，少60×5/7≈42.86分，最多还能得17.14分，由专家评定");
    assert_string_equal(summary_line(lines, "评奖资格")->text,
                        "报送案卷数2份，少于3份，没有评奖资格（先进集体、优胜集体）");
    assert_non_null(strstr(summary_line(lines, "案件数量")->text, "取决于全市总数，本次检查无从得知"));
    assert_null(summary_line(lines, "先进个人"));
    lab->season->case_files->minimum = 2;
    g_autoptr(GPtrArray) enough = stakes_summary(stakes);
    assert_null(summary_line(enough, "评奖资格"));
}

/* With a season: the points that the last run's totals give; where the group has none, none are spoken of. */
static void test_summary_with_a_season(void **state G_GNUC_UNUSED)
{
    char id[] = "YL", county[] = "county", city_group[] = "city";
    UnitRow row = {.id = id, .name = id, .group = county};
    Scores *scores = record_new(&scores_type);
    ScoreBaseline *other = record_add(scores->baselines, &score_baseline_type),
                  *line = record_add(scores->baselines, &score_baseline_type);
    *other = (ScoreBaseline){.unit = g_strdup("XX"),
                             .indicator = g_strdup("cases"),
                             .actual = g_strdup("1"),
                             .base = g_strdup("2"),
                             .points = g_strdup("3")};
    *line = (ScoreBaseline){.unit = g_strdup("YL"),
                            .indicator = g_strdup("cases"),
                            .actual = g_strdup("8"),
                            .base = g_strdup("10.7200"),
                            .points = g_strdup("3.69")};
    lab->report.row = &row;
    lab->report.forecast = scores;
    g_autoptr(Stakes) stakes = stakes_new(&lab->report);
    g_autoptr(GPtrArray) lines = stakes_summary(stakes);
    assert_string_equal(summary_line(lines, "查处案件数")->text,
                        "满分15分，实际值8，基准值10.72，按最近一次运行的全市情况得3.69分");
    assert_null(summary_line(lines, "案件数量"));
    row.group = city_group;
    g_autoptr(Stakes) city = stakes_new(&lab->report);
    g_autoptr(GPtrArray) without = stakes_summary(city);
    assert_null(summary_line(without, "查处案件数"));
    assert_null(summary_line(without, "案件数量"));
    record_free(&scores_type, scores);
}

/* Case files in a wrong folder leave slots empty: told once, with the folder; others stay. */
static void test_what_follows_is_folded(void **state G_GNUC_UNUSED)
{
    Finding *slot = checklab_add(lab, "SET-001", NULL, NULL, NULL);
    finding_param(slot, "kind", "penalty");
    finding_param(slot, "elsewhere", "执法案卷/行政处罚案卷1");
    finding_param(checklab_add(lab, "SET-001", NULL, NULL, NULL), "kind", "crime");
    finding_param(checklab_add(lab, "SET-001", NULL, NULL, NULL), "kind", "penalty"); /* one folder fills one slot */
    Finding *few = checklab_add(lab, "SET-008", NULL, NULL, NULL);
    finding_param(few, "count", "2");
    finding_param(few, "minimum", "3");
    assert_non_null(strstr(print_text(), "SET-008 ")); /* nothing to fold it into */
    Finding *folder = checklab_add(lab, "PKG-017", NULL, NULL, NULL);
    findings_sort(lab->findings);
    const char *text = print_text();
    assert_null(strstr(text, "SET-008 报送"));
    const char *penalty = strstr(text, "SET-001 缺少应交案卷：行政处罚");
    assert_true(penalty && !strstr(penalty + 1, "SET-001 缺少应交案卷：行政处罚"));
    assert_non_null(strstr(text, "SET-001 缺少应交案卷：涉嫌犯罪移送"));
    assert_non_null(strstr(text, "由此引起的2项"));
    folder->variant = g_strdup("people"); /* of candidates: no case file is moved */
    text = print_text();
    assert_non_null(strstr(text, "SET-008 报送"));
    g_free(folder->variant);
    folder->variant = NULL;
    Finding *wrapped = checklab_add(lab, "SET-001", NULL, NULL, NULL);
    finding_param(wrapped, "kind", "daily");
    wrapped->variant = g_strdup("wrapped"); /* the folder that PKG-017 names holds the very case file */
    assert_non_null(strstr(print_text(), "由此引起的3项"));
    g_free(wrapped->variant);
    wrapped->variant = NULL;
    assert_non_null(strstr(print_text(), "由此引起的2项"));
    g_free(few->params->len ? ((Param *)few->params->pdata[0])->value : NULL);
    ((Param *)few->params->pdata[0])->value = g_strdup("1");
    assert_non_null(strstr(print_text(), "SET-008 报送")); /* one more is not enough */
}

/* A folder level too many in one folder leaves the rest of the package as it is; one over the whole may cost all. */
static void test_one_folder_does_not_stake_the_package(void **state G_GNUC_UNUSED)
{
    static const char *const variants[] = {"grouped", "people"};
    Finding *folder = checklab_add(lab, "PKG-017", NULL, NULL, NULL);
    assert_int_equal(folder->level, LEVEL_ERROR);
    assert_non_null(strstr(print_text(), "最多失去全部"));
    for (size_t i = 0; i < G_N_ELEMENTS(variants); i++) {
        g_free(folder->variant);
        folder->variant = g_strdup(variants[i]);
        const char *text = print_text();
        assert_non_null(strstr(text, "PKG-017"));
        assert_null(strstr(text, "最多失去全部"));
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_whole_output),
        TEST(test_widths),
        TEST(test_one_folder_does_not_stake_the_package),
        TEST(test_colours),
        TEST(test_verdict),
        TEST(test_packages_judged_together),
        TEST(test_nothing_read),
        TEST(test_hostile_names_are_escaped),
        TEST(test_most_costly_group_first),
        TEST(test_most_costly_warning_first),
        TEST(test_one_wrong_number_is_told_once),
        TEST(test_another_difference_is_not_left_out),
        TEST(test_what_goes_with_a_number_is_counted),
        TEST(test_points_of_a_slot),
        TEST(test_points_of_a_difference),
        TEST(test_an_old_document_is_told_once),
        TEST(test_a_copy_is_one_more_place),
        TEST(test_a_case_file_of_a_candidate_is_named),
        TEST(test_points_follow_the_rules),
        TEST(test_points_of_people),
        TEST(test_summary),
        TEST(test_what_follows_is_folded),
        TEST(test_summary_with_a_season),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
