#include "scanlist.h"

#include <string.h>

#include "filetype.h"

bool scanlist_wants(const Member *member)
{
    if (!member_counts(member) || member->sha256 == NULL)
        return false;
    return filetype_is_scan(filetype_from_name(member->type)) || filetype_is_scan_name(member->path);
}

static gint compare_digests(gconstpointer a, gconstpointer b)
{
    return strcmp((*(const Scan *const *)a)->sha256, (*(const Scan *const *)b)->sha256);
}

void scanlist_add(const Inventory *inventory, GPtrArray *scans)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint p = 0; p < inventory->packages->len; p++) {
        const Package *package = inventory->packages->pdata[p];
        for (guint m = 0; m < package->members->len; m++) {
            const Member *member = package->members->pdata[m];
            if (!scanlist_wants(member) || !g_hash_table_add(seen, member->sha256))
                continue;
            Scan *scan = record_add(scans, &scan_type);
            scan->sha256 = g_strdup(member->sha256);
            scan->type = g_strdup(member->type);
        }
    }
    g_ptr_array_sort(scans, compare_digests);
}

void scanlist_digest_of(const GPtrArray *scans, char hex[DIGEST_HEX + 1])
{
    g_autoptr(Digest) digest = digest_new();
    for (guint i = 0; i < scans->len; i++) {
        const Scan *scan = scans->pdata[i];
        digest_update(digest, scan->sha256, strlen(scan->sha256) + 1);
        digest_update(digest, scan->type, strlen(scan->type) + 1);
    }
    digest_finish(digest, hex);
}

void scanlist_digest(const Inventory *inventory, char hex[DIGEST_HEX + 1])
{
    g_autoptr(GPtrArray) scans = g_ptr_array_new();
    scanlist_add(inventory, scans);
    scanlist_digest_of(scans, hex);
    record_list_clear(scans, &scan_type);
}
