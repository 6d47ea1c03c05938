/* A loser wants another rank: whatever is changed, added, taken away or exchanged in the results afterwards,
 * verify names it. */
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

#include "digest.h"
#include "fileio.h"
#include "seasonlab.h"

/* A season with three runs, the second the sealed form of the first. */
static char *template_season, *plain, *official, *newest;

static int make_template(void **state)
{
    (void)state;
    template_season = g_build_filename(g_get_tmp_dir(), "template", NULL);
    LabResult made = lab_run("anjuan-samples", "--units", "3", "--pages", "1", "-o", template_season, NULL);
    assert_int_equal(made.status, 0);
    lab_result_clear(&made);
    lab_overwrite(template_season, "reference/rulings.csv",
                  "编号,单位,类型,对象,事实日期,认定日期,说明\r\n"
                  "1,C001,并列优先,,,2016-12-08,会议\r\n"
                  "2,C001,并列优先,米例远,,2016-12-08,会议\r\n"
                  "3,C002,并列优先,米例远,,2016-12-08,会议\r\n"
                  "4,C001,并列优先,龙例泽,,2016-12-08,会议\r\n");
    lab_season_run(template_season, 0, NULL);
    plain = lab_latest(template_season);
    g_autofree char *sealed = lab_said(0, "seal", "--note", "会议审定", template_season, "latest");
    official = lab_latest(template_season);
    lab_edit(template_season, "season.xml", "zero-at=\"0.5\"", "zero-at=\"0.6\"");
    lab_season_run(template_season, 0, NULL);
    newest = lab_latest(template_season);
    return 0;
}

static int free_template(void **state)
{
    (void)state;
    g_free(template_season);
    g_free(plain);
    g_free(official);
    g_free(newest);
    return 0;
}

/* What verify says of SEASON, which must name RUN/NAME with PROBLEM. */
static void expect_problem(const char *season, const char *run, const char *name, const char *problem)
{
    g_autofree char *text = lab_said(3, "verify", "--lang", "en", season, NULL),
                    *path = g_build_filename("results", run, name, NULL);
    g_autofree char *line = g_strconcat(path, "\n    problem: ", NULL);
    const char *at = strstr(text, line);
    if (!at || !g_str_has_prefix(at + strlen(line), problem))
        fail_msg("expected %s%s in:\n%s", line, problem, text);
}

static char *in_results(const char *season, const char *run, const char *name)
{
    return g_build_filename(season, "results", run, name, NULL);
}

/* ---- the files of a run ---- */

static void what_is_no_file_is_named(void **state)
{
    (void)state;
    g_autofree char *season = lab_copy(template_season, "odd"),
                    *table = in_results(season, plain, "collectives.csv");
    g_autofree char *aside = g_build_filename(g_get_tmp_dir(), "aside", NULL),
                    *added = in_results(season, plain, "final.csv");
    assert_int_equal(g_rename(table, aside), 0);
    assert_int_equal(symlink(aside, table), 0); /* the same bytes, but whose? */
    expect_problem(season, plain, "collectives.csv", "no longer the published file");
    assert_int_equal(g_unlink(table), 0);
    assert_int_equal(mkfifo(table, 0600), 0); /* nobody ever writes into it */
    expect_problem(season, plain, "collectives.csv", "no longer the published file");
    assert_int_equal(g_unlink(table), 0);
    assert_int_equal(g_rename(aside, table), 0);
    assert_int_equal(symlink("collectives.csv", added), 0);
    expect_problem(season, plain, "final.csv", "not in the manifest");
    assert_int_equal(g_unlink(added), 0);
    g_autofree char *sound = lab_said(0, "verify", season, NULL, NULL, NULL);
}

static void a_folder_behind_a_link_is_named(void **state)
{
    (void)state;
    g_autofree char *season = lab_copy(template_season, "behind"),
                    *units = in_results(season, plain, "units");
    g_autofree char *aside = g_build_filename(g_get_tmp_dir(), "units-aside", NULL);
    assert_int_equal(g_rename(units, aside), 0);
    assert_int_equal(symlink(aside, units), 0);
    expect_problem(season, plain, "units/C002.html", "no longer the published file");
}

/* ---- the chain ---- */

static void redigest(const char *season, const char *run, const char *name, const char *before)
{
    char hex[65];
    g_autofree char *path = in_results(season, run, name),
                    *manifest = g_build_filename("results", run, "manifest.xml", NULL);
    assert_true(digest_file(path, hex, NULL));
    lab_edit(season, manifest, before, hex);
}

static void digest_of(const char *season, const char *run, const char *name, char hex[65])
{
    g_autofree char *path = in_results(season, run, name);
    assert_true(digest_file(path, hex, NULL));
}

/* The manifest of RUN was BEFORE: everything that noted it is made to agree. */
static void rechain(const char *season, const char *run, const char *follower, const char *before)
{
    char hex[65];
    g_autofree char *manifest = g_build_filename("results", follower, "manifest.xml", NULL), *text = NULL;
    digest_of(season, run, "manifest.xml", hex);
    while (g_free(text), text = lab_read(season, manifest), strstr(text, before))
        lab_edit(season, manifest, before, hex);
}

/* The whole tail is made anew, each manifest in agreement with the next, and run.log is made to vouch for the
 * newest: its older lines tell. */
static void a_tail_made_anew_is_told_by_the_log(void **state)
{
    (void)state;
    char table[65], first[65], second[65], third[65], forged[65];
    g_autofree char *season = lab_copy(template_season, "tail"),
                    *name = g_build_filename("results", plain, "collectives.csv", NULL);
    digest_of(season, plain, "collectives.csv", table);
    digest_of(season, plain, "manifest.xml", first);
    digest_of(season, official, "manifest.xml", second);
    digest_of(season, newest, "manifest.xml", third);
    lab_edit(season, name, ",1,C001,", ",2,C001,");
    redigest(season, plain, "collectives.csv", table);
    rechain(season, plain, official, first);
    rechain(season, official, newest, second);
    digest_of(season, newest, "manifest.xml", forged);
    lab_edit(season, "run.log", third, forged);
    expect_problem(season, plain, "manifest.xml", "its manifest was changed: run.log");
    expect_problem(season, official, "manifest.xml", "its manifest was changed: run.log");
    digest_of(season, plain, "manifest.xml", forged);
    lab_edit(season, "run.log", first, forged);
    digest_of(season, official, "manifest.xml", forged);
    lab_edit(season, "run.log", second, forged);
    g_autofree char *agreed =
        lab_said(0, "verify", season, NULL, NULL, NULL); /* what the season alone cannot tell … */
    assert_non_null(strstr(agreed, forged));             /* … a note of the digest kept elsewhere does */
    g_autofree char *rebuilt = lab_said(3, "rebuild", season, plain, NULL, NULL);
    assert_non_null(strstr(rebuilt, "collectives.csv"));
}

/* A run that follows the newest in agreement with itself, and that nothing but its maker knows. */
static void a_run_put_there_is_named(void **state)
{
    (void)state;
    char hex[65];
    g_autofree char *season = lab_copy(template_season, "put"), *from = in_results(season, newest, NULL),
                    *to = in_results("put", "20991231T000000Z", NULL);
    g_autofree char *made = lab_copy(from, to), *link = in_results(season, "latest", NULL),
                    *manifest = g_build_filename(made, "manifest.xml", NULL);
    digest_of(season, newest, "manifest.xml", hex);
    g_autofree char *previous = g_strdup_printf(" previous=\"%s\"", newest),
                    *before = g_strdup_printf(" previous=\"%s\"", official);
    char old[65];
    digest_of(season, official, "manifest.xml", old);
    lab_edit(made, "manifest.xml", newest, "20991231T000000Z");
    lab_edit(made, "manifest.xml", before, previous);
    lab_edit(made, "manifest.xml", old, hex);
    assert_int_equal(g_unlink(link), 0);
    assert_int_equal(symlink("20991231T000000Z", link), 0);
    expect_problem(season, "20991231T000000Z", NULL, "neither run.log nor a later run");
    lab_edit(made, "manifest.xml", "20991231T000000Z", newest);
    expect_problem(season, "20991231T000000Z", NULL, "by its manifest this is ");
}

/* ---- links and seals ---- */

static void point(const char *season, const char *link, const char *target)
{
    g_autofree char *path = in_results(season, link, NULL);
    g_unlink(path);
    if (target)
        assert_int_equal(symlink(target, path), 0);
}

static void links_that_were_turned_are_named(void **state)
{
    (void)state;
    g_autofree char *season = lab_copy(template_season, "turned"),
                    *stray = in_results(season, "collectives.csv", NULL);
    point(season, "official", plain);
    expect_problem(season, "official", NULL, "points at ");
    point(season, "official", NULL);
    expect_problem(season, "official", NULL, "is gone");
    point(season, "official", official);
    point(season, "latest", official);
    expect_problem(season, "latest", NULL, "points at ");
    point(season, "latest", newest);
    g_autofree char *sound = lab_said(0, "verify", season, NULL, NULL, NULL);
    assert_true(g_file_set_contents(stray, "x", -1, NULL));
    expect_problem(season, "collectives.csv", NULL, "no published run");
}

/* The seal goes over to the run with the rules that suit the forger, and all digests with it. */
static void a_seal_that_was_moved_is_named(void **state)
{
    (void)state;
    char second[65], third[65], forged[65];
    g_autofree char *season = lab_copy(template_season, "moved"),
                    *from = g_build_filename("results", official, "manifest.xml", NULL);
    g_autofree char *to = g_build_filename("results", newest, "manifest.xml", NULL),
                    *text = lab_read(season, from);
    digest_of(season, official, "manifest.xml", second);
    digest_of(season, newest, "manifest.xml", third);
    char *start = strstr(text, " <seal ");
    assert_non_null(start);
    g_autofree char *seal = g_strndup(start, strcspn(start, "\n") + 1),
                    *moved = g_strconcat(seal, " <input ", NULL);
    lab_edit(season, from, seal, "");
    lab_edit(season, to, " <input ", moved);
    rechain(season, official, newest, second);
    digest_of(season, official, "manifest.xml", forged);
    lab_edit(season, "run.log", second, forged);
    digest_of(season, newest, "manifest.xml", forged);
    lab_edit(season, "run.log", third, forged);
    point(season, "official", newest);
    expect_problem(season, newest, "manifest.xml", "it was made of other material");
}

static void a_withdrawal_by_hand_is_named(void **state)
{
    (void)state;
    g_autofree char *season = lab_copy(template_season, "by-hand");
    g_autofree char *act = lab_said(0, "withdraw", season, "C003", NULL, NULL),
                    *sound = lab_said(0, "verify", season, NULL, NULL, NULL);
    lab_edit(season, "store/receipts/C002/0001.xml", "<receipt ", "<receipt withdrawn=\"yes\" ");
    g_autofree char *text = lab_said(3, "verify", "--lang", "en", season, NULL);
    assert_non_null(
        strstr(text, "receipts/C002\n    problem: 1 receipts are marked withdrawn, run.log knows of 0"));
    assert_null(strstr(text, "receipts/C003"));
}

/* No path can be made of it: the receipt is named, whatever reads it. */
static void a_digest_that_is_none_is_named(void **state)
{
    (void)state;
    g_autofree char *season = lab_copy(template_season, "no-digest");
    lab_edit(season, "store/receipts/C002/0001.xml", " sha256=\"", " sha256=\"../");
    g_autofree char *text = lab_said(3, "verify", "--lang", "en", season, NULL);
    assert_non_null(strstr(text, "receipts/C002/0001.xml"));
    assert_non_null(strstr(text, "attribute sha256"));
}

/* ---- the store ---- */

/* The blob of an input of the newest run, damaged so that its size stays: nothing is published, and --rehash
 * heals it. */
static void a_table_in_the_store_is_healed(void **state)
{
    (void)state;
    char hex[65];
    g_autofree char *season = lab_copy(template_season, "healed"),
                    *table = g_build_filename(season, "reference", "air.csv", NULL);
    assert_true(digest_file(table, hex, NULL));
    g_autofree char *blob = g_strdup_printf("store/sha256/%.2s/%s", hex, hex + 2),
                    *path = g_build_filename(season, blob, NULL);
    lab_edit(season, blob, "PM10", "PM19");
    g_autofree char *text = lab_said(3, "verify", season, NULL, NULL, NULL), *before = lab_latest(season);
    assert_non_null(strstr(text, blob));
    assert_non_null(strstr(text, "run --rehash"));
    lab_season_run(season, 0, "--rehash", NULL);
    g_autofree char *after = lab_latest(season), *sound = lab_said(0, "verify", season, NULL, NULL, NULL);
    assert_string_equal(before, after);
    assert_int_equal(g_unlink(path), 0);
    assert_int_equal(mkfifo(path, 0600), 0);
    g_autofree char *odd = lab_said(3, "verify", "--lang", "en", season, NULL);
    assert_non_null(strstr(odd, "no regular file"));
    lab_season_run(season, 0, "--rehash", NULL);
    g_autofree char *again = lab_said(0, "verify", season, NULL, NULL, NULL);
}

/* A table on another disk, linked into the season, is kept with the run like any other. */
static void a_linked_table_is_kept(void **state)
{
    (void)state;
    g_autofree char *season = lab_copy(template_season, "linked"),
                    *table = g_build_filename(season, "reference", "air.csv", NULL);
    g_autofree char *elsewhere = g_build_filename(g_get_tmp_dir(), "air-elsewhere.csv", NULL);
    assert_int_equal(g_rename(table, elsewhere), 0);
    assert_int_equal(symlink(elsewhere, table), 0);
    lab_season_run(season, 0, "--republish", NULL);
    g_autofree char *manifest = lab_read(season, "results/latest/manifest.xml");
    assert_non_null(strstr(manifest, "name=\"reference/air.csv\""));
    assert_null(strstr(strstr(manifest, "name=\"reference/air.csv\"") + 1, "name=\"reference/air.csv\""));
    assert_int_equal(g_unlink(elsewhere), 0);
    g_autofree char *rebuilt = lab_said(0, "rebuild", season, "latest", NULL, NULL);
}

/* Killed after the act was noted: no receipt is marked that run.log does not know of, and the same command
 * does the rest. */
static void a_withdrawal_cut_off_is_done_again(void **state)
{
    (void)state;
    g_autofree char *season = lab_copy(template_season, "cut-off"), *log = lab_read(season, "run.log");
    g_autofree char *noted = g_strconcat(
        log, "{\"time\":\"x\",\"result\":\"withdrawn\",\"unit\":\"C002\",\"receipts\":2}\n", NULL);
    lab_overwrite(season, "run.log", noted);
    lab_edit(season, "store/receipts/C002/0001.xml", "<receipt ", "<receipt withdrawn=\"yes\" ");
    g_autofree char *sound = lab_said(0, "verify", season, NULL, NULL, NULL);
    g_autofree char *rest = lab_said(0, "withdraw", season, "C002", NULL, NULL),
                    *receipt = lab_read(season, "store/receipts/C002/0002.xml");
    assert_non_null(strstr(receipt, "withdrawn=\"yes\""));
    g_autofree char *still = lab_said(0, "verify", season, NULL, NULL, NULL);
}

/* Where the act cannot be noted it is not done. */
static void a_withdrawal_that_cannot_be_noted_is_none(void **state)
{
    (void)state;
    g_autofree char *season = lab_copy(template_season, "unnoted"),
                    *log = g_build_filename(season, "run.log", NULL);
    assert_int_equal(g_unlink(log), 0);
    assert_int_equal(g_mkdir(log, 0700), 0);
    g_autofree char *text = lab_said(74, "withdraw", season, "C002", NULL, NULL);
    g_autofree char *receipt = lab_read(season, "store/receipts/C002/0001.xml");
    assert_null(strstr(receipt, "withdrawn=\"yes\""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_no_file_is_named),
        cmocka_unit_test(a_folder_behind_a_link_is_named),
        cmocka_unit_test(a_tail_made_anew_is_told_by_the_log),
        cmocka_unit_test(a_run_put_there_is_named),
        cmocka_unit_test(links_that_were_turned_are_named),
        cmocka_unit_test(a_seal_that_was_moved_is_named),
        cmocka_unit_test(a_withdrawal_by_hand_is_named),
        cmocka_unit_test(a_digest_that_is_none_is_named),
        cmocka_unit_test(a_table_in_the_store_is_healed),
        cmocka_unit_test(a_linked_table_is_kept),
        cmocka_unit_test(a_withdrawal_cut_off_is_done_again),
        cmocka_unit_test(a_withdrawal_that_cannot_be_noted_is_none),
    };
    return cmocka_run_group_tests(tests, make_template, free_template);
}
