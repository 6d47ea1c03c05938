/* The penalty on which a detention, a daily penalty or an application to the court rests: told, decided,
 * served and fined as in a penalty file, but as apparent; and an application before the term to sue has ended. */
#include "findingcases.h"

#define FACTORY "沅陵县乌有锰业有限公司"
#define DETENTION "案卷/拘留1/"
#define DAILY "案卷/按日1/"
#define COURT "案卷/强制执行1/"

/* ---- LAW-003: told ---- */

/* The detention's penalty was decided on 10 October, the daily penalty's original on 28 September. */
static void detention_told_on(Submitted *s, const char *day)
{
    set_field(s, DETENTION "回证1.docx", "service-date", day);
}
static void told_two_days_before(Submitted *s) { detention_told_on(s, "2016-10-08"); }
static void told_three_days_before(Submitted *s) { detention_told_on(s, "2016-10-07"); }
static void told_the_day_after(Submitted *s) { detention_told_on(s, "2016-10-11"); }
static void told_on_that_day(Submitted *s) { detention_told_on(s, "2016-10-10"); }

static void original_told_on(Submitted *s, const char *day)
{
    set_field(s, DAILY "原回证.docx", "service-date", day);
}
static void original_told_a_day_before(Submitted *s) { original_told_on(s, "2016-09-27"); }
static void original_told_three_days_before(Submitted *s) { original_told_on(s, "2016-09-25"); }
static void original_told_the_day_after(Submitted *s) { original_told_on(s, "2016-09-29"); }
/* The receipt of the daily penalty's notice, of October, tells nothing of the original's. */
static void only_the_daily_notice_served(Submitted *s)
{
    drop_files(s, DAILY "原回证.docx");
    drop_field(s, DAILY "回证3.docx", "served-number");
    set_field(s, DAILY "回证3.docx", "served-document", "告知书");
}
static void which_is_the_original_is_open(Submitted *s)
{
    original_told_a_day_before(s);
    put_document(s, DAILY "0决定书.docx", "penalty-decision", "doc-number", "沅环罚字〔2016〕78号", NULL);
}

/* ---- EXT-002 and REF-002: its day in its own case file and in the table ---- */

static void penalty_row(Submitted *s, const char *party, const char *day) { put_row(s, KIND_PENALTY, "沅环罚字〔2016〕30号", party, day, 80000); }
static void entered_on_another_day(Submitted *s) { penalty_row(s, FACTORY, "2016-10-11"); }
static void entered_on_its_day(Submitted *s) { penalty_row(s, FACTORY, "2016-10-10"); }
static void entered_for_another_party(Submitted *s) { penalty_row(s, "沅陵县子虚砖厂", "2016-10-11"); }
/* The letter and the decision differ, which is told as such. */
static void letter_tells_the_day_of_the_entry(Submitted *s)
{
    entered_on_another_day(s);
    set_field(s, DETENTION "移送书.docx", "original-decision-date", "2016-10-11");
    set_field(s, DETENTION "移送书.docx", "decision-number", "沅环罚字〔2016〕30号");
}
static void letter_tells_another_day(Submitted *s)
{
    entered_on_another_day(s);
    drop_files(s, DETENTION "决定书.docx");
    set_field(s, DETENTION "移送书.docx", "original-decision-date", "2016-10-10");
    set_field(s, DETENTION "移送书.docx", "decision-number", "沅环罚字〔2016〕30号");
}
/* Its own case file has the day of the entry: told with that. */
static void own_file_decided_on(Submitted *s, const char *day)
{
    put_penalty(s, "案卷/行政处罚30", 30, false);
    set_field(s, "案卷/行政处罚30/决定书.docx", "decision-date", day);
}
static void own_file_of_another_day(Submitted *s) { own_file_decided_on(s, "2016-10-11"); }
static void own_file_of_its_day(Submitted *s) { own_file_decided_on(s, "2016-10-10"); }
static void own_file_of_another_party(Submitted *s)
{
    own_file_of_another_day(s);
    set_field(s, "案卷/行政处罚30/决定书.docx", "party", "沅陵县子虚砖厂");
}
static void entered_as_its_own_file_is_dated(Submitted *s)
{
    entered_on_another_day(s);
    own_file_of_another_day(s);
}
static void entered_otherwise_than_both_files(Submitted *s)
{
    entered_on_another_day(s);
    own_file_of_its_day(s);
}

/* ---- LAW-004: served ---- */

static void detention_served_on(Submitted *s, const char *day)
{
    set_field(s, DETENTION "回证2.docx", "service-date", day);
}
static void served_on_the_eighth_day(Submitted *s) { detention_served_on(s, "2016-10-18"); }
static void served_on_the_seventh_day(Submitted *s) { detention_served_on(s, "2016-10-17"); }
/* 5 October is a holiday; Saturday the 8th is worked. */
static void original_served_on(Submitted *s, const char *day)
{
    set_field(s, DAILY "回证2.docx", "service-date", day);
}
static void served_after_the_holidays(Submitted *s) { original_served_on(s, "2016-10-09"); }
static void served_on_the_rolled_day(Submitted *s) { original_served_on(s, "2016-10-08"); }
static void original_served_in_time(Submitted *s) { original_served_on(s, "2016-10-05"); }
static void daily_closed_late(Submitted *s)
{
    drop_files(s, DAILY "回证2.docx");
    put_document(s, DAILY "结案.docx", "closing-form", "service-date", "2016-10-19", NULL);
}
/* The decision that is to be enforced is of 24 February. */
static void enforced_served_on(Submitted *s, const char *day)
{
    set_field(s, COURT "回证1.docx", "service-date", day);
}
static void enforced_served_late(Submitted *s) { enforced_served_on(s, "2016-03-03"); }
static void enforced_served_in_time(Submitted *s) { enforced_served_on(s, "2016-03-02"); }

/* ---- LAW-013 and 017: the fine ---- */

/* 80,000 yuan in the detention file, 50,000 in the daily one. */
static void propose(Submitted *s, const char *path, const char *fine)
{
    set_field(s, path, "proposed-fine-yuan", fine);
}
static void less_was_proposed(Submitted *s) { propose(s, DETENTION "告知书.docx", "60000.00"); }
static void as_much_was_proposed(Submitted *s) { propose(s, DETENTION "告知书.docx", "80000"); }
static void less_than_the_original_proposed(Submitted *s) { propose(s, DAILY "原告知书.docx", "30000.00"); }
static void more_than_the_original_proposed(Submitted *s) { propose(s, DAILY "原告知书.docx", "60000.00"); }

static void quote_range(Submitted *s, const char *path, const char *least, const char *most)
{
    Document *decision = the_document(s, path);
    add_field(decision, "fine-least-yuan", least);
    add_field(decision, "fine-most-yuan", most);
}
static void say_fine(Submitted *s, const char *path, const char *quote)
{
    Field *fine = (Field *)document_field(the_document(s, path), "fine-yuan");
    quote_field(fine, quote);
}
static void fine_above(Submitted *s)
{
    quote_range(s, DETENTION "决定书.docx", "10000.00", "50000.00");
    say_fine(s, DETENTION "决定书.docx", "罚款人民币80000元");
}
static void fine_at_the_top(Submitted *s)
{
    quote_range(s, DETENTION "决定书.docx", "10000.00", "80000.00");
    say_fine(s, DETENTION "决定书.docx", "罚款人民币80000元");
}
static void original_fine_below(Submitted *s) { quote_range(s, DAILY "决定书.docx", "100000.00", "1000000.00"); }
static void original_fine_at_the_bottom(Submitted *s)
{
    quote_range(s, DAILY "决定书.docx", "50000.00", "1000000.00");
}

/* ---- SET-005: papers ---- */

static void detention_without(Submitted *s, const char *file)
{
    g_autofree char *path = g_strconcat(DETENTION, file, NULL);
    drop_files(s, path);
}
static void not_told(Submitted *s) { detention_without(s, "告知书.docx"); }
static void told_on_a_scan(Submitted *s)
{
    not_told(s);
    put_scan(s, DETENTION "处罚告知书.jpg", "notice", "penalty-notice", NULL);
}
static void receipt_of_the_notice_missing(Submitted *s) { detention_without(s, "回证1.docx"); }
static void receipt_of_the_notice_as_scan(Submitted *s)
{
    receipt_of_the_notice_missing(s);
    put_scan(s, DETENTION "送达回证（告知书）.jpg", "receipt", "service-receipt", NULL);
}
static void receipt_of_the_decision_missing(Submitted *s) { detention_without(s, "回证2.docx"); }
static void receipt_that_does_not_tell(Submitted *s)
{
    receipt_of_the_decision_missing(s);
    put_scan(s, DETENTION "送达回证.jpg", "receipt", "service-receipt", NULL);
}
static void no_decision_at_all(Submitted *s)
{
    not_told(s);
    detention_without(s, "决定书.docx");
}
static void original_not_told(Submitted *s) { drop_files(s, DAILY "原告知书.docx"); }
static void original_told_on_a_scan(Submitted *s)
{
    original_not_told(s);
    put_scan(s, DAILY "告知书（原处罚）.jpg", "notice", "penalty-notice", NULL);
}
static void only_the_daily_receipt(Submitted *s) { drop_files(s, DAILY "原回证.docx"); }
static void court_file_without_notice(Submitted *s) { drop_files(s, COURT "受理.docx"); } /* it never had one */

/* ---- LAW-010: the term to sue ---- */

/* The decision was served on 25 February: it ends with 25 August. */
static void applied_on(Submitted *s, const char *day)
{
    set_field(s, COURT "申请书.docx", "application-date", day);
}
static void applied_on_the_last_day_to_sue(Submitted *s) { applied_on(s, "2016-08-25"); }
static void applied_the_day_after(Submitted *s) { applied_on(s, "2016-08-26"); }
static void applied_after_a_judgment(Submitted *s)
{
    applied_on_the_last_day_to_sue(s);
    Document *judgment =
        put_document(s, COURT "判决.docx", "court-document", "document-date", "2016-06-20", NULL);
    g_free(judgment->title);
    judgment->title = g_strdup("行政判决书");
}
static void applied_after_a_review(Submitted *s)
{
    applied_on_the_last_day_to_sue(s);
    put_scan(s, COURT "行政复议决定书.jpg", "review", NULL, NULL);
}

static const FindingCase cases[] = {
    RAISED("LAW-003", "original-early", told_two_days_before, told_three_days_before),
    RAISED("LAW-003", "original-early", told_on_that_day, told_the_day_after),
    RAISED("LAW-003", "original-early", original_told_a_day_before, original_told_three_days_before),
    RAISED("LAW-003", "original-early", original_told_a_day_before, which_is_the_original_is_open),
    RAISED("LAW-003", "original-after", told_the_day_after, told_on_that_day),
    RAISED("LAW-003", "original-after", original_told_the_day_after, only_the_daily_notice_served),
    RAISED("REF-002", "basis", entered_on_another_day, entered_on_its_day),
    RAISED("REF-002", "basis", entered_on_another_day, entered_for_another_party),
    RAISED("REF-002", "basis", entered_on_another_day, letter_tells_the_day_of_the_entry),
    RAISED("REF-002", "basis", letter_tells_another_day, entered_as_its_own_file_is_dated),
    RAISED("REF-002", "basis", letter_tells_another_day, entered_otherwise_than_both_files),
    RAISED("EXT-002", "basis", own_file_of_another_day, own_file_of_its_day),
    RAISED("EXT-002", "basis", entered_as_its_own_file_is_dated, own_file_of_another_party),
    RAISED("LAW-004", "original", served_on_the_eighth_day, served_on_the_seventh_day),
    RAISED("LAW-004", "original", served_after_the_holidays, original_served_in_time),
    RAISED("LAW-004", "original", served_after_the_holidays, daily_closed_late),
    RAISED("LAW-004", "original", enforced_served_late, enforced_served_in_time),
    RAISED("LAW-004", "original-rest-day", served_on_the_rolled_day, served_after_the_holidays),
    RAISED("LAW-013", NULL, less_was_proposed, as_much_was_proposed),
    RAISED("LAW-013", NULL, less_than_the_original_proposed, more_than_the_original_proposed),
    RAISED("LAW-017", NULL, fine_above, fine_at_the_top),
    RAISED("LAW-017", "below", original_fine_below, original_fine_at_the_bottom),
    RAISED("SET-005", "original", not_told, told_on_a_scan),
    RAISED("SET-005", "original", receipt_of_the_notice_missing, receipt_of_the_notice_as_scan),
    RAISED("SET-005", "original", receipt_of_the_decision_missing, receipt_that_does_not_tell),
    RAISED("SET-005", "original", not_told, no_decision_at_all),
    RAISED("SET-005", "original", original_not_told, original_told_on_a_scan),
    RAISED("SET-005", "original", only_the_daily_receipt, only_the_daily_notice_served),
    RAISED("SET-005", "original", only_the_daily_receipt, court_file_without_notice),
    RAISED("LAW-010", "suit", applied_on_the_last_day_to_sue, applied_the_day_after),
    RAISED("LAW-010", "suit", applied_on_the_last_day_to_sue, applied_after_a_judgment),
    RAISED("LAW-010", "suit", applied_on_the_last_day_to_sue, applied_after_a_review),
};

int main(void)
{
    return finding_cases_run("original", cases, G_N_ELEMENTS(cases));
}
