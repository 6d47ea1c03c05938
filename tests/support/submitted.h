/*
 * submitted: a unit's records as unpack, scan, extract and tables would write them, made in memory for tests of check.
 *
 * submitted_clean() makes a whole package of unit YL that passes every check of the template season; a test changes one thing in it, runs the
 * checks and asks for findings.  Documents are known by their path ("案卷/行政处罚1/决定书.docx").
 */
#ifndef SUBMITTED_H
#define SUBMITTED_H

#include "check.h"

typedef struct {
    Season *season;
    CheckRules *rules;
    Catalogue *catalogue;
    Inventory *inventory;
    Scans *scans;
    Casefiles *casefiles;
    Slice *slice;         /* NULL after submitted_without_tables */
    IntakeUnit *intake;   /* NULL until submitted_received */
    Findings *findings;   /* after submitted_check */
    UnitRecord *unit;
} Submitted;

Submitted *submitted_empty(void);
Submitted *submitted_clean(void);
void submitted_free(Submitted *s);
void submitted_without_tables(Submitted *s);
/* All packages were received at TIME (2016-09-05T09:00:00+08:00). */
void submitted_received(Submitted *s, const char *time);

/* Runs the checks (again). */
void submitted_check(Submitted *s);
/* How many findings of CODE there are; with VARIANT "*" of any variant, else of just that one. */
int submitted_count(const Submitted *s, const char *code, const char *variant);
const Finding *submitted_finding(const Submitted *s, const char *code);

/* A file of TYPE (filetype name) that counts, with its member; its own name says NAMED (a doc-type, NULL for none) and NUMBER (NULL). */
FileFacts *put_file(Submitted *s, const char *path, const char *type, const char *named, const char *number);
/* A .docx with one document of TYPE and fields as pairs of id and value, ended by NULL. */
Document *put_document(Submitted *s, const char *path, const char *type, ...);
/* A readable scan at 300 dpi whose bytes are BYTES (equal bytes are one scan). */
Scan *put_scan(Submitted *s, const char *path, const char *bytes, const char *named, const char *number);
void put_officer(Document *document, const char *name, const char *certificate);
Claim *put_claim(Document *document, const char *number, Kind kind, int role);
CaseRow *put_row(Submitted *s, Kind kind, const char *number, const char *party, const char *date, int fine_yuan);
/* The row of 沅环罚字〔2016〕1号 in the clean table; borrowed. */
CaseRow *first_row(Submitted *s);
/* Gives ROW another number, with its key. */
void row_renumber(CaseRow *row, const char *number);
Member *put_member(Submitted *s, const char *path, MemberState state, const char *reason);
/* A penalty case file of SERIAL with everything it must hold in FOLDER, its scan, and its row in the table. */
void put_penalty(Submitted *s, const char *folder, int serial, bool row);

/* The file, its first document, and a field of it; they must be there. */
FileFacts *the_file(const Submitted *s, const char *path);
Document *the_document(const Submitted *s, const char *path);
Field *the_field(const Submitted *s, const char *path, const char *id);
/* Sets a field of the document, adding it when it is not there; takes it away. */
void set_field(Submitted *s, const char *path, const char *id, const char *value);
void drop_field(Submitted *s, const char *path, const char *id);
/* Takes away a file, or all files whose path begins with PATH. */
void drop_files(Submitted *s, const char *path);
Field *add_field(Document *document, const char *id, const char *value);
/* Gives FIELD another quotation; NULL takes it away. */
void quote_field(Field *field, const char *quote);

#endif
