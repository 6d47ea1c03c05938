/*
 * pages: the pages of the site, one function a page.
 */
#ifndef ANJUAN_REPORT_PAGES_H
#define ANJUAN_REPORT_PAGES_H

#include "report_evidence.h"
#include "report_input.h"
#include "report_page.h"

typedef struct {
    const ReportInput *input;
    const char *folder;
    XsltSheet *sheet;
    Evidences *evidences;
} Site;

/* A page that one unit can swell without end serves nobody and could stop the whole report: lists end after so many rows,
 * with the exact count and the table that has them all. */
#define PAGE_ROWS_MAX 300
#define PAGE_GROUPS_MAX 60

/* "前300条，共1200条；全部见 counted.csv", or NULL when COUNT rows fit.  Caller frees. */
char *cut_note(guint count, guint max, const char *table);

gboolean index_page(const Site *site, GError **error);
gboolean unit_page(const Site *site, const ReportUnit *unit, GError **error);
gboolean individuals_page(const Site *site, GError **error);
gboolean legal_page(const Site *site, GError **error);
gboolean findings_page(const Site *site, GError **error);

/* ---- pieces that several pages have ---- */

/* "units/SL.html" below ROOT.  Caller frees. */
char *unit_href(const char *root, const char *id);
/* The points of a unit as a bar of parts, in a cell. */
void unit_bar_cell(XmlWriter *xml, const ReportInput *input, const ScoreUnit *unit);
/* What the parts of bars are, with their maxima. */
void unit_bar_legend(XmlWriter *xml, const ReportInput *input);
void person_bar_legend(XmlWriter *xml, const ReportInput *input);
/* A person's points likewise. */
void person_bar_cell(XmlWriter *xml, const ReportInput *input, const ScorePerson *person);
/* 奖项, 推荐, 状态 as cells with a tone; REVIEW -1: there is nothing to review. */
void outcome_cells(XmlWriter *xml, int award_state, const char *award, int recommend_state, int review);
/* Nothing that can be read was handed in: its zeros are no marks, and pages leave them out. */
bool score_is_missing(const ScoreUnit *unit);
const char *eligibility_tone(const char *code);
/* <findings> of LIST (const Finding), the most costly first and PAGE_ROWS_MAX at most; UNITS: each names its unit with a link below
 * ROOT.  Scans that findings name are shown when UNIT is given. */
void findings_write(XmlWriter *xml, const Site *site, GPtrArray *list, const ReportUnit *unit,
                    const char *root);
/* The word for a level with its count, as cells, worst first. */
void level_cells(XmlWriter *xml, const int counts[]);

#endif
