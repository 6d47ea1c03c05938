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
static bool lang_given;

static const GOptionEntry options[] = {STAGE_PATH("season", &paths.season_path),
                                       STAGE_PATH("tables", &paths.tables_path),
                                       STAGE_PATH("intake", &paths.intake_path),
                                       STAGE_PATH("store", &paths.store),
                                       STAGE_WORD("time", &paths.time),
                                       STAGE_OUTPUT(&output),
                                       {NULL}};

static gboolean check_options(GError **error)
{
    int64_t time_s;
    if (!stage_need(paths.season_path, "--season", error) ||
        !stage_need(paths.tables_path, "--tables", error) || !stage_need(output, "-o", error))
        return FALSE;
    if (paths.time && !instant_parse(paths.time, &time_s))
        return fault_input(error, FAULT_USAGE,
                           tr("--time 应为时刻，如 2016-12-06T10:00:00+08:00",
                              "--time must be a time such as 2016-12-06T10:00:00+08:00"));
    return TRUE;
}

static ReportInput *read_input(char **arguments, GError **error)
{
    paths.scores_path = arguments[0];
    g_autoptr(ReportInput) input = vocabulary_load(error) ? report_input_new(&paths, error) : NULL;
    if (!input)
        return NULL;
    for (char **path = arguments + 1; *path; path++)
        if (!report_input_add(input, *path, error))
            return NULL;
    return report_input_finish(input, error) ? g_steal_pointer(&input) : NULL;
}

static int run(char **arguments, GError **error)
{
    if (!check_options(error))
        return EXIT_USAGE;
    g_autoptr(ReportInput) input = read_input(arguments, error);
    if (!input)
        return EXIT_INPUT;
    if (!lang_given)
        lang_set(LANG_ZH); /* what is published is Chinese whatever the terminal speaks (SPEC 1.2) */
    g_autofree char *workbook = g_build_filename(output, "anjuan.xlsx", NULL);
    bool written = file_make_folder(output, error) && report_tables_write(input, output, error) &&
                   report_site_write(input, output, error) && workbook_write(input, workbook, error);
    return written ? EXIT_DONE : EXIT_IO;
}

static const StageProgram program = {
    .name = "anjuan-report",
    .help_zh =
        "用法：anjuan-report -o 输出文件夹 --season 赛季文件 --tables tables.xml [--intake intake.xml]\n"
        "                     [--store 文件夹] [--time 时刻] scores.xml [记录…]\n"
        "\n"
        "把评分结果写成成绩表（CSV 和 anjuan.xlsx）和网页（index.html 等）。\n"
        "记录是各单位的 findings.xml、unit.xml、inventory.xml、scans.xml、casefiles.xml，同一单位的放在一个文件夹中。\n"
        "\n"
        "  -o 文件夹        写到这里，没有则新建\n"
        "  --season 文件    赛季文件 season.xml\n"
        "  --tables 文件    基础数据记录 tables.xml\n"
        "  --intake 文件    收件记录 intake.xml\n"
        "  --store 文件夹   库房；给出时，网页附上可以打开的扫描件（JPEG、PNG、PDF）\n"
        "  --time 时刻      本次运行的时刻，如 2016-12-06T10:00:00+08:00，印在网页上\n"
        "  --lang zh|en     网页和问题说明所用语言，默认中文；表头一律为中文\n"
        "  --help           显示本说明\n"
        "  --version        显示版本\n"
        "\n"
        "退出状态：0 完成；2 用法错误；3 某个输入不能使用；74 磁盘故障。\n",
    .help_en =
        "usage: anjuan-report -o DIR --season FILE --tables tables.xml [--intake intake.xml]\n"
        "                     [--store DIR] [--time TIME] scores.xml [RECORD...]\n"
        "\n"
        "Writes the scores as result tables (CSV and anjuan.xlsx) and as a site (index.html and others).\n"
        "RECORDs are units' findings.xml, unit.xml, inventory.xml, scans.xml and casefiles.xml, those of a unit in one folder.\n"
        "\n"
        "  -o DIR           where to write; made when it is not there\n"
        "  --season FILE    the season file, season.xml\n"
        "  --tables FILE    the record of the tables, tables.xml\n"
        "  --intake FILE    the record of what was received, intake.xml\n"
        "  --store DIR      the store; with it the pages have the scans that can be opened (JPEG, PNG, PDF)\n"
        "  --time TIME      time of the run, such as 2016-12-06T10:00:00+08:00, printed on the pages\n"
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
    for (int i = 1; i < argc; i++)
        lang_given = lang_given || strcmp(argv[i], "--lang") == 0 || g_str_has_prefix(argv[i], "--lang=");
    return stage_main(argc, argv, &program);
}
