/*
 * scorelab: small seasons for tests of scoring, made by hand in a few calls.  Document numbers are their own
 * keys.
 */
#ifndef ANJUAN_TEST_SCORELAB_H
#define ANJUAN_TEST_SCORELAB_H

#include "rec_intake.h"
#include "rec_scores.h"
#include "rec_tables.h"
#include "rec_unit.h"
#include "score_model.h"
#include "season.h"

typedef struct {
    GString *season_text; /* the template; lab_rule() edits it */
    Tables *tables;
    Intake *intake;     /* NULL: none */
    GPtrArray *records; /* UnitRecord */
    int rows;           /* places are counted */
    Season *season;     /* of the last lab_score() */
    Scores *scores;     /* of the last lab_score() */
} Lab;

Lab *lab_new(void);
void lab_free(Lab *lab);
/* The same around one test: setup, teardown, and the entry of a test that has its lab in *STATE. */
int lab_set_up(void **state);
int lab_tear_down(void **state);
#define LAB_TEST(name) cmocka_unit_test_setup_teardown(name, lab_set_up, lab_tear_down)

/* Replaces a piece of the season file, which must be there. */
void lab_rule(Lab *lab, const char *from, const char *to);
/* A unit of GROUP ("county", "city" or NULL) with ENTERPRISES; it has handed in something unless HANDED_IN is
 * false.  No quotas. */
UnitRow *lab_unit(Lab *lab, const char *id, const char *group, int enterprises, bool handed_in);
UnitRecord *lab_record(const Lab *lab, const char *unit);
/* A row of `cases`; FINE NULL: empty.  DATE as 2016-10-08. */
CaseRow *lab_case(Lab *lab, const char *unit, const char *id, Kind kind, const char *number, const char *date,
                  const char *fine);
/* N penalty cases of UNIT in the window, without fines. */
void lab_cases(Lab *lab, const char *unit, int count);
/* A case file; NUMBER and DATE may be NULL. */
UnitCase *lab_file(Lab *lab, const char *unit, const char *name, Kind kind, const char *number,
                   const char *date);
void lab_mark(Lab *lab, const char *unit, const char *key, const char *expert, const char *mark);
/* A case file with a number of its own, in the window, and one mark. */
void lab_marked_file(Lab *lab, const char *unit, const char *name, Kind kind, const char *mark);
RulingRow *lab_ruling(Lab *lab, const char *unit, RulingType type, const char *object, const char *fact);
void lab_air(Lab *lab, const char *unit, const char *pm10_2015, const char *pm10_2016, const char *pm25_2015,
             const char *pm25_2016);
/* SECTION NULL: the row that says there is none. */
void lab_water(Lab *lab, const char *unit, const char *section, int before, int after, bool external);
/* Air and water that got better. */
void lab_clean(Lab *lab, const char *unit);
UnitCandidate *lab_candidate(Lab *lab, const char *unit, const char *name, bool certificate);
/* A claim with a row in the window and evidence. */
UnitClaim *lab_claim(UnitCandidate *candidate, const char *number, Kind kind, int role);
/* Marks may be NULL. */
void lab_person_marks(Lab *lab, const char *unit, const char *name, const char *expert, const char *file,
                      const char *investigation, const char *story);
void lab_legal(Lab *lab, const char *unit, const char *name, const char *mark);

/* What the season as it was scored last was made of. */
ScoreInputs lab_inputs(const Lab *lab);
/* Scores the season; what comes out belongs to the lab until the next time. */
const Scores *lab_score(Lab *lab);
const ScoreUnit *lab_find(const Lab *lab, const char *unit);
const ScorePerson *lab_person(const Lab *lab, const char *name);
/* How many findings of CODE (and VARIANT, "" for the usual one, NULL for any) are about UNIT (NULL: any). */
int lab_findings(const Lab *lab, const char *code, const char *variant, const char *unit);
/* Fails the test unless the unit's vetoes are WANT, parted by blanks. */
void lab_check_vetoes(const Lab *lab, const char *unit, const char *want);
/* "A1 B2 C-": name, rank or -, of all units in order of publication. */
char *lab_ranking(const Lab *lab);

#endif
