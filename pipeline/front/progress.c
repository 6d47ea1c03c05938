#include "progress.h"

#include <stdio.h>
#include <unistd.h>

#include "lang.h"
#include "layout.h"
#include "text.h"

#define SHOW_AFTER_US G_USEC_PER_SEC

struct Progress {
    bool shown, silent;
    int64_t start_us;
    int steps, total_steps;
    int64_t bytes, total_bytes;
    char *unit, *stage;
};

Progress *progress_new(bool quiet)
{
    Progress *self = g_new0(Progress, 1);
    self->silent = quiet || !isatty(STDERR_FILENO);
    self->start_us = g_get_monotonic_time();
    return self;
}

void progress_free(Progress *self)
{
    if (!self)
        return;
    progress_clear(self);
    g_free(self->unit);
    g_free(self->stage);
    g_free(self);
}

void progress_expect(Progress *self, int steps, int64_t bytes)
{
    self->total_steps += steps;
    self->total_bytes += bytes;
}

void progress_at(Progress *self, const char *unit, const char *stage)
{
    g_free(self->unit);
    g_free(self->stage);
    self->unit = g_strdup(unit);
    self->stage = g_strdup(stage);
}

void progress_done(Progress *self, int steps, int64_t bytes)
{
    self->steps += steps;
    self->bytes += bytes;
}

/* Cuts TEXT to at most COLUMNS cells of the terminal. */
static void cut_to_width(GString *text, size_t columns)
{
    while (text->len > 0 && text_width(text->str) > columns)
        g_string_truncate(text, (gsize)(g_utf8_find_prev_char(text->str, text->str + text->len) - text->str));
}

static int seconds_left(const Progress *self)
{
    if (self->steps == 0)
        return -1;
    int64_t spent = g_get_monotonic_time() - self->start_us;
    return (int)(spent * (self->total_steps - self->steps) / self->steps / G_USEC_PER_SEC);
}

void progress_draw(void *data)
{
    Progress *self = data;
    if (self->silent || !self->unit || g_get_monotonic_time() - self->start_us < SHOW_AFTER_US)
        return;
    g_autoptr(GString) line = g_string_new(NULL);
    g_string_printf(line, "[%d/%d] %s  %s", self->steps, self->total_steps, self->unit, self->stage);
    if (self->total_bytes > 0)
        g_string_append_printf(line, "  %.1f/%.1f MB", (double)self->bytes / 1e6, (double)self->total_bytes / 1e6);
    if (seconds_left(self) >= 0)
        g_string_append_printf(line, tr("  约剩%d秒", "  about %d s left"), seconds_left(self));
    cut_to_width(line, layout_terminal_columns(STDERR_FILENO) - 1);
    fprintf(stderr, "\r\033[K%s", line->str);
    fflush(stderr);
    self->shown = true;
}

void progress_clear(Progress *self)
{
    if (self->shown)
        fputs("\r\033[K", stderr);
    self->shown = false;
}
