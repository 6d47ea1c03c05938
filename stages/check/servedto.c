/* EXT-001, EXT-002: receipts that do not show when, or show another party than the document they serve; records of
 * an interview in another party's case, monitoring reports and payments of another firm, and papers of a firm
 * that no other paper names; an application to another court than the one that took it. */
#include <string.h>

#include "checks.h"
#include "namedbodies.h"
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

BodyName body_name(const Field *field)
{
    char *folded = text_fold(field_key(field));
    const bool masked = field->status != VALUE_VALID || strstr(folded, "某") || strchr(folded, '*');
    return (BodyName){folded, !masked && g_utf8_strlen(folded, -1) >= BODY_CHARS_MIN};
}

void body_name_clear(BodyName *name)
{
    g_clear_pointer(&name->folded, g_free);
}

static bool is_form(const BodyName *a, const BodyName *b)
{
    return is_within(a->folded, b->folded) || is_within(b->folded, a->folded);
}

bool body_is_another(const Field *a, const Field *b)
{
    if (!a || !b || strcmp(field_key(a), field_key(b)) == 0)
        return false;
    g_auto(BodyName) first = body_name(a), second = body_name(b);
    return first.plain && second.plain && !is_form(&first, &second);
}

bool body_names_same(const BodyName *a, const BodyName *b)
{
    return strcmp(a->folded, b->folded) == 0 || (a->plain && b->plain && is_form(a, b));
}

bool body_is_same(const Field *a, const Field *b)
{
    g_auto(BodyName) first = body_name(a), second = body_name(b);
    return body_names_same(&first, &second);
}

/* The bytes of NAME, folded, before the form of the company; 0 where it tells none: 沅陵县黄粱木业 is short for either. */
static size_t length_before_form(const char *name)
{
    static const char *const forms[] = {"股份有限公司", "有限责任公司", "有限公司"}; /* the last ends the first */
    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++)
        if (g_str_has_suffix(name, forms[i]))
            return strlen(name) - strlen(forms[i]);
    return 0;
}

/* True when A and B are one name but for the form of the company, 有限公司 and 有限责任公司, which both tell: it is part of the
 * registered name. */
static bool is_of_other_form(const Field *a, const Field *b)
{
    if (!a || !b)
        return false;
    g_auto(BodyName) first = body_name(a), second = body_name(b);
    const size_t length = length_before_form(first.folded);
    return first.plain && second.plain && length > 0 && length == length_before_form(second.folded) &&
           strncmp(first.folded, second.folded, length) == 0 && strcmp(first.folded, second.folded) != 0;
}

typedef struct { Check *check; CaseGroup *group; GHashTable *told; /* Document: those told once */ } Walk;

static bool is_told_of(const Finding *finding, const SubFile *file, const char *value, const char *other)
{
    const char *own = finding_value(finding, "value"), *against = finding_value(finding, "other-value");
    const bool here = g_strcmp0(finding->file, file->facts->path) == 0 ||
                      g_strcmp0(finding_value(finding, "other-file"), file->facts->path) == 0;
    return here && own && against && text_same(own, value) && text_same(against, other);
}

/* Whether the document in FILE was told already against another paper that has the name of its receipt: one wrong name. */
static bool is_name_told(const Walk *walk, const SubFile *file, const Field *party, const Field *recipient)
{
    const Finding *finding;
    for (guint at = 0; (finding = told_next(walk->check, "EXT-002", walk->group, &at));)
        if (g_strcmp0(finding_value(finding, "field"), "party") == 0 &&
            (is_told_of(finding, file, party->value, recipient->value) || is_told_of(finding, file, recipient->value, party->value)))
            return true;
    return false;
}

static void check_recipient(const Walk *walk, const SubFile *file, const Document *served,
                            const Served *receipt)
{
    const Field *party = document_value(served, "party"),
                *recipient = document_value(receipt->document, "party");
    const bool another = body_is_another(party, recipient) || is_of_other_form(party, recipient);
    if (!another || g_hash_table_contains(walk->told, receipt->document))
        return;
    g_hash_table_add(walk->told, (gpointer)receipt->document);
    if (is_name_told(walk, file, party, recipient))
        return;
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

/* A day of service that SERVED tells of itself; a demand tells that of the decision. */
static bool tells_own_service(const Document *served)
{
    return strcmp(served->type, "demand") != 0 && document_day(served, "service-date") != DAY_NONE;
}

static void check_undated(const Walk *walk, const Document *served, const GArray *services)
{
    const Served *receipt = &g_array_index(services, Served, 0);
    if (any_is_dated(services) || tells_own_service(served) || receipt->field ||
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
    g_hash_table_add(walk->told, (gpointer)document);
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

/* The papers of one type: those of others, and whether one is the party's. */
typedef struct { const CheckRules *rules; const CaseGroup *group; GArray *others; /* Saying */ bool fits; } BodySearch;

static void look_body(const SubFile *file, const Document *document, gpointer data)
{
    BodySearch *search = data;
    const Field *body = document_value(document, "party");
    bool another = body_is_another(search->group->party, body) && !is_third(search->rules, body);
    search->fits |= body && !another;
    if (another)
        g_array_append_val(search->others, ((Saying){file, document, body}));
}

/* A paper beside that names the other firm as the party: then the party is not certain, which is told of that paper. */
static void look_beside(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    BodySearch *search = data;
    const Saying *other = &g_array_index(search->others, Saying, 0);
    const Field *party = document_value(document, "party");
    bool beside = party && strcmp(document->type, other->document->type) != 0;
    search->fits |= beside && !body_is_another(party, other->field);
}

/* ITS is a paper of another firm, and the one to look at. */
static Finding *add_body(Check *check, const CaseGroup *group, const char *variant, const Saying *its)
{
    const Saying own = {group->speaking_file, group->speaking, group->party};
    Finding *finding = contradiction_add_as(check, group, variant, "party", its, &own);
    finding_set(finding, "quote", its->field->value); /* without what runs on behind it */
    bool measured = strcmp(its->document->type, "monitoring-report") == 0;
    finding_param(finding, "measured", measured ? its->document->type : NULL);
    return finding;
}

/* Not one paper of TYPE is the party's, but another firm's.  Returns whether that was told. */
static bool check_bodies(Check *check, const CaseGroup *group, const char *type)
{
    g_autoptr(GArray) others = g_array_new(FALSE, FALSE, sizeof(Saying));
    BodySearch search = {check->in->rules, group, others, false};
    if (!group->speaking)
        return false;
    casegroup_each_of(group, type, look_body, &search);
    if (others->len > 0)
        casegroup_each_document(group, look_beside, &search);
    if (others->len == 0 || search.fits)
        return false;
    g_autoptr(GString) places = g_string_new(NULL);
    for (guint i = 1; i < others->len; i++) {
        const Saying *more = &g_array_index(others, Saying, i);
        saying_add_place(places, more->file, more->field->place);
    }
    Finding *finding = add_body(check, group, "body", &g_array_index(others, Saying, 0));
    finding_param(finding, "paid", strcmp(type, "payment-receipt") == 0 ? type : NULL);
    finding_param(finding, "others", places->len > 0 ? places->str : NULL);
    return true;
}

/* ---- one paper of another firm beside those of the party ---- */

/* A neighbour's outlet may have been measured as well, and a witness may work elsewhere: then another paper names the
 * firm, or its own paper names the party.  Where neither does, the paper is another case's, or the name is a slip. */
enum { STRANGERS_MAX = 50 }; /* firms asked about in a case file: each is compared with all its papers */

typedef struct {
    Check *check;
    const CaseGroup *group;
    bool reports;        /* the monitoring reports too: they were not told */
    GHashTable *told;    /* Document: what was told already */
    GArray *strangers;   /* Saying */
    GPtrArray *parties;  /* Field: whom the other papers name as the party */
    GHashTable *foreign; /* SubFile: the files of the strangers */
} StrangerSearch;

/* Whether A and B are written with as many characters and differ in one: 巨基木业, 鸿基木业. */
static bool differ_in_one_character(const char *a, const char *b)
{
    int differing = 0;
    while (*a != '\0' && *b != '\0') {
        differing += g_utf8_get_char(a) != g_utf8_get_char(b);
        a = g_utf8_next_char(a);
        b = g_utf8_next_char(b);
    }
    return *a == *b && differing == 1;
}

/* Whether who is questioned for STRANGER is of the party by all but that name: its head, or the name is but one character off. */
static bool is_own_staff(const CaseGroup *group, const Document *record, const Field *stranger)
{
    const Field *asked = document_value(record, "legal-rep"), *head = group->speaking ? document_value(group->speaking, "legal-rep") : NULL;
    return (asked && head && text_same(asked->value, head->value)) || differ_in_one_character(stranger->value, group->party->value);
}

/* In the record of a hearing "party:" also stands before what the party said, which is no firm by its name (named-body). */
static bool is_hearing(const Document *document)
{
    return strcmp(document->type, "hearing-record") == 0;
}

/* The firm alone that DOCUMENT names as the one it is about; NULL when that is the party, or nobody. */
static const Field *stranger_in(const StrangerSearch *search, const Document *document)
{
    static const char *const types[] = {"monitoring-report", "discussion-record", "interview-record", "hearing-record",
                                        "transfer-list", "police-receipt", "service-receipt", NULL};
    const Field *stranger = NULL;
    bool left_out = !search->reports && strcmp(document->type, "monitoring-report") == 0;
    if (left_out || g_hash_table_contains(search->told, document))
        return NULL;
    for (guint i = 0; g_strv_contains(types, document->type) && i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, "party") != 0 || (is_hearing(document) && !document_says(document, "named-body", field)))
            continue;
        if (!body_is_another(search->group->party, field) || is_third(search->check->in->rules, field))
            return NULL;
        stranger = stranger ? stranger : field;
    }
    /* of who is questioned the employer is told: the case is another one by its ground */
    const Field *cause = document_value(document, "cause");
    bool asked = strcmp(document->type, "interview-record") == 0;
    bool about = stranger && asked && ((cause && strstr(cause->value, stranger->value)) || is_own_staff(search->group, document, stranger));
    return asked && !about ? NULL : stranger;
}

static void look_stranger(const SubFile *file, const Document *document, gpointer data)
{
    StrangerSearch *search = data;
    const Field *stranger = stranger_in(search, document);
    if (stranger) {
        g_array_append_val(search->strangers, ((Saying){file, document, stranger}));
        g_hash_table_add(search->foreign, (gpointer)file);
    }
}

static void look_party(const SubFile *file, const Document *document, gpointer data)
{
    StrangerSearch *search = data;
    for (guint i = 0; !g_hash_table_contains(search->foreign, file) && i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, "party") == 0 || strcmp(field->id, "subject-party") == 0)
            g_ptr_array_add(search->parties, (gpointer)field);
    }
}

/* Files of the case file that hold no stranger.  Caller unrefs. */
static GPtrArray *own_files(const StrangerSearch *search)
{
    GPtrArray *files = g_ptr_array_new();
    for (guint i = 0; i < search->group->files->len; i++)
        if (!g_hash_table_contains(search->foreign, search->group->files->pdata[i]))
            g_ptr_array_add(files, search->group->files->pdata[i]);
    return files;
}

static bool is_known_here(const StrangerSearch *search, const NamedBodies *bodies, const Saying *stranger)
{
    const char *own = search->group->party->value, *name = stranger->field->value;
    if (namedbodies_elsewhere(bodies, name, own, stranger->file))
        return true;
    for (guint i = 0; i < search->parties->len; i++)
        if (!body_is_another(search->parties->pdata[i], stranger->field))
            return true;
    return false;
}

/* The same, asked once of each name; true of those that are too many.  KNOWN: name, folded → the answer. */
static bool is_known(const StrangerSearch *search, const NamedBodies *bodies, const Saying *stranger, GHashTable *known)
{
    g_autofree char *name = text_fold(field_key(stranger->field));
    gpointer answer = GINT_TO_POINTER(true);
    if (g_hash_table_lookup_extended(known, name, NULL, &answer) || g_hash_table_size(known) >= STRANGERS_MAX)
        return GPOINTER_TO_INT(answer);
    answer = GINT_TO_POINTER(is_known_here(search, bodies, stranger));
    g_hash_table_insert(known, g_steal_pointer(&name), answer);
    return GPOINTER_TO_INT(answer);
}

/* A file that names the party, or was asked for the firm already, tells nothing of it; but the record of a hearing has one party. */
static bool is_told_in(const StrangerSearch *search, const Saying *stranger, GHashTable *asked)
{
    g_autofree char *name = text_fold(field_key(stranger->field));
    if (!g_hash_table_add(asked, g_strdup_printf("%p %s", (const void *)stranger->file, name)))
        return true;
    return !is_hearing(stranger->document) && namedbodies_in_file(stranger->file, search->group->party->value, stranger->field->value);
}

static void tell_strangers(const StrangerSearch *search)
{
    g_autoptr(GHashTable) asked = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                          known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GPtrArray) files = own_files(search);
    g_autoptr(NamedBodies) bodies = namedbodies_new(files);
    casegroup_each_document(search->group, look_party, (gpointer)search);
    for (guint i = 0; i < search->strangers->len; i++) {
        const Saying *stranger = &g_array_index(search->strangers, Saying, i);
        if (!is_known(search, bodies, stranger, known) && !is_told_in(search, stranger, asked))
            add_body(search->check, search->group, "stranger", stranger);
    }
}

static void check_strangers(const Walk *walk, bool reports)
{
    g_autoptr(GArray) strangers = g_array_new(FALSE, FALSE, sizeof(Saying));
    g_autoptr(GPtrArray) parties = g_ptr_array_new();
    g_autoptr(GHashTable) foreign = g_hash_table_new(NULL, NULL);
    StrangerSearch search = {walk->check, walk->group, reports, walk->told, strangers, parties, foreign};
    if (!walk->group->speaking || !walk->group->party)
        return;
    casegroup_each_document(walk->group, look_stranger, &search);
    if (strangers->len > 0)
        tell_strangers(&search);
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
    bool reports_told = check_bodies(check, group, "monitoring-report");
    check_bodies(check, group, "payment-receipt");
    check_strangers(&walk, !reports_told);
    check_court(check, group);
}
