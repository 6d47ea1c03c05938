/* LAW-014 and 018: a hearing that should have been offered, and one that was asked for.  LAW-014: a notice of a large
 * fine that does not say that a hearing may be asked for.  For people the limit is a tenth of it; a local rule may set
 * others, so that only what reaches the limit for firms is told, as apparent. */
#include <string.h>

#include "lawdates.h"
#include "text.h"

typedef struct {
    const Document *notice;
    Decimal proposed; /* in it */
    bool offered;     /* by another paper */
} HearingSearch;

static bool proposed_fine(const Document *notice, Decimal *fine)
{
    const Field *proposed = document_value(notice, "proposed-fine-yuan");
    return proposed && proposed->status == VALUE_VALID && decimal_parse(proposed->value, fine);
}

/* 听证告知书 may be a paper of its own beside the notice: one of the same fine, or of none. */
static void look_offer(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    HearingSearch *search = data;
    if (document == search->notice || !document_value(document, "hearing"))
        return;
    Decimal fine = {0};
    search->offered |= !proposed_fine(document, &fine) || decimal_compare(fine, search->proposed) == 0;
}

typedef struct { Check *check; const CaseGroup *group; } Notices;

static void look_notice(const SubFile *file, const Document *document, gpointer data)
{
    const Notices *notices = data;
    const int64_t limit = limit_rule(notices->check->in->rules, "hearing")->amount;
    HearingSearch search = {.notice = document};
    if (strcmp(document->type, "penalty-notice") != 0 || document_value(document, "hearing") ||
        !proposed_fine(document, &search.proposed) || decimal_compare(search.proposed, decimal_from_int(limit)) < 0)
        return;
    casegroup_each_of(notices->group, "penalty-notice", look_offer, &search);
    if (search.offered)
        return;
    const Field *proposed = document_value(document, "proposed-fine-yuan");
    Finding *finding = check_add(notices->check, "LAW-014", NULL, notices->group, file, proposed->place);
    finding_param(finding, "proposed", proposed->value);
    param_int(finding, "limit", limit);
}

/* ---- LAW-018: what the party asked for ---- */

/* Of a heading or a name, in which blanks may stand between the letters. */
static bool has_word_folded(const char *text, const GPtrArray *words)
{
    g_autofree char *folded = text_fold(text);
    return text_has_any_of(folded, words);
}

/* The paper by which the party asks, or (place NULL) the file that its name says is one; NULL for none. */
typedef struct { const GPtrArray *words; const SubFile *file; const char *place; } Request;

static void look_request(const SubFile *file, const Document *document, gpointer data)
{
    Request *request = data;
    if (!request->file && strcmp(document->type, "other") == 0 && has_word_folded(document->title, request->words)) {
        request->file = file;
        request->place = document->first;
    }
}

static Request request_find(const CaseGroup *group, const GPtrArray *words)
{
    Request request = {.words = words};
    casegroup_each_document(group, look_request, &request);
    for (guint i = 0; !request.file && i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        if (subfile_is_scan(file) && has_word_folded(file->base, words))
            request.file = file;
    }
    return request;
}

/* True when a clause of TEXT says 未 and behind it one of WORDS: 未提出陈述、申辩，也未要求听证. */
static bool denies(const char *text, const char *const *words)
{
    for (const char *not = strstr(text, "未"); not; not = strstr(not + 1, "未")) {
        const char *comma = strstr(not, "，"), *end = comma ? comma : not + strcspn(not, ",");
        for (int i = 0; words[i]; i++)
            if (g_strstr_len(not, end - not, words[i]))
                return true;
    }
    return false;
}

/* The first value of hearing in DECISION that says that the party did not; NULL for none. */
static const Field *denial_of(const Document *decision, const char *const *words)
{
    for (guint i = 0; i < decision->fields->len; i++) {
        const Field *field = decision->fields->pdata[i];
        if (strcmp(field->id, "hearing") == 0 && denies(field->value, words))
            return field;
    }
    return NULL;
}

/* The hearing in DECISION that it says was held; NULL for none. */
static const Field *held_of(const Document *decision)
{
    static const char *const words[] = {"举行", "组织", "召开", NULL},
                             *const not[] = {"撤回", "放弃", "未", "没有", NULL};
    for (guint i = 0; i < decision->fields->len; i++) {
        const Field *field = decision->fields->pdata[i];
        if (strcmp(field->id, "hearing") == 0 && strstr(field->value, "听证") &&
            text_has_any(field->value, words) && !text_has_any(field->value, not))
            return field;
    }
    return NULL;
}

/* The decision says that the hearing was held, and the file holds no paper of it. */
static void check_held(Check *check, const CaseGroup *group)
{
    static const char *const words[] = {"听证笔录", "听证会", "听证通知", "听证报告", "听证材料",
                                        "听证意见", "听证记录", "听证.", NULL};
    const Field *held = held_of(group->speaking);
    if (!held || law_has_paper(group, words))
        return;
    Finding *finding = check_add(check, "LAW-018", "hearing-missing", group, group->speaking_file, held->place);
    finding_param(finding, "doctype", group->speaking->type);
    param_quote(finding, "quote", held->value);
}

/* Whether a document says that the hearing was held, or why not. */
typedef struct { const GPtrArray *words; bool told; } Handling;

static void look_handled(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    Handling *handling = data;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        handling->told |= strcmp(field->id, "hearing") == 0 && strcmp(document->type, "penalty-notice") != 0 &&
                           has_word_folded(field->value, handling->words);
    }
}

static bool is_handled(const Check *check, const CaseGroup *group)
{
    Handling handling = {.words = check->in->rules->cases->handled};
    casegroup_each_document(group, look_handled, &handling);
    return handling.told;
}

static void check_asked(Check *check, const CaseGroup *group)
{
    static const char *const words[] = {"听证", NULL};
    const Request request = request_find(group, check->in->rules->cases->askings);
    const Field *asked = document_value(group->speaking, "hearing-asked");
    if ((!request.file && !asked) || is_handled(check, group))
        return;
    Finding *finding = check_add(check, "LAW-018", NULL, group, request.file ? request.file : group->speaking_file,
                                 request.file ? request.place : asked->place);
    const Field *denial = asked ? NULL : denial_of(group->speaking, words);
    if (!request.file)
        param_quote(finding, "quote", asked->quote);
    if (denial)
        param_quote(finding, "denial", denial->value);
}

static void check_defence(Check *check, const CaseGroup *group)
{
    static const char *const words[] = {"陈述", "申辩", NULL};
    const Request request = request_find(group, check->in->rules->cases->defences);
    const Field *denial = request.file ? denial_of(group->speaking, words) : NULL;
    if (!denial)
        return;
    Finding *finding = check_add(check, "LAW-018", "defence", group, group->speaking_file, denial->place);
    param_quote(finding, "denial", denial->value);
    finding_param(finding, "other-file", request.file->facts->path);
}

/* The decision tells of a written defence, of which the file holds neither the paper nor its review.  Returns whether
 * that is so. */
static bool check_defence_missing(Check *check, const CaseGroup *group)
{
    static const char *const words[] = {"陈述", "申辩", "复核", "听证笔录", NULL};
    const Field *defended = document_value(group->speaking, "defended");
    if (!defended || law_has_paper(group, words) || casegroup_count(group, "hearing-record") > 0)
        return false;
    Finding *finding =
        check_add(check, "LAW-018", "defence-missing", group, group->speaking_file, defended->place);
    finding_param(finding, "doctype", group->speaking->type);
    param_quote(finding, "quote", defended->value);
    return true;
}

/* The decision tells of a defence and not what became of it (art. 32: it is reviewed, and accepted where it holds). */
static void check_defence_answered(Check *check, const CaseGroup *group)
{
    static const char *const words[] = {"复核", "听证笔录", NULL};
    const Field *told = document_value(group->speaking, "defence-told");
    if (!told || document_value(group->speaking, "defence-answered") || law_has_paper(group, words))
        return;
    Finding *finding = check_add(check, "LAW-018", "answered", group, group->speaking_file, told->place);
    finding_param(finding, "doctype", group->speaking->type);
    param_quote(finding, "quote", told->value);
}

static bool is_decided(const CaseGroup *group)
{
    return group->speaking && g_str_has_suffix(group->speaking->type, "-decision");
}

/* A scan of a notice cannot be read; it may be the paper that offers the hearing. */
void hearing_check(Check *check, CaseGroup *group)
{
    if (is_decided(group)) {
        check_defence(check, group);
        if (!check_defence_missing(check, group))
            check_defence_answered(check, group);
    }
    if (casegroup_count(group, "hearing-notice") > 0 || casegroup_count(group, "hearing-record") > 0)
        return;
    if (is_decided(group)) {
        check_asked(check, group);
        check_held(check, group);
    }
    if (law_has_scan(group, "penalty-notice"))
        return;
    Notices notices = {check, group};
    casegroup_each_document(group, look_notice, &notices);
}
