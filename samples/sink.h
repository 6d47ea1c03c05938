/*
 * sink: where a package goes, a folder or a ZIP, so that what makes its contents need not know which.  Paths
 * are UTF-8 and parted by /; in an archive whose names are GBK they are converted and carry no flag.
 */
#ifndef SAMPLES_SINK_H
#define SAMPLES_SINK_H

#include <glib.h>

typedef struct Sink Sink;

typedef enum { SINK_NAMES_UTF8, SINK_NAMES_GBK, SINK_NAMES_UNFLAGGED } SinkNames;

/* A folder (made with its parents). */
Sink *sink_folder(const char *path);
/* A ZIP file at PATH. */
Sink *sink_zip(const char *path, SinkNames names);
/* The folder or archive at PATH within PARENT: a folder shares the parent's archive. */
Sink *sink_below(Sink *parent, const char *path);
Sink *sink_zip_below(Sink *parent, const char *path);

void sink_put(Sink *sink, const char *path, GBytes *bytes);
void sink_put_text(Sink *sink, const char *path, const char *text);
/* From now on the members of the archive are encrypted / its end is cut off when it is closed. */
void sink_set_encrypted(Sink *sink);
void sink_set_cut(Sink *sink);

/* From now on scans in archives are deflated like everything else, as Windows does it, and not stored.  Call before threads start. */
void sink_deflate_scans(void);

/* Finishes; an archive below another is added to it now.  Close children first. */
void sink_close(Sink *sink);

#endif
