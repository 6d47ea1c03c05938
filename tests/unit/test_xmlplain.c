/* Plain documents are scanned, others are libxml2's: both must say the same of the same document. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "fileio.h"
#include "../../pipeline/xmlplain.h"
#include "xmlio.h"

#define OURS "<a xmlns=\"urn:anjuan:x\">"

/* ---- what a reader tells ---- */

static void say_attribute(const char *ns, const char *local, const char *value, void *said)
{
    g_string_append_printf(said, " {%s}%s=%s", ns, local, value);
}

/* Every event of DATA with all that is told of it, a line each, and the fault at the end. */
static char *events_of(const char *data, size_t size)
{
    GString *said = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(XmlReader) reader = xml_reader_new(data, size, "t.xml");
    XmlEvent event;
    while ((event = xml_reader_next(reader, &error)) > XML_DONE) {
        g_string_append_printf(said, "%d line %d", event, xml_reader_line(reader));
        if (event == XML_TEXT)
            g_string_append_printf(said, " [%s]", xml_reader_text(reader));
        else
            g_string_append_printf(said, " %d {%s}%s", xml_reader_depth(reader),
                                   xml_reader_namespace(reader), xml_reader_name(reader));
        if (event == XML_START)
            xml_reader_each_attribute(reader, say_attribute, said);
        g_string_append_c(said, '\n');
    }
    g_string_append_printf(said, "%d %s\n", event, error ? error->message : "");
    return g_string_free(said, FALSE);
}

/* The same by libxml2: a processing instruction, of which readers tell nothing, is not plain. */
static char *events_by_libxml2(const char *data, size_t size)
{
    g_autoptr(GString) changed = g_string_new_len(data, (gssize)size);
    const char *declared = g_str_has_prefix(changed->str, "<?xml ") ? strstr(changed->str, "?>") : NULL;
    g_string_insert(changed, declared ? declared + 2 - changed->str : 0, "<?odd?>");
    return events_of(changed->str, changed->len);
}

static void check_same(const char *data, size_t size)
{
    g_autofree char *scanned = events_of(data, size), *parsed = events_by_libxml2(data, size);
    if (strcmp(scanned, parsed) != 0)
        fail_msg("of %.*s\nscanned:\n%s\nlibxml2:\n%s", (int)MIN(size, 2000), data, scanned, parsed);
}

/* Whether the scanner reads all of TEXT. */
static bool is_plain(const char *text)
{
    Plain plain;
    PlainEvent event;
    plain_begin(&plain, text, strlen(text));
    while ((event = plain_next(&plain)) > PLAIN_DONE)
        continue;
    return event == PLAIN_DONE;
}

/* ---- tests ---- */

static void plain_documents_mean_what_libxml2_says(void **state)
{
    (void)state;
    static const char *const plain[] = {
        OURS "</a>",
        "<a xmlns='urn:anjuan:x'/>",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a xmlns=\"urn:anjuan:x\"/>\n",
        OURS "<b c=\"1&lt;2&amp;&quot;&#10;&#9;&#13;&apos;&gt;\" d='\"' e=\"'>\"/></a>",
        OURS "<b\n c=\"1\"\n\td=\"2\"\n >x</b\n></a>",
        "<!-- 注释 -->\n" OURS "<!--\n-->\n<b>一<!-- - -->二</b>\n\n</a>\n<!-- 末 -->\n",
        OURS "<b>a &lt; b &amp; c]]</b>\n案卷\n一览\n</a>",
        OURS "\n\n<b>\n案\n卷\n</b><b>a\n案\n</b><b>&amp;\n案</b></a>",
        OURS "<b></b><b/>\n<c.d-e_1 f.g=\"\"/></a>"};
    for (size_t i = 0; i < G_N_ELEMENTS(plain); i++) {
        if (!is_plain(plain[i]))
            fail_msg("not plain: %s", plain[i]);
        check_same(plain[i], strlen(plain[i]));
    }
}

static void what_is_not_plain_is_left_to_libxml2(void **state)
{
    (void)state;
    static const char *const odd[] = {
        "", " ", "x", "<a/>", "<a xmlns=\"urn:other\"/>", "<a xmlns=\"urn:anjuan:\"/>",
        "<x:a xmlns:x=\"urn:anjuan:x\"/>", OURS, OURS "x", OURS "</b>", OURS "</a", OURS "</a>x",
        OURS "</a><b/>",
        OURS "</a></a>", OURS "<b></a></b>", OURS "<b c=\"1\" c=\"2\"/></a>",
        OURS "<b c=\"1\"d=\"2\"/></a>", OURS "<b c=1/></a>", OURS "<b c/></a>", OURS "<b c=\"<\"/></a>",
        OURS "<b c=\"1/></a>", OURS "<b c=\"a\nb\tc\"/></a>", OURS "<b c = \"1\"/></a>",
        OURS "<b xmlns=\"urn:anjuan:y\"/></a>", OURS "<b xml:lang=\"zh\"/></a>", OURS "<b 1=\"\"/></a>",
        OURS "< b/></a>", OURS "<b/ ></a>", OURS "<案/></a>", OURS "&nbsp;</a>", OURS "&</a>",
        OURS "&#8212;&#x4e00;</a>", OURS "<b c=\"&#38;&amp;#38;\"/></a>", OURS "a]]>b</a>",
        OURS "<![CDATA[<]]></a>", OURS "<?p?></a>", OURS "x\r\ny</a>", OURS "<!-- -- --></a>",
        OURS "<!-- x", OURS "<!-- \x01 --></a>", OURS "\x01</a>", OURS "\xff</a>", OURS "\xEF\xBF\xBE</a>",
        OURS "\xED\xA0\x80</a>", OURS "<b c=\"\xC0\x80\"/></a>", "\xEF\xBB\xBF" OURS "</a>",
        "<!DOCTYPE a>" OURS "</a>", " <?xml version=\"1.0\"?>" OURS "</a>",
        "<?xml version=\"1.0\" encoding=\"GBK\"?>" OURS "</a>", "<?xml version='1.0'?>" OURS "</a>"};
    for (size_t i = 0; i < G_N_ELEMENTS(odd); i++) {
        if (is_plain(odd[i]))
            fail_msg("plain: %s", odd[i]);
        if (odd[i][0] == '<')
            check_same(odd[i], strlen(odd[i]));
    }
}

static void rules_read_the_same(void **state)
{
    (void)state;
    g_autoptr(GPtrArray) files = file_list_below("pipeline/rules", NULL);
    guint count = 0;
    for (guint i = 0; i < files->len; i++) {
        g_autofree char *path = g_build_filename("pipeline/rules", files->pdata[i], NULL);
        if (!g_str_has_suffix(path, ".xml"))
            continue;
        size_t size;
        g_autofree char *bytes = file_read_whole(path, 1 << 24, &size, NULL);
        assert_non_null(bytes);
        check_same(bytes, size);
        count++;
    }
    assert_true(count > 10);
}

/* One byte of a document, or one and those after it, are others: whatever comes of that, both say it. */
static void damage_reads_the_same(void **state)
{
    (void)state;
    static const char whole[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- 规则 - -->\n" OURS
                                "\n <b id=\"x&amp;y\" n='案卷'>一\n&lt;二 &#10;<c/>]\n</b>\n <!-- y -->z"
                                "<d e=\"1\" f=\"2\"></d>\n</a>\n";
    static const char others[] = "<>/=\"'&;!-?]x \n\r\t#\xE6\x80\xBF\x01";
    size_t head = strlen("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    for (size_t at = head; at < strlen(whole); at++) {
        for (size_t i = 0; i < strlen(others); i++) {
            g_autofree char *changed = g_strdup(whole);
            changed[at] = others[i];
            check_same(changed, strlen(whole));
            g_autoptr(GString) longer = g_string_new(whole);
            g_string_insert_c(longer, (gssize)at, others[i]);
            check_same(longer->str, longer->len);
        }
        check_same(whole, at);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_documents_mean_what_libxml2_says),
        cmocka_unit_test(what_is_not_plain_is_left_to_libxml2), cmocka_unit_test(rules_read_the_same),
        cmocka_unit_test(damage_reads_the_same)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
