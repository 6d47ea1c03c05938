#include "finding_groups.h"

#include <string.h>

#include "lang.h"
#include "rec_inventory.h"
#include "text.h"

/* Who is found by name: a package may bring a hundred thousand of each. */
typedef struct {
    GPtrArray *groups;
    GHashTable *of_casefile, *of_person; /* name → FindingGroup, not owned; the package as a whole has no name */
    GHashTable *people;                  /* path of a candidate's folder → name, not owned */
} Grouping;

static void people_add(GHashTable *people, const char *path, const char *name)
{
    if (!g_hash_table_contains(people, path))
        g_hash_table_insert(people, (gpointer)path, (gpointer)name);
}

static GHashTable *people_of(const UnitRecord *unit)
{
    GHashTable *people = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; unit && i < unit->candidates->len; i++) {
        const UnitCandidate *one = unit->candidates->pdata[i];
        people_add(people, one->path, one->name);
    }
    for (guint i = 0; unit && i < unit->legals->len; i++) {
        const UnitLegal *one = unit->legals->pdata[i];
        people_add(people, one->path, one->name);
    }
    return people;
}

/* The candidate in whose folder PATH (NULL allowed) lies, or NULL. */
static const char *person_at(GHashTable *people, const char *path)
{
    const char *name = NULL;
    for (const char *slash = path; slash && !name;) {
        slash = strchr(slash, '/');
        g_autofree char *folder = slash ? g_strndup(path, (gsize)(slash - path)) : g_strdup(path);
        name = g_hash_table_lookup(people, folder);
        if (slash)
            slash++;
    }
    return name;
}

/* The candidate whose folder a finding is about, or NULL. */
static const char *person_of(GHashTable *people, const Finding *finding)
{
    if (g_hash_table_size(people) == 0)
        return NULL;
    const char *name = person_at(people, finding->casefile);
    return name ? name : person_at(people, finding->file);
}

/* ---- copies of a case file ---- */

/* Case files by number, not owned: by that which they speak with, and by each that a paper of theirs has, behind the kind. */
typedef struct { GHashTable *by_key, *by_paper; } Originals;

static char *key_of_paper(const UnitCase *one, guint index)
{
    return g_strdup_printf("%d %s", one->kind, (const char *)one->own_keys->pdata[index]);
}

static void original_add(const Originals *originals, const UnitCase *one)
{
    if (one->key && !g_hash_table_contains(originals->by_key, one->key))
        g_hash_table_insert(originals->by_key, one->key, (gpointer)one);
    for (guint i = 0; i < one->own_keys->len; i++) {
        g_autofree char *key = key_of_paper(one, i);
        if (!g_hash_table_contains(originals->by_paper, key))
            g_hash_table_insert(originals->by_paper, g_steal_pointer(&key), (gpointer)one);
    }
}

/* The one of which COPY, a candidate's, is one.  Where one of the two speaks with no number (which is what may be told of them), papers
 * of both that have one number tell: the notice, the order. */
static const UnitCase *original_of(const Originals *originals, const UnitCase *copy)
{
    const UnitCase *original = copy->key ? g_hash_table_lookup(originals->by_key, copy->key) : NULL;
    for (guint i = 0; !original && i < copy->own_keys->len; i++) {
        g_autofree char *key = key_of_paper(copy, i);
        const UnitCase *other = g_hash_table_lookup(originals->by_paper, key);
        original = other && (!other->key || !copy->key) ? other : NULL;
    }
    return original;
}

/* The case file in 案卷/ of which each candidate's is a copy: name of the candidate's → name. */
static GHashTable *copied_casefiles(const UnitRecord *unit)
{
    GHashTable *copies = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) by_key = g_hash_table_new(g_str_hash, g_str_equal),
                          by_paper = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    const Originals originals = {by_key, by_paper};
    for (guint i = 0; unit && i < unit->casefiles->len; i++)
        original_add(&originals, unit->casefiles->pdata[i]);
    for (guint i = 0; unit && i < unit->candidates->len; i++) {
        const UnitCandidate *person = unit->candidates->pdata[i];
        for (guint j = 0; j < person->casefiles->len; j++) {
            const UnitCase *one = person->casefiles->pdata[j];
            const UnitCase *original = original_of(&originals, one);
            if (original)
                g_hash_table_insert(copies, one->name, original->name);
        }
    }
    return copies;
}

char *finding_casefile_folder(const Finding *finding)
{
    if (!finding->casefile)
        return NULL;
    bool of_person = strstr(finding->casefile, "/案卷") != NULL;
    return of_person ? g_strdup(finding->casefile) : g_strconcat("案卷/", finding->casefile, NULL);
}

/* VALUE without the folder (or ZIP) of the case file, where it is a path in that. */
static const char *inside(const char *folder, const char *value)
{
    if (!folder || !value || !g_str_has_prefix(value, folder))
        return value;
    const char *rest = value + strlen(folder);
    if (g_ascii_strncasecmp(rest, ".zip/", 5) == 0)
        rest += 4;
    return *rest == '/' ? rest : value;
}

/* What tells by the other papers in the folder which one is in error, and what follows for it: of a copy that has only some of them
 * it is told otherwise. */
static bool is_of_other_papers(const char *param)
{
    static const char *const names[] = {"others", "alone", "suspect",   "corrected", "rewritten", "served",
                                        "signed", "even",  "also",      "winner",    "right-places",
                                        "agreed-file", "agreed-place", "untimely-places",
                                        "same", "same-other", "slip-number", "slip-most", "slip-row", NULL};
    return g_strv_contains(names, param);
}

/* What FINDING says of CASEFILE, wherever in it; or what it says of the paper at its PLACE, whatever other papers say.  Caller frees. */
static char *saying(const char *casefile, const Finding *finding, bool place)
{
    g_autofree char *folder = finding_casefile_folder(finding);
    g_autoptr(GString) text = g_string_new(casefile);
    g_string_append_printf(text, "\n%s\n%s", finding->code, finding->variant ? finding->variant : "");
    if (place)
        g_string_append_printf(text, "\n%s|%s", finding->file ? path_base(finding->file) : "", finding->place ? finding->place : "");
    for (guint i = 0; i < finding->params->len; i++) {
        const Param *param = finding->params->pdata[i];
        const char *value = param->value ? param->value : ""; /* as it is read back when it is empty */
        if (!place || !is_of_other_papers(param->name))
            g_string_append_printf(text, "\n%s=%s", param->name, inside(folder, finding_beside(finding, value)));
    }
    return g_string_free(g_steal_pointer(&text), FALSE);
}

bool finding_is_of_copy(const Finding *finding, const Finding *original)
{
    if (!finding->casefile || !original->casefile || strcmp(finding->casefile, original->casefile) == 0)
        return false;
    for (int place = false; place <= true; place++) {
        g_autofree char *own = saying("", finding, place), *said = saying("", original, place);
        if (strcmp(own, said) == 0)
            return true;
    }
    return false;
}

/* What is said of the case files that have COPIES. */
static GHashTable *said_of_originals(GHashTable *copies, const GPtrArray *findings)
{
    GHashTable *said = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) originals = g_hash_table_new(g_str_hash, g_str_equal);
    GHashTableIter iter;
    gpointer original;
    g_hash_table_iter_init(&iter, copies);
    while (g_hash_table_iter_next(&iter, NULL, &original))
        g_hash_table_add(originals, original);
    for (guint i = 0; i < findings->len; i++) {
        const Finding *finding = findings->pdata[i];
        if (!finding->casefile || !g_hash_table_contains(originals, finding->casefile))
            continue;
        g_hash_table_add(said, saying(finding->casefile, finding, false));
        g_hash_table_add(said, saying(finding->casefile, finding, true));
    }
    return said;
}

/* The case file of which the same is said as FINDING says of a candidate's copy; NULL for none. */
static const char *said_before(GHashTable *copies, GHashTable *said, const Finding *finding)
{
    const char *original = finding->casefile ? g_hash_table_lookup(copies, finding->casefile) : NULL;
    for (int place = false; original && place <= true; place++) {
        g_autofree char *text = saying(original, finding, place);
        if (g_hash_table_contains(said, text))
            return original;
    }
    return NULL;
}

/* ---- groups ---- */

static void group_free(gpointer data)
{
    FindingGroup *group = data;
    g_ptr_array_unref(group->findings);
    g_free(group);
}

static FindingGroup *group_of(const Grouping *grouping, const char *casefile, const char *person)
{
    GHashTable *known = person ? grouping->of_person : grouping->of_casefile;
    const char *name = person ? person : casefile ? casefile : "";
    FindingGroup *group = g_hash_table_lookup(known, name);
    if (group)
        return group;
    group = g_new0(FindingGroup, 1);
    group->casefile = casefile;
    group->person = person;
    group->findings = g_ptr_array_new();
    g_hash_table_insert(known, (gpointer)name, group);
    g_ptr_array_add(grouping->groups, group);
    return group;
}

static void group_take(const Catalogue *catalogue, FindingGroup *group, const Finding *finding)
{
    static const int weights[] = {0, 1, 100, 10000};
    Cost cost = catalogue_cost(catalogue, finding);
    if (group->person) /* a candidate's case file fills no slot of the unit */
        cost = MIN(cost, COST_PERSON);
    if (finding->level > group->level)
        group->cost = 0;
    group->level = MAX(group->level, finding->level);
    if (finding->level == group->level)
        group->cost = MAX(group->cost, (int)cost);
    group->weight += (int64_t)weights[finding->level] * (1 + (int)cost);
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
        return b->weight > a->weight ? 1 : -1;
    int names = text_compare_natural(a->casefile ? a->casefile : "", b->casefile ? b->casefile : "");
    return names ? names : g_strcmp0(a->person, b->person);
}

GPtrArray *finding_groups(const Catalogue *catalogue, const UnitRecord *unit, const GPtrArray *findings)
{
    GPtrArray *groups = g_ptr_array_new_with_free_func(group_free);
    g_autoptr(GHashTable) of_casefile = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) of_person = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) people = people_of(unit);
    g_autoptr(GHashTable) copies = copied_casefiles(unit);
    g_autoptr(GHashTable) said = said_of_originals(copies, findings);
    g_autoptr(GPtrArray) repeated = g_ptr_array_new();
    const Grouping grouping = {groups, of_casefile, of_person, people};
    for (guint i = 0; i < findings->len; i++) {
        const Finding *finding = findings->pdata[i];
        const char *person = person_of(people, finding);
        if (said_before(copies, said, finding))
            g_ptr_array_add(repeated, (gpointer)finding);
        else
            group_take(catalogue, group_of(&grouping, person ? NULL : finding->casefile, person), finding);
    }
    for (guint i = 0; i < repeated->len; i++) /* behind the original, of which it is one more place */
        group_take(catalogue, group_of(&grouping, said_before(copies, said, repeated->pdata[i]), NULL), repeated->pdata[i]);
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
