/*
 * slots: which case file of a unit fills which slot (SPEC 8.2).  A pure function of the season and the unit record, used by
 * check (for findings) and by score (for marks), so that both always say the same.
 *
 * Files of a kind fill its slots in path order, those inside the window before those outside.  One outside the window, or the
 * second of slot kinds with one number, fills a slot and counts 0.  A file without a date that counts is not inside the window.  Extra files (asked
 * for, not scored) have positions of their own and are not counted as handed in.
 */
#ifndef ANJUAN_SLOTS_H
#define ANJUAN_SLOTS_H

#include "rec_unit.h"
#include "season.h"

typedef enum {
    SLOT_COUNTS,    /* its mark counts (of an extra: it is there) */
    SLOT_OUTSIDE,   /* has a position, counts 0: outside the window */
    SLOT_REPEATED,  /* has a position, counts 0: an earlier file has its number (SET-007) */
    SLOT_SURPLUS,   /* no position: the slots of its kind are taken, or its kind has none (SET-002) */
    SLOT_REFUSED,   /* no position: ruling 不予接收 */
    SLOT_NO_KIND    /* no position: kind not known (SET-003) */
} SlotState;

typedef struct {
    const UnitCase *casefile; /* borrowed */
    SlotState state;
    int64_t position;         /* 位次 within its kind, from 1; 0: none */
    bool extra;               /* the position is that of an extra file */
    bool submitted;           /* counted in 报送案卷数 */
    bool repeated;            /* has the number of an earlier file of a slot kind */
    const UnitCase *repeats;  /* that file, else NULL */
} SlotEntry;

/* Rulings by key of the document number: sets of char *, NULL for none. */
typedef struct {
    GHashTable *valid;   /* 案卷有效: counts in spite of window and repetition */
    GHashTable *refused; /* 不予接收: as if not handed in */
} SlotRulings;

/* One SlotEntry for each of CASEFILES (UnitCase, in path order), in their order.  UNIT (may be NULL) decides which extras are asked for,
 * RULINGS may be NULL.  Free with g_ptr_array_unref; CASEFILES must outlive it. */
GPtrArray *slots_assign(const Season *season, const char *unit, const GPtrArray *casefiles, const SlotRulings *rulings);

/* 报送案卷数. */
int64_t slots_submitted(const GPtrArray *entries);
/* The entry at POSITION of KIND (a slot, or with EXTRA an extra), or NULL when the slot is empty. */
const SlotEntry *slots_at(const GPtrArray *entries, Kind kind, int64_t position, bool extra);
/* How many extra files of KIND the season asks of UNIT. */
int64_t slots_extras_of(const Season *season, Kind kind, const char *unit);

#endif
