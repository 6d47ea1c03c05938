/* What the checks of one run share (private to anjuan-check). */
#ifndef CHECKS_H
#define CHECKS_H

#include "casegroup.h"
#include "check.h"
#include "partyindex.h"
#include "slots.h"

typedef struct {
    const CheckInput *in;
    Submission *submission;
    GPtrArray *findings;  /* Finding */
    UnitRecord *unit;
    GHashTable *evidence; /* key of a document number → GPtrArray of SubFile: the scans that prove it, the first of each
                           * case file and of those in none; borrowed keys and files */
    GHashTable *decisions; /* likewise: the scans that may show the decision */
    GHashTable *proofs;    /* key of a number in the candidate's 证明材料/ → names of the files with that number alone, a line each */
    GHashTable *unread_proofs; /* keys in its scans that cannot be read → the Finding that tells of one; borrowed findings */
    GHashTable *unread;    /* scans_told_unread(); NULL before candidates_check() */
    GHashTable *refused;  /* folder of a case file → its members that were refused, as one list (unread.c) */
    GHashTable *absent;   /* folder of a candidate and key of a case in whose papers others are named and
                           * not the candidate → those others, as one list (roles.c) */
    GHashTable *spoken;   /* the number with which a case file of the unit speaks → the first CaseGroup that does; borrowed */
    GHashTable *days;     /* what the papers in the package say when cases were decided (claimwindow.c); NULL before
                           * candidates_check() */
    PartyIndex *parties;  /* of the case files of the unit, in their order; NULL before misfiled_find() */
} Check;

/* An empty table of lists: borrowed key → GPtrArray, which the table drops.  Free with g_hash_table_unref. */
GHashTable *lists_by_key(void);
/* Adds a finding about GROUP (NULL: none) and FILE (NULL: none). */
Finding *check_add(Check *check, const char *code, const char *variant, const CaseGroup *group, const SubFile *file, const char *place);
/* The same about PERSON's FILE (NULL: the folder), with the parameter "name". */
Finding *person_add(Check *check, const char *code, const char *variant, const Person *person, const SubFile *file, const char *place);
/* The next finding, from the one at *AT on, that was added so far with CODE and is about GROUP (NULL: about anything);
 * NULL for no more.  *AT is 0 at first and belongs to the walk: what is told once is not told in other words again. */
const Finding *told_next(const Check *check, const char *code, const CaseGroup *group, guint *at);
/* Whether one of those has the parameter "field" FIELD. */
bool told_field(const Check *check, const char *code, const CaseGroup *group, const char *field);
/* Takes away and frees the findings that FOLLOWS is true of: what another one that was added later explains. */
typedef bool (*FollowsFunc)(const Finding *finding, gconstpointer data);
void check_fold(Check *check, FollowsFunc follows, gconstpointer data);
/* Parameters of other kinds. */
void param_int(Finding *finding, const char *name, int64_t value);
void param_day(Finding *finding, const char *name, Day day);
void param_window(Finding *finding, const Season *season);
/* The text of a quotation, cut where it would be too long to read. */
void param_quote(Finding *finding, const char *name, const char *quote);
/* Of a quotation that is not short only what stands around VALUE, where that stands in it as written. */
void param_quote_around(Finding *finding, const char *name, const char *quote, const char *value);
/* Collects what was refused by case file, once for all findings; free with g_hash_table_unref. */
GHashTable *refused_by_casefile(const Inventory *inventory);
/* True when members of GROUP were refused that need not be pictures: any paper may be among them. */
bool group_lost_papers(const Check *check, const CaseGroup *group);
/* The same of any members, pictures or not. */
bool group_lost_any(const Check *check, const CaseGroup *group);
/* What FORM is called: "title" for a form of approval that is read as the investigation report, else "doctype". */
void param_form(Finding *finding, const Document *form);
/* "near": the words of FIELD at the place of FINDING, instead of what else was read there. */
void param_near(Finding *finding, const Field *field);
/* "unread": the files of GROUP that could not be read and may be a document of one of TYPES (parted by |,
 * NULL: any), as their names tell; a file whose name tells another document is none of them. */
void param_unread(const Check *check, Finding *finding, const CaseGroup *group, const char *types);
/* True when FILE, in which no document was read, may hold whatever paper: its name says nothing, that it is evidence, or that
 * several papers lie in it.  Photographs and copies of licences, as their names say, do not. */
bool subfile_is_untold(const SubFile *file);
/* True when nobody can read FILE before it is mended, whatever its name says: empty, broken or locked (DOC-001, 003); old
 * formats open in the program that wrote them. */
bool subfile_is_closed(const SubFile *file);
/* The same as subfile_stands_for, but not by the name of a file that is closed. */
bool subfile_shows(const SubFile *file, const char *doctype);
/* True when a file of GROUP that no document was read in may hold whatever paper, as its name tells none of another. */
bool group_has_untold(const CaseGroup *group);
/* "unread": the ZIPs of case files that could not be read and may be one of KIND. */
void param_unread_casefiles(const Check *check, Finding *finding, Kind kind);
/* "locked": the ZIPs of case files that are wholly locked by a password and may be one of KIND. */
void param_locked_casefiles(const Check *check, Finding *finding, Kind kind);
/* True for a unit that competes, false for one that only nominates people (SPEC 3, 组别 empty). */
bool check_competes(const Check *check);
/* The name under which findings know a group. */
const char *group_name(const CaseGroup *group);

/* What a look at each document of a case file needs to tell a finding of it; borrowed. */
typedef struct { Check *check; const CaseGroup *group; } CaseWalk;

/* One value of a field somewhere in a case file. */
typedef struct { const SubFile *file; const Document *document; const Field *field; } Saying;
/* How much it counts, 0 the most: the decision wins over the report, the report over forms (SPEC 6.2). */
int saying_rank(const CaseGroup *group, const Saying *saying);
/* EXT-002: FIELD is not the same in both; WINNER is the one that counts, or of two alike the first. */
Finding *contradiction_add(Check *check, const CaseGroup *group, const char *field, const Saying *winner,
                           const Saying *other);
/* The same in the wording of VARIANT. */
Finding *contradiction_add_as(Check *check, const CaseGroup *group, const char *variant, const char *field,
                              const Saying *winner, const Saying *other);
/* FINDING tells that WINNER and ODD differ: when every other paper in which the value must be the same (at least two
 * besides WINNER's) says what WINNER says, it says so and is placed at ODD's, the one to be looked at. */
void contradiction_tell_odd(const Check *check, const CaseGroup *group, Finding *finding, const Saying *winner,
                            const Saying *odd);
/* "served", "signed": those of two papers, by their types, that the party has got, or has signed, so that nobody may
 * simply rewrite them. */
void param_out_of_hand(const CaseRules *rules, Finding *finding, const char *type, const char *other);
/* Adds a file and the place in it (NULL: none) to a list for {…:places}. */
void saying_add_place(GString *places, const SubFile *file, const char *place);

/* True when GROUP holds the register's notice of the change from one of A and B to the other: both are right then. */
bool notes_registered(const Check *check, const CaseGroup *group, const Field *a, const Field *b);
/* "noted": the notes in GROUP that have a word of each of the lists in ABOUT in one paragraph, as in AsksRule (NULL: none),
 * or tell both days, "from" and "to", of FINDING. */
void param_noted_about(const Check *check, Finding *finding, const CaseGroup *group, const char *about);
/* "noted", for all findings on case files whose remedy asks for a note or a correction, once they are there: the names of
 * those that lie in the case file and are about the matter.  Whether they settle it people decide. */
void notes_find(Check *check);
/* "noted": the documents (or scans) of TYPE in GROUP. */
void param_noted_type(Finding *finding, const CaseGroup *group, const char *type);

/* What is told of files that cannot be read as scans (SCN-001, SCN-004): path → Finding, both borrowed.  Free with
 * g_hash_table_unref. */
GHashTable *scans_told_unread(const Check *check);
/* Fills check->decisions; check->proofs and check->unread_proofs for one candidate. */
void proofs_of_decisions(Check *check);
void proofs_of_person(Check *check, const Person *person);
/* True when there is a scan of the decision KEY; CASEFILES gets the names of the case files where these
 * lie, none when one lies in none: a file may be refused after all (SPEC 8.9). */
bool proofs_decision(const Check *check, const char *key, GPtrArray *casefiles);

typedef void (*GroupFunc)(Check *check, CaseGroup *group);
/* Calls FUNC for every case file, those of candidates too. */
void check_each_group(Check *check, GroupFunc func);

/* True when PATH lies in one of FOLDERS (char *; "" is none), at any depth. */
bool lies_in(const char *path, const GPtrArray *folders);
void packages_check(Check *check);                      /* PKG-001…009, 016, 017, 020 */
/* Tells of folders below 案卷/ and 先进个人/ that hold case files and candidates in folders of their own (SPEC 4 knows
 * no such level), and marks them; the case files must have been read. */
void levels_check(Check *check);                        /* PKG-017 */
/* Takes away the findings that such a folder brings about, once all are there. */
void levels_fold(Check *check);
/* True when FILE, in a GROUP of several case files, lies with the document that speaks for it. */
bool casefile_part_counts(const CaseGroup *group, const SubFile *file);
/* True when the name of a FOLDER bears NAME, blanks apart: 尹例宁（副本） bears 尹例宁. */
bool folder_bears(const char *folder, const char *name);
void documents_check(Check *check);                     /* DOC */
void scans_check(Check *check);                         /* SCN-001…004 */
bool page_is_blank(const Season *season, const ScanPage *page);
/* A picture as phones save it (HEIC), which is not read, where scans are asked for. */
bool scan_is_of_phone(const SubFile *file);
bool scan_is_blank(const Season *season, const Scan *scan);
/* True for a readable scan in a case file that SCN-005 and SCN-006 compare with others. */
bool scan_is_compared(const Check *check, const SubFile *file);
/* True when one scan may rightly lie at A and B, in two case files: these have a number in common; or one is a candidate's, and may
 * be the other's case for all that is left in them; or they are of one party, and both names tell of a paper that shows who that is,
 * and of nothing else: the licence of a firm is the same in all its cases. */
bool scans_may_be_shared(const Check *check, const SubFile *a, const SubFile *b);
void reuse_check(Check *check);                         /* SCN-005 within the unit, 007; the unit record's scans */
void reuse_refer(Check *check);                         /* SCN-007: where REF-001, 002 tell that the number of the case file is the slip */
/* SCN-006.  Begins to read the thumbnails, beside what else is checked, once the files have their case files; resaved_check() takes
 * what was begun, and must follow. */
typedef struct ResavedPages ResavedPages;
ResavedPages *resaved_begin(const Check *check);
void resaved_check(Check *check, ResavedPages *begun);
void fields_check(Check *check, CaseGroup *group);      /* EXT-001, 002 */
/* Where DOCUMENT in FILE should have what it NEEDs ("date", "doc-number", "party", "fine"): the place left blank for it; a date else at
 * the end, of several documents in a file the one that is meant; else NULL. */
const char *leftblank_place(const SubFile *file, const Document *document, const char *need);
/* "blank": what stands there; "hint": what the other papers say, where they agree. */
void leftblank_param(const Check *check, Finding *finding, const CaseGroup *group, const char *need);
void leftblank_check(Check *check, CaseGroup *group);   /* EXT-005: blank numbers of the papers beside the one that speaks */
void contradictions_check(Check *check, CaseGroup *group); /* EXT-002: one fact told in two ways */
void namedpapers_check(Check *check, CaseGroup *group);    /* EXT-002: what papers tell of another paper of the file */
/* True when a document of TYPE has one value of FIELD: two different ones contradict. */
bool field_is_single(const Check *check, const char *field, const char *type);
/* Tells of files that are of another case by all that they say, and takes them out of GROUP's files: what is in them
 * is no fault of this case.  All case files must have been read. */
void misfiled_find(Check *check, CaseGroup *group);        /* EXT-002 */
/* The same of the document that speaks for a case file: must come before, and before the unit record is filled. */
void foreigndecision_find(Check *check);                   /* EXT-002 */
/* Takes away what is told as missing because such a file lies in its place, once all findings are there. */
void misfiled_fold(Check *check);
void onecase_check(Check *check, CaseGroup *group);        /* EXT-002, SET-011: another case, old versions */
/* True for documents whose day of service other papers may tell, by the rules. */
bool service_is_compared(const CheckRules *rules, const char *type);
/* True when both name a firm or a body in full, and neither is a form of the other. */
bool body_is_another(const Field *a, const Field *b);
/* True when both are alike, or both name a firm or a body in full and one is a form of the other. */
bool body_is_same(const Field *a, const Field *b);
/* The same of many names, each made ready once. */
typedef struct {
    char *folded;
    bool plain; /* in full */
} BodyName;
BodyName body_name(const Field *field);
void body_name_clear(BodyName *name);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(BodyName, body_name_clear)
bool body_names_same(const BodyName *a, const BodyName *b);
void servedto_check(Check *check, CaseGroup *group);       /* EXT-001, EXT-002: undated receipts, other parties */
/* True when a receipt shows that PAPER was served before it was made, which is told of the receipt (LAW-009), and TOLD, the day
 * that another paper tells, is not before it: then that is apparently the right one. */
bool service_is_in_error(const Check *check, const CaseGroup *group, const Saying *paper, const Field *told);
/* Appends to SAYINGS what papers tell of the day on which the paper was served of which RECEIPT is. */
void service_sayings(const Check *check, const CaseGroup *group, const Document *receipt, GArray *sayings);
void servicedates_check(Check *check, CaseGroup *group);   /* EXT-002: days of service */
/* What the papers tell of days of service must have been compared. */
void receiptdays_check(Check *check, CaseGroup *group);    /* EXT-002: two days in one receipt */
/* Of the numbers it leaves out those of which the group's contradictions tell, which must be there. */
void quoted_check(Check *check, CaseGroup *group);      /* EXT-002: what quotes other papers wrongly */
void recorddays_check(Check *check, CaseGroup *group);   /* EXT-002, record-days: head and signature of a record */
void strangeofficers_check(Check *check, const CaseGroup *group); /* EXT-002, officers: who held an interview */
void employer_check(Check *check, const CaseGroup *group); /* EXT-002: for whom the person questioned works */
void cause_check(Check *check, CaseGroup *group);        /* EXT-002: the ground of the filing */
/* CAUSE without 涉嫌 and who is suspected, and without 案 at the end.  Caller frees. */
char *cause_bare(const char *cause);
/* How many of the pieces of SIZE characters of OF, which are TOTAL, stand in TEXT. */
int text_pieces_in(const char *of, int size, const char *text, int *total);
/* The papers that tell the facts of a case, parted by blanks. */
extern const char facts_types[];
/* "given": TYPE, where the party has got such papers, so that nobody may simply rewrite them. */
void param_given(Finding *finding, const char *type);
void foreignfacts_check(Check *check, CaseGroup *group); /* EXT-002, facts: whose facts they are by the name */
void agencies_check_papers(Check *check, CaseGroup *group); /* REF-005: another county's bureau signed a paper */
void measured_check(Check *check, CaseGroup *group);     /* EXT-002, measured: another value than the report's */
bool measured_is_told(const Check *check, const CaseGroup *group); /* whether such a value was told */
void weighed_check(Check *check, CaseGroup *group);      /* EXT-002, weighed: the paper with another weight than all others */
void listedday_check(Check *check, const CaseGroup *group); /* EXT-002, listed-day, listed-record: the day of a record that a paper lists */
/* The day written in FIELD, which lists a record; DAY_NONE where none is, or several are. */
Day listed_day_in(const Field *field);
/* Whether a record of TYPE in GROUP was begun on the day of FIELD, though it may have been signed after midnight. */
bool record_is_begun_on(const CaseGroup *group, const char *type, const Field *field);
/* "besides": where papers of GROUP have the DAY of an inspection (2016-09-07) in their lists of records, or once more. */
void param_besides(Finding *finding, const CaseGroup *group, const char *day);
/* EXT-002, cover, catalogue-day: what the cover and the catalogue of a case file say otherwise than its papers. */
void casecover_check(Check *check, const CaseGroup *group);
void outlets_check(Check *check, const CaseGroup *group);   /* EXT-002, outlet: another stack than the decision's */
void identities_check(Check *check, const CaseGroup *group); /* EXT-002: two numbers of one person, two people of one number */
void responsible_check(Check *check, const CaseGroup *group); /* EXT-002, responsible: others than the letter names */
void numberyear_check(Check *check, CaseGroup *group);   /* EXT-003: the year of a paper's own number */
void recordhead_check(Check *check, CaseGroup *group);   /* EXT-002: the head of the firm in a record of the place */
void addresses_check(Check *check, const CaseGroup *group); /* EXT-002, address: another road or number than the decision's */
void transferlist_check(Check *check, CaseGroup *group); /* EXT-002: what the list leaves out */
void transferitems_check(Check *check, CaseGroup *group); /* EXT-002, items: how many papers went to the police */
void capitals_check(Check *check, CaseGroup *group);    /* EXT-002: amounts of a payment slip */
void values_check(Check *check);                        /* EXT-003…005 */
void required_check(Check *check, CaseGroup *group);    /* SET-004, 005 */
void listed_check(Check *check, const CaseGroup *group); /* SET-005: evidence that the decision lists */
void photographs_check(Check *check, const CaseGroup *group); /* SET-005, photographs */
/* What is missing by other findings must have been told. */
void papercatalogue_check(Check *check, const CaseGroup *group); /* SET-012; SET-005: papers handed over */
/* For the remedy of FINDING, which asks for a paper that is served: "receipt" where its receipt is asked for as well, "served" where
 * that lies in the file, as SERVED says. */
void param_receipt(Finding *finding, bool served);
/* True when GROUP holds what RULE asks for. */
bool required_is_met(Check *check, const CaseGroup *group, const DocumentRule *rule);
/* What GROUP lacks to be a case file of KIND, as a list for {…:papers}; "" for nothing.  Caller frees. */
char *required_missing(Check *check, const CaseGroup *group, Kind kind);
/* Fills in what case files in which no document speaks and whose name says nothing apparently are, where that
 * can be told with fair certainty. */
void apparent_kinds_find(Check *check);
void sets_check(Check *check);                          /* SET-001…003, 006…010 */
/* Takes away what a filing that LAW-009 tells as wrong brings about, once all case files are judged. */
void order_fold(Check *check);
void law_check(Check *check, CaseGroup *group);         /* LAW */
void places_check(Check *check);                        /* EXT-003: an officer in two cases at once */
/* Adds to FOUND, a table like check->evidence, the scans that PROVES is true of, by number, in path order.  LETTERS: as scans of the
 * letters themselves, so that one that is called a daily decision is none of the other decision in its case file. */
void scans_by_number(const Check *check, bool (*proves)(const SubFile *file), bool letters, GHashTable *found);
void evidence_find(Check *check);                       /* fills check->evidence */
/* True for a file whose name calls it a decision or a letter of transfer. */
bool scan_is_called_letter(const SubFile *file);
/* True for a readable scan that may be one as far as its name tells, or hold one among others. */
bool scan_may_be_letter(const SubFile *file);
/* Adds to FOUND likewise the scans that may be, by their names, those of decisions and letters; to UNIT those that lie with
 * no candidate. */
void evidence_of_letters(const Check *check, GHashTable *unit, GHashTable *found);
void basisdate_check(Check *check, CaseGroup *group);   /* EXT-002, REF-002: the day of the penalty below a case */
void references_check(Check *check);                    /* REF-001…003, 006, 008, CAS-001 */
void rowevidence_check(Check *check);                   /* REF-003, 006, 008: part of references_check(), where there is a table */
/* The row of the table with the number of GROUP when it has in it what the decision that speaks for GROUP says in the field ID
 * (decision-date, fine-yuan, party; no other); NULL where it has something else, and without a row or tables. */
const CaseRow *row_bearing_out(const Check *check, const CaseGroup *group, const char *id);
/* The row of the table with the number of the decision that speaks for GROUP, when the fine in it is AMOUNT; NULL otherwise. */
const CaseRow *row_with_fine(const Check *check, const CaseGroup *group, const Field *amount);
/* The row of the table with the number KEY and of KIND; NULL for none, and without tables. */
const CaseRow *case_row_of(const Check *check, const char *key, Kind kind);
/* Where the package has the number of GROUP besides the paper that speaks for it, as places (misentered.c); NULL: nowhere, or
 * that of ROW is anywhere, which is not the slip then.  Caller frees. */
char *misentered_sources(const Check *check, const CaseGroup *group, const CaseRow *row);
/* The finding that a row was apparently entered under a wrong number of which the parameter NAME is VALUE; NULL for none. */
const Finding *misentered_told(const Check *check, const char *name, const char *value);
/* True for a kind whose case files are looked for in the case table. */
bool case_must_stand_in_table(Kind kind);
/* Says of a decision's day that is apparently a slip, and of all that follows from it, what the day should be, once terms, order,
 * window and table were looked at. */
void suspectdays_find(Check *check);
void recipients_check(Check *check);                    /* REF-007; needs the tables */
void addressees_check(Check *check, CaseGroup *group);  /* REF-007 prosecutors, bureau, nobody */
void agencies_check(Check *check);                      /* REF-005; needs the tables */
/* True for papers that a unit makes in its own name, as it does no records, reports and forms for its own use. */
bool type_is_own(const char *type);
/* Whom DOCUMENT (NULL: none), a proof, is about, when it is somebody else and PERSON's name stands nowhere in it; NULL. */
const Field *proof_of_another(const Person *person, const Document *document);
/* Must come before what looks for people by name. */
void casefolders_check(Check *check);                   /* DOC-007: folders of case files called after another firm */
void foldernames_check(Check *check);                   /* CND-013 */
/* The name of PERSON's folder, or the one for which that is apparently a slip; borrowed. */
const char *person_meant(const Person *person);
/* The names in all lists of candidates, in their order, borrowed; *FILE, which may be NULL before, becomes the first
 * list that has any.  Caller unrefs. */
GPtrArray *people_listed(const Check *check, const SubFile **file);
/* The candidates of one list (LEGAL or not) who have a folder and whom the paper that names the candidates does not name, a name a line;
 * "" where it names none of that list, which then has a paper of its own.  *FILE as in people_listed().  Caller frees. */
char *people_unlisted(const Check *check, bool legal, const SubFile **file);
/* The days that decisions and letters of the package bear, by number, for claim_is_out_of_window(); free with
 * g_hash_table_unref. */
GHashTable *claimwindow_days(const Check *check);
/* What shows that a claim which the table does not know is apparently of a case out of the window: the DAY on the PAPER with
 * its number ("decided") or in the list ("dated"), or the YEAR of that number ("year"), which may be a slip where the table
 * has a LIKELY row of another year. */
typedef struct { const char *variant; Day day; const SubFile *paper; int year; const CaseRow *likely; } OutOfWindow;
bool claim_is_out_of_window(const Check *check, const Claim *claim, OutOfWindow *out);
void param_out_of_window(const Check *check, Finding *finding, const OutOfWindow *out);
void candidates_check(Check *check);                    /* CND; the unit record's people */
/* "same-scan" of CND-006: the code that tells of the same missing scan of the decision for the table (REF-003, REF-008), and there
 * "claimed-by": the candidates. */
void onescan_link(Check *check);
void certificates_check(Check *check, const Person *person); /* CND-014 */
void roles_check(Check *check);                         /* CND-015; fills check->absent */
/* Who handled the case of CLAIM when its papers name others and not PERSON (CND-015), as a list that belongs
 * to CHECK; NULL else. */
const char *claim_others(const Check *check, const Person *person, const Claim *claim);
void form_cases_check(Check *check, const Person *person); /* CND-015 unlisted, cases, unclaimed */
void forms_check(Check *check, const Person *person);   /* CND-016 */
/* Whether NUMBER is another number of the series of OWN, both certificates': as long, and with the same beginning.  Somebody may hold
 * certificates of two kinds, of which the numbers look different.  A masked NUMBER is none. */
bool certificate_is_another(const char *own, const char *number);
void certificate_numbers_check(Check *check);           /* CND-003 differs */
/* "list" and "list-place" of FINDING (CND-003): where the list of candidates leaves PERSON's number empty, too, and "others": the
 * papers of PERSON's own, but FORM (NULL: there is none), that do; nothing where none does. */
void param_numbers_blank(const Check *check, Finding *finding, const Person *person, const SubFile *form);
/* "unknown" of FINDING (SET-001): the case files in 案卷/ of which nothing tells the kind (SET-003), so that each may be the one of any kind
 * that is missing. */
void param_unknown_kinds(const Check *check, Finding *finding);
/* "open" of each SET-003 in 案卷/: the kinds of which SET-001 tells that a case file is missing; where it apparently is of one of
 * these, that kind. */
void unknown_kinds_link(Check *check);
/* CND-003 blank: papers that leave PERSON's number blank though FORM gives it, which is NUMBER. */
void blank_numbers_check(Check *check, const Person *person, const SubFile *form, const char *number);
void across_check(Check *check);                        /* EXT-002 one-code */
/* Takes away what it explains, which must be there. */
void oldcopies_check(Check *check);                     /* EXT-002 old-copy */
void copiedfacts_check(Check *check);                   /* EXT-002, facts-copied: by their words */
void selfreport_check(Check *check);                    /* SUB-001: what the report on itself says */
void sameact_check(Check *check);                       /* SET-007: one act fined twice */
void people_check(Check *check);                        /* CND-012 both-lists, 017, 018 */
/* The certificate of FILE when it is about PERSON though it lies elsewhere: its name field, or the name in its
 * file's name. */
bool is_certificate_elsewhere(const SubFile *file, const Person *person);
/* The city of the office that collects the packages, folded: 怀化市 of 怀化市环境监察支队; "" when it is not known.
 * Caller frees. */
char *season_city(const Season *season);
/* True when AGENCY names another county, town or district than the unit's (辰溪县环境保护局 or 洪江市环境保护局 for
 * 沅陵县); false for the city's own, and without the tables. */
bool agency_is_elsewhere(const Check *check, const char *agency);
/* The same of the title of a paper, or a bureau that it tells of, by names in short as well. */
bool title_is_elsewhere(const Check *check, const char *title);
/* Two names of one place begin alike: 靖州县 and 靖州苗族侗族自治县; A has two characters at least. */
bool place_is_same(const char *a, const char *b);
/* True when AGENCY is that of a county, or of a town or district below the city (沅陵县环境保护局, 洪江市环境保护局);
 * false for the city's own and its branches, and where it tells no place. */
bool agency_is_countys(const Check *check, const char *agency);
void bulletins_check(Check *check);                     /* BUL-002 */
void papers_check(Check *check);                        /* SUB-001, BUL-001; papers and bulletins of the unit record */
/* Fills in a unit record's case file. */
void unit_case_fill(const Check *check, const CaseGroup *group, UnitCase *casefile);

#endif
