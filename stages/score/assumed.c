/* The values of the season file that the notice leaves open: every element names them in its attribute
 * assumed. */
#include "score_steps.h"

#include <string.h>

#include "fault.h"

/* What tells two elements of one name apart, in the order in which it is looked for. */
static const char *const naming[] = {"id", "title", "kind", "role"};

static const RecordField *field_named(const RecordType *type, const char *name)
{
    for (const RecordField *f = type->fields; f->name; f++)
        if (strcmp(f->name, name) == 0)
            return f;
    return NULL;
}

#define MEMBER(record, field, type) (*(type const *)(const void *)((const char *)(record) + (field)->offset))

/* The value of a simple member as it is written; NULL for what has no value.  Caller frees. */
static char *value_text(const RecordField *f, const char *record)
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

static void add_assumed(GPtrArray *list, const RecordType *type, const char *record, const char *path)
{
    const RecordField *holder = field_named(type, "assumed");
    const char *words = holder ? MEMBER(record, holder, char *) : NULL;
    g_auto(GStrv) names = g_strsplit(words ? words : "", " ", -1);
    for (char **name = names; *name; name++) {
        const RecordField *f = **name ? field_named(type, *name) : NULL;
        if (!f)
            continue;
        ScoreAssumed *assumed = record_add(list, &score_assumed_type);
        assumed->element = g_strdup(path);
        assumed->attribute = g_strdup(*name);
        assumed->value = value_text(f, record);
    }
}

static void walk(GPtrArray *list, const RecordType *type, const char *record, const char *path);

/* "collective/group[county]"; an element that occurs once has its bare name. */
static char *path_below(const char *path, const RecordField *f, const char *record)
{
    g_autofree char *name = NULL;
    for (size_t i = 0; f->kind == REC_LIST && !name && i < G_N_ELEMENTS(naming); i++) {
        const RecordField *by = field_named(f->child, naming[i]);
        name = by ? value_text(by, record) : NULL;
        if (name && name[0] == '\0')
            g_clear_pointer(&name, g_free);
    }
    const char *slash = path[0] ? "/" : "";
    return name ? g_strdup_printf("%s%s%s[%s]", path, slash, f->name, name)
                : g_strdup_printf("%s%s%s", path, slash, f->name);
}

static void walk_into(GPtrArray *list, const RecordField *f, const char *record, const char *path)
{
    if (!record)
        return;
    g_autofree char *below = path_below(path, f, record);
    walk(list, f->child, record, below);
}

static void walk(GPtrArray *list, const RecordType *type, const char *record, const char *path)
{
    add_assumed(list, type, record, path);
    for (const RecordField *f = type->fields; f->name; f++) {
        if (f->kind == REC_CHILD)
            walk_into(list, f, MEMBER(record, f, char *), path);
        const GPtrArray *inner = f->kind == REC_LIST ? MEMBER(record, f, GPtrArray *) : NULL;
        for (guint i = 0; inner && i < inner->len; i++)
            walk_into(list, f, inner->pdata[i], path);
    }
}

void score_assumed(ScoreWork *work)
{
    walk(work->scores->assumed, &season_type, (const char *)work->season, "");
}
