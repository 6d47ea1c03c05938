#include "score_alternatives.h"

#include <string.h>

#include "assumed_words.h"
#include "fileio.h"
#include "score_figures.h"
#include "score_node.h"

enum { CHANGES_KEPT = 12 }; /* of one alternative; all are counted */

/* ---- the list ---- */

typedef struct { char *attribute, *value; } Setting;
typedef struct {
    char *at, *why;
    bool always;
    GPtrArray *settings; /* Setting; none: every other choice */
} Entry;
typedef struct { GPtrArray *entries; } List;

static const RecordField setting_fields[] = {FIELD_STRING_REQ(Setting, attribute, "attribute"), FIELD_STRING_REQ(Setting, value, "value"), FIELD_END};
static const RecordType setting_type = {"set", NULL, sizeof(Setting), setting_fields};
static const RecordField entry_fields[] = {FIELD_STRING_REQ(Entry, at, "at"), FIELD_BOOL(Entry, always, "always"), FIELD_STRING(Entry, why, "why"),
                                           FIELD_LIST(Entry, settings, "set", &setting_type), FIELD_END};
static const RecordType entry_type = {"alternative", NULL, sizeof(Entry), entry_fields};
static const RecordField list_fields[] = {FIELD_LIST(List, entries, "alternative", &entry_type), FIELD_END};
static const RecordType list_type = {"alternatives", "urn:anjuan:alternatives", sizeof(List), list_fields};

/* ---- a season with another value ---- */

/* An element of the season file that is looked for by its path. */
typedef struct {
    const char *path;
    const RecordType *type;
    char *record;
} Place;

static void visit_place(const RecordType *type, char *record, const char *path, gpointer data)
{
    Place *place = data;
    if (strcmp(path, place->path) != 0)
        return;
    place->type = type;
    place->record = record;
}

static int index_of_name(const char *const *names, const char *text)
{
    for (int i = 0; names[i]; i++)
        if (strcmp(names[i], text) == 0)
            return i;
    return -1;
}

static bool set_value(const RecordField *f, char *record, const char *text)
{
    void *member = record + f->offset;
    int index = f->kind == REC_ENUM ? index_of_name(f->names, text) : 0;
    if (f->kind == REC_ENUM && index >= 0)
        *(int *)member = index;
    else if (f->kind == REC_BOOL)
        *(bool *)member = strcmp(text, "yes") == 0;
    else if (f->kind == REC_INT)
        *(int64_t *)member = g_ascii_strtoll(text, NULL, 10);
    else if (f->kind == REC_DECIMAL)
        return decimal_parse(text, member);
    else
        return false;
    return index >= 0;
}

static Season *copy_of(const Season *season)
{
    size_t size;
    g_autofree char *xml = record_format(&season_type, season, &size);
    return season_parse(xml, size, "season.xml", NULL);
}

/* A copy of the season with SETTINGS in the element PATH; NULL when they are what it has, or cannot be had. */
static Season *season_with(const Season *season, const char *path, const GPtrArray *settings)
{
    g_autoptr(Season) other = copy_of(season);
    Place place = {.path = path};
    bool differs = false, able = other != NULL;
    if (other)
        score_visit_season(other, visit_place, &place);
    for (guint i = 0; able && place.record && i < settings->len; i++) {
        const Setting *setting = settings->pdata[i];
        const RecordField *f = score_season_field(place.type, setting->attribute);
        g_autofree char *value = f ? score_season_value(f, place.record) : NULL;
        differs = differs || g_strcmp0(value, setting->value) != 0;
        able = f && set_value(f, place.record, setting->value);
    }
    return able && differs ? g_steal_pointer(&other) : NULL;
}

/* ---- what it changes ---- */

static bool is_standing(const ScoreFigure *figure)
{
    return strcmp(figure->item, "rank") == 0 || strcmp(figure->item, "award") == 0 || strcmp(figure->item, "recommend") == 0;
}

static void compare_line(const ScoreFigures *figures, gconstpointer was, gconstpointer is, ScoreAlternative *alternative)
{
    for (const ScoreFigure *figure = figures->figures; figure->item; figure++) {
        if (!is_standing(figure))
            continue;
        g_autofree char *before = score_figure_text(figure, was), *after = is ? score_figure_text(figure, is) : g_strdup("");
        if (strcmp(before, after) == 0)
            continue;
        *(figure->kind == FIGURE_RANK ? &alternative->ranks : &alternative->awards) += 1;
        if (alternative->changes->len >= CHANGES_KEPT)
            continue;
        ScoreChange *change = record_add(alternative->changes, &score_change_type);
        change->unit = g_strdup(score_figures_unit(figures, was));
        change->person = g_strdup(score_figures_person(figures, was));
        change->item = g_strdup(figure->item);
        change->was = g_steal_pointer(&before);
        change->is = g_steal_pointer(&after);
    }
}

static void compare_lists(const ScoreFigures *figures, const GPtrArray *was, const GPtrArray *is, ScoreAlternative *alternative)
{
    g_autoptr(GHashTable) index = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < is->len; i++)
        g_hash_table_insert(index, score_figures_key(figures, is->pdata[i]), is->pdata[i]);
    for (guint i = 0; i < was->len; i++) {
        g_autofree char *key = score_figures_key(figures, was->pdata[i]);
        compare_line(figures, was->pdata[i], g_hash_table_lookup(index, key), alternative);
    }
}

static gboolean try_season(const ScoreInputs *inputs, const Season *season, const Scores *scores, ScoreAlternative *alternative, GError **error)
{
    ScoreInputs changed = *inputs;
    changed.season = season;
    Scores *other = score_figures_only(&changed, error);
    if (!other)
        return FALSE;
    compare_lists(&score_unit_figures, scores->units, other->units, alternative);
    compare_lists(&score_person_figures, scores->people, other->people, alternative);
    compare_lists(&score_legal_figures, scores->legals, other->legals, alternative);
    record_free(&scores_type, other);
    return TRUE;
}

static gboolean try_settings(const ScoreInputs *inputs, const Scores *scores, ScoreAssumed *assumed, const GPtrArray *settings, GError **error)
{
    g_autoptr(Season) season = season_with(inputs->season, assumed->element, settings);
    if (!season)
        return TRUE;
    ScoreAlternative *alternative = record_add(assumed->alternatives, &score_alternative_type);
    alternative->value = g_strdup(((const Setting *)settings->pdata[0])->value);
    return try_season(inputs, season, scores, alternative, error);
}

/* Every other choice of an attribute that is one; none of a number. */
static gboolean try_choices(const ScoreInputs *inputs, const Scores *scores, ScoreAssumed *assumed, GError **error)
{
    static const char *const yes_or_no[] = {"no", "yes", NULL};
    Place place = {.path = assumed->element};
    score_visit_season((Season *)inputs->season, visit_place, &place); /* which changes nothing in it */
    const RecordField *f = place.type ? score_season_field(place.type, assumed->attribute) : NULL;
    const char *const *names = f && f->kind == REC_ENUM ? f->names : f && f->kind == REC_BOOL ? yes_or_no : NULL;
    for (; names && *names; names++) {
        Setting setting = {assumed->attribute, (char *)*names};
        g_autoptr(GPtrArray) settings = g_ptr_array_new();
        g_ptr_array_add(settings, &setting);
        if (!try_settings(inputs, scores, assumed, settings, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean try_all(const ScoreInputs *inputs, const Scores *scores, const List *list, ScoreAssumed *assumed, GError **error)
{
    g_autofree char *place = assumed_place(assumed->element, assumed->attribute);
    bool known = false;
    for (guint i = 0; i < list->entries->len; i++) {
        const Entry *entry = list->entries->pdata[i];
        if (strcmp(entry->at, place) != 0)
            continue;
        if (entry->why && !assumed->why)
            assumed->why = g_strdup(entry->why);
        known = known || entry->settings->len > 0;
        if (entry->settings->len > 0 && !try_settings(inputs, scores, assumed, entry->settings, error))
            return FALSE;
    }
    if (!known && !assumed->why && !try_choices(inputs, scores, assumed, error))
        return FALSE;
    if (assumed->alternatives->len == 0 && !assumed->why)
        assumed->why = g_strdup("decision");
    return TRUE;
}

/* Readings stand first: they are the notice's own. */
static void add_readings(const ScoreInputs *inputs, const List *list, Scores *scores)
{
    guint at = 0;
    for (guint i = 0; i < list->entries->len; i++) {
        const Entry *entry = list->entries->pdata[i];
        g_auto(GStrv) parts = g_strsplit(entry->at, "@", 2);
        Place place = {.path = parts[0]};
        bool listed = !entry->always;
        for (guint j = 0; !listed && j < scores->assumed->len; j++) {
            const ScoreAssumed *assumed = scores->assumed->pdata[j];
            listed = strcmp(assumed->element, parts[0]) == 0 && strcmp(assumed->attribute, parts[1]) == 0;
        }
        score_visit_season((Season *)inputs->season, visit_place, &place);
        if (listed || !place.type)
            continue;
        ScoreAssumed *assumed = record_new(&score_assumed_type);
        assumed->element = g_strdup(parts[0]);
        assumed->attribute = g_strdup(parts[1]);
        assumed->value = score_season_value(score_season_field(place.type, parts[1]), place.record);
        assumed->reading = true;
        g_ptr_array_insert(scores->assumed, (gint)at++, assumed);
    }
}

gboolean score_alternatives(const ScoreInputs *inputs, Scores *scores, GError **error)
{
    g_autofree char *path = file_data_path("rules/alternatives.xml");
    g_autoptr(SortedTables) sorted = inputs->sorted ? NULL : sorted_tables_new(inputs->tables);
    ScoreInputs tried = *inputs;
    tried.sorted = sorted ? sorted : inputs->sorted;
    List *list = record_read(&list_type, path, error);
    gboolean ok = list != NULL;
    if (ok)
        add_readings(inputs, list, scores);
    for (guint i = 0; ok && i < scores->assumed->len; i++)
        ok = try_all(&tried, scores, list, scores->assumed->pdata[i], error);
    record_free(&list_type, list);
    return ok;
}
