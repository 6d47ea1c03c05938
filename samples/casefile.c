#include "casefile.h"

#include <string.h>

#include "bulk.h"
#include "office.h"

enum { COLUMN_TEMPLATE, COLUMN_NAME, COLUMN_BINDER, COLUMN_ABOUT, COLUMN_IF, COLUMNS };

/* One line of a .list file. */
typedef struct {
    gboolean scan;
    char *column[COLUMNS];
} Entry;

typedef struct {
    const Unit *unit;
    const CaseFile *file;
    CaseFileFlags flags;
    GPtrArray *entries; /* of the papers that the file has */
} Binding;

static char *list_folder;

static void entry_free(gpointer data) {
    Entry *entry = data;
    for (guint i = 0; i < COLUMNS; i++) g_free(entry->column[i]);
    g_free(entry);
}

static Entry *read_entry(const char *line) {
    g_auto(GStrv) parts = g_strsplit(line, "|", -1);
    guint n_parts = g_strv_length(parts);
    Entry *entry = g_new0(Entry, 1);
    entry->scan = g_str_equal(g_strstrip(parts[0]), "scan");
    guint first = entry->scan ? 1 : 0;
    for (guint i = 0; i < COLUMNS; i++) {
        entry->column[i] = g_strdup(i + first < n_parts ? g_strstrip(parts[i + first]) : "");
    }
    return entry;
}

/* The values of a fault's KEY; a mended file has none. */
static char **fault_list(const Binding *binding, const char *key) {
    if (binding->flags & CASEFILE_MENDED) return g_new0(char *, 1);
    return unit_list(binding->unit, binding->file->section, key);
}

static gboolean is_listed(const Binding *binding, const char *key, const char *name) {
    g_auto(GStrv) names = fault_list(binding, key);
    return g_strv_contains((const char *const *)names, name);
}

static GPtrArray *read_entries(const Binding *binding) {
    g_autofree char *path = g_strdup_printf("%s/%s.list", list_folder, binding->file->kind);
    g_autofree char *text = NULL;
    g_autoptr(GError) error = NULL;
    g_file_get_contents(path, &text, NULL, &error);
    maker_check(error);
    GPtrArray *entries = g_ptr_array_new_with_free_func(entry_free);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; lines[i]; i++) {
        if (!*g_strstrip(lines[i]) || *lines[i] == '#') continue;
        Entry *entry = read_entry(lines[i]);
        const char *needs = entry->column[COLUMN_IF];
        gboolean has = !*needs || *fields_get(binding->file->fields, needs);
        if (has && !is_listed(binding, "without", entry->column[COLUMN_NAME]))
            g_ptr_array_add(entries, entry);
        else entry_free(entry);
    }
    return entries;
}

/* The paper of ENTRY for FILE; a receipt speaks of the paper that it proves. */
static Paper *entry_paper(const CaseFile *file, const Entry *entry) {
    g_autoptr(GHashTable) fields = fields_copy(file->fields);
    const char *about = entry->column[COLUMN_ABOUT];
    static const char *const parts[] = {"title", "number", "on"};
    for (guint i = 0; *about && i < G_N_ELEMENTS(parts); i++) {
        g_autofree char *from = g_strdup_printf("served-%s-%s", about, parts[i]);
        g_autofree char *to = g_strdup_printf("served-%s", parts[i]);
        fields_put(fields, to, fields_get(file->fields, from));
    }
    return paper_new(entry->column[COLUMN_TEMPLATE], fields);
}

/* Eight bytes that every .doc begins with, and nothing that anybody could read. */
static void put_legacy(Sink *sink, const char *name) {
    static const guint8 magic[] = {0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1};
    g_autofree char *path = g_strconcat(name, ".docx", NULL);
    g_autofree guint8 *data = g_malloc0(4608);
    memcpy(data, magic, sizeof magic);
    data[24] = 0x3e;
    data[26] = 3;
    data[28] = 0xfe;
    data[29] = 0xff;
    data[30] = 9;
    g_autoptr(GBytes) bytes = g_bytes_new(data, 4608);
    sink_put(sink, path, bytes);
}

static void type_separately(const Binding *binding, Sink *sink) {
    guint index = 0;
    for (guint i = 0; i < binding->entries->len; i++) {
        const Entry *entry = g_ptr_array_index(binding->entries, i);
        if (entry->scan) continue;
        g_autofree char *name = g_strdup_printf("%02u%s", ++index, entry->column[COLUMN_NAME]);
        if (is_listed(binding, "legacy", entry->column[COLUMN_NAME])) {
            put_legacy(sink, name);
            continue;
        }
        office_type(binding->unit, sink, name, entry_paper(binding->file, entry),
                    is_listed(binding, "tracked", entry->column[COLUMN_NAME]));
    }
}

/* Papers with the same binder go into one document, in the order of the list. */
static void type_grouped(const Binding *binding, Sink *sink, gboolean single) {
    g_autoptr(GPtrArray) binders = g_ptr_array_new();
    for (guint i = 0; i < binding->entries->len; i++) {
        const Entry *entry = g_ptr_array_index(binding->entries, i);
        const char *binder = single ? "案卷" : entry->column[COLUMN_BINDER];
        if (!entry->scan && !g_ptr_array_find_with_equal_func(binders, binder, g_str_equal, NULL)) {
            g_ptr_array_add(binders, (gpointer)binder);
        }
    }
    for (guint b = 0; b < binders->len; b++) {
        const char *binder = g_ptr_array_index(binders, b);
        Paper *paper = paper_empty();
        gboolean tracked = FALSE;
        for (guint i = 0; i < binding->entries->len; i++) {
            const Entry *entry = g_ptr_array_index(binding->entries, i);
            if (entry->scan || (!single && !g_str_equal(entry->column[COLUMN_BINDER], binder))) continue;
            paper_take(paper, entry_paper(binding->file, entry));
            tracked |= is_listed(binding, "tracked", entry->column[COLUMN_NAME]);
        }
        g_autofree char *name = single ? g_strdup(binding->file->name) : g_strdup(binder);
        office_type(binding->unit, sink, name, paper, tracked);
    }
}

static ScanFault fault_of(const Binding *binding, const char *name) {
    static const char *const faults[] = {"", "truncated", "empty", "low", "blank"};
    g_auto(GStrv) list = fault_list(binding, "damage");
    for (guint i = 0; list[i]; i++) {
        g_auto(GStrv) parts = g_strsplit(list[i], ":", 2);
        if (!parts[0] || !g_str_equal(parts[0], name)) continue;
        for (guint f = 1; f < G_N_ELEMENTS(faults); f++) {
            if (g_str_equal(parts[1], faults[f])) return (ScanFault)f;
        }
        maker_fail("%s [%s]：damage=%s 不认识 / unknown\n", binding->unit->path, binding->file->section,
                   list[i]);
    }
    return SCAN_SOUND;
}

/* The case file whose scan NAME is used: this one, or the one it was borrowed from. */
static const CaseFile *owner_of(const Binding *binding, const char *name) {
    g_auto(GStrv) list = fault_list(binding, "borrow");
    for (guint i = 0; list[i]; i++) {
        g_auto(GStrv) parts = g_strsplit(list[i], ":", 2);
        if (!g_str_equal(parts[0], name)) continue;
        for (guint k = 0; k < binding->unit->files->len; k++) {
            const CaseFile *file = g_ptr_array_index(binding->unit->files, k);
            if (g_str_equal(file->name, parts[1])) return file;
        }
        maker_fail("%s [%s]：borrow=%s 没有这个案卷 / no such file\n", binding->unit->path,
                   binding->file->section, list[i]);
    }
    return binding->file;
}

static void scan_entry(const Binding *binding, Sink *sink, const Entry *entry) {
    const char *name = entry->column[COLUMN_NAME], *template = entry->column[COLUMN_TEMPLATE];
    const CaseFile *owner = owner_of(binding, name);
    g_autofree char *label = g_strdup_printf("%s %s %s", binding->unit->id, owner->number, name);
    OfficeScan how = {.label = label, .fault = fault_of(binding, name), .max_pages = 1};
    if (g_str_equal(template, "photo-sheet")) how.format = "colour";
    if (g_str_has_suffix(template, "-decision")) how.max_pages = 2;
    if (how.fault == SCAN_TRUNCATED || how.fault == SCAN_LOW) how.format = "jpg";
    office_scan(binding->unit, sink, name, entry_paper(owner, entry), &how);
}

/* Six bytes that make a RAR of it for every program that looks. */
static void put_renamed_rar(Sink *sink, const char *name) {
    g_autofree char *path = g_strconcat(name, ".zip", NULL);
    static const guint8 rar[] = {'R', 'a', 'r', '!', 0x1a, 0x07, 0x00, 0xcf, 0x90, 0x73, 0, 0, 13, 0, 0, 0,
                                 0,   0,   0,   0,   0,    0,    0,    0,    0,    0,    0, 0, 0,  0, 0, 0};
    g_autoptr(GBytes) bytes = g_bytes_new_static(rar, sizeof rar);
    sink_put(sink, path, bytes);
}

static gboolean is_set(const Binding *binding, const char *key) {
    return !(binding->flags & CASEFILE_MENDED) && unit_has(binding->unit, binding->file->section, key);
}

/* The ZIP of the scans that go into the bundle NAME. */
static void write_bundle(const Binding *binding, Sink *sink, const char *name) {
    if (is_set(binding, "rar")) {
        put_renamed_rar(sink, name);
        return;
    }
    g_autofree char *path = g_strconcat(name, ".zip", NULL);
    Sink *bundle = sink_zip_below(sink, path);
    if (is_set(binding, "encrypted")) sink_set_encrypted(bundle);
    if (is_set(binding, "broken")) sink_set_cut(bundle);
    for (guint i = 0; i < binding->entries->len; i++) {
        const Entry *entry = g_ptr_array_index(binding->entries, i);
        if (entry->scan && g_str_equal(entry->column[COLUMN_BINDER], name))
            scan_entry(binding, bundle, entry);
    }
    bulk_add_pages(binding->unit, binding->file, bundle);
    sink_close(bundle);
}

static void write_scans(const Binding *binding, Sink *sink) {
    const char *bundle = bulk_is_on() ? "证据材料" : NULL;
    for (guint i = 0; i < binding->entries->len; i++) {
        const Entry *entry = g_ptr_array_index(binding->entries, i);
        if (!entry->scan) continue;
        if (*entry->column[COLUMN_BINDER]) bundle = entry->column[COLUMN_BINDER];
        else scan_entry(binding, sink, entry);
    }
    if (bundle && !(binding->flags & CASEFILE_SLIM)) write_bundle(binding, sink, bundle);
}

void casefile_write(const Unit *unit, const CaseFile *file, Sink *sink, CaseFileFlags flags) {
    Binding binding = {.unit = unit, .file = file, .flags = flags};
    binding.entries = read_entries(&binding);
    g_autofree char *packing = unit_value(unit, file->section, "casefile", NULL);
    if (!packing) packing = unit_value(unit, "unit", "casefile", "folder");
    g_autofree char *binding_name = unit_value(unit, file->section, "papers", NULL);
    if (!binding_name) binding_name = unit_value(unit, "unit", "papers", "separate");
    gboolean separate = g_str_equal(binding_name, "separate") && !(flags & CASEFILE_SLIM);
    gboolean zip = g_str_equal(packing, "zip");
    g_autofree char *path = g_strconcat(file->name, zip ? ".zip" : "", NULL);
    Sink *inside = zip ? sink_zip_below(sink, path) : sink_below(sink, path);
    if (separate) type_separately(&binding, inside);
    else type_grouped(&binding, inside, g_str_equal(binding_name, "single"));
    write_scans(&binding, inside);
    sink_close(inside);
    g_ptr_array_unref(binding.entries);
}

void casefile_set_folder(const char *folder) {
    g_free(list_folder);
    list_folder = g_strdup(folder);
}
