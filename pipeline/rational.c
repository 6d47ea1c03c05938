#include "rational.h"

#include <string.h>

#include <gmp.h>

#define PLACES_MAX 9
#define SHORT_PLACES 6 /* a formula's decimal that is longer than this is harder to type than its fraction \
                        */
#define TEXT_DIGITS_MAX 4096
#define BLOCK 120
#define SMALL 256 /* whole numbers below this (counts, weights, 100) are made once a pool */

struct Rational {
    mpq_t q;
};

/* Numbers are made in blocks: a season has hundreds of thousands. */
typedef struct Block Block;
struct Block {
    Block *before;
    guint used;
    Rational numbers[BLOCK];
};

struct RationalPool {
    Block *blocks; /* the one in use first */
    const Rational *small[SMALL];
};

struct RationalSum {
    unsigned __int128 total; /* in units of the smallest decimal: more amounts fit than anybody has */
};

RationalPool *rational_pool_new(void)
{
    return g_new0(RationalPool, 1);
}

void rational_pool_free(RationalPool *pool)
{
    if (!pool)
        return;
    for (Block *block = pool->blocks, *before; block; block = before) {
        before = block->before;
        for (guint i = 0; i < block->used; i++)
            mpq_clear(block->numbers[i].q);
        g_free(block);
    }
    g_free(pool);
}

static Rational *number_new(RationalPool *pool)
{
    if (!pool->blocks || pool->blocks->used == BLOCK) {
        Block *block = g_new(Block, 1);
        block->before = pool->blocks;
        block->used = 0;
        pool->blocks = block;
    }
    Rational *number = &pool->blocks->numbers[pool->blocks->used++];
    mpq_init(number->q);
    return number;
}

/* mpz_set_si takes a long, which is 64 bits wide wherever this runs. */
G_STATIC_ASSERT(sizeof(long) == sizeof(int64_t));

const Rational *rational_from_ratio(RationalPool *pool, int64_t numerator, int64_t denominator)
{
    g_assert(denominator != 0);
    Rational *number = number_new(pool);
    mpz_set_si(mpq_numref(number->q), numerator);
    mpz_set_si(mpq_denref(number->q), denominator);
    mpq_canonicalize(number->q);
    return number;
}

const Rational *rational_from_int(RationalPool *pool, int64_t integer)
{
    if (integer < 0 || integer >= SMALL)
        return rational_from_ratio(pool, integer, 1);
    if (!pool->small[integer])
        pool->small[integer] = rational_from_ratio(pool, integer, 1);
    return pool->small[integer];
}

static void set_decimal(mpq_t q, Decimal value)
{
    mpz_set_si(mpq_numref(q), value.set ? value.mantissa : 0);
    mpz_ui_pow_ui(mpq_denref(q), 10, value.set ? value.scale : 0);
    mpq_canonicalize(q);
}

const Rational *rational_from_decimal(RationalPool *pool, Decimal value)
{
    if (!value.set || value.scale == 0)
        return rational_from_int(pool, value.set ? value.mantissa : 0);
    Rational *number = number_new(pool);
    set_decimal(number->q, value);
    return number;
}

/* Digits, at least one; the length, 0 when there are none. */
static size_t digits_at(const char *text)
{
    return strspn(text, "0123456789");
}

const Rational *rational_parse(RationalPool *pool, const char *text)
{
    const char *start = text + (text[0] == '-');
    size_t whole = digits_at(start), rest = 0;
    char mark = start[whole];
    if (mark == '/' || mark == '.')
        rest = digits_at(start + whole + 1);
    else if (mark != '\0')
        return NULL;
    if (whole == 0 || whole + rest > TEXT_DIGITS_MAX ||
        (mark != '\0' && (rest == 0 || start[whole + 1 + rest] != '\0')))
        return NULL;
    g_autofree char *digits = g_strndup(text, (size_t)(start - text) + whole);
    g_autoptr(GString) numerator = g_string_new(digits);
    if (mark == '.')
        g_string_append(numerator, start + whole + 1);
    if (mark == '/' && strspn(start + whole + 1, "0") == rest)
        return NULL;
    Rational *number = number_new(pool);
    mpz_set_str(mpq_numref(number->q), numerator->str, 10);
    if (mark == '/')
        mpz_set_str(mpq_denref(number->q), start + whole + 1, 10);
    else
        mpz_ui_pow_ui(mpq_denref(number->q), 10, rest);
    mpq_canonicalize(number->q);
    return number;
}

const Rational *rational_add(RationalPool *pool, const Rational *a, const Rational *b)
{
    Rational *number = number_new(pool);
    mpq_add(number->q, a->q, b->q);
    return number;
}

const Rational *rational_sub(RationalPool *pool, const Rational *a, const Rational *b)
{
    Rational *number = number_new(pool);
    mpq_sub(number->q, a->q, b->q);
    return number;
}

const Rational *rational_mul(RationalPool *pool, const Rational *a, const Rational *b)
{
    Rational *number = number_new(pool);
    mpq_mul(number->q, a->q, b->q);
    return number;
}

const Rational *rational_div(RationalPool *pool, const Rational *a, const Rational *b)
{
    g_assert(mpq_sgn(b->q) != 0);
    Rational *number = number_new(pool);
    mpq_div(number->q, a->q, b->q);
    return number;
}

const Rational *rational_floor(RationalPool *pool, const Rational *a)
{
    Rational *number = number_new(pool);
    mpz_fdiv_q(mpq_numref(number->q), mpq_numref(a->q), mpq_denref(a->q));
    return number;
}

/* floor(a × 10^places + 1/2) */
static void round_scaled(mpz_t result, const Rational *a, unsigned places)
{
    g_assert(places <= PLACES_MAX);
    mpz_t twice;
    mpz_init(twice);
    mpz_ui_pow_ui(result, 10, places);
    mpz_mul(result, result, mpq_numref(a->q));
    mpz_mul_2exp(result, result, 1);
    mpz_add(result, result, mpq_denref(a->q));
    mpz_mul_2exp(twice, mpq_denref(a->q), 1);
    mpz_fdiv_q(result, result, twice);
    mpz_clear(twice);
}

const Rational *rational_round(RationalPool *pool, const Rational *a, unsigned places)
{
    Rational *number = number_new(pool);
    round_scaled(mpq_numref(number->q), a, places);
    mpz_ui_pow_ui(mpq_denref(number->q), 10, places);
    mpq_canonicalize(number->q);
    return number;
}

int rational_compare(const Rational *a, const Rational *b)
{
    return mpq_cmp(a->q, b->q);
}

int rational_sign(const Rational *a)
{
    return mpq_sgn(a->q);
}

const Rational *rational_min(const Rational *a, const Rational *b)
{
    return rational_compare(a, b) <= 0 ? a : b;
}

const Rational *rational_max(const Rational *a, const Rational *b)
{
    return rational_compare(a, b) >= 0 ? a : b;
}

const Rational *rational_clamp(const Rational *a, const Rational *low, const Rational *high)
{
    return rational_min(rational_max(a, low), high);
}

RationalSum *rational_sum_new(void)
{
    return g_new0(RationalSum, 1);
}

void rational_sum_add(RationalSum *sum, Decimal value)
{
    uint64_t amount = value.set ? (uint64_t)value.mantissa : 0;
    for (unsigned scale = value.scale; scale < DECIMAL_SCALE_MAX; scale++)
        amount *= 10;
    sum->total += amount;
}

const Rational *rational_sum_take(RationalSum *sum, RationalPool *pool)
{
    Rational *number = number_new(pool);
    mpz_ptr numerator = mpq_numref(number->q);
    mpz_set_ui(numerator, (unsigned long)(sum->total >> 64));
    mpz_mul_2exp(numerator, numerator, 64);
    mpz_add_ui(numerator, numerator, (unsigned long)sum->total);
    mpz_ui_pow_ui(mpq_denref(number->q), 10, DECIMAL_SCALE_MAX);
    mpq_canonicalize(number->q);
    g_free(sum);
    return number;
}

/* NUMBER at the end of TEXT.  By GMP, which is slower, only where no word holds it. */
static void append_integer(GString *text, mpz_srcptr number)
{
    if (!mpz_fits_slong_p(number)) {
        g_autofree char *digits = g_malloc(mpz_sizeinbase(number, 10) + 2);
        g_string_append(text, mpz_get_str(digits, 10, number));
        return;
    }
    long value = mpz_get_si(number);
    unsigned long left = value < 0 ? -(unsigned long)value : (unsigned long)value;
    char digits[24] = "", *digit = digits + sizeof digits - 1;
    do
        *--digit = (char)('0' + left % 10);
    while ((left /= 10) > 0);
    if (value < 0)
        *--digit = '-';
    g_string_append(text, digit);
}

char *rational_format(const Rational *a)
{
    GString *text = g_string_new(NULL);
    append_integer(text, mpq_numref(a->q));
    if (mpz_cmp_ui(mpq_denref(a->q), 1) != 0) {
        g_string_append_c(text, '/');
        append_integer(text, mpq_denref(a->q));
    }
    return g_string_free(text, FALSE);
}

char *rational_format_places(const Rational *a, unsigned places)
{
    mpz_t scaled;
    mpz_init(scaled);
    round_scaled(scaled, a, places);
    bool negative = mpz_sgn(scaled) < 0;
    mpz_abs(scaled, scaled);
    GString *text = g_string_new(NULL);
    append_integer(text, scaled);
    mpz_clear(scaled);
    while (text->len <= places)
        g_string_prepend_c(text, '0');
    if (places > 0)
        g_string_insert_c(text, (gssize)(text->len - places), '.');
    if (negative)
        g_string_prepend_c(text, '-');
    return g_string_free(text, FALSE);
}

/* The fewest decimals that hold A exactly; more than SHORT_PLACES when those do not. */
static unsigned places_needed(const Rational *a)
{
    unsigned places = 0;
    if (!mpz_fits_ulong_p(mpq_denref(a->q)))
        return SHORT_PLACES + 1;
    unsigned long denominator = mpz_get_ui(mpq_denref(a->q)), power = 1;
    while (places <= SHORT_PLACES && power % denominator != 0) {
        power *= 10;
        places++;
    }
    return places;
}

char *rational_format_short(const Rational *a)
{
    unsigned places = places_needed(a);
    return places <= SHORT_PLACES ? rational_format_places(a, places) : rational_format(a);
}
