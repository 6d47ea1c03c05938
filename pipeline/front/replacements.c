/* PKG-014: a package of hundreds of files is told by its folders, each with the number of what it holds. */
#include "replacements.h"

#include <string.h>

#include "rec_inventory.h"

/* The folder that PATH is told under: a file at the top stands for itself, a case file as well unless it was only
 * ADDED, what lies with a candidate is told under the candidate, the rest under the first folder. */
static char *folder_of(const char *path, bool added)
{
    const char *first = strchr(path, '/');
    if (!first || (!added && g_str_has_prefix(path, "案卷/")))
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

static void group_add(GPtrArray *groups, const char *path, bool added)
{
    g_autofree char *folder = folder_of(path, added);
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

static Finding *add_finding(UnitRun *unit, const char *variant, const char *package)
{
    GPtrArray *findings = unit->run->intake->findings;
    Finding *finding = catalogue_add(unit->run->catalogue, findings, "PKG-014", variant, NULL, package, NULL);
    finding->unit = g_strdup(unit->row->id);
    return finding;
}

/* ---- what a case file no longer holds ---- */

enum { LOST_SHOWN_MAX = 5 };

static bool in_casefile(const Member *member, const char *casefile)
{
    g_autofree char *name = path_casefile(member->path);
    int state = member->state == MEMBER_REPLACED ? member->was : member->state;
    return state == MEMBER_READ && g_strcmp0(name, casefile) == 0;
}

static bool holds_still(const Package *package, const char *casefile, const Member *lost)
{
    for (guint i = 0; i < package->members->len; i++) {
        const Member *member = package->members->pdata[i];
        bool same = strcmp(path_base(member->path), path_base(lost->path)) == 0 ||
                    g_strcmp0(member->sha256, lost->sha256) == 0;
        if (same && in_casefile(member, casefile))
            return true;
    }
    return false;
}

/* The package before the one at INDEX that has files of CASEFILE, NULL for none. */
static const Package *package_before(const Inventory *inventory, guint index, const char *casefile)
{
    while (index-- > 0) {
        const Package *package = inventory->packages->pdata[index];
        for (guint i = 0; i < package->members->len; i++)
            if (in_casefile(package->members->pdata[i], casefile))
                return package;
    }
    return NULL;
}

/* Adds a line "2 案卷/甲|回证.docx|决定书.docx" when CASEFILE came without files that it had before. */
static void add_lost(GString *lines, const Inventory *inventory, guint index, const char *casefile)
{
    const Package *package = inventory->packages->pdata[index],
                  *before = package_before(inventory, index, casefile);
    g_autoptr(GString) names = g_string_new(NULL);
    guint count = 0;
    for (guint i = 0; before && i < before->members->len; i++) {
        const Member *member = before->members->pdata[i];
        if (!in_casefile(member, casefile) || holds_still(package, casefile, member))
            continue;
        if (count++ < LOST_SHOWN_MAX)
            g_string_append_printf(names, "|%s", path_base(member->path));
    }
    if (count > 0)
        g_string_append_printf(lines, "%s%u 案卷/%s%s", lines->len > 0 ? "\n" : "", count, casefile, names->str);
}

static char *lost_text(const Inventory *inventory, guint index)
{
    const Package *package = inventory->packages->pdata[index];
    GString *lines = g_string_new(NULL);
    for (guint i = 0; i < inventory->replacements->len; i++) {
        const Replacement *one = inventory->replacements->pdata[i];
        bool casefile = g_str_has_prefix(one->path, "案卷/") && !strchr(one->path + strlen("案卷/"), '/');
        if (casefile && !one->added && strcmp(one->package, package->name) == 0)
            add_lost(lines, inventory, index, one->path + strlen("案卷/"));
    }
    return g_string_free(lines, FALSE);
}

/* ---- the finding ---- */

static void note_package(UnitRun *unit, const Inventory *inventory, guint index)
{
    const char *package = ((const Package *)inventory->packages->pdata[index])->name;
    g_autoptr(GPtrArray) replaced = g_ptr_array_new_with_free_func(group_free), added = g_ptr_array_new_with_free_func(group_free);
    for (guint i = 0; i < inventory->replacements->len; i++) {
        const Replacement *one = inventory->replacements->pdata[i];
        if (strcmp(one->package, package) == 0)
            group_add(one->added ? added : replaced, one->path, one->added);
    }
    if (replaced->len + added->len == 0)
        return;
    g_autofree char *replaced_text = groups_text(replaced), *added_text = groups_text(added),
                    *lost = lost_text(inventory, index);
    Finding *finding = add_finding(unit, replaced->len > 0 ? NULL : "added", package);
    finding_param(finding, "replaced", replaced_text);
    finding_param(finding, "added", added_text);
    if (lost[0] != '\0')
        finding_param(finding, "lost", lost);
}

static bool reuse(UnitRun *unit)
{
    const Intake *before = unit->run->before;
    bool known = before && !unit->inventory_new && intake_unit(before, unit->row->id);
    for (guint i = 0; known && i < before->findings->len; i++) {
        const Finding *old = before->findings->pdata[i];
        if (strcmp(old->code, "PKG-014") != 0 || g_strcmp0(old->unit, unit->row->id) != 0)
            continue;
        Finding *finding = add_finding(unit, old->variant, old->file);
        finding_param(finding, "replaced", finding_value(old, "replaced"));
        finding_param(finding, "added", finding_value(old, "added"));
        if (finding_value(old, "lost"))
            finding_param(finding, "lost", finding_value(old, "lost"));
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
        note_package(unit, inventory, i);
    record_free(&inventory_type, inventory);
    return TRUE;
}
