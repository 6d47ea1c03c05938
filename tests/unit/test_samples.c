/* The maker of sample seasons: the same recipe gives the same bytes, packages hold what the recipe says,
 * wrong recipes are told. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include <glib/gstdio.h>

#include "digest.h"
#include "fileio.h"

static const char unit_recipe[] =
    "[unit]\nid=YY\nname=乌有县环境保护局\naliases=乌有县\ngroup=county\nplace=乌有县\nregion=431299\nprefix="
    "乌环\n"
    "writer=wps\npapers=grouped\ncasefile=zip\nscans=tif;jpg;png;fax-pdf\nenterprises=3\n"
    "[environment]\npm10=70;69\npm2.5=40;39\nwater1=无;;;\n"
    "[package "
    "1]\nname=乌有县.zip\nkind=zip-gbk\ncontents=files;evidence;people;self-assessment\nreceived=2016-11-25 "
    "09:00\n"
    "[package 2]\nname=乌有县(更正).zip\nkind=zip\nmended=案卷甲\nround=2\nreceived=2016-12-01 09:00\n"
    "[companies]\nA=乌有县南柯纸业有限公司;范样川;credit;乌有县槐安村;废水\n"
    "[officers]\n1=向例明;43129901\n2=舒例川;43129902\n"
    "[file "
    "案卷甲]\nkind=penalty\nnumber=乌环罚字〔2016〕1号\nparty=A\nact=water-overrun\ndecided=2016-10-10\nfine="
    "50000\n"
    "marks=90;91;92\ndamage=送达回证:truncated\n"
    "[file "
    "案卷乙]\nkind=daily\nnumber=乌环连罚字〔2016〕1号\nparty=A\nact=water-overrun\norder-served=2016-09-08\n"
    "recheck=2016-09-20\noriginal=乌环罚字〔2016〕2号\noriginal-decided=2016-10-12\noriginal-fine="
    "30000\ndecided=2016-11-03\n"
    "[candidate "
    "1]\nofficer=1\nfile=案卷甲\nlead=乌环罚字〔2016〕1号\nmember=乌环连罚字〔2016〕1号\nmarks=90,90,90\n";

static char *folder(const char *name) {
    return g_build_filename(g_get_tmp_dir(), name, NULL);
}

/* Copies the season's own season.ini and calendar.ini beside a unit's recipe of TEXT. */
static char *recipe_folder(const char *name, const char *text) {
    char *path = folder(name);
    g_mkdir_with_parents(path, 0777);
    static const char *const shared[] = {"calendar.ini", "season.ini"};
    for (guint i = 0; i < G_N_ELEMENTS(shared); i++) {
        g_autofree char *from = g_build_filename("samples/season", shared[i], NULL),
                        *to = g_build_filename(path, shared[i], NULL);
        g_autofree char *content = NULL;
        assert_true(g_file_get_contents(from, &content, NULL, NULL));
        assert_true(g_file_set_contents(to, content, -1, NULL));
    }
    g_autofree char *unit = g_build_filename(path, "01-YY.ini", NULL);
    assert_true(g_file_set_contents(unit, text, -1, NULL));
    return path;
}

/* Runs the maker; returns its exit status and, in *MESSAGE, what it said. */
static int make(const char *recipe, const char *output, const char *option, char **message) {
    g_autofree char *program = g_build_filename(g_getenv("ANJUAN_BUILD"), "bin", "anjuan-samples", NULL);
    const char *argv[] = {program, "--recipe", recipe, "-o", output, option, NULL};
    int status = 0;
    g_autofree char *said = NULL;
    assert_true(g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, &said,
                             &status, NULL));
    if (message) *message = g_steal_pointer(&said);
    return g_spawn_check_wait_status(status, NULL) ? 0 : status >> 8;
}

static void digest_of(const char *path, char hex[DIGEST_HEX + 1]) {
    assert_true(digest_folder(path, hex, NULL));
}

static gboolean contains(const char *path, const char *bytes) {
    gsize size;
    g_autofree char *data = NULL;
    assert_true(g_file_get_contents(path, &data, &size, NULL));
    return memmem(data, size, bytes, strlen(bytes)) != NULL;
}

static void test_same_bytes(void **state) {
    (void)state;
    g_autofree char *recipe = recipe_folder("recipe", unit_recipe), *a = folder("a"), *b = folder("b"),
                    *c = folder("c");
    char of_a[DIGEST_HEX + 1], of_b[DIGEST_HEX + 1], of_c[DIGEST_HEX + 1];
    assert_int_equal(make(recipe, a, NULL, NULL), 0);
    assert_int_equal(make(recipe, b, NULL, NULL), 0);
    digest_of(a, of_a);
    digest_of(b, of_b);
    assert_string_equal(of_a, of_b);
    assert_int_equal(make(recipe, c, "--seed=5", NULL), 0);
    digest_of(c, of_c);
    assert_string_not_equal(of_a, of_c);
}

static void test_rounds(void **state) {
    (void)state;
    g_autofree char *recipe = recipe_folder("recipe", unit_recipe), *all = folder("all"),
                    *rounds = folder("rounds");
    g_autofree char *later = g_build_filename(rounds, "submissions", "乌有县(更正).zip", NULL);
    char of_all[DIGEST_HEX + 1], of_rounds[DIGEST_HEX + 1];
    assert_int_equal(make(recipe, all, NULL, NULL), 0);
    assert_int_equal(make(recipe, rounds, "--first-round", NULL), 0);
    assert_false(g_file_test(later, G_FILE_TEST_EXISTS));
    assert_int_equal(make(recipe, rounds, "--corrections", NULL), 0);
    assert_true(g_file_test(later, G_FILE_TEST_EXISTS));
    digest_of(all, of_all);
    digest_of(rounds, of_rounds);
    assert_string_equal(of_all, of_rounds);
}

/* GBK names stand raw in one package, UTF-8 names in the other; a case file is a ZIP of its own in both. */
static void test_names(void **state) {
    (void)state;
    g_autofree char *recipe = recipe_folder("recipe", unit_recipe), *out = folder("names");
    assert_int_equal(make(recipe, out, NULL, NULL), 0);
    g_autofree char *gbk_package = g_build_filename(out, "submissions", "乌有县.zip", NULL);
    g_autofree char *utf8_package = g_build_filename(out, "submissions", "乌有县(更正).zip", NULL);
    g_autofree char *gbk = g_convert("案卷/案卷甲.zip", -1, "GB18030", "UTF-8", NULL, NULL, NULL);
    assert_true(contains(gbk_package, gbk));
    assert_false(contains(gbk_package, "案卷/案卷甲.zip"));
    assert_true(contains(utf8_package, "案卷/案卷甲.zip"));
    assert_false(contains(utf8_package, "案卷/案卷乙.zip")); /* only what was mended */
}

/* The table says what the papers say: twelve days of 30000 yuan. */
static void test_tables(void **state) {
    (void)state;
    g_autofree char *recipe = recipe_folder("recipe", unit_recipe), *out = folder("tables");
    assert_int_equal(make(recipe, out, NULL, NULL), 0);
    g_autofree char *path = g_build_filename(out, "reference", "cases.csv", NULL);
    gsize size;
    g_autofree char *raw = NULL;
    assert_true(g_file_get_contents(path, &raw, &size, NULL));
    g_autofree char *text = g_convert(raw, (gssize)size, "UTF-8", "GB18030", NULL, NULL, NULL);
    assert_non_null(text);
    assert_non_null(strstr(text, "YY-2016-002,乌有县环境保护局,按日连续处罚,乌环连罚字〔2016〕1号,"
                                 "乌有县南柯纸业有限公司,2016-11-03,\"360,000.00\""));
    assert_non_null(strstr(text, "YY-2016-002,乌有县环境保护局,行政处罚,乌环罚字〔2016〕2号"));
    assert_non_null(strstr(text, "合计,,,,,,\"440,000.00\""));
}

static void assert_refused(const char *from, const char *to, const char *expected) {
    g_auto(GStrv) parts = g_strsplit(unit_recipe, from, 2);
    g_autofree char *text = g_strjoin(to, parts[0], parts[1], NULL);
    g_autofree char *recipe = recipe_folder("wrong", text), *out = folder("wrong-out"), *message = NULL;
    assert_int_equal(make(recipe, out, NULL, &message), 3);
    if (!strstr(message, expected)) fail_msg("%s", message);
}

static void test_wrong_recipes(void **state) {
    (void)state;
    assert_refused("decided=2016-10-10", "decided=2016-13-10", "decided");
    assert_refused("act=water-overrun", "act=nothing", "nothing");
    assert_refused("kind=penalty", "kind=robbery", "robbery");
    assert_refused("party=A", "party=Z", "Z");
    assert_refused("scans=tif", "scans=bmp;bmp;bmp;bmp;bmp;bmp;bmp", "bmp");
    assert_refused("lead=乌环罚字〔2016〕1号", "lead=乌环罚字〔2016〕9号", "乌环罚字〔2016〕9号");
}

static void test_usage(void **state) {
    (void)state;
    g_autofree char *out = folder("usage");
    assert_int_equal(make("samples/season", out, "--no-such-option", NULL), 2);
    assert_int_equal(make("samples/season", out, "stray", NULL), 2);
    assert_int_equal(make("samples/season", out, "--page-kb=0", NULL), 2);
}

/* Every finding that a recipe names in its first lines stands in the README's table, too. */
static void test_readme_names_the_faults(void **state) {
    (void)state;
    g_autofree char *readme = NULL;
    assert_true(g_file_get_contents("samples/README.md", &readme, NULL, NULL));
    g_autoptr(GDir) dir = g_dir_open("samples/season", 0, NULL);
    g_autoptr(GRegex) code = g_regex_new("[A-Z]{3}-[0-9]{3}", 0, 0, NULL);
    for (const char *name; (name = g_dir_read_name(dir));) {
        g_autofree char *path = g_build_filename("samples/season", name, NULL), *text = NULL;
        assert_true(g_file_get_contents(path, &text, NULL, NULL));
        g_autoptr(GMatchInfo) match = NULL;
        for (g_regex_match(code, text, 0, &match); g_match_info_matches(match);
             g_match_info_next(match, NULL)) {
            g_autofree char *found = g_match_info_fetch(match, 0);
            if (!strstr(readme, found)) fail_msg("%s: %s is not in samples/README.md", name, found);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same_bytes),
        cmocka_unit_test(test_rounds),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_tables),
        cmocka_unit_test(test_wrong_recipes),
        cmocka_unit_test(test_usage),
        cmocka_unit_test(test_readme_names_the_faults),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
