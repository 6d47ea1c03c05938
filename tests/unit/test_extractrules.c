#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "extractrules.h"
#include "fileio.h"
#include "labelindex.h"
#include "matchtext.h"

#include "../../stages/extract/ruleexamples.h"

#include <stdio.h>
#include <string.h>

#define FOLDER "pipeline/rules/extract"

static ExtractRules *load(void)
{
    GError *error = NULL;
    ExtractRules *rules = extractrules_load(FOLDER, &error);
    if (!rules)
        fail_msg("%s", error->message);
    return rules;
}

static void every_example_holds(void **state)
{
    (void)state;
    g_autoptr(ExtractRules) rules = load();
    g_autoptr(GString) complaints = g_string_new(NULL);
    guint wrong = ruleexamples_try(rules, complaints);
    printf("%s", complaints->str);
    assert_true(rules->examples->len > 600);
    assert_int_equal(wrong, 0);
}

/* An example that does not hold is told with file, line and what was read instead. */
static void check_example_told(const char *examples, const char *line, const char *read)
{
    g_autofree char *folder = g_dir_make_tmp("rules-XXXXXX", NULL), *path = g_build_filename(folder, "own.xml", NULL);
    g_autofree char *text = g_strdup_printf("<extract-rules xmlns=\"urn:anjuan:extract-rules\">\n<field id=\"party\" type=\"name\"/>\n"
                                            "<pattern id=\"own\" field=\"party\">\n<regex>业主为(?&lt;value>\\p{Han}+)</regex>\n%s</pattern></extract-rules>",
                                            examples);
    assert_true(g_file_set_contents(path, text, -1, NULL));
    g_autoptr(ExtractRules) rules = extractrules_load(folder, NULL);
    assert_non_null(rules);
    g_autoptr(GString) complaints = g_string_new(NULL);
    assert_int_equal(ruleexamples_try(rules, complaints), line ? 1 : 0);
    if (line && (!strstr(complaints->str, "own.xml") || !strstr(complaints->str, line) || !strstr(complaints->str, read)))
        fail_msg("%s", complaints->str);
    remove(path);
    remove(folder);
}

static void examples_that_do_not_hold_are_told(void **state)
{
    (void)state;
    check_example_told("<match value=\"沅陵砖厂\">业主为沅陵砖厂</match>\n<no-match>业主不明</no-match>", NULL, NULL);
    check_example_told("<match value=\"沅陵砖厂\">业主为会同砖厂</match>\n<no-match>业主不明</no-match>", "第5行", "会同砖厂");
    check_example_told("<match>业主是沅陵砖厂</match>\n<no-match>业主不明</no-match>", "第5行", "无");
    check_example_told("<match>业主为沅陵砖厂</match>\n<no-match>业主为会同砖厂</no-match>", "第6行", "会同砖厂");
}

static void braces_spell_several_labels(void **state)
{
    (void)state;
    g_autoptr(ExtractRules) rules = load();
    assert_non_null(labelindex_find(rules->labels, "局长批示"));
    assert_non_null(labelindex_find(rules->labels, "分管领导审批意见"));
    assert_null(labelindex_find(rules->labels, "股长批示"));
}

static void every_kind_of_the_specification_is_there(void **state)
{
    (void)state;
    static const char *const kinds[] = {
        "filing-form", "inspection-record", "interview-record", "monitoring-report", "evidence", "investigation-report", "discussion-record",
        "penalty-notice", "hearing-notice", "hearing-record", "rectification-order", "penalty-decision", "daily-decision", "seizure-decision",
        "restriction-decision", "service-receipt", "payment-receipt", "closing-form", "demand", "enforcement-application", "court-document",
        "transfer-approval", "detention-transfer", "crime-transfer", "transfer-list", "police-receipt", "audit-opinion", "candidate-form",
        "integrity-certificate", "story", "case-list", "bulletin", "plan", "contact-list", "self-assessment", "candidate-list"};
    g_autoptr(ExtractRules) rules = load();
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (extractrules_doctype(rules, kinds[i]) < 0)
            fail_msg("no rules for %s", kinds[i]);
}

/* A rules folder with one file of TEXT is refused, and the message names file, line and WORD. */
static void check_refused(const char *body, const char *line, const char *word)
{
    g_autofree char *folder = g_dir_make_tmp("rules-XXXXXX", NULL), *path = g_build_filename(folder, "bad.xml", NULL);
    g_autofree char *text = g_strdup_printf("<extract-rules xmlns=\"urn:anjuan:extract-rules\">\n%s</extract-rules>", body);
    assert_true(g_file_set_contents(path, text, -1, NULL));
    g_autoptr(GError) error = NULL;
    assert_null(extractrules_load(folder, &error));
    if (!strstr(error->message, "bad.xml") || !strstr(error->message, line) || !strstr(error->message, word))
        fail_msg("%s", error->message);
    remove(path);
    remove(folder);
}

static void bad_rules_name_file_line_and_reason(void **state)
{
    (void)state;
#define FINE "<field id=\"party\" type=\"name\"/>\n"
    check_refused("<field id=\"x\" type=\"nonsense\"/>", "第2行", "type");
    check_refused(FINE "<pattern id=\"p\" field=\"party\"><regex>(?&lt;value>x</regex><match>x</match><no-match>y</no-match></pattern>", "第3行", "parenthesis");
    check_refused(FINE "<pattern id=\"p\" field=\"party\"><regex>x</regex><match>x</match><no-match>y</no-match></pattern>", "第3行", "value");
    check_refused(FINE "<pattern id=\"p\" field=\"party\"><regex>(?&lt;value>x)</regex><match>x</match></pattern>", "第3行", "例子");
    check_refused(FINE "<pattern id=\"p\" field=\"nobody\"><regex>(?&lt;value>x)</regex></pattern>", "第3行", "field");
    check_refused("<label field=\"nobody\"><n>a</n></label>", "第2行", "field");
    check_refused("<define name=\"a\">(?P>b)</define>\n" FINE "<pattern id=\"p\" field=\"party\"><regex>(?&lt;value>(?P>a))</regex></pattern>", "第4行", "b");
    check_refused(FINE "<label field=\"party\" rank=\"2x\"><n>a</n></label>", "第3行", "rank");
    check_refused(FINE "<pattern id=\"p\" field=\"party\" rank=\"1000\"><regex>(?&lt;value>x)</regex></pattern>",
                  "第3行", "rank 应为 0 到 999 的整数");
    check_refused("<later days=\"一\"><n>次日</n></later>", "第2行", "days");
    check_refused("<law id=\"某法\" liability=\"-1\"><n>某法</n></law>", "第2行", "liability");
    check_refused(FINE "<label field=\"party\" names=\"nowhere\"><n>a</n></label>", "第3行", "names");
    check_refused("<names id=\"a\"><n>b</n></names><names id=\"a\"><n>c</n></names>", "第2行", "id");
    check_refused("<whatever/>", "第2行", "未知元素");
    check_refused("<field", "2", "");
}

/* What one list says of opinions holds in each form, of a date of its own; a list is no label by itself. */
static void labels_share_names(void **state)
{
    (void)state;
    static const char *const fields[] = {"filing-date", "closing-date", "approval-date"};
    g_autoptr(ExtractRules) rules = load();
    const GPtrArray *labels = labelindex_find(rules->labels, "局长审批意见");
    assert_non_null(labels);
    for (size_t i = 0; i < G_N_ELEMENTS(fields); i++) {
        guint found = 0;
        for (guint n = 0; n < labels->len; n++)
            found += strcmp(((LabelRule *)g_ptr_array_index(labels, n))->field->id, fields[i]) == 0;
        assert_int_equal(found, 1);
    }
    check_refused("<field id=\"party\" type=\"name\"/>\n<names id=\"a\"><n>b</n></names>\n"
                  "<label field=\"party\"/>",
                  "第4行", "没有标签");
}

static void rules_fit_their_schema(void **state)
{
    (void)state;
    g_autoptr(GPtrArray) names = file_list_below(FOLDER, NULL);
    for (guint i = 0; i < names->len; i++) {
        if (!g_str_has_suffix(g_ptr_array_index(names, i), ".xml"))
            continue;
        g_autofree char *path = g_build_filename(FOLDER, g_ptr_array_index(names, i), NULL), *complaints = NULL;
        const char *argv[] = {"xmllint", "--noout", "--nonet", "--relaxng", "pipeline/schema/extract-rules.rng", path, NULL};
        int status = -1;
        assert_true(g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, &complaints, &status, NULL));
        if (!g_spawn_check_wait_status(status, NULL))
            fail_msg("%s", complaints);
    }
}

static void texts_are_folded_and_quoted_back(void **state)
{
    (void)state;
    const char *text = "　当 事 人：沅陵县（某）公司　　地址［１］ 号\n二○一六";
    MatchText folded;
    matchtext_init(&folded, text, strlen(text));
    assert_string_equal(folded.text, "当事人:沅陵县(某)公司 地址〔1〕号\n二〇一六");
    const char *at = strstr(folded.text, "〔1〕");
    g_autofree char *quote = matchtext_quote(&folded, text, (size_t)(at - folded.text), (size_t)(at - folded.text) + strlen("〔1〕"));
    assert_string_equal(quote, "［１］");
    matchtext_clear(&folded);
    g_autofree char *brackets = g_strnfill(1000, '[');
    matchtext_init(&folded, brackets, 1000);
    assert_int_equal(folded.length, 3000);
    matchtext_clear(&folded);
}

static void parts_of_a_text(void **state)
{
    (void)state;
    static const char *const stops[] = {"。", ",", NULL};
    const char *text = "甲,乙。丙,丁。戊";
    size_t start, end;
    assert_ptr_equal(matchtext_part_before(text, 0, stops), text);
    assert_ptr_equal(matchtext_part_before(text, (size_t)(strstr(text, "乙") - text), stops), strstr(text, "乙"));
    assert_ptr_equal(matchtext_part_before(text, (size_t)(strstr(text, "。丙") - text), stops), strstr(text, "乙"));
    assert_ptr_equal(matchtext_part_before(text, strlen(text), stops), strstr(text, "戊"));
    matchtext_sentence(text, (size_t)(strstr(text, "丁") - text), &start, &end);
    assert_true(text + start == strstr(text, "丙") && text + end == strstr(text, "。戊"));
    matchtext_sentence(text, strlen(text), &start, &end);
    assert_true(text + start == strstr(text, "戊") && end == strlen(text));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_example_holds),
        cmocka_unit_test(braces_spell_several_labels), cmocka_unit_test(examples_that_do_not_hold_are_told),
        cmocka_unit_test(every_kind_of_the_specification_is_there),
        cmocka_unit_test(bad_rules_name_file_line_and_reason),
        cmocka_unit_test(labels_share_names), cmocka_unit_test(rules_fit_their_schema),
        cmocka_unit_test(texts_are_folded_and_quoted_back),
        cmocka_unit_test(parts_of_a_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
