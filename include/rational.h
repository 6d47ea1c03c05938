/*
 * rational: exact fractions, the only numbers that figures are made of (SPEC 8.1).  The wall around GMP: no
 * other file includes it.
 *
 * A Rational is made by one of these functions and never changes.  It belongs to the pool that it was made in
 * and lives until rational_pool_free(), so that formulas read like formulas and nothing is freed one by one:
 *
 *     const Rational *points = rational_mul(pool, rational_div(pool, average, hundred), max);
 *
 * Functions that only choose (min, max, clamp) return one of their arguments.  Nothing here can fail but
 * division by zero, which is a bug of the caller.
 */
#ifndef ANJUAN_RATIONAL_H
#define ANJUAN_RATIONAL_H

#include <stdbool.h>
#include <stdint.h>

#include <glib.h>

#include "decimal.h"

typedef struct Rational Rational;
typedef struct RationalPool RationalPool;

RationalPool *rational_pool_new(void);
/* Frees the pool and every number made in it; NULL is allowed. */
void rational_pool_free(RationalPool *pool);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RationalPool, rational_pool_free)

const Rational *rational_from_int(RationalPool *pool, int64_t integer);
/* A Decimal that is not set counts as 0. */
const Rational *rational_from_decimal(RationalPool *pool, Decimal value);
/* NUMERATOR / DENOMINATOR; DENOMINATOR is not 0. */
const Rational *rational_from_ratio(RationalPool *pool, int64_t numerator, int64_t denominator);
/* From what rational_format() writes, or from a decimal ("351/4", "-2", "27.86"); NULL for anything else. */
const Rational *rational_parse(RationalPool *pool, const char *text);

const Rational *rational_add(RationalPool *pool, const Rational *a, const Rational *b);
const Rational *rational_sub(RationalPool *pool, const Rational *a, const Rational *b);
const Rational *rational_mul(RationalPool *pool, const Rational *a, const Rational *b);
/* B is not zero. */
const Rational *rational_div(RationalPool *pool, const Rational *a, const Rational *b);
/* The greatest integer that is not above A. */
const Rational *rational_floor(RationalPool *pool, const Rational *a);
/* A rounded half up to PLACES decimals (0-9): halves go towards plus infinity. */
const Rational *rational_round(RationalPool *pool, const Rational *a, unsigned places);

/* <0, 0, >0. */
int rational_compare(const Rational *a, const Rational *b);
/* -1, 0, 1. */
int rational_sign(const Rational *a);
const Rational *rational_min(const Rational *a, const Rational *b);
const Rational *rational_max(const Rational *a, const Rational *b);
/* A, or the end of [LOW, HIGH] that it lies beyond. */
const Rational *rational_clamp(const Rational *a, const Rational *low, const Rational *high);

/* A sum that grows: for long columns, where a number for every step would only fill the pool. */
typedef struct RationalSum RationalSum;
RationalSum *rational_sum_new(void);
void rational_sum_add(RationalSum *sum, Decimal value);
/* The sum as a number; frees SUM. */
const Rational *rational_sum_take(RationalSum *sum, RationalPool *pool);

/* In lowest terms: "351/4", "12", "-1/3".  Caller frees. */
char *rational_format(const Rational *a);
/* Rounded half up, with exactly PLACES decimals (0-9): "27.86".  Caller frees. */
char *rational_format_places(const Rational *a, unsigned places);
/* Exactly, with as few decimals as that takes and no trailing zeros: "100.04".  A must need at most 9, as sums of
 * products of two weights do; of one that needs more, nine.  Caller frees. */
char *rational_format_exact(const Rational *a);
/* The shortest decimal that is exact ("87.75") when six places suffice, else the fraction ("325/7").  Caller
 * frees. */
char *rational_format_short(const Rational *a);

#endif
