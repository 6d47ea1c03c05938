/* Comparing, ordering and showing text. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "text.h"

static void expect_fold(const char *text, const char *wanted)
{
    g_autofree char *folded = text_fold(text);
    assert_string_equal(folded, wanted);
}

static void test_fold(void **state G_GNUC_UNUSED)
{
    expect_fold("ＡＢ c（甲）", "abc〔甲〕");
    expect_fold("【2016】[x]{y}", "〔2016〕〔x〕〔y〕");
    expect_fold(" 甲\u3000乙\u00a0丙\ufeff", "甲乙丙");
    expect_fold("〇零0", "〇零0"); /* zeros are the caller's affair */
    expect_fold(NULL, "");
    g_autofree char *squeezed = text_squeeze("ＡＢ c（甲】\t");
    assert_string_equal(squeezed, "ABc(甲】");
}

static void test_same(void **state G_GNUC_UNUSED)
{
    assert_true(text_same("沅环罚字［2016］1号", "沅环罚字〔2016〕 1号"));
    assert_false(text_same("沅环罚字〔2016〕1号", "沅环罚字〔2016〕01号"));
    assert_true(text_same(NULL, "\u3000"));
    assert_false(text_same(NULL, "0"));
}

static void test_trim_and_count(void **state G_GNUC_UNUSED)
{
    static const struct {
        const char *text, *trimmed;
        size_t printed;
    } cases[] = {{" 甲 乙\u3000\n", "甲 乙", 2}, {"", "", 0}, {"\u3000 \t", "", 0}, {"甲", "甲", 1}, {"\u200b甲\u2060", "甲", 1}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *trimmed = text_trim(cases[i].text);
        assert_string_equal(trimmed, cases[i].trimmed);
        assert_int_equal(text_count_printed(cases[i].text), cases[i].printed);
    }
}

/* ---- order ---- */

/* Every name stands before all that follow it, whichever way one asks. */
static void expect_order(int (*compare)(const char *, const char *), const char *const *names)
{
    for (int i = 0; names[i]; i++)
        for (int j = 0; names[j]; j++) {
            int order = compare(names[i], names[j]);
            assert_int_equal((order > 0) - (order < 0), (i > j) - (i < j));
        }
}

static void test_natural_order(void **state G_GNUC_UNUSED)
{
    static const char *const names[] = {"", "0", "00", "1", "01", "1a", "2", "10", "99999999999999999999998", "99999999999999999999999", "a", "a1", "a01", "a1b", "a2",
                                        "a10", "甲1", "甲10", NULL};
    expect_order(text_compare_natural, names);
}

static void test_path_order(void **state G_GNUC_UNUSED)
{
    /* ' ', '!' and '-' come before '/' as bytes, but a folder's members stand together */
    static const char *const paths[] = {"a", "a/1", "a/2", "a/10", "a/10/x", "a !", "a-b", "a2", "a10", NULL};
    expect_order(text_compare_paths, paths);
    assert_true(text_compare_natural("a-b", "a/1") < 0);
}

static void test_pointer_orders(void **state G_GNUC_UNUSED)
{
    const char *two = "2", *ten = "10";
    assert_true(text_compare_path_pointers(&two, &ten) < 0);
    assert_true(text_compare_byte_pointers(&two, &ten) > 0);
    assert_int_equal(text_compare_byte_pointers(&two, &two), 0);
}

/* ---- on a terminal ---- */

static void expect_display(const char *text, const char *wanted)
{
    g_autofree char *shown = text_display(text);
    assert_string_equal(shown, wanted);
}

static void test_display(void **state G_GNUC_UNUSED)
{
    expect_display("甲 1.jpg", "甲 1.jpg");
    expect_display("\033[2J", "\\u{1b}[2J");
    expect_display("a\nb", "a\\u{a}b");
    expect_display("\u202egpj.exe", "\\u{202e}gpj.exe");
    expect_display("\u2066\u200f\u061c\xc2\x9b", "\\u{2066}\\u{200f}\\u{61c}\\u{9b}");
    expect_display("\xb8\xd7.doc", "\\xB8\\xD7.doc");
    expect_display("a\u200b\ufeff\u00ad\u2060\U000E0041", "a\\u{200b}\\u{feff}\\u{ad}\\u{2060}\\u{e0041}"); /* nothing to be seen */
    expect_display("👨\u200d👩 क\u200cष", "👨\u200d👩 क\u200cष");
    expect_display("甲\xe7\x94", "甲\\xE7\\x94"); /* cut within a character */
}

static void test_display_keeping(void **state G_GNUC_UNUSED)
{
    g_autofree char *shown = text_display_keeping("甲\n乙\r\033丙\xc2\x85", "\n");
    assert_string_equal(shown, "甲\n乙\\u{d}\\u{1b}丙\\u{85}");
}

static void test_width(void **state G_GNUC_UNUSED)
{
    assert_int_equal(text_width(""), 0);
    assert_int_equal(text_width("abc"), 3);
    assert_int_equal(text_width("沅陵县a"), 7);
    assert_int_equal(text_width("e\u0301"), 1);
    assert_int_equal(text_width("（）"), 4);
    assert_int_equal(text_char_width(0x200B), 0);
}

static void test_integer(void **state G_GNUC_UNUSED)
{
    static const char *const wrong[] = {"", "-", "+", " 1", "1 ", "1a", "0x1", "1.0", "１", "9223372036854775808"};
    int64_t value = 7;
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++)
        assert_false(text_integer(wrong[i], &value));
    assert_int_equal(value, 7);
    assert_true(text_integer("-9223372036854775808", &value) && value == INT64_MIN);
    assert_true(text_integer("9223372036854775807", &value) && value == INT64_MAX);
    assert_true(text_integer("+012", &value) && value == 12);
    assert_true(text_integer("0", &value) && value == 0);
}

static void test_has_any(void **state G_GNUC_UNUSED)
{
    static const char *const words[] = {"公告", "寄", NULL}, *const none[] = {NULL};
    assert_true(text_has_any("以公告方式送达", words) && text_has_any("邮寄", words));
    assert_false(text_has_any("公 告", words)); /* as written; who wants blanks away folds first */
    assert_false(text_has_any("", words) || text_has_any(NULL, words) || text_has_any("公告", none));

    g_autoptr(GPtrArray) list = g_ptr_array_new();
    assert_false(text_has_any_of("公告", list));
    g_ptr_array_add(list, (gpointer) "公告");
    assert_true(text_has_any_of("以公告方式送达", list));
    assert_false(text_has_any_of("邮寄", list) || text_has_any_of(NULL, list));

    assert_true(text_has_any_parted("邮寄", "公告|寄"));
    assert_false(text_has_any_parted("公告|寄", "公告寄") || text_has_any_parted("邮寄", NULL) ||
                 text_has_any_parted("邮寄", "") || text_has_any_parted(NULL, "寄"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fold),
        cmocka_unit_test(test_same),
        cmocka_unit_test(test_trim_and_count),
        cmocka_unit_test(test_natural_order),
        cmocka_unit_test(test_path_order),
        cmocka_unit_test(test_pointer_orders),
        cmocka_unit_test(test_display),
        cmocka_unit_test(test_display_keeping),
        cmocka_unit_test(test_width),
        cmocka_unit_test(test_integer),
        cmocka_unit_test(test_has_any),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
