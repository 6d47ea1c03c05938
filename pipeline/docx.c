/* Opens a DOCX, follows its relationships and reads its story parts. */
#include "docx.h"

#include <string.h>

#include "archive.h"
#include "docx_parts.h"
#include "fault.h"
#include "lang.h"
#include "text.h"

enum { MEMBERS_MAX = 20000, STORIES_MAX = 2000 };

typedef struct {
    char *kind;   /* last component of the relationship's type: "header" */
    char *target; /* member name */
} Relation;

typedef struct {
    Archive *archive;
    size_t left; /* bytes that parts may still take */
    const char *reason;
} Package;

static void relation_free(gpointer data)
{
    Relation *relation = data;
    g_free(relation->kind);
    g_free(relation->target);
    g_free(relation);
}

/* TARGET as seen from the folder of the part BASE, without ".." and a leading slash; NULL when it leaves the package. */
static char *resolve_target(const char *base, const char *target)
{
    g_autofree char *unescaped = g_uri_unescape_string(target, "/");
    const char *plain = unescaped ? unescaped : target;
    const char *slash = strrchr(base, '/');
    g_autofree char *folder = plain[0] == '/' || !slash ? g_strdup("") : g_strndup(base, (gsize)(slash - base));
    g_autofree char *joined = g_strdup_printf("%s/%s", folder, plain);
    g_auto(GStrv) parts = g_strsplit(joined, "/", -1);
    g_autoptr(GPtrArray) kept = g_ptr_array_new();
    for (char **part = parts; *part; part++) {
        if (!**part || strcmp(*part, ".") == 0)
            continue;
        if (strcmp(*part, "..") != 0)
            g_ptr_array_add(kept, *part);
        else if (kept->len == 0)
            return NULL;
        else
            g_ptr_array_set_size(kept, (int)kept->len - 1);
    }
    g_ptr_array_add(kept, NULL);
    return g_strjoinv("/", (char **)kept->pdata);
}

/* The bytes of a member; NULL without a fault when there is none. */
static uint8_t *read_part(Package *package, const char *name, size_t *size, GError **error)
{
    gssize index = archive_find(package->archive, name);
    if (index < 0)
        return NULL;
    if (archive_entry(package->archive, (guint)index)->state == ZIPENTRY_ENCRYPTED) {
        package->reason = "encrypted";
        fault_input(error, FAULT_ENCRYPTED, tr("文档设有密码：请取消密码后重新保存", "the document has a password: save it again without one"));
        return NULL;
    }
    GError *fault = NULL;
    uint8_t *bytes = archive_read(package->archive, (guint)index, MIN(DOCX_PART_MAX, package->left), size, &fault);
    if (bytes) {
        package->left -= *size;
        return bytes;
    }
    package->reason = g_error_matches(fault, FAULT_INPUT, FAULT_LIMIT) ? "limit" : "not-zip";
    g_propagate_error(error, fault);
    return NULL;
}

static gboolean xml_fault(Package *package, GError *fault, GError **error)
{
    package->reason = g_error_matches(fault, FAULT_INPUT, FAULT_UNSAFE)  ? "doctype"
                      : g_error_matches(fault, FAULT_INPUT, FAULT_LIMIT) ? "limit"
                                                                         : "xml";
    g_propagate_error(error, fault);
    return FALSE;
}

/* The relationships of the part BASE ("" for the package); an empty list when it has none.  NULL on a fault. */
static GPtrArray *read_relations(Package *package, const char *base, GError **error)
{
    const char *slash = strrchr(base, '/');
    g_autofree char *folder = slash ? g_strndup(base, (gsize)(slash - base + 1)) : g_strdup("");
    g_autofree char *name = g_strdup_printf("%s_rels/%s.rels", folder, slash ? slash + 1 : base);
    g_autoptr(GPtrArray) relations = g_ptr_array_new_with_free_func(relation_free);
    size_t size = 0;
    GError *fault = NULL;
    g_autofree uint8_t *bytes = read_part(package, name, &size, &fault);
    if (fault) {
        g_propagate_error(error, fault);
        return NULL;
    }
    g_autoptr(XmlReader) reader = bytes ? xml_reader_new(bytes, size, name) : NULL;
    XmlEvent event = XML_DONE;
    while (reader && (event = xml_reader_next(reader, &fault)) > XML_DONE) {
        if (event != XML_START || strcmp(xml_reader_name(reader), "Relationship") != 0 || relations->len >= STORIES_MAX)
            continue;
        const char *type = xml_reader_attribute(reader, NULL, "Type"), *target = xml_reader_attribute(reader, NULL, "Target");
        if (!type || !target || g_strcmp0(xml_reader_attribute(reader, NULL, "TargetMode"), "External") == 0)
            continue;
        char *resolved = resolve_target(base, target);
        if (!resolved)
            continue;
        Relation *relation = g_new(Relation, 1);
        const char *last = strrchr(type, '/');
        *relation = (Relation){g_strdup(last ? last + 1 : type), resolved};
        g_ptr_array_add(relations, relation);
    }
    if (event == XML_FAULT) {
        xml_fault(package, fault, error);
        return NULL;
    }
    return g_steal_pointer(&relations);
}

static const char *find_target(const GPtrArray *relations, const char *kind)
{
    for (guint i = 0; i < relations->len; i++) {
        const Relation *relation = g_ptr_array_index(relations, i);
        if (strcmp(relation->kind, kind) == 0)
            return relation->target;
    }
    return NULL;
}

static gboolean read_look(Package *package, DocxSink *sink, const GPtrArray *relations, const char *kind,
                          gboolean (*read)(DocxLook *, XmlReader *, GError **), GError **error)
{
    const char *target = find_target(relations, kind);
    size_t size = 0;
    GError *fault = NULL;
    g_autofree uint8_t *bytes = target ? read_part(package, target, &size, &fault) : NULL;
    if (fault) {
        g_propagate_error(error, fault);
        return FALSE;
    }
    if (!bytes)
        return TRUE;
    g_autoptr(XmlReader) reader = xml_reader_new(bytes, size, target);
    return read(&sink->look, reader, &fault) || xml_fault(package, fault, error);
}

/* Reads one story part.  An absent part is none, except the main one. */
static gboolean read_story(Package *package, DocxSink *sink, const char *target, DocxStory story, uint32_t index, bool comment, GError **error)
{
    size_t size = 0;
    GError *fault = NULL;
    g_autofree uint8_t *bytes = read_part(package, target, &size, &fault);
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
    return docx_read_story(sink, reader, story, index, comment, &fault) || xml_fault(package, fault, error);
}

static int compare_targets(gconstpointer a, gconstpointer b)
{
    const Relation *left = *(const Relation *const *)a, *right = *(const Relation *const *)b;
    return text_compare_natural(left->target, right->target);
}

static gboolean read_other_stories(Package *package, DocxSink *sink, GPtrArray *relations, GError **error)
{
    static const struct { const char *kind; DocxStory story; bool comment; } stories[] = {
        {"header", DOCX_HEADER, false}, {"footer", DOCX_FOOTER, false}, {"footnotes", DOCX_FOOTNOTE, false},
        {"endnotes", DOCX_ENDNOTE, false}, {"comments", DOCX_BODY, true}};
    g_ptr_array_sort(relations, compare_targets);
    for (size_t k = 0; k < G_N_ELEMENTS(stories); k++) {
        uint32_t index = 0;
        const char *last = "";
        for (guint i = 0; i < relations->len; i++) {
            const Relation *relation = g_ptr_array_index(relations, i);
            if (strcmp(relation->kind, stories[k].kind) != 0 || strcmp(relation->target, last) == 0)
                continue;
            last = relation->target;
            if (archive_find(package->archive, last) < 0)
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

static gboolean read_all(Package *package, DocxSink *sink, GError **error)
{
    g_autoptr(GPtrArray) roots = read_relations(package, "", error);
    if (!roots)
        return FALSE;
    const char *main_part = find_target(roots, "officeDocument");
    if (!main_part) {
        package->reason = "no-document";
        return fault_input(error, FAULT_MISSING, tr("不是文字处理文档：找不到正文部分", "no word-processing document: it has no main part"));
    }
    g_autoptr(GPtrArray) relations = read_relations(package, main_part, error);
    return relations && read_look(package, sink, relations, "styles", docx_read_styles, error) &&
           read_look(package, sink, relations, "numbering", docx_read_numbering, error) &&
           read_story(package, sink, main_part, DOCX_BODY, 1, false, error) && read_other_stories(package, sink, relations, error);
}

DocxText *docx_read(const void *data, size_t size, const char **reason, GError **error)
{
    Window window = window_of_memory(data, size);
    Package package = {.left = DOCX_TOTAL_MAX, .reason = "not-zip"};
    package.archive = archive_open(&window, MEMBERS_MAX, error);
    if (!package.archive) {
        *reason = package.reason;
        return NULL;
    }
    DocxSink sink = {.paragraphs = g_array_new(FALSE, TRUE, sizeof(DocxParagraph)), .cells = g_array_new(FALSE, TRUE, sizeof(DocxCell))};
    docx_look_init(&sink.look);
    gboolean done = read_all(&package, &sink, error);
    archive_free(package.archive);
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
