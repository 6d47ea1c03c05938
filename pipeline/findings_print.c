#include "findings_print.h"

#include <string.h>

#include "csv.h"
#include "lang.h"
#include "rec_casefiles.h"
#include "text.h"
#include "xmlio.h"

char *finding_place_words(const Finding *finding, const char *sentence)
{
    if (!finding->place)
        return NULL;
    char *place = place_printed(finding->place);
    const char *near = finding_value(finding, "near");
    if (!near || near[0] == '\0' || strstr(sentence, near))
        return place;
    g_autofree char *code = place, *words = text_display(near);
    return g_strdup_printf(tr("%s（“%s”处）", "%s (at '%s')"), code, words);
}

/* ---- CSV ---- */

void finding_cells(const Catalogue *catalogue, const Finding *finding, char *cells[FINDING_COLUMNS])
{
    char *const row[] = {g_strdup(finding->code),
                         g_strdup(level_ids[finding->level]),
                         g_strdup(finding->unit),
                         finding->casefile ? text_display(finding->casefile) : NULL,
                         finding->file ? text_display(finding->file) : NULL,
                         finding->place ? place_printed(finding->place) : NULL,
                         catalogue_sentence(catalogue, finding),
                         catalogue_remedy(catalogue, finding)};
    G_STATIC_ASSERT(G_N_ELEMENTS(row) == FINDING_COLUMNS);
    memcpy(cells, row, sizeof row);
}

static void put_row(CsvWriter *writer, const Catalogue *catalogue, const Finding *finding)
{
    char *cells[FINDING_COLUMNS];
    finding_cells(catalogue, finding, cells);
    for (int i = 0; i < FINDING_COLUMNS; i++) {
        csv_put_text(writer, cells[i]);
        g_free(cells[i]);
    }
    csv_end_row(writer);
}

void findings_print_csv(FILE *stream, const Catalogue *catalogue, const GPtrArray *findings)
{
    static const char *const titles[FINDING_COLUMNS] = {"代码", "级别", "单位编号", "案卷", "文件", "位置", "说明", "补正要求"};
    g_autoptr(GString) text = g_string_new(NULL);
    CsvWriter writer;
    csv_writer_init(&writer, text);
    for (int i = 0; i < FINDING_COLUMNS; i++)
        csv_put_text(&writer, titles[i]);
    csv_end_row(&writer);
    for (guint i = 0; i < findings->len; i++)
        put_row(&writer, catalogue, findings->pdata[i]);
    fwrite(text->str, 1, text->len, stream);
}

/* ---- XML ---- */

static void write_finding(XmlWriter *xml, const Catalogue *catalogue, const Finding *finding)
{
    g_autofree char *sentence = catalogue_sentence(catalogue, finding), *remedy = catalogue_remedy(catalogue, finding);
    xml_writer_start(xml, NULL, "finding");
    xml_writer_attribute(xml, "code", finding->code);
    xml_writer_attribute(xml, "level", level_ids[finding->level]);
    xml_writer_attribute(xml, "unit", finding->unit);
    xml_writer_attribute(xml, "casefile", finding->casefile);
    xml_writer_attribute(xml, "file", finding->file);
    xml_writer_attribute(xml, "place", finding->place);
    xml_writer_attribute(xml, "sentence", sentence);
    xml_writer_attribute(xml, "remedy", remedy);
    for (guint i = 0; i < finding->params->len; i++) {
        const Param *param = finding->params->pdata[i];
        xml_writer_start(xml, NULL, "param");
        xml_writer_attribute(xml, "name", param->name);
        xml_writer_text(xml, param->value ? param->value : "");
        xml_writer_end(xml);
    }
    xml_writer_end(xml);
}

void findings_print_xml(FILE *stream, const Catalogue *catalogue, const GPtrArray *findings)
{
    g_autoptr(XmlWriter) xml = xml_writer_new();
    size_t size;
    xml_writer_start(xml, "urn:anjuan:findings", "findings");
    for (guint i = 0; i < findings->len; i++)
        write_finding(xml, catalogue, findings->pdata[i]);
    xml_writer_end(xml);
    g_autofree char *text = xml_writer_finish(xml, &size);
    fwrite(text, 1, size, stream);
}
