/* The wall around libxslt: templates dress pages, bad ones are faults with a reason, nothing reaches outside.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include <glib/gstdio.h>

#include "fault.h"
#include "fileio.h"
#include "xslt.h"

#define HEAD                                                                                                 \
    "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'><xsl:output method='html' encoding='UTF-8'/>"
#define TAIL "</xsl:stylesheet>"
#define PAGE "<page title='甲 &lt;script&gt; &amp; &quot;乙&quot;'><p>一</p></page>"

static char *sheet_path(void)
{
    return g_build_filename(g_get_tmp_dir(), "sheet.xsl", NULL);
}

static XsltSheet *sheet_of(const char *templates, GError **error)
{
    g_autofree char *path = sheet_path(), *text = g_strconcat(HEAD, templates, TAIL, NULL);
    assert_true(file_write_whole(path, text, strlen(text), NULL));
    return xslt_sheet_new(path, error);
}

static int tear_down(void **state)
{
    (void)state;
    g_autofree char *path = sheet_path();
    return g_remove(path);
}

static void test_dresses(void **state)
{
    (void)state;
    g_autoptr(XsltSheet) sheet = sheet_of(
        "<xsl:template match='/'><html><body title='{page/@title}'><xsl:value-of select='page/@title'/><br/></body></html></xsl:template>",
        NULL);
    size_t length = 0;
    assert_non_null(sheet);
    for (int i = 0; i < 2; i++) { /* a sheet serves any number of pages */
        g_autofree char *html = xslt_apply(sheet, PAGE, strlen(PAGE), "page", &length, NULL);
        assert_non_null(html);
        assert_int_equal(strlen(html), length);
        assert_true(g_str_has_prefix(html, "<!DOCTYPE html>\n<html>"));
        assert_non_null(strstr(html, "title='甲 &lt;script&gt; &amp; \"乙\"'"));
        assert_non_null(strstr(html, ">甲 &lt;script&gt; &amp; \"乙\"<br>"));
    }
}

static void test_bad_sheets(void **state)
{
    (void)state;
    static const char *const bad[] = {"<xsl:template match='/'><html></xsl:template>",
                                      "<xsl:template match='['/>"};
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(XsltSheet) sheet = sheet_of(bad[i], &error);
        assert_null(sheet);
        assert_true(g_error_matches(error, FAULT_INPUT, FAULT_BAD));
        assert_non_null(strstr(error->message, "sheet.xsl"));
    }
    g_autoptr(GError) missing = NULL;
    assert_null(xslt_sheet_new("/nowhere/sheet.xsl", &missing));
    assert_non_null(strstr(missing->message, "/nowhere/sheet.xsl"));
}

static void test_bad_pages(void **state)
{
    (void)state;
    g_autoptr(XsltSheet) sheet = sheet_of("<xsl:template match='/'><p/></xsl:template>", NULL);
    g_autoptr(GError) error = NULL;
    size_t length;
    assert_null(xslt_apply(sheet, "<page>", 6, "broken.xml", &length, &error));
    assert_true(g_error_matches(error, FAULT_INPUT, FAULT_BAD));
    assert_non_null(strstr(error->message, "broken.xml"));
    g_autofree char *html =
        xslt_apply(sheet, "<page/>", 7, "sound.xml", &length, NULL); /* the sheet is none the worse */
    assert_non_null(html);
}

static void test_stops_at_terminate(void **state)
{
    (void)state;
    g_autoptr(XsltSheet) sheet = sheet_of(
        "<xsl:template match='/'><xsl:message terminate='yes'>no such thing</xsl:message></xsl:template>",
        NULL);
    g_autoptr(GError) error = NULL;
    size_t length;
    assert_null(xslt_apply(sheet, PAGE, strlen(PAGE), "page", &length, &error));
    assert_non_null(strstr(error->message, "no such thing"));
}

static void test_endless_recursion_is_a_fault(void **state)
{
    (void)state;
    g_autoptr(XsltSheet) sheet =
        sheet_of("<xsl:template match='/'><xsl:call-template name='again'/></xsl:template>"
                 "<xsl:template name='again'><xsl:call-template name='again'/></xsl:template>",
                 NULL);
    g_autoptr(GError) error = NULL;
    size_t length;
    assert_null(xslt_apply(sheet, PAGE, strlen(PAGE), "page", &length, &error));
    assert_non_null(error);
}

static void test_nothing_is_written(void **state)
{
    (void)state;
    g_autofree char *other = g_build_filename(g_get_tmp_dir(), "written.html", NULL);
    g_autofree char *templates = g_strdup_printf(
        "<xsl:template match='/'><x:document xmlns:x='http://icl.com/saxon'/>"
        "<e:document xmlns:e='http://exslt.org/common' href='%s'/><xsl:document href='%s'>a</xsl:document></xsl:template>",
        other, other);
    g_autoptr(XsltSheet) sheet = sheet_of(templates, NULL);
    size_t length;
    g_autofree char *html = sheet ? xslt_apply(sheet, PAGE, strlen(PAGE), "page", &length, NULL) : NULL;
    assert_false(g_file_test(other, G_FILE_TEST_EXISTS));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(test_dresses, tear_down),
        cmocka_unit_test_teardown(test_bad_sheets, tear_down),
        cmocka_unit_test_teardown(test_bad_pages, tear_down),
        cmocka_unit_test_teardown(test_stops_at_terminate, tear_down),
        cmocka_unit_test_teardown(test_endless_recursion_is_a_fault, tear_down),
        cmocka_unit_test_teardown(test_nothing_is_written, tear_down)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
