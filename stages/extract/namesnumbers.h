/*
 * namesnumbers: people and the numbers of their certificates, as forms and records put them one behind another.
 *
 * 杨绍辉 湘环监执43220、滕永忠 湘环监执43227: a single blank parts a name from a number that begins with Han characters, and
 * patterns see no single blank.  So such a list is read as it is written, word by word.  The numbers may stand behind each
 * name or together behind all of them; any mark may part them.  The named patterns number-alone, number-begins, number-glued,
 * number-label and number-role say what is a number, how one begins, and what is no part of it.
 */
#ifndef ANJUAN_EXTRACT_NAMESNUMBERS_H
#define ANJUAN_EXTRACT_NAMESNUMBERS_H

#include <stdbool.h>
#include <stddef.h>

#include "extractrules.h"
#include "matchtext.h"
#include "pattern.h"

typedef struct {
    char *name, *number;
    char *role; /* the word for the part played that stands beside the name; NULL: none */
} NameNumber;

/* The people in TEXT as written, each with a number; an array of NameNumber.  NULL where TEXT is anything but such a list.
 * Caller unrefs it. */
GPtrArray *names_numbers(const ExtractRules *rules, Matcher *matcher, const char *text);

/* Where the name ends that begins at the byte START of FOLDED, made from TEXT, and that a pattern ends at END: a number that
 * follows begins behind a blank of TEXT, 杨绍辉 湘环监执43220.  END where no blank decides. */
size_t names_numbers_cut(const ExtractRules *rules, Matcher *matcher, const MatchText *folded, const char *text,
                         size_t start, size_t end);

#endif
