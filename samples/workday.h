/*
 * workday: the working days of the season, from calendar.ini of the recipe folder (holidays and the weekends
 * worked instead), and the ways in which officials write a day.  Load once before threads start.
 */
#ifndef SAMPLES_WORKDAY_H
#define SAMPLES_WORKDAY_H

#include "day.h"

void workday_load(const char *path);
/* DAY itself when it is worked, else the next (STEP 1) or the last one before (STEP -1). */
Day workday_near(Day day, int step);
/* The COUNTth working day after DAY (negative: before). */
Day workday_add(Day day, int count);

char *day_text(Day day);         /* 2016年10月8日 */
char *day_text_capital(Day day); /* 二〇一六年十月八日 */

#endif
