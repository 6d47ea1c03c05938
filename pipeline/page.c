#include "page.h"

#include <string.h>

#include "day.h"
#include "text.h"

/* As it may be shown; tabs and line ends stay.  NULL for NULL. */
static char *shown_text(const char *text)
{
    return text ? text_display_keeping(text, "\t\r\n") : NULL;
}

void page_end(XmlWriter *xml)
{
    xml_writer_end(xml);
}

void page_attribute(XmlWriter *xml, const char *name, const char *value)
{
    g_autofree char *shown = shown_text(value);
    xml_writer_attribute(xml, name, shown);
}

void page_text(XmlWriter *xml, const char *element, const char *text)
{
    if (!text)
        return;
    g_autofree char *shown = shown_text(text);
    xml_writer_start(xml, NULL, element);
    xml_writer_text(xml, shown);
    xml_writer_end(xml);
}

void page_fact(XmlWriter *xml, const char *label, const char *value, const char *tone)
{
    if (!value || value[0] == '\0')
        return;
    g_autofree char *shown = shown_text(value);
    xml_writer_start(xml, NULL, "fact");
    xml_writer_attribute(xml, "label", label);
    xml_writer_attribute(xml, "tone", tone);
    xml_writer_text(xml, shown);
    xml_writer_end(xml);
}

void page_section(XmlWriter *xml, const char *id, const char *title, const char *note)
{
    xml_writer_start(xml, NULL, "section");
    xml_writer_attribute(xml, "id", id);
    page_attribute(xml, "title", title);
    page_attribute(xml, "note", note);
}

/* ---- tables ---- */

void page_table(XmlWriter *xml, const PageColumn *columns, gsize n_columns)
{
    xml_writer_start(xml, NULL, "table");
    for (gsize i = 0; i < n_columns; i++) {
        xml_writer_start(xml, NULL, "column");
        xml_writer_attribute(xml, "label", columns[i].label);
        xml_writer_attribute(xml, "kind", columns[i].kind);
        xml_writer_end(xml);
    }
}

void page_row(XmlWriter *xml, const char *tone)
{
    xml_writer_start(xml, NULL, "row");
    xml_writer_attribute(xml, "tone", tone);
}

void page_cell_tone(XmlWriter *xml, const char *text, const char *tone)
{
    g_autofree char *shown = shown_text(text);
    xml_writer_start(xml, NULL, "cell");
    xml_writer_attribute(xml, "tone", shown ? tone : NULL);
    if (shown)
        xml_writer_text(xml, shown);
    xml_writer_end(xml);
}

void page_cell(XmlWriter *xml, const char *text)
{
    page_cell_tone(xml, text, NULL);
}

void page_cell_count(XmlWriter *xml, int64_t count)
{
    g_autofree char *text = g_strdup_printf("%" G_GINT64_FORMAT, (gint64)count);
    page_cell(xml, text);
}

void page_cell_head(XmlWriter *xml, const char *text, const char *href)
{
    xml_writer_start(xml, NULL, "cell");
    xml_writer_attribute(xml, "head", "yes");
    if (href)
        page_link(xml, href, text);
    else
        page_text(xml, "span", text);
    xml_writer_end(xml);
}

void page_link(XmlWriter *xml, const char *href, const char *text)
{
    g_autofree char *shown = shown_text(text);
    xml_writer_start(xml, NULL, "link");
    xml_writer_attribute(xml, "href", href);
    xml_writer_text(xml, shown);
    xml_writer_end(xml);
}

char *page_time(int64_t time_s)
{
    g_autofree char *text = instant_format(time_s);
    if (strlen(text) < 16)
        return g_strdup("");
    text[10] = ' ';
    return g_strndup(text, 16);
}
