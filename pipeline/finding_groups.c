#include "finding_groups.h"

#include <stdbool.h>
#include <string.h>

#include "lang.h"
#include "text.h"

static bool lies_in(const char *path, const char *folder)
{
    size_t length = strlen(folder);
    return path && strncmp(path, folder, length) == 0 && (path[length] == '/' || path[length] == '\0');
}

static bool is_about(const Finding *finding, const char *folder)
{
    return lies_in(finding->casefile, folder) || lies_in(finding->file, folder);
}

/* The candidate whose folder a finding is about, or NULL. */
static const char *person_of(const UnitRecord *unit, const Finding *finding)
{
    for (guint i = 0; unit && i < unit->candidates->len; i++) {
        const UnitCandidate *one = unit->candidates->pdata[i];
        if (is_about(finding, one->path))
            return one->name;
    }
    for (guint i = 0; unit && i < unit->legals->len; i++) {
        const UnitLegal *one = unit->legals->pdata[i];
        if (is_about(finding, one->path))
            return one->name;
    }
    return NULL;
}

static void group_free(gpointer data)
{
    FindingGroup *group = data;
    g_ptr_array_unref(group->findings);
    g_free(group);
}

static FindingGroup *group_of(GPtrArray *groups, const char *casefile, const char *person)
{
    for (guint i = 0; i < groups->len; i++) {
        FindingGroup *group = groups->pdata[i];
        if (g_strcmp0(group->casefile, casefile) == 0 && g_strcmp0(group->person, person) == 0)
            return group;
    }
    FindingGroup *group = g_new0(FindingGroup, 1);
    group->casefile = casefile;
    group->person = person;
    group->findings = g_ptr_array_new();
    g_ptr_array_add(groups, group);
    return group;
}

static void group_take(const Catalogue *catalogue, FindingGroup *group, const Finding *finding)
{
    static const int weights[] = {0, 1, 100, 10000};
    Cost cost = catalogue_cost(catalogue, finding->code);
    if (group->person) /* a candidate's case file fills no slot of the unit */
        cost = MIN(cost, COST_PERSON);
    if (finding->level > group->level)
        group->cost = 0;
    group->level = MAX(group->level, finding->level);
    if (finding->level == group->level)
        group->cost = MAX(group->cost, (int)cost);
    group->weight += weights[finding->level] * (1 + (int)cost);
    g_ptr_array_add(group->findings, (gpointer)finding);
}

static int compare_groups(gconstpointer left, gconstpointer right)
{
    const FindingGroup *a = *(FindingGroup *const *)left, *b = *(FindingGroup *const *)right;
    if (a->level != b->level)
        return b->level - a->level;
    if (a->cost != b->cost)
        return b->cost - a->cost;
    if (a->weight != b->weight)
        return b->weight - a->weight;
    int names = text_compare_natural(a->casefile ? a->casefile : "", b->casefile ? b->casefile : "");
    return names ? names : g_strcmp0(a->person, b->person);
}

GPtrArray *finding_groups(const Catalogue *catalogue, const UnitRecord *unit, const GPtrArray *findings)
{
    GPtrArray *groups = g_ptr_array_new_with_free_func(group_free);
    for (guint i = 0; i < findings->len; i++) {
        const Finding *finding = findings->pdata[i];
        const char *person = person_of(unit, finding);
        group_take(catalogue, group_of(groups, person ? NULL : finding->casefile, person), finding);
    }
    for (guint i = 0; i < groups->len; i++)
        catalogue_sort_by_cost(catalogue, ((FindingGroup *)groups->pdata[i])->findings);
    g_ptr_array_sort(groups, compare_groups);
    return groups;
}

char *finding_group_title(const FindingGroup *group)
{
    g_autofree char *shown = group->person || group->casefile
                                 ? text_display(group->person ? group->person : group->casefile)
                                 : NULL;
    if (!shown)
        return g_strdup(tr("整个材料包", "The package as a whole"));
    return g_strconcat(group->person ? tr("候选人 ", "Candidate ") : tr("案卷 ", "Case file "), shown, NULL);
}
