/*
 * docnumber: document numbers (文号) as people write them, and the key by which they compare (SPEC 6.1).
 *
 * "会环罚字[2016]4号", "会环罚决〔2016〕第004号" and "会 环 罚（2016）年4 号" are one number: issuer 会环, no branch, type
 * 罚, year 2016, serial 4.  The branch of an issuer stands in brackets before the year, inside or after the prefix
 * (娄环罚决字(冷)(2024)1号); a leading bracket that holds the whole place, （贺）环罚字, is the place.  Numbers of courts
 * ((2016)鄂0117行审29号) and of monitoring reports look alike and are told apart by kind.
 *
 * Pure, linear in the length of the text, no regular expressions.  Text is UTF-8; width, blanks and kinds of brackets
 * do not matter.  Where a running text leaves open at which word the number begins (经沅环罚字…), common words before
 * it are cut off; a number of no known shape is not a number rather than a guess.
 */
#ifndef ANJUAN_DOCNUMBER_H
#define ANJUAN_DOCNUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <glib.h>

typedef enum {
    DOCNUMBER_AGENCY,     /* an agency's document */
    DOCNUMBER_COURT,      /* a court's case number */
    DOCNUMBER_MONITORING, /* a monitoring or testing report */
    DOCNUMBER_MASKED      /* the shape is right, but year or serial are blank or XX (a template, or masked) */
} DocNumberKind;

/* No range expands to more numbers than this; a longer one is taken as its first number only. */
#define DOCNUMBER_RANGE_MAX 500

typedef struct {
    DocNumberKind kind;
    char *issuer;         /* place and 环, "会环"; without 环 all of the prefix; never NULL */
    char *branch;         /* "" for none */
    char *type;           /* without 字 决 第 年; "" for none */
    int year;             /* 0 when masked */
    char *serial;         /* without leading zeros; "" when masked */
    uint32_t serial_first; /* the serial as a number, 0 when it has letters or is masked */
    uint32_t serial_last; /* end of a range, else equal to serial_first */
} DocNumberParts;

/* A number found in a text: bytes START to END (exclusive) are its spelling. */
typedef struct {
    size_t start;
    size_t end;
    DocNumberParts number;
} DocNumberSpan;

typedef enum {
    DOCNUMBER_TEXT, /* running text */
    DOCNUMBER_NAME  /* the name of a file or folder: 号 may be missing before the end or an extension, and the year's
                       brackets may be a blank, - or _ (沅环罚字2016-12号) */
} DocNumberPlace;

void docnumber_clear(DocNumberParts *number);
void docnumber_span_free(DocNumberSpan *span);

/* Whether TEXT as a whole is a number; then *NUMBER is filled (clear it), else untouched. */
bool docnumber_parse(const char *text, DocNumberParts *number);

/* Every number in TEXT in order, as DocNumberSpan; never NULL; free with g_ptr_array_unref. */
GPtrArray *docnumber_find(const char *text, DocNumberPlace place);

/* The key of NUMBER for equality, "会环|冷|停产|2016|4"; courts begin with "court|", monitoring reports with "report|".
 * For a range the key of its first number; NULL when masked.  Free with g_free. */
char *docnumber_key_of(const DocNumberParts *number);

/* The key of TEXT when it is a number, or holds exactly one (文号：沅环罚字〔2016〕4号); else NULL.  Free with g_free. */
char *docnumber_key(const char *text);

/* True when two keys differ in the serial alone; when both are of one kind of paper by the word in them (罚, 责改). */
bool docnumber_same_series(const char *a, const char *b);
bool docnumber_same_type(const char *a, const char *b);

/* The keys of all numbers in TEXT with ranges and lists expanded, in order, each once; masked ones left out.
 * Never NULL; an array of char *, free with g_ptr_array_unref. */
GPtrArray *docnumber_keys(const char *text, DocNumberPlace place);

/* Appends to KEYS the keys of NUMBER, a range expanded; nothing when masked. */
void docnumber_expand(const DocNumberParts *number, GPtrArray *keys);

#endif
