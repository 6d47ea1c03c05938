/*
 * xmlguard: looks over the bytes of a document before libxml2 sees them; private to xmlio.
 *
 * libxml2 2.9 compares every attribute of a tag with all others of it: a tag of a hundred thousand takes it a quarter of a minute, one
 * of a million half an hour.  Where well-formedness is broken the count here may be wrong, but then the parser stops there too.
 */
#ifndef ANJUAN_XMLGUARD_H
#define ANJUAN_XMLGUARD_H

#include <stdbool.h>
#include <stddef.h>

/* False when some tag has more than MAX_ATTRIBUTES attributes, or when the encoding is not one of UTF-8, UTF-16 of either order, and the
 * usual ones of which the bytes below 0x40 are ASCII, as GB18030 is. */
bool xmlguard_passes(const void *data, size_t size, int max_attributes);

#endif
