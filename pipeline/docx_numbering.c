/* The definitions of lists: word/numbering.xml. */
#include <stdlib.h>
#include <string.h>

#include "docx_parts.h"

static void level_clear(DocxLevel *level)
{
    g_free(level->format);
    g_free(level->text);
    g_free(level->font);
    g_free(level->style);
}

static void abstract_free(gpointer data)
{
    DocxAbstractNum *abstract = data;
    for (int i = 0; i < NUMBER_LEVELS; i++)
        level_clear(&abstract->levels[i]);
    g_free(abstract->style_link);
    g_free(abstract);
}

static void num_free(gpointer data)
{
    DocxNum *num = data;
    for (int i = 0; i < NUMBER_LEVELS; i++)
        if (num->levels[i]) {
            level_clear(num->levels[i]);
            g_free(num->levels[i]);
        }
    g_free(num->abstract_id);
    g_free(num);
}

void docx_numbering_init(DocxLook *look)
{
    look->abstracts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, abstract_free);
    look->nums = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, num_free);
}

/* ---- looking up ---- */

DocxNum *docx_num(const DocxLook *look, int num_id)
{
    return num_id > 0 ? g_hash_table_lookup(look->nums, GINT_TO_POINTER(num_id)) : NULL;
}

static DocxAbstractNum *own_abstract(const DocxLook *look, const DocxNum *num)
{
    return num && num->abstract_id ? g_hash_table_lookup(look->abstracts, num->abstract_id) : NULL;
}

DocxAbstractNum *docx_num_abstract(const DocxLook *look, const DocxNum *num)
{
    DocxAbstractNum *abstract = own_abstract(look, num);
    if (!abstract || !abstract->style_link)
        return abstract;
    const DocxStyle *style = g_hash_table_lookup(look->styles, abstract->style_link);
    DocxAbstractNum *linked = style ? own_abstract(look, docx_num(look, style->num_id)) : NULL;
    return linked ? linked : abstract;
}

int docx_numbering_level_of(const DocxLook *look, int num_id, const char *style)
{
    const DocxAbstractNum *abstract = docx_num_abstract(look, docx_num(look, num_id));
    for (int i = 0; abstract && i < NUMBER_LEVELS; i++)
        if (g_strcmp0(abstract->levels[i].style, style) == 0)
            return i;
    return -1;
}

/* ---- reading ---- */

typedef struct {
    DocxAbstractNum *abstract;
    DocxNum *num;
    int level; /* in hand, or -1 */
} NumberingState;

static void take_text(char **field, const char *value)
{
    g_free(*field);
    *field = value ? g_strndup(value, 100) : NULL;
}

static void read_level_property(DocxLevel *level, XmlReader *reader)
{
    const char *name = xml_reader_name(reader), *value = docx_val(reader);
    if (strcmp(name, "start") == 0)
        level->start = docx_int_val(reader, 0, 1000000);
    else if (strcmp(name, "numFmt") == 0)
        take_text(&level->format, g_strcmp0(value, "custom") == 0 ? "decimal" : value);
    else if (strcmp(name, "lvlText") == 0)
        take_text(&level->text, value ? value : "");
    else if (strcmp(name, "suff") == 0)
        level->gap = g_strcmp0(value, "nothing") != 0;
    else if (strcmp(name, "isLgl") == 0)
        level->legal = docx_on(value);
    else if (strcmp(name, "lvlRestart") == 0)
        level->restart = docx_int_val(reader, 0, NUMBER_LEVELS);
    else if (strcmp(name, "pStyle") == 0)
        take_text(&level->style, value);
    else if (strcmp(name, "rFonts") == 0)
        take_text(&level->font, xml_reader_attribute(reader, NULL, "ascii"));
}

static const DocxLevel plain_level = {.start = 1, .restart = -1, .gap = true};

static DocxAbstractNum *begin_abstract(DocxLook *look, XmlReader *reader)
{
    const char *id = xml_reader_attribute(reader, NULL, "abstractNumId");
    if (!id || g_hash_table_size(look->abstracts) >= DOCX_DEFINITIONS_MAX)
        return NULL;
    DocxAbstractNum *abstract = g_new0(DocxAbstractNum, 1);
    for (int i = 0; i < NUMBER_LEVELS; i++)
        abstract->levels[i] = plain_level;
    g_hash_table_replace(look->abstracts, g_strdup(id), abstract);
    return abstract;
}

static DocxNum *begin_num(DocxLook *look, XmlReader *reader)
{
    const char *id = xml_reader_attribute(reader, NULL, "numId");
    if (!id || g_hash_table_size(look->nums) >= DOCX_DEFINITIONS_MAX)
        return NULL;
    DocxNum *num = g_new0(DocxNum, 1);
    for (int i = 0; i < NUMBER_LEVELS; i++)
        num->start_override[i] = -1;
    g_hash_table_replace(look->nums, GINT_TO_POINTER((int)CLAMP(strtol(id, NULL, 10), 0, G_MAXINT32)), num);
    return num;
}

static void begin_level(NumberingState *state, XmlReader *reader, bool defined)
{
    const char *level = xml_reader_attribute(reader, NULL, "ilvl");
    state->level = level ? (int)CLAMP(strtol(level, NULL, 10), 0, NUMBER_LEVELS - 1) : -1;
    if (defined && state->num && state->level >= 0 && !state->num->levels[state->level])
        state->num->levels[state->level] = g_memdup2(&plain_level, sizeof plain_level);
}

static void begin_numbering_element(DocxLook *look, NumberingState *state, XmlReader *reader)
{
    const char *name = xml_reader_name(reader);
    DocxNum *num = state->num;
    if (strcmp(name, "abstractNum") == 0)
        *state = (NumberingState){.abstract = begin_abstract(look, reader), .level = -1};
    else if (strcmp(name, "num") == 0)
        *state = (NumberingState){.num = begin_num(look, reader), .level = -1};
    else if (strcmp(name, "lvl") == 0 || strcmp(name, "lvlOverride") == 0)
        begin_level(state, reader, name[3] == '\0');
    else if (state->abstract && strcmp(name, "numStyleLink") == 0)
        take_text(&state->abstract->style_link, docx_val(reader));
    else if (num && strcmp(name, "abstractNumId") == 0)
        take_text(&num->abstract_id, docx_val(reader));
    else if (num && state->level >= 0 && strcmp(name, "startOverride") == 0)
        num->start_override[state->level] = docx_int_val(reader, 0, 1000000);
    else if (state->abstract && state->level >= 0)
        read_level_property(&state->abstract->levels[state->level], reader);
    else if (num && state->level >= 0 && num->levels[state->level])
        read_level_property(num->levels[state->level], reader);
}

gboolean docx_read_numbering(DocxLook *look, XmlReader *reader, GError **error)
{
    NumberingState state = {.level = -1};
    XmlEvent event;
    while ((event = xml_reader_next(reader, error)) > XML_DONE) {
        if (event == XML_START && docx_is_word(xml_reader_namespace(reader)))
            begin_numbering_element(look, &state, reader);
        else if (event == XML_END && strcmp(xml_reader_name(reader), state.num ? "lvlOverride" : "lvl") == 0)
            state.level = -1;
    }
    return event == XML_DONE;
}
