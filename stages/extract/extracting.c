#include "extracting.h"

#include <string.h>

#include "beside.h"
#include "digest.h"
#include "fault.h"
#include "fileio.h"
#include "filefacts.h"
#include "filetype.h"
#include "partname.h"
#include "rec_inventory.h"
#include "text.h"

/* One blob under one name's judgement; files that share both share the result. */
typedef struct {
    char *path;        /* where the bytes are */
    FileFacts *facts;  /* the first of them */
    GPtrArray *others; /* FileFacts with the same bytes and named type */
    GError *error;
} Task;

typedef struct {
    const ExtractRules *rules;
    GPtrArray *tasks;
    gint next;
} Work;

static void task_free(gpointer data)
{
    Task *task = data;
    g_free(task->path);
    g_ptr_array_unref(task->others);
    g_clear_error(&task->error);
    g_free(task);
}

static void run_task(const ExtractRules *rules, Matcher *matcher, Task *task)
{
    FileFacts *facts = task->facts;
    size_t size = 0;
    g_autofree char *bytes = NULL;
    GError *fault = NULL;
    if (filefacts_wants_bytes(facts))
        bytes = file_read_whole(task->path, DOCUMENT_BYTES_MAX, &size, &fault);
    if (g_error_matches(fault, FAULT_INPUT, FAULT_LIMIT)) {
        g_clear_error(&fault);
        facts->content = CONTENT_UNREADABLE;
        facts->reason = g_strdup("limit");
    } else if (fault) {
        task->error = fault;
        return;
    } else {
        filefacts_read(rules, matcher, bytes, size, facts);
    }
    for (guint i = 0; i < task->others->len; i++)
        filefacts_copy(facts, g_ptr_array_index(task->others, i));
}

static gpointer work_thread(gpointer data)
{
    Work *work = data;
    Matcher *matcher = matcher_new();
    for (;;) {
        guint i = (guint)g_atomic_int_add(&work->next, 1);
        if (i >= work->tasks->len)
            break;
        run_task(work->rules, matcher, g_ptr_array_index(work->tasks, i));
    }
    matcher_free(matcher);
    return NULL;
}

static gboolean run_tasks(const ExtractRules *rules, GPtrArray *tasks, int jobs, GError **error)
{
    Work work = {.rules = rules, .tasks = tasks};
    int count = MIN(jobs, (int)tasks->len);
    g_autofree Beside *others = g_new0(Beside, MAX(count, 1));
    for (int i = 1; i < count; i++)
        others[i] = beside_start("extract", work_thread, &work);
    work_thread(&work);
    for (int i = 1; i < count; i++)
        beside_end(&others[i]);
    for (guint i = 0; i < tasks->len; i++) {
        Task *task = g_ptr_array_index(tasks, i);
        if (!task->error)
            continue;
        if (task->error->domain == FAULT_INPUT) /* a blob that is gone is the store's fault, not the package's */
            return fault_system(error, 0, "%s", task->error->message);
        g_propagate_error(error, g_steal_pointer(&task->error));
        return FALSE;
    }
    return TRUE;
}

/* Adds a task for FACTS, or hangs it on the one that reads the same bytes in the same way. */
static void add_task(GPtrArray *tasks, GHashTable *known, FileFacts *facts, const char *path)
{
    g_autofree char *key =
        g_strdup_printf("%s|%s|%s|%d", facts->sha256, facts->type ? facts->type : "",
                        facts->named_type ? facts->named_type : "", part_is_bare(path_base(facts->path)));
    gboolean shared = filefacts_wants_bytes(facts) && g_strcmp0(facts->named_type, "bulletin") != 0; /* their date may be in the name */
    Task *task = shared ? g_hash_table_lookup(known, key) : NULL;
    if (task) {
        g_ptr_array_add(task->others, facts);
        return;
    }
    task = g_new0(Task, 1);
    task->path = g_strdup(path);
    task->facts = facts;
    task->others = g_ptr_array_new();
    g_ptr_array_add(tasks, task);
    if (shared)
        g_hash_table_insert(known, g_steal_pointer(&key), task);
}

static int compare_files(gconstpointer a, gconstpointer b)
{
    const FileFacts *left = *(const FileFacts *const *)a, *right = *(const FileFacts *const *)b;
    return text_compare_paths(left->path, right->path);
}

/* ---- what an earlier result says ---- */

static char *file_key(const char *path, const char *sha256, const char *type)
{
    return g_strdup_printf("%s|%s|%s", sha256, type ? type : "", path);
}

/* Key → place in KNOWN->files of its entry. */
static GHashTable *known_places(const Casefiles *known)
{
    GHashTable *places = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; known && i < known->files->len; i++) {
        const FileFacts *facts = known->files->pdata[i];
        g_hash_table_insert(places, file_key(facts->path, facts->sha256, facts->type), &known->files->pdata[i]);
    }
    return places;
}

/* Moves the entry of the same file to FILES; an empty one stays in its place.  False when there is none. */
static bool take_known(GHashTable *places, const Member *member, GPtrArray *files)
{
    g_autofree char *key = file_key(member->path, member->sha256, member->type);
    gpointer *place = g_hash_table_lookup(places, key);
    if (!place)
        return false;
    g_hash_table_remove(places, key);
    g_ptr_array_add(files, *place);
    *place = record_new(&file_facts_type);
    return true;
}

/* ---- the inventory ---- */

Casefiles *extracting_inventory(const ExtractRules *rules, const Inventory *inventory, Casefiles *known_files, const StoreDirs *stores,
                                int jobs, GError **error)
{
    Casefiles *casefiles = record_new(&casefiles_type);
    g_autoptr(GPtrArray) tasks = g_ptr_array_new_with_free_func(task_free);
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) places = known_places(known_files);
    Matcher *matcher = matcher_new();
    for (guint p = 0; p < inventory->packages->len; p++) {
        const Package *package = inventory->packages->pdata[p];
        for (guint m = 0; m < package->members->len; m++) {
            const Member *member = package->members->pdata[m];
            if (!member_counts(member) || !member->sha256 || take_known(places, member, casefiles->files))
                continue;
            FileFacts *facts = record_add(casefiles->files, &file_facts_type);
            facts->path = g_strdup(member->path);
            facts->sha256 = g_strdup(member->sha256);
            facts->type = g_strdup(member->type);
            filefacts_name(rules, matcher, facts);
            g_autofree char *path = store_find_blob(stores, member->sha256);
            add_task(tasks, known, facts, path);
        }
    }
    matcher_free(matcher);
    g_ptr_array_sort(casefiles->files, compare_files);
    if (run_tasks(rules, tasks, jobs, error))
        return casefiles;
    record_free(&casefiles_type, casefiles);
    return NULL;
}

static gboolean add_file(const ExtractRules *rules, Matcher *matcher, Casefiles *casefiles, const char *path, GError **error)
{
    size_t size;
    g_autofree char *bytes = file_read_whole(path, DOCUMENT_BYTES_MAX, &size, error);
    if (!bytes)
        return FALSE;
    FileFacts *facts = record_add(casefiles->files, &file_facts_type);
    facts->path = g_strdup(path);
    Window window = window_of_memory(bytes, size);
    facts->type = g_strdup(filetype_name(filetype_of(&window)));
    char hex[DIGEST_HEX + 1];
    digest_bytes(bytes, size, hex);
    facts->sha256 = g_strdup(hex);
    filefacts_name(rules, matcher, facts);
    return TRUE;
}

Casefiles *extracting_files(const ExtractRules *rules, char **paths, int jobs, GError **error)
{
    Casefiles *casefiles = record_new(&casefiles_type);
    g_autoptr(GPtrArray) tasks = g_ptr_array_new_with_free_func(task_free);
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Matcher *matcher = matcher_new();
    gboolean fine = TRUE;
    for (char **path = paths; fine && *path; path++)
        if ((fine = add_file(rules, matcher, casefiles, *path, error)))
            add_task(tasks, known, casefiles->files->pdata[casefiles->files->len - 1], *path);
    matcher_free(matcher);
    if (fine && run_tasks(rules, tasks, jobs, error))
        return casefiles;
    record_free(&casefiles_type, casefiles);
    return NULL;
}
