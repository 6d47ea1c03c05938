#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "diff.h"
#include "fault.h"
#include "lang.h"
#include "runs.h"
#include "score_change.h"

static char *format;

static const GOptionEntry options[] = {STAGE_WORD("format", &format), {NULL}};

/* One of the two runs. */
typedef struct {
    char *name, *folder;
    Manifest *manifest;
    Scores *scores;
    Tables *tables;
} Side;

static void side_clear(Side *side)
{
    g_free(side->name);
    g_free(side->folder);
    manifest_free(side->manifest);
    record_free(&scores_type, side->scores);
    record_free(&tables_type, side->tables);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Side, side_clear)

static gboolean side_open(Side *side, const SeasonDir *dir, const char *text, GError **error)
{
    side->name = runs_find(dir, text, error);
    if (!side->name)
        return FALSE;
    side->folder = runs_folder(dir, side->name);
    side->manifest = manifest_read(side->folder, error);
    return side->manifest != NULL;
}

static gboolean side_read(Side *side, GError **error)
{
    g_autofree char *scores = g_build_filename(side->folder, "scores.xml", NULL), *tables = g_build_filename(side->folder, "tables.xml", NULL);
    side->scores = record_read(&scores_type, scores, error);
    side->tables = side->scores ? record_read(&tables_type, tables, error) : NULL;
    return side->tables != NULL;
}

/* The run that NOW is compared with where the user names none: the one that its changes.csv is told against. */
static gboolean open_compared(Side *was, const SeasonDir *dir, const Side *now, GError **error)
{
    const char *compared = now->manifest->compared ? now->manifest->compared : now->manifest->previous;
    if (!compared) {
        fault_input(error, FAULT_MISSING, tr("%s 是第一次结果，之前没有可比较的；有了下一次结果再比较", "%s is the first run: there is none before it to compare with"),
                    now->name);
        return FALSE;
    }
    return side_open(was, dir, compared, error);
}

static gboolean open_sides(Side *was, Side *now, const SeasonDir *dir, char **named, GError **error)
{
    const char *last = named[0] && named[1] ? named[1] : "latest";
    if (!side_open(now, dir, last, error))
        return FALSE;
    return named[0] ? side_open(was, dir, named[0], error) : open_compared(was, dir, now, error);
}

static Changes *compare(const Side *was, const Side *now)
{
    Changes *changes = record_new(&changes_type);
    changes->from = g_strdup(was->name);
    changes->to = g_strdup(now->name);
    changes->against_seal = was->manifest->seal != NULL;
    diff_manifests(changes, was->manifest, now->manifest);
    score_changes(now->scores, was->scores);
    GPtrArray *none = changes->changes;
    changes->changes = now->scores->changes;
    now->scores->changes = none;
    return changes;
}

static void print_xml(const Changes *changes)
{
    size_t size;
    g_autofree char *xml = record_format(&changes_type, changes, &size);
    fwrite(xml, 1, size, stdout);
}

static int diff_runs(const SeasonDir *dir, char **named, GError **error)
{
    g_auto(Side) was = {0}, now = {0};
    if (!open_sides(&was, &now, dir, named, error) || !side_read(&was, error) || !side_read(&now, error))
        return EXIT_INPUT;
    Changes *changes = compare(&was, &now);
    Layout layout = layout_for(stdout);
    if (format && strcmp(format, "csv") == 0)
        diff_print_csv(stdout, changes, now.tables, was.tables);
    else if (format && strcmp(format, "xml") == 0)
        print_xml(changes);
    else
        diff_print_text(stdout, &layout, changes, now.tables, was.tables);
    record_free(&changes_type, changes);
    return EXIT_DONE;
}

static int diff_command(char **arguments, GError **error)
{
    static const char *const formats[] = {"text", "csv", "xml", NULL};
    if (format && !g_strv_contains(formats, format)) {
        fault_input(error, FAULT_USAGE, "%s", tr("--format 只能是 text、csv 或 xml", "--format must be text, csv or xml"));
        return EXIT_USAGE;
    }
    g_autoptr(SeasonDir) dir = seasondir_locate(arguments[0], error);
    return dir ? diff_runs(dir, arguments + 1, error) : EXIT_INPUT;
}

const StageProgram command_diff = {
    .name = "anjuan diff",
    .help_zh = "用法：anjuan diff [--format text|csv|xml] 活动文件夹 [结果甲 [结果乙]]\n"
               "\n"
               "列出两次结果之间谁的哪个数字变了、从多少变为多少、原因是什么。\n"
               "不写结果名：最近一次与它的比较对象（审定结果；没有审定的，为上一次）相比。\n"
               "只写结果甲：从甲到最近一次。结果名为 results/ 下的文件夹名，可只写开头；也可写 latest（最近）、official（审定）。\n"
               "\n"
               "原因：本单位材料、其他单位、基础数据表、规则、软件版本，可同时有几个。\n"
               "\n"
               "  --format csv   与 changes.csv 相同的列    --format xml   供程序读取\n",
    .help_en = "usage: anjuan diff [--format text|csv|xml] SEASON [RUN_A [RUN_B]]\n"
               "\n"
               "Says whose figures moved between two runs, from what to what, and why.\n"
               "Without names: the latest run against the one it is compared with (the sealed run; without one, the run before).\n"
               "With RUN_A alone: from RUN_A to the latest.  A run is named by its folder in results/, or the beginning of it, or\n"
               "latest, or official (the sealed one).\n"
               "\n"
               "Causes: own material, other units, reference tables, rules, program version; there may be several.\n"
               "\n"
               "  --format csv   the columns of changes.csv    --format xml   for programs\n",
    .options = options,
    .arguments_min = 1,
    .arguments_max = 3,
    .run = diff_command};
