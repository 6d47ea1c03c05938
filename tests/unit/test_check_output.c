/* The files of `anjuan check -o`: the page stands alone and is whole, the letter can be read back, endings
 * and places are checked. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "archive.h"
#include "archive_pack.h"
#include "check_output.h"
#include "check_page.h"
#include "checklab.h"
#include "docx.h"
#include "fault.h"
#include "fileio.h"
#include "lang.h"

static CheckLab *lab;
static LetterDetails details;

static int set_up(void **state G_GNUC_UNUSED)
{
    lab = checklab_new();
    details = (LetterDetails){NULL, NULL, NULL};
    return 0;
}

static int tear_down(void **state G_GNUC_UNUSED)
{
    lang_set(LANG_ZH);
    checklab_free(lab);
    return 0;
}

/* ---- the page ---- */

static char *page(void)
{
    size_t size;
    char *html = check_page(&lab->report, &size, NULL);
    assert_non_null(html);
    assert_int_equal(strlen(html), size);
    return html;
}

/* Fails unless every element of HTML is closed where it should be. */
static void expect_balanced(const char *html)
{
    static const char *const empty[] = {"meta", "br", "hr", "img", "link", NULL};
    g_autoptr(GRegex) tags = g_regex_new("<(/?)([a-z][a-z0-9]*)[^>]*?(/?)>", 0, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    g_autoptr(GPtrArray) open = g_ptr_array_new_with_free_func(g_free);
    for (g_regex_match(tags, html, 0, &match); g_match_info_matches(match); g_match_info_next(match, NULL)) {
        g_autofree char *slash = g_match_info_fetch(match, 1), *name = g_match_info_fetch(match, 2),
                        *end = g_match_info_fetch(match, 3);
        if (g_strv_contains(empty, name) || end[0])
            continue;
        if (!slash[0]) {
            g_ptr_array_add(open, g_steal_pointer(&name));
            continue;
        }
        assert_true(open->len > 0);
        assert_string_equal(open->pdata[open->len - 1], name);
        g_ptr_array_remove_index(open, open->len - 1);
    }
    assert_int_equal(open->len, 0);
}

static guint count(const char *text, const char *pattern)
{
    g_autoptr(GRegex) regex = g_regex_new(pattern, 0, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    guint found = 0;
    for (g_regex_match(regex, text, 0, &match); g_match_info_matches(match); g_match_info_next(match, NULL))
        found++;
    return found;
}

static void test_page_stands_alone(void **state G_GNUC_UNUSED)
{
    checklab_add_findings(lab);
    g_autofree char *html = page();
    assert_true(g_str_has_prefix(html, "<!DOCTYPE html>\n<html lang=\"zh-CN\">"));
    expect_balanced(html);
    assert_int_equal(count(html, "<(script|link|img|iframe|object)\\b"), 0);
    assert_int_equal(count(html, "(?i)(https?:|url\\(|@import|src=|javascript:)"), 0);
    assert_int_equal(count(html, "<style>"), 1);
    assert_non_null(strstr(html, "@page { size: A4"));
}

/* Headings follow one another, every table says what its columns and rows are. */
static void test_page_can_be_found_through(void **state G_GNUC_UNUSED)
{
    checklab_add_findings(lab);
    g_autofree char *html = page();
    assert_int_equal(count(html, "<h1>"), 1);
    assert_true(count(html, "<h2>") >= 6);
    assert_int_equal(count(html, "<table>"), count(html, "<thead>"));
    assert_int_equal(count(html, "<th(?! scope=\"(col|row)\")\\b"), 0);
    assert_int_equal(count(html, "<tbody><tr>.*?</tbody>"), count(html, "<table>"));
    assert_int_equal(count(html, "<main"), 1);
}

static void test_page_says_it_all(void **state G_GNUC_UNUSED)
{
    static const char *const said[] = {"沅陵县环境保护局",
                                       "须补正后报送",
                                       "2016-12-05 18:00",
                                       "行政处罚-3",
                                       "缺，计0分",
                                       "不在活动期间，计0分",
                                       "沅陵县.zip",
                                       "aaaaaaaaaaaa",
                                       "60×5/7≈42.86",
                                       "SET-008",
                                       "案卷/行政处罚案卷1/证据材料.zip/营业执照.pdf",
                                       "取消密码",
                                       "缺，移出候选名单",
                                       "覃例和",
                                       "未检查的内容",
                                       "怀化市环境监察支队",
                                       NULL};
    checklab_add_findings(lab);
    g_autofree char *html = page();
    for (const char *const *one = said; *one; one++)
        if (!strstr(html, *one))
            fail_msg("the page does not say %s", *one);
    lang_set(LANG_EN);
    g_autofree char *english = page();
    assert_non_null(strstr(english, "<html lang=\"en\">"));
    assert_non_null(strstr(english, "must be corrected before it is handed in"));
    assert_non_null(strstr(english, "missing, counts 0"));
    expect_balanced(english);
}

static void test_page_without_a_unit(void **state G_GNUC_UNUSED)
{
    lab->report.unit = NULL;
    lab->report.packages = NULL;
    checklab_add(lab, "PKG-003", NULL, "a<b>&\"c.zip", NULL);
    g_autofree char *html = page();
    expect_balanced(html);
    assert_non_null(strstr(html, "a&lt;b&gt;&amp;\"c.zip"));
    assert_null(strstr(html, "案卷一览"));
}

/* A case file that is there and has errors is not shown as if nothing were wrong. */
static void test_page_marks_places_with_errors(void **state G_GNUC_UNUSED)
{
    checklab_add(lab, "EXT-001", "行政处罚案卷1", "a.docx", "P1");
    checklab_add(lab, "PKG-003", "行政处罚案卷1", "b.docx", NULL);
    checklab_add(lab, "LAW-012", "按日连续处罚案卷", "c.docx", NULL);
    g_autofree char *html = page();
    assert_int_equal(count(html, "已报送，须补正2项"), 1);
    assert_int_equal(count(html, "已报送，须补正"), 1);
}

/* A row with much to say may break; a short one stays whole. */
static void test_long_rows_break(void **state G_GNUC_UNUSED)
{
    g_autofree char *name = g_strnfill(200, 'a');
    size_t size, part_size;
    checklab_add(lab, "PKG-003", "行政处罚案卷1", "b.docx", NULL);
    finding_param(checklab_add(lab, "CND-001", NULL, "先进个人/甲", NULL), "name", name);
    g_autofree char *bytes = check_letter(&lab->report, &details, &size, NULL);
    Window window = window_of_memory(bytes, size);
    g_autoptr(Archive) archive = archive_open(&window, 100, NULL);
    g_autofree char *document = (char *)archive_read(
        archive, (guint)archive_find(archive, "word/document.xml"), 1 << 20, &part_size, NULL);
    assert_int_equal(count(document, "<w:trPr><w:cantSplit/></w:trPr>"), 1);
}

/* ---- the letter ---- */

static DocxText *letter(void)
{
    size_t size;
    const char *reason = NULL;
    g_autofree char *bytes = check_letter(&lab->report, &details, &size, NULL);
    assert_non_null(bytes);
    DocxText *docx = docx_read(bytes, size, &reason, NULL);
    assert_non_null(docx);
    return docx;
}

/* The paragraphs outside tables, a line each. */
static char *body_of(const DocxText *docx)
{
    GString *text = g_string_new(NULL);
    for (uint32_t i = 0; i < docx->n_paragraphs; i++)
        if (docx->paragraphs[i].cell < 0 && docx->paragraphs[i].story == DOCX_BODY)
            g_string_append_printf(text, "%s\n", docx->paragraphs[i].text);
    return g_string_free(text, FALSE);
}

/* The cells of all tables, a line a row. */
static char *rows_of(const DocxText *docx)
{
    GString *text = g_string_new(NULL);
    for (uint32_t i = 0; i < docx->n_cells; i++) {
        g_autofree char *cell = docx_cell_text(docx, i);
        g_string_append_printf(text, "%s%s", docx->cells[i].column == 1 ? "\n" : "|",
                               g_strdelimit(cell, "\n", '/'));
    }
    return g_string_free(text, FALSE);
}

static void test_letter_as_an_office_writes_it(void **state G_GNUC_UNUSED)
{
    checklab_add_findings(lab);
    g_autoptr(DocxText) docx = letter();
    g_autofree char *body = body_of(docx), *rows = rows_of(docx);
    checklab_expect("letter-zh.txt", body);
    checklab_expect("letter-rows-zh.txt", rows);
    assert_false(docx->revisions);
    lang_set(LANG_EN);
    g_autoptr(DocxText) other = letter();
    g_autofree char *english = body_of(other);
    checklab_expect("letter-en.txt", english);
}

static void test_letter_takes_what_the_office_knows(void **state G_GNUC_UNUSED)
{
    char number[] = "怀环监函〔2016〕12号", date[] = "2016-11-28", due[] = "2016-12-01",
         wrong[] = "2016-13-01";
    checklab_add_findings(lab);
    details = (LetterDetails){number, date, due};
    g_autoptr(DocxText) docx = letter();
    g_autofree char *body = body_of(docx);
    assert_non_null(strstr(body, "\n怀环监函〔2016〕12号\n"));
    assert_non_null(strstr(body, "请于2016年12月1日前，"));
    assert_non_null(strstr(body, "\n2016年11月28日\n"));
    assert_true(check_letter_usable(&details, NULL));
    assert_null(check_letter_lacks(&lab->report, &details));
    details.due = date;
    assert_true(check_letter_usable(&details, NULL));
    details.due = wrong;
    assert_false(check_letter_usable(&details, NULL));
}

/* A letter cannot ask for something until a day that was over when it was signed. */
static void test_letter_leaves_time(void **state G_GNUC_UNUSED)
{
    char last[] = "2016-12-05", late[] = "2016-12-06", early[] = "2016-12-04";
    checklab_add_findings(lab);
    details = (LetterDetails){.date = last};
    assert_null(check_letter_lacks(&lab->report, &details));
    details = (LetterDetails){.date = late};
    assert_non_null(check_letter_lacks(&lab->report, &details));
    g_autoptr(DocxText) docx = letter();
    g_autofree char *body = body_of(docx);
    assert_null(strstr(body, "2016年12月5日"));
    assert_non_null(strstr(body, "请于　　　　年　　月　　日前，"));
    details.due = early;
    assert_false(check_letter_usable(&details, NULL));
}

/* What the office or the jury settles is no item of the letter, but counted, so that letter and report agree. */
static void test_letter_says_what_it_leaves_out(void **state G_GNUC_UNUSED)
{
    checklab_add_findings(lab);
    Finding *moved = checklab_add(lab, "LAW-012", "行政处罚案卷1", "a.docx", NULL);
    finding_param(moved, "name", "某甲");
    moved->variant = g_strdup("rest-day");
    Finding *original = checklab_add(lab, "LAW-012", "行政处罚案卷1", "b.docx", NULL);
    finding_param(original, "name", "某乙");
    original->variant = g_strdup("original-rest-day");
    g_autoptr(DocxText) docx = letter();
    g_autofree char *body = body_of(docx), *rows = rows_of(docx);
    assert_non_null(strstr(body, "，1项请核实。"));
    assert_non_null(strstr(body, "检查报告中另有2项（"));
    assert_null(strstr(rows, "某甲"));
    assert_null(strstr(rows, "某乙"));
}

/* A paper that came late is there: nothing to verify.  One that is missing must be sent. */
static void test_letter_asks_for_no_late_paper(void **state G_GNUC_UNUSED)
{
    checklab_add_findings(lab);
    Finding *late = checklab_add(lab, "SUB-001", NULL, NULL, NULL), *missing = checklab_add(lab, "SUB-001", NULL, NULL, NULL);
    finding_param(late, "title", "实施方案");
    late->variant = g_strdup("late");
    finding_param(missing, "title", "自评报告");
    g_autoptr(DocxText) docx = letter();
    g_autofree char *body = body_of(docx), *rows = rows_of(docx);
    assert_non_null(strstr(body, "，2项请核实。"));
    assert_null(strstr(rows, "实施方案"));
    assert_non_null(strstr(rows, "自评报告"));
}

/* A line for what is not known would be printed empty. */
static void test_letter_gives_the_telephone_it_knows(void **state G_GNUC_UNUSED)
{
    checklab_add_findings(lab);
    g_free(lab->season->contact->phone);
    lab->season->contact->phone = g_strdup("0745-0000000");
    g_autoptr(DocxText) docx = letter();
    g_autofree char *body = body_of(docx);
    assert_non_null(strstr(body, "\n联系电话：0745-0000000\n"));
}

static void test_letter_only_where_something_is_wrong(void **state G_GNUC_UNUSED)
{
    checklab_add(lab, "LAW-012", "甲", NULL, NULL);
    assert_non_null(check_letter_is_needless(&lab->report));
    checklab_add(lab, "PKG-003", "甲", "a", NULL);
    assert_null(check_letter_is_needless(&lab->report));
    lab->report.packages = NULL; /* nobody knows whose it is */
    assert_non_null(check_letter_is_needless(&lab->report));
}

static void test_letter_is_the_same_every_time(void **state G_GNUC_UNUSED)
{
    size_t first_size, second_size;
    checklab_add_findings(lab);
    g_autofree char *first = check_letter(&lab->report, &details, &first_size, NULL);
    g_usleep(2100000); /* a ZIP's clock ticks every other second */
    g_autofree char *second = check_letter(&lab->report, &details, &second_size, NULL);
    assert_int_equal(first_size, second_size);
    assert_memory_equal(first, second, first_size);
}

/* Letters are A4 with the margins of GB/T 9704, and heads of tables stand on every page. */
static void test_letter_has_its_form(void **state G_GNUC_UNUSED)
{
    size_t size, part_size;
    checklab_add_findings(lab);
    g_autofree char *bytes = check_letter(&lab->report, &details, &size, NULL);
    Window window = window_of_memory(bytes, size);
    g_autoptr(Archive) archive = archive_open(&window, 100, NULL);
    assert_non_null(archive);
    assert_int_equal(archive_find(archive, "[Content_Types].xml"), 0);
    g_autofree char *document = (char *)archive_read(
        archive, (guint)archive_find(archive, "word/document.xml"), 1 << 20, &part_size, NULL);
    assert_true(g_str_has_prefix(document, "<?xml"));
    assert_null(strstr(document, "<!DOCTYPE"));
    assert_non_null(strstr(document, "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"));
    assert_non_null(strstr(document, "w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1588\""));
    assert_int_equal(count(document, "<w:tblHeader/>"), 2);
    /* the five cells of the last row and the lines below both tables stay with what follows */
    assert_int_equal(count(document, "<w:keepNext/>"), 5 + 2);
    assert_int_equal(count(document, "<w:trPr><w:cantSplit/></w:trPr>"), count(document, "<w:tr>") - 2);
}

/* ---- files ---- */

static char *in_temp(const char *name)
{
    return g_build_filename(g_get_tmp_dir(), name, NULL);
}

static void expect_usable(const char *name, bool usable)
{
    g_autofree char *path = in_temp(name), *package = in_temp("package");
    char *paths[] = {path, NULL}, *packages[] = {package, NULL};
    g_autoptr(GError) error = NULL;
    assert_int_equal(check_outputs_usable(paths, packages, NULL, NULL, &error), usable);
    assert_int_equal(error != NULL && fault_exit_status(error) == EXIT_USAGE, !usable);
}

static void test_endings_and_places(void **state G_GNUC_UNUSED)
{
    g_autofree char *package = in_temp("package"), *inside = in_temp("package/案卷"),
                    *namesake = in_temp("package2");
    assert_int_equal(g_mkdir_with_parents(inside, 0755), 0);
    assert_int_equal(g_mkdir_with_parents(namesake, 0755), 0);
    expect_usable("a.html", true);
    expect_usable("a.HTM", true);
    expect_usable("材料补正通知书.docx", true);
    expect_usable("a.csv", true);
    expect_usable("a.xml", true);
    expect_usable("package.html", true);    /* beside it */
    expect_usable("package2/a.html", true); /* in a folder whose name only begins like it */
    expect_usable("a.pdf", false);
    expect_usable("a", false);
    expect_usable("package/a.html", false);
    expect_usable("package/案卷/a.html", false);
    assert_true(check_outputs_usable(NULL, (char *[]){NULL}, NULL, NULL, NULL));
}

/* check must not write over what it checks, nor over anything of the season. */
static void test_nothing_is_overwritten(void **state G_GNUC_UNUSED)
{
    static const struct {
        const char *path;
        bool usable;
    } cases[] = {{"s/season.xml", false}, {"s/reference/units.csv", false}, {"s/results/latest/index.html", false},
                 {"s/store/a.xml", false}, {"s/letter.docx", true},         {"s2/season.xml", true},
                 {"p.html", false},        {"q.html", false},               {"r2.html", true}};
    g_autofree char *season = in_temp("s"), *file = in_temp("s/season.xml"), *package = in_temp("p.html"), *link = in_temp("q.html");
    static const char *const folders[] = {"s/reference", "s/results/latest", "s/store", "s2"};
    for (gsize i = 0; i < G_N_ELEMENTS(folders); i++) {
        g_autofree char *folder = in_temp(folders[i]);
        assert_int_equal(g_mkdir_with_parents(folder, 0755), 0);
    }
    assert_true(file_write_whole(file, "x", 1, NULL));
    assert_true(file_write_whole(package, "x", 1, NULL));
    assert_int_equal(symlink("p.html", link), 0);
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = in_temp(cases[i].path);
        g_autoptr(GError) error = NULL;
        assert_int_equal(
            check_outputs_usable((char *[]){path, NULL}, (char *[]){package, NULL}, season, NULL, &error),
            cases[i].usable);
        assert_int_equal(error != NULL && fault_exit_status(error) == EXIT_USAGE, !cases[i].usable);
    }
    g_autofree char *profile = in_temp("p.xml"), *other = in_temp("o.xml");
    assert_true(file_write_whole(profile, "x", 1, NULL) && file_write_whole(other, "x", 1, NULL));
    g_autoptr(GError) error = NULL;
    assert_true(
        check_outputs_usable((char *[]){other, NULL}, (char *[]){package, NULL}, NULL, profile, NULL));
    assert_false(check_outputs_usable((char *[]){other, profile, NULL}, (char *[]){package, NULL}, NULL,
                                      profile, &error));
    assert_int_equal(fault_exit_status(error), EXIT_USAGE);
    unlink(link);
}

static void test_files_are_written(void **state G_GNUC_UNUSED)
{
    g_autofree char *page_path = in_temp("r.html"), *csv = in_temp("r.csv"), *xml = in_temp("r.xml"),
                    *docx = in_temp("r.docx"), *nowhere = in_temp("no/r.csv");
    char *paths[] = {page_path, csv, xml, docx, NULL}, *bad[] = {nowhere, NULL};
    size_t size;
    char *said = NULL;
    FILE *stream = open_memstream(&said, &size);
    checklab_add(lab, "LAW-012", "甲", NULL, NULL);
    lang_set(LANG_EN); /* by the environment, not by --lang: files are Chinese */
    assert_true(check_outputs_write(paths, &lab->report, &details, stream, NULL));
    fclose(stream);
    assert_int_equal(lang_get(), LANG_EN);
    g_autofree char *html = NULL, *table = NULL, *record = NULL;
    assert_true(g_file_get_contents(page_path, &html, NULL, NULL) &&
                g_file_get_contents(csv, &table, NULL, NULL) &&
                g_file_get_contents(xml, &record, NULL, NULL));
    assert_non_null(strstr(html, "lang=\"zh-CN\""));
    assert_true(g_str_has_prefix(table, "\xEF\xBB\xBF代码,"));
    assert_non_null(strstr(record, "urn:anjuan:findings"));
    assert_false(g_file_test(docx, G_FILE_TEST_EXISTS)); /* nothing to correct */
    assert_non_null(strstr(said, "r.docx was not written"));
    free(said);
    g_autoptr(GError) error = NULL;
    assert_false(check_outputs_write(bad, &lab->report, &details, stdout, &error));
    assert_int_equal(fault_exit_status(error), EXIT_IO);
}

/* ---- packing ---- */

static void test_pack(void **state G_GNUC_UNUSED)
{
    const ArchivePart parts[] = {{"a/b.txt", "hello", 5}, {"empty", "", 0}};
    size_t size, part_size;
    g_autofree char *bytes = archive_pack(parts, G_N_ELEMENTS(parts), &size, NULL);
    assert_non_null(bytes);
    Window window = window_of_memory(bytes, size);
    g_autoptr(Archive) archive = archive_open(&window, 10, NULL);
    assert_int_equal(archive_count(archive), 2);
    g_autofree char *text = (char *)archive_read(archive, 0, 100, &part_size, NULL);
    assert_string_equal(text, "hello");
    g_autofree char *nothing = (char *)archive_read(archive, 1, 100, &part_size, NULL);
    assert_int_equal(part_size, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_page_stands_alone),
        TEST(test_page_can_be_found_through),
        TEST(test_page_says_it_all),
        TEST(test_page_without_a_unit),
        TEST(test_page_marks_places_with_errors),
        TEST(test_long_rows_break),
        TEST(test_letter_as_an_office_writes_it),
        TEST(test_letter_takes_what_the_office_knows),
        TEST(test_letter_leaves_time),
        TEST(test_letter_says_what_it_leaves_out),
        TEST(test_letter_asks_for_no_late_paper),
        TEST(test_letter_gives_the_telephone_it_knows),
        TEST(test_letter_only_where_something_is_wrong),
        TEST(test_letter_is_the_same_every_time),
        TEST(test_letter_has_its_form),
        TEST(test_endings_and_places),
        TEST(test_nothing_is_overwritten),
        TEST(test_files_are_written),
        TEST(test_pack),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
