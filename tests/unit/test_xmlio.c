#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "fault.h"
#include "xmlio.h"

static void writes_indented_and_mixed(void **state)
{
    (void)state;
    g_autoptr(XmlWriter) writer = xml_writer_new();
    xml_writer_start(writer, "urn:x", "a");
    xml_writer_start(writer, NULL, "b");
    xml_writer_attribute(writer, "t", "1<2&\"\n");
    xml_writer_end(writer);
    xml_writer_start(writer, NULL, "p");
    xml_writer_text(writer, "x > y");
    xml_writer_start(writer, NULL, "em");
    xml_writer_text(writer, "!");
    xml_writer_end(writer);
    xml_writer_end(writer);
    xml_writer_end(writer);
    size_t size;
    g_autofree char *xml = xml_writer_finish(writer, &size);
    assert_string_equal(xml, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a xmlns=\"urn:x\">\n <b t=\"1&lt;2&amp;&quot;&#10;\"/>\n"
                             " <p>x &gt; y<em>!</em></p>\n</a>\n");
    assert_int_equal(size, strlen(xml));
}

static void cleans_what_xml_cannot_hold(void **state)
{
    (void)state;
    g_autofree char *clean = xml_clean_text("a\x01" "b\xff" "c\xEF\xBF\xBF");
    assert_string_equal(clean, "a\xEF\xBF\xBD" "b\xEF\xBF\xBD" "c\xEF\xBF\xBD");
    g_autofree char *kept = xml_clean_text("案卷\t𠮷\n");
    assert_string_equal(kept, "案卷\t𠮷\n");
}

static XmlEvent last_event(const char *xml, GError **error)
{
    g_autoptr(XmlReader) reader = xml_reader_new(xml, strlen(xml), "t.xml");
    XmlEvent event;
    while ((event = xml_reader_next(reader, error)) > XML_DONE)
        continue;
    return event;
}

static void refuses_doctype_and_breakage(void **state)
{
    (void)state;
    g_autoptr(GError) doctype = NULL, broken = NULL;
    assert_int_equal(last_event("<a><b/>text</a>", NULL), XML_DONE);
    assert_int_equal(last_event("<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>", &doctype), XML_FAULT);
    assert_true(g_error_matches(doctype, FAULT_INPUT, FAULT_UNSAFE));
    assert_int_equal(last_event("<a>\n<b></a>", &broken), XML_FAULT);
    assert_true(g_error_matches(broken, FAULT_INPUT, FAULT_DAMAGED));
    assert_non_null(strstr(broken->message, "t.xml:2"));
}

static void reads_events_and_attributes(void **state)
{
    (void)state;
    const char *xml = "<w:a xmlns:w='urn:w' w:v='1' v='2'><w:b/>x&amp;y</w:a>";
    g_autoptr(XmlReader) reader = xml_reader_new(xml, strlen(xml), "t.xml");
    assert_int_equal(xml_reader_next(reader, NULL), XML_START);
    assert_string_equal(xml_reader_name(reader), "a");
    assert_string_equal(xml_reader_namespace(reader), "urn:w");
    assert_string_equal(xml_reader_attribute(reader, "urn:w", "v"), "1");
    assert_string_equal(xml_reader_attribute(reader, "", "v"), "2");
    assert_null(xml_reader_attribute(reader, NULL, "none"));
    assert_int_equal(xml_reader_next(reader, NULL), XML_START);
    assert_int_equal(xml_reader_next(reader, NULL), XML_END);
    assert_int_equal(xml_reader_next(reader, NULL), XML_TEXT);
    assert_string_equal(xml_reader_text(reader), "x&y");
    assert_int_equal(xml_reader_next(reader, NULL), XML_END);
    assert_int_equal(xml_reader_next(reader, NULL), XML_DONE);
}

/* Longer than what the parser is fed at a time, with things that libxml2 tells of in pieces. */
static void text_comes_whole(void **state)
{
    (void)state;
    g_autoptr(GString) xml = g_string_new("<a>"), text = g_string_new(NULL);
    for (int i = 0; i < 20000; i++) {
        g_string_append(xml, i % 100 == 0 ? "&lt;<![CDATA[&]]><!-- -->" : "案");
        g_string_append(text, i % 100 == 0 ? "<&" : "案");
    }
    g_string_append(xml, "<b v='&amp;#38;&lt;'/></a>");
    g_autoptr(XmlReader) reader = xml_reader_new(xml->str, xml->len, "t.xml");
    assert_int_equal(xml_reader_next(reader, NULL), XML_START);
    assert_int_equal(xml_reader_next(reader, NULL), XML_TEXT);
    assert_string_equal(xml_reader_text(reader), text->str);
    assert_int_equal(xml_reader_next(reader, NULL), XML_START);
    assert_string_equal(xml_reader_attribute(reader, NULL, "v"), "&#38;<");
}

static void keeps_prefixes_that_nobody_declared(void **state)
{
    (void)state;
    const char *xml = "<q:a q:v='1'/>";
    g_autoptr(XmlReader) reader = xml_reader_new(xml, strlen(xml), "t.xml");
    for (int i = 0; i < 2; i++) {
        assert_int_equal(xml_reader_next(reader, NULL), i == 0 ? XML_START : XML_END);
        assert_string_equal(xml_reader_name(reader), "q:a");
        assert_string_equal(xml_reader_namespace(reader), "");
        if (i == 0)
            assert_string_equal(xml_reader_attribute(reader, "", "q:v"), "1");
    }
}

static XmlEvent last_event_of_nest(int depth)
{
    g_autoptr(GString) xml = g_string_new(NULL);
    for (int i = 0; i < 2 * depth; i++)
        g_string_append(xml, i < depth ? "<a>" : "</a>");
    return last_event(xml->str, NULL);
}

static void bounds_depth_and_text(void **state)
{
    (void)state;
    assert_int_equal(last_event_of_nest(257), XML_DONE);
    assert_int_equal(last_event_of_nest(258), XML_FAULT);
    g_autoptr(GString) xml = g_string_new("<a>");
    for (int i = 0; i < 1000000; i++)
        g_string_append(xml, "0123456789");
    g_autofree char *fits = g_strconcat(xml->str, "</a>", NULL), *over = g_strconcat(xml->str, "0</a>", NULL);
    assert_int_equal(last_event(fits, NULL), XML_DONE);
    assert_int_equal(last_event(over, NULL), XML_FAULT);
}

static void tells_lines_and_short_data(void **state)
{
    (void)state;
    const char *xml = "<a>\n<b\n v='1'>\n</b>\n</a>";
    static const int lines[] = {1, 1, 3, 3, 3, 4, 1};
    g_autoptr(XmlReader) reader = xml_reader_new(xml, strlen(xml), "t.xml");
    for (size_t i = 0; i < G_N_ELEMENTS(lines); i++) {
        XmlEvent event = xml_reader_next(reader, NULL);
        assert_int_equal(event, i == 1 || i == 3 || i == 5 ? XML_TEXT : i == 0 || i == 2 ? XML_START : XML_END);
        if (event != XML_TEXT)
            assert_int_equal(xml_reader_line(reader), lines[i]);
    }
    assert_int_equal(last_event("<a/>", NULL), XML_DONE);
    static const char *const broken[] = {"", "<", "<a", "<a>", "<a/", "x"};
    for (size_t i = 0; i < G_N_ELEMENTS(broken); i++)
        assert_int_equal(last_event(broken[i], NULL), XML_FAULT);
}

static XmlEvent last_event_of(const void *data, size_t size, GError **error)
{
    g_autoptr(XmlReader) reader = xml_reader_new(data, size, "t.xml");
    XmlEvent event;
    while ((event = xml_reader_next(reader, error)) > XML_DONE)
        continue;
    return event;
}

/* <a> with COUNT attributes, and with a comment that looks like another such tag. */
static char *tag_of(int count)
{
    GString *xml = g_string_new("\xEF\xBB\xBF<r><!-- <c ' ' ' ' --><a");
    for (int i = 0; i < count; i++)
        g_string_append_printf(xml, " a%d='\"'", i);
    return g_string_free(g_string_append(xml, "/></r>"), FALSE);
}

static void stays_linear(void **state)
{
    (void)state;
    g_autofree char *few = tag_of(300), *many = tag_of(300000);
    g_autoptr(GError) flood = NULL, wide_flood = NULL, scopes = NULL, strange = NULL, deep = NULL;
    assert_int_equal(last_event(few, NULL), XML_DONE);
    assert_int_equal(last_event(many, &flood), XML_FAULT);
    assert_true(g_error_matches(flood, FAULT_INPUT, FAULT_LIMIT));
    glong units;
    g_autofree gunichar2 *wide = g_utf8_to_utf16(few, -1, NULL, &units, NULL), *wide_many = g_utf8_to_utf16(many, 20000, NULL, NULL, NULL);
    assert_int_equal(last_event_of(wide, (size_t)units * 2, NULL), XML_DONE);
    assert_int_equal(last_event_of(wide_many, 40000, &wide_flood), XML_FAULT);
    assert_true(g_error_matches(wide_flood, FAULT_INPUT, FAULT_LIMIT));
    g_autoptr(GString) nested = g_string_new("<!DOCTYPE a [");
    for (int i = 0; i < 400; i++)
        g_string_append_printf(nested, "<!ENTITY e%d \"x\">", i);
    g_autoptr(GError) doctype = NULL;
    assert_int_equal(last_event(nested->str, &doctype), XML_FAULT);
    assert_true(g_error_matches(doctype, FAULT_INPUT, FAULT_UNSAFE));
    g_string_assign(nested, "");
    for (int i = 0; i < 200; i++) {
        g_string_append(nested, "<a");
        for (int k = 0; k < 6; k++)
            g_string_append_printf(nested, " xmlns:n%d_%d='urn:%d'", i, k, k);
        g_string_append(nested, ">");
    }
    assert_int_equal(last_event(nested->str, &scopes), XML_FAULT);
    assert_true(g_error_matches(scopes, FAULT_INPUT, FAULT_LIMIT));
    assert_int_equal(last_event("<?xml version='1.0' encoding='UTF-7'?><a/>", &strange), XML_FAULT);
    assert_int_equal(last_event("<?xml version='1.0' encoding='gb2312'?><a/>", NULL), XML_DONE);
    g_string_assign(nested, "");
    for (int i = 0; i < 300; i++)
        g_string_append(nested, "<a>");
    assert_int_equal(last_event(nested->str, &deep), XML_FAULT);
    assert_true(g_error_matches(deep, FAULT_INPUT, FAULT_LIMIT));
}

static void namespaces_go_out_of_scope(void **state)
{
    (void)state;
    g_autoptr(GString) xml = g_string_new("<r>");
    for (int i = 0; i < 3000; i++)
        g_string_append_printf(xml, "<a xmlns:x='urn:%d'><b xmlns:y='urn:y'/></a>", i);
    g_string_append(xml, "</r>");
    assert_int_equal(last_event(xml->str, NULL), XML_DONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(writes_indented_and_mixed), cmocka_unit_test(cleans_what_xml_cannot_hold),
                                       cmocka_unit_test(refuses_doctype_and_breakage), cmocka_unit_test(reads_events_and_attributes),
                                       cmocka_unit_test(text_comes_whole), cmocka_unit_test(keeps_prefixes_that_nobody_declared),
                                       cmocka_unit_test(bounds_depth_and_text), cmocka_unit_test(tells_lines_and_short_data),
        cmocka_unit_test(stays_linear), cmocka_unit_test(namespaces_go_out_of_scope)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
