/* EXT-005, no-mark: which report of monitoring is said to be without the CMA mark: one that gives those who signed it, in a file
 * where no word and nothing drawn can be the mark. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "docxfile.h"
#include "docx.h"
#include "linefacts.h"

#define RESULTS "方环监字（2016）第W-032号\n|委托单位|中方县环境保护局\n|项目|监测方法|仪器|结果（mg/L）\n|总镉|火焰原子吸收分光光度法|AA-6880|0.37\n"
#define SIGNED "编制：覃婷  审核：舒宏  签发：杨跃进\n中方县环境监测站（检测专用章）\n2016年9月20日"

static void check(const char *lines, const char *expected)
{
    FileFacts *facts = linefacts_read("x/06监测报告.docx", lines);
    g_autofree char *missing = linefacts_values(facts, "mark-missing");
    assert_string_equal(missing, expected);
    record_free(&file_facts_type, facts);
}

static void a_report_without_the_mark_is_told(void **state)
{
    (void)state;
    check("^中方县环境监测站\n^监测报告\n" RESULTS SIGNED, "监测报告");
    check("^检测报告\n" RESULTS SIGNED, "检测报告");
}

static void any_word_may_be_the_mark(void **state)
{
    (void)state;
    check("^监测报告\nCMA 资质认定标志  证书编号：2015181234U\n" RESULTS SIGNED, "");
    check("^监测报告\n（C M A）\n" RESULTS SIGNED, "");
    check("^监测报告\n2015181234U\n" RESULTS SIGNED, "");
    check("~MA  2015181234U\n^监测报告\n" RESULTS SIGNED, "");
    check("^监测报告\n" RESULTS SIGNED "\n本站通过计量认证，报告涂改无效。", "");
    check("%资质认定\n^监测报告\n" RESULTS SIGNED, "");
}

static void a_copy_without_signatures_tells_nothing(void **state)
{
    (void)state;
    check("^监测报告\n" RESULTS "中方县环境监测站\n2016年9月20日", "");
    check("^监测报告\n" RESULTS "编制：　　审核：　　签发：\n2016年9月20日", "");
    check("^危险废物认定意见书\n" RESULTS SIGNED, "");
}

/* Whether anything is drawn in a document with BODY and, in its page header, HEAD. */
static bool is_drawn(const char *body, const char *head)
{
    const DocxPart header = {"word/header1.xml", head, 0};
    g_autoptr(GBytes) bytes = docxfile_make(body, &header, 1);
    const char *reason;
    g_autoptr(DocxText) docx = docx_read(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes), &reason, NULL);
    assert_non_null(docx);
    return docx->drawn;
}

static void whatever_is_drawn_may_be_the_mark(void **state)
{
    (void)state;
    static const char text[] = "<w:p><w:r><w:t>x</w:t></w:r></w:p>", drawing[] = "<w:p><w:r><w:drawing/></w:r></w:p>",
                      old[] = "<w:p><w:r><w:pict/></w:r></w:p>";
    assert_false(is_drawn(text, text));
    assert_true(is_drawn(drawing, text));
    assert_true(is_drawn(text, drawing));
    assert_true(is_drawn(text, old));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_report_without_the_mark_is_told),
        cmocka_unit_test(any_word_may_be_the_mark),
        cmocka_unit_test(a_copy_without_signatures_tells_nothing),
        cmocka_unit_test(whatever_is_drawn_may_be_the_mark),
    };
    return cmocka_run_group_tests(tests, linefacts_load, linefacts_unload);
}
