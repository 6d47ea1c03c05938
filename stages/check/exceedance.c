/* EXT-003, exceedance: a value that exceeds its limit by other times than it does, as the value and the limit
 * beside it tell: 186毫克/升，超过限值（100毫克/升）1.86倍 is 0.86 times over. */
#include <math.h>
#include <string.h>

#include "lawdates.h"

/* The first number in TEXT behind FROM, and where it ends; -1 for none. */
static double number_behind(const char *from, const char **end)
{
    const char *at = from + strcspn(from, "0123456789");
    char *behind = NULL;
    double number = *at ? g_ascii_strtod(at, &behind) : -1;
    *end = behind ? behind : at;
    return number;
}

/* The number right before END, which a unit or a word follows; -1 for none. */
static double number_before(const char *text, const char *end)
{
    const char *at = end;
    while (at > text && strchr("0123456789.", at[-1]))
        at--;
    return at < end ? g_ascii_strtod(at, NULL) : -1;
}

/* Value, limit and times of QUOTE; false where one is not there. */
static bool read_numbers(const char *quote, double *value, double *limit, double *times)
{
    const char *unit, *over = strstr(quote, "超过"), *end = g_strrstr(quote, "倍");
    *value = number_behind(quote, &unit);
    if (!over || !end || unit > over)
        return false;
    while (*unit == ' ')
        unit++;
    size_t length = strcspn(unit, ",");
    const char *comma = strstr(unit, "，");
    length = MIN(length, (size_t)((comma && comma < over ? comma : over) - unit));
    g_autofree char *name = g_strndup(unit, length);
    const char *again = length > 0 ? strstr(over, name) : NULL;
    while (again && again > quote && again[-1] == ' ')
        again--;
    *limit = again ? number_before(quote, again) : -1;
    *times = number_before(quote, end);
    return *value > 0 && *limit > 0 && *times >= 0;
}

/* How many digits stand behind the point of the number that ends right before END. */
static int decimals_before(const char *text, const char *end)
{
    const char *at = end;
    while (at > text && g_ascii_isdigit(at[-1]))
        at--;
    return at > text && at[-1] == '.' ? (int)(end - at) : 0;
}

/* How far times may be off.  With two decimals they were reckoned, and only rounding, or cutting off, of times and value makes a
 * difference; with fewer they are told roughly. */
static double slack_of(const char *quote, double limit, double right)
{
    const char *value_end;
    const double rough = fmax(0.06, 0.03 * right);
    const int decimals = decimals_before(quote, g_strrstr(quote, "倍"));
    number_behind(quote, &value_end);
    const double value_half = 0.5 * pow(10, -decimals_before(quote, value_end));
    return decimals < 2 ? rough : fmin(rough, 1.05 * pow(10, -decimals) + value_half / limit);
}

typedef struct { Check *check; const CaseGroup *group; const Document *told; } Papers;

/* Told once: all papers of a case repeat it. */
static void look_paper(const SubFile *file, const Document *document, gpointer data)
{
    Papers *papers = data;
    const Field *field = papers->told ? NULL : document_value(document, "exceedance");
    double value, limit, times;
    if (!field || !read_numbers(field->value, &value, &limit, &times))
        return;
    const double right = value / limit - 1;
    if (fabs(times - right) <= slack_of(field->value, limit, right))
        return;
    papers->told = document;
    g_autofree char *shown = g_strdup_printf("%.2f", right);
    Finding *finding = check_add(papers->check, "EXT-003", "exceedance", papers->group, file, field->place);
    finding_param(finding, "doctype", document->type);
    param_quote(finding, "quote", field->value);
    finding_param(finding, "expected", shown);
}

void exceedance_check(Check *check, CaseGroup *group)
{
    casegroup_each_document(group, look_paper, &(Papers){check, group, NULL});
}
