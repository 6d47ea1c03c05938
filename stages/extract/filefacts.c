#include "filefacts.h"

#include <string.h>

#include "claims.h"
#include "cndate.h"
#include "docnumber.h"
#include "docx.h"
#include "fault.h"
#include "filetype.h"
#include "partname.h"
#include "rec_inventory.h"
#include "reading.h"
#include "xmlio.h"

/* ---- names ---- */

/* NAME without an extension of up to four letters. */
static char *without_extension(const char *name)
{
    const char *dot = strrchr(name, '.');
    return dot && dot > name && strlen(dot) <= 5 ? g_strndup(name, (gsize)(dot - name)) : g_strdup(name);
}

static int folder_doctype(const ExtractRules *rules, Matcher *matcher, const char *path, int *other)
{
    g_autofree char *folder = g_path_get_dirname(path), *name = g_path_get_basename(folder);
    *other = -1;
    return strcmp(name, ".") == 0 ? -1 : name_doctype(rules, matcher, name, other);
}

/* The date of a bulletin in its name: 2016-10-12, 20161012, 2016年10月12日. */
static Day day_of_name(const char *name)
{
    CnDate date;
    if (cndate_find(name, 0, &date) && date.state == CNDATE_FULL)
        return date.day;
    for (const char *p = name; *p; p++) {
        size_t digits = strspn(p, "0123456789");
        if (digits == 8) {
            int number = (int)g_ascii_strtoll(p, NULL, 10);
            return day_from_ymd(number / 10000, number / 100 % 100, number % 100);
        }
        if (digits)
            p += digits - 1;
    }
    return DAY_NONE;
}

/* A bulletin may be about what other papers are (开展执法案卷自查): what lies in the folder of bulletins (SPEC 4) and has a
 * day in its name STEM is one, unless the name is that of such a paper. */
static bool is_dated_bulletin(const ExtractRules *rules, Matcher *matcher, const char *path, const char *stem)
{
    const NamedPattern *paper = extractrules_named(rules, "campaign-paper");
    g_autofree char *squeezed = matchtext_squeeze(stem);
    return (g_str_has_prefix(path, "信息/") || g_str_has_prefix(path, "上报信息/")) && day_of_name(stem) != DAY_NONE &&
           !(paper && matcher_find(matcher, paper->pattern, squeezed, strlen(squeezed), 0));
}

/* Whether STEM is no name for a document that case files are called after: 称重记录 in 06涉嫌犯罪移送. */
static bool is_other_paper(const ExtractRules *rules, Matcher *matcher, const char *stem)
{
    const NamedPattern *other = extractrules_named(rules, "other-paper");
    g_autofree char *squeezed = matchtext_squeeze(stem);
    return other && matcher_find(matcher, other->pattern, squeezed, strlen(squeezed), 0);
}

/* Whether case files are called after papers of TYPE. */
static bool type_speaks(const char *type)
{
    static const char *const speaking[] = {"penalty-decision",     "daily-decision",     "seizure-decision",
                                           "restriction-decision", "detention-transfer", "crime-transfer",
                                           "enforcement-application", NULL};
    return type && g_strv_contains(speaking, type);
}

/* The kind that the name of the file STEM in PATH says, else that of its folder, which also decides between two that a name
 * leaves open; *BY_FOLDER: the folder did. */
static int path_doctype(const ExtractRules *rules, Matcher *matcher, const char *path, const char *stem, int *other, bool *by_folder)
{
    *by_folder = false;
    int doctype = name_doctype(rules, matcher, stem, other);
    if (is_dated_bulletin(rules, matcher, path, stem)) {
        *other = -1;
        return extractrules_doctype(rules, "bulletin");
    }
    if (doctype >= 0 && *other < 0)
        return doctype;
    int folder_other, folder = folder_doctype(rules, matcher, path, &folder_other);
    if (doctype >= 0 && (folder_other >= 0 || (folder != doctype && folder != *other)))
        return doctype;
    *other = folder_other;
    *by_folder = folder >= 0;
    return folder;
}

/* That the paper named STEM is what its folder is called after is not said by the folder alone. */
static int without_folder(const ExtractRules *rules, Matcher *matcher, const char *stem, int doctype, int *other)
{
    int own_other;
    if (!type_speaks(extractrules_doctype_id(rules, doctype)) ||
        name_doctype(rules, matcher, stem, &own_other) >= 0)
        return doctype;
    *other = -1;
    return -1;
}

/* The types of what a name lists in brackets, 证据材料（监测报告、受案回执）, parted by blanks; NULL for no list.  Caller frees. */
static char *listed_doctypes(const ExtractRules *rules, Matcher *matcher, const char *stem)
{
    g_auto(GStrv) pieces = g_strsplit_set(stem, "()", -1);
    g_autofree char *joined = g_strjoinv("（", pieces);
    g_auto(GStrv) brackets = g_strsplit(joined, "（", -1);
    g_autoptr(GString) types = g_string_new(NULL);
    for (char **bracket = brackets; *bracket; bracket++) {
        g_auto(GStrv) papers = g_strsplit(*bracket, "、", -1);
        for (char **paper = papers; bracket > brackets && papers[0] && papers[1] && *paper; paper++) {
            char *closed = strstr(*paper, "）");
            if (closed)
                *closed = '\0';
            int other, doctype = name_doctype(rules, matcher, *paper, &other);
            if (doctype >= 0)
                g_string_append_printf(types, "%s%s", types->len > 0 ? " " : "",
                                       extractrules_doctype_id(rules, doctype));
        }
    }
    return types->len > 0 ? g_string_free(g_steal_pointer(&types), FALSE) : NULL;
}

void filefacts_name(const ExtractRules *rules, Matcher *matcher, FileFacts *facts)
{
    const char *base = path_base(facts->path);
    g_autofree char *stem = without_extension(base);
    int other, doctype = path_doctype(rules, matcher, facts->path, stem, &other, &facts->named_by_folder);
    facts->other_paper = is_other_paper(rules, matcher, stem);
    if (facts->other_paper)
        doctype = without_folder(rules, matcher, stem, doctype, &other);
    facts->named_by_folder = facts->named_by_folder && doctype >= 0;
    facts->named_type = g_strdup(extractrules_doctype_id(rules, doctype));
    facts->named_or = g_strdup(extractrules_doctype_id(rules, other));
    facts->named_list = listed_doctypes(rules, matcher, stem);
    g_autoptr(GPtrArray) found = docnumber_find(stem, DOCNUMBER_NAME);
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < found->len; i++) {
        const DocNumberSpan *span = g_ptr_array_index(found, i);
        g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func(g_free);
        docnumber_expand(&span->number, keys);
        for (guint k = 0; k < keys->len; k++) {
            char *key = g_ptr_array_index(keys, k);
            if (!g_hash_table_add(seen, g_strdup(key)))
                continue;
            DocNumber *number = record_add(facts->named_numbers, &docnumber_type);
            number->raw = g_strndup(stem + span->start, span->end - span->start);
            number->key = g_strdup(key);
        }
    }
}

/* ---- bulletins ---- */

static void add_day(Document *document, Day day, const char *rule, const char *quote)
{
    Field *field = record_add(document->fields, &field_type);
    field->id = g_strdup("bulletin-date");
    field->value = day_format(day);
    field->rule = g_strdup(rule);
    field->quote = g_strdup(quote);
}

/* A bulletin's date stands in its name or else in its first lines (a label has found it already), or is that of its end. */
static void date_bulletin(const Reading *reading, const char *path, Document *document)
{
    enum { FIRST_LINES = 6 };
    if (document_field(document, "bulletin-date"))
        return;
    const char *base = path_base(path);
    Day day = day_of_name(base);
    if (day != DAY_NONE) {
        add_day(document, day, "file-name", base);
        return;
    }
    for (uint32_t i = 0, lines = 0; i < reading->docx->n_paragraphs && lines < FIRST_LINES; i++) {
        CnDate date;
        const DocxParagraph *p = &reading->docx->paragraphs[i];
        lines += p->length > 0;
        if (!cndate_find(p->text, 0, &date) || date.state != CNDATE_FULL)
            continue;
        g_autofree char *quote = g_strndup(p->text + date.start, date.end - date.start);
        add_day(document, date.day, "first-lines", quote);
        ((Field *)document->fields->pdata[document->fields->len - 1])->place = docx_place(reading->docx, i);
        return;
    }
    const Field *signature = document_field(document, "document-date");
    Day signed_day = signature ? day_parse_iso(signature->value) : DAY_NONE;
    if (signed_day != DAY_NONE)
        add_day(document, signed_day, "signature-line", signature->quote);
}

/* ---- documents ---- */

static void copy_counts(const DocxText *docx, FileFacts *facts)
{
    CharCount *chars = record_new(&char_count_type);
    const DocxCount *c = &docx->count;
    *chars = (CharCount){c->present, c->read, c->deleted, c->hidden, c->alternate, c->comment, c->field_code, c->numbering};
    facts->chars = chars;
    facts->revisions = docx->revisions;
    facts->comments = docx->comments;
    for (guint i = 0; i < docx->unread->len; i++) {
        const DocxUnread *unread = docx->unread->pdata[i];
        UnreadPart *part = record_add(facts->unread, &unread_part_type);
        *part = (UnreadPart){g_strdup(unread->kind), xml_clean_text(unread->part), g_strdup(unread->reason)};
    }
}

/* Whether anything stands in it, be it only in a drawing; the numbers of an empty list are generated, not written, and a
 * header or footer alone is the paper that nobody wrote on. */
static bool is_written(const DocxText *docx)
{
    bool written = false;
    for (uint32_t i = 0; i < docx->n_paragraphs && !written; i++) {
        const DocxParagraph *paragraph = &docx->paragraphs[i];
        bool margin = paragraph->story == DOCX_HEADER || paragraph->story == DOCX_FOOTER;
        written = !margin && paragraph->length > paragraph->generated;
    }
    return written;
}

static void read_docx(const ExtractRules *rules, Matcher *matcher, const void *bytes, size_t size, FileFacts *facts)
{
    const char *reason = NULL;
    g_autoptr(GError) fault = NULL;
    g_autoptr(DocxText) docx = docx_read(bytes, size, &reason, &fault);
    if (!docx) {
        facts->content = CONTENT_UNREADABLE;
        facts->reason = g_strdup(reason);
        return;
    }
    copy_counts(docx, facts);
    if (!is_written(docx)) {
        facts->content = CONTENT_EMPTY;
        return;
    }
    Reading reading;
    reading_init(&reading, rules, matcher, docx);
    reading.bare_part = part_is_bare(path_base(facts->path));
    GArray *parts = split_parts(&reading, extractrules_doctype(rules, facts->named_type));
    for (guint i = 0; i < parts->len; i++) {
        Document *document = gather_document(&reading, &g_array_index(parts, Part, i));
        if (strcmp(document->type, "bulletin") == 0)
            date_bulletin(&reading, facts->path, document);
        g_ptr_array_add(facts->documents, document);
    }
    facts->content = parts->len ? CONTENT_READ : CONTENT_EMPTY;
    parts_free(parts);
    reading_clear(&reading);
}

/* Why a workbook cannot be used, as the record words it. */
static const char *reason_of(const GError *fault)
{
    return fault->code == FAULT_ENCRYPTED ? "encrypted" : fault->code == FAULT_LIMIT ? "limit" : fault->code == FAULT_UNSAFE ? "doctype" : "damaged";
}

static void read_list(const ExtractRules *rules, const void *bytes, size_t size, FileFacts *facts)
{
    Document *document = record_new(&document_type);
    g_autoptr(GError) fault = NULL;
    bool workbook = filetype_from_name(facts->type) == FILETYPE_XLSX;
    if (!(workbook ? claims_read_xlsx(rules, path_base(facts->path), bytes, size, document->claims, &fault)
                   : claims_read_csv(rules, bytes, size, document->claims, &fault))) {
        record_free(&document_type, document);
        facts->content = CONTENT_UNREADABLE;
        facts->reason = g_strdup(workbook ? reason_of(fault) : "not-text");
        return;
    }
    document->type = g_strdup("case-list");
    document->rule = g_strdup("name");
    g_ptr_array_add(facts->documents, document);
    facts->content = CONTENT_READ;
}

/* A bulletin that is no document still has the date of its name. */
static void read_name_only(FileFacts *facts)
{
    Day day = g_strcmp0(facts->named_type, "bulletin") == 0 ? day_of_name(path_base(facts->path)) : DAY_NONE;
    if (day == DAY_NONE)
        return;
    Document *document = record_add(facts->documents, &document_type);
    document->type = g_strdup("bulletin");
    document->rule = g_strdup("name");
    add_day(document, day, "file-name", path_base(facts->path));
}

static gboolean has_extension(const FileFacts *facts, const char *extension)
{
    size_t length = strlen(facts->path), n = strlen(extension);
    return length > n && g_ascii_strcasecmp(facts->path + length - n, extension) == 0;
}

static gboolean is_list(const FileFacts *facts)
{
    FileType type = filetype_from_name(facts->type);
    bool table = type == FILETYPE_XLSX || (type == FILETYPE_TEXT && (has_extension(facts, ".csv") || has_extension(facts, ".txt")));
    return table && g_strcmp0(facts->named_type, "case-list") == 0;
}

gboolean filefacts_wants_bytes(const FileFacts *facts)
{
    return filetype_from_name(facts->type) == FILETYPE_DOCX || is_list(facts);
}

/* A file called .docx of which nothing else is known either: DOC-001. */
static gboolean pretends_docx(const FileFacts *facts)
{
    FileType type = filetype_from_name(facts->type);
    return has_extension(facts, ".docx") &&
           (type == FILETYPE_UNKNOWN || type == FILETYPE_EMPTY || type == FILETYPE_ZIP || type == FILETYPE_TEXT || type == FILETYPE_XML);
}

void filefacts_read(const ExtractRules *rules, Matcher *matcher, const void *bytes, size_t size, FileFacts *facts)
{
    if (bytes && filetype_from_name(facts->type) == FILETYPE_DOCX) {
        read_docx(rules, matcher, bytes, size, facts);
    } else if (bytes && is_list(facts)) {
        read_list(rules, bytes, size, facts);
    } else if (pretends_docx(facts)) {
        facts->content = CONTENT_UNREADABLE;
        facts->reason = g_strdup(filetype_from_name(facts->type) == FILETYPE_EMPTY ? "empty" : "not-zip");
    } else {
        read_name_only(facts);
    }
}

void filefacts_copy(const FileFacts *from, FileFacts *to)
{
    to->content = from->content;
    to->reason = g_strdup(from->reason);
    to->revisions = from->revisions;
    to->comments = from->comments;
    if (from->chars)
        to->chars = g_memdup2(from->chars, sizeof *from->chars);
    for (guint i = 0; i < from->unread->len; i++) {
        const UnreadPart *one = from->unread->pdata[i];
        UnreadPart *part = record_add(to->unread, &unread_part_type);
        *part = (UnreadPart){g_strdup(one->kind), g_strdup(one->part), g_strdup(one->reason)};
    }
    RecordType root = document_type; /* as a document of its own, so that writing and reading copies it */
    root.xmlns = casefiles_type.xmlns;
    for (guint i = 0; i < from->documents->len; i++) {
        size_t size;
        g_autofree char *text = record_format(&root, from->documents->pdata[i], &size);
        gpointer copy = record_parse(&root, text, size, "copy", NULL);
        g_assert(copy);
        g_ptr_array_add(to->documents, copy);
    }
}
