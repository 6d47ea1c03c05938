/* Reading half of record.h: XML to structs, with complaints that a person can act on. */
#include "record.h"

#include <stdbool.h>
#include <string.h>

#include "digest.h"
#include "fault.h"
#include "fileio.h"
#include "lang.h"
#include "text.h"
#include "xmlio.h"

#define RECORD_DEPTH_MAX 64 /* elements; records nest no deeper than a derivation does */

#define MEMBER(record, field, type) (*(type *)((char *)(record) + (field)->offset))

typedef struct {
    XmlReader *xml;
    const char *name;
    int depth;
    bool stored; /* texts go to record_store() */
} Reading;

static gboolean complain(const Reading *r, GError **error, const char *element, const char *what, const char *problem)
{
    int line = xml_reader_line(r->xml);
    if (what)
        return fault_input(error, FAULT_BAD, tr("%s 第%d行 <%s> 的属性 %s：%s", "%s:%d: <%s>, attribute %s: %s"), r->name, line,
                           element, what, problem);
    return fault_input(error, FAULT_BAD, tr("%s 第%d行 <%s>：%s", "%s:%d: <%s>: %s"), r->name, line, element, problem);
}

static bool parse_bytes(const char *text, int64_t *value)
{
    static const struct { const char *suffix; int shift; } units[] = {{"KiB", 10}, {"MiB", 20}, {"GiB", 30}};
    for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
        if (!g_str_has_suffix(text, units[i].suffix))
            continue;
        g_autofree char *number = g_strndup(text, strlen(text) - 3);
        if (!text_integer(number, value) || *value < 0 || *value > G_MAXINT64 >> units[i].shift)
            return false;
        *value <<= units[i].shift;
        return true;
    }
    return text_integer(text, value);
}

static bool in_range(const RecordField *f, int64_t value)
{
    return f->min == f->max || (value >= f->min && value <= f->max);
}

static bool decimal_in_range(const RecordField *f, Decimal value)
{
    return f->min == f->max || (decimal_compare(value, decimal_from_int(f->min)) >= 0 &&
                                decimal_compare(value, decimal_from_int(f->max)) <= 0);
}

static const char *number_form(RecordKind kind)
{
    switch (kind) {
    case REC_DECIMAL:
        return tr("数（最多4位小数，不带符号、单位和千分位）", "number (at most 4 decimals, no sign, unit or separators)");
    case REC_BYTES:
        return tr("字节数（可带 KiB、MiB、GiB）", "number of bytes (KiB, MiB or GiB may follow)");
    default:
        return tr("整数", "whole number");
    }
}

static char *number_range_text(const RecordField *f)
{
    const char *form = number_form(f->kind);
    if (f->min == f->max)
        return g_strdup_printf(tr("应为%s", "must be a %s"), form);
    return g_strdup_printf(tr("应为 %" G_GINT64_FORMAT " 至 %" G_GINT64_FORMAT " 之间的%s",
                              "must be from %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT ", a %s"),
                           (gint64)f->min, (gint64)f->max, form);
}

/* What the attribute must be: the remedy of a complaint. */
static char *range_text(const RecordField *f)
{
    g_autofree char *all = f->kind == REC_ENUM ? g_strjoinv(" | ", (char **)f->names + (f->names[0][0] == '\0')) : NULL;
    switch (f->kind) {
    case REC_ENUM:
        return g_strdup_printf(tr("只能是 %s", "must be one of %s"), all);
    case REC_BOOL:
        return g_strdup(tr("只能是 yes 或 no", "must be yes or no"));
    case REC_DAY:
        return g_strdup(tr("应为日期，如 2016-09-01", "must be a date such as 2016-09-01"));
    case REC_INSTANT:
        return g_strdup(tr("应为时刻，如 2016-12-05T18:00:00+08:00", "must be a time such as 2016-12-05T18:00:00+08:00"));
    case REC_STRING:
    case REC_KEPT:
        if (f->flags & REC_DIGEST)
            return g_strdup(tr("应为64位小写十六进制的摘要", "must be a digest of 64 hexadecimal digits"));
        return g_strdup(tr("须填写", "must be given"));
    default:
        return number_range_text(f);
    }
}

static bool parse_enum(const RecordField *f, const char *text, int *value)
{
    for (int i = 0; f->names[i]; i++)
        if (strcmp(f->names[i], text) == 0) {
            *value = i;
            return true;
        }
    return false;
}

static void set_string(const Reading *r, char **member, const char *text)
{
    if (r->stored) {
        *member = (char *)record_store(text);
        return;
    }
    g_free(*member);
    *member = g_strdup(text);
}

static bool parse_simple(const Reading *r, const RecordField *f, gpointer record, const char *text)
{
    switch (f->kind) {
    case REC_KEPT:
        MEMBER(record, f, const char *) = record_keep(text);
        return true;
    case REC_STRING:
        if ((f->flags & REC_DIGEST) && !digest_is_valid(text))
            return false;
        set_string(r, &MEMBER(record, f, char *), text);
        return true;
    case REC_INT:
        return text_integer(text, &MEMBER(record, f, int64_t)) && in_range(f, MEMBER(record, f, int64_t));
    case REC_BYTES:
        return parse_bytes(text, &MEMBER(record, f, int64_t)) && in_range(f, MEMBER(record, f, int64_t));
    case REC_BOOL:
        MEMBER(record, f, bool) = strcmp(text, "yes") == 0;
        return MEMBER(record, f, bool) || strcmp(text, "no") == 0;
    case REC_ENUM:
        return parse_enum(f, text, &MEMBER(record, f, int));
    case REC_DAY:
        MEMBER(record, f, Day) = day_parse_iso(text);
        return MEMBER(record, f, Day) != DAY_NONE;
    case REC_INSTANT:
        return instant_parse(text, &MEMBER(record, f, int64_t));
    case REC_DECIMAL:
        return decimal_parse(text, &MEMBER(record, f, Decimal)) && decimal_in_range(f, MEMBER(record, f, Decimal));
    default:
        return false;
    }
}

static bool is_attribute(const RecordField *f)
{
    return f->kind != REC_TEXT && f->kind != REC_CHILD && f->kind != REC_LIST && f->kind != REC_STRINGS;
}

static bool is_called(const RecordField *f, const char *name, bool attribute)
{
    return is_attribute(f) == attribute && strcmp(f->name, name) == 0;
}

/* Looks from FROM on: records that we wrote have attributes and elements in the order of the table. */
static const RecordField *field_find(const RecordType *type, const RecordField *from, const char *name,
                                     bool attribute)
{
    for (const RecordField *f = from; f->name; f++)
        if (is_called(f, name, attribute))
            return f;
    for (const RecordField *f = type->fields; f != from; f++)
        if (is_called(f, name, attribute))
            return f;
    return NULL;
}

static uint64_t field_bit(const RecordType *type, const RecordField *f)
{
    ptrdiff_t index = f - type->fields;
    g_assert(index < 64);
    return UINT64_C(1) << index;
}

typedef struct {
    Reading *reading;
    const RecordType *type;
    const char *element;
    gpointer record;
    uint64_t seen;           /* field_bit() of every field met */
    const RecordField *last; /* the one met last, at first the first */
    GError **error;
    gboolean ok;
} AttributeWalk;

static void read_attribute(const char *ns, const char *local, const char *value, void *data)
{
    AttributeWalk *walk = data;
    if (!walk->ok || ns[0] != '\0')
        return; /* xml:lang, xsi:schemaLocation and the like are nobody's business */
    const RecordField *f = field_find(walk->type, walk->last, local, true);
    if (!f) {
        walk->ok = complain(walk->reading, walk->error, walk->element, local, tr("没有这个属性，请删除或改正拼写", "unknown; remove it or correct the spelling"));
        return;
    }
    walk->seen |= field_bit(walk->type, f);
    walk->last = f;
    if (parse_simple(walk->reading, f, walk->record, value))
        return;
    g_autofree char *range = range_text(f);
    g_autofree char *problem = g_strdup_printf(tr("“%s”有误，%s", "'%s' %s"), value, range);
    walk->ok = complain(walk->reading, walk->error, walk->element, local, problem);
}

static gboolean check_required(AttributeWalk *walk, bool attributes)
{
    for (const RecordField *f = walk->type->fields; f->name; f++) {
        if (!(f->flags & REC_REQUIRED) || (walk->seen & field_bit(walk->type, f)) || is_attribute(f) != attributes)
            continue;
        g_autofree char *range = attributes ? range_text(f) : NULL;
        g_autofree char *problem = attributes ? g_strdup_printf(tr("缺少，请补上；%s", "is missing; it %s"), range)
                                              : g_strdup_printf(tr("缺少 <%s>，请补上", "<%s> is missing; add it"), f->name);
        return complain(walk->reading, walk->error, walk->element, attributes ? f->name : NULL, problem);
    }
    return TRUE;
}

static gboolean read_struct(Reading *r, const RecordType *type, const char *element, gpointer record, GError **error);

/* The text content of the element just opened; NULL on a fault or when there is an element inside. */
static char *read_text_element(Reading *r, const char *element, GError **error)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (;;) {
        XmlEvent event = xml_reader_next(r->xml, error);
        if (event == XML_END)
            return g_string_free(g_steal_pointer(&text), FALSE);
        if (event != XML_TEXT) {
            if (event != XML_FAULT)
                complain(r, error, element, NULL, tr("其中只能有文字，请删除里面的元素", "may hold text only; remove the elements inside"));
            return NULL;
        }
        g_string_append(text, xml_reader_text(r->xml));
    }
}

static gboolean read_child(Reading *r, const RecordField *f, gpointer record, GError **error)
{
    if (f->kind == REC_STRINGS) {
        char *text = read_text_element(r, f->name, error);
        if (text)
            g_ptr_array_add(MEMBER(record, f, GPtrArray *), text);
        return text != NULL;
    }
    if (f->kind == REC_CHILD && MEMBER(record, f, gpointer))
        return complain(r, error, f->name, NULL, tr("重复出现，请只保留一个", "appears twice; keep one"));
    gpointer inner = record_new(f->child);
    if (!read_struct(r, f->child, f->name, inner, error)) {
        (r->stored ? record_free_stored : record_free)(f->child, inner);
        return FALSE;
    }
    if (f->kind == REC_CHILD)
        MEMBER(record, f, gpointer) = inner;
    else
        g_ptr_array_add(MEMBER(record, f, GPtrArray *), inner);
    return TRUE;
}

static const RecordField *text_field(const RecordType *type)
{
    for (const RecordField *f = type->fields; f->name; f++)
        if (f->kind == REC_TEXT)
            return f;
    return NULL;
}

static gboolean read_element(Reading *r, AttributeWalk *walk, GError **error)
{
    const RecordField *f = field_find(walk->type, walk->last, xml_reader_name(r->xml), false);
    if (!f || f->kind == REC_TEXT) {
        g_autofree char *problem = g_strdup_printf(tr("其中不应有 <%s>，请删除或改正拼写", "may not hold <%s>; remove it or correct the spelling"), xml_reader_name(r->xml));
        return complain(r, error, walk->element, NULL, problem);
    }
    walk->seen |= field_bit(walk->type, f);
    walk->last = f;
    return read_child(r, f, walk->record, error);
}

static gboolean read_text(Reading *r, AttributeWalk *walk, GString *text, GError **error)
{
    const char *piece = xml_reader_text(r->xml);
    if (text) {
        g_string_append(text, piece);
        return TRUE;
    }
    if (piece[strspn(piece, " \t\r\n")] == '\0')
        return TRUE;
    return complain(r, error, walk->element, NULL, tr("其中不应有文字，请删除或移入注释", "may not hold text; remove it or make it a comment"));
}

static gboolean read_content(Reading *r, AttributeWalk *walk, GError **error)
{
    const RecordField *holder = text_field(walk->type);
    g_autoptr(GString) text = holder ? g_string_new(NULL) : NULL;
    for (;;) {
        gboolean ok;
        switch (xml_reader_next(r->xml, error)) {
        case XML_START:
            ok = read_element(r, walk, error);
            break;
        case XML_TEXT:
            ok = read_text(r, walk, text, error);
            break;
        case XML_END:
            if (holder && text->len > 0)
                MEMBER(walk->record, holder, char *) = g_strdup(text->str);
            return TRUE;
        default:
            return FALSE;
        }
        if (!ok)
            return FALSE;
    }
}

static gboolean read_struct(Reading *r, const RecordType *type, const char *element, gpointer record, GError **error)
{
    AttributeWalk walk = {.reading = r, .type = type, .element = element, .record = record,
                          .last = type->fields, .error = error, .ok = TRUE};
    if (++r->depth > RECORD_DEPTH_MAX)
        return complain(r, error, element, NULL, tr("嵌套过深，请检查是否选错了文件", "is nested too deeply; is this the right file?"));
    xml_reader_each_attribute(r->xml, read_attribute, &walk);
    if (!walk.ok || !check_required(&walk, true))
        return FALSE;
    if (!read_content(r, &walk, error) || !check_required(&walk, false))
        return FALSE;
    r->depth--;
    return TRUE;
}

/* Nothing but blanks and comments follows the root: what does is another file's, or half of an edit. */
static gboolean read_end(Reading *r, GError **error)
{
    XmlEvent event;
    while ((event = xml_reader_next(r->xml, error)) == XML_TEXT)
        continue;
    return event == XML_DONE;
}

static gpointer parse(const RecordType *type, const void *data, size_t size, const char *name, bool stored,
                      GError **error)
{
    g_autoptr(XmlReader) xml = xml_reader_new(data, size, name);
    Reading reading = {.xml = xml, .name = name, .stored = stored};
    const char *ns = type->xmlns ? type->xmlns : ""; /* an inner type may stand alone in memory */
    XmlEvent event;
    while ((event = xml_reader_next(xml, error)) == XML_TEXT)
        continue;
    if (event != XML_START)
        return NULL;
    if (strcmp(xml_reader_name(xml), type->element) != 0 || strcmp(xml_reader_namespace(xml), ns) != 0) {
        fault_input(error, FAULT_BAD, tr("%s：根元素应为 <%s xmlns=\"%s\">，请检查是否选错了文件", "%s: the root element must be <%s xmlns=\"%s\">; is this the right file?"), name,
                    type->element, ns);
        return NULL;
    }
    gpointer record = record_new(type);
    if (read_struct(&reading, type, type->element, record, error) && read_end(&reading, error))
        return record;
    (stored ? record_free_stored : record_free)(type, record);
    return NULL;
}

gpointer record_parse(const RecordType *type, const void *data, size_t size, const char *name, GError **error)
{
    return parse(type, data, size, name, false, error);
}

gpointer record_parse_stored(const RecordType *type, const void *data, size_t size, const char *name,
                             GError **error)
{
    return parse(type, data, size, name, true, error);
}

gpointer record_read(const RecordType *type, const char *path, GError **error)
{
    g_autoptr(FileView) view = file_view(path, RECORD_BYTES_MAX, error);
    return view ? record_parse(type, view->data, view->size, path, error) : NULL;
}
