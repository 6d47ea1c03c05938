/*
 * casegroup: what a case file is (SPEC 4.1, 6.4): its kind by content, else by name; the document that speaks for it; number, party, the
 * date that counts, the fine; and which documents it holds.
 */
#ifndef ANJUAN_CASEGROUP_H
#define ANJUAN_CASEGROUP_H

#include "checkrules.h"
#include "submission.h"

/* Fills in what the group's documents and names say. */
void casegroup_read(const CheckRules *rules, CaseGroup *group);
/* Fills that in anew, the kind where the name does not say it, once the file of the document that speaks for the group was
 * taken out of FILES. */
void casegroup_lose_speaking(const CheckRules *rules, CaseGroup *group);
/* Fills in the fine alone. */
void casegroup_find_fine(CaseGroup *group);

/* Moves files of another case than that of most papers, by numbers and parties, from the group's files to its
 * strays; RULE is that of its kind (othercases.c). */
void casegroup_part_cases(CaseGroup *group, const KindRule *rule);
/* ---- versions of one document (versions.c) ---- */

/* True when the two are different documents of one type and number. */
bool documents_are_versions(const Document *a, const Document *b);
/* Moves files whose only document is a version that has no say to the replaced ones: all the other papers agree with
 * another version in its amount, or, where they do not settle it, the names of both tell. */
void casegroup_part_versions(const CheckRules *rules, CaseGroup *group);
/* The version that counts instead of the only document in OLD, and whether their names tell so; NULLs for none. */
typedef struct { const SubFile *file; const Document *document; bool by_name; } Version;
Version casegroup_newer(const CheckRules *rules, const CaseGroup *group, const SubFile *old);
/* The papers that have the amount of DOCUMENT and not that of OTHER, as a list for {…:places}, and how many they
 * are.  Caller frees. */
char *casegroup_agreeing(const CaseGroup *group, const Document *document, const Document *other, int *count);
/* True when all papers that have the amount of DOCUMENT or of OTHER agree with DOCUMENT, two or more, and some were made
 * after the decision. */
bool casegroup_prefers(const CaseGroup *group, const Document *document, const Document *other);
/* True when a replaced version has the value KEY in FIELD: which paper is right is open while it lies there. */
bool casegroup_replaced_says(const CaseGroup *group, const char *field, const char *key);

/* The first document of TYPE in the group, in path order; *FILE (may be NULL) is the file it stands in. */
const Document *casegroup_document(const CaseGroup *group, const char *type, const SubFile **file);
/* How many documents of TYPE there are: documents read, and files that stand for one by their name. */
int casegroup_count(const CaseGroup *group, const char *type);
/* Calls FUNC for every document of the group, in path order. */
typedef void (*DocumentFunc)(const SubFile *file, const Document *document, gpointer data);
void casegroup_each_document(const CaseGroup *group, DocumentFunc func, gpointer data);
/* The same for the documents whose type is one of TYPES (parted by blanks or |), with no look at the others. */
void casegroup_each_of(const CaseGroup *group, const char *types, DocumentFunc func, gpointer data);
/* The same for the receipts that name the number KEY, or none of the group's numbers; once they are noted. */
void casegroup_each_receipt_for(const CaseGroup *group, const char *key, DocumentFunc func, gpointer data);
/* The same for the documents whose own number is KEY. */
void casegroup_each_numbered(const CaseGroup *group, const char *key, DocumentFunc func, gpointer data);
/* The same for the documents that have AMOUNT, as a field is compared by it, in some field in yuan. */
void casegroup_each_with_amount(const CaseGroup *group, const char *amount, DocumentFunc func, gpointer data);
/* The same for the documents that have FIELD. */
void casegroup_each_having(const CaseGroup *group, const char *field, DocumentFunc func, gpointer data);
/* The earliest day on which a document of TYPE was made (decision-date, else document-date), those of another
 * step left out; DAY_NONE when not known. */
Day casegroup_first_day(const CaseGroup *group, const char *type);
/* True when the two have a document number in common: one of their own numbers is the other's own or is mentioned in it. */
bool casegroup_related(const CaseGroup *a, const CaseGroup *b);
/* The kind that the NAME of a folder or ZIP says, KIND_NONE for none. */
Kind casegroup_named_kind(const CheckRules *rules, const char *name);
/* The kind of the documents in the group, KIND_NONE when none of them speaks for a case; its name decides only between a measure and the
 * penalty beside it, and where the document that would speak for a kind that goes before cannot be read. */
Kind casegroup_kind_by_papers(const CheckRules *rules, const CaseGroup *group);
/* True when the paper that speaks for RULE's kind, a decision or a measure, also lies in the case files of what followed from it, so that
 * a folder in which it was read may be of another kind.  What speaks for the other kinds does not. */
bool kind_lies_in_others(const KindRule *rule);
/* True when FILE holds a document that speaks for a case file of KIND, or is one as its name says. */
bool casegroup_speaks_for(const CheckRules *rules, const SubFile *file, Kind kind);
/* The doc-types that speak for the group's kind, its own first; "speaking-document" for none. */
const char *casegroup_speaking_type(const CheckRules *rules, const CaseGroup *group);

/* ---- papers that were not read, though others of their type were (apart.c) ---- */

/* By type (borrowed) the files (SubFile, borrowed) of GROUP in which no document was read and that, by their names, are a
 * document of that type and no copy of one that was read: 复查笔录.jpg beside 现场检查笔录.docx.  Caller unrefs. */
GHashTable *apart_find(const CaseGroup *group);
/* The names of GROUP's papers that were read, without what copies add to them, each behind its type; made anew, and the one that is
 * kept. */
GHashTable *apart_names(const CaseGroup *group);
GHashTable *casegroup_read_names(const CaseGroup *group);
/* True when FILE, in which nothing was read, is the scan of a paper of TYPE that was: 告知书送达回证（签章件）.jpg beside
 * 12告知书送达回证.docx, or by the paper's own number.  It stands for that paper and for no other. */
bool casegroup_is_copy(const CaseGroup *group, const SubFile *file, const char *type);
/* Those of TYPE, as they were found at the first look; NULL for none. */
const GPtrArray *casegroup_apart(const CaseGroup *group, const char *type);
/* True when one of them, or a member that was refused, may be the paper that has the number KEY (NULL: any): its name carries
 * none or that one. */
bool casegroup_may_hold_unread(const CaseGroup *group, const char *type, const char *key);
/* The same where a paper of TYPE was read and another names the number KEY instead of that one's: of a type that speaks for a
 * kind of case file (a decision, a letter) a case has one, so that the scan shows that. */
bool casegroup_may_mean_unread(const CheckRules *rules, const CaseGroup *group, const char *type, const char *key);

/* What people call FIELD, the date that counts of a case file of KIND, an id of the vocabulary: in an opinion on an audit nothing is
 * decided. */
const char *casegroup_date_name(Kind kind, const char *field);

/* ---- documents of another step (steps.c) ---- */

/* A daily file holds two orders, of which the second follows the recheck, and often two notices, that of the
 * original penalty and its own (domain.md 3.2, 3.8).  True when DOCUMENT is not the one that belongs to FROM, the
 * daily or the original decision. */
bool casegroup_is_aside(const CaseGroup *group, const Document *from, const Document *document);
/* True when DOCUMENT, which follows a decision (it closes the case, asks for the payment, shows it, …), is on the daily decision that
 * speaks for GROUP, whose number it names, or one of its series, or whose day and sum it tells under whatever number, and not on the
 * original one. */
bool casegroup_follows_daily(const CaseGroup *group, const Document *document);
/* Whether a valid field ID of DOCUMENT says what VALUE says; of a VALUE of NULL none does. */
bool document_says(const Document *document, const char *id, const Field *value);
/* Seen from the daily decision: how many documents of TYPES (parted by |) are such, and how many receipts name
 * documents of TYPE that are. */
int casegroup_aside(const CaseGroup *group, const char *types);
int casegroup_receipts_aside(const CaseGroup *group, const char *type);
/* The names of the files in which they are, a line each; NULL: there are none.  Caller frees. */
char *casegroup_files_aside(const CaseGroup *group, const char *types);

/* ---- service receipts (receipts.c) ---- */

/* Fills in the group's numbered and corrected, by which receipts tell what they serve, once its files stay what they
 * are. */
void casegroup_note_numbers(const CheckRules *rules, CaseGroup *group);
/* True when FIELD of a receipt is the number of a paper that it serves, and not of one that is corrected by that. */
bool casegroup_is_served_number(const CaseGroup *group, const Field *field);

/* True when RECEIPT names the number of a document of the group, once these are noted. */
bool casegroup_names_known(const CaseGroup *group, const Document *receipt);
/* How many receipts name the own number of DOCUMENT. */
int casegroup_receipts_naming(const CaseGroup *group, const Document *document);

/* Whether FILE's name says that a document of TYPE was served; NULL: that it says of none. */
bool casegroup_name_serves(const CheckRules *rules, const SubFile *file, const char *type);
/* How many receipts serve documents of TYPE.  A receipt tells by the numbers it names, else by its words, and may serve several; one
 * that tells nothing serves one document that lacks one; so does a scan, whatever its pages. */
int casegroup_receipts(const CheckRules *rules, const CaseGroup *group, const char *type);
/* The receipts that by their words, or the names of their files, serve an order that was given again (再次责令改正决定书) and no
 * other, and name no number of GROUP's papers: the files (SubFile, borrowed) they stand in, each as often.  Caller unrefs. */
GPtrArray *casegroup_receipts_of_again(const CheckRules *rules, const CaseGroup *group);
/* Of the two papers of TYPE in a daily file (steps.c), its own and the one aside, which one a scan of a receipt serves by its name. */
typedef enum { RECEIPT_OPEN, RECEIPT_OF_OWN, RECEIPT_OF_ASIDE } ReceiptSide;
/* True when WORDS, 责令改正决定书、再次责令改正决定书送达回证, tell of both of two papers of TYPE, of which one has one of MARKS. */
bool casegroup_words_tell_both(const CheckRules *rules, const char *words, const char *type, const char *const *marks);
/* The scans (SubFile, borrowed) of receipts in GROUP that serve a document of TYPE, of SIDE; none where GROUP does not hold both
 * papers (receiptsides.c).  Caller unrefs. */
GPtrArray *casegroup_receipt_scans(const CheckRules *rules, const CaseGroup *group, const char *type, ReceiptSide side);
/* True when a file of GROUP that was not read may be the scan of RECEIPT in FILE: it is called a receipt, and neither the number
 * nor the words of its name are of another paper than RECEIPT serves. */
bool casegroup_receipt_scanned(const CheckRules *rules, const CaseGroup *group, const SubFile *file, const Document *receipt);
/* Receipts that tell nothing: how many, how many of these cannot be the scan of a receipt that was read and tells, and the files
 * (SubFile, borrowed) they stand in.  Clear with untold_clear. */
typedef struct { int count, certain; GPtrArray *files; } Untold;
Untold casegroup_receipts_untold(const CheckRules *rules, const CaseGroup *group);
void untold_clear(Untold *untold);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Untold, untold_clear)
/* The document that RECEIPT (a document in FILE) was meant for when it names a number that no document of the
 * group has: the first of the type that its words tell whose own number no receipt names; *MEANT is the file
 * it stands in.  NULL for none. */
const Document *casegroup_receipt_meant(const CheckRules *rules, const CaseGroup *group, const SubFile *file,
                                        const Document *receipt, const SubFile **meant);
/* A day on which DOCUMENT (of type TYPE) was served by a receipt in the group, with that receipt; DAY_NONE when not
 * known.  casegroup_served takes the last day not after LIMIT, else (or with DAY_NONE) the first one. */
typedef struct { Day day; const SubFile *file; const Document *document; const Field *field; } Served;
/* All of them, in path order (Served), those without a day too.  Caller unrefs. */
GArray *casegroup_services(const CheckRules *rules, const CaseGroup *group, const char *type,
                           const Document *document);
Served casegroup_served(const CheckRules *rules, const CaseGroup *group, const char *type, const Document *document, Day limit);

#endif
