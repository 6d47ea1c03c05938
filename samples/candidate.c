#include "candidate.h"

#include <stdlib.h>
#include <string.h>

#include "casefile.h"
#include "office.h"

#define STORY_LONG 3400 /* characters, over the notice's 3000 */

typedef struct {
    const char *number, *kind, *party, *role; /* kind as the table prints it */
} Claim;

typedef struct {
    const Unit *unit;
    const char *section;
    const Officer *officer;
    Fields *fields;
    GArray *claims;
    GPtrArray *texts; /* owned strings that claims point to */
} Candidate;

char **unit_sections(const Unit *unit, const char *prefix) {
    g_auto(GStrv) groups = g_key_file_get_groups(unit->recipe, NULL);
    GPtrArray *found = g_ptr_array_new();
    for (guint i = 0; groups[i]; i++) {
        if (g_str_has_prefix(groups[i], prefix)) g_ptr_array_add(found, g_strdup(groups[i]));
    }
    g_ptr_array_add(found, NULL);
    return (char **)g_ptr_array_free(found, FALSE);
}

static gboolean is_without(const Candidate *candidate, const char *name) {
    g_auto(GStrv) names = unit_list(candidate->unit, candidate->section, "without");
    return g_strv_contains((const char *const *)names, name);
}

static char *keep(Candidate *candidate, const char *text) {
    char *copy = g_strdup(text);
    g_ptr_array_add(candidate->texts, copy);
    return copy;
}

/* number, or number:kind for one that the table does not know. */
static void add_claims(Candidate *candidate, const char *key, const char *role) {
    g_auto(GStrv) list = unit_list(candidate->unit, candidate->section, key);
    for (guint i = 0; list[i]; i++) {
        if (!*list[i]) continue;
        g_auto(GStrv) parts = g_strsplit(list[i], ":", 2);
        const CaseRow *row = unit_row(candidate->unit, parts[0], NULL);
        if (!row && !parts[1]) {
            maker_fail("%s [%s]：%s 不在本单位案件中 / not among the unit's cases\n", candidate->unit->path,
                       candidate->section, parts[0]);
        }
        Claim claim = {.number = keep(candidate, parts[0]), .role = role};
        claim.kind = kind_table_name(parts[1] ? parts[1] : row->kind);
        claim.party = row ? row->party->name : "——";
        g_array_append_val(candidate->claims, claim);
    }
}

static char *join_numbers(const Candidate *candidate, const char *role) {
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < candidate->claims->len; i++) {
        const Claim *claim = &g_array_index(candidate->claims, Claim, i);
        if (!g_str_equal(claim->role, role)) continue;
        g_string_append_printf(out, "%s%s", out->len ? "、" : "", claim->number);
    }
    if (!out->len) g_string_append(out, "无");
    return g_string_free(out, FALSE);
}

static void put_claims(Candidate *candidate) {
    GString *rows = g_string_new(NULL), *lines = g_string_new(NULL);
    for (guint i = 0; i < candidate->claims->len; i++) {
        const Claim *claim = &g_array_index(candidate->claims, Claim, i);
        g_string_append_printf(rows, "|%u|%s|%s|%s|%s|\n", i + 1, claim->number, claim->kind, claim->party,
                               claim->role);
        g_string_append_printf(lines, "%s%u.%s（%s，当事人：%s）：%s；", i ? "\n" : "", i + 1, claim->number,
                               claim->kind, claim->party, claim->role);
    }
    g_autofree char *lead = join_numbers(candidate, "主办"), *member = join_numbers(candidate, "参与");
    fields_put(candidate->fields, "lead-numbers", lead);
    fields_put(candidate->fields, "member-numbers", member);
    fields_put(candidate->fields, "claim-rows", rows->str);
    fields_put(candidate->fields, "claim-lines", lines->str);
    fields_printf(candidate->fields, "claims", "%u", candidate->claims->len);
    g_string_free(rows, TRUE);
    g_string_free(lines, TRUE);
}

static void put_person(Candidate *candidate) {
    const Unit *unit = candidate->unit;
    g_autofree char *sex = unit_value(unit, candidate->section, "sex", "男");
    g_autofree char *nation = unit_value(unit, candidate->section, "nation", "侗族");
    g_autofree char *post = unit_value(unit, candidate->section, "post", "环境监察大队副大队长");
    g_autofree char *years = unit_value(unit, candidate->section, "years", "12");
    gboolean no_number = unit_has(unit, candidate->section, "no-number");
    fields_put(candidate->fields, "name", candidate->officer->name);
    fields_put(candidate->fields, "certificate", no_number ? "" : candidate->officer->certificate);
    fields_put(candidate->fields, "sex", sex);
    fields_put(candidate->fields, "nation", nation);
    fields_put(candidate->fields, "post", post);
    fields_put(candidate->fields, "years", years);
    fields_put(candidate->fields, "form-day", "2016年11月21日");
}

static const CaseFile *candidate_file(const Candidate *candidate) {
    g_autofree char *name = unit_need(candidate->unit, candidate->section, "file");
    for (guint i = 0; i < candidate->unit->files->len; i++) {
        const CaseFile *file = g_ptr_array_index(candidate->unit->files, i);
        if (g_str_equal(file->name, name)) return file;
    }
    maker_fail("%s [%s]：没有案卷 %s / no such case file\n", candidate->unit->path, candidate->section, name);
}

static void put_file(Candidate *candidate, const CaseFile *file) {
    Fields *fields = candidate->fields;
    gboolean lead = file->lead == candidate->officer;
    fields_put(fields, "file-number", file->number);
    fields_put(fields, "file-party", fields_get(file->fields, "party"));
    fields_put(fields, "file-filed", fields_get(file->fields, "filed-day"));
    fields_put(fields, "file-decided", fields_get(file->fields, "decided-day"));
    fields_put(fields, "role", lead ? "主办人" : "协办人");
    fields_put(fields, "role-text",
               lead ? "负责制定调查方案，主持现场检查和调查询问，收集、固定主要证据，起草调查报告，并全程负责"
                      "告知、送达和执行。"
                    : "参与现场检查和调查询问，负责拍摄现场照片、制作笔录，协助送达法律文书。");
}

static void write_story(Candidate *candidate, Sink *sink) {
    g_autofree char *number = unit_value(candidate->unit, candidate->section, "story", "1");
    g_autofree char *template = g_strdup_printf("story-%s", number);
    Paper *paper = paper_new(template, candidate->fields);
    if (unit_has(candidate->unit, candidate->section, "long-story")) {
        guint n_blocks = paper->blocks->len;
        for (glong length = 0, i = 0; length < STORY_LONG; i++) {
            const PaperBlock *block = g_ptr_array_index(paper->blocks, 2 + (guint)i % (n_blocks - 2));
            g_autofree char *text = g_strdup(block->text);
            length += g_utf8_strlen(text, -1);
            paper_add(paper, block->kind, text);
        }
    }
    office_type(candidate->unit, sink, "事迹材料", paper, FALSE);
}

static void write_list(Candidate *candidate, Sink *sink) {
    g_autofree char *form = unit_value(candidate->unit, candidate->section, "list", "csv");
    if (g_str_equal(form, "docx")) {
        office_type(candidate->unit, sink, "案件清单", paper_new("case-list", candidate->fields), FALSE);
        return;
    }
    GString *out = g_string_new("序号,文书文号,案件类型,当事人,角色\r\n");
    for (guint i = 0; i < candidate->claims->len; i++) {
        const Claim *claim = &g_array_index(candidate->claims, Claim, i);
        g_string_append_printf(out, "%u,%s,%s,%s,%s\r\n", i + 1, claim->number, claim->kind, claim->party,
                               claim->role);
    }
    g_autofree char *utf8 = g_string_free(out, FALSE);
    if (g_str_equal(form, "csv-gbk")) {
        gsize size;
        g_autofree char *raw = g_convert(utf8, -1, "GB18030", "UTF-8", NULL, &size, NULL);
        g_autoptr(GBytes) bytes = g_bytes_new(raw, size);
        sink_put(sink, "案件清单.csv", bytes);
        return;
    }
    g_autofree char *with_mark = g_strconcat("\xef\xbb\xbf", utf8, NULL);
    sink_put_text(sink, "案件清单.csv", with_mark);
}

static void write_proofs(Candidate *candidate, Sink *sink) {
    g_autofree char *form = unit_value(candidate->unit, candidate->section, "proof", "docx");
    if (g_str_equal(form, "docx")) {
        office_type(candidate->unit, sink, "证明材料/参与办案证明",
                    paper_new("participation", candidate->fields), FALSE);
        return;
    }
    g_auto(GStrv) unproved = unit_list(candidate->unit, candidate->section, "unproved");
    for (guint i = 0; i < candidate->claims->len; i++) {
        const Claim *claim = &g_array_index(candidate->claims, Claim, i);
        if (g_strv_contains((const char *const *)unproved, claim->number)) continue;
        fields_put(candidate->fields, "claim-number", claim->number);
        fields_put(candidate->fields, "claim-kind", claim->kind);
        fields_put(candidate->fields, "claim-party", claim->party);
        fields_put(candidate->fields, "claim-role", claim->role);
        g_autofree char *path = g_strdup_printf("证明材料/%s", claim->number);
        g_autofree char *label =
            g_strdup_printf("%s %s %s", candidate->unit->id, candidate->officer->name, claim->number);
        OfficeScan how = {.label = label, .max_pages = 1};
        office_scan(candidate->unit, sink, path, paper_new("participation-one", candidate->fields), &how);
    }
}

static void write_certificate(Candidate *candidate, Sink *sink) {
    if (is_without(candidate, "廉洁证明")) return;
    g_autofree char *form = unit_value(candidate->unit, candidate->section, "certificate", "scan");
    Paper *paper = paper_new("integrity", candidate->fields);
    if (g_str_equal(form, "docx")) {
        office_type(candidate->unit, sink, "廉洁证明", paper, FALSE);
        return;
    }
    g_autofree char *label = g_strdup_printf("%s %s 廉洁证明", candidate->unit->id, candidate->officer->name);
    OfficeScan how = {.format = "jpg", .label = label, .max_pages = 1};
    office_scan(candidate->unit, sink, "廉洁证明", paper, &how);
}

static void candidate_init(Candidate *candidate, const Unit *unit, const char *section) {
    g_autofree char *number = unit_need(unit, section, "officer");
    *candidate = (Candidate){.unit = unit, .section = section};
    candidate->officer = unit_officer(unit, (guint)strtoul(number, NULL, 10));
    candidate->fields = unit_fields(unit);
    candidate->claims = g_array_new(FALSE, FALSE, sizeof(Claim));
    candidate->texts = g_ptr_array_new_with_free_func(g_free);
    put_person(candidate);
}

static void candidate_clear(Candidate *candidate) {
    g_hash_table_unref(candidate->fields);
    g_array_unref(candidate->claims);
    g_ptr_array_unref(candidate->texts);
}

void candidate_write(const Unit *unit, const char *section, Sink *sink) {
    Candidate candidate;
    candidate_init(&candidate, unit, section);
    const CaseFile *file = candidate_file(&candidate);
    add_claims(&candidate, "lead", "主办");
    add_claims(&candidate, "member", "参与");
    put_claims(&candidate);
    put_file(&candidate, file);
    g_autofree char *path = g_strdup_printf("先进个人/%s", candidate.officer->name);
    Sink *folder = sink_below(sink, path);
    office_type(unit, folder, "推荐表", paper_new("candidate-form", candidate.fields), FALSE);
    write_certificate(&candidate, folder);
    write_story(&candidate, folder);
    write_list(&candidate, folder);
    if (!is_without(&candidate, "案件调查情况说明")) {
        office_type(unit, folder, "案件调查情况说明", paper_new("role-statement", candidate.fields), FALSE);
    }
    Sink *files = sink_below(folder, "案卷");
    casefile_write(unit, file, files, CASEFILE_SLIM | CASEFILE_MENDED);
    sink_close(files);
    write_proofs(&candidate, folder);
    sink_close(folder);
    candidate_clear(&candidate);
}

void legal_candidate_write(const Unit *unit, const char *section, Sink *sink) {
    Candidate candidate;
    candidate_init(&candidate, unit, section);
    g_autofree char *path = g_strdup_printf("法制先进个人/%s", candidate.officer->name);
    Sink *folder = sink_below(sink, path);
    office_type(unit, folder, "推荐表", paper_new("legal-form", candidate.fields), FALSE);
    office_type(unit, folder, "事迹材料", paper_new("story-legal", candidate.fields), FALSE);
    sink_close(folder);
    candidate_clear(&candidate);
}
