/* The commands around a run: init, status, explain, extract, verify, withdraw. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib.h>
#include <glib/gstdio.h>

#include "fileio.h"
#include "seasonlab.h"

static char *run_season; /* one season, run once, for the commands that only read */

static int make_season(void **state)
{
    (void)state;
    run_season = lab_season("commands");
    lab_season_run(run_season, 0, NULL);
    return 0;
}

static int free_season(void **state)
{
    (void)state;
    g_free(run_season);
    return 0;
}

static void init_makes_a_season_and_never_overwrites(void **state)
{
    (void)state;
    g_autofree char *season = g_build_filename(g_get_tmp_dir(), "fresh", NULL);
    LabResult first = lab_run("anjuan", "init", season, NULL);
    assert_int_equal(first.status, 0);
    static const char *const files[] = {"season.xml",
                                        "报送模板/材料报送说明.txt",
                                        "reference/units.csv",
                                        "reference/enterprises.csv",
                                        "reference/cases.csv",
                                        "reference/reviews.csv",
                                        "reference/candidate_reviews.csv",
                                        "reference/legal_reviews.csv",
                                        "reference/air.csv",
                                        "reference/water.csv",
                                        "reference/rulings.csv",
                                        "reference/receipts.csv",
                                        "reference/bulletins.csv"};
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autofree char *text = lab_read(season, files[i]);
        assert_true(strlen(text) > 10);
    }
    LabResult again = lab_run("anjuan", "init", season, NULL);
    assert_int_equal(again.status, 2);
    lab_result_clear(&first);
    lab_result_clear(&again);
}

/* An init that was cut off before the season file is called again; a table that somebody filled in meanwhile
 * stays. */
static void init_goes_on_where_it_was_cut_off(void **state)
{
    (void)state;
    static const char filled[] = "单位编号,单位名称\r\nYL,沅陵县环境保护局\r\n";
    g_autofree char *season = g_build_filename(g_get_tmp_dir(), "cut", NULL);
    g_autofree char *reference = g_build_filename(season, "reference", NULL);
    assert_int_equal(g_mkdir_with_parents(reference, 0700), 0);
    lab_overwrite(season, "reference/units.csv", filled);
    LabResult result = lab_run("anjuan", "init", season, NULL);
    assert_int_equal(result.status, 0);
    g_autofree char *units = lab_read(season, "reference/units.csv"), *rules = lab_read(season, "season.xml");
    g_autofree char *instructions = lab_read(season, "报送模板/材料报送说明.txt");
    assert_string_equal(units, filled);
    assert_null(strstr(instructions, "{window}"));
    lab_result_clear(&result);
}

/* Blanks, Chinese and a dash in front are a name like any other. */
static void a_season_may_have_any_name(void **state)
{
    (void)state;
    g_autofree char *made = lab_season("-赛 季"), *before = g_get_current_dir();
    assert_int_equal(g_chdir(g_get_tmp_dir()), 0);
    LabResult run = lab_run("anjuan", "run", "--quiet", "--", "-赛 季", NULL);
    LabResult explained = lab_run("anjuan", "explain", "--", "-赛 季", "沅陵县", NULL);
    assert_int_equal(g_chdir(before), 0);
    assert_int_equal(run.status, 0);
    assert_int_equal(explained.status, 0);
    lab_result_clear(&run);
    lab_result_clear(&explained);
}

static void status_has_a_line_a_unit(void **state)
{
    (void)state;
    LabResult result = lab_run("anjuan", "status", run_season, NULL);
    assert_int_equal(result.status, 0);
    assert_non_null(strstr(result.out, "沅陵县环境保护局"));
    assert_non_null(strstr(result.out, "未报送"));
    lab_result_clear(&result);
}

/* How often "," LEVEL "," UNIT "," stands in the findings published. */
static int published(const char *findings, const char *level, const char *unit)
{
    g_autofree char *key = g_strdup_printf(",%s,%s,", level, unit);
    g_auto(GStrv) parts = g_strsplit(findings, key, -1);
    return (int)g_strv_length(parts) - 1;
}

/* Nothing can be listed while the first run is at work, which is no reason to ask for one; later ones leave
 * what the last run found. */
static void status_during_a_run(void **state)
{
    (void)state;
    g_autofree char *season = g_build_filename(g_get_tmp_dir(), "busy", NULL);
    LabResult made = lab_run("anjuan", "init", season, NULL);
    int first = open(season, O_RDONLY | O_DIRECTORY), second = open(run_season, O_RDONLY | O_DIRECTORY);
    g_autofree char *before = lab_said(3, "status", season, NULL, NULL, NULL);
    assert_non_null(strstr(before, "还没有运行过"));
    assert_true(flock(first, LOCK_EX | LOCK_NB) == 0 && flock(second, LOCK_EX | LOCK_NB) == 0);
    g_autofree char *during = lab_said(75, "status", season, NULL, NULL, NULL),
                    *later = lab_said(0, "status", run_season, NULL, NULL, NULL);
    assert_non_null(strstr(during, "首次运行"));
    assert_null(strstr(during, "请先运行"));
    assert_non_null(strstr(later, "沅陵县环境保护局"));
    close(first);
    close(second);
    lab_result_clear(&made);
}

/* All findings of the report, whichever stage made them: of tables (洪江市), of receipts, of scoring; and of a unit without records. */
static void status_counts_what_the_report_shows(void **state)
{
    (void)state;
    static const char *const units[][2] = {{"HJ", "洪江市环境保护局"}, {"YL", "沅陵县环境保护局"}};
    g_autofree char *findings = lab_read(run_season, "results/latest/findings.csv");
    LabResult result = lab_run("anjuan", "status", run_season, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
        const char *id = units[i][0], *line = strstr(result.out, units[i][1]);
        g_autofree char *row = g_strndup(line, strcspn(line, "\n"));
        g_autofree char *counts =
            g_strdup_printf("退回%d 须补正%d 请核实%d", published(findings, "fatal", id),
                            published(findings, "error", id), published(findings, "warning", id));
        assert_true(g_str_has_suffix(row, counts));
    }
    assert_true(strstr(findings, "DAT-001,error,HJ,") != NULL); /* else nothing was shown */
    lab_result_clear(&result);
}

/* 74 would say that nothing was published; what only prints has done nothing when that is lost. */
static void output_that_is_lost(void **state)
{
    (void)state;
    g_autofree char *program = lab_program("anjuan"), *latest = lab_latest(run_season);
    g_autofree char *run = g_strdup_printf("%s run '%s' > /dev/full", program, run_season),
                    *explain = g_strdup_printf("%s explain '%s' YL > /dev/full", program, run_season),
                    *plan = g_strdup_printf("%s run --dry-run '%s' > /dev/full", program, run_season);
    const struct {
        const char *line;
        int status;
        bool told;
    } lines[] = {{run, 0, true}, {explain, 74, false}, {plan, 74, false}};
    for (size_t i = 0; i < G_N_ELEMENTS(lines); i++) {
        const char *const argv[] = {"/bin/sh", "-c", lines[i].line, NULL};
        LabResult result = lab_run_array(argv);
        assert_int_equal(result.status, lines[i].status);
        assert_non_null(strstr(result.err, "输出没有写完整"));
        assert_int_equal(strstr(result.err, "结果不受影响，完整地在") && strstr(result.err, latest), lines[i].told);
        lab_result_clear(&result);
    }
}

/* The total of the unit's row in collectives.csv stands in its explanation. */
static void explain_names_the_total(void **state)
{
    (void)state;
    g_autofree char *csv = lab_read(run_season, "results/latest/collectives.csv");
    const char *row = strstr(csv, ",YL,沅陵县环境保护局,");
    assert_non_null(row);
    const char *total = row + strlen(",YL,沅陵县环境保护局,");
    g_autofree char *figure = g_strndup(total, strcspn(total, ","));
    LabResult by_name = lab_run("anjuan", "explain", run_season, "沅陵县", NULL), by_id = lab_run("anjuan", "explain", run_season, "YL", NULL);
    LabResult nobody = lab_run("anjuan", "explain", run_season, "乌有县", NULL), english = lab_run("anjuan", "explain", "--lang", "en", run_season, "YL", NULL);
    assert_int_equal(by_name.status, 0);
    assert_non_null(strstr(by_name.out, figure));
    assert_string_equal(by_name.out, by_id.out);
    assert_non_null(strstr(english.out, figure));
    assert_int_equal(nobody.status, 2);
    lab_result_clear(&by_name);
    lab_result_clear(&by_id);
    lab_result_clear(&nobody);
    lab_result_clear(&english);
}

static void extract_prints_fields_and_text(void **state)
{
    (void)state;
    g_autofree char *file = g_build_filename(run_season, "submissions/沅陵县环境保护局/案卷/行政处罚案卷1/10行政处罚决定书.docx", NULL);
    LabResult csv = lab_run("anjuan", "extract", "--format", "csv", file, NULL), text = lab_run("anjuan", "extract", "--text", file, NULL);
    assert_int_equal(csv.status, 0);
    assert_non_null(strstr(csv.out, "文件,字段,值,状态,原文,位置,规则\r\n"));
    assert_non_null(strstr(csv.out, ",fine-yuan,48000.00,valid,"));
    assert_non_null(strstr(csv.out, ",doc-number,"));
    assert_int_equal(text.status, 0);
    assert_non_null(strstr(text.out, "行政处罚决定书"));
    LabResult printed = lab_run("anjuan", "extract", file, NULL);
    assert_non_null(strstr(printed.out, "48,000.00元"));
    assert_non_null(strstr(printed.out, "》第"));
    lab_result_clear(&csv);
    lab_result_clear(&text);
    lab_result_clear(&printed);
}

/* One file that cannot be used costs only itself; when none can, the status says so (SPEC 1.1). */
static void extract_goes_on_past_what_it_cannot_use(void **state)
{
    (void)state;
    g_autofree char *folder = g_build_filename(run_season, "submissions/沅陵县环境保护局/案卷/行政处罚案卷1", NULL);
    g_autofree char *bad = g_build_filename(g_get_tmp_dir(), "坏.docx", NULL);
    assert_true(g_file_set_contents(bad, "x", 1, NULL));
    LabResult some = lab_run("anjuan", "extract", "--format", "csv", folder, bad, "/no/such.docx", NULL);
    assert_int_equal(some.status, 0);
    assert_non_null(strstr(some.out, "10行政处罚决定书.docx,fine-yuan,48000.00,valid,"));
    assert_non_null(strstr(some.out, "送达回证"));
    assert_non_null(strstr(some.err, "坏.docx"));
    assert_non_null(strstr(some.err, "/no/such.docx"));
    LabResult none = lab_run("anjuan", "extract", bad, "/no/such.docx", NULL);
    assert_int_equal(none.status, 3);
    g_autofree char *nothing = g_build_filename(g_get_tmp_dir(), "nothing", NULL);
    assert_int_equal(g_mkdir(nothing, 0700), 0);
    LabResult empty = lab_run("anjuan", "extract", nothing, NULL);
    assert_int_equal(empty.status, 3);
    g_autofree char *link = g_build_filename(nothing, "决定书.docx", NULL),
                    *lock = g_build_filename(nothing, ".#a.docx", NULL);
    assert_int_equal(symlink(bad, link) | symlink(bad, lock), 0);
    LabResult linked = lab_run("anjuan", "extract", nothing, NULL);
    assert_int_equal(linked.status, 3);
    assert_non_null(strstr(linked.err, "决定书.docx：是链接或特殊文件，没有读取"));
    assert_null(strstr(linked.err, ".#a.docx"));
    LabResult rules = lab_run("anjuan", "extract", "--rules", "/no/such", folder, NULL);
    assert_int_equal(rules.status, 3);
    lab_result_clear(&linked);
    lab_result_clear(&some);
    lab_result_clear(&none);
    lab_result_clear(&empty);
    lab_result_clear(&rules);
}

static char *first_blob(const char *season)
{
    g_autofree char *folder = g_build_filename(season, "store", "sha256", NULL);
    g_autoptr(GPtrArray) names = file_list_below(folder, NULL);
    assert_true(names->len > 0);
    return g_build_filename(folder, names->pdata[0], NULL);
}

static void verify_finds_every_change(void **state)
{
    (void)state;
    g_autofree char *season = lab_season_before_corrections("verified");
    lab_season_run(season, 0, NULL);
    LabResult sound = lab_run("anjuan", "verify", season, NULL);
    assert_int_equal(sound.status, 0);
    lab_result_clear(&sound);

    g_autofree char *ranking = g_build_filename(season, "results/latest/collectives.csv", NULL), *text = lab_read(season, "results/latest/collectives.csv");
    g_autofree char *changed = g_strconcat(text, " ", NULL), *blob = first_blob(season);
    assert_true(g_file_set_contents(ranking, changed, -1, NULL));
    LabResult altered = lab_run("anjuan", "verify", season, NULL);
    assert_int_equal(altered.status, 3);
    assert_non_null(strstr(altered.out, "collectives.csv"));
    lab_result_clear(&altered);

    assert_true(g_file_set_contents(ranking, text, -1, NULL));
    assert_int_equal(chmod(blob, 0644), 0);
    assert_true(g_file_set_contents(blob, "x", -1, NULL));
    LabResult damaged = lab_run("anjuan", "verify", season, NULL);
    assert_int_equal(damaged.status, 3);
    assert_non_null(strstr(damaged.out, strrchr(blob, '/')));
    assert_null(strstr(damaged.out, "collectives.csv"));
    lab_result_clear(&damaged);
}

static void withdrawn_package_stays_out(void **state)
{
    (void)state;
    g_autofree char *season = lab_season("withdrawn");
    lab_season_run(season, 0, NULL);
    LabResult result = lab_run("anjuan", "withdraw", season, "沅陵县", NULL);
    assert_int_equal(result.status, 0);
    lab_result_clear(&result);
    for (int night = 0; night < 2; night++) { /* the package still lies there, on the second night with a trusted signature */
        lab_season_run(season, 0, NULL);
        g_autofree char *csv = lab_read(season, "results/latest/collectives.csv");
        const char *row = strstr(csv, ",YL,");
        g_autofree char *line = g_strndup(row, strcspn(row, "\r"));
        assert_non_null(strstr(line, "未报送"));
        result = lab_run("anjuan", "status", season, NULL); /* nor does it count what was taken back */
        row = strstr(result.out, "\nYL");
        assert_true(row && strstr(row, "未报送") < strchr(row + 1, '\n') && strstr(row, "材料包0个 案卷0 候选人0") < strchr(row + 1, '\n'));
        lab_result_clear(&result);
        g_usleep(2100000);
    }
}

static void gone_package_counts_as_received(void **state)
{
    (void)state;
    g_autofree char *season = lab_season("gone"), *package = g_build_filename(season, "submissions", "辰溪县环保局.zip", NULL);
    lab_season_run(season, 0, NULL);
    g_autofree char *before = lab_read(season, "results/latest/collectives.csv");
    assert_int_equal(g_unlink(package), 0);
    lab_season_run(season, 0, NULL);
    g_autofree char *after = lab_read(season, "results/latest/collectives.csv"), *findings = lab_read(season, "results/latest/findings.csv");
    assert_string_equal(before, after);
    assert_non_null(strstr(findings, "PKG-012,error,CX,"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(init_makes_a_season_and_never_overwrites),
        cmocka_unit_test(init_goes_on_where_it_was_cut_off),
        cmocka_unit_test(a_season_may_have_any_name),
        cmocka_unit_test(status_has_a_line_a_unit),
        cmocka_unit_test(status_during_a_run),
        cmocka_unit_test(status_counts_what_the_report_shows),
        cmocka_unit_test(output_that_is_lost),
        cmocka_unit_test(explain_names_the_total),
        cmocka_unit_test(extract_prints_fields_and_text),
        cmocka_unit_test(extract_goes_on_past_what_it_cannot_use),
        cmocka_unit_test(verify_finds_every_change),
        cmocka_unit_test(withdrawn_package_stays_out),
        cmocka_unit_test(gone_package_counts_as_received),
    };
    return cmocka_run_group_tests(tests, make_season, free_season);
}
