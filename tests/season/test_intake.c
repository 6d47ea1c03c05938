/* PKG-010 to 015 on a small season of folders: each raised, and nearly. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>
#include <sys/stat.h>
#include <utime.h>

#include <glib.h>
#include <glib/gstdio.h>

#include "fileio.h"
#include "seasonlab.h"

#define ON_TIME "2016-11-28T09:00:00+08:00"

static void put(const char *season, const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(season, name, NULL), *folder = g_path_get_dirname(path);
    assert_true(file_make_folder(folder, NULL));
    assert_true(file_write_whole(path, text, strlen(text), NULL));
}

/* A fresh season of three units; the first has handed in a folder. */
static char *small_season(const char *name)
{
    char *season = g_build_filename(g_get_tmp_dir(), name, NULL);
    LabResult made = lab_run("anjuan", "init", season, NULL);
    assert_int_equal(made.status, 0);
    lab_result_clear(&made);
    put(season, "reference/units.csv",
        "单位编号,单位名称,别名,组别,先进个人名额,法制个人名额,基准比例\n"
        "YL,沅陵县环境保护局,沅陵,county,2,1,\nCX,辰溪县环境保护局,,county,2,1,\nHJ,洪江市环境保护局,,county,2,1,\n");
    put(season, "submissions/沅陵县环境保护局/说明.txt", "一");
    return season;
}

/* What the run tells the person in charge.  Caller frees. */
static char *told_at(const char *season, const char *received)
{
    LabResult result = lab_run("anjuan", "run", "--quiet", "--received", received, season, NULL);
    if (result.status != 0 && result.status != 4)
        fail_msg("%d: %s", result.status, result.err);
    char *told = g_steal_pointer(&result.err);
    lab_result_clear(&result);
    return told;
}

static void run_at(const char *season, const char *received)
{
    g_free(told_at(season, received));
}

/* How many rows of findings.csv begin with CODE and hold TEXT. */
static int count(const char *season, const char *code, const char *text)
{
    g_autofree char *findings = lab_read(season, "results/latest/findings.csv");
    g_auto(GStrv) rows = g_strsplit(findings, "\r\n", -1);
    int found = 0;
    for (char **row = rows; *row; row++)
        found += g_str_has_prefix(*row, code) && strstr(*row, text);
    return found;
}

static void a_package_of_no_unit(void **state)
{
    (void)state;
    g_autofree char *season = small_season("nobody");
    put(season, "submissions/沅陵(更正)/说明.txt", "二"); /* an alias, and something after it */
    run_at(season, ON_TIME);
    assert_int_equal(count(season, "PKG-010", ""), 0);
    put(season, "submissions/沅江县环境保护局/说明.txt", "三");
    run_at(season, ON_TIME);
    assert_int_equal(count(season, "PKG-010", "沅江县环境保护局"), 1);
    assert_int_equal(count(season, "PKG-010", ""), 1);
    put(season, "submissions/沅陵县环境保护局和辰溪县环境保护局/说明.txt", "四");
    run_at(season, ON_TIME);
    assert_int_equal(count(season, "PKG-010", "同时对上多个单位：沅陵县环境保护局、辰溪县环境保护局"), 1);
}

/* A bad cell in the unit's own row: its rows and its package are told with that row. */
static void a_package_of_a_unit_without_its_row(void **state)
{
    (void)state;
    g_autofree char *season = small_season("row"), *units = lab_read(season, "reference/units.csv");
    g_auto(GStrv) parts = g_strsplit(units, "沅陵,county", 2);
    g_autofree char *bad = g_strjoinv("沅陵,village", parts);
    put(season, "reference/units.csv", bad);
    run_at(season, ON_TIME);
    assert_int_equal(count(season, "DAT-001", "组别"), 1);
    assert_int_equal(count(season, "DAT-002", ""), 0);
    assert_int_equal(count(season, "PKG-010", "units.csv"), 1);
    put(season, "reference/units.csv", units);
    run_at(season, ON_TIME);
    assert_int_equal(count(season, "PKG-010", ""), 0);
}

static void a_unit_without_a_package(void **state)
{
    (void)state;
    g_autofree char *season = small_season("nothing");
    put(season, "submissions/辰溪县环境保护局/Thumbs.db", "x"); /* nothing in it that counts: PKG-018 */
    run_at(season, ON_TIME);
    assert_int_equal(count(season, "PKG-015,error,YL", ""), 0);
    assert_int_equal(count(season, "PKG-015,error,CX", ""), 0);
    assert_int_equal(count(season, "PKG-018,fatal,CX", ""), 1);
    assert_int_equal(count(season, "PKG-015,error,HJ", ""), 1);
}

static void a_package_after_the_deadline(void **state)
{
    (void)state;
    g_autofree char *season = small_season("late"), *text = lab_read(season, "season.xml");
    g_auto(GStrv) parts = g_strsplit(text, "<deadline for=\"package\" at=\"", 2);
    assert_non_null(parts[1]);
    g_autofree char *deadline = g_strndup(parts[1], strcspn(parts[1], "\""));
    run_at(season, deadline);
    assert_int_equal(count(season, "PKG-013", ""), 0);
    put(season, "submissions/辰溪县环境保护局/说明.txt", "五");
    g_autoptr(GDateTime) time = g_date_time_new_from_iso8601(deadline, NULL), next = g_date_time_add_seconds(time, 1);
    g_autofree char *second = g_date_time_format(next, "%Y-%m-%dT%H:%M:%S%:z");
    run_at(season, second);
    assert_int_equal(count(season, "PKG-013,warning,CX", ""), 1);
    assert_int_equal(count(season, "PKG-013", ""), 1);
}

static void two_packages_and_one(void **state)
{
    (void)state;
    g_autofree char *season = small_season("two");
    put(season, "submissions/辰溪县环境保护局/说明.txt", "六");
    put(season, "submissions/辰溪县环境保护局(补)/实施方案.txt", "七");
    run_at(season, ON_TIME);
    assert_int_equal(count(season, "PKG-014,warning,CX", "实施方案.txt"), 1);
    assert_int_equal(count(season, "PKG-014", ""), 1);
}

/* What a later package adds is told by folder, each with its number; the number of all stands. */
static void many_files_are_told_by_folder(void **state)
{
    (void)state;
    g_autofree char *season = small_season("folders");
    put(season, "submissions/辰溪县环境保护局/说明.txt", "六");
    for (int i = 1; i <= 30; i++) {
        g_autofree char *path = g_strdup_printf("submissions/辰溪县环境保护局(补)/信息/%d.txt", i), *text = g_strdup_printf("第%d期", i);
        put(season, path, text);
    }
    put(season, "submissions/辰溪县环境保护局(补)/先进个人/张三/甲.txt", "八");
    put(season, "submissions/辰溪县环境保护局(补)/先进个人/张三/案卷/乙.txt", "九");
    put(season, "submissions/辰溪县环境保护局(补)/先进个人/李四/甲.txt", "十");
    put(season, "submissions/辰溪县环境保护局(补)/说明.txt", "十一");
    run_at(season, ON_TIME);
    assert_int_equal(count(season, "PKG-014", "本包替换了：说明.txt。"), 1);
    assert_int_equal(count(season, "PKG-014", "不是有意撤下的"), 0);
    assert_int_equal(count(season, "PKG-014", "信息（30项）"), 1);
    assert_int_equal(count(season, "PKG-014", "先进个人/张三（2项）"), 1);
    assert_int_equal(count(season, "PKG-014", "先进个人/李四/甲.txt"), 1);
    assert_int_equal(count(season, "PKG-014", "，共33项。"), 1);
}

/* A case file that comes again replaces the one before as a whole: what it then lacks is told, by name and by
 * content, and what only has another name is not. */
static void what_a_case_file_no_longer_holds_is_told(void **state)
{
    (void)state;
    g_autofree char *season = small_season("lost");
    const char *names[] = {"决定书", "回证1", "回证2", "立案", "笔录", "告知书", "责改"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *path = g_strdup_printf("submissions/辰溪县环境保护局/案卷/甲/%s.txt", names[i]);
        put(season, path, names[i]);
    }
    put(season, "submissions/辰溪县环境保护局/案卷/乙/决定书.txt", "乙");
    put(season, "submissions/辰溪县环境保护局/案卷/甲/Thumbs.db", "缓存");
    put(season, "submissions/辰溪县环境保护局(补)/案卷/甲/决定书.txt", "改过的决定书");
    put(season, "submissions/辰溪县环境保护局(补)/案卷/甲/改名的回证.txt", "回证1");
    put(season, "submissions/辰溪县环境保护局(补)/案卷/乙/决定书.txt", "改过的乙");
    put(season, "submissions/辰溪县环境保护局(补)/案卷/丙/决定书.txt", "丙");
    run_at(season, ON_TIME);
    assert_int_equal(count(season, "PKG-014", "与上一份相比，案卷/甲少了5个文件（"), 1);
    assert_int_equal(count(season, "PKG-014", "少了的5个文件不是有意撤下的"), 1);
    assert_int_equal(count(season, "PKG-014", "回证2.txt"), 1);
    assert_int_equal(count(season, "PKG-014", "回证1.txt"), 0);
    assert_int_equal(count(season, "PKG-014", "案卷/乙少了"), 0);
    assert_int_equal(count(season, "PKG-014", "没有替换以前的材料"), 0);
}

/* A paper put in between moves the numbers of those behind it on, and a corrected one has a remark in its name; what has gone is told. */
static void renumbered_files_are_not_lost(void **state)
{
    (void)state;
    g_autofree char *season = small_season("renumbered");
    static const char *const before[] = {"案卷/甲/01 决定书.txt",         "案卷/甲/02 送达回证（决定）.txt", "案卷/甲/03 立案审批表.txt",
                                         "案卷/甲/（4）告知书.txt",        "案卷/甲/5、送达回证（告知）.txt", "案卷/甲/06 调查报告.txt",
                                         "案卷/甲/07 送达回证（改正）.txt", "案卷/甲/1.txt",                   "案卷/甲/2.txt"},
                             *const now[] = {"案卷/甲/01 决定书（更正）.txt",  "案卷/甲/02 送达回证（决定）.txt", "案卷/甲/04 立案审批表.txt",
                                             "案卷/甲/5.告知书.pdf",          "案卷/甲/06送达回证（告知）.txt",  "案卷/甲/03 现场检查笔录.txt",
                                             "案卷/甲/08 送达回证（更正）.txt", "案卷/甲/3.txt"};
    for (size_t i = 0; i < G_N_ELEMENTS(before); i++) {
        g_autofree char *path = g_strconcat("submissions/辰溪县环境保护局/", before[i], NULL), *text = g_strdup_printf("原%zu", i);
        put(season, path, text);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(now); i++) {
        g_autofree char *path = g_strconcat("submissions/辰溪县环境保护局(更正)/", now[i], NULL), *text = g_strdup_printf("新%zu", i);
        put(season, path, text);
    }
    run_at(season, ON_TIME);
    assert_int_equal(count(season, "PKG-014", "案卷/甲少了4个文件（1.txt、2.txt、06 调查报告.txt、07 送达回证（改正）.txt）"), 1);
}

static void a_package_that_only_adds(void **state)
{
    (void)state;
    g_autofree char *season = small_season("adds");
    put(season, "submissions/辰溪县环境保护局/说明.txt", "六");
    for (int i = 1; i <= 3; i++) {
        g_autofree char *path = g_strdup_printf("submissions/辰溪县环境保护局(补)/案卷/案卷%d/决定书.txt", i), *text = g_strdup_printf("%d", i);
        put(season, path, text);
    }
    run_at(season, ON_TIME);
    assert_int_equal(count(season, "PKG-014,warning,CX", "没有替换以前的材料，新增：案卷（3项）"), 1);
    assert_int_equal(count(season, "PKG-014", ""), 1);
    static const char variant[] = "added";
    g_autofree char *intake = lab_read(season, "work/intake.xml");
    const char *told = strstr(intake, "PKG-014");
    assert_non_null(told);
    assert_true(strstr(told, variant) < strstr(told, "</finding>"));
}

static void move_plan(const char *season, const char *from, const char *to, const char *text)
{
    g_autofree char *old = g_build_filename(season, "submissions/辰溪县环境保护局", from, NULL),
                    *new = g_build_filename("submissions/辰溪县环境保护局", to, NULL);
    g_unlink(old);
    put(season, new, text);
    run_at(season, ON_TIME);
}

/* A paper that was handed in in time and comes again is not late, wherever it lies now; another one in its stead is. */
static void a_paper_that_was_there_in_time(void **state)
{
    (void)state;
    g_autofree char *season = small_season("papers");
    put(season, "submissions/辰溪县环境保护局/说明.txt", "六");
    put(season, "submissions/辰溪县环境保护局/实施方案.txt", "方案");
    run_at(season, "2016-09-08T09:00:00+08:00");
    move_plan(season, "实施方案.txt", "上报材料/实施方案.txt", "方案");
    assert_int_equal(count(season, "SUB-001", "“实施方案”于"), 0);
    move_plan(season, "上报材料/实施方案.txt", "补充/实施方案.txt", "另一份方案");
    assert_int_equal(count(season, "SUB-001", "“实施方案”于2016年11月28日"), 1);
}

#define BY_MAIL "submissions/辰溪县环境保护局(邮件)/"

/* A paper that came by e-mail is a package of its own, with a row; the whole package holds it again, and comes in the same run. */
static char *season_with_a_mail(const char *name, const char *paper, const char *row)
{
    char *season = small_season(name);
    g_autofree char *path = g_strconcat(BY_MAIL, paper, NULL), *empty = lab_read(season, "reference/receipts.csv"),
                    *receipts = g_strconcat(empty, row, NULL);
    put(season, path, "方案");
    put(season, "submissions/辰溪县环境保护局/实施方案.txt", "方案");
    lab_overwrite(season, "reference/receipts.csv", receipts);
    run_at(season, ON_TIME);
    return season;
}

static void a_paper_that_came_by_mail(void **state)
{
    (void)state;
    static const char row[] = "S1,CX,2016-09-09 16:00,补充,辰溪县环境保护局(邮件),电子邮件\r\n";
    g_autofree char *entered = season_with_a_mail("mailed", "实施方案.txt", row),
                    *renamed = season_with_a_mail("mailed-renamed", "方案(定稿).txt", row),
                    *unentered = season_with_a_mail("mailed-unentered", "实施方案.txt", ""),
                    *by_paper = season_with_a_mail("mailed-by-paper", "实施方案.txt", "S1,CX,2016-09-09 16:00,补充,实施方案.txt,\r\n");
    assert_int_equal(count(entered, "DAT-00", "receipts"), 0);
    assert_int_equal(count(entered, "SUB-001", "“实施方案”于"), 0);
    assert_int_equal(count(renamed, "SUB-001", "“实施方案”于"), 0);
    assert_int_equal(count(unentered, "SUB-001", "“实施方案”于2016年11月28日"), 1);
    assert_int_equal(count(by_paper, "SUB-001", "“实施方案”于2016年11月28日"), 1);
    assert_int_equal(count(by_paper, "DAT-008,warning,CX", "先存成一个材料包"), 1);
}

static void a_package_that_goes(void **state)
{
    (void)state;
    g_autofree char *season = small_season("gone"), *file = g_build_filename(season, "submissions/沅陵县环境保护局/说明.txt", NULL);
    g_autofree char *folder = g_path_get_dirname(file);
    put(season, "submissions/辰溪县环境保护局/说明.txt", "八");
    run_at(season, ON_TIME);
    assert_int_equal(count(season, "PKG-012", ""), 0);
    g_unlink(file);
    g_rmdir(folder);
    run_at(season, ON_TIME);
    assert_int_equal(count(season, "PKG-012,error,YL", ""), 1);
    LabResult withdrawn = lab_run("anjuan", "withdraw", season, "YL", NULL);
    assert_int_equal(withdrawn.status, 0);
    lab_result_clear(&withdrawn);
    run_at(season, ON_TIME);
    assert_int_equal(count(season, "PKG-012", ""), 0);
    assert_int_equal(count(season, "PKG-015,error,YL", ""), 1);
}

/* Another run reads nothing, and `score` finds the records that it needs. */
static void assert_settled(const char *season)
{
    LabResult again = lab_run("anjuan", "run", season, NULL);
    g_autofree char *log = lab_read(season, "run.log");
    const char *last = g_strrstr(log, "{\"time\"");
    assert_string_equal(again.err, "");
    assert_non_null(strstr(last, "\"result\":\"unchanged\""));
    assert_non_null(strstr(last, "\"stages\":0,\"read\":[]"));
    LabResult score = lab_run("anjuan", "score", season, NULL);
    assert_int_equal(score.status, again.status);
    lab_result_clear(&again);
    lab_result_clear(&score);
}

/* Names as Windows writes them, and such as no record can hold: read once, and known the next night. */
static void packages_with_odd_names(void **state)
{
    (void)state;
    static const char gbk[] =
        "submissions/\xB3\xBD\xCF\xAA\xCF\xD8\xBB\xB7\xBE\xB3\xB1\xA3\xBB\xA4\xBE\xD6"; /* 辰溪县环境保护局 */
    g_autofree char *season = small_season("odd"),
                    *member = g_strconcat(gbk, "/\xCB\xB5\xC3\xF7.txt", NULL); /* 说明 */
    put(season, member, "二");
    put(season, "submissions/HJ\n(1)/说明.txt", "三");
    g_usleep(2500000); /* what was written less than two seconds before is read once more */
    run_at(season, ON_TIME);
    g_autofree char *files = lab_read(season, "store/receipts/CX/0001.xml"),
                    *control = lab_read(season, "store/receipts/HJ/0001.xml");
    assert_non_null(strstr(files, "name=\"辰溪县环境保护局\""));
    assert_non_null(strstr(control, "name=\"HJ\\u{a}(1)\""));
    assert_settled(season);
    /* The same name in the other encoding is another package. */
    put(season, "submissions/辰溪县环境保护局/说明.txt", "四");
    g_usleep(2500000);
    run_at(season, ON_TIME);
    assert_settled(season);
    /* Two of the new names. */
    g_autofree char *fourth = g_build_filename(season, "store/receipts/CX/0004.xml", NULL);
    g_autofree char *inventory = lab_read(season, "work/units/CX/inventory.xml");
    assert_non_null(strstr(inventory, "name=\"辰溪县环境保护局\""));
    assert_non_null(strstr(inventory, "name=\"\\xB3\\xBD"));
    assert_false(g_file_test(fourth, G_FILE_TEST_EXISTS));
}

/* How many findings of the last run's intake are of CODE in that VARIANT. */
static int count_variant(const char *season, const char *code, const char *variant)
{
    g_autofree char *intake = lab_read(season, "work/intake.xml"),
                    *finding = g_strdup_printf("code=\"%s\" variant=\"%s\"", code, variant);
    g_auto(GStrv) parts = g_strsplit(intake, finding, -1);
    return (int)g_strv_length(parts) - 1;
}

/* A receipt with one wrong character in its file's name would set nothing, and nobody would know. */
static void receipts_that_speak_of_no_package(void **state)
{
    (void)state;
    static const char header[] = "收件号,单位,收到时间,方式,文件名,备注\n",
                      named[] = "1,沅陵县环境保护局,2016-11-20 09:00,补充,沅陵县 环境保护局.zip,\n"
                                "2,辰溪县环境保护局,2016-11-20 09:00,补充,辰溪县环境保护局(更正),\n"
                                "3,洪江市环境保护局,2016-11-20 09:00,补充,,\n",
                      wrong[] = "4,沅陵县环境保护局,2016-11-21 09:00,整包替换,元陵县环境保护局.zip,\n"
                                "5,洪江市环境保护局,2016-11-21 09:00,补充,辰溪县环境保护局(更正).zip,\n"
                                "6,辰溪县环境保护局,2016-11-21 09:00,补充,,\n";
    g_autofree char *season = small_season("receipts"), *all = g_strconcat(header, named, wrong, NULL),
                    *right = g_strconcat(header, named, NULL);
    put(season, "submissions/辰溪县环境保护局/说明.txt", "二");
    put(season, "submissions/辰溪县环境保护局(更正)/说明.txt", "三");
    put(season, "submissions/洪江市环境保护局/说明.txt", "四");
    put(season, "reference/receipts.csv", right);
    run_at(season, ON_TIME);
    assert_int_equal(count(season, "DAT-008", ""), 0);
    put(season, "reference/receipts.csv", all);
    run_at(season, ON_TIME);
    assert_int_equal(count(season, "DAT-008,warning,YL,,receipts.csv,第5行,收件登记的文件“元陵县环境保护局.zip”", ""), 1);
    assert_int_equal(count(season, "DAT-008,warning,HJ,,receipts.csv,第6行", "辰溪县环境保护局(更正).zip"), 1);
    assert_int_equal(count(season, "DAT-008,warning,CX,,receipts.csv,第7行", "没有写文件名"), 1);
    assert_int_equal(count(season, "DAT-008", ""), 3);
    assert_int_equal(count_variant(season, "DAT-008", "unnamed"), 1);
    g_free(lab_said(0, "withdraw", season, "YL", NULL, NULL)); /* what was taken back had been sent */
    put(season, "reference/receipts.csv", right);
    run_at(season, ON_TIME);
    assert_int_equal(count(season, "DAT-008", ""), 0);
    g_free(lab_said(0, "rebuild", season, "latest", NULL, NULL));
}

static void lies_there_for_long(const char *path)
{
    time_t long_ago = time(NULL) - 11 * 60;
    assert_int_equal(utime(path, &(struct utimbuf){long_ago, long_ago}), 0);
}

static void a_package_still_being_written(void **state)
{
    (void)state;
    g_autofree char *season = small_season("writing"), *path = g_build_filename(season, "submissions/辰溪县环境保护局.zip", NULL);
    put(season, "submissions/辰溪县环境保护局.zip", "PK\003\004 and no directory yet");
    g_autofree char *at_first = told_at(season, ON_TIME);
    assert_int_equal(count(season, "PKG-011,warning,CX", ""), 1);
    assert_null(strstr(at_first, "PKG-001"));
    lies_there_for_long(path); /* nobody has written for more than ten minutes */
    for (int night = 0; night < 2; night++) { /* told every night, not only on that of the publication */
        g_autofree char *told = told_at(season, ON_TIME);
        assert_int_equal(count(season, "PKG-011", ""), 0);
        assert_int_equal(count(season, "PKG-001,fatal,CX", ""), 1);
        assert_non_null(strstr(told, "PKG-001 辰溪县环境保护局 辰溪县环境保护局.zip："));
    }
    g_autofree char *status = lab_said(0, "status", season, NULL, NULL, NULL);
    assert_non_null(strstr(status, "打不开，没有收下"));
    assert_null(strstr(status, "沿用已收材料"));
}

/* No run can read it, so that `score` must not ask for one; other bytes it does. */
static void scoring_with_a_package_that_cannot_be_read(void **state)
{
    (void)state;
    g_autofree char *season = small_season("stuck"), *path = g_build_filename(season, "submissions/辰溪县环境保护局.zip", NULL);
    put(season, "submissions/辰溪县环境保护局.zip", "PK\003\004 and no directory");
    lies_there_for_long(path);
    run_at(season, ON_TIME);
    assert_int_equal(count(season, "PKG-001,fatal,CX", ""), 1);
    put(season, "reference/rulings.csv", "编号,单位,类型,对象,事实日期,认定日期,说明\n1,洪江市环境保护局,不符合条件,,,,\n");
    g_autofree char *scored = lab_said(0, "score", season, NULL, NULL, NULL);
    assert_int_equal(count(season, "PKG-001,fatal,CX", ""), 1);
    g_autofree char *rebuilt = lab_said(0, "rebuild", season, "latest", NULL, NULL);
    put(season, "submissions/辰溪县环境保护局.zip", "PK\003\004 and no directory again");
    lies_there_for_long(path);
    g_autofree char *refused = lab_said(3, "score", season, NULL, NULL, NULL);
    assert_non_null(strstr(refused, "anjuan run"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_a_case_file_no_longer_holds_is_told), cmocka_unit_test(renumbered_files_are_not_lost),
        cmocka_unit_test(a_paper_that_was_there_in_time),
        cmocka_unit_test(a_paper_that_came_by_mail),
        cmocka_unit_test(a_package_that_only_adds),
        cmocka_unit_test(a_package_of_no_unit),
        cmocka_unit_test(a_package_of_a_unit_without_its_row), cmocka_unit_test(a_unit_without_a_package),
        cmocka_unit_test(a_package_after_the_deadline),  cmocka_unit_test(two_packages_and_one),
        cmocka_unit_test(many_files_are_told_by_folder), cmocka_unit_test(packages_with_odd_names),
        cmocka_unit_test(receipts_that_speak_of_no_package),
        cmocka_unit_test(a_package_that_goes),           cmocka_unit_test(a_package_still_being_written),
        cmocka_unit_test(scoring_with_a_package_that_cannot_be_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
