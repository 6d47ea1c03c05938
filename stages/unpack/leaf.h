/*
 * leaf: the workers that read leaves into the store, several at once.
 *
 * workers_submit_… queue one leaf and wait while many are queued already, so that neither memory nor open
 * files grow with the package.  workers_wait ends a package: all its leaves are settled.  What happens to a
 * leaf stands in its Member: digest and type, or MEMBER_DAMAGED or MEMBER_FORMAT.
 */
#ifndef ANJUAN_UNPACK_LEAF_H
#define ANJUAN_UNPACK_LEAF_H

#include "intake.h"

/* JOBS threads that put into STORE; what REMEMBERED knows is not unpacked again. */
Workers *workers_new(Store *store, Remembered *remembered, int jobs);
/* Waits for what is queued. */
void workers_free(Workers *workers);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Workers, workers_free)

/* Reads member INDEX of BUNDLE, which is held as long as needed.  MARKED: it is looked for among the leaves
 * that are remembered, and remembered. */
void workers_submit_entry(Workers *workers, Member *member, Bundle *bundle, guint index, bool marked);
/* Reads the regular file FD, which is closed afterwards. */
void workers_submit_file(Workers *workers, Member *member, int fd);

/* Waits until nothing is queued or read.  FALSE and the first system fault that a worker met. */
gboolean workers_wait(Workers *workers, GError **error);

#endif
