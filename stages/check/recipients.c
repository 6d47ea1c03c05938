/* REF-007: the police to whom a letter of transfer goes, and not those of another county, the procuratorate, a court, a
 * bureau or nobody; and the court to which an application goes, or that it names none. */
#include <string.h>

#include "checks.h"
#include "text.h"

enum { PLACE_CHARS = 2 }; /* tell one place from another: 沅陵, 道县 */

/* NAME folded, without its province and CITY before it. */
static char *within_city(const char *name, const char *city)
{
    g_autofree char *folded = text_fold(name);
    const char *province = strstr(folded, "省"), *within = province ? province + strlen("省") : folded;
    return g_strdup(city[0] != '\0' && g_str_has_prefix(within, city) ? within + strlen(city) : within);
}

bool place_is_same(const char *a, const char *b)
{
    const char *end = g_utf8_strlen(a, -1) >= PLACE_CHARS ? g_utf8_offset_to_pointer(a, PLACE_CHARS) : NULL;
    return end && strncmp(a, b, (size_t)(end - a)) == 0;
}

static bool is_of_unit(const UnitRow *unit, const char *place, const char *city)
{
    for (guint i = 0; i <= unit->aliases->len; i++) {
        g_autofree char *name = within_city(i == 0 ? unit->name : unit->aliases->pdata[i - 1], city);
        if (place_is_same(place, name))
            return true;
    }
    return false;
}

/* True for a unit of the whole city (怀化市环境监察支队), whose cases lie in any county. */
static bool is_of_city(const UnitRow *unit, const char *city)
{
    g_autofree char *name = within_city(unit->name, city);
    return g_str_has_prefix(name, "环境") && !g_str_has_suffix(name, "分局");
}

/* The county of which NAME is the BODY (公安局, 人民法院), without the city; NULL for those of the city and its
 * districts, which are its branches, and where no county is named. */
static char *county_of_body(const char *name, const char *body, const char *city)
{
    g_autofree char *place = within_city(name, city);
    char *end = strstr(place, body);
    if (!end || end == place)
        return NULL;
    *end = '\0';
    bool named = g_utf8_strlen(place, -1) >= PLACE_CHARS && !g_str_has_prefix(place, "我") &&
                 !g_str_has_prefix(place, "该");
    bool county = g_str_has_suffix(place, "县") || (city[0] != '\0' && g_str_has_suffix(place, "市"));
    return named && county ? g_steal_pointer(&place) : NULL;
}

/* Whether the county in which FIELD's BODY is, is neither the unit's nor to be told. */
static bool name_is_elsewhere(const Check *check, const char *name, const char *body, char **county)
{
    const UnitRow *unit = check->in->slice->unit;
    g_autofree char *city = season_city(check->in->season);
    *county = county_of_body(name, body, city);
    return *county && !is_of_city(unit, city) && !is_of_unit(unit, *county, city);
}

static bool is_elsewhere(const Check *check, const Field *field, const char *body, char **county)
{
    *county = NULL;
    return field && field->status == VALUE_VALID && name_is_elsewhere(check, field->value, body, county);
}

/* The court of the party's place may have the case as well. */
static bool is_of_party(const Check *check, const CaseGroup *group, const Document *application,
                        const char *county)
{
    const Field *const fields[] = {group->party, document_value(application, "address"),
                                   document_value(application, "party")};
    g_autofree char *city = season_city(check->in->season);
    for (size_t i = 0; i < G_N_ELEMENTS(fields); i++) {
        g_autofree char *place = fields[i] ? within_city(fields[i]->value, city) : NULL;
        if (place && place_is_same(county, place))
            return true;
    }
    return false;
}

static bool is_letter(const Document *document)
{
    static const char *const letters[] = {"detention-transfer", "crime-transfer", NULL};
    return g_strv_contains(letters, document->type);
}

static void look(const SubFile *file, const Document *document, gpointer data)
{
    Check *check = data;
    bool letter = is_letter(document), application = strcmp(document->type, "enforcement-application") == 0;
    if (!letter && !application)
        return;
    const Field *to = document_value(document, letter ? "recipient" : "court");
    g_autofree char *county = NULL;
    if (!is_elsewhere(check, to, letter ? "公安局" : "人民法院", &county))
        return;
    if (application && is_of_party(check, file->group, document, county))
        return;
    Finding *finding = check_add(check, "REF-007", letter ? NULL : "court", file->group, file, to->place);
    finding_param(finding, "doctype", document->type);
    finding_param(finding, "recipient", to->value);
    finding_param(finding, "unit-name", check->in->slice->unit->name);
}

/* ---- to whom the party is told to turn ---- */

static const char *const review_bodies[] = {"人民政府", "环境保护局", "环保局", NULL}, *const courts[] = {"人民法院", NULL};

/* Which of those that FIELD tells, 会同县人民政府或者怀化市环境保护局, is one of BODIES, the first of them first, of a county that is
 * neither the unit's nor the party's.  县人民政府 and 所在地县人民政府 tell none.  NULL for none; caller frees. */
static char *told_elsewhere(const Check *check, const CaseGroup *group, const Document *document, const Field *field,
                            const char *const *bodies)
{
    static const char *const no_name[] = {"所", "本", "上", "同", "当", "各", "有", "贵", "县", "市", "被", "住"};
    g_autoptr(GRegex) between = g_regex_new("或者|或|、|和|及", 0, 0, NULL);
    g_auto(GStrv) names = g_regex_split(between, field && field->status == VALUE_VALID ? field->value : "", 0);
    for (; *bodies; bodies++)
        for (char **name = names; *name; name++) {
            g_autofree char *county = NULL, *folded = text_fold(*name);
            bool elsewhere = g_str_has_suffix(folded, *bodies) && name_is_elsewhere(check, *name, *bodies, &county);
            for (size_t i = 0; i < G_N_ELEMENTS(no_name) && elsewhere; i++)
                elsewhere = !g_str_has_prefix(county, no_name[i]);
            if (elsewhere && !is_of_party(check, group, document, county))
                return g_steal_pointer(&folded);
        }
    return NULL;
}

/* A court by its place that is not elsewhere. */
typedef struct { Check *check; const CaseGroup *group; bool own; } CourtSearch;

static void look_own_court(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    CourtSearch *search = data;
    const Field *court = document_value(document, "suit-court");
    g_autofree char *elsewhere = told_elsewhere(search->check, search->group, document, court, courts);
    search->own |= court && !elsewhere && strstr(court->value, "县");
}

/* All cases of a county may have been assigned to the court of another: a court alone is told where another paper names the own. */
static bool names_own_court(Check *check, const CaseGroup *group)
{
    CourtSearch search = {check, group, false};
    casegroup_each_having(group, "suit-court", look_own_court, &search);
    return search.own;
}

static void look_remedies(const SubFile *file, const Document *document, gpointer data)
{
    Check *check = data;
    const Field *review = document_value(document, "review-body"), *suit = document_value(document, "suit-court");
    g_autofree char *government = told_elsewhere(check, file->group, document, review, review_bodies),
                    *court = told_elsewhere(check, file->group, document, suit, courts);
    if (!government && !(court && names_own_court(check, file->group)))
        return;
    Finding *finding = check_add(check, "REF-007", "remedies", file->group, file, government ? review->place : suit->place);
    finding_param(finding, "doctype", document->type);
    finding_param(finding, "government", government);
    finding_param(finding, "court", court);
    finding_param(finding, "unit-name", check->in->slice->unit->name);
    param_given(finding, document->type);
}

static void check_group(Check *check, CaseGroup *group)
{
    casegroup_each_document(group, look, check);
    casegroup_each_document(group, look_remedies, check);
}

void recipients_check(Check *check)
{
    check_each_group(check, check_group);
}

/* ---- a letter of transfer that does not go to the police ---- */

/* The bureau itself, or another one, where the letter was read as the unit's own. */
static bool is_bureau(const char *recipient)
{
    return strstr(recipient, "环境保护局") || strstr(recipient, "环保局");
}

static void look_addressee(const SubFile *file, const Document *document, gpointer data)
{
    const CaseWalk *letters = data;
    const Field *to = is_letter(document) ? document_value(document, "recipient") : NULL;
    if (!to || to->status != VALUE_VALID)
        return;
    bool judicial = g_str_has_suffix(to->value, "检察院") || g_str_has_suffix(to->value, "法院");
    if (!judicial && !is_bureau(to->value))
        return;
    Finding *finding =
        check_add(letters->check, "REF-007", judicial ? "prosecutors" : "bureau", letters->group, file, to->place);
    finding_param(finding, "doctype", document->type);
    finding_param(finding, "recipient", to->value);
}

/* A letter that hands the case over to "you" and tells nowhere who that is. */
static void look_unaddressed(const SubFile *file, const Document *document, gpointer data)
{
    const CaseWalk *letters = data;
    const Field *handed = is_letter(document) ? document_value(document, "handed-to-you") : NULL;
    if (!handed || document_value(document, "recipient") || document_value(document, "addressed"))
        return;
    Finding *finding = check_add(letters->check, "REF-007", "nobody", letters->group, file, handed->place);
    finding_param(finding, "doctype", document->type);
    param_quote(finding, "quote", handed->value);
}

/* ---- an application that goes to no court ---- */

typedef struct { const SubFile *file; bool told; } Applications;

/* An application in full has a title, a party and a date; a part of it, or a form, may well name no court. */
static void look_application(const SubFile *file, const Document *document, gpointer data)
{
    Applications *search = data;
    bool whole = document->title && strstr(document->title, "申请书") && document_value(document, "application-date") &&
                 document_value(document, "party") && file->facts->unread->len == 0;
    search->told |= document_value(document, "court") || document_value(document, "court-told");
    if (whole && !search->file)
        search->file = file;
}

static void check_application(Check *check, CaseGroup *group)
{
    Applications search = {.told = false};
    casegroup_each_of(group, "enforcement-application", look_application, &search);
    if (!search.file || search.told)
        return;
    Finding *finding = check_add(check, "REF-007", "no-court", group, search.file, NULL);
    finding_param(finding, "doctype", "enforcement-application");
}

/* ---- a letter of transfer to another county's police, by the papers beside it ---- */

/* The police that the papers beside a letter say: the approval, the list, the police's own receipt. */
typedef struct {
    const char *city;
    GHashTable *places; /* the first characters of their counties */
    Saying first;
    bool untold;        /* one says police whose county cannot be told */
} PoliceSearch;

/* The same of the approval and the list, and of the receipts, while letters are looked at. */
typedef struct { CaseWalk walk; const char *city; PoliceSearch sent, received; } LetterSearch;

static char *place_of(const char *county)
{
    return g_utf8_substring(county, 0, PLACE_CHARS);
}

static void look_police(const SubFile *file, const Document *document, gpointer data)
{
    PoliceSearch *search = data;
    const char *id = strcmp(document->type, "police-receipt") == 0 ? "agency" : "recipient";
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, id) != 0 || !strstr(field->value, "公安"))
            continue;
        g_autofree char *county = county_of_body(field->value, "公安局", search->city);
        search->untold |= !county;
        if (!county)
            continue;
        g_hash_table_add(search->places, place_of(county));
        if (!search->first.field)
            search->first = (Saying){file, document, field};
    }
}

/* True when DOCUMENT goes to the police of no other county than COUNTY. */
static bool goes_to_one(const Document *document, const char *county, const char *city)
{
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        bool police = strcmp(field->id, "recipient") == 0 && strstr(field->value, "公安");
        g_autofree char *its = police ? county_of_body(field->value, "公安局", city) : NULL;
        if (police && (!its || !place_is_same(its, county)))
            return false;
    }
    return true;
}

/* No paper beside the letter says who has the case: then it is the police of the bureau's place. */
static bool is_of_agency(const Field *agency, const char *county, const char *city)
{
    g_autofree char *own = agency ? county_of_body(agency->value, "环", city) : NULL;
    return !own || place_is_same(own, county);
}

/* Whether the letter goes to the police of the own county by the table, the papers that led to it, or the bureau that made it. */
static bool is_sent_rightly(const LetterSearch *search, const Document *letter, const char *county)
{
    const Slice *slice = search->walk.check->in->slice;
    const Field *agency = document_value(letter, "agency");
    g_autofree char *place = place_of(county), *own = agency ? county_of_body(agency->value, "环", search->city) : NULL;
    return (slice && is_of_unit(slice->unit, county, search->city)) || g_hash_table_contains(search->sent.places, place) ||
           (own && place_is_same(own, county));
}

/* The police of another county signed for what went to those of COUNTY. */
static bool check_received(const LetterSearch *search, const SubFile *file, const Document *letter, const Field *to,
                           const char *county)
{
    const Saying *received = &search->received.first;
    g_autofree char *place = place_of(county);
    if (!received->field || search->received.untold || g_hash_table_contains(search->received.places, place) ||
        !is_sent_rightly(search, letter, county))
        return false;
    Finding *finding =
        check_add(search->walk.check, "REF-007", "received", search->walk.group, received->file, received->field->place);
    finding_param(finding, "doctype", received->document->type);
    finding_param(finding, "agency", received->field->value);
    finding_param(finding, "recipient", to->value);
    finding_param(finding, "other-doctype", letter->type);
    finding_param(finding, "other-file", file->facts->path);
    finding_param(finding, "other-place", to->place);
    return true;
}

static void look_elsewhere(const SubFile *file, const Document *document, gpointer data)
{
    const LetterSearch *search = data;
    Check *check = search->walk.check;
    const Field *to = is_letter(document) ? document_value(document, "recipient") : NULL,
                *agency = document_value(document, "agency");
    bool valid = to && to->status == VALUE_VALID;
    g_autofree char *county = valid ? county_of_body(to->value, "公安局", search->city) : NULL, *told = NULL;
    if (!county || (check->in->slice && is_elsewhere(check, to, "公安局", &told))) /* that is told by the table */
        return;
    if (!goes_to_one(document, county, search->city) || check_received(search, file, document, to, county))
        return;
    g_autofree char *place = place_of(county);
    const PoliceSearch *sent = &search->sent, *received = &search->received;
    const Saying *other = sent->first.field ? &sent->first : received->first.field ? &received->first : NULL;
    if (sent->first.field && !sent->untold && !g_hash_table_contains(sent->places, place) &&
        (g_hash_table_contains(received->places, place) || (check->in->slice && is_of_unit(check->in->slice->unit, county, search->city)))) {
        contradiction_add(check, search->walk.group, "recipient", &(Saying){file, document, to}, &sent->first);
        return;
    }
    bool same = sent->untold || received->untold || g_hash_table_contains(sent->places, place) ||
                g_hash_table_contains(received->places, place);
    if (same || (!other && is_of_agency(agency, county, search->city)))
        return;
    Finding *finding = check_add(check, "REF-007", "elsewhere", search->walk.group, file, to->place);
    finding_param(finding, "doctype", document->type);
    finding_param(finding, "recipient", to->value);
    finding_param(finding, "agency", other ? NULL : agency->value);
    finding_param(finding, "other-doctype", other ? other->document->type : NULL);
    finding_param(finding, "other-recipient", other ? other->field->value : NULL);
    finding_param(finding, "other-file", other ? other->file->facts->path : NULL);
    finding_param(finding, "other-place", other ? other->field->place : NULL);
}

static void check_elsewhere(Check *check, CaseGroup *group)
{
    g_autofree char *city = season_city(check->in->season);
    g_autoptr(GHashTable) sent = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                          received = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    LetterSearch search = {{check, group}, city, {.city = city, .places = sent}, {.city = city, .places = received}};
    casegroup_each_of(group, "transfer-approval transfer-list", look_police, &search.sent);
    casegroup_each_of(group, "police-receipt", look_police, &search.received);
    casegroup_each_of(group, "detention-transfer crime-transfer", look_elsewhere, &search);
}

void addressees_check(Check *check, CaseGroup *group)
{
    check_elsewhere(check, group);
    check_application(check, group);
    casegroup_each_document(group, look_addressee, &(CaseWalk){check, group});
    casegroup_each_document(group, look_unaddressed, &(CaseWalk){check, group});
}
