/* Candidates and the legal list (SPEC 8.8), by hand and with near misses. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "rec_casefiles.h"
#include "scorelab.h"

static void check_person(const Lab *lab, const char *name, const char *want)
{
    const ScorePerson *p = lab_person(lab, name);
    g_autofree char *got = g_strdup_printf(
        "%d %s = %s + %s + %s + %s, %s, %s", (int)p->rank, p->total ? p->total : "",
        p->quantity ? p->quantity : "", p->file ? p->file : "", p->investigation ? p->investigation : "",
        p->story ? p->story : "", p->weighted ? p->weighted : "", p->eligibility);
    assert_string_equal(got, want);
}

/* 甲: leads a penalty (1×2) and the crime transfer of the same number (2×2), takes part in a transfer for
 * detention (3×1): 9, the highest. 乙: claims one number as member and as lead, which counts once as lead: 2.
 * (9−2)/9 = 77.78 % below: 20 − 0.2·700/9 = 4.444 → 4.44 丙: nothing valid: 20 − 0.2·100 = 0 Marks of 甲:
 * file 90 and 81 → 85.5·30/100 = 25.65; investigation 80 → 16; story 77 → 23.1 Marks of 乙: file 90 → 27,
 * investigation none, story 70.55 → 21.165 → 21.17 */
static void make_people(Lab *lab)
{
    lab_unit(lab, "A", "county", 1, true);
    lab_unit(lab, "B", "county", 1, true);
    UnitCandidate *one = lab_candidate(lab, "A", "甲", true), *two = lab_candidate(lab, "A", "乙", true),
                  *three = lab_candidate(lab, "B", "丙", true);
    lab_claim(one, "n1", KIND_PENALTY, ROLE_LEAD);
    lab_claim(one, "n1", KIND_CRIME, ROLE_LEAD);
    lab_claim(one, "n2", KIND_DETENTION, ROLE_MEMBER);
    lab_claim(two, "n3", KIND_PENALTY, ROLE_MEMBER);
    lab_claim(two, "n3", KIND_PENALTY, ROLE_LEAD);
    g_clear_pointer(&lab_claim(three, "n4", KIND_PENALTY, ROLE_LEAD)->row, g_free);
    lab_claim(three, "n5", KIND_PENALTY, ROLE_LEAD)->in_window = false;
    lab_claim(three, "n6", KIND_PENALTY, ROLE_LEAD)->evidence = false;
    lab_claim(three, "n7", KIND_ENFORCEMENT, ROLE_LEAD); /* a kind without weight */
    lab_person_marks(lab, "A", "甲", "专家一", "90", "80", NULL);
    lab_person_marks(lab, "A", "甲", "专家二", "81", NULL, "77");
    lab_person_marks(lab, "A", "乙", "专家一", "90", NULL, "70.55");
    lab_person_marks(lab, "B", "丙", "专家一", "50", "50", "50");
}

static void people_by_hand(void **state)
{
    Lab *lab = *state;
    make_people(lab);
    lab_score(lab);
    check_person(lab, "甲", "1 84.75 = 20.00 + 25.65 + 16.00 + 23.10, 9, eligible");
    check_person(lab, "乙", "2 52.61 = 4.44 + 27.00 + 0.00 + 21.17, 2, eligible");
    check_person(lab, "丙", "3 40.00 = 0.00 + 15.00 + 10.00 + 15.00, 0, eligible");
    assert_int_equal(lab_person(lab, "甲")->review, REVIEW_COMPLETE);
    assert_int_equal(lab_person(lab, "乙")->review, REVIEW_INCOMPLETE);
    assert_int_equal(lab_findings(lab, "DAT-003", "candidate", "A"), 1);
    assert_int_equal(lab_person(lab, "甲")->recommend_state, GIVEN_YES);
    assert_int_equal(lab_person(lab, "丙")->recommend_state, GIVEN_NO);
    assert_string_equal(lab_person(lab, "丙")->award, "执法先进个人");
}

static void weights_combine_as_the_season_says(void **state)
{
    Lab *lab = *state;
    make_people(lab);
    lab_rule(lab, "combine=\"multiply\"", "combine=\"max\"");
    lab_score(lab);
    assert_string_equal(lab_person(lab, "甲")->weighted, "7"); /* 2 + 2 + 3 */
    lab_rule(lab, "combine=\"max\"", "combine=\"add\"");
    lab_score(lab);
    assert_string_equal(lab_person(lab, "甲")->weighted, "11"); /* 3 + 4 + 4 */
    lab_rule(lab, "combine=\"add\" evidence=\"required\"", "combine=\"add\" evidence=\"advisory\"");
    lab_score(lab);
    assert_string_equal(lab_person(lab, "丙")->weighted, "3");
}

static void whole_percents_drop_the_fraction(void **state)
{
    Lab *lab = *state;
    make_people(lab);
    lab_rule(lab, "step=\"continuous\"", "step=\"whole\"");
    lab_score(lab);
    assert_string_equal(lab_person(lab, "乙")->quantity, "4.60"); /* 77 whole percents */
    assert_string_equal(lab_person(lab, "甲")->quantity, "20.00");
}

static void nobody_has_cases(void **state)
{
    Lab *lab = *state;
    lab_unit(lab, "A", "county", 1, true);
    lab_candidate(lab, "A", "甲", true);
    lab_score(lab);
    assert_string_equal(lab_person(lab, "甲")->quantity, "0.00");
}

static void the_removed_come_last_without_figures(void **state)
{
    Lab *lab = *state;
    make_people(lab);
    lab_candidate(lab, "A", "丁", false); /* no certificate, over the quota too */
    lab_candidate(lab, "A", "戊", true);
    lab_unit(lab, "C", "county", 1, true)->individuals = 1;
    lab_candidate(lab, "C", "己", true);
    lab_candidate(lab, "C", "庚", true);
    ((UnitRow *)lab->tables->units->pdata[0])->individuals = 3;
    lab_ruling(lab, "A", RULING_INTEGRITY, "甲", "2010-01-01"); /* at any date */
    lab_ruling(lab, "B", RULING_INTEGRITY, "甲", NULL);         /* another unit's 甲 */
    lab_score(lab);
    check_person(lab, "甲", "0  =  +  +  + , , integrity");
    check_person(lab, "丁", "0  =  +  +  + , , no-integrity-certificate");
    check_person(lab, "戊", "0  =  +  +  + , , over-quota");
    check_person(lab, "庚", "0  =  +  +  + , , over-quota");
    check_person(lab, "己", "3 0.00 = 0.00 + 0.00 + 0.00 + 0.00, 0, eligible");
    assert_string_equal(lab_person(lab, "乙")->quantity, "20.00"); /* 甲 no longer sets the highest */
    static const char *const order[] = {"乙", "丙", "己", "甲", "丁", "戊", "庚"};
    for (guint i = 0; i < G_N_ELEMENTS(order); i++)
        assert_string_equal(((ScorePerson *)lab->scores->people->pdata[i])->name, order[i]);
    assert_null(lab_person(lab, "甲")->award);
}

static void rulings_about_people(void **state)
{
    Lab *lab = *state;
    make_people(lab);
    lab_rule(lab, "title=\"执法先进个人\" count=\"12\" recommend=\"2\"",
             "title=\"执法先进个人\" count=\"2\" recommend=\"1\"");
    lab_ruling(lab, "A", RULING_PENDING, "甲", NULL);
    lab_ruling(lab, "A", RULING_INELIGIBLE, "乙", NULL);
    lab_score(lab);
    assert_int_equal(lab_person(lab, "甲")->award_state, GIVEN_OPEN);
    assert_int_equal(lab_person(lab, "甲")->recommend_state, GIVEN_OPEN);
    assert_int_equal(lab_person(lab, "乙")->award_state, GIVEN_NO);
    assert_int_equal(lab_person(lab, "乙")->rank, 2);
    assert_int_equal(lab_person(lab, "丙")->award_state, GIVEN_YES);
    assert_int_equal(lab_findings(lab, "SCO-001", NULL, "A"), 1);
}

static void groups_compete_apart(void **state)
{
    Lab *lab = *state;
    make_people(lab);
    lab_unit(lab, "S", "city", 1, true);
    lab_claim(lab_candidate(lab, "S", "辛", true), "m", KIND_PENALTY, ROLE_MEMBER);
    lab_score(lab);
    assert_string_equal(lab_person(lab, "辛")->quantity, "20.00");
    assert_int_equal(lab_person(lab, "辛")->rank, 1);
    assert_string_equal(((ScorePerson *)lab->scores->people->pdata[0])->name, "辛"); /* season order */
}

static const Node *last_eligibility(const Lab *lab)
{
    const GPtrArray *nodes = ((const ScoreLegal *)lab->scores->legals->pdata[lab->scores->legals->len - 1])->nodes;
    for (guint i = 0; i < nodes->len; i++)
        if (strcmp(((const Node *)nodes->pdata[i])->id, "eligibility") == 0)
            return nodes->pdata[i];
    fail_msg("no derivation of eligibility");
    return NULL;
}

static void one_legal_list(void **state)
{
    Lab *lab = *state;
    lab_unit(lab, "A", "county", 1, true);
    lab_unit(lab, "Z", NULL, 0, true)->legals = 1;
    lab_unit(lab, "S", "city", 1, true);
    lab_legal(lab, "A", "甲", "90.004"); /* rounded to 90.00: tied with 乙 */
    lab_legal(lab, "Z", "乙", "90");
    lab_legal(lab, "Z", "丙", "99"); /* over the quota */
    lab_legal(lab, "S", "丁", "95");
    lab_legal(lab, "S", "戊", NULL);
    lab_ruling(lab, "S", RULING_INTEGRITY, "丁", NULL);
    lab_score(lab);
    static const struct {
        const char *name;
        int rank;
        const char *points, *eligibility;
    } want[] = {{"甲", 1, "90.00", "eligible"},
                {"乙", 1, "90.00", "eligible"},
                {"戊", 3, "0.00", "eligible"},
                {"丁", 0, NULL, "integrity"},
                {"丙", 0, NULL, "over-quota"}};
    for (guint i = 0; i < G_N_ELEMENTS(want); i++) {
        const ScoreLegal *legal = lab->scores->legals->pdata[i];
        assert_string_equal(legal->name, want[i].name);
        assert_int_equal(legal->rank, want[i].rank);
        assert_true(g_strcmp0(legal->points, want[i].points) == 0);
        assert_string_equal(legal->eligibility, want[i].eligibility);
    }
    const Node *over = last_eligibility(lab);
    assert_int_equal(over->leaves->len, 2); /* place and quota, no certificate */
    assert_string_equal(((const Leaf *)over->leaves->pdata[0])->name, "order");
    assert_string_equal(((const Leaf *)over->leaves->pdata[0])->value, "2");
    assert_string_equal(((const Leaf *)over->leaves->pdata[1])->value, "1");
    const ScoreLegal *first = lab->scores->legals->pdata[0];
    assert_string_equal(first->award, "法制工作先进个人"); /* four places: certain for both */
    assert_int_equal(first->recommend_state, GIVEN_OPEN);  /* one recommendation: open */
    assert_int_equal(lab_findings(lab, "SCO-001", "recommend", NULL), 2);
    assert_int_equal(lab_findings(lab, "DAT-003", "legal", "S"), 1);
    const Finding *open = NULL;
    for (guint i = 0; !open; i++)
        if (strcmp(((const Finding *)lab->scores->findings->pdata[i])->code, "SCO-001") == 0)
            open = lab->scores->findings->pdata[i];
    assert_non_null(strstr(finding_value(open, "between"), "甲（A县）")); /* two units may propose people of one name */
}

int main(void)
{
    const struct CMUnitTest tests[] = {LAB_TEST(people_by_hand),
                                       LAB_TEST(weights_combine_as_the_season_says),
                                       LAB_TEST(whole_percents_drop_the_fraction),
                                       LAB_TEST(nobody_has_cases),
                                       LAB_TEST(the_removed_come_last_without_figures),
                                       LAB_TEST(rulings_about_people),
                                       LAB_TEST(groups_compete_apart),
                                       LAB_TEST(one_legal_list)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
