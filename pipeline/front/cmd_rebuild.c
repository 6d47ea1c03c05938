#include <stdio.h>
#include <stdlib.h>

#include "commands.h"
#include "fault.h"
#include "fileio.h"
#include "lang.h"
#include "rebuild.h"
#include "runs.h"

static char *output;

static const GOptionEntry options[] = {STAGE_OUTPUT(&output), {NULL}};

/* Where the results go: what the user named, which must be new, or beside the other scratch files. */
static char *output_folder(const Rebuild *rebuild, GError **error)
{
    g_autofree char *folder = output ? g_strdup(output) : g_build_filename(rebuild_folder(rebuild), "results", NULL);
    return file_make_folder(folder, error) ? g_steal_pointer(&folder) : NULL;
}

/* A list that is told only when it holds something. */
typedef struct {
    FILE *stream;
    char *text;
    size_t size;
} List;

static List *list_new(void)
{
    List *list = g_new0(List, 1);
    list->stream = open_memstream(&list->text, &list->size);
    return list;
}

static void list_print(List *list)
{
    fclose(list->stream);
    fputs(list->text, stdout);
    free(list->text);
    g_free(list);
}

static guint say_programs(const Manifest *manifest)
{
    List *list = list_new();
    guint count = rebuild_programs(manifest, list->stream, NULL);
    if (count > 0)
        printf(tr("注意：%s 由另一版本的程序算出，本程序有%u处与当时不同：\n", "Note: %s was made by another version; of this program %u parts are not what they were:\n"), manifest->run, count);
    list_print(list);
    return count;
}

/* What came out, in words; the exit status. */
static int say_outcome(const Manifest *manifest, const char *folder)
{
    guint programs = say_programs(manifest);
    List *list = list_new();
    guint count = rebuild_compare(manifest, folder, list->stream);
    if (count == 0)
        printf(tr("%s 已由库中材料重算，%u个文件与发布的逐字节相同。\n", "%s was rebuilt from the store: all %u files are the same, byte for byte.\n"), manifest->run, manifest->outputs->len);
    else
        printf(tr("%s 重算后有%u个文件与发布的不同：\n", "%s was rebuilt; %u files are not those that were published:\n"), manifest->run, count);
    list_print(list);
    if (count == 0)
        return EXIT_DONE;
    fputs(programs > 0 ? tr("程序版本不同，这些差别不说明结果被改动；要逐字节核对，请用当时的程序。\n", "The program is another one, so this does not mean that anything was changed; to compare byte for byte, use the program of then.\n")
                       : tr("程序与当时相同，差别只能来自被改动的库或清单；请运行 anjuan verify 查明。\n", "The program is the same, so the store or the manifest was changed: see anjuan verify.\n"),
          stdout);
    return EXIT_INPUT;
}

static int rebuild_run(const SeasonDir *dir, const char *text, GError **error)
{
    g_autofree char *name = runs_find(dir, text, error), *published = name ? runs_folder(dir, name) : NULL;
    g_autoptr(Manifest) manifest = published ? manifest_read(published, error) : NULL;
    g_autoptr(Rebuild) rebuild = manifest ? rebuild_new(dir, manifest, error) : NULL;
    g_autofree char *folder = rebuild ? output_folder(rebuild, error) : NULL;
    if (!folder || !rebuild_results(rebuild, folder, error))
        return EXIT_INPUT;
    int status = say_outcome(manifest, folder);
    if (output)
        printf(tr("重算的结果在 %s\n", "What was rebuilt is in %s\n"), folder);
    return status;
}

static int rebuild_command(char **arguments, GError **error)
{
    if (output && g_file_test(output, G_FILE_TEST_EXISTS)) {
        fault_input(error, FAULT_USAGE, tr("%s 已经存在；请另取一个文件夹名", "%s is there already; name another folder"), output);
        return EXIT_USAGE;
    }
    g_autoptr(SeasonDir) dir = seasondir_locate(arguments[0], error);
    return dir ? rebuild_run(dir, arguments[1], error) : EXIT_INPUT;
}

const StageProgram command_rebuild = {
    .name = "anjuan rebuild",
    .help_zh = "用法：anjuan rebuild [-o 文件夹] 活动文件夹 结果名\n"
               "\n"
               "用库中保存的当时的规则、数据表和材料把一次结果从头重算，与发布的逐字节比较。\n"
               "数据表、规则和 submissions/ 后来怎样变化都不影响；不改动任何结果，也不需要 work/。\n"
               "全部相同，状态为0；有不同的，列出文件，状态为3。程序版本与当时不同的，如实说明。\n"
               "\n"
               "  -o 文件夹   把重算的结果留在这里\n",
    .help_en = "usage: anjuan rebuild [-o DIR] SEASON RUN\n"
               "\n"
               "Makes a run again from the rules, tables and packages of then, which the store keeps, and compares it with what was\n"
               "published, byte for byte.  Whatever happened to tables, rules and submissions/ since makes no difference; no result is\n"
               "touched, and work/ is not needed.  The status is 0 when all is the same, 3 when files differ, which are listed.  If the\n"
               "program is another one than then, that is said.\n"
               "\n"
               "  -o DIR   keep what was rebuilt here\n",
    .options = options,
    .arguments_min = 2,
    .arguments_max = 2,
    .run = rebuild_command};
