/* Records described by tables: written, read, refused. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdbool.h>
#include <cmocka.h>

#include <string.h>

#include "digest.h"
#include "fault.h"
#include "fileio.h"
#include "lang.h"
#include "record.h"

typedef struct {
    char *name, *note;
} Inner;
typedef struct {
    char *id;
    int64_t count, size_bytes, at_s;
    bool open;
    int colour;
    Day day;
    Decimal share;
    Inner *child;
    GPtrArray *items, *words;
} Outer;

static const char *const colours[] = {"", "red", "blue", NULL};
static const RecordField inner_fields[] = {FIELD_STRING_REQ(Inner, name, "name"), FIELD_TEXT(Inner, note), FIELD_END};
static const RecordType inner_type = {"inner", NULL, sizeof(Inner), inner_fields};
static const RecordField outer_fields[] = {FIELD_STRING_REQ(Outer, id, "id"),
                                           FIELD_INT_REQ(Outer, count, "count", 0, 9),
                                           FIELD_BYTES_REQ(Outer, size_bytes, "size", 1, INT64_C(1) << 40),
                                           FIELD_INSTANT(Outer, at_s, "at"),
                                           FIELD_BOOL(Outer, open, "open"),
                                           FIELD_ENUM(Outer, colour, "colour", colours),
                                           FIELD_DAY(Outer, day, "day"),
                                           FIELD_DECIMAL_REQ(Outer, share, "share", 0, 100),
                                           FIELD_CHILD_REQ(Outer, child, "child", &inner_type),
                                           FIELD_LIST(Outer, items, "item", &inner_type),
                                           FIELD_STRINGS(Outer, words, "word"),
                                           FIELD_END};
static const RecordType outer_type = {"outer", "urn:x", sizeof(Outer), outer_fields};

#define ATTRIBUTES "id=\"a\" count=\"3\" size=\"2KiB\" share=\"12.50\""
#define ROOT(attributes, content) "<outer xmlns=\"urn:x\" " attributes ">\n" content "</outer>"
#define CHILD "<child name=\"c\"/>"

static Outer *parse(const char *xml)
{
    g_autoptr(GError) error = NULL;
    Outer *outer = record_parse(&outer_type, xml, strlen(xml), "x.xml", &error);
    if (!outer)
        print_error("%s\n", error->message);
    assert_non_null(outer);
    return outer;
}

static void test_everything_comes_back(void **state G_GNUC_UNUSED)
{
    static const char canonical[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                    "<outer xmlns=\"urn:x\" id=\"a&amp;b\" count=\"0\" size=\"2048\" at=\"2016-12-05T18:00:00+08:00\" open=\"yes\" "
                                    "colour=\"blue\" day=\"2016-10-08\" share=\"12.5\">\n"
                                    " <child name=\"\">x &lt; y</child>\n <item name=\"1\"/>\n <item name=\"2\">乙</item>\n <word>甲</word>\n"
                                    "</outer>\n";
    /* other order, other spelling, comments and foreign attributes */
    Outer *outer = parse("<!-- a --><o:outer xmlns:o=\"urn:x\" xml:lang=\"zh\" share=\"012.50\" day=\"2016-10-08\" colour=\"blue\" open=\"yes\" "
                         "at=\"2016-12-05T10:00:00Z\" size=\"2KiB\" count=\"0\" id=\"a&#38;b\">"
                         "<o:word>甲</o:word><o:item name=\"1\"/><o:child name=\"\">x &lt; y</o:child><!-- b --><o:item name=\"2\">乙</o:item></o:outer>");
    size_t size;
    g_autofree char *text = record_format(&outer_type, outer, &size);
    assert_string_equal(text, canonical);
    assert_int_equal(size, strlen(canonical));
    char of_record[DIGEST_HEX + 1], of_text[DIGEST_HEX + 1];
    record_digest(&outer_type, outer, of_record);
    digest_bytes(text, size, of_text);
    assert_string_equal(of_record, of_text);
    record_free(&outer_type, outer);
    outer = parse(canonical);
    g_autofree char *again = record_format(&outer_type, outer, NULL);
    assert_string_equal(again, canonical);
    record_free(&outer_type, outer);
}

/* Where its texts are kept, nobody sees; a record that is refused leaves nothing behind. */
static void test_stored_texts(void **state G_GNUC_UNUSED)
{
    static const char xml[] = ROOT(ATTRIBUTES, CHILD "<item name=\"1\">甲</item><word>乙</word>"),
                      broken[] = ROOT(ATTRIBUTES, CHILD "<item name=\"1\"/><itme/>");
    Outer *plain = parse(xml), *stored = record_parse_stored(&outer_type, xml, strlen(xml), "x.xml", NULL);
    assert_non_null(stored);
    g_autofree char *text = record_format(&outer_type, plain, NULL),
                    *same = record_format(&outer_type, stored, NULL);
    assert_string_equal(same, text);
    record_free(&outer_type, plain);
    record_free_stored(&outer_type, stored);
    g_autoptr(GError) error = NULL;
    assert_null(record_parse_stored(&outer_type, broken, strlen(broken), "x.xml", &error));
    assert_non_null(strstr(error->message, "<itme>"));
}

static void test_what_is_empty_is_not_written(void **state G_GNUC_UNUSED)
{
    Outer *outer = parse(ROOT(ATTRIBUTES " open=\"no\"", CHILD));
    g_autofree char *text = record_format(&outer_type, outer, NULL);
    assert_non_null(strstr(text, "<outer xmlns=\"urn:x\" id=\"a\" count=\"3\" size=\"2048\" share=\"12.5\">\n"));
    record_free(&outer_type, outer);
    record_free(&outer_type, NULL);
}

/* ---- complaints: file, line, element, attribute, what to do ---- */

static const struct {
    const char *xml, *wanted;
} refused[] = {
    {ROOT("id=\"a\" count=\"3\" size=\"1\"", CHILD), "x.xml 第1行 <outer> 的属性 share：缺少，请补上；应为 0 至 100 之间的数"},
    {ROOT("count=\"3\" size=\"1\" share=\"1\"", CHILD), "x.xml 第1行 <outer> 的属性 id：缺少，请补上；须填写"},
    {ROOT(ATTRIBUTES " idd=\"b\"", CHILD), "<outer> 的属性 idd：没有这个属性，请删除或改正拼写"},
    {ROOT("id=\"a\" count=\"10\" size=\"1\" share=\"1\"", CHILD), "<outer> 的属性 count：“10”有误，应为 0 至 9 之间的整数"},
    {ROOT("id=\"a\" count=\"1.5\" size=\"1\" share=\"1\"", CHILD), "“1.5”有误"},
    {ROOT("id=\"a\" count=\" 1\" size=\"1\" share=\"1\"", CHILD), "“ 1”有误"},
    {ROOT("id=\"a\" count=\"1\" size=\"1KB\" share=\"1\"", CHILD), "字节数（可带 KiB、MiB、GiB）"},
    {ROOT("id=\"a\" count=\"1\" size=\"-1KiB\" share=\"1\"", CHILD), "“-1KiB”有误"},
    {ROOT("id=\"a\" count=\"1\" size=\"9999999999999GiB\" share=\"1\"", CHILD), "“9999999999999GiB”有误"},
    {ROOT("id=\"a\" count=\"1\" size=\"1\" share=\"100.01\"", CHILD), "“100.01”有误，应为 0 至 100 之间的数（最多4位小数"},
    {ROOT("id=\"a\" count=\"1\" size=\"1\" share=\"-1\"", CHILD), "“-1”有误"},
    {ROOT(ATTRIBUTES " open=\"true\"", CHILD), "“true”有误，只能是 yes 或 no"},
    {ROOT(ATTRIBUTES " colour=\"green\"", CHILD), "“green”有误，只能是 red | blue"},
    {ROOT(ATTRIBUTES " day=\"2016-02-30\"", CHILD), "“2016-02-30”有误，应为日期，如 2016-09-01"},
    {ROOT(ATTRIBUTES " at=\"2016-12-05\"", CHILD), "应为时刻，如 2016-12-05T18:00:00+08:00"},
    {ROOT(ATTRIBUTES, ""), "<outer>：缺少 <child>，请补上"},
    {ROOT(ATTRIBUTES, CHILD "\n" CHILD), "x.xml 第3行 <child>：重复出现，请只保留一个"},
    {ROOT(ATTRIBUTES, CHILD "\n\n<item/>"), "x.xml 第4行 <item> 的属性 name：缺少"},
    {ROOT(ATTRIBUTES, CHILD "<thing/>"), "<outer>：其中不应有 <thing>，请删除或改正拼写"},
    {ROOT(ATTRIBUTES, CHILD "<child name=\"d\"><b/></child>"), "重复出现"},
    {ROOT(ATTRIBUTES, "<child name=\"d\"><b/></child>"), "<child>：其中不应有 <b>"},
    {ROOT(ATTRIBUTES, CHILD "stray"), "<outer>：其中不应有文字，请删除或移入注释"},
    {ROOT(ATTRIBUTES, CHILD "<word>a<b/></word>"), "<word>：其中只能有文字"},
    {"<other xmlns=\"urn:x\"/>", "x.xml：根元素应为 <outer xmlns=\"urn:x\">"},
    {"<outer xmlns=\"urn:y\"/>", "请检查是否选错了文件"},
};

static void test_complaints(void **state G_GNUC_UNUSED)
{
    for (size_t i = 0; i < G_N_ELEMENTS(refused); i++) {
        g_autoptr(GError) error = NULL;
        assert_null(record_parse(&outer_type, refused[i].xml, strlen(refused[i].xml), "x.xml", &error));
        assert_true(error->domain == FAULT_INPUT && error->code == FAULT_BAD);
        if (!strstr(error->message, refused[i].wanted))
            print_error("%s\nsays: %s\n", refused[i].xml, error->message);
        assert_non_null(strstr(error->message, refused[i].wanted));
    }
}

static void test_complaints_in_english(void **state G_GNUC_UNUSED)
{
    static const char xml[] = ROOT("id=\"a\" count=\"10\" size=\"1\" share=\"1\"", CHILD);
    g_autoptr(GError) error = NULL;
    lang_set(LANG_EN);
    assert_null(record_parse(&outer_type, xml, strlen(xml), "x.xml", &error));
    lang_set(LANG_ZH);
    assert_string_equal(error->message, "x.xml:1: <outer>, attribute count: '10' must be from 0 to 9, a whole number");
}

typedef struct {
    int64_t value;
} Whole;

/* The whole range of 64 bits, and not one more. */
static void test_whole_numbers(void **state G_GNUC_UNUSED)
{
    static const RecordField fields[] = {FIELD_INT(Whole, value, "value"), FIELD_END};
    static const RecordType type = {"whole", NULL, sizeof(Whole), fields};
    static const struct {
        const char *text;
        bool good;
        int64_t value;
    } cases[] = {{"0", true, 0}, {"-7", true, -7}, {"+7", true, 7}, {"007", true, 7},
                 {"9223372036854775807", true, INT64_MAX}, {"-9223372036854775808", true, INT64_MIN},
                 {"9223372036854775808", false, 0}, {"-9223372036854775809", false, 0}, {"92233720368547758070", false, 0},
                 {"", false, 0}, {"-", false, 0}, {"1.0", false, 0}, {" 1", false, 0}, {"1 ", false, 0}, {"--1", false, 0}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *xml = g_strdup_printf("<whole value=\"%s\"/>", cases[i].text);
        Whole *whole = record_parse(&type, xml, strlen(xml), "x.xml", NULL);
        assert_int_equal(whole != NULL, cases[i].good);
        assert_true(!whole || whole->value == cases[i].value);
        record_free(&type, whole);
    }
}

static void test_what_is_no_xml(void **state G_GNUC_UNUSED)
{
    static const char *const bad[] = {"", "   ", "text", "<outer xmlns=\"urn:x\"", "<!DOCTYPE outer><outer xmlns=\"urn:x\"/>",
                                      ROOT(ATTRIBUTES, "<child name=\"c\">")};
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
        g_autoptr(GError) error = NULL;
        assert_null(record_parse(&outer_type, bad[i], strlen(bad[i]), "x.xml", &error));
        assert_non_null(error);
        assert_non_null(strstr(error->message, "x.xml"));
    }
}

/* ---- files ---- */

static void test_files(void **state G_GNUC_UNUSED)
{
    g_autofree char *path = g_build_filename(g_get_tmp_dir(), "record.xml", NULL), *nowhere = g_build_filename(g_get_tmp_dir(), "no", "x.xml", NULL);
    g_autoptr(GError) error = NULL, missing = NULL;
    Outer *outer = parse(ROOT(ATTRIBUTES, CHILD));
    record_add(outer->items, &inner_type);
    ((Inner *)outer->items->pdata[0])->name = g_strdup("i");
    assert_true(record_write(&outer_type, outer, path, NULL));
    assert_false(record_write(&outer_type, outer, nowhere, &error));
    assert_true(error->domain == FAULT_SYSTEM);
    record_list_clear(outer->items, &inner_type);
    assert_int_equal(outer->items->len, 0);
    record_free(&outer_type, outer);
    outer = record_read(&outer_type, path, NULL);
    assert_int_equal(outer->items->len, 1);
    record_free(&outer_type, outer);
    assert_null(record_read(&outer_type, nowhere, &missing));
    assert_true(g_error_matches(missing, FAULT_INPUT, FAULT_MISSING));
    file_remove_tree(path, NULL);
}

/* What one unit brings cannot grow without end; what was there stays. */
static void test_too_large_to_write(void **state G_GNUC_UNUSED)
{
    g_autofree char *path = g_build_filename(g_get_tmp_dir(), "bounded.xml", NULL);
    g_autoptr(GError) error = NULL;
    RecordType bounded = outer_type;
    size_t size;
    Outer *outer = parse(ROOT(ATTRIBUTES, CHILD));
    g_autofree char *text = record_format(&outer_type, outer, &size);
    bounded.bytes_max = size;
    assert_true(record_write(&bounded, outer, path, NULL));
    bounded.bytes_max = size - 1;
    assert_false(record_write(&bounded, outer, path, &error));
    assert_true(g_error_matches(error, FAULT_INPUT, FAULT_LIMIT));
    size_t held;
    g_autofree char *kept = file_read_whole(path, SIZE_MAX, &held, NULL);
    assert_int_equal(held, size);
    record_free(&outer_type, outer);
    file_remove_tree(path, NULL);
}

/* However long a list is, and in how many pieces it is written, its elements stand in order, each once. */
static void test_long_lists(void **state G_GNUC_UNUSED)
{
    static const guint lengths[] = {1, 63, 64, 65, 127, 128, 129, 200, 4160, 20001};
    for (size_t i = 0; i < G_N_ELEMENTS(lengths); i++) {
        Outer *outer = parse(ROOT(ATTRIBUTES, CHILD));
        g_autoptr(GString) expected = g_string_new(NULL);
        for (guint n = 0; n < lengths[i]; n++) {
            Inner *item = record_add(outer->items, &inner_type);
            item->name = g_strdup_printf("%u", n);
            item->note = n % 3 == 0 ? g_strdup("乙") : NULL;
            g_string_append_printf(expected, " <item name=\"%u\"%s\n", n, item->note ? ">乙</item>" : "/>");
        }
        g_string_append(expected, "</outer>\n");
        size_t size;
        g_autofree char *text = record_format(&outer_type, outer, &size);
        const char *list = strstr(text, " <item");
        assert_non_null(list);
        assert_string_equal(list, expected->str);
        assert_int_equal(size, strlen(text));
        record_free(&outer_type, outer);
    }
}

static void test_what_is_kept_is_one(void **state G_GNUC_UNUSED)
{
    char text[] = "81.5";
    const char *kept = record_keep(text);
    text[0] = '9';
    assert_string_equal(kept, "81.5");
    assert_ptr_equal(record_keep_taken(g_strdup("81.5")), kept);
    assert_ptr_not_equal(record_keep(text), kept);
    assert_null(record_keep(NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_everything_comes_back), cmocka_unit_test(test_what_is_empty_is_not_written),
        cmocka_unit_test(test_complaints),            cmocka_unit_test(test_complaints_in_english),
        cmocka_unit_test(test_whole_numbers),
        cmocka_unit_test(test_what_is_no_xml),        cmocka_unit_test(test_files),
        cmocka_unit_test(test_too_large_to_write),    cmocka_unit_test(test_long_lists),
        cmocka_unit_test(test_what_is_kept_is_one),
        cmocka_unit_test(test_stored_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
