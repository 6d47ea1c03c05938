#include <stdio.h>

#include "commands.h"
#include "digest.h"
#include "fault.h"
#include "lang.h"
#include "runs.h"
#include "verify.h"

/* What can be held against a note that was kept elsewhere: the season alone does not show that all of it was
 * made again. */
static void print_digest(const SeasonDir *dir, const char *link)
{
    char hex[DIGEST_HEX + 1];
    g_autofree char *run = runs_pointed(dir, link);
    if (run && runs_digest(dir, run, hex, NULL))
        printf(tr("results/%s（%s）清单的 SHA-256：%s\n", "SHA-256 of the manifest of results/%s (%s): %s\n"),
               link, run, hex);
}

static int verify_command(char **arguments, GError **error)
{
    g_autoptr(SeasonDir) dir = seasondir_locate(arguments[0], error);
    if (!dir)
        return EXIT_INPUT;
    g_autoptr(GHashTable) sound = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) withdrawn = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Verification verification = {.sound = sound, .withdrawn = withdrawn};
    if (!verify_store(dir, &verification, error))
        return EXIT_IO;
    verify_runs(dir, &verification);
    printf(tr("已核对：库中文件%d个，收件记录%d份，结果%d次，结果文件%d个；有问题%d处。\n",
              "Verified: %d blobs, %d receipts, %d runs, %d result files; %d problems.\n"),
           verification.blobs, verification.receipts, verification.runs, verification.files, verification.bad);
    print_digest(dir, "latest");
    print_digest(dir, "official");
    return verification.bad > 0 ? EXIT_INPUT : EXIT_DONE;
}

const StageProgram command_verify = {
    .name = "anjuan verify",
    .help_zh =
        "用法：anjuan verify 活动文件夹\n"
        "\n"
        "重新计算库、收件记录和每次结果的摘要，与文件名、清单、前后相接的各次清单和 run.log 逐一核对。\n"
        "被改动、增加、撤走的，逐条列出文件、应为什么、怎样处理，并以状态 3 结束。\n"
        "最后列出最近一次和审定结果的清单摘要：与会议纪要等另处记下的相同，才说明整个活动文件夹没有被前后一致地重做"
        "过。\n",
    .help_en =
        "usage: anjuan verify SEASON\n"
        "\n"
        "Hashes the store, the receipts and every published run again and compares them with names, "
        "manifests, the chain of\n"
        "manifests and run.log.  Whatever was changed, added or taken away is listed with the file, what was "
        "expected and\n"
        "what to do; the status is 3 then.  The digests of the newest and the official manifest come last: "
        "only a note of them that\n"
        "was kept elsewhere (in minutes) shows that the season was not made anew in agreement with itself.\n",
    .arguments_min = 1,
    .arguments_max = 1,
    .run = verify_command};
