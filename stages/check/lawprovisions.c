/* LAW-019: a decision that says that a provision was violated, and not which; rights told under articles of a
 * later law; a provision that is about something else; and one law violated, another punished by. */
#include <string.h>

#include "lawdates.h"
#include "text.h"

static void look_later(const SubFile *file, const Document *document, gpointer data)
{
    const CaseWalk *papers = data;
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

bool law_case_has(const CaseGroup *group, const char *words)
{
    Subject subject = {.words = words};
    casegroup_each_document(group, look_subject, &subject);
    return subject.fits;
}

/* VALUE is "law|article|paragraph|item"; *OPEN: it names none of the items, of which RULE tells one. */
static bool is_cited(const FitsRule *rule, const char *value, bool *open)
{
    g_auto(GStrv) parts = g_strsplit(value, "|", 4);
    if (g_strv_length(parts) != 4 || strcmp(parts[0], rule->law) != 0 || strcmp(parts[1], rule->article) != 0)
        return false;
    *open = rule->item && parts[3][0] == '\0';
    return !rule->item || *open || strcmp(parts[3], rule->item) == 0;
}

static const Field *citation(const FitsRule *rule, const Document *document, bool *open)
{
    for (guint i = 0; document && i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, "laws-basis") == 0 && field->status == VALUE_VALID &&
            is_cited(rule, field->value, open))
            return field;
    }
    return NULL;
}

/* What the items of an article are about, of which RULE tells one: the first word of each.  NULL where the case is
 * about one of them, or the rules tell of no items.  Caller frees. */
static char *items_missed(const Check *check, const CaseGroup *group, const FitsRule *rule)
{
    const GPtrArray *rules = check->in->rules->cases->fits;
    g_autoptr(GString) list = g_string_new(NULL);
    for (guint i = 0; rule->item && i < rules->len; i++) {
        const FitsRule *item = rules->pdata[i];
        if (!item->item || strcmp(item->law, rule->law) != 0 || strcmp(item->article, rule->article) != 0)
            continue;
        if (law_case_has(group, item->words))
            return NULL;
        g_string_append_printf(list, "%s%.*s", list->len > 0 ? "\n" : "", (int)strcspn(item->words, "|"), item->words);
    }
    return list->len > 0 ? g_string_free(g_steal_pointer(&list), FALSE) : NULL;
}

/* Whether it was told already that the case is none of those that an article lists: each of its items asks. */
static bool is_told_outside(const Check *check, const CaseGroup *group)
{
    const Finding *told;
    for (guint at = 0; (told = told_next(check, "LAW-019", group, &at));)
        if (g_strcmp0(told->variant, "outside") == 0)
            return true;
    return false;
}

/* Looked at in the document that speaks; the other papers repeat it. */
static void check_fits(Check *check, const CaseGroup *group, const FitsRule *rule)
{
    bool open = false;
    const Field *cited = citation(rule, group->speaking, &open);
    Subject subject = {.words = rule->words};
    if (!cited)
        return;
    casegroup_each_document(group, look_subject, &subject);
    if (!subject.told || subject.fits)
        return;
    g_autofree char *items = items_missed(check, group, rule);
    if ((open && !items) || (items && is_told_outside(check, group)))
        return;
    g_auto(GStrv) words = g_strsplit(rule->words, "|", -1);
    g_autofree char *list = words[1] ? g_strdup_printf("%s\n%s", words[0], words[1]) : g_strdup(words[0]);
    Finding *finding =
        check_add(check, "LAW-019", items ? "outside" : "fits", group, group->speaking_file, cited->place);
    finding_param(finding, "doctype", group->speaking->type);
    param_quote(finding, "quote", cited->quote);
    finding_param(finding, "words", items ? items : list);
}

/* ---- one law violated, another punished by ---- */

/* The rule of the law that VALUE, "law|article|…", cites; NULL for a law on no medium. */
static const MediumRule *medium_of(const GPtrArray *media, const char *value)
{
    size_t length = strcspn(value, "|");
    for (guint i = 0; i < media->len; i++) {
        const MediumRule *medium = media->pdata[i];
        if (strlen(medium->law) == length && strncmp(medium->law, value, length) == 0)
            return medium;
    }
    return NULL;
}

/* Adds to LAWS, a set of MediumRule, the laws on a medium that DOCUMENT cites in the field ID.  Returns the first such field, or
 * NULL. */
static const Field *media_cited(const Check *check, const Document *document, const char *id, GHashTable *laws)
{
    const Field *first = NULL;
    for (guint i = 0; document && i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        bool cites = strcmp(field->id, id) == 0 && field->status == VALUE_VALID;
        const MediumRule *medium = cites ? medium_of(check->in->rules->cases->media, field->value) : NULL;
        if (!medium)
            continue;
        g_hash_table_add(laws, (gpointer)medium);
        first = first ? first : field;
    }
    return first;
}

static bool have_common(GHashTable *a, GHashTable *b)
{
    GHashTableIter each;
    gpointer law;
    g_hash_table_iter_init(&each, a);
    while (g_hash_table_iter_next(&each, &law, NULL))
        if (g_hash_table_contains(b, law))
            return true;
    return false;
}

/* The law of the medium of which facts and cause speak when they have no word of those in LAWS; NULL else. */
static const MediumRule *medium_spoken_of(const Check *check, const CaseGroup *group, GHashTable *laws)
{
    const GPtrArray *media = check->in->rules->cases->media;
    const MediumRule *other = NULL;
    for (guint i = 0; i < media->len; i++) {
        bool cited = g_hash_table_contains(laws, media->pdata[i]), spoken = law_case_has(group, ((const MediumRule *)media->pdata[i])->words);
        if (cited && spoken)
            return NULL;
        other = spoken ? media->pdata[i] : other;
    }
    return other;
}

/* Each law on a medium has its own duties and its own penalties; one for waste water does not punish what the law on air
 * forbids. */
static void check_media(Check *check, const CaseGroup *group)
{
    g_autoptr(GHashTable) violated = g_hash_table_new(NULL, NULL), basis = g_hash_table_new(NULL, NULL);
    const Field *duty = media_cited(check, group->speaking, "laws-violated", violated),
                *penalty = media_cited(check, group->speaking, "laws-basis", basis);
    if (!penalty)
        return;
    const MediumRule *other = medium_spoken_of(check, group, basis);
    if (other) {
        Finding *finding = check_add(check, "LAW-019", "medium", group, group->speaking_file, penalty->place);
        finding_param(finding, "doctype", group->speaking->type);
        param_quote(finding, "quote", field_quote(penalty));
        finding_param(finding, "law", other->law);
        return;
    }
    if (!duty || have_common(violated, basis))
        return;
    Finding *finding = check_add(check, "LAW-019", "media", group, group->speaking_file, duty->place);
    finding_param(finding, "doctype", group->speaking->type);
    param_quote(finding, "violated", field_quote(duty));
    param_quote(finding, "basis", field_quote(penalty));
    finding_param(finding, "basis-place", penalty->place);
}

/* ---- none cited at all ---- */

static bool is_told_unnamed(const Document *decision)
{
    return document_value(decision, "provision-unnamed") != NULL;
}

/* The first paper that told the party in advance, with the provision that it cites in the field ID. */
typedef struct { const char *id; Saying saying; } Announced;

static void look_announced(const SubFile *file, const Document *document, gpointer data)
{
    Announced *announced = data;
    const Field *field = document_value(document, announced->id);
    const bool notice = strcmp(document->type, "penalty-notice") == 0 || strcmp(document->type, "hearing-notice") == 0;
    if (notice && field && field->status == VALUE_VALID && !announced->saying.field)
        announced->saying = (Saying){file, document, field};
}

/* A decision that is there from its facts to its day and cites nothing of what the party was told in advance under ID. */
static void check_uncited(Check *check, CaseGroup *group, const char *variant, const char *id, const char *otherwise)
{
    const SubFile *file = NULL;
    const Document *decision = casegroup_document(group, "penalty-decision", &file);
    const Field *fine = decision ? document_value(decision, "fine-yuan") : NULL, *facts = decision ? document_value(decision, "facts") : NULL;
    if (!fine || !facts || document_day(decision, "decision-date") == DAY_NONE || document_value(decision, id) ||
        document_value(decision, otherwise) || is_told_unnamed(decision))
        return;
    Announced announced = {.id = id};
    casegroup_each_document(group, look_announced, &announced);
    if (!announced.saying.field)
        return;
    Finding *finding = check_add(check, "LAW-019", variant, group, file, strcmp(id, "laws-basis") == 0 ? fine->place : facts->place);
    finding_param(finding, "doctype", decision->type);
    finding_param(finding, "other-doctype", announced.saying.document->type);
    param_quote(finding, "other-quote", field_quote(announced.saying.field));
    finding_param(finding, "other-file", announced.saying.file->facts->path);
    finding_param(finding, "other-place", announced.saying.field->place);
}

void provisions_check(Check *check, CaseGroup *group)
{
    check_media(check, group);
    check_uncited(check, group, "no-basis", "laws-basis", "article-cited");
    check_uncited(check, group, "no-violated", "laws-violated", "violation-word");
    casegroup_each_document(group, look_later, &(CaseWalk){check, group});
    for (guint i = 0; i < check->in->rules->cases->fits->len; i++)
        check_fits(check, group, check->in->rules->cases->fits->pdata[i]);
    const Field *unnamed = document_value(group->speaking, "provision-unnamed");
    if (!unnamed || document_value(group->speaking, "laws-violated"))
        return;
    Finding *finding = check_add(check, "LAW-019", NULL, group, group->speaking_file, unnamed->place);
    finding_param(finding, "doctype", group->speaking->type);
    param_quote(finding, "quote", unnamed->quote);
}
