/* Labels in cells of forms, whose values stand beside or below them. */
#include <string.h>

#include "cells.h"
#include "labels.h"
#include "money.h"

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
        gather_add_value(gather, label->field->id, label->rank, label->rule, paragraph, quote,
                         money_format(money.fen), NULL, VALUE_VALID);
        added = true;
    }
    return added;
}

/* Whether the label at CELL, right of another, stands in a heading row, whose values are below it in as many
 * cells; before a value of its own it is one of a group: 当事人|名称|某公司. */
static bool is_heading_row(const Gather *gather, uint32_t cell)
{
    const DocxText *docx = gather->reading->docx;
    int64_t next = cell_right(docx, cell);
    uint32_t row = docx->cells[cell].row;
    return next < 0 || cell_is_label(gather, (uint32_t)next) ||
           cell_count(docx, cell, row) + docx->cells[cell].column - 1 == cell_count(docx, cell, row + 1);
}

/* The label of the group that CELL belongs to: the cell left of it, 收款人|全称|某公司, which may reach down
 * over several rows; NULL when there is none.  Caller frees. */
static char *group_label(const DocxText *docx, uint32_t cell)
{
    if (cell_left(docx, cell) < 0)
        return NULL;
    uint32_t group = cell - 1, grid = docx->cells[group].grid, table = docx->cells[cell].table;
    for (uint32_t i = group;
         cell_is_empty(docx, group) && i > 0 && group - i < 400 && docx->cells[i - 1].table == table; i--)
        if (docx->cells[i - 1].grid == grid && !cell_is_empty(docx, i - 1))
            return cell_label(docx, i - 1);
    return cell_label(docx, group);
}

/* Whether LABELS, which GROUP has in whatever kind of document, mean an authority and not the party; 单位
 * alone leaves it open. */
static bool is_somebody_else(const Gather *gather, const GPtrArray *labels, const char *group)
{
    static const char *const others[] = {"agency", "recipient", "court", NULL};
    bool other = false;
    for (guint i = 0; i < labels->len; i++)
        other = other || g_strv_contains(others, ((LabelRule *)g_ptr_array_index(labels, i))->field->id);
    return other && strcmp(group, "单位") != 0 && !labels_mean(gather, labels, "party");
}

/* LABELS of the label cell CELL, as the group that it stands in understands them: none where that is somebody
 * else's (收款人|全称), the group's own where it names a person of the party's (法定代表人|姓名) or a paper
 * (文书|名称). */
static const GPtrArray *labels_in_group(const Gather *gather, uint32_t cell, const GPtrArray *labels)
{
    g_autofree char *group = group_label(gather->reading->docx, cell);
    if (group && labels_mean(gather, labels, "party") &&
        g_hash_table_contains(gather->reading->rules->roles, group))
        return NULL; /* 经办人|姓名 */
    const GPtrArray *of_group = group ? label_named(gather, group) : NULL;
    if (!of_group || !(labels_mean(gather, labels, "party") || labels_mean(gather, labels, "address")))
        return labels;
    if (is_somebody_else(gather, of_group, group))
        return NULL;
    bool paper = labels_mean(gather, of_group, "served-document") &&
                 strcmp(((LabelRule *)g_ptr_array_index(labels, 0))->rule, "label:名称") == 0;
    return paper || (labels_mean(gather, labels, "party") && labels_mean(gather, of_group, "legal-rep"))
               ? of_group
               : labels;
}

/* What stands over a column rather than before a value: a label, or a short word for a kind of thing. */
static bool is_column_title(const Gather *gather, uint32_t cell)
{
    static const char *const ends[] = {"名称",   "文号",   "编号",   "序号", "时间", "日期", "地点",
                                       "方式",   "签名",   "签章",   "签收", "签字", "备注", "类型",
                                       "类别",   "数量",   "数",     "情况", "单位", "金额", "角色",
                                       "送达人", "收件人", "经办人", "规格", "型号", "状态", "原因"};
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
    uint32_t first = cell + 1 - docx->cells[cell].column, row = docx->cells[cell].row,
             count = cell_count(docx, first, row);
    bool titles = docx->cells[first].column == 1 && count >= 3 && cell_count(docx, first, row + 1) == count;
    for (uint32_t i = 0; titles && i < count; i++)
        titles = is_column_title(gather, first + i);
    return titles;
}

/* Whether CELL stands in the row of titles of a numbered list, 序号|名称|备注: its values are no fields of
 * the document. */
static bool in_list_row(const DocxText *docx, uint32_t cell)
{
    uint32_t first = cell + 1 - docx->cells[cell].column;
    g_autofree char *title = cell_label(docx, first);
    return title && docx->cells[first].row == docx->cells[cell].row &&
           (strcmp(title, "序号") == 0 || strcmp(title, "序") == 0);
}

/* QUOTE up to the label of something else behind a blank in the same cell: 某店　经营者：某. */
static char *before_next_label(const Gather *gather, const char *quote)
{
    MatchText folded;
    matchtext_init(&folded, quote, strlen(quote));
    const char *colon = strchr(folded.text, ':'), *blank = NULL;
    for (const char *p = folded.text; colon && p < colon; p++)
        blank = *p == ' ' && p > folded.text ? p : blank;
    g_autofree char *label = blank ? g_strndup(blank + 1, (gsize)(colon - blank - 1)) : NULL;
    char *kept = label && *label && labels_apply(gather, label_named(gather, label))
                     ? matchtext_quote(&folded, quote, 0, (size_t)(blank - folded.text))
                     : g_strdup(quote);
    matchtext_clear(&folded);
    return kept;
}

/* Whether the first line of a cell has a label of its own, 当事人 | 当事人：某公司⏎地址：某镇: the lines tell then. */
static bool begins_with_label(const Gather *gather, const char *text)
{
    MatchText folded;
    matchtext_init(&folded, text, strcspn(text, "\n"));
    const char *colon = strchr(folded.text, ':');
    g_autofree char *first = colon ? g_strndup(folded.text, (gsize)(colon - folded.text)) : NULL,
                    *label = first ? matchtext_squeeze(first) : NULL;
    bool begins = label && *label && labels_apply(gather, label_named(gather, label));
    matchtext_clear(&folded);
    return begins;
}

/* Whether LABELS are those of the certificate number of the one whose paper this is, which need not be read from it. */
static bool is_own_certificate(const Gather *gather, const GPtrArray *labels)
{
    static const char *const papers[] = {"candidate-form", "case-list", "integrity-certificate", "role-statement", "story", NULL};
    bool certificate = false;
    for (guint i = 0; i < labels->len; i++)
        certificate = certificate || strcmp(((LabelRule *)g_ptr_array_index(labels, i))->field->id, "certificate-number") == 0;
    return certificate && g_strv_contains(papers, gather->document->type);
}

/* The field that tells that nobody wrote behind LABEL, of which LABELS are the rules; NULL where none does. */
static const char *blank_field(const Gather *gather, const GPtrArray *labels, const char *label)
{
    if (is_own_certificate(gather, labels))
        return "certificate-blank";
    return labels_mean(gather, labels, "receiver") && !strstr(label, "代收") ? "receiver-blank" : NULL;
}

static void add_cell(Gather *gather, const GPtrArray *labels, const char *label, uint32_t value)
{
    const DocxText *docx = gather->reading->docx;
    const char *blank = blank_field(gather, labels, label);
    g_autofree char *whole = docx_cell_text(docx, value);
    if (blank && docx->cells[value].count > 0 && label_is_unwritten(gather, whole))
        gather_add_value(gather, blank, 1, "label-blank", cell_paragraph(docx, value), label, g_strdup(label), NULL, VALUE_VALID);
    if (cell_is_empty(docx, value))
        return;
    bool named = labels_mean(gather, labels, "party") || labels_mean(gather, labels, "address");
    if (named && (begins_with_label(gather, whole) || is_title_list(gather, whole)))
        return;
    g_autofree char *quote = named ? before_next_label(gather, whole) : g_strdup(whole);
    if (!strstr(label, "万元") || !add_in_wan(gather, labels, cell_paragraph(docx, value), quote))
        labels_add(gather, labels, true, cell_paragraph(docx, value), quote, true);
}

/* The label rules for a column title under the title of the row that CELL stands in (催告书 and 送达日期),
 * NULL for none. */
static const GPtrArray *labels_of_row(const Gather *gather, uint32_t cell, const char *label)
{
    uint32_t column = gather->reading->docx->cells[cell].column;
    g_autofree char *row = column > 1 ? cell_label(gather->reading->docx, cell + 1 - column) : NULL;
    g_autofree char *both = row ? g_strconcat(row, label, NULL) : NULL;
    const GPtrArray *labels = both ? label_named(gather, both) : NULL;
    return labels && labels_apply(gather, labels) ? labels : NULL;
}

/* The cells below the column title CELL, in rows of as many cells: the first, and those whose rows have
 * titles that make another label of it, or of a receipt that serves several papers all of them. */
static void read_column(Gather *gather, const GPtrArray *labels, const char *label, uint32_t cell)
{
    const DocxText *docx = gather->reading->docx;
    bool several = strcmp(gather->document->type, "service-receipt") == 0;
    uint32_t first = cell + 1 - docx->cells[cell].column,
             count = cell_count(docx, first, docx->cells[cell].row);
    int64_t below = cell_below(docx, cell);
    for (bool top = true; below >= 0 && cell_count(docx, first, docx->cells[below].row) == count;
         top = false) {
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
    return labels && labels_mean(gather, labels, "unit") &&
           strcmp(gather->document->type, "interview-record") == 0;
}

/* A bare 日期 in a row of pairs is that of the nearest cell before it that makes a label of it, or whose
 * opinion it dates: 处罚决定|文号|…|日期|…, 局长意见|同意|签名|张某|日期|…; NULL for none. */
static const GPtrArray *labels_of_pair(const Gather *gather, uint32_t cell, const char *bare)
{
    const DocxText *docx = gather->reading->docx;
    for (int64_t left = cell_left(docx, cell); left >= 0; left = cell_left(docx, (uint32_t)left)) {
        g_autofree char *before = cell_label(docx, (uint32_t)left);
        g_autofree char *both = before ? g_strconcat(before, bare, NULL) : NULL;
        const GPtrArray *labels = both ? label_named(gather, both) : NULL,
                        *own = before ? label_named(gather, before) : NULL;
        if (labels && labels_apply(gather, labels) &&
            ((LabelRule *)g_ptr_array_index(labels, 0))->field->type == VALUE_DATE)
            return labels;
        if (labels_apply(gather, own) && labels_are_opinions(own))
            return own;
    }
    return NULL;
}

/* Whether CELL is a label with its value, 职务：大队长; -1: no cell. */
static bool is_pair(const Gather *gather, int64_t cell)
{
    g_autofree char *whole = cell >= 0 ? docx_cell_text(gather->reading->docx, (uint32_t)cell) : NULL,
                    *pair = whole ? matchtext_squeeze(whole) : NULL;
    return pair && gather_fits(gather, "labelled-value", pair);
}

/* Whether the cell OTHER is another label with its value, 从事执法工作年限：12年, and no value of the label at CELL: that ends in
 * a colon too, and above or below it stands such a pair, so that in this form values stand behind their labels. */
static bool is_another_pair(const Gather *gather, uint32_t cell, uint32_t other)
{
    const DocxText *docx = gather->reading->docx;
    const DocxCell *place = &docx->cells[cell];
    g_autofree char *own = docx_cell_text(docx, cell), *label = matchtext_squeeze(own);
    return g_str_has_suffix(label, ":") && is_pair(gather, other) &&
           ((place->row > 1 && is_pair(gather, cell_at(docx, cell, place->row - 1, place->grid))) ||
            is_pair(gather, cell_at(docx, cell, place->row + 1, place->grid)));
}

/* The cell with the value of the label at CELL, -1 for none. */
static int64_t value_cell(const Gather *gather, uint32_t cell)
{
    const DocxText *docx = gather->reading->docx;
    int64_t value = cell_right(docx, cell);
    if (value >= 0 && is_another_pair(gather, cell, (uint32_t)value))
        return -1;
    if (value >= 0 &&
        (!cell_is_label(gather, (uint32_t)value) || is_value_of_left(gather, (uint32_t)value)))
        return value;
    int64_t below = value >= 0 && !is_heading_row(gather, (uint32_t)value) ? -1 : cell_below(docx, cell);
    g_autofree char *under = below >= 0 ? cell_label(docx, (uint32_t)below) : NULL;
    return below >= 0 && !(under && label_named(gather, under)) && !is_another_pair(gather, cell, (uint32_t)below) ? below
                                                                                                                : -1;
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

void label_in_cell(Gather *gather, uint32_t cell)
{
    const DocxText *docx = gather->reading->docx;
    g_autofree char *label = cell_label(docx, cell);
    if (!label || in_list_row(docx, cell) || is_value_of_left(gather, cell))
        return;
    const GPtrArray *labels = label_named(gather, label);
    bool bare = strcmp(label, "日期") == 0 || strcmp(label, "时间") == 0;
    const GPtrArray *of_pair = bare && !in_title_row(gather, cell) ? labels_of_pair(gather, cell, label)
                                                                   : NULL;
    labels = of_pair ? of_pair : labels ? labels_in_group(gather, cell, labels) : NULL;
    int64_t value = labels ? value_cell(gather, cell) : -1;
    if (!labels)
        read_joined_label(gather, cell, label);
    else if (in_title_row(gather, cell))
        read_column(gather, labels, label, cell);
    else if (value >= 0)
        add_cell(gather, labels, label, (uint32_t)value);
}
