/*
 * decimal: exact decimal numbers as people write them in tables and rules: at most 15 digits, at most 4 of them behind
 * the point, never negative (SPEC 3).  Arithmetic is done elsewhere, on rationals (rational.h).
 */
#ifndef ANJUAN_DECIMAL_H
#define ANJUAN_DECIMAL_H

#include <stdbool.h>
#include <stdint.h>

#define DECIMAL_DIGITS_MAX 15
#define DECIMAL_SCALE_MAX 4

/* value = mantissa / 10^scale.  A zeroed Decimal is "no number" (set = false).  Kept without trailing zeros behind the point. */
typedef struct {
    int64_t mantissa;
    uint8_t scale;
    bool set;
} Decimal;

/* Reads plain ASCII digits with at most one point ("12", "0.25"); false, leaving *VALUE, for anything else. */
bool decimal_parse(const char *text, Decimal *value);
/* An integer from 0 to 10^15-1. */
Decimal decimal_from_int(int64_t integer);
/* VALUE times ten to the EXPONENT (0-4), for 万元; false when the product has too many digits. */
bool decimal_scale_up(Decimal *value, unsigned exponent);
/* "12.5", shortest form; "" when not set.  Caller frees. */
char *decimal_format(Decimal value);
/* With exactly PLACES decimals (at most 4), rounded half up, as for money: "12.50"; "" when not set.  Caller frees. */
char *decimal_format_places(Decimal value, unsigned places);
/* <0, 0, >0; both must be set. */
int decimal_compare(Decimal a, Decimal b);

#endif
