/* Styles and numbering of a DOCX, as far as they decide what is read. */
#include "docx_parts.h"

#include <stdlib.h>
#include <string.h>

enum { BASED_ON_MAX = 20, RECORDS_MAX = 20000 };

static void style_free(gpointer data)
{
    DocxStyle *style = data;
    g_free(style->based_on);
    g_free(style);
}

static void abstract_free(gpointer data)
{
    DocxAbstractNum *abstract = data;
    for (int i = 0; i < NUMBER_LEVELS; i++) {
        g_free(abstract->levels[i].format);
        g_free(abstract->levels[i].text);
    }
    g_free(abstract->style_link);
    g_free(abstract);
}

static void num_free(gpointer data)
{
    DocxNum *num = data;
    g_free(num->abstract_id);
    g_free(num);
}

void docx_look_init(DocxLook *look)
{
    look->styles = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, style_free);
    look->abstracts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, abstract_free);
    look->nums = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, num_free);
    look->default_style = NULL;
}

void docx_look_clear(DocxLook *look)
{
    g_hash_table_unref(look->styles);
    g_hash_table_unref(look->abstracts);
    g_hash_table_unref(look->nums);
    g_free(look->default_style);
}

bool docx_on(const char *value)
{
    return !value || (strcmp(value, "0") != 0 && strcmp(value, "false") != 0 && strcmp(value, "off") != 0);
}

bool docx_is_word(const char *ns)
{
    return strcmp(ns, "http://schemas.openxmlformats.org/wordprocessingml/2006/main") == 0 ||
           strcmp(ns, "http://purl.oclc.org/ooxml/wordprocessingml/main") == 0;
}

static const char *val(XmlReader *reader)
{
    return xml_reader_attribute(reader, NULL, "val");
}

static int int_val(XmlReader *reader, int low, int high)
{
    const char *text = val(reader);
    long number = text ? strtol(text, NULL, 10) : low;
    return (int)CLAMP(number, low, high);
}

static void read_style_property(DocxStyle *style, XmlReader *reader)
{
    const char *name = xml_reader_name(reader);
    if (strcmp(name, "vanish") == 0)
        style->hidden = docx_on(val(reader));
    else if (strcmp(name, "jc") == 0)
        style->centred = g_strcmp0(val(reader), "center") == 0;
    else if (strcmp(name, "sz") == 0)
        style->half_points = int_val(reader, 0, 4000);
    else if (strcmp(name, "numId") == 0)
        style->num_id = int_val(reader, 0, G_MAXINT32);
    else if (strcmp(name, "ilvl") == 0)
        style->level = int_val(reader, 0, NUMBER_LEVELS - 1);
    else if (strcmp(name, "basedOn") == 0 && !style->based_on)
        style->based_on = g_strdup(val(reader));
}

static DocxStyle *begin_style(DocxLook *look, XmlReader *reader)
{
    const char *id = xml_reader_attribute(reader, NULL, "styleId");
    const char *type = xml_reader_attribute(reader, NULL, "type");
    const char *is_default = xml_reader_attribute(reader, NULL, "default");
    if (!id || g_hash_table_size(look->styles) >= RECORDS_MAX)
        return NULL;
    DocxStyle *style = g_new(DocxStyle, 1);
    *style = (DocxStyle){NULL, -1, -1, -1, -1, -1};
    if (is_default && docx_on(is_default) && g_strcmp0(type, "paragraph") == 0 && !look->default_style)
        look->default_style = g_strdup(id);
    g_hash_table_replace(look->styles, g_strdup(id), style);
    return style;
}

gboolean docx_read_styles(DocxLook *look, XmlReader *reader, GError **error)
{
    DocxStyle *style = NULL;
    int skip_below = -1; /* conditional table formats and tracked changes are no properties of the style */
    XmlEvent event;
    while ((event = xml_reader_next(reader, error)) > XML_DONE) {
        if (event == XML_TEXT)
            continue;
        const char *name = xml_reader_name(reader);
        int depth = xml_reader_depth(reader);
        if (event == XML_END) {
            if (depth == skip_below)
                skip_below = -1;
            if (depth == 1)
                style = NULL;
        } else if (skip_below < 0 && docx_is_word(xml_reader_namespace(reader))) {
            if (strcmp(name, "style") == 0)
                style = begin_style(look, reader);
            else if (strcmp(name, "tblStylePr") == 0 || g_str_has_suffix(name, "Change"))
                skip_below = depth;
            else if (style)
                read_style_property(style, reader);
        }
    }
    return event == XML_DONE;
}

DocxStyle docx_style_resolve(const DocxLook *look, const char *id)
{
    DocxStyle all = {NULL, -1, -1, -1, -1, -1};
    if (!id)
        id = look->default_style;
    for (int i = 0; id && i < BASED_ON_MAX; i++) {
        const DocxStyle *style = g_hash_table_lookup(look->styles, id);
        if (!style)
            break;
        all.hidden = all.hidden < 0 ? style->hidden : all.hidden;
        all.centred = all.centred < 0 ? style->centred : all.centred;
        all.half_points = all.half_points < 0 ? style->half_points : all.half_points;
        if (all.num_id < 0) {
            all.num_id = style->num_id;
            all.level = style->level;
        }
        id = style->based_on;
    }
    return all;
}

static void read_level_property(DocxLevel *level, XmlReader *reader)
{
    const char *name = xml_reader_name(reader);
    if (strcmp(name, "start") == 0) {
        level->start = int_val(reader, 0, 1000000);
    } else if (strcmp(name, "numFmt") == 0) {
        const char *format = xml_reader_attribute(reader, NULL, "format");
        g_free(level->format);
        level->format = g_strdup(format && g_strcmp0(val(reader), "custom") == 0 ? "decimal" : val(reader));
    } else if (strcmp(name, "lvlText") == 0) {
        g_free(level->text);
        level->text = g_strndup(val(reader) ? val(reader) : "", 100);
    } else if (strcmp(name, "suff") == 0) {
        level->gap = g_strcmp0(val(reader), "nothing") != 0;
    } else if (strcmp(name, "isLgl") == 0) {
        level->legal = docx_on(val(reader));
    }
}

static DocxAbstractNum *begin_abstract(DocxLook *look, XmlReader *reader)
{
    const char *id = xml_reader_attribute(reader, NULL, "abstractNumId");
    if (!id || g_hash_table_size(look->abstracts) >= RECORDS_MAX)
        return NULL;
    DocxAbstractNum *abstract = g_new0(DocxAbstractNum, 1);
    for (int i = 0; i < NUMBER_LEVELS; i++)
        abstract->levels[i] = (DocxLevel){.start = 1, .gap = true};
    g_hash_table_replace(look->abstracts, g_strdup(id), abstract);
    return abstract;
}

static DocxNum *begin_num(DocxLook *look, XmlReader *reader)
{
    const char *id = xml_reader_attribute(reader, NULL, "numId");
    if (!id || g_hash_table_size(look->nums) >= RECORDS_MAX)
        return NULL;
    DocxNum *num = g_new0(DocxNum, 1);
    for (int i = 0; i < NUMBER_LEVELS; i++)
        num->start_override[i] = -1;
    g_hash_table_replace(look->nums, GINT_TO_POINTER((int)CLAMP(strtol(id, NULL, 10), 0, G_MAXINT32)), num);
    return num;
}

typedef struct {
    DocxAbstractNum *abstract;
    DocxNum *num;
    int level;
    bool in_override;
} NumberingState;

static void begin_numbering_element(DocxLook *look, NumberingState *state, XmlReader *reader)
{
    const char *name = xml_reader_name(reader);
    if (strcmp(name, "abstractNum") == 0) {
        *state = (NumberingState){.abstract = begin_abstract(look, reader), .level = -1};
    } else if (strcmp(name, "num") == 0) {
        *state = (NumberingState){.num = begin_num(look, reader), .level = -1};
    } else if (strcmp(name, "lvl") == 0 || strcmp(name, "lvlOverride") == 0) {
        const char *level = xml_reader_attribute(reader, NULL, "ilvl");
        state->level = level ? (int)CLAMP(strtol(level, NULL, 10), 0, NUMBER_LEVELS - 1) : -1;
    } else if (state->abstract && strcmp(name, "numStyleLink") == 0) {
        g_free(state->abstract->style_link);
        state->abstract->style_link = g_strdup(val(reader));
    } else if (state->abstract && state->level >= 0) {
        read_level_property(&state->abstract->levels[state->level], reader);
    } else if (state->num && strcmp(name, "abstractNumId") == 0 && !state->num->abstract_id) {
        state->num->abstract_id = g_strdup(val(reader));
    } else if (state->num && state->level >= 0 && strcmp(name, "startOverride") == 0) {
        state->num->start_override[state->level] = int_val(reader, 0, 1000000);
    }
}

gboolean docx_read_numbering(DocxLook *look, XmlReader *reader, GError **error)
{
    NumberingState state = {.level = -1};
    XmlEvent event;
    while ((event = xml_reader_next(reader, error)) > XML_DONE) {
        if (event == XML_START && docx_is_word(xml_reader_namespace(reader)))
            begin_numbering_element(look, &state, reader);
        else if (event == XML_END && strcmp(xml_reader_name(reader), "lvl") == 0)
            state.level = -1;
    }
    return event == XML_DONE;
}
