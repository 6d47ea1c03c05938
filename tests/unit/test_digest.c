#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "digest.h"

static const char key_hex[] = "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308";

static void code_of(const char *key_text, const void *data, size_t size, char hex[MAC_HEX + 1])
{
    MacKey key;
    assert_true(mac_key_parse(key_text, &key));
    g_autoptr(Mac) mac = mac_new(&key);
    mac_update(mac, data, size);
    mac_finish(mac, hex);
}

static void a_code_is_gmac(void **state G_GNUC_UNUSED)
{
    static const char zeroes[] = "0000000000000000000000000000000000000000000000000000000000000000";
    char hex[MAC_HEX + 1];
    code_of(zeroes, "", 0, hex); /* test case 13 of the proposal for GCM: nothing encrypted, nothing beside it */
    assert_string_equal(hex, "530f8afbc74536b9a963b4f1c4cb738b");
}

static void every_byte_counts(void **state G_GNUC_UNUSED)
{
    char before[MAC_HEX + 1], after[MAC_HEX + 1];
    uint8_t data[100] = {0};
    code_of(key_hex, data, sizeof data, before);
    for (size_t i = 0; i < sizeof data; i++) {
        data[i] ^= 1;
        code_of(key_hex, data, sizeof data, after);
        assert_string_not_equal(before, after);
        data[i] ^= 1;
    }
    code_of(key_hex, data, sizeof data - 1, after); /* all are zeroes: the number of them counts too */
    assert_string_not_equal(before, after);
    code_of(key_hex, data, sizeof data, after);
    assert_string_equal(before, after);
}

static void pieces_make_the_code_of_the_whole(void **state G_GNUC_UNUSED)
{
    char whole[MAC_HEX + 1], pieces[MAC_HEX + 1];
    MacKey key;
    assert_true(mac_key_parse(key_hex, &key));
    g_autoptr(Mac) mac = mac_new(&key);
    mac_update(mac, "abc", 3);
    mac_update(mac, "", 0);
    mac_update(mac, "defghijklmnopqrstuvwxyz", 23);
    mac_finish(mac, pieces);
    code_of(key_hex, "abcdefghijklmnopqrstuvwxyz", 26, whole);
    assert_string_equal(whole, pieces);
}

static void keys_are_random_and_written_as_digits(void **state G_GNUC_UNUSED)
{
    MacKey one, other, read;
    char hex[MAC_KEY_HEX + 1], code[MAC_HEX + 1], other_code[MAC_HEX + 1];
    mac_key_make(&one);
    mac_key_make(&other);
    assert_memory_not_equal(one.bytes, other.bytes, sizeof one.bytes);
    mac_key_format(&one, hex);
    assert_true(mac_key_parse(hex, &read));
    assert_memory_equal(one.bytes, read.bytes, sizeof one.bytes);
    code_of(hex, "same", 4, code);
    code_of(key_hex, "same", 4, other_code);
    assert_string_not_equal(code, other_code);
    hex[0] = 'g';
    assert_false(mac_key_parse(hex, &read));
    assert_false(mac_key_parse("00", &read));
    assert_false(mac_key_parse(NULL, &read));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_code_is_gmac),
        cmocka_unit_test(every_byte_counts),
        cmocka_unit_test(pieces_make_the_code_of_the_whole),
        cmocka_unit_test(keys_are_random_and_written_as_digits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
