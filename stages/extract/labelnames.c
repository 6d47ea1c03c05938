/* Which labels a text is, in the many ways in which people word them, and what they mean. */
#include <string.h>

#include "labelindex.h"
#include "labels.h"
#include "text.h"

static GPtrArray *known(const Gather *gather, const char *label)
{
    g_autofree char *plain = extractrules_label(label);
    return labelindex_find(gather->reading->rules->labels, plain);
}

/* SQUEEZED without what is in brackets, 当事人（单位）名称; but who signs or speaks for it is no party:
 * 当事人（签字）, 当事人（代理人） are 当事人签名. */
static char *without_brackets(const char *squeezed)
{
    GString *plain = g_string_new(NULL);
    int depth = 0;
    for (const char *p = squeezed; *p; p++) {
        depth += *p == '(' ? 1 : 0;
        if (depth == 0)
            g_string_append_c(plain, *p);
        depth -= *p == ')' && depth > 0 ? 1 : 0;
    }
    if (plain->len && (strstr(squeezed, "签") || strstr(squeezed, "代理")) && !strstr(plain->str, "签"))
        g_string_append(plain, "签名");
    return g_string_free(plain, FALSE);
}

bool labels_are_opinions(const GPtrArray *labels)
{
    bool opinions = labels != NULL;
    for (guint i = 0; labels && i < labels->len; i++)
        opinions = opinions && ((LabelRule *)g_ptr_array_index(labels, i))->field->last_date;
    return opinions;
}

/* 局分管负责人审批意见 is 分管负责人审批意见: whose leader it is may stand in front, but those of a section
 * are no leaders. */
static GPtrArray *known_opinion(const Gather *gather, const char *squeezed)
{
    static const char *const ends[] = {"意见", "审批", "批示", "签批", "审定", "批准", "核准"};
    static const char *const others[] = {"承办", "部门", "机构", "科",   "股",   "大队", "支队", "中队",
                                         "法制", "法规", "审核", "经办", "办案", "调查", "组",   "初审", NULL};
    bool opinion = false;
    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++)
        opinion = opinion || g_str_has_suffix(squeezed, ends[i]);
    if (!opinion || text_has_any(squeezed, others))
        return NULL;
    for (const char *p = squeezed; *p; p = g_utf8_next_char(p)) {
        GPtrArray *labels = g_utf8_strlen(p, -1) >= 4 ? known(gather, p) : NULL;
        if (labels_are_opinions(labels))
            return labels;
    }
    return NULL;
}

/* The label rules for the first of the names parted by SIGN in SQUEEZED, NULL for none; with ANY for the
 * first that has some. */
static GPtrArray *first_known(const Gather *gather, const char *squeezed, const char *sign, bool any)
{
    GPtrArray *labels = NULL;
    g_auto(GStrv) names = g_strsplit(squeezed, sign, 4);
    for (char **name = names; names[0] && names[1] && !labels && *name && (any || name == names); name++)
        labels = **name ? known(gather, *name) : NULL;
    return labels;
}

GPtrArray *label_named(const Gather *gather, const char *squeezed)
{
    enum {
        NAME_BYTES_MAX = 300
    }; /* a hundred characters: what is longer is no label, and is looked at from every place */
    if (strlen(squeezed) > NAME_BYTES_MAX)
        return NULL;
    GPtrArray *labels = known(gather, squeezed);
    if (!labels && strchr(squeezed, '(')) {
        g_autofree char *plain = without_brackets(squeezed);
        labels = *plain ? known(gather, plain) : NULL;
    }
    labels = labels ? labels : first_known(gather, squeezed, "/", true);
    labels = labels ? labels : first_known(gather, squeezed, "、", false);
    labels = labels ? labels : first_known(gather, squeezed, "或", false);
    return labels ? labels : known_opinion(gather, squeezed);
}

bool label_is_unwritten(const Gather *gather, const char *text)
{
    const NamedPattern *printed = extractrules_named(gather->reading->rules, "printed-only");
    g_autofree char *squeezed = matchtext_squeeze(text);
    return !*squeezed || (printed && matcher_find(gather->reading->matcher, printed->pattern, squeezed, strlen(squeezed), 0));
}

void labels_add(Gather *gather, const GPtrArray *labels, bool alone, uint32_t paragraph, const char *quote,
                bool from_cell)
{
    const bool unwritten = labels && label_is_unwritten(gather, quote);
    for (guint i = 0; labels && i < labels->len; i++) {
        const LabelRule *label = g_ptr_array_index(labels, i);
        if ((label->docs & gather->doc_mask) && (alone || !label->exact) && !(unwritten && label->field->type == VALUE_TEXT))
            gather_add(gather, label->field, label->rank, label->rule, paragraph, quote, from_cell);
    }
}

bool labels_apply(const Gather *gather, const GPtrArray *labels)
{
    for (guint i = 0; labels && i < labels->len; i++)
        if (((LabelRule *)g_ptr_array_index(labels, i))->docs & gather->doc_mask)
            return true;
    return false;
}

bool labels_mean(const Gather *gather, const GPtrArray *labels, const char *field_id)
{
    for (guint i = 0; labels && i < labels->len; i++) {
        const LabelRule *label = g_ptr_array_index(labels, i);
        if ((label->docs & gather->doc_mask) && strcmp(label->field->id, field_id) == 0)
            return true;
    }
    return false;
}
