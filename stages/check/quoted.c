/* EXT-002: numbers, dates and figures of other papers that a paper quotes and that no paper in the file has.  Whether
 * the quotation or the paper is wrong, or another paper is missing, the text alone does not tell: each is told
 * as apparent, once, with all places. */
#include <string.h>

#include "docnumber.h"
#include "lawdates.h"
#include "text.h"

/* What is quoted and by whom first; PLACES the others. */
typedef struct {
    char *key; /* number or day */
    Saying by;
    Saying own; /* the paper in the file that it should be of */
    GString *places;
} Quote;

static void quote_free(gpointer data)
{
    Quote *quote = data;
    g_free(quote->key);
    g_string_free(quote->places, TRUE);
    g_free(quote);
}

/* Whether a scan, or a document that was not read, may be one of TYPE that no document shows: a scan may as
 * well be the copy of one that was read. */
static bool has_unread(const CaseGroup *group, const char *type)
{
    int read = 0, unread = 0;
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        unread += file->facts->documents->len == 0 && subfile_stands_for(file, type);
        for (guint j = 0; j < file->facts->documents->len; j++)
            read += strcmp(((const Document *)file->facts->documents->pdata[j])->type, type) == 0;
    }
    return unread > read;
}

/* In the order in which they were met, and by their keys: a paper may quote thousands. */
typedef struct { GPtrArray *all; GHashTable *by_key; } Quotes;

static void quotes_init(Quotes *quotes)
{
    quotes->all = g_ptr_array_new_with_free_func(quote_free);
    quotes->by_key = g_hash_table_new(g_str_hash, g_str_equal);
}

static void quotes_clear(Quotes *quotes)
{
    g_hash_table_unref(quotes->by_key);
    g_ptr_array_unref(quotes->all);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Quotes, quotes_clear)

static void quote_note(Quotes *quotes, const char *key, Saying by, Saying own)
{
    Quote *quote = g_hash_table_lookup(quotes->by_key, key);
    if (quote && quote->by.document != by.document)
        saying_add_place(quote->places, by.file, by.field->place);
    if (quote)
        return;
    quote = g_new(Quote, 1);
    *quote = (Quote){g_strdup(key), by, own, g_string_new(NULL)};
    g_ptr_array_add(quotes->all, quote);
    g_hash_table_insert(quotes->by_key, quote->key, quote);
}

static Finding *quote_tell(Check *check, const CaseGroup *group, const char *variant, const Quote *quote)
{
    Finding *finding = check_add(check, "EXT-002", variant, group, quote->by.file, quote->by.field->place);
    finding_param(finding, "doctype", quote->by.document->type);
    finding_param(finding, "value", quote->by.field->value);
    param_quote_around(finding, "quote", field_quote(quote->by.field), quote->by.field->value);
    finding_param(finding, "other-doctype", quote->own.document->type);
    finding_param(finding, "other-value", quote->own.field->value);
    param_quote_around(finding, "other-quote", field_quote(quote->own.field), quote->own.field->value);
    finding_param(finding, "other-file", quote->own.file->facts->path);
    finding_param(finding, "other-place", quote->own.field->place);
    if (quote->places->len > 0)
        finding_param(finding, "others", quote->places->str);
    return finding;
}

/* ---- numbers ---- */

typedef struct {
    Check *check;
    const CaseGroup *group;
    GHashTable *owned; /* set of the numbers that papers in the file have, or scans by their names */
    GArray *papers;    /* Saying: those of which a quotation may be held against the number */
    GPtrArray *fields; /* Field of the quotations, which are no fields of their documents */
    Quotes *quotes;
    const char *open;  /* types of which a scan besides, or one missing (SET-004), may be quoted: the first of two orders */
    int reports;       /* monitoring reports that have a number */
    bool reports_open; /* another report may belong to the file, or need not lie in it */
} Numbers;

static void field_free(gpointer field)
{
    g_free(field);
}

/* Keys of the numbers of monitoring reports tell so (docnumber.h). */
static bool is_of_report(const char *key)
{
    return key && g_str_has_prefix(key, "report|");
}

/* Earlier decisions are quoted for what was done before; of these papers a case has its own. */
static const char *const own_types[] = {"filing-form", "monitoring-report", "rectification-order", "penalty-notice", NULL};
static void note_owned(const SubFile *file, const Document *document, gpointer data)
{
    Numbers *numbers = data;
    const Field *number = document_value(document, "doc-number");
    if (!number || !number->key)
        return;
    g_hash_table_add(numbers->owned, number->key);
    Saying own = {file, document, number};
    bool held = g_strv_contains(own_types, document->type) && !word_in_list(numbers->open, ' ', document->type);
    if (held && number->status == VALUE_VALID)
        g_array_append_val(numbers->papers, own);
    numbers->reports += is_of_report(number->key);
}

/* The paper of the series of KEY that CITING means: rather one of its own step, and best one that it does not name besides. */
static const Saying *paper_of_series(const Numbers *numbers, const Document *citing, const char *key)
{
    enum { NAMED = 2 };
    const Saying *meant = NULL;
    int least = 0;
    for (guint i = 0; i < numbers->papers->len; i++) {
        const Saying *own = &g_array_index(numbers->papers, Saying, i);
        int against = casegroup_is_aside(numbers->group, citing, own->document);
        against += document_mentions(citing, own->field->key) ? NAMED : 0;
        if (docnumber_same_series(own->field->key, key) && (!meant || against < least))
            meant = own, least = against;
    }
    return meant;
}

/* Whether the number stands in DOCUMENT as one that is held against the paper it names anyway. */
static bool is_compared(const Numbers *numbers, const Document *document, const char *key)
{
    const GPtrArray *refers = numbers->check->in->rules->cases->refers;
    bool receipt = strcmp(document->type, "service-receipt") == 0;
    for (guint i = 0; i < refers->len && !receipt; i++) {
        const RefersRule *rule = refers->pdata[i];
        const Field *field =
            word_in_list(rule->in, ' ', document->type) ? document_value(document, rule->field) : NULL;
        if (field && g_strcmp0(field->key, key) == 0)
            return true;
    }
    return receipt;
}

/* Whether DOCUMENT says that the number is of what was done before, or in another case; with RECHECKS also that of a
 * report on a recheck. */
static bool is_of_another(const Document *document, const char *key, bool rechecks)
{
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        bool another = strcmp(field->id, "earlier-number") == 0 || (rechecks && strcmp(field->id, "recheck-number") == 0);
        if (another && g_strcmp0(field->key, key) == 0)
            return true;
    }
    return false;
}

/* The report on a recheck need not be in the file; where there are two, it is. */
static bool may_lie_elsewhere(const Numbers *numbers, const Document *document, const char *key)
{
    return is_of_another(document, key, numbers->reports < 2) || (numbers->reports_open && is_of_report(key));
}

static void look_mentions(const SubFile *file, const Document *document, gpointer data)
{
    Numbers *numbers = data;
    for (guint i = 0; strcmp(document->type, "other") != 0 && i < document->mentions->len; i++) {
        const DocNumber *mention = document->mentions->pdata[i];
        bool owned = g_hash_table_contains(numbers->owned, mention->key);
        const Saying *own = owned ? NULL : paper_of_series(numbers, document, mention->key);
        if (!own || own->document == document || may_lie_elsewhere(numbers, document, mention->key) ||
            is_compared(numbers, document, mention->key))
            continue;
        Field *field = g_new0(Field, 1);
        *field = (Field){.value = mention->raw, .key = mention->key, .place = mention->place};
        g_ptr_array_add(numbers->fields, field);
        quote_note(numbers->quotes, mention->key, (Saying){file, document, field}, *own);
    }
}

static void add_key(GHashTable *keys, const char *number)
{
    char *key = number ? docnumber_key(number) : NULL;
    if (key)
        g_hash_table_add(keys, key);
}

/* The numbers of which contradictions in the group tell already.  Caller unrefs. */
static GHashTable *keys_told(const Check *check, const CaseGroup *group)
{
    GHashTable *keys = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    const Finding *told;
    for (guint at = 0; (told = told_next(check, "EXT-002", group, &at));) {
        add_key(keys, finding_value(told, "value"));
        add_key(keys, finding_value(told, "other-value"));
    }
    return keys;
}

static void check_numbers(Check *check, const CaseGroup *group)
{
    g_autoptr(GHashTable) owned = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GArray) papers = g_array_new(FALSE, FALSE, sizeof(Saying));
    g_autoptr(GPtrArray) fields = g_ptr_array_new_with_free_func(field_free);
    g_auto(Quotes) quotes;
    quotes_init(&quotes);
    g_autoptr(GString) open = g_string_new(NULL);
    g_autofree char *missing = group->kind == KIND_DAILY ? required_missing(check, group, group->kind) : g_strdup("");
    for (const char *const *type = own_types; *type; type++)
        if (word_in_list(missing, '\n', *type) || has_unread(group, *type) || casegroup_may_hold_unread(group, *type, NULL))
            g_string_append_printf(open, "%s ", *type);
    Numbers numbers = {check, group, owned, papers, fields, &quotes, open->str};
    casegroup_each_document(group, note_owned, &numbers);
    bool few = group->kind == KIND_DAILY && numbers.reports < 2;
    numbers.reports_open = few || word_in_list(open->str, ' ', "monitoring-report");
    for (guint i = 0; i < group->files->len; i++) {
        const GPtrArray *named = ((const SubFile *)group->files->pdata[i])->facts->named_numbers;
        for (guint j = 0; j < named->len; j++)
            g_hash_table_add(owned, ((DocNumber *)named->pdata[j])->key);
    }
    casegroup_each_document(group, look_mentions, &numbers);
    g_autoptr(GHashTable) told = quotes.all->len > 0 ? keys_told(check, group) : NULL;
    for (guint i = 0; i < quotes.all->len; i++)
        if (!g_hash_table_contains(told, ((const Quote *)quotes.all->pdata[i])->key))
            quote_tell(check, group, "quoted", quotes.all->pdata[i]);
}

/* ---- days of inspection ---- */

typedef struct {
    GHashTable *known; /* set of days of which there is a record, or of what may be called an inspection */
    Saying record;     /* the first record of an inspection; without a field when there is none */
    Quotes *quotes;
    const CaseGroup *group;
} Inspections;

static void note_days(const SubFile *file, const Document *document, gpointer data)
{
    static const char *const own[] = {"document-date", "sampling-date", "filing-date", NULL};
    static const char *const records[] = {"inspection-record", "interview-record", "monitoring-report",
                                          "evidence", "filing-form", NULL};
    static const char *const quoting[] = {"interview-record", "filing-form", NULL}; /* no day of their own */
    Inspections *inspections = data;
    bool record = strcmp(document->type, "inspection-record") == 0;
    if (!g_strv_contains(records, document->type))
        return;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        bool inspected =
            strcmp(field->id, "inspection-dates") == 0 && !g_strv_contains(quoting, document->type);
        if (!inspected && !g_strv_contains(own, field->id))
            continue;
        g_hash_table_add(inspections->known, field->value);
        if (record && inspected && !inspections->record.field)
            inspections->record = (Saying){file, document, field};
    }
}

static void look_inspections(const SubFile *file, const Document *document, gpointer data)
{
    static const char *const tellers[] = {"filing-form",         "investigation-report", "penalty-notice",
                                          "rectification-order", "penalty-decision",     "transfer-approval",
                                          "detention-transfer",  "crime-transfer",       NULL};
    Inspections *inspections = data;
    for (guint i = 0; g_strv_contains(tellers, document->type) && i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, "inspection-dates") == 0 && field->status == VALUE_VALID &&
            !g_hash_table_contains(inspections->known, field->value) &&
            !record_is_begun_on(inspections->group, "interview-record", field))
            quote_note(inspections->quotes, field->value, (Saying){file, document, field},
                       inspections->record);
    }
}

static void tell_inspected(Check *check, const CaseGroup *group, const Quote *quote)
{
    param_besides(quote_tell(check, group, "inspected", quote), group, quote->key);
}

/* Not in a daily file, which need not hold the first inspection (domain.md 3.8), nor where a record may be a
 * scan. */
static void check_inspections(Check *check, const CaseGroup *group)
{
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    g_auto(Quotes) quotes;
    quotes_init(&quotes);
    Inspections inspections = {.known = known, .quotes = &quotes, .group = group};
    static const char *const records[] = {"inspection-record", "interview-record", "monitoring-report"};
    for (gsize i = 0; i < G_N_ELEMENTS(records); i++)
        if (group->kind == KIND_DAILY || has_unread(group, records[i]) || casegroup_may_hold_unread(group, records[i], NULL))
            return;
    casegroup_each_document(group, note_days, &inspections);
    if (!inspections.record.field || inspections.record.field->status != VALUE_VALID) /* EXT-003 tells of a day that is none */
        return;
    casegroup_each_document(group, look_inspections, &inspections);
    for (guint i = 0; i < quotes.all->len; i++)
        tell_inspected(check, group, quotes.all->pdata[i]);
}

/* ---- the date of the notice ---- */

typedef struct {
    Check *check;
    const CaseGroup *group;
    GHashTable *notices; /* number → Saying: the day of the notice that has it, the last one */
    GHashTable *known;   /* set of days on which notices were made or anything was served */
    bool undated;        /* a notice or a receipt that tells no day: it may be that one */
} Notices;

static void look_notice(const SubFile *file, const Document *document, gpointer data)
{
    Notices *notices = data;
    bool receipt = strcmp(document->type, "service-receipt") == 0;
    const Field *day = document_value(document, receipt ? "service-date" : "notice-date"),
                *number = document_value(document, "doc-number");
    notices->undated |= !day || (receipt && (law_was_served(document, "邮") || law_was_served(document, "公告"))); /* sent one day, taken another */
    for (guint i = 0; i < document->fields->len; i++) {
        Field *field = document->fields->pdata[i];
        if (strstr(field->id, "date"))
            g_hash_table_add(notices->known, field->value);
    }
    if (strcmp(document->type, "penalty-notice") != 0 || !day || !number || !number->key)
        return;
    Saying *own = g_new(Saying, 1);
    *own = (Saying){file, document, day};
    g_hash_table_insert(notices->notices, number->key, own);
}

/* A notice is posted, or put up in public, on a day of its own, from which it is not yet served. */
static bool is_of_sending(const Field *field)
{
    static const char *const words[] = {"公告", "寄", "挂号", "快递", NULL};
    return text_has_any(field_quote(field), words);
}

/* A day on which DECISION tells that the notice was served is held against its receipts (servicedates.c). */
static bool is_told_as_served(const Document *decision, const char *day)
{
    for (guint i = 0; i < decision->fields->len; i++) {
        const Field *field = decision->fields->pdata[i];
        if (strcmp(field->id, "notice-served-on") == 0 && strcmp(field->value, day) == 0)
            return true;
    }
    return false;
}

static void look_decision(const SubFile *file, const Document *document, gpointer data)
{
    const Notices *notices = data;
    const Field *number = document_value(document, "notice-number");
    const Saying *notice = number && number->key ? g_hash_table_lookup(notices->notices, number->key) : NULL;
    if (notice && casegroup_served(notices->check->in->rules, notices->group, "penalty-notice", notice->document, DAY_NONE).day == DAY_NONE)
        return; /* its receipt may be a scan; those of other papers tell nothing of it */
    for (guint i = 0; notice && i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, "notice-date") != 0 || field->status != VALUE_VALID ||
            g_hash_table_contains(notices->known, field->value) || is_of_sending(field) ||
            is_told_as_served(document, field->value) ||
            service_is_in_error(notices->check, notices->group, notice, field))
            continue;
        g_autoptr(GString) none = g_string_new(NULL);
        const Quote quote = {.by = {file, document, field}, .own = *notice, .places = none};
        quote_tell(notices->check, notices->group, "quoted-date", &quote);
    }
}

static void check_notice_dates(Check *check, const CaseGroup *group)
{
    if (has_unread(group, "penalty-notice") || casegroup_may_hold_unread(group, "penalty-notice", NULL) || has_unread(group, "service-receipt"))
        return;
    g_autoptr(GHashTable) by_number = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free),
                          known = g_hash_table_new(g_str_hash, g_str_equal);
    Notices notices = {.check = check, .group = group, .notices = by_number, .known = known};
    casegroup_each_of(group, "penalty-notice hearing-notice service-receipt", look_notice, &notices);
    if (!notices.undated)
        casegroup_each_of(group, "penalty-decision daily-decision", look_decision, &notices);
}

/* ---- what papers tell of what another says, by the rules ---- */

typedef struct {
    const TellsRule *rule;
    const CaseGroup *group;
    GPtrArray *owned;  /* Field: what the documents of that type say themselves, each value once */
    GHashTable *values; /* set of these; a limit that stands in a report is one besides what was measured */
    GHashTable *numbers; /* set of the numbers that they have as their own */
    Saying own;        /* the first of them */
    bool changed;      /* a paper tells that it was changed to what they say */
    bool silent;       /* one of them does not say it: it may be what is told */
    Quotes *quotes;
} Telling;

/* 186 and 186.0 are one figure. */
static bool is_one_figure(const char *a, const char *b)
{
    char *end_a = NULL, *end_b = NULL;
    double first = g_ascii_strtod(a, &end_a), second = g_ascii_strtod(b, &end_b);
    return end_a != a && end_b != b && *end_a == '\0' && *end_b == '\0' && first == second;
}

/* Whether both say one thing; of firms and stations a short form does. */
static bool is_one_saying(const Field *a, const Field *b)
{
    if (text_same(field_key(a), field_key(b)) || is_one_figure(a->value, b->value))
        return true;
    return !g_ascii_isdigit(a->value[0]) && !is_of_report(a->key) && !body_is_another(a, b);
}

static void note_own(const SubFile *file, const Document *document, gpointer data)
{
    Telling *telling = data;
    bool said = false;
    for (guint i = 0; i < document->fields->len; i++) {
        Field *field = document->fields->pdata[i];
        if (strcmp(field->id, telling->rule->as) != 0 || field->status != VALUE_VALID)
            continue;
        said = true;
        if (g_hash_table_add(telling->values, field->value))
            g_ptr_array_add(telling->owned, field);
        if (!telling->own.field)
            telling->own = (Saying){file, document, field};
    }
    telling->silent |= !said;
    const Field *number = document_value(document, "doc-number");
    if (number && number->key)
        g_hash_table_add(telling->numbers, number->key);
}

static bool is_owned(const Telling *telling, const Field *field)
{
    for (guint i = 0; i < telling->owned->len; i++)
        if (is_one_saying(field, telling->owned->pdata[i]))
            return true;
    return record_is_begun_on(telling->group, telling->rule->of, field);
}

/* Whether DOCUMENT names one of the documents that say it by its number. */
static bool names_own(const Telling *telling, const Document *document)
{
    for (guint i = 0; i < document->mentions->len; i++)
        if (g_hash_table_contains(telling->numbers, ((const DocNumber *)document->mentions->pdata[i])->key))
            return true;
    return false;
}

/* A daily file need not hold what led to the first order (domain.md 3.8), and its other papers tell of the recheck: there only the
 * papers of the original penalty count, where they name what they tell of by its number. */
static bool may_tell(const Telling *telling, const Document *document)
{
    if (telling->group->kind != KIND_DAILY)
        return true;
    const Document *decision = law_original_penalty(telling->group).decision;
    bool original = document == decision ||
                    (decision && strcmp(document->type, "penalty-notice") == 0 && !document_value(document, "per-day-yuan") &&
                     !casegroup_is_aside(telling->group, decision, document));
    return original && names_own(telling, document);
}

static void look_tellers(const SubFile *file, const Document *document, gpointer data)
{
    Telling *telling = data;
    if (!may_tell(telling, document))
        return;
    g_autoptr(GPtrArray) wrong = g_ptr_array_new();
    bool right = false;
    for (guint i = 0; i < document->fields->len; i++) {
        Field *field = document->fields->pdata[i];
        if (strcmp(field->id, telling->rule->field) != 0 || field->status != VALUE_VALID ||
            is_of_another(document, field_key(field), true))
            continue;
        if (is_owned(telling, field) || (is_of_report(field->key) && names_own(telling, document)))
            right = true;
        else
            g_ptr_array_add(wrong, field);
    }
    for (guint i = 0; i < wrong->len && (telling->rule->all || !right); i++) {
        const Field *field = wrong->pdata[i];
        quote_note(telling->quotes, field_key(field), (Saying){file, document, field}, telling->own);
    }
}

/* A case has one decision: pages of scans beside the one that speaks are its copies. */
static bool may_differ(const CaseGroup *group, const TellsRule *rule)
{
    bool speaks = group->speaking && strcmp(group->speaking->type, rule->of) == 0;
    g_auto(GStrv) types = g_strsplit(rule->unless ? rule->unless : "", " ", -1);
    bool there = !speaks && has_unread(group, rule->of);
    for (char **type = types; *type && !there; type++)
        there = casegroup_document(group, *type, NULL) || has_unread(group, *type);
    return there;
}

static void look_changed(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    Telling *telling = data;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, telling->rule->changed) == 0 && field->status == VALUE_VALID && is_owned(telling, field))
            telling->changed = true;
    }
}

/* Whether a paper of the group, as the legal review, changes what is told to what is said. */
static bool was_changed(const CaseGroup *group, Telling *telling)
{
    if (telling->rule->changed)
        casegroup_each_document(group, look_changed, telling);
    return telling->changed;
}

/* The days of inspections that are asked about already, as the same papers tell of them.  Caller unrefs. */
static GHashTable *days_told(const Check *check, const CaseGroup *group)
{
    GHashTable *days = g_hash_table_new(g_str_hash, g_str_equal);
    const Finding *told;
    for (guint at = 0; (told = told_next(check, "EXT-002", group, &at));) {
        const char *day = finding_value(told, "value");
        if (day && g_strcmp0(told->variant, "inspected") == 0)
            g_hash_table_add(days, (gpointer)day);
    }
    return days;
}

static void add_told(Check *check, const CaseGroup *group, const char *field, const Quote *quote)
{
    Finding *finding = quote_tell(check, group, "told", quote);
    const char *type = quote->by.document->type, *own = quote->own.document->type;
    finding_param(finding, "field", field);
    finding_param(finding, "measured", strcmp(own, "monitoring-report") == 0 ? own : NULL);
    if (quote->places->len > 0 && strcmp(own, "interview-record") == 0) /* two papers agree on another day */
        finding_param(finding, "odd-own", own);
    param_out_of_hand(check->in->rules->cases, finding, type, own);
}

static void check_tells(Check *check, const CaseGroup *group, const TellsRule *rule)
{
    g_autoptr(GPtrArray) owned = g_ptr_array_new();
    g_autoptr(GHashTable) values = g_hash_table_new(g_str_hash, g_str_equal),
                          numbers = g_hash_table_new(g_str_hash, g_str_equal);
    g_auto(Quotes) quotes;
    quotes_init(&quotes);
    Telling telling = {.rule = rule, .group = group, .owned = owned, .values = values, .numbers = numbers,
                       .quotes = &quotes};
    casegroup_each_of(group, rule->of, note_own, &telling);
    if (owned->len == 0 || telling.silent || owned->len < rule->least || may_differ(group, rule) ||
        was_changed(group, &telling))
        return;
    casegroup_each_of(group, rule->in, look_tellers, &telling);
    if (quotes.all->len == 0)
        return;
    g_autoptr(GHashTable) days = days_told(check, group), told = keys_told(check, group);
    for (guint i = 0; i < quotes.all->len; i++) {
        const Quote *quote = quotes.all->pdata[i];
        if (!g_hash_table_contains(days, quote->by.field->value) && !g_hash_table_contains(told, quote->key))
            add_told(check, group, rule->field, quote);
    }
}

void quoted_check(Check *check, CaseGroup *group)
{
    const GPtrArray *tells = check->in->rules->cases->tells;
    check_numbers(check, group);
    check_inspections(check, group);
    for (guint i = 0; i < tells->len; i++)
        check_tells(check, group, tells->pdata[i]);
    check_notice_dates(check, group);
}
