/* From the packages of a unit to the ordered list of receipts that its inventory is made of (SPEC 2.1-2.3). */
#include <string.h>
#include <sys/stat.h>

#include "digest.h"
#include "fileio.h"
#include "receipts.h"
#include "recordlater.h"
#include "replacements.h"
#include "text.h"
#include "unitrun.h"

#define RACY_NS INT64_C(2000000000)   /* a signature younger than this against its file proves nothing (SPEC 5.3) */
#define STILL_WRITING_S INT64_C(600)   /* a ZIP that cannot be read and was touched this recently is being written (SPEC 2.3) */

void package_use_free(PackageUse *use)
{
    g_free(use->name);
    g_free(use);
}

static bool same_signature(const Submitted *submitted, const StatePackage *known)
{
    return submitted->signature[0] != '\0' && strcmp(submitted->signature, known->signature) == 0;
}

/* A package that could not be read, and for which no receipt stands: a run tries again, `score` has nothing to read. */
static bool is_known_as_stuck(const UnitRun *unit, const Submitted *submitted, const StatePackage *known)
{
    return unit->run->options.held_only && known && known->receipt == 0 && same_signature(submitted, known) &&
           !receipts_last(unit->state, submitted->name);
}

/* Why a package that lies there must be read, or NULL when its receipt still stands for it. */
static const char *reason_to_read(const UnitRun *unit, const Submitted *submitted, const StatePackage *known)
{
    bool received = receipts_last(unit->state, submitted->name) != NULL;
    if (!known || known->receipt == 0)
        return !received ? "new" : known ? "changed" : "lost";
    if (unit->run->options.rehash)
        return "rehash";
    if (g_strcmp0(unit->state->reader, unit->run->reader) != 0)
        return "program";
    if (!same_signature(submitted, known) || !receipts_find(unit->state, known->receipt))
        return "changed";
    /* `score` reads nothing; to it a signature is as good as it looks. */
    bool too_recent = known->recorded_ns - known->newest_ns < RACY_NS;
    return too_recent && !unit->run->options.held_only ? "recent" : NULL;
}

static void use_from_table(UnitRun *unit, PackageUse *use, bool only)
{
    const ReceiptRow *row = receipts_row(unit->run->tables, unit->row->id, use->name, only);
    if (!row)
        return;
    if (row->received_s != 0)
        use->received_s = row->received_s;
    use->replaces_all = row->mode == RECEIPT_REPLACE;
}

static PackageUse *use_add(UnitRun *unit, const char *name, const Submitted *submitted)
{
    PackageUse *use = g_new0(PackageUse, 1);
    use->name = g_strdup(name);
    use->submitted = submitted;
    g_ptr_array_add(unit->uses, use);
    return use;
}

static void use_receipt(PackageUse *use, const StateReceipt *receipt)
{
    use->read = false;
    use->receipt = receipt->number;
    use->received_s = receipt->received_s;
    use->withdrawn = receipt->withdrawn;
}

static void plan_submitted(UnitRun *unit, const Submitted *submitted)
{
    const StatePackage *known = stateunit_package(unit->state, submitted->name);
    PackageUse *use = use_add(unit, submitted->name, submitted);
    if (is_known_as_stuck(unit, submitted, known)) {
        use->received_s = unit->run->now_s;
        use->state = INTAKE_HELD;
        use->stuck = true;
        return;
    }
    use->why = reason_to_read(unit, submitted, known);
    if (!use->why) {
        use_receipt(use, receipts_find(unit->state, known->receipt));
        return;
    }
    const StateReceipt *last = receipts_last(unit->state, submitted->name);
    use->read = true;
    use->received_s = last ? last->received_s : unit->run->now_s;
    unit->bytes_to_read += submitted->size_bytes;
}

static PackageUse *find_use(const UnitRun *unit, const char *name)
{
    for (guint i = 0; i < unit->uses->len; i++) {
        PackageUse *use = unit->uses->pdata[i];
        if (strcmp(use->name, name) == 0)
            return use;
    }
    return NULL;
}

/* A package that is gone counts as last received, until `withdraw` (SPEC 2.3). */
static void plan_gone(UnitRun *unit)
{
    for (guint i = 0; i < unit->state->receipts->len; i++) {
        const StateReceipt *receipt = unit->state->receipts->pdata[i];
        const StateReceipt *last = receipts_last(unit->state, receipt->name);
        if (!last || find_use(unit, receipt->name))
            continue;
        use_receipt(use_add(unit, last->name, NULL), last);
    }
}

static int compare_uses(gconstpointer left, gconstpointer right)
{
    const PackageUse *a = *(PackageUse *const *)left, *b = *(PackageUse *const *)right;
    if (a->received_s != b->received_s)
        return a->received_s < b->received_s ? -1 : 1;
    g_autofree char *left_name = package_stem(a->name), *right_name = package_stem(b->name);
    int order = text_compare_natural(left_name, right_name); /* so that 甲县 comes before 甲县(更正), ZIP or not */
    return order ? order : text_compare_natural(a->name, b->name);
}

static void drop_use(UnitRun *unit, guint index)
{
    package_use_free(unit->uses->pdata[index]);
    g_ptr_array_remove_index(unit->uses, index);
}

/* Sorts the packages by receipt and drops those taken back and those before one that replaces all. */
static void order_uses(UnitRun *unit)
{
    for (guint i = 0; i < unit->uses->len; i++)
        use_from_table(unit, unit->uses->pdata[i], unit->uses->len == 1);
    g_ptr_array_sort(unit->uses, compare_uses);
    bool superseded = false;
    for (guint i = unit->uses->len; i-- > 0;) {
        const PackageUse *use = unit->uses->pdata[i];
        bool withdrawn = use->withdrawn && !use->read, replaces_all = use->replaces_all && !withdrawn;
        if (superseded || withdrawn)
            drop_use(unit, i);
        superseded = superseded || replaces_all;
    }
}

/* The packages of a run that is rebuilt are those that counted then, in their order. */
static void plan_rebuilt(UnitRun *unit)
{
    for (guint i = 0; i < unit->intake->packages->len; i++) {
        const IntakePackage *package = unit->intake->packages->pdata[i];
        PackageUse *use = use_add(unit, package->name, NULL);
        use->receipt = package->receipt;
        use->received_s = package->received_s;
        use->state = package->state;
        use->stuck = package->receipt == 0;
    }
}

gboolean packages_plan(UnitRun *unit, GError **error)
{
    if (!receipts_sync(unit->state, unit->receipts, error))
        return FALSE;
    if (unit->run->options.rebuilt) {
        plan_rebuilt(unit);
        return TRUE;
    }
    for (guint i = 0; i < unit->submitted->len; i++)
        plan_submitted(unit, unit->submitted->pdata[i]);
    plan_gone(unit);
    order_uses(unit);
    return TRUE;
}

/* ---- after reading ---- */

static void add_intake_finding(UnitRun *unit, const char *code, const PackageUse *use)
{
    Finding *finding = catalogue_add(unit->run->catalogue, unit->run->intake->findings, code, NULL, NULL, use->name, NULL);
    finding->unit = g_strdup(unit->row->id);
    g_autofree char *when = instant_format(use->received_s);
    g_autofree char *deadline = instant_format(season_package_deadline_s(unit->run->dir->season));
    finding_param(finding, "received", when);
    finding_param(finding, "deadline", deadline);
}

static bool modified_recently(const PackageUse *use)
{
    struct stat info;
    return use->submitted && !use->submitted->folder && stat(use->submitted->path, &info) == 0 &&
           g_get_real_time() / G_USEC_PER_SEC - info.st_mtime < STILL_WRITING_S;
}

static void remember_package(UnitRun *unit, const PackageUse *use)
{
    stateunit_set_package(unit->state, use->name, use->submitted->signature, use->submitted->newest_ns,
                          g_get_real_time() * 1000, use->receipt);
}

/* What was read may have changed meanwhile: the signature taken before must still be that of the bytes. */
static bool changed_while_read(const PackageUse *use, const Package *package)
{
    char now[65];
    if (package->state == PACKAGE_CHANGING)
        return true;
    if (use->submitted->signature[0] == '\0')
        return false; /* it cannot be walked whole; what could be read of it counts */
    return !signature_of(use->submitted->path, now, NULL, NULL, NULL) || strcmp(now, use->submitted->signature) != 0;
}

/* A package whose name another one has too goes by the name of its use, also in the inventory, which is made
 * again for that. */
static void settle_name(const PackageUse *use, Package *package, bool *again)
{
    if (strcmp(package->name, use->name) == 0)
        return;
    g_free(package->name);
    package->name = g_strdup(use->name);
    *again = true;
}

/* Returns FALSE on a fault.  A use that cannot stand is removed from the list by giving it the receipt 0 and no `stuck`. */
static gboolean settle_one(UnitRun *unit, PackageUse *use, Package *package, bool *again, GError **error)
{
    bool changing = changed_while_read(use, package);
    bool readable = package->state != PACKAGE_UNREADABLE;
    if (readable && changing && unit->run->options.packages) {
        add_intake_finding(unit, "PKG-011", use); /* `check` judges what it could read */
        changing = false;
    }
    if (readable && !changing) {
        settle_name(use, package, again);
        if (!receipts_note(unit->state, unit->receipts, package, unit->run->now_s, &use->receipt, error))
            return FALSE;
        use_receipt(use, receipts_find(unit->state, use->receipt));
        remember_package(unit, use);
        return TRUE;
    }
    const StateReceipt *last = receipts_last(unit->state, use->name);
    changing = changing || (!unit->run->options.packages && modified_recently(use));
    use->read = false;
    use->state = changing ? INTAKE_CHANGING : INTAKE_HELD;
    if (last)
        use_receipt(use, last);
    else
        use->stuck = !changing; /* check says what is wrong with it: PKG-001 */
    if (use->stuck)
        remember_package(unit, use);
    unit->left = unit->left || (changing && !last);
    if (!use->stuck)
        add_intake_finding(unit, changing ? "PKG-011" : "PKG-012", use);
    *again = true;
    return TRUE;
}

/* A package that was only renamed is not gone: its bytes came under another name. */
static bool was_renamed(const UnitRun *unit, const PackageUse *gone)
{
    const StateReceipt *receipt = receipts_find(unit->state, gone->receipt);
    for (guint i = 0; i < unit->uses->len; i++) {
        const PackageUse *use = unit->uses->pdata[i];
        const StateReceipt *other = use->submitted ? receipts_find(unit->state, use->receipt) : NULL;
        if (other && g_strcmp0(other->sha256, receipt->sha256) == 0)
            return true;
    }
    return false;
}

static void settle_gone(UnitRun *unit, bool *again)
{
    for (guint i = unit->uses->len; i-- > 0;) {
        PackageUse *use = unit->uses->pdata[i];
        if (use->submitted)
            continue;
        if (was_renamed(unit, use)) {
            drop_use(unit, i);
            *again = true;
        } else if (!unit->run->options.packages) { /* what `check` was not given is not gone */
            use->state = INTAKE_HELD;
            add_intake_finding(unit, "PKG-012", use);
        }
    }
}

/* What still has neither a receipt nor a fault of its own is left for the next run; a changed order needs a new inventory. */
static void settle_order(UnitRun *unit, bool *again)
{
    for (guint i = unit->uses->len; i-- > 0;) {
        const PackageUse *use = unit->uses->pdata[i];
        if (use->receipt == 0 && !use->stuck)
            drop_use(unit, i);
    }
    g_autoptr(GString) before = g_string_new(NULL), after = g_string_new(NULL);
    for (guint i = 0; i < unit->uses->len; i++)
        g_string_append_printf(before, "%s/", ((const PackageUse *)unit->uses->pdata[i])->name);
    order_uses(unit);
    for (guint i = 0; i < unit->uses->len; i++)
        g_string_append_printf(after, "%s/", ((const PackageUse *)unit->uses->pdata[i])->name);
    *again = *again || strcmp(before->str, after->str) != 0;
}

gboolean packages_settle(UnitRun *unit, bool *again, GError **error)
{
    g_autofree char *path = seasondir_unit_path(unit->run->dir, unit->row->id, "inventory.xml");
    bool any_read = false;
    for (guint i = 0; i < unit->uses->len; i++)
        any_read = any_read || ((const PackageUse *)unit->uses->pdata[i])->read;
    if (!seasonrun_need_catalogue(unit->run, error))
        return FALSE;
    Inventory *inventory = any_read ? record_read(&inventory_type, path, error) : NULL;
    if (any_read && !inventory)
        return FALSE;
    gboolean ok = TRUE;
    for (guint i = 0; ok && any_read && i < unit->uses->len; i++) {
        PackageUse *use = unit->uses->pdata[i];
        if (use->read)
            ok = settle_one(unit, use, inventory->packages->pdata[i], again, error);
    }
    if (ok && inventory)
        unitrun_note_scans(unit, inventory);
    record_free(&inventory_type, inventory);
    if (!ok)
        return FALSE;
    g_free(unit->state->reader);
    unit->state->reader = g_strdup(unit->run->reader);
    settle_gone(unit, again);
    settle_order(unit, again);
    return TRUE;
}

/* ---- the unit's part of intake ---- */

/* When a receipt was received, by the table if it says so. */
static int64_t received_of(const UnitRun *unit, const StateReceipt *receipt)
{
    const ReceiptRow *row = receipts_row(unit->run->tables, unit->row->id, receipt->name, unit->uses->len == 1);
    return row && row->received_s != 0 ? row->received_s : receipt->received_s;
}

/* When the receipts held each path and each content first, and which contents each path has had. */
typedef struct { GHashTable *paths, *contents, *had; } FirstHeld;

static void note_first(GHashTable *first, const char *key, int64_t received_s)
{
    gpointer known = g_hash_table_lookup(first, key);
    if (!known || GPOINTER_TO_SIZE(known) > (gsize)received_s)
        g_hash_table_insert(first, g_strdup(key), GSIZE_TO_POINTER((gsize)received_s));
}

static void note_member(const FirstHeld *first, const Member *member, int64_t received_s)
{
    note_first(first->paths, member->path, received_s);
    if (!member->sha256)
        return;
    note_first(first->contents, member->sha256, received_s);
    GHashTable *had = g_hash_table_lookup(first->had, member->path);
    if (!had) {
        had = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
        g_hash_table_insert(first->had, g_strdup(member->path), had);
    }
    g_hash_table_add(had, g_strdup(member->sha256));
}

/* The first time at which the path or one of the contents it has had was held. */
static int64_t first_held(const FirstHeld *first, const char *path)
{
    gsize held = GPOINTER_TO_SIZE(g_hash_table_lookup(first->paths, path));
    GHashTable *had = g_hash_table_lookup(first->had, path);
    GHashTableIter iter;
    gpointer content;
    if (had)
        g_hash_table_iter_init(&iter, had);
    while (had && g_hash_table_iter_next(&iter, &content, NULL))
        held = MIN(held, GPOINTER_TO_SIZE(g_hash_table_lookup(first->contents, content)));
    return (int64_t)held;
}

/* Begins to read the receipt at INDEX; NULL when there is none that counts. */
static RecordLater *receipt_later(const UnitRun *unit, guint index)
{
    const StateReceipt *known = index < unit->state->receipts->len ? unit->state->receipts->pdata[index]
                                                                   : NULL;
    g_autofree char *path = known && !known->withdrawn ? receipts_path(unit->receipts, known->number) : NULL;
    return path ? recordlater_new(&receipt_type, path, false) : NULL;
}

/* Goes through the receipts of the unit, for files outside the case files. */
static gboolean collect_first(UnitRun *unit, const FirstHeld *first, GError **error)
{
    g_autoptr(RecordLater) ahead = receipt_later(unit, 0); /* one is read while another is gone through */
    for (guint i = 0; i < unit->state->receipts->len; i++) {
        g_autoptr(RecordLater) later = g_steal_pointer(&ahead);
        ahead = receipt_later(unit, i + 1);
        Receipt *receipt = later ? recordlater_take(later, NULL, error) : NULL;
        if (!receipt && later)
            return FALSE;
        for (guint j = 0; receipt && j < receipt->package->members->len; j++) {
            const Member *member = receipt->package->members->pdata[j];
            g_autofree char *casefile = path_casefile(member->path);
            if (!casefile && member_counted(member)) /* of packages that came in one run a later one may have replaced it */
                note_member(first, member, received_of(unit, unit->state->receipts->pdata[i]));
        }
        record_free(&receipt_type, receipt);
    }
    return TRUE;
}

static gboolean fill_first(UnitRun *unit, GError **error)
{
    g_autoptr(GHashTable) paths = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) contents = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) had = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_hash_table_unref);
    const FirstHeld first = {paths, contents, had};
    if (unit->state->receipts->len < 2)
        return TRUE;
    if (!collect_first(unit, &first, error))
        return FALSE;
    g_autoptr(GList) keys = g_list_sort(g_hash_table_get_keys(paths), (GCompareFunc)text_compare_paths);
    for (GList *key = keys; key; key = key->next) {
        IntakeFirst *entry = record_add(unit->intake->first, &intake_first_type);
        entry->path = g_strdup(key->data);
        entry->received_s = first_held(&first, key->data);
    }
    return TRUE;
}

static void fill_packages(UnitRun *unit)
{
    int64_t deadline_s = season_package_deadline_s(unit->run->dir->season);
    for (guint i = 0; i < unit->uses->len; i++) {
        const PackageUse *use = unit->uses->pdata[i];
        const StateReceipt *receipt = receipts_find(unit->state, use->receipt);
        IntakePackage *package = record_add(unit->intake->packages, &intake_package_type);
        package->name = g_strdup(use->name);
        package->receipt = use->receipt;
        package->received_s = receipt ? use->received_s : 0;
        package->sha256 = g_strdup(receipt ? receipt->sha256 : NULL);
        package->state = use->state;
        package->late = receipt && deadline_s != 0 && use->received_s > deadline_s;
        if (package->late)
            add_intake_finding(unit, "PKG-013", use);
    }
}

gboolean packages_intake(UnitRun *unit, char hex[65], GError **error)
{
    if (!unit->run->options.rebuilt) {
        fill_packages(unit);
        if (!replacements_fill(unit, error) || !fill_first(unit, error))
            return FALSE;
    }
    Intake *alone = record_new(&intake_type);
    alone->program = g_strdup("");
    g_ptr_array_add(alone->units, unit->intake);
    g_autofree char *path = seasondir_unit_path(unit->run->dir, unit->row->id, "intake.xml");
    gboolean ok = record_write(&intake_type, alone, path, error);
    record_digest(&intake_type, alone, hex);
    g_ptr_array_set_size(alone->units, 0); /* the entry belongs to the whole intake */
    record_free(&intake_type, alone);
    return ok;
}

/* ---- rows of the table `receipts` that speak of no package ---- */

/* Whether a package called NAME, .zip or not, lies there or was ever received, even one taken back. */
static bool was_sent(const UnitRun *unit, const char *name)
{
    g_autofree char *wanted = package_stem(name);
    for (guint i = 0; i < unit->submitted->len; i++) {
        g_autofree char *stem = package_stem(((const Submitted *)unit->submitted->pdata[i])->name);
        if (text_same(stem, wanted))
            return true;
    }
    for (guint i = 0; i < unit->state->receipts->len; i++) {
        g_autofree char *stem = package_stem(((const StateReceipt *)unit->state->receipts->pdata[i])->name);
        if (text_same(stem, wanted))
            return true;
    }
    return false;
}

void packages_note_idle_rows(const UnitRun *unit)
{
    const SeasonRun *run = unit->run;
    for (guint i = 0; i < run->tables->receipts->len; i++) {
        const ReceiptRow *row = run->tables->receipts->pdata[i];
        bool named = row->file && row->file[0];
        bool idle = named ? !was_sent(unit, row->file) : unit->uses->len > 1;
        if (strcmp(row->unit, unit->row->id) != 0 || !idle)
            continue;
        Finding *finding = catalogue_add(run->catalogue, run->intake->findings, "DAT-008",
                                         named ? NULL : "unnamed", NULL, NULL, NULL);
        finding->unit = g_strdup(unit->row->id);
        finding_param(finding, "file", row->file);
        finding_set_row(finding, row->place);
    }
}
