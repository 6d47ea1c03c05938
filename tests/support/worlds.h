/*
 * worlds: who gets which award, by trying every order of the tied and every outcome of the undecided vetoes as SPEC 8.7 reads.
 * What award.c finds by counting is held against it.
 */
#ifndef ANJUAN_TEST_WORLDS_H
#define ANJUAN_TEST_WORLDS_H

#include "award.h"

#define WORLDS_MOST 8   /* contenders */
#define WORLDS_AWARDS 4

typedef struct {
    const AwardPlaces *awards;
    size_t award_count, count;
    const AwardContender *contenders;
    /* What each may get; the element after the last award: nothing. */
    unsigned char reach[WORLDS_MOST][WORLDS_AWARDS + 1], recommended[WORLDS_MOST][2];
} Worlds;

/* Fills in what each contender may get. */
void worlds_try(Worlds *w);
/* GIVEN_… of the contender at WHO; *AWARD: the index of the one that is certain, else -1.  A contender that is pending has what it
 * would get open. */
int worlds_award(const Worlds *w, size_t who, int *award);
int worlds_recommend(const Worlds *w, size_t who);

#endif
