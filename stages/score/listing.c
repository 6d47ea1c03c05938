/* Units in order of publication; the rows of case files, counted cases and bases after them (SPEC 9.3). */
#include "score_steps.h"

#include <string.h>

#include "slots.h"

#define MEAN_PLACES 4

static int compare_units(gconstpointer left, gconstpointer right)
{
    const ScoreUnitWork *a = *(ScoreUnitWork *const *)left, *b = *(ScoreUnitWork *const *)right;
    if (a->group_index != b->group_index)
        return a->group_index < b->group_index ? -1 : 1;
    int order = score_compare_ranks(a->out->rank, b->out->rank);
    return order ? order : strcmp(a->row->id, b->row->id);
}

/* Why a file counts 0, a code of class "why"; NULL when it counts or is not scored at all. */
static const char *why_zero(const SlotEntry *slot, const Rational *mean)
{
    switch (slot->state) {
    case SLOT_OUTSIDE:
        return "out-of-window";
    case SLOT_REPEATED:
        return "repeated-number";
    case SLOT_SURPLUS:
        return slot->extra ? NULL : "surplus";
    case SLOT_REFUSED:
        return "refused";
    case SLOT_COUNTS:
        return mean || slot->extra ? NULL : "unmarked";
    default:
        return NULL;
    }
}

static void list_file(const ScoreWork *work, const ScoreUnitWork *unit, guint index)
{
    const SlotEntry *slot = unit->slots->pdata[index];
    const Rational *mean = unit->means->pdata[index];
    const UnitCase *file = slot->casefile;
    ScoreCase *row = record_add(work->scores->casefiles, &score_case_type);
    row->unit = g_strdup(unit->row->id);
    row->name = g_strdup(file->name);
    row->file = g_strdup(file->file);
    row->position_kind = slot->position > 0 ? file->kind : KIND_NONE;
    row->position = slot->position;
    row->kind = file->kind;
    row->number = g_strdup(file->number);
    row->party = g_strdup(file->party);
    row->credit_code = g_strdup(file->credit_code);
    row->legal_rep = g_strdup(file->legal_rep);
    row->fine_yuan = file->fine_yuan;
    row->date = file->date;
    row->mean = mean ? rational_format_places(mean, MEAN_PLACES) : NULL;
    row->why = g_strdup(why_zero(slot, mean));
    if (slot->position > 0 && !slot->extra)
        row->counted_mark = slot->state == SLOT_COUNTS && mean ? rational_format(mean) : g_strdup("0");
}

/* Texts are the table's own: there are as many lines as rows. */
static void list_counted(const ScoreWork *work, const ScoreUnitWork *unit)
{
    for (guint i = 0; i < unit->rows->cases->len; i++) {
        const CaseRow *row = unit->rows->cases->pdata[i];
        ScoreCounted *counted = record_add(work->scores->counted, &score_counted_type);
        counted->unit = row->unit;
        counted->number = row->number;
        counted->id = row->id;
        counted->kind = row->kind;
        counted->date = row->date;
        counted->fine_yuan = row->fine_yuan;
        counted->reason = score_row_reason(work, unit, row);
        counted->counted = counted->reason == NULL;
        counted->evidence = record_keep(g_hash_table_lookup(unit->evidence, row->key));
        counted->place = row->place;
    }
}

static bool is_of(const ScoreBaseline *row, const char *unit)
{
    return strcmp(row->unit, unit) == 0;
}

/* Baseline rows were made in table order, all indicators of a unit together. */
static void sort_baselines(const ScoreWork *work, const GPtrArray *units)
{
    GPtrArray *rows = work->scores->baselines;
    g_autoptr(GPtrArray) made = g_ptr_array_copy(rows, NULL, NULL);
    g_autoptr(GHashTable) first = g_hash_table_new(g_str_hash, g_str_equal); /* unit → index and 1 */
    for (guint i = made->len; i > 0; i--)
        g_hash_table_insert(first, ((const ScoreBaseline *)made->pdata[i - 1])->unit, GUINT_TO_POINTER(i));
    g_ptr_array_set_size(rows, 0);
    for (guint i = 0; i < units->len; i++) {
        const char *unit = ((const ScoreUnitWork *)units->pdata[i])->row->id;
        guint at = GPOINTER_TO_UINT(g_hash_table_lookup(first, unit));
        for (; at > 0 && at <= made->len && is_of(made->pdata[at - 1], unit); at++)
            g_ptr_array_add(rows, made->pdata[at - 1]);
    }
}

static void list_all(const ScoreWork *work, const GPtrArray *units)
{
    sort_baselines(work, units);
    for (guint i = 0; i < units->len; i++) {
        const ScoreUnitWork *unit = units->pdata[i];
        for (guint f = 0; f < unit->slots->len; f++)
            list_file(work, unit, f);
        list_counted(work, unit);
    }
}

void score_listing(ScoreWork *work)
{
    g_autoptr(GPtrArray) units = g_ptr_array_new();
    for (guint i = 0; i < work->units->len; i++)
        g_ptr_array_add(units, work->units->pdata[i]);
    g_ptr_array_sort(units, compare_units);
    if (!work->figures_only)
        list_all(work, units);
    for (guint i = 0; i < units->len; i++) {
        ScoreUnitWork *unit = units->pdata[i];
        if (unit->group)
            g_ptr_array_add(work->scores->units, g_steal_pointer(&unit->out));
    }
}
