#include "citizenid.h"

#include <string.h>

#include <glib.h>

enum { FIGURES = 18, OLD_FIGURES = 15, PLACE_FIGURES = 6, LAST_SHOWN = 4 };
enum { BIRTH_YEAR_MIN = 1880, BIRTH_YEAR_MAX = 2099 };

/* The number that the COUNT figures at TEXT are. */
static int figures_at(const char *text, int count)
{
    int value = 0;
    for (int i = 0; i < count; i++)
        value = 10 * value + (text[i] - '0');
    return value;
}

static bool is_birth(int year, const char *month_and_day)
{
    const int month = figures_at(month_and_day, 2), day = figures_at(month_and_day + 2, 2);
    return year >= BIRTH_YEAR_MIN && year <= BIRTH_YEAR_MAX &&
           g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year);
}

/* By ISO 7064, MOD 11-2. */
static char check_figure(const char *number)
{
    static const int weights[FIGURES - 1] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < FIGURES - 1; i++)
        sum += weights[i] * (number[i] - '0');
    return "10X98765432"[sum % 11];
}

CitizenIdStatus citizenid_judge(const char *number)
{
    const size_t length = strlen(number), figures = strspn(number, "0123456789");
    if (length == OLD_FIGURES && figures == length)
        return is_birth(1900 + figures_at(number + PLACE_FIGURES, 2), number + PLACE_FIGURES + 2) ? CITIZENID_VALID
                                                                                                  : CITIZENID_LENGTH;
    if (length != FIGURES || figures < FIGURES - 1)
        return CITIZENID_LENGTH;
    if (!is_birth(figures_at(number + PLACE_FIGURES, 4), number + PLACE_FIGURES + 4))
        return CITIZENID_BIRTH;
    return check_figure(number) == number[FIGURES - 1] ? CITIZENID_VALID : CITIZENID_CHECK;
}

static bool is_hidden(size_t at, size_t length)
{
    return at >= PLACE_FIGURES && at + LAST_SHOWN < length;
}

/* Whether the two differ in a figure that is shown. */
static bool is_told_apart(const char *number, const char *other)
{
    const size_t length = strlen(number);
    bool apart = strlen(other) != length;
    for (size_t i = 0; i < length && !apart; i++)
        apart = !is_hidden(i, length) && number[i] != other[i];
    return apart;
}

char *citizenid_shown(const char *number, const char *other)
{
    const size_t length = strlen(number);
    const char *beside = other && !is_told_apart(number, other) ? other : number;
    char *shown = g_strdup(number);
    for (size_t i = 0; i < length; i++)
        if (is_hidden(i, length) && beside[i] == number[i])
            shown[i] = '*';
    return shown;
}
