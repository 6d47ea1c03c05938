/* EXT-002: where several papers have either number of a decision, all places are named, once, and the one is told as the slip that fewer
 * papers have and the table does not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "docnumber.h"
#include "findingcases.h"

#define PENALTY "案卷/行政处罚1/"
#define DECISION PENALTY "决定书.docx"
#define CLOSING PENALTY "结案.docx"
#define RIGHT "沅环罚字〔2016〕1号" /* as the table has it */
#define WRONG "沅环罚字〔2016〕11号"

static void number(Submitted *s, const char *paper, const char *field, const char *value)
{
    g_autofree char *path = g_strdup_printf(PENALTY "%s.docx", paper);
    if (!value)
        return;
    set_field(s, path, field, value);
    DocNumber *mention = record_add(the_document(s, path)->mentions, &docnumber_type);
    mention->raw = g_strdup(value);
    mention->key = docnumber_key(value);
    mention->place = g_strdup("P3");
}

typedef struct { const char *decision, *receipt, *payment, *closing; } Numbers;

static Submitted *numbered(const Numbers *numbers, bool tables)
{
    Submitted *s = submitted_clean();
    drop_files(s, "先进个人/向例明/案卷");
    number(s, "决定书", "doc-number", numbers->decision);
    number(s, "回证2", "served-number", numbers->receipt);
    number(s, "缴款", "decision-number", numbers->payment);
    number(s, "结案", "decision-number", numbers->closing);
    if (!tables)
        submitted_without_tables(s);
    return s;
}

typedef struct { Numbers numbers; const char *file, *same, *other, *slip; bool tables; } Told;

static void all_places_are_named_once(void **state)
{
    (void)state;
    static const Told known[] = {
        {{WRONG, WRONG, NULL, RIGHT}, DECISION, "回证2.docx|P3", NULL, WRONG, true},
        {{WRONG, WRONG, RIGHT, RIGHT}, DECISION, "回证2.docx|P3", "缴款.docx|P3", WRONG, true},
        {{RIGHT, WRONG, RIGHT, WRONG}, CLOSING, "缴款.docx|P3", "回证2.docx|P3", WRONG, true},
        {{WRONG, WRONG, RIGHT, RIGHT}, DECISION, "回证2.docx|P3", "缴款.docx|P3", NULL, false},
        {{WRONG, WRONG, NULL, RIGHT}, DECISION, NULL, NULL, NULL, false}}; /* the closing form alone against two */
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = numbered(&known[i].numbers, known[i].tables);
        const Finding *finding = submitted_told(s, "EXT-002", NULL);
        assert_int_equal(submitted_count(s, "EXT-002", "*"), 1);
        assert_string_equal(finding->file, known[i].file);
        expect_param(finding, "same", known[i].same);
        expect_param(finding, "same-other", known[i].other);
        expect_param(finding, "slip-number", known[i].slip);
        expect_param(finding, "slip-most", NULL);
        expect_param(finding, "alone", NULL);
        submitted_free(s);
    }
}

/* One paper alone against the others is told so, as before. */
static void one_alone_is_told_as_such(void **state)
{
    (void)state;
    static const struct { Numbers numbers; const char *file, *alone; } known[] = {
        {{WRONG, RIGHT, RIGHT, RIGHT}, DECISION, "3"}, {{RIGHT, RIGHT, RIGHT, WRONG}, CLOSING, "2"}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = numbered(&known[i].numbers, true);
        const Finding *finding = submitted_told(s, "EXT-002", NULL);
        assert_string_equal(finding->file, known[i].file);
        expect_param(finding, "alone", known[i].alone);
        expect_param(finding, "slip-number", NULL);
        submitted_free(s);
    }
}

static void the_sentence_tells_them_apart(void **state)
{
    (void)state;
    const Numbers numbers = {RIGHT, WRONG, RIGHT, WRONG};
    Submitted *s = numbered(&numbers, true);
    const Finding *finding = submitted_told(s, "EXT-002", NULL);
    g_autofree char *sentence = catalogue_sentence(s->catalogue, finding), *remedy = catalogue_remedy(s->catalogue, finding);
    if (!strstr(sentence, "行政处罚决定书为“" RIGHT "”（决定书.docx，第3段），结案审批表为“" WRONG
                          "”；写法与行政处罚决定书相同的还有“缴款.docx”第3段；写法与结案审批表相同的还有“回证2.docx”第3段；从文书和系统（导出表"))
        fail_msg("%s", sentence);
    assert_null(strstr(remedy, "行政处罚决定书已送达的"));
    submitted_free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(all_places_are_named_once), cmocka_unit_test(one_alone_is_told_as_such),
                                       cmocka_unit_test(the_sentence_tells_them_apart)};
    return cmocka_run_group_tests_name("sides of a number", tests, NULL, NULL);
}
