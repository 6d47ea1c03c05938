/* Numbers of citizens' identity cards, where they are labelled as such, and whose they are. */
#include <string.h>

#include "citizenid.h"
#include "reading.h"
#include "tablefigures.h"

/* What stands in TEXT, a paragraph or a row of a table; QUOTE and PARAGRAPH (of NUMBER) are where. */
typedef struct { const char *text, *quote; uint32_t paragraph; } Stretch;

static void add_number(Gather *gather, const NamedPattern *rule, const Stretch *stretch, Span number, Span name)
{
    g_autofree char *raw = g_strndup(stretch->text + number.start, number.end - number.start),
                    *plain = g_ascii_strup(raw, -1);
    const bool valid = citizenid_judge(plain) == CITIZENID_VALID;
    gather_add_value(gather, "identity-number", 1, rule->id, stretch->paragraph, stretch->quote, g_strdup(plain), NULL,
                     valid ? VALUE_VALID : VALUE_INVALID);
    if (!valid || name.end <= name.start)
        return;
    g_autofree char *person = g_strndup(stretch->text + name.start, name.end - name.start);
    gather_add_value(gather, "identity-of", 1, rule->id, stretch->paragraph, stretch->quote,
                     g_strdup_printf("%s|%s", person, plain), NULL, VALUE_VALID);
}

/* The numbers in a paragraph outside tables. */
static void read_paragraph(Gather *gather, const NamedPattern *rule, uint32_t paragraph)
{
    const MatchText *folded = folded_at(gather->reading, paragraph);
    size_t from = 0, start, end;
    while (matcher_find(gather->reading->matcher, rule->pattern, folded->text, folded->length, from) &&
           matcher_span(gather->reading->matcher, 0, &start, &end) && end > from) {
        const Span number = span_of(gather, rule, "number"), name = span_of(gather, rule, "name");
        GatherPlace place = gather_clause(gather, paragraph, number.start, number.end);
        const Stretch stretch = {folded->text, place.quote, paragraph};
        add_number(gather, rule, &stretch, number, name);
        g_free(place.quote);
        from = end;
    }
}

/* The first paragraph of the row of CELL in which NUMBER stands; that of CELL where a blank parts it. */
static uint32_t paragraph_of(const DocxText *docx, uint32_t cell, const char *number)
{
    for (int64_t at = cell; at >= 0; at = cell_right(docx, (uint32_t)at)) {
        g_autofree char *text = docx->cells[at].count > 0 ? table_cell_text(docx, (uint32_t)at) : NULL;
        if (text && strstr(text, number))
            return cell_paragraph(docx, (uint32_t)at);
    }
    return cell_paragraph(docx, cell);
}

/* The numbers in the row that begins with CELL: 宋春华|身份证号码|431223…. */
static void read_row(Gather *gather, const NamedPattern *rule, uint32_t cell)
{
    g_autofree char *row = table_text_around(gather->reading->docx, cell, false);
    const size_t length = strlen(row);
    size_t from = 0, start, end;
    while (extractrules_when(rule->when, row) && matcher_find(gather->reading->matcher, rule->pattern, row, length, from) &&
           matcher_span(gather->reading->matcher, 0, &start, &end) && end > from) {
        const Span number = span_of(gather, rule, "number"), name = span_of(gather, rule, "name");
        g_autofree char *plain = g_strndup(row + number.start, number.end - number.start);
        const Stretch stretch = {row, plain, paragraph_of(gather->reading->docx, cell, plain)};
        add_number(gather, rule, &stretch, number, name);
        from = end;
    }
}

void gather_identity(Gather *gather)
{
    const DocxText *docx = gather->reading->docx;
    const NamedPattern *rule = extractrules_named(gather->reading->rules, "identity");
    uint32_t table = 0, row = 0; /* the last that was read */
    for (uint32_t i = gather->part->first; rule && i < gather->part->end; i++) {
        const int32_t cell = docx->paragraphs[i].cell;
        if (folded_at(gather->reading, i)->length == 0 || !extractrules_when(rule->when, folded_at(gather->reading, i)->text))
            continue;
        if (cell < 0) {
            read_paragraph(gather, rule, i);
        } else if (docx->cells[cell].table != table || docx->cells[cell].row != row) {
            table = docx->cells[cell].table;
            row = docx->cells[cell].row;
            read_row(gather, rule, (uint32_t)cell);
        }
    }
}
