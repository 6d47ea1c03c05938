/*
 * slots: which case file of a unit fills which slot (SPEC 8.2).  Check reports by it and score counts by it, so that both
 * say the same.
 *
 * Files of a kind fill its slots, and the extras that the unit owes, in path order, those inside the window before those outside.  One
 * outside the window, or a later one with a number that one before it in that same order speaks with already, fills its
 * slot with mark 0.  Rulings change this: a file under 案卷有效 stands with those inside the window and counts, and one under
 * 不予接收 is as if not handed in.  Check knows no rulings and passes NULL.
 */
#ifndef ANJUAN_SLOTS_H
#define ANJUAN_SLOTS_H

#include <stdbool.h>

#include <glib.h>

#include "rec_unit.h"
#include "season.h"

typedef enum {
    SLOT_COUNTS,      /* fills a slot and its mark counts; of an extra: has a position */
    SLOT_OUTSIDE,     /* has a position, outside the window: mark 0 */
    SLOT_REPEATED,    /* has a position, its number is that of `first`: mark 0 */
    SLOT_SURPLUS,     /* more files of the kind than slots */
    SLOT_UNSCORED,    /* a kind that has neither a slot nor an extra for this unit, or no kind */
    SLOT_REFUSED      /* ruling 不予接收 */
} SlotState;

typedef struct {
    const UnitCase *file;
    const UnitCase *first; /* the file that speaks with the same number before this one, NULL: none.  Set for files without slot, too */
    int kind;              /* 位次: Kind and number; KIND_NONE and 0 for surplus, unscored and refused files */
    int64_t position;
    SlotState state;
    bool extra;            /* the position is one of an extra, which is not scored */
    bool submitted;        /* counts in 报送案卷数 */
    bool ruled_valid;      /* ruling 案卷有效 */
} SlotFile;

/* One SlotFile for each of FILES (UnitCase, in path order), in the same order.  VALID and REFUSED are sets of keys (of a number; of a
 * file without number its folded name) that rulings name; NULL: none.  UNIT decides about extras and may be NULL.  Borrows FILES;
 * free with g_array_unref. */
GArray *slots_assign(const Season *season, const char *unit, const GPtrArray *files, GHashTable *valid, GHashTable *refused);

/* How many files count in 报送案卷数. */
int64_t slots_submitted(const GArray *slot_files);

#endif
