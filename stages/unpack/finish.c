#include "unpack.h"

#include <string.h>

#include "digest.h"
#include "membername.h"
#include "text.h"

/* Folders that mean something by their name (SPEC 4): never taken for a mere wrapping. */
static const char *const known_folders[] = {"案卷",         "案件证据",         "先进个人", "执法先进个人",
                                            "法制先进个人", "法制工作先进个人", "信息",     "上报信息"};

static bool is_known_folder(const char *name, size_t length)
{
    for (size_t i = 0; i < G_N_ELEMENTS(known_folders); i++)
        if (strlen(known_folders[i]) == length && memcmp(known_folders[i], name, length) == 0)
            return true;
    return false;
}

/* Length of the first folder of all members that have a place, '/' included; 0 when they do not share one. */
static size_t shared_folder(const Package *package)
{
    const char *first = NULL;
    size_t length = 0;
    for (guint i = 0; i < package->members->len; i++) {
        const Member *member = package->members->pdata[i];
        if (!member_has_place(member))
            continue;
        if (!first) {
            const char *slash = strchr(member->path, '/');
            if (!slash || is_known_folder(member->path, (size_t)(slash - member->path)))
                return 0;
            first = member->path;
            length = (size_t)(slash - first) + 1;
        }
        if (strncmp(first, member->path, length) != 0)
            return 0;
    }
    return length;
}

static void strip_prefix(Package *package)
{
    g_autoptr(GString) prefix = g_string_new(NULL);
    for (size_t length; (length = shared_folder(package)) > 0;) {
        g_autofree char *folder = NULL;
        for (guint i = 0; i < package->members->len && !folder; i++)
            if (member_has_place(package->members->pdata[i]))
                folder = g_strndup(((Member *)package->members->pdata[i])->path, length);
        g_assert(folder); /* or it would be shared by none */
        for (guint i = 0; i < package->members->len; i++) {
            Member *member = package->members->pdata[i];
            if (strncmp(member->path, folder, length) == 0)
                memmove(member->path, member->path + length, strlen(member->path + length) + 1);
        }
        g_string_append(prefix, folder);
    }
    if (prefix->len > 0) {
        g_string_truncate(prefix, prefix->len - 1);
        package->prefix = g_strdup(prefix->str);
    }
}

static gint compare_members(gconstpointer a, gconstpointer b)
{
    return text_compare_paths((*(Member *const *)a)->path, (*(Member *const *)b)->path);
}

static void note_collisions(Package *package)
{
    g_autoptr(GHashTable) first = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < package->members->len; i++) {
        Member *member = package->members->pdata[i];
        if (!member_has_place(member))
            continue;
        char *key = membername_key(member->path);
        const char *other = g_hash_table_lookup(first, key);
        if (other) {
            member->collides = g_strdup(other);
            g_free(key);
        } else {
            g_hash_table_insert(first, key, member->path);
        }
    }
}

static void digest_string(Digest *digest, const char *text)
{
    digest_update(digest, text ? text : "", text ? strlen(text) + 1 : 1);
}

void package_finish(Package *package)
{
    strip_prefix(package);
    g_ptr_array_sort(package->members, compare_members); /* stable: equal paths stay in the archive's order */
    note_collisions(package);
    g_autoptr(Digest) digest = digest_new();
    for (guint i = 0; i < package->members->len; i++) {
        const Member *member = package->members->pdata[i];
        digest_string(digest, member->path);
        digest_string(digest, member_states[member->state]);
        digest_string(digest, member->reason);
        digest_string(digest, member->sha256);
    }
    char hex[DIGEST_HEX + 1];
    digest_finish(digest, hex);
    g_free(package->sha256);
    package->sha256 = g_strdup(hex);
}
