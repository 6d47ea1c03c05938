/*
 * rec_scores: every figure of a run with its derivation (scores.xml).
 *
 * Figures stand as the strings that the result tables print (already rounded, SPEC 8.1 and 9.2); what is not to be printed is
 * NULL.  Codes are words of a closed list, worded for people by vocabulary.h.  A derivation is a tree of nodes:
 * each has the figure it gives, the rule, the formula with its numbers in it, the exact value as a fraction, the rounded value, and leaves
 * that name the inputs with their origin.  explain, the site, diff and changes.csv are all read off it.
 *
 * A unit's own nodes are total (with quality and the three kinds of points below it), submitted, rows, cases, fines, major, share, veto,
 * rank, eligibility, award, recommend, bulletins, adopted and one ruling each; a person's total, rank, eligibility, award, recommend.
 * Values that hold several codes or numbers are parted by blanks: a leaf "case" is 案件编号, kind and fine; "pm10", "pm25"
 * and "water" are 2015 and 2016; "window" its two days; the node "veto" its codes.  explain_value() words them.
 * The leaves "better", "ahead", "level", "level-first", "vetoed" and "undecided" count others and have their names, one a line, as object.
 */
#ifndef ANJUAN_REC_SCORES_H
#define ANJUAN_REC_SCORES_H

#include <stdbool.h>

#include "kinds.h"
#include "rec_common.h"

/* Where an input comes from, in the order and with the meaning of the column 原因 of changes.csv (SPEC 9). */
typedef enum { ORIGIN_OWN, ORIGIN_OTHER, ORIGIN_TABLE, ORIGIN_RULES, ORIGIN_PROGRAM } Origin;
extern const char *const origin_ids[]; /* "own", "other", "table", "rules", "program" */

typedef struct {
    const char *name; /* what it is: a vocabulary id ("mark", "full-at", "ruling", …) */
    const char *value;
    int origin;
    const char *source; /* "reviews.csv:12", "案卷/甲/决定书.docx", "season.xml collective/quantity/@full-at" */
    const char *object; /* what the input is about: a number, a 案卷 name, an expert; NULL */
    char *place, *quote; /* in a document, as written there; only where quotes.h put them in, not in scores.xml */
} Leaf;
extern const RecordType leaf_type;

typedef struct Node Node;
struct Node {
    const char *id;       /* figure: a vocabulary id ("total", "quality", "slot", "cases", "share", "veto", "award", …) */
    const char *object;   /* which one, where there are several: "penalty-1", a person, an expert */
    const char *rule;     /* section of SPEC: "8.3" */
    const char *notice;   /* id of the notice's clause it implements, NULL when the notice is silent (vocabulary.h quotes it) */
    const char *formula;  /* with its numbers: "(90 + 85.5)/2", "clamp((1.2 - 0.5)/(1.5 - 0.5), 0, 1) × 15" */
    const char *value;    /* exact: "351/4"; a code where the result is no number */
    const char *rounded;  /* as printed; NULL when value itself is printed */
    bool assumed;   /* rests on an assumed value of the season file */
    bool elsewhere; /* only its value stands here: the node of this id and object among the unit's (person's) own nodes, or else
                     * among those of Scores, has the derivation */
    GPtrArray *nodes, *leaves;
};
extern const RecordType node_type;

enum { GIVEN_NO, GIVEN_YES, GIVEN_OPEN }; /* nothing, given, 待定 */
extern const char *const given_ids[];     /* "no", "yes", "open" */
enum { REVIEW_COMPLETE, REVIEW_INCOMPLETE, REVIEW_SEALED };
extern const char *const review_ids[]; /* "complete", "incomplete", "sealed" */

/* Eligibility codes: "eligible", "below-minimum", "not-handed-in", "ineligible" (ruling 不符合条件); people also
 * "no-integrity-certificate", "over-quota", "integrity" (廉洁问题). Veto codes: "pm10", "pm25", "water", "upheld" (认定), "undecided" (待核). */
typedef struct {
    char *group, *id, *name;
    int64_t rank; /* 0: none */
    char *total, *quality, *cases_points, *fines_points, *major_points;
    char *average;
    int64_t submitted, cases, major;
    char *fines_yuan;    /* two decimals */
    char *share_percent, *base_cases, *base_fines, *base_major;
    char *eligibility;
    GPtrArray *vetoes;   /* char *: codes */
    char *award;         /* title when given; NULL otherwise */
    int award_state, recommend_state; /* GIVEN_… */
    int review;          /* REVIEW_… */
    int64_t bulletins, adopted;
    GPtrArray *nodes;    /* Node: "total", "veto", "eligibility", "award", … */
} ScoreUnit;
extern const RecordType score_unit_type;

typedef struct {
    char *group, *name, *unit, *unit_name, *path;
    int64_t rank;
    char *total, *quantity, *file, *investigation, *story;
    char *weighted;      /* 加权案件数, no trailing zeros */
    char *eligibility, *award;
    int award_state, recommend_state, review;
    GPtrArray *nodes;
} ScorePerson;
extern const RecordType score_person_type;

typedef struct {
    char *name, *unit, *unit_name, *path;
    int64_t rank;
    char *points, *eligibility, *award;
    int award_state, recommend_state, review;
    GPtrArray *nodes;
} ScoreLegal;
extern const RecordType score_legal_type;

typedef struct {
    char *unit, *name;   /* 案卷 */
    char *file;          /* path of the speaking document, for links; not printed */
    int position_kind;   /* 位次: Kind and number; KIND_NONE and 0 for surplus or refused */
    int64_t position;
    int kind;
    char *number, *party, *credit_code, *legal_rep;
    Decimal fine_yuan;
    Day date;
    char *mean;          /* 专家平均分, four decimals; NULL without a mark */
    char *counted_mark;  /* mark used in the slot, as a fraction; "0" where it counts nothing */
    char *why;           /* code where it counts 0: "out-of-window", "repeated-number", "refused", "surplus" */
} ScoreCase;
extern const RecordType score_case_type;

typedef struct {
    const char *unit, *number, *id; /* 文书文号, 案件编号 */
    int kind;
    Day date;
    Decimal fine_yuan;
    bool counted;
    const char *reason;   /* code why not: "out-of-window", "no-evidence", "not-handed-in", "enforcement" */
    const char *evidence; /* path of the scan; NULL */
    const char *place;    /* row of `cases` */
} ScoreCounted;
extern const RecordType score_counted_type;

typedef struct {
    char *unit;
    int64_t enterprises, enterprises_total;
    char *share_percent;
    char *indicator;     /* "cases", "fines", "major" */
    char *total, *base, *actual, *ratio, *points;
} ScoreBaseline;
extern const RecordType score_baseline_type;

typedef struct { char *unit, *person, *item, *was, *is, *origins; } ScoreChange; /* item: node id; origins: origin ids joined by blanks */
extern const RecordType score_change_type;

/* What taking an assumed value another way would change: how many ranks, awards and recommendations, and the first of them. */
typedef struct {
    char *value;            /* taken instead */
    int64_t ranks, awards;
    GPtrArray *changes;     /* ScoreChange without origins: rank, award, recommend */
} ScoreAlternative;
extern const RecordType score_alternative_type;

/* An assumed value of the season file, or one (READING) that the notice can be read in two ways on. */
typedef struct {
    char *element, *attribute, *value;
    bool reading;
    char *why;               /* code, class "no-alternative": why nothing else was tried; NULL */
    GPtrArray *alternatives; /* ScoreAlternative */
} ScoreAssumed;
extern const RecordType score_assumed_type;

typedef struct {
    char *program;
    GPtrArray *made_from;
    char *season_id, *season_title;
    char *sealed;         /* who found these results to be the official ones, and when; NULL: nobody did */
    bool against_seal;    /* changes are told against a sealed run: this one is published after it and does not replace it */
    GPtrArray *units;     /* ScoreUnit: group (season order), rank, id; units of no group are not listed */
    GPtrArray *people;    /* ScorePerson */
    GPtrArray *legals;    /* ScoreLegal */
    GPtrArray *casefiles; /* ScoreCase */
    GPtrArray *counted;   /* ScoreCounted */
    GPtrArray *baselines; /* ScoreBaseline */
    GPtrArray *assumed;   /* ScoreAssumed */
    GPtrArray *nodes;     /* Node: what units share: "cases-total", "fines-total", "major-total" (object: the group where totals="group")
                           * with a leaf a unit, and the "weights" of kinds and roles */
    GPtrArray *changes;   /* ScoreChange */
    GPtrArray *findings;  /* Finding: cross-unit, DAT-003 to 005, SCO-001, SET-… that need rulings */
} Scores;
extern const RecordType scores_type;

#endif
