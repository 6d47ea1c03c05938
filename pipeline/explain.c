/* Who is explained, and in what form; the text itself is explain_text.c's. */
#include "explain.h"

#include <string.h>

#include "explain_text.h"
#include "fault.h"
#include "lang.h"
#include "quotes.h"
#include "text.h"

static ExplainChosen choose(const Scores *scores, const char *unit_id, const char *person)
{
    ExplainChosen chosen = {g_ptr_array_new(), g_ptr_array_new(), g_ptr_array_new()};
    for (guint i = 0; !person && i < scores->units->len; i++)
        if (strcmp(((const ScoreUnit *)scores->units->pdata[i])->id, unit_id) == 0)
            g_ptr_array_add(chosen.units, scores->units->pdata[i]);
    for (guint i = 0; person && i < scores->people->len; i++) {
        const ScorePerson *one = scores->people->pdata[i];
        if (strcmp(one->unit, unit_id) == 0 && text_same(one->name, person))
            g_ptr_array_add(chosen.people, scores->people->pdata[i]);
    }
    for (guint i = 0; person && i < scores->legals->len; i++) {
        const ScoreLegal *one = scores->legals->pdata[i];
        if (strcmp(one->unit, unit_id) == 0 && text_same(one->name, person))
            g_ptr_array_add(chosen.legals, scores->legals->pdata[i]);
    }
    return chosen;
}

static void chosen_clear(ExplainChosen *chosen)
{
    g_ptr_array_unref(chosen->units);
    g_ptr_array_unref(chosen->people);
    g_ptr_array_unref(chosen->legals);
}

/* The names that could have been given. */
static char *names_of_unit(const Scores *scores, const char *unit_id)
{
    g_autoptr(GString) names = g_string_new(NULL);
    for (guint i = 0; i < scores->people->len; i++) {
        const ScorePerson *one = scores->people->pdata[i];
        if (strcmp(one->unit, unit_id) == 0)
            g_string_append_printf(names, "%s%s", names->len ? tr("、", ", ") : "", one->name);
    }
    for (guint i = 0; i < scores->legals->len; i++) {
        const ScoreLegal *one = scores->legals->pdata[i];
        if (strcmp(one->unit, unit_id) == 0)
            g_string_append_printf(names, "%s%s", names->len ? tr("、", ", ") : "", one->name);
    }
    return g_string_free(g_steal_pointer(&names), FALSE);
}

static gboolean nobody(const Scores *scores, const char *unit_id, const char *person, GError **error)
{
    g_autofree char *names = names_of_unit(scores, unit_id);
    if (!person)
        return fault_input(error, FAULT_USAGE,
                           tr("单位 %s 不参加集体评比，没有得分；可查看其候选人：%s",
                              "unit %s is in no group and has no score; its candidates: %s"),
                           unit_id, names[0] ? names : "-");
    return fault_input(error, FAULT_USAGE,
                       tr("单位 %s 没有候选人“%s”；有：%s", "unit %s has no candidate '%s'; there are: %s"),
                       unit_id, person, names[0] ? names : "-");
}

/* The lines of LIST that are about the unit; the struct's unit id is at OFFSET.  Free with g_ptr_array_unref. */
static GPtrArray *lines_of(const GPtrArray *list, size_t offset, const char *unit_id)
{
    GPtrArray *lines = g_ptr_array_new();
    for (guint i = 0; i < list->len; i++)
        if (g_strcmp0(*(const char *const *)((const char *)list->pdata[i] + offset), unit_id) == 0)
            g_ptr_array_add(lines, list->pdata[i]);
    return lines;
}

static void print_xml(FILE *stream, const Scores *scores, const char *unit_id, const ExplainChosen *chosen)
{
    g_autoptr(GPtrArray) none = g_ptr_array_new();
    const char *lists_of = chosen->units->len > 0 ? unit_id : "";
    g_autoptr(GPtrArray) casefiles = lines_of(scores->casefiles, offsetof(ScoreCase, unit), lists_of),
                         counted = lines_of(scores->counted, offsetof(ScoreCounted, unit), lists_of),
                         baselines = lines_of(scores->baselines, offsetof(ScoreBaseline, unit), lists_of);
    Scores part = *scores;
    part.units = chosen->units;
    part.people = chosen->people;
    part.legals = chosen->legals;
    part.casefiles = casefiles;
    part.counted = counted;
    part.baselines = baselines;
    part.changes = part.findings = part.made_from = none;
    size_t size;
    g_autofree char *xml = record_format(&scores_type, &part, &size);
    fwrite(xml, 1, size, stream);
}

static void quote_chosen(const ExplainChosen *chosen, const Casefiles *casefiles)
{
    for (guint i = 0; casefiles && i < chosen->units->len; i++)
        quotes_add(casefiles, ((const ScoreUnit *)chosen->units->pdata[i])->nodes);
    for (guint i = 0; casefiles && i < chosen->people->len; i++)
        quotes_add(casefiles, ((const ScorePerson *)chosen->people->pdata[i])->nodes);
}

gboolean explain_print(const ExplainOutput *output, const Scores *scores, const Casefiles *casefiles,
                       const char *unit_id, const char *person, GError **error)
{
    ExplainChosen chosen = choose(scores, unit_id, person);
    bool found = chosen.units->len + chosen.people->len + chosen.legals->len > 0;
    quote_chosen(&chosen, casefiles);
    if (found && output->xml)
        print_xml(output->stream, scores, unit_id, &chosen);
    else if (found)
        explain_text(output->stream, &output->layout, scores, unit_id, &chosen);
    chosen_clear(&chosen);
    return found || nobody(scores, unit_id, person, error);
}
