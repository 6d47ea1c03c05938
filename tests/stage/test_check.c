/* anjuan-check as a program: its two records, what they say they were made from, exit statuses. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>
#include <sys/wait.h>

#include "fault.h"
#include "fileio.h"
#include "submitted.h"

typedef struct { char *dir; Submitted *s; char *errors; } Fixture;

static char *in_dir(const Fixture *f, const char *name)
{
    return g_build_filename(f->dir, name, NULL);
}

static void write_record(const Fixture *f, const RecordType *type, gconstpointer record, const char *name)
{
    g_autofree char *path = in_dir(f, name);
    assert_true(record_write(type, record, path, NULL));
}

static void write_inputs(const Fixture *f)
{
    g_free(f->s->inventory->program);
    g_free(f->s->scans->program);
    g_free(f->s->casefiles->program);
    f->s->inventory->program = g_strdup("i");
    f->s->scans->program = g_strdup("s");
    f->s->casefiles->program = g_strdup("c");
    write_record(f, &inventory_type, f->s->inventory, "inventory.xml");
    write_record(f, &scans_type, f->s->scans, "scans.xml");
    write_record(f, &casefiles_type, f->s->casefiles, "casefiles.xml");
    write_record(f, &slice_type, f->s->slice, "slice.xml");
}

static int set_up(void **state)
{
    Fixture *f = g_new0(Fixture, 1);
    f->dir = g_build_filename(g_get_tmp_dir(), "check", NULL);
    assert_true(file_make_folder(f->dir, NULL));
    f->s = submitted_clean();
    write_inputs(f);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    Fixture *f = *state;
    file_remove_tree(f->dir, NULL);
    submitted_free(f->s);
    g_free(f->dir);
    g_free(f->errors);
    g_free(f);
    return 0;
}

/* Runs anjuan-check in the fixture's folder with the words of ARGUMENTS; its exit status. */
static int run(Fixture *f, const char *arguments)
{
    g_auto(GStrv) words = NULL;
    g_autofree char *program = g_build_filename(g_getenv("ANJUAN_BUILD"), "bin", "anjuan-check", NULL);
    g_autofree char *command = g_strconcat(program, " ", arguments, NULL);
    assert_true(g_shell_parse_argv(command, NULL, &words, NULL));
    int status = 0;
    g_free(f->errors);
    assert_true(g_spawn_sync(f->dir, words, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, &f->errors, &status, NULL));
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static char *season_path(void)
{
    g_autofree char *here = g_get_current_dir();
    return g_build_filename(here, "pipeline", "rules", "season-template.xml", NULL);
}

static int run_usual(Fixture *f, const char *more)
{
    g_autofree char *season = season_path();
    g_autofree char *arguments = g_strdup_printf("--season '%s' %s -o out inventory.xml scans.xml casefiles.xml", season, more);
    return run(f, arguments);
}

static gpointer read_out(const Fixture *f, const RecordType *type, const char *name)
{
    g_autofree char *path = g_build_filename(f->dir, "out", name, NULL);
    gpointer record = record_read(type, path, NULL);
    assert_non_null(record);
    return record;
}

static const char *made_from(const GPtrArray *list, const char *name)
{
    for (guint i = 0; i < list->len; i++)
        if (strcmp(((MadeFrom *)list->pdata[i])->name, name) == 0)
            return ((MadeFrom *)list->pdata[i])->sha256;
    return NULL;
}

static void both_records_are_written(void **state)
{
    Fixture *f = *state;
    drop_files(f->s, "案卷/行政处罚1/告知书.docx");
    write_inputs(f);
    assert_int_equal(run_usual(f, "--tables slice.xml"), EXIT_DONE);
    Findings *findings = read_out(f, &findings_type, "findings.xml");
    UnitRecord *unit = read_out(f, &unit_type, "unit.xml");
    submitted_check(f->s);
    assert_int_equal(findings->findings->len, f->s->findings->findings->len);
    assert_string_equal(((Finding *)findings->findings->pdata[0])->code, ((Finding *)f->s->findings->findings->pdata[0])->code);
    assert_string_equal(findings->unit, "YL");
    assert_string_equal(unit->id, "YL");
    assert_int_equal(unit->casefiles->len, 7);
    record_free(&findings_type, findings);
    record_free(&unit_type, unit);
}

static void what_it_was_made_from_is_named(void **state)
{
    Fixture *f = *state;
    assert_int_equal(run_usual(f, "--tables slice.xml"), EXIT_DONE);
    UnitRecord *unit = read_out(f, &unit_type, "unit.xml");
    static const char *const names[] = {"season", "law", "catalogue", "slice", "inventory", "scans", "casefiles"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        assert_non_null(made_from(unit->made_from, names[i]));
    char digest[65];
    record_digest(&slice_type, f->s->slice, digest);
    assert_string_equal(made_from(unit->made_from, "slice"), digest);
    assert_null(made_from(unit->made_from, "intake"));
    record_free(&unit_type, unit);
}

static void without_tables_it_says_what_was_not_checked(void **state)
{
    Fixture *f = *state;
    assert_int_equal(run_usual(f, ""), EXIT_DONE);
    Findings *findings = read_out(f, &findings_type, "findings.xml");
    assert_int_equal(findings->findings->len, 1);
    assert_string_equal(((Finding *)findings->findings->pdata[0])->code, "PKG-020");
    assert_null(findings->unit);
    record_free(&findings_type, findings);
}

static void the_intake_decides_about_lateness(void **state)
{
    Fixture *f = *state;
    submitted_received(f->s, "2016-09-12T09:00:00+08:00");
    Intake *intake = record_new(&intake_type);
    intake->program = g_strdup("x");
    g_ptr_array_add(intake->units, g_steal_pointer(&f->s->intake));
    write_record(f, &intake_type, intake, "intake.xml");
    record_free(&intake_type, intake);
    assert_int_equal(run_usual(f, "--tables slice.xml --intake intake.xml"), EXIT_DONE);
    Findings *findings = read_out(f, &findings_type, "findings.xml");
    assert_int_equal(findings->findings->len, 2);
    assert_string_equal(((Finding *)findings->findings->pdata[0])->variant, "late");
    assert_non_null(made_from(findings->made_from, "intake"));
    record_free(&findings_type, findings);
}

static void bad_use_and_bad_input(void **state)
{
    Fixture *f = *state;
    assert_int_equal(run(f, "-o out inventory.xml scans.xml casefiles.xml"), EXIT_USAGE);
    assert_non_null(strstr(f->errors, "--season"));
    assert_int_equal(run_usual(f, "--tables slice.xml --unit CX"), EXIT_USAGE);
    assert_int_equal(run_usual(f, "--tables nothing.xml"), EXIT_INPUT);
    assert_non_null(strstr(f->errors, "nothing.xml"));
    assert_int_equal(run_usual(f, "--rules ."), EXIT_INPUT);
    assert_non_null(strstr(f->errors, "cn-2016"));
    assert_int_equal(run(f, "--help"), EXIT_DONE);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(both_records_are_written), CASE(what_it_was_made_from_is_named), CASE(without_tables_it_says_what_was_not_checked),
        CASE(the_intake_decides_about_lateness), CASE(bad_use_and_bad_input),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
