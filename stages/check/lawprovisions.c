/* LAW-019: a decision that says that a provision was violated, and not which; rights told under articles of a
 * later law; and a provision that is about something else. */
#include <string.h>

#include "lawdates.h"
#include "text.h"

typedef struct { Check *check; const CaseGroup *group; } Papers;

static void look_later(const SubFile *file, const Document *document, gpointer data)
{
    const Papers *papers = data;
    const Field *later = document_value(document, "later-article");
    if (!later)
        return;
    Finding *finding = check_add(papers->check, "LAW-019", "later", papers->group, file, later->place);
    finding_param(finding, "doctype", document->type);
    param_quote(finding, "quote", later->value);
}

/* ---- provisions that are about something else ---- */

/* What the papers say that the case is about; told: there is such a paper. */
typedef struct { const char *words; bool told, fits; } Subject;

static void look_subject(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    Subject *subject = data;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, "facts") != 0 && strcmp(field->id, "cause") != 0)
            continue;
        subject->told = true;
        subject->fits |= text_has_any_parted(field->value, subject->words) ||
                         text_has_any_parted(field->quote, subject->words);
    }
}

/* VALUE is "law|article|paragraph|item". */
static bool is_cited(const FitsRule *rule, const char *value)
{
    g_auto(GStrv) parts = g_strsplit(value, "|", 4);
    return g_strv_length(parts) == 4 && strcmp(parts[0], rule->law) == 0 &&
           strcmp(parts[1], rule->article) == 0 && (!rule->item || strcmp(parts[3], rule->item) == 0);
}

static const Field *citation(const FitsRule *rule, const Document *document)
{
    for (guint i = 0; document && i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, "laws-basis") == 0 && field->status == VALUE_VALID &&
            is_cited(rule, field->value))
            return field;
    }
    return NULL;
}

/* Looked at in the document that speaks; the other papers repeat it. */
static void check_fits(Check *check, const CaseGroup *group, const FitsRule *rule)
{
    const Field *cited = citation(rule, group->speaking);
    Subject subject = {.words = rule->words};
    if (!cited)
        return;
    casegroup_each_document(group, look_subject, &subject);
    if (!subject.told || subject.fits)
        return;
    g_auto(GStrv) words = g_strsplit(rule->words, "|", -1);
    g_autofree char *list = words[1] ? g_strdup_printf("%s\n%s", words[0], words[1]) : g_strdup(words[0]);
    Finding *finding = check_add(check, "LAW-019", "fits", group, group->speaking_file, cited->place);
    finding_param(finding, "doctype", group->speaking->type);
    param_quote(finding, "quote", cited->quote);
    finding_param(finding, "words", list);
}

void provisions_check(Check *check, CaseGroup *group)
{
    casegroup_each_document(group, look_later, &(Papers){check, group});
    for (guint i = 0; i < check->in->rules->cases->fits->len; i++)
        check_fits(check, group, check->in->rules->cases->fits->pdata[i]);
    const Field *unnamed = document_value(group->speaking, "provision-unnamed");
    if (!unnamed || document_value(group->speaking, "laws-violated"))
        return;
    Finding *finding = check_add(check, "LAW-019", NULL, group, group->speaking_file, unnamed->place);
    finding_param(finding, "doctype", group->speaking->type);
    param_quote(finding, "quote", unnamed->quote);
}
