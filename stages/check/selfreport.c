/* SUB-001, unsigned, count, fines, fines-handed, cases and cases-handed: what the report on itself says of the case
 * files handed in, and of the cases and fines in the table, beside both. */
#include <string.h>

#include "checks.h"
#include "kinds.h"
#include "lawdates.h"
#include "money.h"

/* Of all that the paragraph tells, the words with TOLD. */
static void quote_told(Finding *finding, const Field *told)
{
    param_quote_around(finding, "quote", field_quote(told), told->value);
    param_near(finding, told);
}

/* ---- the report on itself ---- */

/* What is missing is told as missing; a package that corrects another need not hold all case files. */
static void check_count(Check *check, const SubFile *file, const Field *told)
{
    guint there = check->submission->groups->len;
    if (!told || told->status != VALUE_VALID || g_ascii_strtoull(told->value, NULL, 10) >= there)
        return;
    Finding *finding = check_add(check, "SUB-001", "count", NULL, file, told->place);
    finding_param(finding, "value", told->value);
    param_int(finding, "count", there);
    quote_told(finding, told);
}

static int64_t fen_of(Decimal yuan)
{
    return yuan.set && decimal_scale_up(&yuan, 2) && yuan.scale == 0 ? yuan.mantissa : 0;
}

enum { SUMS = 6 };
#define SUM_FEN_MAX (G_MAXINT64 / 2) /* a sum stays there: far above what a report can tell or a row adds */

/* A report may mean all rows or those in the window, penalties alone or with the daily ones, of days up to LAST. */
static void sums_of(const Check *check, Day last, int64_t sums[SUMS])
{
    memset(sums, 0, SUMS * sizeof *sums);
    for (guint i = 0; i < check->in->slice->cases->len; i++) {
        const CaseRow *row = check->in->slice->cases->pdata[i];
        bool penalty = row->kind == KIND_PENALTY, fined = penalty || row->kind == KIND_DAILY,
             within = season_in_window(check->in->season, row->date);
        const bool counts[SUMS] = {true, within, fined, fined && within, penalty, penalty && within};
        const int64_t fen = row->date <= last ? fen_of(row->fine_yuan) : 0;
        for (int j = 0; j < SUMS; j++)
            sums[j] = MIN(sums[j] + (counts[j] ? fen : 0), SUM_FEN_MAX);
    }
}

/* A case that is not in the table, or with another fine, is told as such, and makes the sum another. */
static bool is_told(const Check *check)
{
    guint unknown = 0, differing = 0;
    return told_next(check, "REF-001", NULL, &unknown) || told_next(check, "REF-002", NULL, &differing);
}

/* A report is written some time before its date, and counts what was there then. */
enum { WRITTEN_DAYS = 14 };
#define DAY_LAST G_MAXINT32

static Day report_day(const Check *check, const Document *report)
{
    const Day day = document_day(report, "document-date");
    return day == DAY_NONE ? check->in->season->window->to : day;
}

/* What is told in 万元 may be rounded, or cut off, at its last place. */
static int64_t rounded_fen(const Field *told, int64_t fen)
{
    int64_t place = 100;
    while (strstr(field_quote(told), "万") && place < 1000000 && fen % (place * 10) == 0)
        place *= 10;
    return place == 100 ? 0 : place - 1;
}

/* Whether FEN is one of the sums of the rows up to LAST, or nobody knows them. */
static bool is_sum(const Check *check, Day last, int64_t fen, int64_t rounded)
{
    int64_t sums[SUMS];
    sums_of(check, last, sums);
    for (int i = 0; i < SUMS; i++)
        if (ABS(sums[i] - fen) <= rounded || sums[i] == SUM_FEN_MAX)
            return true;
    return false;
}

static bool is_handed_sum(const Check *check, int64_t fen, int64_t rounded);

static void check_fines(Check *check, const SubFile *file, const Document *report, const Field *told)
{
    int64_t fen = 0, sums[SUMS];
    if (!check->in->slice || !law_amount_fen(told, &fen) || is_told(check))
        return;
    const Day day = report_day(check, report);
    const int64_t rounded = rounded_fen(told, fen);
    for (Day last = day - WRITTEN_DAYS; last <= day; last++)
        if (is_sum(check, last, fen, rounded))
            return;
    if (is_sum(check, DAY_LAST, fen, rounded) ||
        (told->rule && g_str_has_prefix(told->rule, "reported-fines-in-") && is_handed_sum(check, fen, rounded)))
        return;
    sums_of(check, DAY_LAST, sums);
    g_autofree char *all = money_format(sums[0]);
    Finding *finding = check_add(check, "SUB-001", "fines", NULL, file, told->place);
    finding_param(finding, "value", told->value);
    finding_param(finding, "table", all);
    quote_told(finding, told);
}

/* ---- the report and the decisions of the package ---- */

typedef struct { const Check *check; GHashTable *keys; int64_t fen; int count; } FineSum;

/* Each decision once, by its number, and none that lies outside the window or does not tell all. */
static void look_fine(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    FineSum *sum = data;
    const Field *number = document_value(document, "doc-number"), *daily = document_value(document, "total-yuan"),
                *fine = daily ? daily : document_value(document, "fine-yuan");
    const Day day = document_day(document, "decision-date");
    int64_t fen = 0;
    if (!number || number->status != VALUE_VALID || day == DAY_NONE ||
        !season_in_window(sum->check->in->season, day) || !law_amount_fen(fine, &fen) ||
        !g_hash_table_add(sum->keys, (gpointer)field_key(number)))
        return;
    sum->fen = MIN(sum->fen + fen, SUM_FEN_MAX);
    sum->count++;
}

/* Whether FEN is what the penalties handed in come to, alone or with the daily ones: a report may tell of these only. */
static bool is_handed_sum(const Check *check, int64_t fen, int64_t rounded)
{
    bool same = false;
    for (int daily = 0; daily < 2 && !same; daily++) {
        g_autoptr(GHashTable) keys = g_hash_table_new(g_str_hash, g_str_equal);
        FineSum sum = {.check = check, .keys = keys};
        for (guint i = 0; i < check->submission->groups->len; i++) {
            const CaseGroup *group = check->submission->groups->pdata[i];
            if (group->kind == KIND_PENALTY)
                casegroup_each_of(group, "penalty-decision", look_fine, &sum);
            else if (daily && group->kind == KIND_DAILY)
                casegroup_each_of(group, "daily-decision", look_fine, &sum);
        }
        same = sum.count > 1 && ABS(sum.fen - fen) <= rounded;
    }
    return same;
}

static bool is_told_by_table(const Check *check)
{
    guint at = 0;
    for (const Finding *told; (told = told_next(check, "SUB-001", NULL, &at));)
        if (g_strcmp0(told->variant, "fines") == 0)
            return true;
    return false;
}

/* A report that tells less than the decisions handed in come to; those on which a transfer or a daily penalty rests may
 * be counted with these and not as penalties.  Daily penalties count where it says that they are among them.  What
 * differs by little may be rounded. */
static void check_fines_handed(Check *check, const SubFile *file, const Field *told, const Field *daily)
{
    enum { ROUNDED_FEN = 1000000 };
    int64_t fen = 0;
    if (!law_amount_fen(told, &fen) || is_told_by_table(check))
        return;
    const bool among = daily && g_strcmp0(daily->place, told->place) == 0;
    g_autoptr(GHashTable) keys = g_hash_table_new(g_str_hash, g_str_equal);
    FineSum sum = {.check = check, .keys = keys};
    const GPtrArray *groups = check->submission->groups;
    for (guint i = 0; i < groups->len; i++) {
        const CaseGroup *group = groups->pdata[i];
        if (group->kind == KIND_PENALTY || (among && group->kind == KIND_DAILY))
            casegroup_each_of(group, group->kind == KIND_DAILY ? "daily-decision" : "penalty-decision", look_fine,
                              &sum);
    }
    if (sum.fen < fen + ROUNDED_FEN || sum.fen == SUM_FEN_MAX)
        return;
    g_autofree char *all = money_format(sum.fen);
    Finding *finding = check_add(check, "SUB-001", "fines-handed", NULL, file, told->place);
    finding_param(finding, "value", told->value);
    finding_param(finding, "handed", all);
    param_int(finding, "count", sum.count);
    quote_told(finding, told);
}

/* ---- how many cases ---- */

/* The fewest and the most that a report may tell: cases in the window up to some days before the report, several rows
 * of one case counted once; all rows. */
typedef struct { int least, most, own; } Cases; /* own: rows of just that kind, as a report that tells more is told */

static bool is_of(int row, Kind kind)
{
    const bool beside = row == KIND_DAILY || row == KIND_SEIZURE || row == KIND_RESTRICTION;
    return kind == KIND_NONE || row == (int)kind || (kind == KIND_PENALTY && beside);
}

static Cases cases_of_table(const Check *check, Kind kind, Day until)
{
    g_autoptr(GHashTable) ids = g_hash_table_new(g_str_hash, g_str_equal);
    Cases cases = {0};
    for (guint i = 0; i < check->in->slice->cases->len; i++) {
        const CaseRow *row = check->in->slice->cases->pdata[i];
        const Kind sure = kind == KIND_NONE ? KIND_PENALTY : kind;
        cases.most += is_of(row->kind, kind);
        cases.own += kind == KIND_NONE || row->kind == (int)kind;
        if (row->kind == (int)sure && season_in_window(check->in->season, row->date) && row->date <= until)
            g_hash_table_add(ids, row->id && *row->id ? row->id : row->number);
    }
    cases.least = (int)g_hash_table_size(ids);
    return cases;
}

/* Whether the table has anything but penalties: one that lists only these tells nothing of transfers. */
static bool has_kind(const Check *check, Kind kind)
{
    const GPtrArray *rows = check->in->slice->cases;
    const bool any = kind == KIND_NONE || kind == KIND_PENALTY;
    for (guint i = 0; i < rows->len; i++)
        if (any || ((const CaseRow *)rows->pdata[i])->kind != KIND_PENALTY)
            return true;
    return false;
}

/* The case files of KIND in the window up to UNTIL that speak with numbers of their own. */
static int cases_handed(const Check *check, Kind kind, Day until)
{
    g_autoptr(GHashTable) keys = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < check->submission->groups->len; i++) {
        const CaseGroup *group = check->submission->groups->pdata[i];
        const Field *number = group->speaking ? document_value(group->speaking, "doc-number") : NULL;
        if (number && group->kind == kind && group->date <= until && season_in_window(check->in->season, group->date))
            g_hash_table_add(keys, (gpointer)field_key(number));
    }
    return (int)g_hash_table_size(keys);
}

/* True when TOLD, one of the numbers that REPORT tells of KIND, was told of. */
static bool check_number(Check *check, const SubFile *file, const Document *report, Kind kind, const Field *told)
{
    const Day until = report_day(check, report) - WRITTEN_DAYS;
    if (told->status != VALUE_VALID)
        return false;
    const int64_t count = (int64_t)g_ascii_strtoull(told->value, NULL, 10);
    const bool table = check->in->slice && has_kind(check, kind);
    const Cases cases = table ? cases_of_table(check, kind, until) : (Cases){0, G_MAXINT, 0};
    const int handed = kind == KIND_NONE ? 0 : cases_handed(check, kind, until);
    const bool off = count < cases.least || count > cases.most;
    if (!off && count >= handed)
        return false;
    Finding *finding = check_add(check, "SUB-001", off ? "cases" : "cases-handed", NULL, file, told->place);
    param_int(finding, "value", count);
    param_int(finding, "count", !off ? handed : count < cases.least ? cases.least : cases.own);
    if (kind != KIND_NONE)
        finding_param(finding, "kind", kind_ids[kind]);
    quote_told(finding, told);
    return true;
}

/* A sentence and a table may each tell a number of the same kind; the first that is off is told. */
static void check_cases(Check *check, const SubFile *file, const Document *report, Kind kind)
{
    g_autofree char *id = g_strconcat("reported-", kind == KIND_NONE ? "handled" : kind_ids[kind], NULL);
    bool told = is_told(check);
    for (guint i = 0; i < report->fields->len && !told; i++) {
        const Field *field = report->fields->pdata[i];
        told = strcmp(field->id, id) == 0 && check_number(check, file, report, kind, field);
    }
}

/* Who made a report, and when, may stand in its title or in any line; a scan or another text beside it may be the signed one. */
static void check_signed(Check *check, const SubFile *file, const Document *report)
{
    if (document_value(report, "agency") || document_value(report, "body-line") || document_value(report, "document-date"))
        return;
    for (guint i = 0; i < check->submission->files->len; i++) {
        const SubFile *other = check->submission->files->pdata[i];
        if (other != file && !other->group && !other->person && subfile_stands_for(other, "self-assessment"))
            return;
    }
    check_add(check, "SUB-001", "unsigned", NULL, file, report->last);
}

void selfreport_check(Check *check)
{
    for (guint i = 0; i < check->submission->files->len; i++) {
        const SubFile *file = check->submission->files->pdata[i];
        const Document *report =
            file->group || file->person ? NULL : subfile_document(file, "self-assessment");
        if (report)
            check_signed(check, file, report);
        check_count(check, file, document_value(report, "reported-files"));
        check_fines(check, file, report, document_value(report, "reported-fines-yuan"));
        check_fines_handed(check, file, document_value(report, "reported-fines-yuan"),
                           document_value(report, "daily-among"));
        static const Kind kinds[] = {KIND_NONE, KIND_PENALTY, KIND_DAILY, KIND_SEIZURE, KIND_RESTRICTION,
                                     KIND_DETENTION, KIND_CRIME};
        for (size_t k = 0; report && k < G_N_ELEMENTS(kinds); k++)
            check_cases(check, file, report, kinds[k]);
    }
}
