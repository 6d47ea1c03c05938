/* What proves a claim (CND-006), by number: a list may hold thousands of claims, and the package thousands
 * of scans. */
#include <string.h>

#include "checks.h"
#include "docnumber.h"
#include "text.h"

/* Whether the scan may show a decision, as far as its name tells: in 证明材料/ only one that is called a decision or letter
 * does. */
static bool shows_decision(const SubFile *file)
{
    return scan_may_be_letter(file) && (!file->proof || scan_is_called_letter(file));
}

void proofs_of_decisions(Check *check)
{
    scans_by_number(check, shows_decision, true, check->decisions);
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

/* The keys of the numbers in the names of its folders: 证明材料/沅环罚字〔2016〕1号/现场笔录.jpg.  Caller unrefs; NULL for none. */
static GPtrArray *folder_keys(const SubFile *file)
{
    const char *path = file->facts->path, *inside = strstr(path, "证明材料"), *base = strrchr(path, '/');
    g_autofree char *folders = inside && inside < base ? g_strndup(inside, (size_t)(base - inside)) : NULL;
    return folders ? docnumber_keys(folders, DOCNUMBER_NAME) : NULL;
}

/* Adds KEY to the proofs; NAME (NULL: none) is a file that has no other number. */
static void add_proof(GHashTable *proofs, const char *key, const char *name)
{
    const char *names = g_hash_table_lookup(proofs, key);
    g_autoptr(GString) lines = g_string_new(names);
    if (name)
        text_add_line(lines, name);
    if (!names || name)
        g_hash_table_replace(proofs, g_strdup(key), g_strdup(lines->str));
}

static void add_read(Check *check, const SubFile *file)
{
    g_autoptr(GHashTable) keys = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) folders = folder_keys(file);
    subfile_add_keys(file, keys);
    for (guint j = 0; folders && j < folders->len; j++)
        g_hash_table_add(keys, folders->pdata[j]);
    const char *alone = g_hash_table_size(keys) == 1 ? file->base : NULL;
    GHashTableIter each;
    gpointer key;
    g_hash_table_iter_init(&each, keys);
    while (g_hash_table_iter_next(&each, &key, NULL))
        add_proof(check->proofs, key, alone);
}

/* The numbers that the name of FILE, which cannot be read, and its folder carry. */
static void add_unread(Check *check, const SubFile *file)
{
    gpointer told = g_hash_table_lookup(check->unread, file->facts->path);
    if (!told)
        return;
    g_autoptr(GPtrArray) folders = folder_keys(file);
    for (guint i = 0; folders && i < folders->len; i++)
        g_hash_table_insert(check->unread_proofs, g_strdup(folders->pdata[i]), told);
    for (guint i = 0; i < file->facts->named_numbers->len; i++)
        g_hash_table_insert(check->unread_proofs, g_strdup(((const DocNumber *)file->facts->named_numbers->pdata[i])->key), told);
}

void proofs_of_person(Check *check, const Person *person)
{
    g_hash_table_remove_all(check->proofs);
    g_hash_table_remove_all(check->unread_proofs);
    for (guint i = 0; i < person->files->len; i++) {
        const SubFile *file = person->files->pdata[i];
        if (file->proof)
            (subfile_is_scan(file) && !subfile_is_readable_scan(file) ? add_unread : add_read)(check, file);
    }
}
