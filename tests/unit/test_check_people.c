/* CND-012 and 014 to 018, BUL-002: what candidates' papers and bulletins say against one another, each code with
 * something that raises it and a near miss. */
#include "docnumber.h"
#include "findingcases.h"
#include "submission.h"

#define CERTIFICATE "先进个人/向例明/廉洁证明.docx"
#define FORM "先进个人/向例明/推荐表.docx"
#define LIST "先进个人/向例明/案件清单.docx"
#define STATEMENT "先进个人/向例明/情况说明.docx"
#define CANDIDATES "先进个人候选名单.docx"
#define BULLETIN "信息/2016-11-05信息.docx"
#define OTHER_BULLETIN "信息/2016年11月20日信息.docx"

/* ---- certificates ---- */

static void signed_by_police(Submitted *s) { set_field(s, CERTIFICATE, "agency", "沅陵县公安局"); }
static void signed_by_inspectors(Submitted *s) { set_field(s, CERTIFICATE, "agency", "中共沅陵县纪委派驻第三纪检组"); }
static void signed_by_another_county(Submitted *s) { set_field(s, CERTIFICATE, "agency", "辰溪县环境保护局"); }
static void signed_by_the_short_name(Submitted *s) { set_field(s, CERTIFICATE, "agency", "沅陵县环保局党组"); }
static void another_county_without_tables(Submitted *s)
{
    signed_by_another_county(s);
    submitted_without_tables(s);
}
static void police_elsewhere(Submitted *s)
{
    drop_files(s, CERTIFICATE);
    put_document(s, "廉洁证明.docx", "integrity-certificate", "name", "向例明", "agency", "沅陵县公安局", "document-date", "2016-11-21", NULL);
}
static void police_for_somebody_else(Submitted *s)
{
    put_document(s, "廉洁证明.docx", "integrity-certificate", "name", "某乙", "agency", "沅陵县公安局", "document-date", "2016-11-21", NULL);
}
static void undated(Submitted *s) { drop_field(s, CERTIFICATE, "certificate-date"); }
static void given_by_nobody(Submitted *s) { drop_field(s, CERTIFICATE, "agency"); }
static void given_by_somebody(Submitted *s)
{
    given_by_nobody(s);
    set_field(s, CERTIFICATE, "body-line", "沅环党组");
}
static void dated_to_the_month(Submitted *s) { the_field(s, CERTIFICATE, "certificate-date")->status = VALUE_PARTIAL; }
static void certificate_as_scan(Submitted *s)
{
    drop_files(s, CERTIFICATE);
    put_scan(s, "先进个人/向例明/廉洁证明.jpg", "certificate", "integrity-certificate", NULL);
}
static void punished(Submitted *s) { set_field(s, CERTIFICATE, "misconduct", "2015年受过党内警告处分"); }

/* ---- roles ---- */

static void proof_says(Submitted *s, int role)
{
    Document *proof = put_document(s, "先进个人/向例明/证明材料/参与办案证明.docx", "other", NULL);
    put_claim(proof, "沅环罚字〔2016〕1号", KIND_NONE, role)->role_text = g_strdup(role == ROLE_LEAD ? "主办" : "协办");
}
static void proof_says_member(Submitted *s) { proof_says(s, ROLE_MEMBER); }
static void proof_says_lead(Submitted *s) { proof_says(s, ROLE_LEAD); }

/* A proof about ATTESTED, with WHOLE as the text that it has. */
/* A paper of TYPE that is about ABOUT, with WHOLE as its text. */
static void put_subject(Submitted *s, const char *path, const char *type, const char *about, const char *whole)
{
    quote_field(add_field(put_document(s, path, type, NULL), "attested", about), whole);
}
#define STORY "先进个人/向例明/事迹2.docx", "story"
#define ROLE "先进个人/向例明/案卷/作用说明.docx", "role-statement"
static void story_of_another(Submitted *s) { put_subject(s, STORY, "韩志华", "韩志华同志先进事迹材料\n该同志从事环境执法工作多年。"); }
static void story_of_another_names_both(Submitted *s) { put_subject(s, STORY, "韩志华", "韩志华同志先进事迹材料\n向例明同志从事环境执法工作。"); }
static void story_of_the_candidate(Submitted *s) { put_subject(s, STORY, "向例明", "向例明同志先进事迹材料\n该同志从事环境执法工作多年。"); }
/* Whose it is stands in a cell of its own: 姓名. */
static Field *story_named(Submitted *s, const char *name) { return add_field(put_document(s, STORY, NULL), "name", name); }
static void story_by_name_of_another(Submitted *s) { story_named(s, "韩志华"); }
static void story_by_name_of_the_candidate(Submitted *s) { story_named(s, "向例明"); }
static void story_by_a_masked_name(Submitted *s) { story_named(s, "韩某某")->status = VALUE_MASKED; }
static void role_of_another(Submitted *s) { put_subject(s, ROLE, "韩志华", "作用说明\n韩志华同志在该案中为主办人。"); }
static void role_of_the_candidate(Submitted *s) { put_subject(s, ROLE, "向例明", "作用说明\n向例明同志在该案中为主办人。"); }
static void role_of_both(Submitted *s) { put_subject(s, ROLE, "韩志华", "作用说明\n韩志华同志为主办人，向例明同志为协办人。"); }
static void put_proof(Submitted *s, const char *attested, const char *whole, int role)
{
    Document *proof = put_document(s, "先进个人/向例明/证明材料/参与办案证明.docx", "other", NULL);
    put_claim(proof, "沅环罚字〔2016〕1号", KIND_NONE, role);
    quote_field(add_field(proof, "attested", attested), whole);
}
static void proof_of_another_person(Submitted *s)
{
    drop_files(s, "先进个人/向例明/证明材料/");
    put_proof(s, "舒例川", "兹证明舒例川同志主办了沅环罚字〔2016〕1号案", ROLE_LEAD);
}
static void proof_of_both(Submitted *s)
{
    drop_files(s, "先进个人/向例明/证明材料/");
    put_proof(s, "舒例川", "兹证明舒例川同志主办了沅环罚字〔2016〕1号案\n向例明协办", ROLE_LEAD);
}
/* The other proves the case, and this one who led it. */
static void proof_of_another_beside_his_own(Submitted *s)
{
    proof_of_another_person(s);
    Document *own = put_document(s, "先进个人/向例明/证明材料/证明2.docx", "other", NULL);
    put_claim(own, "沅环罚字〔2016〕1号", KIND_NONE, ROLE_LEAD);
    quote_field(add_field(own, "attested", "向例明"), "兹证明向例明同志参与了沅环罚字〔2016〕1号案");
}
static void proof_of_another_and_form_too(Submitted *s)
{
    proof_of_another_person(s);
    set_field(s, FORM, "name", "舒例川");
}
static void proof_of_another_says_member(Submitted *s)
{
    put_proof(s, "舒例川", "兹证明舒例川同志协办了沅环罚字〔2016〕1号案", ROLE_MEMBER);
}
/* It tells who led beside the other's part: 舒例川's, not 向例明's. */
static void proof_of_another_names_him(Submitted *s)
{
    put_proof(s, "舒例川", "舒例川同志参与办理了沅环罚字〔2016〕1号案，为协办人，主办人为向例明", ROLE_MEMBER);
}
static void listed_as_member_and_proof_says_lead(Submitted *s)
{
    ((Claim *)the_document(s, LIST)->claims->pdata[0])->role = ROLE_MEMBER;
    proof_says_lead(s);
}
static void listed_as_member_and_proof_says_member(Submitted *s)
{
    ((Claim *)the_document(s, LIST)->claims->pdata[0])->role = ROLE_MEMBER;
    proof_says_member(s);
}

/* Everybody whom the papers of the case name, the first as the lead. */
static void officers_are(Submitted *s, const char *folder, const char *first, const char *second)
{
    g_autofree char *path = g_strconcat(folder, "/检查笔录.docx", NULL);
    Document *record = the_document(s, path);
    record_list_clear(record->investigators, &investigator_type);
    put_officer(record, first, "43122203");
    ((Investigator *)record->investigators->pdata[0])->role = ROLE_LEAD;
    if (second)
        put_officer(record, second, "43122207");
}
static void led_by_another(Submitted *s) { officers_are(s, "案卷/行政处罚1", "舒例川", "向例明"); }
static void led_by_him(Submitted *s) { officers_are(s, "案卷/行政处罚1", "向例明", "舒例川"); }
static void led_by_another_as_the_proof_says(Submitted *s)
{
    led_by_another(s);
    proof_says_member(s);
}
static void form_says(Submitted *s, const char *field) { set_field(s, FORM, field, "沅环罚字〔2016〕1号、沅环罚字〔2016〕12号"); }
static void form_says_member(Submitted *s) { form_says(s, "cases-joined"); }
static void form_says_lead(Submitted *s) { form_says(s, "cases-led"); }
static void form_says_both(Submitted *s)
{
    form_says_member(s);
    form_says_lead(s);
}
static void form_names_other_cases(Submitted *s) { set_field(s, FORM, "cases-joined", "沅环罚字〔2016〕12号至13号"); }
static void form_names_a_case_of_the_list(Submitted *s) { set_field(s, FORM, "cases-joined", "沅环罚字〔2016〕1号等"); }
static void form_counts(Submitted *s, int more)
{
    g_autofree char *count = g_strdup_printf("%u", the_document(s, LIST)->claims->len + more);
    set_field(s, FORM, "reported-cases", count);
}
static void form_counts_more(Submitted *s) { form_counts(s, 1); }
static void form_counts_the_list(Submitted *s) { form_counts(s, 0); }
static void form_counts_more_and_a_row_is_unread(Submitted *s)
{
    form_counts_more(s);
    ((Claim *)the_document(s, LIST)->claims->pdata[0])->unread = true;
}
static void claimed_as_member(Submitted *s)
{
    led_by_another(s);
    ((Claim *)the_document(s, LIST)->claims->pdata[0])->role = ROLE_MEMBER;
}
/* The first row of the list as member, and the case again with KIND and ROLE. */
static void listed_again(Submitted *s, Kind kind, int role)
{
    claimed_as_member(s);
    put_claim(the_document(s, LIST), "沅环罚字〔2016〕1号", kind, role);
}
static void listed_again_as_lead(Submitted *s) { listed_again(s, KIND_PENALTY, ROLE_LEAD); }
static void listed_again_as_member(Submitted *s) { listed_again(s, KIND_PENALTY, ROLE_MEMBER); }
static void listed_again_as_another_kind(Submitted *s) { listed_again(s, KIND_DETENTION, ROLE_LEAD); }
static void listed_again_by_another_number(Submitted *s)
{
    listed_again_as_member(s);
    Claim *claim = ((GPtrArray *)the_document(s, LIST)->claims)->pdata[1];
    g_free(claim->key);
    claim->key = g_strdup("沅环||罚|2016|99");
}
/* Beside the row of the clean list, which has a role, one whose cell is blank. */
static void one_role_blank(Submitted *s) { listed_again(s, KIND_DETENTION, ROLE_NONE); }
static void every_role_blank(Submitted *s)
{
    one_role_blank(s);
    ((Claim *)the_document(s, LIST)->claims->pdata[0])->role = ROLE_NONE;
}
static void case_of_others(Submitted *s) { officers_are(s, "案卷/行政处罚1", "舒例川", "瞿例之"); }
static void case_that_names_one(Submitted *s) { officers_are(s, "案卷/行政处罚1", "舒例川", NULL); }
static void own_file_of_others(Submitted *s) { officers_are(s, "先进个人/向例明/案卷/行政处罚1", "舒例川", "瞿例之"); }
static void own_file_he_took_part_in(Submitted *s) { officers_are(s, "先进个人/向例明/案卷/行政处罚1", "舒例川", "向例明"); }

/* All that tells whose folder it is, the officers of his cases among it, says another name by one character. */
static void folder_misspelt(Submitted *s)
{
    static const char *const papers[] = {FORM, CERTIFICATE, LIST};
    for (size_t i = 0; i < G_N_ELEMENTS(papers); i++)
        set_field(s, papers[i], "name", "向例鸣");
    officers_are(s, "案卷/行政处罚1", "向例鸣", "舒例川");
    officers_are(s, "先进个人/向例明/案卷/行政处罚1", "向例鸣", "舒例川");
    add_field(the_document(s, CANDIDATES), "name", "向例鸣");
    add_field(the_document(s, CANDIDATES), "name", "覃例和");
}
static void folder_misspelt_and_a_case_of_others(Submitted *s)
{
    folder_misspelt(s);
    officers_are(s, "案卷/行政处罚1", "瞿例之", "舒例川");
}

static void add_mention(Document *document, const char *number, const char *key)
{
    DocNumber *mention = record_add(document->mentions, &docnumber_type);
    mention->raw = g_strdup(number);
    mention->key = g_strdup(key);
}
static void statement_mentions(Submitted *s, const char *number, const char *key)
{
    add_mention(the_document(s, STATEMENT), number, key);
}
static void statement_of_another_case(Submitted *s) { statement_mentions(s, "沅环罚字〔2016〕36号", "another"); }
static void statement_of_both(Submitted *s)
{
    statement_of_another_case(s);
    statement_mentions(s, "沅环罚字〔2016〕1号", field_key(the_field(s, "先进个人/向例明/案卷/行政处罚1/决定书.docx", "doc-number")));
}
static void statement_without_a_file(Submitted *s)
{
    statement_of_another_case(s);
    drop_files(s, "先进个人/向例明/案卷/");
}

#define OWN_FILE "先进个人/向例明/案卷/行政处罚1/"
#define OWN_NUMBER "沅环罚字〔2016〕1号"
#define WRONG_NUMBER "沅环罚字〔2016〕41号"
static void names_number(Submitted *s, const char *path, const char *field, const char *number)
{
    g_autofree char *key = docnumber_key(number);
    if (field)
        set_field(s, path, field, number);
    add_mention(the_document(s, path), number, key);
}
static void receipt_names(Submitted *s, const char *number) { names_number(s, OWN_FILE "回证2.docx", "served-number", number); }
static void closing_form_names(Submitted *s, const char *number)
{
    names_number(s, OWN_FILE "结案.docx", "decision-number", number);
}
/* The decision in the candidate's own file has another number than receipt, closing form and statement. */
static void statement_beside_a_misnumbered_decision(Submitted *s)
{
    set_field(s, OWN_FILE "决定书.docx", "doc-number", WRONG_NUMBER);
    receipt_names(s, OWN_NUMBER);
    closing_form_names(s, OWN_NUMBER);
    names_number(s, STATEMENT, NULL, OWN_NUMBER);
}
/* Only the table tells that the number is wrong. */
static void statement_beside_a_decision_misnumbered_by_the_table(Submitted *s)
{
    drop_files(s, "案卷/行政处罚1/");
    set_field(s, OWN_FILE "决定书.docx", "doc-number", WRONG_NUMBER);
    drop_field(s, OWN_FILE "回证2.docx", "served-number");
    drop_field(s, OWN_FILE "结案.docx", "decision-number");
    names_number(s, STATEMENT, NULL, OWN_NUMBER);
}
/* Receipt and statement against decision and closing form: both are slips. */
static void statement_of_a_misnumbered_receipt(Submitted *s)
{
    set_field(s, OWN_FILE "回证2.docx", "served-document", "行政处罚决定书");
    receipt_names(s, WRONG_NUMBER);
    closing_form_names(s, OWN_NUMBER);
    names_number(s, STATEMENT, NULL, WRONG_NUMBER);
}
/* A closing form of another case of the unit lies in the file, and the statement is about that case. */
static void statement_of_a_misplaced_closing_form(Submitted *s)
{
    closing_form_names(s, "沅环罚字〔2016〕12号");
    names_number(s, STATEMENT, NULL, "沅环罚字〔2016〕12号");
}

/* ---- forms and lists ---- */

static void form_of_another_unit(Submitted *s) { set_field(s, FORM, "unit", "辰溪县环境保护局"); }
static void form_of_the_brigade(Submitted *s) { set_field(s, FORM, "unit", "沅陵县环境监察大队"); }
static void form_without_a_place(Submitted *s) { set_field(s, FORM, "unit", "县环境监察大队"); }
static void opinion_blank(Submitted *s) { add_field(the_document(s, FORM), "unit-opinion", "")->status = VALUE_ABSENT; }
static void opinion_given(Submitted *s) { set_field(s, FORM, "unit-opinion", "同意推荐。"); }
static void opinion_on_paper(Submitted *s)
{
    opinion_blank(s);
    put_scan(s, "先进个人/向例明/推荐表（盖章）.jpg", "form", "candidate-form", NULL);
}

static void listed(Submitted *s, const char *first, const char *second)
{
    add_field(the_document(s, CANDIDATES), "name", first);
    if (second)
        add_field(the_document(s, CANDIDATES), "name", second);
}
static void list_of_another(Submitted *s) { listed(s, "瞿例之", "覃例和"); }
static void list_of_both(Submitted *s) { listed(s, "向例明", "覃例和"); }
static void list_of_one_kind(Submitted *s) { listed(s, "向 例明", NULL); }
static void list_with_one_more(Submitted *s)
{
    list_of_both(s);
    listed(s, "某甲", NULL);
}
static void one_more_in_another_folder(Submitted *s) /* which is told as such */
{
    list_with_one_more(s);
    put_document(s, "先进个人材料/某甲/推荐表.docx", "candidate-form", "name", "某甲", NULL);
}

static void on_both_lists(Submitted *s) { put_document(s, "法制工作先进个人/向例明/推荐表.docx", "candidate-form", NULL); }
static void two_on_one_list(Submitted *s) { put_document(s, "执法先进个人/向 例　明/推荐表.docx", "candidate-form", NULL); }

static void digest_is(Submitted *s, const char *path, const char *digest) { the_document(s, path)->text_digest = g_strdup(digest); }
static void one_story(Submitted *s)
{
    digest_is(s, "先进个人/向例明/事迹材料.docx", "a");
    digest_is(s, "法制先进个人/覃例和/事迹材料.docx", "a");
}
static void two_stories(Submitted *s)
{
    digest_is(s, "先进个人/向例明/事迹材料.docx", "a");
    digest_is(s, "法制先进个人/覃例和/事迹材料.docx", "b");
}
static void one_story_in_two_folders(Submitted *s)
{
    two_on_one_list(s);
    put_document(s, "执法先进个人/向 例　明/事迹材料.docx", "story", NULL);
    digest_is(s, "先进个人/向例明/事迹材料.docx", "a");
    digest_is(s, "执法先进个人/向 例　明/事迹材料.docx", "a");
}

/* ---- bulletins ---- */

static void wholes_are(Submitted *s, const char *whole, const char *other)
{
    the_document(s, BULLETIN)->whole_digest = g_strdup(whole);
    the_document(s, OTHER_BULLETIN)->whole_digest = g_strdup(other);
}
static void bulletin_twice(Submitted *s) { wholes_are(s, "a", "a"); }
static void two_bulletins(Submitted *s) { wholes_are(s, "a", "b"); }
static void bulletin_under_two_titles(Submitted *s)
{
    two_bulletins(s);
    digest_is(s, BULLETIN, "c");
    digest_is(s, OTHER_BULLETIN, "c");
}
static void bulletin_twice_with_its_title(Submitted *s)
{
    bulletin_under_two_titles(s);
    g_free(the_document(s, OTHER_BULLETIN)->whole_digest);
    the_document(s, OTHER_BULLETIN)->whole_digest = g_strdup("a");
}
static void bulletin_of_another_county(Submitted *s) { set_field(s, BULLETIN, "agency", "辰溪县环境保护局"); }
static void bulletin_of_a_town(Submitted *s) { set_field(s, BULLETIN, "agency", "洪江市环境保护局"); }
static void bulletin_of_a_town_of_the_city(Submitted *s) { set_field(s, BULLETIN, "agency", "怀化市洪江市环保局"); }
static void bulletin_of_a_district(Submitted *s) { set_field(s, BULLETIN, "agency", "洪江区环境保护局"); }
static void bulletin_of_a_branch(Submitted *s) { set_field(s, BULLETIN, "agency", "怀化市环境保护局鹤城区分局"); }
static void bulletin_of_a_park(Submitted *s) { set_field(s, BULLETIN, "agency", "工业园区环境监察中队"); }
static void bulletin_of_management(Submitted *s) { set_field(s, BULLETIN, "agency", "城市管理和环境保护局"); }
static void unit_is(Submitted *s, const char *name, const char *alias)
{
    UnitRow *unit = s->slice->unit;
    g_free(unit->name);
    unit->name = g_strdup(name);
    g_ptr_array_set_size(unit->aliases, 0);
    g_ptr_array_add(unit->aliases, g_strdup(alias));
}
static void bulletin_of_a_town_for_its_district(Submitted *s)
{
    unit_is(s, "怀化市洪江管理区环境保护局", "洪江区");
    bulletin_of_a_town(s);
}
static void bulletin_of_the_district_itself(Submitted *s)
{
    unit_is(s, "怀化市洪江管理区环境保护局", "洪江区");
    bulletin_of_a_district(s);
}
static void bulletin_of_the_branch_by_another_name(Submitted *s)
{
    unit_is(s, "怀化市环境保护局鹤城区分局", "鹤城区分局");
    set_field(s, BULLETIN, "agency", "鹤城区环境保护局");
}
static void bulletin_of_the_town_itself(Submitted *s)
{
    unit_is(s, "洪江市环境保护局", "洪江市");
    bulletin_of_a_town_of_the_city(s);
}
static void bulletin_of_the_party_of_the_city(Submitted *s) { set_field(s, BULLETIN, "agency", "中共怀化市纪委"); }
static void form_of_a_town(Submitted *s) { set_field(s, FORM, "unit", "洪江市环境保护局"); }
static void certificate_of_a_town(Submitted *s) { set_field(s, CERTIFICATE, "agency", "洪江市环境保护局党组"); }
static void certificate_of_the_city(Submitted *s) { set_field(s, CERTIFICATE, "agency", "中共怀化市纪委"); }
static void bulletin_of_the_city(Submitted *s) { set_field(s, BULLETIN, "agency", "怀化市环境保护局"); }
static void bulletin_dated(Submitted *s, const char *name, const char *text)
{
    set_field(s, BULLETIN, "bulletin-date", name);
    g_free(the_field(s, BULLETIN, "bulletin-date")->rule);
    the_field(s, BULLETIN, "bulletin-date")->rule = g_strdup("file-name");
    set_field(s, BULLETIN, "document-date", text);
}
/* Both are of one text, which is dated as the name of one of them says, or as none does. */
static void bulletins_of_one_text(Submitted *s, const char *text)
{
    bulletin_twice(s);
    bulletin_dated(s, "2016-11-05", text);
    set_field(s, OTHER_BULLETIN, "bulletin-date", "2016-11-20");
    g_free(the_field(s, OTHER_BULLETIN, "bulletin-date")->rule);
    the_field(s, OTHER_BULLETIN, "bulletin-date")->rule = g_strdup("file-name");
    set_field(s, OTHER_BULLETIN, "document-date", text);
}
static void text_of_the_other_day(Submitted *s) { bulletins_of_one_text(s, "2016-11-20"); }
static void text_of_neither_day(Submitted *s) { bulletins_of_one_text(s, "2016-11-12"); }
static void bulletin_of_october(Submitted *s) { bulletin_dated(s, "2016-11-05", "2016-10-09"); }
static void bulletin_of_august(Submitted *s) { bulletin_dated(s, "2016-08-27", "2016-08-27"); }
static void bulletin_of_august_by_its_name(Submitted *s) { bulletin_dated(s, "2016-08-27", "2016-09-27"); }
static void bulletin_of_another_year(Submitted *s) { bulletin_dated(s, "2015-10-27", "2015-10-27"); }
static void bulletin_of_the_same_month(Submitted *s) { bulletin_dated(s, "2016-11-05", "2016-11-03"); }

/* ---- numbers of certificates ---- */

static void certified_as(Submitted *s, const char *number)
{
    set_field(s, CERTIFICATE, "certificate-number", number);
}
static void certified_under_another_number(Submitted *s) { certified_as(s, "43122207"); }
static void certified_under_the_number(Submitted *s) { certified_as(s, "43122201"); }
static void certificate_of_another_kind(Submitted *s) { certified_as(s, "湘环监0417"); }
static void listed_under(Submitted *s, const char *row) { set_field(s, CANDIDATES, "listed-certificate", row); }
static void listed_under_another_number(Submitted *s) { listed_under(s, "向例明|43122207"); }
static void somebody_else_listed(Submitted *s) { listed_under(s, "舒例川|43122207"); }
static void form_gives(Submitted *s, const char *number) { set_field(s, FORM, "certificate-number", number); }
static void case_files_give_another(Submitted *s) { form_gives(s, "43122209"); }
static void case_files_give_one_of_two(Submitted *s)
{
    case_files_give_another(s);
    put_officer(the_document(s, "案卷/行政处罚1/检查笔录.docx"), "向例明", "43122209");
}

static void certified_for(Submitted *s, const char *term) { set_field(s, FORM, "certificate-valid", term); }
static void certified_to_june(Submitted *s) { certified_for(s, "2014年1月至2016年6月"); }
static void certified_to_the_day_before(Submitted *s) { certified_for(s, "至2016年11月29日"); }
static void certified_to_the_month(Submitted *s) { certified_for(s, "2014年1月至2016年11月"); }
static void certified_to_another_year(Submitted *s) { certified_for(s, "2014年1月至2018年12月"); }
static void certified_since(Submitted *s) { certified_for(s, "2014年1月起五年"); }
static void certified_anew(Submitted *s) { certified_for(s, "2014年1月至2016年6月，已换发新证"); }
static void certified_for_good(Submitted *s) { certified_for(s, "长期"); }

/* ---- fewer than the notice asks for ---- */

static void one_of_two(Submitted *s) { s->slice->unit->individuals = 2; }
static void one_of_unknown(Submitted *s) { s->slice->unit->individuals = -1; }
static void one_of_two_and_a_lost_one(Submitted *s)
{
    one_of_two(s);
    put_document(s, "先进人物/向例乙/推荐表.docx", "candidate-form", NULL);
}
static void one_of_two_and_a_listed_one(Submitted *s)
{
    one_of_two(s);
    add_field(the_document(s, "先进个人候选名单.docx"), "name", "向例乙");
}
static void no_legal(Submitted *s) { drop_files(s, "法制先进个人/"); }
static void no_legal_asked(Submitted *s)
{
    no_legal(s);
    s->slice->unit->legals = 0;
}
static void nobody_yet(Submitted *s)
{
    no_legal(s);
    drop_files(s, "先进个人/");
}

static const FindingCase cases[] = {
    RAISED("CND-003", "expired", certified_to_june, certified_to_the_month),
    RAISED("CND-003", "expired", certified_to_the_day_before, certified_to_another_year),
    RAISED("CND-003", "expired", certified_to_june, certified_since),
    RAISED("CND-003", "expired", certified_to_june, certified_anew),
    RAISED("CND-003", "expired", certified_to_june, certified_for_good),
    RAISED("CND-003", "differs", certified_under_another_number, certified_under_the_number),
    RAISED("CND-003", "differs", certified_under_another_number, certificate_of_another_kind),
    RAISED("CND-003", "differs", listed_under_another_number, somebody_else_listed),
    RAISED("CND-003", "differs", case_files_give_another, case_files_give_one_of_two),
    RAISED("CND-014", NULL, signed_by_police, signed_by_inspectors),
    RAISED("CND-014", NULL, signed_by_another_county, signed_by_the_short_name),
    RAISED("CND-014", NULL, signed_by_another_county, another_county_without_tables),
    RAISED("CND-014", NULL, police_elsewhere, police_for_somebody_else),
    RAISED("CND-014", "unsigned", given_by_nobody, given_by_somebody),
    RAISED("CND-014", "undated", undated, dated_to_the_month),
    RAISED("CND-014", "undated", undated, certificate_as_scan),
    RAISED("CND-014", "against", punished, signed_by_police),
    RAISED("CND-015", NULL, proof_says_member, proof_says_lead),
    RAISED("CND-015", NULL, proof_says_member, led_by_another_as_the_proof_says),
    RAISED("CND-015", NULL, proof_says_member, proof_of_another_says_member),
    RAISED("CND-015", NULL, proof_says_member, proof_of_another_names_him),
    RAISED("CND-015", NULL, listed_as_member_and_proof_says_lead, listed_as_member_and_proof_says_member),
    RAISED("CND-004", "fewer", one_of_two, one_of_unknown),
    RAISED("CND-004", "fewer", one_of_two, one_of_two_and_a_lost_one),
    RAISED("CND-004", "fewer", one_of_two, one_of_two_and_a_listed_one),
    RAISED("CND-004", "fewer-legal", no_legal, no_legal_asked),
    RAISED("CND-004", "fewer-legal", no_legal, nobody_yet),
    RAISED("CND-013", "proof", proof_of_another_person, proof_of_both),
    RAISED("CND-013", NULL, story_of_another, story_of_another_names_both),
    RAISED("CND-013", NULL, story_of_another, story_of_the_candidate),
    RAISED("CND-013", NULL, story_by_name_of_another, story_by_name_of_the_candidate),
    RAISED("CND-013", NULL, story_by_name_of_another, story_by_a_masked_name),
    RAISED("CND-013", NULL, role_of_another, role_of_the_candidate),
    RAISED("CND-013", NULL, role_of_another, role_of_both),
    RAISED("CND-013", "proof", proof_of_another_person, proof_of_another_beside_his_own),
    RAISED("CND-013", "proof", proof_of_another_person, proof_of_another_and_form_too),
    RAISED("CND-015", "form", form_says_member, form_says_lead),
    RAISED("CND-015", "form", form_says_member, form_says_both),
    RAISED("CND-015", "form", form_says_member, form_names_other_cases),
    RAISED("CND-015", "unlisted", form_names_other_cases, form_names_a_case_of_the_list),
    RAISED("CND-015", "cases", form_counts_more, form_counts_the_list),
    RAISED("CND-015", "cases", form_counts_more, form_counts_more_and_a_row_is_unread),
    RAISED("CND-015", "lead", led_by_another, led_by_him),
    RAISED("CND-015", "lead", led_by_another, claimed_as_member),
    RAISED("CND-015", "lead", listed_again_as_lead, listed_again_as_member),
    RAISED("CND-015", "two-roles", listed_again_as_lead, listed_again_as_member),
    RAISED("CND-015", "two-roles", listed_again_as_lead, listed_again_as_another_kind),
    RAISED("CND-015", "two-roles", listed_again_as_lead, led_by_another),
    RAISED("CND-015", "twice", listed_again_as_member, listed_again_as_lead),
    RAISED("CND-015", "twice", listed_again_as_member, listed_again_as_another_kind),
    RAISED("CND-015", "twice", listed_again_as_member, listed_again_by_another_number),
    RAISED("CND-015", "absent", case_of_others, led_by_another),
    RAISED("CND-015", "absent", case_of_others, case_that_names_one),
    RAISED("CND-015", "absent", folder_misspelt_and_a_case_of_others, folder_misspelt),
    RAISED("CND-015", "file", own_file_of_others, folder_misspelt),
    RAISED("CND-017", NULL, list_of_another, folder_misspelt),
    RAISED("CND-015", "file", own_file_of_others, own_file_he_took_part_in),
    RAISED("CND-015", "note", statement_of_another_case, statement_of_both),
    RAISED("CND-015", "note", statement_of_another_case, statement_without_a_file),
    RAISED("CND-015", "note", statement_of_a_misnumbered_receipt, statement_beside_a_misnumbered_decision),
    RAISED("CND-015", "note", statement_of_a_misplaced_closing_form, statement_beside_a_decision_misnumbered_by_the_table),
    RAISED("CND-016", NULL, form_of_another_unit, form_of_the_brigade),
    RAISED("CND-016", NULL, form_of_another_unit, form_without_a_place),
    RAISED("CND-016", "no-opinion", opinion_blank, opinion_given),
    RAISED("CND-016", "no-opinion", opinion_blank, opinion_on_paper),
    RAISED("CND-017", NULL, list_of_another, list_of_both),
    RAISED("CND-017", NULL, list_with_one_more, list_of_one_kind),
    RAISED("CND-017", NULL, list_with_one_more, one_more_in_another_folder),
    RAISED("CND-010", "role-blank", one_role_blank, every_role_blank),
    RAISED("CND-010", "role-blank", one_role_blank, listed_again_as_another_kind),
    RAISED("CND-010", "no-role", every_role_blank, one_role_blank),
    RAISED("CND-012", "both-lists", on_both_lists, two_on_one_list),
    RAISED("CND-018", NULL, one_story, two_stories),
    RAISED("CND-018", NULL, one_story, one_story_in_two_folders),
    RAISED("BUL-002", NULL, bulletin_twice, two_bulletins),
    RAISED("BUL-002", NULL, bulletin_twice, bulletin_under_two_titles),
    RAISED("BUL-002", "same-body", bulletin_under_two_titles, two_bulletins),
    RAISED("BUL-002", "same-body", bulletin_under_two_titles, bulletin_twice_with_its_title),
    RAISED("BUL-002", "dated", text_of_the_other_day, text_of_neither_day),
    RAISED("BUL-002", NULL, text_of_neither_day, text_of_the_other_day),
    RAISED("BUL-002", "outside", bulletin_of_august, bulletin_of_the_same_month),
    RAISED("BUL-002", "outside", bulletin_of_august, bulletin_of_august_by_its_name),
    RAISED("BUL-002", "outside", bulletin_of_august, bulletin_of_another_year),
    RAISED("BUL-002", "agency", bulletin_of_another_county, bulletin_of_the_city),
    RAISED("BUL-002", "agency", bulletin_of_a_town, bulletin_of_the_party_of_the_city),
    RAISED("BUL-002", "agency", bulletin_of_a_town_of_the_city, bulletin_of_the_town_itself),
    RAISED("BUL-002", "agency", bulletin_of_a_district, bulletin_of_the_district_itself),
    RAISED("BUL-002", "agency", bulletin_of_a_branch, bulletin_of_the_branch_by_another_name),
    RAISED("BUL-002", "agency", bulletin_of_a_town_for_its_district, bulletin_of_a_park),
    RAISED("BUL-002", "agency", bulletin_of_a_town_for_its_district, bulletin_of_management),
    RAISED("CND-014", NULL, certificate_of_a_town, certificate_of_the_city),
    RAISED("CND-016", NULL, form_of_a_town, form_of_the_brigade),
    RAISED("BUL-002", "month", bulletin_of_october, bulletin_of_the_same_month),
};

int main(void)
{
    return finding_cases_run("people", cases, G_N_ELEMENTS(cases));
}
