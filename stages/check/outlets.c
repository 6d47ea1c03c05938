/* EXT-002, outlet: a decision about one numbered stack or outlet, and reports that all measured another one of the same name.
 * Names that differ in more than the number (1号窑炉排气筒, 1#炉排气筒, 窑炉总排口) may mean the same, and say nothing.  But the outlet of
 * a workshop, where metals are judged, is not that of the whole works: reports that speak of no workshop measured another. */
#include <stdlib.h>
#include <string.h>

#include "checks.h"
#include "text.h"

/* The number of an outlet; *NAME is what stands behind 号 or #. */
static long outlet_number(const char *outlet, const char **name)
{
    char *end = NULL;
    long number = strtol(outlet, &end, 10);
    *name = end + (g_str_has_prefix(end, "号") ? strlen("号") : *end == '#' ? 1 : 0);
    return number;
}

typedef struct { Saying decided; Saying measured; bool same; int reports; } Outlets;

static bool compare(Outlets *outlets, const SubFile *file, const Document *report, const Field *measured)
{
    const Document *decision = outlets->decided.document;
    g_autofree char *folded = text_fold(measured->value);
    const char *name, *other;
    bool named_alike = false;
    long number = outlet_number(folded, &name);
    for (guint i = 0; i < decision->fields->len; i++) {
        const Field *field = decision->fields->pdata[i];
        if (strcmp(field->id, "outlet") != 0)
            continue;
        g_autofree char *decided = text_fold(field->value);
        outlets->same |= outlet_number(decided, &other) == number || strcmp(name, other) != 0;
        named_alike = true;
    }
    if (named_alike && !outlets->measured.field)
        outlets->measured = (Saying){file, report, measured};
    return named_alike;
}

/* A report that names no numbered outlet may be on any. */
static void look_report(const SubFile *file, const Document *report, gpointer data)
{
    Outlets *outlets = data;
    bool told = false;
    for (guint i = 0; i < report->fields->len; i++) {
        const Field *field = report->fields->pdata[i];
        if (strcmp(field->id, "outlet") == 0)
            told = compare(outlets, file, report, field) || told;
    }
    outlets->same |= !told;
    outlets->reports++;
}

/* Where DOCUMENT tells of outlets of workshops alone (WORKSHOP), or of that of the whole works alone; NULL for neither. */
static const Field *only_point(const Document *document, bool workshop)
{
    const Field *first = NULL;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, "discharge-point") != 0)
            continue;
        if ((strstr(field->value, "车间") != NULL) != workshop)
            return NULL;
        first = first ? first : field;
    }
    return first;
}

static void look_point(const SubFile *file, const Document *report, gpointer data)
{
    Outlets *outlets = data;
    const Field *point = only_point(report, false);
    outlets->same |= !point;
    outlets->reports++;
    if (point && !outlets->measured.field)
        outlets->measured = (Saying){file, report, point};
}

static void check_workshop(Check *check, const CaseGroup *group)
{
    Outlets outlets = {0};
    outlets.decided = (Saying){group->speaking_file, group->speaking, group->speaking ? only_point(group->speaking, true) : NULL};
    if (!outlets.decided.field)
        return;
    casegroup_each_of(group, "monitoring-report", look_point, &outlets);
    int scans = casegroup_count(group, "monitoring-report") - outlets.reports;
    if (!outlets.same && outlets.measured.field && scans <= outlets.reports)
        contradiction_add_as(check, group, "outlet", "outlet", &outlets.decided, &outlets.measured);
}

void outlets_check(Check *check, const CaseGroup *group)
{
    Outlets outlets = {0};
    check_workshop(check, group);
    outlets.decided.document = casegroup_document(group, "penalty-decision", &outlets.decided.file);
    outlets.decided.field = outlets.decided.document ? document_value(outlets.decided.document, "outlet") : NULL;
    if (!outlets.decided.field)
        return;
    casegroup_each_of(group, "monitoring-report", look_report, &outlets);
    int scans = casegroup_count(group, "monitoring-report") - outlets.reports;
    if (outlets.same || !outlets.measured.field || scans > outlets.reports)
        return;
    contradiction_add_as(check, group, "outlet", "outlet", &outlets.decided, &outlets.measured);
}
