/*
 * report_tree: derivations as nested lists of figures, each with formula, rule, clause of the notice and
 * inputs.
 */
#ifndef ANJUAN_REPORT_TREE_H
#define ANJUAN_REPORT_TREE_H

#include "report_input.h"
#include "xmlio.h"

/* Writes NODES as <tree>; nothing when there are none.  PREFIX begins the ids of its figures, so that several
 * trees can stand in one page; SHARED_HREF is the page that has the nodes of Scores ("../index.html"), whose
 * tree has the prefix "". */
void tree_write(XmlWriter *xml, const ReportInput *input, const GPtrArray *nodes, const char *prefix,
                const char *shared_href);

#endif
