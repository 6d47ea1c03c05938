/*
 * filetype_ole: which program an OLE2 file comes from, by the names of its streams.  Only filetype.c calls
 * this.
 *
 * Reads the header and at most OLE_DIRECTORY_SECTORS sectors of the directory, following the allocation table
 * as far as the header lists it; a chain that leads nowhere or in a circle just ends.
 */
#ifndef ANJUAN_FILETYPE_OLE_H
#define ANJUAN_FILETYPE_OLE_H

#include "filetype.h"

/* WINDOW begins with the OLE2 magic.  FILETYPE_OLE when no stream tells more. */
FileType filetype_of_ole(const Window *window);

#endif
