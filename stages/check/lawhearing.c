/* LAW-014 and 018: a hearing that should have been offered, and one that was asked for.  LAW-014: a notice of a large
 * fine that does not say that a hearing may be asked for, whatever the decision says of it.  For people the limit is a
 * tenth of that for firms; a local rule may set others, so that both are told as apparent. */
#include <string.h>

#include "lawdates.h"
#include "text.h"

typedef struct {
    const Document *notice;
    int64_t proposed; /* in it, in fen */
    bool offered;     /* by another paper */
} HearingSearch;

/* 听证告知书 may be a paper of its own beside the notice: one of the same fine, or of none. */
static void look_offer(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    HearingSearch *search = data;
    if (document == search->notice || !document_value(document, "hearing"))
        return;
    int64_t fine;
    search->offered |= !law_least_fen(document, "proposed-fine-yuan", &fine) || fine == search->proposed;
}

/* A party with the name of a person, of whom the notice says nothing that it says of firms and shops. */
static bool is_person(const Document *notice)
{
    static const char *const of_firms[] = {"legal-rep", "credit-code", "org-code", "registration-number"};
    const Field *party = document_value(notice, "party");
    for (size_t i = 0; i < G_N_ELEMENTS(of_firms); i++)
        if (document_value(notice, of_firms[i]))
            return false;
    return party && party_is_person(party->value);
}

static void look_notice(const SubFile *file, const Document *document, gpointer data)
{
    const CaseWalk *notices = data;
    enum { FEN_OF_YUAN = 100 };
    HearingSearch search = {.notice = document};
    if (strcmp(document->type, "penalty-notice") != 0 || document_value(document, "hearing"))
        return;
    bool person = is_person(document);
    const int64_t limit = limit_rule(notices->check->in->rules, person ? "hearing-person" : "hearing")->amount;
    if (!law_least_fen(document, "proposed-fine-yuan", &search.proposed) || search.proposed / FEN_OF_YUAN < limit)
        return;
    casegroup_each_of(notices->group, "penalty-notice", look_offer, &search);
    if (search.offered)
        return;
    const Field *proposed = document_value(document, "proposed-fine-yuan"), *rights = document_value(document, "rights");
    Finding *finding = check_add(notices->check, "LAW-014", person ? "person" : NULL, notices->group, file,
                                 rights ? rights->place : proposed->place);
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

/* The paper by which the party asks, or (document NULL) the file that its name says is one; NULL for none.  A text
 * with one of UNLIKE is none: 关于未提出听证申请的说明, 撤回听证申请书; nor is a form so titled on
 * which the party writes that it does not wish to. */
typedef struct { const GPtrArray *words, *unlike; const SubFile *file; const Document *document; } Request;

static bool is_request(const Request *request, const char *text)
{
    return has_word_folded(text, request->words) && !has_word_folded(text, request->unlike);
}

static void look_request(const SubFile *file, const Document *document, gpointer data)
{
    Request *request = data;
    if (!request->file && strcmp(document->type, "other") == 0 && is_request(request, document->title) &&
        !document_value(document, "waived")) {
        request->file = file;
        request->document = document;
    }
}

static Request request_find(const CaseGroup *group, const GPtrArray *words, const GPtrArray *unlike)
{
    Request request = {.words = words, .unlike = unlike};
    casegroup_each_document(group, look_request, &request);
    for (guint i = 0; !request.file && i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        if (subfile_is_scan(file) && is_request(&request, file->base))
            request.file = file;
    }
    return request;
}

/* True when a clause of TEXT says DENIAL and behind it one of WORDS: 未提出陈述、申辩，也未要求听证. */
static bool denies(const char *text, const char *denial, const char *const *words)
{
    static const char *const ends[] = {"，", ",", "但", "并", NULL};
    for (const char *at = strstr(text, denial); at; at = strstr(at + 1, denial)) {
        gssize size = (gssize)strlen(at);
        for (int i = 0; ends[i]; i++) {
            const char *end = g_strstr_len(at, size, ends[i]);
            size = end ? end - at : size;
        }
        for (int i = 0; words[i]; i++)
            if (g_strstr_len(at, size, words[i]))
                return true;
    }
    return false;
}

/* The first value of hearing in DECISION that says that the party did not, or gave its right up; NULL for none. */
static const Field *denial_of(const Document *decision, const char *const *words)
{
    for (guint i = 0; i < decision->fields->len; i++) {
        const Field *field = decision->fields->pdata[i];
        if (strcmp(field->id, "hearing") == 0 &&
            (denies(field->value, "未", words) || denies(field->value, "没有", words) ||
             denies(field->value, "放弃", words)))
            return field;
    }
    return NULL;
}

/* True when a value of hearing in DOCUMENT says why none was held though one was asked for: taken back, too late. */
static bool tells_why_none(const Document *document, const GPtrArray *words)
{
    static const char *const hearing[] = {"听证", NULL};
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, "hearing") == 0 && strstr(field->value, "听证") &&
            has_word_folded(field->value, words) && !denies(field->value, "未", hearing) &&
            !denies(field->value, "没有", hearing))
            return true;
    }
    return false;
}

/* The decision says that the hearing was held, and the file holds no paper of it. */
static void check_held(Check *check, const CaseGroup *group)
{
    static const char *const words[] = {"听证笔录", "听证会", "听证通知", "听证报告", "听证材料",
                                        "听证意见", "听证记录", "听证.", NULL};
    const Field *held = document_value(group->speaking, "hearing-held");
    if (!held || tells_why_none(group->speaking, check->in->rules->cases->handled) || law_has_paper(group, words))
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
    handling->told |= document_value(document, "hearing-held") ||
                      (strcmp(document->type, "penalty-notice") != 0 && tells_why_none(document, handling->words));
}

static bool is_handled(const Check *check, const CaseGroup *group)
{
    static const char *const words[] = {"撤回", "放弃", "不予听证", "不予受理", NULL};
    Handling handling = {.words = check->in->rules->cases->handled};
    casegroup_each_document(group, look_handled, &handling);
    return handling.told || casegroup_count(group, "waiver") > 0 || law_has_paper(group, words);
}

/* When the party was told of its right by the notice before the decision. */
static Dated offer_served(const Check *check, const CaseGroup *group)
{
    Dated decided = dated_decision(group->speaking_file, group->speaking),
          notice = dated_notice(group, group->speaking, decided.day);
    return dated_service(check, group, "penalty-notice", notice.document, decided.day);
}

/* A request that came too late needs no hearing, and a decision that tells of none in time is right. */
static void check_asked(Check *check, const CaseGroup *group)
{
    static const char *const words[] = {"听证", NULL};
    const CaseRules *rules = check->in->rules->cases;
    const Request request = request_find(group, rules->askings, rules->no_askings);
    const Field *asked = document_value(group->speaking, "hearing-asked");
    if ((!request.file && !asked) || is_handled(check, group))
        return;
    const Field *denial = asked ? NULL : denial_of(group->speaking, words);
    const Day day = request.document ? document_day(request.document, "document-date") : DAY_NONE;
    const Day served = offer_served(check, group).day;
    const bool dated = day != DAY_NONE && served != DAY_NONE,
               late = dated && day > limit_last_day(check->in->rules, limit_rule(check->in->rules, "notice"), served);
    if (late && denial)
        return;
    Finding *finding =
        check_add(check, "LAW-018", NULL, group, request.file ? request.file : group->speaking_file,
                  request.document ? request.document->first : request.file ? NULL : asked->place);
    if (!request.file)
        param_quote(finding, "quote", asked->quote);
    if (day != DAY_NONE)
        param_day(finding, "asked", day);
    if (dated && day >= served && !late)
        param_day(finding, "served", served);
    if (denial) {
        finding_param(finding, "other-file", group->speaking_file->facts->path);
        finding_param(finding, "other-place", denial->place);
        param_quote(finding, "denial", denial->value);
    }
}

static void check_defence(Check *check, const CaseGroup *group)
{
    static const char *const words[] = {"陈述", "申辩", NULL};
    const CaseRules *rules = check->in->rules->cases;
    const Request request = request_find(group, rules->defences, rules->no_askings);
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

typedef struct { const Check *check; const CaseGroup *group; Day told; Dated hearing; } Announced;

static void look_announced(const SubFile *file, const Document *document, gpointer data)
{
    Announced *announced = data;
    Dated held = {document_day(document, "hearing-date"), file, document, document_value(document, "hearing-date")};
    if (held.day != DAY_NONE && held.day >= announced->hearing.day)
        announced->hearing = held;
    if (strcmp(document->type, "hearing-notice") != 0)
        return;
    Dated served = dated_service(announced->check, announced->group, "hearing-notice", document, DAY_NONE);
    Day told = served.day != DAY_NONE ? served.day : document_day(document, "document-date");
    if (told != DAY_NONE && (announced->told == DAY_NONE || told < announced->told))
        announced->told = told;
}

/* The hearing against the first notice of it: one that was put off needs no other seven days.  A scan may be an earlier
 * notice, and the party may give the days up. */
static void check_announced(Check *check, const CaseGroup *group)
{
    static const char *const earlier[] = {"提前", NULL};
    Announced announced = {.check = check, .group = group, .told = DAY_NONE};
    casegroup_each_of(group, "hearing-notice hearing-record", look_announced, &announced);
    const LimitRule *limit = limit_rule(check->in->rules, "hearing-notice");
    Day told = announced.told, held = announced.hearing.day;
    if (told == DAY_NONE || held == DAY_NONE || held < told || held >= told + limit->amount ||
        law_has_unread(group, "hearing-notice") || casegroup_count(group, "waiver") > 0 || law_has_paper(group, earlier))
        return;
    law_add(check, group, limit, "short-notice", told, &announced.hearing);
}

static bool is_decided(const CaseGroup *group)
{
    return group->speaking && g_str_has_suffix(group->speaking->type, "-decision");
}

/* The scan of another notice cannot be read; it may be the paper that offers the hearing. */
void hearing_check(Check *check, CaseGroup *group)
{
    if (is_decided(group)) {
        check_defence(check, group);
        if (!check_defence_missing(check, group))
            check_defence_answered(check, group);
    }
    check_announced(check, group);
    if (casegroup_count(group, "hearing-notice") > 0 || casegroup_count(group, "hearing-record") > 0)
        return;
    if (is_decided(group)) {
        check_asked(check, group);
        check_held(check, group);
    }
    if (law_has_other_scan(group, "penalty-notice"))
        return;
    CaseWalk notices = {check, group};
    casegroup_each_document(group, look_notice, &notices);
}
