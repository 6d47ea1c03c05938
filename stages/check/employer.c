/* EXT-002, employer: the record of an interview that gives another firm as the employer of the person questioned than this person
 * says, who names the party.  A witness or driver of another firm says so. */
#include <string.h>

#include "checks.h"
#include "text.h"

enum { ALIKE_CHARS = 4 }; /* two firms that begin alike may be of one group: 沅陵县兴某 */

static bool begin_alike(const char *a, const char *b)
{
    int chars = 0;
    while (*a && g_utf8_get_char(a) == g_utf8_get_char(b)) {
        a = g_utf8_next_char(a);
        b = g_utf8_next_char(b);
        chars++;
    }
    return chars >= ALIKE_CHARS;
}

/* Whether A and B, names of firms, may be one firm or two of a group. */
static bool may_be_one(const char *a, const char *b)
{
    return strstr(a, b) || strstr(b, a) || begin_alike(a, b);
}

/* The firm that RECORD gives as the employer, in its table or a line of its head. */
static const Field *given_employer(const Document *record)
{
    const Field *party = document_value(record, "party"), *employer = document_value(record, "employer");
    bool by_label = party && (g_strcmp0(party->rule, "employer") == 0 || g_strcmp0(party->rule, "party-employer") == 0);
    return employer ? employer : by_label ? party : NULL;
}

/* Where the record says that they are the party's staff, the label was told beside the decision (quoted.c). */
static bool is_told(const CaseWalk *walk, const SubFile *file)
{
    guint at = 0;
    for (const Finding *told; (told = told_next(walk->check, "EXT-002", walk->group, &at));)
        if (g_strcmp0(finding_value(told, "field"), "employer") == 0 && g_strcmp0(told->file, file->facts->path) == 0)
            return true;
    return false;
}

static void look_record(const SubFile *file, const Document *record, gpointer data)
{
    const CaseWalk *walk = data;
    const Field *given = given_employer(record), *own = document_value(record, "own-employer"), *party = walk->group->party;
    if (!given || !own || given->status != VALUE_VALID || !text_same(field_key(own), field_key(party)))
        return;
    g_autofree char *one = text_fold(field_key(given)), *other = text_fold(field_key(own));
    if (may_be_one(one, other) || is_told(walk, file))
        return;
    const Saying label = {file, record, given}, answer = {file, record, own};
    contradiction_add_as(walk->check, walk->group, "employer", "employer", &label, &answer);
}

void employer_check(Check *check, const CaseGroup *group)
{
    if (group->party)
        casegroup_each_of(group, "interview-record", look_record, &(CaseWalk){check, group});
}
