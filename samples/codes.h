/*
 * codes: made-up organisation codes with right check characters (domain.md 4.4 of the project's notes; GB
 * 32100-2015, GB 11714-1997, GB 11643), and sums of money in capital numerals.
 */
#ifndef SAMPLES_CODES_H
#define SAMPLES_CODES_H

#include <stdint.h>

#include "noise.h"

/* 18 characters: 9143…; REGION is six digits.  Caller frees, as with all below. */
char *code_credit(Noise *noise, const char *region);
/* 8 digits, hyphen, check character. */
char *code_organisation(Noise *noise);
/* 15 digits of an old business licence. */
char *code_registration(Noise *noise, const char *region);

/* 伍万元整, 壹拾贰万零捌佰元整: whole yuan below 10^12. */
char *yuan_capital(int64_t yuan);
/* 50000, or 5万 when it is a whole number of ten thousands and SHORT_FORM is set. */
char *yuan_plain(int64_t yuan, gboolean short_form);
/* 50,000.00 */
char *yuan_grouped(int64_t yuan);

#endif
