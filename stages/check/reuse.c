/* SCN-005 within one unit: the same scan in two case files; and the list of scans for comparing units. */
#include <string.h>

#include "checks.h"

/* SPEC 7: blank pages, 案件证据/ and 证明材料/ are excepted; only scans in case files are compared. */
bool scan_is_compared(const Check *check, const SubFile *file)
{
    return file->group && !file->proof && subfile_is_readable_scan(file) && !scan_is_blank(check->in->season, file->scan);
}

static void add_use(Check *check, const SubFile *file)
{
    ScanUse *use = record_add(check->unit->scans, &scan_use_type);
    use->sha256 = g_strdup(file->facts->sha256);
    use->path = g_strdup(file->facts->path);
    use->casefile = g_strdup(group_name(file->group));
}

static int compare_uses(gconstpointer a, gconstpointer b)
{
    return strcmp((*(ScanUse *const *)a)->sha256, (*(ScanUse *const *)b)->sha256);
}

static bool has_group(const GPtrArray *files, const CaseGroup *group)
{
    for (guint i = 0; i < files->len; i++)
        if (((const SubFile *)files->pdata[i])->group == group)
            return true;
    return false;
}

/* The file before INDEX whose case file has nothing in common with that at INDEX: one below 案卷/ before a candidate's copy. */
static const SubFile *reused_from(const GPtrArray *files, guint index)
{
    const SubFile *file = files->pdata[index], *copy = NULL;
    for (guint i = 0; i < index; i++) {
        const SubFile *other = files->pdata[i];
        if (casegroup_related(file->group, other->group))
            continue;
        if (!other->group->person)
            return other;
        copy = copy ? copy : other;
    }
    return copy;
}

/* FILES hold one scan, the first of each case file, in path order: each case file that has nothing in common with an earlier one is
 * told once. */
static void check_scan(Check *check, const GPtrArray *files)
{
    for (guint i = 1; i < files->len; i++) {
        const SubFile *file = files->pdata[i], *other = reused_from(files, i);
        if (!other)
            continue;
        Finding *finding = check_add(check, "SCN-005", NULL, file->group, file, NULL);
        finding_param(finding, "other", other->facts->path);
        finding_param(finding, "other-casefile", other->group->name);
    }
}

void reuse_check(Check *check)
{
    g_autoptr(GHashTable) by_digest = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
    g_autoptr(GPtrArray) order = g_ptr_array_new();
    for (guint i = 0; i < check->submission->files->len; i++) {
        const SubFile *file = check->submission->files->pdata[i];
        if (!scan_is_compared(check, file))
            continue;
        add_use(check, file);
        GPtrArray *same = g_hash_table_lookup(by_digest, file->facts->sha256);
        if (!same) {
            same = g_ptr_array_new();
            g_hash_table_insert(by_digest, file->facts->sha256, same);
            g_ptr_array_add(order, same);
        }
        if (!has_group(same, file->group))
            g_ptr_array_add(same, (gpointer)file);
    }
    for (guint i = 0; i < order->len; i++)
        check_scan(check, order->pdata[i]);
    g_ptr_array_sort(check->unit->scans, compare_uses);
}
