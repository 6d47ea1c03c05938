#include "continued.h"

#include <string.h>

#include "partname.h"
#include "rec_inventory.h"

/* ---- joining ---- */

/* A file as a part: which one, and the document that it is or went into. */
typedef struct {
    FileFacts *facts;
    int part;
    bool ends; /* …下: the last one */
    Document *holder;
} PartFile;

/* Files by folder and name without the mark of the part: key → GPtrArray of PartFile. */
static GHashTable *parts_by_name(const Casefiles *casefiles)
{
    GHashTable *parts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
                                              (GDestroyNotify)g_ptr_array_unref);
    for (guint i = 0; i < casefiles->files->len; i++) {
        FileFacts *facts = casefiles->files->pdata[i];
        g_autofree char *folder = g_path_get_dirname(facts->path), *stem = NULL;
        PartFile *file = g_new0(PartFile, 1);
        file->facts = facts;
        file->part = part_of_name(path_base(facts->path), &stem);
        file->ends = part_is_end(path_base(facts->path), stem);
        file->holder = facts->documents->len > 0 ? facts->documents->pdata[facts->documents->len - 1] : NULL;
        g_autofree char *key = g_strdup_printf("%s/%s", folder, stem);
        GPtrArray *files = g_hash_table_lookup(parts, key);
        if (!files)
            g_hash_table_insert(parts, g_steal_pointer(&key), files = g_ptr_array_new_with_free_func(g_free));
        g_ptr_array_add(files, file);
    }
    return parts;
}

/* Whether FILE holds one document that does not say of itself what it is. */
static bool may_continue(const PartFile *file)
{
    if (file->part < PART_MIDDLE || file->facts->documents->len != 1 || file->facts->content != CONTENT_READ)
        return false;
    const Document *document = file->facts->documents->pdata[0];
    return !document->title && !document_field(document, "doc-number");
}

/* Of FILES, parts of one name, the one right before FILE: that of the number before; before a second one also
 * one without a mark, before …下 …上 where there is no …中. */
static PartFile *part_before(const GPtrArray *files, const PartFile *file)
{
    PartFile *best = NULL;
    for (guint i = 0; i < files->len; i++) {
        PartFile *other = files->pdata[i];
        bool before = other->part == file->part - 1 || (other->part == 0 && file->part == PART_MIDDLE) ||
                      (other->part == 1 && file->part == PART_LAST && file->ends);
        if (before && other->holder && (!best || other->part > best->part))
            best = other;
    }
    return best;
}

static char *place_in(const FileFacts *facts, const char *place)
{
    return place ? g_strdup_printf("%s|%s", path_base(facts->path), place) : NULL;
}

static void replace_place(char **place, const FileFacts *facts)
{
    char *whole = place_in(facts, *place);
    g_free(*place);
    *place = whole;
}

/* Moves from FROM to TO the fields of those ids that TO has none of. */
static void move_fields(Document *to, Document *from, const FileFacts *facts)
{
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < to->fields->len; i++)
        g_hash_table_add(known, g_strdup(((Field *)to->fields->pdata[i])->id));
    for (guint i = 0; i < from->fields->len;) {
        Field *field = from->fields->pdata[i];
        if (g_hash_table_contains(known, field->id)) {
            i++;
            continue;
        }
        replace_place(&field->place, facts);
        g_ptr_array_add(to->fields, g_ptr_array_steal_index(from->fields, i));
    }
}

/* Moves the records of TYPE that TO has not got, told by the string at offset KEY; at PLACE stands where they
 * were read. */
static void move_unknown(GPtrArray *to, GPtrArray *from, const RecordType *type, size_t key, size_t place,
                         const FileFacts *facts)
{
    while (from->len > 0) {
        gpointer record = g_ptr_array_steal_index(from, 0);
        const char *own = G_STRUCT_MEMBER(char *, record, key);
        bool known = false;
        for (guint i = 0; i < to->len; i++)
            known = known || strcmp(G_STRUCT_MEMBER(char *, to->pdata[i], key), own) == 0;
        replace_place(&G_STRUCT_MEMBER(char *, record, place), facts);
        if (known)
            record_free(type, record);
        else
            g_ptr_array_add(to, record);
    }
}

static void move_claims(Document *to, Document *from, const FileFacts *facts)
{
    while (from->claims->len > 0) {
        Claim *claim = g_ptr_array_steal_index(from->claims, 0);
        replace_place(&claim->place, facts);
        g_ptr_array_add(to->claims, claim);
    }
}

/* Makes the only document of FILE part of the one that BEFORE is or went into. */
static void join(const PartFile *before, PartFile *file)
{
    Document *document = file->facts->documents->pdata[0], *to = before->holder;
    move_fields(to, document, file->facts);
    move_unknown(to->investigators, document->investigators, &investigator_type, offsetof(Investigator, name),
                 offsetof(Investigator, place), file->facts);
    move_unknown(to->mentions, document->mentions, &docnumber_type, offsetof(DocNumber, key),
                 offsetof(DocNumber, place), file->facts);
    move_claims(to, document, file->facts);
    to->story_chars += document->story_chars;
    g_ptr_array_set_size(file->facts->documents, 0);
    record_free(&document_type, document);
    g_clear_pointer(&file->facts->named_type, g_free);
    file->holder = to;
}

static bool fits(const PartFile *before, const PartFile *file)
{
    const Document *document = file->facts->documents->pdata[0];
    return strcmp(document->type, before->holder->type) == 0 || strcmp(document->type, "other") == 0;
}

static int compare_parts(gconstpointer a, gconstpointer b)
{
    return (*(const PartFile *const *)a)->part - (*(const PartFile *const *)b)->part;
}

/* ---- parts whose name says no more than that ---- */

/* A case file has some dozens of files; each bare part costs a look at all of its folder. */
enum { FOLDER_FILES_MAX = 1000 };

/* Whether nobody signed what DOCUMENT holds: it may go on elsewhere. */
static bool is_unsigned(const Document *document)
{
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (g_strcmp0(field->rule, "signature-line") == 0 && g_str_has_suffix(field->id, "-date"))
            return false;
    }
    return true;
}

/* Whether PART names DOCUMENT's own number, as its own (a page header) or in its text. */
static bool names_number_of(const Document *part, const Document *document)
{
    const Field *number = document_field(document, "doc-number"), *own = document_field(part, "doc-number");
    if (!number || !number->key)
        return false;
    return document_mentions(part, number->key) || (own && g_strcmp0(own->key, number->key) == 0);
}

/* Whether PART, of a kind that its text told or of none, may be the rest of DOCUMENT. */
static bool may_be_rest(const Document *part, const Document *document)
{
    const Field *own = document_field(part, "doc-number");
    if (!document->title || (own && !names_number_of(part, document)))
        return false;
    if (strcmp(part->type, "other") != 0)
        return strcmp(part->type, document->type) == 0;
    return is_unsigned(document) && names_number_of(part, document);
}

/* Files by folder: path → GPtrArray of FileFacts. */
static GHashTable *files_by_folder(const Casefiles *casefiles)
{
    GHashTable *folders =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
    for (guint i = 0; i < casefiles->files->len; i++) {
        FileFacts *facts = casefiles->files->pdata[i];
        char *folder = g_path_get_dirname(facts->path);
        GPtrArray *files = g_hash_table_lookup(folders, folder);
        if (files)
            g_free(folder);
        else
            g_hash_table_insert(folders, folder, files = g_ptr_array_new());
        g_ptr_array_add(files, facts);
    }
    return folders;
}

/* The only document in FILES, those of a folder, that FILE may be the rest of; NULL for none or several. */
static Document *rest_of(const GPtrArray *files, const FileFacts *file)
{
    Document *found = NULL;
    for (guint i = 0; i < files->len; i++) {
        const FileFacts *other = files->pdata[i];
        for (guint j = 0; other != file && j < other->documents->len; j++) {
            if (!may_be_rest(file->documents->pdata[0], other->documents->pdata[j]))
                continue;
            if (found)
                return NULL;
            found = other->documents->pdata[j];
        }
    }
    return found;
}

static void join_bare(const Casefiles *casefiles)
{
    g_autoptr(GHashTable) folders = files_by_folder(casefiles);
    for (guint i = 0; i < casefiles->files->len; i++) {
        FileFacts *facts = casefiles->files->pdata[i];
        bool alone = facts->documents->len == 1 && facts->content == CONTENT_READ &&
                     part_is_bare(path_base(facts->path));
        if (!alone || ((const Document *)facts->documents->pdata[0])->title)
            continue;
        g_autofree char *folder = g_path_get_dirname(facts->path);
        const GPtrArray *files = g_hash_table_lookup(folders, folder);
        if (files->len > FOLDER_FILES_MAX)
            continue;
        PartFile file = {.facts = facts}, before = {.holder = rest_of(files, facts)};
        if (before.holder)
            join(&before, &file);
    }
}

void casefiles_join_continued(Casefiles *casefiles)
{
    g_autoptr(GHashTable) parts = parts_by_name(casefiles);
    GHashTableIter iter;
    gpointer value;
    g_hash_table_iter_init(&iter, parts);
    while (g_hash_table_iter_next(&iter, NULL, &value)) {
        GPtrArray *files = value;
        g_ptr_array_sort(files, compare_parts);
        for (guint i = 0; files->len > 1 && i < MIN(files->len, PARTS_MAX); i++) {
            PartFile *file = files->pdata[i], *before = may_continue(file) ? part_before(files, file) : NULL;
            if (before && fits(before, file))
                join(before, file);
        }
    }
    join_bare(casefiles);
}
