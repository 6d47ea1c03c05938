/* Which place the name of an agency tells: the unit's, the city's or another. */
#include <string.h>

#include "checks.h"
#include "text.h"

enum { PLACE_CHARS = 2 }; /* 沅陵, 道县; 县局 and 市局 name no place */

char *season_city(const Season *season)
{
    bool known = season->contact && season->contact->office;
    g_autofree char *office = text_fold(known ? season->contact->office : "");
    const char *end = strstr(office, "市");
    return g_strndup(office, end ? (size_t)(end - office) + strlen("市") : 0);
}

/* AGENCY folded, without CITY and what may stand before a place; what is of the city itself names no place
 * then. */
static char *without_city(const char *agency, const char *city)
{
    static const char *const before[] = {"湖南省", "中共", "中国共产党"};
    g_autofree char *folded = text_fold(agency);
    g_autoptr(GString) name = g_string_new(folded);
    for (size_t i = 0; i < G_N_ELEMENTS(before); i++)
        g_string_replace(name, before[i], "", 1);
    if (city[0] != '\0')
        g_string_replace(name, city, "", 1);
    return g_string_free(g_steal_pointer(&name), FALSE);
}

/* True when the place that ends at END in NAME is called by a name, and not 本县, 全市 or 开发区. */
static bool is_called(const char *name, const char *end)
{
    static const char *const whose[] = {"本", "我", "全", "该", "各", "辖", "园", "开发", "经开", "高新"};
    g_autofree char *called = g_strndup(name, (size_t)(end - name));
    for (size_t i = 0; i < G_N_ELEMENTS(whose); i++)
        if (g_str_has_suffix(called, whose[i]))
            return false;
    return g_utf8_strlen(called, -1) >= PLACE_CHARS;
}

/* True when NAME tells a county, or a town or district of which it is the bureau, the branch or such: 市 and 区
 * stand in other words too. */
static bool names_place(const char *name, bool city_known)
{
    static const char *const ends[] = {"市", "区"}, *const bodies[] = {"环", "分局", "纪", "监察", "检察", "人民"};
    const char *county = strstr(name, "县");
    if (county)
        return is_called(name, county);
    for (size_t i = city_known ? 0 : 1; i < G_N_ELEMENTS(ends); i++)
        for (const char *end = strstr(name, ends[i]); end; end = strstr(end + strlen(ends[i]), ends[i]))
            for (size_t j = 0; j < G_N_ELEMENTS(bodies); j++)
                if (g_str_has_prefix(end + strlen(ends[i]), bodies[j]) && is_called(name, end))
                    return true;
    return false;
}

/* True when AGENCY has one of UNIT's names in it, as far as that tells the place. */
static bool is_of_unit(const UnitRow *unit, const char *agency)
{
    static const char *const bureaus[] = {"环境保护局", "环保局", "环境监察", "分局"};
    for (guint i = 0; i <= unit->aliases->len; i++) {
        g_autofree char *place = text_fold(i == 0 ? unit->name : unit->aliases->pdata[i - 1]);
        for (size_t j = 0; j < G_N_ELEMENTS(bureaus); j++)
            if (g_str_has_suffix(place, bureaus[j]))
                place[strlen(place) - strlen(bureaus[j])] = '\0';
        if (place[0] != '\0' && strstr(agency, place))
            return true;
    }
    return false;
}

bool agency_is_countys(const Check *check, const char *agency)
{
    g_autofree char *city = season_city(check->in->season), *name = without_city(agency, city);
    return names_place(name, city[0] != '\0') && !strstr(name, "分局");
}

bool agency_is_elsewhere(const Check *check, const char *agency)
{
    const UnitRow *unit = check->in->slice ? check->in->slice->unit : NULL;
    g_autofree char *city = season_city(check->in->season), *name = without_city(agency, city),
                    *folded = text_fold(agency);
    return unit && names_place(name, city[0] != '\0') && !is_of_unit(unit, folded);
}

/* The two letters before 县 in NAME are of a name: not 关于县, 2016年县 or the XX县 of a template. */
static bool is_county_by_name(const char *name)
{
    const char *county = strstr(name, "县"), *at = county;
    for (int i = 0; at && i < PLACE_CHARS; i++) {
        at = at > name ? g_utf8_prev_char(at) : NULL;
        if (at && g_unichar_get_script(g_utf8_get_char(at)) != G_UNICODE_SCRIPT_HAN)
            return false;
    }
    return !county || (at && !g_str_has_prefix(at, "某"));
}

/* TITLE has the first letters of one of UNIT's names: 麻阳县 for 麻阳苗族自治县. */
static bool has_unit_in_short(const UnitRow *unit, const char *title, const char *city)
{
    for (guint i = 0; i <= unit->aliases->len; i++) {
        g_autofree char *name = without_city(i == 0 ? unit->name : unit->aliases->pdata[i - 1], city);
        g_autofree char *lead = g_utf8_strlen(name, -1) >= PLACE_CHARS ? g_utf8_substring(name, 0, PLACE_CHARS) : NULL;
        if (lead && strstr(title, lead))
            return true;
    }
    return false;
}

bool title_is_elsewhere(const Check *check, const char *title)
{
    static const char *const before[] = {"关于", "印发", "报送", "上报", "呈报", "转发"};
    const UnitRow *unit = check->in->slice ? check->in->slice->unit : NULL;
    if (!unit || !title)
        return false;
    g_autofree char *city = season_city(check->in->season), *bare = without_city(title, city);
    g_autoptr(GString) name = g_string_new(bare);
    for (size_t i = 0; i < G_N_ELEMENTS(before); i++)
        g_string_replace(name, before[i], "", 0);
    return names_place(name->str, city[0] != '\0') && is_county_by_name(name->str) && !has_unit_in_short(unit, name->str, city);
}
