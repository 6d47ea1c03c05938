/* LAW-008: how long after its approval a case was transferred, by the letter and by what the police signed. */
#include <string.h>

#include "lawdates.h"
#include "text.h"

static const char approval_type_id[] = "transfer-approval";

typedef struct { Day transfer; Dated first, last; } ApprovalSearch;

static void look_approval(const SubFile *file, const Document *document, gpointer data)
{
    ApprovalSearch *search = data;
    Dated approval = {document_day(document, "approval-date"), file, document, document_value(document, "approval-date")};
    if (approval.day == DAY_NONE)
        return;
    if (!search->first.document)
        search->first = approval;
    if (approval.day <= search->transfer && approval.day >= search->last.day)
        search->last = approval;
}

/* Of several approvals the last before the transfer counts; none where it is not known when one of them was given, as it is a scan:
 * what comes before an approval stands for it only where there is none at all (SPEC 7). */
static Dated transfer_start(const CaseGroup *group, const char *otherwise, Day transfer)
{
    ApprovalSearch search = {.transfer = transfer};
    if (casegroup_may_hold_unread(group, approval_type_id, NULL))
        return (Dated){0};
    casegroup_each_of(group, approval_type_id, look_approval, &search);
    if (search.first.document)
        return search.last.document ? search.last : search.first;
    const SubFile *file = NULL;
    const Document *document = casegroup_document(group, approval_type_id, NULL) ? NULL : casegroup_document(group, otherwise, &file);
    return dated_of(file, document, "decision-date");
}

/* The transfer of a case file and the limit that it has to keep. */
typedef struct { const LimitRule *limit; bool crime; Dated letter, start; } Transfer;

/* 24 hours are taken as one day; the other limit counts working days. */
static bool is_late(const Check *check, const Transfer *transfer, Day day)
{
    return transfer->crime ? day > transfer->start.day + transfer->limit->amount
                           : limit_exceeded(check->in->rules, transfer->limit, transfer->start.day, day);
}

/* A receipt for what was handed over, and not for what became of it: the police enter, accept and decide later. */
static bool is_for_handover(const Document *receipt)
{
    static const char *const handed[] = {"移送", "移交", "接收", "签收", "交接", NULL},
                             *const later[] = {"受案", "立案", "受理", "接受案件", "接受证据", "拘留", "处罚", "不予", "情况", NULL};
    g_autofree char *title = receipt->title ? text_squeeze(receipt->title) : NULL;
    return title && text_has_any(title, handed) && !text_has_any(title, later);
}

/* When the police took the case over: as they say, and else as the day on which they signed lets one think. */
typedef struct { Dated said, implied; } Handed;

static void keep_first(Dated *first, const SubFile *file, const Document *document, const char *field)
{
    const Day day = document_day(document, field);
    if (day != DAY_NONE && (first->day == DAY_NONE || day < first->day))
        *first = (Dated){day, file, document, document_value(document, field)};
}

static void look_handed(const SubFile *file, const Document *document, gpointer data)
{
    Handed *handed = data;
    keep_first(&handed->said, file, document, "received-on");
    if (strcmp(document->type, "transfer-list") == 0 && document_value(document, "receipt"))
        keep_first(&handed->implied, file, document, "transfer-date");
    if (strcmp(document->type, "police-receipt") == 0 && is_for_handover(document))
        keep_first(&handed->implied, file, document, "document-date");
}

/* The letter is in time, but by all that the police signed they got the case too late. */
static void check_handed_over(Check *check, const CaseGroup *group, const Transfer *transfer)
{
    Handed handed = {.said = dated_service(check, group, group->speaking->type, group->speaking, DAY_NONE)};
    casegroup_each_of(group, "police-receipt transfer-list detention-transfer crime-transfer", look_handed, &handed);
    const bool is_said = handed.said.day != DAY_NONE;
    const Dated *taken = is_said ? &handed.said : &handed.implied, *other = &handed.implied;
    if (taken->day == DAY_NONE || taken->day < transfer->letter.day || !is_late(check, transfer, taken->day))
        return;
    Finding *finding = law_add(check, group, transfer->limit, transfer->crime ? "handed-over-day" : "handed-over",
                               transfer->start.day, taken);
    finding_param(finding, "doctype", taken->document->type);
    finding_param(finding, "start", transfer->start.document->type);
    param_day(finding, "letter", transfer->letter.day);
    if (!is_said || other->day == DAY_NONE || is_late(check, transfer, other->day) || other->document == taken->document)
        return;
    param_day(finding, "other", other->day);
    finding_param(finding, "other-file", other->file->facts->path);
    finding_param(finding, "other-place", other->field->place);
}

/* The other papers of the handover that bear a day as late as the letter's: with one of them mended the rest would stay. */
typedef struct { const Check *check; const Transfer *transfer; GString *places; } LateSearch;

static void look_late(const SubFile *file, const Document *document, gpointer data)
{
    const LateSearch *search = data;
    Handed handed = {{0}, {0}};
    look_handed(file, document, &handed);
    const Dated *taken = handed.said.day != DAY_NONE ? &handed.said : &handed.implied;
    if (taken->day != DAY_NONE && is_late(search->check, search->transfer, taken->day))
        saying_add_place(search->places, file, taken->field->place);
}

static void add_late(Check *check, const CaseGroup *group, const Transfer *transfer)
{
    g_autoptr(GString) places = g_string_new(NULL);
    Finding *finding = law_add(check, group, transfer->limit, transfer->crime ? "day" : NULL, transfer->start.day, &transfer->letter);
    finding_param(finding, "start", transfer->start.document->type);
    casegroup_each_of(group, "transfer-list police-receipt", look_late, &(LateSearch){check, transfer, places});
    if (places->len > 0)
        finding_param(finding, "others", places->str);
}

/* Without the form of approval, what the letter itself tells of it stands for it where the transfer is in time by that. */
static bool is_in_time_as_told(const Check *check, const CaseGroup *group, const Transfer *transfer)
{
    const Day told = document_day(group->speaking, "approval-date");
    const Transfer by_letter = {transfer->limit, transfer->crime, transfer->letter, {.day = told}};
    return told != DAY_NONE && told <= transfer->letter.day && !casegroup_document(group, approval_type_id, NULL) &&
           !is_late(check, &by_letter, transfer->letter.day);
}

void transfer_check(Check *check, const CaseGroup *group)
{
    const bool crime = group->kind == KIND_CRIME;
    if ((!crime && group->kind != KIND_DETENTION) || !group->speaking)
        return;
    Transfer transfer = {law_limit(check, crime ? "crime" : "detention"), crime,
                         dated_of(group->speaking_file, group->speaking, "transfer-date"), {0}};
    transfer.start = transfer_start(group, crime ? "investigation-report" : "penalty-decision", transfer.letter.day);
    if (transfer.start.day == DAY_NONE || transfer.letter.day == DAY_NONE)
        return;
    if (!is_late(check, &transfer, transfer.letter.day))
        check_handed_over(check, group, &transfer);
    else if (!is_in_time_as_told(check, group, &transfer))
        add_late(check, group, &transfer);
}

/* ---- LAW-009 on the same day ---- */

/* Whether SIDE ("first", "second") of ORDER, of LAW-009, is the day DATE of the approval form. */
static bool is_of_approval(const Finding *order, const char *side, const char *date)
{
    g_autofree char *doctype = g_strconcat(side, "-doctype", NULL);
    return g_strcmp0(finding_value(order, doctype), approval_type_id) == 0 && g_strcmp0(finding_value(order, side), date) == 0;
}

/* LAW-009 that has the day DATE of the approval form in the wrong order, unless it says that the other paper is the slip. */
static bool speaks_against_approval(const Finding *order, const char *date)
{
    const char *slip = finding_value(order, "slip");
    return (!slip || strcmp(slip, approval_type_id) == 0) &&
           (is_of_approval(order, "first", date) || is_of_approval(order, "second", date));
}

static void refer_group(Check *check, CaseGroup *group)
{
    const Finding *late, *order;
    for (guint at = 0; (late = told_next(check, "LAW-008", group, &at));) {
        const bool from_approval = g_strcmp0(finding_value(late, "start"), approval_type_id) == 0;
        for (guint next = 0; from_approval && !finding_value(late, "see") && (order = told_next(check, "LAW-009", group, &next));)
            if (speaks_against_approval(order, finding_value(late, "from")))
                finding_param((Finding *)late, "see", order->code);
    }
}

void transfers_refer(Check *check)
{
    check_each_group(check, refer_group);
}
