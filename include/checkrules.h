/*
 * checkrules: what check knows of the law, as dated data (pipeline/rules/LAW/, LAW being the season's `law`): the kinds of case files
 * with the documents that speak for them and those they must hold, time limits, what laws say and from when, and working days.
 */
#ifndef ANJUAN_CHECKRULES_H
#define ANJUAN_CHECKRULES_H

#include "decimal.h"
#include "kinds.h"
#include "lawrules.h"
#include "workdays.h"

/* A document that a case file must or should hold. */
typedef struct {
    char *any;          /* doc-types parted by |: one of them is enough */
    char *of;           /* doc-type that a service receipt serves; NULL */
    char *named;        /* doc-type word for people where ANY would mislead; NULL */
    int64_t count;      /* 0 counts as 1 */
    int64_t above_yuan; /* asked for only when the fine is at least this; 0: always */
    char *after;        /* doc-type: what is known to be no later than the first of that type does not do; NULL */
    char *field;        /* a document with this field (with OF: the one to be served itself) does as well; NULL */
    char *beside;       /* doc-type: asked for only where one of that type is there; NULL */
    char *told;         /* asked for only where a document has this field and no unread file may hold it; NULL */
    char *instead;      /* words parted by |, lists of them by &: with a paper for each list it is not asked for, where
                           nothing was measured; NULL */
    char *not_on;       /* provisions, law|article…, parted by blanks: the same where the paper that speaks, the approval or the
                           report rests on one; NULL */
    char *not_with;     /* a field: or has this; NULL */
    char *on;           /* provisions: asked for only where those papers rest on one and nothing was measured; NULL */
    bool each;          /* those of OF that belong to another step need their receipts too */
} DocumentRule;

typedef struct {
    int kind;
    int yields;       /* KIND_PENALTY: see the rules file; else KIND_NONE */
    char *speaks;     /* doc-types parted by blanks */
    char *date;       /* field ids parted by blanks, the first that is there is the date that counts */
    char *needs;      /* of doc-number, party, date, fine (EXT-001) */
    GPtrArray *names; /* char *: words in a folder's name */
    GPtrArray *must, *should; /* DocumentRule: SET-004, SET-005 */
    GPtrArray *hints; /* DocumentRule: one of them lets a file of no kind be taken for apparently of this one
                         (SET-003) */
} KindRule;

typedef struct { char *doctype; GPtrArray *words, *unless; } ServedRule; /* words that say what a service receipt serves */
typedef struct {
    char *field, *in; /* a field that is the same in all documents of these types */
    char *told, *of;  /* the field by which documents of any other type tell it of those of type OF; NULL */
} SameRule;
typedef struct {
    char *field, *in, *to; /* a number (or what AS names) that is one of the documents of type TO */
    char *as;              /* the field of those documents; NULL: doc-number */
    bool later;            /* only in documents that are not known to be older than the first of type TO */
    bool rest;             /* an amount, of which payments may have left the rest */
    bool before;           /* a day, which may be a later one */
} RefersRule;
/* LAW-009 as apparent: the date FIRST_FIELD of documents of the types in FIRST is no later than THEN_FIELD of those in THEN;
 * THEN "service-receipt" means the receipts that name the document's number, THEN equal to FIRST one and the same document. */
typedef struct {
    char *first, *first_field, *then, *then_field;
    char *titled; /* words parted by |: only those of THEN with one of these in the title; NULL: all */
    char *in;     /* kind ids parted by blanks: only in case files of these; NULL: in all */
    char *ahead;  /* words parted by |: a first date told with one of these is one to come, or of another matter; NULL: none */
    char *cites;  /* a field of THEN that names the number of FIRST: each pair that it joins by itself; NULL */
    char *variant; /* of LAW-009; NULL: apparent */
    char *of;      /* FIRST are receipts: only those of documents of this type; NULL: all */
    char *agrees, *as; /* a field of FIRST with the sum that THEN sets in AS: only those that agree with it, by themselves; NULL */
    char *unlike;      /* words parted by |: of those none whose title, cause or sum is told with one of these; NULL: none */
    bool once;         /* not where the second date is told of already, or the first is disputed (EXT-002) */
} OrderRule;
/* LAW-016: a term that the law fixes: not under LEAST, nor over MOST (0: no matter) of what FIELD counts. */
typedef struct { char *field, *variant; int64_t least, most; } TermRule;
/* CODE in the wording of VARIANT: documents of the types in IN that have none of the fields in FIELD, parted by blanks. */
typedef struct {
    char *code, *variant, *in, *field;
    char *beside; /* only those with all of these fields, parted by blanks; NULL: all */
    bool once;    /* it is enough that one of IN in the case file has it, or a scan may */
    bool anywhere; /* a paper of any type with the field does as well */
    char *named;   /* a paper with this word in its title, or in the name of its file, does as well; NULL: none */
    char *not_titled; /* words parted by |: none with one of these in its title; NULL */
} ExpectedRule;
/* SET-005 in the wording of VARIANT: the decision of a penalty lists evidence (FIELD) that a document of type OF is, or one with
 * one of WORDS, parted by |, in its title or name. */
typedef struct { char *field, *of, *words, *variant; } ListedRule;
/* LAW-019: the provision LAW|ARTICLE (and ITEM; NULL: any) is about cases that have one of WORDS, parted by |. */
typedef struct { char *law, *article, *item, *words; } FitsRule;
/* LAW-019: LAW is about one medium, of which cases under it speak in one of WORDS, parted by |. */
typedef struct { char *law, *words; } MediumRule;
/* LAW-024: LAW, or only its ARTICLES (parted by blanks; NULL: all), is about one kind of act, ABOUT; the first that fits
 * counts. */
typedef struct { char *law, *articles, *about; } SubjectRule;
/* EXT-002: FIELD of a decision of the types in IN is what its notice gives as AS. */
typedef struct { char *field, *as, *in; } ToldRule;

/* EXT-002: FIELD of documents of the types in IN tells what the documents of type OF in the file say themselves, as
 * AS. */
typedef struct {
    char *field, *in, *of, *as;
    char *unless;  /* doc-types parted by blanks: with one of these in the file the two may differ; NULL */
    char *changed; /* a field by which a document tells that what is told was changed to what OF says; NULL */
    int64_t least; /* documents of OF must give so many different values: fewer may all be limits; 0: one */
    bool all;      /* each value of a document counts; else it is enough that one is right */
} TellsRule;

/* A field that tells, in documents of the types IN, when the document of type OF was served, which they name by NUMBER
 * (a field). */
typedef struct {
    char *field, *in, *of, *number;
    bool numbered; /* only where the number stands in the clause that tells it */
} ServiceRule;
/* LAW-009: a day that papers of any type tell by FIELD; NUMBER, where it is not NULL, is the field by which they name
 * the one that it is of; ROUGHLY: it may be the day of its service as well. */
typedef struct {
    char *field, *number;
    bool roughly;
} RetoldRule;

/* Words parted by | that {ID} stands for in AsksRule.about. */
typedef struct { char *id, *words; } NoteWords;
/* A finding of CODE and VARIANT (NULL: none; "*": any) asks for a note or a correction; where it carries the parameter WHEN
 * (name, or name=value), unless that is NULL.  Such a paper has a word of each of the lists in ABOUT (words parted by |, lists by &, {id} for
 * words or a parameter of the finding) in one paragraph, or it tells all the values TOLD: parameters parted by blanks, of
 * which / parts two that tell the same. */
typedef struct { char *code, *variant, *about, *told, *when; } AsksRule;

typedef struct {
    GPtrArray *kinds;  /* KindRule, in order of precedence */
    GPtrArray *served; /* ServedRule, the first that fits */
    GPtrArray *same;   /* SameRule */
    GPtrArray *single; /* SameRule: a field of which one document has one value */
    GPtrArray *refers; /* RefersRule */
    GPtrArray *orders; /* OrderRule */
    GPtrArray *told;   /* ToldRule */
    GPtrArray *terms;  /* TermRule */
    GPtrArray *expected; /* ExpectedRule */
    GPtrArray *listed;   /* ListedRule */
    GPtrArray *fits;     /* FitsRule */
    GPtrArray *media;    /* MediumRule */
    GPtrArray *subjects; /* SubjectRule */
    GPtrArray *askings, *defences; /* char *: words in the title of a paper of the party */
    GPtrArray *notes, *no_notes; /* char *: words in the title of a paper that may be a note on something, and of one that
                                  * is none whatever it says */
    GPtrArray *no_askings; /* char *: words in the title of a paper on a hearing by which none is asked for */
    GPtrArray *scanned_notes; /* char *: words in the name of a scan that is a note */
    GPtrArray *fillers; /* char *: words in the name of a note that do not tell on what it is */
    GPtrArray *note_words; /* NoteWords */
    GPtrArray *asks;       /* AsksRule */
    GPtrArray *thirds; /* char *: words in the names of bodies that stand in others' papers without being the party */
    GPtrArray *teams;  /* char *: ends of the names of teams inside a bureau */
    GPtrArray *too_high; /* char *: words in the name of a body too high to review what a county's bureau decided */
    GPtrArray *handled; /* char *: words of a decision that say what became of a hearing asked for */
    GPtrArray *procedural; /* char *: laws on procedure, of which the provisions say nothing about the act */
    GPtrArray *services; /* ServiceRule */
    GPtrArray *retold; /* RetoldRule */
    GPtrArray *tells;  /* TellsRule */
    GPtrArray *signed_types; /* char *: doc-types that the party signs */
    GPtrArray *old_versions, *new_versions; /* char *: words in a file's name */
    GPtrArray *asides;      /* char *: beginnings of remarks in the name of a case file on what it holds besides */
    GPtrArray *copies;      /* char *: words in the name of a case file that is a copy of another */
    GPtrArray *corrections; /* char *: words in the name of a package that corrects another */
    GPtrArray *identities, *no_identities; /* char *: words in the name of a scan that shows who the party is and, as the same, lies in each
                                            * of its cases; and by which it shows something else besides */
    GPtrArray *personal;    /* char *: words in the name or title of a list of cases that is one officer's */
} CaseRules;

enum { LIMIT_DAYS, LIMIT_WORKDAYS, LIMIT_MONTHS, LIMIT_PERSONS, LIMIT_YUAN };
typedef struct { char *id, *code, *source, *about; int64_t amount; int unit; } LimitRule;
typedef struct { GPtrArray *limits; } LimitRules;

typedef struct {
    CaseRules *cases;
    LimitRules *limits;
    LawRules *laws;
    Workdays *workdays;
    char digest[65]; /* of the folder */
} CheckRules;

/* Reads the folder of LAW (season.xml law="cn-2016") below RULES_DIR, NULL for the installed rules.  NULL and an input fault that names
 * file, line and reason. */
CheckRules *check_rules_read(const char *rules_dir, const char *law, GError **error);
void check_rules_free(CheckRules *rules);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CheckRules, check_rules_free)

/* The rule of a kind; NULL for KIND_NONE. */
const KindRule *kind_rule(const CheckRules *rules, Kind kind);
/* The limit of that id; a bug when the rules lack it (reading makes sure that they do not). */
const LimitRule *limit_rule(const CheckRules *rules, const char *id);
/* True when ID is one of the words of LIST, which SEPARATOR parts. */
bool word_in_list(const char *list, char separator, const char *id);

#endif
