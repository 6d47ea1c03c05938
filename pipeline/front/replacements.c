/* PKG-014: a package of hundreds of files is told by its folders, each with the number of what it holds. */
#include "replacements.h"

#include <string.h>

#include "rec_inventory.h"

/* The folder that PATH is told under: a case file and a file at the top stand for themselves, what lies with a candidate under the
 * candidate, the rest under the first folder. */
static char *folder_of(const char *path)
{
    const char *first = strchr(path, '/');
    if (!first || g_str_has_prefix(path, "案卷/"))
        return g_strdup(path);
    const char *second = strchr(first + 1, '/');
    bool person = second && strstr(path, "先进个人/") && strstr(path, "先进个人/") < first;
    return g_strndup(path, (size_t)((person ? second : first) - path));
}

typedef struct { char *folder; const char *only; guint count; } Group;

static void group_free(gpointer data)
{
    Group *group = data;
    g_free(group->folder);
    g_free(group);
}

static void group_add(GPtrArray *groups, const char *path)
{
    g_autofree char *folder = folder_of(path);
    for (guint i = 0; i < groups->len; i++) {
        Group *group = groups->pdata[i];
        if (strcmp(group->folder, folder) == 0) {
            group->count++;
            return;
        }
    }
    Group *group = g_new(Group, 1);
    *group = (Group){g_steal_pointer(&folder), path, 1};
    g_ptr_array_add(groups, group);
}

/* A line for each folder, "6 信息"; a folder of one thing is told as that thing.  Caller frees. */
static char *groups_text(const GPtrArray *groups)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < groups->len; i++) {
        const Group *group = groups->pdata[i];
        g_string_append_printf(text, "%s%u %s", i > 0 ? "\n" : "", group->count, group->count > 1 ? group->folder : group->only);
    }
    return g_string_free(g_steal_pointer(&text), FALSE);
}

static Finding *add_finding(UnitRun *unit, const char *package)
{
    Finding *finding = catalogue_add(unit->run->catalogue, unit->run->intake->findings, "PKG-014", NULL, NULL, package, NULL);
    finding->unit = g_strdup(unit->row->id);
    return finding;
}

static void note_package(UnitRun *unit, const Inventory *inventory, const char *package)
{
    g_autoptr(GPtrArray) replaced = g_ptr_array_new_with_free_func(group_free), added = g_ptr_array_new_with_free_func(group_free);
    for (guint i = 0; i < inventory->replacements->len; i++) {
        const Replacement *one = inventory->replacements->pdata[i];
        if (strcmp(one->package, package) == 0)
            group_add(one->added ? added : replaced, one->path);
    }
    if (replaced->len + added->len == 0)
        return;
    g_autofree char *replaced_text = groups_text(replaced), *added_text = groups_text(added);
    Finding *finding = add_finding(unit, package);
    finding_param(finding, "replaced", replaced_text);
    finding_param(finding, "added", added_text);
}

static bool reuse(UnitRun *unit)
{
    const Intake *before = unit->run->before;
    bool known = before && !unit->inventory_new && intake_unit(before, unit->row->id);
    for (guint i = 0; known && i < before->findings->len; i++) {
        const Finding *old = before->findings->pdata[i];
        if (strcmp(old->code, "PKG-014") != 0 || g_strcmp0(old->unit, unit->row->id) != 0)
            continue;
        Finding *finding = add_finding(unit, old->file);
        finding_param(finding, "replaced", finding_value(old, "replaced"));
        finding_param(finding, "added", finding_value(old, "added"));
    }
    return known;
}

gboolean replacements_fill(UnitRun *unit, GError **error)
{
    if (unit->uses->len < 2 || reuse(unit))
        return TRUE;
    g_autofree char *path = seasondir_unit_path(unit->run->dir, unit->row->id, "inventory.xml");
    Inventory *inventory = record_read(&inventory_type, path, error);
    if (!inventory)
        return FALSE;
    for (guint i = 0; i < inventory->packages->len; i++)
        note_package(unit, inventory, ((const Package *)inventory->packages->pdata[i])->name);
    record_free(&inventory_type, inventory);
    return TRUE;
}
