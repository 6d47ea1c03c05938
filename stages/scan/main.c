#include "fault.h"
#include "lang.h"
#include "sandbox.h"
#include "scanning.h"
#include "season.h"
#include "stage.h"

static char *season_path, *store_path, *held_path, *known_path, *output_path;
static const GOptionEntry options[] = {STAGE_PATH("season", &season_path), STAGE_PATH("store", &store_path),
                                       STAGE_PATH("held", &held_path),     STAGE_PATH("known", &known_path),
                                       STAGE_OUTPUT(&output_path),         STAGE_JOBS, {NULL}};

static const char help_zh[] =
    "用法：anjuan-scan --season 规则 --store 目录 [--known scans.xml] -o scans.xml [--jobs N] inventory.xml\n"
    "\n"
    "逐个查看材料清单中的图片和 PDF：能否完整打开、页数、尺寸、分辨率、是否空白、缩略图特征。\n"
    "内容相同的文件只看一次。\n"
    "\n"
    "  --season 规则   活动规则 season.xml\n"
    "  --store 目录    存储目录，清单中的文件在其中\n"
    "  --held 目录     另一个存储目录，--store 中没有的文件从中读取\n"
    "  --known 文件    以前的结果；其中已有的不再查看\n"
    "  -o 文件         结果写到这里\n"
    "  --jobs N        同时查看的文件数，默认与处理器核数相同\n"
    "  --private 目录  写在该目录中的文件很快就删除，不强制落盘\n"
    "  --await         先读以前的结果，从标准输入读到两个字节后再读清单；供 anjuan check 提前启动\n"
    "  --lang zh|en    提示信息的语言\n"
    "  --help          显示本说明\n"
    "  --version       显示版本\n"
    "\n"
    "图片损坏、加密或格式不能识别时照常写出结果并注明原因，退出码为0；用法错误为2，规则或清单不能使用时为3，\n"
    "存储读写出错时为74。\n";

static const char help_en[] =
    "Usage: anjuan-scan --season FILE --store DIR [--known scans.xml] -o scans.xml [--jobs N] inventory.xml\n"
    "\n"
    "Looks at every image and PDF of the inventory: whether it can be opened to its end, pages, size,\n"
    "resolution, whether it is blank, and a thumbnail.  Files of the same content are looked at once.\n"
    "\n"
    "  --season FILE   the season's rules\n"
    "  --store DIR     the store that holds the files of the inventory\n"
    "  --held DIR      another store, for files that --store lacks\n"
    "  --known FILE    an earlier result; what it has is not looked at again\n"
    "  -o FILE         where the result goes\n"
    "  --jobs N        how many files are looked at at once; as many as there are processors by default\n"
    "  --private DIR   what is written there is thrown away soon: flush nothing to the disk\n"
    "  --await         read the earlier result, and the inventory only after two bytes on standard input: started ahead by\n"
    "                  anjuan check\n"
    "  --lang zh|en    language of messages\n"
    "  --help          show this text\n"
    "  --version       show the version\n"
    "\n"
    "A damaged, encrypted or unknown file is no failure: the result says so and the status is 0.  It is 2 for\n"
    "wrong usage, 3 when the rules or the inventory cannot be used and 74 when the store fails.\n";

/* From here on only the store can be read, and only the output's folder written. */
static void fence_in(void)
{
    g_autofree char *folder = g_path_get_dirname(output_path);
    const char *const readable[] = {store_path, held_path, NULL};
    const char *const writable[] = {folder, NULL};

    sandbox_say(sandbox_enter(readable, writable), "anjuan-scan");
}

/* An earlier result that cannot be read is as good as none: it was written by another version, or is broken. */
static Scans *read_known(GError **error)
{
    g_autoptr(GError) cause = NULL;

    if (known_path == NULL)
        return NULL;
    if (!g_file_test(known_path, G_FILE_TEST_EXISTS)) {
        fault_input(error, FAULT_MISSING, tr("没有 --known 文件“%s”；请检查路径，或去掉 --known", "there is no file '%s' for "
                                             "--known; check the path or leave --known out"), known_path);
        return NULL;
    }
    return record_read(&scans_type, known_path, &cause);
}

static gboolean scan(const Inventory *inventory, Scans *known, GError **error)
{
    fence_in();
    return scanning_write(inventory, known, &(StoreDirs){store_path, held_path}, stage_jobs(), output_path,
                          error);
}

static int run(char **arguments, GError **error)
{
    if (!stage_need(season_path, "--season", error) || !stage_need(store_path, "--store", error) ||
        !stage_need(output_path, "-o", error))
        return EXIT_USAGE;
    g_autoptr(Season) season = season_read(season_path, error);
    g_autoptr(GError) fault = NULL;
    Scans *known = season != NULL ? read_known(&fault) : NULL;

    stage_await(STAGE_ALL_INPUTS);
    Inventory *inventory = season != NULL ? record_read(&inventory_type, arguments[0], error) : NULL;
    gboolean ok = inventory != NULL && fault == NULL && scan(inventory, known, &fault);

    if (fault != NULL && inventory != NULL)
        g_propagate_error(error, g_steal_pointer(&fault));
    stage_leave(known);
    stage_leave(inventory);
    return ok ? EXIT_DONE : EXIT_IO;
}

int main(int argc, char **argv)
{
    static const StageProgram program = {
        .name = "anjuan-scan",
        .help_zh = help_zh,
        .help_en = help_en,
        .options = options,
        .arguments_min = 1,
        .arguments_max = 1,
        .run = run,
    };
    return stage_main(argc, argv, &program);
}
