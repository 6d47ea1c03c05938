/*
 * season_check: what no single attribute of a season file can say (season.h).  Only season.c calls it.
 *
 * A value that would be passed over in silence (a paper that is no kind of document, a deadline for
 * nothing, a weight given twice, the name of an attribute that is not there in assumed) is refused as one
 * out of range is, by element and line.
 */
#ifndef ANJUAN_SEASON_CHECK_H
#define ANJUAN_SEASON_CHECK_H

#include "season.h"

/* FALSE and an input fault for the first thing in SEASON that cannot be.  It was read from the SIZE bytes
 * of DATA, which tell the line; NAME stands in the message. */
gboolean season_check(const Season *season, const void *data, size_t size, const char *name,
                      GError **error);

#endif
