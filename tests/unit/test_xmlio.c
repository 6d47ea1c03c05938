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

/* ---- the quick way and libxml2's ---- */

static void note_attribute(const char *ns, const char *local, const char *value, void *data)
{
    g_string_append_printf(data, " {%s}%s=%s", ns, local, value);
}

/* All that a reader says of its event, and at the end how it ended. */
static char *all_told(XmlReader *reader, guint *given)
{
    GString *told = g_string_new(NULL);
    g_autoptr(GError) fault = NULL;
    XmlEvent event;
    for (*given = 0; (event = xml_reader_next(reader, &fault)) > XML_DONE; ++*given) {
        g_string_append_printf(told, "%d %d {%s}%s '%s'", event, xml_reader_depth(reader), xml_reader_namespace(reader),
                               xml_reader_name(reader), xml_reader_text(reader));
        if (event == XML_START) {
            g_string_append_printf(told, " %d", xml_reader_line(reader));
            xml_reader_each_attribute(reader, note_attribute, told);
        }
        g_string_append_c(told, '\n');
    }
    g_string_append_printf(told, "%d %d %s", event, fault ? fault->code : 0, fault ? fault->message : "");
    return g_string_free(told, FALSE);
}

static guint64 both_ways_checked;

/* Where more attributes than are read stand in one tag, all is refused, though something was told before. */
static void assert_same_both_ways(const char *xml, size_t size)
{
    guint quick_given, slow_given;
    g_autofree char *exact = g_memdup2(xml, MAX(size, 1)); /* so that a sanitizer sees a step too far */
    g_autoptr(XmlReader) quick = xml_reader_new(exact, size, "t.xml"), slow = xml_reader_new_slow(exact, size, "t.xml");
    g_autofree char *by_quick = all_told(quick, &quick_given), *by_slow = all_told(slow, &slow_given);
    if (strcmp(by_quick, by_slow) != 0 && !g_str_has_suffix(by_quick, by_slow))
        print_message("differs: %.*s\n", (int)MIN(size, 3000), exact);
    if (slow_given > 0 || quick_given == 0)
        assert_string_equal(by_quick, by_slow);
    else
        assert_true(g_str_has_suffix(by_quick, by_slow));
    both_ways_checked++;
}

static const char *const told_alike[] = {
    "<a/>", "<abcdefgh/>", "<abcdefgh></abcdefgh>", "<abcdefgh >\n</abcdefgh >\n", "<?xml version='1.0'?>\r\n<abc x = '1'\ty=\"2\"\n/>",
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<w:d xmlns:w=\"urn:w\" w:a='1'><w:t xml:space=\"preserve\"> 案 </w:t></w:d>",
    "<?xml version=\"1.0\" encoding=\"GB18030\"?><a>\xB0\xB8</a>", "<a xmlns='u'><b xmlns=''><c/></b><d xmlns='v'/><e/></a>",
    "<a xmlns:p='u'><b xmlns:p='v' p:c='1' c='2'/><p:b p:c='3'/></a>", "<a xmlns:p='u' xmlns:q='u' p:x='1' q:x='2'/>", "<a xmlns:p=''/>",
    "<abcdef x='1' x='2'/>", "<abcdef x='1'y='2'/>", "<abcdef x=1/>", "<abcdef x='<'/>", "<abcdef x='&lt;&#65;&#x6848;&amp;&quot;&apos;\t\n\"'/>",
    "<abcdef>&lt;&#65;&#x6848;&amp;&quot;&apos;\t\n\"]]></abcdef>", "<abcdef>a]]b]>c</abcdef>", "<abcdef>&unknown;</abcdef>", "<abcdef>&#0;</abcdef>",
    "<abcdef>&#xD800;</abcdef>", "<abcdef>&#xFFFE;&#1;</abcdef>", "<abcdef>&#99999999999999;</abcdef>", "<abcdef>&#;</abcdef>", "<abcdef>&#x;</abcdef>",
    "<abcdef>&amp</abcdef>", "<abcdef>x<!-- c -->y<!--d-->\nz</abcdef><!-- e --> ", "<abcdef><!-- a -- b --></abcdef>", "<abcdef><!--a---></abcdef>",
    "<abcdef><!-->--></abcdef>", "<abcdef>x<![CDATA[y]]>z</abcdef>", "<abcdef>x<?pi y?>z</abcdef>", "<!-- first --><abcdef/>", " <abcdef/>", "<abcdef/>x",
    "<abcdef/><b/>", "<abcdef>", "<abcdef></abcde>", "<abcdef></abcdefg>", "<abcdef></b:abcdef>", "<abcdef", "<abcdef x='", "<abcdef x='1", "<abcdef>x</",
    "<a:b:c xmlns:a='u'/>", "<a: xmlns:a='u'/>", "<:abcdef/>", "<1abcdef/>", "<案卷 x='1'/>", "<abcdef 案='1'/>", "<abcdef xmlns:xml='u'/>", "<abcdef xmlns:xmlns='u'/>",
    "<abcdef xmlns='http://www.w3.org/XML/1998/namespace'/>", "<xml:abcdef/>", "<xmlns:abcdef/>", "<abcdef xmlns='u' xmlns='v'/>", "<abcdef>a\rb\r\nc</abcdef>",
    "<abcdef x='a\rb\r\nc'/>", "<abcdef>\x01</abcdef>", "<abcdef>\x7F</abcdef>", "<abcdef>\xEF\xBF\xBE</abcdef>", "<abcdef>\xED\xA0\x80</abcdef>", "<abcdef>\xC0\x80</abcdef>",
    "<abcdef>\xE0\x80\x80</abcdef>", "<abcdef>\xF0\x9F\x98\x80</abcdef>", "<abcdef>\xF4\x90\x80\x80</abcdef>", "<abcdef>案\xE6\xA1</abcdef>", "<abcdef x='\xE6\xA1'/>",
    "<abcdef>\n \n  <b/>\n text\n</abcdef>", "<!DOCTYPE a><abcdef/>", "<abcdef><!DOCTYPE a></abcdef>", "<abcdef xmlns:p='a b'><p:b></abcdef>", "<abcdef>]]</abcdef>", "<abcdef>]]&gt;</abcdef>",
    "<?xml version=\"1.0\"?><?xml version=\"1.0\"?><abcdef/>", "<?xml version=\"1.0\"  ?><abcdef/>", "<?xml version=\"1.1\"?><abcdef/>", "\xEF\xBB\xBF<abcdef/>", "<abcdef x='1'/ >",
    "<abcdef xml:lang='x' xml:id='1 2'/>", "<abcdef></abcdef x='1'>", "", "<", "< abcdef/>", "<abcdef>x</abcdef\n>y", "<abcdef>\xEF\xBF\xBD</abcdef>"};

static void gives_the_same_both_ways(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(told_alike); i++)
        assert_same_both_ways(told_alike[i], strlen(told_alike[i]));
    assert_same_both_ways("<abcdef>\0</abcdef>", 18);
}

/* XML with up to three bytes changed, taken out or put in, or cut off. */
static void change(GString *xml, GRand *chance)
{
    static const char signs[] = "<>/&;'\"= \t\n\r!-[]?:#x1aw\x01\x80\xE6\xBF\xFF";
    for (int i = g_rand_int_range(chance, 0, 3); i >= 0 && xml->len > 0; i--) {
        gssize at = g_rand_int_range(chance, 0, (gint32)xml->len);
        gssize many = g_rand_int_range(chance, 1, 9);
        char sign = signs[g_rand_int_range(chance, 0, sizeof signs)];
        switch (g_rand_int_range(chance, 0, 5)) {
        case 0:
            g_string_erase(xml, at, MIN((gssize)xml->len - at, many));
            break;
        case 1:
            g_string_insert_c(xml, at, sign);
            break;
        case 2:
            g_string_truncate(xml, (gsize)at);
            break;
        default:
            xml->str[at] = sign;
        }
    }
}

static void gives_the_same_of_what_is_broken(void **state)
{
    (void)state;
    static const char whole[] =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<w:a xmlns:w=\"urn:w\" xmlns=\"u\" w:x=\"1\" y='案&amp;2'>\n <!-- 注 --><b z=\"&#10;\">文字&lt;<![CDATA[c]]>d</b>"
        "\n <w:c/><d xmlns:w='v'><w:e w:f='g'/>]] </d>\n</w:a>\n";
    g_autoptr(GRand) chance = g_rand_new_with_seed(1);
    for (int i = 0; i < 20000; i++) {
        bool listed = i % 4 == 0;
        g_autoptr(GString) xml = g_string_new(listed ? told_alike[g_rand_int_range(chance, 0, G_N_ELEMENTS(told_alike))] : whole);
        change(xml, chance);
        assert_same_both_ways(xml->str, xml->len);
    }
    assert_true(both_ways_checked >= 20000);
}

/* A tag with so many attributes or namespaces, a nest, a name and a text of such size: around each limit of the quick way, and libxml2's. */
static void gives_the_same_of_what_is_large(void **state)
{
    (void)state;
    static const int sizes[] = {99, 100, 101, 199, 200, 201, 256, 257, 300, 301, 302, 1100};
    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
        g_autoptr(GString) attributes = g_string_new("<before/>"), spaces = g_string_new(NULL), nest = g_string_new(NULL), names = g_string_new(NULL);
        for (int j = 0; j < sizes[i]; j++) {
            g_string_append_printf(attributes, j == 0 ? "<a x%d='%d'" : " x%d='%d'", j, j);
            g_string_append_printf(spaces, j % 50 == 0 ? "%s<a xmlns:p%d='u%d'" : "%s xmlns:p%d='u%d'", j > 0 && j % 50 == 0 ? ">" : "", j, j);
            g_string_append(nest, "<a>");
            g_string_append_printf(names, "<n%d/>", j);
        }
        g_autofree char *name = g_strnfill((gsize)sizes[i], 'n'), *one = g_strdup_printf("<%s/>", name),
                        *within = g_strdup_printf("<all>%s/>%s</all>", attributes->str, names->str);
        g_string_append(spaces, "/>");
        assert_same_both_ways(one, strlen(one));
        assert_same_both_ways(within, strlen(within));
        assert_same_both_ways(spaces->str, spaces->len);
        assert_same_both_ways(nest->str, nest->len);
    }
    for (int i = 0; i < 2; i++) {
        g_autofree char *long_text = g_strnfill(999990 + (gsize)i * 100, 'x'),
                        *texts = g_strdup_printf("<all a='%s'>%s<!-- %s --></all>", long_text, long_text, long_text);
        assert_same_both_ways(texts, strlen(texts));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(writes_indented_and_mixed), cmocka_unit_test(cleans_what_xml_cannot_hold),
                                       cmocka_unit_test(refuses_doctype_and_breakage), cmocka_unit_test(reads_events_and_attributes),
                                       cmocka_unit_test(text_comes_whole), cmocka_unit_test(keeps_prefixes_that_nobody_declared),
                                       cmocka_unit_test(bounds_depth_and_text), cmocka_unit_test(tells_lines_and_short_data),
        cmocka_unit_test(stays_linear), cmocka_unit_test(namespaces_go_out_of_scope),
        cmocka_unit_test(gives_the_same_both_ways), cmocka_unit_test(gives_the_same_of_what_is_broken),
        cmocka_unit_test(gives_the_same_of_what_is_large)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
