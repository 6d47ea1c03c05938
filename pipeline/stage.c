#include "stage.h"

#include <errno.h>
#include <locale.h>
#include <malloc.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "fault.h"
#include "fileio.h"
#include "lang.h"
#include "program.h"
#include "text.h"

#define JOBS_MAX 64

static int jobs_wanted; /* 0: nobody said */
static gboolean must_await;
static char *done_at;   /* what stage_done_at() was told */

typedef struct {
    gboolean help, version;
    char *lang, *private_folder;
    char **arguments;
} Common;

static gboolean parse_options(int *argc, char ***argv, const StageProgram *program, Common *common, GError **error)
{
    const GOptionEntry shared[] = {STAGE_FLAG("help", &common->help),
                                   STAGE_FLAG("version", &common->version),
                                   STAGE_WORD("lang", &common->lang),
                                   {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &common->arguments, NULL, NULL},
                                   {NULL}};
    const GOptionEntry stages[] = {STAGE_PATH("private", &common->private_folder), STAGE_FLAG("await", &must_await), {NULL}};
    g_autoptr(GOptionContext) context = g_option_context_new(NULL);
    jobs_wanted = 0;
    g_option_context_set_help_enabled(context, FALSE);
    if (program->options)
        g_option_context_add_main_entries(context, program->options, NULL);
    g_option_context_add_main_entries(context, shared, NULL);
    if (g_str_has_prefix(program->name, "anjuan-")) /* a stage; the front command has its own private folders */
        g_option_context_add_main_entries(context, stages, NULL);
    return g_option_context_parse(context, argc, argv, error);
}

static gboolean check_arguments(const StageProgram *program, char **arguments, GError **error)
{
    int count = arguments ? (int)g_strv_length(arguments) : 0;
    if (count < program->arguments_min)
        return fault_input(error, FAULT_USAGE, tr("缺少参数；用法见 %s --help", "an argument is missing; see %s --help"), program->name);
    if (program->arguments_max >= 0 && count > program->arguments_max)
        return fault_input(error, FAULT_USAGE, tr("多余的参数“%s”；用法见 %s --help", "'%s' is one argument too many; see %s --help"),
                           arguments[program->arguments_max], program->name);
    return TRUE;
}

static int stage_run(const StageProgram *program, Common *common, GError **error)
{
    static char *none[] = {NULL};
    if (!lang_choose(common->lang)) {
        fault_input(error, FAULT_USAGE, tr("--lang 只能是 zh 或 en", "--lang must be zh or en"));
        return EXIT_USAGE;
    }
    if (common->help) {
        fputs(tr(program->help_zh, program->help_en), stdout);
        return EXIT_DONE;
    }
    if (common->version) {
        printf("%s %s\n", program->name, ANJUAN_VERSION);
        return EXIT_DONE;
    }
    if (!check_arguments(program, common->arguments, error))
        return EXIT_USAGE;
    file_keep_private(common->private_folder);
    return program->run(common->arguments ? common->arguments : none, error);
}

/* A stage lives seconds: memory that it gives back, it asks for again at once, page by page. */
static void keep_memory(void)
{
    enum { TOP_PAD_BYTES = 1 << 20, TRIM_BYTES = 64 << 20, MMAP_BYTES = 4 << 20 };
    mallopt(M_MXFAST, 0); /* else every large request tidies up the small ones given back */
    mallopt(M_TOP_PAD, TOP_PAD_BYTES);
    mallopt(M_TRIM_THRESHOLD, TRIM_BYTES);
    mallopt(M_MMAP_THRESHOLD, MMAP_BYTES);
}

/* A file whose name begins with '-' is taken for an option: say how to write it. */
static void say_dashed(int argc, char **argv, const char *program)
{
    for (int i = 1; i < argc; i++) {
        g_autofree char *shown =
            argv[i][0] == '-' && g_file_test(argv[i], G_FILE_TEST_EXISTS) ? text_display(argv[i]) : NULL;
        if (shown)
            fprintf(stderr,
                    tr("%s: 名称以“-”开头的文件，请写成 ./%s\n",
                       "%s: write a name that begins with '-' as ./%s\n"),
                    program, shown);
    }
}

/* Whether all that was printed has been taken; a full disk may have shown at any line, not only at the last. */
static bool output_is_whole(const StageProgram *program)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return true;
    fprintf(stderr, tr("%s: 输出没有写完整，请检查磁盘空间，或者接收输出的程序是否提前退出\n",
                       "%s: the output could not be written whole; is the disk full, or did its reader end early?\n"), program->name);
    return false;
}

/* Returns the exit status; output that was lost decides where nothing else did and it was the work. */
static int end_output(const StageProgram *program, int status)
{
    bool whole = output_is_whole(program);
    if (!whole && done_at)
        fprintf(stderr, "%s: %s\n", program->name, done_at);
    bool lost = !whole && !done_at && status <= EXIT_FINDINGS;
    g_clear_pointer(&done_at, g_free);
    return lost ? EXIT_IO : status;
}

int stage_main(int argc, char **argv, const StageProgram *program)
{
    setlocale(LC_CTYPE, "C.UTF-8");
    keep_memory();
    lang_choose(NULL);
    Common common = {0};
    g_autoptr(GError) error = NULL;
    int status = EXIT_USAGE;
    if (parse_options(&argc, &argv, program, &common, &error))
        status = stage_run(program, &common, &error);
    if (error) {
        g_autofree char *message = text_display_keeping(error->message, "\n"); /* names of strangers may stand in it */
        if (error->domain == G_OPTION_ERROR) {
            fprintf(stderr, tr("%s: 选项有误（%s）；用法见 %s --help\n", "%s: %s; see %s --help\n"), program->name, message, program->name);
            say_dashed(argc, argv, program->name);
        } else {
            fprintf(stderr, "%s: %s\n", program->name, message);
        }
        status = fault_exit_status(error);
    }
    g_free(common.lang);
    g_free(common.private_folder);
    g_strfreev(common.arguments);
    return end_output(program, status);
}

/* One byte from standard input; without it nothing will come any more. */
static void read_word(void)
{
    char word;
    ssize_t got;
    do
        got = read(STDIN_FILENO, &word, 1);
    while (got < 0 && errno == EINTR);
    if (got != 1)
        _exit(EXIT_DONE);
}

void stage_await(StageInputs inputs)
{
    static GMutex lock; /* records are read side by side */
    static GCond came;
    static int words;
    static bool reading; /* one thread reads for all */
    g_mutex_lock(&lock);
    while (must_await && words < (int)inputs) {
        if (reading) {
            g_cond_wait(&came, &lock);
            continue;
        }
        reading = true;
        g_mutex_unlock(&lock);
        read_word();
        g_mutex_lock(&lock);
        reading = false;
        words++;
        g_cond_broadcast(&came);
    }
    g_mutex_unlock(&lock);
}

void stage_done_at(const char *where)
{
    g_free(done_at);
    done_at = g_strdup(where);
}

gboolean stage_need(const char *value, const char *name, GError **error)
{
    if (value)
        return TRUE;
    return fault_input(error, FAULT_USAGE, tr("缺少选项 %s", "option %s is missing"), name);
}

gboolean stage_read_jobs(const char *name, const char *value, gpointer data, GError **error)
{
    (void)data;
    int64_t number;
    if (!text_integer(value, &number) || number < 1)
        return fault_input(error, FAULT_USAGE,
                           tr("%s 应为不小于1的整数，不能是“%s”；不写时为处理器核数",
                              "%s takes a whole number from 1, not '%s'; without it, the number of cores"),
                           name, value);
    jobs_wanted = (int)MIN(number, JOBS_MAX);
    return TRUE;
}

int stage_jobs(void)
{
    return jobs_wanted > 0 ? jobs_wanted : MIN((int)g_get_num_processors(), JOBS_MAX);
}

void stage_leave(gpointer held)
{
    static GPtrArray *left;

    if (!left)
        left = g_ptr_array_new();
    g_ptr_array_add(left, held);
}
