#include "catalogue.h"

#include <string.h>

#include "csv.h"
#include "fault.h"
#include "fileio.h"
#include "lang.h"
#include "phrase.h"
#include "profile.h"

typedef struct { char *zh, *en; } Words;
/* level, cost 0: that of the entry, else Level + 1, Cost + 1 */
typedef struct { char *id; int level, cost; Words *sentence, *remedy, *reason; } Variant;
typedef struct { char *code; int level, cost; Words *sentence, *remedy, *reason, *source; GPtrArray *variants; } Entry;
/* What is added where a finding names a note that lies in the file already ("noted"): at the end of the sentence, before
 * the remedy, and before that of an error, which is told again whatever the note says. */
typedef struct { Words *told, *mended, *stays; } Noted;
/* What is added where a finding follows from a date that is apparently a slip ("suspect-right"): at the end of the sentence, and before
 * the remedy. */
typedef struct { Words *told, *mended; } Suspected;
typedef struct { Noted *noted; Suspected *suspected; GPtrArray *entries; } EntryList;

typedef struct { char *what; Level before, now; } Change; /* by the profile */

struct Catalogue {
    EntryList *list;
    GHashTable *by_code; /* borrowed code → Entry */
    GArray *changes; /* Change */
};

const char *const cost_ids[] = {"none", "person", "quantity", "mark", "slot", "award", "package", NULL};
static const char *const variant_levels[] = {"", "info", "warning", "error", "fatal", NULL};
static const char *const variant_costs[] = {"", "none", "person", "quantity", "mark", "slot", "award", "package", NULL};

static const RecordField words_fields[] = {FIELD_STRING_REQ(Words, zh, "zh"), FIELD_STRING_REQ(Words, en, "en"), FIELD_END};
static const RecordType words_type = {"words", NULL, sizeof(Words), words_fields};
static const RecordField variant_fields[] = {
    FIELD_STRING_REQ(Variant, id, "id"), FIELD_ENUM(Variant, level, "level", variant_levels),
    FIELD_ENUM(Variant, cost, "cost", variant_costs), FIELD_CHILD(Variant, sentence, "sentence", &words_type),
    FIELD_CHILD(Variant, remedy, "remedy", &words_type), FIELD_CHILD(Variant, reason, "reason", &words_type), FIELD_END};
static const RecordType variant_type = {"variant", NULL, sizeof(Variant), variant_fields};
static const RecordField entry_fields[] = {
    FIELD_STRING_REQ(Entry, code, "code"), FIELD_ENUM_REQ(Entry, level, "level", level_ids), FIELD_ENUM_REQ(Entry, cost, "cost", cost_ids),
    FIELD_CHILD_REQ(Entry, sentence, "sentence", &words_type), FIELD_CHILD_REQ(Entry, remedy, "remedy", &words_type),
    FIELD_CHILD_REQ(Entry, reason, "reason", &words_type), FIELD_CHILD_REQ(Entry, source, "source", &words_type),
    FIELD_LIST(Entry, variants, "variant", &variant_type), FIELD_END};
static const RecordType entry_type = {"finding", NULL, sizeof(Entry), entry_fields};
static const RecordField noted_fields[] = {
    FIELD_CHILD_REQ(Noted, told, "told", &words_type), FIELD_CHILD_REQ(Noted, mended, "mended", &words_type),
    FIELD_CHILD_REQ(Noted, stays, "stays", &words_type), FIELD_END};
static const RecordType noted_type = {"noted", NULL, sizeof(Noted), noted_fields};
static const RecordField suspected_fields[] = {FIELD_CHILD_REQ(Suspected, told, "told", &words_type),
                                               FIELD_CHILD_REQ(Suspected, mended, "mended", &words_type), FIELD_END};
static const RecordType suspected_type = {"suspected", NULL, sizeof(Suspected), suspected_fields};
static const RecordField list_fields[] = {FIELD_CHILD(EntryList, noted, "noted", &noted_type),
                                          FIELD_CHILD(EntryList, suspected, "suspected", &suspected_type),
                                          FIELD_LIST(EntryList, entries, "finding", &entry_type), FIELD_END};
static const RecordType list_type = {"catalogue", "urn:anjuan:catalogue", sizeof(EntryList), list_fields};

/* ---- reading ---- */

static gboolean words_check(const Words *words, GError **error)
{
    return !words || (phrase_check(words->zh, error) && phrase_check(words->en, error));
}

static gboolean entry_check(const Entry *entry, GError **error)
{
    if (!words_check(entry->sentence, error) || !words_check(entry->remedy, error))
        return FALSE;
    for (guint i = 0; i < entry->variants->len; i++) {
        const Variant *variant = entry->variants->pdata[i];
        if (!words_check(variant->sentence, error) || !words_check(variant->remedy, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean index_entries(Catalogue *catalogue, const char *path, GError **error)
{
    const Noted *noted = catalogue->list->noted;
    const Suspected *suspected = catalogue->list->suspected;
    if ((noted && !(words_check(noted->told, error) && words_check(noted->mended, error) && words_check(noted->stays, error))) ||
        (suspected && !(words_check(suspected->told, error) && words_check(suspected->mended, error)))) {
        g_prefix_error(error, "%s：", path);
        return FALSE;
    }
    for (guint i = 0; i < catalogue->list->entries->len; i++) {
        Entry *entry = catalogue->list->entries->pdata[i];
        if (!entry_check(entry, error)) {
            g_prefix_error(error, "%s：%s：", path, entry->code);
            return FALSE;
        }
        if (!g_hash_table_insert(catalogue->by_code, entry->code, entry))
            return fault_input(error, FAULT_BAD, tr("%s：代码 %s 出现两次", "%s: code %s stands twice"), path, entry->code);
    }
    return TRUE;
}

static void change_clear(gpointer change)
{
    g_free(((Change *)change)->what);
}

Catalogue *catalogue_read(const char *path, GError **error)
{
    g_autofree char *installed = path ? NULL : file_data_path("rules/findings.xml");
    path = path ? path : installed;
    EntryList *list = record_read(&list_type, path, error);
    if (!list)
        return NULL;
    g_autoptr(Catalogue) catalogue = g_new0(Catalogue, 1);
    catalogue->list = list;
    catalogue->by_code = g_hash_table_new(g_str_hash, g_str_equal);
    catalogue->changes = g_array_new(FALSE, FALSE, sizeof(Change));
    g_array_set_clear_func(catalogue->changes, change_clear);
    if (!index_entries(catalogue, path, error))
        return NULL;
    return g_steal_pointer(&catalogue);
}

void catalogue_free(Catalogue *catalogue)
{
    if (!catalogue)
        return;
    g_hash_table_unref(catalogue->by_code);
    g_array_unref(catalogue->changes);
    record_free(&list_type, catalogue->list);
    g_free(catalogue);
}

/* ---- finding the words ---- */

static const Entry *entry_find(const Catalogue *catalogue, const char *code)
{
    return g_hash_table_lookup(catalogue->by_code, code);
}

static const Variant *variant_find(const Entry *entry, const char *id)
{
    for (guint i = 0; id && i < entry->variants->len; i++) {
        const Variant *variant = entry->variants->pdata[i];
        if (strcmp(variant->id, id) == 0)
            return variant;
    }
    return NULL;
}

/* What the profile at PATH says at INDEX cannot be: PROBLEM, and what to do. */
static gboolean refuse_level(const char *path, guint index, const ProfileLevel *given, const char *problem, GError **error)
{
    return fault_input(error, FAULT_BAD, tr("%s 第%d行 <level>：“%s%s%s”%s", "%s:%d: <level>: '%s%s%s' %s"), path, profile_line(path, index),
                       given->code, given->variant ? " " : "", given->variant ? given->variant : "", problem);
}

static void note_change(Catalogue *catalogue, const ProfileLevel *given, int before)
{
    Change change = {g_strjoin(" ", given->code, given->variant, NULL), (Level)before, (Level)given->level};
    g_array_append_val(catalogue->changes, change);
}

static gboolean set_level(Catalogue *catalogue, const ProfileLevel *given, guint index, const char *path, GHashTable *seen, GError **error)
{
    Entry *entry = (Entry *)entry_find(catalogue, given->code);
    Variant *variant = entry ? (Variant *)variant_find(entry, given->variant) : NULL;
    if (!entry || (given->variant && !variant))
        return refuse_level(path, index, given, tr("不是检查项目；全部代码见 anjuan check --list-findings",
                                                   "is no finding; see anjuan check --list-findings"), error);
    if (!g_hash_table_add(seen, g_strjoin(" ", given->code, given->variant, NULL)))
        return refuse_level(path, index, given, tr("已在前面定过级别；请只留一行", "was given a level before; keep one of the lines"), error);
    note_change(catalogue, given, variant && variant->level > 0 ? variant->level - 1 : entry->level);
    if (variant)
        variant->level = given->level + 1;
    else
        entry->level = given->level;
    return TRUE;
}

gboolean catalogue_set_levels(Catalogue *catalogue, const char *path, GError **error)
{
    if (!path)
        return TRUE;
    g_autoptr(Profile) profile = profile_read(path, error);
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    if (!profile)
        return FALSE;
    for (guint i = 0; i < profile->levels->len; i++)
        if (!set_level(catalogue, profile->levels->pdata[i], i, path, seen, error))
            return FALSE;
    return TRUE;
}

char *catalogue_changes(const Catalogue *catalogue)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < catalogue->changes->len; i++) {
        const Change *change = &g_array_index(catalogue->changes, Change, i);
        g_string_append_printf(text, "%s%s %s → %s", i > 0 ? tr("；", "; ") : "", change->what, level_printed(change->before), level_printed(change->now));
    }
    return g_string_free(g_steal_pointer(&text), FALSE);
}

static const char *words_chosen(const Words *words)
{
    return tr(words->zh, words->en);
}

bool catalogue_has(const Catalogue *catalogue, const char *code, const char *variant)
{
    const Entry *entry = entry_find(catalogue, code);
    return entry && (!variant || variant_find(entry, variant));
}

Finding *catalogue_add(const Catalogue *catalogue, GPtrArray *findings, const char *code, const char *variant, const char *casefile,
                       const char *file, const char *place)
{
    const Entry *entry = entry_find(catalogue, code);
    const Variant *chosen = entry ? variant_find(entry, variant) : NULL;
    g_assert(entry && (!variant || chosen));
    Finding *finding = record_add(findings, &finding_type);
    finding->code = g_strdup(code);
    finding->variant = g_strdup(variant);
    finding->level = chosen && chosen->level > 0 ? chosen->level - 1 : entry->level;
    finding->casefile = g_strdup(casefile);
    finding->file = g_strdup(file);
    finding->place = g_strdup(place);
    return finding;
}

/* What stands in for a sentence of a code that the catalogue does not know. */
static char *bare_sentence(const Finding *finding)
{
    g_autoptr(GString) text = g_string_new(finding->code);
    for (guint i = 0; i < finding->params->len; i++) {
        const Param *param = finding->params->pdata[i];
        g_string_append_printf(text, " %s=%s", param->name, param->value ? param->value : "");
    }
    return g_string_free(g_steal_pointer(&text), FALSE);
}

/* What the catalogue adds to TEMPLATE where FINDING names a note; NULL when it names none, or TEMPLATE does itself. */
static const Noted *noted_added(const Catalogue *catalogue, const Finding *finding, const char *template)
{
    const char *noted = finding_value(finding, "noted");
    return noted && noted[0] != '\0' && !strstr(template, "{noted") ? catalogue->list->noted : NULL;
}

/* The same where FINDING follows from a date that is apparently a slip; NULL when it does not. */
static const Suspected *suspected_added(const Catalogue *catalogue, const Finding *finding)
{
    return finding_value(finding, "suspect-right") ? catalogue->list->suspected : NULL;
}

/* The bytes of TEXT before its full stop. */
static gssize before_stop(const char *text)
{
    const char *stop = tr("。", ".");
    return (gssize)(strlen(text) - (g_str_has_suffix(text, stop) ? strlen(stop) : 0));
}

/* Puts TOLD (NULL: nothing) before the full stop of SENTENCE. */
static void insert_told(GString *sentence, const Words *told, const Finding *finding)
{
    if (!told)
        return;
    g_autofree char *filled = phrase_fill(words_chosen(told), finding);
    g_string_insert(sentence, before_stop(sentence->str), filled);
}

char *catalogue_sentence(const Catalogue *catalogue, const Finding *finding)
{
    const Entry *entry = entry_find(catalogue, finding->code);
    if (!entry)
        return bare_sentence(finding);
    const Variant *variant = variant_find(entry, finding->variant);
    const char *template = words_chosen(variant && variant->sentence ? variant->sentence : entry->sentence);
    const Noted *noted = noted_added(catalogue, finding, template);
    const Suspected *suspected = suspected_added(catalogue, finding);
    g_autofree char *filled = phrase_fill(template, finding);
    g_autoptr(GString) sentence = g_string_new(filled);
    insert_told(sentence, suspected ? suspected->told : NULL, finding);
    insert_told(sentence, noted ? noted->told : NULL, finding);
    return g_string_free(g_steal_pointer(&sentence), FALSE);
}

char *catalogue_remedy(const Catalogue *catalogue, const Finding *finding)
{
    const Entry *entry = entry_find(catalogue, finding->code);
    if (!entry)
        return g_strdup("");
    const Variant *variant = variant_find(entry, finding->variant);
    const char *template = words_chosen(variant && variant->remedy ? variant->remedy : entry->remedy);
    const Noted *noted = noted_added(catalogue, finding, template);
    const Suspected *suspected = suspected_added(catalogue, finding);
    g_autofree char *filled = phrase_fill(template, finding),
                    *first = suspected ? phrase_fill(words_chosen(suspected->mended), finding) : g_strdup("");
    if (!noted)
        return g_strconcat(first, filled, NULL);
    g_autofree char *mended =
        phrase_fill(words_chosen(finding->level < LEVEL_ERROR ? noted->mended : noted->stays), finding);
    return g_strconcat(mended, first, filled, NULL);
}

const char *catalogue_reason(const Catalogue *catalogue, const char *code)
{
    const Entry *entry = entry_find(catalogue, code);
    return entry ? words_chosen(entry->reason) : "";
}

const char *catalogue_reason_of(const Catalogue *catalogue, const Finding *finding)
{
    const Entry *entry = entry_find(catalogue, finding->code);
    const Variant *variant = entry ? variant_find(entry, finding->variant) : NULL;
    return variant && variant->reason ? words_chosen(variant->reason) : catalogue_reason(catalogue, finding->code);
}

Cost catalogue_cost(const Catalogue *catalogue, const Finding *finding)
{
    const Entry *entry = entry_find(catalogue, finding->code);
    const Variant *variant = entry ? variant_find(entry, finding->variant) : NULL;
    if (variant && variant->cost > 0)
        return (Cost)(variant->cost - 1);
    return entry ? (Cost)entry->cost : COST_NONE;
}

static int compare_costs(gconstpointer left, gconstpointer right, gpointer catalogue)
{
    const Finding *a = *(Finding *const *)left, *b = *(Finding *const *)right;
    if (a->level != b->level)
        return b->level - a->level;
    return (int)catalogue_cost(catalogue, b) - (int)catalogue_cost(catalogue, a);
}

void catalogue_sort_by_cost(const Catalogue *catalogue, GPtrArray *findings)
{
    g_ptr_array_sort_with_data(findings, compare_costs, (gpointer)catalogue);
}

const char *level_printed(Level level)
{
    static const char *const chinese[] = {"提示", "请核实", "须补正", "退回"};
    return lang_get() == LANG_ZH ? chinese[level] : level_ids[level];
}

guint catalogue_count(const Catalogue *catalogue)
{
    return catalogue->list->entries->len;
}

const char *catalogue_code(const Catalogue *catalogue, guint index)
{
    return ((const Entry *)catalogue->list->entries->pdata[index])->code;
}

void catalogue_digest(const Catalogue *catalogue, char hex[65])
{
    record_digest(&list_type, catalogue->list, hex);
}

/* ---- the list for people ---- */

/* What stands for a value of each form in the list. */
static const struct { const char *form, *zh, *en; } stand_ins[] = {
    {"date", "某日", "DATE"}, {"instant", "某时", "TIME"},      {"month", "某月", "MONTH"},        {"number", "N", "N"},       {"money", "N", "N"},
    {"bytes", "N", "N"},      {"percent", "N", "N"},            {"place", "某处", "PLACE"},        {"kind", "某类", "KIND"},   {"field", "某事项", "FIELD"},
    {"doctype", "某文书", "DOCUMENT"}, {"filetype", "某类文件", "FORMAT"}, {"reason", "某原因", "REASON"}, {"table", "某", "TABLE"}};

static const char *stand_in(const char *form, size_t length)
{
    for (size_t i = 0; i < G_N_ELEMENTS(stand_ins); i++)
        if (strlen(stand_ins[i].form) == length && strncmp(stand_ins[i].form, form, length) == 0)
            return tr(stand_ins[i].zh, stand_ins[i].en);
    return "…";
}

/* A template as people read it, without the brackets of optional parts: {from:date} → 某日, {name} → …. */
static char *template_shown(const char *template)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (const char *p = template; *p; p++) {
        const char *end = *p == '{' ? strchr(p, '}') : NULL;
        if (end) {
            const char *colon = memchr(p, ':', (size_t)(end - p));
            g_string_append(text, colon ? stand_in(colon + 1, (size_t)(end - colon - 1)) : "…");
            p = end;
        } else if (*p != '[' && *p != ']') {
            g_string_append_c(text, *p);
        }
    }
    return g_string_free(g_steal_pointer(&text), FALSE);
}

/* An entry (VARIANT NULL) or a variant of it as it is printed: what the variant does not say is as in the entry. */
typedef struct { const char *variant; Level level; char *sentence, *remedy; const char *reason; } Shown;

static void shown_clear(Shown *shown)
{
    g_free(shown->sentence);
    g_free(shown->remedy);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Shown, shown_clear)

static Shown shown_of(const Entry *entry, const Variant *variant)
{
    const Words *sentence = variant && variant->sentence ? variant->sentence : entry->sentence;
    const Words *remedy = variant && variant->remedy ? variant->remedy : entry->remedy;
    const Words *reason = variant && variant->reason ? variant->reason : entry->reason;
    int level = variant && variant->level > 0 ? variant->level - 1 : entry->level;
    return (Shown){variant ? variant->id : "", (Level)level, template_shown(words_chosen(sentence)), template_shown(words_chosen(remedy)),
                   words_chosen(reason)};
}

static void print_text(const Entry *entry, FILE *stream)
{
    g_auto(Shown) own = shown_of(entry, NULL);
    fprintf(stream, "%s  %s\n  %s\n", entry->code, level_printed(own.level), own.sentence);
    fprintf(stream, tr("  补正要求：%s\n  影响：%s\n", "  What to do: %s\n  Why: %s\n"), own.remedy, own.reason);
    if (words_chosen(entry->source)[0] != '\0')
        fprintf(stream, tr("  依据：%s\n", "  Source: %s\n"), words_chosen(entry->source));
    for (guint i = 0; i < entry->variants->len; i++) {
        const Variant *variant = entry->variants->pdata[i];
        g_auto(Shown) shown = shown_of(entry, variant);
        fprintf(stream, tr("  或（%s，%s）：%s\n", "  or (%s, %s): %s\n"), shown.variant, level_printed(shown.level), shown.sentence);
        if (variant->remedy)
            fprintf(stream, tr("    补正要求：%s\n", "    What to do: %s\n"), shown.remedy);
        if (variant->reason)
            fprintf(stream, tr("    影响：%s\n", "    Why: %s\n"), shown.reason);
    }
    fputc('\n', stream);
}

static void put_row(CsvWriter *csv, const Entry *entry, const Variant *variant)
{
    g_auto(Shown) shown = shown_of(entry, variant);
    const char *const cells[] = {entry->code,  shown.variant, level_ids[shown.level],      shown.sentence,
                                 shown.remedy, shown.reason,  words_chosen(entry->source)};
    csv_put_texts(csv, cells, G_N_ELEMENTS(cells));
    csv_end_row(csv);
}

static void print_csv(const EntryList *list, FILE *stream)
{
    static const char *const header[] = {"代码", "情形", "级别", "说明", "补正要求", "影响", "依据"};
    g_autoptr(GString) out = g_string_new(NULL);
    CsvWriter csv;
    csv_writer_init(&csv, out);
    csv_put_texts(&csv, header, G_N_ELEMENTS(header));
    csv_end_row(&csv);
    for (guint i = 0; i < list->entries->len; i++) {
        const Entry *entry = list->entries->pdata[i];
        put_row(&csv, entry, NULL);
        for (guint j = 0; j < entry->variants->len; j++)
            put_row(&csv, entry, entry->variants->pdata[j]);
    }
    fwrite(out->str, 1, out->len, stream);
}

void catalogue_print(const Catalogue *catalogue, const char *format, FILE *stream)
{
    if (strcmp(format, "csv") == 0) {
        print_csv(catalogue->list, stream);
    } else if (strcmp(format, "xml") == 0) {
        size_t size;
        g_autofree char *data = record_format(&list_type, catalogue->list, &size);
        fwrite(data, 1, size, stream);
    } else {
        for (guint i = 0; i < catalogue->list->entries->len; i++)
            print_text(catalogue->list->entries->pdata[i], stream);
    }
}
