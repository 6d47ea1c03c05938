/* What fonts of symbols show: Word writes a box or a tick as a code of such a font. */
#include <string.h>

#include "docx_parts.h"

/* Symbol: Greek letters for Latin ones, and what the codes from 0xA1 on show; a blank: nothing known. */
static const char symbol_upper[] = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", symbol_lower[] = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";
static const char symbol_high[] = "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈… —↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊";

typedef struct {
    guchar code;
    gunichar sign;
} Sign;

static const Sign wingdings[] = {
    {0x6C, 0x25CF}, {0x6D, 0x274D}, {0x6E, 0x25A0}, {0x6F, 0x25A1}, {0x70, 0x25A1}, {0x71, 0x25A1}, {0x72, 0x25A1}, {0x73, 0x2B27},
    {0x74, 0x29EB}, {0x75, 0x25C6}, {0x76, 0x2756}, {0x77, 0x2B25}, {0x81, 0x2460}, {0x82, 0x2461}, {0x83, 0x2462}, {0x84, 0x2463},
    {0x85, 0x2464}, {0x86, 0x2465}, {0x87, 0x2466}, {0x88, 0x2467}, {0x89, 0x2468}, {0x8A, 0x2469}, {0x9F, 0x2022}, {0xA1, 0x25CB},
    {0xA4, 0x25C9}, {0xA7, 0x25AA}, {0xA8, 0x25A1}, {0xAB, 0x2605}, {0xD8, 0x27A2}, {0xE0, 0x2192}, {0xFB, 0x2717}, {0xFC, 0x2713},
    {0xFD, 0x2612}, {0xFE, 0x2611}};
static const Sign wingdings_2[] = {
    {0x4F, 0x2717}, {0x50, 0x2713}, {0x51, 0x2612}, {0x52, 0x2611}, {0x53, 0x2612}, {0x54, 0x2612}, {0x55, 0x2297}, {0x56, 0x2297},
    {0x96, 0x2022}, {0x97, 0x25CF}, {0x99, 0x25CB}, {0xA3, 0x25A1}, {0x2A, 0x25A1}};

static gunichar look_up(const Sign *signs, size_t count, guchar code)
{
    for (size_t i = 0; i < count; i++)
        if (signs[i].code == code)
            return signs[i].sign;
    return 0;
}

static gunichar nth(const char *signs, int n)
{
    gunichar c = g_utf8_get_char(g_utf8_offset_to_pointer(signs, n));
    return c == ' ' ? 0 : c;
}

static gunichar greek(guchar code)
{
    if (code >= 'A' && code <= 'Z')
        return nth(symbol_upper, code - 'A');
    if (code >= 'a' && code <= 'z')
        return nth(symbol_lower, code - 'a');
    if (code >= 0xA1 && code - 0xA1 < g_utf8_strlen(symbol_high, -1))
        return nth(symbol_high, code - 0xA1);
    return code >= 0x20 && code < 0x7F ? code : 0;
}

gunichar docx_symbol(const char *font, gunichar code)
{
    if (code > 0xFF && (code < 0xF000 || code > 0xF0FF))
        return 0;
    if (!font)
        font = code > 0xFF ? "Wingdings" : ""; /* as good a guess as any for a code that no other font has */
    guchar low = (guchar)(code & 0xFF);
    if (strcmp(font, "Symbol") == 0)
        return greek(low);
    if (strcmp(font, "Wingdings") == 0)
        return look_up(wingdings, G_N_ELEMENTS(wingdings), low);
    if (strcmp(font, "Wingdings 2") == 0)
        return look_up(wingdings_2, G_N_ELEMENTS(wingdings_2), low);
    return 0;
}
