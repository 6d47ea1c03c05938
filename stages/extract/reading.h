/*
 * reading: one document file while it is read; private to the stage.
 *
 * A file's paragraphs are folded once.  split_parts() tells where documents begin and what they are; then each part is
 * gathered: every finder adds candidates for fields, and gather_finish() keeps of each field the values of the best rank,
 * each value once, in the order of field ids and of places; of some fields the further places of a value as the field again.
 */
#ifndef ANJUAN_EXTRACT_READING_H
#define ANJUAN_EXTRACT_READING_H

#include <string.h>

#include "docx.h"
#include "extractrules.h"
#include "matchtext.h"
#include "pattern.h"
#include "rec_casefiles.h"

typedef struct {
    const ExtractRules *rules;
    Matcher *matcher;
    const DocxText *docx;
    MatchText *folded; /* one a paragraph */
    bool bare_part;    /* the file's name says that it goes on with another one, and no more (partname.h) */
} Reading;

void reading_init(Reading *reading, const ExtractRules *rules, Matcher *matcher, const DocxText *docx);
void reading_clear(Reading *reading);

/* One document in the file: paragraphs FIRST to END (exclusive). */
typedef struct {
    uint32_t first, end;
    uint32_t title; /* paragraph of the title; UINT32_MAX: none */
    int doctype;    /* -1: other */
    int other;      /* what it may be after all, by its number or content; -1: nothing else */
    char *rule;     /* what told it */
} Part;

/* The documents of the file; an array of Part; free with parts_free.  NAMED is the doctype that the file's name says, -1 for
 * none: it decides where there is no title. */
GArray *split_parts(const Reading *reading, int named);
void parts_free(GArray *parts);

/* The rule for a title, squeezed and folded; NULL for none. */
const TitleRule *title_rule(const ExtractRules *rules, Matcher *matcher, const char *squeezed);
/* The rule for how a title in other words ends, 关于…的处罚决定, squeezed and folded; NULL for none. */
const TitleRule *loose_title_rule(const ExtractRules *rules, Matcher *matcher, const char *squeezed);
/* The kind that the name of a file or folder says, -1 for none; *OTHER is the kind that it may be as well where the name
 * leaves two open (移送书), else -1. */
int name_doctype(const ExtractRules *rules, Matcher *matcher, const char *name, int *other);

/* Candidates for the fields of one document. */
typedef struct {
    const Reading *reading;
    const Part *part;
    uint64_t doc_mask;
    GPtrArray *found; /* Candidate */
    Document *document;
} Gather;

typedef struct {
    Field *field;
    const FieldRule *rule;
    int rank;
    uint32_t order;  /* the paragraph */
    uint32_t offset; /* of the quotation in it, 0 when it is a cell's */
    bool beside;     /* stands even where others have a lower rank, so that two values are told */
} Candidate;

/* What two values are compared by. */
static inline const char *candidate_key(const Candidate *candidate)
{
    return candidate->field->key ? candidate->field->key : candidate->field->value;
}

/* Reads everything that PART says into a new Document (record_new). */
Document *gather_document(const Reading *reading, const Part *part);

/* Where a value stands, and what is quoted for it. */
typedef struct {
    uint32_t paragraph;
    uint32_t offset; /* of the value in the paragraph, bytes */
    char *quote;
} GatherPlace;

/* Adds a candidate: the value in QUOTE (as written) for RULE.  Drops it when QUOTE holds no such value.  FROM_CELL: the
 * quote is a whole cell, in which opinions and dates may stand together. */
void gather_add(Gather *gather, const FieldRule *rule, int rank, const char *rule_id, uint32_t paragraph, const char *quote, bool from_cell);
/* The same with the value in VALUE, and another quotation for it. */
void gather_add_at(Gather *gather, const FieldRule *rule, int rank, const char *rule_id, const char *value,
                   bool from_cell, const GatherPlace *place);
/* Whether QUOTE, of RULE for a party, is several people joined by 、, 甲、乙: each is then added as a party
 * of its own. */
bool gather_add_people(Gather *gather, const FieldRule *rule, int rank, const char *rule_id,
                       const char *quote, const GatherPlace *place);
/* The clause around bytes START to END of the folded paragraph, so that a person finds the value that begins
 * at START; free its quote. */
GatherPlace gather_clause(const Gather *gather, uint32_t paragraph, size_t start, size_t end);
/* The same with the value known already; takes VALUE and KEY. */
void gather_add_value(Gather *gather, const char *field_id, int rank, const char *rule_id, uint32_t paragraph, const char *quote,
                      char *value, char *key, ValueStatus status);
/* Whether there is a candidate for FIELD, with VALUE where that is not NULL. */
bool gather_has(const Gather *gather, const char *field, const char *value);
/* The bytes from START to before END; both 0 for none. */
typedef struct { size_t start, end; } Span;
/* Where GROUP of the last match of RULE stands (people.c). */
Span span_of(const Gather *gather, const NamedPattern *rule, const char *group);
/* Whether the pattern named ID is found in TEXT, folded or squeezed. */
static inline bool gather_fits(const Gather *gather, const char *id, const char *text)
{
    const NamedPattern *named = extractrules_named(gather->reading->rules, id);
    return named && extractrules_when(named->when, text) &&
           matcher_find(gather->reading->matcher, named->pattern, text, strlen(text), 0);
}
/* The column (SPEC 6.3) that the text of CELL is a title of; NULL for none.  Borrowed from the rules. */
const char *gather_column(const Gather *gather, uint32_t cell);
/* Whether WORD is what stands over a column or before a value, 姓名, 分工, 地址 (titlelists.c). */
bool word_is_title(const Gather *gather, const char *word);
/* Whether TEXT begins with such a word and lists several, 姓名、执法证号、所属股, though not all of them be known: it says what the
 * cells below hold. */
bool is_title_list(const Gather *gather, const char *text);
/* An opinion that was not given, told by LABEL at PARAGRAPH: one that was comes before it. */
void gather_add_blank(Gather *gather, const char *field_id, uint32_t paragraph, const char *label);
/* Gives dates without a year the year on which the dates around them agree; others stay partial. */
void gather_years(Gather *gather);
/* Tells rechecks and the days that were counted in a daily decision by reckoning; after gather_years. */
void gather_daily(Gather *gather);
/* Days that are none, wherever they are written (written-date); after gather_years. */
void gather_impossible_days(Gather *gather);
/* Drops places to sign where a picture may be the signature, and those that only describe who heads the bureau (signatures.c). */
void gather_settle_signatures(Gather *gather);
/* Drops places left blank where the paper says elsewhere what belongs there (signatures.c). */
void gather_drop_filled(Gather *gather);
/* A report of monitoring that names those who signed it, in a file without any word or picture that may be the CMA mark. */
void gather_mark(Gather *gather);
/* BEST becomes field id → the best rank among the values that are read whole; where none is, among all. */
void gather_best_ranks(const Gather *gather, GHashTable *best);
/* Opinions (all but the first rank of a field whose last date counts) are signed one after the other: the last one stands. */
void gather_keep_last_opinion(Gather *gather, GHashTable *best);
/* What the words of a cell say comes before what its label does, where that is one of the second rank. */
void gather_drop_told_otherwise(Gather *gather);
/* Of each field those of the best rank stand, and those beside them; what says the same in another paragraph becomes the field again. */
void gather_drop_outranked(Gather *gather, GHashTable *best);
/* Values that stand once more, in another paragraph, of fields that keep these places, become the field again; FOUND is sorted. */
void gather_mark_again(const Gather *gather);
void gather_finish(Gather *gather);

/* Whether TEXT is a line that signs with a date: that alone, or an authority before it. */
bool line_is_signature(const char *text);
/* Whether TEXT, folded, begins with the number of an item of a list: 1．…, （二）…. */
bool is_numbered_item(const char *text);

/* The label rules (LabelRule) for SQUEEZED, as it stands, without what is in brackets, or for the first of
 * several names that is one (统一社会信用代码/组织机构代码, 法定代表人或直接责任人), or as somebody's
 * opinion; NULL for none. */
GPtrArray *label_named(const Gather *gather, const char *squeezed);
/* Whether all that LABELS (LabelRule; NULL: none) mean are fields that opinions settle. */
bool labels_are_opinions(const GPtrArray *labels);

/* Finders. */
void gather_labels(Gather *gather);
void gather_approvals(Gather *gather); /* what the head wrote into a form, whatever labels gave for it */
void gather_patterns(Gather *gather);
void gather_events(Gather *gather);    /* what happened on which day */
/* Where an applicant stands before the party, takes out the address, the head and the codes that are the applicant's. */
void gather_drop_applicant(Gather *gather);
/* In a transfer of a firm's case takes out the parties that are people responsible for it: 涉案人员 beside 当事人
 * (involved.c). */
void gather_drop_involved(Gather *gather);
void gather_number(Gather *gather);    /* own number and mentions */
void gather_signature(Gather *gather); /* agency and date at the end */
void gather_fines(Gather *gather);
void gather_reported(Gather *gather);   /* how many cases a report on itself tells of, in tables */
void gather_exceedance(Gather *gather); /* by how much a limit is exceeded, in tables */
void gather_measured(Gather *gather);   /* the concentrations that a report has in tables */
void gather_identity(Gather *gather);   /* numbers of identity cards, and whose they are */
void gather_lone_officer(Gather *gather); /* who alone investigated, by a report */
void gather_catalogued(Gather *gather); /* the rows of a catalogue of a file's papers, of a list of papers handed over */
void gather_laws(Gather *gather);
void gather_people(Gather *gather);
void gather_claims(Gather *gather);
void gather_story(Gather *gather);
void gather_roles(Gather *gather);     /* the cases that a proof says somebody led or took part in */
void gather_attested(Gather *gather);  /* whom a proof is about, with the whole paper as its quotation */
/* The role that TEXT, a sentence of a proof (兹证明张三同志协办了…, 张三同志参与办理了…，为协办人), gives the person, and in *WORD
 * how it says so (caller frees); ROLE_NONE when it says none for certain. */
int attested_role(const Gather *gather, const char *text, char **word);
void gather_opinion(Gather *gather);   /* what the unit says in a candidate's form */
/* Whether somebody said something in TEXT beside what is printed there: （盖章）　　年　月　日. */
bool opinion_is_said(const char *text);
void gather_contacts(Gather *gather);  /* who in a list of contacts has no telephone */
void gather_listed(Gather *gather);    /* the names in a list of candidates */

/* The value in QUOTE as FIELD wants it: false when there is none.  Fills value, key and status. */
bool value_read(const FieldRule *rule, const char *quote, bool from_cell, Field *field);
/* Whether TEXT may be the number of an officer's certificate, and not words in its place. */
bool value_is_certificate(const char *text);
/* The figures of an amount that QUOTE gives twice, 伍万元（￥500,000.00）, when they differ from the words, which stand (SPEC 6);
 * else NULL.  Caller frees. */
char *value_money_in_figures(const char *quote);
/* Where the amount that ends at END of the folded TEXT ends with its other form, 伍万元(¥500,000.00), 伍万元，大写…; END without one. */
size_t value_money_end(const char *text, size_t end);

/* Whether QUOTE begins like 同月24日, whose month stands before it. */
bool date_is_same_month(const char *quote);

/* Whether QUOTE says that there is no such code (无, 未办理, 未提供): then FIELD has an empty value and the status for it. */
bool value_is_absent(const FieldRule *rule, const char *quote, Field *field);

/* The text of paragraph I as folded. */
static inline const MatchText *folded_at(const Reading *reading, uint32_t i)
{
    return &reading->folded[i];
}

/* The first paragraph of the decision proper and the one after its last (决定如下 … 到缴款期限或复议); both PART->end when
 * there is none. */
void decision_range(const Gather *gather, uint32_t *from, uint32_t *to);

#endif
