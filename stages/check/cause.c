/* EXT-002, told: a filing form whose ground is another violation than the case is about.  A case may be called by
 * many names: it is asked about only where the other papers agree on one with which that of the form has hardly a
 * character in common, and what the form itself tells has words of theirs and none of its own. */
#include <string.h>

#include "checks.h"
#include "text.h"

enum { CAUSE_CHARS_MIN = 6, SHARE = 4, TOLD_SHARE = 5 };

typedef struct {
    Saying filed;      /* the ground in the filing form */
    const Field *facts; /* what the form tells */
    Saying other;      /* the first in the other papers */
    int others;        /* how many papers agree with it */
    bool differ;       /* they do not agree with one another */
} Causes;

char *cause_bare(const char *cause)
{
    g_autofree char *folded = text_fold(cause);
    const char *suspected = strstr(folded, "涉嫌");
    char *bare = g_strdup(suspected ? suspected + strlen("涉嫌") : folded);
    static const char *const ends[] = {"一案", "案"};
    for (gsize i = 0; i < G_N_ELEMENTS(ends); i++)
        if (g_str_has_suffix(bare, ends[i]))
            bare[strlen(bare) - strlen(ends[i])] = '\0';
    return bare;
}

static void look_cause(const SubFile *file, const Document *document, gpointer data)
{
    static const char *const types[] = {"investigation-report", "penalty-decision", "closing-form", NULL};
    Causes *causes = data;
    const Field *cause = document_value(document, "cause");
    if (!cause || cause->status != VALUE_VALID)
        return;
    if (strcmp(document->type, "filing-form") == 0 && !causes->filed.field) {
        causes->filed = (Saying){file, document, cause};
        causes->facts = document_value(document, "facts");
    }
    if (!g_strv_contains(types, document->type))
        return;
    g_autofree char *bare = cause_bare(cause->value),
                    *first = causes->other.field ? cause_bare(causes->other.field->value) : NULL;
    causes->differ |= first && strcmp(first, bare) != 0;
    if (!first)
        causes->other = (Saying){file, document, cause};
    causes->others++;
}

int text_pieces_in(const char *of, int size, const char *text, int *total)
{
    int found = 0;
    *total = 0;
    for (glong left = g_utf8_strlen(of, -1); left >= size; left--, of = g_utf8_next_char(of)) {
        g_autofree char *piece = g_utf8_substring(of, 0, size);
        found += strstr(text, piece) != NULL;
        (*total)++;
    }
    return found;
}

/* What says no more than that a law was broken may be anything. */
static bool is_particular(const char *cause)
{
    static const char *const general[] = {"违反", "违法", "违规", "制度", NULL};
    return !text_has_any(cause, general) && g_utf8_strlen(cause, -1) >= CAUSE_CHARS_MIN;
}

static bool is_unlike(const char *a, const char *b)
{
    int total, shared = text_pieces_in(a, 1, b, &total);
    return shared * SHARE < total;
}

void cause_check(Check *check, CaseGroup *group)
{
    Causes causes = {0};
    int total, of_form, of_others;
    casegroup_each_document(group, look_cause, &causes);
    if (!causes.filed.field || !causes.facts || causes.others < 2 || causes.differ)
        return;
    g_autofree char *filed = cause_bare(causes.filed.field->value),
                    *other = cause_bare(causes.other.field->value);
    if (!is_particular(filed) || !is_particular(other) || !is_unlike(filed, other) || !is_unlike(other, filed))
        return;
    of_others = text_pieces_in(other, 2, causes.facts->value, &total);
    of_form = text_pieces_in(filed, 2, causes.facts->value, &total);
    if (of_others >= 2 && of_form * TOLD_SHARE <= total)
        contradiction_add_as(check, group, "told", "cause", &causes.filed, &causes.other);
}
