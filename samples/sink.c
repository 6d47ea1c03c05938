#include "sink.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "fields.h"
#include "zipper.h"

struct Sink {
    char *folder;   /* of a folder on disk, else NULL */
    Zipper *zipper; /* of an archive, own or shared */
    FILE *file;     /* own archive's */
    SinkNames names;
    char *prefix; /* of paths within a shared archive or as a folder below */
    Sink *parent; /* an archive within this one */
    char *path;   /* its path there */
    gboolean encrypted, cut;
};

static gboolean scans_deflated;

void sink_deflate_scans(void) {
    scans_deflated = TRUE;
}

static Sink *sink_new(void) {
    Sink *sink = g_new0(Sink, 1);
    sink->prefix = g_strdup("");
    return sink;
}

Sink *sink_folder(const char *path) {
    Sink *sink = sink_new();
    sink->folder = g_strdup(path);
    if (g_mkdir_with_parents(path, 0777))
        maker_fail("%s：无法建立文件夹 / cannot make folder: %s\n", path, g_strerror(errno));
    return sink;
}

Sink *sink_zip(const char *path, SinkNames names) {
    Sink *sink = sink_new();
    sink->names = names;
    sink->file = fopen(path, "wb");
    if (!sink->file) maker_fail("%s：无法写入 / cannot write: %s\n", path, g_strerror(errno));
    sink->zipper = zipper_new(sink->file);
    return sink;
}

Sink *sink_below(Sink *parent, const char *path) {
    Sink *sink = sink_new();
    sink->folder = g_strdup(parent->folder);
    sink->zipper = parent->zipper;
    sink->names = parent->names;
    g_free(sink->prefix);
    sink->prefix = g_strdup_printf("%s%s/", parent->prefix, path);
    return sink;
}

Sink *sink_zip_below(Sink *parent, const char *path) {
    Sink *sink = sink_new();
    sink->names = parent->names;
    sink->file = tmpfile();
    if (!sink->file) maker_fail("无法建立临时文件 / cannot make a temporary file: %s\n", g_strerror(errno));
    sink->zipper = zipper_new(sink->file);
    sink->parent = parent;
    sink->path = g_strdup(path);
    return sink;
}

/* The name as it stands in the archive. */
static char *raw_name(Sink *sink, const char *path) {
    g_autofree char *whole = g_strconcat(sink->prefix, path, NULL);
    if (sink->names != SINK_NAMES_GBK) return g_steal_pointer(&whole);
    char *raw = g_convert(whole, -1, "GB18030", "UTF-8", NULL, NULL, NULL);
    if (!raw) maker_fail("%s：名称无法转为GBK / name is not in GBK\n", whole);
    return raw;
}

static ZipperFlags name_flag(Sink *sink, const char *raw) {
    return sink->names == SINK_NAMES_UTF8 && !g_str_is_ascii(raw) ? ZIPPER_UTF8 : 0;
}

static void put_on_disk(Sink *sink, const char *path, gconstpointer data, gsize size) {
    g_autofree char *file = g_strdup_printf("%s/%s%s", sink->folder, sink->prefix, path);
    g_autofree char *folder = g_path_get_dirname(file);
    g_autoptr(GError) error = NULL;
    if (g_mkdir_with_parents(folder, 0777))
        maker_fail("%s：无法建立文件夹 / cannot make folder: %s\n", folder, g_strerror(errno));
    g_file_set_contents_full(file, data, (gssize)size, G_FILE_SET_CONTENTS_NONE, 0666, &error);
    maker_check(error);
}

static void put_bytes(Sink *sink, const char *path, GBytes *bytes) {
    ZipperFlags flags = sink->encrypted ? ZIPPER_ENCRYPT : 0;
    gsize size;
    gconstpointer data = g_bytes_get_data(bytes, &size);
    if (!sink->zipper) {
        put_on_disk(sink, path, data ? data : "", size);
        return;
    }
    g_autofree char *raw = raw_name(sink, path);
    g_autofree char *lower = g_ascii_strdown(path, -1);
    gboolean scan = g_str_has_suffix(lower, ".jpg") || g_str_has_suffix(lower, ".pdf");
    if (scan && !scans_deflated) flags |= ZIPPER_STORE;
    zipper_add(sink->zipper, raw, data ? data : "", size, flags | name_flag(sink, raw));
}

void sink_put(Sink *sink, const char *path, GBytes *bytes) {
    put_bytes(sink, path, bytes);
}

void sink_set_encrypted(Sink *sink) {
    sink->encrypted = TRUE;
}

void sink_set_cut(Sink *sink) {
    sink->cut = TRUE;
}

void sink_put_text(Sink *sink, const char *path, const char *text) {
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    put_bytes(sink, path, bytes);
}

/* A finished archive goes into its parent, on disk or as a member. */
static void hand_over(Sink *sink) {
    if (sink->parent->zipper) {
        g_autofree char *raw = raw_name(sink->parent, sink->path);
        zipper_add_file(sink->parent->zipper, raw, sink->file, name_flag(sink->parent, raw));
        return;
    }
    fseeko(sink->file, 0, SEEK_END);
    gsize size = (gsize)ftello(sink->file);
    g_autofree char *data = g_malloc(size + 1);
    rewind(sink->file);
    if (fread(data, 1, size, sink->file) != size)
        maker_fail("无法读回临时文件 / cannot read back a temporary file\n");
    put_on_disk(sink->parent, sink->path, data, size);
}

/* What a transfer that broke off leaves. */
static void cut_end(FILE *file) {
    fflush(file);
    fseeko(file, 0, SEEK_END);
    if (ftruncate(fileno(file), ftello(file) * 3 / 5))
        maker_fail("无法截断 / cannot truncate: %s\n", g_strerror(errno));
}

void sink_close(Sink *sink) {
    if (sink->file) {
        zipper_finish(sink->zipper);
        if (sink->cut) cut_end(sink->file);
        if (sink->parent) hand_over(sink);
        if (fclose(sink->file))
            maker_fail("写入失败，请检查磁盘空间 / cannot write: %s\n", g_strerror(errno));
    }
    g_free(sink->folder);
    g_free(sink->prefix);
    g_free(sink->path);
    g_free(sink);
}
