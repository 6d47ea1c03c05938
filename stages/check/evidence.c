/* Scans as evidence (SPEC 8.4): one that can be decoded and whose own name carries the number, or that lies in a case file one of whose
 * documents has the number as its own; anywhere in the package. */
#include <string.h>

#include "checks.h"

/* One scan of each case file will do, but of each: a file may be refused after all (SPEC 8.9), and its scans with it. */
static void note(GHashTable *found, const char *key, const SubFile *file)
{
    GPtrArray *files = g_hash_table_lookup(found, key);
    if (!files) {
        files = g_ptr_array_new();
        g_hash_table_insert(found, (gpointer)key, files);
    }
    for (guint i = 0; i < files->len; i++)
        if (((const SubFile *)files->pdata[i])->group == file->group)
            return;
    g_ptr_array_add(files, (gpointer)file);
}

void scans_by_number(const Check *check, bool (*proves)(const SubFile *file), GHashTable *found)
{
    g_autoptr(GHashTable) noted = g_hash_table_new(NULL, NULL); /* CaseGroup: whose numbers have their scan */
    for (guint i = 0; i < check->submission->files->len; i++) { /* in path order */
        const SubFile *file = check->submission->files->pdata[i];
        if (!proves(file))
            continue;
        for (guint j = 0; j < file->facts->named_numbers->len; j++)
            note(found, ((const DocNumber *)file->facts->named_numbers->pdata[j])->key, file);
        bool first = file->group && g_hash_table_add(noted, file->group);
        for (guint j = 0; first && j < file->group->own_keys->len; j++)
            note(found, file->group->own_keys->pdata[j], file);
    }
}

void evidence_find(Check *check)
{
    scans_by_number(check, subfile_is_readable_scan, check->evidence);
}
