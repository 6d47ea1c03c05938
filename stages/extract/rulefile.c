#include "rulefile.h"

#include <string.h>

#include "fault.h"
#include "fileio.h"
#include "lang.h"
#include "rec_inventory.h"
#include "text.h"
#include "xmlio.h"

enum { FILE_MAX = 4 << 20, EXPANSIONS_MAX = 1000 };

static void entry_free(gpointer data)
{
    RuleEntry *entry = data;
    g_free(entry->name);
    g_free(entry->text);
    g_hash_table_unref(entry->attributes);
    g_ptr_array_unref(entry->children);
    g_free(entry);
}

static void keep_attribute(const char *ns, const char *local, const char *value, void *data)
{
    (void)ns;
    g_hash_table_replace(((RuleEntry *)data)->attributes, g_strdup(local), g_strdup(value));
}

static RuleEntry *entry_new(XmlReader *reader)
{
    RuleEntry *entry = g_new0(RuleEntry, 1);
    entry->name = g_strdup(xml_reader_name(reader));
    entry->line = xml_reader_line(reader);
    entry->attributes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    entry->children = g_ptr_array_new_with_free_func(entry_free);
    xml_reader_each_attribute(reader, keep_attribute, entry);
    return entry;
}

static void add_text(RuleEntry *entry, const char *text)
{
    char *joined = g_strconcat(entry->text ? entry->text : "", text, NULL);
    g_free(entry->text);
    entry->text = joined;
}

static void trim_text(RuleEntry *entry)
{
    char *trimmed = text_trim(entry->text ? entry->text : "");
    g_free(entry->text);
    entry->text = trimmed;
}

static gboolean read_entries(XmlReader *reader, const char *base, GPtrArray *entries, GError **error)
{
    RuleEntry *open[2] = {NULL, NULL}; /* the entry and its child in hand */
    XmlEvent event;
    while ((event = xml_reader_next(reader, error)) > XML_DONE) {
        int depth = event == XML_TEXT ? 0 : xml_reader_depth(reader);
        if (event == XML_TEXT) {
            if (open[1] || open[0])
                add_text(open[1] ? open[1] : open[0], xml_reader_text(reader));
        } else if (depth > 2) {
            return fault_input(error, FAULT_BAD, tr("%s 第%d行：规则嵌套过深", "%s line %d: nested too deeply"), base, xml_reader_line(reader));
        } else if (event == XML_START && depth > 0) {
            open[depth - 1] = entry_new(reader);
            g_ptr_array_add(depth == 1 ? entries : open[0]->children, open[depth - 1]);
        } else if (event == XML_END && depth > 0) {
            trim_text(open[depth - 1]);
            open[depth - 1] = NULL;
        } else if (event == XML_START && strcmp(xml_reader_namespace(reader), "urn:anjuan:extract-rules") != 0) {
            return fault_input(error, FAULT_BAD, tr("%s：不是提取规则文件（根元素应属 urn:anjuan:extract-rules）", "%s: no file of extraction rules (the root must be in urn:anjuan:extract-rules)"), base);
        }
    }
    return event == XML_DONE;
}

/* A link, pipe or device in the place of a rule file would be passed over, and its rules be missed without a
 * word.  Locks of editors (.#name) are links too, and no rules. */
static gboolean refuse_odd(const char *folder, GError **error)
{
    g_autoptr(GPtrArray) odd = file_list_odd_below(folder, error);
    for (guint i = 0; odd && i < odd->len; i++) {
        const char *name = g_ptr_array_index(odd, i);
        if (path_base(name)[0] != '.')
            return fault_input(
                error, FAULT_BAD,
                tr("规则目录 %s 中的 %s 是链接或特殊文件，不能读取；请换成文件本身，或移出该目录",
                   "%s holds %s, a link or special file, which is not read; put the file itself there or "
                   "take it out"),
                folder, name);
    }
    return odd != NULL;
}

GPtrArray *rulefile_list(const char *folder, GError **error)
{
    g_autoptr(GPtrArray) names = refuse_odd(folder, error) ? file_list_below(folder, error) : NULL;
    for (guint i = names ? names->len : 0; i-- > 0;)
        if (!g_str_has_suffix(names->pdata[i], ".xml"))
            g_ptr_array_remove_index(names, i);
    return g_steal_pointer(&names);
}

GPtrArray *rulefile_read(const char *path, GError **error)
{
    size_t size;
    g_autofree char *bytes = file_read_whole(path, FILE_MAX, &size, error);
    if (!bytes)
        return NULL;
    g_autofree char *base = g_path_get_basename(path);
    g_autoptr(XmlReader) reader = xml_reader_new(bytes, size, base);
    g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func(entry_free);
    return read_entries(reader, base, entries, error) ? g_steal_pointer(&entries) : NULL;
}

/* Adds REST, with every choice made in turn, behind the text that HEAD holds. */
static void expand(GString *head, const char *rest, GPtrArray *texts)
{
    const char *open = strchr(rest, '{'), *close = open ? strchr(open, '}') : NULL;
    gsize before = head->len;
    if (!close) {
        g_ptr_array_add(texts, g_strconcat(head->str, rest, NULL));
        return;
    }
    g_string_append_len(head, rest, open - rest);
    gsize kept = head->len;
    for (const char *choice = open + 1, *end; choice <= close && texts->len < EXPANSIONS_MAX;
         choice = end + 1) {
        end = choice + strcspn(choice, "|}");
        g_string_append_len(head, choice, end - choice);
        expand(head, close + 1, texts);
        g_string_truncate(head, kept);
    }
    g_string_truncate(head, before);
}

GPtrArray *rulefile_expand(const char *text)
{
    GPtrArray *texts = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GString) head = g_string_new(NULL);
    expand(head, text, texts);
    return texts;
}

const char *ruleentry_get(const RuleEntry *entry, const char *name)
{
    return g_hash_table_lookup(entry->attributes, name);
}
