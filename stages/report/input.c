#include "report_input.h"

#include <string.h>

#include "fault.h"
#include "fileio.h"
#include "lang.h"
#include "quotes.h"
#include "text.h"
#include "xmlio.h"

/* The records of one folder, which are of one unit. */
typedef struct {
    char *folder;
    UnitRecord *record;
    Findings *findings;
    Inventory *inventory;
    Scans *scans;
    Casefiles *casefiles;
} Folder;

static void folder_free(gpointer data)
{
    Folder *folder = data;
    g_free(folder->folder);
    record_free(&unit_type, folder->record);
    record_free(&findings_type, folder->findings);
    record_free(&inventory_type, folder->inventory);
    record_free(&scans_type, folder->scans);
    record_free(&casefiles_type, folder->casefiles);
    g_free(folder);
}

static void unit_free(gpointer data)
{
    ReportUnit *unit = data;
    GPtrArray *const lists[] = {unit->casefiles, unit->counted, unit->baselines,
                                unit->people,    unit->legals,  unit->problems};
    for (gsize i = 0; i < G_N_ELEMENTS(lists); i++)
        g_ptr_array_unref(lists[i]);
    g_clear_pointer(&unit->members, g_hash_table_unref);
    g_free(unit);
}

ReportInput *report_input_new(const ReportPaths *paths, GError **error)
{
    g_autoptr(ReportInput) input = g_new0(ReportInput, 1);
    input->paths = paths;
    input->units = g_ptr_array_new_with_free_func(unit_free);
    input->folders = g_ptr_array_new_with_free_func(folder_free);
    input->findings = g_ptr_array_new();
    input->by_id = g_hash_table_new(g_str_hash, g_str_equal);
    input->catalogue = catalogue_read(NULL, error);
    if (!input->catalogue || !catalogue_set_levels(input->catalogue, paths->profile_path, error))
        return NULL;
    input->season = season_read(paths->season_path, error);
    if (!input->season)
        return NULL;
    input->tables = record_read(&tables_type, paths->tables_path, error);
    if (!input->tables)
        return NULL;
    input->scores = record_read(&scores_type, paths->scores_path, error);
    if (!input->scores)
        return NULL;
    if (paths->intake_path) {
        input->intake = record_read(&intake_type, paths->intake_path, error);
        if (!input->intake)
            return NULL;
    }
    return g_steal_pointer(&input);
}

void report_input_free(ReportInput *input)
{
    if (!input)
        return;
    g_ptr_array_unref(input->findings);
    g_ptr_array_unref(input->units);
    g_ptr_array_unref(input->folders);
    g_hash_table_unref(input->by_id);
    record_free(&intake_type, input->intake);
    record_free(&scores_type, input->scores);
    record_free(&tables_type, input->tables);
    season_free(input->season);
    catalogue_free(input->catalogue);
    g_free(input);
}

/* ---- records of units ---- */

static Folder *folder_of(ReportInput *input, const char *path)
{
    g_autofree char *name = g_path_get_dirname(path);
    for (guint i = 0; i < input->folders->len; i++) {
        guint last_first = input->folders->len - 1 - i; /* records of one folder usually come together */
        Folder *folder = input->folders->pdata[last_first];
        if (strcmp(folder->folder, name) == 0)
            return folder;
    }
    Folder *folder = g_new0(Folder, 1);
    folder->folder = g_steal_pointer(&name);
    g_ptr_array_add(input->folders, folder);
    return folder;
}

/* The namespace of the root element, or NULL and a fault. */
static char *root_namespace(const char *data, size_t size, const char *path, GError **error)
{
    g_autoptr(XmlReader) xml = xml_reader_new(data, size, path);
    XmlEvent event;
    while ((event = xml_reader_next(xml, error)) == XML_TEXT)
        continue;
    return event == XML_START ? g_strdup(xml_reader_namespace(xml)) : NULL;
}

/* Records of the season may stand among those of the units: their paths are remembered, and TRUE returned. */
static gboolean take_season_record(ReportPaths *paths, const char *ns, char *path)
{
    const struct {
        const char *ns;
        char **place;
    } known[] = {{season_type.xmlns, &paths->season_path},
                 {tables_type.xmlns, &paths->tables_path},
                 {intake_type.xmlns, &paths->intake_path},
                 {scores_type.xmlns, &paths->scores_path}};
    for (gsize i = 0; i < G_N_ELEMENTS(known); i++) {
        if (strcmp(ns, known[i].ns) != 0)
            continue;
        if (!*known[i].place)
            *known[i].place = path;
        return TRUE;
    }
    return FALSE;
}

gboolean report_paths_sort(ReportPaths *paths, char **arguments, GPtrArray *units, GError **error)
{
    for (char **path = arguments; *path; path++) {
        size_t size;
        g_autofree char *data = file_read_whole(*path, RECORD_BYTES_MAX, &size, error);
        g_autofree char *ns = data ? root_namespace(data, size, *path, error) : NULL;
        if (!ns)
            return FALSE;
        if (!g_str_has_prefix(ns, "urn:anjuan:"))
            return fault_input(error, FAULT_BAD, tr("%s：不是 anjuan 的记录，请检查是否选错了文件", "%s: not a record of anjuan; is this the right file?"), *path);
        if (!take_season_record(paths, ns, *path))
            g_ptr_array_add(units, *path);
    }
    return TRUE;
}

static gboolean read_into(gpointer *place, const RecordType *type, const char *data, size_t size,
                          const char *path, GError **error)
{
    if (*place)
        return fault_input(error, FAULT_USAGE,
                           tr("%s：同一文件夹已给出一份同类记录，请去掉多余的",
                              "%s: a record of this kind was given from this folder already; leave one out"),
                           path);
    *place = record_parse(type, data, size, path, error);
    return *place != NULL;
}

gboolean report_input_add(ReportInput *input, const char *path, GError **error)
{
    size_t size;
    g_autofree char *data = file_read_whole(path, RECORD_BYTES_MAX, &size, error);
    g_autofree char *ns = data ? root_namespace(data, size, path, error) : NULL;
    if (!ns)
        return FALSE;
    Folder *folder = folder_of(input, path);
    if (strcmp(ns, unit_type.xmlns) == 0)
        return read_into((gpointer *)&folder->record, &unit_type, data, size, path, error);
    if (strcmp(ns, findings_type.xmlns) == 0)
        return read_into((gpointer *)&folder->findings, &findings_type, data, size, path, error);
    if (strcmp(ns, inventory_type.xmlns) == 0)
        return read_into((gpointer *)&folder->inventory, &inventory_type, data, size, path, error);
    if (strcmp(ns, scans_type.xmlns) == 0)
        return read_into((gpointer *)&folder->scans, &scans_type, data, size, path, error);
    if (strcmp(ns, casefiles_type.xmlns) == 0)
        return read_into((gpointer *)&folder->casefiles, &casefiles_type, data, size, path, error);
    return fault_input(
        error, FAULT_BAD,
        tr("%s：不是可用于报告的记录（应为 findings、unit、inventory、scans 或 casefiles）",
           "%s: not a record that a report uses (findings, unit, inventory, scans or casefiles)"),
        path);
}

/* ---- putting in order ---- */

static ReportUnit *unit_add(ReportInput *input, const char *id)
{
    ReportUnit *unit = g_new0(ReportUnit, 1);
    unit->id = id;
    unit->position = input->units->len;
    GPtrArray **const lists[] = {&unit->casefiles, &unit->counted, &unit->baselines,
                                 &unit->people,    &unit->legals,  &unit->problems};
    for (gsize i = 0; i < G_N_ELEMENTS(lists); i++)
        *lists[i] = g_ptr_array_new();
    g_ptr_array_add(input->units, unit);
    g_hash_table_insert(input->by_id, (gpointer)id, unit);
    return unit;
}

static int compare_rows(gconstpointer a, gconstpointer b)
{
    return text_compare_natural((*(UnitRow *const *)a)->id, (*(UnitRow *const *)b)->id);
}

static void list_units(ReportInput *input)
{
    for (guint i = 0; i < input->scores->units->len; i++) {
        const ScoreUnit *score = input->scores->units->pdata[i];
        unit_add(input, score->id)->score = score;
    }
    g_autoptr(GPtrArray) rows = g_ptr_array_new();
    for (guint i = 0; i < input->tables->units->len; i++)
        g_ptr_array_add(rows, input->tables->units->pdata[i]);
    g_ptr_array_sort(rows, compare_rows);
    for (guint i = 0; i < rows->len; i++) {
        const UnitRow *row = rows->pdata[i];
        ReportUnit *unit = g_hash_table_lookup(input->by_id, row->id);
        (unit ? unit : unit_add(input, row->id))->row = row;
    }
    for (guint i = 0; input->intake && i < input->intake->units->len; i++) {
        const IntakeUnit *intake = input->intake->units->pdata[i];
        ReportUnit *unit = g_hash_table_lookup(input->by_id, intake->id);
        if (unit)
            unit->intake = intake;
    }
}

static GHashTable *members_by_path(const Inventory *inventory)
{
    GHashTable *members = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < inventory->packages->len; i++) {
        const Package *package = inventory->packages->pdata[i];
        for (guint j = 0; j < package->members->len; j++) {
            const Member *member = package->members->pdata[j];
            if (member_counts(member))
                g_hash_table_insert(members, member->path, (gpointer)member);
        }
    }
    return members;
}

static gboolean give_records(ReportInput *input, const Folder *folder, GError **error)
{
    const char *by_record = folder->record ? folder->record->id : NULL;
    const char *by_findings = folder->findings ? folder->findings->unit : NULL;
    const char *id = by_record ? by_record : by_findings;
    if (!id)
        return fault_input(error, FAULT_BAD,
                           tr("%s 中没有写明单位的记录（unit.xml 或 findings.xml），请一并给出",
                              "no record in %s names its unit; give unit.xml or findings.xml as well"),
                           folder->folder);
    if (by_record && by_findings && strcmp(by_record, by_findings) != 0)
        return fault_input(error, FAULT_BAD,
                           tr("%s 中的记录分属 %s 和 %s，请按单位分开",
                              "the records in %s are of %s and %s; keep units apart"),
                           folder->folder, by_record, by_findings);
    ReportUnit *unit = g_hash_table_lookup(input->by_id, id);
    if (!unit)
        unit = unit_add(input, id);
    if (unit->record || unit->findings)
        return fault_input(
            error, FAULT_BAD,
            tr("单位 %s 的记录给了两份，第二份在 %s", "unit %s has records twice; the second are in %s"), id,
            folder->folder);
    unit->record = folder->record;
    unit->findings = folder->findings;
    unit->inventory = folder->inventory;
    unit->scans = folder->scans;
    unit->members = folder->inventory ? members_by_path(folder->inventory) : NULL;
    return TRUE;
}

static void add_findings(ReportInput *input, const GPtrArray *findings, const char *unit)
{
    for (guint i = 0; findings && i < findings->len; i++) {
        Finding *finding = findings->pdata[i];
        if (!finding->unit && unit)
            finding->unit = g_strdup(unit);
        g_ptr_array_add(input->findings, finding);
    }
}

/* Gives each of LIST to its unit; the struct's unit id is at ID_OFFSET, the unit's list at LIST_OFFSET. */
static void give_lists(ReportInput *input, const GPtrArray *list, size_t id_offset, size_t list_offset)
{
    for (guint i = 0; i < list->len; i++) {
        const char *id = *(const char *const *)((const char *)list->pdata[i] + id_offset);
        char *unit = id ? g_hash_table_lookup(input->by_id, id) : NULL;
        if (unit)
            g_ptr_array_add(*(GPtrArray **)(gpointer)(unit + list_offset), list->pdata[i]);
    }
}

static void give_all_lists(ReportInput *input)
{
    const Scores *scores = input->scores;
    give_lists(input, scores->casefiles, offsetof(ScoreCase, unit), offsetof(ReportUnit, casefiles));
    give_lists(input, scores->counted, offsetof(ScoreCounted, unit), offsetof(ReportUnit, counted));
    give_lists(input, scores->baselines, offsetof(ScoreBaseline, unit), offsetof(ReportUnit, baselines));
    give_lists(input, scores->people, offsetof(ScorePerson, unit), offsetof(ReportUnit, people));
    give_lists(input, scores->legals, offsetof(ScoreLegal, unit), offsetof(ReportUnit, legals));
    give_lists(input, input->findings, offsetof(Finding, unit), offsetof(ReportUnit, problems));
}

/* Where the unit's documents say what its derivations rest on; the documents themselves are not needed any more. */
static void quote_documents(ReportInput *input)
{
    for (guint i = 0; i < input->folders->len; i++) {
        Folder *folder = input->folders->pdata[i];
        const char *id = folder->record ? folder->record->id : NULL;
        const ReportUnit *unit = folder->casefiles ? report_unit(input, id) : NULL;
        if (unit && unit->score)
            quotes_add(folder->casefiles, unit->score->nodes);
        record_free(&casefiles_type, folder->casefiles);
        folder->casefiles = NULL;
    }
}

gboolean report_input_finish(ReportInput *input, GError **error)
{
    list_units(input);
    for (guint i = 0; i < input->folders->len; i++)
        if (!give_records(input, input->folders->pdata[i], error))
            return FALSE;
    for (guint i = 0; i < input->units->len; i++) {
        const ReportUnit *unit = input->units->pdata[i];
        add_findings(input, unit->findings ? unit->findings->findings : NULL, unit->id);
    }
    add_findings(input, input->scores->findings, NULL);
    add_findings(input, input->intake ? input->intake->findings : NULL, NULL);
    add_findings(input, input->tables->findings, NULL);
    findings_sort(input->findings);
    give_all_lists(input);
    quote_documents(input);
    return TRUE;
}

/* ---- asking ---- */

const ReportUnit *report_unit(const ReportInput *input, const char *id)
{
    return id ? g_hash_table_lookup(input->by_id, id) : NULL;
}

const char *report_unit_name(const ReportInput *input, const char *id)
{
    const ReportUnit *unit = report_unit(input, id);
    if (unit && unit->row)
        return unit->row->name;
    return unit && unit->score ? unit->score->name : id ? id : "";
}

guint report_unit_position(const ReportInput *input, const char *id)
{
    const ReportUnit *unit = report_unit(input, id);
    return unit ? unit->position : G_MAXUINT;
}

const char *report_group_title(const ReportInput *input, const char *group)
{
    const SeasonGroup *found = group ? season_group(input->season, group, NULL) : NULL;
    return found ? found->title : "";
}
