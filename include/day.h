/*
 * day: calendar days.  A Day counts days from 0001-01-01 = 1 in the Gregorian calendar; 0 is "no day".  Only the
 * years 1949 to 2100 are accepted when a day is made, which is the range in which any date of a case can lie.
 */
#ifndef ANJUAN_DAY_H
#define ANJUAN_DAY_H

#include <stdbool.h>
#include <stdint.h>

#include <glib.h>

typedef int32_t Day;

#define DAY_NONE 0
#define DAY_YEAR_MIN 1949
#define DAY_YEAR_MAX 2100

/* The day of YEAR, MONTH 1-12, DAY 1-31; DAY_NONE when there is no such day or the year is out of range. */
Day day_from_ymd(int year, int month, int day);
/* Splits a day that is not DAY_NONE; any pointer may be NULL. */
void day_to_ymd(Day day, int *year, int *month, int *day_of_month);
/* 1 Monday … 7 Sunday. */
int day_weekday(Day day);

/* "2016-10-08", exactly ten characters; DAY_NONE for anything else. */
Day day_parse_iso(const char *text);
/* "2016-10-08", or "" for DAY_NONE.  Caller frees. */
char *day_format(Day day);

/* Instants are seconds since 1970-01-01T00:00:00Z, 0 for none.
 * Reads 2016-11-25T09:00:00+08:00 or …Z; false for anything else. */
bool instant_parse(const char *text, int64_t *instant_s);
/* In China time, "2016-11-25T09:00:00+08:00"; "" for 0.  Caller frees. */
char *instant_format(int64_t instant_s);
/* The calendar day in China (UTC+8) of an instant. */
Day instant_day(int64_t instant_s);

#endif
