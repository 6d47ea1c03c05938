/*
 * fileio: whole files in, whole files out.  What a later step or a person reads is written to a temporary name in the
 * same folder, flushed and renamed (SPEC 5.4), so that a reader sees the old file or the new one and never half of one.
 */
#ifndef ANJUAN_FILEIO_H
#define ANJUAN_FILEIO_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

/* From now on nothing in FOLDER (NULL: nowhere) is flushed to the disk when it is written: a private folder of this command, which
 * throws it away in the end, and in which nothing counts after a power cut.  FOLDER as it stands at the beginning of the paths. */
void file_keep_private(const char *folder);
/* True when PATH is that folder or lies in it. */
bool file_is_private(const char *path);

/* Writes SIZE bytes to PATH: temporary name, fsync, rename, fsync of the folder.  System fault on failure; PATH then is as it was. */
gboolean file_write_whole(const char *path, const void *data, size_t size, GError **error);

/* The same without any fsync, for many files of one folder: a reader still sees the old file or the new one, but making them
 * durable is the caller's (one syncfs before what makes them count).  System fault on failure. */
gboolean file_write_plain(const char *path, const void *data, size_t size, GError **error);

/* The same as file_write_whole() for bytes that come in pieces: written aside, and under PATH only when file_aside_finish() returns TRUE.  The
 * first failure is remembered and reported there. */
typedef struct FileAside FileAside;
FileAside *file_aside_new(const char *path);
void file_aside_write(FileAside *aside, const void *data, size_t size);
/* From now on a thread writes, if one can be had, while the caller makes more: for what is large.  Twice is no more
 * than once. */
void file_aside_write_behind(FileAside *aside);
/* Makes the file durable and visible, or removes it; frees ASIDE in any case. */
gboolean file_aside_finish(FileAside *aside, GError **error);
/* Removes what was written aside, and frees ASIDE. */
void file_aside_drop(FileAside *aside);

/* The bytes of PATH, NUL-terminated, caller frees; *SIZE without the NUL.  Input fault FAULT_LIMIT when longer than
 * MAX_BYTES, FAULT_MISSING when there is none, system fault otherwise.  NULL on failure. */
char *file_read_whole(const char *path, size_t max_bytes, size_t *size, GError **error);

/* The same without a copy of what is large, and without the NUL: for our own records, which are only ever
 * replaced whole, never written in place.  NULL on failure; file_view_free() the view. */
typedef struct {
    const char *data;
    size_t size;
    bool mapped;
} FileView;
FileView *file_view(const char *path, size_t max_bytes, GError **error);
void file_view_free(FileView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FileView, file_view_free)

/* Writes the bytes of FROM, a file as of file_view(), to TO, as file_write_plain() does. */
gboolean file_copy(const char *from, const char *to, GError **error);

/* The regular files below the folder PATH, as paths relative to it in byte order; free with g_ptr_array_unref.
 * Symbolic links are not followed.  NULL and a system fault when a folder cannot be read. */
GPtrArray *file_list_below(const char *path, GError **error);
/* The same for what is neither a regular file nor a folder: links, pipes, sockets, devices. */
GPtrArray *file_list_odd_below(const char *path, GError **error);

/* Makes the folder and its parents (mode 0777 less umask). */
gboolean file_make_folder(const char *path, GError **error);

/* Removes PATH and, for a folder, all below it; what is not there is no fault.  Never follows a symbolic link. */
gboolean file_remove_tree(const char *path, GError **error);

/* The folder of the program's data: $ANJUAN_DATA, else ../share/anjuan beside the running program.  Caller frees.
 * NAME is a path below it ("rules/findings.xml"). */
char *file_data_path(const char *name);
/* The folder where the running program lies, for starting its sisters.  Caller frees. */
char *file_program_folder(void);

#endif
