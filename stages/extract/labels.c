/* Values behind labels: 当事人：… in a line, and under headings. */
#include <limits.h>
#include <string.h>

#include "cells.h"
#include "cndate.h"
#include "labels.h"

enum { LABEL_BYTES_MAX = 60, LINE_LABELS_MAX = 200 };

/* ---- lines ---- */

typedef struct {
    size_t start;         /* where the label begins in the folded text */
    size_t value;         /* after its colon */
    const GPtrArray *labels;
    bool alone;
} LabelAt;

static bool is_boundary(const char *text, size_t at)
{
    if (at == 0)
        return true;
    const char *p = g_utf8_find_prev_char(text, text + at);
    gunichar c = g_utf8_get_char(p);
    return !g_unichar_isalnum(c) && c != ')' && c != 0x300B;
}

/* Whether PIECE is two words with a blank between, of which the first is no part of a label: 工厂 地址 in
 * 某化工厂 地址：, but not 地 址. */
static bool is_two_words(const char *piece)
{
    int run = 0, longest = 0;
    bool blank = false;
    for (const char *p = piece; *p; p = g_utf8_next_char(p)) {
        run = *p == ' ' ? 0 : run + 1;
        longest = MAX(longest, run);
        blank = blank || (*p == ' ' && p[1] != '(');
    }
    return blank && longest > 1;
}

/* Takes the longest label that ends at END (the colon) off the text since FLOOR. */
static bool label_before(const Gather *gather, const char *text, size_t floor, size_t end, LabelAt *found)
{
    size_t from = end > floor + LABEL_BYTES_MAX ? end - LABEL_BYTES_MAX : floor;
    while (from < end && ((guchar)text[from] & 0xC0) == 0x80)
        from++;
    for (const char *p = text + from; p < text + end; p = g_utf8_next_char(p)) {
        if (*p == ' ' || *p == '\n')
            continue;
        g_autofree char *piece = g_strndup(p, (gsize)(text + end - p));
        g_autofree char *squeezed = matchtext_squeeze(piece);
        const GPtrArray *labels = *squeezed && !is_two_words(piece) ? label_named(gather, squeezed) : NULL;
        if (!labels)
            continue;
        size_t start = (size_t)(p - text);
        *found = (LabelAt){start, end + 1, labels, is_boundary(text, start)};
        return true;
    }
    return false;
}

/* Whether what stands before a label says that it tells what once was: 某公司（原名称：某厂）. */
static bool is_former(const Gather *gather, const char *text, size_t label_at)
{
    const NamedPattern *former = extractrules_named(gather->reading->rules, "former-label");
    return former && matcher_find(gather->reading->matcher, former->pattern, text, label_at, 0);
}

/* Whether a label of any kind, known or not, begins at P: Han up to eight and a colon.  One that is spaced out has single
 * characters between its blanks: 地　址, but not 信　住址. */
static bool looks_like_label(const char *p)
{
    int chars = 0, run = 0, longest = 0;
    bool spaced = false;
    for (; *p && chars <= 10; p = g_utf8_next_char(p), chars++) {
        gunichar c = g_utf8_get_char(p);
        spaced = spaced || c == ' ';
        run = c == ' ' || c == ':' ? 0 : run + 1;
        longest = MAX(longest, run);
        if (c == ':')
            return chars >= 2 && !(spaced && longest > 1);
        if (!g_unichar_isalpha(c) && c != '(' && c != ')' && c != '/' && c != ' ')
            return false;
    }
    return false;
}

/* Where the value that begins at FROM ends at the latest, LIMIT being the next label. */
static size_t value_end(const char *text, size_t from, size_t limit)
{
    for (const char *p = text + from; p < text + limit; p = g_utf8_next_char(p))
        if ((*p == '\n' || *p == ' ') && p > text + from && looks_like_label(p + 1))
            return (size_t)(p - text);
    return limit;
}

/* Whether the paragraph only announces the facts of the next one: …实施了以下环境违法行为： */
static bool leads_to_facts(const Gather *gather, uint32_t paragraph)
{
    const NamedPattern *lead = extractrules_named(gather->reading->rules, "facts-lead");
    const MatchText *folded = folded_at(gather->reading, paragraph);
    return lead && extractrules_when(lead->when, folded->text) &&
           matcher_find(gather->reading->matcher, lead->pattern, folded->text, folded->length, 0);
}

/* Whether the paragraph may be the value of a label that stands alone above it: a short line without a label
 * of its own. */
static bool is_value_line(const Gather *gather, uint32_t paragraph)
{
    const MatchText *folded = folded_at(gather->reading, paragraph);
    if (gather->reading->docx->paragraphs[paragraph].cell >= 0 ||
        folded->length > (size_t)LABEL_BYTES_MAX * 2 || strchr(folded->text, ':'))
        return false;
    g_autofree char *squeezed = matchtext_squeeze(gather->reading->docx->paragraphs[paragraph].text);
    return !strstr(squeezed, "。") && !label_named(gather, squeezed);
}

/* 当事人某公司，…: a sentence of which party-named reads the name. */
static bool names_party_itself(const Gather *gather, uint32_t paragraph)
{
    const char *text = folded_at(gather->reading, paragraph)->text;
    return g_str_has_prefix(text, "当事人") && text[strlen("当事人")] != ':';
}

/* A heading alone on its line (一、环境违法事实和证据) has its text in the next paragraph. */
static void read_heading(Gather *gather, uint32_t paragraph)
{
    const DocxText *docx = gather->reading->docx;
    const MatchText *folded = folded_at(gather->reading, paragraph);
    size_t length = folded->length;
    if (docx->paragraphs[paragraph].cell >= 0 || (length > LABEL_BYTES_MAX + 30 && folded->text[length - 1] != ':'))
        return;
    g_autofree char *squeezed = matchtext_squeeze(docx->paragraphs[paragraph].text);
    if (g_str_has_suffix(squeezed, ":"))
        squeezed[strlen(squeezed) - 1] = '\0';
    const char *start = squeezed;
    for (const char *mark = strstr(start, "、"); mark && mark - start <= 9; mark = NULL)
        start = mark + strlen("、");
    const GPtrArray *labels = label_named(gather, start);
    uint32_t next = paragraph + 1;
    while (next < gather->part->end && folded_at(gather->reading, next)->length == 0)
        next++;
    if (next >= gather->part->end)
        return;
    const FieldRule *facts = g_hash_table_lookup(gather->reading->rules->fields, "facts");
    bool over_value = labels && start == squeezed && is_value_line(gather, next),
         unwritten = labels && label_is_unwritten(gather, docx->paragraphs[next].text);
    for (guint i = 0; labels && i < labels->len; i++) {
        const LabelRule *label = g_ptr_array_index(labels, i);
        if ((label->docs & gather->doc_mask) && (label->heading || over_value) && !(unwritten && label->field->type == VALUE_TEXT) &&
            !(label->field == facts && leads_to_facts(gather, next)) &&
            !(strcmp(label->field->id, "party") == 0 && names_party_itself(gather, next)))
            gather_add(gather, label->field, label->rank, label->rule, next, docx->paragraphs[next].text, false);
    }
    if (facts && leads_to_facts(gather, paragraph))
        gather_add(gather, facts, 1, "facts-lead", next, docx->paragraphs[next].text, false);
}

/* Whether nothing but a day stands behind the label: 立案日期：2016年9月28日　结案日期：2016年11月16日. */
static bool begins_with_day(const char *value)
{
    CnDate day;
    while (g_unichar_isspace(g_utf8_get_char(value)))
        value = g_utf8_next_char(value);
    return cndate_find(value, 0, &day) && day.start == 0;
}

/* 负责人审批意见：同意。 李某 2016年9月8日: an opinion is read whole, with whoever signs it and when. */
static bool put_opinion(Gather *gather, uint32_t paragraph, const LabelAt *at)
{
    const DocxText *docx = gather->reading->docx;
    const DocxParagraph *p = &docx->paragraphs[paragraph];
    bool any = false;
    for (guint i = 0; i < at->labels->len; i++) {
        const LabelRule *label = g_ptr_array_index(at->labels, i);
        if (!label->field->last_date || !(label->docs & gather->doc_mask))
            continue;
        g_autofree char *cell = p->cell >= 0 ? docx_cell_text(docx, (uint32_t)p->cell) : NULL;
        const MatchText *folded = folded_at(gather->reading, paragraph);
        const char *value = p->text + folded->origin[at->value];
        if (begins_with_day(value))
            continue;
        gather_add(gather, label->field, label->rank, label->rule, paragraph, cell ? cell : value, true);
        any = true;
    }
    return any;
}

static bool is_contact_line(const Gather *gather, uint32_t paragraph)
{
    const char *text = folded_at(gather->reading, paragraph)->text;
    return g_str_has_prefix(text, "联系人:") || g_str_has_prefix(text, "联系地址") || g_str_has_prefix(text, "(联系人");
}

/* Lines of the authority's own: 联系人：… and the 地址：… behind it, and opinions, which people of the authority sign. */
static bool is_of_authority(const Gather *gather, uint32_t paragraph)
{
    int32_t cell = gather->reading->docx->paragraphs[paragraph].cell;
    uint32_t above = paragraph;
    while (above > gather->part->first && folded_at(gather->reading, above - 1)->length == 0)
        above--;
    bool below = above > gather->part->first && cell < 0 && is_contact_line(gather, above - 1);
    if (is_contact_line(gather, paragraph) || below)
        return true;
    if (cell < 0)
        return false;
    g_autofree char *whole = docx_cell_text(gather->reading->docx, (uint32_t)cell);
    const char *opinion = strstr(whole, "意见");
    return opinion && opinion - whole <= LABEL_BYTES_MAX;
}

/* Whether the line begins with the authority's name or seal, as the one that signs does: 某局（公章）　负责人：…. */
static bool is_signature(const Gather *gather, uint32_t paragraph, size_t label_at)
{
    static const char *const ends[] = {"局", "大队", "支队", "章)", "印)"};
    const MatchText *folded = folded_at(gather->reading, paragraph);
    g_autofree char *before = g_strndup(folded->text, label_at), *name = matchtext_squeeze(before);
    bool any = false;
    for (size_t i = 0; i < G_N_ELEMENTS(ends) && !strchr(name, ':'); i++)
        any = any || g_str_has_suffix(name, ends[i]);
    return any && gather->reading->docx->paragraphs[paragraph].cell < 0;
}

/* 当事人：某某　执法人员：某某、某某, the line under a list behind an order: who signed for the party. */
static bool is_signed_list(const Gather *gather, uint32_t paragraph)
{
    static const char *const documents[] = {"seizure-decision", "rectification-order", "penalty-notice",
                                            "penalty-decision", "restriction-decision", NULL};
    const char *text = folded_at(gather->reading, paragraph)->text;
    const char *officers = strstr(text, "执法人员");
    return g_strv_contains(documents, gather->document->type) && g_str_has_prefix(text, "当事人") && officers &&
           gather->reading->docx->paragraphs[paragraph].cell < 0 && strchr(officers, ':');
}

/* Whether the sentence says before LABEL_AT that the party may speak up: the 地址：… in it is the
 * authority's. */
static bool is_where_to_turn(const char *text, size_t label_at)
{
    static const char *const words[] = {"陈述", "申辩", "申请听证", "要求听证", "提出听证"};
    g_autofree char *before = g_strndup(text, label_at);
    const char *stop = g_strrstr(before, "。"), *sentence = stop ? stop : before;
    bool turning = false;
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        const char *word = strstr(sentence, words[i]), *clause = word ? strstr(word, ",") : NULL;
        turning = turning || clause;
    }
    return turning;
}

static void put_values(Gather *gather, uint32_t paragraph, const GArray *labels)
{
    const MatchText *folded = folded_at(gather->reading, paragraph);
    bool of_authority = labels->len > 0 && (is_of_authority(gather, paragraph) || is_signed_list(gather, paragraph) ||
                                            is_signature(gather, paragraph, g_array_index(labels, LabelAt, 0).start));
    for (guint i = 0; i < labels->len; i++) {
        const LabelAt *at = &g_array_index(labels, LabelAt, i);
        if ((at->alone && put_opinion(gather, paragraph, at)) || of_authority ||
            is_where_to_turn(folded->text, at->start))
            continue;
        size_t limit = i + 1 < labels->len ? g_array_index(labels, LabelAt, i + 1).start : folded->length;
        size_t end = value_end(folded->text, at->value, MAX(limit, at->value));
        if (end <= at->value)
            continue;
        g_autofree char *quote = matchtext_quote(folded, gather->reading->docx->paragraphs[paragraph].text, at->value, end);
        labels_add(gather, at->labels, at->alone, paragraph, quote, false);
    }
}

/* 送达日期：… in the cell beside 催告书 is 催告书送达日期. */
static void label_in_group(const Gather *gather, uint32_t paragraph, const char *text, size_t colon,
                           LabelAt *found)
{
    const DocxText *docx = gather->reading->docx;
    int32_t cell = docx->paragraphs[paragraph].cell;
    int64_t left = cell >= 0 ? cell_left(docx, (uint32_t)cell) : -1;
    if (left < 0)
        return;
    g_autofree char *group = cell_label(docx, (uint32_t)left);
    g_autofree char *label = g_strndup(text + found->start, colon - found->start);
    g_autofree char *both = group ? g_strconcat(group, label, NULL) : NULL,
                    *squeezed = both ? matchtext_squeeze(both) : NULL;
    const GPtrArray *labels = squeezed ? label_named(gather, squeezed) : NULL;
    if (labels_apply(gather, labels))
        found->labels = labels;
}

/* 当事人　某公司, 地　址　某县某镇: a label without a colon, whose own characters may be spaced out. */
static void label_before_blank(const Gather *gather, const char *text, GArray *labels)
{
    const char *space = strchr(text, ' ');
    for (; space && space - text < LABEL_BYTES_MAX; space = strchr(space + 1, ' ')) {
        g_autofree char *first = g_strndup(text, (gsize)(space - text)), *squeezed = matchtext_squeeze(first);
        if (is_two_words(first))
            return;
        bool names = *squeezed && !looks_like_label(space + 1);
        const GPtrArray *known = names ? label_named(gather, squeezed) : NULL;
        if (!known)
            continue;
        LabelAt found = {0, (size_t)(space - text) + 1, known, true};
        g_array_append_val(labels, found);
        return;
    }
}

static void read_line(Gather *gather, uint32_t paragraph)
{
    const MatchText *folded = folded_at(gather->reading, paragraph);
    const char *text = folded->text;
    g_autoptr(GArray) labels = g_array_new(FALSE, FALSE, sizeof(LabelAt));
    size_t floor = 0;
    int colons = 0;
    for (const char *colon = strchr(text, ':'); colon && colons < LINE_LABELS_MAX; colon = strchr(colon + 1, ':'), colons++) {
        LabelAt found;
        size_t at = (size_t)(colon - text);
        if (label_before(gather, text, floor, at, &found) && !is_former(gather, text, found.start)) {
            label_in_group(gather, paragraph, text, at, &found);
            g_array_append_val(labels, found);
        }
        floor = at + 1;
    }
    if (labels->len == 0)
        label_before_blank(gather, text, labels);
    put_values(gather, paragraph, labels);
}

/* ---- all ---- */

static bool is_party_detail(const char *id)
{
    static const char *const details[] = {"address", "legal-rep", "credit-code", "org-code", "registration-number", NULL};
    return g_strv_contains(details, id);
}

/* Whether the label 申请人 stands nearer before CANDIDATE, or in its own paragraph, than any name of the party does. */
static bool is_applicants(const Gather *gather, const Candidate *candidate)
{
    int64_t applicant = -1, party = -1;
    for (guint i = 0; i < gather->found->len; i++) {
        const Candidate *one = g_ptr_array_index(gather->found, i);
        if (one->order > candidate->order)
            continue;
        if (strcmp(one->field->id, "party") == 0)
            party = MAX(party, one->order);
        else if (strcmp(one->field->id, "agency") == 0 && g_str_has_prefix(one->field->rule, "label:申请"))
            applicant = MAX(applicant, one->order);
    }
    return applicant > party;
}

void gather_drop_applicant(Gather *gather)
{
    const GPtrArray *doctypes = gather->reading->rules->doctypes;
    uint32_t party = UINT32_MAX;
    int rank = INT_MAX;
    if (gather->part->doctype < 0 || !((DocType *)g_ptr_array_index(doctypes, gather->part->doctype))->applicant)
        return;
    for (guint i = 0; i < gather->found->len; i++) {
        const Candidate *candidate = g_ptr_array_index(gather->found, i);
        if (strcmp(candidate->field->id, "party") != 0 || candidate->rank > rank)
            continue;
        party = candidate->rank < rank ? candidate->order : MIN(party, candidate->order);
        rank = candidate->rank;
    }
    for (guint i = gather->found->len; i-- > 0;) {
        const Candidate *candidate = g_ptr_array_index(gather->found, i);
        bool before = party != UINT32_MAX && candidate->order < party;
        if (is_party_detail(candidate->field->id) && (before || is_applicants(gather, candidate)))
            g_ptr_array_remove_index(gather->found, i);
    }
}

void gather_labels(Gather *gather)
{
    const DocxText *docx = gather->reading->docx;
    int32_t last = -1;
    for (uint32_t i = gather->part->first; i < gather->part->end; i++) {
        if (folded_at(gather->reading, i)->length == 0)
            continue;
        read_line(gather, i);
        read_heading(gather, i);
        int32_t cell = docx->paragraphs[i].cell;
        if (cell >= 0 && cell != last)
            label_in_cell(gather, (uint32_t)cell);
        last = cell;
    }
}
