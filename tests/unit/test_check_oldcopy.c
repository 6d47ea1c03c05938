/* EXT-002, old-copy: a candidate's copy of a decision that is an older draft of the one in 案卷/. */
#include "findingcases.h"

#define OWN "案卷/行政处罚1/"
#define COPY "先进个人/向例明/案卷/行政处罚1/"

/* The papers of both files tell 48,000 but for what SUM the copy of the decision has. */
static void papers_tell(Submitted *s, const char *folder, const char *sum)
{
    g_autofree char *notice = g_strconcat(folder, "告知书.docx", NULL), *closing = g_strconcat(folder, "结案.docx", NULL);
    set_field(s, notice, "proposed-fine-yuan", sum);
    set_field(s, closing, "fine-yuan", sum);
}
static void copy_has(Submitted *s, const char *sum)
{
    papers_tell(s, OWN, "48000.00");
    papers_tell(s, COPY, "48000.00");
    set_field(s, COPY "决定书.docx", "fine-yuan", sum);
}
static void copy_is_a_draft(Submitted *s) { copy_has(s, "60000.00"); }
static void copy_is_the_same(Submitted *s) { copy_has(s, "48000.00"); }
static void copys_papers_agree_with_it(Submitted *s)
{
    copy_is_a_draft(s);
    papers_tell(s, COPY, "60000.00");
}
static void own_is_the_odd_one(Submitted *s)
{
    copy_is_the_same(s);
    set_field(s, OWN "决定书.docx", "fine-yuan", "60000.00");
}
/* What the sum of the draft brings about is told with it. */
static void heavier_than_told(Submitted *s)
{
    copy_is_a_draft(s);
    papers_tell(s, OWN, "60000.00");
}

static const FindingCase cases[] = {
    RAISED("EXT-002", "old-copy", copy_is_a_draft, copy_is_the_same),
    RAISED("EXT-002", "old-copy", copy_is_a_draft, copys_papers_agree_with_it),
    RAISED("EXT-002", "old-copy", copy_is_a_draft, own_is_the_odd_one),
    RAISED("LAW-013", NULL, heavier_than_told, copy_is_a_draft),
};

int main(void)
{
    return finding_cases_run("old copies", cases, sizeof cases / sizeof *cases);
}
