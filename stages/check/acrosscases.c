/* EXT-002, one-code: two firms with one credit code in two case files of a unit.  SUB-001, count and fines: what the
 * report on itself says of the case files handed in and of the table. */
#include <string.h>

#include "checks.h"
#include "lawdates.h"
#include "money.h"

/* ---- one code, two firms ---- */

/* A document of GROUP that names its party and the code, the one that speaks first. */
typedef struct { const Field *party, *code; const SubFile *file; const Document *document; } Coded;

static void look_coded(const SubFile *file, const Document *document, gpointer data)
{
    Coded *coded = data;
    const Field *party = document_value(document, "party"), *code = document_value(document, "credit-code");
    bool valid = party && code && party->status == VALUE_VALID && code->status == VALUE_VALID;
    if (valid && !coded->code)
        *coded = (Coded){party, code, file, document};
}

static Coded coded_of(const CaseGroup *group)
{
    Coded coded = {0};
    if (group->speaking)
        look_coded(group->speaking_file, group->speaking, &coded);
    casegroup_each_document(group, look_coded, &coded);
    return coded;
}

static bool is_one_code(const Coded *a, const Coded *b)
{
    return a->code && b->code && strcmp(field_key(a->code), field_key(b->code)) == 0 &&
           body_is_another(a->party, b->party);
}

static void tell_code(Check *check, const CaseGroup *group, const Coded *first, const Coded *other)
{
    Finding *finding = check_add(check, "EXT-002", "one-code", group, other->file, other->code->place);
    finding_param(finding, "value", other->code->value);
    finding_param(finding, "doctype", other->document->type);
    finding_param(finding, "party", other->party->value);
    finding_param(finding, "other-party", first->party->value);
    finding_param(finding, "other-doctype", first->document->type);
    finding_param(finding, "other-file", first->file->facts->path);
    finding_param(finding, "other-place", first->code->place);
}

/* Each case once, against the first: those of one code would otherwise be told by the square of their number. */
static void check_codes(Check *check)
{
    const GPtrArray *groups = check->submission->groups;
    g_autoptr(GArray) coded = g_array_new(FALSE, FALSE, sizeof(Coded));
    for (guint i = 0; i < groups->len; i++) {
        const Coded own = coded_of(groups->pdata[i]);
        g_array_append_val(coded, own);
        guint first = 0;
        while (first < i && !is_one_code(&g_array_index(coded, Coded, first), &own))
            first++;
        if (first < i)
            tell_code(check, groups->pdata[i], &g_array_index(coded, Coded, first), &own);
    }
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
    param_quote_around(finding, "quote", field_quote(told), told->value);
}

static int64_t fen_of(Decimal yuan)
{
    return yuan.set && decimal_scale_up(&yuan, 2) && yuan.scale == 0 ? yuan.mantissa : 0;
}

enum { SUMS = 6 };
#define SUM_FEN_MAX (G_MAXINT64 / 2) /* a sum stays there: far above what a report can tell or a row adds */

/* A report may mean all rows or those in the window, penalties alone or with the daily ones. */
static void sums_of(const Check *check, int64_t sums[SUMS])
{
    for (guint i = 0; i < check->in->slice->cases->len; i++) {
        const CaseRow *row = check->in->slice->cases->pdata[i];
        bool penalty = row->kind == KIND_PENALTY, fined = penalty || row->kind == KIND_DAILY,
             within = season_in_window(check->in->season, row->date);
        const bool counts[SUMS] = {true, within, fined, fined && within, penalty, penalty && within};
        for (int j = 0; j < SUMS; j++)
            sums[j] = MIN(sums[j] + (counts[j] ? fen_of(row->fine_yuan) : 0), SUM_FEN_MAX);
    }
}

/* A case that is not in the table, or with another fine, is told as such, and makes the sum another. */
static bool is_told(const Check *check)
{
    guint unknown = 0, differing = 0;
    return told_next(check, "REF-001", NULL, &unknown) || told_next(check, "REF-002", NULL, &differing);
}

static void check_fines(Check *check, const SubFile *file, const Field *told)
{
    int64_t fen = 0, sums[SUMS] = {0};
    if (!check->in->slice || !law_amount_fen(told, &fen) || is_told(check))
        return;
    sums_of(check, sums);
    for (int i = 0; i < SUMS; i++)
        if (sums[i] == fen || sums[i] == SUM_FEN_MAX)
            return;
    g_autofree char *all = money_format(sums[0]);
    Finding *finding = check_add(check, "SUB-001", "fines", NULL, file, told->place);
    finding_param(finding, "value", told->value);
    finding_param(finding, "table", all);
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

static bool is_told_by_table(const Check *check)
{
    guint at = 0;
    for (const Finding *told; (told = told_next(check, "SUB-001", NULL, &at));)
        if (g_strcmp0(told->variant, "fines") == 0)
            return true;
    return false;
}

/* A report that tells less than the decisions handed in come to; those on which a transfer or a daily penalty rests may be
 * counted with these and not as penalties.  Daily penalties count where it says that they are among
 * them.  What differs by little may be rounded. */
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
    param_quote_around(finding, "quote", field_quote(told), told->value);
}

void across_check(Check *check)
{
    check_codes(check);
    for (guint i = 0; i < check->submission->files->len; i++) {
        const SubFile *file = check->submission->files->pdata[i];
        const Document *report =
            file->group || file->person ? NULL : subfile_document(file, "self-assessment");
        check_count(check, file, document_value(report, "reported-files"));
        check_fines(check, file, document_value(report, "reported-fines-yuan"));
        check_fines_handed(check, file, document_value(report, "reported-fines-yuan"),
                           document_value(report, "daily-among"));
    }
}
