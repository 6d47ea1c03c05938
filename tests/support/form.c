#include "form.h"

#include <string.h>

/* What is PIXELS on the page of full size, on one of FORM_WIDTH. */
static uint32_t scaled(uint32_t pixels, uint32_t width)
{
    return pixels * width / FORM_WIDTH;
}

Picture *form_blank(uint32_t w)
{
    Picture *form = picture_new(w, scaled(FORM_HEIGHT, w));
    picture_line(form, scaled(460, w), scaled(100, w), scaled(34, w), 9, 1);
    for (uint32_t row = 0; row <= 12; row++)
        picture_fill(form, scaled(125, w), scaled(200 + row * 84, w), scaled(990, w), scaled(2, w), 0);
    for (uint32_t row = 0; row < 12; row++)
        picture_line(form, scaled(145, w), scaled(230 + row * 84, w), scaled(20, w), 4 + row % 3, 10 + row);
    for (uint32_t line = 0; line < 5; line++)
        picture_line(form, scaled(145, w), scaled(1260 + line * 40, w), scaled(20, w), 45, 50 + line);
    return form;
}

static Picture *copy_of(const Picture *from)
{
    Picture *page = picture_new(from->width, from->height);
    memcpy(page->grey, from->grey, (size_t)from->width * from->height);
    return page;
}

Picture *form_filled(const Picture *form, uint32_t who)
{
    static const uint32_t lengths[] = {10, 3, 9, 8, 6, 14};
    Picture *page = copy_of(form);
    uint32_t w = form->width;
    for (uint32_t entry = 0; entry < G_N_ELEMENTS(lengths); entry++)
        picture_line(page, scaled(350, w), scaled(230 + entry * 84, w), scaled(20, w), lengths[entry], (who * 31 + entry) * 2654435761U);
    return page;
}

/* The segments of a figure: the three across from the top, then left and right of the upper and of the lower half. */
static const uint8_t segments[] = {0x7d, 0x50, 0x37, 0x57, 0x5a, 0x4f, 0x6f, 0x51, 0x7f, 0x5f};

/* A figure H pixels high, of strokes of a sixth of that. */
static void draw_figure(Picture *page, uint32_t x, uint32_t y, uint32_t h, uint32_t figure)
{
    uint32_t stroke = MAX(h / 6, 1U), half = (h - stroke) / 2, width = h / 2;
    const uint32_t places[][4] = {
        {0, 0, width, stroke}, {0, half, width, stroke}, {0, 2 * half, width, stroke}, {0, 0, stroke, half},
        {width - stroke, 0, stroke, half}, {0, half, stroke, half}, {width - stroke, half, stroke, half},
    };
    static const uint8_t bits[] = {0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40};
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++)
        if (segments[figure] & bits[i])
            picture_fill(page, x + places[i][0], y + places[i][1], places[i][2], places[i][3], 20);
}

void form_number(Picture *page, uint32_t number)
{
    uint32_t w = page->width, h = scaled(18, w);
    for (uint32_t place = 0; place < 4; place++, number /= 10)
        draw_figure(page, scaled(700, w) - place * h, scaled(230 + 7 * 84, w), h, number % 10);
}
