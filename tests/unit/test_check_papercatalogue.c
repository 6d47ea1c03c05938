/* The catalogue of a case file against its papers; the list of papers handed over (SET-012; SET-005, handed-over). */
#include "findingcases.h"
#include "linefacts.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#define FOLDER "案卷/行政处罚1/"
#define LIST "案卷/拘留1/清单.docx"

/* ---- the clean case file with a catalogue ---- */

static const char *const whole[] = {
    "1|1|filing-form|立案", "2|2-3|inspection-record|检查笔录", "3|4|investigation-report|调查报告", "4|5|rectification-order|责改",
    "5|6-7|penalty-notice|告知书", "6|8|service-receipt|回证(告知书)", "7|9-10|penalty-decision daily-decision|决定书",
    "8|11|service-receipt|回证(决定书)", "9|12|payment-receipt|缴款", "10|13|closing-form|结案", NULL};

/* The papers of the clean file have names of two characters; these are as officials write them. */
static const struct { const char *from, *to; } names[] = {
    {"立案", "立案审批表"}, {"检查笔录", "现场检查笔录"}, {"调查报告", "案件调查报告"}, {"责改", "责令改正决定书"}, {"告知书", "处罚事先告知书"},
    {"回证1", "送达回证（告知书）"}, {"决定书", "行政处罚决定书"}, {"回证2", "送达回证（决定书）"}, {"缴款", "罚款缴款凭证"}, {"结案", "结案审批表"}};

static void rename_papers(Submitted *s, const char *before)
{
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *from = g_strdup_printf(FOLDER "%s.docx", names[i].from);
        FileFacts *facts = the_file(s, from);
        g_free(facts->path);
        facts->path = g_strdup_printf(FOLDER "%s%s.docx", before, names[i].to);
    }
}

static Document *put_catalogue(Submitted *s, const char *path, const char *const *rows)
{
    Document *document = put_document(s, path, "other", NULL);
    document->title = g_strdup("卷内目录");
    for (int row = 2; *rows; rows++, row++) {
        Field *field = add_field(document, "catalogued", *rows);
        g_free(field->place);
        field->place = g_strdup_printf("T1R%dC2", row);
    }
    return document;
}

/* A catalogue of the clean case file, with the official names for the short ones; row number SKIPPED (from 1; 0: none)
 * is left out, and ADDED (NULL: none) stands at the end. */
static void catalogue(Submitted *s, int skipped, const char *added)
{
    g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func(g_free);
    for (int i = 0; whole[i]; i++) {
        g_autofree char *head = g_strndup(whole[i], (gsize)(strrchr(whole[i], '|') + 1 - whole[i]));
        if (i + 1 != skipped)
            g_ptr_array_add(rows, g_strconcat(head, names[i].to, NULL));
    }
    if (added)
        g_ptr_array_add(rows, g_strdup(added));
    g_ptr_array_add(rows, NULL);
    put_catalogue(s, FOLDER "卷内目录.docx", (const char *const *)rows->pdata);
    rename_papers(s, "");
}

static void whole_catalogue(Submitted *s) { catalogue(s, 0, NULL); }

/* ---- listed and not held ---- */

static void photograph_listed(Submitted *s) { catalogue(s, 0, "11|14||现场照片"); }
static void photograph_held(Submitted *s)
{
    photograph_listed(s);
    put_scan(s, FOLDER "11现场照片.jpg", "photo", "evidence", NULL);
}
static void photograph_in_any_name(Submitted *s)
{
    photograph_listed(s);
    put_scan(s, FOLDER "IMG_0012.jpg", "photo", NULL, NULL);
}
static void photograph_elsewhere(Submitted *s)
{
    photograph_listed(s);
    put_scan(s, "案件证据/现场照片.jpg", "photo", NULL, NULL);
}
static void photograph_listed_beside_other_copies(Submitted *s)
{
    photograph_listed(s);
    put_scan(s, FOLDER "证据/身份证复印件.jpg", "identity card", "evidence", NULL);
    put_document(s, FOLDER "卷宗封面.docx", "other", NULL);
}
static void photograph_listed_beside_copies_and_more(Submitted *s)
{
    photograph_listed(s);
    put_scan(s, FOLDER "证据/身份证复印件等.jpg", "identity card and more", "evidence", NULL);
}
static void photographs_and_more_listed(Submitted *s) { catalogue(s, 0, "11|14||现场照片及勘察图"); }

static void listed_and_missing(Submitted *s) { catalogue(s, 0, "11|14|monitoring-report|监测报告"); }
static void listed_of_a_kind_that_is_held(Submitted *s) { catalogue(s, 0, "11|14|investigation-report|案件处理内部审批表"); }
static void listed_without_a_kind(Submitted *s) { catalogue(s, 0, "11|14||案件处理内部审批表"); }
static void listed_like_one_that_is_held(Submitted *s) { catalogue(s, 0, "11|14|inspection-record|复查现场检查笔录"); }
static void listed_and_held_by_a_like_name(Submitted *s)
{
    listed_like_one_that_is_held(s);
    put_document(s, FOLDER "复查现场检查（勘察）笔录.docx", "inspection-record", NULL);
}
static void second_record_listed(Submitted *s) { catalogue(s, 0, "11|14|inspection-record|现场检查笔录（二）"); }
static void second_record_held(Submitted *s)
{
    second_record_listed(s);
    put_document(s, FOLDER "05-现场检查笔录（二）（9.26）.docx", "inspection-record", NULL);
}
static void listed_beside_a_scan_of_another_row(Submitted *s)
{
    listed_and_missing(s);
    add_field(the_document(s, FOLDER "卷内目录.docx"), "catalogued", "12|15||检察院抄送回执");
    put_scan(s, FOLDER "16检察院抄送回执.jpg", "copied to the procuracy", NULL, NULL);
}
static void listed_beside_a_scan_of_no_row(Submitted *s)
{
    listed_and_missing(s);
    put_scan(s, FOLDER "16检察院抄送回执.jpg", "copied to the procuracy", NULL, NULL);
}
static void listed_and_told_otherwise(Submitted *s)
{
    whole_catalogue(s);
    drop_files(s, FOLDER "处罚事先告知书.docx");
}
static void listed_and_scanned(Submitted *s)
{
    listed_and_missing(s);
    put_scan(s, FOLDER "扫描.zip/监测报告.jpg", "report", "monitoring-report", NULL);
}
static void listed_and_perhaps_scanned(Submitted *s)
{
    listed_and_missing(s);
    put_scan(s, FOLDER "扫描.zip/图1.jpg", "report", NULL, NULL);
}
static void listed_and_perhaps_under_another_name(Submitted *s)
{
    listed_of_a_kind_that_is_held(s);
    put_document(s, FOLDER "处罚案件呈批单.docx", "investigation-report", NULL);
}
static void listed_and_perhaps_in_a_bundle(Submitted *s)
{
    listed_of_a_kind_that_is_held(s);
    put_scan(s, FOLDER "案件调查报告.pdf", "pages", "investigation-report", NULL)->pages = 4;
}
static void listed_and_perhaps_in_many_pages(Submitted *s)
{
    listed_and_missing(s);
    put_scan(s, FOLDER "立案审批表等.pdf", "pages", "filing-form", NULL)->pages = 20;
}
static void pictures_listed(Submitted *s)
{
    catalogue(s, 0, "11|14|evidence|现场照片1");
    put_scan(s, FOLDER "取证.jpg", "photo", "evidence", NULL);
}
static void number_papers(Submitted *s)
{
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *from = g_strdup_printf(FOLDER "%s.docx", names[i].to);
        FileFacts *facts = the_file(s, from);
        g_free(facts->path);
        facts->path = g_strdup_printf(FOLDER "图%d.docx", (int)i + 1);
    }
}
static void files_by_other_names(Submitted *s)
{
    listed_of_a_kind_that_is_held(s);
    number_papers(s);
}

/* ---- held and not listed ---- */

static void held_and_not_listed(Submitted *s) { catalogue(s, 4, NULL); }
static void not_listed_among_other_names(Submitted *s)
{
    held_and_not_listed(s);
    number_papers(s);
}
static void receipt_not_listed(Submitted *s) { catalogue(s, 6, NULL); }
static void one_row_for_both_receipts(Submitted *s)
{
    catalogue(s, 6, NULL);
    Document *document = the_document(s, FOLDER "卷内目录.docx");
    for (guint i = 5, number = 6; i < document->fields->len; i++, number++) { /* the numbers go on */
        Field *field = document->fields->pdata[i];
        char *rest = g_strdup(strchr(field->value, '|'));
        g_free(field->value);
        field->value = g_strdup_printf("%u%s", number, rest);
        g_free(rest);
    }
}
static void part_of_the_file(Submitted *s)
{
    held_and_not_listed(s);
    Document *document = the_document(s, FOLDER "卷内目录.docx");
    g_free(document->title);
    document->title = g_strdup("正卷目录");
}
static void listed_in_the_other_part(Submitted *s)
{
    part_of_the_file(s);
    put_catalogue(s, FOLDER "副卷目录.docx", (const char *const[]){"1|1|rectification-order|责令改正决定书", NULL});
}
static void another_catalogue_is_a_scan(Submitted *s)
{
    held_and_not_listed(s);
    put_scan(s, FOLDER "目录2.jpg", "catalogue", NULL, NULL);
}
static void note_not_listed(Submitted *s)
{
    whole_catalogue(s);
    put_document(s, FOLDER "情况说明.docx", "statement", NULL);
}
static void listed_with_its_receipt(Submitted *s)
{
    catalogue(s, 4, NULL);
    Document *document = the_document(s, FOLDER "卷内目录.docx");
    add_field(document, "catalogued", "11|14|service-receipt rectification-order|责令改正决定书及送达回证");
}

/* ---- numbers ---- */

static void renumber(Submitted *s, int row, const char *numbers)
{
    Field *field = the_document(s, FOLDER "卷内目录.docx")->fields->pdata[row - 1];
    char *value = g_strdup_printf("%s%s", numbers, strchr(strchr(field->value, '|') + 1, '|'));
    g_free(field->value);
    field->value = value;
}
static void numbered(Submitted *s, int row, const char *numbers)
{
    whole_catalogue(s);
    renumber(s, row, numbers);
}
static void pages_go_back(Submitted *s) { numbered(s, 5, "5|3"); }
static void pages_turned(Submitted *s) { numbered(s, 5, "5|6-4"); }
static void pages_on_one_sheet(Submitted *s) { numbered(s, 5, "5|5-7"); }
static void serial_twice(Submitted *s) { numbered(s, 5, "4|6-7"); }
static void serial_skips(Submitted *s) { numbered(s, 10, "12|13"); }
static void serial_blank(Submitted *s) { numbered(s, 5, "|6-7"); }
static void second_part_begins_at_one(Submitted *s)
{
    numbered(s, 9, "1|1");
    renumber(s, 10, "2|2");
}
static void how_many_pages_each(Submitted *s)
{
    whole_catalogue(s);
    Document *document = the_document(s, FOLDER "卷内目录.docx");
    for (guint i = 0; i < document->fields->len; i++) {
        Field *field = document->fields->pdata[i];
        char *value = g_strdup_printf("%u|%u%s", i + 1, i == 4 ? 3 : 2, strchr(strchr(field->value, '|') + 1, '|'));
        g_free(field->value);
        field->value = value;
    }
}
static void two_halves(Submitted *s)
{
    serial_twice(s);
    Document *document = the_document(s, FOLDER "卷内目录.docx");
    for (guint i = 0; i < document->fields->len; i++) {
        Field *field = document->fields->pdata[i];
        g_free(field->place);
        field->place = g_strdup_printf("T1R%uC%u", i / 2 + 2, i % 2 * 3 + 2);
    }
}

/* ---- handed over ---- */

static void hand_over(Submitted *s, const char *row)
{
    Document *list = the_document(s, LIST);
    add_field(list, "catalogued", "1||inspection-record|检查笔录");
    add_field(list, "catalogued", row);
}
static void report_handed_over(Submitted *s) { hand_over(s, "2||monitoring-report|监测报告"); }
static void report_handed_over_and_kept(Submitted *s)
{
    report_handed_over(s);
    put_document(s, "案卷/拘留1/9.docx", "monitoring-report", NULL);
}
static void report_handed_over_and_perhaps_kept(Submitted *s)
{
    report_handed_over(s);
    put_scan(s, "案卷/拘留1/图1.jpg", "picture", NULL, NULL);
}
static void recordings_handed_over(Submitted *s) { hand_over(s, "2|||视听资料（光盘）"); }

static const FindingCase cases[] = {
    RAISED("SET-012", NULL, photograph_listed, photograph_held),
    RAISED("SET-012", NULL, photograph_listed, photograph_in_any_name),
    RAISED("SET-012", NULL, photograph_listed, photograph_elsewhere),
    RAISED("SET-012", NULL, photograph_listed, photographs_and_more_listed),
    RAISED("SET-012", NULL, listed_and_missing, whole_catalogue),
    RAISED("SET-012", NULL, listed_and_missing, listed_and_scanned),
    RAISED("SET-012", NULL, listed_and_missing, listed_and_perhaps_scanned),
    RAISED("SET-012", NULL, listed_and_missing, listed_and_perhaps_in_many_pages),
    RAISED("SET-012", NULL, listed_and_missing, listed_and_told_otherwise),
    RAISED("SET-012", NULL, listed_beside_a_scan_of_another_row, listed_beside_a_scan_of_no_row),
    RAISED("SET-012", NULL, photograph_listed_beside_other_copies, photograph_listed_beside_copies_and_more),
    RAISED("SET-012", NULL, second_record_listed, second_record_held),
    RAISED("SET-012", NULL, listed_like_one_that_is_held, listed_and_held_by_a_like_name),
    RAISED("SET-012", NULL, listed_of_a_kind_that_is_held, listed_and_perhaps_under_another_name),
    RAISED("SET-012", NULL, listed_of_a_kind_that_is_held, listed_and_perhaps_in_a_bundle),
    RAISED("SET-012", NULL, listed_of_a_kind_that_is_held, files_by_other_names),
    RAISED("SET-012", NULL, listed_without_a_kind, pictures_listed),
    RAISED("SET-012", "omitted", held_and_not_listed, whole_catalogue),
    RAISED("SET-012", "omitted", held_and_not_listed, part_of_the_file),
    RAISED("SET-012", "omitted", held_and_not_listed, listed_in_the_other_part),
    RAISED("SET-012", "omitted", held_and_not_listed, another_catalogue_is_a_scan),
    RAISED("SET-012", "omitted", held_and_not_listed, note_not_listed),
    RAISED("SET-012", "omitted", held_and_not_listed, not_listed_among_other_names),
    RAISED("SET-012", "omitted", held_and_not_listed, listed_with_its_receipt),
    RAISED("SET-012", "omitted", receipt_not_listed, one_row_for_both_receipts),
    RAISED("SET-012", "order", pages_go_back, pages_on_one_sheet),
    RAISED("SET-012", "order", pages_turned, how_many_pages_each),
    RAISED("SET-012", "order", serial_twice, second_part_begins_at_one),
    RAISED("SET-012", "order", serial_twice, two_halves),
    RAISED("SET-012", "order", serial_skips, serial_blank),
    RAISED("SET-012", "order", serial_skips, receipt_not_listed), /* told with the paper that is left out */
    RAISED("SET-005", "handed-over", report_handed_over, report_handed_over_and_kept),
    RAISED("SET-005", "handed-over", report_handed_over, report_handed_over_and_perhaps_kept),
    RAISED("SET-005", "handed-over", report_handed_over, recordings_handed_over),
};

/* ---- what is told ---- */

static void what_is_missed_and_skipped_is_named(void **state)
{
    (void)state;
    static const struct { ChangeFunc change; const char *param, *value; } known[] = {
        {listed_and_missing, "papers", "监测报告"},
        {held_and_not_listed, "papers", "责令改正决定书.docx"},
        {held_and_not_listed, "serials", "3→5"},
        {receipt_not_listed, "papers", "送达回证（告知书）.docx"},
        {pages_go_back, "pages", "处罚事先告知书（3）"},
        {serial_twice, "back", "4→4"},
        {serial_skips, "gaps", "9→12"}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        submitted_check(s);
        assert_int_equal(submitted_count(s, "SET-012", "*"), 1);
        assert_string_equal(finding_value(submitted_finding(s, "SET-012"), known[i].param), known[i].value);
        submitted_free(s);
    }
}

/* ---- how tables are read ---- */

static void assert_rows(const char *lines, const char *const *wanted)
{
    FileFacts *facts = linefacts_read("x/文书.docx", lines);
    const Document *document = facts->documents->pdata[0];
    guint count = 0;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, "catalogued") != 0)
            continue;
        assert_non_null(wanted[count]);
        assert_string_equal(field->value, wanted[count++]);
    }
    assert_null(wanted[count]);
    record_free(&file_facts_type, facts);
}

static void rows_are_read(void **state)
{
    (void)state;
    assert_rows("^卷内文件目录\n|序号|责任者|文号|题名|日期|页号|备注\n|1|会同县环保局|会环罚字〔2016〕7号|行政处罚决定书|2016.11.8|1－3|\n"
                "|2|||立案审批表、调查报告||4|\n|3|||||||\n",
                (const char *const[]){"1|1-3|penalty-decision daily-decision|行政处罚决定书",
                                      "2|4|investigation-report filing-form|立案审批表、调查报告", "3|||", NULL});
    assert_rows("^卷 内 目 录\n|序号|文书名称|页码|序号|文书名称|页码\n|1|调查询问笔录|1|3|监测报告|6\n|2|现场检查笔录|4-5|4|备考表|8\n",
                (const char *const[]){"1|1|interview-record|调查询问笔录", "3|6|monitoring-report|监测报告",
                                      "2|4-5|inspection-record|现场检查笔录", "4|8|other|备考表", NULL});
    assert_rows("^移送材料清单\n|序号|材料名称|数量|备注\n|1|监测报告|1份|复印件\n", (const char *const[]){"1||monitoring-report|监测报告", NULL});
    assert_rows("^移送材料清单\n案由：涉嫌污染环境案\n1. 涉嫌犯罪案件移送书1份（2页）；\n2、监测报告（复印件） 一份\n（三）现场照片4张。\n"
                "注：1.本清单一式两份。\n4.上述材料由移送人核对，\n",
                (const char *const[]){"1||crime-transfer detention-transfer|涉嫌犯罪案件移送书", "2||monitoring-report|监测报告(复印件)",
                                      "3||evidence|现场照片", NULL});
    assert_rows("^移送材料清单\n1.监测报告1份\n", (const char *const[]){NULL});
    assert_rows("^移送材料清单\n|序号|材料名称|数量\n|1|监测报告|1份\n1.移送书\n2.调查报告\n",
                (const char *const[]){"1||monitoring-report|监测报告", NULL});
    assert_rows("^卷内目录\n1.移送书\n2.调查报告\n", (const char *const[]){NULL});
    assert_rows("^行政处罚决定书\n|序号|材料名称|页码\n|1|监测报告|1\n", (const char *const[]){NULL});
}

int main(void)
{
    int failed = finding_cases_run("papercatalogue", cases, G_N_ELEMENTS(cases));
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_is_missed_and_skipped_is_named),
                                       cmocka_unit_test(rows_are_read)};
    return failed + cmocka_run_group_tests_name("papercatalogue, what is told", tests, linefacts_load,
                                                linefacts_unload);
}
