/* SET-005, report-form: a transfer or a penalty needs an investigation report (Order 8, art. 44), and all that the file has
 * in its place is the form on which the heads approve (案件处理内部审批表, another paper of the ministry's list of 2016).
 * A form that tells what was found may be both. */
#include <string.h>

#include "lawdates.h"
#include "text.h"

static bool has_report(const GPtrArray *papers)
{
    for (guint i = 0; i < papers->len; i++)
        if (strcmp(((const DocumentRule *)papers->pdata[i])->any, "investigation-report") == 0)
            return true;
    return false;
}

static bool is_needed(const Check *check, const CaseGroup *group)
{
    const KindRule *rule = kind_rule(check->in->rules, group->kind);
    return rule && (has_report(rule->must) || has_report(rule->should));
}

typedef struct { Saying form; bool report; } Reports;

static void look_report(const SubFile *file, const Document *document, gpointer data)
{
    Reports *reports = data;
    g_autofree char *title = document->title ? text_squeeze(document->title) : NULL;
    bool form = title && strstr(title, "内部审批") && !strstr(title, "调查") && !document_value(document, "facts");
    reports->report |= !form;
    if (form && !reports->form.file)
        reports->form = (Saying){file, document, NULL};
}

void reportform_check(Check *check, const CaseGroup *group)
{
    Reports reports = {0};
    if (!is_needed(check, group))
        return;
    casegroup_each_of(group, "investigation-report", look_report, &reports);
    if (reports.report || !reports.form.file || law_has_unread(group, "investigation-report") || group_has_untold(group))
        return;
    const Document *form = reports.form.document;
    Finding *finding = check_add(check, "SET-005", "report-form", group, reports.form.file, form->first);
    finding_param(finding, "kind", kind_ids[group->kind]);
    finding_param(finding, "title", form->title);
}
