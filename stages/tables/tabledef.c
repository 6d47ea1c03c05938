#include "tabledef.h"

#include <string.h>

#include "fault.h"
#include "fileio.h"
#include "lang.h"

static const RecordField column_fields[] = {FIELD_STRING_REQ(ColumnRule, id, "id"), FIELD_STRING_REQ(ColumnRule, name, "name"),
                                            FIELD_BOOL(ColumnRule, required, "required"), FIELD_STRING(ColumnRule, measure, "measure"),
                                            FIELD_STRINGS(ColumnRule, aliases, "alias"), FIELD_END};
static const RecordType column_type = {"column", NULL, sizeof(ColumnRule), column_fields};

static const RecordField table_fields[] = {FIELD_STRING_REQ(TableRule, id, "id"), FIELD_BOOL(TableRule, required, "required"),
                                           FIELD_LIST(TableRule, columns, "column", &column_type), FIELD_END};
static const RecordType table_type = {"table", NULL, sizeof(TableRule), table_fields};

static const RecordField measure_fields[] = {
    FIELD_STRING_REQ(MeasureRule, measure, "measure"), FIELD_STRING_REQ(MeasureRule, name, "name"),
    FIELD_INT_REQ(MeasureRule, exponent, "exponent", 0, DECIMAL_SCALE_MAX), FIELD_END};
static const RecordType measure_type = {"measure", NULL, sizeof(MeasureRule), measure_fields};

static const RecordField rules_fields[] = {FIELD_LIST(TableRules, measures, "measure", &measure_type), FIELD_STRINGS(TableRules, totals, "total"),
                                           FIELD_LIST(TableRules, tables, "table", &table_type), FIELD_END};
const RecordType table_rules_type = {"table-rules", "urn:anjuan:table-rules", sizeof(TableRules), rules_fields};

TableRules *table_rules_read(const char *path, GError **error)
{
    g_autofree char *installed = path ? NULL : file_data_path("rules/tables.xml");
    g_autoptr(TableRules) rules = record_read(&table_rules_type, path ? path : installed, error);
    for (guint i = 0; rules && i < rules->tables->len; i++) {
        const TableRule *table = rules->tables->pdata[i];
        if (table->columns->len > TABLE_COLUMNS_MAX) {
            fault_input(error, FAULT_BAD, tr("%s：表 %s 的列多于 %d 个", "%s: table %s has more than %d columns"), path ? path : installed,
                        table->id, TABLE_COLUMNS_MAX);
            return NULL;
        }
    }
    return g_steal_pointer(&rules);
}

void table_rules_free(TableRules *rules)
{
    record_free(&table_rules_type, rules);
}

const TableRule *table_rule(const TableRules *rules, const char *id)
{
    for (guint i = 0; i < rules->tables->len; i++) {
        const TableRule *table = rules->tables->pdata[i];
        if (strcmp(table->id, id) == 0)
            return table;
    }
    return NULL;
}

guint table_column(const TableRule *table, const char *id)
{
    for (guint i = 0; i < table->columns->len; i++)
        if (strcmp(((const ColumnRule *)table->columns->pdata[i])->id, id) == 0)
            return i;
    g_assert_not_reached();
}
