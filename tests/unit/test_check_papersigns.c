/* EXT-005, unsigned-interview, unsigned-inspection, unsigned-report and no-mark: records and reports that nobody signed, or without the station's mark. */
#include "findingcases.h"

#include <string.h>

#define PENALTY "案卷/行政处罚1/"
#define TALK PENALTY "询问.docx"
#define REPORT PENALTY "报告.docx"
#define OFFICERS "询问人（签名）：范例先"

/* An interview that its officers signed and the person questioned did not. */
static void unsigned_talk(Submitted *s)
{
    put_document(s, TALK, "interview-record", "introduced", "过目", "sign-blank", "被询问人（签名）：　　年　月　日", "signed-line", OFFICERS, NULL);
}
/* A line at P12 with VALUE, and one at PLACE with the names of those who questioned, or who was questioned, and the day. */
static void talk_with_day_behind(Submitted *s, const char *value, const char *behind, const char *place)
{
    Document *talk = put_document(s, TALK, "interview-record", "introduced", "过目", "sign-blank", value, "signed-line", behind, NULL);
    for (guint i = 0; i < talk->fields->len; i++) {
        Field *field = talk->fields->pdata[i];
        g_free(field->place);
        field->place = g_strdup(strcmp(field->id, "sign-blank") == 0 ? "P12" : place);
    }
}
#define NAMES_AND_DAY "询问人：范例先　记录人：补例后　2016年9月9日"
static void talk_with_names_behind(Submitted *s) { talk_with_day_behind(s, "被询问人签名：", NAMES_AND_DAY, "P13"); }
static void talk_with_names_further_down(Submitted *s) { talk_with_day_behind(s, "被询问人签名：", NAMES_AND_DAY, "P14"); }
static void talk_signed_behind_the_line(Submitted *s) { talk_with_day_behind(s, "被询问人签名：", "熊例养　2016年9月9日", "P13"); }
static void talk_with_names_and_no_day_behind(Submitted *s) { talk_with_day_behind(s, "被询问人签名：", OFFICERS, "P13"); }
static void talk_dated_and_not_signed(Submitted *s) { talk_with_day_behind(s, "被询问人签名：　2016年9月9日", OFFICERS, "P14"); }

static void talk_signed_on_another_page(Submitted *s)
{
    unsigned_talk(s);
    add_field(the_document(s, TALK), "signed-line", "被询问人（签名）：熊例养");
}
static void talk_signed_behind_a_sentence(Submitted *s)
{
    unsigned_talk(s);
    add_field(the_document(s, TALK), "signed-line", "熊例养　2016年9月9日");
}
static void talk_typed_without_signatures(Submitted *s)
{
    put_document(s, TALK, "interview-record", "introduced", "过目", "sign-blank", "被询问人（签名）：　　年　月　日", NULL);
}
static void talk_refused(Submitted *s)
{
    unsigned_talk(s);
    set_field(s, TALK, "not-signed", "拒绝签名");
}
static void talk_scanned(Submitted *s)
{
    unsigned_talk(s);
    put_scan(s, PENALTY "询问笔录.jpg", "talk", "interview-record", NULL);
}
static void talk_beside_a_bundle(Submitted *s)
{
    unsigned_talk(s);
    put_scan(s, PENALTY "证据材料（营业执照、笔录）.pdf", "bundle", "evidence", NULL);
}
static void talk_beside_a_bundle_without_a_list(Submitted *s)
{
    unsigned_talk(s);
    put_scan(s, PENALTY "证据材料.pdf", "bundle", "evidence", NULL);
}
static void talk_beside_a_bundle_of_other_papers(Submitted *s)
{
    unsigned_talk(s);
    put_scan(s, PENALTY "证据材料（营业执照复印件、罚款缴款凭证）.pdf", "bundle", "evidence", NULL);
}
static void talk_beside_an_unnamed_scan(Submitted *s)
{
    unsigned_talk(s);
    put_scan(s, PENALTY "扫描001.jpg", "unnamed", NULL, NULL);
}

/* ---- records of an inspection ---- */

#define RECORD PENALTY "检查笔录.docx"
static void place_at(Submitted *s, const char *id, const char *place)
{
    Field *field = the_field(s, RECORD, id);
    g_free(field->place);
    field->place = g_strdup(place);
}
/* The record of an inspection with a line to sign on at P12, blank, and the officers' names at PLACE. */
static void inspected(Submitted *s, const char *place)
{
    set_field(s, RECORD, "sign-blank", "被检查人（签名）：");
    set_field(s, RECORD, "signed-line", "检查人（签名）：范例先");
    place_at(s, "sign-blank", "P12");
    place_at(s, "signed-line", place);
}
/* The interview of the same file, which was signed in type. */
static void talk_signed(Submitted *s) { put_document(s, TALK, "interview-record", "introduced", "过目", "signed-line", "被询问人（签名）：熊例养", NULL); }
static void unsigned_inspection(Submitted *s)
{
    talk_signed(s);
    inspected(s, "P13");
}
static void inspection_with_a_name_between(Submitted *s)
{
    talk_signed(s);
    inspected(s, "P14");
}
static void inspection_where_nobody_signed_in_type(Submitted *s) { inspected(s, "P13"); }
static void inspection_seen_by_a_witness(Submitted *s)
{
    unsigned_inspection(s);
    add_field(the_document(s, RECORD), "signed-line", "见证人（签名）：熊例养");
}
static void inspection_refused(Submitted *s)
{
    unsigned_inspection(s);
    set_field(s, RECORD, "not-signed", "拒绝签名");
}
static void inspection_scanned(Submitted *s)
{
    unsigned_inspection(s);
    put_scan(s, PENALTY "现场检查笔录.jpg", "record", "inspection-record", NULL);
}
static void names_in_one_line(Submitted *s)
{
    set_field(s, RECORD, "sign-blank", "被检查人（签名）：　检查人（签名）：江例先");
    set_field(s, RECORD, "signed-line", "检查人（签名）：江例先");
}

/* A report with a line to sign on at P8 and, at DAY, one for the day. */
static void report_with_blank_day(Submitted *s, const char *day)
{
    put_document(s, REPORT, "investigation-report", "sign-blank", "调查人：", "day-blank", "年　月　日", NULL);
    for (guint i = 0; i < the_document(s, REPORT)->fields->len; i++) {
        Field *field = the_document(s, REPORT)->fields->pdata[i];
        g_free(field->place);
        field->place = g_strdup(g_str_equal(field->id, "day-blank") ? day : "P8");
    }
}
static void record_with_signatures(Submitted *s)
{
    set_field(s, PENALTY "检查笔录.docx", "signed-line", "检查人（签名）：范例先");
}
static void unsigned_report(Submitted *s)
{
    record_with_signatures(s);
    report_with_blank_day(s, "P9");
}
static void report_with_a_name_between(Submitted *s)
{
    record_with_signatures(s);
    report_with_blank_day(s, "P10");
}
static void report_in_a_file_without_signatures(Submitted *s) { report_with_blank_day(s, "P9"); }
static void report_scanned(Submitted *s)
{
    unsigned_report(s);
    put_scan(s, PENALTY "调查报告.jpg", "report", "investigation-report", NULL);
}

/* ---- the mark of the station that monitored ---- */

#define REPORT_OF "案卷/犯罪1/监测报告.docx"
static void unmarked(Submitted *s) { add_field(the_document(s, REPORT_OF), "mark-missing", "监测报告"); }
static void unmarked_beside_its_scan(Submitted *s)
{
    unmarked(s);
    put_scan(s, "案卷/犯罪1/监测报告.jpg", "report", "monitoring-report", NULL);
}
static void unmarked_beside_an_unnamed_scan(Submitted *s)
{
    unmarked(s);
    put_scan(s, "案卷/犯罪1/扫描001.jpg", "unnamed", NULL, NULL);
}
static void unmarked_beside_the_form_of_sampling(Submitted *s)
{
    unmarked(s);
    put_scan(s, "案卷/犯罪1/采样取证登记单.jpg", "form", "evidence", NULL);
}
static void unmarked_beside_a_certificate(Submitted *s)
{
    unmarked(s);
    put_scan(s, "案卷/犯罪1/监测站资质认定证书.jpg", "certificate", "evidence", NULL);
}

static const FindingCase cases[] = {
    RAISED("EXT-005", "unsigned-interview", talk_with_names_behind, talk_with_names_further_down),
    RAISED("EXT-005", "unsigned-interview", talk_with_names_behind, talk_signed_behind_the_line),
    RAISED("EXT-005", "unsigned-interview", talk_dated_and_not_signed, talk_with_names_and_no_day_behind),
    RAISED("EXT-005", "unsigned-interview", unsigned_talk, talk_signed_on_another_page),
    RAISED("EXT-005", "unsigned-interview", unsigned_talk, talk_signed_behind_a_sentence),
    RAISED("EXT-005", "unsigned-interview", unsigned_talk, talk_typed_without_signatures),
    RAISED("EXT-005", "unsigned-interview", unsigned_talk, talk_refused),
    RAISED("EXT-005", "unsigned-interview", unsigned_talk, talk_scanned),
    RAISED("EXT-005", "unsigned-interview", unsigned_talk, talk_beside_a_bundle_without_a_list),
    RAISED("EXT-005", "unsigned-interview", talk_beside_a_bundle_of_other_papers, talk_beside_a_bundle),
    RAISED("EXT-005", "unsigned-interview", unsigned_talk, talk_beside_an_unnamed_scan),
    RAISED("EXT-005", "unsigned-inspection", unsigned_inspection, inspection_with_a_name_between),
    RAISED("EXT-005", "unsigned-inspection", unsigned_inspection, inspection_where_nobody_signed_in_type),
    RAISED("EXT-005", "unsigned-inspection", unsigned_inspection, inspection_seen_by_a_witness),
    RAISED("EXT-005", "unsigned-inspection", unsigned_inspection, inspection_refused),
    RAISED("EXT-005", "unsigned-inspection", names_in_one_line, inspection_scanned),
    RAISED("EXT-005", "unsigned-report", unsigned_report, report_with_a_name_between),
    RAISED("EXT-005", "unsigned-report", unsigned_report, report_in_a_file_without_signatures),
    RAISED("EXT-005", "unsigned-report", unsigned_report, report_scanned),
    RAISED("EXT-005", "no-mark", unmarked_beside_the_form_of_sampling, unmarked_beside_an_unnamed_scan),
    RAISED("EXT-005", "no-mark", unmarked, unmarked_beside_its_scan),
    RAISED("EXT-005", "no-mark", unmarked, unmarked_beside_a_certificate),
};

int main(void)
{
    return finding_cases_run("papersigns", cases, G_N_ELEMENTS(cases));
}
