/* How a derivation is printed: quotations from the unit's documents, what was passed over, width (explain.h, quotes.h). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "explain.h"
#include "scorelab.h"
#include "text.h"

static Casefiles *documents; /* of unit A */

static void add_field(Document *document, const char *id, const char *value, const char *place, const char *quote)
{
    Field *field = record_add(document->fields, &field_type);
    field->id = g_strdup(id);
    field->value = g_strdup(value);
    field->rule = g_strdup("test");
    field->place = g_strdup(place);
    field->quote = g_strdup(quote);
}

/* One county with a file that counts, one outside the window and one too many, and two rows of which one counts. */
static int set_up(void **state)
{
    lab_set_up(state);
    Lab *lab = *state;
    lab_unit(lab, "A", "county", 1, true);
    lab_marked_file(lab, "A", "01 甲厂", KIND_PENALTY, "90");
    lab_file(lab, "A", "02 乙厂", KIND_DAILY, "A/02", "2016-12-05");
    lab_file(lab, "A", "03 丙厂", KIND_DAILY, "A/03", "2016-12-06");
    lab_case(lab, "A", "AJ1", KIND_PENALTY, "A/1", "2016-10-08", "1000");
    lab_case(lab, "A", "AJ2", KIND_PENALTY, "A/2", "2016-12-31", "2000");
    documents = record_new(&casefiles_type);
    FileFacts *file = record_add(documents->files, &file_facts_type);
    file->path = g_strdup("案卷/01 甲厂/决定书.docx");
    Document *document = record_add(file->documents, &document_type);
    add_field(document, "notice-number", "A/01 甲厂", "P2", "别处");
    add_field(document, "doc-number", "A/01 甲厂", "P3", "甲罚字第１号");
    FileFacts *late = record_add(documents->files, &file_facts_type);
    late->path = g_strdup("案卷/02 乙厂/决定书.docx");
    Document *other = record_add(late->documents, &document_type);
    add_field(other, "doc-number", "改过的文号", "P1", "改过的文号");
    add_field(other, "decision-date", "2016-12-05", "P9", "二〇一六年十二月五日");
    return 0;
}

static int tear_down(void **state)
{
    record_free(&casefiles_type, documents);
    return lab_tear_down(state);
}

static char *explained(Lab *lab, const Casefiles *casefiles, size_t columns, bool xml)
{
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);
    lab_score(lab);
    const ExplainOutput output = {.stream = stream, .layout = {.columns = columns}, .xml = xml};
    assert_true(explain_print(&output, lab->scores, casefiles, "A", NULL, NULL));
    fclose(stream);
    return text;
}

static void documents_are_quoted_with_their_place(void **state)
{
    char *text = explained(*state, documents, 300, false), *without = explained(*state, NULL, 300, false),
         *xml = explained(*state, documents, 300, true);
    assert_non_null(strstr(text, "决定书.docx，第3段：“甲罚字第１号”"));
    assert_non_null(strstr(text, "2016-12-05（本单位材料，案卷/02 乙厂/决定书.docx，第9段：“二〇一六年十二月五日”"));
    assert_null(strstr(text, "改过的文号")); /* the record says another number by now */
    assert_null(strstr(text, "别处"));       /* another field of the same value */
    assert_null(strstr(without, "第3段"));
    assert_non_null(strstr(xml, "place=\"P3\" quote=\"甲罚字第１号\""));
    free(text);
    free(without);
    free(xml);
}

static void what_was_passed_over_is_listed(void **state)
{
    char *text = explained(*state, NULL, 300, false);
    assert_non_null(strstr(text, "· 03 丙厂：超出份数（本单位材料"));
    assert_null(strstr(text, "· 02 乙厂：")); /* it fills a slot and stands there with its 0 */
    assert_non_null(strstr(text, "\n\n未计入的案件（共1行）\n  · "));
    assert_non_null(strstr(text, "· A/2：不在活动期内（AJ2 行政处罚 2016-12-31 2000.00；基础数据表，cases.csv:"));
    assert_null(strstr(text, "· A/1："));
    free(text);
}

static void no_line_is_wider_than_the_terminal(void **state)
{
    static const size_t widths[] = {80, 120};
    for (size_t i = 0; i < G_N_ELEMENTS(widths); i++) {
        char *text = explained(*state, documents, widths[i], false);
        g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
        size_t widest = 0;
        for (char **line = lines; *line; line++)
            widest = MAX(widest, text_width(*line));
        assert_in_range(widest, widths[i] - 3, widths[i] + 2); /* closing punctuation may stand over */
        free(text);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    setenv("ANJUAN_DATA", "pipeline", 1);
    const struct CMUnitTest tests[] = {TEST(documents_are_quoted_with_their_place), TEST(what_was_passed_over_is_listed),
                                       TEST(no_line_is_wider_than_the_terminal)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
