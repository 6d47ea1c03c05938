#include "signing_form.h"

#include <string.h>

#include "assumed_words.h"

#define TITLE_ROW 0
#define OFFICE_ROW 1
#define INDICATORS 3
#define FIGURES 5 /* of an indicator */
#define FIRST_FIGURE 3
#define SIGNATURE (SIGNING_COLUMNS - 1)
#define UNIT_POINTS 30.0
#define NOTE_POINTS 14.0
#define NOTE_CHARACTERS 90 /* of a line of notes */

static const double column_widths[SIGNING_COLUMNS] = {20, 7, 9, 6, 9, 6, 8, 6, 14, 15, 13, 8, 6, 6, 9, 6, 8, 6, 20};

static void cell_free(gpointer data)
{
    FormCell *cell = data;
    g_free(cell->text);
    g_free(cell);
}

static void put_merged(SigningForm *form, guint row, guint last_row, guint column, guint last_column, FormStyle style,
                       const char *text)
{
    FormCell *cell = g_new(FormCell, 1);
    *cell = (FormCell){row, column, last_row, last_column, style, g_strdup(text)};
    g_ptr_array_add(form->cells, cell);
}

static void put(SigningForm *form, guint row, guint column, FormStyle style, const char *text)
{
    put_merged(form, row, row, column, column, style, text);
}

static void add_height(SigningForm *form, double points)
{
    g_array_append_val(form->heights, points);
}

static void put_head(SigningForm *form, const ReportInput *input)
{
    static const char *const figures[FIGURES] = {"总数", "基准值", "实际值", "比值", "得分"};
    static const char *const indicators[INDICATORS] = {"查处案件数", "罚款金额（元）", "重大案件数"};
    static const char *const first[FIRST_FIGURE] = {"单位", "重点企业数", "基准比例（%）"};
    const char *office = input->season->contact ? input->season->contact->office : NULL;
    const guint row = SIGNING_HEADER_ROW;
    g_autofree char *title = g_strconcat(input->season->title, " 基准值确认表", NULL);
    g_autofree char *made = g_strdup_printf(
        "编制单位（盖章）：%s　　　　　　编制人：　　　　　　复核人：　　　　　　日期：　　年　月　日", office ? office : "");
    put_merged(form, TITLE_ROW, TITLE_ROW, 0, SIGNATURE, FORM_TITLE, title);
    put_merged(form, OFFICE_ROW, OFFICE_ROW, 0, SIGNATURE, FORM_PLAIN, made);
    for (guint i = 0; i < FIRST_FIGURE; i++)
        put_merged(form, row, row + 1, i, i, FORM_HEADER, first[i]);
    for (guint i = 0; i < INDICATORS; i++) {
        guint column = FIRST_FIGURE + i * FIGURES;
        put_merged(form, row, row, column, column + FIGURES - 1, FORM_HEADER, indicators[i]);
        for (guint f = 0; f < FIGURES; f++)
            put(form, row + 1, column + f, FORM_HEADER, figures[f]);
    }
    put_merged(form, row, row + 1, SIGNATURE, SIGNATURE, FORM_HEADER, "单位确认\n（签字、盖章、日期）");
    static const double heights[SIGNING_FIRST_ROW] = {30, 24, 20, 26};
    g_array_append_vals(form->heights, heights, SIGNING_FIRST_ROW);
}

static guint indicator_index(const char *indicator)
{
    return strcmp(indicator, "cases") == 0 ? 0 : strcmp(indicator, "fines") == 0 ? 1 : 2;
}

static void put_line(SigningForm *form, guint row, const ScoreBaseline *line)
{
    guint at = indicator_index(line->indicator), column = FIRST_FIGURE + at * FIGURES;
    FormStyle amount = at == 1 ? FORM_MONEY : FORM_COUNT;
    put(form, row, column, amount, line->total);
    put(form, row, column + 1, FORM_FOUR, line->base);
    put(form, row, column + 2, amount, line->actual);
    put(form, row, column + 3, FORM_FOUR, line->ratio);
    put(form, row, column + 4, FORM_POINTS, line->points);
}

static void put_unit(SigningForm *form, const char *name, const GPtrArray *lines)
{
    guint row = form->heights->len;
    const ScoreBaseline *first = lines->pdata[0];
    g_autofree char *enterprises = g_strdup_printf("%" G_GINT64_FORMAT, (gint64)first->enterprises);
    put(form, row, 0, FORM_TEXT, name);
    put(form, row, 1, FORM_COUNT, enterprises);
    put(form, row, 2, FORM_FOUR, first->share_percent);
    for (guint i = 0; i < lines->len; i++)
        put_line(form, row, lines->pdata[i]);
    put(form, row, SIGNATURE, FORM_TEXT, NULL);
    add_height(form, UNIT_POINTS);
}

/* How the figures come about, and what of the rules behind them the notice leaves open. */
static void put_notes(SigningForm *form, const ReportInput *input)
{
    const ScoreBaseline *any = input->scores->baselines->pdata[0];
    guint row = form->heights->len;
    g_autoptr(GString) text = g_string_new(NULL);
    g_string_append_printf(text,
                           "说明：1．全市重点监控企业共%" G_GINT64_FORMAT
                           "家；基准比例＝本单位重点监控企业数÷全市重点监控企业数×100%%，基准值＝总数×基准比例。\n"
                           "2．通知没有写明、由活动规则文件暂定的取值：",
                           (gint64)any->enterprises_total);
    for (guint i = 0, listed = 0; i < input->scores->assumed->len; i++) {
        const ScoreAssumed *assumed = input->scores->assumed->pdata[i];
        if (!g_str_has_prefix(assumed->element, "collective/quantity"))
            continue;
        g_autofree char *name = assumed_name(assumed), *value = assumed_value(assumed);
        g_string_append_printf(text, "%s%s：%s", listed++ ? "；" : "", name, value ? value : "");
    }
    g_string_append(text, "。\n3．对数据有异议的，请在本单位一栏注明，并附案件编号和证据。");
    put_merged(form, row, row, 0, SIGNATURE, FORM_PLAIN, text->str);
    glong lines = 4 + g_utf8_strlen(text->str, -1) / NOTE_CHARACTERS;
    add_height(form, NOTE_POINTS * (double)lines);
}

SigningForm *signing_form_new(const ReportInput *input)
{
    if (input->scores->baselines->len == 0)
        return NULL;
    SigningForm *form = g_new0(SigningForm, 1);
    form->cells = g_ptr_array_new_with_free_func(cell_free);
    form->heights = g_array_new(FALSE, FALSE, sizeof(double));
    form->widths = column_widths;
    put_head(form, input);
    for (guint i = 0; i < input->units->len; i++) {
        const ReportUnit *unit = input->units->pdata[i];
        if (unit->baselines->len > 0)
            put_unit(form, report_unit_name(input, unit->id), unit->baselines);
    }
    put_notes(form, input);
    return form;
}

void signing_form_free(SigningForm *form)
{
    if (!form)
        return;
    g_ptr_array_unref(form->cells);
    g_array_unref(form->heights);
    g_free(form);
}
