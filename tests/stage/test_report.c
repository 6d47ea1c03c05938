/* anjuan-report as a program, on the hand-made examples: what it writes, that it is safe, and that it is
 * always the same. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <cmocka.h>

#include <glib/gstdio.h>

#include "fault.h"
#include "fileio.h"
#include "record.h"
#include "rec_scans.h"
#include "rec_scores.h"
#include "store.h"

#define SCHEMA "pipeline/schema/"
#define TIME "2016-12-06T10:00:00+08:00"

typedef struct {
    char *dir, *store, *unit, *scores; /* unit: folder with the records of SL */
} Fixture;

static void copy_example(const char *name, const char *folder)
{
    g_autofree char *from = g_strconcat(SCHEMA "example-", name, NULL),
                    *to = g_build_filename(folder, name, NULL);
    g_autofree char *data = NULL;
    gsize size;
    assert_true(g_file_get_contents(from, &data, &size, NULL));
    assert_true(file_write_whole(to, data, size, NULL));
}

/* A blob for every scan of the example, under the name the example gives it. */
static void fill_store(const char *store)
{
    g_autoptr(GError) error = NULL;
    Scans *scans = record_read(&scans_type, SCHEMA "example-scans.xml", &error);
    assert_null(error);
    for (guint i = 0; i < scans->scans->len; i++) {
        const Scan *scan = scans->scans->pdata[i];
        g_autofree char *path = store_blob_path(store, scan->sha256), *folder = g_path_get_dirname(path);
        assert_true(file_make_folder(folder, NULL) && file_write_whole(path, scan->sha256, 64, NULL));
    }
    record_free(&scans_type, scans);
}

static int set_up(void **state)
{
    static const char *const records[] = {"unit.xml", "findings.xml", "inventory.xml", "scans.xml",
                                          "casefiles.xml"};
    Fixture *f = g_new0(Fixture, 1);
    f->dir = g_build_filename(g_get_tmp_dir(), "report", NULL);
    f->store = g_build_filename(f->dir, "store", NULL);
    f->unit = g_build_filename(f->dir, "SL", NULL);
    f->scores = g_build_filename(f->dir, "scores.xml", NULL);
    assert_true(file_make_folder(f->unit, NULL));
    for (size_t i = 0; i < G_N_ELEMENTS(records); i++)
        copy_example(records[i], f->unit);
    copy_example("scores.xml", f->dir);
    fill_store(f->store);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    Fixture *f = *state;
    file_remove_tree(f->dir, NULL);
    g_free(f->dir);
    g_free(f->store);
    g_free(f->unit);
    g_free(f->scores);
    g_free(f);
    return 0;
}

static void add(GPtrArray *argv, const char *word)
{
    g_ptr_array_add(argv, g_strdup(word));
}

static void add_records(const Fixture *f, GPtrArray *argv)
{
    static const char *const records[] = {"unit.xml", "findings.xml", "inventory.xml", "scans.xml",
                                          "casefiles.xml"};
    for (size_t i = 0; i < G_N_ELEMENTS(records); i++)
        g_ptr_array_add(argv, g_build_filename(f->unit, records[i], NULL));
}

/* Runs the program into $dir/OUT with one extra option, which may be NULL, and its VALUE; returns the exit
 * status and, in *SAID, its complaints. */
static int run_report(const Fixture *f, const char *out, const char *option, const char *value, char **said)
{
    g_autoptr(GPtrArray) argv = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(argv, g_build_filename(g_getenv("ANJUAN_BUILD"), "bin", "anjuan-report", NULL));
    add(argv, "-o");
    g_ptr_array_add(argv, g_build_filename(f->dir, out, NULL));
    const char *const words[] = {
        "--season", SCHEMA "example-season.xml", "--tables", SCHEMA "example-tables.xml",
        "--intake", SCHEMA "example-intake.xml", "--store",  f->store};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        add(argv, words[i]);
    if (option) {
        add(argv, option);
        add(argv, value);
    }
    add(argv, f->scores);
    add_records(f, argv);
    g_ptr_array_add(argv, NULL);
    g_autofree char *errors = NULL;
    int status = 0;
    assert_true(g_spawn_sync(NULL, (char **)argv->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &errors,
                             &status, NULL));
    assert_true(WIFEXITED(status));
    if (WEXITSTATUS(status) == 0 && errors[0] != '\0')
        fail_msg("it succeeded and said %s", errors);
    if (said)
        *said = g_steal_pointer(&errors);
    return WEXITSTATUS(status);
}

static char *read_output(const Fixture *f, const char *out, const char *name, gsize *size)
{
    g_autofree char *path = g_build_filename(f->dir, out, name, NULL);
    char *data = NULL;
    if (!g_file_get_contents(path, &data, size, NULL))
        fail_msg("%s is missing", path);
    return data;
}

static GPtrArray *files_of(const Fixture *f, const char *out)
{
    g_autofree char *folder = g_build_filename(f->dir, out, NULL);
    GPtrArray *files = file_list_below(folder, NULL);
    assert_non_null(files);
    return files;
}

/* Replaces the first ORIGINAL of the scores by REPLACEMENT. */
static void change_scores(const Fixture *f, const char *original, const char *replacement)
{
    g_autofree char *data = NULL;
    assert_true(g_file_get_contents(f->scores, &data, NULL, NULL));
    char *at = strstr(data, original);
    assert_non_null(at);
    *at = '\0';
    g_autofree char *changed = g_strconcat(data, replacement, at + strlen(original), NULL);
    assert_true(file_write_whole(f->scores, changed, strlen(changed), NULL));
}

/* ---- what there is ---- */

static void test_everything_is_written(void **state)
{
    static const char *const names[] = {
        "collectives.csv",  "individuals.csv", "legal.csv",     "casefiles.csv", "counted.csv",
        "baseline.csv",     "findings.csv",    "changes.csv",   "anjuan.xlsx",   "index.html",
        "individuals.html", "legal.html",      "findings.html", "style.css",     "units/SL.html",
        "units/YB.html",    "units/MN.html",   "units/ZD.html", "units/SJ.html"};
    const Fixture *f = *state;
    assert_int_equal(run_report(f, "out", "--time", TIME, NULL), EXIT_DONE);
    g_autoptr(GPtrArray) files = files_of(f, "out");
    assert_int_equal(files->len, G_N_ELEMENTS(names) + 3); /* and three scans */
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        gsize size;
        g_autofree char *data = read_output(f, "out", names[i], &size);
        assert_true(size > 0);
    }
}

static void test_pages_say_it(void **state)
{
    const Fixture *f = *state;
    assert_int_equal(run_report(f, "out", NULL, NULL, NULL), EXIT_DONE);
    g_autofree char *index = read_output(f, "out", "index.html", NULL),
                    *unit = read_output(f, "out", "units/SL.html", NULL);
    static const char *const on_index[] = {"<html lang=\"zh-CN\">",
                                           "54.79",
                                           "href=\"units/SL.html\"",
                                           "PM10、水质",
                                           "待核",
                                           "没有扫描件也计入，仅提请核实",
                                           "<th scope=\"col\"",
                                           "<th scope=\"row\"",
                                           "未报送"};
    static const char *const on_unit[] = {
        "按日计罚-1",    "未提供，计0分",   "不在活动期内", "22.29 + 9.17 + 8.33 + 15.00",
        "reviews.csv:2", "SET-006",         "第28段",       "未提供的,该案卷按零分计",
        "../evidence/",  "示例县(更正).zip", "“规则8.x”指", "2016-001 行政处罚 50000"};
    for (size_t i = 0; i < G_N_ELEMENTS(on_index); i++)
        if (!strstr(index, on_index[i]))
            fail_msg("index.html lacks %s", on_index[i]);
    for (size_t i = 0; i < G_N_ELEMENTS(on_unit); i++)
        if (!strstr(unit, on_unit[i]))
            fail_msg("units/SL.html lacks %s", on_unit[i]);
    assert_non_null(strstr(index, "<span class=\"t-quiet\">—</span>")); /* no mark of who handed in nothing */
    assert_null(strstr(unit, " penalty ")); /* nor codes where words belong */
    assert_null(strstr(index, "<time>")); /* none was given */
    assert_true(strstr(unit, "02 样例造纸</h3>") <
                strstr(unit, "01 示例化工</h3>")); /* the more costly first */
}

static void test_a_zero_by_ruling_is_explained(void **state)
{
    const Fixture *f = *state;
    static const char note[] = "因认定“复议纠正”，案卷质量计0分。";
    assert_int_equal(run_report(f, "out", NULL, NULL, NULL), EXIT_DONE);
    g_autofree char *plain = read_output(f, "out", "units/SL.html", NULL);
    assert_null(strstr(plain, note));
    change_scores(f, "<node id=\"average\"",
                  "<leaf name=\"ruling\" value=\"overturned\" origin=\"table\"/><node id=\"average\"");
    assert_int_equal(run_report(f, "zero", NULL, NULL, NULL), EXIT_DONE);
    g_autofree char *zero = read_output(f, "zero", "units/SL.html", NULL);
    assert_non_null(strstr(zero, note));
}

/* ---- safety ---- */

/* No script, no style or address of elsewhere, nothing that a name could have brought. */
static void assert_harmless(const char *name, const char *html)
{
    static const char *const bad[] = {"<script",    "javascript:", "<iframe", "<object",
                                      "src=\"http", "url(",        "@import"};
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++)
        if (strstr(html, bad[i]))
            fail_msg("%s has %s", name, bad[i]);
    if (g_regex_match_simple("<[a-z][^<>]*\\son\\w+\\s*=", html, G_REGEX_CASELESS, 0))
        fail_msg("%s has a handler", name);
    for (const char *p = strstr(html, "://"); p; p = strstr(p + 3, "://"))
        if (strncmp(p, "://www.w3.org/2000/svg", 22) != 0)
            fail_msg("%s has an address: %.60s", name, p - 8);
}

static void assert_pages_are_sound(const Fixture *f, const char *out)
{
    g_autoptr(GPtrArray) files = files_of(f, out);
    for (guint i = 0; i < files->len; i++) {
        if (!g_str_has_suffix(files->pdata[i], ".html"))
            continue;
        g_autofree char *html = read_output(f, out, files->pdata[i], NULL);
        assert_true(g_str_has_prefix(html, "<!DOCTYPE html>\n<html lang="));
        assert_true(g_utf8_validate(html, -1, NULL));
        assert_harmless(files->pdata[i], html);
    }
}

static void test_hostile_names(void **state)
{
    const Fixture *f = *state;
    change_scores(f, "party=\"示例化工有限公司\"",
                  "party=\"&lt;script&gt;alert(1)&lt;/script&gt;&quot; onerror=&quot;x&amp;lt;b\"");
    change_scores(f, "name=\"02 样例造纸\"", "name=\"甲\xE2\x80\xAE乙\"");
    change_scores(f, "name=\"样板县环境保护局\"",
                  "name=\"&lt;/title&gt;&lt;img src=x onerror=alert(1)&gt;\"");
    change_scores(f, "source=\"案卷/01 示例化工.zip/决定书.docx\"", "source=\"]]&gt;&lt;iframe&gt;\"");
    assert_int_equal(run_report(f, "out", NULL, NULL, NULL), EXIT_DONE);
    assert_pages_are_sound(f, "out");
    g_autofree char *unit = read_output(f, "out", "units/SL.html", NULL),
                    *csv = read_output(f, "out", "casefiles.csv", NULL);
    assert_non_null(strstr(unit, "&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert_non_null(strstr(unit, "甲\\u{202e}乙"));
    assert_null(strstr(unit, "\xE2\x80\xAE"));
    assert_null(strstr(csv, "\xE2\x80\xAE"));
}

static void test_pages_parse(void **state)
{
    const Fixture *f = *state;
    assert_int_equal(run_report(f, "out", "--time", TIME, NULL), EXIT_DONE);
    assert_pages_are_sound(f, "out");
    g_autoptr(GPtrArray) files = files_of(f, "out");
    for (guint i = 0; i < files->len; i++) {
        if (!g_str_has_suffix(files->pdata[i], ".html"))
            continue;
        g_autofree char *path = g_build_filename(f->dir, "out", files->pdata[i], NULL), *errors = NULL;
        const char *argv[] = {"xmllint", "--html", "--noout", path, NULL};
        assert_true(g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, &errors,
                                 NULL, NULL));
        g_auto(GStrv) lines = g_strsplit(errors, "\n", -1);
        for (char **line = lines; *line; line++) /* xmllint knows the elements of HTML 4 only */
            if (strstr(*line, "error :") &&
                !g_regex_match_simple("Tag (header|main|nav|section|details|summary|svg|rect|time) invalid",
                                      *line, G_REGEX_RAW, 0))
                fail_msg("%s", *line);
    }
}

static void test_unit_id_cannot_leave_the_folder(void **state)
{
    const Fixture *f = *state;
    g_autofree char *said = NULL;
    change_scores(f, "id=\"MN\"", "id=\"../../MN\"");
    assert_int_equal(run_report(f, "out", NULL, NULL, &said), EXIT_INPUT);
    assert_non_null(strstr(said, "../../MN"));
}

/* ---- links ---- */

/* Fails unless what HREF names, seen from PAGE, is there: a file, a place in a file, or both. */
static void assert_link(const Fixture *f, const char *out, const char *page, const char *href)
{
    g_auto(GStrv) parts = g_strsplit(href, "#", 2);
    g_autofree char *folder = g_path_get_dirname(page),
                    *name = parts[0][0] != '\0' ? g_build_filename(folder, parts[0], NULL) : g_strdup(page);
    g_autofree char *path = g_build_filename(f->dir, out, name, NULL), *html = NULL;
    if (!g_file_get_contents(path, &html, NULL, NULL))
        fail_msg("%s links to %s, which is not there", page, href);
    if (!parts[0] || !parts[1])
        return;
    g_autofree char *anchor = g_uri_unescape_string(parts[1], NULL),
                    *id = g_strdup_printf("id=\"%s\"", anchor);
    if (!strstr(html, id))
        fail_msg("%s links to %s, where no such place is", page, href);
}

static void test_ids_stand_once(void **state)
{
    const Fixture *f = *state;
    assert_int_equal(run_report(f, "out", NULL, NULL, NULL), EXIT_DONE);
    g_autoptr(GPtrArray) files = files_of(f, "out");
    g_autoptr(GRegex) regex = g_regex_new(" id=\"([^\"]*)\"", 0, 0, NULL);
    for (guint i = 0; i < files->len; i++) {
        if (!g_str_has_suffix(files->pdata[i], ".html"))
            continue;
        g_autofree char *html = read_output(f, "out", files->pdata[i], NULL);
        g_autoptr(GHashTable) ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
        g_autoptr(GMatchInfo) match = NULL;
        for (g_regex_match(regex, html, 0, &match); g_match_info_matches(match);
             g_match_info_next(match, NULL))
            if (!g_hash_table_add(ids, g_match_info_fetch(match, 1)))
                fail_msg("%s has an id twice", (char *)files->pdata[i]);
    }
}

static void test_links_lead_somewhere(void **state)
{
    const Fixture *f = *state;
    assert_int_equal(run_report(f, "out", NULL, NULL, NULL), EXIT_DONE);
    g_autoptr(GPtrArray) files = files_of(f, "out");
    g_autoptr(GRegex) regex = g_regex_new("href=\"([^\"]*)\"", 0, 0, NULL);
    unsigned links = 0;
    for (guint i = 0; i < files->len; i++) {
        if (!g_str_has_suffix(files->pdata[i], ".html"))
            continue;
        g_autofree char *html = read_output(f, "out", files->pdata[i], NULL);
        g_autoptr(GMatchInfo) match = NULL;
        for (g_regex_match(regex, html, 0, &match); g_match_info_matches(match);
             g_match_info_next(match, NULL)) {
            g_autofree char *href = g_match_info_fetch(match, 1);
            assert_link(f, "out", files->pdata[i], href);
            links++;
        }
    }
    assert_true(links > 50);
}

/* Documents are quoted, a 0 says why, and what the formula does not say stands in words. */
static void test_derivation_needs_no_guessing(void **state)
{
    const Fixture *f = *state;
    assert_int_equal(run_report(f, "out", NULL, NULL, NULL), EXIT_DONE);
    g_autofree char *unit = read_output(f, "out", "units/SL.html", NULL);
    assert_non_null(strstr(unit, "案卷/01 示例化工.zip/决定书.docx，第2段：“示环罚〔2016〕1号”"));
    assert_null(strstr(unit, "案卷/02 样例造纸/决定书.docx，第")); /* a file of which the record says nothing */
    assert_non_null(strstr(unit, "<b class=\"value\">0</b> <span class=\"t-bad\">不在活动期内</span>"));
    assert_non_null(strstr(unit, "算法</b> 各专家评分的平均值"));
}

/* ---- workbook ---- */

/* A member of the workbook, as text. */
static char *workbook_part(const Fixture *f, const char *name)
{
    g_autofree char *path = g_build_filename(f->dir, "out", "anjuan.xlsx", NULL);
    const char *argv[] = {"unzip", "-p", path, name, NULL};
    char *text = NULL;
    int status = 1;
    assert_true(
        g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status, NULL));
    assert_int_equal(status, 0);
    return text;
}

static void test_workbook(void **state)
{
    const Fixture *f = *state;
    change_scores(f, "party=\"示例化工有限公司\"", "party=\"=1+1\"");
    change_scores(f, "party=\"样例造纸厂\"", "party=\"http://example.invalid/\"");
    assert_int_equal(run_report(f, "out", NULL, NULL, NULL), EXIT_DONE);
    g_autofree char *strings = workbook_part(f, "xl/sharedStrings.xml"),
                    *book = workbook_part(f, "xl/workbook.xml");
    assert_non_null(strstr(strings, ">=1+1<"));
    assert_non_null(strstr(strings, ">http://example.invalid/<"));
    assert_non_null(strstr(book, "name=\"集体成绩\""));
    assert_non_null(strstr(book, "_xlnm.Print_Titles"));
    for (int i = 1; i <= 9; i++) {
        g_autofree char *name = g_strdup_printf("xl/worksheets/sheet%d.xml", i),
                        *sheet = workbook_part(f, name);
        assert_null(strstr(sheet, "<f>"));
        assert_null(strstr(sheet, "<hyperlink"));
        assert_non_null(strstr(sheet, "state=\"frozen\""));
        assert_non_null(strstr(sheet, "<autoFilter"));
        assert_non_null(strstr(sheet, "paperSize=\"9\""));
        assert_non_null(strstr(sheet, "orientation=\"landscape\""));
    }
    assert_true(strstr(book, "name=\"暂定规则\"") < strstr(book, "name=\"集体成绩\"")); /* the first sheet */
    assert_non_null(strstr(strings, "如取“取满分的一半”：名次变动2个"));
    g_autofree char *first = workbook_part(f, "xl/worksheets/sheet2.xml"),
                    *core = workbook_part(f, "docProps/core.xml");
    assert_non_null(strstr(first, "<v>54.79</v>"));
    assert_non_null(strstr(strings, ">须补正<")); /* levels in words, the ids are for CSV and XML */
    assert_null(strstr(strings, ">error<"));
    assert_non_null(strstr(core, "2016-11-30T00:00:00Z"));
}

static void test_workbook_is_made_for_paper(void **state)
{
    const Fixture *f = *state;
    assert_int_equal(run_report(f, "out", NULL, NULL, NULL), EXIT_DONE);
    g_autofree char *collectives = workbook_part(f, "xl/worksheets/sheet2.xml"),
                    *counted = workbook_part(f, "xl/worksheets/sheet6.xml"),
                    *baseline = workbook_part(f, "xl/worksheets/sheet7.xml"),
                    *form = workbook_part(f, "xl/worksheets/sheet10.xml"),
                    *strings = workbook_part(f, "xl/sharedStrings.xml");
    assert_non_null(strstr(collectives, "fitToWidth=\"2\"")); /* 25 columns on two pages */
    assert_null(strstr(baseline, "fitToWidth=\"2\""));
    assert_non_null(strstr(counted, "<rowBreaks")); /* each unit signs its own page */
    assert_non_null(strstr(counted, "单位（盖章）"));
    assert_null(strstr(baseline, "<rowBreaks"));
    assert_non_null(strstr(form, "<mergeCells"));
    assert_non_null(strstr(strings, "单位确认"));
    assert_non_null(strstr(strings, "通知没有写明、由活动规则文件暂定的取值：比值在得0分与得满分之间时如何计分"));
}

/* ---- evidence ---- */

static void test_evidence_is_linked(void **state)
{
    const Fixture *f = *state;
    assert_int_equal(run_report(f, "out", NULL, NULL, NULL), EXIT_DONE);
    Scans *scans = record_read(&scans_type, SCHEMA "example-scans.xml", NULL);
    assert_non_null(scans);
    for (guint i = 0; i < scans->scans->len; i++) {
        const Scan *scan = scans->scans->pdata[i];
        g_autofree char *name =
            g_strconcat(scan->sha256, ".", strcmp(scan->type, "jpeg") == 0 ? "jpg" : scan->type, NULL);
        g_autofree char *path = g_build_filename(f->dir, "out", "evidence", name, NULL),
                        *blob = store_blob_path(f->store, scan->sha256);
        struct stat shown, stored;
        assert_int_equal(stat(path, &shown), 0);
        assert_int_equal(stat(blob, &stored), 0);
        assert_true(shown.st_ino == stored.st_ino && shown.st_dev == stored.st_dev);
    }
    record_free(&scans_type, scans);
}

static void test_damaged_scans_are_not_shown(void **state)
{
    const Fixture *f = *state;
    g_autofree char *path = g_build_filename(f->unit, "scans.xml", NULL);
    Scans *scans = record_read(&scans_type, path, NULL);
    assert_non_null(scans);
    for (guint i = 0; i < scans->scans->len; i++) {
        Scan *scan = scans->scans->pdata[i];
        if (strcmp(scan->type, "jpeg") == 0)
            scan->state = SCAN_DAMAGED;
        if (strcmp(scan->type, "png") == 0) {
            g_free(scan->type);
            scan->type = g_strdup("tiff");
        }
    }
    assert_true(record_write(&scans_type, scans, path, NULL));
    record_free(&scans_type, scans);
    assert_int_equal(run_report(f, "out", NULL, NULL, NULL), EXIT_DONE);
    g_autoptr(GPtrArray) files = files_of(f, "out");
    unsigned shown = 0;
    for (guint i = 0; i < files->len; i++)
        shown += g_str_has_prefix(files->pdata[i], "evidence/");
    assert_int_equal(shown, 1); /* the PDF */
}

static void test_missing_blob(void **state)
{
    const Fixture *f = *state;
    g_autofree char *said = NULL, *blobs = g_build_filename(f->store, "sha256", NULL);
    assert_true(file_remove_tree(blobs, NULL));
    assert_int_equal(run_report(f, "out", NULL, NULL, &said), EXIT_INPUT);
    assert_non_null(strstr(said, "anjuan verify"));
}

/* ---- always the same ---- */

static char *without_time(const char *text)
{
    g_autoptr(GRegex) regex = g_regex_new("<time>[^<]*</time>", 0, 0, NULL);
    return g_regex_replace_literal(regex, text, -1, 0, "", 0, NULL);
}

static void assert_same(const Fixture *f, const char *a, const char *b, bool but_for_time)
{
    g_autoptr(GPtrArray) files = files_of(f, a), others = files_of(f, b);
    assert_int_equal(files->len, others->len);
    for (guint i = 0; i < files->len; i++) {
        gsize left_size, right_size;
        g_autofree char *left = read_output(f, a, files->pdata[i], &left_size),
                        *right = read_output(f, b, files->pdata[i], &right_size);
        if (but_for_time && g_str_has_suffix(files->pdata[i], ".html")) {
            g_autofree char *x = without_time(left), *y = without_time(right);
            assert_string_equal(x, y);
            continue;
        }
        if (left_size != right_size || memcmp(left, right, left_size) != 0)
            fail_msg("%s differs", (char *)files->pdata[i]);
    }
}

static void test_same_bytes(void **state)
{
    const Fixture *f = *state;
    assert_int_equal(run_report(f, "a", "--time", TIME, NULL), EXIT_DONE);
    g_usleep(1100 * 1000); /* a clock with whole seconds has moved */
    assert_int_equal(run_report(f, "b", "--time", TIME, NULL), EXIT_DONE);
    assert_same(f, "a", "b", false);
}

static void test_time_stands_in_time_elements_only(void **state)
{
    const Fixture *f = *state;
    assert_int_equal(run_report(f, "a", "--time", TIME, NULL), EXIT_DONE);
    assert_int_equal(run_report(f, "b", "--time", "2017-01-02T03:04:05+08:00", NULL), EXIT_DONE);
    assert_same(f, "a", "b", true);
    g_autofree char *index = read_output(f, "b", "index.html", NULL);
    assert_non_null(strstr(index, "<time>2017-01-02 03:04</time>"));
}

static void test_language(void **state)
{
    const Fixture *f = *state;
    g_setenv("LC_ALL", "en_US.UTF-8", TRUE);
    int plain = run_report(f, "plain", NULL, NULL, NULL);
    g_setenv("LC_ALL", "C.UTF-8", TRUE);
    assert_int_equal(plain, EXIT_DONE);
    assert_int_equal(run_report(f, "english", "--lang", "en", NULL), EXIT_DONE);
    g_autofree char *chinese = read_output(f, "plain", "index.html", NULL),
                    *english = read_output(f, "english", "index.html", NULL);
    assert_non_null(
        strstr(chinese, "<html lang=\"zh-CN\">")); /* results are Chinese whatever the terminal speaks */
    assert_non_null(strstr(english, "<html lang=\"en\">"));
    assert_non_null(strstr(english, "fewer case files than the minimum"));
    assert_null(strstr(english, "案卷不足最低份数"));
    g_autofree char *left = read_output(f, "plain", "collectives.csv", NULL),
                    *right = read_output(f, "english", "collectives.csv", NULL);
    assert_string_equal(left, right);
}

/* ---- wrong use ---- */

static void test_wrong_use(void **state)
{
    const Fixture *f = *state;
    g_autofree char *said = NULL;
    assert_int_equal(run_report(f, "out", "--time", "yesterday", &said), EXIT_USAGE);
    assert_non_null(strstr(said, "--time"));
    assert_true(file_write_whole(f->scores, "<scores/>", 9, NULL));
    g_autofree char *bad = NULL;
    assert_int_equal(run_report(f, "out", NULL, NULL, &bad), EXIT_INPUT);
    assert_non_null(strstr(bad, "scores.xml"));
}

#define FIXED(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {FIXED(test_everything_is_written),
                                       FIXED(test_pages_say_it),
                                       FIXED(test_a_zero_by_ruling_is_explained),
                                       FIXED(test_hostile_names),
                                       FIXED(test_pages_parse),
                                       FIXED(test_unit_id_cannot_leave_the_folder),
                                       FIXED(test_ids_stand_once),
                                       FIXED(test_links_lead_somewhere),
                                       FIXED(test_derivation_needs_no_guessing),
                                       FIXED(test_workbook),
                                       FIXED(test_workbook_is_made_for_paper),
                                       FIXED(test_evidence_is_linked),
                                       FIXED(test_damaged_scans_are_not_shown),
                                       FIXED(test_missing_blob),
                                       FIXED(test_same_bytes),
                                       FIXED(test_time_stands_in_time_elements_only),
                                       FIXED(test_language),
                                       FIXED(test_wrong_use)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
