/* The field finder: what extract makes of a document with these lines (see docxfile_of_lines). */
#include <string.h>

#include "docxfile.h"
#include "extractrules.h"
#include "filefacts.h"
#include "fuzz.h"
#include "xmlio.h"

const char fuzz_name[] = "text";

GBytes *fuzz_input(const char *recipe, gsize size)
{
    return g_bytes_new(recipe, size);
}

static const ExtractRules *rules(void)
{
    static ExtractRules *loaded;
    if (!loaded)
        loaded = extractrules_load("pipeline/rules/extract", NULL);
    g_assert(loaded);
    return loaded;
}

/* Every quotation is a piece of the text, every place a place of it. */
static void check_document(const Document *document)
{
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        g_assert(*field->id && field->value && g_utf8_validate(field->value, -1, NULL));
        g_assert(!field->quote || g_utf8_validate(field->quote, -1, NULL));
    }
    for (guint i = 0; i < document->investigators->len; i++)
        g_assert(*((const Investigator *)document->investigators->pdata[i])->name);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Matcher *matcher;
    if (!matcher)
        matcher = matcher_new();
    g_autofree char *raw = g_strndup((const char *)data, size), *lines = xml_clean_text(raw);
    g_autoptr(GBytes) package = docxfile_of_lines(lines);
    gsize length;
    const void *bytes = g_bytes_get_data(package, &length);
    FileFacts *facts = record_new(&file_facts_type);
    facts->path = g_strdup("案卷/甲/决定书.docx");
    facts->sha256 = g_strdup("");
    facts->type = g_strdup("docx");
    filefacts_name(rules(), matcher, facts);
    filefacts_read(rules(), matcher, bytes, length, facts);
    g_assert(facts->content != CONTENT_NONE);
    for (guint i = 0; i < facts->documents->len; i++)
        check_document(facts->documents->pdata[i]);
    record_free(&file_facts_type, facts);
    return 0;
}
