/* REF-007 and SET-005: letters of transfer to nobody or to a bureau, and without the list that they name; EXT-002 and
 * LAW-009: receipts for the correction of a paper. */
#include "findingcases.h"

#define LETTER "案卷/犯罪1/移送书.docx"
#define LIST "案卷/犯罪1/清单.docx"
#define PENALTY "案卷/行政处罚1/"

/* ---- to whom ---- */

static void addressed_to_the_bureau(Submitted *s) { set_field(s, LETTER, "recipient", "沅陵县环境保护局"); }
static void addressed_to_the_police(Submitted *s) { set_field(s, LETTER, "recipient", "沅陵县公安局"); }
static void addressed_to_nobody(Submitted *s) { set_field(s, LETTER, "handed-to-you", "移送你局"); }
static void addressed_in_other_words(Submitted *s)
{
    addressed_to_nobody(s);
    set_field(s, LETTER, "addressed", "沅陵县局治安大队");
}
static void named_to_the_police(Submitted *s)
{
    addressed_to_nobody(s);
    addressed_to_the_police(s);
}

/* ---- to the police of another county, by the papers beside the letter; no table tells the unit's place ---- */

#define APPROVAL "案卷/犯罪1/移送审批表2.docx"

static void letter_to(Submitted *s, const char *police, const char *approved)
{
    submitted_without_tables(s);
    drop_field(s, LIST, "recipient");
    set_field(s, LETTER, "recipient", police);
    if (approved)
        put_document(s, APPROVAL, "transfer-approval", "recipient", approved, NULL);
}
static void approved_for_the_own(Submitted *s) { letter_to(s, "辰溪县公安局", "沅陵县公安局"); }
static void approved_for_the_same(Submitted *s) { letter_to(s, "辰溪县公安局", "怀化市辰溪县公安局刑侦大队"); }
static void approved_in_short(Submitted *s) { letter_to(s, "辰溪县公安局", "辰溪公安局"); }
static void approved_for_a_branch(Submitted *s) { letter_to(s, "洪江市公安局", "怀化市公安局洪江分局"); }
static void approved_for_the_city(Submitted *s) { letter_to(s, "辰溪县公安局", "怀化市公安局"); }
static void letter_to_the_city(Submitted *s) { letter_to(s, "怀化市公安局", "沅陵县公安局"); }
static void letter_to_a_branch(Submitted *s) { letter_to(s, "怀化市公安局鹤城分局", "沅陵县公安局"); }
static void letter_to_no_place(Submitted *s) { letter_to(s, "县公安局", "沅陵县公安局"); }
static void letter_to_two(Submitted *s)
{
    approved_for_the_own(s);
    add_field(the_document(s, LETTER), "recipient", "沅陵县公安局");
}
static void approved_for_two(Submitted *s)
{
    approved_for_the_own(s);
    add_field(the_document(s, APPROVAL), "recipient", "辰溪县公安局");
}
static void received_by_the_own(Submitted *s)
{
    letter_to(s, "辰溪县公安局", NULL);
    put_document(s, "案卷/犯罪1/回执.docx", "police-receipt", "agency", "沅陵县公安局", NULL);
}
static void received_by_the_same(Submitted *s)
{
    letter_to(s, "辰溪县公安局", NULL);
    put_document(s, "案卷/犯罪1/回执.docx", "police-receipt", "agency", "辰溪县公安局", NULL);
}
static void made_by(Submitted *s, const char *agency)
{
    letter_to(s, "辰溪县公安局", NULL);
    set_field(s, LETTER, "agency", agency);
}
static void made_in_the_own_county(Submitted *s) { made_by(s, "沅陵县环境保护局"); }
static void made_in_that_county(Submitted *s) { made_by(s, "怀化市辰溪县环保局"); }
static void made_by_the_city(Submitted *s) { made_by(s, "怀化市环境保护局"); }
static void told_by_the_table(Submitted *s)
{
    set_field(s, LETTER, "recipient", "辰溪县公安局");
    put_document(s, APPROVAL, "transfer-approval", "recipient", "沅陵县公安局", NULL);
}

/* ---- who signed for it ---- */

static void received_by(Submitted *s, const char *police)
{
    set_field(s, LETTER, "recipient", "沅陵县公安局");
    set_field(s, "案卷/犯罪1/回执.docx", "agency", police);
}
/* The letter went where it should, by the table. */
static void approved_for(Submitted *s, const char *police)
{
    received_by(s, "沅陵县公安局");
    drop_field(s, LIST, "recipient");
    put_document(s, APPROVAL, "transfer-approval", "recipient", police, NULL);
}
static void approved_for_another_county(Submitted *s) { approved_for(s, "辰溪县公安局"); }
static void approved_for_that_county(Submitted *s) { approved_for(s, "怀化市沅陵县公安局治安大队"); }
static void approved_for_no_county(Submitted *s) { approved_for(s, "公安机关"); }
static void received_elsewhere(Submitted *s) { received_by(s, "辰溪县公安局"); }
static void received_here(Submitted *s) { received_by(s, "怀化市沅陵县公安局治安大队"); }
static void received_by_the_city(Submitted *s) { received_by(s, "怀化市公安局"); }
static void received_by_the_county(Submitted *s) { received_by(s, "县公安局"); }
static void received_elsewhere_and_here(Submitted *s)
{
    received_elsewhere(s);
    put_document(s, "案卷/犯罪1/回执2.docx", "police-receipt", "agency", "沅陵县公安局", NULL);
}
static void received_elsewhere_and_by_the_city(Submitted *s)
{
    received_elsewhere(s);
    put_document(s, "案卷/犯罪1/回执2.docx", "police-receipt", "agency", "怀化市公安局", NULL);
}
static void received_where_it_went(Submitted *s)
{
    received_elsewhere(s);
    set_field(s, LETTER, "recipient", "辰溪县公安局");
}
static void received_elsewhere_by_the_approval(Submitted *s)
{
    letter_to(s, "沅陵县公安局", "沅陵县公安局");
    drop_field(s, LETTER, "agency");
    received_elsewhere(s);
}
static void received_elsewhere_by_the_bureau(Submitted *s)
{
    letter_to(s, "沅陵县公安局", NULL);
    set_field(s, LETTER, "agency", "沅陵县环境保护局");
    received_elsewhere(s);
}
static void received_where_the_bureau_is(Submitted *s)
{
    letter_to(s, "沅陵县公安局", NULL);
    set_field(s, LETTER, "agency", "辰溪县环境保护局");
    received_elsewhere(s);
}

/* ---- the list among the annexes ---- */

static void goods_and_a_list_named(Submitted *s)
{
    set_field(s, LETTER, "list-annexed", "移送材料清单");
    drop_files(s, LIST);
    put_document(s, "案卷/犯罪1/涉案物品清单.docx", "goods-list", NULL);
    drop_files(s, "案卷/犯罪1/移送书.jpg");
    put_scan(s, "案卷/犯罪1/现场照片1.jpg", "photo", "evidence", NULL);
    put_scan(s, "案卷/犯罪1/回执.jpg", "receipt", "police-receipt", NULL);
}
static void goods_alone_named(Submitted *s)
{
    goods_and_a_list_named(s);
    drop_field(s, LETTER, "list-annexed");
}
static void list_in_the_file(Submitted *s)
{
    goods_and_a_list_named(s);
    put_document(s, LIST, "transfer-list", NULL);
}
static void list_as_a_scan(Submitted *s)
{
    goods_and_a_list_named(s);
    put_scan(s, "案卷/犯罪1/移送材料清单.jpg", "list", "transfer-list", NULL);
}
static void list_in_a_bundle(Submitted *s)
{
    goods_and_a_list_named(s);
    put_scan(s, "案卷/犯罪1/移送材料扫描.pdf", "bundle", NULL, NULL);
}
static void list_behind_the_letter(Submitted *s)
{
    goods_and_a_list_named(s);
    put_scan(s, "案卷/犯罪1/移送书.pdf", "letter", "crime-transfer", NULL)->pages = 3;
}
static void list_in_a_scan_without_a_name(Submitted *s)
{
    goods_and_a_list_named(s);
    put_scan(s, "案卷/犯罪1/scan0001.jpg", "untold", NULL, NULL);
}

/* ---- the receipt for a correction ---- */

static void receipt_quoting(Submitted *s, const char *quote)
{
    put_document(s, PENALTY "回证9.docx", "service-receipt", "served-number", "沅环罚字〔2016〕1号",
                 "served-document", quote, "service-date", "2016-11-18", NULL);
    quote_field(the_field(s, PENALTY "回证9.docx", "served-number"), quote);
    drop_files(s, PENALTY "回证2.docx");
    set_field(s, PENALTY "决定书.docx", "service-date", "2016-09-29");
}
static void receipt_of_the_decision(Submitted *s) { receipt_quoting(s, "行政处罚决定书（沅环罚字〔2016〕1号）"); }
static void receipt_of_the_correction(Submitted *s)
{
    receipt_quoting(s, "关于更正行政处罚决定书的通知（沅环罚字〔2016〕1号）");
}
static void receipt_of_the_corrected_decision(Submitted *s)
{
    receipt_quoting(s, "更正后的行政处罚决定书（沅环罚字〔2016〕1号）");
}
static void receipt_of_both(Submitted *s)
{
    receipt_quoting(s, "行政处罚决定书（沅环罚字〔2016〕1号）、更正通知");
}
static void number_in_a_cell_of_its_own(Submitted *s)
{
    receipt_of_the_correction(s);
    quote_field(the_field(s, PENALTY "回证9.docx", "served-number"), "沅环罚字〔2016〕1号");
}

/* ---- what the police signed for ---- */

static void list_scanned_as(Submitted *s, const char *path, const char *type)
{
    drop_files(s, "案卷/拘留1/回执.docx");
    drop_files(s, "案卷/拘留1/清单.docx");
    put_scan(s, path, "list", type, NULL);
}
static void list_signed_on_a_scan(Submitted *s) { list_scanned_as(s, "案卷/拘留1/移送材料清单.jpg", "transfer-list"); }
static void approval_as_a_scan(Submitted *s) { list_scanned_as(s, "案卷/拘留1/移送审批表.jpg", "transfer-approval"); }

static const FindingCase cases[] = {
    RAISED("SET-005", "police", approval_as_a_scan, list_signed_on_a_scan),
    RAISED("REF-007", "bureau", addressed_to_the_bureau, addressed_to_the_police),
    RAISED("REF-007", "nobody", addressed_to_nobody, addressed_in_other_words),
    RAISED("REF-007", "nobody", addressed_to_nobody, named_to_the_police),
    RAISED("EXT-002", NULL, approved_for_another_county, approved_for_that_county),
    RAISED("EXT-002", NULL, approved_for_another_county, approved_for_no_county),
    RAISED("REF-007", "elsewhere", approved_for_the_own, approved_for_the_same),
    RAISED("REF-007", "elsewhere", approved_for_the_own, approved_in_short),
    RAISED("REF-007", "elsewhere", approved_for_the_own, approved_for_a_branch),
    RAISED("REF-007", "elsewhere", approved_for_the_own, approved_for_the_city),
    RAISED("REF-007", "elsewhere", approved_for_the_own, letter_to_the_city),
    RAISED("REF-007", "elsewhere", approved_for_the_own, letter_to_a_branch),
    RAISED("REF-007", "elsewhere", approved_for_the_own, letter_to_no_place),
    RAISED("REF-007", "elsewhere", approved_for_the_own, letter_to_two),
    RAISED("REF-007", "elsewhere", approved_for_the_own, approved_for_two),
    RAISED("REF-007", "elsewhere", received_by_the_own, received_by_the_same),
    RAISED("REF-007", "elsewhere", made_in_the_own_county, made_in_that_county),
    RAISED("REF-007", "elsewhere", made_in_the_own_county, made_by_the_city),
    RAISED("REF-007", "elsewhere", approved_for_the_own, told_by_the_table),
    RAISED("REF-007", NULL, told_by_the_table, approved_for_the_own),
    RAISED("REF-007", "received", received_elsewhere, received_here),
    RAISED("REF-007", "received", received_elsewhere, received_by_the_city),
    RAISED("REF-007", "received", received_elsewhere, received_by_the_county),
    RAISED("REF-007", "received", received_elsewhere, received_elsewhere_and_here),
    RAISED("REF-007", "received", received_elsewhere, received_elsewhere_and_by_the_city),
    RAISED("REF-007", "received", received_elsewhere, received_where_it_went),
    RAISED("REF-007", "received", received_elsewhere_by_the_approval, received_by_the_own),
    RAISED("REF-007", "received", received_elsewhere_by_the_bureau, received_where_the_bureau_is),
    RAISED("REF-007", "elsewhere", received_where_the_bureau_is, received_elsewhere_by_the_bureau),
    RAISED("SET-005", "annexed", goods_and_a_list_named, goods_alone_named),
    RAISED("SET-005", "annexed", goods_and_a_list_named, list_in_the_file),
    RAISED("SET-005", "annexed", goods_and_a_list_named, list_as_a_scan),
    RAISED("SET-005", "annexed", goods_and_a_list_named, list_in_a_bundle),
    RAISED("SET-005", "annexed", goods_and_a_list_named, list_behind_the_letter),
    RAISED("SET-005", "annexed", goods_and_a_list_named, list_in_a_scan_without_a_name),
    RAISED("LAW-009", NULL, receipt_of_the_decision, receipt_of_the_correction),
    RAISED("LAW-009", NULL, receipt_of_the_corrected_decision, receipt_of_the_correction),
    RAISED("LAW-009", NULL, receipt_of_both, number_in_a_cell_of_its_own),
};

int main(void)
{
    return finding_cases_run("handover", cases, G_N_ELEMENTS(cases));
}
