#include <stdio.h>

#include "commands.h"
#include "fault.h"
#include "finish.h"

static gboolean quiet, republish;

static const GOptionEntry options[] = {STAGE_FLAG("quiet", &quiet), STAGE_FLAG("republish", &republish), {NULL}};

static int score_command(char **arguments, GError **error)
{
    const RunOptions run_options = {.quiet = quiet, .held_only = true};
    return season_run_and_publish(arguments[0], &run_options, republish, error);
}

const StageProgram command_score = {
    .name = "anjuan score",
    .help_zh = "用法：anjuan score [选项] 赛季文件夹\n"
               "\n"
               "数据表、专家评分或规则改动后重新检查、评分并发布，不打开任何材料包。\n"
               "材料本身有变化时以状态 3 结束，请改用 anjuan run。\n"
               "\n"
               "  --quiet       只打印需要人工处理的事项\n"
               "  --republish   没有变化也发布一次\n",
    .help_en = "usage: anjuan score [OPTIONS] SEASON\n"
               "\n"
               "Checks, scores and publishes again after tables, reviews or rules were changed; opens no package.\n"
               "Ends with status 3 when packages have changed: use anjuan run then.\n"
               "\n"
               "  --quiet       print only what a person must act on\n"
               "  --republish   publish even when nothing has changed\n",
    .options = options,
    .arguments_min = 1,
    .arguments_max = 1,
    .run = score_command};
