/* The program anjuan-score on records in files. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>
#include <cmocka.h>

#include "fileio.h"
#include "scorelab.h"

typedef struct {
    Lab *lab;
    char *dir;
} Fixture;

static char *path_of(const Fixture *f, const char *name)
{
    return g_build_filename(f->dir, name, NULL);
}

static void write_inputs(const Fixture *f)
{
    g_autofree char *season = path_of(f, "season.xml"), *tables = path_of(f, "tables.xml");
    assert_true(file_write_whole(season, f->lab->season_text->str, f->lab->season_text->len, NULL));
    g_free(f->lab->tables->program);
    f->lab->tables->program = g_strdup("test");
    assert_true(record_write(&tables_type, f->lab->tables, tables, NULL));
    for (guint i = 0; i < f->lab->records->len; i++) {
        const UnitRecord *record = f->lab->records->pdata[i];
        g_autofree char *name = g_strconcat(record->id, ".xml", NULL), *path = path_of(f, name);
        assert_true(record_write(&unit_type, record, path, NULL));
    }
}

static int set_up(void **state)
{
    Fixture *f = g_new0(Fixture, 1);
    f->dir = g_build_filename(g_get_tmp_dir(), "score", NULL);
    f->lab = lab_new();
    static const char *const ids[] = {"A", "B"};
    for (size_t i = 0; i < G_N_ELEMENTS(ids); i++) {
        lab_unit(f->lab, ids[i], "county", 2, true);
        lab_clean(f->lab, ids[i]);
        lab_cases(f->lab, ids[i], 3 + (int)i);
        for (int file = 1; file <= 3; file++) {
            g_autofree char *name = g_strdup_printf("%d", file);
            lab_marked_file(f->lab, ids[i], name, KIND_PENALTY, "70");
        }
    }
    lab_unit(f->lab, "C", "county", 2, false);
    *state = f;
    if (!file_make_folder(f->dir, NULL))
        return 1;
    write_inputs(f);
    return 0;
}

static int tear_down(void **state)
{
    Fixture *f = *state;
    lab_free(f->lab);
    file_remove_tree(f->dir, NULL);
    g_free(f->dir);
    g_free(f);
    return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

/* Runs anjuan-score in the fixture's folder with the words of ARGUMENTS; the exit status.  What it says goes
 * to *MESSAGE. */
static int run_score(const Fixture *f, const char *arguments, char **message)
{
    g_autofree char *program = g_build_filename(g_getenv("ANJUAN_BUILD"), "bin", "anjuan-score", NULL);
    g_autofree char *line = g_strdup_printf("%s %s", program, arguments), *output = NULL;
    g_auto(GStrv) argv = NULL;
    int status;
    assert_true(g_shell_parse_argv(line, NULL, &argv, NULL));
    assert_true(
        g_spawn_sync(f->dir, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, message, &status, NULL));
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static Scores *scores_of(const Fixture *f, const char *name)
{
    g_autofree char *path = path_of(f, name);
    Scores *scores = record_read(&scores_type, path, NULL);
    assert_non_null(scores);
    return scores;
}

static char *bytes_of(const Fixture *f, const char *name)
{
    g_autofree char *path = path_of(f, name);
    char *bytes = NULL;
    assert_true(g_file_get_contents(path, &bytes, NULL, NULL));
    return bytes;
}

static void units_are_scored(void **state)
{
    Fixture *f = *state;
    assert_int_equal(run_score(f, "--season season.xml --tables tables.xml -o s.xml A.xml B.xml", NULL), 0);
    Scores *scores = scores_of(f, "s.xml");
    assert_int_equal(scores->units->len, 3);
    assert_string_equal(((ScoreUnit *)scores->units->pdata[0])->id, "B");
    assert_string_equal(((ScoreUnit *)scores->units->pdata[2])->eligibility, "not-handed-in");
    assert_int_equal(scores->changes->len, 0);
    record_free(&scores_type, scores);
}

static void order_of_arguments_does_not_matter(void **state)
{
    Fixture *f = *state;
    assert_int_equal(run_score(f, "--season season.xml --tables tables.xml -o s.xml A.xml B.xml", NULL), 0);
    assert_int_equal(run_score(f, "-o t.xml B.xml --tables tables.xml A.xml --season season.xml", NULL), 0);
    g_autofree char *s = bytes_of(f, "s.xml"), *t = bytes_of(f, "t.xml");
    assert_string_equal(s, t);
}

static void changes_come_from_the_previous_run(void **state)
{
    Fixture *f = *state;
    assert_int_equal(run_score(f, "--season season.xml --tables tables.xml -o s.xml A.xml B.xml", NULL), 0);
    ((ReviewRow *)f->lab->tables->reviews->pdata[0])->mark = decimal_from_int(77);
    write_inputs(f);
    assert_int_equal(
        run_score(f, "--season season.xml --tables tables.xml --previous s.xml -o t.xml A.xml B.xml", NULL),
        0);
    Scores *scores = scores_of(f, "t.xml");
    assert_int_equal(scores->changes->len, 3); /* total, quality, average */
    assert_string_equal(((ScoreChange *)scores->changes->pdata[0])->origins, "table");
    record_free(&scores_type, scores);
}

/* A run published again has the bytes of the first: what was compared and found the same leaves nothing (SPEC 5.5). */
static void nothing_changed_leaves_nothing(void **state)
{
    Fixture *f = *state;
    assert_int_equal(run_score(f, "--season season.xml --tables tables.xml -o s.xml A.xml B.xml", NULL), 0);
    assert_int_equal(run_score(f, "--season season.xml --tables tables.xml --previous s.xml -o t.xml A.xml B.xml", NULL), 0);
    g_autofree char *s = bytes_of(f, "s.xml"), *t = bytes_of(f, "t.xml");
    assert_string_equal(s, t);
    ((ReviewRow *)f->lab->tables->reviews->pdata[0])->mark = decimal_from_int(77);
    write_inputs(f);
    assert_int_equal(run_score(f, "--season season.xml --tables tables.xml --previous s.xml -o u.xml A.xml B.xml", NULL), 0);
    g_autofree char *u = bytes_of(f, "u.xml");
    assert_non_null(strstr(u, "<made-from name=\"previous\""));
}

static void check_refused(const Fixture *f, const char *arguments, int status, const char *word)
{
    g_autofree char *message = NULL;
    assert_int_equal(run_score(f, arguments, &message), status);
    if (!strstr(message, word))
        fail_msg("no '%s' in: %s", word, message);
    g_autofree char *output = path_of(f, "x.xml");
    assert_false(g_file_test(output, G_FILE_TEST_EXISTS));
}

static void bad_inputs_are_refused(void **state)
{
    Fixture *f = *state;
    g_autofree char *broken = path_of(f, "broken.xml");
    assert_true(file_write_whole(broken, "<unit", 5, NULL));
    check_refused(f, "--tables tables.xml -o x.xml A.xml", 2, "--season");
    check_refused(f, "--season season.xml --tables tables.xml A.xml", 2, "-o");
    check_refused(f, "--season season.xml --tables none.xml -o x.xml", 3, "none.xml");
    check_refused(f, "--season season.xml --tables tables.xml -o x.xml broken.xml", 3, "broken.xml");
    check_refused(f, "--season season.xml --tables tables.xml -o x.xml A.xml A.xml", 3, "A");
    check_refused(f, "--season season.xml --tables A.xml -o x.xml", 3, "A.xml");
    g_free(lab_record(f->lab, "A")->id);
    ((UnitRecord *)f->lab->records->pdata[0])->id = g_strdup("X");
    write_inputs(f);
    check_refused(f, "--season season.xml --tables tables.xml -o x.xml X.xml", 3, "X");
}

int main(void)
{
    const struct CMUnitTest tests[] = {TEST(units_are_scored), TEST(order_of_arguments_does_not_matter),
                                       TEST(changes_come_from_the_previous_run), TEST(nothing_changed_leaves_nothing),
                                       TEST(bad_inputs_are_refused)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
