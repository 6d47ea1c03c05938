#include "xmlquick.h"

#include <string.h>

#define XML_NAMESPACE "http://www.w3.org/XML/1998/namespace"

/* What exceeds these is left to libxml2, whose own limits are the same or higher. */
enum {
    DEPTH_MAX = 200,
    ATTRIBUTES_MAX = 100, /* of a tag, declarations among them */
    NAMESPACES_MAX = 300, /* in scope */
    NAME_BYTES_MAX = 200,
    NAMES_MAX = 1000, /* different ones in a document */
    NAME_PLACES = 2048,
    TRIES_MAX = 64, /* until the place of a name is found */
    TEXT_BYTES_MAX = 1000000
};

/* A name that was met.  Each is kept once, so that equal names are equal pointers. */
typedef struct {
    const char *whole, *local, *prefix; /* PREFIX is "" where there is none */
    size_t size;
} Name;

typedef struct {
    const char *prefix, *ns; /* kept once as well */
} Namespace;

typedef struct {
    const Name *name;
    const char *ns, *tag_end;
    guint namespaces; /* in scope outside of it */
} OpenTag;

typedef struct {
    const Name *name;
    size_t value; /* where in the texts */
} Given;

struct XmlQuick {
    const char *data, *at, *end;
    const char *place;           /* where the event given last stands, for its line */
    const char *counted;         /* lines are counted up to here */
    int line;                    /* of that */
    Name *names[NAME_PLACES];    /* by their hash */
    guint name_count;
    GStringChunk *strings;
    GArray *open;       /* OpenTag */
    GArray *namespaces; /* Namespace, the innermost last */
    GArray *given;      /* Given, of the tag in hand */
    GArray *attributes; /* XmlQuickAttribute, of the event given last */
    GString *texts;     /* of the event given last */
    XmlQuickEvent event;
    bool empty; /* the event given last begins an element without content */
    bool ended; /* the root is closed */
};

/* ---- bytes ---- */

enum { NAME_FIRST = 1, NAME_PART = 2, BLANK = 4, PLAIN = 8 }; /* PLAIN: stands for itself, in texts and in values */

static const guint8 classes[256] = {
    ['\t'] = BLANK,
    ['\n'] = BLANK,
    ['\r'] = BLANK,
    [' '] = BLANK | PLAIN,
    ['!'] = PLAIN, /* not the quotes, '&', '<' and ']' */
    ['#' ... '%'] = PLAIN,
    ['(' ... ','] = PLAIN,
    ['-' ... '.'] = PLAIN | NAME_PART,
    ['/'] = PLAIN,
    ['0' ... '9'] = PLAIN | NAME_PART,
    [':' ... ';'] = PLAIN,
    ['=' ... '@'] = PLAIN,
    ['A' ... 'Z'] = PLAIN | NAME_FIRST | NAME_PART,
    ['['] = PLAIN,
    ['\\'] = PLAIN,
    ['^'] = PLAIN,
    ['_'] = PLAIN | NAME_FIRST | NAME_PART,
    ['`'] = PLAIN,
    ['a' ... 'z'] = PLAIN | NAME_FIRST | NAME_PART,
    ['{' ... 0x7F] = PLAIN,
};

static bool is_of(const XmlQuick *self, const char *at, guint8 class)
{
    return at < self->end && (classes[(guint8)*at] & class) != 0;
}

static bool looking_at(const XmlQuick *self, const char *at, const char *text)
{
    size_t size = strlen(text);
    return (size_t)(self->end - at) >= size && memcmp(at, text, size) == 0;
}

static bool skip(XmlQuick *self, const char *text)
{
    bool there = looking_at(self, self->at, text);
    self->at += there ? strlen(text) : 0;
    return there;
}

static bool skip_blanks(XmlQuick *self)
{
    const char *from = self->at;
    while (is_of(self, self->at, BLANK))
        self->at++;
    return self->at > from;
}

/* The bytes of the character at AT, which is not ASCII; 0 when it is broken or XML cannot hold it. */
static size_t wide_character(const XmlQuick *self, const char *at)
{
    const guint8 *p = (const guint8 *)at;
    size_t left = (size_t)(self->end - at), size = p[0] >= 0xF0 ? 4 : p[0] >= 0xE0 ? 3 : 2;
    if (left < size || p[0] < 0xC2 || p[0] > 0xF4)
        return 0;
    for (size_t i = 1; i < size; i++)
        if ((p[i] & 0xC0) != 0x80)
            return 0;
    bool overlong = (p[0] == 0xE0 && p[1] < 0xA0) || (p[0] == 0xF0 && p[1] < 0x90);
    bool beyond = (p[0] == 0xED && p[1] >= 0xA0) || (p[0] == 0xF4 && p[1] >= 0x90);
    bool no_character = p[0] == 0xEF && p[1] == 0xBF && p[2] >= 0xBE;
    return overlong || beyond || no_character ? 0 : size;
}

/* Moves over what stands for itself, and adds it to the texts. */
static void take_plain(XmlQuick *self)
{
    const char *from = self->at;
    size_t wide;
    for (;;) {
        while (is_of(self, self->at, PLAIN))
            self->at++;
        if (self->at >= self->end || (guint8)*self->at < 0x80 || (wide = wide_character(self, self->at)) == 0)
            break;
        self->at += wide;
    }
    g_string_append_len(self->texts, from, self->at - from);
}

static bool take_number(XmlQuick *self)
{
    bool hexadecimal = skip(self, "x");
    gunichar c = 0;
    const char *from = self->at;
    for (; self->at < self->end && *self->at != ';' && c <= 0x10FFFF; self->at++) {
        int digit = hexadecimal ? g_ascii_xdigit_value(*self->at) : g_ascii_digit_value(*self->at);
        if (digit < 0)
            return false;
        c = c * (hexadecimal ? 16 : 10) + (gunichar)digit;
    }
    bool fits = c >= 0x20 ? c <= 0xD7FF || (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF)
                          : c == '\t' || c == '\n' || c == '\r';
    if (self->at == from || !fits || !skip(self, ";"))
        return false;
    g_string_append_unichar(self->texts, c);
    return true;
}

/* The reference at the "&", resolved; false when it is none of the five and no number. */
static bool take_reference(XmlQuick *self)
{
    static const struct { const char *name; char means; } known[] = {
        {"amp;", '&'}, {"lt;", '<'}, {"gt;", '>'}, {"quot;", '"'}, {"apos;", '\''}};
    self->at++;
    if (skip(self, "#"))
        return take_number(self);
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
        if (skip(self, known[i].name)) {
            g_string_append_c(self->texts, known[i].means);
            return true;
        }
    return false;
}

/* ---- names and namespaces ---- */

/* The place of the SIZE bytes at TEXT among the names; NULL when there is no room for them. */
static Name **name_place(XmlQuick *self, const char *text, size_t size)
{
    guint hash = (guint)size;
    for (size_t i = 0; i < size; i++)
        hash = hash * 33 + (guint8)text[i];
    for (guint i = 0; i < TRIES_MAX; i++) {
        Name **place = &self->names[(hash + i) % NAME_PLACES];
        if (!*place || ((*place)->size == size && memcmp((*place)->whole, text, size) == 0))
            return place;
    }
    return NULL;
}

static const Name *name_keep(XmlQuick *self, const char *text, size_t size)
{
    Name **place = name_place(self, text, size);
    if (!place || *place)
        return place ? *place : NULL;
    if (size > NAME_BYTES_MAX || self->name_count == NAMES_MAX)
        return NULL;
    Name *name = g_new(Name, 1);
    const char *whole = g_string_chunk_insert_len(self->strings, text, (gssize)size), *colon = strchr(whole, ':');
    *name = (Name){whole, colon ? colon + 1 : whole, "", size};
    if (colon)
        name->prefix = g_string_chunk_insert_len(self->strings, whole, colon - whole);
    self->name_count++;
    *place = name;
    return name;
}

/* The name ahead, with its prefix; NULL when there is none, or it is not of ASCII letters. */
static const Name *take_name(XmlQuick *self)
{
    const char *from = self->at;
    for (int parts = 0; parts < 2; parts++) {
        if (!is_of(self, self->at, NAME_FIRST))
            return NULL;
        while (is_of(self, self->at, NAME_PART))
            self->at++;
        if (self->at >= self->end || *self->at != ':')
            return name_keep(self, from, (size_t)(self->at - from));
        self->at++;
    }
    return NULL;
}

/* The namespace of PREFIX; NULL when it is not declared. */
static const char *namespace_of(const XmlQuick *self, const char *prefix)
{
    for (guint i = self->namespaces->len; i > 0; i--) {
        const Namespace *one = &g_array_index(self->namespaces, Namespace, i - 1);
        if (strcmp(one->prefix, prefix) == 0)
            return one->ns;
    }
    return strcmp(prefix, "xml") == 0 ? XML_NAMESPACE : *prefix ? NULL : "";
}

/* Declares what the attribute NAME of VALUE declares, in a tag that opens when OUTER are in scope. */
static bool declare(XmlQuick *self, const Name *name, const char *value, guint outer)
{
    Namespace added = {*name->prefix ? name->local : "", g_string_chunk_insert_const(self->strings, value)};
    bool reserved = g_str_has_prefix(added.prefix, "xml") || g_str_has_prefix(value, "http://www.w3.org/XML/") ||
                    g_str_has_prefix(value, "http://www.w3.org/2000/xmlns");
    if (reserved || (*added.prefix && !*value) || self->namespaces->len == NAMESPACES_MAX)
        return false;
    for (guint i = outer; i < self->namespaces->len; i++)
        if (strcmp(g_array_index(self->namespaces, Namespace, i).prefix, added.prefix) == 0)
            return false;
    g_array_append_val(self->namespaces, added);
    return true;
}

/* ---- tags ---- */

static bool is_declaration(const Name *name)
{
    return strcmp(*name->prefix ? name->prefix : name->whole, "xmlns") == 0;
}

/* The value ahead, added to the texts with a NUL. */
static bool take_value(XmlQuick *self)
{
    if (self->at >= self->end || (*self->at != '"' && *self->at != '\''))
        return false;
    char quote = *self->at++;
    while (self->at < self->end && *self->at != quote) {
        switch (*self->at) {
        case '&':
            if (!take_reference(self))
                return false;
            break;
        case '\t':
        case '\n':
            g_string_append_c(self->texts, ' ');
            self->at++;
            break;
        case '"':
        case '\'':
        case ']':
            g_string_append_c(self->texts, *self->at++);
            break;
        default: {
            const char *from = self->at;
            take_plain(self);
            if (self->at == from)
                return false;
        }
        }
    }
    g_string_append_c(self->texts, '\0');
    return self->at++ < self->end;
}

/* The attribute ahead, which may declare a namespace. */
static bool take_attribute(XmlQuick *self, guint outer)
{
    Given given = {take_name(self), self->texts->len};
    if (!given.name || self->given->len == ATTRIBUTES_MAX)
        return false;
    skip_blanks(self);
    if (!skip(self, "="))
        return false;
    skip_blanks(self);
    if (!take_value(self))
        return false;
    if (is_declaration(given.name))
        return declare(self, given.name, self->texts->str + given.value, outer);
    g_array_append_val(self->given, given);
    return true;
}

/* The attributes of the tag in hand, once all its namespaces are known; false when two are the same. */
static bool name_attributes(XmlQuick *self)
{
    g_array_set_size(self->attributes, 0);
    for (guint i = 0; i < self->given->len; i++) {
        const Given *given = &g_array_index(self->given, Given, i);
        const char *prefix = given->name->prefix, *ns = *prefix ? namespace_of(self, prefix) : "";
        if (!ns)
            return false;
        XmlQuickAttribute added = {ns, given->name->local, self->texts->str + given->value};
        for (guint j = 0; j < i; j++) {
            const XmlQuickAttribute *other = &g_array_index(self->attributes, XmlQuickAttribute, j);
            if (strcmp(other->name, added.name) == 0 && strcmp(other->ns, added.ns) == 0)
                return false;
        }
        g_array_append_val(self->attributes, added);
    }
    return true;
}

static XmlEvent give_start(XmlQuick *self, const Name *name, guint outer)
{
    OpenTag open = {name, namespace_of(self, name->prefix), self->at, outer};
    self->empty = skip(self, "/");
    if (!skip(self, ">") || !open.ns || self->open->len == DEPTH_MAX || !name_attributes(self))
        return XML_FAULT;
    self->event = (XmlQuickEvent){.type = XML_START, .depth = (int)self->open->len,
                                  .ns = open.ns, .name = name->local, .text = "",
                                  .attributes = (const XmlQuickAttribute *)(void *)self->attributes->data,
                                  .attribute_count = self->attributes->len};
    self->place = open.tag_end;
    g_array_append_val(self->open, open);
    return XML_START;
}

static XmlEvent read_start(XmlQuick *self)
{
    guint outer = self->namespaces->len;
    const Name *name = take_name(self);
    if (!name)
        return XML_FAULT;
    g_array_set_size(self->given, 0);
    while (skip_blanks(self) && is_of(self, self->at, NAME_FIRST))
        if (!take_attribute(self, outer))
            return XML_FAULT;
    return give_start(self, name, outer);
}

static XmlEvent give_end(XmlQuick *self)
{
    const OpenTag open = g_array_index(self->open, OpenTag, self->open->len - 1);
    g_array_set_size(self->open, self->open->len - 1);
    g_array_set_size(self->namespaces, open.namespaces);
    self->empty = false;
    self->ended = self->open->len == 0;
    self->event = (XmlQuickEvent){.type = XML_END, .depth = (int)self->open->len,
                                  .ns = open.ns, .name = open.name->local, .text = ""};
    self->place = open.tag_end;
    return XML_END;
}

static XmlEvent read_end(XmlQuick *self)
{
    const OpenTag *open = &g_array_index(self->open, OpenTag, self->open->len - 1);
    if (!skip(self, open->name->whole))
        return XML_FAULT;
    skip_blanks(self);
    return skip(self, ">") ? give_end(self) : XML_FAULT;
}

/* ---- what stands between tags ---- */

/* Moves behind the comment ahead. */
static bool skip_comment(XmlQuick *self)
{
    const char *from = self->at + strlen("<!--");
    for (self->at = from;;) {
        if (looking_at(self, self->at, "--"))
            return skip(self, "-->");
        if (self->at >= self->end)
            return false;
        guint8 c = (guint8)*self->at;
        size_t size = c >= 0x80 ? wide_character(self, self->at) : c >= 0x20 || (classes[c] & BLANK) ? 1 : 0;
        if (size == 0 || self->at - from > TEXT_BYTES_MAX)
            return false;
        self->at += size;
    }
}

/* One byte that stands for itself in a text, but not everywhere. */
static bool take_sign(XmlQuick *self)
{
    static const char signs[] = {'\t', '\n', '"', '\'', ']'};
    if (self->at >= self->end || !memchr(signs, *self->at, sizeof signs) || looking_at(self, self->at, "]]>"))
        return false;
    g_string_append_c(self->texts, *self->at++);
    return true;
}

/* The text up to the next tag; comments in it do not part it. */
static bool take_text(XmlQuick *self)
{
    while (self->at < self->end) {
        const char *from = self->at;
        bool ok = true;
        if (*from == '&')
            ok = take_reference(self);
        else if (looking_at(self, from, "<!--"))
            ok = skip_comment(self);
        else if (*from == '<') /* "<!" or "<?" may go on with the text */
            return looking_at(self, from, "</") || is_of(self, from + 1, NAME_FIRST);
        else
            take_plain(self);
        if (!ok || (self->at == from && !take_sign(self)) || self->texts->len > TEXT_BYTES_MAX)
            return false;
    }
    return false;
}

/* Where libxml2 first tells of the text from FROM on. */
static const char *first_told(const XmlQuick *self, const char *from)
{
    while (from < self->end && (guint8)*from < 0x80 && *from != '<' && *from != '&' && *from != ']')
        from++;
    return from;
}

static XmlEvent read_content(XmlQuick *self)
{
    const char *from = self->at;
    if (!take_text(self))
        return XML_FAULT;
    if (self->texts->len > 0) {
        self->event = (XmlQuickEvent){.type = XML_TEXT, .depth = (int)self->open->len,
                                      .ns = "", .name = "", .text = self->texts->str};
        self->place = from;
        return XML_TEXT;
    }
    return skip(self, "</") ? read_end(self) : skip(self, "<") ? read_start(self) : XML_FAULT;
}

/* Before the root and after it. */
static XmlEvent read_outside(XmlQuick *self)
{
    for (;;) {
        skip_blanks(self);
        if (!looking_at(self, self->at, "<!--"))
            break;
        if (!skip_comment(self))
            return XML_FAULT;
    }
    if (self->ended)
        return self->at == self->end ? XML_DONE : XML_FAULT;
    return skip(self, "<") ? read_start(self) : XML_FAULT;
}

/* ---- the reader ---- */

/* Moves behind the declaration ahead, when it is one of the usual ones, or none. */
static bool skip_declaration(XmlQuick *self)
{
    static const char *const usual[] = {"encoding=\"UTF-8\"", "encoding='UTF-8'",
                                        "encoding=\"utf-8\"", "encoding='utf-8'"};
    if (!looking_at(self, self->at, "<?"))
        return true;
    if (!skip(self, "<?xml version=\"1.0\"") && !skip(self, "<?xml version='1.0'"))
        return false;
    if (!skip(self, " "))
        return skip(self, "?>");
    bool known = false;
    for (size_t i = 0; i < G_N_ELEMENTS(usual) && !known; i++)
        known = skip(self, usual[i]);
    if (known && skip(self, " standalone="))
        known = skip(self, "\"yes\"") || skip(self, "'yes'") || skip(self, "\"no\"") || skip(self, "'no'");
    return known && skip(self, "?>");
}

XmlQuick *xmlquick_new(const void *data, size_t size)
{
    XmlQuick begin = {.data = data, .at = data, .end = (const char *)data + size};
    if (size < 8 || *begin.at != '<' || !skip_declaration(&begin))
        return NULL;
    XmlQuick *self = g_new(XmlQuick, 1);
    *self = begin;
    self->place = self->counted = self->data;
    self->line = 1;
    self->event = (XmlQuickEvent){.ns = "", .name = "", .text = ""};
    self->strings = g_string_chunk_new(4096);
    self->open = g_array_new(FALSE, FALSE, sizeof(OpenTag));
    self->namespaces = g_array_new(FALSE, FALSE, sizeof(Namespace));
    self->given = g_array_new(FALSE, FALSE, sizeof(Given));
    self->attributes = g_array_new(FALSE, FALSE, sizeof(XmlQuickAttribute));
    self->texts = g_string_sized_new(256);
    return self;
}

void xmlquick_free(XmlQuick *self)
{
    if (!self)
        return;
    for (guint i = 0; i < NAME_PLACES; i++)
        g_free(self->names[i]);
    g_string_chunk_free(self->strings);
    g_array_unref(self->open);
    g_array_unref(self->namespaces);
    g_array_unref(self->given);
    g_array_unref(self->attributes);
    g_string_free(self->texts, TRUE);
    g_free(self);
}

XmlEvent xmlquick_next(XmlQuick *self)
{
    if (self->empty)
        return give_end(self);
    g_string_truncate(self->texts, 0);
    return self->open->len > 0 ? read_content(self) : read_outside(self);
}

const XmlQuickEvent *xmlquick_event(const XmlQuick *self)
{
    return &self->event;
}

int xmlquick_line(XmlQuick *self)
{
    const char *place = self->event.type == XML_TEXT ? first_told(self, self->place) : self->place;
    if (place < self->counted) {
        self->counted = self->data;
        self->line = 1;
    }
    for (const char *p = self->counted; p < place && (p = memchr(p, '\n', (size_t)(place - p))) != NULL; p++)
        self->line++;
    self->counted = place;
    return self->line;
}
