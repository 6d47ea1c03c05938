#include "fileio.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>


#include "beside.h"
#include "fault.h"
#include "lang.h"
#include "text.h"

#define VIEW_MAPPED_BYTES ((size_t)1 << 20) /* what is smaller is read sooner than mapped */
#define FOLDER_DEPTH_MAX 256 /* levels below a folder; deeper trees are refused rather than exhaust the stack */

static char *private_folder;

void file_keep_private(const char *folder)
{
    g_free(private_folder);
    private_folder = g_strdup(folder);
}

bool file_is_private(const char *path)
{
    size_t length = private_folder ? strlen(private_folder) : 0;
    return length > 0 && strncmp(path, private_folder, length) == 0 && (path[length] == '/' || path[length] == '\0');
}

enum { BEHIND_PIECES = 8 }; /* may wait to be written; whoever makes them waits then, too */

/* Pieces go round: filled ones to the thread that writes, emptied ones back. */
typedef struct {
    GThread *thread;
    GAsyncQueue *filled, *emptied; /* GByteArray; one of no size ends it */
} Behind;

struct FileAside {
    char *path, *temporary;
    int fd;
    int problem; /* errno of the first failure */
    bool plain;  /* durability is the caller's */
    Behind *behind;    /* NULL: what is given is written at once */
    bool behind_tried; /* there may have been no thread to be had */
};

FileAside *file_aside_new(const char *path)
{
    FileAside *self = g_new0(FileAside, 1);
    self->path = g_strdup(path);
    self->temporary = g_strconcat(path, ".XXXXXX", NULL);
    self->fd = g_mkstemp_full(self->temporary, O_WRONLY | O_CLOEXEC, 0666);
    self->problem = self->fd < 0 ? errno : 0;
    self->plain = file_is_private(path);
    return self;
}

static void write_now(FileAside *self, const void *data, size_t size)
{
    const char *from = data;
    while (self->problem == 0 && size > 0) {
        ssize_t done = write(self->fd, from, size);
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0) {
            self->problem = errno;
            return;
        }
        from += done;
        size -= (size_t)done;
    }
}

static gpointer behind_run(gpointer data)
{
    FileAside *self = data;
    for (;;) {
        GByteArray *piece = g_async_queue_pop(self->behind->filled);
        bool last = piece->len == 0;
        write_now(self, piece->data, piece->len);
        g_async_queue_push(self->behind->emptied, piece);
        if (last)
            return NULL;
    }
}

static void behind_push(Behind *behind, const void *data, size_t size)
{
    GByteArray *piece = g_async_queue_pop(behind->emptied);
    g_byte_array_set_size(piece, 0);
    g_byte_array_append(piece, data, (guint)size);
    g_async_queue_push(behind->filled, piece);
}

static void behind_drop(FileAside *self)
{
    g_async_queue_unref(self->behind->filled);
    g_async_queue_unref(self->behind->emptied);
    g_clear_pointer(&self->behind, g_free);
}

void file_aside_write_behind(FileAside *self)
{
    if (self->behind_tried)
        return;
    self->behind_tried = true;
    GDestroyNotify free_piece = (GDestroyNotify)g_byte_array_unref;
    self->behind = g_new0(Behind, 1);
    self->behind->filled = g_async_queue_new_full(free_piece);
    self->behind->emptied = g_async_queue_new_full(free_piece);
    for (int i = 0; i < BEHIND_PIECES; i++)
        g_async_queue_push(self->behind->emptied, g_byte_array_new());
    self->behind->thread = beside_thread("write", behind_run, self);
    if (!self->behind->thread)
        behind_drop(self);
}

/* Waits until all is written. */
static void behind_end(FileAside *self)
{
    behind_push(self->behind, "", 0);
    g_thread_join(self->behind->thread);
    behind_drop(self);
}

void file_aside_write(FileAside *self, const void *data, size_t size)
{
    if (self->behind && size > 0)
        behind_push(self->behind, data, size);
    else
        write_now(self, data, size);
}

static int sync_folder_of(const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int problem = fd < 0 || fsync(fd) != 0 ? errno : 0;
    if (fd >= 0)
        close(fd);
    return problem;
}

gboolean file_aside_finish(FileAside *self, GError **error)
{
    if (self->behind)
        behind_end(self);
    if (self->problem == 0 && !self->plain && fsync(self->fd) != 0)
        self->problem = errno;
    if (self->fd >= 0 && close(self->fd) != 0 && self->problem == 0)
        self->problem = errno;
    if (self->problem == 0 && rename(self->temporary, self->path) != 0)
        self->problem = errno;
    if (self->problem == 0)
        self->problem = self->plain ? 0 : sync_folder_of(self->path);
    else if (self->fd >= 0)
        unlink(self->temporary);
    gboolean ok = self->problem == 0 ? TRUE : fault_system(error, self->problem, tr("无法写入 %s", "cannot write %s"), self->path);
    g_free(self->path);
    g_free(self->temporary);
    g_free(self);
    return ok;
}

void file_aside_drop(FileAside *self)
{
    if (self->behind)
        behind_end(self);
    self->problem = ECANCELED;
    file_aside_finish(self, NULL);
}

gboolean file_write_whole(const char *path, const void *data, size_t size, GError **error)
{
    FileAside *aside = file_aside_new(path);
    file_aside_write(aside, data, size);
    return file_aside_finish(aside, error);
}

gboolean file_write_plain(const char *path, const void *data, size_t size, GError **error)
{
    FileAside *aside = file_aside_new(path);
    aside->plain = true;
    file_aside_write(aside, data, size);
    return file_aside_finish(aside, error);
}

/* Opens a regular file of at most MAX_BYTES, *SIZE; -1 and a fault when it cannot be had. */
static int open_bounded(const char *path, size_t max_bytes, size_t *size, GError **error)
{
    struct stat info = {0};
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    bool told = false;
    if (fd < 0 && errno == ENOENT)
        told = !fault_input(error, FAULT_MISSING, tr("没有找到文件 %s", "there is no file %s"), path);
    else if (fd < 0 && (errno == ELOOP || errno == ENOTDIR || errno == ENAMETOOLONG)) /* it leads nowhere */
        told = !fault_input(error, FAULT_BAD,
                            tr("无法打开 %s（%s），请核对路径", "cannot open %s (%s); check the path"), path,
                            g_strerror(errno));
    else if (fd < 0)
        told = !fault_system(error, errno, tr("无法打开 %s", "cannot open %s"), path);
    else if (fstat(fd, &info) != 0)
        told = !fault_system(error, errno, tr("无法读取 %s", "cannot read %s"), path);
    else if (!S_ISREG(info.st_mode))
        told = !fault_input(error, FAULT_BAD, tr("%s 不是普通文件", "%s is not a regular file"), path);
    else if ((uint64_t)info.st_size > max_bytes)
        told = !fault_input(error, FAULT_LIMIT,
                            tr("%s 超过 %zu 字节的上限", "%s is larger than the limit of %zu bytes"), path,
                            max_bytes);
    if (!told) {
        *size = (size_t)info.st_size;
        return fd;
    }
    if (fd >= 0)
        close(fd);
    return -1;
}

static char *read_open_file(int fd, const char *path, size_t room, size_t *size, GError **error)
{
    size_t have = 0;
    g_autofree char *data = g_malloc(room + 1);
    while (have < room) {
        ssize_t got = read(fd, data + have, room - have);
        if (got < 0) {
            fault_system(error, errno, tr("读取 %s 出错", "error reading %s"), path);
            return NULL;
        }
        if (got == 0)
            break;
        have += (size_t)got;
    }
    data[have] = '\0';
    if (size)
        *size = have;
    return g_steal_pointer(&data);
}

char *file_read_whole(const char *path, size_t max_bytes, size_t *size, GError **error)
{
    size_t room;
    int fd = open_bounded(path, max_bytes, &room, error);
    if (fd < 0)
        return NULL;
    char *data = read_open_file(fd, path, room, size, error);
    close(fd);
    return data;
}

FileView *file_view(const char *path, size_t max_bytes, GError **error)
{
    size_t size;
    int fd = open_bounded(path, max_bytes, &size, error);
    if (fd < 0)
        return NULL;
    FileView view = {.size = size, .mapped = size >= VIEW_MAPPED_BYTES};
    void *map = view.mapped ? mmap(NULL, size, PROT_READ, MAP_PRIVATE, fd, 0) : MAP_FAILED;
    view.mapped = map != MAP_FAILED;
    view.data = view.mapped ? map : read_open_file(fd, path, size, &view.size, error);
    close(fd);
    return view.data ? g_memdup2(&view, sizeof view) : NULL;
}

void file_view_free(FileView *view)
{
    if (view && view->mapped)
        munmap((void *)view->data, view->size);
    else if (view)
        g_free((void *)view->data);
    g_free(view);
}

gboolean file_copy(const char *from, const char *to, GError **error)
{
    g_autoptr(FileView) view = file_view(from, G_MAXSSIZE, error);
    return view && file_write_plain(to, view->data, view->size, error);
}

/* The two kinds of entries that are no folders. */
typedef enum { LIST_REGULAR, LIST_ODD } Listed;

static gboolean list_folder(GPtrArray *files, Listed listed, const char *root, const char *below, int depth,
                            GError **error)
{
    g_autofree char *path = below ? g_build_filename(root, below, NULL) : g_strdup(root);
    g_autoptr(GError) problem = NULL;
    g_autoptr(GDir) folder = depth < FOLDER_DEPTH_MAX ? g_dir_open(path, 0, &problem) : NULL;
    if (!folder)
        return fault_system(error, 0, tr("无法读取文件夹 %s：%s", "cannot read folder %s: %s"), path,
                            problem ? problem->message : tr("层级过深", "nested too deeply"));
    for (const char *name; (name = g_dir_read_name(folder));) {
        g_autofree char *inner = below ? g_build_filename(below, name, NULL) : g_strdup(name);
        g_autofree char *full = g_build_filename(root, inner, NULL);
        struct stat info;
        if (lstat(full, &info) != 0)
            return fault_system(error, errno, tr("无法读取 %s", "cannot read %s"), full);
        if (S_ISDIR(info.st_mode) && !list_folder(files, listed, root, inner, depth + 1, error))
            return FALSE;
        if (!S_ISDIR(info.st_mode) && S_ISREG(info.st_mode) == (listed == LIST_REGULAR))
            g_ptr_array_add(files, g_steal_pointer(&inner));
    }
    return TRUE;
}

static GPtrArray *list_below(const char *path, Listed listed, GError **error)
{
    g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(g_free);
    if (!list_folder(files, listed, path, NULL, 0, error))
        return NULL;
    g_ptr_array_sort(files, text_compare_byte_pointers);
    return g_steal_pointer(&files);
}

GPtrArray *file_list_below(const char *path, GError **error)
{
    return list_below(path, LIST_REGULAR, error);
}

GPtrArray *file_list_odd_below(const char *path, GError **error)
{
    return list_below(path, LIST_ODD, error);
}

gboolean file_make_folder(const char *path, GError **error)
{
    if (g_mkdir_with_parents(path, 0777) == 0)
        return TRUE;
    return fault_system(error, errno, tr("无法建立文件夹 %s", "cannot make folder %s"), path);
}

/* Read-only folders of a store or of an unpacked package must not keep us from removing our own temporary trees. */
static gboolean remove_at(int parent, const char *name, int depth)
{
    if (unlinkat(parent, name, 0) == 0 || errno == ENOENT)
        return TRUE;
    if ((errno != EISDIR && errno != EPERM && errno != EACCES) || depth > FOLDER_DEPTH_MAX)
        return FALSE;
    int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return FALSE;
    fchmod(fd, 0700);
    DIR *folder = fdopendir(fd);
    gboolean ok = folder != NULL;
    for (struct dirent *entry; ok && (entry = readdir(folder));)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            ok = remove_at(fd, entry->d_name, depth + 1);
    if (folder)
        closedir(folder);
    else
        close(fd);
    return ok && unlinkat(parent, name, AT_REMOVEDIR) == 0;
}

gboolean file_remove_tree(const char *path, GError **error)
{
    if (remove_at(AT_FDCWD, path, 0))
        return TRUE;
    return fault_system(error, errno, tr("无法删除 %s", "cannot remove %s"), path);
}

char *file_program_folder(void)
{
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    return program ? g_path_get_dirname(program) : g_strdup(".");
}

char *file_data_path(const char *name)
{
    const char *chosen = g_getenv("ANJUAN_DATA");
    if (chosen)
        return g_build_filename(chosen, name, NULL);
    g_autofree char *folder = file_program_folder();
    g_autofree char *beside = g_build_filename(folder, "..", "share", "anjuan", name, NULL);
    if (g_file_test(beside, G_FILE_TEST_EXISTS))
        return g_steal_pointer(&beside);
    /* test programs lie in BUILD/tests/KIND */
    return g_build_filename(folder, "..", "..", "share", "anjuan", name, NULL);
}
