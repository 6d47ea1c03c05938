#include "unpack.h"

#include <string.h>

#include "membername.h"

/* What is replaced as one: by key, the members of earlier packages that belong to it. */
typedef struct {
    GHashTable *parts; /* key → GPtrArray of Member */
} Submission;

/* The paths of the archives that were opened in PACKAGE. */
static GHashTable *collect_archives(const Package *package)
{
    GHashTable *archives = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < package->members->len; i++) {
        Member *member = package->members->pdata[i];
        if (member->state == MEMBER_ARCHIVE)
            g_hash_table_add(archives, member->path);
    }
    return archives;
}

/* The case file, else the outermost archive around PATH, else PATH.  Caller frees. */
static char *part_of(const char *path, GHashTable *archives)
{
    g_autofree char *casefile = path_casefile(path);
    if (casefile)
        return g_strconcat("案卷/", casefile, NULL);
    g_autofree char *outer = g_strdup(path);
    for (char *slash = strchr(outer, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        if (g_hash_table_contains(archives, outer))
            return g_steal_pointer(&outer);
        *slash = '/';
    }
    return g_steal_pointer(&outer);
}

static bool replace_part(const Submission *submission, const char *key)
{
    GPtrArray *members = g_hash_table_lookup(submission->parts, key);
    for (guint i = 0; members && i < members->len; i++) {
        Member *member = members->pdata[i];
        member->was = member->state;
        member->state = MEMBER_REPLACED;
    }
    g_hash_table_remove(submission->parts, key);
    return members != NULL;
}

/* What PACKAGE brings, by part; a part without one readable file replaces nothing, it is just added. */
static void apply_package(const Submission *submission, Inventory *inventory, const Package *package,
                          bool first)
{
    g_autoptr(GHashTable) archives = collect_archives(package),
                          seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < package->members->len && !first; i++) {
        const Member *member = package->members->pdata[i];
        if (!member_counts(member))
            continue;
        g_autofree char *part = part_of(member->path, archives);
        char *key = membername_key(part);
        if (!g_hash_table_add(seen, key))
            continue;
        Replacement *replacement = record_add(inventory->replacements, &replacement_type);
        replacement->package = g_strdup(package->name);
        replacement->added = !replace_part(submission, key);
        replacement->path = g_steal_pointer(&part);
    }
    for (guint i = 0; i < package->members->len; i++) {
        Member *member = package->members->pdata[i];
        if (!member_has_place(member))
            continue;
        g_autofree char *part = part_of(member->path, archives);
        char *key = membername_key(part);
        GPtrArray *members = g_hash_table_lookup(submission->parts, key);
        if (!members)
            g_hash_table_insert(submission->parts, g_strdup(key), members = g_ptr_array_new());
        g_ptr_array_add(members, member);
        g_free(key);
    }
}

void packages_merge(Inventory *inventory)
{
    Submission submission = {
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref)};
    bool first = true;
    for (guint i = 0; i < inventory->packages->len; i++) {
        const Package *package = inventory->packages->pdata[i];
        if (package->state == PACKAGE_UNREADABLE)
            continue;
        apply_package(&submission, inventory, package, first);
        first = false;
    }
    g_hash_table_unref(submission.parts);
}

void package_restore(Package *package)
{
    for (guint i = 0; i < package->members->len; i++) {
        Member *member = package->members->pdata[i];
        if (member->state == MEMBER_REPLACED)
            member->state = member->was;
        member->was = 0;
    }
}
