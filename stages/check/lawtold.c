/* EXT-002, notice, discussion, approval and proposed: a decision that says something else than its notice told (provisions,
 * and the figures of a daily penalty), a fine other than the one that was agreed on, a letter of transfer under another
 * provision than was approved, and a report that proposes a penalty under another than notice and decision. */
#include <string.h>

#include "lawdates.h"
#include "text.h"

typedef struct { const SubFile *file; const Document *document; } Paper;

static bool is_provision(const ToldRule *rule)
{
    return g_str_has_prefix(rule->field, "laws-");
}

static bool part_fits(const char *a, const char *b)
{
    return a[0] == '\0' || b[0] == '\0' || strcmp(a, b) == 0;
}

/* Whether A and B, "law|article|paragraph|item", are one provision as far as law, article and, where both name one, paragraph and item go. */
static bool is_same_provision(const char *a, const char *b)
{
    enum { LAW, ARTICLE, PARAGRAPH, ITEM, PARTS };
    g_auto(GStrv) one = g_strsplit(a, "|", PARTS), other = g_strsplit(b, "|", PARTS);
    if (g_strv_length(one) < PARTS || g_strv_length(other) < PARTS)
        return text_same(a, b);
    return text_same(one[LAW], other[LAW]) && text_same(one[ARTICLE], other[ARTICLE]) && part_fits(one[PARAGRAPH], other[PARAGRAPH]) &&
           part_fits(one[ITEM], other[ITEM]);
}

bool law_is_procedural(const Check *check, const char *value)
{
    const GPtrArray *laws = check->in->rules->cases->procedural;
    for (guint i = 0; i < laws->len; i++)
        if (g_str_has_prefix(value, laws->pdata[i]) && value[strlen(laws->pdata[i])] == '|')
            return true;
    return false;
}

/* The values of the field ID of DOCUMENT that are compared; free with g_ptr_array_unref. */
static GPtrArray *values_of(const Check *check, const ToldRule *rule, const Document *document, const char *id)
{
    GPtrArray *values = g_ptr_array_new();
    for (guint i = 0; document && i < document->fields->len; i++) {
        Field *field = document->fields->pdata[i];
        if (strcmp(field->id, id) == 0 && field->status == VALUE_VALID && !(is_provision(rule) && law_is_procedural(check, field->value)))
            g_ptr_array_add(values, field);
    }
    return values;
}

static bool is_same(const ToldRule *rule, const Field *a, const Field *b)
{
    return is_provision(rule) ? is_same_provision(a->value, b->value) : text_same(field_key(a), field_key(b));
}

static bool is_among(const ToldRule *rule, const GPtrArray *values, const Field *field)
{
    for (guint i = 0; i < values->len; i++)
        if (is_same(rule, values->pdata[i], field))
            return true;
    return false;
}

static bool have_one_in_common(const ToldRule *rule, const GPtrArray *a, const GPtrArray *b)
{
    for (guint i = 0; i < a->len; i++)
        if (is_among(rule, b, a->pdata[i]))
            return true;
    return false;
}

/* Whether A and B name an item each of one paragraph of one article. */
static bool are_items_of_one(const char *a, const char *b)
{
    const char *item = strrchr(a, '|'), *other = strrchr(b, '|');
    return item && other && item[1] != '\0' && other[1] != '\0' && item - a == other - b && strncmp(a, b, (size_t)(item - a)) == 0;
}

/* The item of DECIDED beside which TOLD names others of its paragraph alone, and the first of these in *OTHER; NULL for none, with *OTHER as
 * it was.  The decision may name another item that was told: one more is no departure. */
static const Field *item_apart(const ToldRule *rule, const GPtrArray *decided, const GPtrArray *told, const Field **other)
{
    const Field *found = NULL, *beside = NULL;
    for (guint i = 0; i < decided->len; i++) {
        const Field *one = decided->pdata[i];
        for (guint j = 0; j < told->len; j++) {
            const Field *its = told->pdata[j];
            if (!are_items_of_one(one->value, its->value))
                continue;
            if (is_among(rule, told, one) || is_among(rule, decided, its))
                return NULL;
            beside = found ? beside : its;
            found = found ? found : one;
        }
    }
    *other = found ? beside : *other;
    return found;
}

static void param_value(Finding *finding, const char *name, const Field *field)
{
    param_quote(finding, name, field_quote(field));
}

/* Whether the parameter NAME is what FIELD quotes, which is more than its value. */
static bool is_quoted(const Finding *finding, const char *name, const Field *field)
{
    Finding *asked = record_new(&finding_type);
    param_value(asked, name, field);
    bool same = field->quote && strcmp(field->quote, field->value) != 0 &&
                g_strcmp0(finding_value(finding, name), finding_value(asked, name)) == 0;
    record_free(&finding_type, asked);
    return same;
}

/* Two figures of one line, the first day and the last day of a term, differ from one other line: told once. */
static bool join(Check *check, const ToldRule *rule, const SubFile *file, const Field *says,
                 const SubFile *other_file, const Field *other)
{
    Finding *last = check->findings->len > 0 ? check->findings->pdata[check->findings->len - 1] : NULL;
    if (!last || g_strcmp0(last->variant, "notice") != 0 || strcmp(last->file, file->facts->path) != 0 ||
        g_strcmp0(last->place, says->place) != 0 || !is_quoted(last, "quote", says) ||
        !is_quoted(last, "other-quote", other) ||
        g_strcmp0(finding_value(last, "other-file"), other_file->facts->path) != 0)
        return false;
    g_autofree char *fields = g_strdup_printf("%s %s", finding_value(last, "field"), rule->field);
    finding_set(last, "field", fields);
    return true;
}

static void compare(Check *check, const CaseGroup *group, const ToldRule *rule, Paper decision, const Dated *notice)
{
    g_autoptr(GPtrArray) decided = values_of(check, rule, decision.document, rule->field),
                         told = values_of(check, rule, notice->document, rule->as);
    if (decided->len == 0 || told->len == 0)
        return;
    const Field *other = told->pdata[0], *apart = is_provision(rule) ? item_apart(rule, decided, told, &other) : NULL;
    if (!apart && have_one_in_common(rule, decided, told))
        return;
    const Field *says = apart ? apart : decided->pdata[0];
    if (!is_provision(rule) && join(check, rule, decision.file, says, notice->file, other))
        return;
    Finding *finding = check_add(check, "EXT-002", "notice", group, decision.file, says->place);
    finding_param(finding, "field", rule->field);
    finding_param(finding, "value", says->value);
    finding_param(finding, "doctype", decision.document->type);
    param_value(finding, "quote", says);
    finding_param(finding, "other-value", other->value);
    finding_param(finding, "other-doctype", notice->document->type);
    param_value(finding, "other-quote", other);
    finding_param(finding, "other-file", notice->file->facts->path);
    finding_param(finding, "other-place", other->place);
}

static void look_decision(const SubFile *file, const Document *document, gpointer data)
{
    const CaseWalk *decisions = data;
    const GPtrArray *rules = decisions->check->in->rules->cases->told;
    Dated notice = {0};
    for (guint i = 0; i < rules->len; i++) {
        const ToldRule *rule = rules->pdata[i];
        if (!word_in_list(rule->in, ' ', document->type))
            continue;
        if (!notice.document)
            notice = dated_notice(decisions->group, document, dated_decision(file, document).day);
        compare(decisions->check, decisions->group, rule, (Paper){file, document}, &notice);
    }
}

/* ---- the fine that was agreed on ---- */

typedef struct {
    const CaseGroup *group;
    const Document *decision;
    const Field *fine; /* its own */
    const Field *per_day, *original; /* of a daily penalty: sums that a discussion tells beside the total */
    Day notice; /* of the decision */
    Saying other;
    bool agreed;
} Discussions;

/* Whether the fines of one sentence, as of a firm and of who heads it, are FINE taken together. */
static bool is_sum_in_place(const Document *document, const Field *first, Decimal fine)
{
    enum { FEN = 2 };
    int64_t sum = 0;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        Decimal part = {0};
        if (strcmp(field->id, first->id) == 0 && g_strcmp0(field->place, first->place) == 0 &&
            decimal_parse(field->value, &part) && decimal_scale_up(&part, FEN) && part.scale == 0)
            sum += part.mantissa;
    }
    return decimal_scale_up(&fine, FEN) && fine.scale == 0 && fine.mantissa == sum;
}

static bool is_value_of(const Field *sum, const Field *known)
{
    return known && text_same(known->value, sum->value);
}

typedef struct { int64_t fen; bool any, said; } ToldFine;

static void look_told_fine(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    ToldFine *told = data;
    told->any |= document_value(document, "proposed-fine-yuan") != NULL;
    told->said |= law_says_fen(document, "proposed-fine-yuan", told->fen);
}

/* What the party was told, by this notice or by one that another one replaced: whether FEN, and any sum. */
static ToldFine told_fine(const CaseGroup *group, int64_t fen)
{
    ToldFine told = {.fen = fen};
    casegroup_each_of(group, "penalty-notice", look_told_fine, &told);
    return told;
}

/* Notes what DOCUMENT of FILE agrees on; EARLY is for what may have been on what to tell. */
static void note_agreed(Discussions *search, const SubFile *file, const Document *document, bool early)
{
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        Decimal fine = {0};
        int64_t sum;
        if (strcmp(field->id, "proposed-fine-yuan") != 0 || is_value_of(field, search->per_day) ||
            is_value_of(field, search->original) || !law_amount_fen(field, &sum) || !decimal_parse(search->fine->value, &fine))
            continue;
        search->agreed |= law_says_fen(search->decision, search->fine->id, sum) ||
                          (early && told_fine(search->group, sum).said) || is_sum_in_place(document, field, fine);
        search->other = (Saying){file, document, field};
    }
}

/* A discussion before the notice was on what to tell, and the party's answer may have changed that: so may have been one whose
 * day is not known.  Where no notice tells a sum it is not known what was told. */
static void look_discussion(const SubFile *file, const Document *document, gpointer data)
{
    Discussions *search = data;
    Day day = document_day(document, "document-date");
    bool before = day != DAY_NONE && search->notice != DAY_NONE && day < search->notice;
    if (!before || told_fine(search->group, 0).any)
        note_agreed(search, file, document, before || day == DAY_NONE);
}

/* The form on which the head approved the penalty, after the notice: known to be later. */
static void look_approved_fine(const SubFile *file, const Document *document, gpointer data)
{
    Discussions *search = data;
    Day day = document_day(document, "approved-on");
    if (day != DAY_NONE && search->notice != DAY_NONE && day > search->notice)
        note_agreed(search, file, document, false);
}

/* What was agreed on last counts: the discussion, and where none tells a sum, the approval. */
static void check_discussed(Check *check, const CaseGroup *group)
{
    if ((group->kind != KIND_PENALTY && group->kind != KIND_DAILY) || !group->speaking || !group->fine ||
        group->fine_file != group->speaking_file)
        return;
    Dated decision = dated_decision(group->speaking_file, group->speaking),
          notice = dated_notice(group, group->speaking, decision.day);
    Discussions search = {
        .group = group,
        .decision = group->speaking,
        .fine = group->fine,
        .per_day = document_value(group->speaking, "per-day-yuan"),
        .original = group->kind == KIND_DAILY ? law_original_penalty(group).fine : NULL,
        .notice = notice.day,
    };
    casegroup_each_of(group, "discussion-record", look_discussion, &search);
    const bool discussed = search.other.field != NULL;
    if (!discussed)
        casegroup_each_of(group, "investigation-report", look_approved_fine, &search);
    if (search.agreed || !search.other.field ||
        casegroup_replaced_says(group, "fine-yuan", field_key(search.other.field)))
        return;
    const Saying decided = {group->speaking_file, group->speaking, group->fine};
    contradiction_add_as(check, group, discussed ? "discussion" : "fine-approved", "fine-yuan", &decided, &search.other);
}

/* ---- the approval of a transfer and the letter ---- */

/* Whether A and B are of one law, and *FIT whether they may be one provision: an item that one leaves out fits. */
static bool same_law(const Field *a, const Field *b, bool *fit)
{
    g_auto(GStrv) one = g_strsplit(a->value, "|", 4), other = g_strsplit(b->value, "|", 4);
    if (g_strv_length(one) != 4 || g_strv_length(other) != 4 || strcmp(one[0], other[0]) != 0)
        return false;
    *fit = strcmp(one[1], other[1]) == 0 && part_fits(one[2], other[2]) && part_fits(one[3], other[3]);
    return true;
}

/* Both cite one law, and no provision of it in common. */
static void look_approval(const SubFile *file, const Document *document, gpointer data)
{
    static char field[] = "laws-basis";
    const ToldRule basis = {.field = field};
    const CaseWalk *transfer = data;
    const CaseGroup *group = transfer->group;
    g_autoptr(GPtrArray) letter = values_of(transfer->check, &basis, group->speaking, field),
                         approval = values_of(transfer->check, &basis, document, field);
    const Field *says = NULL, *other = NULL;
    for (guint i = 0; i < letter->len; i++) {
        for (guint j = 0; j < approval->len; j++) {
            bool fit = false;
            if (!same_law(letter->pdata[i], approval->pdata[j], &fit))
                continue;
            if (fit)
                return;
            says = says ? says : letter->pdata[i];
            other = other ? other : approval->pdata[j];
        }
    }
    if (!says)
        return;
    const Saying sent = {group->speaking_file, group->speaking, says}, approved = {file, document, other};
    contradiction_add_as(transfer->check, group, "approval", field, &sent, &approved);
}

static void check_approval(Check *check, const CaseGroup *group)
{
    if ((group->kind == KIND_DETENTION || group->kind == KIND_CRIME) && group->speaking)
        casegroup_each_of(group, "transfer-approval", look_approval, &(CaseWalk){check, group});
}

/* ---- the provisions that the report proposes ---- */

typedef struct { const ToldRule *rule; const GPtrArray *proposed; const Document *report; bool shared; } Proposal;

/* Whether a paper beside the report has one of its provisions, to whatever purpose: then the report is no slip, or was departed
 * from. */
static void look_shared(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    Proposal *search = data;
    for (guint i = 0; document != search->report && i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        for (guint j = 0; g_str_has_prefix(field->id, "laws-") && j < search->proposed->len; j++)
            search->shared |= is_same(search->rule, field, search->proposed->pdata[j]);
    }
}

/* Whether DOCUMENT has any of VALUES, to whatever purpose. */
static bool has_any(const ToldRule *rule, const Document *document, const GPtrArray *values)
{
    Proposal own = {.rule = rule, .proposed = values};
    look_shared(NULL, document, &own);
    return own.shared;
}

/* The field ID of REPORT, where the decision and its notice agree on another value; true when that was told. */
static bool check_proposal(Check *check, const CaseGroup *group, const Saying *report, const Document *notice, char *id)
{
    const ToldRule rule = {.field = id, .as = id};
    g_autoptr(GPtrArray) proposed = values_of(check, &rule, report->document, id),
                         decided = values_of(check, &rule, group->speaking, id), told = values_of(check, &rule, notice, id);
    Proposal search = {.rule = &rule, .proposed = proposed, .report = report->document};
    if (proposed->len == 0 || !have_one_in_common(&rule, decided, told) || has_any(&rule, report->document, decided))
        return false;
    casegroup_each_document(group, look_shared, &search);
    if (search.shared)
        return false;
    const Saying odd = {report->file, report->document, proposed->pdata[0]},
                 decision = {group->speaking_file, group->speaking, decided->pdata[0]};
    Finding *finding = contradiction_add_as(check, group, "proposed", id, &odd, &decision);
    finding_param(finding, "notice", notice->type);
    return true;
}

/* A discussion that was not read may have changed what was proposed. */
static void check_proposed(Check *check, const CaseGroup *group)
{
    static char basis[] = "laws-basis", violated[] = "laws-violated";
    Saying report = {0};
    report.document = casegroup_document(group, "investigation-report", &report.file);
    if (group->kind != KIND_PENALTY || !group->speaking || casegroup_count(group, "investigation-report") != 1 ||
        law_has_unread(group, "discussion-record"))
        return;
    const Dated decision = dated_decision(group->speaking_file, group->speaking),
                notice = dated_notice(group, group->speaking, decision.day);
    if (notice.document && !check_proposal(check, group, &report, notice.document, basis))
        check_proposal(check, group, &report, notice.document, violated);
}

void told_check(Check *check, CaseGroup *group)
{
    check_proposed(check, group);
    check_approval(check, group);
    casegroup_each_document(group, look_decision, &(CaseWalk){check, group});
    check_discussed(check, group);
}
