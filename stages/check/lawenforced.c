/* LAW-010: what an application to the court asks for.  A surcharge above the fine (Administrative Compulsion Law, art. 45);
 * the whole fine though part of it was paid (art. 55); a review of which the papers say that nobody asked for it (art. 53). */
#include <string.h>

#include "lawdates.h"
#include "money.h"
#include "text.h"

/* The surcharge that is asked for, where it stands first, and the most that anybody calls the sum owed, both in fen. */
typedef struct { int64_t owed, surcharge; Saying first; GString *places; } Surcharge;

static void look_owed(const SubFile *file, const Document *document, gpointer data)
{
    static const char *const sums[] = {"fine-yuan", "total-yuan", "demanded-yuan", NULL};
    (void)file;
    Surcharge *search = data;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        int64_t fen;
        if (g_strv_contains(sums, field->id) && law_amount_fen(field, &fen))
            search->owed = MAX(search->owed, fen);
    }
}

static void look_surcharge(const SubFile *file, const Document *document, gpointer data)
{
    Surcharge *search = data;
    const Field *field = document_value(document, "surcharge-yuan");
    int64_t fen;
    if (!law_amount_fen(field, &fen) || fen <= search->owed)
        return;
    if (search->first.field) {
        saying_add_place(search->places, file, field->place);
        return;
    }
    search->first = (Saying){file, document, field};
    search->surcharge = fen;
}

/* Against the highest sum that any paper names as owed: a file may hold the daily penalty with its original one. */
static void check_surcharge_sum(Check *check, const CaseGroup *group)
{
    g_autoptr(GString) places = g_string_new(NULL);
    Surcharge search = {.places = places};
    casegroup_each_of(group, "penalty-decision daily-decision demand enforcement-application", look_owed, &search);
    if (search.owed == 0)
        return;
    casegroup_each_of(group, "enforcement-application", look_surcharge, &search);
    casegroup_each_of(group, "demand", look_surcharge, &search);
    if (!search.first.field)
        return;
    const Field *field = search.first.field;
    g_autofree char *owed = money_format(search.owed);
    Finding *finding = check_add(check, "LAW-010", "surcharge-above", group, search.first.file, field->place);
    finding_param(finding, "surcharge", field->value);
    finding_param(finding, "fine", owed);
    param_quote(finding, "quote", field_quote(field));
    if (places->len > 0)
        finding_param(finding, "others", places->str);
}

/* Payments before APPLIED (DAY_NONE: at any time) on the decision KEY: their sum, and the last receipt; UNSURE: those
 * that name no decision or no day as well. */
typedef struct { const char *key; Day applied; bool unsure; int64_t sum; Saying last; } Paid;

static void look_paid(const SubFile *file, const Document *document, gpointer data)
{
    Paid *paid = data;
    const Field *sum = document_value(document, "fine-yuan"), *number = document_value(document, "decision-number");
    const Day day = document_day(document, "payment-date");
    int64_t fen;
    if ((number || !paid->unsure) && (!number || g_strcmp0(number->key, paid->key) != 0))
        return;
    if ((day == DAY_NONE && !paid->unsure) || (paid->applied != DAY_NONE && day != DAY_NONE && day >= paid->applied) ||
        !law_amount_fen(sum, &fen))
        return;
    paid->sum = MIN(paid->sum + fen, MONEY_FEN_MAX);
    paid->last = (Saying){file, document, sum};
}

static void look_told(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    *(bool *)data |= document_value(document, "paid-told") != NULL;
}

/* A receipt that names this decision, and an application for all of the fine that says nothing of it. */
static void check_part_paid(Check *check, const CaseGroup *group)
{
    const Penalty penalty = law_original_penalty(group);
    const Field *number = penalty.decision ? document_value(penalty.decision, "doc-number") : NULL;
    const Field *demanded = document_value(group->speaking, "demanded-yuan");
    Paid paid = {.applied = document_day(group->speaking, "application-date")};
    int64_t fine, asked;
    bool told = false;
    if (!number || !number->key || paid.applied == DAY_NONE || !law_amount_fen(penalty.fine, &fine) ||
        !law_amount_fen(demanded, &asked))
        return;
    paid.key = number->key;
    casegroup_each_of(group, "payment-receipt", look_paid, &paid);
    casegroup_each_of(group, "demand enforcement-application", look_told, &told);
    if (told || paid.sum == 0 || asked + paid.sum <= fine)
        return;
    g_autofree char *sum = money_format(paid.sum);
    Finding *finding = check_add(check, "LAW-010", "part-paid", group, group->speaking_file, demanded->place);
    finding_param(finding, "paid", sum);
    finding_param(finding, "demanded", demanded->value);
    finding_param(finding, "fine", penalty.fine->value);
    finding_param(finding, "other-file", paid.last.file->facts->path);
    finding_param(finding, "other-place", paid.last.field->place);
}

/* What papers tell of payments: whether any does, with an amount (SUMMED), and whether the amounts of one, added up as
 * they follow each other, are LEFT (in fen). */
typedef struct { int64_t left; bool told, summed, fits; } ToldPaid;

static void look_told_paid(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    ToldPaid *paid = data;
    const Field *field = document_value(document, "paid-told");
    if (!field)
        return;
    const char *in_quote = strstr(field_quote(field), field->value), *text = in_quote ? in_quote : field->value;
    Money money = {0};
    int64_t sum = 0;
    paid->told = true;
    for (size_t at = 0; sum < paid->left && money_find(text, at, &money); at = money.end) {
        sum += money.fen;
        paid->summed = true;
        paid->fits |= sum == paid->left;
    }
}

/* A file may hold the daily decision beside its original one. */
static void look_daily_total(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    const Field *total = document_value(document, "total-yuan");
    int64_t fen;
    if (law_amount_fen(total, &fen) && fen == *(int64_t *)data)
        *(int64_t *)data = 0;
}

bool enforced_is_rest(const CaseGroup *group, const Saying *asked, const Saying *fine)
{
    static const char *const days[] = {"application-date", "demand-date"};
    const Field *number = document_value(fine->document, "doc-number");
    Paid paid = {.key = number ? number->key : NULL, .applied = DAY_NONE, .unsure = true};
    int64_t whole, rest;
    if (!law_amount_fen(fine->field, &whole) || !law_amount_fen(asked->field, &rest))
        return false;
    int64_t total = rest;
    casegroup_each_of(group, "daily-decision", look_daily_total, &total);
    if (rest >= whole)
        return total != rest;
    for (size_t i = 0; i < G_N_ELEMENTS(days) && paid.applied == DAY_NONE; i++)
        paid.applied = document_day(asked->document, days[i]);
    ToldPaid told = {.left = whole - rest};
    casegroup_each_of(group, "payment-receipt", look_paid, &paid);
    casegroup_each_of(group, "demand enforcement-application", look_told_paid, &told);
    return told.fits || paid.sum == told.left || (told.told && !told.summed && paid.sum == 0);
}

/* The notice by which a review of the decision KEY was accepted. */
typedef struct { const char *key; const SubFile *file; } Review;

static void look_review(const SubFile *file, const Document *document, gpointer data)
{
    static const char *const accepted[] = {"受理", NULL}, *const reviews[] = {"复议", NULL},
                             *const refused[] = {"不予", "不受理", "申请书", "终止", "撤", NULL};
    Review *review = data;
    const char *name = document->title ? document->title : file->base;
    if (review->file || !text_has_any(name, reviews) || !text_has_any(name, accepted) || text_has_any(name, refused))
        return;
    if (document_mentions(document, review->key))
        review->file = file;
}

typedef struct { Saying first; GString *places; } Denials;

static void look_denial(const SubFile *file, const Document *document, gpointer data)
{
    Denials *denials = data;
    const Field *denied = document_value(document, "review-denied");
    if (denied && denials->first.field)
        saying_add_place(denials->places, file, denied->place);
    else if (denied)
        denials->first = (Saying){file, document, denied};
}

/* Not where the file holds, or may hold in a scan, what became of the review. */
static void check_review(Check *check, const CaseGroup *group)
{
    static const char *const ends[] = {"复议决定", "终止", "撤回", "驳回", "维持", "和解", NULL};
    const Field *number = document_value(law_original_penalty(group).decision, "doc-number");
    g_autoptr(GString) places = g_string_new(NULL);
    Denials denials = {.places = places};
    Review review = {.key = number ? number->key : NULL};
    if (!review.key || law_has_paper(group, ends) || group_has_untold(group))
        return;
    casegroup_each_of(group, "court-document other", look_review, &review);
    casegroup_each_of(group, "enforcement-application", look_denial, &denials);
    casegroup_each_of(group, "demand", look_denial, &denials);
    if (!review.file || !denials.first.field)
        return;
    const Saying *first = &denials.first;
    Finding *finding = check_add(check, "LAW-010", "review-pending", group, first->file, first->field->place);
    finding_param(finding, "doctype", first->document->type);
    param_quote(finding, "quote", first->field->value);
    finding_param(finding, "other-file", review.file->facts->path);
    if (places->len > 0)
        finding_param(finding, "others", places->str);
}

void enforced_check(Check *check, CaseGroup *group)
{
    if (group->kind != KIND_ENFORCEMENT || !group->speaking)
        return;
    check_surcharge_sum(check, group);
    check_part_paid(check, group);
    check_review(check, group);
}
