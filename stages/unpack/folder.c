#include "folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <linux/openat2.h>

#include "fault.h"
#include "lang.h"
#include "leaf.h"
#include "walk.h"

/* Something in the folder as it was found first. */
typedef struct {
    char *path; /* raw, relative */
    struct stat info;
    bool listed; /* a folder that could be read */
    Brought brought;
} Found;

static void found_free(gpointer data)
{
    Found *found = data;
    g_free(found->path);
    g_free(found);
}

/* Opens PATH below ROOT without following any link on the way; kernels before 5.6 check the last step only.
 */
static int open_below(int root, const char *path, int flags)
{
    struct open_how how = {.flags = (uint64_t)(unsigned)(flags | O_CLOEXEC | O_NOFOLLOW),
                           .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS};
    long fd = syscall(SYS_openat2, root, path, &how, sizeof how);
    if (fd < 0 && errno == ENOSYS)
        fd = openat(root, path, flags | O_CLOEXEC | O_NOFOLLOW);
    return (int)fd;
}

/* Adds what lies in the folder BELOW to ALL; false when it cannot be listed. */
static bool list_one(int root, const char *below, GPtrArray *all, uint64_t max)
{
    int fd = open_below(root, below[0] ? below : ".", O_RDONLY | O_DIRECTORY);
    DIR *folder = fd >= 0 ? fdopendir(fd) : NULL;
    if (!folder) {
        if (fd >= 0)
            close(fd);
        return false;
    }
    for (struct dirent *entry; all->len <= max && (entry = readdir(folder));) {
        struct stat info;
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        if (fstatat(fd, entry->d_name, &info, AT_SYMLINK_NOFOLLOW) != 0)
            continue; /* gone already: the folder's own time tells */
        Found *found = g_new0(Found, 1);
        found->path = below[0] ? g_strconcat(below, "/", entry->d_name, NULL) : g_strdup(entry->d_name);
        found->info = info;
        g_ptr_array_add(all, found);
    }
    closedir(folder);
    return true;
}

static gint compare_found(gconstpointer a, gconstpointer b)
{
    return strcmp((*(Found *const *)a)->path, (*(Found *const *)b)->path);
}

/* ROOT itself and everything below it in byte order, cut off soon after MAX; NULL when ROOT cannot be listed.
 * Folders are listed as they come up, so depth costs no stack. */
static GPtrArray *list_all(int root, uint64_t max)
{
    g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(found_free);
    Found *top = g_new0(Found, 1);
    top->path = g_strdup("");
    g_ptr_array_add(all, top);
    if (fstat(root, &top->info) != 0)
        return NULL;
    for (guint i = 0; i < all->len && all->len <= max; i++) {
        Found *found = all->pdata[i];
        if (S_ISDIR(found->info.st_mode))
            found->listed = list_one(root, found->path, all, max);
    }
    if (!top->listed)
        return NULL;
    g_ptr_array_sort(all, compare_found);
    return g_steal_pointer(&all);
}

static bool is_same(const struct stat *a, const struct stat *b)
{
    return a->st_ino == b->st_ino && a->st_size == b->st_size && a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
           a->st_mtim.tv_nsec == b->st_mtim.tv_nsec && a->st_ctim.tv_sec == b->st_ctim.tv_sec &&
           a->st_ctim.tv_nsec == b->st_ctim.tv_nsec;
}

static bool is_unchanged(int root, const GPtrArray *all)
{
    for (guint i = 0; i < all->len; i++) {
        const Found *found = all->pdata[i];
        struct stat now;
        if (fstatat(root, found->path, &now, AT_SYMLINK_NOFOLLOW | AT_EMPTY_PATH) != 0 ||
            !is_same(&found->info, &now))
            return false;
    }
    return true;
}

static void note_all(const Intake *intake, const GPtrArray *all, int64_t listed_ns)
{
    for (guint i = 0; i < all->len; i++) {
        Found *found = all->pdata[i];
        if (found->brought.count == 0)
            continue;
        RememberedFile file = brought_file(&found->brought, intake);
        remembered_note(intake->remembered, &file, &found->info, listed_ns);
        g_ptr_array_unref(file.found);
    }
}

static gboolean read_regular(Intake *intake, int root, const Found *found, Member *member, GError **error)
{
    const SeasonLimits *limits = intake->limits;
    uint64_t size = (uint64_t)found->info.st_size;
    if (size > (uint64_t)limits->member_bytes) {
        member_exceeds(member, "member-bytes", limits->member_bytes);
        return TRUE;
    }
    if (size > (uint64_t)limits->total_bytes - MIN(intake->bytes, (uint64_t)limits->total_bytes)) {
        member_exceeds(member, "total-bytes", limits->total_bytes);
        return TRUE;
    }
    int fd = open_below(root, found->path, O_RDONLY | O_NONBLOCK);
    if (fd < 0 && (errno == EMFILE || errno == ENFILE || errno == ENOMEM))
        return fault_system(error, errno, tr("无法打开 %s", "cannot open %s"), member->path);
    if (fd < 0) {
        member_refuse(member, MEMBER_DAMAGED, "unreadable");
        return TRUE;
    }
    intake->bytes += size;
    return walk_file(intake, member, fd, error);
}

/* MEMBER, the file's own, is the last of the package. */
static gboolean take_regular(Intake *intake, int root, Found *found, Member *member, GError **error)
{
    remembered_signature(found->path, &found->info, found->brought.signature);
    brought_begin(&found->brought, intake);
    if (!intake_recall(intake, &found->brought) && !read_regular(intake, root, found, member, error))
        return FALSE;
    brought_end(&found->brought, intake);
    return TRUE;
}

static gboolean take_found(Intake *intake, int root, Found *found, GError **error)
{
    bool folder = S_ISDIR(found->info.st_mode), regular = S_ISREG(found->info.st_mode);
    FoundName name = {
        .raw = (const uint8_t *)found->path,
        .raw_size = strlen(found->path),
        .depth = 1,
        .size_bytes = regular ? (int64_t)found->info.st_size : 0,
        .folder = folder && found->listed,
        .on_disk = true,
    };
    Member *member = intake_member(intake, &name);
    if (!member || member->state != MEMBER_READ)
        return TRUE;
    if (regular)
        return take_regular(intake, root, found, member, error);
    if (folder)
        member_refuse(member, MEMBER_DAMAGED, "unreadable");
    else
        member_refuse(member, MEMBER_UNSAFE, S_ISLNK(found->info.st_mode) ? "link" : "special");
    return TRUE;
}

static gboolean take_all(Intake *intake, int root, const GPtrArray *all, GError **error)
{
    for (guint i = 1; i < all->len; i++) { /* the first is the folder itself */
        Found *found = all->pdata[i];
        if (S_ISREG(found->info.st_mode))
            intake->package->size_bytes += found->info.st_size;
        if (!take_found(intake, root, found, error))
            return FALSE;
    }
    return TRUE;
}

gboolean folder_take(Intake *intake, const char *path, GError **error)
{
    Package *package = intake->package;
    package->form = PACKAGE_FOLDER;
    int root = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    uint64_t max = (uint64_t)intake->limits->members + 1; /* the folder itself is no member */
    int64_t listed_ns = g_get_real_time() * 1000;
    g_autoptr(GPtrArray) all = root >= 0 ? list_all(root, max) : NULL;
    gboolean ok = TRUE;
    if (!all) {
        package_refuse(package, "unreadable");
    } else if (all->len > max) {
        package_exceeds(package, "members", intake->limits->members);
    } else {
        intake->members += all->len - 1;
        ok = take_all(intake, root, all, error);
        ok = workers_wait(intake->workers, ok ? error : NULL) && ok;
        if (ok && !is_unchanged(root, all))
            package->state = PACKAGE_CHANGING;
        else if (ok)
            note_all(intake, all, listed_ns);
    }
    if (root >= 0)
        close(root);
    return ok;
}
