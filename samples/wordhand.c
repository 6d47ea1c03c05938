#include "wordhand.h"

#define NS_CORE                                                                                              \
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "                              \
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "                       \
    "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "                              \
    "xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:v=\"urn:schemas-microsoft-com:vml\" "         \
    "xmlns:w10=\"urn:schemas-microsoft-com:office:word\" "                                                   \
    "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "                   \
    "xmlns:wp14=\"http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing\" "                    \
    "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" "                                    \
    "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "

static const HandStyle styles[] = {
    [HAND_WORD] =
        {
            .namespaces = NS_CORE "xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\" "
                                  "xmlns:wne=\"http://schemas.microsoft.com/office/word/2006/wordml\" "
                                  "mc:Ignorable=\"w14 w15 wp14\"",
            .body_style = "a",
            .title_style = "a3",
            .table_style = "a5",
            .table_look = "<w:tblW w:w=\"0\" w:type=\"auto\"/>"
                          "<w:tblLook w:val=\"04A0\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"1\" "
                          "w:lastColumn=\"0\" "
                          "w:noHBand=\"0\" w:noVBand=\"1\"/>",
            .section =
                "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1440\" w:right=\"1800\" "
                "w:bottom=\"1440\" "
                "w:left=\"1800\" w:header=\"851\" w:footer=\"992\" w:gutter=\"0\"/><w:cols w:space=\"425\"/>"
                "<w:docGrid w:type=\"lines\" w:linePitch=\"312\"/>",
            .run_hint = " w:hint=\"eastAsia\"",
            .application = "Microsoft Office Word",
            .app_version = "15.0000",
            .rsids = TRUE,
            .splits = TRUE,
            .para_mark_props = TRUE,
        },
    [HAND_WPS] =
        {
            .namespaces = NS_CORE "xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\" "
                                  "xmlns:wpsCustomData=\"http://www.wps.cn/officeDocument/2013/"
                                  "wpsCustomData\" mc:Ignorable=\"w14 w15 wp14\"",
            .body_style = "1",
            .title_style = "2",
            .table_style = "6",
            .table_look = "<w:tblW w:w=\"8522\" w:type=\"dxa\"/><w:tblInd w:w=\"0\" w:type=\"dxa\"/>"
                          "<w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"108\" w:type=\"dxa\"/>"
                          "<w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar>",
            .section = "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1440\" w:right=\"1800\" "
                       "w:bottom=\"1440\" "
                       "w:left=\"1800\" w:header=\"851\" w:footer=\"992\" w:gutter=\"0\"/><w:cols "
                       "w:space=\"425\" w:num=\"1\"/>"
                       "<w:docGrid w:type=\"lines\" w:linePitch=\"312\" w:charSpace=\"0\"/>",
            .run_hint =
                " w:hint=\"eastAsia\" w:ascii=\"仿宋\" w:hAnsi=\"仿宋\" w:eastAsia=\"仿宋\" w:cs=\"仿宋\"",
            .application = "WPS Office",
            .app_version = "10.1.0.5975",
            .splits = TRUE,
            .para_mark_props = TRUE,
        },
    [HAND_LIBRE] =
        {
            .namespaces = NS_CORE "mc:Ignorable=\"w14 wp14\"",
            .body_style = "Normal",
            .title_style = "Title",
            .table_style = "TableGrid",
            .table_look =
                "<w:tblW w:w=\"8522\" w:type=\"dxa\"/><w:jc w:val=\"left\"/><w:tblInd w:w=\"0\" "
                "w:type=\"dxa\"/>"
                "<w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/>"
                "<w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar>",
            .section = "<w:type w:val=\"nextPage\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar "
                       "w:left=\"1800\" w:right=\"1800\" "
                       "w:header=\"851\" w:top=\"1440\" w:footer=\"992\" w:bottom=\"1440\" w:gutter=\"0\"/>"
                       "<w:pgNumType w:fmt=\"decimal\"/><w:formProt w:val=\"false\"/><w:textDirection "
                       "w:val=\"lrTb\"/>"
                       "<w:docGrid w:type=\"default\" w:linePitch=\"312\" w:charSpace=\"0\"/>",
            .run_hint = " w:ascii=\"FangSong\" w:hAnsi=\"FangSong\" w:eastAsia=\"FangSong\"",
            .application = "LibreOffice/5.1.4.2$Windows_x86 "
                           "LibreOffice_project/f99d75f39f1c57ebdd7ffc5f42867c12031db97a",
            .app_version = "15.0000",
        },
};

const HandStyle *wordhand_style(Hand hand) {
    return &styles[hand];
}

Hand wordhand_named(const char *name) {
    static const char *const names[] = {"word", "wps", "libreoffice"};
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        if (g_str_equal(name, names[i])) return (Hand)i;
    }
    maker_fail("writer=%s：应为 word、wps 或 libreoffice / should be one of these\n", name);
}

static void append_style(GString *out, const char *type, const char *id, const char *name, gboolean standard,
                         const char *properties) {
    g_string_append_printf(
        out, "<w:style w:type=\"%s\"%s w:styleId=\"%s\"><w:name w:val=\"%s\"/>%s%s</w:style>", type,
        standard ? " w:default=\"1\"" : "", id, name, standard ? "<w:qFormat/>" : "", properties);
}

void word_append_styles(GString *out, const HandStyle *style) {
    g_string_append_printf(
        out,
        "<w:styles %s><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" "
        "w:hAnsi=\"Times New Roman\" w:eastAsia=\"宋体\" w:cs=\"Times New Roman\"/></w:rPr></w:rPrDefault>"
        "<w:pPrDefault/></w:docDefaults>",
        style->namespaces);
    append_style(
        out, "paragraph", style->body_style, "Normal", TRUE,
        "<w:pPr><w:widowControl w:val=\"0\"/><w:jc w:val=\"both\"/></w:pPr><w:rPr><w:kern w:val=\"2\"/>"
        "<w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/></w:rPr>");
    append_style(out, "paragraph", style->title_style, "Title", FALSE,
                 "<w:pPr><w:spacing w:before=\"240\" w:after=\"240\"/><w:jc w:val=\"center\"/></w:pPr>"
                 "<w:rPr><w:b/><w:bCs/><w:sz w:val=\"44\"/><w:szCs w:val=\"44\"/></w:rPr>");
    append_style(
        out, "table", style->table_style, "Table Grid", FALSE,
        "<w:tblPr><w:tblBorders><w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
        "<w:left w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
        "<w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
        "<w:right w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
        "<w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
        "<w:insideV w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/></w:tblBorders></w:tblPr>");
    g_string_append(out, "</w:styles>");
}

void word_append_settings(GString *out, const HandStyle *style, Hand hand) {
    g_string_append_printf(
        out,
        "<w:settings %s><w:zoom w:percent=\"100\"/><w:bordersDoNotSurroundHeader/>"
        "<w:defaultTabStop w:val=\"420\"/><w:characterSpacingControl w:val=\"compressPunctuation\"/>",
        style->namespaces);
    if (hand == HAND_WPS)
        g_string_append(out, "<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/></w:compat>");
    if (style->rsids)
        g_string_append(out,
                        "<w:rsids><w:rsidRoot w:val=\"00A4101C\"/><w:rsid w:val=\"00A4101C\"/></w:rsids>");
    g_string_append(out, "<w:themeFontLang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:settings>");
}
