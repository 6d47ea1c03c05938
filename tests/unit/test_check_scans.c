/* SCN: scans by themselves, one scan in two places, pictures saved again. */
#include "findingcases.h"
#include <string.h>
#include "scan.h"

static Scan *photo(Submitted *s) { return put_scan(s, "案卷/行政处罚1/照片.jpg", "photo", NULL, NULL); }
static ScanPage *photo_page(Submitted *s) { return photo(s)->page->pdata[0]; }
static void plain_photo(Submitted *s) { photo(s); }
static void photo_truncated(Submitted *s)
{
    Scan *scan = photo(s);
    scan->state = SCAN_DAMAGED;
    scan->reason = g_strdup("truncated");
}
static void photo_without_bytes(Submitted *s) { put_file(s, "案卷/行政处罚1/照片.jpg", "empty", NULL, NULL); }
static void docx_without_bytes(Submitted *s) { put_file(s, "案卷/行政处罚1/附件.docx", "empty", NULL, NULL); }
static void picture_not_read(Submitted *s) { put_file(s, "案卷/行政处罚1/照片.gif", "gif", NULL, NULL); }
/* A document that was looked at as a scan, because its bytes lie somewhere under the name of one. */
static void put_looked_at(Submitted *s, const char *path)
{
    Scan *scan = put_scan(s, "案卷/行政处罚1/附件.pdf", "a document", NULL, NULL);
    scan->state = SCAN_DAMAGED;
    scan->reason = g_strdup("format");
    FileFacts *facts = s->casefiles->files->pdata[s->casefiles->files->len - 1];
    g_free(facts->path);
    facts->path = g_strdup(path);
    g_free(facts->type);
    facts->type = g_strdup("docx");
    facts->content = CONTENT_READ;
}
static void workbook_called_pdf(Submitted *s)
{
    put_looked_at(s, "案卷/行政处罚1/附件.pdf");
    FileFacts *facts = the_file(s, "案卷/行政处罚1/附件.pdf");
    g_free(facts->type);
    facts->type = g_strdup("xlsx");
    facts->content = CONTENT_NONE;
}
static void document_called_pdf(Submitted *s) { put_looked_at(s, "案卷/行政处罚1/附件.pdf"); }
static void document_called_docx(Submitted *s) { put_looked_at(s, "案卷/行政处罚1/附件.docx"); }
static void photo_149(Submitted *s) { photo_page(s)->dpi_x = 149; }
static void photo_150(Submitted *s)
{
    ScanPage *page = photo_page(s);
    page->dpi_x = page->dpi_y = 150;
}
static void estimate(Submitted *s, int dpi, int width)
{
    ScanPage *page = photo_page(s);
    *page = (ScanPage){.width_px = width, .height_px = 100, .dpi_x = dpi, .dpi_y = dpi, .cells = 100, .dark = 50};
}
static void photo_72_small(Submitted *s) { estimate(s, 72, 1753); }
static void photo_72_large(Submitted *s) { estimate(s, 72, 1754); }
static void photo_unknown_small(Submitted *s) { estimate(s, 0, 1000); }
/* A paper in few pixels that records 170 dots an inch, and is then no larger than a visiting card. */
static void put_small(Submitted *s, const char *path, const char *named, int height)
{
    ScanPage *page = put_scan(s, path, "small", named, NULL)->page->pdata[0];
    page->width_px = 300;
    page->height_px = height;
    page->dpi_x = page->dpi_y = 170;
}
static void small_receipt(Submitted *s) { put_small(s, "案卷/行政处罚1/送达回证.jpg", "service-receipt", 424); }
static void small_evidence(Submitted *s) { put_small(s, "案件证据/沅环罚字〔2016〕1号.jpg", NULL, 424); }
static void small_card(Submitted *s) { put_small(s, "案卷/行政处罚1/身份证.jpg", "evidence", 424); }
static void small_slip_of_payment(Submitted *s) { put_small(s, "案卷/行政处罚1/缴款凭证.jpg", "payment-receipt", 424); }
static void small_unnamed(Submitted *s) { put_small(s, "案卷/行政处罚1/01.jpg", NULL, 424); }
static void longer_receipt(Submitted *s) { put_small(s, "案卷/行政处罚1/送达回证.jpg", "service-receipt", 450); }
static void photo_blank(Submitted *s) { photo_page(s)->dark = 99; }
static void photo_nearly_blank(Submitted *s) { photo_page(s)->dark = 100; } /* 100 of 100000 is 0.001, not under it */
/* A thumbnail of one LEVEL, with one dot of LIGHTEST. */
static void photo_of(Submitted *s, int level, int lightest)
{
    guchar dots[1600];
    memset(dots, level, sizeof dots);
    dots[800] = (guchar)lightest;
    photo_blank(s);
    photo_page(s)->thumb = g_base64_encode(dots, sizeof dots);
}
static void photo_black(Submitted *s) { photo_of(s, 3, 48); }
static void photo_black_but_for_a_dot(Submitted *s) { photo_of(s, 3, 49); }
static void photo_white(Submitted *s) { photo_of(s, 250, 255); }
/* 2480 pixels across: an edge is too broad from 91.9 tenths of a pixel on. */
static void photo_blurred(Submitted *s) { photo_page(s)->edge = 92; }
static void photo_soft(Submitted *s) { photo_page(s)->edge = 91; }
static void photo_blank_and_shaded(Submitted *s)
{
    photo_page(s)->edge = 200;
    photo_page(s)->dark = 99;
}
static void pdf_encrypted(Submitted *s)
{
    Scan *scan = put_scan(s, "案卷/行政处罚1/附件.pdf", "pdf", NULL, NULL);
    scan->state = SCAN_ENCRYPTED;
    scan->reason = g_strdup("password");
}
static void pdf_sound(Submitted *s) { put_scan(s, "案卷/行政处罚1/附件.pdf", "pdf", NULL, NULL); }
static void scan_reused(Submitted *s)
{
    photo(s);
    put_scan(s, "案卷/行政处罚2/照片.jpg", "photo", NULL, NULL);
}
static void scan_reused_by_a_candidate(Submitted *s)
{
    photo(s);
    put_scan(s, "先进个人/向例明/案卷/行政处罚1/照片.jpg", "photo", NULL, NULL); /* the same case: nothing wrong */
}
static void scan_of_a_numbered_case_with_a_candidate(Submitted *s)
{
    photo(s);
    put_scan(s, "案卷/行政处罚2/照片.jpg", "photo", NULL, NULL);
    drop_files(s, "案卷/行政处罚1/照片.jpg");
    put_scan(s, "先进个人/向例明/案卷/行政处罚1/照片.jpg", "photo", NULL, NULL);
}
/* No paper with a number is left in 案卷/: the candidate's file is the same case for all that can be told. */
static void scan_of_a_case_that_lost_its_decision(Submitted *s)
{
    drop_files(s, "案卷/行政处罚1/");
    put_document(s, "案卷/行政处罚1/立案.docx", "filing-form", "filing-date", "2016-09-07", NULL);
    scan_reused_by_a_candidate(s);
}
static void scan_shared_by_related(Submitted *s)
{
    scan_reused(s);
    DocNumber *mention = record_add(the_document(s, "案卷/行政处罚2/调查报告.docx")->mentions, &docnumber_type);
    mention->raw = g_strdup("沅环罚字〔2016〕1号");
    mention->key = g_strdup("沅环||罚|2016|1");
}
static void blank_scan_reused(Submitted *s)
{
    scan_reused(s);
    ((ScanPage *)photo(s)->page->pdata[0])->dark = 0;
}
static void scan_in_evidence_too(Submitted *s)
{
    photo(s);
    put_scan(s, "案件证据/照片.jpg", "photo", NULL, NULL);
    put_scan(s, "先进个人/向例明/证明材料/照片.jpg", "photo", NULL, NULL);
}

static Scan *put_evidence(Submitted *s, const char *path, const char *bytes, const char *number)
{
    return put_scan(s, path, bytes, "penalty-decision", number);
}
static void evidence_under_two_numbers(Submitted *s)
{
    put_evidence(s, "案件证据/沅环罚字〔2016〕61号.jpg", "page", "沅环罚字〔2016〕61号");
    put_evidence(s, "案件证据/沅环罚字〔2016〕62号.jpg", "page", "沅环罚字〔2016〕62号");
}
static void evidence_of_its_own(Submitted *s)
{
    put_evidence(s, "案件证据/沅环罚字〔2016〕61号.jpg", "page", "沅环罚字〔2016〕61号");
    put_evidence(s, "案件证据/沅环罚字〔2016〕62号.jpg", "another page", "沅环罚字〔2016〕62号");
}
static void evidence_twice_under_one_number(Submitted *s)
{
    put_evidence(s, "案件证据/沅环罚字〔2016〕61号.jpg", "page", "沅环罚字〔2016〕61号");
    put_evidence(s, "案件证据/沅环罚〔2016〕第061号.jpg", "page", "沅环罚字〔2016〕61号");
}
static void evidence_and_a_photo(Submitted *s)
{
    put_evidence(s, "案件证据/沅环罚字〔2016〕61号.jpg", "page", "沅环罚字〔2016〕61号");
    put_scan(s, "案件证据/现场照片.jpg", "page", NULL, NULL);
}
/* The scan of the decision of the first case file, under another number in 案件证据/. */
static void decision_and_evidence(Submitted *s, const char *number)
{
    put_scan(s, "案卷/行政处罚1/决定书扫描.jpg", "signed decision", "penalty-decision", NULL);
    g_autofree char *path = g_strconcat("案件证据/", number, ".jpg", NULL);
    put_evidence(s, path, "signed decision", number);
}
static void evidence_of_another_file(Submitted *s) { decision_and_evidence(s, "沅环罚字〔2016〕61号"); }
static void evidence_of_the_file(Submitted *s) { decision_and_evidence(s, "沅环罚字〔2016〕1号"); }
static void evidence_of_what_the_file_mentions(Submitted *s)
{
    evidence_of_another_file(s);
    DocNumber *mention = record_add(the_document(s, "案卷/行政处罚1/决定书.docx")->mentions, &docnumber_type);
    mention->raw = g_strdup("沅环罚字〔2016〕61号");
    mention->key = g_strdup("沅环||罚|2016|61");
}
static void evidence_of_another_of_two_files(Submitted *s)
{
    evidence_of_the_file(s);
    put_scan(s, "案卷/行政处罚2/决定书扫描.jpg", "signed decision", "penalty-decision", NULL);
}
static void evidence_of_the_other_of_two_files(Submitted *s)
{
    decision_and_evidence(s, "沅环罚字〔2016〕12号");
    put_scan(s, "案卷/行政处罚2/决定书扫描.jpg", "signed decision", "penalty-decision", NULL);
}
static void evidence_blank_under_two_numbers(Submitted *s)
{
    put_evidence(s, "案件证据/沅环罚字〔2016〕61号.jpg", "page", "沅环罚字〔2016〕61号");
    Scan *scan = put_evidence(s, "案件证据/沅环罚字〔2016〕62号.jpg", "page", "沅环罚字〔2016〕62号");
    ((ScanPage *)scan->page->pdata[0])->dark = 0;
}

/* A scan at PATH whose thumbnail has LEVELS levels below that of paper; dot DOT is DARKER than in the others. */
static ScanPage *put_levels(Submitted *s, const char *path, guint levels, guint dot, guint8 darker)
{
    guint8 thumb[SCAN_THUMB_BYTES];
    for (guint i = 0; i < SCAN_THUMB_BYTES; i++)
        thumb[i] = (guint8)(250 - i * i % levels);
    thumb[dot] -= darker;
    ScanPage *page = put_scan(s, path, path, NULL, NULL)->page->pdata[0];
    page->thumb = g_base64_encode(thumb, sizeof thumb);
    page->number = 1;
    return page;
}
/* A photograph. */
static ScanPage *put_picture(Submitted *s, const char *path, guint dot, guint8 darker)
{
    return put_levels(s, path, 151, dot, darker);
}
static void picture_saved_again(Submitted *s)
{
    put_picture(s, "案卷/行政处罚1/照片.jpg", 0, 0);
    put_picture(s, "案卷/行政处罚2/勘察.jpg", 7, 1); /* a level is what saving does */
}
static void picture_with_another_entry(Submitted *s)
{
    put_picture(s, "案卷/行政处罚1/照片.jpg", 0, 0);
    put_picture(s, "案卷/行政处罚2/勘察.jpg", 7, 2);
}
static void licence_saved_again(Submitted *s)
{
    put_picture(s, "案卷/行政处罚1/营业执照.jpg", 0, 0);
    put_picture(s, "案卷/行政处罚2/营业执照复印件.jpg", 7, 1);
}
static void picture_saved_again_in_one_case(Submitted *s)
{
    put_picture(s, "案卷/行政处罚1/照片.jpg", 0, 0);
    put_picture(s, "案卷/行政处罚1/照片2.jpg", 7, 1);
}
static void picture_saved_again_as_proof(Submitted *s)
{
    put_picture(s, "案卷/行政处罚1/照片.jpg", 0, 0);
    put_picture(s, "先进个人/向例明/证明材料/照片.jpg", 7, 1);
    put_picture(s, "案件证据/照片.jpg", 7, 1);
}
static void picture_in_a_related_case(Submitted *s)
{
    picture_saved_again(s);
    DocNumber *mention = record_add(the_document(s, "案卷/行政处罚2/调查报告.docx")->mentions, &docnumber_type);
    mention->raw = g_strdup("沅环罚字〔2016〕1号");
    mention->key = g_strdup("沅环||罚|2016|1");
}
/* The place of the scan with PAGE in the record, from 1. */
static int64_t place_of(const Submitted *s, const ScanPage *page)
{
    for (guint i = 0; i < s->scans->scans->len; i++) {
        const Scan *scan = s->scans->scans->pdata[i];
        if (scan->page->len > 0 && scan->page->pdata[0] == page)
            return i + 1;
    }
    return 0;
}
/* Two pages of print in two files, whose thumbnails are alike as those of two copies of a form are, and
 * what scan has found of them. */
static void put_print(Submitted *s, const char *path, const char *other_path, bool is_one)
{
    const ScanPage *page = put_levels(s, path, 60, 0, 0), *other = put_levels(s, other_path, 60, 7, 1);
    if (!is_one)
        return;
    ScanPair *pair = record_add(s->scans->pairs, &scan_pair_type);
    *pair = (ScanPair){place_of(s, page), 1, place_of(s, other), 1};
}
static void print_saved_again(Submitted *s)
{
    put_print(s, "案卷/行政处罚1/回证.jpg", "案卷/行政处罚2/勘察.jpg", true);
}
static void print_in_the_other_order(Submitted *s)
{
    put_print(s, "案卷/行政处罚2/回证.jpg", "案卷/行政处罚1/勘察.jpg", true);
}
static void print_filled_otherwise(Submitted *s)
{
    put_print(s, "案卷/行政处罚1/回证.jpg", "案卷/行政处罚2/勘察.jpg", false);
}
static void print_saved_again_in_one_case(Submitted *s)
{
    put_print(s, "案卷/行政处罚1/回证.jpg", "案卷/行政处罚1/勘察.jpg", true);
}
static void pass_over(Submitted *s, const char *path)
{
    const ScanPage *page = put_levels(s, path, 60, 0, 0);
    *(ScanPlace *)record_add(s->scans->passed, &scan_place_type) = (ScanPlace){place_of(s, page), 1};
}
static void print_passed_over(Submitted *s) { pass_over(s, "案卷/行政处罚1/回证.jpg"); }
static void print_passed_over_as_proof(Submitted *s) { pass_over(s, "案件证据/回证.jpg"); }
/* COUNT pages in one file, all one picture. */
static void put_pages(Submitted *s, int count)
{
    Scan *scan = NULL;
    const ScanPage *first = put_picture(s, "案卷/行政处罚1/照片.tif", 7, 1);
    for (guint i = 0; !scan; i++) {
        Scan *one = s->scans->scans->pdata[i];
        scan = one->page->len > 0 && one->page->pdata[0] == first ? one : NULL;
    }
    for (int i = 1; i < count; i++) {
        ScanPage *page = record_add(scan->page, &scan_page_type);
        *page = *first;
        page->number = i + 1;
        page->thumb = g_strdup(first->thumb);
    }
}
static void pictures_too_many_alike(Submitted *s) { put_pages(s, 1000); }
static void pictures_few_alike(Submitted *s) { put_pages(s, 600); }
static void blank_page_saved_again(Submitted *s)
{
    put_picture(s, "案卷/行政处罚1/照片.jpg", 0, 0)->dark = 99;
    put_picture(s, "案卷/行政处罚2/勘察.jpg", 7, 1)->dark = 99;
}

/* ---- pictures as phones save them ---- */

static void phone_picture(Submitted *s) { put_file(s, "案件证据/沅环罚字〔2016〕61号.HEIC", "unknown", NULL, "沅环罚字〔2016〕61号"); }
static void phone_picture_of_news(Submitted *s) { put_file(s, "信息/现场.heic", "unknown", NULL, NULL); }
static void phone_picture_saved_as_jpeg(Submitted *s) { put_scan(s, "案件证据/沅环罚字〔2016〕61号.heic", "photo", NULL, "沅环罚字〔2016〕61号"); }

/* ---- receipts of one case ---- */

static void two_receipts(Submitted *s, const char *notice, const char *decision, const char *bytes)
{
    put_scan(s, notice, "receipt", "service-receipt", NULL);
    put_scan(s, decision, bytes, "service-receipt", NULL);
}
#define NOTICE_SERVED "案卷/行政处罚2/10处罚事先（听证）告知书送达回证.jpg"
static void receipt_of_both_steps(Submitted *s) { two_receipts(s, NOTICE_SERVED, "案卷/行政处罚2/13处罚决定书送达回证.jpg", "receipt"); }
static void receipts_of_their_own(Submitted *s) { two_receipts(s, NOTICE_SERVED, "案卷/行政处罚2/13处罚决定书送达回证.jpg", "another"); }
static void receipt_of_one_step(Submitted *s) { two_receipts(s, NOTICE_SERVED, "案卷/行政处罚2/11听证告知书送达回证.jpg", "receipt"); }
static void receipt_of_a_list(Submitted *s) { two_receipts(s, NOTICE_SERVED, "案卷/行政处罚2/告知书、处罚决定书送达回证.jpg", "receipt"); }
static void receipt_with_an_order(Submitted *s) { two_receipts(s, NOTICE_SERVED, "案卷/行政处罚2/责令改正决定书送达回证.jpg", "receipt"); }
static void receipt_in_a_daily_file(Submitted *s)
{
    two_receipts(s, "案卷/按日1/按日连续处罚告知书送达回证.jpg", "案卷/按日1/处罚决定书送达回证.jpg", "receipt");
}

static const FindingCase cases[] = {
    RAISED("SCN-001", NULL, photo_truncated, plain_photo),
    RAISED("SCN-001", NULL, photo_without_bytes, docx_without_bytes),
    RAISED("SCN-001", NULL, picture_not_read, pdf_encrypted),
    RAISED("SCN-001", NULL, workbook_called_pdf, document_called_pdf),
    RAISED("SCN-001", NULL, workbook_called_pdf, document_called_docx),
    RAISED("SCN-002", NULL, photo_149, photo_150),
    RAISED("SCN-002", "estimated", photo_72_small, photo_72_large),
    RAISED("SCN-002", "estimated", photo_unknown_small, photo_149),
    RAISED("SCN-002", "small", small_receipt, longer_receipt),
    RAISED("SCN-002", "small", small_receipt, small_card),
    RAISED("SCN-002", "small", small_evidence, small_slip_of_payment),
    RAISED("SCN-002", "small", small_evidence, small_unnamed),
    RAISED("SCN-002", "blurred", photo_blurred, photo_soft),
    RAISED("SCN-002", "blurred", photo_blurred, photo_blank_and_shaded),
    RAISED("SCN-002", "blurred", photo_blurred, plain_photo),
    RAISED("SCN-003", NULL, photo_blank, photo_nearly_blank),
    RAISED("SCN-001", "phone", phone_picture, phone_picture_of_news),
    RAISED("SCN-001", "phone", phone_picture, phone_picture_saved_as_jpeg),
    RAISED("SCN-003", NULL, photo_white, photo_black),
    RAISED("SCN-003", "black", photo_black, photo_white),
    RAISED("SCN-003", "black", photo_black, photo_black_but_for_a_dot),
    RAISED("SCN-004", NULL, pdf_encrypted, pdf_sound),
    RAISED("SCN-007", "receipt", receipt_of_both_steps, receipts_of_their_own),
    RAISED("SCN-007", "receipt", receipt_of_both_steps, receipt_of_one_step),
    RAISED("SCN-007", "receipt", receipt_of_both_steps, receipt_of_a_list),
    RAISED("SCN-007", "receipt", receipt_of_both_steps, receipt_with_an_order),
    RAISED("SCN-007", "receipt", receipt_of_both_steps, receipt_in_a_daily_file),
    RAISED("SCN-005", NULL, scan_reused, scan_shared_by_related),
    RAISED("SCN-005", NULL, scan_reused, blank_scan_reused),
    RAISED("SCN-005", NULL, scan_reused, scan_reused_by_a_candidate),
    RAISED("SCN-005", NULL, scan_reused, scan_in_evidence_too),
    RAISED("SCN-005", NULL, scan_of_a_numbered_case_with_a_candidate, scan_of_a_case_that_lost_its_decision),
    RAISED("SCN-006", NULL, picture_saved_again, picture_with_another_entry),
    RAISED("SCN-006", NULL, picture_saved_again, picture_saved_again_in_one_case),
    RAISED("SCN-006", NULL, picture_saved_again, licence_saved_again),
    RAISED("SCN-006", NULL, picture_saved_again, picture_saved_again_as_proof),
    RAISED("SCN-006", NULL, picture_saved_again, picture_in_a_related_case),
    RAISED("SCN-006", NULL, picture_saved_again, blank_page_saved_again),
    RAISED("SCN-006", NULL, picture_saved_again, scan_reused),
    RAISED("SCN-006", NULL, print_saved_again, print_filled_otherwise),
    RAISED("SCN-006", NULL, print_in_the_other_order, print_saved_again_in_one_case),
    RAISED("SCN-007", NULL, evidence_under_two_numbers, evidence_of_its_own),
    RAISED("SCN-007", NULL, evidence_under_two_numbers, evidence_twice_under_one_number),
    RAISED("SCN-007", NULL, evidence_under_two_numbers, evidence_and_a_photo),
    RAISED("SCN-007", NULL, evidence_under_two_numbers, evidence_blank_under_two_numbers),
    RAISED("SCN-007", "casefile", evidence_of_another_file, evidence_of_the_file),
    RAISED("SCN-007", "casefile", evidence_of_another_file, evidence_of_what_the_file_mentions),
    RAISED("SCN-007", "casefile", evidence_of_another_file, evidence_of_another_of_two_files),
    RAISED("SCN-007", "casefile", evidence_of_another_file, evidence_of_the_other_of_two_files),
    RAISED("SCN-006", "not-all", pictures_too_many_alike, pictures_few_alike),
    RAISED("SCN-006", "not-all", print_passed_over, print_passed_over_as_proof),
};

int main(void)
{
    return finding_cases_run("scans", cases, G_N_ELEMENTS(cases));
}
