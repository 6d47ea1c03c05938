#include "docxcount.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <string.h>
#include <cmocka.h>

#include "archive.h"

typedef struct {
    GPtrArray *path; /* names of the open elements */
    int64_t count;
} Walk;

static gboolean is_in(const Walk *walk, const char *name)
{
    return walk->path->len > 0 && strcmp(g_ptr_array_index(walk->path, walk->path->len - 1), name) == 0;
}

static gboolean holds_text(const Walk *walk)
{
    return is_in(walk, "w:t") || is_in(walk, "w:delText") || is_in(walk, "w:instrText");
}

/* A reference is one character, and so is every byte that does not continue another. */
static int64_t count_characters(const char *from, const char *to)
{
    int64_t n = 0;
    for (; from < to; from++) {
        if (*from == '&')
            while (from < to && *from != ';')
                from++;
        n += ((guchar)*from & 0xC0) != 0x80;
    }
    return n;
}

static void take_tag(Walk *walk, const char *from, const char *to)
{
    if (*from == '/') {
        g_ptr_array_set_size(walk->path, (int)walk->path->len - 1);
        return;
    }
    g_autofree char *name = g_strndup(from, strcspn(from, " \t\r\n/>"));
    gboolean sign = strcmp(name, "w:sym") == 0 || strcmp(name, "w:br") == 0 || (strcmp(name, "w:tab") == 0 && !is_in(walk, "w:tabs"));
    walk->count += sign;
    if (to[-1] != '/')
        g_ptr_array_add(walk->path, g_steal_pointer(&name));
}

int64_t docxcount_part(const char *xml, gsize size)
{
    Walk walk = {.path = g_ptr_array_new_with_free_func(g_free)};
    const char *end = xml + size;
    for (const char *at = xml; at < end;) {
        const char *tag = memchr(at, '<', (size_t)(end - at));
        const char *text_end = tag ? tag : end;
        if (holds_text(&walk))
            walk.count += count_characters(at, text_end);
        if (!tag)
            break;
        const char *close = g_str_has_prefix(tag, "<!--") ? strstr(tag, "-->") + 2 : strchr(tag, '>');
        if (tag[1] != '?' && tag[1] != '!')
            take_tag(&walk, tag + 1, close);
        at = close + 1;
    }
    g_ptr_array_unref(walk.path);
    return walk.count;
}

static gboolean is_story(const ZipEntry *entry)
{
    static const char *const stories[] = {"word/document", "word/header", "word/footer", "word/footnotes", "word/endnotes", "word/comments."};
    g_autofree char *name = g_strndup((const char *)entry->name, entry->name_size);
    for (size_t i = 0; i < G_N_ELEMENTS(stories); i++)
        if (g_str_has_prefix(name, stories[i]) && g_str_has_suffix(name, ".xml"))
            return TRUE;
    return FALSE;
}

int64_t docxcount_present(GBytes *docx)
{
    gsize size;
    const void *data = g_bytes_get_data(docx, &size);
    Window window = window_of_memory(data, size);
    g_autoptr(Archive) archive = archive_open(&window, 10000, NULL);
    int64_t count = 0;
    for (guint i = 0; i < archive_count(archive); i++) {
        if (!is_story(archive_entry(archive, i)))
            continue;
        size_t length = 0;
        g_autofree char *text = (char *)archive_read(archive, i, G_MAXUINT / 4, &length, NULL);
        count += docxcount_part(text, length);
    }
    return count;
}

void docxcount_check(const DocxText *docx, GBytes *bytes, const char *name)
{
    const DocxCount *c = &docx->count;
    int64_t there = docxcount_present(bytes);
    if (c->present != there)
        fail_msg("%s: %d characters there, %d counted", name, (int)there, (int)c->present);
    int64_t explained = c->read + c->deleted + c->hidden + c->alternate + c->comment + c->field_code;
    if (c->present != explained)
        fail_msg("%s: %d characters present, %d read or skipped", name, (int)c->present, (int)explained);
}
