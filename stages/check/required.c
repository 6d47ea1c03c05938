/* SET-004 and 005: documents that the kind requires or should have. */
#include <string.h>

#include "lawdates.h"
#include "requiredrecheck.h"
#include "text.h"

/* Scans without a name that tells anything are taken for evidence: nobody names every photo. */
bool group_has_untold_scan(const CaseGroup *group)
{
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        if (subfile_is_readable_scan(file) && !file->facts->named_type)
            return true;
    }
    return false;
}

typedef struct { const char *id; bool found; } FieldSearch;

static void look_field(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    FieldSearch *search = data;
    const Field *field = document_value(document, search->id);
    search->found |= field && field->status == VALUE_VALID;
}

static bool has_field(const CaseGroup *group, const char *id)
{
    FieldSearch search = {.id = id};
    casegroup_each_document(group, look_field, &search);
    return search.found;
}

static bool lies_in_bundle(const CaseGroup *group, char *const *types)
{
    for (guint i = 0; i < group->files->len; i++)
        for (char *const *type = types; *type; type++)
            if (subfile_lists(group->files->pdata[i], *type))
                return true;
    return false;
}

static int count_any(const CaseGroup *group, const char *any)
{
    int count = 0;
    g_auto(GStrv) types = g_strsplit(any, "|", -1);
    for (char **type = types; *type; type++)
        count += casegroup_count(group, *type);
    const bool untold = word_in_list(any, '|', "evidence") && group_has_untold_scan(group);
    return count == 0 && (untold || lies_in_bundle(group, types)) ? 1 : count;
}

/* A name without a word in it: scan0001.jpg. */
static bool is_wordless(const char *base)
{
    for (const char *at = base; *at; at = g_utf8_next_char(at))
        if (g_unichar_iswide(g_utf8_get_char(at)))
            return false;
    return true;
}

/* Whether FILE, in which no document was read, may hold what goes with papers of TYPES: its name says nothing or that several
 * papers lie in it, or it is such a paper itself on more than one page. */
static bool may_hold_annex(const SubFile *file, const char *const *types)
{
    static const char *const bundles[] = {"移送", "清单", "附件", "材料", "证据", "图片", "案卷", "全卷", "全套", "合订", "合并", "扫描", NULL};
    const char *named = file->facts->named_type;
    if (file->facts->documents->len > 0)
        return false;
    if (named && g_strv_contains(types, named))
        return !file->scan || file->scan->pages != 1;
    if (named && strcmp(named, "evidence") != 0)
        return false;
    return is_wordless(file->base) || text_has_any(file->base, bundles);
}

static bool annex_may_lie_unread(const CaseGroup *group, const char *const *types)
{
    for (guint i = 0; i < group->files->len; i++)
        if (may_hold_annex(group->files->pdata[i], types))
            return true;
    return false;
}

/* ---- what is proved by other papers ---- */

/* Whether some paper tells a value against its limit, or rests on the provision about three times the limit. */
static void look_measured(const SubFile *file, const Document *document, gpointer data)
{
    static const char *const told[] = {"exceedance", "exceeded-by", "over-limit", "threefold", "monitored-by", "concentration", NULL};
    static const char threefold[] = "刑事案件适用法律若干问题的解释|1||3";
    (void)file;
    bool *measured = data;
    for (guint i = 0; i < document->fields->len && !*measured; i++) {
        const Field *field = document->fields->pdata[i];
        *measured = g_strv_contains(told, field->id) ||
                    (strcmp(field->id, "laws-basis") == 0 && g_str_has_suffix(field->value, threefold));
    }
}

/* Whether VALUE, a provision as law|article|paragraph|item, is of one of PROVISIONS: the end of the law's name and as much of the rest. */
static bool is_provision_of(const char *value, char *const *provisions)
{
    for (char *const *provision = provisions; *provision; provision++) {
        const char *at = strstr(value, *provision), *end = at ? at + strlen(*provision) : NULL;
        if (end && (*end == '|' || *end == '\0'))
            return true;
    }
    return false;
}

typedef struct { char **provisions; const char *with; bool found; } GroundSearch;

static void look_ground(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    GroundSearch *search = data;
    search->found |= search->with && document_value(document, search->with);
    for (guint i = 0; i < document->fields->len && !search->found; i++) {
        const Field *field = document->fields->pdata[i];
        search->found = strcmp(field->id, "laws-basis") == 0 && is_provision_of(field->value, search->provisions);
    }
}

/* Whether the papers by which the case was handed over rest on one of PROVISIONS (NULL: none), or have the field WITH (NULL: none). */
static bool rests_on(const CaseGroup *group, const char *provisions, const char *with)
{
    if (!provisions)
        return false;
    g_auto(GStrv) each = g_strsplit(provisions, " ", -1);
    GroundSearch search = {.provisions = each, .with = with};
    if (group->speaking)
        look_ground(group->speaking_file, group->speaking, &search);
    casegroup_each_of(group, "transfer-approval investigation-report", look_ground, &search);
    return search.found;
}

/* Whether GROUP holds a paper with a word of each list in LISTS. */
static bool has_papers(const CaseGroup *group, const char *lists)
{
    g_auto(GStrv) each = g_strsplit(lists, "&", -1);
    for (char **list = each; *list; list++) {
        g_auto(GStrv) words = g_strsplit(*list, "|", -1);
        if (!law_has_paper(group, (const char *const *)words))
            return false;
    }
    return true;
}

static bool was_measured(const CaseGroup *group)
{
    bool measured = false;
    casegroup_each_document(group, look_measured, &measured);
    return measured;
}

static bool is_proved_otherwise(const CaseGroup *group, const DocumentRule *rule)
{
    return (rests_on(group, rule->not_on, rule->not_with) || (rule->instead && has_papers(group, rule->instead))) &&
           !was_measured(group);
}

/* Whether the fine is known to be as high as the rule asks; an unknown fine asks for nothing. */
static bool applies(const CaseGroup *group, const DocumentRule *rule)
{
    static const char *const letters[] = {"crime-transfer", "detention-transfer", NULL};
    int64_t fine;
    if (rule->beside && count_any(group, rule->beside) == 0)
        return false;
    if (rule->told && (!has_field(group, rule->told) || annex_may_lie_unread(group, letters)))
        return false;
    if (rule->on && (!rests_on(group, rule->on, NULL) || was_measured(group)))
        return false;
    if (is_proved_otherwise(group, rule))
        return false;
    enum { FEN_OF_YUAN = 100 };
    if (rule->above_yuan == 0)
        return true;
    return group->fine && law_least_fen(group->fine_document, group->fine->id, &fine) && fine / FEN_OF_YUAN >= rule->above_yuan;
}

/* Where several are asked for, one of another step shows that the later one is there: the second order. */
static bool has_document(const CaseGroup *group, const DocumentRule *rule)
{
    int count = count_any(group, rule->any) - recheck_out_of_time(group, rule), aside = casegroup_aside(group, rule->any);
    if (rule->count > 1)
        return count >= rule->count || aside > 0;
    return count > aside || (rule->field && has_field(group, rule->field));
}

/* ---- receipts, which may not tell what they serve ---- */

typedef struct { const DocumentRule *rule; bool shown; } ShownSearch;

static void look_shown(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    ShownSearch *search = data;
    const Field *field = strcmp(document->type, search->rule->of) == 0 ? document_value(document, search->rule->field) : NULL;
    search->shown |= field && field->status == VALUE_VALID;
}

/* An order that was signed for on itself needs no receipt. */
static bool is_received(const Document *document)
{
    const Field *served = document_value(document, "service-date");
    return served && served->status == VALUE_VALID;
}

typedef struct { const CaseGroup *group; bool received; } FirstOrder;

static void look_first_order(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    FirstOrder *first = data;
    first->received |= is_received(document) && !casegroup_is_aside(first->group, first->group->speaking, document);
}

/* The files of receipts that serve the order of a daily file that was given again, and RULE asks for that of the first, which may
 * not lie elsewhere unread; else none.  Caller unrefs. */
static GPtrArray *receipts_of_again(const Check *check, const CaseGroup *group, const DocumentRule *rule)
{
    static const char *const orders[] = {"rectification-order", NULL};
    FirstOrder first = {.group = group};
    if (group->kind != KIND_DAILY || !rule->of || !g_strv_contains(orders, rule->of) || annex_may_lie_unread(group, orders))
        return g_ptr_array_new();
    casegroup_each_of(group, rule->of, look_first_order, &first);
    if (first.received)
        return g_ptr_array_new();
    GPtrArray *again = casegroup_receipts_of_again(check->in->rules, group);
    g_autoptr(GPtrArray) scans = casegroup_receipt_scans(check->in->rules, group, rule->of, RECEIPT_OF_ASIDE);
    for (guint i = 0; i < scans->len; i++)
        if (!g_ptr_array_find(again, scans->pdata[i], NULL))
            g_ptr_array_add(again, scans->pdata[i]);
    return again;
}

static const char notice_type_id[] = "penalty-notice";

/* The scans of receipts that, by their names, serve the notice of the original penalty, where RULE asks for that of the daily
 * one; else none.  Caller unrefs. */
static GPtrArray *receipts_of_original(const Check *check, const CaseGroup *group, const DocumentRule *rule)
{
    if (g_strcmp0(rule->of, notice_type_id) != 0)
        return g_ptr_array_new();
    return casegroup_receipt_scans(check->in->rules, group, rule->of, RECEIPT_OF_ASIDE);
}

/* Whether a receipt says that it serves what RULE asks about, or the document itself shows that it was received. */
static bool has_receipt(const Check *check, const CaseGroup *group, const DocumentRule *rule)
{
    ShownSearch search = {.rule = rule};
    g_autoptr(GPtrArray) again = receipts_of_again(check, group, rule), original = receipts_of_original(check, group, rule);
    if (rule->field)
        casegroup_each_document(group, look_shown, &search);
    return search.shown || casegroup_receipts(check->in->rules, group, rule->of) >
                               casegroup_receipts_aside(group, rule->of) + (int)(again->len + original->len);
}

static bool is_met(Check *check, const CaseGroup *group, const DocumentRule *rule, int *untold)
{
    if (!rule->of)
        return has_document(group, rule);
    return has_receipt(check, group, rule) || (*untold)-- > 0;
}

bool required_is_met(Check *check, const CaseGroup *group, const DocumentRule *rule)
{
    g_auto(Untold) untold = casegroup_receipts_untold(check->in->rules, group);
    return is_met(check, group, rule, &untold.count);
}

char *required_missing(Check *check, const CaseGroup *group, Kind kind)
{
    g_autoptr(GString) papers = g_string_new(NULL);
    g_auto(Untold) untold = casegroup_receipts_untold(check->in->rules, group);
    const GPtrArray *must = kind_rule(check->in->rules, kind)->must;
    for (guint i = 0; i < must->len; i++) {
        const DocumentRule *rule = must->pdata[i];
        if (is_met(check, group, rule, &untold.count))
            continue;
        g_string_append_printf(papers, "%s%s%s%s", papers->len > 0 ? "\n" : "",
                               rule->named ? rule->named : rule->any, rule->of ? ":" : "",
                               rule->of ? rule->of : "");
    }
    return g_string_free(g_steal_pointer(&papers), FALSE);
}

/* ---- the findings ---- */

/* The files with the notice of the original penalty, where that of the daily penalty or its receipt is what RULE asks for; else NULL. */
static char *notices_besides(const CaseGroup *group, const DocumentRule *rule)
{
    return strcmp(rule->of ? rule->of : rule->any, notice_type_id) == 0 ? casegroup_files_aside(group, notice_type_id) : NULL;
}

/* The names of FILES (SubFile) as NAME, where there are any. */
static void param_files(Finding *finding, const char *name, const GPtrArray *files)
{
    g_autoptr(GString) names = g_string_new(NULL);
    for (guint i = 0; i < files->len; i++)
        text_add_line(names, ((const SubFile *)files->pdata[i])->base);
    if (files->len > 0)
        finding_param(finding, name, names->str);
}

void param_receipt(Finding *finding, bool served)
{
    finding_param(finding, served ? "served" : "receipt", "service-receipt");
}

/* Whether GROUP, which lacks the order that RULE asks for, holds the receipt of one. */
static bool order_was_served(const Check *check, const CaseGroup *group, const DocumentRule *rule)
{
    if (g_strcmp0(rule->named, "second-order") != 0)
        return casegroup_receipts(check->in->rules, group, rule->any) > 0;
    g_autoptr(GPtrArray) again = casegroup_receipts_of_again(check->in->rules, group);
    return again->len > 0;
}

static void add_missing(Check *check, const CaseGroup *group, const DocumentRule *rule, const char *code)
{
    const char *variant = word_in_list(kind_rule(check->in->rules, group->kind)->speaks, ' ', rule->any) ? "speaking"
                          : word_in_list(rule->any, '|', "evidence")                                     ? "evidence"
                          : rule->after                                                                  ? "recheck"
                                                                                                         : NULL;
    bool discussion = rule->above_yuan > 0 && strcmp(rule->any, "discussion-record") == 0;
    bool order = !rule->of && strcmp(rule->any, "rectification-order") == 0;
    if (strcmp(code, "SET-005") == 0)
        variant = g_strcmp0(rule->named, "second-order") == 0 ? "second-order"
                  : discussion                                ? "discussion"
                  : order                                     ? "order"
                  : word_in_list(rule->any, '|', "closing-form") ? "closed"
                  : rule->told                                ? "annexed"
                                                              : NULL;
    g_autoptr(GPtrArray) again = receipts_of_again(check, group, rule);
    if (again->len > 0)
        variant = "first-receipt";
    g_autofree char *original = notices_besides(group, rule);
    g_autoptr(GPtrArray) scans = receipts_of_original(check, group, rule);
    if (original || scans->len > 0)
        variant = rule->of ? "daily-receipt" : "daily-notice";
    Finding *finding = check_add(check, code, variant, group, NULL, NULL);
    finding_param(finding, "kind", kind_ids[group->kind]);
    finding_param(finding, "of", rule->of);
    finding_param(finding, "missing", rule->named ? rule->named : rule->any);
    if (original)
        finding_param(finding, "original", original);
    if (order && strcmp(code, "SET-005") == 0)
        param_receipt(finding, order_was_served(check, group, rule));
    param_files(finding, "again", again);
    param_files(finding, "scans", scans);
    if (rule->after)
        recheck_params(finding, group, rule);
    if (discussion) {
        finding_param(finding, "fine", group->fine->value);
        param_int(finding, "limit", rule->above_yuan);
    }
    param_unread(check, finding, group, rule->any);
}

/* The police sign for what they take over, on a receipt or on the list: neither is signed. */
static void add_unsigned(Check *check, const CaseGroup *group, const DocumentRule *rule)
{
    const SubFile *list = NULL;
    Finding *finding = check_add(check, "SET-005", "police", group, NULL, NULL);
    finding_param(finding, "kind", kind_ids[group->kind]);
    finding_param(finding, "missing", rule->any);
    if (casegroup_document(group, "transfer-list", &list))
        finding_param(finding, "list", list->base);
    param_unread(check, finding, group, rule->any);
}

/* Whether a scan of the list of what was handed over lies in the file: it is scanned because the police signed it. */
static bool list_may_be_signed(const CaseGroup *group)
{
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        if (subfile_is_readable_scan(file) && subfile_stands_for(file, "transfer-list"))
            return true;
    }
    return false;
}

typedef struct {
    const CaseGroup *group;
    const DocumentRule *rule;
    GHashTable *keys;
    GPtrArray *unnamed;
    int naming;
} NumberSearch;

static void look_number(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    NumberSearch *search = data;
    const Field *number = document_value(document, "doc-number");
    bool left_out = search->rule->each
                        ? is_received(document)
                        : casegroup_is_aside(search->group, search->group->speaking, document);
    if (!number || number->status != VALUE_VALID || left_out ||
        !g_hash_table_add(search->keys, (gpointer)field_key(number)))
        return;
    int naming = casegroup_receipts_naming(search->group, document);
    search->naming += naming;
    if (naming == 0)
        g_ptr_array_add(search->unnamed, number->value);
}

/* Of several documents of one type (事先告知书 and 听证告知书) each has its receipt.  One that tells the type alone, or nothing, may
 * be that of any. */
static void check_each_number(Check *check, const CaseGroup *group, const DocumentRule *rule, const Untold *untold)
{
    g_autoptr(GHashTable) keys = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) unnamed = g_ptr_array_new();
    NumberSearch search = {.group = group, .rule = rule, .keys = keys, .unnamed = unnamed};
    casegroup_each_of(group, rule->of, look_number, &search);
    int receipts = casegroup_receipts(check->in->rules, group, rule->of) -
                   (rule->each ? 0 : casegroup_receipts_aside(group, rule->of));
    if (unnamed->len == 0 || g_hash_table_size(keys) < 2 || receipts > search.naming || untold->count > 0)
        return;
    g_ptr_array_add(unnamed, NULL);
    g_autofree char *numbers = g_strjoinv("\n", (char **)unnamed->pdata);
    Finding *finding = check_add(check, "SET-005", "receipt-each", group, NULL, NULL);
    finding_param(finding, "of", rule->of);
    param_int(finding, "needed", g_hash_table_size(keys));
    finding_param(finding, "numbers", numbers);
    param_unread(check, finding, group, rule->any);
}

typedef struct { const CaseGroup *group; const SubFile *file; bool served; } Aside;

/* The paper aside, the second order or the notice of the original penalty. */
static void look_aside(const SubFile *file, const Document *document, gpointer data)
{
    Aside *aside = data;
    if (!casegroup_is_aside(aside->group, aside->group->speaking, document))
        return;
    aside->served |= is_received(document);
    aside->file = aside->file ? aside->file : file;
}

static bool has_pages(const SubFile *file)
{
    return file->scan && file->scan->pages > 1;
}

/* The only receipt for two papers of a daily file is a scan: of the orders it serves the first by its name, and the one that was
 * given again has none; of the notices it may serve either. */
static void check_only_scan(Check *check, const CaseGroup *group, const DocumentRule *rule)
{
    const CheckRules *rules = check->in->rules;
    const bool notice = strcmp(rule->of, notice_type_id) == 0;
    g_autoptr(GPtrArray) scans = casegroup_receipt_scans(rules, group, rule->of, notice ? RECEIPT_OPEN : RECEIPT_OF_OWN);
    Aside aside = {.group = group};
    casegroup_each_of(group, rule->of, look_aside, &aside);
    if (scans->len != 1 || casegroup_receipts(rules, group, rule->of) != 1 || aside.served || !aside.file ||
        has_pages(scans->pdata[0]))
        return;
    Finding *finding = check_add(check, "SET-005", notice ? "either-notice" : "second-receipt", group, NULL, NULL);
    finding_param(finding, "kind", kind_ids[group->kind]);
    finding_param(finding, "of", rule->of);
    finding_param(finding, "missing", rule->any);
    finding_param(finding, "other", aside.file->base);
    param_files(finding, "scans", scans);
    param_unread(check, finding, group, rule->any);
}

/* What RULES ask for and GROUP lacks; receipts wait in RECEIPTS. */
static void check_rules(Check *check, const CaseGroup *group, const GPtrArray *rules, const char *code, GPtrArray *receipts)
{
    g_auto(Untold) untold = casegroup_receipts_untold(check->in->rules, group);
    for (guint i = 0; i < rules->len; i++) {
        const DocumentRule *rule = rules->pdata[i];
        if (!applies(group, rule))
            continue;
        bool police = !rule->of && strcmp(rule->any, "police-receipt") == 0;
        if (police && !has_document(group, rule) && !list_may_be_signed(group))
            add_unsigned(check, group, rule);
        else if (rule->after && !has_document(group, rule) && recheck_add_misdated(check, group, rule))
            continue;
        else if (!police && !rule->of && !has_document(group, rule))
            add_missing(check, group, rule, code);
        else if (rule->after)
            recheck_check_record(check, group, rule);
        else if (rule->of && !has_receipt(check, group, rule))
            g_ptr_array_add(receipts, (gpointer)rule);
        else if (rule->of) {
            check_each_number(check, group, rule, &untold);
            if (untold.count == 0)
                check_only_scan(check, group, rule);
        }
    }
}

/* Receipts that do not tell lie in the file: whose they are cannot be said, only how many there are. */
static void add_untold(Check *check, const CaseGroup *group, const GPtrArray *must, const GPtrArray *should, const Untold *untold)
{
    g_autoptr(GString) served = g_string_new(NULL), files = g_string_new(NULL);
    int needed = (int)(must->len + should->len);
    for (int i = 0; i < needed; i++) {
        const DocumentRule *rule = (guint)i < must->len ? must->pdata[i] : should->pdata[(guint)i - must->len];
        g_string_append_printf(served, "%s%s", i > 0 ? " " : "", rule->of);
    }
    for (guint i = 0; i < untold->files->len; i++)
        text_add_line(files, ((const SubFile *)untold->files->pdata[i])->telling);
    bool few = needed > untold->count, error = (int)must->len > untold->count;
    Finding *finding = check_add(check, error ? "SET-004" : "SET-005", few ? "receipts" : "receipt-of", group, NULL, NULL);
    finding_param(finding, "of", served->str);
    const DocumentRule *first = must->len > 0 ? must->pdata[0] : should->pdata[0];
    finding_param(finding, "first", first->of);
    param_int(finding, "needed", needed);
    param_int(finding, "count", untold->count);
    finding_param(finding, "untold", files->str);
    if (few)
        param_unread(check, finding, group, "service-receipt");
}

static void check_receipts(Check *check, const CaseGroup *group, const GPtrArray *must, const GPtrArray *should)
{
    g_auto(Untold) untold = casegroup_receipts_untold(check->in->rules, group);
    int needed = (int)(must->len + should->len);
    for (guint i = 0; untold.count == 0 && i < must->len; i++)
        add_missing(check, group, must->pdata[i], "SET-004");
    for (guint i = 0; untold.count == 0 && i < should->len; i++)
        add_missing(check, group, should->pdata[i], "SET-005");
    if (untold.count > 0 && needed > untold.certain)
        add_untold(check, group, must, should, &untold);
}

void required_check(Check *check, CaseGroup *group)
{
    const KindRule *rule = kind_rule(check->in->rules, group->kind);
    if (!rule)
        return;
    g_autoptr(GPtrArray) must = g_ptr_array_new(), should = g_ptr_array_new();
    check_rules(check, group, rule->must, "SET-004", must);
    check_rules(check, group, rule->should, "SET-005", should);
    check_receipts(check, group, must, should);
    listed_check(check, group);
    photographs_check(check, group);
    papercatalogue_check(check, group);
}
