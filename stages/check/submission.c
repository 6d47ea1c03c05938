#include "submission.h"

#include <string.h>

#include "filetype.h"
#include "text.h"
#include "checkrules.h"

static const char *const candidate_folders[] = {"先进个人", "执法先进个人", NULL};
static const char *const legal_folders[] = {"法制先进个人", "法制工作先进个人", NULL};
static const char *const bulletin_folders[] = {"信息", "上报信息", NULL};

/* ---- paths ---- */

/* What follows "NAME/" at the beginning of PATH (NAME may also be NAME.zip), or NULL. */
static const char *below(const char *path, const char *name)
{
    size_t length = strlen(name);
    if (strncmp(path, name, length) != 0)
        return NULL;
    const char *rest = path + length;
    if (g_ascii_strncasecmp(rest, ".zip/", 5) == 0)
        return rest + 5;
    return *rest == '/' ? rest + 1 : NULL;
}

static const char *below_any(const char *path, const char *const *names)
{
    for (; *names; names++) {
        const char *rest = below(path, *names);
        if (rest)
            return rest;
    }
    return NULL;
}

/* The bytes of the first component of PATH without .zip, 0 when nothing follows it. */
static size_t component_length(const char *path)
{
    const char *slash = strchr(path, '/');
    if (!slash)
        return 0;
    size_t length = (size_t)(slash - path);
    bool zip = length > 4 && g_ascii_strncasecmp(slash - 4, ".zip", 4) == 0;
    return zip ? length - 4 : length;
}

size_t path_wrapping(const char *path, int *folder)
{
    static const char *const cases[] = {"案卷", NULL}, *const evidence[] = {"案件证据", NULL};
    static const char *const *const known[] = {cases, evidence, bulletin_folders, candidate_folders,
                                               legal_folders};
    for (const char *part = path; part; part = strchr(part, '/') ? strchr(part, '/') + 1 : NULL)
        for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
            if (below_any(part, known[i])) {
                *folder = (int)i;
                return part > path ? (size_t)(part - path) - 1 : 0;
            }
    return 0;
}

/* ---- grouping ---- */

CaseGroup *casegroup_new(char *name, Person *person)
{
    CaseGroup *group = g_new0(CaseGroup, 1);
    group->name = name;
    group->person = person;
    group->files = g_ptr_array_new();
    group->strays = g_ptr_array_new();
    group->misfiled = g_ptr_array_new();
    group->misnamed = g_ptr_array_new();
    group->replaced = g_ptr_array_new();
    group->own_keys = g_ptr_array_new();
    group->all_keys = g_hash_table_new(g_str_hash, g_str_equal);
    group->index = documentindex_new();
    group->numbered = g_hash_table_new(g_str_hash, g_str_equal);
    group->corrected = g_hash_table_new(NULL, NULL);
    return group;
}

void casegroup_free(gpointer data)
{
    CaseGroup *group = data;
    g_free(group->name);
    g_ptr_array_unref(group->files);
    g_ptr_array_unref(group->strays);
    g_ptr_array_unref(group->misfiled);
    g_ptr_array_unref(group->misnamed);
    g_ptr_array_unref(group->replaced);
    g_ptr_array_unref(group->own_keys);
    g_hash_table_unref(group->all_keys);
    g_hash_table_unref(group->numbered);
    g_hash_table_unref(group->corrected);
    documentindex_free(group->index);
    g_free(group);
}

static void person_free(gpointer data)
{
    Person *person = data;
    g_free(person->name);
    g_free(person->path);
    g_ptr_array_unref(person->files);
    g_ptr_array_unref(person->groups);
    g_free(person);
}

/* What is being grouped, and what there is by name: of persons and candidates' case files the path, which no case
 * file below 案卷/ has. */
typedef struct { Submission *submission; GHashTable *groups, *persons; } Placing;

static CaseGroup *group_named(const Placing *placing, GPtrArray *groups, char *name, Person *person)
{
    CaseGroup *group = g_hash_table_lookup(placing->groups, name);
    if (group) {
        g_free(name);
        return group;
    }
    group = casegroup_new(name, person);
    g_hash_table_insert(placing->groups, name, group);
    g_ptr_array_add(groups, group);
    if (person)
        g_ptr_array_add(person->groups, group);
    return group;
}

static Person *person_named(const Placing *placing, const char *path, size_t path_length, size_t name_length,
                            bool legal)
{
    g_autofree char *whole = g_strndup(path, path_length);
    Person *person = g_hash_table_lookup(placing->persons, whole);
    if (person)
        return person;
    person = g_new0(Person, 1);
    person->path = g_steal_pointer(&whole);
    person->name = g_strndup(path + path_length - name_length, name_length);
    person->legal = legal;
    person->files = g_ptr_array_new();
    person->groups = g_ptr_array_new();
    g_hash_table_insert(placing->persons, person->path, person);
    g_ptr_array_add(placing->submission->persons, person);
    return person;
}

/* Whether FILE, by what it says or else by its name, is a paper of the candidate's and none of a case. */
static bool is_persons_own(const SubFile *file)
{
    static const char *const own[] = {"role-statement", "candidate-form", "story", "case-list", "integrity-certificate", NULL};
    const GPtrArray *documents = file->facts->documents;
    const char *type = documents->len > 0 ? ((const Document *)documents->pdata[0])->type : file->facts->named_type;
    return type && g_strv_contains(own, type);
}

/* The case file of a candidate's file: the folder in 案卷/ that it lies in, or 案卷/ itself; the statement that lies
 * beside such a folder belongs to none. */
static void join_person_group(const Placing *placing, SubFile *file, const char *rest)
{
    const char *inside = below(rest, "案卷");
    size_t length = inside ? component_length(inside) : 0;
    if (!inside || (length == 0 && is_persons_own(file)))
        return;
    char *name = length > 0 ? g_strdup_printf("%s/案卷/%.*s", file->person->path, (int)length, inside)
                            : g_strconcat(file->person->path, "/案卷", NULL);
    file->group = group_named(placing, placing->submission->others, name, file->person);
    g_ptr_array_add(file->group->files, file);
}

static bool join_person(const Placing *placing, SubFile *file, const char *const *folders, bool legal)
{
    const char *path = file->facts->path, *rest = below_any(path, folders);
    size_t length = rest ? component_length(rest) : 0;
    if (length == 0)
        return false;
    file->area = legal ? AREA_LEGAL : AREA_CANDIDATE;
    file->person = person_named(placing, path, (size_t)(rest - path) + length, length, legal);
    g_ptr_array_add(file->person->files, file);
    const char *inside = strchr(rest, '/') + 1;
    file->proof = below(inside, "证明材料") != NULL;
    if (!legal)
        join_person_group(placing, file, inside);
    return true;
}

static void place_file(const Placing *placing, SubFile *file)
{
    const char *path = file->facts->path;
    char *casefile = path_casefile(path);
    if (casefile) {
        file->area = AREA_CASEFILE;
        file->group = group_named(placing, placing->submission->groups, casefile, NULL);
        g_ptr_array_add(file->group->files, file);
    } else if (below(path, "案卷")) {
        file->area = AREA_LOOSE;
    } else if (below(path, "案件证据")) {
        file->area = AREA_EVIDENCE;
    } else if (below_any(path, bulletin_folders)) {
        file->area = AREA_BULLETIN;
    } else if (!join_person(placing, file, candidate_folders, false) &&
               !join_person(placing, file, legal_folders, true)) {
        file->area = AREA_ELSEWHERE;
    }
}

/* A folder in a candidate's 案卷/ that holds the candidate's own papers only (本人所起作用的说明/) is no case file. */
static void dissolve_own_folders(const Submission *submission)
{
    for (guint i = submission->others->len; i-- > 0;) {
        CaseGroup *group = submission->others->pdata[i];
        bool own = true;
        for (guint j = 0; j < group->files->len && own; j++)
            own = is_persons_own(group->files->pdata[j]);
        if (!own)
            continue;
        for (guint j = 0; j < group->files->len; j++)
            ((SubFile *)group->files->pdata[j])->group = NULL;
        g_ptr_array_remove(group->person->groups, group);
        g_ptr_array_remove_index(submission->others, i);
    }
}

static int compare_groups(gconstpointer a, gconstpointer b)
{
    return text_compare_paths((*(CaseGroup *const *)a)->name, (*(CaseGroup *const *)b)->name);
}

static int compare_persons(gconstpointer a, gconstpointer b)
{
    return text_compare_paths((*(Person *const *)a)->path, (*(Person *const *)b)->path);
}

static int compare_files(gconstpointer a, gconstpointer b)
{
    return text_compare_paths((*(SubFile *const *)a)->facts->path, (*(SubFile *const *)b)->facts->path);
}

/* The same bytes may lie elsewhere under a scan's name: a document is no scan for that. */
static bool is_looked_at_as_scan(const FileFacts *facts)
{
    return filetype_is_scan(filetype_from_name(facts->type)) || filetype_is_scan_name(facts->path);
}

/* 责令改正决定书送达回证/001.jpg, where 001.jpg tells nothing. */
static const char *telling_part(const SubFile *file)
{
    const char *at = file->base;
    if (file->facts->named_by_folder && at > file->facts->path)
        for (at--; at > file->facts->path && at[-1] != '/'; at--)
            ;
    return at;
}

Submission *submission_new(const Scans *scans, const Casefiles *casefiles)
{
    Submission *submission = g_new0(Submission, 1);
    submission->files = g_ptr_array_new_with_free_func(g_free);
    submission->groups = g_ptr_array_new_with_free_func(casegroup_free);
    submission->others = g_ptr_array_new_with_free_func(casegroup_free);
    submission->persons = g_ptr_array_new_with_free_func(person_free);
    for (guint i = 0; i < casefiles->files->len; i++) {
        SubFile *file = g_new0(SubFile, 1);
        file->facts = casefiles->files->pdata[i];
        file->base = path_base(file->facts->path);
        file->telling = telling_part(file);
        if (is_looked_at_as_scan(file->facts))
            file->scan = scans_find(scans, file->facts->sha256);
        g_ptr_array_add(submission->files, file);
    }
    g_ptr_array_sort(submission->files, compare_files);
    g_autoptr(GHashTable) groups = g_hash_table_new(g_str_hash, g_str_equal),
                          persons = g_hash_table_new(g_str_hash, g_str_equal);
    const Placing placing = {submission, groups, persons};
    for (guint i = 0; i < submission->files->len; i++)
        place_file(&placing, submission->files->pdata[i]);
    dissolve_own_folders(submission);
    g_ptr_array_sort(submission->groups, compare_groups);
    g_ptr_array_sort(submission->others, compare_groups);
    g_ptr_array_sort(submission->persons, compare_persons);
    return submission;
}

const CaseGroup *submission_group(const Submission *submission, const char *name)
{
    for (guint i = 0; i < submission->groups->len; i++) {
        const CaseGroup *group = submission->groups->pdata[i];
        if (strcmp(group->name, name) == 0)
            return group;
    }
    return NULL;
}

void submission_free(Submission *submission)
{
    if (!submission)
        return;
    g_ptr_array_unref(submission->persons);
    g_ptr_array_unref(submission->others);
    g_ptr_array_unref(submission->groups);
    g_ptr_array_unref(submission->files);
    g_free(submission);
}

/* ---- files and documents ---- */

bool subfile_is_scan(const SubFile *file)
{
    static const char *const types[] = {"jpeg", "png", "tiff", "pdf", "gif", "bmp", "webp", "ofd", NULL};
    return file->scan || (file->facts->type && g_strv_contains(types, file->facts->type));
}

bool subfile_names_number(const SubFile *file, const char *key)
{
    for (guint i = 0; i < file->facts->named_numbers->len; i++)
        if (strcmp(((const DocNumber *)file->facts->named_numbers->pdata[i])->key, key) == 0)
            return true;
    return false;
}

bool subfile_names_one_of(const SubFile *file, GHashTable *keys)
{
    for (guint i = 0; i < file->facts->named_numbers->len; i++)
        if (g_hash_table_contains(keys, ((const DocNumber *)file->facts->named_numbers->pdata[i])->key))
            return true;
    return false;
}

bool subfile_is_readable_scan(const SubFile *file)
{
    return file->scan && file->scan->state == SCAN_OK;
}

bool subfile_is_known(const SubFile *file)
{
    for (guint i = 0; i < file->facts->documents->len; i++)
        if (strcmp(((const Document *)file->facts->documents->pdata[i])->type, "other") != 0)
            return true;
    return false;
}

/* Whether the content of FILE shows that it is none of DOCTYPE (<unless> of its rules). */
static bool is_surely_none(const SubFile *file, const char *doctype)
{
    g_autofree char *rule = g_strdup_printf("unless:%s:", doctype);
    for (guint i = 0; i < file->facts->documents->len; i++) {
        const Document *document = file->facts->documents->pdata[i];
        if (document->rule && g_str_has_prefix(document->rule, rule))
            return true;
    }
    return false;
}

bool subfile_stands_for(const SubFile *file, const char *doctype)
{
    if (subfile_document(file, doctype))
        return true;
    if (g_strcmp0(file->facts->named_type, doctype) != 0 && g_strcmp0(file->facts->named_or, doctype) != 0)
        return false;
    if (subfile_is_scan(file))
        return subfile_is_readable_scan(file);
    if (file->facts->named_by_folder && file->facts->documents->len > 0)
        return false; /* a paper that says to be another is not what its folder is called after */
    return !subfile_is_known(file) && !is_surely_none(file, doctype); /* what the content says makes its name count for nothing (SPEC 4.1) */
}

bool subfile_is_unread(const SubFile *file, const char *doctype)
{
    const FileFacts *facts = file->facts;
    return facts->documents->len == 0 && (g_strcmp0(facts->named_type, doctype) == 0 || g_strcmp0(facts->named_or, doctype) == 0);
}

bool subfile_lists(const SubFile *file, const char *type)
{
    return file->facts->named_list && subfile_is_readable_scan(file) && word_in_list(file->facts->named_list, ' ', type);
}

const Document *subfile_document(const SubFile *file, const char *type)
{
    for (guint i = 0; i < file->facts->documents->len; i++) {
        const Document *document = file->facts->documents->pdata[i];
        if (strcmp(document->type, type) == 0)
            return document;
    }
    return NULL;
}

static void add_keys(const GPtrArray *numbers, GHashTable *keys)
{
    for (guint i = 0; i < numbers->len; i++)
        g_hash_table_add(keys, ((const DocNumber *)numbers->pdata[i])->key);
}

void subfile_add_keys(const SubFile *file, GHashTable *keys)
{
    add_keys(file->facts->named_numbers, keys);
    for (guint i = 0; i < file->facts->documents->len; i++) {
        const Document *document = file->facts->documents->pdata[i];
        add_keys(document->mentions, keys);
        for (guint j = 0; j < document->fields->len; j++) {
            const Field *field = document->fields->pdata[j];
            if (strcmp(field->id, "doc-number") == 0)
                g_hash_table_add(keys, (gpointer)field_key(field));
        }
        for (guint j = 0; j < document->claims->len; j++)
            g_hash_table_add(keys, ((const Claim *)document->claims->pdata[j])->key);
    }
}

const Field *document_value(const Document *document, const char *id)
{
    const Field *any = NULL;
    for (guint i = 0; document && i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, id) != 0)
            continue;
        if (field->status == VALUE_VALID)
            return field;
        any = any ? any : field;
    }
    return any;
}

Day document_day(const Document *document, const char *id)
{
    const Field *field = document_value(document, id);
    return field && field->status == VALUE_VALID ? day_parse_iso(field->value) : DAY_NONE;
}

Day document_last_day(const Document *document)
{
    static const char *const ids[] = {"inspection-dates", "document-date", NULL};
    Day last = DAY_NONE;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        Day day = g_strv_contains(ids, field->id) && field->status == VALUE_VALID
                      ? day_parse_iso(field->value)
                      : DAY_NONE;
        last = MAX(last, day);
    }
    return last;
}

const char *field_key(const Field *field)
{
    return field->key ? field->key : field->value;
}

const char *field_quote(const Field *field)
{
    return field->quote && field->quote[0] != '\0' ? field->quote : field->value;
}
