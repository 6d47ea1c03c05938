/* anjuan-unpack on a package that it has read before: what is not read or not unpacked again, and that
 * whatever has changed is. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>
#include <sys/stat.h>

#include "archive.h"
#include "fileio.h"
#include "store.h"
#include "unpackrun.h"

/* FILES as noted, with the digest of FROM where that of TO stands: what is recalled shows it, what is read
 * does not. */
static void swap_digest(const char *files, const Member *from, const Member *to)
{
    g_autofree char *text = NULL;
    assert_true(g_file_get_contents(files, &text, NULL, NULL));
    g_auto(GStrv) parts = g_strsplit(text, to->sha256, -1);
    assert_int_equal(g_strv_length(parts), 2);
    g_autofree char *changed = g_strjoinv(from->sha256, parts);
    assert_true(g_file_set_contents(files, changed, -1, NULL));
}

/* ---- files of folders ---- */

static void unchanged_files_of_folders_are_not_read_again(void **state G_GNUC_UNUSED)
{
    UnpackRun run;
    unpack_start(&run);
    const ZipRecipe recipes[] = {{.name = "1.txt", .text = "one"}, {.name = "2.txt", .text = "two"}};
    g_autoptr(GBytes) zip = zip_make(recipes, 2, NULL);
    unpack_add_folder(&run, "某局");
    g_autofree char *saved = bytes_save(zip, run.packages->pdata[0], "案卷/甲.zip");
    g_autofree char *files = g_build_filename(run.folder, "files.xml", NULL);
    unpack_file(&run, "信息/a.txt", "aaa");
    unpack_file(&run, "信息/b.txt", "bbb");
    assert_int_equal(unpack_run(&run, "--files", files, NULL), 0);
    assert_false(g_file_test(files, G_FILE_TEST_EXISTS)); /* all of it has only just been written */
    g_usleep(2100 * 1000);
    assert_int_equal(unpack_run(&run, "--files", files, NULL), 0);
    g_autofree char *before = unpack_bytes(&run);
    assert_int_equal(unpack_run(&run, "--known", files, "--files", files, NULL), 0);
    g_autofree char *after = unpack_bytes(&run);
    assert_string_equal(before, after);
    swap_digest(files, unpack_member(&run, 0, "信息/a.txt"), unpack_member(&run, 0, "信息/b.txt"));
    swap_digest(files, unpack_member(&run, 0, "案卷/甲.zip/1.txt"), unpack_member(&run, 0, "案卷/甲.zip/2.txt"));
    assert_int_equal(unpack_run(&run, "--known", files, NULL), 0);
    unpack_expect_text(&run, 0, "信息/b.txt", "aaa");
    unpack_expect_text(&run, 0, "案卷/甲.zip/2.txt", "one");
    g_autofree char *b = g_build_filename(run.packages->pdata[0], "信息/b.txt", NULL);
    assert_int_equal(chmod(b, 0600), 0); /* changes no more than the time of the last change */
    assert_int_equal(unpack_run(&run, "--known", files, NULL), 0);
    unpack_expect_text(&run, 0, "信息/b.txt", "bbb");
    unpack_expect_text(&run, 0, "案卷/甲.zip/2.txt", "one");
    unpack_limit(&run, "member-bytes", "1000000");
    assert_int_equal(unpack_run(&run, "--known", files, NULL), 0); /* noted under other limits */
    unpack_expect_text(&run, 0, "案卷/甲.zip/2.txt", "two");
    unpack_end(&run);
}

/* ---- leaves of a ZIP ---- */

/* A package of one unit that has been read once, and what was noted then. */
typedef struct {
    UnpackRun run;
    char *files;
    GBytes *one, *two;
} Again;

enum { NOISE_BYTES = 5000 };

/* Members ONE and TWO, stored and deflated, or made by the recipes that are given. */
static void add_package(Again *again, GBytes *one, GBytes *two, const ZipRecipe *stored,
                        const ZipRecipe *deflated)
{
    const ZipRecipe inner[] = {{.name = "3.txt", .text = "three"},
                               {.name = "4.txt", .text = "eight", .deflate = true}};
    g_autoptr(GBytes) zip = zip_make(inner, G_N_ELEMENTS(inner), NULL);
    ZipRecipe recipes[] = {{.name = "信息/1.bin", .bytes = one},
                           {.name = "信息/2.bin", .bytes = two, .deflate = true},
                           {.name = "案卷/甲.zip", .bytes = zip}};
    if (stored)
        recipes[0] = *stored;
    if (deflated)
        recipes[1] = *deflated;
    unpack_add_zip(&again->run, "某局.zip", recipes, G_N_ELEMENTS(recipes));
}

static void again_start(Again *again)
{
    *again = (Again){.one = bytes_noise(1, NOISE_BYTES), .two = bytes_noise(2, NOISE_BYTES)};
    unpack_start(&again->run);
    again->files = g_build_filename(again->run.folder, "files.xml", NULL);
    add_package(again, again->one, again->two, NULL, NULL);
    assert_int_equal(unpack_run(&again->run, "--files", again->files, NULL), 0);
}

static void again_end(Again *again)
{
    unpack_end(&again->run);
    g_bytes_unref(again->one);
    g_bytes_unref(again->two);
    g_free(again->files);
}

/* Reads the package, as it lies there now, with what is known and without: the inventories must be equal. */
static void read_both_ways(Again *again)
{
    assert_int_equal(unpack_run(&again->run, NULL), 0);
    g_autofree char *cold = unpack_bytes(&again->run);
    assert_int_equal(unpack_run(&again->run, "--known", again->files, NULL), 0);
    g_autofree char *warm = unpack_bytes(&again->run);
    assert_string_equal(cold, warm);
}

/* From now on 4.txt, deflated in a ZIP inside, shows the text of 3.txt when it is recalled. */
static void show_three_for_eight(const Again *again)
{
    const UnpackRun *run = &again->run;
    swap_digest(again->files, unpack_member(run, 0, "案卷/甲.zip/3.txt"),
                unpack_member(run, 0, "案卷/甲.zip/4.txt"));
}

static void unchanged_leaves_of_a_zip_are_not_unpacked_again(void **state G_GNUC_UNUSED)
{
    Again again;
    again_start(&again);
    UnpackRun *run = &again.run;
    read_both_ways(&again);
    const Member *two = unpack_member(run, 0, "信息/2.bin");
    g_autofree char *other = g_strdup(two->sha256);
    swap_digest(again.files, two, unpack_member(run, 0, "信息/1.bin")); /* stored */
    show_three_for_eight(&again);
    for (int time = 0; time < 2; time++) { /* what is recalled is noted again */
        assert_int_equal(unpack_run(run, "--known", again.files, "--files", again.files, NULL), 0);
        assert_string_equal(unpack_member(run, 0, "信息/1.bin")->sha256, other);
        unpack_expect_text(run, 0, "案卷/甲.zip/4.txt", "three");
    }
    unpack_limit(run, "member-bytes", "1000000");
    assert_int_equal(unpack_run(run, "--known", again.files, NULL), 0); /* noted under other limits */
    assert_string_not_equal(unpack_member(run, 0, "信息/1.bin")->sha256, other);
    unpack_expect_text(run, 0, "案卷/甲.zip/4.txt", "eight");
    again_end(&again);
}

/* Members that do not fit the buffers are known too. */
static void large_members_are_known(void **state G_GNUC_UNUSED)
{
    UnpackRun run;
    unpack_start(&run);
    g_autofree char *files = g_build_filename(run.folder, "files.xml", NULL);
    g_autoptr(GBytes) one = bytes_noise(3, ARCHIVE_QUICK_BYTES + 1),
                      two = bytes_noise(4, ARCHIVE_QUICK_BYTES + 1);
    const ZipRecipe recipes[] = {{.name = "信息/1.bin", .bytes = one},
                                 {.name = "信息/2.bin", .bytes = two, .deflate = true}};
    unpack_add_zip(&run, "某局.zip", recipes, G_N_ELEMENTS(recipes));
    assert_int_equal(unpack_run(&run, "--files", files, NULL), 0);
    g_autofree char *first = g_strdup(unpack_member(&run, 0, "信息/1.bin")->sha256);
    g_autofree char *second = g_strdup(unpack_member(&run, 0, "信息/2.bin")->sha256);
    swap_digest(files, unpack_member(&run, 0, "信息/1.bin"), unpack_member(&run, 0, "信息/2.bin"));
    assert_int_equal(unpack_run(&run, "--known", files, NULL), 0);
    assert_string_equal(unpack_member(&run, 0, "信息/2.bin")->sha256, first);
    assert_int_equal(unpack_run(&run, "--files", files, NULL), 0);
    swap_digest(files, unpack_member(&run, 0, "信息/2.bin"), unpack_member(&run, 0, "信息/1.bin"));
    assert_int_equal(unpack_run(&run, "--known", files, NULL), 0);
    assert_string_equal(unpack_member(&run, 0, "信息/1.bin")->sha256, second);
    unpack_end(&run);
}

/* Other bytes with the same CRC-32: the polynomial of the CRC itself, bit by bit, changes no remainder. */
static GBytes *forge(GBytes *bytes)
{
    static const uint8_t polynomial[] = {0x41, 0x06, 0x71, 0xDB, 0x01};
    gsize size;
    const void *data = g_bytes_get_data(bytes, &size);
    g_autofree uint8_t *forged = g_memdup2(data, size);
    for (size_t i = 0; i < sizeof polynomial; i++)
        forged[size / 2 + i] ^= polynomial[i];
    assert_memory_not_equal(data, forged, size);
    assert_int_equal(archive_crc32(data, size), archive_crc32(forged, size));
    return g_bytes_new(forged, size);
}

/* The ZIPs are of one length and their directories equal: names, times, sizes, CRCs and places. */
static void a_forged_member_is_seen(void **state G_GNUC_UNUSED)
{
    Again again;
    again_start(&again);
    UnpackRun *run = &again.run;
    g_autoptr(GBytes) one = forge(again.one), two = forge(again.two);
    g_autofree char *first = g_strdup(unpack_member(run, 0, "信息/1.bin")->sha256);
    g_autofree char *second = g_strdup(unpack_member(run, 0, "信息/2.bin")->sha256);
    struct stat before, after;
    assert_int_equal(stat(run->packages->pdata[0], &before), 0);
    g_ptr_array_set_size(run->packages, 0);
    add_package(&again, one, again.two, NULL, NULL);
    read_both_ways(&again);
    assert_string_not_equal(unpack_member(run, 0, "信息/1.bin")->sha256, first);
    assert_string_equal(unpack_member(run, 0, "信息/2.bin")->sha256, second);
    g_ptr_array_set_size(run->packages, 0);
    add_package(&again, again.one, two, NULL, NULL);
    read_both_ways(&again);
    assert_string_equal(unpack_member(run, 0, "信息/1.bin")->sha256, first);
    assert_string_not_equal(unpack_member(run, 0, "信息/2.bin")->sha256, second);
    assert_int_equal(stat(run->packages->pdata[0], &after), 0);
    assert_int_equal(before.st_size, after.st_size);
    again_end(&again);
}

/* Known bytes of which something else is claimed are judged as if they were not known. */
static void other_claims_about_known_bytes(void **state G_GNUC_UNUSED)
{
    Again again;
    again_start(&again);
    UnpackRun *run = &again.run;
    const ZipRecipe crc = {.name = "信息/1.bin", .bytes = again.one, .crc_xor = 1},
                    size = {.name = "信息/2.bin", .bytes = again.two, .deflate = true, .size_add = 1},
                    method = {.name = "信息/1.bin", .bytes = again.one, .method = 8};
    g_ptr_array_set_size(run->packages, 0);
    add_package(&again, again.one, again.two, &crc, &size);
    read_both_ways(&again);
    unpack_expect(run, 0, "信息/1.bin", MEMBER_DAMAGED, NULL);
    unpack_expect(run, 0, "信息/2.bin", MEMBER_DAMAGED, NULL);
    assert_int_equal(unpack_run(run, "--known", again.files, "--files", again.files, NULL), 0);
    read_both_ways(&again); /* what is damaged is not noted */
    unpack_expect(run, 0, "信息/1.bin", MEMBER_DAMAGED, NULL);
    unpack_expect(run, 0, "案卷/甲.zip/4.txt", MEMBER_READ, NULL);
    g_ptr_array_set_size(run->packages, 0);
    add_package(&again, again.one, again.two, &method, NULL);
    read_both_ways(&again);
    unpack_expect(run, 0, "信息/1.bin", MEMBER_DAMAGED, NULL);
    unpack_expect(run, 0, "信息/2.bin", MEMBER_READ, NULL);
    again_end(&again);
}

/* What is remembered is no reason to go without the bytes. */
static void what_the_store_lost_is_read_again(void **state G_GNUC_UNUSED)
{
    Again again;
    again_start(&again);
    g_autofree char *store = g_build_filename(again.run.folder, "store", NULL);
    g_autofree char *blob = store_blob_path(store, unpack_member(&again.run, 0, "信息/2.bin")->sha256);
    assert_true(file_remove_tree(blob, NULL));
    assert_int_equal(unpack_run(&again.run, "--known", again.files, NULL), 0);
    unpack_expect(&again.run, 0, "信息/2.bin", MEMBER_READ, NULL); /* its blob too */
    again_end(&again);
}

/* Codes under another key, or none, are nobody's. */
static void codes_without_their_key_are_nothing(void **state G_GNUC_UNUSED)
{
    Again again;
    again_start(&again);
    show_three_for_eight(&again);
    g_autofree char *text = NULL;
    assert_true(g_file_get_contents(again.files, &text, NULL, NULL));
    char *digit = strstr(text, " key=\"");
    assert_non_null(digit);
    digit += strlen(" key=\"");
    *digit = *digit == '0' ? '1' : '0';
    assert_true(g_file_set_contents(again.files, text, -1, NULL));
    read_both_ways(&again);
    *digit = 'x';
    assert_true(g_file_set_contents(again.files, text, -1, NULL));
    read_both_ways(&again);
    again_end(&again);
}

/* A package that is not read because its receipt stands for it is known when it comes the next time. */
static void what_is_known_of_another_package_stays(void **state G_GNUC_UNUSED)
{
    Again again;
    again_start(&again);
    UnpackRun *run = &again.run;
    g_autofree char *zip = g_strdup(run->packages->pdata[0]), *receipt = unpack_receipt(run, 0);
    const ZipRecipe other[] = {{.name = "信息/5.txt", .text = "five"}};
    show_three_for_eight(&again);
    g_ptr_array_set_size(run->packages, 0);
    g_ptr_array_add(run->packages, g_strdup(receipt));
    unpack_add_zip(run, "某局(更正).zip", other, 1);
    assert_int_equal(unpack_run(run, "--known", again.files, "--files", again.files, NULL), 0);
    g_ptr_array_set_size(run->packages, 0);
    g_ptr_array_add(run->packages, g_strdup(zip));
    assert_int_equal(unpack_run(run, "--known", again.files, "--files", again.files, NULL), 0);
    unpack_expect_text(run, 0, "案卷/甲.zip/4.txt", "three");
    g_autofree char *text = NULL; /* of what is not there any more nothing is kept */
    assert_true(g_file_get_contents(again.files, &text, NULL, NULL));
    assert_null(strstr(text, "更正"));
    again_end(&again);
}

/* ---- archives of a ZIP that are deflated ---- */

/* FILES without what is noted in elements NAME. */
static void strike(const char *files, const char *name)
{
    g_autofree char *text = NULL, *pattern = g_strdup_printf("<%s [^>]*/>", name);
    assert_true(g_file_get_contents(files, &text, NULL, NULL));
    g_autoptr(GRegex) regex = g_regex_new(pattern, 0, 0, NULL);
    g_autofree char *rest = g_regex_replace_literal(regex, text, -1, 0, "", 0, NULL);
    assert_string_not_equal(text, rest);
    assert_true(g_file_set_contents(files, rest, -1, NULL));
}

/* The package anew, of one deflated archive: NAME with two texts and LAST, its CRC spoilt by CRC_XOR. */
static void pack_deflated(UnpackRun *run, const char *name, const char *last, uint32_t crc_xor)
{
    const ZipRecipe inner[] = {{.name = "1.txt", .text = "three"}, {.name = "2.txt", .text = "eight", .deflate = true},
                               {.name = "3.txt", .text = last, .crc_xor = crc_xor}};
    g_autoptr(GBytes) zip = zip_make(inner, G_N_ELEMENTS(inner), NULL);
    const ZipRecipe recipe = {.name = name, .bytes = zip, .deflate = true};
    g_ptr_array_set_size(run->packages, 0);
    unpack_add_zip(run, "某局.zip", &recipe, 1);
}

static void deflated_start(Again *again)
{
    *again = (Again){.one = g_bytes_new(NULL, 0), .two = g_bytes_new(NULL, 0)};
    unpack_start(&again->run);
    again->files = g_build_filename(again->run.folder, "files.xml", NULL);
    pack_deflated(&again->run, "案卷/甲.zip", "last", 0);
    assert_int_equal(unpack_run(&again->run, "--files", again->files, NULL), 0);
    read_both_ways(again);
}

/* From now on 2.txt shows the text of 1.txt when it is recalled. */
static void swap_texts(const Again *again)
{
    swap_digest(again->files, unpack_member(&again->run, 0, "案卷/甲.zip/1.txt"), unpack_member(&again->run, 0, "案卷/甲.zip/2.txt"));
}

static void unchanged_deflated_archives_are_not_unpacked_again(void **state G_GNUC_UNUSED)
{
    Again again;
    deflated_start(&again);
    UnpackRun *run = &again.run;
    strike(again.files, "leaf"); /* by which its leaves would be known, too */
    swap_texts(&again);
    for (int time = 0; time < 2; time++) { /* what is recalled is noted again */
        assert_int_equal(unpack_run(run, "--known", again.files, "--files", again.files, NULL), 0);
        unpack_expect_text(run, 0, "案卷/甲.zip/2.txt", "three");
    }
    pack_deflated(run, "案卷/乙.zip", "last", 0); /* the same bytes at another place */
    read_both_ways(&again);
    unpack_expect_text(run, 0, "案卷/乙.zip/2.txt", "eight");
    pack_deflated(run, "案卷/甲.zip", "LAST", 0);
    read_both_ways(&again);
    unpack_expect_text(run, 0, "案卷/甲.zip/3.txt", "LAST");
    again_end(&again);
}

/* When the archive changes after a look at it that recalled it, its other leaves are still not unpacked. */
static void leaves_of_recalled_archives_stay_known(void **state G_GNUC_UNUSED)
{
    Again again;
    deflated_start(&again);
    UnpackRun *run = &again.run;
    assert_int_equal(unpack_run(run, "--known", again.files, "--files", again.files, NULL), 0);
    strike(again.files, "member");
    swap_texts(&again);
    pack_deflated(run, "案卷/甲.zip", "LAST", 0);
    assert_int_equal(unpack_run(run, "--known", again.files, NULL), 0);
    unpack_expect_text(run, 0, "案卷/甲.zip/2.txt", "three");
    unpack_expect_text(run, 0, "案卷/甲.zip/3.txt", "LAST");
    again_end(&again);
}

static void archives_with_damage_or_lost_members_are_read_again(void **state G_GNUC_UNUSED)
{
    Again again;
    deflated_start(&again);
    UnpackRun *run = &again.run;
    g_autofree char *store = g_build_filename(run->folder, "store", NULL);
    g_autofree char *blob = store_blob_path(store, unpack_member(run, 0, "案卷/甲.zip/2.txt")->sha256);
    assert_true(file_remove_tree(blob, NULL));
    assert_int_equal(unpack_run(run, "--known", again.files, NULL), 0);
    unpack_expect(run, 0, "案卷/甲.zip/2.txt", MEMBER_READ, NULL); /* its blob too */
    pack_deflated(run, "案卷/甲.zip", "last", 1);
    assert_int_equal(unpack_run(run, "--files", again.files, NULL), 0);
    read_both_ways(&again);
    unpack_expect(run, 0, "案卷/甲.zip/3.txt", MEMBER_DAMAGED, NULL);
    g_autofree char *text = NULL;
    assert_true(g_file_get_contents(again.files, &text, NULL, NULL));
    assert_null(strstr(text, "<member "));
    again_end(&again);
}

/* Limits hold for what is recalled as for what is read: of two archives the second is over that of members. */
static void a_recalled_archive_counts(void **state G_GNUC_UNUSED)
{
    Again again;
    deflated_start(&again);
    UnpackRun *run = &again.run;
    const ZipRecipe inner[] = {{.name = "1.txt", .text = "three"}, {.name = "2.txt", .text = "eight"}};
    g_autoptr(GBytes) zip = zip_make(inner, G_N_ELEMENTS(inner), NULL);
    const ZipRecipe recipes[] = {{.name = "案卷/甲.zip", .bytes = zip, .deflate = true}, {.name = "案卷/乙.zip", .bytes = zip, .deflate = true}};
    for (int limit = 5; limit <= 6; limit++) {
        g_autofree char *value = g_strdup_printf("%d", limit);
        unpack_limit(run, "members", value);
        g_ptr_array_set_size(run->packages, 0);
        unpack_add_zip(run, "某局.zip", recipes, G_N_ELEMENTS(recipes));
        assert_int_equal(unpack_run(run, "--files", again.files, NULL), 0);
        read_both_ways(&again);
        unpack_expect(run, 0, "案卷/乙.zip", limit < 6 ? MEMBER_LIMIT : MEMBER_ARCHIVE, limit < 6 ? "members" : NULL);
    }
    again_end(&again);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(unchanged_files_of_folders_are_not_read_again),
        cmocka_unit_test(unchanged_leaves_of_a_zip_are_not_unpacked_again),
        cmocka_unit_test(large_members_are_known),
        cmocka_unit_test(a_forged_member_is_seen),
        cmocka_unit_test(other_claims_about_known_bytes),
        cmocka_unit_test(what_the_store_lost_is_read_again),
        cmocka_unit_test(codes_without_their_key_are_nothing),
        cmocka_unit_test(what_is_known_of_another_package_stays),
        cmocka_unit_test(unchanged_deflated_archives_are_not_unpacked_again),
        cmocka_unit_test(leaves_of_recalled_archives_stay_known),
        cmocka_unit_test(archives_with_damage_or_lost_members_are_read_again),
        cmocka_unit_test(a_recalled_archive_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
