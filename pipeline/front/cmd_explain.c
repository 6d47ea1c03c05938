#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "explain.h"
#include "fault.h"
#include "lang.h"
#include "rec_tables.h"
#include "seasondir.h"
#include "submissions.h"

static char *format;

static const GOptionEntry options[] = {STAGE_WORD("format", &format), {NULL}};

static gboolean check_format(GError **error)
{
    if (!format || strcmp(format, "text") == 0 || strcmp(format, "xml") == 0)
        return TRUE;
    return fault_input(error, FAULT_USAGE, tr("--format 只能是 text 或 xml", "--format must be text or xml"));
}

static Scores *read_scores(const char *folder, Tables **tables, GError **error)
{
    g_autofree char *scores_path = g_build_filename(folder, "scores.xml", NULL);
    g_autofree char *tables_path = g_build_filename(folder, "tables.xml", NULL);
    Scores *scores = record_read(&scores_type, scores_path, error);
    *tables = scores ? record_read(&tables_type, tables_path, error) : NULL;
    if (*tables)
        return scores;
    record_free(&scores_type, scores);
    return NULL;
}

/* What the unit's documents say, as last read; NULL when the records are not at hand, and then without quotations. */
static Casefiles *read_documents(const SeasonDir *dir, const char *unit)
{
    g_autofree char *path = seasondir_unit_path(dir, unit, "casefiles.xml");
    return g_file_test(path, G_FILE_TEST_EXISTS) ? record_read(&casefiles_type, path, NULL) : NULL;
}

static int explain_unit(const SeasonDir *dir, const Scores *scores, const Tables *tables, char **arguments, GError **error)
{
    const UnitRow *unit = submissions_unit(tables, arguments[1]);
    if (!unit) {
        fault_input(error, FAULT_USAGE, tr("没有单位“%s”；可用单位编号、名称或别名", "there is no unit '%s'; use its id, name or alias"), arguments[1]);
        return EXIT_USAGE;
    }
    Casefiles *documents = read_documents(dir, unit->id);
    const ExplainOutput output = {.stream = stdout, .layout = layout_for(stdout), .xml = g_strcmp0(format, "xml") == 0};
    gboolean found = explain_print(&output, scores, documents, unit->id, arguments[2], error);
    record_free(&casefiles_type, documents);
    return found ? EXIT_DONE : EXIT_USAGE;
}

static int explain_command(char **arguments, GError **error)
{
    if (!check_format(error))
        return EXIT_USAGE;
    g_autoptr(SeasonDir) dir = seasondir_locate(arguments[0], error);
    if (!dir)
        return EXIT_INPUT;
    g_autofree char *folder = seasondir_latest(dir);
    if (!folder) {
        fault_input(error, FAULT_MISSING, tr("%s 还没有发布过结果；请先运行 anjuan run %s", "%s has no results yet; first: anjuan run %s"), dir->root, dir->root);
        return EXIT_INPUT;
    }
    Tables *tables;
    Scores *scores = read_scores(folder, &tables, error);
    if (!scores)
        return EXIT_INPUT;
    int status = explain_unit(dir, scores, tables, arguments, error);
    record_free(&tables_type, tables);
    record_free(&scores_type, scores);
    return status;
}

const StageProgram command_explain = {
    .name = "anjuan explain",
    .help_zh = "用法：anjuan explain [--format text|xml] 活动文件夹 单位 [姓名]\n"
               "\n"
               "列出单位（或候选人）得分的每一步：规则、通知条款、算式、结果，以及每个输入的出处。\n"
               "用计算器即可复核。单位可用编号、名称或别名。\n",
    .help_en = "usage: anjuan explain [--format text|xml] SEASON UNIT [NAME]\n"
               "\n"
               "Every step of a unit's (or a candidate's) score: rule, clause of the notice, formula, result, and where each input\n"
               "comes from, so that a calculator suffices to recompute it.\n",
    .options = options,
    .arguments_min = 2,
    .arguments_max = 3,
    .run = explain_command};
