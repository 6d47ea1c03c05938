#include "rational.h"

#include <stdlib.h>
#include <string.h>

#include <gmp.h>

#define PLACES_MAX 9
#define SHORT_PLACES 6 /* a formula's decimal that is longer than this is harder to type than its fraction \
                        */
#define TEXT_DIGITS_MAX 4096
#define SMALL 256 /* whole numbers below this (counts, weights, 100) are made once a pool */

struct Rational {
    mpq_t q;
};

struct RationalPool {
    GPtrArray *numbers;
    const Rational *small[SMALL];
};

struct RationalSum {
    mpq_t total, one;
};

static void number_free(gpointer data)
{
    Rational *number = data;
    mpq_clear(number->q);
    g_free(number);
}

RationalPool *rational_pool_new(void)
{
    RationalPool *pool = g_new0(RationalPool, 1);
    pool->numbers = g_ptr_array_new_with_free_func(number_free);
    return pool;
}

void rational_pool_free(RationalPool *pool)
{
    if (!pool)
        return;
    g_ptr_array_unref(pool->numbers);
    g_free(pool);
}

static Rational *number_new(RationalPool *pool)
{
    Rational *number = g_new(Rational, 1);
    mpq_init(number->q);
    g_ptr_array_add(pool->numbers, number);
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
    RationalSum *sum = g_new(RationalSum, 1);
    mpq_inits(sum->total, sum->one, NULL);
    return sum;
}

void rational_sum_add(RationalSum *sum, Decimal value)
{
    set_decimal(sum->one, value);
    mpq_add(sum->total, sum->total, sum->one);
}

const Rational *rational_sum_take(RationalSum *sum, RationalPool *pool)
{
    Rational *number = number_new(pool);
    mpq_swap(number->q, sum->total);
    mpq_clears(sum->total, sum->one, NULL);
    g_free(sum);
    return number;
}

/* GMP's strings come from malloc; ours from g_malloc, which is the same, but callers should not have to know.
 */
static char *taken(char *text)
{
    char *copy = g_strdup(text);
    free(text);
    return copy;
}

char *rational_format(const Rational *a)
{
    return taken(mpq_get_str(NULL, 10, a->q));
}

char *rational_format_places(const Rational *a, unsigned places)
{
    mpz_t scaled;
    mpz_init(scaled);
    round_scaled(scaled, a, places);
    bool negative = mpz_sgn(scaled) < 0;
    mpz_abs(scaled, scaled);
    g_autofree char *digits = taken(mpz_get_str(NULL, 10, scaled));
    mpz_clear(scaled);
    g_autoptr(GString) text = g_string_new(digits);
    while (text->len <= places)
        g_string_prepend_c(text, '0');
    if (places > 0)
        g_string_insert_c(text, (gssize)(text->len - places), '.');
    if (negative)
        g_string_prepend_c(text, '-');
    return g_string_free(g_steal_pointer(&text), FALSE);
}

char *rational_format_short(const Rational *a)
{
    mpz_t power;
    mpz_init(power);
    char *text = NULL;
    for (unsigned places = 0; places <= SHORT_PLACES && !text; places++) {
        mpz_ui_pow_ui(power, 10, places);
        if (mpz_divisible_p(power, mpq_denref(a->q)))
            text = rational_format_places(a, places);
    }
    mpz_clear(power);
    return text ? text : rational_format(a);
}
