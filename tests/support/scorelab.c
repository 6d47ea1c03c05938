#include "scorelab.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "fileio.h"
#include "score_model.h"
#include "text.h"

static const Catalogue *catalogue(void)
{
    static Catalogue *read;
    g_setenv("ANJUAN_DATA", "pipeline", FALSE);
    if (!read)
        read = catalogue_read("pipeline/rules/findings.xml", NULL);
    assert_non_null(read);
    return read;
}

Lab *lab_new(void)
{
    Lab *lab = g_new0(Lab, 1);
    g_autofree char *text =
        file_read_whole("pipeline/rules/season-template.xml", 1 << 20, &(size_t){0}, NULL);
    assert_non_null(text);
    lab->season_text = g_string_new(text);
    lab->tables = record_new(&tables_type);
    lab->records = g_ptr_array_new();
    return lab;
}

void lab_free(Lab *lab)
{
    g_string_free(lab->season_text, TRUE);
    record_free(&tables_type, lab->tables);
    record_free(&intake_type, lab->intake);
    record_list_clear(lab->records, &unit_type);
    g_ptr_array_unref(lab->records);
    season_free(lab->season);
    record_free(&scores_type, lab->scores);
    g_free(lab);
}

void lab_rule(Lab *lab, const char *from, const char *to)
{
    if (g_string_replace(lab->season_text, from, to, 0) == 0)
        fail_msg("the season template has no '%s'", from);
}

static Decimal decimal(const char *text)
{
    Decimal value = {0};
    if (text && !decimal_parse(text, &value))
        fail_msg("'%s' is no number", text);
    return value;
}

static char *place(Lab *lab, const char *table)
{
    return g_strdup_printf("%s.csv:%d", table, ++lab->rows);
}

UnitRow *lab_unit(Lab *lab, const char *id, const char *group, int enterprises, bool handed_in)
{
    UnitRow *row = record_add(lab->tables->units, &unit_row_type);
    row->place = place(lab, "units");
    row->id = g_strdup(id);
    row->name = g_strconcat(id, "县", NULL);
    row->group = g_strdup(group);
    row->individuals = row->legals = -1;
    for (int i = 0; i < enterprises; i++) {
        EnterpriseRow *enterprise = record_add(lab->tables->enterprises, &enterprise_row_type);
        enterprise->place = place(lab, "enterprises");
        enterprise->name = g_strdup_printf("%s企业%d", id, i);
        enterprise->unit = g_strdup(id);
        enterprise->counts = true;
    }
    if (handed_in) {
        UnitRecord *record = record_new(&unit_type);
        record->id = g_strdup(id);
        record->program = g_strdup("test");
        g_ptr_array_add(lab->records, record);
    }
    return row;
}

UnitRecord *lab_record(const Lab *lab, const char *unit)
{
    for (guint i = 0; i < lab->records->len; i++)
        if (strcmp(((UnitRecord *)lab->records->pdata[i])->id, unit) == 0)
            return lab->records->pdata[i];
    fail_msg("unit %s has no record", unit);
    return NULL;
}

CaseRow *lab_case(Lab *lab, const char *unit, const char *id, Kind kind, const char *number, const char *date,
                  const char *fine)
{
    CaseRow *row = record_add(lab->tables->cases, &case_row_type);
    row->place = place(lab, "cases");
    row->id = g_strdup(id);
    row->unit = g_strdup(unit);
    row->kind = (int)kind;
    row->number = g_strdup(number);
    row->key = g_strdup(number);
    row->date = day_parse_iso(date);
    row->fine_yuan = decimal(fine);
    return row;
}

void lab_cases(Lab *lab, const char *unit, int count)
{
    for (int i = 0; i < count; i++) {
        g_autofree char *name = g_strdup_printf("%s-%d", unit, ++lab->rows);
        lab_case(lab, unit, name, KIND_PENALTY, name, "2016-10-08", NULL);
    }
}

UnitCase *lab_file(Lab *lab, const char *unit, const char *name, Kind kind, const char *number,
                   const char *date)
{
    UnitCase *file = record_add(lab_record(lab, unit)->casefiles, &unit_case_type);
    file->name = g_strdup(name);
    file->kind = (int)kind;
    file->number = g_strdup(number);
    file->key = g_strdup(number);
    file->file = g_strdup_printf("案卷/%s/决定书.docx", name);
    file->date = date ? day_parse_iso(date) : DAY_NONE;
    file->in_window = date && strcmp(date, "2016-09-01") >= 0 && strcmp(date, "2016-11-30") <= 0;
    return file;
}

void lab_mark(Lab *lab, const char *unit, const char *key, const char *expert, const char *mark)
{
    ReviewRow *row = record_add(lab->tables->reviews, &review_row_type);
    row->place = place(lab, "reviews");
    row->unit = g_strdup(unit);
    row->object = g_strdup(key);
    row->key = g_strdup(key);
    row->expert = g_strdup(expert);
    row->mark = decimal(mark);
}

void lab_marked_file(Lab *lab, const char *unit, const char *name, Kind kind, const char *mark)
{
    g_autofree char *number = g_strdup_printf("%s/%s", unit, name);
    lab_file(lab, unit, name, kind, number, "2016-10-08");
    lab_mark(lab, unit, number, "甲", mark);
}

RulingRow *lab_ruling(Lab *lab, const char *unit, RulingType type, const char *object, const char *fact)
{
    RulingRow *row = record_add(lab->tables->rulings, &ruling_row_type);
    row->place = place(lab, "rulings");
    row->id = g_strdup_printf("R%d", lab->rows);
    row->unit = g_strdup(unit);
    row->type = (int)type;
    row->object = g_strdup(object);
    row->key = object ? text_fold(object) : NULL;
    row->fact = fact ? day_parse_iso(fact) : DAY_NONE;
    return row;
}

void lab_air(Lab *lab, const char *unit, const char *pm10_2015, const char *pm10_2016, const char *pm25_2015,
             const char *pm25_2016)
{
    AirRow *row = record_add(lab->tables->air, &air_row_type);
    row->place = place(lab, "air");
    row->unit = g_strdup(unit);
    row->pm10_2015 = decimal(pm10_2015);
    row->pm10_2016 = decimal(pm10_2016);
    row->pm25_2015 = decimal(pm25_2015);
    row->pm25_2016 = decimal(pm25_2016);
}

void lab_water(Lab *lab, const char *unit, const char *section, int before, int after, bool external)
{
    WaterRow *row = record_add(lab->tables->water, &water_row_type);
    row->place = place(lab, "water");
    row->unit = g_strdup(unit);
    row->section = g_strdup(section);
    row->none = section == NULL;
    row->class_2015 = before;
    row->class_2016 = after;
    row->external = external;
}

void lab_clean(Lab *lab, const char *unit)
{
    lab_air(lab, unit, "80", "79.9", "50", "50");
    lab_water(lab, unit, NULL, 0, 0, false);
}

UnitCandidate *lab_candidate(Lab *lab, const char *unit, const char *name, bool certificate)
{
    UnitCandidate *candidate = record_add(lab_record(lab, unit)->candidates, &unit_candidate_type);
    candidate->name = g_strdup(name);
    candidate->path = g_strconcat("先进个人/", name, NULL);
    candidate->integrity = certificate;
    return candidate;
}

UnitClaim *lab_claim(UnitCandidate *candidate, const char *number, Kind kind, int role)
{
    UnitClaim *claim = record_add(candidate->claims, &unit_claim_type);
    claim->number = g_strdup(number);
    claim->key = g_strdup(number);
    claim->kind = (int)kind;
    claim->role = role;
    claim->row = g_strdup("cases.csv:1");
    claim->in_window = claim->evidence = true;
    return claim;
}

void lab_person_marks(Lab *lab, const char *unit, const char *name, const char *expert, const char *file,
                      const char *investigation, const char *story)
{
    CandidateReviewRow *row = record_add(lab->tables->candidate_reviews, &candidate_review_row_type);
    row->place = place(lab, "candidate_reviews");
    row->unit = g_strdup(unit);
    row->name = g_strdup(name);
    row->expert = g_strdup(expert);
    row->file = decimal(file);
    row->investigation = decimal(investigation);
    row->story = decimal(story);
}

void lab_legal(Lab *lab, const char *unit, const char *name, const char *mark)
{
    UnitLegal *legal = record_add(lab_record(lab, unit)->legals, &unit_legal_type);
    legal->name = g_strdup(name);
    legal->path = g_strconcat("法制先进个人/", name, NULL);
    if (!mark)
        return;
    LegalReviewRow *row = record_add(lab->tables->legal_reviews, &legal_review_row_type);
    row->place = place(lab, "legal_reviews");
    row->unit = g_strdup(unit);
    row->name = g_strdup(name);
    row->expert = g_strdup("甲");
    row->mark = decimal(mark);
}

ScoreInputs lab_inputs(const Lab *lab)
{
    return (ScoreInputs){lab->season, lab->tables, lab->intake, lab->records, catalogue(), NULL};
}

const Scores *lab_score(Lab *lab)
{
    g_autoptr(GError) error = NULL;
    season_free(lab->season);
    record_free(&scores_type, lab->scores);
    lab->scores = NULL;
    lab->season = season_parse(lab->season_text->str, lab->season_text->len, "season.xml", &error);
    if (!lab->season)
        fail_msg("%s", error->message);
    const ScoreInputs inputs = lab_inputs(lab);
    lab->scores = score_all(&inputs, &error);
    if (!lab->scores)
        fail_msg("%s", error->message);
    return lab->scores;
}

const ScoreUnit *lab_find(const Lab *lab, const char *unit)
{
    for (guint i = 0; i < lab->scores->units->len; i++)
        if (strcmp(((ScoreUnit *)lab->scores->units->pdata[i])->id, unit) == 0)
            return lab->scores->units->pdata[i];
    fail_msg("no unit %s in the scores", unit);
    return NULL;
}

const ScorePerson *lab_person(const Lab *lab, const char *name)
{
    for (guint i = 0; i < lab->scores->people->len; i++)
        if (strcmp(((ScorePerson *)lab->scores->people->pdata[i])->name, name) == 0)
            return lab->scores->people->pdata[i];
    fail_msg("no candidate %s in the scores", name);
    return NULL;
}

int lab_findings(const Lab *lab, const char *code, const char *variant, const char *unit)
{
    int count = 0;
    for (guint i = 0; i < lab->scores->findings->len; i++) {
        const Finding *finding = lab->scores->findings->pdata[i];
        bool same_variant = !variant || g_strcmp0(finding->variant ? finding->variant : "", variant) == 0;
        count += strcmp(finding->code, code) == 0 && same_variant &&
                 (!unit || g_strcmp0(finding->unit, unit) == 0);
    }
    return count;
}

char *lab_ranking(const Lab *lab)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < lab->scores->units->len; i++) {
        const ScoreUnit *unit = lab->scores->units->pdata[i];
        g_string_append_printf(text, "%s%s", i ? " " : "", unit->id);
        if (unit->rank)
            g_string_append_printf(text, "%d", (int)unit->rank);
        else
            g_string_append_c(text, '-');
    }
    return g_string_free(g_steal_pointer(&text), FALSE);
}

int lab_set_up(void **state)
{
    *state = lab_new();
    return 0;
}

int lab_tear_down(void **state)
{
    lab_free(*state);
    return 0;
}

void lab_check_vetoes(const Lab *lab, const char *unit, const char *want)
{
    const GPtrArray *vetoes = lab_find(lab, unit)->vetoes;
    g_autoptr(GString) got = g_string_new(NULL);
    for (guint i = 0; i < vetoes->len; i++)
        g_string_append_printf(got, "%s%s", i ? " " : "", (char *)vetoes->pdata[i]);
    assert_string_equal(got->str, want);
}
