/* Tables of so many rows that they are filled side by side. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "tablefolder.h"
#include "tables.h"

#define CASES "案件编号,办案单位,案件类型,文书文号,当事人,文书日期,罚款金额\n"

static Tables *read_cases(const char *text)
{
    g_autoptr(Season) season = season_builtin(NULL);
    g_autoptr(GError) error = NULL;
    char *folder = reference_new(TRUE);
    reference_put(folder, "cases.csv", text);
    Tables *tables = tables_read(folder, season, "pipeline/rules/tables.xml", NULL, &error);
    reference_remove(folder);
    if (!tables)
        fail_msg("%s", error->message);
    return tables;
}

static void test_all_are_used(void **state)
{
    (void)state;
    g_autoptr(GString) text = g_string_new(CASES);
    for (int i = 0; i < 200000; i++)
        g_string_append_printf(text, "AJ%d,沅陵县环境保护局,行政处罚,沅环罚〔2016〕%d号,甲,2016/10/8,\"1,%03d\"\n", i, i, i % 1000);
    Tables *tables = read_cases(text->str);
    assert_int_equal(tables->cases->len, 200000);
    assert_int_equal(tables->findings->len, 0);
    record_free(&tables_type, tables);
}

enum { LINES = 20000, EACH = 5000, FIRST = 9 };

/* Every row is numbered with its line, from 2.  Of each five thousand one is a sum and one has a bad date; the last has the
 * number of an early one, and another amount.  EXPECTED takes the findings. */
static char *cases_of(GString *expected)
{
    GString *text = g_string_new(CASES);
    for (int line = 2; line <= LINES; line++) {
        bool sum = line % EACH == 1, bad = line % EACH == 2, again = line == LINES;
        if (sum)
            g_string_append(text, "合计,,,,,,1\n");
        else
            g_string_append_printf(text, "AJ%d,沅陵县环境保护局,行政处罚,沅环罚〔2016〕%d号,甲,%s,%d\n", line, again ? FIRST : line,
                                   bad ? "10月" : "2016-10-08", line);
        if (bad)
            g_string_append_printf(expected, "L%d not-date -\n", line);
        if (again)
            g_string_append_printf(expected, "L%d second-amount cases.csv:%d\n", line, FIRST);
    }
    return g_string_free(text, FALSE);
}

static void expect_findings(const Tables *tables, const char *expected)
{
    g_autoptr(GString) seen = g_string_new(NULL);
    for (guint i = 0; i < tables->findings->len; i++) {
        const Finding *finding = tables->findings->pdata[i];
        const char *other = finding_value(finding, "other");
        g_string_append_printf(seen, "%s %s %s\n", finding->place, finding_value(finding, "reason"), other ? other : "-");
    }
    assert_string_equal(seen->str, expected);
}

static void test_order_is_that_of_the_file(void **state)
{
    (void)state;
    g_autoptr(GString) expected = g_string_new(NULL);
    g_autofree char *text = cases_of(expected);
    Tables *tables = read_cases(text);
    expect_findings(tables, expected->str);
    assert_int_equal(tables->cases->len, LINES - 1 - 3 - 4 - 1); /* without header, sums, bad dates and the second amount */
    int before = 0;
    for (guint i = 0; i < tables->cases->len; i++) {
        const CaseRow *row = tables->cases->pdata[i];
        int line = atoi(row->id + strlen("AJ"));
        g_autofree char *place = g_strdup_printf("cases.csv:%d", line);
        assert_string_equal(row->place, place);
        assert_true(line > before);
        before = line;
    }
    record_free(&tables_type, tables);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_are_used),
        cmocka_unit_test(test_order_is_that_of_the_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
