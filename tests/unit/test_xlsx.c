#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "fault.h"
#include "xlsx.h"
#include "xlsxfile.h"
#include "zipmaker.h"

enum { ROOMY = 1 << 24 };

static Xlsx *read_bytes(GBytes *bytes, size_t max_bytes, GError **error)
{
    gsize size;
    const void *data = g_bytes_get_data(bytes, &size);
    return xlsx_read("cases.xlsx", data, size, max_bytes, error);
}

static Xlsx *read_recipe(const XlsxRecipe *recipe)
{
    GError *error = NULL;
    g_autoptr(GBytes) bytes = xlsx_make(recipe);
    Xlsx *xlsx = read_bytes(bytes, ROOMY, &error);
    if (!xlsx)
        fail_msg("%s", error->message);
    return xlsx;
}

/* The rows of a sheet, "1:a|b 4:c"; a cell of a form that is no plain value has the number of the form in front, "2~=A1". */
static char *sheet_print(const Sheet *sheet)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < sheet->rows->len; i++) {
        const SheetRow *row = sheet_row(sheet, i);
        g_string_append_printf(out, "%s%u:", i ? " " : "", row->line);
        for (guint c = 0; c < row->count; c++) {
            SheetCell cell = sheet_cell(sheet, row, c);
            assert_int_equal(cell.line, row->line);
            g_string_append(out, c ? "|" : "");
            if (cell.form != SHEET_VALUE)
                g_string_append_printf(out, "%u~", cell.form);
            g_string_append(out, cell.text);
        }
    }
    return g_string_free(out, FALSE);
}

static void expect_recipe(const XlsxRecipe *recipe, const char *expected)
{
    g_autoptr(Xlsx) xlsx = read_recipe(recipe);
    assert_int_equal(xlsx->sheets->len, expected[0] != '\0');
    g_autofree char *seen = expected[0] ? sheet_print(xlsx->sheets->pdata[0]) : NULL;
    if (seen)
        assert_string_equal(seen, expected);
}

static void expect_data(const char *data, const char *expected)
{
    expect_recipe(&(XlsxRecipe){ .data = data }, expected);
}

/* ---- texts --------------------------------------------------------------------------------------------------- */

static void test_texts(void **state)
{
    (void)state;
    static const char shared[] =
        "<si><t>沅陵县</t></si><si><r><rPr><b/></rPr><t xml:space='preserve'>一 </t></r><r><t>号</t></r>"
        "<rPh sb='0' eb='1'><t>yi</t></rPh><phoneticPr fontId='1'/></si><si/><si><t>a_x000D_\n_x4E00__x00__xD800_</t></si><si><t>'=1</t></si>";
    expect_recipe(
        &(XlsxRecipe){
            .shared = shared,
            .data = "<row r='2'><c r='A2' t='s'><v>0</v></c><c r='B2' t='s'><v>1</v></c><c r='C2' t='s'><v>2</v></c>"
                    "<c r='D2' t='s'><v>3</v></c><c r='E2' t='s'><v>4</v></c></row>" },
        "2:沅陵县|一 号||a\r\n一_x00__xD800_|=1");
    expect_data(
        "<row><c t='inlineStr'><is><r><t>甲</t></r><r><t>乙</t></r><rPh><t>x</t></rPh></is></c><c t='str'><f>A1</f><v>丙_x0041_</v></c>"
        "<c t='str'><f>A1</f><v></v></c><c t='inlineStr'><is><t>'-1</t></is></c></row>",
        "1:甲乙|丙A||-1");
    expect_data("<row><c t='b'><v>1</v></c><c t='b'><v>0</v></c><c t='e'><v>#N/A</v></c></row>", "1:TRUE|FALSE|#N/A");
}

/* ---- places -------------------------------------------------------------------------------------------------- */

static void test_places(void **state)
{
    (void)state;
    expect_data(
        "<row r='3'><c r='B3'><v>1</v></c><c r='D3'><v>2</v></c><c r='F3' s='0'/></row><row r='7' hidden='1'><c r='A7'><v>3</v></c></row>",
        "3:|1||2 7:3");
    expect_data("<row><c><v>1</v></c><c/><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>", "1:1||2 3:3");
    expect_data("<row r='2'><c r='C2'><v>1</v></c><c><v>2</v></c><c r='A2'><v>3</v></c></row>", "2:3||1|2");
    expect_data("<row r='1048576'><c r='ZZ1048576'><v/></c></row>", "");
    expect_data("", "");
}

static void test_merges(void **state)
{
    (void)state;
    const XlsxRecipe recipe = {
        .data =
            "<row r='1'><c r='A1'><v>1</v></c></row><row r='2'><c r='A2'><v>2</v></c><c r='B2'><v>5</v></c></row>"
            "<row r='3'><c r='B3'><v>6</v></c></row><row r='5'><c r='A5'><v>9</v></c></row><row r='6'><c r='A6'><v>7</v></c></row>",
        .merges =
            "<mergeCell ref='A1:C1'/><mergeCell ref='A2:A5'/><mergeCell ref='B3:C9'/><mergeCell ref='D1:D9'/><mergeCell ref='x'/>"
    };
    expect_recipe(&recipe, "1:1 2:2|5 3:1~2|6 5:1~2|1~6 6:7|1~6");
}

static void test_sheets(void **state)
{
    (void)state;
    static const char one[] = "<row><c><v>1</v></c></row>", two[] = "<row><c><v>2</v></c></row>";
    g_autoptr(Xlsx) both = read_recipe(&(XlsxRecipe){ .data = one, .second = two, .state = "veryHidden" });
    assert_int_equal(both->sheets->len, 2);
    const Sheet *first = both->sheets->pdata[0], *second = both->sheets->pdata[1];
    assert_string_equal(first->name, "Sheet1");
    assert_false(first->hidden);
    assert_true(second->hidden);
    g_autofree char *place = sheet_row_place(second, sheet_row(second, 0));
    assert_string_equal(place, "cases.xlsx:另页!A1");
    g_autoptr(Xlsx) blank = read_recipe(&(XlsxRecipe){ .second = two });
    assert_int_equal(blank->sheets->len, 1);
    assert_null(((const Sheet *)blank->sheets->pdata[0])->name);
    expect_recipe(&(XlsxRecipe){ .data = one, .strict = true }, "1:1");
}

/* ---- numbers and dates --------------------------------------------------------------------------------------- */

static void expect_number(const char *value, const char *expected)
{
    g_autofree char *data = g_strdup_printf("<row><c><v>%s</v></c></row>", value),
                    *printed = g_strconcat("1:", expected, NULL);
    expect_data(data, printed);
}

static void test_numbers(void **state)
{
    (void)state;
    static const struct {
        const char *value, *text;
    } cases[] = {
        { "12", "12" },
        { "0.30000000000000004", "0.3" },
        { "1.1499999999999999", "1.15" },
        { "99.999999999999994", "100" },
        { "0.1", "0.1" },
        { "1.2E3", "1200" },
        { "1.25E-2", "0.0125" },
        { "2E+05", "200000" },
        { "-5.50", "-5.5" },
        { "-0", "0" },
        { "0.0", "0" },
        { "007.10", "7.1" },
        { "123456789012345", "123456789012345" },
        { "999999999999999.6", "3~1000000000000000" },
        { "4.3120020160001234E17", "3~431200201600012000" },
        { "1E400000", "1E400000" },
        { "1e-9223372036854775808", "1e-9223372036854775808" },
        { "1E99", "1E99" },
        { "1e-99", "1e-99" },
        { "abc", "abc" },
        { "1.2.3", "1.2.3" },
        { ".5", "0.5" },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        expect_number(cases[i].value, cases[i].text);
}

/* The value in a cell with the number format CODE. */
static void expect_shown(const char *code, const char *value, const char *expected)
{
    g_autofree char *escaped = g_markup_escape_text(code, -1);
    g_autofree char *format = g_strdup_printf("<numFmt numFmtId='164' formatCode='%s'/>", escaped);
    g_autofree char *data = g_strdup_printf("<row><c s='1'><v>%s</v></c></row>", value),
                    *printed = g_strconcat("1:", expected, NULL);
    expect_recipe(&(XlsxRecipe){ .data = data, .formats = format }, printed);
}

static void test_formats(void **state)
{
    (void)state;
    static const struct {
        const char *code, *value, *text;
    } cases[] = {
        { "yyyy-mm-dd", "42651", "2016-10-08" },
        { "yyyy\"年\"m\"月\"d\"日\"", "42651", "2016-10-08" },
        { "[$-804]yyyy\"年\"m\"月\"", "42651", "2016-10-08" },
        { "yyyy\\年mm\\月dd\\日", "42651", "2016-10-08" },
        { "m/d/yyyy h:mm", "42699.375", "2016-11-25 09:00:00" },
        { "yyyy-mm-dd", "42699.375", "2016-11-25 09:00:00" },
        { "yyyy/m/d h:mm;@", "42699", "2016-11-25 00:00:00" },
        { "h:mm", "0.375", "09:00:00" },
        { "[h]:mm", "0.5", "12:00:00" },
        { "mmm", "42651", "2016-10-08" },
        { "上午/下午h\"时\"mm\"分\"", "0.99999999", "1900-01-01 00:00:00" },
        { "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", "42651", "2016-10-08" },
        { "yyyy-mm-dd", "1", "1900-01-01" },
        { "yyyy-mm-dd", "60", "1900-02-29" },
        { "yyyy-mm-dd", "61", "1900-03-01" },
        { "yyyy-mm-dd", "-1", "-1" },
        { "yyyy-mm-dd", "99999999", "99999999" },
        { "yyyy-mm-dd", "2958465", "9999-12-31" },
        { "0.0%", "0.125", "12.5%" },
        { "0%", "1", "100%" },
        { "0%", "0.28999999999999998", "29%" },
        { "0\\%", "12.5", "12.5" },
        { "0\"%\"", "12.5", "12.5" },
        { "General", "42651", "42651" },
        { "G/通用格式", "42651", "42651" },
        { "#,##0.00", "42651", "42651" },
        { "0.00E+00", "42651", "42651" },
        { "@", "42651", "42651" },
        { "[Red]0.00", "42651", "42651" },
        { "[$¥-804]#,##0.00", "42651", "42651" },
        { "0\"d\"", "42651", "42651" },
        { "0;yyyy", "42651", "42651" },
        { "_d0", "42651", "42651" },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        expect_shown(cases[i].code, cases[i].value, cases[i].text);
    expect_recipe(
        &(XlsxRecipe){
            .data =
                "<row><c s='1'><v>42651</v></c><c s='2'><v>42651</v></c><c s='3'><v>0.5</v></c><c s='4'><v>42651.5</v></c>"
                "<c s='5'><v>0.5</v></c><c s='6'><v>42651</v></c><c s='99'><v>42651</v></c></row>",
            .builtins = { 14, 31, 9, 22, 20, 2 } },
        "1:2016-10-08|2016-10-08|50%|2016-10-08 12:00:00|12:00:00|42651|42651");
    expect_recipe(&(XlsxRecipe){ .data = "<row><c s='1'><v>41189</v></c></row>",
                                 .builtins = { 14 },
                                 .properties = "<workbookPr date1904='1'/>" },
                  "1:2016-10-08");
    expect_data(
        "<row><c t='d'><v>2016-10-08T00:00:00</v></c><c t='d'><v>2016-11-25T09:00:00Z</v></c><c t='d'><v>2016-10-08</v></c></row>",
        "1:2016-10-08|2016-11-25T09:00:00|2016-10-08");
}

static void test_formulas(void **state)
{
    (void)state;
    static const char data[] =
        "<row><c><f>A1*2</f><v>5</v></c><c><f>B1</f></c><c><f>SUM(A1)</f><v></v></c><c t='str'><f>\"\"</f><v></v></c><c t='e'><f>1/0</f><v>#DIV/0!</v></c>"
        "<c><f>C1</f><v>0</v></c><c><v>0</v></c></row>";
    expect_data(data, "1:5|2~=B1|2~=SUM(A1)||#DIV/0!|0|0");
    expect_recipe(&(XlsxRecipe){ .data = data, .properties = "<calcPr fullCalcOnLoad='1'/>" },
                  "1:5|2~=B1|2~=SUM(A1)||#DIV/0!|2~=C1|0");
}

/* ---- what is refused ----------------------------------------------------------------------------------------- */

static void expect_refusal(GBytes *bytes, size_t max_bytes, FaultCode code, const char *words)
{
    g_autoptr(GError) error = NULL;
    assert_null(read_bytes(bytes, max_bytes, &error));
    if (!g_error_matches(error, FAULT_INPUT, (int)code) || !strstr(error->message, words) ||
        !g_str_has_prefix(error->message, "cases.xlsx"))
        fail_msg("%d: %s", error->code, error->message);
}

static void expect_recipe_refusal(const XlsxRecipe *recipe, FaultCode code, const char *words)
{
    g_autoptr(GBytes) bytes = xlsx_make(recipe);
    expect_refusal(bytes, ROOMY, code, words);
}

static void test_broken(void **state)
{
    (void)state;
    expect_recipe_refusal(&(XlsxRecipe){ .data = "<row><c t='s'><v>0</v></c></row>" }, FAULT_DAMAGED, "文字不在文件中");
    expect_recipe_refusal(&(XlsxRecipe){ .shared = "<si><t>a</t></si>", .data = "<row><c t='s'><v>1</v></c></row>" },
                          FAULT_DAMAGED, "第1行");
    expect_recipe_refusal(&(XlsxRecipe){ .data = "<row r='2'/><row r='2'/>" }, FAULT_DAMAGED, "行号");
    expect_recipe_refusal(&(XlsxRecipe){ .data = "<row r='1048577'/>" }, FAULT_DAMAGED, "行号");
    expect_recipe_refusal(&(XlsxRecipe){ .data = "<row><c r='XFE1'/></row>" }, FAULT_DAMAGED, "编号");
    expect_recipe_refusal(&(XlsxRecipe){ .data = "<row><c r='XFD1'/><c/></row>" }, FAULT_DAMAGED, "列数");
    expect_recipe_refusal(&(XlsxRecipe){ .data = "<row><c>" }, FAULT_DAMAGED, "first.xml");
    expect_recipe_refusal(&(XlsxRecipe){ .data = "<row><c>" }, FAULT_DAMAGED, "修复后另存");
    expect_recipe_refusal(&(XlsxRecipe){ .before = "<!DOCTYPE x [<!ENTITY a 'b'>]>", .data = "<row/>" }, FAULT_UNSAFE,
                          "DOCTYPE");
}

static void test_foreign(void **state)
{
    (void)state;
    static const char text[] = "单位,得分\n";
    g_autoptr(GBytes) csv = g_bytes_new_static(text, sizeof text - 1), empty = g_bytes_new_static("", 0),
                      ole = g_bytes_new_static("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    expect_refusal(csv, ROOMY, FAULT_UNSUPPORTED, ".csv");
    expect_refusal(empty, ROOMY, FAULT_DAMAGED, "空的");
    expect_refusal(ole, ROOMY, FAULT_UNSUPPORTED, ".xls");
    const ZipRecipe other = { .name = "a.txt", .text = "a" };
    g_autoptr(GBytes) zip = zip_make(&other, 1, NULL);
    expect_refusal(zip, ROOMY, FAULT_UNSUPPORTED, "XLSX");
    g_autoptr(GBytes) whole = xlsx_make(&(XlsxRecipe){ .data = "<row/>" });
    g_autoptr(GBytes) cut = g_bytes_new_from_bytes(whole, 0, g_bytes_get_size(whole) - 40);
    expect_refusal(cut, ROOMY, FAULT_DAMAGED, "");
}

/* Each bound just reached and just passed. */
static void test_bounds(void **state)
{
    (void)state;
    enum { TIGHT = 1 << 14, CELLS = TIGHT / 32 };
    static const char wide[] = "<row r='1'><c r='SR1'><v>1</v></c></row>",
                      wider[] = "<row r='1'><c r='SS1'><v>1</v></c></row>"; /* SR is column 512 */
    g_autoptr(GBytes) fits = xlsx_make(&(XlsxRecipe){ .data = wide }), over = xlsx_make(&(XlsxRecipe){ .data = wider });
    g_autoptr(Xlsx) read = read_bytes(fits, TIGHT, NULL);
    assert_non_null(read);
    assert_int_equal(sheet_row(read->sheets->pdata[0], 0)->count, CELLS);
    expect_refusal(over, TIGHT, FAULT_LIMIT, "上限");
    /* one text shown by many cells */
    g_autoptr(GString) shared = g_string_new("<si><t>"), data = g_string_new("<row>");
    for (int i = 0; i < 1000; i++)
        g_string_append_c(shared, 'x');
    for (int i = 0; i < 17; i++)
        g_string_append(data, "<c t='s'><v>0</v></c>");
    g_string_append(shared, "</t></si>");
    g_string_append(data, "</row>");
    g_autoptr(GBytes) many = xlsx_make(&(XlsxRecipe){ .shared = shared->str, .data = data->str });
    expect_refusal(many, TIGHT, FAULT_LIMIT, "上限");
    /* a bomb */
    g_autoptr(GString) blanks = g_string_new(NULL);
    g_string_set_size(blanks, ROOMY);
    memset(blanks->str, ' ', blanks->len);
    g_autoptr(GBytes) bomb = xlsx_make(&(XlsxRecipe){ .data = blanks->str });
    assert_true(g_bytes_get_size(bomb) < ROOMY / 100);
    expect_refusal(bomb, ROOMY, FAULT_LIMIT, "或另存为CSV");
    /* merges that lie on each other */
    g_autoptr(GString) rows = g_string_new(NULL), merges = g_string_new(NULL);
    for (int i = 1; i <= 30; i++) {
        g_string_append_printf(rows, "<row><c><v>%d</v></c></row>", i);
        g_string_append(merges, "<mergeCell ref='A1:A30'/>");
    }
    g_autoptr(GBytes) heap = xlsx_make(&(XlsxRecipe){ .data = rows->str, .merges = merges->str });
    expect_refusal(heap, TIGHT, FAULT_LIMIT, "上限");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),    cmocka_unit_test(test_places),  cmocka_unit_test(test_merges),
        cmocka_unit_test(test_sheets),   cmocka_unit_test(test_numbers), cmocka_unit_test(test_formats),
        cmocka_unit_test(test_formulas), cmocka_unit_test(test_broken),  cmocka_unit_test(test_foreign),
        cmocka_unit_test(test_bounds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
