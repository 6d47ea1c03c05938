/* Opens a DOCX, follows its relationships and reads its story parts. */
#include "docx.h"

#include <string.h>

#include "docx_parts.h"
#include "fault.h"
#include "lang.h"
#include "opc.h"
#include "text.h"

static gboolean read_look(OpcPackage *package, DocxSink *sink, const GPtrArray *relations, const char *kind,
                          gboolean (*read)(DocxLook *, XmlReader *, GError **), GError **error)
{
    const char *target = opc_find(relations, kind);
    size_t size = 0;
    GError *fault = NULL;
    g_autofree uint8_t *bytes = target ? opc_part(package, target, &size, &fault) : NULL;
    if (fault) {
        g_propagate_error(error, fault);
        return FALSE;
    }
    if (!bytes)
        return TRUE;
    g_autoptr(XmlReader) reader = xml_reader_new(bytes, size, target);
    return read(&sink->look, reader, &fault) || opc_xml_fault(package, fault, error);
}

/* Reads one story part.  An absent part is none, except the main one. */
static gboolean read_story(OpcPackage *package, DocxSink *sink, const char *target, DocxStory story, uint32_t index, bool comment, GError **error)
{
    size_t size = 0;
    GError *fault = NULL;
    g_autofree uint8_t *bytes = opc_part(package, target, &size, &fault);
    if (fault) {
        g_propagate_error(error, fault);
        return FALSE;
    }
    if (!bytes && story == DOCX_BODY) {
        package->reason = "no-document";
        return fault_input(error, FAULT_MISSING, tr("文档缺少正文部分", "the document has no main part"));
    }
    if (!bytes)
        return TRUE;
    g_autoptr(XmlReader) reader = xml_reader_new(bytes, size, target);
    return docx_read_story(sink, reader, story, index, comment, &fault) || opc_xml_fault(package, fault, error);
}

static int compare_targets(gconstpointer a, gconstpointer b)
{
    const OpcRelation *left = *(const OpcRelation *const *)a, *right = *(const OpcRelation *const *)b;
    return text_compare_natural(left->target, right->target);
}

static gboolean read_other_stories(OpcPackage *package, DocxSink *sink, GPtrArray *relations, GError **error)
{
    static const struct { const char *kind; DocxStory story; bool comment; } stories[] = {
        {"header", DOCX_HEADER, false}, {"footer", DOCX_FOOTER, false}, {"footnotes", DOCX_FOOTNOTE, false},
        {"endnotes", DOCX_ENDNOTE, false}, {"comments", DOCX_BODY, true}};
    g_ptr_array_sort(relations, compare_targets);
    for (size_t k = 0; k < G_N_ELEMENTS(stories); k++) {
        uint32_t index = 0;
        const char *last = "";
        for (guint i = 0; i < relations->len; i++) {
            const OpcRelation *relation = g_ptr_array_index(relations, i);
            if (strcmp(relation->kind, stories[k].kind) != 0 || strcmp(relation->target, last) == 0)
                continue;
            last = relation->target;
            if (!opc_has(package, last))
                continue;
            if (!read_story(package, sink, last, stories[k].story, ++index, stories[k].comment, error))
                return FALSE;
        }
    }
    return TRUE;
}

/* Lists each cell's own paragraphs. */
static void index_cells(DocxText *docx)
{
    uint32_t total = 0;
    for (uint32_t i = 0; i < docx->n_paragraphs; i++)
        if (docx->paragraphs[i].cell >= 0) {
            docx->cells[docx->paragraphs[i].cell].count++;
            total++;
        }
    docx->in_cells = g_new(uint32_t, total + 1);
    uint32_t at = 0;
    for (uint32_t c = 0; c < docx->n_cells; c++) {
        docx->cells[c].first = at;
        at += docx->cells[c].count;
        docx->cells[c].count = 0;
    }
    for (uint32_t i = 0; i < docx->n_paragraphs; i++)
        if (docx->paragraphs[i].cell >= 0) {
            DocxCell *cell = &docx->cells[docx->paragraphs[i].cell];
            docx->in_cells[cell->first + cell->count++] = i;
        }
}

static DocxText *finish(DocxSink *sink)
{
    DocxText *docx = g_new0(DocxText, 1);
    docx->n_paragraphs = sink->paragraphs->len;
    docx->n_cells = sink->cells->len;
    docx->n_tables = sink->tables;
    docx->count = sink->count;
    docx->revisions = sink->revisions;
    docx->comments = sink->count.comment > 0;
    docx->paragraphs = (DocxParagraph *)(void *)g_array_free(sink->paragraphs, FALSE);
    docx->cells = (DocxCell *)(void *)g_array_free(sink->cells, FALSE);
    docx_look_clear(&sink->look);
    index_cells(docx);
    return docx;
}

static gboolean read_all(OpcPackage *package, DocxSink *sink, GError **error)
{
    g_autoptr(GPtrArray) roots = opc_relations(package, "", error);
    if (!roots)
        return FALSE;
    const char *main_part = opc_find(roots, "officeDocument");
    if (!main_part) {
        package->reason = "no-document";
        return fault_input(error, FAULT_MISSING, tr("不是文字处理文档：找不到正文部分", "no word-processing document: it has no main part"));
    }
    g_autoptr(GPtrArray) relations = opc_relations(package, main_part, error);
    return relations && read_look(package, sink, relations, "styles", docx_read_styles, error) &&
           read_look(package, sink, relations, "numbering", docx_read_numbering, error) &&
           read_story(package, sink, main_part, DOCX_BODY, 1, false, error) && read_other_stories(package, sink, relations, error);
}

DocxText *docx_read(const void *data, size_t size, const char **reason, GError **error)
{
    OpcPackage package;
    if (!opc_open(&package, data, size, DOCX_PART_MAX, DOCX_TOTAL_MAX, error)) {
        *reason = package.reason;
        return NULL;
    }
    DocxSink sink = {.paragraphs = g_array_new(FALSE, TRUE, sizeof(DocxParagraph)), .cells = g_array_new(FALSE, TRUE, sizeof(DocxCell))};
    docx_look_init(&sink.look);
    gboolean done = read_all(&package, &sink, error);
    opc_close(&package);
    DocxText *docx = finish(&sink);
    if (done)
        return docx;
    *reason = package.reason;
    docx_free(docx);
    return NULL;
}

void docx_free(DocxText *docx)
{
    if (!docx)
        return;
    for (uint32_t i = 0; i < docx->n_paragraphs; i++)
        g_free(docx->paragraphs[i].text);
    g_free(docx->paragraphs);
    g_free(docx->cells);
    g_free(docx->in_cells);
    g_free(docx);
}

char *docx_cell_place(const DocxText *docx, uint32_t cell)
{
    const DocxCell *c = &docx->cells[cell];
    return g_strdup_printf("T%uR%uC%u", c->table, c->row, c->column);
}

char *docx_place(const DocxText *docx, uint32_t paragraph)
{
    static const char letters[] = {[DOCX_HEADER] = 'H', [DOCX_FOOTER] = 'F', [DOCX_FOOTNOTE] = 'N', [DOCX_ENDNOTE] = 'E', [DOCX_BOX] = 'B'};
    const DocxParagraph *p = &docx->paragraphs[paragraph];
    g_autofree char *holder = p->cell >= 0            ? docx_cell_place(docx, (uint32_t)p->cell)
                              : p->story == DOCX_BODY ? g_strdup("")
                                                      : g_strdup_printf("%c%u", letters[p->story], p->story_index);
    if (*holder && p->number <= 1)
        return g_steal_pointer(&holder);
    return g_strdup_printf("%sP%u", holder, p->number);
}

char *docx_cell_text(const DocxText *docx, uint32_t cell)
{
    const DocxCell *c = &docx->cells[cell];
    GString *text = g_string_new(NULL);
    for (uint32_t i = 0; i < c->count; i++)
        g_string_append_printf(text, "%s%s", i ? "\n" : "", docx->paragraphs[docx->in_cells[c->first + i]].text);
    return g_string_free(text, FALSE);
}
