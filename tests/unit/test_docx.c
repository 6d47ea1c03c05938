#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "docx.h"
#include "docxcount.h"
#include "docxfile.h"
#include "fault.h"

#include <string.h>

static DocxText *read_kept(GBytes *bytes)
{
    size_t size;
    const void *data = g_bytes_get_data(bytes, &size);
    const char *reason = NULL;
    GError *error = NULL;
    DocxText *docx = docx_read(data, size, &reason, &error);
    if (!docx)
        fail_msg("%s: %s", reason, error->message);
    return docx;
}

static DocxText *read_bytes(GBytes *bytes)
{
    DocxText *docx = read_kept(bytes);
    docxcount_check(docx, bytes, "made document");
    g_bytes_unref(bytes);
    return docx;
}

/* For documents that the independent count does not understand. */
static DocxText *read_without_count(GBytes *bytes)
{
    DocxText *docx = read_kept(bytes);
    g_bytes_unref(bytes);
    return docx;
}

static DocxText *read_body(const char *body)
{
    return read_bytes(docxfile_make(body, NULL, 0));
}

/* All paragraphs as "place:text", parted by '/'. */
static char *dump(const DocxText *docx)
{
    GString *all = g_string_new(NULL);
    for (uint32_t i = 0; i < docx->n_paragraphs; i++) {
        g_autofree char *place = docx_place(docx, i);
        g_string_append_printf(all, "%s%s:%s", i ? "/" : "", place, docx->paragraphs[i].text);
    }
    return g_string_free(all, FALSE);
}

static void check_body(const char *body, const char *want)
{
    g_autoptr(DocxText) docx = read_body(body);
    g_autofree char *got = dump(docx);
    assert_string_equal(got, want);
}

#define R(text) "<w:r><w:t>" text "</w:t></w:r>"

static void runs_are_joined(void **state)
{
    (void)state;
    check_body("<w:p>" R("沅环罚字〔20") "<w:smartTag w:element=\"x\">" R("16〕") "</w:smartTag><w:hyperlink>" R("12号") "</w:hyperlink></w:p>"
               "<w:sdt><w:sdtPr/><w:sdtContent><w:p>" R("控件") "</w:p></w:sdtContent></w:sdt>",
               "P1:沅环罚字〔2016〕12号/P2:控件");
    check_body("<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/>"
               "<w:t>丙</w:t><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r></w:p>",
               "P1:甲\t乙\n丙☑");
}

static void revisions_and_hidden_text(void **state)
{
    (void)state;
    g_autoptr(DocxText) docx = read_body(
        "<w:p>" R("罚款") "<w:ins w:id=\"1\">" R("伍") "</w:ins><w:del w:id=\"2\"><w:r><w:delText>叁</w:delText></w:r></w:del>" R("万元")
        "<w:moveFrom w:id=\"3\">" R("移走") "</w:moveFrom><w:moveTo w:id=\"4\">" R("移来") "</w:moveTo>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏文字</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>可见</w:t></w:r>"
        "<w:r><w:rPr><w:b/><w:rPrChange w:id=\"5\"><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>不藏</w:t></w:r></w:p>");
    assert_string_equal(docx->paragraphs[0].text, "罚款伍万元移来可见不藏");
    assert_int_equal(docx->count.deleted, 3);
    assert_int_equal(docx->count.hidden, 4);
    assert_true(docx->revisions);
    check_body("<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>" R("前") "</w:p><w:p>" R("后") "</w:p>", "P1:前后");
    check_body("<w:tbl><w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr><w:tc><w:p>" R("删") "</w:p></w:tc></w:tr><w:tr><w:tc><w:p>" R("留")
               "</w:p></w:tc></w:tr></w:tbl>", "T1R1C1:/T1R2C1:留");
}

static void fields_give_results(void **state)
{
    (void)state;
    g_autoptr(DocxText) docx = read_body(
        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>X</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
        R("内码") "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" R("2016年") "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" R("末")
        "<w:fldSimple w:instr=\"PAGE\">" R("7") "</w:fldSimple></w:p>");
    assert_string_equal(docx->paragraphs[0].text, "2016年末7");
    assert_int_equal(docx->count.field_code, 6 + 1 + 2);
}

#define BOX(text) "<w:txbxContent><w:p>" R(text) "</w:p></w:txbxContent>"

static void boxes_are_read_once(void **state)
{
    (void)state;
    g_autoptr(DocxText) docx = read_body(
        "<w:p>" R("前") "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>" BOX("框中") "</wps:txbx></w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict><v:textbox>" BOX("框中") "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>" R("后") "</w:p>");
    g_autofree char *got = dump(docx);
    assert_string_equal(got, "P1:前后/B1:框中");
    assert_int_equal(docx->count.alternate, 2);
    g_autoptr(DocxText) fallback = read_body(
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing/></mc:Choice><mc:Fallback><w:pict><v:textbox>" BOX("仅此")
        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>");
    g_autofree char *other = dump(fallback);
    assert_string_equal(other, "P1:/B1:仅此");
}

static void tables_keep_their_cells(void **state)
{
    (void)state;
    g_autoptr(DocxText) docx = read_body(
        "<w:p>" R("表前") "</w:p><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/></w:tcPr><w:p>" R("甲") "</w:p><w:p>" R("乙")
        "</w:p></w:tc><w:tc><w:p>" R("丙") "</w:p><w:tbl><w:tr><w:tc><w:p>" R("内") "</w:p></w:tc></w:tr></w:tbl><w:p>" R("丁") "</w:p></w:tc></w:tr>"
        "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p>" R("戊") "</w:p></w:tc></w:tr></w:tbl><w:p>" R("表后") "</w:p>");
    g_autofree char *got = dump(docx);
    assert_string_equal(got, "P1:表前/T1R1C1:甲/T1R1C1P2:乙/T1R1C2:丙/T2R1C1:内/T1R1C2P2:丁/T1R2C1:/T1R2C2:戊/P2:表后");
    g_autofree char *cell = docx_cell_text(docx, 1);
    assert_string_equal(cell, "丙\n丁");
    assert_int_equal(docx->cells[1].grid, 2);
    assert_true(docx->cells[3].continues);
    assert_int_equal(docx->n_tables, 2);
}

static void other_stories(void **state)
{
    (void)state;
    const DocxPart more[] = {
        {"word/header1.xml", "<w:p>" R("页眉") "</w:p>"},
        {"word/footer1.xml", "<w:p>" R("页脚") "</w:p>"},
        {"word/footnotes.xml", "<w:footnote w:id=\"2\"><w:p>" R("注") "</w:p></w:footnote>"},
        {"word/comments.xml", "<w:comment w:id=\"0\"><w:p>" R("批注") "</w:p></w:comment>"},
    };
    g_autoptr(DocxText) docx = read_bytes(docxfile_make("<w:p>" R("正文") "</w:p>", more, G_N_ELEMENTS(more)));
    g_autofree char *got = dump(docx);
    assert_string_equal(got, "P1:正文/H1:页眉/F1:页脚/N1:注");
    assert_int_equal(docx->count.comment, 2);
    assert_true(docx->comments);
}

static void numbering_and_styles(void **state)
{
    (void)state;
    const DocxPart more[] = {
        {"word/numbering.xml",
         "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:suff w:val=\"nothing\"/>"
         "<w:lvlText w:val=\"%1、\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"decimal\"/><w:suff w:val=\"nothing\"/><w:lvlText w:val=\"（%2）\"/></w:lvl>"
         "</w:abstractNum><w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/></w:num>"},
        {"word/styles.xml",
         "<w:style w:type=\"character\" w:styleId=\"H\"><w:rPr><w:vanish/></w:rPr></w:style>"
         "<w:style w:type=\"paragraph\" w:styleId=\"L\"><w:pPr><w:jc w:val=\"center\"/><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:style>"
         "<w:style w:type=\"paragraph\" w:styleId=\"M\"><w:basedOn w:val=\"L\"/></w:style>"},
    };
#define ITEM(level, text) "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" level "\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr>" R(text) "</w:p>"
    g_autoptr(DocxText) docx = read_bytes(docxfile_make(
        ITEM("0", "甲") ITEM("1", "乙") ITEM("1", "丙") ITEM("0", "丁") ITEM("1", "戊")
        "<w:p><w:pPr><w:pStyle w:val=\"M\"/></w:pPr>" R("己") "<w:r><w:rPr><w:rStyle w:val=\"H\"/></w:rPr><w:t>藏</w:t></w:r></w:p>",
        more, G_N_ELEMENTS(more)));
    g_autofree char *got = dump(docx);
    assert_string_equal(got, "P1:一、甲/P2:（1）乙/P3:（2）丙/P4:二、丁/P5:（1）戊/P6:三、己");
    assert_int_equal(docx->count.numbering, 2 * 3 + 3 * 3);
    assert_int_equal(docx->count.hidden, 1);
    assert_true(docx->paragraphs[5].centred);
}

/* SPEC 6 wherever it stands: in a choice of a run, in formulas, in former properties, outside a run or a paragraph. */
static void every_character_is_counted(void **state)
{
    (void)state;
    check_body("<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"w16se\"><w16se:symEx xmlns:w16se=\"urn:x\"/></mc:Choice><mc:Fallback>"
               "<w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/><w:t>甲</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>", "P1:□甲");
    check_body("<w:p><w:r><w:t>a</w:t></w:r><m:oMath><m:r><m:t>x</m:t><w:br/></m:r></m:oMath></w:p>", "P1:ax\n");
    check_body("<w:p><w:t>裸</w:t></w:p>", "P1:裸");
    check_body("<w:t>外</w:t>", "P1:外");
    g_autoptr(DocxText) former = read_body("<w:p><w:pPr><w:pPrChange><w:pPr><w:t>旧</w:t><w:tabs><w:tab/></w:tabs></w:pPr></w:pPrChange></w:pPr>" R("新") "</w:p>");
    assert_string_equal(former->paragraphs[0].text, "新");
    assert_int_equal(former->count.deleted, 1);
    check_body("<w:p>" R("&amp;&#x4E00;𠮷") "<w:r><w:t><![CDATA[]]></w:t></w:r></w:p>", "P1:&一𠮷");
}

static void choices_are_made_by_what_they_give(void **state)
{
    (void)state;
    g_autoptr(DocxText) unknown = read_body(
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"future\"><w:drawing><wps:txbx>" BOX("只此") "</wps:txbx></w:drawing></mc:Choice>"
        "</mc:AlternateContent></w:r></w:p>");
    g_autofree char *got = dump(unknown);
    assert_string_equal(got, "P1:/B1:只此");
    g_autoptr(DocxText) nested = read_body(
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><mc:AlternateContent><mc:Choice Requires=\"x\">" BOX("一") "</mc:Choice><mc:Fallback>" BOX("一")
        "</mc:Fallback></mc:AlternateContent></mc:Choice><mc:Fallback>" BOX("一") BOX("二") "</mc:Fallback></mc:AlternateContent></w:r></w:p>");
    g_autofree char *once = dump(nested);
    assert_string_equal(once, "P1:/B1:一");
    assert_int_equal(nested->count.alternate, 3);
}

static void drawings_are_read(void **state)
{
    (void)state;
    check_body("<w:p><w:r><w:drawing><a:sp xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:txBody><a:p><a:r><a:t>图</a:t></a:r><a:br/>"
               "<a:r><a:t>中</a:t></a:r></a:p><a:p/></a:txBody></a:sp></w:drawing></w:r>" R("外") "</w:p>", "P1:外/B1:图\n中");
}

static void pictures_are_noted(void **state)
{
    (void)state;
    static const char *const bodies[] = {
        "<w:p><w:r><w:drawing><a:blip xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"/></w:drawing></w:r></w:p>",
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:imagedata/></v:shape></w:pict></w:r></w:p>"
        "</w:tc></w:tr></w:tbl>",
        "<w:p>" R("字") "</w:p>",
        "<w:p><w:del w:id=\"1\"><w:r><w:drawing><a:blip xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"/></w:drawing></w:r>"
        "</w:del></w:p>"};
    for (size_t i = 0; i < G_N_ELEMENTS(bodies); i++) {
        g_autoptr(DocxText) docx = read_body(bodies[i]);
        assert_int_equal(docx->pictures, i < 2);
    }
}

static void ruby_and_hyphens(void **state)
{
    (void)state;
    check_body("<w:p><w:r><w:ruby><w:rubyPr/><w:rt>" R("yuán") "</w:rt><w:rubyBase>" R("沅") "</w:rubyBase></w:ruby></w:r>" R("陵")
               "<w:r><w:noBreakHyphen/><w:t>1</w:t><w:softHyphen/><w:t>2</w:t><w:cr/><w:ptab/></w:r></w:p>", "P1:沅陵-12\n\t/B1:yuán");
}

static void fields_without_an_end_swallow_nothing(void **state)
{
    (void)state;
    g_autoptr(DocxText) docx = read_body(
        "<w:p>" R("前") "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText> PAGE </w:instrText></w:r></w:p><w:p>" R("后")
        "<w:fldSimple w:instr=\"DATE\">" R("今") "</w:fldSimple><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" R("码")
        "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" R("果") "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>");
    g_autofree char *got = dump(docx);
    assert_string_equal(got, "P1:前/P2:后今果");
    assert_int_equal(docx->count.field_code, 6 + 1);
    check_body("<w:p>" R("前") "<w:r><w:fldChar w:fldCharType=\"end\"/><w:fldChar w:fldCharType=\"separate\"/></w:r>" R("后") "</w:p>", "P1:前后");
    check_body("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>TOC</w:instrText><w:fldChar w:fldCharType=\"separate\"/></w:r>" R("一") "</w:p><w:p>" R("二")
               "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>", "P1:一/P2:二");
}

#define HIDDEN_STYLES                                                                                                                       \
    "<w:style w:type=\"character\" w:styleId=\"H\"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"P\"><w:rPr>" \
    "<w:vanish/></w:rPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"Q\"><w:basedOn w:val=\"P\"/></w:style>"
#define RUN(properties, text) "<w:r><w:rPr>" properties "</w:rPr><w:t>" text "</w:t></w:r>"

static void hidden_text_toggles(void **state)
{
    (void)state;
    const DocxPart styles[] = {{"word/styles.xml", HIDDEN_STYLES}};
    g_autoptr(DocxText) docx = read_bytes(docxfile_make(
        "<w:p>" R("甲") RUN("<w:rStyle w:val=\"H\"/>", "藏") RUN("<w:vanish w:val=\"off\"/><w:rStyle w:val=\"H\"/>", "乙") RUN("<w:webHidden/>", "丙")
        RUN("<w:specVanish/>", "藏") "</w:p><w:p><w:pPr><w:pStyle w:val=\"Q\"/></w:pPr>" R("藏") RUN("<w:rStyle w:val=\"H\"/>", "丁") RUN("<w:vanish w:val=\"0\"/>", "戊")
        RUN("<w:vanish/><w:rStyle w:val=\"H\"/>", "藏") "</w:p>", styles, 1));
    g_autofree char *got = dump(docx);
    assert_string_equal(got, "P1:甲乙丙/P2:丁戊");
    assert_int_equal(docx->count.hidden, 4);
    const DocxPart defaults[] = {{"word/styles.xml", "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>"}};
    g_autoptr(DocxText) all = read_bytes(docxfile_make("<w:p>" R("藏") RUN("<w:vanish w:val=\"0\"/>", "见") "</w:p>", defaults, 1));
    assert_string_equal(all->paragraphs[0].text, "见");
}

static void hidden_marks_join(void **state)
{
    (void)state;
    check_body("<w:p><w:pPr><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr>" R("一、标题。") "</w:p><w:p>" R("正文") "</w:p><w:p><w:pPr><w:rPr><w:vanish w:val=\"0\"/></w:rPr></w:pPr>"
               R("甲") "</w:p><w:p>" R("乙") "</w:p>", "P1:一、标题。正文/P2:甲/P3:乙");
    check_body("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" R("表前") "</w:p><w:tbl><w:tr><w:tc><w:tcPr><w:cellDel w:id=\"1\"/></w:tcPr><w:p>" R("删") "</w:p></w:tc><w:tc><w:p>" R("留")
               "</w:p></w:tc></w:tr></w:tbl>", "P1:表前/T1R1C1:/T1R1C2:留");
}

static void symbols_by_font(void **state)
{
    (void)state;
    check_body("<w:p><w:r><w:sym w:font=\"Symbol\" w:char=\"F0A3\"/><w:sym w:font=\"Symbol\" w:char=\"F06D\"/><w:sym w:font=\"Wingdings 2\" w:char=\"F0A3\"/>"
               "<w:sym w:font=\"Wingdings 2\" w:char=\"F052\"/><w:sym w:font=\"宋体\" w:char=\"2460\"/><w:sym w:char=\"FFFFFFFFF\"/><w:sym/></w:r></w:p>",
               "P1:≤μ□☑①��");
}

static void merged_cells(void **state)
{
    (void)state;
    g_autoptr(DocxText) docx = read_body(
        "<w:tbl><w:tr><w:sdt><w:sdtContent><w:tc><w:tcPr><w:hMerge w:val=\"restart\"/></w:tcPr><w:p>" R("甲") "</w:p></w:tc></w:sdtContent></w:sdt><w:tc><w:tcPr><w:hMerge/></w:tcPr><w:p/>"
        "</w:tc><w:tc><w:tcPr><w:gridSpan w:val=\"999999999\"/></w:tcPr><w:p>" R("乙") "</w:p></w:tc></w:tr><w:customXml><w:tr><w:trPr><w:gridBefore w:val=\"-7\"/></w:trPr><w:tc><w:tcPr>"
        "<w:gridSpan w:val=\"-3\"/></w:tcPr><w:p>" R("丙") "</w:p></w:tc></w:tr></w:customXml></w:tbl>");
    g_autofree char *got = dump(docx);
    assert_string_equal(got, "T1R1C1:甲/T1R1C2:/T1R1C3:乙/T1R2C1:丙");
    assert_int_equal(docx->cells[0].span, 2);
    assert_true(docx->cells[1].continues);
    assert_int_equal(docx->cells[2].span, 1000);
    assert_int_equal(docx->cells[3].span, 1);
    assert_int_equal(docx->cells[3].grid, 0);
}

static const char *unread_of(const DocxText *docx, const char *part)
{
    for (guint i = 0; i < docx->unread->len; i++) {
        const DocxUnread *unread = docx->unread->pdata[i];
        if (strcmp(unread->part, part) == 0)
            return unread->reason;
    }
    return NULL;
}

static void a_broken_part_costs_itself(void **state)
{
    (void)state;
    const DocxPart more[] = {{"word/header1.xml", "<w:p>" R("页眉") "</w:p>"}, {"word/footer1.xml", "<w:p>" R("半") "<w:p>"},
                             {"word/styles.xml", "<w:style>"}, {"word/footnotes.xml", "<w:footnote w:id=\"1\" w:type=\"separator\"><w:p/></w:footnote>"
                             "<w:footnote w:id=\"2\"><w:p>" R("注") "</w:p></w:footnote>"}, {"word/aFChunk1.mht", "x"}};
    g_autoptr(DocxText) docx = read_without_count(docxfile_make("<w:p>" R("正文") "</w:p><w:altChunk r:id=\"x4\"/>", more, G_N_ELEMENTS(more)));
    g_autofree char *got = dump(docx);
    assert_string_equal(got, "P1:正文/H1:页眉/N1:注");
    assert_int_equal(docx->unread->len, 3);
    assert_string_equal(unread_of(docx, "word/footer1.xml"), "xml");
    assert_string_equal(unread_of(docx, "word/styles.xml"), "xml");
    assert_string_equal(unread_of(docx, "word/aFChunk1.mht"), "format");
    assert_int_equal(docx->count.present, 2 + 2 + 1);
    g_autoptr(DocxText) whole = read_body("<w:p>" R("正文") "</w:p>");
    assert_int_equal(whole->unread->len, 0);
}

static void check_fault(GBytes *bytes, const char *want)
{
    size_t size;
    const void *data = g_bytes_get_data(bytes, &size);
    const char *reason = NULL;
    g_autoptr(GError) error = NULL;
    assert_null(docx_read(data, size, &reason, &error));
    assert_string_equal(reason, want);
    assert_non_null(error);
    g_bytes_unref(bytes);
}

static void bad_documents_say_why(void **state)
{
    (void)state;
    check_fault(g_bytes_new_static("PK rubbish", 10), "not-zip");
    const DocxPart empty[] = {{"a.txt", "x"}};
    check_fault(docxfile_zip(empty, 1), "no-document");
    const char *relations = "<Relationships><Relationship Type=\"x/officeDocument\" Target=\"/w/d.xml\"/></Relationships>";
    const DocxPart gone[] = {{"_rels/.rels", relations}};
    check_fault(docxfile_zip(gone, 1), "no-document");
    const DocxPart broken[] = {{"_rels/.rels", relations}, {"w/d.xml", "<document><p>"}};
    check_fault(docxfile_zip(broken, 2), "xml");
    const DocxPart doctype[] = {{"_rels/.rels", relations}, {"w/d.xml", "<!DOCTYPE d [<!ENTITY a 'b'>]><d>&a;</d>"}};
    check_fault(docxfile_zip(doctype, 2), "doctype");
    g_autoptr(GString) deep = g_string_new(NULL);
    for (int i = 0; i < 5000; i++)
        g_string_append(deep, "<a>");
    const DocxPart nested[] = {{"_rels/.rels", relations}, {"w/d.xml", deep->str}};
    check_fault(docxfile_zip(nested, 2), "limit");
    const DocxPart twice[] = {{"_rels/.rels", relations}, {"w/d.xml", "<d/>"}, {"w/d.xml", "<e/>"}};
    check_fault(docxfile_zip(twice, 3), "duplicate");
    const DocxPart same[] = {{"_rels/.rels", relations}, {"w/d.xml", "<d/>"}, {"w/d.xml", "<d/>"}};
    docx_free(read_without_count(docxfile_zip(same, 3)));
}

/* UTF-16 of either order, with and without a declaration. */
static void parts_in_utf_16(void **state)
{
    (void)state;
    const char *rels = "<Relationships><Relationship Type=\"x/officeDocument\" Target=\"/d.xml\"/></Relationships>";
    const char *body = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>宽字符𠮷</w:t></w:r></w:p></w:body></w:document>";
    for (int way = 0; way < 3; way++) {
        g_autofree char *text = g_strconcat(way < 2 ? "\xEF\xBB\xBF" : "<?xml version=\"1.0\" encoding=\"UTF-16\"?>", body, NULL);
        gsize size;
        g_autofree char *wide = g_convert(text, -1, way == 1 ? "UTF-16BE" : "UTF-16LE", "UTF-8", NULL, &size, NULL);
        const DocxPart parts[] = {{"_rels/.rels", rels}, {"d.xml", wide, size}};
        g_autoptr(DocxText) docx = read_without_count(docxfile_zip(parts, 2));
        assert_string_equal(docx->paragraphs[0].text, "宽字符𠮷");
        assert_int_equal(docx->count.read, 4);
    }
}

static void strict_and_by_relationship(void **state)
{
    (void)state;
    const DocxPart parts[] = {
        {"_rels/.rels", "<Relationships><Relationship Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" Target=\"x/../正文.xml\"/></Relationships>"},
        {"正文.xml", "<document xmlns=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><body><p><r><t>严格</t></r></p></body></document>"}};
    DocxText *docx = read_without_count(docxfile_zip(parts, 2));
    assert_string_equal(docx->paragraphs[0].text, "严格");
    assert_int_equal(docx->count.present, 2);
    docx_free(docx);
}

#define FORM(data) "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:name w:val=\"x\"/>" data "</w:ffData></w:fldChar></w:r><w:r><w:instrText> FORM </w:instrText></w:r>"
#define FORM_END "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
#define FORM_SEPARATE "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"

static void form_fields_show_their_state(void **state)
{
    (void)state;
    check_body("<w:p>" FORM("<w:checkBox><w:sizeAuto/><w:default w:val=\"0\"/><w:checked/></w:checkBox>") FORM_END R("检查") "</w:p>", "P1:☑检查");
    check_body("<w:p>" FORM("<w:checkBox><w:default w:val=\"1\"/><w:checked w:val=\"0\"/></w:checkBox>") FORM_SEPARATE FORM_END R("投诉") "</w:p>", "P1:☐投诉");
    check_body("<w:p>" FORM("<w:checkBox><w:default w:val=\"1\"/></w:checkBox>") FORM_END "</w:p>", "P1:☑");
    check_body("<w:p>" R("方式：") FORM("<w:ddList><w:result w:val=\"1\"/><w:default w:val=\"2\"/><w:listEntry w:val=\"直接\"/><w:listEntry w:val=\"留置\"/>"
               "<w:listEntry w:val=\"邮寄\"/></w:ddList>") FORM_END "</w:p>", "P1:方式：留置");
    check_body("<w:p>" FORM("<w:ddList><w:default w:val=\"1\"/><w:listEntry w:val=\"甲\"/><w:listEntry w:val=\"乙\"/></w:ddList>") FORM_END "</w:p>", "P1:乙");
    check_body("<w:p>" FORM("<w:ddList><w:listEntry w:val=\"甲\"/></w:ddList>") FORM_SEPARATE R("写出") FORM_END "</w:p>", "P1:写出"); /* its own result */
    check_body("<w:p>" FORM("<w:textInput><w:default w:val=\"默认\"/></w:textInput>") FORM_SEPARATE R("填写") FORM_END "</w:p>", "P1:填写");
    check_body("<w:p><w:del w:id=\"1\">" FORM("<w:checkBox><w:checked/></w:checkBox>") FORM_END "</w:del>" R("留") "</w:p>", "P1:留");
}

static void tables_hide_by_their_style(void **state)
{
    (void)state;
    const DocxPart styles[] = {{"word/styles.xml", "<w:style w:type=\"table\" w:styleId=\"T\"><w:rPr><w:vanish/></w:rPr></w:style>"
                                                   "<w:style w:type=\"table\" w:styleId=\"V\"><w:tblStylePr w:type=\"firstRow\"><w:rPr><w:vanish/></w:rPr></w:tblStylePr></w:style>"
                                                   "<w:style w:type=\"character\" w:styleId=\"H\"><w:rPr><w:vanish/></w:rPr></w:style>"}};
    g_autoptr(DocxText) docx = read_bytes(docxfile_make(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"T\"/></w:tblPr><w:tr><w:tc><w:p>" R("藏") RUN("<w:vanish w:val=\"0\"/>", "甲") RUN("<w:rStyle w:val=\"H\"/>", "乙")
        "</w:p></w:tc></w:tr></w:tbl><w:p>" R("丙") "</w:p><w:tbl><w:tblPr><w:tblStyle w:val=\"V\"/></w:tblPr><w:tr><w:tc><w:p>" R("丁")
        "</w:p></w:tc></w:tr></w:tbl>", styles, 1));
    g_autofree char *got = dump(docx);
    assert_string_equal(got, "T1R1C1:甲乙/P1:丙/T2R1C1:丁");
    assert_int_equal(docx->count.hidden, 1);
    assert_int_equal(docx->count.present, 5);
}

static void charts_keep_their_words(void **state)
{
    (void)state;
    const DocxPart chart[] = {{"word/chart1.xml", "<c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
                                                  "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><c:title><c:tx><c:rich><a:p><a:r><a:t>排放浓度</a:t></a:r></a:p>"
                                                  "</c:rich></c:tx></c:title><c:cat><c:strRef><c:f>Sheet1!A1</c:f><c:strCache><c:pt idx=\"0\"><c:v>化学需氧量</c:v></c:pt>"
                                                  "</c:strCache></c:strRef></c:cat><c:val><c:numCache><c:pt idx=\"0\"><c:v>312</c:v></c:pt></c:numCache></c:val></c:chart>"}};
    g_autoptr(DocxText) docx = read_bytes(docxfile_make("<w:p>" R("见图") "</w:p>", chart, 1));
    g_autofree char *got = dump(docx);
    assert_string_equal(got, "P1:见图/B1:排放浓度/B2:化学需氧量");
    assert_int_equal(docx->unread->len, 0);
}

/* What Ctrl+Enter leaves is a paragraph with the break alone: the next one begins the page. */
static void test_a_break_alone(void **state)
{
    (void)state;
    g_autoptr(DocxText) docx = read_body(
        "<w:p>" R("前") "</w:p>" "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>" "<w:p>" R("后") "</w:p>" "<w:p>" R("又") "</w:p>");
    assert_int_equal(docx->n_paragraphs, 4);
    assert_false(docx->paragraphs[0].page_start);
    assert_true(docx->paragraphs[2].page_start);
    assert_false(docx->paragraphs[3].page_start);
    g_autoptr(DocxText) line = read_body(
        "<w:p>" R("前") "</w:p>" "<w:p><w:r><w:br/></w:r></w:p>" "<w:p>" R("后") "</w:p>");
    assert_false(line->paragraphs[2].page_start);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(form_fields_show_their_state), cmocka_unit_test(tables_hide_by_their_style), cmocka_unit_test(charts_keep_their_words),
        cmocka_unit_test(runs_are_joined),         cmocka_unit_test(revisions_and_hidden_text), cmocka_unit_test(fields_give_results),
        cmocka_unit_test(boxes_are_read_once),     cmocka_unit_test(tables_keep_their_cells),   cmocka_unit_test(other_stories),
        cmocka_unit_test(numbering_and_styles),    cmocka_unit_test(bad_documents_say_why),     cmocka_unit_test(strict_and_by_relationship),
        cmocka_unit_test(every_character_is_counted), cmocka_unit_test(choices_are_made_by_what_they_give), cmocka_unit_test(drawings_are_read), cmocka_unit_test(pictures_are_noted),
        cmocka_unit_test(ruby_and_hyphens),        cmocka_unit_test(fields_without_an_end_swallow_nothing), cmocka_unit_test(hidden_text_toggles),
        cmocka_unit_test(hidden_marks_join),       cmocka_unit_test(symbols_by_font),           cmocka_unit_test(merged_cells),
        cmocka_unit_test(a_broken_part_costs_itself), cmocka_unit_test(parts_in_utf_16),
        cmocka_unit_test(test_a_break_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
