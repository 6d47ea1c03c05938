/* Laws as (law, article, paragraph, item): what was violated and what the penalty rests on. */
#include <string.h>

#include "cells.h"
#include "cndate.h"
#include "reading.h"

enum { LAWS_MAX = 200, LISTED_MAX = 12, LABEL_BYTES_MAX = 90 };

typedef struct {
    const char *law;
    int article, paragraph, item;
} Provision;

/* What a citation is for, and how it is known. */
typedef struct {
    const char *field; /* NULL: nothing says */
    size_t after;      /* in the paragraph: behind the word that says so; 0: label or heading do */
    bool sure;         /* a word that has this meaning only */
} Purpose;

/* What is known while one document is read: the law that an article without one belongs to. */
typedef struct {
    Gather *gather;
    const NamedPattern *citation, *more, *elsewhere, *crimes;
    char *last;
    uint32_t paragraph; /* in hand */
    int rank;           /* 1; 2 of what is cited where something else is told */
    Purpose of_list;    /* what the heading above the items of a list says they are for */
} LawReader;

/* One article with the paragraphs and items that are listed of it, as they stand in TEXT. */
typedef struct {
    size_t start, end;
    int article;
    int paragraphs[LISTED_MAX], items[LISTED_MAX];
    int n_paragraphs, n_items;
} Citation;

/* The law's full name for what the text calls it: as the rules say; else a law of the state (…法) has the state's name in front. */
static char *law_name(const Gather *gather, const char *cited)
{
    static const char state[] = "中华人民共和国";
    char *squeezed = matchtext_squeeze(cited);
    char *year = strchr(squeezed, '('); /* （2015年修订） inside the marks */
    if (year && g_str_has_suffix(squeezed, ")") && strpbrk(year, "0123456789"))
        *year = '\0';
    const char *full = g_hash_table_lookup(gather->reading->rules->laws, squeezed);
    bool national = g_str_has_suffix(squeezed, "法") && !g_str_has_suffix(squeezed, "办法") && !g_str_has_prefix(squeezed, state);
    if (!full && !national)
        return squeezed;
    char *name = full ? g_strdup(full) : g_strconcat(state, squeezed, NULL);
    g_free(squeezed);
    return name;
}

/* 《条例》 or 《办法》 alone is short for what was named before. */
static bool is_short_form(const char *cited)
{
    static const char *const forms[] = {"法", "条例", "办法", "规定", "细则", "解释", NULL};
    return g_strv_contains(forms, cited);
}

static void remember_law(LawReader *reader, const char *text, size_t start, size_t end)
{
    g_autofree char *cited = g_strndup(text + start, end - start);
    if (reader->last && is_short_form(cited))
        return;
    char *name = law_name(reader->gather, cited);
    g_free(reader->last);
    reader->last = name;
}

/* Whether what stands between 《 and 》 is a rule that has articles, not a record or a notice. */
static bool has_articles(const char *text, size_t start, size_t end)
{
    static const char *const ends[] = {"法", "条例", "办法", "规定", "细则", "解释", "决定"};
    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++) {
        size_t n = strlen(ends[i]);
        if (end - start > n && memcmp(text + end - n, ends[i], n) == 0)
            return true;
    }
    return false;
}

/* 该法 and an article without a law mean the law that was named last, with an article or without. */
static void remember_named_between(LawReader *reader, const char *text, size_t from, size_t to)
{
    const char *open;
    while ((open = g_strstr_len(text + from, (gssize)(to - from), "《"))) {
        size_t start = (size_t)(open - text) + strlen("《");
        const char *close = g_strstr_len(text + start, (gssize)(to - start), "》");
        if (!close)
            return;
        size_t end = (size_t)(close - text);
        if (has_articles(text, start, end))
            remember_law(reader, text, start, end);
        from = end;
    }
}

/* Whether one of the signs of a range stands at P. */
static bool is_range_sign(const char *p)
{
    return g_str_has_prefix(p, "至") || g_str_has_prefix(p, "到") || g_str_has_prefix(p, "—");
}

/* The numbers in [START, END): 第一款、第二款 → 1, 2; 第（一）项至第（三）项 → 1, 2, 3. */
static int read_numbers(const char *text, size_t start, size_t end, int *numbers)
{
    int count = 0;
    bool range = false;
    for (const char *p = text + start; p < text + end && count < LISTED_MAX;) {
        const char *after;
        int number = cndate_number(p, &after);
        if (number > 0 && after > p && after <= text + end) {
            while (range && count > 0 && count < LISTED_MAX && numbers[count - 1] + 1 < number) {
                numbers[count] = numbers[count - 1] + 1;
                count++;
            }
            if (count < LISTED_MAX)
                numbers[count++] = number;
            range = false;
            p = after;
        } else {
            range = range || is_range_sign(p);
            p = g_utf8_next_char(p);
        }
    }
    return count;
}

static int group_numbers(const LawReader *reader, const NamedPattern *rule, const char *text, const char *group, int *numbers)
{
    size_t start, end;
    if (!matcher_span(reader->gather->reading->matcher, pattern_group(rule->pattern, group), &start, &end) || end == start)
        return 0;
    return read_numbers(text, start, end, numbers);
}

static void read_parts(const LawReader *reader, const NamedPattern *rule, const char *text, Citation *citation)
{
    citation->n_paragraphs = group_numbers(reader, rule, text, "paragraphs", citation->paragraphs);
    citation->n_items = group_numbers(reader, rule, text, "items", citation->items);
    matcher_span(reader->gather->reading->matcher, 0, &citation->start, &citation->end);
}

static void add_provision(LawReader *reader, const char *field, uint32_t paragraph, const Citation *citation, const Provision *one)
{
    const MatchText *folded = folded_at(reader->gather->reading, paragraph);
    g_autofree char *quote = matchtext_quote(folded, reader->gather->reading->docx->paragraphs[paragraph].text, citation->start, citation->end);
    g_autoptr(GString) value = g_string_new(one->law);
    const int parts[] = {one->article, one->paragraph, one->item};
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        parts[i] ? g_string_append_printf(value, "|%d", parts[i]) : (void)g_string_append_c(value, '|');
    gather_add_value(reader->gather, field, reader->rank, field, paragraph, quote, g_strdup(value->str), NULL,
                     VALUE_VALID);
}

/* Of several paragraphs the items belong to the last. */
static void add_citation(LawReader *reader, const char *field, uint32_t paragraph, const Citation *citation)
{
    Provision one = {.law = reader->last, .article = citation->article};
    for (int i = 0; i + 1 < citation->n_paragraphs; i++) {
        one.paragraph = citation->paragraphs[i];
        add_provision(reader, field, paragraph, citation, &one);
    }
    one.paragraph = citation->n_paragraphs ? citation->paragraphs[citation->n_paragraphs - 1] : 0;
    for (int i = 0; i < MAX(citation->n_items, 1); i++) {
        one.item = citation->n_items ? citation->items[i] : 0;
        add_provision(reader, field, paragraph, citation, &one);
    }
}

/* The words that say what a provision is for. */
static const struct {
    const char *word, *field;
    bool sure;
} purpose_words[] = {
    {"未按照", "laws-violated", true}, {"未按《", "laws-violated", true}, {"未按该", "laws-violated", true},
    {"未依照", "laws-violated", true}, {"未依据", "laws-violated", true}, {"未根据", "laws-violated", true},
    {"未遵守", "laws-violated", true}, {"未执行", "laws-violated", true},
    {"立案依据", NULL, true}, {"违反", "laws-violated", true}, {"违背", "laws-violated", true},
    {"不符合", "laws-violated", true}, {"构成对", "laws-violated", true}, {"违法依据", "laws-violated", true},
    {"违法条款", "laws-violated", true}, {"有违", "laws-violated", true}, {"不合", "laws-violated", true},
    {"触犯", "laws-basis", false}, {"处罚依据", "laws-basis", true}, {"法律依据", "laws-basis", false},
    {"依据", "laws-basis", true}, {"根据", "laws-basis", true}, {"依照", "laws-basis", true},
    {"依《", "laws-basis", true}, {"依该", "laws-basis", true}, {"依同", "laws-basis", true},
    {"据该", "laws-basis", true}, {"据同", "laws-basis", true}, {"按该法", "laws-basis", true},
    {"按同法", "laws-basis", true}, {"比照", "laws-basis", true}, {"据《", "laws-basis", true},
    {"按《", "laws-basis", true}, {"按照", "laws-basis", true}, {"适用", "laws-basis", false},
    {"罪名", "laws-basis", false}, {"构成", "laws-basis", false}, {"符合", "laws-basis", true},
    {"属于", "laws-basis", true}
};

/* Which field a citation at AT belongs to, by the nearest of the words before it: 违反 or 依据/根据; BEFORE
 * without one. */
static Purpose purpose_of(const char *text, size_t at, const Purpose *before)
{
    Purpose purpose = {before->field, 0, before->sure};
    for (size_t i = 0; i < G_N_ELEMENTS(purpose_words); i++)
        for (const char *p = strstr(text, purpose_words[i].word); p && (size_t)(p - text) < at;
             p = strstr(p + 1, purpose_words[i].word)) {
            size_t after = (size_t)(p - text) + strlen(purpose_words[i].word);
            if (after > purpose.after)
                purpose = (Purpose){purpose_words[i].field, after, purpose_words[i].sure};
            else if (after == purpose.after) /* 法律依据 is no 依据 */
                purpose.sure = purpose.sure && purpose_words[i].sure;
        }
    return purpose;
}

static const Purpose unsaid = {NULL, 0, false};

/* In a form the label's cell says what the law is for. */
static Purpose purpose_of_cell(const LawReader *reader, uint32_t paragraph)
{
    const DocxText *docx = reader->gather->reading->docx;
    int32_t cell = docx->paragraphs[paragraph].cell;
    int64_t left = cell >= 0 ? cell_left(docx, (uint32_t)cell) : -1;
    if (left < 0)
        return unsaid;
    g_autofree char *text = docx_cell_text(docx, (uint32_t)left), *label = matchtext_squeeze(text);
    return strlen(label) <= LABEL_BYTES_MAX ? purpose_of(label, strlen(label), &unsaid) : unsaid;
}

/* And in a report the heading above does: 五、违反的法律条款. */
static Purpose purpose_of_heading(const LawReader *reader, uint32_t paragraph)
{
    uint32_t above = paragraph;
    while (above > reader->gather->part->first && folded_at(reader->gather->reading, above - 1)->length == 0)
        above--;
    if (above == reader->gather->part->first)
        return unsaid;
    const MatchText *heading = folded_at(reader->gather->reading, above - 1);
    bool is_heading = heading->length <= LABEL_BYTES_MAX && !strstr(heading->text, "。") && !strstr(heading->text, "《");
    return is_heading ? purpose_of(heading->text, heading->length, &unsaid) : unsaid;
}

/* What label, heading or the heading of the whole list say that the provisions of the paragraph are for. */
static Purpose said_above(LawReader *reader, uint32_t paragraph)
{
    if (reader->gather->reading->docx->paragraphs[paragraph].cell >= 0)
        return purpose_of_cell(reader, paragraph);
    Purpose above = purpose_of_heading(reader, paragraph);
    bool item = is_numbered_item(folded_at(reader->gather->reading, paragraph)->text);
    reader->of_list = !item ? unsaid : above.field ? above : reader->of_list;
    return above.field ? above : reader->of_list;
}

/* Inside a law's own words a citation is the law's, not the document's. */
static bool is_quoted(const char *text, size_t at)
{
    size_t start, end, quotes = 0;
    matchtext_sentence(text, at, &start, &end);
    for (size_t i = start; i < at; i++)
        quotes += text[i] == '"';
    return quotes % 2;
}

/* Whether the sentence is about filing, notices, surcharges or remedies: what it rests on is not what the penalty rests on. */
static bool is_elsewhere(const LawReader *reader, const char *text, size_t at)
{
    size_t start, end;
    matchtext_sentence(text, at, &start, &end);
    g_autofree char *sentence = g_strndup(text + start, end - start);
    return reader->elsewhere && extractrules_when(reader->elsewhere->when, sentence) &&
           matcher_find(reader->gather->reading->matcher, reader->elsewhere->pattern, sentence, end - start, 0);
}

/* A law of crimes is what a transfer rests on, also behind 涉嫌违反. */
static bool is_of_crimes(const LawReader *reader)
{
    return reader->crimes && reader->last && extractrules_when(reader->crimes->when, reader->last) &&
           matcher_find(reader->gather->reading->matcher, reader->crimes->pattern, reader->last, strlen(reader->last), 0);
}

/* Further paragraphs of the same article: 第一款第一项和第二款. */
static size_t read_more(LawReader *reader, uint32_t paragraph, const char *field, Citation *citation)
{
    const MatchText *folded = folded_at(reader->gather->reading, paragraph);
    Matcher *matcher = reader->gather->reading->matcher;
    while (reader->more && matcher_find(matcher, reader->more->pattern, folded->text, folded->length, citation->end)) {
        size_t from = citation->end;
        read_parts(reader, reader->more, folded->text, citation);
        if (citation->start != from || citation->end <= from)
            return from;
        if (field)
            add_citation(reader, field, paragraph, citation);
    }
    return citation->end;
}

/* Whether the document punishes: its provisions are those that were violated and those that set the penalty.
 */
static bool is_of_penalty(const LawReader *reader)
{
    static const char *const documents[] = {"penalty-decision",
                                            "penalty-notice",
                                            "investigation-report",
                                            "discussion-record",
                                            "hearing-record",
                                            "filing-form",
                                            NULL};
    return g_strv_contains(documents, reader->gather->document->type);
}

/* Whether the words behind a provision say that it was not kept to: 与…第二十一条的要求不符. */
static bool is_at_odds(const char *text, size_t end)
{
    enum { BEHIND_BYTES = 30 };
    static const char *const words[] = {"不符", "不相符", "相悖", "相违", "相抵触"};
    bool odds = false;
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        const char *at = g_strstr_len(text + end, (gssize)MIN(strlen(text + end), BEHIND_BYTES), words[i]);
        odds = odds || (at && !memchr(text + end, ',', (size_t)(at - text) - end));
    }
    return odds;
}

static bool is_of_liability(const LawReader *reader, const Citation *citation)
{
    const ExtractRules *rules = reader->gather->reading->rules;
    int first = reader->last ? GPOINTER_TO_INT(g_hash_table_lookup(rules->liability, reader->last)) : 0;
    return first && citation->article >= first;
}

/* A decision may cite what it rests on only where it tells of its notice: 依据…第五十九条，我局以告知书告知…. */
static bool is_decision(const LawReader *reader)
{
    static const char *const documents[] = {"penalty-decision", "daily-decision", NULL};
    return g_strv_contains(documents, reader->gather->document->type);
}

/* What is handed over to the police rests on the provision that threatens detention, also behind 涉嫌违反. */
static bool is_transfer(const LawReader *reader)
{
    static const char *const documents[] = {"detention-transfer", "crime-transfer", "transfer-approval",
                                            NULL};
    return g_strv_contains(documents, reader->gather->document->type);
}

/* Where the words are open or stand clauses away, the chapter of the provision decides: what is in that on
 * liability sets a penalty, any other was violated.  构成 without a chapter that is known is
 * 构成…所指的违法行为. */
static const char *field_by_chapter(const LawReader *reader, const char *text, const Purpose *purpose,
                                    const Citation *citation)
{
    if (is_at_odds(text, citation->end))
        return "laws-violated";
    bool liability = is_of_liability(reader, citation);
    bool known =
        reader->last && g_hash_table_contains(reader->gather->reading->rules->liability, reader->last);
    bool of_cell = reader->gather->reading->docx->paragraphs[reader->paragraph].cell >= 0;
    size_t gap = citation->start - MIN(purpose->after, citation->start);
    bool near = purpose->sure && purpose->after && !memchr(text + purpose->after, ',', gap) &&
                !memchr(text + purpose->after, ';', gap);
    if (liability && !near && (purpose->field || of_cell))
        return "laws-basis";
    if (!purpose->field || purpose->sure || !is_of_penalty(reader))
        return purpose->field;
    if (known)
        return liability ? "laws-basis" : "laws-violated";
    size_t n = strlen("构成");
    return purpose->after >= n && memcmp(text + purpose->after - n, "构成", n) == 0 ? "laws-violated"
                                                                                    : purpose->field;
}

static void read_paragraph(LawReader *reader, uint32_t paragraph)
{
    const MatchText *folded = folded_at(reader->gather->reading, paragraph);
    Matcher *matcher = reader->gather->reading->matcher;
    Purpose above = said_above(reader, paragraph);
    reader->paragraph = paragraph;
    size_t from = 0, start, end;
    for (int n = 0; n < LAWS_MAX && matcher_find(matcher, reader->citation->pattern, folded->text, folded->length, from); n++) {
        Citation citation = {0};
        int articles[LISTED_MAX] = {0};
        group_numbers(reader, reader->citation, folded->text, "article", articles);
        citation.article = articles[0];
        read_parts(reader, reader->citation, folded->text, &citation);
        if (matcher_span(matcher, pattern_group(reader->citation->pattern, "law"), &start, &end) && end > start)
            remember_law(reader, folded->text, start, end);
        else
            remember_named_between(reader, folded->text, from, citation.start);
        Purpose purpose = purpose_of(folded->text, citation.start, &above);
        const char *field = field_by_chapter(reader, folded->text, &purpose, &citation);
        bool basis = field && strcmp(field, "laws-basis") == 0;
        reader->rank = basis && is_elsewhere(reader, folded->text, citation.start) ? 2 : 1;
        if (!reader->last || citation.article == 0 || is_quoted(folded->text, citation.start) ||
            (reader->rank > 1 && !(is_decision(reader) && is_of_liability(reader, &citation))))
            field = NULL;
        if (field && (is_of_crimes(reader) || (is_transfer(reader) && is_of_liability(reader, &citation))))
            field = "laws-basis";
        if (field)
            add_citation(reader, field, paragraph, &citation);
        from = MAX(read_more(reader, paragraph, field, &citation), from + 1);
    }
    if (from < folded->length)
        remember_named_between(reader, folded->text, from, folded->length);
}

/* 违反《环境保护法》第五十九条，决定按日连续处罚 in a document that names no basis: a provision on liability is the basis. */
static void settle_basis(Gather *gather)
{
    const FieldRule *basis = g_hash_table_lookup(gather->reading->rules->fields, "laws-basis");
    bool named = false;
    for (guint i = 0; i < gather->found->len; i++)
        named =
            named || strcmp(((Candidate *)g_ptr_array_index(gather->found, i))->field->id, "laws-basis") == 0;
    for (guint i = 0; basis && !named && i < gather->found->len; i++) {
        Candidate *one = g_ptr_array_index(gather->found, i);
        const char *bar =
            strcmp(one->field->id, "laws-violated") == 0 ? strchr(one->field->value, '|') : NULL;
        g_autofree char *law = bar ? g_strndup(one->field->value, (gsize)(bar - one->field->value)) : NULL;
        int first = law ? GPOINTER_TO_INT(g_hash_table_lookup(gather->reading->rules->liability, law)) : 0;
        if (!first || g_ascii_strtoll(bar + 1, NULL, 10) < first)
            continue;
        g_free(one->field->id);
        one->field->id = g_strdup(basis->id);
        one->rule = basis;
    }
}

void gather_laws(Gather *gather)
{
    static const char *const documents[] = {"penalty-decision",     "daily-decision",      "penalty-notice",
                                            "investigation-report", "rectification-order", "seizure-decision",
                                            "restriction-decision", "detention-transfer",  "crime-transfer",
                                            "transfer-approval",    "filing-form",         "hearing-record",
                                            "discussion-record",    "audit-opinion",       NULL};
    const ExtractRules *rules = gather->reading->rules;
    LawReader reader = {gather,
                        extractrules_named(rules, "law-citation"),
                        extractrules_named(rules, "law-more"),
                        extractrules_named(rules, "law-elsewhere"),
                        extractrules_named(rules, "law-of-crimes"),
                        NULL,
                        0,
                        1,
                        unsaid};
    if (!reader.citation || !g_strv_contains(documents, gather->document->type))
        return;
    uint32_t from_decision, end; /* laws on payment and remedies come after the decision */
    decision_range(gather, &from_decision, &end);
    if (strcmp(gather->document->type, "daily-decision") == 0) /* which tells of an earlier decision first */
        end = gather->part->end;
    for (uint32_t i = gather->part->first; i < end; i++)
        if (folded_at(gather->reading, i)->length > 0 &&
            (extractrules_when(reader.citation->when, folded_at(gather->reading, i)->text) || strstr(folded_at(gather->reading, i)->text, "《")))
            read_paragraph(&reader, i);
    settle_basis(gather);
    g_free(reader.last);
}
