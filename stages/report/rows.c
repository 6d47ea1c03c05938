#include "report_rows.h"

#include "assumed_words.h"
#include "change_words.h"
#include "findings_print.h"
#include "report_words.h"
#include "vocabulary.h"

/* A row being filled from left to right. */
typedef struct {
    char **cells;
    guint next, width;
} Row;

static Row row_begin(ReportTable *table)
{
    Row row = {g_new0(char *, table->type->n_columns), 0, table->type->n_columns};
    g_ptr_array_add(table->rows, row.cells);
    return row;
}

static void put_taken(Row *row, char *text)
{
    g_assert(row->next < row->width);
    row->cells[row->next++] = text;
}

static void put(Row *row, const char *text)
{
    put_taken(row, text && text[0] != '\0' ? words_shown(text) : NULL);
}

static void put_count(Row *row, int64_t count)
{
    put_taken(row, g_strdup_printf("%" G_GINT64_FORMAT, (gint64)count));
}

static void put_rank(Row *row, int64_t rank)
{
    if (rank > 0)
        put_count(row, rank);
    else
        put(row, NULL);
}

static void put_unit(Row *row, const ReportInput *input, const char *id)
{
    put(row, id);
    put(row, report_unit_name(input, id));
}

static void row_end(const Row *row)
{
    g_assert(row->next == row->width);
}

/* ---- units and people ---- */

static void put_outcome(Row *row, int award_state, const char *award, int recommend_state, int review)
{
    put(row, words_award(WORDS_TABLE, award_state, award));
    put(row, words_recommend(WORDS_TABLE, recommend_state));
    put(row, words_review(WORDS_TABLE, review));
}

void rows_collectives(const ReportInput *input, ReportTable *table)
{
    for (guint i = 0; i < input->scores->units->len; i++) {
        const ScoreUnit *unit = input->scores->units->pdata[i];
        Row row = row_begin(table);
        put(&row, report_group_title(input, unit->group));
        put_rank(&row, unit->rank);
        put(&row, unit->id);
        put(&row, unit->name);
        const char *const points[] = {unit->total,        unit->quality,      unit->cases_points,
                                      unit->fines_points, unit->major_points, unit->average};
        for (gsize j = 0; j < G_N_ELEMENTS(points); j++)
            put(&row, points[j]);
        put_count(&row, unit->submitted);
        put_count(&row, unit->cases);
        put(&row, unit->fines_yuan);
        put_count(&row, unit->major);
        const char *const bases[] = {unit->share_percent, unit->base_cases, unit->base_fines,
                                     unit->base_major};
        for (gsize j = 0; j < G_N_ELEMENTS(bases); j++)
            put(&row, bases[j]);
        put(&row, words_eligibility(WORDS_TABLE, unit->eligibility));
        put_taken(&row, words_vetoes(WORDS_TABLE, unit->vetoes));
        put_outcome(&row, unit->award_state, unit->award, unit->recommend_state, unit->review);
        put_count(&row, unit->bulletins);
        put_count(&row, unit->adopted);
        row_end(&row);
    }
}

void rows_individuals(const ReportInput *input, ReportTable *table)
{
    for (guint i = 0; i < input->scores->people->len; i++) {
        const ScorePerson *person = input->scores->people->pdata[i];
        Row row = row_begin(table);
        put(&row, report_group_title(input, person->group));
        put_rank(&row, person->rank);
        put(&row, person->name);
        put_unit(&row, input, person->unit);
        const char *const points[] = {person->total,         person->quantity, person->file,
                                      person->investigation, person->story,    person->weighted};
        for (gsize j = 0; j < G_N_ELEMENTS(points); j++)
            put(&row, points[j]);
        put(&row, words_eligibility(WORDS_TABLE, person->eligibility));
        put_outcome(&row, person->award_state, person->award, person->recommend_state, person->review);
        row_end(&row);
    }
}

void rows_legal(const ReportInput *input, ReportTable *table)
{
    for (guint i = 0; i < input->scores->legals->len; i++) {
        const ScoreLegal *legal = input->scores->legals->pdata[i];
        Row row = row_begin(table);
        put_rank(&row, legal->rank);
        put(&row, legal->name);
        put_unit(&row, input, legal->unit);
        put(&row, legal->points);
        put(&row, words_eligibility(WORDS_TABLE, legal->eligibility));
        put_outcome(&row, legal->award_state, legal->award, legal->recommend_state, legal->review);
        row_end(&row);
    }
}

/* ---- lists below units ---- */

/* The structs of these lists begin with their unit's id. */
G_STATIC_ASSERT(offsetof(ScoreCase, unit) == 0 && offsetof(ScoreCounted, unit) == 0 &&
                offsetof(ScoreBaseline, unit) == 0);

static int compare_units(gconstpointer a, gconstpointer b, gpointer data)
{
    const ReportInput *input = data;
    guint left = report_unit_position(input, **(char **const *)a),
          right = report_unit_position(input, **(char **const *)b);
    return (left > right) - (left < right);
}

/* LIST by unit as the collectives stand, keeping the order within a unit (the sort is stable). */
static GPtrArray *by_unit(const ReportInput *input, const GPtrArray *list)
{
    GPtrArray *sorted = g_ptr_array_sized_new(list->len);
    for (guint i = 0; i < list->len; i++)
        g_ptr_array_add(sorted, list->pdata[i]);
    g_ptr_array_sort_with_data(sorted, compare_units, (gpointer)input);
    return sorted;
}

void rows_casefiles(const ReportInput *input, ReportTable *table)
{
    g_autoptr(GPtrArray) list = by_unit(input, input->scores->casefiles);
    for (guint i = 0; i < list->len; i++) {
        const ScoreCase *casefile = list->pdata[i];
        Row row = row_begin(table);
        put_unit(&row, input, casefile->unit);
        put(&row, casefile->name);
        put_taken(&row, words_position(WORDS_TABLE, casefile->position_kind, casefile->position));
        put(&row, kind_printed(casefile->kind));
        put(&row, casefile->number);
        put(&row, casefile->party);
        put(&row, casefile->credit_code);
        put(&row, casefile->legal_rep);
        put_taken(&row, casefile->fine_yuan.set ? decimal_format_places(casefile->fine_yuan, 2) : NULL);
        put_taken(&row, day_format(casefile->date));
        put(&row, casefile->mean);
        row_end(&row);
    }
}

void rows_counted(const ReportInput *input, ReportTable *table)
{
    g_autoptr(GPtrArray) list = by_unit(input, input->scores->counted);
    for (guint i = 0; i < list->len; i++) {
        const ScoreCounted *counted = list->pdata[i];
        Row row = row_begin(table);
        put_unit(&row, input, counted->unit);
        put(&row, counted->number);
        put(&row, counted->id);
        put(&row, kind_printed(counted->kind));
        put_taken(&row, day_format(counted->date));
        /* an empty amount of the table is 0 (SPEC 3) */
        put_taken(&row, decimal_format_places(
                            counted->fine_yuan.set ? counted->fine_yuan : decimal_from_int(0), 2));
        put(&row, counted->counted ? "是" : "否");
        put(&row, counted->reason ? vocabulary_chinese("why", counted->reason) : NULL);
        put(&row, counted->evidence);
        row_end(&row);
    }
}

void rows_baseline(const ReportInput *input, ReportTable *table)
{
    g_autoptr(GPtrArray) list = by_unit(input, input->scores->baselines);
    for (guint i = 0; i < list->len; i++) {
        const ScoreBaseline *line = list->pdata[i];
        Row row = row_begin(table);
        put_unit(&row, input, line->unit);
        put_count(&row, line->enterprises);
        put_count(&row, line->enterprises_total);
        put(&row, line->share_percent);
        put(&row, words_indicator(line->indicator));
        const char *const figures[] = {line->total, line->base, line->actual, line->ratio, line->points};
        for (gsize j = 0; j < G_N_ELEMENTS(figures); j++)
            put(&row, figures[j]);
        row_end(&row);
    }
}

void rows_findings(const ReportInput *input, ReportTable *table)
{
    for (guint i = 0; i < input->findings->len; i++) {
        char *cells[FINDING_COLUMNS];
        finding_cells(input->catalogue, input->findings->pdata[i], cells);
        Row row = row_begin(table);
        for (int j = 0; j < FINDING_COLUMNS; j++) {
            put(&row, cells[j]);
            g_free(cells[j]);
        }
        row_end(&row);
    }
}

void rows_changes(const ReportInput *input, ReportTable *table)
{
    for (guint i = 0; i < input->scores->changes->len; i++) {
        const ScoreChange *change = input->scores->changes->pdata[i];
        Row row = row_begin(table);
        put_unit(&row, input, change->unit);
        put(&row, change->person);
        put(&row, vocabulary_chinese("figure", change->item));
        put_taken(&row, change_value(change->item, change->was, true));
        put_taken(&row, change_value(change->item, change->is, true));
        put_taken(&row, change_origins(change->origins, true));
        row_end(&row);
    }
}

void rows_assumed(const ReportInput *input, const ScoreAssumed *assumed, ReportTable *table)
{
    Row row = row_begin(table);
    put_taken(&row, assumed_name(assumed));
    put_taken(&row, assumed_value(assumed));
    put_taken(&row, assumed_effect(assumed, input->scores));
    put_taken(&row, g_strdup_printf("%s/@%s", assumed->element, assumed->attribute));
    row_end(&row);
}
