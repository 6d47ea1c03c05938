/* EXT-001, EXT-002: receipts that do not show when, or show another party than the document they serve; records of
 * an interview in another party's case, monitoring reports and payments of another firm; an application to
 * another court than the one that took it. */
#include <string.h>

#include "checks.h"
#include "text.h"

enum { BODY_CHARS_MIN = 6 }; /* fewer are a person, who takes a document for a firm, or a short form */

/* True when the characters of SHORTER stand in LONGER in their order: a short form (黄粱木业 of 沅陵县黄粱木业有限公司). */
static bool is_within(const char *shorter, const char *longer)
{
    for (; *shorter && *longer; longer = g_utf8_next_char(longer))
        if (g_utf8_get_char(shorter) == g_utf8_get_char(longer))
            shorter = g_utf8_next_char(shorter);
    return *shorter == '\0';
}

static bool is_plain_body(const Field *field, const char *folded)
{
    bool masked = field->status != VALUE_VALID || strstr(folded, "某") || strchr(folded, '*');
    return !masked && g_utf8_strlen(folded, -1) >= BODY_CHARS_MIN;
}

bool body_is_another(const Field *a, const Field *b)
{
    if (!a || !b || strcmp(field_key(a), field_key(b)) == 0)
        return false;
    g_autofree char *first = text_fold(field_key(a)), *second = text_fold(field_key(b));
    return is_plain_body(a, first) && is_plain_body(b, second) && !is_within(first, second) &&
           !is_within(second, first);
}

bool body_is_same(const Field *a, const Field *b)
{
    if (text_same(field_key(a), field_key(b)))
        return true;
    g_autofree char *first = text_fold(field_key(a)), *second = text_fold(field_key(b));
    return is_plain_body(a, first) && is_plain_body(b, second) && (is_within(first, second) || is_within(second, first));
}

typedef struct { Check *check; CaseGroup *group; GHashTable *told; /* Document: receipts told once */ } Walk;

static void check_recipient(const Walk *walk, const SubFile *file, const Document *served,
                            const Served *receipt)
{
    const Field *party = document_value(served, "party"),
                *recipient = document_value(receipt->document, "party");
    if (g_hash_table_contains(walk->told, receipt->document) || !body_is_another(party, recipient))
        return;
    g_hash_table_add(walk->told, (gpointer)receipt->document);
    const Saying own = {file, served, party}, other = {receipt->file, receipt->document, recipient};
    contradiction_tell_odd(walk->check, walk->group,
                           contradiction_add(walk->check, walk->group, "party", &own, &other), &own, &other);
}

static bool any_is_dated(const GArray *services)
{
    for (guint i = 0; i < services->len; i++)
        if (g_array_index(services, Served, i).day != DAY_NONE)
            return true;
    return false;
}

static void check_undated(const Walk *walk, const Document *served, const GArray *services)
{
    const Served *receipt = &g_array_index(services, Served, 0);
    if (any_is_dated(services) || document_day(served, "service-date") != DAY_NONE || receipt->field ||
        !g_hash_table_add(walk->told, (gpointer)receipt->document))
        return;
    Finding *finding =
        check_add(walk->check, "EXT-001", "service", walk->group, receipt->file, receipt->document->first);
    finding_param(finding, "field", "service-date");
    finding_param(finding, "of", served->type);
}

static void check_served(const SubFile *file, const Document *document, gpointer data)
{
    const Walk *walk = data;
    const CheckRules *rules = walk->check->in->rules;
    if (!service_is_compared(rules, document->type))
        return;
    g_autoptr(GArray) services = casegroup_services(rules, walk->group, document->type, document);
    for (guint i = 0; i < services->len; i++)
        check_recipient(walk, file, document, &g_array_index(services, Served, i));
    if (services->len > 0)
        check_undated(walk, document, services);
}

static void check_interview(const SubFile *file, const Document *document, gpointer data)
{
    const Walk *walk = data;
    const Field *subject =
        strcmp(document->type, "interview-record") == 0 ? document_value(document, "subject-party") : NULL;
    if (!walk->group->speaking || !body_is_another(walk->group->party, subject))
        return;
    const Saying own = {walk->group->speaking_file, walk->group->speaking, walk->group->party},
                 other = {file, document, subject};
    contradiction_tell_odd(walk->check, walk->group,
                           contradiction_add(walk->check, walk->group, "party", &own, &other), &own, &other);
}

/* Who has monitoring done, takes a payment or passes it on without being the party, by the rules. */
static bool is_third(const CheckRules *rules, const Field *body)
{
    return body && text_has_any_of(body->value, rules->cases->thirds);
}

/* One paper of the party's is enough: monitoring of a neighbour, or what another paid, may lie beside it. */
typedef struct { const CheckRules *rules; const CaseGroup *group; Saying other; bool fits; } BodySearch;

static void look_body(const SubFile *file, const Document *document, gpointer data)
{
    BodySearch *search = data;
    const Field *body = document_value(document, "party");
    bool another = body_is_another(search->group->party, body) && !is_third(search->rules, body);
    search->fits |= body && !another;
    if (another && !search->other.field)
        search->other = (Saying){file, document, body};
}

static void check_bodies(Check *check, const CaseGroup *group, const char *type)
{
    BodySearch search = {.rules = check->in->rules, .group = group};
    if (!group->speaking)
        return;
    casegroup_each_of(group, type, look_body, &search);
    const Saying own = {group->speaking_file, group->speaking, group->party};
    if (!search.other.field || search.fits)
        return;
    Finding *finding = contradiction_add_as(check, group, "body", "party", &own, &search.other);
    finding_param(finding, "paid", strcmp(type, "payment-receipt") == 0 ? type : NULL);
}

typedef struct { Saying taken; bool fits; const Field *asked; } CourtSearch;

/* A higher court is no other one: it decides on appeal. */
static void look_court(const SubFile *file, const Document *document, gpointer data)
{
    CourtSearch *search = data;
    bool is_court = strcmp(document->type, "court-document") == 0;
    const Field *court = is_court ? document_value(document, "court") : NULL;
    if (!court)
        return;
    bool higher = strstr(court->value, "中级") || strstr(court->value, "高级");
    search->fits |= higher || !body_is_another(court, search->asked);
    if (!search->taken.field)
        search->taken = (Saying){file, document, court};
}

static void check_court(Check *check, const CaseGroup *group)
{
    const Field *asked = group->kind == KIND_ENFORCEMENT ? document_value(group->speaking, "court") : NULL;
    CourtSearch search = {.asked = asked};
    if (!asked)
        return;
    casegroup_each_document(group, look_court, &search);
    if (!search.taken.field || search.fits)
        return;
    const Saying own = {group->speaking_file, group->speaking, asked};
    contradiction_add(check, group, "court", &own, &search.taken);
}

void servedto_check(Check *check, CaseGroup *group)
{
    g_autoptr(GHashTable) told = g_hash_table_new(NULL, NULL);
    Walk walk = {check, group, told};
    casegroup_each_document(group, check_served, &walk);
    casegroup_each_document(group, check_interview, &walk);
    check_bodies(check, group, "monitoring-report");
    check_bodies(check, group, "payment-receipt");
    check_court(check, group);
}
