#include <stdbool.h>
#include <string.h>

#include "fault.h"
#include "fileio.h"
#include "lang.h"
#include "report_input.h"
#include "report_site.h"
#include "report_tables.h"
#include "stage.h"
#include "vocabulary.h"
#include "workbook.h"

static ReportPaths paths;
static char *output;

static const GOptionEntry options[] = {STAGE_PATH("season", &paths.season_path),
                                       STAGE_PATH("profile", &paths.profile_path),
                                       STAGE_PATH("tables", &paths.tables_path),
                                       STAGE_PATH("intake", &paths.intake_path),
                                       STAGE_PATH("store", &paths.store),
                                       STAGE_WORD("time", &paths.time),
                                       STAGE_OUTPUT(&output),
                                       {NULL}};

static gboolean check_options(GError **error)
{
    int64_t time_s;
    if (!stage_need(output, "-o", error))
        return FALSE;
    if (paths.time && !instant_parse(paths.time, &time_s))
        return fault_input(error, FAULT_USAGE,
                           tr("--time 应为时刻，如 2016-12-06T10:00:00+08:00",
                              "--time must be a time such as 2016-12-06T10:00:00+08:00"));
    return TRUE;
}

static gboolean check_records(GError **error)
{
    const struct {
        const char *path, *name;
    } needed[] = {{paths.scores_path, "scores.xml"}, {paths.season_path, "season.xml"}, {paths.tables_path, "tables.xml"}};
    for (gsize i = 0; i < G_N_ELEMENTS(needed); i++)
        if (!needed[i].path)
            return fault_input(error, FAULT_USAGE, tr("缺少记录 %s；请一并给出", "the record %s is missing; name it with the others"), needed[i].name);
    return TRUE;
}

static ReportInput *read_input(char **arguments, GError **error)
{
    g_autoptr(GPtrArray) units = g_ptr_array_new();
    if (!vocabulary_load(error) || !report_paths_sort(&paths, arguments, units, error) || !check_records(error))
        return NULL;
    g_autoptr(ReportInput) input = report_input_new(&paths, error);
    for (guint i = 0; input && i < units->len; i++)
        if (!report_input_add(input, units->pdata[i], error))
            return NULL;
    return input && report_input_finish(input, error) ? g_steal_pointer(&input) : NULL;
}

static int run(char **arguments, GError **error)
{
    if (!check_options(error))
        return EXIT_USAGE;
    g_autoptr(ReportInput) input = read_input(arguments, error);
    if (!input)
        return EXIT_INPUT;
    if (!lang_is_named())
        lang_set(LANG_ZH); /* what is published is Chinese whatever the terminal speaks (SPEC 1.2) */
    g_autofree char *workbook = g_build_filename(output, "anjuan.xlsx", NULL);
    bool written = file_make_folder(output, error) && report_tables_write(input, output, error) &&
                   report_site_write(input, output, error) && workbook_write(input, workbook, error);
    return written ? EXIT_DONE : EXIT_IO;
}

static const StageProgram program = {
    .name = "anjuan-report",
    .help_zh =
        "用法：anjuan-report -o 输出文件夹 [--store 文件夹] [--time 时刻] scores.xml season.xml tables.xml [记录…]\n"
        "\n"
        "把评分结果写成成绩表（CSV 和 anjuan.xlsx）和网页（index.html 等）。\n"
        "记录按内容分辨，次序不限：intake.xml，以及各单位的 findings.xml、unit.xml、inventory.xml、scans.xml、casefiles.xml，\n"
        "同一单位的放在一个文件夹中。season.xml、tables.xml、intake.xml 也可用选项给出。\n"
        "\n"
        "  -o 文件夹        写到这里，没有则新建\n"
        "  --profile 文件   检查项目级别文件 profile.xml；改过的级别在核查问题页上说明\n"
        "  --season 文件    活动规则文件 season.xml\n"
        "  --tables 文件    基础数据记录 tables.xml\n"
        "  --intake 文件    收件记录 intake.xml\n"
        "  --store 文件夹   库房；给出时，网页附上可以打开的扫描件（JPEG、PNG、PDF）\n"
        "  --time 时刻      本次运行的时刻，如 2016-12-06T10:00:00+08:00，印在网页上\n"
        "  --private 文件夹 写在该文件夹中的文件很快就删除，不强制落盘\n"
        "  --lang zh|en     网页和问题说明所用语言，默认中文；表头一律为中文\n"
        "  --help           显示本说明\n"
        "  --version        显示版本\n"
        "\n"
        "退出状态：0 完成；2 用法错误；3 某个输入不能使用；74 磁盘故障。\n",
    .help_en =
        "usage: anjuan-report -o DIR [--store DIR] [--time TIME] scores.xml season.xml tables.xml [RECORD...]\n"
        "\n"
        "Writes the scores as result tables (CSV and anjuan.xlsx) and as a site (index.html and others).\n"
        "Records are told apart by content, in any order: intake.xml and units' findings.xml, unit.xml, inventory.xml, scans.xml and\n"
        "casefiles.xml, those of a unit in one folder.  Season, tables and intake may be named by options instead.\n"
        "\n"
        "  -o DIR           where to write; made when it is not there\n"
        "  --profile FILE   levels of findings, profile.xml: the page of findings tells what it changed\n"
        "  --season FILE    the season file, season.xml\n"
        "  --tables FILE    the record of the tables, tables.xml\n"
        "  --intake FILE    the record of what was received, intake.xml\n"
        "  --store DIR      the store; with it the pages have the scans that can be opened (JPEG, PNG, PDF)\n"
        "  --time TIME      time of the run, such as 2016-12-06T10:00:00+08:00, printed on the pages\n"
        "  --private DIR    what is written there is thrown away soon: flush nothing to the disk\n"
        "  --lang zh|en     language of pages and findings, Chinese unless given; headers of tables are always Chinese\n"
        "  --help           show this text\n"
        "  --version        show the version\n"
        "\n"
        "Exit status: 0 done; 2 wrong usage; 3 an input cannot be used; 74 disk fault.\n",
    .options = options,
    .arguments_min = 1,
    .arguments_max = -1,
    .run = run,
};

int main(int argc, char **argv)
{
    return stage_main(argc, argv, &program);
}
