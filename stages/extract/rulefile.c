#include "rulefile.h"

#include <string.h>

#include "fault.h"
#include "fileio.h"
#include "lang.h"
#include "rec_inventory.h"
#include "text.h"
#include "xmlio.h"

enum { FILE_MAX = 4 << 20, EXPANSIONS_MAX = 1000 };

struct RuleAttribute {
    const char *name, *value;
    RuleAttribute *next;
};

static void entry_free(gpointer data)
{
    RuleEntry *entry = data;
    for (RuleAttribute *one = entry->attributes, *next; one; one = next) {
        next = one->next;
        g_free(one);
    }
    if (entry->children)
        g_ptr_array_unref(entry->children);
    g_free(entry);
}

static RuleFile *file_new(const char *name)
{
    RuleFile *file = g_new(RuleFile, 1);
    *file = (RuleFile){g_strdup(name), g_ptr_array_new_with_free_func(entry_free),
                       g_string_chunk_new(1 << 16)};
    return file;
}

void rulefile_free(RuleFile *file)
{
    if (!file)
        return;
    g_ptr_array_unref(file->entries);
    g_string_chunk_free(file->texts);
    g_free(file->name);
    g_free(file);
}

/* An entry or child in hand, and its text so far. */
typedef struct {
    RuleFile *file;
    RuleEntry *entry; /* NULL: none */
    GString *text;
} Open;

static void keep_attribute(const char *ns, const char *local, const char *value, void *data)
{
    (void)ns;
    const Open *open = data;
    RuleAttribute *one = g_new(RuleAttribute, 1);
    *one = (RuleAttribute){g_string_chunk_insert(open->file->texts, local),
                           g_string_chunk_insert(open->file->texts, value), open->entry->attributes};
    open->entry->attributes = one;
}

static void open_entry(Open *open, XmlReader *reader, GPtrArray *among, bool child)
{
    RuleEntry *entry = open->entry = g_new0(RuleEntry, 1);
    entry->name = g_string_chunk_insert(open->file->texts, xml_reader_name(reader));
    entry->line = xml_reader_line(reader);
    entry->children = child ? NULL : g_ptr_array_new_with_free_func(entry_free);
    xml_reader_each_attribute(reader, keep_attribute, open);
    g_string_truncate(open->text, 0);
    g_ptr_array_add(among, entry);
}

static void close_entry(Open *open)
{
    g_autofree char *trimmed = text_trim(open->text->str);
    open->entry->text = g_string_chunk_insert(open->file->texts, trimmed);
    open->entry = NULL;
}

static gboolean read_entries(XmlReader *reader, RuleFile *file, Open open[2], GError **error)
{
    XmlEvent event;
    while ((event = xml_reader_next(reader, error)) > XML_DONE) {
        int depth = event == XML_TEXT ? 0 : xml_reader_depth(reader);
        if (event == XML_TEXT) {
            g_string_append(open[open[1].entry ? 1 : 0].text, xml_reader_text(reader));
        } else if (depth > 2) {
            return fault_input(error, FAULT_BAD, tr("%s 第%d行：规则嵌套过深", "%s line %d: nested too deeply"), file->name, xml_reader_line(reader));
        } else if (event == XML_START && depth == 1) {
            open_entry(&open[0], reader, file->entries, false);
        } else if (event == XML_START && depth == 2 && open[0].entry) {
            open_entry(&open[1], reader, open[0].entry->children, true);
        } else if (event == XML_END && depth > 0) {
            close_entry(&open[depth - 1]);
        } else if (event == XML_START && strcmp(xml_reader_namespace(reader), "urn:anjuan:extract-rules") != 0) {
            return fault_input(error, FAULT_BAD, tr("%s：不是提取规则文件（根元素应属 urn:anjuan:extract-rules）", "%s: no file of extraction rules (the root must be in urn:anjuan:extract-rules)"), file->name);
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

RuleFile *rulefile_read(const char *folder, const char *name, GError **error)
{
    size_t size;
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autofree char *bytes = file_read_whole(path, FILE_MAX, &size, error);
    if (!bytes)
        return NULL;
    g_autoptr(RuleFile) file = file_new(name);
    g_autoptr(XmlReader) reader = xml_reader_new(bytes, size, file->name);
    g_autoptr(GString) text = g_string_new(NULL), text_of_child = g_string_new(NULL);
    Open open[2] = {{file, NULL, text}, {file, NULL, text_of_child}};
    return read_entries(reader, file, open, error) ? g_steal_pointer(&file) : NULL;
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
    for (const RuleAttribute *one = entry->attributes; one; one = one->next)
        if (strcmp(one->name, name) == 0)
            return one->value;
    return NULL;
}
