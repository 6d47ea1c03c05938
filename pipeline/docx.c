/* Opens a DOCX and reads its parts in order: styles, lists, the body, then the other stories. */
#include "docx.h"

#include <string.h>

#include "docx_parts.h"
#include "fault.h"
#include "lang.h"
#include "opc.h"
#include "text.h"

/* ---- one part ---- */

static void add_unread(DocxSink *sink, const char *kind, const char *part, const char *reason)
{
    DocxUnread *unread = g_new(DocxUnread, 1);
    *unread = (DocxUnread){kind, g_strdup(part), reason};
    g_ptr_array_add(sink->unread, unread);
}

/* A part beside the body: what is wrong with it costs it alone.  Takes FAULT. */
static void leave_out(DocxSink *sink, const OpcPackage *package, const char *kind, const char *part, GError *fault)
{
    add_unread(sink, kind, part, package->reason);
    g_error_free(fault);
}

static void read_look(OpcPackage *package, DocxSink *sink, const GPtrArray *relations, const char *kind,
                      gboolean (*read)(DocxLook *, XmlReader *, GError **))
{
    const char *target = opc_find(relations, kind);
    size_t size = 0;
    GError *fault = NULL, *why = NULL;
    g_autofree uint8_t *bytes = target ? opc_part(package, target, &size, &why) : NULL;
    g_autoptr(XmlReader) reader = bytes ? xml_reader_new(bytes, size, target) : NULL;
    if (reader && !read(&sink->look, reader, &fault))
        opc_xml_fault(package, fault, &why);
    if (why)
        leave_out(sink, package, kind, target, why);
}

static gboolean read_body(OpcPackage *package, DocxSink *sink, const char *target, GError **error)
{
    size_t size = 0;
    GError *fault = NULL;
    g_autofree uint8_t *bytes = opc_part(package, target, &size, &fault);
    if (fault) {
        g_propagate_error(error, fault);
        return FALSE;
    }
    if (!bytes) {
        package->reason = "no-document";
        return fault_input(error, FAULT_MISSING, tr("文档缺少正文部分", "the document has no main part"));
    }
    g_autoptr(XmlReader) reader = xml_reader_new(bytes, size, target);
    return docx_read_story(sink, reader, DOCX_BODY, 1, false, &fault) || opc_xml_fault(package, fault, error);
}

/* What a story that broke off had added. */
static void take_back(DocxSink *sink, const DocxSink *before, guint paragraphs, guint cells)
{
    for (guint i = paragraphs; i < sink->paragraphs->len; i++)
        g_free(g_array_index(sink->paragraphs, DocxParagraph, i).text);
    g_array_set_size(sink->paragraphs, paragraphs);
    g_array_set_size(sink->cells, cells);
    sink->tables = before->tables;
    sink->boxes = before->boxes;
    sink->body = before->body;
    sink->put = before->put;
    sink->count = before->count;
}

typedef struct {
    const char *kind;
    DocxStory story;
    bool comment;
} OtherStory;

/* Reads one story beside the body; false when it cannot be read, which is noted. */
static bool read_other(OpcPackage *package, DocxSink *sink, const char *target, const OtherStory *other, uint32_t index)
{
    const DocxSink before = *sink;
    guint paragraphs = sink->paragraphs->len, cells = sink->cells->len;
    size_t size = 0;
    GError *fault = NULL, *why = NULL;
    g_autofree uint8_t *bytes = opc_part(package, target, &size, &why);
    g_autoptr(XmlReader) reader = bytes ? xml_reader_new(bytes, size, target) : NULL;
    if (reader && !docx_read_story(sink, reader, other->story, index, other->comment, &fault))
        opc_xml_fault(package, fault, &why);
    if (!why)
        return true;
    take_back(sink, &before, paragraphs, cells);
    leave_out(sink, package, other->kind, target, why);
    return false;
}

/* ---- all parts ---- */

static int compare_targets(gconstpointer a, gconstpointer b)
{
    const OpcRelation *left = *(const OpcRelation *const *)a, *right = *(const OpcRelation *const *)b;
    return text_compare_natural(left->target, right->target);
}

static void read_other_stories(OpcPackage *package, DocxSink *sink, GPtrArray *relations)
{
    static const OtherStory stories[] = {{"header", DOCX_HEADER, false},   {"footer", DOCX_FOOTER, false},
                                         {"footnotes", DOCX_FOOTNOTE, false}, {"endnotes", DOCX_ENDNOTE, false},
                                         {"diagramData", DOCX_BOX, false}, {"chart", DOCX_BOX, false},
                                         {"comments", DOCX_BODY, true}};
    g_ptr_array_sort(relations, compare_targets);
    for (size_t k = 0; k < G_N_ELEMENTS(stories); k++) {
        uint32_t index = 0;
        const char *last = "";
        for (guint i = 0; i < relations->len; i++) {
            const OpcRelation *relation = g_ptr_array_index(relations, i);
            if (strcmp(relation->kind, stories[k].kind) != 0 || strcmp(relation->target, last) == 0)
                continue;
            last = relation->target;
            if (opc_has(package, last))
                read_other(package, sink, last, &stories[k], ++index);
        }
    }
}

/* Documents that are only inserted when Word opens this one stand in parts of their own, in any format. */
static void name_inserted(DocxSink *sink, const GPtrArray *relations, const char *main_part)
{
    guint named = 0;
    for (guint i = 0; sink->alt_chunks > 0 && i < relations->len; i++) {
        const OpcRelation *relation = g_ptr_array_index(relations, i);
        if (strcmp(relation->kind, "aFChunk") != 0)
            continue;
        add_unread(sink, "aFChunk", relation->target, "format");
        named++;
    }
    if (sink->alt_chunks > 0 && named == 0)
        add_unread(sink, "aFChunk", main_part, "format");
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
    if (!relations)
        return FALSE;
    read_look(package, sink, relations, "styles", docx_read_styles);
    read_look(package, sink, relations, "numbering", docx_read_numbering);
    if (!read_body(package, sink, main_part, error))
        return FALSE;
    read_other_stories(package, sink, relations);
    name_inserted(sink, relations, main_part);
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

/* ---- the result ---- */

static DocxText *finish(DocxSink *sink)
{
    DocxText *docx = g_new0(DocxText, 1);
    docx->unread = sink->unread;
    docx->n_paragraphs = sink->paragraphs->len;
    docx->n_cells = sink->cells->len;
    docx->n_tables = sink->tables;
    docx->count = sink->count;
    docx->revisions = sink->revisions;
    docx->pictures = sink->pictures;
    docx->drawn = sink->drawn;
    docx->floating = sink->floating;
    docx->comments = sink->count.comment > 0;
    docx->paragraphs = (DocxParagraph *)(void *)g_array_free(sink->paragraphs, FALSE);
    docx->cells = (DocxCell *)(void *)g_array_free(sink->cells, FALSE);
    docx_look_clear(&sink->look);
    index_cells(docx);
    return docx;
}

static void unread_free(gpointer data)
{
    DocxUnread *unread = data;
    g_free(unread->part);
    g_free(unread);
}

/* Reads everything once; fields in BROKEN have no result, and those of the kind that are met go to UNCLOSED. */
static DocxText *read_once(const void *data, size_t size, GHashTable *broken, GArray *unclosed, const char **reason, GError **error)
{
    g_auto(OpcPackage) package = {0};
    gboolean done = opc_open(&package, data, size, DOCX_PART_MAX, DOCX_TOTAL_MAX, NULL) ||
                    fault_input(error, FAULT_DAMAGED, tr("不是完整的 DOCX 文件，请用 Word 或 WPS 打开后另存为 .docx",
                                                         "no whole DOCX file; open it in Word or WPS and save it as .docx"));
    DocxSink sink = {.paragraphs = g_array_new(FALSE, TRUE, sizeof(DocxParagraph)), .cells = g_array_new(FALSE, TRUE, sizeof(DocxCell)),
                     .unread = g_ptr_array_new_with_free_func(unread_free), .broken = broken, .unclosed = unclosed};
    docx_look_init(&sink.look);
    done = done && read_all(&package, &sink, error);
    *reason = package.reason;
    DocxText *docx = finish(&sink);
    if (done)
        return docx;
    docx_free(docx);
    return NULL;
}

DocxText *docx_read(const void *data, size_t size, const char **reason, GError **error)
{
    g_autoptr(GHashTable) broken = g_hash_table_new(g_direct_hash, g_direct_equal);
    g_autoptr(GArray) unclosed = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    DocxText *docx = read_once(data, size, broken, unclosed, reason, error);
    if (!docx || unclosed->len == 0)
        return docx;
    docx_free(docx); /* a field without an end would swallow all that follows it: again, without it */
    for (guint i = 0; i < unclosed->len; i++)
        g_hash_table_add(broken, GUINT_TO_POINTER(g_array_index(unclosed, uint32_t, i)));
    return read_once(data, size, broken, unclosed, reason, error);
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
    g_ptr_array_unref(docx->unread);
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
