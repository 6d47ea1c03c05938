/*
 * calculator: works out the formulas of derivations, to see that they give the values beside them.
 */
#ifndef ANJUAN_TEST_CALCULATOR_H
#define ANJUAN_TEST_CALCULATOR_H

#include "rational.h"

/* The value of FORMULA ("15 × clamp((10/9 - 0.5)/(1.5 - 0.5), 0, 1)"; what stands before a colon is a
 * condition and is passed over); NULL when it is no formula. */
const Rational *calculator_value(RationalPool *pool, const char *formula);

#endif
