/* Every document of the sample season accounts for every character it holds: what an independent count finds in its parts is
 * read or skipped for a reason, and so it stands in the record that extract writes. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "archive.h"
#include "docxcount.h"
#include "fileio.h"
#include "filetype.h"
#include "rec_casefiles.h"
#include "seasonlab.h"

typedef struct {
    guint documents, skipping; /* all, and those that skip something */
    char *folder;              /* where they are put for the program */
} Tally;

static void take_document(Tally *tally, const void *data, size_t size, const char *name)
{
    const char *reason;
    g_autoptr(GError) error = NULL;
    g_autoptr(DocxText) docx = docx_read(data, size, &reason, &error);
    if (!docx)
        fail_msg("%s: %s", name, error->message);
    g_autoptr(GBytes) bytes = g_bytes_new(data, size);
    docxcount_check(docx, bytes, name);
    tally->skipping += docx->count.present > docx->count.read;
    g_autofree char *path = g_strdup_printf("%s/%u.docx", tally->folder, tally->documents++);
    assert_true(g_file_set_contents(path, data, (gssize)size, NULL));
}

static void take_bytes(Tally *tally, const void *data, size_t size, const char *name)
{
    Window window = window_of_memory(data, size);
    FileType type = filetype_of(&window);
    if (type == FILETYPE_DOCX)
        take_document(tally, data, size, name);
    if (type != FILETYPE_ZIP)
        return;
    g_autoptr(Archive) archive = archive_open(&window, 10000, NULL);
    for (guint i = 0; archive && i < archive_count(archive); i++) {
        const ZipEntry *entry = archive_entry(archive, i);
        g_autofree char *base = g_strndup((const char *)entry->name, entry->name_size), *lower = g_ascii_strdown(base, -1);
        size_t length;
        g_autofree uint8_t *bytes =
            g_str_has_suffix(lower, ".docx") || g_str_has_suffix(lower, ".zip") ? archive_read(archive, i, G_MAXUINT / 4, &length, NULL) : NULL;
        if (bytes)
            take_bytes(tally, bytes, length, base);
    }
}

/* What the program writes of the document I is what the count finds in it. */
static void check_record(const Tally *tally, const Casefiles *casefiles, guint i)
{
    const FileFacts *facts = casefiles->files->pdata[i];
    g_autofree char *bytes = NULL;
    gsize size;
    assert_true(g_file_get_contents(facts->path, &bytes, &size, NULL));
    g_autoptr(GBytes) whole = g_bytes_new(bytes, size);
    const CharCount *c = facts->chars;
    assert_non_null(c);
    assert_int_equal(c->present, docxcount_present(whole));
    assert_int_equal(c->present, c->read + c->deleted + c->hidden + c->alternate + c->comment + c->field_code);
    assert_int_equal(facts->unread->len, 0);
    assert_true(g_str_has_prefix(facts->path, tally->folder));
}

static void every_sample_accounts_for_every_character(void **state)
{
    (void)state;
    g_autofree char *season = g_build_filename(g_getenv("ANJUAN_BUILD"), "samples", "season", "submissions", NULL);
    g_autoptr(GPtrArray) files = file_list_below(season, NULL);
    assert_non_null(files);
    Tally tally = {.folder = g_build_filename(g_get_tmp_dir(), "documents", NULL)};
    assert_true(file_make_folder(tally.folder, NULL));
    for (guint i = 0; i < files->len; i++) {
        g_autofree char *path = g_build_filename(season, files->pdata[i], NULL), *bytes = NULL;
        gsize size;
        if (g_file_get_contents(path, &bytes, &size, NULL))
            take_bytes(&tally, bytes, size, files->pdata[i]);
    }
    assert_true(tally.documents > 300);
    assert_true(tally.skipping > 0);
    g_autofree char *rules = g_build_filename(g_getenv("ANJUAN_BUILD"), "share", "anjuan", "rules", "extract", NULL);
    g_autofree char *program = lab_program("anjuan-extract"),
                    *out = g_build_filename(g_get_tmp_dir(), "casefiles.xml", NULL);
    g_autoptr(GPtrArray) argv = g_ptr_array_new_with_free_func(g_free);
    const char *const head[] = {program, "--rules", rules, "-o", out, "--file"};
    for (size_t i = 0; i < G_N_ELEMENTS(head); i++)
        g_ptr_array_add(argv, g_strdup(head[i]));
    for (guint i = 0; i < tally.documents; i++)
        g_ptr_array_add(argv, g_strdup_printf("%s/%u.docx", tally.folder, i));
    g_ptr_array_add(argv, NULL);
    LabResult result = lab_run_array((const char *const *)argv->pdata);
    assert_int_equal(result.status, 0);
    lab_result_clear(&result);
    Casefiles *casefiles = record_read(&casefiles_type, out, NULL);
    assert_int_equal(casefiles->files->len, tally.documents);
    for (guint i = 0; i < tally.documents; i++)
        check_record(&tally, casefiles, i);
    record_free(&casefiles_type, casefiles);
    g_free(tally.folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_sample_accounts_for_every_character)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
