/* The dates of a case file on which the law depends, each with where it stands (private to anjuan-check). */
#ifndef LAWDATES_H
#define LAWDATES_H

#include "checks.h"

typedef struct {
    Day day; /* DAY_NONE: not known */
    const SubFile *file;
    const Document *document;
    const Field *field;
} Dated;

/* The first valid date of FIELD in documents of the types in TYPES (parted by blanks, the first type that has one wins). */
Dated dated_find(const CaseGroup *group, const char *types, const char *field);
/* The date of FIELD in one document; document-date where that is not there. */
Dated dated_of(const SubFile *file, const Document *document, const char *field);
/* The date of FIELD in the document that speaks for GROUP. */
Dated dated_own(const CaseGroup *group, const char *field);
/* When the case was filed. */
Dated dated_filing(const CaseGroup *group);
/* The last inspection on or before LIMIT. */
Dated dated_inspection(const CaseGroup *group, Day limit);
/* The same where the record of it may be one that was not read: the last day that the papers tell which rest on it, when
 * two of them agree and no record is later. */
Dated dated_inspection_told(const CaseGroup *group, Day limit);
/* The date of DECISION (of type TYPE, in FILE). */
Dated dated_decision(const SubFile *file, const Document *decision);
/* The notice that came before DECISION of DAY: the last one whose number it names, or one by which the same firm was told again
 * after that; else the last one before it, else the first; none where that may be one that was not read. */
Dated dated_notice(const CaseGroup *group, const Document *decision, Day day);
/* When DOCUMENT of TYPE was served: by a receipt, else as the document or the closing form says. */
Dated dated_service(const Check *check, const CaseGroup *group, const char *type, const Document *document, Day limit);
/* The document of TYPE that a finding about the group should point at: the speaking one when it is of that type. */
const Document *law_document(const CaseGroup *group, const char *type, const SubFile **file);

/* The ordinary penalty of a case file.  decision NULL: there is none, or it is not known which is; fine NULL:
 * not known. */
typedef struct {
    const SubFile *file;
    const Document *decision;
    const SubFile *fine_file;
    const Field *fine;
} Penalty;

/* The penalty that GROUP decides, when it is a penalty file. */
Penalty law_own_penalty(const CaseGroup *group);
/* The penalty on which a daily penalty, a detention or an application to the court rests: that of the only
 * decision in the file. */
Penalty law_original_penalty(const CaseGroup *group);
/* The one or the other, by the kind of GROUP. */
Penalty law_penalty(const CaseGroup *group);

/* The day of the notice of GROUP's daily penalty where every recheck that the decision names was before: a record of a later
 * day is of another recheck (Order 28, art. 14).  DAY_NONE where either is not known. */
Day law_recheck_end(const CaseGroup *group);

/* True when RECEIPT says that it was served in that WAY (公告, 邮): where all ways are printed, that the box is ticked. */
bool law_was_served(const Document *receipt, const char *way);

/* Yuan of a field in fen; false when it is no amount. */
bool law_amount_fen(const Field *field, int64_t *fen);
/* True when DOCUMENT says FEN in ID.  One that says two amounts contradicts itself, which is told (EXT-002): either may be right,
 * and what fits one of them is not told against the other. */
bool law_says_fen(const Document *document, const char *id, int64_t fen);
/* The least of the amounts that DOCUMENT says in ID: what is asked for above some amount, it asks for surely; false for none. */
bool law_least_fen(const Document *document, const char *id, int64_t *fen);

/* Whether GROUP would be filed later than the law has it (LAW-001) on the day FILING: after *INSPECTION, the last before; *REPORT
 * becomes the day of the report on its samples from which that is in time, DAY_NONE for none. */
bool law_filed_late(const Check *check, const CaseGroup *group, Day filing, Dated *inspection, Day *report);
/* Whether the penalty of GROUP, on *DECIDED, would be decided later than the law has it (LAW-002) if it was filed on the day FILING. */
bool law_decided_late(const Check *check, const CaseGroup *group, Day filing, Dated *decided);
/* Whether GROUP holds papers for which that term does not run (Order 8, art. 55). */
bool law_has_stopped(const CaseGroup *group);

/* The limit ID of the season's law (limits.xml), which is always there; borrowed. */
const LimitRule *law_limit(const Check *check, const char *id);
/* True when GROUP holds a file that was not read, a scan as a rule, and by its name is a document of TYPE; or lost what may be one. */
bool law_has_unread(const CaseGroup *group, const char *type);
/* The same of a scan that by its name is another paper than those of TYPE that were read, and not the original of one: it
 * has the number of none of GROUP's papers, or offers a hearing (听证告知书), of which no title speaks. */
bool law_has_other_scan(const CaseGroup *group, const char *type);

/* True when a paper of GROUP that is of no type of its own, or one of a court, has one of WORDS (NULL ends
 * them) in its title, or any file has one in its name. */
bool law_has_paper(const CaseGroup *group, const char *const *words);

/* True when facts or cause, as some paper of GROUP tells them, have one of WORDS, parted by |. */
bool law_case_has(const CaseGroup *group, const char *words);

/* True when VALUE, "law|article|…", is of a law on procedure, which says nothing about the act. */
bool law_is_procedural(const Check *check, const char *value);

/* True when PARTY is called as people are (张三, 杨某, 欧阳春), and not as a shop or works, whose name may be as short. */
bool party_is_person(const char *party);

void order_check(Check *check, CaseGroup *group);     /* LAW-009 */
void transfer_check(Check *check, const CaseGroup *group); /* LAW-008: by the letter, and by what the police signed */
/* Tells LAW-008 of LAW-009, where that speaks against the day of approval from which the term runs; once both are told. */
void transfers_refer(Check *check);
void original_check(Check *check, CaseGroup *group);  /* LAW-003, 004, SET-005: the original penalty */
void told_check(Check *check, CaseGroup *group);      /* EXT-002: what a notice told */
void officers_check(Check *check, CaseGroup *group);  /* LAW-011, 012 */
void officernumbers_check(Check *check, CaseGroup *group); /* LAW-012: numbers that cannot both be right */
/* Whether A and B are names that differ in one character, as by a slip of the pen. */
bool name_is_slip(const char *a, const char *b);
/* Whether PERSON was read with a certificate number. */
static inline bool officer_has_number(const Investigator *person)
{
    return person->certificate && person->certificate[0] != '\0';
}
void blankcertificates_check(Check *check, CaseGroup *group); /* LAW-012: after officers_check */
void lone_officer_check(Check *check, const CaseGroup *group); /* LAW-011: a report that names one */
void hearing_check(Check *check, CaseGroup *group);   /* LAW-014, 018 */
void application_check(Check *check, CaseGroup *group); /* LAW-023 */
void terms_check(Check *check, CaseGroup *group);     /* LAW-016, 017 */
void omitted_check(Check *check, CaseGroup *group);   /* LAW-012, 016, 019: what a paper should say */
void chair_check(Check *check, CaseGroup *group);     /* LAW-021 */
void spans_check(Check *check, CaseGroup *group);     /* LAW-001, 008, 020, 022: what took too long, or not long enough */
void recusal_check(Check *check, CaseGroup *group);   /* LAW-018: an officer asked to withdraw */
void reasons_check(Check *check, CaseGroup *group);   /* LAW-024 */
void receiver_check(Check *check, const CaseGroup *group); /* LAW-020 stranger */
void exceedance_check(Check *check, CaseGroup *group); /* EXT-003 */
void enforced_check(Check *check, CaseGroup *group);  /* LAW-010: what an application to the court asks for */
/* True when ASKED, of a demand or an application in GROUP, is what payments left of FINE, a decision's: by the slips,
 * or as those papers tell; or the total of a daily decision. */
bool enforced_is_rest(const CaseGroup *group, const Saying *asked, const Saying *fine);
void confiscated_check(Check *check, CaseGroup *group); /* LAW-013: what was confiscated and not told of */
void crime_check(Check *check, CaseGroup *group);     /* LAW-019, SET-005: three times the limit */
void recheck_check(Check *check, CaseGroup *group);   /* LAW-005, 016: what a daily penalty rests on */
void reportform_check(Check *check, const CaseGroup *group); /* SET-005: a form in place of the report */
void papersigns_check(Check *check, const CaseGroup *group); /* EXT-005: records and reports that nobody signed, or without their mark */
void signed_check(Check *check, CaseGroup *group);    /* LAW-020; EXT-005: an opinion left blank */
void times_check(Check *check, CaseGroup *group);     /* EXT-003: a record's time */
void provisions_check(Check *check, CaseGroup *group); /* LAW-019 */
void team_check(Check *check, CaseGroup *group);      /* REF-005: papers of the unit's own team */
void versions_check(Check *check, CaseGroup *group);  /* LAW-019: a text of a law that was not in force */
void scope_check(Check *check, CaseGroup *group);     /* LAW-019: what the provision of a fine allows */
void subject_check(Check *check, CaseGroup *group);   /* LAW-016: a part of a firm is punished, a firm is to be detained */
void operator_check(Check *check, CaseGroup *group);  /* LAW-016: who runs a sole trader's shop */
void daily_check(Check *check, CaseGroup *group);     /* LAW-005 to 007 */
/* LAW-006, 007: what the daily decision counts; its order was SERVED then. */
void counted_check(Check *check, const CaseGroup *group, const Dated *served);
/* The amount that TOLD, of LAW-006 or LAW-007, says FIELD of a daily decision (total-yuan, per-day-yuan) should have; NULL where that is
 * open. */
const char *counted_due(const Finding *told, const char *field);
/* After told_check(): folds what only repeats a figure that is a slip into the finding that reckons. */
void counted_once(Check *check, const CaseGroup *group);
/* True when DOCUMENT is called the record of a recheck, by its title or by the name of the FILE that holds nothing else. */
bool record_is_called_recheck(const SubFile *file, const Document *document);
/* Whether the record of a recheck is of LAST, the last day counted, and none of RECHECK, which the decision names: that date is
 * the slip, and EXT-002 tells it. */
bool recheck_is_misdated(const CaseGroup *group, Day recheck, Day last);

/* True when TO is later than LIMIT allows after FROM, as SPEC 7 counts: working days only where the holiday table reaches. */
bool limit_exceeded(const CheckRules *rules, const LimitRule *limit, Day from, Day to);
/* The last day of a calendar LIMIT after FROM, moved to the next working day where it is a day off (Order 8, art. 79). */
Day limit_last_day(const CheckRules *rules, const LimitRule *limit, Day from);
/* True when TO is certainly more working days after FROM than LIMIT, though the holiday table does not reach both:
 * of every seven days five are working days, but for two weeks of holidays at most. */
bool limit_surely_exceeded(const CheckRules *rules, const LimitRule *limit, Day from, Day to);
/* Adds a LAW finding at TO with the parameters from, to, days (working days where LIMIT counts those) and limit. */
Finding *law_add(Check *check, const CaseGroup *group, const LimitRule *limit, const char *variant, Day from, const Dated *to);
/* The same for a calendar limit that TO exceeds: in MOVED_VARIANT, with the parameter moved, where its last day was a day off and TO is not
 * after the next working day (Order 8, art. 79), which the dates alone do not settle. */
Finding *law_add_late(Check *check, const CaseGroup *group, const LimitRule *limit, const char *variant, const char *moved_variant, Day from,
                      const Dated *to);

/* LAW-003: DECIDED before the term of the notice, served on FROM, had passed, or before FROM; ORIGINAL: of the penalty
 * on which the case rests. */
Finding *law_add_hasty(Check *check, const CaseGroup *group, bool original, Day from, const Dated *decided);

#endif
