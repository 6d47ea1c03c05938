/*
 * submission: a unit's records joined and grouped: which file lies in which case file, with which candidate, with what facts.
 *
 * The groups follow the folders of SPEC 4; what a thing is comes from its content first (see casegroup.h for kinds, papers_find and
 * candidates_check for the rest).  Everything here borrows from the records, which must outlive it.
 */
#ifndef ANJUAN_SUBMISSION_H
#define ANJUAN_SUBMISSION_H

#include <stdbool.h>

#include "kinds.h"
#include "rec_casefiles.h"
#include "rec_inventory.h"
#include "rec_scans.h"

typedef enum {
    AREA_CASEFILE,  /* below 案卷/X/ */
    AREA_LOOSE,     /* directly in 案卷/ */
    AREA_EVIDENCE,  /* below 案件证据/ */
    AREA_CANDIDATE, /* below 先进个人/X/ or 执法先进个人/X/ */
    AREA_LEGAL,     /* below 法制先进个人/X/ or 法制工作先进个人/X/ */
    AREA_BULLETIN,  /* below 信息/ or 上报信息/ */
    AREA_ELSEWHERE
} Area;

typedef struct CaseGroup CaseGroup;
typedef struct DocumentIndex DocumentIndex; /* groupindex.c */
typedef struct Person Person;

typedef struct {
    const FileFacts *facts;
    const Scan *scan;     /* NULL when it is no image or PDF */
    const char *base;     /* last component of the path */
    const char *telling;  /* the part of the path that tells what it is: base, or with its folder's name where that was needed */
    Area area;
    CaseGroup *group;     /* the case file it lies in; NULL */
    Person *person;       /* the candidate or legal person it lies with; NULL */
    bool proof;           /* below 证明材料/ of a candidate */
} SubFile;

/* A case file: below 案卷/, or below a candidate's 案卷/. */
struct CaseGroup {
    char *name;       /* 案卷; of a candidate's the path of its folder */
    Person *person;   /* NULL for those that fill slots */
    GPtrArray *files; /* SubFile, borrowed, in path order */
    /* filled in by casegroup.h: */
    GPtrArray *strays;   /* SubFile: of another case, and no more in FILES */
    GPtrArray *misfiled; /* SubFile: of another case as a whole (misfiled.c), and no more in FILES */
    GPtrArray *misnamed; /* SubFile: of this case but for the party that it names (misfiled.c) */
    const char *displaced; /* the type of the paper that should speak, where that of another case lay in its place
                              (foreigndecision.c); NULL */
    bool refused;        /* members of it were refused, and any paper may be among them (unread.c) */
    bool several;        /* case files in folders of their own, a level too deep (levels.c) */
    GPtrArray *replaced; /* SubFile: replaced by a newer version in FILES, and no more in FILES */
    Kind kind;
    Kind apparent; /* of a group of no kind: what it seems to be (sets_check); KIND_NONE when that cannot be
                      told */
    Kind named_kind;               /* what the folder's name says; KIND_NONE when it says none or the kind found as well */
    const SubFile *speaking_file;  /* NULL: none */
    const Document *speaking;      /* NULL when the speaking document is a scan, or there is none */
    const char *number, *key;      /* NULL when not found */
    const Field *party, *date_field; /* NULL when not found */
    Day date;
    const Field *fine;             /* NULL when there is none */
    const SubFile *fine_file;
    const Document *fine_document;
    GPtrArray *own_keys;           /* char *, borrowed: numbers its documents have as their own, each once */
    GHashTable *all_keys;          /* the same, those that they mention, and those in the names of its files */
    DocumentIndex *index;          /* the documents in FILES by type and field */
    GHashTable *corrected;         /* Field: served numbers in receipts that are those of papers corrected by what is served */
    GHashTable *numbered;          /* number → type of the first document of FILES that has it as its own, receipts left out */
};

/* Made at the first look, and anew after drop, which whoever changes FILES calls.  Free with
 * documentindex_free. */
DocumentIndex *documentindex_new(void);
void documentindex_drop(DocumentIndex *index);
void documentindex_free(DocumentIndex *index);

/* A group without files; takes NAME, borrows PERSON (NULL: none).  Free with casegroup_free. */
CaseGroup *casegroup_new(char *name, Person *person);
void casegroup_free(gpointer group);

/* A candidate, or a person proposed for legal work. */
struct Person {
    char *name, *path; /* "张三", "先进个人/张三" */
    const char *meant; /* borrowed: the name that the folder's is a slip for (foldernames.c); NULL */
    bool legal;
    bool several;      /* no person, but candidates in folders of their own (levels.c) */
    GPtrArray *files;  /* SubFile, borrowed */
    GPtrArray *groups; /* CaseGroup, borrowed */
};

typedef struct {
    GPtrArray *files;   /* SubFile, in path order */
    GPtrArray *groups;  /* CaseGroup below 案卷/, in path order of their names */
    GPtrArray *others;  /* CaseGroup of candidates, in path order */
    GPtrArray *persons; /* Person, in path order, candidates and legal people */
} Submission;

Submission *submission_new(const Scans *scans, const Casefiles *casefiles);
void submission_free(Submission *submission);
/* The case file below 案卷/ of that name (its folder's or ZIP's, without ".zip"); NULL for none. */
const CaseGroup *submission_group(const Submission *submission, const char *name);

/* The bytes of the folders in PATH before the first one whose name has a meaning (SPEC 4: 案卷, 案件证据,
 * 信息 …, 先进个人 …, 法制先进个人 …, by their number from 0 in *FOLDER); 0 when that one comes first or there
 * is none. */
size_t path_wrapping(const char *path, int *folder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Submission, submission_free)

/* True for a file that is a scan (an image or a PDF, also one that cannot be decoded). */
bool subfile_is_scan(const SubFile *file);
/* True when the name of FILE carries the number of KEY; one of those in KEYS, a set. */
bool subfile_names_number(const SubFile *file, const char *key);
bool subfile_names_one_of(const SubFile *file, GHashTable *keys);
/* True for a scan that can be decoded. */
bool subfile_is_readable_scan(const SubFile *file);
/* True when the file can stand for a document of its name: a readable scan, or a document in a format that a person can open. */
bool subfile_stands_for(const SubFile *file, const char *doctype);
/* True when nothing was read in the file, which may be a scan, or locked, or broken, and its name says that it is a document of DOCTYPE. */
bool subfile_is_unread(const SubFile *file, const char *doctype);
/* True for a readable scan of several papers, whose name lists one of TYPE in brackets. */
bool subfile_lists(const SubFile *file, const char *type);
/* True when a document of a known type was read in the file. */
bool subfile_is_known(const SubFile *file);
/* The first document of TYPE in the file, or NULL. */
const Document *subfile_document(const SubFile *file, const char *type);
/* Adds to KEYS, a set of strings, those of the numbers that the file's own name carries and that its documents
 * mention or have as their own; borrowed. */
void subfile_add_keys(const SubFile *file, GHashTable *keys);

/* The value of the first valid field of ID, else the first of any status that has a value; NULL when there is none. */
const Field *document_value(const Document *document, const char *id);
/* The same as a day; DAY_NONE when there is none or it is no valid day. */
Day document_day(const Document *document, const char *id);
/* The last day of DOCUMENT's inspections or of its signature line; DAY_NONE when not known. */
Day document_last_day(const Document *document);
/* What a field's value is compared by. */
const char *field_key(const Field *field);
/* Its quotation, or its value where it has none. */
const char *field_quote(const Field *field);

#endif
