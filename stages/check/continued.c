#include "continued.h"

#include <string.h>

#include "cndate.h"
#include "rec_inventory.h"
#include "text.h"

enum { PARTS_MAX = 50, PART_MIDDLE = 2, PART_LAST = 3 };

/* ---- names ---- */

/* A number in figures or Chinese numerals that TEXT begins with, up to PARTS_MAX; 0 for none.  *END is behind
 * it. */
static int part_number(const char *text, const char **end)
{
    int number = cndate_number(text, end);
    return number > 0 && number <= PARTS_MAX ? number : 0;
}

/* Words for a part at the end of a name: 上, 续, 正文, 附件. */
static int part_word(const char *text)
{
    static const struct { const char *word; int part; } words[] = {
        {"上", 1},             {"正文", 1},           {"首页", 1},           {"中", PART_MIDDLE},
        {"续", PART_MIDDLE},   {"续页", PART_MIDDLE}, {"续表", PART_MIDDLE}, {"附件", PART_MIDDLE},
        {"附表", PART_MIDDLE}, {"附页", PART_MIDDLE}, {"下", PART_LAST}};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (strcmp(text, words[i].word) == 0)
            return words[i].part;
    return 0;
}

/* MARK as a part: 2, 二, 第2页, 第二部分, 上; BARE: a number alone counts. */
static int part_of_mark(const char *mark, bool bare)
{
    bool ordinal = g_str_has_prefix(mark, "第");
    const char *end = mark;
    int part = part_number(ordinal ? mark + strlen("第") : mark, &end);
    if (part == 0)
        return part_word(mark);
    static const char *const units[] = {"页", "部分", "份", "段", NULL};
    bool whole = *end == '\0' ? bare && !ordinal : g_strv_contains(units, end);
    return whole ? part : 0;
}

/* Cuts STEM at AT and takes blanks and joining signs off its end. */
static void cut_stem(char *stem, size_t at)
{
    stem[at] = '\0';
    for (size_t length = strlen(stem); length > 0 && strchr("-_ .", stem[length - 1]); length--)
        stem[length - 1] = '\0';
}

/* The mark at the end of STEM that stands in brackets, behind a sign or, a word for a part, right behind the
 * name; cuts it off. */
static int take_mark(char *stem)
{
    size_t length = strlen(stem);
    char *open = length > 0 && stem[length - 1] == ')' ? strrchr(stem, '(') : NULL;
    char *sign = strrchr(stem, '-') ? strrchr(stem, '-') : strrchr(stem, '_');
    int part = 0;
    if (open) {
        g_autofree char *inside = g_strndup(open + 1, strlen(open) - 2);
        part = part_of_mark(inside, true);
        if (part)
            cut_stem(stem, (size_t)(open - stem));
        return part;
    }
    if (sign && (part = part_of_mark(sign + 1, true)) > 0) {
        cut_stem(stem, (size_t)(sign - stem));
        return part;
    }
    for (char *p = stem; *p && part == 0; p = g_utf8_next_char(p))
        if ((part = part_of_mark(p, false)) > 0) {
            cut_stem(stem, (size_t)(p - stem));
            return part;
        }
    return 0;
}

int part_of_name(const char *name, char **stem)
{
    const char *dot = strrchr(name, '.');
    g_autofree char *whole = g_strndup(name, dot && dot > name ? (gsize)(dot - name) : strlen(name));
    *stem = text_squeeze(whole);
    return take_mark(*stem);
}

/* ---- joining ---- */

/* A file as a part: which one, and the document that it is or went into. */
typedef struct {
    FileFacts *facts;
    int part;
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

static bool says_last(const PartFile *file)
{
    return strstr(path_base(file->facts->path), "下") != NULL;
}

/* Of FILES, parts of one name, the one right before FILE: that of the number before; before a second one also
 * one without a mark, before …下 …上 where there is no …中. */
static PartFile *part_before(const GPtrArray *files, const PartFile *file)
{
    PartFile *best = NULL;
    for (guint i = 0; i < files->len; i++) {
        PartFile *other = files->pdata[i];
        bool before = other->part == file->part - 1 || (other->part == 0 && file->part == PART_MIDDLE) ||
                      (other->part == 1 && file->part == PART_LAST && says_last(file));
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
}
