#include "findings_print.h"

#include <string.h>

#include "csv.h"
#include "lang.h"
#include "rec_casefiles.h"
#include "text.h"
#include "xmlio.h"

/* ---- text ---- */

typedef struct {
    const char *casefile;
    int worst, weight; /* findings of the worst levels and of the highest cost count most */
    GPtrArray *findings;
} Group;

static void group_free(Group *group)
{
    g_ptr_array_unref(group->findings);
    g_free(group);
}

static Group *group_of(GPtrArray *groups, const char *casefile)
{
    for (guint i = 0; i < groups->len; i++) {
        Group *group = groups->pdata[i];
        if (strcmp(group->casefile, casefile) == 0)
            return group;
    }
    Group *group = g_new0(Group, 1);
    group->casefile = casefile;
    group->findings = g_ptr_array_new();
    g_ptr_array_add(groups, group);
    return group;
}

static int compare_groups(gconstpointer left, gconstpointer right)
{
    const Group *a = *(Group *const *)left, *b = *(Group *const *)right;
    if (a->worst != b->worst)
        return b->worst - a->worst;
    if (a->weight != b->weight)
        return b->weight - a->weight;
    return text_compare_natural(a->casefile, b->casefile);
}

static GPtrArray *group_findings(const Catalogue *catalogue, const GPtrArray *findings)
{
    static const int weights[] = {0, 1, 100, 10000};
    GPtrArray *groups = g_ptr_array_new_with_free_func((GDestroyNotify)group_free);
    for (guint i = 0; i < findings->len; i++) {
        const Finding *finding = findings->pdata[i];
        Group *group = group_of(groups, finding->casefile ? finding->casefile : "");
        group->worst = MAX(group->worst, finding->level);
        group->weight += weights[finding->level] * (1 + (int)catalogue_cost(catalogue, finding->code));
        g_ptr_array_add(group->findings, (gpointer)finding);
    }
    for (guint i = 0; i < groups->len; i++)
        catalogue_sort_by_cost(catalogue, ((Group *)groups->pdata[i])->findings);
    g_ptr_array_sort(groups, compare_groups);
    return groups;
}

static Tint level_tint(int level)
{
    return level >= LEVEL_ERROR ? TINT_RED : level == LEVEL_WARNING ? TINT_YELLOW : TINT_GREY;
}

static void print_where(FILE *stream, const Finding *finding)
{
    g_autofree char *file = finding->file ? text_display(finding->file) : NULL;
    g_autofree char *place = finding->place ? place_printed(finding->place) : NULL;
    if (file)
        fprintf(stream, "  %s", file);
    if (place)
        fprintf(stream, " %s", place);
    fputc('\n', stream);
}

static void print_finding(FILE *stream, const Layout *layout, const Catalogue *catalogue, const Finding *finding)
{
    g_autofree char *sentence = catalogue_sentence(catalogue, finding), *remedy = catalogue_remedy(catalogue, finding);
    const char *label = tr("补正：", "To do: ");
    fputs("  ", stream);
    layout_tint(stream, layout, level_tint(finding->level));
    fprintf(stream, "%s", level_printed((Level)finding->level));
    layout_plain(stream, layout);
    fprintf(stream, " %s", finding->code);
    print_where(stream, finding);
    fputs("      ", stream);
    layout_wrap(stream, layout, sentence, 6, 6);
    if (remedy[0] == '\0')
        return;
    fprintf(stream, "      %s", label);
    layout_wrap(stream, layout, remedy, 6 + text_width(label), 6 + text_width(label));
}

void findings_print_text(FILE *stream, const Layout *layout, const Catalogue *catalogue, const GPtrArray *findings)
{
    g_autoptr(GPtrArray) groups = group_findings(catalogue, findings);
    for (guint i = 0; i < groups->len; i++) {
        const Group *group = groups->pdata[i];
        g_autofree char *name = text_display(group->casefile);
        layout_tint(stream, layout, TINT_BOLD);
        if (group->casefile[0])
            fprintf(stream, tr("\n案卷 %s", "\nCase file %s"), name);
        else
            fputs(tr("\n其他材料", "\nOther material"), stream);
        layout_plain(stream, layout);
        fprintf(stream, tr("（%u项）\n", " (%u)\n"), group->findings->len);
        for (guint j = 0; j < group->findings->len; j++)
            print_finding(stream, layout, catalogue, group->findings->pdata[j]);
    }
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
