#include "parcel.h"

#include <stdlib.h>
#include <string.h>

#include "candidate.h"
#include "casefile.h"
#include "office.h"

static Day window_from, window_to;
static GKeyFile *bulletins;

void parcel_set_window(Day from, Day to) {
    window_from = from;
    window_to = to;
}

void parcel_load_bulletins(const char *path) {
    g_autoptr(GError) error = NULL;
    bulletins = g_key_file_new();
    g_key_file_load_from_file(bulletins, path, G_KEY_FILE_NONE, &error);
    maker_check(error);
}

gboolean parcel_is_in_round(const Unit *unit, const char *section, guint round) {
    g_autofree char *text = unit_value(unit, section, "round", "1");
    return !round || strtoul(text, NULL, 10) == round;
}

static Sink *open_package(const Unit *unit, const char *section, const char *submissions) {
    g_autofree char *name = unit_need(unit, section, "name"), *kind = unit_need(unit, section, "kind");
    g_autofree char *path = g_build_filename(submissions, name, NULL);
    if (g_str_equal(kind, "folder")) return sink_folder(path);
    if (g_str_has_prefix(kind, "zip-gbk")) return sink_zip(path, SINK_NAMES_GBK);
    if (g_str_has_prefix(kind, "zip-unflagged")) return sink_zip(path, SINK_NAMES_UNFLAGGED);
    if (g_str_has_prefix(kind, "zip")) return sink_zip(path, SINK_NAMES_UTF8);
    maker_fail("%s [%s]：kind=%s 不认识 / unknown kind\n", unit->path, section, kind);
}

static void write_files(const Unit *unit, Sink *sink) {
    Sink *folder = sink_below(sink, "案卷");
    for (guint i = 0; i < unit->files->len; i++) {
        const CaseFile *file = g_ptr_array_index(unit->files, i);
        if (!unit_has(unit, file->section, "late")) casefile_write(unit, file, folder, 0);
    }
    sink_close(folder);
}

static void write_mended(const Unit *unit, const char *section, Sink *sink) {
    g_auto(GStrv) names = unit_list(unit, section, "mended");
    if (!names[0]) return;
    Sink *folder = sink_below(sink, "案卷");
    for (guint i = 0; i < unit->files->len; i++) {
        const CaseFile *file = g_ptr_array_index(unit->files, i);
        if (g_strv_contains((const char *const *)names, file->name))
            casefile_write(unit, file, folder, CASEFILE_MENDED);
    }
    sink_close(folder);
    g_autoptr(GHashTable) fields = unit_fields(unit);
    g_autofree char *joined = g_strjoinv("、", names);
    fields_put(fields, "corrected", joined);
    fields_put(fields, "form-day", "2016年11月28日");
    office_type(unit, sink, "关于补正案卷材料的说明", paper_new("correction-letter", fields), FALSE);
}

/* A scan of each document in the window, named by its number. */
static void write_evidence(const Unit *unit, Sink *sink) {
    g_auto(GStrv) lacking = unit_list(unit, "unit", "no-evidence");
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < unit->rows->len; i++) {
        const CaseRow *row = g_ptr_array_index(unit->rows, i);
        if (row->date < window_from || row->date > window_to || !g_hash_table_add(seen, row->number))
            continue;
        if (g_strv_contains((const char *const *)lacking, row->number)) continue;
        g_autofree char *path = g_strdup_printf("案件证据/%s", row->number);
        g_autofree char *label = g_strdup_printf("%s %s", unit->id, path);
        OfficeScan how = {.label = label, .max_pages = 1};
        office_scan(unit, sink, path, paper_new(row->evidence, row->fields), &how);
    }
}

static void write_people(const Unit *unit, Sink *sink) {
    g_auto(GStrv) sections = unit_sections(unit, "candidate ");
    for (guint i = 0; sections[i]; i++) candidate_write(unit, sections[i], sink);
}

static void write_legal(const Unit *unit, Sink *sink) {
    g_auto(GStrv) sections = unit_sections(unit, "legal ");
    for (guint i = 0; sections[i]; i++) legal_candidate_write(unit, sections[i], sink);
}

/* Two a month, unless bulletins= says how many of the six there are. */
static void write_bulletins(const Unit *unit, Sink *sink) {
    static const char *const days[] = {"2016-09-09", "2016-09-23", "2016-10-09",
                                       "2016-10-24", "2016-11-09", "2016-11-23"};
    g_autofree char *count = unit_value(unit, "unit", "bulletins", "6");
    for (guint i = 0; i < G_N_ELEMENTS(days) && i < strtoul(count, NULL, 10); i++) {
        g_autofree char *section = g_strdup_printf("%u", i + 1);
        g_autofree char *headline = g_key_file_get_string(bulletins, section, "headline", NULL);
        g_autofree char *text = g_key_file_get_string(bulletins, section, "text", NULL);
        g_autoptr(GHashTable) fields = unit_fields(unit);
        fields_put(fields, "issue", section);
        fields_put(fields, "headline", headline);
        fields_put(fields, "bulletin-text", text);
        unit_put_day(fields, "bulletin", day_parse_iso(days[i]));
        g_autofree char *name = g_strdup_printf("信息/%s %s", days[i], headline);
        office_type(unit, sink, name, paper_new("bulletin", fields), FALSE);
    }
}

static void put_candidate_rows(const Unit *unit, Fields *fields) {
    GString *rows = g_string_new(NULL);
    static const char *const kinds[][2] = {{"candidate ", "执法先进个人"}, {"legal ", "法制工作先进个人"}};
    guint n = 0;
    for (guint k = 0; k < G_N_ELEMENTS(kinds); k++) {
        g_auto(GStrv) sections = unit_sections(unit, kinds[k][0]);
        for (guint i = 0; sections[i]; i++) {
            g_autofree char *number = unit_need(unit, sections[i], "officer");
            const Officer *officer = unit_officer(unit, (guint)strtoul(number, NULL, 10));
            g_string_append_printf(rows, "|%u|%s|%s|%s|\n", ++n, officer->name, kinds[k][1],
                                   officer->certificate);
        }
        fields_printf(fields, k ? "legal-count" : "candidate-count", "%u", g_strv_length(sections));
    }
    fields_put(fields, "candidate-rows", rows->str);
    g_string_free(rows, TRUE);
}

static void write_root_paper(const Unit *unit, Sink *sink, const char *template, const char *name) {
    g_autoptr(GHashTable) fields = unit_fields(unit);
    int64_t total = 0;
    for (guint i = 0; i < unit->rows->len; i++)
        total += ((const CaseRow *)g_ptr_array_index(unit->rows, i))->fine_yuan;
    fields_printf(fields, "row-count", "%u", unit->rows->len);
    fields_printf(fields, "row-fines", "%" G_GINT64_FORMAT, total);
    fields_printf(fields, "file-count", "%u", unit->files->len);
    fields_put(fields, "contact", unit->officers->len ? unit_officer(unit, unit->officers->len)->name : "");
    put_candidate_rows(unit, fields);
    office_type(unit, sink, name, paper_new(template, fields), FALSE);
}

static void write_junk(Sink *sink) {
    sink_put_text(sink, "案卷/Thumbs.db", "thumbnails");
    sink_put_text(sink, ".DS_Store", "finder");
    sink_put_text(sink, "__MACOSX/._自评报告.docx", "resource fork");
    sink_put_text(sink, "~$自评报告.docx", "owner");
}

static const struct {
    const char *word, *template, *name;
} root_papers[] = {
    {"plan", "plan", "实施方案"},
    {"contact-list", "contact-list", "动员部署情况和联络员名单"},
    {"self-assessment", "self-assessment", "自评报告"},
    {"candidate-list", "candidate-list", "先进个人候选名单"},
};

static void write_contents(const Unit *unit, const char *section, Sink *sink) {
    g_auto(GStrv) list = unit_list(unit, section, "contents");
    const char *const *words = (const char *const *)list;
    gboolean all = g_strv_contains(words, "all");
    if (all || g_strv_contains(words, "files")) write_files(unit, sink);
    write_mended(unit, section, sink);
    if (all || g_strv_contains(words, "evidence")) write_evidence(unit, sink);
    if (all || g_strv_contains(words, "people")) write_people(unit, sink);
    if (all || g_strv_contains(words, "legal")) write_legal(unit, sink);
    if (all || g_strv_contains(words, "bulletins")) write_bulletins(unit, sink);
    for (guint i = 0; i < G_N_ELEMENTS(root_papers); i++) {
        if (all || g_strv_contains(words, root_papers[i].word)) {
            write_root_paper(unit, sink, root_papers[i].template, root_papers[i].name);
        }
    }
    if (g_strv_contains(words, "junk")) write_junk(sink);
}

void parcel_write(const Unit *unit, const char *section, const char *submissions) {
    g_autofree char *kind = unit_need(unit, section, "kind");
    Sink *package = open_package(unit, section, submissions);
    if (g_str_has_suffix(kind, "-in-folder")) {
        Sink *folder = sink_below(package, unit->name);
        write_contents(unit, section, folder);
        sink_close(folder);
    } else {
        write_contents(unit, section, package);
    }
    if (unit_has(unit, section, "cut")) sink_set_cut(package);
    sink_close(package);
}
