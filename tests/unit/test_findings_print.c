/* Findings as people and programs read them; and what stands above them. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "check_print.h"
#include "findings_print.h"
#include "rec_findings.h"
#include "report_tables.h"
#include "vocabulary.h"

static Catalogue *catalogue;
static Season *season;
static GPtrArray *findings;
static char *written;

static int set_up_all(void **state G_GNUC_UNUSED)
{
    catalogue = catalogue_read(NULL, NULL);
    season = season_builtin(NULL);
    return catalogue && season && vocabulary_load(NULL) ? 0 : -1;
}

static int tear_down_all(void **state G_GNUC_UNUSED)
{
    catalogue_free(catalogue);
    season_free(season);
    return 0;
}

static int set_up(void **state G_GNUC_UNUSED)
{
    findings = g_ptr_array_new();
    written = NULL;
    return 0;
}

static int tear_down(void **state G_GNUC_UNUSED)
{
    record_list_clear(findings, &finding_type);
    g_ptr_array_unref(findings);
    free(written);
    return 0;
}

static Finding *add(const char *code, const char *casefile, const char *file)
{
    return catalogue_add(catalogue, findings, code, NULL, casefile, file, NULL);
}

static const char *print_text(void)
{
    const Layout layout = {.columns = 100};
    size_t size;
    free(written);
    FILE *stream = open_memstream(&written, &size);
    findings_print_text(stream, &layout, catalogue, findings);
    fclose(stream);
    return written;
}

static const char *print_with(void (*print)(FILE *, const Catalogue *, const GPtrArray *))
{
    size_t size;
    free(written);
    FILE *stream = open_memstream(&written, &size);
    print(stream, catalogue, findings);
    fclose(stream);
    return written;
}

/* Fails unless PIECES stand in TEXT in this order. */
static void expect_in_order(const char *text, const char *const *pieces)
{
    for (; *pieces; pieces++) {
        const char *found = strstr(text, *pieces);
        if (!found)
            print_error("'%s' is not in:\n%s\n", *pieces, text);
        assert_non_null(found);
        text = found + strlen(*pieces);
    }
}

static void test_worst_group_first(void **state G_GNUC_UNUSED)
{
    static const char *const wanted[] = {"案卷 丙", "PKG-001", "案卷 乙", "SET-003", "DOC-006", "案卷 甲10", "DOC-006", "其他材料", "PKG-007", NULL};
    add("PKG-007", NULL, NULL);
    add("DOC-006", "甲10", "a.docx");
    add("DOC-006", "乙", "b.docx");
    add("SET-003", "乙", "b.docx");
    add("PKG-001", "丙", NULL);
    expect_in_order(print_text(), wanted);
}

static void test_hostile_names_are_escaped(void **state G_GNUC_UNUSED)
{
    add("DOC-006", "甲\033[2J", "a\u202excod.docx");
    const char *text = print_text();
    assert_null(strchr(text, '\033'));
    assert_non_null(strstr(text, "甲\\u{1b}[2J"));
    assert_non_null(strstr(text, "a\\u{202e}xcod.docx"));
}

static void test_nothing_found(void **state G_GNUC_UNUSED)
{
    assert_string_equal(print_text(), "");
    assert_string_equal(print_with(findings_print_csv), "\xEF\xBB\xBF代码,级别,单位编号,案卷,文件,位置,说明,补正要求\r\n");
}

static void test_csv(void **state G_GNUC_UNUSED)
{
    Finding *finding = add("SET-003", "=甲,乙", "a\"b.docx");
    finding->place = g_strdup("P12");
    const char *text = print_with(findings_print_csv);
    assert_non_null(strstr(text, "\r\nSET-003,error,,\"'=甲,乙\",\"a\"\"b.docx\",第12段,"));
    add("DOC-006", "\033[2J", NULL);
    assert_non_null(strstr(print_with(findings_print_csv), "\r\nDOC-006,warning,,\\u{1b}[2J,,,"));
}

/* The same columns, in the table of a run and in the one of `check`. */
static void test_columns_are_those_of_the_report(void **state G_GNUC_UNUSED)
{
    const ReportTableType *table = &report_table_types[TABLE_FINDINGS];
    g_autoptr(GString) header = g_string_new("\xEF\xBB\xBF");
    assert_int_equal(table->n_columns, FINDING_COLUMNS);
    for (guint i = 0; i < table->n_columns; i++)
        g_string_append_printf(header, "%s%s", i ? "," : "", table->columns[i].title);
    assert_true(g_str_has_prefix(print_with(findings_print_csv), header->str));
}

static void test_xml(void **state G_GNUC_UNUSED)
{
    finding_param(add("SET-003", "甲<乙", NULL), "kind", "a&b");
    const char *text = print_with(findings_print_xml);
    assert_non_null(strstr(text, "<findings xmlns=\"urn:anjuan:findings\">"));
    assert_non_null(strstr(text, "code=\"SET-003\" level=\"error\" casefile=\"甲&lt;乙\" sentence=\""));
    assert_non_null(strstr(text, "<param name=\"kind\">a&amp;b</param>"));
    assert_null(strstr(text, " file="));
}

static void test_counts(void **state G_GNUC_UNUSED)
{
    int counts[LEVEL_FATAL + 1] = {7, 7, 7, 7};
    add("SET-003", NULL, NULL);
    add("SET-003", NULL, NULL);
    add("PKG-007", NULL, NULL);
    findings_count(findings, counts);
    assert_true(counts[LEVEL_INFO] == 1 && counts[LEVEL_WARNING] == 0 && counts[LEVEL_ERROR] == 2 && counts[LEVEL_FATAL] == 0);
}

/* ---- above the findings ---- */

static const char *print_head(const UnitRecord *unit)
{
    const Layout layout = {.columns = 100};
    size_t size;
    free(written);
    FILE *stream = open_memstream(&written, &size);
    check_print_head(stream, &layout, season, "沅陵县.zip", unit, findings);
    fclose(stream);
    return written;
}

static void test_verdict(void **state G_GNUC_UNUSED)
{
    assert_string_equal(print_head(NULL), "沅陵县.zip：可以报送（退回0项，须补正0项，请核实0项，提示0项）\n");
    add("PKG-007", NULL, NULL);
    assert_non_null(strstr(print_head(NULL), "可以报送"));
    add("SET-003", NULL, NULL);
    assert_non_null(strstr(print_head(NULL), "须补正后报送（退回0项，须补正1项"));
    add("PKG-001", NULL, NULL);
    assert_non_null(strstr(print_head(NULL), "不能受理（退回1项，须补正1项"));
}

static void test_slots_at_a_glance(void **state G_GNUC_UNUSED)
{
    UnitRecord *unit = record_new(&unit_type);
    UnitCase *file = record_add(unit->casefiles, &unit_case_type);
    file->name = g_strdup("甲");
    file->kind = KIND_PENALTY;
    file->key = g_strdup("k");
    file->number = g_strdup("沅环罚字〔2016〕1号");
    file->party = g_strdup("\u202e甲公司");
    file->in_window = true;
    file->fine_yuan = decimal_from_int(50000);
    const char *text = print_head(unit);
    static const char *const wanted[] = {"案卷：应报", "报送1份", "行政处罚-1", "沅环罚字〔2016〕1号", "\\u{202e}甲公司", "日期未读到",
                                         "50000.00元", "行政处罚-2", "缺，按0分计", NULL};
    expect_in_order(text, wanted);
    assert_null(strstr(text, "\u202e"));
    unit->state = UNIT_UNREADABLE; /* nothing was read: no slots */
    assert_null(strstr(print_head(unit), "行政处罚-1"));
    record_free(&unit_type, unit);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_worst_group_first), TEST(test_hostile_names_are_escaped),
        TEST(test_nothing_found),     TEST(test_csv),
        TEST(test_columns_are_those_of_the_report), TEST(test_xml),
        TEST(test_counts),            TEST(test_verdict),
        TEST(test_slots_at_a_glance),
    };
    return cmocka_run_group_tests(tests, set_up_all, tear_down_all);
}
