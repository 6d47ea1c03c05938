/*
 * events: what happened on which day, in running text and in cells; private to the stage.
 *
 * A sentence is taken apart into days (2016年9月2日, 9月2日, 2日, 当日, 次日), happenings (送达, 批准),
 * papers (处罚决定书, 沅环催〔2016〕2号) and stops.  A day belongs to the happening right before it
 * (送达时间：…) or the first one after it, and that to the paper between or behind them, else to the one
 * named last.  Days that begin or end a stretch (自…起, …前) belong to nothing.  Words and meanings are the
 * rules'.
 */
#ifndef ANJUAN_EVENTS_H
#define ANJUAN_EVENTS_H

#include "extractrules.h"
#include "matchtext.h"

/* Where an event stands in the folded text: bytes of the date, and of all that tells it. */
typedef struct {
    size_t date_start, date_end;
    size_t start, end;
    int days_later; /* than the date: 次日; minus N: the Nth of the same month */
} EventQuote;

typedef void (*EventFound)(const EventRule *rule, const EventQuote *quote, void *data);

/* Calls FOUND for every event rule that FOLDED (of ORIGINAL) bears out, in the order of the days.  LABEL: the
 * cell before it, NULL for none.  A text of more than some hundred words that it knows is read so far. */
void events_read(const ExtractRules *rules, Matcher *matcher, const char *label, const MatchText *folded,
                 const char *original, EventFound found, void *data);

/* The date of an event as it is to be read: as written, or 同月18日 for a day of the month before it.  Caller
 * frees. */
char *event_date(const EventQuote *at, const MatchText *folded, const char *original);

#endif
