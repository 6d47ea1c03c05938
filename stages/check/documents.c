/* DOC: files that should be documents. */
#include <string.h>

#include "checks.h"
#include "filetype.h"
#include "text.h"
#include "vocabulary.h"

static bool type_is(const SubFile *file, const char *const *types)
{
    return file->facts->type && g_strv_contains(types, file->facts->type);
}

/* Formats of old office programs; a web page, RTF or XML counts only under the name of a document. */
static bool is_legacy(const SubFile *file)
{
    static const char *const legacy[] = {"doc", "ole", "odf", NULL}, *const disguised[] = {"rtf", "html", "xml", NULL};
    static const char *const names[] = {".doc", ".wps", ".docx", ".docm", ".rtf", NULL};
    if (type_is(file, legacy))
        return true;
    if (!type_is(file, disguised))
        return false;
    g_autofree char *lower = g_ascii_strdown(file->base, -1);
    for (int i = 0; names[i]; i++)
        if (g_str_has_suffix(lower, names[i]))
            return true;
    return false;
}

static const char *const locked[] = {"ooxml-encrypted", NULL}, *const empty[] = {"empty", NULL};

static bool is_named_docx(const SubFile *file)
{
    return g_ascii_strcasecmp(path_extension(file->base), ".docx") == 0;
}

bool subfile_is_closed(const SubFile *file)
{
    bool junk = is_named_docx(file) && g_strcmp0(file->facts->type, "unknown") == 0;
    bool broken = type_is(file, empty) || file->facts->content == CONTENT_UNREADABLE || junk;
    return type_is(file, locked) || (broken && !is_legacy(file));
}

bool subfile_shows(const SubFile *file, const char *doctype)
{
    return subfile_document(file, doctype) || (subfile_stands_for(file, doctype) && !subfile_is_closed(file));
}

/* A ZIP in which the parts of the document are locked. */
static bool is_encrypted(const SubFile *file)
{
    return file->facts->content == CONTENT_UNREADABLE && g_strcmp0(file->facts->reason, "encrypted") == 0;
}

static void check_readable(Check *check, const SubFile *file)
{
    bool named_docx = is_named_docx(file);
    if (type_is(file, locked) || is_encrypted(file))
        check_add(check, "DOC-003", NULL, file->group, file, NULL);
    else if (is_legacy(file))
        finding_param(check_add(check, "DOC-002", NULL, file->group, file, NULL), "type", file->facts->type);
    else if (type_is(file, empty) && named_docx)
        check_add(check, "DOC-001", "empty", file->group, file, NULL);
    else if (file->facts->content == CONTENT_UNREADABLE)
        finding_param(check_add(check, "DOC-001", NULL, file->group, file, NULL), "reason", file->facts->reason);
    else if (named_docx && g_strcmp0(file->facts->type, "unknown") == 0)
        finding_param(check_add(check, "DOC-001", NULL, file->group, file, NULL), "reason", "not-zip");
    else if (file->facts->content == CONTENT_EMPTY)
        check_add(check, "DOC-005", NULL, file->group, file, NULL);
}

/* Text or a program under the name of an archive or a scan: what was saved there is no paper, but what a download or a copy left. */
static bool is_lost(const SubFile *file)
{
    static const char *const types[] = {"html", "xml", "text", "exe", NULL};
    static const char *const extensions[] = {".zip", ".rar", ".7z", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".pdf", NULL};
    g_autofree char *extension = g_ascii_strdown(path_extension(file->base), -1);
    return type_is(file, types) && g_strv_contains(extensions, extension);
}

static void check_extension(Check *check, const SubFile *file)
{
    FileType type = filetype_from_name(file->facts->type);
    static const char *const broken[] = {"zip", NULL};
    static const char *const unread[] = {"doc", "ole", "odf", "rtf", "html", "xml", "text", "exe", NULL};
    bool told = type_is(file, broken) && file->facts->content == CONTENT_UNREADABLE; /* by DOC-001 */
    if (told || type == FILETYPE_UNKNOWN || type == FILETYPE_EMPTY || filetype_fits_name(type, file->base))
        return;
    const char *variant = is_lost(file) ? "lost" : type_is(file, unread) ? "unread" : NULL;
    Finding *finding = check_add(check, "DOC-004", variant, file->group, file, NULL);
    finding_param(finding, "extension", path_extension(file->base));
    finding_param(finding, "type", file->facts->type);
}

static void check_traces(Check *check, const SubFile *file)
{
    if (!file->facts->revisions && !file->facts->comments)
        return;
    Finding *finding = check_add(check, "DOC-006", NULL, file->group, file, NULL);
    finding_param(finding, "marks", file->facts->revisions && file->facts->comments ? "revisions comments" : file->facts->comments ? "comments" : "revisions");
}

/* Adds WORD to the words of LIST, once. */
static void add_word(GString *list, const char *word)
{
    if (word_in_list(list->str, ' ', word))
        return;
    g_string_append_printf(list, "%s%s", list->len ? " " : "", word);
}

static void check_parts(Check *check, const SubFile *file)
{
    g_autoptr(GString) kinds = g_string_new(NULL), reasons = g_string_new(NULL);
    bool inserted = false;
    for (guint i = 0; i < file->facts->unread->len; i++) {
        const UnreadPart *part = file->facts->unread->pdata[i];
        bool is_insertion = strcmp(part->kind, "aFChunk") == 0;
        inserted = inserted || is_insertion;
        if (is_insertion)
            continue;
        add_word(kinds, part->kind);
        add_word(reasons, part->reason);
    }
    if (inserted)
        check_add(check, "DOC-008", "inserted", file->group, file, NULL);
    if (kinds->len == 0)
        return;
    Finding *finding = check_add(check, "DOC-008", NULL, file->group, file, NULL);
    finding_param(finding, "parts", kinds->str);
    finding_param(finding, "reason", reasons->str);
}

/* True when the file's own name says TYPE beyond doubt: it holds a word of the kind for which such documents speak, or the beginning
 * of the document's title.  A folder's name is no reason, and 移送书 alone does not tell one transfer from the other. */
static bool name_is_sure(const Check *check, const char *base, const char *type)
{
    for (guint i = 0; i < check->in->rules->cases->kinds->len; i++) {
        const KindRule *rule = check->in->rules->cases->kinds->pdata[i];
        if (word_in_list(rule->speaks, ' ', type))
            return text_has_any_of(base, rule->names);
    }
    g_autofree char *start = g_utf8_substring(vocabulary_chinese("doctype", type), 0, 2);
    return strstr(base, start) != NULL;
}

/* Whether a wrong name matters: it may hide that the document asked for is not there. */
static bool type_matters(const Check *check, const char *type)
{
    static const char *const others[] = {"candidate-form", "integrity-certificate", "story", "case-list", "role-statement", "penalty-notice", NULL};
    if (g_strv_contains(others, type))
        return true;
    for (guint i = 0; i < check->in->rules->cases->kinds->len; i++)
        if (word_in_list(((const KindRule *)check->in->rules->cases->kinds->pdata[i])->speaks, ' ', type))
            return true;
    const SeasonPapers *papers = check->in->season->papers;
    for (guint i = 0; papers && i < papers->papers->len; i++)
        if (strcmp(((const SeasonPaper *)papers->papers->pdata[i])->kind, type) == 0)
            return true;
    return false;
}

enum { ENDING_CHARS = 3 }; /* 告知书, 决定书 */

/* True when BASE holds the word in which the Chinese name of TYPE ends. */
static bool holds_ending(const char *base, const char *type)
{
    const char *name = vocabulary_chinese("doctype", type);
    glong length = g_utf8_strlen(name, -1);
    return length > ENDING_CHARS && strstr(base, g_utf8_offset_to_pointer(name, length - ENDING_CHARS));
}

typedef struct { const SubFile *file; const Document *document; const SubFile *found; } TwinSearch;

static void look_twin(const SubFile *file, const Document *document, gpointer data)
{
    TwinSearch *search = data;
    const Field *own = document_value(search->document, "doc-number"), *number = document_value(document, "doc-number");
    if (!search->found && file != search->file && strcmp(document->type, search->document->type) == 0 && own && number &&
        text_same(field_key(own), field_key(number)))
        search->found = file;
}

/* The file of the same case file in which DOCUMENT of FILE lies as well, by its type and number; NULL for none. */
static const SubFile *twin_of(const SubFile *file, const Document *document)
{
    TwinSearch search = {file, document, NULL};
    if (file->group)
        casegroup_each_of(file->group, document->type, look_twin, &search);
    return search.found;
}

static void check_name(Check *check, const SubFile *file)
{
    const char *named = file->facts->named_type;
    if (!named || file->facts->documents->len != 1 || !name_is_sure(check, file->base, named))
        return;
    const Document *document = file->facts->documents->pdata[0];
    /* In its folder the name of a bulletin is its headline: 移送一起涉嫌环境犯罪案件. */
    const bool headline = file->area == AREA_BULLETIN && strcmp(document->type, "bulletin") == 0;
    if (headline || strcmp(document->type, "other") == 0 || strcmp(document->type, named) == 0)
        return;
    const SubFile *twin = twin_of(file, document);
    bool copy = twin && holds_ending(file->base, named) && !holds_ending(file->base, document->type);
    if (!copy && (name_is_sure(check, file->base, document->type) || !type_matters(check, named)))
        return;
    Finding *finding = check_add(check, "DOC-007", NULL, file->group, file, NULL);
    finding_param(finding, "named", named);
    finding_param(finding, "doctype", document->type);
    finding_param(finding, "twin", twin ? twin->base : NULL);
    finding_param(finding, "wanted", twin ? named : NULL);
}

void documents_check(Check *check)
{
    for (guint i = 0; i < check->submission->files->len; i++) {
        const SubFile *file = check->submission->files->pdata[i];
        check_readable(check, file);
        check_extension(check, file);
        check_traces(check, file);
        check_parts(check, file);
        check_name(check, file);
    }
}
