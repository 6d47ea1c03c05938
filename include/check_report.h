/*
 * check_report: what `anjuan check` found, put together once for the terminal, the page and the letter, so
 * that all three say the same.  Everything in it is borrowed.
 */
#ifndef ANJUAN_CHECK_REPORT_H
#define ANJUAN_CHECK_REPORT_H

#include <stdbool.h>

#include "catalogue.h"
#include "finding_groups.h"
#include "rec_scores.h"
#include "rec_tables.h"
#include "rec_unit.h"
#include "season.h"
#include "slots.h"

typedef struct {
    const char *name; /* of what was checked, as the user knows it */
    const Season *season;
    const Catalogue *catalogue;
    const UnitRecord *unit;    /* NULL: nothing could be read */
    const UnitRow *row;        /* NULL without a season, or where the unit cannot be told */
    const GPtrArray *findings; /* Finding, in the order of SPEC 9.3 */
    const GPtrArray *packages; /* IntakePackage; NULL where none was opened */
    const Scores *forecast;    /* what tonight's run would make of it (forecast.h); NULL: not known */
} CheckReport;

typedef enum { VERDICT_READY, VERDICT_CORRECT, VERDICT_REFUSED, VERDICT_UNFINISHED } Verdict;
/* By the worst level among the findings; unfinished when a stage failed. */
Verdict check_verdict(const CheckReport *report);
/* How many warnings are about what can cost points, experts' marks among them. */
int check_costly_warnings(const CheckReport *report);
/* How many errors name a note or a correction that lies in the file. */
int check_noted_errors(const CheckReport *report);
/* 可以报送 (请先核实 where there are warnings, 可能失分 where these can cost points), 须补正后报送, 不能受理. */
const char *check_verdict_words(const CheckReport *report);
/* "退回0项，须补正3项，请核实2项，提示1项".  Caller frees. */
char *check_counts_words(const CheckReport *report);
/* What no check of this program looks at, said wherever its verdict stands. */
const char *check_unexamined_words(void);
/* True when a finding asks to look at the certificate of integrity of the candidate called NAME. */
bool check_certificate_doubted(const CheckReport *report, const char *name);
/* How many cases PERSON claims: a document once under each kind, in however many rows (SPEC 8.8). */
guint check_cases_claimed(const UnitCandidate *person);
/* True when case files, slots and people are there to be shown. */
bool check_has_unit(const CheckReport *report);

/* One thing that is wrong, at one place or several: findings of one code, sentence and remedy. */
typedef struct {
    const Finding *finding; /* the first */
    char *sentence, *remedy;
    const char *reason; /* why it matters; "" */
    GPtrArray *places;  /* char *: "案卷/甲.zip/1.jpg，第3段", in display form */
} CheckItem;
/* CheckItems of GROUP in its order; what goes with another item (empty slots whose case files lie in a wrong
 * folder) stands as a number in the remedy of that.  Free with g_ptr_array_unref. */
GPtrArray *check_items(const CheckReport *report, const FindingGroup *group);

/* How many items of each level there are: what is found at several places is one. */
void check_count_items(const CheckReport *report, int counts[LEVEL_FATAL + 1]);

/* One place that the season asks a case file for. */
typedef struct {
    char *label;            /* "行政处罚-1" */
    const SlotEntry *entry; /* NULL: nothing there */
    bool extra;             /* asked for, not scored */
} SlotRow;
/* The places in the season's order, extra files asked of this unit last; ENTRIES are those of slots_assign()
 * and must outlive the rows.  Free with g_ptr_array_unref. */
GPtrArray *check_slot_rows(const CheckReport *report, const GPtrArray *entries);
/* What is wrong with the file at its place ("不在活动期间"); "" when it counts. */
const char *check_slot_fault(const SlotEntry *entry);
/* "行政处罚-1".  Caller frees. */
char *check_slot_label(Kind kind, int64_t position);
/* How many files have no place. */
guint check_surplus(const GPtrArray *entries);

#endif
