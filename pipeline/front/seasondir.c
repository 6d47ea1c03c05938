#include "seasondir.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "fault.h"
#include "lang.h"

SeasonDir *seasondir_locate(const char *root, GError **error)
{
    if (!g_file_test(root, G_FILE_TEST_IS_DIR)) {
        fault_input(error, FAULT_MISSING, tr("没有找到活动文件夹 %s；可用 anjuan init %s 新建", "there is no season folder %s; make one with: anjuan init %s"),
                    root, root);
        return NULL;
    }
    g_autoptr(SeasonDir) dir = g_new0(SeasonDir, 1);
    dir->lock_fd = -1;
    /* a name that begins with a dash would be an option to the stages */
    dir->root = root[0] == '-' ? g_build_filename(".", root, NULL) : g_strdup(root);
    dir->season_file = g_build_filename(dir->root, "season.xml", NULL);
    dir->profile_file = g_build_filename(dir->root, "profile.xml", NULL);
    if (!g_file_test(dir->profile_file, G_FILE_TEST_EXISTS))
        g_clear_pointer(&dir->profile_file, g_free);
    dir->reference = g_build_filename(dir->root, "reference", NULL);
    dir->submissions = g_build_filename(dir->root, "submissions", NULL);
    dir->store = g_build_filename(dir->root, "store", NULL);
    dir->receipts = g_build_filename(dir->root, "store", "receipts", NULL);
    dir->work = g_build_filename(dir->root, "work", NULL);
    dir->results = g_build_filename(dir->root, "results", NULL);
    dir->log = g_build_filename(dir->root, "run.log", NULL);
    return g_steal_pointer(&dir);
}

SeasonDir *seasondir_open(const char *root, GError **error)
{
    g_autoptr(SeasonDir) dir = seasondir_locate(root, error);
    if (!dir)
        return NULL;
    dir->season = season_read(dir->season_file, error);
    return dir->season ? g_steal_pointer(&dir) : NULL;
}

void seasondir_close(SeasonDir *dir)
{
    if (!dir)
        return;
    char **paths[] = {&dir->root, &dir->season_file, &dir->profile_file, &dir->reference, &dir->submissions,
                      &dir->store, &dir->receipts, &dir->work, &dir->results, &dir->log, &dir->held_work};
    for (gsize i = 0; i < G_N_ELEMENTS(paths); i++)
        g_free(*paths[i]);
    season_free(dir->season);
    if (dir->lock_fd >= 0)
        close(dir->lock_fd);
    g_free(dir);
}

/* *BUSY is set when another run holds the lock; then FALSE without a fault. */
static gboolean lock(SeasonDir *dir, bool *busy, GError **error)
{
    *busy = false;
    dir->lock_fd = open(dir->root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (dir->lock_fd < 0)
        return fault_system(error, errno, tr("无法打开 %s", "cannot open %s"), dir->root);
    if (flock(dir->lock_fd, LOCK_EX | LOCK_NB) == 0)
        return TRUE;
    if (errno != EWOULDBLOCK)
        return fault_system(error, errno, tr("无法锁定 %s", "cannot lock %s"), dir->root);
    *busy = true;
    return FALSE;
}

bool seasondir_is_busy(const SeasonDir *dir)
{
    int fd = open(dir->root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool busy = fd >= 0 && flock(fd, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    if (fd >= 0)
        close(fd);
    return busy;
}

SeasonDir *seasondir_open_locked(const char *root, int *status, GError **error)
{
    bool busy;
    g_autoptr(SeasonDir) dir = seasondir_open(root, error);
    *status = EXIT_INPUT;
    if (!dir)
        return NULL;
    if (lock(dir, &busy, error))
        return g_steal_pointer(&dir);
    if (busy)
        fprintf(stderr, tr("anjuan: 另一次运行正在处理 %s，请等它结束后再试\n", "anjuan: another run is at work on %s; try again when it has ended\n"), dir->root);
    *status = busy ? EXIT_LOCKED : EXIT_IO;
    return NULL;
}

char *seasondir_unit_path(const SeasonDir *dir, const char *unit, const char *name)
{
    return g_build_filename(dir->work, "units", unit, name, NULL);
}

char *seasondir_receipt_folder(const SeasonDir *dir, const char *unit)
{
    return g_build_filename(dir->receipts, unit, NULL);
}

char *seasondir_latest(const SeasonDir *dir)
{
    g_autofree char *link = g_build_filename(dir->results, "latest", NULL);
    g_autofree char *target = g_file_read_link(link, NULL);
    g_autofree char *folder = target ? g_build_filename(dir->results, target, NULL) : NULL;
    return folder && g_file_test(folder, G_FILE_TEST_IS_DIR) ? g_steal_pointer(&folder) : NULL;
}
