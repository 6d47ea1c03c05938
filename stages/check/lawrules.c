#include "lawrules.h"

#include <string.h>

static const RecordField sign_fields[] = {
    FIELD_STRING_REQ(LawSign, article, "article"), FIELD_STRING(LawSign, item, "item"),
    FIELD_STRING(LawSign, field, "field"), FIELD_STRING(LawSign, words, "words"),
    FIELD_STRING(LawSign, unless, "unless"), FIELD_STRING_REQ(LawSign, now, "now"),
    FIELD_BOOL(LawSign, by_item, "by-item"), FIELD_INT(LawSign, least_yuan, "least-yuan"),
    FIELD_INT(LawSign, most_yuan, "most-yuan"), FIELD_END};
static const RecordType sign_type = {"sign", NULL, sizeof(LawSign), sign_fields};
static const RecordField version_fields[] = {
    FIELD_INT_REQ(LawVersion, year, "year", 1949, 2100), FIELD_DAY_REQ(LawVersion, from, "from"),
    FIELD_DAY(LawVersion, until, "until"), FIELD_LIST(LawVersion, signs, "sign", &sign_type), FIELD_END};
static const RecordType version_type = {"version", NULL, sizeof(LawVersion), version_fields};
static const RecordField law_fields[] = {FIELD_STRING_REQ(Law, name, "name"),
                                         FIELD_LIST(Law, versions, "version", &version_type), FIELD_END};
static const RecordType law_type = {"law", NULL, sizeof(Law), law_fields};
static const RecordField provision_fields[] = {
    FIELD_STRING_REQ(Provision, law, "law"), FIELD_STRING_REQ(Provision, article, "article"),
    FIELD_STRING(Provision, paragraph, "paragraph"), FIELD_STRING(Provision, item, "item"), FIELD_END};
static const RecordType not_daily_type = {"not-daily", NULL, sizeof(Provision), provision_fields};
static const RecordType overdue_type = {"overdue", NULL, sizeof(Provision), provision_fields};
static const RecordField laws_fields[] = {FIELD_LIST(LawRules, laws, "law", &law_type),
                                          FIELD_LIST(LawRules, not_daily, "not-daily", &not_daily_type),
                                          FIELD_STRINGS(LawRules, discharges, "discharge"),
                                          FIELD_LIST(LawRules, overdue, "overdue", &overdue_type), FIELD_END};
const RecordType laws_type = {"laws", "urn:anjuan:laws", sizeof(LawRules), laws_fields};

const Law *law_cited(const LawRules *rules, const char *value)
{
    size_t length = strcspn(value, "|");
    for (guint i = 0; i < rules->laws->len; i++) {
        const Law *law = rules->laws->pdata[i];
        if (strlen(law->name) == length && strncmp(law->name, value, length) == 0)
            return law;
    }
    return NULL;
}

const LawVersion *law_version(const Law *law, int64_t year)
{
    for (guint i = 0; i < law->versions->len; i++) {
        const LawVersion *version = law->versions->pdata[i];
        if (version->year == year)
            return version;
    }
    return NULL;
}

const LawVersion *law_in_force(const Law *law, Day day)
{
    const LawVersion *last = NULL;
    for (guint i = 0; i < law->versions->len; i++) {
        const LawVersion *version = law->versions->pdata[i];
        if (version->from <= day)
            last = version;
    }
    return last;
}

static bool part_is(const char *part, const char *asked)
{
    return !asked || strcmp(part, asked) == 0;
}

bool provision_listed(const GPtrArray *provisions, const char *value)
{
    enum { PARTS = 4 };
    g_auto(GStrv) parts = g_strsplit(value, "|", PARTS);
    for (guint i = 0; g_strv_length(parts) == PARTS && i < provisions->len; i++) {
        const Provision *provision = provisions->pdata[i];
        if (part_is(parts[0], provision->law) && part_is(parts[1], provision->article) &&
            part_is(parts[2], provision->paragraph) && part_is(parts[3], provision->item))
            return true;
    }
    return false;
}
