/* tablefolder: folders of reference tables made from text, for tests. */
#ifndef ANJUAN_TEST_TABLEFOLDER_H
#define ANJUAN_TEST_TABLEFOLDER_H

#include <glib.h>

/* A units table that other tables can name: YL 沅陵县环境保护局 (沅陵县), CX 辰溪县环境保护局 (辰溪县), SJ 怀化市环境保护局 without group. */
extern const char reference_units[];

/* An empty folder in $TMPDIR; with reference_units in it when WITH_UNITS.  Remove it with reference_remove(). */
char *reference_new(gboolean with_units);
/* Writes FOLDER/NAME (NAME may have a folder in front). */
void reference_put(const char *folder, const char *name, const char *text);
void reference_put_bytes(const char *folder, const char *name, const void *bytes, gsize size);
/* The same with TEXT converted from UTF-8 to CHARSET. */
void reference_put_in(const char *folder, const char *name, const char *text, const char *charset);
/* Removes the folder with all in it and frees its name. */
void reference_remove(char *folder);

#endif
