/*
 * report_input: all that a report is made of, read and put in order.
 *
 * report_input_new() reads the season, the tables and the scores, which a report cannot do without;
 * report_input_add() takes the records of units, told apart by their root element.  Those lying in one folder
 * are of one unit, the one that its unit.xml or findings.xml names: inventory, scans and casefiles name none.
 * report_input_finish() then gives every unit its records and merges the findings of all sources into one
 * sorted list.  After that nothing changes any more.
 *
 * Everything belongs to the ReportInput; what its members point to lives as long as it does.
 */
#ifndef ANJUAN_REPORT_INPUT_H
#define ANJUAN_REPORT_INPUT_H

#include "catalogue.h"
#include "rec_findings.h"
#include "rec_intake.h"
#include "rec_inventory.h"
#include "rec_scans.h"
#include "rec_scores.h"
#include "rec_tables.h"
#include "rec_unit.h"
#include "season.h"

/* A unit with what is known of it; any pointer but id may be NULL. */
typedef struct {
    const char *id;
    const UnitRow *row;
    const ScoreUnit *score; /* NULL: it belongs to no group */
    const IntakeUnit *intake;
    const UnitRecord *record;
    const Findings *findings;
    const Inventory *inventory;
    const Scans *scans;
    GHashTable *members; /* path → const Member that counts; NULL without an inventory */
    GPtrArray *casefiles, *counted,
        *baselines; /* the unit's ScoreCase, ScoreCounted, ScoreBaseline, in the order of the scores */
    GPtrArray *people, *legals; /* its ScorePerson, ScoreLegal */
    GPtrArray *problems;        /* its Finding of all sources, in the order of findings_sort() */
    guint position;             /* in ReportInput.units */
} ReportUnit;

typedef struct {
    char *scores_path, *tables_path, *season_path; /* paths as given; profile, intake and store may be NULL */
    char *profile_path;
    char *intake_path, *store;
    char *time; /* of the run, ISO 8601; NULL: not shown */
} ReportPaths;

typedef struct {
    const ReportPaths *paths;
    Season *season;
    Tables *tables;
    Scores *scores;
    Intake *intake; /* NULL: not given */
    Catalogue *catalogue;
    GPtrArray *units; /* ReportUnit: as in the scores, then the units of no group by id */
    GPtrArray
        *findings; /* const Finding: of units, scores, intake and tables, in the order of findings_sort() */
    GPtrArray *folders; /* private: records by folder */
    GHashTable *by_id;  /* private */
} ReportInput;

/* Tells the records in ARGUMENTS (NULL-terminated) apart by their root elements: those of the season go to PATHS, unless an option
 * named one already, the others are added to UNITS, none of them copied. */
gboolean report_paths_sort(ReportPaths *paths, char **arguments, GPtrArray *units, GError **error);

/* Reads what PATHS (borrowed) names.  NULL and a fault when something cannot be read. */
ReportInput *report_input_new(const ReportPaths *paths, GError **error);
/* Takes one record of a unit.  Input fault when the file is no record that a report can use. */
gboolean report_input_add(ReportInput *input, const char *path, GError **error);
/* Puts everything in order.  Input fault when two folders have records of one unit, or a folder's records
 * name two units. */
gboolean report_input_finish(ReportInput *input, GError **error);
void report_input_free(ReportInput *input);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ReportInput, report_input_free)

/* The unit of that id, or NULL (also for ID NULL). */
const ReportUnit *report_unit(const ReportInput *input, const char *id);
/* Its name; its id when there is no row for it; "" for NULL. */
const char *report_unit_name(const ReportInput *input, const char *id);
/* Where the unit stands among all, for sorting; behind all others when not known. */
guint report_unit_position(const ReportInput *input, const char *id);
/* The title of a collective group, "" for none. */
const char *report_group_title(const ReportInput *input, const char *group);

#endif
