#include "score_change.h"

#include <string.h>

#include "score_figures.h"

#define ALL_ORIGINS 5

/* One line of a list in both runs; NOW or WAS is NULL for who came or went. */
typedef struct {
    const ScoreFigures *figures;
    gconstpointer now, was;
    bool others_changed; /* another total of its list did */
    bool own_changed;
    bool removal; /* of a person, who has figures in one of the runs only (SPEC 8.8) */
} Pair;

typedef struct {
    Scores *scores;
    const Scores *previous;
} Change;

/* ---- differing leaves ---- */

typedef struct {
    const GPtrArray *own, *shared; /* nodes of the unit or person, and of the whole record */
} Side;

static void collect(const Side *side, const Node *node, GHashTable *leaves, int step)
{
    if (node->elsewhere) {
        const Node *whole = score_node_find(side->own, node->id, node->object, false);
        if (!whole)
            whole = score_node_find(side->shared, node->id, node->object, false);
        if (whole && !whole->elsewhere)
            collect(side, whole, leaves, step);
        return;
    }
    for (guint i = 0; i < node->leaves->len; i++) {
        const Leaf *leaf = node->leaves->pdata[i];
        if (leaf->origin == ORIGIN_PROGRAM)
            continue;
        char *key = g_strdup_printf("%d\n%s\n%s\n%s", leaf->origin, leaf->name,
                                    leaf->object ? leaf->object : "", leaf->value ? leaf->value : "");
        int count = GPOINTER_TO_INT(g_hash_table_lookup(leaves, key)) + step;
        g_hash_table_insert(leaves, key, GINT_TO_POINTER(count));
    }
    for (guint i = 0; i < node->nodes->len; i++)
        collect(side, node->nodes->pdata[i], leaves, step);
}

/* A bit an origin, over the leaves that the two derivations of a figure do not have in common. */
static unsigned differing(const Side *now, const Side *was, const char *id, const char *object)
{
    g_autoptr(GHashTable) leaves = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    unsigned origins = 0;
    const Side *const sides[] = {now, was};
    for (int s = 0; s < 2; s++) {
        const Node *node = sides[s]->own ? score_node_find(sides[s]->own, id, object, true) : NULL;
        if (node)
            collect(sides[s], node, leaves, s ? -1 : 1);
    }
    GHashTableIter iter;
    gpointer key, count;
    g_hash_table_iter_init(&iter, leaves);
    while (g_hash_table_iter_next(&iter, &key, &count))
        if (GPOINTER_TO_INT(count) != 0)
            origins |= 1u << (((const char *)key)[0] - '0');
    return origins;
}

/* The programs' digests, by program: they are leaves of the total alone but bear on every figure. */
static GHashTable *programs_of(const GPtrArray *nodes)
{
    GHashTable *programs = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint n = 0; nodes && n < nodes->len; n++) {
        const Node *node = nodes->pdata[n];
        for (guint i = 0; i < node->leaves->len; i++) {
            const Leaf *leaf = node->leaves->pdata[i];
            if (leaf->origin == ORIGIN_PROGRAM)
                g_hash_table_insert(programs, (gpointer)(leaf->object ? leaf->object : ""), (gpointer)leaf->value);
        }
    }
    return programs;
}

/* A program that did nothing in one of the runs (the unit had handed in nothing) is no other program. */
static bool programs_differ(const GPtrArray *now, const GPtrArray *was)
{
    g_autoptr(GHashTable) a = programs_of(now), b = programs_of(was);
    GHashTableIter iter;
    gpointer program, digest;
    g_hash_table_iter_init(&iter, a);
    while (g_hash_table_iter_next(&iter, &program, &digest)) {
        const char *before = g_hash_table_lookup(b, program);
        if (before && g_strcmp0(before, digest) != 0)
            return true;
    }
    return false;
}

/* ---- what cannot be a cause ---- */

static const char *input_digest(const Scores *scores, const char *name)
{
    for (guint i = 0; i < scores->made_from->len; i++) {
        const MadeFrom *from = scores->made_from->pdata[i];
        if (strcmp(from->name, name) == 0)
            return from->sha256;
    }
    return NULL;
}

static bool same_input(const Change *change, const char *name)
{
    const char *now = input_digest(change->scores, name), *was = input_digest(change->previous, name);
    return now && was && strcmp(now, was) == 0;
}

char *score_material_name(const char *unit)
{
    return g_strconcat(unit, "/inventory", NULL);
}

static bool same_material(const Change *change, const char *unit)
{
    g_autofree char *name = score_material_name(unit);
    return same_input(change, name);
}

/* The origins in which nothing changed: a mark that is new in a derivation because its case file came has not changed the table. */
static unsigned unchanged_origins(const Change *change, const char *unit)
{
    return (unsigned)same_material(change, unit) << ORIGIN_OWN | (unsigned)same_input(change, "tables") << ORIGIN_TABLE |
           (unsigned)same_input(change, "season") << ORIGIN_RULES;
}

/* ---- one figure ---- */

static unsigned differing_origins(const Change *change, const Pair *pair, const ScoreFigure *figure)
{
    const Side now = {pair->now ? score_figures_nodes(pair->figures, pair->now) : NULL,
                      change->scores->nodes};
    const Side was = {pair->was ? score_figures_nodes(pair->figures, pair->was) : NULL,
                      change->previous->nodes};
    unsigned origins = differing(&now, &was, figure->node, figure->object);
    if (figure->in_list) {
        if (pair->own_changed && !pair->removal)
            origins |= differing(&now, &was, pair->figures->total_node, NULL);
        unsigned own = origins & ~(1u << ORIGIN_OTHER);
        if (!pair->others_changed && own)
            origins = own; /* who stands ahead changed only because this one moved */
    }
    return origins | (unsigned)programs_differ(now.own, was.own) << ORIGIN_PROGRAM;
}

/* Why somebody is removed, or is not any more: the inputs that went with the figure have not changed. */
static unsigned removal_origins(const Pair *pair)
{
    const Side now = {score_figures_nodes(pair->figures, pair->now), NULL};
    const Side was = {score_figures_nodes(pair->figures, pair->was), NULL};
    return differing(&now, &was, "eligibility", NULL);
}

static unsigned origins_of(const Change *change, const Pair *pair, const ScoreFigure *figure)
{
    gconstpointer named = pair->now ? pair->now : pair->was;
    unsigned same = unchanged_origins(change, score_figures_unit(pair->figures, named));
    bool lone = !pair->now || !pair->was, unit = !score_figures_person(pair->figures, named);
    if (lone && unit) /* units come and go by the table units, or with their group by the rules */
        return same >> ORIGIN_TABLE & 1 ? 1u << ORIGIN_RULES : 1u << ORIGIN_TABLE;
    bool gone = pair->removal && (figure->kind == FIGURE_TEXT || figure->kind == FIGURE_RANK);
    unsigned origins = gone ? removal_origins(pair) : differing_origins(change, pair, figure);
    origins |= (unsigned)lone << ORIGIN_OWN;
    unsigned left = origins & ~same;
    return left ? left : origins;
}

static char *origins_text(unsigned origins)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < ALL_ORIGINS; i++)
        if (origins >> i & 1)
            g_string_append_printf(text, "%s%s", text->len ? " " : "", origin_ids[i]);
    return g_string_free(g_steal_pointer(&text), FALSE);
}

/* 已审定 against 评审完成 is no change, whatever else changed below it. */
static bool only_sealed(const char *now, const char *was)
{
    const char *complete = review_ids[REVIEW_COMPLETE], *sealed = review_ids[REVIEW_SEALED];
    return (strcmp(now, sealed) == 0 && strcmp(was, complete) == 0) ||
           (strcmp(now, complete) == 0 && strcmp(was, sealed) == 0);
}

static void compare_pair(const Change *change, const Pair *pair)
{
    gconstpointer named = pair->now ? pair->now : pair->was;
    for (const ScoreFigure *figure = pair->figures->figures; figure->item; figure++) {
        g_autofree char *now = pair->now ? score_figure_text(figure, pair->now) : g_strdup("");
        g_autofree char *was = pair->was ? score_figure_text(figure, pair->was) : g_strdup("");
        if (strcmp(now, was) == 0)
            continue;
        unsigned origins = origins_of(change, pair, figure);
        if (figure->kind == FIGURE_REVIEW && (origins == 0 || only_sealed(now, was)))
            continue; /* 已审定 is a person's word and no figure: only what lies below it can change */
        ScoreChange *row = record_add(change->scores->changes, &score_change_type);
        row->unit = g_strdup(score_figures_unit(pair->figures, named));
        row->person = g_strdup(score_figures_person(pair->figures, named));
        row->item = g_strdup(figure->item);
        row->was = g_steal_pointer(&was);
        row->is = g_steal_pointer(&now);
        row->origins = origins_text(origins);
    }
}

/* ---- the lists ---- */

static GHashTable *index_of(const ScoreFigures *figures, const GPtrArray *list)
{
    GHashTable *index = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < list->len; i++)
        g_hash_table_insert(index, score_figures_key(figures, list->pdata[i]), list->pdata[i]);
    return index;
}

static gconstpointer counterpart(const ScoreFigures *figures, GHashTable *index, gconstpointer line)
{
    g_autofree char *key = score_figures_key(figures, line);
    return g_hash_table_lookup(index, key);
}

/* The figure that ranks, "" for who is not there.  Caller frees. */
static char *total_text(const ScoreFigures *figures, gconstpointer line)
{
    return line ? score_figure_text(&figures->figures[figures->total], line) : g_strdup("");
}

static bool total_differs(const ScoreFigures *figures, gconstpointer a, gconstpointer b)
{
    g_autofree char *now = total_text(figures, a), *was = total_text(figures, b);
    return strcmp(now, was) != 0;
}

static bool is_removal(const Pair *pair)
{
    g_autofree char *now = total_text(pair->figures, pair->now), *was = total_text(pair->figures, pair->was);
    return pair->figures->person != SIZE_MAX && pair->now && pair->was && (*now == '\0') != (*was == '\0');
}

/* How many totals of each group changed, by group id. */
static GHashTable *changed_totals(const ScoreFigures *figures, const GPtrArray *now, GHashTable *before,
                                  const GPtrArray *was, GHashTable *after)
{
    GHashTable *changed = g_hash_table_new(g_str_hash, g_str_equal);
    const GPtrArray *const lists[] = {now, was};
    GHashTable *const others[] = {before, after};
    for (int s = 0; s < 2; s++)
        for (guint i = 0; i < lists[s]->len; i++) {
            gconstpointer line = lists[s]->pdata[i], other = counterpart(figures, others[s], line);
            const char *group = score_figures_group(figures, line);
            bool differs = s == 0 ? total_differs(figures, line, other) : !other;
            if (differs)
                g_hash_table_insert(
                    changed, (gpointer)group,
                    GINT_TO_POINTER(GPOINTER_TO_INT(g_hash_table_lookup(changed, group)) + 1));
        }
    return changed;
}

static void compare_lists(const Change *change, const ScoreFigures *figures, const GPtrArray *now,
                          const GPtrArray *was)
{
    g_autoptr(GHashTable) before = index_of(figures, was), after = index_of(figures, now);
    g_autoptr(GHashTable) changed = changed_totals(figures, now, before, was, after);
    for (guint i = 0; i < now->len; i++) {
        Pair pair = {
            .figures = figures, .now = now->pdata[i], .was = counterpart(figures, before, now->pdata[i])};
        pair.own_changed = total_differs(figures, pair.now, pair.was);
        int count = GPOINTER_TO_INT(g_hash_table_lookup(changed, score_figures_group(figures, pair.now)));
        pair.others_changed = count > (int)pair.own_changed;
        pair.removal = is_removal(&pair);
        compare_pair(change, &pair);
    }
    for (guint i = 0; i < was->len; i++)
        if (!counterpart(figures, after, was->pdata[i])) {
            Pair pair = {.figures = figures, .was = was->pdata[i], .own_changed = true};
            compare_pair(change, &pair);
        }
}

void score_changes(Scores *scores, const Scores *previous)
{
    Change change = {scores, previous};
    record_list_clear(scores->changes, &score_change_type);
    compare_lists(&change, &score_unit_figures, scores->units, previous->units);
    compare_lists(&change, &score_person_figures, scores->people, previous->people);
    compare_lists(&change, &score_legal_figures, scores->legals, previous->legals);
}
