#include "scanning.h"

#include <string.h>

#include "beside.h"
#include "comparing.h"
#include "facts.h"
#include "fault.h"
#include "filetype.h"
#include "lang.h"
#include "nearpages.h"
#include "program.h"
#include "scanlist.h"
#include "store.h"

/* The work of all threads. */
typedef struct {
    const StoreDirs *stores;
    GPtrArray *scans;
    Scans *record;     /* that of SCANS */
    GArray *near;      /* pages of those that were written; NULL when the pairs are known */
    guint written;
    KnownScans known;
    int jobs;
    GMutex lock;
    GCond changed;
    bool *done;    /* by index: the facts are known */
    GError *fault; /* the first one */
} Scanning;

/* ---- one blob ---- */

/* Facts that need no look at the bytes; FACTS_REASON_NONE when they do. */
static FactsReason reason_of_type(FileType type)
{
    if (type == FILETYPE_EMPTY)
        return FACTS_REASON_EMPTY;
    if (type == FILETYPE_UNKNOWN)
        return FACTS_REASON_HEADER;
    return scan_type_from_name(filetype_name(type)) == FACTS_OTHER ? FACTS_REASON_FORMAT : FACTS_REASON_NONE;
}

GMappedFile *scanning_map_blob(const StoreDirs *stores, const char *sha256, GError **error)
{
    g_autofree char *path = store_find_blob(stores, sha256);
    g_autoptr(GError) cause = NULL;
    GMappedFile *blob = g_mapped_file_new(path, FALSE, &cause);

    if (blob == NULL)
        fault_system(error, 0, tr("存储中的文件 %s 读不出（%s）；请运行 anjuan verify 检查，再重新接收材料",
                                  "blob %s of the store cannot be read (%s); check with `anjuan verify`, "
                                  "then receive the package again"), sha256, cause->message);
    return blob;
}

static gboolean examine_blob(const StoreDirs *stores, const Scan *scan, ScanFacts *facts, GError **error)
{
    g_autoptr(GMappedFile) blob = scanning_map_blob(stores, scan->sha256, error);

    if (blob == NULL)
        return FALSE;
    FactsType type = scan_type_from_name(scan->type);
    const uint8_t *bytes = (const uint8_t *)g_mapped_file_get_contents(blob);
    scan_examine(type, bytes, g_mapped_file_get_length(blob), facts);
    scan_measure_edges(type, bytes, g_mapped_file_get_length(blob), facts);
    return TRUE;
}

/* DATA is the index, from 1. */
static void examine(gpointer data, gpointer user_data)
{
    Scanning *self = user_data;
    guint index = GPOINTER_TO_UINT(data) - 1;
    Scan *scan = self->scans->pdata[index];
    GError *fault = NULL;
    ScanFacts facts;
    FactsReason reason = reason_of_type(filetype_from_name(scan->type));

    scan_facts_init(&facts);
    if (reason != FACTS_REASON_NONE)
        scan_facts_fail(&facts, reason);
    else
        examine_blob(self->stores, scan, &facts, &fault);
    facts_to_record(&facts, scan);
    scan_facts_clear(&facts);
    g_mutex_lock(&self->lock);
    if (self->fault == NULL)
        self->fault = g_steal_pointer(&fault);
    self->done[index] = true;
    g_cond_broadcast(&self->changed);
    g_mutex_unlock(&self->lock);
    g_clear_error(&fault);
}

/* ---- all of them ---- */

/* Swaps each of SCANS that KNOWN has facts of for those, and marks it.  Both are in order of digest. */
static void take_known(GPtrArray *scans, GPtrArray *known, bool *done)
{
    guint k = 0;

    for (guint i = 0; i < scans->len; i++) {
        const Scan *scan = scans->pdata[i];
        int order = -1;
        while (k < known->len && (order = strcmp(((const Scan *)known->pdata[k])->sha256, scan->sha256)) < 0)
            k++;
        if (k == known->len)
            return;
        done[i] = order == 0 && strcmp(((const Scan *)known->pdata[k])->type, scan->type) == 0;
        if (done[i]) {
            gpointer taken = known->pdata[k];
            known->pdata[k] = scans->pdata[i];
            scans->pdata[i] = taken;
        }
    }
}

static gboolean wait_for(gpointer scan, guint index, void *data, GError **error)
{
    Scanning *self = data;

    (void)scan;
    g_mutex_lock(&self->lock);
    while (!self->done[index] && self->fault == NULL)
        g_cond_wait(&self->changed, &self->lock);
    if (self->fault != NULL)
        g_propagate_error(error, g_error_copy(self->fault));
    g_mutex_unlock(&self->lock);
    return *error == NULL;
}

/* Only what comparing needs is kept of the pages. */
static void forget(gpointer data, void *user_data)
{
    Scanning *self = user_data;
    Scan *scan = data;

    for (guint i = 0; self->near != NULL && i < scan->page->len; i++)
        nearpages_add(self->near, self->written, scan->page->pdata[i]);
    self->written++;
    record_list_clear(scan->page, &scan_page_type);
}

static gboolean compare_all(void *data, GError **error)
{
    Scanning *self = data;

    return self->near == NULL ||
           comparing_fill(self->record, self->near, &self->known, self->stores, self->jobs, error);
}

/* Examines what is not done, and writes one after the other as they become known. */
static gboolean examine_all(Scanning *self, const char *path, GError **error)
{
    const RecordEach each = {&scan_type, wait_for, forget, compare_all, self};
    GError *fault = NULL;

    g_mutex_init(&self->lock);
    g_cond_init(&self->changed);
    Crew *crew = crew_new(examine, self, self->jobs);
    for (guint i = 0; i < self->scans->len; i++)
        if (!self->done[i])
            crew_push(crew, GUINT_TO_POINTER(i + 1));
    gboolean ok = record_write_each(&scans_type, self->record, &each, path, &fault);
    crew_free(crew, true);
    g_mutex_clear(&self->lock);
    g_cond_clear(&self->changed);
    g_clear_error(&self->fault);
    if (fault != NULL)
        g_propagate_error(error, fault);
    return ok;
}

static bool all_are(const bool *flags, guint count)
{
    guint set = 0;

    while (set < count && flags[set])
        set++;
    return set == count;
}

gboolean scanning_write(const Inventory *inventory, Scans *known, const StoreDirs *stores, int jobs, const char *path,
                        GError **error)
{
    Scans *scans = record_new(&scans_type);
    char digest[DIGEST_HEX + 1];

    scans->program = g_strdup(program_digest);
    scanlist_add(inventory, scans->scans);
    scanlist_digest_of(scans->scans, digest);
    made_from_add(scans->made_from, "list", digest);
    g_autofree bool *done = g_new0(bool, scans->scans->len);
    Scanning self = {.stores = stores, .scans = scans->scans, .record = scans, .jobs = jobs, .done = done};
    if (known != NULL && g_strcmp0(known->program, program_digest) == 0) {
        take_known(scans->scans, known->scans, done);
        self.known.scans = known;
    }
    g_autofree bool *had = g_memdup2(done, scans->scans->len * sizeof *done);
    self.known.had = had;
    g_autoptr(GArray) near = nearpages_new();
    if (self.known.scans != NULL && known->scans->len == scans->scans->len && all_are(had, scans->scans->len))
        comparing_take(scans, known);
    else
        self.near = near;
    gboolean ok = examine_all(&self, path, error);
    record_free(&scans_type, scans);
    return ok;
}
