#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "check_print.h"
#include "commands.h"
#include "fault.h"
#include "findings_print.h"
#include "lang.h"
#include "rec_findings.h"
#include "scratch.h"
#include "seasonrun.h"
#include "submissions.h"
#include "unitrun.h"
#include "vocabulary.h"

static char *season_path, *unit_name, *format, *received;
static gboolean list_findings;
static int jobs;

static const GOptionEntry options[] = {STAGE_PATH("season", &season_path),      STAGE_WORD("unit", &unit_name),
                                       STAGE_WORD("format", &format),           STAGE_WORD("received", &received),
                                       STAGE_FLAG("list-findings", &list_findings), STAGE_NUMBER("jobs", &jobs),
                                       {NULL}};

/* ---- what was found ---- */

typedef struct {
    UnitRecord *unit;
    GPtrArray *findings; /* all of them, not owned */
    Findings *checked;
} Outcome;

static void outcome_clear(Outcome *outcome)
{
    record_free(&unit_type, outcome->unit);
    record_free(&findings_type, outcome->checked);
    g_ptr_array_unref(outcome->findings);
}

static Outcome outcome_read(const SeasonRun *run, const UnitRun *unit)
{
    Outcome outcome = {.findings = g_ptr_array_new()};
    g_autofree char *unit_path = seasondir_unit_path(run->dir, unit->row->id, "unit.xml");
    g_autofree char *findings_path = seasondir_unit_path(run->dir, unit->row->id, "findings.xml");
    if (!unit->intake->failed) {
        outcome.unit = record_read(&unit_type, unit_path, NULL);
        outcome.checked = record_read(&findings_type, findings_path, NULL);
    }
    for (guint i = 0; i < run->intake->findings->len; i++)
        g_ptr_array_add(outcome.findings, run->intake->findings->pdata[i]);
    for (guint i = 0; outcome.checked && i < outcome.checked->findings->len; i++)
        g_ptr_array_add(outcome.findings, outcome.checked->findings->pdata[i]);
    for (guint i = 0; !run->options.lone && i < outcome.findings->len; i++) {
        Finding *finding = outcome.findings->pdata[i];
        if (!finding->unit)
            finding->unit = g_strdup(unit->row->id);
    }
    findings_sort(outcome.findings);
    return outcome;
}

static int outcome_status(const Outcome *outcome, const UnitRun *unit)
{
    if (unit->intake->failed)
        return EXIT_INTERNAL;
    if (!outcome->unit || outcome->unit->state == UNIT_UNREADABLE)
        return EXIT_INPUT;
    int counts[LEVEL_FATAL + 1];
    findings_count(outcome->findings, counts);
    return counts[LEVEL_FATAL] + counts[LEVEL_ERROR] > 0 ? EXIT_FINDINGS : EXIT_DONE;
}

static void print_unknown(const SeasonRun *run)
{
    fputs(run->options.lone ? tr("\n全市总数、专家评分和其他单位的材料在此未知，数量得分和名次无从计算；这些分数不在本次检查之内。\n",
                                 "\nThe city's totals, the experts' marks and other units' packages are not known here, so quantity points and ranks cannot be told.\n")
                            : tr("\n名次取决于全市总数、专家评分和其他单位的材料，以全市运行结果为准。\n",
                                 "\nRanks depend on the city's totals, the experts' marks and other units: see the results of the season.\n"),
          stdout);
}

static void print_outcome(const SeasonRun *run, const UnitRun *unit, const Outcome *outcome)
{
    if (format && strcmp(format, "csv") == 0) {
        findings_print_csv(stdout, run->catalogue, outcome->findings);
        return;
    }
    if (format && strcmp(format, "xml") == 0) {
        findings_print_xml(stdout, run->catalogue, outcome->findings);
        return;
    }
    Layout layout = layout_for(stdout);
    check_print_head(stdout, &layout, run->dir->season, unit->row->name, outcome->unit, outcome->findings);
    findings_print_text(stdout, &layout, run->catalogue, outcome->findings);
    print_unknown(run);
}

/* ---- the command ---- */

static gboolean one_unit(const SeasonRun *run, GError **error)
{
    const Submitted *first = run->submitted->pdata[0];
    for (guint i = 0; i < run->submitted->len; i++) {
        const Submitted *one = run->submitted->pdata[i];
        if (one->second)
            return fault_input(error, FAULT_BAD, tr("PKG-010 材料包“%s”的名称同时对应两个单位，请用 --unit 指定单位", "PKG-010: the name of '%s' fits two units; name the unit with --unit"), one->name);
        if (!one->unit)
            return fault_input(error, FAULT_BAD, tr("PKG-010 材料包“%s”的名称不对应任何单位，请按单位名称改名，或用 --unit 指定单位",
                                                    "PKG-010: the name of '%s' fits no unit; rename it, or name the unit with --unit"), one->name);
        if (one->unit != first->unit)
            return fault_input(error, FAULT_USAGE, tr("一次只能检查一个单位的材料包", "packages of one unit only can be checked at a time"));
    }
    return TRUE;
}

static int check_run(SeasonRun *run, GError **error)
{
    int signal_number = 0;
    const UnitRow *row = ((const Submitted *)run->submitted->pdata[0])->unit;
    if (season_path && !scratch_take_receipts(run->dir, season_path, row->id, run->options.packages, error))
        return EXIT_INPUT;
    g_autofree char *known = season_path ? g_build_filename(season_path, "work", "units", row->id, "scans.xml", NULL) : NULL;
    run->scans_known = known && g_file_test(known, G_FILE_TEST_EXISTS) ? known : NULL;
    if (!seasonrun_units(run, &signal_number, error))
        return signal_number ? 128 + signal_number : EXIT_INTERNAL;
    const UnitRun *unit = run->units->pdata[0];
    Outcome outcome = outcome_read(run, unit);
    int status = outcome_status(&outcome, unit);
    print_outcome(run, unit, &outcome);
    outcome_clear(&outcome);
    return status;
}

static int check_packages(SeasonDir *dir, const RunOptions *run_options, GError **error)
{
    g_autoptr(SeasonRun) run = seasonrun_new(dir, run_options, error);
    if (!run)
        return EXIT_INTERNAL;
    return one_unit(run, error) ? check_run(run, error) : EXIT_INPUT;
}

static int print_catalogue(GError **error)
{
    g_autoptr(Catalogue) catalogue = catalogue_read(NULL, error);
    if (!catalogue || !vocabulary_load(error))
        return EXIT_INTERNAL;
    catalogue_print(catalogue, format ? format : "text", stdout);
    return EXIT_DONE;
}

static int check_command(char **arguments, GError **error)
{
    static const char *const formats[] = {"text", "csv", "xml", NULL};
    RunOptions run_options = {.jobs = jobs, .packages = arguments, .unit = unit_name, .lone = season_path == NULL};
    if (format && !g_strv_contains(formats, format))
        return fault_input(error, FAULT_USAGE, tr("--format 只能是 text、csv 或 xml", "--format must be text, csv or xml"));
    if (received && !instant_parse(received, &run_options.received_s))
        return fault_input(error, FAULT_USAGE, tr("--received 应写作 2016-11-28T09:00:00+08:00", "--received must look like 2016-11-28T09:00:00+08:00"));
    if (list_findings)
        return print_catalogue(error);
    if (!arguments[0])
        return fault_input(error, FAULT_USAGE, tr("请给出要检查的材料包（文件夹或 ZIP）", "name the package to check (a folder or a ZIP)"));
    signal(SIGPIPE, SIG_IGN); /* a closed pipe must not leave the private folder behind */
    process_hold_signals();
    SeasonDir *dir = scratch_open(season_path, error);
    int status = dir ? check_packages(dir, &run_options, error) : EXIT_INPUT;
    if (dir)
        scratch_close(dir);
    process_release_signals();
    return status;
}

const StageProgram command_check = {
    .name = "anjuan check",
    .help_zh = "用法：anjuan check [选项] 材料包…\n"
               "      anjuan check --list-findings [--format text|csv|xml]\n"
               "\n"
               "报送前检查一个单位的材料包（文件夹或 ZIP）：缺什么、错在哪里、怎样补正。不改动赛季中的任何文件。\n"
               "不给赛季时按内置规则检查，需要数据表的项目列为未检查（PKG-020）。\n"
               "\n"
               "  --season 赛季           用该赛季的规则和数据表检查，与全市运行的结论相同\n"
               "  --unit 单位             单位编号、名称或别名（默认按材料包名称判断）\n"
               "  --format text|csv|xml   输出格式（默认 text）\n"
               "  --received 时刻         假定的收件时间\n"
               "  --list-findings         列出全部检查项目及其依据\n"
               "  --jobs N                并行数（默认为处理器核数）\n"
               "\n"
               "退出状态：0 没有须补正的问题；1 有；3 材料包无法读取。\n",
    .help_en = "usage: anjuan check [OPTIONS] PACKAGE...\n"
               "       anjuan check --list-findings [--format text|csv|xml]\n"
               "\n"
               "Judges the packages of one unit (folders or ZIPs) before they are handed in: what is missing, what is wrong, what to do.\n"
               "Touches nothing in a season.  Without one it goes by the built-in rules; checks that need tables are named as not done (PKG-020).\n"
               "\n"
               "  --season SEASON         rules and tables of a season: the same verdict as its nightly run\n"
               "  --unit UNIT             id, name or alias (default: told by the package's name)\n"
               "  --format text|csv|xml   form of the output (default text)\n"
               "  --received TIME         time of receipt to assume\n"
               "  --list-findings         every check with its source\n"
               "  --jobs N                work side by side (default: number of cores)\n"
               "\n"
               "Exit status: 0 nothing of level error or fatal; 1 there is; 3 the package cannot be read.\n",
    .options = options,
    .arguments_min = 0,
    .arguments_max = -1,
    .run = check_command};
