#include "tablerows.h"

#include <string.h>

#include "cell.h"
#include "docnumber.h"
#include "text.h"

enum { UNIT_ID_BYTES = 64, QUOTA_MAX = 1000000 };

#define MEMBER(type, row, offset) (*(type *)(gpointer)((char *)(row) + (offset)))

static const char *reason_of(CellReason reason)
{
    return reason == CELL_OK ? NULL : cell_reason_id(reason);
}

/* An id names files and pages, so nothing may stand in it that a file system or an address would read otherwise. */
static bool unit_id_usable(const char *id)
{
    if (strlen(id) > UNIT_ID_BYTES)
        return false;
    for (const char *at = id; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (!g_unichar_isalnum(c) && c != '-' && c != '_')
            return false;
    }
    return id[0] != '-';
}

static const char *read_unit_id(char **id, const char *text)
{
    *id = text_squeeze(text);
    return unit_id_usable(*id) ? NULL : "bad-id";
}

static const char *read_group(const TableReader *reader, char **group, const char *text)
{
    *group = text_squeeze(text);
    return season_group(reader->season, *group, NULL) ? NULL : "unknown-group";
}

static const char *read_aliases(GPtrArray *aliases, const char *text)
{
    g_auto(GStrv) parts = g_regex_split_simple("[、,，;；|\\r\\n]", text, 0, 0);
    for (char **part = parts; *part; part++) {
        g_autofree char *alias = text_trim(*part);
        if (alias[0] != '\0')
            g_ptr_array_add(aliases, g_steal_pointer(&alias));
    }
    return NULL;
}

static const char *read_unit(const TableReader *reader, char **id, const char *text)
{
    const UnitRow *unit = g_hash_table_lookup(reader->units, text); /* most names are written as folding leaves them */
    if (!unit) {
        g_autofree char *folded = text_fold(text);
        unit = g_hash_table_lookup(reader->units, folded);
    }
    if (!unit)
        return "unknown-unit";
    *id = g_strdup(unit->id);
    return NULL;
}

/* The key of a document number; of a name its folding, without the .zip that a 案卷 may be copied with. */
static const char *read_keyed(char **written, char **key, const char *text)
{
    *written = text_trim(text);
    *key = docnumber_key(*written);
    if (!*key) {
        *key = text_fold(*written);
        if (g_str_has_suffix(*key, ".zip") && strlen(*key) > strlen(".zip"))
            (*key)[strlen(*key) - strlen(".zip")] = '\0';
    }
    return NULL;
}

static const char *read_kind(int *kind, const char *text)
{
    Kind value = KIND_NONE;
    const char *reason = reason_of(cell_read_kind(text, &value));
    *kind = value;
    return reason;
}

static const char *read_ruling(int *type, const char *text)
{
    for (int i = 0; i < RULING_COUNT; i++) {
        if (text_same(ruling_printed(i), text)) {
            *type = i;
            return NULL;
        }
    }
    return "not-ruling";
}

static const char *read_mode(int *mode, const char *text)
{
    *mode = text_same(text, "整包替换") ? RECEIPT_REPLACE : RECEIPT_SUPPLEMENT;
    return *mode == RECEIPT_REPLACE || text_same(text, "补充") ? NULL : "not-mode";
}

static const char *read_section(WaterRow *row, const char *text)
{
    row->none = text_same(text, "无");
    row->section = row->none ? NULL : text_trim(text);
    return NULL;
}

static const char *read_water_class(int64_t *water_class, const char *text)
{
    int value = 0;
    const char *reason = reason_of(cell_read_water_class(text, &value));
    *water_class = value;
    return reason;
}

/* What an empty cell means for a field that does not need one. */
static const char *read_empty(const RowField *field, gpointer row)
{
    if (field->needed)
        return cell_reason_id(CELL_EMPTY);
    if (field->form == FORM_QUOTA)
        MEMBER(int64_t, row, field->offset) = -1;
    if (field->form == FORM_EXTERNAL && ((WaterRow *)row)->class_2016 > ((WaterRow *)row)->class_2015)
        return cell_reason_id(CELL_EMPTY);
    return NULL;
}

static bool cell_is_blank(const char *text)
{
    while (*text != '\0' && text_is_blank(g_utf8_get_char(text)))
        text = g_utf8_next_char(text);
    return *text == '\0';
}

/* A name that is merged over several rows is that of each of them; a figure is one figure, and counting it in every row would
 * multiply it. */
static bool is_figure(CellForm form)
{
    return form == FORM_AMOUNT || form == FORM_MARK || form == FORM_PERCENT || form == FORM_QUOTA;
}

/* Why there is no value in the cell, whatever its column wants. */
static const char *read_form(SheetCell cell)
{
    if (cell.form == SHEET_NOT_COMPUTED)
        return "not-computed";
    if (cell.form == SHEET_DIGITS_LOST)
        return "digits-lost";
    return cell_is_error(cell.text) ? cell_reason_id(CELL_ERROR) : NULL;
}

const char *table_cell_read(const TableReader *reader, const RowField *field, SheetCell cell, unsigned exponent, gpointer row)
{
    size_t at = field->offset;
    bool idle = (field->form == FORM_WATER_CLASS || field->form == FORM_EXTERNAL) && ((WaterRow *)row)->none;
    if (idle)
        return NULL;
    if (cell_is_blank(cell.text) || (cell.form == SHEET_MERGED && is_figure(field->form)))
        return read_empty(field, row);
    const char *no_value = read_form(cell);
    if (no_value)
        return no_value;
    switch (field->form) {
    case FORM_TEXT: MEMBER(char *, row, at) = text_trim(cell.text); return NULL;
    case FORM_UNIT_ID: return read_unit_id(&MEMBER(char *, row, at), cell.text);
    case FORM_GROUP: return read_group(reader, &MEMBER(char *, row, at), cell.text);
    case FORM_ALIASES: return read_aliases(MEMBER(GPtrArray *, row, at), cell.text);
    case FORM_QUOTA: return reason_of(cell_read_count(cell.text, QUOTA_MAX, &MEMBER(int64_t, row, at)));
    case FORM_PERCENT: return reason_of(cell_read_percent(cell.text, &MEMBER(Decimal, row, at)));
    case FORM_UNIT: return read_unit(reader, &MEMBER(char *, row, at), cell.text);
    case FORM_KEYED: return read_keyed(&MEMBER(char *, row, at), &MEMBER(char *, row, field->key_offset), cell.text);
    case FORM_KIND: return read_kind(&MEMBER(int, row, at), cell.text);
    case FORM_DAY: return reason_of(cell_read_day(cell.text, &MEMBER(Day, row, at)));
    case FORM_INSTANT: return reason_of(cell_read_instant(cell.text, &MEMBER(int64_t, row, at)));
    case FORM_AMOUNT: return reason_of(cell_read_decimal(cell.text, exponent, &MEMBER(Decimal, row, at)));
    case FORM_MARK: return reason_of(cell_read_mark(cell.text, &MEMBER(Decimal, row, at)));
    case FORM_SECTION: return read_section(row, cell.text);
    case FORM_WATER_CLASS: return read_water_class(&MEMBER(int64_t, row, at), cell.text);
    case FORM_EXTERNAL: return reason_of(cell_read_yes_no(cell.text, &MEMBER(bool, row, at)));
    case FORM_RULING: return read_ruling(&MEMBER(int, row, at), cell.text);
    case FORM_MODE: return read_mode(&MEMBER(int, row, at), cell.text);
    }
    g_assert_not_reached();
}
