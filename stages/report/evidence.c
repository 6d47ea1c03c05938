#include "report_evidence.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <glib.h>

#include "fault.h"
#include "fileio.h"
#include "lang.h"
#include "store.h"

struct Evidences {
    const char *store, *folder;
    GHashTable *shown; /* file name → digest */
};

Evidences *evidences_new(const char *store, const char *folder)
{
    Evidences *self = g_new0(Evidences, 1);
    self->store = store;
    self->folder = folder;
    self->shown = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    return self;
}

void evidences_free(Evidences *self)
{
    if (!self)
        return;
    g_hash_table_unref(self->shown);
    g_free(self);
}

/* The extension under which a blob of TYPE is shown, or NULL. */
static const char *extension_of(const char *type)
{
    static const struct {
        const char *type, *extension;
    } shown[] = {{"jpeg", "jpg"}, {"png", "png"}, {"pdf", "pdf"}};
    for (gsize i = 0; type && i < G_N_ELEMENTS(shown); i++)
        if (strcmp(shown[i].type, type) == 0)
            return shown[i].extension;
    return NULL;
}

static const Scan *sound_scan(const ReportUnit *unit, const char *path, const char **sha256)
{
    const Member *member = unit->members && path ? g_hash_table_lookup(unit->members, path) : NULL;
    if (!member || !member->sha256 || !digest_is_valid(member->sha256) || !unit->scans)
        return NULL;
    *sha256 = member->sha256;
    const Scan *scan = scans_find(unit->scans, member->sha256);
    return scan && scan->state == SCAN_OK ? scan : NULL;
}

bool evidences_is_tiff(const ReportUnit *unit, const char *path)
{
    const char *sha256;
    const Scan *scan = sound_scan(unit, path, &sha256);
    return scan && g_strcmp0(scan->type, "tiff") == 0;
}

char *evidences_show(Evidences *self, const ReportUnit *unit, const char *path)
{
    const char *sha256;
    const Scan *scan = self->store ? sound_scan(unit, path, &sha256) : NULL;
    const char *extension = scan ? extension_of(scan->type) : NULL;
    if (!extension)
        return NULL;
    char *name = g_strconcat("evidence/", sha256, ".", extension, NULL);
    if (!g_hash_table_contains(self->shown, name))
        g_hash_table_insert(self->shown, g_strdup(name), g_strdup(sha256));
    return name;
}

static gboolean copy(const char *from, const char *to, GError **error)
{
    g_autoptr(GError) cause = NULL;
    if (file_copy(from, to, &cause))
        return TRUE;
    return fault_system(error, 0, tr("无法把扫描件写到 %s：%s", "cannot put a scan at %s: %s"), to,
                        cause->message);
}

static gboolean put_blob(const Evidences *self, const char *name, const char *digest, GError **error)
{
    g_autofree char *from = store_blob_path(self->store, digest),
                    *to = g_build_filename(self->folder, name, NULL);
    if (link(from, to) == 0 || errno == EEXIST)
        return TRUE;
    if (errno == ENOENT)
        return fault_input(
            error, FAULT_MISSING,
            tr("库房中缺少 %s，请运行 anjuan verify 检查", "%s is not in the store; run anjuan verify"),
            from);
    return copy(from, to, error);
}

gboolean evidences_write(const Evidences *self, GError **error)
{
    if (g_hash_table_size(self->shown) == 0)
        return TRUE;
    g_autofree char *folder = g_build_filename(self->folder, "evidence", NULL);
    if (!file_make_folder(folder, error))
        return FALSE;
    GHashTableIter iter;
    gpointer name, digest;
    g_hash_table_iter_init(&iter, self->shown);
    while (g_hash_table_iter_next(&iter, &name, &digest))
        if (!put_blob(self, name, digest, error))
            return FALSE;
    return TRUE;
}
