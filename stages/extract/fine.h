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
    size_t sentence; /* where that begins in its paragraph */
    bool differs;  /* words and figures of one amount differ */
    int64_t other_fen;
    char *quote;
} Fine;

/* Adds to FINES (Fine) what tables in paragraphs FROM to TO (exclusive) set in a column of fines, and their
 * total. */
void fines_in_tables(const Gather *gather, uint32_t from, uint32_t to, GArray *fines);

#endif
