/*
 * lawrules: what the laws that papers cite say, and from when, as dated data (pipeline/rules/LAW/laws.xml): the texts of each law by the
 * day on which they came into force, by which articles a later one is known, and what single provisions ask for.
 */
#ifndef ANJUAN_LAWRULES_H
#define ANJUAN_LAWRULES_H

#include "day.h"
#include "record.h"

/* An article by which a text is known though a paper does not name its year. */
typedef struct {
    char *article;
    char *item;    /* only with this item, which alone tells; NULL: any or none */
    char *field;   /* where it is cited; NULL: laws-basis */
    char *words;   /* parted by |: only where facts or cause have one of them; NULL: always */
    char *unless;  /* parted by |: not where they have one of these; NULL */
    char *now;     /* what is in force instead, for people */
    bool by_item;  /* an item, whichever, tells: the article in force has none */
    int64_t least_yuan, most_yuan; /* the range of fines that tells; 0: none */
} LawSign;

typedef struct {
    int64_t year;    /* in which it was passed or amended, as papers call it */
    Day from, until; /* in force from, replaced from; DAY_NONE: not replaced */
    GPtrArray *signs; /* LawSign */
} LawVersion;

typedef struct { char *name; GPtrArray *versions; } Law; /* LawVersion, in the order of their days */

/* LAW|ARTICLE|PARAGRAPH|ITEM; NULL: any. */
typedef struct { char *law, *article, *paragraph, *item; } Provision;

typedef struct {
    GPtrArray *laws;      /* Law */
    GPtrArray *not_daily; /* Provision: a fine under it alone is not multiplied by days */
    GPtrArray *discharges; /* char *: words of acts of which it is, whatever the provision */
    GPtrArray *overdue;   /* Provision: fines only whoever did not correct in the time that was set */
} LawRules;
extern const RecordType laws_type;

/* The rule of the law that VALUE, "law|article|paragraph|item", cites; NULL for none. */
const Law *law_cited(const LawRules *rules, const char *value);
/* The text of LAW that is called by YEAR; NULL for none. */
const LawVersion *law_version(const Law *law, int64_t year);
/* The last text of LAW that is in force on DAY; NULL when none was yet. */
const LawVersion *law_in_force(const Law *law, Day day);
/* True when VALUE, "law|article|paragraph|item", is one of PROVISIONS. */
bool provision_listed(const GPtrArray *provisions, const char *value);

#endif
