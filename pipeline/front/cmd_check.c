#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "check_output.h"
#include "check_print.h"
#include "commands.h"
#include "fault.h"
#include "findings_print.h"
#include "forecast.h"
#include "lang.h"
#include "rec_findings.h"
#include "rec_inventory.h"
#include "recordlater.h"
#include "scratch.h"
#include "seasonrun.h"
#include "submissions.h"
#include "unitrun.h"
#include "vocabulary.h"

static char *season_path, *profile_path, *unit_name, *format, *received;
static char **output_paths;
static LetterDetails letter;
static gboolean list_findings;

static const GOptionEntry options[] = {STAGE_PATH("season", &season_path),
                                       STAGE_WORD("unit", &unit_name),
                                       STAGE_WORD("format", &format),
                                       STAGE_WORD("received", &received),
                                       {"output", 'o', 0, G_OPTION_ARG_FILENAME_ARRAY, &output_paths, NULL, NULL},
                                       STAGE_WORD("letter-number", &letter.number),
                                       STAGE_WORD("letter-date", &letter.date),
                                       STAGE_WORD("letter-due", &letter.due),
                                       STAGE_PATH("profile", &profile_path),
                                       STAGE_FLAG("list-findings", &list_findings),
                                       STAGE_JOBS,
                                       {NULL}};

/* ---- what was found ---- */

typedef struct {
    UnitRecord *unit;
    GPtrArray *findings; /* all of them, not owned */
    Findings *checked;
    Scores *forecast; /* NULL: not known */
} Outcome;

static void outcome_clear(Outcome *outcome)
{
    record_free(&unit_type, outcome->unit);
    record_free(&findings_type, outcome->checked);
    record_free(&scores_type, outcome->forecast);
    g_ptr_array_unref(outcome->findings);
}

/* Nothing is received when there is no season; files still name the packages and their digests. */
static void take_packages(const SeasonRun *run, const UnitRun *unit)
{
    if (!run->options.lone || !output_paths)
        return;
    g_autofree char *path = seasondir_unit_path(run->dir, unit->row->id, "inventory.xml");
    Inventory *inventory = record_read(&inventory_type, path, NULL);
    for (guint i = 0; inventory && i < inventory->packages->len; i++) {
        const Package *read = inventory->packages->pdata[i];
        IntakePackage *package = record_add(unit->intake->packages, &intake_package_type);
        package->name = g_strdup(read->name);
        package->sha256 = g_strdup(read->sha256);
    }
    record_free(&inventory_type, inventory);
}

static Outcome outcome_read(const SeasonRun *run, const UnitRun *unit)
{
    Outcome outcome = {.findings = g_ptr_array_new()};
    g_autofree char *unit_path = seasondir_unit_path(run->dir, unit->row->id, "unit.xml");
    g_autofree char *findings_path = seasondir_unit_path(run->dir, unit->row->id, "findings.xml");
    if (!unit->intake->failed) {
        g_autoptr(RecordLater) checked = recordlater_new(&findings_type, findings_path, false);
        outcome.unit = record_read(&unit_type, unit_path, NULL);
        outcome.checked = recordlater_take(checked, NULL, NULL);
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
    take_packages(run, unit);
    return outcome;
}

/* True when every package given is PKG-001, whatever the unit has handed in before. */
static bool none_was_readable(const SeasonRun *run, const Outcome *outcome)
{
    guint unreadable = 0;
    for (guint i = 0; i < outcome->findings->len; i++)
        unreadable += strcmp(((const Finding *)outcome->findings->pdata[i])->code, "PKG-001") == 0;
    return unreadable >= run->submitted->len;
}

static int outcome_status(const SeasonRun *run, const Outcome *outcome, const UnitRun *unit)
{
    if (unit->intake->failed)
        return EXIT_INTERNAL;
    if (!outcome->unit || outcome->unit->state == UNIT_UNREADABLE || none_was_readable(run, outcome))
        return EXIT_INPUT;
    int counts[LEVEL_FATAL + 1];
    findings_count(outcome->findings, counts);
    return counts[LEVEL_FATAL] + counts[LEVEL_ERROR] > 0 ? EXIT_FINDINGS : EXIT_DONE;
}

static CheckReport outcome_report(const SeasonRun *run, const UnitRun *unit, const Outcome *outcome)
{
    return (CheckReport){.name = unit ? unit->row->name : NULL,
                         .season = run->dir->season,
                         .catalogue = run->catalogue,
                         .unit = outcome->unit,
                         .row = unit && !run->options.lone ? unit->row : NULL,
                         .findings = outcome->findings,
                         .packages = unit ? unit->intake->packages : NULL,
                         .forecast = outcome->forecast};
}

/* Points stand in what people read; CSV and XML alone need none. */
static bool wants_points(void)
{
    return !format || strcmp(format, "text") == 0 || output_paths;
}

/* On standard output, in the form asked for; beside files nothing but the verdict unless a form was asked for. */
static void print_report(const CheckReport *report)
{
    Layout layout = layout_for(stdout);
    if (format && strcmp(format, "csv") == 0)
        findings_print_csv(stdout, report->catalogue, report->findings);
    else if (format && strcmp(format, "xml") == 0)
        findings_print_xml(stdout, report->catalogue, report->findings);
    else if (format || !output_paths)
        check_print(stdout, &layout, report);
    else
        check_print_verdict(stdout, &layout, report);
}

/* STATUS, or that of *ERROR when a file could not be written. */
static int give_report(const CheckReport *report, int status, GError **error)
{
    print_report(report);
    fflush(stdout);
    return check_outputs_write(output_paths, report, &letter, stderr, error) ? status : EXIT_IO;
}

/* ---- the command ---- */

/* A package of no unit, or of several, is a finding; without knowing whose it is nothing else can be checked. */
static int check_strangers(SeasonRun *run, GError **error)
{
    Outcome outcome = {.findings = run->intake->findings};
    for (guint i = 0; i < run->submitted->len; i++) {
        const Submitted *one = run->submitted->pdata[i];
        if (!one->unit)
            seasonrun_note_stranger(run, one);
    }
    g_autofree char *name = submissions_name(run->options.packages[0]);
    CheckReport report = outcome_report(run, NULL, &outcome);
    report.name = name;
    int status = give_report(&report, EXIT_INPUT, error);
    fputs(tr("anjuan check：请按单位名称给材料包改名，或用 --unit 指定单位后再检查。\n",
             "anjuan check: name the package after its unit, or name the unit with --unit, and check again.\n"), stderr);
    return status;
}

/* True when every package belongs to a unit; a usage fault when they belong to more than one. */
static bool all_known(const SeasonRun *run, GError **error)
{
    const Submitted *first = run->submitted->pdata[0];
    bool known = true;
    for (guint i = 0; i < run->submitted->len; i++) {
        const Submitted *one = run->submitted->pdata[i];
        known = known && one->unit;
        if (one->unit && first->unit && one->unit != first->unit)
            return fault_input(error, FAULT_USAGE, tr("一次只能检查一个单位的材料包", "packages of one unit only can be checked at a time"));
    }
    return known;
}

static int check_run(SeasonRun *run, GError **error)
{
    int signal_number = 0;
    const UnitRow *row = ((const Submitted *)run->submitted->pdata[0])->unit;
    if (season_path && !scratch_take_receipts(run->dir, season_path, row->id, error))
        return EXIT_INPUT;
    if (season_path) {
        run->held_store = g_build_filename(season_path, "store", NULL);
        run->held_unit = g_build_filename(season_path, "work", "units", row->id, NULL);
    }
    if (!seasonrun_units(run, &signal_number, error))
        return signal_number ? 128 + signal_number : EXIT_INTERNAL;
    const UnitRun *unit = run->units->pdata[0];
    Outcome outcome = outcome_read(run, unit);
    if (season_path && outcome.unit && wants_points())
        outcome.forecast = forecast_scores(run, season_path, &signal_number);
    int status = signal_number ? 128 + signal_number : outcome_status(run, &outcome, unit);
    CheckReport report = outcome_report(run, unit, &outcome);
    if (!signal_number)
        status = give_report(&report, status, error);
    outcome_clear(&outcome);
    return status;
}

static int check_packages(SeasonDir *dir, const RunOptions *run_options, GError **error)
{
    g_autoptr(SeasonRun) run = seasonrun_new(dir, run_options, error);
    if (!run)
        return EXIT_INTERNAL;
    if (all_known(run, error))
        return check_run(run, error);
    return *error ? EXIT_USAGE : check_strangers(run, error);
}

static int print_catalogue(GError **error)
{
    g_autoptr(Catalogue) catalogue = catalogue_read(NULL, error);
    if (!catalogue || !vocabulary_load(error))
        return EXIT_INTERNAL;
    g_autoptr(SeasonDir) dir = season_path ? seasondir_open(season_path, error) : NULL;
    const char *profile = profile_path ? profile_path : dir ? dir->profile_file : NULL;
    if ((season_path && !dir) || !catalogue_set_levels(catalogue, profile, error))
        return EXIT_INPUT;
    catalogue_print(catalogue, format ? format : "text", stdout);
    return EXIT_DONE;
}

static int check_command(char **arguments, GError **error)
{
    static const char *const formats[] = {"text", "csv", "xml", NULL};
    RunOptions run_options = {.packages = arguments, .unit = unit_name, .lone = season_path == NULL};
    if (format && !g_strv_contains(formats, format))
        return fault_input(error, FAULT_USAGE, tr("--format 只能是 text、csv 或 xml", "--format must be text, csv or xml"));
    if (received && !instant_parse(received, &run_options.received_s))
        return fault_input(error, FAULT_USAGE, tr("--received 应写作 2016-11-28T09:00:00+08:00", "--received must look like 2016-11-28T09:00:00+08:00"));
    if (!check_letter_usable(&letter, error) ||
        !check_outputs_usable(output_paths, arguments, season_path, profile_path, error))
        return EXIT_USAGE;
    if (list_findings)
        return print_catalogue(error);
    if (!arguments[0])
        return fault_input(error, FAULT_USAGE, tr("请给出要检查的材料包（文件夹或 ZIP）", "name the package to check (a folder or a ZIP)"));
    signal(SIGPIPE, SIG_IGN); /* a closed pipe must not leave the private folder behind */
    process_hold_signals();
    SeasonDir *dir = scratch_open(season_path, error);
    if (dir && profile_path) {
        g_free(dir->profile_file);
        dir->profile_file = g_strdup(profile_path);
    }
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
               "报送前检查一个单位的材料包（文件夹或 ZIP）：缺什么、错在哪里、怎样补正。不改动活动文件夹中的任何文件。\n"
               "不给活动文件夹时按内置规则检查，需要数据表的项目列为未检查（PKG-020）。\n"
               "\n"
               "  --season 活动           用这次活动的规则和数据表检查，与全市运行的结论相同\n"
               "  --profile 文件          检查项目级别文件（默认为这次活动的 profile.xml，没有则按检查项目表）\n"
               "  --unit 单位             单位编号、名称或别名（默认按材料包名称判断）\n"
               "  --format text|csv|xml   输出格式（默认 text）\n"
               "  -o, --output 文件       另写一个文件，可给多次：.html 检查报告（一页，可打印、可发给县局）、\n"
               "                          .docx 材料补正通知书、.csv 或 .xml 问题清单\n"
               "  --letter-number 文号    通知书的文号（默认留空待填）\n"
               "  --letter-date 日期      通知书的落款日期，如 2016-11-28（默认留空待填）\n"
               "  --letter-due 日期       通知书的补正期限，如 2016-12-09（默认为这次活动的报送截止时间；落款日期在其后的，留空待填）\n"
               "  --received 时刻         假定的收件时间，如 2016-11-28T09:00:00+08:00（默认为现在）\n"
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
               "  --profile FILE          levels of findings (default: profile.xml of the season, if any)\n"
               "  --unit UNIT             id, name or alias (default: told by the package's name)\n"
               "  --format text|csv|xml   form of the output (default text)\n"
               "  -o, --output FILE       writes a file as well, may be given again: .html, a report on one page to print or send;\n"
               "                          .docx, a letter to the unit; .csv or .xml, the findings\n"
               "  --letter-number TEXT    the letter's number (default: left to fill in)\n"
               "  --letter-date DATE      its date of signature, like 2016-11-28 (default: left to fill in)\n"
               "  --letter-due DATE       until when to correct (default: the deadline of the season; left to fill in when the date is after it)\n"
               "  --received TIME         time of receipt to assume, like 2016-11-28T09:00:00+08:00 (default: now)\n"
               "  --list-findings         every check with its source\n"
               "  --jobs N                work side by side (default: number of cores)\n"
               "\n"
               "Exit status: 0 nothing of level error or fatal; 1 there is; 3 the package cannot be read.\n",
    .options = options,
    .arguments_min = 0,
    .arguments_max = -1,
    .run = check_command};
