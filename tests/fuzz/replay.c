/* Runs a fuzz target on every recipe of its corpus and on spoilt copies of each, always the same; with --write DIR, writes the
 * recipes' inputs there for libFuzzer to start from. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fileio.h"
#include "fuzz.h"

enum { SPOILT_MAX = 250, COPY_BYTES_MAX = 20000 };

static guint32 next_random(guint32 *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/* A copy on the heap of just its size, so that a sanitizer sees a read beyond it. */
static void run_bytes(const guint8 *bytes, gsize size)
{
    g_autofree guint8 *copy = size ? g_memdup2(bytes, size) : g_malloc(1);
    LLVMFuzzerTestOneInput(copy, size);
}

/* Cuts off, turns over, doubles or overwrites a piece. */
static void spoil(GByteArray *bytes, guint32 *random)
{
    if (bytes->len == 0)
        return;
    guint at = next_random(random) % bytes->len, length = 1 + next_random(random) % 20;
    length = MIN(length, bytes->len - at);
    switch (next_random(random) % 4) {
    case 0: g_byte_array_set_size(bytes, at); break;
    case 1: g_byte_array_remove_range(bytes, at, length); break;
    case 2:
        for (guint i = 0; i < length; i++)
            bytes->data[at + i] = (guint8)next_random(random);
        break;
    default: {
        g_autofree guint8 *piece = g_memdup2(bytes->data + at, length);
        g_byte_array_append(bytes, piece, length);
    }
    }
}

static void run_recipe(GBytes *input)
{
    gsize size;
    const guint8 *data = g_bytes_get_data(input, &size);
    run_bytes(data, size);
    guint32 random = 1;
    for (int i = 0; i < SPOILT_MAX && size <= COPY_BYTES_MAX; i++) {
        GByteArray *copy = g_byte_array_new();
        g_byte_array_append(copy, data, (guint)size);
        for (int k = 0; k <= i % 3; k++)
            spoil(copy, &random);
        run_bytes(copy->data, copy->len);
        g_byte_array_unref(copy);
    }
}

int main(int argc, char **argv)
{
    const char *to = argc == 3 && strcmp(argv[1], "--write") == 0 ? argv[2] : NULL;
    g_autofree char *corpus = g_build_filename("tests", "fuzz", "corpus", fuzz_name, NULL);
    g_autoptr(GPtrArray) names = file_list_below(corpus, NULL);
    for (guint i = 0; names && i < names->len; i++) {
        g_autofree char *path = g_build_filename(corpus, names->pdata[i], NULL), *recipe = NULL;
        gsize size;
        if (!g_file_get_contents(path, &recipe, &size, NULL))
            return EXIT_FAILURE;
        g_autoptr(GBytes) input = fuzz_input(recipe, size);
        g_autofree char *out = to ? g_build_filename(to, names->pdata[i], NULL) : NULL;
        if (out && !g_file_set_contents(out, g_bytes_get_data(input, NULL), (gssize)g_bytes_get_size(input), NULL))
            return EXIT_FAILURE;
        if (!out)
            run_recipe(input);
    }
    printf("%s: %u recipes\n", fuzz_name, names ? names->len : 0);
    return names && names->len > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
