/* SET-005, photographs: those that a decision or record names and the file has no picture of. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "findingcases.h"
#include "linefacts.h"

#define FOLDER "案卷/行政处罚1/"
#define DECISION FOLDER "决定书.docx"
#define RECORD FOLDER "检查笔录.docx"

/* ---- what is told ---- */

/* The file has nothing but papers that were read. */
static void only_papers(Submitted *s)
{
    for (guint i = s->casefiles->files->len; i-- > 0;) {
        FileFacts *facts = s->casefiles->files->pdata[i];
        g_autofree char *path = g_str_has_prefix(facts->path, FOLDER) && facts->documents->len == 0 ? g_strdup(facts->path) : NULL;
        if (path)
            drop_files(s, path);
    }
}
static void cited_by_the_decision(Submitted *s)
{
    only_papers(s);
    set_field(s, DECISION, "photos-listed", "现场照片3张");
}
static void cited_by_the_record(Submitted *s)
{
    only_papers(s);
    set_field(s, RECORD, "photos-listed", "拍摄照片3张");
}
static void with_a_scan(Submitted *s, const char *name, const char *named)
{
    g_autofree char *path = g_strconcat(FOLDER, name, NULL);
    cited_by_the_decision(s);
    put_scan(s, path, name, named, NULL);
}
static void scan_of_a_card(Submitted *s) { with_a_scan(s, "身份证复印件.jpg", "evidence"); }
static void scan_of_photographs(Submitted *s) { with_a_scan(s, "现场照片.jpg", "evidence"); }
static void scan_of_no_name(Submitted *s) { with_a_scan(s, "IMG_0001.jpg", NULL); }
static void scan_in_a_folder_of_photographs(Submitted *s) { with_a_scan(s, "照片/委托监测现场.jpg", "evidence"); }
static void scan_of_evidence(Submitted *s) { with_a_scan(s, "证据材料.pdf", "evidence"); }
static void scan_of_the_record(Submitted *s) { with_a_scan(s, "检查笔录.pdf", "inspection-record"); }
static void long_scan_of_the_record(Submitted *s)
{
    cited_by_the_decision(s);
    put_scan(s, FOLDER "检查笔录.pdf", "record", "inspection-record", NULL)->pages = 6;
}
static void record_with_pictures(Submitted *s)
{
    cited_by_the_decision(s);
    set_field(s, RECORD, "pictured", "picture");
}
static void sheet_of_photographs(Submitted *s)
{
    cited_by_the_decision(s);
    put_document(s, FOLDER "证据1.docx", "evidence", NULL)->title = g_strdup("现场照片证据");
}
static void catalogue_with_photographs(Submitted *s)
{
    cited_by_the_decision(s);
    put_document(s, FOLDER "卷内目录.docx", "other", "catalogued", "7|15|evidence|现场照片", NULL);
}
static void locked_bundle(Submitted *s)
{
    cited_by_the_decision(s);
    put_member(s, FOLDER "照片.zip", MEMBER_ENCRYPTED, NULL);
}
static void cited_with_a_candidate(Submitted *s)
{
    drop_files(s, "先进个人/向例明/案卷/行政处罚1/证据.zip/");
    set_field(s, "先进个人/向例明/案卷/行政处罚1/决定书.docx", "photos-listed", "现场照片3张");
}
static void photographs_elsewhere(Submitted *s)
{
    cited_by_the_decision(s);
    put_scan(s, "照片/某厂排放口.jpg", "outlet", NULL, NULL);
}

static const FindingCase cases[] = {
    RAISED("SET-005", "photographs", cited_by_the_decision, only_papers),
    RAISED("SET-005", "photographs", cited_by_the_record, only_papers),
    RAISED("SET-005", "photographs", scan_of_a_card, scan_of_photographs),
    RAISED("SET-005", "photographs", scan_of_a_card, scan_of_no_name),
    RAISED("SET-005", "photographs", scan_of_a_card, scan_of_evidence),
    RAISED("SET-005", "photographs", scan_of_a_card, scan_in_a_folder_of_photographs),
    RAISED("SET-005", "photographs", scan_of_the_record, long_scan_of_the_record),
    RAISED("SET-005", "photographs", cited_by_the_decision, record_with_pictures),
    RAISED("SET-005", "photographs", cited_by_the_decision, sheet_of_photographs),
    RAISED("SET-005", "photographs", cited_by_the_decision, catalogue_with_photographs),
    RAISED("SET-005", "photographs", cited_by_the_decision, locked_bundle),
    RAISED("SET-005", "photographs", cited_by_the_decision, photographs_elsewhere),
    RAISED("SET-005", "photographs", cited_by_the_decision, cited_with_a_candidate),
};

/* ---- what is read ---- */

static void a_record_may_have_pictures(void **state G_GNUC_UNUSED)
{
    linefacts_check("^现场检查（勘察）笔录\n排放口正在排水。\n▣\n", "pictured", "picture");
    linefacts_check("^现场检查（勘察）笔录\n排放口正在排水。\n", "pictured", "");
    linefacts_check("^行政处罚决定书\n沅环罚字〔2016〕9号\n▣\n", "pictured", ""); /* a seal */
}

int main(void)
{
    g_autofree char *data = g_build_filename(g_getenv("ANJUAN_BUILD"), "share", "anjuan", NULL);
    g_setenv("ANJUAN_DATA", data, FALSE);
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_record_may_have_pictures)};
    return finding_cases_run("photographs", cases, G_N_ELEMENTS(cases)) +
           cmocka_run_group_tests(tests, linefacts_load, linefacts_unload);
}
