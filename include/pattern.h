/*
 * pattern: the wall around PCRE2.  No other file includes it.
 *
 * A Pattern is compiled once (UTF-8, Unicode properties), when somebody asks whether it can be or else for its
 * first text, and translated for the machine for the first text that could hold it (JIT, where there is one; it
 * asks for executable memory, which the sandbox allows).  Threads may share it; a Matcher holds what one thread
 * needs to match.
 *
 * Definitions are pieces that patterns share, written (?P>name) as in PCRE (XML needs no escape for it). They
 * are put in place as text before compiling, so a definition must not hold named groups; one that uses itself
 * is an error.
 *
 * Matching runs under limits on steps and memory: a text that would make a pattern run away gives no match,
 * and the matcher counts it.  Nothing a stranger writes can change that.
 */
#ifndef ANJUAN_PATTERN_H
#define ANJUAN_PATTERN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <glib.h>

typedef struct PatternDefs PatternDefs;
typedef struct Pattern Pattern;
typedef struct Matcher Matcher;

PatternDefs *pattern_defs_new(void);
void pattern_defs_free(PatternDefs *defs);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PatternDefs, pattern_defs_free)

/* Defines NAME as SOURCE, which may use definitions made before or later.  False when NAME is defined already. */
bool pattern_defs_add(PatternDefs *defs, const char *name, const char *source);

/* SOURCE with every (?P>name) replaced; NULL and an input fault for an unknown name, a circle, or a result of more than
 * 64 KiB.  Caller frees. */
char *pattern_defs_expand(const PatternDefs *defs, const char *source, GError **error);

/* SOURCE with DEFS (NULL: none) in place.  NULL and an input fault as of pattern_defs_expand. */
Pattern *pattern_new(const char *source, const PatternDefs *defs, GError **error);
void pattern_free(Pattern *pattern);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Pattern, pattern_free)

/* Compiles PATTERN where it is not.  FALSE and an input fault that gives reason and position.  What is matched
 * without is compiled when a text first needs it; one that cannot be finds nothing. */
gboolean pattern_compile(Pattern *pattern, GError **error);
/* True when PATTERN was tried and cannot be compiled. */
bool pattern_is_bad(const Pattern *pattern);

/* The number of the group NAME, or -1, also of a pattern that was not compiled yet: of one that has matched. */
int pattern_group(const Pattern *pattern, const char *name);

Matcher *matcher_new(void);
void matcher_free(Matcher *matcher);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Matcher, matcher_free)

/* Finds PATTERN in the LENGTH bytes of TEXT (valid UTF-8) at or after the byte FROM; the matcher then holds its groups. */
bool matcher_find(Matcher *matcher, const Pattern *pattern, const char *text, size_t length, size_t from);

/* Bytes START to END (exclusive) of GROUP (0: all) in the last match; false when it took no part or GROUP is -1. */
bool matcher_span(const Matcher *matcher, int group, size_t *start, size_t *end);

/* A new text begins: forgets how often limits were met.  After MATCHER_LIMITED_MAX of them in one text nothing matches any
 * more until the next, so that no text costs more than a few of its worst matches. */
#define MATCHER_LIMITED_MAX 20
void matcher_begin(Matcher *matcher);

/* How often a limit stopped a match since then. */
uint64_t matcher_limited(const Matcher *matcher);

#endif
