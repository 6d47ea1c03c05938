#include "report_site.h"

#include <string.h>

#include "fault.h"
#include "fileio.h"
#include "lang.h"
#include "pages.h"

#define STYLE_BYTES_MAX ((size_t)1 << 20)

/* Ids become names of files; the table reader lets nothing else through, but scores may come from a hand. */
static gboolean check_id(const char *id, GError **error)
{
    if (id[0] != '\0' && id[0] != '.' && !strpbrk(id, "/\\"))
        return TRUE;
    return fault_input(error, FAULT_UNSAFE,
                       tr("单位编号“%s”不能用作文件名，请在 units 表中改正",
                          "the unit id '%s' cannot name a file; correct it in units"),
                       id);
}

static gboolean copy_style(const char *folder, GError **error)
{
    size_t size;
    g_autofree char *from = file_data_path("rules/site/style.css"),
                    *to = g_build_filename(folder, "style.css", NULL);
    g_autofree char *style = file_read_whole(from, STYLE_BYTES_MAX, &size, error);
    return style && file_write_plain(to, style, size, error);
}

static gboolean unit_pages(const Site *site, GError **error)
{
    g_autofree char *folder = g_build_filename(site->folder, "units", NULL);
    if (!file_make_folder(folder, error))
        return FALSE;
    for (guint i = 0; i < site->input->units->len; i++) {
        const ReportUnit *unit = site->input->units->pdata[i];
        if (!check_id(unit->id, error) || !unit_page(site, unit, error))
            return FALSE;
    }
    return TRUE;
}

gboolean report_site_write(const ReportInput *input, const char *folder, GError **error)
{
    g_autofree char *template = file_data_path("rules/site/page.xsl");
    g_autoptr(XsltSheet) sheet = xslt_sheet_new(template, error);
    g_autoptr(Evidences) evidences = evidences_new(input->paths->store, folder);
    Site site = {input, folder, sheet, evidences};
    if (!sheet)
        return FALSE;
    return copy_style(folder, error) && unit_pages(&site, error) && index_page(&site, error) &&
           individuals_page(&site, error) && legal_page(&site, error) && findings_page(&site, error) &&
           evidences_write(evidences, error);
}
