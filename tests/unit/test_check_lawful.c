/* Lawful procedures that are less common, each beside the fault that it resembles. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "findingcases.h"

#define PENALTY "案卷/行政处罚1/"
#define DECISION PENALTY "决定书.docx"
#define PERSON "先进个人/向例明/"
#define NUMBER "沅环罚字〔2016〕1号"
#define COMPANY "沅陵县乌有锰业有限公司"
#define OLD_NAME "沅陵县乌有冶炼厂"

static Field *put_at(Document *document, const char *field, const char *value, const char *place)
{
    Field *put = add_field(document, field, value);
    g_free(put->place);
    put->place = g_strdup(place);
    return put;
}

static Document *titled(Document *document, const char *title)
{
    g_free(document->title);
    document->title = g_strdup(title);
    return document;
}

/* ---- service ---- */

/* One receipt with a row a paper, the decision in its second. */
static void served_in_rows(Submitted *s, const char *first, const char *second)
{
    drop_files(s, PENALTY "回证2.docx");
    Document *receipt = put_document(s, PENALTY "回证总表.docx", "service-receipt", "receiver", "范例先", NULL);
    put_at(receipt, "served-number", "沅环责改字〔2016〕1号", "T1R2C2");
    put_at(receipt, "served-number", NUMBER, "T1R3C2");
    put_at(receipt, "service-date", first, "T1R2C3");
    put_at(receipt, "service-date", second, "T1R3C3");
}
static void decision_served_before_it_was_made(Submitted *s) { served_in_rows(s, "2016-09-29", "2016-09-06"); }
static void another_paper_served_before(Submitted *s) { served_in_rows(s, "2016-09-06", "2016-09-29"); }

static void served_late(Submitted *s) { set_field(s, PENALTY "回证2.docx", "service-date", "2016-11-28"); }
static void served_late_in_public(Submitted *s)
{
    served_late(s);
    set_field(s, PENALTY "回证2.docx", "served-how", "公告送达");
}
static void served_late_with_another_box_ticked(Submitted *s)
{
    served_late(s);
    set_field(s, PENALTY "回证2.docx", "served-how", "☑直接　□公告");
}

static void served_late_and_posted(Submitted *s, const char *day, const char *how)
{
    served_late(s);
    set_field(s, PENALTY "回证2.docx", "served-how", how);
    set_field(s, PENALTY "回证2.docx", "posted-on", day);
}
static void served_late_and_posted_late(Submitted *s) { served_late_and_posted(s, "2016-11-21", "邮寄送达"); }
static void served_late_and_posted_at_once(Submitted *s) { served_late_and_posted(s, "2016-09-29", "邮寄送达"); }
static void served_late_by_hand(Submitted *s) { served_late_and_posted(s, "2016-09-29", "直接送达"); }

static void told_of_another_day(Submitted *s)
{
    set_field(s, DECISION, "notice-number", "沅环罚告字〔2016〕1号");
    set_field(s, DECISION, "notice-date", "2016-09-02");
}
static void told_of_another_day_by_post(Submitted *s)
{
    told_of_another_day(s);
    set_field(s, PENALTY "回证1.docx", "served-how", "邮寄送达");
}

/* ---- terms ---- */

static void decided_late(Submitted *s)
{
    set_field(s, PENALTY "立案.docx", "filing-date", "2016-06-08");
    set_field(s, DECISION, "decision-date", "2016-09-28");
}
static void decided_late_with_an_opinion(Submitted *s)
{
    decided_late(s);
    titled(put_document(s, PENALTY "鉴定意见.docx", "other", NULL), "危险废物鉴定意见书");
}
static void decided_late_with_a_public_notice(Submitted *s, const char *days)
{
    decided_late(s);
    titled(put_document(s, PENALTY "公告.docx", "other", "document-date", "2016-07-01", "notice-days", days, NULL), "公告");
}
static void announced_for_sixty_days(Submitted *s) { decided_late_with_a_public_notice(s, "60"); }
static void announced_for_ten_days(Submitted *s) { decided_late_with_a_public_notice(s, "10"); }

/* ---- names ---- */

static void two_names(Submitted *s) { set_field(s, PENALTY "立案.docx", "party", OLD_NAME); }
static void changed(Submitted *s, const char *title)
{
    two_names(s);
    titled(put_document(s, PENALTY "变更.docx", "statement", "stated", OLD_NAME "变更为" COMPANY, NULL), title);
}
static void explained_by_the_party(Submitted *s) { changed(s, "关于名称变更的说明"); }
static void changed_in_the_register(Submitted *s) { changed(s, "准予变更登记通知书"); }
static void two_heads(Submitted *s)
{
    set_field(s, PENALTY "立案.docx", "legal-rep", "石裕");
    set_field(s, DECISION, "legal-rep", "舒新");
}
static void head_registered(Submitted *s, const char *before)
{
    two_heads(s);
    Document *paper = titled(put_document(s, PENALTY "变更.docx", "statement", "stated", before, NULL), "变更登记通知书");
    Field *now = record_add(paper->fields, &field_type);
    now->id = g_strdup("stated");
    now->value = g_strdup("舒新");
    now->place = g_strdup("P4");
}
static void another_head_registered(Submitted *s) { head_registered(s, "石富"); }
static void head_changed_in_the_register(Submitted *s) { head_registered(s, "石裕"); }

/* ---- decisions ---- */

static void second_decision(Submitted *s)
{
    put_document(s, PENALTY "决定书2.docx", "penalty-decision", "doc-number", "沅环罚字〔2016〕77号", NULL);
}
static void withdraw_second(Submitted *s)
{
    Document *withdrawal = titled(put_document(s, PENALTY "撤销.docx", "other", NULL), "撤销行政处罚决定书的决定");
    DocNumber *mention = record_add(withdrawal->mentions, &docnumber_type);
    mention->raw = g_strdup("沅环罚字〔2016〕77号");
    mention->key = g_strdup("沅环||罚|2016|77");
}

static void second_decision_withdrawn(Submitted *s)
{
    second_decision(s);
    withdraw_second(s);
}
/* With a notice of its own it looks like the decision of another case. */
static void decision_with_another_notice(Submitted *s)
{
    put_document(s, PENALTY "附 决定书.docx", "penalty-decision", "doc-number", "沅环罚字〔2016〕77号", "notice-number",
                 "沅环罚告字〔2016〕77号", "decision-date", "2016-09-18", "fine-yuan", "30000.00", "party", OLD_NAME, NULL);
}
static void that_decision_withdrawn(Submitted *s)
{
    decision_with_another_notice(s);
    withdraw_second(s);
}

static void seizure(Submitted *s, const char *title)
{
    titled(put_document(s, "案卷/查封1/查封决定书.docx", "seizure-decision", "doc-number", "沅环查扣字〔2016〕1号",
                        "decision-date", "2016-09-20", "party", COMPANY, NULL), "查封（扣押）决定书");
    titled(put_document(s, "案卷/查封1/第二份.docx", "seizure-decision", "doc-number", "沅环解查扣字〔2016〕1号",
                        "decision-date", "2016-10-17", "party", COMPANY, NULL), title);
}
static void seized_twice(Submitted *s) { seizure(s, "查封（扣押）决定书"); }
static void seized_and_released(Submitted *s) { seizure(s, "解除查封（扣押）决定书"); }
static void seized_and_prolonged(Submitted *s) { seizure(s, "查封（扣押）延期通知书"); }

/* ---- candidates ---- */

static void no_proof(Submitted *s) { drop_files(s, PERSON "证明材料/"); }
static void proof_in_a_folder_of_the_case(Submitted *s)
{
    no_proof(s);
    put_scan(s, PERSON "证明材料/" NUMBER "/现场笔录.jpg", "record", NULL, NULL);
}
static void proof_in_a_folder_of_another(Submitted *s)
{
    no_proof(s);
    put_scan(s, PERSON "证明材料/沅环罚字〔2016〕9号/现场笔录.jpg", "record", NULL, NULL);
}

static const FindingCase cases[] = {
    RAISED("LAW-009", NULL, decision_served_before_it_was_made, another_paper_served_before),
    RAISED("LAW-004", NULL, served_late, served_late_in_public),
    RAISED("LAW-004", NULL, served_late_with_another_box_ticked, served_late_in_public),
    RAISED("LAW-004", NULL, served_late_and_posted_late, served_late_and_posted_at_once),
    RAISED("LAW-004", NULL, served_late_by_hand, served_late_and_posted_at_once),
    RAISED("EXT-002", "quoted-date", told_of_another_day, told_of_another_day_by_post),
    RAISED("LAW-002", NULL, decided_late, decided_late_with_an_opinion),
    RAISED("LAW-002", "stopped", decided_late_with_an_opinion, decided_late),
    RAISED("LAW-002", "stopped", announced_for_ten_days, announced_for_sixty_days),
    RAISED("EXT-002", NULL, two_names, changed_in_the_register),
    RAISED("EXT-002", NULL, explained_by_the_party, changed_in_the_register),
    RAISED("EXT-002", NULL, two_heads, head_changed_in_the_register),
    RAISED("EXT-002", NULL, another_head_registered, head_changed_in_the_register),
    RAISED("SET-011", NULL, second_decision, second_decision_withdrawn),
    RAISED("EXT-002", "two-cases", decision_with_another_notice, that_decision_withdrawn),
    RAISED("SET-011", NULL, seized_twice, seized_and_released),
    RAISED("SET-011", NULL, seized_twice, seized_and_prolonged),
    RAISED("CND-006", NULL, no_proof, proof_in_a_folder_of_the_case),
    RAISED("CND-006", NULL, proof_in_a_folder_of_another, proof_in_a_folder_of_the_case),
};

int main(void)
{
    return finding_cases_run("lawful", cases, G_N_ELEMENTS(cases));
}
