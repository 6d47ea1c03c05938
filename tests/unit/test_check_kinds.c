/* The kind of a case file whose speaking document cannot be read or is missing while another speaks in it, with near misses
 * (SPEC 4.1, 6.4). */
#include "docnumber.h"
#include "findingcases.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#define APPLICATION "案卷/强制执行1/申请书.docx"

static const UnitCase *casefile_of(const Submitted *s, const char *name)
{
    for (guint i = 0; i < s->unit->casefiles->len; i++)
        if (strcmp(((const UnitCase *)s->unit->casefiles->pdata[i])->name, name) == 0)
            return s->unit->casefiles->pdata[i];
    return NULL;
}

static void renamed(char **path, const char *before, const char *after)
{
    if (!g_str_has_prefix(*path, before) || (*path)[strlen(before)] != '/')
        return;
    char *name = g_strconcat(after, *path + strlen(before), NULL);
    g_free(*path);
    *path = name;
}

static void rename_folder(Submitted *s, const char *before, const char *after)
{
    const GPtrArray *members = ((Package *)s->inventory->packages->pdata[0])->members;
    for (guint i = 0; i < members->len; i++)
        renamed(&((Member *)members->pdata[i])->path, before, after);
    for (guint i = 0; i < s->casefiles->files->len; i++)
        renamed(&((FileFacts *)s->casefiles->files->pdata[i])->path, before, after);
}

/* An old Word document: only its name says that it is one of TYPE. */
static void put_unread(Submitted *s, const char *path, const char *type)
{
    put_file(s, path, "doc", type, NULL)->content = CONTENT_UNREADABLE;
}

/* ---- an application for enforcement beside the decision that it enforces ---- */

static void application_missing(Submitted *s) { drop_files(s, APPLICATION); }
static void application_unread(Submitted *s)
{
    application_missing(s);
    put_unread(s, "案卷/强制执行1/申请书.doc", "enforcement-application");
}
static void application_as_scan(Submitted *s)
{
    application_missing(s);
    put_scan(s, "案卷/强制执行1/申请书.jpg", "application", "enforcement-application", NULL);
}
static void no_trace_of_enforcement(Submitted *s)
{
    application_missing(s);
    drop_files(s, "案卷/强制执行1/催告书.docx");
    drop_files(s, "案卷/强制执行1/受理.docx");
}

/* ---- letters of transfer ---- */

static void letter_missing(Submitted *s) { drop_files(s, "案卷/拘留1/移送书."); }
static void letter_unread(Submitted *s)
{
    letter_missing(s);
    put_unread(s, "案卷/拘留1/移送书.doc", "detention-transfer");
}
static void no_trace_of_a_transfer(Submitted *s)
{
    letter_missing(s);
    drop_files(s, "案卷/拘留1/审批.docx");
    drop_files(s, "案卷/拘留1/清单.docx");
    drop_files(s, "案卷/拘留1/回执.docx");
}

/* ---- letters that are called 移送书 and no more: either transfer's ---- */

static void put_open_letter(Submitted *s, const char *path)
{
    put_scan(s, path, "letter", "crime-transfer", NULL);
    the_file(s, path)->named_or = g_strdup("detention-transfer");
}
/* The approval and the list of one transfer are those of the other too: they do not show that its letter is missing. */
static void detention_in_a_folder_of_a_crime(Submitted *s)
{
    put_penalty(s, "案卷/涉嫌犯罪移送2", 44, true);
    put_document(s, "案卷/涉嫌犯罪移送2/审批表.docx", "transfer-approval", NULL);
    put_document(s, "案卷/涉嫌犯罪移送2/清单.docx", "transfer-list", NULL);
    put_document(s, "案卷/涉嫌犯罪移送2/移送书.docx", "detention-transfer", "doc-number", "沅环拘移〔2016〕9号", NULL);
}
static void detention_and_a_letter_of_a_crime_unread(Submitted *s)
{
    detention_in_a_folder_of_a_crime(s);
    put_unread(s, "案卷/涉嫌犯罪移送2/案件移送书.doc", "crime-transfer");
}
/* Beside a decision alone the approval shows it. */
static void letter_of_a_crime_missing(Submitted *s)
{
    detention_in_a_folder_of_a_crime(s);
    drop_files(s, "案卷/涉嫌犯罪移送2/移送书.");
}
/* The folder's name says nothing. */
static void put_letter_beside(Submitted *s, const char *approval, bool read)
{
    put_penalty(s, "案卷/第六卷", 43, true);
    Document *document = put_document(s, "案卷/第六卷/审批.docx", "transfer-approval", NULL);
    document->title = g_strdup(approval);
    if (read)
        put_document(s, "案卷/第六卷/移送行政拘留案件移送书.docx", "detention-transfer", "doc-number", "沅环拘移〔2016〕9号", NULL);
    put_open_letter(s, "案卷/第六卷/移送书.jpg");
}
static void open_letter_beside_the_one_read(Submitted *s) { put_letter_beside(s, "案件移送审批表", true); }
static void open_letter_and_approval_of_detention(Submitted *s) { put_letter_beside(s, "移送行政拘留审批表", false); }
static void open_letter_and_approval_of_crime(Submitted *s) { put_letter_beside(s, "涉嫌犯罪案件移送审批表", false); }
static void open_letter_and_number_of_detention(Submitted *s)
{
    put_letter_beside(s, "案件移送审批表", false);
    put_document(s, "案卷/第六卷/清单.docx", "transfer-list", "doc-number", "沅环拘移〔2016〕9号", NULL);
}
static void open_letter_in_a_named_folder(Submitted *s)
{
    letter_missing(s);
    put_open_letter(s, "案卷/拘留1/移送书.jpg");
}
/* A scan that is surely the letter of a crime is one that was not read. */
static void letter_of_a_crime_beside_another(Submitted *s)
{
    put_letter_beside(s, "案件移送审批表", true);
    put_scan(s, "案卷/第六卷/涉嫌犯罪案件移送书.jpg", "crime letter", "crime-transfer", NULL);
}

/* ---- daily penalties ---- */

static void daily_missing(Submitted *s)
{
    drop_files(s, "案卷/按日1/按日决定书.docx");
    drop_files(s, "案卷/按日1/决定书.pdf");
}
static void daily_unread(Submitted *s)
{
    daily_missing(s);
    put_unread(s, "案卷/按日1/按日决定书.doc", "daily-decision");
}
/* The scan may be that of the order which was read. */
static void one_order_and_a_scan_of_it(Submitted *s)
{
    daily_missing(s);
    drop_files(s, "案卷/按日1/再责改.docx");
    put_scan(s, "案卷/按日1/责改.jpg", "order", "rectification-order", NULL);
}

/* All of a daily file but its decision, in a folder whose name says no kind, with a receipt for what it calls SERVED. */
static void put_without_decision(Submitted *s, const char *served)
{
    daily_missing(s);
    drop_files(s, "案卷/按日1/回证4.docx");
    rename_folder(s, "案卷/按日1", "案卷/第六卷");
    put_document(s, "案卷/第六卷/回证9.docx", "service-receipt", "served-document", served, "service-date", "2016-10-19", NULL);
}
static void all_but_the_decision(Submitted *s) { put_without_decision(s, "按日连续处罚决定书"); }
static void decision_neither_there_nor_served(Submitted *s) { put_without_decision(s, "按日连续处罚事先告知书"); }
static void decision_served_and_no_recheck(Submitted *s)
{
    all_but_the_decision(s);
    drop_files(s, "案卷/第六卷/复查笔录.docx");
}

/* ---- names that say two kinds, another one or none ---- */

static void penalty_and_two_orders(Submitted *s, const char *folder)
{
    g_autofree char *order = g_strconcat(folder, "/责改2.docx", NULL);
    put_penalty(s, folder, 41, true);
    put_document(s, order, "rectification-order", "decision-date", "2016-09-30", NULL);
}
static void both_names_and_no_decision(Submitted *s) { penalty_and_two_orders(s, "案卷/行政处罚、按日计罚2"); }
static void both_names_and_unread(Submitted *s)
{
    both_names_and_no_decision(s);
    put_unread(s, "案卷/行政处罚、按日计罚2/按日决定书.doc", "daily-decision");
}
/* The whole name of a daily penalty has the word for a penalty in it, and is none of one. */
static void whole_name_and_no_decision(Submitted *s) { penalty_and_two_orders(s, "案卷/按日连续处罚2"); }
static void whole_name_and_a_penalty(Submitted *s) { put_penalty(s, "案卷/按日连续处罚2", 41, true); }
static void put_handed_over(Submitted *s, const char *approval)
{
    put_penalty(s, "案卷/第六卷", 43, true);
    put_document(s, "案卷/第六卷/审批.docx", "transfer-approval", NULL)->title = g_strdup(approval);
    put_document(s, "案卷/第六卷/清单.docx", "transfer-list", NULL);
    put_document(s, "案卷/第六卷/调查报告.docx", "investigation-report", NULL);
}
static void all_but_the_letter(Submitted *s) { put_handed_over(s, "适用行政拘留案件移送审批表"); }
static void all_but_the_letter_of_a_crime(Submitted *s) { put_handed_over(s, "涉嫌犯罪案件移送审批表"); }
/* Only a scan's name tells of a decision, or nothing does. */
static void all_but_the_letter_and_a_scan(Submitted *s)
{
    all_but_the_letter_of_a_crime(s);
    drop_files(s, "案卷/第六卷/决定书.docx");
}
static void all_but_the_letter_and_a_decision(Submitted *s)
{
    all_but_the_letter_and_a_scan(s);
    drop_files(s, "案卷/第六卷/证据.zip/");
}
static void approval_of_no_kind(Submitted *s) { put_handed_over(s, "案件移送审批表"); }
static void approval_and_no_list(Submitted *s)
{
    all_but_the_letter(s);
    drop_files(s, "案卷/第六卷/清单.docx");
}
static void no_name_and_scan_alone(Submitted *s)
{
    put_penalty(s, "案卷/第五卷", 42, true);
    put_scan(s, "案卷/第五卷/申请书.jpg", "application", "enforcement-application", NULL);
}
static void no_name_and_demand(Submitted *s)
{
    no_name_and_scan_alone(s);
    put_document(s, "案卷/第五卷/催告书.docx", "demand", "demand-date", "2016-10-20", NULL);
}
static void penalty_enforced_later(Submitted *s)
{
    put_scan(s, "案卷/行政处罚3/申请书.jpg", "application", "enforcement-application", NULL);
    put_document(s, "案卷/行政处罚3/催告书.docx", "demand", "demand-date", "2016-10-20", NULL);
}
static void seizure_within_a_penalty(Submitted *s)
{
    put_scan(s, "案卷/行政处罚3/查封.jpg", "seizure", "seizure-decision", NULL);
}

static void seizure_read_in(Submitted *s, const char *folder)
{
    g_autofree char *seizure = g_strconcat(folder, "/查封决定书.docx", NULL);
    put_penalty(s, folder, 43, true);
    put_document(s, seizure, "seizure-decision", "decision-date", "2016-09-05", NULL);
}
static void seizure_told_aside(Submitted *s) { seizure_read_in(s, "案卷/行政处罚7（含查封）"); }
static void seizure_told_aside_after_all(Submitted *s) { seizure_read_in(s, "案卷/行政处罚7（丙厂）[附查封、扣押材料]"); }
static void seizure_told_in_brackets(Submitted *s) { seizure_read_in(s, "案卷/第七卷（查封）"); }

static void listed_in_a_folder_that_seized(Submitted *s)
{
    put_penalty(s, "案卷/行政处罚8扣押船厂", 44, true);
    put_document(s, "案卷/行政处罚8扣押船厂/00卷内目录.docx", "other", NULL);
    FileFacts *facts = the_file(s, "案卷/行政处罚8扣押船厂/00卷内目录.docx");
    g_free(facts->named_type);
    facts->named_type = g_strdup("seizure-decision");
    facts->named_by_folder = true;
}
static void unread_in_a_folder_that_seized(Submitted *s)
{
    put_penalty(s, "案卷/行政处罚8扣押船厂", 44, true);
    put_unread(s, "案卷/行政处罚8扣押船厂/决定.doc", "seizure-decision");
}

static void what_cannot_be_read_keeps_its_kind(void **state)
{
    (void)state;
    const struct { ChangeFunc change; const char *casefile; Kind kind; int misnamed; } known[] = {
        {application_unread, "强制执行1", KIND_ENFORCEMENT, 0},
        {application_as_scan, "强制执行1", KIND_ENFORCEMENT, 0},
        {application_missing, "强制执行1", KIND_ENFORCEMENT, 0},
        {no_trace_of_enforcement, "强制执行1", KIND_PENALTY, 1},
        {letter_unread, "拘留1", KIND_DETENTION, 0},
        {letter_missing, "拘留1", KIND_DETENTION, 0},
        {no_trace_of_a_transfer, "拘留1", KIND_PENALTY, 1},
        {detention_in_a_folder_of_a_crime, "涉嫌犯罪移送2", KIND_DETENTION, 1},
        {detention_and_a_letter_of_a_crime_unread, "涉嫌犯罪移送2", KIND_CRIME, 0},
        {letter_of_a_crime_missing, "涉嫌犯罪移送2", KIND_CRIME, 0},
        {open_letter_beside_the_one_read, "第六卷", KIND_DETENTION, 0},
        {open_letter_and_approval_of_detention, "第六卷", KIND_DETENTION, 0},
        {open_letter_and_approval_of_crime, "第六卷", KIND_CRIME, 0},
        {open_letter_and_number_of_detention, "第六卷", KIND_DETENTION, 0},
        {open_letter_in_a_named_folder, "拘留1", KIND_DETENTION, 0},
        {letter_of_a_crime_beside_another, "第六卷", KIND_CRIME, 0},
        {daily_unread, "按日1", KIND_DAILY, 0},
        {daily_missing, "按日1", KIND_DAILY, 0},
        {one_order_and_a_scan_of_it, "按日1", KIND_PENALTY, 1},
        {all_but_the_decision, "第六卷", KIND_DAILY, 0},
        {decision_neither_there_nor_served, "第六卷", KIND_PENALTY, 0},
        {decision_served_and_no_recheck, "第六卷", KIND_PENALTY, 0},
        {both_names_and_unread, "行政处罚、按日计罚2", KIND_DAILY, 0},
        {both_names_and_no_decision, "行政处罚、按日计罚2", KIND_PENALTY, 0},
        {whole_name_and_no_decision, "按日连续处罚2", KIND_DAILY, 0},
        {whole_name_and_a_penalty, "按日连续处罚2", KIND_PENALTY, 1},
        {all_but_the_letter, "第六卷", KIND_DETENTION, 0},
        {all_but_the_letter_of_a_crime, "第六卷", KIND_CRIME, 0},
        {all_but_the_letter_and_a_scan, "第六卷", KIND_CRIME, 0},
        {all_but_the_letter_and_a_decision, "第六卷", KIND_CRIME, 0},
        {approval_of_no_kind, "第六卷", KIND_PENALTY, 0},
        {approval_and_no_list, "第六卷", KIND_PENALTY, 0},
        {no_name_and_demand, "第五卷", KIND_ENFORCEMENT, 0},
        {no_name_and_scan_alone, "第五卷", KIND_PENALTY, 0},
        {penalty_enforced_later, "行政处罚3", KIND_PENALTY, 0},
        {seizure_within_a_penalty, "行政处罚3", KIND_PENALTY, 0},
        {seizure_told_aside, "行政处罚7（含查封）", KIND_PENALTY, 0},
        {seizure_told_aside_after_all, "行政处罚7（丙厂）[附查封、扣押材料]", KIND_PENALTY, 0},
        {listed_in_a_folder_that_seized, "行政处罚8扣押船厂", KIND_PENALTY, 0},
        {unread_in_a_folder_that_seized, "行政处罚8扣押船厂", KIND_SEIZURE, 0},
        {seizure_told_in_brackets, "第七卷（查封）", KIND_SEIZURE, 0},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        submitted_check(s);
        const UnitCase *casefile = casefile_of(s, known[i].casefile);
        assert_non_null(casefile);
        if (casefile->kind != (int)known[i].kind)
            fail_msg("entry %zu: %s is of kind %d", i, casefile->name, casefile->kind);
        assert_int_equal(submitted_count(s, "SET-009", "*"), known[i].misnamed);
        submitted_free(s);
    }
}

/* What is wrong is told once, and nothing is asked of a kind that the case file is not of. */
static void nothing_is_asked_of_another_kind(void **state)
{
    (void)state;
    const struct { ChangeFunc change; int unread, missing; } known[] = {
        {application_unread, 1, 0}, {application_as_scan, 0, 0}, {application_missing, 0, 1},
        {letter_unread, 1, 0}, {daily_unread, 1, 0}, {open_letter_in_a_named_folder, 0, 0},
    };
    static const char *const never[] = {"SET-001", "SET-002", "SET-005", "SET-006", "SET-009", "LAW-003"};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        submitted_check(s);
        assert_int_equal(submitted_count(s, "DOC-002", "*"), known[i].unread);
        assert_int_equal(submitted_count(s, "SET-004", "*"), known[i].missing);
        assert_int_equal(submitted_count(s, "EXT-001", "no-document"), 1 - known[i].unread);
        for (size_t j = 0; j < G_N_ELEMENTS(never); j++)
            if (submitted_count(s, never[j], "*") > 0)
                fail_msg("entry %zu: %s", i, never[j]);
        submitted_free(s);
    }
}

/* The number in the name of the decision that is enforced is not that of the missing application; one in a scan's own is. */
static void the_number_is_that_of_the_speaking_document(void **state)
{
    (void)state;
    static const char *const numbers[] = {NULL, "沅环罚申字〔2016〕1号"};
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++) {
        Submitted *s = submitted_clean();
        application_missing(s);
        FileFacts *decision = the_file(s, "案卷/强制执行1/决定书.docx");
        DocNumber *named = record_add(decision->named_numbers, &docnumber_type);
        named->raw = g_strdup("沅环罚字〔2016〕2号");
        named->key = docnumber_key(named->raw);
        if (numbers[i])
            put_scan(s, "案卷/强制执行1/申请书.jpg", "application", "enforcement-application", numbers[i]);
        submitted_check(s);
        const UnitCase *casefile = casefile_of(s, "强制执行1");
        assert_int_equal(casefile->kind, KIND_ENFORCEMENT);
        if (numbers[i])
            assert_string_equal(casefile->number, numbers[i]);
        else
            assert_null(casefile->number);
        submitted_free(s);
    }
}

/* ---- the kind words of folders exchanged ---- */

static const struct { const char *folder, *word, *speaks; } named_kinds[] = {
    {"行政处罚3", "行政处罚9", "penalty-decision"},   {"按日1", "按日计罚9", "daily-decision"},
    {"拘留1", "移送行政拘留9", "detention-transfer"}, {"犯罪1", "涉嫌犯罪移送9", "crime-transfer"},
    {"强制执行1", "申请法院强制执行9", "enforcement-application"},
};

/* What the folder's name makes of its catalogue, of a picture and of a paper without a title: what it is called after. */
static void put_what_is_named_by_the_folder(Submitted *s, const char *folder, const char *type)
{
    g_autofree char *catalogue = g_strconcat(folder, "/00卷内目录.docx", NULL), *picture = g_strconcat(folder, "/IMG_0001.jpg", NULL),
                    *sheet = g_strconcat(folder, "/公函.docx", NULL);
    put_document(s, catalogue, "other", NULL)->rule = g_strdup("title:other:1");
    put_scan(s, picture, picture, type, NULL);
    if (strcmp(type, "penalty-decision") != 0)
        put_document(s, sheet, type, NULL)->rule = g_strdup("name");
    FileFacts *facts = the_file(s, catalogue);
    g_free(facts->named_type);
    facts->named_type = g_strdup(type);
    facts->named_by_folder = the_file(s, picture)->named_by_folder = true;
    if (strcmp(type, "penalty-decision") != 0)
        the_file(s, sheet)->named_by_folder = true;
}

/* The papers of kind HELD in a folder whose name says NAMED: told by that name (SET-009), once, and the place is filled by what the
 * papers are.  Nobody is asked for a paper of the kind that the name says. */
static void check_pair(size_t named, size_t held, bool crowded)
{
    Submitted *s = submitted_clean();
    g_autofree char *before = g_strconcat("案卷/", named_kinds[held].folder, NULL), *after = g_strconcat("案卷/", named_kinds[named].word, NULL);
    rename_folder(s, before, after);
    if (crowded)
        put_what_is_named_by_the_folder(s, after, named_kinds[named].speaks);
    submitted_check(s);
    const UnitCase *casefile = casefile_of(s, named_kinds[named].word);
    const int misnamed = named == held ? 0 : 1;
    if (submitted_count(s, "SET-009", NULL) != misnamed || (int)s->findings->findings->len != misnamed)
        fail_msg("%s in %s: %u findings", named_kinds[held].folder, after, s->findings->findings->len);
    const bool open = crowded && strcmp(named_kinds[held].speaks, "penalty-decision") == 0; /* the picture may be what speaks */
    if (misnamed && (finding_value(submitted_finding(s, "SET-009"), "missing") != NULL) != open)
        fail_msg("%s in %s: a paper is asked for", named_kinds[held].folder, after);
    assert_non_null(casefile);
    submitted_free(s);
}

static void papers_win_over_the_name_of_their_folder(void **state)
{
    (void)state;
    for (size_t named = 0; named < G_N_ELEMENTS(named_kinds); named++)
        for (size_t held = 0; held < G_N_ELEMENTS(named_kinds); held++)
            for (int crowded = 0; crowded < 2; crowded++)
                check_pair(named, held, crowded);
}

/* What a case file lacks to be what its folder is called is told only where its papers leave that open. */
static void rechecked_penalty_in_a_folder_of_daily(Submitted *s)
{
    rename_folder(s, "案卷/行政处罚3", "案卷/按日计罚9");
    put_document(s, "案卷/按日计罚9/复查笔录.docx", "inspection-record", "inspection-dates", "2016-09-20", "introduced", "出示", NULL);
    put_document(s, "案卷/按日计罚9/责改回证.docx", "service-receipt", "served-document", "责令改正违法行为决定书", "service-date", "2016-09-06", NULL);
}
static void penalty_in_a_folder_of_daily(Submitted *s) { rename_folder(s, "案卷/行政处罚3", "案卷/按日计罚9"); }
static void detention_in_place_of_the_crime(Submitted *s)
{
    drop_files(s, "案卷/犯罪1");
    rename_folder(s, "案卷/拘留1", "案卷/涉嫌犯罪移送9");
}
static void catalogue_without_a_trace(Submitted *s)
{
    no_trace_of_enforcement(s);
    put_document(s, "案卷/强制执行1/00目录.docx", "other", NULL);
    FileFacts *facts = the_file(s, "案卷/强制执行1/00目录.docx");
    g_free(facts->named_type);
    facts->named_type = g_strdup("enforcement-application");
    facts->named_by_folder = true;
}
static void no_paper_is_asked_for_that_the_name_alone_asks(void **state)
{
    (void)state;
    static const struct { ChangeFunc change; const char *missing, *likely; } known[] = {
        {rechecked_penalty_in_a_folder_of_daily, "daily-decision", NULL},
        {penalty_in_a_folder_of_daily, NULL, NULL},
        {detention_in_place_of_the_crime, NULL, NULL},
        {catalogue_without_a_trace, "demand\nenforcement-application", "强制执行1"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_clean();
        known[i].change(s);
        submitted_check(s);
        const Finding *misnamed = submitted_finding(s, "SET-009"), *slot = submitted_finding(s, "SET-001");
        assert_non_null(misnamed);
        if (g_strcmp0(finding_value(misnamed, "missing"), known[i].missing) != 0 ||
            g_strcmp0(slot ? finding_value(slot, "likely") : NULL, known[i].likely) != 0)
            fail_msg("entry %zu: %s", i, finding_value(misnamed, "missing"));
        submitted_free(s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_cannot_be_read_keeps_its_kind),
        cmocka_unit_test(nothing_is_asked_of_another_kind),
        cmocka_unit_test(papers_win_over_the_name_of_their_folder),
        cmocka_unit_test(no_paper_is_asked_for_that_the_name_alone_asks),
        cmocka_unit_test(the_number_is_that_of_the_speaking_document),
    };
    return cmocka_run_group_tests_name("check_kinds", tests, NULL, NULL);
}
