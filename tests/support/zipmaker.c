#include "zipmaker.h"

#include <string.h>

#include <gio/gio.h>

#include "archive.h"

typedef struct {
    GByteArray *out;
    GByteArray *directory;
    uint64_t base; /* bytes before the archive */
    uint64_t last_offset;
} Maker;

static void put(GByteArray *out, uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; i++) {
        uint8_t byte = (uint8_t)(value >> (8 * i));
        g_byte_array_append(out, &byte, 1);
    }
}

static GBytes *deflate(GBytes *bytes)
{
    g_autoptr(GZlibCompressor) compressor = g_zlib_compressor_new(G_ZLIB_COMPRESSOR_FORMAT_RAW, 6);
    g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable();
    g_autoptr(GOutputStream) stream = g_converter_output_stream_new(memory, G_CONVERTER(compressor));
    gsize size;
    const void *data = g_bytes_get_data(bytes, &size);
    g_output_stream_write_all(stream, data, size, NULL, NULL, NULL);
    g_output_stream_close(stream, NULL, NULL);
    return g_memory_output_stream_steal_as_bytes(G_MEMORY_OUTPUT_STREAM(memory));
}

typedef struct {
    const ZipRecipe *recipe;
    size_t name_size;
    uint64_t size, packed, offset;
    uint32_t crc;
    uint16_t method, flags;
} Facts;

static GByteArray *make_extra(const Facts *facts, bool central)
{
    const ZipRecipe *recipe = facts->recipe;
    GByteArray *extra = g_byte_array_new();
    if (recipe->unicode) {
        put(extra, 0x7075, 2);
        put(extra, 5 + strlen(recipe->unicode), 2);
        put(extra, 1, 1);
        put(extra, archive_crc32(recipe->name, facts->name_size) ^ (recipe->unicode_stale ? 1u : 0u), 4);
        g_byte_array_append(extra, (const uint8_t *)recipe->unicode, (guint)strlen(recipe->unicode));
    }
    if (recipe->zip64) {
        put(extra, 1, 2);
        put(extra, central ? 24 : 16, 2);
        put(extra, facts->size, 8);
        put(extra, facts->packed, 8);
        if (central)
            put(extra, facts->offset, 8);
    }
    return extra;
}

static void put_common(GByteArray *out, const Facts *facts, bool central, int64_t packed_add,
                       size_t extra_size)
{
    bool hidden = !central && facts->recipe->descriptor;
    put(out, 20, 2);
    put(out, facts->flags, 2);
    put(out, facts->method, 2);
    put(out, 0x49220000u, 4); /* 2016-09-02 */
    put(out, hidden ? 0 : facts->crc, 4);
    put(out, facts->recipe->zip64 ? UINT32_MAX : hidden ? 0 : facts->packed + (uint64_t)packed_add, 4);
    put(out, facts->recipe->zip64 ? UINT32_MAX : hidden ? 0 : facts->size, 4);
    put(out, facts->name_size, 2);
    put(out, extra_size, 2);
}

static void put_local(Maker *maker, const Facts *facts, GBytes *packed)
{
    GByteArray *extra = make_extra(facts, false);
    gsize size;
    const void *data = g_bytes_get_data(packed, &size);
    put(maker->out, 0x04034b50, 4);
    put_common(maker->out, facts, false, 0, extra->len);
    g_byte_array_append(maker->out, (const uint8_t *)facts->recipe->name, (guint)facts->name_size);
    g_byte_array_append(maker->out, extra->data, extra->len);
    g_byte_array_append(maker->out, data, (guint)size);
    if (facts->recipe->descriptor) {
        put(maker->out, 0x08074b50, 4);
        put(maker->out, facts->crc, 4);
        put(maker->out, facts->packed, 4);
        put(maker->out, facts->size, 4);
    }
    g_byte_array_unref(extra);
}

static void put_central(Maker *maker, const Facts *facts)
{
    GByteArray *extra = make_extra(facts, true);
    put(maker->directory, 0x02014b50, 4);
    put(maker->directory, facts->recipe->mode ? 0x0314 : 20, 2);
    put_common(maker->directory, facts, true, facts->recipe->packed_add, extra->len);
    put(maker->directory, 0, 2);
    put(maker->directory, 0, 4);
    put(maker->directory, (uint64_t)facts->recipe->mode << 16, 4);
    put(maker->directory,
        facts->recipe->zip64 ? UINT32_MAX : facts->offset + (uint64_t)facts->recipe->offset_add, 4);
    g_byte_array_append(maker->directory, (const uint8_t *)facts->recipe->name, (guint)facts->name_size);
    g_byte_array_append(maker->directory, extra->data, extra->len);
    g_byte_array_unref(extra);
}

static void put_member(Maker *maker, const ZipRecipe *recipe)
{
    g_autoptr(GBytes) bytes = recipe->bytes ? g_bytes_ref(recipe->bytes)
                                            : g_bytes_new_static(recipe->text ? recipe->text : "",
                                                                 recipe->text ? strlen(recipe->text) : 0);
    g_autoptr(GBytes) packed = recipe->deflate ? deflate(bytes) : g_bytes_ref(bytes);
    gsize size;
    const void *data = g_bytes_get_data(bytes, &size);
    Facts facts = {
        .recipe = recipe,
        .name_size = recipe->name_size ? recipe->name_size : strlen(recipe->name),
        .size = size + (uint64_t)recipe->size_add,
        .packed = g_bytes_get_size(packed),
        .offset = recipe->same_place ? maker->last_offset : maker->out->len - maker->base,
        .crc = archive_crc32(data, size) ^ recipe->crc_xor,
        .method = recipe->method    ? recipe->method
                  : recipe->deflate ? 8
                                    : 0,
        .flags = (uint16_t)(recipe->flags | (recipe->descriptor ? 8 : 0)),
    };
    maker->last_offset = facts.offset;
    if (!recipe->same_place)
        put_local(maker, &facts, packed);
    put_central(maker, &facts);
}

static void put_end(Maker *maker, size_t count, const ZipOptions *options)
{
    uint64_t start = maker->out->len - maker->base;
    g_byte_array_append(maker->out, maker->directory->data, maker->directory->len);
    uint64_t end64 = maker->out->len - maker->base;
    if (options->zip64) {
        put(maker->out, 0x06064b50, 4);
        put(maker->out, 44, 8);
        put(maker->out, 45 | 45 << 16, 4);
        put(maker->out, 0, 8);
        put(maker->out, count, 8);
        put(maker->out, count, 8);
        put(maker->out, maker->directory->len, 8);
        put(maker->out, start, 8);
        put(maker->out, 0x07064b50, 4);
        put(maker->out, 0, 4);
        put(maker->out, end64, 8);
        put(maker->out, 1, 4);
    }
    uint64_t shown = options->zip64 ? UINT16_MAX : count + (uint64_t)options->count_add;
    put(maker->out, 0x06054b50, 4);
    put(maker->out, options->part | (uint32_t)options->part << 16, 4);
    put(maker->out, shown, 2);
    put(maker->out, shown, 2);
    put(maker->out, options->zip64 ? UINT32_MAX : maker->directory->len, 4);
    put(maker->out, options->zip64 ? UINT32_MAX : start, 4);
    put(maker->out, 0, 2);
}

GBytes *zip_make(const ZipRecipe *recipes, size_t count, const ZipOptions *options)
{
    static const ZipOptions plain;
    Maker maker = {.out = g_byte_array_new(), .directory = g_byte_array_new()};
    if (!options)
        options = &plain;
    if (options->before)
        g_byte_array_append(maker.out, (const uint8_t *)options->before, (guint)strlen(options->before));
    maker.base = maker.out->len;
    for (size_t i = 0; i < count; i++)
        put_member(&maker, &recipes[i]);
    put_end(&maker, count, options);
    if (options->after)
        g_byte_array_append(maker.out, (const uint8_t *)options->after, (guint)strlen(options->after));
    g_byte_array_set_size(maker.out, maker.out->len - (guint)options->cut);
    g_byte_array_unref(maker.directory);
    return g_byte_array_free_to_bytes(maker.out);
}

GBytes *bytes_repeat(char c, size_t count)
{
    char *data = g_malloc(count + 1); /* never NULL */
    memset(data, c, count);
    return g_bytes_new_take(data, count);
}

GBytes *bytes_noise(uint32_t seed, size_t count)
{
    uint8_t *data = g_malloc(count);
    for (size_t i = 0; i < count; i++) {
        seed = seed * 1664525u + 1013904223u;
        data[i] = (uint8_t)(seed >> 24);
    }
    return g_bytes_new_take(data, count);
}

char *bytes_save(GBytes *bytes, const char *folder, const char *name)
{
    char *path = g_build_filename(folder, name, NULL);
    g_autofree char *parent = g_path_get_dirname(path);
    g_mkdir_with_parents(parent, 0700);
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);
    gboolean ok = g_file_set_contents(path, data, (gssize)size, NULL);
    g_assert(ok);
    return path;
}
