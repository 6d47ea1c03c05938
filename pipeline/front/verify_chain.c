#include "verify_chain.h"

#include <string.h>

#include "digest.h"
#include "fileio.h"
#include "lang.h"
#include "manifest.h"
#include "runs.h"
#include "text.h"

#define LOG_BYTES_MAX ((size_t)1 << 30)

/* What comes to light on the way along the chain. */
typedef struct {
    const Chain *chain;
    GHashTable *followed; /* run → the run that follows it */
    GHashTable *told;     /* runs whose manifest is reported */
    GHashTable *logged;   /* runs that run.log names */
    GHashTable *taken;    /* unit → number of receipts that run.log says were withdrawn */
    const char *first;    /* the run that follows none */
} Links;

static const Manifest *manifest_of(const Links *links, const char *run)
{
    return g_hash_table_lookup(links->chain->manifests, run);
}

static void report_manifest(Links *links, const char *run, const char *problem)
{
    g_autofree char *path = g_build_filename(links->chain->dir->results, run, "manifest.xml", NULL);
    verify_report(links->chain->verification, path, problem, verify_from_backup());
    g_hash_table_add(links->told, g_strdup(run));
}

/* ---- manifests ---- */

static void verify_previous(Links *links, const char *run, const Manifest *manifest)
{
    char hex[DIGEST_HEX + 1];
    const char *previous = manifest->previous, *other = g_hash_table_lookup(links->followed, previous);
    g_autofree char *problem = NULL;
    if (other)
        problem =
            g_strdup_printf(tr("%s 和 %s 都说接在 %s 之后，中间有结果被撤走过",
                               "%s and %s both say that they follow %s: a run was taken away between them"),
                            other, run, previous);
    else if (!runs_digest(links->chain->dir, previous, hex, NULL))
        problem = g_strdup_printf(tr("%s 接在它之后，而它已不在", "%s follows it, but it is gone"), run);
    else if (g_strcmp0(hex, manifest->previous_sha256) != 0)
        problem = g_strdup_printf(
            tr("清单已被改动：%s 记下它的 SHA-256 为 %.16s…，现为 %.16s…",
               "its manifest was changed: %s noted its SHA-256 as %.16s... but it is %.16s..."),
            run, manifest->previous_sha256, hex);
    if (problem)
        report_manifest(links, previous, problem);
    g_hash_table_insert(links->followed, g_strdup(previous), g_strdup(run));
}

static void verify_first(Links *links, const char *run)
{
    g_autofree char *path = runs_folder(links->chain->dir, run);
    if (links->first) {
        g_autofree char *problem =
            g_strdup_printf(tr("它和 %s 都没有前一次结果，中间有结果被撤走过",
                               "neither it nor %s has a run before it: runs were taken away between them"),
                            links->first);
        verify_report(links->chain->verification, path, problem, verify_from_backup());
    }
    links->first = run;
}

/* A sealed run is made of the same as the run that was sealed. */
static void verify_seal(Links *links, const char *run, const Manifest *manifest)
{
    char hex[DIGEST_HEX + 1] = "";
    const ManifestSeal *seal = manifest->seal;
    const Manifest *sealed = manifest_of(links, seal->run);
    if (sealed && g_strcmp0(sealed->made_from, manifest->made_from) != 0)
        report_manifest(links, run,
                        tr("审定的不是由同样的材料和规则得出的结果：审定是移过来的",
                           "it was made of other material or rules than the run that it says was sealed: the "
                           "seal is another run's"));
    if (!runs_digest(links->chain->dir, seal->run, hex, NULL) || strcmp(hex, seal->sha256) != 0)
        report_manifest(links, seal->run,
                        tr("审定所依据的这次结果已不在，或清单已被改动",
                           "the run that was sealed is gone or its manifest was changed"));
}

static void verify_name(const Links *links, const char *run, const Manifest *manifest)
{
    if (strcmp(manifest->run, run) == 0)
        return;
    g_autofree char *path = runs_folder(links->chain->dir, run);
    g_autofree char *problem = g_strdup_printf(
        tr("按清单这是 %s：文件夹改过名", "by its manifest this is %s: the folder was renamed"),
        manifest->run);
    verify_report(links->chain->verification, path, problem, tr("改回原来的名称", "give it its name again"));
}

static void verify_manifest(Links *links, const char *run, const Manifest *manifest)
{
    verify_name(links, run, manifest);
    if (manifest->previous)
        verify_previous(links, run, manifest);
    else
        verify_first(links, run);
    if (manifest->seal)
        verify_seal(links, run, manifest);
}

/* ---- run.log: it names the newest run too, which no manifest follows yet ---- */

static char *logged_value(const char *line, const char *key)
{
    g_autofree char *start = g_strdup_printf("\"%s\":\"", key);
    const char *at = strstr(line, start);
    return at ? g_strndup(at + strlen(start), strcspn(at + strlen(start), "\"")) : NULL;
}

static void read_withdrawal(Links *links, const char *line)
{
    static const char key[] = "\"receipts\":";
    char *unit = logged_value(line, "unit");
    const char *at = strstr(line, key);
    int count = at && unit ? (int)CLAMP(g_ascii_strtoll(at + sizeof key - 1, NULL, 10), 0, G_MAXINT16) : 0;
    if (unit)
        g_hash_table_insert(
            links->taken, unit,
            GINT_TO_POINTER(GPOINTER_TO_INT(g_hash_table_lookup(links->taken, unit)) + count));
}

/* A later line repeats what it finds, tampered with or not: the first line that names a run speaks of it, and
 * each that published one. */
static void verify_logged_run(Links *links, const char *run, const char *noted, bool published)
{
    char hex[DIGEST_HEX + 1];
    bool first = g_hash_table_add(links->logged, g_strdup(run)), there;
    if ((!first && !published) || g_hash_table_contains(links->told, run))
        return;
    there = runs_digest(links->chain->dir, run, hex, NULL);
    if (there && strcmp(hex, noted) == 0)
        return;
    g_autofree char *problem =
        there ? g_strdup_printf(
                    tr("清单已被改动：run.log 记下它的 SHA-256 为 %.16s…，现为 %.16s…",
                       "its manifest was changed: run.log noted its SHA-256 as %.16s... but it is %.16s..."),
                    noted, hex)
              : g_strdup(tr("run.log 记有这次结果，而它已不在", "run.log names this run, but it is gone"));
    report_manifest(links, run, problem);
}

static void verify_logged(Links *links, const char *line)
{
    g_autofree char *result = logged_value(line, "result"), *run = logged_value(line, "run"),
                    *noted = logged_value(line, "manifest");
    if (g_strcmp0(result, "withdrawn") == 0)
        read_withdrawal(links, line);
    else if (result && run && noted && noted[0] != '\0')
        verify_logged_run(links, run, noted, strcmp(result, "unchanged") != 0);
}

static void verify_all_logged(const Links *links)
{
    for (guint i = 0; i < links->chain->names->len; i++) {
        const char *run = links->chain->names->pdata[i];
        if (g_hash_table_contains(links->logged, run) || g_hash_table_contains(links->followed, run))
            continue;
        g_autofree char *path = runs_folder(links->chain->dir, run);
        g_autofree char *remedy =
            g_strdup_printf(tr("发布后即被中断的，再运行一次 anjuan run 就会记下；先用 anjuan rebuild %s %s "
                               "查明它是否由库中材料算出",
                               "a run that was cut off just after publishing is noted by the next anjuan "
                               "run; find out first whether it comes from the store: anjuan rebuild %s %s"),
                            links->chain->dir->root, run);
        verify_report(links->chain->verification, path,
                      tr("run.log 中没有这次结果，也没有后来的结果接在它之后：可能是放进去的",
                         "neither run.log nor a later run knows of it: it may have been put there"),
                      remedy);
    }
}

static void verify_withdrawals(const Links *links)
{
    g_autoptr(GList) units =
        g_list_sort(g_hash_table_get_keys(links->chain->verification->withdrawn), (GCompareFunc)strcmp);
    for (GList *unit = units; unit; unit = unit->next) {
        int marked = GPOINTER_TO_INT(g_hash_table_lookup(links->chain->verification->withdrawn, unit->data));
        int taken = GPOINTER_TO_INT(g_hash_table_lookup(links->taken, unit->data));
        if (marked <= taken)
            continue;
        g_autofree char *path = g_build_filename(links->chain->dir->receipts, unit->data, NULL);
        g_autofree char *problem = g_strdup_printf(
            tr("有%d份收件标为撤回，run.log 只记有%d份：可能是手工改的",
               "%d receipts are marked withdrawn, run.log knows of %d: somebody may have marked them"),
            marked, taken);
        verify_report(links->chain->verification, path, problem,
                      tr("向单位核实；没有撤回的，从备份恢复收件记录",
                         "ask the unit; if it took nothing back, restore the receipts from a backup"));
    }
}

static void verify_log(Links *links)
{
    size_t size;
    g_autofree char *log = file_read_whole(links->chain->dir->log, LOG_BYTES_MAX, &size, NULL);
    if (!log && links->chain->names->len > 0)
        verify_report(
            links->chain->verification, links->chain->dir->log,
            tr("运行记录已不在或不可读；最近一次结果的清单因此无从核对",
               "the log of runs is gone or unreadable, so nothing proves the manifest of the newest run"),
            verify_from_backup());
    g_auto(GStrv) lines = g_strsplit(log ? log : "", "\n", -1);
    for (char **line = lines; *line; line++)
        verify_logged(links, *line);
    if (!log)
        return;
    verify_all_logged(links);
    verify_withdrawals(links);
}

/* ---- results/latest, results/official, and what else lies there ---- */

/* The end of the chain, or NULL. */
static const char *last_run(const Links *links)
{
    for (guint i = links->chain->names->len; i-- > 0;)
        if (!g_hash_table_contains(links->followed, links->chain->names->pdata[i]))
            return links->chain->names->pdata[i];
    return NULL;
}

/* The run sealed last: back from the end of the chain, and in the order of names where the chain is broken.
 */
static const char *last_sealed(const Links *links)
{
    guint steps = links->chain->names->len;
    for (const char *run = last_run(links); run && steps-- > 0;) {
        const Manifest *manifest = manifest_of(links, run);
        if (!manifest)
            break;
        if (manifest->seal)
            return run;
        if (!manifest->previous)
            return NULL;
        run = manifest->previous;
    }
    for (guint i = links->chain->names->len; i-- > 0;) {
        const Manifest *manifest = manifest_of(links, links->chain->names->pdata[i]);
        if (manifest && manifest->seal)
            return links->chain->names->pdata[i];
    }
    return NULL;
}

static void verify_link(const Links *links, const char *link, const char *wanted)
{
    const SeasonDir *dir = links->chain->dir;
    g_autofree char *path = g_build_filename(dir->results, link, NULL), *run = runs_pointed(dir, link),
                    *target = g_file_read_link(path, NULL);
    bool absent = !target && !g_file_test(path, G_FILE_TEST_EXISTS);
    if (wanted ? g_strcmp0(run, wanted) == 0 : absent)
        return;
    g_autofree char *is = target ? g_strdup_printf(tr("指向 %s", "points at %s"), target)
                                 : g_strdup(absent ? tr("没有了", "is gone") : tr("不是链接", "is no link"));
    g_autofree char *problem =
        wanted
            ? g_strdup_printf(tr("%s，应指向 %s", "%s; should point at %s"), is, wanted)
            : g_strdup_printf(tr("%s，而没有应指向的结果", "%s, but there is no run for it to point at"), is);
    g_autofree char *remedy =
        !wanted ? g_strdup(tr("移到结果文件夹之外", "move it out of the folder of results"))
                : g_strdup_printf("%sln -sfn %s %s",
                                  target || absent ? "" : tr("先移走它，再执行 ", "move it away, then "),
                                  wanted, path);
    verify_report(links->chain->verification, path, problem, remedy);
}

static void verify_stray(const Links *links, const char *name)
{
    g_autofree char *path = runs_folder(links->chain->dir, name);
    bool link = g_file_test(path, G_FILE_TEST_IS_SYMLINK), folder = g_file_test(path, G_FILE_TEST_IS_DIR);
    bool pointer = strcmp(name, "latest") == 0 || strcmp(name, "official") == 0;
    if (pointer || (folder && !link && g_ascii_isdigit(name[0])))
        return;
    verify_report(links->chain->verification, path,
                  tr("不是发布的结果，是放进去的", "no published run: it was put there"),
                  tr("移到结果文件夹之外", "move it out of the folder of results"));
}

/* Hidden names are those of work that was cut off; the next run removes it. */
static void verify_strays(const Links *links)
{
    g_autoptr(GDir) folder = g_dir_open(links->chain->dir->results, 0, NULL);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    for (const char *name; folder && (name = g_dir_read_name(folder));)
        if (name[0] != '.')
            g_ptr_array_add(names, g_strdup(name));
    g_ptr_array_sort(names, text_compare_byte_pointers);
    for (guint i = 0; i < names->len; i++)
        verify_stray(links, names->pdata[i]);
}

void verify_chain(const Chain *chain)
{
    g_autoptr(GHashTable) followed = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr(GHashTable) told = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) logged = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Links links = {chain, followed, told, logged, taken, NULL};
    for (guint i = 0; i < chain->names->len; i++) {
        const Manifest *manifest = manifest_of(&links, chain->names->pdata[i]);
        if (manifest)
            verify_manifest(&links, chain->names->pdata[i], manifest);
    }
    verify_log(&links);
    verify_link(&links, "latest", last_run(&links));
    verify_link(&links, "official", last_sealed(&links));
    verify_strays(&links);
}
