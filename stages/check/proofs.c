/* What proves a claim (CND-006), by number: a list may hold thousands of claims, and the package thousands
 * of scans. */
#include <string.h>

#include "checks.h"

/* Whether the scan may show a decision: in 证明材料/ only one that its name calls a decision or letter
 * does. */
static bool shows_decision(const SubFile *file)
{
    const char *type = file->facts->named_type;
    bool called_so = type && (g_str_has_suffix(type, "-decision") || g_str_has_suffix(type, "-transfer"));
    return subfile_is_readable_scan(file) && (!file->proof || called_so);
}

static void note_decision(Check *check, const char *key, const SubFile *file)
{
    GPtrArray *files = g_hash_table_lookup(check->decisions, key);
    if (!files)
        g_hash_table_insert(check->decisions, (gpointer)key, files = g_ptr_array_new());
    g_ptr_array_add(files, (gpointer)file);
}

void proofs_of_decisions(Check *check)
{
    for (guint i = 0; i < check->submission->files->len; i++) { /* in path order */
        const SubFile *file = check->submission->files->pdata[i];
        if (!shows_decision(file))
            continue;
        for (guint j = 0; j < file->facts->named_numbers->len; j++)
            note_decision(check, ((const DocNumber *)file->facts->named_numbers->pdata[j])->key, file);
        for (guint j = 0; file->group && j < file->group->own_keys->len; j++)
            note_decision(check, file->group->own_keys->pdata[j], file);
    }
}

bool proofs_decision(const Check *check, const char *key, GPtrArray *casefiles)
{
    g_autoptr(GHashTable) groups = g_hash_table_new(NULL, NULL);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    const GPtrArray *files = g_hash_table_lookup(check->decisions, key);
    for (guint i = 0; files && i < files->len; i++) {
        const SubFile *file = files->pdata[i];
        if (!file->group)
            return true;
        if (g_hash_table_add(groups, file->group))
            g_ptr_array_add(names, g_strdup(file->group->name));
    }
    g_ptr_array_extend_and_steal(casefiles, g_steal_pointer(&names));
    return casefiles->len > 0;
}

void proofs_of_person(Check *check, const Person *person)
{
    g_hash_table_remove_all(check->proofs);
    for (guint i = 0; i < person->files->len; i++) {
        const SubFile *file = person->files->pdata[i];
        if (file->proof && (!subfile_is_scan(file) || subfile_is_readable_scan(file)))
            subfile_add_keys(file, check->proofs);
    }
}
