/*
 * randomseason: seasons made by dice for tests of what holds in all of them.  A seed gives the same season each time.
 *
 * They have units of all kinds (in either group, without enterprises, with a share of their own, that handed in nothing),
 * coarse marks so that totals tie, every type of ruling, and all rules that have a choice.
 */
#ifndef ANJUAN_TEST_RANDOMSEASON_H
#define ANJUAN_TEST_RANDOMSEASON_H

#include "scorelab.h"

/* A season of 1 to 7 units, U1 and so on.  SHARES: units may have a share of their own. */
Lab *season_random(uint32_t seed, bool shares);
/* From LOW to HIGH, both included, by the dice of the season made last. */
int roll(int low, int high);
/* True once in ONE_IN times. */
bool chance(int one_in);

/* Calls PROPERTY on COUNT random seasons; a test that fails in one of them prints its seed (season_teardown). */
void season_each(int count, bool shares, void (*property)(Lab *lab));
int season_teardown(void **state);
#define SEASON_TEST(name) cmocka_unit_test_teardown(name, season_teardown)

/* Units, people, legal nominees and base values as text, without derivations.  Caller frees. */
char *season_figures(const Lab *lab);

#endif
