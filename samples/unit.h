/*
 * unit: one unit as its recipe tells it (samples/season/NN-ID.ini; the keys are explained in
 * samples/README.md): who it is, its companies and officers, its case files with all dates, and its rows of
 * the table `cases`.  A date that the recipe leaves out is worked out from the one it gives, so that every
 * limit of the 2016 law is kept.
 */
#ifndef SAMPLES_UNIT_H
#define SAMPLES_UNIT_H

#include <stdint.h>

#include "fields.h"
#include "workday.h"

typedef struct {
    char *name, *certificate;
} Officer;

typedef struct {
    char *key, *name, *code_label, *code, *legal, *address, *category;
    gboolean person; /* no code, no legal representative */
} Company;

/* A row of `cases` and the document that proves it. */
typedef struct {
    char *case_id, *kind, *number;
    const Company *party;
    Day date;
    int64_t fine_yuan;    /* 0 for none */
    const char *evidence; /* template of the scan in 案件证据/, NULL when the unit handed in none */
    Fields *fields;       /* to fill it */
} CaseRow;

typedef struct {
    char *name;    /* 案卷 */
    char *section; /* of the recipe */
    char *kind, *number;
    const Officer *lead, *member;
    Fields *fields;
} CaseFile;

typedef struct {
    GKeyFile *recipe;
    char *path;
    char *id, *name, *place, *region, *prefix, *style;
    uint64_t seed;
    GPtrArray *officers;  /* Officer */
    GPtrArray *companies; /* Company */
    GPtrArray *files;     /* CaseFile, in the order of the recipe */
    GPtrArray *rows;      /* CaseRow */
} Unit;

/* Reads a recipe; ends the program when it cannot be used. */
Unit *unit_load(const char *path, uint64_t seed);
/* The same from TEXT; NAME stands in messages. */
Unit *unit_load_text(const char *text, const char *name, uint64_t seed);
void unit_free(Unit *unit);

/* The value of KEY in SECTION; caller frees.  unit_need ends the program when there is none, unit_value gives
 * OTHERWISE. */
char *unit_need(const Unit *unit, const char *section, const char *key);
char *unit_value(const Unit *unit, const char *section, const char *key, const char *otherwise);
/* The value taken apart at semicolons, blanks stripped; empty when there is none. */
char **unit_list(const Unit *unit, const char *section, const char *key);
gboolean unit_has(const Unit *unit, const char *section, const char *key);

const Company *unit_company(const Unit *unit, const char *key);
/* By number from 1. */
const Officer *unit_officer(const Unit *unit, guint number);
const CaseRow *unit_row(const Unit *unit, const char *number, const char *kind);

/* Fields that every paper of the unit may use; caller owns. */
Fields *unit_fields(const Unit *unit);
void unit_put_party(Fields *fields, const Company *company);
void unit_put_officers(Fields *fields, const Officer *lead, const Officer *member);
void unit_put_violation(Fields *fields, const char *name);
/* NAME-day as 2016年10月8日, NAME-iso as 2016-10-08. */
void unit_put_day(Fields *fields, const char *name, Day day);
void unit_put_fine(Fields *fields, const char *name, int64_t yuan);

/* The violations of templates/violations.ini; load before threads start. */
void unit_load_violations(const char *path);

/* The printed kind of a row of `cases`: 行政处罚, 按日连续处罚 … */
const char *kind_table_name(const char *kind);

/* casework.c: the case files and rows of UNIT, from its recipe. */
void unit_read_cases(Unit *unit);

#endif
