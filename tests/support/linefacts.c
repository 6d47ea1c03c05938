#include "linefacts.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "../../stages/extract/filefacts.h"
#include "docxfile.h"

static ExtractRules *rules;
static Matcher *matcher;

int linefacts_load(void **state)
{
    (void)state;
    GError *error = NULL;
    rules = extractrules_load("pipeline/rules/extract", &error);
    matcher = matcher_new();
    if (rules)
        return 0;
    g_printerr("%s\n", error->message);
    g_error_free(error);
    return -1;
}

int linefacts_unload(void **state)
{
    (void)state;
    matcher_free(matcher);
    extractrules_free(rules);
    return 0;
}

FileFacts *linefacts_read(const char *path, const char *lines)
{
    return linefacts_read_named(path, NULL, lines);
}

FileFacts *linefacts_read_named(const char *path, const char *named_type, const char *lines)
{
    g_autoptr(GBytes) bytes = docxfile_of_lines(lines);
    FileFacts *facts = record_new(&file_facts_type);
    facts->path = g_strdup(path);
    facts->type = g_strdup("docx");
    facts->named_type = g_strdup(named_type);
    size_t size;
    const void *data = g_bytes_get_data(bytes, &size);
    filefacts_read(rules, matcher, data, size, facts);
    return facts;
}

char *linefacts_named(const char *path)
{
    FileFacts *facts = record_new(&file_facts_type);
    facts->path = g_strdup(path);
    facts->type = g_strdup("docx");
    filefacts_name(rules, matcher, facts);
    char *named = g_strdup(facts->named_type);
    record_free(&file_facts_type, facts);
    return named;
}

char *linefacts_values(const FileFacts *facts, const char *field)
{
    GString *text = g_string_new(NULL);
    const Document *document = facts->documents->pdata[0];
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *one = document->fields->pdata[i];
        if (strcmp(one->id, field) != 0)
            continue;
        g_string_append_printf(text, "%s%s%s%s", text->len ? " " : "", one->value, one->status == VALUE_VALID ? "" : "/",
                               one->status == VALUE_VALID ? "" : value_statuses[one->status]);
        assert_true(one->quote && one->quote[0] && one->place && one->rule); /* SPEC 6.2 */
    }
    for (guint i = 0; strcmp(field, "people") == 0 && i < document->investigators->len; i++) {
        const Investigator *one = document->investigators->pdata[i];
        g_string_append_printf(text, "%s%s,%s,%s", text->len ? " " : "", one->name, one->certificate ? one->certificate : "", role_ids[one->role]);
    }
    for (guint i = 0; strcmp(field, "recorders") == 0 && i < document->investigators->len; i++) {
        const Investigator *one = document->investigators->pdata[i];
        g_string_append_printf(text, "%s%s", one->recorder && text->len ? " " : "", one->recorder ? one->name : "");
    }
    if (strcmp(field, "kind") == 0)
        g_string_append(text, document->type);
    return g_string_free(text, FALSE);
}

void linefacts_check(const char *lines, const char *field, const char *expected)
{
    FileFacts *facts = linefacts_read("x/document.docx", lines);
    assert_true(facts->documents->len > 0);
    g_autofree char *values = linefacts_values(facts, field);
    if (strcmp(values, expected) != 0)
        fail_msg("%s\n%s is %s, not %s", lines, field, values, expected);
    record_free(&file_facts_type, facts);
}
