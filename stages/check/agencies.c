/* REF-005: who issued the unit's documents. */
#include <string.h>

#include "checks.h"
#include "text.h"

/* True when the agency is the unit under one of its names, or one of the names stands in the other; a place alone
 * (沅陵县) names the unit only in what is an environment agency: 沅陵县公安局 is another. */
static bool agency_is_unit(const UnitRow *unit, const char *agency)
{
    g_autofree char *folded = text_fold(agency);
    for (guint i = 0; i <= unit->aliases->len; i++) {
        g_autofree char *name = text_fold(i == 0 ? unit->name : unit->aliases->pdata[i - 1]);
        bool within = name[0] != '\0' && (strstr(folded, name) || strstr(name, folded));
        if (within && (strcmp(folded, name) == 0 || strstr(folded, "环")))
            return true;
    }
    return false;
}

static bool is_of_unit(const Check *check, const Field *agency)
{
    return check->in->slice && agency_is_unit(check->in->slice->unit, agency->value);
}

/* The agency of the group's speaking document when it is told and is not the unit. */
static const Field *other_agency(const Check *check, const CaseGroup *group)
{
    const Field *agency = document_value(group->speaking, "agency");
    bool other = agency && agency->status == VALUE_VALID && !agency_is_unit(check->in->slice->unit, agency->value);
    return other ? agency : NULL;
}

/* The agency in the heading of DOCUMENT, an environment agency which is not the unit; NULL for none. */
static const Field *other_heading(const Check *check, const Document *document)
{
    const Field *heading = document_value(document, "heading-agency");
    return heading && strstr(heading->value, "环") && !agency_is_unit(check->in->slice->unit, heading->value) ? heading : NULL;
}

static void add_agency(Check *check, CaseGroup *group)
{
    const Field *agency = other_agency(check, group), *heading = other_heading(check, group->speaking);
    if (!agency)
        return;
    Finding *finding = check_add(check, "REF-005", NULL, group, group->speaking_file, agency->place);
    finding_param(finding, "agency", agency->value);
    finding_param(finding, "unit-name", check->in->slice->unit->name);
    finding_param(finding, "number", group->number);
    if (!heading)
        return;
    finding_param(finding, "heading", heading->value);
    finding_param(finding, "heading-place", heading->place);
}

/* The one other agency that made all the unit's speaking documents, and of how many; NULL when there is no such. */
static const Field *agency_of_all(const Check *check, int64_t *count)
{
    const GPtrArray *const lists[] = {check->submission->groups, check->submission->others};
    const Field *all = NULL;
    for (guint i = 0; i < G_N_ELEMENTS(lists); i++) {
        for (guint j = 0; j < lists[i]->len; j++) {
            const CaseGroup *group = lists[i]->pdata[j];
            const Field *agency = other_agency(check, group);
            if (!agency && !document_value(group->speaking, "agency"))
                continue;
            if (!agency || (all && !text_same(field_key(all), field_key(agency))))
                return NULL;
            all = all ? all : agency;
            ++*count;
        }
    }
    return all;
}

/* Where one other agency made everything, that is told once: it is how the unit works, or its name is missing in the table. */
static void check_issuers(Check *check)
{
    int64_t count = 0;
    const Field *agency = agency_of_all(check, &count);
    if (!agency || count < 2) {
        check_each_group(check, add_agency);
        return;
    }
    Finding *finding = check_add(check, "REF-005", "all", NULL, NULL, NULL);
    finding_param(finding, "agency", agency->value);
    finding_param(finding, "unit-name", check->in->slice->unit->name);
    param_int(finding, "count", count);
}

/* ---- the heading, or who applies, against the signature ---- */

/* NAME folded, with 环境保护局 written as 环保局. */
static char *plain_name(const char *name)
{
    g_autofree char *folded = text_fold(name);
    g_auto(GStrv) parts = g_strsplit(folded, "环境保护", -1);
    return g_strjoinv("环保", parts);
}

/* True when PLAIN is one of the unit's names as it stands, or one that is a place with 环保局 behind it. */
static bool names_unit(const UnitRow *unit, const char *plain)
{
    for (guint i = 0; i <= unit->aliases->len; i++) {
        g_autofree char *name = plain_name(i == 0 ? unit->name : unit->aliases->pdata[i - 1]);
        g_autofree char *bureau = g_strconcat(name, "环保局", NULL);
        if (strcmp(plain, name) == 0 || strcmp(plain, bureau) == 0)
            return true;
    }
    return false;
}

/* Long and short forms of one name: the unit's aliases, with or without the city before it; a branch may sign under
 * its bureau. */
static bool is_same_agency(const UnitRow *unit, const char *heading, const char *signing)
{
    g_autofree char *a = plain_name(heading), *b = plain_name(signing);
    const char *longer = strlen(a) > strlen(b) ? a : b, *shorter = longer == a ? b : a;
    bool branch = g_str_has_prefix(longer, shorter) && g_str_has_suffix(longer, "分局");
    return strcmp(a, b) == 0 || branch || g_str_has_suffix(longer, shorter) || (names_unit(unit, a) && names_unit(unit, b));
}

static const char *const own_types[] = {"penalty-notice", "hearing-notice", "rectification-order",
                                        "penalty-decision", "daily-decision",
                                        "seizure-decision", "restriction-decision", "demand", "enforcement-application",
                                        "detention-transfer", "crime-transfer", NULL};

bool type_is_own(const char *type)
{
    return g_strv_contains(own_types, type);
}

static void look_heading(const SubFile *file, const Document *document, gpointer data)
{
    const CaseWalk *walk = data;
    const Field *heading = document_value(document, "heading-agency"), *signing = document_value(document, "agency");
    bool both = type_is_own(document->type) && heading && signing && strstr(heading->value, "环") &&
                strstr(signing->value, "环");
    bool told = document == walk->group->speaking && other_agency(walk->check, walk->group);
    if (!both || told || is_same_agency(walk->check->in->slice->unit, heading->value, signing->value))
        return;
    const Field *wrong = is_of_unit(walk->check, signing) ? other_heading(walk->check, document) : NULL;
    Finding *finding = check_add(walk->check, "REF-005", "heading", walk->group, file, wrong ? wrong->place : signing->place);
    finding_param(finding, "doctype", document->type);
    finding_param(finding, "heading", heading->value);
    finding_param(finding, "agency", signing->value);
    if (wrong)
        finding_param(finding, "signed-place", signing->place);
    else
        finding_param(finding, "heading-place", heading->place);
}

/* An application that the unit signed, but in whose text another bureau applies. */
static void look_applicant(const SubFile *file, const Document *document, gpointer data)
{
    const CaseWalk *walk = data;
    const Field *applicant = document_value(document, "applicant"), *signing = document_value(document, "agency");
    const UnitRow *unit = walk->check->in->slice->unit;
    bool strange = applicant && signing && is_of_unit(walk->check, signing) && strstr(applicant->value, "环") &&
                   !agency_is_unit(unit, applicant->value) && !is_same_agency(unit, applicant->value, signing->value);
    if (!strange)
        return;
    Finding *finding = check_add(walk->check, "REF-005", "applicant", walk->group, file, applicant->place);
    finding_param(finding, "doctype", document->type);
    finding_param(finding, "applicant", applicant->value);
    finding_param(finding, "agency", signing->value);
    finding_param(finding, "signed-place", signing->place);
}

static void check_headings(Check *check, CaseGroup *group)
{
    casegroup_each_document(group, look_heading, &(CaseWalk){check, group});
    casegroup_each_of(group, "enforcement-application", look_applicant, &(CaseWalk){check, group});
}

/* ---- a paper of another county's ---- */

/* The county of an environment bureau, 湖南省沅陵县环境保护局; NULL where none is named.  Caller frees. */
static char *county_of_bureau(const Field *agency)
{
    g_autofree char *name = agency && agency->status == VALUE_VALID ? text_fold(agency->value) : NULL;
    const char *county = name && strstr(name, "环") ? strstr(name, "县") : NULL;
    if (!county)
        return NULL;
    const char *start = name;
    static const char *const above[] = {"省", "市", "州"};
    for (size_t i = 0; i < G_N_ELEMENTS(above); i++) {
        const char *end = strstr(start, above[i]);
        start = end && end < county && g_utf8_strlen(end, county - end) > 2 ? end + strlen(above[i]) : start;
    }
    return start < county ? g_strndup(start, (gsize)(county - start) + strlen("县")) : NULL;
}

/* The papers of a case file whose speaking one is of COUNTY. */
typedef struct {
    CaseWalk papers;
    const char *county;
    Saying first;  /* the first that is of another */
    char *another; /* the county of that */
    int with, against;
    bool several; /* the others are not of one county */
} CountyWalk;

static const Field *own_agency(const Document *document)
{
    return type_is_own(document->type) ? document_value(document, "agency") : NULL;
}

static void count_paper(const SubFile *file, const Document *document, gpointer data)
{
    CountyWalk *walk = data;
    const Field *agency = own_agency(document);
    g_autofree char *county = document != walk->papers.group->speaking ? county_of_bureau(agency) : NULL;
    if (!county)
        return;
    bool with = place_is_same(county, walk->county);
    walk->with += with;
    walk->against += !with;
    if (with)
        return;
    walk->several |= walk->another && !place_is_same(county, walk->another);
    if (!walk->another) {
        walk->first = (Saying){file, document, agency};
        walk->another = g_steal_pointer(&county);
    }
}

static void add_paper(Check *check, const CaseGroup *group, const Saying *paper, const Saying *other)
{
    Finding *finding = check_add(check, "REF-005", "paper", group, paper->file, paper->field->place);
    finding_param(finding, "doctype", paper->document->type);
    finding_param(finding, "agency", paper->field->value);
    finding_param(finding, "other-doctype", other->document->type);
    finding_param(finding, "other-agency", other->field->value);
}

static void look_paper(const SubFile *file, const Document *document, gpointer data)
{
    const CountyWalk *walk = data;
    const CaseGroup *group = walk->papers.group;
    const Field *agency = own_agency(document);
    g_autofree char *county = county_of_bureau(agency);
    if (!county || place_is_same(county, walk->county) || is_of_unit(walk->papers.check, agency))
        return;
    const Saying speaking = {group->speaking_file, group->speaking, document_value(group->speaking, "agency")};
    add_paper(walk->papers.check, group, &(Saying){file, document, agency}, &speaking);
}

enum { AGAINST_MIN = 2 }; /* so many papers of one county make a speaking one that stands alone the stranger */

/* Where the tables tell the unit, a speaking paper that is not of it is told by them. */
void agencies_check_papers(Check *check, CaseGroup *group)
{
    const Field *agency = group->speaking ? document_value(group->speaking, "agency") : NULL;
    g_autofree char *county = county_of_bureau(agency);
    if (!county)
        return;
    CountyWalk walk = {.papers = {check, group}, .county = county};
    casegroup_each_document(group, count_paper, &walk);
    g_autofree char *another = walk.another;
    bool alone = !check->in->slice && walk.with == 0 && walk.against >= AGAINST_MIN && !walk.several;
    if (alone)
        add_paper(check, group, &(Saying){group->speaking_file, group->speaking, agency}, &walk.first);
    else
        casegroup_each_document(group, look_paper, &walk);
}

void agencies_check(Check *check)
{
    check_issuers(check);
    check_each_group(check, check_headings);
}
