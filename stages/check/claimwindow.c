/* CND-005: claims that the table does not know, of cases that are apparently out of the window. */
#include <string.h>

#include "checks.h"
#include "text.h"

/* ---- the days of decisions and letters in the package ---- */

/* The first paper with the number as its own that bears a day out of the window; INSIDE: one bears a day within. */
typedef struct { Day day; const SubFile *file; bool inside; } Decided;

/* The day that counts of DOCUMENT, when it is of a type that speaks for a case; DAY_NONE else. */
static Day speaking_day(const CheckRules *rules, const Document *document)
{
    for (guint i = 0; i < rules->cases->kinds->len; i++) {
        const KindRule *rule = rules->cases->kinds->pdata[i];
        if (!word_in_list(rule->speaks, ' ', document->type))
            continue;
        g_auto(GStrv) ids = g_strsplit(rule->date, " ", -1);
        for (char **id = ids; *id; id++) {
            Day day = document_day(document, *id);
            if (day != DAY_NONE)
                return day;
        }
    }
    return DAY_NONE;
}

static void note_day(const Check *check, GHashTable *days, const SubFile *file, const Document *document)
{
    Day day = speaking_day(check->in->rules, document);
    const Field *number = day != DAY_NONE ? document_value(document, "doc-number") : NULL;
    if (!number || !number->key)
        return;
    Decided *decided = g_hash_table_lookup(days, number->key);
    if (!decided) {
        decided = g_new0(Decided, 1);
        g_hash_table_insert(days, number->key, decided);
    }
    if (season_in_window(check->in->season, day))
        decided->inside = true;
    else if (decided->day == DAY_NONE)
        *decided = (Decided){day, file, decided->inside};
}

GHashTable *claimwindow_days(const Check *check)
{
    GHashTable *days = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    for (guint i = 0; i < check->submission->files->len; i++) {
        const SubFile *file = check->submission->files->pdata[i];
        for (guint j = 0; j < file->facts->documents->len; j++)
            note_day(check, days, file, file->facts->documents->pdata[j]);
    }
    return days;
}

/* ---- the year of the number ---- */

enum { KEY_YEAR = 3, KEY_PARTS = 5 }; /* 会环|冷|停产|2016|4 */

/* Whether YEAR may be that of a number in the window: about New Year it may have been taken in the one year and the paper
 * signed in the other. */
static bool year_fits(const Season *season, int64_t year)
{
    enum { DAYS = 31 };
    int first, last, month, date;
    day_to_ymd(season->window->from - DAYS, &first, &month, &date);
    day_to_ymd(season->window->to + DAYS, &last, &month, &date);
    return year >= first && year <= last;
}

/* The row in the window whose number is that of CLAIM (its key in PARTS) but for the year, which may be a slip; NULL for none. */
static const CaseRow *row_of_another_year(const Check *check, const Claim *claim, char **parts)
{
    int year, month, date;
    day_to_ymd(check->in->season->window->to, &year, &month, &date);
    g_free(parts[KEY_YEAR]);
    parts[KEY_YEAR] = g_strdup_printf("%d", year);
    g_autofree char *key = g_strjoinv("|", parts);
    for (guint i = 0; i < check->in->slice->cases->len; i++) {
        const CaseRow *row = check->in->slice->cases->pdata[i];
        if (row->kind == claim->kind && season_in_window(check->in->season, row->date) && strcmp(row->key, key) == 0)
            return row;
    }
    return NULL;
}

static bool tell_year(const Check *check, const Claim *claim, OutOfWindow *out)
{
    g_auto(GStrv) parts = g_strsplit(claim->key, "|", -1);
    int64_t year = 0;
    if (g_strv_length(parts) != KEY_PARTS || !text_integer(parts[KEY_YEAR], &year) || year_fits(check->in->season, year))
        return false;
    *out = (OutOfWindow){.variant = "year", .year = year, .likely = row_of_another_year(check, claim, parts)};
    return true;
}

/* ---- */

bool claim_is_out_of_window(const Check *check, const Claim *claim, OutOfWindow *out)
{
    const Decided *decided = g_hash_table_lookup(check->days, claim->key);
    if (decided && decided->inside)
        return false;
    if (decided) {
        *out = (OutOfWindow){.variant = "decided", .day = decided->day, .paper = decided->file};
        return true;
    }
    if (claim->date == DAY_NONE)
        return tell_year(check, claim, out);
    *out = (OutOfWindow){.variant = "dated", .day = claim->date};
    return !season_in_window(check->in->season, claim->date);
}

void param_out_of_window(const Check *check, Finding *finding, const OutOfWindow *out)
{
    if (out->day != DAY_NONE)
        param_day(finding, "date", out->day);
    if (out->paper)
        finding_param(finding, "paper", out->paper->facts->path);
    if (out->year)
        param_int(finding, "year", out->year);
    if (out->likely)
        finding_param(finding, "likely", out->likely->number);
    param_window(finding, check->in->season);
}
