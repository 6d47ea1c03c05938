#include "picture.h"

#include <string.h>

Picture *picture_new(uint32_t width, uint32_t height)
{
    Picture *picture = g_new0(Picture, 1);
    picture->width = width;
    picture->height = height;
    picture->grey = g_malloc((size_t)width * height);
    memset(picture->grey, 255, (size_t)width * height);
    return picture;
}

void picture_free(Picture *picture)
{
    if (picture == NULL)
        return;
    g_free(picture->grey);
    g_free(picture);
}

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525U + 1013904223U;
    return *state >> 16;
}

void picture_fill(Picture *picture, uint32_t x, uint32_t y, uint32_t width, uint32_t height, uint8_t level)
{
    for (uint32_t row = y; row < y + height && row < picture->height; row++)
        for (uint32_t column = x; column < x + width && column < picture->width; column++)
            picture->grey[(size_t)row * picture->width + column] = level;
}

/* Three strokes across and three down, of a tenth of the size, at places that depend on the state. */
static void draw_character(Picture *picture, uint32_t x, uint32_t y, uint32_t size, uint32_t *state)
{
    uint32_t stroke = MAX(1U, size / 11);
    uint32_t body = size - size / 8;

    for (int i = 0; i < 3; i++) {
        picture_fill(picture, x, y + next_random(state) % body, body, stroke, 20);
        picture_fill(picture, x + next_random(state) % body, y, stroke, body, 20);
    }
}

void picture_line(Picture *picture, uint32_t x, uint32_t y, uint32_t size, uint32_t count, uint32_t seed)
{
    uint32_t state = seed;

    for (uint32_t i = 0; i < count; i++)
        draw_character(picture, x + i * size, y, size, &state);
}

void picture_text(Picture *picture, uint32_t size, uint32_t seed)
{
    uint32_t margin = picture->width / 9;
    uint32_t count = (picture->width - 2 * margin) / size;

    for (uint32_t y = margin; y + margin + size < picture->height; y += size * 3 / 2)
        picture_line(picture, margin, y, size, count, seed + y);
}

void picture_grain(Picture *picture, uint8_t amount, uint32_t seed)
{
    uint32_t state = seed;

    for (size_t i = 0; i < (size_t)picture->width * picture->height; i++) {
        uint32_t darker = next_random(&state) % (amount + 1U);
        picture->grey[i] = (uint8_t)(picture->grey[i] > darker ? picture->grey[i] - darker : 0);
    }
}

/* What lies of pixel I in the span from FROM to TO, both in 1/UNIT of a pixel. */
static uint64_t inside(uint64_t from, uint64_t to, uint64_t i, uint64_t unit)
{
    return MIN(to, (i + 1) * unit) - MAX(from, i * unit);
}

static uint8_t mean_over(const Picture *from, uint64_t x, uint64_t y, uint64_t columns, uint64_t rows)
{
    uint64_t left = x * from->width, right = left + from->width;
    uint64_t top = y * from->height, bottom = top + from->height;
    uint64_t sum = 0;
    for (uint64_t row = top / rows; row * rows < bottom; row++)
        for (uint64_t column = left / columns; column * columns < right; column++)
            sum += from->grey[row * from->width + column] * inside(left, right, column, columns) *
                   inside(top, bottom, row, rows);
    return (uint8_t)(sum / ((uint64_t)from->width * from->height));
}

Picture *picture_at_size(const Picture *from, uint32_t percent)
{
    Picture *page = picture_new((from->width * percent + 50) / 100, (from->height * percent + 50) / 100);
    for (uint32_t y = 0; y < page->height; y++)
        for (uint32_t x = 0; x < page->width; x++)
            page->grey[(size_t)y * page->width + x] = mean_over(from, x, y, page->width, page->height);
    return page;
}
