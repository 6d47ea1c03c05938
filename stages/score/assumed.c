/* The values of the season file that the notice leaves open: every element names them in its attribute
 * assumed. */
#include "score_alternatives.h"
#include "score_steps.h"

#include <string.h>

#include "fault.h"

/* What tells two elements of one name apart, in the order in which it is looked for. */
static const char *const naming[] = {"id", "title", "kind", "role"};

const RecordField *score_season_field(const RecordType *type, const char *name)
{
    for (const RecordField *f = type->fields; f->name; f++)
        if (strcmp(f->name, name) == 0)
            return f;
    return NULL;
}

#define MEMBER(record, field, type) (*(type const *)(const void *)((const char *)(record) + (field)->offset))

char *score_season_value(const RecordField *f, const char *record)
{
    switch (f->kind) {
    case REC_STRING:
        return g_strdup(MEMBER(record, f, char *));
    case REC_INT:
    case REC_BYTES:
        return g_strdup_printf("%" G_GINT64_FORMAT, (gint64)MEMBER(record, f, int64_t));
    case REC_BOOL:
        return g_strdup(MEMBER(record, f, bool) ? "yes" : "no");
    case REC_ENUM:
        return g_strdup(f->names[MEMBER(record, f, int)]);
    case REC_DAY:
        return day_format(MEMBER(record, f, Day));
    case REC_INSTANT:
        return instant_format(MEMBER(record, f, int64_t));
    case REC_DECIMAL:
        return decimal_format(MEMBER(record, f, Decimal));
    default:
        return NULL;
    }
}

static void walk(const RecordType *type, char *record, const char *path, SeasonVisit visit, gpointer data);

/* "collective/group[county]"; an element that occurs once has its bare name. */
static char *path_below(const char *path, const RecordField *f, const char *record)
{
    g_autofree char *name = NULL;
    for (size_t i = 0; f->kind == REC_LIST && !name && i < G_N_ELEMENTS(naming); i++) {
        const RecordField *by = score_season_field(f->child, naming[i]);
        name = by ? score_season_value(by, record) : NULL;
        if (name && name[0] == '\0')
            g_clear_pointer(&name, g_free);
    }
    const char *slash = path[0] ? "/" : "";
    return name ? g_strdup_printf("%s%s%s[%s]", path, slash, f->name, name)
                : g_strdup_printf("%s%s%s", path, slash, f->name);
}

static void walk_into(const RecordField *f, char *record, const char *path, SeasonVisit visit, gpointer data)
{
    if (!record)
        return;
    g_autofree char *below = path_below(path, f, record);
    walk(f->child, record, below, visit, data);
}

static void walk(const RecordType *type, char *record, const char *path, SeasonVisit visit, gpointer data)
{
    visit(type, record, path, data);
    for (const RecordField *f = type->fields; f->name; f++) {
        if (f->kind == REC_CHILD)
            walk_into(f, MEMBER(record, f, char *), path, visit, data);
        const GPtrArray *inner = f->kind == REC_LIST ? MEMBER(record, f, GPtrArray *) : NULL;
        for (guint i = 0; inner && i < inner->len; i++)
            walk_into(f, inner->pdata[i], path, visit, data);
    }
}

void score_visit_season(Season *season, SeasonVisit visit, gpointer data)
{
    walk(&season_type, (char *)season, "", visit, data);
}

static void add_assumed(const RecordType *type, char *record, const char *path, gpointer list)
{
    const RecordField *holder = score_season_field(type, "assumed");
    const char *words = holder ? MEMBER(record, holder, char *) : NULL;
    g_auto(GStrv) names = g_strsplit(words ? words : "", " ", -1);
    for (char **name = names; *name; name++) {
        const RecordField *f = **name ? score_season_field(type, *name) : NULL;
        if (!f)
            continue;
        ScoreAssumed *assumed = record_add(list, &score_assumed_type);
        assumed->element = g_strdup(path);
        assumed->attribute = g_strdup(*name);
        assumed->value = score_season_value(f, record);
    }
}

void score_assumed(ScoreWork *work)
{
    score_visit_season((Season *)work->season, add_assumed, work->scores->assumed); /* which changes nothing in it */
}
