/* Parties in a list by their names, of which each is made ready once and asked for once. */
#include "partyindex.h"

#include "checks.h"

struct PartyIndex {
    GPtrArray *names; /* BodyName; NULL: nobody */
    GHashTable *same; /* a name that was asked for, as name_key() → GArray of guint */
};

static void name_free(gpointer data)
{
    if (!data)
        return;
    body_name_clear(data);
    g_free(data);
}

PartyIndex *partyindex_new(const GPtrArray *parties)
{
    PartyIndex *index = g_new(PartyIndex, 1);
    index->names = g_ptr_array_new_full(parties->len, name_free);
    index->same = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
    for (guint i = 0; i < parties->len; i++) {
        BodyName *name = parties->pdata[i] ? g_new(BodyName, 1) : NULL;
        if (name)
            *name = body_name(parties->pdata[i]);
        g_ptr_array_add(index->names, name);
    }
    return index;
}

void partyindex_free(PartyIndex *index)
{
    if (!index)
        return;
    g_ptr_array_unref(index->names);
    g_hash_table_unref(index->same);
    g_free(index);
}

static char *name_key(const BodyName *name)
{
    return g_strconcat(name->plain ? "+" : "-", name->folded, NULL);
}

static GArray *find_same(const PartyIndex *index, const BodyName *name)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint i = 0; i < index->names->len; i++)
        if (index->names->pdata[i] && body_names_same(index->names->pdata[i], name))
            g_array_append_val(found, i);
    return found;
}

const GArray *partyindex_same(PartyIndex *index, const Field *party)
{
    g_auto(BodyName) name = body_name(party);
    g_autofree char *key = name_key(&name);
    GArray *same = g_hash_table_lookup(index->same, key);
    if (!same) {
        same = find_same(index, &name);
        g_hash_table_insert(index->same, g_steal_pointer(&key), same);
    }
    return same;
}
