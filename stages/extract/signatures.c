/* Where people sign: what pictures stand for, and where an application to the court is signed for the bureau. */
#include <string.h>

#include "reading.h"

static bool is_field(const Candidate *candidate, const char *id)
{
    return strcmp(candidate->field->id, id) == 0;
}

/* A signature may be a picture, wherever that is anchored. */
static void take_pictures(Gather *gather)
{
    if (!gather->reading->docx->pictures)
        return;
    for (guint i = gather->found->len; i-- > 0;)
        if (g_str_has_suffix(((Candidate *)g_ptr_array_index(gather->found, i))->field->id, "-blank"))
            g_ptr_array_remove_index(gather->found, i);
    if (strcmp(gather->document->type, "enforcement-application") == 0)
        gather_add_value(gather, "head-signed", 1, "picture", gather->part->first, "", g_strdup("picture"), NULL, VALUE_VALID);
}

/* Who heads the bureau is told where the applicant is described too, in the same words as where he signs: only what stands at
 * the end of the application, by its date, is a place to sign. */
static void drop_heads_above(Gather *gather)
{
    enum { LINES_BEFORE_DATE = 3 };
    const Candidate *date = NULL;
    for (guint i = 0; i < gather->found->len; i++) {
        const Candidate *one = g_ptr_array_index(gather->found, i);
        if (is_field(one, "application-date") && strcmp(one->field->rule, "signature-line") == 0)
            date = one;
    }
    for (guint i = gather->found->len; i-- > 0;) {
        const Candidate *one = g_ptr_array_index(gather->found, i);
        bool to_sign = strstr(one->field->value, "签") != NULL;
        bool head = is_field(one, "head-named") || (is_field(one, "head-blank") && !to_sign);
        if (head && (!date || one->order + LINES_BEFORE_DATE < date->order))
            g_ptr_array_remove_index(gather->found, i);
    }
}

void gather_settle_signatures(Gather *gather)
{
    take_pictures(gather);
    drop_heads_above(gather);
}
