#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "commands.h"
#include "csv.h"
#include "fault.h"
#include "fileio.h"
#include "lang.h"
#include "process.h"
#include "rec_casefiles.h"
#include "seasonrun.h"
#include "text.h"
#include "vocabulary.h"

static char *format;
static gboolean text_only;

static const GOptionEntry options[] = {STAGE_WORD("format", &format), STAGE_FLAG("text", &text_only), {NULL}};

/* One value as it is printed, whichever list of the record it stands in. */
typedef struct {
    const char *field, *value, *status, *quote, *place, *rule;
} Row;

typedef void (*RowFunc)(const Row *row, void *data);

static void investigator_row(const Investigator *one, RowFunc func, void *data)
{
    g_autofree char *value = g_strjoin("|", one->name, one->certificate ? one->certificate : "", role_ids[one->role], NULL);
    func(&(Row){"investigators", value, value_statuses[VALUE_VALID], one->quote, one->place, one->rule}, data);
}

static void claim_row(const Claim *claim, RowFunc func, void *data)
{
    const char *kind = claim->kind != KIND_NONE ? kind_printed((Kind)claim->kind) : claim->kind_text ? claim->kind_text : "";
    g_autofree char *value = g_strjoin("|", claim->number, kind, claim->role_text ? claim->role_text : "", NULL);
    func(&(Row){"claims", value, value_statuses[VALUE_VALID], NULL, claim->place, NULL}, data);
}

static void document_rows(const Document *document, RowFunc func, void *data)
{
    func(&(Row){"doc-type", document->type, value_statuses[VALUE_VALID], document->title, document->first, document->rule}, data);
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        func(&(Row){field->id, field->value, value_statuses[field->status], field->quote, field->place, field->rule}, data);
    }
    for (guint i = 0; i < document->investigators->len; i++)
        investigator_row(document->investigators->pdata[i], func, data);
    for (guint i = 0; i < document->claims->len; i++)
        claim_row(document->claims->pdata[i], func, data);
    for (guint i = 0; i < document->mentions->len; i++) {
        const DocNumber *number = document->mentions->pdata[i];
        func(&(Row){"mentions", number->raw, value_statuses[VALUE_VALID], NULL, NULL, NULL}, data);
    }
}

/* ---- text ---- */

static void print_row(const Row *row, void *data)
{
    (void)data;
    g_autofree char *place = row->place ? place_printed(row->place) : NULL;
    const char *name = vocabulary_word("field", row->field);
    const char *value = strcmp(row->field, "doc-type") == 0 ? vocabulary_word("doctype", row->value) : row->value;
    size_t width = text_width(name);
    printf("  %s%*s  %s", name, (int)(width < 16 ? 16 - width : 0), "", value);
    if (strcmp(row->status, value_statuses[VALUE_VALID]) != 0)
        printf("  [%s]", vocabulary_word("status", row->status));
    if (place)
        printf("  （%s）", place);
    putchar('\n');
    if (row->quote && strcmp(row->quote, row->value) != 0)
        printf("  %16s  “%s”\n", "", row->quote);
}

static void print_chars(const FileFacts *file)
{
    const CharCount *chars = file->chars;
    if (!chars)
        return;
    int64_t skipped = chars->deleted + chars->hidden + chars->alternate + chars->comment + chars->field_code;
    printf(tr("字符：共%" G_GINT64_FORMAT "，读入%" G_GINT64_FORMAT "，未计入%" G_GINT64_FORMAT "（删除、隐藏、批注等）\n",
              "Characters: %" G_GINT64_FORMAT " present, %" G_GINT64_FORMAT " read, %" G_GINT64_FORMAT " left out (deleted, hidden, comments)\n"),
           (gint64)chars->present, (gint64)chars->read, (gint64)skipped);
}

static void print_unread(const FileFacts *file)
{
    for (guint i = 0; i < file->unread->len; i++) {
        const UnreadPart *part = file->unread->pdata[i];
        g_autofree char *name = text_display(part->part);
        printf(tr("  没有读出：%s（%s，%s）\n", "  not read: %s (%s, %s)\n"), vocabulary_word("part", part->kind), name,
               vocabulary_word("reason", part->reason));
    }
}

static void print_file(const FileFacts *file)
{
    g_autofree char *name = text_display(file->path);
    printf("%s\n", name);
    if (file->content == CONTENT_UNREADABLE || file->content == CONTENT_NONE)
        printf("  %s%s%s\n", tr("不能作为 DOCX 文书读取：", "cannot be read as a DOCX: "),
               file->reason ? vocabulary_word("reason", file->reason) : vocabulary_word("filetype", file->type ? file->type : "unknown"),
               tr("。请用 Word 或 WPS 另存为 .docx", ". Save it as .docx with Word or WPS"));
    print_chars(file);
    print_unread(file);
    for (guint i = 0; i < file->documents->len; i++) {
        if (i > 0)
            putchar('\n');
        document_rows(file->documents->pdata[i], print_row, NULL);
    }
    putchar('\n');
}

/* ---- CSV ---- */

typedef struct {
    CsvWriter writer;
    const char *file;
} CsvOut;

static void csv_row(const Row *row, void *data)
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
    for (gsize i = 0; i < G_N_ELEMENTS(header); i++)
        csv_put_text(&out.writer, header[i]);
    csv_end_row(&out.writer);
    for (guint i = 0; i < record->files->len; i++) {
        const FileFacts *file = record->files->pdata[i];
        out.file = file->path;
        for (guint j = 0; j < file->documents->len; j++)
            document_rows(file->documents->pdata[j], csv_row, &out);
    }
    fwrite(text->str, 1, text->len, stdout);
}

/* ---- the command ---- */

static gboolean extract_record(char **files, const char *out, gboolean text, char **printed, GError **error)
{
    g_autoptr(GPtrArray) argv = g_ptr_array_new();
    g_autofree char *program = stage_path("extract"), *rules = file_data_path("rules/extract"), *errors = NULL;
    const char *const head[] = {program, "--lang", tr("zh", "en"), "--rules", rules, "--output", out, "--file"};
    for (gsize i = 0; i < G_N_ELEMENTS(head); i++)
        g_ptr_array_add(argv, (char *)head[i]);
    if (text)
        g_ptr_array_add(argv, (char *)"--text");
    g_ptr_array_add(argv, (char *)"--");
    for (; *files; files++)
        g_ptr_array_add(argv, *files);
    g_ptr_array_add(argv, NULL);
    int status;
    const ProcessLimits none = {0};
    ProcessEnd end = process_run((const char *const *)argv->pdata, &none, &status, printed, &errors);
    return stage_end_fault("extract", end, status, g_strstrip(errors), error);
}

/* Exit status 3 when a file could not be used at all; the rest is printed all the same. */
static int print_record(const Casefiles *record)
{
    int status = EXIT_DONE;
    if (format && strcmp(format, "csv") == 0)
        print_csv(record);
    for (guint i = 0; i < record->files->len; i++) {
        const FileFacts *file = record->files->pdata[i];
        if (!format || strcmp(format, "text") == 0)
            print_file(file);
        if (file->content == CONTENT_UNREADABLE || file->content == CONTENT_NONE)
            status = EXIT_INPUT;
    }
    if (format && strcmp(format, "xml") == 0) {
        size_t size;
        g_autofree char *xml = record_format(&casefiles_type, record, &size);
        fwrite(xml, 1, size, stdout);
    }
    return status;
}

static gboolean files_are_there(char **files, GError **error)
{
    for (; *files; files++)
        if (!g_file_test(*files, G_FILE_TEST_IS_REGULAR))
            return fault_input(error, FAULT_MISSING, tr("没有找到文书 %s，请检查路径", "there is no document %s; check the path"), *files);
    return TRUE;
}

static int extract_to(const char *out, char **arguments, GError **error)
{
    g_autofree char *printed = NULL;
    gboolean whole = extract_record(arguments, out, text_only, &printed, error);
    if (text_only && printed)
        fputs(printed, stdout);
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
    if (!files_are_there(arguments, error))
        return EXIT_INPUT;
    if (!vocabulary_load(error))
        return EXIT_INTERNAL;
    g_autofree char *folder = g_dir_make_tmp("anjuan-extract-XXXXXX", error);
    if (!folder)
        return EXIT_IO;
    process_hold_signals();
    g_autofree char *out = g_build_filename(folder, "casefiles.xml", NULL);
    int status = extract_to(out, arguments, error);
    file_remove_tree(folder, NULL);
    process_release_signals();
    return status;
}

const StageProgram command_extract = {
    .name = "anjuan extract",
    .help_zh = "用法：anjuan extract [选项] 文书.docx…\n"
               "\n"
               "列出每份文书中读到的要素：值、原文、位置。\n"
               "\n"
               "  --format text|csv|xml   输出格式（默认 text）\n"
               "  --text                  只打印读到的文字，一段一行\n",
    .help_en = "usage: anjuan extract [OPTIONS] FILE.docx...\n"
               "\n"
               "Every field read in each document: value, quotation, place.\n"
               "\n"
               "  --format text|csv|xml   form of the output (default text)\n"
               "  --text                  only the text as read, a paragraph a line\n",
    .options = options,
    .arguments_min = 1,
    .arguments_max = -1,
    .run = extract_command};
