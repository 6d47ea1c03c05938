/*
 * fine: the amounts that a decision sets, before it is settled what they come to; private to the stage.
 */
#ifndef ANJUAN_EXTRACT_FINE_H
#define ANJUAN_EXTRACT_FINE_H

#include "reading.h"

typedef struct {
    int64_t fen;
    uint32_t paragraph;
    bool total;
    bool planned;  /* 拟 */
    bool itemised; /* at the head of an item of its own: 一、…; 2．… */
    bool included; /* 其中罚款…: a part of what stands before it */
    bool decided;  /* 决定 stands before it in its paragraph */
    bool concluded; /* its sentence says that it is what was agreed on */
    size_t at, sentence; /* where it and its sentence begin in the paragraph */
    bool differs;  /* words and figures of one amount differ */
    int64_t other_fen;
    char *quote;
} Fine;

/* Adds to FINES (Fine) what tables in paragraphs FROM to TO (exclusive) set in a column of fines, and their
 * total. */
void fines_in_tables(const Gather *gather, uint32_t from, uint32_t to, GArray *fines);

/* Whether the paper multiplies a fine by days: a daily decision, or the notice of one. */
bool is_counted_by_day(const Gather *gather);
/* Takes out of FINES (Fine) those of the decision before a paper that is counted by the day, which decides in paragraphs FROM to TO
 * (exclusive). */
void drop_original_fines(const Gather *gather, uint32_t from, uint32_t to, GArray *fines);
/* Whether the place of the fine was left blank, which is then told (fine-blank): no other amount of the paper is its fine. */
bool fine_is_blank(Gather *gather, uint32_t from, uint32_t to);
/* Takes out of the FINES of a decision what was weighed before the sentence in which it decides and leaves the amount blank. */
void drop_before_blank(const Gather *gather, uint32_t from, uint32_t to, GArray *fines);

#endif
