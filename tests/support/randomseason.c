#include "randomseason.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "rec_casefiles.h"

static GRand *dice;
static uint32_t in_hand; /* the seed of the season that is looked at; 0: none */

int roll(int low, int high)
{
    return g_rand_int_range(dice, low, high + 1);
}

bool chance(int one_in)
{
    return roll(1, one_in) == 1;
}

static void random_rules(Lab *lab)
{
    if (chance(3))
        lab_rule(lab, "between=\"linear\"", "between=\"step\"");
    if (chance(4))
        lab_rule(lab, "full-at=\"1.5\"", "full-at=\"0.5\"");
    if (chance(3))
        lab_rule(lab, "totals=\"all\"", "totals=\"group\"");
    if (chance(4))
        lab_rule(lab, "evidence=\"advisory\"", "evidence=\"required\"");
    if (chance(3))
        lab_rule(lab, "step=\"continuous\"", "step=\"whole\"");
    if (chance(3))
        lab_rule(lab, "combine=\"multiply\"", chance(2) ? "combine=\"max\"" : "combine=\"add\"");
    if (chance(3))
        lab_rule(lab, "collective decimals=\"2\"", "collective decimals=\"0\"");
    if (chance(3))
        lab_rule(lab, "count=\"3\" veto=\"bars\" recommend=\"0\"", "count=\"2\" veto=\"ignored\" recommend=\"1\"");
    if (chance(2))
        lab_rule(lab, "minimum=\"3\">\n    <slot", "minimum=\"1\">\n    <slot");
    if (chance(3))
        lab_rule(lab, "count=\"12\" recommend=\"2\"", "count=\"2\" recommend=\"1\"");
}

static void random_cases(Lab *lab, const char *unit)
{
    for (int i = roll(0, 8); i > 0; i--) {
        g_autofree char *id = g_strdup_printf("%s-%d", unit, roll(1, 6)),
                        *number = g_strdup_printf("%s-%d", unit, ++lab->rows);
        g_autofree char *fine = g_strdup_printf("%d.%02d", roll(0, 90000), roll(0, 99));
        g_autofree char *date = g_strdup_printf("2016-%02d-15", roll(8, 12));
        lab_case(lab, unit, id, (Kind)roll(KIND_PENALTY, KIND_ENFORCEMENT), number, date,
                 chance(3) ? NULL : fine);
    }
}

static void random_evidence(Lab *lab, const char *unit)
{
    for (guint i = 0; i < lab->tables->cases->len; i++) {
        const CaseRow *row = lab->tables->cases->pdata[i];
        if (strcmp(row->unit, unit) != 0 || chance(3))
            continue;
        Evidence *evidence = record_add(lab_record(lab, unit)->evidence, &evidence_type);
        evidence->key = g_strdup(row->key);
        evidence->path = g_strconcat("案件证据/", row->number, ".pdf", NULL);
    }
}

/* Numbers are written so that folding leaves them alone: a ruling names them by their folded text. */
static void random_files(Lab *lab, const char *unit)
{
    for (int i = roll(0, 9); i > 0; i--) {
        g_autofree char *name = g_strdup_printf("%02d", 10 - i),
                        *number = g_strdup_printf("%s号%d", unit + 1, roll(1, 12));
        lab_file(lab, unit, name, (Kind)roll(KIND_NONE, KIND_AUDIT), chance(6) ? NULL : number,
                 chance(6) ? "2016-12-02" : "2016-10-02");
        g_autofree char *mark = g_strdup_printf("%d", 10 * roll(5, 9));
        if (!chance(5))
            lab_mark(lab, unit, number, chance(2) ? "甲" : "乙", mark);
    }
}

static void random_people(Lab *lab, const char *unit)
{
    for (int i = roll(0, 3); i > 0; i--) {
        g_autofree char *name = g_strdup_printf("%s员%d", unit, i), *mark = g_strdup_printf("%d", 50 * roll(0, 2));
        UnitCandidate *candidate = lab_candidate(lab, unit, name, !chance(6));
        for (int c = roll(0, 3); c > 0; c--) {
            g_autofree char *number = g_strdup_printf("%d", roll(1, 4));
            lab_claim(candidate, number, (Kind)roll(KIND_PENALTY, KIND_CRIME), roll(ROLE_LEAD, ROLE_MEMBER))
                ->in_window = !chance(6);
        }
        lab_person_marks(lab, unit, name, "甲", mark, chance(4) ? NULL : "77.5", "81");
    }
}

static void random_ruling(Lab *lab, const char *unit)
{
    RulingType type = (RulingType)roll(0, RULING_COUNT - 1);
    bool file = type == RULING_FILE_VALID || type == RULING_FILE_REFUSED,
         person = type == RULING_INTEGRITY ||
                  ((type == RULING_PENDING || type == RULING_INELIGIBLE || type == RULING_PRIORITY) && chance(2));
    g_autofree char *object = file     ? g_strdup_printf("%s号%d", unit + 1, roll(1, 12))
                              : person ? g_strdup_printf("%s员%d", unit, roll(1, 3))
                                       : NULL;
    lab_ruling(lab, unit, type, object, chance(3) ? NULL : chance(3) ? "2016-12-01" : "2016-10-10");
}

static void random_unit(Lab *lab, const char *id, bool shares)
{
    bool handed_in = !chance(6);
    UnitRow *row = lab_unit(lab, id, chance(4) ? "city" : "county", roll(0, 3), handed_in);
    row->individuals = roll(-1, 3);
    if (shares && chance(4))
        row->share_percent = decimal_from_int(roll(0, 40));
    random_cases(lab, id);
    for (int i = roll(0, 2); i > 0; i--)
        random_ruling(lab, id);
    if (!chance(4))
        lab_clean(lab, id);
    else if (chance(2))
        lab_air(lab, id, "80", "80.1", "50", "50");
    if (!handed_in)
        return;
    random_evidence(lab, id);
    random_files(lab, id);
    random_people(lab, id);
    lab_legal(lab, id, "法", chance(2) ? "88.25" : "90");
}

Lab *season_random(uint32_t seed, bool shares)
{
    g_clear_pointer(&dice, g_rand_free);
    dice = g_rand_new_with_seed(seed);
    Lab *lab = lab_new();
    random_rules(lab);
    for (int i = roll(1, 7); i > 0; i--) {
        g_autofree char *id = g_strdup_printf("U%d", i);
        random_unit(lab, id, shares);
    }
    return lab;
}

void season_each(int count, bool shares, void (*property)(Lab *lab))
{
    for (uint32_t seed = 1; seed <= (uint32_t)count; seed++) {
        in_hand = seed;
        Lab *lab = season_random(seed, shares);
        property(lab);
        lab_free(lab);
    }
    in_hand = 0;
    g_clear_pointer(&dice, g_rand_free);
}

int season_teardown(void **state)
{
    (void)state;
    if (in_hand)
        print_error("in the season of seed %u\n", in_hand);
    in_hand = 0;
    return 0;
}

static void append_figures(GString *text, const GPtrArray *list, const RecordType *type)
{
    for (guint i = 0; i < list->len; i++) {
        g_autofree char *one = record_format(type, list->pdata[i], &(size_t){0});
        g_string_append(text, one);
    }
}

char *season_figures(const Lab *lab)
{
    g_autoptr(GPtrArray) none = g_ptr_array_new();
    GString *text = g_string_new(NULL);
    const Scores *s = lab->scores;
    for (guint i = 0; i < s->units->len; i++) {
        ScoreUnit unit = *(const ScoreUnit *)s->units->pdata[i];
        unit.nodes = none;
        g_autofree char *one = record_format(&score_unit_type, &unit, &(size_t){0});
        g_string_append(text, one);
    }
    for (guint i = 0; i < s->people->len; i++) {
        ScorePerson person = *(const ScorePerson *)s->people->pdata[i];
        person.nodes = none;
        g_autofree char *one = record_format(&score_person_type, &person, &(size_t){0});
        g_string_append(text, one);
    }
    for (guint i = 0; i < s->legals->len; i++) {
        ScoreLegal legal = *(const ScoreLegal *)s->legals->pdata[i];
        legal.nodes = none;
        g_autofree char *one = record_format(&score_legal_type, &legal, &(size_t){0});
        g_string_append(text, one);
    }
    append_figures(text, s->baselines, &score_baseline_type);
    return g_string_free(text, FALSE);
}
