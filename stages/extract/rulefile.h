/*
 * rulefile: one rules file as entries with their lines; private to the loader.
 */
#ifndef ANJUAN_RULEFILE_H
#define ANJUAN_RULEFILE_H

#include <glib.h>

typedef struct RuleEntry RuleEntry;
struct RuleEntry {
    char *name, *text;
    int line;
    GHashTable *attributes;
    GPtrArray *children; /* RuleEntry */
};

/* The rules files (.xml) in FOLDER, relative to it in byte order; free with g_ptr_array_unref.  NULL and a
 * fault when the folder cannot be read, or holds a link, pipe or device. */
GPtrArray *rulefile_list(const char *folder, GError **error);

/* The entries below the root of the rules file PATH.  NULL and a fault. */
GPtrArray *rulefile_read(const char *path, GError **error);

/* The texts that TEXT stands for: 局{长|领导}{意见|批示} is four; one without braces is itself alone.  At most a thousand;
 * free with g_ptr_array_unref. */
GPtrArray *rulefile_expand(const char *text);

/* The attribute NAME, or NULL. */
const char *ruleentry_get(const RuleEntry *entry, const char *name);

#endif
