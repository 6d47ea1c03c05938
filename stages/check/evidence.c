/* Scans as evidence (SPEC 8.4): one that can be decoded and whose own name carries the number, or that lies in a case file one of whose
 * documents has the number as its own; anywhere in the package. */
#include <string.h>

#include "checks.h"

static void note(Check *check, const char *key, const SubFile *file)
{
    if (!g_hash_table_contains(check->evidence, key))
        g_hash_table_insert(check->evidence, (gpointer)key, file->facts->path);
}

void evidence_find(Check *check)
{
    for (guint i = 0; i < check->submission->files->len; i++) { /* in path order: the first path of a key stands */
        const SubFile *file = check->submission->files->pdata[i];
        if (!subfile_is_readable_scan(file))
            continue;
        for (guint j = 0; j < file->facts->named_numbers->len; j++)
            note(check, ((const DocNumber *)file->facts->named_numbers->pdata[j])->key, file);
        for (guint j = 0; file->group && j < file->group->own_keys->len; j++)
            note(check, file->group->own_keys->pdata[j], file);
    }
}
