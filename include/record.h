/*
 * record: XML records described by tables.
 *
 * Every file that passes between stages is a tree of C structs.  One table a struct (RecordType, made of RecordFields) names each member, its
 * kind and its range, and that one description reads the XML, writes it, checks it, words the complaints and frees
 * the tree.  The season file is read by the same code.
 *
 * In XML a simple member is an attribute (REC_TEXT: the element's content), a REC_CHILD is one element inside, a
 * REC_LIST any number of elements of one name, a REC_STRINGS any number of elements with nothing but text.  Order of attributes and
 * of different children does not matter when reading and is that of the table when writing, so one tree has one canonical form.  A
 * member that holds nothing (NULL, 0, false, an unset Decimal, an empty list) is not written unless REC_REQUIRED.
 *
 * Ownership: what is kept (REC_KEPT) belongs to the process, all other strings, children and arrays in a struct belong to it; record_free() frees the whole tree.  A struct is plain
 * memory from record_new(); take a string out by stealing the pointer.  GPtrArrays of lists have no free function of
 * their own: record_free() frees their elements.
 */
#ifndef ANJUAN_RECORD_H
#define ANJUAN_RECORD_H

#include <stddef.h>
#include <stdint.h>

#include <glib.h>

#include "day.h"
#include "decimal.h"

typedef enum {
    REC_STRING,  /* char *; NULL: absent */
    REC_KEPT,    /* const char * of record_keep(), or of what outlives the record; NULL: absent.  For
                  * what there are hundreds of thousands of */
    REC_TEXT,    /* char *: the content of the element; at most one a struct, and no children beside it */
    REC_INT,     /* int64_t in [min, max] when they differ; 0 is not written unless required */
    REC_BOOL,    /* bool, "yes" or "no"; "no" is not written unless required */
    REC_ENUM,    /* int, index into names; index 0 is the default and is not written unless required */
    REC_DAY,     /* Day, 2016-10-08 */
    REC_INSTANT, /* int64_t seconds since the epoch, 2016-12-05T18:00:00+08:00 */
    REC_DECIMAL, /* Decimal; min and max in units of one when they differ */
    REC_BYTES,   /* int64_t, read with an optional KiB, MiB or GiB, written as a plain number */
    REC_CHILD,   /* pointer to a struct of type child; NULL: absent */
    REC_LIST,    /* GPtrArray * of structs of type child; never NULL after record_new() */
    REC_STRINGS  /* GPtrArray * of char *; never NULL after record_new() */
} RecordKind;

enum {
    REC_REQUIRED = 1,
    REC_DIGEST = 2 /* REC_STRING: a SHA-256 as digest.h writes it; what reads it may make a path of it */
};

typedef struct RecordType RecordType;

typedef struct {
    const char *name;        /* attribute or element */
    RecordKind kind;
    size_t offset;           /* of the member */
    unsigned flags;          /* REC_REQUIRED, REC_DIGEST */
    int64_t min, max;
    const char *const *names;/* REC_ENUM: NULL-terminated */
    const RecordType *child; /* REC_CHILD, REC_LIST */
} RecordField;

struct RecordType {
    const char *element;       /* name of the element when it is a root */
    const char *xmlns;         /* namespace of a root, NULL for inner types */
    size_t size;               /* of the struct */
    const RecordField *fields; /* at most 64, ended by a field without name */
    size_t bytes_max;          /* of a root in a file that is written; 0: no limit */
};

/* What one unit may put into a record.  The package of one unit must not make the records of the season too large to
 * be scored and published: its stage is refused instead, and its last good record stands (SPEC 5.7). */
#define UNIT_LISTING_BYTES_MAX ((size_t)256 << 20) /* its files, scans and documents: a million pages of scans */
#define UNIT_RESULT_BYTES_MAX ((size_t)32 << 20)   /* its findings, and what is scored: a hundred thousand findings */

/* An empty struct of TYPE: zeroes, and empty arrays for its lists. */
gpointer record_new(const RecordType *type);
/* The one copy of TEXT (NULL: NULL) that this thread keeps to the end of the process: for REC_KEPT. */
const char *record_keep(const char *text);
/* The same, and frees TEXT. */
const char *record_keep_taken(char *text);
/* A copy of TEXT that is kept to the end of the process, for what hardly recurs: no like of it is sought. */
const char *record_store(const char *text);
/* Frees RECORD and all below it; NULL is allowed. */
void record_free(const RecordType *type, gpointer record);
/* Adds a new empty struct to a REC_LIST array whose elements are of TYPE and returns it. */
gpointer record_add(GPtrArray *list, const RecordType *type);
/* Empties a REC_LIST array, freeing its elements. */
void record_list_clear(GPtrArray *list, const RecordType *type);

/* Reads a record of TYPE from SIZE bytes.  NAME stands in messages.  NULL and an input fault that names NAME, the line, the element
 * and the attribute when something is missing, unknown, out of range or badly formed. */
gpointer record_parse(const RecordType *type, const void *data, size_t size, const char *name, GError **error);
/* The same, with the texts of all attributes in the care of record_store(): what a stage reads and works on
 * to its end takes less memory so.  Free it with record_free_stored(), if at all. */
gpointer record_parse_stored(const RecordType *type, const void *data, size_t size, const char *name,
                             GError **error);
void record_free_stored(const RecordType *type, gpointer record);
/* record_parse() from a file of at most RECORD_BYTES_MAX bytes. */
gpointer record_read(const RecordType *type, const char *path, GError **error);
#define RECORD_BYTES_MAX ((size_t)1 << 30) /* a gibibyte: far above any season, far below what could hurt */

/* The canonical form.  Caller frees with g_free; *SIZE without the final NUL. */
char *record_format(const RecordType *type, gconstpointer record, size_t *size);
/* Writes the canonical form whole (fileio.h); what grows beyond the type's bytes_max is a fault (FAULT_LIMIT), and the file
 * stays as it was. */
gboolean record_write(const RecordType *type, gconstpointer record, const char *path, GError **error);
/* For a record whose elements are made while it is written: BEFORE sees each element of the root's lists of TYPE by its index before it
 * is written (FALSE and a fault end it all, and nothing is written), AFTER when it is, to give back what it holds. */
typedef struct {
    const RecordType *type;
    gboolean (*before)(gpointer element, guint index, void *data, GError **error);
    void (*after)(gpointer element, void *data);
    /* when all are written, before the lists behind them, which it may fill; NULL for nothing */
    gboolean (*end)(void *data, GError **error);
    void *data;
} RecordEach;
/* record_write() with these; what is written is what BEFORE made of the elements. */
gboolean record_write_each(const RecordType *type, gconstpointer record, const RecordEach *each, const char *path, GError **error);
/* SHA-256 of the canonical form. */
void record_digest(const RecordType *type, gconstpointer record, char hex[65]);

/* Shorthands for tables: FIELD_… (struct, member, "name", …).  */
#define FIELD_STRING(S, m, n) {.name = n, .kind = REC_STRING, .offset = offsetof(S, m)}
#define FIELD_STRING_REQ(S, m, n) {.name = n, .kind = REC_STRING, .offset = offsetof(S, m), .flags = REC_REQUIRED}
#define FIELD_DIGEST(S, m, n) {.name = n, .kind = REC_STRING, .offset = offsetof(S, m), .flags = REC_DIGEST}
#define FIELD_DIGEST_REQ(S, m, n) \
    {.name = n, .kind = REC_STRING, .offset = offsetof(S, m), .flags = REC_REQUIRED | REC_DIGEST}
#define FIELD_KEPT(S, m, n) {.name = n, .kind = REC_KEPT, .offset = offsetof(S, m)}
#define FIELD_KEPT_REQ(S, m, n) {.name = n, .kind = REC_KEPT, .offset = offsetof(S, m), .flags = REC_REQUIRED}
#define FIELD_TEXT(S, m) {.name = "#text", .kind = REC_TEXT, .offset = offsetof(S, m)}
#define FIELD_INT(S, m, n) {.name = n, .kind = REC_INT, .offset = offsetof(S, m)}
#define FIELD_INT_REQ(S, m, n, lo, hi) \
    {.name = n, .kind = REC_INT, .offset = offsetof(S, m), .flags = REC_REQUIRED, .min = lo, .max = hi}
#define FIELD_BOOL(S, m, n) {.name = n, .kind = REC_BOOL, .offset = offsetof(S, m)}
#define FIELD_ENUM(S, m, n, list) {.name = n, .kind = REC_ENUM, .offset = offsetof(S, m), .names = list}
#define FIELD_ENUM_REQ(S, m, n, list) \
    {.name = n, .kind = REC_ENUM, .offset = offsetof(S, m), .flags = REC_REQUIRED, .names = list}
#define FIELD_DAY(S, m, n) {.name = n, .kind = REC_DAY, .offset = offsetof(S, m)}
#define FIELD_DAY_REQ(S, m, n) {.name = n, .kind = REC_DAY, .offset = offsetof(S, m), .flags = REC_REQUIRED}
#define FIELD_INSTANT(S, m, n) {.name = n, .kind = REC_INSTANT, .offset = offsetof(S, m)}
#define FIELD_DECIMAL(S, m, n) {.name = n, .kind = REC_DECIMAL, .offset = offsetof(S, m)}
#define FIELD_DECIMAL_REQ(S, m, n, lo, hi) \
    {.name = n, .kind = REC_DECIMAL, .offset = offsetof(S, m), .flags = REC_REQUIRED, .min = lo, .max = hi}
#define FIELD_BYTES_REQ(S, m, n, lo, hi) \
    {.name = n, .kind = REC_BYTES, .offset = offsetof(S, m), .flags = REC_REQUIRED, .min = lo, .max = hi}
#define FIELD_CHILD(S, m, n, type) {.name = n, .kind = REC_CHILD, .offset = offsetof(S, m), .child = type}
#define FIELD_CHILD_REQ(S, m, n, type) \
    {.name = n, .kind = REC_CHILD, .offset = offsetof(S, m), .flags = REC_REQUIRED, .child = type}
#define FIELD_LIST(S, m, n, type) {.name = n, .kind = REC_LIST, .offset = offsetof(S, m), .child = type}
#define FIELD_STRINGS(S, m, n) {.name = n, .kind = REC_STRINGS, .offset = offsetof(S, m)}
#define FIELD_END {.name = NULL}

#endif
