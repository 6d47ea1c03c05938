#include "zipper.h"

#include <string.h>

#include <zlib.h>

#include "fields.h"

#define DOS_TIME ((10 << 11) | (30 << 5))                /* 10:30:00 */
#define DOS_DATE (((2016 - 1980) << 9) | (11 << 5) | 25) /* 2016-11-25 */

enum { METHOD_STORE = 0, METHOD_DEFLATE = 8, FLAG_ENCRYPTED = 1, FLAG_UTF8 = 0x800 };

struct Zipper {
    FILE *file;
    guint64 at; /* bytes written */
    GByteArray *directory;
    guint n_members;
};

typedef struct {
    const char *name;
    guint16 flags, method;
    guint32 crc, packed_bytes, plain_bytes, offset;
} Member;

static void put16(GByteArray *out, guint16 value) {
    guint8 bytes[2] = {(guint8)value, (guint8)(value >> 8)};
    g_byte_array_append(out, bytes, 2);
}

static void put32(GByteArray *out, guint32 value) {
    put16(out, (guint16)value);
    put16(out, (guint16)(value >> 16));
}

static void write_all(Zipper *zipper, gconstpointer data, gsize size) {
    if (size && fwrite(data, 1, size, zipper->file) != size)
        maker_fail("写入失败，请检查磁盘空间 / cannot write\n");
    zipper->at += size;
}

Zipper *zipper_new(FILE *file) {
    Zipper *zipper = g_new0(Zipper, 1);
    zipper->file = file;
    zipper->directory = g_byte_array_new();
    return zipper;
}

/* What local and central header share, from the flags on. */
static void put_common(GByteArray *out, const Member *member) {
    put16(out, member->flags);
    put16(out, member->method);
    put16(out, DOS_TIME);
    put16(out, DOS_DATE);
    put32(out, member->crc);
    put32(out, member->packed_bytes);
    put32(out, member->plain_bytes);
    put16(out, (guint16)strlen(member->name));
    put16(out, 0); /* extra field */
}

static void begin_member(Zipper *zipper, Member *member) {
    g_autoptr(GByteArray) local = g_byte_array_new();
    member->offset = (guint32)zipper->at;
    put32(local, 0x04034b50);
    put16(local, 20);
    put_common(local, member);
    g_byte_array_append(local, (const guint8 *)member->name, (guint)strlen(member->name));
    write_all(zipper, local->data, local->len);

    GByteArray *central = zipper->directory;
    put32(central, 0x02014b50);
    put16(central, 20); /* made by: MS-DOS */
    put16(central, 20);
    put_common(central, member);
    put16(central, 0); /* comment */
    put16(central, 0); /* disk */
    put16(central, 0); /* internal attributes */
    put32(central, g_str_has_suffix(member->name, "/") ? 0x10 : 0x20);
    put32(central, member->offset);
    g_byte_array_append(central, (const guint8 *)member->name, (guint)strlen(member->name));
    zipper->n_members++;
}

static GByteArray *deflate_bytes(gconstpointer data, gsize size) {
    z_stream stream = {0};
    if (deflateInit2(&stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY) != Z_OK) g_error("deflateInit2");
    GByteArray *out = g_byte_array_new();
    g_byte_array_set_size(out, (guint)deflateBound(&stream, size));
    stream.next_in = (Bytef *)data;
    stream.avail_in = (uInt)size;
    stream.next_out = out->data;
    stream.avail_out = out->len;
    if (deflate(&stream, Z_FINISH) != Z_STREAM_END) g_error("deflate");
    g_byte_array_set_size(out, (guint)stream.total_out);
    deflateEnd(&stream);
    return out;
}

typedef struct {
    guint32 key[3];
} Cipher;

static void cipher_feed(Cipher *cipher, guint8 byte) {
    const z_crc_t *table = get_crc_table();
    cipher->key[0] = (guint32)table[(cipher->key[0] ^ byte) & 255] ^ (cipher->key[0] >> 8);
    cipher->key[1] = (cipher->key[1] + (cipher->key[0] & 255)) * 134775813u + 1;
    cipher->key[2] = (guint32)table[(cipher->key[2] ^ (cipher->key[1] >> 24)) & 255] ^ (cipher->key[2] >> 8);
}

/* The traditional encryption: a twelve-byte head whose last byte is the top of the CRC, then the data. */
static void encrypt_bytes(GByteArray *data, guint32 crc) {
    Cipher cipher = {{305419896u, 591751049u, 878082192u}};
    for (const char *p = "123456"; *p; p++) cipher_feed(&cipher, (guint8)*p);
    guint8 head[12] = {0x31, 0x41, 0x59, 0x26, 0x53, 0x58, 0x97, 0x93, 0x23, 0x84, 0x62, (guint8)(crc >> 24)};
    g_byte_array_prepend(data, head, sizeof head);
    for (guint i = 0; i < data->len; i++) {
        guint8 plain = data->data[i];
        guint16 word = (guint16)(cipher.key[2] | 2);
        data->data[i] = plain ^ (guint8)((guint16)(word * (word ^ 1u)) >> 8);
        cipher_feed(&cipher, plain);
    }
}

void zipper_add(Zipper *zipper, const char *name, gconstpointer data, gsize size, ZipperFlags flags) {
    gboolean store = (flags & ZIPPER_STORE) || !size;
    g_autoptr(GByteArray) packed = NULL;
    Member member = {
        .name = name, .method = store ? METHOD_STORE : METHOD_DEFLATE, .plain_bytes = (guint32)size};
    member.crc = (guint32)crc32_z(0, data, size);
    if (flags & ZIPPER_UTF8) member.flags |= FLAG_UTF8;
    if (!store) packed = deflate_bytes(data, size);
    if (flags & ZIPPER_ENCRYPT) {
        if (!packed) packed = g_byte_array_append(g_byte_array_new(), data, (guint)size);
        encrypt_bytes(packed, member.crc);
        member.flags |= FLAG_ENCRYPTED;
    }
    gconstpointer bytes = packed ? packed->data : data;
    member.packed_bytes = packed ? packed->len : (guint32)size;
    begin_member(zipper, &member);
    write_all(zipper, bytes, member.packed_bytes);
}

void zipper_add_file(Zipper *zipper, const char *name, FILE *from, ZipperFlags flags) {
    enum { PIECE = 1 << 20 };
    g_autofree guint8 *piece = g_malloc(PIECE);
    Member member = {.name = name, .method = METHOD_STORE, .flags = flags & ZIPPER_UTF8 ? FLAG_UTF8 : 0};
    size_t got;
    guint64 total = 0;
    rewind(from);
    while ((got = fread(piece, 1, PIECE, from)) > 0) {
        member.crc = (guint32)crc32_z(member.crc, piece, got);
        total += got;
    }
    if (total > G_MAXUINT32) maker_fail("压缩包超过4GB，不制作 / archive over 4 GiB\n");
    member.plain_bytes = member.packed_bytes = (guint32)total;
    begin_member(zipper, &member);
    rewind(from);
    while ((got = fread(piece, 1, PIECE, from)) > 0) write_all(zipper, piece, got);
}

void zipper_finish(Zipper *zipper) {
    guint32 start = (guint32)zipper->at, size = zipper->directory->len;
    if (zipper->at > G_MAXUINT32) maker_fail("压缩包超过4GB，不制作 / archive over 4 GiB\n");
    write_all(zipper, zipper->directory->data, size);
    g_autoptr(GByteArray) end = g_byte_array_new();
    put32(end, 0x06054b50);
    put32(end, 0); /* disks */
    put16(end, (guint16)zipper->n_members);
    put16(end, (guint16)zipper->n_members);
    put32(end, size);
    put32(end, start);
    put16(end, 0);
    write_all(zipper, end->data, end->len);
    g_byte_array_unref(zipper->directory);
    g_free(zipper);
}
