/* Candidates' papers: lists of cases from tables, the length of stories. */
#include <string.h>

#include "claims.h"
#include "reading.h"
#include "text.h"

/* ---- case lists in tables ---- */

static uint32_t row_end(const DocxText *docx, uint32_t cell)
{
    uint32_t i = cell;
    while (i < docx->n_cells && docx->cells[i].table == docx->cells[cell].table && docx->cells[i].row == docx->cells[cell].row)
        i++;
    return i;
}

static char **row_texts(const DocxText *docx, uint32_t from, uint32_t to)
{
    char **texts = g_new0(char *, to - from + 1);
    for (uint32_t i = from; i < to; i++)
        texts[i - from] = docx_cell_text(docx, i);
    return texts;
}

void gather_claims(Gather *gather)
{
    if (strcmp(gather->document->type, "case-list") != 0 && strcmp(gather->document->type, "candidate-form") != 0)
        return;
    const DocxText *docx = gather->reading->docx;
    ClaimReader reader;
    claimreader_init(&reader, gather->reading->rules, gather->document->claims);
    uint32_t table = 0;
    for (uint32_t i = 0; i < docx->n_cells;) {
        uint32_t end = row_end(docx, i);
        uint32_t first = docx->cells[i].count ? docx->in_cells[docx->cells[i].first] : UINT32_MAX;
        if (first >= gather->part->first && first < gather->part->end) {
            if (docx->cells[i].table != table)
                claimreader_restart(&reader);
            table = docx->cells[i].table;
            g_auto(GStrv) texts = row_texts(docx, i, end);
            g_autofree char *place = g_strdup_printf("T%uR%u", docx->cells[i].table, docx->cells[i].row);
            claimreader_row(&reader, (const char *const *)texts, end - i, place);
        }
        i = end;
    }
}

/* ---- stories ---- */

void gather_story(Gather *gather)
{
    if (strcmp(gather->document->type, "story") != 0)
        return;
    int64_t chars = 0;
    for (uint32_t i = gather->part->first; i < gather->part->end; i++) {
        const DocxParagraph *p = &gather->reading->docx->paragraphs[i];
        if (p->story != DOCX_HEADER && p->story != DOCX_FOOTER)
            chars += (int64_t)text_count_printed(p->text + p->generated);
    }
    gather->document->story_chars = chars;
}
