#include "score_model.h"

#include <string.h>

#include "fault.h"
#include "lang.h"
#include "program.h"
#include "score_steps.h"

const char *const indicator_ids[] = {"cases", "fines", "major", NULL};

static void list_free(gpointer list)
{
    g_ptr_array_unref(list);
}

GHashTable *score_lists_new(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, list_free);
}

GPtrArray *score_list_in(GHashTable *lists, const char *key)
{
    GPtrArray *list = g_hash_table_lookup(lists, key);
    if (!list) {
        list = g_ptr_array_new();
        g_hash_table_insert(lists, g_strdup(key), list);
    }
    return list;
}

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

/* ---- sorting the inputs by unit ---- */

static void unit_work_free(gpointer data)
{
    ScoreUnitWork *unit = data;
    GPtrArray *lists[] = {unit->cases, unit->enterprises, unit->rulings, unit->air, unit->water};
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        g_ptr_array_unref(lists[i]);
    g_hash_table_unref(unit->reviews);
    g_hash_table_unref(unit->evidence);
    g_clear_pointer(&unit->slots, g_ptr_array_unref);
    g_clear_pointer(&unit->means, g_ptr_array_unref);
    record_free(&score_unit_type, unit->out);
    g_free(unit);
}

static ScoreUnitWork *unit_work_new(const Season *season, const UnitRow *row)
{
    ScoreUnitWork *unit = g_new0(ScoreUnitWork, 1);
    unit->row = row;
    unit->group_index = (int)season->collective->groups->len;
    unit->group = season_group(season, row->group, &unit->group_index);
    GPtrArray **lists[] = {&unit->cases, &unit->enterprises, &unit->rulings, &unit->air, &unit->water};
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        *lists[i] = g_ptr_array_new();
    unit->reviews = score_lists_new();
    unit->evidence = g_hash_table_new(g_str_hash, g_str_equal);
    unit->out = record_new(&score_unit_type);
    unit->out->id = g_strdup(row->id);
    unit->out->name = g_strdup(row->name);
    unit->out->group = g_strdup(row->group);
    return unit;
}

static gboolean add_units(ScoreWork *work, GError **error)
{
    for (guint i = 0; i < work->tables->units->len; i++) {
        const UnitRow *row = work->tables->units->pdata[i];
        ScoreUnitWork *unit = unit_work_new(work->season, row);
        g_ptr_array_add(work->units, unit);
        if (row->group && !unit->group)
            return fault_input(error, FAULT_BAD,
                               tr("%s：赛季文件中没有组别“%s”（单位 %s），请重新运行 anjuan-tables",
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

/* Puts each row of a table into the list that LIST_OFFSET names in its unit; rows begin with their place, and
 * their unit stands at UNIT_OFFSET.  Rows of unknown units are left out (DAT-002 is about them). */
static void sort_rows(ScoreWork *work, const GPtrArray *rows, size_t unit_offset, size_t list_offset)
{
    for (guint i = 0; i < rows->len; i++) {
        const char *row = rows->pdata[i];
        ScoreUnitWork *unit = unit_of(work, *(char *const *)(const void *)(row + unit_offset));
        if (unit)
            g_ptr_array_add(*(GPtrArray **)(void *)((char *)unit + list_offset), (gpointer)row);
    }
}

static void sort_tables(ScoreWork *work)
{
    const Tables *t = work->tables;
    sort_rows(work, t->cases, offsetof(CaseRow, unit), offsetof(ScoreUnitWork, cases));
    sort_rows(work, t->rulings, offsetof(RulingRow, unit), offsetof(ScoreUnitWork, rulings));
    sort_rows(work, t->air, offsetof(AirRow, unit), offsetof(ScoreUnitWork, air));
    sort_rows(work, t->water, offsetof(WaterRow, unit), offsetof(ScoreUnitWork, water));
    for (guint i = 0; i < t->enterprises->len; i++) {
        const EnterpriseRow *row = t->enterprises->pdata[i];
        ScoreUnitWork *unit = row->counts ? unit_of(work, row->unit) : NULL;
        if (unit) {
            g_ptr_array_add(unit->enterprises, (gpointer)row);
            work->enterprises++;
        }
    }
    for (guint i = 0; i < t->reviews->len; i++) {
        const ReviewRow *row = t->reviews->pdata[i];
        ScoreUnitWork *unit = unit_of(work, row->unit);
        if (unit)
            g_ptr_array_add(score_list_in(unit->reviews, row->key), (gpointer)row);
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

ScoreWork *score_work_new(const Season *season, const Tables *tables, const Intake *intake,
                          const GPtrArray *records, const Catalogue *catalogue, GError **error)
{
    g_autoptr(ScoreWork) work = g_new0(ScoreWork, 1);
    *work = (ScoreWork){.season = season,
                        .tables = tables,
                        .catalogue = catalogue,
                        .pool = rational_pool_new(),
                        .units = g_ptr_array_new_with_free_func(unit_work_free),
                        .by_id = g_hash_table_new(g_str_hash, g_str_equal),
                        .scores = record_new(&scores_type)};
    work->scores->program = g_strdup(program_digest);
    work->scores->season_id = g_strdup(season->id);
    work->scores->season_title = g_strdup(season->title);
    if (!add_units(work, error) || !add_records(work, records, error))
        return NULL;
    sort_tables(work);
    add_intake(work, intake);
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

Scores *score_work_take(ScoreWork *work)
{
    score_quality(work);
    score_counts(work);
    score_bases(work);
    score_vetoes(work);
    score_groups(work);
    score_people(work);
    score_legals(work);
    score_cross(work);
    score_listing(work);
    score_assumed(work);
    findings_sort(work->scores->findings);
    Scores *scores = g_steal_pointer(&work->scores);
    score_work_free(work);
    return scores;
}

Scores *score_all(const Season *season, const Tables *tables, const Intake *intake, const GPtrArray *records,
                  const Catalogue *catalogue, GError **error)
{
    ScoreWork *work = score_work_new(season, tables, intake, records, catalogue, error);
    return work ? score_work_take(work) : NULL;
}
