/* Where people sign: what pictures stand for (some are pages of a paper), where an application to the court is signed for the
 * bureau, and whether a report of monitoring has the mark of an accredited station; what is told beside the text. */
#include <string.h>

#include "cells.h"
#include "cndate.h"
#include "labels.h"
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

/* Records and the like may have photographs in them. */
static void take_pictured(Gather *gather)
{
    static const char *const papers[] = {"inspection-record", "interview-record", "investigation-report", "evidence", "other", NULL};
    if (gather->reading->docx->pictures && g_strv_contains(papers, gather->document->type))
        gather_add_value(gather, "pictured", 1, "picture", gather->part->first, "picture", g_strdup("picture"), NULL, VALUE_VALID);
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

/* The text of CELL without blanks, behind the label that asks the investigators to sign; NULL where it has none.  Caller frees. */
static char *behind_signing(const Gather *gather, const NamedPattern *rule, int64_t cell)
{
    g_autofree char *whole = cell >= 0 ? docx_cell_text(gather->reading->docx, (uint32_t)cell) : NULL,
                    *text = whole ? matchtext_squeeze(whole) : NULL;
    bool found = text && matcher_find(gather->reading->matcher, rule->pattern, text, strlen(text), 0);
    return found ? g_strdup(text + span_of(gather, rule, "label").end) : NULL;
}

/* The paragraph of CELL that ends in the one date of the cell, which becomes DATE; -1 for none. */
static int64_t dated_paragraph(const Gather *gather, uint32_t cell, CnDate *date)
{
    const DocxText *docx = gather->reading->docx;
    int64_t dated = -1;
    for (uint32_t i = 0; i < docx->cells[cell].count; i++) {
        const uint32_t paragraph = docx->in_cells[docx->cells[cell].first + i];
        const char *text = docx->paragraphs[paragraph].text;
        CnDate here, next;
        if (!cndate_find(text, 0, &here))
            continue;
        g_autofree char *after = matchtext_squeeze(text + here.end);
        if (dated >= 0 || here.state != CNDATE_FULL || *after || cndate_find(text, here.end, &next))
            return -1;
        dated = paragraph;
        *date = here;
    }
    return dated;
}

/* Where CELL has more than a date and what forms print, TEXT, who signed there, or beside LABEL, left no place blank. */
static void drop_blanks_in(Gather *gather, uint32_t cell, int64_t label, const char *text)
{
    g_autofree char *words = g_strdelimit(g_strdup(text), "0123456789", '_');
    for (guint i = gather->found->len; i-- > 0 && !label_is_unwritten(gather, words);) {
        const Candidate *one = g_ptr_array_index(gather->found, i);
        const int32_t at = one->order < gather->reading->docx->n_paragraphs ? gather->reading->docx->paragraphs[one->order].cell : -1;
        if (is_field(one, "sign-blank") && at >= 0 && (at == (int32_t)cell || at == label))
            g_ptr_array_remove_index(gather->found, i);
    }
}

/* The day on which the investigators signed their report in a cell of its form, 调查人员签名：…日期：…, or beside that label. */
static void take_report_day(Gather *gather)
{
    enum { RANK = 3, SIGNING_CHARS_MAX = 120 };
    const DocxText *docx = gather->reading->docx;
    const NamedPattern *rule = extractrules_named(gather->reading->rules, "investigators-sign");
    if (!rule || strcmp(gather->document->type, "investigation-report") != 0)
        return;
    for (CellWalk walk = cells_from(docx, gather->part->first, gather->part->end); cells_next(&walk);) {
        const int64_t left = cell_left(docx, walk.cell);
        g_autofree char *own = behind_signing(gather, rule, walk.cell), *beside = own ? NULL : behind_signing(gather, rule, left);
        if (!own && !beside)
            continue;
        CnDate date;
        g_autofree char *text = docx_cell_text(docx, walk.cell);
        const int64_t paragraph = g_utf8_strlen(text, -1) <= SIGNING_CHARS_MAX ? dated_paragraph(gather, walk.cell, &date) : -1;
        if (paragraph < 0)
            continue;
        gather_add_value(gather, "document-date", RANK, rule->id, (uint32_t)paragraph, docx->paragraphs[paragraph].text,
                         day_format(date.day), NULL, VALUE_VALID);
        drop_blanks_in(gather, walk.cell, left, own ? own : text);
    }
}

void gather_settle_signatures(Gather *gather)
{
    take_report_day(gather);
    take_pictures(gather);
    take_pasted(gather);
    take_pictured(gather);
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
