/*
 * rulefile: one rules file as entries with their lines; private to the loader.
 */
#ifndef ANJUAN_RULEFILE_H
#define ANJUAN_RULEFILE_H

#include <glib.h>

typedef struct RuleAttribute RuleAttribute;

/* An element below the root, or one of its children, which have none. */
typedef struct {
    const char *name, *text;
    int line;
    RuleAttribute *attributes;
    GPtrArray *children; /* RuleEntry; NULL in a child */
} RuleEntry;

typedef struct {
    char *name;          /* in its folder */
    GPtrArray *entries;  /* RuleEntry */
    GStringChunk *texts; /* all that the entries say */
} RuleFile;

/* The rules files (.xml) in FOLDER, relative to it in byte order; free with g_ptr_array_unref.  NULL and a
 * fault when the folder cannot be read, or holds a link, pipe or device. */
GPtrArray *rulefile_list(const char *folder, GError **error);

/* The rules file NAME in FOLDER.  NULL and a fault. */
RuleFile *rulefile_read(const char *folder, const char *name, GError **error);
void rulefile_free(RuleFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RuleFile, rulefile_free)

/* The texts that TEXT stands for: 局{长|领导}{意见|批示} is four; one without braces is itself alone.  At most a thousand;
 * free with g_ptr_array_unref. */
GPtrArray *rulefile_expand(const char *text);

/* The attribute NAME, or NULL; it lives as long as the file. */
const char *ruleentry_get(const RuleEntry *entry, const char *name);

#endif
