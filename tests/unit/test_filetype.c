#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "docxfile.h"
#include "filetype.h"
#include "zipmaker.h"

static FileType type_of(const void *bytes, size_t size)
{
    Window window = window_of_memory(bytes, size);
    return filetype_of(&window);
}

static FileType type_of_bytes(GBytes *bytes)
{
    gsize size;
    const void *data = g_bytes_get_data(bytes, &size);
    return type_of(data, size);
}

#define EXPECT(text, type) assert_int_equal(type_of(text, sizeof(text) - 1), type)

static void first_bytes_tell(void **state G_GNUC_UNUSED)
{
    EXPECT("", FILETYPE_EMPTY);
    EXPECT("\xFF\xD8\xFF\xE0\0\x10JFIF", FILETYPE_JPEG);
    EXPECT("\xFF\xD8", FILETYPE_UNKNOWN);
    EXPECT("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", FILETYPE_PNG);
    EXPECT("II*\0\x08\0\0\0", FILETYPE_TIFF);
    EXPECT("MM\0*\0\0\0\x08", FILETYPE_TIFF);
    EXPECT("GIF89a\1\0\1\0", FILETYPE_GIF);
    EXPECT("BM\x46\0\0\0\0\0\0\0\x36\0\0\0", FILETYPE_BMP);
    EXPECT("BMW has four letters and a blank", FILETYPE_TEXT);
    EXPECT("RIFF\x10\0\0\0WEBPVP8 ", FILETYPE_WEBP);
    EXPECT("%PDF-1.4\n%\xE2\xE3", FILETYPE_PDF);
    EXPECT("\n\n  %PDF-1.4\n", FILETYPE_PDF);
    EXPECT("{\\rtf1\\ansi", FILETYPE_RTF);
    EXPECT("Rar!\x1A\x07\x01\0", FILETYPE_RAR);
    EXPECT("7z\xBC\xAF\x27\x1C\0\x04", FILETYPE_7Z);
    EXPECT("\x1F\x8B\x08\0", FILETYPE_GZ);
    EXPECT("BZh91AY&SY", FILETYPE_BZ2);
    EXPECT("\xFD"
           "7zXZ\0\0",
           FILETYPE_XZ);
    EXPECT("MZ\x90\0\x03", FILETYPE_EXE);
    EXPECT("\0\1\2\3", FILETYPE_UNKNOWN);
    char tar[512] = "file.txt";
    memcpy(tar + 257, "ustar", 5);
    assert_int_equal(type_of(tar, sizeof tar), FILETYPE_TAR);
}

static void text_is_told_by_its_characters(void **state G_GNUC_UNUSED)
{
    EXPECT("文书文号,案件类型\r\n", FILETYPE_TEXT);
    EXPECT("\xEF\xBB\xBF"
           "a,b\n",
           FILETYPE_TEXT);
    EXPECT("\xCE\xC4\xCA\xE9\xCE\xC4\xBA\xC5,1\r\n", FILETYPE_TEXT); /* GB18030 */
    EXPECT("\xFF\xFE"
           "a\0b\0",
           FILETYPE_TEXT);
    EXPECT("a\0b", FILETYPE_UNKNOWN);
    EXPECT("\x80\x81", FILETYPE_UNKNOWN);
    EXPECT("<?xml version=\"1.0\"?><a/>", FILETYPE_XML);
    EXPECT("<!DOCTYPE html><p>", FILETYPE_HTML);
    EXPECT(" <HTML><body>", FILETYPE_HTML);
    EXPECT("MIME-Version: 1.0\n", FILETYPE_HTML);
    EXPECT("From: <Saved by Blink>\r\nContent-Type: multipart/related;\r\n", FILETYPE_HTML);
    EXPECT("From: the county office\n", FILETYPE_TEXT);
    EXPECT("<table border=1><tr><td>\xB0\xB8\xBE\xED</td></tr></table>", FILETYPE_HTML);
    EXPECT("<\xB0\xB8\xBE\xED> no page", FILETYPE_TEXT);
    EXPECT("\xFF\xFE<\0H\0T\0M\0L\0>\0", FILETYPE_HTML);
    EXPECT("\xFE\xFF\0<\0?\0x\0m\0l", FILETYPE_XML);
    g_autoptr(GString) lengthy =
        g_string_new("x"); /* characters of three bytes, cut at the end of the head */
    while (lengthy->len < 2 * FILETYPE_HEAD_BYTES)
        g_string_append(lengthy, "文");
    assert_int_equal(type_of(lengthy->str, lengthy->len), FILETYPE_TEXT);
}

static FileType type_of_types(const char *types)
{
    const DocxPart parts[] = {{"[Content_Types].xml", types}, {"正文/d.xml", "<d/>"}};
    g_autoptr(GBytes) zip = docxfile_zip(parts, 2);
    return type_of_bytes(zip);
}

static void content_types_tell_where_names_do_not(void **state G_GNUC_UNUSED)
{
    assert_int_equal(type_of_types("<Override ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/>"), FILETYPE_DOCX);
    assert_int_equal(type_of_types("<Override ContentType='application/vnd.ms-word.document.macroEnabled.main+xml'/>"), FILETYPE_DOCX);
    assert_int_equal(type_of_types("<Override ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/>"), FILETYPE_XLSX);
    assert_int_equal(type_of_types("<Default ContentType='application/xml'/>"), FILETYPE_ZIP);
}

static FileType type_of_zip(const char *const *names, size_t count, size_t cut)
{
    ZipRecipe recipes[8];
    for (size_t i = 0; i < count; i++)
        recipes[i] = (ZipRecipe){.name = names[i], .text = "x"};
    g_autoptr(GBytes) zip = zip_make(recipes, count, &(ZipOptions){.cut = cut});
    return type_of_bytes(zip);
}

static void zips_are_told_by_their_members(void **state G_GNUC_UNUSED)
{
    static const char *const docx[] = {"[Content_Types].xml", "_rels/.rels", "word/document.xml"};
    static const char *const xlsx[] = {"xl/workbook.xml", "[content_types].xml"};
    static const char *const pptx[] = {"[Content_Types].xml", "ppt/presentation.xml"};
    static const char *const ofd[] = {"OFD.xml", "Doc_0/Document.xml"};
    static const char *const odf[] = {"mimetype", "content.xml"};
    static const char *const plain[] = {"word/决定书.docx", "xl/a"};
    assert_int_equal(type_of_zip(docx, 3, 0), FILETYPE_DOCX);
    assert_int_equal(type_of_zip(xlsx, 2, 0), FILETYPE_XLSX);
    assert_int_equal(type_of_zip(pptx, 2, 0), FILETYPE_PPTX);
    assert_int_equal(type_of_zip(ofd, 2, 0), FILETYPE_OFD);
    assert_int_equal(type_of_zip(odf, 2, 0), FILETYPE_ODF);
    assert_int_equal(type_of_zip(plain, 2, 0), FILETYPE_ZIP);
    assert_int_equal(type_of_zip(plain, 0, 0), FILETYPE_ZIP);
    assert_int_equal(type_of_zip(docx, 3, 30), FILETYPE_DOCX); /* no directory: by the first part */
    assert_int_equal(type_of_zip(odf, 2, 30), FILETYPE_ZIP);
}

/* An OLE2 file whose directory, in two sectors that do not follow each other, has STREAM as its last entry.
 */
static GBytes *make_ole(const char *stream, bool circle)
{
    uint8_t *file = g_malloc0(6 * 512);
    memcpy(file, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    file[30] = 9;                     /* sectors of 512 bytes */
    file[48] = 1;                     /* directory begins in sector 1 */
    memset(file + 76, 0xFF, 4 * 109); /* allocation table: sector 0 */
    memset(file + 76, 0, 4);
    memset(file + 512, 0xFF, 512);
    memset(file + 512 + 4, 0, 4);
    file[512 + 4] = circle ? 1 : 3; /* after sector 1 comes 3 */
    uint8_t *entry = file + 4 * 512 + 3 * 128;
    for (size_t i = 0; stream[i]; i++)
        entry[2 * i] = (uint8_t)stream[i];
    entry[64] = (uint8_t)(2 * (strlen(stream) + 1));
    return g_bytes_new_take(file, 6 * 512);
}

static void ole_files_are_told_by_their_streams(void **state G_GNUC_UNUSED)
{
    static const struct {
        const char *stream;
        bool circle;
        FileType type;
    } cases[] = {{"WordDocument", false, FILETYPE_DOC},
                 {"Workbook", false, FILETYPE_XLS},
                 {"EncryptedPackage", false, FILETYPE_OOXML_LOCKED},
                 {"CONTENTS", false, FILETYPE_OLE},
                 {"WordDocuments", false, FILETYPE_OLE},
                 {"WordDocument", true, FILETYPE_OLE}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GBytes) file = make_ole(cases[i].stream, cases[i].circle);
        assert_int_equal(type_of_bytes(file), cases[i].type);
    }
    EXPECT("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", FILETYPE_OLE);
}

static void names_go_both_ways(void **state G_GNUC_UNUSED)
{
    for (int i = 0; i < FILETYPE_COUNT; i++)
        assert_int_equal(filetype_from_name(filetype_name((FileType)i)), i);
    assert_int_equal(filetype_from_name("nonsense"), FILETYPE_UNKNOWN);
    assert_int_equal(filetype_from_name(NULL), FILETYPE_UNKNOWN);
}

static void extensions_are_compared(void **state G_GNUC_UNUSED)
{
    assert_true(filetype_fits_name(FILETYPE_JPEG, "a/1.JPG"));
    assert_false(filetype_fits_name(FILETYPE_PNG, "a/1.jpg"));
    assert_false(filetype_fits_name(FILETYPE_DOC, "报告.docx"));
    assert_true(filetype_fits_name(FILETYPE_OOXML_LOCKED, "报告.docx"));
    assert_true(filetype_fits_name(FILETYPE_DOC, "报告.wps"));
    assert_true(filetype_fits_name(FILETYPE_PNG, "无扩展名"));
    assert_true(filetype_fits_name(FILETYPE_PNG, "a.jpg/b"));
    assert_true(filetype_fits_name(FILETYPE_TEXT, "清单.csv"));
    assert_false(filetype_fits_name(FILETYPE_ZIP, "清单.docx"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(content_types_tell_where_names_do_not),
        cmocka_unit_test(first_bytes_tell),
        cmocka_unit_test(text_is_told_by_its_characters),
        cmocka_unit_test(zips_are_told_by_their_members),
        cmocka_unit_test(ole_files_are_told_by_their_streams),
        cmocka_unit_test(names_go_both_ways),
        cmocka_unit_test(extensions_are_compared),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
