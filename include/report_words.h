/*
 * report_words: codes of scores in the words that results print (SPEC 9.1); and names made fit to be shown.
 *
 * Cells of result tables are Chinese whatever the language (WORDS_TABLE), pages follow the chosen one
 * (WORDS_PAGE).
 */
#ifndef ANJUAN_REPORT_WORDS_H
#define ANJUAN_REPORT_WORDS_H

#include "rec_scores.h"

typedef enum { WORDS_TABLE, WORDS_PAGE } WordUse;

/* 奖项: the title, 待定, or NULL.  TITLE may be NULL. */
const char *words_award(WordUse use, int state, const char *title);
/* 推荐: 推荐省厅, 待定, or NULL. */
const char *words_recommend(WordUse use, int state);
/* 资格; NULL for CODE NULL. */
const char *words_eligibility(WordUse use, const char *code);
/* 状态. */
const char *words_review(WordUse use, int review);
/* 一票否决: codes joined by 、; NULL when there are none.  Caller frees. */
char *words_vetoes(WordUse use, const GPtrArray *codes);
/* 指标 of the baseline table ("cases" → 查处案件数). */
const char *words_indicator(const char *id);
/* 位次 ("行政处罚-1"); NULL for KIND_NONE.  Caller frees. */
char *words_position(WordUse use, Kind kind, int64_t position);

/* TEXT with control and bidirectional-override characters as escapes, but for tab and line ends.  Caller
 * frees; NULL for NULL. */
char *words_shown(const char *text);

/* "1234567.5" → "1,234,567.5": money as pages show it; anything but a number as it stands, NULL for NULL.
 * Caller frees. */
char *words_money(const char *number);

#endif
