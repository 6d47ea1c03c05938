#include "seasonlab.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>
#include <sys/wait.h>

#include "fileio.h"

#define RECEIVED "2016-11-28T09:00:00+08:00"

void lab_result_clear(LabResult *result)
{
    g_free(result->out);
    g_free(result->err);
}

char *lab_program(const char *name)
{
    return g_build_filename(g_getenv("ANJUAN_BUILD"), "bin", name, NULL);
}

LabResult lab_run_array(const char *const *argv)
{
    LabResult result = {0};
    int status;
    g_autoptr(GError) error = NULL;
    if (!g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &result.out, &result.err, &status, &error))
        fail_msg("%s", error->message);
    result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return result;
}

static GPtrArray *collect(const char *program, va_list more)
{
    GPtrArray *argv = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(argv, lab_program(program));
    for (const char *word; (word = va_arg(more, const char *));)
        g_ptr_array_add(argv, g_strdup(word));
    return argv;
}

static LabResult run_collected(GPtrArray *argv)
{
    g_ptr_array_add(argv, NULL);
    return lab_run_array((const char *const *)argv->pdata);
}

LabResult lab_run(const char *name, ...)
{
    va_list more;
    va_start(more, name);
    g_autoptr(GPtrArray) argv = collect(name, more);
    va_end(more);
    return run_collected(argv);
}

/* A copy of a season that make has made: BUILD/samples/NAME. */
static char *copy_season(const char *made, const char *name)
{
    g_autofree char *from = g_build_filename(g_getenv("ANJUAN_BUILD"), "samples", made, NULL);
    char *season = g_build_filename(g_get_tmp_dir(), name, NULL);
    if (g_file_test(season, G_FILE_TEST_EXISTS))
        fail_msg("%s is left from another run: remove it, or name an empty folder in TMPDIR", season);
    const char *const argv[] = {"/bin/cp", "-R", from, season, NULL};
    LabResult result = lab_run_array(argv);
    if (result.status != 0)
        fail_msg("cp: %s (make samples first)", result.err);
    lab_result_clear(&result);
    return season;
}

char *lab_season(const char *name)
{
    return copy_season("season", name);
}

char *lab_season_before_corrections(const char *name)
{
    return copy_season("first", name);
}

void lab_correct(const char *season)
{
    LabResult result = lab_run("anjuan-samples", "--corrections", "-o", season, NULL);
    if (result.status != 0)
        fail_msg("anjuan-samples: %d %s", result.status, result.err);
    lab_result_clear(&result);
}

void lab_season_run(const char *season, int status, ...)
{
    va_list more;
    va_start(more, status);
    g_autoptr(GPtrArray) argv = collect("anjuan", more);
    va_end(more);
    static const char *const fixed[] = {"run", "--quiet", "--received", RECEIVED};
    for (gsize i = 0; i < G_N_ELEMENTS(fixed); i++)
        g_ptr_array_insert(argv, (gint)i + 1, g_strdup(fixed[i]));
    g_ptr_array_add(argv, g_strdup(season));
    LabResult result = run_collected(argv);
    if (result.status != status)
        fail_msg("anjuan run: status %d instead of %d\n%s%s", result.status, status, result.out, result.err);
    lab_result_clear(&result);
}

char *lab_read(const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autoptr(GError) error = NULL;
    char *data = file_read_whole(path, (size_t)1 << 30, NULL, &error);
    if (!data)
        fail_msg("%s", error->message);
    return data;
}

static gboolean is_skipped(const char *name, const char *const *skip)
{
    g_auto(GStrv) parts = g_strsplit(name, "/", -1);
    for (char **part = parts; *part; part++)
        if (g_strv_contains(skip, *part))
            return TRUE;
    return FALSE;
}

static GPtrArray *list_tree(const char *folder, const char *const *skip)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) all = file_list_below(folder, &error);
    if (!all)
        fail_msg("%s", error->message);
    GPtrArray *kept = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < all->len; i++)
        if (!is_skipped(all->pdata[i], skip))
            g_ptr_array_add(kept, g_strdup(all->pdata[i]));
    return kept;
}

/* The time of day may stand between <time …> tags only (SPEC 5.5). */
static GBytes *read_timeless(const char *folder, const char *name)
{
    gsize size;
    char *data;
    g_autofree char *path = g_build_filename(folder, name, NULL);
    assert_true(g_file_get_contents(path, &data, &size, NULL));
    if (!g_str_has_suffix(name, ".html"))
        return g_bytes_new_take(data, size);
    g_autoptr(GRegex) time = g_regex_new("<time[^>]*>[^<]*</time>", G_REGEX_RAW, 0, NULL);
    char *plain = g_regex_replace_literal(time, data, (gssize)size, 0, "", 0, NULL);
    g_free(data);
    return g_bytes_new_take(plain, strlen(plain));
}

void lab_assert_same_tree(const char *a, const char *b, const char *const *skip)
{
    g_autoptr(GPtrArray) left = list_tree(a, skip), right = list_tree(b, skip);
    for (guint i = 0; i < MIN(left->len, right->len); i++) {
        if (strcmp(left->pdata[i], right->pdata[i]) != 0)
            fail_msg("%s has %s where %s has %s", a, (char *)left->pdata[i], b, (char *)right->pdata[i]);
        g_autoptr(GBytes) one = read_timeless(a, left->pdata[i]), two = read_timeless(b, right->pdata[i]);
        if (!g_bytes_equal(one, two))
            fail_msg("%s differs between %s and %s", (char *)left->pdata[i], a, b);
    }
    assert_int_equal(left->len, right->len);
}

char *lab_copy(const char *from, const char *name)
{
    char *to = g_build_filename(g_get_tmp_dir(), name, NULL);
    const char *const argv[] = {"/bin/cp", "-a", from, to, NULL};
    LabResult copied = lab_run_array(argv);
    assert_int_equal(copied.status, 0);
    lab_result_clear(&copied);
    return to;
}

void lab_edit(const char *season, const char *name, const char *original, const char *replacement)
{
    g_autofree char *path = g_build_filename(season, name, NULL), *text = lab_read(season, name);
    char *at = strstr(text, original);
    assert_non_null(at);
    g_autofree char *changed = g_strdup_printf("%.*s%s%s", (int)(at - text), text, replacement, at + strlen(original));
    assert_true(g_file_set_contents(path, changed, -1, NULL));
}

char *lab_latest(const char *season)
{
    g_autofree char *link = g_build_filename(season, "results/latest", NULL);
    char *name = g_file_read_link(link, NULL);
    assert_non_null(name);
    return name;
}

char *lab_said(int status, const char *command, const char *a, const char *b, const char *c, const char *d)
{
    LabResult result = lab_run("anjuan", command, a, b, c, d, NULL);
    if (result.status != status)
        fail_msg("anjuan %s: status %d instead of %d\n%s%s", command, result.status, status, result.out, result.err);
    char *text = g_strconcat(result.out, result.err, NULL);
    lab_result_clear(&result);
    return text;
}

void lab_overwrite(const char *season, const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(season, name, NULL);
    assert_true(g_file_set_contents(path, text, -1, NULL));
}
