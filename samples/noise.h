/*
 * noise: repeatable chance.  A stream is named by the season's seed and a label (mostly the path of what is
 * made), so that one file's bytes do not depend on what was made before it or on the number of threads.
 */
#ifndef SAMPLES_NOISE_H
#define SAMPLES_NOISE_H

#include <stdint.h>

#include <glib.h>

typedef struct {
    uint64_t state;
} Noise;

void noise_init(Noise *noise, uint64_t seed, const char *label);
uint64_t noise_next(Noise *noise);
/* 0 … bound-1; BOUND is not 0. */
guint noise_below(Noise *noise, guint bound);
/* From low to high, both within reach. */
double noise_between(Noise *noise, double low, double high);

#endif
