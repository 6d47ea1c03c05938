#include "archive_libzip.h"

#include <zip.h>

#include "bytes.h"

#define END_MAGIC 0x06054b50u
#define END_BYTES 22
#define LOCATOR_MAGIC 0x07064b50u
#define LOCATOR_BYTES 20
#define END64_BYTES 56
#define ENTRY_BYTES 46 /* a directory record without its name */
#define COMMENT_MAX 65535

struct Libzip {
    Window window;
    const ZipDirectory *directory;
    GMutex lock; /* for all below: a zip_t is for one thread at a time */
    zip_t *zip;
    bool tried;
    uint64_t at;       /* where the next byte is read, within the window */
    uint64_t from, to; /* the stretch that was read since it was last set */
};

struct LibzipMember {
    Libzip *libzip;
    zip_file_t *file;
    uint64_t at; /* of the next byte, within the window */
};

/* ---- our window as libzip's source ---- */

static zip_int64_t seek(Libzip *self, void *data, zip_uint64_t size)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_int64_t at = zip_source_seek_compute_offset(self->at, self->window.length, data, size, &error);
    zip_error_fini(&error);
    if (at < 0)
        return -1;
    self->at = (uint64_t)at;
    return 0;
}

static zip_int64_t read_some(Libzip *self, void *data, zip_uint64_t size)
{
    gssize got = window_read_some(&self->window, self->at, data, size, NULL);
    if (got <= 0)
        return got;
    if (self->from == self->to)
        self->from = self->to = self->at;
    if (self->at != self->to)
        self->from = UINT64_MAX; /* in pieces: never what is expected */
    self->at += (uint64_t)got;
    self->to = self->at;
    return got;
}

static zip_int64_t tell_size(const Libzip *self, zip_stat_t *info)
{
    zip_stat_init(info);
    info->size = self->window.length;
    info->valid = ZIP_STAT_SIZE;
    return sizeof *info;
}

static zip_int64_t tell_error(void *data)
{
    int *codes = data;
    codes[0] = ZIP_ER_READ;
    codes[1] = 0;
    return 2 * sizeof *codes;
}

static zip_int64_t serve(void *user_data, void *data, zip_uint64_t size, zip_source_cmd_t command)
{
    Libzip *self = user_data;
    switch (command) {
    case ZIP_SOURCE_OPEN:
        self->at = 0;
        return 0;
    case ZIP_SOURCE_READ:
        return read_some(self, data, size);
    case ZIP_SOURCE_SEEK:
        return seek(self, data, size);
    case ZIP_SOURCE_TELL:
        return (zip_int64_t)self->at;
    case ZIP_SOURCE_STAT:
        return tell_size(self, data);
    case ZIP_SOURCE_ERROR:
        return tell_error(data);
    case ZIP_SOURCE_CLOSE:
    case ZIP_SOURCE_FREE:
        return 0;
    case ZIP_SOURCE_SUPPORTS:
        return ZIP_SOURCE_SUPPORTS_SEEKABLE;
    default:
        return -1;
    }
}

/* ---- what opening would cost ---- */

static uint64_t directory_bytes(uint64_t count, uint64_t size)
{
    return MAX(size, MIN(count, UINT32_MAX) * ENTRY_BYTES);
}

/* What the end record at AT in TAIL claims, and the ZIP64 record that it leads to. */
static uint64_t claimed_bytes(const Window *window, const uint8_t *tail, size_t at)
{
    uint8_t wide[END64_BYTES];
    uint64_t claimed = directory_bytes(bytes_le16(tail + at + 10), 0);
    if (bytes_le32(tail + at + 12) != UINT32_MAX)
        claimed = MAX(claimed, bytes_le32(tail + at + 12));
    if (at < LOCATOR_BYTES || bytes_le32(tail + at - LOCATOR_BYTES) != LOCATOR_MAGIC ||
        !window_read(window, bytes_le64(tail + at - LOCATOR_BYTES + 8), wide, sizeof wide, NULL))
        return claimed;
    return MAX(claimed, directory_bytes(bytes_le64(wide + 32), bytes_le64(wide + 40)));
}

static bool is_cheap(const Libzip *self)
{
    uint64_t span = MIN(self->window.length, (uint64_t)COMMENT_MAX + END_BYTES + LOCATOR_BYTES), all = 0;
    g_autofree uint8_t *tail = g_malloc(span + 1);
    if (self->directory->count > LIBZIP_MAX_ENTRIES ||
        !window_read(&self->window, self->window.length - span, tail, span, NULL))
        return false;
    for (size_t at = 0; at + END_BYTES <= span && all <= LIBZIP_MAX_DIRECTORY_BYTES; at++)
        if (bytes_le32(tail + at) == END_MAGIC) {
            uint64_t claimed = claimed_bytes(&self->window, tail, at);
            all += MIN(claimed, LIBZIP_MAX_DIRECTORY_BYTES + 1);
        }
    return all <= LIBZIP_MAX_DIRECTORY_BYTES;
}

/* ---- opening ---- */

Libzip *libzip_new(const Window *window, const ZipDirectory *directory)
{
    Libzip *self = g_new0(Libzip, 1);
    self->window = *window;
    self->directory = directory;
    g_mutex_init(&self->lock);
    return self;
}

void libzip_free(Libzip *self)
{
    if (!self)
        return;
    if (self->zip)
        zip_discard(self->zip);
    g_mutex_clear(&self->lock);
    g_free(self);
}

static zip_t *open_zip(Libzip *self)
{
    if (!is_cheap(self))
        return NULL;
    zip_error_t ignored;
    zip_error_init(&ignored);
    zip_source_t *source = zip_source_function_create(serve, self, &ignored);
    zip_t *zip = source ? zip_open_from_source(source, ZIP_RDONLY, &ignored) : NULL;
    zip_error_fini(&ignored);
    if (!zip) {
        zip_source_free(source);
        return NULL;
    }
    if (zip_get_num_entries(zip, ZIP_FL_UNCHANGED) == (zip_int64_t)self->directory->count)
        return zip;
    zip_discard(zip);
    return NULL;
}

static bool agrees(const Libzip *self, guint index)
{
    const ZipEntry *entry = &self->directory->entries[index];
    const zip_uint64_t need = ZIP_STAT_COMP_METHOD | ZIP_STAT_COMP_SIZE | ZIP_STAT_SIZE | ZIP_STAT_CRC;
    zip_stat_t info;
    return zip_stat_index(self->zip, index, ZIP_FL_UNCHANGED, &info) == 0 && (info.valid & need) == need &&
           info.comp_method == entry->method && info.comp_size == entry->packed_size &&
           info.size == entry->size && info.crc == entry->crc;
}

LibzipMember *libzip_open_member(Libzip *self, guint index)
{
    g_mutex_lock(&self->lock);
    if (!self->tried)
        self->zip = open_zip(self);
    self->tried = true;
    zip_file_t *file = self->zip && agrees(self, index)
                           ? zip_fopen_index(self->zip, index, ZIP_FL_COMPRESSED | ZIP_FL_UNCHANGED)
                           : NULL;
    g_mutex_unlock(&self->lock);
    if (!file)
        return NULL;
    LibzipMember *member = g_new(LibzipMember, 1);
    *member = (LibzipMember){self, file, self->directory->entries[index].data_offset};
    return member;
}

void libzip_close_member(LibzipMember *self)
{
    if (!self)
        return;
    g_mutex_lock(&self->libzip->lock);
    zip_fclose(self->file);
    g_mutex_unlock(&self->libzip->lock);
    g_free(self);
}

bool libzip_read(LibzipMember *self, void *buffer, size_t size)
{
    Libzip *libzip = self->libzip;
    if (size == 0)
        return true;
    g_mutex_lock(&libzip->lock);
    libzip->from = libzip->to = 0;
    zip_int64_t got = zip_fread(self->file, buffer, size);
    bool ok = got == (zip_int64_t)size && libzip->from == self->at && libzip->to == self->at + size;
    g_mutex_unlock(&libzip->lock);
    self->at += size;
    return ok;
}
