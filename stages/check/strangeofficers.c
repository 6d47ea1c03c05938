/* EXT-002, officers: the record of an interview held by officers of whom no other paper of the file knows any, while the others name
 * the same ones among themselves: that of another case, or a slip.  A daily penalty and what is enforced may have had two teams. */
#include <string.h>

#include "checks.h"
#include "text.h"

enum { AGREE_MIN = 2 }; /* papers that name the same officer */

/* Whether A and B are one officer, whatever is misspelt. */
static bool is_same_officer(const Investigator *a, const Investigator *b)
{
    const bool numbers = a->certificate && b->certificate && a->certificate[0] != '\0';
    return text_same(a->name, b->name) || (numbers && text_same(a->certificate, b->certificate));
}

static bool names_officer(const Document *document, const Investigator *officer)
{
    for (guint i = 0; i < document->investigators->len; i++)
        if (is_same_officer(document->investigators->pdata[i], officer))
            return true;
    return false;
}

static bool shares_officer(const Document *a, const Document *b)
{
    for (guint i = 0; i < a->investigators->len; i++)
        if (names_officer(b, a->investigators->pdata[i]))
            return true;
    return false;
}

/* A name a line.  Caller frees. */
static char *names_of(const Document *document)
{
    g_autoptr(GString) names = g_string_new(NULL);
    for (guint i = 0; i < document->investigators->len; i++)
        text_add_line(names, ((const Investigator *)document->investigators->pdata[i])->name);
    return g_string_free(g_steal_pointer(&names), FALSE);
}

/* ---- the other papers of the file ---- */

/* FIRST: the paper that names the officers whom all others name; AGREEING: how many do. */
typedef struct { const Document *record, *first; guint agreeing; bool known, several; GString *places; } Others;

static void look_other(const SubFile *file, const Document *document, gpointer data)
{
    static const char *const naming[] = {"inspection-record", "interview-record", "investigation-report", NULL};
    Others *others = data;
    if (document == others->record || document->investigators->len == 0)
        return;
    others->known |= shares_officer(document, others->record);
    if (!g_strv_contains(naming, document->type))
        return;
    others->several |= others->first && !shares_officer(document, others->first);
    others->first = others->first ? others->first : document;
    others->agreeing++;
    saying_add_place(others->places, file, ((const Investigator *)document->investigators->pdata[0])->place);
}

/* ---- the other case files of the unit ---- */

typedef struct { const Document *record; bool all; } Team;

static void look_team(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    Team *team = data;
    bool all = document->investigators->len > 0;
    for (guint i = 0; all && i < team->record->investigators->len; i++)
        all = names_officer(document, team->record->investigators->pdata[i]);
    team->all |= all;
}

/* The first other case in a paper of which all officers of RECORD act; NULL for none. */
static const CaseGroup *case_of_team(const CaseWalk *walk, const Document *record)
{
    const GPtrArray *groups = walk->check->submission->groups;
    for (guint i = 0; i < groups->len; i++) {
        const CaseGroup *group = groups->pdata[i];
        Team team = {.record = record};
        if (group != walk->group && (!group->key || g_strcmp0(group->key, walk->group->key) != 0))
            casegroup_each_document(group, look_team, &team);
        if (team.all)
            return group;
    }
    return NULL;
}

static void look_record(const SubFile *file, const Document *record, gpointer data)
{
    const CaseWalk *walk = data;
    g_autoptr(GString) places = g_string_new(NULL);
    Others others = {.record = record, .places = places};
    if (record->investigators->len > 0)
        casegroup_each_document(walk->group, look_other, &others);
    if (others.known || others.several || others.agreeing < AGREE_MIN)
        return;
    const CaseGroup *elsewhere = case_of_team(walk, record);
    g_autofree char *names = names_of(record), *officers = names_of(others.first);
    Finding *finding = check_add(walk->check, "EXT-002", "officers", walk->group, file,
                                 ((const Investigator *)record->investigators->pdata[0])->place);
    finding_param(finding, "doctype", record->type);
    finding_param(finding, "names", names);
    finding_param(finding, "officers", officers);
    finding_param(finding, "others", places->str);
    finding_param(finding, "elsewhere", group_name(elsewhere));
}

void strangeofficers_check(Check *check, const CaseGroup *group)
{
    if (group->kind != KIND_DAILY && group->kind != KIND_ENFORCEMENT)
        casegroup_each_of(group, "interview-record", look_record, &(CaseWalk){check, group});
}
