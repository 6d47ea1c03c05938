/* The reader of ZIP directories, and what the archive wall makes of its entries. */
#include "archive.h"
#include "filetype.h"
#include "fuzz.h"

const char fuzz_name[] = "zipdir";

enum { OUT_MAX = 1 << 20 };

GBytes *fuzz_input(const char *recipe, gsize size G_GNUC_UNUSED)
{
    return fuzz_from_hex(recipe);
}

static gboolean count_bytes(const uint8_t *bytes G_GNUC_UNUSED, size_t size, gpointer data, GError **error)
{
    uint64_t *out = data;
    *out += size;
    if (*out <= OUT_MAX)
        return TRUE;
    g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "enough");
    return FALSE;
}

static void read_member(Unpacker *unpacker, const Archive *archive, guint index)
{
    const ZipEntry *entry = archive_entry(archive, index);
    const ArchiveLimits limits = {OUT_MAX, 100, 1024};
    uint8_t head[64];
    g_assert(unpacker_peek(unpacker, archive, index, head, sizeof head) <= sizeof head);
    if (archive_judge(entry, &limits) != ARCHIVE_FINE)
        return;
    uint64_t out = 0;
    gboolean whole = unpacker_stream(unpacker, archive, index, count_bytes, &out, NULL);
    g_assert(!whole || out == entry->size);
    if (archive_is_quick(entry))
        g_assert((unpacker_read(unpacker, archive, index, NULL) != NULL) == whole);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Window window = window_of_memory(data, size);
    g_assert(filetype_of(&window) < FILETYPE_COUNT);
    g_autoptr(Archive) archive = archive_open(&window, 1000, NULL);
    if (!archive)
        return 0;
    g_autoptr(Unpacker) unpacker = unpacker_new();
    for (guint i = 0; i < archive_count(archive); i++)
        read_member(unpacker, archive, i);
    archive_find(archive, "a.txt");
    return 0;
}
