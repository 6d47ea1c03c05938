/* EXT-002, facts-copied: a decision, notice, order or report whose facts are, in their words and by the ground of that case,
 * those of another case file of the unit, and have hardly a word in common with what the papers beside it tell. */
#include <string.h>

#include "checks.h"
#include "text.h"

enum {
    FACTS_CHARS_MIN = 20,  /* fewer are those of any case: 排放废水 */
    ALIKE_PERCENT = 85,    /* of the pairs of characters: one text, but for a word or figure */
    UNLIKE_PERCENT = 35,   /* two accounts of two acts */
    CAUSE_PERCENT = 60,    /* of the pairs of the ground of a case: the account is about that */
    NO_CAUSE_PERCENT = 25,
    FACTS_BYTES_MAX = 3000,
    ASKED_MAX = 20000      /* pairs of an account and the ground of a case */
};

static int share_in(const char *of, const char *text)
{
    int total, found = text_pieces_in(of, 2, text, &total);
    return total > 0 ? found * 100 / total : 0;
}

/* What DOCUMENT tells as facts, folded; NULL for too little.  *FIRST is the field that it begins with.  Caller frees. */
static char *facts_of(const Document *document, const Field **first)
{
    g_autoptr(GString) facts = g_string_new(NULL);
    *first = NULL;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, "facts") != 0 || field->status != VALUE_VALID)
            continue;
        if (facts->len + strlen(field->value) > FACTS_BYTES_MAX)
            break;
        *first = *first ? *first : field;
        g_string_append(facts, field->value);
    }
    if (text_count_printed(facts->str) < FACTS_CHARS_MIN)
        return NULL;
    return text_fold(facts->str);
}

/* ---- the ground of a case ---- */

typedef struct { const Document *but; char *cause; } CauseSearch;

static void look_cause(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    CauseSearch *search = data;
    const Field *cause = document_value(document, "cause");
    if (!search->cause && document != search->but && cause && cause->status == VALUE_VALID)
        search->cause = cause_bare(cause->value);
}

/* As the papers of GROUP but BUT (NULL: all) have it; NULL for none.  Caller frees. */
static char *cause_of(const CaseGroup *group, const Document *but)
{
    CauseSearch search = {but, NULL};
    casegroup_each_having(group, "cause", look_cause, &search);
    return search.cause;
}

/* ---- where they come from, and what stands beside them ---- */

/* The grounds of the unit's case files (char *; NULL: not known), in their order. */
typedef struct { Check *check; GPtrArray *causes; int asked; } Causes;

typedef struct {
    Causes *causes;
    const CaseGroup *group;
    Saying told;      /* the facts that are asked about */
    char *facts;      /* folded */
    const CaseGroup *other;
    Saying source;    /* the paper of that case file with the same facts */
    char *copied;     /* what that tells */
    Saying beside;    /* the first paper of this case file that tells facts of its own */
    bool supported;   /* one of these tells them as well */
} Copy;

static void look_source(const SubFile *file, const Document *document, gpointer data)
{
    Copy *copy = data;
    const Field *first;
    g_autofree char *facts = copy->copied ? NULL : facts_of(document, &first);
    if (!facts || share_in(copy->facts, facts) < ALIKE_PERCENT)
        return;
    copy->source = (Saying){file, document, first};
    copy->copied = g_steal_pointer(&facts);
}

static void look_beside(const SubFile *file, const Document *document, gpointer data)
{
    Copy *copy = data;
    const Field *first;
    g_autofree char *facts = document != copy->told.document ? facts_of(document, &first) : NULL;
    if (!facts || share_in(facts, copy->copied) >= ALIKE_PERCENT) /* copied as well */
        return;
    copy->supported |= share_in(copy->facts, facts) >= UNLIKE_PERCENT || share_in(facts, copy->facts) >= UNLIKE_PERCENT;
    if (!copy->beside.field)
        copy->beside = (Saying){file, document, first};
}

/* The case file at PLACE is about such a thing; another firm's, for one firm may do a thing twice. */
static bool may_be_of(const Copy *copy, guint place)
{
    const CaseGroup *other = copy->causes->check->submission->groups->pdata[place];
    const char *cause = copy->causes->causes->pdata[place];
    return cause && other != copy->group && share_in(cause, copy->facts) >= CAUSE_PERCENT &&
           body_is_another(copy->group->party, other->party);
}

static bool is_of_this_case(const Copy *copy)
{
    g_autofree char *cause = cause_of(copy->group, copy->told.document);
    return !cause || share_in(cause, copy->facts) > NO_CAUSE_PERCENT;
}

static bool find_source(Copy *copy)
{
    const GPtrArray *groups = copy->causes->check->submission->groups;
    for (guint i = 0; !copy->copied && i < groups->len && copy->causes->asked < ASKED_MAX; i++) {
        copy->causes->asked++;
        copy->other = groups->pdata[i];
        if (may_be_of(copy, i))
            casegroup_each_of(copy->other, facts_types, look_source, copy);
    }
    return copy->copied;
}

static void tell(const Copy *copy)
{
    Finding *finding =
        contradiction_add_as(copy->causes->check, copy->group, "facts-copied", "facts", &copy->told, &copy->beside);
    param_given(finding, copy->told.document->type);
    finding_param(finding, "elsewhere", copy->other->name);
    finding_param(finding, "source", copy->source.document->type);
}

/* What is told by the name of another firm is not told again. */
static bool is_told(const Copy *copy)
{
    guint at = 0;
    for (const Finding *told; (told = told_next(copy->causes->check, "EXT-002", copy->group, &at));)
        if (g_strcmp0(told->variant, "facts") == 0 && g_strcmp0(told->file, copy->told.file->facts->path) == 0)
            return true;
    return false;
}

typedef struct { Causes *causes; const CaseGroup *group; } Walk;

static void look_facts(const SubFile *file, const Document *document, gpointer data)
{
    const Walk *walk = data;
    const Field *first;
    Copy copy = {.causes = walk->causes, .group = walk->group, .facts = facts_of(document, &first)};
    copy.told = (Saying){file, document, first};
    if (copy.facts && strcmp(document->type, "filing-form") != 0 && !is_of_this_case(&copy) && find_source(&copy) &&
        !is_told(&copy)) {
        casegroup_each_of(walk->group, facts_types, look_beside, &copy);
        if (copy.beside.field && !copy.supported)
            tell(&copy);
    }
    g_free(copy.facts);
    g_free(copy.copied);
}

static void look_group(Causes *causes, const CaseGroup *group)
{
    if (group->speaking && group->party && group->party->status == VALUE_VALID)
        casegroup_each_of(group, facts_types, look_facts, &(Walk){causes, group});
}

void copiedfacts_check(Check *check)
{
    const GPtrArray *const lists[] = {check->submission->groups, check->submission->others};
    g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < lists[0]->len; i++)
        g_ptr_array_add(all, cause_of(lists[0]->pdata[i], NULL));
    Causes causes = {check, all, 0};
    for (gsize i = 0; i < G_N_ELEMENTS(lists); i++)
        for (guint j = 0; j < lists[i]->len; j++)
            look_group(&causes, lists[i]->pdata[j]);
}
