#include "remembered.h"

#include <string.h>

#include "digest.h"
#include "program.h"

#define RACY_NS INT64_C(2000000000)

typedef struct {
    char *program, *limits;
    GPtrArray *files; /* RememberedFile */
} RememberedFiles;

struct Remembered {
    RememberedFiles *before, *noted;
    GHashTable *known; /* signature → RememberedFile of BEFORE */
};

static const RecordField file_fields[] = {FIELD_STRING_REQ(RememberedFile, signature, "signature"),
                                          FIELD_INT(RememberedFile, members, "members"), FIELD_INT(RememberedFile, bytes, "bytes"),
                                          FIELD_LIST(RememberedFile, found, "member", &member_type), FIELD_END};
static const RecordType file_type = {"file", NULL, sizeof(RememberedFile), file_fields};

static const RecordField files_fields[] = {FIELD_STRING_REQ(RememberedFiles, program, "program"),
                                           FIELD_STRING_REQ(RememberedFiles, limits, "limits"),
                                           FIELD_LIST(RememberedFiles, files, "file", &file_type), FIELD_END};
static const RecordType files_type = {"files", "urn:anjuan:files", sizeof(RememberedFiles), files_fields};

Remembered *remembered_read(const char *file, const char *limits)
{
    Remembered *self = g_new0(Remembered, 1);
    self->known = g_hash_table_new(g_str_hash, g_str_equal);
    self->noted = record_new(&files_type);
    self->noted->program = g_strdup(program_digest);
    self->noted->limits = g_strdup(limits);
    self->before = file ? record_read(&files_type, file, NULL) : NULL;
    bool usable = self->before && g_strcmp0(self->before->program, program_digest) == 0 && g_strcmp0(self->before->limits, limits) == 0;
    for (guint i = 0; usable && i < self->before->files->len; i++) {
        RememberedFile *one = self->before->files->pdata[i];
        if (one->found->len > 0)
            g_hash_table_insert(self->known, one->signature, one);
    }
    return self;
}

void remembered_free(Remembered *self)
{
    if (!self)
        return;
    g_hash_table_unref(self->known);
    record_free(&files_type, self->before);
    record_free(&files_type, self->noted);
    g_free(self);
}

static int64_t time_ns(struct timespec time)
{
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

void remembered_signature(const char *path, const struct stat *info, char signature[65])
{
    const int64_t facts[] = {(int64_t)info->st_size, time_ns(info->st_mtim), time_ns(info->st_ctim), (int64_t)info->st_ino,
                             (int64_t)info->st_dev};
    g_autoptr(Digest) digest = digest_new();
    digest_update(digest, path, strlen(path) + 1);
    digest_update(digest, facts, sizeof facts);
    digest_finish(digest, signature);
}

RememberedFile *remembered_find(const Remembered *self, const char *signature)
{
    return g_hash_table_lookup(self->known, signature);
}

static bool is_settled(const RememberedFile *file)
{
    for (guint i = 0; i < file->found->len; i++) {
        const Member *member = file->found->pdata[i];
        if (member->state == MEMBER_DAMAGED || member->state == MEMBER_LIMIT || (member->state == MEMBER_READ && !member->sha256))
            return false;
    }
    return true;
}

static void copy_member(GPtrArray *list, const Member *from)
{
    Member *to = record_add(list, &member_type);
    *to = *from;
    to->path = g_strdup(from->path);
    to->raw = g_strdup(from->raw);
    to->reason = g_strdup(from->reason);
    to->type = g_strdup(from->type);
    to->sha256 = g_strdup(from->sha256);
    to->collides = g_strdup(from->collides);
}

void remembered_note(Remembered *self, const RememberedFile *file, const struct stat *info, int64_t listed_ns)
{
    if (listed_ns - MAX(time_ns(info->st_mtim), time_ns(info->st_ctim)) < RACY_NS || !is_settled(file))
        return;
    RememberedFile *noted = record_add(self->noted->files, &file_type);
    noted->signature = g_strdup(file->signature);
    noted->members = file->members;
    noted->bytes = file->bytes;
    for (guint i = 0; i < file->found->len; i++)
        copy_member(noted->found, file->found->pdata[i]);
}

gboolean remembered_write(const Remembered *self, const char *file, GError **error)
{
    return !file || self->noted->files->len == 0 || record_write(&files_type, self->noted, file, error);
}
