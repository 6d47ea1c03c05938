#include "rational.h"

#include <string.h>

#include <gmp.h>

#define PLACES_MAX 9
#define SHORT_PLACES 6 /* a formula's decimal that is longer than this is harder to type than its fraction \
                        */
#define TEXT_DIGITS_MAX 4096
#define BLOCK 120
#define SMALL 256 /* whole numbers below this (counts, weights, 100) are made once a pool */

/* Nearly all numbers fit in two words, which then stand here; Q only reads them. */
struct Rational {
    mpq_t q;
    mp_limb_t words[2]; /* numerator and denominator */
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
    mpq_t scratch; /* where numbers are made before they are kept */
    const Rational *small[SMALL];
};

struct RationalSum {
    unsigned __int128 total; /* in units of the smallest decimal: more amounts fit than anybody has */
};

RationalPool *rational_pool_new(void)
{
    RationalPool *pool = g_new0(RationalPool, 1);
    mpq_init(pool->scratch);
    return pool;
}

/* The words of a number's half, which are its own where they do not fit in Rational. */
static void half_free(mpz_srcptr half, const mp_limb_t *word)
{
    if (mpz_limbs_read(half) != word)
        g_free((gpointer)mpz_limbs_read(half));
}

void rational_pool_free(RationalPool *pool)
{
    if (!pool)
        return;
    for (Block *block = pool->blocks, *before; block; block = before) {
        before = block->before;
        for (guint i = 0; i < block->used; i++) {
            half_free(mpq_numref(block->numbers[i].q), &block->numbers[i].words[0]);
            half_free(mpq_denref(block->numbers[i].q), &block->numbers[i].words[1]);
        }
        g_free(block);
    }
    mpq_clear(pool->scratch);
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
    return &pool->blocks->numbers[pool->blocks->used++];
}

/* Sets HALF to the number FROM; a copy of its word stands at WORD, of several in memory of their own. */
static void half_keep(mpz_ptr half, mp_limb_t *word, mpz_srcptr from)
{
    size_t count = mpz_size(from);
    mp_limb_t *words = count <= 1 ? word : g_new(mp_limb_t, count);
    *words = 0;
    memcpy(words, mpz_limbs_read(from), count * sizeof *words);
    mpz_roinit_n(half, words, mpz_sgn(from) < 0 ? -(mp_size_t)count : (mp_size_t)count);
}

/* The number in the pool's scratch, in lowest terms. */
static const Rational *number_keep(RationalPool *pool)
{
    Rational *number = number_new(pool);
    half_keep(mpq_numref(number->q), &number->words[0], mpq_numref(pool->scratch));
    half_keep(mpq_denref(number->q), &number->words[1], mpq_denref(pool->scratch));
    return number;
}

/* mpz_set_si takes a long, which is 64 bits wide wherever this runs. */
G_STATIC_ASSERT(sizeof(long) == sizeof(int64_t));

const Rational *rational_from_ratio(RationalPool *pool, int64_t numerator, int64_t denominator)
{
    g_assert(denominator != 0);
    mpz_set_si(mpq_numref(pool->scratch), numerator);
    mpz_set_si(mpq_denref(pool->scratch), denominator);
    mpq_canonicalize(pool->scratch);
    return number_keep(pool);
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
    set_decimal(pool->scratch, value);
    return number_keep(pool);
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
    mpz_set_str(mpq_numref(pool->scratch), numerator->str, 10);
    if (mark == '/')
        mpz_set_str(mpq_denref(pool->scratch), start + whole + 1, 10);
    else
        mpz_ui_pow_ui(mpq_denref(pool->scratch), 10, rest);
    mpq_canonicalize(pool->scratch);
    return number_keep(pool);
}

const Rational *rational_add(RationalPool *pool, const Rational *a, const Rational *b)
{
    mpq_add(pool->scratch, a->q, b->q);
    return number_keep(pool);
}

const Rational *rational_sub(RationalPool *pool, const Rational *a, const Rational *b)
{
    mpq_sub(pool->scratch, a->q, b->q);
    return number_keep(pool);
}

const Rational *rational_mul(RationalPool *pool, const Rational *a, const Rational *b)
{
    mpq_mul(pool->scratch, a->q, b->q);
    return number_keep(pool);
}

const Rational *rational_div(RationalPool *pool, const Rational *a, const Rational *b)
{
    g_assert(mpq_sgn(b->q) != 0);
    mpq_div(pool->scratch, a->q, b->q);
    return number_keep(pool);
}

const Rational *rational_floor(RationalPool *pool, const Rational *a)
{
    mpz_fdiv_q(mpq_numref(pool->scratch), mpq_numref(a->q), mpq_denref(a->q));
    mpz_set_ui(mpq_denref(pool->scratch), 1);
    return number_keep(pool);
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
    round_scaled(mpq_numref(pool->scratch), a, places);
    mpz_ui_pow_ui(mpq_denref(pool->scratch), 10, places);
    mpq_canonicalize(pool->scratch);
    return number_keep(pool);
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
    mpz_ptr numerator = mpq_numref(pool->scratch);
    mpz_set_ui(numerator, (unsigned long)(sum->total >> 64));
    mpz_mul_2exp(numerator, numerator, 64);
    mpz_add_ui(numerator, numerator, (unsigned long)sum->total);
    mpz_ui_pow_ui(mpq_denref(pool->scratch), 10, DECIMAL_SCALE_MAX);
    mpq_canonicalize(pool->scratch);
    g_free(sum);
    return number_keep(pool);
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

/* The fewest decimals that hold A exactly; MOST + 1 when MOST do not. */
static unsigned places_needed(const Rational *a, unsigned most)
{
    unsigned places = 0;
    if (!mpz_fits_ulong_p(mpq_denref(a->q)))
        return most + 1;
    unsigned long denominator = mpz_get_ui(mpq_denref(a->q)), power = 1;
    while (places <= most && power % denominator != 0) {
        power *= 10;
        places++;
    }
    return places;
}

char *rational_format_short(const Rational *a)
{
    unsigned places = places_needed(a, SHORT_PLACES);
    return places <= SHORT_PLACES ? rational_format_places(a, places) : rational_format(a);
}

char *rational_format_exact(const Rational *a)
{
    return rational_format_places(a, MIN(places_needed(a, PLACES_MAX), PLACES_MAX));
}
