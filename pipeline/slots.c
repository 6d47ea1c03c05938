#include "slots.h"

#include <string.h>

typedef struct {
    const Season *season;
    const char *unit;
    const SlotRulings *rulings;
    GHashTable *seen;          /* key → the first file with it */
    int64_t taken[KIND_COUNT]; /* positions given */
} Assigning;

static bool ruled(GHashTable *set, const UnitCase *file)
{
    return set && file->key && g_hash_table_contains(set, file->key);
}

static bool is_valid(const Assigning *a, const UnitCase *file)
{
    return a->rulings && ruled(a->rulings->valid, file);
}

static bool is_refused(const Assigning *a, const UnitCase *file)
{
    return a->rulings && ruled(a->rulings->refused, file);
}

static bool is_inside(const Assigning *a, const UnitCase *file)
{
    return file->in_window || is_valid(a, file);
}

int64_t slots_extras_of(const Season *season, Kind kind, const char *unit)
{
    int64_t count = 0;
    for (guint i = 0; i < season->case_files->extras->len; i++) {
        const SeasonSlot *extra = season->case_files->extras->pdata[i];
        if (extra->kind == (int)kind && (!extra->unit || g_strcmp0(extra->unit, unit) == 0))
            count += extra->count;
    }
    return count;
}

static void note_repetition(Assigning *a, SlotEntry *entry)
{
    const UnitCase *file = entry->casefile;
    if (!file->key)
        return;
    const UnitCase *first = g_hash_table_lookup(a->seen, file->key);
    if (!first)
        g_hash_table_insert(a->seen, file->key, (gpointer)file);
    entry->repeats = first;
    entry->repeated = first && !is_valid(a, file);
}

static void place_file(Assigning *a, SlotEntry *entry)
{
    const UnitCase *file = entry->casefile;
    Kind kind = (Kind)file->kind;
    if (is_refused(a, file)) {
        entry->state = SLOT_REFUSED;
        return;
    }
    if (kind == KIND_NONE) {
        entry->state = SLOT_NO_KIND;
        return;
    }
    int64_t slots = season_slots_of(a->season, kind);
    entry->extra = slots == 0;
    if (!entry->extra)
        note_repetition(a, entry);
    entry->submitted = slots > 0 && is_inside(a, file) && !entry->repeated;
    if (slots == 0)
        slots = slots_extras_of(a->season, kind, a->unit);
    if (a->taken[kind] == slots) {
        entry->state = SLOT_SURPLUS;
        return;
    }
    entry->position = ++a->taken[kind];
    entry->state = entry->repeated ? SLOT_REPEATED : is_inside(a, file) ? SLOT_COUNTS : SLOT_OUTSIDE;
}

GPtrArray *slots_assign(const Season *season, const char *unit, const GPtrArray *casefiles, const SlotRulings *rulings)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    Assigning a = {.season = season, .unit = unit, .rulings = rulings, .seen = seen};
    GPtrArray *entries = g_ptr_array_new_full(casefiles->len, g_free);
    for (guint i = 0; i < casefiles->len; i++) {
        SlotEntry *entry = g_new0(SlotEntry, 1);
        entry->casefile = casefiles->pdata[i];
        g_ptr_array_add(entries, entry);
    }
    for (int inside = 1; inside >= 0; inside--)
        for (guint i = 0; i < entries->len; i++)
            if (is_inside(&a, casefiles->pdata[i]) == inside)
                place_file(&a, entries->pdata[i]);
    return entries;
}

int64_t slots_submitted(const GPtrArray *entries)
{
    int64_t count = 0;
    for (guint i = 0; i < entries->len; i++)
        count += ((const SlotEntry *)entries->pdata[i])->submitted;
    return count;
}

const SlotEntry *slots_at(const GPtrArray *entries, Kind kind, int64_t position, bool extra)
{
    for (guint i = 0; i < entries->len; i++) {
        const SlotEntry *entry = entries->pdata[i];
        if (entry->position == position && entry->extra == extra && entry->casefile->kind == (int)kind)
            return entry;
    }
    return NULL;
}
