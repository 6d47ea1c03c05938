/*
 * replacements: what a later package of a unit replaced and added (SPEC 2.2), told as PKG-014 by folder, with counts.
 */
#ifndef ANJUAN_REPLACEMENTS_H
#define ANJUAN_REPLACEMENTS_H

#include "unitrun.h"

/* Adds PKG-014 to the run's intake for each package of UNIT that replaced or added something; an inventory that did not change has the
 * findings that it had.  Fails when the inventory cannot be read. */
gboolean replacements_fill(UnitRun *unit, GError **error);

#endif
