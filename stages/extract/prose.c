/* What running text says: pattern rules, the document's own number and every number it mentions, the signature line. */
#include <string.h>

#include "cells.h"
#include "cndate.h"
#include "docnumber.h"
#include "events.h"
#include "reading.h"
#include "text.h"

enum { MENTIONS_MAX = 5000, HEAD_PARAGRAPHS = 6, HEAD_ROWS = 4, MATCHES_MAX = 50, LABEL_BYTES_MAX = 60 };

/* ---- pattern rules ---- */

/* The candidates from FROM on, which RULE read at byte START of PARAGRAPH, stand beside those of lower ranks where the sentence
 * says what the document itself says of the field. */
static void set_beside(Gather *gather, const PatternRule *rule, guint from, uint32_t paragraph, size_t start)
{
    const MatchText *folded = folded_at(gather->reading, paragraph);
    size_t begin, end;
    if (!rule->beside || from == gather->found->len)
        return;
    matchtext_sentence(folded->text, start, &begin, &end);
    g_autofree char *sentence = g_strndup(folded->text + begin, end - begin);
    const bool beside = gather_fits(gather, rule->beside->id, sentence);
    for (guint i = from; i < gather->found->len; i++)
        ((Candidate *)g_ptr_array_index(gather->found, i))->beside = beside;
}

/* False when the rest of the document need not be looked at. */
static bool run_pattern(Gather *gather, const PatternRule *rule, uint32_t paragraph)
{
    const MatchText *folded = folded_at(gather->reading, paragraph);
    Matcher *matcher = gather->reading->matcher;
    size_t from = 0, start, end, all_start, all_end;
    for (int i = 0; i < MATCHES_MAX && matcher_find(matcher, rule->pattern, folded->text, folded->length, from); i++) {
        if (!matcher_span(matcher, 0, &all_start, &all_end))
            return true;
        if (matcher_span(matcher, pattern_group(rule->pattern, "value"), &start, &end) && end > start) {
            end = rule->field->type == VALUE_MONEY ? value_money_end(folded->text, end) : end;
            g_autofree char *value = matchtext_quote(
                folded, gather->reading->docx->paragraphs[paragraph].text, start, end);
            GatherPlace place = gather_clause(gather, paragraph, start, MAX(end, all_end));
            const guint count = gather->found->len;
            if (!gather_add_people(gather, rule->field, rule->rank, rule->id, value, &place))
                gather_add_at(gather, rule->field, rule->rank, rule->id, value, false, &place);
            g_free(place.quote);
            set_beside(gather, rule, count, paragraph, start);
            if (rule->first)
                return false;
        }
        from = all_end > from ? all_end : all_end + 1;
        while (from < folded->length && ((guchar)folded->text[from] & 0xC0) == 0x80)
            from++;
    }
    return true;
}

void gather_patterns(Gather *gather)
{
    const GPtrArray *patterns = gather->reading->rules->patterns;
    uint32_t decision = gather->part->end, decision_end = decision;
    decision_range(gather, &decision, &decision_end);
    for (guint p = 0; p < patterns->len; p++) {
        const PatternRule *rule = g_ptr_array_index(patterns, p);
        if (!(rule->docs & gather->doc_mask))
            continue;
        uint32_t from = rule->part == PART_DECISION ? decision : gather->part->first;
        uint32_t to = rule->part == PART_DECISION ? decision_end : gather->part->end;
        bool more = true;
        for (uint32_t i = from; more && i < to; i++)
            if (folded_at(gather->reading, i)->length > 0 && extractrules_when(rule->when, folded_at(gather->reading, i)->text))
                more = run_pattern(gather, rule, i);
    }
}

/* ---- events ---- */

typedef struct {
    Gather *gather;
    uint32_t paragraph;
} EventsAt;

static void add_event(const EventRule *rule, const EventQuote *at, void *data)
{
    const EventsAt *here = data;
    if (!(rule->docs & here->gather->doc_mask))
        return;
    const MatchText *folded = folded_at(here->gather->reading, here->paragraph);
    g_autofree char *date = event_date(at, folded,
                                       here->gather->reading->docx->paragraphs[here->paragraph].text);
    GatherPlace place = gather_clause(here->gather, here->paragraph, at->date_start, at->end);
    if (at->days_later < 0) /* behind the date, which gives the month */
        place.offset = folded->origin[at->end];
    gather_add_at(here->gather, at->days_later > 0 ? rule->next_field : rule->field, rule->rank, rule->rule,
                  date, false, &place);
    g_free(place.quote);
}

/* The text of the cell to the left of the paragraph's own, which may be its label; NULL for none. */
static char *label_beside(const DocxText *docx, uint32_t paragraph)
{
    int32_t cell = docx->paragraphs[paragraph].cell;
    int64_t left = cell >= 0 ? cell_left(docx, (uint32_t)cell) : -1;
    if (left < 0)
        return NULL;
    char *label = docx_cell_text(docx, (uint32_t)left);
    if (strlen(label) <= LABEL_BYTES_MAX)
        return label;
    g_free(label);
    return NULL;
}

void gather_events(Gather *gather)
{
    const Reading *reading = gather->reading;
    uint64_t docs = 0;
    for (guint i = 0; i < reading->rules->events->len; i++)
        docs |= ((EventRule *)g_ptr_array_index(reading->rules->events, i))->docs;
    for (uint32_t i = gather->part->first; (docs & gather->doc_mask) && i < gather->part->end; i++) {
        const MatchText *folded = folded_at(reading, i);
        if (folded->length == 0)
            continue;
        EventsAt here = {gather, i};
        g_autofree char *label = label_beside(reading->docx, i);
        events_read(reading->rules, reading->matcher, label, folded, reading->docx->paragraphs[i].text,
                    add_event, &here);
    }
}

/* ---- document numbers ---- */

static DocNumberKind own_kind(const Gather *gather)
{
    const char *type = gather->document->type;
    return strcmp(type, "monitoring-report") == 0 ? DOCNUMBER_MONITORING : strcmp(type, "court-document") == 0 ? DOCNUMBER_COURT : DOCNUMBER_AGENCY;
}

/* Whether the label that ends at COLON says that what follows is another paper's: 备注：…, 依据：…. */
static bool is_remark(const char *text, const char *colon)
{
    static const char *const remarks[] = {"备注", "摘要", "依据", "事由", "项目", "附言", "用途", "说明", "处罚决定书", "关联", NULL};
    g_autofree char *label = g_strndup(text, (gsize)(colon - text)), *squeezed = matchtext_squeeze(label);
    return text_has_any(squeezed, remarks);
}

/* Whether NUMBER is, by its type word, that of another kind of document (催告文号 in an application). */
static bool is_of_other_kind(const Gather *gather, const DocNumberParts *number)
{
    int doctype = extractrules_number_doctype(gather->reading->rules, number->type);
    return doctype >= 0 && doctype != gather->part->doctype && gather->part->doctype >= 0 &&
           number->type[0] != '\0';
}

/* What a letterhead puts on the line of the number besides: who issues the paper (签发人：…, GB/T 9704), or its day.  RIGHT is squeezed. */
static bool may_stand_behind_number(const char *right)
{
    CnDate day;
    return g_str_has_prefix(right, "签发人") || (cndate_find(right, 0, &day) && day.start == 0 && right[day.end] == '\0');
}

/* A paragraph that is a number, perhaps behind a label: the number, and where it is. */
static bool number_line(const Gather *gather, const char *text, DocNumberSpan **span, GPtrArray *found)
{
    if (found->len != 1)
        return false;
    *span = g_ptr_array_index(found, 0);
    const char *colon = strstr(text, "：") ? strstr(text, "：") : strchr(text, ':');
    size_t start = colon && (size_t)(colon - text) < (*span)->start && colon - text <= 30 ? (size_t)(g_utf8_next_char(colon) - text) : 0;
    g_autofree char *before = g_strndup(text + start, (*span)->start - start), *after = g_strdup(text + (*span)->end);
    g_autofree char *left = matchtext_squeeze(before), *right = matchtext_squeeze(after);
    if (colon && start && (is_remark(text, colon) || is_of_other_kind(gather, &(*span)->number)))
        return false;
    return (!*left || strcmp(left, "(") == 0 || strcmp(left, "(文号:") == 0) && (!*right || strcmp(right, ")") == 0 || *right == '(' || may_stand_behind_number(right));
}

/* A number that was never filled in, 溆环罚字〔2016〕　号, is none. */
static bool is_left_blank(const char *text, const DocNumberSpan *span)
{
    g_autofree char *number = g_strndup(text + span->start, span->end - span->start), *squeezed = matchtext_squeeze(number);
    return span->number.kind == DOCNUMBER_MASKED && (strstr(squeezed, "〕号") || strstr(squeezed, ")号") || strstr(squeezed, "第号"));
}

static void add_own(Gather *gather, uint32_t paragraph, const DocNumberSpan *span, int rank)
{
    const char *text = gather->reading->docx->paragraphs[paragraph].text;
    if (is_left_blank(text, span))
        return;
    g_autofree char *quote = g_strndup(text + span->start, span->end - span->start);
    gather_add_value(gather, "doc-number", rank, "number-line", paragraph, quote, g_strdup(quote), docnumber_key_of(&span->number),
                     span->number.kind == DOCNUMBER_MASKED ? VALUE_MASKED : VALUE_VALID);
}

static void add_mentions(Gather *gather, uint32_t paragraph, GPtrArray *found, GHashTable *seen)
{
    const char *text = gather->reading->docx->paragraphs[paragraph].text;
    GPtrArray *mentions = gather->document->mentions;
    for (guint i = 0; i < found->len; i++) {
        const DocNumberSpan *span = g_ptr_array_index(found, i);
        g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func(g_free);
        docnumber_expand(&span->number, keys);
        for (guint k = 0; k < keys->len && mentions->len < MENTIONS_MAX; k++) {
            char *key = g_ptr_array_index(keys, k);
            if (!g_hash_table_add(seen, g_strdup(key)))
                continue;
            DocNumber *mention = record_add(mentions, &docnumber_type);
            mention->raw = g_strndup(text + span->start, span->end - span->start);
            mention->key = g_strdup(key);
            mention->place = docx_place(gather->reading->docx, paragraph);
        }
    }
}

/* The numbers of other documents, told by their type word. */
static void add_by_type(Gather *gather, uint32_t paragraph, GPtrArray *found)
{
    const ExtractRules *rules = gather->reading->rules;
    const char *text = gather->reading->docx->paragraphs[paragraph].text;
    for (guint i = 0; i < found->len; i++) {
        const DocNumberSpan *span = g_ptr_array_index(found, i);
        int doctype = extractrules_number_doctype(rules, span->number.type);
        for (guint m = 0; doctype >= 0 && doctype != gather->part->doctype && m < rules->mentions->len; m++) {
            const MentionRule *mention = g_ptr_array_index(rules->mentions, m);
            g_autofree char *quote = g_strndup(text + span->start, span->end - span->start);
            if (mention->of == doctype && (mention->docs & gather->doc_mask))
                gather_add(gather, mention->field, mention->rank, mention->rule, paragraph, quote, false);
        }
    }
}

/* Outside tables, or alone in one of the first rows of a form. */
static bool may_head(const Reading *reading, uint32_t paragraph)
{
    const DocxText *docx = reading->docx;
    int32_t cell = docx->paragraphs[paragraph].cell;
    if (cell < 0)
        return true;
    const DocxCell *c = &docx->cells[cell];
    bool alone = c->column == 1 && ((uint32_t)cell + 1 >= docx->n_cells || docx->cells[cell + 1].table != c->table || docx->cells[cell + 1].row != c->row);
    return alone && c->row <= HEAD_ROWS;
}

/* The number of the first document may stand in the page header, which comes after the body. */
static void number_in_header(Gather *gather, DocNumberKind wanted)
{
    const DocxText *docx = gather->reading->docx;
    for (uint32_t i = gather->part->end; i < docx->n_paragraphs; i++) {
        g_autoptr(GPtrArray) found = docnumber_find(docx->paragraphs[i].text, DOCNUMBER_TEXT);
        DocNumberSpan *span = NULL;
        if (docx->paragraphs[i].story != DOCX_HEADER ||
            !number_line(gather, docx->paragraphs[i].text, &span, found) || span->number.kind != wanted ||
            is_of_other_kind(gather, &span->number))
            continue;
        add_own(gather, i, span, 2);
        return;
    }
}

/* The document's own number stands on a line of its own near the title; a masked one counts as masked. */
void gather_number(Gather *gather)
{
    const Reading *reading = gather->reading;
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    DocNumberKind wanted = own_kind(gather);
    int filled = 0;
    bool own = false;
    for (uint32_t i = gather->part->first; i < gather->part->end; i++) {
        const char *text = reading->docx->paragraphs[i].text;
        if (folded_at(reading, i)->length == 0)
            continue;
        filled += reading->docx->paragraphs[i].cell < 0 && i >= (gather->part->title == UINT32_MAX ? 0 : gather->part->title);
        g_autoptr(GPtrArray) found = docnumber_find(text, DOCNUMBER_TEXT);
        DocNumberSpan *span = NULL;
        if (!own && filled <= HEAD_PARAGRAPHS && may_head(reading, i) &&
            number_line(gather, text, &span, found) &&
            (span->number.kind == wanted || span->number.kind == DOCNUMBER_MASKED)) {
            add_own(gather, i, span, 1);
            own = true;
        }
        add_mentions(gather, i, found, seen);
        add_by_type(gather, i, found);
    }
    if (!own && gather->part->first == 0)
        number_in_header(gather, wanted);
}

/* ---- signature ---- */

static bool is_annex_mark(const char *folded)
{
    return g_str_has_prefix(folded, "附件") || g_str_has_prefix(folded, "附:") || g_str_has_prefix(folded, "附表") || strcmp(folded, "附") == 0;
}

/* The authority at the end of LINE, which is a line of its own or stands before the date; NULL for none. */
static char *authority_of(const char *line)
{
    static const char *const ends[] = {"局", "厅", "部", "支队", "大队", "分局", "委员会", "人民政府", "法院", "监察室", "纪检组", "党组", "管理处",
                                       "监测站", "监测中心", "检测中心"};
    g_autofree char *squeezed = matchtext_squeeze(line);
    static const char *const papers[] = {"文件", "行政处罚文书", "行政执法文书", "执法文书", "法律文书", "制"};
    /* the red head of a printed paper, or the head or foot of a form */
    for (size_t i = 0; i < G_N_ELEMENTS(papers); i++)
        if (g_str_has_suffix(squeezed, papers[i]))
            squeezed[strlen(squeezed) - strlen(papers[i])] = '\0';
    static const char *const who[] = {"申请执行人", "申请人", "申请机关", "移送机关", "移送单位", "送达机关", "决定机关", "处罚机关"};
    for (size_t i = 0; i < G_N_ELEMENTS(who); i++) /* 申请人　某局 */
        if (g_str_has_prefix(squeezed, who[i]))
            memmove(squeezed, squeezed + strlen(who[i]), strlen(squeezed + strlen(who[i])) + 1);
    char *close = *squeezed == '(' ? strchr(squeezed, ')') : NULL;
    if (close && close[1] == '\0') { /* （某局） */
        *close = '\0';
        memmove(squeezed, squeezed + 1, strlen(squeezed));
    } else if (close) { /* （公章）某局 */
        memmove(squeezed, close + 1, strlen(close));
    }
    static const char *const asks[] = {"建议", "同意", "拟", "移送", "移交", "抄送", "报送"};
    for (size_t i = 0; i < G_N_ELEMENTS(asks); i++) /* 建议移送某局 */
        if (g_str_has_prefix(squeezed, asks[i]))
            return NULL;
    char *bureau = strstr(squeezed, "、") && !strchr(squeezed, ':') ? strstr(squeezed, "局") : NULL;
    if (bureau && !g_str_has_prefix(bureau + strlen("局"), "、")) /* 某局法制股、监察大队 */
        bureau[strlen("局")] = '\0';
    char *open = strchr(squeezed, '(');
    if (open && open > squeezed) /* （印章）, （盖章） */
        *open = '\0';
    long chars = g_utf8_strlen(squeezed, -1);
    if (strcmp(squeezed, "环境保护局") == 0 || strcmp(squeezed, "环保局") == 0 || chars < 4 || chars > 30 || strchr(squeezed, ':') || strchr(squeezed, ',') || strstr(squeezed, "。"))
        return NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++)
        if (g_str_has_suffix(squeezed, ends[i]))
            return g_strdup(squeezed);
    return NULL;
}

/* 沅陵县环境保护局 of 沅陵县环境保护局行政处罚决定书; 洪江市环境监察大队 of 洪江市环境监察大队现场监察记录. */
static char *authority_in_title(const char *title)
{
    static const char *const ends[] = {"分局", "局", "支队", "大队", "监测站"};
    g_autofree char *squeezed = matchtext_squeeze(title);
    const char *end = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(ends) && !end; i++)
        if (strstr(squeezed, ends[i]))
            end = strstr(squeezed, ends[i]) + strlen(ends[i]);
    if (!end || *end == '\0')
        return NULL;
    g_autofree char *name = g_strndup(squeezed, (gsize)(end - squeezed));
    return authority_of(name);
}

typedef struct {
    uint32_t paragraph, agency_paragraph;
    CnDate date;
    char *agency;
} Signature;

/* A line that is a date, perhaps behind an authority's name; not 印发 of a distribution line. */
static bool signature_line(const char *text, CnDate *date, char **agency)
{
    *agency = NULL;
    if (!cndate_find(text, 0, date)) {
        g_autofree char *closed = matchtext_squeeze(text); /* 2 0 1 6 年 1 0 月 8 日 */
        if (!cndate_parse(closed, date) || date->state != CNDATE_FULL)
            return false;
        date->start = 0;
        date->end = strlen(text);
        return true;
    }
    if (date->state == CNDATE_NO_DAY)
        return false;
    g_autofree char *before = g_strndup(text, date->start), *after = matchtext_squeeze(text + date->end);
    if (g_str_has_suffix(before, "公元"))
        before[strlen(before) - strlen("公元")] = '\0';
    g_autofree char *left = matchtext_squeeze(before);
    if (*after && *after != '(')
        return false;
    char *end = g_strchomp(before) + strlen(before), *line = g_strrstr_len(before, end - before, "\n");
    if (!*left || strcmp(left, "(印章)") == 0 || strcmp(left, "(盖章)") == 0 || strcmp(left, "(公章)") == 0 || strcmp(left, "日期:") == 0)
        return true;
    *agency = authority_of(line ? line + 1 : before);
    return *agency != NULL;
}

bool line_is_signature(const char *text)
{
    CnDate date;
    g_autofree char *agency = NULL;
    return signature_line(text, &date, &agency);
}

/* Whether ABOVE may sign with the date in I: in the same cell or text, or in the cell before it in the row. */
static bool signs_together(const DocxText *docx, uint32_t above, uint32_t i)
{
    int32_t cell = docx->paragraphs[i].cell, other = docx->paragraphs[above].cell;
    return other == cell || (other >= 0 && cell >= 0 && cell_left(docx, (uint32_t)cell) == other);
}

/* The authority in the filled paragraph before I, within three lines. */
static char *authority_above(const Gather *gather, uint32_t i, uint32_t *where)
{
    bool court_document = strcmp(gather->document->type, "court-document") == 0;
    int filled = 0;
    for (uint32_t k = i; k > gather->part->first && filled < 3; k--) {
        const char *text = folded_at(gather->reading, k - 1)->text;
        if (*text == '\0')
            continue;
        filled++;
        const char *colon = strchr(text, ':'); /* 申请人：某局 */
        if (!signs_together(gather->reading->docx, k - 1, i))
            break;
        char *agency = authority_of(colon && colon - text <= 15 && colon[1] ? colon + 1 : text);
        if (agency && !court_document && g_str_has_suffix(agency, "法院")) {
            g_free(agency);
            continue; /* 此致 …法院 */
        }
        if (agency) {
            *where = k - 1;
            return agency;
        }
    }
    return NULL;
}

static bool may_sign(const Gather *gather, uint32_t i, bool in_cells)
{
    const MatchText *folded = folded_at(gather->reading, i);
    return folded->length > 0 && folded->length <= 150 && (gather->reading->docx->paragraphs[i].cell >= 0) == in_cells;
}

/* Annexes follow the signature, so the last signed line before an annex mark is taken, else the first one after.  IN_CELLS: of a
 * document that is one table; only with an authority, because opinions in forms are dated too. */
static bool find_signature(const Gather *gather, bool in_cells, Signature *kept)
{
    bool any = false, annex = false;
    for (uint32_t i = gather->part->first; i < gather->part->end; i++) {
        if (!may_sign(gather, i, in_cells))
            continue;
        annex = annex || (is_annex_mark(folded_at(gather->reading, i)->text) && any);
        Signature here = {.paragraph = i, .agency_paragraph = i};
        if (annex || !signature_line(gather->reading->docx->paragraphs[i].text, &here.date, &here.agency))
            continue;
        if (!here.agency)
            here.agency = authority_above(gather, i, &here.agency_paragraph);
        if (!here.agency && ((any && kept->agency) || in_cells))
            continue; /* a bare date after a signed one: a note */
        if (any)
            g_free(kept->agency);
        *kept = here;
        any = true;
    }
    return any;
}

/* Whether paragraph I is the last line before a form. */
static bool stands_over_table(const DocxText *docx, uint32_t i)
{
    return docx->paragraphs[i].cell < 0 && i + 1 < docx->n_paragraphs && docx->paragraphs[i + 1].cell >= 0;
}

/* The authority that paragraph I names, one above the title or the title itself. */
static char *authority_over(const Gather *gather, uint32_t i)
{
    const char *text = gather->reading->docx->paragraphs[i].text;
    char *agency = authority_of(text);
    return agency || i != gather->part->title ? agency : authority_in_title(text);
}

/* The authority where nobody signed: above the title, in it, or in a header. */
static void add_heading_agency(Gather *gather)
{
    const Reading *reading = gather->reading;
    const Part *part = gather->part;
    for (uint32_t i = 0; i < reading->docx->n_paragraphs; i++) {
        bool untitled = part->title == UINT32_MAX && i >= part->first && i < MIN(part->first + HEAD_PARAGRAPHS, part->end);
        bool below = part->title != UINT32_MAX && i > part->title && i <= part->title + 2 &&
                     (reading->docx->paragraphs[i].centred || stands_over_table(reading->docx, i));
        bool heading = untitled || (i >= part->first && part->title != UINT32_MAX && (i <= part->title || below));
        if ((!heading && reading->docx->paragraphs[i].story != DOCX_HEADER) || folded_at(reading, i)->length == 0)
            continue;
        char *agency = authority_over(gather, i);
        if (!agency)
            continue;
        char *key = text_fold(agency);
        gather_add_value(gather, "agency", 3, "heading", i, reading->docx->paragraphs[i].text, agency, key, VALUE_VALID);
        return;
    }
}

static const char *date_field(const Gather *gather)
{
    if (gather->part->doctype < 0)
        return "document-date";
    const DocType *type = g_ptr_array_index(gather->reading->rules->doctypes, gather->part->doctype);
    return type->date_field ? type->date_field : "document-date";
}

/* Of a form the dated opinions come before whatever date stands at its end. */
static int signature_rank(const Gather *gather)
{
    const FieldRule *field = g_hash_table_lookup(gather->reading->rules->fields, date_field(gather));
    return field && field->last_date ? 3 : 1;
}

/* Where nobody dated it, an authority alone on one of the last lines. */
static void add_closing_agency(Gather *gather)
{
    const Part *part = gather->part;
    for (uint32_t i = part->end, filled = 0; i > part->first && filled < 3; i--) {
        const MatchText *folded = folded_at(gather->reading, i - 1);
        filled += folded->length > 0;
        char *agency = folded->length > 0 && may_sign(gather, i - 1, false) ? authority_of(folded->text) : NULL;
        if (!agency)
            continue;
        gather_add_value(gather, "agency", 4, "last-lines", i - 1, gather->reading->docx->paragraphs[i - 1].text, agency, text_fold(agency), VALUE_VALID);
        return;
    }
}

/* A team signs a report that its bureau stands above: the bureau's. */
static int agency_rank(const Gather *gather, const char *signing)
{
    bool report = strcmp(gather->document->type, "investigation-report") == 0, above = false;
    for (guint i = 0; i < gather->found->len; i++) {
        const Field *field = ((Candidate *)g_ptr_array_index(gather->found, i))->field;
        above = above || (strcmp(field->id, "agency") == 0 && strcmp(field->rule, "heading") == 0 &&
                          g_str_has_suffix(field->value, "局"));
    }
    return report && above && g_str_has_suffix(signing, "队") ? 4 : 1;
}

/* What stands above the title or in it, where somebody signed. */
static void add_heading_beside(Gather *gather)
{
    const Part *part = gather->part;
    for (uint32_t i = part->first; part->title != UINT32_MAX && i <= part->title; i++) {
        const MatchText *folded = folded_at(gather->reading, i);
        bool about = folded->length == 0 || g_str_has_prefix(folded->text, "关于"); /* 关于移送某局的函 */
        char *agency = about ? NULL : authority_over(gather, i);
        if (!agency)
            continue;
        gather_add_value(gather, "heading-agency", 1, "heading", i, gather->reading->docx->paragraphs[i].text, agency, text_fold(agency), VALUE_VALID);
        return;
    }
}

void gather_signature(Gather *gather)
{
    Signature signature = {0};
    add_heading_agency(gather);
    if (!find_signature(gather, false, &signature) && !find_signature(gather, true, &signature)) {
        add_closing_agency(gather);
        return;
    }
    const DocxText *docx = gather->reading->docx;
    const char *text = docx->paragraphs[signature.paragraph].text;
    const CnDate *date = &signature.date;
    g_autofree char *quote = g_strndup(text + date->start, date->end - date->start);
    char *value = date->state == CNDATE_FULL ? day_format(date->day) : g_strdup(quote);
    ValueStatus status = date->state == CNDATE_FULL ? VALUE_VALID : date->state == CNDATE_INVALID ? VALUE_INVALID : VALUE_PARTIAL;
    gather_add_value(gather, date_field(gather), signature_rank(gather), "signature-line", signature.paragraph, quote, value, NULL, status);
    if (signature.agency) {
        gather_add_value(gather, "agency", agency_rank(gather, signature.agency), "signature-line",
                         signature.agency_paragraph, docx->paragraphs[signature.agency_paragraph].text,
                         g_strdup(signature.agency), text_fold(signature.agency), VALUE_VALID);
        add_heading_beside(gather);
    }
    g_free(signature.agency);
}

/* ---- the decision proper ---- */

void decision_range(const Gather *gather, uint32_t *from, uint32_t *to)
{
    const Reading *reading = gather->reading;
    const NamedPattern *begin = extractrules_named(reading->rules, "decision-begin"), *end = extractrules_named(reading->rules, "decision-end");
    *from = *to = gather->part->end;
    for (uint32_t i = gather->part->first; begin && i < gather->part->end; i++) {
        const MatchText *folded = folded_at(reading, i);
        if (*from == gather->part->end) {
            if (extractrules_when(begin->when, folded->text) && matcher_find(reading->matcher, begin->pattern, folded->text, folded->length, 0))
                *from = i;
        } else if (end && extractrules_when(end->when, folded->text) &&
                   matcher_find(reading->matcher, end->pattern, folded->text, folded->length, 0)) {
            *to = i;
            return;
        }
    }
}
