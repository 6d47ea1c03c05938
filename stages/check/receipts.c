/* Service receipts: which document each one serves, and when. */
#include <string.h>

#include "casegroup.h"
#include "text.h"

static const char receipt_type_id[] = "service-receipt";

static void add_numbered(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    CaseGroup *group = data;
    const Field *field = document_value(document, "doc-number");
    if (field && strcmp(document->type, receipt_type_id) != 0 && !g_hash_table_contains(group->numbered, field_key(field)))
        g_hash_table_insert(group->numbered, (gpointer)field_key(field), document->type);
}

/* The type of the document of the group whose own number KEY is; NULL for none. */
static const char *type_of_number(const CaseGroup *group, const char *key)
{
    return g_hash_table_lookup(group->numbered, key);
}

/* 撤销行政处罚决定书的决定 names another paper than the one that it is. */
static const char *type_of_part(const CheckRules *rules, const char *part)
{
    for (guint i = 0; !strstr(part, "撤销") && i < rules->cases->served->len; i++) {
        const ServedRule *rule = rules->cases->served->pdata[i];
        if (text_has_any_of(part, rule->words) && !text_has_any_of(part, rule->unless))
            return rule->doctype;
    }
    return NULL;
}

/* The parts of a list of papers, or of the name of a file that holds several. */
static char **parts_of_words(const char *words)
{
    static const char *const marks[] = {"，", "；", "及", "和", ",", ";"};
    g_autoptr(GString) list = g_string_new(words);
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
        g_string_replace(list, marks[i], "、", 0);
    return g_strsplit(list->str, "、", -1);
}

/* Adds the types that WORDS tell, each part of a list by itself: 责令改正违法行为决定书、行政处罚事先告知书. */
static void add_types_of_words(const CheckRules *rules, const char *words, GPtrArray *types)
{
    g_auto(GStrv) parts = parts_of_words(words);
    for (char **part = parts; *part; part++) {
        const char *type = type_of_part(rules, *part);
        if (type)
            g_ptr_array_add(types, (gpointer)type);
    }
}

/* True when TYPE is among TYPES; NULL stands for none at all. */
static bool is_among(const GPtrArray *types, const char *type)
{
    return type ? g_ptr_array_find_with_equal_func((GPtrArray *)types, type, g_str_equal, NULL) : types->len == 0;
}

/* ---- the number of a corrected paper, which the name of the correction quotes ---- */

/* True when NUMBER is not that of a paper that RECEIPT serves but of the one that is corrected by it: 关于更正行政处罚决定书的通知
 * （…罚〔2016〕17号）.  A part of the list that names the paper of that number serves it after all. */
static bool is_of_corrected(const CheckRules *rules, const CaseGroup *group, const Document *receipt, const Field *number)
{
    static const char correction_type_id[] = "correction-notice";
    const char *of = type_of_number(group, field_key(number));
    g_autoptr(GPtrArray) types = g_ptr_array_new();
    if (!of || strcmp(of, correction_type_id) == 0)
        return false;
    add_types_of_words(rules, number->quote ? number->quote : "", types);
    for (guint i = 0; types->len == 0 && i < receipt->fields->len; i++) {
        const Field *field = receipt->fields->pdata[i];
        if (strcmp(field->id, "served-document") == 0)
            add_types_of_words(rules, field->value, types);
    }
    return is_among(types, correction_type_id) && !is_among(types, of);
}

typedef struct { const CheckRules *rules; CaseGroup *group; } Noting;

static void note_corrected(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    const Noting *noting = data;
    bool receipt = strcmp(document->type, receipt_type_id) == 0;
    for (guint i = 0; receipt && i < document->fields->len; i++) {
        Field *field = document->fields->pdata[i];
        if (casegroup_is_served_number(noting->group, field) && is_of_corrected(noting->rules, noting->group, document, field))
            g_hash_table_add(noting->group->corrected, field);
    }
}

void casegroup_note_numbers(const CheckRules *rules, CaseGroup *group)
{
    g_hash_table_remove_all(group->corrected);
    casegroup_each_document(group, add_numbered, group);
    casegroup_each_document(group, note_corrected, &(Noting){rules, group});
    if (g_hash_table_size(group->corrected) > 0)
        documentindex_drop(group->index); /* which may know receipts by such a number */
}

bool casegroup_is_served_number(const CaseGroup *group, const Field *field)
{
    return strcmp(field->id, "served-number") == 0 && !g_hash_table_contains(group->corrected, field);
}

/* ---- what a receipt serves ---- */

/* Adds the types of the documents whose numbers RECEIPT names; false when it names one that none has, or none. */
static bool add_types_of_numbers(const CaseGroup *group, const Document *receipt, GPtrArray *types)
{
    guint named = 0;
    for (guint i = 0; i < receipt->fields->len; i++) {
        const Field *field = receipt->fields->pdata[i];
        if (!casegroup_is_served_number(group, field))
            continue;
        const char *type = type_of_number(group, field_key(field));
        if (type)
            g_ptr_array_add(types, (gpointer)type);
        named++;
    }
    return named > 0 && types->len == named;
}

/* The types of the documents that a receipt serves, by the numbers it names, by its words where these do not
 * tell all, else by the name of FILE; empty when it does not tell.  Borrowed strings; caller unrefs. */
static GPtrArray *receipt_serves(const CheckRules *rules, const CaseGroup *group, const SubFile *file, const Document *receipt)
{
    GPtrArray *types = g_ptr_array_new();
    bool told = add_types_of_numbers(group, receipt, types);
    for (guint i = 0; !told && i < receipt->fields->len; i++) {
        const Field *field = receipt->fields->pdata[i];
        if (strcmp(field->id, "served-document") == 0)
            add_types_of_words(rules, field->value, types);
    }
    if (types->len == 0)
        add_types_of_words(rules, file->telling, types);
    return types;
}

static bool receipt_serves_type(const CheckRules *rules, const CaseGroup *group, const SubFile *file,
                                const Document *receipt, const char *type)
{
    g_autoptr(GPtrArray) types = receipt_serves(rules, group, file, receipt);
    return is_among(types, type);
}

/* True when FILE stands for a receipt that was not read, a scan as a rule. */
static bool is_unread_receipt(const SubFile *file)
{
    return !subfile_document(file, receipt_type_id) && subfile_stands_for(file, receipt_type_id);
}

bool casegroup_name_serves(const CheckRules *rules, const SubFile *file, const char *type)
{
    g_autoptr(GPtrArray) types = g_ptr_array_new();
    add_types_of_words(rules, file->telling, types);
    return is_among(types, type);
}

/* True when FILE is the scan of a receipt that was read; one of several pages may hold others besides. */
static bool is_receipt_copy(const CaseGroup *group, const SubFile *file)
{
    return (!file->scan || file->scan->pages <= 1) && casegroup_is_copy(group, file, receipt_type_id);
}

/* Receipts in FILE that were read and serve TYPE, or that tell nothing when TYPE is NULL. */
static int count_in_file(const CheckRules *rules, const CaseGroup *group, const SubFile *file, const char *type)
{
    int count = 0;
    for (guint i = 0; i < file->facts->documents->len; i++) {
        const Document *document = file->facts->documents->pdata[i];
        if (strcmp(document->type, receipt_type_id) == 0)
            count += receipt_serves_type(rules, group, file, document, type);
    }
    return count;
}

int casegroup_receipts(const CheckRules *rules, const CaseGroup *group, const char *type)
{
    int count = 0;
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        if (is_unread_receipt(file))
            count += casegroup_name_serves(rules, file, type) && !is_receipt_copy(group, file);
        else
            count += count_in_file(rules, group, file, type);
    }
    return count;
}

/* ---- the order that is given again ---- */

/* Which of two papers of one type WORDS tell of: the one with a mark (再次责令改正决定书), the one without. */
typedef struct { bool marked, unmarked; } TellsOf;

static TellsOf tells_of(const CheckRules *rules, const char *words, const char *type, const char *const *marks)
{
    static const char *const first[] = {"首次", "第一次", "一次", "两次", "初次", NULL};
    g_auto(GStrv) parts = parts_of_words(words);
    TellsOf of = {.unmarked = text_has_any(words, first)};
    for (char **part = parts; *part; part++) {
        if (g_strcmp0(type_of_part(rules, *part), type) != 0)
            continue;
        const bool marked = text_has_any(*part, marks);
        of.marked |= marked;
        of.unmarked |= !marked;
    }
    return of;
}

bool casegroup_words_tell_both(const CheckRules *rules, const char *words, const char *type, const char *const *marks)
{
    const TellsOf of = tells_of(rules, words, type, marks);
    return of.marked && of.unmarked;
}

/* True when WORDS tell of an order given again, and of no other: neither 责令改正决定书、再次责令改正决定书 nor 两次责令改正. */
static bool tells_order_again(const CheckRules *rules, const char *words)
{
    static const char *const again[] = {"再次", "第二次", "二次", NULL};
    const TellsOf of = tells_of(rules, words, "rectification-order", again);
    return of.marked && !of.unmarked;
}

/* What RECEIPT says that it served, else the name of FILE. */
static bool serves_order_again(const CheckRules *rules, const SubFile *file, const Document *receipt)
{
    g_autoptr(GString) told = g_string_new(NULL);
    for (guint i = 0; i < receipt->fields->len; i++) {
        const Field *field = receipt->fields->pdata[i];
        if (strcmp(field->id, "served-document") == 0)
            g_string_append_printf(told, "%s、", field->value);
    }
    return tells_order_again(rules, told->len > 0 ? told->str : file->telling);
}

GPtrArray *casegroup_receipts_of_again(const CheckRules *rules, const CaseGroup *group)
{
    GPtrArray *files = g_ptr_array_new();
    for (guint i = 0; i < group->files->len; i++) {
        SubFile *file = group->files->pdata[i];
        if (is_unread_receipt(file) && !is_receipt_copy(group, file) && tells_order_again(rules, file->telling))
            g_ptr_array_add(files, file);
        for (guint j = 0; j < file->facts->documents->len; j++) {
            const Document *receipt = file->facts->documents->pdata[j];
            if (strcmp(receipt->type, receipt_type_id) == 0 && !casegroup_names_known(group, receipt) &&
                serves_order_again(rules, file, receipt))
                g_ptr_array_add(files, file);
        }
    }
    return files;
}

static int count_read(const SubFile *file)
{
    int count = 0;
    for (guint i = 0; i < file->facts->documents->len; i++)
        count += strcmp(((const Document *)file->facts->documents->pdata[i])->type, receipt_type_id) == 0;
    return count;
}

Untold casegroup_receipts_untold(const CheckRules *rules, const CaseGroup *group)
{
    Untold untold = {.files = g_ptr_array_new()};
    int scans = 0, bare_scans = 0, read = 0;
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        bool is_scan = is_unread_receipt(file);
        int bare = is_scan ? casegroup_name_serves(rules, file, NULL) : count_in_file(rules, group, file, NULL);
        untold.count += bare;
        scans += is_scan;
        bare_scans += is_scan ? bare : 0;
        read += count_read(file);
        if (bare > 0)
            g_ptr_array_add(untold.files, (gpointer)file);
    }
    /* a receipt that was read and tells, and of which no scan tells, may have its scan among those that do not */
    int typed = untold.count - bare_scans, copies = (read - typed) - (scans - bare_scans);
    untold.certain = typed + MAX(bare_scans - MAX(copies, 0), 0);
    return untold;
}

void untold_clear(Untold *untold)
{
    g_clear_pointer(&untold->files, g_ptr_array_unref);
}

/* ---- the scan of a receipt that was read ---- */

/* 1 when a number in the name of SCAN is one that RECEIPT serves, 0 when none is, -1 when either has none. */
static int names_served(const CaseGroup *group, const SubFile *scan, const Document *receipt)
{
    const GPtrArray *named = scan->facts->named_numbers;
    int served = -1;
    for (guint i = 0; i < receipt->fields->len; i++) {
        const Field *field = receipt->fields->pdata[i];
        if (!casegroup_is_served_number(group, field))
            continue;
        if (subfile_names_number(scan, field_key(field)))
            return 1;
        served = named->len > 0 ? 0 : -1;
    }
    return served;
}

bool casegroup_receipt_scanned(const CheckRules *rules, const CaseGroup *group, const SubFile *file, const Document *receipt)
{
    g_autoptr(GPtrArray) serves = receipt_serves(rules, group, file, receipt);
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *scan = group->files->pdata[i];
        if (scan->facts->documents->len > 0 || (!is_unread_receipt(scan) && !strstr(scan->base, "送达")))
            continue;
        const int served = names_served(group, scan, receipt);
        bool fits = served > 0 || (served < 0 && (serves->len == 0 || casegroup_name_serves(rules, scan, NULL)));
        for (guint j = 0; j < serves->len && served < 0 && !fits; j++)
            fits = casegroup_name_serves(rules, scan, serves->pdata[j]);
        if (fits)
            return true;
    }
    return false;
}

/* ---- a receipt with the number of nothing in the file ---- */

/* ---- a row a paper ---- */

/* The bytes of the row of the cell at PLACE, "T2R5C" of T2R5C2; 0 when it is in none. */
static size_t row_length(const char *place)
{
    const char *column = place && place[0] == 'T' ? strchr(place, 'C') : NULL;
    return column ? (size_t)(column + 1 - place) : 0;
}

/* The day of service in the row of the cell of TOLD; NULL when that row has none. */
static const Field *day_in_row(const Document *receipt, const Field *told)
{
    size_t length = row_length(told->place);
    for (guint i = 0; length > 0 && i < receipt->fields->len; i++) {
        const Field *field = receipt->fields->pdata[i];
        if (strcmp(field->id, "service-date") == 0 && field->status == VALUE_VALID && field->place &&
            strncmp(field->place, told->place, length) == 0)
            return field;
    }
    return NULL;
}

typedef struct {
    const CheckRules *rules;
    const CaseGroup *group;
    const char *type, *key; /* of the document served; key NULL: any of the type */
    GArray *services;       /* Served */
} Search;

/* When RECEIPT says that the document of SEARCH was served: in the row of its number, else of its name, where it has a row a
 * paper; else as the whole says. */
static const Field *day_served(const Search *search, const Document *receipt)
{
    const Field *of_name = NULL;
    for (guint i = 0; i < receipt->fields->len; i++) {
        const Field *field = receipt->fields->pdata[i];
        bool number = search->key && casegroup_is_served_number(search->group, field) &&
                      g_strcmp0(field_key(field), search->key) == 0;
        bool name = strcmp(field->id, "served-document") == 0 &&
                    g_strcmp0(type_of_part(search->rules, field->value), search->type) == 0;
        const Field *day = number || name ? day_in_row(receipt, field) : NULL;
        if (day && number)
            return day;
        of_name = of_name ? of_name : day;
    }
    return of_name ? of_name : document_value(receipt, "service-date");
}

/* One receipt may serve several documents. */
static bool serves_number(const CaseGroup *group, const Document *receipt, const char *key)
{
    for (guint i = 0; i < receipt->fields->len; i++) {
        const Field *field = receipt->fields->pdata[i];
        if (casegroup_is_served_number(group, field) && strcmp(field_key(field), key) == 0)
            return true;
    }
    return false;
}

/* Whether RECEIPT, which names a number that no document of the group has, may be that of a paper of TYPE that was not read. */
static bool may_serve_unread(const CheckRules *rules, const CaseGroup *group, const Document *receipt, const char *type)
{
    const Field *number = document_value(receipt, "served-number");
    return number && number->status == VALUE_VALID && casegroup_is_served_number(group, number) &&
           !casegroup_names_known(group, receipt) && casegroup_may_mean_unread(rules, group, type, field_key(number));
}

typedef struct {
    const CaseGroup *group;
    const SubFile *file;
    const Document *document;
} Unnamed;

/* The first document whose number no receipt names. */
static void look_unnamed(const SubFile *file, const Document *document, gpointer data)
{
    Unnamed *unnamed = data;
    if (unnamed->document)
        return;
    const Field *number = document_value(document, "doc-number");
    if (!number || number->status != VALUE_VALID || casegroup_receipts_naming(unnamed->group, document) > 0)
        return;
    unnamed->file = file;
    unnamed->document = document;
}

const Document *casegroup_receipt_meant(const CheckRules *rules, const CaseGroup *group, const SubFile *file,
                                        const Document *receipt, const SubFile **meant)
{
    bool is_receipt = strcmp(receipt->type, receipt_type_id) == 0;
    const Field *number = is_receipt ? document_value(receipt, "served-number") : NULL;
    bool astray = number && number->status == VALUE_VALID && casegroup_is_served_number(group, number) &&
                  !casegroup_names_known(group, receipt);
    if (!astray)
        return NULL;
    g_autoptr(GPtrArray) types = receipt_serves(rules, group, file, receipt);
    Unnamed unnamed = {.group = group};
    if (types->len > 0 && !may_serve_unread(rules, group, receipt, types->pdata[0]))
        casegroup_each_of(group, types->pdata[0], look_unnamed, &unnamed);
    *meant = unnamed.file;
    return unnamed.document;
}

/* ---- when ---- */

static void try_receipt(const SubFile *file, const Document *document, gpointer data)
{
    Search *search = data;
    bool names_it = search->key && serves_number(search->group, document, search->key);
    if (!names_it && (!receipt_serves_type(search->rules, search->group, file, document, search->type) ||
                      may_serve_unread(search->rules, search->group, document, search->type)))
        return;
    const Field *day = day_served(search, document);
    Served served = {day && day->status == VALUE_VALID ? day_parse_iso(day->value) : DAY_NONE, file, document, day};
    g_array_append_val(search->services, served);
}

GArray *casegroup_services(const CheckRules *rules, const CaseGroup *group, const char *type,
                           const Document *document)
{
    const Field *number = document_value(document, "doc-number");
    Search search = {rules, group, type, number ? number->key : NULL, g_array_new(FALSE, FALSE, sizeof(Served))};
    if (search.key)
        casegroup_each_receipt_for(group, search.key, try_receipt, &search);
    else
        casegroup_each_of(group, receipt_type_id, try_receipt, &search);
    return search.services;
}

static bool is_better(const Served *best, Day day, Day limit)
{
    if (best->day == DAY_NONE)
        return true;
    bool fits = limit == DAY_NONE || day <= limit, best_fits = limit == DAY_NONE || best->day <= limit;
    if (fits != best_fits)
        return fits;
    return fits && limit != DAY_NONE ? day > best->day : day < best->day;
}

Served casegroup_served(const CheckRules *rules, const CaseGroup *group, const char *type, const Document *document, Day limit)
{
    g_autoptr(GArray) services = casegroup_services(rules, group, type, document);
    Served best = {0};
    for (guint i = 0; i < services->len; i++) {
        const Served *each = &g_array_index(services, Served, i);
        if (each->day != DAY_NONE && is_better(&best, each->day, limit))
            best = *each;
    }
    return best;
}
