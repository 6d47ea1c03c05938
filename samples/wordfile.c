#include "wordfile.h"

#include <stdio.h>
#include <stdlib.h>

#include "wordhand.h"
#include "zipper.h"

#define XML_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define REL "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define TEXT_WIDTH 8306 /* twentieths of a point between the margins */

typedef struct {
    const char *name;
    GString *text;
} Part;

static void append_cell(WordWriter *writer, const PaperBlock *table, guint row, guint column, guint width) {
    GPtrArray *cells = g_ptr_array_index(table->rows, row);
    const PaperCell *cell = g_ptr_array_index(cells, column);
    GString *out = writer->out;
    g_string_append_printf(out, "<w:tc><w:tcPr><w:tcW w:w=\"%u\" w:type=\"dxa\"/>", width);
    if (cell->span > 1) g_string_append_printf(out, "<w:gridSpan w:val=\"%u\"/>", cell->span);
    if (cell->joined)
        g_string_append(out, writer->hand == HAND_LIBRE ? "<w:vMerge w:val=\"continue\"/>" : "<w:vMerge/>");
    else if (paper_cell_has_below(table, row, column)) g_string_append(out, "<w:vMerge w:val=\"restart\"/>");
    g_string_append(out, "<w:vAlign w:val=\"center\"/></w:tcPr>");
    g_auto(GStrv) lines = g_strsplit(*cell->text ? cell->text : " ", "\n", -1);
    for (guint i = 0; lines[i]; i++) word_append_paragraph(writer, BLOCK_BODY, g_strchug(lines[i]), TRUE);
    g_string_append(out, "</w:tc>");
}

static void append_table(WordWriter *writer, const PaperBlock *table) {
    GString *out = writer->out;
    guint total = 0;
    for (guint i = 0; i < table->widths->len; i++) total += g_array_index(table->widths, guint, i);
    g_string_append_printf(out, "<w:tbl><w:tblPr><w:tblStyle w:val=\"%s\"/>%s</w:tblPr><w:tblGrid>",
                           writer->style->table_style, writer->style->table_look);
    for (guint i = 0; i < table->widths->len; i++) {
        g_string_append_printf(out, "<w:gridCol w:w=\"%u\"/>",
                               g_array_index(table->widths, guint, i) * TEXT_WIDTH / total);
    }
    g_string_append(out, "</w:tblGrid>");
    for (guint row = 0; row < table->rows->len; row++) {
        GPtrArray *cells = g_ptr_array_index(table->rows, row);
        g_string_append(out, "<w:tr><w:trPr><w:trHeight w:val=\"567\"/></w:trPr>");
        for (guint column = 0; column < cells->len; column++) {
            const PaperCell *cell = g_ptr_array_index(cells, column);
            guint width = 0;
            for (guint i = 0; i < cell->span; i++)
                width += g_array_index(table->widths, guint, column + i) * TEXT_WIDTH / total;
            if (cell->span) append_cell(writer, table, row, column, width);
        }
        g_string_append(out, "</w:tr>");
    }
    g_string_append(out, "</w:tbl>");
    word_append_paragraph(writer, BLOCK_LEFT, "", FALSE);
}

static void append_document(WordWriter *writer, const Paper *paper) {
    GString *out = writer->out;
    g_string_append_printf(out, XML_HEAD "<w:document %s><w:body>", writer->style->namespaces);
    for (guint i = 0; i < paper->blocks->len; i++) {
        const PaperBlock *block = g_ptr_array_index(paper->blocks, i);
        if (block->kind == BLOCK_TABLE) append_table(writer, block);
        else if (block->kind == BLOCK_BREAK) word_append_page_break(writer);
        else if (block->kind != BLOCK_PHOTO) word_append_paragraph(writer, block->kind, block->text, FALSE);
    }
    g_string_append(out, "<w:sectPr>");
    if (paper->header) g_string_append(out, "<w:headerReference w:type=\"default\" r:id=\"rId11\"/>");
    g_string_append_printf(
        out, "<w:footerReference w:type=\"default\" r:id=\"rId12\"/>%s</w:sectPr></w:body></w:document>",
        writer->style->section);
}

static GString *header_part(WordWriter *writer, const char *text) {
    GString *out = writer->out = g_string_new(NULL);
    g_string_append_printf(out, XML_HEAD "<w:hdr %s>", writer->style->namespaces);
    word_append_paragraph(writer, BLOCK_RIGHT, text, FALSE);
    g_string_append(out, "</w:hdr>");
    return out;
}

/* 第 N 页 with a page field, and the template's own text before it. */
static GString *footer_part(WordWriter *writer, const char *text) {
    GString *out = writer->out = g_string_new(NULL);
    g_string_append_printf(out, XML_HEAD "<w:ftr %s>", writer->style->namespaces);
    if (text) word_append_paragraph(writer, BLOCK_LEFT, text, FALSE);
    g_string_append(out, "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:t>第</w:t></w:r>");
    if (writer->hand == HAND_LIBRE) {
        g_string_append(out, "<w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple>");
    } else {
        g_string_append(
            out,
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE "
            "\\* MERGEFORMAT </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
            "<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
    }
    g_string_append(out, "<w:r><w:t>页</w:t></w:r></w:p></w:ftr>");
    return out;
}

static GString *text_part(const char *format, ...) G_GNUC_PRINTF(1, 2);
static GString *text_part(const char *format, ...) {
    GString *out = g_string_new(XML_HEAD);
    va_list args;
    va_start(args, format);
    g_string_append_vprintf(out, format, args);
    va_end(args);
    return out;
}

static GString *content_types(gboolean header, gboolean comments, gboolean custom) {
    return text_part(
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        "<Default Extension=\"rels\" "
        "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        "<Override PartName=\"/word/document.xml\" ContentType=\"" TYPE "document.main+xml\"/>"
        "<Override PartName=\"/word/styles.xml\" ContentType=\"" TYPE "styles+xml\"/>"
        "<Override PartName=\"/word/settings.xml\" ContentType=\"" TYPE "settings+xml\"/>"
        "<Override PartName=\"/word/numbering.xml\" ContentType=\"" TYPE "numbering+xml\"/>"
        "<Override PartName=\"/word/footer1.xml\" ContentType=\"" TYPE "footer+xml\"/>%s%s%s"
        "<Override PartName=\"/docProps/core.xml\" "
        "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
        "<Override PartName=\"/docProps/app.xml\" "
        "ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/></Types>",
        header ? "<Override PartName=\"/word/header1.xml\" ContentType=\"" TYPE "header+xml\"/>" : "",
        comments ? "<Override PartName=\"/word/comments.xml\" ContentType=\"" TYPE "comments+xml\"/>" : "",
        custom ? "<Override PartName=\"/docProps/custom.xml\" "
                 "ContentType=\"application/vnd.openxmlformats-officedocument.custom-properties+xml\"/>"
               : "");
}

static GString *package_relations(gboolean custom) {
    return text_part(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        "<Relationship Id=\"rId1\" Type=\"" REL "officeDocument\" Target=\"word/document.xml\"/>"
        "<Relationship Id=\"rId2\" "
        "Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" "
        "Target=\"docProps/core.xml\"/>"
        "<Relationship Id=\"rId3\" Type=\"" REL
        "extended-properties\" Target=\"docProps/app.xml\"/>%s</Relationships>",
        custom ? "<Relationship Id=\"rId4\" Type=\"" REL
                 "custom-properties\" Target=\"docProps/custom.xml\"/>"
               : "");
}

static GString *document_relations(gboolean header, gboolean comments) {
    return text_part(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        "<Relationship Id=\"rId1\" Type=\"" REL "styles\" Target=\"styles.xml\"/>"
        "<Relationship Id=\"rId2\" Type=\"" REL "settings\" Target=\"settings.xml\"/>"
        "<Relationship Id=\"rId3\" Type=\"" REL "numbering\" Target=\"numbering.xml\"/>%s%s"
        "<Relationship Id=\"rId12\" Type=\"" REL "footer\" Target=\"footer1.xml\"/></Relationships>",
        header ? "<Relationship Id=\"rId11\" Type=\"" REL "header\" Target=\"header1.xml\"/>" : "",
        comments ? "<Relationship Id=\"rId13\" Type=\"" REL "comments\" Target=\"comments.xml\"/>" : "");
}

static GString *numbering_part(const HandStyle *style) {
    return text_part(
        "<w:numbering %s><w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"singleLevel\"/>"
        "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:suff "
        "w:val=\"nothing\"/>"
        "<w:lvlText w:val=\"%%1、\"/><w:lvlJc w:val=\"left\"/></w:lvl></w:abstractNum>"
        "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>",
        style->namespaces);
}

static GString *core_part(const WordOptions *options) {
    return text_part(
        "<cp:coreProperties "
        "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
        "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:creator>%s</dc:creator>"
        "<cp:lastModifiedBy>%s</cp:lastModifiedBy><cp:revision>3</cp:revision>"
        "<dcterms:created xsi:type=\"dcterms:W3CDTF\">%sT01:20:00Z</dcterms:created>"
        "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">%sT02:05:00Z</dcterms:modified></cp:coreProperties>",
        options->author, options->author, options->stamp, options->stamp);
}

static GString *app_part(const HandStyle *style) {
    return text_part(
        "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
        "<Template>Normal.dotm</Template><Application>%s</Application><AppVersion>%s</AppVersion></"
        "Properties>",
        style->application, style->app_version);
}

static GString *custom_part(void) {
    return text_part(
        "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" "
        "xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">"
        "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"2\" name=\"KSOProductBuildVer\">"
        "<vt:lpwstr>2052-10.1.0.5975</vt:lpwstr></property></Properties>");
}

static GString *comments_part(const HandStyle *style) {
    return text_part(
        "<w:comments %s><w:comment w:id=\"0\" w:author=\"审核\" w:date=\"2016-10-09T09:02:00Z\"><w:p><w:r>"
        "<w:t>请再核对一遍</w:t></w:r></w:p></w:comment></w:comments>",
        style->namespaces);
}

static GString *style_part(const HandStyle *style, const WordWriter *writer, gboolean settings) {
    GString *out = g_string_new(XML_HEAD);
    if (settings) word_append_settings(out, style, writer->hand);
    else word_append_styles(out, style);
    return out;
}

/* Packs the parts in order and frees them. */
static GBytes *pack_parts(const Part *parts, guint n_parts) {
    char *data = NULL;
    size_t size = 0;
    FILE *file = open_memstream(&data, &size);
    Zipper *zipper = zipper_new(file);
    for (guint i = 0; i < n_parts; i++) {
        if (!parts[i].text) continue;
        zipper_add(zipper, parts[i].name, parts[i].text->str, parts[i].text->len, 0);
        g_string_free(parts[i].text, TRUE);
    }
    zipper_finish(zipper);
    fclose(file);
    return g_bytes_new_with_free_func(data, size, free, data);
}

GBytes *wordfile_write(const Paper *paper, const WordOptions *options) {
    const HandStyle *style = wordhand_style(options->hand);
    gboolean wps = options->hand == HAND_WPS, tracked = options->tracked;
    WordWriter writer = {
        .style = style, .hand = options->hand, .tracked = tracked, .out = g_string_new(NULL)};
    noise_init(&writer.noise, options->seed, options->label);
    append_document(&writer, paper);
    GString *document = writer.out;
    GString *header = paper->header ? header_part(&writer, paper->header) : NULL;
    GString *footer = footer_part(&writer, paper->footer);
    const Part parts[] = {
        {"[Content_Types].xml", content_types(paper->header != NULL, tracked, wps)},
        {"_rels/.rels", package_relations(wps)},
        {"word/_rels/document.xml.rels", document_relations(paper->header != NULL, tracked)},
        {"word/document.xml", document},
        {"word/header1.xml", header},
        {"word/footer1.xml", footer},
        {"word/styles.xml", style_part(style, &writer, FALSE)},
        {"word/settings.xml", style_part(style, &writer, TRUE)},
        {"word/numbering.xml", numbering_part(style)},
        {"word/comments.xml", tracked ? comments_part(style) : NULL},
        {"docProps/core.xml", core_part(options)},
        {"docProps/app.xml", app_part(style)},
        {"docProps/custom.xml", wps ? custom_part() : NULL},
    };
    return pack_parts(parts, G_N_ELEMENTS(parts));
}
