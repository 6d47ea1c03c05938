/* CND-014: certificates of integrity, whether they are what they should be.  Whether there is one decides who stays on
 * the list (CND-001); these only ask people to look. */
#include <string.h>

#include "checks.h"

bool agency_is_elsewhere(const Check *check, const char *agency)
{
    static const char *const bureaus[] = {"环境保护局", "环保局", "环境监察"}, *const whose[] = {"本", "我", "全", "该", "各"};
    const char *county = strstr(agency, "县");
    bool placed = county && g_utf8_strlen(agency, county - agency) >= 2;
    for (size_t i = 0; placed && i < G_N_ELEMENTS(whose); i++)
        placed = !g_str_has_prefix(g_utf8_prev_char(county), whose[i]);
    const UnitRow *unit = check->in->slice ? check->in->slice->unit : NULL;
    for (guint i = 0; unit && placed && i <= unit->aliases->len; i++) {
        g_autofree char *place = g_strdup(i == 0 ? unit->name : unit->aliases->pdata[i - 1]);
        for (size_t j = 0; j < G_N_ELEMENTS(bureaus); j++)
            if (g_str_has_suffix(place, bureaus[j]))
                place[strlen(place) - strlen(bureaus[j])] = '\0';
        placed = place[0] == '\0' || !strstr(agency, place);
    }
    return unit && placed;
}

/* Who can say of somebody that nothing stands against them: environment agencies, the party and supervision. */
static bool can_certify(const Check *check, const char *agency)
{
    static const char *const bodies[] = {"环", "纪", "监察", "党组", "党委", "党支部", "党总支", "组织部", "检察", "人民政府"};
    bool can = false;
    for (size_t i = 0; i < G_N_ELEMENTS(bodies) && !can; i++)
        can = strstr(agency, bodies[i]) != NULL;
    return can && !agency_is_elsewhere(check, agency);
}

static bool is_dated(const Document *document)
{
    return document_value(document, "certificate-date") || document_value(document, "document-date");
}

static void check_certificate(Check *check, const Person *person, const SubFile *file, const Document *document)
{
    const Field *agency = document_value(document, "agency"), *against = document_value(document, "misconduct");
    if (agency && agency->status == VALUE_VALID && !can_certify(check, agency->value))
        finding_param(person_add(check, "CND-014", NULL, person, file, agency->place), "agency", agency->value);
    if (!is_dated(document))
        person_add(check, "CND-014", "undated", person, file, document->last);
    if (against)
        param_quote(person_add(check, "CND-014", "against", person, file, against->place), "quote", against->value);
}

void certificates_check(Check *check, const Person *person)
{
    bool own = false;
    for (guint i = 0; i < person->files->len; i++) {
        const SubFile *file = person->files->pdata[i];
        const Document *document = file->group ? NULL : subfile_document(file, "integrity-certificate");
        own = own || (!file->group && subfile_stands_for(file, "integrity-certificate"));
        if (document)
            check_certificate(check, person, file, document);
    }
    for (guint i = 0; !own && i < check->submission->files->len; i++) {
        const SubFile *file = check->submission->files->pdata[i];
        const Document *document = is_certificate_elsewhere(file, person) ? subfile_document(file, "integrity-certificate") : NULL;
        if (document)
            check_certificate(check, person, file, document);
    }
}
