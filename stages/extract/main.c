#include <stdio.h>
#include <string.h>

#include "csv.h"
#include "digest.h"
#include "docx.h"
#include "extracting.h"
#include "fault.h"
#include "filefacts.h"
#include "fileio.h"
#include "lang.h"
#include "plaintext.h"
#include "program.h"
#include "recordlater.h"
#include "ruleexamples.h"
#include "sandbox.h"
#include "stage.h"
#include "text.h"

static char *rules_path, *store_path, *held_path, *known_path, *output_path;
static gboolean file_mode, text_mode, check_rules;
static const GOptionEntry options[] = {STAGE_PATH("rules", &rules_path),
                                       STAGE_PATH("store", &store_path),
                                       STAGE_PATH("held", &held_path),
                                       STAGE_PATH("known", &known_path),
                                       STAGE_OUTPUT(&output_path),
                                       STAGE_JOBS,
                                       STAGE_FLAG("file", &file_mode),
                                       STAGE_FLAG("text", &text_mode),
                                       STAGE_FLAG("check-rules", &check_rules),
                                       {NULL}};

static const char help_zh[] =
    "用法：anjuan-extract --rules 目录 --store 目录 -o casefiles.xml [--jobs N] inventory.xml\n"
    "      anjuan-extract --rules 目录 -o 文件.xml --file 文件…\n"
    "      anjuan-extract --text 文件.docx…\n"
    "\n"
    "判断材料清单中每个文件是什么文书，读出文书中的各个字段，每个值都附原文、位置和规则。\n"
    "\n"
    "  --rules 目录    提取规则（标题、标签、模式），一般为 rules/extract\n"
    "  --store 目录    存储目录，清单中的文件在其中\n"
    "  --held 目录     另一个存储目录，--store 中没有的文件从中读取\n"
    "  --known 文件    以前的结果；路径和内容都相同的文件不再读\n"
    "  -o 文件         结果写到这里\n"
    "  --jobs N        同时读取的文件数，默认与处理器核数相同\n"
    "  --file          参数是要读的文件本身，不是材料清单\n"
    "  --text          只把读到的文字打印到标准输出，一段一行\n"
    "  --check-rules   先检查规则中的每个例子，有不符的就不读\n"
    "  --private 目录  写在该目录中的文件很快就删除，不强制落盘\n"
    "  --await         先读规则，从标准输入读到两个字节后再读清单；供 anjuan check 提前启动\n"
    "  --lang zh|en    提示信息的语言\n"
    "  --help          显示本说明\n"
    "  --version       显示版本\n"
    "\n"
    "文书不能读时照常写出结果并注明原因，退出码为0；用法错误为2，规则、清单或（--text、--file）文件不能使用时为3，\n"
    "存储读写出错时为74。\n";

static const char help_en[] =
    "Usage: anjuan-extract --rules DIR --store DIR -o casefiles.xml [--jobs N] inventory.xml\n"
    "       anjuan-extract --rules DIR -o FILE.xml --file FILE...\n"
    "       anjuan-extract --text FILE.docx...\n"
    "\n"
    "Tells which document every file of the inventory is and reads its fields, each value with quotation, place\n"
    "and rule.\n"
    "\n"
    "  --rules DIR     rules of extraction (titles, labels, patterns), usually rules/extract\n"
    "  --store DIR     the store that holds the files of the inventory\n"
    "  --held DIR      another store, for files that --store lacks\n"
    "  --known FILE    an earlier result; a file of the same path and bytes is not read again\n"
    "  -o FILE         where the result goes\n"
    "  --jobs N        how many files are read at once; as many as there are processors by default\n"
    "  --file          the arguments are files to read, not an inventory\n"
    "  --text          only print the text as read to standard output, a paragraph a line\n"
    "  --check-rules   try every example in the rules first, and read nothing when one does not hold\n"
    "  --private DIR   what is written there is thrown away soon: flush nothing to the disk\n"
    "  --await         read the rules, and the inventory only after two bytes on standard input: started ahead by anjuan check\n"
    "  --lang zh|en    language of messages\n"
    "  --help          show this text\n"
    "  --version       show the version\n"
    "\n"
    "A document that cannot be read is no failure: the result says so and the status is 0.  It is 2 for wrong\n"
    "usage, 3 when rules, inventory or (with --text and --file) a file cannot be used, 74 when the store fails.\n";

/* From here on only the inputs can be read, and only the output's folder written. */
static void fence_in(char **inputs)
{
    static const char gb18030[] = "\xB0\xB8\xBE\xED";
    size_t size;
    g_free(csv_decode(gb18030, sizeof gb18030 - 1, &size, NULL, NULL)); /* loads the converter while it can be loaded */
    g_autofree char *folder = output_path ? g_path_get_dirname(output_path) : NULL;
    const char *const readable[] = {store_path, held_path, NULL};
    const char *const writable[] = {folder, NULL};
    sandbox_say(sandbox_enter(file_mode || text_mode ? (const char *const *)inputs : readable, writable), "anjuan-extract");
}

static gboolean print_text(const char *path, bool named, GError **error)
{
    size_t size;
    const char *reason;
    g_autofree char *bytes = file_read_whole(path, DOCUMENT_BYTES_MAX, &size, error), *name = text_display(path);
    g_autoptr(DocxText) docx = bytes ? docx_read(bytes, size, &reason, error) : NULL;
    if (!docx) {
        g_prefix_error(error, "%s: ", name);
        return FALSE;
    }
    g_autofree char *text = plaintext_of(docx), *unread = plaintext_unread(docx);
    if (unread)
        fprintf(stderr, "anjuan-extract: %s: %s\n", name, unread);
    if (named)
        printf("==> %s <==\n", name);
    return fputs(text, stdout) != EOF || fault_system(error, 0, tr("不能写到标准输出", "cannot write to standard output"));
}

/* Every document that can be read is printed; the first fault is the caller's, the others are said here. */
static gboolean print_texts(char **paths, GError **error)
{
    fence_in(paths);
    bool named = paths[1] != NULL, all = true;
    for (; *paths; paths++) {
        g_autoptr(GError) fault = NULL;
        if (print_text(*paths, named, &fault))
            continue;
        if (all)
            g_propagate_error(error, g_steal_pointer(&fault));
        else
            fprintf(stderr, "anjuan-extract: %s\n", fault->message);
        all = false;
    }
    bool flushed = fflush(stdout) == 0;
    if (all && !flushed)
        fault_system(error, 0, tr("不能写到标准输出", "cannot write to standard output"));
    return all && flushed;
}

static void name_origins(Casefiles *casefiles, const char *rules_digest, const char *inventory_digest)
{
    g_free(casefiles->program);
    casefiles->program = g_strdup(program_digest);
    made_from_add(casefiles->made_from, "rules", rules_digest);
    if (inventory_digest)
        made_from_add(casefiles->made_from, "inventory", inventory_digest);
}

/* The records that are read while the rules are loaded; NULL where there is none to read. */
typedef struct {
    RecordLater *inventory, *known;
} Records;

static void records_clear(Records *records)
{
    recordlater_free(records->inventory);
    recordlater_free(records->known);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Records, records_clear)

/* An earlier result of this program and these rules, or NULL: what others made is as good as none. */
static Casefiles *take_known(RecordLater *later, const char *rules_digest)
{
    Casefiles *known = later ? recordlater_take(later, NULL, NULL) : NULL;
    bool same_rules = false;
    for (guint i = 0; known && i < known->made_from->len; i++) {
        const MadeFrom *from = known->made_from->pdata[i];
        same_rules = same_rules || (strcmp(from->name, "rules") == 0 && g_strcmp0(from->sha256, rules_digest) == 0);
    }
    if (known && same_rules && g_strcmp0(known->program, program_digest) == 0)
        return known;
    record_free(&casefiles_type, known);
    return NULL;
}

static gboolean extract(ExtractRules *rules, Casefiles *known, char **arguments, const char *rules_digest,
                        const Records *records, GError **error)
{
    char inventory_digest[DIGEST_HEX + 1];
    Inventory *inventory = file_mode ? NULL : recordlater_take(records->inventory, inventory_digest, error);
    if (!file_mode && !inventory)
        return FALSE;
    const StoreDirs stores = {store_path, held_path};
    fence_in(arguments);
    Casefiles *casefiles = file_mode
                               ? extracting_files(rules, arguments, stage_jobs(), error)
                               : extracting_inventory(rules, inventory, known, &stores, stage_jobs(), error);
    gboolean fine = casefiles != NULL && extractrules_stood(rules, error);
    if (fine) {
        name_origins(casefiles, rules_digest, inventory ? inventory_digest : NULL);
        fine = record_write(&casefiles_type, casefiles, output_path, error);
    }
    stage_leave(casefiles);
    stage_leave(inventory);
    return fine;
}

static gboolean examples_hold(const ExtractRules *rules, GError **error)
{
    g_autoptr(GString) complaints = g_string_new(NULL);
    guint wrong = check_rules ? ruleexamples_try(rules, complaints) : 0;
    return wrong == 0 || fault_input(error, FAULT_BAD, tr("%s共%u个例子不符，请修改规则", "%s%u examples do not hold; mend the rules"), complaints->str, wrong);
}

/* Rules by which an earlier result was read need not be tried again; that the record says so is no proof, and
 * extract() looks afterwards. */
static gboolean rules_hold(ExtractRules *rules, const Casefiles *known, GError **error)
{
    return (known || extractrules_compile(rules, error)) && examples_hold(rules, error);
}

static int run(char **arguments, GError **error)
{
    if (text_mode)
        return print_texts(arguments, error) ? EXIT_DONE : EXIT_INPUT;
    if (!stage_need(rules_path, "--rules", error) || (!file_mode && !stage_need(store_path, "--store", error)) ||
        !stage_need(output_path, "-o", error))
        return EXIT_USAGE;
    if (!file_mode && arguments[1]) {
        fault_input(error, FAULT_USAGE, tr("只能给一个 inventory.xml", "one inventory.xml only"));
        return EXIT_USAGE;
    }
    char digest[DIGEST_HEX + 1];
    g_auto(Records) records = {
        .inventory = file_mode ? NULL : recordlater_new_awaited(&inventory_type, arguments[0], true, STAGE_ALL_INPUTS),
        .known = file_mode || !known_path ? NULL : recordlater_new(&casefiles_type, known_path, false)};
    ExtractRules *rules = extractrules_open(rules_path, error);
    stage_leave(rules);
    if (!rules || !digest_folder(rules_path, digest, error))
        return EXIT_INPUT;
    Casefiles *known = take_known(records.known, digest);
    stage_leave(known);
    if (!rules_hold(rules, known, error))
        return EXIT_INPUT;
    return extract(rules, known, arguments, digest, &records, error) ? EXIT_DONE : EXIT_IO;
}

int main(int argc, char **argv)
{
    static const StageProgram program = {
        .name = "anjuan-extract",
        .help_zh = help_zh,
        .help_en = help_en,
        .options = options,
        .arguments_min = 1,
        .arguments_max = -1,
        .run = run,
    };
    return stage_main(argc, argv, &program);
}
