/* BUL-002: bulletins that apparently should not count as they do.  They are counted all the same (BUL-001): by SPEC 4 a
 * bulletin is what its name or its first lines date. */
#include <string.h>

#include "checks.h"

/* What says that two bulletins are one text: their running text, else their bytes. */
static const char *text_key(const SubFile *file, const Document *bulletin)
{
    return bulletin && bulletin->text_digest ? bulletin->text_digest : file->facts->sha256;
}

static void check_repeated(Check *check, const SubFile *file, const Document *bulletin, GHashTable *seen)
{
    const char *key = text_key(file, bulletin);
    const SubFile *first = key ? g_hash_table_lookup(seen, key) : NULL;
    if (first)
        finding_param(check_add(check, "BUL-002", NULL, NULL, file, NULL), "other", first->facts->path);
    else if (key)
        g_hash_table_insert(seen, (gpointer)key, (gpointer)file);
}

static void check_maker(Check *check, const SubFile *file, const Document *bulletin)
{
    const Field *agency = document_value(bulletin, "agency");
    if (agency && agency->status == VALUE_VALID && agency_is_elsewhere(check, agency->value))
        finding_param(check_add(check, "BUL-002", "agency", NULL, file, agency->place), "agency", agency->value);
}

/* The date of the name counts; a text of another month says that the name is wrong, or was made to fit. */
static void check_month(Check *check, const SubFile *file, const Document *bulletin)
{
    const Field *date = document_value(bulletin, "bulletin-date"), *text = document_value(bulletin, "document-date");
    bool named = date && g_strcmp0(date->rule, "file-name") == 0 && date->status == VALUE_VALID;
    const size_t month = strlen("2016-11");
    if (!named || !text || text->status != VALUE_VALID || strncmp(date->value, text->value, month) == 0)
        return;
    Finding *finding = check_add(check, "BUL-002", "month", NULL, file, text->place);
    g_autofree char *counted = g_strndup(date->value, month);
    finding_param(finding, "date", date->value);
    finding_param(finding, "other-date", text->value);
    finding_param(finding, "month", counted);
}

void bulletins_check(Check *check)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < check->submission->files->len; i++) {
        const SubFile *file = check->submission->files->pdata[i];
        const Document *bulletin = file->group || file->person ? NULL : subfile_document(file, "bulletin");
        if (bulletin || (file->area == AREA_BULLETIN && file->facts->documents->len > 0))
            check_repeated(check, file, bulletin, seen);
        if (!bulletin)
            continue;
        check_maker(check, file, bulletin);
        check_month(check, file, bulletin);
    }
}
