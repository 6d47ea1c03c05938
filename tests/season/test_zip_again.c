/* A ZIP that a season has read before comes again with one member changed: `check` and `run` find what they
 * find when nothing is remembered of it. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>

#include <glib.h>

#include "fileio.h"
#include "seasonlab.h"

#define PACKAGE "submissions/靖州县.zip"
#define TOLD "SCN-001,error,JZ,行政处罚案卷1,案卷/行政处罚案卷1.zip/送达回证.pdf," /* of the member that is spoilt */

/* One season twice; the second does not remember what was in its packages. */
static char *season, *forgetful;

static char *below(const char *folder, const char *name)
{
    return g_build_filename(folder, name, NULL);
}

static void forget(const char *of)
{
    g_autofree char *units = below(of, "work/units");
    g_autoptr(GDir) open = g_dir_open(units, 0, NULL);
    int forgotten = 0;
    for (const char *id; (id = g_dir_read_name(open));) {
        g_autofree char *files = g_build_filename(units, id, "files.xml", NULL);
        forgotten += g_file_test(files, G_FILE_TEST_EXISTS);
        assert_true(file_remove_tree(files, NULL));
    }
    assert_true(forgotten > 0);
}

static int make_seasons(void **state G_GNUC_UNUSED)
{
    season = lab_season("remembers");
    lab_season_run(season, 0, NULL);
    forgetful = lab_copy(season, "forgets");
    forget(forgetful);
    return 0;
}

static int free_seasons(void **state G_GNUC_UNUSED)
{
    g_free(season);
    g_free(forgetful);
    return 0;
}

/* Spoils the beginning of the first PDF that is stored in the package.  Nothing else changes, not even its
 * CRC-32: the five bytes take up the polynomial of the CRC. */
static void spoil(char *bytes, gsize size)
{
    static const uint8_t polynomial[] = {0x41, 0x06, 0x71, 0xDB, 0x01};
    char *pdf = memmem(bytes, size, "%PDF-", 5);
    assert_non_null(pdf);
    for (size_t i = 0; i < sizeof polynomial; i++)
        pdf[i] ^= (char)polynomial[i];
}

/* FROM, spoilt, as TO with its times. */
static void copy_spoilt(const char *from, const char *to)
{
    gsize size;
    struct stat info;
    g_autofree char *bytes = NULL;
    assert_true(g_file_get_contents(from, &bytes, &size, NULL));
    assert_int_equal(stat(from, &info), 0);
    spoil(bytes, size);
    assert_true(g_file_set_contents(to, bytes, (gssize)size, NULL));
    const struct timespec times[] = {info.st_atim, info.st_mtim};
    assert_int_equal(utimensat(AT_FDCWD, to, times, 0), 0);
}

static char *checked(const char *in, const char *package)
{
    LabResult result = lab_run("anjuan", "check", "--season", in, "--format", "csv", "--received",
                               "2016-11-28T09:00:00+08:00", package, NULL);
    assert_int_equal(result.status, 1);
    char *out = g_steal_pointer(&result.out);
    lab_result_clear(&result);
    return out;
}

static void a_check_sees_the_changed_member(void **state G_GNUC_UNUSED)
{
    g_autofree char *package = below(season, PACKAGE), *spoilt = below(g_get_tmp_dir(), "靖州县.zip");
    copy_spoilt(package, spoilt);
    g_autofree char *before = checked(season, package), *warm = checked(season, spoilt),
                    *cold = checked(forgetful, spoilt);
    assert_string_equal(warm, cold);
    assert_null(strstr(before, TOLD));
    assert_non_null(strstr(warm, TOLD));
}

static void a_run_sees_the_changed_member(void **state G_GNUC_UNUSED)
{
    static const char *const timed[] = {"manifest.xml", NULL};
    char *const both[] = {season, forgetful};
    for (int i = 0; i < 2; i++) {
        g_autofree char *package = below(both[i], PACKAGE);
        copy_spoilt(package, package);
        lab_season_run(both[i], 0, NULL);
    }
    g_autofree char *warm = below(season, "results/latest"), *cold = below(forgetful, "results/latest"),
                    *findings = lab_read(warm, "findings.csv");
    lab_assert_same_tree(warm, cold, timed);
    assert_non_null(strstr(findings, TOLD));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_check_sees_the_changed_member),
        cmocka_unit_test(a_run_sees_the_changed_member),
    };
    return cmocka_run_group_tests(tests, make_seasons, free_seasons);
}
