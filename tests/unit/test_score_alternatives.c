/* What assumed values would change if they were taken another way (SPEC 5, 9): foretold, and then found by scoring that way. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "assumed_words.h"
#include "catalogue.h"
#include "lang.h"
#include "score_alternatives.h"
#include "scorelab.h"

/* A leads by its case files; B handles a little more than A, which counts for a part (linear) or for all (the other reading). */
static int make_lab(void **state)
{
    Lab *lab = lab_new();
    static const char *const ids[] = {"A", "B"};
    for (size_t i = 0; i < G_N_ELEMENTS(ids); i++) {
        lab_unit(lab, ids[i], "county", 1, true);
        lab_clean(lab, ids[i]);
        for (int file = 1; file <= 3; file++) {
            g_autofree char *name = g_strdup_printf("%d", file);
            lab_marked_file(lab, ids[i], name, KIND_PENALTY, i ? "80" : "90");
        }
    }
    lab_cases(lab, "A", 2);
    lab_cases(lab, "B", 3);
    *state = lab;
    return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_lab, lab_tear_down)

static const ScoreAssumed *find_assumed(const Scores *scores, const char *place)
{
    for (guint i = 0; i < scores->assumed->len; i++) {
        const ScoreAssumed *assumed = scores->assumed->pdata[i];
        g_autofree char *at = assumed_place(assumed->element, assumed->attribute);
        if (strcmp(at, place) == 0)
            return assumed;
    }
    return NULL;
}

static void tell(Lab *lab)
{
    lab_score(lab);
    g_autoptr(Catalogue) catalogue = catalogue_read(NULL, NULL);
    const ScoreInputs inputs = {lab->season, lab->tables, lab->intake, lab->records, catalogue};
    assert_true(score_alternatives(&inputs, lab->scores, NULL));
}

/* The ranking that ALTERNATIVE foretells, as lab_ranking() has it but in the order of A and B. */
static char *foretold(const Lab *lab, const ScoreAlternative *alternative)
{
    GString *text = g_string_new(NULL);
    static const char *const ids[] = {"A", "B"};
    for (size_t i = 0; i < G_N_ELEMENTS(ids); i++) {
        g_autofree char *rank = g_strdup_printf("%d", (int)lab_find(lab, ids[i])->rank);
        for (guint j = 0; j < alternative->changes->len; j++) {
            const ScoreChange *change = alternative->changes->pdata[j];
            if (strcmp(change->unit, ids[i]) != 0 || strcmp(change->item, "rank") != 0)
                continue;
            assert_string_equal(change->was, rank);
            g_free(rank);
            rank = g_strdup(change->is);
        }
        g_string_append_printf(text, "%s%s ", ids[i], rank);
    }
    return g_string_free(text, FALSE);
}

static char *found(Lab *lab)
{
    lab_score(lab);
    return g_strdup_printf("A%d B%d ", (int)lab_find(lab, "A")->rank, (int)lab_find(lab, "B")->rank);
}

static void check_against_scoring(Lab *lab, const char *place, const char *value, const char *from, const char *to, const char *want)
{
    tell(lab);
    const ScoreAssumed *assumed = find_assumed(lab->scores, place);
    const ScoreAlternative *alternative = NULL;
    for (guint i = 0; assumed && i < assumed->alternatives->len; i++)
        if (strcmp(((const ScoreAlternative *)assumed->alternatives->pdata[i])->value, value) == 0)
            alternative = assumed->alternatives->pdata[i];
    if (!alternative)
        fail_msg("%s=%s was not tried", place, value);
    g_autofree char *expected = foretold(lab, alternative);
    assert_string_equal(expected, want);
    lab_rule(lab, from, to);
    g_autofree char *got = found(lab);
    assert_string_equal(got, want);
    lab_rule(lab, to, from);
}

static void what_is_foretold_is_what_scoring_gives(void **state)
{
    Lab *lab = *state;
    g_autofree char *now = found(lab);
    assert_string_equal(now, "A2 B1 ");
    check_against_scoring(lab, "collective/quantity@full-at", "0.5", "full-at=\"1.5\" zero-at=\"0.5\"", "full-at=\"0.5\" zero-at=\"0.5\"", "A1 B2 ");
    check_against_scoring(lab, "collective/quantity@between", "step", "between=\"linear\"", "between=\"step\"", "A1 B2 ");
    check_against_scoring(lab, "collective/quantity@totals", "group", "totals=\"all\"", "totals=\"group\"", "A2 B1 ");
}

/* Under the other reading, the first one is the other. */
static void the_other_reading_is_the_one_not_taken(void **state)
{
    Lab *lab = *state;
    lab_rule(lab, "full-at=\"1.5\" zero-at=\"0.5\"", "full-at=\"0.5\" zero-at=\"0.5\"");
    tell(lab);
    const ScoreAssumed *assumed = find_assumed(lab->scores, "collective/quantity@full-at");
    assert_int_equal(assumed->alternatives->len, 1);
    assert_string_equal(((const ScoreAlternative *)assumed->alternatives->pdata[0])->value, "1.5");
    assert_true(assumed->reading);
    assert_ptr_equal(lab->scores->assumed->pdata[0], assumed);
}

/* The veto of 优胜集体, where a unit is vetoed and where none is. */
static void an_award_without_veto(void **state)
{
    Lab *lab = *state;
    tell(lab);
    const ScoreAssumed *veto = find_assumed(lab->scores, "collective/group/award@veto");
    const ScoreAlternative *ignored = veto->alternatives->pdata[0];
    assert_string_equal(ignored->value, "ignored");
    assert_int_equal(ignored->awards, 0);
    ((AirRow *)lab->tables->air->pdata[0])->pm10_2016 = decimal_from_int(500);
    tell(lab);
    veto = find_assumed(lab->scores, "collective/group/award@veto");
    ignored = veto->alternatives->pdata[0];
    assert_int_equal(ignored->ranks, 0);
    assert_int_equal(ignored->awards, 1);
    const ScoreChange *change = ignored->changes->pdata[0];
    assert_string_equal(change->unit, "A");
    assert_string_equal(change->is, "优胜集体");
}

/* Every assumed value of the template is either tried another way or has a reason in words for not being. */
static void nothing_assumed_is_passed_over(void **state)
{
    Lab *lab = *state;
    tell(lab);
    assert_true(lab->scores->assumed->len > 15);
    for (guint i = 0; i < lab->scores->assumed->len; i++) {
        const ScoreAssumed *assumed = lab->scores->assumed->pdata[i];
        g_autofree char *effect = assumed_effect(assumed, lab->scores), *name = assumed_name(assumed);
        assert_true((assumed->why != NULL) != (assumed->alternatives->len > 0));
        if (!effect || (assumed->why && strcmp(effect, assumed->why) == 0) || strchr(name, '@'))
            fail_msg("%s/@%s has no words", assumed->element, assumed->attribute);
    }
    const ScoreAssumed *weight = find_assumed(lab->scores, "collective/quality@max"), *dpi = find_assumed(lab->scores, "scan@min-dpi");
    assert_string_equal(weight->why, "decision");
    assert_string_equal(dpi->why, "no-figure");
}

static void the_effect_reads_well(void **state)
{
    Lab *lab = *state;
    tell(lab);
    lang_set(LANG_ZH);
    g_autofree char *effect = assumed_effect(find_assumed(lab->scores, "collective/quantity@between"), lab->scores);
    assert_true(g_str_has_prefix(effect, "如取“取满分的一半”：名次变动2个（"));
    assert_non_null(strstr(effect, "2→1"));
    assert_non_null(strstr(effect, "，奖项、推荐变动4项（"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {TEST(what_is_foretold_is_what_scoring_gives), TEST(the_other_reading_is_the_one_not_taken),
                                       TEST(an_award_without_veto), TEST(nothing_assumed_is_passed_over), TEST(the_effect_reads_well)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
