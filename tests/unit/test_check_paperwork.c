/* Papers of the campaign (SUB-001; EXT-003, ahead) and the report on oneself. */
#include "findingcases.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

/* ---- papers ---- */

static void no_plan(Submitted *s) { drop_files(s, "实施方案.docx"); }
static void plan_under_another_name(Submitted *s)
{
    no_plan(s);
    put_document(s, "信息/材料.docx", "plan", NULL);
    g_clear_pointer(&the_file(s, "信息/材料.docx")->named_type, g_free);
}
static void received_late(Submitted *s) { submitted_received(s, "2016-09-11T00:00:00+08:00"); }
static void received_on_the_day(Submitted *s) { submitted_received(s, "2016-09-05T23:59:00+08:00"); }
static void received_late_but_known(Submitted *s)
{
    static const char *const papers[] = {"实施方案.docx", "动员部署情况和联络员名单.docx"};
    received_late(s);
    for (size_t i = 0; i < G_N_ELEMENTS(papers); i++) {
        IntakeFirst *first = record_add(s->intake->first, &intake_first_type);
        first->path = g_strdup(papers[i]);
        instant_parse("2016-09-05T08:00:00+08:00", &first->received_s);
    }
}
/* PATH, of KIND, was there in September already, and the plan beside it was not. */
static void held_before(Submitted *s, const char *path, const char *kind)
{
    received_late_but_known(s);
    IntakeFirst *first = s->intake->first->pdata[0];
    g_free(first->path);
    first->path = g_strdup(path);
    put_document(s, path, kind, NULL);
}
static void another_plan_was_there(Submitted *s) { held_before(s, "上报材料/方案.docx", "plan"); }
static void another_paper_was_there(Submitted *s) { held_before(s, "上报材料/方案.docx", "other"); }

/* ---- papers of another year or campaign ---- */

#define PLAN "实施方案.docx"
#define REPORT "自评报告.docx"

static void plan_titled(Submitted *s, const char *year, const char *day)
{
    set_field(s, PLAN, "titled-year", year);
    set_field(s, PLAN, "document-date", day);
}
static void plan_of_last_year(Submitted *s) { plan_titled(s, "2015", "2015-09-08"); }
static void plan_of_the_year(Submitted *s) { plan_titled(s, "2016", "2016-09-08"); }
static void plan_with_a_title_of_last_year(Submitted *s) { plan_titled(s, "2015", "2016-09-08"); }
static void plan_dated_last_year(Submitted *s) { plan_titled(s, "2016", "2015-09-08"); }
static void plan_dated_next_year(Submitted *s) { plan_titled(s, "2016", "2017-01-03"); }
static void plan_of_last_year_late(Submitted *s)
{
    plan_of_last_year(s);
    received_late(s);
}
static void plans_of_both_years(Submitted *s)
{
    plan_of_last_year(s);
    put_document(s, "上报材料/方案.docx", "plan", "titled-year", "2016", "document-date", "2016-09-08", NULL);
}
static void report_for(Submitted *s, const char *year) { set_field(s, REPORT, "period-year", year); }
static void report_for_last_year(Submitted *s) { report_for(s, "2015"); }
static void report_for_both_years(Submitted *s)
{
    report_for_last_year(s);
    add_field(the_document(s, REPORT), "period-year", "2016");
}
static void plan_of_march(Submitted *s)
{
    drop_files(s, PLAN);
    put_document(s, PLAN, "plan", "document-date", "2016-03-08", NULL);
}
static void plan_of_march_for_the_campaign(Submitted *s)
{
    plan_of_march(s);
    set_field(s, PLAN, "campaign-named", "练兵");
}
static void plan_of_march_for_autumn(Submitted *s)
{
    plan_of_march(s);
    set_field(s, PLAN, "period-year", "2016");
}
static void plan_of_the_first_day(Submitted *s)
{
    plan_of_march(s);
    set_field(s, PLAN, "document-date", "2016-09-01");
}

/* ---- papers of another county ---- */

static void report_titled(Submitted *s, const char *title)
{
    Document *report = the_document(s, REPORT);
    g_free(report->title);
    report->title = g_strdup(title);
    set_field(s, REPORT, "agency", "沅陵县环境保护局");
}
static void report_on_another_county(Submitted *s) { report_titled(s, "溆浦县环境执法大练兵自评报告"); }
static void report_of_another_bureau(Submitted *s) { report_titled(s, "关于报送溆浦县环境保护局2016年环境执法大练兵自评报告的报告"); }
static void report_on_the_county(Submitted *s) { report_titled(s, "关于沅陵县环境执法大练兵情况的自评报告"); }
static void report_on_both_counties(Submitted *s) { report_titled(s, "沅陵县、溆浦县交叉执法大练兵自评报告"); }
static void report_on_no_county(Submitted *s) { report_titled(s, "关于县环境保护局大练兵情况的自评报告"); }
static void report_on_the_city(Submitted *s) { report_titled(s, "怀化市2016年环境执法大练兵自评报告"); }
static void report_of_a_template(Submitted *s) { report_titled(s, "XX县环境执法大练兵自评报告"); }
static void report_of_some_county(Submitted *s) { report_titled(s, "某某县环境执法大练兵自评报告"); }
static void unit_in_short(Submitted *s)
{
    report_titled(s, "麻阳县环境执法大练兵自评报告");
    g_free(s->slice->unit->name);
    s->slice->unit->name = g_strdup("麻阳苗族自治县环境保护局");
    set_field(s, REPORT, "agency", "麻阳苗族自治县环境保护局");
}
static void signed_elsewhere_as_well(Submitted *s)
{
    report_on_another_county(s);
    set_field(s, REPORT, "agency", "溆浦县环境保护局");
}
static void tells_of(Submitted *s, const char *bureau)
{
    report_on_the_county(s);
    add_field(the_document(s, REPORT), "bureau-told", bureau);
}
static void tells_of_another_bureau(Submitted *s) { tells_of(s, "溆浦县环境保护局"); }
static void tells_of_the_bureau(Submitted *s) { tells_of(s, "沅陵县环保局"); }
static void tells_of_both_bureaus(Submitted *s)
{
    tells_of_another_bureau(s);
    add_field(the_document(s, REPORT), "bureau-told", "沅陵县环境保护局");
}
static void tells_of_another_beside_itself(Submitted *s)
{
    tells_of_another_bureau(s);
    add_field(the_document(s, REPORT), "self-told", "我局");
}

/* ---- days at the end ---- */

/* The report was signed on DAY, by its last line or in its text (RULE), and came in at TIME (NULL: not known). */
static void signed_on(Submitted *s, const char *day, const char *rule, const char *time)
{
    set_field(s, "自评报告.docx", "document-date", day);
    const Document *report = the_document(s, "自评报告.docx");
    for (guint i = 0; i < report->fields->len; i++) {
        Field *field = report->fields->pdata[i];
        g_free(field->rule);
        field->rule = g_strdup(rule);
    }
    if (time)
        submitted_received(s, time);
}
static void signed_after_it_came(Submitted *s) { signed_on(s, "2016-11-30", "signature-line", "2016-11-28T09:00:00+08:00"); }
static void signed_on_that_day(Submitted *s) { signed_on(s, "2016-11-28", "signature-line", "2016-11-28T09:00:00+08:00"); }
static void tells_a_later_day(Submitted *s) { signed_on(s, "2016-11-30", "label:时间", "2016-11-28T09:00:00+08:00"); }
static void signed_late_and_came_later(Submitted *s) { signed_on(s, "2016-11-30", "signature-line", "2016-12-01T09:00:00+08:00"); }
/* One of that name was there before. */
static void signed_before_it_came_again(Submitted *s)
{
    signed_on(s, "2016-11-27", "signature-line", "2016-11-28T09:00:00+08:00");
    IntakeFirst *first = record_add(s->intake->first, &intake_first_type);
    first->path = g_strdup("自评报告.docx");
    instant_parse("2016-11-20T08:00:00+08:00", &first->received_s);
}
/* The plan that counts came in November and was signed on DAY. */
static void plan_came_late(Submitted *s, const char *day)
{
    set_field(s, PLAN, "document-date", day);
    g_free(the_field(s, PLAN, "document-date")->rule);
    the_field(s, PLAN, "document-date")->rule = g_strdup("signature-line");
    submitted_received(s, "2016-11-28T09:00:00+08:00");
}
/* So it did, but a plan of that name had been there in time. */
static void plan_came_again(Submitted *s, const char *day)
{
    plan_came_late(s, day);
    IntakeFirst *first = record_add(s->intake->first, &intake_first_type);
    first->path = g_strdup(PLAN);
    instant_parse("2016-09-05T08:00:00+08:00", &first->received_s);
}
static void plan_came_again_late_made(Submitted *s) { plan_came_again(s, "2016-09-18"); }
static void plan_came_again_of_that_day(Submitted *s) { plan_came_again(s, "2016-09-10"); }
static void plan_came_late_and_late_made(Submitted *s) { plan_came_late(s, "2016-09-18"); }
static void signed_after_its_term(Submitted *s) { signed_on(s, "2016-11-29", "signature-line", NULL); }
static void signed_on_the_last_day(Submitted *s) { signed_on(s, "2016-11-28", "signature-line", NULL); }
static void one_in_october(Submitted *s) { drop_files(s, "信息/2016-10-05"); }
/* News of a letter of transfer, in the folder of bulletins, which its name alone calls such a letter. */
static void october_by_a_name(Submitted *s)
{
    one_in_october(s);
    Document *news = put_document(s, "信息/2016-10-26 移送一起涉嫌环境犯罪案件.docx", "crime-transfer", NULL);
    g_free(news->rule);
    news->rule = g_strdup("name");
}
static void october_by_a_letter(Submitted *s)
{
    october_by_a_name(s);
    add_field(the_document(s, "信息/2016-10-26 移送一起涉嫌环境犯罪案件.docx"), "doc-number", "沅环刑移〔2016〕9号");
}
static void october_by_content(Submitted *s)
{
    one_in_october(s);
    put_document(s, "简报.docx", "bulletin", "bulletin-date", "2016-10-31", NULL);
}
static void october_in_the_table(Submitted *s)
{
    one_in_october(s);
    s->slice->bulletins_given = true;
    for (int i = 0; i < 6; i++) {
        BulletinRow *row = record_add(s->slice->bulletins, &bulletin_row_type);
        row->place = g_strdup("bulletins.csv:2");
        row->unit = g_strdup("YL");
        row->date = day_from_ymd(2016, 9 + i / 2, 1 + i);
    }
}
static void two_handled(Submitted *s)
{
    CaseRow *row = s->slice->cases->pdata[1];
    g_free(row->id);
    row->id = g_strdup(first_row(s)->id);
}
static void three_handled_one_twice(Submitted *s)
{
    CaseRow *row = put_row(s, KIND_PENALTY, "沅环罚字〔2016〕61号", "某厂", "2016-10-10", 1000);
    g_free(row->id);
    row->id = g_strdup(first_row(s)->id);
}

/* ---- the report on itself ---- */

static void reported(Submitted *s, const char *field, const char *value)
{
    set_field(s, "自评报告.docx", field, value);
}
static void reports_unsigned(Submitted *s) { drop_field(s, "自评报告.docx", "document-date"); }
static void reports_signed(Submitted *s)
{
    reports_unsigned(s);
    reported(s, "body-line", "沅陵县环保局");
}
static void reports_headed(Submitted *s)
{
    reports_unsigned(s);
    reported(s, "agency", "沅陵县环保局");
}
static void reports_with_a_day(Submitted *s) { reported(s, "document-date", "2016-11-24"); }
static void reports_signed_in_a_scan(Submitted *s)
{
    reports_unsigned(s);
    put_scan(s, "自评报告.pdf", "report", "self-assessment", NULL);
}
static void reports_fewer_files(Submitted *s) { reported(s, "reported-files", "5"); }
static void reports_more_files(Submitted *s) { reported(s, "reported-files", "9"); }
static void reports_other_fines(Submitted *s) { reported(s, "reported-fines-yuan", "1928000.00"); }
static void fines_of_a_case_not_in_the_table(Submitted *s)
{
    reports_other_fines(s);
    row_renumber(first_row(s), "沅环罚字〔2016〕88号");
}
static void reports_the_fines(Submitted *s) { reported(s, "reported-fines-yuan", "794000.00"); }
static void fines_beyond_all_sums(Submitted *s)
{
    enum { ROWS = 9300 }; /* of 10^13 yuan: no number holds their sum in fen */
    reports_other_fines(s);
    for (int i = 0; i < ROWS; i++) {
        g_autofree char *number = g_strdup_printf("沅环罚字〔2015〕%d号", i + 1);
        put_row(s, KIND_PENALTY, number, "某厂", "2015-07-01", 0)->fine_yuan = decimal_from_int(9999999999999);
    }
}
static void reports_the_penalties(Submitted *s) { reported(s, "reported-fines-yuan", "144000.00"); }

/* The report is of 25 November. */
static void rounded(Submitted *s, const char *value, const char *quote)
{
    reported(s, "reported-fines-yuan", value);
    quote_field(the_field(s, "自评报告.docx", "reported-fines-yuan"), quote);
}
static void reports_a_rounded_sum(Submitted *s) { rounded(s, "790000.00", "罚款79万元"); }
static void reports_a_sum_to_the_yuan(Submitted *s) { rounded(s, "790000.00", "罚款790000元"); }
static void another_late_row(Submitted *s, const char *day)
{
    put_row(s, KIND_PENALTY, "沅环罚字〔2016〕60号", "某厂", day, 30000);
    reports_the_fines(s);
}
static void fined_when_the_report_was_written(Submitted *s) { another_late_row(s, "2016-11-20"); }
static void fined_long_before(Submitted *s) { another_late_row(s, "2016-10-20"); }
/* In all, as the files that are handed in come to. */
static void fined_long_before_by(Submitted *s, const char *rule)
{
    fined_long_before(s);
    Field *fines = the_field(s, "自评报告.docx", "reported-fines-yuan");
    g_free(fines->rule);
    fines->rule = g_strdup(rule);
}
static void fined_long_before_and_not_handed_in(Submitted *s) { fined_long_before_by(s, "reported-fines-in-all"); }
static void fined_in_cases_and_not_handed_in(Submitted *s) { fined_long_before_by(s, "reported-fines-in-cases"); }
static void fined_in_the_system_and_not_handed_in(Submitted *s) { fined_long_before_by(s, "reported-fines"); }
static void reports_other_detentions(Submitted *s) { reported(s, "reported-detention", "2"); }
static void reports_the_detentions(Submitted *s) { reported(s, "reported-detention", "1"); }
static void a_table_of_penalties(Submitted *s)
{
    static const char *const others[] = {"案卷/按日1/", "案卷/拘留1/", "案卷/犯罪1/"};
    reports_other_detentions(s);
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
        drop_files(s, others[i]);
    for (guint i = s->slice->cases->len; i > 0; i--) {
        CaseRow *row = s->slice->cases->pdata[i - 1];
        if (row->kind == KIND_PENALTY)
            continue;
        g_ptr_array_remove_index(s->slice->cases, i - 1);
        record_free(&case_row_type, row);
    }
}
static void reports_fewer_penalties(Submitted *s) { reported(s, "reported-penalty", "2"); }
static void reports_penalties_before_the_last(Submitted *s)
{
    another_late_row(s, "2016-11-15");
    reported(s, "reported-penalty", "3");
}
static void two_rows_of_one_case(Submitted *s)
{
    reports_fewer_penalties(s);
    g_free(((CaseRow *)s->slice->cases->pdata[1])->id);
    ((CaseRow *)s->slice->cases->pdata[1])->id = g_strdup(first_row(s)->id);
}
static void reports_the_penalties_with_others(Submitted *s) { reported(s, "reported-penalty", "4"); }
static void reports_more_penalties(Submitted *s) { reported(s, "reported-penalty", "5"); }
static void reports_more_cases(Submitted *s) { reported(s, "reported-handled", "12"); }
static void reports_in_a_table(Submitted *s, const char *count)
{
    reported(s, "reported-handled", "6");
    add_field(the_document(s, "自评报告.docx"), "reported-handled", count);
}
static void table_of_more_cases(Submitted *s) { reports_in_a_table(s, "12"); }
static void table_of_all_cases(Submitted *s) { reports_in_a_table(s, "6"); }
static void reports_all_cases(Submitted *s) { reported(s, "reported-handled", "6"); }
static void reports_no_daily_case(Submitted *s)
{
    submitted_without_tables(s);
    reported(s, "reported-daily", "0");
}
static void reports_one_daily_case(Submitted *s)
{
    submitted_without_tables(s);
    reported(s, "reported-daily", "1");
}
static void a_daily_case_out_of_the_window(Submitted *s)
{
    reports_no_daily_case(s);
    set_field(s, "案卷/按日1/按日决定书.docx", "decision-date", "2016-08-18");
}

static void contact_without_a_telephone(Submitted *s)
{
    add_field(the_document(s, "动员部署情况和联络员名单.docx"), "no-telephone", "向例同");
}
static void contact_in_another_paper(Submitted *s) { add_field(the_document(s, "实施方案.docx"), "no-telephone", "向例同"); }

static const FindingCase cases[] = {
    RAISED("SUB-001", "no-telephone", contact_without_a_telephone, contact_in_another_paper),
    RAISED("SUB-001", "cases", table_of_more_cases, table_of_all_cases),
    RAISED("SUB-001", "fines", reports_a_sum_to_the_yuan, reports_a_rounded_sum),
    RAISED("SUB-001", "fines", fined_long_before, fined_when_the_report_was_written),
    RAISED("SUB-001", "fines", fined_long_before, fined_long_before_and_not_handed_in),
    RAISED("SUB-001", "fines", fined_in_the_system_and_not_handed_in, fined_in_cases_and_not_handed_in),
    RAISED("SUB-001", "cases", reports_other_detentions, reports_the_detentions),
    RAISED("SUB-001", "cases", reports_other_detentions, a_table_of_penalties),
    RAISED("SUB-001", "cases", reports_fewer_penalties, reports_penalties_before_the_last),
    RAISED("SUB-001", "cases", reports_fewer_penalties, two_rows_of_one_case),
    RAISED("SUB-001", "cases", reports_more_penalties, reports_the_penalties_with_others),
    RAISED("SUB-001", "cases", reports_more_cases, reports_all_cases),
    RAISED("SUB-001", "cases-handed", reports_no_daily_case, reports_one_daily_case),
    RAISED("SUB-001", "cases-handed", reports_no_daily_case, a_daily_case_out_of_the_window),
    RAISED("SUB-001", "unsigned", reports_unsigned, reports_signed),
    RAISED("SUB-001", "unsigned", reports_unsigned, reports_headed),
    RAISED("SUB-001", "unsigned", reports_unsigned, reports_with_a_day),
    RAISED("SUB-001", "unsigned", reports_unsigned, reports_signed_in_a_scan),
    RAISED("SUB-001", "count", reports_fewer_files, reports_more_files),
    RAISED("SUB-001", "fines", reports_other_fines, reports_the_fines),
    RAISED("SUB-001", "fines", reports_other_fines, fines_of_a_case_not_in_the_table),
    RAISED("SUB-001", "fines", reports_other_fines, reports_the_penalties),
    RAISED("SUB-001", "fines", reports_other_fines, fines_beyond_all_sums),
    RAISED("SUB-001", NULL, no_plan, plan_under_another_name),
    RAISED("SUB-001", "year", plan_of_last_year, plan_of_the_year),
    RAISED("SUB-001", "year", plan_with_a_title_of_last_year, plan_dated_next_year),
    RAISED("SUB-001", "year", plan_dated_last_year, plan_of_march),
    RAISED("SUB-001", "year", plans_of_both_years, plan_of_the_first_day),
    RAISED("SUB-001", "year", report_for_last_year, report_for_both_years),
    RAISED("SUB-001", "campaign", plan_of_march, plan_of_march_for_the_campaign),
    RAISED("SUB-001", "campaign", plan_of_march, plan_of_march_for_autumn),
    RAISED("SUB-001", "campaign", plan_of_march, plan_of_the_first_day),
    RAISED("SUB-001", "campaign", plan_of_march, plan_of_last_year),
    RAISED("SUB-001", "place", report_on_another_county, report_on_the_county),
    RAISED("SUB-001", "place", report_of_another_bureau, report_on_both_counties),
    RAISED("SUB-001", "place", report_on_another_county, report_on_no_county),
    RAISED("SUB-001", "place", report_on_another_county, report_on_the_city),
    RAISED("SUB-001", "place", report_on_another_county, report_of_a_template),
    RAISED("SUB-001", "place", report_on_another_county, report_of_some_county),
    RAISED("SUB-001", "place", report_on_another_county, unit_in_short),
    RAISED("SUB-001", "place", report_on_another_county, signed_elsewhere_as_well),
    RAISED("SUB-001", "place", tells_of_another_bureau, tells_of_the_bureau),
    RAISED("SUB-001", "place", tells_of_another_bureau, tells_of_both_bureaus),
    RAISED("SUB-001", "place", tells_of_another_bureau, tells_of_another_beside_itself),
    RAISED("EXT-003", "ahead", signed_after_it_came, signed_on_that_day),
    RAISED("EXT-003", "ahead", signed_after_it_came, tells_a_later_day),
    RAISED("EXT-003", "ahead", signed_after_it_came, signed_late_and_came_later),
    RAISED("EXT-003", "ahead", signed_after_it_came, signed_before_it_came_again),
    RAISED("SUB-001", "dated", signed_after_its_term, signed_on_the_last_day),
    RAISED("SUB-001", "dated", signed_after_its_term, signed_after_it_came),
    RAISED("SUB-001", "dated", plan_came_again_late_made, plan_came_again_of_that_day),
    RAISED("SUB-001", "dated", plan_came_again_late_made, plan_came_late_and_late_made),
    RAISED("SUB-001", "late", received_late, received_on_the_day),
    RAISED("SUB-001", "late", received_late, received_late_but_known),
    RAISED("SUB-001", "late", another_paper_was_there, another_plan_was_there),
    RAISED("BUL-001", NULL, one_in_october, october_by_content),
    RAISED("BUL-001", NULL, october_by_a_letter, october_by_a_name),
    RAISED("BUL-001", NULL, one_in_october, october_in_the_table),
    RAISED("CAS-001", NULL, two_handled, three_handled_one_twice),
};

/* What to keep or to send is named; a plan of another year is not called late besides, with nothing to send. */
static void what_to_send_is_told(void **state G_GNUC_UNUSED)
{
    static const struct { ChangeFunc change; const char *right, *missing; int late; } known[] = {
        {plan_of_last_year, "", "实施方案", 0},
        {plan_of_last_year_late, "", "实施方案", 1 /* the list of names */},
        {plans_of_both_years, "方案.docx", "", 0}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        submitted_check(s);
        const Finding *told = NULL;
        for (guint j = 0; j < s->findings->findings->len; j++) {
            const Finding *finding = s->findings->findings->pdata[j];
            if (strcmp(finding->code, "SUB-001") == 0 && g_strcmp0(finding->variant, "year") == 0)
                told = finding;
        }
        assert_non_null(told);
        const char *right = finding_value(told, "right"), *missing = finding_value(told, "missing");
        assert_string_equal(right ? right : "", known[i].right);
        assert_string_equal(missing ? missing : "", known[i].missing);
        assert_int_equal(submitted_count(s, "SUB-001", "late"), known[i].late);
        submitted_free(s);
    }
}

/* That a paper came late is told with the day that it bears, where that is too late as well. */
static void the_day_of_a_late_paper_is_told(void **state G_GNUC_UNUSED)
{
    static const struct { const char *day, *made, *dated; } known[] = {
        {"2016-09-18", "2016-09-18", ""}, {"2016-09-10", "", "2016-09-10"}, {"2016-12-02", "", ""}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        plan_came_late(s, known[i].day);
        submitted_check(s);
        const Finding *late = NULL;
        for (guint j = 0; j < s->findings->findings->len; j++) {
            const Finding *finding = s->findings->findings->pdata[j];
            if (g_strcmp0(finding->variant, "late") == 0 && g_strcmp0(finding->file, PLAN) == 0)
                late = finding;
        }
        assert_non_null(late);
        const char *made = finding_value(late, "made"), *dated = finding_value(late, "dated");
        assert_string_equal(made ? made : "", known[i].made);
        assert_string_equal(dated ? dated : "", known[i].dated);
        assert_string_equal(late->place ? late->place : "", made ? the_field(s, PLAN, "document-date")->place : "");
        submitted_free(s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_to_send_is_told), cmocka_unit_test(the_day_of_a_late_paper_is_told)};
    int failed = finding_cases_run("paperwork", cases, G_N_ELEMENTS(cases));
    return failed + cmocka_run_group_tests_name("papers of another year", tests, NULL, NULL);
}
