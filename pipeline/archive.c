#include "archive.h"

#include <string.h>

#include <libdeflate.h>
#include <zlib.h>

#include "archive_libzip.h"
#include "fault.h"
#include "lang.h"

#define STREAM_BYTES (256u << 10) /* a piece, each way, of a member that is streamed */

struct Archive {
    Window window;
    ZipDirectory *directory;
    Libzip *libzip;
};

struct Unpacker {
    struct libdeflate_decompressor *quick;
    z_stream slow;
    bool slow_ready;
    uint8_t *in, *out;
    size_t in_size, out_size;
    ArchiveWatch watch; /* NULL: nobody */
    gpointer watch_data;
};

Archive *archive_open(const Window *window, uint64_t max_entries, GError **error)
{
    ZipDirectory *directory = zipdir_read(window, max_entries, error);
    if (!directory)
        return NULL;
    Archive *self = g_new(Archive, 1);
    *self = (Archive){.window = *window, .directory = directory, .libzip = libzip_new(window, directory)};
    return self;
}

void archive_free(Archive *self)
{
    if (!self)
        return;
    libzip_free(self->libzip);
    zipdir_free(self->directory);
    g_free(self);
}

const Window *archive_window(const Archive *self)
{
    return &self->window;
}

guint archive_count(const Archive *self)
{
    return self->directory->count;
}

const ZipEntry *archive_entry(const Archive *self, guint index)
{
    g_assert(index < self->directory->count);
    return &self->directory->entries[index];
}

gssize archive_find(const Archive *self, const char *name)
{
    size_t size = strlen(name);
    gssize similar = -1;
    for (guint i = 0; i < self->directory->count; i++) {
        const ZipEntry *entry = &self->directory->entries[i];
        if (entry->name_size != size)
            continue;
        if (memcmp(entry->name, name, size) == 0)
            return i;
        if (similar < 0 && g_ascii_strncasecmp((const char *)entry->name, name, size) == 0)
            similar = i;
    }
    return similar;
}

/* ---- judging
 * ------------------------------------------------------------------------------------------------- */

ArchiveVerdict archive_judge(const ZipEntry *entry, const ArchiveLimits *limits)
{
    static const ArchiveVerdict verdicts[] = {
        [ZIPENTRY_FINE] = ARCHIVE_FINE,           [ZIPENTRY_DAMAGED] = ARCHIVE_DAMAGED,
        [ZIPENTRY_ENCRYPTED] = ARCHIVE_ENCRYPTED, [ZIPENTRY_METHOD] = ARCHIVE_METHOD,
        [ZIPENTRY_OVERLAP] = ARCHIVE_OVERLAP,     [ZIPENTRY_LINK] = ARCHIVE_LINK,
        [ZIPENTRY_SPECIAL] = ARCHIVE_SPECIAL,
    };
    if (entry->state != ZIPENTRY_FINE)
        return verdicts[entry->state];
    if (entry->method == ZIP_METHOD_STORED && entry->packed_size != entry->size)
        return ARCHIVE_DAMAGED;
    if (limits->member_bytes > 0 && entry->size > limits->member_bytes)
        return ARCHIVE_MEMBER_BYTES;
    bool large = limits->ratio > 0 && entry->size > limits->ratio_above_bytes;
    return large && (entry->size - 1) / limits->ratio >= entry->packed_size ? ARCHIVE_RATIO : ARCHIVE_FINE;
}

static gboolean fail_damaged(GError **error)
{
    return fault_input(
        error, FAULT_DAMAGED, "%s",
        tr("压缩包内的文件已损坏，请重新打包", "a member of the archive is damaged; pack it again"));
}

static gboolean require_readable(const ZipEntry *entry, GError **error)
{
    switch (archive_judge(entry, &(ArchiveLimits){0})) {
    case ARCHIVE_FINE:
        return TRUE;
    case ARCHIVE_ENCRYPTED:
        return fault_input(error, FAULT_ENCRYPTED, "%s",
                           tr("压缩包内的文件已加密", "a member of the archive is encrypted"));
    case ARCHIVE_METHOD:
        return fault_input(
            error, FAULT_UNSUPPORTED, "%s",
            tr("压缩包使用了不支持的压缩方法，请用普通ZIP重新打包",
               "the archive uses a compression method that is not read; pack it as plain ZIP"));
    case ARCHIVE_LINK:
    case ARCHIVE_SPECIAL:
    case ARCHIVE_OVERLAP:
        return fault_input(error, FAULT_UNSAFE, "%s",
                           tr("压缩包内的文件不安全", "a member of the archive is unsafe"));
    default:
        return fail_damaged(error);
    }
}

/* ---- packed bytes
 * ---------------------------------------------------------------------------------------------------- */

/* The packed bytes of a member, from the first to the last. */
typedef struct {
    const Archive *archive;
    const ZipEntry *entry;
    LibzipMember *member; /* NULL: read by offset */
    uint64_t at;          /* bytes read so far */
} Packed;

/* Stored members are read by offset: libzip would check their CRC as well, one thread at a time. */
static Packed packed_open(const Archive *archive, guint index)
{
    const ZipEntry *entry = archive_entry(archive, index);
    bool stored = entry->method == ZIP_METHOD_STORED;
    return (Packed){.archive = archive,
                    .entry = entry,
                    .member = stored ? NULL : libzip_open_member(archive->libzip, index)};
}

static void packed_close(Packed *self)
{
    g_clear_pointer(&self->member, libzip_close_member);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Packed, packed_close)

/* Reads the next SIZE bytes, which the member has, and shows them to who watches READER (NULL: none); a fault as
 * of window_read. */
static gboolean packed_read(Packed *self, const Unpacker *reader, void *buffer, size_t size, GError **error)
{
    uint64_t at = self->at;
    self->at += size;
    if (!self->member || !libzip_read(self->member, buffer, size)) {
        packed_close(self);
        if (!window_read(&self->archive->window, self->entry->data_offset + at, buffer, size, error))
            return FALSE;
    }
    if (reader && reader->watch)
        reader->watch(buffer, size, reader->watch_data);
    return TRUE;
}

static size_t packed_left(const Packed *self, size_t at_most)
{
    return (size_t)MIN(at_most, self->entry->packed_size - self->at);
}

ArchiveWay archive_way(const Archive *archive, guint index)
{
    uint8_t first;
    if (!require_readable(archive_entry(archive, index), NULL))
        return ARCHIVE_UNREADABLE;
    g_auto(Packed) packed = packed_open(archive, index);
    packed_read(&packed, NULL, &first, packed_left(&packed, 1), NULL);
    return packed.member ? ARCHIVE_BY_LIBZIP : ARCHIVE_BY_OFFSET;
}

/* ---- reading
 * ------------------------------------------------------------------------------------------------- */

Unpacker *unpacker_new(void)
{
    Unpacker *self = g_new0(Unpacker, 1);
    self->quick = libdeflate_alloc_decompressor();
    g_assert(self->quick);
    return self;
}

void unpacker_free(Unpacker *self)
{
    if (!self)
        return;
    libdeflate_free_decompressor(self->quick);
    if (self->slow_ready)
        inflateEnd(&self->slow);
    g_free(self->in);
    g_free(self->out);
    g_free(self);
}

/* Makes both buffers at least as large as asked; one byte more for the NUL behind. */
static void reserve(Unpacker *self, size_t in_size, size_t out_size)
{
    if (in_size > self->in_size) {
        g_free(self->in);
        self->in = g_malloc(in_size);
        self->in_size = in_size;
    }
    if (out_size + 1 > self->out_size) {
        g_free(self->out);
        self->out = g_malloc(out_size + 1);
        self->out_size = out_size + 1;
    }
}

bool archive_is_quick(const ZipEntry *entry)
{
    bool stored = entry->method == ZIP_METHOD_STORED; /* needs no packed bytes in memory */
    return entry->size <= ARCHIVE_QUICK_BYTES && (stored || entry->packed_size <= ARCHIVE_QUICK_PACKED_BYTES);
}

uint32_t archive_crc32(const void *bytes, size_t size)
{
    return libdeflate_crc32(0, bytes, size);
}

static gboolean inflate_quick(Unpacker *self, Packed *packed, GError **error)
{
    const ZipEntry *entry = packed->entry;
    size_t used, got;
    if (!packed_read(packed, self, self->in, entry->packed_size, error))
        return FALSE;
    enum libdeflate_result result = libdeflate_deflate_decompress_ex(
        self->quick, self->in, entry->packed_size, self->out, entry->size, &used, &got);
    return (result == LIBDEFLATE_SUCCESS && got == entry->size) || fail_damaged(error);
}

const uint8_t *unpacker_read(Unpacker *self, const Archive *archive, guint index, GError **error)
{
    const ZipEntry *entry = archive_entry(archive, index);
    g_assert(archive_is_quick(entry));
    if (!require_readable(entry, error))
        return NULL;
    bool stored = entry->method == ZIP_METHOD_STORED;
    reserve(self, stored ? 0 : entry->packed_size, entry->size);
    g_auto(Packed) packed = packed_open(archive, index);
    if (!(stored ? packed_read(&packed, self, self->out, entry->size, error)
                 : inflate_quick(self, &packed, error)))
        return NULL;
    self->out[entry->size] = '\0';
    if (archive_crc32(self->out, entry->size) != entry->crc && !fail_damaged(error))
        return NULL;
    return self->out;
}

/* Where a streamed member stands. */
typedef struct {
    Unpacker *unpacker;
    Packed *packed;
    uint64_t out; /* bytes given so far */
    uint32_t crc;
    ArchiveSink sink;
    gpointer data;
} Stream;

static gboolean give(Stream *self, const uint8_t *bytes, size_t size, GError **error)
{
    if (size > self->packed->entry->size - self->out)
        return fail_damaged(error);
    self->out += size;
    self->crc = libdeflate_crc32(self->crc, bytes, size);
    return size == 0 || self->sink(bytes, size, self->data, error);
}

/* Reads the next piece of packed data into the input buffer; 0 at its end, -1 and a fault. */
static gssize take(Stream *self, uint8_t *buffer, GError **error)
{
    size_t size = packed_left(self->packed, STREAM_BYTES);
    return packed_read(self->packed, self->unpacker, buffer, size, error) ? (gssize)size : -1;
}

static gboolean stream_stored(Stream *self, GError **error)
{
    uint8_t *buffer = self->unpacker->out;
    gssize got;
    do {
        got = take(self, buffer, error);
        if (got < 0 || !give(self, buffer, (size_t)got, error))
            return FALSE;
    } while (got > 0);
    return TRUE;
}

static z_stream *ready_inflater(Unpacker *self)
{
    int code = self->slow_ready ? inflateReset(&self->slow) : inflateInit2(&self->slow, -MAX_WBITS);
    g_assert(code == Z_OK);
    self->slow_ready = true;
    self->slow.avail_in = 0;
    return &self->slow;
}

static gboolean stream_deflated(Stream *self, GError **error)
{
    z_stream *slow = ready_inflater(self->unpacker);
    int code = Z_OK;
    while (code != Z_STREAM_END) {
        if (slow->avail_in == 0) {
            gssize got = take(self, self->unpacker->in, error);
            if (got < 0)
                return FALSE;
            slow->next_in = self->unpacker->in;
            slow->avail_in = (uInt)got;
        }
        slow->next_out = self->unpacker->out;
        slow->avail_out = STREAM_BYTES;
        code = inflate(slow, Z_NO_FLUSH);
        if (code != Z_OK && code != Z_STREAM_END)
            return fail_damaged(error); /* Z_BUF_ERROR too: the data end before the stream does */
        if (!give(self, self->unpacker->out, STREAM_BYTES - slow->avail_out, error))
            return FALSE;
    }
    return TRUE;
}

size_t unpacker_peek(Unpacker *self, const Archive *archive, guint index, uint8_t *buffer, size_t size)
{
    const ZipEntry *entry = archive_entry(archive, index);
    if (!require_readable(entry, NULL))
        return 0;
    Packed packed = {.archive = archive, .entry = entry}; /* what is never read needs no libzip */
    bool stored = entry->method == ZIP_METHOD_STORED;
    size_t take = packed_left(&packed, stored ? size : MIN(4 * size, STREAM_BYTES));
    reserve(self, STREAM_BYTES, 0);
    if (!packed_read(&packed, self, stored ? buffer : self->in, take, NULL))
        return 0;
    if (stored)
        return take;
    z_stream *slow = ready_inflater(self);
    slow->next_in = self->in;
    slow->avail_in = (uInt)take;
    slow->next_out = buffer;
    slow->avail_out = (uInt)size;
    inflate(slow, Z_SYNC_FLUSH); /* whatever came out is the answer; damage shows when the member is read */
    return size - slow->avail_out;
}

uint8_t *unpacker_buffer(Unpacker *self, size_t size)
{
    g_assert(size <= ARCHIVE_QUICK_BYTES);
    reserve(self, 0, size);
    return self->out;
}

gboolean unpacker_stream(Unpacker *self, const Archive *archive, guint index, ArchiveSink sink, gpointer data,
                         GError **error)
{
    const ZipEntry *entry = archive_entry(archive, index);
    if (!require_readable(entry, error))
        return FALSE;
    reserve(self, STREAM_BYTES, STREAM_BYTES);
    g_auto(Packed) packed = packed_open(archive, index);
    Stream stream = {.unpacker = self, .packed = &packed, .sink = sink, .data = data};
    if (!(entry->method == ZIP_METHOD_STORED ? stream_stored(&stream, error)
                                             : stream_deflated(&stream, error)))
        return FALSE;
    return (stream.out == entry->size && stream.crc == entry->crc) || fail_damaged(error);
}

void unpacker_watch(Unpacker *self, ArchiveWatch watch, gpointer data)
{
    self->watch = watch;
    self->watch_data = data;
}

gboolean unpacker_skim(Unpacker *self, const Archive *archive, guint index, GError **error)
{
    const ZipEntry *entry = archive_entry(archive, index);
    if (!require_readable(entry, error))
        return FALSE;
    reserve(self, STREAM_BYTES, 0);
    Packed packed = {.archive = archive, .entry = entry};
    for (size_t size; (size = packed_left(&packed, STREAM_BYTES)) > 0;)
        if (!packed_read(&packed, self, self->in, size, error))
            return FALSE;
    return TRUE;
}

/* ---- for readers of documents
 * -------------------------------------------------------------------------------- */

static gboolean append(const uint8_t *bytes, size_t size, gpointer data, GError **error G_GNUC_UNUSED)
{
    g_byte_array_append(data, bytes, (guint)size);
    return TRUE;
}

uint8_t *archive_read(const Archive *archive, guint index, size_t max_bytes, size_t *size, GError **error)
{
    const ZipEntry *entry = archive_entry(archive, index);
    if (entry->size > MIN(max_bytes, G_MAXUINT / 2)) {
        fault_input(error, FAULT_LIMIT,
                    tr("压缩包内的文件超过 %zu 字节的上限",
                       "a member of the archive is larger than the limit of %zu bytes"),
                    max_bytes);
        return NULL;
    }
    g_autoptr(Unpacker) unpacker = unpacker_new();
    GByteArray *bytes = g_byte_array_new(); /* grows with what comes out, not with what is claimed */
    if (!unpacker_stream(unpacker, archive, index, append, bytes, error)) {
        g_byte_array_unref(bytes);
        return NULL;
    }
    *size = bytes->len;
    g_byte_array_append(bytes, (const uint8_t *)"", 1);
    return g_byte_array_free(bytes, FALSE);
}
