/* Documents made to do harm: each ends within bounds of time and memory, with a reason or with what it says. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "docxfile.h"
#include "rec_casefiles.h"
#include "zipmaker.h"

/* For each document; the slowest here takes about a tenth of it. */
#ifdef ANJUAN_SANITIZED
enum { SECONDS = 120 };
#else
enum { SECONDS = 15, MEMORY_MIB = 700 };
#endif

static void limit_child(gpointer data)
{
    (void)data;
    setrlimit(RLIMIT_CPU, &(struct rlimit){SECONDS, SECONDS});
#ifndef ANJUAN_SANITIZED
    setrlimit(RLIMIT_DATA, &(struct rlimit){(rlim_t)MEMORY_MIB << 20, (rlim_t)MEMORY_MIB << 20});
#endif
}

/* What extract says of the document; takes BYTES.  Fails the test when the program crashes or exceeds its limits. */
static Casefiles *extract(GBytes *bytes)
{
    g_autofree char *path = g_build_filename(g_get_tmp_dir(), "决定书.docx", NULL),
                    *out = g_build_filename(g_get_tmp_dir(), "out.xml", NULL);
    g_autofree char *program = g_build_filename(g_getenv("ANJUAN_BUILD"), "bin", "anjuan-extract", NULL), *err = NULL;
    assert_true(g_file_set_contents(path, g_bytes_get_data(bytes, NULL), (gssize)g_bytes_get_size(bytes), NULL));
    g_bytes_unref(bytes);
    const char *const argv[] = {program, "--rules", "pipeline/rules/extract", "--jobs", "1", "-o", out, "--file", path, NULL};
    int status;
    assert_true(g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_DEFAULT, limit_child, NULL, NULL, &err, &status, NULL));
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        fail_msg("status %x: %s", (unsigned)status, err);
    GError *error = NULL;
    Casefiles *casefiles = record_read(&casefiles_type, out, &error);
    if (!casefiles)
        fail_msg("%s", error->message);
    return casefiles;
}

/* REASON NULL: it is read. */
static void check_bytes(GBytes *bytes, const char *reason)
{
    Casefiles *casefiles = extract(bytes);
    const FileFacts *facts = casefiles->files->pdata[0];
    if (g_strcmp0(facts->reason, reason) != 0)
        fail_msg("reason %s, not %s", facts->reason ? facts->reason : "none", reason ? reason : "none");
    if (!reason)
        assert_int_equal(facts->content, CONTENT_READ);
    record_free(&casefiles_type, casefiles);
}

static void check_body(const char *body, const char *reason)
{
    check_bytes(docxfile_make(body, NULL, 0), reason);
}

/* PIECE so often, between BEFORE and AFTER. */
static char *repeated(const char *before, const char *piece, int times, const char *after)
{
    GString *text = g_string_new(before);
    for (int i = 0; i < times; i++)
        g_string_append(text, piece);
    return g_string_free(g_string_append(text, after), FALSE);
}

static void check_repeated(const char *before, const char *piece, int times, const char *after, const char *reason)
{
    g_autofree char *body = repeated(before, piece, times, after);
    check_body(body, reason);
}

/* What makes the ZIP a document, and leads to its main part d.xml. */
#define DOCUMENT_TYPES {"[Content_Types].xml", "<Types><Override ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>"}
#define MAIN_IS(name) "<Relationships><Relationship Type='x/officeDocument' Target='" name "'/></Relationships>"

#define P "<w:p><w:r><w:t>"
#define END_P "</w:t></w:r></w:p>"

static void broken_xml(void **state)
{
    (void)state;
    check_body("<w:p><w:r><w:t>x</w:p>", "xml");
    check_body("<w:p>&undeclared;</w:p>", "xml");
    const DocxPart doctype[] = {DOCUMENT_TYPES, {"_rels/.rels", MAIN_IS("d.xml")}, {"d.xml", "<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><d>&b;</d>"}};
    check_bytes(docxfile_zip(doctype, 3), "doctype");
    const DocxPart loop[] = {DOCUMENT_TYPES, {"_rels/.rels", MAIN_IS("_rels/.rels")}};
    Casefiles *casefiles = extract(docxfile_zip(loop, 2));
    assert_int_equal(((FileFacts *)casefiles->files->pdata[0])->content, CONTENT_EMPTY);
    record_free(&casefiles_type, casefiles);
}

static void deep_nesting(void **state)
{
    (void)state;
    check_repeated("", "<w:tbl><w:tr><w:tc>", 100, "", "limit");
    check_repeated("", "<w:x>", 100000, "", "limit");
    check_repeated("", "<w:p><w:r><w:pict><w:txbxContent>", 80, "", "limit");
    check_repeated("<w:p><w:r>", "<w:fldChar w:fldCharType=\"begin\"/>", 300000, "</w:r></w:p>" P "正文" END_P, NULL);
}

static void giant_texts(void **state)
{
    (void)state;
    check_repeated(P, "一", 3000000, END_P, NULL);
    check_repeated(P, "一", 3500000, END_P, "limit"); /* more than 10 MB in one piece */
    check_repeated("", P "一二三四五六七八九十一二三四五六七八九十" END_P, 450000, "", "limit");
    check_repeated("", "<w:p/>", 600000, "", "limit");
    check_repeated("<w:p>", "<w:r/>", 3000000, "</w:p>" P "x" END_P, NULL);
    check_repeated("<w:p>", "<w:r><w:t>沅环罚字</w:t></w:r>", 300000, "</w:p>", NULL); /* hundreds of thousands of runs */
    check_repeated("<w:tbl>", "<w:tr><w:tc>" P "当事人" END_P "</w:tc><w:tc>" P "张某" END_P "</w:tc></w:tr>", 50000, "</w:tbl>", NULL);
    g_autofree char *value = repeated("<w:p w:x=\"", "0123456789", 900000, "\"/>" P "x" END_P);
    check_body(value, NULL);
}

/* One paragraph of a megabyte that is nothing but what the rules look for, over and over. */
static void labels_and_fines_without_end(void **state)
{
    (void)state;
    static const char title[] = P "行政处罚决定书" END_P P;
    check_repeated(title, "分管局领导意见：", 40000, END_P, NULL);
    check_repeated(title, "以沅环罚〔2016〕28号行政处罚决定的罚款数额3万元为日罚款", 15000, END_P, NULL);
}

static void absurd_numbers(void **state)
{
    (void)state;
    check_body("<w:tbl><w:tr><w:trPr><w:gridBefore w:val=\"999999999999\"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val=\"999999999\"/></w:tcPr>" P "x" END_P
               "</w:tc><w:tc><w:tcPr><w:gridSpan w:val=\"-999999999\"/></w:tcPr>" P "y" END_P "</w:tc></w:tr></w:tbl><w:p><w:pPr><w:numPr><w:ilvl w:val=\"99\"/>"
               "<w:numId w:val=\"99999999999999999999\"/></w:numPr></w:pPr><w:r><w:rPr><w:sz w:val=\"-1\"/></w:rPr><w:t>z</w:t><w:sym w:char=\"-1\"/></w:r></w:p>", NULL);
    const DocxPart lists[] = {{"word/numbering.xml",
                               "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"-1\"><w:start w:val=\"99999999999\"/><w:numFmt w:val=\"upperRoman\"/>"
                               "<w:lvlText w:val=\"%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1\"/></w:lvl></w:abstractNum>"
                               "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"}};
    g_autofree char *items = repeated("", "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:p>", 300000, "");
    check_bytes(docxfile_make(items, lists, 1), "limit"); /* short as the file is, its numbers would fill a book */
}

/* What would cost the parser, or a look-up for every paragraph, the square of its size. */
static void quadratic_markup(void **state)
{
    (void)state;
    GString *tag = g_string_new("<w:p");
    for (int i = 0; i < 500000; i++)
        g_string_append_printf(tag, " a%d=''", i);
    g_autofree char *attributes = g_string_free(g_string_append(tag, "/>"), FALSE);
    check_body(attributes, "limit");
    GString *scopes = g_string_new("");
    for (int i = 0; i < 200; i++) {
        g_string_append(scopes, "<w:x");
        for (int k = 0; k < 250; k++)
            g_string_append_printf(scopes, " xmlns:n%d_%d='u'", i, k);
        g_string_append(scopes, ">");
    }
    g_autofree char *namespaces = g_string_free(scopes, FALSE);
    check_body(namespaces, "limit");
    g_autofree char *id = repeated("", "风格", 1000000, ""), *body = repeated("", "<w:p/>", 100000, P "x" END_P);
    g_autofree char *style = g_strdup_printf("<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"%s\"><w:basedOn w:val=\"%s\"/></w:style>", id, id);
    check_bytes(docxfile_make(body, &(DocxPart){"word/styles.xml", style}, 1), NULL);
    GString *circle = g_string_new("");
    for (int i = 0; i < 5000; i++)
        g_string_append_printf(circle, "<w:style w:type=\"paragraph\" w:styleId=\"s%d\"><w:basedOn w:val=\"s%d\"/></w:style>", i, (i + 1) % 5000);
    g_autofree char *styles = g_string_free(circle, FALSE), *styled = repeated("", "<w:p><w:pPr><w:pStyle w:val=\"s7\"/></w:pPr></w:p>", 100000, P "x" END_P);
    check_bytes(docxfile_make(styled, &(DocxPart){"word/styles.xml", styles}, 1), NULL);
    g_autofree char *target = repeated("", "../a/", 1500000, "");
    g_autofree char *relations = g_strdup_printf("<Relationships><Relationship Type='x/officeDocument' Target='%s'/></Relationships>", target);
    const DocxPart far[] = {DOCUMENT_TYPES, {"_rels/.rels", relations}};
    check_bytes(docxfile_zip(far, 2), "no-document");
}

/* Texts on which a careless pattern never ends. */
static void runaway_texts(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "一", "〇", "〔", "（", "《", "》", "(", "1", "9.", "，", "：", "、", " 一", "　", "X", "人民币", "万", "元", "罚款", "处罚款人民币", "第", "第一", "第十条第", "条", "号", "字〔2016〕",
        "沅环罚字〔2016〕", "沅环罚字〔2016〕1-", "2016年", "2016年1", "年月日", "《中华人民共和国", "《环境保护法》第", "该法第", "当事人", "当事人：", "法定代表人：", "证号", "执法人员张三、", "决定如下",
        "自2016年9月1日起至", "壹佰", "拾万", "91430000MA4L", "县环境保护局", "有限公司", "附件", "以上", "每日", "<w:br/>", "&#x200B;", "\xF0\xA0\xAE\xB7"};
    for (size_t i = 0; i < G_N_ELEMENTS(pieces); i++) {
        bool markup = pieces[i][0] == '<';
        g_autofree char *piece = markup ? g_strconcat("</w:t>", pieces[i], "<w:t>", NULL) : g_strdup(pieces[i]);
        g_autofree char *whole = repeated(P "行政处罚决定书" END_P P, piece, 20000, END_P);
        g_autofree char *line = g_strconcat(P, piece, piece, piece, END_P, NULL), *many = repeated(P "行政处罚决定书" END_P, line, 4000, "");
        check_body(whole, NULL);
        check_body(many, NULL);
    }
}

/* A part that inflates to far more than it is: sizes are counted as bytes come out. */
static void inflated_parts(void **state)
{
    (void)state;
    g_autoptr(GBytes) zeros = bytes_repeat(' ', 80 << 20);
    const ZipRecipe types = {.name = "[Content_Types].xml", .text = "wordprocessingml."}, main = {.name = "_rels/.rels", .text = MAIN_IS("d.xml")};
    const ZipRecipe bomb[] = {types, main, {.name = "d.xml", .bytes = zeros, .deflate = true}};
    check_bytes(zip_make(bomb, 3, NULL), "limit");
    const ZipRecipe lie[] = {types, main, {.name = "d.xml", .text = "<d/>", .crc_xor = 1}};
    check_bytes(zip_make(lie, 3, NULL), "damaged");
    const ZipRecipe locked[] = {types, {.name = "_rels/.rels", .text = "<Relationships/>", .flags = 1}};
    check_bytes(zip_make(locked, 2, NULL), "encrypted");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(broken_xml),       cmocka_unit_test(deep_nesting),
        cmocka_unit_test(giant_texts),      cmocka_unit_test(absurd_numbers),
        cmocka_unit_test(quadratic_markup), cmocka_unit_test(runaway_texts),
        cmocka_unit_test(inflated_parts),   cmocka_unit_test(labels_and_fines_without_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
