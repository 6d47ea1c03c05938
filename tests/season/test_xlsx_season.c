/* A season whose tables are workbooks gives the results of one whose tables are CSV, the places of rows apart; a changed
 * workbook is noticed, and its run can be made again. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include <glib/gstdio.h>
#include <xlsxwriter.h>

#include "csv.h"
#include "day.h"
#include "fileio.h"
#include "seasonlab.h"

typedef struct {
    lxw_worksheet *sheet;
    lxw_format *day;
    lxw_row_t row;
} Target;

/* Spreadsheets count 42370 days up to 2016-01-01. */
static double serial_of(Day day)
{
    return day - day_from_ymd(2016, 1, 1) + 42370;
}

static bool is_figure(const char *text)
{
    size_t whole = strspn(text, "0123456789");
    size_t fraction = text[whole] == '.' ? 1 + strspn(text + whole + 1, "0123456789") : 0;
    return whole > 0 && whole + fraction < 16 && text[whole + fraction] == '\0';
}

/* Figures become numbers and dates numbers shown as dates, as in a table that was typed into a spreadsheet. */
static void row_copy(const CsvRow *row, gpointer data)
{
    Target *target = data;
    for (guint i = 0; i < row->n_cells; i++) {
        const char *text = row->cells[i].text;
        Day day = day_parse_iso(text);
        if (day != DAY_NONE)
            worksheet_write_number(target->sheet, target->row, (lxw_col_t)i, serial_of(day), target->day);
        else if (is_figure(text))
            worksheet_write_number(target->sheet, target->row, (lxw_col_t)i, g_ascii_strtod(text, NULL), NULL);
        else if (*text)
            worksheet_write_string(target->sheet, target->row, (lxw_col_t)i, text, NULL);
    }
    target->row++;
}

/* FOLDER/NAME.csv becomes FOLDER/NAME.xlsx. */
static void table_convert(const char *folder, const char *name)
{
    char *bytes = NULL;
    gsize size, text_size;
    g_autofree char *from = g_build_filename(folder, name, NULL),
                    *stem = g_strndup(from, strlen(from) - strlen(".csv"));
    g_autofree char *to = g_strconcat(stem, ".xlsx", NULL);
    assert_true(g_file_get_contents(from, &bytes, &size, NULL));
    g_autofree char *text = csv_decode(bytes, size, &text_size, NULL, NULL);
    lxw_workbook *workbook = workbook_new(to);
    Target target = { .sheet = workbook_add_worksheet(workbook, NULL), .day = workbook_add_format(workbook) };
    format_set_num_format(target.day, "yyyy\"年\"m\"月\"d\"日\"");
    const CsvHandler handler = { .row = row_copy, .data = &target };
    csv_parse(text, text_size, ',', &handler);
    assert_int_equal(workbook_close(workbook), LXW_NO_ERROR);
    assert_int_equal(g_remove(from), 0);
    g_free(bytes);
}

/* Makes every table of the season a workbook; returns how many. */
static guint season_convert(const char *season)
{
    g_autofree char *folder = g_build_filename(season, "reference", NULL);
    g_autoptr(GPtrArray) names = file_list_below(folder, NULL);
    for (guint i = 0; i < names->len; i++)
        table_convert(folder, names->pdata[i]);
    return names->len;
}

static void put_bulletins(const char *season)
{
    g_autofree char *path = g_build_filename(season, "reference", "bulletins.csv", NULL);
    assert_true(g_file_set_contents(path, "单位,日期,标题,采用级别\n沅陵县,2016-10-20,现场检查,市级\n", -1, NULL));
}

static char *result_of(const char *season, const char *name)
{
    g_autofree char *folder = g_build_filename(season, "results", "latest", NULL);
    return lab_read(folder, name);
}

/* TEXT with the rows of workbooks named like those of CSV files. */
static char *places_evened(const char *text)
{
    g_autoptr(GRegex) row = g_regex_new("\\.xlsx:A(?=\\d)", 0, 0, NULL), file = g_regex_new("\\.xlsx", 0, 0, NULL);
    g_autoptr(GRegex) cell = g_regex_new("单元格[A-Z]+(\\d+)", 0, 0, NULL);
    g_autofree char *rows = g_regex_replace_literal(row, text, -1, 0, ".csv:", 0, NULL);
    g_autofree char *files = g_regex_replace_literal(file, rows, -1, 0, ".csv", 0, NULL);
    return g_regex_replace(cell, files, -1, 0, "第\\1行", 0, NULL);
}

static void same_results(const char *plain, const char *converted)
{
    static const char *const files[] = { "collectives.csv", "individuals.csv", "legal.csv",   "casefiles.csv",
                                         "counted.csv",     "baseline.csv",    "findings.csv" };
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autofree char *expected = result_of(plain, files[i]), *seen = result_of(converted, files[i]),
                        *evened = places_evened(seen);
        assert_string_equal(evened, expected);
    }
}

/* Another fine in the workbook shows in the next results, and the run before can still be made again. */
static void change_and_rebuild(const char *season)
{
    g_autofree char *folder = g_build_filename(season, "reference", NULL),
                    *cases = g_build_filename(folder, "cases.csv", NULL);
    g_autofree char *before = result_of(season, "counted.csv"),
                    *results = g_build_filename(season, "results", "latest", NULL);
    g_autofree char *run = g_file_read_link(results, NULL);
    assert_true(g_file_set_contents(
        cases,
        "案件编号,办案单位,案件类型,文书文号,当事人,文书日期,罚款金额\n甲-1,沅陵县,行政处罚,沅环罚〔2016〕1号,甲,2016-10-20,1\n",
        -1, NULL));
    table_convert(folder, "cases.csv");
    LabResult scored = lab_run("anjuan", "score", season, NULL);
    g_autofree char *after = result_of(season, "counted.csv");
    assert_true(scored.status == 0 || scored.status == 4);
    assert_string_not_equal(before, after);
    lab_result_clear(&scored);
    LabResult rebuilt = lab_run("anjuan", "rebuild", season, run, NULL);
    if (rebuilt.status != 0)
        fail_msg("%s%s", rebuilt.out, rebuilt.err);
    lab_result_clear(&rebuilt);
}

static void test_whole_season(void **state)
{
    (void)state;
    g_autofree char *plain = lab_season("plain"), *converted = lab_season("converted");
    put_bulletins(plain);
    put_bulletins(converted);
    assert_int_equal(season_convert(converted), 11);
    lab_season_run(plain, 0, NULL);
    lab_season_run(converted, 0, NULL);
    same_results(plain, converted);
    change_and_rebuild(converted);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_whole_season) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
