#include "zipdir.h"

#include <sys/stat.h>

#include "bytes.h"
#include "fault.h"
#include "lang.h"
#include "zipdir_end.h"

#define ENTRY_MAGIC 0x02014b50u
#define ENTRY_SIZE 46
#define LOCAL_MAGIC 0x04034b50u
#define LOCAL_SIZE 30
#define SIGNATURE_MAGIC 0x05054b50u
#define ZIP64_FIELD 0x0001

#define FLAG_ENCRYPTED 0x0001
#define FLAG_DESCRIPTOR 0x0008 /* sizes stand behind the data, the local header has none */
#define FLAG_MASKED 0x2000     /* the directory is encrypted */
#define METHOD_AES 99

/* What a directory record says beyond ZipEntry, needed while reading only. */
typedef struct {
    uint16_t flags;
    uint16_t part;
    uint32_t attributes;
} RawEntry;

static gboolean fail_damaged(GError **error)
{
    return fault_input(
        error, FAULT_DAMAGED, "%s",
        tr("压缩包目录损坏，请重新打包", "the directory of the archive is damaged; pack it again"));
}

/* ---- directory records
 * ----------------------------------------------------------------------------------------- */

/* Takes the values that did not fit 32 bits from the ZIP64 field; false when one is missing. */
static bool widen(ZipEntry *entry, RawEntry *raw)
{
    bool wide_size = entry->size == UINT32_MAX, wide_packed = entry->packed_size == UINT32_MAX;
    bool wide_offset = entry->header_offset == UINT32_MAX;
    size_t need = 8 * ((size_t)wide_size + wide_packed + wide_offset);
    const uint8_t *at = entry->extra, *end = entry->extra + entry->extra_size;
    while (end - at >= 4 && bytes_le16(at) != ZIP64_FIELD && end - at - 4 >= bytes_le16(at + 2))
        at += 4 + bytes_le16(at + 2);
    if (end - at < 4 || bytes_le16(at) != ZIP64_FIELD || bytes_le16(at + 2) < need ||
        (size_t)(end - at - 4) < need)
        return need == 0;
    at += 4;
    uint64_t *const wide[] = {wide_size ? &entry->size : NULL, wide_packed ? &entry->packed_size : NULL,
                              wide_offset ? &entry->header_offset : NULL};
    for (size_t i = 0; i < G_N_ELEMENTS(wide); i++) {
        if (!wide[i])
            continue;
        *wide[i] = bytes_le64(at);
        at += 8;
    }
    if (raw->part == UINT16_MAX)
        raw->part = 0;
    return true;
}

/* The upper half of the attributes is a Unix mode for the systems that have one and 0 for the others. */
static ZipEntryState judge_kind(uint32_t attributes)
{
    switch ((attributes >> 16) & S_IFMT) {
    case S_IFLNK:
        return ZIPENTRY_LINK;
    case S_IFCHR:
    case S_IFBLK:
    case S_IFIFO:
    case S_IFSOCK:
        return ZIPENTRY_SPECIAL;
    default:
        return ZIPENTRY_FINE;
    }
}

static bool is_folder(const ZipEntry *entry, const RawEntry *raw)
{
    uint8_t last = entry->name_size > 0 ? entry->name[entry->name_size - 1] : 0;
    bool named = last == '/',
         marked = (raw->attributes & 0x10) || ((raw->attributes >> 16) & S_IFMT) == S_IFDIR;
    return entry->size == 0 && (named || marked);
}

static ZipEntryState judge_record(const ZipEntry *entry, const RawEntry *raw, bool complete)
{
    ZipEntryState kind = judge_kind(raw->attributes);
    if (kind != ZIPENTRY_FINE)
        return kind;
    if (!complete || raw->part != 0)
        return ZIPENTRY_DAMAGED;
    if ((raw->flags & FLAG_ENCRYPTED) || entry->method == METHOD_AES)
        return ZIPENTRY_ENCRYPTED;
    if (entry->method != ZIP_METHOD_STORED && entry->method != ZIP_METHOD_DEFLATED)
        return ZIPENTRY_METHOD;
    return ZIPENTRY_FINE;
}

/* Reads the record at AT, of which LEFT bytes remain.  Returns its length, 0 when it is none. */
static size_t read_record(const uint8_t *at, size_t left, int64_t shift, ZipEntry *entry, RawEntry *raw)
{
    if (left < ENTRY_SIZE || bytes_le32(at) != ENTRY_MAGIC)
        return 0;
    size_t name_size = bytes_le16(at + 28), extra_size = bytes_le16(at + 30);
    size_t whole = ENTRY_SIZE + name_size + extra_size + bytes_le16(at + 32);
    if (whole > left)
        return 0;
    *raw = (RawEntry){
        .flags = bytes_le16(at + 8), .part = bytes_le16(at + 34), .attributes = bytes_le32(at + 38)};
    *entry = (ZipEntry){
        .name = at + ENTRY_SIZE,
        .extra = at + ENTRY_SIZE + name_size,
        .name_size = (uint16_t)name_size,
        .extra_size = (uint16_t)extra_size,
        .method = bytes_le16(at + 10),
        .crc = bytes_le32(at + 16),
        .packed_size = bytes_le32(at + 20),
        .size = bytes_le32(at + 24),
        .header_offset = bytes_le32(at + 42),
    };
    bool complete = widen(entry, raw);
    entry->header_offset +=
        (uint64_t)shift; /* wraps for what lies before the window; compared with its length later */
    entry->folder = is_folder(entry, raw);
    entry->state = judge_record(entry, raw, complete);
    return whole;
}

/* FLAGS of every entry go to a second array: the local headers are compared with them. */
static gboolean read_records(ZipDirectory *self, const ZipEnd *end, uint64_t max_entries, GArray *flags,
                             GError **error)
{
    g_autoptr(GArray) entries = g_array_new(FALSE, FALSE, sizeof(ZipEntry));
    size_t at = 0;
    while (at < end->size) {
        ZipEntry entry;
        RawEntry raw;
        size_t length = read_record(self->bytes + at, end->size - at, end->shift, &entry, &raw);
        if (length == 0 && entries->len > 0 && end->size - at >= 6 &&
            bytes_le32(self->bytes + at) == SIGNATURE_MAGIC)
            break;
        if (length == 0)
            return fail_damaged(error);
        if (entries->len >= max_entries)
            return fault_input(error, FAULT_LIMIT,
                               tr("压缩包内文件数超过上限 %" G_GUINT64_FORMAT,
                                  "the archive has more than %" G_GUINT64_FORMAT " members"),
                               max_entries);
        if (raw.flags & FLAG_MASKED)
            return fault_input(error, FAULT_ENCRYPTED, "%s",
                               tr("压缩包的目录已加密", "the directory of the archive is encrypted"));
        g_array_append_val(entries, entry);
        g_array_append_val(flags, raw.flags);
        at += length;
    }
    self->count = entries->len;
    self->entries = (ZipEntry *)(void *)g_array_free(g_steal_pointer(&entries), FALSE);
    return TRUE;
}

/* ---- local headers and overlap
 * --------------------------------------------------------------------------------- */

/* What matters must agree: the method, whether there is a password, and sizes where the header has them. */
static ZipEntryState compare_local(const ZipEntry *entry, uint16_t flags, const uint8_t *local)
{
    uint16_t local_flags = bytes_le16(local + 6);
    uint32_t packed = bytes_le32(local + 18), size = bytes_le32(local + 22);
    if (local_flags & FLAG_ENCRYPTED)
        return ZIPENTRY_ENCRYPTED;
    if (bytes_le16(local + 8) != entry->method)
        return ZIPENTRY_DAMAGED;
    if (((local_flags | flags) & FLAG_DESCRIPTOR) || (packed == 0 && size == 0) || packed == UINT32_MAX ||
        size == UINT32_MAX)
        return ZIPENTRY_FINE;
    return packed == (uint32_t)entry->packed_size && size == (uint32_t)entry->size ? ZIPENTRY_FINE
                                                                                   : ZIPENTRY_DAMAGED;
}

static gboolean read_local(const Window *window, const ZipEnd *end, ZipEntry *entry, uint16_t flags,
                           GError **error)
{
    uint8_t local[LOCAL_SIZE];
    if (entry->header_offset >= end->start || end->start - entry->header_offset < LOCAL_SIZE) {
        entry->state = ZIPENTRY_DAMAGED;
        return TRUE;
    }
    if (!window_read(window, entry->header_offset, local, sizeof local, error))
        return FALSE;
    entry->data_offset = entry->header_offset + LOCAL_SIZE + bytes_le16(local + 26) + bytes_le16(local + 28);
    bool inside = entry->data_offset <= end->start && entry->packed_size <= end->start - entry->data_offset;
    if (!inside || bytes_le32(local) != LOCAL_MAGIC)
        entry->state = ZIPENTRY_DAMAGED;
    else if (entry->state == ZIPENTRY_FINE)
        entry->state = compare_local(entry, flags, local);
    if (entry->state == ZIPENTRY_DAMAGED)
        entry->data_offset = 0;
    return TRUE;
}

static gint compare_offsets(gconstpointer a, gconstpointer b, gpointer entries)
{
    uint64_t x = ((const ZipEntry *)entries)[*(const guint *)a].header_offset;
    uint64_t y = ((const ZipEntry *)entries)[*(const guint *)b].header_offset;
    return x < y ? -1 : x > y;
}

/* Entries come in the order of their offsets; REACH is the one among those before that reaches furthest. */
static void mark_overlap(ZipEntry *entry, ZipEntry **reach)
{
    if (entry->state == ZIPENTRY_DAMAGED)
        return;
    if (*reach && entry->header_offset < (*reach)->data_offset + (*reach)->packed_size)
        entry->state = (*reach)->state = ZIPENTRY_OVERLAP;
    if (!*reach || entry->data_offset + entry->packed_size > (*reach)->data_offset + (*reach)->packed_size)
        *reach = entry;
}

static gboolean read_locals(ZipDirectory *self, const Window *window, const ZipEnd *end, const GArray *flags,
                            GError **error)
{
    g_autofree guint *order = g_new(guint, self->count + 1);
    for (guint i = 0; i < self->count; i++)
        order[i] = i;
    g_qsort_with_data(order, (gint)self->count, sizeof *order, compare_offsets, self->entries);
    ZipEntry *reach = NULL;
    for (guint i = 0; i < self->count; i++) {
        ZipEntry *entry = &self->entries[order[i]];
        if (!read_local(window, end, entry, g_array_index(flags, uint16_t, order[i]), error))
            return FALSE;
        mark_overlap(entry, &reach);
    }
    return TRUE;
}

ZipDirectory *zipdir_read(const Window *window, uint64_t max_entries, GError **error)
{
    ZipEnd end;
    if (!zipdir_find_end(window, &end, error))
        return NULL;
    if (end.size > ZIPDIR_MAX_BYTES) {
        fault_input(
            error, FAULT_LIMIT,
            tr("压缩包目录超过 %u 字节的上限", "the directory of the archive is larger than %u bytes"),
            ZIPDIR_MAX_BYTES);
        return NULL;
    }
    g_autoptr(ZipDirectory) self = g_new0(ZipDirectory, 1);
    g_autoptr(GArray) flags = g_array_new(FALSE, FALSE, sizeof(uint16_t));
    self->bytes = g_malloc(end.size + 1);
    if (!window_read(window, end.start, self->bytes, end.size, error) ||
        !read_records(self, &end, max_entries, flags, error) ||
        !read_locals(self, window, &end, flags, error))
        return NULL;
    return g_steal_pointer(&self);
}

void zipdir_free(ZipDirectory *self)
{
    if (!self)
        return;
    g_free(self->entries);
    g_free(self->bytes);
    g_free(self);
}
