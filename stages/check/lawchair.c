/* LAW-021: whoever investigated the case chaired the discussion that decided it (Order 8, art. 5:
 * investigation and decision are kept apart). */
#include <string.h>

#include "lawdates.h"

typedef struct { const char *chair; bool investigated; } Search;

static void look_record(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    Search *search = data;
    bool record =
        strcmp(document->type, "inspection-record") == 0 || strcmp(document->type, "interview-record") == 0;
    for (guint i = 0; record && i < document->investigators->len; i++) {
        const Investigator *person = document->investigators->pdata[i];
        search->investigated |= g_str_has_prefix(search->chair, person->name);
    }
}

typedef struct { Check *check; const CaseGroup *group; } Discussions;

static void look_discussion(const SubFile *file, const Document *document, gpointer data)
{
    const Discussions *discussions = data;
    const Field *chair =
        strcmp(document->type, "discussion-record") == 0 ? document_value(document, "chair") : NULL;
    if (!chair)
        return;
    Search search = {.chair = chair->value};
    casegroup_each_document(discussions->group, look_record, &search);
    if (search.investigated)
        finding_param(check_add(discussions->check, "LAW-021", NULL, discussions->group, file, chair->place),
                      "name", chair->value);
}

void chair_check(Check *check, CaseGroup *group)
{
    casegroup_each_document(group, look_discussion, &(Discussions){check, group});
}
