#include "rec_casefiles.h"

#include <string.h>

#include "lang.h"
#include "text.h"

const char *const value_statuses[] = {"valid", "masked", "invalid", "partial", "draft", "absent", NULL};
const char *const role_ids[] = {"", "lead", "member", NULL};
const char *const content_states[] = {"none", "read", "empty", "unreadable", NULL};

static const RecordField docnumber_fields[] = {FIELD_STRING_REQ(DocNumber, raw, "raw"), FIELD_STRING_REQ(DocNumber, key, "key"),
                                               FIELD_STRING(DocNumber, place, "place"), FIELD_END};
const RecordType docnumber_type = {"number", NULL, sizeof(DocNumber), docnumber_fields};

static const RecordField field_fields[] = {
    FIELD_STRING_REQ(Field, id, "id"),   FIELD_STRING_REQ(Field, value, "value"), FIELD_STRING(Field, key, "key"),
    FIELD_ENUM(Field, status, "status", value_statuses), FIELD_STRING(Field, rule, "rule"), FIELD_STRING(Field, place, "place"),
    FIELD_TEXT(Field, quote),            FIELD_END};
const RecordType field_type = {"field", NULL, sizeof(Field), field_fields};

static const RecordField investigator_fields[] = {
    FIELD_STRING_REQ(Investigator, name, "name"), FIELD_STRING(Investigator, certificate, "certificate"),
    FIELD_ENUM(Investigator, role, "role", role_ids), FIELD_BOOL(Investigator, recorder, "recorder"),
    FIELD_STRING(Investigator, rule, "rule"),
    FIELD_STRING(Investigator, place, "place"), FIELD_TEXT(Investigator, quote), FIELD_END};
const RecordType investigator_type = {"investigator", NULL, sizeof(Investigator), investigator_fields};

static const char *const unread_ids[] = {"", "row", "limit", "no-number", NULL};
static const RecordField claim_fields[] = {FIELD_STRING_REQ(Claim, number, "number"),
                                           FIELD_STRING_REQ(Claim, key, "key"),
                                           FIELD_ENUM(Claim, unread, "unread", unread_ids),
                                           FIELD_ENUM(Claim, kind, "kind", kind_ids),
                                           FIELD_STRING(Claim, kind_text, "kind-text"),
                                           FIELD_BOOL(Claim, kind_by_number, "kind-by-number"),
                                           FIELD_ENUM(Claim, role, "role", role_ids),
                                           FIELD_STRING(Claim, role_text, "role-text"),
                                           FIELD_DAY(Claim, date, "date"),
                                           FIELD_STRING(Claim, place, "place"),
                                           FIELD_END};
const RecordType claim_type = {"claim", NULL, sizeof(Claim), claim_fields};

static const RecordField document_fields[] = {
    FIELD_STRING_REQ(Document, type, "type"), FIELD_STRING(Document, rule, "rule"), FIELD_STRING(Document, title, "title"),
    FIELD_STRING(Document, first, "first"), FIELD_STRING(Document, last, "last"), FIELD_INT(Document, story_chars, "story-chars"),
    FIELD_STRING(Document, text_digest, "text-sha256"), FIELD_STRING(Document, whole_digest, "whole-sha256"),
    FIELD_LIST(Document, fields, "field", &field_type), FIELD_LIST(Document, investigators, "investigator", &investigator_type),
    FIELD_LIST(Document, mentions, "mention", &docnumber_type), FIELD_LIST(Document, claims, "claim", &claim_type), FIELD_END};
const RecordType document_type = {"document", NULL, sizeof(Document), document_fields};

static const RecordField chars_fields[] = {
    FIELD_INT_REQ(CharCount, present, "present", 0, 0), FIELD_INT_REQ(CharCount, read, "read", 0, 0), FIELD_INT(CharCount, deleted, "deleted"),
    FIELD_INT(CharCount, hidden, "hidden"), FIELD_INT(CharCount, alternate, "alternate"), FIELD_INT(CharCount, comment, "comment"),
    FIELD_INT(CharCount, field_code, "field-code"), FIELD_INT(CharCount, numbering, "numbering"), FIELD_END};
const RecordType char_count_type = {"chars", NULL, sizeof(CharCount), chars_fields};

static const RecordField unread_fields[] = {FIELD_STRING_REQ(UnreadPart, kind, "kind"), FIELD_STRING_REQ(UnreadPart, part, "part"),
                                            FIELD_STRING_REQ(UnreadPart, reason, "reason"), FIELD_END};
const RecordType unread_part_type = {"unread", NULL, sizeof(UnreadPart), unread_fields};

static const RecordField file_fields[] = {
    FIELD_STRING_REQ(FileFacts, path, "path"), FIELD_DIGEST_REQ(FileFacts, sha256, "sha256"), FIELD_STRING(FileFacts, type, "type"),
    FIELD_STRING(FileFacts, named_type, "named-type"), FIELD_STRING(FileFacts, named_or, "named-or"),
    FIELD_BOOL(FileFacts, named_by_folder, "named-by-folder"), FIELD_STRING(FileFacts, named_list, "named-list"),
    FIELD_BOOL(FileFacts, other_paper, "other-paper"),
    FIELD_ENUM(FileFacts, content, "content", content_states),
    FIELD_STRING(FileFacts, reason, "reason"), FIELD_BOOL(FileFacts, revisions, "revisions"), FIELD_BOOL(FileFacts, comments, "comments"),
    FIELD_LIST(FileFacts, named_numbers, "named-number", &docnumber_type), FIELD_CHILD(FileFacts, chars, "chars", &char_count_type),
    FIELD_LIST(FileFacts, unread, "unread", &unread_part_type), FIELD_LIST(FileFacts, documents, "document", &document_type), FIELD_END};
const RecordType file_facts_type = {"file", NULL, sizeof(FileFacts), file_fields};

static const RecordField casefiles_fields[] = {FIELD_STRING_REQ(Casefiles, program, "program"),
                                               FIELD_LIST(Casefiles, made_from, "made-from", &made_from_type),
                                               FIELD_LIST(Casefiles, files, "file", &file_facts_type), FIELD_END};
const RecordType casefiles_type = {"casefiles", "urn:anjuan:casefiles", sizeof(Casefiles), casefiles_fields,
    UNIT_LISTING_BYTES_MAX};

bool document_mentions(const Document *document, const char *key)
{
    for (guint i = 0; i < document->mentions->len; i++)
        if (strcmp(((const DocNumber *)document->mentions->pdata[i])->key, key) == 0)
            return true;
    return false;
}

const Field *document_field(const Document *document, const char *id)
{
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, id) == 0)
            return field;
    }
    return NULL;
}

/* Words for one letter of a place code, with room for its number. */
static const char *place_format(char letter)
{
    switch (letter) {
    case 'P': return tr("第%s段", "paragraph %s");
    case 'T': return tr("表%s", "table %s");
    case 'R': return tr("第%s行", "row %s");
    case 'C': return tr("第%s格", "cell %s");
    case 'H': return tr("页眉%s", "header %s");
    case 'F': return tr("页脚%s", "footer %s");
    case 'N': return tr("脚注%s", "footnote %s");
    case 'E': return tr("尾注%s", "endnote %s");
    case 'B': return tr("文本框%s", "text box %s");
    case 'L': return tr("第%s行", "line %s");
    default: return NULL;
    }
}

/* A cell of a workbook, "!C12" or "名单!C12"; NULL for what is none. */
static char *workbook_cell_printed(const char *place)
{
    const char *mark = strrchr(place, '!');
    size_t letters = mark ? strspn(mark + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") : 0;
    if (letters == 0 || !g_ascii_isdigit(mark[1 + letters]))
        return NULL;
    g_autofree char *cell = text_display(mark + 1), *raw = g_strndup(place, (gsize)(mark - place)), *sheet = text_display(raw);
    if (sheet[0] == '\0')
        return g_strdup_printf(tr("单元格%s", "cell %s"), cell);
    return g_strdup_printf(tr("工作表“%s”单元格%s", "sheet \"%s\", cell %s"), sheet, cell);
}

/* A place in another file that the document goes on in, "决定书(2).docx|P3"; NULL for what is none. */
static char *place_in_part_printed(const char *place)
{
    const char *mark = strrchr(place, '|');
    if (!mark || mark == place || strchr(mark, '/'))
        return NULL;
    g_autofree char *raw = g_strndup(place, (gsize)(mark - place)), *file = text_display(raw),
                    *inside = place_printed(mark + 1);
    return g_strdup_printf(tr("“%s”%s", "\"%s\", %s"), file, inside);
}

char *place_printed(const char *place)
{
    char *elsewhere = place_in_part_printed(place);
    char *workbook = elsewhere ? elsewhere : workbook_cell_printed(place);
    if (workbook)
        return workbook;
    g_autoptr(GString) words = g_string_new(NULL);
    for (const char *p = place; *p;) {
        const char *format = place_format(*p);
        size_t digits = strspn(p + 1, "0123456789");
        if (!format || digits == 0)
            return text_display(place); /* no code of ours: a table's line and the like stand as they are */
        g_autofree char *number = g_strndup(p + 1, digits);
        if (words->len > 0 && lang_get() == LANG_EN)
            g_string_append(words, ", ");
        g_string_append_printf(words, format, number);
        p += 1 + digits;
    }
    return g_string_free(g_steal_pointer(&words), FALSE);
}
