/* CND-013: candidates' papers that name or are about somebody else than their folder does, and folders that apparently bear a
 * misspelt name. */
#include <string.h>

#include "checks.h"
#include "text.h"

enum { SAYING_MIN = 2 }; /* one paper may be the wrong one itself */

/* The name that DOCUMENT gives when it gives none that the folder of PERSON bears (尹例宁（副本） bears
 * 尹例宁); NULL else. */
static const Field *other_name(const Person *person, const Document *document)
{
    const Field *other = NULL;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, "name") != 0 || field->status != VALUE_VALID)
            continue;
        if (folder_bears(person->name, field->value))
            return NULL;
        other = other ? other : field;
    }
    return other;
}

/* A paper that tells whose it is; OTHER is NULL when that is whom the folder names. */
typedef struct { const SubFile *file; const Document *document; const Field *other; } Naming;

/* Those of PERSON.  Caller unrefs. */
static GArray *namings_of(const Person *person)
{
    static const char *const types[] = {"candidate-form", "integrity-certificate", "case-list", NULL};
    GArray *namings = g_array_new(FALSE, FALSE, sizeof(Naming));
    for (guint i = 0; i < person->files->len; i++) {
        const SubFile *file = person->files->pdata[i];
        for (guint j = 0; !file->group && j < file->facts->documents->len; j++) {
            const Document *document = file->facts->documents->pdata[j];
            bool told = g_strv_contains(types, document->type) && document_value(document, "name");
            Naming naming = {file, document, told ? other_name(person, document) : NULL};
            if (told)
                g_array_append_val(namings, naming);
        }
    }
    return namings;
}

/* ---- a misspelt folder ---- */

/* True when A and B, blanks apart, are the same but for one character, which may be missing in one of them. */
static bool one_character_apart(const char *a, const char *b)
{
    g_autofree char *first = text_squeeze(a), *second = text_squeeze(b);
    const char *p = first, *q = second;
    while (*p && g_utf8_get_char(p) == g_utf8_get_char(q)) {
        p = g_utf8_next_char(p);
        q = g_utf8_next_char(q);
    }
    if (!*p && !*q)
        return false;
    const char *after = *p ? g_utf8_next_char(p) : p, *behind = *q ? g_utf8_next_char(q) : q;
    return strcmp(after, behind) == 0 || strcmp(p, behind) == 0 || strcmp(after, q) == 0;
}

/* The name that all of NAMINGS give against the folder; NULL for none. */
static const char *name_in_all(const GArray *namings)
{
    const char *name = NULL;
    for (guint i = 0; i < namings->len; i++) {
        const Field *other = g_array_index(namings, Naming, i).other;
        if (!other || (name && !text_same(name, other->value)))
            return NULL;
        name = other->value;
    }
    return name;
}

static bool has_folder(const Check *check, const Person *person, const char *name)
{
    for (guint i = 0; i < check->submission->persons->len; i++) {
        const Person *each = check->submission->persons->pdata[i];
        if (each != person && folder_bears(each->name, name))
            return true;
    }
    return false;
}

static bool any_is_borne(const GPtrArray *names, const char *folder)
{
    for (guint i = 0; i < names->len; i++)
        if (folder_bears(folder, names->pdata[i]))
            return true;
    return false;
}

/* Papers, and the list of candidates where it has the name, that say whose folder it is. */
static char *types_of(const GArray *namings, bool listed)
{
    g_autoptr(GString) types = g_string_new(NULL);
    for (guint i = 0; i < namings->len; i++) {
        const char *type = g_array_index(namings, Naming, i).document->type;
        if (!word_in_list(types->str, ' ', type))
            g_string_append_printf(types, "%s%s", types->len > 0 ? " " : "", type);
    }
    if (listed)
        g_string_append(types, " candidate-list");
    return g_string_free(g_steal_pointer(&types), FALSE);
}

/* The folder's name is a slip when all that tells whose it is gives one other name, which has no folder. */
static bool check_folder(Check *check, Person *person, const GArray *namings)
{
    const char *name = name_in_all(namings);
    if (!name || !one_character_apart(person->name, name) || has_folder(check, person, name))
        return false;
    const SubFile *file = NULL;
    g_autoptr(GPtrArray) names = people_listed(check, &file);
    bool listed = any_is_borne(names, name);
    if (any_is_borne(names, person->name) || namings->len + listed < SAYING_MIN)
        return false;
    person->meant = name;
    g_autofree char *types = types_of(namings, listed);
    Finding *finding = person_add(check, "CND-013", "folder", person, NULL, NULL);
    finding_param(finding, "other", name);
    finding_param(finding, "papers", types);
    return true;
}

/* ---- proofs ---- */

const Field *proof_of_another(const Person *person, const Document *document)
{
    const Field *about = document ? document_value(document, "attested") : NULL;
    const char *text = about ? field_quote(about) : NULL;
    g_autofree char *name = text_squeeze(person_meant(person));
    if (!text || folder_bears(person->name, about->value) || strstr(text, name))
        return NULL;
    return about;
}

/* How many of PERSON's proofs tell of each number, but for those about somebody else.  Free with g_hash_table_unref. */
static GHashTable *numbers_proven(const Person *person)
{
    GHashTable *numbers = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < person->files->len; i++) {
        const SubFile *file = person->files->pdata[i];
        if (file->proof && !proof_of_another(person, subfile_document(file, "other")))
            subfile_add_keys(file, numbers);
    }
    return numbers;
}

/* A proof of FILE about somebody else proves nothing, unless another tells of its cases. */
static void check_proof(Check *check, const Person *person, const SubFile *file, GHashTable *proven)
{
    const Field *about = file->proof ? proof_of_another(person, subfile_document(file, "other")) : NULL;
    if (!about)
        return;
    g_autoptr(GHashTable) numbers = g_hash_table_new(g_str_hash, g_str_equal);
    subfile_add_keys(file, numbers);
    GHashTableIter each;
    gpointer key;
    bool alone = false;
    for (g_hash_table_iter_init(&each, numbers); !alone && g_hash_table_iter_next(&each, &key, NULL);)
        alone = !g_hash_table_contains(proven, key);
    if (alone)
        finding_param(person_add(check, "CND-013", "proof", person, file, about->place), "other", about->value);
}

/* None of the person's own papers gives another name than the folder: else whose the proofs are cannot be told. */
static bool namings_agree(const GArray *namings)
{
    for (guint i = 0; i < namings->len; i++)
        if (g_array_index(namings, Naming, i).other)
            return false;
    return namings->len > 0;
}

static void check_proofs(Check *check, const Person *person)
{
    g_autoptr(GHashTable) proven = numbers_proven(person);
    for (guint i = 0; i < person->files->len; i++)
        check_proof(check, person, person->files->pdata[i], proven);
}

/* ---- stories, and statements of the role played ---- */

/* Whom DOCUMENT is about when that is somebody else; NULL else. */
static const Field *subject_of_another(const Person *person, const Document *document)
{
    const Field *name = document_value(document, "name"), *another = proof_of_another(person, document);
    if (another || !name || name->status != VALUE_VALID)
        return another;
    return folder_bears(person->name, name->value) || text_same(person_meant(person), name->value) ? NULL : name;
}

/* They lie with PERSON, whose other papers bear the folder's name. */
static void check_subjects(Check *check, const Person *person)
{
    static const char *const types[] = {"story", "role-statement", NULL};
    for (guint i = 0; i < person->files->len; i++) {
        const SubFile *file = person->files->pdata[i];
        for (guint j = 0; !file->proof && j < file->facts->documents->len; j++) {
            const Document *document = file->facts->documents->pdata[j];
            const Field *about = g_strv_contains(types, document->type) ? subject_of_another(person, document) : NULL;
            if (!about)
                continue;
            Finding *finding = person_add(check, "CND-013", NULL, person, file, about->place);
            finding_param(finding, "other", about->value);
            finding_param(finding, "doctype", document->type);
        }
    }
}

/* The folder's name counts (SPEC 8.8 lists people by it). */
void foldernames_check(Check *check)
{
    for (guint i = 0; i < check->submission->persons->len; i++) {
        Person *person = check->submission->persons->pdata[i];
        g_autoptr(GArray) namings = namings_of(person);
        if (!person->several && !person->legal && namings_agree(namings))
            check_proofs(check, person);
        if (person->several || check_folder(check, person, namings))
            continue;
        if (namings_agree(namings))
            check_subjects(check, person);
        for (guint j = 0; j < namings->len; j++) {
            const Naming *naming = &g_array_index(namings, Naming, j);
            if (!naming->other)
                continue;
            Finding *finding = person_add(check, "CND-013", NULL, person, naming->file, naming->other->place);
            finding_param(finding, "other", naming->other->value);
            finding_param(finding, "doctype", naming->document->type);
        }
    }
}

const char *person_meant(const Person *person)
{
    return person->meant ? person->meant : person->name;
}
