#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "archive.h"
#include "bytes.h"
#include "fault.h"
#include "zipmaker.h"

static Archive *open_zip(GBytes *zip)
{
    gsize size;
    const void *data = g_bytes_get_data(zip, &size);
    Window window = window_of_memory(data, size);
    Archive *archive = archive_open(&window, 100, NULL);
    assert_non_null(archive);
    return archive;
}

static gboolean gather(const uint8_t *bytes, size_t size, gpointer data, GError **error G_GNUC_UNUSED)
{
    g_byte_array_append(data, bytes, (guint)size);
    return TRUE;
}

/* Member INDEX holds EXPECTED, read either way. */
static void expect_content(const Archive *archive, guint index, GBytes *expected)
{
    g_autoptr(Unpacker) unpacker = unpacker_new();
    g_autoptr(GByteArray) streamed = g_byte_array_new();
    gsize size;
    const void *data = g_bytes_get_data(expected, &size);
    assert_true(unpacker_stream(unpacker, archive, index, gather, streamed, NULL));
    assert_int_equal(streamed->len, size);
    assert_memory_equal(streamed->data, data, size);
    if (archive_is_quick(archive_entry(archive, index)))
        assert_memory_equal(unpacker_read(unpacker, archive, index, NULL), data, size);
}

static void members_come_out_as_they_went_in(void **state G_GNUC_UNUSED)
{
    g_autoptr(GBytes) noise = bytes_noise(1, 3000000), blanks = bytes_repeat(' ', 18u << 20),
                      empty = bytes_repeat(' ', 0);
    const ZipRecipe recipes[] = {
        {.name = "noise stored", .bytes = noise},
        {.name = "noise deflated", .bytes = noise, .deflate = true},
        {.name = "blanks", .bytes = blanks, .deflate = true, .descriptor = true},
        {.name = "blanks stored", .bytes = blanks},
        {.name = "empty", .bytes = empty},
        {.name = "empty deflated", .bytes = empty, .deflate = true, .zip64 = true},
    };
    GBytes *const contents[] = {noise, noise, blanks, blanks, empty, empty};
    g_autoptr(GBytes) zip = zip_make(recipes, G_N_ELEMENTS(recipes), NULL);
    g_autoptr(Archive) archive = open_zip(zip);
    assert_false(archive_is_quick(archive_entry(archive, 2)));
    for (guint i = 0; i < G_N_ELEMENTS(recipes); i++)
        expect_content(archive, i, contents[i]);
}

static void add_packed(const uint8_t *bytes, size_t size, gpointer data)
{
    g_byte_array_append(data, bytes, (guint)size);
}

/* Whatever reads the member, who watches sees its packed bytes, and once. */
static void packed_bytes_are_shown(void **state G_GNUC_UNUSED)
{
    g_autoptr(GBytes) noise = bytes_noise(1, 3000000);
    const ZipRecipe recipes[] = {{.name = "stored", .bytes = noise},
                                 {.name = "deflated", .bytes = noise, .deflate = true},
                                 {.name = "encrypted", .bytes = noise, .flags = 1}};
    g_autoptr(GBytes) zip = zip_make(recipes, G_N_ELEMENTS(recipes), NULL);
    g_autoptr(Archive) archive = open_zip(zip);
    g_autoptr(Unpacker) unpacker = unpacker_new();
    g_autoptr(GByteArray) packed = g_byte_array_new(), content = g_byte_array_new();
    unpacker_watch(unpacker, add_packed, packed);
    for (guint i = 0; i < 2; i++) {
        const ZipEntry *entry = archive_entry(archive, i);
        const uint8_t *place = (const uint8_t *)g_bytes_get_data(zip, NULL) + entry->data_offset;
        for (int way = 0; way < 3; way++) {
            g_byte_array_set_size(packed, 0);
            if (way == 0)
                assert_true(unpacker_skim(unpacker, archive, i, NULL));
            else if (way == 1)
                assert_non_null(unpacker_read(unpacker, archive, i, NULL));
            else
                assert_true(unpacker_stream(unpacker, archive, i, gather, content, NULL));
            assert_int_equal(packed->len, entry->packed_size);
            assert_memory_equal(packed->data, place, entry->packed_size);
        }
    }
    unpacker_watch(unpacker, NULL, NULL);
    assert_true(unpacker_skim(unpacker, archive, 0, NULL));
    g_autoptr(GError) refused = NULL;
    assert_false(unpacker_skim(unpacker, archive, 2, &refused));
    assert_true(g_error_matches(refused, FAULT_INPUT, FAULT_ENCRYPTED));
    assert_int_equal(packed->len, archive_entry(archive, 1)->packed_size); /* nothing came after the last */
}

static void expect_fault(const ZipRecipe *recipe, FaultCode code)
{
    const ZipRecipe recipes[] = {*recipe, {.name = "good", .text = "good"}};
    g_autoptr(GBytes) zip = zip_make(recipes, 2, NULL), good = g_bytes_new_static("good", 4);
    g_autoptr(Archive) archive = open_zip(zip);
    g_autoptr(Unpacker) unpacker = unpacker_new();
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    g_autoptr(GError) quick = NULL, slow = NULL;
    assert_null(unpacker_read(unpacker, archive, 0, &quick));
    assert_true(g_error_matches(quick, FAULT_INPUT, (int)code));
    assert_false(unpacker_stream(unpacker, archive, 0, gather, bytes, &slow));
    assert_true(g_error_matches(slow, FAULT_INPUT, (int)code));
    assert_true(bytes->len <= archive_entry(archive, 0)->size); /* never more than claimed */
    expect_content(archive, 1, good);
}

static void damage_costs_only_the_member(void **state G_GNUC_UNUSED)
{
    g_autoptr(GBytes) zeroes = bytes_repeat('0', 100000);
    expect_fault(&(ZipRecipe){.name = "crc", .text = "text", .crc_xor = 1}, FAULT_DAMAGED);
    expect_fault(&(ZipRecipe){.name = "crc", .bytes = zeroes, .deflate = true, .crc_xor = 1}, FAULT_DAMAGED);
    expect_fault(&(ZipRecipe){.name = "more than claimed", .bytes = zeroes, .deflate = true, .size_add = -1},
                 FAULT_DAMAGED);
    expect_fault(&(ZipRecipe){.name = "less than claimed", .bytes = zeroes, .deflate = true, .size_add = 1},
                 FAULT_DAMAGED);
    expect_fault(&(ZipRecipe){.name = "sizes differ", .text = "text", .size_add = 1}, FAULT_DAMAGED);
    expect_fault(&(ZipRecipe){.name = "no deflate data", .text = "\xFF\xFFtext", .method = 8}, FAULT_DAMAGED);
    expect_fault(
        &(ZipRecipe){.name = "cut", .bytes = zeroes, .deflate = true, .packed_add = -20, .descriptor = true},
        FAULT_DAMAGED);
    expect_fault(&(ZipRecipe){.name = "encrypted", .text = "text", .flags = 1}, FAULT_ENCRYPTED);
    expect_fault(&(ZipRecipe){.name = "deflate64", .text = "text", .method = 9}, FAULT_UNSUPPORTED);
}

static void limits_are_judged_from_claims(void **state G_GNUC_UNUSED)
{
    const ArchiveLimits limits = {.member_bytes = 1000, .ratio = 10, .ratio_above_bytes = 500};
    ZipEntry entry = {.method = ZIP_METHOD_DEFLATED, .size = 1000, .packed_size = 100};
    assert_int_equal(archive_judge(&entry, &limits), ARCHIVE_FINE);
    entry.packed_size = 99;
    assert_int_equal(archive_judge(&entry, &limits), ARCHIVE_RATIO);
    entry.size = 500; /* not above */
    entry.packed_size = 1;
    assert_int_equal(archive_judge(&entry, &limits), ARCHIVE_FINE);
    entry.size = 1001;
    entry.packed_size = 1001;
    assert_int_equal(archive_judge(&entry, &limits), ARCHIVE_MEMBER_BYTES);
    entry.size = UINT64_MAX;
    assert_int_equal(archive_judge(&entry, &(ArchiveLimits){.ratio = 200}), ARCHIVE_RATIO);
}

static void members_are_found_by_name(void **state G_GNUC_UNUSED)
{
    const ZipRecipe recipes[] = {{.name = "Word/Document.xml", .text = "1"},
                                 {.name = "word/document.xml", .text = "2"},
                                 {.name = "word/document.xml2", .text = "3"}};
    g_autoptr(GBytes) zip = zip_make(recipes, 3, NULL);
    g_autoptr(Archive) archive = open_zip(zip);
    assert_int_equal(archive_find(archive, "word/document.xml"), 1);
    assert_int_equal(archive_find(archive, "WORD/document.xml"), 0);
    assert_int_equal(archive_find(archive, "word/document"), -1);
}

static void whole_members_are_bounded(void **state G_GNUC_UNUSED)
{
    const ZipRecipe recipe = {.name = "a", .text = "12345", .deflate = true};
    g_autoptr(GBytes) zip = zip_make(&recipe, 1, NULL);
    g_autoptr(Archive) archive = open_zip(zip);
    g_autoptr(GError) error = NULL;
    size_t size;
    g_autofree uint8_t *bytes = archive_read(archive, 0, 5, &size, NULL);
    assert_int_equal(size, 5);
    assert_string_equal((char *)bytes, "12345");
    assert_null(archive_read(archive, 0, 4, &size, &error));
    assert_true(g_error_matches(error, FAULT_INPUT, FAULT_LIMIT));
}

static void a_peek_gives_the_beginning(void **state G_GNUC_UNUSED)
{
    g_autoptr(GBytes) noise = bytes_noise(7, 100000);
    const ZipRecipe recipes[] = {{.name = "a", .bytes = noise, .deflate = true},
                                 {.name = "b", .bytes = noise},
                                 {.name = "c", .text = "short", .deflate = true},
                                 {.name = "d", .text = "secret", .flags = 1}};
    g_autoptr(GBytes) zip = zip_make(recipes, 4, NULL);
    g_autoptr(Archive) archive = open_zip(zip);
    g_autoptr(Unpacker) unpacker = unpacker_new();
    uint8_t head[64];
    for (guint i = 0; i < 2; i++) {
        assert_int_equal(unpacker_peek(unpacker, archive, i, head, sizeof head), sizeof head);
        assert_memory_equal(head, g_bytes_get_data(noise, NULL), sizeof head);
    }
    assert_int_equal(unpacker_peek(unpacker, archive, 2, head, sizeof head), 5);
    assert_int_equal(unpacker_peek(unpacker, archive, 3, head, sizeof head), 0);
}

/* ---- libzip and by offset ---- */

static void expect_way(GBytes *zip, ArchiveWay way)
{
    g_autoptr(Archive) archive = open_zip(zip);
    for (guint i = 0; i < archive_count(archive); i++)
        assert_int_equal(archive_way(archive, i), way);
}

static void libzip_reads_what_it_opens(void **state G_GNUC_UNUSED)
{
    const ZipRecipe recipes[] = {{.name = "好.txt", .text = "good", .deflate = true, .flags = 0x800},
                                 {.name = "\xBA\xC3.txt", .text = "good too", .deflate = true},
                                 {.name = "empty", .text = "", .deflate = true},
                                 {.name = "wide", .text = "wide", .deflate = true, .zip64 = true, .descriptor = true},
                                 {.name = "secret", .text = "secret", .flags = 1}};
    g_autoptr(GBytes) readable = zip_make(recipes, 4, NULL), all = zip_make(recipes, 5, NULL),
                      wide = zip_make(recipes, 4, &(ZipOptions){.zip64 = true});
    expect_way(readable, ARCHIVE_BY_LIBZIP);
    expect_way(wide, ARCHIVE_BY_LIBZIP);
    g_autoptr(Archive) archive = open_zip(all);
    assert_int_equal(archive_way(archive, 3), ARCHIVE_BY_LIBZIP);
    assert_int_equal(archive_way(archive, 4), ARCHIVE_UNREADABLE);
}

static void stored_members_are_read_by_offset(void **state G_GNUC_UNUSED)
{
    const ZipRecipe recipes[] = {{.name = "stored", .text = "text"}, {.name = "deflated", .text = "text", .deflate = true}};
    g_autoptr(GBytes) zip = zip_make(recipes, 2, NULL);
    g_autoptr(Archive) archive = open_zip(zip);
    assert_int_equal(archive_way(archive, 0), ARCHIVE_BY_OFFSET);
    assert_int_equal(archive_way(archive, 1), ARCHIVE_BY_LIBZIP);
}

static void what_libzip_refuses_is_read_by_offset(void **state G_GNUC_UNUSED)
{
    const ZipRecipe recipes[] = {{.name = "a", .text = "text", .deflate = true},
                                 {.name = "\xBA\xC3", .text = "text", .deflate = true, .flags = 0x800}};
    g_autoptr(GBytes) flagged = zip_make(recipes, 2, NULL), text = g_bytes_new_static("text", 4),
                      shifted = zip_make(recipes, 1, &(ZipOptions){.before = "#!/bin/sh\n"}),
                      miscounted = zip_make(recipes, 1, &(ZipOptions){.count_add = 1});
    GBytes *const zips[] = {flagged, shifted, miscounted};
    for (size_t i = 0; i < G_N_ELEMENTS(zips); i++) {
        expect_way(zips[i], ARCHIVE_BY_OFFSET);
        g_autoptr(Archive) archive = open_zip(zips[i]);
        for (guint j = 0; j < archive_count(archive); j++)
            expect_content(archive, j, text);
    }
}

/* An archive of two members, behind which stands a second directory with the records the other way round: the
 * last end record is ours, libzip believes the first. */
static GBytes *make_ambiguous(const char *first, const char *second)
{
    enum { END = 22 };
    const ZipRecipe recipes[] = {{.name = "a", .text = first, .deflate = true}, {.name = "b", .text = second, .deflate = true}};
    g_autoptr(GBytes) zip = zip_make(recipes, 2, NULL);
    gsize size;
    const uint8_t *data = g_bytes_get_data(zip, &size), *end = data + size - END;
    uint32_t length = bytes_le32(end + 12), start = bytes_le32(end + 16), at = GUINT32_TO_LE((uint32_t)size);
    GByteArray *twice = g_byte_array_new();
    g_byte_array_append(twice, data, (guint)size);
    g_byte_array_append(twice, data + start + length / 2, length / 2);
    g_byte_array_append(twice, data + start, length / 2);
    g_byte_array_append(twice, end, END);
    memcpy(twice->data + twice->len - END + 16, &at, sizeof at);
    return g_byte_array_free_to_bytes(twice);
}

static void what_libzip_sees_differently_is_read_by_offset(void **state G_GNUC_UNUSED)
{
    g_autoptr(GBytes) one = g_bytes_new_static("one", 3), two = g_bytes_new_static("two", 3);
    g_autoptr(GBytes) other = make_ambiguous("one", "two"), same = make_ambiguous("one", "one");
    expect_way(other, ARCHIVE_BY_OFFSET);
    expect_way(same, ARCHIVE_BY_OFFSET); /* only the place tells */
    g_autoptr(Archive) archive = open_zip(other);
    expect_content(archive, 0, two);
    expect_content(archive, 1, one);
}

/* A member, behind one that holds COUNT end records, each claiming as many entries as it can. */
static GBytes *make_costly(guint count)
{
    static const uint8_t end[22] = {'P', 'K', 5, 6, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF};
    g_autoptr(GByteArray) ends = g_byte_array_new();
    for (guint i = 0; i < count; i++)
        g_byte_array_append(ends, end, sizeof end);
    g_autoptr(GBytes) bytes = g_bytes_new(ends->data, ends->len);
    const ZipRecipe recipes[] = {{.name = "ends", .bytes = bytes}, {.name = "text", .text = "text", .deflate = true}};
    return zip_make(recipes, 2, NULL);
}

static void what_costs_libzip_too_much_is_read_by_offset(void **state G_GNUC_UNUSED)
{
    g_autoptr(GBytes) fine = make_costly(1), costly = make_costly(2000);
    g_autoptr(Archive) cheap = open_zip(fine), dear = open_zip(costly);
    assert_int_equal(archive_way(cheap, 1), ARCHIVE_BY_LIBZIP);
    assert_int_equal(archive_way(dear, 1), ARCHIVE_BY_OFFSET);
}

enum { THREADS = 3, SHARED_MEMBERS = 10, SHARED_BYTES = 30000, ROUNDS = 1000 };

typedef struct {
    const Archive *archive;
    GBytes *contents[SHARED_MEMBERS];
} Shared;

static gpointer read_all(gpointer data)
{
    const Shared *shared = data;
    g_autoptr(Unpacker) unpacker = unpacker_new();
    int wrong = 0;
    for (guint i = 0; i < ROUNDS * SHARED_MEMBERS; i++) {
        guint index = i % SHARED_MEMBERS;
        const uint8_t *bytes = unpacker_read(unpacker, shared->archive, index, NULL);
        gconstpointer expected = g_bytes_get_data(shared->contents[index], NULL);
        wrong += !bytes || memcmp(bytes, expected, SHARED_BYTES) != 0 ||
                 archive_way(shared->archive, index) != ARCHIVE_BY_LIBZIP;
    }
    return GINT_TO_POINTER(wrong);
}

static void threads_share_an_archive(void **state G_GNUC_UNUSED)
{
    ZipRecipe recipes[SHARED_MEMBERS];
    Shared shared;
    GThread *threads[THREADS];
    for (guint i = 0; i < SHARED_MEMBERS; i++) {
        shared.contents[i] = bytes_noise(i, SHARED_BYTES);
        recipes[i] = (ZipRecipe){.name = "noise", .bytes = shared.contents[i], .deflate = true};
    }
    g_autoptr(GBytes) zip = zip_make(recipes, SHARED_MEMBERS, NULL);
    g_autoptr(Archive) archive = open_zip(zip);
    shared.archive = archive;
    for (int i = 0; i < THREADS; i++)
        threads[i] = g_thread_new("reader", read_all, &shared);
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(GPOINTER_TO_INT(g_thread_join(threads[i])), 0);
    for (guint i = 0; i < SHARED_MEMBERS; i++)
        g_bytes_unref(shared.contents[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_come_out_as_they_went_in), cmocka_unit_test(damage_costs_only_the_member),
        cmocka_unit_test(packed_bytes_are_shown),
        cmocka_unit_test(limits_are_judged_from_claims),    cmocka_unit_test(members_are_found_by_name),
        cmocka_unit_test(whole_members_are_bounded),        cmocka_unit_test(a_peek_gives_the_beginning),
        cmocka_unit_test(libzip_reads_what_it_opens),
        cmocka_unit_test(stored_members_are_read_by_offset),
        cmocka_unit_test(what_libzip_refuses_is_read_by_offset),
        cmocka_unit_test(what_libzip_sees_differently_is_read_by_offset),
        cmocka_unit_test(what_costs_libzip_too_much_is_read_by_offset),
        cmocka_unit_test(threads_share_an_archive),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
