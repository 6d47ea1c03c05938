/*
 * fields: the values that fill a template, by name.  Also the maker's way to give up: a recipe or template
 * that cannot be used ends the program with status 3 and a sentence that says where and what to do.
 */
#ifndef SAMPLES_FIELDS_H
#define SAMPLES_FIELDS_H

#include <glib.h>

typedef GHashTable Fields; /* name → value, both owned */

Fields *fields_new(void);
/* All values of FIELDS in a table of its own. */
Fields *fields_copy(Fields *fields);
void fields_put(Fields *fields, const char *name, const char *value);
void fields_printf(Fields *fields, const char *name, const char *format, ...) G_GNUC_PRINTF(3, 4);
/* "" when there is none. */
const char *fields_get(Fields *fields, const char *name);

/* TEXT with every {name} replaced; WHERE names the template for the message when there is no such field. */
char *fields_fill(Fields *fields, const char *text, const char *where);

G_NORETURN void maker_fail(const char *format, ...) G_GNUC_PRINTF(1, 2);
/* Ends the program with the fault's text unless ERROR is NULL. */
void maker_check(GError *error);

#endif
