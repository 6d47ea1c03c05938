/* The sample season's results against tables that were recomputed by hand from SPEC (tests/season/golden/README.md). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include <glib.h>

#include "csv.h"
#include "seasonlab.h"

#define GOLDEN "tests/season/golden"

static char *season;

static int make_season(void **state)
{
    (void)state;
    season = lab_season("golden");
    lab_season_run(season, 0, NULL);
    return 0;
}

static int free_season(void **state)
{
    (void)state;
    g_free(season);
    return 0;
}

/* Fails at the first line that differs, which says more than "the files differ". */
static void assert_same_lines(const char *name, const char *expected, const char *found)
{
    g_auto(GStrv) wanted = g_strsplit(expected, "\n", -1);
    g_auto(GStrv) lines = g_strsplit(found, "\n", -1);
    guint count = MIN(g_strv_length(wanted), g_strv_length(lines));
    for (guint i = 0; i < count; i++)
        if (strcmp(wanted[i], lines[i]) != 0)
            fail_msg("%s line %u\nexpected %s\nfound    %s", name, i + 1, wanted[i], lines[i]);
    assert_int_equal(g_strv_length(wanted), g_strv_length(lines));
}

static void tables_are_as_recomputed(void **state)
{
    (void)state;
    static const char *const names[] = {"collectives.csv", "individuals.csv", "legal.csv",  "casefiles.csv",
                                        "counted.csv",     "baseline.csv",    "changes.csv"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *path = g_build_filename("results/latest", names[i], NULL);
        g_autofree char *expected = lab_read(GOLDEN, names[i]), *found = lab_read(season, path);
        assert_same_lines(names[i], expected, found);
    }
}

/* Code, level, unit, case file and file; the sentences have tests of their own. */
static void take_row(const CsvRow *row, gpointer data)
{
    if (row->n_cells < 5)
        return;
    for (guint i = 0; i < 5; i++)
        g_string_append_printf(data, "%s%s", i ? "\t" : "", row->cells[i].text);
    g_string_append_c(data, '\n');
}

static void every_planted_fault_and_nothing_else_is_found(void **state)
{
    (void)state;
    size_t size;
    g_autofree char *expected = lab_read(GOLDEN, "findings.txt"), *csv = lab_read(season, "results/latest/findings.csv");
    g_autofree char *text = csv_decode(csv, strlen(csv), &size, NULL, NULL);
    g_autoptr(GString) found = g_string_new(NULL);
    const CsvHandler handler = {.row = take_row, .data = found};
    csv_parse(text, size, ',', &handler);
    assert_same_lines("findings", expected, found->str);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(tables_are_as_recomputed),
                                       cmocka_unit_test(every_planted_fault_and_nothing_else_is_found)};
    return cmocka_run_group_tests(tests, make_season, free_season);
}
