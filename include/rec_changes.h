/*
 * rec_changes: what differs between two published runs, as `anjuan diff --format xml` prints it: which inputs and programs are not the
 * same, and every figure that moved, with its causes (SPEC 9).
 */
#ifndef ANJUAN_REC_CHANGES_H
#define ANJUAN_REC_CHANGES_H

#include <stdbool.h>

#include "rec_scores.h"

typedef enum { INPUT_CHANGED, INPUT_ADDED, INPUT_GONE } InputState;
extern const char *const input_states[]; /* "changed", "added", "gone" */

/* NAME as in the manifest: "season.xml", "reference/reviews.csv", "store/receipts/YL/0002.xml", "rules/findings.xml", "anjuan-score". */
typedef struct { char *name; int state; } ChangedInput;
extern const RecordType changed_input_type;

typedef struct {
    char *from, *to;    /* names of the runs */
    bool against_seal;  /* FROM is sealed */
    GPtrArray *inputs;  /* ChangedInput: season file, tables, receipts, rules, programs */
    GPtrArray *changes; /* ScoreChange */
} Changes;
extern const RecordType changes_type;

#endif
