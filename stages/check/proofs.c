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

void proofs_of_decisions(Check *check)
{
    scans_by_number(check, shows_decision, check->decisions);
}

bool proofs_decision(const Check *check, const char *key, GPtrArray *casefiles)
{
    const GPtrArray *files = g_hash_table_lookup(check->decisions, key);
    guint count = files ? files->len : 0;
    for (guint i = 0; i < count; i++)
        if (!((const SubFile *)files->pdata[i])->group)
            return true;
    for (guint i = 0; i < count; i++)
        g_ptr_array_add(casefiles, g_strdup(((const SubFile *)files->pdata[i])->group->name));
    return count > 0;
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
