/*
 * dates: every date of one document, with the year that its sentence leaves out; private to the stage.
 */
#ifndef ANJUAN_EXTRACT_DATES_H
#define ANJUAN_EXTRACT_DATES_H

#include "cndate.h"
#include "reading.h"

/* One date of the document, in the order of the text. */
typedef struct {
    uint32_t paragraph;
    CnDate date;
    bool yearless; /* as written; FULL once the year is known */
    guint after;   /* the next date that has a year; the number of dates for none */
} DateAt;

/* The dates (DateAt) of the document, their years completed where that can be told.  Free with g_array_unref.
 */
GArray *dates_resolved(const Gather *gather);

#endif
