/* Certificate numbers that stand apart from the names: in a line below, or together behind all of them. */
#include <string.h>

#include "cells.h"
#include "certificates.h"
#include "text.h"

/* The beginnings of mobile numbers in 2016; 1 and the code of a place (143122…) is none. */
static bool begins_as_mobile(const char *number)
{
    const char second = number[0] == '1' ? number[1] : '\0';
    return (second != '\0' && strchr("3578", second)) || (second == '4' && number[2] >= '5');
}

bool certificate_is_label(const char *text)
{
    static const char *const ends[] = {"证号", "证编号", "证件号", "证件编号", "证号码", "证件号码", "证书编号", "证书号"};
    bool ends_so = false;
    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++)
        ends_so = ends_so || g_str_has_suffix(text, ends[i]);
    return ends_so;
}

/* Whether TEXT, what a folded paragraph has before a number, ends with a label and nothing but numbers behind it:
 * 执法证号：18122230101、. */
static bool ends_under_label(const char *text)
{
    static const char *const between[] = {"、", "和", "为", "是", "分别", "依次"};
    g_autofree char *before = g_strdup(text);
    for (size_t length = 0; length != strlen(before);) {
        length = strlen(before);
        if (length > 0 && (g_ascii_isdigit(before[length - 1]) || strchr(" ,;/:", before[length - 1])))
            before[length - 1] = '\0';
        for (size_t i = 0; i < G_N_ELEMENTS(between); i++)
            if (g_str_has_suffix(before, between[i]))
                before[strlen(before) - strlen(between[i])] = '\0';
    }
    return certificate_is_label(before) || g_str_has_suffix(before, "执法证") || g_str_has_suffix(before, "执法证件");
}

static bool is_label_cell(const DocxText *docx, int64_t cell)
{
    g_autofree char *label = cell >= 0 ? cell_label(docx, (uint32_t)cell) : NULL;
    return label && certificate_is_label(label);
}

/* Whether CELL begins with a number, so that it holds no names, and has a label to its left or above it. */
static bool is_cell_under_label(const DocxText *docx, uint32_t cell)
{
    g_autofree char *written = docx_cell_text(docx, cell), *text = matchtext_squeeze(written);
    if (!g_ascii_isdigit(*text))
        return false;
    bool labelled = is_label_cell(docx, cell_left(docx, cell));
    for (uint32_t row = docx->cells[cell].row; row > 1 && !labelled; row--)
        labelled = is_label_cell(docx, cell_at(docx, cell, row - 1, docx->cells[cell].grid));
    return labelled;
}

/* Whether the part has NUMBER under a label somewhere. */
static bool is_under_label(const Gather *gather, const char *number)
{
    const DocxText *docx = gather->reading->docx;
    bool labelled = false;
    for (uint32_t i = gather->part->first; i < gather->part->end && !labelled; i++) {
        const char *text = folded_at(gather->reading, i)->text, *at = text ? strstr(text, number) : NULL;
        for (; at && !labelled; at = strstr(at + 1, number)) {
            g_autofree char *before = g_strndup(text, (size_t)(at - text));
            labelled = ends_under_label(before) ||
                       (docx->paragraphs[i].cell >= 0 && is_cell_under_label(docx, (uint32_t)docx->paragraphs[i].cell));
        }
    }
    return labelled;
}

bool certificate_is_identity(const Gather *gather, const char *certificate)
{
    size_t length = certificate ? strlen(certificate) : 0;
    size_t digits = certificate ? strspn(certificate, "0123456789") : 0;
    return (length == 18 && digits >= 17) || (length == 15 && digits == 15) ||
           (length == 11 && digits == 11 && begins_as_mobile(certificate) && !is_under_label(gather, certificate));
}

typedef struct {
    Investigator *person;
    uint32_t paragraph;
    size_t offset; /* of the name in its folded text */
} Named;

static int compare_named(gconstpointer a, gconstpointer b)
{
    const Named *left = a, *right = b;
    if (left->paragraph != right->paragraph)
        return left->paragraph < right->paragraph ? -1 : 1;
    return left->offset < right->offset ? -1 : left->offset > right->offset;
}

/* The people found so far in the order in which the paragraphs from FIRST to before END name them first, those that none names
 * last, with END; an array of Named. */
static GArray *people_as_named(const Gather *gather, uint32_t first, uint32_t end)
{
    GArray *named = g_array_new(FALSE, TRUE, sizeof(Named));
    for (guint k = 0; k < gather->document->investigators->len; k++) {
        Named one = {gather->document->investigators->pdata[k], end, 0};
        for (uint32_t i = first; i < end && one.paragraph == end; i++) {
            const char *text = folded_at(gather->reading, i)->text, *at = strstr(text, one.person->name);
            one.paragraph = at ? i : one.paragraph;
            one.offset = at ? (size_t)(at - text) : 0;
        }
        g_array_append_val(named, one);
    }
    g_array_sort(named, compare_named);
    return named;
}

/* Those whom PARAGRAPH names, in its order. */
static GArray *people_named_in(const Gather *gather, uint32_t paragraph)
{
    GArray *named = people_as_named(gather, paragraph, paragraph + 1);
    guint count = 0;
    while (count < named->len && g_array_index(named, Named, count).paragraph == paragraph)
        count++;
    return g_array_set_size(named, count);
}

/* Gives those of NAMED, in their order, those of CERTIFICATES that they lack, when there are as many; whether there are. */
static bool give_each(const Gather *gather, const GArray *named, char **certificates)
{
    if (named->len == 0 || g_strv_length(certificates) != named->len)
        return false;
    for (guint k = 0; k < named->len; k++) {
        Investigator *person = g_array_index(named, Named, k).person;
        g_autofree char *certificate = matchtext_squeeze(certificates[k]);
        if (!person->certificate && !certificate_is_identity(gather, certificate))
            person->certificate = g_steal_pointer(&certificate);
    }
    return true;
}

void certificates_give(Gather *gather, char **certificates)
{
    g_autoptr(GArray) named = people_as_named(gather, gather->part->first, gather->part->end);
    give_each(gather, named, certificates);
}

/* The numbers that the pattern RULE finds together in PARAGRAPH; NULL for none.  Caller frees. */
static char **certificates_by(const Gather *gather, const NamedPattern *rule, uint32_t paragraph)
{
    const MatchText *folded = folded_at(gather->reading, paragraph);
    if (folded->length == 0 || !extractrules_when(rule->when, folded->text) ||
        !matcher_find(gather->reading->matcher, rule->pattern, folded->text, folded->length, 0))
        return NULL;
    const Span span = span_of(gather, rule, "certs");
    g_autofree char *listed = g_strndup(folded->text + span.start, span.end - span.start);
    g_auto(GStrv) parts = g_strsplit(listed, "、", -1);
    g_autofree char *joined = g_strjoinv(",", parts);
    return g_strsplit_set(joined, ",/; ", -1);
}

/* Numbers that stand together, by the pattern of ID, are those of the people whom their paragraph names, when there are as many, else
 * of all named so far. */
static void certificates_together(Gather *gather, const char *id)
{
    const NamedPattern *rule = extractrules_named(gather->reading->rules, id);
    for (uint32_t i = gather->part->first; rule && i < gather->part->end; i++) {
        g_auto(GStrv) certificates = certificates_by(gather, rule, i);
        g_autoptr(GArray) named = certificates ? people_named_in(gather, i) : NULL;
        if (certificates && !give_each(gather, named, certificates))
            certificates_give(gather, certificates);
    }
}

/* Whether PARAGRAPH ends with the name of the last of NAMED: 检查人：何志刚. */
static bool ends_with_name(const Gather *gather, uint32_t paragraph, const GArray *named)
{
    g_autofree char *text = matchtext_squeeze(folded_at(gather->reading, paragraph)->text);
    return named->len > 0 && g_str_has_suffix(text, g_array_index(named, Named, named->len - 1).person->name);
}

/* A line of numbers is of the people whose names end the line above it. */
static void certificates_below(Gather *gather)
{
    const NamedPattern *rule = extractrules_named(gather->reading->rules, "certificates-below");
    uint32_t above = gather->part->end; /* the last line with a text; end: none yet */
    for (uint32_t i = gather->part->first; rule && i < gather->part->end; i++) {
        if (folded_at(gather->reading, i)->length == 0)
            continue;
        g_auto(GStrv) certificates = above < i ? certificates_by(gather, rule, i) : NULL;
        g_autoptr(GArray) named = certificates ? people_named_in(gather, above) : NULL;
        if (named && ends_with_name(gather, above, named))
            give_each(gather, named, certificates);
        above = i;
    }
}

void gather_certificates(Gather *gather)
{
    certificates_below(gather);
    certificates_together(gather, "certificates-line");
    certificates_together(gather, "certificates-told");
}

/* ---- every place where a record shows an officer's number ---- */

enum { SHOWN_MAX = 200 };

/* PERSON's NUMBER as PARAGRAPH shows it. */
static void add_shown(Gather *gather, const Investigator *person, const char *number, const char *rule, uint32_t paragraph)
{
    gather_add_value(gather, "certificate-shown", 1, rule, paragraph, gather->reading->docx->paragraphs[paragraph].text,
                     g_strdup_printf("%s|%s", person->name, number), NULL, VALUE_VALID);
}

/* Whether one of NUMBERS is that of somebody in NAMED other than the one in its place: they stand in another order. */
static bool stand_otherwise(const GArray *named, char **numbers)
{
    for (guint i = 0; i < named->len; i++)
        for (guint k = 0; k < named->len; k++)
            if (i != k && g_strcmp0(g_array_index(named, Named, k).person->certificate, numbers[i]) == 0)
                return true;
    return false;
}

/* Those whose NUMBERS a sentence gives: those whom PARAGRAPH itself names, else, where it may be their order, all of the record;
 * NULL where they are not as many. */
static GArray *owners_of(const Gather *gather, uint32_t paragraph, char **numbers)
{
    g_autoptr(GArray) named = people_named_in(gather, paragraph);
    if (named->len == g_strv_length(numbers))
        return g_steal_pointer(&named);
    g_autoptr(GArray) all = people_as_named(gather, gather->part->first, gather->part->end);
    bool theirs = named->len == 0 && all->len == g_strv_length(numbers) && !stand_otherwise(all, numbers);
    return theirs ? g_steal_pointer(&all) : NULL;
}

/* The numbers that PARAGRAPH tells together, 这是我们的执法证件（证号：1、2）, with their owners. */
static void show_told(Gather *gather, uint32_t paragraph, guint *count)
{
    static const char *const id = "certificates-told";
    const NamedPattern *rule = extractrules_named(gather->reading->rules, id);
    g_auto(GStrv) told = rule ? certificates_by(gather, rule, paragraph) : NULL;
    for (char **number = told; told && *number; number++) {
        char *squeezed = matchtext_squeeze(*number);
        g_free(*number);
        *number = squeezed;
    }
    g_autoptr(GArray) owners = told ? owners_of(gather, paragraph, told) : NULL;
    for (guint i = 0; owners && i < owners->len && *count < SHOWN_MAX; i++, (*count)++)
        if (!certificate_is_identity(gather, told[i]))
            add_shown(gather, g_array_index(owners, Named, i).person, told[i], id, paragraph);
}

/* Whether TEXT has NUMBER, not as a part of a longer one. */
static bool has_number(const char *text, const char *number)
{
    const size_t length = strlen(number);
    for (const char *at = strstr(text, number); at; at = strstr(at + 1, number))
        if ((at == text || !g_ascii_isalnum(at[-1])) && !g_ascii_isalnum(at[length]))
            return true;
    return false;
}

/* The places in PARAGRAPH of the numbers that people were read with elsewhere. */
static void show_again(Gather *gather, uint32_t paragraph, guint *count)
{
    const char *text = folded_at(gather->reading, paragraph)->text;
    g_autofree char *place = docx_place(gather->reading->docx, paragraph);
    for (guint i = 0; i < gather->document->investigators->len && *count < SHOWN_MAX; i++) {
        const Investigator *person = gather->document->investigators->pdata[i];
        if (!person->certificate || g_strcmp0(person->place, place) == 0 || !has_number(text, person->certificate))
            continue;
        add_shown(gather, person, person->certificate, "certificate-again", paragraph);
        (*count)++;
    }
}

void gather_shown_certificates(Gather *gather)
{
    guint count = 0;
    for (uint32_t i = gather->part->first; i < gather->part->end && count < SHOWN_MAX; i++) {
        if (folded_at(gather->reading, i)->length == 0)
            continue;
        const guint before = count;
        show_told(gather, i, &count);
        if (count == before)
            show_again(gather, i, &count);
    }
}
