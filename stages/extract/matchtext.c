#include "matchtext.h"

#include <string.h>

#include <glib.h>

#include "text.h"

enum { GAP_NONE, GAP_THIN, GAP_WIDE, GAP_BREAK };

static gunichar fold(gunichar c)
{
    if (c == 0x3000) /* wide: people part labels with it */
        return c;
    c = text_fold_width(c);
    switch (c) {
    case '[': case 0x3010: case 0x3016: case 0xFE5D: case 0x2772: return 0x3014;
    case ']': case 0x3011: case 0x3017: case 0xFE5E: case 0x2773: return 0x3015;
    case 0x25CB: case 0x25EF: return 0x3007;
    case 0xFFE5: return 0xA5;
    case 0xD7: case 0x2A2F: return '*';
    case 0x201C: case 0x201D: return '"';
    case 0x2013: case 0x2014: case 0x2015: case 0x2212: case 0x2010: case 0x2011: case 0x2500: return 0x2014;
    case 0xFE55: case 0x2236: return ':';
    case 0xFE66: return '=';
    default: return c;
    }
}

static int gap_of(gunichar c)
{
    if (c == '\n' || c == 0x2028 || c == 0x2029)
        return GAP_BREAK;
    if (c == '\t' || c == 0x3000 || c == 0x2003)
        return GAP_WIDE;
    return text_is_blank(c) ? GAP_THIN : GAP_NONE;
}

static void put(MatchText *match, gunichar c, uint32_t origin)
{
    int bytes = g_unichar_to_utf8(c, match->text + match->length);
    for (int i = 0; i < bytes; i++)
        match->origin[match->length++] = origin;
}

/* Bytes that LENGTH bytes of TEXT may take when folded, with the NUL. */
static size_t folded_room(const char *text, size_t length)
{
    size_t room = length + 1;
    for (size_t i = 0; i < length; i++)
        room += text[i] == '[' || text[i] == ']' ? 2 : 0; /* no other character grows when it is folded */
    return room;
}

void matchtext_init(MatchText *match, const char *text, size_t length)
{
    g_assert(length < UINT32_MAX);
    size_t room = folded_room(text, length);
    match->text = g_malloc(room);
    match->origin = g_new(uint32_t, room);
    match->length = 0;
    int gap = GAP_NONE;
    uint32_t gap_at = 0;
    for (const char *p = text; p < text + length; p = g_utf8_next_char(p)) {
        gunichar c = fold(g_utf8_get_char(p));
        int kind = gap_of(c);
        uint32_t at = (uint32_t)(p - text);
        if (kind != GAP_NONE) {
            gap_at = gap == GAP_NONE ? at : gap_at;
            gap = gap == GAP_THIN && kind == GAP_THIN ? GAP_WIDE : MAX(gap, kind);
            continue;
        }
        if (gap >= GAP_WIDE && match->length > 0)
            put(match, gap == GAP_BREAK ? '\n' : ' ', gap_at);
        gap = GAP_NONE;
        put(match, c, at);
    }
    match->text[match->length] = '\0';
    match->origin[match->length] = (uint32_t)length;
}

void matchtext_clear(MatchText *match)
{
    g_free(match->text);
    g_free(match->origin);
    *match = (MatchText){0};
}

char *matchtext_quote(const MatchText *match, const char *original, size_t start, size_t end)
{
    size_t from = match->origin[start], to = end > start ? match->origin[end - 1] : from;
    if (end > start)
        to += (size_t)(g_utf8_next_char(original + to) - (original + to));
    return g_strndup(original + from, to - from);
}

char *matchtext_squeeze(const char *text)
{
    char *squeezed = g_malloc(folded_room(text, strlen(text))), *end = squeezed;
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = fold(g_utf8_get_char(p));
        if (gap_of(c) == GAP_NONE)
            end += g_unichar_to_utf8(c, end);
    }
    *end = '\0';
    return squeezed;
}

const char *matchtext_part_before(const char *text, size_t at, const char *const *stops)
{
    const char *start = text;
    for (; *stops; stops++) {
        size_t length = strlen(*stops);
        const char *last = g_strrstr_len(text, (gssize)(at + length) - 1, *stops);
        start = last ? MAX(start, last + length) : start;
    }
    return start;
}

void matchtext_sentence(const char *text, size_t at, size_t *start, size_t *end)
{
    static const char stop[] = "。";
    const char *next = strstr(text + at, stop);
    *start = (size_t)(matchtext_part_before(text, at, (const char *const[]){stop, NULL}) - text);
    *end = next ? (size_t)(next - text) : at + strlen(text + at);
}
