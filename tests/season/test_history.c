/* From run to run of one small season: what moved and why, and what was tampered with. */
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

#include "fileio.h"
#include "seasonlab.h"

static char *template_season; /* three counties, made once and copied */

static int make_template(void **state)
{
    (void)state;
    template_season = g_build_filename(g_get_tmp_dir(), "template", NULL);
    LabResult made = lab_run("anjuan-samples", "--units", "3", "--pages", "1", "-o", template_season, NULL);
    assert_int_equal(made.status, 0);
    lab_result_clear(&made);
    return 0;
}

static int free_template(void **state)
{
    (void)state;
    g_free(template_season);
    return 0;
}

static char *season_run_once(const char *name)
{
    char *season = lab_copy(template_season, name);
    lab_season_run(season, 0, NULL);
    return season;
}

/* ---- diff ---- */

static void a_first_run_has_none_to_compare_with(void **state)
{
    (void)state;
    g_autofree char *season = season_run_once("first");
    g_autofree char *text = lab_said(3, "diff", season, NULL, NULL, NULL), *changes = lab_read(season, "results/latest/changes.csv");
    assert_non_null(strstr(text, "第一次"));
    assert_string_equal(changes, "\xEF\xBB\xBF单位编号,单位,姓名,项目,原值,现值,原因\r\n");
}

static void a_table_edit_is_a_table_edit(void **state)
{
    (void)state;
    g_autofree char *season = season_run_once("table"), *first = lab_latest(season);
    lab_edit(season, "season.xml", "<quality max=\"60\"", "<quality  max=\"60\"");
    lab_season_run(season, 0, NULL); /* nothing that counts has changed */
    g_autofree char *same = lab_latest(season);
    assert_string_equal(first, same);
    g_autofree char *rulings = g_strconcat("编号,单位,类型,对象,事实日期,认定日期,说明\r\n", "裁1,C002,不符合条件,,,2016-12-08,作假\r\n", NULL);
    g_autofree char *path = g_build_filename(season, "reference/rulings.csv", NULL);
    assert_true(g_file_set_contents(path, rulings, -1, NULL));
    lab_season_run(season, 0, NULL);
    g_autofree char *text = lab_said(0, "diff", season, NULL, NULL, NULL), *csv = lab_said(0, "diff", "--format", "csv", season, NULL);
    g_autofree char *changes = lab_read(season, "results/latest/changes.csv");
    assert_string_equal(csv, changes);
    assert_non_null(strstr(csv, "C002,第002县环境保护局,,资格,符合条件,不符合条件,基础数据表\r\n"));
    assert_null(strstr(csv, "规则"));
    assert_non_null(strstr(text, "有改动  reference/rulings.csv"));
    assert_non_null(strstr(text, "符合条件 → 不符合条件"));
}

static void a_rule_is_a_rule_and_a_package_is_material(void **state)
{
    (void)state;
    g_autofree char *season = season_run_once("rule");
    lab_edit(season, "season.xml", "zero-at=\"0.5\"", "zero-at=\"0.6\"");
    lab_season_run(season, 0, NULL);
    g_autofree char *rule = lab_said(0, "diff", "--format", "csv", season, NULL);
    assert_non_null(strstr(rule, ",案件数量得分,7.50,6.67,规则\r\n"));
    g_autofree char *taken = lab_said(0, "withdraw", season, "C003", NULL, NULL);
    lab_season_run(season, 0, NULL);
    g_autofree char *gone = lab_said(0, "diff", "--format", "csv", season, NULL);
    assert_non_null(strstr(gone, "C003,第003县环境保护局,,资格,符合条件,未报送,本单位材料\r\n"));
    assert_non_null(strstr(gone, "C001,第001县环境保护局,,案件数基准值,9.0000,6.0000,其他单位\r\n"));
    assert_null(strstr(gone, "规则"));
    assert_null(strstr(gone, "基础数据表"));
    g_autofree char *xml = lab_said(0, "diff", "--format", "xml", season, NULL);
    assert_non_null(strstr(xml, "<input name=\"store/receipts/C003/0001.xml\" state=\"changed\"/>"));
    assert_non_null(strstr(xml, "item=\"base-cases\" was=\"9.0000\" is=\"6.0000\" origins=\"other\"/>"));
}

static void runs_are_named_by_name_or_beginning(void **state)
{
    (void)state;
    g_autofree char *season = season_run_once("named"), *first = lab_latest(season);
    lab_season_run(season, 0, "--republish", NULL);
    g_autofree char *second = lab_latest(season), *nobody = lab_said(2, "diff", season, "1999", NULL, NULL);
    assert_non_null(strstr(nobody, second));
    g_autofree char *many = lab_said(2, "diff", season, "2", NULL, NULL), *unsealed = lab_said(2, "diff", season, "official", NULL, NULL);
    assert_non_null(strstr(many, first));
    assert_non_null(strstr(unsealed, "anjuan seal"));
    g_autofree char *back = lab_said(0, "diff", season, second, first, NULL);
    g_autofree char *head = g_strdup_printf("%s → %s\n", second, first);
    assert_true(g_str_has_prefix(back, head));
}

/* ---- verify ---- */

static char *verified(const char *season, int status)
{
    return lab_said(status, "verify", season, NULL, NULL, NULL);
}

static void remove_tree(const char *season, const char *name)
{
    g_autofree char *path = g_build_filename(season, name, NULL);
    assert_true(file_remove_tree(path, NULL));
}

static void a_run_taken_away_shows(void **state)
{
    (void)state;
    g_autofree char *season = season_run_once("taken"), *first = lab_latest(season);
    lab_season_run(season, 0, "--republish", NULL);
    g_autofree char *last = lab_latest(season), *sound = verified(season, 0);
    g_autofree char *first_folder = g_build_filename("results", first, NULL), *last_folder = g_build_filename("results", last, NULL);
    g_autofree char *middle = lab_copy(season, "taken-first"), *end = lab_copy(season, "taken-last");
    remove_tree(middle, first_folder);
    g_autofree char *text = verified(middle, 3);
    assert_non_null(strstr(text, first));
    remove_tree(end, last_folder); /* nothing follows it but a line of run.log */
    g_autofree char *newest = verified(end, 3);
    assert_non_null(strstr(newest, last));
    /* A run is named by its second: one of the same second would take the lost one's name. */
    g_usleep(1100 * 1000);
    lab_season_run(end, 0, "--republish", NULL); /* the chain goes on from what is left, and the gap stays visible */
    g_autofree char *later = verified(end, 3);
    assert_non_null(strstr(later, last));
}

static void a_changed_manifest_shows(void **state)
{
    (void)state;
    g_autofree char *season = season_run_once("manifest"), *first = lab_latest(season);
    g_autofree char *name = g_build_filename("results", first, "manifest.xml", NULL);
    lab_edit(season, name, "<manifest ", "<manifest  "); /* one blank */
    g_autofree char *newest = verified(season, 3);
    assert_non_null(strstr(newest, name));
    lab_edit(season, name, "<manifest  ", "<manifest ");
    g_autofree char *sound = verified(season, 0);
}

static void a_file_put_into_a_run_shows(void **state)
{
    (void)state;
    g_autofree char *season = season_run_once("added"), *path = g_build_filename(season, "results/latest/最终.csv", NULL);
    assert_true(g_file_set_contents(path, "x", -1, NULL));
    g_autofree char *text = verified(season, 3);
    assert_non_null(strstr(text, "最终.csv"));
}

/* One byte of a blob is changed, its size is not: verify says so and where it came from, a run heals it from the package. */
static void an_altered_blob_is_found_and_healed(void **state)
{
    (void)state;
    g_autofree char *season = season_run_once("blob"), *folder = g_build_filename(season, "store/sha256", NULL);
    g_autoptr(GPtrArray) names = file_list_below(folder, NULL);
    g_autofree char *path = NULL;
    gsize size = 0;
    for (guint i = 0; i < names->len && size < 4096; i++) { /* large ones are members of packages */
        g_autofree char *text = NULL;
        g_free(path);
        path = g_build_filename(folder, names->pdata[i], NULL);
        assert_true(g_file_get_contents(path, &text, &size, NULL));
        if (strstr(text, "<?xml") || g_str_has_suffix(text, "\n"))
            size = 0;
    }
    g_autofree char *bytes = NULL;
    assert_true(g_file_get_contents(path, &bytes, &size, NULL));
    bytes[size / 2] ^= 1;
    assert_true(g_file_set_contents(path, bytes, (gssize)size, NULL));
    g_autofree char *text = verified(season, 3);
    assert_non_null(strstr(text, strrchr(path, '/')));
    assert_non_null(strstr(text, "--rehash"));
    lab_season_run(season, 0, "--rehash", NULL);
    g_autofree char *sound = verified(season, 0);
    assert_int_equal(g_unlink(path), 0); /* gone altogether */
    g_autofree char *gone = verified(season, 3);
    assert_non_null(strstr(gone, strrchr(path, '/')));
    lab_season_run(season, 0, "--rehash", NULL);
    g_autofree char *again = verified(season, 0);
}

/* ---- rebuild ---- */

/* Rules, tables, packages and records are other ones now, and one unit has taken back what it handed in. */
static void a_run_is_rebuilt_after_all_has_changed(void **state)
{
    (void)state;
    g_autofree char *season = season_run_once("rebuilt"), *first = lab_latest(season);
    lab_edit(season, "season.xml", "zero-at=\"0.5\"", "zero-at=\"0.6\"");
    lab_overwrite(season, "reference/air.csv", "单位,PM10_2015,PM10_2016,PM2.5_2015,PM2.5_2016\n");
    g_autofree char *withdrawn = lab_said(0, "withdraw", season, "C003", NULL, NULL);
    lab_season_run(season, 0, NULL);
    g_autofree char *second = lab_latest(season);
    lab_edit(season, "season.xml", "full-at=\"1.5\"", "full-at=\"bad\"");
    remove_tree(season, "work");
    remove_tree(season, "submissions");
    remove_tree(season, "reference");
    g_autofree char *kept = g_build_filename(g_get_tmp_dir(), "kept", NULL),
                    *published = g_build_filename(season, "results", first, NULL);
    g_autofree char *text = lab_said(0, "rebuild", "-o", kept, season, first), *later = lab_said(0, "rebuild", season, second, NULL, NULL);
    static const char *const skip[] = {"manifest.xml", NULL};
    lab_assert_same_tree(published, kept, skip);
    g_autofree char *now = lab_latest(season), *sound = verified(season, 0);
    assert_string_equal(now, second);
}

#define PROFILE(code) "<profile xmlns=\"urn:anjuan:profile\">\n<level code=\"" code "\" level=\"fatal\"/>\n</profile>\n"

/* A profile is an input: kept, in the manifest, told on the page of findings; it has units checked and no package read again. */
static void a_profile_changes_levels_and_is_kept(void **state)
{
    (void)state;
    g_autofree char *season = season_run_once("profile"), *before = lab_read(season, "results/latest/findings.csv");
    g_autofree char *ranks = lab_read(season, "results/latest/collectives.csv");
    assert_null(strstr(before, ",fatal,"));
    g_autofree char *code = g_strndup(strchr(before, '\n') + 1, strlen("SCN-002"));
    g_autofree char *profile = g_strdup_printf(PROFILE("%s"), code);
    lab_overwrite(season, "profile.xml", profile);
    g_autofree char *scored = lab_said(0, "score", season, NULL, NULL, NULL); /* which opens no package (SPEC 5.6) */
    g_autofree char *after = lab_read(season, "results/latest/findings.csv"), *same = lab_read(season, "results/latest/collectives.csv");
    g_autofree char *page = lab_read(season, "results/latest/findings.html"), *manifest = lab_read(season, "results/latest/manifest.xml");
    assert_non_null(strstr(after, ",fatal,"));
    assert_string_equal(ranks, same);
    assert_non_null(strstr(page, "本次活动调整过级别的项目"));
    assert_non_null(strstr(manifest, "<input name=\"profile.xml\""));
    lab_overwrite(season, "profile.xml", PROFILE("XXX-999"));
    g_autofree char *rebuilt = lab_said(0, "rebuild", season, "latest", NULL, NULL);
    lab_season_run(season, 3, NULL);
}

static void a_rebuild_says_what_differs_and_what_is_gone(void **state)
{
    (void)state;
    g_autofree char *season = season_run_once("forged"), *manifest = lab_read(season, "results/latest/manifest.xml");
    char *entry = strstr(manifest, "<output name=\"collectives.csv\" sha256=\"");
    assert_non_null(entry);
    g_autofree char *digest = g_strndup(entry + strlen("<output name=\"collectives.csv\" sha256=\""), 64);
    g_autofree char *zeroes = g_strnfill(64, '0');
    lab_edit(season, "results/latest/manifest.xml", digest, zeroes);
    g_autofree char *text = lab_said(3, "rebuild", season, "latest", NULL, NULL);
    assert_non_null(strstr(text, "collectives.csv"));
    assert_null(strstr(text, "legal.csv"));
    lab_edit(season, "results/latest/manifest.xml", zeroes, digest);
    lab_edit(season, "results/latest/manifest.xml", "<program name=\"anjuan\" version=\"0.1.0\" sha256=\"", "<program name=\"anjuan\" version=\"0.0.9\" sha256=\"0");
    g_autofree char *other = lab_said(0, "rebuild", season, "latest", NULL, NULL); /* another program that comes to the same */
    assert_non_null(strstr(other, "另一版本"));
    remove_tree(season, "store/receipts/C002");
    g_autofree char *gone = lab_said(3, "rebuild", season, "latest", NULL, NULL);
    assert_non_null(strstr(gone, "store/receipts/C002/0001.xml"));
    g_autoptr(GPtrArray) left = file_list_below(season, NULL);
    for (guint i = 0; i < left->len; i++)
        assert_null(strstr(left->pdata[i], "rebuild-"));
}

/* ---- seal ---- */

static const char settled[] = "编号,单位,类型,对象,事实日期,认定日期,说明\r\n"
                              "1,C001,并列优先,,,2016-12-08,会议\r\n"
                              "2,C001,并列优先,米例远,,2016-12-08,会议\r\n"
                              "3,C002,并列优先,米例远,,2016-12-08,会议\r\n"
                              "4,C001,并列优先,龙例泽,,2016-12-08,会议\r\n";

static void nothing_open_is_sealed(void **state)
{
    (void)state;
    g_autofree char *season = season_run_once("sealed"), *open = lab_said(3, "seal", "--note", "会议", season, "latest");
    assert_non_null(strstr(open, "SCO-001"));
    assert_non_null(strstr(open, "第003县环境保护局"));
    g_autofree char *unnoted = lab_said(2, "seal", season, "latest", NULL, NULL), *blank = lab_said(2, "seal", "--note", " ", season, "latest");
    lab_overwrite(season, "reference/rulings.csv", settled);
    lab_season_run(season, 0, NULL);
    g_autofree char *plain = lab_latest(season), *before = lab_read(season, "results/latest/manifest.xml");
    g_autofree char *sealed = lab_said(0, "seal", "--note", "会议审定", season, "latest"), *official = lab_latest(season);
    assert_string_not_equal(plain, official);
    g_autofree char *name = g_build_filename("results", plain, "manifest.xml", NULL), *after = lab_read(season, name);
    assert_string_equal(before, after);
    g_autofree char *table = lab_read(season, "results/official/collectives.csv"), *page = lab_read(season, "results/official/index.html");
    assert_non_null(strstr(table, "已审定"));
    assert_null(strstr(table, "评审完成"));
    assert_non_null(strstr(page, "会议审定"));
    g_autofree char *again = lab_said(0, "seal", "--note", "再来", season, plain), *same = lab_latest(season);
    assert_string_equal(same, official);
    g_autofree char *rebuilt = lab_said(0, "rebuild", season, "official", NULL, NULL), *sound = verified(season, 0);
}

static void later_runs_are_told_against_the_sealed_one(void **state)
{
    (void)state;
    g_autofree char *season = lab_copy(template_season, "after");
    lab_overwrite(season, "reference/rulings.csv", settled);
    lab_season_run(season, 0, NULL);
    g_autofree char *sealed = lab_said(0, "seal", "--note", "会议审定", season, "latest"), *official = lab_latest(season);
    lab_season_run(season, 0, NULL); /* nothing has changed: the sealed run stands */
    g_autofree char *still = lab_latest(season);
    assert_string_equal(still, official);
    for (int night = 0; night < 2; night++) {
        lab_edit(season, "season.xml", night ? "zero-at=\"0.6\"" : "zero-at=\"0.5\"", night ? "zero-at=\"0.7\"" : "zero-at=\"0.6\"");
        lab_season_run(season, 0, NULL);
    }
    g_autofree char *changes = lab_read(season, "results/latest/changes.csv"), *table = lab_read(season, "results/official/collectives.csv");
    assert_non_null(strstr(changes, ",案件数量得分,7.50,5.63,规则\r\n")); /* from the sealed points, not last night's */
    assert_null(strstr(changes, "状态"));
    assert_non_null(strstr(table, ",7.50,"));
    g_autofree char *link = g_build_filename(season, "results/official", NULL), *target = g_file_read_link(link, NULL);
    assert_string_equal(target, official);
    g_autofree char *page = lab_read(season, "results/latest/index.html"), *text = lab_said(0, "diff", season, NULL, NULL, NULL);
    assert_non_null(strstr(page, "不代替审定结果"));
    assert_non_null(strstr(text, "审定结果"));
    g_autofree char *sound = verified(season, 0);
}

static void what_was_changed_afterwards_is_not_sealed(void **state)
{
    (void)state;
    g_autofree char *season = lab_copy(template_season, "unsealable");
    lab_overwrite(season, "reference/rulings.csv", settled);
    lab_season_run(season, 0, NULL);
    lab_edit(season, "results/latest/collectives.csv", "第001县", "第009县");
    g_autofree char *text = lab_said(3, "seal", "--note", "会议审定", season, "latest");
    assert_non_null(strstr(text, "collectives.csv"));
}

/* ---- trials ---- */

/* Names, sizes, times and inodes of everything in the season. */
static char *look(const char *season)
{
    const char *const argv[] = {"/usr/bin/find", season, "-printf", "%p %s %T@ %C@ %i\n", NULL};
    LabResult found = lab_run_array(argv);
    char *text = g_steal_pointer(&found.out);
    lab_result_clear(&found);
    return text;
}

static void other_rules_are_tried_and_nothing_is_touched(void **state)
{
    (void)state;
    g_autofree char *season = season_run_once("trial"),
                    *rules = g_build_filename(g_get_tmp_dir(), "other.xml", NULL);
    g_autofree char *own = lab_read(season, "season.xml");
    char *at = strstr(own, "full-at=\"1.5\"");
    memcpy(at, "full-at=\"0.5\"", strlen("full-at=\"0.5\"")); /* the other reading: at half the base, and nothing below */
    assert_true(g_file_set_contents(rules, own, -1, NULL));
    g_autofree char *before = look(season), *text = lab_said(0, "score", "--dry-run", "--rules", rules, season);
    assert_non_null(strstr(text, " (+20)"));
    assert_true(g_str_has_prefix(text, "现在：season.xml    试算：other.xml\n"));
    LabResult csv = lab_run("anjuan", "score", "--dry-run", "--format", "csv", "--rules", rules, season, NULL);
    assert_int_equal(csv.status, 0);
    assert_non_null(strstr(csv.out, ",C001,第001县环境保护局,,1,1,,"));
    assert_non_null(strstr(csv.out, ",+20,"));
    lab_result_clear(&csv);
    g_autofree char *same = lab_said(0, "score", "--dry-run", season, NULL, NULL);
    assert_non_null(strstr(same, "其中0个的名次会变，0个"));
    g_autofree char *unmeant = lab_said(2, "score", "--rules", rules, season, NULL), *absent = lab_said(3, "score", "--dry-run", "--rules", "/nowhere/rules.xml", season);
    g_autofree char *after = look(season);
    assert_string_equal(before, after);
}

/* Units of a group that the rules do not have would be missing without a word; the season's own rules give no such note. */
static void groups_that_the_tables_do_not_know_are_told(void **state)
{
    (void)state;
    g_autofree char *season = season_run_once("groups"), *rules = g_build_filename(g_get_tmp_dir(), "groups.xml", NULL);
    g_autofree char *own = lab_read(season, "season.xml"), *units = lab_read(season, "reference/units.csv");
    g_autofree char *more = g_strconcat(units, "CITY,某市环境监察支队,,city,,,\r\n", NULL);
    lab_overwrite(season, "reference/units.csv", more);
    for (char *at; (at = strstr(own, "id=\"city\""));)
        memcpy(at, "id=\"town\"", strlen("id=\"town\""));
    assert_true(g_file_set_contents(rules, own, -1, NULL));
    LabResult other = lab_run("anjuan", "score", "--dry-run", "--rules", rules, season, NULL);
    assert_int_equal(other.status, 0);
    assert_non_null(strstr(other.err, "5行不能使用（现行规则下4行）"));
    assert_non_null(strstr(other.err, "组别"));
    lab_result_clear(&other);
    g_autofree char *file = g_build_filename(season, "season.xml", NULL);
    LabResult same = lab_run("anjuan", "score", "--dry-run", "--rules", file, season, NULL);
    assert_int_equal(same.status, 0);
    g_autofree char *named =
        g_strdup_printf("现在：%s    试算：%s\n", file, file); /* two of one name go by their paths */
    assert_true(g_str_has_prefix(same.out, named));
    assert_string_equal(same.err, "");
    lab_result_clear(&same);
}

static void a_trial_opens_no_package(void **state)
{
    (void)state;
    g_autofree char *season = season_run_once("untried"), *package = g_build_filename(season, "submissions", "第001县.zip", NULL);
    assert_int_equal(g_unlink(package), 0);
    g_autofree char *gone = lab_said(0, "score", "--dry-run", season, NULL, NULL); /* its receipt still counts */
    assert_true(g_file_set_contents(package, "x", -1, NULL));
    g_autofree char *changed = lab_said(3, "score", "--dry-run", season, NULL, NULL);
    assert_non_null(strstr(changed, "anjuan run"));
}

/* ---- what a run would do, and one that was cut off ---- */

static char *planned(const char *season)
{
    return lab_said(0, "run", "--dry-run", season, NULL, NULL);
}

static void a_plan_gives_reasons_and_changes_nothing(void **state)
{
    (void)state;
    g_autofree char *season = lab_copy(template_season, "planned"), *fresh = planned(season);
    assert_non_null(strstr(fresh, "第001县.zip\t新收到"));
    g_autofree char *work = g_build_filename(season, "work", NULL), *aside = g_build_filename(season, "work-aside", NULL);
    assert_false(g_file_test(work, G_FILE_TEST_EXISTS));
    g_usleep(2100000); /* so that signatures count */
    lab_season_run(season, 0, NULL);
    g_autofree char *before = look(season), *nothing = planned(season), *after = look(season);
    assert_non_null(strstr(nothing, "共0个材料包"));
    assert_string_equal(before, after);
    g_autofree char *package = g_build_filename(season, "submissions", "第002县.zip", NULL);
    assert_true(g_file_set_contents(package, "x", -1, NULL));
    g_autofree char *changed = planned(season);
    assert_non_null(strstr(changed, "第002县.zip\t内容有变化"));
    assert_non_null(strstr(changed, "共1个材料包"));
    assert_null(strstr(changed, "（"));
    lab_edit(season, "reference/air.csv", "\n", "\n ");
    lab_edit(season, "season.xml", "decimals=\"2\"", "decimals=\"3\"");
    g_autofree char *shared = planned(season);
    assert_non_null(strstr(shared, "（数据表）\tair.csv\t内容有变化\n（规则）\tseason.xml\t内容有变化\n"));
    assert_null(strstr(shared, "cases.csv"));
    assert_non_null(strstr(shared, "共1个材料包需要读取；数据表或规则有变化"));
    assert_int_equal(g_rename(work, aside), 0);
    g_autofree char *lost = planned(season);
    assert_non_null(strstr(lost, "work/ 被删除"));
    assert_null(strstr(lost, "新收到"));
    assert_int_equal(g_rename(aside, work), 0);
    lab_edit(season, "season.xml", "members=\"200000\"", "members=\"200001\"");
    g_autofree char *limits = planned(season);
    assert_non_null(strstr(limits, "安全限额有变化"));
}

/* A kill between a run and the link to it: the next run completes that, and publishes no second one. */
static void a_link_that_was_not_set_is_set(void **state)
{
    (void)state;
    g_autofree char *season = season_run_once("unlinked"), *first = lab_latest(season);
    lab_season_run(season, 0, "--republish", NULL);
    g_autofree char *second = lab_latest(season), *link = g_build_filename(season, "results", "latest", NULL);
    assert_int_equal(g_unlink(link), 0);
    assert_int_equal(symlink(first, link), 0);
    lab_season_run(season, 0, NULL);
    g_autofree char *now = lab_latest(season);
    assert_string_equal(now, second);
    assert_int_equal(g_unlink(link), 0);
    lab_season_run(season, 0, NULL);
    g_autofree char *again = lab_latest(season), *sound = verified(season, 0);
    assert_string_equal(again, second);
}

/* ---- withdraw and status, with and without records ---- */

static void a_withdrawal_is_noted_once(void **state)
{
    (void)state;
    g_autofree char *season = lab_copy(template_season, "noted"), *never = lab_said(3, "withdraw", season, "C001", NULL, NULL);
    assert_non_null(strstr(never, "anjuan run"));
    lab_season_run(season, 0, NULL);
    remove_tree(season, "work");
    g_autofree char *gone = lab_said(3, "status", season, NULL, NULL, NULL), *taken = lab_said(0, "withdraw", season, "第001县", NULL, NULL);
    assert_non_null(strstr(gone, "work/"));
    assert_non_null(strstr(taken, "已撤回2份"));
    g_autofree char *again = lab_said(0, "withdraw", season, "C001", NULL, NULL), *log = lab_read(season, "run.log");
    assert_non_null(strstr(again, "没有可撤回的收件"));
    const char *noted = strstr(log, "\"result\":\"withdrawn\",\"unit\":\"C001\",\"receipts\":2}");
    assert_non_null(noted);
    assert_null(strstr(noted + strlen("\"result\":\"withdrawn\""), "withdrawn"));
    lab_season_run(season, 0, NULL);
    g_autofree char *status = lab_said(0, "status", season, NULL, NULL, NULL), *sound = verified(season, 0);
    assert_non_null(strstr(status, "未报送"));
}

/* A season file that is being edited keeps nobody from looking. */
static void a_wrong_season_file_keeps_nobody_from_looking(void **state)
{
    (void)state;
    g_autofree char *season = season_run_once("wrong");
    lab_edit(season, "season.xml", "full-at=\"1.5\"", "full-at=\"\"");
    g_autofree char *verify = verified(season, 0), *explain = lab_said(0, "explain", season, "C001", NULL, NULL);
    g_autofree char *status = lab_said(0, "status", season, NULL, NULL, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_first_run_has_none_to_compare_with),
        cmocka_unit_test(a_table_edit_is_a_table_edit),
        cmocka_unit_test(a_rule_is_a_rule_and_a_package_is_material),
        cmocka_unit_test(runs_are_named_by_name_or_beginning),
        cmocka_unit_test(a_run_taken_away_shows),
        cmocka_unit_test(a_changed_manifest_shows),
        cmocka_unit_test(a_file_put_into_a_run_shows),
        cmocka_unit_test(an_altered_blob_is_found_and_healed),
        cmocka_unit_test(a_run_is_rebuilt_after_all_has_changed),
        cmocka_unit_test(a_profile_changes_levels_and_is_kept),
        cmocka_unit_test(a_rebuild_says_what_differs_and_what_is_gone),
        cmocka_unit_test(nothing_open_is_sealed),
        cmocka_unit_test(later_runs_are_told_against_the_sealed_one),
        cmocka_unit_test(what_was_changed_afterwards_is_not_sealed),
        cmocka_unit_test(other_rules_are_tried_and_nothing_is_touched),
        cmocka_unit_test(groups_that_the_tables_do_not_know_are_told),
        cmocka_unit_test(a_trial_opens_no_package),
        cmocka_unit_test(a_plan_gives_reasons_and_changes_nothing),
        cmocka_unit_test(a_link_that_was_not_set_is_set),
        cmocka_unit_test(a_withdrawal_is_noted_once),
        cmocka_unit_test(a_wrong_season_file_keeps_nobody_from_looking),
    };
    return cmocka_run_group_tests(tests, make_template, free_template);
}
