/* PKG, DOC, SCN: each code with something that raises it and a near miss. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

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
static void package_of_many(Submitted *s)
{
    package_is(s, "members");
    ((Package *)s->inventory->packages->pdata[0])->limit = 200000;
}
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
static void archive_called_rar(Submitted *s) { put_member(s, "案卷/行政处罚4.RAR", MEMBER_ARCHIVE, NULL); }
static void archive_of_no_extension(Submitted *s) { put_member(s, "案卷/2.行政处罚", MEMBER_ARCHIVE, NULL); }
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
static void page_called_zip(Submitted *s) { extra(s, "证据.ZIP", "html"); }
static void page_called_docx(Submitted *s) { extra(s, "证据.docx", "html"); }
static void doc_called_pdf(Submitted *s) { extra(s, "证据.pdf", "doc"); }
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
static void docx_unread(Submitted *s, const char *reason)
{
    FileFacts *facts = extra(s, "附件.docx", "docx");
    facts->content = CONTENT_UNREADABLE;
    facts->reason = g_strdup(reason);
}
static void docx_of_locked_parts(Submitted *s) { docx_unread(s, "encrypted"); }
static void docx_of_broken_parts(Submitted *s) { docx_unread(s, "damaged"); }
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
    RAISED("PKG-001", NULL, package_damaged, package_of_many),
    RAISED("PKG-006", "package", package_of_many, member_many),
    RAISED("PKG-006", "package", package_of_many, package_damaged),
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
    RAISED("DOC-003", NULL, docx_of_locked_parts, docx_of_broken_parts),
    RAISED("DOC-004", NULL, jpeg_called_png, jpeg_called_jpeg),
    RAISED("DOC-004", "unread", doc_renamed, doc_old),
    RAISED("DOC-004", "lost", page_called_zip, page_called_docx),
    RAISED("DOC-004", "lost", page_called_zip, doc_called_pdf),
    RAISED("DOC-004", "unread", doc_called_pdf, page_called_zip),
    RAISED("DOC-004", "archive", archive_called_rar, member_archive),
    RAISED("DOC-004", "archive", archive_called_rar, archive_of_no_extension),
    RAISED("DOC-004", "archive", archive_called_rar, member_foreign),
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
};

/* Which limit a whole package is over is told, with how many or how many bytes may be. */
static void the_limit_of_a_package_is_told(void **state G_GNUC_UNUSED)
{
    static const struct { const char *reason, *param; } known[] = {{"members", "limit"}, {"package-bytes", "limit-bytes"}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        package_is(s, known[i].reason);
        ((Package *)s->inventory->packages->pdata[0])->limit = 200000;
        submitted_check(s);
        const Finding *finding = submitted_finding(s, "PKG-006");
        assert_string_equal(finding_value(finding, "reason"), known[i].reason);
        assert_string_equal(finding_value(finding, known[i].param), "200000");
        submitted_free(s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_limit_of_a_package_is_told)};
    int failed = finding_cases_run("package", cases, G_N_ELEMENTS(cases));
    return cmocka_run_group_tests(tests, NULL, NULL) + failed;
}
