/* Findings as programs read them. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "findings_print.h"
#include "rec_findings.h"
#include "report_tables.h"
#include "vocabulary.h"

static Catalogue *catalogue;
static GPtrArray *findings;
static char *written;

static int set_up_all(void **state G_GNUC_UNUSED)
{
    catalogue = catalogue_read(NULL, NULL);
    return catalogue && vocabulary_load(NULL) ? 0 : -1;
}

static int tear_down_all(void **state G_GNUC_UNUSED)
{
    catalogue_free(catalogue);
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

static const char *print_with(void (*print)(FILE *, const Catalogue *, const GPtrArray *))
{
    size_t size;
    free(written);
    FILE *stream = open_memstream(&written, &size);
    print(stream, catalogue, findings);
    fclose(stream);
    return written;
}

static void test_nothing_found(void **state G_GNUC_UNUSED)
{
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

/* Nobody counts paragraphs: the words that stand there tell the place, unless the sentence holds them. */
static void test_places_with_their_words(void **state G_GNUC_UNUSED)
{
    Finding *finding = catalogue_add(catalogue, findings, "LAW-009", NULL, "甲", "a.docx", "P24");
    g_autofree char *bare = finding_place_words(finding, "决定早于告知。");
    assert_string_equal(bare, "第24段");
    finding_param(finding, "near", "我局于2016年\033");
    g_autofree char *words = finding_place_words(finding, "决定早于告知。");
    assert_string_equal(words, "第24段（“我局于2016年\\u{1b}”处）");
    g_autofree char *held = finding_place_words(finding, "决定为“我局于2016年\0339月”。");
    assert_string_equal(held, "第24段");
    assert_null(finding_place_words(catalogue_add(catalogue, findings, "LAW-009", NULL, "甲", "a.docx", NULL), ""));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_nothing_found), TEST(test_places_with_their_words), TEST(test_csv), TEST(test_columns_are_those_of_the_report), TEST(test_xml), TEST(test_counts),
    };
    return cmocka_run_group_tests(tests, set_up_all, tear_down_all);
}
