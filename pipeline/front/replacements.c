/* PKG-014: a package of hundreds of files is told by its folders, each with the number of what it holds. */
#include "replacements.h"

#include <string.h>

#include "rec_inventory.h"
#include "text.h"

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
    return member_counted(member) && g_strcmp0(name, casefile) == 0;
}

/* The name of a file folded, without its extension and the number that it has in the order of the papers ("05 立案审批表.docx",
 * "（5）立案审批表.pdf"): a paper put in between moves those behind it on.  A name of digits alone stays.  Caller frees. */
static char *name_of(const Member *member)
{
    g_autofree char *folded = text_fold(path_base(member->path));
    char *dot = strrchr(folded, '.');
    if (dot && dot > folded)
        *dot = '\0';
    const char *rest = folded + (g_str_has_prefix(folded, "〔") ? strlen("〔") : 0), *digits = rest;
    while (g_ascii_isdigit(*rest))
        rest++;
    static const char *const marks[] = {"〕", ".", "、", "_", "-", "—", NULL};
    bool numbered = rest > digits, parted = true;
    while (numbered && parted) {
        parted = false;
        for (int i = 0; marks[i] && !parted; i++)
            if (g_str_has_prefix(rest, marks[i])) {
                rest += strlen(marks[i]);
                parted = true;
            }
    }
    return g_strdup(numbered && *rest ? rest : folded);
}

/* True when LONGER is SHORTER with a remark behind it: 决定书（更正）. */
static bool is_remarked(const char *longer, const char *shorter)
{
    static const char *const remarks[] = {"〔", "更正", "修改", "修订", "补正", "重新", "新", "-", "_"};
    const char *rest = g_str_has_prefix(longer, shorter) ? longer + strlen(shorter) : "";
    for (size_t i = 0; i < G_N_ELEMENTS(remarks); i++)
        if (g_str_has_prefix(rest, remarks[i]))
            return true;
    return false;
}

enum { SAME_FILE, SAME_NAME, SAME_BUT_REMARK, WAYS };

static bool is_same(const Member *now, const Member *then, int way)
{
    if (way == SAME_FILE)
        return strcmp(path_base(now->path), path_base(then->path)) == 0 || g_strcmp0(now->sha256, then->sha256) == 0;
    g_autofree char *name = name_of(now), *before = name_of(then);
    return way == SAME_NAME ? strcmp(name, before) == 0 : is_remarked(name, before) || is_remarked(before, name);
}

/* The files of CASEFILE in PACKAGE (Member, borrowed).  Caller unrefs. */
static GPtrArray *files_of(const Package *package, const char *casefile)
{
    GPtrArray *files = g_ptr_array_new();
    for (guint i = 0; i < package->members->len; i++)
        if (in_casefile(package->members->pdata[i], casefile))
            g_ptr_array_add(files, package->members->pdata[i]);
    return files;
}

/* Takes from BEFORE those that are still there as WAY tells; of two files with other names one is the other once. */
static void drop_held(GPtrArray *before, GPtrArray *now, int way)
{
    for (guint i = 0; i < before->len;) {
        guint at = 0;
        while (at < now->len && !is_same(now->pdata[at], before->pdata[i], way))
            at++;
        if (at == now->len) {
            i++;
            continue;
        }
        g_ptr_array_remove_index(before, i);
        if (way != SAME_FILE)
            g_ptr_array_remove_index(now, at);
    }
}

/* The same of NOW by the names and bytes of BEFORE, which stays: what is new. */
static GPtrArray *new_files(const GPtrArray *now, const GPtrArray *before)
{
    GPtrArray *files = g_ptr_array_new();
    for (guint i = 0; i < now->len; i++) {
        bool known = false;
        for (guint j = 0; j < before->len && !known; j++)
            known = is_same(now->pdata[i], before->pdata[j], SAME_FILE);
        if (!known)
            g_ptr_array_add(files, now->pdata[i]);
    }
    return files;
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

/* Adds a line "2 案卷/甲|回证.docx|决定书.docx" when CASEFILE came without files that it had before; returns how many. */
static guint add_lost(GString *lines, const Inventory *inventory, guint index, const char *casefile)
{
    const Package *before = package_before(inventory, index, casefile);
    if (!before)
        return 0;
    g_autoptr(GPtrArray) lost = files_of(before, casefile), now = files_of(inventory->packages->pdata[index], casefile);
    g_autoptr(GPtrArray) fresh = new_files(now, lost);
    drop_held(lost, now, SAME_FILE);
    for (int way = SAME_NAME; way < WAYS; way++)
        drop_held(lost, fresh, way);
    if (lost->len == 0)
        return 0;
    g_string_append_printf(lines, "%s%u 案卷/%s", lines->len > 0 ? "\n" : "", lost->len, casefile);
    for (guint i = 0; i < MIN(lost->len, LOST_SHOWN_MAX); i++)
        g_string_append_printf(lines, "|%s", path_base(((const Member *)lost->pdata[i])->path));
    return lost->len;
}

/* *COUNT is how many they are. */
static char *lost_text(const Inventory *inventory, guint index, guint *count)
{
    const Package *package = inventory->packages->pdata[index];
    GString *lines = g_string_new(NULL);
    for (guint i = 0; i < inventory->replacements->len; i++) {
        const Replacement *one = inventory->replacements->pdata[i];
        bool casefile = g_str_has_prefix(one->path, "案卷/") && !strchr(one->path + strlen("案卷/"), '/');
        if (casefile && !one->added && strcmp(one->package, package->name) == 0)
            *count += add_lost(lines, inventory, index, one->path + strlen("案卷/"));
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
    guint count = 0;
    g_autofree char *replaced_text = groups_text(replaced), *added_text = groups_text(added),
                    *lost = lost_text(inventory, index, &count), *number = g_strdup_printf("%u", count);
    Finding *finding = add_finding(unit, replaced->len > 0 ? NULL : "added", package);
    finding_param(finding, "replaced", replaced_text);
    finding_param(finding, "added", added_text);
    if (count > 0) {
        finding_param(finding, "lost", lost);
        finding_param(finding, "lost-count", number);
    }
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
        static const char *const lost[] = {"lost", "lost-count"};
        for (size_t j = 0; j < G_N_ELEMENTS(lost); j++)
            if (finding_value(old, lost[j]))
                finding_param(finding, lost[j], finding_value(old, lost[j]));
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
