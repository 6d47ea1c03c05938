/* LAW-009: the order of the steps: filing ≤ notice ≤ decision ≤ service ≤ payment, closing; original ≤ daily
 * decision; demand < application; and, as apparent, the pairs of dates that the rules name. */
#include <string.h>

#include "filingday.h"
#include "lawdates.h"
#include "oddday.h"
#include "text.h"

/* Whether LAW-003 tells already that the notice came after DECIDED. */
static bool is_told_of_notice(const Check *check, const CaseGroup *group, const Dated *decided)
{
    const Finding *told;
    for (guint at = 0; (told = told_next(check, "LAW-003", group, &at));)
        if (g_strcmp0(told->variant, "after") == 0 && g_strcmp0(told->file, decided->file->facts->path) == 0)
            return true;
    return false;
}

/* How the date is called: a daily file has two decisions. */
static const char *date_called(const CaseGroup *group, const Dated *dated)
{
    if (group->kind != KIND_DAILY || strcmp(dated->field->id, "decision-date") != 0)
        return dated->field->id;
    return strcmp(dated->document->type, "penalty-decision") == 0 ? "original-decision-date"
           : dated->document == group->speaking                   ? "daily-decision-date"
                                                                  : dated->field->id;
}

/* Where the date stands at which FINDING does not: that is the second, but AT_FIRST where the first is the slip. */
static void param_where(Finding *finding, const Dated *first, const Dated *second, bool at_first)
{
    const Dated *other = at_first ? second : first;
    if (first->file == second->file) {
        bool elsewhere = g_strcmp0(first->field->place, second->field->place) != 0;
        finding_param(finding, at_first ? "second-place" : "first-place", elsewhere ? other->field->place : NULL);
        return;
    }
    finding_param(finding, at_first ? "then-file" : "other-file", other->file->facts->path);
    finding_param(finding, at_first ? "then-place" : "other-place", other->field->place);
}

/* "slip": which of the two dates other papers speak against. */
static void param_slip(Finding *finding, const CaseGroup *group, const OddDay *odd)
{
    if (!odd->slip)
        return;
    finding_param(finding, "slip", odd->slip->document->type);
    finding_param(finding, "slip-field", date_called(group, odd->slip));
    finding_param(finding, "kept", odd->kept->document->type);
    param_int(finding, "same-in", odd->count);
    finding_param(finding, "others", odd->places->str);
    if (odd->right.field)
        finding_param(finding, "right", odd->right.field->value);
}

static void add(Check *check, const CaseGroup *group, const char *variant, const Dated *first, const Dated *second)
{
    g_auto(OddDay) odd = odd_day(check, group, first, second);
    const Dated *at = odd.slip == first ? first : second;
    Finding *finding = check_add(check, "LAW-009", variant, group, at->file, at->field->place);
    finding_param(finding, "first-field", date_called(group, first));
    param_day(finding, "first", first->day);
    finding_param(finding, "first-doctype", first->document->type);
    finding_param(finding, "second-field", date_called(group, second));
    param_day(finding, "second", second->day);
    finding_param(finding, "second-doctype", second->document->type);
    param_near(finding, at->field);
    param_where(finding, first, second, at == first);
    param_slip(finding, group, &odd);
    oddday_param_alike(finding, at);
    if (first->file != second->file && !variant && strcmp(first->field->id, "notice-date") == 0 &&
        is_told_of_notice(check, group, second))
        finding_param(finding, "see", "LAW-003");
}

/* Each step against the last one before it that is dated. */
static void check_chain(Check *check, const CaseGroup *group, const Dated *steps, int count)
{
    const Dated *before = NULL;
    for (int i = 0; i < count; i++) {
        if (steps[i].day == DAY_NONE || !steps[i].field)
            continue;
        if (before && before->day > steps[i].day)
            add(check, group, NULL, before, &steps[i]);
        before = &steps[i];
    }
}

enum { STEPS_AGAINST = 2 }; /* steps that are dated before the filing, while all that follow it are in order */

/* The steps that should follow the filing and are dated before it: how many, the first and the last. */
typedef struct { int count; const Dated *first, *last; bool in_order; } Against;

static Against against_filing(const Dated *filing, const Dated *steps, int count)
{
    Against against = {.in_order = true};
    Day before = DAY_NONE;
    for (int i = 0; i < count && filing->day != DAY_NONE && filing->field; i++) {
        if (steps[i].day == DAY_NONE || !steps[i].field)
            continue;
        against.in_order &= before == DAY_NONE || steps[i].day >= before;
        before = steps[i].day;
        if (steps[i].day >= filing->day)
            continue;
        against.count++;
        against.first = against.first ? against.first : &steps[i];
        against.last = &steps[i];
    }
    return against;
}

/* Another paper gives a day of the filing that fits. */
static void param_right(Finding *filing, const char *day, const char *file, const char *place)
{
    finding_param(filing, "right", day);
    finding_param(filing, "right-file", file);
    finding_param(filing, "right-place", place);
}

static void add_odd_filing(Check *check, const CaseGroup *group, const Dated *filing, const Dated *next, const Dated *last)
{
    Finding *finding = check_add(check, "LAW-009", "late-filing", group, filing->file, filing->field->place);
    finding_param(finding, "first-field", filing->field->id);
    param_day(finding, "first", filing->day);
    finding_param(finding, "first-doctype", filing->document->type);
    finding_param(finding, "second-field", next->field->id);
    param_day(finding, "second", next->day);
    finding_param(finding, "second-doctype", next->document->type);
    if (next->file != filing->file) {
        finding_param(finding, "other-file", next->file->facts->path);
        finding_param(finding, "other-place", next->field->place);
    }
    finding_param(finding, "last-field", last->field->id);
    param_day(finding, "last", last->day);
    g_autofree char *alike = filing_told_alike(group, filing->document, filing->field);
    finding_param(finding, "alike", alike);
    g_auto(OddDay) odd = odd_day(check, group, filing, next);
    if (odd.slip == filing && odd.right.field)
        param_right(finding, odd.right.field->value, odd.right.file->facts->path, odd.right.field->place);
}

/* Filing ≤ notice ≤ decision ≤ service ≤ payment; where the filing alone is out of order the finding stands there. */
static void check_steps(Check *check, const CaseGroup *group, const Dated *steps, int count)
{
    const Against against = against_filing(&steps[0], steps + 1, count - 1);
    if (against.count >= STEPS_AGAINST && against.in_order)
        add_odd_filing(check, group, &steps[0], against.first, against.last);
    else
        check_chain(check, group, steps, count);
}

static void check_penalty(Check *check, const CaseGroup *group)
{
    const SubFile *file = NULL;
    const Document *decision = law_document(group, "penalty-decision", &file);
    if (!decision)
        return;
    Dated decided = dated_decision(file, decision);
    Dated notice = dated_notice(group, decision, decided.day);
    Dated served = dated_service(check, group, "penalty-decision", decision, DAY_NONE);
    Dated paid = dated_find(group, "payment-receipt closing-form", "payment-date");
    Dated closed = dated_find(group, "closing-form", "closing-date");
    const Dated steps[] = {dated_filing(group), notice, decided, served, paid};
    check_steps(check, group, steps, G_N_ELEMENTS(steps));
    const Dated end[] = {served.day != DAY_NONE ? served : decided, closed};
    check_chain(check, group, end, G_N_ELEMENTS(end));
}

/* An order to correct that was made before the penalty and reached the party only after it. */
static void check_order_served(Check *check, const CaseGroup *group)
{
    const SubFile *file = NULL, *order_file = NULL;
    const Document *decision = group->kind == KIND_PENALTY ? law_document(group, "penalty-decision", &file) : NULL,
                   *order = casegroup_document(group, "rectification-order", &order_file);
    if (!decision || !order || casegroup_count(group, "rectification-order") != 1)
        return;
    Dated decided = dated_decision(file, decision), made = dated_of(order_file, order, "decision-date"),
          served = dated_service(check, group, "rectification-order", order, DAY_NONE);
    if (made.day != DAY_NONE && decided.day != DAY_NONE && served.day != DAY_NONE && served.field &&
        made.day < decided.day && served.day > decided.day)
        add(check, group, "order-served", &served, &decided);
}

static Dated dated_exactly(const SubFile *file, const Document *document, const char *field)
{
    return (Dated){document_day(document, field), file, document, document_value(document, field)};
}

/* The first day of payment, and of closing, in the papers that name the decision of the number KEY. */
typedef struct { const char *key; Dated paid, closed; } Ended;

static void keep_earlier(Dated *first, Dated dated)
{
    if (dated.day != DAY_NONE && (first->day == DAY_NONE || dated.day < first->day))
        *first = dated;
}

static void look_ended(const SubFile *file, const Document *document, gpointer data)
{
    Ended *ended = data;
    const Field *number = document_value(document, "decision-number");
    if (number ? g_strcmp0(number->key, ended->key) != 0 : !document_mentions(document, ended->key))
        return;
    keep_earlier(&ended->paid, dated_exactly(file, document, "payment-date"));
    keep_earlier(&ended->closed, dated_exactly(file, document, "closing-date"));
}

static void check_daily(Check *check, const CaseGroup *group)
{
    if (group->kind != KIND_DAILY || !group->speaking)
        return;
    const SubFile *file = NULL;
    const Document *original = casegroup_document(group, "penalty-decision", &file);
    Dated decided = dated_decision(group->speaking_file, group->speaking),
          served = dated_service(check, group, "daily-decision", group->speaking, DAY_NONE);
    Ended ended = {.key = group->key};
    if (group->key) {
        casegroup_each_of(group, "payment-receipt", look_ended, &ended); /* first: the closing form takes its day from it */
        casegroup_each_of(group, "closing-form", look_ended, &ended);
    }
    const Dated steps[] = {dated_decision(file, original), decided, served, ended.paid},
                end[] = {served.day != DAY_NONE ? served : decided, ended.closed};
    check_chain(check, group, steps, G_N_ELEMENTS(steps));
    check_chain(check, group, end, G_N_ELEMENTS(end));
    const Dated notice[] = {dated_notice(group, group->speaking, decided.day), decided};
    check_chain(check, group, notice, G_N_ELEMENTS(notice));
}

static void check_enforcement(Check *check, const CaseGroup *group)
{
    if (group->kind != KIND_ENFORCEMENT || !group->speaking)
        return;
    const SubFile *file = NULL;
    const Document *demand = casegroup_document(group, "demand", &file);
    Dated demanded = dated_of(file, demand, "demand-date"), application = dated_of(group->speaking_file, group->speaking, "application-date");
    if (demanded.day != DAY_NONE && application.day != DAY_NONE && demanded.day >= application.day)
        add(check, group, "before", &demanded, &application);
}

/* ---- pairs of dates that the rules name ---- */

/* The first and the last of the dates looked for, in documents so titled. */
typedef struct { const char *field, *titled; Dated first, last; } Bounds;

/* True when the title of DOCUMENT has one of the WORDS, which | parts; NULL: always. */
static bool is_titled(const Document *document, const char *words)
{
    g_autofree char *title = words ? text_fold(document->title) : NULL;
    return !words || text_has_any_parted(title, words);
}

/* A paper may tell several days of one thing: payments by instalments. */
static void look_bounds(const SubFile *file, const Document *document, gpointer data)
{
    Bounds *bounds = data;
    for (guint i = 0; i < document->fields->len && is_titled(document, bounds->titled); i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, bounds->field) != 0 || field->status != VALUE_VALID)
            continue;
        Dated dated = {day_parse_iso(field->value), file, document, field};
        if (dated.day == DAY_NONE)
            continue;
        if (!bounds->first.document || dated.day < bounds->first.day)
            bounds->first = dated;
        if (!bounds->last.document || dated.day > bounds->last.day)
            bounds->last = dated;
    }
}

/* Receipts of the documents of one type, the first of their days. */
typedef struct { const CheckRules *rules; const CaseGroup *group; Dated first; } ServedFirst;

static void look_served(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    ServedFirst *served = data;
    g_autoptr(GArray) services = casegroup_services(served->rules, served->group, document->type, document);
    for (guint i = 0; i < services->len; i++) {
        const Served *each = &g_array_index(services, Served, i);
        if (each->day != DAY_NONE && each->field && (!served->first.document || each->day < served->first.day))
            served->first = (Dated){each->day, each->file, each->document, each->field};
    }
}

/* Whether DATED is the second date of FINDING, which stands there unless the first is the slip (param_where). */
static bool is_second(const Finding *finding, const Dated *dated)
{
    const char *there = finding_value(finding, "then-place"), *here = finding_value(finding, "second-place"),
               *file = there ? finding_value(finding, "then-file") : finding->file;
    return g_strcmp0(file, dated->file->facts->path) == 0 &&
           g_strcmp0(there ? there : here ? here : finding->place, dated->field->place) == 0;
}

/* LAW-009 was told of the date THEN already. */
static bool is_told_of(const Check *check, const CaseGroup *group, const Dated *then)
{
    const Finding *told;
    for (guint at = 0; then->document && (told = told_next(check, "LAW-009", group, &at));)
        if (is_second(told, then))
            return true;
    return false;
}

/* The day of DATED, an interview, is told as another than papers have, or than its own head has: what it makes late is not told again. */
static bool is_contradicted(const Check *check, const CaseGroup *group, const Dated *dated)
{
    const Finding *told;
    for (guint at = 0; (told = told_next(check, "EXT-002", group, &at));) {
        const bool own = g_strcmp0(told->variant, "record-days") == 0;
        const char *file = own ? told->file : finding_value(told, "other-file");
        if ((own || g_strcmp0(told->variant, "told") == 0) && g_strcmp0(file, dated->file->facts->path) == 0 &&
            g_strcmp0(finding_value(told, "other-place"), dated->field->place) == 0)
            return true;
    }
    return false;
}

static void compare_bounds(Check *check, const CaseGroup *group, const OrderRule *rule, const Dated *first, const Dated *last)
{
    const bool reversed = first->document && last->document && first->day > last->day;
    if (reversed && rule->once && (is_told_of(check, group, last) || told_field(check, "EXT-002", group, first->field->id)))
        return;
    if (reversed && !(first->document == last->document && is_contradicted(check, group, last)))
        add(check, group, rule->variant ? rule->variant : "apparent", first, last);
}

/* Receipts by the first number that each names: folded number → GPtrArray of Version. */
static void note_receipt(const SubFile *file, const Document *document, gpointer data)
{
    const Field *served = document_value(document, "served-number");
    if (!served)
        return;
    GHashTable *receipts = data;
    g_autofree char *key = text_fold(field_key(served));
    GArray *list = g_hash_table_lookup(receipts, key);
    if (!list) {
        list = g_array_new(FALSE, FALSE, sizeof(Version));
        g_hash_table_insert(receipts, g_steal_pointer(&key), list);
    }
    const Version receipt = {file, document};
    g_array_append_val(list, receipt);
}

/* RECEIPTS NULL: the second date stands in the document of the first. */
typedef struct {
    Check *check;
    const CaseGroup *group;
    const OrderRule *rule;
    GHashTable *receipts;
} OrderWalk;

static void look_receipts(const OrderWalk *walk, const Document *document, Bounds *then)
{
    const Field *number = document_value(document, "doc-number");
    g_autofree char *key = number ? text_fold(field_key(number)) : NULL;
    const GArray *list = key ? g_hash_table_lookup(walk->receipts, key) : NULL;
    for (guint i = 0; list && i < list->len; i++) {
        const Version *receipt = &g_array_index(list, Version, i);
        look_bounds(receipt->file, receipt->document, then);
    }
}

static void check_document(const SubFile *file, const Document *document, gpointer data)
{
    const OrderWalk *walk = data;
    Dated dated = dated_exactly(file, document, walk->rule->first_field);
    Bounds then = {.field = walk->rule->then_field};
    if (dated.day == DAY_NONE || text_has_any_parted(dated.field->quote, walk->rule->ahead))
        return;
    if (walk->receipts)
        look_receipts(walk, document, &then);
    else
        look_bounds(file, document, &then);
    compare_bounds(walk->check, walk->group, walk->rule, &dated, &then.last);
}

/* ---- a paper that names another which is younger ---- */

typedef struct {
    Check *check;
    const CaseGroup *group;
    const OrderRule *rule;
    const Dated *cited;
    const char *key; /* the number of CITED's document */
} CitedWalk;

static bool names_number(const Document *document, const char *field, const char *key)
{
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *number = document->fields->pdata[i];
        if (strcmp(number->id, field) == 0 && number->key && strcmp(number->key, key) == 0)
            return true;
    }
    return false;
}

static void look_citing(const SubFile *file, const Document *document, gpointer data)
{
    const CitedWalk *walk = data;
    Dated citing = dated_exactly(file, document, walk->rule->then_field);
    if (citing.day == DAY_NONE || citing.day >= walk->cited->day || !names_number(document, walk->rule->cites, walk->key))
        return;
    Finding *finding = check_add(walk->check, "LAW-009", walk->rule->variant, walk->group, walk->cited->file,
                                 walk->cited->field->place);
    param_day(finding, "first", walk->cited->day);
    param_day(finding, "second", citing.day);
    finding_param(finding, "second-doctype", document->type);
    finding_param(finding, "other-file", file->facts->path);
    finding_param(finding, "other-place", citing.field->place);
}

static void look_cited(const SubFile *file, const Document *document, gpointer data)
{
    CitedWalk walk = *(const CitedWalk *)data;
    Dated cited = dated_exactly(file, document, walk.rule->first_field);
    const Field *number = document_value(document, "doc-number");
    if (cited.day == DAY_NONE || !number || !number->key)
        return;
    walk.cited = &cited;
    walk.key = number->key;
    casegroup_each_of(walk.group, walk.rule->then, look_citing, &walk);
}

/* ---- a discussion of what was decided before it ---- */

/* Of the papers that agree on what DECISION sets the first; UNDATED: one of them has no day. */
typedef struct { const OrderRule *rule; const Document *decision; Dated first; bool undated; } AgreeSearch;

static bool is_told_unlike(const Document *document, const Field *sum, const char *words)
{
    const Field *cause = document_value(document, "cause");
    return text_has_any_parted(field_quote(sum), words) || text_has_any_parted(document->title, words) ||
           (cause && text_has_any_parted(cause->value, words));
}

/* Every sum that DOCUMENT agrees on is one that the decision sets. */
static bool agrees_on_it(const AgreeSearch *search, const Document *document)
{
    const OrderRule *rule = search->rule;
    bool any = false;
    int64_t fen;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *sum = document->fields->pdata[i];
        if (strcmp(sum->id, rule->agrees) != 0)
            continue;
        if (!law_amount_fen(sum, &fen) || !law_says_fen(search->decision, rule->as, fen) || is_told_unlike(document, sum, rule->unlike))
            return false;
        any = true;
    }
    return any;
}

static void look_agreeing(const SubFile *file, const Document *document, gpointer data)
{
    AgreeSearch *search = data;
    if (!agrees_on_it(search, document))
        return;
    Dated agreed = dated_exactly(file, document, search->rule->first_field);
    search->undated |= agreed.day == DAY_NONE;
    if (agreed.day != DAY_NONE && (!search->first.document || agreed.day < search->first.day))
        search->first = agreed;
}

static void look_decided(const SubFile *file, const Document *document, gpointer data)
{
    const OrderWalk *walk = data;
    AgreeSearch search = {.rule = walk->rule, .decision = document};
    Dated decided = dated_exactly(file, document, walk->rule->then_field);
    casegroup_each_of(walk->group, walk->rule->first, look_agreeing, &search);
    if (decided.day != DAY_NONE && !search.undated && !is_told_of(walk->check, walk->group, &decided))
        compare_bounds(walk->check, walk->group, walk->rule, &search.first, &decided);
}

/* Whether a paper of one of TYPES was not read, so that the first, or the last, of their days is not known. */
static bool may_lack_day(const Check *check, const CaseGroup *group, const char *types)
{
    g_auto(GStrv) each = g_strsplit(types, " ", -1);
    for (char **type = each; *type; type++)
        if (casegroup_may_mean_unread(check->in->rules, group, *type, NULL))
            return true;
    return false;
}

static void check_pair(Check *check, const CaseGroup *group, const OrderRule *rule)
{
    bool receipts = strcmp(rule->then, "service-receipt") == 0;
    if (rule->in && !word_in_list(rule->in, ' ', kind_ids[group->kind]))
        return;
    if (rule->cites) {
        casegroup_each_of(group, rule->first, look_cited, &(CitedWalk){check, group, rule, NULL, NULL});
        return;
    }
    if (rule->agrees) {
        if (!may_lack_day(check, group, rule->first))
            casegroup_each_of(group, rule->then, look_decided, &(OrderWalk){check, group, rule, NULL});
        return;
    }
    if (receipts || strcmp(rule->then, rule->first) == 0) {
        g_autoptr(GHashTable) by_number =
            g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
        if (receipts)
            casegroup_each_of(group, rule->then, note_receipt, by_number);
        casegroup_each_of(group, rule->first, check_document,
                          &(OrderWalk){check, group, rule, receipts ? by_number : NULL});
        return;
    }
    Bounds first = {.field = rule->first_field}, then = {.field = rule->then_field, .titled = rule->titled};
    casegroup_each_of(group, rule->then, look_bounds, &then);
    if (may_lack_day(check, group, rule->of ? rule->of : rule->first) || may_lack_day(check, group, rule->then))
        return;
    if (rule->of) {
        ServedFirst served = {check->in->rules, group, {0}};
        casegroup_each_of(group, rule->of, look_served, &served);
        first.first = served.first;
        if (is_told_of(check, group, &then.last))
            return;
    } else {
        casegroup_each_of(group, rule->first, look_bounds, &first);
    }
    compare_bounds(check, group, rule, &first.first, &then.last);
}

/* ---- what a filing told as wrong brings about ---- */

/* The filing told as odd in the case file of FINDING. */
static Finding *odd_filing(GHashTable *odd, const Finding *finding)
{
    return finding->casefile ? g_hash_table_lookup(odd, finding->casefile) : NULL;
}

static bool stands_at(const char *file, const char *place, const Finding *filing)
{
    return g_strcmp0(file, filing->file) == 0 && g_strcmp0(place, filing->place) == 0;
}

typedef struct { const char *day, *file, *place; } DayAt;

/* The day that FINDING sets against that of FILING, and where it stands; day NULL for none. */
static DayAt day_against(const Finding *finding, const Finding *filing)
{
    const char *agreed = finding_value(finding, "agreed-file"); /* it stands at the odd one */
    const DayAt first = {finding_value(finding, "value"), agreed ? agreed : finding->file,
                         agreed ? finding_value(finding, "agreed-place") : finding->place},
                other = {finding_value(finding, "other-value"), agreed ? finding->file : finding_value(finding, "other-file"),
                         agreed ? finding->place : finding_value(finding, "other-place")};
    if (stands_at(first.file, first.place, filing))
        return other;
    return stands_at(other.file, other.place, filing) ? first : (DayAt){0};
}

/* Another paper gives a day of the filing that is no later than the steps which follow: FILING names it. */
static bool is_right_day(const Finding *finding, Finding *filing)
{
    if (strcmp(finding->code, "EXT-002") != 0 || g_strcmp0(finding_value(finding, "field"), "filing-date") != 0)
        return false;
    const DayAt right = day_against(finding, filing);
    if (!right.day || strcmp(right.day, finding_value(filing, "second")) > 0)
        return false;
    if (!finding_value(filing, "right"))
        param_right(filing, right.day, right.file, right.place);
    return true;
}

/* How long the filing took, by the day that is told as wrong. */
static bool is_span_of(const Finding *finding, const Finding *filing)
{
    return strcmp(finding->code, "LAW-001") == 0 && stands_at(finding->file, finding->place, filing);
}

static bool follows_filing(const Finding *finding, gconstpointer data)
{
    Finding *filing = odd_filing((GHashTable *)data, finding);
    return filing && (is_right_day(finding, filing) || is_span_of(finding, filing));
}

void order_fold(Check *check)
{
    g_autoptr(GHashTable) odd = g_hash_table_new(g_str_hash, g_str_equal); /* case file → Finding, borrowed */
    for (guint i = 0; i < check->findings->len; i++) {
        Finding *finding = check->findings->pdata[i];
        if (strcmp(finding->code, "LAW-009") == 0 && g_strcmp0(finding->variant, "late-filing") == 0)
            g_hash_table_insert(odd, finding->casefile, finding);
    }
    if (g_hash_table_size(odd) > 0)
        check_fold(check, follows_filing, odd);
}

void order_check(Check *check, CaseGroup *group)
{
    const GPtrArray *orders = check->in->rules->cases->orders;
    for (guint i = 0; i < orders->len; i++)
        check_pair(check, group, orders->pdata[i]);
    check_penalty(check, group);
    check_order_served(check, group);
    check_daily(check, group);
    check_enforcement(check, group);
}
