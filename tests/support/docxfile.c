#include "docxfile.h"

#include <stdbool.h>
#include <string.h>

#include "archive.h"

#define MERGED "⇓"
#define NAMESPACES                                                                                                     \
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "                                        \
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "                                 \
    "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "                                        \
    "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:v=\"urn:schemas-microsoft-com:vml\" " \
    "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""

static void put16(GByteArray *out, unsigned n)
{
    guint8 bytes[] = {(guint8)n, (guint8)(n >> 8)};
    g_byte_array_append(out, bytes, sizeof bytes);
}

static void put32(GByteArray *out, guint32 n)
{
    put16(out, n & 0xFFFF);
    put16(out, n >> 16);
}

static gsize part_size(const DocxPart *part)
{
    return part->size ? part->size : strlen(part->text);
}

/* The fields that local and central headers have in common. */
static void put_entry(GByteArray *out, const DocxPart *part)
{
    guint32 size = (guint32)part_size(part);
    put16(out, 20);
    put16(out, 0x800);
    put16(out, 0);
    put32(out, 0x490A6000);
    put32(out, archive_crc32(part->text, size));
    put32(out, size);
    put32(out, size);
    put16(out, (unsigned)strlen(part->name));
    put16(out, 0);
}

GBytes *docxfile_zip(const DocxPart *parts, guint count)
{
    GByteArray *out = g_byte_array_new(), *directory = g_byte_array_new();
    for (guint i = 0; i < count; i++) {
        guint32 at = out->len;
        put32(out, 0x04034B50);
        put_entry(out, &parts[i]);
        g_byte_array_append(out, (const guint8 *)parts[i].name, (guint)strlen(parts[i].name));
        g_byte_array_append(out, (const guint8 *)parts[i].text, (guint)part_size(&parts[i]));
        put32(directory, 0x02014B50);
        put16(directory, 20);
        put_entry(directory, &parts[i]);
        put16(directory, 0);
        put32(directory, 0);
        put32(directory, 0);
        put32(directory, at);
        g_byte_array_append(directory, (const guint8 *)parts[i].name, (guint)strlen(parts[i].name));
    }
    guint32 at = out->len;
    g_byte_array_append(out, directory->data, directory->len);
    put32(out, 0x06054B50);
    put32(out, 0);
    put16(out, count);
    put16(out, count);
    put32(out, directory->len);
    put32(out, at);
    put16(out, 0);
    g_byte_array_unref(directory);
    return g_byte_array_free_to_bytes(out);
}

/* "word/footnotes.xml" → "footnotes", "word/header2.xml" → "header". */
static char *relation_kind(const char *name)
{
    const char *base = strrchr(name, '/') + 1;
    size_t letters = strspn(base, "abcdefghijklmnopqrstuvwxyzFC");
    return g_strndup(base, letters);
}

static const char *root_of(const char *kind)
{
    return strcmp(kind, "header") == 0 ? "hdr" : strcmp(kind, "footer") == 0 ? "ftr" : kind;
}

GBytes *docxfile_make(const char *body, const DocxPart *more, guint count)
{
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GString) relations = g_string_new("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    DocxPart *parts = g_new0(DocxPart, count + 4);
    guint n = 0;
    parts[n++] = (DocxPart){"[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"};
    parts[n++] = (DocxPart){"_rels/.rels",
                            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" "
                            "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
                            "Target=\"word/document.xml\"/></Relationships>"};
    for (guint i = 0; i < count; i++) {
        g_autofree char *kind = relation_kind(more[i].name);
        g_string_append_printf(relations,
                               "<Relationship Id=\"x%u\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\" "
                               "Target=\"%s\"/>", i, kind, more[i].name + strlen("word/"));
        char *text = g_strdup_printf("<w:%s %s>%s</w:%s>", root_of(kind), NAMESPACES, more[i].text, root_of(kind));
        g_ptr_array_add(texts, text);
        parts[n++] = (DocxPart){more[i].name, text};
    }
    g_string_append(relations, "</Relationships>");
    parts[n++] = (DocxPart){"word/_rels/document.xml.rels", relations->str};
    char *document = g_strdup_printf("<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document %s><w:body>%s</w:body></w:document>", NAMESPACES, body);
    g_ptr_array_add(texts, document);
    parts[n++] = (DocxPart){"word/document.xml", document};
    GBytes *zip = docxfile_zip(parts, n);
    g_free(parts);
    return zip;
}

static char *replace(const char *text, const char *from, const char *to)
{
    g_auto(GStrv) parts = g_strsplit(text, from, -1);
    return g_strjoinv(to, parts);
}

/* A picture in the text, or one that lies wherever it is anchored. */
#define PICTURE(how)                                                                                                     \
    "</w:t></w:r><w:r><w:drawing><wp:" how " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/"               \
    "wordprocessingDrawing\"><a:blip xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"/></wp:" how      \
    "></w:drawing></w:r><w:r><w:t xml:space=\"preserve\">"

static char *paragraph(const char *text, gboolean centred)
{
    g_autofree char *plain = g_markup_escape_text(text, -1);
    g_autofree char *broken = replace(plain, "⏎", "</w:t><w:br/><w:t xml:space=\"preserve\">");
    g_autofree char *tabbed = replace(broken, "⇥", "</w:t><w:tab/><w:t xml:space=\"preserve\">");
    g_autofree char *pictured = replace(tabbed, "▣", PICTURE("inline")), *escaped = replace(pictured, "◪", PICTURE("anchor"));
    return g_strdup_printf("<w:p>%s<w:r><w:t xml:space=\"preserve\">%s</w:t></w:r></w:p>",
                           centred ? "<w:pPr><w:jc w:val=\"center\"/></w:pPr>" : "", escaped);
}

char *docxfile_paragraph(const char *text)
{
    return paragraph(text, FALSE);
}

static void put_row(GString *xml, const char *row)
{
    g_auto(GStrv) cells = g_strsplit(row, "|", -1);
    g_string_append(xml, "<w:tr>");
    for (char **cell = cells; *cell; cell++) {
        const char *merge = "";
        if (g_str_has_prefix(*cell, MERGED))
            merge = (*cell)[strlen(MERGED)] ? "<w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>" : "<w:tcPr><w:vMerge/></w:tcPr>";
        g_autofree char *content = paragraph(*merge ? *cell + strlen(MERGED) : *cell, FALSE);
        g_string_append_printf(xml, "<w:tc>%s%s</w:tc>", merge, content);
    }
    g_string_append(xml, "</w:tr>");
}

char *docxfile_table(const char *rows)
{
    g_auto(GStrv) lines = g_strsplit(rows, "\n", -1);
    GString *xml = g_string_new("<w:tbl>");
    for (char **line = lines; *line; line++)
        put_row(xml, *line);
    g_string_append(xml, "</w:tbl>");
    return g_string_free(xml, FALSE);
}

/* A paragraph that holds a text box, as Word 2010 writes it: once as a drawing, once more for older readers. */
static void put_box(GString *xml, const char *text)
{
    g_autofree char *content = paragraph(text, TRUE);
    g_string_append_printf(xml, "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>"
                           "<w:txbxContent>%s</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
                           "<w:txbxContent>%s</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
                           content, content);
}

static void put_line(GString *body, GString *header, const char *line)
{
    if (g_str_has_prefix(line, "%")) {
        put_box(body, line + 1);
        return;
    }
    bool in_header = g_str_has_prefix(line, "~"), centred = in_header || *line == '^';
    g_autofree char *content = paragraph(centred ? line + 1 : line, centred);
    g_string_append(in_header ? header : body, content);
}

GBytes *docxfile_of_lines(const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    g_autoptr(GString) xml = g_string_new(NULL), header = g_string_new(NULL);
    gboolean in_table = FALSE;
    for (char **line = lines; *line; line++) {
        gboolean row = **line == '|';
        if (row != in_table)
            g_string_append(xml, row ? "<w:tbl>" : "</w:tbl>");
        in_table = row;
        if (row)
            put_row(xml, *line + 1);
        else
            put_line(xml, header, *line);
    }
    if (in_table)
        g_string_append(xml, "</w:tbl>");
    return docxfile_make(xml->str, &(DocxPart){"word/header1.xml", header->str}, header->len > 0);
}
