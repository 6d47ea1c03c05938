/* Of what kind a case file apparently is in which no document speaks (SET-003). */
#include "checks.h"

/* The kinds (a bit each) of which a slot is empty. */
static unsigned empty_kinds(const Check *check)
{
    unsigned kinds = 0;
    const GPtrArray *slots = check->in->season->case_files->slots;
    g_autoptr(GPtrArray) entries =
        slots_assign(check->in->season, check->in->unit, check->unit->casefiles, NULL);
    for (guint i = 0; i < slots->len; i++) {
        const SeasonSlot *slot = slots->pdata[i];
        for (int64_t position = 1; position <= slot->count; position++)
            if (!slots_at(entries, (Kind)slot->kind, position, false))
                kinds |= 1u << slot->kind;
    }
    return kinds;
}

/* The kinds of which GROUP holds one of RULES. */
static bool holds_any(Check *check, const CaseGroup *group, const GPtrArray *rules)
{
    for (guint i = 0; i < rules->len; i++)
        if (required_is_met(check, group, rules->pdata[i]))
            return true;
    return false;
}

/* The only kind in KINDS, KIND_NONE when there is none or several. */
static Kind only_kind(unsigned kinds)
{
    if (kinds == 0 || (kinds & (kinds - 1)) != 0)
        return KIND_NONE;
    int kind = 0;
    while (!(kinds & 1u << kind))
        kind++;
    return (Kind)kind;
}

/* What its documents hint at; where that leaves several kinds (both transfers have the same papers), the one
 * of which a slot is empty; without any hint the only kind of which one is, when the file holds some paper of
 * that kind. */
static Kind apparent_kind(Check *check, const CaseGroup *group, unsigned empty)
{
    const GPtrArray *kinds = check->in->rules->cases->kinds;
    unsigned hinted = 0, held = 0;
    for (guint i = 0; i < kinds->len; i++) {
        const KindRule *rule = kinds->pdata[i];
        hinted |= holds_any(check, group, rule->hints) ? 1u << rule->kind : 0;
        held |= holds_any(check, group, rule->must) ? 1u << rule->kind : 0;
    }
    /* papers of the penalty lie in files of every kind; they tell only where nothing else does */
    unsigned special = hinted & ~(1u << KIND_PENALTY);
    if (special != 0)
        return only_kind(only_kind(special) != KIND_NONE ? special : special & empty);
    Kind only = hinted != 0 ? KIND_PENALTY : only_kind(empty);
    return hinted != 0 || (only != KIND_NONE && (held & 1u << only)) ? only : KIND_NONE;
}

void apparent_kinds_find(Check *check)
{
    const GPtrArray *const lists[] = {check->submission->groups, check->submission->others};
    unsigned empty = empty_kinds(check);
    for (gsize i = 0; i < G_N_ELEMENTS(lists); i++)
        for (guint j = 0; j < lists[i]->len; j++) {
            CaseGroup *group = lists[i]->pdata[j];
            if (group->kind == KIND_NONE)
                group->apparent = apparent_kind(check, group, group->person ? 0 : empty);
        }
}
