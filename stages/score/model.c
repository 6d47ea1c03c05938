#include "score_model.h"

#include <string.h>

#include "beside.h"
#include "fault.h"
#include "lang.h"
#include "program.h"
#include "score_steps.h"

const char *const indicator_ids[] = {"cases", "fines", "major", NULL};

bool score_assumes(const char *assumed, const char *attribute)
{
    size_t length = strlen(attribute);
    for (const char *at = assumed; at && (at = strstr(at, attribute)); at += length)
        if ((at == assumed || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
            return true;
    return false;
}

const Rational *score_number(const ScoreWork *work, int64_t number)
{
    return rational_from_int(work->pool, number);
}

Finding *score_finding(const ScoreWork *work, const ScoreUnitWork *unit, const char *code,
                       const char *variant, const char *casefile, const char *file)
{
    Finding *finding =
        catalogue_add(work->catalogue, work->scores->findings, code, variant, casefile, file, NULL);
    g_free(finding->unit);
    finding->unit = g_strdup(unit->row->id);
    return finding;
}

int score_compare_ranks(int64_t a, int64_t b)
{
    if (a == b)
        return 0;
    return b == 0 || (a != 0 && a < b) ? -1 : 1;
}

/* ---- sorting the inputs by unit ---- */

static void unit_work_free(gpointer data)
{
    ScoreUnitWork *unit = data;
    g_hash_table_unref(unit->refused);
    g_hash_table_unref(unit->evidence);
    g_hash_table_unref(unit->withheld);
    g_clear_pointer(&unit->marks, g_ptr_array_unref);
    g_clear_pointer(&unit->slots, g_ptr_array_unref);
    g_clear_pointer(&unit->means, g_ptr_array_unref);
    record_free(&score_unit_type, unit->out);
    g_free(unit);
}

static ScoreUnitWork *unit_work_new(const ScoreWork *work, const UnitRow *row)
{
    const Season *season = work->season;
    ScoreUnitWork *unit = g_new0(ScoreUnitWork, 1);
    unit->row = row;
    unit->rows = g_hash_table_lookup(work->sorted->by_unit, row->id);
    unit->group_index = (int)season->collective->groups->len;
    unit->group = season_group(season, row->group, &unit->group_index);
    unit->refused = g_hash_table_new(g_str_hash, g_str_equal);
    unit->evidence = g_hash_table_new(g_str_hash, g_str_equal);
    unit->withheld = g_hash_table_new(g_str_hash, g_str_equal);
    unit->out = record_new(&score_unit_type);
    unit->nodes = work->figures_only ? NULL : unit->out->nodes;
    unit->out->id = g_strdup(row->id);
    unit->out->name = g_strdup(row->name);
    unit->out->group = g_strdup(row->group);
    return unit;
}

static gboolean add_units(ScoreWork *work, GError **error)
{
    for (guint i = 0; i < work->tables->units->len; i++) {
        const UnitRow *row = work->tables->units->pdata[i];
        ScoreUnitWork *unit = unit_work_new(work, row);
        g_ptr_array_add(work->units, unit);
        if (row->group && !unit->group)
            return fault_input(error, FAULT_BAD,
                               tr("%s：活动规则文件中没有组别“%s”（单位 %s），请重新运行 anjuan-tables",
                                  "%s: the season file has no group '%s' (unit %s); run anjuan-tables again"),
                               row->place, row->group, row->id);
        if (!g_hash_table_insert(work->by_id, row->id, unit))
            return fault_input(error, FAULT_BAD,
                               tr("%s：单位编号“%s”重复", "%s: the unit id '%s' is repeated"), row->place,
                               row->id);
    }
    return TRUE;
}

static ScoreUnitWork *unit_of(const ScoreWork *work, const char *id)
{
    return id ? g_hash_table_lookup(work->by_id, id) : NULL;
}

GHashTable *score_ruled_keys(const ScoreUnitWork *unit, RulingType type)
{
    GHashTable *keys = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < unit->rows->rulings->len; i++) {
        const RulingRow *ruling = unit->rows->rulings->pdata[i];
        if (ruling->type == (int)type && ruling->key)
            g_hash_table_add(keys, ruling->key);
    }
    return keys;
}

static void note_refused(GHashTable *refused, const GPtrArray *casefiles, GHashTable *keys)
{
    for (guint i = 0; i < casefiles->len; i++) {
        const UnitCase *file = casefiles->pdata[i];
        if (file->key && g_hash_table_contains(keys, file->key))
            g_hash_table_add(refused, file->name);
    }
}

static void find_refused(ScoreUnitWork *unit)
{
    g_autoptr(GHashTable) keys = score_ruled_keys(unit, RULING_FILE_REFUSED);
    note_refused(unit->refused, unit->record->casefiles, keys);
    for (guint c = 0; c < unit->record->candidates->len; c++)
        note_refused(unit->refused, ((const UnitCandidate *)unit->record->candidates->pdata[c])->casefiles,
                     keys);
}

bool score_is_refused(const ScoreUnitWork *unit, const char *casefile)
{
    return casefile && g_hash_table_contains(unit->refused, casefile);
}

void score_explain_refusals(const ScoreUnitWork *unit, Node *node)
{
    for (guint i = 0; node && i < unit->rows->rulings->len; i++) {
        const RulingRow *ruling = unit->rows->rulings->pdata[i];
        if (ruling->type == RULING_FILE_REFUSED)
            leaf_add_ruling(node, ruling);
    }
}

static gboolean add_records(ScoreWork *work, const GPtrArray *records, GError **error)
{
    for (guint i = 0; i < records->len; i++) {
        const UnitRecord *record = records->pdata[i];
        ScoreUnitWork *unit = unit_of(work, record->id);
        if (!unit)
            return fault_input(
                error, FAULT_BAD,
                tr("单位记录的编号“%s”不在 units 表中；请重新运行 anjuan run",
                   "a unit record is of '%s', which the units table does not have; run anjuan run again"),
                record->id ? record->id : "");
        if (unit->record)
            return fault_input(
                error, FAULT_BAD,
                tr("单位 %s 给了两份记录，请只给一份", "two records of unit %s were given; give one"),
                record->id);
        unit->record = record;
        unit->handed_in = record->state == UNIT_HANDED_IN;
        find_refused(unit);
    }
    return TRUE;
}

static void add_intake(ScoreWork *work, const Intake *intake)
{
    for (guint i = 0; intake && i < intake->units->len; i++) {
        const IntakeUnit *entry = intake->units->pdata[i];
        ScoreUnitWork *unit = unit_of(work, entry->id);
        if (unit)
            unit->failed = entry->failed != NULL;
    }
}

ScoreWork *score_work_new(const ScoreInputs *inputs, bool figures_only, GError **error)
{
    g_autoptr(ScoreWork) work = g_new0(ScoreWork, 1);
    *work = (ScoreWork){.season = inputs->season,
                        .tables = inputs->tables,
                        .sorted = inputs->sorted,
                        .catalogue = inputs->catalogue,
                        .pool = rational_pool_new(),
                        .units = g_ptr_array_new_with_free_func(unit_work_free),
                        .by_id = g_hash_table_new(g_str_hash, g_str_equal),
                        .scores = record_new(&scores_type),
                        .figures_only = figures_only};
    work->nodes = figures_only ? NULL : work->scores->nodes;
    work->scores->program = g_strdup(program_digest);
    work->scores->season_id = g_strdup(work->season->id);
    work->scores->season_title = g_strdup(work->season->title);
    if (!add_units(work, error) || !add_records(work, inputs->units, error))
        return NULL;
    add_intake(work, inputs->intake);
    return g_steal_pointer(&work);
}

void score_work_free(ScoreWork *work)
{
    if (!work)
        return;
    record_free(&scores_type, work->scores);
    g_hash_table_unref(work->by_id);
    g_ptr_array_unref(work->units);
    rational_pool_free(work->pool);
    g_free(work);
}

/* ---- the steps ---- */

/* People and what units share rest on no figure of a unit, nor these on them: they are scored beside the
 * units, into scores of their own. */
static gpointer score_beside(gpointer data)
{
    ScoreWork *beside = data;
    score_people(beside);
    score_legals(beside);
    if (beside->figures_only)
        return NULL;
    score_cross(beside);
    score_idle(beside);
    return NULL;
}

static ScoreWork beside_of(const ScoreWork *work)
{
    ScoreWork beside = *work;
    beside.pool = rational_pool_new();
    beside.scores = record_new(&scores_type);
    beside.scores->program = g_strdup(work->scores->program);
    beside.nodes = work->nodes ? beside.scores->nodes : NULL;
    return beside;
}

/* Moves what was scored beside behind what is there. */
static void beside_join(ScoreWork *work, ScoreWork *beside)
{
    const Scores *whole = work->scores, *part = beside->scores;
    GPtrArray *const from[] = {part->people, part->legals, part->nodes, part->findings};
    GPtrArray *const to[] = {whole->people, whole->legals, whole->nodes, whole->findings};
    for (size_t i = 0; i < G_N_ELEMENTS(from); i++) {
        g_ptr_array_extend(to[i], from[i], NULL, NULL);
        g_ptr_array_set_size(from[i], 0);
    }
    record_free(&scores_type, beside->scores);
    rational_pool_free(beside->pool);
}

Scores *score_work_take(ScoreWork *work)
{
    ScoreWork beside = beside_of(work);
    Beside thread = beside_start("beside", score_beside, &beside);
    score_quality(work);
    score_counts(work);
    score_bases(work);
    score_vetoes(work);
    score_groups(work);
    score_listing(work);
    score_assumed(work);
    beside_end(&thread);
    beside_join(work, &beside);
    findings_sort(work->scores->findings);
    Scores *scores = g_steal_pointer(&work->scores);
    score_work_free(work);
    return scores;
}

static Scores *score_from(const ScoreInputs *inputs, bool figures_only, GError **error)
{
    bool given = inputs->sorted != NULL;
    g_autoptr(SortedTables) own = given ? NULL : sorted_tables_new(inputs->tables);
    ScoreInputs whole = *inputs;
    whole.sorted = given ? inputs->sorted : own;
    ScoreWork *work = score_work_new(&whole, figures_only, error);
    return work ? score_work_take(work) : NULL;
}

Scores *score_all(const ScoreInputs *inputs, GError **error)
{
    return score_from(inputs, false, error);
}

Scores *score_figures_only(const ScoreInputs *inputs, GError **error)
{
    return score_from(inputs, true, error);
}
