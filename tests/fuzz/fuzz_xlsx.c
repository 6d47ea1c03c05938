/* The workbook reader on parts made by the fuzzer, in a sound archive. */
#include "fuzz.h"
#include "xlsx.h"

const char fuzz_name[] = "xlsx";

#define RELATION(id, kind, target) \
    "<Relationship Id=\"" id "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" kind "\" Target=\"" target "\"/>"

static const FuzzPart fixed[] = {
    {"_rels/.rels", "<Relationships>" RELATION("r", "officeDocument", "xl/workbook.xml") "</Relationships>"},
    {"xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                        "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"甲\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"},
    {"xl/_rels/workbook.xml.rels", "<Relationships>" RELATION("r1", "worksheet", "sheet1.xml") RELATION("r2", "sharedStrings", "strings.xml")
                                   RELATION("r3", "styles", "styles.xml") "</Relationships>"}};

GBytes *fuzz_input(const char *recipe, gsize size)
{
    return g_bytes_new(recipe, size);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(GBytes) package = fuzz_package(data, size, "xl/sheet1.xml", fixed, G_N_ELEMENTS(fixed));
    gsize length;
    const void *bytes = g_bytes_get_data(package, &length);
    g_autoptr(GError) error = NULL;
    g_autoptr(Xlsx) xlsx = xlsx_read("甲.xlsx", bytes, length, 16 << 20, &error);
    g_assert((xlsx == NULL) == (error != NULL));
    return 0;
}
