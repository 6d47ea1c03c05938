/*
 * package: one argument of the stage, whatever it is: a folder, a ZIP, or the receipt of an earlier package.
 */
#ifndef ANJUAN_UNPACK_PACKAGE_H
#define ANJUAN_UNPACK_PACKAGE_H

#include "intake.h"

/* Reads what lies at PATH and appends it to PACKAGES.  A receipt is known by its name (.xml): its members are
 * taken as they stand, when the store holds their blobs.  FALSE and a fault only when the run cannot go on:
 * I/O, or a receipt that cannot be used. */
gboolean package_take(Intake *intake, const char *path, GPtrArray *packages, GError **error);

#endif
