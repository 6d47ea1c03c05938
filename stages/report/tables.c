#include "report_tables.h"

#include "csv.h"
#include "fileio.h"
#include "lang.h"
#include "report_rows.h"

static const ReportColumn collectives[] = {{"组别", CELL_TEXT},
                                           {"名次", CELL_COUNT},
                                           {"单位编号", CELL_TEXT},
                                           {"单位", CELL_TEXT},
                                           {"总分", CELL_POINTS},
                                           {"案卷质量得分", CELL_POINTS},
                                           {"案件数量得分", CELL_POINTS},
                                           {"罚款金额得分", CELL_POINTS},
                                           {"重大案件得分", CELL_POINTS},
                                           {"案卷平均分", CELL_FOUR},
                                           {"报送案卷数", CELL_COUNT},
                                           {"查处案件数", CELL_COUNT},
                                           {"罚款金额（元）", CELL_MONEY},
                                           {"重大案件数", CELL_COUNT},
                                           {"基准比例", CELL_FOUR},
                                           {"案件数基准值", CELL_FOUR},
                                           {"罚款金额基准值", CELL_FOUR},
                                           {"重大案件基准值", CELL_FOUR},
                                           {"资格", CELL_TEXT},
                                           {"一票否决", CELL_TEXT},
                                           {"奖项", CELL_TEXT},
                                           {"推荐", CELL_TEXT},
                                           {"状态", CELL_TEXT},
                                           {"上报信息篇数", CELL_COUNT},
                                           {"采用篇数", CELL_COUNT}};

static const ReportColumn individuals[] = {
    {"组别", CELL_TEXT},           {"名次", CELL_COUNT},          {"姓名", CELL_TEXT},
    {"单位编号", CELL_TEXT},       {"单位", CELL_TEXT},           {"总分", CELL_PERSON},
    {"案件数量得分", CELL_PERSON}, {"案卷质量得分", CELL_PERSON}, {"调查情况得分", CELL_PERSON},
    {"个人事迹得分", CELL_PERSON}, {"加权案件数", CELL_PLAIN},    {"资格", CELL_TEXT},
    {"奖项", CELL_TEXT},           {"推荐", CELL_TEXT},           {"状态", CELL_TEXT}};

static const ReportColumn legal[] = {{"名次", CELL_COUNT}, {"姓名", CELL_TEXT},   {"单位编号", CELL_TEXT},
                                     {"单位", CELL_TEXT},  {"得分", CELL_PERSON}, {"资格", CELL_TEXT},
                                     {"奖项", CELL_TEXT},  {"推荐", CELL_TEXT},   {"状态", CELL_TEXT}};

static const ReportColumn casefiles[] = {{"单位编号", CELL_TEXT},   {"单位", CELL_TEXT},
                                         {"案卷", CELL_TEXT},       {"位次", CELL_TEXT},
                                         {"类型", CELL_TEXT},       {"文号", CELL_TEXT},
                                         {"当事人", CELL_TEXT},     {"信用代码", CELL_TEXT},
                                         {"法定代表人", CELL_TEXT}, {"罚款金额（元）", CELL_MONEY},
                                         {"决定日期", CELL_DATE},   {"专家平均分", CELL_FOUR}};

static const ReportColumn counted[] = {
    {"单位编号", CELL_TEXT}, {"单位", CELL_TEXT},     {"文书文号", CELL_TEXT},        {"案件编号", CELL_TEXT},
    {"案件类型", CELL_TEXT}, {"文书日期", CELL_DATE}, {"罚款金额（元）", CELL_MONEY}, {"计入", CELL_TEXT},
    {"原因", CELL_TEXT},     {"证据", CELL_TEXT}};

static const ReportColumn baseline[] = {
    {"单位编号", CELL_TEXT},        {"单位", CELL_TEXT},     {"重点企业数", CELL_COUNT},
    {"全市重点企业数", CELL_COUNT}, {"基准比例", CELL_FOUR}, {"指标", CELL_TEXT},
    {"全市总数", CELL_PLAIN},       {"基准值", CELL_FOUR},   {"实际值", CELL_PLAIN},
    {"实际与基准之比", CELL_FOUR},  {"得分", CELL_POINTS}};

static const ReportColumn findings[] = {{"代码", CELL_TEXT}, {"级别", CELL_LEVEL},   {"单位编号", CELL_TEXT},
                                        {"案卷", CELL_TEXT}, {"文件", CELL_TEXT},    {"位置", CELL_TEXT},
                                        {"说明", CELL_TEXT}, {"补正要求", CELL_TEXT}};

static const ReportColumn changes[] = {{"单位编号", CELL_TEXT}, {"单位", CELL_TEXT}, {"姓名", CELL_TEXT},
                                       {"项目", CELL_TEXT},     {"原值", CELL_TEXT}, {"现值", CELL_TEXT},
                                       {"原因", CELL_TEXT}};

#define TABLE(columns, zh, en)                                                                               \
    {                                                                                                        \
#columns, zh, en, columns, G_N_ELEMENTS(columns)                                                     \
    }

const ReportTableType report_table_types[TABLE_COUNT] = {
    [TABLE_COLLECTIVES] = TABLE(collectives, "集体成绩", "Collectives"),
    [TABLE_INDIVIDUALS] = TABLE(individuals, "执法先进个人", "Individuals"),
    [TABLE_LEGAL] = TABLE(legal, "法制工作先进个人", "Legal work"),
    [TABLE_CASEFILES] = TABLE(casefiles, "案卷", "Case files"),
    [TABLE_COUNTED] = TABLE(counted, "计入案件", "Counted cases"),
    [TABLE_BASELINE] = TABLE(baseline, "基准值测算表", "Base values"),
    [TABLE_FINDINGS] = TABLE(findings, "核查问题", "Findings"),
    [TABLE_CHANGES] = TABLE(changes, "变动", "Changes")};

ReportTable *report_table_build(const ReportInput *input, ReportTableId id)
{
    static void (*const fill[TABLE_COUNT])(const ReportInput *,
                                           ReportTable *) = {[TABLE_COLLECTIVES] = rows_collectives,
                                                             [TABLE_INDIVIDUALS] = rows_individuals,
                                                             [TABLE_LEGAL] = rows_legal,
                                                             [TABLE_CASEFILES] = rows_casefiles,
                                                             [TABLE_COUNTED] = rows_counted,
                                                             [TABLE_BASELINE] = rows_baseline,
                                                             [TABLE_FINDINGS] = rows_findings,
                                                             [TABLE_CHANGES] = rows_changes};
    ReportTable *table = g_new0(ReportTable, 1);
    table->type = &report_table_types[id];
    table->rows = g_ptr_array_new();
    fill[id](input, table);
    return table;
}

static const ReportColumn assumed[] = {{"暂定规则", CELL_TEXT}, {"本次取值", CELL_TEXT}, {"换一种取法，名次和奖项怎样变", CELL_TEXT},
                                       {"活动规则文件中的位置", CELL_TEXT}};
static const ReportTableType assumed_type = TABLE(assumed, "暂定规则", "Assumed values");

ReportTable *report_assumed_build(const ReportInput *input)
{
    ReportTable *table = g_new0(ReportTable, 1);
    table->type = &assumed_type;
    table->rows = g_ptr_array_new();
    for (guint i = 0; i < input->scores->assumed->len; i++)
        rows_assumed(input, input->scores->assumed->pdata[i], table);
    return table;
}

void report_table_free(ReportTable *table)
{
    if (!table)
        return;
    for (guint i = 0; i < table->rows->len; i++) {
        char **cells = table->rows->pdata[i];
        for (guint j = 0; j < table->type->n_columns; j++)
            g_free(cells[j]);
        g_free(cells);
    }
    g_ptr_array_unref(table->rows);
    g_free(table);
}

const char *report_table_title(const ReportTableType *type)
{
    return tr(type->title_zh, type->title_en);
}

bool cell_kind_is_number(CellKind kind)
{
    return kind >= CELL_COUNT;
}

GString *report_table_csv(const ReportTable *table)
{
    GString *out = g_string_new(NULL);
    CsvWriter writer;
    csv_writer_init(&writer, out);
    for (guint i = 0; i < table->type->n_columns; i++)
        csv_put_text(&writer, table->type->columns[i].title);
    csv_end_row(&writer);
    for (guint i = 0; i < table->rows->len; i++) {
        char **cells = table->rows->pdata[i];
        for (guint j = 0; j < table->type->n_columns; j++) {
            if (cell_kind_is_number(table->type->columns[j].kind))
                csv_put_number(&writer, cells[j]);
            else
                csv_put_text(&writer, cells[j]);
        }
        csv_end_row(&writer);
    }
    return out;
}

gboolean report_tables_write(const ReportInput *input, const char *folder, GError **error)
{
    for (int id = 0; id < TABLE_COUNT; id++) {
        g_autoptr(ReportTable) table = report_table_build(input, id);
        GString *csv = report_table_csv(table);
        g_autofree char *name = g_strconcat(table->type->name, ".csv", NULL);
        g_autofree char *path = g_build_filename(folder, name, NULL);
        gboolean ok = file_write_plain(path, csv->str, csv->len, error);
        g_string_free(csv, TRUE);
        if (!ok)
            return FALSE;
    }
    return TRUE;
}
