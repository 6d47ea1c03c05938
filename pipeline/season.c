#include "season.h"

#include <string.h>

#include "digest.h"
#include "fault.h"
#include "fileio.h"
#include "lang.h"
#include "rec_common.h"
#include "season_check.h"

#define SEASON_BYTES_MAX ((size_t)1 << 20) /* a season file is a page or two */
#define COUNT_MAX 100000                   /* no rule counts further than this */
#define POINTS_MAX 100000
#define BYTES_MAX (INT64_C(1) << 50)

static const char *const yes_between[] = {"linear", "step", NULL};
static const char *const evidence_names[] = {"advisory", "required", NULL};
static const char *const totals_names[] = {"all", "group", NULL};
static const char *const quantity_names[] = {"none", "base", NULL};
static const char *const veto_names[] = {"bars", "ignored", NULL};
static const char *const step_names[] = {"continuous", "whole", NULL};
static const char *const combine_names[] = {"multiply", "max", "add", NULL};

#define ASSUMED(S) FIELD_STRING(S, assumed, "assumed")

static const RecordField contact_fields[] = {FIELD_STRING(SeasonContact, office, "office"), FIELD_STRING(SeasonContact, phone, "phone"),
                                             FIELD_STRING(SeasonContact, email, "email"), FIELD_END};
static const RecordType contact_type = {"contact", NULL, sizeof(SeasonContact), contact_fields};

static const RecordField window_fields[] = {FIELD_DAY_REQ(SeasonWindow, from, "from"), FIELD_DAY_REQ(SeasonWindow, to, "to"),
                                            ASSUMED(SeasonWindow), FIELD_END};
static const RecordType window_type = {"window", NULL, sizeof(SeasonWindow), window_fields};

static const RecordField deadline_fields[] = {
    FIELD_STRING_REQ(SeasonDeadline, subject, "for"),
    {.name = "at", .kind = REC_INSTANT, .offset = offsetof(SeasonDeadline, at_s), .flags = REC_REQUIRED},
    ASSUMED(SeasonDeadline), FIELD_END};
static const RecordType deadline_type = {"deadline", NULL, sizeof(SeasonDeadline), deadline_fields};

static const RecordField paper_fields[] = {FIELD_STRING_REQ(SeasonPaper, kind, "kind"), FIELD_STRING_REQ(SeasonPaper, title, "title"),
                                           FIELD_DAY(SeasonPaper, due, "due"), ASSUMED(SeasonPaper), FIELD_END};
static const RecordType paper_type = {"paper", NULL, sizeof(SeasonPaper), paper_fields};
static const RecordField papers_fields[] = {FIELD_LIST(SeasonPapers, papers, "paper", &paper_type), FIELD_END};
static const RecordType papers_type = {"papers", NULL, sizeof(SeasonPapers), papers_fields};

static const RecordField bulletins_fields[] = {FIELD_INT_REQ(SeasonBulletins, per_month, "per-month", 0, COUNT_MAX),
                                               ASSUMED(SeasonBulletins), FIELD_END};
static const RecordType bulletins_type = {"bulletins", NULL, sizeof(SeasonBulletins), bulletins_fields};

static const RecordField handled_fields[] = {FIELD_ENUM_REQ(SeasonHandled, kind, "kind", kind_ids),
                                             FIELD_INT_REQ(SeasonHandled, minimum, "minimum", 0, COUNT_MAX), ASSUMED(SeasonHandled),
                                             FIELD_END};
static const RecordType handled_type = {"handled", NULL, sizeof(SeasonHandled), handled_fields};

static const RecordField slot_fields[] = {FIELD_ENUM_REQ(SeasonSlot, kind, "kind", kind_ids),
                                          FIELD_INT_REQ(SeasonSlot, count, "count", 1, COUNT_MAX), FIELD_STRING(SeasonSlot, unit, "unit"),
                                          ASSUMED(SeasonSlot), FIELD_END};
static const RecordType slot_type = {"slot", NULL, sizeof(SeasonSlot), slot_fields};
static const RecordField case_files_fields[] = {
    FIELD_INT_REQ(SeasonCaseFiles, minimum, "minimum", 0, COUNT_MAX), ASSUMED(SeasonCaseFiles),
    FIELD_LIST(SeasonCaseFiles, slots, "slot", &slot_type), FIELD_LIST(SeasonCaseFiles, extras, "extra", &slot_type), FIELD_END};
static const RecordType case_files_type = {"case-files", NULL, sizeof(SeasonCaseFiles), case_files_fields};

static const RecordField points_fields[] = {FIELD_DECIMAL_REQ(SeasonPoints, max, "max", 0, POINTS_MAX), ASSUMED(SeasonPoints), FIELD_END};
static const RecordType points_type = {"points", NULL, sizeof(SeasonPoints), points_fields};

static const RecordField quantity_fields[] = {
    FIELD_DECIMAL_REQ(SeasonQuantity, full_at, "full-at", 0, 1000), FIELD_DECIMAL_REQ(SeasonQuantity, zero_at, "zero-at", 0, 1000),
    FIELD_ENUM_REQ(SeasonQuantity, between, "between", yes_between), FIELD_ENUM_REQ(SeasonQuantity, evidence, "evidence", evidence_names),
    FIELD_ENUM_REQ(SeasonQuantity, totals, "totals", totals_names), ASSUMED(SeasonQuantity),
    FIELD_CHILD_REQ(SeasonQuantity, cases, "cases", &points_type), FIELD_CHILD_REQ(SeasonQuantity, fines, "fines", &points_type),
    FIELD_CHILD_REQ(SeasonQuantity, major, "major", &points_type), FIELD_END};
static const RecordType quantity_type = {"quantity", NULL, sizeof(SeasonQuantity), quantity_fields};

static const RecordField award_fields[] = {
    FIELD_STRING_REQ(SeasonAward, title, "title"), FIELD_INT_REQ(SeasonAward, count, "count", 0, COUNT_MAX),
    FIELD_ENUM(SeasonAward, veto, "veto", veto_names), FIELD_INT_REQ(SeasonAward, recommend, "recommend", 0, COUNT_MAX),
    ASSUMED(SeasonAward), FIELD_END};
static const RecordType award_type = {"award", NULL, sizeof(SeasonAward), award_fields};

static const RecordField group_fields[] = {
    FIELD_STRING_REQ(SeasonGroup, id, "id"), FIELD_STRING_REQ(SeasonGroup, title, "title"),
    {.name = "environment-veto", .kind = REC_BOOL, .offset = offsetof(SeasonGroup, environment_veto), .flags = REC_REQUIRED},
    FIELD_ENUM_REQ(SeasonGroup, quantity, "quantity", quantity_names), ASSUMED(SeasonGroup),
    FIELD_LIST(SeasonGroup, awards, "award", &award_type), FIELD_END};
static const RecordType group_type = {"group", NULL, sizeof(SeasonGroup), group_fields};

static const RecordField collective_fields[] = {
    FIELD_INT_REQ(SeasonCollective, decimals, "decimals", 0, 4), ASSUMED(SeasonCollective),
    FIELD_CHILD_REQ(SeasonCollective, quality, "quality", &points_type), FIELD_CHILD_REQ(SeasonCollective, quantity, "quantity", &quantity_type),
    FIELD_LIST(SeasonCollective, groups, "group", &group_type), FIELD_END};
static const RecordType collective_type = {"collective", NULL, sizeof(SeasonCollective), collective_fields};

static const RecordField weight_fields[] = {FIELD_ENUM(SeasonWeight, kind, "kind", kind_ids), FIELD_STRING(SeasonWeight, role, "role"),
                                            FIELD_DECIMAL_REQ(SeasonWeight, value, "value", 0, 1000), ASSUMED(SeasonWeight), FIELD_END};
static const RecordType weight_type = {"weight", NULL, sizeof(SeasonWeight), weight_fields};

static const RecordField person_quantity_fields[] = {
    FIELD_DECIMAL_REQ(SeasonPersonQuantity, max, "max", 0, POINTS_MAX),
    FIELD_DECIMAL_REQ(SeasonPersonQuantity, per_percent, "per-percent", 0, POINTS_MAX),
    FIELD_ENUM_REQ(SeasonPersonQuantity, step, "step", step_names), FIELD_ENUM_REQ(SeasonPersonQuantity, combine, "combine", combine_names),
    FIELD_ENUM_REQ(SeasonPersonQuantity, evidence, "evidence", evidence_names), ASSUMED(SeasonPersonQuantity),
    FIELD_LIST(SeasonPersonQuantity, weights, "weight", &weight_type), FIELD_END};
static const RecordType person_quantity_type = {"quantity", NULL, sizeof(SeasonPersonQuantity), person_quantity_fields};

static const RecordField person_quality_fields[] = {FIELD_CHILD_REQ(SeasonPersonQuality, file, "file", &points_type),
                                                    FIELD_CHILD_REQ(SeasonPersonQuality, investigation, "investigation", &points_type), FIELD_END};
static const RecordType person_quality_type = {"quality", NULL, sizeof(SeasonPersonQuality), person_quality_fields};

static const RecordField person_group_fields[] = {FIELD_STRING_REQ(SeasonPersonGroup, id, "id"), ASSUMED(SeasonPersonGroup),
                                                  FIELD_LIST(SeasonPersonGroup, awards, "award", &award_type), FIELD_END};
static const RecordType person_group_type = {"group", NULL, sizeof(SeasonPersonGroup), person_group_fields};

static const RecordField legal_fields[] = {ASSUMED(SeasonLegal), FIELD_LIST(SeasonLegal, awards, "award", &award_type), FIELD_END};
static const RecordType legal_type = {"legal", NULL, sizeof(SeasonLegal), legal_fields};

static const RecordField individual_fields[] = {
    FIELD_INT_REQ(SeasonIndividual, decimals, "decimals", 0, 4), FIELD_INT_REQ(SeasonIndividual, story_limit, "story-limit", 0, 1000000),
    ASSUMED(SeasonIndividual), FIELD_CHILD_REQ(SeasonIndividual, quantity, "quantity", &person_quantity_type),
    FIELD_CHILD_REQ(SeasonIndividual, quality, "quality", &person_quality_type), FIELD_CHILD_REQ(SeasonIndividual, story, "story", &points_type),
    FIELD_LIST(SeasonIndividual, groups, "group", &person_group_type), FIELD_CHILD(SeasonIndividual, legal, "legal", &legal_type), FIELD_END};
static const RecordType individual_type = {"individual", NULL, sizeof(SeasonIndividual), individual_fields};

static const RecordField limits_fields[] = {
    FIELD_BYTES_REQ(SeasonLimits, archive_bytes, "archive-bytes", 1, BYTES_MAX),
    FIELD_BYTES_REQ(SeasonLimits, member_bytes, "member-bytes", 1, BYTES_MAX),
    FIELD_BYTES_REQ(SeasonLimits, total_bytes, "total-bytes", 1, BYTES_MAX),
    FIELD_INT_REQ(SeasonLimits, members, "members", 1, 10000000), FIELD_INT_REQ(SeasonLimits, ratio, "ratio", 1, 1000000),
    FIELD_BYTES_REQ(SeasonLimits, ratio_above_bytes, "ratio-above", 0, BYTES_MAX), FIELD_INT_REQ(SeasonLimits, depth, "depth", 1, 8),
    FIELD_INT_REQ(SeasonLimits, path_bytes, "path-bytes", 16, 4096), FIELD_INT_REQ(SeasonLimits, stage_seconds, "stage-seconds", 1, 86400),
    FIELD_BYTES_REQ(SeasonLimits, stage_memory_bytes, "stage-memory", 1 << 20, BYTES_MAX), ASSUMED(SeasonLimits), FIELD_END};
static const RecordType limits_type = {"limits", NULL, sizeof(SeasonLimits), limits_fields};

static const RecordField scan_fields[] = {FIELD_INT_REQ(SeasonScan, min_dpi, "min-dpi", 0, 10000),
                                          FIELD_DECIMAL_REQ(SeasonScan, blank_below, "blank-below", 0, 1), ASSUMED(SeasonScan), FIELD_END};
static const RecordType scan_type = {"scan", NULL, sizeof(SeasonScan), scan_fields};

static const RecordField season_fields[] = {
    FIELD_STRING_REQ(Season, id, "id"), FIELD_STRING_REQ(Season, title, "title"), FIELD_STRING_REQ(Season, law, "law"),
    FIELD_CHILD(Season, contact, "contact", &contact_type), FIELD_CHILD_REQ(Season, window, "window", &window_type),
    FIELD_LIST(Season, deadlines, "deadline", &deadline_type), FIELD_CHILD(Season, papers, "papers", &papers_type),
    FIELD_CHILD(Season, bulletins, "bulletins", &bulletins_type), FIELD_CHILD(Season, handled, "handled", &handled_type),
    FIELD_CHILD_REQ(Season, case_files, "case-files", &case_files_type), FIELD_CHILD_REQ(Season, collective, "collective", &collective_type),
    FIELD_CHILD_REQ(Season, individual, "individual", &individual_type), FIELD_CHILD_REQ(Season, limits, "limits", &limits_type),
    FIELD_CHILD_REQ(Season, scan, "scan", &scan_type), FIELD_END};
const RecordType season_type = {"season", "urn:anjuan:season", sizeof(Season), season_fields};

/* What is no XML is worded by the parser, which knows no remedy. */
static Season *parse_xml(const void *data, size_t size, const char *name, GError **error)
{
    g_autoptr(GError) problem = NULL;
    Season *season = record_parse(&season_type, data, size, name, &problem);
    if (!problem)
        return season;
    if (problem->code == FAULT_DAMAGED)
        fault_input(
            error, FAULT_DAMAGED,
            tr("%s；请改正该行的写法，或从 anjuan init 写出的 season.xml 重新改起",
               "%s; correct that line, or start again from the season.xml that `anjuan init` writes"),
            problem->message);
    else
        g_propagate_error(error, g_steal_pointer(&problem));
    return NULL;
}

Season *season_parse(const void *data, size_t size, const char *name, GError **error)
{
    g_autoptr(Season) season = parse_xml(data, size, name, error);
    if (!season || !season_check(season, data, size, name, error))
        return NULL;
    return g_steal_pointer(&season);
}

Season *season_read(const char *path, GError **error)
{
    size_t size;
    g_autofree char *data = file_read_whole(path, SEASON_BYTES_MAX, &size, error);
    return data ? season_parse(data, size, path, error) : NULL;
}

Season *season_builtin(GError **error)
{
    g_autofree char *path = file_data_path("rules/season-template.xml");
    return season_read(path, error);
}

void season_free(Season *season)
{
    record_free(&season_type, season);
}

int64_t season_package_deadline_s(const Season *season)
{
    for (guint i = 0; i < season->deadlines->len; i++) {
        const SeasonDeadline *deadline = season->deadlines->pdata[i];
        if (strcmp(deadline->subject, "package") == 0)
            return deadline->at_s;
    }
    return 0;
}

bool season_in_window(const Season *season, Day day)
{
    return day != DAY_NONE && day >= season->window->from && day <= season->window->to;
}

const SeasonGroup *season_group(const Season *season, const char *id, int *index)
{
    const GPtrArray *groups = season->collective->groups;
    for (guint i = 0; id && i < groups->len; i++) {
        const SeasonGroup *group = groups->pdata[i];
        if (strcmp(group->id, id) != 0)
            continue;
        if (index)
            *index = (int)i;
        return group;
    }
    return NULL;
}

int64_t season_slots_of(const Season *season, Kind kind)
{
    for (guint i = 0; i < season->case_files->slots->len; i++) {
        const SeasonSlot *slot = season->case_files->slots->pdata[i];
        if (slot->kind == (int)kind)
            return slot->count;
    }
    return 0;
}

int64_t season_slots_total(const Season *season)
{
    int64_t total = 0;
    for (guint i = 0; i < season->case_files->slots->len; i++)
        total += ((const SeasonSlot *)season->case_files->slots->pdata[i])->count;
    return total;
}

/* ---- digests of parts ---- */

static void digest_child(Digest *digest, const RecordType *type, gconstpointer record)
{
    char hex[DIGEST_HEX + 1] = "";
    if (record)
        record_digest(type, record, hex);
    digest_update(digest, hex, sizeof hex);
}

static void digest_for_check(Digest *digest, const Season *season)
{
    const int evidence[] = {season->collective->quantity->evidence, season->individual->quantity->evidence};
    digest_update(digest, season->law, strlen(season->law) + 1);
    digest_child(digest, &window_type, season->window);
    digest_child(digest, &papers_type, season->papers);
    digest_child(digest, &bulletins_type, season->bulletins);
    digest_child(digest, &handled_type, season->handled);
    digest_child(digest, &case_files_type, season->case_files);
    digest_child(digest, &scan_type, season->scan);
    digest_update(digest, evidence, sizeof evidence);
    digest_update(digest, &season->individual->story_limit, sizeof season->individual->story_limit);
}

void season_digest_part(const Season *season, SeasonPart part, char hex[65])
{
    g_autoptr(Digest) digest = digest_new();
    switch (part) {
    case SEASON_FOR_UNPACK:
        digest_child(digest, &limits_type, season->limits);
        break;
    case SEASON_FOR_CHECK:
        digest_for_check(digest, season);
        break;
    case SEASON_FOR_ALL:
        digest_child(digest, &season_type, season);
        break;
    }
    digest_finish(digest, hex);
}
