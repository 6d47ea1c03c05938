/* By how much measured values exceed their limits (private to anjuan-check). */
#ifndef EXCEEDANCE_H
#define EXCEEDANCE_H

#include "checks.h"

/* A value, its limit (0: not told) and by how many times it exceeds that, with the digits behind the points. */
typedef struct { double value, limit, times; int value_decimals, times_decimals; } Excess;

/* Reads FIELD, an exceedance or exceeded-by, into *EXCESS; false when it is not told so that it can be reckoned with, and then
 * *EXCESS tells nothing. */
bool excess_read(const Field *field, Excess *excess);
/* Reads FIELD, an over-limit, into the value and the limit of *EXCESS, whose times are 0; false likewise. */
bool excess_read_limit(const Field *field, Excess *excess);

/* Whether VALUE, which a monitoring report tells, explains what EXCESS is about. */
typedef bool (*MeasuredFits)(double value, const Excess *excess);
/* The value of the pollutant of which BY's document tells that of EXCESS where BY stands, as a report of GROUP has it and as it
 * FITS; false for none, and where a report has the document's own value as well (measured.c). */
bool measured_reported(const CaseGroup *group, const Saying *by, const Excess *excess, MeasuredFits fits, Saying *reported);

#endif
