/* REF, CND, SUB, BUL, CAS: each code with something that raises it and a near miss. */
#include "findingcases.h"

#include "docnumber.h"

#define DECISION "案卷/行政处罚1/决定书.docx"
#define PERSON "先进个人/向例明"

/* ---- REF ---- */

/* The candidate's list and the scans have the number of the paper, and nothing that of the row. */
static void row_misnumbered(Submitted *s) { row_renumber(first_row(s), "沅环罚字〔2016〕88号"); }
static void row_missing(Submitted *s)
{
    row_misnumbered(s);
    first_row(s)->date = day_parse_iso("2016-09-27");
}
static void row_misnumbered_and_so_is_a_scan(Submitted *s)
{
    row_misnumbered(s);
    put_scan(s, "案件证据/沅环罚字〔2016〕88号.jpg", "eighty-eight", NULL, "沅环罚字〔2016〕88号");
}
/* Nothing but the paper itself has its number. */
static void paper_misnumbered(Submitted *s) { set_field(s, DECISION, "doc-number", "沅环罚字〔2016〕88号"); }
static void row_missing_of_another_place(Submitted *s)
{
    row_missing(s);
    set_field(s, DECISION, "agency", "辰溪县环境保护局");
}
static void row_of_another_place(Submitted *s) { set_field(s, DECISION, "agency", "辰溪县环境保护局"); }
static void row_written_otherwise(Submitted *s) { row_renumber(first_row(s), "沅环罚决[2016]第001号"); }
static void enforcement_has_no_row(Submitted *s) { set_field(s, "案卷/强制执行1/申请书.docx", "doc-number", "沅环罚申字〔2016〕9号"); }
static void put_application_row(Submitted *s, const char *party, const char *day)
{
    put_row(s, KIND_ENFORCEMENT, "沅环罚申字〔2016〕1号", party, day, 0);
}
static void application_as_in_the_table(Submitted *s) { put_application_row(s, "沅陵县乌有锰业有限公司", "2016-10-20"); }
static void application_of_another_day(Submitted *s) { put_application_row(s, "沅陵县乌有锰业有限公司", "2016-10-21"); }
static void application_against_another(Submitted *s) { put_application_row(s, "沅陵县无何砖厂", "2016-10-20"); }
static void fine_differs(Submitted *s) { first_row(s)->fine_yuan = decimal_from_int(84000); }
static void fine_empty(Submitted *s) { first_row(s)->fine_yuan = (Decimal){0}; }
static void fine_of_a_transfer(Submitted *s) { ((CaseRow *)s->slice->cases->pdata[4])->fine_yuan = decimal_from_int(84000); }
static void fine_with_decimals(Submitted *s) { set_field(s, DECISION, "fine-yuan", "48000"); }
static void date_differs(Submitted *s) { first_row(s)->date++; }
static void party_differs(Submitted *s)
{
    g_free(first_row(s)->party);
    first_row(s)->party = g_strdup("沅陵县子虚锰业有限公司");
}
static void date_and_party_differ(Submitted *s)
{
    date_differs(s);
    party_differs(s);
}
static void party_in_other_width(Submitted *s)
{
    g_free(first_row(s)->party);
    first_row(s)->party = g_strdup(" 沅陵县乌有 锰业有限公司");
}
static void kind_differs(Submitted *s) { first_row(s)->kind = KIND_RESTRICTION; }
static void second_row_of_another_kind(Submitted *s) { put_row(s, KIND_RESTRICTION, "沅环罚字〔2016〕1号", "沅陵县乌有锰业有限公司", "2016-09-28", 0); }

static void another_row(Submitted *s) { put_row(s, KIND_PENALTY, "沅环罚字〔2016〕60号", "某厂", "2016-10-10", 1000); }
static void another_row_outside(Submitted *s) { put_row(s, KIND_PENALTY, "沅环罚字〔2016〕60号", "某厂", "2016-08-31", 1000); }
/* A case file of that decision, with its scan, and scans of other papers instead. */
static void row_of_a_case_file(Submitted *s) { put_penalty(s, "案卷/行政处罚9", 61, true); }
static void row_with_other_scans(Submitted *s)
{
    row_of_a_case_file(s);
    drop_files(s, "案卷/行政处罚9/证据.zip/");
    put_scan(s, "案卷/行政处罚9/处罚决定书送达回证（事先告知书、决定书）.jpg", "receipt", "service-receipt", "沅环罚字〔2016〕61号");
    put_scan(s, "案卷/行政处罚9/现场照片.jpg", "photograph", "evidence", NULL);
}
static void decision_among_other_scans(Submitted *s)
{
    row_with_other_scans(s);
    put_scan(s, "案卷/行政处罚9/处罚决定书及送达回证.pdf", "both", "service-receipt", NULL);
}
/* The scan of the daily decision beside it is none of it. */
static void put_daily_scan(Submitted *s, const char *path)
{
    row_with_other_scans(s);
    put_document(s, "案卷/行政处罚9/按日决定书.docx", "daily-decision", "doc-number", "沅环连罚字〔2016〕9号", NULL);
    put_scan(s, path, "daily", "daily-decision", NULL);
}
static void row_with_a_daily_scan(Submitted *s) { put_daily_scan(s, "案卷/行政处罚9/按日连续处罚决定书第1页.jpg"); }
static void row_with_both_decisions_scanned(Submitted *s)
{
    put_daily_scan(s, "案卷/行政处罚9/行政处罚决定书和按日连续处罚决定书.pdf");
}
static void row_with_a_scan_besides(Submitted *s)
{
    row_with_a_daily_scan(s);
    put_scan(s, "案卷/行政处罚9/行政处罚决定书第1页.jpg", "penalty", "penalty-decision", NULL);
}
static void scan_without_a_name(Submitted *s)
{
    row_with_other_scans(s);
    put_scan(s, "案卷/行政处罚9/IMG_0001.jpg", "page", NULL, NULL);
}
/* Its name ends as that of no decision or letter does. */
static void put_other_paper(Submitted *s, const char *name, const char *named)
{
    g_autofree char *path = g_strconcat("案卷/行政处罚9/", name, NULL);
    put_scan(s, path, name, named, NULL);
    the_file(s, path)->other_paper = true;
}
static void row_with_forms(Submitted *s)
{
    row_with_other_scans(s);
    put_other_paper(s, "案件处理审批表.jpg", NULL);
    put_other_paper(s, "采样取证登记单.jpg", "evidence");
    put_other_paper(s, "移送材料清单.jpg", "transfer-list");
}
static void decision_in_a_photograph(Submitted *s)
{
    row_with_forms(s);
    put_other_paper(s, "处罚决定书照片.jpg", "evidence");
}
static void decision_with_a_form(Submitted *s)
{
    row_with_forms(s);
    put_other_paper(s, "处罚决定书和审批表.jpg", NULL);
}
static void evidence_of_no_name(Submitted *s)
{
    row_with_forms(s);
    put_scan(s, "案卷/行政处罚9/证据.pdf", "evidence", "evidence", NULL);
}
static void decision_in_the_evidence(Submitted *s)
{
    row_with_other_scans(s);
    put_scan(s, "案件证据/沅环罚字〔2016〕61号.pdf", "decision", "penalty-decision", "沅环罚字〔2016〕61号");
}
/* Without a case file: what a candidate has of it. */
static void row_with_a_proof(Submitted *s)
{
    another_row(s);
    put_scan(s, "先进个人/向例明/证明材料/沅环罚字〔2016〕60号.jpg", "60", "penalty-decision", "沅环罚字〔2016〕60号");
}
static void row_with_a_proof_and_a_scan(Submitted *s)
{
    row_with_a_proof(s);
    put_scan(s, "案件证据/沅环罚字〔2016〕60号.jpg", "60 itself", NULL, "沅环罚字〔2016〕60号");
}
static void row_with_a_decision_as_proof(Submitted *s)
{
    another_row(s);
    put_scan(s, "先进个人/向例明/证明材料/沅环罚字〔2016〕60号决定书.jpg", "60", "penalty-decision", "沅环罚字〔2016〕60号");
}
static void row_with_both(Submitted *s)
{
    row_with_a_decision_as_proof(s);
    put_scan(s, "案件证据/沅环罚字〔2016〕60号.jpg", "60 itself", NULL, "沅环罚字〔2016〕60号");
}
static void row_of_a_case_file_of_a_candidate(Submitted *s) { put_penalty(s, "先进个人/向例明/案卷/行政处罚9", 61, true); }
static void row_of_a_case_file_and_its_copy(Submitted *s)
{
    row_of_a_case_file_of_a_candidate(s);
    put_penalty(s, "案卷/行政处罚9", 61, false);
}
static void candidate_of_no_group(Submitted *s)
{
    row_with_a_decision_as_proof(s);
    g_free(s->slice->unit->group);
    s->slice->unit->group = g_strdup("");
}
static void another_row_with_scan(Submitted *s)
{
    another_row(s);
    put_scan(s, "案件证据/沅环罚字〔2016〕60号.jpg", "60", "penalty-decision", "沅环罚字〔2016〕60号");
}
static void evidence_of_no_case(Submitted *s)
{
    put_scan(s, "案件证据/沅环罚字〔2016〕60号.jpg", "60", "penalty-decision", "沅环罚字〔2016〕60号");
}
static void evidence_of_a_notice(Submitted *s)
{
    put_scan(s, "案件证据/沅环罚告字〔2016〕1号.jpg", "1", "penalty-notice", "沅环罚告字〔2016〕1号");
}
static void evidence_without_a_number(Submitted *s) { put_scan(s, "案件证据/照片.jpg", "60", NULL, NULL); }
static void proof_of_no_case(Submitted *s)
{
    put_scan(s, PERSON "/证明材料/沅环罚字〔2016〕60号.jpg", "60", "penalty-decision", "沅环罚字〔2016〕60号");
}
static void evidence_without_tables(Submitted *s)
{
    evidence_of_no_case(s);
    submitted_without_tables(s);
}
static void another_row_with_broken_scan(Submitted *s)
{
    another_row(s);
    put_scan(s, "案件证据/沅环罚字〔2016〕60号.jpg", "60", "penalty-decision", "沅环罚字〔2016〕60号")->state = SCAN_DAMAGED;
}
static void an_application(Submitted *s) { put_row(s, KIND_ENFORCEMENT, "沅环罚申字〔2016〕9号", "某厂", "2016-10-10", 0); }
static void row_required(Submitted *s)
{
    s->season->collective->quantity->evidence = EVIDENCE_REQUIRED;
    another_row(s);
}
static void required_with_scan(Submitted *s)
{
    s->season->collective->quantity->evidence = EVIDENCE_REQUIRED;
    another_row_with_scan(s);
}
static void agency_differs(Submitted *s) { set_field(s, DECISION, "agency", "辰溪县环境保护局"); }
static void agency_of_the_place(Submitted *s)
{
    set_field(s, DECISION, "agency", "沅陵县公安局");
    g_ptr_array_add(s->slice->unit->aliases, g_strdup("沅陵县"));
}
static void agency_branch(Submitted *s)
{
    agency_of_the_place(s);
    set_field(s, DECISION, "agency", "沅陵县环境监察大队");
}
static void agency_by_alias(Submitted *s)
{
    agency_differs(s);
    g_ptr_array_add(s->slice->unit->aliases, g_strdup("辰溪县环保局"));
    g_ptr_array_add(s->slice->unit->aliases, g_strdup("辰溪县环境保护局"));
}

/* The county hands cases to its own police, the city's or one of its branches. */
static void transferred_to(Submitted *s, const char *police) { set_field(s, "案卷/拘留1/移送书.docx", "recipient", police); }
static void transferred_to_another_county(Submitted *s) { transferred_to(s, "辰溪县公安局"); }
static void transferred_to_another_county_town(Submitted *s) { transferred_to(s, "怀化市洪江市公安局"); }
static void transferred_to_the_own_county(Submitted *s) { transferred_to(s, "沅陵县公安局治安大队"); }
static void transferred_within_the_city(Submitted *s) { transferred_to(s, "怀化市沅陵县公安局"); }
static void transferred_to_the_city(Submitted *s) { transferred_to(s, "怀化市公安局"); }
static void transferred_to_a_branch(Submitted *s) { transferred_to(s, "怀化市公安局鹤城分局"); }
static void transferred_to_a_district(Submitted *s) { transferred_to(s, "怀化经开区公安局"); }
static void transferred_to_some_police(Submitted *s) { transferred_to(s, "县公安局"); }
static void transferred_by_the_city(Submitted *s)
{
    transferred_to_another_county(s);
    g_free(s->slice->unit->name);
    s->slice->unit->name = g_strdup("怀化市环境监察支队");
    g_ptr_array_set_size(s->slice->unit->aliases, 0);
}
static void transferred_within_the_province(Submitted *s) { transferred_to(s, "湖南省怀化市沅陵县公安局"); }

static void applied_to(Submitted *s, const char *court) { set_field(s, "案卷/强制执行1/申请书.docx", "court", court); }
static void applied_in_another_county(Submitted *s) { applied_to(s, "湖南省辰溪县人民法院"); }
static void applied_in_the_own_county(Submitted *s) { applied_to(s, "湖南省沅陵县人民法院"); }
static void applied_to_the_middle_court(Submitted *s) { applied_to(s, "怀化市中级人民法院"); }
static void applied_where_the_party_is(Submitted *s)
{
    applied_in_another_county(s);
    set_field(s, "案卷/强制执行1/申请书.docx", "address", "湖南省怀化市辰溪县子虚镇");
}
static void applied_in_no_place(Submitted *s) { applied_to(s, "有管辖权的人民法院"); }

#define ORDER "案卷/行政处罚1/责改.docx"
static void review_by(Submitted *s, const char *body) { set_field(s, ORDER, "review-body", body); }
static void review_in_another_county(Submitted *s) { review_by(s, "怀化市环境保护局或者辰溪县人民政府"); }
static void review_in_the_own_county(Submitted *s) { review_by(s, "怀化市环境保护局或者沅陵县人民政府"); }
static void review_by_the_city(Submitted *s) { review_by(s, "怀化市人民政府或者湖南省环境保护厅"); }
static void review_in_another_city(Submitted *s) { review_by(s, "邵阳市环境保护局或者沅陵县人民政府"); }
static void review_in_no_place(Submitted *s) { review_by(s, "所在地县人民政府"); }
static void review_where_the_party_is(Submitted *s)
{
    review_in_another_county(s);
    set_field(s, ORDER, "address", "湖南省怀化市辰溪县子虚镇");
}
static void review_told_by_the_city(Submitted *s)
{
    review_in_another_county(s);
    g_free(s->slice->unit->name);
    s->slice->unit->name = g_strdup("怀化市环境监察支队");
}
static void suit_in_another_county(Submitted *s) { set_field(s, ORDER, "suit-court", "辰溪县人民法院"); }
/* The order tells of another court than the decision. */
static void suits_in_two_counties(Submitted *s)
{
    suit_in_another_county(s);
    set_field(s, "案卷/行政处罚1/决定书.docx", "suit-court", "沅陵县人民法院");
}
static void suits_in_the_assigned_court(Submitted *s)
{
    suit_in_another_county(s);
    set_field(s, "案卷/行政处罚1/决定书.docx", "suit-court", "辰溪县人民法院");
}
static void suit_in_the_middle_court(Submitted *s)
{
    suits_in_two_counties(s);
    set_field(s, ORDER, "suit-court", "怀化市中级人民法院");
}

static void town_of_an_unknown_city(Submitted *s)
{
    transferred_to(s, "洪江市公安局");
    g_clear_pointer(&s->season->contact->office, g_free);
}

static void report_by(Submitted *s, const char *agency) { set_field(s, "自评报告.docx", "agency", agency); }
static void report_of_another_unit(Submitted *s) { report_by(s, "辰溪县环境保护局"); }
static void report_of_the_unit(Submitted *s) { report_by(s, "怀化市沅陵县环保局"); }
static void report_of_the_city(Submitted *s) { report_by(s, "怀化市环境保护局"); }

/* The clean decision is signed 沅陵县环境保护局. */
static void headed(Submitted *s, const char *agency) { set_field(s, DECISION, "heading-agency", agency); }
static void headed_by_another(Submitted *s) { headed(s, "辰溪县环境保护局"); }
static void headed_in_short(Submitted *s) { headed(s, "沅陵县环保局"); }
static void headed_with_the_city(Submitted *s) { headed(s, "怀化市沅陵县环境保护局"); }
static void headed_under_the_bureau(Submitted *s) { headed(s, "沅陵县环境保护局五强溪分局"); }
static void headed_by_the_team(Submitted *s) { headed(s, "沅陵县环境监察大队"); }
static void headed_by_the_bureaus_team(Submitted *s) { headed(s, "沅陵县环境保护局环境监察大队"); }
static void headed_by_alias(Submitted *s)
{
    headed_by_another(s);
    g_ptr_array_add(s->slice->unit->aliases, g_strdup("辰溪县"));
}
static void headed_by_the_police(Submitted *s) { headed(s, "沅陵县公安局"); } /* no environment agency: a word of the text */
static void record_headed_by_another(Submitted *s)
{
    set_field(s, "案卷/行政处罚1/检查笔录.docx", "agency", "沅陵县环境保护局");
    set_field(s, "案卷/行政处罚1/检查笔录.docx", "heading-agency", "沅陵县环境监察大队");
}
static void notice_headed_by_another(Submitted *s)
{
    set_field(s, "案卷/行政处罚1/告知书.docx", "agency", "沅陵县环境保护局");
    set_field(s, "案卷/行政处罚1/告知书.docx", "heading-agency", "辰溪县环境保护局");
}

static void applied_by(Submitted *s, const char *applicant) { set_field(s, "案卷/强制执行1/申请书.docx", "applicant", applicant); }
static void applied_by_another(Submitted *s) { applied_by(s, "辰溪县环境保护局"); }
static void applied_by_the_unit_in_short(Submitted *s) { applied_by(s, "沅陵县环保局"); }
static void applied_by_a_firm(Submitted *s) { applied_by(s, "沅陵县乌有锰业有限公司"); } /* parties mixed up: not told as an agency */
static void applied_and_signed_by_another(Submitted *s)
{
    applied_by_another(s);
    set_field(s, "案卷/强制执行1/申请书.docx", "agency", "辰溪县环境保护局");
}

static void all_of_another_agency(Submitted *s)
{
    for (guint i = 0; i < s->casefiles->files->len; i++) {
        const FileFacts *facts = s->casefiles->files->pdata[i];
        if (facts->documents->len > 0 && document_field(facts->documents->pdata[0], "agency"))
            set_field(s, facts->path, "agency", "怀化市环境保护局");
    }
}
static void all_but_one_of_another_agency(Submitted *s)
{
    all_of_another_agency(s);
    set_field(s, DECISION, "agency", "沅陵县环境保护局");
}

/* ---- CND ---- */

static void no_integrity(Submitted *s) { drop_files(s, PERSON "/廉洁证明.docx"); }
static void integrity_as_scan(Submitted *s)
{
    no_integrity(s);
    put_scan(s, PERSON "/廉洁证明.jpg", "clean", "integrity-certificate", NULL);
}
static void integrity_elsewhere(Submitted *s)
{
    no_integrity(s);
    put_document(s, "先进个人/廉洁证明.docx", "integrity-certificate", "name", "向例明", NULL);
}
static void integrity_of_another(Submitted *s)
{
    no_integrity(s);
    put_document(s, "先进个人/廉洁证明.docx", "integrity-certificate", "name", "舒例川", NULL);
}
static void joint_certificate(Submitted *s, const char *first, const char *second)
{
    no_integrity(s);
    add_field(put_document(s, "廉洁证明.docx", "integrity-certificate", "name", first, NULL), "name", second);
}
static void integrity_of_others(Submitted *s) { joint_certificate(s, "舒例川", "向例"); }
static void integrity_of_several(Submitted *s) { joint_certificate(s, "舒例川", "向例明"); }
static void story_long(Submitted *s) { the_document(s, PERSON "/事迹材料.docx")->story_chars = 3001; }
static void story_full(Submitted *s) { the_document(s, PERSON "/事迹材料.docx")->story_chars = 3000; }
static void form_of_another(Submitted *s) { set_field(s, PERSON "/推荐表.docx", "name", "舒例川"); }
static void form_with_blanks_in_the_name(Submitted *s) { set_field(s, PERSON "/推荐表.docx", "name", "向 例　明"); }
static void list_of_another(Submitted *s) { set_field(s, PERSON "/案件清单.docx", "name", "舒例川"); }
/* All papers that tell whose folder it is say NAME. */
static void papers_of(Submitted *s, const char *name)
{
    static const char *const papers[] = {PERSON "/推荐表.docx", PERSON "/廉洁证明.docx", PERSON "/案件清单.docx"};
    for (size_t i = 0; i < G_N_ELEMENTS(papers); i++)
        set_field(s, papers[i], "name", name);
}
static void folder_misspelt(Submitted *s) { papers_of(s, "向例鸣"); }
static void folder_with_a_character_missing(Submitted *s) { papers_of(s, "欧向例明"); }
static void folder_of_somebody_else(Submitted *s) { papers_of(s, "舒例川"); }
static void papers_of_a_folder_there(Submitted *s)
{
    folder_misspelt(s);
    put_document(s, "先进个人/向例鸣/推荐表.docx", "candidate-form", "name", "向例鸣", NULL);
}
static void one_paper_of_another(Submitted *s) { set_field(s, PERSON "/推荐表.docx", "name", "向例鸣"); }
static void only_paper_with_a_name(Submitted *s)
{
    one_paper_of_another(s);
    drop_field(s, PERSON "/廉洁证明.docx", "name");
    drop_field(s, PERSON "/案件清单.docx", "name");
}
static void folder_on_the_list(Submitted *s)
{
    folder_misspelt(s);
    add_field(the_document(s, "先进个人候选名单.docx"), "name", "向例明");
}
static void certificate_of_two(Submitted *s)
{
    add_field(the_document(s, PERSON "/廉洁证明.docx"), "name", "舒例川");
}
static void no_certificate(Submitted *s) { drop_field(s, PERSON "/推荐表.docx", "certificate-number"); }
static void certificate_beside_the_name(Submitted *s)
{
    no_certificate(s);
    put_officer(the_document(s, PERSON "/推荐表.docx"), "向例明", "43122201");
}
static void no_form(Submitted *s) { drop_files(s, PERSON "/推荐表.docx"); }
static void no_story(Submitted *s) { drop_files(s, PERSON "/事迹材料.docx"); }
static void story_as_scan(Submitted *s)
{
    no_story(s);
    put_scan(s, PERSON "/事迹材料.pdf", "story", "story", NULL);
}
static void no_legal_form(Submitted *s) { drop_files(s, "法制先进个人/覃例和/推荐表.docx"); }
static void legal_form_as_scan(Submitted *s)
{
    no_legal_form(s);
    put_scan(s, "法制先进个人/覃例和/推荐表.jpg", "form", "candidate-form", NULL);
}
static void no_legal_story(Submitted *s) { drop_files(s, "法制先进个人/覃例和/事迹材料.docx"); }
static void no_list(Submitted *s) { drop_files(s, PERSON "/案件清单.docx"); }
static void empty_list(Submitted *s) { record_list_clear(the_document(s, PERSON "/案件清单.docx")->claims, &claim_type); }
static void list_of_another_name(Submitted *s)
{
    no_list(s);
    put_claim(put_document(s, PERSON "/办案情况.csv", "case-list", NULL), "沅环罚字〔2016〕1号", KIND_PENALTY, ROLE_LEAD);
}
static void add_people(Submitted *s, int count)
{
    s->slice->unit->individuals = 2;
    for (int i = 0; i < count; i++) {
        g_autofree char *path = g_strdup_printf("执法先进个人/某%d/推荐表.docx", i);
        put_document(s, path, "candidate-form", NULL);
    }
}
static void three_candidates(Submitted *s) { add_people(s, 2); }
static void two_candidates(Submitted *s) { add_people(s, 1); }
static void no_quota_known(Submitted *s)
{
    add_people(s, 2);
    s->slice->unit->individuals = -1;
}
static void namesake(Submitted *s)
{
    put_document(s, "执法先进个人/向 例　明/推荐表.docx", "candidate-form", NULL);
}
static void namesake_on_the_other_list(Submitted *s)
{
    put_document(s, "法制工作先进个人/向例明/推荐表.docx", "candidate-form", NULL);
}
static void two_legals(Submitted *s) { put_document(s, "法制工作先进个人/某甲/推荐表.docx", "candidate-form", NULL); }

static void two_legals_for_two_places(Submitted *s)
{
    two_legals(s);
    s->slice->unit->legals = 2;
}

static Claim *claim(Submitted *s) { return the_document(s, PERSON "/案件清单.docx")->claims->pdata[0]; }
static void claim_role(Submitted *s, int role, const char *text)
{
    claim(s)->role = role;
    claim(s)->role_text = g_strdup(text);
}
static void role_unknown(Submitted *s) { claim_role(s, ROLE_NONE, "主角"); }
static void role_member(Submitted *s) { claim_role(s, ROLE_MEMBER, "参与"); }
static void role_left_out(Submitted *s) { claim_role(s, ROLE_NONE, ""); }
static void kind_unknown(Submitted *s)
{
    g_free(claim(s)->kind_text);
    claim(s)->kind_text = g_strdup("大案");
    claim(s)->kind = KIND_NONE;
}
/* A row of the list, behind the one that is there, of which nothing could be read. */
static void add_unread(Submitted *s, int unread)
{
    Claim *more = record_add(the_document(s, PERSON "/案件清单.docx")->claims, &claim_type);
    more->unread = unread;
    more->number = g_strdup("");
    more->key = g_strdup("");
    more->place = g_strdup("L3");
}
static void row_broken(Submitted *s) { add_unread(s, CLAIM_BAD_ROW); }
static void row_without_a_number(Submitted *s) { add_unread(s, CLAIM_NO_NUMBER); }
static void kind_by_number(Submitted *s)
{
    g_free(claim(s)->kind_text);
    claim(s)->kind_text = g_strdup("其他");
    claim(s)->kind_by_number = true;
}
static void kind_left_to_the_number(Submitted *s)
{
    kind_by_number(s);
    g_clear_pointer(&claim(s)->kind_text, g_free);
}
static void list_too_long(Submitted *s) { add_unread(s, CLAIM_TOO_MANY); }
static void claim_unknown(Submitted *s)
{
    g_free(claim(s)->key);
    claim(s)->key = g_strdup("沅环||罚|2016|99");
}
static void claim_written_otherwise(Submitted *s)
{
    g_free(claim(s)->number);
    g_free(claim(s)->key);
    claim(s)->number = g_strdup("沅环罚决[2016]第001号");
    claim(s)->key = docnumber_key(claim(s)->number);
}
static void claim_other_kind(Submitted *s) { claim(s)->kind = KIND_DETENTION; }
static void claim_both_kinds(Submitted *s)
{
    claim_other_kind(s);
    put_row(s, KIND_DETENTION, "沅环罚字〔2016〕1号", "某厂", "2016-09-28", 0);
}
static void claim_outside(Submitted *s) { first_row(s)->date = day_parse_iso("2016-12-01"); }
static void claim_last_day(Submitted *s) { first_row(s)->date = day_parse_iso("2016-11-30"); }
static void no_proof(Submitted *s) { drop_files(s, PERSON "/证明材料/"); }
static void proof_by_text(Submitted *s)
{
    no_proof(s);
    DocNumber *mention = record_add(put_document(s, PERSON "/证明材料/说明.docx", "other", NULL)->mentions, &docnumber_type);
    mention->raw = g_strdup("沅环罚字〔2016〕1号");
    mention->key = g_strdup("沅环||罚|2016|1");
}
static void no_decision_scan(Submitted *s)
{
    drop_files(s, "案卷/行政处罚1/证据.zip/");
    drop_files(s, PERSON "/案卷/行政处罚1/证据.zip/");
}
static void decision_scan_among_proofs(Submitted *s)
{
    no_decision_scan(s);
    put_scan(s, PERSON "/证明材料/决定书.jpg", "decision", "penalty-decision", "沅环罚字〔2016〕1号");
}
static void no_proof_asked(Submitted *s)
{
    s->season->individual->quantity->evidence = EVIDENCE_ADVISORY;
    no_proof(s);
}
static void no_role(Submitted *s) { drop_files(s, PERSON "/情况说明.docx"); }
static void role_in_the_form(Submitted *s)
{
    no_role(s);
    set_field(s, PERSON "/推荐表.docx", "role-played", "该案主办人");
}
static void role_as_scan(Submitted *s)
{
    no_role(s);
    put_scan(s, PERSON "/情况说明.pdf", "role", "role-statement", NULL);
}
static void no_penalty_file(Submitted *s) { drop_files(s, PERSON "/案卷/"); }
static void penalty_file_in_the_folder_itself(Submitted *s)
{
    no_penalty_file(s);
    put_document(s, PERSON "/案卷/决定书.docx", "penalty-decision", NULL);
}
/* The case ended with a letter to the police: the file is of another kind, and its penalty is there all the same. */
static void penalty_file_with_a_transfer(Submitted *s)
{
    put_document(s, PERSON "/案卷/行政处罚1/移送书.docx", "detention-transfer", "doc-number", "沅环拘移〔2016〕9号",
                 "transfer-date", "2016-10-14", NULL);
}
static void transfer_without_the_filing(Submitted *s)
{
    penalty_file_with_a_transfer(s);
    drop_files(s, PERSON "/案卷/行政处罚1/立案.docx");
}

static const FindingCase cases[] = {
    RAISED("REF-001", NULL, row_missing, row_written_otherwise),
    RAISED("REF-001", NULL, row_missing, enforcement_has_no_row),
    RAISED("REF-001", "entered", row_misnumbered, row_missing),
    RAISED("REF-001", "entered", row_misnumbered, row_misnumbered_and_so_is_a_scan),
    RAISED("REF-001", "entered", row_misnumbered, paper_misnumbered),
    RAISED("CND-005", "entered", row_misnumbered, row_missing),
    RAISED("CND-005", "entered", row_misnumbered, row_misnumbered_and_so_is_a_scan),
    RAISED("REF-001", "agency", row_missing_of_another_place, row_missing),
    RAISED("REF-001", "agency", row_missing_of_another_place, row_of_another_place),
    RAISED("REF-002", NULL, fine_differs, fine_with_decimals),
    RAISED("REF-002", NULL, fine_empty, fine_of_a_transfer),
    RAISED("REF-002", "date", date_differs, fine_differs),
    RAISED("REF-002", "party", party_differs, party_in_other_width),
    RAISED("REF-002", "date", application_of_another_day, application_as_in_the_table),
    RAISED("REF-002", "party", application_against_another, application_as_in_the_table),
    RAISED("REF-002", "number", date_and_party_differ, date_differs),
    RAISED("REF-002", "number", date_and_party_differ, party_differs),
    RAISED("REF-002", "kind", kind_differs, second_row_of_another_kind),
    RAISED("REF-006", NULL, evidence_of_no_case, another_row_with_scan),
    RAISED("REF-006", NULL, evidence_of_no_case, evidence_of_a_notice),
    RAISED("REF-006", NULL, evidence_of_no_case, evidence_without_a_number),
    RAISED("REF-006", NULL, evidence_of_no_case, proof_of_no_case),
    RAISED("REF-006", NULL, evidence_of_no_case, evidence_without_tables),
    RAISED("REF-008", NULL, row_with_other_scans, row_of_a_case_file),
    RAISED("REF-008", NULL, row_with_other_scans, decision_among_other_scans),
    RAISED("REF-008", NULL, row_with_other_scans, scan_without_a_name),
    RAISED("REF-008", NULL, row_with_other_scans, decision_in_the_evidence),
    RAISED("REF-008", NULL, row_with_a_daily_scan, row_with_both_decisions_scanned),
    RAISED("REF-008", NULL, row_with_a_daily_scan, row_with_a_scan_besides),
    RAISED("REF-008", NULL, row_with_forms, decision_in_a_photograph),
    RAISED("REF-008", NULL, row_with_forms, decision_with_a_form),
    RAISED("REF-008", NULL, row_with_forms, evidence_of_no_name),
    RAISED("REF-008", "proof", row_with_a_proof, row_with_a_proof_and_a_scan),
    RAISED("REF-008", "proof", row_with_a_proof, row_with_a_decision_as_proof),
    RAISED("REF-008", "candidate", row_with_a_decision_as_proof, row_with_both),
    RAISED("REF-008", "candidate", row_with_a_decision_as_proof, row_with_a_proof),
    RAISED("REF-008", "candidate", row_with_a_decision_as_proof, candidate_of_no_group),
    RAISED("REF-008", "candidate", row_of_a_case_file_of_a_candidate, row_of_a_case_file_and_its_copy),
    RAISED("REF-003", "advisory", another_row, another_row_outside),
    RAISED("REF-003", "advisory", another_row_with_broken_scan, another_row_with_scan),
    RAISED("REF-003", "advisory", another_row, an_application),
    RAISED("REF-003", NULL, row_required, required_with_scan),
    RAISED("REF-005", NULL, agency_differs, agency_by_alias),
    RAISED("REF-005", NULL, agency_of_the_place, agency_branch),
    RAISED("REF-005", "all", all_of_another_agency, all_but_one_of_another_agency),
    RAISED("REF-005", "heading", headed_by_another, headed_in_short),
    RAISED("REF-005", "heading", headed_by_another, headed_by_alias),
    RAISED("REF-005", "heading", headed_by_the_team, headed_with_the_city),
    RAISED("REF-005", "heading", headed_by_the_bureaus_team, headed_under_the_bureau),
    RAISED("REF-005", "heading", headed_by_the_team, headed_by_the_police),
    RAISED("REF-005", "heading", notice_headed_by_another, record_headed_by_another),
    RAISED("REF-005", "applicant", applied_by_another, applied_by_the_unit_in_short),
    RAISED("REF-005", "applicant", applied_by_another, applied_by_a_firm),
    RAISED("REF-005", "applicant", applied_by_another, applied_and_signed_by_another),
    RAISED("REF-005", NULL, all_but_one_of_another_agency, all_of_another_agency),
    RAISED("CND-001", NULL, no_integrity, integrity_as_scan),
    RAISED("CND-001", NULL, integrity_of_another, integrity_elsewhere),
    RAISED("CND-001", NULL, integrity_of_others, integrity_of_several),
    RAISED("CND-002", NULL, story_long, story_full),
    RAISED("CND-003", NULL, no_certificate, certificate_beside_the_name),
    RAISED("REF-007", NULL, transferred_to_another_county, transferred_to_the_own_county),
    RAISED("REF-007", NULL, transferred_to_another_county, transferred_within_the_city),
    RAISED("REF-007", NULL, transferred_to_another_county_town, transferred_to_the_city),
    RAISED("REF-007", NULL, transferred_to_another_county_town, transferred_to_a_branch),
    RAISED("REF-007", NULL, transferred_to_another_county, transferred_to_a_district),
    RAISED("REF-007", NULL, transferred_to_another_county, transferred_to_some_police),
    RAISED("REF-007", NULL, transferred_to_another_county, transferred_by_the_city),
    RAISED("REF-007", NULL, transferred_to_another_county_town, town_of_an_unknown_city),
    RAISED("REF-007", NULL, transferred_to_another_county, transferred_within_the_province),
    RAISED("REF-007", "court", applied_in_another_county, applied_in_the_own_county),
    RAISED("REF-007", "court", applied_in_another_county, applied_to_the_middle_court),
    RAISED("REF-007", "court", applied_in_another_county, applied_where_the_party_is),
    RAISED("REF-007", "court", applied_in_another_county, applied_in_no_place),
    RAISED("REF-007", "remedies", review_in_another_county, review_in_the_own_county),
    RAISED("REF-007", "remedies", review_in_another_county, review_by_the_city),
    RAISED("REF-007", "remedies", review_in_another_city, review_by_the_city),
    RAISED("REF-007", "remedies", review_in_another_county, review_in_no_place),
    RAISED("REF-007", "remedies", review_in_another_county, review_where_the_party_is),
    RAISED("REF-007", "remedies", review_in_another_county, review_told_by_the_city),
    RAISED("REF-007", "remedies", suits_in_two_counties, suits_in_the_assigned_court),
    RAISED("REF-007", "remedies", suits_in_two_counties, suit_in_the_middle_court),
    RAISED("SUB-001", "agency", report_of_another_unit, report_of_the_unit),
    RAISED("SUB-001", "agency", report_of_another_unit, report_of_the_city),
    RAISED("CND-004", NULL, three_candidates, two_candidates),
    RAISED("CND-004", NULL, three_candidates, no_quota_known),
    RAISED("CND-004", "legal", two_legals, two_legals_for_two_places),
    RAISED("CND-005", NULL, claim_unknown, claim_written_otherwise),
    RAISED("CND-005", "kind", claim_other_kind, claim_both_kinds),
    RAISED("CND-005", "window", claim_outside, claim_last_day),
    RAISED("CND-006", NULL, no_proof, proof_by_text),
    RAISED("CND-006", NULL, no_decision_scan, decision_scan_among_proofs),
    RAISED("CND-006", "advisory", no_proof_asked, no_proof),
    RAISED("CND-007", NULL, no_role, role_as_scan),
    RAISED("CND-007", NULL, no_role, role_in_the_form),
    RAISED("CND-007", NULL, no_penalty_file, penalty_file_in_the_folder_itself),
    RAISED("CND-007", NULL, transfer_without_the_filing, penalty_file_with_a_transfer),
    RAISED("CND-003", "no-form", no_form, no_certificate),
    RAISED("CND-008", NULL, no_list, list_of_another_name),
    RAISED("CND-008", "empty", empty_list, no_list),
    RAISED("CND-009", NULL, no_story, story_as_scan),
    RAISED("CND-009", "legal", no_legal_story, no_story),
    RAISED("CND-013", NULL, form_of_another, form_with_blanks_in_the_name),
    RAISED("CND-013", NULL, list_of_another, certificate_of_two),
    RAISED("CND-013", NULL, folder_of_somebody_else, folder_misspelt),
    RAISED("CND-013", "folder", folder_misspelt, folder_of_somebody_else),
    RAISED("CND-013", "folder", folder_misspelt, papers_of_a_folder_there),
    RAISED("CND-013", "folder", folder_misspelt, one_paper_of_another),
    RAISED("CND-013", "folder", folder_misspelt, only_paper_with_a_name),
    RAISED("CND-013", "folder", folder_with_a_character_missing, folder_on_the_list),
    RAISED("CND-011", NULL, no_legal_form, legal_form_as_scan),
    RAISED("CND-012", NULL, namesake, two_candidates),
    RAISED("CND-012", NULL, namesake, namesake_on_the_other_list),
    RAISED("CND-010", NULL, role_unknown, role_member),
    RAISED("CND-010", "no-role", role_left_out, role_unknown),
    RAISED("CND-010", "kind", kind_unknown, claim_other_kind),
    RAISED("CND-010", "kind-by-number", kind_by_number, kind_left_to_the_number),
    RAISED("CND-010", "no-number", row_without_a_number, row_broken),
    RAISED("CND-010", "row", row_broken, list_too_long),
    RAISED("CND-010", "limit", list_too_long, row_broken),
};

int main(void)
{
    return finding_cases_run("tables", cases, G_N_ELEMENTS(cases));
}
