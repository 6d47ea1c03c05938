#include "manifest.h"

#include <string.h>
#include <sys/stat.h>

#include "digest.h"
#include "fault.h"
#include "fileio.h"
#include "lang.h"
#include "program.h"
#include "results.h"
#include "runs.h"

/* ---- reading ---- */

/* A path below a folder: relative, and without "..". */
static bool stays_below(const char *name)
{
    g_auto(GStrv) parts = g_strsplit(name, "/", -1);
    return name[0] != '\0' && name[0] != '/' && !g_strv_contains((const char *const *)parts, "..");
}

static bool is_run_name(const char *name)
{
    return !name || (stays_below(name) && !strchr(name, '/'));
}

/* The first of LIST whose name leads elsewhere or whose digest is none; NULL when all are as we write them. */
static const char *misleading_file(const GPtrArray *list)
{
    for (guint i = 0; i < list->len; i++) {
        const ManifestFile *file = list->pdata[i];
        if (!stays_below(file->name) || !digest_is_valid(file->sha256))
            return file->name;
    }
    return NULL;
}

/* A manifest says where files are read and, by rebuild, written: one that was tampered with must not lead elsewhere. */
static const char *misleading(const Manifest *manifest)
{
    const char *file = misleading_file(manifest->inputs);
    file = file ? file : misleading_file(manifest->rules);
    file = file ? file : misleading_file(manifest->outputs);
    if (file)
        return file;
    return !is_run_name(manifest->run)                                      ? manifest->run
           : !is_run_name(manifest->previous)                               ? manifest->previous
           : !is_run_name(manifest->compared)                               ? manifest->compared
           : manifest->seal && !is_run_name(manifest->seal->run)            ? manifest->seal->run
                                                                            : NULL;
}

Manifest *manifest_read(const char *folder, GError **error)
{
    g_autofree char *path = g_build_filename(folder, "manifest.xml", NULL);
    Manifest *manifest = record_read(&manifest_type, path, error);
    const char *wrong = manifest ? misleading(manifest) : NULL;
    if (!wrong)
        return manifest;
    fault_input(error, FAULT_BAD,
                tr("%s 被改动过：其中的“%s”不是本程序写的；请从备份恢复", "%s was changed: this program did not write \"%s\" there; restore it from a backup"),
                path, wrong);
    record_free(&manifest_type, manifest);
    return NULL;
}

void manifest_free(Manifest *manifest)
{
    record_free(&manifest_type, manifest);
}

/* ---- making ---- */

/* Evidence is linked from the store under its digest, which the store has proved: it is not hashed again. */
static bool digest_in_name(const char *name, char hex[65])
{
    static const char folder[] = "evidence/";
    if (!g_str_has_prefix(name, folder) || strlen(name) < sizeof folder - 1 + 64)
        return false;
    memcpy(hex, name + sizeof folder - 1, 64);
    hex[64] = '\0';
    return digest_is_valid(hex);
}

static gboolean add_file(GPtrArray *list, const char *path, const char *name, GError **error)
{
    char hex[65];
    struct stat info;
    if (!digest_in_name(name, hex) && !digest_file(path, hex, error))
        return FALSE;
    ManifestFile *file = record_add(list, &manifest_file_type);
    file->name = g_strdup(name);
    file->sha256 = g_strdup(hex);
    file->size_bytes = stat(path, &info) == 0 ? (int64_t)info.st_size : 0;
    return TRUE;
}

/* Every file below FOLDER, under PREFIX. */
static gboolean add_folder(GPtrArray *list, const char *folder, const char *prefix, GError **error)
{
    g_autoptr(GPtrArray) names = file_list_below(folder, error);
    gboolean ok = names != NULL;
    for (guint i = 0; ok && i < names->len; i++) {
        g_autofree char *path = g_build_filename(folder, names->pdata[i], NULL);
        g_autofree char *name = g_build_filename(prefix, names->pdata[i], NULL);
        ok = add_file(list, path, name, error);
    }
    return ok;
}

static void add_program(GPtrArray *list, const char *name, const char *version, const char *sha256)
{
    ManifestProgram *program = record_add(list, &manifest_program_type);
    program->name = g_strdup(name);
    program->version = g_strdup(version);
    program->sha256 = g_strdup(sha256);
}

static void add_programs(Manifest *manifest)
{
    add_program(manifest->programs, "anjuan", ANJUAN_VERSION, program_digest);
    for (const StageDigest *stage = stage_digests; stage->stage; stage++) {
        g_autofree char *name = g_strdup_printf("anjuan-%s", stage->stage);
        add_program(manifest->programs, name, ANJUAN_VERSION, stage->sha256);
    }
    for (const LibraryVersion *library = library_versions; library->name; library++)
        add_program(manifest->libraries, library->name, library->version, NULL);
}

gboolean manifest_chain(Manifest *manifest, const SeasonDir *dir, GError **error)
{
    char hex[65];
    g_autofree char *latest = runs_pointed(dir, "latest");
    if (!latest)
        return TRUE;
    if (!runs_digest(dir, latest, hex, error))
        return FALSE;
    manifest->previous = g_steal_pointer(&latest);
    manifest->previous_sha256 = g_strdup(hex);
    return TRUE;
}

/* Records to which nothing that is received leads: those that stand in for what a failed stage did not make, and the inventory of a
 * unit with a package that cannot be read. */
static void keep_records(const UnitRun *unit, GPtrArray *kept)
{
    bool stale = unit->intake->failed && unit->intake->stale;
    for (const char *const *name = results_unit_records; *name; name++)
        if (stale || (unitrun_has_stuck(unit) && !unit->intake->failed && strcmp(*name, "inventory.xml") == 0))
            g_ptr_array_add(kept, g_build_filename("work", "units", unit->row->id, *name, NULL));
}

/* A table that is a link, or lies in a folder that is one, is read like any other and kept like any other. */
static void keep_linked_tables(const SeasonRun *run, GPtrArray *kept)
{
    for (guint i = 0; run->tables && i < run->tables->sources->len; i++) {
        const TableSource *source = run->tables->sources->pdata[i];
        g_autofree char *name = g_build_filename("reference", source->file, NULL);
        if (!g_ptr_array_find_with_equal_func(kept, name, g_str_equal, NULL))
            g_ptr_array_add(kept, g_steal_pointer(&name));
    }
}

GPtrArray *manifest_kept(const SeasonRun *run, GError **error)
{
    g_autoptr(GPtrArray) tables = file_list_below(run->dir->reference, error);
    if (!tables)
        return NULL;
    GPtrArray *kept = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(kept, g_strdup("season.xml"));
    if (run->dir->profile_file)
        g_ptr_array_add(kept, g_strdup("profile.xml"));
    g_ptr_array_add(kept, g_strdup("work/intake.xml"));
    for (guint i = 0; i < tables->len; i++)
        g_ptr_array_add(kept, g_build_filename("reference", tables->pdata[i], NULL));
    keep_linked_tables(run, kept);
    for (guint i = 0; i < run->units->len; i++)
        keep_records(run->units->pdata[i], kept);
    return kept;
}

static gboolean add_kept(Manifest *manifest, const SeasonRun *run, GError **error)
{
    g_autoptr(GPtrArray) kept = manifest_kept(run, error);
    gboolean ok = kept != NULL;
    for (guint i = 0; ok && i < kept->len; i++) {
        g_autofree char *path = g_build_filename(run->dir->root, kept->pdata[i], NULL);
        ok = add_file(manifest->inputs, path, kept->pdata[i], error);
    }
    return ok;
}

gboolean manifest_add_outputs(Manifest *manifest, const char *folder, GError **error)
{
    return add_folder(manifest->outputs, folder, "", error);
}

Manifest *manifest_of_program(GError **error)
{
    g_autoptr(Manifest) manifest = record_new(&manifest_type);
    g_autofree char *rules = file_data_path("rules");
    add_programs(manifest);
    return add_folder(manifest->rules, rules, "rules", error) ? g_steal_pointer(&manifest) : NULL;
}

Manifest *manifest_make(const SeasonRun *run, GError **error)
{
    g_autoptr(Manifest) manifest = manifest_of_program(error);
    if (!manifest || !add_kept(manifest, run, error))
        return NULL;
    bool received = g_file_test(run->dir->receipts, G_FILE_TEST_IS_DIR);
    if (received && !add_folder(manifest->inputs, run->dir->receipts, "store/receipts", error))
        return NULL;
    return g_steal_pointer(&manifest);
}
