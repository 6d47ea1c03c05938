#include "calculator.h"

#include <string.h>

typedef struct {
    RationalPool *pool;
    const char *at;
    bool bad;
} Calculator;

static const Rational *sum_at(Calculator *c);

static bool take(Calculator *c, const char *token)
{
    while (*c->at == ' ')
        c->at++;
    if (!g_str_has_prefix(c->at, token))
        return false;
    c->at += strlen(token);
    return true;
}

static const Rational *fail(Calculator *c)
{
    c->bad = true;
    return rational_from_int(c->pool, 1);
}

static const Rational *number_at(Calculator *c)
{
    size_t length = strspn(c->at, "0123456789.");
    g_autofree char *text = g_strndup(c->at, length);
    const Rational *number = length ? rational_parse(c->pool, text) : NULL;
    c->at += length;
    return number ? number : fail(c);
}

static const Rational *function_at(Calculator *c, int arguments)
{
    const Rational *value[3];
    for (int i = 0; i < arguments; i++) {
        value[i] = sum_at(c);
        if (!take(c, i + 1 < arguments ? "," : ")"))
            return fail(c);
    }
    return arguments == 1   ? rational_floor(c->pool, value[0])
           : arguments == 2 ? rational_max(value[0], value[1])
                            : rational_clamp(value[0], value[1], value[2]);
}

static const Rational *factor_at(Calculator *c)
{
    if (take(c, "clamp("))
        return function_at(c, 3);
    if (take(c, "max("))
        return function_at(c, 2);
    if (take(c, "floor("))
        return function_at(c, 1);
    if (!take(c, "("))
        return number_at(c);
    const Rational *value = sum_at(c);
    return take(c, ")") ? value : fail(c);
}

static const Rational *product_at(Calculator *c)
{
    const Rational *value = factor_at(c);
    while (!c->bad) {
        if (take(c, "×")) {
            value = rational_mul(c->pool, value, factor_at(c));
        } else if (take(c, "/")) {
            const Rational *by = factor_at(c);
            value = rational_sign(by) ? rational_div(c->pool, value, by) : fail(c);
        } else {
            break;
        }
    }
    return value;
}

static const Rational *sum_at(Calculator *c)
{
    const Rational *value = product_at(c);
    while (!c->bad) {
        if (take(c, "+"))
            value = rational_add(c->pool, value, product_at(c));
        else if (take(c, "-"))
            value = rational_sub(c->pool, value, product_at(c));
        else
            break;
    }
    return value;
}

const Rational *calculator_value(RationalPool *pool, const char *formula)
{
    const char *colon = strrchr(formula, ':');
    Calculator c = {pool, colon ? colon + 1 : formula, false};
    const Rational *value = sum_at(&c);
    while (*c.at == ' ')
        c.at++;
    return c.bad || *c.at ? NULL : value;
}
