#include "fault.h"
#include "season.h"
#include "stage.h"
#include "tables.h"

static char *season_path, *profile_path, *output, *rules_path;

static const GOptionEntry options[] = {STAGE_PATH("season", &season_path), STAGE_PATH("profile", &profile_path),
                                       STAGE_PATH("rules", &rules_path), STAGE_OUTPUT(&output), {NULL}};

static int run(char **arguments, GError **error)
{
    if (!stage_need(season_path, "--season", error) || !stage_need(output, "-o", error))
        return EXIT_USAGE;
    g_autoptr(Season) season = season_read(season_path, error);
    Tables *tables = season ? tables_read(arguments[0], season, rules_path, profile_path, error) : NULL;
    stage_leave(tables);
    if (!tables)
        return EXIT_INPUT;
    gboolean written = tables_write(tables, output, error);
    return written ? EXIT_DONE : EXIT_IO;
}

static const StageProgram program = {
    .name = "anjuan-tables",
    .help_zh = "用法：anjuan-tables --season 活动规则文件 -o 输出文件夹 基础数据表文件夹\n"
               "\n"
               "读取市局提供的各张表（units、cases 等，.xlsx 或 .csv），写出 tables.xml 和每个单位一份的 slices/单位编号.xml。\n"
               "不能使用的行不计入，逐行列为 DAT-001、DAT-002，写在 tables.xml 中。\n"
               "\n"
               "  --season 文件    活动规则文件 season.xml\n"
               "  --profile 文件   检查项目级别文件 profile.xml；不给时按检查项目表\n"
               "  -o 文件夹        写到这里\n"
               "  --rules 文件     列名规则，默认用随程序安装的 rules/tables.xml\n"
               "  --private 目录   写在该目录中的文件很快就删除，不强制落盘\n"
               "  --lang zh|en     提示所用语言\n"
               "  --help           显示本说明\n"
               "  --version        显示版本\n"
               "\n"
               "退出状态：0 完成；2 用法错误；3 某张表或活动规则文件不能使用；74 磁盘故障。\n",
    .help_en = "usage: anjuan-tables --season FILE -o DIR REFERENCE_DIR\n"
               "\n"
               "Reads the tables that the city bureau supplies (units, cases, ..., .xlsx or .csv) and writes tables.xml and slices/UNIT.xml for each unit.\n"
               "Rows that cannot be used do not count; each is a finding DAT-001 or DAT-002 in tables.xml.\n"
               "\n"
               "  --season FILE    the season file, season.xml\n"
               "  --profile FILE   levels of findings, profile.xml; otherwise those of the catalogue\n"
               "  -o DIR           where to write\n"
               "  --rules FILE     names of columns; the installed rules/tables.xml unless given\n"
               "  --private DIR    what is written there is thrown away soon: flush nothing to the disk\n"
               "  --lang zh|en     language of messages\n"
               "  --help           show this text\n"
               "  --version        show the version\n"
               "\n"
               "Exit status: 0 done; 2 wrong usage; 3 a table or the season file cannot be used; 74 disk fault.\n",
    .options = options,
    .arguments_min = 1,
    .arguments_max = 1,
    .run = run,
};

int main(int argc, char **argv)
{
    return stage_main(argc, argv, &program);
}
