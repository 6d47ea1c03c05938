#include "digest.h"
#include "fault.h"
#include "intake.h"
#include "leaf.h"
#include "package.h"
#include "program.h"
#include "remembered.h"
#include "sandbox.h"
#include "season.h"
#include "stage.h"
#include "store.h"
#include "unpack.h"

static char *season_path, *store_path, *held_path, *known_path, *files_path, *output_path;
static gboolean rehash;
static const GOptionEntry options[] = {STAGE_PATH("season", &season_path),
                                       STAGE_PATH("store", &store_path),
                                       STAGE_PATH("held", &held_path),
                                       STAGE_PATH("known", &known_path),
                                       STAGE_PATH("files", &files_path),
                                       STAGE_OUTPUT(&output_path),
                                       STAGE_JOBS,
                                       STAGE_FLAG("rehash", &rehash),
                                       {NULL}};

static const char help_zh[] =
    "用法：anjuan-unpack --season 规则 --store 目录 -o inventory.xml [--jobs N] 材料包…\n"
    "\n"
    "读取一个单位报送的材料包，把其中的每个文件存入存储，并把材料清单写入 inventory.xml。\n"
    "材料包按收到的先后给出，可以是文件夹、ZIP，或存储中 receipts/ 下的收件记录。\n"
    "\n"
    "  --season 规则   活动规则 season.xml，使用其中的 limits\n"
    "  --store 目录    存储目录，没有时新建\n"
    "  --held 目录     另一个存储目录，其中已有的不再写入；只读\n"
    "  --known 文件    以前记下的文件特征；文件夹内没有变动的不再读，ZIP内没有变动的不再解压\n"
    "  --files 文件    把这次读到的记在这里，供下次用作 --known\n"
    "  -o 文件         清单写到这里\n"
    "  --rehash        不相信库中已有的文件：内容与名称不符的，用材料包中的重新存入\n"
    "  --jobs N        同时读取的文件数，默认与处理器核数相同\n"
    "  --private 目录  写在该目录中的文件很快就删除，不强制落盘\n"
    "  --lang zh|en    提示信息的语言\n"
    "  --help          显示本说明\n"
    "  --version       显示版本\n"
    "\n"
    "材料包损坏、加密或不安全时照常写出清单并注明原因，退出状态为0；用法错误为2，规则或收件记录不能使用为3，\n"
    "存储读写出错为74。\n";

static const char help_en[] =
    "Usage: anjuan-unpack --season FILE --store DIR -o inventory.xml [--jobs N] PACKAGE...\n"
    "\n"
    "Reads the packages that one unit handed in, puts every file in them into the store, and writes the "
    "tree\n"
    "to inventory.xml.  Packages stand in the order of receipt; each is a folder, a ZIP, or a receipt "
    "below receipts/\n"
    "of an earlier package.\n"
    "\n"
    "  --season FILE   the season's rules, for their limits\n"
    "  --store DIR     the store; made when it is not there\n"
    "  --held DIR      another store; what it has is not written again, and it is only read\n"
    "  --known FILE    what was noted of files before: what has not changed in a folder is not read again, in a ZIP not\n"
    "                  unpacked again\n"
    "  --files FILE    note the files read here, for --known the next time\n"
    "  -o FILE         where the inventory goes\n"
    "  --rehash        do not trust the store: a blob whose bytes are not those of its name is written again\n"
    "  --jobs N        how many files are read at once; as many as there are processors by default\n"
    "  --private DIR   what is written there is thrown away soon: flush nothing to the disk\n"
    "  --lang zh|en    language of messages\n"
    "  --help          show this text\n"
    "  --version       show the version\n"
    "\n"
    "A damaged, encrypted or unsafe package is no failure: the inventory says so and the status is 0.  It is 2 for\n"
    "wrong usage, 3 when the rules or a receipt cannot be used and 74 when the store fails.\n";

/* From here on only the packages and the rules can be read, and only the store and the output's folder
 * written. */
static void fence_in(char **packages)
{
    g_autofree char *folder = g_path_get_dirname(output_path);
    const char *const writable[] = {store_path, folder, NULL};
    g_autoptr(GPtrArray) readable = g_ptr_array_new();
    for (; *packages; packages++)
        g_ptr_array_add(readable, *packages);
    g_ptr_array_add(readable, held_path); /* NULL when there is none */
    g_ptr_array_add(readable, NULL);
    sandbox_say(sandbox_enter((const char *const *)readable->pdata, writable), "anjuan-unpack");
}

static gboolean take_packages(const Season *season, Store *store, NameDecoder *decoder, char **packages,
                              Remembered *remembered, Inventory *inventory, GError **error)
{
    g_autoptr(Workers) workers = workers_new(store, remembered, stage_jobs());
    g_autoptr(Unpacker) unpacker = unpacker_new();
    g_autoptr(GArray) archives = g_array_new(FALSE, FALSE, sizeof(Brought));
    Intake intake = {.limits = season->limits,
                     .store = store,
                     .decoder = decoder,
                     .unpacker = unpacker,
                     .remembered = remembered,
                     .archives = archives,
                     .workers = workers};
    for (; *packages; packages++)
        if (!package_take(&intake, *packages, inventory->packages, error))
            return workers_wait(workers, NULL) && FALSE; /* members are still written to until then */
    for (guint i = 0; i < inventory->packages->len; i++) {
        const Package *package = inventory->packages->pdata[i];
        if (package->sha256)
            made_from_add(inventory->made_from, package->name, package->sha256);
    }
    packages_merge(inventory);
    return TRUE;
}

static gboolean unpack(char **packages, Inventory *inventory, GError **error)
{
    g_autoptr(Season) season = season_read(season_path, error);
    g_autoptr(Store) store = season ? store_open(store_path, error) : NULL;
    if (!store)
        return FALSE;
    store_look_into(store, held_path);
    if (rehash)
        store_distrust(store);
    g_autoptr(NameDecoder) decoder = name_decoder_new();
    char limits[DIGEST_HEX + 1];
    season_digest_part(season, SEASON_FOR_UNPACK, limits);
    g_autoptr(Remembered) remembered = remembered_read(known_path, limits, files_path != NULL);
    fence_in(packages);
    inventory->program = g_strdup(program_digest);
    made_from_add(inventory->made_from, "limits", limits);
    return take_packages(season, store, decoder, packages, remembered, inventory, error) &&
           store_commit(store, error) && remembered_write(remembered, files_path, error) &&
           record_write(&inventory_type, inventory, output_path, error);
}

static int run(char **arguments, GError **error)
{
    if (!stage_need(season_path, "--season", error) || !stage_need(store_path, "--store", error) ||
        !stage_need(output_path, "-o", error))
        return EXIT_USAGE;
    Inventory *inventory = record_new(&inventory_type);
    gboolean ok = unpack(arguments, inventory, error);
    record_free(&inventory_type, inventory);
    return ok ? EXIT_DONE : EXIT_IO;
}

int main(int argc, char **argv)
{
    static const StageProgram program = {
        .name = "anjuan-unpack",
        .help_zh = help_zh,
        .help_en = help_en,
        .options = options,
        .arguments_min = 1,
        .arguments_max = -1,
        .run = run,
    };
    return stage_main(argc, argv, &program);
}
