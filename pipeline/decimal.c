#include "decimal.h"

#include <glib.h>

static int64_t power_of_ten(unsigned exponent)
{
    int64_t power = 1;
    while (exponent-- > 0)
        power *= 10;
    return power;
}

static Decimal decimal_trim(Decimal value)
{
    while (value.scale > 0 && value.mantissa % 10 == 0) {
        value.mantissa /= 10;
        value.scale--;
    }
    return value;
}

bool decimal_parse(const char *text, Decimal *value)
{
    Decimal result = {.set = true};
    int digits = 0, total = 0;
    bool point = false;
    for (const char *p = text; *p; p++) {
        if (*p == '.') {
            if (point || total == 0)
                return false;
            point = true;
            continue;
        }
        if (!g_ascii_isdigit(*p))
            return false;
        total++;
        if (digits > 0 || *p != '0' || point)
            digits++;
        if (digits > DECIMAL_DIGITS_MAX || (point && ++result.scale > DECIMAL_SCALE_MAX))
            return false;
        result.mantissa = result.mantissa * 10 + (*p - '0');
    }
    if (total == 0 || text[0] == '.' || (point && result.scale == 0))
        return false;
    *value = decimal_trim(result);
    return true;
}

Decimal decimal_from_int(int64_t integer)
{
    g_assert(integer >= 0 && integer < power_of_ten(DECIMAL_DIGITS_MAX));
    return (Decimal){.mantissa = integer, .scale = 0, .set = true};
}

bool decimal_scale_up(Decimal *value, unsigned exponent)
{
    g_assert(exponent <= DECIMAL_SCALE_MAX);
    Decimal result = *value;
    for (unsigned i = 0; i < exponent; i++) {
        if (result.scale > 0) {
            result.scale--;
        } else {
            if (result.mantissa >= power_of_ten(DECIMAL_DIGITS_MAX - 1))
                return false;
            result.mantissa *= 10;
        }
    }
    *value = result;
    return true;
}

/* VALUE without its last COUNT decimals, rounded half up. */
static Decimal decimal_drop(Decimal value, unsigned count)
{
    int64_t step = power_of_ten(count);
    value.mantissa = value.mantissa / step + (value.mantissa % step * 2 >= step);
    value.scale -= (uint8_t)count;
    return value;
}

/* VALUE with its last PLACES digits behind a point; by hand: a season has hundreds of thousands. */
static char *format_digits(uint64_t value, unsigned places)
{
    char text[32], *at = text + sizeof text;
    *--at = '\0';
    for (unsigned digits = 0; value > 0 || digits <= places; digits++, value /= 10) {
        if (digits == places && places > 0)
            *--at = '.';
        *--at = (char)('0' + value % 10);
    }
    return g_strdup(at);
}

char *decimal_format_places(Decimal value, unsigned places)
{
    if (!value.set)
        return g_strdup("");
    g_assert(places <= DECIMAL_SCALE_MAX);
    if (value.scale > places)
        value = decimal_drop(value, value.scale - places);
    return format_digits((uint64_t)value.mantissa * (uint64_t)power_of_ten(places - value.scale), places);
}

char *decimal_format(Decimal value)
{
    return decimal_format_places(value, value.scale);
}

int decimal_compare(Decimal a, Decimal b)
{
    __int128 left = (__int128)a.mantissa * power_of_ten(b.scale);
    __int128 right = (__int128)b.mantissa * power_of_ten(a.scale);
    return left < right ? -1 : left > right;
}
