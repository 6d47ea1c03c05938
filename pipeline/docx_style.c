/* Styles of a DOCX, as far as they decide what is read. */
#include "docx_parts.h"

#include <stdlib.h>
#include <string.h>

enum { BASED_ON_MAX = 20, ID_BYTES_MAX = 500 }; /* an id is looked up for every paragraph */

static void style_free(gpointer data)
{
    DocxStyle *style = data;
    g_free(style->based_on);
    g_free(style);
}

void docx_look_init(DocxLook *look)
{
    *look = (DocxLook){.styles = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, style_free)};
    docx_numbering_init(look);
}

void docx_look_clear(DocxLook *look)
{
    g_hash_table_unref(look->styles);
    g_hash_table_unref(look->abstracts);
    g_hash_table_unref(look->nums);
    g_free(look->default_style);
    g_free(look->default_run);
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

bool docx_is_drawing(const char *ns)
{
    return strcmp(ns, "http://schemas.openxmlformats.org/drawingml/2006/main") == 0 ||
           strcmp(ns, "http://purl.oclc.org/ooxml/drawingml/main") == 0;
}

const char *docx_val(const XmlReader *reader)
{
    return xml_reader_attribute(reader, NULL, "val");
}

int docx_int_val(const XmlReader *reader, int low, int high)
{
    const char *text = docx_val(reader);
    long number = text ? strtol(text, NULL, 10) : low;
    return (int)CLAMP(number, low, high);
}

static void read_style_property(DocxStyle *style, XmlReader *reader)
{
    const char *name = xml_reader_name(reader);
    if (strcmp(name, "vanish") == 0)
        style->hidden = docx_on(docx_val(reader));
    else if (strcmp(name, "jc") == 0)
        style->centred = g_strcmp0(docx_val(reader), "center") == 0;
    else if (strcmp(name, "sz") == 0)
        style->half_points = docx_int_val(reader, 0, 4000);
    else if (strcmp(name, "numId") == 0)
        style->num_id = docx_int_val(reader, 0, G_MAXINT32);
    else if (strcmp(name, "ilvl") == 0)
        style->level = docx_int_val(reader, 0, NUMBER_LEVELS - 1);
    else if (strcmp(name, "basedOn") == 0 && !style->based_on)
        style->based_on = g_strndup(docx_val(reader) ? docx_val(reader) : "", ID_BYTES_MAX);
}

static DocxStyle *begin_style(DocxLook *look, XmlReader *reader)
{
    const char *id = xml_reader_attribute(reader, NULL, "styleId");
    const char *type = xml_reader_attribute(reader, NULL, "type");
    const char *is_default = xml_reader_attribute(reader, NULL, "default");
    if (!id || strlen(id) > ID_BYTES_MAX || g_hash_table_size(look->styles) >= DOCX_DEFINITIONS_MAX)
        return NULL;
    DocxStyle *style = g_new(DocxStyle, 1);
    *style = DOCX_NO_STYLE;
    bool by_default = is_default && docx_on(is_default);
    if (by_default && g_strcmp0(type, "paragraph") == 0 && !look->default_style)
        look->default_style = g_strdup(id);
    if (by_default && g_strcmp0(type, "character") == 0 && !look->default_run)
        look->default_run = g_strdup(id);
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
            else if (strcmp(name, "vanish") == 0 && depth == 4) /* w:docDefaults/w:rPrDefault/w:rPr */
                look->hidden = docx_on(docx_val(reader));
        }
    }
    return event == XML_DONE;
}

DocxStyle docx_style_resolve(const DocxLook *look, const char *id)
{
    DocxStyle all = DOCX_NO_STYLE;
    if (!id)
        id = look->default_style;
    const char *own = id;
    for (int i = 0; id && i < BASED_ON_MAX; i++) {
        const DocxStyle *style = g_hash_table_lookup(look->styles, id);
        if (!style)
            break;
        all.hidden = all.hidden < 0 ? style->hidden : all.hidden;
        all.centred = all.centred < 0 ? style->centred : all.centred;
        all.half_points = all.half_points < 0 ? style->half_points : all.half_points;
        if (all.num_id < 0 && style->num_id > 0 && all.level < 0) {
            all.level = docx_numbering_level_of(look, style->num_id, own);
            all.level = all.level < 0 ? docx_numbering_level_of(look, style->num_id, id) : all.level;
        }
        all.num_id = all.num_id < 0 ? style->num_id : all.num_id;
        all.level = all.level < 0 ? style->level : all.level;
        id = style->based_on;
    }
    return all;
}

int docx_style_hides_run(const DocxLook *look, const char *id)
{
    if (!id)
        id = look->default_run;
    return id ? docx_style_resolve(look, id).hidden : -1;
}

