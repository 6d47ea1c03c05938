#include "layout.h"

#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <glib.h>

#include "text.h"

#define COLUMNS_ELSEWHERE 100 /* where there is no terminal: a readable line in a mail or a log */
#define COLUMNS_MIN 40
#define COLUMNS_MAX 120       /* longer lines are hard to read however wide the window */

size_t layout_terminal_columns(int fd)
{
    struct winsize size;
    return ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

Layout layout_for(FILE *stream)
{
    if (!isatty(fileno(stream)))
        return (Layout){.columns = COLUMNS_ELSEWHERE};
    size_t columns = layout_terminal_columns(fileno(stream));
    return (Layout){.colour = g_getenv("NO_COLOR") == NULL, .columns = CLAMP(columns, COLUMNS_MIN, COLUMNS_MAX)};
}

/* No line begins with these. */
static bool sticks_to_left(gunichar c)
{
    if (c >= 0x4E00 && c <= 0x9FFF) /* nearly all that is asked about */
        return false;
    static const gunichar closing[] = {0xFF0C, 0x3002, 0x3001, 0xFF1B, 0xFF1A, 0xFF09, 0x201D, 0x300B, 0x3015,
                                       0x3011, 0xFF01, 0xFF1F, 0x2026, '/', ')', ',', '.', ';', ':', ']', '%', 0};
    for (const gunichar *p = closing; *p; p++)
        if (*p == c)
            return true;
    return false;
}

/* No line ends with these. */
static bool sticks_to_right(gunichar c)
{
    return c == 0xFF08 || c == 0x201C || c == 0x300A || c == 0x3014 || c == 0x3010 || c == '(' || c == '[';
}

static bool may_break(gunichar before, gunichar after)
{
    if (sticks_to_left(after) || sticks_to_right(before) || (before < 128 && g_ascii_isdigit((char)before) && after > 128))
        return false; /* 8.57分 stays together */
    if (before == ' ')
        return true;
    return text_char_width(before) == 2 || text_char_width(after) == 2;
}

/* The end of the longest piece of TEXT that fits COLUMNS cells and may end a line; at least one character. */
static const char *line_end(const char *text, size_t columns)
{
    const char *end = NULL, *p = text;
    size_t width = 0;
    gunichar before = 0;
    for (; *p && *p != '\n'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (p > text && may_break(before, c))
            end = p;
        width += text_char_width(c);
        if (width > columns && p > text)
            return end ? end : p;
        before = c;
    }
    return p;
}

void layout_wrap(FILE *stream, const Layout *layout, const char *text, size_t first, size_t indent)
{
    size_t room = layout->columns > first ? layout->columns - first : 1;
    for (;;) {
        const char *end = line_end(text, room), *last = end;
        while (last > text && last[-1] == ' ')
            last--;
        fwrite(text, 1, (size_t)(last - text), stream);
        fputc('\n', stream);
        text = *end == '\n' ? end + 1 : end;
        while (*text == ' ')
            text++;
        if (!*text)
            return;
        fprintf(stream, "%*s", (int)indent, "");
        room = layout->columns > indent ? layout->columns - indent : 1;
    }
}

/* One item from column AT; the column after it.  A line that it needs alone is broken within it. */
static size_t put_item(FILE *stream, const Layout *layout, const char *item, size_t at, size_t indent, bool begins)
{
    size_t width = text_width(item), gap = begins ? 0 : 2;
    if (!begins && at + gap + width > layout->columns) {
        fprintf(stream, "\n%*s", (int)indent, "");
        at = indent;
        gap = 0;
    }
    fprintf(stream, "%*s", (int)gap, "");
    at += gap;
    const char *rest = item;
    while (at + text_width(rest) > layout->columns) {
        const char *end = line_end(rest, layout->columns > at ? layout->columns - at : 1);
        if (!*end)
            break;
        fprintf(stream, "%.*s\n%*s", (int)(end - rest), rest, (int)indent, "");
        rest = end;
        at = indent;
    }
    fputs(rest, stream);
    return at + text_width(rest);
}

void layout_items(FILE *stream, const Layout *layout, const char *const *items, size_t first, size_t indent)
{
    size_t at = first;
    bool begins = true;
    for (; *items; items++) {
        if (!**items)
            continue;
        at = put_item(stream, layout, *items, at, indent, begins);
        begins = false;
    }
    fputc('\n', stream);
}

void layout_pad(FILE *stream, const char *text, size_t columns)
{
    g_autofree char *shown = text_display(text);
    size_t width = text_width(shown), used = 0;
    if (width <= columns) {
        fprintf(stream, "%s%*s", shown, (int)(columns - width), "");
        return;
    }
    for (const char *p = shown; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        size_t cells = text_char_width(c);
        if (used + cells + 1 > columns)
            break;
        fwrite(p, 1, (size_t)(g_utf8_next_char(p) - p), stream);
        used += cells;
    }
    fprintf(stream, "…%*s", (int)(columns - used - 1), "");
}

void layout_tint(FILE *stream, const Layout *layout, Tint tint)
{
    static const char *const codes[] = {"", "\033[1m", "\033[31m", "\033[33m", "\033[32m", "\033[90m"};
    if (layout->colour)
        fputs(codes[tint], stream);
}

void layout_plain(FILE *stream, const Layout *layout)
{
    if (layout->colour)
        fputs("\033[0m", stream);
}
