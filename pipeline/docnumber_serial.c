/* The right end of a document number: serial, range, list. */
#include "cndate.h"
#include "docnumber_cells.h"

#include <stdlib.h>
#include <string.h>

#define HAO 0x53F7  /* 号 */
#define DI 0x7B2C   /* 第 */

enum { SERIAL_DIGITS_MAX = 8 };

static bool is_alnum(gunichar ch)
{
    return ch < 128 && g_ascii_isalnum((char)ch);
}

static bool is_range_sign(gunichar ch)
{
    return ch == '-' || ch == '~' || ch == 0x2026 /* … */ || ch == 0x81F3 /* 至 */ || ch == 0x5230 /* 到 */;
}

static bool all_digits(const char *text)
{
    return *text && strspn(text, "0123456789") == strlen(text);
}

/* In a name the number may end without 号: at its end, before an extension, a blank or an underscore. */
static bool ends_in_name(const Cells *c, size_t i)
{
    gunichar ch = cell_at(c, i);
    return c->place == DOCNUMBER_NAME && (ch == 0 || ch == '.' || ch == '_' || ch == '\n' || c->cell[i].gap);
}

/* Digits and letters at I into TEXT; returns the cell after them. */
static size_t read_token(const Cells *c, size_t i, char *text, size_t size)
{
    size_t n = 0;
    while (is_alnum(cell_at(c, i)) && n + 1 < size)
        text[n++] = (char)cell_at(c, i++);
    text[n] = '\0';
    return i;
}

/* A serial in Chinese numerals, 第十二号, as digits into TEXT; returns the cell after it, I when there is none before 号. */
static size_t read_numerals(const Cells *c, size_t i, char *text, size_t size)
{
    static const char numerals[] = "〇零一二三四五六七八九十百";
    g_autoptr(GString) found = g_string_new(NULL);
    size_t j = i;
    for (char utf8[7]; j - i < 6 && cell_at(c, j); j++) {
        utf8[g_unichar_to_utf8(cell_at(c, j), utf8)] = '\0';
        if (!strstr(numerals, utf8))
            break;
        g_string_append(found, utf8);
    }
    const char *end;
    int number = j > i && (cell_at(c, j) == HAO || cell_at(c, j) == ')') ? cndate_number(found->str, &end) : 0;
    if (number <= 0 || *end != '\0')
        return i;
    g_snprintf(text, size, "%d", number);
    return j;
}

static void set_plain(Serial *serial, const char *text)
{
    while (text[0] == '0' && text[1] != '\0')
        text++;
    g_strlcpy(serial->text, text, sizeof serial->text);
    serial->lettered = !all_digits(text);
    serial->first = serial->last = serial->lettered ? 0 : (uint32_t)strtoul(text, NULL, 10);
}

/* "4-21" as a range when it ascends within bounds, else as the serial "12-1". */
static void set_joined(Serial *serial, const char *first, const char *second)
{
    set_plain(serial, first);
    if (!serial->lettered && all_digits(second)) {
        uint32_t last = (uint32_t)strtoul(second, NULL, 10);
        if (last > serial->first && last - serial->first < DOCNUMBER_RANGE_MAX) {
            serial->last = last;
            return;
        }
    }
    g_autofree char *joined = g_strdup_printf("%s-%s", serial->text, second);
    g_strlcpy(serial->text, joined, sizeof serial->text);
    serial->first = serial->last = 0;
}

/* The second half of a range after 号: —— 第? 21 号. */
static size_t read_tail(const Cells *c, size_t i, Serial *serial)
{
    size_t j = i;
    while (is_range_sign(cell_at(c, j)) && j - i < 4)
        j++;
    if (j == i || serial->lettered)
        return i;
    if (cell_at(c, j) == DI)
        j++;
    char text[SERIAL_DIGITS_MAX + 1];
    j = read_token(c, j, text, sizeof text);
    if (!all_digits(text) || cell_at(c, j) != HAO)
        return i;
    uint32_t last = (uint32_t)strtoul(text, NULL, 10);
    if (last <= serial->first || last - serial->first >= DOCNUMBER_RANGE_MAX)
        return i;
    serial->last = last;
    return j + 1;
}

static bool read_masked(const Cells *c, size_t i, Serial *serial)
{
    while (cell_is_mask(c, i))
        i++;
    if (cell_at(c, i) == ')')
        i++;
    if (cell_at(c, i) != HAO)
        return false;
    serial->masked = true;
    serial->end = i + 1;
    return true;
}

/* The token or tokens between 第 and 号. */
static size_t read_body(const Cells *c, size_t i, Serial *serial)
{
    char first[SERIAL_DIGITS_MAX + 1], second[SERIAL_DIGITS_MAX + 1];
    size_t j = read_token(c, i, first, sizeof first);
    if (j == i)
        j = read_numerals(c, i, first, sizeof first);
    if (j == i || strspn(first, "0") == strlen(first))
        return i;
    set_plain(serial, first);
    size_t k = j;
    while (is_range_sign(cell_at(c, k)) && k - j < 3)
        k++;
    size_t after = k > j ? read_token(c, k, second, sizeof second) : k;
    gunichar next = cell_at(c, after);
    if (after > k && (next == HAO || next == ')')) {
        set_joined(serial, first, second);
        j = after;
    }
    return j;
}

/* Whether, at I, further items follow and the list ends with 号: 4、5、6号. */
static bool list_ends_with_hao(const Cells *c, size_t i)
{
    for (int items = 0; items < 50 && cell_at(c, i) == 0x3001; items++) {
        size_t j = i + 1;
        while (is_alnum(cell_at(c, j)) && j - i <= SERIAL_DIGITS_MAX)
            j++;
        if (j == i + 1)
            return false;
        i = j;
    }
    return cell_at(c, i) == HAO;
}

bool serial_read(const Cells *c, size_t i, Serial *serial)
{
    *serial = (Serial){0};
    if (cell_at(c, i) == DI)
        i++;
    bool bracket = cell_at(c, i) == '(';
    if (bracket)
        i++;
    if (cell_is_mask(c, i) || cell_at(c, i) == HAO)
        return read_masked(c, i, serial);
    size_t j = read_body(c, i, serial);
    if (j == i)
        return false;
    if (bracket && cell_at(c, j) == ')')
        j++;
    if (cell_at(c, j) == HAO)
        serial->end = read_tail(c, j + 1, serial);
    else if (ends_in_name(c, j) || (cell_at(c, j) == 0x3001 && list_ends_with_hao(c, j)))
        serial->end = j;
    else
        return false;
    return true;
}

bool serial_read_next(const Cells *c, size_t i, Serial *serial)
{
    gunichar ch = cell_at(c, i);
    if (ch != 0x3001 /* 、 */ && ch != 0x548C /* 和 */ && ch != 0x53CA /* 及 */)
        return false;
    return serial_read(c, i + 1, serial) && !serial->masked && !serial->lettered;
}
