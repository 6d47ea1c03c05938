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

/* The entries below the root of the rules file PATH.  NULL and a fault. */
GPtrArray *rulefile_read(const char *path, GError **error);

/* The attribute NAME, or NULL. */
const char *ruleentry_get(const RuleEntry *entry, const char *name);

#endif
