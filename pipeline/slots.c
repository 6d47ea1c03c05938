#include "slots.h"

#include "text.h"

typedef struct {
    const Season *season;
    const char *unit;
    GHashTable *seen;      /* key → UnitCase that speaks with it first */
    GHashTable *submitted; /* keys that 报送案卷数 has counted */
    int64_t filled[KIND_COUNT];
} Assignment;

static bool is_named(GHashTable *set, const UnitCase *file)
{
    if (!set)
        return false;
    if (file->key)
        return g_hash_table_contains(set, file->key);
    g_autofree char *name = text_fold(file->name);
    return g_hash_table_contains(set, name);
}

/* Positions of KIND that the season has for the unit; *EXTRA tells that they are not scored. */
static int64_t positions_of(const Assignment *a, int kind, bool *extra)
{
    int64_t slots = kind == KIND_NONE ? 0 : season_slots_of(a->season, (Kind)kind);
    *extra = slots == 0;
    const GPtrArray *extras = a->season->case_files->extras;
    for (guint i = 0; slots == 0 && kind != KIND_NONE && i < extras->len; i++) {
        const SeasonSlot *one = extras->pdata[i];
        if (one->kind == kind && (!one->unit || g_strcmp0(one->unit, a->unit) == 0))
            return one->count;
    }
    return slots;
}

static void count_submitted(Assignment *a, SlotFile *slot)
{
    const UnitCase *file = slot->file;
    if (slot->extra || season_slots_of(a->season, (Kind)file->kind) == 0)
        return;
    bool again = file->key && !g_hash_table_add(a->submitted, file->key);
    slot->submitted = slot->ruled_valid || !again;
}

static void place_file(Assignment *a, SlotFile *slot)
{
    const UnitCase *file = slot->file;
    bool inside = file->in_window || slot->ruled_valid;
    int64_t positions = positions_of(a, file->kind, &slot->extra);
    if (file->key)
        slot->first = g_hash_table_lookup(a->seen, file->key);
    if (file->key && !slot->first)
        g_hash_table_insert(a->seen, file->key, (gpointer)file);
    if (inside)
        count_submitted(a, slot);
    if (positions == 0 || a->filled[file->kind] >= positions) {
        slot->state = positions == 0 ? SLOT_UNSCORED : SLOT_SURPLUS;
        slot->extra = false;
        return;
    }
    slot->kind = file->kind;
    slot->position = ++a->filled[file->kind];
    slot->state = slot->ruled_valid ? SLOT_COUNTS : !inside ? SLOT_OUTSIDE : slot->first ? SLOT_REPEATED : SLOT_COUNTS;
}

GArray *slots_assign(const Season *season, const char *unit, const GPtrArray *files, GHashTable *valid, GHashTable *refused)
{
    GArray *slots = g_array_sized_new(FALSE, TRUE, sizeof(SlotFile), files->len);
    g_array_set_size(slots, files->len);
    Assignment a = {.season = season, .unit = unit, .seen = g_hash_table_new(g_str_hash, g_str_equal),
                    .submitted = g_hash_table_new(g_str_hash, g_str_equal)};
    for (int outside = 0; outside <= 1; outside++)
        for (guint i = 0; i < files->len; i++) {
            SlotFile *slot = &g_array_index(slots, SlotFile, i);
            slot->file = files->pdata[i];
            slot->ruled_valid = is_named(valid, slot->file);
            if (is_named(refused, slot->file))
                slot->state = SLOT_REFUSED;
            else if ((slot->file->in_window || slot->ruled_valid) == !outside)
                place_file(&a, slot);
        }
    g_hash_table_unref(a.seen);
    g_hash_table_unref(a.submitted);
    return slots;
}

int64_t slots_submitted(const GArray *slot_files)
{
    int64_t count = 0;
    for (guint i = 0; i < slot_files->len; i++)
        count += g_array_index(slot_files, SlotFile, i).submitted;
    return count;
}
