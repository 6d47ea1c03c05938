/* Every code that check itself can raise, and every variant of it, has a test that raises it and one that nearly does (tests/support/findingcases.h). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "catalogue.h"

/* Raised by other programs, whose own tests raise them. */
static const char *const elsewhere[] = {"PKG-010", "PKG-011", "PKG-012", "PKG-013", "PKG-014", "PKG-015", "REF-004",
                                        "DAT-001", "DAT-002", "DAT-003", "DAT-004", "DAT-005", "SCO-001", "SYS-001", NULL};

static char *read_tables(void)
{
    g_autoptr(GString) all = g_string_new(NULL);
    static const char *const names[] = {"package", "files", "law", "tables"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *path = g_strdup_printf("tests/unit/test_check_%s.c", names[i]), *text = NULL;
        assert_true(g_file_get_contents(path, &text, NULL, NULL));
        g_string_append(all, text);
    }
    return g_string_free(g_steal_pointer(&all), FALSE);
}

static void every_code_has_a_case(void **state)
{
    (void)state;
    g_autoptr(Catalogue) catalogue = catalogue_read("pipeline/rules/findings.xml", NULL);
    g_autofree char *tables = read_tables();
    int missing = 0;
    for (guint i = 0; i < catalogue_count(catalogue); i++) {
        const char *code = catalogue_code(catalogue, i);
        if (g_strv_contains(elsewhere, code))
            continue;
        g_autofree char *plain = g_strdup_printf("RAISED(\"%s\", NULL,", code);
        if (strstr(tables, plain))
            continue;
        print_error("no test raises %s\n", code);
        missing++;
    }
    assert_int_equal(missing, 0);
}

static void every_case_is_in_the_catalogue(void **state)
{
    (void)state;
    g_autoptr(Catalogue) catalogue = catalogue_read("pipeline/rules/findings.xml", NULL);
    g_autofree char *tables = read_tables();
    g_auto(GStrv) lines = g_strsplit(tables, "RAISED(\"", -1);
    for (char **line = lines + 1; *line; line++) {
        g_auto(GStrv) parts = g_strsplit(*line, "\"", 4);
        bool variant = g_str_has_prefix(parts[1], ", ") && !g_str_has_prefix(parts[1], ", NULL");
        if (!catalogue_has(catalogue, parts[0], variant ? parts[2] : NULL))
            fail_msg("%s %s is not in the catalogue", parts[0], variant ? parts[2] : "");
    }
}

int main(void)
{
    g_autofree char *data = g_build_filename(g_getenv("ANJUAN_BUILD"), "share", "anjuan", NULL);
    g_setenv("ANJUAN_DATA", data, FALSE);
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_code_has_a_case), cmocka_unit_test(every_case_is_in_the_catalogue)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
