/*
 * report_site: the static pages of a run: index.html, units/ID.html, individuals.html, legal.html,
 * findings.html and style.css.
 *
 * Each page is written as XML of a small vocabulary (report_page.h) and dressed as HTML by the templates of
 * rules/site.  Shown scans are put beside the pages (report_evidence.h).  The time of the run stands in
 * <time> elements only.
 */
#ifndef ANJUAN_REPORT_SITE_H
#define ANJUAN_REPORT_SITE_H

#include "report_input.h"

/* Writes the site into FOLDER, which is there.  Input fault when a template is bad, system fault when writing
 * fails. */
gboolean report_site_write(const ReportInput *input, const char *folder, GError **error);

#endif
