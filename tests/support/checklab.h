/* checklab: a made-up county's package as `anjuan check` would report it, for tests of what is printed,
 * dressed and written.
 *
 * Rules are the built-in ones, sentences those of tests/unit/check/catalogue.xml.  Two penalty files and a
 * daily one are in their places, one of them outside the window; four places are empty; one candidate lacks
 * the certificate of integrity. */
#ifndef ANJUAN_TEST_CHECKLAB_H
#define ANJUAN_TEST_CHECKLAB_H

#include "check_report.h"

typedef struct {
    CheckReport report;
    Season *season;
    Catalogue *catalogue;
    UnitRecord *unit;
    GPtrArray *findings, *packages;
} CheckLab;

/* The county without any finding, and with those that its package deserves. */
CheckLab *checklab_new(void);
void checklab_free(CheckLab *lab);
void checklab_add_findings(CheckLab *lab);

/* Adds a finding of CODE; the caller adds parameters. */
Finding *checklab_add(CheckLab *lab, const char *code, const char *casefile, const char *file,
                      const char *place);

/* Fails at the first line of FOUND that differs from tests/unit/check/NAME.  With CHECKLAB_WRITE=1 in the
 * environment the file is written anew instead; read the difference before you commit it. */
void checklab_expect(const char *name, const char *found);

#endif
