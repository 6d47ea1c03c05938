#include "noise.h"

void noise_init(Noise *noise, uint64_t seed, const char *label) {
    uint64_t hash = 0xcbf29ce484222325u ^ seed;
    for (const char *p = label; *p; p++) hash = (hash ^ (guchar)*p) * 0x100000001b3u;
    noise->state = hash;
    noise_next(noise);
}

/* splitmix64 */
uint64_t noise_next(Noise *noise) {
    uint64_t z = noise->state += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

guint noise_below(Noise *noise, guint bound) {
    return (guint)((noise_next(noise) >> 32) * bound >> 32);
}

double noise_between(Noise *noise, double low, double high) {
    return low + (high - low) * (double)(noise_next(noise) >> 11) / 9007199254740992.0;
}
