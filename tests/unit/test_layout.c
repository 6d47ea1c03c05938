/* Text on a terminal: wrapping, padding, colours. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>

#include <glib.h>

#include "layout.h"

/* What WRITE_IT puts into a stream. */
#define WRITTEN(write_it)                              \
    ({                                                 \
        char *text_ = NULL;                            \
        size_t size_;                                  \
        FILE *stream = open_memstream(&text_, &size_); \
        write_it;                                      \
        fclose(stream);                                \
        text_;                                         \
    })

static void expect_wrap(size_t columns, const char *text, size_t first, size_t indent, const char *wanted)
{
    const Layout layout = {.columns = columns};
    char *written = WRITTEN(layout_wrap(stream, &layout, text, first, indent));
    assert_string_equal(written, wanted);
    free(written);
}

static void test_wrap_between_characters(void **state G_GNUC_UNUSED)
{
    expect_wrap(10, "一二三四五", 0, 0, "一二三四五\n");
    expect_wrap(10, "一二三四五六", 0, 0, "一二三四五\n六\n");
    expect_wrap(10, "一二三四五六", 4, 2, "一二三\n  四五六\n");
    expect_wrap(10, "", 0, 0, "\n");
}

static void test_wrap_keeps_together(void **state G_GNUC_UNUSED)
{
    expect_wrap(10, "一二三四五，六", 0, 0, "一二三四\n五，六\n");    /* no line begins with a comma */
    expect_wrap(10, "一二三四《五六》", 0, 0, "一二三四\n《五六》\n"); /* nor ends with an opening mark */
    expect_wrap(10, "一二三 SET-001", 0, 0, "一二三\nSET-001\n");
    expect_wrap(10, "about twenty", 0, 0, "about\ntwenty\n");
}

static void test_wrap_always_ends(void **state G_GNUC_UNUSED)
{
    expect_wrap(4, "abcdefgh", 0, 0, "abcd\nefgh\n"); /* a word longer than the line is cut */
    expect_wrap(2, "一，二", 6, 4, "一\n    ，\n    二\n");
    expect_wrap(1, "一二", 0, 0, "一\n二\n");
}

static void test_wrap_keeps_line_ends(void **state G_GNUC_UNUSED)
{
    expect_wrap(20, "一\n二\n", 0, 2, "一\n  二\n");
}

static void expect_items(size_t columns, const char *const *items, const char *wanted)
{
    const Layout layout = {.columns = columns};
    char *written = WRITTEN(layout_items(stream, &layout, items, 2, 2));
    assert_string_equal(written, wanted);
    free(written);
}

static void test_items(void **state G_GNUC_UNUSED)
{
    static const char *const items[] = {"一二三", "", "12", "四五", NULL}, *const none[] = {NULL};
    expect_items(18, items, "一二三  12  四五\n");
    expect_items(17, items, "一二三  12\n  四五\n"); /* one cell too few: between items */
    expect_items(7, items, "一二\n  三\n  12\n  四五\n"); /* an item wider than the line is broken within */
    expect_items(7, none, "\n");
}

static void expect_pad(const char *text, size_t columns, const char *wanted)
{
    char *written = WRITTEN(layout_pad(stream, text, columns));
    assert_string_equal(written, wanted);
    free(written);
}

static void test_pad(void **state G_GNUC_UNUSED)
{
    expect_pad("沅陵", 6, "沅陵  ");
    expect_pad("沅陵县", 6, "沅陵县");
    expect_pad("沅陵县环", 6, "沅陵… ");
    expect_pad("沅陵县", 5, "沅陵…");
    expect_pad("abc", 1, "…");
    expect_pad("", 3, "   ");
    expect_pad("e\u0301e\u0301e\u0301", 2, "e\u0301…"); /* combining marks take no cell */
    expect_pad("\033[2J", 12, "\\u{1b}[2J   ");         /* what strangers wrote does not reach the terminal */
}

static void test_tints_only_with_colour(void **state G_GNUC_UNUSED)
{
    const Layout plain = {.columns = 80}, coloured = {.columns = 80, .colour = true};
    char *without = WRITTEN((layout_tint(stream, &plain, TINT_RED), layout_plain(stream, &plain)));
    char *with = WRITTEN((layout_tint(stream, &coloured, TINT_RED), layout_plain(stream, &coloured)));
    assert_string_equal(without, "");
    assert_string_equal(with, "\033[31m\033[0m");
    free(without);
    free(with);
}

static void test_no_terminal(void **state G_GNUC_UNUSED)
{
    FILE *file = tmpfile();
    Layout layout = layout_for(file);
    assert_false(layout.colour);
    assert_int_equal(layout.columns, 100);
    assert_int_equal(layout_terminal_columns(fileno(file)), 80);
    fclose(file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_wrap_between_characters), cmocka_unit_test(test_wrap_keeps_together), cmocka_unit_test(test_wrap_always_ends),
        cmocka_unit_test(test_wrap_keeps_line_ends),    cmocka_unit_test(test_items), cmocka_unit_test(test_pad),                 cmocka_unit_test(test_tints_only_with_colour),
        cmocka_unit_test(test_no_terminal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
