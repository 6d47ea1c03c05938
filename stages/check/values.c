/* EXT-003 to 005: values that cannot be, are masked, or are still drafts. */
#include <string.h>

#include "checks.h"
#include "text.h"

/* One finding a value and case file, wherever it stands first. */
static bool first_time(GHashTable *told, const SubFile *file, const Field *field)
{
    g_autofree char *value = text_fold(field->value);
    char *key = g_strjoin("\n", file->group ? file->group->name : file->facts->path, field->id, value, NULL);
    return g_hash_table_add(told, key);
}

static const char *invalid_reason(const Field *field)
{
    static const char *const codes[] = {"credit-code", "org-code", "registration-number", NULL};
    if (g_strv_contains(codes, field->id))
        return "checksum";
    return strstr(field->id, "date") || strstr(field->id, "-day") ? "no-such-day" : "";
}

static void check_field(Check *check, GHashTable *told, const SubFile *file, const Document *document, const Field *field)
{
    static const char *const codes[] = {[VALUE_MASKED] = "EXT-004", [VALUE_INVALID] = "EXT-003", [VALUE_DRAFT] = "EXT-005"};
    const char *code = (size_t)field->status < G_N_ELEMENTS(codes) ? codes[field->status] : NULL;
    if (!code || !first_time(told, file, field))
        return;
    Finding *finding = check_add(check, code, NULL, file->group, file, field->place);
    finding_param(finding, "field", field->id);
    finding_param(finding, "value", field->value);
    finding_param(finding, "doctype", document->type);
    param_quote(finding, "quote", field->quote && field->quote[0] != '\0' ? field->quote : field->value);
    if (field->status == VALUE_INVALID)
        finding_param(finding, "reason", invalid_reason(field));
}

void values_check(Check *check)
{
    g_autoptr(GHashTable) told = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < check->submission->files->len; i++) {
        const SubFile *file = check->submission->files->pdata[i];
        for (guint j = 0; j < file->facts->documents->len; j++) {
            const Document *document = file->facts->documents->pdata[j];
            for (guint k = 0; k < document->fields->len; k++)
                check_field(check, told, file, document, document->fields->pdata[k]);
        }
    }
}
