#include "archive_pack.h"

#include <stdbool.h>

#include <zip.h>

#include "fault.h"
#include "lang.h"

/* 1980-01-01 00:00, the beginning of time for ZIP. */
#define DOS_DATE ((0 << 9) | (1 << 5) | 1)
#define DOS_TIME 0

static gboolean add_part(zip_t *archive, const ArchivePart *part)
{
    zip_source_t *source = zip_source_buffer(archive, part->data, part->size, 0);
    zip_int64_t index = source ? zip_file_add(archive, part->name, source, ZIP_FL_ENC_UTF_8) : -1;
    if (index < 0) {
        zip_source_free(source);
        return FALSE;
    }
    return zip_set_file_compression(archive, (zip_uint64_t)index, ZIP_CM_STORE, 0) == 0 &&
           zip_file_set_dostime(archive, (zip_uint64_t)index, DOS_TIME, DOS_DATE, 0) == 0 &&
           zip_file_set_external_attributes(archive, (zip_uint64_t)index, 0, ZIP_OPSYS_DOS, 0) == 0;
}

/* Closing writes into TARGET, which stays open for reading because it is kept. */
static gboolean write_parts(zip_source_t *target, const ArchivePart *parts, gsize n_parts)
{
    zip_error_t problem;
    zip_error_init(&problem);
    zip_source_keep(target);
    zip_t *archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &problem);
    zip_error_fini(&problem);
    if (!archive) {
        zip_source_free(target);
        return FALSE;
    }
    gboolean ok = TRUE;
    for (gsize i = 0; ok && i < n_parts; i++)
        ok = add_part(archive, &parts[i]);
    if (ok && zip_close(archive) == 0)
        return TRUE;
    zip_discard(archive);
    return FALSE;
}

static char *take_bytes(zip_source_t *target, size_t *size)
{
    zip_stat_t info;
    if (zip_source_stat(target, &info) != 0 || !(info.valid & ZIP_STAT_SIZE) || zip_source_open(target) != 0)
        return NULL;
    char *bytes = g_malloc(info.size + 1);
    bool whole = zip_source_read(target, bytes, info.size) == (zip_int64_t)info.size;
    zip_source_close(target);
    bytes[info.size] = '\0';
    *size = info.size;
    if (whole)
        return bytes;
    g_free(bytes);
    return NULL;
}

char *archive_pack(const ArchivePart *parts, gsize n_parts, size_t *size, GError **error)
{
    zip_error_t problem;
    zip_error_init(&problem);
    zip_source_t *target = zip_source_buffer_create(NULL, 0, 0, &problem);
    char *bytes = target && write_parts(target, parts, n_parts) ? take_bytes(target, size) : NULL;
    if (!bytes)
        fault_system(error, 0, tr("无法生成 ZIP 文件：%s", "cannot make a ZIP archive: %s"),
                     zip_error_strerror(target ? zip_source_error(target) : &problem));
    zip_error_fini(&problem);
    zip_source_free(target);
    return bytes;
}
