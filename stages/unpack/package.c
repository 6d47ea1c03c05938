#include "package.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "digest.h"
#include "fault.h"
#include "filetype.h"
#include "folder.h"
#include "lang.h"
#include "leaf.h"
#include "text.h"
#include "unpack.h"
#include "walk.h"

/* ---- a ZIP
 * --------------------------------------------------------------------------------------------------- */

static const char *reason_of(const GError *fault, FileType type)
{
    switch (fault->code) {
    case FAULT_ENCRYPTED:
        return "encrypted";
    case FAULT_UNSUPPORTED:
        return "split";
    case FAULT_TWO:
        return "two-archives";
    default:
        return type == FILETYPE_ZIP || type == FILETYPE_UNKNOWN ? "damaged" : filetype_name(type);
    }
}

/* Opens the package as an archive; NULL when it is none, with its reason set, or on a system fault. */
static Bundle *open_package(Intake *intake, int fd, const Window *window, GError **error)
{
    GError *fault = NULL;
    int64_t limit = intake->limits->members;
    g_autoptr(Bundle) bundle = bundle_new(window, dup(fd), NULL, (uint64_t)intake->limits->members, &fault);
    if (!bundle && fault->domain != FAULT_INPUT) {
        g_propagate_error(error, fault);
        return NULL;
    }
    FileType type = bundle ? filetype_of_archive(bundle->archive) : filetype_of(window);
    bool is_package = bundle && type == FILETYPE_ZIP, many = !bundle && fault->code == FAULT_LIMIT;
    const char *exceeded = is_package ? walk_budget(intake, bundle->archive, &limit) : many ? "members" : NULL;
    if (is_package && !exceeded)
        return g_steal_pointer(&bundle);
    if (exceeded)
        package_exceeds(intake->package, exceeded, limit);
    else
        package_refuse(intake->package, bundle ? filetype_name(type) : reason_of(fault, type));
    g_clear_error(&fault);
    return NULL;
}

static void note_archives(const Intake *intake)
{
    for (guint i = 0; i < intake->archives->len; i++) {
        Brought *brought = &g_array_index(intake->archives, Brought, i);
        RememberedFile file = brought_file(brought, intake);
        remembered_note_archive(intake->remembered, &file, brought->recalled);
        g_ptr_array_unref(file.found);
    }
}

static gboolean take_zip(Intake *intake, int fd, const char *path, const struct stat *before, GError **error)
{
    GError *fault = NULL;
    struct stat after;
    Window window = window_of_file(fd, 0, (uint64_t)before->st_size);
    intake->package->form = PACKAGE_ZIP;
    intake->package->size_bytes = before->st_size;
    g_autoptr(Bundle) bundle = open_package(intake, fd, &window, &fault);
    if (fault) {
        g_propagate_error(error, fault);
        return FALSE;
    }
    gboolean ok = !bundle || walk_bundle(intake, bundle, NULL, 1, error);
    ok = workers_wait(intake->workers, ok ? error : NULL) && ok;
    if (stat(path, &after) != 0 || after.st_ino != before->st_ino || after.st_size != before->st_size ||
        after.st_mtim.tv_sec != before->st_mtim.tv_sec || after.st_mtim.tv_nsec != before->st_mtim.tv_nsec)
        intake->package->state = PACKAGE_CHANGING;
    else if (ok)
        note_archives(intake);
    return ok;
}

static gboolean take_file(Intake *intake, const char *path, GError **error)
{
    struct stat info;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0 || fstat(fd, &info) != 0 || !S_ISREG(info.st_mode)) {
        package_refuse(intake->package, fd >= 0 ? "special" : errno == ENOENT ? "missing" : "unreadable");
        intake->package->form = PACKAGE_ZIP;
        if (fd >= 0)
            close(fd);
        return TRUE;
    }
    gboolean ok = take_zip(intake, fd, path, &info, error);
    close(fd);
    return ok;
}

/* ---- a receipt
 * ----------------------------------------------------------------------------------------------- */

static gboolean check_blobs(Intake *intake, const Package *package, const char *path, GError **error)
{
    for (guint i = 0; i < package->members->len; i++) {
        const Member *member = package->members->pdata[i];
        if (member->state != MEMBER_READ)
            continue;
        if (!digest_is_valid(member->sha256))
            return fault_input(error, FAULT_BAD,
                               tr("收件记录 %s 中 %s 没有摘要", "receipt %s has no digest for %s"), path,
                               member->path);
        if (!store_has(intake->store, member->sha256, (uint64_t)member->size_bytes))
            return fault_system(error, 0,
                                tr("存储中缺少 %s（收件记录 %s 中的 %s），请从备份恢复",
                                   "the store lacks %s (%s: %s); restore it from a backup"),
                                member->sha256, path, member->path);
    }
    return TRUE;
}

static gboolean take_receipt(Intake *intake, const char *path, GPtrArray *packages, GError **error)
{
    Receipt *receipt = record_read(&receipt_type, path, error);
    if (!receipt)
        return FALSE;
    Package *package = g_steal_pointer(&receipt->package);
    record_free(&receipt_type, receipt);
    g_ptr_array_add(packages, package);
    remembered_keep(intake->remembered, package->name);
    package_restore(package);
    return check_blobs(intake, package, path, error);
}

/* ---- any
 * ----------------------------------------------------------------------------------------------------- */

/* A package that was not read is known by its bytes. */
static gboolean name_unread(Package *package, const char *path, GError **error)
{
    char hex[DIGEST_HEX + 1];
    if (package->form != PACKAGE_ZIP || package->size_bytes == 0)
        return TRUE;
    if (!digest_file(path, hex, error))
        return FALSE;
    package->sha256 = g_strdup(hex);
    return TRUE;
}

gboolean package_take(Intake *intake, const char *path, GPtrArray *packages, GError **error)
{
    bool folder = g_file_test(path, G_FILE_TEST_IS_DIR);
    if (!folder && store_holds_receipt(intake->store, path)) /* nothing that was handed in is ever taken for one */
        return take_receipt(intake, path, packages, error);
    g_autofree char *base = g_path_get_basename(path);
    intake->package = record_add(packages, &package_type);
    intake->package->name = name_of_package(intake->decoder, base);
    intake->members = intake->bytes = 0;
    g_array_set_size(intake->archives, 0);
    remembered_begin(intake->remembered, intake->package->name);
    if (!(folder ? folder_take(intake, path, error) : take_file(intake, path, error)))
        return FALSE;
    if (intake->package->state == PACKAGE_UNREADABLE)
        return name_unread(intake->package, path, error);
    package_finish(intake->package);
    return TRUE;
}
