#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "docxfile.h"
#include "digest.h"
#include "fileio.h"
#include "rec_casefiles.h"
#include "seasonlab.h"
#include "storelab.h"
#include "xlsxfile.h"

#include <string.h>
#include <unistd.h>

typedef struct {
    StoreLab lab;
    char *output;
} Fixture;

static const char decision[] = "^沅陵县环境保护局\n^行政处罚决定书\n^沅环罚字〔2016〕12号\n当事人：沅陵县五强矿业有限公司\n"
                               "我局决定对你单位作出如下行政处罚：\n处罚款人民币伍万元整（￥50000元）。\n沅陵县环境保护局\n二○一六年十月八日";

static int set_up(void **state)
{
    Fixture *f = g_new0(Fixture, 1);
    storelab_start(&f->lab, "extract");
    f->output = g_build_filename(f->lab.dir, "casefiles.xml", NULL);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    Fixture *f = *state;
    storelab_end(&f->lab);
    g_free(f->output);
    g_free(f);
    return 0;
}

static Member *add_lines(Fixture *f, const char *path, const char *lines)
{
    GBytes *bytes = docxfile_of_lines(lines);
    size_t size;
    const void *data = g_bytes_get_data(bytes, &size);
    Member *member = storelab_add(&f->lab, path, "docx", data, size);
    g_bytes_unref(bytes);
    return member;
}

/* Adds a list of one item with TEXT, whose number is generated. */
static void add_item(Fixture *f, const char *path, const char *text)
{
    static const DocxPart numbering = {"word/numbering.xml",
        "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
        "<w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum>"
        "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>", 0};
    g_autofree char *body = g_strdup_printf(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
        "<w:r><w:t>%s</w:t></w:r></w:p>", text);
    g_autoptr(GBytes) bytes = docxfile_make(body, &numbering, 1);
    storelab_add(&f->lab, path, "docx", g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
}

/* Adds a document whose only words stand in its header. */
static void add_headed(Fixture *f, const char *path, const char *text)
{
    g_autofree char *content = g_strdup_printf("<w:p><w:r><w:t>%s</w:t></w:r></w:p>", text);
    const DocxPart header = {"word/header1.xml", content, 0};
    g_autoptr(GBytes) bytes = docxfile_make("<w:p/>", &header, 1);
    storelab_add(&f->lab, path, "docx", g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
}

/* Adds a document whose only words stand in a drawing, outside the account of characters. */
static void add_drawn(Fixture *f, const char *path, const char *text)
{
    g_autofree char *body = g_strdup_printf(
        "<w:p><w:r><w:drawing><a:sp xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:txBody>"
        "<a:p><a:r><a:t>%s</a:t></a:r></a:p></a:txBody></a:sp></w:drawing></w:r></w:p>",
        text);
    g_autoptr(GBytes) bytes = docxfile_make(body, NULL, 0);
    storelab_add(&f->lab, path, "docx", g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
}

/* Runs the program; returns its exit status. */
static int run_program(const char *const *arguments, char **printed, char **errors)
{
    g_autofree char *program = lab_program("anjuan-extract");
    g_autoptr(GPtrArray) argv = g_ptr_array_new();
    g_ptr_array_add(argv, program);
    for (; *arguments; arguments++)
        g_ptr_array_add(argv, (char *)*arguments);
    g_ptr_array_add(argv, NULL);
    LabResult result = lab_run_array((const char *const *)argv->pdata);
    if (printed)
        *printed = g_steal_pointer(&result.out);
    if (errors)
        *errors = g_steal_pointer(&result.err);
    lab_result_clear(&result);
    return result.status;
}

static Casefiles *extract(Fixture *f, const char *jobs)
{
    storelab_write(&f->lab);
    const char *const arguments[] = {"--rules", "pipeline/rules/extract", "--store", f->lab.store_dir, "-o", f->output,
                                     "--jobs", jobs, f->lab.inventory_path, NULL};
    g_autofree char *errors = NULL;
    int status = run_program(arguments, NULL, &errors);
    if (status)
        fail_msg("%d: %s", status, errors);
    GError *error = NULL;
    Casefiles *casefiles = record_read(&casefiles_type, f->output, &error);
    if (!casefiles)
        fail_msg("%s", error->message);
    return casefiles;
}

static const FileFacts *find_file(const Casefiles *casefiles, const char *path)
{
    for (guint i = 0; i < casefiles->files->len; i++) {
        const FileFacts *facts = casefiles->files->pdata[i];
        if (strcmp(facts->path, path) == 0)
            return facts;
    }
    fail_msg("no entry for %s", path);
    return NULL;
}

static void check_field(const FileFacts *facts, guint document, const char *id, const char *value, const char *place)
{
    const Field *field = document_field(facts->documents->pdata[document], id);
    assert_non_null(field);
    assert_string_equal(field->value, value);
    assert_string_equal(field->place, place);
}

static void test_documents_and_names(void **state)
{
    Fixture *f = *state;
    add_lines(f, "案卷/甲/决定书.docx", decision);
    add_lines(f, "案卷/甲.zip/副本.docx", decision);
    storelab_add(&f->lab, "案件证据/沅环罚〔2016〕12号-1.jpg", "jpeg", "jpeg", 4);
    storelab_add(&f->lab, "案卷/甲/送达回证/1.jpg", "jpeg", "scan", 4);
    storelab_add(&f->lab, "案卷/甲/移送书.jpg", "jpeg", "scan", 4);
    storelab_add(&f->lab, "案卷/甲/移送行政拘留材料/移送书.jpg", "jpeg", "scan", 4);
    storelab_add(&f->lab, "案卷/甲/证据材料（法院受理通知书、监测报告）.pdf", "jpeg", "scan", 4);
    Member *replaced = add_lines(f, "案卷/乙/决定书.docx", decision);
    replaced->state = MEMBER_REPLACED;
    Casefiles *casefiles = extract(f, "1");
    assert_int_equal(casefiles->files->len, 7);
    const FileFacts *file = find_file(casefiles, "案卷/甲/决定书.docx");
    assert_int_equal(file->content, CONTENT_READ);
    assert_string_equal(((Document *)file->documents->pdata[0])->type, "penalty-decision");
    check_field(file, 0, "doc-number", "沅环罚字〔2016〕12号", "P3");
    check_field(file, 0, "fine-yuan", "50000.00", "P6");
    check_field(file, 0, "decision-date", "2016-10-08", "P8");
    assert_int_equal(file->chars->present, file->chars->read);
    check_field(find_file(casefiles, "案卷/甲.zip/副本.docx"), 0, "fine-yuan", "50000.00", "P6");
    const FileFacts *scan = find_file(casefiles, "案件证据/沅环罚〔2016〕12号-1.jpg");
    assert_string_equal(scan->named_type, "penalty-decision");
    assert_string_equal(((DocNumber *)scan->named_numbers->pdata[0])->key, "沅环||罚|2016|12");
    assert_string_equal(find_file(casefiles, "案卷/甲/送达回证/1.jpg")->named_type, "service-receipt");
    const FileFacts *open = find_file(casefiles, "案卷/甲/移送书.jpg"),
                    *told = find_file(casefiles, "案卷/甲/移送行政拘留材料/移送书.jpg");
    assert_string_equal(open->named_type, "crime-transfer");
    assert_string_equal(open->named_or, "detention-transfer");
    assert_string_equal(told->named_type, "detention-transfer");
    assert_null(told->named_or);
    assert_true(told->named_by_folder); /* which decides between the two that its own name leaves open */
    assert_false(open->named_by_folder);
    assert_true(find_file(casefiles, "案卷/甲/送达回证/1.jpg")->named_by_folder);
    assert_false(scan->named_by_folder);
    assert_null(told->named_list);
    assert_string_equal(find_file(casefiles, "案卷/甲/证据材料（法院受理通知书、监测报告）.pdf")->named_list,
                        "court-document monitoring-report");
    record_free(&casefiles_type, casefiles);
}

/* A folder that is called after a letter says of a document without a title that it is the letter, but not where its own
 * name ends as that of another paper. */
static void test_papers_in_a_folder_named_after_a_letter(void **state)
{
    Fixture *f = *state;
    static const struct { const char *name, *type; } papers[] = {{"称重记录", "other"},
                                                                 {"检察院签收单（复印件）", "other"},
                                                                 {"公函", "crime-transfer"},
                                                                 {"1", "crime-transfer"}};
    for (gsize i = 0; i < G_N_ELEMENTS(papers); i++) {
        g_autofree char *path = g_strdup_printf("案卷/06涉嫌犯罪移送-某厂/%s.docx", papers[i].name),
                        *lines = g_strdup_printf("沅陵县环境保护局\n称　重　记　录\n|结果|6.2吨\n%s", papers[i].name);
        add_lines(f, path, lines);
    }
    Casefiles *casefiles = extract(f, "1");
    for (gsize i = 0; i < G_N_ELEMENTS(papers); i++) {
        g_autofree char *path = g_strdup_printf("案卷/06涉嫌犯罪移送-某厂/%s.docx", papers[i].name);
        assert_string_equal(((Document *)find_file(casefiles, path)->documents->pdata[0])->type, papers[i].type);
    }
    record_free(&casefiles_type, casefiles);
}

/* The same of a scan, of which nothing but its name is known; one without words is what its folder says. */
static void test_scans_in_a_folder_named_after_a_decision(void **state)
{
    Fixture *f = *state;
    static const struct { const char *name, *type; bool other; } scans[] = {{"12.案件处理审批表.jpg", NULL, true},
                                                                            {"13.处罚决定书.jpg", "penalty-decision", false},
                                                                            {"处罚决定书扫描图1.jpg", "penalty-decision", false},
                                                                            {"2.现场照片.jpg", "evidence", true},
                                                                            {"1.jpg", "penalty-decision", false}};
    for (gsize i = 0; i < G_N_ELEMENTS(scans); i++) {
        g_autofree char *path = g_strconcat("案卷/处罚案卷（溆环罚〔2016〕17号）/", scans[i].name, NULL);
        storelab_add(&f->lab, path, "jpeg", "scan", 4);
    }
    Casefiles *casefiles = extract(f, "1");
    for (gsize i = 0; i < G_N_ELEMENTS(scans); i++) {
        g_autofree char *path = g_strconcat("案卷/处罚案卷（溆环罚〔2016〕17号）/", scans[i].name, NULL);
        const FileFacts *scan = find_file(casefiles, path);
        if (g_strcmp0(scan->named_type, scans[i].type) != 0 || scan->other_paper != scans[i].other)
            fail_msg("%s: %s %d", path, scan->named_type, scan->other_paper);
    }
    record_free(&casefiles_type, casefiles);
}

static void test_lists_stories_bulletins(void **state)
{
    Fixture *f = *state;
    static const char list[] = "序号,文书文号,案件类型,角色\n1,沅环罚字〔2016〕12号,行政处罚,主办\n2,沅环连罚〔2016〕1号,按日计罚,参与\n3,沅环罚字〔2016〕3-5号,处罚,协办人\n";
    storelab_add(&f->lab, "先进个人/张三/案件清单.csv", "text", list, strlen(list));
    add_lines(f, "先进个人/张三/事迹材料.docx", "^他的路\n一 二 三\n四五。");
    add_lines(f, "信息/2016-10-12简报.docx", "沅陵县开展专项行动\n正文");
    Casefiles *casefiles = extract(f, "2");
    const Document *claims = find_file(casefiles, "先进个人/张三/案件清单.csv")->documents->pdata[0];
    assert_int_equal(claims->claims->len, 5);
    const Claim *second = claims->claims->pdata[1];
    assert_int_equal(second->kind, KIND_DAILY);
    assert_int_equal(second->role, ROLE_MEMBER);
    assert_string_equal(second->place, "L3");
    assert_int_equal(((Claim *)claims->claims->pdata[0])->role, ROLE_LEAD);
    const Document *story = find_file(casefiles, "先进个人/张三/事迹材料.docx")->documents->pdata[0];
    assert_string_equal(story->type, "story");
    assert_int_equal(story->story_chars, 9);
    const Document *bulletin = find_file(casefiles, "信息/2016-10-12简报.docx")->documents->pdata[0];
    assert_string_equal(document_field(bulletin, "bulletin-date")->value, "2016-10-12");
    record_free(&casefiles_type, casefiles);
}

/* The day of the decision, where the list has a column for it and the cell a whole day. */
static void test_lists_with_days(void **state)
{
    Fixture *f = *state;
    static const char list[] = "文书文号,案件类型,处罚决定日期,检查日期,角色\n沅环罚字〔2016〕12号,行政处罚,2015年12月29日,2016-9-2,主办\n"
                               "沅环罚字〔2016〕13号,行政处罚,10月8日,2016-9-2,主办\n沅环罚字〔2016〕14号,行政处罚,,2016-9-2,主办\n";
    storelab_add(&f->lab, "先进个人/张三/案件清单.csv", "text", list, strlen(list));
    Casefiles *casefiles = extract(f, "1");
    const GPtrArray *claims = ((Document *)find_file(casefiles, "先进个人/张三/案件清单.csv")->documents->pdata[0])->claims;
    assert_int_equal(((Claim *)claims->pdata[0])->date, day_parse_iso("2015-12-29"));
    assert_int_equal(((Claim *)claims->pdata[1])->date, DAY_NONE);
    assert_int_equal(((Claim *)claims->pdata[2])->date, DAY_NONE);
    record_free(&casefiles_type, casefiles);
}

/* Rows that cannot be read are told, those around them are claims; so is where a list is cut short. */
static void test_lists_that_cannot_be_read_whole(void **state)
{
    Fixture *f = *state;
    static const char quote[] =
        "文书文号,案件类型,角色\n沅环罚字〔2016〕1号,行政处罚,\"主办\n沅环罚字〔2016〕2号,行政处罚,主办\n";
    static const char wide[] = "\xFF\xFE\x87\x65\xF7\x53\x09\x00\xD2\x89\x72\x82\x0A\x00\x31\x00\xF7\x53"
                               "\x09\x00\x3B\x4E\x9E\x52"; /* 文号 角色, 1号 主办 */
    g_autoptr(GString) rows = g_string_new("文书文号,案件类型,角色\n");
    for (int i = 1; i <= 20000; i++)
        g_string_append_printf(rows, "沅环罚字〔2016〕%d号,行政处罚,主办\n", i);
    storelab_add(&f->lab, "先进个人/甲/案件清单.csv", "text", quote, strlen(quote));
    storelab_add(&f->lab, "先进个人/乙/案件清单.csv", "text", wide, sizeof wide - 1);
    storelab_add(&f->lab, "先进个人/丙/案件清单.csv", "text", rows->str, rows->len);
    g_string_append(rows, "沅环罚字〔2016〕20001号,行政处罚,主办\n沅环罚字〔2016〕20002号,行政处罚,主办\n");
    storelab_add(&f->lab, "先进个人/丁/案件清单.csv", "text", rows->str, rows->len);
    Casefiles *casefiles = extract(f, "2");
    const GPtrArray *broken =
        ((Document *)find_file(casefiles, "先进个人/甲/案件清单.csv")->documents->pdata[0])->claims;
    assert_int_equal(broken->len, 2);
    assert_int_equal(((Claim *)broken->pdata[0])->unread, CLAIM_BAD_ROW);
    assert_string_equal(((Claim *)broken->pdata[0])->place, "L2");
    assert_int_equal(((Claim *)broken->pdata[1])->unread, CLAIM_READ);
    const GPtrArray *utf16 =
        ((Document *)find_file(casefiles, "先进个人/乙/案件清单.csv")->documents->pdata[0])->claims;
    assert_int_equal(utf16->len, 1);
    assert_int_equal(((Claim *)utf16->pdata[0])->role, ROLE_LEAD);
    const GPtrArray *full =
        ((Document *)find_file(casefiles, "先进个人/丙/案件清单.csv")->documents->pdata[0])->claims;
    assert_int_equal(full->len, 20000);
    assert_int_equal(((Claim *)full->pdata[19999])->unread, CLAIM_READ);
    const GPtrArray *over =
        ((Document *)find_file(casefiles, "先进个人/丁/案件清单.csv")->documents->pdata[0])->claims;
    assert_int_equal(over->len, 20001);
    assert_int_equal(((Claim *)over->pdata[20000])->unread, CLAIM_TOO_MANY);
    assert_string_equal(((Claim *)over->pdata[20000])->place, "L20002");
    record_free(&casefiles_type, casefiles);
}

/* A case without a number is told, blank rows and sums are not; a kind that the list does not tell is that of the number. */
static void test_lists_with_gaps(void **state)
{
    Fixture *f = *state;
    static const char list[] = "文书文号,案件类型,当事人,角色\n沅环罚字〔2016〕1号,其他,甲厂,主办\n,行政处罚,乙厂,主办\n,,,\n,共2件,,主办1件\n"
                               "沅环罚字〔2016〕2号,行政处罚,丙厂,参与\n";
    storelab_add(&f->lab, "先进个人/甲/案件清单.csv", "text", list, strlen(list));
    Casefiles *casefiles = extract(f, "1");
    const GPtrArray *claims = ((Document *)find_file(casefiles, "先进个人/甲/案件清单.csv")->documents->pdata[0])->claims;
    assert_int_equal(claims->len, 3);
    const Claim *first = claims->pdata[0], *second = claims->pdata[1], *third = claims->pdata[2];
    assert_true(first->kind == KIND_PENALTY && first->kind_by_number);
    assert_int_equal(second->unread, CLAIM_NO_NUMBER);
    assert_string_equal(second->place, "L3");
    assert_true(third->kind == KIND_PENALTY && !third->kind_by_number && third->unread == CLAIM_READ);
    record_free(&casefiles_type, casefiles);
}

static void add_workbook(Fixture *f, const char *path, const XlsxRecipe *recipe)
{
    g_autoptr(GBytes) bytes = xlsx_make(recipe);
    size_t size;
    const void *data = g_bytes_get_data(bytes, &size);
    storelab_add(&f->lab, path, "xlsx", data, size);
}

#define CELL(at, text) "<c r='" at "' t='inlineStr'><is><t>" text "</t></is></c>"

/* A list in a workbook is a list; another workbook is none, and a broken one says why. */
static void test_case_lists_in_workbooks(void **state)
{
    Fixture *f = *state;
    const XlsxRecipe list = {.data = "<row r='1'>" CELL("A1", "办案清单") "</row><row r='3'>" CELL("A3", "文书文号") CELL("B3", "案件类型") CELL("C3", "角色")
                                     "</row><row r='4'>" CELL("A4", "沅环连罚〔2016〕1号") CELL("B4", "按日计罚") CELL("C4", "协办") "</row>"};
    add_workbook(f, "先进个人/张三/案件清单.xlsx", &list);
    add_workbook(f, "先进个人/张三/通讯录.xlsx", &list);
    storelab_add(&f->lab, "先进个人/李四/案件清单.xlsx", "xlsx", "PK\3\4 rubbish", 12);
    Casefiles *casefiles = extract(f, "1");
    const Document *document = find_file(casefiles, "先进个人/张三/案件清单.xlsx")->documents->pdata[0];
    assert_string_equal(document->type, "case-list");
    assert_int_equal(document->claims->len, 1);
    const Claim *claim = document->claims->pdata[0];
    assert_string_equal(claim->number, "沅环连罚〔2016〕1号");
    assert_int_equal(claim->kind, KIND_DAILY);
    assert_int_equal(claim->role, ROLE_MEMBER);
    assert_non_null(strstr(claim->place, "A4"));
    assert_int_equal(find_file(casefiles, "先进个人/张三/通讯录.xlsx")->content, CONTENT_NONE);
    assert_int_equal(find_file(casefiles, "先进个人/李四/案件清单.xlsx")->content, CONTENT_UNREADABLE);
    assert_string_equal(find_file(casefiles, "先进个人/李四/案件清单.xlsx")->reason, "damaged");
    record_free(&casefiles_type, casefiles);
}

static void test_bad_documents_cost_only_themselves(void **state)
{
    Fixture *f = *state;
    storelab_add(&f->lab, "案卷/甲/坏.docx", "docx", "PK\3\4 rubbish", 12);
    storelab_add(&f->lab, "案卷/甲/不是.docx", "unknown", "\1\2\3", 3);
    storelab_add(&f->lab, "案卷/甲/旧.doc", "doc", "\320\317\021\340", 4);
    add_lines(f, "案卷/甲/空.docx", "");
    add_lines(f, "案卷/甲/好.docx", decision);
    add_item(f, "案卷/甲/只有序号.docx", "");
    add_item(f, "案卷/甲/有字.docx", "甲");
    add_drawn(f, "案卷/甲/只有图中文字.docx", "甲");
    add_headed(f, "案卷/甲/只有页眉.docx", "行政处罚决定书");
    Casefiles *casefiles = extract(f, "1");
    assert_int_equal(find_file(casefiles, "案卷/甲/只有序号.docx")->content, CONTENT_EMPTY);
    assert_int_equal(find_file(casefiles, "案卷/甲/有字.docx")->content, CONTENT_READ);
    assert_int_equal(find_file(casefiles, "案卷/甲/只有图中文字.docx")->content, CONTENT_READ);
    assert_int_equal(find_file(casefiles, "案卷/甲/只有页眉.docx")->content, CONTENT_EMPTY);
    assert_int_equal(find_file(casefiles, "案卷/甲/坏.docx")->content, CONTENT_UNREADABLE);
    assert_string_equal(find_file(casefiles, "案卷/甲/坏.docx")->reason, "not-zip");
    assert_int_equal(find_file(casefiles, "案卷/甲/不是.docx")->content, CONTENT_UNREADABLE);
    assert_int_equal(find_file(casefiles, "案卷/甲/旧.doc")->content, CONTENT_NONE);
    assert_int_equal(find_file(casefiles, "案卷/甲/空.docx")->content, CONTENT_EMPTY);
    assert_int_equal(find_file(casefiles, "案卷/甲/好.docx")->content, CONTENT_READ);
    record_free(&casefiles_type, casefiles);
}

/* The body is read, and the record says which part is not; so it does for a copy of the same bytes. */
static void test_a_broken_footer_is_named(void **state)
{
    Fixture *f = *state;
    const DocxPart more[] = {{"word/footer1.xml", "<w:p>"}};
    g_autoptr(GBytes) bytes = docxfile_make("<w:p><w:r><w:t>行政处罚决定书</w:t></w:r></w:p>", more, 1);
    size_t size;
    const void *data = g_bytes_get_data(bytes, &size);
    storelab_add(&f->lab, "案卷/甲/决定书.docx", "docx", data, size);
    storelab_add(&f->lab, "案卷/乙/决定书.docx", "docx", data, size);
    Casefiles *casefiles = extract(f, "1");
    for (guint i = 0; i < 2; i++) {
        const FileFacts *facts = casefiles->files->pdata[i];
        assert_int_equal(facts->content, CONTENT_READ);
        assert_int_equal(facts->chars->read, 7);
        assert_int_equal(facts->unread->len, 1);
        const UnreadPart *part = facts->unread->pdata[0];
        assert_string_equal(part->kind, "footer");
        assert_string_equal(part->part, "word/footer1.xml");
        assert_string_equal(part->reason, "xml");
    }
    record_free(&casefiles_type, casefiles);
}

static void test_jobs_do_not_change_bytes(void **state)
{
    Fixture *f = *state;
    for (int i = 0; i < 40; i++) {
        g_autofree char *path = g_strdup_printf("案卷/甲/%d.docx", i), *lines = g_strdup_printf("%s\n附件 %d", decision, i % 7);
        add_lines(f, path, lines);
    }
    size_t one_size, four_size;
    record_free(&casefiles_type, extract(f, "1"));
    g_autofree char *one = file_read_whole(f->output, 1 << 24, &one_size, NULL);
    record_free(&casefiles_type, extract(f, "4"));
    g_autofree char *four = file_read_whole(f->output, 1 << 24, &four_size, NULL);
    assert_int_equal(one_size, four_size);
    assert_memory_equal(one, four, one_size);
    assert_non_null(strstr(one, "案卷/甲/2.docx"));
    assert_true(strstr(one, "案卷/甲/2.docx") < strstr(one, "案卷/甲/10.docx"));
}

static void test_files_by_hand(void **state)
{
    Fixture *f = *state;
    g_autofree char *path = g_build_filename(f->lab.dir, "决定书.docx", NULL);
    GBytes *bytes = docxfile_of_lines("^行政处罚决定书\n甲⇥乙⏎丙\n|一|二");
    size_t size;
    const void *data = g_bytes_get_data(bytes, &size);
    assert_true(file_write_whole(path, data, size, NULL));
    g_bytes_unref(bytes);
    g_autofree char *printed = NULL;
    const char *const text[] = {"--text", path, NULL};
    assert_int_equal(run_program(text, &printed, NULL), 0);
    assert_string_equal(printed, "行政处罚决定书\n甲\t乙 丙\n一\n\t二\n");
    GBytes *sly = docxfile_of_lines("甲\xC2\x9B" "2J\xE2\x80\xAE乙");
    g_autofree char *sly_path = g_build_filename(f->lab.dir, "sly.docx", NULL), *shown = NULL;
    assert_true(file_write_whole(sly_path, g_bytes_get_data(sly, NULL), g_bytes_get_size(sly), NULL));
    g_bytes_unref(sly);
    const char *const terminal[] = {"--text", sly_path, NULL};
    assert_int_equal(run_program(terminal, &shown, NULL), 0);
    assert_string_equal(shown, "甲\\u{9b}2J\\u{202e}乙\n");
    g_autofree char *several = NULL, *errors = NULL;
    const char *const more[] = {"--text", "--lang", "en", "Makefile", path, "README.md", NULL};
    assert_int_equal(run_program(more, &several, &errors), 3);
    assert_non_null(strstr(several, "docx <==\n行政处罚决定书\n"));
    assert_non_null(strstr(errors, "Makefile: "));
    assert_non_null(strstr(errors, "README.md: "));
    const char *const record[] = {"--rules", "pipeline/rules/extract", "-o", f->output, "--file", path, NULL};
    assert_int_equal(run_program(record, NULL, NULL), 0);
    Casefiles *casefiles = record_read(&casefiles_type, f->output, NULL);
    assert_string_equal(find_file(casefiles, path)->type, "docx");
    record_free(&casefiles_type, casefiles);
}

static void test_wrong_usage_and_bad_rules(void **state)
{
    Fixture *f = *state;
    g_autofree char *errors = NULL, *empty = g_build_filename(f->lab.dir, "norules", NULL);
    const char *const nothing[] = {f->lab.inventory_path, NULL};
    assert_int_equal(run_program(nothing, NULL, NULL), 2);
    const char *const gone[] = {"--rules", "pipeline/rules/extract", "-o", f->output, "--file", "/no/such.docx", NULL};
    assert_int_equal(run_program(gone, NULL, NULL), 3);
    file_make_folder(empty, NULL);
    g_autofree char *bad = g_build_filename(empty, "a.xml", NULL);
    assert_true(g_file_set_contents(bad, "<extract-rules xmlns=\"urn:anjuan:extract-rules\">\n<nonsense/></extract-rules>", -1, NULL));
    const char *const rules[] = {"--rules", empty, "--lang", "en", "-o", f->output, "--file", "x.docx", NULL};
    assert_int_equal(run_program(rules, NULL, &errors), 3);
    assert_non_null(strstr(errors, "a.xml line 2 <nonsense>: unknown element"));
}

/* A rule file that is a link or a pipe is not passed over in silence; an editor's lock is no rule file. */
static void test_odd_rule_files_are_refused(void **state)
{
    Fixture *f = *state;
    g_autofree char *folder = g_build_filename(f->lab.dir, "oddrules", NULL), *errors = NULL;
    g_autofree char *rules = g_build_filename(folder, "rules", NULL),
                    *lock = g_build_filename(rules, ".#a.xml", NULL),
                    *link = g_build_filename(rules, "60-more.xml", NULL);
    assert_true(file_make_folder(folder, NULL));
    const char *const copy[] = {"cp", "-r", "pipeline/rules/extract", rules, NULL};
    assert_true(
        g_spawn_sync(NULL, (char **)copy, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL));
    const char *const arguments[] = {"--rules", rules,    "--lang", "en", "-o",
                                     f->output, "--file", "x.docx", NULL};
    assert_int_equal(symlink("nobody@nowhere", lock), 0);
    assert_int_equal(run_program(arguments, NULL, NULL), 3); /* x.docx is not there */
    assert_int_equal(symlink("10-doctypes.xml", link), 0);
    assert_int_equal(run_program(arguments, NULL, &errors), 3);
    assert_non_null(strstr(errors, "60-more.xml, a link or special file"));
}

/* An earlier result stands for its own rules alone: a pattern that came since is tried before anything is read. */
static void test_new_patterns_are_tried_whatever_is_known(void **state)
{
    Fixture *f = *state;
    g_autofree char *rules = g_build_filename(f->lab.dir, "rules", NULL), *known = g_build_filename(f->lab.dir, "known.xml", NULL),
                    *more = g_build_filename(rules, "60-more.xml", NULL), *errors = NULL;
    const char *const copy[] = {"cp", "-r", "pipeline/rules/extract", rules, NULL};
    assert_true(g_spawn_sync(NULL, (char **)copy, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL));
    add_lines(f, "案卷/甲/决定书.docx", decision);
    storelab_write(&f->lab);
    const char *const first[] = {"--rules", rules, "--store", f->lab.store_dir, "-o", known, f->lab.inventory_path, NULL};
    assert_int_equal(run_program(first, NULL, NULL), 0);
    const char *const again[] = {"--rules", rules, "--store", f->lab.store_dir, "--known", known, "--lang", "en",
                                 "-o", f->output, f->lab.inventory_path, NULL};
    assert_int_equal(run_program(again, NULL, NULL), 0);
    assert_true(g_file_set_contents(more, "<extract-rules xmlns=\"urn:anjuan:extract-rules\">\n<named id=\"more\">\n<regex>(罚款</regex>"
                                          "<match>(罚款</match><no-match>x</no-match></named></extract-rules>", -1, NULL));
    assert_int_equal(run_program(again, NULL, &errors), 3);
    assert_non_null(strstr(errors, "60-more.xml line 3 <regex>: bad pattern: "));
}

/* In what was read before, another fine stands: what is taken over shows it, what is read does not. */
/* A record that only says that it was made by these rules does not vouch for their patterns. */
static void test_a_forged_record_hides_no_bad_pattern(void **state)
{
    Fixture *f = *state;
    char digest[DIGEST_HEX + 1];
    g_autofree char *rules = g_build_filename(f->lab.dir, "rules", NULL),
                    *known = g_build_filename(f->lab.dir, "known.xml", NULL),
                    *patterns = g_build_filename(rules, "40-patterns.xml", NULL), *text = NULL, *errors = NULL;
    const char *const copy[] = {"cp", "-r", "pipeline/rules/extract", rules, NULL};
    assert_true(g_spawn_sync(NULL, (char **)copy, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL));
    storelab_write(&f->lab);
    const char *const first[] = {"--rules", rules, "--store", f->lab.store_dir, "-o", known, f->lab.inventory_path,
                                 NULL};
    assert_int_equal(run_program(first, NULL, NULL), 0);
    assert_true(digest_folder(rules, digest, NULL));
    g_autofree char *sound = g_strdup(digest);
    assert_true(g_file_get_contents(patterns, &text, NULL, NULL));
    g_auto(GStrv) parts = g_strsplit(text, "<regex>", -1);
    g_autofree char *broken = g_strjoinv("<regex>(", parts);
    assert_true(g_file_set_contents(patterns, broken, -1, NULL));
    assert_true(digest_folder(rules, digest, NULL));
    g_autofree char *record = NULL;
    assert_true(g_file_get_contents(known, &record, NULL, NULL));
    g_auto(GStrv) around = g_strsplit(record, sound, -1);
    assert_int_equal(g_strv_length(around), 2);
    g_autofree char *forged = g_strjoinv(digest, around);
    assert_true(g_file_set_contents(known, forged, -1, NULL));
    const char *const again[] = {"--rules", rules, "--store", f->lab.store_dir, "--known", known, "--lang", "en",
                                 "-o", f->output, f->lab.inventory_path, NULL};
    assert_int_equal(run_program(again, NULL, NULL), 0); /* nothing to read: no pattern is needed */
    add_lines(f, "案卷/甲/决定书.docx", decision);
    storelab_write(&f->lab);
    assert_int_equal(run_program(again, NULL, &errors), 3);
    assert_non_null(strstr(errors, "<regex>: bad pattern: "));
}

static void test_known_files_are_not_read_again(void **state)
{
    Fixture *f = *state;
    g_autofree char *known = g_build_filename(f->lab.dir, "known.xml", NULL), *text = NULL;
    add_lines(f, "案卷/甲/决定书.docx", decision);
    record_free(&casefiles_type, extract(f, "2"));
    assert_true(g_file_get_contents(f->output, &text, NULL, NULL));
    g_auto(GStrv) parts = g_strsplit(text, "50000.00", -1);
    g_autofree char *changed = g_strjoinv("70000.00", parts);
    assert_true(g_file_set_contents(known, changed, -1, NULL));
    const char *const arguments[] = {"--rules", "pipeline/rules/extract", "--store", f->lab.store_dir, "--known", known,
                                     "-o", f->output, f->lab.inventory_path, NULL};
    assert_int_equal(run_program(arguments, NULL, NULL), 0);
    Casefiles *casefiles = record_read(&casefiles_type, f->output, NULL);
    assert_string_equal(document_field(find_file(casefiles, "案卷/甲/决定书.docx")->documents->pdata[0], "fine-yuan")->value, "70000.00");
    record_free(&casefiles_type, casefiles);
    char *at = g_strstr_len(changed, -1, "name=\"rules\" sha256=\"") + strlen("name=\"rules\" sha256=\"");
    at[0] = at[0] == '0' ? '1' : '0';
    assert_true(g_file_set_contents(known, changed, -1, NULL)); /* of other rules */
    assert_int_equal(run_program(arguments, NULL, NULL), 0);
    g_autofree char *again = NULL;
    assert_true(g_file_get_contents(f->output, &again, NULL, NULL));
    assert_string_equal(again, text);
}

#define WITH_FIXTURE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_FIXTURE(test_documents_and_names),
        WITH_FIXTURE(test_papers_in_a_folder_named_after_a_letter),
        WITH_FIXTURE(test_scans_in_a_folder_named_after_a_decision),
        WITH_FIXTURE(test_lists_stories_bulletins),
        WITH_FIXTURE(test_lists_with_days),
        WITH_FIXTURE(test_lists_that_cannot_be_read_whole),
        WITH_FIXTURE(test_lists_with_gaps),
        WITH_FIXTURE(test_case_lists_in_workbooks),
        WITH_FIXTURE(test_bad_documents_cost_only_themselves),
        WITH_FIXTURE(test_a_broken_footer_is_named),
        WITH_FIXTURE(test_jobs_do_not_change_bytes),
        WITH_FIXTURE(test_files_by_hand),
        WITH_FIXTURE(test_wrong_usage_and_bad_rules),
        WITH_FIXTURE(test_odd_rule_files_are_refused),
        WITH_FIXTURE(test_known_files_are_not_read_again),
        WITH_FIXTURE(test_new_patterns_are_tried_whatever_is_known),
        WITH_FIXTURE(test_a_forged_record_hides_no_bad_pattern),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
