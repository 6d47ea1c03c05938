/*
 * score_sorted: what the tables say of each unit, sorted once for however many ways of scoring it.
 *
 * Everything points at rows of the tables, which must outlive it; lists keep the order of the tables.  Rows
 * of unknown units are left out (DAT-002 is about them).
 */
#ifndef ANJUAN_SCORE_SORTED_H
#define ANJUAN_SCORE_SORTED_H

#include "rec_tables.h"

typedef enum { INDICATOR_CASES, INDICATOR_FINES, INDICATOR_MAJOR, INDICATOR_COUNT } Indicator;

/* For each indicator the first of the unit's rows of `cases`, by index, that is about the same: its 案件编号;
 * its number; its 案件编号 and kind. */
typedef struct {
    guint same[INDICATOR_COUNT];
} CaseRef;

typedef struct {
    GPtrArray *cases, *enterprises, *rulings, *air, *water; /* enterprises: those that count */
    GHashTable *reviews;                                    /* key → GPtrArray of ReviewRow */
    CaseRef *refs;                                          /* of each of cases */
} UnitRows;

typedef struct {
    GHashTable *by_unit;       /* unit id → UnitRows */
    int64_t enterprises;       /* of all known units */
    GHashTable *candidate_reviews, *legal_reviews; /* score_person_key() → GPtrArray of rows */
} SortedTables;

SortedTables *sorted_tables_new(const Tables *tables);
void sorted_tables_free(SortedTables *sorted);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SortedTables, sorted_tables_free)

/* Key of a person in the hashes of rows: unit id and folded name.  Caller frees. */
char *score_person_key(const char *unit, const char *name);

#endif
