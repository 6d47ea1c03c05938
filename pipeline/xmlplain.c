#include "xmlplain.h"

#include <stdint.h>
#include <string.h>

/* What a byte may be; nothing is what XML cannot hold, and '\r', which it reads as '\n'.  Easy are those of values
 * and texts that neither end them nor need a second look. */
enum {
    BYTE_VALUE = 1,
    BYTE_BREAK = 2,
    BYTE_HIGH = 4,
    BYTE_NAME = 8,
    BYTE_FIRST = 16,
    BYTE_EASY = 32,
    KIND_EASY = BYTE_VALUE | BYTE_EASY,
    KIND_NAME = KIND_EASY | BYTE_NAME,
    KIND_FIRST = KIND_NAME | BYTE_FIRST
};
static const uint8_t byte_kinds[256] = {
    ['\t'] = BYTE_BREAK,
    ['\n'] = BYTE_BREAK,
    [' ' ... '!'] = KIND_EASY,
    ['"'] = BYTE_VALUE,
    ['#' ... '%'] = KIND_EASY,
    ['&' ... '\''] = BYTE_VALUE,
    ['(' ... ','] = KIND_EASY,
    ['-' ... '.'] = KIND_NAME,
    ['/'] = KIND_EASY,
    ['0' ... '9'] = KIND_NAME,
    [':' ... ';'] = KIND_EASY,
    ['<'] = BYTE_VALUE,
    ['=' ... '@'] = KIND_EASY,
    ['A' ... 'Z'] = KIND_FIRST,
    ['[' ... '^'] = KIND_EASY,
    ['_'] = KIND_FIRST,
    ['`'] = KIND_EASY,
    ['a' ... 'z'] = KIND_FIRST,
    ['{' ... 0x7F] = KIND_EASY,
    [0x80 ... 0xFF] = BYTE_VALUE | BYTE_HIGH,
};

enum { SLICE_MAX = 1 << 20 }; /* bytes of a value or text: far below what libxml2 takes */

static const struct {
    const char *spelt;
    char meant;
} references[] = {{"&amp;", '&'},   {"&lt;", '<'},  {"&gt;", '>'},   {"&quot;", '"'},
                  {"&apos;", '\''}, {"&#9;", '\t'}, {"&#10;", '\n'}, {"&#13;", '\r'}};

static int kind_of(const char *byte)
{
    return byte_kinds[(unsigned char)*byte];
}

static bool slice_is(PlainSlice slice, const char *text)
{
    return slice.size == strlen(text) && memcmp(slice.at, text, slice.size) == 0;
}

static bool same(PlainSlice a, PlainSlice b)
{
    return a.size == b.size && memcmp(a.at, b.at, a.size) == 0;
}

static bool looking_at(const Plain *self, const char *text)
{
    size_t size = strlen(text);
    return (size_t)(self->end - self->at) >= size && memcmp(self->at, text, size) == 0;
}

static bool pass(Plain *self, const char *text)
{
    bool there = looking_at(self, text);
    self->at += there ? strlen(text) : 0;
    return there;
}

/* ---- characters ---- */

/* The reference at AT; -1 when it is none that is plain. */
static int reference_at(const char *at, const char *end)
{
    for (int i = 0; i < (int)G_N_ELEMENTS(references); i++) {
        size_t size = strlen(references[i].spelt);
        if ((size_t)(end - at) >= size && memcmp(at, references[i].spelt, size) == 0)
            return i;
    }
    return -1;
}

static bool references_are_plain(PlainSlice slice)
{
    const char *end = slice.at + slice.size;
    for (const char *at = slice.at; (at = memchr(at, '&', (size_t)(end - at))) != NULL; at++)
        if (reference_at(at, end) < 0)
            return false;
    return true;
}

/* Whether bytes beyond ASCII are UTF-8, and no character that XML cannot hold: only U+FFFE and U+FFFF are. */
static bool is_text(PlainSlice slice)
{
    if (!g_utf8_validate_len(slice.at, slice.size, NULL))
        return false;
    const char *end = slice.at + slice.size;
    for (const char *at = slice.at; (at = memchr(at, 0xEF, (size_t)(end - at))) != NULL; at++)
        if (at[1] == '\xBF' && ((unsigned char)at[2] & 0xFE) == 0xBE)
            return false;
    return true;
}

/* Passes what goes on to the next STOP or OTHER, which must come; false when it is not made of ALLOWED bytes
 * and plain references. */
static bool pass_until(Plain *self, char stop, char other, int allowed, PlainSlice *passed)
{
    const char *at = self->at;
    int seen = 0, line = self->line;
    bool referring = false;
    for (;; at++) {
        while (at < self->end && (kind_of(at) & BYTE_EASY))
            at++;
        if (at == self->end || *at == stop || *at == other)
            break;
        if (!(kind_of(at) & allowed))
            return false;
        seen |= kind_of(at);
        referring |= *at == '&';
        line += *at == '\n';
    }
    *passed = (PlainSlice){self->at, (size_t)(at - self->at)};
    self->at = at;
    self->line = line;
    return at < self->end && passed->size <= SLICE_MAX && (!(seen & BYTE_HIGH) || is_text(*passed)) &&
           (!referring || references_are_plain(*passed));
}

static bool pass_blanks(Plain *self)
{
    const char *before = self->at;
    for (; self->at < self->end && (*self->at == ' ' || *self->at == '\n' || *self->at == '\t'); self->at++)
        self->line += *self->at == '\n';
    return self->at > before;
}

static bool pass_name(Plain *self, PlainSlice *name)
{
    const char *at = self->at;
    if (at < self->end && (kind_of(at) & BYTE_FIRST))
        while (at < self->end && (kind_of(at) & BYTE_NAME))
            at++;
    *name = (PlainSlice){self->at, (size_t)(at - self->at)};
    self->at = at;
    return name->size > 0;
}

/* The comment at AT; "--" may stand in none. */
static bool pass_comment(Plain *self)
{
    self->at += strlen("<!--");
    const char *close = memmem(self->at, (size_t)(self->end - self->at), "--", 2);
    PlainSlice comment = {self->at, close ? (size_t)(close - self->at) : 0};
    for (size_t i = 0; i < comment.size; i++) {
        if (!(kind_of(comment.at + i) & (BYTE_VALUE | BYTE_BREAK)))
            return false;
        self->line += comment.at[i] == '\n';
    }
    self->at = close;
    return close && is_text(comment) && pass(self, "-->");
}

/* ---- elements ---- */

static bool take_namespace(Plain *self, PlainSlice value)
{
    static const char ours[] = "urn:anjuan:";
    size_t size = strlen(ours);
    if (self->depth > 0 || self->ns.at || value.size <= size || memcmp(value.at, ours, size) != 0)
        return false;
    for (size_t i = size; i < value.size; i++)
        if (!(kind_of(value.at + i) & BYTE_NAME))
            return false;
    self->ns = value;
    return true;
}

static bool take_attribute(Plain *self)
{
    PlainAttribute one;
    if (!pass_name(self, &one.name) || !pass(self, "=") || self->at == self->end)
        return false;
    char quote = *self->at++;
    if ((quote != '"' && quote != '\'') || !pass_until(self, quote, '<', BYTE_VALUE, &one.value) ||
        *self->at++ != quote)
        return false;
    if (slice_is(one.name, "xmlns"))
        return take_namespace(self, one.value);
    for (guint i = 0; i < self->attribute_count; i++)
        if (same(self->attributes[i].name, one.name))
            return false;
    if (self->attribute_count == PLAIN_ATTRIBUTES_MAX)
        return false;
    self->attributes[self->attribute_count++] = one;
    return true;
}

/* Behind "<". */
static PlainEvent take_start(Plain *self)
{
    self->attribute_count = 0;
    if (self->depth == PLAIN_DEPTH_MAX || !pass_name(self, &self->name))
        return PLAIN_ODD;
    bool parted = pass_blanks(self);
    while (!looking_at(self, ">") && !looking_at(self, "/>")) {
        if (!parted || !take_attribute(self))
            return PLAIN_ODD;
        parted = pass_blanks(self);
    }
    if (!self->ns.at)
        return PLAIN_ODD;
    self->closes = pass(self, "/");
    self->at++;
    self->begun = true;
    self->open[self->depth++] = self->name;
    return PLAIN_START;
}

static PlainEvent close_element(Plain *self)
{
    self->closes = false;
    self->name = self->open[--self->depth];
    return PLAIN_END;
}

/* Behind "</". */
static PlainEvent take_end(Plain *self)
{
    PlainSlice name;
    if (!pass_name(self, &name) || self->depth == 0 || !same(name, self->open[self->depth - 1]))
        return PLAIN_ODD;
    pass_blanks(self);
    return pass(self, ">") ? close_element(self) : PLAIN_ODD;
}

/* libxml2 tells of a text the line where its first piece ends: that goes as far as there is ASCII or, where
 * it begins beyond ASCII, to the next mark-up or three hundred bytes. */
static int line_of_text(PlainSlice text, int line)
{
    enum { PIECE_BYTES = 300 };
    bool ascii = !(kind_of(text.at) & BYTE_HIGH);
    for (size_t i = 0; i < text.size && text.at[i] != '&'; i++) {
        if (ascii ? (kind_of(text.at + i) & BYTE_HIGH) != 0 : i >= PIECE_BYTES)
            break;
        line += text.at[i] == '\n';
    }
    return line;
}

static PlainEvent take_text(Plain *self)
{
    int line = self->line;
    if (!pass_until(self, '<', '<', BYTE_VALUE | BYTE_BREAK, &self->text) ||
        memmem(self->text.at, self->text.size, "]]>", 3))
        return PLAIN_ODD;
    self->text_line = line_of_text(self->text, line);
    return PLAIN_TEXT;
}

/* ---- the document ---- */

void plain_begin(Plain *plain, const char *data, size_t size)
{
    plain->at = data;
    plain->end = data + size;
    plain->line = 1;
    plain->depth = 0;
    plain->begun = plain->closes = false;
    plain->ns = (PlainSlice){NULL, 0};
    pass(plain, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
}

PlainEvent plain_next(Plain *self)
{
    if (self->closes)
        return close_element(self);
    for (;;) {
        if (self->depth == 0)
            pass_blanks(self);
        if (self->at == self->end)
            return self->begun && self->depth == 0 ? PLAIN_DONE : PLAIN_ODD;
        if (looking_at(self, "<!--")) {
            if (!pass_comment(self))
                return PLAIN_ODD;
        } else if (pass(self, "</")) {
            return take_end(self);
        } else if (self->depth == 0 && self->begun) {
            return PLAIN_ODD;
        } else if (pass(self, "<")) {
            return take_start(self);
        } else {
            return self->depth > 0 ? take_text(self) : PLAIN_ODD;
        }
    }
}

void plain_append(GString *texts, PlainSlice raw)
{
    const char *from = raw.at, *end = raw.at + raw.size, *at;
    while ((at = memchr(from, '&', (size_t)(end - from))) != NULL) {
        int reference = reference_at(at, end);
        g_string_append_len(texts, from, at - from);
        g_string_append_c(texts, references[reference].meant);
        from = at + strlen(references[reference].spelt);
    }
    g_string_append_len(texts, from, end - from);
}
