#include "fuzz.h"

#include <string.h>

#include "docxfile.h"

GBytes *fuzz_from_hex(const char *recipe)
{
    GByteArray *bytes = g_byte_array_new();
    for (const char *p = recipe; *p; p++) {
        const char *end = *p == '"' ? strchr(p + 1, '"') : NULL;
        if (*p == '#') {
            p += strcspn(p, "\n");
            p -= *p == '\0';
        } else if (end) {
            g_byte_array_append(bytes, (const guint8 *)p + 1, (guint)(end - p - 1));
            p = end;
        } else if (g_ascii_isxdigit(p[0]) && g_ascii_isxdigit(p[1])) {
            guint8 byte = (guint8)(g_ascii_xdigit_value(p[0]) << 4 | g_ascii_xdigit_value(p[1]));
            g_byte_array_append(bytes, &byte, 1);
            p++;
        }
    }
    return g_byte_array_free_to_bytes(bytes);
}

/* The next line that begins with "== ", or END. */
static const char *next_mark(const char *from, const char *end)
{
    for (const char *p = from; p + 3 < end;) {
        if (memcmp(p, "== ", 3) == 0)
            return p;
        p = memchr(p, '\n', (size_t)(end - p));
        if (!p)
            break;
        p++;
    }
    return end;
}

GBytes *fuzz_package(const uint8_t *data, size_t size, const char *main, const FuzzPart *fixed, guint count)
{
    enum { PARTS_MAX = 30 };
    DocxPart parts[PARTS_MAX];
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    guint n = 0;
    for (; n < count; n++)
        parts[n] = (DocxPart){fixed[n].name, fixed[n].text};
    const char *at = (const char *)data, *end = at + size;
    char *name = g_strdup(main);
    g_ptr_array_add(names, name);
    while (n < PARTS_MAX) {
        const char *mark = next_mark(at, end);
        if (mark > at)
            parts[n++] = (DocxPart){name, at, (gsize)(mark - at)};
        if (mark == end)
            break;
        const char *line_end = memchr(mark, '\n', (size_t)(end - mark));
        name = g_strndup(mark + 3, (gsize)((line_end ? line_end : end) - mark - 3));
        g_ptr_array_add(names, name);
        at = line_end ? line_end + 1 : end;
    }
    return docxfile_zip(parts, n);
}
