/* REF-001, entered: the number that a case file speaks with is not in the table, but its kind, date and party are, under a number
 * that nothing in the package has, while others have that of the paper: then the entry is the slip. */
#include <string.h>

#include "checks.h"
#include "text.h"

enum { SOURCES_NAMED_MAX = 4 };

/* Whether FILE has, of the speaking paper of GROUP, another copy, which proves nothing. */
static bool is_copy(const CaseGroup *group, const SubFile *file)
{
    for (guint i = 0; i < file->facts->documents->len; i++) {
        const Document *document = file->facts->documents->pdata[i];
        const Field *number = document_value(document, "doc-number");
        if (strcmp(document->type, group->speaking->type) == 0 && number && g_strcmp0(number->key, group->key) == 0)
            return true;
    }
    return file == group->speaking_file;
}

/* The place of the claim with the number KEY in a list in FILE; NULL for none. */
static const char *claimed_at(const SubFile *file, const char *key)
{
    for (guint i = 0; i < file->facts->documents->len; i++) {
        const Document *document = file->facts->documents->pdata[i];
        for (guint j = 0; j < document->claims->len; j++)
            if (g_strcmp0(((const Claim *)document->claims->pdata[j])->key, key) == 0)
                return ((const Claim *)document->claims->pdata[j])->place;
    }
    return NULL;
}

/* Whether FILE has the number KEY anywhere, its own name included. */
static bool has_number(const SubFile *file, const char *key)
{
    g_autoptr(GHashTable) keys = g_hash_table_new(g_str_hash, g_str_equal);
    subfile_add_keys(file, keys);
    return g_hash_table_contains(keys, key);
}

/* Whether what FILE says of the number stands beside what the speaking paper says: another paper of the case file, evidence or a
 * proof by its name, a candidate's list. */
static bool is_source(const CaseGroup *group, const SubFile *file)
{
    if (file->group)
        return file->group == group && !is_copy(group, file);
    return file->area == AREA_EVIDENCE || file->proof || claimed_at(file, group->key);
}

char *misentered_sources(const Check *check, const CaseGroup *group, const CaseRow *row)
{
    const GPtrArray *files = check->submission->files;
    g_autoptr(GString) sources = g_string_new(NULL);
    guint named = 0;
    for (guint i = 0; group->speaking && i < files->len; i++) {
        const SubFile *file = files->pdata[i];
        if (has_number(file, row->key))
            return NULL;
        if (named < SOURCES_NAMED_MAX && is_source(group, file) && has_number(file, group->key)) {
            saying_add_place(sources, file, claimed_at(file, group->key));
            named++;
        }
    }
    return named > 0 ? g_string_free(g_steal_pointer(&sources), FALSE) : NULL;
}

const Finding *misentered_told(const Check *check, const char *name, const char *value)
{
    guint at = 0;
    for (const Finding *told; (told = told_next(check, "REF-001", NULL, &at));)
        if (g_strcmp0(told->variant, "entered") == 0 && g_strcmp0(finding_value(told, name), value) == 0)
            return told;
    return NULL;
}
