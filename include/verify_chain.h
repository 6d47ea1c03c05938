/*
 * verify_chain: how the runs of a season hang together.  Each manifest names the run before it and its
 * manifest's digest, a seal the run that was sealed; run.log names all of them; results/latest points at the
 * end of the chain and results/official at the run sealed last.  Only verify_runs() uses this: it reads the
 * manifests, this holds them against each other.
 */
#ifndef ANJUAN_VERIFY_CHAIN_H
#define ANJUAN_VERIFY_CHAIN_H

#include "verify.h"

typedef struct {
    const SeasonDir *dir;
    Verification *verification;
    const GPtrArray *names; /* of all runs, oldest first */
    GHashTable *manifests;  /* run → Manifest, without those that cannot be read */
} Chain;

/* Reports every contradiction between the manifests, run.log, the receipts that are marked withdrawn and the
 * links. */
void verify_chain(const Chain *chain);

#endif
