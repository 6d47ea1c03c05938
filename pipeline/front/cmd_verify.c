#include <stdio.h>

#include "commands.h"
#include "fault.h"
#include "lang.h"
#include "verify.h"

static int verify_command(char **arguments, GError **error)
{
    g_autoptr(SeasonDir) dir = seasondir_locate(arguments[0], error);
    if (!dir)
        return EXIT_INPUT;
    g_autoptr(GHashTable) sound = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Verification verification = {.sound = sound};
    if (!verify_store(dir, &verification, error))
        return EXIT_IO;
    verify_runs(dir, &verification);
    printf(tr("已核对：库中文件%d个，收件记录%d份，结果%d次，结果文件%d个；有问题%d处。\n",
              "Verified: %d blobs, %d receipts, %d runs, %d result files; %d problems.\n"),
           verification.blobs, verification.receipts, verification.runs, verification.files, verification.bad);
    return verification.bad > 0 ? EXIT_INPUT : EXIT_DONE;
}

const StageProgram command_verify = {
    .name = "anjuan verify",
    .help_zh = "用法：anjuan verify 赛季文件夹\n"
               "\n"
               "重新计算库、收件记录和每次结果的摘要，与文件名、清单、前后相接的各次清单和 run.log 逐一核对。\n"
               "被改动、增加、撤走的，逐条列出文件、应为什么、怎样处理，并以状态 3 结束。\n",
    .help_en = "usage: anjuan verify SEASON\n"
               "\n"
               "Hashes the store, the receipts and every published run again and compares them with names, manifests, the chain of\n"
               "manifests and run.log.  Whatever was changed, added or taken away is listed with the file, what was expected and\n"
               "what to do; the status is 3 then.\n",
    .arguments_min = 1,
    .arguments_max = 1,
    .run = verify_command};
