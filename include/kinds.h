/*
 * kinds: the kinds of case (SPEC 3) as ids in records and as printed in tables.
 */
#ifndef ANJUAN_KINDS_H
#define ANJUAN_KINDS_H

#include <stdbool.h>

typedef enum {
    KIND_NONE, /* not told, or not known */
    KIND_PENALTY,
    KIND_SEIZURE,
    KIND_RESTRICTION,
    KIND_DAILY,
    KIND_DETENTION,
    KIND_CRIME,
    KIND_ENFORCEMENT,
    KIND_AUDIT,
    KIND_COUNT
} Kind;

/* "", "penalty", …, NULL: for REC_ENUM. */
extern const char *const kind_ids[];

/* "行政处罚", … as result tables print them (SPEC 3, "Printed kinds"); "" for KIND_NONE. */
const char *kind_printed(Kind kind);
/* The English name for messages ("administrative penalty"). */
const char *kind_english(Kind kind);
/* From an id; KIND_NONE when there is no such id. */
Kind kind_from_id(const char *id);
/* True for the kinds that count as 重大案件 (SPEC 8.4). */
bool kind_is_major(Kind kind);

#endif
