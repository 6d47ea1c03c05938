/*
 * extractrules: what the reader of documents knows, loaded from rules files (pipeline/rules/extract/, SPEC 6.3).
 *
 * Every *.xml in the folder is read, in byte order of names; entries of all files make one set.  A clerk's guide stands
 * at the head of those files.  An entry that cannot be used is an input fault that names file, line and reason.  The set
 * is immutable once loaded, so that threads share it.
 *
 * Kinds of document are counted as they come; a set of kinds is a bit mask over those counts.
 */
#ifndef ANJUAN_EXTRACTRULES_H
#define ANJUAN_EXTRACTRULES_H

#include <stdbool.h>
#include <stdint.h>

#include <glib.h>

#include "kinds.h"
#include "pattern.h"

#define DOCTYPES_MAX 63
#define HAPPENINGS_SIGNED_MAX 64 /* happenings from this one on cannot be opinions */

/* A pattern and where it stands, for complaints. */
typedef struct {
    Pattern *pattern;
    bool value; /* it must have a group of that name */
    const char *file, *element; /* of the rules' files */
    int line;
} RulePattern;

typedef struct {
    Pattern *pattern; /* not owned, here and below */
    const char *rule; /* "title:penalty-decision:2" */
    int doctype;
    int other;  /* the kind that a document with such a title may be after all, by its number or content; -1: none */
} TitleRule;

typedef struct {
    const char *id;
    const char *date_field; /* field that the signature line's date is; NULL: document-date */
    bool no_case;       /* a paper of candidates or of the campaign: rules that list no kinds do not mean it */
    bool applicant;     /* an applicant stands before the party, with an address and a head of its own */
} DocType;

typedef enum { VALUE_TEXT, VALUE_NAME, VALUE_PERSON, VALUE_NUMBER, VALUE_DATE, VALUE_MONEY, VALUE_CODE, VALUE_LAW, VALUE_COUNT, VALUE_YES, VALUE_PAPER, VALUE_CERTIFICATE,
               VALUE_WORDING } ValueType;

typedef struct {
    const char *id;
    ValueType type;
    bool clause;    /* in a line it ends at the first comma, semicolon or full stop */
    bool last_date; /* of a cell with several dates the last one counts (opinions are signed in order) */
    bool next_day;  /* the day after the one that is named counts (次日) */
    bool again;     /* where a value stands in further paragraphs is kept too, as the field "again" */
    uint64_t not_in; /* kinds of document in which it is never meant */
} FieldRule;

typedef struct {
    const FieldRule *field;
    uint64_t docs;  /* mask */
    int rank;       /* values of the lowest rank stand, others are dropped */
    const char *rule; /* "label:party" */
    bool exact;     /* the label must stand alone before its colon */
    bool heading;   /* alone on its line, it is a heading: its value is the next paragraph */
} LabelRule;
typedef struct LabelIndex LabelIndex;

/* A pattern that is no field: a person with a certificate, a boundary, a law. */
typedef struct {
    const char *id;
    char *const *when;
    Pattern *pattern;
} NamedPattern;

typedef enum { PART_ALL, PART_DECISION } PatternPart;

typedef struct {
    const char *id;
    const FieldRule *field;
    uint64_t docs;
    int rank;
    PatternPart part;
    bool first;     /* only the first match in a document counts */
    const NamedPattern *beside; /* of the sentences in which the value stands beside those of lower ranks; NULL: of none */
    char *const *when; /* literal words one of which the text must hold; NULL: always tried */
    Pattern *pattern; /* with a group value */
} PatternRule;

/* A document number of another kind of document is the value of a field where no pattern finds one. */
typedef struct {
    int of; /* doctype that the number's type word stands for */
    const FieldRule *field;
    uint64_t docs;
    int rank;
    const char *rule; /* "mention:penalty-notice" */
} MentionRule;

/* Words by which sentences tell what happened on which day, and to which paper. */
typedef enum { EVENT_HAPPENING, EVENT_PAPER, EVENT_LATER, EVENT_NOTHING } EventWordKind;

typedef struct {
    char *text; /* folded */
    EventWordKind kind;
    int what; /* place of the happening's id; the paper's doctype; days after the date before it (次日: 1) */
} EventWord;

/* The day on which HAPPENING befell one of PAPERS is the value of FIELD, where no pattern finds one. */
typedef struct {
    const FieldRule *field, *next_field; /* next_field: the same with the day after the date in hand */
    uint64_t docs, papers; /* masks; no papers: whichever */
    int happening;
    int rank;
    bool unnamed; /* also where no paper is named */
    const char *rule; /* "event:served" */
} EventRule;

typedef struct {
    const char *rule;         /* whose example it is */
    const char *text, *value; /* value: what must be read; NULL: any match will do */
    bool must_match;
    const PatternRule *pattern;
    const NamedPattern *named;
    const EventRule *event;
    int doctype;         /* of a title's example, else -1 */
    bool of_name;        /* the text is a file's name */
    int line;
    const char *file;
} RuleExample;

/* Rules own no texts: ids and examples are those of FILES, what is made of them is kept in TEXTS and WHENS. */
typedef struct {
    GPtrArray *files;        /* RuleFile: what was read, which others below point into */
    GPtrArray *texts;        /* char *: the names of rules */
    GPtrArray *whens;        /* char **: lists of literal words */
    GPtrArray *all_patterns; /* RulePattern */
    GPtrArray *doctypes;  /* DocType */
    GPtrArray *titles;    /* TitleRule, for paragraphs */
    GPtrArray *loose_titles; /* TitleRule, for how a title in other words ends */
    GPtrArray *names;     /* TitleRule, for names of files and folders */
    GPtrArray *telltales; /* TitleRule, for content without a title */
    GPtrArray *later_telltales; /* the same for what goes on with another file */
    GPtrArray *unless;          /* lines of a head that say that a document is none of a kind */
    GHashTable *number_types; /* type token → index of doctype + 1 */
    GHashTable *fields;   /* id → FieldRule */
    GPtrArray *variants;  /* FieldRule: as in fields, but of several dates the last one counts */
    LabelIndex *labels;
    GPtrArray *patterns;  /* PatternRule */
    GPtrArray *mentions;  /* MentionRule */
    GPtrArray *events;    /* EventRule */
    GPtrArray *happenings; /* ids */
    uint64_t signed_happenings; /* mask of those that the date at the end of a paragraph signs */
    GHashTable *event_words; /* first character → GPtrArray of EventWord, longer ones first */
    Pattern *event_date;  /* NULL: no events */
    GHashTable *named;    /* id → NamedPattern */
    GHashTable *roles;    /* squeezed word → ROLE_ + 1 */
    GHashTable *kinds;    /* squeezed word → Kind */
    GHashTable *columns;  /* squeezed header → id */
    GHashTable *laws;     /* abbreviation → full name */
    GHashTable *liability; /* full name → first article of its chapter on liability */
    GPtrArray *examples;  /* RuleExample */
    PatternDefs *defs;
} ExtractRules;

/* Loads the folder.  NULL and an input fault (bad rules) or a system fault. */
ExtractRules *extractrules_load(const char *folder, GError **error);
/* The same without compiling its patterns, which takes most of the time: each is compiled when a text first
 * needs it.  For rules that were loaded before, or for extractrules_compile(). */
ExtractRules *extractrules_open(const char *folder, GError **error);
/* Compiles the patterns of rules that no thread uses yet.  FALSE and an input fault for the first that cannot be. */
gboolean extractrules_compile(ExtractRules *rules, GError **error);
/* For rules that were not compiled before they were used.  FALSE and the same fault when a text needed one that
 * cannot be: what was read with them is not to be believed. */
gboolean extractrules_stood(ExtractRules *rules, GError **error);
void extractrules_free(ExtractRules *rules);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ExtractRules, extractrules_free)

/* LABEL squeezed and in one of the ways in which people word it: 签字 and 签名或者盖章 are 签名.  Caller frees. */
char *extractrules_label(const char *label);
/* The same of a label that is SQUEEZED, which is taken. */
char *extractrules_reword(char *squeezed);
/* The kind of document whose numbers have the type word TYPE (罚告), by the longest known word that it ends with; -1 for none. */
int extractrules_number_doctype(const ExtractRules *rules, const char *type);
/* The index of the doctype ID, or -1. */
int extractrules_doctype(const ExtractRules *rules, const char *id);
const char *extractrules_doctype_id(const ExtractRules *rules, int doctype);
/* The id of the column that the title TEXT names: as it stands, without what is in brackets, or by the longest known name
 * that it ends in (个人角色, 案件所属类型); NULL for none. */
const char *extractrules_column(const ExtractRules *rules, const char *text);
const NamedPattern *extractrules_named(const ExtractRules *rules, const char *id);

/* True when TEXT holds one of WORDS (NULL: true). */
bool extractrules_when(char *const *words, const char *text);

#endif
