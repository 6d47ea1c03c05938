/*
 * cndate: dates as Chinese documents write them, read off running text.
 *
 * 2016年10月8日, 二〇一六年十月八日 with any glyph for zero, 二○一六年十月廿一日, ２０１６ 年１０ 月 ８ 日, 2016-10-8,
 * 2016/10/8, 2016.10.8.  A date without year or day is partial, one that is no day of the calendar is invalid; neither is
 * guessed at.  A blank template (　年　月　日) is no date.  Pure; each search is linear in the text it passes.
 */
#ifndef ANJUAN_CNDATE_H
#define ANJUAN_CNDATE_H

#include <stdbool.h>
#include <stddef.h>

#include "day.h"

typedef enum {
    CNDATE_FULL,
    CNDATE_INVALID, /* 2016年2月30日, 2016年10月0日, or a year out of range */
    CNDATE_NO_YEAR, /* 5月24日 */
    CNDATE_NO_DAY   /* 2016年10月 */
} CnDateState;

typedef struct {
    CnDateState state;
    int year, month, day_of_month; /* 0 where missing */
    bool has_day;                  /* a day is written, be it 0 in figures: 10月0日; ○ is a blank */
    Day day;                       /* DAY_NONE unless full */
    size_t start, end;             /* bytes of the spelling */
} CnDate;

/* The first date in TEXT (UTF-8) that begins at or after byte FROM. */
bool cndate_find(const char *text, size_t from, CnDate *date);

/* TEXT as a whole, blanks aside. */
bool cndate_parse(const char *text, CnDate *date);

/* A whole number of up to four digits at TEXT, Arabic or Chinese (三十, 廿一, 〇八, 一百二十): its value, with *END after it;
 * -1 when there is none. */
int cndate_number(const char *text, const char **end);

#endif
