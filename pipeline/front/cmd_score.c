#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "fault.h"
#include "finish.h"
#include "lang.h"
#include "rec_changes.h"
#include "score_change.h"
#include "text.h"
#include "whatif.h"

static gboolean quiet, republish, dry_run;
static char *rules, *format;

static const GOptionEntry options[] = {STAGE_FLAG("quiet", &quiet), STAGE_FLAG("republish", &republish), STAGE_FLAG("dry-run", &dry_run),
                                       STAGE_PATH("rules", &rules), STAGE_WORD("format", &format),       {NULL}};

/* ---- a trial ---- */

static void print_xml(const char *from, const char *to, Scores *now, const Scores *before)
{
    size_t size;
    Changes *changes = record_new(&changes_type);
    changes->from = g_strdup(from);
    changes->to = g_strdup(to);
    score_changes(now, before);
    GPtrArray *none = changes->changes;
    changes->changes = now->changes;
    now->changes = none;
    g_autofree char *xml = record_format(&changes_type, changes, &size);
    fwrite(xml, 1, size, stdout);
    record_free(&changes_type, changes);
}

/* What the rules that are tried are called: the file's name, or its path where the season's own is called so. */
static char *tried_name(void)
{
    g_autofree char *name = g_path_get_basename(rules ? rules : "season.xml");
    return rules && strcmp(name, "season.xml") == 0 ? g_strdup(rules) : g_steal_pointer(&name);
}

/* What stands now: under other rules, the same inputs under the season's own; else what was published last. */
static Scores *standing(const SeasonDir *dir, char **name, guint *unusable, GError **error)
{
    if (rules) {
        g_autofree char *tried = tried_name();
        *name = g_strdup(strcmp(tried, rules) == 0 ? dir->season_file : "season.xml");
        return whatif_scores(dir, dir->season_file, unusable, error);
    }
    g_autofree char *folder = seasondir_latest(dir), *scores = folder ? g_build_filename(folder, "scores.xml", NULL) : NULL;
    *name = folder ? g_path_get_basename(folder) : NULL;
    if (!folder)
        fault_input(error, FAULT_MISSING, tr("%s 还没有发布过结果；请先运行 anjuan run %s", "%s has no results yet; first: anjuan run %s"), dir->root, dir->root);
    return scores ? record_read(&scores_type, scores, error) : NULL;
}

static void print_trial(const SeasonDir *dir, const char *from, const Scores *before, Scores *now)
{
    Layout layout = layout_for(stdout);
    g_autofree char *to = tried_name();
    if (format && strcmp(format, "csv") == 0)
        whatif_print_csv(stdout, dir->season, before, now);
    else if (format && strcmp(format, "xml") == 0)
        print_xml(from, to, now, before);
    else {
        g_autofree char *from_shown = text_display(from), *to_shown = text_display(to);
        printf(tr("现在：%s    试算：%s\n", "now: %s    tried: %s\n"), from_shown, to_shown);
        whatif_print_text(stdout, &layout, dir->season, before, now);
    }
}

/* Rules that cannot be used are refused before anything is scored. */
static gboolean rules_serve(GError **error)
{
    g_autoptr(Season) season = rules ? season_read(rules, error) : NULL;
    return season || !rules;
}

static int try_rules(const char *root, GError **error)
{
    int status;
    guint unusable[2] = {0, 0}; /* now, under the rules tried */
    g_autofree char *from = NULL;
    g_autoptr(SeasonDir) dir = seasondir_open_locked(root, &status, error);
    if (!dir)
        return status;
    Scores *before = rules_serve(error) ? standing(dir, &from, &unusable[0], error) : NULL;
    Scores *now = before ? whatif_scores(dir, rules ? rules : dir->season_file, &unusable[1], error) : NULL;
    if (now)
        print_trial(dir, from, before, now);
    if (now && rules && unusable[1] > unusable[0])
        fprintf(stderr,
                tr("注意：按 %s，数据表有%u行不能使用（现行规则下%u行）；请核对其中 <group> 的 id 与 units "
                   "表的“组别”是否一致\n",
                   "note: under %s, %u rows of the tables cannot be used (%u under the season's own "
                   "rules); compare the ids of its <group> elements with 组别 in the table units\n"),
                rules, unusable[1], unusable[0]);
    record_free(&scores_type, before);
    record_free(&scores_type, now);
    return EXIT_DONE;
}

static gboolean check_options(GError **error)
{
    static const char *const formats[] = {"text", "csv", "xml", NULL};
    if (format && !g_strv_contains(formats, format))
        return fault_input(error, FAULT_USAGE, "%s", tr("--format 只能是 text、csv 或 xml", "--format must be text, csv or xml"));
    if ((rules || format) && !dry_run)
        return fault_input(error, FAULT_USAGE, "%s",
                           tr("--rules 和 --format 只用于试算，请加上 --dry-run；要按别的规则发布，请改活动文件夹中的 season.xml", "--rules and --format are for trials: add --dry-run; to publish under other rules, change the season's season.xml"));
    return TRUE;
}

static int score_command(char **arguments, GError **error)
{
    const RunOptions run_options = {.quiet = quiet, .held_only = true};
    if (!check_options(error))
        return EXIT_USAGE;
    return dry_run ? try_rules(arguments[0], error) : season_run_and_publish(arguments[0], &run_options, republish, error);
}

const StageProgram command_score = {
    .name = "anjuan score",
    .help_zh = "用法：anjuan score [选项] 活动文件夹\n"
               "      anjuan score --dry-run [--rules 规则文件] [--format text|csv|xml] 活动文件夹\n"
               "\n"
               "数据表、专家评分或规则改动后重新检查、评分并发布，不打开任何材料包。\n"
               "材料本身有变化时以状态 3 结束，请改用 anjuan run。\n"
               "\n"
               "  --quiet         只打印需要人工处理的事项\n"
               "  --republish     没有变化也发布一次\n"
               "  --dry-run       只试算：列出每个单位和个人的名次、总分、奖项现在是多少、会变为多少；不发布，不改动任何文件\n"
               "  --rules 文件    按另一份 season.xml 试算（如另一种分值，或“基准值50%”的另一种读法），与现行规则比较；\n"
               "                  不写时按现在的数据表和规则试算，与最近一次结果比较\n"
               "  --format csv    供表格软件打开    --format xml   供程序读取（每项变化及原因）\n",
    .help_en = "usage: anjuan score [OPTIONS] SEASON\n"
               "       anjuan score --dry-run [--rules FILE] [--format text|csv|xml] SEASON\n"
               "\n"
               "Checks, scores and publishes again after tables, reviews or rules were changed; opens no package.\n"
               "Ends with status 3 when packages have changed: use anjuan run then.\n"
               "\n"
               "  --quiet         print only what a person must act on\n"
               "  --republish     publish even when nothing has changed\n"
               "  --dry-run       a trial: rank, total and award of every unit and person as they are and as they would be; nothing is\n"
               "                  published, and no file of the season is touched\n"
               "  --rules FILE    try another season.xml (other weights, the other reading of the 50 % rule) against the season's own;\n"
               "                  without it, tables and rules as they are now are tried against the latest run\n"
               "  --format csv    for a spreadsheet    --format xml   for programs (every change with its causes)\n",
    .options = options,
    .arguments_min = 1,
    .arguments_max = 1,
    .run = score_command};
