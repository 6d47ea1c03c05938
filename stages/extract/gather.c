/* Keeps candidates for fields and settles which stand. */
#include <string.h>

#include "cells.h"
#include "docnumber.h"
#include "reading.h"
#include "text.h"

enum {
    QUOTE_BYTES_MAX = 600,
    CANDIDATES_MAX = 4000,
    OFFSETS_MAX = 1 << 16,
    CLAUSE_BYTES_MAX = 240,
    RANK_ABSENT = 9,
    RANK_QUESTIONED = 8
};

static void candidate_free(gpointer data)
{
    Candidate *candidate = data;
    record_free(&field_type, candidate->field);
    g_free(candidate);
}

/* A quotation as it is kept: trimmed, and cut at a character when it is very long. */
static char *keep_quote(const char *quote)
{
    char *trimmed = text_trim(quote);
    if (strlen(trimmed) > QUOTE_BYTES_MAX) {
        *g_utf8_find_prev_char(trimmed, trimmed + QUOTE_BYTES_MAX) = '\0';
    }
    return trimmed;
}

static void keep(Gather *gather, Field *field, const FieldRule *rule, int rank, const char *rule_id,
                 const GatherPlace *place)
{
    field->id = g_strdup(rule->id);
    field->rule = g_strdup(rule_id);
    field->place = docx_place(gather->reading->docx, place->paragraph);
    field->quote = keep_quote(place->quote);
    Candidate *candidate = g_new(Candidate, 1);
    *candidate = (Candidate){field, rule, rank, place->paragraph, place->offset, false};
    g_ptr_array_add(gather->found, candidate);
}

/* Where QUOTE stands in its paragraph, 0 when it is a cell's of several. */
static uint32_t offset_of(const Gather *gather, uint32_t paragraph, const char *quote)
{
    g_autofree char *kept = keep_quote(quote);
    const char *text = gather->reading->docx->paragraphs[paragraph].text,
               *at = g_strstr_len(text, OFFSETS_MAX, kept);
    return at ? (uint32_t)(at - text) : 0;
}

const char *gather_column(const Gather *gather, uint32_t cell)
{
    g_autofree char *label = cell_label(gather->reading->docx, cell);
    return label ? extractrules_column(gather->reading->rules, label) : NULL;
}

GatherPlace gather_clause(const Gather *gather, uint32_t paragraph, size_t start, size_t end)
{
    static const char *const stops[] = {"。", ";", "\n", ",", ":"};
    const MatchText *folded = folded_at(gather->reading, paragraph);
    const char *text = folded->text,
               *floor = text + (start > CLAUSE_BYTES_MAX ? start - CLAUSE_BYTES_MAX : 0);
    const char *ceiling = text + MIN(folded->length, end + CLAUSE_BYTES_MAX), *from = NULL, *to = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(stops); i++) {
        const char *before = g_strrstr_len(floor, text + start - floor, stops[i]);
        const char *after = g_strstr_len(text + end, ceiling - text - (gssize)end, stops[i]);
        from = before && (!from || before + strlen(stops[i]) > from) ? before + strlen(stops[i]) : from;
        to = after && (!to || after < to) ? after : to;
    }
    from = from ? from : floor == text ? text : text + start; /* a clause without end is not quoted whole */
    to = to ? to : ceiling == text + folded->length ? ceiling : text + end;
    char *quote = matchtext_quote(folded, gather->reading->docx->paragraphs[paragraph].text,
                                  (size_t)(from - text), (size_t)(to - text));
    return (GatherPlace){paragraph, folded->origin[start], quote};
}

/* Not an answer or the title of a column (清楚, 类别), which is no party; nor an account of the case, which
 * is not what it is about. */
static bool is_likely(const Gather *gather, const FieldRule *rule, const char *rule_id, const Field *field)
{
    enum { CAUSE_CHARS = 80 };
    const NamedPattern *none = extractrules_named(gather->reading->rules, "no-party");
    if (strcmp(rule->id, "cause") == 0)
        return !strstr(field->value, "。") || g_utf8_strlen(field->value, -1) <= CAUSE_CHARS;
    /* where they looked, when that is an address */
    if (strcmp(rule->id, "address") == 0 && g_str_has_suffix(rule_id, "地点")) {
        const NamedPattern *address = extractrules_named(gather->reading->rules, "place-is-address");
        return address && matcher_find(gather->reading->matcher, address->pattern, field->value,
                                       strlen(field->value), 0);
    }
    if (strcmp(rule->id, "party") != 0 || !none)
        return true;
    return !matcher_find(gather->reading->matcher, none->pattern, field->value, strlen(field->value), 0);
}

/* Whether the number in FIELD is, by its type word, what another field holds: a demand's is no
 * decision-number. */
static bool is_of_other_field(const Gather *gather, const FieldRule *rule, const Field *field)
{
    const GPtrArray *mentions = gather->reading->rules->mentions;
    DocNumberParts number = {0};
    if (rule->type != VALUE_NUMBER || !docnumber_parse(field->value, &number))
        return false;
    int doctype = extractrules_number_doctype(gather->reading->rules, number.type);
    bool own = false, other = false;
    for (guint i = 0; i < mentions->len; i++) {
        const MentionRule *mention = g_ptr_array_index(mentions, i);
        own = own || mention->field == rule;
        other = other || (mention->of == doctype && mention->field != rule);
    }
    docnumber_clear(&number);
    if (strcmp(rule->id, "doc-number") == 0) /* 文号 in the part of a form that tells of the notice */
        return other && doctype != gather->part->doctype;
    return own && other;
}

/* The other form of an amount whose words and figures differ, behind the one that stands: that is EXT-002. */
static void add_figures(Gather *gather, const FieldRule *rule, int rank, const char *value, const GatherPlace *place)
{
    char *figures = value_money_in_figures(value);
    if (!figures)
        return;
    Field *field = record_new(&field_type);
    field->value = figures;
    keep(gather, field, rule, rank, "words-and-figures", place);
}

void gather_add_at(Gather *gather, const FieldRule *rule, int rank, const char *rule_id, const char *value,
                   bool from_cell, const GatherPlace *place)
{
    if (gather->found->len >= CANDIDATES_MAX || (rule->not_in & gather->doc_mask))
        return;
    Field *field = record_new(&field_type);
    bool read = value_read(rule, value, from_cell, field);
    if (read && (!is_likely(gather, rule, rule_id, field) || is_of_other_field(gather, rule, field))) {
        record_free(&field_type, field);
        return;
    }
    if (read || value_is_absent(rule, value, field))
        keep(gather, field, rule, read ? rank : RANK_ABSENT, rule_id, place);
    else
        record_free(&field_type, field);
    if (read && rule->type == VALUE_MONEY)
        add_figures(gather, rule, rank, value, place);
}

/* 查封决定书（洪市环查〔2016〕第6号）、查封物品清单各一份: several papers in one quotation, each on its own; whether QUOTE is such. */
static bool add_papers(Gather *gather, const FieldRule *rule, int rank, const char *rule_id,
                       const char *quote, const GatherPlace *place)
{
    static const char *const ends[] = {"书", "单", "表", "函", "知", "录", "证"};
    g_auto(GStrv) parts = g_strsplit(quote, "、", 12);
    bool papers = rule->type == VALUE_PAPER && parts[0] && parts[1];
    for (char **part = parts; papers && *part; part++) {
        Field *field = record_new(&field_type);
        papers = value_read(rule, *part, true, field);
        bool ends_so = false;
        for (size_t i = 0; papers && i < G_N_ELEMENTS(ends); i++)
            ends_so = ends_so || g_str_has_suffix(field->value, ends[i]);
        papers = ends_so;
        record_free(&field_type, field);
    }
    for (char **part = parts; papers && *part; part++)
        gather_add_at(gather, rule, rank, rule_id, *part, true, place);
    return papers;
}

/* 张三, 杨某, 陈**: two to four characters that are no kind of firm. */
static bool is_person(const char *name)
{
    static const char *const firms[] = {"厂", "店", "场", "坊", "社", "部", "站", "矿", "院",
                                        "行", "馆", "所", "队", "局", "司", "吧", "园", "楼"};
    bool person = true;
    for (size_t i = 0; i < G_N_ELEMENTS(firms); i++)
        person = person && !g_str_has_suffix(name, firms[i]);
    return person && g_utf8_strlen(name, -1) <= 4;
}

bool gather_add_people(Gather *gather, const FieldRule *rule, int rank, const char *rule_id,
                       const char *quote, const GatherPlace *place)
{
    g_autofree char *squeezed = matchtext_squeeze(quote);
    g_auto(GStrv) names = g_strsplit(squeezed, "、", 12);
    bool people = strcmp(rule->id, "party") == 0 && names[0] && names[1];
    for (char **name = names; people && *name; name++) {
        Field *field = record_new(&field_type);
        people = value_read(rule, *name, true, field) && strcmp(field->value, *name) == 0 &&
                 is_person(field->value) && !strpbrk(field->value, "()0123456789");
        record_free(&field_type, field);
    }
    for (char **name = names; people && *name; name++)
        gather_add_at(gather, rule, rank, rule_id, *name, true, place);
    return people;
}

void gather_add(Gather *gather, const FieldRule *rule, int rank, const char *rule_id, uint32_t paragraph,
                const char *quote, bool from_cell)
{
    GatherPlace place = {paragraph, offset_of(gather, paragraph, quote), (char *)quote};
    if (!add_papers(gather, rule, rank, rule_id, quote, &place) &&
        !gather_add_people(gather, rule, rank, rule_id, quote, &place))
        gather_add_at(gather, rule, rank, rule_id, quote, from_cell, &place);
}

void gather_add_value(Gather *gather, const char *field_id, int rank, const char *rule_id, uint32_t paragraph, const char *quote,
                      char *value, char *key, ValueStatus status)
{
    const FieldRule *rule = g_hash_table_lookup(gather->reading->rules->fields, field_id);
    if (!rule || gather->found->len >= CANDIDATES_MAX || (rule->not_in & gather->doc_mask)) {
        g_free(value);
        g_free(key);
        return;
    }
    Field *field = record_new(&field_type);
    field->value = value;
    field->key = key;
    field->status = (int)status;
    keep(gather, field, rule, rank, rule_id,
         &(GatherPlace){paragraph, offset_of(gather, paragraph, quote), (char *)quote});
}

void gather_add_blank(Gather *gather, const char *field_id, uint32_t paragraph, const char *label)
{
    gather_add_value(gather, field_id, RANK_ABSENT, "blank", paragraph, label, g_strdup(""), NULL, VALUE_ABSENT);
}

static int compare_candidates(gconstpointer a, gconstpointer b)
{
    const Candidate *left = *(const Candidate *const *)a, *right = *(const Candidate *const *)b;
    int by_id = strcmp(left->field->id, right->field->id);
    if (by_id)
        return by_id;
    if (left->order != right->order)
        return left->order < right->order ? -1 : 1;
    return left->offset < right->offset ? -1 : left->offset > right->offset;
}

/* Stable for equal keys: candidates come in an order that the text alone decides. */
static void sort_stable(GPtrArray *found)
{
    for (guint i = 1; i < found->len; i++) {
        gpointer moved = found->pdata[i];
        guint k = i;
        for (; k > 0 && compare_candidates(&found->pdata[k - 1], &moved) > 0; k--)
            found->pdata[k] = found->pdata[k - 1];
        found->pdata[k] = moved;
    }
}

/* A person as party has no code and nobody who represents it (SPEC 6). */
static void drop_codes_of_person(Gather *gather, GHashTable *best)
{
    static const char *const details[] = {"credit-code", "org-code", "registration-number", "legal-rep", NULL};
    int rank = GPOINTER_TO_INT(g_hash_table_lookup(best, "party"));
    bool person = rank > 0;
    for (guint i = 0; i < gather->found->len; i++) {
        const Candidate *candidate = g_ptr_array_index(gather->found, i);
        if (strcmp(candidate->field->id, "party") == 0 && candidate->rank == rank)
            person = person && is_person(candidate->field->value);
    }
    for (guint i = gather->found->len; person && i-- > 0;)
        if (g_strv_contains(details, ((Candidate *)g_ptr_array_index(gather->found, i))->field->id))
            g_ptr_array_remove_index(gather->found, i);
}

bool gather_has(const Gather *gather, const char *id, const char *value)
{
    bool has = false;
    for (guint i = 0; i < gather->found->len && !has; i++) {
        const Field *field = ((Candidate *)g_ptr_array_index(gather->found, i))->field;
        has = strcmp(field->id, id) == 0 && (!value || strcmp(field->value, value) == 0);
    }
    return has;
}

/* Who heads a firm signs for it: 当事人：粟多进 at the end of a paper to the workshop that he runs is no
 * other party. */
static void drop_signing_head(Gather *gather)
{
    bool firm = false;
    for (guint i = 0; i < gather->found->len; i++) {
        const Field *field = ((Candidate *)g_ptr_array_index(gather->found, i))->field;
        firm = firm || (strcmp(field->id, "party") == 0 && !is_person(field->value));
    }
    for (guint i = gather->found->len; firm && i-- > 0;) {
        const Field *field = ((Candidate *)g_ptr_array_index(gather->found, i))->field;
        bool signing = strcmp(field->id, "party") == 0 && g_str_has_prefix(field->rule, "label:");
        if (signing && is_person(field->value) && gather_has(gather, "legal-rep", field->value))
            g_ptr_array_remove_index(gather->found, i);
    }
}

/* The number of the document itself is no other document's: a daily decision's own number is not the one of
 * the decision before it. */
static void drop_own_number(Gather *gather)
{
    static const char *const others[] = {"decision-number", "notice-number", "order-number", "demand-number",
                                         NULL};
    static const char *const about_one[] = {"closing-form",   "payment-receipt", "service-receipt",
                                            "court-document", "other",           NULL};
    const char *own = NULL;
    for (guint i = 0; i < gather->found->len && !own; i++) {
        const Candidate *one = g_ptr_array_index(gather->found, i);
        own = strcmp(one->field->id, "doc-number") == 0 && one->rank == 1 ? one->field->key : NULL;
    }
    if (!own || g_strv_contains(about_one, gather->document->type))
        return;
    for (guint i = gather->found->len; i-- > 0;) {
        const Field *field = ((Candidate *)g_ptr_array_index(gather->found, i))->field;
        if (g_strv_contains(others, field->id) && g_strcmp0(field->key, own) == 0)
            g_ptr_array_remove_index(gather->found, i);
    }
}

/* What a daily decision found at a recheck is no inspection besides. */
static void drop_rechecks(Gather *gather)
{
    g_autoptr(GHashTable) rechecks = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < gather->found->len; i++) {
        const Field *field = ((Candidate *)g_ptr_array_index(gather->found, i))->field;
        if (strcmp(field->id, "recheck-date") == 0)
            g_hash_table_add(rechecks, field->value);
    }
    for (guint i = gather->found->len; i-- > 0;) {
        const Field *field = ((Candidate *)g_ptr_array_index(gather->found, i))->field;
        if (strcmp(field->id, "inspection-dates") == 0 && g_hash_table_contains(rechecks, field->value))
            g_ptr_array_remove_index(gather->found, i);
    }
}

/* Whether CANDIDATE is the person questioned, taken for the party. */
static bool is_questioned(const Candidate *candidate)
{
    static const char *const rules[] = {"label:被询问", "label:被调查", "label:被谈话", "label:被约谈",
                                        "party-questioned"};
    bool questioned = false;
    for (size_t i = 0; i < G_N_ELEMENTS(rules); i++)
        questioned = questioned || g_str_has_prefix(candidate->field->rule, rules[i]);
    return questioned && strcmp(candidate->field->id, "party") == 0;
}

/* Whether ONE says that the person questioned at ORDER works for somebody or is a witness. */
static bool is_employment(const Gather *gather, const Candidate *one, uint32_t order)
{
    const NamedPattern *none = extractrules_named(gather->reading->rules, "no-employer");
    return strcmp(one->field->id, "unit") == 0 && one->order >= order &&
           !(none && matcher_find(gather->reading->matcher, none->pattern, one->field->value,
                                  strlen(one->field->value), 0));
}

/* The firm in ONE, for which the person questioned at ORDER works, is the party. */
static void add_employer(Gather *gather, const Candidate *one, uint32_t order)
{
    const NamedPattern *employer = extractrules_named(gather->reading->rules, "employer");
    const FieldRule *party = g_hash_table_lookup(gather->reading->rules->fields, "party");
    size_t start, end;
    if (!employer || !party || strcmp(one->field->id, "unit") != 0 || one->order < order ||
        !matcher_find(gather->reading->matcher, employer->pattern, one->field->value,
                      strlen(one->field->value), 0) ||
        !matcher_span(gather->reading->matcher, pattern_group(employer->pattern, "name"), &start, &end))
        return;
    g_autofree char *name = g_strndup(one->field->value + start, end - start);
    gather_add(gather, party, RANK_QUESTIONED, employer->id, one->order, name, false);
}

/* A person questioned whose post, in ONE, is that of the head is the firm's: 职务 厂长（投资人）. */
static void add_head_by_post(Gather *gather, const Candidate *one, uint32_t order)
{
    const NamedPattern *post = extractrules_named(gather->reading->rules, "head-by-post");
    g_autofree char *quote = matchtext_squeeze(one->field->quote);
    if (!post || strcmp(one->field->id, "unit") != 0 || one->order < order ||
        !matcher_find(gather->reading->matcher, post->pattern, quote, strlen(quote), 0))
        return;
    const FieldRule *head = g_hash_table_lookup(gather->reading->rules->fields, "legal-rep");
    for (guint i = 0; head && i < gather->found->len; i++) {
        const Candidate *questioned = g_ptr_array_index(gather->found, i);
        if (!is_questioned(questioned))
            continue;
        g_autofree char *name = g_strdup(questioned->field->value);
        gather_add(gather, head, RANK_QUESTIONED, post->id, questioned->order, name, false);
        return;
    }
}

/* Who was questioned is the party where nothing says for whom they work and what they are to the case; else
 * it is not, and where they live is not the party's address. */
static void drop_questioned(Gather *gather)
{
    uint32_t order = 0;
    bool employed = false, other_party = false;
    if (strcmp(gather->document->type, "interview-record") != 0)
        return;
    for (guint i = 0; i < gather->found->len; i++) {
        const Candidate *one = g_ptr_array_index(gather->found, i);
        order = is_questioned(one) && order == 0 ? one->order : order;
        other_party = other_party || (strcmp(one->field->id, "party") == 0 && !is_questioned(one));
    }
    for (guint i = 0, count = gather->found->len; i < count; i++) {
        employed = employed || is_employment(gather, g_ptr_array_index(gather->found, i), order);
        add_head_by_post(gather, g_ptr_array_index(gather->found, i), order);
        if (!other_party)
            add_employer(gather, g_ptr_array_index(gather->found, i), order);
    }
    for (guint i = gather->found->len; i-- > 0;) {
        const Candidate *one = g_ptr_array_index(gather->found, i);
        bool of_other = other_party || employed, address = strcmp(one->field->id, "address") == 0;
        bool firms = g_str_has_prefix(one->field->rule, "label:单位") ||
                     g_str_has_prefix(one->field->rule, "label:企业");
        if (strcmp(one->field->id, "unit") == 0 || (of_other && (is_questioned(one) || (address && !firms))))
            g_ptr_array_remove_index(gather->found, i);
    }
}

/* Where nothing else names the party, the name of the case does: 某公司未验先投案. */
static void gather_party_of_cause(Gather *gather)
{
    const NamedPattern *rule = extractrules_named(gather->reading->rules, "party-of-cause");
    const FieldRule *party = g_hash_table_lookup(gather->reading->rules->fields, "party");
    Matcher *matcher = gather->reading->matcher;
    guint count = gather->found->len;
    for (guint i = 0; i < count; i++)
        if (strcmp(((Candidate *)g_ptr_array_index(gather->found, i))->field->id, "party") == 0)
            return;
    for (guint i = 0; rule && party && i < count; i++) {
        const Candidate *one = g_ptr_array_index(gather->found, i);
        size_t start, end;
        if (strcmp(one->field->id, "cause") != 0 ||
            !matcher_find(matcher, rule->pattern, one->field->value, strlen(one->field->value), 0) ||
            !matcher_span(matcher, pattern_group(rule->pattern, "name"), &start, &end))
            continue;
        g_autofree char *name = g_strndup(one->field->value + start, end - start);
        gather_add(gather, party, RANK_QUESTIONED, rule->id, one->order, name, false);
        return;
    }
}

static bool is_written_day(const Field *field)
{
    return strcmp(field->id, "written-date") == 0;
}

/* What is told at every place where it stands: all of them are to be mended. */
static bool counts_anywhere(const Field *field)
{
    return is_written_day(field) || strcmp(field->id, "again") == 0;
}

/* A day that is none is told as what it is the day of where a field of the same paragraph has it: that comes first in the order of ids,
 * and DAYS is the set of such days.  Caller frees. */
static char *day_at(const Candidate *one)
{
    return one->field->status == VALUE_INVALID ? g_strdup_printf("%u|%s", one->order, one->field->value) : NULL;
}

/* Takes the field of CANDIDATE unless it was SEEN, or is a day that a field of its own tells. */
static void add_field(Gather *gather, Candidate *candidate, GHashTable *seen, GHashTable *days)
{
    const uint32_t place = counts_anywhere(candidate->field) ? candidate->order : 0;
    g_autofree char *day = day_at(candidate);
    if ((day && is_written_day(candidate->field) && g_hash_table_contains(days, day)) ||
        !g_hash_table_add(seen, g_strdup_printf("%s|%s|%u", candidate->field->id, candidate_key(candidate), place)))
        return;
    if (day)
        g_hash_table_add(days, g_steal_pointer(&day));
    g_ptr_array_add(gather->document->fields, g_steal_pointer(&candidate->field));
}

void gather_finish(Gather *gather)
{
    g_autoptr(GHashTable) best = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                          days = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    drop_rechecks(gather);
    gather_drop_told_otherwise(gather);
    drop_questioned(gather);
    drop_own_number(gather);
    drop_signing_head(gather);
    gather_settle_signatures(gather);
    gather_drop_filled(gather);
    gather_best_ranks(gather, best);
    drop_codes_of_person(gather, best);
    gather_keep_last_opinion(gather, best);
    gather_drop_outranked(gather, best);
    sort_stable(gather->found);
    gather_mark_again(gather);
    sort_stable(gather->found);
    for (guint i = 0; i < gather->found->len; i++)
        add_field(gather, g_ptr_array_index(gather->found, i), seen, days);
    g_ptr_array_set_size(gather->found, 0);
}

static void add_place(const Reading *reading, uint32_t paragraph, char **place)
{
    if (paragraph < reading->docx->n_paragraphs)
        *place = docx_place(reading->docx, paragraph);
}

Document *gather_document(const Reading *reading, const Part *part)
{
    Document *document = record_new(&document_type);
    const char *id = extractrules_doctype_id(reading->rules, part->doctype);
    document->type = g_strdup(id ? id : "other");
    document->rule = g_strdup(part->rule);
    if (part->title != UINT32_MAX)
        document->title = text_trim(reading->docx->paragraphs[part->title].text);
    add_place(reading, part->first, &document->first);
    if (part->end > part->first)
        add_place(reading, part->end - 1, &document->last);
    int kind = part->doctype >= 0 ? part->doctype : extractrules_doctype(reading->rules, "other");
    Gather gather = {.reading = reading, .part = part, .document = document,
                     .doc_mask = (uint64_t)1 << (kind >= 0 ? kind : DOCTYPES_MAX),
                     .found = g_ptr_array_new_with_free_func(candidate_free)};
    gather_number(&gather);
    gather_labels(&gather);
    gather_approvals(&gather);
    gather_patterns(&gather);
    gather_events(&gather);
    gather_drop_applicant(&gather);
    gather_drop_involved(&gather);
    gather_party_of_cause(&gather);
    gather_signature(&gather);
    gather_fines(&gather);
    gather_exceedance(&gather);
    gather_measured(&gather);
    gather_reported(&gather);
    gather_catalogued(&gather);
    gather_laws(&gather);
    gather_people(&gather);
    gather_lone_officer(&gather);
    gather_identity(&gather);
    gather_claims(&gather);
    gather_story(&gather);
    gather_roles(&gather);
    gather_attested(&gather);
    gather_opinion(&gather);
    gather_listed(&gather);
    gather_contacts(&gather);
    gather_years(&gather);
    gather_daily(&gather);
    gather_impossible_days(&gather);
    gather_mark(&gather);
    gather_finish(&gather);
    g_ptr_array_unref(gather.found);
    return document;
}
