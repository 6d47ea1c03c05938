#include <stdio.h>

#include "commands.h"
#include "fault.h"
#include "json.h"
#include "lang.h"
#include "publish.h"
#include "rec_inventory.h"
#include "receipts.h"
#include "runs.h"
#include "submissions.h"

/* Reads a receipt that is not yet withdrawn and marks it so unless only COUNTING; what was received stays on
 * record. */
static gboolean take_back(const char *path, bool counting, int *count, GError **error)
{
    Receipt *receipt = record_read(&receipt_type, path, error);
    if (!receipt)
        return FALSE;
    gboolean ok = TRUE;
    *count += !receipt->withdrawn;
    if (!receipt->withdrawn && !counting) {
        receipt->withdrawn = true;
        ok = record_write(&receipt_type, receipt, path, error);
    }
    record_free(&receipt_type, receipt);
    return ok;
}

/* All receipts of UNIT; *COUNT: those that were not withdrawn before. */
static gboolean take_back_all(const SeasonDir *dir, const UnitRow *unit, bool counting, int *count,
                              GError **error)
{
    g_autofree char *folder = seasondir_receipt_folder(dir, unit->id);
    *count = 0;
    for (int64_t number = 1;; number++) {
        g_autofree char *path = receipts_path(folder, number);
        if (!g_file_test(path, G_FILE_TEST_EXISTS))
            return TRUE;
        if (!take_back(path, counting, count, error))
            return FALSE;
    }
}

/* The act itself: when, who, how many. */
static gboolean log_withdrawal(const SeasonDir *dir, const UnitRow *unit, int count, GError **error)
{
    g_autofree char *time = instant_format(g_get_real_time() / G_USEC_PER_SEC), *id = json_string(unit->id);
    g_autofree char *line = g_strdup_printf("{\"time\":\"%s\",\"result\":\"withdrawn\",\"unit\":%s,\"receipts\":%d}\n", time, id, count);
    return publish_log_line(dir, line, error);
}

/* The act is noted before it is done, so that no receipt is ever withdrawn that run.log does not know of;
 * when it is cut off, the same command does the rest. */
static void withdraw_unit(const SeasonDir *dir, const UnitRow *unit, GError **error)
{
    int count;
    if (!take_back_all(dir, unit, true, &count, error))
        return;
    if (count == 0)
        printf(tr("%s 没有可撤回的收件：没有收到过材料，或已经全部撤回。\n", "%s has no receipt to take back: nothing was received, or all is withdrawn already.\n"), unit->name);
    else if (log_withdrawal(dir, unit, count, error) && take_back_all(dir, unit, false, &count, error))
        printf(tr("%s：已撤回%d份收件，记入 run.log。下次运行起不再计入；送来内容不同的材料包即重新收件。\n",
                  "%s: %d receipts withdrawn, noted in run.log. They count no more from the next run on; a package with other contents is received anew.\n"),
               unit->name, count);
}

static int withdraw_named(const SeasonDir *dir, const char *name, GError **error)
{
    Tables *tables = runs_tables(dir, error);
    const UnitRow *unit = tables ? submissions_unit(tables, name) : NULL;
    if (unit)
        withdraw_unit(dir, unit, error);
    else if (tables)
        fault_input(error, FAULT_USAGE, tr("没有单位“%s”；可用单位编号、名称或别名", "there is no unit '%s'; use its id, name or alias"), name);
    record_free(&tables_type, tables);
    return EXIT_DONE;
}

static int withdraw_command(char **arguments, GError **error)
{
    int status;
    g_autoptr(SeasonDir) dir = seasondir_open_locked(arguments[0], &status, error);
    return dir ? withdraw_named(dir, arguments[1], error) : status;
}

const StageProgram command_withdraw = {
    .name = "anjuan withdraw",
    .help_zh = "用法：anjuan withdraw 活动文件夹 单位\n\n登记单位撤回已报送的全部材料。收件记录和文件照旧保存；撤回从下次运行起生效。\n",
    .help_en = "usage: anjuan withdraw SEASON UNIT\n\nRecords that a unit takes back all it has handed in.  Receipts and files are kept; it takes effect with the next run.\n",
    .arguments_min = 2,
    .arguments_max = 2,
    .run = withdraw_command};
