#include "workbook.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <xlsxwriter.h>

#include "fault.h"
#include "lang.h"
#include "report_tables.h"
#include "text.h"

#define CELL_CHARACTERS_MAX 32767 /* of the file format */
#define WIDTH_MIN 6.0
#define WIDTH_MAX 56.0
#define PAPER_A4 9
#define FONT "宋体"
#define FONT_POINTS 10
#define HEADER_POINTS 40 /* two lines and the filter's button */

typedef struct {
    lxw_workbook *workbook;
    lxw_format *header, *level[LEVEL_FATAL + 1];
    lxw_format *cell[CELL_PLAIN + 1];
} Book;

/* ---- formats ---- */

static lxw_format *format_new(lxw_workbook *workbook)
{
    lxw_format *format = workbook_add_format(workbook);
    format_set_font_name(format, FONT);
    format_set_font_size(format, FONT_POINTS);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    format_set_border(format, LXW_BORDER_HAIR);
    return format;
}

static lxw_format *number_format_new(lxw_workbook *workbook, const char *picture)
{
    lxw_format *format = format_new(workbook);
    format_set_num_format(format, picture);
    return format;
}

/* "0.00" for two decimals. */
static lxw_format *points_format_new(lxw_workbook *workbook, int64_t decimals)
{
    static const char *const pictures[] = {"0", "0.0", "0.00", "0.000", "0.0000"};
    return number_format_new(workbook, pictures[CLAMP(decimals, 0, 4)]);
}

static lxw_format *level_format_new(lxw_workbook *workbook, lxw_color_t ink, lxw_color_t paper)
{
    lxw_format *format = format_new(workbook);
    format_set_align(format, LXW_ALIGN_CENTER);
    format_set_bold(format);
    format_set_font_color(format, ink);
    format_set_bg_color(format, paper);
    return format;
}

static void book_formats(Book *book, const Season *season)
{
    lxw_workbook *workbook = book->workbook;
    book->header = format_new(workbook);
    format_set_bold(book->header);
    format_set_text_wrap(book->header);
    format_set_align(book->header, LXW_ALIGN_CENTER);
    format_set_align(book->header, LXW_ALIGN_VERTICAL_CENTER);
    format_set_bg_color(book->header, 0xDCE6F0);
    format_set_border(book->header, LXW_BORDER_THIN);
    book->cell[CELL_TEXT] = format_new(workbook);
    format_set_text_wrap(book->cell[CELL_TEXT]);
    book->cell[CELL_LEVEL] = book->cell[CELL_TEXT];
    book->cell[CELL_DATE] = number_format_new(workbook, "yyyy-mm-dd");
    book->cell[CELL_COUNT] = number_format_new(workbook, "0");
    book->cell[CELL_POINTS] = points_format_new(workbook, season->collective->decimals);
    book->cell[CELL_PERSON] = points_format_new(workbook, season->individual->decimals);
    book->cell[CELL_MONEY] = number_format_new(workbook, "#,##0.00");
    book->cell[CELL_FOUR] = number_format_new(workbook, "0.0000");
    book->cell[CELL_PLAIN] = number_format_new(workbook, "General");
    book->level[LEVEL_FATAL] = level_format_new(workbook, 0xFFFFFF, 0x7B0F0F);
    book->level[LEVEL_ERROR] = level_format_new(workbook, 0xA31919, 0xFBE3E1);
    book->level[LEVEL_WARNING] = level_format_new(workbook, 0x7D5200, 0xFFF2CC);
    book->level[LEVEL_INFO] = level_format_new(workbook, 0x4D5866, 0xF0F2F4);
}

/* ---- cells ---- */

static lxw_error write_text(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text,
                            lxw_format *format)
{
    if (g_utf8_strlen(text, -1) < CELL_CHARACTERS_MAX)
        return worksheet_write_string(sheet, row, column, text, format);
    g_autofree char *start = g_utf8_substring(text, 0, CELL_CHARACTERS_MAX - 2);
    g_autofree char *cut = g_strconcat(start, "…", NULL);
    return worksheet_write_string(sheet, row, column, cut, format);
}

static lxw_error write_date(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text,
                            lxw_format *format)
{
    lxw_datetime date = {0};
    Day day = day_parse_iso(text);
    if (day == DAY_NONE)
        return write_text(sheet, row, column, text, format);
    day_to_ymd(day, &date.year, &date.month, &date.day);
    return worksheet_write_datetime(sheet, row, column, &date, format);
}

static lxw_format *level_format(const Book *book, const char *id)
{
    for (int level = LEVEL_INFO; level <= LEVEL_FATAL; level++)
        if (strcmp(level_ids[level], id) == 0)
            return book->level[level];
    return book->cell[CELL_TEXT];
}

static lxw_error write_cell(const Book *book, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                            CellKind kind, const char *text)
{
    lxw_format *format = book->cell[kind];
    if (!text || text[0] == '\0')
        return worksheet_write_blank(sheet, row, column, format);
    if (cell_kind_is_number(kind))
        return worksheet_write_number(sheet, row, column, g_ascii_strtod(text, NULL), format);
    if (kind == CELL_DATE)
        return write_date(sheet, row, column, text, format);
    return write_text(sheet, row, column, text, kind == CELL_LEVEL ? level_format(book, text) : format);
}

/* ---- sheets ---- */

/* Width in characters: the longest cell of a column, within bounds.  A header may wrap into two lines. */
static double column_width(const ReportTable *table, guint column)
{
    double width = (double)text_width(table->type->columns[column].title) / 2 + 2;
    for (guint i = 0; i < table->rows->len; i++) {
        const char *text = ((char **)table->rows->pdata[i])[column];
        if (text)
            width = MAX(width, (double)text_width(text) + 1.5);
    }
    return CLAMP(width, WIDTH_MIN, WIDTH_MAX);
}

static void set_up_printing(lxw_worksheet *sheet, const ReportTable *table, const char *season)
{
    bool signed_by_units = table->type == &report_table_types[TABLE_BASELINE] ||
                           table->type == &report_table_types[TABLE_COUNTED];
    g_autofree char *header = g_strdup_printf("&C&\"" FONT ",Bold\"&12 %s %s", season, table->type->title_zh);
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, PAPER_A4);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_repeat_rows(sheet, 0, 0);
    worksheet_set_margins(sheet, 0.5, 0.5, 0.75, 0.75);
    if (worksheet_set_header(sheet, header) != LXW_NO_ERROR) /* a title longer than a header may be */
        worksheet_set_header(sheet, "&C&A");
    worksheet_set_footer(
        sheet,
        signed_by_units
            ? "&L单位（盖章）：　　　　　　填表人：　　　　　　审核人：　　　　　　日期：&R第&P页 共&N页"
            : "&R第&P页 共&N页");
}

static lxw_error write_sheet(const Book *book, const ReportTable *table, const char *season)
{
    const ReportTableType *type = table->type;
    lxw_worksheet *sheet = workbook_add_worksheet(book->workbook, type->title_zh);
    lxw_error failed = sheet ? LXW_NO_ERROR : LXW_ERROR_MEMORY_MALLOC_FAILED;
    for (guint i = 0; i < type->n_columns && failed == LXW_NO_ERROR; i++) {
        worksheet_set_column(sheet, (lxw_col_t)i, (lxw_col_t)i, column_width(table, i), NULL);
        failed = worksheet_write_string(sheet, 0, (lxw_col_t)i, type->columns[i].title, book->header);
    }
    for (guint r = 0; r < table->rows->len && failed == LXW_NO_ERROR; r++) {
        char **cells = table->rows->pdata[r];
        for (guint i = 0; i < type->n_columns && failed == LXW_NO_ERROR; i++)
            failed = write_cell(book, sheet, r + 1, (lxw_col_t)i, type->columns[i].kind, cells[i]);
    }
    if (failed != LXW_NO_ERROR)
        return failed;
    worksheet_set_row(sheet, 0, HEADER_POINTS, NULL);
    worksheet_freeze_panes(sheet, 1, 0);
    worksheet_autofilter(sheet, 0, 0, table->rows->len, (lxw_col_t)(type->n_columns - 1));
    set_up_printing(sheet, table, season);
    return LXW_NO_ERROR;
}

/* ---- the workbook ---- */

static void set_properties(lxw_workbook *workbook, const Season *season)
{
    lxw_doc_properties properties = {
        .title = season->title, .created = (time_t)(season->window->to - day_from_ymd(1970, 1, 1)) * 86400};
    workbook_set_properties(workbook, &properties);
}

static lxw_error write_book(const ReportInput *input, const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);
    lxw_workbook_options options = {.tmpdir = folder};
    Book book = {.workbook = workbook_new_opt(path, &options)};
    if (!book.workbook)
        return LXW_ERROR_MEMORY_MALLOC_FAILED;
    lxw_error failed = LXW_NO_ERROR;
    book_formats(&book, input->season);
    set_properties(book.workbook, input->season);
    g_autoptr(ReportTable) assumed = report_assumed_build(input);
    failed = write_sheet(&book, assumed, input->season->title);
    for (int id = 0; id < TABLE_COUNT && failed == LXW_NO_ERROR; id++) {
        g_autoptr(ReportTable) table = report_table_build(input, id);
        failed = write_sheet(&book, table, input->season->title);
    }
    lxw_error closed = workbook_close(book.workbook); /* frees it in every case */
    return failed != LXW_NO_ERROR ? failed : closed;
}

gboolean workbook_write(const ReportInput *input, const char *path, GError **error)
{
    g_autofree char *aside = g_strconcat(path, ".new", NULL);
    lxw_error failed = write_book(input, aside);
    if (failed == LXW_NO_ERROR && rename(aside, path) == 0)
        return TRUE;
    int errno_value = failed == LXW_NO_ERROR ? errno : 0;
    unlink(aside);
    return fault_system(error, errno_value, tr("无法写出工作簿 %s：%s", "cannot write the workbook %s: %s"),
                        path, failed == LXW_NO_ERROR ? "" : lxw_strerror(failed));
}
