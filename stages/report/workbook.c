#include "workbook.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <xlsxwriter.h>

#include "catalogue.h"
#include "fault.h"
#include "lang.h"
#include "report_tables.h"
#include "signing_form.h"
#include "text.h"

#define CELL_CHARACTERS_MAX 32767 /* of the file format */
#define WIDTH_MIN 6.0
#define WIDTH_MAX 40.0
#define PAPER_A4 9
#define FONT "宋体"
#define FONT_POINTS 10
#define TITLE_FONT_POINTS 16
#define HEADER_POINTS 40 /* two lines and the filter's button */
#define LINE_POINTS 15.0
#define ROW_POINTS_MAX 400.0
#define MARGIN_INCHES 0.5
#define COLUMNS_REPEATED 4 /* 组别 to 单位 */

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
    format_set_align(book->cell[CELL_COUNT], LXW_ALIGN_CENTER);
    book->cell[CELL_POINTS] = points_format_new(workbook, season->collective->decimals);
    book->cell[CELL_PERSON] = points_format_new(workbook, season->individual->decimals);
    book->cell[CELL_MONEY] = number_format_new(workbook, "#,##0.00");
    book->cell[CELL_FOUR] = number_format_new(workbook, "#,##0.0000");
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

/* The level with ID in words and colour: a workbook is for people (SPEC 7), only CSV and XML keep the ids
 * (SPEC 9.2). */
static lxw_error write_level(const Book *book, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                             const char *id)
{
    for (int level = LEVEL_INFO; level <= LEVEL_FATAL; level++)
        if (strcmp(level_ids[level], id) == 0)
            return write_text(sheet, row, column, level_printed((Level)level), book->level[level]);
    return write_text(sheet, row, column, id, book->cell[CELL_TEXT]);
}

static lxw_error write_cell(const Book *book, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                            CellKind kind, const char *text)
{
    lxw_format *format = book->cell[kind];
    if (!text || text[0] == '\0')
        return worksheet_write_blank(sheet, row, column, format);
    const char *point = kind == CELL_PLAIN ? strchr(text, '.') : NULL;
    if (point && strlen(point) == 3) /* money among other totals */
        format = book->cell[CELL_MONEY];
    if (cell_kind_is_number(kind))
        return worksheet_write_number(sheet, row, column, g_ascii_strtod(text, NULL), format);
    if (kind == CELL_DATE)
        return write_date(sheet, row, column, text, format);
    if (kind == CELL_LEVEL)
        return write_level(book, sheet, row, column, text);
    return write_text(sheet, row, column, text, format);
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

/* Height of a row whose longest text is wrapped in columns of WIDTHS: programs do not all find it themselves. */
static double row_points(const ReportTable *table, char *const *cells, const double *widths)
{
    double lines = 1;
    for (guint i = 0; i < table->type->n_columns; i++) {
        double width = cells[i] ? (double)text_width(cells[i]) : 0, room = widths[i] - 2;
        if (!cell_kind_is_number(table->type->columns[i].kind) && width + 1.5 > widths[i])
            lines = MAX(lines, (double)(guint)((width + room - 1) / room));
    }
    return MIN(lines * LINE_POINTS, ROW_POINTS_MAX);
}

/* Each unit's lines on pages of their own, to be signed by it. */
static void begin_pages_by_unit(lxw_worksheet *sheet, const ReportTable *table)
{
    g_autoptr(GArray) breaks = g_array_new(TRUE, FALSE, sizeof(lxw_row_t));
    for (guint i = 1; i < table->rows->len && breaks->len < LXW_BREAKS_MAX; i++) {
        char **before = table->rows->pdata[i - 1], **cells = table->rows->pdata[i];
        lxw_row_t row = i + 1;
        if (g_strcmp0(before[0], cells[0]) != 0)
            g_array_append_val(breaks, row);
    }
    if (breaks->len > 0)
        worksheet_set_h_pagebreaks(sheet, (lxw_row_t *)(gpointer)breaks->data);
}

static void set_up_printing(lxw_worksheet *sheet, const ReportTable *table, const char *season)
{
    /* 25 columns can only be read on two pages side by side, which then both begin with the columns that say whose line it is */
    bool wide = table->type == &report_table_types[TABLE_COLLECTIVES],
         by_unit = table->type == &report_table_types[TABLE_COUNTED];
    g_autofree char *header = g_strdup_printf("&C&\"" FONT ",Bold\"&12 %s %s", season, table->type->title_zh);
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, PAPER_A4);
    worksheet_fit_to_pages(sheet, wide ? 2 : 1, 0);
    if (wide) {
        worksheet_repeat_columns(sheet, 0, COLUMNS_REPEATED - 1);
        worksheet_print_across(sheet);
    }
    if (by_unit)
        begin_pages_by_unit(sheet, table);
    worksheet_repeat_rows(sheet, 0, 0);
    worksheet_set_margins(sheet, MARGIN_INCHES, MARGIN_INCHES, 0.75, 0.75);
    if (worksheet_set_header(sheet, header) != LXW_NO_ERROR) /* a title longer than a header may be */
        worksheet_set_header(sheet, "&C&A");
    worksheet_set_footer(
        sheet,
        by_unit
            ? "&L单位（盖章）：　　　　　　填表人：　　　　　　审核人：　　　　　　日期：&R第&P页 共&N页"
            : "&R第&P页 共&N页");
}

static lxw_error write_sheet(const Book *book, const ReportTable *table, const char *season)
{
    const ReportTableType *type = table->type;
    lxw_worksheet *sheet = workbook_add_worksheet(book->workbook, type->title_zh);
    lxw_error failed = sheet ? LXW_NO_ERROR : LXW_ERROR_MEMORY_MALLOC_FAILED;
    g_autofree double *widths = g_new(double, type->n_columns);
    for (guint i = 0; i < type->n_columns && failed == LXW_NO_ERROR; i++) {
        widths[i] = column_width(table, i);
        worksheet_set_column(sheet, (lxw_col_t)i, (lxw_col_t)i, widths[i], NULL);
        failed = worksheet_write_string(sheet, 0, (lxw_col_t)i, type->columns[i].title, book->header);
    }
    for (guint r = 0; r < table->rows->len && failed == LXW_NO_ERROR; r++) {
        char **cells = table->rows->pdata[r];
        worksheet_set_row(sheet, r + 1, row_points(table, cells, widths), NULL);
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

/* ---- the form to be signed ---- */

static void form_formats(const Book *book, const Season *season, lxw_format *formats[FORM_STYLES])
{
    for (int i = 0; i < FORM_STYLES; i++) {
        lxw_format *format = formats[i] = i == FORM_COUNT    ? number_format_new(book->workbook, "0")
                                          : i == FORM_MONEY  ? number_format_new(book->workbook, "#,##0.00")
                                          : i == FORM_FOUR   ? number_format_new(book->workbook, "#,##0.0000")
                                          : i == FORM_POINTS ? points_format_new(book->workbook, season->collective->decimals)
                                                             : format_new(book->workbook);
        format_set_align(format, i == FORM_PLAIN ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER);
        format_set_border(format, i == FORM_TITLE || i == FORM_PLAIN ? LXW_BORDER_NONE : LXW_BORDER_THIN);
        if (i < FORM_COUNT)
            format_set_text_wrap(format);
    }
    format_set_font_size(formats[FORM_TITLE], TITLE_FONT_POINTS);
    format_set_bold(formats[FORM_TITLE]);
    format_set_align(formats[FORM_TITLE], LXW_ALIGN_CENTER);
    format_set_bold(formats[FORM_HEADER]);
    format_set_align(formats[FORM_HEADER], LXW_ALIGN_CENTER);
    format_set_bg_color(formats[FORM_HEADER], 0xDCE6F0);
}

static void set_up_form(lxw_worksheet *sheet, const SigningForm *form)
{
    for (guint i = 0; i < SIGNING_COLUMNS; i++)
        worksheet_set_column(sheet, (lxw_col_t)i, (lxw_col_t)i, form->widths[i], NULL);
    for (guint i = 0; i < form->heights->len; i++)
        worksheet_set_row(sheet, i, g_array_index(form->heights, double, i), NULL);
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, PAPER_A4);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_repeat_rows(sheet, SIGNING_HEADER_ROW, SIGNING_FIRST_ROW - 1);
    worksheet_freeze_panes(sheet, SIGNING_FIRST_ROW, 1);
    worksheet_set_margins(sheet, MARGIN_INCHES, MARGIN_INCHES, MARGIN_INCHES, MARGIN_INCHES);
    worksheet_set_footer(sheet, "&R第&P页 共&N页");
}

static lxw_error write_form_cell(lxw_worksheet *sheet, const FormCell *cell, lxw_format *format)
{
    lxw_col_t column = (lxw_col_t)cell->column;
    if (cell->last_row > cell->row || cell->last_column > cell->column)
        return worksheet_merge_range(sheet, cell->row, column, cell->last_row, (lxw_col_t)cell->last_column, cell->text,
                                     format);
    if (!cell->text)
        return worksheet_write_blank(sheet, cell->row, column, format);
    return cell->style >= FORM_COUNT
               ? worksheet_write_number(sheet, cell->row, column, g_ascii_strtod(cell->text, NULL), format)
               : worksheet_write_string(sheet, cell->row, column, cell->text, format);
}

static lxw_error write_form(const Book *book, const ReportInput *input)
{
    g_autoptr(SigningForm) form = signing_form_new(input);
    if (!form)
        return LXW_NO_ERROR;
    lxw_worksheet *sheet = workbook_add_worksheet(book->workbook, "基准值确认表");
    lxw_error failed = sheet ? LXW_NO_ERROR : LXW_ERROR_MEMORY_MALLOC_FAILED;
    if (failed != LXW_NO_ERROR)
        return failed;
    lxw_format *formats[FORM_STYLES];
    form_formats(book, input->season, formats);
    set_up_form(sheet, form);
    for (guint i = 0; i < form->cells->len && failed == LXW_NO_ERROR; i++) {
        const FormCell *cell = form->cells->pdata[i];
        failed = write_form_cell(sheet, cell, formats[cell->style]);
    }
    return failed;
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
    if (failed == LXW_NO_ERROR)
        failed = write_form(&book, input);
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
