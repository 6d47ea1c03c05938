/* Values behind labels: 当事人：… in a line, and the label's cell with the value's cell beside or below it. */
#include <limits.h>
#include <string.h>

#include "cells.h"
#include "money.h"
#include "reading.h"
#include "text.h"

enum { LABEL_BYTES_MAX = 60, LINE_LABELS_MAX = 200 };

static void add_all(Gather *gather, const GPtrArray *labels, bool alone, uint32_t paragraph, const char *quote, bool from_cell)
{
    for (guint i = 0; labels && i < labels->len; i++) {
        const LabelRule *label = g_ptr_array_index(labels, i);
        if ((label->docs & gather->doc_mask) && (alone || !label->exact))
            gather_add(gather, label->field, label->rank, label->rule, paragraph, quote, from_cell);
    }
}

static bool labels_apply(const Gather *gather, const GPtrArray *labels)
{
    for (guint i = 0; labels && i < labels->len; i++)
        if (((LabelRule *)g_ptr_array_index(labels, i))->docs & gather->doc_mask)
            return true;
    return false;
}

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

/* Whether PIECE is two words with a blank between, of which the first is no part of a label: 工厂 地址 in 某化工厂 地址：, but not 地 址. */
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

/* Whether the paragraph may be the value of a label that stands alone above it: a short line without a label of its own. */
static bool is_value_line(const Gather *gather, uint32_t paragraph)
{
    const MatchText *folded = folded_at(gather->reading, paragraph);
    if (gather->reading->docx->paragraphs[paragraph].cell >= 0 || folded->length > LABEL_BYTES_MAX * 2 || strchr(folded->text, ':'))
        return false;
    g_autofree char *squeezed = matchtext_squeeze(gather->reading->docx->paragraphs[paragraph].text);
    return !strstr(squeezed, "。") && !label_named(gather, squeezed);
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
    bool over_value = labels && start == squeezed && is_value_line(gather, next);
    for (guint i = 0; labels && i < labels->len; i++) {
        const LabelRule *label = g_ptr_array_index(labels, i);
        if ((label->docs & gather->doc_mask) && (label->heading || over_value) && !(label->field == facts && leads_to_facts(gather, next)))
            gather_add(gather, label->field, label->rank, label->rule, next, docx->paragraphs[next].text, false);
    }
    if (facts && leads_to_facts(gather, paragraph))
        gather_add(gather, facts, 1, "facts-lead", next, docx->paragraphs[next].text, false);
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
        const char *quote = cell ? cell : p->text + folded->origin[at->value];
        gather_add(gather, label->field, label->rank, label->rule, paragraph, quote, true);
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

/* Whether the sentence says before LABEL_AT that the party may speak up: the 地址：… in it is the authority's. */
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
    bool of_authority = labels->len > 0 && (is_of_authority(gather, paragraph) ||
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
        add_all(gather, at->labels, at->alone, paragraph, quote, false);
    }
}

/* 送达日期：… in the cell beside 催告书 is 催告书送达日期. */
static void label_in_group(const Gather *gather, uint32_t paragraph, const char *text, size_t colon, LabelAt *found)
{
    const DocxText *docx = gather->reading->docx;
    int32_t cell = docx->paragraphs[paragraph].cell;
    int64_t left = cell >= 0 ? cell_left(docx, (uint32_t)cell) : -1;
    if (left < 0)
        return;
    g_autofree char *group = cell_label(docx, (uint32_t)left);
    g_autofree char *label = g_strndup(text + found->start, colon - found->start);
    g_autofree char *both = group ? g_strconcat(group, label, NULL) : NULL, *squeezed = both ? matchtext_squeeze(both) : NULL;
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
        if (label_before(gather, text, floor, at, &found)) {
            label_in_group(gather, paragraph, text, at, &found);
            g_array_append_val(labels, found);
        }
        floor = at + 1;
    }
    if (labels->len == 0)
        label_before_blank(gather, text, labels);
    put_values(gather, paragraph, labels);
}

/* ---- tables ---- */

static bool cell_is_label(const Gather *gather, uint32_t cell)
{
    g_autofree char *label = cell_label(gather->reading->docx, cell);
    return labels_apply(gather, label ? label_named(gather, label) : NULL);
}

/* A bare number beside 罚款金额（万元） is so many 万元. */
static bool add_in_wan(Gather *gather, const GPtrArray *labels, uint32_t paragraph, const char *quote)
{
    enum { WAN_YUAN_FEN = 1000000 };
    Money money;
    bool added = false;
    if (strstr(quote, "元") || !money_parse_cell(quote, WAN_YUAN_FEN, &money) || money.fen == 0)
        return false;
    for (guint i = 0; i < labels->len; i++) {
        const LabelRule *label = g_ptr_array_index(labels, i);
        if (label->field->type != VALUE_MONEY || !(label->docs & gather->doc_mask))
            continue;
        gather_add_value(gather, label->field->id, label->rank, label->rule, paragraph, quote, money_format(money.fen), NULL, VALUE_VALID);
        added = true;
    }
    return added;
}

/* Whether the label at CELL, right of another, stands in a heading row, whose values are below it in as many cells; before a value
 * of its own it is one of a group: 当事人|名称|某公司. */
static bool is_heading_row(const Gather *gather, uint32_t cell)
{
    const DocxText *docx = gather->reading->docx;
    int64_t next = cell_right(docx, cell);
    uint32_t row = docx->cells[cell].row;
    return next < 0 || cell_is_label(gather, (uint32_t)next) ||
           cell_count(docx, cell, row) + docx->cells[cell].column - 1 == cell_count(docx, cell, row + 1);
}

/* The label of the group that CELL belongs to: the cell left of it, 收款人|全称|某公司, which may reach down over several rows; NULL
 * when there is none.  Caller frees. */
static char *group_label(const DocxText *docx, uint32_t cell)
{
    if (cell_left(docx, cell) < 0)
        return NULL;
    uint32_t group = cell - 1, grid = docx->cells[group].grid, table = docx->cells[cell].table;
    for (uint32_t i = group; cell_is_empty(docx, group) && i > 0 && group - i < 400 && docx->cells[i - 1].table == table; i--)
        if (docx->cells[i - 1].grid == grid && !cell_is_empty(docx, i - 1))
            return cell_label(docx, i - 1);
    return cell_label(docx, group);
}

/* Whether LABELS mean FIELD_ID in this document. */
static bool labels_mean(const Gather *gather, const GPtrArray *labels, const char *field_id)
{
    for (guint i = 0; labels && i < labels->len; i++) {
        const LabelRule *label = g_ptr_array_index(labels, i);
        if ((label->docs & gather->doc_mask) && strcmp(label->field->id, field_id) == 0)
            return true;
    }
    return false;
}

/* Whether LABELS, which GROUP has in whatever kind of document, mean an authority and not the party; 单位 alone leaves it open. */
static bool is_somebody_else(const Gather *gather, const GPtrArray *labels, const char *group)
{
    static const char *const others[] = {"agency", "recipient", "court", NULL};
    bool other = false;
    for (guint i = 0; i < labels->len; i++)
        other = other || g_strv_contains(others, ((LabelRule *)g_ptr_array_index(labels, i))->field->id);
    return other && strcmp(group, "单位") != 0 && !labels_mean(gather, labels, "party");
}

/* LABELS of the label cell CELL, as the group that it stands in understands them: none where that is somebody else's (收款人|全称), the
 * group's own where it names a person of the party's (法定代表人|姓名) or a paper (文书|名称). */
static const GPtrArray *labels_in_group(const Gather *gather, uint32_t cell, const GPtrArray *labels)
{
    g_autofree char *group = group_label(gather->reading->docx, cell);
    if (group && labels_mean(gather, labels, "party") && g_hash_table_contains(gather->reading->rules->roles, group))
        return NULL; /* 经办人|姓名 */
    const GPtrArray *of_group = group ? label_named(gather, group) : NULL;
    if (!of_group || !(labels_mean(gather, labels, "party") || labels_mean(gather, labels, "address")))
        return labels;
    if (is_somebody_else(gather, of_group, group))
        return NULL;
    bool paper = labels_mean(gather, of_group, "served-document") && strcmp(((LabelRule *)g_ptr_array_index(labels, 0))->rule, "label:名称") == 0;
    return paper || (labels_mean(gather, labels, "party") && labels_mean(gather, of_group, "legal-rep")) ? of_group : labels;
}

/* What stands over a column rather than before a value: a label, or a short word for a kind of thing. */
static bool is_column_title(const Gather *gather, uint32_t cell)
{
    static const char *const ends[] = {"名称", "文号", "编号", "序号", "时间", "日期", "地点", "方式", "签名", "签章", "签收", "签字", "备注", "类型", "类别", "数量", "数", "情况",
                                       "单位", "金额", "角色", "送达人", "收件人", "经办人", "规格", "型号", "状态", "原因"};
    g_autofree char *title = cell_label(gather->reading->docx, cell);
    if (!title || strpbrk(title, "0123456789:"))
        return false;
    bool ends_so = false;
    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++)
        ends_so = ends_so || g_str_has_suffix(title, ends[i]);
    return ends_so || label_named(gather, title);
}

/* Whether CELL stands in a row of three or more column titles with a row of as many cells below it. */
static bool in_title_row(const Gather *gather, uint32_t cell)
{
    const DocxText *docx = gather->reading->docx;
    uint32_t first = cell + 1 - docx->cells[cell].column, row = docx->cells[cell].row, count = cell_count(docx, first, row);
    bool titles = docx->cells[first].column == 1 && count >= 3 && cell_count(docx, first, row + 1) == count;
    for (uint32_t i = 0; titles && i < count; i++)
        titles = is_column_title(gather, first + i);
    return titles;
}

/* Whether CELL stands in the row of titles of a numbered list, 序号|名称|备注: its values are no fields of the document. */
static bool in_list_row(const DocxText *docx, uint32_t cell)
{
    uint32_t first = cell + 1 - docx->cells[cell].column;
    g_autofree char *title = cell_label(docx, first);
    return title && docx->cells[first].row == docx->cells[cell].row && (strcmp(title, "序号") == 0 || strcmp(title, "序") == 0);
}

static void add_cell(Gather *gather, const GPtrArray *labels, const char *label, uint32_t value)
{
    const DocxText *docx = gather->reading->docx;
    if (cell_is_empty(docx, value))
        return;
    g_autofree char *quote = docx_cell_text(docx, value);
    if (!strstr(label, "万元") || !add_in_wan(gather, labels, cell_paragraph(docx, value), quote))
        add_all(gather, labels, true, cell_paragraph(docx, value), quote, true);
}

/* The label rules for a column title under the title of the row that CELL stands in (催告书 and 送达日期), NULL for none. */
static const GPtrArray *labels_of_row(const Gather *gather, uint32_t cell, const char *label)
{
    uint32_t column = gather->reading->docx->cells[cell].column;
    g_autofree char *row = column > 1 ? cell_label(gather->reading->docx, cell + 1 - column) : NULL;
    g_autofree char *both = row ? g_strconcat(row, label, NULL) : NULL;
    const GPtrArray *labels = both ? label_named(gather, both) : NULL;
    return labels && labels_apply(gather, labels) ? labels : NULL;
}

/* The cells below the column title CELL, in rows of as many cells: the first, and those whose rows have titles that make another label
 * of it, or of a receipt that serves several papers all of them. */
static void read_column(Gather *gather, const GPtrArray *labels, const char *label, uint32_t cell)
{
    const DocxText *docx = gather->reading->docx;
    bool several = strcmp(gather->document->type, "service-receipt") == 0;
    uint32_t first = cell + 1 - docx->cells[cell].column, count = cell_count(docx, first, docx->cells[cell].row);
    int64_t below = cell_below(docx, cell);
    for (bool top = true; below >= 0 && cell_count(docx, first, docx->cells[below].row) == count; top = false) {
        if (cell_is_label(gather, (uint32_t)below))
            return;
        const GPtrArray *of_row = several ? NULL : labels_of_row(gather, (uint32_t)below, label);
        if (of_row || top || several)
            add_cell(gather, of_row ? of_row : labels, label, (uint32_t)below);
        below = cell_below(docx, (uint32_t)below);
    }
}

/* Whether CELL, though it could be a label, is the value of the label left of it: 与本案关系|当事人. */
static bool is_value_of_left(const Gather *gather, uint32_t cell)
{
    const DocxText *docx = gather->reading->docx;
    int64_t beside = cell_left(docx, cell);
    g_autofree char *left = beside >= 0 ? cell_label(docx, (uint32_t)beside) : NULL;
    const GPtrArray *labels = left ? label_named(gather, left) : NULL;
    return labels && labels_mean(gather, labels, "unit") && strcmp(gather->document->type, "interview-record") == 0;
}

/* A bare 日期 in a row of pairs is that of the nearest cell before it that makes a label of it, or whose opinion it dates:
 * 处罚决定|文号|…|日期|…, 局长意见|同意|签名|张某|日期|…; NULL for none. */
static const GPtrArray *labels_of_pair(const Gather *gather, uint32_t cell, const char *bare)
{
    const DocxText *docx = gather->reading->docx;
    for (int64_t left = cell_left(docx, cell); left >= 0; left = cell_left(docx, (uint32_t)left)) {
        g_autofree char *before = cell_label(docx, (uint32_t)left);
        g_autofree char *both = before ? g_strconcat(before, bare, NULL) : NULL;
        const GPtrArray *labels = both ? label_named(gather, both) : NULL, *own = before ? label_named(gather, before) : NULL;
        if (labels_apply(gather, labels) && ((LabelRule *)g_ptr_array_index(labels, 0))->field->type == VALUE_DATE)
            return labels;
        if (labels_apply(gather, own) && labels_are_opinions(own))
            return own;
    }
    return NULL;
}

/* The cell with the value of the label at CELL, -1 for none. */
static int64_t value_cell(const Gather *gather, uint32_t cell)
{
    const DocxText *docx = gather->reading->docx;
    int64_t value = cell_right(docx, cell);
    if (value >= 0 && !cell_is_label(gather, (uint32_t)value))
        return value;
    int64_t below = value >= 0 && !is_heading_row(gather, (uint32_t)value) ? -1 : cell_below(docx, cell);
    g_autofree char *under = below >= 0 ? cell_label(docx, (uint32_t)below) : NULL;
    return below >= 0 && !(under && label_named(gather, under)) ? below : -1;
}

/* 决定日期及文号 has the values of both. */
static void read_joined_label(Gather *gather, uint32_t cell, const char *label)
{
    g_auto(GStrv) names = strstr(label, "及") ? g_strsplit(label, "及", 3) : g_strsplit(label, "、", 3);
    int64_t value = names[0] && names[1] ? value_cell(gather, cell) : -1;
    for (char **name = names; value >= 0 && *name; name++) {
        const GPtrArray *labels = **name ? label_named(gather, *name) : NULL;
        if (labels)
            add_cell(gather, labels, label, (uint32_t)value);
    }
}

static void read_cell(Gather *gather, uint32_t cell)
{
    const DocxText *docx = gather->reading->docx;
    g_autofree char *label = cell_label(docx, cell);
    if (!label || in_list_row(docx, cell) || is_value_of_left(gather, cell))
        return;
    const GPtrArray *labels = label_named(gather, label);
    bool bare = strcmp(label, "日期") == 0 || strcmp(label, "时间") == 0;
    const GPtrArray *of_pair = bare && !in_title_row(gather, cell) ? labels_of_pair(gather, cell, label) : NULL;
    labels = of_pair ? of_pair : labels ? labels_in_group(gather, cell, labels) : NULL;
    int64_t value = labels ? value_cell(gather, cell) : -1;
    if (!labels)
        read_joined_label(gather, cell, label);
    else if (in_title_row(gather, cell))
        read_column(gather, labels, label, cell);
    else if (value >= 0)
        add_cell(gather, labels, label, (uint32_t)value);
}

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
    for (guint i = gather->found->len; party != UINT32_MAX && i-- > 0;) {
        const Candidate *candidate = g_ptr_array_index(gather->found, i);
        if (is_party_detail(candidate->field->id) && (candidate->order < party || is_applicants(gather, candidate)))
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
            read_cell(gather, (uint32_t)cell);
        last = cell;
    }
}
