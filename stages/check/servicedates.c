/* EXT-002: when a document was served, by its receipts and by the other papers that tell it; where no receipt was read, by those. */
#include <string.h>

#include "docnumber.h"
#include "oddpaper.h"

/* ---- of which document a paper tells ---- */

typedef struct {
    const CaseGroup *group;
    const Document *from;  /* the paper that tells when a document of RULE's type was served */
    const ServiceRule *rule;
    const Document *named, *mentioned, *only; /* by a field, by its number in the text, the only one there is */
    int mentions, count;
    bool other; /* it names one of another step, such as the second order of a daily file */
} TargetSearch;

static void look_target(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    TargetSearch *search = data;
    if (document == search->from)
        return;
    const Field *own = document_value(document, "doc-number"),
                *naming = document_value(search->from, search->rule->number);
    bool mentioned = own && own->key && document_mentions(search->from, own->key);
    if (casegroup_is_aside(search->group, search->from, document)) {
        search->other |= mentioned;
        return;
    }
    search->only = document;
    search->count++;
    if (own && own->key && naming && g_strcmp0(naming->key, own->key) == 0)
        search->named = document;
    if (mentioned) {
        search->mentioned = document;
        search->mentions++;
    }
}

/* The document whose service FROM tells of; NULL where that is not certain. */
static const Document *target_of(const CaseGroup *group, const Document *from, const ServiceRule *rule)
{
    TargetSearch search = {.group = group, .from = from, .rule = rule};
    casegroup_each_of(group, rule->of, look_target, &search);
    if (search.named)
        return search.named;
    if (search.mentions > 0)
        return search.mentions == 1 ? search.mentioned : NULL;
    bool names_another = search.other || document_value(from, search.rule->number);
    return search.count == 1 && !names_another && !casegroup_may_hold_unread(group, rule->of, NULL) ? search.only : NULL;
}

/* ---- what the papers tell of one document ---- */

typedef struct { Saying saying; Day day; const Document *target; } Told;
typedef struct {
    const Check *check;
    const CaseGroup *group;
    GHashTable *told; /* target → GArray of Told, in path order, of receipts too */
} Telling;

/* Whether the clause that says FIELD names TARGET by its number. */
static bool is_numbered(const Field *field, const Document *target)
{
    const Field *own = document_value(target, "doc-number");
    g_autoptr(GPtrArray) keys = docnumber_keys(field_quote(field), DOCNUMBER_TEXT);
    return own && own->key && g_ptr_array_find_with_equal_func(keys, own->key, g_str_equal, NULL);
}

static bool is_told_by(const Field *field, const ServiceRule *rule)
{
    return strcmp(field->id, rule->field) == 0 && field->status == VALUE_VALID && day_parse_iso(field->value) != DAY_NONE;
}

typedef struct {
    const CaseGroup *group;
    const Document *from;
    GPtrArray *keys, *targets; /* numbers that FROM gives as the rule's, each once; the document of each, or NULL */
} NamedSearch;

static void look_named(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    NamedSearch *search = data;
    const Field *own = document_value(document, "doc-number");
    for (guint i = 0; own && own->key && i < search->keys->len; i++)
        if (strcmp(search->keys->pdata[i], own->key) == 0 && !casegroup_is_aside(search->group, search->from, document))
            search->targets->pdata[i] = (gpointer)document;
}

/* The documents that FROM names by the field of RULE, in its order; NULL for each that is not there.  Caller unrefs. */
static GPtrArray *named_by(const CaseGroup *group, const Document *from, const ServiceRule *rule)
{
    g_autoptr(GPtrArray) keys = g_ptr_array_new();
    GPtrArray *targets = g_ptr_array_new();
    for (guint i = 0; i < from->fields->len; i++) {
        const Field *field = from->fields->pdata[i];
        if (strcmp(field->id, rule->number) != 0 || !field->key ||
            g_ptr_array_find_with_equal_func(keys, field->key, g_str_equal, NULL))
            continue;
        g_ptr_array_add(keys, field->key);
        g_ptr_array_add(targets, NULL);
    }
    casegroup_each_of(group, rule->of, look_named, &(NamedSearch){group, from, keys, targets});
    return targets;
}

/* Of which document a paper tells a day. */
typedef struct {
    const Document *only;   /* where each day is of one and the same */
    const GPtrArray *named; /* those that it names by number, in its order */
    guint days;             /* how many it tells */
} Targets;

/* 以（…告字〔2016〕14号）告知，并于29日送达；又以（…告字〔2016〕19号）重新告知，并于30日送达: as many days as papers, each of its own. */
static const Document *target_of_day(const Targets *targets, guint nth)
{
    const bool each = targets->named->len > 1 && targets->days == targets->named->len;
    return each ? targets->named->pdata[nth] : targets->only;
}

static bool has_several(const GPtrArray *documents)
{
    guint count = 0;
    for (guint i = 0; i < documents->len; i++)
        count += documents->pdata[i] != NULL;
    return count > 1;
}

static void add_told(Telling *telling, const Told *told)
{
    GArray *list = g_hash_table_lookup(telling->told, told->target);
    if (!list) {
        list = g_array_new(FALSE, FALSE, sizeof(Told));
        g_hash_table_insert(telling->told, (gpointer)told->target, list);
    }
    g_array_append_val(list, *told);
}

static void gather_by_rule(Telling *telling, const SubFile *file, const Document *document,
                           const ServiceRule *rule)
{
    Targets targets = {0};
    for (guint i = 0; i < document->fields->len; i++)
        targets.days += is_told_by(document->fields->pdata[i], rule);
    if (targets.days == 0 || !word_in_list(rule->in, ' ', document->type))
        return;
    g_autoptr(GPtrArray) named = named_by(telling->group, document, rule);
    targets.named = named;
    targets.only = has_several(named) ? NULL : target_of(telling->group, document, rule);
    for (guint i = 0, nth = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (!is_told_by(field, rule))
            continue;
        const Told told = {{file, document, field}, day_parse_iso(field->value), target_of_day(&targets, nth++)};
        if (told.target && !(rule->numbered && !is_numbered(field, told.target)))
            add_told(telling, &told);
    }
}

static void gather_told(const SubFile *file, const Document *document, gpointer data)
{
    Telling *telling = data;
    const GPtrArray *rules = telling->check->in->rules->cases->services;
    for (guint i = 0; i < rules->len; i++)
        gather_by_rule(telling, file, document, rules->pdata[i]);
}

static void drop_undated(GArray *services)
{
    for (guint i = services->len; i-- > 0;)
        if (g_array_index(services, Served, i).day == DAY_NONE)
            g_array_remove_index(services, i);
}

static bool shown_by(const GArray *services, Day day)
{
    for (guint i = 0; i < services->len; i++)
        if (g_array_index(services, Served, i).day == day)
            return true;
    return false;
}

/* True when the paper at INDEX is the one to be shown of those that tell the same day: the first of those that
 * count most. */
static bool is_shown(const CaseGroup *group, const GArray *told, guint index)
{
    const Told *this = &g_array_index(told, Told, index);
    int rank = saying_rank(group, &this->saying);
    for (guint i = 0; i < told->len; i++) {
        const Told *each = &g_array_index(told, Told, i);
        int other = saying_rank(group, &each->saying);
        if (each->day == this->day && (other < rank || (other == rank && i < index)))
            return false;
    }
    return true;
}

/* How many papers tell DAY, each once; PLACES (NULL: not wanted) gets those but SHOWN (NULL: all). */
static guint count_told(const GArray *told, Day day, const Document *shown, GString *places)
{
    const Document *last = NULL;
    guint count = 0;
    for (guint i = 0; i < told->len; i++) {
        const Told *each = &g_array_index(told, Told, i);
        if (each->day != day || each->saying.document == last)
            continue;
        last = each->saying.document;
        count++;
        if (places && last != shown)
            saying_add_place(places, each->saying.file, each->saying.field->place);
    }
    return count;
}

/* Nothing tells another day of service than A or B. */
static bool only_two_days(const GArray *told, const GArray *services, Day a, Day b)
{
    for (guint i = 0; i < told->len; i++)
        if (g_array_index(told, Told, i).day != a && g_array_index(told, Told, i).day != b)
            return false;
    for (guint i = 0; i < services->len; i++)
        if (g_array_index(services, Served, i).day != a && g_array_index(services, Served, i).day != b)
            return false;
    return true;
}

/* TOLD is one of ALL that tell of its target.  Of receipt and paper the one that stands alone against two or more is the suspect,
 * and the place; of one against one neither is. */
static void add_finding(Check *check, const CaseGroup *group, const GArray *all, const Told *told,
                        const GArray *services)
{
    const Served *receipt = &g_array_index(services, Served, 0);
    const Saying other = {receipt->file, receipt->document, receipt->field};
    guint with = count_told(all, told->day, NULL, NULL), against = services->len + count_told(all, receipt->day, NULL, NULL);
    bool two = only_two_days(all, services, told->day, receipt->day);
    bool receipt_alone = two && with >= AGAINST_MIN && against == 1, told_alone = two && with == 1 && against >= AGAINST_MIN;
    g_autoptr(GString) places = g_string_new(NULL);
    count_told(all, told->day, receipt_alone ? NULL : told->saying.document, places);
    Finding *finding = contradiction_add_as(check, group, "service", "service-date", &told->saying, &other);
    finding_param(finding, "of", told->target->type);
    param_int(finding, "count", with);
    param_int(finding, "other-count", against);
    if (places->len > 0)
        finding_param(finding, receipt_alone ? "tellers" : "others", places->str);
    if (receipt_alone || told_alone)
        finding_param(finding, "suspect", receipt_alone ? other.document->type : told->saying.document->type);
    if (two && with == 1 && against == 1)
        finding_param(finding, "of-even", told->target->type);
    if (receipt_alone)
        finding_turn_to(finding, &other);
}

bool service_is_compared(const CheckRules *rules, const char *type)
{
    for (guint i = 0; i < rules->cases->services->len; i++)
        if (strcmp(((const ServiceRule *)rules->cases->services->pdata[i])->of, type) == 0)
            return true;
    return false;
}

typedef struct { Check *check; CaseGroup *group; GHashTable *told; } Walk;

/* A paper that tells two days may tell of two services. */
static bool one_tells_two_days(const GArray *told)
{
    for (guint i = 0; i < told->len; i++)
        for (guint j = 0; j < i; j++) {
            const Told *a = &g_array_index(told, Told, i), *b = &g_array_index(told, Told, j);
            if (a->saying.document == b->saying.document && a->day != b->day)
                return true;
        }
    return false;
}

/* Of ALL that tell of one target the paper to be shown for the day that most of them tell; of as many the one that counts more. */
static const Told *most_told(const CaseGroup *group, const GArray *all)
{
    const Told *most = NULL;
    guint count = 0;
    for (guint i = 0; i < all->len; i++) {
        const Told *each = &g_array_index(all, Told, i);
        const guint with = count_told(all, each->day, NULL, NULL);
        if (!is_shown(group, all, i) ||
            (most && (with < count || (with == count && saying_rank(group, &each->saying) >= saying_rank(group, &most->saying)))))
            continue;
        most = each;
        count = with;
    }
    return most;
}

/* No receipt that was read shows when TARGET was served, and the papers that tell it do not agree. */
static void check_told_alone(Check *check, const CaseGroup *group, const GArray *all)
{
    if (one_tells_two_days(all))
        return;
    const Told *most = most_told(group, all);
    for (guint i = 0; i < all->len; i++) {
        const Told *each = &g_array_index(all, Told, i);
        if (each->day == most->day || !is_shown(group, all, i))
            continue;
        g_autoptr(GString) places = g_string_new(NULL), others = g_string_new(NULL);
        const guint with = count_told(all, each->day, each->saying.document, others),
                    against = count_told(all, most->day, most->saying.document, places);
        Finding *finding = contradiction_add_as(check, group, "service-told", "service-date", &each->saying, &most->saying);
        finding_param(finding, "of", each->target->type);
        if (others->len > 0)
            finding_param(finding, "others", others->str);
        if (places->len > 0)
            finding_param(finding, "tellers", places->str);
        if (with == 1 && against >= AGAINST_MIN)
            finding_param(finding, "suspect", each->saying.document->type);
    }
}

/* Every day on which TARGET is said to have been served and that none of its receipts shows. */
static void check_target(const SubFile *file, const Document *target, gpointer data)
{
    (void)file;
    const Walk *walk = data;
    const CheckRules *rules = walk->check->in->rules;
    const GArray *told = g_hash_table_lookup(walk->told, target);
    if (!told || !service_is_compared(rules, target->type))
        return;
    g_autoptr(GArray) services = casegroup_services(rules, walk->group, target->type, target);
    drop_undated(services);
    if (services->len == 0)
        check_told_alone(walk->check, walk->group, told);
    for (guint i = 0; services->len > 0 && i < told->len; i++) {
        const Told *each = &g_array_index(told, Told, i);
        if (!shown_by(services, each->day) && is_shown(walk->group, told, i))
            add_finding(walk->check, walk->group, told, each, services);
    }
}

bool service_is_in_error(const Check *check, const CaseGroup *group, const Saying *paper, const Field *told)
{
    Day made = document_day(paper->document, paper->field->id), day = day_parse_iso(told->value),
        served = casegroup_served(check->in->rules, group, paper->document->type, paper->document, DAY_NONE).day;
    return served != DAY_NONE && made != DAY_NONE && served < made && day >= made;
}

/* What the papers of GROUP tell of the service of each: target → GArray of Told. */
static GHashTable *all_told(const Check *check, const CaseGroup *group)
{
    GHashTable *told = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
    casegroup_each_document(group, gather_told, &(Telling){check, group, told});
    return told;
}

typedef struct {
    const Check *check;
    const CaseGroup *group;
    GHashTable *told;
    const Document *receipt;
    GArray *sayings;
} OfReceipt;

static bool is_among(const GArray *services, const Document *receipt)
{
    for (guint i = 0; i < services->len; i++)
        if (g_array_index(services, Served, i).document == receipt)
            return true;
    return false;
}

static void look_served(const SubFile *file, const Document *target, gpointer data)
{
    (void)file;
    const OfReceipt *of = data;
    const GArray *told = g_hash_table_lookup(of->told, target);
    if (!told)
        return;
    g_autoptr(GArray) services = casegroup_services(of->check->in->rules, of->group, target->type, target);
    for (guint i = 0; is_among(services, of->receipt) && i < told->len; i++)
        g_array_append_val(of->sayings, g_array_index(told, Told, i).saying);
}

void service_sayings(const Check *check, const CaseGroup *group, const Document *receipt, GArray *sayings)
{
    g_autoptr(GHashTable) told = all_told(check, group);
    casegroup_each_document(group, look_served, &(OfReceipt){check, group, told, receipt, sayings});
}

void servicedates_check(Check *check, CaseGroup *group)
{
    g_autoptr(GHashTable) told = all_told(check, group);
    casegroup_each_document(group, check_target, &(Walk){check, group, told});
}
