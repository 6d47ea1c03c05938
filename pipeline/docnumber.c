/* Finds document numbers: a year in brackets with a prefix before and a serial after it. */
#include "docnumber_cells.h"
#include "text.h"

#include <string.h>

enum { LIST_MAX = 50, COURT_MAX = 24, MIDDLE_MAX = 5 };

/* Where the year stands, and what may follow. */
typedef struct {
    size_t open;  /* cell of the bracket, or of the first digit where there is none */
    size_t after; /* cell after the bracket and 年 */
    int year;
    bool masked;
    bool bare; /* without brackets */
} Year;

static gunichar fold_bracket(gunichar ch)
{
    switch (ch) {
    case '[': case '{': case 0x3010: case 0x3014: case 0x3016: case 0x3018: case 0xFE5D: case 0x2772: case 0xFE59:
    case 0x3008: case 0xFE39:
        return '(';
    case ']': case '}': case 0x3011: case 0x3015: case 0x3017: case 0x3019: case 0xFE5E: case 0x2773: case 0xFE5A:
    case 0x3009: case 0xFE3A:
        return ')';
    default:
        return ch;
    }
}

static gunichar fold_char(gunichar ch)
{
    ch = text_fold_width(ch);
    if ((ch >= 0x2010 && ch <= 0x2015) || ch == 0x2212 || ch == 0x2500 || ch == 0x2501)
        return '-';
    switch (ch) {
    case 0x301C: return '~';
    case 0x74B0: return 0x73AF; /* 環 */
    case 0x7F70: return 0x7F5A; /* 罰 */
    case 0x865F: return 0x53F7; /* 號 */
    case 0x4E28: return '|';
    default: return fold_bracket(ch);
    }
}

/* Line ends and tabs part numbers; other blanks do not. */
static bool is_separator(gunichar ch)
{
    return (ch >= 0x9 && ch <= 0xD) || ch == 0x85 || ch == 0x2028 || ch == 0x2029;
}

void cells_fold(const char *text, Cells *cells)
{
    size_t length = strlen(text), n = 0;
    if (length >= UINT32_MAX)
        length = 0;
    cells->cell = g_new(Cell, length + 1);
    bool gap = false;
    for (const char *p = text; p < text + length;) {
        gunichar ch = g_utf8_get_char_validated(p, (gssize)(text + length - p));
        bool bad = ch == (gunichar)-1 || ch == (gunichar)-2;
        const char *next = bad ? p + 1 : g_utf8_next_char(p);
        ch = bad ? 0xFFFD : fold_char(ch);
        if (text_is_blank(ch) && !is_separator(ch)) {
            gap = true;
        } else {
            cells->cell[n++] = (Cell){is_separator(ch) ? '\n' : ch, (uint32_t)(p - text), (uint32_t)(next - text), gap};
            gap = false;
        }
        p = next;
    }
    cells->count = n;
}

/* 0-9 of a figure or of a Chinese numeral as years have them, -1 for others. */
static int year_digit(gunichar ch)
{
    static const gunichar numerals[] = {0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D};
    for (int i = 0; i < 10; i++)
        if (ch == numerals[i] || ch == (gunichar)('0' + i))
            return i;
    return ch == 0x96F6 || ch == 0x25CB || ch == 0x25EF ? 0 : -1; /* 零 ○ ◯ */
}

/* A year in brackets in Chinese numerals, 〔二〇一六〕: the cell after it, or I when there is none. */
static size_t read_numeral_year(const Cells *c, size_t i, Year *year)
{
    int value = 0;
    size_t n = 0;
    for (; n < 4 && year_digit(cell_at(c, i + n)) >= 0; n++)
        value = value * 10 + year_digit(cell_at(c, i + n));
    if (n < 4 || value < 1949 || value > 2099)
        return i;
    year->year = value;
    return i + n;
}

/* Up to four digits or masks at I; returns the cell after them. */
static size_t read_year(const Cells *c, size_t i, Year *year)
{
    int value = 0;
    size_t n = 0;
    for (; n < 4 && (cell_is_digit(c, i + n) || cell_is_mask(c, i + n)); n++) {
        year->masked = year->masked || cell_is_mask(c, i + n);
        value = value * 10 + (cell_is_digit(c, i + n) ? (int)(c->cell[i + n].ch - '0') : 0);
    }
    year->masked = year->masked || n == 0;
    year->year = year->masked ? 0 : value;
    return (n == 4 && (year->masked || (value >= 1949 && value <= 2099))) || n == 0 ? i + n : SIZE_MAX;
}

static bool read_bracketed(const Cells *c, size_t i, Year *year)
{
    *year = (Year){.open = i};
    size_t j = read_numeral_year(c, i + 1, year);
    if (j == i + 1)
        j = read_year(c, i + 1, year);
    if (j == SIZE_MAX)
        return false;
    if (cell_at(c, j) == 0x5E74)
        j++;
    if (cell_at(c, j) != ')')
        return false;
    j++;
    year->after = cell_at(c, j) == 0x5E74 ? j + 1 : j;
    return true;
}

/* A year without brackets right after a Han character: before 年 or 第 anywhere, before a blank, - or _ in a name. */
static bool read_bare(const Cells *c, size_t i, Year *year)
{
    if (i == 0 || !char_is_han(c->cell[i - 1].ch) || !cell_is_digit(c, i))
        return false;
    *year = (Year){.open = i, .bare = true};
    size_t j = read_year(c, i, year);
    if (j == SIZE_MAX || year->masked || j >= c->count || cell_at(c, j) == ')')
        return false;
    gunichar ch = c->cell[j].ch;
    bool word = ch == 0x5E74 || ch == 0x7B2C;
    bool sign = c->place == DOCNUMBER_NAME && (ch == '-' || ch == '_');
    if (!word && !sign && !(c->place == DOCNUMBER_NAME && c->cell[j].gap))
        return false;
    year->after = ch == 0x5E74 || sign ? j + 1 : j;
    return true;
}

static DocNumberKind judge_kind(const DocNumberParts *number, bool masked, bool lettered)
{
    static const char *const measured[] = {"监测", "检测", "环测", "检验", NULL};
    static const char *const acts[] = {"罚", "责", "告", "察", "发", "函", "办", "拘", "移", "催", "改", "停", "限", "稽",
                                      "查", "扣", "封", "处", "决", "强", "刑", "解", "延", "缴", NULL};
    bool report = text_has_any(number->issuer, measured) || text_has_any(number->type, measured) ||
                  g_str_has_prefix(number->type, "监") || g_str_has_prefix(number->type, "检") || lettered;
    if (report && !text_has_any(number->type, acts))
        return DOCNUMBER_MONITORING;
    return masked ? DOCNUMBER_MASKED : DOCNUMBER_AGENCY;
}

/* A bare year needs a prefix that leaves no doubt: 环 with a type. */
static bool prefix_fits(const DocNumberParts *number, const Year *year)
{
    return !year->bare || (strstr(number->issuer, "环") && number->type[0] != '\0');
}

/* A branch between the year and the serial, 成环罚字〔2016〕锦江12号, in the cells from I to J. */
static size_t read_late_branch(const Cells *c, size_t i, size_t j, DocNumberParts *number)
{
    if (j - i < 2 || j - i > 4)
        return i;
    g_autoptr(GString) branch = g_string_new(NULL);
    for (size_t k = i; k < j; k++)
        g_string_append_unichar(branch, c->cell[k].ch);
    g_free(number->branch);
    number->branch = g_strdup(branch->str);
    return j;
}

/* Type characters after the year, 沅环〔2016〕罚字12号, 沅环〔2016〕罚12号. */
static size_t read_middle(const Cells *c, size_t i, DocNumberParts *number)
{
    size_t j = i;
    while (j - i < MIDDLE_MAX && char_is_han(cell_at(c, j)) && cell_at(c, j) != 0x7B2C && cell_at(c, j) != 0x53F7)
        j++;
    bool named = j > i && cell_at(c, j - 1) == 0x5B57 /* 字 */;
    bool serial = cell_is_digit(c, j) || cell_at(c, j) == 0x7B2C;
    if (j > i && !named && serial && number->type[0] != '\0' && number->branch[0] == '\0')
        return read_late_branch(c, i, j, number);
    bool plain = !named && serial && number->type[0] == '\0' && j - i <= 3;
    if (j == i || (!named && !plain))
        return i;
    g_autoptr(GString) type = g_string_new(number->type);
    for (size_t k = i; k < (named ? j - 1 : j); k++)
        if (c->cell[k].ch != 0x51B3)
            g_string_append_unichar(type, c->cell[k].ch);
    g_free(number->type);
    number->type = g_strdup(type->str);
    return j;
}

/* All but the serial. */
static DocNumberParts number_copy(const DocNumberParts *from)
{
    DocNumberParts copy = *from;
    copy.issuer = g_strdup(from->issuer);
    copy.branch = g_strdup(from->branch);
    copy.type = g_strdup(from->type);
    copy.serial = NULL;
    return copy;
}

/* A number found at START, with what is told of it before its SERIAL in NUMBER, whose texts it takes. */
static const DocNumberSpan *add_span(const Cells *c, GPtrArray *found, size_t start,
                                     DocNumberParts number_take, const Serial *serial)
{
    DocNumberSpan *span = g_new0(DocNumberSpan, 1);
    span->start = c->cell[start].at;
    span->end = c->cell[serial->end - 1].end;
    span->number = number_take;
    span->number.serial = g_strdup(serial->text);
    span->number.serial_first = serial->first;
    span->number.serial_last = serial->last;
    g_ptr_array_add(found, span);
    return span;
}

/* An agency's number around YEAR; returns the cell after it, 0 for none. */
static size_t find_agency(const Cells *c, size_t floor, const Year *year, GPtrArray *found)
{
    DocNumberParts number = {0};
    Serial serial;
    size_t start, end;
    if (!prefix_read(c, floor, year->open, &number, &start))
        return 0;
    if (prefix_fits(&number, year) && serial_read(c, read_middle(c, year->after, &number), &serial)) {
        bool masked = year->masked || serial.masked;
        number.kind = judge_kind(&number, masked, serial.lettered);
        if (masked && number.kind != DOCNUMBER_MASKED)
            number.kind = DOCNUMBER_MASKED;
        number.year = year->year;
        const DocNumberSpan *span = add_span(c, found, start, number, &serial);
        end = serial.end;
        for (int i = 0; i < LIST_MAX && !serial.masked && serial_read_next(c, end, &serial); i++) {
            span = add_span(c, found, end + 1, number_copy(&span->number), &serial);
            end = serial.end;
        }
        return end;
    }
    docnumber_clear(&number);
    return 0;
}

/* (2016)中环罚字第41号: an agency's number with the year in front. */
static bool is_agency_number(const GString *issuer, const GString *type)
{
    return strstr(issuer->str, "环") || strstr(type->str, "环");
}

/* The place up to 环 into ISSUER, the rest without 字 and 决 is the type. */
static void split_agency(GString *issuer, GString *type)
{
    g_autofree char *whole = g_strconcat(issuer->str, type->str, NULL);
    const char *huan = g_strrstr(whole, "环") + strlen("环");
    g_auto(GStrv) parts = g_strsplit(huan, "决", -1);
    g_autofree char *rest = g_strjoinv("", parts);
    g_string_truncate(g_string_assign(issuer, whole), (gsize)(huan - whole));
    g_string_assign(type, rest);
}

/* (2016)鄂0117行审29号: place and court, kind of case, serial. */
static size_t find_court(const Cells *c, const Year *year, GPtrArray *found)
{
    g_autoptr(GString) issuer = g_string_new(NULL), type = g_string_new(NULL);
    size_t i = year->after, limit = i + COURT_MAX;
    if (year->bare || year->masked || !char_is_han(cell_at(c, i)) || cell_at(c, i) == 0x7B2C)
        return 0;
    g_string_append_unichar(issuer, c->cell[i++].ch);
    while (cell_is_digit(c, i) && i < limit)
        g_string_append_unichar(issuer, c->cell[i++].ch);
    for (; char_is_han(cell_at(c, i)) && cell_at(c, i) != 0x7B2C && cell_at(c, i) != 0x53F7 && i < limit; i++)
        if (c->cell[i].ch != 0x5B57)
            g_string_append_unichar(type, c->cell[i].ch);
    Serial serial;
    if (type->len == 0 || !serial_read(c, i, &serial) || serial.masked)
        return 0;
    bool agency = is_agency_number(issuer, type);
    if (agency)
        split_agency(issuer, type);
    DocNumberParts number = {.kind = agency ? DOCNUMBER_AGENCY : DOCNUMBER_COURT,
                             .issuer = g_strdup(issuer->str),
                             .branch = g_strdup(""),
                             .type = g_strdup(type->str),
                             .year = year->year};
    add_span(c, found, year->open, number, &serial);
    return serial.end;
}

/* Whether 环 stands behind the year and before the serial: 送达(2016)晃环催字第03号, where no prefix stands
 * before the year. */
static bool is_year_first(const Cells *c, const Year *year)
{
    if (year->bare || year->masked)
        return false;
    for (size_t i = year->after; i < year->after + 5 && char_is_han(cell_at(c, i)); i++)
        if (cell_at(c, i) == 0x73AF /* 环 */)
            return i > year->after;
    return false;
}

static size_t find_at(const Cells *c, size_t floor, size_t i, GPtrArray *found)
{
    Year year;
    bool here = c->cell[i].ch == '(' ? read_bracketed(c, i, &year) : read_bare(c, i, &year);
    if (!here)
        return 0;
    if (is_year_first(c, &year)) {
        size_t end = find_court(c, &year, found);
        if (end)
            return end;
    }
    size_t end = find_agency(c, floor, &year, found);
    return end ? end : find_court(c, &year, found);
}

static void find_all(const Cells *c, GPtrArray *found)
{
    size_t floor = 0;
    for (size_t i = 0; i < c->count;) {
        size_t end = c->cell[i].ch == '(' || cell_is_digit(c, i) ? find_at(c, floor, i, found) : 0;
        if (end)
            floor = end;
        i = end ? end : i + 1;
    }
}

GPtrArray *docnumber_find(const char *text, DocNumberPlace place)
{
    GPtrArray *found = g_ptr_array_new_with_free_func((GDestroyNotify)docnumber_span_free);
    if (place == DOCNUMBER_TEXT && !strstr(text, "号") && !strstr(text, "號"))
        return found;
    Cells cells = {.place = place};
    cells_fold(text, &cells);
    find_all(&cells, found);
    g_free(cells.cell);
    return found;
}

bool docnumber_parse(const char *text, DocNumberParts *number)
{
    Cells cells = {.whole = true};
    cells_fold(text, &cells);
    g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func((GDestroyNotify)docnumber_span_free);
    find_all(&cells, found);
    bool whole = false;
    if (found->len == 1 && cells.count > 0) {
        DocNumberSpan *span = g_ptr_array_index(found, 0);
        whole = span->start == cells.cell[0].at && span->end == cells.cell[cells.count - 1].end;
        if (whole) {
            *number = span->number;
            span->number = (DocNumberParts){0};
        }
    }
    g_free(cells.cell);
    return whole;
}
