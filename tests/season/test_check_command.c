/* `anjuan check` as a whole: forms, files, exit statuses, what it tells of points, and that it leaves nothing
 * behind. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib.h>
#include <glib/gstdio.h>

#include "seasonlab.h"

static char *season, *sound, *faulty;

static int make_season(void **state)
{
    (void)state;
    season = lab_season("checked");
    lab_season_run(season, 0, NULL);
    sound = g_build_filename(season, "submissions/沅陵县环境保护局", NULL);
    faulty = g_build_filename(season, "submissions/靖州县.zip", NULL);
    return 0;
}

static int free_season(void **state)
{
    (void)state;
    g_free(season);
    g_free(sound);
    g_free(faulty);
    return 0;
}

static char *in_temp(const char *name)
{
    return g_build_filename(g_get_tmp_dir(), name, NULL);
}

static void expect_status(LabResult result, int status, const char *said)
{
    if (result.status != status || (said && !strstr(result.out, said) && !strstr(result.err, said)))
        fail_msg("status %d, not %d, or nothing of '%s' in\n%s\n%s", result.status, status, said ? said : "",
                 result.out, result.err);
    lab_result_clear(&result);
}

static void statuses_and_forms(void **state)
{
    (void)state;
    g_autofree char *profile = in_temp("profile.xml");
    assert_true(g_file_set_contents(profile, "<profile xmlns=\"urn:anjuan:profile\"><level code=\"PKG-020\" level=\"error\"/></profile>", -1, NULL));
    expect_status(lab_run("anjuan", "check", sound, NULL), 0, "可以报送");
    expect_status(lab_run("anjuan", "check", "--profile", profile, sound, NULL), 1, "PKG-020");
    expect_status(lab_run("anjuan", "check", "--profile", "/nowhere.xml", sound, NULL), 3, "/nowhere.xml");
    g_autofree char *broken = in_temp("沅陵县.zip"), *stranger = in_temp("乌有县.zip"),
                    *nowhere = in_temp("没有.zip");
    assert_true(g_file_set_contents(broken, "no archive", -1, NULL));
    assert_true(g_file_set_contents(stranger, "no archive", -1, NULL));
    expect_status(lab_run("anjuan", "check", sound, NULL), 0, "可以报送");
    expect_status(lab_run("anjuan", "check", "--lang", "en", sound, NULL), 0, "ready to hand in");
    expect_status(lab_run("anjuan", "check", faulty, NULL), 1, "须补正后报送");
    expect_status(lab_run("anjuan", "check", "--format", "csv", faulty, NULL), 1,
                  "\xEF\xBB\xBF代码,级别,单位编号,案卷,文件,位置,说明,补正要求\r\n");
    expect_status(lab_run("anjuan", "check", "--format", "xml", faulty, NULL), 1,
                  "<findings xmlns=\"urn:anjuan:findings\">");
    expect_status(lab_run("anjuan", "check", broken, NULL), 3, "不能受理");
    expect_status(lab_run("anjuan", "check", "--format", "csv", broken, NULL), 3, "\r\nPKG-001,fatal,");
    expect_status(lab_run("anjuan", "check", "--format", "xml", broken, NULL), 3, "code=\"PKG-001\"");
    expect_status(lab_run("anjuan", "check", "--season", season, "--format", "csv", stranger, NULL), 3,
                  "\r\nPKG-010,error,");
    expect_status(lab_run("anjuan", "check", "--season", season, "--unit", "YL", stranger, NULL), 3,
                  "PKG-001");
    expect_status(lab_run("anjuan", "check", "--season", season, "--unit", "乌有县", sound, NULL), 2,
                  "乌有县");
    expect_status(lab_run("anjuan", "check", nowhere, NULL), 3, "没有.zip");
    expect_status(lab_run("anjuan", "check", "--format", "pdf", sound, NULL), 2, "--format");
    expect_status(lab_run("anjuan", "check", NULL), 2, NULL);
}

/* What the last run's totals give: for an unchanged package the very points of that run. */
static void points_are_those_of_the_run(void **state)
{
    (void)state;
    g_autofree char *csv = lab_read(season, "results/latest/baseline.csv");
    g_auto(GStrv) rows = g_strsplit(csv, "\r\n", -1);
    LabResult with = lab_run("anjuan", "check", "--season", season, sound, NULL),
              without = lab_run("anjuan", "check", sound, NULL);
    int compared = 0;
    for (char **row = rows; *row; row++) {
        if (!g_str_has_prefix(*row, "YL,"))
            continue;
        g_autofree char *wanted = g_strdup_printf("按最近一次运行的全市情况得%s分\n", strrchr(*row, ',') + 1);
        assert_non_null(strstr(with.out, wanted));
        compared++;
    }
    assert_int_equal(compared, 3);
    assert_null(strstr(without.out, "最近一次运行"));
    assert_non_null(strstr(without.out, "取决于全市总数，本次检查无从得知"));
    lab_result_clear(&with);
    lab_result_clear(&without);
}

static void files_beside_the_verdict(void **state)
{
    (void)state;
    g_autofree char *page = in_temp("检查报告.html"), *letter = in_temp("材料补正通知书.docx"),
                    *needless = in_temp("无须.docx");
    LabResult result = lab_run("anjuan", "check", "-o", page, "-o", letter, faulty, NULL);
    assert_int_equal(result.status, 1);
    assert_true(g_str_has_prefix(result.out, "靖州县.zip：须补正后报送"));
    assert_ptr_equal(strchr(result.out, '\n') + 1, result.out + strlen(result.out)); /* one line */
    lab_result_clear(&result);
    g_autofree char *html = lab_read(page, ""), *again = NULL;
    assert_non_null(strstr(html, "PKG-003"));
    assert_true(g_regex_match_simple("靖州县\\.zip.{0,200}[0-9a-f]{64}", html, G_REGEX_DOTALL, 0)); /* without a season too */
    expect_status(lab_run("anjuan", "extract", "--text", letter, NULL), 0, "材料补正通知书");
    expect_status(lab_run("anjuan", "check", "-o", needless, sound, NULL), 0, "不需要发补正通知书");
    assert_false(g_file_test(needless, G_FILE_TEST_EXISTS));
    expect_status(lab_run("anjuan", "check", "-o", page, faulty, NULL), 1, NULL);
    again = lab_read(page, "");
    assert_string_equal(html, again);
}

static void files_that_cannot_be_written(void **state)
{
    (void)state;
    g_autofree char *unknown = in_temp("a.pdf"), *inside = g_build_filename(sound, "a.html", NULL),
                    *nowhere = in_temp("无此文件夹/a.html");
    expect_status(lab_run("anjuan", "check", "-o", unknown, sound, NULL), 2, ".docx");
    expect_status(lab_run("anjuan", "check", "-o", inside, sound, NULL), 2, "材料包");
    assert_false(g_file_test(inside, G_FILE_TEST_EXISTS));
    expect_status(lab_run("anjuan", "check", "-o", nowhere, sound, NULL), 74, "无此文件夹");
    expect_status(lab_run("anjuan", "check", "--letter-date", "28.11.2016", "-o", unknown, sound, NULL), 2,
                  "letter-date");
}

/* ---- nothing is left behind ---- */

static guint entries_of(const char *folder)
{
    g_autoptr(GDir) open = g_dir_open(folder, 0, NULL);
    guint count = 0;
    while (g_dir_read_name(open))
        count++;
    return count;
}

static void take_folder(gpointer folder)
{
    g_setenv("TMPDIR", folder, TRUE);
}

/* Stops a check by SIGNAL_NUMBER once it has made its private folder; it must end by that signal's status and
 * leave nothing. */
static void stop_by(int signal_number)
{
    g_autofree char *folder = in_temp("private"), *program = lab_program("anjuan");
    const char *argv[] = {program, "check", faulty, NULL};
    GPid child;
    int status;
    assert_int_equal(g_mkdir_with_parents(folder, 0700), 0);
    assert_true(
        g_spawn_async(NULL, (char **)argv, NULL,
                      G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                      take_folder, folder, &child, NULL));
    while (entries_of(folder) == 0)
        g_usleep(1000);
    g_usleep(20000);
    kill(child, signal_number);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 128 + signal_number);
    assert_int_equal(entries_of(folder), 0);
}

static void signals_leave_nothing(void **state)
{
    (void)state;
    stop_by(SIGINT);
    stop_by(SIGTERM);
    stop_by(SIGHUP);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(statuses_and_forms),       cmocka_unit_test(points_are_those_of_the_run),
        cmocka_unit_test(files_beside_the_verdict), cmocka_unit_test(files_that_cannot_be_written),
        cmocka_unit_test(signals_leave_nothing),
    };
    return cmocka_run_group_tests(tests, make_season, free_season);
}
