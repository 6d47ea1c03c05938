/* Where people sign: what pictures stand for (some are pages of a paper), where an application to the court is signed for the
 * bureau, and whether a report of monitoring has the mark of an accredited station; what is told beside the text. */
#include <string.h>

#include "reading.h"
#include "text.h"

static bool is_field(const Candidate *candidate, const char *id)
{
    return strcmp(candidate->field->id, id) == 0;
}

/* A signature may be a picture, wherever that is anchored. */
static void take_pictures(Gather *gather)
{
    if (!gather->reading->docx->pictures)
        return;
    for (guint i = gather->found->len; i-- > 0;)
        if (g_str_has_suffix(((Candidate *)g_ptr_array_index(gather->found, i))->field->id, "-blank"))
            g_ptr_array_remove_index(gather->found, i);
    if (strcmp(gather->document->type, "enforcement-application") == 0)
        gather_add_value(gather, "head-signed", 1, "picture", gather->part->first, "", g_strdup("picture"), NULL, VALUE_VALID);
}

/* A picture in a paragraph of its own may be a page of the paper that was pasted in: what its text leaves out may stand there. */
static void take_pasted(Gather *gather)
{
    static const char *const papers[] = {"penalty-decision", "daily-decision", "seizure-decision", "restriction-decision",
                                         "interview-record", NULL};
    if (!g_strv_contains(papers, gather->document->type))
        return;
    for (uint32_t i = gather->part->first; i < gather->part->end; i++) {
        const DocxParagraph *paragraph = &gather->reading->docx->paragraphs[i];
        if (!paragraph->picture || strspn(paragraph->text, " \n\t") < paragraph->length)
            continue;
        gather_add_value(gather, "pasted", 1, "picture", i, "picture", g_strdup("picture"), NULL, VALUE_VALID);
        return;
    }
}

/* What a paper may tell in its page headers and footers or in a note, which belong to no document of the file: whether any
 * of them has words of it, as the named pattern ASIDE finds. */
static void take_aside(Gather *gather, const char *field, const char *aside)
{
    const NamedPattern *rule = extractrules_named(gather->reading->rules, aside);
    const DocxText *docx = gather->reading->docx;
    for (uint32_t i = 0; rule && i < docx->n_paragraphs; i++) {
        const MatchText *folded = folded_at(gather->reading, i);
        if (docx->paragraphs[i].story == DOCX_BODY || folded->length == 0 || !extractrules_when(rule->when, folded->text) ||
            !matcher_find(gather->reading->matcher, rule->pattern, folded->text, folded->length, 0))
            continue;
        const char *text = docx->paragraphs[i].text;
        gather_add_value(gather, field, 1, rule->id, i, text, g_strdup(text), NULL, VALUE_VALID);
        return;
    }
}

static void take_asides(Gather *gather)
{
    static const struct { const char *type, *field, *aside; } told[] = {
        {"penalty-decision", "remedies", "remedies-aside"},   {"daily-decision", "remedies", "remedies-aside"},
        {"seizure-decision", "remedies", "remedies-aside"},   {"restriction-decision", "remedies", "remedies-aside"},
        {"interview-record", "recusal-told", "recusal-aside"}};
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++)
        if (strcmp(gather->document->type, told[i].type) == 0 && !gather_has(gather, told[i].field, NULL))
            take_aside(gather, told[i].field, told[i].aside);
}

/* Who heads the bureau is told where the applicant is described too, in the same words as where he signs: only what stands at
 * the end of the application, by its date, is a place to sign. */
static void drop_heads_above(Gather *gather)
{
    enum { LINES_BEFORE_DATE = 3 };
    const Candidate *date = NULL;
    for (guint i = 0; i < gather->found->len; i++) {
        const Candidate *one = g_ptr_array_index(gather->found, i);
        if (is_field(one, "application-date") && strcmp(one->field->rule, "signature-line") == 0)
            date = one;
    }
    for (guint i = gather->found->len; i-- > 0;) {
        const Candidate *one = g_ptr_array_index(gather->found, i);
        bool to_sign = strstr(one->field->value, "签") != NULL;
        bool head = is_field(one, "head-named") || (is_field(one, "head-blank") && !to_sign);
        if (head && (!date || one->order + LINES_BEFORE_DATE < date->order))
            g_ptr_array_remove_index(gather->found, i);
    }
}

void gather_settle_signatures(Gather *gather)
{
    take_pictures(gather);
    take_pasted(gather);
    take_asides(gather);
    drop_heads_above(gather);
}

/* Whether a paragraph of the whole file, page headers and all, is what the named pattern ID finds. */
static bool file_says(const Gather *gather, const char *id)
{
    const NamedPattern *rule = extractrules_named(gather->reading->rules, id);
    bool found = false;
    for (uint32_t i = 0; rule && i < gather->reading->docx->n_paragraphs && !found; i++) {
        const MatchText *folded = folded_at(gather->reading, i);
        found = folded->length > 0 && extractrules_when(rule->when, folded->text) &&
                matcher_find(gather->reading->matcher, rule->pattern, folded->text, folded->length, 0);
    }
    return found;
}

void gather_mark(Gather *gather)
{
    const DocxText *docx = gather->reading->docx;
    const char *title = gather->document->title;
    bool report = strcmp(gather->document->type, "monitoring-report") == 0 && title && (strstr(title, "监测") || strstr(title, "检测")) &&
                  !gather->reading->bare_part && gather->part->title != UINT32_MAX;
    if (!report || docx->drawn || docx->unread->len > 0 || !file_says(gather, "report-signed") || file_says(gather, "report-marked"))
        return;
    gather_add_value(gather, "mark-missing", 1, "no-mark", gather->part->title, title, text_squeeze(title), NULL, VALUE_VALID);
}

void gather_drop_filled(Gather *gather)
{
    static const char *const blanks[][3] = {{"number-blank", "doc-number"}, {"party-blank", "party"}, {"fine-blank", "fine-yuan", "total-yuan"}};
    for (guint i = gather->found->len; i-- > 0;) {
        const Candidate *one = g_ptr_array_index(gather->found, i);
        bool filled = false;
        for (size_t k = 0; k < G_N_ELEMENTS(blanks); k++)
            for (size_t n = 1; n < G_N_ELEMENTS(blanks[k]) && strcmp(one->field->id, blanks[k][0]) == 0; n++)
                filled = filled || (blanks[k][n] && gather_has(gather, blanks[k][n], NULL));
        if (filled)
            g_ptr_array_remove_index(gather->found, i);
    }
}
