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

void picture_shadow(Picture *picture, uint32_t width, uint32_t rim, uint8_t depth)
{
    for (uint32_t y = 0; y < picture->height; y++)
        for (uint32_t x = 0; x < picture->width; x++) {
            int64_t middle = picture->width / 4 + y / 4, half = width / 2;
            int64_t off = x < middle ? middle - x : x - middle;
            uint8_t *grey = picture->grey + (size_t)y * picture->width + x;
            int64_t darker = off >= half + rim ? 0 : off <= half ? depth : depth * (half + rim - off) / rim;
            *grey = (uint8_t)MAX(0, *grey - darker);
        }
}

/* A line of COUNT greys, STRIDE apart; LINE is for as many. */
static void blur_line(uint8_t *grey, size_t stride, uint32_t count, uint32_t radius, uint8_t *line)
{
    for (uint32_t i = 0; i < count; i++)
        line[i] = grey[i * stride];
    uint32_t sum = 0, width = 2 * radius + 1;
    for (uint32_t i = 0; i < width; i++)
        sum += line[i > radius ? i - radius : 0];
    for (uint32_t i = 0; i < count; i++) {
        grey[i * stride] = (uint8_t)((sum + radius) / width);
        sum += line[MIN(i + radius + 1, count - 1)];
        sum -= line[i > radius ? i - radius : 0];
    }
}

void picture_blur(Picture *picture, uint32_t radius)
{
    g_autofree uint8_t *line = g_malloc(MAX(picture->width, picture->height));
    for (int pass = 0; pass < 3; pass++) {
        for (uint32_t y = 0; y < picture->height; y++)
            blur_line(picture->grey + (size_t)y * picture->width, 1, picture->width, radius, line);
        for (uint32_t x = 0; x < picture->width; x++)
            blur_line(picture->grey + x, picture->width, picture->height, radius, line);
    }
}

/* What lies of pixel I in the span from FROM to TO, both in 1/UNIT of a pixel. */
static uint64_t inside(uint64_t from, uint64_t to, uint64_t i, uint64_t unit)
{
    return MIN(to, (i + 1) * unit) - MAX(from, i * unit);
}

/* A pixel of a row, and its share of the span at hand. */
typedef struct {
    uint32_t column, share;
} Part;

/* The pixels of a row of WIDTH in each of COLUMNS equal spans, one span after the other, which END closes. */
static Part *list_parts(uint64_t width, uint64_t columns, uint32_t *end)
{
    Part *parts = g_new(Part, width + 2 * columns), *part = parts; /* a span cuts a pixel at each end, at most */
    for (uint64_t x = 0; x < columns; x++) {
        uint64_t left = x * width, right = left + width;
        for (uint64_t column = left / columns; column * columns < right; column++)
            *part++ = (Part){(uint32_t)column, (uint32_t)inside(left, right, column, columns)};
        end[x] = (uint32_t)(part - parts);
    }
    return parts;
}

/* Each row of FROM as COLUMNS sums of the greys that lie in equal spans of it, by their shares. */
static uint32_t *sum_rows(const Picture *from, uint32_t columns)
{
    uint32_t *sums = g_new(uint32_t, (size_t)columns * from->height);
    g_autofree uint32_t *end = g_new(uint32_t, columns);
    g_autofree Part *parts = list_parts(from->width, columns, end);
    for (uint32_t y = 0; y < from->height; y++) {
        const uint8_t *grey = from->grey + (size_t)y * from->width;
        for (uint32_t x = 0, i = 0; x < columns; x++) {
            uint32_t sum = 0;
            for (; i < end[x]; i++)
                sum += grey[parts[i].column] * parts[i].share;
            sums[(size_t)y * columns + x] = sum;
        }
    }
    return sums;
}

Picture *picture_at_size(const Picture *from, uint32_t percent)
{
    Picture *page = picture_new((from->width * percent + 50) / 100, (from->height * percent + 50) / 100);
    g_autofree uint32_t *across = sum_rows(from, page->width);
    g_autofree uint64_t *sums = g_new(uint64_t, page->width);
    double whole = (double)from->width * from->height;
    for (uint64_t y = 0; y < page->height; y++) {
        uint64_t top = y * from->height, bottom = top + from->height;
        memset(sums, 0, page->width * sizeof *sums);
        for (uint64_t row = top / page->height; row * page->height < bottom; row++) {
            uint64_t share = inside(top, bottom, row, page->height);
            for (uint32_t x = 0; x < page->width; x++)
                sums[x] += across[row * page->width + x] * share;
        }
        for (uint32_t x = 0; x < page->width; x++)
            page->grey[y * page->width + x] = (uint8_t)((double)sums[x] / whole); /* exact: far fewer than 53 bits */
    }
    return page;
}
