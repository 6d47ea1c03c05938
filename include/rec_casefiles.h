/*
 * rec_casefiles: what every file of a submission says (casefiles.xml): its kind by name, and, for documents,
 * each document in it with its fields, every value with quotation, place and rule (SPEC 6).
 *
 * Places are codes, the same in every language: "P12" paragraph 12 of the body, "T2R3C1" table 2, row 3, cell
 * 1, "T2R3C1P2" its second paragraph, "H1" header, "F1" footer, "N3" footnote, "E1" endnote, "B2" text box,
 * "L5" line 5 of a CSV list, "!C5" cell C5 of a workbook's only sheet, "名单!C5" of the sheet 名单,
 * "决定书(2).docx|P3" paragraph 3 of another file that the document goes on in (continued.h). place_printed()
 * words them for people.
 */
#ifndef ANJUAN_REC_CASEFILES_H
#define ANJUAN_REC_CASEFILES_H

#include "kinds.h"
#include "rec_common.h"

/* A document number as written, its key for comparing (docnumber.h), and the first place where it stands (NULL: in a name). */
typedef struct { char *raw, *key, *place; } DocNumber;
extern const RecordType docnumber_type;

typedef enum {
    VALUE_VALID,
    VALUE_MASKED,   /* X or * in a code or a name (EXT-004) */
    VALUE_INVALID,  /* impossible date, wrong checksum (EXT-003) */
    VALUE_PARTIAL,  /* not complete enough to use ("5月24日" without a year) */
    VALUE_DRAFT,    /* draft wording in a final document (EXT-005) */
    VALUE_ABSENT    /* a code of which the document says that there is none, a cell that was left blank; the value is
                       empty */
} ValueStatus;
extern const char *const value_statuses[];

typedef struct {
    char *id;     /* field id of SPEC 6: "doc-number", "fine-yuan", … */
    char *value;  /* canonical: number as written, date 2016-10-08, yuan with two decimals, laws "law|article|paragraph|item" */
    char *key;    /* for comparing: docnumber key, folded name; NULL when the value itself serves */
    int status;   /* ValueStatus */
    char *rule, *place, *quote;
} Field;
extern const RecordType field_type;

enum { ROLE_NONE, ROLE_LEAD, ROLE_MEMBER };
extern const char *const role_ids[]; /* "", "lead", "member" */

typedef struct {
    char *name, *certificate;
    int role;
    bool recorder; /* named only as 记录人 in this document */
    char *rule, *place, *quote;
} Investigator;
extern const RecordType investigator_type;

enum { CLAIM_READ, CLAIM_BAD_ROW, CLAIM_TOO_MANY, CLAIM_NO_NUMBER };

/* One row of a candidate's list of cases. */
typedef struct {
    char *number, *key;
    int unread; /* CLAIM_BAD_ROW: nothing of the row can be used; CLAIM_TOO_MANY: it and all behind it are
                   not read; CLAIM_NO_NUMBER: a case without a number; all without key */
    int kind;        /* Kind; KIND_NONE when the word is not known */
    char *kind_text;
    bool kind_by_number; /* the type word of the number told the kind, as KIND_TEXT did not */
    int role;        /* ROLE_… */
    char *role_text;
    Day date;        /* that the list gives of the decision; DAY_NONE */
    char *place;
} Claim;
extern const RecordType claim_type;

/* One document; a file may hold several. */
typedef struct {
    char *type;            /* doc-type id */
    char *rule;            /* what told it: a title rule or a content rule */
    char *title;           /* as written */
    char *first, *last;    /* places */
    GPtrArray *fields;     /* Field, in order of id, then of place; several of one id: a list, or a contradiction */
    GPtrArray *investigators;
    GPtrArray *mentions;   /* DocNumber: every number in the text, ranges expanded, each key once */
    GPtrArray *claims;     /* Claim, of a case-list; of a proof the cases and roles that its lines state */
    int64_t story_chars;   /* of a story: characters without blanks and line ends */
    char *text_digest;     /* of a story or bulletin: of its running text, folded; equal where it is word for word
                              the same whatever its title and date; NULL: too short to tell */
    char *whole_digest;    /* the same of all its lines, title, dates and signature among them */
} Document;
extern const RecordType document_type;

/* Unicode characters of the story parts: present = read + the rest (SPEC 6). */
typedef struct { int64_t present, read, deleted, hidden, alternate, comment, field_code, numbering; } CharCount;
extern const RecordType char_count_type;

typedef enum {
    CONTENT_NONE,      /* not a document: a scan or something else */
    CONTENT_READ,
    CONTENT_EMPTY,     /* read, but without text (DOC-005) */
    CONTENT_UNREADABLE /* a .docx that cannot be read (DOC-001); reason */
} ContentState;
extern const char *const content_states[];

/* A part of a document that was not read (DOC-008). */
typedef struct {
    char *kind;   /* "header", "footnotes", … as of relationships; "aFChunk": an inserted document */
    char *part;   /* "word/header1.xml" */
    char *reason; /* "xml", "doctype", "limit", "damaged", "encrypted", "duplicate", "format" */
} UnreadPart;
extern const RecordType unread_part_type;

/* One leaf of the inventory that counts. */
typedef struct {
    char *path, *sha256, *type; /* as in the inventory */
    char *named_type;           /* doc-type id that its own name or else its folder's name says; NULL when none */
    char *named_or;             /* the type that it may be as well where the name leaves two open (移送书); NULL else */
    bool named_by_folder;       /* its folder's name was needed for that: its own says no type, or leaves two open */
    char *named_list;           /* the types of all papers that its own name lists in brackets, parted by blanks; NULL else */
    bool other_paper;           /* its own name ends as that of no decision, letter of transfer or application does (审批表, 登记单) */
    GPtrArray *named_numbers;   /* DocNumber in its own name */
    int content;                /* ContentState */
    char *reason;               /* "not-zip", "no-document", "xml", "doctype", "encrypted", "damaged", "duplicate", "limit" */
    bool revisions, comments;   /* DOC-006 */
    CharCount *chars;
    GPtrArray *unread;          /* UnreadPart */
    GPtrArray *documents;       /* Document */
} FileFacts;
extern const RecordType file_facts_type;

typedef struct {
    char *program;
    GPtrArray *made_from;
    GPtrArray *files; /* FileFacts, in path order */
} Casefiles;
extern const RecordType casefiles_type;

/* A place code in words of the chosen language ("第12段", "表2第3行第1格").  Caller frees. */
char *place_printed(const char *place);
/* The first field of ID in DOCUMENT, or NULL. */
const Field *document_field(const Document *document, const char *id);
/* True when DOCUMENT mentions the number of KEY. */
bool document_mentions(const Document *document, const char *key);

#endif
