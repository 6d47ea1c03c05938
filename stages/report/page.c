#include "report_page.h"

#include <string.h>

#include "fileio.h"
#include "lang.h"
#include "report_tables.h"
#include "report_words.h"

static const char *column_kind(CellKind kind)
{
    return cell_kind_is_number(kind) ? "number" : kind == CELL_DATE || kind == CELL_LEVEL ? "mark" : "text";
}

void page_result_table(XmlWriter *xml, const ReportInput *input, int table_id, const char *unit,
                       uint64_t hidden)
{
    g_autoptr(ReportTable) table = report_table_build(input, table_id);
    const ReportTableType *type = table->type;
    PageColumn columns[64];
    gsize n = 0, unit_column = 0;
    for (guint i = 0; i < type->n_columns; i++) {
        if (strcmp(type->columns[i].title, "单位编号") == 0)
            unit_column = i;
        if (!(hidden >> i & 1))
            columns[n++] = (PageColumn){type->columns[i].title, column_kind(type->columns[i].kind)};
    }
    page_table(xml, columns, n);
    for (guint r = 0; r < table->rows->len; r++) {
        char **cells = table->rows->pdata[r];
        if (unit && g_strcmp0(cells[unit_column], unit) != 0)
            continue;
        page_row(xml, NULL);
        for (guint i = 0; i < type->n_columns; i++)
            if (!(hidden >> i & 1))
                page_cell(xml, cells[i]);
        page_end(xml);
    }
    page_end(xml);
}

/* ---- pages ---- */

static void write_navigation(XmlWriter *xml, const PageHead *head)
{
    const struct {
        const char *id, *label;
    } entries[] = {{"index", tr("总览", "Overview")},
                   {"individuals", tr("执法先进个人", "Individuals")},
                   {"legal", tr("法制工作先进个人", "Legal work")},
                   {"findings", tr("核查问题", "Findings")}};
    xml_writer_start(xml, NULL, "nav");
    for (gsize i = 0; i < G_N_ELEMENTS(entries); i++) {
        g_autofree char *href = g_strconcat(head->root, entries[i].id, ".html", NULL);
        xml_writer_start(xml, NULL, "link");
        xml_writer_attribute(xml, "href", href);
        xml_writer_attribute(xml, "current", strcmp(entries[i].id, head->id) == 0 ? "yes" : NULL);
        xml_writer_text(xml, entries[i].label);
        xml_writer_end(xml);
    }
    xml_writer_end(xml);
}

XmlWriter *page_begin(const ReportInput *input, const PageHead *head)
{
    XmlWriter *xml = xml_writer_new();
    xml_writer_start(xml, "urn:anjuan:page", "page");
    xml_writer_attribute(xml, "lang", tr("zh-CN", "en"));
    xml_writer_attribute(xml, "root", head->root);
    page_attribute(xml, "title", head->title);
    page_attribute(xml, "site",
                   input->scores->season_title ? input->scores->season_title : input->season->title);
    write_navigation(xml, head);
    xml_writer_start(xml, NULL, "header");
    page_attribute(xml, "title", head->title);
    page_attribute(xml, "subtitle", head->subtitle);
    xml_writer_attribute(xml, "time-label", tr("计算时间（北京时间）", "Computed (China time)"));
    if (input->paths->time) {
        int64_t time_s = 0;
        instant_parse(input->paths->time, &time_s);
        g_autofree char *time = page_time(time_s);
        page_text(xml, "time", time);
    }
    return xml;
}

gboolean page_finish(XmlWriter *xml, XsltSheet *sheet, const char *path, GError **error)
{
    size_t size, length = 0;
    xml_writer_end(xml); /* page */
    g_autofree char *data = xml_writer_finish(xml, &size);
    xml_writer_free(xml);
    g_autofree char *html = xslt_apply(sheet, data, size, path, &length, error);
    return html && file_write_plain(path, html, length, error);
}
