/* Generated numbering: how lists count, and how their numbers are written. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "docx.h"
#include "docxcount.h"
#include "docxfile.h"

#include <string.h>

/* The texts of a document with these definitions, parted by '/'. */
static char *texts_of(const char *body, const char *numbering, const char *styles, int64_t *generated)
{
    const DocxPart more[] = {{"word/numbering.xml", numbering}, {"word/styles.xml", styles}};
    GBytes *bytes = docxfile_make(body, more, styles ? 2 : 1);
    gsize size;
    const void *data = g_bytes_get_data(bytes, &size);
    const char *reason;
    g_autoptr(GError) error = NULL;
    g_autoptr(DocxText) docx = docx_read(data, size, &reason, &error);
    assert_non_null(docx);
    docxcount_check(docx, bytes, "numbered document");
    g_bytes_unref(bytes);
    GString *all = g_string_new(NULL);
    for (uint32_t i = 0; i < docx->n_paragraphs; i++)
        g_string_append_printf(all, "%s%s", i ? "/" : "", docx->paragraphs[i].text);
    if (generated)
        *generated = docx->count.numbering;
    return g_string_free(all, FALSE);
}

static void check_texts(const char *body, const char *numbering, const char *styles, const char *want)
{
    g_autofree char *got = texts_of(body, numbering, styles, NULL);
    assert_string_equal(got, want);
}

#define LEVEL(n, format, text, more) \
    "<w:lvl w:ilvl=\"" n "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" format "\"/>" more "<w:suff w:val=\"nothing\"/><w:lvlText w:val=\"" text "\"/></w:lvl>"
#define ABSTRACT(id, levels) "<w:abstractNum w:abstractNumId=\"" id "\">" levels "</w:abstractNum>"
#define NUM(id, abstract, more) "<w:num w:numId=\"" id "\"><w:abstractNumId w:val=\"" abstract "\"/>" more "</w:num>"
#define ITEM(num, level, text) \
    "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" level "\"/><w:numId w:val=\"" num "\"/></w:numPr></w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"
#define STYLED(style, text) "<w:p><w:pPr><w:pStyle w:val=\"" style "\"/></w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"

/* The Nth number of FORMAT. */
static void check_number(const char *format, int n, const char *want)
{
    g_autofree char *numbering = g_strdup_printf(ABSTRACT("0", "<w:lvl w:ilvl=\"0\"><w:start w:val=\"%d\"/><w:numFmt w:val=\"%s\"/><w:suff w:val=\"nothing\"/>"
                                                               "<w:lvlText w:val=\"%%1\"/></w:lvl>") NUM("1", "0", ""), n, format);
    g_autofree char *got = texts_of(ITEM("1", "0", ""), numbering, NULL, NULL);
    if (strcmp(got, want) != 0)
        fail_msg("%d in %s: %s, not %s", n, format, got, want);
}

static void numbers_as_word_writes_them(void **state)
{
    (void)state;
    static const struct { const char *format; int n; const char *want; } cases[] = {
        {"decimal", 12, "12"}, {"decimalZero", 7, "07"}, {"decimalZero", 12, "12"}, {"none", 3, ""}, {"ordinal", 3, "3"},
        {"upperRoman", 14, "XIV"}, {"lowerRoman", 1999, "mcmxcix"}, {"upperRoman", 4000, "4000"}, {"upperLetter", 26, "Z"},
        {"lowerLetter", 28, "bb"}, {"decimalFullWidth", 10, "１０"}, {"numberInDash", 2, "- 2 -"},
        {"chineseCounting", 10, "十"}, {"chineseCounting", 12, "十二"}, {"chineseCounting", 20, "二十"}, {"chineseCounting", 101, "一〇一"},
        {"chineseCountingThousand", 12, "十二"}, {"chineseCountingThousand", 101, "一百零一"}, {"chineseCountingThousand", 110, "一百一十"},
        {"chineseCountingThousand", 10010, "一万零一十"}, {"chineseCountingThousand", 100000, "100000"},
        {"taiwaneseCountingThousand", 30, "三十"}, {"japaneseCounting", 111, "百十一"}, {"japaneseCounting", 24, "二十四"},
        {"ideographDigital", 10, "一〇"}, {"taiwaneseDigital", 205, "二〇五"}, {"japaneseDigitalTenThousand", 3, "三"},
        {"chineseLegalSimplified", 11, "壹拾壹"}, {"chineseLegalSimplified", 205, "贰佰零伍"}, {"japaneseLegal", 12, "壱拾弐"},
        {"ideographLegalTraditional", 6, "陸"}, {"ideographTraditional", 3, "丙"}, {"ideographTraditional", 11, "11"}, {"ideographZodiac", 12, "亥"},
        {"ideographEnclosedCircle", 2, "㊁"}, {"decimalEnclosedCircle", 1, "①"}, {"decimalEnclosedCircle", 20, "⑳"},
        {"decimalEnclosedCircleChinese", 21, "㉑"}, {"decimalEnclosedCircle", 36, "㊱"}, {"decimalEnclosedCircle", 50, "㊿"}, {"decimalEnclosedCircle", 51, "51"},
        {"decimalEnclosedParen", 3, "⑶"}, {"decimalEnclosedFullstop", 3, "⒊"}, {"decimal", 0, "0"}, {"chineseCounting", 0, "0"}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        check_number(cases[i].format, cases[i].n, cases[i].want);
}

static void levels_start_again(void **state)
{
    (void)state;
    const char *numbering = ABSTRACT("0", LEVEL("0", "chineseCounting", "%1、", "") LEVEL("1", "decimal", "%1.%2", "<w:isLgl/>") LEVEL("2", "decimal", "(%3)", "<w:lvlRestart w:val=\"0\"/>"))
        NUM("1", "0", "") NUM("2", "0", "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>");
    check_texts(ITEM("1", "0", "a") ITEM("1", "1", "b") ITEM("1", "2", "c") ITEM("1", "1", "d") ITEM("1", "2", "e") ITEM("1", "0", "f") ITEM("1", "1", "g"), numbering, NULL,
                "一、a/1.1b/(1)c/1.2d/(2)e/二、f/2.1g");
    check_texts(ITEM("1", "0", "a") ITEM("2", "0", "b") ITEM("2", "0", "c") ITEM("1", "0", "d"), numbering, NULL, "一、a/五、b/六、c/七、d");
    check_texts(ITEM("1", "1", "a") ITEM("1", "1", "b"), numbering, NULL, "1.1a/1.2b");
}

static void lists_may_define_levels_anew(void **state)
{
    (void)state;
    const char *numbering = ABSTRACT("0", LEVEL("0", "decimal", "%1.", ""))
        NUM("1", "0", "") NUM("2", "0", "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/>" LEVEL("0", "upperLetter", "%1)", "") "</w:lvlOverride>");
    check_texts(ITEM("1", "0", "a") ITEM("2", "0", "b") ITEM("2", "0", "c"), numbering, NULL, "1.a/A)b/B)c");
}

/* An empty cell of a column of running numbers shows its number; a number of 0 takes the list away. */
static void empty_paragraphs_show_their_number(void **state)
{
    (void)state;
    const char *numbering = ABSTRACT("0", LEVEL("0", "decimal", "%1", "")) NUM("1", "0", "");
    check_texts(ITEM("1", "0", "") ITEM("1", "0", "x") ITEM("0", "0", "y") ITEM("77", "0", "z") ITEM("99999999999", "99", "v") ITEM("-1", "-4", "w"), numbering, NULL, "1/2x/y/z/v/w");
}

static void styles_carry_lists(void **state)
{
    (void)state;
    const char *numbering = ABSTRACT("0", LEVEL("0", "decimal", "第%1章", "<w:pStyle w:val=\"H1\"/>") LEVEL("1", "decimal", "%1.%2", "<w:pStyle w:val=\"H2\"/>") LEVEL("2", "decimal", "%1.%2.%3", ""))
        NUM("1", "0", "");
    const char *styles = "<w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
                         "<w:style w:type=\"paragraph\" w:styleId=\"H2\"><w:basedOn w:val=\"H1\"/></w:style>"
                         "<w:style w:type=\"paragraph\" w:styleId=\"H3\"><w:basedOn w:val=\"H1\"/><w:pPr><w:numPr><w:ilvl w:val=\"2\"/></w:numPr></w:pPr></w:style>"
                         "<w:style w:type=\"paragraph\" w:styleId=\"N\"><w:basedOn w:val=\"H1\"/><w:pPr><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr></w:style>";
    check_texts(STYLED("H1", "a") STYLED("H2", "b") STYLED("H3", "c") STYLED("H2", "d") STYLED("N", "e") STYLED("H1", "f"), numbering, styles, "第1章a/1.1b/1.1.1c/1.2d/e/第2章f");
    const char *linked = ABSTRACT("0", "<w:numStyleLink w:val=\"L\"/>") ABSTRACT("1", LEVEL("0", "lowerLetter", "%1)", "")) NUM("1", "0", "") NUM("2", "1", "");
    check_texts(ITEM("1", "0", "x") ITEM("2", "0", "y"), linked, "<w:style w:type=\"numbering\" w:styleId=\"L\"><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:style>", "a)x/b)y");
}

/* As pandoc writes it: the list before the style. */
static void the_order_of_properties_does_not_matter(void **state)
{
    (void)state;
    const char *numbering = ABSTRACT("0", LEVEL("0", "decimal", "%1.", "")) NUM("1", "0", "");
    const char *styles = "<w:style w:type=\"paragraph\" w:styleId=\"C\"><w:pPr><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr></w:style>";
    check_texts("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:pStyle w:val=\"C\"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>" STYLED("C", "b"),
                numbering, styles, "1.a/b");
}

static void bullets_are_legible(void **state)
{
    (void)state;
#define BULLET(sign, font) "<w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"" sign "\"/><w:rPr><w:rFonts w:ascii=\"" font "\"/></w:rPr></w:lvl>"
    const char *numbering = ABSTRACT("0", BULLET("&#xF0B7;", "Symbol")) ABSTRACT("1", BULLET("l", "Wingdings")) ABSTRACT("2", BULLET("o", "Courier New")) ABSTRACT("3", BULLET("&#xF123;", "x"))
        NUM("1", "0", "") NUM("2", "1", "") NUM("3", "2", "") NUM("4", "3", "");
    check_texts(ITEM("1", "0", "a") ITEM("2", "0", "b") ITEM("3", "0", "c") ITEM("4", "0", "d"), numbering, NULL, "• a/● b/o c/• d");
}

/* Numbers are counted apart from what is present, and a deleted or hidden paragraph has none. */
static void numbers_are_counted_apart(void **state)
{
    (void)state;
    int64_t generated;
    const char *numbering = ABSTRACT("0", LEVEL("0", "decimal", "%1、", "")) NUM("1", "0", "");
    const char *styles = "<w:style w:type=\"paragraph\" w:styleId=\"V\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:rPr><w:vanish/></w:rPr></w:style>";
    g_autofree char *got = texts_of(ITEM("1", "0", "a") "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>"
                                    "<w:del w:id=\"2\"><w:r><w:delText>x</w:delText></w:r></w:del></w:p>" STYLED("V", "藏") ITEM("1", "0", "b"), numbering, styles, &generated);
    assert_string_equal(got, "1、a//2、b");
    assert_int_equal(generated, 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_as_word_writes_them), cmocka_unit_test(levels_start_again),  cmocka_unit_test(lists_may_define_levels_anew),
        cmocka_unit_test(empty_paragraphs_show_their_number), cmocka_unit_test(styles_carry_lists), cmocka_unit_test(bullets_are_legible),
        cmocka_unit_test(numbers_are_counted_apart),    cmocka_unit_test(the_order_of_properties_does_not_matter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
