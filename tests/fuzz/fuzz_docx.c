/* The DOCX reader on parts made by the fuzzer, in a sound archive: a broken archive stops long before (see fuzz_zipdir.c). */
#include <string.h>

#include "docx.h"
#include "fuzz.h"

const char fuzz_name[] = "docx";

#define RELATION(kind, target) \
    "<Relationship Id=\"" kind "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" kind "\" Target=\"" target "\"/>"

static const FuzzPart fixed[] = {
    {"_rels/.rels", "<Relationships>" RELATION("officeDocument", "word/document.xml") "</Relationships>"},
    {"word/_rels/document.xml.rels",
     "<Relationships>" RELATION("styles", "styles.xml") RELATION("numbering", "numbering.xml") RELATION("header", "header1.xml")
     RELATION("footer", "footer1.xml") RELATION("footnotes", "footnotes.xml") RELATION("endnotes", "endnotes.xml")
     RELATION("comments", "comments.xml") RELATION("diagramData", "data1.xml") RELATION("aFChunk", "chunk.mht") "</Relationships>"}};

GBytes *fuzz_input(const char *recipe, gsize size)
{
    return g_bytes_new(recipe, size);
}

static void check_cells(const DocxText *docx)
{
    for (uint32_t i = 0; i < docx->n_cells; i++) {
        const DocxCell *cell = &docx->cells[i];
        g_assert(cell->table >= 1 && cell->table <= docx->n_tables && cell->column >= 1 && cell->span >= 1 && cell->span < 600000000u);
        g_autofree char *text = docx_cell_text(docx, i), *place = docx_cell_place(docx, i);
        for (uint32_t k = 0; k < cell->count; k++)
            g_assert(docx->paragraphs[docx->in_cells[cell->first + k]].cell == (int32_t)i);
    }
}

static void check_paragraphs(const DocxText *docx)
{
    for (uint32_t i = 0; i < docx->n_paragraphs; i++) {
        const DocxParagraph *p = &docx->paragraphs[i];
        g_assert(strlen(p->text) == p->length && g_utf8_validate(p->text, -1, NULL));
        g_assert(p->generated <= p->length && p->cell < (int32_t)docx->n_cells);
        g_autofree char *place = docx_place(docx, i);
        g_assert(*place != '\0');
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(GBytes) package = fuzz_package(data, size, "word/document.xml", fixed, G_N_ELEMENTS(fixed));
    gsize length;
    const void *bytes = g_bytes_get_data(package, &length);
    const char *reason = NULL;
    g_autoptr(GError) error = NULL;
    g_autoptr(DocxText) docx = docx_read(bytes, length, &reason, &error);
    g_assert(docx ? error == NULL : error != NULL && reason != NULL);
    if (!docx)
        return 0;
    const DocxCount *c = &docx->count;
    g_assert(c->present == c->read + c->deleted + c->hidden + c->alternate + c->comment + c->field_code);
    check_paragraphs(docx);
    check_cells(docx);
    return 0;
}
