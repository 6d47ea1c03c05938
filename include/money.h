/*
 * money: amounts of money as documents write them, exact to the fen.
 *
 * 50000元, 5万元, 20.00 万元, ￥52,120.00, 伍万贰仟壹佰贰拾元整, 八万元, 壹万零捌拾元伍角.  An amount is a number with 元 (圆) behind
 * it or ¥ before it.  Amounts above 10^13 yuan and numbers with more than two places of fen are no amounts.  Pure, linear.
 */
#ifndef ANJUAN_MONEY_H
#define ANJUAN_MONEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define MONEY_FEN_MAX ((int64_t)1000000000000000) /* 10^13 yuan */

typedef struct {
    int64_t fen;
    bool words;        /* in Chinese numerals */
    size_t start, end; /* bytes of the spelling, with ¥ and 元 and 整 */
} Money;

/* The first amount in TEXT (UTF-8) that begins at or after byte FROM. */
bool money_find(const char *text, size_t from, Money *money);

/* A bare number of a table cell, Arabic or in words, in units of UNIT_FEN (100 for yuan, 1000000 for 万元), or an amount
 * with its own unit, which then counts. */
bool money_parse_cell(const char *text, int64_t unit_fen, Money *money);

/* "50000.00".  Caller frees. */
char *money_format(int64_t fen);

#endif
