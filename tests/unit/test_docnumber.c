#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "docnumber.h"
#include "fileio.h"
#include "xmlio.h"

#include <stdlib.h>
#include <string.h>

static void check_key(const char *text, const char *want)
{
    g_autofree char *key = docnumber_key(text);
    if (g_strcmp0(key, want) != 0)
        fail_msg("%s: %s, not %s", text, key ? key : "no key", want ? want : "none");
}

static void keys_are_canonical(void **state)
{
    (void)state;
    check_key("会环停产字[2016]4号", "会环||停产|2016|4");
    check_key("会环(冷)停产决字〔2016〕第004号", "会环|冷|停产|2016|4");
    check_key("湘环办函[2016]137号", "湘环||办函|2016|137");
    check_key("鞍环罚决字[2018]第(11006)号", "鞍环||罚|2018|11006");
    check_key("惠市环(龙门)罚[2021]5号", "惠市环|龙门|罚|2021|5");
    check_key("娄环罚决字(冷)(2024)1号", "娄环|冷|罚|2024|1");
    check_key("（贺）环罚字〔2016〕3号", "贺环||罚|2016|3");
    check_key("豫 0185 环罚决字〔2023〕22号", "豫0185环||罚|2023|22");
    check_key("沅环拘移〔2016〕年2号", "沅环||拘移|2016|2");
    check_key("环法[2006]39号", "环||法|2006|39");
    check_key("(2016)鄂0117行审29号", "court|鄂0117||行审|2016|29");
    check_key("湛江环境监测(测)字(2015)第C4-031号", "report|湛江环境监测测|||2015|C4-031");
    check_key("会同环监（WT）字〔2016〕第48号", "report|会同环|WT|监|2016|48");
    check_key("会同环监字〔2016〕第48号", "report|会同环||监|2016|48");
    check_key("沅环罚（XX）字〔2016〕12号", NULL);
    check_key("沅环罚〔20XX〕XX号", NULL);
    check_key("沅环罚字〔16〕4号", NULL);
    check_key("罚款〔2016〕元", NULL);
    check_key("", NULL);
}

static void check_keys(const char *text, DocNumberPlace place, const char *want)
{
    g_autoptr(GPtrArray) keys = docnumber_keys(text, place);
    g_autoptr(GString) all = g_string_new(NULL);
    for (guint i = 0; i < keys->len; i++)
        g_string_append_printf(all, "%s%s", i ? " " : "", (const char *)g_ptr_array_index(keys, i));
    if (strcmp(all->str, want) != 0)
        fail_msg("%s: %s, not %s", text, all->str, want);
}

static void running_text_is_cut_at_words(void **state)
{
    (void)state;
    check_keys("本局于2016年10月8日作出沅环罚字〔2016〕12号行政处罚决定", DOCNUMBER_TEXT, "沅环||罚|2016|12");
    check_keys("《行政处罚决定书》（沅环罚字〔2016〕12号）", DOCNUMBER_TEXT, "沅环||罚|2016|12");
    check_keys("因环境违法，经沅环责改字〔2016〕3号、沅环罚告字〔2016〕4号告知", DOCNUMBER_TEXT,
               "沅环||责改|2016|3 沅环||罚告|2016|4");
    check_keys("怀化市环境保护局怀环罚字〔2016〕7号", DOCNUMBER_TEXT, "怀环||罚|2016|7");
    check_keys("一是洪市环罚〔2016〕第021号案卷缺送达回证；二是洪市环罚〔2016〕第026号案", DOCNUMBER_TEXT,
               "洪市环||罚|2016|21 洪市环||罚|2016|26");
    check_keys("2016年10月25日 通环罚决字[2016]15号", DOCNUMBER_TEXT, "通环||罚|2016|15");
    check_keys("我局于2016年9月1日送达（2016）晃环催字第03号催告书", DOCNUMBER_TEXT, "晃环||催|2016|3");
    check_keys("申请执行人以晃环罚〔2015〕39号处罚决定书决定", DOCNUMBER_TEXT, "晃环||罚|2015|39");
    check_keys("以上事实，有沅环责改字〔2016〕3号《责令改正决定书》为凭", DOCNUMBER_TEXT, "沅环||责改|2016|3");
    check_keys("同意你单位将通环罚〔2016〕15号决定的罚款", DOCNUMBER_TEXT, "通环||罚|2016|15");
    check_keys("（随会环拘移字【2016】4号移送书移送）", DOCNUMBER_TEXT, "会环||拘移|2016|4");
    check_keys("随州环罚字〔2016〕4号", DOCNUMBER_TEXT, "随州环||罚|2016|4");
    check_keys("随环罚字〔2016〕4号", DOCNUMBER_TEXT, "随环||罚|2016|4");
    check_keys("根据环发[2007]78号", DOCNUMBER_TEXT, "环||发|2007|78");
    check_keys("（一）沅环罚字〔2016〕12号", DOCNUMBER_TEXT, "沅环||罚|2016|12");
    check_keys("（复印件）沅环罚字〔2016〕12号", DOCNUMBER_TEXT, "沅环||罚|2016|12");
    check_keys("本院（2016）湘1222行审3号裁定，沅环罚字〔2016〕12号", DOCNUMBER_TEXT,
               "court|湘1222||行审|2016|3 沅环||罚|2016|12");
    check_keys("沅公（环）行传字〔2016〕3号", DOCNUMBER_TEXT, "沅公行传|环||2016|3");
    check_keys("对该公司2016年10月8号的行为", DOCNUMBER_TEXT, "");
    check_keys("会同县环境监测站会同环监（C）字〔2016〕第34号监测报告", DOCNUMBER_TEXT, "report|会同环|C|监|2016|34");
    check_keys("附件（A）沅环罚字〔2016〕12号", DOCNUMBER_TEXT, "沅环||罚|2016|12");
}

static void ranges_and_lists_expand(void **state)
{
    (void)state;
    g_autoptr(GPtrArray) keys = docnumber_keys("会环停产字[2016]4号——21号", DOCNUMBER_TEXT);
    assert_int_equal(keys->len, 18);
    assert_string_equal(g_ptr_array_index(keys, 17), "会环||停产|2016|21");
    check_keys("会环停产字[2016]4-6号", DOCNUMBER_TEXT, "会环||停产|2016|4 会环||停产|2016|5 会环||停产|2016|6");
    check_keys("会环停产字[2016]第4号至第6号", DOCNUMBER_TEXT, "会环||停产|2016|4 会环||停产|2016|5 会环||停产|2016|6");
    check_keys("会环罚字[2016]4、5号", DOCNUMBER_TEXT, "会环||罚|2016|4 会环||罚|2016|5");
    check_keys("会环罚字[2016]4号、7号和9号", DOCNUMBER_TEXT, "会环||罚|2016|4 会环||罚|2016|7 会环||罚|2016|9");
    check_keys("会环罚字[2016]12-1号", DOCNUMBER_TEXT, "会环||罚|2016|12-1");
    check_keys("会环罚字[2016]1号-99999999号", DOCNUMBER_TEXT, "会环||罚|2016|1");
}

static void file_names_carry_numbers(void **state)
{
    (void)state;
    check_keys("会环罚字[2016]4号.jpg", DOCNUMBER_NAME, "会环||罚|2016|4");
    check_keys("沅环罚〔2016〕12号-1.pdf", DOCNUMBER_NAME, "沅环||罚|2016|12");
    check_keys("沅环罚字2016 12号.jpg", DOCNUMBER_NAME, "沅环||罚|2016|12");
    check_keys("沅环罚字2016-12号（第1页）.jpg", DOCNUMBER_NAME, "沅环||罚|2016|12");
    check_keys("沅环罚字[2016]12.jpg", DOCNUMBER_NAME, "沅环||罚|2016|12");
    check_keys("01决定书沅环罚字【2016】012号_2.tif", DOCNUMBER_NAME, "沅环||罚|2016|12");
    check_keys("沅环罚字201612号.jpg", DOCNUMBER_NAME, "");
    check_keys("现场照片2016-10-08.jpg", DOCNUMBER_NAME, "");
    check_keys("IMG_2016(12).jpg", DOCNUMBER_NAME, "");
}

static void spans_are_the_spelling(void **state)
{
    (void)state;
    const char *text = "依据沅 环罚字〔２０１６〕第 12 号，";
    g_autoptr(GPtrArray) found = docnumber_find(text, DOCNUMBER_TEXT);
    assert_int_equal(found->len, 1);
    const DocNumberSpan *span = g_ptr_array_index(found, 0);
    g_autofree char *quote = g_strndup(text + span->start, span->end - span->start);
    assert_string_equal(quote, "沅 环罚字〔２０１６〕第 12 号");
}

static void parse_wants_the_whole(void **state)
{
    (void)state;
    DocNumberParts number = {0};
    assert_true(docnumber_parse(" 沅环罚字〔2016〕12号 ", &number));
    assert_int_equal(number.year, 2016);
    assert_int_equal(number.kind, DOCNUMBER_AGENCY);
    docnumber_clear(&number);
    assert_false(docnumber_parse("文号：沅环罚字〔2016〕12号", &number));
    assert_false(docnumber_parse("\xff\xfe", &number));
    assert_true(docnumber_parse("沅环罚字〔2016〕  号", &number));
    assert_int_equal(number.kind, DOCNUMBER_MASKED);
    docnumber_clear(&number);
}

static void long_text_costs_little(void **state)
{
    (void)state;
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 200000; i++)
        g_string_append(text, "环(2016)(环");
    g_string_append(text, "号");
    g_autoptr(GPtrArray) found = docnumber_find(text->str, DOCNUMBER_TEXT);
    assert_true(found->len < 10);
}

/* One element of the table of pairs: its name, attributes and spellings. */
typedef struct {
    char *name, *key, *first, *last;
    int count;
    GPtrArray *spellings;
} Entry;

static char *key_or_none(const char *text)
{
    char *key = docnumber_key(text);
    return key ? key : g_strdup("none");
}

static void check_different(const Entry *entry)
{
    for (guint i = 0; i < entry->spellings->len; i++)
        for (guint j = 0; j < i; j++) {
            g_autofree char *a = key_or_none(g_ptr_array_index(entry->spellings, i));
            g_autofree char *b = key_or_none(g_ptr_array_index(entry->spellings, j));
            assert_string_not_equal(a, b);
        }
}

static void check_range(const Entry *entry, const char *text)
{
    g_autoptr(GPtrArray) keys = docnumber_keys(text, DOCNUMBER_TEXT);
    if ((int)keys->len != entry->count)
        fail_msg("%s: %u numbers, not %d", text, keys->len, entry->count);
    assert_string_equal(g_ptr_array_index(keys, 0), entry->first);
    assert_string_equal(g_ptr_array_index(keys, keys->len - 1), entry->last);
}

static void check_kind(const char *text, DocNumberKind kind)
{
    DocNumberParts number = {0};
    if (!docnumber_parse(text, &number))
        fail_msg("%s is no number", text);
    if (number.kind != kind)
        fail_msg("%s is of kind %d", text, (int)number.kind);
    docnumber_clear(&number);
}

static void check_entry(const Entry *entry)
{
    if (strcmp(entry->name, "different") == 0)
        check_different(entry);
    for (guint i = 0; i < entry->spellings->len; i++) {
        const char *text = g_ptr_array_index(entry->spellings, i);
        if (strcmp(entry->name, "equal") == 0)
            check_key(text, entry->key);
        else if (strcmp(entry->name, "range") == 0)
            check_range(entry, text);
        else if (strcmp(entry->name, "none") == 0)
            check_key(text, NULL);
        else
            check_kind(text, strcmp(entry->name, "court") == 0    ? DOCNUMBER_COURT
                             : strcmp(entry->name, "report") == 0 ? DOCNUMBER_MONITORING
                             : strcmp(entry->name, "masked") == 0 ? DOCNUMBER_MASKED
                                                                  : DOCNUMBER_AGENCY);
    }
}

static void table_of_pairs_holds(void **state)
{
    (void)state;
    size_t size;
    g_autofree char *bytes = file_read_whole("pipeline/rules/docnumbers.xml", 1 << 20, &size, NULL);
    g_autoptr(XmlReader) reader = xml_reader_new(bytes, size, "docnumbers.xml");
    g_autoptr(GString) text = g_string_new(NULL);
    Entry entry = {0};
    int entries = 0;
    for (XmlEvent event; (event = xml_reader_next(reader, NULL)) != XML_DONE;) {
        assert_int_not_equal(event, XML_FAULT);
        int depth = event == XML_TEXT ? 0 : xml_reader_depth(reader);
        if (event == XML_START && depth == 1) {
            const char *count = xml_reader_attribute(reader, NULL, "count");
            entry = (Entry){g_strdup(xml_reader_name(reader)), g_strdup(xml_reader_attribute(reader, NULL, "key")),
                            g_strdup(xml_reader_attribute(reader, NULL, "first")), g_strdup(xml_reader_attribute(reader, NULL, "last")),
                            count ? atoi(count) : 0, g_ptr_array_new_with_free_func(g_free)};
        } else if (event == XML_START) {
            g_string_truncate(text, 0);
        } else if (event == XML_TEXT) {
            g_string_append(text, xml_reader_text(reader));
        } else if (depth == 2) {
            g_ptr_array_add(entry.spellings, g_strdup(text->str));
        } else if (depth == 1) {
            check_entry(&entry);
            entries++;
            g_free(entry.name), g_free(entry.key), g_free(entry.first), g_free(entry.last);
            g_ptr_array_unref(entry.spellings);
        }
    }
    assert_true(entries >= 20);
}

static void keys_tell_series_and_type(void **state)
{
    (void)state;
    assert_true(docnumber_same_series("沅环||罚|2016|4", "沅环||罚|2016|12"));
    assert_false(docnumber_same_series("沅环||罚|2016|4", "沅环||罚|2015|4"));
    assert_false(docnumber_same_series("沅环||罚|2016|4", "沅环||罚告|2016|4"));
    assert_true(docnumber_same_type("沅环||罚|2016|4", "会环|冷|罚|2015|9"));
    assert_true(docnumber_same_type("沅环||监|2016|4", "report|沅环|C|监|2016|4"));
    assert_false(docnumber_same_type("沅环||罚|2016|4", "沅环||责改|2016|4"));
    assert_false(docnumber_same_type("罚", "罚"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(table_of_pairs_holds),   cmocka_unit_test(keys_tell_series_and_type),
        cmocka_unit_test(keys_are_canonical),     cmocka_unit_test(running_text_is_cut_at_words),
        cmocka_unit_test(ranges_and_lists_expand), cmocka_unit_test(file_names_carry_numbers),
        cmocka_unit_test(spans_are_the_spelling), cmocka_unit_test(parse_wants_the_whole),
        cmocka_unit_test(long_text_costs_little),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
