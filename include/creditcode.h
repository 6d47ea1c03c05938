/*
 * creditcode: codes of organisations with their checksums: unified social credit code (GB 32100-2015, 18 characters),
 * organisation code (GB 11714-1997, 8 and a check character) and registration number of business licences (15 digits).
 *
 * Text is folded in width first; blanks inside are dropped.  A code with X or * where figures belong is masked, not wrong.
 * Nothing is corrected: creditcode_suggest only tells what a confused O, I, S, Z or B would make valid.
 */
#ifndef ANJUAN_CREDITCODE_H
#define ANJUAN_CREDITCODE_H

#include <stdbool.h>

typedef enum { CODE_NONE, CODE_CREDIT, CODE_ORGANISATION, CODE_REGISTRATION } CodeKind;
typedef enum { CODE_VALID, CODE_MASKED, CODE_INVALID } CodeStatus;

/* What TEXT as a whole is, by its length and characters: CODE_NONE for anything else.  *STATUS is set otherwise. */
CodeKind creditcode_judge(const char *text, CodeStatus *status);

/* The code in canonical form: ASCII, upper case, without blanks; an organisation code with its hyphen.  Caller frees. */
char *creditcode_plain(const char *text);

/* A valid code one confusion away from the invalid TEXT, NULL when there is none or more than one.  Caller frees. */
char *creditcode_suggest(const char *text);

#endif
