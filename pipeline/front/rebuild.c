#include "rebuild.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "digest.h"
#include "fault.h"
#include "fileio.h"
#include "lang.h"
#include "rec_inventory.h"
#include "runs.h"
#include "scratch.h"
#include "store.h"
#include "text.h"

#define INPUT_BYTES_MAX ((size_t)1 << 30)

struct Rebuild {
    const SeasonDir *season;
    const Manifest *manifest;
    char *folder;      /* the scratch season */
    int lock_fd;       /* held on it: another rebuild takes a folder without one for a leftover */
    SeasonDir *dir;
    Intake *intake;    /* until the run takes it over */
    SeasonRun *run;
};

/* ---- the folder ---- */

static const char folder_prefix[] = "rebuild-";

/* -1 when somebody else is at work in it. */
static int hold_folder(const char *path)
{
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) != 0) {
        close(fd);
        return -1;
    }
    return fd;
}

/* A rebuild that was killed leaves its folder behind. */
static void remove_leftovers(const char *work)
{
    g_autoptr(GDir) folder = g_dir_open(work, 0, NULL);
    for (const char *name; folder && (name = g_dir_read_name(folder));) {
        g_autofree char *path = g_build_filename(work, name, NULL);
        int fd = g_str_has_prefix(name, folder_prefix) ? hold_folder(path) : -1;
        if (fd < 0)
            continue;
        file_remove_tree(path, NULL);
        close(fd);
    }
}

static gboolean make_folder(Rebuild *self, GError **error)
{
    if (!file_make_folder(self->season->work, error))
        return FALSE;
    remove_leftovers(self->season->work);
    self->folder = g_strdup_printf("%s/%sXXXXXX", self->season->work, folder_prefix);
    if (!g_mkdtemp_full(self->folder, 0700))
        return fault_system(error, errno, tr("无法在 %s 中建立文件夹", "cannot make a folder in %s"), self->season->work);
    self->lock_fd = hold_folder(self->folder);
    return TRUE;
}

/* ---- inputs ---- */

static gboolean write_input(const Rebuild *self, const char *name, const void *data, size_t size, GError **error)
{
    g_autofree char *path = g_build_filename(self->folder, name, NULL), *folder = g_path_get_dirname(path);
    return file_make_folder(folder, error) && file_write_plain(path, data, size, error);
}

static gboolean refuse_input(const Rebuild *self, const char *name, GError **error)
{
    return fault_input(error, FAULT_MISSING,
                       tr("%s 的输入 %s 已不在库中或不再是原样，无法重算；请运行 anjuan verify %s 查明，从备份恢复后再试",
                          "input %2$s of %1$s is gone from the store or not as it was; see anjuan verify %3$s, restore it from a backup and try again"),
                       self->manifest->run, name, self->season->root);
}

/* Season file, a table, intake, or the record of a unit: a blob of the store under its digest. */
static gboolean restore_blob(const Rebuild *self, const ManifestFile *file, GError **error)
{
    char hex[DIGEST_HEX + 1] = "";
    size_t size;
    g_autofree char *blob = store_blob_path(self->season->store, file->sha256), *data = file_read_whole(blob, INPUT_BYTES_MAX, &size, NULL);
    if (data)
        digest_bytes(data, size, hex);
    if (!data || strcmp(hex, file->sha256) != 0)
        return refuse_input(self, file->name, error);
    return write_input(self, file->name, data, size, error);
}

static gboolean share_members(const Rebuild *self, const Package *package, GError **error)
{
    g_autofree char *store = g_build_filename(self->folder, "store", NULL);
    for (guint i = 0; i < package->members->len; i++) {
        const Member *member = package->members->pdata[i];
        if (member->sha256 && !scratch_take_blob(self->season->store, store, member->sha256, error))
            return FALSE;
    }
    return TRUE;
}

/* A receipt as it was then: it may have been marked withdrawn since. */
static gboolean restore_receipt(const Rebuild *self, const ManifestFile *file, GError **error)
{
    char hex[DIGEST_HEX + 1];
    g_autofree char *path = g_build_filename(self->season->root, file->name, NULL);
    Receipt *receipt = record_read(&receipt_type, path, NULL);
    bool same = receipt && digest_file(path, hex, NULL) && strcmp(hex, file->sha256) == 0;
    if (receipt && !same) {
        receipt->withdrawn = false;
        record_digest(&receipt_type, receipt, hex);
        same = strcmp(hex, file->sha256) == 0;
    }
    size_t size;
    g_autofree char *data = same ? record_format(&receipt_type, receipt, &size) : NULL;
    gboolean ok = data ? write_input(self, file->name, data, size, error) && share_members(self, receipt->package, error)
                       : refuse_input(self, file->name, error);
    record_free(&receipt_type, receipt);
    return ok;
}

static gboolean restore_inputs(const Rebuild *self, GError **error)
{
    for (guint i = 0; i < self->manifest->inputs->len; i++) {
        const ManifestFile *file = self->manifest->inputs->pdata[i];
        bool receipt = g_str_has_prefix(file->name, "store/receipts/");
        if (!(receipt ? restore_receipt : restore_blob)(self, file, error))
            return FALSE;
    }
    return TRUE;
}

/* Intake is taken out of the way: the run writes it again. */
static gboolean take_intake(Rebuild *self, GError **error)
{
    g_autofree char *path = g_build_filename(self->folder, "work", "intake.xml", NULL);
    if (!g_file_test(path, G_FILE_TEST_EXISTS))
        return refuse_input(self, "work/intake.xml", error);
    self->intake = record_read(&intake_type, path, error);
    return self->intake && (unlink(path) == 0 || fault_system(error, errno, tr("无法删除 %s", "cannot remove %s"), path));
}

/* ---- the run ---- */

static gboolean run_units(Rebuild *self, GError **error)
{
    int signal_number = 0;
    const RunOptions options = {.rebuilt = g_steal_pointer(&self->intake), .quiet = true};
    g_autofree char *intake = g_build_filename(self->folder, "work", "intake.xml", NULL);
    self->run = seasonrun_new(self->dir, &options, error);
    if (!self->run)
        return FALSE;
    if (seasonrun_units(self->run, &signal_number, error))
        return record_write(&intake_type, self->run->intake, intake, error);
    if (signal_number != 0)
        g_set_error(error, FAULT_INTERRUPTED, signal_number, "%s", tr("已中断", "interrupted"));
    return FALSE;
}

/* A unit that fails now but did not then has no records here. */
static gboolean all_went_well(const Rebuild *self, GError **error)
{
    for (guint i = 0; i < self->manifest->inputs->len; i++)
        if (strcmp(((const ManifestFile *)self->manifest->inputs->pdata[i])->name, "work/intake.xml") == 0) {
            char hex[DIGEST_HEX + 1];
            record_digest(&intake_type, self->run->intake, hex);
            if (strcmp(hex, ((const ManifestFile *)self->manifest->inputs->pdata[i])->sha256) != 0)
                return fault_input(error, FAULT_BAD, tr("有单位的材料这次处理失败，而 %s 中没有失败；未能重算", "a stage failed on a unit that did not fail in %s; it could not be rebuilt"), self->manifest->run);
        }
    return TRUE;
}

Rebuild *rebuild_new(const SeasonDir *dir, const Manifest *manifest, GError **error)
{
    g_autoptr(Rebuild) self = g_new0(Rebuild, 1);
    self->season = dir;
    self->manifest = manifest;
    self->lock_fd = -1;
    if (!make_folder(self, error) || !restore_inputs(self, error) || !take_intake(self, error))
        return NULL;
    self->dir = seasondir_open(self->folder, error);
    if (!self->dir || !run_units(self, error) || !all_went_well(self, error))
        return NULL;
    return g_steal_pointer(&self);
}

void rebuild_free(Rebuild *self)
{
    if (!self)
        return;
    seasonrun_free(self->run);
    record_free(&intake_type, self->intake);
    seasondir_close(self->dir);
    if (self->folder)
        file_remove_tree(self->folder, NULL);
    if (self->lock_fd >= 0)
        close(self->lock_fd);
    g_free(self->folder);
    g_free(self);
}

const char *rebuild_folder(const Rebuild *self)
{
    return self->folder;
}

static gboolean build(Rebuild *self, const char *folder, const char *time, const char *sealed, GError **error)
{
    const char *name = self->manifest->compared;
    g_autofree char *compared = name ? runs_folder(self->season, name) : NULL;
    if (compared && !g_file_test(compared, G_FILE_TEST_IS_DIR))
        return fault_input(error, FAULT_MISSING, tr("%s 的变化是与 %s 相比的，而后者已不在；从备份恢复后再试", "the changes of %s are told against %s, which is gone; restore it from a backup and try again"),
                           self->manifest->run, name);
    const ResultsPlan plan = {.compared = compared, .time = time, .language = self->manifest->language, .alternatives = true, .sealed = sealed};
    return results_build(self->run, &plan, folder, error);
}

gboolean rebuild_results(Rebuild *self, const char *folder, GError **error)
{
    g_autofree char *time = instant_format(self->manifest->time_s);
    return build(self, folder, time, self->manifest->seal ? self->manifest->seal->note : NULL, error);
}

gboolean rebuild_sealed(Rebuild *self, const char *folder, const char *time, const char *note, GError **error)
{
    return build(self, folder, time, note, error);
}

/* ---- comparing ---- */

static guint say(FILE *stream, const char *name, const char *what)
{
    g_autofree char *shown = text_display(name);
    fprintf(stream, "  %s  %s\n", what, shown);
    return 1;
}

guint rebuild_compare(const Manifest *manifest, const char *folder, FILE *stream)
{
    guint count = 0;
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < manifest->outputs->len; i++) {
        const ManifestFile *file = manifest->outputs->pdata[i];
        char hex[DIGEST_HEX + 1];
        g_autofree char *path = g_build_filename(folder, file->name, NULL);
        g_hash_table_add(known, file->name);
        if (!digest_file(path, hex, NULL))
            count += say(stream, file->name, tr("重算中没有", "not made now"));
        else if (strcmp(hex, file->sha256) != 0)
            count += say(stream, file->name, tr("不同", "differs"));
    }
    g_autoptr(GPtrArray) names = file_list_below(folder, NULL);
    for (guint i = 0; names && i < names->len; i++)
        if (!g_hash_table_contains(known, names->pdata[i]) && strcmp(names->pdata[i], "manifest.xml") != 0)
            count += say(stream, names->pdata[i], tr("原来没有", "not made then"));
    return count;
}

static guint compare_digest(const char *name, const char *was, const char *now, FILE *stream)
{
    return g_strcmp0(was, now) == 0 ? 0 : say(stream, name, was ? tr("与当时不同", "is another than then") : tr("当时没有", "was not there then"));
}

static const char *rules_then(const Manifest *manifest, const char *name)
{
    for (guint i = 0; i < manifest->rules->len; i++)
        if (strcmp(((const ManifestFile *)manifest->rules->pdata[i])->name, name) == 0)
            return ((const ManifestFile *)manifest->rules->pdata[i])->sha256;
    return NULL;
}

static const char *program_then(const Manifest *manifest, const char *name)
{
    for (guint i = 0; i < manifest->programs->len; i++)
        if (strcmp(((const ManifestProgram *)manifest->programs->pdata[i])->name, name) == 0)
            return ((const ManifestProgram *)manifest->programs->pdata[i])->sha256;
    return NULL;
}

guint rebuild_programs(const Manifest *manifest, FILE *stream, GError **error)
{
    guint count = 0;
    g_autoptr(Manifest) now = manifest_of_program(error);
    for (guint i = 0; now && i < now->rules->len; i++) {
        const ManifestFile *file = now->rules->pdata[i];
        count += compare_digest(file->name, rules_then(manifest, file->name), file->sha256, stream);
    }
    for (guint i = 0; now && i < now->programs->len; i++) {
        const ManifestProgram *program = now->programs->pdata[i];
        count += compare_digest(program->name, program_then(manifest, program->name), program->sha256, stream);
    }
    return count;
}
