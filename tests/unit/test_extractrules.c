#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "extractrules.h"
#include "fileio.h"
#include "matchtext.h"

#include "../../stages/extract/reading.h"

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

/* What RULE reads in TEXT: NULL for no match, "" for a match that is no value. */
static char *read_example(const RuleExample *example, Matcher *matcher)
{
    const Pattern *pattern = example->pattern ? example->pattern->pattern : example->named->pattern;
    char *const *when = example->pattern ? example->pattern->when : example->named->when;
    MatchText folded;
    matchtext_init(&folded, example->text, strlen(example->text));
    char *value = NULL;
    size_t start, end;
    if (extractrules_when(when, folded.text) && matcher_find(matcher, pattern, folded.text, folded.length, 0)) {
        value = g_strdup("");
        if (example->pattern && matcher_span(matcher, example->pattern->value, &start, &end)) {
            Field *field = record_new(&field_type);
            g_autofree char *quote = matchtext_quote(&folded, example->text, start, end);
            g_free(value);
            value = value_read(example->pattern->field, quote, false, field) ? g_strdup(field->value) : NULL;
            record_free(&field_type, field);
        }
    }
    matchtext_clear(&folded);
    return value;
}

static int check_pattern(const RuleExample *example, Matcher *matcher)
{
    g_autofree char *value = read_example(example, matcher);
    bool fine = example->must_match ? value != NULL && (!example->value || strcmp(value, example->value) == 0) : value == NULL;
    if (!fine)
        printf("%s:%d %s: %s reads %s\n", example->file, example->line, example->rule, example->text, value ? value : "nothing");
    return !fine;
}

static int check_title(const ExtractRules *rules, const RuleExample *example, Matcher *matcher)
{
    g_autofree char *squeezed = matchtext_squeeze(example->text);
    const TitleRule *title = example->of_name ? NULL : title_rule(rules, matcher, squeezed);
    int doctype = example->of_name ? name_doctype(rules, matcher, example->text) : title ? title->doctype : -1;
    bool fine = (doctype == example->doctype) == example->must_match;
    if (!fine)
        printf("%s:%d %s: %s is %s\n", example->file, example->line, example->rule, example->text,
               doctype < 0 ? "nothing" : extractrules_doctype_id(rules, doctype));
    return !fine;
}

static void every_example_holds(void **state)
{
    (void)state;
    g_autoptr(ExtractRules) rules = load();
    g_autoptr(Matcher) matcher = matcher_new();
    int wrong = 0;
    for (guint i = 0; i < rules->examples->len; i++) {
        const RuleExample *example = g_ptr_array_index(rules->examples, i);
        wrong += example->doctype >= 0 ? check_title(rules, example, matcher) : check_pattern(example, matcher);
    }
    assert_true(rules->examples->len > 150);
    assert_int_equal(wrong, 0);
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
    check_refused("<whatever/>", "第2行", "未知元素");
    check_refused("<field", "2", "");
}

static void rules_fit_their_schema(void **state)
{
    (void)state;
    g_autoptr(GPtrArray) names = file_list_below(FOLDER, NULL);
    for (guint i = 0; i < names->len; i++) {
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_example_holds),
        cmocka_unit_test(every_kind_of_the_specification_is_there),
        cmocka_unit_test(bad_rules_name_file_line_and_reason),
        cmocka_unit_test(rules_fit_their_schema),
        cmocka_unit_test(texts_are_folded_and_quoted_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
