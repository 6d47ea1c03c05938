/* Investigators: name, certificate number, role. */
#include <stdlib.h>
#include <string.h>

#include "cells.h"
#include "certificates.h"
#include "namesnumbers.h"
#include "reading.h"
#include "text.h"

enum { PEOPLE_MAX = 100 };

/* A mark beside a role: the word for the part played says only that the person wrote the record. */
enum { AS_RECORDER = 0x10 };

static char *group_text(const Gather *gather, const NamedPattern *rule, uint32_t paragraph, const char *name)
{
    size_t start, end;
    if (!matcher_span(gather->reading->matcher, pattern_group(rule->pattern, name), &start, &end) || end == start)
        return NULL;
    return g_strndup(folded_at(gather->reading, paragraph)->text + start, end - start);
}

static int role_of(const Gather *gather, const char *word)
{
    int role = word ? GPOINTER_TO_INT(g_hash_table_lookup(gather->reading->rules->roles, word)) : ROLE_NONE;
    return role != ROLE_NONE && g_str_has_prefix(word, "记录") ? role | AS_RECORDER : role;
}

static Investigator *find_person(const Gather *gather, const char *name)
{
    GPtrArray *people = gather->document->investigators;
    for (guint i = 0; i < people->len; i++) {
        Investigator *person = g_ptr_array_index(people, i);
        if (strcmp(person->name, name) == 0)
            return person;
    }
    return NULL;
}

static bool is_no_name(const char *name)
{
    static const char *const words[] = {"签名", "签字", "执法", "人员", "姓名", "证号", "身份", "证件", "人及", "记录", "检查", "询问",
                                        "单位", "年月", "电话", "职务", "日期", "编号", "如下", "意见", "地址", "环保", "局",
                                        "案件", "监察", "封条", "样品", "文书", "票据", "车牌", "设备", "合同", "报告", "组长",
                                        "成员", "大队", NULL};
    return text_has_any(name, words);
}

/* 2016-9-5: a day beside a name to sign with. */
static bool is_day(const char *certificate)
{
    return certificate && strlen(certificate) > 4 && g_str_has_prefix(certificate, "20") && certificate[4] == '-';
}

/* Whether NAME is two of the people found, between whose names there was a blank. */
static bool is_two_people(const Gather *gather, const char *name)
{
    const GPtrArray *people = gather->document->investigators;
    for (guint i = 0; i < people->len; i++) {
        const char *first = ((Investigator *)people->pdata[i])->name;
        if (g_str_has_prefix(name, first) && name[strlen(first)] && find_person(gather, name + strlen(first)))
            return true;
    }
    return false;
}

static void add_person(Gather *gather, const NamedPattern *rule, uint32_t paragraph, const char *raw_name, const char *certificate, int role, const char *quote)
{
    g_autofree char *name = matchtext_squeeze(raw_name);
    long chars = g_utf8_strlen(name, -1), most = strstr(name, "·") ? 13 : 5;
    if (chars < 2 || chars > most || is_no_name(name) || role_of(gather, name) != ROLE_NONE || certificate_is_identity(gather, certificate) || gather->document->investigators->len >= PEOPLE_MAX)
        return;
    if (is_two_people(gather, name) || word_is_title(gather, name))
        return;
    bool as_recorder = role & AS_RECORDER;
    role &= ~AS_RECORDER;
    Investigator *person = find_person(gather, name);
    if (person) {
        person->recorder = person->recorder && as_recorder;
    } else {
        person = record_add(gather->document->investigators, &investigator_type);
        person->name = g_steal_pointer(&name);
        person->recorder = as_recorder;
        person->rule = g_strdup(rule->id);
        person->place = docx_place(gather->reading->docx, paragraph);
        person->quote = g_strdup(quote);
    }
    if (!person->certificate && certificate && !is_day(certificate) && value_is_certificate(certificate))
        person->certificate = g_strdup(certificate);
    if (person->role == ROLE_NONE || role == ROLE_LEAD)
        person->role = role == ROLE_NONE ? person->role : role;
}

/* Who is named without a word for the part played took part (SPEC 6). */
static void settle_roles(Gather *gather)
{
    for (guint i = 0; i < gather->document->investigators->len; i++) {
        Investigator *person = g_ptr_array_index(gather->document->investigators, i);
        person->role = person->role == ROLE_NONE ? ROLE_MEMBER : person->role;
    }
}

/* Who leads or writes down a hearing or a discussion did not investigate; 主持人 is a word for nobody else. */
static bool is_of_hearing(const Gather *gather, const char *word)
{
    const char *type = gather->document->type;
    if (strcmp(word, "主持人") == 0)
        return true;
    return (strcmp(type, "hearing-record") == 0 || strcmp(type, "discussion-record") == 0) &&
           (strstr(word, "主持") || strstr(word, "记录"));
}

typedef struct { Span name, certificate; } Pair;

Span span_of(const Gather *gather, const NamedPattern *rule, const char *group)
{
    Span span = {0, 0};
    if (!matcher_span(gather->reading->matcher, pattern_group(rule->pattern, group), &span.start, &span.end))
        span = (Span){0, 0};
    return span;
}

/* A name and its number in a paragraph; where the number follows at once, a blank in the text as written says where it begins. */
static void take_spans(Gather *gather, const NamedPattern *rule, uint32_t paragraph, Pair pair, int role, const char *quote)
{
    const MatchText *folded = folded_at(gather->reading, paragraph);
    const char *text = gather->reading->docx->paragraphs[paragraph].text;
    if (pair.certificate.end > pair.name.end && pair.certificate.start == pair.name.end)
        pair.name.end = pair.certificate.start = names_numbers_cut(gather->reading->rules, gather->reading->matcher, folded, text, pair.name.start, pair.name.end);
    g_autofree char *name = g_strndup(folded->text + pair.name.start, pair.name.end - pair.name.start);
    g_autofree char *certificate = pair.certificate.end > pair.certificate.start
        ? g_strndup(folded->text + pair.certificate.start, pair.certificate.end - pair.certificate.start) : NULL;
    add_person(gather, rule, paragraph, name, certificate, role, quote);
}

/* One match of the pattern: up to four people with their certificates.  ROLE is that of the match right before, which a list
 * goes on with: 承办人：张三（…）、李四（…）; returns the role of this one. */
static int take_match(Gather *gather, const NamedPattern *rule, uint32_t paragraph, int role)
{
    static const char *const names[] = {"name", "name2", "name3", "name4"}, *const certificates[] = {"cert", "cert2", "cert3", "cert4"};
    g_autofree char *word = group_text(gather, rule, paragraph, "role");
    g_autofree char *note = group_text(gather, rule, paragraph, "note"); /* （…，主办） behind the name */
    g_autofree char *plain = note ? g_strdup(note) : word ? matchtext_squeeze(word) : NULL;
    size_t start, end;
    matcher_span(gather->reading->matcher, 0, &start, &end);
    g_autofree char *quote = matchtext_quote(folded_at(gather->reading, paragraph), gather->reading->docx->paragraphs[paragraph].text, start, end);
    role = plain ? role_of(gather, plain) : role;
    if (plain && is_of_hearing(gather, plain))
        return ROLE_NONE;
    Pair pairs[G_N_ELEMENTS(names)] = {0};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        pairs[i] = (Pair){span_of(gather, rule, names[i]), span_of(gather, rule, certificates[i])};
    g_autofree char *first = group_text(gather, rule, paragraph, names[0]);
    for (size_t i = 0; i < G_N_ELEMENTS(names) && !(first && word_is_title(gather, first)); i++)
        if (pairs[i].name.end > pairs[i].name.start)
            take_spans(gather, rule, paragraph, pairs[i], role, quote);
    return note ? ROLE_NONE : role;
}

/* 询问人：杨绍辉 湘环监执43220、滕永忠 湘环监执43227, a line that names people with their numbers and says no more; whether PARAGRAPH
 * is such. */
static bool take_line(Gather *gather, const NamedPattern *rule, uint32_t paragraph)
{
    const MatchText *folded = folded_at(gather->reading, paragraph);
    const char *text = gather->reading->docx->paragraphs[paragraph].text;
    if (!rule || !extractrules_when(rule->when, folded->text) ||
        !matcher_find(gather->reading->matcher, rule->pattern, folded->text, folded->length, 0))
        return false;
    g_autofree char *word = group_text(gather, rule, paragraph, "role");
    Span span = span_of(gather, rule, "people");
    g_autofree char *listed = matchtext_quote(folded, text, span.start, span.end);
    g_autoptr(GPtrArray) pairs = names_numbers(gather->reading->rules, gather->reading->matcher, listed);
    if (!pairs || is_of_hearing(gather, word))
        return false;
    for (guint i = 0; i < pairs->len; i++) {
        const NameNumber *pair = pairs->pdata[i];
        add_person(gather, rule, paragraph, pair->name, pair->number, role_of(gather, pair->role ? pair->role : word), text);
    }
    return true;
}

static void run_rule(Gather *gather, const NamedPattern *rule, uint32_t paragraph)
{
    const MatchText *folded = folded_at(gather->reading, paragraph);
    size_t from = 0, start, end;
    int role = ROLE_NONE;
    while (matcher_find(gather->reading->matcher, rule->pattern, folded->text, folded->length, from) &&
           matcher_span(gather->reading->matcher, 0, &start, &end) && end > from) {
        role = take_match(gather, rule, paragraph, start == from ? role : ROLE_NONE);
        from = end;
    }
}

/* ---- forms: the role's cell, then the name's, then 执法证号 and its cell ---- */

static char *cell_squeezed(const DocxText *docx, uint32_t cell)
{
    g_autofree char *text = docx_cell_text(docx, cell);
    return matchtext_squeeze(text);
}

static bool same_row(const DocxText *docx, uint32_t a, uint32_t b)
{
    return b < docx->n_cells && docx->cells[a].table == docx->cells[b].table && docx->cells[a].row == docx->cells[b].row;
}

/* 检查人（签名） → 检查人. */
static int role_of_cell(const Gather *gather, uint32_t cell)
{
    g_autofree char *squeezed = cell_squeezed(gather->reading->docx, cell);
    if (strlen(squeezed) > 60)
        return ROLE_NONE;
    static const char *const tails[] = {":", "(签名)", "(签字)", "签名", "签字", "姓名", "(执法证号)", "(执法证编号)", "及执法证号",
                                        "及其执法证号", "及证号", "及执法证编号", "及执法证件号", "及执法证件编号"};
    for (size_t i = 0; i < G_N_ELEMENTS(tails); i++)
        if (g_str_has_suffix(squeezed, tails[i]))
            squeezed[strlen(squeezed) - strlen(tails[i])] = '\0';
    return is_of_hearing(gather, squeezed) ? ROLE_NONE : role_of(gather, squeezed);
}

/* CELL, or where it is empty in the first column the filled one above it, which reaches down over its row. */
static uint32_t cell_reaching_down(const DocxText *docx, uint32_t cell)
{
    enum { REACH_MAX = 60 };
    uint32_t above = cell;
    for (uint32_t i = cell;
         docx->cells[cell].column == 1 && cell_is_empty(docx, above) && i > 0 && cell - i < REACH_MAX; i--)
        if (docx->cells[i - 1].table == docx->cells[cell].table && docx->cells[i - 1].column == 1)
            above = i - 1;
    return above;
}

static bool is_certificate_label(const DocxText *docx, uint32_t cell)
{
    g_autofree char *squeezed = cell_squeezed(docx, cell);
    return certificate_is_label(squeezed) && strlen(squeezed) < 60;
}

/* The parts of a cell as written, one for each mark or break between them. */
static char **split_cell(const DocxText *docx, uint32_t cell)
{
    g_autofree char *text = docx_cell_text(docx, cell);
    MatchText folded;
    matchtext_init(&folded, text, strlen(text));
    g_autoptr(GPtrArray) parts = g_ptr_array_new();
    const char *from = folded.text, *end = folded.text + folded.length;
    for (const char *at = from; at < end; at = g_utf8_next_char(at)) {
        if (!strchr(",;/\n", *at) && !g_str_has_prefix(at, "、"))
            continue;
        g_ptr_array_add(parts, matchtext_quote(&folded, text, (size_t)(from - folded.text), (size_t)(at - folded.text)));
        from = g_utf8_next_char(at);
    }
    g_ptr_array_add(parts, matchtext_quote(&folded, text, (size_t)(from - folded.text), folded.length));
    matchtext_clear(&folded);
    g_ptr_array_add(parts, NULL);
    return (char **)g_ptr_array_steal(parts, NULL);
}

/* 张三 18120001 or 张三（执法证号：18120001), a name and its number in one PART of a cell as written; whether it is such. */
static bool take_pair(Gather *gather, const NamedPattern *cells, uint32_t paragraph, const char *part, int role, const char *quote)
{
    const NamedPattern *pair = extractrules_named(gather->reading->rules, "person-in-cell");
    Matcher *matcher = gather->reading->matcher;
    MatchText folded;
    matchtext_init(&folded, part, strlen(part));
    bool is_pair = pair && matcher_find(matcher, pair->pattern, folded.text, folded.length, 0);
    if (is_pair) {
        Span name = span_of(gather, pair, "name"), number = span_of(gather, pair, "cert");
        if (name.end == number.start)
            name.end = number.start = names_numbers_cut(gather->reading->rules, matcher, &folded, part, name.start, name.end);
        g_autofree char *called = g_strndup(folded.text + name.start, name.end - name.start);
        g_autofree char *certificate = g_strndup(folded.text + number.start, number.end - number.start);
        add_person(gather, cells, paragraph, called, certificate, role, quote);
    }
    matchtext_clear(&folded);
    return is_pair;
}

/* 石敏　粟海: several names in one part of a cell with single blanks between them, and as many CERTIFICATES or
 * none; whether PART is such. */
static bool take_joined(Gather *gather, const NamedPattern *cells, uint32_t paragraph, const char *part,
                        char **certificates, int role, const char *quote)
{
    static const char *const names[] = {"name", "name2", "name3"};
    const NamedPattern *joined = extractrules_named(gather->reading->rules, "names-joined");
    Matcher *matcher = gather->reading->matcher;
    MatchText folded;
    matchtext_init(&folded, part, strlen(part));
    g_autofree char *plain = g_strdup(folded.text);
    matchtext_clear(&folded);
    if (!joined || !matcher_find(matcher, joined->pattern, plain, strlen(plain), 0))
        return false;
    size_t start, end;
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        if (!matcher_span(matcher, pattern_group(joined->pattern, names[i]), &start, &end) || end == start)
            continue;
        g_autofree char *name = g_strndup(plain + start, end - start);
        const char *certificate = i < g_strv_length(certificates) ? certificates[i] : NULL;
        add_person(gather, cells, paragraph, name, certificate, role, quote);
    }
    return true;
}

/* 18120001, 湘N035; no date. */
static bool is_number_word(const char *word)
{
    return strpbrk(word, "0123456789") && !is_day(word) && !strstr(word, "年") && !strpbrk(word, ".:/()") &&
           !strstr(word, "（") && !strstr(word, "：");
}

/* Names in a cell, each with its number; whether CELL is a list of such. */
static bool take_pairs(Gather *gather, const NamedPattern *cells, uint32_t cell, int role, const char *quote)
{
    const DocxText *docx = gather->reading->docx;
    g_autofree char *text = docx_cell_text(docx, cell);
    g_autoptr(GPtrArray) pairs = names_numbers(gather->reading->rules, gather->reading->matcher, text);
    for (guint i = 0; pairs && i < pairs->len; i++) {
        const NameNumber *pair = pairs->pdata[i];
        add_person(gather, cells, docx->in_cells[docx->cells[cell].first], pair->name, pair->number, pair->role ? role_of(gather, pair->role) : role, quote);
    }
    return pairs;
}

/* 18120001 18120002: the numbers in CELL, when only blanks stand between several of them, else nothing. */
static char **numbers_joined(const DocxText *docx, int64_t cell)
{
    g_autofree char *text = cell >= 0 ? docx_cell_text(docx, (uint32_t)cell) : g_strdup("");
    g_auto(GStrv) wide = g_strsplit(text, "　", -1);
    g_autofree char *joined = g_strjoinv(" ", wide), *plain = g_strstrip(g_strdup(joined));
    g_auto(GStrv) words = g_regex_split_simple(" +", plain, 0, 0);
    bool numbers = g_strv_length(words) > 1;
    for (char **word = words; *word; word++)
        numbers = numbers && is_number_word(*word);
    return numbers ? g_steal_pointer(&words) : g_new0(char *, 1);
}

static void take_cells(Gather *gather, uint32_t names_cell, int64_t certificates_cell, int role)
{
    static const NamedPattern rule = {.id = (char *)"people-cells"};
    const DocxText *docx = gather->reading->docx;
    g_auto(GStrv) names = split_cell(docx, names_cell);
    g_auto(GStrv) certificates = certificates_cell >= 0 ? split_cell(docx, (uint32_t)certificates_cell) : g_new0(char *, 1);
    g_autofree char *quote = docx_cell_text(docx, names_cell);
    guint count = g_strv_length(certificates);
    uint32_t paragraph = docx->in_cells[docx->cells[names_cell].first];
    if (is_title_list(gather, quote) || take_pairs(gather, &rule, names_cell, role, quote))
        return;
    g_auto(GStrv) joined = numbers_joined(docx, count == 1 ? certificates_cell : -1);
    bool blanks = count == 0 || *joined;
    for (guint i = 0; names[i]; i++) {
        if (take_pair(gather, &rule, paragraph, names[i], role, quote) ||
            (blanks && take_joined(gather, &rule, paragraph, names[i], joined, role, quote)))
            continue;
        g_autofree char *certificate = i < count ? matchtext_squeeze(certificates[i]) : NULL;
        bool all_han = true;
        for (const char *p = names[i]; *p; p = g_utf8_next_char(p)) {
            gunichar c = text_fold_width(g_utf8_get_char(p));
            all_han = all_han && (c >= 0x3400 || text_is_blank(c));
        }
        if (all_han)
            add_person(gather, &rule, paragraph, names[i], certificate && *certificate ? certificate : NULL, role, quote);
    }
}

/* Whether CELL holds nothing but a number, as of a certificate. */
static bool is_numbered_cell(const DocxText *docx, uint32_t cell)
{
    enum { LETTERS_MAX = 12, DIGITS_MIN = 3 };
    g_autofree char *squeezed = cell_squeezed(docx, cell);
    size_t length = strlen(squeezed), digits = 0;
    while (digits < length &&
           (g_ascii_isdigit(squeezed[length - 1 - digits]) || squeezed[length - 1 - digits] == '-'))
        digits++;
    return digits >= DIGITS_MIN && length - digits <= LETTERS_MAX && docx->cells[cell - 1].count > 0;
}

static void people_in_cells(Gather *gather)
{
    const DocxText *docx = gather->reading->docx;
    for (CellWalk walk = cells_from(docx, gather->part->first, gather->part->end); cells_next(&walk);) {
        uint32_t c = walk.cell, value = c + 1;
        int role = same_row(docx, c, value) ? role_of_cell(gather, cell_reaching_down(docx, c)) : ROLE_NONE;
        if (role == ROLE_NONE || docx->cells[value].count == 0)
            continue;
        bool labelled = same_row(docx, c, c + 2) && same_row(docx, c, c + 3) && is_certificate_label(docx, c + 2);
        take_cells(gather, value, labelled ? (int64_t)c + 3 : -1, role);
        for (uint32_t more = c + 4;
             labelled && same_row(docx, c, more + 1) && is_numbered_cell(docx, more + 1); more += 2)
            take_cells(gather, more, (int64_t)more + 1, role); /* 承办人|张三|执法证号|18120001|李四|18120002 */
    }
}

/* ---- tables with a heading row: 姓名, 执法证号, 分工 ---- */

typedef struct { int64_t name, certificate, role; } PeopleColumns; /* columns of the grid, -1 for none */

/* Whether the row that begins at CELL names such columns; a form's row, 姓名|张三|执法证号|…, has values between them. */
static bool read_people_heading(const Gather *gather, uint32_t cell, PeopleColumns *columns)
{
    static const char *const names[] = {"姓名", "执法人员", "执法人员姓名", "调查人员姓名", "办案人员", "调查人员", NULL};
    static const char *const roles[] = {"角色", "分工", "职责", "办案角色", "作用", "备注", NULL};
    const DocxText *docx = gather->reading->docx;
    *columns = (PeopleColumns){-1, -1, -1};
    for (uint32_t i = cell; same_row(docx, cell, i); i++) {
        g_autofree char *text = cell_squeezed(docx, i);
        if (g_strv_contains(names, text))
            columns->name = docx->cells[i].grid;
        else if (is_certificate_label(docx, i))
            columns->certificate = docx->cells[i].grid;
        else if (g_strv_contains(roles, text))
            columns->role = docx->cells[i].grid;
        else if (strpbrk(text, "0123456789"))
            return false;
    }
    bool beside = columns->name >= 0 && columns->certificate >= 0 && llabs(columns->certificate - columns->name) == 1;
    return beside || (columns->name >= 0 && columns->certificate >= 0 && columns->role >= 0);
}

static void take_people_row(Gather *gather, uint32_t cell, const PeopleColumns *columns)
{
    static const NamedPattern rule = {.id = (char *)"people-table"};
    const DocxText *docx = gather->reading->docx;
    g_autofree char *name = NULL, *certificate = NULL, *role = NULL;
    uint32_t at = cell;
    for (uint32_t i = cell; same_row(docx, cell, i); i++) {
        int64_t grid = docx->cells[i].grid;
        char **to = grid == columns->name ? &name : grid == columns->certificate ? &certificate : grid == columns->role ? &role : NULL;
        if (to && !*to)
            *to = cell_squeezed(docx, i);
        at = grid == columns->name ? i : at;
    }
    if (name && *name && docx->cells[at].count > 0)
        add_person(gather, &rule, docx->in_cells[docx->cells[at].first], name, certificate && *certificate ? certificate : NULL,
                   role_of(gather, role), name);
}

static void people_in_tables(Gather *gather)
{
    const DocxText *docx = gather->reading->docx;
    PeopleColumns columns = {-1, -1, -1};
    uint32_t table = 0, row = 0;
    for (uint32_t i = gather->part->first; i < gather->part->end; i++) {
        int32_t cell = docx->paragraphs[i].cell;
        if (cell < 0 || (docx->cells[cell].table == table && docx->cells[cell].row == row))
            continue;
        bool heading = docx->cells[cell].table == table && columns.name >= 0;
        table = docx->cells[cell].table;
        row = docx->cells[cell].row;
        if (heading)
            take_people_row(gather, (uint32_t)cell, &columns);
        else if (!read_people_heading(gather, (uint32_t)cell, &columns))
            columns.name = -1;
    }
}

/* 检查人员|张三、李四 in one row, 证件号|18120001、18120002 in another. */
static void certificates_in_cells(Gather *gather)
{
    const DocxText *docx = gather->reading->docx;
    for (CellWalk walk = cells_from(docx, gather->part->first, gather->part->end); cells_next(&walk);) {
        uint32_t c = walk.cell;
        if (!same_row(docx, c, c + 1) || !is_certificate_label(docx, c) || !is_numbered_cell(docx, c + 1))
            continue;
        g_auto(GStrv) certificates = split_cell(docx, c + 1);
        if (g_strv_length(certificates) > 1)
            certificates_give(gather, certificates);
    }
}

void gather_people(Gather *gather)
{
    static const char *const rules[] = {"people-list", "person-bracket-certificate",
                                        "person-comma-certificate", "person-noted-certificate",
                                        "person-bracket-note", "person-certified-note", "person-empty-bracket",
                                        "people-with-certificates", "person-with-certificate",
                                        "people-joined", "person-after-bracket", "person-with-role",
                                        "people-in-prose", "people-in-charge", "person-who-acts"};
    static const char *const documents[] = {"filing-form", "inspection-record", "interview-record",
                                            "investigation-report", "penalty-decision", "detention-transfer",
                                            "crime-transfer", "transfer-approval", "closing-form",
                                            "audit-opinion", "seizure-decision", "restriction-decision",
                                            "daily-decision", "hearing-record", "other", "penalty-notice",
                                            "rectification-order", "discussion-record", NULL};
    static const char *const records[] = {"inspection-record", "interview-record", NULL};
    if (!g_strv_contains(documents, gather->document->type))
        return;
    g_autofree bool *taken = g_new0(bool, gather->part->end - gather->part->first + 1);
    for (uint32_t i = gather->part->first; i < gather->part->end; i++)
        taken[i - gather->part->first] = take_line(gather, extractrules_named(gather->reading->rules, "people-line"), i);
    for (size_t r = 0; r < G_N_ELEMENTS(rules); r++) {
        const NamedPattern *rule = extractrules_named(gather->reading->rules, rules[r]);
        for (uint32_t i = gather->part->first; rule && i < gather->part->end; i++)
            if (!taken[i - gather->part->first] && folded_at(gather->reading, i)->length > 0 && extractrules_when(rule->when, folded_at(gather->reading, i)->text))
                run_rule(gather, rule, i);
    }
    people_in_cells(gather);
    people_in_tables(gather);
    gather_certificates(gather);
    certificates_in_cells(gather);
    if (g_strv_contains(records, gather->document->type))
        gather_shown_certificates(gather);
    settle_roles(gather);
}
