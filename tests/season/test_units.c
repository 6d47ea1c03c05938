/* What one unit's package does to itself and to the others: check = run, and stages that die (SPEC 1.5, 5.7). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib.h>
#include <glib/gstdio.h>

#include "csv.h"
#include "fileio.h"
#include "rec_tables.h"
#include "seasonlab.h"
#include "submissions.h"

/* Findings that only a run can make: cross-unit ones and those SPEC 1.5 names. */
static gboolean only_in_run(const char *code, const char *sentence)
{
    static const char *const codes[] = {"PKG-011", "PKG-012", "PKG-013", "PKG-014", "REF-004", "SCO-001", "SYS-001", NULL};
    if (g_strv_contains(codes, code) || g_str_has_prefix(code, "DAT-"))
        return TRUE;
    return strcmp(code, "SCN-005") == 0 && strstr(sentence, "的材料中（") != NULL; /* in another unit */
}

typedef struct {
    const char *unit;
    GString *kept;
} Rows;

static void take_row(const CsvRow *row, gpointer data)
{
    Rows *rows = data;
    if (row->n_cells < 8 || strcmp(row->cells[2].text, rows->unit) != 0 || only_in_run(row->cells[0].text, row->cells[6].text))
        return;
    for (guint i = 0; i < row->n_cells; i++)
        g_string_append_printf(rows->kept, "%s|", row->cells[i].text);
    g_string_append_c(rows->kept, '\n');
}

/* The rows of findings.csv that speak of UNIT and that `check` can make too. */
static char *rows_of(const char *text, const char *unit)
{
    size_t size;
    g_autofree char *plain = csv_decode(text, strlen(text), &size, NULL, NULL);
    Rows rows = {unit, g_string_new(NULL)};
    const CsvHandler handler = {.row = take_row, .data = &rows};
    csv_parse(plain, size, ',', &handler);
    return g_string_free(rows.kept, FALSE);
}

static Tables *tables_of(const char *season)
{
    g_autofree char *path = g_build_filename(season, "results/latest/tables.xml", NULL);
    Tables *tables = record_read(&tables_type, path, NULL);
    assert_non_null(tables);
    return tables;
}

static void check_equals_run(void **state)
{
    (void)state;
    g_autofree char *season = lab_season("equal"), *folder = g_build_filename(season, "submissions", NULL);
    lab_season_run(season, 0, NULL);
    g_autofree char *all = lab_read(season, "results/latest/findings.csv");
    Tables *tables = tables_of(season);
    g_autoptr(GDir) open_folder = g_dir_open(folder, 0, NULL);
    int compared = 0;
    for (const char *name; (name = g_dir_read_name(open_folder));) {
        const UnitRow *second, *unit = submissions_match(tables, name, &second);
        assert_non_null(unit);
        g_autofree char *package = g_build_filename(folder, name, NULL);
        LabResult result = lab_run("anjuan", "check", "--season", season, "--unit", unit->id, "--format", "csv", package, NULL);
        assert_in_range(result.status, 0, 1);
        g_autofree char *checked = rows_of(result.out, unit->id), *ran = rows_of(all, unit->id);
        assert_string_equal(checked, ran);
        lab_result_clear(&result);
        compared++;
    }
    assert_true(compared > 10);
    record_free(&tables_type, tables);
}

static void check_leaves_nothing_behind(void **state)
{
    (void)state;
    g_autofree char *season = lab_season_before_corrections("tidy"),
                    *temp = g_build_filename(g_get_tmp_dir(), "private", NULL);
    g_autofree char *package = g_build_filename(season, "submissions", "沅陵县环境保护局", NULL);
    g_mkdir(temp, 0700);
    g_autofree char *outer = g_strdup(g_get_tmp_dir());
    g_setenv("TMPDIR", temp, TRUE);
    LabResult result = lab_run("anjuan", "check", package, NULL);
    g_setenv("TMPDIR", outer, TRUE);
    assert_in_range(result.status, 0, 1);
    assert_non_null(strstr(result.out, "PKG-020"));
    lab_result_clear(&result);
    assert_int_equal(g_rmdir(temp), 0); /* it was empty */
}

static void put_program(const char *folder, const char *name, const char *data, size_t size)
{
    g_autofree char *to = g_build_filename(folder, name, NULL);
    unlink(to);
    assert_true(file_write_whole(to, data, size, NULL));
    assert_int_equal(chmod(to, 0755), 0);
}

/* Puts a shell script in place of STAGE that does SCRIPT before it runs the real one. */
static void cripple(const char *folder, const char *stage, const char *script)
{
    g_autofree char *real = lab_program(stage), *data = g_strdup_printf("#!/bin/sh\n%s\nexec %s \"$@\"\n", script, real);
    put_program(folder, stage, data, strlen(data));
}

/* A build whose STAGE is crippled.  The data are found through ANJUAN_DATA. */
static char *crippled_build(const char *stage, const char *script)
{
    static const char *const programs[] = {"anjuan", "anjuan-tables", "anjuan-unpack", "anjuan-scan", "anjuan-extract", "anjuan-check", "anjuan-score", "anjuan-report"};
    char *folder = g_build_filename(g_get_tmp_dir(), "crippled", NULL);
    assert_true(file_make_folder(folder, NULL));
    for (size_t i = 0; i < G_N_ELEMENTS(programs); i++) {
        size_t size;
        g_autofree char *from = lab_program(programs[i]), *data = file_read_whole(from, (size_t)1 << 30, &size, NULL);
        put_program(folder, programs[i], data, size);
    }
    cripple(folder, stage, script);
    g_autofree char *share = g_build_filename(g_getenv("ANJUAN_BUILD"), "share", "anjuan", NULL);
    g_setenv("ANJUAN_DATA", share, TRUE);
    return folder;
}

static LabResult run_crippled(const char *folder, const char *season)
{
    g_autofree char *program = g_build_filename(folder, "anjuan", NULL);
    const char *const argv[] = {program, "run", "--quiet", "--received", "2016-11-28T09:00:00+08:00", season, NULL};
    return lab_run_array(argv);
}

static void assert_one_unit_failed(const char *season, const char *unit)
{
    g_autofree char *findings = lab_read(season, "results/latest/findings.csv");
    g_autofree char *row = g_strdup_printf("SYS-001,error,%s,", unit);
    assert_non_null(strstr(findings, row));
    assert_null(strstr(strstr(findings, row) + 1, "SYS-001"));
}

static void crash_of_a_stage_fails_one_unit(void **state)
{
    (void)state;
    g_autofree char *season = lab_season("crash");
    g_autofree char *folder = crippled_build("anjuan-scan", "case \"$*\" in *units/YL/*) kill -SEGV $$;; esac");
    LabResult result = run_crippled(folder, season);
    assert_int_equal(result.status, 4);
    lab_result_clear(&result);
    assert_one_unit_failed(season, "YL");
    g_autofree char *ranking = lab_read(season, "results/latest/collectives.csv");
    assert_non_null(strstr(ranking, "评审未完"));
    g_unsetenv("ANJUAN_DATA");
    lab_season_run(season, 0, NULL); /* the next night, with a sound program, all is well */
    g_autofree char *after = lab_read(season, "results/latest/findings.csv");
    assert_null(strstr(after, "SYS-001"));
    g_autofree char *more = g_build_filename(season, "submissions", "沅陵县环境保护局", "补充.jpg", NULL);
    assert_true(file_write_whole(more, "x", 1, NULL));
    folder = (g_free(folder), crippled_build("anjuan-scan", "case \"$*\" in *units/YL/*) kill -SEGV $$;; esac"));
    LabResult again = run_crippled(folder, season); /* variant "stale": there is a good record now */
    assert_int_equal(again.status, 4);
    lab_result_clear(&again);
    g_autofree char *stale = lab_read(season, "results/latest/findings.csv");
    assert_non_null(strstr(strstr(stale, "SYS-001,error,YL,"), "暂用上一份完好的记录"));
    g_unsetenv("ANJUAN_DATA");
}

/* Whoever checks alone has no run.log: which program ended how, that nothing was examined, and what to do. */
static void crash_of_a_stage_is_told_by_check(void **state)
{
    (void)state;
    g_autofree char *season = lab_season("checkcrash");
    g_autofree char *package = g_build_filename(season, "submissions", "沅陵县环境保护局", NULL);
    g_autofree char *folder = crippled_build("anjuan-check", "kill -KILL $$"),
                    *program = g_build_filename(folder, "anjuan", NULL);
    const char *const argv[] = {program, "check", package, NULL};
    LabResult result = lab_run_array(argv);
    assert_int_equal(result.status, 70);
    assert_non_null(strstr(result.err, "anjuan-check: 被系统终止（信号 9），多半是内存不够"));
    assert_non_null(strstr(result.out, "检查没有做完，不能作出结论"));
    assert_non_null(strstr(result.out, "材料的内容一项也没有核对"));
    assert_null(strstr(result.out, "run.log"));
    lab_result_clear(&result);
    const char *const sound[] = {lab_program("anjuan"), "check", package, NULL};
    LabResult whole = lab_run_array(sound);
    assert_null(strstr(whole.out, "SYS-001"));
    assert_null(strstr(whole.out, "不能作出结论"));
    lab_result_clear(&whole);
    g_free((char *)sound[0]);
    g_unsetenv("ANJUAN_DATA");
}

/* What one unit sends may make a record that the next stage refuses, as too large for one: it is that unit's trouble. */
static void refusal_by_a_stage_fails_one_unit(void **state)
{
    (void)state;
    static const char *const stages[] = {"anjuan-unpack", "anjuan-extract", "anjuan-check"};
    for (size_t i = 0; i < G_N_ELEMENTS(stages); i++) {
        g_autofree char *season = lab_season_before_corrections(stages[i]);
        g_autofree char *folder = crippled_build(stages[i], "case \"$*\" in *units/YL/*) echo too large >&2; exit 3;; esac");
        LabResult result = run_crippled(folder, season);
        assert_int_equal(result.status, 4);
        assert_non_null(strstr(result.err, "too large"));
        lab_result_clear(&result);
        assert_one_unit_failed(season, "YL");
        g_unsetenv("ANJUAN_DATA");
    }
}

/* Scan and extract run side by side; when both fail, one finding names the first in order, whichever ended first. */
static void two_failures_are_one_finding(void **state)
{
    (void)state;
    static const char *const jobs[] = {"1", "2"};
    for (size_t i = 0; i < G_N_ELEMENTS(jobs); i++) {
        g_autofree char *name = g_strdup_printf("both%s", jobs[i]),
                        *season = lab_season_before_corrections(name);
        g_autofree char *folder = crippled_build("anjuan-scan", "case \"$*\" in *units/YL/*) sleep 1; kill -SEGV $$;; esac");
        cripple(folder, "anjuan-extract", "case \"$*\" in *units/YL/*) kill -ABRT $$;; esac");
        g_autofree char *program = g_build_filename(folder, "anjuan", NULL);
        const char *const argv[] = {program, "run", "--quiet", "--jobs", jobs[i], "--received", "2016-11-28T09:00:00+08:00", season, NULL};
        LabResult result = lab_run_array(argv);
        assert_int_equal(result.status, 4);
        lab_result_clear(&result);
        assert_one_unit_failed(season, "YL");
        g_autofree char *findings = lab_read(season, "results/latest/findings.csv");
        assert_non_null(strstr(strstr(findings, "SYS-001,error,YL,"), "anjuan-scan"));
        assert_null(strstr(findings, "anjuan-extract"));
        g_unsetenv("ANJUAN_DATA");
    }
}

static void hanging_stage_is_killed(void **state)
{
    (void)state;
    g_autofree char *season = lab_season_before_corrections("hang"), *path = g_build_filename(season, "season.xml", NULL);
    g_autofree char *text = lab_read(season, "season.xml");
    g_auto(GStrv) parts = g_strsplit(text, "stage-seconds=\"900\"", 2);
    assert_int_equal(g_strv_length(parts), 2);
    g_autofree char *shorter = g_strjoinv("stage-seconds=\"5\"", parts);
    assert_true(g_file_set_contents(path, shorter, -1, NULL));
    g_autofree char *folder = crippled_build("anjuan-extract", "case \"$*\" in *units/YL/*) sleep 600 & wait;; esac");
    LabResult result = run_crippled(folder, season);
    assert_int_equal(result.status, 4);
    lab_result_clear(&result);
    assert_one_unit_failed(season, "YL");
    g_unsetenv("ANJUAN_DATA");
}

/* A unit without its records would stand as one that handed in nothing: no table at all. */
static void crash_in_a_trial_shows_no_table(void **state)
{
    (void)state;
    g_autofree char *season = lab_season_before_corrections("trial"),
                    *rules = g_build_filename(season, "season.xml", NULL);
    lab_season_run(season, 0, NULL);
    g_autofree char *folder =
        crippled_build("anjuan-check", "case \"$*\" in *units/YL/*) kill -SEGV $$;; esac");
    g_autofree char *program = g_build_filename(folder, "anjuan", NULL),
                    *sound = lab_said(0, "score", "--dry-run", "--rules", rules, season);
    assert_non_null(strstr(sound, "沅陵县环境保护局"));
    const char *const argv[] = {program, "score", "--dry-run", "--rules", rules, season, NULL};
    LabResult result = lab_run_array(argv);
    assert_int_equal(result.status, 70);
    assert_string_equal(result.out, "");
    assert_non_null(strstr(result.err, "沅陵县环境保护局 的检查没有完成（anjuan-check），试算没有结果"));
    lab_result_clear(&result);
    g_unsetenv("ANJUAN_DATA");
}

static void crash_of_score_publishes_nothing(void **state)
{
    (void)state;
    g_autofree char *season = lab_season_before_corrections("noscore"), *latest = g_build_filename(season, "results", "latest", NULL);
    g_autofree char *folder = crippled_build("anjuan-score", "kill -SEGV $$");
    LabResult result = run_crippled(folder, season);
    assert_int_equal(result.status, 70);
    lab_result_clear(&result);
    assert_false(g_file_test(latest, G_FILE_TEST_EXISTS));
    g_unsetenv("ANJUAN_DATA");
}

/* What a shared stage says of its input or of the disk decides the run, and nothing is published. */
static void status_of_a_shared_stage_decides(void **state)
{
    (void)state;
    static const struct {
        const char *stage, *script;
        int status;
    } cases[] = {{"anjuan-tables", "exit 3", 3}, {"anjuan-score", "exit 74", 74}, {"anjuan-report", "exit 74", 74}, {"anjuan-report", "exit 70", 70}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *name = g_strdup_printf("shared%zu", i), *season = lab_season_before_corrections(name);
        g_autofree char *latest = g_build_filename(season, "results", "latest", NULL);
        g_autofree char *folder = crippled_build(cases[i].stage, cases[i].script);
        LabResult result = run_crippled(folder, season);
        assert_int_equal(result.status, cases[i].status);
        assert_false(g_file_test(latest, G_FILE_TEST_EXISTS));
        lab_result_clear(&result);
        g_unsetenv("ANJUAN_DATA");
    }
}

static void missing_table_publishes_nothing(void **state)
{
    (void)state;
    static const char *const tables[] = {"units.csv", "cases.csv", "enterprises.csv"};
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++) {
        g_autofree char *name = g_strdup_printf("without%zu", i), *season = lab_season_before_corrections(name);
        g_autofree char *table = g_build_filename(season, "reference", tables[i], NULL), *latest = g_build_filename(season, "results", "latest", NULL);
        assert_int_equal(g_unlink(table), 0);
        LabResult result = lab_run("anjuan", "run", season, NULL);
        assert_int_equal(result.status, 3);
        assert_non_null(strstr(result.err, tables[i]));
        assert_false(g_file_test(latest, G_FILE_TEST_EXISTS));
        lab_result_clear(&result);
    }
}

/* The units whose unit.xml was written anew since INODES (by unit) was filled, one a line; INODES then says how
 * they are now. */
static char *checked_since(const char *season, GHashTable *inodes)
{
    g_autofree char *units = g_build_filename(season, "work", "units", NULL);
    g_autoptr(GDir) folder = g_dir_open(units, 0, NULL);
    GString *checked = g_string_new(NULL);
    for (const char *unit; (unit = g_dir_read_name(folder));) {
        g_autofree char *path = g_build_filename(units, unit, "unit.xml", NULL);
        GStatBuf now;
        if (g_stat(path, &now) != 0)
            continue;
        gpointer inode = GSIZE_TO_POINTER((gsize)now.st_ino);
        if (g_hash_table_lookup(inodes, unit) != inode)
            g_string_append_printf(checked, "%s\n", unit);
        g_hash_table_insert(inodes, g_strdup(unit), inode);
    }
    return g_string_free(checked, FALSE);
}

/* What the table says of one unit is read by that unit's check alone. */
static guint64 inode_of(const char *season, const char *name)
{
    g_autofree char *path = g_build_filename(season, "work/units/YL", name, NULL);
    GStatBuf info;
    assert_int_equal(g_stat(path, &info), 0);
    return info.st_ino;
}

/* What `check` finds in the package of YL as it lies in SEASON, which has not read it again, is what the run then finds. */
static void check_and_run(const char *season)
{
    g_autofree char *package = g_build_filename(season, "submissions/沅陵县环境保护局", NULL);
    LabResult result = lab_run("anjuan", "check", "--season", season, "--unit", "YL", "--format", "csv", package, NULL);
    lab_season_run(season, 0, NULL);
    g_autofree char *all = lab_read(season, "results/latest/findings.csv"), *checked = rows_of(result.out, "YL"), *ran = rows_of(all, "YL");
    assert_string_equal(checked, ran);
    lab_result_clear(&result);
}

static void only_another_scan_has_scans_looked_at(void **state)
{
    (void)state;
    static const char scan[] = "submissions/沅陵县环境保护局/案卷/行政处罚案卷1/未完.jpg", paper[] = "submissions/沅陵县环境保护局/案卷/行政处罚案卷1/说明.docx";
    g_autofree char *season = lab_season("scans-once");
    lab_season_run(season, 0, NULL);
    guint64 scans = inode_of(season, "scans.xml"), inventory = inode_of(season, "inventory.xml");
    lab_overwrite(season, paper, "no document");
    check_and_run(season);
    assert_true(inode_of(season, "inventory.xml") != inventory);
    assert_int_equal(inode_of(season, "scans.xml"), scans);
    lab_overwrite(season, scan, "no picture");
    check_and_run(season);
    assert_true(inode_of(season, "scans.xml") != scans);
    g_autofree char *found = lab_read(season, "results/latest/findings.csv");
    assert_non_null(strstr(found, "未完.jpg"));
}

static void one_changed_row_checks_one_unit_again(void **state)
{
    (void)state;
    g_autofree char *season = lab_season_before_corrections("one-row");
    g_autoptr(GHashTable) inodes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    lab_season_run(season, 0, NULL);
    g_free(checked_since(season, inodes));
    assert_true(g_hash_table_size(inodes) > 10);
    lab_edit(season, "reference/cases.csv", "ZD-2016-001,", "ZD-2016-101,");
    lab_season_run(season, 0, NULL);
    g_autofree char *checked = checked_since(season, inodes);
    assert_string_equal(checked, "ZD\n");
    lab_edit(season, "reference/enterprises.csv", "\n", "\n\n"); /* of which no check reads */
    lab_season_run(season, 0, NULL);
    g_autofree char *unchecked = checked_since(season, inodes);
    assert_string_equal(unchecked, "");
}

/* A copied receipt or a link handed in as a package gives nobody anybody else's files. */
static void forged_receipts_and_links_are_no_packages(void **state)
{
    (void)state;
    g_autofree char *season = lab_season_before_corrections("forged"), *submissions = g_build_filename(season, "submissions", NULL);
    lab_season_run(season, 0, NULL);
    g_autofree char *receipt = lab_read(season, "store/receipts/ZF/0001.xml"), *forged = g_build_filename(submissions, "固体废物管理站.xml", NULL);
    g_autofree char *link = g_build_filename(submissions, "GF", NULL);
    assert_true(g_file_set_contents(forged, receipt, -1, NULL));
    assert_int_equal(symlink("中方县.zip", link), 0);
    lab_season_run(season, 0, NULL);
    g_autofree char *findings = lab_read(season, "results/latest/findings.csv"), *ranking = lab_read(season, "results/latest/collectives.csv");
    assert_non_null(strstr(findings, "PKG-005,error,GF,,GF"));
    const char *row = strstr(ranking, ",GF,");
    g_autofree char *line = g_strndup(row, strcspn(row, "\r"));
    assert_non_null(strstr(line, "未报送"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(check_equals_run),        cmocka_unit_test(check_leaves_nothing_behind),
        cmocka_unit_test(crash_of_a_stage_fails_one_unit), cmocka_unit_test(crash_of_a_stage_is_told_by_check),
        cmocka_unit_test(refusal_by_a_stage_fails_one_unit),
        cmocka_unit_test(two_failures_are_one_finding), cmocka_unit_test(hanging_stage_is_killed),
        cmocka_unit_test(crash_in_a_trial_shows_no_table),
        cmocka_unit_test(crash_of_score_publishes_nothing), cmocka_unit_test(status_of_a_shared_stage_decides),
        cmocka_unit_test(missing_table_publishes_nothing),
        cmocka_unit_test(one_changed_row_checks_one_unit_again),
        cmocka_unit_test(only_another_scan_has_scans_looked_at),
        cmocka_unit_test(forged_receipts_and_links_are_no_packages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
