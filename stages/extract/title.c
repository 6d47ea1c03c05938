/* Tells kinds of documents by titles and names, and splits a file into its documents. */
#include <string.h>

#include "docnumber.h"
#include "reading.h"

enum { DOCUMENTS_MAX = 300, TITLE_CHARS_MAX = 60, EARLY_PARAGRAPHS = 4, NUMBER_PARAGRAPHS = 5, HEAD_PARAGRAPHS = 8, BIG_HALF_POINTS = 30 };

void reading_init(Reading *reading, const ExtractRules *rules, Matcher *matcher, const DocxText *docx)
{
    matcher_begin(matcher);
    *reading = (Reading){rules, matcher, docx, g_new0(MatchText, docx->n_paragraphs + 1), false};
    for (uint32_t i = 0; i < docx->n_paragraphs; i++)
        matchtext_init(&reading->folded[i], docx->paragraphs[i].text, docx->paragraphs[i].length);
}

void reading_clear(Reading *reading)
{
    for (uint32_t i = 0; i < reading->docx->n_paragraphs; i++)
        matchtext_clear(&reading->folded[i]);
    g_free(reading->folded);
}

/* The name without document numbers, whose words (罚告字) are judged on their own. */
static char *without_numbers(const char *name, GPtrArray *numbers)
{
    GString *rest = g_string_new(NULL);
    size_t from = 0;
    for (guint i = 0; i < numbers->len; i++) {
        const DocNumberSpan *span = g_ptr_array_index(numbers, i);
        g_string_append_len(rest, name + from, (gssize)(span->start - from));
        g_string_append_c(rest, ' ');
        from = span->end;
    }
    g_string_append(rest, name + from);
    return g_string_free(rest, FALSE);
}

/* The first of RULES that fits SQUEEZED. */
static const TitleRule *first_fitting(const GPtrArray *rules, Matcher *matcher, const char *squeezed)
{
    size_t length = strlen(squeezed);
    for (guint i = 0; i < rules->len; i++) {
        const TitleRule *title = g_ptr_array_index(rules, i);
        if (matcher_find(matcher, title->pattern, squeezed, length, 0))
            return title;
    }
    return NULL;
}

const TitleRule *title_rule(const ExtractRules *rules, Matcher *matcher, const char *squeezed)
{
    return first_fitting(rules->titles, matcher, squeezed);
}

const TitleRule *loose_title_rule(const ExtractRules *rules, Matcher *matcher, const char *squeezed)
{
    g_autoptr(GPtrArray) numbers = docnumber_find(squeezed, DOCNUMBER_TEXT);
    g_autofree char *rest = without_numbers(squeezed, numbers), *closed = matchtext_squeeze(rest);
    return first_fitting(rules->loose_titles, matcher, closed);
}

static int doctype_of_numbers(const ExtractRules *rules, GPtrArray *numbers)
{
    for (guint i = 0; i < numbers->len; i++) {
        const DocNumberParts *number = &((DocNumberSpan *)g_ptr_array_index(numbers, i))->number;
        int doctype = extractrules_number_doctype(rules, number->type);
        if (doctype >= 0)
            return doctype;
        if (number->kind == DOCNUMBER_MONITORING)
            return extractrules_doctype(rules, "monitoring-report");
        if (number->kind == DOCNUMBER_COURT)
            return extractrules_doctype(rules, "court-document");
    }
    return -1;
}

/* The rule for the last word for a kind in the first LENGTH bytes of SQUEEZED, NULL when there is none. */
static const TitleRule *last_name_rule(const ExtractRules *rules, Matcher *matcher, const char *squeezed, size_t length)
{
    size_t best_end = 0, best_length = 0;
    const TitleRule *best = NULL;
    for (guint i = 0; i < rules->names->len; i++) {
        const TitleRule *rule = g_ptr_array_index(rules->names, i);
        size_t start, end, from = 0;
        while (matcher_find(matcher, rule->pattern, squeezed, length, from) && matcher_span(matcher, 0, &start, &end) && end > start) {
            if (end > best_end || (end == best_end && end - start > best_length)) {
                best = rule;
                best_end = end;
                best_length = end - start;
            }
            from = end;
        }
    }
    return best;
}

/* NAME's length without a remark in brackets at its end, and the digits that count copies: 送达回证（告知书）2 is a receipt. */
static size_t length_without_remark(const char *name)
{
    size_t length = strlen(name);
    while (length > 0 && (g_ascii_isdigit(name[length - 1]) || name[length - 1] == '-' || name[length - 1] == '_'))
        length--;
    if (length == 0 || name[length - 1] != ')')
        return length;
    while (length > 0 && name[length - 1] != '(')
        length--;
    return length > 0 ? length - 1 : 0;
}

/* Whether NAME, squeezed, holds a word that leaves no doubt that it is of kind DOCTYPE. */
static bool name_is_sure(const ExtractRules *rules, Matcher *matcher, const char *squeezed, int doctype)
{
    for (guint i = 0; i < rules->names->len; i++) {
        const TitleRule *rule = g_ptr_array_index(rules->names, i);
        if (rule->doctype == doctype && rule->other < 0 &&
            matcher_find(matcher, rule->pattern, squeezed, strlen(squeezed), 0))
            return true;
    }
    return false;
}

/* A word that leaves two kinds open (移送书): a remark, the number or another word of NAME decides; *OTHER is the second
 * kind where none does. */
static int judge_open_name(const ExtractRules *rules, Matcher *matcher, const TitleRule *open, const char *name,
                           GPtrArray *numbers, int *other)
{
    g_autofree char *squeezed = matchtext_squeeze(name);
    if (name_is_sure(rules, matcher, squeezed, open->doctype))
        return open->doctype;
    if (name_is_sure(rules, matcher, squeezed, open->other) || doctype_of_numbers(rules, numbers) == open->other)
        return open->other;
    *other = open->other;
    return open->doctype;
}

int name_doctype(const ExtractRules *rules, Matcher *matcher, const char *name, int *other)
{
    g_autoptr(GPtrArray) numbers = docnumber_find(name, DOCNUMBER_NAME);
    g_autofree char *rest = without_numbers(name, numbers), *squeezed = matchtext_squeeze(rest);
    const TitleRule *rule = last_name_rule(rules, matcher, squeezed, length_without_remark(squeezed));
    if (!rule)
        rule = last_name_rule(rules, matcher, squeezed, strlen(squeezed));
    *other = -1;
    if (!rule)
        return doctype_of_numbers(rules, numbers);
    return rule->other < 0 ? rule->doctype : judge_open_name(rules, matcher, rule, name, numbers, other);
}

/* ---- splitting ---- */

static bool is_blank_paragraph(const Reading *reading, uint32_t i)
{
    return folded_at(reading, i)->length == 0;
}

static uint32_t next_filled(const Reading *reading, uint32_t i)
{
    const DocxText *docx = reading->docx;
    do
        i++;
    while (i < docx->n_paragraphs && is_blank_paragraph(reading, i));
    return i;
}

/* The only cell of the first row of a table, as forms have whose title is inside. */
static bool is_heading_cell(const DocxText *docx, uint32_t i)
{
    int32_t c = docx->paragraphs[i].cell;
    if (c < 0 || docx->cells[c].row != 1 || docx->cells[c].column != 1)
        return false;
    return (uint32_t)c + 1 >= docx->n_cells || docx->cells[c + 1].table != docx->cells[c].table || docx->cells[c + 1].row != 1;
}

/* 二、稽查意见, （一）, 1.: a heading inside a document. */
static bool is_numbered(const char *text)
{
    static const char numerals[] = "一二三四五六七八九十0123456789";
    const char *p = *text == '(' ? text + 1 : text, *first = p;
    char utf8[7];
    while (*p && (utf8[g_unichar_to_utf8(g_utf8_get_char(p), utf8)] = '\0', strstr(numerals, utf8)))
        p = g_utf8_next_char(p);
    return p > first && (g_str_has_prefix(p, "、") || (*p == '.' && !g_ascii_isdigit(p[1])) ||
                         (*text == '(' && *p == ')'));
}

static bool may_hold_title(const Reading *reading, uint32_t i)
{
    const DocxParagraph *p = &reading->docx->paragraphs[i];
    const MatchText *folded = folded_at(reading, i);
    if (folded->length == 0 || folded->length > (size_t)TITLE_CHARS_MAX * 3)
        return false;
    if (p->story != DOCX_BODY && p->story != DOCX_BOX)
        return false;
    if ((p->cell >= 0 && !is_heading_cell(reading->docx, i)) || is_numbered(folded->text))
        return false;
    return !strstr(folded->text, "。") && !strchr(folded->text, ';') && !strchr(folded->text, ':');
}

/* Whether what comes after a title looks like the head of a document: its number, a label line, a table. */
static bool head_follows(const Reading *reading, uint32_t i)
{
    uint32_t next = next_filled(reading, i);
    if (next >= reading->docx->n_paragraphs)
        return false;
    const DocxParagraph *p = &reading->docx->paragraphs[next];
    if (p->cell >= 0 && reading->docx->paragraphs[i].cell < 0)
        return true;
    const char *text = folded_at(reading, next)->text;
    const char *colon = strchr(text, ':');
    if (colon && (colon - text < 60 || colon[1] == '\0'))
        return true;
    DocNumberParts number = {0};
    if (!docnumber_parse(text, &number))
        return false;
    docnumber_clear(&number);
    return true;
}

/* A known title is the title of a new document only in title position: lists of papers name titles too. */
static bool in_title_position(const Reading *reading, uint32_t i, uint32_t filled_before)
{
    const DocxParagraph *p = &reading->docx->paragraphs[i];
    return filled_before < EARLY_PARAGRAPHS || p->page_start || p->centred || p->half_points >= BIG_HALF_POINTS || p->cell >= 0 ||
           head_follows(reading, i);
}

/* A line that is the name of an authority. */
static bool is_authority_line(const char *text)
{
    static const char *const ends[] = {"局", "队", "厅", "院", "所", "监测站", "监测中心", "检测中心", "文件"};
    bool ends_so = false;
    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++)
        ends_so = ends_so || g_str_has_suffix(text, ends[i]);
    return ends_so && strlen(text) < 90;
}

/* The name of the authority right above paragraph I, which belongs to the title; empty for none. */
static char *authority_above_title(const Reading *reading, uint32_t i)
{
    uint32_t k = i;
    while (k > 0 && is_blank_paragraph(reading, k - 1))
        k--;
    if (k == 0 || reading->docx->paragraphs[k - 1].cell >= 0)
        return g_strdup("");
    char *above = matchtext_squeeze(reading->docx->paragraphs[k - 1].text);
    if (!is_authority_line(above))
        *above = '\0';
    return above;
}

/* The rule for the title in paragraph I: with the authority above it, and alone or, where a title is broken in two, with the
 * next one. */
static const TitleRule *title_at(const Reading *reading, uint32_t i)
{
    const ExtractRules *rules = reading->rules;
    g_autofree char *squeezed = matchtext_squeeze(reading->docx->paragraphs[i].text);
    const TitleRule *title = title_rule(rules, reading->matcher, squeezed);
    if (title) {
        g_autofree char *above = authority_above_title(reading, i), *whole = g_strconcat(above, squeezed, NULL);
        const TitleRule *fuller = *above ? title_rule(rules, reading->matcher, whole) : NULL;
        return fuller ? fuller : title;
    }
    uint32_t next = next_filled(reading, i);
    if (next >= reading->docx->n_paragraphs || !may_hold_title(reading, next) || g_utf8_strlen(squeezed, -1) > 24 ||
        !(reading->docx->paragraphs[i].centred && reading->docx->paragraphs[next].centred))
        return NULL;
    g_autofree char *second = matchtext_squeeze(reading->docx->paragraphs[next].text);
    if (title_rule(rules, reading->matcher, second))
        return NULL;
    g_autofree char *joined = g_strconcat(squeezed, second, NULL);
    return title_rule(rules, reading->matcher, joined);
}

static const TitleRule *loose_title_at(const Reading *reading, uint32_t i)
{
    g_autofree char *squeezed = matchtext_squeeze(reading->docx->paragraphs[i].text);
    return loose_title_rule(reading->rules, reading->matcher, squeezed);
}

/* A title in other words begins another document only where it could be nothing else. */
static bool in_loose_position(const Reading *reading, uint32_t i)
{
    const DocxParagraph *p = &reading->docx->paragraphs[i];
    return (p->page_start || p->centred || p->half_points >= BIG_HALF_POINTS) && p->cell < 0 &&
           head_follows(reading, i);
}

/* Where the head of the document with the title at I begins: an authority's name and a number may stand above it. */
static uint32_t head_start(const Reading *reading, uint32_t i, uint32_t floor)
{
    uint32_t start = i;
    for (uint32_t k = i; k > floor && i - k < 6; k--) {
        const DocxParagraph *p = &reading->docx->paragraphs[k - 1];
        const MatchText *folded = folded_at(reading, k - 1);
        if (folded->length == 0)
            continue;
        if (!p->centred || p->cell >= 0 || !is_authority_line(folded->text))
            break;
        start = k - 1;
    }
    return start;
}

/* Which of TELLTALES PART holds, of kind ONLY or, where that is -1, of any. */
static const TitleRule *telltale_in(const Reading *reading, const GPtrArray *telltales, const Part *part,
                                    int only)
{
    for (guint t = 0; t < telltales->len; t++) {
        const TitleRule *telltale = g_ptr_array_index(telltales, t);
        for (uint32_t i = part->first; (only < 0 || telltale->doctype == only) && i < part->end; i++)
            if (matcher_find(reading->matcher, telltale->pattern, folded_at(reading, i)->text, folded_at(reading, i)->length, 0))
                return telltale;
    }
    return NULL;
}

/* The kind that the number in the first lines of PART says, -1 for none. */
static int doctype_of_number(const Reading *reading, const Part *part)
{
    int filled = 0;
    for (uint32_t i = part->first; i < part->end && filled < NUMBER_PARAGRAPHS; i++) {
        const MatchText *folded = folded_at(reading, i);
        DocNumberParts number = {0};
        filled += folded->length > 0;
        if (folded->length == 0 || reading->docx->paragraphs[i].cell >= 0 || !docnumber_parse(folded->text, &number))
            continue;
        int doctype = extractrules_number_doctype(reading->rules, number.type);
        docnumber_clear(&number);
        if (doctype >= 0)
            return doctype;
    }
    return -1;
}

static void set_doctype(Part *part, int doctype, const char *rule)
{
    part->doctype = doctype;
    g_free(part->rule);
    part->rule = doctype >= 0 ? g_strdup(rule) : NULL;
}

/* The title in other words in the first lines of PART, and where it stands; NULL for none. */
static const TitleRule *loose_title_in(const Reading *reading, const Part *part, uint32_t *where)
{
    int filled = 0;
    for (uint32_t i = part->first; i < part->end && filled < NUMBER_PARAGRAPHS; i++) {
        const MatchText *folded = folded_at(reading, i);
        filled += folded->length > 0;
        const TitleRule *title = may_hold_title(reading, i) ? loose_title_at(reading, i) : NULL;
        if (!title)
            continue;
        *where = i;
        return title;
    }
    return NULL;
}

static void judge_open(const Reading *reading, Part *part);

/* A document without a known title: what its title ends in, its number in the first lines, its content, the
 * file's name. */
static void judge_untitled(const Reading *reading, Part *part, int named)
{
    const TitleRule *loose = loose_title_in(reading, part, &part->title);
    int numbered = doctype_of_number(reading, part);
    int decision = extractrules_doctype(reading->rules,
                                        "penalty-decision"); /* whose number stands on other papers too */
    if (loose && numbered >= 0 && numbered != decision) {
        set_doctype(part, numbered, "number-type");
        return;
    }
    if (loose) {
        set_doctype(part, loose->doctype, loose->rule);
        part->other = loose->other;
        if (part->other >= 0)
            judge_open(reading, part);
        return;
    }
    if (numbered >= 0) {
        set_doctype(part, numbered, "number-type");
        return;
    }
    const TitleRule *telltale = telltale_in(reading, reading->rules->telltales, part, -1);
    if (!telltale && named < 0 && reading->bare_part)
        telltale = telltale_in(reading, reading->rules->later_telltales, part, -1);
    set_doctype(part, telltale ? telltale->doctype : named, telltale ? telltale->rule : "name");
}

/* A title that leaves two kinds open: the number decides, else what is said in the text. */
static void judge_open(const Reading *reading, Part *part)
{
    int by_number = doctype_of_number(reading, part);
    const TitleRule *telltale =
        by_number == part->other ? NULL : telltale_in(reading, reading->rules->telltales, part, part->other);
    if (by_number == part->other)
        set_doctype(part, part->other, "number-type");
    else if (telltale)
        set_doctype(part, part->other, telltale->rule);
}

static bool has_text(const Reading *reading, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (!is_blank_paragraph(reading, i))
            return true;
    return false;
}

/* Headers, footers and notes come after the body; they belong to the file, and to its first document. */
static uint32_t body_end(const DocxText *docx)
{
    uint32_t end = docx->n_paragraphs;
    while (end > 0 && docx->paragraphs[end - 1].story != DOCX_BODY && docx->paragraphs[end - 1].story != DOCX_BOX)
        end--;
    return end;
}

/* Whether the body addressed in paragraph I is the one that heads PART, or signs it where it has no head: a slip, which makes
 * it no letter of another authority. */
static bool is_addressed_to_itself(const Reading *reading, const Part *part, uint32_t i)
{
    g_autofree char *addressed = g_strdup(folded_at(reading, i)->text);
    if (g_str_has_suffix(addressed, ":"))
        addressed[strlen(addressed) - 1] = '\0';
    for (uint32_t k = part->first; k < part->end; k++) {
        const char *line = folded_at(reading, k)->text;
        size_t length = g_str_has_suffix(line, "文件") ? strlen(line) - strlen("文件") : strlen(line);
        if (k != i && is_authority_line(line) && !strchr(line, ':'))
            return length == strlen(addressed) && strncmp(line, addressed, length) == 0;
    }
    return false;
}

/* Which line of the head of PART says that it is none of its kind; NULL for none.  Further down stand receipts that quote a
 * head of their own. */
static const TitleRule *unless_in(const Reading *reading, const Part *part)
{
    int filled = 0;
    for (uint32_t i = part->first; part->doctype >= 0 && i < part->end && filled < HEAD_PARAGRAPHS; i++) {
        Part line = {.first = i, .end = i + 1};
        const TitleRule *unless = telltale_in(reading, reading->rules->unless, &line, part->doctype);
        if (unless && !is_addressed_to_itself(reading, part, i))
            return unless;
        filled += !is_blank_paragraph(reading, i);
    }
    return NULL;
}

/* The rule of a paper whose title is none of those known. */
static const char unknown_title[] = "title:unknown";

static void end_part(const Reading *reading, GArray *parts, uint32_t end, int named)
{
    if (parts->len == 0)
        return;
    Part *part = &g_array_index(parts, Part, parts->len - 1);
    part->end = end;
    if (part->title == UINT32_MAX)
        judge_untitled(reading, part, named);
    else if (part->other >= 0)
        judge_open(reading, part);
    int numbered = g_strcmp0(part->rule, unknown_title) == 0 ? doctype_of_number(reading, part) : -1;
    if (numbered >= 0)
        set_doctype(part, numbered, "number-type");
    const TitleRule *unless = unless_in(reading, part);
    if (unless)
        set_doctype(part, extractrules_doctype(reading->rules, "other"), unless->rule);
}

/* The rule for the title in paragraph I, which stands where a document may begin; NULL for none. */
static const TitleRule *title_in_place(const Reading *reading, uint32_t i, uint32_t filled_before)
{
    const TitleRule *title = title_at(reading, i);
    if (title)
        return in_title_position(reading, i, filled_before) ? title : NULL;
    return filled_before > NUMBER_PARAGRAPHS && in_loose_position(reading, i) ? loose_title_at(reading, i)
                                                                              : NULL;
}

/* Whether one of the first filled paragraphs from FIRST to I names the title in I, which then is its annex:
 * 关于印发《…工作方案》的通知. */
static bool is_named_annex(const Reading *reading, uint32_t first, uint32_t i)
{
    g_autofree char *title = matchtext_squeeze(reading->docx->paragraphs[i].text),
                    *named = g_strdup_printf("《%s》", title);
    int filled = 0;
    for (uint32_t k = first; k < i && filled < NUMBER_PARAGRAPHS; k++) {
        g_autofree char *above = matchtext_squeeze(reading->docx->paragraphs[k].text);
        filled += *above != '\0';
        if (strlen(above) < (size_t)TITLE_CHARS_MAX * 3 && strstr(above, named) &&
            g_str_has_suffix(above, "通知"))
            return true;
    }
    return false;
}

/* Whether the last part lists the paper with the title in I, which has no kind of its own, as its annex:
 * 附：查封（扣押）清单. */
static bool is_listed_annex(const Reading *reading, const GArray *parts, uint32_t i)
{
    g_autofree char *title = matchtext_squeeze(reading->docx->paragraphs[i].text);
    for (uint32_t k = parts->len ? g_array_index(parts, Part, parts->len - 1).first : i; k < i; k++)
        if (g_str_has_prefix(folded_at(reading, k)->text, "附")) {
            g_autofree char *list = matchtext_squeeze(reading->docx->paragraphs[k].text);
            if (strstr(list, title))
                return true;
        }
    return false;
}

/* Whether one of the last lines from FIRST to END signs what stands there with a date. */
static bool is_signed_above(const Reading *reading, uint32_t first, uint32_t end)
{
    enum { LINES_BELOW = 3 }; /* 附…, 抄送…, 联系人… */
    for (uint32_t k = end, filled = 0; k > first && filled <= LINES_BELOW; k--) {
        filled += !is_blank_paragraph(reading, k - 1);
        if (!is_blank_paragraph(reading, k - 1) && line_is_signature(reading->docx->paragraphs[k - 1].text))
            return true;
    }
    return false;
}

/* Whether a paper with an unknown title begins in I: what is before it is signed, and a new page or an authority's name of its
 * own is above what is called a paper (当事人意见及催告情况说明). */
static bool is_unknown_title(const Reading *reading, const GArray *parts, uint32_t i)
{
    const NamedPattern *called = extractrules_named(reading->rules, "paper-title");
    const DocxParagraph *p = &reading->docx->paragraphs[i];
    if (!called || parts->len == 0 || !(p->centred || p->half_points >= BIG_HALF_POINTS) || p->cell >= 0)
        return false;
    const Part *last = &g_array_index(parts, Part, parts->len - 1);
    uint32_t floor = last->title == UINT32_MAX ? last->first : last->title + 1, start = head_start(reading, i, floor);
    g_autofree char *squeezed = matchtext_squeeze(p->text);
    return (start < i || p->page_start) && extractrules_when(called->when, squeezed) &&
           matcher_find(reading->matcher, called->pattern, squeezed, strlen(squeezed), 0) &&
           is_signed_above(reading, floor, start);
}

GArray *split_parts(const Reading *reading, int named)
{
    GArray *parts = g_array_new(FALSE, TRUE, sizeof(Part));
    uint32_t end = body_end(reading->docx), filled = 0;
    int other = extractrules_doctype(reading->rules, "other");
    const TitleRule unknown = {.rule = unknown_title, .doctype = other, .other = -1};
    for (uint32_t i = 0; i < end; i++) {
        if (is_blank_paragraph(reading, i))
            continue;
        uint32_t before = filled++;
        const TitleRule *title = parts->len < DOCUMENTS_MAX && may_hold_title(reading, i)
                                     ? title_in_place(reading, i, before)
                                     : NULL;
        if (!title && parts->len < DOCUMENTS_MAX && may_hold_title(reading, i) && is_unknown_title(reading, parts, i))
            title = &unknown;
        if (!title)
            continue;
        if (before < EARLY_PARAGRAPHS && parts->len > 0 && g_array_index(parts, Part, parts->len - 1).doctype == title->doctype)
            continue; /* a cover repeats the title */
        if (title->doctype == other && is_listed_annex(reading, parts, i))
            continue;
        bool annex = is_named_annex(reading,
                                    parts->len ? g_array_index(parts, Part, parts->len - 1).first : 0, i);
        if (annex && parts->len > 0)
            continue;
        uint32_t floor = parts->len ? g_array_index(parts, Part, parts->len - 1).title + 1 : 0;
        uint32_t start = head_start(reading, i, floor);
        if (parts->len == 0 && (annex || before < EARLY_PARAGRAPHS || !has_text(reading, 0, start)))
            start = 0;
        else if (parts->len == 0) {
            Part untitled = {.first = 0, .title = UINT32_MAX, .doctype = -1, .other = -1};
            g_array_append_val(parts, untitled);
        }
        end_part(reading, parts, start, named);
        Part part = {.first = start, .title = i, .doctype = title->doctype, .other = title->other, .rule = g_strdup(title->rule)};
        g_array_append_val(parts, part);
    }
    if (parts->len == 0 && reading->docx->n_paragraphs > 0 && has_text(reading, 0, reading->docx->n_paragraphs)) {
        Part only = {.first = 0, .title = UINT32_MAX, .doctype = -1, .other = -1};
        g_array_append_val(parts, only);
        end = parts->len == 1 ? reading->docx->n_paragraphs : end;
    }
    end_part(reading, parts, end, named);
    return parts;
}

void parts_free(GArray *parts)
{
    for (guint i = 0; i < parts->len; i++)
        g_free(g_array_index(parts, Part, i).rule);
    g_array_unref(parts);
}
