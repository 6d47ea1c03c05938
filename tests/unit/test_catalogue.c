/* The catalogue of findings and the words: complete in both languages, and every place of a sentence can be filled. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include <glib/gstdio.h>

#include "catalogue.h"
#include "fault.h"
#include "lang.h"
#include "phrase.h"
#include "vocabulary.h"

static Catalogue *catalogue;

static const char *const codes_of_spec[] = {
    "PKG-001", "PKG-002", "PKG-003", "PKG-004", "PKG-005", "PKG-006", "PKG-007", "PKG-008", "PKG-009", "PKG-010", "PKG-011", "PKG-012",
    "PKG-013", "PKG-014", "PKG-015", "PKG-020", "DOC-001", "DOC-002", "DOC-003", "DOC-004", "DOC-005", "DOC-006", "SCN-001", "SCN-002",
    "SCN-003", "SCN-004", "SCN-005", "EXT-001", "EXT-002", "EXT-003", "EXT-004", "EXT-005", "SET-001", "SET-002", "SET-003", "SET-004",
    "SET-005", "SET-006", "SET-007", "SET-008", "SET-009", "SET-010", "LAW-001", "LAW-002", "LAW-003", "LAW-004", "LAW-005", "LAW-006",
    "LAW-007", "LAW-008", "LAW-009", "LAW-010", "LAW-011", "LAW-012", "REF-001", "REF-002", "REF-003", "REF-004", "REF-005", "CND-001",
    "CND-002", "CND-003", "CND-004", "CND-005", "CND-006", "CND-007", "SUB-001", "BUL-001", "CAS-001", "DAT-001", "DAT-002", "DAT-003",
    "DAT-004", "DAT-005", "SCO-001", "SYS-001"};

static int setup(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    catalogue = catalogue_read(NULL, &error);
    if (!catalogue)
        print_error("%s\n", error->message);
    return catalogue ? 0 : -1;
}

static int teardown(void **state)
{
    (void)state;
    catalogue_free(catalogue);
    return 0;
}

static void every_code_of_the_spec_is_there(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(codes_of_spec); i++)
        assert_true(catalogue_has(catalogue, codes_of_spec[i], NULL));
    assert_false(catalogue_has(catalogue, "PKG-099", NULL));
    assert_true(catalogue_has(catalogue, "REF-003", "advisory"));
    assert_false(catalogue_has(catalogue, "REF-003", "no-such"));
}

static void every_code_speaks_both_languages(void **state)
{
    (void)state;
    for (guint i = 0; i < catalogue_count(catalogue); i++) {
        Finding *finding = record_new(&finding_type);
        finding->code = g_strdup(catalogue_code(catalogue, i));
        for (int lang = LANG_ZH; lang <= LANG_EN; lang++) {
            lang_set(lang);
            g_autofree char *sentence = catalogue_sentence(catalogue, finding), *remedy = catalogue_remedy(catalogue, finding);
            assert_true(strlen(sentence) > 2 && strlen(remedy) > 2);
            assert_true(strlen(catalogue_reason(catalogue, finding->code)) > 2);
            assert_true((strstr(sentence, "。") != NULL) == (lang == LANG_ZH));
            assert_true((strstr(remedy, "。") != NULL) == (lang == LANG_ZH));
        }
        record_free(&finding_type, finding);
    }
    lang_set(LANG_ZH);
}

static Finding *add(GPtrArray *findings, const char *code, const char *variant)
{
    return catalogue_add(catalogue, findings, code, variant, "甲案", "案卷/甲案/决定书.docx", "T2R3C1");
}

static void levels_come_from_the_catalogue(void **state)
{
    (void)state;
    GPtrArray *findings = g_ptr_array_new();
    assert_int_equal(add(findings, "PKG-001", NULL)->level, LEVEL_FATAL);
    assert_int_equal(add(findings, "REF-003", NULL)->level, LEVEL_ERROR);
    assert_int_equal(add(findings, "REF-003", "advisory")->level, LEVEL_WARNING);
    assert_int_equal(add(findings, "REF-004", "other-party")->level, LEVEL_WARNING);
    assert_int_equal(add(findings, "CND-006", "advisory")->level, LEVEL_WARNING);
    assert_int_equal(add(findings, "CND-005", "kind")->level, LEVEL_ERROR);
    assert_int_equal(add(findings, "PKG-007", NULL)->level, LEVEL_INFO);
    record_list_clear(findings, &finding_type);
    g_ptr_array_unref(findings);
}

/* A term that is kept once its last day is moved costs nothing, and stands behind what does. */
static void a_variant_may_cost_less(void **state)
{
    (void)state;
    GPtrArray *findings = g_ptr_array_new();
    const Finding *moved = add(findings, "LAW-004", "rest-day"), *late = add(findings, "LAW-004", NULL),
                  *original = add(findings, "LAW-004", "original");
    assert_int_equal(catalogue_cost(catalogue, moved), COST_NONE);
    assert_int_equal(catalogue_cost(catalogue, late), COST_MARK);
    assert_int_equal(catalogue_cost(catalogue, original), COST_MARK);
    assert_int_equal(moved->level, LEVEL_INFO);
    assert_int_equal(late->level, LEVEL_WARNING);
    catalogue_sort_by_cost(catalogue, findings);
    assert_ptr_equal(findings->pdata[0], late);
    assert_ptr_equal(findings->pdata[2], moved);
    record_list_clear(findings, &finding_type);
    g_ptr_array_unref(findings);
}

/* What is told of a term that is kept once its last day is moved takes no marks off and asks for nothing. */
static void a_moved_term_reads_calmly(void **state)
{
    (void)state;
    static const char *const moved[][2] = {{"LAW-002", "rest-day"}, {"LAW-004", "rest-day"},
                                           {"LAW-004", "original-rest-day"}, {"LAW-005", "rest-day"},
                                           {"LAW-010", "late-rest-day"}};
    for (size_t i = 0; i < G_N_ELEMENTS(moved); i++) {
        GPtrArray *findings = g_ptr_array_new();
        const Finding *finding = add(findings, moved[i][0], moved[i][1]);
        g_autofree char *sentence = catalogue_sentence(catalogue, finding), *remedy = catalogue_remedy(catalogue, finding);
        const char *reason = catalogue_reason_of(catalogue, finding);
        assert_int_equal(catalogue_cost(catalogue, finding), COST_NONE);
        assert_int_equal(finding->level, LEVEL_INFO);
        assert_non_null(strstr(sentence, "未超期"));
        assert_null(strstr(sentence, "才"));
        assert_non_null(strstr(remedy, "不必补正"));
        assert_null(strstr(reason, "会扣分"));
        assert_non_null(strstr(reason, "可能由评审人员认定"));
        record_list_clear(findings, &finding_type);
        g_ptr_array_unref(findings);
    }
}

/* Of days that are too far apart, or in the wrong order, the true ones must not be changed to look right. */
static void true_dates_are_left_alone(void **state)
{
    (void)state;
    static const char *const late[][2] = {{"LAW-001", NULL}, {"LAW-002", NULL}, {"LAW-003", "early"},
                                          {"LAW-003", "after"}, {"LAW-003", "original-after"}, {"LAW-004", NULL},
                                          {"LAW-004", "original"}, {"LAW-005", NULL}, {"LAW-008", NULL},
                                          {"LAW-008", "handed-over"}, {"LAW-008", "handed-over-day"},
                                          {"LAW-009", NULL}, {"LAW-009", "before"}, {"LAW-009", "late-filing"},
                                          {"LAW-009", "apparent"}, {"LAW-009", "transferred-first"}, {"LAW-009", "cited"},
                                          {"LAW-009", "order-served"}, {"LAW-010", NULL}, {"LAW-010", "late"},
                                          {"LAW-022", NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(late); i++) {
        GPtrArray *findings = g_ptr_array_new();
        g_autofree char *remedy = catalogue_remedy(catalogue, add(findings, late[i][0], late[i][1]));
        if (!strstr(remedy, "日期属实的不要改动") && !strstr(remedy, "日期不得改动") && !strstr(remedy, "日期属实又没有放弃的，不得补造"))
            fail_msg("%s %s: %s", late[i][0], late[i][1] ? late[i][1] : "", remedy);
        record_list_clear(findings, &finding_type);
        g_ptr_array_unref(findings);
    }
}

static char *list_printed(const char *format)
{
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);
    catalogue_print(catalogue, format, stream);
    fclose(stream);
    return text;
}

static void the_list_reads_without_places(void **state)
{
    (void)state;
    for (int lang = LANG_ZH; lang <= LANG_EN; lang++) {
        lang_set(lang);
        for (int csv = 0; csv < 2; csv++) {
            char *text = list_printed(csv ? "csv" : "text");
            assert_null(strpbrk(text, "{}"));
            for (guint i = 0; i < catalogue_count(catalogue); i++)
                assert_non_null(strstr(text, catalogue_code(catalogue, i)));
            assert_non_null(strstr(text, csv ? "SCN-002,estimated,warning," : "estimated"));
            free(text);
        }
    }
    char *english = list_printed("text");
    assert_non_null(strstr(english, "By the dates, the inspection was on DATE and the case was filed on DATE, N working days later; the limit is N"));
    free(english);
    lang_set(LANG_ZH);
    char *chinese = list_printed("text"), *xml = list_printed("xml");
    assert_non_null(strstr(chinese, "从文书日期看，某日检查，某日才立案，相隔N个工作日，超过N个工作日"));
    assert_non_null(strstr(xml, " zh=\""));
    assert_non_null(strstr(xml, " en=\""));
    free(chinese);
    free(xml);
}

/* A profile with those LEVELS; the caller removes the file and frees the path. */
static char *profile_with(const char *levels)
{
    char *path = g_build_filename(g_get_tmp_dir(), "levels-profile.xml", NULL);
    g_autofree char *all = g_strconcat("<profile xmlns=\"urn:anjuan:profile\">\n", levels, "</profile>\n", NULL);
    assert_true(g_file_set_contents(path, all, -1, NULL));
    return path;
}

static void a_profile_gives_other_levels(void **state)
{
    (void)state;
    g_autoptr(Catalogue) own = catalogue_read(NULL, NULL);
    g_autofree char *none = catalogue_changes(own);
    char before[65], after[65];
    catalogue_digest(own, before);
    g_autofree char *path = profile_with("<level code=\"REF-004\" level=\"warning\"/>\n<level code=\"SCN-002\" level=\"info\"/>\n"
                                         "<level code=\"CND-006\" variant=\"advisory\" level=\"error\"/>");
    g_autoptr(GError) error = NULL;
    assert_true(catalogue_set_levels(own, NULL, &error));
    catalogue_digest(own, after);
    assert_string_equal(before, after);
    assert_true(catalogue_set_levels(own, path, &error));
    GPtrArray *findings = g_ptr_array_new();
    assert_int_equal(catalogue_add(own, findings, "SCN-002", NULL, NULL, NULL, NULL)->level, LEVEL_INFO);
    assert_int_equal(catalogue_add(own, findings, "SCN-002", "estimated", NULL, NULL, NULL)->level, LEVEL_INFO);
    assert_int_equal(catalogue_add(own, findings, "REF-004", "other-party", NULL, NULL, NULL)->level, LEVEL_WARNING);
    assert_int_equal(catalogue_add(own, findings, "CND-006", NULL, NULL, NULL, NULL)->level, LEVEL_ERROR);
    assert_int_equal(catalogue_add(own, findings, "CND-006", "advisory", NULL, NULL, NULL)->level, LEVEL_ERROR);
    assert_int_equal(catalogue_add(own, findings, "SCN-003", NULL, NULL, NULL, NULL)->level, LEVEL_WARNING);
    catalogue_digest(own, after);
    assert_string_not_equal(before, after);
    g_autofree char *changes = catalogue_changes(own);
    assert_string_equal(none, "");
    assert_string_equal(changes, "REF-004 须补正 → 请核实；SCN-002 请核实 → 提示；CND-006 advisory 请核实 → 须补正");
    record_list_clear(findings, &finding_type);
    g_ptr_array_unref(findings);
    g_remove(path);
}

/* The second line is wrong; what stands in a comment counts for nothing. */
static void a_wrong_profile_names_file_and_line(void **state)
{
    (void)state;
    static const char *const wrong[][2] = {{"<level code=\"SCN-999\" level=\"info\"/>", "“SCN-999”不是检查项目"},
                                           {"<level code=\"SCN-002\" variant=\"no\" level=\"info\"/>", "“SCN-002 no”不是检查项目"},
                                           {"<level code=\"SCN-002\" level=\"info\"/>", "“SCN-002”已在前面定过级别"},
                                           {"<level code=\"SCN-003\" level=\"infos\"/>", "infos"},
                                           {"<level code=\"SCN-003\"/>", "level"}};
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++) {
        g_autofree char *levels = g_strconcat("<!-- <level code=\"A\"/>\n --><level code=\"SCN-002\" level=\"error\"/>\n", wrong[i][0], NULL);
        g_autofree char *path = profile_with(levels), *place = g_strdup_printf("%s 第4行", path);
        g_autoptr(Catalogue) own = catalogue_read(NULL, NULL);
        g_autoptr(GError) error = NULL;
        assert_false(catalogue_set_levels(own, path, &error));
        assert_true(g_error_matches(error, FAULT_INPUT, FAULT_BAD));
        if (!strstr(error->message, place) || !strstr(error->message, wrong[i][1]))
            fail_msg("%s", error->message);
        g_remove(path);
    }
}

static void check_phrase(const Finding *finding, const char *template, const char *expected)
{
    g_autofree char *text = phrase_fill(template, finding);
    assert_string_equal(text, expected);
}

static void places_are_filled(void **state)
{
    (void)state;
    Finding *finding = record_new(&finding_type);
    finding->casefile = g_strdup("甲案");
    finding->place = g_strdup("T2R3C1");
    finding_param(finding, "kind", "penalty");
    finding_param(finding, "types", "inspection-record|evidence");
    finding_param(finding, "marks", "revisions comments");
    finding_param(finding, "date", "2016-10-08");
    finding_param(finding, "at", "2016-12-05T18:00:00+08:00");
    finding_param(finding, "yuan", "50000.00");
    finding_param(finding, "size", "8589934592");
    finding_param(finding, "names", "甲\n乙");
    finding_param(finding, "hostile", "a\xe2\x80\xae" "b");
    finding_param(finding, "none", "");
    finding_param(finding, "papers", "demand\nservice-receipt:demand\ninspection-record|evidence");
    finding_param(finding, "where", "02立案.docx|P3\nT1R2C1");
    finding_param(finding, "row", "cases.csv:62");
    finding_param(finding, "cell", "cases.xlsx:导出1!A7");
    finding_param(finding, "near", "案卷/甲/b.docx");
    finding_param(finding, "far", "案卷/甲乙/b.docx");
    finding_param(finding, "below", "案卷/甲/扫描/b.docx");
    finding->file = g_strdup("案卷/甲/a.docx");
    lang_set(LANG_ZH);
    check_phrase(finding, "{near:beside}，{far:beside}，{below:beside}", "b.docx，案卷/甲乙/b.docx，案卷/甲/扫描/b.docx");
    check_phrase(finding, "{row:row}，{cell:row}，{hostile:row}", "第62行，第7行，a\\u{202e}b");
    check_phrase(finding, "{casefile}{place:place}{kind:kind}", "甲案表2第3行第1格行政处罚");
    check_phrase(finding, "{types:doctype}；{marks:mark}", "现场检查（勘察）笔录或证据材料；修订痕迹和批注");
    check_phrase(finding, "{date:date}，{at:instant}，{yuan:money}元，{size:bytes}", "2016年10月8日，2016年12月5日18:00，50000元，8 GiB");
    check_phrase(finding, "一[（{none}）][（{names:list}）]二", "一（甲、乙）二");
    check_phrase(
        finding, "{papers:papers}；{where:places}",
        "催告书、催告书的送达回证、现场检查（勘察）笔录或证据材料；“02立案.docx”第3段、表1第2行第1格");
    check_phrase(finding, "{hostile}", "a\\u{202e}b");
    check_phrase(finding, "{unknown:reason}", "");
    lang_set(LANG_EN);
    check_phrase(finding, "lacks {papers:papers}",
                 "lacks demand for performance, certificate of service for the demand for performance, site "
                 "inspection record or evidence");
    check_phrase(finding, "{kind:kind}, {date:date}, {at:instant}", "Administrative penalty, 2016-10-08, 2016-12-05 18:00");
    lang_set(LANG_ZH);
    record_free(&finding_type, finding);
}

static void a_list_says_how_long_it_is(void **state)
{
    (void)state;
    g_autoptr(GString) names = g_string_new("1");
    for (int i = 2; i <= 143; i++)
        g_string_append_printf(names, "\n%d", i);
    Finding *finding = record_new(&finding_type);
    finding_param(finding, "names", names->str);
    g_autofree char *text = phrase_fill("{names:list}", finding);
    assert_non_null(strstr(text, "、20等（前20项，共143项）"));
    assert_null(strstr(text, "21"));
    record_free(&finding_type, finding);
}

static void bad_templates_are_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {"{date:dat}", "{", "{}", "a}", "[a", "a]", "[a[b]]"};
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
        g_autoptr(GError) error = NULL;
        assert_false(phrase_check(bad[i], &error));
        assert_true(g_error_matches(error, FAULT_INPUT, FAULT_BAD));
    }
    assert_true(phrase_check("a[{b}]{c:date}", NULL));
}

static void a_bad_catalogue_names_its_fault(void **state)
{
    (void)state;
    g_autofree char *path = g_build_filename(g_get_tmp_dir(), "findings.xml", NULL);
    static const char text[] = "<catalogue xmlns='urn:anjuan:catalogue'><finding code='A' level='error' cost='none'>"
                               "<sentence zh='{a:b}' en=''/><remedy zh='' en=''/><reason zh='' en=''/><source zh='' en=''/></finding></catalogue>";
    assert_true(g_file_set_contents(path, text, -1, NULL));
    g_autoptr(GError) error = NULL;
    assert_null(catalogue_read(path, &error));
    assert_non_null(strstr(error->message, "{a:b}"));
}

static void words_in_both_languages(void **state)
{
    (void)state;
    assert_string_equal(vocabulary_word("doctype", "penalty-decision"), "行政处罚决定书");
    lang_set(LANG_EN);
    assert_string_equal(vocabulary_word("doctype", "penalty-decision"), "penalty decision");
    assert_string_equal(vocabulary_chinese("kind", "daily"), "按日计罚");
    assert_string_equal(vocabulary_word("kind", "daily"), "daily penalty");
    lang_set(LANG_ZH);
    assert_string_equal(vocabulary_word("doctype", "no-such-type"), "no-such-type");
    assert_true(vocabulary_has_class("reason"));
    assert_false(vocabulary_has_class("no-such-class"));
    assert_true(vocabulary_has("clause", "quality"));
}

int main(void)
{
    g_autofree char *data = g_build_filename(g_getenv("ANJUAN_BUILD"), "share", "anjuan", NULL);
    g_setenv("ANJUAN_DATA", data, FALSE);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_of_the_spec_is_there), cmocka_unit_test(every_code_speaks_both_languages),
        cmocka_unit_test(a_variant_may_cost_less), cmocka_unit_test(a_moved_term_reads_calmly),
        cmocka_unit_test(true_dates_are_left_alone),
        cmocka_unit_test(levels_come_from_the_catalogue),  cmocka_unit_test(a_profile_gives_other_levels), cmocka_unit_test(the_list_reads_without_places),
        cmocka_unit_test(a_wrong_profile_names_file_and_line), cmocka_unit_test(places_are_filled),
        cmocka_unit_test(a_list_says_how_long_it_is),      cmocka_unit_test(bad_templates_are_refused),
        cmocka_unit_test(a_bad_catalogue_names_its_fault), cmocka_unit_test(words_in_both_languages),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
