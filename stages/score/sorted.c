#include "score_sorted.h"

#include <string.h>

#include "text.h"

/* ---- lists by key ---- */

static void list_free(gpointer list)
{
    g_ptr_array_unref(list);
}

static GHashTable *lists_new(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, list_free);
}

static void lists_add(GHashTable *lists, const char *key, gpointer row)
{
    GPtrArray *list = g_hash_table_lookup(lists, key);
    if (!list)
        g_hash_table_insert(lists, g_strdup(key), list = g_ptr_array_new());
    g_ptr_array_add(list, row);
}

char *score_person_key(const char *unit, const char *name)
{
    g_autofree char *folded = text_fold(name);
    return g_strconcat(unit, "\n", folded, NULL);
}

/* The rows of a table about people, which all begin with place, unit and name. */
typedef struct {
    char *place, *unit, *name;
} PersonRow;
G_STATIC_ASSERT(offsetof(PersonRow, name) == offsetof(CandidateReviewRow, name));
G_STATIC_ASSERT(offsetof(PersonRow, name) == offsetof(LegalReviewRow, name));

static GHashTable *by_person(const GPtrArray *rows)
{
    GHashTable *lists = lists_new();
    for (guint i = 0; i < rows->len; i++) {
        const PersonRow *row = rows->pdata[i];
        g_autofree char *key = score_person_key(row->unit, row->name);
        lists_add(lists, key, rows->pdata[i]);
    }
    return lists;
}

/* ---- rows about one thing ---- */

/* The index kept in FIRST under KEY; INDEX when there is none yet. */
static guint first_with(GHashTable *first, const char *key, guint index)
{
    gpointer found;
    if (g_hash_table_lookup_extended(first, key, NULL, &found))
        return GPOINTER_TO_UINT(found);
    g_hash_table_insert(first, (gpointer)key, GUINT_TO_POINTER(index));
    return index;
}

/* What each of ROWS is about.  Caller frees. */
static CaseRef *refs_of(const GPtrArray *rows)
{
    CaseRef *refs = g_new0(CaseRef, rows->len + 1);
    /* index + 1, by case and kind */
    g_autofree guint *majors = g_new0(guint, (gsize)(rows->len + 1) * KIND_COUNT);
    g_autoptr(GHashTable) cases = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) numbers = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) ids = g_ptr_array_new_full(rows->len, g_free);
    for (guint i = 0; i < rows->len; i++) {
        const CaseRow *row = rows->pdata[i];
        CaseRef *ref = &refs[i];
        g_ptr_array_add(ids, text_squeeze(row->id));
        ref->same[INDICATOR_CASES] = first_with(cases, ids->pdata[i], i);
        ref->same[INDICATOR_FINES] = first_with(numbers, row->key, i);
        guint *major = &majors[(gsize)ref->same[INDICATOR_CASES] * KIND_COUNT + (guint)row->kind];
        if (*major == 0)
            *major = i + 1;
        ref->same[INDICATOR_MAJOR] = *major - 1;
    }
    return refs;
}

/* ---- by unit ---- */

static void unit_rows_free(gpointer data)
{
    UnitRows *rows = data;
    GPtrArray *lists[] = {rows->cases, rows->enterprises, rows->rulings, rows->air, rows->water};
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        g_ptr_array_unref(lists[i]);
    g_hash_table_unref(rows->reviews);
    g_free(rows->refs);
    g_free(rows);
}

static UnitRows *unit_rows_new(void)
{
    UnitRows *rows = g_new0(UnitRows, 1);
    GPtrArray **lists[] = {&rows->cases, &rows->enterprises, &rows->rulings, &rows->air, &rows->water};
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        *lists[i] = g_ptr_array_new();
    rows->reviews = lists_new();
    return rows;
}

static UnitRows *rows_of(const SortedTables *sorted, const char *unit)
{
    return unit ? g_hash_table_lookup(sorted->by_unit, unit) : NULL;
}

/* Puts each row of a table, whose unit stands at UNIT_OFFSET, into the list at LIST_OFFSET of that unit. */
static void sort_rows(const SortedTables *sorted, const GPtrArray *rows, size_t unit_offset,
                      size_t list_offset)
{
    for (guint i = 0; i < rows->len; i++) {
        const char *row = rows->pdata[i];
        UnitRows *unit = rows_of(sorted, *(char *const *)(const void *)(row + unit_offset));
        if (unit)
            g_ptr_array_add(*(GPtrArray **)(void *)((char *)unit + list_offset), (gpointer)row);
    }
}

static void sort_enterprises(SortedTables *sorted, const GPtrArray *rows)
{
    for (guint i = 0; i < rows->len; i++) {
        const EnterpriseRow *row = rows->pdata[i];
        UnitRows *unit = row->counts ? rows_of(sorted, row->unit) : NULL;
        if (!unit)
            continue;
        g_ptr_array_add(unit->enterprises, (gpointer)row);
        sorted->enterprises++;
    }
}

static void sort_reviews(const SortedTables *sorted, const GPtrArray *rows)
{
    for (guint i = 0; i < rows->len; i++) {
        const ReviewRow *row = rows->pdata[i];
        UnitRows *unit = rows_of(sorted, row->unit);
        if (unit)
            lists_add(unit->reviews, row->key, (gpointer)row);
    }
}

static void add_refs(gpointer id, gpointer rows, gpointer data)
{
    (void)id;
    (void)data;
    ((UnitRows *)rows)->refs = refs_of(((UnitRows *)rows)->cases);
}

SortedTables *sorted_tables_new(const Tables *tables)
{
    SortedTables *sorted = g_new0(SortedTables, 1);
    sorted->by_unit = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, unit_rows_free);
    for (guint i = 0; i < tables->units->len; i++)
        g_hash_table_insert(sorted->by_unit, ((const UnitRow *)tables->units->pdata[i])->id, unit_rows_new());
    sort_rows(sorted, tables->cases, offsetof(CaseRow, unit), offsetof(UnitRows, cases));
    sort_rows(sorted, tables->rulings, offsetof(RulingRow, unit), offsetof(UnitRows, rulings));
    sort_rows(sorted, tables->air, offsetof(AirRow, unit), offsetof(UnitRows, air));
    sort_rows(sorted, tables->water, offsetof(WaterRow, unit), offsetof(UnitRows, water));
    sort_enterprises(sorted, tables->enterprises);
    sort_reviews(sorted, tables->reviews);
    g_hash_table_foreach(sorted->by_unit, add_refs, NULL);
    sorted->candidate_reviews = by_person(tables->candidate_reviews);
    sorted->legal_reviews = by_person(tables->legal_reviews);
    return sorted;
}

void sorted_tables_free(SortedTables *sorted)
{
    if (!sorted)
        return;
    g_hash_table_unref(sorted->by_unit);
    g_hash_table_unref(sorted->candidate_reviews);
    g_hash_table_unref(sorted->legal_reviews);
    g_free(sorted);
}
