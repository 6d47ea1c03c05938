/*
 * workdays: which days are worked, by the dated holiday table of the season's law (pipeline/rules/LAW/workdays.xml).
 *
 * The table covers a span of days; outside it nothing is known and every function says so, so that nobody is blamed by a guess.
 */
#ifndef ANJUAN_WORKDAYS_H
#define ANJUAN_WORKDAYS_H

#include <stdbool.h>

#include "day.h"
#include "record.h"

typedef struct { Day from, to; char *name; } DaysOff;
typedef struct { Day day; } DayWorked;
typedef struct { Day from, to; GPtrArray *off, *work; } Workdays;
extern const RecordType workdays_type;

/* True when DAY lies in the table. */
bool workdays_covers(const Workdays *table, Day day);
/* True when DAY, which must lie in the table, is worked. */
bool workdays_is_worked(const Workdays *table, Day day);
/* Working days after FROM up to and including TO (SPEC 7: the first day is excluded); 0 when TO is not later; -1 when the table does not
 * cover both. */
int workdays_between(const Workdays *table, Day from, Day to);
/* DAY itself when it is worked, else the next working day; DAY itself too where the table does not reach. */
Day workdays_roll(const Workdays *table, Day day);
/* MONTHS calendar months after DAY, the last day of a month where that month is shorter. */
Day day_add_months(Day day, int months);

#endif
