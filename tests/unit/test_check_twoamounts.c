/* A decision or a notice that contradicts itself in its amount, as by a slip in the capitals: that is told once (EXT-002), and what
 * agrees with either amount is not told against the other. */
#include "findingcases.h"

#define DECISION "案卷/行政处罚1/决定书.docx"
#define NOTICE "案卷/行政处罚1/告知书.docx"
#define CLOSING "案卷/行政处罚1/结案.docx"
#define PAYMENT "案卷/行政处罚1/缴款.docx"

/* The capitals, which come first, say CAPITALS, and the figures what they say in the clean package. */
static void slip_in_the_capitals(Submitted *s, const char *path, const char *id, const char *capitals, const char *figures)
{
    set_field(s, path, id, capitals);
    add_field(the_document(s, path), id, figures);
}
static void decision_slips(Submitted *s) { slip_in_the_capitals(s, DECISION, "fine-yuan", "40000.00", "48000.00"); }
static void decision_slips_upwards(Submitted *s) { slip_in_the_capitals(s, DECISION, "fine-yuan", "58000.00", "48000.00"); }
static void another_row(Submitted *s) { decimal_parse("45000", &first_row(s)->fine_yuan); }

static void decision_slips_by_the_row(Submitted *s) { decision_slips(s); }
static void decision_slips_by_another_row(Submitted *s) { decision_slips(s); another_row(s); }

static void notice_proposes_less(Submitted *s)
{
    decision_slips_upwards(s);
    set_field(s, NOTICE, "proposed-fine-yuan", "45000.00");
}
static void notice_proposes_the_figures(Submitted *s)
{
    decision_slips_upwards(s);
    set_field(s, NOTICE, "proposed-fine-yuan", "48000.00");
}
static void notice_slips_otherwise(Submitted *s) { slip_in_the_capitals(s, NOTICE, "proposed-fine-yuan", "40000.00", "45000.00"); }
static void notice_slips(Submitted *s) { slip_in_the_capitals(s, NOTICE, "proposed-fine-yuan", "40000.00", "48000.00"); }

static void paid(Submitted *s, const char *sum)
{
    decision_slips_upwards(s);
    set_field(s, PAYMENT, "fine-yuan", sum);
}
static void paid_less(Submitted *s) { paid(s, "45000.00"); }
static void paid_the_figures(Submitted *s) { paid(s, "48000.00"); }
static void paid_up(Submitted *s, const char *sum)
{
    decision_slips_upwards(s);
    set_field(s, CLOSING, "paid-up-yuan", sum);
}
static void paid_up_less(Submitted *s) { paid_up(s, "45000.00"); }
static void paid_up_the_figures(Submitted *s) { paid_up(s, "48000.00"); }

/* The limit for a discussion is 50,000: what may be less asks for none. */
static void fine_above(Submitted *s) { set_field(s, DECISION, "fine-yuan", "58000.00"); }

static void discussed(Submitted *s, const char *sum)
{
    decision_slips(s);
    put_document(s, "案卷/行政处罚1/集体讨论.docx", "discussion-record", "document-date", "2016-09-27", "proposed-fine-yuan", sum, NULL);
}
static void discussed_otherwise(Submitted *s) { discussed(s, "45000.00"); }
static void discussed_the_figures(Submitted *s) { discussed(s, "48000.00"); }

static void demanded(Submitted *s, const char *sum)
{
    slip_in_the_capitals(s, "案卷/强制执行1/决定书.docx", "fine-yuan", "50000.00", "40000.00");
    set_field(s, "案卷/强制执行1/申请书.docx", "demanded-yuan", sum);
}
static void demanded_otherwise(Submitted *s) { demanded(s, "45000.00"); }
static void demanded_the_figures(Submitted *s) { demanded(s, "40000.00"); }

static void counted_by_another_day(Submitted *s) { set_field(s, "案卷/按日1/决定书.docx", "fine-yuan", "40000.00"); }
static void counted_by_the_figures(Submitted *s) { slip_in_the_capitals(s, "案卷/按日1/决定书.docx", "fine-yuan", "40000.00", "50000.00"); }

/* A notice of a fine as high as asks for a hearing, which it does not offer. */
static void no_hearing(Submitted *s) { set_field(s, NOTICE, "proposed-fine-yuan", "580000.00"); }
static void no_hearing_by_a_slip(Submitted *s) { slip_in_the_capitals(s, NOTICE, "proposed-fine-yuan", "580000.00", "48000.00"); }

/* A decision that reads as a draft: its amounts are those that are planned. */
static void draft_of(Submitted *s, const char *sum)
{
    drop_field(s, DECISION, "fine-yuan");
    add_field(the_document(s, DECISION), "proposed-fine-yuan", sum)->status = VALUE_DRAFT;
}
static void draft_of_another_sum(Submitted *s) { draft_of(s, "4800.00"); }
static void draft_of_the_sum(Submitted *s) { draft_of(s, "48000.00"); }
static void draft_of_two_sums(Submitted *s)
{
    draft_of_another_sum(s);
    add_field(the_document(s, DECISION), "proposed-fine-yuan", "43200.00")->status = VALUE_DRAFT;
}
static void draft_beside_the_fine(Submitted *s) { add_field(the_document(s, DECISION), "proposed-fine-yuan", "4800.00")->status = VALUE_DRAFT; }

static const FindingCase cases[] = {
    RAISED("REF-002", NULL, draft_of_another_sum, draft_of_the_sum),
    RAISED("REF-002", NULL, draft_of_another_sum, draft_of_two_sums),
    RAISED("REF-002", NULL, draft_of_another_sum, draft_beside_the_fine),
    RAISED("REF-002", NULL, decision_slips_by_another_row, decision_slips_by_the_row),
    RAISED("LAW-013", NULL, notice_proposes_less, notice_proposes_the_figures),
    RAISED("LAW-013", NULL, notice_slips_otherwise, notice_slips),
    RAISED("LAW-015", NULL, paid_less, paid_the_figures),
    RAISED("LAW-015", "closing", paid_up_less, paid_up_the_figures),
    RAISED("SET-005", "discussion", fine_above, decision_slips_upwards),
    RAISED("EXT-002", "discussion", discussed_otherwise, discussed_the_figures),
    RAISED("EXT-002", NULL, demanded_otherwise, demanded_the_figures),
    RAISED("LAW-007", "per-day", counted_by_another_day, counted_by_the_figures),
    RAISED("LAW-014", NULL, no_hearing, no_hearing_by_a_slip),
};

int main(void)
{
    return finding_cases_run("two amounts", cases, sizeof cases / sizeof *cases);
}
