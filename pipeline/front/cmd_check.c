#include <signal.h>
#include <string.h>

#include "check_output.h"
#include "checking.h"
#include "commands.h"
#include "fault.h"
#include "findings_print.h"
#include "lang.h"
#include "process.h"
#include "scratch.h"
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
    const CheckRequest request = {season_path, format, output_paths, &letter};
    int status = dir ? checking_run(dir, &run_options, &request, error) : EXIT_INPUT;
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
