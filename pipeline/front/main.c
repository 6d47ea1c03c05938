#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "fault.h"
#include "lang.h"
#include "program.h"

static const StageProgram *const commands[] = {&command_run,     &command_check,  &command_score, &command_explain,
                                               &command_extract, &command_status, &command_init,   &command_diff,
                                               &command_seal,    &command_rebuild, &command_verify, &command_withdraw};

static const char *help(void)
{
    return tr("anjuan（案卷）：环境执法大练兵材料的接收、读取、检查、评分和排名\n"
              "\n"
              "用法：anjuan 命令 [选项] 参数\n"
              "\n"
              "  init 文件夹            新建一次活动：规则文件、空表、报送说明\n"
              "  run 活动               接收各单位材料，检查、评分并发布结果（可每晚定时运行）\n"
              "  check 材料包           报送前自查：缺什么、错在哪里、怎样补正\n"
              "  score 活动             只有数据表、评审或规则改动时，重新评分\n"
              "  explain 活动 单位 [人]  逐步列出得分的依据和算式\n"
              "  diff 活动 [甲 [乙]]     两次结果之间谁变了、变了多少、为什么\n"
              "  seal 活动 结果 --note 说明  审定一次结果\n"
              "  rebuild 活动 结果       用库中保存的规则、数据表和材料重算一次结果\n"
              "  extract 文书.docx…     列出文书中读到的每个要素及其原文、位置\n"
              "  status 活动            哪些单位报了什么\n"
              "  verify 活动            收到的和发布的是否完好\n"
              "  withdraw 活动 单位      登记单位撤回材料\n"
              "  help [命令]            显示本说明，或者该命令的用法\n"
              "\n"
              "  --lang zh|en   输出语言    --version   版本    命令 --help   该命令的用法\n"
              "\n"
              "退出状态：0 完成；1 check 发现须补正的问题；2 用法错误；3 输入无法使用；4 已发布，但有单位需人工处理；\n"
              "70 内部错误；74 读写错误，未发布任何结果；75 另一次运行正在进行。\n",
              "anjuan: receive, read, check, score and rank what units hand in for an enforcement campaign\n"
              "\n"
              "usage: anjuan COMMAND [OPTIONS] ARGUMENTS\n"
              "\n"
              "  init DIR                 start a season: rules, empty tables, instructions for the units\n"
              "  run SEASON               receive all packages, check, score and publish (fit for cron)\n"
              "  check PACKAGE            before handing in: what is missing, what is wrong, what to do\n"
              "  score SEASON             score again when only tables, reviews or rules have changed\n"
              "  explain SEASON UNIT [NAME]  every step of a score, with its inputs\n"
              "  diff SEASON [A [B]]      what moved between two runs, for whom, and why\n"
              "  seal SEASON RUN --note TEXT  make a run the official one\n"
              "  rebuild SEASON RUN       make a run again from what the store keeps of it\n"
              "  extract FILE.docx...     every field read in documents, with quotation and place\n"
              "  status SEASON            who has handed in what\n"
              "  verify SEASON            is everything received and published intact\n"
              "  withdraw SEASON UNIT     record that a unit takes its packages back\n"
              "  help [COMMAND]           this text, or the usage of a command\n"
              "\n"
              "  --lang zh|en   language    --version   version    COMMAND --help   usage of a command\n"
              "\n"
              "Exit status: 0 done; 1 check found errors; 2 wrong usage; 3 unusable input; 4 published, but a unit needs\n"
              "a person; 70 internal fault; 74 I/O fault, nothing published; 75 another run is at work.\n");
}

static const StageProgram *find_command(const char *name)
{
    for (gsize i = 0; i < G_N_ELEMENTS(commands); i++)
        if (strcmp(commands[i]->name + strlen("anjuan "), name) == 0)
            return commands[i];
    return NULL;
}

/* `anjuan --lang en --help` and the like: what stands before or instead of a command. */
static int run_top(char **arguments, GError **error)
{
    if (!arguments[0]) {
        fputs(help(), stderr);
        return EXIT_USAGE;
    }
    fault_input(error, FAULT_USAGE, tr("没有命令“%s”；可用的命令见 anjuan --help", "there is no command '%s'; see anjuan --help"), arguments[0]);
    return EXIT_USAGE;
}

/* `anjuan help` and `anjuan help COMMAND` say what --help says; ARGUMENTS begin with the command and end in NULL. */
static void ask_for_help(char **arguments)
{
    static char option[] = "--help";
    if (!arguments[0] || strcmp(arguments[0], "help") != 0)
        return;
    char *topic = arguments[1] && arguments[1][0] != '-' ? arguments[1] : NULL;
    char *asked = topic && !find_command(topic) ? arguments[0] : option; /* no such command: run_top() says so */
    arguments[0] = topic ? topic : asked;
    if (topic)
        arguments[1] = asked;
}

int main(int argc, char **argv)
{
    lang_choose(NULL);
    for (int i = 1; i + 1 < argc; i++) /* the help text is made before options are parsed */
        if (strcmp(argv[i], "--lang") == 0)
            lang_choose(argv[i + 1]);
    /* The language may be named before the command too: `anjuan --lang en run SEASON`. */
    int at = argc > 2 && strcmp(argv[1], "--lang") == 0 ? 3 : argc > 1 && g_str_has_prefix(argv[1], "--lang=") ? 2 : 1;
    if (argc > at)
        ask_for_help(argv + at);
    const StageProgram *command = argc > at ? find_command(argv[at]) : NULL;
    if (command) {
        memmove(argv + 2, argv + 1, (size_t)(at - 1) * sizeof *argv);
        argv[1] = argv[0];
        return stage_main(argc - 1, argv + 1, command);
    }
    const StageProgram top = {.name = "anjuan", .help_zh = help(), .help_en = help(), .arguments_max = -1, .run = run_top};
    return stage_main(argc, argv, &top);
}
