#include "manifest.h"

#include <string.h>
#include <sys/stat.h>

#include "digest.h"
#include "fileio.h"
#include "program.h"

Manifest *manifest_read(const char *folder, GError **error)
{
    g_autofree char *path = g_build_filename(folder, "manifest.xml", NULL);
    return record_read(&manifest_type, path, error);
}

void manifest_free(Manifest *manifest)
{
    record_free(&manifest_type, manifest);
}

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

static gboolean chain_to_latest(Manifest *manifest, const SeasonDir *dir, GError **error)
{
    char hex[65];
    g_autofree char *latest = seasondir_latest(dir);
    if (!latest)
        return TRUE;
    g_autofree char *path = g_build_filename(latest, "manifest.xml", NULL);
    if (!digest_file(path, hex, error))
        return FALSE;
    manifest->previous = g_path_get_basename(latest);
    manifest->previous_sha256 = g_strdup(hex);
    return TRUE;
}

static gboolean add_inputs(Manifest *manifest, const SeasonDir *dir, GError **error)
{
    g_autofree char *rules = file_data_path("rules");
    if (!add_file(manifest->inputs, dir->season_file, "season.xml", error) ||
        !add_folder(manifest->inputs, dir->reference, "reference", error) || !add_folder(manifest->rules, rules, "rules", error))
        return FALSE;
    return !g_file_test(dir->receipts, G_FILE_TEST_IS_DIR) || add_folder(manifest->inputs, dir->receipts, "store/receipts", error);
}

Manifest *manifest_make(const SeasonDir *dir, const char *folder, GError **error)
{
    g_autoptr(Manifest) manifest = record_new(&manifest_type);
    add_programs(manifest);
    if (!add_inputs(manifest, dir, error) || !add_folder(manifest->outputs, folder, "", error) || !chain_to_latest(manifest, dir, error))
        return NULL;
    return g_steal_pointer(&manifest);
}
