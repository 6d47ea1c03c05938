/* Whether the papers of a case file speak of a firm: by runs of letters of its name in the firms and bodies that they name, so that a
 * short form counts too.  What the names of both firms share (the county, the trade) tells neither. */
#include <string.h>

#include "namedbodies.h"
#include "text.h"

enum { RUN_CHARS = 3, LEAD_CHARS = 2 };

struct NamedBodies { GHashTable *runs; /* run of letters → the one SubFile that has it; NULL: several have it */ };

/* The CHARS letters from TEXT on; NULL when there are fewer.  Caller frees. */
static char *run_at(const char *text, int chars)
{
    const char *end = text;
    for (int i = 0; i < chars; i++, end = g_utf8_next_char(end))
        if (*end == '\0')
            return NULL;
    return g_strndup(text, (gsize)(end - text));
}

static void note_runs(GHashTable *runs, const char *text, const SubFile *file)
{
    for (const char *p = text; *p; p = g_utf8_next_char(p))
        for (int chars = LEAD_CHARS; chars <= RUN_CHARS; chars++) {
            char *run = run_at(p, chars);
            gpointer known = NULL;
            if (!run)
                continue;
            bool again = g_hash_table_lookup_extended(runs, run, NULL, &known) && known != file;
            g_hash_table_replace(runs, run, again ? NULL : (gpointer)file);
        }
}

static void note_file(GHashTable *runs, const SubFile *file)
{
    for (guint i = 0; i < file->facts->documents->len; i++) {
        const Document *document = file->facts->documents->pdata[i];
        for (guint j = 0; j < document->fields->len; j++) {
            const Field *field = document->fields->pdata[j];
            if (strcmp(field->id, "named-body") != 0)
                continue;
            g_autofree char *folded = text_fold(field->value);
            note_runs(runs, folded, file);
        }
    }
}

NamedBodies *namedbodies_new(const GPtrArray *files)
{
    NamedBodies *bodies = g_new(NamedBodies, 1);
    bodies->runs = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < files->len; i++)
        note_file(bodies->runs, files->pdata[i]);
    return bodies;
}

void namedbodies_free(NamedBodies *bodies)
{
    if (!bodies)
        return;
    g_hash_table_unref(bodies->runs);
    g_free(bodies);
}

/* NAME folded, without remarks in brackets.  Caller frees. */
static char *without_remarks(const char *name)
{
    char *plain = text_fold(name), *bracket = strstr(plain, "〔");
    if (bracket && bracket > plain)
        *bracket = '\0';
    return plain;
}

/* The same without what firms end in.  Caller frees. */
static char *core_of(const char *name)
{
    static const char *const ends[] = {"有限责任公司", "股份有限公司", "有限公司", "公司", "集团"};
    char *core = without_remarks(name);
    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++)
        if (g_str_has_suffix(core, ends[i])) {
            core[strlen(core) - strlen(ends[i])] = '\0';
            break;
        }
    return core;
}

/* The first letters in which NAME departs from OTHER. */
static const char *own_part(const char *name, const char *other)
{
    while (*name && g_utf8_get_char(name) == g_utf8_get_char(other)) {
        name = g_utf8_next_char(name);
        other = g_utf8_next_char(other);
    }
    return name;
}

/* The runs by which NAME is told from OTHER: the letters it begins with behind what both begin with, and those that only
 * NAME has.  Caller unrefs. */
static GPtrArray *telling_runs(const char *name, const char *other)
{
    g_autofree char *core = core_of(name), *strange = core_of(other);
    GPtrArray *runs = g_ptr_array_new_with_free_func(g_free);
    const char *own = own_part(core, strange);
    char *lead = run_at(own, LEAD_CHARS);
    if (lead && !strstr(strange, lead))
        g_ptr_array_add(runs, g_steal_pointer(&lead));
    g_free(lead);
    for (const char *p = own; *p; p = g_utf8_next_char(p)) {
        char *run = run_at(p, RUN_CHARS);
        if (run && !strstr(strange, run))
            g_ptr_array_add(runs, run);
        else
            g_free(run);
    }
    return runs;
}

bool namedbodies_elsewhere(const NamedBodies *bodies, const char *name, const char *other, const SubFile *file)
{
    g_autoptr(GPtrArray) runs = telling_runs(name, other);
    for (guint i = 0; i < runs->len; i++) {
        gpointer in = NULL;
        if (g_hash_table_lookup_extended(bodies->runs, runs->pdata[i], NULL, &in) && in != file)
            return true;
    }
    return runs->len == 0;
}

bool namedbodies_in_file(const SubFile *file, const char *name, const char *other)
{
    g_autoptr(GPtrArray) runs = telling_runs(name, other);
    g_autoptr(GHashTable) its = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    note_file(its, file);
    for (guint i = 0; i < runs->len; i++)
        if (g_hash_table_contains(its, runs->pdata[i]))
            return true;
    return runs->len == 0;
}

bool namedbodies_has(const Field *named, const Field *party)
{
    g_autofree char *text = text_fold(named->value), *name = without_remarks(party->value);
    return strstr(text, name);
}

bool namedbodies_tell(const char *text, const char *name, const char *other)
{
    g_autoptr(GPtrArray) runs = telling_runs(name, other);
    for (guint i = 0; i < runs->len; i++)
        if (strstr(text, runs->pdata[i]))
            return true;
    return runs->len == 0;
}

/* How many letters NAME and OTHER begin with alike behind the last place in them (溆浦县). */
static int alike_behind_place(const char *name, const char *other)
{
    static const char places[] = "省州市县区镇乡";
    int letters = 0;
    for (const char *end = own_part(name, other); name < end; name = g_utf8_next_char(name))
        letters = g_utf8_strchr(places, -1, g_utf8_get_char(name)) ? 0 : letters + 1;
    return letters;
}

bool namedbodies_alike(const char *name, const char *other)
{
    g_autofree char *core = core_of(name), *strange = core_of(other);
    if (alike_behind_place(core, strange) >= LEAD_CHARS)
        return true;
    for (const char *p = own_part(core, strange); *p; p = g_utf8_next_char(p)) {
        g_autofree char *run = run_at(p, LEAD_CHARS);
        if (run && strstr(strange, run))
            return true;
    }
    return false;
}
