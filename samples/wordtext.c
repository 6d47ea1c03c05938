/* Paragraphs and runs: how the same sentence is cut up by each word processor. */
#include <string.h>

#include "wordhand.h"

#define RUN_PIECE_MIN 6 /* characters before somebody may have typed again */

static guint32 next_rsid(WordWriter *writer) {
    return 0x00100000u + noise_below(&writer->noise, 0xEFFFFF);
}

static void append_escaped(GString *out, const char *text, gsize size) {
    g_autofree char *escaped = g_markup_escape_text(text, (gssize)size);
    g_string_append(out, escaped);
}

static void append_run_properties(WordWriter *writer, BlockKind kind, gboolean chinese, gboolean cell) {
    const HandStyle *style = writer->style;
    guint size = kind == BLOCK_TITLE ? 44 : cell ? 24 : 28;
    g_string_append(writer->out, "<w:rPr>");
    if (chinese || writer->hand != HAND_WORD)
        g_string_append_printf(writer->out, "<w:rFonts%s/>", style->run_hint);
    if (kind == BLOCK_TITLE) g_string_append(writer->out, "<w:b/><w:bCs/>");
    g_string_append_printf(writer->out, "<w:sz w:val=\"%u\"/><w:szCs w:val=\"%u\"/>", size, size);
    if (writer->hand == HAND_WPS)
        g_string_append(writer->out, "<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/>");
    g_string_append(writer->out, "</w:rPr>");
}

static void append_run(WordWriter *writer, BlockKind kind, const char *text, gsize size, gboolean cell,
                       const char *element) {
    GString *out = writer->out;
    gboolean chinese = (guchar)*text >= 0x80;
    if (writer->style->rsids && noise_below(&writer->noise, 3) == 0) {
        g_string_append_printf(out, "<w:r w:rsidR=\"%08X\">", next_rsid(writer));
    } else {
        g_string_append(out, "<w:r>");
    }
    append_run_properties(writer, kind, chinese, cell);
    gboolean keep = *text == ' ' || text[size - 1] == ' ';
    g_string_append_printf(out, "<w:%s%s>", element, keep ? " xml:space=\"preserve\"" : "");
    append_escaped(out, text, size);
    g_string_append_printf(out, "</w:%s></w:r>", element);
}

/* Word and WPS cut where Chinese meets ASCII, and now and then where somebody typed again. */
static gsize piece_length(WordWriter *writer, const char *text) {
    if (!writer->style->splits) return strcspn(text, "\t");
    gboolean ascii = (guchar)*text < 0x80;
    const char *p = text;
    guint n = 0, limit = RUN_PIECE_MIN + noise_below(&writer->noise, 60);
    if (ascii && noise_below(&writer->noise, 6) == 0) limit = 1; /* a figure corrected by hand */
    while (*p && *p != '\t' && ((guchar)*p < 0x80) == ascii && n < limit) {
        p = g_utf8_next_char(p);
        n++;
    }
    return (gsize)(p - text);
}

static void append_runs(WordWriter *writer, BlockKind kind, const char *text, gboolean cell) {
    while (*text) {
        if (*text == '\t') {
            g_string_append(writer->out, "<w:r><w:tab/></w:r>");
            text++;
            continue;
        }
        gsize size = piece_length(writer, text);
        append_run(writer, kind, text, size, cell, "t");
        text += size;
    }
}

static const char *alignment(BlockKind kind) {
    switch (kind) {
    case BLOCK_TITLE:
    case BLOCK_SUBTITLE:
    case BLOCK_NUMBER:
        return "center";
    case BLOCK_RIGHT:
    case BLOCK_SIGN:
    case BLOCK_DATE:
        return "right";
    case BLOCK_LEFT:
        return "left";
    default:
        return "both";
    }
}

static void append_paragraph_properties(WordWriter *writer, BlockKind kind, gboolean cell) {
    GString *out = writer->out;
    gboolean indent = kind == BLOCK_BODY && !cell;
    g_string_append_printf(out, "<w:pPr><w:pStyle w:val=\"%s\"/>",
                           kind == BLOCK_TITLE ? writer->style->title_style : writer->style->body_style);
    if (kind == BLOCK_LIST)
        g_string_append(out, "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>");
    if (writer->hand == HAND_WPS) g_string_append(out, "<w:kinsoku/><w:wordWrap/><w:overflowPunct/>");
    if (!cell) g_string_append(out, "<w:spacing w:line=\"560\" w:lineRule=\"exact\"/>");
    if (indent) g_string_append(out, "<w:ind w:firstLineChars=\"200\" w:firstLine=\"560\"/>");
    g_string_append_printf(out, "<w:jc w:val=\"%s\"/>", cell ? "left" : alignment(kind));
    if (writer->style->para_mark_props) append_run_properties(writer, kind, TRUE, cell);
    else g_string_append(out, "<w:rPr></w:rPr>");
    g_string_append(out, "</w:pPr>");
}

static void append_box_content(WordWriter *writer) {
    g_string_append_printf(
        writer->out,
        "<w:txbxContent><w:p><w:pPr><w:pStyle w:val=\"%s\"/><w:jc w:val=\"center\"/></w:pPr>"
        "<w:r><w:t>（印章）</w:t></w:r></w:p></w:txbxContent>",
        writer->style->body_style);
}

/* The place of the seal: a text box, as DrawingML and again as VML for older programs. */
static void append_seal_box(WordWriter *writer) {
    GString *out = writer->out;
    guint id = ++writer->next_id;
    g_string_append_printf(
        out,
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor distT=\"0\" distB=\"0\" "
        "distL=\"114300\" "
        "distR=\"114300\" simplePos=\"0\" relativeHeight=\"%u\" behindDoc=\"0\" locked=\"0\" "
        "layoutInCell=\"1\" allowOverlap=\"1\">"
        "<wp:simplePos x=\"0\" y=\"0\"/><wp:positionH "
        "relativeFrom=\"column\"><wp:posOffset>3200400</wp:posOffset></wp:positionH>"
        "<wp:positionV relativeFrom=\"paragraph\"><wp:posOffset>99060</wp:posOffset></wp:positionV>"
        "<wp:extent cx=\"1143000\" cy=\"396240\"/><wp:effectExtent l=\"0\" t=\"0\" r=\"0\" "
        "b=\"0\"/><wp:wrapNone/>"
        "<wp:docPr id=\"%u\" name=\"文本框 %u\"/><wp:cNvGraphicFramePr/>"
        "<a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">"
        "<a:graphicData "
        "uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:cNvSpPr "
        "txBox=\"1\"/>"
        "<wps:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"1143000\" cy=\"396240\"/></a:xfrm>"
        "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></wps:spPr><wps:txbx>",
        251658240u + id * 1024u, id, id);
    append_box_content(writer);
    g_string_append_printf(out,
                           "</wps:txbx><wps:bodyPr rot=\"0\" vert=\"horz\" "
                           "wrap=\"square\"/></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
                           "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape id=\"_x0000_s%u\" "
                           "style=\"position:absolute;margin-left:252pt;margin-top:7.8pt;width:90pt;height:"
                           "31.2pt\" filled=\"f\" stroked=\"f\">"
                           "<v:textbox>",
                           1025 + id);
    append_box_content(writer);
    g_string_append(out, "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>");
}

/* Somebody's second thoughts, never accepted: text struck out, text put in, and a remark. */
static void append_tracked(WordWriter *writer) {
    GString *out = writer->out;
    g_string_append(out, "<w:commentRangeStart w:id=\"0\"/><w:del w:id=\"901\" w:author=\"审核\" "
                         "w:date=\"2016-10-09T09:00:00Z\">");
    append_run(writer, BLOCK_BODY, "（此处原稿表述有误）", strlen("（此处原稿表述有误）"), FALSE, "delText");
    g_string_append(out, "</w:del><w:ins w:id=\"902\" w:author=\"审核\" w:date=\"2016-10-09T09:01:00Z\">");
    append_run(writer, BLOCK_BODY, "（已核）", strlen("（已核）"), FALSE, "t");
    g_string_append(out,
                    "</w:ins><w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>");
    writer->tracked = FALSE;
}

void word_append_paragraph(WordWriter *writer, BlockKind kind, const char *text, gboolean cell) {
    if (writer->style->rsids) {
        guint32 rsid = next_rsid(writer);
        g_string_append_printf(writer->out, "<w:p w:rsidR=\"%08X\" w:rsidRDefault=\"%08X\" w:rsidP=\"%08X\">",
                               rsid, next_rsid(writer), rsid);
    } else {
        g_string_append(writer->out, "<w:p>");
    }
    append_paragraph_properties(writer, kind, cell);
    if (kind == BLOCK_SIGN) append_seal_box(writer);
    append_runs(writer, kind, text, cell);
    if (writer->tracked && kind == BLOCK_BODY && !cell) append_tracked(writer);
    g_string_append(writer->out, "</w:p>");
}

void word_append_page_break(WordWriter *writer) {
    g_string_append_printf(
        writer->out, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr><w:r><w:br w:type=\"page\"/></w:r></w:p>",
        writer->style->body_style);
}
