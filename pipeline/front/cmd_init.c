#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "fault.h"
#include "fileio.h"
#include "lang.h"
#include "season.h"

#define TEMPLATE_BYTES_MAX ((size_t)1 << 20)

/* One folder tree for a unit to fill in (SPEC 4). */
static const char *const unit_folders[] = {"案卷", "案件证据", "先进个人", "法制先进个人", "信息", NULL};

/* ---- the instructions: their dates come from the rules, so that they stand in one place ---- */

static char *chinese_day(Day day)
{
    int year, month, day_of_month;
    day_to_ymd(day, &year, &month, &day_of_month);
    return g_strdup_printf("%d年%d月%d日", year, month, day_of_month);
}

static char *deadline_words(const Season *season)
{
    int64_t at_s = season_package_deadline_s(season);
    g_autofree char *day = chinese_day(at_s ? instant_day(at_s) : season->window->to), *time = instant_format(at_s);
    return g_strdup_printf("%s%.2s时", day, at_s ? time + strlen("2016-12-05T") : "24");
}

static char *papers_words(const Season *season)
{
    GString *lines = g_string_new(NULL);
    for (guint i = 0; season->papers && i < season->papers->papers->len; i++) {
        const SeasonPaper *paper = season->papers->papers->pdata[i];
        g_autofree char *due = paper->due ? chinese_day(paper->due) : g_strdup("随材料包");
        g_string_append_printf(lines, "%s    %s：%s%s", i ? "\r\n" : "", paper->title, due, paper->due ? "前" : "");
    }
    return g_string_free(lines, FALSE);
}

static void fill_place(GString *text, const char *place, const char *value)
{
    g_string_replace(text, place, value ? value : "", 0);
}

static char *fill_instructions(const char *text, const Season *season)
{
    GString *filled = g_string_new(text);
    g_autofree char *from = chinese_day(season->window->from), *to = chinese_day(season->window->to);
    g_autofree char *window = g_strdup_printf("%s至%s", from, to);
    g_autofree char *deadline = deadline_words(season), *papers = papers_words(season);
    const char *number = season->contact ? season->contact->phone : NULL;
    g_autofree char *phone = number && number[0] ? g_strdup_printf("，电话 %s", number) : NULL;
    fill_place(filled, "{window}", window);
    fill_place(filled, "{deadline}", deadline);
    fill_place(filled, "{papers}", papers);
    fill_place(filled, "{office}", season->contact ? season->contact->office : NULL);
    fill_place(filled, "{phone}", phone);
    return g_string_free(filled, FALSE);
}

static gboolean write_instructions(const char *root, GError **error)
{
    g_autofree char *path = g_build_filename(root, "报送模板", "材料报送说明.txt", NULL);
    g_autoptr(Season) season = season_builtin(error);
    g_autofree char *text = season ? file_read_whole(path, TEMPLATE_BYTES_MAX, NULL, error) : NULL;
    g_autofree char *filled = text ? fill_instructions(text, season) : NULL;
    return filled && file_write_whole(path, filled, strlen(filled), error);
}

static gboolean copy_template(const char *name, const char *to, GError **error)
{
    size_t size;
    g_autofree char *from = file_data_path(name);
    g_autofree char *data = file_read_whole(from, TEMPLATE_BYTES_MAX, &size, error);
    return data && file_write_whole(to, data, size, error);
}

/* Every file of rules/init goes into the season at its own path: empty tables and the instructions.  What is
 * there already, of an init that was cut off or filled in by somebody, stays. */
static gboolean copy_starters(const char *root, GError **error)
{
    g_autofree char *folder = file_data_path("rules/init");
    g_autoptr(GPtrArray) names = file_list_below(folder, error);
    for (guint i = 0; names && i < names->len; i++) {
        g_autofree char *from = g_build_filename("rules/init", names->pdata[i], NULL);
        g_autofree char *to = g_build_filename(root, names->pdata[i], NULL);
        g_autofree char *parent = g_path_get_dirname(to);
        if (!file_make_folder(parent, error) ||
            (!g_file_test(to, G_FILE_TEST_EXISTS) && !copy_template(from, to, error)))
            return FALSE;
    }
    return names != NULL;
}

static gboolean make_folders(const char *root, GError **error)
{
    g_autofree char *submissions = g_build_filename(root, "submissions", NULL);
    gboolean ok = file_make_folder(submissions, error);
    for (const char *const *name = unit_folders; ok && *name; name++) {
        g_autofree char *path = g_build_filename(root, "报送模板", "单位名称", *name, NULL);
        ok = file_make_folder(path, error);
    }
    return ok;
}

/* The season file comes last: with it the season is whole, and without it init may be called again. */
static gboolean make_season(const char *root, const char *season, GError **error)
{
    return file_make_folder(root, error) && copy_starters(root, error) && make_folders(root, error) &&
           write_instructions(root, error) && copy_template("rules/season-template.xml", season, error);
}

static int init_command(char **arguments, GError **error)
{
    const char *root = arguments[0];
    g_autofree char *season = g_build_filename(root, "season.xml", NULL);
    if (g_file_test(season, G_FILE_TEST_EXISTS)) {
        fault_input(error, FAULT_USAGE, tr("%s 已有活动规则文件 season.xml，不会覆盖；请另选文件夹", "%s holds a season.xml already, which is not overwritten; choose another folder"), root);
        return EXIT_USAGE;
    }
    if (!make_season(root, season, error))
        return EXIT_IO;
    printf(tr("已在 %s 新建活动：\n"
              "  season.xml      规则；带 assumed 的数值为通知未定的假定值，请先核定\n"
              "  reference/      数据表的空表，表头不要改动；可另存为同名的 .xlsx（与 .csv 只留一个）\n"
              "  报送模板/       发给各单位的文件夹样式，连同《材料报送说明》\n"
              "  submissions/    收到的材料放在这里，按单位编号、名称或别名命名\n"
              "收齐材料后运行：anjuan run %s\n",
              "A season now stands in %s:\n"
              "  season.xml      the rules; values named in assumed=\"...\" are not the notice's own: settle them first\n"
              "  reference/      empty tables; keep their headers; .xlsx will do as well, instead of .csv\n"
              "  报送模板/       the folder tree for the units, with the instructions (材料报送说明)\n"
              "  submissions/    put packages here, named by the unit's id, name or alias\n"
              "Then run: anjuan run %s\n"),
           root, root);
    return EXIT_DONE;
}

const StageProgram command_init = {.name = "anjuan init",
                                   .help_zh = "用法：anjuan init 文件夹\n\n新建一次活动：season.xml、空的数据表、材料报送说明和给各单位的文件夹样式。不覆盖已有的活动文件夹。\n",
                                   .help_en = "usage: anjuan init DIR\n\nStarts a season: season.xml, empty tables, instructions and the folder tree for the units.\n"
                                              "Never overwrites a season.\n",
                                   .arguments_min = 1,
                                   .arguments_max = 1,
                                   .run = init_command};
