/* EXT-002, told: a paper whose ground is another violation than the case is about.  A case may be called by many names: a filing
 * form is asked about only where the other papers agree on one with which that of the form has hardly a character in common, and
 * what the form itself tells has words of theirs and none of its own; any paper, where its ground is of a medium (大气) of which
 * nothing else in the case file speaks, not even what the paper itself tells, and the others speak of another. */
#include <string.h>

#include "checks.h"
#include "text.h"

enum { CAUSE_CHARS_MIN = 6, SHARE = 4, TOLD_SHARE = 5 };

typedef struct {
    Saying filed;      /* the ground in the filing form */
    const Field *facts; /* what the form tells */
    Saying other;      /* the first in the other papers */
    int others;        /* how many papers agree with it */
    bool differ;       /* they do not agree with one another */
} Causes;

char *cause_bare(const char *cause)
{
    g_autofree char *folded = text_fold(cause);
    const char *suspected = strstr(folded, "涉嫌");
    char *bare = g_strdup(suspected ? suspected + strlen("涉嫌") : folded);
    static const char *const ends[] = {"一案", "案"};
    for (gsize i = 0; i < G_N_ELEMENTS(ends); i++)
        if (g_str_has_suffix(bare, ends[i]))
            bare[strlen(bare) - strlen(ends[i])] = '\0';
    return bare;
}

static void look_cause(const SubFile *file, const Document *document, gpointer data)
{
    static const char *const types[] = {"investigation-report", "penalty-decision", "closing-form", NULL};
    Causes *causes = data;
    const Field *cause = document_value(document, "cause");
    if (!cause || cause->status != VALUE_VALID)
        return;
    if (strcmp(document->type, "filing-form") == 0 && !causes->filed.field) {
        causes->filed = (Saying){file, document, cause};
        causes->facts = document_value(document, "facts");
    }
    if (!g_strv_contains(types, document->type))
        return;
    g_autofree char *bare = cause_bare(cause->value),
                    *first = causes->other.field ? cause_bare(causes->other.field->value) : NULL;
    causes->differ |= first && strcmp(first, bare) != 0;
    if (!first)
        causes->other = (Saying){file, document, cause};
    causes->others++;
}

int text_pieces_in(const char *of, int size, const char *text, int *total)
{
    int found = 0;
    *total = 0;
    for (glong left = g_utf8_strlen(of, -1); left >= size; left--, of = g_utf8_next_char(of)) {
        g_autofree char *piece = g_utf8_substring(of, 0, size);
        found += strstr(text, piece) != NULL;
        (*total)++;
    }
    return found;
}

/* What says no more than that a law was broken may be anything. */
static bool is_particular(const char *cause)
{
    static const char *const general[] = {"违反", "违法", "违规", "制度", NULL};
    return !text_has_any(cause, general) && g_utf8_strlen(cause, -1) >= CAUSE_CHARS_MIN;
}

static bool is_unlike(const char *a, const char *b)
{
    int total, shared = text_pieces_in(a, 1, b, &total);
    return shared * SHARE < total;
}

/* Whether the ground of the filing form was told of. */
static bool check_filed(Check *check, CaseGroup *group)
{
    Causes causes = {0};
    int total, of_form, of_others;
    casegroup_each_document(group, look_cause, &causes);
    if (!causes.filed.field || !causes.facts || causes.others < 2 || causes.differ)
        return false;
    g_autofree char *filed = cause_bare(causes.filed.field->value),
                    *other = cause_bare(causes.other.field->value);
    if (!is_particular(filed) || !is_particular(other) || !is_unlike(filed, other) || !is_unlike(other, filed))
        return false;
    of_others = text_pieces_in(other, 2, causes.facts->value, &total);
    of_form = text_pieces_in(filed, 2, causes.facts->value, &total);
    if (of_others < 2 || of_form * TOLD_SHARE > total)
        return false;
    contradiction_add_as(check, group, "told", "cause", &causes.filed, &causes.other);
    return true;
}

/* ---- the ground of another medium ---- */

/* Of one medium: how many papers speak of it; whose ground does, the last of them, while nothing that this paper tells does. */
typedef struct { const MediumRule *rule; guint papers; Saying odd; } Medium;

typedef struct {
    Medium *media;
    guint n_media;
    const Field *party; /* of the case; NULL: not known */
    Saying first, second; /* papers with a ground, in their order, and how many there are */
    guint grounds;
} Media;

/* Whether FIELD, what a paper tells or a provision, is of RULE's medium. */
static bool is_of_medium(const Field *field, const MediumRule *rule)
{
    if (g_str_has_prefix(field->id, "laws-"))
        return g_str_has_prefix(field->value, rule->law);
    return strcmp(field->id, "facts") == 0 && text_has_any_parted(field->value, rule->words);
}

static void note_medium(Medium *medium, const SubFile *file, const Document *document, const Field *cause)
{
    bool told = false;
    for (guint i = 0; i < document->fields->len && !told; i++)
        told = is_of_medium(document->fields->pdata[i], medium->rule);
    const bool called = cause && text_has_any_parted(cause->value, medium->rule->words);
    medium->papers += told || called;
    if (called && !told)
        medium->odd = (Saying){file, document, cause};
}

static void look_medium(const SubFile *file, const Document *document, gpointer data)
{
    Media *media = data;
    const Field *cause = document_value(document, "cause"), *party = document_value(document, "party");
    const bool strange = party && media->party && !text_same(field_key(party), field_key(media->party));
    const bool of_case = strcmp(document->type, "other") != 0; /* a cover or a list names the case as its file does */
    cause = cause && cause->status == VALUE_VALID && !strange && of_case ? cause : NULL;
    for (guint i = 0; i < media->n_media; i++)
        note_medium(&media->media[i], file, document, cause);
    if (!cause)
        return;
    if (media->grounds++ == 0)
        media->first = (Saying){file, document, cause};
    else if (media->grounds == 2)
        media->second = (Saying){file, document, cause};
}

/* Whether the papers speak of another medium than ODD's, of which its ground has no word. */
static bool speak_of_another(const Media *media, const Medium *odd)
{
    bool another = false, mixed = false;
    for (guint i = 0; i < media->n_media; i++) {
        const Medium *medium = &media->media[i];
        if (medium == odd || medium->papers == 0)
            continue;
        mixed |= text_has_any_parted(odd->odd.field->value, medium->rule->words);
        another |= medium->papers > 1;
    }
    return another && !mixed;
}

static void check_medium(Check *check, const CaseGroup *group)
{
    enum { GROUNDS_MIN = 3 };
    const GPtrArray *rules = check->in->rules->cases->media;
    g_autofree Medium *each = g_new0(Medium, rules->len);
    Media media = {.media = each, .n_media = rules->len, .party = group->party};
    for (guint i = 0; i < rules->len; i++)
        each[i].rule = rules->pdata[i];
    casegroup_each_document(group, look_medium, &media);
    for (guint i = 0; i < media.n_media && media.grounds >= GROUNDS_MIN; i++) {
        const Medium *odd = &each[i];
        if (odd->papers != 1 || !odd->odd.field || !speak_of_another(&media, odd))
            continue;
        contradiction_add_as(check, group, "told", "cause", &odd->odd,
                             media.first.document == odd->odd.document ? &media.second : &media.first);
    }
}

void cause_check(Check *check, CaseGroup *group)
{
    if (!check_filed(check, group))
        check_medium(check, group);
}
