/* LAW-021: whoever investigated the case chaired the discussion that decided it or the hearing, took part in that decision,
 * or reviewed it (Administrative Penalties Law 1996, art. 42; Order 8, art. 5: investigation and decision are kept apart). */
#include <string.h>

#include "lawdates.h"
#include "text.h"

typedef struct { const char *text; bool starts, investigated; const char *name; } Search;

/* STARTS: the name begins the text (林例（局长）), else it stands anywhere in it. */
static void look_record(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    Search *search = data;
    for (guint i = 0; i < document->investigators->len && !search->investigated; i++) {
        const Investigator *person = document->investigators->pdata[i];
        const char *at = strstr(search->text, person->name);
        search->investigated = search->starts ? at == search->text : at != NULL;
        search->name = person->name;
    }
}

/* The one who inspected or questioned in the case of GROUP whom TEXT names; NULL for none.  Borrowed. */
static const char *investigator_in(const CaseGroup *group, const char *text, bool starts)
{
    g_autofree char *squeezed = text_squeeze(text); /* 张 三 */
    Search search = {.text = squeezed, .starts = starts};
    casegroup_each_of(group, "inspection-record interview-record", look_record, &search);
    return search.investigated ? search.name : NULL;
}

/* Whether NAME is that of one who inspected or questioned in the case of GROUP. */
static bool is_investigator(const CaseGroup *group, const char *name)
{
    const char *known = investigator_in(group, name, true);
    return known && text_same(known, name);
}

typedef struct { Check *check; const CaseGroup *group; bool told; } Papers;

static void add(const Papers *papers, const char *variant, const SubFile *file, const Field *at, const char *name)
{
    finding_param(check_add(papers->check, "LAW-021", variant, papers->group, file, at->place), "name", name);
}

/* ---- the chair ---- */

static void look_chair(const SubFile *file, const Document *document, gpointer data)
{
    const Papers *papers = data;
    const Field *chair = document_value(document, "chair");
    if (chair && investigator_in(papers->group, chair->value, true))
        add(papers, NULL, file, chair, chair->value);
}

/* Notice and record of one hearing tell it once. */
static void look_hearing(const SubFile *file, const Document *document, gpointer data)
{
    Papers *papers = data;
    const Field *chair = document_value(document, "chair");
    const char *name = chair && !papers->told ? investigator_in(papers->group, chair->value, true) : NULL;
    if (!name)
        return;
    add(papers, "hearing", file, chair, name);
    papers->told = true;
}

/* ---- the vote ---- */

/* True when LIST (squeezed) names NAME as one who takes part, not in brackets behind it as who reports the case or only
 * listens. */
static bool lists_as_member(const char *list, const char *name)
{
    static const char *const apart[] = {"列席", "汇报", "承办", "经办", "不参加", "不参与", "记录", NULL};
    const char *at = strstr(list, name), *behind = at ? at + strlen(name) : NULL;
    const char *close = behind && *behind == '(' ? strchr(behind, ')') : NULL;
    g_autofree char *remark = close ? g_strndup(behind, (gsize)(close - behind)) : NULL;
    return at && !text_has_any(remark, apart);
}

/* True when one of DOCUMENT's lists in field ID names NAME, and as a MEMBER. */
static bool is_listed(const Document *document, const char *id, const char *name, bool member)
{
    bool listed = false;
    for (guint i = 0; i < document->fields->len && !listed; i++) {
        const Field *field = document->fields->pdata[i];
        g_autofree char *squeezed = strcmp(field->id, id) == 0 ? text_squeeze(field->value) : NULL;
        listed = squeezed && (member ? lists_as_member(squeezed, name) : strstr(squeezed, name) != NULL);
    }
    return listed;
}

/* Whoever is listed among the members and speaks for a penalty as they do, and is not listed as one who only listens. */
static void look_vote(const SubFile *file, const Document *document, gpointer data)
{
    const Papers *papers = data;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *voted = document->fields->pdata[i];
        if (strcmp(voted->id, "voted") != 0 || !investigator_in(papers->group, voted->value, true) ||
            !is_listed(document, "attended", voted->value, true) ||
            is_listed(document, "listened", voted->value, false))
            continue;
        Finding *finding = check_add(papers->check, "LAW-021", "voted", papers->group, file, voted->place);
        finding_param(finding, "name", voted->value);
        param_quote(finding, "quote", voted->quote);
    }
}

/* ---- the review ---- */

/* Behind the last word that names who signed the opinion; NULL where no such word stands. */
static const char *signature_in(const char *opinion)
{
    static const char *const signs[] = {"审核人", "审查人", "核审人", "签名", "签字", "负责人"};
    const char *last = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++) {
        const char *at = g_strrstr(opinion, signs[i]);
        if (at && at + strlen(signs[i]) > last)
            last = at + strlen(signs[i]);
    }
    return last;
}

static void look_review(const SubFile *file, const Document *document, gpointer data)
{
    const Papers *papers = data;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *review = document->fields->pdata[i];
        const char *signature = strcmp(review->id, "legal-review") == 0 ? signature_in(review->value) : NULL;
        const char *name = signature ? investigator_in(papers->group, signature, false) : NULL;
        if (name)
            add(papers, "reviewed", file, review, name);
    }
}

/* ---- the approval ---- */

/* Whether FORM names NAME as one who handles the case, elsewhere than at PLACE. */
static bool is_handler(const Document *form, const char *name, const char *place)
{
    for (guint i = 0; i < form->investigators->len; i++) {
        const Investigator *person = form->investigators->pdata[i];
        if (text_same(person->name, name) && g_strcmp0(person->place, place) != 0)
            return true;
    }
    return false;
}

/* The head's row of a form is signed by somebody who investigated the case. */
static void look_approval(const SubFile *file, const Document *form, gpointer data)
{
    const Papers *papers = data;
    const Field *signer = document_value(form, "approved-by");
    if (!signer || !(is_investigator(papers->group, signer->value) || is_handler(form, signer->value, signer->place)))
        return;
    Finding *finding = check_add(papers->check, "LAW-021", "approved", papers->group, file, signer->place);
    finding_param(finding, "name", signer->value);
    param_form(finding, form);
}

void chair_check(Check *check, CaseGroup *group)
{
    Papers papers = {check, group, false};
    casegroup_each_of(group, "discussion-record", look_chair, &papers);
    casegroup_each_of(group, "hearing-record", look_hearing, &papers);
    casegroup_each_of(group, "hearing-notice", look_hearing, &papers);
    casegroup_each_of(group, "discussion-record", look_vote, &papers);
    casegroup_each_of(group, "investigation-report", look_review, &papers);
    casegroup_each_having(group, "approved-by", look_approval, &papers);
}
