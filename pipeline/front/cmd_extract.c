#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "commands.h"
#include "csv.h"
#include "extract_print.h"
#include "fault.h"
#include "fileio.h"
#include "lang.h"
#include "process.h"
#include "rec_casefiles.h"
#include "rec_inventory.h"
#include "seasonrun.h"
#include "text.h"
#include "vocabulary.h"

static char *format, *rules;
static gboolean text_only;

static const GOptionEntry options[] = {STAGE_WORD("format", &format), STAGE_PATH("rules", &rules), STAGE_FLAG("text", &text_only), {NULL}};

/* ---- CSV ---- */

typedef struct {
    CsvWriter writer;
    const char *file;
} CsvOut;

static void csv_row(const ExtractRow *row, void *data)
{
    CsvOut *out = data;
    g_autofree char *place = place_printed(row->place ? row->place : "");
    csv_put_text(&out->writer, out->file);
    csv_put_text(&out->writer, row->field);
    csv_put_text(&out->writer, row->value);
    csv_put_text(&out->writer, row->status);
    csv_put_text(&out->writer, row->quote);
    csv_put_text(&out->writer, place);
    csv_put_text(&out->writer, row->rule);
    csv_end_row(&out->writer);
}

static void print_csv(const Casefiles *record)
{
    static const char *const header[] = {"文件", "字段", "值", "状态", "原文", "位置", "规则"};
    g_autoptr(GString) text = g_string_new(NULL);
    CsvOut out;
    csv_writer_init(&out.writer, text);
    csv_put_texts(&out.writer, header, G_N_ELEMENTS(header));
    csv_end_row(&out.writer);
    for (guint i = 0; i < record->files->len; i++) {
        const FileFacts *file = record->files->pdata[i];
        out.file = file->path;
        for (guint j = 0; j < file->documents->len; j++)
            extract_rows(file->documents->pdata[j], csv_row, &out);
    }
    fwrite(text->str, 1, text->len, stdout);
}

/* ---- which files ---- */

/* What cannot be used is said at once, and the others are read. */
static void say_unusable(const char *path, const char *why)
{
    g_autofree char *shown = text_display(path);
    fprintf(stderr, tr("%s：%s\n", "%s: %s\n"), shown, why);
}

/* Documents and lists; locks of open documents (~$…) and what the season's stages ignore are left out. */
static bool is_document_name(const char *name)
{
    static const char *const extensions[] = {".docx", ".docm", ".doc", ".wps", ".rtf", ".xlsx", ".csv"};
    const char *base = path_base(name);
    bool known = false;
    for (gsize i = 0; i < G_N_ELEMENTS(extensions); i++) {
        size_t length = strlen(base), n = strlen(extensions[i]);
        known = known || (length > n && g_ascii_strcasecmp(base + length - n, extensions[i]) == 0);
    }
    return known && !g_str_has_prefix(base, "~$") && !g_str_has_prefix(base, ".");
}

/* Links, pipes and devices in FOLDER: never followed, so that nothing outside it is read, but not passed over
 * in silence. */
static void say_odd(const char *folder)
{
    g_autoptr(GPtrArray) odd = file_list_odd_below(folder, NULL);
    for (guint i = 0; odd && i < odd->len; i++) {
        g_autofree char *path = g_build_filename(folder, odd->pdata[i], NULL);
        if (path_base(path)[0] != '.')
            say_unusable(path, tr("是链接或特殊文件，没有读取；请换成文件本身",
                                  "is a link or special file and was not read; put the file itself there"));
    }
}

static void add_folder(const char *folder, GPtrArray *files)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) names = file_list_below(folder, &error);
    guint before = files->len;
    if (names)
        g_ptr_array_sort(names, text_compare_path_pointers);
    for (guint i = 0; names && i < names->len; i++)
        if (is_document_name(g_ptr_array_index(names, i)))
            g_ptr_array_add(files, g_build_filename(folder, g_ptr_array_index(names, i), NULL));
    say_odd(folder);
    if (error)
        say_unusable(folder, error->message);
    else if (files->len == before)
        say_unusable(folder, tr("文件夹中没有文书", "there is no document in this folder"));
}

/* The files that the arguments name, those of folders in natural order; of one that is not there a message says so. */
static GPtrArray *files_of(char **arguments)
{
    GPtrArray *files = g_ptr_array_new_with_free_func(g_free);
    for (; *arguments; arguments++) {
        if (g_file_test(*arguments, G_FILE_TEST_IS_DIR))
            add_folder(*arguments, files);
        else if (!g_file_test(*arguments, G_FILE_TEST_IS_REGULAR))
            say_unusable(*arguments, tr("没有这个文件，请检查路径", "there is no such file; check the path"));
        else if (access(*arguments, R_OK) != 0)
            say_unusable(*arguments, tr("没有读取权限", "you may not read this file"));
        else
            g_ptr_array_add(files, g_strdup(*arguments));
    }
    return files;
}

/* ---- the command ---- */

static gboolean run_stage(const GPtrArray *files, const char *out, char **printed, GError **error)
{
    g_autoptr(GPtrArray) argv = g_ptr_array_new();
    g_autofree char *program = stage_path("extract"), *own = file_data_path("rules/extract"), *errors = NULL;
    const char *const head[] = {program, "--lang", tr("zh", "en"), "--rules", rules ? rules : own, "--output", out, "--file"};
    for (gsize i = 0; i < G_N_ELEMENTS(head); i++)
        g_ptr_array_add(argv, (char *)head[i]);
    if (rules)
        g_ptr_array_add(argv, (char *)"--check-rules");
    if (text_only)
        g_ptr_array_add(argv, (char *)"--text");
    g_ptr_array_add(argv, (char *)"--");
    for (guint i = 0; i < files->len; i++)
        g_ptr_array_add(argv, g_ptr_array_index(files, i));
    g_ptr_array_add(argv, NULL);
    int status;
    const ProcessLimits none = {0};
    ProcessEnd end = process_run((const char *const *)argv->pdata, &none, &status, printed, &errors);
    static const char said_by[] = "anjuan-extract: ";
    char *said = g_strstrip(errors);
    if (text_only && status == EXIT_DONE && *said)
        fprintf(stderr, "%s\n", said);
    return stage_end_fault("extract", end, status, g_str_has_prefix(said, said_by) ? said + strlen(said_by) : said, error);
}

static void say_unread(const FileFacts *file)
{
    g_autofree char *text = g_strdup_printf(tr("不能作为文书读取：%s。请用Word或WPS另存为.docx", "cannot be read as a document: %s; save it as .docx with Word or WPS"),
                                            file->reason ? vocabulary_word("reason", file->reason)
                                                         : vocabulary_word("filetype", file->type ? file->type : "unknown"));
    say_unusable(file->path, text);
}

/* Exit status 3 when none of the files could be used; what the others say is printed all the same (SPEC 1.1). */
static int print_record(const Casefiles *record)
{
    Layout layout = layout_for(stdout);
    guint usable = 0;
    if (g_strcmp0(format, "csv") == 0)
        print_csv(record);
    for (guint i = 0; i < record->files->len; i++) {
        const FileFacts *file = record->files->pdata[i];
        bool read = file->content == CONTENT_READ || file->content == CONTENT_EMPTY;
        if (read && (!format || strcmp(format, "text") == 0)) {
            if (usable > 0)
                putchar('\n');
            extract_print_file(stdout, &layout, file);
        }
        if (!read)
            say_unread(file);
        usable += read;
    }
    if (g_strcmp0(format, "xml") == 0) {
        size_t size;
        g_autofree char *xml = record_format(&casefiles_type, record, &size);
        fwrite(xml, 1, size, stdout);
    }
    return usable > 0 ? EXIT_DONE : EXIT_INPUT;
}

static int extract_to(const char *out, const GPtrArray *files, GError **error)
{
    g_autofree char *printed = NULL;
    gboolean whole = run_stage(files, out, &printed, error);
    if (text_only && printed && *printed) { /* what can be read is printed, and the rest is told */
        fputs(printed, stdout);
        if (!whole)
            fprintf(stderr, "%s\n", (*error)->message);
        g_clear_error(error);
        return EXIT_DONE;
    }
    if (!whole || text_only)
        return whole ? EXIT_DONE : EXIT_INPUT;
    Casefiles *record = record_read(&casefiles_type, out, error);
    if (!record)
        return EXIT_INTERNAL;
    int status = print_record(record);
    record_free(&casefiles_type, record);
    return status;
}

static int extract_command(char **arguments, GError **error)
{
    static const char *const formats[] = {"text", "csv", "xml", NULL};
    if (format && !g_strv_contains(formats, format)) {
        fault_input(error, FAULT_USAGE, tr("--format 只能是 text、csv 或 xml", "--format must be text, csv or xml"));
        return EXIT_USAGE;
    }
    if (rules && !g_file_test(rules, G_FILE_TEST_IS_DIR)) {
        fault_input(error, FAULT_MISSING, tr("没有规则目录 %s，请检查路径", "there is no folder of rules %s; check the path"), rules);
        return EXIT_INPUT;
    }
    g_autoptr(GPtrArray) files = files_of(arguments);
    if (files->len == 0)
        return EXIT_INPUT;
    if (!vocabulary_load(error))
        return EXIT_INTERNAL;
    g_autofree char *folder = g_dir_make_tmp("anjuan-extract-XXXXXX", error);
    if (!folder)
        return EXIT_IO;
    process_hold_signals();
    g_autofree char *out = g_build_filename(folder, "casefiles.xml", NULL);
    int status = extract_to(out, files, error);
    file_remove_tree(folder, NULL);
    process_release_signals();
    return status;
}

const StageProgram command_extract = {
    .name = "anjuan extract",
    .help_zh = "用法：anjuan extract [选项] 文书.docx…或文件夹\n"
               "\n"
               "列出每份文书中读到的要素：值、原文、位置。给出文件夹时读其中所有文书。\n"
               "\n"
               "  --format text|csv|xml   输出格式（默认 text）\n"
               "  --text                  只打印读到的文字，一段一行\n"
               "  --rules 目录            改用这个目录中的提取规则，先检查每条规则的例子\n",
    .help_en = "usage: anjuan extract [OPTIONS] FILE.docx... or FOLDER\n"
               "\n"
               "Every field read in each document: value, quotation, place.  A folder stands for all documents in it.\n"
               "\n"
               "  --format text|csv|xml   form of the output (default text)\n"
               "  --text                  only the text as read, a paragraph a line\n"
               "  --rules DIR             use the rules of extraction in this folder; every rule's examples are tried first\n",
    .options = options,
    .arguments_min = 1,
    .arguments_max = -1,
    .run = extract_command};
