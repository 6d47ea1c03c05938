/* EXT-002, weighed: the one paper of a transferred crime that goes by another weight of hazardous waste than all other papers tell, on
 * which the three tons of the crime hang.  Only what a paper says the waste weighs in all is compared: several weighings that add up to
 * one are right. */
#include <string.h>

#include "lawdates.h"
#include "oddpaper.h"
#include "text.h"

typedef struct {
    GArray *sums;      /* Saying: of each paper the one weight that it states */
    GPtrArray *silent; /* the Documents that state none, or several and not what they come to */
} WeightSearch;

/* What FIELD weighs, in kilograms (that of the fields without a unit is in tons); false when it is no weight. */
static bool weight_of(const Field *field, Decimal *kilograms)
{
    enum { TON_EXPONENT = 3 };
    const size_t digits = strspn(field->value, "0123456789.");
    const char *unit = field->value + digits;
    g_autofree char *number = g_strndup(field->value, digits);
    if (!decimal_parse(number, kilograms))
        return false;
    return (unit[0] != '\0' && strcmp(unit, "吨") != 0) || decimal_scale_up(kilograms, TON_EXPONENT);
}

static bool is_same_weight(const Field *a, const Field *b)
{
    Decimal one = {0}, other = {0};
    return weight_of(a, &one) && weight_of(b, &other) && decimal_compare(one, other) == 0;
}

/* Whether DOCUMENT tells WEIGHT, of whatever. */
static bool tells_weight(const Document *document, const Field *weight)
{
    static const char *const ids[] = {"tons", "tons-total", "waste-weight", NULL};
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (g_strv_contains(ids, field->id) && is_same_weight(field, weight))
            return true;
    }
    return false;
}

/* What DOCUMENT says the waste weighs in all: the sum, or the only weight; NULL for none, or for several. */
static const Field *weight_stated(const Document *document)
{
    const Field *sum = document_value(document, "tons-total"), *only = document_value(document, "waste-weight");
    for (guint i = 0; !sum && only && i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, only->id) == 0 && !is_same_weight(field, only))
            return NULL;
    }
    return sum ? sum : only;
}

static void look_weighed(const SubFile *file, const Document *document, gpointer data)
{
    WeightSearch *search = data;
    const Saying sum = {file, document, weight_stated(document)};
    if (sum.field)
        g_array_append_val(search->sums, sum);
    else
        g_ptr_array_add(search->silent, (gpointer)document);
}

/* Whether all of SEARCH but ODD state what the first of them, *AGREED, does, and nothing else in the papers accounts for the other
 * weight; OTHERS becomes the places of the rest of them. */
static bool stands_alone(const WeightSearch *search, const Saying *odd, const Saying **agreed, GString *others)
{
    guint count = 0;
    for (guint i = 0; i < search->sums->len; i++) {
        const Saying *each = &g_array_index(search->sums, Saying, i);
        if (each == odd)
            continue;
        if (tells_weight(each->document, odd->field) || (count > 0 && !is_same_weight(each->field, (*agreed)->field)))
            return false;
        if (count++ == 0)
            *agreed = each;
        else
            saying_add_place(others, each->file, each->field->place);
    }
    if (count < AGAINST_MIN || tells_weight(odd->document, (*agreed)->field))
        return false;
    for (guint i = 0; i < search->silent->len; i++) {
        const Document *silent = search->silent->pdata[i];
        const bool lists = document_value(silent, "waste-weight") && tells_weight(silent, (*agreed)->field); /* that is one of several */
        if (lists || tells_weight(silent, odd->field))
            return false;
    }
    return true;
}

static void tell_odd_weight(Check *check, const CaseGroup *group, const Saying *odd, const Saying *agreed, const char *others)
{
    const char *type = odd->document->type;
    Finding *finding = check_add(check, "EXT-002", "weighed", group, odd->file, odd->field->place);
    finding_param(finding, "field", odd->field->id);
    finding_param(finding, "doctype", type);
    param_quote_around(finding, "quote", field_quote(odd->field), odd->field->value);
    finding_param(finding, "other-doctype", agreed->document->type);
    param_quote_around(finding, "other-quote", field_quote(agreed->field), agreed->field->value);
    finding_param(finding, "other-file", agreed->file->facts->path);
    finding_param(finding, "other-place", agreed->field->place);
    finding_param(finding, "others", others);
    finding_param(finding, "sent", odd->document == group->speaking ? type : NULL);
    param_near_value(finding, odd->field);
    param_out_of_hand(check->in->rules->cases, finding, type, type);
}

void weighed_check(Check *check, CaseGroup *group)
{
    g_autoptr(GArray) sums = g_array_new(FALSE, FALSE, sizeof(Saying));
    g_autoptr(GPtrArray) silent = g_ptr_array_new();
    WeightSearch search = {sums, silent};
    if (group->kind != KIND_CRIME)
        return;
    casegroup_each_document(group, look_weighed, &search);
    for (guint i = 0; i < sums->len; i++) {
        const Saying *odd = &g_array_index(sums, Saying, i), *agreed = NULL;
        g_autoptr(GString) others = g_string_new(NULL);
        if (stands_alone(&search, odd, &agreed, others))
            tell_odd_weight(check, group, odd, agreed, others->str);
    }
}
