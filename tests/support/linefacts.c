#include "linefacts.h"

#include "../../stages/extract/filefacts.h"
#include "docxfile.h"

FileFacts *linefacts_read(const ExtractRules *rules, Matcher *matcher, const char *path, const char *lines)
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
