/* What a paper should say and does not, as the rules list it (expected): remedies, the party's rights,
 * evidence, certificates shown.  A scan beside it is not read, so that all of this is told as apparent. */
#include "lawdates.h"
#include "text.h"

typedef struct { Check *check; const CaseGroup *group; const ExpectedRule *rule; } Papers;

/* True when DOCUMENT has a value of one of FIELDS, parted by blanks. */
static bool says(const Document *document, const char *fields)
{
    g_auto(GStrv) ids = g_strsplit(fields, " ", -1);
    for (char **id = ids; *id; id++)
        if (document_value(document, *id))
            return true;
    return false;
}

typedef struct { const ExpectedRule *rule; bool said; } Elsewhere;

static void look_elsewhere(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    Elsewhere *search = data;
    search->said |= (search->rule->anywhere || word_in_list(search->rule->in, ' ', document->type)) &&
                    says(document, search->rule->field);
}

/* True when another paper of TYPE in the file says it, or the scan of another may; of a rule on papers anywhere, when any
 * says it or is named so. */
static bool is_said_elsewhere(const Papers *papers, const char *type)
{
    Elsewhere search = {.rule = papers->rule};
    casegroup_each_document(papers->group, look_elsewhere, &search);
    if (papers->rule->anywhere) {
        const char *const words[] = {papers->rule->named, NULL};
        return search.said || law_has_paper(papers->group, words);
    }
    return search.said || law_has_other_scan(papers->group, type);
}

/* The first of FIELDS, parted by blanks, where DOCUMENT has a value of each; else NULL. */
static const Field *says_all(const Document *document, const char *fields)
{
    g_auto(GStrv) ids = g_strsplit(fields, " ", -1);
    for (char **id = ids; *id; id++)
        if (!document_value(document, *id))
            return NULL;
    return document_value(document, ids[0]);
}

/* True when RULE asks papers of DOCUMENT's type and title. */
static bool is_asked(const ExpectedRule *rule, const Document *document)
{
    g_autofree char *title = rule->not_titled && document->title ? text_squeeze(document->title) : NULL;
    return word_in_list(rule->in, ' ', document->type) && !(title && text_has_any_parted(title, rule->not_titled));
}

static void look_paper(const SubFile *file, const Document *document, gpointer data)
{
    const Papers *papers = data;
    const ExpectedRule *rule = papers->rule;
    const Field *beside = rule->beside ? says_all(document, rule->beside) : NULL;
    bool asked = is_asked(rule, document) && (!rule->beside || beside);
    if (!asked || says(document, rule->field) || ((rule->once || rule->anywhere) && is_said_elsewhere(papers, document->type)))
        return;
    Finding *finding = check_add(papers->check, rule->code, rule->variant, papers->group, file,
                                 beside ? beside->place : document->first);
    finding_param(finding, "doctype", document->type);
    if (beside)
        param_quote(finding, "quote", beside->value);
}

void omitted_check(Check *check, CaseGroup *group)
{
    const GPtrArray *rules = check->in->rules->cases->expected;
    for (guint i = 0; i < rules->len; i++)
        casegroup_each_document(group, look_paper, &(Papers){check, group, rules->pdata[i]});
}
