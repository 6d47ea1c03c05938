/* SET-001 and SET-003: case files of which nothing tells the kind, and the slots that they may fill, name each other. */
#include <string.h>

#include "checks.h"
#include "text.h"

void param_unknown_kinds(const Check *check, Finding *finding)
{
    g_autoptr(GString) names = g_string_new(NULL);
    for (guint i = 0; i < check->submission->groups->len; i++) {
        const CaseGroup *group = check->submission->groups->pdata[i];
        if (group->kind == KIND_NONE && group->apparent == KIND_NONE)
            text_add_line(names, group->name);
    }
    if (names->len > 0)
        finding_param(finding, "unknown", names->str);
}

/* The kinds of the slots that are told empty (SET-001), each once, parted by |.  Caller frees. */
static char *kinds_missing(const Check *check)
{
    g_autoptr(GString) kinds = g_string_new(NULL);
    const Finding *told;
    for (guint at = 0; (told = told_next(check, "SET-001", NULL, &at));) {
        const char *kind = finding_value(told, "kind");
        if (!told->variant && !word_in_list(kinds->str, '|', kind))
            g_string_append_printf(kinds, "%s%s", kinds->len > 0 ? "|" : "", kind);
    }
    return g_string_free(g_steal_pointer(&kinds), FALSE);
}

void unknown_kinds_link(Check *check)
{
    g_autofree char *missing = kinds_missing(check);
    for (guint i = 0; missing[0] != '\0' && i < check->submission->groups->len; i++) {
        const CaseGroup *group = check->submission->groups->pdata[i];
        guint at = 0;
        Finding *unknown = (Finding *)told_next(check, "SET-003", group, &at);
        const char *apparent = unknown ? finding_value(unknown, "apparent") : NULL;
        if (unknown)
            finding_param(unknown, "open", apparent && word_in_list(missing, '|', apparent) ? apparent : missing);
    }
}
