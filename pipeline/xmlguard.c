#include "xmlguard.h"

#include <string.h>
#include <strings.h>

/* One unit of a document: a byte, or the two bytes of UTF-16. */
typedef struct {
    const unsigned char *at, *end;
    int width, low; /* bytes of a unit; which of them is the lower */
} Cursor;

static Cursor cursor_of(const void *data, size_t size)
{
    const unsigned char *bytes = data;
    bool wide = size >= 2 && (bytes[0] == 0 || bytes[1] == 0 || memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0);
    bool big = wide && (bytes[0] == 0 || bytes[0] == 0xFE);
    return (Cursor){bytes, bytes + size - (wide ? size % 2 : 0), wide ? 2 : 1, big ? 1 : 0};
}

/* The character at the cursor, when it is ASCII, else 0. */
static int unit(const Cursor *c)
{
    return c->width == 1 ? c->at[0] : c->at[1 - c->low] == 0 ? c->at[c->low] : 0;
}

/* Moves to the next SIGN; false at the end. */
static bool seek(Cursor *c, int sign)
{
    if (c->width == 1) {
        const unsigned char *found = c->at < c->end ? memchr(c->at, sign, (size_t)(c->end - c->at)) : NULL;
        c->at = found ? found : c->end;
        return found != NULL;
    }
    while (c->at < c->end && unit(c) != sign)
        c->at += 2;
    return c->at < c->end;
}

static bool looking_at(const Cursor *c, const char *text)
{
    Cursor ahead = *c;
    for (; *text; text++, ahead.at += ahead.width)
        if (ahead.at >= ahead.end || unit(&ahead) != (unsigned char)*text)
            return false;
    return true;
}

/* Moves behind the next TEXT, or to the end. */
static void skip_past(Cursor *c, const char *text)
{
    while (seek(c, *text)) {
        if (looking_at(c, text)) {
            c->at += strlen(text) * (size_t)c->width;
            return;
        }
        c->at += c->width;
    }
}

/* Moves behind the start tag at the cursor; false when it has more than MAX attributes. */
static bool pass_tag(Cursor *c, int max)
{
    int attributes = 0;
    for (; c->at < c->end; c->at += c->width) {
        int sign = unit(c);
        if (sign == '>')
            return true;
        if (sign != '"' && sign != '\'')
            continue;
        if (++attributes > max)
            return false;
        c->at += c->width;
        if (!seek(c, sign))
            return true;
    }
    return true;
}

/* The name behind "encoding=" of the XML declaration at the cursor; false when there is none or it is cut off. */
static bool declared_encoding(Cursor c, char *name, size_t room)
{
    if (!looking_at(&c, "<?xml"))
        return false;
    while (c.at < c.end && unit(&c) != '>' && !looking_at(&c, "encoding"))
        c.at += c.width;
    while (c.at < c.end && unit(&c) != '>' && unit(&c) != '"' && unit(&c) != '\'')
        c.at += c.width;
    int quote = c.at < c.end ? unit(&c) : '>';
    size_t length = 0;
    for (c.at += c.width; quote != '>' && c.at < c.end && unit(&c) != quote && length + 1 < room; c.at += c.width)
        name[length++] = (char)unit(&c);
    name[length] = '\0';
    return length > 0;
}

/* An encoding in which the signs of mark-up cannot hide from this file. */
static bool is_plain_encoding(const Cursor *c)
{
    static const char *const known[] = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "US-ASCII", "ASCII", "ISO-8859-1",
                                        "windows-1252", "GB18030", "GBK", "GB2312", "Big5", "utf8"};
    char name[32];
    if (looking_at(c, "Lo")) /* EBCDIC */
        return false;
    if (!declared_encoding(*c, name, sizeof name))
        return true;
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (strcasecmp(name, known[i]) == 0)
            return true;
    return false;
}

bool xmlguard_passes(const void *data, size_t size, int max_attributes)
{
    Cursor c = cursor_of(data, size);
    Cursor start = c;
    if (looking_at(&start, "\xEF\xBB\xBF")) {
        start.at += 3;
    } else if (c.width == 2 && c.end - c.at >= 2 && c.at[0] >= 0xFE) {
        start.at += 2;
    }
    if (!is_plain_encoding(&start))
        return false;
    while (seek(&c, '<')) {
        if (looking_at(&c, "<!--"))
            skip_past(&c, "-->");
        else if (looking_at(&c, "<![CDATA["))
            skip_past(&c, "]]>");
        else if (looking_at(&c, "<?"))
            skip_past(&c, "?>");
        else if (looking_at(&c, "<!DOCTYPE")) /* the parser comes no further */
            return true;
        else if (!pass_tag(&c, max_attributes))
            return false;
    }
    return true;
}
