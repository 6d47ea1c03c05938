/* Parties in a list by their names (private to anjuan-check): each paper may ask which of many case files are of its
 * own party. */
#ifndef PARTYINDEX_H
#define PARTYINDEX_H

#include "submission.h"

/* Of PARTIES (Field, borrowed; NULL: nobody), which do not change any more.  Free with partyindex_free, which takes
 * NULL. */
typedef struct PartyIndex PartyIndex;
PartyIndex *partyindex_new(const GPtrArray *parties);
void partyindex_free(PartyIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PartyIndex, partyindex_free)

/* The places in the list (guint), in their order, of those that are PARTY by body_is_same(); borrowed. */
const GArray *partyindex_same(PartyIndex *index, const Field *party);

#endif
