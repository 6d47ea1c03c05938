/* Units: awards, rulings, and what stands beside the figures (SPEC 8.7, 8.9, 8.10). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "rec_casefiles.h"
#include "scorelab.h"

/* ---- 8.9 ---- */

/* Five counties A to E, ranked in this order, all eligible, clean. */
static void make_five(Lab *lab)
{
    static const char *const ids[] = {"A", "B", "C", "D", "E"};
    for (size_t i = 0; i < G_N_ELEMENTS(ids); i++) {
        g_autofree char *mark = g_strdup_printf("%zu", 90 - i);
        lab_unit(lab, ids[i], "county", 1, true);
        lab_clean(lab, ids[i]);
        for (int file = 1; file <= 3; file++) {
            g_autofree char *name = g_strdup_printf("%d", file);
            lab_marked_file(lab, ids[i], name, KIND_PENALTY, mark);
        }
    }
}

/* "A先+ B优 C? D- E-": each unit's award, + for recommended, * for an open recommendation. */
static void check_awards(Lab *lab, const char *want)
{
    lab_score(lab);
    g_autoptr(GString) got = g_string_new(NULL);
    for (const char *id = "ABCDE"; *id; id++) {
        char name[2] = {*id, '\0'};
        const ScoreUnit *unit = lab_find(lab, name);
        const char *award = unit->award_state == GIVEN_OPEN        ? "?"
                            : !unit->award                         ? "-"
                            : strcmp(unit->award, "先进集体") == 0 ? "先"
                                                                   : "优";
        const char *recommended = unit->recommend_state == GIVEN_YES    ? "+"
                                  : unit->recommend_state == GIVEN_OPEN ? "*"
                                                                        : "";
        g_string_append_printf(got, "%s%s%s%s", got->len ? " " : "", name, award, recommended);
    }
    assert_string_equal(got->str, want);
}

static void awards_without_rulings(void **state)
{
    make_five(*state);
    check_awards(*state, "A先+ B优 C优 D优 E-");
}

static void correction_on_review_zeroes_quality(void **state)
{
    Lab *lab = *state;
    make_five(lab);
    lab_ruling(lab, "A", RULING_OVERTURNED, NULL, "2016-11-30");
    lab_ruling(lab, "B", RULING_FORGED, "某号", NULL);
    lab_ruling(lab, "C", RULING_FORGED, NULL, "2016-12-01"); /* after the window */
    check_awards(lab, "A? B? C先+ D优 E优");
    assert_string_equal(lab_find(lab, "A")->quality, "0.00");
    assert_string_equal(lab_find(lab, "A")->average, "38.5714"); /* stays: 270/7 */
    assert_string_equal(lab_find(lab, "B")->quality, "0.00");
}

/* Fails the test unless every open award is said to be settled by WANT. */
static void check_settled_by(const Lab *lab, const char *want)
{
    for (guint i = 0; i < lab->scores->findings->len; i++) {
        const Finding *finding = lab->scores->findings->pdata[i];
        if (strcmp(finding->code, "SCO-001") == 0)
            assert_string_equal(finding_value(finding, "settle"), want);
    }
}

static void inquiry_opens_its_own_award(void **state)
{
    Lab *lab = *state;
    make_five(lab);
    lab_ruling(lab, "A", RULING_PENDING, NULL, NULL);
    lab_ruling(lab, "B", RULING_PENDING, "某人", NULL); /* about a person */
    lab_ruling(lab, "E", RULING_PENDING, NULL, NULL);   /* would get nothing anyway */
    check_awards(lab, "A?* B优 C优 D优 E-");
    assert_int_equal(lab_findings(lab, "SCO-001", "", "A"), 1);
    assert_int_equal(lab_findings(lab, "SCO-001", NULL, NULL), 1);
    check_settled_by(lab, "pending");
}

static void the_ineligible_pass_it_on(void **state)
{
    Lab *lab = *state;
    make_five(lab);
    lab_ruling(lab, "A", RULING_INELIGIBLE, NULL, NULL);
    lab_ruling(lab, "C", RULING_INELIGIBLE, "某人", NULL);
    check_awards(lab, "A- B先+ C优 D优 E优");
    assert_string_equal(lab_find(lab, "A")->eligibility, "ineligible");
    assert_int_equal(lab_find(lab, "A")->rank, 1);
}

static void rulings_settle_vetoes(void **state)
{
    Lab *lab = *state;
    make_five(lab);
    lab_air(lab, "A", "80", "90", "50", "50");
    check_awards(lab, "A- B先+ C优 D优 E优");
    lab_ruling(lab, "A", RULING_VETO_DENIED, NULL, NULL);
    lab_ruling(lab, "B", RULING_VETO_UPHELD, NULL, NULL);
    check_awards(lab, "A先+ B- C优 D优 E优");
    lab_check_vetoes(lab, "A", "");
    lab_check_vetoes(lab, "B", "upheld");
    lab_ruling(lab, "A", RULING_VETO_UPHELD, NULL, NULL); /* decided later */
    check_awards(lab, "A- B- C先+ D优 E优");
    lab_check_vetoes(lab, "A", "pm10");
    /* of one day the greater number stands: 10 is greater than 9 */
    RulingRow *ninth = lab_ruling(lab, "A", RULING_VETO_UPHELD, NULL, NULL);
    RulingRow *tenth = lab_ruling(lab, "A", RULING_VETO_DENIED, NULL, NULL);
    g_free(ninth->id);
    ninth->id = g_strdup("R2016-9");
    g_free(tenth->id);
    tenth->id = g_strdup("R2016-10");
    check_awards(lab, "A先+ B- C优 D优 E优");
    lab_check_vetoes(lab, "A", "");
}

static void an_undecided_veto_opens_what_hangs_on_it(void **state)
{
    Lab *lab = *state;
    make_five(lab);
    record_list_clear(lab->tables->water, &water_row_type);
    for (const char *id = "BCDE"; *id; id++) {
        char name[2] = {*id, '\0'};
        lab_water(lab, name, NULL, 0, 0, false);
    }
    check_awards(lab, "A?* B?* C优 D优 E?");
    assert_int_equal(lab_findings(lab, "SCO-001", "", "A"), 1);
    assert_int_equal(lab_findings(lab, "SCO-001", "", "B"), 2); /* one for each award in reach */
    check_settled_by(lab, "veto");                              /* also E's, which hangs on who takes the other award */
    lab_rule(lab, "count=\"3\" veto=\"bars\"", "count=\"3\" veto=\"ignored\"");
    check_awards(lab, "A?* B?* C优 D优 E-");
}

static void ties_and_priority(void **state)
{
    Lab *lab = *state;
    make_five(lab);
    for (guint i = 0; i < lab->tables->reviews->len; i++)
        ((ReviewRow *)lab->tables->reviews->pdata[i])->mark = decimal_from_int(80);
    check_awards(lab, "A?* B?* C?* D?* E?*");
    check_settled_by(lab, "tie");
    assert_int_equal(lab_find(lab, "E")->rank, 1);
    lab_ruling(lab, "C", RULING_PRIORITY, NULL, NULL);
    check_awards(lab, "A? B? C先+ D? E?");
    assert_int_equal(lab_find(lab, "C")->rank, 1); /* 名次 stays shared */
    assert_int_equal(lab_find(lab, "A")->rank, 1);
}

static void long_lists_say_how_long_they_are(void **state)
{
    Lab *lab = *state;
    for (int i = 0; i < 60; i++) {
        g_autofree char *id = g_strdup_printf("U%02d", i);
        lab_unit(lab, id, "county", 1, true);
        lab_clean(lab, id);
        for (int file = 1; file <= 3; file++) {
            g_autofree char *name = g_strdup_printf("%d", file);
            lab_marked_file(lab, id, name, KIND_PENALTY, "80");
        }
    }
    lab_score(lab);
    assert_int_equal(lab_findings(lab, "SCO-001", NULL, NULL), 120); /* two awards are open for each */
    const Finding *first = NULL;
    for (guint i = 0; !first; i++)
        if (strcmp(((Finding *)lab->scores->findings->pdata[i])->code, "SCO-001") == 0)
            first = lab->scores->findings->pdata[i];
    g_auto(GStrv) names = g_strsplit(finding_value(first, "between"), "\n", -1);
    assert_string_equal(names[0], "U00县");
    assert_int_equal(g_strv_length(names), 51);
    assert_string_equal(names[50], "…(60)");
    assert_string_equal(finding_value(first, "settle"), "tie");
}

static void a_valid_file_counts_in_spite_of_the_window(void **state)
{
    Lab *lab = *state;
    lab_unit(lab, "A", "county", 1, true);
    lab_file(lab, "A", "1", KIND_PENALTY, "n1", "2016-12-01");
    lab_mark(lab, "A", "n1", "甲", "70");
    lab_score(lab);
    assert_string_equal(lab_find(lab, "A")->average, "0.0000");
    assert_int_equal(lab_find(lab, "A")->submitted, 0);
    lab_ruling(lab, "A", RULING_FILE_VALID, "n2", NULL);
    lab_score(lab);
    assert_string_equal(lab_find(lab, "A")->average, "0.0000");
    lab_ruling(lab, "A", RULING_FILE_VALID, "n1", NULL);
    lab_score(lab);
    assert_string_equal(lab_find(lab, "A")->average, "10.0000");
    assert_int_equal(lab_find(lab, "A")->submitted, 1);
}

/* The near misses: a name in other blanks, a number that a candidate's file has, a ruling about the unit,
 * and the note on a correction. */
static void rulings_that_meet_nobody_are_told(void **state)
{
    Lab *lab = *state;
    lab_unit(lab, "A", "county", 1, true);
    lab_file(lab, "A", "1", KIND_PENALTY, "n1", "2016-10-08");
    lab_candidate(lab, "A", "张例", true);
    lab_legal(lab, "A", "李例", "90");
    lab_unit(lab, "B", "county", 1, false);
    lab_ruling(lab, "A", RULING_INTEGRITY, "张 例", NULL);
    lab_ruling(lab, "A", RULING_PENDING, "李例", NULL);
    lab_ruling(lab, "A", RULING_FILE_VALID, "n1", NULL);
    lab_ruling(lab, "A", RULING_INELIGIBLE, NULL, NULL);
    lab_ruling(lab, "A", RULING_OVERTURNED, "n9", NULL);
    lab_score(lab);
    assert_int_equal(lab_findings(lab, "DAT-006", NULL, NULL), 0);
    lab_ruling(lab, "A", RULING_INTEGRITY, "张列", NULL);
    lab_ruling(lab, "A", RULING_PRIORITY, "A", NULL);
    lab_ruling(lab, "B", RULING_PENDING, "张例", NULL); /* another unit's */
    lab_ruling(lab, "A", RULING_FILE_REFUSED, "n2", NULL);
    lab_score(lab);
    assert_int_equal(lab_findings(lab, "DAT-006", "", "A"), 2);
    assert_int_equal(lab_findings(lab, "DAT-006", "", "B"), 1);
    assert_int_equal(lab_findings(lab, "DAT-006", "file", "A"), 1);
}

static void marks_that_meet_nobody_are_told(void **state)
{
    Lab *lab = *state;
    lab_unit(lab, "A", "county", 1, true);
    lab_unit(lab, "B", "county", 1, false);
    lab_file(lab, "A", "一号案", KIND_PENALTY, "n1", "2016-10-08");
    lab_file(lab, "A", "二号案", KIND_PENALTY, NULL, "2016-10-08");
    lab_candidate(lab, "A", "张例", true);
    lab_legal(lab, "A", "李例", "90");
    lab_mark(lab, "A", "n1", "甲", "80");
    lab_mark(lab, "A", "二号案", "甲", "80");
    lab_person_marks(lab, "A", "张 例", "甲", "90", "80", NULL);
    lab_score(lab);
    assert_int_equal(lab_findings(lab, "DAT-007", NULL, NULL), 0);
    lab_mark(lab, "A", "一号案", "乙", "10"); /* marked by number: this one is lost */
    lab_mark(lab, "A", "n2", "乙", "10");
    lab_mark(lab, "B", "n1", "乙", "10");
    lab_person_marks(lab, "A", "李例", "甲", "90", NULL, NULL); /* of the other list */
    lab_score(lab);
    assert_int_equal(lab_findings(lab, "DAT-007", "name", "A"), 1);
    assert_int_equal(lab_findings(lab, "DAT-007", "", "A"), 1);
    assert_int_equal(lab_findings(lab, "DAT-007", "", "B"), 1);
    assert_int_equal(lab_findings(lab, "DAT-007", "person", "A"), 1);
    assert_string_equal(lab_find(lab, "A")->average, "22.8571"); /* 160/7 */
}

static void a_refused_file_is_as_if_not_handed_in(void **state)
{
    Lab *lab = *state;
    lab_unit(lab, "A", "county", 1, true);
    for (int i = 1; i <= 4; i++) {
        g_autofree char *name = g_strdup_printf("%d", i), *number = g_strdup_printf("n%d", i),
                        *mark = g_strdup_printf("%d", 7 * i);
        lab_file(lab, "A", name, KIND_PENALTY, number, "2016-10-08");
        lab_mark(lab, "A", number, "甲", mark);
    }
    lab_ruling(lab, "A", RULING_FILE_REFUSED, "n1", NULL);
    lab_score(lab);
    assert_string_equal(lab_find(lab, "A")->average, "9.0000"); /* (14 + 21 + 28)/7 */
    assert_int_equal(lab_find(lab, "A")->submitted, 3);
    const ScoreCase *refused = lab->scores->casefiles->pdata[0];
    assert_string_equal(refused->why, "refused");
    assert_int_equal(refused->position, 0);
}

/* A row and a claim of one number, proven by scans in the case files named. */
static void make_proven(Lab *lab, UnitCandidate *candidate, const char *number, const char *const *casefiles)
{
    UnitClaim *claim = lab_claim(candidate, number, KIND_PENALTY, ROLE_LEAD);
    lab_case(lab, "A", number, KIND_PENALTY, number, "2016-10-08", "1000");
    for (guint i = 0; casefiles[i]; i++) {
        Evidence *evidence = record_add(lab_record(lab, "A")->evidence, &evidence_type);
        evidence->key = g_strdup(number);
        evidence->path = g_strdup_printf("案卷/%s/%s.jpg", casefiles[i], number);
        evidence->casefile = g_strdup(casefiles[i]);
        g_ptr_array_add(claim->casefiles, g_strdup(casefiles[i]));
    }
}

/* Rows and claims lose their evidence together: n1 lies in the refused file alone, n2 in another, too, n3 in another. */
static void scans_in_a_refused_file_prove_nothing(void **state)
{
    Lab *lab = *state;
    static const char *const one[] = {"甲案", NULL}, *const both[] = {"甲案", "乙案", NULL},
                             *const other[] = {"乙案", NULL};
    lab_unit(lab, "A", "county", 1, true);
    lab_file(lab, "A", "甲案", KIND_PENALTY, "n1", "2016-10-08");
    lab_file(lab, "A", "乙案", KIND_PENALTY, "n3", "2016-10-08");
    UnitCandidate *person = lab_candidate(lab, "A", "张某", true);
    make_proven(lab, person, "n1", one);
    make_proven(lab, person, "n2", both);
    make_proven(lab, person, "n3", other);
    lab_rule(lab, "between=\"linear\" evidence=\"advisory\"", "between=\"linear\" evidence=\"required\"");
    lab_score(lab);
    assert_int_equal(lab_find(lab, "A")->cases, 3);
    assert_string_equal(lab_person(lab, "张某")->weighted, "6");
    lab_ruling(lab, "A", RULING_FILE_REFUSED, "n1", NULL);
    lab_score(lab);
    assert_int_equal(lab_find(lab, "A")->cases, 2);
    assert_string_equal(lab_person(lab, "张某")->weighted, "4");
    lab_rule(lab, "between=\"linear\" evidence=\"required\"", "between=\"linear\" evidence=\"advisory\"");
    lab_rule(lab, "combine=\"multiply\" evidence=\"required\"", "combine=\"multiply\" evidence=\"advisory\"");
    lab_score(lab);
    assert_int_equal(lab_find(lab, "A")->cases, 3);
    assert_string_equal(lab_person(lab, "张某")->weighted, "6");
}

/* ---- 8.10 and beside ---- */

static void a_unit_that_failed_is_not_completely_reviewed(void **state)
{
    Lab *lab = *state;
    make_five(lab);
    lab->intake = record_new(&intake_type);
    IntakeUnit *entry = record_add(lab->intake->units, &intake_unit_type);
    entry->id = g_strdup("B");
    lab_score(lab);
    assert_int_equal(lab_find(lab, "B")->review, REVIEW_COMPLETE);
    entry->failed = g_strdup("scan");
    lab_score(lab);
    assert_int_equal(lab_find(lab, "B")->review, REVIEW_INCOMPLETE);
    assert_int_equal(lab_find(lab, "A")->review, REVIEW_COMPLETE);
}

static void an_unreadable_package_is_none(void **state)
{
    Lab *lab = *state;
    make_five(lab);
    lab_cases(lab, "A", 5);
    lab_record(lab, "A")->state = UNIT_UNREADABLE;
    check_awards(lab, "A- B先+ C优 D优 E优");
    assert_string_equal(lab_find(lab, "A")->eligibility, "not-handed-in");
    assert_int_equal(lab_find(lab, "A")->cases, 0);
    assert_int_equal(lab_find(lab, "A")->rank, 0);
}

static void bulletins_from_table_or_package(void **state)
{
    Lab *lab = *state;
    make_five(lab);
    static const char *const days[] = {"2016-09-01", "2016-12-01", NULL};
    for (int i = 0; i < 3; i++) {
        UnitBulletin *bulletin = record_add(lab_record(lab, "A")->bulletins, &unit_bulletin_type);
        bulletin->path = g_strdup("信息/1.docx");
        bulletin->date = days[i] ? day_parse_iso(days[i]) : DAY_NONE;
    }
    lab_score(lab);
    assert_int_equal(lab_find(lab, "A")->bulletins, 1);
    for (int i = 0; i < 2; i++) {
        BulletinRow *row = record_add(lab->tables->bulletins, &bulletin_row_type);
        row->place = g_strdup("bulletins.csv:2");
        row->unit = g_strdup("B");
        row->date = day_parse_iso("2016-10-01");
        row->adopted = i ? g_strdup("省级") : NULL;
    }
    lab_score(lab);
    assert_int_equal(lab_find(lab, "A")->bulletins, 0);
    assert_int_equal(lab_find(lab, "B")->bulletins, 2);
    assert_int_equal(lab_find(lab, "B")->adopted, 1);
}

static void use_scan(Lab *lab, const char *unit, const char *sha256)
{
    ScanUse *scan = record_add(lab_record(lab, unit)->scans, &scan_use_type);
    scan->sha256 = g_strdup(sha256);
    scan->path = g_strdup("案卷/1/扫描.jpg");
    scan->casefile = g_strdup("1");
}

static void two_units_with_one_number_or_scan(void **state)
{
    Lab *lab = *state;
    lab_unit(lab, "A", "county", 1, true);
    lab_unit(lab, "B", "county", 1, true);
    lab_unit(lab, "C", "county", 1, true);
    lab_file(lab, "A", "1", KIND_PENALTY, "n", "2016-10-08")->party = g_strdup("甲厂");
    lab_file(lab, "B", "1", KIND_PENALTY, "n", "2016-10-08")->party = g_strdup("甲厂");
    lab_file(lab, "C", "1", KIND_PENALTY, "n", "2016-10-08")->party = g_strdup("乙厂");
    lab_file(lab, "C", "2", KIND_PENALTY, "other", "2016-10-08");
    use_scan(lab, "A", "x");
    use_scan(lab, "A", "x");
    use_scan(lab, "B", "x");
    use_scan(lab, "C", "y");
    lab_score(lab);
    assert_int_equal(lab_findings(lab, "REF-004", "", "A"), 1);
    assert_int_equal(lab_findings(lab, "REF-004", "", "B"), 1);
    assert_int_equal(lab_findings(lab, "REF-004", "other-party", "C"), 1);
    assert_int_equal(lab_findings(lab, "REF-004", NULL, NULL), 3);
    assert_int_equal(lab_findings(lab, "SCN-005", "other-unit", "A"), 1);
    assert_int_equal(lab_findings(lab, "SCN-005", "other-unit", "B"), 1);
    assert_int_equal(lab_findings(lab, "SCN-005", NULL, "C"), 0);
}

/* Only the other unit has a row of the number: to enter one more would be wrong. */
static void a_number_entered_under_another_unit(Lab *lab, const char *party, const char *variant)
{
    lab_unit(lab, "A", "county", 1, true);
    lab_unit(lab, "B", "county", 1, true);
    lab_file(lab, "A", "1", KIND_PENALTY, "n", "2016-10-08")->party = g_strdup("甲厂");
    lab_file(lab, "B", "1", KIND_PENALTY, "n", "2016-10-08")->party = g_strdup(party);
    lab_case(lab, "B", "1", KIND_PENALTY, "n", "2016-10-08", NULL)->party = g_strdup(party);
    lab_score(lab);
    assert_int_equal(lab_findings(lab, "REF-004", variant, "A"), 1);
    assert_int_equal(lab_findings(lab, "REF-004", NULL, NULL), 2);
}
static void a_number_entered_elsewhere(void **state)
{
    Lab *lab = *state;
    a_number_entered_under_another_unit(lab, "甲厂", "registered");
    assert_int_equal(lab_findings(lab, "REF-004", "", "B"), 1);
    lab_case(lab, "A", "2", KIND_PENALTY, "n", "2016-10-08", NULL)->party = g_strdup("甲厂"); /* now both have one */
    lab_score(lab);
    assert_int_equal(lab_findings(lab, "REF-004", "", "A"), 1);
    assert_int_equal(lab_findings(lab, "REF-004", "registered", NULL), 0);
}
static void a_number_entered_elsewhere_for_another_party(void **state)
{
    a_number_entered_under_another_unit(*state, "乙厂", "registered-other-party");
    assert_int_equal(lab_findings(*state, "REF-004", "other-party", "B"), 1);
}

/* The number is entered once, under a unit that handed in no case file of it: nothing is to be withdrawn. */
static void a_number_entered_under_the_wrong_unit(Lab *lab, const char *party, const char *here, const char *there)
{
    lab_unit(lab, "A", "county", 1, true);
    lab_unit(lab, "B", "county", 1, true);
    lab_file(lab, "A", "1", KIND_PENALTY, "n", "2016-10-08")->party = g_strdup("甲厂");
    lab_case(lab, "B", "1", KIND_PENALTY, "n", "2016-10-08", NULL)->party = g_strdup(party);
    lab_score(lab);
    assert_int_equal(lab_findings(lab, "REF-004", there, "A"), 1);
    assert_int_equal(lab_findings(lab, "REF-004", here, "B"), 1);
    assert_int_equal(lab_findings(lab, "REF-004", NULL, NULL), 2);
}
static void a_number_entered_once(void **state)
{
    Lab *lab = *state;
    a_number_entered_under_the_wrong_unit(lab, "甲厂", "entered", "registered");
    lab_case(lab, "A", "2", KIND_PENALTY, "n", "2016-10-08", NULL)->party = g_strdup("甲厂"); /* now twice */
    lab_score(lab);
    assert_int_equal(lab_findings(lab, "REF-004", "", "B"), 1);
    assert_int_equal(lab_findings(lab, "REF-004", "entered", NULL), 0);
}
static void a_number_entered_once_for_another_party(void **state)
{
    a_number_entered_under_the_wrong_unit(*state, "乙厂", "entered-other-party", "registered-other-party");
}

/* Each is told of the first unit other than itself that has the number, with its own party where there is one. */
static void many_units_with_one_number(void **state)
{
    enum { UNITS = 300 };
    Lab *lab = *state;
    for (int i = 0; i < UNITS; i++) {
        g_autofree char *id = g_strdup_printf("U%03d", i), *party = g_strdup_printf("第%d厂", i == UNITS - 1 ? 7 : i);
        lab_unit(lab, id, "county", 1, true);
        lab_file(lab, id, "1", KIND_PENALTY, "n", "2016-10-08")->party = g_steal_pointer(&party);
    }
    lab_score(lab);
    assert_int_equal(lab_findings(lab, "REF-004", "other-party", NULL), UNITS - 2);
    assert_int_equal(lab_findings(lab, "REF-004", "", "U007"), 1);
    assert_int_equal(lab_findings(lab, "REF-004", "", "U299"), 1);
    for (guint i = 0; i < lab->scores->findings->len; i++) {
        const Finding *finding = lab->scores->findings->pdata[i];
        const UnitRow *first = lab->tables->units->pdata[0], *second = lab->tables->units->pdata[1];
        if (strcmp(finding->code, "REF-004") == 0 && g_strcmp0(finding->variant, "other-party") == 0)
            assert_string_equal(finding_value(finding, "other-unit"), strcmp(finding->unit, "U000") == 0 ? second->name : first->name);
    }
}

/* A row of `cases` uses a number, too. */
static void two_units_with_one_number_in_the_table(void **state)
{
    Lab *lab = *state;
    lab_unit(lab, "A", "county", 1, true);
    lab_unit(lab, "B", "county", 1, true);
    lab_file(lab, "A", "1", KIND_PENALTY, "n", "2016-10-08")->party = g_strdup("甲 厂");
    lab_case(lab, "A", "1", KIND_PENALTY, "n", "2016-10-08", NULL)->party = g_strdup("甲厂");
    lab_score(lab);
    assert_int_equal(lab_findings(lab, "REF-004", NULL, NULL), 0);
    CaseRow *row = lab_case(lab, "B", "1", KIND_PENALTY, "n", "2016-10-08", NULL);
    row->party = g_strdup("甲厂");
    g_free(row->place);
    row->place = g_strdup("cases.csv:7");
    lab_score(lab);
    assert_int_equal(lab_findings(lab, "REF-004", "", "A"), 1);
    assert_int_equal(lab_findings(lab, "REF-004", "", "B"), 1);
    assert_int_equal(lab_findings(lab, "REF-004", NULL, NULL), 2);
    for (guint i = 0; i < lab->scores->findings->len; i++) {
        const Finding *finding = lab->scores->findings->pdata[i];
        bool has_file = strcmp(finding->unit, "A") == 0;
        if (strcmp(finding->code, "REF-004") != 0)
            continue;
        assert_string_equal(finding->file, has_file ? "案卷/1/决定书.docx" : "cases.csv");
        assert_string_equal(finding->place ? finding->place : "",
                            has_file ? "" : "L7"); /* as in findings on tables */
    }
}

static void assumed_values_are_listed(void **state)
{
    Lab *lab = *state;
    lab_unit(lab, "A", "county", 1, true);
    lab_score(lab);
    bool veto = false, between = false;
    for (guint i = 0; i < lab->scores->assumed->len; i++) {
        const ScoreAssumed *one = lab->scores->assumed->pdata[i];
        veto |= strcmp(one->element, "collective/group[county]/award[优胜集体]") == 0 &&
                strcmp(one->value, "bars") == 0;
        between |= strcmp(one->element, "collective/quantity") == 0 && strcmp(one->value, "linear") == 0;
    }
    assert_true(veto && between);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        LAB_TEST(awards_without_rulings),
        LAB_TEST(correction_on_review_zeroes_quality),
        LAB_TEST(inquiry_opens_its_own_award),
        LAB_TEST(the_ineligible_pass_it_on),
        LAB_TEST(rulings_settle_vetoes),
        LAB_TEST(an_undecided_veto_opens_what_hangs_on_it),
        LAB_TEST(ties_and_priority),
        LAB_TEST(long_lists_say_how_long_they_are),
        LAB_TEST(a_valid_file_counts_in_spite_of_the_window),
        LAB_TEST(rulings_that_meet_nobody_are_told),
        LAB_TEST(marks_that_meet_nobody_are_told),
        LAB_TEST(a_refused_file_is_as_if_not_handed_in),
        LAB_TEST(scans_in_a_refused_file_prove_nothing),
        LAB_TEST(a_unit_that_failed_is_not_completely_reviewed),
        LAB_TEST(an_unreadable_package_is_none),
        LAB_TEST(bulletins_from_table_or_package),
        LAB_TEST(two_units_with_one_number_or_scan),
        LAB_TEST(a_number_entered_elsewhere),
        LAB_TEST(a_number_entered_elsewhere_for_another_party),
        LAB_TEST(a_number_entered_once),
        LAB_TEST(a_number_entered_once_for_another_party),
        LAB_TEST(two_units_with_one_number_in_the_table),
        LAB_TEST(many_units_with_one_number),
        LAB_TEST(assumed_values_are_listed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
