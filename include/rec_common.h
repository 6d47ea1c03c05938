/*
 * rec_common: pieces that several records share: what a record was made from, and findings.
 *
 * Every root record names the digest of the program that wrote it and, as <made-from>, the digest of everything it was
 * made from (SPEC 5.2).  It is current exactly when those are what would be used now.
 */
#ifndef ANJUAN_REC_COMMON_H
#define ANJUAN_REC_COMMON_H

#include <glib.h>

#include "record.h"

typedef struct {
    char *name;   /* "limits", "rules", "cases.csv", … */
    char *sha256; /* 64 hexadecimal digits */
} MadeFrom;
extern const RecordType made_from_type;

/* Appends an entry; copies both strings. */
void made_from_add(GPtrArray *list, const char *name, const char *sha256);

/* A value for a place in a finding's sentence. */
typedef struct {
    char *name;
    char *value; /* a code, a number, a name, a quotation: never a sentence */
} Param;
extern const RecordType param_type;

typedef enum { LEVEL_INFO, LEVEL_WARNING, LEVEL_ERROR, LEVEL_FATAL } Level;
extern const char *const level_ids[]; /* "info", "warning", "error", "fatal" */

/* Something wrong (or worth knowing) in what was read (SPEC 7).  Sentences are made from the catalogue (catalogue.h). */
typedef struct {
    char *code;     /* "SET-001" */
    char *variant;  /* of the catalogue's entry, NULL for the usual one ("advisory") */
    int level;      /* Level, set from the catalogue when the finding is made */
    char *unit;     /* unit id; NULL where the record is of one unit or there is none */
    char *casefile; /* 案卷 name */
    char *file;     /* path within the submission, or the table's file name */
    char *place;    /* paragraph, cell, line: "段落12", "表2行3列2", "第12行"; see place formats in rec_casefiles.h */
    GPtrArray *params; /* Param */
} Finding;
extern const RecordType finding_type;

/* Adds a parameter; copies both strings; VALUE NULL counts as "". */
void finding_param(Finding *finding, const char *name, const char *value);
/* The same in place of what the parameter was. */
void finding_set(Finding *finding, const char *name, const char *value);
/* The value of a parameter, or NULL. */
const char *finding_value(const Finding *finding, const char *name);
/* PATH, by its name alone where the finding's own file lies in the same folder or ZIP: a part of PATH. */
const char *finding_beside(const Finding *finding, const char *path);
/* True when it tells that nothing of a package was read: it is none (PKG-001), or as a whole over a limit (PKG-006). */
bool finding_is_of_unread_package(const Finding *finding);
/* Puts the finding at a row of a table, PLACE as rec_tables.h has it: "cases.csv:12" is line 12 of that file,
 * "cases.xlsx:导出!A12" a cell of that one.  For a finding that has no file and place yet. */
void finding_set_row(Finding *finding, const char *place);
/* Sorts an array of Findings by unit, case file, level (worst first), code, file, place (SPEC 9.3). */
void findings_sort(GPtrArray *findings);
/* How many of them are of each level. */
void findings_count(const GPtrArray *findings, int counts[LEVEL_FATAL + 1]);

#endif
