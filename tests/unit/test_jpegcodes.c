/* Steps against a reader that takes one code at a time and knows nothing of tables. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdbool.h>
#include <string.h>
#include <cmocka.h>

#include <glib.h>

#include "jpegcodes.h"

typedef struct {
    uint8_t counts[17];
    uint8_t symbols[256];
} Table;

static JpegCodes codes_of(const Table *table)
{
    return (JpegCodes){.counts = table->counts, .symbols = table->symbols};
}

/* The number of the code that BITS begin with, and its length; -1: none. */
static int find_code(const Table *table, uint64_t bits, unsigned *length)
{
    unsigned code = 0;
    int index = 0;
    for (*length = 1; *length <= 16; code <<= 1, *length += 1)
        for (unsigned i = 0; i < table->counts[*length]; i++, code++, index++)
            if (bits >> (64 - *length) == code)
                return index;
    return -1;
}

/* A table of random lengths up to LONGEST, with room for more codes; a DC symbol is up to 15. */
static Table random_table(GRand *random, unsigned longest, bool dc)
{
    Table table = {0};
    unsigned room = 1, symbols = 0;
    for (unsigned length = 1; length <= longest; length++) {
        room *= 2;
        unsigned most = MIN(room - 1, dc ? 3 : 20);
        unsigned some = (unsigned)g_rand_int_range(random, 0, (gint32)most / 2 + 1);
        unsigned count = length == longest ? most : some;
        table.counts[length] = (uint8_t)count;
        room -= count;
        for (unsigned i = 0; i < count; i++)
            table.symbols[symbols++] = (uint8_t)g_rand_int_range(random, 0, dc ? 16 : 256);
    }
    return table;
}

static uint64_t random_bits(GRand *random)
{
    return (uint64_t)g_rand_int(random) << 32 | g_rand_int(random);
}

/* One later code by hand: its bits, coefficients, and whether the block goes on; false: there is none. */
static bool read_later(const Table *ac, uint64_t bits, unsigned *used, unsigned *coefficients, bool *goes_on)
{
    unsigned length;
    int index = find_code(ac, bits, &length);
    if (index < 0)
        return false;
    unsigned size = ac->symbols[index] & 15, run = ac->symbols[index] >> 4;
    *goes_on = size > 0 || run == 15;
    *used = length + size;
    *coefficients = *goes_on ? run + 1 : 0;
    return true;
}

/* STEP is the sum of the codes that follow, and ends where one does. */
static void assert_is_sum(const Table *ac, uint64_t bits, JpegStep step, unsigned used, unsigned coefficients)
{
    bool goes_on = true;
    while (used < (step & JPEG_STEP_BITS)) {
        unsigned more = 0, passed = 0;
        assert_true(goes_on);
        assert_true(read_later(ac, bits << used, &more, &passed, &goes_on));
        used += more;
        coefficients += passed;
    }
    assert_int_equal(used, step & JPEG_STEP_BITS);
    assert_int_equal(coefficients, jpegstep_coefficients(step));
    assert_int_equal(goes_on ? -1 : 0, jpegstep_goes_on(step));
    assert_true(used <= JPEG_STEP_BITS_MAX && coefficients < JPEG_BLOCK_COEFFICIENTS - 1);
}

static int difference_by_hand(uint64_t bits, unsigned length, unsigned size)
{
    int value = size ? (int)(bits << length >> (64 - size)) : 0;
    return size && value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
}

static void check_bits(const JpegCoding *coding, const Table *dc, const Table *ac, uint64_t bits)
{
    unsigned look = (unsigned)(bits >> (64 - JPEG_LOOK_BITS)), length, used = 0, coefficients = 0;
    bool goes_on = false;
    int index = find_code(dc, bits, &length);
    JpegStep one = jpegcoding_step_one(coding, bits, 0);
    assert_int_equal(one != 0, index >= 0 && length <= JPEG_LOOK_BITS);
    if (one) {
        unsigned size = dc->symbols[index];
        assert_int_equal(one & JPEG_STEP_BITS, length + size);
        int difference = difference_by_hand(bits, length, size);
        assert_int_equal(jpegcoding_difference(coding, (uint32_t)(bits >> 32)), difference);
        if (coding->begin[look] != JPEG_STEP_NONE)
            assert_is_sum(ac, bits, coding->begin[look], length + size, 1);
    } else {
        assert_int_equal(coding->begin[look], JPEG_STEP_NONE);
    }
    bool found = read_later(ac, bits, &used, &coefficients, &goes_on);
    one = jpegcoding_step_one(coding, bits, 40);
    assert_int_equal(one != 0, found);
    if (found) {
        assert_int_equal(one & JPEG_STEP_BITS, used);
        assert_int_equal(jpegstep_coefficients(one), coefficients);
        assert_int_equal(jpegstep_goes_on(one), goes_on ? -1 : 0);
    }
    if (coding->inside[look] != JPEG_STEP_NONE)
        assert_is_sum(ac, bits, coding->inside[look], 0, 0);
}

static void test_steps_are_sums_of_codes(void **state)
{
    (void)state;
    GRand *random = g_rand_new_with_seed(7);
    JpegCoding *coding = g_new0(JpegCoding, 1);
    for (int round = 0; round < 60; round++) {
        Table dc = random_table(random, 2 + (unsigned)round % 12, true);
        Table ac = random_table(random, 3 + (unsigned)round % 14, false);
        assert_true(jpegcoding_make(coding, codes_of(&dc), codes_of(&ac)));
        for (int i = 0; i < 4000; i++)
            check_bits(coding, &dc, &ac, random_bits(random));
    }
    g_free(coding);
    g_rand_free(random);
}

/* The only code, "0", is one coefficient with a value of one bit. */
static void test_a_full_block_ends(void **state)
{
    (void)state;
    Table dc = {.counts = {[1] = 1}, .symbols = {0}}, ac = {.counts = {[1] = 1}, .symbols = {0x01}};
    JpegCoding *coding = g_new0(JpegCoding, 1);
    assert_true(jpegcoding_make(coding, codes_of(&dc), codes_of(&ac)));
    assert_int_equal(jpegstep_coefficients(coding->inside[0]), JPEG_LOOK_BITS / 2);
    assert_int_equal(jpegstep_goes_on(jpegcoding_step_one(coding, 0, 62)), -1);
    assert_int_equal(jpegstep_goes_on(jpegcoding_step_one(coding, 0, 63)), 0);
    ac.symbols[0] = 0x11; /* two coefficients: they do not fit any more */
    assert_true(jpegcoding_make(coding, codes_of(&dc), codes_of(&ac)));
    assert_int_not_equal(jpegcoding_step_one(coding, 0, 62), 0);
    assert_int_equal(jpegcoding_step_one(coding, 0, 63), 0);
    g_free(coding);
}

static void test_tables_are_made_anew_when_codes_change(void **state)
{
    (void)state;
    Table dc = {.counts = {[1] = 1}, .symbols = {3}}, ac = {.counts = {[2] = 2}, .symbols = {0x21, 0x00}};
    JpegCoding *coding = g_new0(JpegCoding, 1);
    assert_true(jpegcoding_make(coding, codes_of(&dc), codes_of(&ac)));
    assert_int_equal(jpegcoding_difference(coding, 0x70000000), 7);
    dc.symbols[0] = 2;
    assert_true(jpegcoding_make(coding, codes_of(&dc), codes_of(&ac)));
    assert_int_equal(jpegcoding_difference(coding, 0x70000000), 3);
    coding->difference[0x700] = 99; /* the same codes: nothing is made */
    assert_true(jpegcoding_make(coding, codes_of(&dc), codes_of(&ac)));
    assert_int_equal(jpegcoding_difference(coding, 0x70000000), 99);
    dc.counts[1] = 2; /* one would be all ones */
    assert_false(jpegcoding_make(coding, codes_of(&dc), codes_of(&ac)));
    dc.counts[1] = 1;
    assert_true(jpegcoding_make(coding, codes_of(&dc), codes_of(&ac)));
    assert_int_equal(jpegcoding_difference(coding, 0x70000000), 3);
    g_free(coding);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_steps_are_sums_of_codes),
        cmocka_unit_test(test_a_full_block_ends),
        cmocka_unit_test(test_tables_are_made_anew_when_codes_change),
    };
    return cmocka_run_group_tests_name("jpegcodes", tests, NULL, NULL);
}
