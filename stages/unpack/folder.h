/*
 * folder: a package that is a folder.  Nothing outside it is ever opened: symbolic links are refused wherever
 * they stand, also when one takes the place of a folder while it is read.
 */
#ifndef ANJUAN_UNPACK_FOLDER_H
#define ANJUAN_UNPACK_FOLDER_H

#include "intake.h"

/* Takes in the folder at PATH as the package in hand.  A folder that cannot be listed or holds too many files
 * makes the package PACKAGE_UNREADABLE; one in which something changed meanwhile makes it PACKAGE_CHANGING.
 */
gboolean folder_take(Intake *intake, const char *path, GError **error);

#endif
