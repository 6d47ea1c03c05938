/* EXT-002, told: the head of the firm as an interview tells of whoever was questioned, and as the decision has it.  SET-004, evidence: a
 * penalty file with neither a record nor other evidence (domain.md 3.8: 笔录 or evidence). */
#include "findingcases.h"

#define PENALTY "案卷/行政处罚1/"
#define INTERVIEW PENALTY "询问笔录.docx"
#define FIRM "沅陵县无有板业有限公司"

/* NAME was questioned, of FIRM, as the QUOTE has it; the decision has 唐例山. */
static void questioned_of(Submitted *s, const char *name, const char *quote, const char *firm)
{
    set_field(s, PENALTY "决定书.docx", "legal-rep", "唐例山");
    set_field(s, PENALTY "决定书.docx", "party", FIRM);
    Document *record = put_document(s, INTERVIEW, "interview-record", "introduced", "出示", "party", firm, NULL);
    put_officer(record, "向例明", "43122201");
    put_officer(record, "舒例川", "43122203");
    quote_field(add_field(record, "legal-rep", name), quote);
}
static void another_head(Submitted *s)
{
    questioned_of(s, "唐例龙", "唐例龙　职务：" FIRM "法定代表人　身份证号", FIRM);
}
static void the_head(Submitted *s)
{
    questioned_of(s, "唐例山", "唐例山　职务：" FIRM "法定代表人　身份证号", FIRM);
}
static void the_manager(Submitted *s) { questioned_of(s, "唐例龙", "唐例龙　职务：" FIRM "负责人", FIRM); }
static void the_head_that_was(Submitted *s) { questioned_of(s, "唐例龙", "唐例龙　职务：" FIRM "原法定代表人", FIRM); }
static void sent_by_the_head(Submitted *s) { questioned_of(s, "唐例龙", "唐例龙　职务：厂长，受法定代表人委托", FIRM); }
static void the_wife_of_the_head(Submitted *s) { questioned_of(s, "唐例龙", "唐例龙　职务：会计，系法定代表人的妻子", FIRM); }
static void the_head_of_another_firm(Submitted *s)
{
    questioned_of(s, "唐例龙", "唐例龙　职务：辰溪县虚有运输有限公司法定代表人", "辰溪县虚有运输有限公司");
}
static void masked(Submitted *s)
{
    another_head(s);
    the_field(s, INTERVIEW, "legal-rep")->status = VALUE_MASKED;
}

static void no_record(Submitted *s)
{
    drop_files(s, PENALTY "检查笔录.docx");
    drop_files(s, PENALTY "证据.zip/");
}
static void photographs_without_a_record(Submitted *s)
{
    no_record(s);
    put_document(s, PENALTY "现场照片.docx", "evidence", NULL);
}

static const FindingCase cases[] = {
    RAISED("SET-004", "evidence", no_record, photographs_without_a_record),
    RAISED("EXT-002", "told", another_head, the_head),
    RAISED("EXT-002", "told", another_head, the_manager),
    RAISED("EXT-002", "told", another_head, the_head_that_was),
    RAISED("EXT-002", "told", another_head, sent_by_the_head),
    RAISED("EXT-002", "told", another_head, the_wife_of_the_head),
    RAISED("EXT-002", "told", another_head, the_head_of_another_firm),
    RAISED("EXT-002", "told", another_head, masked),
};

int main(void)
{
    return finding_cases_run("the head as questioned", cases, G_N_ELEMENTS(cases));
}
