#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>
#include <sys/stat.h>

#include "fault.h"
#include "zipdir.h"
#include "zipmaker.h"

static ZipDirectory *read_zip(GBytes *zip, uint64_t max, GError **error)
{
    gsize size;
    const void *data = g_bytes_get_data(zip, &size);
    Window window = window_of_memory(data, size);
    return zipdir_read(&window, max, error);
}

/* Two members, made with OPTIONS, are found, and the second one's data are where they should be. */
static void expect_readable(const ZipOptions *options)
{
    const ZipRecipe recipes[] = {{.name = "一.txt", .text = "first"},
                                 {.name = "二.txt", .text = "second", .descriptor = true}};
    g_autoptr(GBytes) zip = zip_make(recipes, 2, options);
    g_autoptr(GError) error = NULL;
    g_autoptr(ZipDirectory) directory = read_zip(zip, 10, &error);
    assert_null(error);
    assert_int_equal(directory->count, 2);
    const ZipEntry *second = &directory->entries[1];
    assert_int_equal(second->state, ZIPENTRY_FINE);
    assert_int_equal(second->size, 6);
    assert_memory_equal((const char *)g_bytes_get_data(zip, NULL) + second->data_offset, "second", 6);
}

static void expect_fault(GBytes *zip, FaultCode code)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(ZipDirectory) directory = read_zip(zip, 10, &error);
    assert_null(directory);
    assert_true(g_error_matches(error, FAULT_INPUT, (int)code));
}

static void reads_what_surrounds_and_widens_an_archive(void **state G_GNUC_UNUSED)
{
    expect_readable(NULL);
    expect_readable(&(ZipOptions){.after = "trailing garbage"});
    expect_readable(&(ZipOptions){.before = "MZ self-extractor stub"});
    expect_readable(&(ZipOptions){.before = "stub", .after = "and a tail"});
    expect_readable(&(ZipOptions){.zip64 = true});
    expect_readable(&(ZipOptions){.zip64 = true, .before = "stub"});
    expect_readable(&(ZipOptions){.count_add = 3});
}

static void needs_an_intact_directory(void **state G_GNUC_UNUSED)
{
    const ZipRecipe recipes[] = {{.name = "a", .text = "one"}, {.name = "b", .text = "two"}};
    for (size_t cut = 1; cut < 22 + 2 * 47 + 1; cut++) {
        g_autoptr(GBytes) zip = zip_make(recipes, 2, &(ZipOptions){.cut = cut});
        expect_fault(zip, FAULT_DAMAGED);
    }
    g_autoptr(GBytes) nothing = g_bytes_new_static("", 0);
    expect_fault(nothing, FAULT_DAMAGED);
}

static void an_empty_archive_is_one(void **state G_GNUC_UNUSED)
{
    g_autoptr(GBytes) zip = zip_make(NULL, 0, NULL);
    g_autoptr(ZipDirectory) directory = read_zip(zip, 10, NULL);
    assert_non_null(directory);
    assert_int_equal(directory->count, 0);
}

static void a_stored_archive_in_one_cut_off_is_not_taken_for_it(void **state G_GNUC_UNUSED)
{
    const ZipRecipe inner_recipe = {.name = "inner.txt", .text = "inner"};
    g_autoptr(GBytes) inner = zip_make(&inner_recipe, 1, NULL);
    const ZipRecipe outer[] = {{.name = "first.txt", .text = "first"}, {.name = "inner.zip", .bytes = inner}};
    size_t directory = 22 + 46 + 9 + 46 + 9;
    g_autoptr(GBytes) cut = zip_make(outer, 2, &(ZipOptions){.cut = directory});
    expect_fault(cut, FAULT_DAMAGED);
}

/* Programs show the last of two archives in one file; nothing is read rather than the other one. */
static void two_archives_in_one_file_are_refused(void **state G_GNUC_UNUSED)
{
    const ZipRecipe one = {.name = "one.txt", .text = "1"}, two = {.name = "second.txt", .text = "22"};
    g_autoptr(GBytes) first = zip_make(&one, 1, NULL), second = zip_make(&two, 1, NULL),
                      nothing = zip_make(NULL, 0, NULL);
    gsize second_size, first_size, nothing_size;
    const void *second_data = g_bytes_get_data(second, &second_size),
               *nothing_data = g_bytes_get_data(nothing, &nothing_size);
    const void *first_data = g_bytes_get_data(first, &first_size);
    for (int in_comment = 0; in_comment < 2; in_comment++) {
        g_autoptr(GByteArray) both = g_byte_array_new(), harmless = g_byte_array_new();
        g_byte_array_append(both, first_data, (guint)first_size);
        g_byte_array_append(harmless, first_data, (guint)first_size);
        if (in_comment) {
            both->data[first_size - 2] = (guint8)second_size;
            harmless->data[first_size - 2] = (guint8)nothing_size;
        }
        g_byte_array_append(both, second_data, (guint)second_size);
        g_byte_array_append(harmless, nothing_data,
                            (guint)nothing_size); /* an end record that ends nothing */
        g_autoptr(GBytes) refused = g_bytes_new(both->data, both->len),
                          fine = g_bytes_new(harmless->data, harmless->len);
        expect_fault(refused, FAULT_TWO);
        g_autoptr(ZipDirectory) directory = read_zip(fine, 10, NULL);
        assert_non_null(directory);
        assert_int_equal(directory->count, 1);
    }
}

/* Where the second is too large for the first one's end to lie near the file's; an archive cut off in a
 * stored archive is no such. */
static void two_large_archives_are_told_from_a_cut_one(void **state G_GNUC_UNUSED)
{
    g_autofree char *noise = g_malloc0(100001);
    memset(noise, 'x', 100000);
    const ZipRecipe one = {.name = "one.txt", .text = "1"}, large = {.name = "large.txt", .text = noise};
    g_autoptr(GBytes) first = zip_make(&one, 1, NULL), second = zip_make(&large, 1, NULL);
    gsize first_size, second_size;
    const void *first_data = g_bytes_get_data(first, &first_size),
               *second_data = g_bytes_get_data(second, &second_size);
    GByteArray *both = g_byte_array_new(), *cut = g_byte_array_new();
    g_byte_array_append(both, first_data, (guint)first_size);
    g_byte_array_append(both, second_data, (guint)second_size);
    g_byte_array_append(cut, first_data, (guint)first_size - 22); /* without its end record */
    g_byte_array_append(cut, second_data, (guint)second_size);
    g_autoptr(GBytes) two = g_byte_array_free_to_bytes(both), broken = g_byte_array_free_to_bytes(cut);
    expect_fault(two, FAULT_TWO);
    expect_fault(broken, FAULT_DAMAGED);
}

static void parts_of_split_archives_are_refused(void **state G_GNUC_UNUSED)
{
    const ZipRecipe recipe = {.name = "a", .text = "one"};
    g_autoptr(GBytes) zip = zip_make(&recipe, 1, &(ZipOptions){.part = 2});
    expect_fault(zip, FAULT_UNSUPPORTED);
}

static void entries_are_counted(void **state G_GNUC_UNUSED)
{
    ZipRecipe recipes[11];
    for (size_t i = 0; i < 11; i++)
        recipes[i] = (ZipRecipe){.name = "same", .text = "x"};
    g_autoptr(GBytes) ten = zip_make(recipes, 10, NULL), eleven = zip_make(recipes, 11, NULL);
    g_autoptr(ZipDirectory) directory = read_zip(ten, 10, NULL);
    assert_non_null(directory);
    expect_fault(eleven, FAULT_LIMIT);
}

/* The state of the second of three members; the others are fine. */
static void expect_state(const ZipRecipe *recipe, ZipEntryState expected)
{
    const ZipRecipe recipes[] = {
        {.name = "before", .text = "before"}, *recipe, {.name = "after", .text = "after"}};
    g_autoptr(GBytes) zip = zip_make(recipes, 3, NULL);
    g_autoptr(ZipDirectory) directory = read_zip(zip, 10, NULL);
    assert_non_null(directory);
    assert_int_equal(directory->entries[1].state, expected);
    assert_int_equal(directory->entries[0].state, ZIPENTRY_FINE);
    assert_int_equal(directory->entries[2].state, ZIPENTRY_FINE);
}

static void entries_are_judged_one_by_one(void **state G_GNUC_UNUSED)
{
    expect_state(&(ZipRecipe){.name = "x", .text = "x"}, ZIPENTRY_FINE);
    expect_state(&(ZipRecipe){.name = "x", .text = "x", .flags = 0x800}, ZIPENTRY_FINE);
    expect_state(&(ZipRecipe){.name = "x", .text = "x", .zip64 = true}, ZIPENTRY_FINE);
    expect_state(&(ZipRecipe){.name = "x", .text = "x", .mode = S_IFREG | 0644}, ZIPENTRY_FINE);
    expect_state(&(ZipRecipe){.name = "x", .text = "x", .flags = 1}, ZIPENTRY_ENCRYPTED);
    expect_state(&(ZipRecipe){.name = "x", .text = "x", .method = 99}, ZIPENTRY_ENCRYPTED);
    expect_state(&(ZipRecipe){.name = "x", .text = "x", .method = 9}, ZIPENTRY_METHOD);
    expect_state(&(ZipRecipe){.name = "x", .text = "/etc", .mode = S_IFLNK | 0777}, ZIPENTRY_LINK);
    expect_state(&(ZipRecipe){.name = "x", .text = "", .mode = S_IFIFO | 0600}, ZIPENTRY_SPECIAL);
    expect_state(&(ZipRecipe){.name = "x", .text = "x", .packed_add = 1}, ZIPENTRY_DAMAGED);
    expect_state(&(ZipRecipe){.name = "x", .text = "x", .packed_add = 1 << 30}, ZIPENTRY_DAMAGED);
    expect_state(&(ZipRecipe){.name = "x", .text = "x", .offset_add = 1}, ZIPENTRY_DAMAGED);
    expect_state(&(ZipRecipe){.name = "x", .text = "x", .offset_add = 1 << 30}, ZIPENTRY_DAMAGED);
}

static void folders_are_known(void **state G_GNUC_UNUSED)
{
    const ZipRecipe recipes[] = {
        {.name = "a/"}, {.name = "b", .mode = S_IFDIR | 0755}, {.name = "c/", .text = "data"}, {.name = "d"}};
    const bool folder[] = {true, true, false, false};
    g_autoptr(GBytes) zip = zip_make(recipes, 4, NULL);
    g_autoptr(ZipDirectory) directory = read_zip(zip, 10, NULL);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(directory->entries[i].folder, folder[i]);
}

static void overlap_is_found_and_spares_the_others(void **state G_GNUC_UNUSED)
{
    const ZipRecipe recipes[] = {
        {.name = "good", .text = "good"},
        {.name = "one", .text = "overlapping"},
        {.name = "two", .text = "overlapping", .same_place = true},
        {.name = "last", .text = "last"},
    };
    g_autoptr(GBytes) zip = zip_make(recipes, 4, NULL);
    g_autoptr(ZipDirectory) directory = read_zip(zip, 10, NULL);
    const ZipEntryState expected[] = {ZIPENTRY_FINE, ZIPENTRY_OVERLAP, ZIPENTRY_OVERLAP, ZIPENTRY_FINE};
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(directory->entries[i].state, expected[i]);
}

/* A header inside another member's data, claimed by the directory: the quoted overlap of well-made bombs. */
static void a_member_inside_another_is_overlap(void **state G_GNUC_UNUSED)
{
    const ZipRecipe kernel = {.name = "kernel", .text = "kernel"};
    g_autoptr(GBytes) quoted = zip_make(&kernel, 1, NULL);
    const ZipRecipe recipes[] = {{.name = "outer.", .bytes = quoted},
                                 {.name = "kernel", .text = "kernel", .same_place = true, .offset_add = 36}};
    g_autoptr(GBytes) zip = zip_make(recipes, 2, NULL);
    g_autoptr(ZipDirectory) directory = read_zip(zip, 10, NULL);
    assert_int_equal(directory->entries[0].state, ZIPENTRY_OVERLAP);
    assert_int_equal(directory->entries[1].state, ZIPENTRY_OVERLAP);
}

static void many_entries_take_little_time(void **state G_GNUC_UNUSED)
{
    const size_t count = 200000;
    g_autofree ZipRecipe *recipes = g_new0(ZipRecipe, count);
    for (size_t i = 0; i < count; i++)
        recipes[i] = (ZipRecipe){.name = "x", .text = "x", .same_place = i > 0 && i % 2};
    g_autoptr(GBytes) zip = zip_make(recipes, count, &(ZipOptions){.zip64 = true});
    gint64 start_us = g_get_monotonic_time();
    g_autoptr(ZipDirectory) directory = read_zip(zip, count, NULL);
    assert_int_equal(directory->count, count);
    assert_true(g_get_monotonic_time() - start_us < 5 * G_USEC_PER_SEC); /* quadratic work would take hours */
}

/* Whatever single byte is changed, reading ends, within its bounds (sanitizers watch), and finds at most what
 * is there. */
static void any_changed_byte_is_survived(void **state G_GNUC_UNUSED)
{
    const ZipRecipe recipes[] = {{.name = "a", .text = "one", .zip64 = true},
                                 {.name = "b", .text = "two", .unicode = "乙", .deflate = true}};
    g_autoptr(GBytes) zip = zip_make(recipes, 2, &(ZipOptions){.zip64 = true});
    gsize size;
    g_autofree uint8_t *data = g_bytes_unref_to_data(g_bytes_ref(zip), &size);
    static const uint8_t values[] = {0x00, 0x01, 0x7F, 0x80, 0xFF};
    for (size_t i = 0; i < size * G_N_ELEMENTS(values); i++) {
        uint8_t *at = &data[i / G_N_ELEMENTS(values)], was = *at;
        *at = values[i % G_N_ELEMENTS(values)];
        Window window = window_of_memory(data, size);
        g_autoptr(ZipDirectory) directory = zipdir_read(&window, 10, NULL);
        for (guint k = 0; directory && k < directory->count; k++)
            if (directory->entries[k].state == ZIPENTRY_FINE)
                assert_true(directory->entries[k].data_offset + directory->entries[k].packed_size <= size);
        *at = was;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_surrounds_and_widens_an_archive),
        cmocka_unit_test(needs_an_intact_directory),
        cmocka_unit_test(an_empty_archive_is_one),
        cmocka_unit_test(a_stored_archive_in_one_cut_off_is_not_taken_for_it),
        cmocka_unit_test(two_archives_in_one_file_are_refused),
        cmocka_unit_test(two_large_archives_are_told_from_a_cut_one),
        cmocka_unit_test(parts_of_split_archives_are_refused),
        cmocka_unit_test(entries_are_counted),
        cmocka_unit_test(entries_are_judged_one_by_one),
        cmocka_unit_test(folders_are_known),
        cmocka_unit_test(overlap_is_found_and_spares_the_others),
        cmocka_unit_test(a_member_inside_another_is_overlap),
        cmocka_unit_test(many_entries_take_little_time),
        cmocka_unit_test(any_changed_byte_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
