/*
 * rec_unit: all that scoring needs of one unit's submission, compact and without quotations (unit.xml).  Written by check.
 */
#ifndef ANJUAN_REC_UNIT_H
#define ANJUAN_REC_UNIT_H

#include <stdbool.h>

#include "kinds.h"
#include "rec_common.h"

/* A case file: one folder or ZIP below 案卷/ (or below a candidate's 案卷/). */
typedef struct {
    char *name;           /* 案卷 */
    int kind;             /* Kind; KIND_NONE when it cannot be told (SET-003) */
    char *file;           /* path of the document that speaks for it; NULL: none */
    char *number, *key;   /* its number as written and for comparing; NULL when not found */
    char *party, *party_key; /* as written, folded */
    char *credit_code;    /* as written, masked and invalid ones too */
    char *legal_rep;
    Decimal fine_yuan;    /* SPEC 6.4; unset when empty */
    Day date;             /* the date that counts */
    bool in_window;
    GPtrArray *own_keys;  /* char *: keys of the numbers that its documents have as their own */
} UnitCase;
extern const RecordType unit_case_type;

/* A scan that is evidence for a counted-case row of this unit (8.4): for each number the first of each case file. */
typedef struct { char *key, *path, *casefile; } Evidence; /* casefile: as UnitCase.name; NULL: in none */
extern const RecordType evidence_type;

/* A scan that may not turn up elsewhere (SCN-005): blank pages, 案件证据/ and 证明材料/ are left out. */
typedef struct { char *sha256, *path, *casefile; } ScanUse;
extern const RecordType scan_use_type;

typedef struct {
    char *number, *key;
    int kind, role;       /* Kind, ROLE_… of rec_casefiles.h */
    char *row;            /* place of the row in `cases`; NULL: none (CND-005) */
    Day date;             /* of that row */
    bool in_window;       /* of that row */
    bool evidence;        /* decision scan in the package and proof in 证明材料/ (no CND-006) */
    GPtrArray *casefiles; /* char *: the case files where its decision scans lie; empty when one lies in none */
    char *place;          /* in the list */
} UnitClaim;
extern const RecordType unit_claim_type;

typedef struct {
    char *name, *path;      /* path: folder, "先进个人/张三" */
    char *certificate;      /* number of the enforcement certificate; NULL (CND-003) */
    bool integrity;         /* certificate of integrity is there (CND-001) */
    int64_t story_chars;    /* 0: no story */
    bool statement;         /* of the role played (CND-007) */
    GPtrArray *casefiles;   /* UnitCase: the penalty files handed in with the candidate */
    GPtrArray *claims;      /* UnitClaim, in list order */
} UnitCandidate;
extern const RecordType unit_candidate_type;

typedef struct { char *name, *path; } UnitLegal;
extern const RecordType unit_legal_type;

typedef struct { char *path; Day date; char *title; } UnitBulletin; /* DAY_NONE: no date found */
extern const RecordType unit_bulletin_type;

/* A paper the unit owes: where it was found (NULL: nowhere) and when first received. */
typedef struct { char *kind, *path; int64_t received_s; } UnitPaper;
extern const RecordType unit_paper_type;

typedef enum { UNIT_HANDED_IN, UNIT_NOTHING, UNIT_UNREADABLE } UnitState;
extern const char *const unit_states[];

typedef struct {
    char *program;
    GPtrArray *made_from;
    char *id;               /* NULL for a package checked alone */
    int state;              /* UnitState */
    GPtrArray *casefiles;   /* UnitCase, in path order */
    GPtrArray *evidence;    /* Evidence, by key */
    GPtrArray *scans;       /* ScanUse, by digest */
    GPtrArray *candidates;  /* UnitCandidate, in path order */
    GPtrArray *legals;      /* UnitLegal, in path order */
    GPtrArray *bulletins;   /* UnitBulletin, in path order */
    GPtrArray *papers;      /* UnitPaper, in season order */
} UnitRecord;
extern const RecordType unit_type;

#endif
