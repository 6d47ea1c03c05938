/* LAW-001 to 004, 010, 013 and 015: time limits, a fine over the one proposed, and one paid in part.  What cannot be dated is not judged; the sentences say that dates alone were looked at. */
#include <string.h>

#include "lawdates.h"
#include "oddpaper.h"
#include "text.h"

static bool exceeded(const Check *check, const char *id, Day from, Day to)
{
    return limit_exceeded(check->in->rules, law_limit(check, id), from, to);
}

enum { WRONG_YEAR_DAYS = 300 }; /* between the two where most likely the year is wrong */

/* An inspection so long before the filing, beyond the holiday table, that its working days need no counting. */
static void add_long_ago(Check *check, const CaseGroup *group, const Dated *inspection, const Dated *filing)
{
    Finding *finding =
        check_add(check, "LAW-001", "long-ago", group, inspection->file, inspection->field->place);
    param_day(finding, "from", inspection->day);
    param_day(finding, "to", filing->day);
    param_int(finding, "days", filing->day - inspection->day);
    param_int(finding, "limit", law_limit(check, "filing")->amount);
    param_noted_about(check, finding, group, law_limit(check, "filing")->about);
    int year, month, day;
    day_to_ymd(inspection->day, &year, &month, &day);
    if (filing->day - inspection->day > WRONG_YEAR_DAYS)
        param_int(finding, "year", year);
}

typedef struct { Day from, to, report; } ReportSearch;

static void look_report(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    ReportSearch *search = data;
    Day day = document_day(document, "document-date"), sampled = document_day(document, "sampling-date");
    if (day > search->from && day <= search->to && (sampled == DAY_NONE || sampled == search->from))
        search->report = MAX(search->report, day);
}

/* A paper that tells when the bureau got a report. */
static void look_received(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    ReportSearch *search = data;
    Day day = document_day(document, "report-received");
    if (day > search->from && day <= search->to)
        search->report = MAX(search->report, day);
}

/* The day of the report on the samples of the inspection, where it came in so late that the filing is in time: what it shows was
 * found with it (Order 8, art. 22).  DAY_NONE for none. */
static Day report_filed_on(const Check *check, const CaseGroup *group, Day inspection, Day filing)
{
    ReportSearch search = {inspection, filing, DAY_NONE};
    casegroup_each_of(group, "monitoring-report", look_report, &search);
    casegroup_each_document(group, look_received, &search);
    return search.report != DAY_NONE && !exceeded(check, "filing", search.report, filing) ? search.report : DAY_NONE;
}

typedef struct { Day day; GString *places; } InspectedOn;

static void look_inspected_on(const SubFile *file, const Document *document, gpointer data)
{
    InspectedOn *search = data;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, "inspection-dates") != 0 || day_parse_iso(field->value) != search->day)
            continue;
        saying_add_place(search->places, file, field->place);
        return;
    }
}

/* "inspected": where the papers of GROUP, each once, have the day DAY of the inspection. */
static void param_inspected(Finding *finding, const CaseGroup *group, Day day)
{
    g_autoptr(GString) places = g_string_new(NULL);
    InspectedOn search = {day, places};
    casegroup_each_document(group, look_inspected_on, &search);
    if (places->len > 0)
        finding_param(finding, "inspected", places->str);
}

bool law_filed_late(const Check *check, const CaseGroup *group, Day filing, Dated *inspection, Day *report)
{
    bool unread = casegroup_may_hold_unread(group, "inspection-record", NULL);
    *inspection = unread ? dated_inspection_told(group, filing) : dated_inspection(group, filing);
    *report = report_filed_on(check, group, inspection->day, filing);
    return !casegroup_may_hold_unread(group, "monitoring-report", NULL) && exceeded(check, "filing", inspection->day, filing);
}

static void check_filing(Check *check, CaseGroup *group)
{
    Dated filing = dated_filing(group), inspection = {0};
    const LimitRule *limit = law_limit(check, "filing");
    Day report = DAY_NONE;
    if (filing.day == DAY_NONE)
        return;
    if (law_filed_late(check, group, filing.day, &inspection, &report)) {
        Finding *finding = law_add(check, group, limit, report != DAY_NONE ? "on-report" : NULL, inspection.day, &filing);
        param_inspected(finding, group, inspection.day);
        if (report != DAY_NONE)
            param_day(finding, "report", report);
        return;
    }
    if (report == DAY_NONE && !casegroup_may_hold_unread(group, "monitoring-report", NULL) &&
        limit_surely_exceeded(check->in->rules, limit, inspection.day, filing.day))
        add_long_ago(check, group, &inspection, &filing);
}

bool law_has_stopped(const CaseGroup *group)
{
    static const char *const words[] = {"鉴定", "公告", NULL};
    return casegroup_count(group, "hearing-record") > 0 || law_has_paper(group, words);
}

typedef struct { Day from, until, days; } Announcing;

static void look_announced(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    enum { DAYS_MAX = 90 };
    Announcing *search = data;
    const Field *term = document_value(document, "notice-days");
    Day day = document_day(document, "document-date");
    int64_t days;
    if (term && day >= search->from && day <= search->until && text_integer(term->value, &days) && days > 0 &&
        days <= DAYS_MAX)
        search->days = MAX(search->days, MIN((Day)days, search->until - day));
}

/* How many days from FILING to DECIDED ran while a paper was served by public notice: they do not count (Order 8, art. 55). */
static Day days_announced(const CaseGroup *group, Day filing, Day decided)
{
    Announcing search = {.from = filing, .until = decided};
    if (filing != DAY_NONE && decided != DAY_NONE)
        casegroup_each_document(group, look_announced, &search);
    return search.days;
}

bool law_decided_late(const Check *check, const CaseGroup *group, Day filing, Dated *decided)
{
    const SubFile *file = NULL;
    const Document *decision = law_document(group, "penalty-decision", &file);
    *decided = dated_decision(file, decision);
    return exceeded(check, "decision", filing, decided->day) &&
           exceeded(check, "decision", filing + days_announced(group, filing, decided->day), decided->day);
}

/* How long the decision took, by the decision that ends the case that was filed. */
static void check_duration(Check *check, CaseGroup *group)
{
    Dated filing = dated_filing(group), decided;
    if (law_decided_late(check, group, filing.day, &decided))
        law_add_late(check, group, law_limit(check, "decision"), law_has_stopped(group) ? "stopped" : NULL, "rest-day", filing.day,
                     &decided);
}

/* Whether the receipt of the notice that GROUP lacks lies in it: beside those of the original penalty's, of which a daily file
 * without any notice has one. */
static bool notice_was_served(const Check *check, const CaseGroup *group)
{
    const int aside = casegroup_receipts_aside(group, "penalty-notice"),
              others = group->kind == KIND_DAILY ? MAX(aside, 1) : aside;
    return casegroup_receipts(check->in->rules, group, "penalty-notice") > others;
}

/* The decision itself says that the notice was served on a day that would be in time, which is not that of the RECEIPT: the receipt is
 * apparently the slip. */
static void tell_given(Finding *finding, const CaseGroup *group, const Dated *receipt, Day earliest, Day latest)
{
    const Field *given = document_value(group->speaking, "notice-given-on");
    const Day day = given && given->status == VALUE_VALID ? day_parse_iso(given->value) : DAY_NONE;
    if (day == DAY_NONE || day == receipt->day || day < earliest || day > latest || !receipt->document ||
        strcmp(receipt->document->type, "service-receipt") != 0)
        return;
    finding_param(finding, "given", given->value);
    finding_param(finding, "given-place", given->place);
    finding_param(finding, "slip", receipt->document->type);
    finding_param(finding, "receipt-file", receipt->file->facts->path);
    finding_param(finding, "receipt-place", receipt->field->place);
}

static void check_notice(Check *check, CaseGroup *group)
{
    bool asks = group->kind == KIND_PENALTY || group->kind == KIND_DAILY;
    if (!asks || !group->speaking_file)
        return;
    if (casegroup_count(group, "penalty-notice") == casegroup_aside(group, "penalty-notice")) {
        g_autofree char *original = casegroup_files_aside(group, "penalty-notice");
        Finding *finding = check_add(check, "LAW-003", original ? "daily" : NULL, group, group->speaking_file, NULL);
        finding_param(finding, "doctype", casegroup_speaking_type(check->in->rules, group));
        finding_param(finding, "notice", "penalty-notice");
        if (original)
            finding_param(finding, "original", original);
        param_receipt(finding, notice_was_served(check, group));
        return;
    }
    Dated decided = dated_decision(group->speaking_file, group->speaking);
    Dated notice = dated_notice(group, group->speaking, decided.day);
    Dated served = dated_service(check, group, "penalty-notice", notice.document, decided.day);
    Day told = served.day == DAY_NONE ? document_day(group->speaking, "notice-date") : DAY_NONE;
    bool is_told = told > notice.day && told <= decided.day; /* 于10月25日送达告知书: the decision knows when, the receipt was not read */
    Day from = served.day != DAY_NONE ? served.day : is_told ? told : notice.day;
    const LimitRule *limit = law_limit(check, "notice");
    if (from == DAY_NONE || decided.day == DAY_NONE || decided.day >= from + limit->amount)
        return;
    Finding *finding = law_add_hasty(check, group, false, from, &decided);
    if (g_strcmp0(finding->variant, "waived") != 0)
        tell_given(finding, group, &served, notice.day, decided.day - (Day)limit->amount);
    if (served.day == DAY_NONE)
        finding_param(finding, is_told ? "told" : "made", is_told ? group->speaking->type : notice.document->type);
}

static bool is_one(const Finding *finding, gconstpointer one)
{
    return finding == one;
}

/* The notice is what has to be looked at, in every copy of it: it becomes the place of FINDING, which was that of the decision. */
static void turn_to_notice(Finding *finding, const Saying *notice)
{
    g_autofree char *file = g_strdup(finding->file), *place = g_strdup(finding->place);
    finding_turn_to(finding, notice);
    finding_drop(finding, "other-file");
    finding_drop(finding, "other-place");
    finding_param(finding, "decided-file", file);
    finding_param(finding, "decided-place", place);
}

/* That the report proposed what was decided, and the NOTICE less, follows from one slip, and is told with it. */
static void take_report(Check *check, const CaseGroup *group, Finding *heavier, const Field *fine, const Saying *notice)
{
    const Field *proposed = notice->field;
    const Finding *told;
    for (guint at = 0; (told = told_next(check, "EXT-002", group, &at));) {
        if (g_strcmp0(told->variant, "told") != 0 ||
            g_strcmp0(finding_value(told, "field"), "proposed-fine-yuan") != 0 ||
            g_strcmp0(finding_value(told, "value"), fine->value) != 0 ||
            g_strcmp0(finding_value(told, "other-value"), proposed->value) != 0)
            continue;
        finding_param(heavier, "agree", finding_value(told, "doctype"));
        finding_param(heavier, "agree-file", told->file);
        finding_param(heavier, "agree-place", told->place);
        turn_to_notice(heavier, notice);
        check_fold(check, is_one, told);
        return;
    }
}

/* Whether the file shows why less was decided than proposed: a defence, a hearing, a ground of mitigation. */
static bool tells_why_lighter(const CaseGroup *group, const Document *decision)
{
    static const char *const fields[] = {"mitigated", "defended", "defence-told", "defence-answered", "hearing-asked"};
    static const char *const words[] = {"陈述", "申辩", "复核", "听证笔录", "听证通知", "减轻", "从轻", NULL};
    for (size_t i = 0; i < G_N_ELEMENTS(fields); i++)
        if (document_value(decision, fields[i]))
            return true;
    return casegroup_count(group, "hearing-record") > 0 || law_has_paper(group, words);
}

/* A notice by which the firm was told again was handed in as a scan: 行政处罚事先告知书（重新告知）.jpg. */
static bool is_told_again_on_a_scan(const CaseGroup *group)
{
    static const char *const again[] = {"重新", "再次", "第二次", "二次", NULL};
    const GPtrArray *files = casegroup_apart(group, "penalty-notice");
    for (guint i = 0; files && i < files->len; i++)
        if (text_has_any(((const SubFile *)files->pdata[i])->base, again))
            return true;
    return false;
}

/* Whether DECISION and NOTICE have an amount in common, however many each of them says. */
static bool proposed_it(const Document *decision, const Document *notice)
{
    int64_t fen;
    for (guint i = 0; i < notice->fields->len; i++) {
        const Field *field = notice->fields->pdata[i];
        if (strcmp(field->id, "proposed-fine-yuan") == 0 && law_amount_fen(field, &fen) && law_says_fen(decision, "fine-yuan", fen))
            return true;
    }
    return false;
}

/* LAW-013: another fine than the notice proposed, in the same case: a higher one, or a lower one without a reason; the last
 * notice before the decision. */
static void check_proposed(Check *check, CaseGroup *group)
{
    const Penalty penalty = law_penalty(group);
    if (!penalty.fine)
        return;
    Dated decided = dated_decision(penalty.file, penalty.decision),
          notice = dated_notice(group, penalty.decision, decided.day);
    const Field *proposed = document_value(notice.document, "proposed-fine-yuan");
    Decimal fine = {0}, planned = {0};
    if (!proposed || proposed->status != VALUE_VALID || !decimal_parse(penalty.fine->value, &fine) ||
        !decimal_parse(proposed->value, &planned) || proposed_it(penalty.decision, notice.document))
        return;
    int heavier = decimal_compare(fine, planned);
    if ((heavier < 0 && tells_why_lighter(group, penalty.decision)) || is_told_again_on_a_scan(group))
        return;
    Finding *finding = check_add(check, "LAW-013", heavier > 0 ? NULL : "lighter", group, penalty.fine_file,
                                 penalty.fine->place);
    finding_param(finding, "fine", penalty.fine->value);
    finding_param(finding, "proposed", proposed->value);
    finding_param(finding, "other-file", notice.file->facts->path);
    finding_param(finding, "other-place", proposed->place);
    take_report(check, group, finding, penalty.fine, &(Saying){notice.file, notice.document, proposed});
}

bool law_has_unread(const CaseGroup *group, const char *type)
{
    for (guint i = 0; i < group->files->len; i++)
        if (subfile_is_unread(group->files->pdata[i], type))
            return true;
    return group->refused;
}

/* Any of the papers of TYPE that were read has the word in its title. */
typedef struct { const char *word; bool found; } TitleWord;

static void look_title_word(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    TitleWord *search = data;
    g_autofree char *title = document->title ? text_squeeze(document->title) : NULL;
    search->found |= title && strstr(title, search->word);
}

/* The name of SCAN has numbers, and none of them is that of a paper that was read. */
static bool has_strange_number(const CaseGroup *group, const SubFile *scan)
{
    return scan->facts->named_numbers->len > 0 && !subfile_names_one_of(scan, group->numbered);
}

bool law_has_other_scan(const CaseGroup *group, const char *type)
{
    TitleWord hearing = {.word = "听证"};
    casegroup_each_of(group, type, look_title_word, &hearing);
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        if (!subfile_is_scan(file) || !subfile_stands_for(file, type))
            continue;
        g_autofree char *name = text_squeeze(file->base);
        if (has_strange_number(group, file) || (!hearing.found && strstr(name, hearing.word)))
            return true;
    }
    return false;
}

/* True when PAID is what is OWED (fen) with a surcharge of 3 % for each of some days, no more than that itself
 * (Administrative Penalties Law 1996, art. 51; Administrative Compulsion Law, art. 45). */
static bool is_with_surcharge(int64_t owed, int64_t paid)
{
    return owed > 0 && paid <= 2 * owed && (paid - owed) * 100 % (3 * owed) == 0;
}

/* LAW-015: the only payment receipt shows less than the fine and the case is closed, or more than is owed.  Several
 * receipts, or one that cannot be read, may be instalments. */
static void check_paid(Check *check, CaseGroup *group)
{
    if (group->kind != KIND_PENALTY || !group->fine || casegroup_count(group, "payment-receipt") != 1 ||
        law_has_unread(group, "payment-receipt"))
        return;
    const SubFile *file = NULL;
    const Field *paid = document_value(casegroup_document(group, "payment-receipt", &file), "fine-yuan");
    int64_t fine, sum;
    if (!law_amount_fen(group->fine, &fine) || !law_amount_fen(paid, &sum) || law_says_fen(group->fine_document, "fine-yuan", sum))
        return;
    bool over = sum > fine && !is_with_surcharge(fine, sum),
         under = sum < fine && casegroup_count(group, "closing-form") > 0;
    if (!over && !under)
        return;
    Finding *finding = check_add(check, "LAW-015", over ? "over" : NULL, group, file, paid->place);
    finding_param(finding, "paid", paid->value);
    finding_param(finding, "fine", group->fine->value);
}

/* LAW-015, closing: a closing form that tells a smaller sum as the whole fine. */
static void look_paid_up(const CaseWalk *closings, const SubFile *file, const Document *form)
{
    const CaseGroup *group = closings->group;
    const Field *paid = document_value(form, "paid-up-yuan");
    int64_t fine, sum;
    if (group->kind != KIND_PENALTY || !law_amount_fen(group->fine, &fine) || !law_amount_fen(paid, &sum) || sum >= fine ||
        law_says_fen(group->fine_document, "fine-yuan", sum) ||
        casegroup_count(group, "payment-receipt") > 1)
        return;
    Finding *finding = check_add(closings->check, "LAW-015", "closing", group, file, paid->place);
    finding_param(finding, "paid", paid->value);
    finding_param(finding, "fine", group->fine->value);
    param_quote(finding, "quote", paid->quote);
}

/* LAW-015, unfinished: a closing form that says itself that the fine is not paid up or the violation goes on. */
static void look_closing(const SubFile *file, const Document *document, gpointer data)
{
    const CaseWalk *closings = data;
    if (strcmp(document->type, "closing-form") != 0)
        return;
    look_paid_up(closings, file, document);
    const Field *unfinished = document_value(document, "unfinished");
    if (!unfinished)
        return;
    Finding *finding = check_add(closings->check, "LAW-015", "unfinished", closings->group, file, unfinished->place);
    param_quote(finding, "quote", unfinished->value);
}

/* What was posted within the term is in time: how long it was on its way does not count (令第8号第七十九条). */
static bool was_posted_in_time(const Check *check, const Dated *decided, const Dated *served)
{
    const bool by_post = served->document && law_was_served(served->document, "邮寄");
    const Day posted = by_post ? document_day(served->document, "posted-on") : DAY_NONE;
    return posted != DAY_NONE && posted >= decided->day && !exceeded(check, "service", decided->day, posted);
}

static void check_service(Check *check, CaseGroup *group)
{
    if ((group->kind != KIND_PENALTY && group->kind != KIND_DAILY) || !group->speaking)
        return;
    Dated decided = dated_decision(group->speaking_file, group->speaking);
    Dated served = dated_service(check, group, group->speaking->type, group->speaking, DAY_NONE);
    bool in_public = served.document && law_was_served(served.document, "公告"); /* counts as served sixty days later */
    if (!in_public && exceeded(check, "service", decided.day, served.day) &&
        !was_posted_in_time(check, &decided, &served))
        law_add_late(check, group, law_limit(check, "service"), NULL, "rest-day", decided.day, &served);
}

/* ---- court enforcement ---- */

/* The application waits until the term to sue has ended (Administrative Compulsion Law, art. 53;
 * Administrative Litigation Law 2014, art. 46).  With a review or a judgment in the file another term may count. */
static void check_suit(Check *check, const CaseGroup *group, Day served, const Dated *application)
{
    static const char *const words[] = {"复议", "判决", NULL};
    const LimitRule *limit = law_limit(check, "suit");
    if (served == DAY_NONE || application->day == DAY_NONE ||
        limit_exceeded(check->in->rules, limit, served, application->day) || law_has_paper(group, words))
        return;
    law_add(check, group, limit, "suit", served, application);
}

/* Whoever may still pay is not yet in default (Administrative Penalties Law 1996, art. 46; Administrative Compulsion Law, art. 53).  One
 * made before the decision was served is LAW-009.  Within the term to sue many bureaus demand, and no law forbids it. */
static void check_demand(Check *check, const CaseGroup *group, const SubFile *file, const Document *demand, Day served)
{
    Dated made = dated_of(file, demand, "demand-date");
    const LimitRule *limit = law_limit(check, "payment");
    if (served == DAY_NONE || made.day == DAY_NONE || made.day < served || limit_exceeded(check->in->rules, limit, served, made.day))
        return;
    law_add(check, group, limit, "early-demand", served, &made);
}

/* When DECISION was served, as the application and the demand tell it; without a day where they tell two. */
static Dated service_told(const CaseGroup *group, const Document *decision)
{
    Dated asked = dated_find(group, "enforcement-application", "service-date"),
          demanded = dated_find(group, "demand", "service-date"), told = asked.day != DAY_NONE ? asked : demanded;
    bool two = asked.day != DAY_NONE && demanded.day != DAY_NONE && asked.day != demanded.day;
    return two || !decision || told.day < document_day(decision, "decision-date") ? (Dated){0} : told;
}

static void check_late(Check *check, const CaseGroup *group, const Document *decision, Day served, const Dated *application)
{
    const Dated told = served == DAY_NONE ? service_told(group, decision) : (Dated){0};
    Day from = served == DAY_NONE ? told.day : served;
    if (!exceeded(check, "application", from, application->day))
        return;
    Finding *finding = law_add_late(check, group, law_limit(check, "application"), "late", "late-rest-day", from, application);
    finding_param(finding, "told", told.document ? told.document->type : NULL);
}

static void check_application(Check *check, CaseGroup *group)
{
    if (group->kind != KIND_ENFORCEMENT || !group->speaking)
        return;
    const SubFile *file = NULL;
    Dated application = dated_of(group->speaking_file, group->speaking, "application-date");
    const Document *demand = casegroup_document(group, "demand", &file);
    Dated demanded = dated_service(check, group, "demand", demand, DAY_NONE);
    if (demanded.day == DAY_NONE)
        demanded = dated_find(group, "enforcement-application demand", "demand-service-date");
    const LimitRule *wait = law_limit(check, "demand");
    bool reversed = document_day(demand, "demand-date") >= application.day; /* LAW-009 tells it */
    int waited = demanded.day == DAY_NONE || application.day == DAY_NONE ? -1 : workdays_between(check->in->rules->workdays, demanded.day, application.day);
    if (waited >= 0 && waited < wait->amount && !reversed)
        law_add(check, group, wait, NULL, demanded.day, &application);
    const Document *decision = casegroup_document(group, "penalty-decision", NULL);
    Dated served = dated_service(check, group, "penalty-decision", decision, DAY_NONE);
    check_demand(check, group, file, demand, served.day);
    check_late(check, group, decision, served.day, &application);
    check_suit(check, group, served.day, &application);
}

/* What the party was not told to pay cannot be enforced (Administrative Compulsion Law, art. 54). */
static void check_surcharge(Check *check, CaseGroup *group)
{
    const SubFile *file = NULL;
    const Document *demand = casegroup_document(group, "demand", &file);
    const Field *asked =
        group->kind == KIND_ENFORCEMENT ? document_value(group->speaking, "surcharge") : NULL;
    if (!asked || !demand || casegroup_count(group, "demand") != 1 || document_value(demand, "surcharge"))
        return;
    Finding *finding = check_add(check, "LAW-010", "surcharge", group, group->speaking_file, asked->place);
    param_quote(finding, "quote", asked->value);
}

void law_check(Check *check, CaseGroup *group)
{
    if (group->kind == KIND_NONE || group->kind == KIND_AUDIT)
        return;
    check_filing(check, group);
    check_duration(check, group);
    check_notice(check, group);
    check_proposed(check, group);
    check_paid(check, group);
    casegroup_each_document(group, look_closing, &(CaseWalk){check, group});
    check_service(check, group);
    transfer_check(check, group);
    check_application(check, group);
    check_surcharge(check, group);
    daily_check(check, group);
    original_check(check, group);
    order_check(check, group);
    told_check(check, group);
    counted_once(check, group);
    officers_check(check, group);
    blankcertificates_check(check, group);
    lone_officer_check(check, group);
    hearing_check(check, group);
    terms_check(check, group);
    omitted_check(check, group);
    signed_check(check, group);
    papersigns_check(check, group);
    reportform_check(check, group);
    receiver_check(check, group);
    times_check(check, group);
    provisions_check(check, group);
    versions_check(check, group);
    scope_check(check, group);
    operator_check(check, group);
    subject_check(check, group);
    team_check(check, group);
    addressees_check(check, group);
    chair_check(check, group);
    spans_check(check, group);
    recusal_check(check, group);
    reasons_check(check, group);
    application_check(check, group);
    exceedance_check(check, group);
    enforced_check(check, group);
    confiscated_check(check, group);
    crime_check(check, group);
    recheck_check(check, group);
}
