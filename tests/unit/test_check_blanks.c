/* EXT-001: where what a paper must say is looked for, what other papers say of it, and what is told instead; each with a near miss.
 * LAW-007 where the decision gives the amount of a day in two ways. */
#include "findingcases.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "docnumber.h"

#define DECISION "案卷/行政处罚1/决定书.docx"
#define DAILY "案卷/按日1/按日决定书.docx"

static void put_text(char **at, const char *text)
{
    g_free(*at);
    *at = g_strdup(text);
}

/* A field of the decision at PLACE. */
static Field *put_field(Submitted *s, const char *id, const char *value, const char *place)
{
    Field *field = add_field(the_document(s, DECISION), id, value);
    put_text(&field->place, place);
    return field;
}

/* ---- the place ---- */

static void undated(Submitted *s)
{
    drop_field(s, DECISION, "decision-date");
    put_text(&the_document(s, DECISION)->first, "P1");
    put_text(&the_document(s, DECISION)->last, "P23");
}
static void undated_on_two_lines(Submitted *s)
{
    undated(s);
    put_field(s, "undated", "2016年9月 日", "P18");
    put_field(s, "undated", "2016年 月 日", "P22");
}
static void unnumbered(Submitted *s)
{
    undated_on_two_lines(s);
    set_field(s, DECISION, "decision-date", "2016-09-28");
    drop_field(s, DECISION, "doc-number");
}
static void unnumbered_among_others(Submitted *s)
{
    unnumbered(s);
    Document *second = record_add(the_file(s, DECISION)->documents, &document_type);
    second->type = g_strdup("other");
}
static void number_blank(Submitted *s)
{
    drop_field(s, DECISION, "doc-number");
    put_field(s, "number-blank", "沅环罚字〔2016〕 号", "P3");
}
static void party_blank(Submitted *s)
{
    drop_field(s, DECISION, "party");
    put_field(s, "party-blank", "当事人", "T1R1C1");
}
static void fine_blank(Submitted *s)
{
    drop_field(s, DECISION, "fine-yuan");
    put_field(s, "fine-blank", "罚款人民币 元", "P10");
    put_field(s, "unfilled", "罚款人民币 元", "P10")->status = VALUE_DRAFT;
}
static void fine_blank_twice(Submitted *s)
{
    fine_blank(s);
    put_field(s, "unfilled", "人民币 元整", "P10")->status = VALUE_DRAFT;
}
static void fine_blank_and_another(Submitted *s)
{
    fine_blank(s);
    put_field(s, "unfilled", "2016年XX月XX日", "P5")->status = VALUE_DRAFT;
}

/* Where nothing shows the place none is told: the beginning of a document is no place of what is not in it. */
static void what_is_missing_is_looked_for_where_it_is_left_blank(void **state G_GNUC_UNUSED)
{
    static const struct { ChangeFunc change; const char *place, *blank; } known[] = {
        {undated, "P23", NULL},         {undated_on_two_lines, "P22", "2016年 月 日"},
        {unnumbered, NULL, NULL},       {unnumbered_among_others, "P1", NULL},
        {party_blank, "T1R1C1", "当事人"}, {number_blank, "P3", "沅环罚字〔2016〕 号"},
        {fine_blank, "P10", "罚款人民币 元"}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        submitted_check(s);
        const Finding *missing = submitted_finding(s, "EXT-001");
        if (g_strcmp0(missing->place, known[i].place) != 0)
            fail_msg("entry %zu: %s", i, missing->place);
        assert_int_equal(g_strcmp0(finding_value(missing, "blank"), known[i].blank), 0);
        assert_non_null(finding_value(missing, known[i].blank ? "left" : "plain"));
        submitted_free(s);
    }
}

/* The blank in the place of what is missing is told with that; others are told as such. */
static void a_blank_is_told_once(void **state G_GNUC_UNUSED)
{
    static const struct { ChangeFunc change; int blanks; } known[] = {{fine_blank, 0}, {fine_blank_twice, 0}, {fine_blank_and_another, 1}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        submitted_check(s);
        assert_int_equal(submitted_count(s, "EXT-001", "no-fine"), 1);
        assert_int_equal(submitted_count(s, "EXT-005", "unfilled"), known[i].blanks);
        submitted_free(s);
    }
}

/* ---- what other papers say ---- */

static void mention(Submitted *s, const char *path, const char *number)
{
    DocNumber *named = record_add(the_document(s, path)->mentions, &docnumber_type);
    named->raw = g_strdup(number);
    named->key = docnumber_key(number);
    named->place = g_strdup("P2");
}
static void number_in_the_closing_form(Submitted *s)
{
    number_blank(s);
    mention(s, "案卷/行政处罚1/结案.docx", "沅环罚字〔2016〕1号");
    mention(s, "案卷/行政处罚1/结案.docx", "沅环立字〔2016〕7号");
}
static void two_numbers_elsewhere(Submitted *s)
{
    number_in_the_closing_form(s);
    mention(s, "案卷/行政处罚1/告知书.docx", "沅环罚字〔2016〕2号");
}
static void number_that_the_decision_names(Submitted *s)
{
    number_in_the_closing_form(s);
    mention(s, DECISION, "沅环罚字〔2016〕1号");
}
static void no_number_line(Submitted *s)
{
    unnumbered(s);
    mention(s, "案卷/行政处罚1/结案.docx", "沅环罚字〔2016〕1号");
}
static void others_differ_in_the_party(Submitted *s)
{
    party_blank(s);
    set_field(s, "案卷/行政处罚1/结案.docx", "party", "沅陵县乌有锰业有限责任公司");
}

static void agreeing_papers_are_a_hint(void **state G_GNUC_UNUSED)
{
    static const struct { ChangeFunc change; const char *hint; } known[] = {
        {number_in_the_closing_form, "沅环罚字〔2016〕1号"}, {two_numbers_elsewhere, NULL}, {number_that_the_decision_names, NULL},
        {no_number_line, NULL}, {party_blank, "沅陵县乌有锰业有限公司"}, {others_differ_in_the_party, NULL}, {fine_blank, NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        submitted_check(s);
        const Finding *missing = submitted_finding(s, "EXT-001");
        if (g_strcmp0(finding_value(missing, "hint"), known[i].hint) != 0)
            fail_msg("entry %zu: %s", i, finding_value(missing, "hint"));
        submitted_free(s);
    }
}

/* ---- what is told instead ---- */

static void planned(Submitted *s, ValueStatus status)
{
    drop_field(s, DECISION, "fine-yuan");
    add_field(the_document(s, DECISION), "proposed-fine-yuan", "48000.00")->status = (int)status;
}
static void only_planned(Submitted *s) { planned(s, VALUE_DRAFT); }
static void only_announced(Submitted *s) { planned(s, VALUE_VALID); }

static void a_fine_that_is_only_planned_is_there(void **state G_GNUC_UNUSED)
{
    static const struct { ChangeFunc change; int draft, missing; } known[] = {{only_planned, 1, 0}, {only_announced, 0, 1}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        submitted_check(s);
        assert_int_equal(submitted_count(s, "EXT-005", NULL), known[i].draft);
        assert_int_equal(submitted_count(s, "EXT-001", "no-fine"), known[i].missing);
        submitted_free(s);
    }
}

/* The daily decision cannot be read; a catalogue, which the folder's name calls a daily decision, lies before it. */
static void put_unread_daily(Submitted *s, const char *type)
{
    drop_files(s, DAILY);
    drop_files(s, "案卷/按日1/决定书.pdf");
    put_document(s, "案卷/按日1/00卷内目录.docx", "other", NULL);
    put_text(&the_file(s, "案卷/按日1/00卷内目录.docx")->named_type, "daily-decision");
    put_file(s, DAILY, type, "daily-decision", NULL)->content = CONTENT_UNREADABLE;
}
static void locked(Submitted *s) { put_unread_daily(s, "ooxml-encrypted"); }
static void old_document(Submitted *s) { put_unread_daily(s, "doc"); }
static void broken(Submitted *s) { put_unread_daily(s, "docx"); } /* may be sent as a scan, which would not be enough */

static void what_was_not_read_is_not_missing(void **state G_GNUC_UNUSED)
{
    static const struct { ChangeFunc change; const char *code; int missing; } known[] = {
        {locked, "DOC-003", 0}, {old_document, "DOC-002", 0}, {broken, "DOC-001", 1}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        submitted_check(s);
        assert_int_equal(submitted_count(s, known[i].code, "*"), 1);
        assert_int_equal(submitted_count(s, "EXT-001", "no-document"), known[i].missing);
        if (known[i].missing)
            assert_string_equal(submitted_finding(s, "EXT-001")->file, DAILY);
        submitted_free(s);
    }
}

/* ---- the amount of a day in words and in figures ---- */

static void amount_of_a_day(Submitted *s, const char *words, const char *figures)
{
    set_field(s, DAILY, "per-day-yuan", words);
    if (figures)
        add_field(the_document(s, DAILY), "per-day-yuan", figures);
}
static void wrong_amount(Submitted *s) { amount_of_a_day(s, "11000.00", NULL); }
static void wrong_words(Submitted *s)
{
    const char *right = the_field(s, DAILY, "per-day-yuan")->value;
    g_autofree char *kept = g_strdup(right);
    amount_of_a_day(s, "11000.00", kept);
}

static void a_notice_gives_one_amount_of_a_day(void **state G_GNUC_UNUSED)
{
    static const char *const second[] = {"50000.00", "60000.00"};
    for (size_t i = 0; i < G_N_ELEMENTS(second); i++) {
        Submitted *s = submitted_clean();
        Document *notice = the_document(s, "案卷/按日1/告知书.docx");
        add_field(notice, "per-day-yuan", "50000.00");
        add_field(notice, "per-day-yuan", second[i]);
        submitted_check(s);
        assert_int_equal(submitted_count(s, "EXT-002", "same-document"), (int)i);
        submitted_free(s);
    }
}

static void what_one_of_two_forms_makes_right_is_told_once(void **state G_GNUC_UNUSED)
{
    static const struct { ChangeFunc change; int forms, law; } known[] = {{wrong_amount, 0, 1}, {wrong_words, 1, 0}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        submitted_check(s);
        assert_int_equal(submitted_count(s, "EXT-002", "same-document"), known[i].forms);
        assert_int_equal(submitted_count(s, "LAW-007", "*"), known[i].law);
        submitted_free(s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_missing_is_looked_for_where_it_is_left_blank),
        cmocka_unit_test(a_blank_is_told_once),
        cmocka_unit_test(agreeing_papers_are_a_hint),
        cmocka_unit_test(a_fine_that_is_only_planned_is_there),
        cmocka_unit_test(what_was_not_read_is_not_missing),
        cmocka_unit_test(a_notice_gives_one_amount_of_a_day),
        cmocka_unit_test(what_one_of_two_forms_makes_right_is_told_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
