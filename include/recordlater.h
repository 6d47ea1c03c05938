/*
 * recordlater: records that are read while something else is done.
 *
 * A stage that needs several large records, or a record and its rules, has them read side by side:
 *
 *     g_autoptr(RecordLater) scans = recordlater_new(&scans_type, path, true);
 *     ... what else there is to read ...
 *     record = recordlater_take(scans, hex, error);
 *
 * Each is read by a thread of its own that touches nothing else.
 */
#ifndef ANJUAN_RECORDLATER_H
#define ANJUAN_RECORDLATER_H

#include <stdbool.h>

#include "record.h"
#include "stage.h"

typedef struct RecordLater RecordLater;

/* Begins to read the record of TYPE at PATH, and to compute its digest when that is WANTED.  Never NULL. */
RecordLater *recordlater_new(const RecordType *type, const char *path, bool digest_wanted);

/* The same of a record that another stage has still to make: once INPUTS are there (stage_await). */
RecordLater *recordlater_new_awaited(const RecordType *type, const char *path, bool digest_wanted, StageInputs inputs);

/* Waits for the record and gives it away, to be freed with record_free(); HEX gets its digest (64 digits) if
 * that was wanted.  NULL and the fault of record_read() when it could not be read.  Once only. */
gpointer recordlater_take(RecordLater *self, char hex[65], GError **error);

/* Waits, and frees what was not taken. */
void recordlater_free(RecordLater *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RecordLater, recordlater_free)

#endif
