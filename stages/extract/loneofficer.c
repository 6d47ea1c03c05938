/* Who alone a report of an investigation names as the one who investigated: 调查人员|张三 in its form, 调查人员：张三 in a line of its
 * own, 我局执法人员张三对…进行了检查 in its account.  Where somebody signs at the end, the other may have signed on paper. */
#include <string.h>

#include "reading.h"
#include "tablefigures.h"

/* Whether nothing but a day stands behind paragraph I: what it says is then a signature. */
static bool is_signed_there(const Gather *gather, uint32_t i)
{
    for (uint32_t k = i + 1; k < gather->part->end; k++) {
        const char *text = folded_at(gather->reading, k)->text;
        if (*text != '\0' && !line_is_signature(text))
            return false;
    }
    return true;
}

/* The group "name" of the pattern ID in TEXT; NULL where that does not fit.  Caller frees. */
static char *name_in(const Gather *gather, const char *id, const char *text)
{
    const NamedPattern *rule = extractrules_named(gather->reading->rules, id);
    size_t start, end;
    bool fits = gather_fits(gather, id, text) &&
                matcher_span(gather->reading->matcher, pattern_group(rule->pattern, "name"), &start, &end);
    return fits ? g_strndup(text + start, end - start) : NULL;
}

static void add_name(Gather *gather, const char *rule, uint32_t paragraph, char *name)
{
    if (name)
        gather_add_value(gather, "lone-officer", 1, rule, paragraph, gather->reading->docx->paragraphs[paragraph].text, name,
                         NULL, VALUE_VALID);
}

/* CELL is a label and the one to the right of it all that it labels. */
static void read_cell(Gather *gather, uint32_t cell)
{
    const DocxText *docx = gather->reading->docx;
    const int64_t value = cell_right(docx, cell);
    g_autofree char *label = table_cell_text(docx, cell), *text = value >= 0 ? table_cell_text(docx, (uint32_t)value) : NULL;
    if (!text || *text == '\0' || !gather_fits(gather, "investigator-label", label))
        return;
    const uint32_t paragraph = cell_paragraph(docx, (uint32_t)value);
    if (!is_signed_there(gather, paragraph))
        add_name(gather, "lone-officer-cell", paragraph, name_in(gather, "lone-officer-cell", text));
}

void gather_lone_officer(Gather *gather)
{
    const DocxText *docx = gather->reading->docx;
    if (strcmp(gather->document->type, "investigation-report") != 0)
        return;
    for (CellWalk walk = cells_from(docx, gather->part->first, gather->part->end); cells_next(&walk);)
        read_cell(gather, walk.cell);
    for (uint32_t i = gather->part->first; i < gather->part->end; i++) {
        const char *text = folded_at(gather->reading, i)->text;
        char *name = name_in(gather, "lone-officer-line", text);
        if (name && is_signed_there(gather, i))
            g_clear_pointer(&name, g_free);
        add_name(gather, "lone-officer-line", i, name);
        add_name(gather, "lone-officer-told", i, name_in(gather, "lone-officer-told", text));
    }
}
