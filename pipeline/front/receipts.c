#include "receipts.h"

#include <string.h>

#include "fault.h"
#include "fileio.h"
#include "lang.h"
#include "text.h"

char *receipts_path(const char *folder, int64_t number)
{
    return g_strdup_printf("%s/%04" G_GINT64_FORMAT ".xml", folder, (gint64)number);
}

static gboolean receipt_load(StateUnit *unit, const char *folder, int64_t number, GError **error)
{
    g_autofree char *path = receipts_path(folder, number);
    Receipt *receipt = record_read(&receipt_type, path, error);
    if (!receipt) {
        g_prefix_error(error, "%s", tr("收件记录已损坏，请从备份恢复：", "a receipt is damaged, restore it from a backup: "));
        return FALSE;
    }
    stateunit_set_receipt(unit, number, receipt->package->name, receipt->package->sha256, receipt->received_s, receipt->withdrawn);
    record_free(&receipt_type, receipt);
    return TRUE;
}

static void forget_receipts(StateUnit *unit)
{
    for (guint i = 0; i < unit->receipts->len; i++) {
        StateReceipt *receipt = unit->receipts->pdata[i];
        g_free(receipt->name);
        g_free(receipt->sha256);
        g_free(receipt);
    }
    g_ptr_array_set_size(unit->receipts, 0);
}

/* Receipts are numbered 1, 2, … without gaps, so their count tells which there are. */
static int64_t receipts_on_disk(const char *folder)
{
    int64_t count = 0;
    for (;; count++) {
        g_autofree char *path = receipts_path(folder, count + 1);
        if (!g_file_test(path, G_FILE_TEST_EXISTS))
            return count;
    }
}

gboolean receipts_sync(StateUnit *unit, const char *folder, GError **error)
{
    char signature[65] = "";
    int64_t count = receipts_on_disk(folder);
    if (count > 0 && !signature_of(folder, signature, NULL, NULL, error))
        return FALSE;
    if (count == (int64_t)unit->receipts->len && g_strcmp0(unit->receipts_signature, signature) == 0)
        return TRUE;
    g_free(unit->receipts_signature);
    unit->receipts_signature = g_strdup(signature);
    forget_receipts(unit);
    for (int64_t number = 1; number <= count; number++)
        if (!receipt_load(unit, folder, number, error))
            return FALSE;
    return TRUE;
}

static const StateReceipt *newest_named(const StateUnit *unit, const char *name)
{
    for (guint i = unit->receipts->len; i-- > 0;) {
        const StateReceipt *receipt = unit->receipts->pdata[i];
        if (strcmp(receipt->name, name) == 0)
            return receipt;
    }
    return NULL;
}

const StateReceipt *receipts_last(const StateUnit *unit, const char *name)
{
    const StateReceipt *newest = newest_named(unit, name);
    return newest && !newest->withdrawn ? newest : NULL;
}

const StateReceipt *receipts_find(const StateUnit *unit, int64_t number)
{
    return number >= 1 && number <= (int64_t)unit->receipts->len ? unit->receipts->pdata[number - 1] : NULL;
}

/* When these bytes were first held, under whatever name; NOW_S when never. */
static int64_t first_held(const StateUnit *unit, const char *sha256, int64_t now_s)
{
    for (guint i = 0; i < unit->receipts->len; i++) {
        const StateReceipt *receipt = unit->receipts->pdata[i];
        if (g_strcmp0(receipt->sha256, sha256) == 0 && !receipt->withdrawn)
            return receipt->received_s;
    }
    return now_s;
}

gboolean receipts_note(StateUnit *unit, const char *folder, const Package *package, int64_t now_s, int64_t *number, GError **error)
{
    const StateReceipt *last = newest_named(unit, package->name);
    if (last && g_strcmp0(last->sha256, package->sha256) == 0) {
        *number = last->number; /* even when it was withdrawn: the same bytes do not come back by themselves */
        return TRUE;
    }
    Receipt receipt = {.number = (int64_t)unit->receipts->len + 1,
                       .received_s = first_held(unit, package->sha256, now_s),
                       .package = (Package *)package};
    g_autofree char *path = receipts_path(folder, receipt.number);
    if (!file_make_folder(folder, error) || !record_write(&receipt_type, &receipt, path, error))
        return FALSE;
    stateunit_set_receipt(unit, receipt.number, package->name, package->sha256, receipt.received_s, false);
    *number = receipt.number;
    char signature[65];
    if (!signature_of(folder, signature, NULL, NULL, error))
        return FALSE;
    g_free(unit->receipts_signature);
    unit->receipts_signature = g_strdup(signature);
    return TRUE;
}

char *package_stem(const char *name)
{
    size_t length = strlen(name);
    bool zip = length > 4 && g_ascii_strcasecmp(name + length - 4, ".zip") == 0;
    return g_strndup(name, zip ? length - 4 : length);
}

const ReceiptRow *receipts_row(const Tables *tables, const char *unit, const char *name, bool only)
{
    const ReceiptRow *found = NULL;
    g_autofree char *wanted = package_stem(name);
    for (guint i = 0; i < tables->receipts->len; i++) {
        const ReceiptRow *row = tables->receipts->pdata[i];
        if (strcmp(row->unit, unit) != 0)
            continue;
        g_autofree char *given = package_stem(row->file ? row->file : "");
        if (given[0] == '\0' ? only : text_same(given, wanted))
            found = row; /* of several rows the last one speaks */
    }
    return found;
}
