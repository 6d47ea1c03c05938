#include "store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fault.h"
#include "fileio.h"
#include "lang.h"

#define BLOBS "sha256"
#define SCRATCH "tmp"
#define EARLY_BYTES (128u << 10) /* blobs from this size on begin their way to the disk at once */
#define NAME_BYTES 80 /* "ab/" and 62 digits, or the name of an unfinished blob */

struct Store {
    char *dir;
    int held_fd; /* of the blobs of another store, which is only looked into; -1: none */
    int blobs_fd, scratch_fd;
    bool was_empty; /* it was made for this process, so that what is not pending is not there */
    GMutex lock;
    GHashTable *pending; /* digest → name in the scratch folder of a blob not yet committed */
    bool distrusts;
    unsigned counter;
};

struct StoreWriter {
    Store *store;
    int fd;
    char name[NAME_BYTES];
    Digest *digest;
    uint64_t size;
};

/* ---- opening
 * ------------------------------------------------------------------------------------------------- */

static int open_folder(const char *dir, const char *name, GError **error)
{
    g_autofree char *path = g_build_filename(dir, name, NULL);
    if (!file_make_folder(path, error))
        return -1;
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        fault_system(error, errno, tr("无法打开文件夹 %s", "cannot open folder %s"), path);
    return fd;
}

Store *store_open(const char *dir, GError **error)
{
    g_autoptr(Store) self = g_new0(Store, 1);
    g_autofree char *blobs = g_build_filename(dir, BLOBS, NULL);
    g_mutex_init(&self->lock);
    self->dir = g_strdup(dir);
    self->held_fd = -1;
    self->was_empty = file_is_private(dir) && !g_file_test(blobs, G_FILE_TEST_EXISTS);
    self->pending = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    self->scratch_fd = -1;
    self->blobs_fd = open_folder(dir, BLOBS, error);
    if (self->blobs_fd >= 0)
        self->scratch_fd = open_folder(dir, SCRATCH, error);
    return self->scratch_fd >= 0 ? g_steal_pointer(&self) : NULL;
}

void store_free(Store *self)
{
    if (!self)
        return;
    GHashTableIter iter;
    gpointer name;
    g_hash_table_iter_init(&iter, self->pending);
    while (g_hash_table_iter_next(&iter, NULL, &name))
        unlinkat(self->scratch_fd, name, 0);
    g_hash_table_unref(self->pending);
    if (self->scratch_fd >= 0)
        close(self->scratch_fd);
    if (self->blobs_fd >= 0)
        close(self->blobs_fd);
    if (self->held_fd >= 0)
        close(self->held_fd);
    g_mutex_clear(&self->lock);
    g_free(self->dir);
    g_free(self);
}

void store_look_into(Store *self, const char *held)
{
    g_autofree char *blobs = held ? g_build_filename(held, BLOBS, NULL) : NULL;
    if (self->held_fd >= 0)
        close(self->held_fd);
    self->held_fd = blobs ? open(blobs, O_PATH | O_DIRECTORY | O_CLOEXEC) : -1; /* what is not there has nothing */
}

static gboolean fail_store(const Store *self, GError **error)
{
    int problem = errno;
    return fault_system(error, problem,
                        tr("无法写入存储 %s，请检查磁盘空间和权限",
                           "cannot write to the store %s; check disk space and permissions"),
                        self->dir);
}

/* ---- names
 * --------------------------------------------------------------------------------------------------- */

static void blob_name(const char *digest, char name[NAME_BYTES])
{
    g_assert(digest_is_valid(digest));
    g_snprintf(name, NAME_BYTES, "%.2s/%s", digest, digest + 2);
}

char *store_blob_path(const char *dir, const char *digest)
{
    char name[NAME_BYTES];
    blob_name(digest, name);
    return g_build_filename(dir, BLOBS, name, NULL);
}

char *store_find_blob(const StoreDirs *dirs, const char *digest)
{
    char *path = store_blob_path(dirs->dir, digest);
    if (!dirs->held || g_file_test(path, G_FILE_TEST_EXISTS))
        return path;
    g_free(path);
    return store_blob_path(dirs->held, digest);
}

/* Whether the bytes of the blob are still those of its name. */
static bool is_whole(const Store *self, const char *digest)
{
    char hex[DIGEST_HEX + 1];
    g_autofree char *path = store_blob_path(self->dir, digest);
    return digest_file(path, hex, NULL) && strcmp(hex, digest) == 0;
}

/* Whether the folder of blobs BLOBS_FD has one of that SIZE. */
static bool folder_has(int blobs_fd, const char *digest, uint64_t size)
{
    char name[NAME_BYTES];
    struct stat info;
    blob_name(digest, name);
    return fstatat(blobs_fd, name, &info, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(info.st_mode) && (uint64_t)info.st_size == size;
}

static bool is_committed(const Store *self, const char *digest, uint64_t size)
{
    return !self->was_empty && folder_has(self->blobs_fd, digest, size) && (!self->distrusts || is_whole(self, digest));
}

static bool is_held(const Store *self, const char *digest, uint64_t size)
{
    return self->held_fd >= 0 && folder_has(self->held_fd, digest, size);
}

static bool is_pending(Store *self, const char *digest)
{
    g_mutex_lock(&self->lock);
    bool found = g_hash_table_contains(self->pending, digest);
    g_mutex_unlock(&self->lock);
    return found;
}

bool store_has(Store *self, const char *digest, uint64_t size)
{
    return is_pending(self, digest) || is_committed(self, digest, size) || is_held(self, digest, size);
}

void store_distrust(Store *self)
{
    self->distrusts = true;
}

/* ---- writing
 * ------------------------------------------------------------------------------------------------- */

/* Makes a new file in the scratch folder.  Another process, or one that was killed, may have taken a name
 * before. */
static int make_unfinished(Store *self, char name[NAME_BYTES], GError **error)
{
    int fd;
    do {
        g_mutex_lock(&self->lock);
        unsigned number = self->counter++;
        g_mutex_unlock(&self->lock);
        g_snprintf(name, NAME_BYTES, "%ld-%u", (long)getpid(), number);
        fd = openat(self->scratch_fd, name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0444);
    } while (fd < 0 && errno == EEXIST);
    if (fd < 0)
        fail_store(self, error);
    return fd;
}

static gboolean write_all(const Store *self, int fd, const uint8_t *bytes, size_t size, GError **error)
{
    while (size > 0) {
        ssize_t put = write(fd, bytes, size);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return fail_store(self, error);
        bytes += put;
        size -= (size_t)put;
    }
    return TRUE;
}

/* Ends the unfinished blob NAME, open as FD, which is closed.  One that another thread has put meanwhile is
 * dropped. */
static gboolean settle(Store *self, int fd, uint64_t size, const char *name, const char *digest, GError **error)
{
    if (size >= EARLY_BYTES && !file_is_private(self->dir)) /* so that the one syncfs at the end finds little left to do */
        sync_file_range(fd, 0, 0, SYNC_FILE_RANGE_WRITE);
    if (close(fd) != 0) {
        fail_store(self, error);
        unlinkat(self->scratch_fd, name, 0);
        return FALSE;
    }
    g_mutex_lock(&self->lock);
    bool known = g_hash_table_contains(self->pending, digest);
    if (!known)
        g_hash_table_insert(self->pending, g_strdup(digest), g_strdup(name));
    g_mutex_unlock(&self->lock);
    if (known)
        unlinkat(self->scratch_fd, name, 0);
    return TRUE;
}

gboolean store_put(Store *self, const void *bytes, size_t size, char digest[DIGEST_HEX + 1], GError **error)
{
    char name[NAME_BYTES];
    digest_bytes(bytes, size, digest);
    if (store_has(self, digest, size))
        return TRUE;
    int fd = make_unfinished(self, name, error);
    if (fd < 0)
        return FALSE;
    if (write_all(self, fd, bytes, size, error))
        return settle(self, fd, size, name, digest, error);
    close(fd);
    unlinkat(self->scratch_fd, name, 0);
    return FALSE;
}

StoreWriter *store_writer_new(Store *store, GError **error)
{
    StoreWriter *self = g_new0(StoreWriter, 1);
    self->store = store;
    self->fd = make_unfinished(store, self->name, error);
    if (self->fd < 0) {
        g_free(self);
        return NULL;
    }
    self->digest = digest_new();
    return self;
}

gboolean store_writer_write(StoreWriter *self, const void *bytes, size_t size, GError **error)
{
    digest_update(self->digest, bytes, size);
    self->size += size;
    return write_all(self->store, self->fd, bytes, size, error);
}

int store_writer_fd(const StoreWriter *self)
{
    return self->fd;
}

void store_writer_free(StoreWriter *self)
{
    if (!self)
        return;
    if (self->fd >= 0) {
        close(self->fd);
        unlinkat(self->store->scratch_fd, self->name, 0);
    }
    digest_free(self->digest);
    g_free(self);
}

gboolean store_writer_finish(StoreWriter *self, char digest[DIGEST_HEX + 1], uint64_t *size, GError **error)
{
    gboolean ok = TRUE;
    digest_finish(self->digest, digest);
    *size = self->size;
    if (!store_has(self->store, digest, self->size)) {
        ok = settle(self->store, self->fd, self->size, self->name, digest, error);
        self->fd = -1;
    }
    store_writer_free(self);
    return ok;
}

int store_scratch(Store *self, GError **error)
{
    char name[NAME_BYTES];
    int fd = make_unfinished(self, name, error);
    if (fd >= 0)
        unlinkat(self->scratch_fd, name, 0);
    return fd;
}

/* ---- committing
 * ---------------------------------------------------------------------------------------------- */

/* Somebody put a folder where a blob belongs, or a file where its folder does: disk and permissions have
 * nothing to do with it. */
static gboolean fail_commit(const Store *self, const char *name, GError **error)
{
    if (errno != EISDIR && errno != ENOTDIR)
        return fail_store(self, error);
    return fault_system(
        error, 0,
        tr("存储中的 %s/%s/%s 被文件夹或其他东西占着，请移走后再试",
           "%s/%s/%s in the store is taken by a folder or something else; move that away and try again"),
        self->dir, BLOBS, name);
}

static gboolean commit_blob(Store *self, const char *digest, const char *from, GError **error)
{
    char name[NAME_BYTES];
    blob_name(digest, name);
    int code = renameat(self->scratch_fd, from, self->blobs_fd, name);
    if (code != 0 && errno == ENOENT) {
        name[2] = '\0';
        if (mkdirat(self->blobs_fd, name, 0777) != 0 && errno != EEXIST)
            return fail_store(self, error);
        name[2] = '/';
        code = renameat(self->scratch_fd, from, self->blobs_fd, name);
    }
    return code == 0 || fail_commit(self, name, error);
}

gboolean store_commit(Store *self, GError **error)
{
    GHashTableIter iter;
    gpointer digest, name;
    if (g_hash_table_size(self->pending) == 0)
        return TRUE;
    if (!file_is_private(self->dir) && syncfs(self->scratch_fd) != 0)
        return fail_store(self, error);
    self->was_empty = false;
    g_hash_table_iter_init(&iter, self->pending);
    while (g_hash_table_iter_next(&iter, &digest, &name)) {
        if (!commit_blob(self, digest, name, error))
            return FALSE;
        g_hash_table_iter_remove(&iter);
    }
    return TRUE;
}

gboolean store_clean(const char *dir, GError **error)
{
    g_autofree char *path = g_build_filename(dir, SCRATCH, NULL);
    return file_remove_tree(path, error);
}

bool store_holds_receipt(const Store *store, const char *path)
{
    g_autofree char *folder = g_build_filename(store->dir, "receipts", NULL);
    char *real_folder = realpath(folder, NULL), *real_path = realpath(path, NULL);
    size_t length = real_folder ? strlen(real_folder) : 0;
    bool inside = real_folder && real_path && strncmp(real_path, real_folder, length) == 0 && real_path[length] == '/';
    free(real_folder);
    free(real_path);
    return inside;
}
