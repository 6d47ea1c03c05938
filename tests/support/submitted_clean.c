/* A package that passes every check of the template season. */
#include "submitted.h"

#include "text.h"

#define FACTORY "沅陵县乌有锰业有限公司"
#define OFFICE "沅陵县环境保护局"

static char *below(const char *folder, const char *name)
{
    return g_strconcat(folder, "/", name, ".docx", NULL);
}

#define DOC(name, type, ...)                                                   \
    G_STMT_START {                                                             \
        g_autofree char *path_ = below(folder, name);                          \
        put_document(s, path_, type, "party", FACTORY, __VA_ARGS__, NULL);     \
    } G_STMT_END

/* A record with its two officers. */
static void put_record(Submitted *s, const char *folder, const char *name, const char *type, const char *day)
{
    g_autofree char *path = below(folder, name);
    Document *record = put_document(s, path, type, "inspection-dates", day, "party", FACTORY,
                                    "introduced", "出示", NULL);
    put_officer(record, "向例明", "43122201");
    put_officer(record, "舒例川", "43122203");
}

static void put_receipt(Submitted *s, const char *folder, const char *name, const char *number, const char *day)
{
    g_autofree char *path = below(folder, name);
    put_document(s, path, "service-receipt", "served-number", number, "service-date", day, NULL);
}

static void put_decision(Submitted *s, const char *folder, const char *number, const char *notice, const char *day, const char *fine)
{
    DOC("决定书", "penalty-decision", "agency", OFFICE, "doc-number", number, "notice-number", notice, "decision-date", day, "fine-yuan", fine);
}

void put_penalty(Submitted *s, const char *folder, int serial, bool row)
{
    g_autofree char *number = g_strdup_printf("沅环罚字〔2016〕%d号", serial), *notice = g_strdup_printf("沅环罚告字〔2016〕%d号", serial);
    g_autofree char *scan = g_strdup_printf("%s/证据.zip/决定书.jpg", folder), *bytes = g_strdup_printf("penalty %d", serial);
    put_record(s, folder, "检查笔录", "inspection-record", "2016-09-05");
    DOC("立案", "filing-form", "filing-date", "2016-09-07");
    DOC("调查报告", "investigation-report", "filing-date", "2016-09-07");
    DOC("责改", "rectification-order", "decision-date", "2016-09-06", "service-date", "2016-09-06");
    DOC("告知书", "penalty-notice", "rights", "陈述", "doc-number", notice, "notice-date", "2016-09-20");
    put_receipt(s, folder, "回证1", notice, "2016-09-21");
    put_decision(s, folder, number, notice, "2016-09-28", "48000.00");
    put_receipt(s, folder, "回证2", number, "2016-09-29");
    DOC("缴款", "payment-receipt", "payment-date", "2016-10-10");
    DOC("结案", "closing-form", "closing-date", "2016-10-12", "decision-number", number);
    put_scan(s, scan, bytes, "penalty-decision", NULL);
    if (row)
        put_row(s, KIND_PENALTY, number, FACTORY, "2016-09-28", 48000);
}

static void put_daily(Submitted *s)
{
    const char *folder = "案卷/按日1";
    put_record(s, folder, "复查笔录", "inspection-record", "2016-09-20");
    DOC("责改", "rectification-order", "doc-number", "沅环责改字〔2016〕20号", "decision-date", "2016-09-06");
    put_receipt(s, folder, "回证1", "沅环责改字〔2016〕20号", "2016-09-07");
    put_decision(s, folder, "沅环罚字〔2016〕20号", "沅环罚告字〔2016〕20号", "2016-09-28", "50000.00");
    put_receipt(s, folder, "回证2", "沅环罚字〔2016〕20号", "2016-09-29");
    DOC("再责改", "rectification-order", "doc-number", "沅环责改字〔2016〕21号", "decision-date", "2016-09-20");
    put_receipt(s, folder, "再回证", "沅环责改字〔2016〕21号", "2016-09-21");
    DOC("告知书", "penalty-notice", "rights", "陈述", "doc-number", "沅环连罚告字〔2016〕1号", "notice-date", "2016-10-10");
    DOC("原告知书", "penalty-notice", "rights", "陈述", "doc-number", "沅环罚告字〔2016〕20号", "notice-date", "2016-09-14");
    put_receipt(s, folder, "回证3", "沅环连罚告字〔2016〕1号", "2016-10-11");
    put_receipt(s, folder, "原回证", "沅环罚告字〔2016〕20号", "2016-09-15");
    DOC("按日决定书", "daily-decision", "agency", OFFICE, "doc-number", "沅环连罚字〔2016〕1号", "decision-date", "2016-10-18", "notice-number",
        "沅环连罚告字〔2016〕1号", "order-service-date", "2016-09-07", "recheck-date", "2016-09-20", "first-day", "2016-09-08", "last-day", "2016-09-20",
        "days", "13", "per-day-yuan", "50000.00", "total-yuan", "650000.00");
    put_receipt(s, folder, "回证4", "沅环连罚字〔2016〕1号", "2016-10-19");
    put_scan(s, "案卷/按日1/决定书.pdf", "daily", "daily-decision", "沅环连罚字〔2016〕1号");
    put_row(s, KIND_DAILY, "沅环连罚字〔2016〕1号", FACTORY, "2016-10-18", 650000);
}

static void put_detention(Submitted *s)
{
    const char *folder = "案卷/拘留1";
    put_record(s, folder, "检查笔录", "inspection-record", "2016-09-05");
    DOC("报告", "investigation-report", "document-date", "2016-09-20");
    DOC("告知书", "penalty-notice", "rights", "陈述", "hearing", "听证", "doc-number", "沅环罚告字〔2016〕30号",
        "notice-date", "2016-09-26");
    put_receipt(s, folder, "回证1", "沅环罚告字〔2016〕30号", "2016-09-27");
    put_decision(s, folder, "沅环罚字〔2016〕30号", "沅环罚告字〔2016〕30号", "2016-10-10", "80000.00");
    put_receipt(s, folder, "回证2", "沅环罚字〔2016〕30号", "2016-10-11");
    DOC("审批", "transfer-approval", "approval-date", "2016-10-11");
    DOC("移送书", "detention-transfer", "agency", OFFICE, "doc-number", "沅环拘移〔2016〕1号", "transfer-date", "2016-10-14");
    DOC("清单", "transfer-list", "recipient", "沅陵县公安局");
    DOC("回执", "police-receipt", "receipt", "签收");
    put_scan(s, "案卷/拘留1/移送书.jpg", "detention", "detention-transfer", NULL);
    put_row(s, KIND_DETENTION, "沅环拘移〔2016〕1号", FACTORY, "2016-10-14", 0);
}

static void put_crime(Submitted *s)
{
    const char *folder = "案卷/犯罪1";
    put_record(s, folder, "检查笔录", "inspection-record", "2016-09-05");
    DOC("监测报告", "monitoring-report", "document-date", "2016-09-12");
    DOC("报告", "investigation-report", "document-date", "2016-09-20");
    DOC("审批", "transfer-approval", "approval-date", "2016-09-22");
    DOC("移送书", "crime-transfer", "agency", OFFICE, "doc-number", "沅环刑移〔2016〕1号", "transfer-date", "2016-09-23",
        "copied-to", "沅陵县人民检察院");
    DOC("清单", "transfer-list", "recipient", "沅陵县公安局");
    DOC("回执", "police-receipt", "receipt", "签收");
    put_scan(s, "案卷/犯罪1/移送书.jpg", "crime", "crime-transfer", NULL);
    put_row(s, KIND_CRIME, "沅环刑移〔2016〕1号", FACTORY, "2016-09-23", 0);
}

static void put_enforcement(Submitted *s)
{
    const char *folder = "案卷/强制执行1";
    put_decision(s, folder, "沅环罚字〔2016〕2号", "沅环罚告字〔2016〕2号", "2016-02-24", "40000.00");
    put_receipt(s, folder, "回证1", "沅环罚字〔2016〕2号", "2016-02-25");
    DOC("催告书", "demand", "rights", "陈述", "doc-number", "沅环催字〔2016〕2号", "demand-date", "2016-09-08");
    put_receipt(s, folder, "回证2", "沅环催字〔2016〕2号", "2016-09-09");
    DOC("申请书", "enforcement-application", "agency", OFFICE, "doc-number", "沅环罚申字〔2016〕1号", "application-date", "2016-10-20", "demand-number",
        "沅环催字〔2016〕2号", "decision-number", "沅环罚字〔2016〕2号");
    DOC("受理", "court-document", "document-date", "2016-10-25");
}

static void put_candidate(Submitted *s)
{
    const char *number = "沅环罚字〔2016〕1号";
    put_document(s, "先进个人/向例明/推荐表.docx", "candidate-form", "name", "向例明", "certificate-number", "43122201", NULL);
    put_document(s, "先进个人/向例明/廉洁证明.docx", "integrity-certificate", "name", "向例明", "agency", OFFICE,
                 "certificate-date", "2016-11-21", NULL);
    put_document(s, "先进个人/向例明/事迹材料.docx", "story", "name", "向例明", NULL)->story_chars = 2800;
    put_document(s, "先进个人/向例明/情况说明.docx", "role-statement", "name", "向例明", NULL);
    put_claim(put_document(s, "先进个人/向例明/案件清单.docx", "case-list", "name", "向例明", NULL), number, KIND_PENALTY, ROLE_LEAD);
    put_scan(s, "先进个人/向例明/证明材料/参与.jpg", "proof", NULL, number);
    put_penalty(s, "先进个人/向例明/案卷/行政处罚1", 1, false);
    put_document(s, "法制先进个人/覃例和/推荐表.docx", "candidate-form", "name", "覃例和", NULL);
    put_document(s, "法制先进个人/覃例和/事迹材料.docx", "story", "name", "覃例和", NULL);
}

static void put_papers(Submitted *s)
{
    put_document(s, "动员部署情况和联络员名单.docx", "contact-list", "document-date", "2016-09-02", NULL);
    put_document(s, "实施方案.docx", "plan", "document-date", "2016-09-05", NULL);
    put_document(s, "自评报告.docx", "self-assessment", "document-date", "2016-11-25", NULL);
    put_document(s, "先进个人候选名单.docx", "candidate-list", "document-date", "2016-11-25", NULL);
    for (int month = 9; month <= 11; month++) {
        g_autofree char *first = g_strdup_printf("信息/2016-%02d-05信息.docx", month), *second = g_strdup_printf("信息/2016年%d月20日信息.docx", month);
        put_document(s, first, "bulletin", NULL);
        put_document(s, second, "bulletin", NULL);
    }
}

Submitted *submitted_clean(void)
{
    Submitted *s = submitted_empty();
    put_penalty(s, "案卷/行政处罚1", 1, true);
    put_penalty(s, "案卷/行政处罚2", 2 + 10, true);
    put_penalty(s, "案卷/行政处罚3", 3 + 10, true);
    put_daily(s);
    put_detention(s);
    put_crime(s);
    put_enforcement(s);
    put_candidate(s);
    put_papers(s);
    return s;
}
