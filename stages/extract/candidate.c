/* Candidates' papers: lists of cases from tables, the roles that proofs state, what stories are, names of lists. */
#include <string.h>

#include "cells.h"
#include "claims.h"
#include "digest.h"
#include "docnumber.h"
#include "matchtext.h"
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

/* ---- proofs ---- */

/* The word that LINE ends in behind its last mark, 1.沅环罚字〔2016〕34号（行政处罚）：主办；, when it is a role; else NULL.
 * Caller frees. */
static char *role_at_end(const ExtractRules *rules, const char *line)
{
    g_autofree char *squeezed = matchtext_squeeze(line);
    size_t length = strlen(squeezed);
    while (length > 0 && strchr(";.,", squeezed[length - 1]))
        squeezed[--length] = '\0';
    if (g_str_has_suffix(squeezed, "。"))
        squeezed[length - strlen("。")] = '\0';
    const char *word = squeezed;
    for (const char *p = squeezed; *p; p++)
        if (strchr(":,)", *p))
            word = p + 1;
    return word > squeezed && g_hash_table_contains(rules->roles, word) ? g_strdup(word) : NULL;
}

void gather_roles(Gather *gather)
{
    if (strcmp(gather->document->type, "other") != 0)
        return;
    for (uint32_t i = gather->part->first; i < gather->part->end; i++) {
        const DocxParagraph *p = &gather->reading->docx->paragraphs[i];
        g_autofree char *role = p->cell < 0 ? role_at_end(gather->reading->rules, p->text) : NULL, *word = NULL;
        int told = role ? GPOINTER_TO_INT(g_hash_table_lookup(gather->reading->rules->roles, role))
                   : p->cell < 0 ? attested_role(gather, p->text, &word)
                                 : ROLE_NONE;
        role = role ? role : g_steal_pointer(&word);
        g_autoptr(GPtrArray) numbers = role ? docnumber_find(p->text, DOCNUMBER_TEXT) : NULL,
                             keys = role ? docnumber_keys(p->text, DOCNUMBER_TEXT) : NULL;
        if (!role || numbers->len != 1 || keys->len != 1)
            continue;
        const DocNumberSpan *span = numbers->pdata[0];
        Claim *claim = record_add(gather->document->claims, &claim_type);
        claim->number = g_strndup(p->text + span->start, span->end - span->start);
        claim->key = g_strdup(keys->pdata[0]);
        claim->role = told;
        claim->role_text = g_steal_pointer(&role);
        claim->place = docx_place(gather->reading->docx, i);
    }
}

/* ---- forms and lists ---- */

bool opinion_is_said(const char *text)
{
    static const char *const printed[] = {"盖章", "公章", "印章", "签章", "签字", "签名", "负责人", "审批人", "批准人", "单位", "领导",
                                          "局长", "日期", "时间", "意见",     "年",     "月",     "日"};
    g_autofree char *squeezed = matchtext_squeeze(text);
    for (const char *p = squeezed; *p;) {
        size_t known = 0;
        for (size_t i = 0; i < G_N_ELEMENTS(printed) && known == 0; i++)
            known = g_str_has_prefix(p, printed[i]) ? strlen(printed[i]) : 0;
        if (known == 0 && g_unichar_isalpha(g_utf8_get_char(p)))
            return true;
        p += known ? known : (size_t)(g_utf8_next_char(p) - p);
    }
    return false;
}

/* Whether LABEL asks for what the candidate's own unit says. */
static bool is_opinion_of_unit(const char *label)
{
    static const char *const others[] = {"市局", "省", "上级", "主管", "评审", "评选", "纪检", "监察", "领导小组", NULL};
    const char *unit = strstr(label, "单位");
    return unit && strstr(unit, "意见") && !text_has_any(label, others);
}

void gather_opinion(Gather *gather)
{
    const DocxText *docx = gather->reading->docx;
    if (strcmp(gather->document->type, "candidate-form") != 0)
        return;
    for (CellWalk walk = cells_from(docx, gather->part->first, gather->part->end); cells_next(&walk);) {
        g_autofree char *label = cell_label(docx, walk.cell);
        int64_t value = label && is_opinion_of_unit(label) ? cell_right(docx, walk.cell) : -1;
        if (value < 0)
            continue;
        g_autofree char *text = docx_cell_text(docx, (uint32_t)value);
        bool said = opinion_is_said(text);
        gather_add_value(gather, "unit-opinion", 1, "unit-opinion", cell_paragraph(docx, walk.cell), said ? text : label,
                         said ? text_trim(text) : g_strdup(""), NULL, said ? VALUE_VALID : VALUE_ABSENT);
    }
}

/* The cell in the row of CELL, to its right, with which column GRID begins, or -1. */
static int64_t cell_in_column(const DocxText *docx, uint32_t cell, uint32_t grid)
{
    int64_t right = cell_right(docx, cell);
    while (right >= 0 && docx->cells[right].grid != grid)
        right = cell_right(docx, (uint32_t)right);
    return right;
}

/* The title 执法证号 to the right of the column title CELL, or -1. */
static int64_t certificate_title(const DocxText *docx, uint32_t cell)
{
    for (int64_t right = cell_right(docx, cell); right >= 0; right = cell_right(docx, (uint32_t)right)) {
        g_autofree char *label = cell_label(docx, (uint32_t)right);
        if (label && strstr(label, "执法证"))
            return right;
    }
    return -1;
}

/* NAME's number in CELL (-1: none), as NAME|number; absent where the cell is empty. */
static void add_certificate(Gather *gather, const char *name, int64_t cell)
{
    const DocxText *docx = gather->reading->docx;
    g_autofree char *text = cell >= 0 ? docx_cell_text(docx, (uint32_t)cell) : NULL,
                    *number = text ? matchtext_squeeze(text) : NULL;
    if (number && docx->cells[cell].count > 0)
        gather_add_value(gather, "listed-certificate", 1, "listed-certificate",
                         cell_paragraph(docx, (uint32_t)cell), number[0] != '\0' ? text : name,
                         g_strdup_printf("%s|%s", name, number), NULL, number[0] != '\0' ? VALUE_VALID : VALUE_ABSENT);
}

/* The names below the column title CELL, and the numbers of their certificates. */
static void add_names(Gather *gather, uint32_t cell)
{
    enum { NAME_CHARS_MAX = 8 };
    const DocxText *docx = gather->reading->docx;
    int64_t title = certificate_title(docx, cell);
    for (int64_t below = cell_below(docx, cell); below >= 0; below = cell_below(docx, (uint32_t)below)) {
        g_autofree char *text = docx_cell_text(docx, (uint32_t)below), *name = matchtext_squeeze(text);
        glong chars = g_utf8_strlen(name, -1);
        if (chars < 2 || chars > NAME_CHARS_MAX)
            continue;
        gather_add_value(gather, "name", 1, "listed-name", cell_paragraph(docx, (uint32_t)below), text, g_strdup(name), NULL,
                         VALUE_VALID);
        if (title >= 0)
            add_certificate(gather, name, cell_in_column(docx, (uint32_t)below, docx->cells[title].grid));
    }
}

/* Whether CELL stands in the titles of a list whose rows are numbered, and not in a form. */
static bool is_in_numbered_list(const DocxText *docx, uint32_t cell)
{
    const DocxCell *first = &docx->cells[cell];
    while (first > docx->cells && first[-1].table == first->table && first[-1].row == first->row)
        first--;
    g_autofree char *label = cell_label(docx, (uint32_t)(first - docx->cells));
    return g_strcmp0(label, "序号") == 0;
}

/* A list of candidates, or a certificate for all of them. */
void gather_listed(Gather *gather)
{
    static const char *const titles[] = {"姓名", "候选人", "候选人姓名", "人选", "推荐人选", "推荐人姓名", NULL};
    const DocxText *docx = gather->reading->docx;
    const bool list = strcmp(gather->document->type, "candidate-list") == 0;
    if (!list && strcmp(gather->document->type, "integrity-certificate") != 0)
        return;
    for (CellWalk walk = cells_from(docx, gather->part->first, gather->part->end); cells_next(&walk);) {
        g_autofree char *label = cell_label(docx, walk.cell);
        if (label && g_strv_contains(titles, label) && (list || is_in_numbered_list(docx, walk.cell)))
            add_names(gather, walk.cell);
    }
}

/* ---- stories and bulletins ---- */

/* Titles, serial numbers, dates and signatures are short lines that end no sentence; a text handed in again has others. */
static bool is_running_text(const DocxParagraph *p, const char *line)
{
    enum { LINE_CHARS_MIN = 20 };
    static const char *const ends[] = {"。", "!", "?", ";"}; /* folded */
    bool sentence = g_utf8_strlen(line, -1) >= LINE_CHARS_MIN;
    for (size_t i = 0; i < G_N_ELEMENTS(ends) && !sentence; i++)
        sentence = g_str_has_suffix(line, ends[i]);
    return p->story != DOCX_HEADER && p->story != DOCX_FOOTER && sentence && !g_str_has_suffix(line, "日");
}

static char *digest_of(const GString *text)
{
    char hex[65];
    digest_bytes(text->str, text->len, hex);
    return g_strdup(hex);
}

/* Two short reports may well say the same of two days: of them the whole must agree. */
static void digest_text(Gather *gather)
{
    enum { WHOLE_CHARS_MIN = 40, BODY_CHARS_MIN = 100 }; /* of running text */
    g_autoptr(GString) whole = g_string_new(NULL), body = g_string_new(NULL);
    for (uint32_t i = gather->part->first; i < gather->part->end; i++) {
        const DocxParagraph *p = &gather->reading->docx->paragraphs[i];
        g_autofree char *line = matchtext_squeeze(p->text + p->generated);
        g_string_append_printf(whole, "%s%s", line, *line ? "\n" : "");
        if (is_running_text(p, line))
            g_string_append(body, line);
    }
    glong chars = g_utf8_strlen(body->str, -1);
    gather->document->whole_digest = chars >= WHOLE_CHARS_MIN ? digest_of(whole) : NULL;
    gather->document->text_digest = chars >= BODY_CHARS_MIN ? digest_of(body) : NULL;
}

void gather_story(Gather *gather)
{
    if (strcmp(gather->document->type, "bulletin") == 0)
        digest_text(gather);
    if (strcmp(gather->document->type, "story") != 0)
        return;
    digest_text(gather);
    int64_t chars = 0;
    for (uint32_t i = gather->part->first; i < gather->part->end; i++) {
        const DocxParagraph *p = &gather->reading->docx->paragraphs[i];
        if (p->story != DOCX_HEADER && p->story != DOCX_FOOTER)
            chars += (int64_t)text_count_printed(p->text + p->generated);
    }
    gather->document->story_chars = chars;
}
