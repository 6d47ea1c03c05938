#include "reference.h"

#include <stdlib.h>
#include <string.h>

#include "candidate.h"
#include "codes.h"
#include "parcel.h"

#define EXPERTS 3

typedef struct {
    GKeyFile *season;
    GPtrArray *units;
    guint round, case_rows;
    const char *folder;
} Tables;

/* One table on its way to disk. */
typedef struct {
    char *section;
    GString *text;
    guint n_columns;
    int64_t total_yuan; /* of the last column */
} Sheet;

static void sheet_begin(const Tables *tables, Sheet *sheet, const char *name, const char *header) {
    sheet->section = g_strconcat("table ", name, NULL);
    sheet->text = g_string_new(NULL);
    sheet->n_columns = 1;
    sheet->total_yuan = 0;
    for (const char *p = header; *p; p++) sheet->n_columns += *p == ',';
    g_autofree char *title = g_key_file_get_string(tables->season, sheet->section, "title", NULL);
    if (title) {
        g_string_append(sheet->text, title);
        for (guint i = 1; i < sheet->n_columns; i++) g_string_append_c(sheet->text, ',');
        g_string_append(sheet->text, "\r\n");
    }
    g_string_append_printf(sheet->text, "%s\r\n", header);
}

/* A cell; quoted where CSV needs it. */
static void put(Sheet *sheet, const char *text) {
    if (strpbrk(text, ",\"\n")) {
        g_auto(GStrv) parts = g_strsplit(text, "\"", -1);
        g_autofree char *doubled = g_strjoinv("\"\"", parts);
        g_string_append_printf(sheet->text, "\"%s\",", doubled);
    } else {
        g_string_append_printf(sheet->text, "%s,", text);
    }
}

static void end_row(Sheet *sheet) {
    sheet->text->str[sheet->text->len - 1] = '\r';
    g_string_append_c(sheet->text, '\n');
}

/* [rows NAME] of season.ini: rows as somebody typed them, wrong ones among them. */
static void append_typed_rows(const Tables *tables, Sheet *sheet) {
    g_autofree char *section = g_strconcat("rows ", sheet->section + strlen("table "), NULL);
    g_auto(GStrv) keys = g_key_file_get_keys(tables->season, section, NULL, NULL);
    for (guint i = 0; keys && keys[i]; i++) {
        g_autofree char *row = g_key_file_get_string(tables->season, section, keys[i], NULL);
        g_string_append_printf(sheet->text, "%s\r\n", row);
    }
}

/* 合计 with the sum below the last column, where the table has one. */
static void append_total(const Tables *tables, Sheet *sheet) {
    if (!g_key_file_has_key(tables->season, sheet->section, "total", NULL)) return;
    gboolean in_wan = g_key_file_has_key(tables->season, sheet->section, "unit", NULL);
    g_autofree char *sum =
        in_wan ? g_strdup_printf("%.4f", (double)sheet->total_yuan / 10000) : yuan_grouped(sheet->total_yuan);
    g_string_append(sheet->text, "合计");
    for (guint i = 1; i < sheet->n_columns; i++) g_string_append_c(sheet->text, ',');
    g_string_append_printf(sheet->text, "\"%s\"\r\n", sum);
}

static void sheet_save(const Tables *tables, Sheet *sheet) {
    append_typed_rows(tables, sheet);
    append_total(tables, sheet);
    g_autofree char *encoding = g_key_file_get_string(tables->season, sheet->section, "encoding", NULL);
    g_autofree char *path =
        g_strdup_printf("%s/reference/%s.csv", tables->folder, sheet->section + strlen("table "));
    g_autoptr(GError) error = NULL;
    gsize size = sheet->text->len;
    g_autofree char *bytes = NULL;
    if (!g_strcmp0(encoding, "gb18030"))
        bytes = g_convert(sheet->text->str, -1, "GB18030", "UTF-8", NULL, &size, &error);
    else bytes = g_strconcat(!g_strcmp0(encoding, "utf8-bom") ? "\xef\xbb\xbf" : "", sheet->text->str, NULL);
    maker_check(error);
    if (g_strcmp0(encoding, "gb18030")) size = strlen(bytes);
    g_file_set_contents(path, bytes, (gssize)size, &error);
    maker_check(error);
    g_string_free(sheet->text, TRUE);
    g_free(sheet->section);
}

static void write_units(const Tables *tables) {
    Sheet sheet;
    sheet_begin(tables, &sheet, "units", "单位编号,单位名称,别名,组别,先进个人名额,法制个人名额,基准比例");
    static const char *const keys[] = {"aliases", "group", "people", "legal", "share"};
    static const char *const otherwise[] = {"", "", "2", "1", ""};
    for (guint i = 0; i < tables->units->len; i++) {
        const Unit *unit = g_ptr_array_index(tables->units, i);
        put(&sheet, unit->id);
        put(&sheet, unit->name);
        for (guint k = 0; k < G_N_ELEMENTS(keys); k++) {
            g_autofree char *value = unit_value(unit, "unit", keys[k], otherwise[k]);
            put(&sheet, value);
        }
        end_row(&sheet);
    }
    sheet_save(tables, &sheet);
}

static void put_enterprise(Sheet *sheet, const char *name, const Unit *unit, const char *category) {
    put(sheet, name);
    put(sheet, unit->name);
    put(sheet, category);
    end_row(sheet);
}

/* The unit's own companies first, then made-up ones until enterprises= is reached; one of hazardous waste
 * that does not count. */
static void write_enterprises(const Tables *tables) {
    static const char *const words[] = {"蓬壶", "员峤", "岱舆", "方壶", "瀛洲梦", "华胥",
                                        "广漠", "藐姑", "无何", "槐安", "南柯",   "黄粱"};
    static const char *const trades[] = {"纸业", "锰业", "建材", "化工", "食品", "污水处理", "冶炼", "水泥"};
    Sheet sheet;
    sheet_begin(tables, &sheet, "enterprises", "企业名称,所属单位,类别");
    for (guint i = 0; i < tables->units->len; i++) {
        const Unit *unit = g_ptr_array_index(tables->units, i);
        g_autofree char *wanted = unit_value(unit, "unit", "enterprises", "0");
        guint left = (guint)strtoul(wanted, NULL, 10);
        if (!left) continue;
        for (guint k = 0; k < unit->companies->len && left; k++) {
            const Company *company = g_ptr_array_index(unit->companies, k);
            if (!strstr(company->category, "废水") && !strstr(company->category, "废气")) continue;
            put_enterprise(&sheet, company->name, unit, company->category);
            left--;
        }
        for (guint k = 0; k < left; k++) {
            g_autofree char *name =
                g_strdup_printf("%s%s%s有限公司", unit->place, words[(k + i) % G_N_ELEMENTS(words)],
                                trades[(k * 3 + i) % G_N_ELEMENTS(trades)]);
            put_enterprise(&sheet, name, unit, k % 3 == 0 ? "废水、废气" : k % 3 == 1 ? "废水" : "废气");
        }
        g_autofree char *other = g_strdup_printf("%s员峤医院", unit->place);
        put_enterprise(&sheet, other, unit, "危险废物");
    }
    sheet_save(tables, &sheet);
}

/* [table] N=number;field;value: what the table says otherwise than the papers.  NULL when it says the same.
 */
static char *table_change(const Unit *unit, const char *number, const char *field) {
    g_auto(GStrv) keys = g_key_file_get_keys(unit->recipe, "table", NULL, NULL);
    for (guint i = 0; keys && keys[i]; i++) {
        g_auto(GStrv) parts = unit_list(unit, "table", keys[i]);
        if (g_strv_length(parts) < 2)
            maker_fail("%s [table] %s：应有文号;栏目;值 / three parts are needed\n", unit->path, keys[i]);
        if (g_str_equal(parts[0], number) && g_str_equal(parts[1], field))
            return g_strdup(parts[2] ? parts[2] : "");
    }
    return NULL;
}

/* The number as the system prints it: brackets=yes makes every bracket around a year 〔〕. */
static char *printed_number(const Tables *tables, const Sheet *sheet, const char *number) {
    static const char *const opening[] = {"[", "【", "("}, *const closing[] = {"]", "】", ")"};
    GString *out = g_string_new(number);
    gboolean change = g_key_file_has_key(tables->season, sheet->section, "brackets", NULL);
    for (guint i = 0; change && i < G_N_ELEMENTS(opening); i++) {
        g_string_replace(out, opening[i], "〔", 0);
        g_string_replace(out, closing[i], "〕", 0);
    }
    return g_string_free(out, FALSE);
}

static void put_case(const Tables *tables, Sheet *sheet, const Unit *unit, const CaseRow *row) {
    g_autofree char *kind = table_change(unit, row->number, "案件类型"),
                    *party = table_change(unit, row->number, "当事人");
    g_autofree char *date = table_change(unit, row->number, "文书日期"),
                    *fine = table_change(unit, row->number, "罚款金额");
    g_autofree char *iso = day_format(row->date);
    int64_t yuan = fine ? g_ascii_strtoll(fine, NULL, 10) : row->fine_yuan;
    put(sheet, row->case_id);
    put(sheet, unit->name);
    put(sheet, kind ? kind : kind_table_name(row->kind));
    g_autofree char *number = printed_number(tables, sheet, row->number);
    put(sheet, number);
    put(sheet, party ? party : row->party->name);
    put(sheet, date ? date : iso);
    gboolean grouped = g_key_file_has_key(tables->season, sheet->section, "grouped", NULL);
    g_autofree char *unit_word = g_key_file_get_string(tables->season, sheet->section, "unit", NULL);
    g_autofree char *text = NULL;
    if (!yuan) text = g_strdup("");
    else if (unit_word)
        text = g_strdup_printf("%" G_GINT64_FORMAT ".%04d", yuan / 10000, (int)(yuan % 10000));
    else text = grouped ? yuan_grouped(yuan) : yuan_plain(yuan, FALSE);
    put(sheet, text);
    end_row(sheet);
    sheet->total_yuan += yuan;
}

/* Rows without papers, spread over the units, for measuring large tables. */
static void put_made_cases(const Tables *tables, Sheet *sheet) {
    for (guint i = 0; i < tables->case_rows; i++) {
        const Unit *unit = g_ptr_array_index(tables->units, i % tables->units->len);
        g_autofree char *date = day_format(day_parse_iso("2016-09-01") + (Day)(i % 91));
        g_string_append_printf(sheet->text, "%s-M-%06u,%s,%s,%s罚字〔2016〕%u号,%s例%u号企业,%s,%u\r\n",
                               unit->id, i, unit->name, i % 10 ? "行政处罚" : "查封扣押", unit->prefix,
                               1000 + i, unit->place, i, date, i % 10 ? 10000 + i % 90 * 1000 : 0);
    }
}

static void write_cases(const Tables *tables) {
    Sheet sheet;
    gboolean in_wan = g_key_file_has_key(tables->season, "table cases", "unit", NULL);
    g_autofree char *header = g_strdup_printf(
        "案件编号,办案单位,案件类型,文书文号,当事人,文书日期,罚款金额%s", in_wan ? "（万元）" : "（元）");
    sheet_begin(tables, &sheet, "cases", header);
    for (guint i = 0; i < tables->units->len; i++) {
        const Unit *unit = g_ptr_array_index(tables->units, i);
        for (guint k = 0; k < unit->rows->len; k++) {
            const CaseRow *row = g_ptr_array_index(unit->rows, k);
            g_autofree char *dropped = table_change(unit, row->number, "删除");
            if (!dropped) put_case(tables, &sheet, unit, row);
        }
    }
    put_made_cases(tables, &sheet);
    sheet_save(tables, &sheet);
}

static const char *expert_name(guint index) {
    static const char *const names[EXPERTS] = {"评审专家甲", "评审专家乙", "评审专家丙"};
    return names[index];
}

/* The marks of one object, an expert a row; each row's cells come apart at commas. */
static void put_marks(Sheet *sheet, const Unit *unit, const char *section, const char *object,
                      guint n_cells) {
    g_auto(GStrv) marks = unit_list(unit, section, "marks");
    for (guint i = 0; marks[i] && *marks[i] && i < EXPERTS; i++) {
        g_auto(GStrv) cells = g_strsplit(marks[i], ",", -1);
        put(sheet, unit->name);
        put(sheet, object);
        put(sheet, expert_name(i));
        for (guint k = 0; k < n_cells; k++) put(sheet, k < g_strv_length(cells) ? g_strstrip(cells[k]) : "");
        end_row(sheet);
    }
}

static void write_reviews(const Tables *tables) {
    Sheet sheet;
    sheet_begin(tables, &sheet, "reviews", "单位,文号,专家,得分");
    for (guint i = 0; i < tables->units->len; i++) {
        const Unit *unit = g_ptr_array_index(tables->units, i);
        for (guint k = 0; k < unit->files->len; k++) {
            const CaseFile *file = g_ptr_array_index(unit->files, k);
            put_marks(&sheet, unit, file->section, file->number, 1);
        }
    }
    sheet_save(tables, &sheet);
}

static void write_people_reviews(const Tables *tables, const char *name, const char *header,
                                 const char *prefix, guint n_cells) {
    Sheet sheet;
    sheet_begin(tables, &sheet, name, header);
    for (guint i = 0; i < tables->units->len; i++) {
        const Unit *unit = g_ptr_array_index(tables->units, i);
        g_auto(GStrv) sections = unit_sections(unit, prefix);
        for (guint k = 0; sections[k]; k++) {
            g_autofree char *number = unit_need(unit, sections[k], "officer");
            const Officer *officer = unit_officer(unit, (guint)strtoul(number, NULL, 10));
            put_marks(&sheet, unit, sections[k], officer->name, n_cells);
        }
    }
    sheet_save(tables, &sheet);
}

static void write_air(const Tables *tables) {
    Sheet sheet;
    sheet_begin(tables, &sheet, "air", "单位,PM10_2015,PM10_2016,PM2.5_2015,PM2.5_2016");
    for (guint i = 0; i < tables->units->len; i++) {
        const Unit *unit = g_ptr_array_index(tables->units, i);
        g_auto(GStrv) coarse = unit_list(unit, "environment", "pm10");
        g_auto(GStrv) fine = unit_list(unit, "environment", "pm2.5");
        if (g_strv_length(coarse) < 2 || g_strv_length(fine) < 2) continue;
        put(&sheet, unit->name);
        for (guint k = 0; k < 4; k++) put(&sheet, k < 2 ? coarse[k] : fine[k - 2]);
        end_row(&sheet);
    }
    sheet_save(tables, &sheet);
}

/* [environment] water1=断面;Ⅱ;Ⅱ;否, water2=… */
static void write_water(const Tables *tables) {
    Sheet sheet;
    sheet_begin(tables, &sheet, "water", "断面,单位,2015年类别,2016年类别,外来污染");
    for (guint i = 0; i < tables->units->len; i++) {
        const Unit *unit = g_ptr_array_index(tables->units, i);
        for (guint n = 1;; n++) {
            g_autofree char *key = g_strdup_printf("water%u", n);
            g_auto(GStrv) parts = unit_list(unit, "environment", key);
            if (!parts[0] || !*parts[0]) break;
            put(&sheet, parts[0]);
            put(&sheet, unit->name);
            for (guint k = 1; k < 4; k++) put(&sheet, k < g_strv_length(parts) ? parts[k] : "");
            end_row(&sheet);
        }
    }
    sheet_save(tables, &sheet);
}

/* [rulings] of season.ini: N=编号;单位;类型;对象;事实日期;认定日期;说明 */
static void write_rulings(const Tables *tables) {
    Sheet sheet;
    sheet_begin(tables, &sheet, "rulings", "编号,单位,类型,对象,事实日期,认定日期,说明");
    g_auto(GStrv) keys = g_key_file_get_keys(tables->season, "rulings", NULL, NULL);
    for (guint i = 0; keys && keys[i]; i++) {
        g_autofree char *line = g_key_file_get_string(tables->season, "rulings", keys[i], NULL);
        g_auto(GStrv) parts = g_strsplit(line, ";", -1);
        for (guint k = 0; parts[k]; k++) put(&sheet, g_strstrip(parts[k]));
        end_row(&sheet);
    }
    sheet_save(tables, &sheet);
}

static void write_receipts(const Tables *tables) {
    Sheet sheet;
    guint n = 0;
    sheet_begin(tables, &sheet, "receipts", "收件号,单位,收到时间,方式,文件名,备注");
    for (guint i = 0; i < tables->units->len; i++) {
        const Unit *unit = g_ptr_array_index(tables->units, i);
        g_auto(GStrv) sections = unit_sections(unit, "package ");
        for (guint k = 0; sections[k]; k++) {
            if (!parcel_is_in_round(unit, sections[k], tables->round)) continue;
            g_autofree char *received = unit_value(unit, sections[k], "received", NULL);
            if (!received) continue;
            g_autofree char *way = unit_value(unit, sections[k], "way", "补充"),
                            *name = unit_need(unit, sections[k], "name");
            g_autofree char *remark = unit_value(unit, sections[k], "remark", "");
            g_autofree char *receipt = g_strdup_printf("S2016%03u", ++n);
            const char *const cells[] = {receipt, unit->name, received, way, name, remark};
            for (guint c = 0; c < G_N_ELEMENTS(cells); c++) put(&sheet, cells[c]);
            end_row(&sheet);
        }
    }
    sheet_save(tables, &sheet);
}

void reference_write_receipts(GKeyFile *season, GPtrArray *units, guint round, const char *folder) {
    Tables tables = {season, units, round, 0, folder};
    write_receipts(&tables);
}

void reference_write(GKeyFile *season, GPtrArray *units, guint round, guint case_rows, const char *folder) {
    Tables tables = {season, units, round, case_rows, folder};
    g_autofree char *reference = g_build_filename(folder, "reference", NULL);
    if (g_mkdir_with_parents(reference, 0777))
        maker_fail("%s：无法建立文件夹 / cannot make folder\n", reference);
    write_units(&tables);
    write_enterprises(&tables);
    write_cases(&tables);
    write_reviews(&tables);
    write_people_reviews(&tables, "candidate_reviews", "单位,姓名,专家,案卷质量,调查情况,个人事迹",
                         "candidate ", 3);
    write_people_reviews(&tables, "legal_reviews", "单位,姓名,专家,得分", "legal ", 1);
    write_air(&tables);
    write_water(&tables);
    write_rulings(&tables);
    write_receipts(&tables);
}
