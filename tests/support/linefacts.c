#include "linefacts.h"

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
    g_autoptr(GBytes) bytes = docxfile_of_lines(lines);
    FileFacts *facts = record_new(&file_facts_type);
    facts->path = g_strdup(path);
    facts->type = g_strdup("docx");
    size_t size;
    const void *data = g_bytes_get_data(bytes, &size);
    filefacts_read(rules, matcher, data, size, facts);
    return facts;
}
