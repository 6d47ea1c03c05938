/* REF-007: the police to whom a letter of transfer goes. */
#include <string.h>

#include "checks.h"
#include "text.h"

enum { PLACE_CHARS = 2 }; /* tell one place from another: 沅陵, 道县 */

/* NAME folded and without CITY before it. */
static char *within_city(const char *name, const char *city)
{
    g_autofree char *folded = text_fold(name);
    return g_strdup(city[0] != '\0' && g_str_has_prefix(folded, city) ? folded + strlen(city) : folded);
}

/* The city of the office that collects the packages, folded: 怀化市 of 怀化市环境监察支队; "" when it is not known. */
static char *city_of_season(const Season *season)
{
    g_autofree char *office = text_fold(season->contact && season->contact->office ? season->contact->office : "");
    const char *end = strstr(office, "市");
    return g_strndup(office, end ? (size_t)(end - office) + strlen("市") : 0);
}

/* Two names of one place begin alike: 靖州县 and 靖州苗族侗族自治县. */
static bool is_same_place(const char *a, const char *b)
{
    const char *end = g_utf8_strlen(a, -1) >= PLACE_CHARS ? g_utf8_offset_to_pointer(a, PLACE_CHARS) : NULL;
    return end && strncmp(a, b, (size_t)(end - a)) == 0;
}

static bool is_of_unit(const UnitRow *unit, const char *place, const char *city)
{
    for (guint i = 0; i <= unit->aliases->len; i++) {
        g_autofree char *name = within_city(i == 0 ? unit->name : unit->aliases->pdata[i - 1], city);
        if (is_same_place(place, name))
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

/* The county whose police RECIPIENT is, without the city; NULL for those of the city and its districts, which
 * are its branches, and where no county is named. */
static char *county_of_police(const char *recipient, const char *city)
{
    g_autofree char *name = within_city(recipient, city);
    char *police = strstr(name, "公安局");
    if (!police || police == name)
        return NULL;
    *police = '\0';
    bool named = g_utf8_strlen(name, -1) >= PLACE_CHARS && !g_str_has_prefix(name, "我") && !g_str_has_prefix(name, "该");
    bool county = g_str_has_suffix(name, "县") || (city[0] != '\0' && g_str_has_suffix(name, "市"));
    return named && county ? g_steal_pointer(&name) : NULL;
}

static void look(const SubFile *file, const Document *document, gpointer data)
{
    static const char *const letters[] = {"detention-transfer", "crime-transfer", NULL};
    Check *check = data;
    const Field *recipient = g_strv_contains(letters, document->type) ? document_value(document, "recipient") : NULL;
    const UnitRow *unit = check->in->slice->unit;
    g_autofree char *city = city_of_season(check->in->season);
    g_autofree char *county = recipient && recipient->status == VALUE_VALID ? county_of_police(recipient->value, city) : NULL;
    if (!county || is_of_city(unit, city) || is_of_unit(unit, county, city))
        return;
    Finding *finding = check_add(check, "REF-007", NULL, file->group, file, recipient->place);
    finding_param(finding, "doctype", document->type);
    finding_param(finding, "recipient", recipient->value);
    finding_param(finding, "unit-name", unit->name);
}

static void check_group(Check *check, CaseGroup *group)
{
    casegroup_each_document(group, look, check);
}

void recipients_check(Check *check)
{
    check_each_group(check, check_group);
}
