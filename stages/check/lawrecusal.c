/* LAW-018, recusal: the party asked for an officer to withdraw, and no paper says what became of it (Administrative Penalties
 * Law 1996, art. 37: whoever has an interest in the case withdraws). */
#include <string.h>

#include "lawdates.h"
#include "text.h"

typedef struct { const char *name; bool found; } Officer;

static void look_officer(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    Officer *officer = data;
    for (guint i = 0; i < document->investigators->len; i++)
        officer->found |= text_same(((const Investigator *)document->investigators->pdata[i])->name, officer->name);
}

static void look_decided(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    g_autofree char *title = document->title ? text_squeeze(document->title) : NULL;
    *(bool *)data |= document_value(document, "recusal-decided") || (title && strstr(title, "回避"));
}

static void look_asked(const SubFile *file, const Document *document, gpointer data)
{
    const CaseWalk *records = data;
    const Field *asked = document_value(document, "recusal-asked");
    Officer officer = {.name = asked ? asked->value : NULL};
    if (!asked)
        return;
    casegroup_each_of(records->group, "inspection-record interview-record", look_officer, &officer);
    if (!officer.found)
        return;
    Finding *finding = check_add(records->check, "LAW-018", "recusal", records->group, file, asked->place);
    finding_param(finding, "name", asked->value);
    param_quote(finding, "quote", asked->quote);
}

void recusal_check(Check *check, CaseGroup *group)
{
    static const char *const words[] = {"回避", NULL};
    bool decided = law_has_paper(group, words);
    casegroup_each_document(group, look_decided, &decided);
    if (!decided)
        casegroup_each_of(group, "inspection-record interview-record hearing-record", look_asked,
                          &(CaseWalk){check, group});
}
