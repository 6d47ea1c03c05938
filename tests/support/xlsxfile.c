#include "xlsxfile.h"

#include "zipmaker.h"

#define RELATIONS "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"

static const char *main_namespace(const XlsxRecipe *recipe)
{
    return recipe->strict ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
                          : "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
}

static const char *relation_namespace(const XlsxRecipe *recipe)
{
    return recipe->strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
                          : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
}

static char *workbook_part(const XlsxRecipe *recipe)
{
    return g_strdup_printf(
        "<workbook xmlns='%s' xmlns:r='%s'>%s<sheets><sheet name='Sheet1' sheetId='1' r:id='rId1'/>%s%s%s</sheets></workbook>",
        main_namespace(recipe), relation_namespace(recipe), recipe->properties ? recipe->properties : "",
        recipe->second ? "<sheet name='另页' sheetId='2' r:id='rId2' state='" : "",
        recipe->second ? (recipe->state ? recipe->state : "visible") : "", recipe->second ? "'/>" : "");
}

static char *relations_part(const XlsxRecipe *recipe)
{
    const char *ns = relation_namespace(recipe);
    return g_strdup_printf(RELATIONS "<Relationship Id='rId1' Type='%s/worksheet' Target='worksheets/first.xml'/>"
                                     "<Relationship Id='rId2' Type='%s/worksheet' Target='/xl/worksheets/second.xml'/>"
                                     "<Relationship Id='rId3' Type='%s/sharedStrings' Target='texts.xml'/>"
                                     "<Relationship Id='rId4' Type='%s/styles' Target='styles.xml'/></Relationships>",
                           ns, ns, ns, ns);
}

static char *sheet_part(const XlsxRecipe *recipe, const char *before, const char *data, const char *merges)
{
    return g_strdup_printf(
        "%s<worksheet xmlns='%s'><dimension ref='A1'/><sheetData>%s</sheetData><mergeCells>%s</mergeCells></worksheet>",
        before ? before : "", main_namespace(recipe), data ? data : "", merges ? merges : "");
}

static char *styles_part(const XlsxRecipe *recipe)
{
    g_autoptr(GString) xfs = g_string_new("<xf numFmtId='0'/>");
    g_auto(GStrv) custom_formats = g_strsplit(recipe->formats ? recipe->formats : "", "<numFmt ", -1);
    int custom = (int)g_strv_length(custom_formats) - 1;
    for (int i = 0; i < custom; i++)
        g_string_append_printf(xfs, "<xf numFmtId='%d'/>", 164 + i);
    for (int i = 0; recipe->builtins[i] != 0; i++)
        g_string_append_printf(xfs, "<xf numFmtId='%d' applyNumberFormat='1'/>", recipe->builtins[i]);
    return g_strdup_printf(
        "<styleSheet xmlns='%s'><numFmts>%s</numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
        "<cellXfs>%s</cellXfs></styleSheet>",
        main_namespace(recipe), recipe->formats ? recipe->formats : "", xfs->str);
}

GBytes *xlsx_make(const XlsxRecipe *recipe)
{
    g_autofree char *root = g_strdup_printf(
        RELATIONS "<Relationship Id='rId1' Type='%s/officeDocument' Target='xl/workbook.xml'/></Relationships>",
        relation_namespace(recipe));
    g_autofree char *workbook = workbook_part(recipe), *relations = relations_part(recipe),
                    *styles = styles_part(recipe);
    g_autofree char *first = sheet_part(recipe, recipe->before, recipe->data, recipe->merges),
                    *second = sheet_part(recipe, NULL, recipe->second, NULL);
    g_autofree char *shared =
        g_strdup_printf("<sst xmlns='%s'>%s</sst>", main_namespace(recipe), recipe->shared ? recipe->shared : "");
    const ZipRecipe parts[] = {
        { .name = "[Content_Types].xml",
          .text = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>" },
        { .name = "_rels/.rels", .text = root },
        { .name = "xl/workbook.xml", .text = workbook },
        { .name = "xl/_rels/workbook.xml.rels", .text = relations },
        { .name = "xl/worksheets/first.xml", .text = first, .deflate = true },
        { .name = "xl/worksheets/second.xml", .text = second },
        { .name = "xl/styles.xml", .text = styles },
        { .name = "xl/texts.xml", .text = shared },
    };
    return zip_make(parts, G_N_ELEMENTS(parts) - !recipe->shared, NULL);
}
