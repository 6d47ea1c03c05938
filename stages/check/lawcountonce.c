/* LAW-007 and EXT-002: one figure of a daily decision that is a slip.  What says no more than that another paper has the
 * right figure, or that the product is wrong by it, is told with the finding that reckons. */
#include <string.h>

#include "decimal.h"
#include "lawdates.h"
#include "text.h"

static bool is_variant(const Finding *finding, const char *code, const char *variant)
{
    return strcmp(finding->code, code) == 0 && g_strcmp0(finding->variant, variant) == 0;
}

/* True when both are amounts, of which one may be written with fewer decimals. */
static bool is_same_amount(const char *a, const char *b)
{
    Decimal one = {0}, other = {0};
    return a && b && decimal_parse(a, &one) && decimal_parse(b, &other) && decimal_compare(one, other) == 0;
}

const char *counted_due(const Finding *told, const char *field)
{
    const bool total = strcmp(field, "total-yuan") == 0, of_product = is_variant(told, "LAW-007", NULL);
    if (!total)
        return is_variant(told, "LAW-007", "per-day") && strcmp(field, "per-day-yuan") == 0 ? finding_value(told, "fine") : NULL;
    const char *due = finding_value(told, "right-total");
    const bool wrong = of_product && !finding_value(told, "fits-days") && !finding_value(told, "fits-per-day");
    return due || !wrong ? due : finding_value(told, "expected");
}

typedef struct { const CaseGroup *group; Finding *told; GString *right_in; } Fold;

/* Whether FINDING is of the file in which TOLD's figure stands. */
static bool is_beside(const Fold *fold, const Finding *finding)
{
    return finding != fold->told && g_strcmp0(finding->casefile, fold->group->name) == 0 &&
           g_strcmp0(finding->file, fold->told->file) == 0;
}

/* EXT-002: the decision has another figure than a paper that has the right one. */
static bool has_right_figure(const Finding *finding, gconstpointer data)
{
    const Fold *fold = data;
    const char *field = finding_value(finding, "field"), *variant = finding->variant;
    if (strcmp(finding->code, "EXT-002") != 0 || !field || !is_beside(fold, finding) ||
        (variant && strcmp(variant, "notice") != 0 && strcmp(variant, "discussion") != 0))
        return false;
    const bool per_day = strcmp(field, "per-day-yuan") == 0, total = strcmp(field, "total-yuan") == 0 || strcmp(field, "fine-yuan") == 0;
    const char *due = per_day || total ? counted_due(fold->told, per_day ? field : "total-yuan") : NULL,
               *stated = finding_value(fold->told, per_day ? "per-day" : "total");
    if (!is_same_amount(due, finding_value(finding, "other-value")) || !is_same_amount(stated, finding_value(finding, "value")))
        return false;
    g_autofree char *base = g_path_get_basename(finding_value(finding, "other-file"));
    const char *place = finding_value(finding, "other-place");
    g_autofree char *line = g_strjoin("|", base, place, NULL);
    text_add_line(fold->right_in, line);
    return true;
}

/* LAW-007: the product is wrong only by the amount of a day of which TOLD tells. */
static bool is_wrong_by_day(const Finding *finding, gconstpointer data)
{
    const Fold *fold = data;
    return is_variant(finding, "LAW-007", NULL) && is_beside(fold, finding) &&
           is_same_amount(finding_value(finding, "fits-per-day"), finding_value(fold->told, "fine"));
}

static void fold_right_figures(Check *check, Fold fold)
{
    g_autoptr(GString) right_in = fold.right_in = g_string_new(NULL);
    check_fold(check, has_right_figure, &fold);
    if (right_in->len > 0)
        finding_param(fold.told, "right-in", right_in->str);
}

static void fold_product(Check *check, Fold fold)
{
    const Finding *told;
    for (guint at = 0; (told = told_next(check, "LAW-007", fold.group, &at));)
        if (is_wrong_by_day(told, &fold))
            finding_param(fold.told, "fits-total", finding_value(told, "total"));
    check_fold(check, is_wrong_by_day, &fold);
}

/* Where the decision says the total that its own figures make beside the wrong one, EXT-002 tells of both and says which is right, and
 * LAW-007 that the other one stands there. */
static void refer_to_both(const Check *check, const CaseGroup *group, Finding *product)
{
    guint at = 0;
    for (const Finding *told; (told = told_next(check, "EXT-002", group, &at));) {
        const char *expected = finding_value(product, "expected"), *field = finding_value(told, "field");
        if (g_strcmp0(told->variant, "same-document") != 0 || g_strcmp0(told->file, product->file) != 0 ||
            g_strcmp0(field, "total-yuan") != 0 ||
            (!is_same_amount(expected, finding_value(told, "value")) && !is_same_amount(expected, finding_value(told, "other-value"))))
            continue;
        static const char *const names[] = {"expected", "per-day", "days"};
        for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
            finding_param((Finding *)told, names[i], finding_value(product, names[i]));
        finding_param(product, "also-right", expected);
        return;
    }
}

/* The next finding of LAW-007 in GROUP with VARIANT; NULL for none. */
static Finding *counted_told(const Check *check, const CaseGroup *group, const char *variant)
{
    guint at = 0;
    for (const Finding *told; (told = told_next(check, "LAW-007", group, &at));)
        if (g_strcmp0(told->variant, variant) == 0)
            return (Finding *)told;
    return NULL;
}

void counted_once(Check *check, const CaseGroup *group)
{
    Finding *per_day = counted_told(check, group, "per-day");
    if (per_day)
        fold_product(check, (Fold){.group = group, .told = per_day});
    Finding *product = counted_told(check, group, NULL);
    if (product)
        refer_to_both(check, group, product);
    Finding *const each[] = {per_day, product};
    for (size_t i = 0; i < G_N_ELEMENTS(each); i++)
        if (each[i])
            fold_right_figures(check, (Fold){.group = group, .told = each[i]});
}
