/* One document over several files: which names are parts, what is joined, and what is left alone. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "continued.h"
#include "docnumber.h"
#include "lang.h"
#include "partname.h"
#include "submitted.h"

static void check_part(const char *name, int part, const char *stem)
{
    g_autofree char *read = NULL;
    assert_int_equal(part_of_name(name, &read), part);
    assert_string_equal(read, stem);
}

static void names_say_which_part_a_file_is(void **state)
{
    (void)state;
    check_part("行政处罚决定书(1).docx", 1, "行政处罚决定书");
    check_part("行政处罚决定书（二）.docx", 2, "行政处罚决定书");
    check_part("行政处罚决定书-2.docx", 2, "行政处罚决定书");
    check_part("行政处罚决定书 第2页.docx", 2, "行政处罚决定书");
    check_part("第1页.docx", 1, "");
    check_part("调查报告（上）.docx", 1, "调查报告");
    check_part("调查报告下.docx", 3, "调查报告");
    check_part("行政处罚决定书正文.docx", 1, "行政处罚决定书");
    check_part("行政处罚决定书附件.docx", 2, "行政处罚决定书");
    check_part("行政处罚决定书（续）.docx", 2, "行政处罚决定书");
    check_part("行政处罚决定书.docx", 0, "行政处罚决定书");
    check_part("送达回证（告知书）.docx", 0, "送达回证(告知书)");
    check_part("沅环罚字〔2016〕12号.docx", 0, "沅环罚字〔2016〕12号");
    check_part("2016-10-12.docx", 12, "2016-10");
    check_part("行政处罚决定书(2016).docx", 0, "行政处罚决定书(2016)");
}

static const char *const first = "案卷/行政处罚9/行政处罚决定书(1).docx", *const second = "案卷/行政处罚9/行政处罚决定书(2).docx";

/* A decision whose head is in one file and whose fine and signature are in another. */
static Submitted *parted(void)
{
    Submitted *s = submitted_empty();
    put_document(s, first, "penalty-decision", "doc-number", "沅环罚字〔2016〕99号", "party",
                 "沅陵县兴隆砖厂", NULL)
        ->title = g_strdup("行政处罚决定书");
    put_document(s, second, "penalty-decision", "fine-yuan", "50000.00", "decision-date", "2016-10-20",
                 "party", "兴隆砖厂", NULL);
    return s;
}

static void the_second_part_completes_the_first(void **state)
{
    (void)state;
    Submitted *s = parted();
    g_free(the_field(s, second, "fine-yuan")->place);
    the_field(s, second, "fine-yuan")->place = g_strdup("P3");
    put_officer(the_document(s, second), "张三", "18120001");
    casefiles_join_continued(s->casefiles);
    casefiles_join_continued(s->casefiles);
    assert_int_equal(the_file(s, first)->documents->len, 1);
    assert_int_equal(the_file(s, second)->documents->len, 0);
    assert_string_equal(the_field(s, first, "fine-yuan")->value, "50000.00");
    assert_string_equal(the_field(s, first, "fine-yuan")->place, "行政处罚决定书(2).docx|P3");
    assert_string_equal(the_field(s, first, "decision-date")->value, "2016-10-20");
    assert_string_equal(the_field(s, first, "party")->value, "沅陵县兴隆砖厂");
    assert_int_equal(the_document(s, first)->investigators->len, 1);
    submitted_check(s);
    assert_int_equal(submitted_count(s, "EXT-001", "*"), 0);
    submitted_free(s);
}

static void a_part_is_left_alone(const char *what, Submitted *s)
{
    casefiles_join_continued(s->casefiles);
    if (the_file(s, second)->documents->len != 1)
        fail_msg("%s: was joined", what);
    submitted_free(s);
}

static void what_is_a_document_of_its_own_stays_one(void **state)
{
    (void)state;
    Submitted *titled = parted();
    the_document(titled, second)->title = g_strdup("行政处罚决定书");
    a_part_is_left_alone("a title", titled);
    Submitted *numbered = parted();
    set_field(numbered, second, "doc-number", "沅环罚字〔2016〕100号");
    a_part_is_left_alone("a number", numbered);
    Submitted *other = parted();
    g_free(the_document(other, second)->type);
    the_document(other, second)->type = g_strdup("service-receipt");
    a_part_is_left_alone("another kind", other);
    Submitted *alone = parted();
    drop_files(alone, first);
    a_part_is_left_alone("no first part", alone);
    Submitted *gap = parted();
    FileFacts *file = the_file(gap, first);
    g_free(file->path);
    file->path = g_strdup("案卷/行政处罚9/行政处罚决定书(4).docx");
    a_part_is_left_alone("a gap", gap);
    Submitted *elsewhere = parted();
    file = the_file(elsewhere, first);
    g_free(file->path);
    file->path = g_strdup("案卷/行政处罚8/行政处罚决定书(1).docx");
    a_part_is_left_alone("another folder", elsewhere);
}

static void a_third_part_goes_where_the_second_went(void **state)
{
    (void)state;
    Submitted *s = parted();
    const char *third = "案卷/行政处罚9/行政处罚决定书(3).docx";
    put_document(s, third, "other", "address", "沅陵县官庄镇", NULL);
    casefiles_join_continued(s->casefiles);
    assert_int_equal(the_file(s, third)->documents->len, 0);
    assert_string_equal(the_field(s, first, "address")->value, "沅陵县官庄镇");
    submitted_free(s);
}

/* What FIRST and SECOND, two files of one folder without titles in the second, become: the documents left in the second. */
static guint left_in_second(const char *one, const char *two)
{
    Submitted *s = submitted_empty();
    g_autofree char *path_one = g_strconcat("案卷/行政处罚9/", one, NULL),
                    *path_two = g_strconcat("案卷/行政处罚9/", two, NULL);
    put_document(s, path_one, "investigation-report", "party", "沅陵县兴隆砖厂", NULL)->title = g_strdup("调查报告");
    put_document(s, path_two, "other", "address", "沅陵县官庄镇", NULL);
    casefiles_join_continued(s->casefiles);
    guint left = the_file(s, path_two)->documents->len;
    submitted_free(s);
    return left;
}

static void marks_of_parts_follow_each_other(void **state)
{
    (void)state;
    assert_int_equal(left_in_second("调查报告（上）.docx", "调查报告（下）.docx"), 0);
    assert_int_equal(left_in_second("调查报告.docx", "调查报告（续）.docx"), 0);
    assert_int_equal(left_in_second("调查报告正文.docx", "调查报告附件.docx"), 0);
    assert_int_equal(left_in_second("调查报告第一页.docx", "调查报告第二页.docx"), 0);
    assert_int_equal(left_in_second("调查报告(1).docx", "调查报告(3).docx"), 1);
    assert_int_equal(left_in_second("调查报告.docx", "调查报告（下）.docx"), 1);
    assert_int_equal(left_in_second("调查报告(1).docx", "处理意见(2).docx"), 1);
}

/* The documents left in a file called NAME, of TYPE, which mentions NUMBER (NULL: none), beside a decision
 * and a notice; the decision is signed or not. */
static guint left_beside(const char *name, const char *type, const char *number, bool is_signed)
{
    Submitted *s = submitted_empty();
    const char *decision = "案卷/行政处罚9/10决定书.docx", *notice = "案卷/行政处罚9/08告知书.docx";
    g_autofree char *path = g_strconcat("案卷/行政处罚9/", name, NULL);
    put_document(s, decision, "penalty-decision", "doc-number", "沅环罚字〔2016〕99号", NULL)->title =
        g_strdup("行政处罚决定书");
    put_document(s, notice, "penalty-notice", "doc-number", "沅环罚告字〔2016〕99号", NULL)->title =
        g_strdup("行政处罚告知书");
    if (is_signed) {
        set_field(s, decision, "decision-date", "2016-10-20");
        the_field(s, decision, "decision-date")->rule = g_strdup("signature-line");
    }
    Document *part = put_document(s, path, type, "fine-yuan", "50000.00", NULL);
    if (number) {
        DocNumber *mention = record_add(part->mentions, &docnumber_type);
        *mention = (DocNumber){.raw = g_strdup(number), .key = docnumber_key(number)};
    }
    casefiles_join_continued(s->casefiles);
    guint left = the_file(s, path)->documents->len;
    if (left == 0)
        assert_string_equal(the_field(s, decision, "fine-yuan")->value, "50000.00");
    submitted_free(s);
    return left;
}

static void a_bare_page_goes_with_what_it_tells(void **state)
{
    (void)state;
    assert_int_equal(left_beside("第2页.docx", "penalty-decision", NULL, true), 0);
    assert_int_equal(left_beside("11第2页.docx", "penalty-decision", NULL, false), 0);
    assert_int_equal(left_beside("第2页.docx", "other", "沅环罚〔2016〕99号", false), 0);
    assert_int_equal(left_beside("第2页.docx", "other", "沅环罚〔2016〕99号", true), 1); /* the decision is whole */
    assert_int_equal(left_beside("第2页.docx", "other", NULL, false), 1);
    assert_int_equal(left_beside("第2页.docx", "other", "沅环罚〔2016〕98号", false), 1);
    assert_int_equal(left_beside("第2页.docx", "rectification-order", NULL, false), 1);
    assert_int_equal(left_beside("说明.docx", "penalty-decision", NULL, true), 1);
    assert_int_equal(left_beside("2016-10-12.docx", "other", "沅环罚〔2016〕99号", false), 1);
}

static void only_the_mark_says_that_nothing_follows(void **state)
{
    (void)state;
    assert_int_equal(left_in_second("调查报告上册.docx", "调查报告下册.docx"), 0);
    assert_int_equal(left_in_second("河下村调查报告(1).docx", "河下村调查报告(3).docx"), 1); /* the second is missing */
    assert_int_equal(left_in_second("河下村调查报告（上）.docx", "河下村调查报告（下）.docx"), 0);
}

static void places_in_parts_are_worded(void **state)
{
    (void)state;
    lang_set(LANG_ZH);
    g_autofree char *words = place_printed("决定书(2).docx|P3"), *plain = place_printed("P3"),
                    *odd = place_printed("|P3");
    assert_string_equal(words, "“决定书(2).docx”第3段");
    assert_string_equal(plain, "第3段");
    assert_string_equal(odd, "|P3");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(names_say_which_part_a_file_is),
                                       cmocka_unit_test(the_second_part_completes_the_first),
                                       cmocka_unit_test(what_is_a_document_of_its_own_stays_one),
                                       cmocka_unit_test(a_third_part_goes_where_the_second_went),
                                       cmocka_unit_test(marks_of_parts_follow_each_other),
                                       cmocka_unit_test(a_bare_page_goes_with_what_it_tells),
                                       cmocka_unit_test(only_the_mark_says_that_nothing_follows),
                                       cmocka_unit_test(places_in_parts_are_worded)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
