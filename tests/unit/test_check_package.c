/* PKG, DOC, SCN: each code with something that raises it and a near miss. */
#include "findingcases.h"

#include <string.h>

#include "scan.h"

static Member *member(Submitted *s, MemberState state, const char *reason)
{
    return put_member(s, "案卷/行政处罚1/证据2.zip", state, reason);
}


/* Every member of the package but the first KEEP is damaged. */
static void all_damaged_but(Submitted *s, guint keep)
{
    GPtrArray *members = ((Package *)s->inventory->packages->pdata[0])->members;
    for (guint i = keep; i < members->len; i++)
        ((Member *)members->pdata[i])->state = MEMBER_DAMAGED;
}
static void nothing_readable(Submitted *s) { all_damaged_but(s, 0); }
static void one_readable(Submitted *s) { all_damaged_but(s, 1); }

static void package_called(Submitted *s, const char *name)
{
    Package *package = s->inventory->packages->pdata[0];
    g_free(package->name);
    package->name = g_strdup(name);
}
static void correction_alone(Submitted *s)
{
    submitted_without_tables(s);
    package_called(s, "沅陵县(更正).zip");
}
static void correction_with_tables(Submitted *s) { package_called(s, "沅陵县(更正).zip"); }
static void correction_and_the_whole(Submitted *s)
{
    correction_alone(s);
    ((Package *)record_add(s->inventory->packages, &package_type))->name = g_strdup("沅陵县.zip");
}

static void package_unreadable(Submitted *s) { ((Package *)s->inventory->packages->pdata[0])->state = PACKAGE_UNREADABLE; }
static void package_is(Submitted *s, const char *reason)
{
    package_unreadable(s);
    ((Package *)s->inventory->packages->pdata[0])->reason = g_strdup(reason);
}
static void package_damaged(Submitted *s) { package_is(s, "damaged"); }
static void package_of_no_bytes(Submitted *s) { package_is(s, "empty"); }
static void package_rar(Submitted *s) { package_is(s, "rar"); }
static void package_joined(Submitted *s) { package_is(s, "two-archives"); }
static void package_document(Submitted *s) { package_is(s, "docx"); }
static void tables_without_cases(Submitted *s) { record_list_clear(s->slice->cases, &case_row_type); }
static void member_damaged(Submitted *s) { member(s, MEMBER_DAMAGED, "crc"); }
static void member_joined(Submitted *s) { member(s, MEMBER_DAMAGED, "two-archives"); }
static void member_encrypted(Submitted *s) { member(s, MEMBER_ENCRYPTED, NULL); }
static void archive_locked(Submitted *s)
{
    put_member(s, "案卷/行政处罚4.zip", MEMBER_ARCHIVE, NULL);
    put_member(s, "案卷/行政处罚4.zip/决定书.docx", MEMBER_ENCRYPTED, NULL);
    put_member(s, "案卷/行政处罚4.zip/证据/照片.jpg", MEMBER_ENCRYPTED, NULL);
}
static void archive_locked_in_part(Submitted *s)
{
    archive_locked(s);
    put_member(s, "案卷/行政处罚4.zip/证据/说明.jpg", MEMBER_READ, NULL);
}
static void member_foreign(Submitted *s) { member(s, MEMBER_FORMAT, "rar"); }
static void member_unsafe(Submitted *s) { member(s, MEMBER_UNSAFE, "parent"); }
static void member_huge(Submitted *s) { member(s, MEMBER_LIMIT, "member-bytes")->limit = INT64_C(2) << 30; }
static void member_many(Submitted *s) { member(s, MEMBER_LIMIT, "members")->limit = 200000; }
static void member_junk(Submitted *s) { member(s, MEMBER_JUNK, NULL); }
static void member_archive(Submitted *s) { member(s, MEMBER_ARCHIVE, NULL); }
static void member_gbk(Submitted *s) { member(s, MEMBER_ARCHIVE, NULL)->encoding = NAME_GB18030; }
static void member_unicode(Submitted *s) { member(s, MEMBER_ARCHIVE, NULL)->encoding = NAME_UNICODE_PATH; }
static void member_collides(Submitted *s) { member(s, MEMBER_ARCHIVE, NULL)->collides = g_strdup("案卷/行政处罚1/证据2.ZIP"); }
static void member_replaced_collides(Submitted *s) { member(s, MEMBER_REPLACED, NULL)->collides = g_strdup("案卷/行政处罚1/证据2.ZIP"); }
static void member_of_the_same_path(Submitted *s)
{
    member(s, MEMBER_READ, NULL)->size_bytes = 7847;
    member(s, MEMBER_READ, NULL)->collides = g_strdup("案卷/行政处罚1/证据2.zip");
}
static void loose_in_folder(Submitted *s) { put_document(s, "案卷/说明.docx", "other", NULL); }
static void in_a_case_file(Submitted *s) { put_document(s, "案卷/行政处罚1/说明.docx", "other", NULL); }

static void decision_elsewhere(Submitted *s) { put_document(s, "执法案卷/甲/决定书.docx", "penalty-decision", NULL); }
static void decision_as_evidence(Submitted *s) { put_document(s, "案件证据/决定书.docx", "penalty-decision", NULL); }
static void case_files_elsewhere(Submitted *s)
{
    drop_files(s, "案卷/");
    put_document(s, "执法案卷/甲/决定书.docx", "penalty-decision", NULL);
    put_document(s, "执法案卷/乙.zip/移送/移送书.docx", "detention-transfer", NULL);
}
static void form_in_no_folder(Submitted *s) { put_document(s, "先进个人/张三推荐表.docx", "candidate-form", NULL); }
static void put_form(Submitted *s, const char *path, const char *name)
{
    put_document(s, path, "candidate-form", NULL);
    set_field(s, path, "name", name);
}
static void candidate_in_another_folder(Submitted *s)
{
    put_form(s, "先进人物/张三/推荐表.docx", "张三");
    put_document(s, "先进人物/张三/事迹材料.docx", "story", NULL);
    put_document(s, "先进人物/张三/案卷/甲/决定书.docx", "penalty-decision", NULL);
}
static void two_in_another_folder(Submitted *s)
{
    candidate_in_another_folder(s);
    put_form(s, "先进人物/李四/推荐表.docx", "李四");
    put_document(s, "先进人物/李四/事迹材料.docx", "story", NULL);
}
static void two_who_lack_different_papers(Submitted *s)
{
    two_in_another_folder(s);
    put_document(s, "先进人物/李四/案件清单.docx", "case-list", NULL);
}
static void form_of_a_candidate_again(Submitted *s)
{
    put_form(s, "先进个人/张三/推荐表.docx", "张三");
    put_form(s, "先进人物/张三/推荐表.docx", "张三");
}
static void list_without_a_name(Submitted *s, const char *path, int role)
{
    put_claim(put_document(s, path, "case-list", NULL), "沅环罚字〔2016〕1号", KIND_PENALTY, role);
}
static void statistics(Submitted *s) { list_without_a_name(s, "案件统计表.xlsx", ROLE_NONE); }
static void statistics_in_a_folder(Submitted *s) { list_without_a_name(s, "统计资料/查处案件汇总表.xlsx", ROLE_NONE); }
static void list_that_says_who_led(Submitted *s) { list_without_a_name(s, "案件统计表.xlsx", ROLE_LEAD); }
static void list_of_somebody(Submitted *s)
{
    statistics(s);
    set_field(s, "案件统计表.xlsx", "name", "张三");
}
static void list_called_personal(Submitted *s) { list_without_a_name(s, "个人办案统计表.xlsx", ROLE_NONE); }
static void list_titled_personal(Submitted *s)
{
    Document *list = put_document(s, "案件统计表.docx", "case-list", NULL);
    g_free(list->title);
    list->title = g_strdup("参与办理案件统计表");
}
static void list_beside_a_certificate(Submitted *s)
{
    list_without_a_name(s, "张三/案件统计表.xlsx", ROLE_NONE);
    put_document(s, "张三/廉洁证明.docx", "integrity-certificate", NULL);
}
static void list_of_all(Submitted *s) { put_document(s, "先进个人/名单.docx", "candidate-list", NULL); }

static FileFacts *extra(Submitted *s, const char *name, const char *type)
{
    g_autofree char *path = g_strconcat("案卷/行政处罚1/", name, NULL);
    return put_file(s, path, type, NULL, NULL);
}

static void a_shortcut(Submitted *s) { extra(s, "决定书.docx.lnk", "unknown"); }
static void a_file_named_like_one(Submitted *s) { extra(s, "关于lnk的说明.txt", "text"); }
static void a_loose_shortcut(Submitted *s) { put_file(s, "案卷/新建 快捷方式.LNK", "unknown", NULL, NULL); }

static void docx_broken(Submitted *s)
{
    FileFacts *facts = extra(s, "附件.docx", "docx");
    facts->content = CONTENT_UNREADABLE;
    facts->reason = g_strdup("no-document");
}
static void docx_without_bytes(Submitted *s)
{
    FileFacts *facts = extra(s, "附件.docx", "empty");
    facts->content = CONTENT_UNREADABLE; /* as extract says of it */
    facts->reason = g_strdup("empty");
}
static void docx_read(Submitted *s) { extra(s, "附件.docx", "docx")->content = CONTENT_READ; }
static void doc_old(Submitted *s) { extra(s, "附件.doc", "doc"); }
static void doc_renamed(Submitted *s) { extra(s, "附件.docx", "doc"); }
static void doc_of_a_kind_unknown(Submitted *s) { extra(s, "附件.doc", "ole"); }
static void odf_renamed(Submitted *s) { extra(s, "附件.docx", "odf"); }
static void odf_called_odt(Submitted *s) { extra(s, "附件.odt", "odf"); }
static void workbook(Submitted *s) { extra(s, "附件.xlsx", "xlsx"); }
static void zip_named_docx(Submitted *s) { extra(s, "附件.docx", "zip"); }
static void half_a_docx(Submitted *s)
{
    FileFacts *facts = extra(s, "附件.docx", "zip");
    facts->content = CONTENT_UNREADABLE;
    facts->reason = g_strdup("not-zip");
}
static void docx_locked(Submitted *s) { extra(s, "附件.docx", "ooxml-encrypted"); }
static void jpeg_called_png(Submitted *s) { put_scan(s, "案卷/行政处罚1/照片.png", "photo", NULL, NULL); }
static void jpeg_called_jpeg(Submitted *s) { put_scan(s, "案卷/行政处罚1/照片.jpeg", "photo", NULL, NULL); }
static void docx_without_text(Submitted *s) { extra(s, "附件.docx", "docx")->content = CONTENT_EMPTY; }
static void part_lost(Submitted *s, const char *kind)
{
    UnreadPart *part = record_add(the_file(s, "案卷/行政处罚1/决定书.docx")->unread, &unread_part_type);
    *part = (UnreadPart){g_strdup(kind), g_strdup("word/x"), g_strdup("xml")};
}
static void footer_broken(Submitted *s) { part_lost(s, "footer"); }
static void document_inserted(Submitted *s) { part_lost(s, "aFChunk"); }
static void rtf_renamed(Submitted *s) { extra(s, "附件.docx", "rtf"); }
static void xml_named_doc(Submitted *s) { extra(s, "附件.doc", "xml"); }
static void xml_file(Submitted *s) { extra(s, "附件.xml", "xml"); }
static void docx_tracked(Submitted *s) { the_file(s, "案卷/行政处罚1/决定书.docx")->revisions = true; }
static void docx_commented(Submitted *s) { the_file(s, "案卷/行政处罚1/决定书.docx")->comments = true; }
static void put_named(Submitted *s, const char *path, const char *named, const char *type, const char *number)
{
    put_document(s, path, type, "doc-number", number, NULL);
    FileFacts *facts = the_file(s, path);
    g_free(facts->named_type);
    facts->named_type = g_strdup(named);
}
static void a_notice_that_is_the_decision(Submitted *s)
{
    put_named(s, "案卷/行政处罚1/8行政处罚事先（听证）告知书.docx", "penalty-notice", "penalty-decision", "沅环罚字〔2016〕1号");
}
static void a_notice_and_decision_in_one(Submitted *s)
{
    put_named(s, "案卷/行政处罚1/8行政处罚告知书、决定书.docx", "penalty-notice", "penalty-decision", "沅环罚字〔2016〕1号");
}
static void a_report_that_is_the_decision(Submitted *s)
{
    put_named(s, "案卷/行政处罚1/6行政处罚案件调查报告.docx", "investigation-report", "penalty-decision", "沅环罚字〔2016〕1号");
}
static void a_report_that_is_another_decision(Submitted *s)
{
    put_named(s, "案卷/行政处罚1/6行政处罚案件调查报告.docx", "investigation-report", "penalty-decision", "沅环罚字〔2016〕99号");
}
static void a_decision_of_the_police(Submitted *s)
{
    put_named(s, "案卷/拘留1/公安行政处罚决定书.docx", "penalty-decision", "police-receipt", "沅公（治）行罚决字〔2016〕7号");
}
static void misnamed(Submitted *s)
{
    put_document(s, "案卷/行政处罚1/行政处罚决定书2.docx", "inspection-record", NULL);
    FileFacts *facts = the_file(s, "案卷/行政处罚1/行政处罚决定书2.docx");
    g_free(facts->named_type);
    facts->named_type = g_strdup("penalty-decision");
    put_officer(facts->documents->pdata[0], "向例明", "1");
    put_officer(facts->documents->pdata[0], "舒例川", "2");
}
static void receipt_named_after_the_decision(Submitted *s)
{
    put_document(s, "案卷/行政处罚1/送达回证（处罚决定）.docx", "service-receipt", NULL);
    FileFacts *facts = the_file(s, "案卷/行政处罚1/送达回证（处罚决定）.docx");
    g_free(facts->named_type);
    facts->named_type = g_strdup("penalty-decision");
}

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
static void photo_blank(Submitted *s) { photo_page(s)->dark = 99; }
static void photo_nearly_blank(Submitted *s) { photo_page(s)->dark = 100; } /* 100 of 100000 is 0.001, not under it */
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

static void a_folder_level_too_many(Submitted *s)
{
    put_document(s, "怀化大练兵/案卷/行政处罚9/决定书.docx", "penalty-decision", "doc-number", "沅环罚字〔2016〕99号", NULL);
    put_document(s, "怀化大练兵/先进个人/某甲/推荐表.docx", "candidate-form", "name", "某甲", NULL);
}
/* The same where 案卷/ is empty but for that: what lies too deep is told with each empty slot it would fill. */
static void everything_too_deep(Submitted *s)
{
    drop_files(s, "案卷/");
    a_folder_level_too_many(s);
}
static void one_beside_everything_too_deep(Submitted *s)
{
    drop_files(s, "案卷/");
    put_penalty(s, "执法材料/甲", 41, false);
}

/* A candidate's own 案卷/ in a folder of another name is no second submission. */
static void a_candidate_with_a_case_file(Submitted *s)
{
    put_document(s, "推荐人选/某甲/推荐表.docx", "candidate-form", "name", "某甲", NULL);
    put_document(s, "推荐人选/某甲/案卷/行政处罚9/决定书.docx", "penalty-decision", "doc-number", "沅环罚字〔2016〕99号", NULL);
}

static const FindingCase cases[] = {
    RAISED("PKG-001", NULL, package_unreadable, member_damaged),
    RAISED("PKG-001", NULL, package_damaged, package_rar),
    RAISED("PKG-001", "format", package_rar, package_damaged),
    RAISED("PKG-001", "type", package_document, package_of_no_bytes),
    RAISED("PKG-001", "two", package_joined, package_damaged),
    RAISED("PKG-002", NULL, member_damaged, member_archive),
    RAISED("PKG-002", "two", member_joined, member_damaged),
    RAISED("PKG-003", NULL, member_encrypted, member_archive),
    RAISED("PKG-003", "archive", archive_locked, archive_locked_in_part),
    RAISED("PKG-003", NULL, archive_locked_in_part, archive_locked),
    RAISED("PKG-004", NULL, member_foreign, member_archive),
    RAISED("PKG-005", NULL, member_unsafe, member_archive),
    RAISED("PKG-005", "shortcut", a_shortcut, a_file_named_like_one),
    RAISED("PKG-005", "shortcut", a_loose_shortcut, loose_in_folder),
    RAISED("PKG-016", NULL, loose_in_folder, a_loose_shortcut),
    RAISED("PKG-006", NULL, member_huge, member_archive),
    RAISED("PKG-006", NULL, member_many, member_junk),
    RAISED("PKG-007", NULL, member_junk, member_archive),
    RAISED("PKG-008", NULL, member_gbk, member_unicode),
    RAISED("PKG-009", NULL, member_collides, member_replaced_collides),
    RAISED("PKG-009", "one-path", member_of_the_same_path, member_collides),
    RAISED("PKG-016", NULL, loose_in_folder, in_a_case_file),
    RAISED("PKG-016", "outside", decision_elsewhere, decision_as_evidence),
    RAISED("PKG-016", "person", form_in_no_folder, list_of_all),
    RAISED("PKG-016", "person", list_that_says_who_led, statistics),
    RAISED("PKG-016", "person", list_of_somebody, statistics_in_a_folder),
    RAISED("PKG-016", "person", list_called_personal, statistics),
    RAISED("PKG-016", "person", list_titled_personal, statistics),
    RAISED("PKG-016", "person", list_beside_a_certificate, statistics_in_a_folder),
    RAISED("PKG-016", "lost", candidate_in_another_folder, form_of_a_candidate_again),
    RAISED("PKG-016", "lost-several", two_in_another_folder, two_who_lack_different_papers),
    RAISED("PKG-016", "lost-several", two_in_another_folder, candidate_in_another_folder),
    RAISED("PKG-016", "lost", two_who_lack_different_papers, two_in_another_folder),
    RAISED("PKG-016", "person", form_of_a_candidate_again, candidate_in_another_folder),
    RAISED("PKG-016", "outside", decision_elsewhere, candidate_in_another_folder),
    RAISED("PKG-016", "outside", decision_elsewhere, case_files_elsewhere),
    RAISED("PKG-017", NULL, case_files_elsewhere, decision_elsewhere),
    RAISED("PKG-017", "deeper", a_folder_level_too_many, a_candidate_with_a_case_file),
    RAISED("PKG-017", "deeper", a_folder_level_too_many, case_files_elsewhere),
    RAISED("SET-001", "wrapped", everything_too_deep, one_beside_everything_too_deep),
    RAISED("PKG-016", "lost", a_candidate_with_a_case_file, a_folder_level_too_many),
    RAISED("PKG-016", "outside", decision_elsewhere, a_folder_level_too_many),
    RAISED("PKG-018", NULL, nothing_readable, one_readable),
    RAISED("PKG-020", NULL, submitted_without_tables, tables_without_cases),
    RAISED("PKG-021", NULL, correction_alone, submitted_without_tables),
    RAISED("PKG-021", NULL, correction_alone, correction_with_tables),
    RAISED("PKG-021", NULL, correction_alone, correction_and_the_whole),
    RAISED("DOC-001", NULL, docx_broken, docx_read),
    RAISED("DOC-001", "empty", docx_without_bytes, docx_without_text),
    RAISED("DOC-002", NULL, doc_old, workbook),
    RAISED("DOC-002", NULL, doc_renamed, docx_locked),
    RAISED("DOC-003", NULL, docx_locked, doc_old),
    RAISED("DOC-004", NULL, jpeg_called_png, jpeg_called_jpeg),
    RAISED("DOC-004", "unread", doc_renamed, doc_old),
    RAISED("DOC-004", "unread", doc_renamed, doc_of_a_kind_unknown),
    RAISED("DOC-004", "unread", odf_renamed, odf_called_odt),
    RAISED("DOC-004", NULL, zip_named_docx, half_a_docx),
    RAISED("DOC-001", NULL, half_a_docx, zip_named_docx),
    RAISED("DOC-002", NULL, xml_named_doc, xml_file),
    RAISED("DOC-002", NULL, rtf_renamed, docx_read),
    RAISED("DOC-004", "unread", rtf_renamed, docx_locked),
    RAISED("DOC-004", "unread", xml_named_doc, jpeg_called_png),
    RAISED("DOC-008", NULL, footer_broken, docx_read),
    RAISED("DOC-008", "inserted", document_inserted, footer_broken),
    RAISED("DOC-005", NULL, docx_without_text, docx_read),
    RAISED("DOC-006", NULL, docx_tracked, docx_read),
    RAISED("DOC-006", NULL, docx_commented, docx_read),
    RAISED("DOC-007", NULL, misnamed, receipt_named_after_the_decision),
    RAISED("DOC-007", NULL, a_notice_that_is_the_decision, a_notice_and_decision_in_one),
    RAISED("DOC-007", NULL, a_notice_that_is_the_decision, a_decision_of_the_police),
    RAISED("DOC-007", NULL, a_report_that_is_the_decision, a_report_that_is_another_decision),
    RAISED("SCN-001", NULL, photo_truncated, plain_photo),
    RAISED("SCN-001", NULL, photo_without_bytes, docx_without_bytes),
    RAISED("SCN-001", NULL, picture_not_read, pdf_encrypted),
    RAISED("SCN-001", NULL, document_called_pdf, document_called_docx),
    RAISED("SCN-002", NULL, photo_149, photo_150),
    RAISED("SCN-002", "estimated", photo_72_small, photo_72_large),
    RAISED("SCN-002", "estimated", photo_unknown_small, photo_149),
    RAISED("SCN-003", NULL, photo_blank, photo_nearly_blank),
    RAISED("SCN-004", NULL, pdf_encrypted, pdf_sound),
    RAISED("SCN-005", NULL, scan_reused, scan_shared_by_related),
    RAISED("SCN-005", NULL, scan_reused, blank_scan_reused),
    RAISED("SCN-005", NULL, scan_reused, scan_reused_by_a_candidate),
    RAISED("SCN-005", NULL, scan_reused, scan_in_evidence_too),
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
    return finding_cases_run("package", cases, G_N_ELEMENTS(cases));
}
