#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "archive.h"
#include "membername.h"

#define PATH_BYTES 1024

static NameDecoder *decoder;

static int make_decoder(void **state G_GNUC_UNUSED)
{
    decoder = name_decoder_new();
    return 0;
}

static int drop_decoder(void **state G_GNUC_UNUSED)
{
    name_decoder_free(decoder);
    return 0;
}

static void expect_decoded(const char *raw, const char *expected, MemberNameCoding expected_coding)
{
    MemberNameCoding coding;
    GString *text = name_decode(decoder, (const uint8_t *)raw, strlen(raw), NULL, 0, &coding);
    assert_string_equal(text->str, expected);
    assert_int_equal(coding, expected_coding);
    g_string_free(text, TRUE);
}

static void names_are_utf8_else_gb18030_else_escapes(void **state G_GNUC_UNUSED)
{
    expect_decoded("a/b.txt", "a/b.txt", MEMBERNAME_UTF8);
    expect_decoded("案卷", "案卷", MEMBERNAME_UTF8);
    expect_decoded("\xB0\xB8\xBE\xED/1.jpg", "案卷/1.jpg", MEMBERNAME_GB18030);
    expect_decoded("\x95\x5C.jpg", "昞.jpg", MEMBERNAME_GB18030);        /* trail byte 0x5C */
    expect_decoded("\x81\x30\x8A\x39.txt", "ñ.txt", MEMBERNAME_GB18030); /* four bytes */
    expect_decoded("a\xFF"
                   "b\\c",
                   "a\\xFFb/c", MEMBERNAME_ESCAPED);
    expect_decoded("a\xFF\\c", "a\\xFF\\x5Cc", MEMBERNAME_ESCAPED);
}

static void field_put(GByteArray *extra, const char *raw, const char *unicode, uint32_t spoil)
{
    uint32_t crc = archive_crc32(raw, strlen(raw)) ^ spoil;
    uint8_t head[9] = {0x75,
                       0x70,
                       (uint8_t)(5 + strlen(unicode)),
                       0,
                       1,
                       (uint8_t)crc,
                       (uint8_t)(crc >> 8),
                       (uint8_t)(crc >> 16),
                       (uint8_t)(crc >> 24)};
    g_byte_array_append(extra, head, sizeof head);
    g_byte_array_append(extra, (const uint8_t *)unicode, (guint)strlen(unicode));
}

static void expect_with_field(const char *unicode, uint32_t spoil, size_t cut, const char *expected,
                              MemberNameCoding expected_coding)
{
    static const char raw[] = "\xB0\xB8\xBE\xED";
    MemberNameCoding coding;
    GByteArray *extra = g_byte_array_new();
    g_byte_array_append(extra, (const uint8_t *)"\x01\x00\x02\x00xx", 6); /* another field before it */
    field_put(extra, raw, unicode, spoil);
    GString *text =
        name_decode(decoder, (const uint8_t *)raw, strlen(raw), extra->data, extra->len - cut, &coding);
    assert_string_equal(text->str, expected);
    assert_int_equal(coding, expected_coding);
    g_string_free(text, TRUE);
    g_byte_array_unref(extra);
}

static void unicode_field_wins_when_its_crc_fits(void **state G_GNUC_UNUSED)
{
    expect_with_field("卷宗", 0, 0, "卷宗", MEMBERNAME_UNICODE_FIELD);
    expect_with_field("卷宗", 1, 0, "案卷", MEMBERNAME_GB18030);
    expect_with_field("卷宗", 0, 1, "案卷", MEMBERNAME_GB18030);     /* cut off */
    expect_with_field("\xE5\x8D", 0, 0, "案卷", MEMBERNAME_GB18030); /* no UTF-8 */
}

static void expect_judged(const char *name, size_t size, MemberNameVerdict verdict, const char *path,
                          bool folded)
{
    MemberName judged;
    membername_judge(&judged, name, size, MEMBERNAME_UTF8, PATH_BYTES);
    assert_int_equal(judged.verdict, verdict);
    if (path)
        assert_string_equal(judged.path, path);
    assert_int_equal(judged.folded, folded);
    membername_clear(&judged);
}

#define FOLDS(name, path) \
    expect_judged(name, sizeof(name) - 1, MEMBERNAME_FINE, path, strcmp(name, path) != 0)
#define REFUSED(name, verdict) expect_refused(name, sizeof(name) - 1, verdict)

static void expect_refused(const char *name, size_t size, MemberNameVerdict verdict)
{
    MemberName judged;
    membername_judge(&judged, name, size, MEMBERNAME_UTF8, PATH_BYTES);
    assert_int_equal(judged.verdict, verdict);
    assert_true(g_utf8_validate(judged.path, -1, NULL));
    membername_clear(&judged);
}

static void harmless_oddities_are_folded(void **state G_GNUC_UNUSED)
{
    FOLDS("a/b.txt", "a/b.txt");
    FOLDS("./a//b.txt", "a/b.txt");
    FOLDS("a./b.txt. ", "a/b.txt");
    FOLDS("a/b..txt", "a/b..txt");
    FOLDS("..a/b", "..a/b");
    FOLDS("a/.b", "a/.b");
    expect_judged("a\\b.txt", 7, MEMBERNAME_FINE, "a/b.txt", false);
    expect_judged("a\u3000/b", strlen("a\u3000/b"), MEMBERNAME_FINE, "a/b", true);
}

static void names_that_lead_away_are_refused(void **state G_GNUC_UNUSED)
{
    REFUSED("..", MEMBERNAME_PARENT);
    REFUSED("../a", MEMBERNAME_PARENT);
    REFUSED("a/../b", MEMBERNAME_PARENT);
    REFUSED("a\\..\\b", MEMBERNAME_PARENT);
    REFUSED("a/.. /b", MEMBERNAME_PARENT);
    REFUSED("a/.../b", MEMBERNAME_PARENT);
    REFUSED("a/. ./b", MEMBERNAME_PARENT);
    REFUSED("/etc/passwd", MEMBERNAME_ABSOLUTE);
    REFUSED("\\\\server\\x", MEMBERNAME_ABSOLUTE);
    REFUSED("C:\\a", MEMBERNAME_DRIVE);
    REFUSED("c:a", MEMBERNAME_DRIVE);
    REFUSED("a\0.jpg", MEMBERNAME_CONTROL);
    REFUSED("a\nb", MEMBERNAME_CONTROL);
    REFUSED("a\x7F", MEMBERNAME_CONTROL);
    REFUSED("a\xC2\x85"
            "b",
            MEMBERNAME_CONTROL);
    REFUSED("", MEMBERNAME_EMPTY);
    REFUSED(" ", MEMBERNAME_EMPTY);
    FOLDS("CC:a", "CC:a"); /* no drive */
}

static void long_names_are_refused_at_the_limit(void **state G_GNUC_UNUSED)
{
    g_autofree char *name = g_strnfill(PATH_BYTES, 'x');
    MemberName judged;
    membername_judge(&judged, name, PATH_BYTES, MEMBERNAME_UTF8, PATH_BYTES);
    assert_int_equal(judged.verdict, MEMBERNAME_FINE);
    membername_clear(&judged);
    membername_judge(&judged, name, PATH_BYTES, MEMBERNAME_UTF8, PATH_BYTES - 1);
    assert_int_equal(judged.verdict, MEMBERNAME_LONG);
    membername_clear(&judged);
}

static void overrides_show_as_escapes(void **state G_GNUC_UNUSED)
{
    static const char name[] = "a\u202Egpj.exe";
    expect_judged(name, sizeof name - 1, MEMBERNAME_FINE, "a\\u{202e}gpj.exe", false);
    MemberName judged;
    membername_judge(&judged, "a\0b", 3, MEMBERNAME_UTF8, PATH_BYTES);
    assert_string_equal(judged.path, "a\\u{0}b");
    membername_clear(&judged);
}

static void escapes_are_no_separators(void **state G_GNUC_UNUSED)
{
    MemberName judged;
    membername_judge(&judged, "a\\xFF.jpg", 9, MEMBERNAME_ESCAPED, PATH_BYTES);
    assert_string_equal(judged.path, "a\\xFF.jpg");
    membername_clear(&judged);
}

static void folders_end_with_a_separator(void **state G_GNUC_UNUSED)
{
    MemberName judged;
    membername_judge(&judged, "案卷/", strlen("案卷/"), MEMBERNAME_UTF8, PATH_BYTES);
    assert_true(judged.folder);
    assert_string_equal(judged.path, "案卷");
    membername_clear(&judged);
    membername_judge(&judged, "./", 2, MEMBERNAME_UTF8, PATH_BYTES);
    assert_int_equal(judged.verdict, MEMBERNAME_FINE);
    membername_clear(&judged);
}

static void junk_is_known(void **state G_GNUC_UNUSED)
{
    static const char *const junk[] = {"Thumbs.db",     "a/thumbs.DB", "__MACOSX/a/._b.jpg", "案卷/.DS_Store",
                                       "a/~$报告.docx", "desktop.ini", ".~lock.a#"};
    static const char *const kept[] = {"Thumbs.db.jpg", "MACOSX/a", "a/$报告.docx",
                                       "案卷/1.jpg",    "~a/1.jpg", "~$a/报告.docx"};
    for (size_t i = 0; i < G_N_ELEMENTS(junk); i++)
        assert_true(membername_is_junk(junk[i]));
    for (size_t i = 0; i < G_N_ELEMENTS(kept); i++)
        assert_false(membername_is_junk(kept[i]));
}

static void keys_fold_case_and_composition(void **state G_GNUC_UNUSED)
{
    g_autofree char *a = membername_key("Caf\u00E9.JPG"), *b = membername_key("cafe\u0301.jpg"),
                    *c = membername_key("cafe.jpg"), *d = membername_key("が"), *e = membername_key("か\u3099");
    assert_string_equal(a, b);
    assert_string_not_equal(a, c);
    assert_string_equal(d, e);
}

/* Whatever way a key is made, it is what normalizing and folding make of the name. */
static void keys_are_folded_names(void **state G_GNUC_UNUSED)
{
    for (gunichar c = 1; c <= 0x1FFFF; c++) {
        char path[16] = "A\u56FD"; /* what comes behind them might be composed with them */
        if (!g_unichar_validate(c))
            continue;
        path[4 + g_unichar_to_utf8(c, path + 4)] = '\0';
        g_autofree char *composed = g_utf8_normalize(path, -1, G_NORMALIZE_DEFAULT_COMPOSE),
                        *folded = g_utf8_casefold(composed, -1),
                        *expected = g_utf8_normalize(folded, -1, G_NORMALIZE_DEFAULT_COMPOSE),
                        *key = membername_key(path);
        if (strcmp(key, expected) != 0)
            fail_msg("U+%04X", c);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_utf8_else_gb18030_else_escapes),
        cmocka_unit_test(unicode_field_wins_when_its_crc_fits),
        cmocka_unit_test(harmless_oddities_are_folded),
        cmocka_unit_test(names_that_lead_away_are_refused),
        cmocka_unit_test(long_names_are_refused_at_the_limit),
        cmocka_unit_test(overrides_show_as_escapes),
        cmocka_unit_test(escapes_are_no_separators),
        cmocka_unit_test(folders_end_with_a_separator),
        cmocka_unit_test(junk_is_known),
        cmocka_unit_test(keys_fold_case_and_composition),
        cmocka_unit_test(keys_are_folded_names),
    };
    return cmocka_run_group_tests(tests, make_decoder, drop_decoder);
}
