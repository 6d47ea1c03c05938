/*
 * fuzz: what a fuzz target consists of.
 *
 * A target is one file fuzz_NAME.c with the entry that libFuzzer calls and one that turns a readable recipe into its input.  It is
 * built twice: by clang with libFuzzer (`make fuzz`), which starts from the recipes in corpus/NAME, and by gcc with replay.c, which runs
 * every recipe and some hundred spoilt copies of each as an ordinary test.  What a fuzzer found stands in the corpus as a recipe
 * whose name says what it was.
 *
 * A target fails by crashing: g_assert on what must hold whatever the bytes are.
 */
#ifndef ANJUAN_TEST_FUZZ_H
#define ANJUAN_TEST_FUZZ_H

#include <stddef.h>
#include <stdint.h>

#include <glib.h>

/* Runs the code under test on SIZE bytes at DATA; always 0. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The name of the target's folder in the corpus. */
extern const char fuzz_name[];

/* The input that a recipe stands for; most are their own input.  Caller frees. */
GBytes *fuzz_input(const char *recipe, gsize size);

/* ---- for targets ---- */

/* A recipe of hexadecimal bytes; words in "quotes" stand for themselves, # begins a comment. */
GBytes *fuzz_from_hex(const char *recipe);

typedef struct {
    const char *name; /* of a part that is always there */
    const char *text;
} FuzzPart;

/* A package (stored ZIP) of the COUNT fixed parts and those that the input holds: a line "== NAME" begins one.  Input before the first
 * such line is the part MAIN. */
GBytes *fuzz_package(const uint8_t *data, size_t size, const char *main, const FuzzPart *fixed, guint count);

#endif
