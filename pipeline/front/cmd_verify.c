#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "digest.h"
#include "fault.h"
#include "fileio.h"
#include "lang.h"
#include "manifest.h"
#include "rec_inventory.h"
#include "seasondir.h"

typedef struct {
    int blobs, receipts, runs, files, bad;
} Tally;

static void report_bad(Tally *tally, const char *path, const char *problem)
{
    printf("%s：%s\n", path, problem);
    tally->bad++;
}

/* ---- the store: every blob has the name of its bytes ---- */

static gboolean verify_blobs(const SeasonDir *dir, Tally *tally, GError **error)
{
    g_autofree char *folder = g_build_filename(dir->store, "sha256", NULL);
    if (!g_file_test(folder, G_FILE_TEST_IS_DIR))
        return TRUE;
    g_autoptr(GPtrArray) names = file_list_below(folder, error);
    for (guint i = 0; names && i < names->len; i++) {
        char hex[DIGEST_HEX + 1];
        const char *name = names->pdata[i];
        g_autofree char *path = g_build_filename(folder, name, NULL);
        if (!digest_file(path, hex, error))
            return FALSE;
        tally->blobs++;
        if (strlen(name) != DIGEST_HEX + 1 || strncmp(name, hex, 2) != 0 || strcmp(name + 3, hex + 2) != 0)
            report_bad(tally, path, tr("内容与名称不符，文件已损坏或被改动", "its bytes are not those of its name: damaged or changed"));
    }
    return names != NULL;
}

static gboolean verify_receipts(const SeasonDir *dir, Tally *tally, GError **error)
{
    if (!g_file_test(dir->receipts, G_FILE_TEST_IS_DIR))
        return TRUE;
    g_autoptr(GPtrArray) names = file_list_below(dir->receipts, error);
    for (guint i = 0; names && i < names->len; i++) {
        g_autofree char *path = g_build_filename(dir->receipts, names->pdata[i], NULL);
        g_autoptr(GError) problem = NULL;
        Receipt *receipt = record_read(&receipt_type, path, &problem);
        tally->receipts++;
        if (!receipt)
            report_bad(tally, path, problem->message);
        record_free(&receipt_type, receipt);
    }
    return names != NULL;
}

/* ---- the results: every file is what the manifest says, and every manifest what the next one says ---- */

static void verify_output(const char *folder, const ManifestFile *file, Tally *tally)
{
    char hex[DIGEST_HEX + 1];
    g_autofree char *path = g_build_filename(folder, file->name, NULL);
    tally->files++;
    if (!digest_file(path, hex, NULL))
        report_bad(tally, path, tr("清单中有，但已不在或不可读", "named in the manifest, but gone or unreadable"));
    else if (strcmp(hex, file->sha256) != 0)
        report_bad(tally, path, tr("与清单不符，发布后被改动", "differs from the manifest: changed after it was published"));
}

static void verify_chain(const SeasonDir *dir, const char *run, const Manifest *manifest, Tally *tally)
{
    char hex[DIGEST_HEX + 1];
    if (!manifest->previous)
        return;
    g_autofree char *path = g_build_filename(dir->results, manifest->previous, "manifest.xml", NULL);
    g_autofree char *named = g_strdup_printf(tr("%s 所接的上一次运行 %s", "%s follows %s, which"), run, manifest->previous);
    if (!digest_file(path, hex, NULL))
        report_bad(tally, named, tr("已不在", "is gone"));
    else if (g_strcmp0(hex, manifest->previous_sha256) != 0)
        report_bad(tally, named, tr("清单已被改动", "has another manifest now"));
}

static void verify_run(const SeasonDir *dir, const char *run, Tally *tally)
{
    g_autofree char *folder = g_build_filename(dir->results, run, NULL);
    g_autoptr(GError) problem = NULL;
    g_autoptr(Manifest) manifest = manifest_read(folder, &problem);
    tally->runs++;
    if (!manifest) {
        report_bad(tally, folder, problem->message);
        return;
    }
    for (guint i = 0; i < manifest->outputs->len; i++)
        verify_output(folder, manifest->outputs->pdata[i], tally);
    verify_chain(dir, run, manifest, tally);
}

static void verify_runs(const SeasonDir *dir, Tally *tally)
{
    g_autoptr(GDir) folder = g_dir_open(dir->results, 0, NULL);
    for (const char *name; folder && (name = g_dir_read_name(folder));)
        if (g_ascii_isdigit(name[0]))
            verify_run(dir, name, tally);
}

static int verify_command(char **arguments, GError **error)
{
    Tally tally = {0};
    g_autoptr(SeasonDir) dir = seasondir_open(arguments[0], error);
    if (!dir)
        return EXIT_INPUT;
    if (!verify_blobs(dir, &tally, error) || !verify_receipts(dir, &tally, error))
        return EXIT_IO;
    verify_runs(dir, &tally);
    printf(tr("已核对：存储文件%d个，收件记录%d份，发布%d次，结果文件%d个；有问题%d处。\n",
              "Verified: %d blobs, %d receipts, %d runs, %d result files; %d problems.\n"),
           tally.blobs, tally.receipts, tally.runs, tally.files, tally.bad);
    if (tally.bad > 0)
        fputs(tr("请从备份恢复有问题的文件，再运行一次 anjuan verify。\n", "Restore what is damaged from a backup and verify again.\n"), stdout);
    return tally.bad > 0 ? EXIT_INPUT : EXIT_DONE;
}

const StageProgram command_verify = {
    .name = "anjuan verify",
    .help_zh = "用法：anjuan verify 赛季文件夹\n\n重新计算存储、收件记录和每次发布结果的摘要，逐一与名称和清单核对。有不符的，逐条列出并以状态 3 结束。\n",
    .help_en = "usage: anjuan verify SEASON\n\nHashes the store, the receipts and every published run again and compares them with names and manifests.\n"
               "Lists what differs and ends with status 3.\n",
    .arguments_min = 1,
    .arguments_max = 1,
    .run = verify_command};
