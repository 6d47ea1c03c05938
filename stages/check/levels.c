/* PKG-017: a folder level too many inside 案卷/ or 先进个人/, and what goes with it. */
#include <string.h>

#include "checks.h"
#include "text.h"

enum { PAPERS_MIN = 3 }; /* fewer are papers put aside within a case file */

/* ---- paths and names ---- */

/* The path of the folder or ZIP right inside FOLDER (without its .zip) that PATH, below FOLDER, lies in; NULL
 * when it lies directly there.  Caller frees. */
static char *folder_inside(const char *folder, const char *path)
{
    const char *rest = path + strlen(folder);
    if (g_ascii_strncasecmp(rest, ".zip/", 5) == 0)
        rest += 4;
    const char *end = *rest == '/' ? strchr(rest + 1, '/') : NULL;
    return end ? g_strndup(path, (size_t)(end - path)) : NULL;
}

static char *folder_of_part(const CaseGroup *group, const SubFile *file)
{
    g_autofree char *folder = g_strconcat("案卷/", group->name, NULL);
    return folder_inside(folder, file->facts->path);
}

bool folder_bears(const char *folder, const char *name)
{
    g_autofree char *whole = text_squeeze(folder), *part = text_squeeze(name);
    return part[0] != '\0' && strstr(whole, part) != NULL;
}

static void add_level(Check *check, const char *variant, const char *folder, const char *inside, int count)
{
    Finding *finding = check_add(check, "PKG-017", variant, NULL, NULL, NULL);
    finding_param(finding, "folder", folder);
    finding_param(finding, "folders", inside);
    param_int(finding, "count", count);
}

/* ---- case files in a folder of 案卷/ ---- */

/* The folders in GROUP as the case files that they would be; none when a document lies directly in it. */
static GPtrArray *parts_of(const CaseGroup *group)
{
    const GPtrArray *const lists[] = {group->files, group->strays, group->misfiled, group->replaced};
    GPtrArray *parts = g_ptr_array_new_with_free_func(casegroup_free);
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    for (gsize i = 0; i < G_N_ELEMENTS(lists); i++)
        for (guint j = 0; j < lists[i]->len; j++) {
            SubFile *file = lists[i]->pdata[j];
            if (!subfile_is_known(file))
                continue;
            g_autofree char *folder = folder_of_part(group, file);
            if (!folder) {
                g_ptr_array_set_size(parts, 0);
                return parts;
            }
            CaseGroup *part = g_hash_table_lookup(known, folder);
            if (!part) {
                part = casegroup_new(g_steal_pointer(&folder), NULL);
                g_ptr_array_add(parts, part);
                g_hash_table_insert(known, part->name, part);
            }
            g_ptr_array_add(part->files, file);
        }
    return parts;
}

/* 正卷 and 副卷, or the penalty beside the daily one, are of one case: they name each other's numbers. */
static void check_group(Check *check, CaseGroup *group)
{
    g_autoptr(GPtrArray) parts = parts_of(group);
    g_autoptr(GString) folders = g_string_new(NULL);
    const CaseGroup *first = NULL;
    bool apart = false;
    int count = 0;
    for (guint i = 0; parts->len > 1 && i < parts->len; i++) {
        CaseGroup *part = parts->pdata[i];
        bool enough = part->files->len >= PAPERS_MIN;
        casegroup_read(check->in->rules, part);
        if (!enough || !part->key)
            continue;
        first = first ? first : part;
        apart = apart || (part != first && !casegroup_related(first, part));
        text_add_line(folders, path_base(part->name));
        count++;
    }
    if (!apart)
        return;
    g_autofree char *folder = g_path_get_dirname(first->name);
    group->several = true;
    add_level(check, "grouped", folder, folders->str, count);
}

bool casefile_part_counts(const CaseGroup *group, const SubFile *file)
{
    g_autofree char *counts = group->speaking_file ? folder_of_part(group, group->speaking_file) : NULL,
                    *folder = folder_of_part(group, file);
    return counts && g_strcmp0(counts, folder) == 0;
}

/* True when all that was compared with one another is of the case that counts. */
static bool is_parted(const CaseGroup *group)
{
    for (guint i = 0; i < group->files->len; i++)
        if (subfile_is_known(group->files->pdata[i]) && !casefile_part_counts(group, group->files->pdata[i]))
            return false;
    return true;
}

/* ---- candidates in a folder of 先进个人/ ---- */

/* True when a case file or a paper lies directly in the folder: then it is that of a person. */
static bool has_own_paper(const Person *person)
{
    for (guint i = 0; i < person->files->len; i++) {
        const SubFile *file = person->files->pdata[i];
        g_autofree char *folder = folder_inside(person->path, file->facts->path);
        if (file->group || (!folder && (subfile_is_known(file) || subfile_stands_for(file, "candidate-form"))))
            return true;
    }
    return false;
}

/* True when FILE is the form of somebody whose name FOLDER bears and the folder of PERSON does not. */
static bool is_form_of_another(const Person *person, const SubFile *file, const char *folder)
{
    const Field *name = document_value(subfile_document(file, "candidate-form"), "name");
    return name && folder_bears(path_base(folder), name->value) && !folder_bears(person->name, name->value);
}

static void check_person(Check *check, Person *person)
{
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GString) folders = g_string_new(NULL);
    if (has_own_paper(person))
        return;
    for (guint i = 0; i < person->files->len; i++) {
        const SubFile *file = person->files->pdata[i];
        g_autofree char *folder = folder_inside(person->path, file->facts->path);
        if (!folder || g_hash_table_contains(known, folder) || !is_form_of_another(person, file, folder))
            continue;
        text_add_line(folders, path_base(folder));
        g_hash_table_add(known, g_steal_pointer(&folder));
    }
    if (folders->len == 0)
        return;
    person->several = true;
    add_level(check, "people", person->path, folders->str, (int)g_hash_table_size(known));
}

void levels_check(Check *check)
{
    for (guint i = 0; i < check->submission->groups->len; i++)
        check_group(check, check->submission->groups->pdata[i]);
    for (guint i = 0; i < check->submission->persons->len; i++)
        check_person(check, check->submission->persons->pdata[i]);
}

/* ---- what goes with it ---- */

typedef struct {
    GHashTable *groups; /* name → CaseGroup that holds several */
    GHashTable *mixed;  /* set of those names whose papers were compared across cases */
    GHashTable *people; /* set of the paths of the folders that were taken for a person */
} Several;

static Several several_of(const Submission *submission)
{
    Several several = {.groups = g_hash_table_new(g_str_hash, g_str_equal),
                       .mixed = g_hash_table_new(g_str_hash, g_str_equal),
                       .people = g_hash_table_new(g_str_hash, g_str_equal)};
    for (guint i = 0; i < submission->groups->len; i++) {
        CaseGroup *group = submission->groups->pdata[i];
        if (group->several)
            g_hash_table_insert(several.groups, group->name, group);
        if (group->several && !is_parted(group))
            g_hash_table_add(several.mixed, group->name);
    }
    for (guint i = 0; i < submission->persons->len; i++) {
        Person *person = submission->persons->pdata[i];
        if (person->several)
            g_hash_table_add(several.people, person->path);
    }
    return several;
}

static void several_clear(Several *several)
{
    g_hash_table_unref(several->groups);
    g_hash_table_unref(several->mixed);
    g_hash_table_unref(several->people);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Several, several_clear)

/* What compares the papers of a case file with one another: between two cases it is no fault, and of papers that
 * were mixed up it tells nothing. */
static bool follows_cases(const Several *several, const Finding *finding)
{
    static const char *const comparing[] = {"EXT-001", "EXT-002", "SET-004", "SET-005", NULL};
    if (!finding->casefile || !g_hash_table_contains(several->groups, finding->casefile))
        return false;
    if (strcmp(finding->code, "SET-011") == 0 || g_strcmp0(finding->variant, "two-cases") == 0 ||
        g_strcmp0(finding->variant, "other-case") == 0)
        return true;
    bool compares = g_strv_contains(comparing, finding->code) || g_str_has_prefix(finding->code, "LAW-");
    return compares && g_hash_table_contains(several->mixed, finding->casefile);
}

/* What is told of somebody who is none; the list of candidates is compared with folders that are to be moved. */
static bool follows_people(const Several *several, const Finding *finding)
{
    if (!g_str_has_prefix(finding->code, "CND-") || g_hash_table_size(several->people) == 0 || !finding->file)
        return false;
    const char *slash = strchr(finding->file, '/'), *end = slash ? strchr(slash + 1, '/') : NULL;
    g_autofree char *folder = end ? g_strndup(finding->file, (size_t)(end - finding->file)) : g_strdup(finding->file);
    if (g_str_has_suffix(folder, ".zip"))
        folder[strlen(folder) - strlen(".zip")] = '\0';
    return strcmp(finding->code, "CND-017") == 0 || g_hash_table_contains(several->people, folder);
}

static bool follows(const Finding *finding, gconstpointer several)
{
    return follows_cases(several, finding) || follows_people(several, finding);
}

void levels_fold(Check *check)
{
    g_auto(Several) several = several_of(check->submission);
    check_fold(check, follows, &several);
}
