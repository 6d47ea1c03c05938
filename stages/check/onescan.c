/* CND-006 against REF-003 and REF-008: one scan of a decision or letter that is missing for the table and for a candidate's claim is sent once. */
#include <string.h>

#include "checks.h"
#include "docnumber.h"
#include "text.h"

/* The key of the document number that FINDING is about; NULL for none.  Caller frees. */
static char *key_of(const Finding *finding)
{
    const char *number = finding_value(finding, "number");
    return number ? docnumber_key(number) : NULL;
}

/* Adds to MISSING (key → Finding) what CODE tells of rows without a scan of the document. */
static void add_missing_scans(const Check *check, const char *code, GHashTable *missing)
{
    guint at = 0;
    for (const Finding *told; (told = told_next(check, code, NULL, &at));) {
        char *key = key_of(told);
        if (key)
            g_hash_table_insert(missing, key, (gpointer)told);
    }
}

/* Tells CLAIM, of CND-006, and what is told of the row of its number, of one another. */
static void link_claim(Finding *claim, GHashTable *missing)
{
    const char *lacks = finding_value(claim, "missing");
    g_autofree char *key = lacks && word_in_list(lacks, ' ', "decision-scan") ? key_of(claim) : NULL;
    Finding *row = key ? g_hash_table_lookup(missing, key) : NULL;
    if (!row)
        return;
    const char *before = finding_value(row, "claimed-by"), *name = finding_value(claim, "name");
    g_autoptr(GString) names = g_string_new(before);
    if (!word_in_list(names->str, '\n', name))
        text_add_line(names, name);
    finding_set(row, "claimed-by", names->str);
    finding_param(claim, "same-scan", row->code);
}

void onescan_link(Check *check)
{
    g_autoptr(GHashTable) missing = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    add_missing_scans(check, "REF-003", missing);
    add_missing_scans(check, "REF-008", missing);
    guint at = 0;
    for (const Finding *told; g_hash_table_size(missing) > 0 && (told = told_next(check, "CND-006", NULL, &at));)
        link_claim((Finding *)told, missing);
}
