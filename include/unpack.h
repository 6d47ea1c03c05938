/*
 * unpack: what the stage anjuan-unpack does with packages once their members are known.  (How they are walked
 * is the stage's own business: stages/unpack/intake.h.)
 *
 * package_finish brings one package into its final form, packages_merge makes several packages of a unit one
 * submission; both only move around what the records say and read no file.
 */
#ifndef ANJUAN_UNPACK_H
#define ANJUAN_UNPACK_H

#include "rec_inventory.h"

/* Takes the one folder that holds all off the paths (again and again, but never one whose name has a meaning,
 * SPEC 4), sorts the members in path order, notes names that collide (PKG-009), and sets sha256 of a package
 * that was read. */
void package_finish(Package *package);

/* Marks what later packages replace in earlier ones (SPEC 2.2) and lists it, and what they add, in
 * INVENTORY's replacements.  A case file, or an archive elsewhere, is replaced as a whole, anything else file
 * by file; what cannot be read replaces nothing. */
void packages_merge(Inventory *inventory);

/* Puts every member back into the state it had when it was received: for a package that comes from a receipt.
 */
void package_restore(Package *package);

#endif
