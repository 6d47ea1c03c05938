/* EXT-002, weighed: a letter of transfer that goes by another weight of hazardous waste than all other papers of the case tell, on which
 * the three tons of the crime hang.  Only sums are compared: several weighings that add up to one are right. */
#include <string.h>

#include "lawdates.h"
#include "text.h"

enum { AGREEING_MIN = 2 }; /* one other paper may be the wrong one as well */

typedef struct {
    const Document *letter;
    const Field *weight; /* the sum in it */
    Saying first;        /* the first other paper that tells a sum */
    int count;           /* papers that tell that one */
    bool open;           /* not all tell one sum, or one tells the weight of the letter, or the letter tells theirs among others */
    GString *others;
} WeightSearch;

static bool is_same_weight(const Field *a, const Field *b)
{
    Decimal one = {0}, other = {0};
    return decimal_parse(a->value, &one) && decimal_parse(b->value, &other) && decimal_compare(one, other) == 0;
}

static bool tells_weight(const Document *document, const char *id, const Field *weight)
{
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, id) == 0 && is_same_weight(field, weight))
            return true;
    }
    return false;
}

static void look_weighed(const SubFile *file, const Document *document, gpointer data)
{
    WeightSearch *search = data;
    if (document == search->letter)
        return;
    const Field *sum = document_value(document, "tons-total");
    search->open |= tells_weight(document, "tons", search->weight);
    if (!sum)
        return;
    search->count++;
    if (!search->first.field) {
        search->first = (Saying){file, document, sum};
        search->open |= tells_weight(search->letter, "tons", sum);
        return;
    }
    search->open |= !is_same_weight(sum, search->first.field);
    saying_add_place(search->others, file, sum->place);
}

void weighed_check(Check *check, CaseGroup *group)
{
    const Field *weight = group->kind == KIND_CRIME ? document_value(group->speaking, "tons-total") : NULL;
    g_autoptr(GString) others = g_string_new(NULL);
    WeightSearch search = {.letter = group->speaking, .weight = weight, .others = others};
    if (!weight)
        return;
    casegroup_each_document(group, look_weighed, &search);
    if (search.open || search.count < AGREEING_MIN)
        return;
    Finding *finding = check_add(check, "EXT-002", "weighed", group, group->speaking_file, weight->place);
    finding_param(finding, "field", "tons-total");
    finding_param(finding, "doctype", group->speaking->type);
    param_quote_around(finding, "quote", field_quote(weight), weight->value);
    finding_param(finding, "other-doctype", search.first.document->type);
    param_quote_around(finding, "other-quote", field_quote(search.first.field), search.first.field->value);
    finding_param(finding, "other-file", search.first.file->facts->path);
    finding_param(finding, "other-place", search.first.field->place);
    finding_param(finding, "others", others->str);
}
