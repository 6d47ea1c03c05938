/* EXT-002, quoted, quoted-date and inspected: papers of which another paper quotes the number or the day
 * wrongly; capitals: slips with two amounts. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "docnumber.h"
#include "findingcases.h"

#define PENALTY "案卷/行政处罚1/"

static void mention(Submitted *s, const char *path, const char *number)
{
    DocNumber *mention = record_add(the_document(s, path)->mentions, &docnumber_type);
    *mention = (DocNumber){.raw = g_strdup(number), .key = docnumber_key(number), .place = g_strdup("P4")};
}

/* ---- numbers ---- */

static void filed_as(Submitted *s, const char *quoted)
{
    set_field(s, PENALTY "立案.docx", "doc-number", "沅环立字〔2016〕7号");
    mention(s, PENALTY "调查报告.docx", quoted);
}
static void filing_quoted_wrongly(Submitted *s) { filed_as(s, "沅环立字〔2016〕17号"); }
static void filing_quoted(Submitted *s) { filed_as(s, "沅环立字[2016]第07号"); }
static void filing_of_another_year(Submitted *s) { filed_as(s, "沅环立字〔2015〕17号"); }
static void filing_as_a_scan(Submitted *s)
{
    filing_quoted_wrongly(s);
    put_scan(s, PENALTY "沅环立字〔2016〕17号.jpg", "filing", "filing-form", "沅环立字〔2016〕17号");
}
static void order_quoted(Submitted *s, const char *scan, const char *type)
{
    set_field(s, PENALTY "责改.docx", "doc-number", "沅环责改字〔2016〕26号");
    mention(s, PENALTY "告知书.docx", "沅环责改字〔2016〕23号");
    put_scan(s, scan, "order", type, NULL);
}
static void order_quoted_wrongly(Submitted *s) { order_quoted(s, PENALTY "责改.jpg", "rectification-order"); }
static void another_order_scanned(Submitted *s) { order_quoted(s, PENALTY "首次责改.jpg", "rectification-order"); }
static void earlier_filing_quoted(Submitted *s)
{
    filing_quoted_wrongly(s);
    add_field(the_document(s, PENALTY "调查报告.docx"), "earlier-number", "沅环立字〔2016〕17号");
}
static void earlier_decision_quoted(Submitted *s) { mention(s, PENALTY "调查报告.docx", "沅环罚字〔2016〕3号"); }
static void report_quoted_wrongly(Submitted *s)
{
    put_document(s, PENALTY "监测报告.docx", "monitoring-report", "doc-number", "沅环监字（2016）第7号", NULL);
    mention(s, PENALTY "决定书.docx", "沅环监字（2016）第8号");
}
static void report_quoted_in_other_brackets(Submitted *s)
{
    report_quoted_wrongly(s);
    mention(s, PENALTY "监测报告.docx", "沅环监字【2016】007号");
    set_field(s, PENALTY "监测报告.docx", "doc-number", "沅环监字【2016】第8号");
}
static void report_scanned_besides(Submitted *s)
{
    report_quoted_wrongly(s);
    put_scan(s, PENALTY "监测报告1.jpg", "one", "monitoring-report", NULL);
    put_scan(s, PENALTY "监测报告2.jpg", "two", "monitoring-report", NULL);
}
static void recheck_quoted(Submitted *s)
{
    report_quoted_wrongly(s);
    set_field(s, PENALTY "决定书.docx", "recheck-number", "沅环监字（2016）第8号");
}
static void recheck_quoted_wrongly(Submitted *s)
{
    recheck_quoted(s);
    put_document(s, PENALTY "复查监测报告.docx", "monitoring-report", "doc-number", "沅环监字（2016）第18号", NULL);
}
static void report_quoted_beside_a_scan(Submitted *s, const char *path)
{
    report_quoted_wrongly(s);
    put_scan(s, path, "one", "monitoring-report", NULL);
}
static void report_quoted_beside_its_scan(Submitted *s) { report_quoted_beside_a_scan(s, PENALTY "监测报告.jpg"); }
static void report_quoted_beside_a_second_scan(Submitted *s) { report_quoted_beside_a_scan(s, PENALTY "复查监测报告.jpg"); }
static void second_report_quoted(Submitted *s)
{
    report_quoted_wrongly(s);
    put_document(s, PENALTY "监测报告b.docx", "monitoring-report", "doc-number", "沅环监字（2016）第8号", NULL);
}
static void reports_of_a_daily_file(Submitted *s, const char *second)
{
    put_document(s, "案卷/按日1/复查监测报告.docx", "monitoring-report", "doc-number", "沅环监字（2016）第9号", NULL);
    if (second)
        put_document(s, "案卷/按日1/监测报告.docx", "monitoring-report", "doc-number", second, NULL);
    mention(s, "案卷/按日1/决定书.docx", "沅环监字（2016）第8号");
}
static void first_report_lies_elsewhere(Submitted *s) { reports_of_a_daily_file(s, NULL); }
static void both_reports_are_there(Submitted *s) { reports_of_a_daily_file(s, "沅环监字（2016）第7号"); }
static void note_quotes_another(Submitted *s)
{
    set_field(s, PENALTY "立案.docx", "doc-number", "沅环立字〔2016〕7号");
    put_document(s, PENALTY "说明.docx", "other", NULL);
    mention(s, PENALTY "说明.docx", "沅环立字〔2016〕17号");
}
/* The decision's number of the notice is held against it by itself. */
static void notice_named_wrongly(Submitted *s)
{
    set_field(s, PENALTY "决定书.docx", "notice-number", "沅环罚告字〔2016〕9号");
    mention(s, PENALTY "决定书.docx", "沅环罚告字〔2016〕9号");
    mention(s, PENALTY "调查报告.docx", "沅环罚告字〔2016〕9号");
}

/* ---- the date of the notice ---- */

static void told_on(Submitted *s, const char *day) { set_field(s, PENALTY "决定书.docx", "notice-date", day); }
static void notice_of_another_day(Submitted *s) { told_on(s, "2016-09-02"); }
static void notice_of_its_day(Submitted *s) { told_on(s, "2016-09-20"); }
static void notice_when_served(Submitted *s) { told_on(s, "2016-09-21"); }
static void served_on_another_day(Submitted *s)
{
    told_on(s, "2016-09-22");
    set_field(s, PENALTY "决定书.docx", "notice-served-on", "2016-09-22"); /* told as such, with the receipt */
}
static void told_as(Submitted *s, const char *quote)
{
    notice_of_another_day(s);
    quote_field(the_field(s, PENALTY "决定书.docx", "notice-date"), quote);
}
static void notice_in_public(Submitted *s) { told_as(s, "我局于2016年9月2日公告送达行政处罚听证告知书"); }
static void notice_posted(Submitted *s) { told_as(s, "2016年9月2日邮寄送达《行政处罚事先（听证）告知书》"); }
static void two_notices(Submitted *s)
{
    notice_of_another_day(s);
    put_document(s, PENALTY "告知书0.docx", "penalty-notice", "doc-number", "沅环罚告字〔2016〕50号",
                 "notice-date", "2016-09-02", "party", "沅陵县乌有锰业有限公司", NULL);
}
/* Made on 20 September: a receipt from before is wrong itself, but it proves no day that was before it as well. */
static void receipt_before_the_notice(Submitted *s, const char *told)
{
    told_on(s, told);
    set_field(s, PENALTY "回证1.docx", "service-date", "2016-09-18");
}
static void told_after_a_receipt_before_the_notice(Submitted *s) { receipt_before_the_notice(s, "2016-09-22"); }
static void told_before_the_notice_too(Submitted *s) { receipt_before_the_notice(s, "2016-09-19"); }
static void receipt_without_a_day(Submitted *s)
{
    notice_of_another_day(s);
    drop_field(s, PENALTY "回证1.docx", "service-date");
}
static void notice_scanned_besides(Submitted *s)
{
    notice_of_another_day(s);
    put_scan(s, PENALTY "告知书1.jpg", "one", "penalty-notice", NULL);
    put_scan(s, PENALTY "告知书2.jpg", "two", "penalty-notice", NULL);
}

/* One receipt of the two is a scan: that of the decision, or that of the notice, which then may have been served that day. */
static void receipt_scanned(Submitted *s, const char *name)
{
    notice_of_another_day(s);
    g_autofree char *read = g_strconcat(PENALTY, name, ".docx", NULL), *scan = g_strconcat(PENALTY, name, "送达回证.jpg", NULL);
    drop_files(s, read);
    put_scan(s, scan, "receipt", "service-receipt", NULL);
}
static void receipt_of_the_decision_scanned(Submitted *s) { receipt_scanned(s, "回证2"); }
static void receipt_of_the_notice_scanned(Submitted *s) { receipt_scanned(s, "回证1"); }

/* ---- days of inspection ---- */

static void inspected_on(Submitted *s, const char *folder, const char *day)
{
    g_autofree char *path = g_strconcat(folder, "决定书.docx", NULL);
    set_field(s, path, "inspection-dates", day);
}
static void inspection_of_another_day(Submitted *s) { inspected_on(s, PENALTY, "2016-09-15"); }
static void inspection_of_its_day(Submitted *s) { inspected_on(s, PENALTY, "2016-09-05"); }
static void inspection_on_no_day(Submitted *s)
{
    inspection_of_another_day(s);
    Field *day = the_field(s, PENALTY "检查笔录.docx", "inspection-dates");
    day->status = VALUE_INVALID;
}
static void interview_that_day(Submitted *s)
{
    inspection_of_another_day(s);
    Document *interview = put_document(s, PENALTY "询问笔录.docx", "interview-record", "document-date",
                                       "2016-09-15", NULL);
    put_officer(interview, "向例明", "43122201");
    put_officer(interview, "舒例川", "43122203");
}
static void interview_at(Submitted *s, const char *time)
{
    inspection_of_another_day(s);
    Document *interview = put_document(s, PENALTY "询问笔录.docx", "interview-record", "record-time", time, NULL);
    put_officer(interview, "向例明", "43122201");
    put_officer(interview, "舒例川", "43122203");
}
static void interview_begun_that_day(Submitted *s) { interview_at(s, "2016年09月15日13时20分至14时40分"); }
static void interview_begun_another_day(Submitted *s) { interview_at(s, "2016年9月16日13时20分至14时40分"); }
static void second_record_scanned(Submitted *s)
{
    inspection_of_another_day(s);
    put_scan(s, PENALTY "检查笔录1.jpg", "one", "inspection-record", NULL);
    put_scan(s, PENALTY "检查笔录2.jpg", "two", "inspection-record", NULL);
}
/* A scan is the copy of the record that was read, or, by its name, another. */
static void record_beside_a_scan(Submitted *s, const char *name)
{
    inspection_of_another_day(s);
    g_autofree char *path = g_strconcat(PENALTY, name, NULL);
    put_scan(s, path, "one", "inspection-record", NULL);
}
static void record_beside_its_scan(Submitted *s) { record_beside_a_scan(s, "02检查笔录（扫描件）.jpg"); }
static void record_beside_that_of_a_recheck(Submitted *s) { record_beside_a_scan(s, "复查笔录.jpg"); }
static void no_record_at_all(Submitted *s)
{
    inspection_of_another_day(s);
    drop_files(s, PENALTY "检查笔录.docx");
}
static void first_inspection_of_a_daily_file(Submitted *s) { inspected_on(s, "案卷/按日1/", "2016-09-05"); }

/* ---- the order of dates ---- */

static void closed_on(Submitted *s, const char *day) { set_field(s, PENALTY "结案.docx", "payment-date", day); }
static void closed_before_it_was_paid(Submitted *s) { closed_on(s, "2016-10-09"); }
static void closed_as_it_was_paid(Submitted *s) { closed_on(s, "2016-10-10"); }
static void listed_on(Submitted *s, const char *day)
{
    set_field(s, "案卷/拘留1/清单.docx", "transfer-date", day);
    the_document(s, "案卷/拘留1/清单.docx")->title = g_strdup("移送材料清单");
}
static void list_before_the_letter(Submitted *s) { listed_on(s, "2016-10-13"); }
static void list_behind_the_letter(Submitted *s) { listed_on(s, "2016-10-15"); }

/* ---- amounts of a slip ---- */

static void paid(Submitted *s, const char *value, const char *quote)
{
    quote_field(add_field(the_document(s, PENALTY "缴款.docx"), "fine-yuan", value), quote);
}
static void capitals_differ(Submitted *s)
{
    paid(s, "48000.00", "肆万捌仟元整");
    paid(s, "46000.00", "￥46,000.00");
}
static void capitals_agree(Submitted *s)
{
    paid(s, "48000.00", "肆万捌仟元整");
    paid(s, "48000.00", "￥48,000.00");
}
static void items_add_up(Submitted *s)
{
    paid(s, "48000.00", "肆万捌仟元整");
    paid(s, "40000.00", "40000.00");
    paid(s, "8000.00", "8000.00");
}
static void total_among_the_figures(Submitted *s)
{
    capitals_agree(s);
    paid(s, "40000.00", "40000.00");
}
/* The investigation proposes a fine in words, and figures behind them say YUAN; they are a value of their own where they differ. */
static void proposed_in_words(Submitted *s, const char *rule, const char *yuan)
{
    Field *figures = add_field(put_document(s, PENALTY "调查终结报告.docx", "investigation-report", NULL), "proposed-fine-yuan", yuan);
    g_free(figures->rule);
    figures->rule = g_strdup(rule);
}
static void proposed_otherwise_in_figures(Submitted *s) { proposed_in_words(s, "words-and-figures", "85000.00"); }
static void proposed_alike(Submitted *s) { proposed_in_words(s, "fine-proposed", "48000.00"); }
static void noticed_otherwise_in_figures(Submitted *s)
{
    Field *figures = add_field(the_document(s, PENALTY "告知书.docx"), "proposed-fine-yuan", "85000.00");
    g_free(figures->rule);
    figures->rule = g_strdup("words-and-figures");
}
/* The same sum is read as an amount of the decision besides its fine. */
static void read_as_two_fields(Submitted *s)
{
    static const char *const ids[] = {"fine-yuan", "confiscated-yuan"};
    for (gsize i = 0; i < G_N_ELEMENTS(ids); i++) {
        Field *figures = add_field(the_document(s, PENALTY "决定书.docx"), ids[i], "52000.00");
        g_free(figures->rule);
        figures->rule = g_strdup("words-and-figures");
    }
}
/* ID in the paper at PATH and PLACE, in figures that stand with words of another amount. */
static Field *in_figures(Submitted *s, const char *path, const char *id, const char *value, const char *place)
{
    Field *figures = add_field(the_document(s, path), id, value);
    g_free(figures->rule);
    g_free(figures->place);
    figures->rule = g_strdup("words-and-figures");
    figures->place = g_strdup(place);
    return figures;
}
static void read_at_two_places(Submitted *s)
{
    in_figures(s, PENALTY "决定书.docx", "fine-yuan", "52000.00", "P9");
    in_figures(s, PENALTY "决定书.docx", "confiscated-yuan", "52000.00", "P10");
}
static void two_amounts_at_one_place(Submitted *s)
{
    in_figures(s, PENALTY "决定书.docx", "fine-yuan", "52000.00", "P9");
    in_figures(s, PENALTY "决定书.docx", "confiscated-yuan", "6000.00", "P9");
}
static void one_amount_at_one_place(Submitted *s)
{
    in_figures(s, PENALTY "决定书.docx", "fine-yuan", "52000.00", "P9");
    in_figures(s, PENALTY "决定书.docx", "confiscated-yuan", "52000.00", "P9");
}
static void paid_otherwise_in_figures(Submitted *s) { in_figures(s, PENALTY "缴款.docx", "fine-yuan", "52000.00", "P4"); } /* "capitals" */
static void only_drafted_in_figures(Submitted *s)
{
    in_figures(s, PENALTY "调查报告.docx", "proposed-fine-yuan", "85000.00", "P9")->status = VALUE_DRAFT;
}
static void capitals_alone(Submitted *s) { paid(s, "46000.00", "肆万陆仟元整"); }
static void capitals_differ_in_one_line(Submitted *s) { paid(s, "48000.00", "人民币（大写）肆万捌仟元整 ￥4800.00"); }
static void capitals_agree_in_one_line(Submitted *s) { paid(s, "48000.00", "人民币（大写）肆万捌仟元整 ￥48,000.00"); }
/* As they are read: the figures are a second value of the same words. */
static void words_with(Submitted *s, const char *figures, const char *quote)
{
    paid(s, "20000.00", quote);
    Field *field = add_field(the_document(s, PENALTY "缴款.docx"), "fine-yuan", figures);
    quote_field(field, quote);
    field->rule = g_strdup("words-and-figures");
}
static void more_in_figures(Submitted *s) { words_with(s, "25000.00", "人民币贰万元整（¥25000.00）"); }
static void less_in_figures(Submitted *s) { words_with(s, "15000.00", "人民币贰万元整（¥15000.00）"); }
static void words_and_their_figures(Submitted *s) { paid(s, "20000.00", "人民币贰万元整（¥20000.00）"); }

static void total_beside_its_items(Submitted *s)
{
    paid(s, "130000.00", "130000.00元");
    paid(s, "23400.00", "23400.00元");
    paid(s, "153400.00", "合计（大写）：壹拾伍万叁仟肆佰元整 ￥153,400.00");
}
static void items_beside_another_total(Submitted *s)
{
    paid(s, "130000.00", "130000.00元");
    paid(s, "23400.00", "23400.00元");
    paid(s, "153400.00", "合计（大写）：壹拾伍万叁仟肆佰元整 ￥154,300.00");
}

/* ---- what papers tell of another ---- */

/* DECISION tells FIELD as TOLD; a document of TYPE in the file says OWN itself. */
static void tells(Submitted *s, const char *field, const char *told, const char *type, const char *as,
                  const char *own)
{
    set_field(s, PENALTY "决定书.docx", field, told);
    put_document(s, PENALTY "另一份.docx", type, as, own, NULL);
}
static void interview_listed_wrongly(Submitted *s)
{
    tells(s, "interviewed-on", "2016-09-09", "interview-record", "document-date", "2016-09-08");
    Document *interview = the_document(s, PENALTY "另一份.docx");
    put_officer(interview, "向例明", "43122201");
    put_officer(interview, "舒例川", "43122203");
}
static void interview_listed(Submitted *s)
{
    interview_listed_wrongly(s);
    set_field(s, PENALTY "决定书.docx", "interviewed-on", "2016-09-08");
}
static void heard_on(Submitted *s, const char *day) { tells(s, "heard-on", day, "hearing-record", "hearing-date", "2016-09-26"); }
static void hearing_told_wrongly(Submitted *s) { heard_on(s, "2016-09-25"); }
static void hearing_told(Submitted *s) { heard_on(s, "2016-09-26"); }
static void interview_past_midnight(Submitted *s)
{
    interview_listed_wrongly(s);
    set_field(s, PENALTY "另一份.docx", "record-time", "2016年9月9日23时50分至次日0时50分");
}
static void interview_undated(Submitted *s)
{
    interview_listed_wrongly(s);
    put_officer(put_document(s, PENALTY "又一份.docx", "interview-record", NULL), "向例明", "43122201");
    put_officer(the_document(s, PENALTY "又一份.docx"), "舒例川", "43122203");
}
static void interview_scanned(Submitted *s)
{
    interview_listed_wrongly(s);
    put_scan(s, PENALTY "询问笔录1.jpg", "three", "interview-record", NULL);
    put_scan(s, PENALTY "询问笔录2.jpg", "four", "interview-record", NULL);
}
static void report_of(Submitted *s, const char *number)
{
    tells(s, "report-number", number, "monitoring-report", "doc-number", "沅环监字（2016）第7号");
    mention(s, PENALTY "决定书.docx", number);
}
static void report_of_another_station(Submitted *s) { report_of(s, "怀环监字（2016）第7号"); }
static void report_of_another_place(Submitted *s) { report_of(s, "沅陵环监字（2016）第7号"); }
static void report_of_the_station(Submitted *s) { report_of(s, "沅环监字[2016]007号"); }
static void report_beside_the_one_there(Submitted *s)
{
    report_of_another_station(s);
    mention(s, PENALTY "决定书.docx", "沅环监字（2016）第7号");
}
static void report_for_another_purpose(Submitted *s)
{
    report_of_another_station(s);
    set_field(s, PENALTY "决定书.docx", "earlier-number", "怀环监字（2016）第7号");
}
static void report_of_the_recheck(Submitted *s)
{
    report_of_another_station(s);
    set_field(s, PENALTY "决定书.docx", "recheck-number", "怀环监字（2016）第7号");
}
static void another_report_without_a_number(Submitted *s)
{
    report_of_another_station(s);
    put_document(s, PENALTY "又一份.docx", "monitoring-report", NULL);
}
static void coded_report(Submitted *s, const char *code)
{
    tells(s, "report-code", code, "monitoring-report", "own-code", "HNJC(2016)0348");
}
static void report_of_another_code(Submitted *s) { coded_report(s, "HNJC(2016)0384"); }
static void report_of_its_code(Submitted *s) { coded_report(s, "HNJC〔2016〕0348"); }
static void station(Submitted *s, const char *told)
{
    tells(s, "monitored-by", told, "monitoring-report", "monitored-by", "中方县环境监测站");
}
static void station_of_another_county(Submitted *s) { station(s, "沅陵县环境监测站"); }
static void station_in_short(Submitted *s) { station(s, "中方县监测站"); }
static void two_stations(Submitted *s)
{
    station_of_another_county(s);
    record_add(the_document(s, PENALTY "决定书.docx")->fields, &field_type);
    GPtrArray *fields = the_document(s, PENALTY "决定书.docx")->fields;
    *(Field *)fields->pdata[fields->len - 1] =
        (Field){.id = g_strdup("monitored-by"), .value = g_strdup("中方县环境监测站"),
                .key = g_strdup("中方县环境监测站"), .place = g_strdup("P3")};
}
static void figures(Submitted *s, const char *told, const char *limit)
{
    tells(s, "measured-cod", told, "monitoring-report", "measured-cod", "168");
    put_document(s, PENALTY "限值.docx", "monitoring-report", "measured-cod", limit, NULL);
}
static void figure_differs(Submitted *s) { figures(s, "186", "100"); }
static void figure_agrees(Submitted *s) { figures(s, "168.0", "100"); }
static void one_figure_alone(Submitted *s) { figures(s, "186", "168"); }
static void gas_of_a_daily_file(Submitted *s, const char *told, const char *number)
{
    set_field(s, "案卷/按日1/决定书.docx", "measured-particulates", told);
    mention(s, "案卷/按日1/决定书.docx", number);
    put_document(s, "案卷/按日1/监测报告.docx", "monitoring-report", "doc-number", "沅环监字（2016）第32号",
                 "measured-particulates", "94.6", NULL);
    add_field(the_document(s, "案卷/按日1/监测报告.docx"), "measured-particulates", "30");
}
static void gas_differs(Submitted *s) { gas_of_a_daily_file(s, "96.4", "沅环监字（2016）第32号"); }
static void gas_agrees(Submitted *s) { gas_of_a_daily_file(s, "94.6", "沅环监字（2016）第32号"); }
static void gas_of_another_report(Submitted *s) { gas_of_a_daily_file(s, "96.4", "沅环监字（2016）第31号"); }
static void gas_of_the_recheck(Submitted *s)
{
    gas_agrees(s);
    set_field(s, "案卷/按日1/告知书.docx", "measured-particulates", "81.3");
    mention(s, "案卷/按日1/告知书.docx", "沅环监字（2016）第32号");
}
static void fine_of_the_report(Submitted *s, const char *yuan)
{
    set_field(s, PENALTY "调查报告.docx", "proposed-fine-yuan", yuan);
    set_field(s, PENALTY "告知书.docx", "proposed-fine-yuan", "48000.00");
    drop_files(s, PENALTY "集体讨论笔录.docx");
}
static void fine_differs(Submitted *s) { fine_of_the_report(s, "10000.00"); }
static void fine_agrees(Submitted *s) { fine_of_the_report(s, "48000.00"); }
static void fine_changed_in_discussion(Submitted *s)
{
    fine_differs(s);
    put_document(s, PENALTY "讨论.docx", "discussion-record", NULL);
}
static void fine_changed_in_review(Submitted *s)
{
    fine_differs(s);
    put_document(s, PENALTY "审核表.docx", "investigation-report", "fine-changed", "48000.00", NULL);
}
static void fine_changed_to_another(Submitted *s)
{
    fine_differs(s);
    put_document(s, PENALTY "审核表.docx", "investigation-report", "fine-changed", "30000.00", NULL);
}
static void invested(Submitted *s, const char *yuan)
{
    set_field(s, PENALTY "告知书.docx", "investment-yuan", yuan);
    set_field(s, PENALTY "决定书.docx", "investment-yuan", "3000000.00");
}
static void investment_differs(Submitted *s) { invested(s, "300000.00"); }
static void investment_agrees(Submitted *s) { invested(s, "3000000.00"); }
static void employed_by(Submitted *s, const char *firm)
{
    interview_listed(s);
    set_field(s, PENALTY "另一份.docx", "employer", firm);
}
static void employed_elsewhere(Submitted *s) { employed_by(s, "沅陵县南柯页岩砖厂"); }
static void employed_by_the_party(Submitted *s) { employed_by(s, "乌有锰业公司"); }
static void interviewed_before(Submitted *s, const char *day)
{
    interview_listed(s);
    set_field(s, PENALTY "另一份.docx", "inspection-dates", day);
}
static void interview_before_the_inspection(Submitted *s) { interviewed_before(s, "2016-09-10"); }
static void inspection_to_come(Submitted *s)
{
    interview_before_the_inspection(s);
    quote_field(the_field(s, PENALTY "另一份.docx", "inspection-dates"), "请环保局9月10日来检查");
}
static void interview_after_the_inspection(Submitted *s) { interviewed_before(s, "2016-09-05"); }
static void reported_before(Submitted *s, const char *day)
{
    interview_listed(s);
    set_field(s, PENALTY "调查报告.docx", "interviewed-on", "2016-09-08");
    set_field(s, PENALTY "调查报告.docx", "document-date", day);
}
static void report_before_the_interview(Submitted *s) { reported_before(s, "2016-09-07"); }
static void report_after_the_interview(Submitted *s) { reported_before(s, "2016-09-12"); }

/* ---- one code, two firms ---- */

static void coded(Submitted *s, const char *firm, const char *code)
{
    set_field(s, PENALTY "决定书.docx", "credit-code", "91431222203504081U");
    put_document(s, "案卷/行政处罚2/说明.docx", "closing-form", "party", firm, "credit-code", code, NULL);
}
static void one_code_of_two(Submitted *s) { coded(s, "沅陵县南柯页岩砖厂", "91431222203504081U"); }
static void one_code_of_one(Submitted *s) { coded(s, "乌有锰业有限公司", "91431222203504081U"); }
static void two_codes_of_two(Submitted *s) { coded(s, "沅陵县南柯页岩砖厂", "91431222908561748C"); }

/* ---- the list of what was handed over ---- */

static void list_names(Submitted *s, const char *const papers[])
{
    Document *list = put_document(s, "案卷/犯罪1/又一清单.docx", "transfer-list", NULL);
    for (; *papers; papers++)
        *(Field *)record_add(list->fields, &field_type) =
            (Field){.id = g_strdup("listed"), .value = g_strdup(*papers), .place = g_strdup("P2")};
}
static void report_left_out(Submitted *s)
{
    list_names(s, (const char *const[]){"移送书", "案件调查报告", "现场检查笔录", NULL});
}
static void report_on_the_list(Submitted *s)
{
    list_names(s, (const char *const[]){"移送书", "案件调查报告", "现场检查笔录", "监测报告", NULL});
}
static void evidence_as_a_whole(Submitted *s)
{
    list_names(s, (const char *const[]){"移送书", "案件调查报告", "证据材料一册", NULL});
}
/* What the letter and the only list of the file tell, the list also with MORE (NULL: nothing). */
static void items(Submitted *s, const char *sent, const char *listed, const char *more)
{
    set_field(s, "案卷/犯罪1/移送书.docx", "items-annexed", sent);
    g_free(the_field(s, "案卷/犯罪1/移送书.docx", "items-annexed")->quote);
    the_field(s, "案卷/犯罪1/移送书.docx", "items-annexed")->quote = g_strdup_printf("附件：移送材料清单及材料共%s", sent);
    set_field(s, "案卷/犯罪1/清单.docx", "items-listed", listed);
    if (more)
        add_field(the_document(s, "案卷/犯罪1/清单.docx"), "items-listed", more);
}
static void nine_papers_and_seven_listed(Submitted *s) { items(s, "9项", "7项", NULL); }
static void nine_papers_and_nine_listed(Submitted *s) { items(s, "九项", "9项", NULL); }
static void papers_and_their_list(Submitted *s) { items(s, "8项", "7项", NULL); }
static void pieces_and_papers(Submitted *s) { items(s, "9份", "7项", NULL); }
static void listed_in_two_parts(Submitted *s) { items(s, "9项", "2项", "7项"); }
static void a_second_list(Submitted *s)
{
    nine_papers_and_seven_listed(s);
    put_document(s, "案卷/犯罪1/又一清单.docx", "transfer-list", NULL);
}
static void list_hardly_read(Submitted *s) { list_names(s, (const char *const[]){"移送书", NULL}); }

/* ---- the ground of the filing ---- */

static void filed_for(Submitted *s, const char *cause)
{
    set_field(s, PENALTY "立案.docx", "cause", cause);
    set_field(s, PENALTY "立案.docx", "facts", "发现砂石堆场未密闭，未采取有效覆盖措施防治扬尘污染，建议立案查处");
    set_field(s, PENALTY "调查报告.docx", "cause", "沅陵县乌有锰业有限公司涉嫌未密闭贮存易产生扬尘的物料案");
    set_field(s, PENALTY "决定书.docx", "cause", "涉嫌未密闭贮存易产生扬尘的物料");
}
static void filed_for_another(Submitted *s) { filed_for(s, "涉嫌未依法报批环境影响报告表擅自开工建设"); }
static void filed_in_other_words(Submitted *s) { filed_for(s, "砂石堆场扬尘污染防治措施缺失"); }
static void filed_in_words_of_its_own(Submitted *s) { filed_for(s, "堆场未采取有效覆盖措施"); }
static void filed_for_breaking_a_rule(Submitted *s) { filed_for(s, "涉嫌违反环境影响评价管理"); }
static void others_do_not_agree(Submitted *s)
{
    filed_for_another(s);
    set_field(s, PENALTY "调查报告.docx", "cause", "涉嫌未依法报批环境影响报告表擅自开工建设");
}

/* A case about waste water of which one more paper, by its ground, is about something else. */
static void ground(Submitted *s, const char *name, const char *type, const char *cause, const char *facts)
{
    g_autofree char *path = g_strconcat("案卷/犯罪1/", name, ".docx", NULL);
    put_document(s, path, type, "cause", cause, "facts", facts, NULL);
}
static void water(Submitted *s)
{
    ground(s, "又一报告", "investigation-report", "涉嫌污染环境案", "电镀车间废水六价铬超标");
    ground(s, "又一审批", "transfer-approval", "涉嫌污染环境案", "电镀车间废水六价铬超标");
}
static void filed_for_air(Submitted *s)
{
    water(s);
    ground(s, "又一立案", "filing-form", "涉嫌超标排放大气污染物案", "排放含六价铬废水");
}
static void filed_for_water(Submitted *s)
{
    water(s);
    ground(s, "又一立案", "filing-form", "涉嫌超标排放水污染物案", "排放含六价铬废水");
}
static void air_told_in_the_form(Submitted *s)
{
    water(s);
    ground(s, "又一立案", "filing-form", "涉嫌超标排放大气污染物案", "电镀废水未处理，酸雾废气直排");
}
static void air_told_in_another_paper(Submitted *s)
{
    filed_for_air(s);
    ground(s, "又一检查", "inspection-record", "涉嫌污染环境案", "酸雾废气未收集");
}
static void filed_for_both(Submitted *s)
{
    water(s);
    ground(s, "又一立案", "filing-form", "涉嫌超标排放大气污染物、废水案", "排放含六价铬废水");
}

static const FindingCase cases[] = {
    RAISED("EXT-002", "told", filed_for_air, filed_for_water),
    RAISED("EXT-002", "told", filed_for_air, air_told_in_the_form),
    RAISED("EXT-002", "told", filed_for_air, air_told_in_another_paper),
    RAISED("EXT-002", "told", filed_for_air, filed_for_both),
    RAISED("EXT-002", "told", filed_for_another, filed_in_other_words),
    RAISED("EXT-002", "told", filed_for_another, filed_in_words_of_its_own),
    RAISED("EXT-002", "told", filed_for_another, filed_for_breaking_a_rule),
    RAISED("EXT-002", "told", filed_for_another, others_do_not_agree),
    RAISED("EXT-002", "items", nine_papers_and_seven_listed, nine_papers_and_nine_listed),
    RAISED("EXT-002", "items", nine_papers_and_seven_listed, papers_and_their_list),
    RAISED("EXT-002", "items", nine_papers_and_seven_listed, pieces_and_papers),
    RAISED("EXT-002", "items", nine_papers_and_seven_listed, listed_in_two_parts),
    RAISED("EXT-002", "items", nine_papers_and_seven_listed, a_second_list),
    RAISED("EXT-002", "unlisted", report_left_out, report_on_the_list),
    RAISED("EXT-002", "unlisted", report_left_out, evidence_as_a_whole),
    RAISED("EXT-002", "unlisted", report_left_out, list_hardly_read),
    RAISED("EXT-002", "one-code", one_code_of_two, one_code_of_one),
    RAISED("EXT-002", "one-code", one_code_of_two, two_codes_of_two),
    RAISED("EXT-002", "told", hearing_told_wrongly, hearing_told),
    RAISED("EXT-002", "told", interview_listed_wrongly, interview_listed),
    RAISED("EXT-002", "told", interview_listed_wrongly, interview_undated),
    RAISED("EXT-002", "told", interview_listed_wrongly, interview_past_midnight),
    RAISED("EXT-002", "told", interview_listed_wrongly, interview_scanned),
    RAISED("EXT-002", "told", station_of_another_county, station_in_short),
    RAISED("EXT-002", "told", station_of_another_county, two_stations),
    RAISED("EXT-002", "told", figure_differs, figure_agrees),
    RAISED("EXT-002", "told", figure_differs, one_figure_alone),
    RAISED("EXT-002", "told", gas_differs, gas_agrees),
    RAISED("EXT-002", "told", gas_differs, gas_of_another_report),
    RAISED("EXT-002", "told", gas_differs, gas_of_the_recheck),
    RAISED("EXT-002", "told", fine_differs, fine_agrees),
    RAISED("EXT-002", "told", fine_differs, fine_changed_in_discussion),
    RAISED("EXT-002", "told", fine_changed_to_another, fine_changed_in_review),
    RAISED("EXT-002", "told", investment_differs, investment_agrees),
    RAISED("EXT-002", "told", employed_elsewhere, employed_by_the_party),
    RAISED("LAW-009", "apparent", interview_before_the_inspection, interview_after_the_inspection),
    RAISED("LAW-009", "apparent", interview_before_the_inspection, inspection_to_come),
    RAISED("LAW-009", "apparent", report_before_the_interview, report_after_the_interview),
    RAISED("EXT-002", "capitals", items_beside_another_total, total_beside_its_items),
    RAISED("EXT-002", "in-words", proposed_otherwise_in_figures, proposed_alike),
    RAISED("EXT-002", "in-words", proposed_otherwise_in_figures, noticed_otherwise_in_figures),
    RAISED("EXT-002", "in-words", proposed_otherwise_in_figures, read_as_two_fields),
    RAISED("EXT-002", "in-words", read_at_two_places, one_amount_at_one_place),
    RAISED("EXT-002", "in-words", two_amounts_at_one_place, paid_otherwise_in_figures),
    RAISED("EXT-002", "in-words", proposed_otherwise_in_figures, only_drafted_in_figures),
    RAISED("EXT-002", "capitals", capitals_differ, capitals_agree),
    RAISED("EXT-002", "capitals", more_in_figures, words_and_their_figures),
    RAISED("EXT-002", "capitals", less_in_figures, words_and_their_figures),
    RAISED("EXT-002", "capitals", capitals_differ, items_add_up),
    RAISED("EXT-002", "capitals", capitals_differ, total_among_the_figures),
    RAISED("EXT-002", "capitals", capitals_differ, capitals_alone),
    RAISED("EXT-002", "capitals", capitals_differ_in_one_line, capitals_agree_in_one_line),
    RAISED("EXT-002", "quoted", filing_quoted_wrongly, filing_quoted),
    RAISED("EXT-002", "quoted", filing_quoted_wrongly, filing_of_another_year),
    RAISED("EXT-002", "quoted", filing_quoted_wrongly, filing_as_a_scan),
    RAISED("EXT-002", "quoted", filing_quoted_wrongly, earlier_decision_quoted),
    RAISED("EXT-002", "quoted", order_quoted_wrongly, another_order_scanned),
    RAISED("EXT-002", "quoted", filing_quoted_wrongly, earlier_filing_quoted),
    RAISED("EXT-002", "quoted", filing_quoted_wrongly, note_quotes_another),
    RAISED("EXT-002", "quoted", report_quoted_wrongly, notice_named_wrongly),
    RAISED("EXT-002", "quoted", report_quoted_wrongly, report_quoted_in_other_brackets),
    RAISED("EXT-002", "quoted", report_quoted_wrongly, report_scanned_besides),
    RAISED("EXT-002", "quoted", report_quoted_wrongly, second_report_quoted),
    RAISED("EXT-002", "quoted", recheck_quoted_wrongly, recheck_quoted),
    RAISED("EXT-002", "quoted", both_reports_are_there, first_report_lies_elsewhere),
    RAISED("EXT-002", "told", report_of_another_station, report_of_the_station),
    RAISED("EXT-002", "told", report_of_another_place, report_of_the_station),
    RAISED("EXT-002", "told", report_of_another_station, report_beside_the_one_there),
    RAISED("EXT-002", "told", report_of_another_station, report_for_another_purpose),
    RAISED("EXT-002", "told", report_of_another_station, report_of_the_recheck),
    RAISED("EXT-002", "told", report_of_another_station, another_report_without_a_number),
    RAISED("EXT-002", "told", report_of_another_code, report_of_its_code),
    RAISED("EXT-002", "quoted-date", notice_of_another_day, notice_of_its_day),
    RAISED("EXT-002", "quoted-date", notice_of_another_day, notice_when_served),
    RAISED("EXT-002", "quoted-date", notice_of_another_day, served_on_another_day),
    RAISED("EXT-002", "quoted-date", notice_of_another_day, two_notices),
    RAISED("EXT-002", "quoted-date", notice_of_another_day, notice_in_public),
    RAISED("EXT-002", "quoted-date", notice_of_another_day, notice_posted),
    RAISED("EXT-002", "quoted-date", notice_of_another_day, receipt_without_a_day),
    RAISED("EXT-002", "quoted-date", told_before_the_notice_too, told_after_a_receipt_before_the_notice),
    RAISED("EXT-002", "quoted-date", notice_of_another_day, notice_scanned_besides),
    RAISED("EXT-002", "quoted", report_quoted_beside_its_scan, report_quoted_beside_a_second_scan),
    RAISED("EXT-002", "quoted-date", receipt_of_the_decision_scanned, receipt_of_the_notice_scanned),
    RAISED("EXT-002", "inspected", inspection_of_another_day, inspection_of_its_day),
    RAISED("EXT-002", "inspected", inspection_of_another_day, interview_that_day),
    RAISED("EXT-002", "inspected", inspection_of_another_day, inspection_on_no_day),
    RAISED("EXT-002", "inspected", interview_begun_another_day, interview_begun_that_day),
    RAISED("EXT-002", "inspected", inspection_of_another_day, second_record_scanned),
    RAISED("EXT-002", "inspected", record_beside_its_scan, record_beside_that_of_a_recheck),
    RAISED("EXT-002", "inspected", inspection_of_another_day, no_record_at_all),
    RAISED("EXT-002", "inspected", inspection_of_another_day, first_inspection_of_a_daily_file),
    RAISED("EXT-002", NULL, closed_before_it_was_paid, closed_as_it_was_paid),
    RAISED("LAW-009", "apparent", list_before_the_letter, list_behind_the_letter),
};

/* One finding for one wrong day or number, with every place. */
static void one_quotation_is_told_once(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    inspection_of_another_day(s);
    set_field(s, PENALTY "告知书.docx", "inspection-dates", "2016-09-15");
    filing_quoted_wrongly(s);
    mention(s, PENALTY "结案.docx", "沅环立字〔2016〕17号");
    submitted_check(s);
    assert_int_equal(submitted_count(s, "EXT-002", "inspected"), 1);
    assert_int_equal(submitted_count(s, "EXT-002", "quoted"), 1);
    assert_int_equal(s->findings->findings->len, 2);
    for (guint i = 0; i < 2; i++)
        assert_non_null(finding_value(s->findings->findings->pdata[i], "others"));
    submitted_free(s);
}

int main(void)
{
    int failed = finding_cases_run("quoted", cases, G_N_ELEMENTS(cases));
    const struct CMUnitTest tests[] = {cmocka_unit_test(one_quotation_is_told_once)};
    return failed + cmocka_run_group_tests_name("quoted, what is told", tests, NULL, NULL);
}
