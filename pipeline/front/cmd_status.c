#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "fault.h"
#include "lang.h"
#include "layout.h"
#include "rec_findings.h"
#include "rec_intake.h"
#include "rec_scores.h"
#include "rec_tables.h"
#include "rec_unit.h"
#include "runs.h"
#include "text.h"

/* What `status` says of a unit. */
typedef struct {
    const UnitRow *row;
    const IntakeUnit *intake; /* NULL before the first run */
    int casefiles, candidates;
    int counts[LEVEL_FATAL + 1]; /* findings by level */
    bool read;                   /* its records are there */
} UnitView;

/* What findings of all units are taken from, beside each unit's own: what the report shows. */
typedef struct {
    const SeasonDir *dir;
    Tables *tables;
    Intake *intake;
    Scores *scores; /* of the run published last; NULL before it */
} Shared;

static void shared_clear(Shared *shared)
{
    record_free(&tables_type, shared->tables);
    record_free(&intake_type, shared->intake);
    record_free(&scores_type, shared->scores);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Shared, shared_clear)

/* Adds the findings of LIST that speak of the unit ID to COUNTS. */
static void count_of_unit(const GPtrArray *list, const char *id, int counts[])
{
    for (guint i = 0; i < list->len; i++) {
        const Finding *finding = list->pdata[i];
        counts[finding->level] += g_strcmp0(finding->unit, id) == 0;
    }
}

/* Reads the unit's records in work/.  What is not there counts as nothing. */
static UnitView view_read(const Shared *shared, const UnitRow *row)
{
    const SeasonDir *dir = shared->dir;
    const Intake *intake = shared->intake;
    UnitView view = {.row = row, .intake = intake_unit(intake, row->id)};
    g_autofree char *unit_path = seasondir_unit_path(dir, row->id, "unit.xml");
    g_autofree char *findings_path = seasondir_unit_path(dir, row->id, "findings.xml");
    bool held = view.intake && view.intake->packages->len > 0; /* what was withdrawn leaves its records behind */
    UnitRecord *unit = held ? record_read(&unit_type, unit_path, NULL) : NULL;
    Findings *findings = unit ? record_read(&findings_type, findings_path, NULL) : NULL;
    if (unit && findings) {
        view.read = true;
        view.casefiles = (int)unit->casefiles->len;
        view.candidates = (int)unit->candidates->len;
        findings_count(findings->findings, view.counts);
    }
    count_of_unit(intake->findings, row->id, view.counts);
    count_of_unit(shared->tables->findings, row->id, view.counts);
    if (shared->scores)
        count_of_unit(shared->scores->findings, row->id, view.counts);
    record_free(&unit_type, unit);
    record_free(&findings_type, findings);
    return view;
}

static const char *state_words(const UnitView *view)
{
    if (!view->intake || view->intake->packages->len == 0)
        return tr("未报送", "nothing received");
    if (view->intake->failed)
        return tr("处理失败，需人工处理", "failed, needs a person");
    const IntakePackage *last = view->intake->packages->pdata[view->intake->packages->len - 1];
    if (last->state == INTAKE_CHANGING)
        return tr("正在写入，留待下次", "still being written");
    if (last->state == INTAKE_HELD && last->receipt == 0)
        return tr("打不开，没有收下", "cannot be read, not received");
    if (last->state == INTAKE_HELD)
        return tr("原件已不可读，沿用已收材料", "gone or unreadable, last receipt counts");
    return last->late ? tr("已收，逾期", "received late") : tr("已收", "received");
}

static char *received_words(const UnitView *view)
{
    if (!view->intake || view->intake->packages->len == 0)
        return g_strdup("");
    const IntakePackage *last = view->intake->packages->pdata[view->intake->packages->len - 1];
    g_autofree char *time = instant_format(last->received_s);
    if (strlen(time) < 16)
        return g_strdup("");
    time[10] = ' ';
    time[16] = '\0';
    return g_strdup(time);
}

typedef struct {
    size_t id, name;
} Columns;

static Columns widest(const Tables *tables)
{
    Columns columns = {0};
    for (guint i = 0; i < tables->units->len; i++) {
        const UnitRow *row = tables->units->pdata[i];
        columns.id = MAX(columns.id, text_width(row->id));
        columns.name = MAX(columns.name, text_width(row->name));
    }
    return columns;
}

static void print_unit(const Shared *shared, const UnitRow *row, Columns columns)
{
    UnitView view = view_read(shared, row);
    g_autofree char *received = received_words(&view);
    const char *state = state_words(&view);
    layout_pad(stdout, row->id, columns.id + 2);
    layout_pad(stdout, row->name, columns.name + 2);
    layout_pad(stdout, received, 18);
    layout_pad(stdout, state, MAX(text_width(state), 10)); /* the few long ones push the rest aside */
    if (view.read || view.counts[LEVEL_FATAL] + view.counts[LEVEL_ERROR] + view.counts[LEVEL_WARNING] > 0)
        printf(tr("  材料包%u个 案卷%d 候选人%d  退回%d 须补正%d 请核实%d", "  packages %u, case files %d, candidates %d; fatal %d, errors %d, warnings %d"),
               view.intake ? view.intake->packages->len : 0, view.casefiles, view.candidates, view.counts[LEVEL_FATAL],
               view.counts[LEVEL_ERROR], view.counts[LEVEL_WARNING]);
    putchar('\n');
}

static int status_command(char **arguments, GError **error)
{
    g_autoptr(SeasonDir) dir = seasondir_locate(arguments[0], error);
    if (!dir)
        return EXIT_INPUT;
    g_autofree char *intake_path = g_build_filename(dir->work, "intake.xml", NULL);
    g_autofree char *scores_path = g_build_filename(dir->results, "latest", "scores.xml", NULL);
    if (!g_file_test(intake_path, G_FILE_TEST_EXISTS) && seasondir_is_busy(dir)) {
        fprintf(stderr,
                tr("anjuan: %s 的首次运行（或 work/ 清空后的第一次）正在进行，还没有记录可列；请等它结束后再看\n",
                   "anjuan: the first run of %s (or the first since work/ was emptied) is under way, and "
                   "there is nothing to list yet; wait for its end\n"),
                dir->root);
        return EXIT_LOCKED;
    }
    g_auto(Shared) shared = {.dir = dir, .tables = runs_tables(dir, error)};
    if (!shared.tables)
        return EXIT_INPUT;
    shared.intake = record_read(&intake_type, intake_path, NULL);
    shared.scores = record_read(&scores_type, scores_path, NULL);
    if (!shared.intake) {
        fault_input(error, FAULT_MISSING, tr("%s 的中间记录（work/）已不在；请先运行 anjuan run %s", "the records of %s (work/) are gone; first: anjuan run %s"), dir->root, dir->root);
        return EXIT_INPUT;
    }
    Columns columns = widest(shared.tables);
    for (guint i = 0; i < shared.tables->units->len; i++)
        print_unit(&shared, shared.tables->units->pdata[i], columns);
    return EXIT_DONE;
}

const StageProgram command_status = {.name = "anjuan status",
                                     .help_zh = "用法：anjuan status 活动文件夹\n\n每个单位一行：收到时间、材料包、案卷和候选人数、检查结果。以最近一次运行为准。\n",
                                     .help_en = "usage: anjuan status SEASON\n\nOne line a unit: when received, packages, case files, candidates, findings; as of the last run.\n",
                                     .arguments_min = 1,
                                     .arguments_max = 1,
                                     .run = status_command};
