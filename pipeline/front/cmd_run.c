#include <stdio.h>

#include "commands.h"
#include "fault.h"
#include "finish.h"
#include "lang.h"

static gboolean quiet, rehash, republish, dry_run;
static char *received;

static const GOptionEntry options[] = {STAGE_FLAG("quiet", &quiet),
                                       STAGE_FLAG("rehash", &rehash),
                                       STAGE_FLAG("republish", &republish),
                                       STAGE_FLAG("dry-run", &dry_run),
                                       STAGE_JOBS,
                                       STAGE_WORD("received", &received),
                                       {NULL}};

static int run_command(char **arguments, GError **error)
{
    RunOptions run_options = {.rehash = rehash, .quiet = quiet};
    if (received && !instant_parse(received, &run_options.received_s)) {
        fault_input(error, FAULT_USAGE, tr("--received 应写作 2016-11-28T09:00:00+08:00", "--received must look like 2016-11-28T09:00:00+08:00"));
        return EXIT_USAGE;
    }
    if (dry_run)
        return season_plan(arguments[0], &run_options, error);
    return season_run_and_publish(arguments[0], &run_options, republish, error);
}

const StageProgram command_run = {
    .name = "anjuan run",
    .help_zh = "用法：anjuan run [选项] 活动文件夹\n"
               "\n"
               "接收 submissions/ 中各单位的材料，读取、检查、评分、排名，并把完整结果发布到 results/。\n"
               "只重新读取有变化的材料；没有变化时不发布新结果。适合每晚定时运行。\n"
               "\n"
               "  --dry-run         只列出将重新读取哪些材料及原因，不做任何改动\n"
               "  --quiet           只打印需要人工处理的事项\n"
               "  --rehash          不相信缓存和库中已有的文件，全部重新读取；库中损坏的文件从材料包重新存入\n"
               "  --republish       没有变化也发布一次\n"
               "  --received 时刻   新材料的收件时间（如 2016-11-28T09:00:00+08:00），用于补录\n"
               "  --jobs N          同时处理的单位数（默认为处理器核数）\n"
               "  --lang zh|en      输出语言\n",
    .help_en = "usage: anjuan run [OPTIONS] SEASON\n"
               "\n"
               "Receives the packages in submissions/, reads, checks, scores and ranks them, and publishes the whole result in results/.\n"
               "Only what changed is read again; an unchanged season publishes nothing.  Fit for cron.\n"
               "\n"
               "  --dry-run         only list what would be read again and why; change nothing\n"
               "  --quiet           print only what a person must act on\n"
               "  --rehash          trust no cache: read everything again, and heal what is damaged in the store from the packages\n"
               "  --republish       publish even when nothing has changed\n"
               "  --received TIME   when new packages were received (2016-11-28T09:00:00+08:00), for imports\n"
               "  --jobs N          units at a time (default: number of cores)\n"
               "  --lang zh|en      language of the output\n",
    .options = options,
    .arguments_min = 1,
    .arguments_max = 1,
    .run = run_command};
