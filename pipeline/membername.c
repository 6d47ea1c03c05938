#include "membername.h"

#include <string.h>

#include "archive.h"
#include "bytes.h"
#include "text.h"

#define UNICODE_PATH_FIELD 0x7075

struct NameDecoder {
    GIConv from_gb18030;
};

NameDecoder *name_decoder_new(void)
{
    NameDecoder *self = g_new0(NameDecoder, 1);
    self->from_gb18030 = g_iconv_open("UTF-8", "GB18030");
    g_assert(self->from_gb18030 != (GIConv)-1); /* part of every glibc */
    return self;
}

void name_decoder_free(NameDecoder *self)
{
    if (!self)
        return;
    g_iconv_close(self->from_gb18030);
    g_free(self);
}

/* g_utf8_validate takes NUL for the end; names with NUL are judged later and must be decoded first. */
static bool is_utf8(const char *bytes, size_t size)
{
    const char *end = bytes + size;
    while (bytes < end) {
        const char *stop;
        if (g_utf8_validate_len(bytes, (gsize)(end - bytes), &stop))
            return true;
        if (*stop != '\0')
            return false;
        bytes = stop + 1;
    }
    return true;
}

/* The text of the Unicode Path field, when there is one of version 1, made for this very name, and valid;
 * else NULL. */
static GString *decode_unicode_field(const uint8_t *raw, size_t size, const uint8_t *extra, size_t extra_size)
{
    while (extra_size >= 4) {
        size_t id = bytes_le16(extra), length = bytes_le16(extra + 2);
        extra += 4;
        extra_size -= 4;
        if (length > extra_size)
            return NULL;
        if (id == UNICODE_PATH_FIELD && length > 5 && extra[0] == 1 &&
            bytes_le32(extra + 1) == archive_crc32(raw, size) && is_utf8((const char *)extra + 5, length - 5))
            return g_string_new_len((const char *)extra + 5, (gssize)(length - 5));
        extra += length;
        extra_size -= length;
    }
    return NULL;
}

static GString *decode_gb18030(NameDecoder *self, const uint8_t *raw, size_t size)
{
    gsize got = 0;
    g_iconv(self->from_gb18030, NULL, NULL, NULL, NULL);
    g_autofree char *text =
        g_convert_with_iconv((const char *)raw, (gssize)size, self->from_gb18030, NULL, &got, NULL);
    return text && is_utf8(text, got) ? g_string_new_len(text, (gssize)got) : NULL;
}

/* A backslash after a high byte is likely the second half of a character, not a separator. */
static GString *decode_escaped(const uint8_t *raw, size_t size)
{
    GString *text = g_string_sized_new(size * 2);
    for (size_t i = 0; i < size; i++) {
        bool after_high = i > 0 && raw[i - 1] >= 0x80;
        if (raw[i] >= 0x80 || (raw[i] == '\\' && after_high))
            g_string_append_printf(text, "\\x%02X", raw[i]);
        else
            g_string_append_c(text, raw[i] == '\\' ? '/' : (char)raw[i]);
    }
    return text;
}

GString *name_decode(NameDecoder *self, const uint8_t *raw, size_t size, const uint8_t *extra,
                     size_t extra_size, MemberNameCoding *coding)
{
    GString *text = decode_unicode_field(raw, size, extra, extra_size);
    *coding = MEMBERNAME_UNICODE_FIELD;
    if (!text && is_utf8((const char *)raw, size)) {
        *coding = MEMBERNAME_UTF8;
        text = g_string_new_len((const char *)raw, (gssize)size);
    }
    if (!text) {
        *coding = MEMBERNAME_GB18030;
        text = decode_gb18030(self, raw, size);
    }
    if (!text) {
        *coding = MEMBERNAME_ESCAPED;
        text = decode_escaped(raw, size);
    }
    return text;
}

GString *name_decode_path(NameDecoder *self, const char *raw, MemberNameCoding *coding)
{
    GString *text = g_string_new(NULL);
    *coding = MEMBERNAME_UTF8;
    for (;;) {
        MemberNameCoding one;
        size_t size = strcspn(raw, "/");
        GString *component = name_decode(self, (const uint8_t *)raw, size, NULL, 0, &one);
        g_string_append_len(text, component->str, (gssize)component->len);
        g_string_free(component, TRUE);
        *coding = MAX(*coding, one);
        if (raw[size] == '\0')
            return text;
        g_string_append_c(text, '/');
        raw += size + 1;
    }
}

char *name_of_package(NameDecoder *self, const char *raw)
{
    MemberNameCoding coding;
    g_autoptr(GString) decoded = name_decode(self, (const uint8_t *)raw, strlen(raw), NULL, 0, &coding);
    return text_display(decoded->str);
}

/* ---- judging
 * ------------------------------------------------------------------------------------------------- */

static char *display_all(const char *name, size_t size)
{
    g_autoptr(GString) shown = g_string_sized_new(size);
    for (size_t i = 0; i < size; i++) {
        if (name[i] == '\0')
            g_string_append(shown, "\\u{0}");
        else
            g_string_append_c(shown, name[i]);
    }
    return text_display(shown->str);
}

static bool has_control(const char *name, size_t size)
{
    const char *end = name + size;
    for (const char *at = name; at < end; at = g_utf8_next_char(at))
        if (*at == '\0' || g_unichar_iscntrl(g_utf8_get_char(at)))
            return true;
    return false;
}

static bool is_separator(char c, MemberNameCoding coding)
{
    return c == '/' || (c == '\\' && coding != MEMBERNAME_ESCAPED);
}

/* Takes trailing dots and blanks off the component [START, END); returns its new end, START when nothing is
 * left. */
static const char *trim_component(const char *start, const char *end, size_t *dots)
{
    *dots = 0;
    while (end > start) {
        const char *last = g_utf8_find_prev_char(start, end);
        if (*last == '.')
            ++*dots;
        else if (!text_is_blank(g_utf8_get_char(last)))
            break;
        end = last;
    }
    return end;
}

/* Appends the component to PATH, folded; false when it is one that leads upwards. */
static bool add_component(GString *path, const char *start, const char *end, bool *folded)
{
    size_t dots;
    const char *kept = trim_component(start, end, &dots);
    if (kept == start && dots > 1)
        return false;
    *folded |= kept != end || start == end;
    if (kept == start)
        return true;
    if (path->len > 0)
        g_string_append_c(path, '/');
    g_string_append_len(path, start, kept - start);
    return true;
}

static MemberNameVerdict fold(MemberName *self, GString *path, const char *name, size_t size,
                              MemberNameCoding coding)
{
    if (has_control(name, size))
        return MEMBERNAME_CONTROL;
    if (size > 0 && is_separator(name[0], coding))
        return MEMBERNAME_ABSOLUTE;
    if (size > 1 && g_ascii_isalpha(name[0]) && name[1] == ':')
        return MEMBERNAME_DRIVE;
    const char *end = name + size, *start = name;
    while (start < end) {
        const char *stop = start;
        while (stop < end && !is_separator(*stop, coding))
            stop++;
        if (!add_component(path, start, stop, &self->folded))
            return MEMBERNAME_PARENT;
        self->folder = stop < end;
        start = stop + 1;
    }
    return path->len == 0 && !self->folder ? MEMBERNAME_EMPTY : MEMBERNAME_FINE;
}

void membername_judge(MemberName *self, const char *name, size_t size, MemberNameCoding coding,
                      size_t path_bytes)
{
    *self = (MemberName){.verdict = MEMBERNAME_FINE};
    g_autoptr(GString) path = g_string_new(NULL);
    self->verdict = fold(self, path, name, size, coding);
    self->path = self->verdict == MEMBERNAME_FINE ? text_display(path->str) : display_all(name, size);
    if (self->verdict == MEMBERNAME_FINE && strlen(self->path) > path_bytes)
        self->verdict = MEMBERNAME_LONG;
}

void membername_clear(MemberName *self)
{
    g_clear_pointer(&self->path, g_free);
}

/* ---- junk and collisions
 * ------------------------------------------------------------------------------------- */

static bool is_junk_component(const char *name, bool last)
{
    static const char *const anywhere[] = {
        "__MACOSX",   ".DS_Store",    ".Spotlight-V100", ".Trashes",
        ".fseventsd", "$RECYCLE.BIN", "@eaDir",          "System Volume Information"};
    static const char *const files[] = {"Thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini"};
    static const char *const starts[] = {"~$", ".~", "._", "~WRL", "~WRD"};
    for (size_t i = 0; i < G_N_ELEMENTS(anywhere); i++)
        if (g_ascii_strcasecmp(name, anywhere[i]) == 0)
            return true;
    for (size_t i = 0; last && i < G_N_ELEMENTS(files); i++)
        if (g_ascii_strcasecmp(name, files[i]) == 0)
            return true;
    for (size_t i = 0; last && i < G_N_ELEMENTS(starts); i++)
        if (g_str_has_prefix(name, starts[i]))
            return true;
    return false;
}

bool membername_is_junk(const char *path)
{
    g_auto(GStrv) components = g_strsplit(path, "/", -1);
    for (char **at = components; *at; at++)
        if (is_junk_component(*at, at[1] == NULL))
            return true;
    return false;
}

/* ASCII and the characters from U+4000 to U+9FFF, of which nearly all names consist: none is composed with its
 * neighbour, and only ASCII letters have another case.  Their UTF-8 begins with E4 to E9. */
static bool is_plain(const char *path)
{
    for (const guchar *p = (const guchar *)path; *p; p++)
        if (*p >= 0xEA || (*p >= 0xC0 && *p < 0xE4))
            return false;
    return true;
}

char *membername_key(const char *path)
{
    if (is_plain(path))
        return g_ascii_strdown(path, -1);
    g_autofree char *composed = g_utf8_normalize(path, -1, G_NORMALIZE_DEFAULT_COMPOSE);
    g_autofree char *folded = g_utf8_casefold(composed ? composed : path, -1);
    return g_utf8_normalize(folded, -1, G_NORMALIZE_DEFAULT_COMPOSE);
}

const char *membername_reason(MemberNameVerdict verdict)
{
    static const char *const reasons[] = {
        [MEMBERNAME_FINE] = "",
        [MEMBERNAME_PARENT] = "parent",
        [MEMBERNAME_ABSOLUTE] = "absolute",
        [MEMBERNAME_DRIVE] = "drive",
        [MEMBERNAME_CONTROL] = "control",
        [MEMBERNAME_EMPTY] = "empty",
        [MEMBERNAME_LONG] = "path-bytes",
    };
    return reasons[verdict];
}
