/* Which of the values that were read for a field stand, by the ranks of the rules that read them. */
#include <string.h>

#include "reading.h"

void gather_best_ranks(const Gather *gather, GHashTable *best)
{
    const GPtrArray *found = gather->found;
    for (int whole = 1; whole >= 0; whole--) {
        g_autoptr(GHashTable) settled = g_hash_table_new(g_str_hash, g_str_equal);
        GHashTableIter iter;
        gpointer id;
        g_hash_table_iter_init(&iter, best);
        while (g_hash_table_iter_next(&iter, &id, NULL))
            g_hash_table_add(settled, id);
        for (guint i = 0; i < found->len; i++) {
            const Candidate *candidate = g_ptr_array_index(found, i);
            int known = GPOINTER_TO_INT(g_hash_table_lookup(best, candidate->field->id));
            bool counts = !whole || candidate->field->status != VALUE_PARTIAL;
            if (counts && !g_hash_table_contains(settled, candidate->field->id) &&
                (known == 0 || candidate->rank < known))
                g_hash_table_replace(best, (gpointer)candidate->rule->id, GINT_TO_POINTER(candidate->rank));
        }
    }
}

void gather_keep_last_opinion(Gather *gather, GHashTable *best)
{
    for (guint i = gather->found->len; i-- > 0;) {
        const Candidate *one = g_ptr_array_index(gather->found, i);
        bool later = false;
        if (!one->rule->last_date || one->rank < 2 || one->rank != GPOINTER_TO_INT(g_hash_table_lookup(best, one->field->id)))
            continue;
        for (guint k = 0; k < gather->found->len && !later; k++) {
            const Candidate *other = g_ptr_array_index(gather->found, k);
            later = other->rule == one->rule && other->rank == one->rank && other->order > one->order;
        }
        if (later)
            g_ptr_array_remove_index(gather->found, i);
    }
}

/* Whether what read FIELD says what its day is: the words of an event, or of a term that is counted (自9月2日起至9月14日止). */
static bool gives_meaning(const Field *field)
{
    return g_str_has_prefix(field->rule, "event:") || strcmp(field->id, "first-day") == 0 || strcmp(field->id, "last-day") == 0;
}

/* Whether something in the same paragraph says that the day that the label of a cell gave to ONE is another's:
 * 处罚决定 | 罚款三千元，9月2日送达. */
static bool is_told_otherwise(const Gather *gather, const Candidate *one)
{
    bool otherwise = false, confirmed = false;
    for (guint i = 0; i < gather->found->len; i++) {
        const Candidate *other = g_ptr_array_index(gather->found, i);
        if (other->order != one->order || !gives_meaning(other->field) ||
            strcmp(other->field->value, one->field->value) != 0)
            continue;
        confirmed = confirmed || strcmp(other->field->id, one->field->id) == 0;
        otherwise = otherwise || strcmp(other->field->id, one->field->id) != 0;
    }
    return otherwise && !confirmed;
}

void gather_drop_told_otherwise(Gather *gather)
{
    enum { LABELS_MAX = 200 };
    int labels = 0;
    for (guint i = gather->found->len; i-- > 0 && labels < LABELS_MAX;) {
        const Candidate *one = g_ptr_array_index(gather->found, i);
        if (one->rank < 2 || one->rule->type != VALUE_DATE || !g_str_has_prefix(one->field->rule, "label:"))
            continue;
        labels++;
        if (is_told_otherwise(gather, one))
            g_ptr_array_remove_index(gather->found, i);
    }
}

static bool is_best(GHashTable *best, const Candidate *candidate)
{
    return candidate->rank == GPOINTER_TO_INT(g_hash_table_lookup(best, candidate->field->id));
}

/* ---- where a value stands again ---- */

static const char again_id[] = "again";

static void make_again(Candidate *one)
{
    Field *field = one->field;
    char *value = g_strdup_printf("%s|%s", field->id, field->value);
    g_free(field->id);
    g_free(field->value);
    g_free(field->key);
    field->id = g_strdup(again_id);
    field->value = value;
    field->key = NULL;
}

static bool is_same(const Candidate *a, const Candidate *b)
{
    return strcmp(a->field->id, b->field->id) == 0 && strcmp(candidate_key(a), candidate_key(b)) == 0;
}

/* What says what one of the best rank says: kept where that stands in another paragraph. */
static bool stands_again(const Gather *gather, GHashTable *best, Candidate *candidate)
{
    bool said = false, here = false;
    for (guint i = 0; i < gather->found->len; i++) {
        const Candidate *one = g_ptr_array_index(gather->found, i);
        if (one == candidate || !is_best(best, one) || !is_same(one, candidate))
            continue;
        said = true;
        here = here || one->order == candidate->order;
    }
    if (said && !here && candidate->rule->again)
        make_again(candidate);
    return !said || strcmp(candidate->field->id, again_id) == 0;
}

void gather_drop_outranked(Gather *gather, GHashTable *best)
{
    for (guint i = gather->found->len; i-- > 0;) {
        Candidate *one = g_ptr_array_index(gather->found, i);
        if (!is_best(best, one) && !(one->beside && one->field->status == VALUE_VALID && stands_again(gather, best, one)))
            g_ptr_array_remove_index(gather->found, i);
    }
}

void gather_mark_again(const Gather *gather)
{
    g_autoptr(GHashTable) said = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                          places = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < gather->found->len; i++) {
        Candidate *one = g_ptr_array_index(gather->found, i);
        if (!one->rule->again || one->field->status != VALUE_VALID || strcmp(one->field->id, again_id) == 0)
            continue;
        const bool first = g_hash_table_add(said, g_strdup_printf("%s|%s", one->field->id, candidate_key(one))),
                   elsewhere = g_hash_table_add(places, g_strdup_printf("%s|%s|%u", one->field->id, candidate_key(one), one->order));
        if (!first && elsewhere)
            make_again(one);
    }
}
