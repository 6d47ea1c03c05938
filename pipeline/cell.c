#include "cell.h"

#include <string.h>

#include <glib.h>

#include "text.h"

enum { PLAIN_BYTES = 80, SERIAL_MIN = 30000, SERIAL_MAX = 60000 };

static const char *const reason_ids[CELL_REASONS] = {
    "ok",       "empty",    "not-date",     "no-such-day", "not-instant", "not-number", "bad-groups",
    "negative", "too-long", "out-of-range", "not-integer", "not-yes-no",  "not-class",  "not-kind",    "cell-error",
};

const char *cell_reason_id(CellReason reason)
{
    return reason_ids[reason];
}

bool cell_is_error(const char *text)
{
    static const char *const errors[] = { "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!",
                                          "#GETTING_DATA" };
    for (size_t i = 0; text[0] == '#' && i < G_N_ELEMENTS(errors); i++)
        if (strcmp(text, errors[i]) == 0)
            return true;
    return g_str_has_prefix(text, "Err:") && strlen(text) == strlen("Err:502") && strspn(text + 4, "0123456789") == 3;
}

/* TEXT with blanks at its ends off, inner ones as ' ' and width folded; OTHERWISE when it is too long to be any value. */
static CellReason cell_plain(const char *text, CellReason otherwise, char plain[PLAIN_BYTES])
{
    size_t size = 0, kept = 0;
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = text_fold_width(g_utf8_get_char(at));
        bool blank = text_is_blank(c);
        bool full = size + 6 >= PLAIN_BYTES;
        if (blank && (size == 0 || full))
            continue;
        if (full)
            return otherwise;
        size += (size_t)g_unichar_to_utf8(blank ? ' ' : c, plain + size);
        if (!blank)
            kept = size;
    }
    plain[kept] = '\0';
    return kept > 0 ? CELL_OK : CELL_EMPTY;
}

static bool skip_string(const char **at, const char *wanted)
{
    if (!g_str_has_prefix(*at, wanted))
        return false;
    *at += strlen(wanted);
    return true;
}

static void skip_blanks(const char **at)
{
    while (**at == ' ')
        (*at)++;
}

/* MIN to MAX digits; -1 when there are fewer or more. */
static int read_digits(const char **at, int min, int max)
{
    int value = 0, count = 0;
    for (; g_ascii_isdigit(**at); (*at)++) {
        if (++count > max)
            return -1;
        value = value * 10 + (**at - '0');
    }
    return count >= min ? value : -1;
}

/* ---- days and instants --------------------------------------------------------------------------------------- */

/* The date at *AT, which is moved behind it. */
static CellReason read_date(const char **at, Day *day)
{
    int year = read_digits(at, 4, 4);
    bool words = skip_string(at, "年") || skip_string(at, " 年");
    char separator[2] = { **at, '\0' };
    if (year < 0 || (!words && !(separator[0] && strchr("-/.", separator[0]) && skip_string(at, separator))))
        return CELL_NOT_DATE;
    if (words)
        skip_blanks(at);
    int month = read_digits(at, 1, 2);
    if (words)
        skip_blanks(at);
    if (month < 0 || !skip_string(at, words ? "月" : separator))
        return CELL_NOT_DATE;
    if (words)
        skip_blanks(at);
    int day_of_month = read_digits(at, 1, 2);
    if (words)
        skip_blanks(at);
    if (day_of_month < 0 || (words && !skip_string(at, "日")))
        return CELL_NOT_DATE;
    Day result = day_from_ymd(year, month, day_of_month);
    if (result == DAY_NONE)
        return CELL_NO_SUCH_DAY;
    *day = result;
    return CELL_OK;
}

/* The time of day at *AT: 9:00, 09:00:00, 09:00:00.000 (fractions dropped), in seconds; -1 when there is none. */
static int read_time(const char **at)
{
    int hours = read_digits(at, 1, 2), minutes = skip_string(at, ":") ? read_digits(at, 2, 2) : -1, seconds = 0;
    if (skip_string(at, ":")) {
        seconds = read_digits(at, 2, 2);
        if (skip_string(at, ".") && read_digits(at, 1, 6) < 0)
            return -1;
    }
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59)
        return -1;
    return hours * 3600 + minutes * 60 + seconds;
}

/* Between a date and a time: T or blanks; 年月日 may go without. */
static bool skip_date_end(const char **at)
{
    bool apart = (guchar)(*at)[-1] >= 0x80 || **at == ' ' || **at == 'T';
    if (!skip_string(at, "T"))
        skip_blanks(at);
    return apart;
}

static Day serial_epoch(void)
{
    return day_from_ymd(2016, 1, 1) - 42370; /* 42370 is that day's number in every spreadsheet */
}

static CellReason read_day_or_serial(const char *plain, Day *day)
{
    const char *at = plain;
    int serial = strlen(plain) == 5 ? read_digits(&at, 5, 5) : -1;
    if (serial >= SERIAL_MIN && serial <= SERIAL_MAX) {
        *day = serial_epoch() + serial;
        return CELL_OK;
    }
    at = plain;
    Day result = DAY_NONE;
    CellReason reason = read_date(&at, &result);
    if (reason == CELL_OK && *at != '\0' && (!skip_date_end(&at) || read_time(&at) < 0 || *at != '\0'))
        reason = CELL_NOT_DATE;
    if (reason == CELL_OK)
        *day = result;
    return reason;
}

CellReason cell_read_day(const char *text, Day *day)
{
    char plain[PLAIN_BYTES];
    CellReason reason = cell_plain(text, CELL_NOT_DATE, plain);
    return reason == CELL_OK ? read_day_or_serial(plain, day) : reason;
}

static int64_t china_instant(Day day, int64_t seconds)
{
    return ((int64_t)day - day_from_ymd(1970, 1, 1)) * 86400 + seconds - (int64_t)8 * 3600;
}

CellReason cell_read_instant(const char *text, int64_t *instant_s)
{
    char plain[PLAIN_BYTES];
    CellReason reason = cell_plain(text, CELL_NOT_INSTANT, plain);
    if (reason != CELL_OK)
        return reason;
    if (instant_parse(plain, instant_s))
        return CELL_OK;
    const char *at = plain;
    Day day = DAY_NONE;
    reason = read_date(&at, &day);
    if (reason != CELL_OK)
        return reason == CELL_NO_SUCH_DAY ? reason : CELL_NOT_INSTANT;
    int seconds = skip_date_end(&at) ? read_time(&at) : -1;
    if (seconds < 0 || *at != '\0')
        return CELL_NOT_INSTANT;
    *instant_s = china_instant(day, seconds);
    return CELL_OK;
}

/* ---- numbers ------------------------------------------------------------------------------------------------- */

/* Takes thousands separators out of PLAIN; false when they part no groups of three. */
static bool groups_join(char *plain)
{
    char *comma = strchr(plain, ',');
    if (!comma)
        return true;
    char *to = comma;
    if (comma == plain || comma - plain > 3)
        return false;
    for (const char *from = comma; *from == ',';) {
        for (int i = 1; i <= 3; i++)
            if (!g_ascii_isdigit(from[i]))
                return false;
        memmove(to, from + 1, 3);
        to += 3;
        from += 4;
        if (*from != ',') {
            bool whole = *from == '\0' || *from == '.';
            memmove(to, from, strlen(from) + 1);
            return whole && !strchr(to, ',');
        }
    }
    return false;
}

/* True for digits with at most one point between digits, however many. */
static bool looks_like_number(const char *plain)
{
    size_t whole = strspn(plain, "0123456789"), fraction = 0;
    if (plain[whole] == '.') {
        fraction = strspn(plain + whole + 1, "0123456789");
        if (fraction == 0)
            return false;
        fraction++;
    }
    return whole > 0 && plain[whole + fraction] == '\0';
}

static CellReason plain_decimal(char *plain, Decimal *value)
{
    char *minus = plain[0] == '-' ? plain + 1 : g_str_has_prefix(plain, "−") ? plain + strlen("−") : NULL;
    if (minus)
        return groups_join(minus) && looks_like_number(minus) ? CELL_NEGATIVE : CELL_NOT_NUMBER;
    if (strspn(plain, "0123456789.,") != strlen(plain))
        return CELL_NOT_NUMBER;
    if (!groups_join(plain))
        return CELL_BAD_GROUPS;
    if (!looks_like_number(plain))
        return CELL_NOT_NUMBER;
    return decimal_parse(plain, value) ? CELL_OK : CELL_TOO_LONG;
}

CellReason cell_read_decimal(const char *text, unsigned exponent, Decimal *value)
{
    char plain[PLAIN_BYTES];
    Decimal result;
    CellReason reason = cell_plain(text, CELL_NOT_NUMBER, plain);
    if (reason == CELL_OK)
        reason = plain_decimal(plain, &result);
    if (reason == CELL_OK && !decimal_scale_up(&result, exponent))
        reason = CELL_TOO_LONG;
    if (reason == CELL_OK)
        *value = result;
    return reason;
}

static CellReason within(CellReason reason, const Decimal *number, int64_t max, Decimal *value)
{
    if (reason == CELL_OK && decimal_compare(*number, decimal_from_int(max)) > 0)
        return CELL_OUT_OF_RANGE;
    if (reason == CELL_OK)
        *value = *number;
    return reason;
}

CellReason cell_read_percent(const char *text, Decimal *value)
{
    char plain[PLAIN_BYTES];
    Decimal result;
    CellReason reason = cell_plain(text, CELL_NOT_NUMBER, plain);
    size_t size = reason == CELL_OK ? strlen(plain) : 0;
    if (size > 1 && plain[size - 1] == '%') {
        do
            plain[--size] = '\0';
        while (size > 1 && plain[size - 1] == ' ');
    }
    if (reason == CELL_OK)
        reason = plain_decimal(plain, &result);
    return within(reason, &result, 100, value);
}

CellReason cell_read_mark(const char *text, Decimal *value)
{
    Decimal result;
    CellReason reason = cell_read_decimal(text, 0, &result);
    return within(reason, &result, 100, value);
}

CellReason cell_read_count(const char *text, int64_t max, int64_t *count)
{
    Decimal result;
    CellReason reason = cell_read_decimal(text, 0, &result);
    if (reason == CELL_OK && result.scale > 0)
        reason = CELL_NOT_INTEGER;
    reason = within(reason, &result, max, &result);
    if (reason == CELL_OK)
        *count = result.mantissa;
    return reason;
}

/* ---- words --------------------------------------------------------------------------------------------------- */

CellReason cell_read_yes_no(const char *text, bool *yes)
{
    char plain[PLAIN_BYTES];
    CellReason reason = cell_plain(text, CELL_NOT_YES_NO, plain);
    if (reason != CELL_OK)
        return reason;
    bool is_yes = strcmp(plain, "是") == 0;
    if (!is_yes && strcmp(plain, "否") != 0)
        return CELL_NOT_YES_NO;
    *yes = is_yes;
    return CELL_OK;
}

CellReason cell_read_water_class(const char *text, int *water_class)
{
    static const struct { const char *word; int value; } classes[] = {
        { "i", 1 },  { "ii", 2 }, { "iii", 3 }, { "iv", 4 }, { "v", 5 },  { "劣v", 6 },
        { "Ⅰ", 1 }, { "Ⅱ", 2 }, { "Ⅲ", 3 },  { "Ⅳ", 4 }, { "Ⅴ", 5 }, { "劣Ⅴ", 6 },
        { "ⅰ", 1 }, { "ⅱ", 2 }, { "ⅲ", 3 },  { "ⅳ", 4 }, { "ⅴ", 5 }, { "劣ⅴ", 6 }, /* folding leaves these two as they are */
    };
    g_autofree char *folded = text_fold(text);
    if (folded[0] == '\0')
        return CELL_EMPTY;
    if (g_str_has_suffix(folded, "类"))
        folded[strlen(folded) - strlen("类")] = '\0';
    for (size_t i = 0; i < G_N_ELEMENTS(classes); i++) {
        if (strcmp(folded, classes[i].word) == 0) {
            *water_class = classes[i].value;
            return CELL_OK;
        }
    }
    return CELL_NOT_CLASS;
}

static const struct { const char *word; Kind kind; } kind_words[] = {
    { "行政处罚", KIND_PENALTY },
    { "查封扣押", KIND_SEIZURE }, { "查封", KIND_SEIZURE }, { "扣押", KIND_SEIZURE },
    { "限产停产", KIND_RESTRICTION }, { "限制生产", KIND_RESTRICTION }, { "停产整治", KIND_RESTRICTION },
    { "按日连续处罚", KIND_DAILY }, { "按日计罚", KIND_DAILY },
    { "移送行政拘留", KIND_DETENTION }, { "适用行政拘留", KIND_DETENTION }, { "适用行政拘留移送公安机关", KIND_DETENTION },
    { "涉嫌犯罪移送", KIND_CRIME }, { "涉嫌环境污染犯罪", KIND_CRIME }, { "涉嫌环境污染犯罪移送公安机关", KIND_CRIME },
    { "申请强制执行", KIND_ENFORCEMENT }, { "申请法院强制执行", KIND_ENFORCEMENT },
};

static Kind kind_of_word(const char *word)
{
    for (size_t i = 0; i < G_N_ELEMENTS(kind_words); i++)
        if (strcmp(word, kind_words[i].word) == 0)
            return kind_words[i].kind;
    return KIND_NONE;
}

CellReason cell_read_kind(const char *text, Kind *kind)
{
    Kind found = kind_of_word(text);
    if (found == KIND_NONE) {
        g_autofree char *folded = text_fold(text);
        if (folded[0] == '\0')
            return CELL_EMPTY;
        found = kind_of_word(folded);
    }
    if (found == KIND_NONE)
        return CELL_NOT_KIND;
    *kind = found;
    return CELL_OK;
}
