#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "csv.h"
#include "fault.h"

/* Rows as "line:cell|cell" and troubles as "!line.column kind text", one a line. */
static void row_note(const CsvRow *row, gpointer data)
{
    GString *seen = data;
    g_string_append_printf(seen, "%u:", row->line);
    for (guint i = 0; i < row->n_cells; i++) {
        assert_int_equal(row->cells[i].size, strlen(row->cells[i].text));
        g_string_append_printf(seen, "%s%s", i ? "|" : "", row->cells[i].text);
    }
    g_string_append_c(seen, '\n');
}

static void trouble_note(CsvTrouble trouble, guint line, guint column, const char *text, size_t size, gpointer data)
{
    static const char *const names[] = { "quote", "nul", "long", "wide" };
    g_string_append_printf(data, "!%u.%u %s %.*s\n", line, column, names[trouble], (int)MIN(size, 20), text);
}

static char *parsed(const char *bytes, size_t size, char separator)
{
    GString *seen = g_string_new(NULL);
    const CsvHandler handler = { row_note, trouble_note, seen };
    g_autofree char *text = g_malloc(size + 1);
    memcpy(text, bytes, size);
    text[size] = '\0';
    csv_parse(text, size, separator, &handler);
    return g_string_free(seen, FALSE);
}

static void expect_rows(const char *text, const char *rows)
{
    g_autofree char *seen = parsed(text, strlen(text), ',');
    assert_string_equal(seen, rows);
}

static void test_line_ends(void **state)
{
    (void)state;
    expect_rows("", "");
    expect_rows("a,b", "1:a|b\n");
    expect_rows("a,b\nc,\n", "1:a|b\n2:c|\n");
    expect_rows("a\r\nb\rc\n\nd", "1:a\n2:b\n3:c\n4:\n5:d\n");
    expect_rows("a,\r\n,b\r\n", "1:a|\n2:|b\n");
    expect_rows("a,\r,b", "1:a|\n2:|b\n");
    expect_rows("a,", "1:a|\n");
}

static void test_quotes(void **state)
{
    (void)state;
    expect_rows("\"a,b\",\"c\"\"d\",\"\"\r\n", "1:a,b|c\"d|\n");
    expect_rows("\"a\nb\r\nc\",d\ne", "1:a\nb\r\nc|d\n4:e\n");
    expect_rows("\"a\"\rb\r", "1:a\n2:b\n");
    expect_rows("a\"b,5\"\n", "1:a\"b|5\"\n");
    expect_rows(" \"a\" , \"b\"\n", "1:a|b\n");
    expect_rows("\"\"\"\"", "1:\"\n");
}

static void test_open_quote_costs_its_row_only(void **state)
{
    (void)state;
    expect_rows("h,i\n1,\"open,x\n2,y\n3,z\n", "1:h|i\n!2.1 quote \"open,x\n3:2|y\n4:3|z\n");
    expect_rows("1,\"open,x\n2,\"y\",\"z\"\n", "!1.1 quote \"open,x\n2:2|y|z\n");
    expect_rows("\"a\"b,c\nd\n", "!1.0 quote \"a\"b,c\n2:d\n");
    expect_rows("\"", "!1.0 quote \"\n");
    expect_rows("\"a\nb\",\"c\nd\n", "!2.1 quote \"c\n3:d\n");
    expect_rows("x,\"open\r\ny\r\n", "!1.1 quote \"open\n2:y\n");
}

/* A quote may hold as many lines as the bound says, and not one more. */
static void test_quote_bounds(void **state)
{
    (void)state;
    for (int extra = 0; extra <= 1; extra++) {
        g_autoptr(GString) text = g_string_new("\"");
        for (int i = 0; i < CSV_CELL_LINES + extra; i++)
            g_string_append(text, "\n");
        g_string_append(text, "\"");
        g_autofree char *seen = parsed(text->str, text->len, ',');
        assert_int_equal(seen[0], extra ? '!' : '1');
    }
    for (int extra = 0; extra <= 1; extra++) {
        g_autoptr(GString) text = g_string_new(NULL);
        for (int i = 0; i < CSV_CELL_BYTES + extra; i++)
            g_string_append_c(text, 'x');
        g_string_append(text, "\nafter");
        g_autofree char *seen = parsed(text->str, text->len, ',');
        assert_int_equal(seen[0], extra ? '!' : '1');
        assert_true(g_str_has_suffix(seen, "\n2:after\n"));
    }
}

static void test_nul_and_wide(void **state)
{
    (void)state;
    g_autofree char *seen = parsed("a\0b,c\nd", 7, ',');
    assert_string_equal(seen, "!1.0 nul a\n2:d\n");
    for (int extra = 0; extra <= 1; extra++) {
        g_autoptr(GString) text = g_string_new(NULL);
        for (int i = 0; i < CSV_ROW_CELLS - 1 + extra; i++)
            g_string_append_c(text, ',');
        g_string_append(text, "\nd");
        g_autofree char *wide = parsed(text->str, text->len, ',');
        assert_int_equal(wide[0], extra ? '!' : '1');
        assert_true(g_str_has_suffix(wide, "\n2:d\n"));
    }
}

static void test_apostrophe(void **state)
{
    (void)state;
    expect_rows("'=1+1,'+1,'-1,'@a,'\tx,\"'\ry\"\n", "1:=1+1|+1|-1|@a|\tx|\ry\n");
    expect_rows("'a,','',''=\n", "1:'a|'|''|''=\n");
}

static void test_separator(void **state)
{
    (void)state;
    const struct { const char *text; char separator; } cases[] = {
        { "a,b\n", ',' }, { "a\tb\n", '\t' }, { "a;b\n", ';' }, { "a;b;c,d\n", ',' }, { "", ',' }, { "a\n", ',' },
        { "标题,注\n甲\t乙\t丙\t丁\n", '\t' }, { "\"a,b,c\";d\n", ';' }, { "a;b\tc\n", '\t' },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_int_equal(csv_separator(cases[i].text, strlen(cases[i].text)), cases[i].separator);
    g_autofree char *seen = parsed("a\tb,c\n\"d\"\t\te", 12, '\t');
    assert_string_equal(seen, "1:a|b,c\n2:d||e\n");
}

static void expect_decoded(const char *bytes, size_t size, const char *text, const char *encoding)
{
    size_t text_size = 0;
    const char *seen = NULL;
    GError *error = NULL;
    g_autofree char *decoded = csv_decode(bytes, size, &text_size, &seen, &error);
    assert_null(error);
    assert_string_equal(seen, encoding);
    assert_string_equal(decoded, text);
    assert_int_equal(text_size, strlen(text));
}

static void test_encodings(void **state)
{
    (void)state;
    expect_decoded("\xE6\xB2\x85,\x31", 5, "沅,1", "UTF-8");
    expect_decoded("\xEF\xBB\xBF\xE6\xB2\x85", 6, "沅", "UTF-8");
    expect_decoded("\xE3\xE4\xC1\xEA,1", 6, "沅陵,1", "GB18030");
    expect_decoded("\xFF\xFE\x85\x6C\x2C\x00", 6, "沅,", "UTF-16");
    expect_decoded("\xFE\xFF\x6C\x85\x00\x2C", 6, "沅,", "UTF-16");
    expect_decoded("\xFF\xFE\x40\xD8\x0B\xDC\x31\x00", 8,
                   "\xF0\xA0\x80\x8B"
                   "1",
                   "UTF-16");                                     /* a pair */
    expect_decoded("\x81\x30\x81\x30", 4, "\xC2\x80", "GB18030"); /* four bytes: GB18030, not GBK */
    expect_decoded("", 0, "", "UTF-8");
}

static void expect_undecodable(const char *bytes, size_t size, const char *line, const char *offset)
{
    size_t text_size = 0;
    g_autoptr(GError) error = NULL;
    assert_null(csv_decode(bytes, size, &text_size, NULL, &error));
    assert_true(g_error_matches(error, FAULT_INPUT, FAULT_BAD));
    assert_non_null(strstr(error->message, line));
    assert_non_null(strstr(error->message, offset));
}

static void test_bad_bytes(void **state)
{
    (void)state;
    expect_undecodable("a\nb\xFFz", 5, "第2行", "第3字节");
    expect_undecodable("\xEF\xBB\xBF" "ab\xE3\xE4", 7, "第1行", "第5字节");
    expect_undecodable("\xE3\xE4\r\n\xFF\xFF", 6, "第2行", "第4字节");
    expect_undecodable("\xFF\xFE\x00\xD8", 4, "UTF-16", "字节");
    expect_undecodable("\xFF\xFE\x31\x00\x00\xDC", 6, "UTF-16", "第4字节");
    expect_undecodable("\xFF\xFE\x40\xD8\x31\x00", 6, "UTF-16", "第4字节");
    expect_undecodable("\xFF\xFE\x31\x00\x32", 5, "UTF-16", "第4字节");
}

static void test_writer(void **state)
{
    (void)state;
    g_autoptr(GString) out = g_string_new(NULL);
    CsvWriter writer;
    csv_writer_init(&writer, out);
    csv_put_text(&writer, "甲");
    csv_put_text(&writer, NULL);
    csv_put_text(&writer, "a\"b,c\r\nd");
    csv_put_number(&writer, "-1.50");
    csv_put_number(&writer, NULL);
    csv_end_row(&writer);
    csv_put_text(&writer, "=SUM(A1)");
    csv_put_text(&writer, "-1");
    csv_put_text(&writer, "@a,b");
    csv_put_text(&writer, "\tb");
    csv_put_text(&writer, " c ");
    csv_put_text(&writer, "a=b");
    csv_end_row(&writer);
    assert_string_equal(out->str, "\xEF\xBB\xBF甲,,\"a\"\"b,c\r\nd\",-1.50,\r\n'=SUM(A1),'-1,\"'@a,b\",\"'\tb\",\" c \",a=b\r\n");
}

static void test_round_trip(void **state)
{
    (void)state;
    static const char *const texts[] = { "=1", "+x", "-y", "@z", "\tt", "\rr", "q\"q", "\"", ",", "a\nb", " b ", ";", "", "'a", "沅环罚〔2016〕1号" };
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(GString) expected = g_string_new("1:");
    CsvWriter writer;
    csv_writer_init(&writer, out);
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        csv_put_text(&writer, texts[i]);
        g_string_append_printf(expected, "%s%s", i ? "|" : "", texts[i]);
    }
    csv_end_row(&writer);
    g_string_append_c(expected, '\n');
    size_t size;
    g_autofree char *text = csv_decode(out->str, out->len, &size, NULL, NULL);
    g_autofree char *seen = parsed(text, size, csv_separator(text, size));
    assert_string_equal(seen, expected->str);
}

/* Whatever the bytes, every row is given or refused, and nothing outside the text is touched (the sanitizers watch). */
static void test_any_bytes(void **state)
{
    (void)state;
    static const char alphabet[] = "\"\"\"\",,\n\r'=x\0 \t";
    guint32 seed = 1;
    for (int round = 0; round < 20000; round++) {
        char text[24];
        size_t size = (size_t)round % sizeof text;
        for (size_t i = 0; i < size; i++) {
            seed = seed * 1664525u + 1013904223u;
            text[i] = alphabet[(seed >> 16) % (sizeof alphabet - 1)];
        }
        g_autofree char *seen = parsed(text, size, ',');
        assert_int_equal(size == 0, seen[0] == '\0');
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_line_ends), cmocka_unit_test(test_quotes),
        cmocka_unit_test(test_open_quote_costs_its_row_only), cmocka_unit_test(test_quote_bounds),
        cmocka_unit_test(test_nul_and_wide), cmocka_unit_test(test_apostrophe), cmocka_unit_test(test_separator),
        cmocka_unit_test(test_encodings), cmocka_unit_test(test_bad_bytes), cmocka_unit_test(test_writer),
        cmocka_unit_test(test_round_trip), cmocka_unit_test(test_any_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
