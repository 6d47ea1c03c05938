#include "rec_common.h"

#include <stdbool.h>
#include <string.h>

#include "text.h"

static const RecordField made_from_fields[] = {FIELD_STRING_REQ(MadeFrom, name, "name"), FIELD_STRING_REQ(MadeFrom, sha256, "sha256"), FIELD_END};
const RecordType made_from_type = {"made-from", NULL, sizeof(MadeFrom), made_from_fields};

static const RecordField param_fields[] = {FIELD_STRING_REQ(Param, name, "name"), FIELD_TEXT(Param, value), FIELD_END};
const RecordType param_type = {"param", NULL, sizeof(Param), param_fields};

const char *const level_ids[] = {"info", "warning", "error", "fatal", NULL};

static const RecordField finding_fields[] = {
    FIELD_STRING_REQ(Finding, code, "code"),   FIELD_STRING(Finding, variant, "variant"),
    FIELD_ENUM_REQ(Finding, level, "level", level_ids), FIELD_STRING(Finding, unit, "unit"),
    FIELD_STRING(Finding, casefile, "casefile"), FIELD_STRING(Finding, file, "file"),
    FIELD_STRING(Finding, place, "place"),     FIELD_LIST(Finding, params, "param", &param_type),
    FIELD_END};
const RecordType finding_type = {"finding", NULL, sizeof(Finding), finding_fields};

void made_from_add(GPtrArray *list, const char *name, const char *sha256)
{
    MadeFrom *made = record_add(list, &made_from_type);
    made->name = g_strdup(name);
    made->sha256 = g_strdup(sha256);
}

void finding_param(Finding *finding, const char *name, const char *value)
{
    Param *param = record_add(finding->params, &param_type);
    param->name = g_strdup(name);
    param->value = g_strdup(value ? value : "");
}

void finding_set(Finding *finding, const char *name, const char *value)
{
    for (guint i = finding->params->len; i-- > 0;) {
        Param *param = finding->params->pdata[i];
        if (g_strcmp0(param->name, name) == 0)
            record_free(&param_type, g_ptr_array_steal_index(finding->params, i));
    }
    finding_param(finding, name, value);
}

bool finding_is_of_unread_package(const Finding *finding)
{
    return strcmp(finding->code, "PKG-001") == 0 ||
           (strcmp(finding->code, "PKG-006") == 0 && g_strcmp0(finding->variant, "package") == 0);
}

const char *finding_value(const Finding *finding, const char *name)
{
    for (guint i = 0; i < finding->params->len; i++) {
        const Param *param = finding->params->pdata[i];
        if (g_strcmp0(param->name, name) == 0)
            return param->value ? param->value : "";
    }
    return NULL;
}

const char *finding_beside(const Finding *finding, const char *path)
{
    const char *slash = strrchr(path, '/');
    size_t length = slash ? (size_t)(slash + 1 - path) : 0;
    bool same = finding->file && strncmp(path, finding->file, length) == 0 && !strchr(finding->file + length, '/');
    return same ? path + length : path;
}

void finding_set_row(Finding *finding, const char *place)
{
    const char *colon = strchr(place, ':'), *at = colon ? colon + 1 : place;
    bool line = g_ascii_isdigit(*at) && strspn(at, "0123456789") == strlen(at);
    finding->file = colon ? g_strndup(place, (gsize)(colon - place)) : NULL;
    finding->place = g_strconcat(line ? "L" : "", at, NULL);
}

static int compare_text(const char *a, const char *b)
{
    return text_compare_paths(a ? a : "", b ? b : "");
}

static int compare_findings(gconstpointer left, gconstpointer right)
{
    const Finding *a = *(Finding *const *)left, *b = *(Finding *const *)right;
    int order = g_strcmp0(a->unit ? a->unit : "", b->unit ? b->unit : "");
    if (order == 0)
        order = compare_text(a->casefile, b->casefile);
    if (order == 0)
        order = b->level - a->level;
    if (order == 0)
        order = g_strcmp0(a->code, b->code);
    if (order == 0)
        order = compare_text(a->file, b->file);
    if (order == 0)
        order = compare_text(a->place, b->place);
    for (guint i = 0; order == 0 && i < a->params->len && i < b->params->len; i++)
        order = g_strcmp0(((Param *)a->params->pdata[i])->value, ((Param *)b->params->pdata[i])->value);
    return order;
}

void findings_sort(GPtrArray *findings)
{
    g_ptr_array_sort(findings, compare_findings);
}

void findings_count(const GPtrArray *findings, int counts[LEVEL_FATAL + 1])
{
    for (int level = LEVEL_INFO; level <= LEVEL_FATAL; level++)
        counts[level] = 0;
    for (guint i = 0; i < findings->len; i++)
        counts[((const Finding *)findings->pdata[i])->level]++;
}
