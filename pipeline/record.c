#include "record.h"

#include <stdbool.h>

#include "beside.h"
#include "digest.h"
#include "fault.h"
#include "fileio.h"
#include "lang.h"
#include "xmlio.h"

/* Members are reached by their offset; each macro says the member's true type. */
#define MEMBER(record, field, type) (*(type *)((char *)(record) + (field)->offset))
#define CONST_MEMBER(record, field, type) (*(type const *)((const char *)(record) + (field)->offset))

gpointer record_new(const RecordType *type)
{
    gpointer record = g_malloc0(type->size);
    for (const RecordField *f = type->fields; f->name; f++)
        if (f->kind == REC_LIST || f->kind == REC_STRINGS)
            MEMBER(record, f, GPtrArray *) = g_ptr_array_new();
    return record;
}

/* What a thread has kept: threads that ask each other would wait for each other a million times. */
static GStringChunk *kept_by_thread(void)
{
    static GPrivate own;
    static GMutex lock;
    static GPtrArray *all; /* outlives the threads */

    GStringChunk *kept = g_private_get(&own);
    if (kept)
        return kept;
    kept = g_string_chunk_new(1 << 16);
    g_private_set(&own, kept);
    g_mutex_lock(&lock);
    if (!all)
        all = g_ptr_array_new();
    g_ptr_array_add(all, kept);
    g_mutex_unlock(&lock);
    return kept;
}

const char *record_keep(const char *text)
{
    return text ? g_string_chunk_insert_const(kept_by_thread(), text) : NULL;
}

const char *record_store(const char *text)
{
    return g_string_chunk_insert(kept_by_thread(), text);
}

const char *record_keep_taken(char *text)
{
    const char *copy = record_keep(text);
    g_free(text);
    return copy;
}

static void free_record(const RecordType *type, gpointer record, bool texts);

static void clear_list(GPtrArray *list, const RecordType *type, bool texts)
{
    for (guint i = 0; i < list->len; i++)
        free_record(type, list->pdata[i], texts);
    g_ptr_array_set_size(list, 0);
}

/* TEXTS: those of attributes go, too. */
static void member_free(const RecordField *f, gpointer record, bool texts)
{
    GPtrArray *list;
    switch (f->kind) {
    case REC_STRING:
        if (texts)
            g_free(MEMBER(record, f, char *));
        break;
    case REC_TEXT:
        g_free(MEMBER(record, f, char *));
        break;
    case REC_CHILD:
        free_record(f->child, MEMBER(record, f, gpointer), texts);
        break;
    case REC_LIST:
        list = MEMBER(record, f, GPtrArray *);
        clear_list(list, f->child, texts);
        g_ptr_array_unref(list);
        break;
    case REC_STRINGS:
        list = MEMBER(record, f, GPtrArray *);
        g_ptr_array_foreach(list, (GFunc)(void (*)(void))g_free, NULL);
        g_ptr_array_unref(list);
        break;
    default:
        break;
    }
}

static void free_record(const RecordType *type, gpointer record, bool texts)
{
    if (!record)
        return;
    for (const RecordField *f = type->fields; f->name; f++)
        member_free(f, record, texts);
    g_free(record);
}

void record_list_clear(GPtrArray *list, const RecordType *type)
{
    clear_list(list, type, true);
}

void record_free(const RecordType *type, gpointer record)
{
    free_record(type, record, true);
}

void record_free_stored(const RecordType *type, gpointer record)
{
    free_record(type, record, false);
}

gpointer record_add(GPtrArray *list, const RecordType *type)
{
    gpointer record = record_new(type);
    g_ptr_array_add(list, record);
    return record;
}

/* ---- writing ---- */

static void write_integer(XmlWriter *writer, const RecordField *f, int64_t value)
{
    if (value == 0 && !(f->flags & REC_REQUIRED))
        return;
    char text[24] = "", *digit = text + sizeof text - 1; /* by hand: a season has hundreds of thousands */
    uint64_t left = value < 0 ? -(uint64_t)value : (uint64_t)value;
    do
        *--digit = (char)('0' + left % 10);
    while ((left /= 10) > 0);
    if (value < 0)
        *--digit = '-';
    xml_writer_attribute(writer, f->name, digit);
}

static void write_taken(XmlWriter *writer, const RecordField *f, char *text)
{
    if (text[0] != '\0' || (f->flags & REC_REQUIRED))
        xml_writer_attribute(writer, f->name, text);
    g_free(text);
}

static void write_attribute(XmlWriter *writer, const RecordField *f, gconstpointer record)
{
    switch (f->kind) {
    case REC_STRING:
    case REC_KEPT: {
        const char *text = CONST_MEMBER(record, f, char *);
        xml_writer_attribute(writer, f->name, text ? text : (f->flags & REC_REQUIRED) ? "" : NULL);
        break;
    }
    case REC_INT:
    case REC_BYTES:
        write_integer(writer, f, CONST_MEMBER(record, f, int64_t));
        break;
    case REC_BOOL:
        if (CONST_MEMBER(record, f, bool) || (f->flags & REC_REQUIRED))
            xml_writer_attribute(writer, f->name, CONST_MEMBER(record, f, bool) ? "yes" : "no");
        break;
    case REC_ENUM:
        if (CONST_MEMBER(record, f, int) != 0 || (f->flags & REC_REQUIRED))
            xml_writer_attribute(writer, f->name, f->names[CONST_MEMBER(record, f, int)]);
        break;
    case REC_DAY:
        write_taken(writer, f, day_format(CONST_MEMBER(record, f, Day)));
        break;
    case REC_INSTANT:
        write_taken(writer, f, instant_format(CONST_MEMBER(record, f, int64_t)));
        break;
    case REC_DECIMAL:
        write_taken(writer, f, decimal_format(CONST_MEMBER(record, f, Decimal)));
        break;
    default:
        break;
    }
}

static void write_struct(XmlWriter *writer, const char *ns, const char *element, const RecordType *type, gconstpointer record);

static void write_content(XmlWriter *writer, const RecordField *f, gconstpointer record)
{
    GPtrArray *list;
    switch (f->kind) {
    case REC_TEXT:
        if (CONST_MEMBER(record, f, char *) && CONST_MEMBER(record, f, char *)[0] != '\0') /* "" reads as nothing, and is written as that */
            xml_writer_text(writer, CONST_MEMBER(record, f, char *));
        break;
    case REC_CHILD:
        if (CONST_MEMBER(record, f, gpointer))
            write_struct(writer, NULL, f->name, f->child, CONST_MEMBER(record, f, gpointer));
        break;
    case REC_LIST:
        list = CONST_MEMBER(record, f, GPtrArray *);
        for (guint i = 0; i < list->len; i++)
            write_struct(writer, NULL, f->name, f->child, list->pdata[i]);
        break;
    case REC_STRINGS:
        list = CONST_MEMBER(record, f, GPtrArray *);
        for (guint i = 0; i < list->len; i++) {
            xml_writer_start(writer, NULL, f->name);
            xml_writer_text(writer, list->pdata[i]);
            xml_writer_end(writer);
        }
        break;
    default:
        break;
    }
}

static void write_start(XmlWriter *writer, const char *ns, const char *element, const RecordType *type, gconstpointer record)
{
    xml_writer_start(writer, ns, element);
    for (const RecordField *f = type->fields; f->name; f++)
        write_attribute(writer, f, record);
}

static void write_struct(XmlWriter *writer, const char *ns, const char *element, const RecordType *type, gconstpointer record)
{
    write_start(writer, ns, element, type, record);
    for (const RecordField *f = type->fields; f->name; f++)
        write_content(writer, f, record);
    xml_writer_end(writer);
}

/* ---- whole records ---- */

enum { PIECE_MIN = 64, LIST_PIECES = 64 };

/* Elements of a list, from one to before another. */
typedef struct {
    XmlWriter *writer;
    const RecordField *field;
    const GPtrArray *list;
    guint from, to;
} ListPiece;

static gpointer write_piece(gpointer data)
{
    const ListPiece *piece = data;
    for (guint i = piece->from; i < piece->to; i++)
        write_struct(piece->writer, NULL, piece->field->name, piece->field->child, piece->list->pdata[i]);
    return NULL;
}

/* What comes first is written while a thread writes what comes then: a province's list is tens of megabytes. */
static void write_two_pieces(const ListPiece *both, guint middle)
{
    ListPiece first = *both, then = *both;
    g_autoptr(XmlWriter) ahead = xml_writer_new_ahead(both->writer);
    first.to = then.from = middle;
    then.writer = ahead;
    Beside beside = beside_start("ahead", write_piece, &then);
    write_piece(&first);
    beside_end(&beside);
    xml_writer_join(both->writer, ahead);
}

static void write_list(XmlWriter *writer, const RecordField *f, const GPtrArray *list)
{
    guint size = MAX(list->len / LIST_PIECES, PIECE_MIN);
    ListPiece piece = {.writer = writer, .field = f, .list = list};
    for (; piece.from < list->len; piece.from = piece.to) {
        piece.to = MIN(piece.from + 2 * size, list->len);
        if (piece.to - piece.from > size)
            write_two_pieces(&piece, piece.from + size);
        else
            write_piece(&piece);
    }
}

static void write_root(XmlWriter *writer, const RecordType *type, gconstpointer record)
{
    write_start(writer, type->xmlns, type->element, type, record);
    for (const RecordField *f = type->fields; f->name; f++) {
        if (f->kind == REC_LIST)
            write_list(writer, f, CONST_MEMBER(record, f, GPtrArray *));
        else
            write_content(writer, f, record);
    }
    xml_writer_end(writer);
}

char *record_format(const RecordType *type, gconstpointer record, size_t *size)
{
    g_autoptr(XmlWriter) writer = xml_writer_new();
    write_root(writer, type, record);
    return xml_writer_finish(writer, size);
}

static void write_to(const RecordType *type, gconstpointer record, XmlSink sink, void *data)
{
    g_autoptr(XmlWriter) writer = xml_writer_new_to(sink, data);
    write_root(writer, type, record);
    xml_writer_flush(writer);
}

#define WRITE_BEHIND_BYTES ((size_t)1 << 20) /* a record of less is written sooner than a thread is there */

/* A file of limited size: what is too much is counted and not written. */
typedef struct {
    FileAside *aside;
    size_t size;
    const RecordType *type;
} Bounded;

static void to_file(const char *bytes, size_t size, void *data)
{
    Bounded *file = data;
    file->size += size;
    if (file->size > WRITE_BEHIND_BYTES)
        file_aside_write_behind(file->aside);
    if (file->type->bytes_max == 0 || file->size <= file->type->bytes_max)
        file_aside_write(file->aside, bytes, size);
}

static gboolean bounded_finish(Bounded *file, const char *path, GError **error)
{
    if (file->type->bytes_max == 0 || file->size <= file->type->bytes_max)
        return file_aside_finish(file->aside, error);
    file_aside_drop(file->aside);
    return fault_input(error, FAULT_LIMIT,
                       tr("%s 超过 %zu 字节的上限：材料中的文件、人员或问题太多，请检查是否放错了内容",
                          "%s is larger than the limit of %zu bytes: too many files, people or findings; is that the right package?"),
                       path, file->type->bytes_max);
}

gboolean record_write(const RecordType *type, gconstpointer record, const char *path, GError **error)
{
    Bounded file = {.aside = file_aside_new(path), .type = type};
    write_to(type, record, to_file, &file);
    return bounded_finish(&file, path, error);
}

static gboolean write_list_each(XmlWriter *writer, const RecordField *f, const GPtrArray *list, const RecordEach *each, GError **error)
{
    for (guint i = 0; i < list->len; i++) {
        if (!each->before(list->pdata[i], i, each->data, error))
            return FALSE;
        write_struct(writer, NULL, f->name, f->child, list->pdata[i]);
        each->after(list->pdata[i], each->data);
    }
    return each->end == NULL || each->end(each->data, error);
}

gboolean record_write_each(const RecordType *type, gconstpointer record, const RecordEach *each, const char *path, GError **error)
{
    Bounded file = {.aside = file_aside_new(path), .type = type};
    g_autoptr(XmlWriter) writer = xml_writer_new_to(to_file, &file);
    gboolean ok = TRUE;
    write_start(writer, type->xmlns, type->element, type, record);
    for (const RecordField *f = type->fields; ok && f->name; f++) {
        if (f->kind == REC_LIST && f->child == each->type)
            ok = write_list_each(writer, f, CONST_MEMBER(record, f, GPtrArray *), each, error);
        else
            write_content(writer, f, record);
    }
    xml_writer_end(writer);
    xml_writer_flush(writer);
    if (ok)
        return bounded_finish(&file, path, error);
    file_aside_drop(file.aside);
    return FALSE;
}

static void to_digest(const char *bytes, size_t size, void *data)
{
    digest_update(data, bytes, size);
}

void record_digest(const RecordType *type, gconstpointer record, char hex[65])
{
    g_autoptr(Digest) digest = digest_new();
    write_to(type, record, to_digest, digest);
    digest_finish(digest, hex);
}
