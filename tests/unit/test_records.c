/* What records tell beside their fields: paths, places, the order of findings. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdbool.h>
#include <cmocka.h>

#include <string.h>

#include "lang.h"
#include "rec_casefiles.h"
#include "rec_inventory.h"
#include "rec_intake.h"
#include "rec_tables.h"

static void test_casefile_of_a_path(void **state G_GNUC_UNUSED)
{
    static const char *const cases[][2] = {{"案卷/甲.zip/1.jpg", "甲"},   {"案卷/甲/1.jpg", "甲"},     {"案卷/甲.ZIP", "甲"},
                                           {"案卷/甲.zip.zip/a", "甲.zip"}, {"案卷/.zip/a", ".zip"},     {"案卷/甲.docx", NULL},
                                           {"案卷/甲", NULL},             {"案卷/", NULL},             {"案卷//a", NULL},
                                           {"案卷证据/甲/1.jpg", NULL},   {"信息/案卷/甲/1.jpg", NULL}, {"", NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *name = path_casefile(cases[i][0]);
        assert_string_equal(name ? name : "-", cases[i][1] ? cases[i][1] : "-");
    }
    assert_string_equal(path_base("a/b/"), "");
    assert_string_equal(path_base("a/b"), "b");
    assert_string_equal(path_base("b"), "b");
}

static void test_places_in_words(void **state G_GNUC_UNUSED)
{
    static const char *const cases[][3] = {{"P12", "第12段", NULL},     {"T2R3C1P2", NULL, NULL},          {"cases.csv:12", "cases.csv:12", "cases.csv:12"},
                                           {"", "", ""},                {"P", "P", "P"},                   {"Px", "Px", "Px"},
                                           {"!C12", "单元格C12", "cell C12"}, {"C12", "第12格", "cell 12"},
                                           {"名!单!AB3", "工作表“名!单”单元格AB3", "sheet \"名!单\", cell AB3"}, {"x!3", "x!3", "x!3"},
                                           {"P1\033[2J", "P1\\u{1b}[2J", "P1\\u{1b}[2J"}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        for (int lang = LANG_ZH; lang <= LANG_EN; lang++) {
            lang_set(lang);
            g_autofree char *words = place_printed(cases[i][0]);
            if (cases[i][1 + lang])
                assert_string_equal(words, cases[i][1 + lang]);
            assert_null(strchr(words, '\033'));
        }
    lang_set(LANG_ZH);
    g_autofree char *cell = place_printed("T2R3C1P2");
    assert_non_null(strstr(cell, "表2"));
    assert_non_null(strstr(cell, "第3行"));
    assert_non_null(strstr(cell, "第2段"));
}

static void add(GPtrArray *findings, const char *unit, const char *casefile, Level level, const char *code, const char *file, const char *place)
{
    Finding *finding = record_add(findings, &finding_type);
    finding->unit = g_strdup(unit);
    finding->casefile = g_strdup(casefile);
    finding->level = level;
    finding->code = g_strdup(code);
    finding->file = g_strdup(file);
    finding->place = g_strdup(place);
}

/* By unit, case file, level, code, file, place (SPEC 9.3). */
static void test_order_of_findings(void **state G_GNUC_UNUSED)
{
    g_autoptr(GPtrArray) findings = g_ptr_array_new(), wanted = g_ptr_array_new();
    add(findings, NULL, NULL, LEVEL_INFO, "Z", NULL, NULL);
    add(findings, "A", NULL, LEVEL_INFO, "Z", NULL, NULL);
    add(findings, "A", "甲2", LEVEL_ERROR, "B", NULL, NULL);
    add(findings, "A", "甲2", LEVEL_WARNING, "A", "a", "P2");
    add(findings, "A", "甲2", LEVEL_WARNING, "A", "a", "P10");
    add(findings, "A", "甲2", LEVEL_WARNING, "A", "b", "P1");
    add(findings, "A", "甲2", LEVEL_WARNING, "B", "a", NULL);
    add(findings, "A", "甲10", LEVEL_FATAL, "A", NULL, NULL);
    add(findings, "B", NULL, LEVEL_FATAL, "A", NULL, NULL);
    for (guint i = 0; i < findings->len; i++)
        g_ptr_array_add(wanted, findings->pdata[i]);
    for (guint i = 0; i < findings->len / 2; i++) { /* backwards */
        gpointer other = findings->pdata[findings->len - 1 - i];
        findings->pdata[findings->len - 1 - i] = findings->pdata[i];
        findings->pdata[i] = other;
    }
    findings_sort(findings);
    for (guint i = 0; i < findings->len; i++)
        assert_ptr_equal(findings->pdata[i], wanted->pdata[i]);
    record_list_clear(findings, &finding_type);
}

static void test_parameters(void **state G_GNUC_UNUSED)
{
    Finding *finding = record_new(&finding_type);
    finding_param(finding, "count", "3");
    finding_param(finding, "note", NULL);
    assert_string_equal(finding_value(finding, "count"), "3");
    assert_string_equal(finding_value(finding, "note"), "");
    assert_null(finding_value(finding, "other"));
    record_free(&finding_type, finding);
}

static void test_units_by_id(void **state G_GNUC_UNUSED)
{
    Tables *tables = record_new(&tables_type);
    Intake *intake = record_new(&intake_type);
    ((UnitRow *)record_add(tables->units, &unit_row_type))->id = g_strdup("YL");
    ((IntakeUnit *)record_add(intake->units, &intake_unit_type))->id = g_strdup("YL");
    assert_ptr_equal(tables_unit(tables, "YL"), tables->units->pdata[0]);
    assert_null(tables_unit(tables, "Y"));
    assert_ptr_equal(intake_unit(intake, "YL"), intake->units->pdata[0]);
    assert_null(intake_unit(intake, "yl"));
    record_free(&tables_type, tables);
    record_free(&intake_type, intake);
}

/* Paths are made of them. */
static void test_digests(void **state G_GNUC_UNUSED)
{
    static const char *const wrong[] = {"", "x", "../../../../etc/passwd", "BA7816BF", NULL};
    static const char sound[] = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    for (int i = 0; i <= (int)g_strv_length((char **)wrong); i++) {
        g_autofree char *text = g_strdup_printf("<receipt xmlns=\"urn:anjuan:receipt\" number=\"1\"><package "
                                                "name=\"甲\" form=\"zip\" state=\"read\"><member path=\"一\" "
                                                "sha256=\"%s\"/></package></receipt>",
                                                wrong[i] ? wrong[i] : sound);
        g_autoptr(GError) error = NULL;
        Receipt *receipt = record_parse(&receipt_type, text, strlen(text), "收件", &error);
        assert_int_equal(receipt != NULL, wrong[i] == NULL);
        assert_true(receipt || strstr(error->message, "sha256"));
        record_free(&receipt_type, receipt);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_casefile_of_a_path), cmocka_unit_test(test_places_in_words), cmocka_unit_test(test_order_of_findings),
        cmocka_unit_test(test_parameters),         cmocka_unit_test(test_units_by_id),
        cmocka_unit_test(test_digests),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
