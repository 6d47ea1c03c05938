/*
 * unpackrun: runs the built anjuan-unpack on packages that a test made, in a folder of its own.
 *
 *     UnpackRun run;
 *     unpack_start(&run);
 *     unpack_add_zip(&run, "单位.zip", recipes, count);
 *     unpack_run(&run, "--jobs", "1", NULL);
 *     unpack_expect(&run, 0, "案卷/甲/1.jpg", MEMBER_READ, NULL);
 *     unpack_end(&run);
 */
#ifndef ANJUAN_TEST_UNPACKRUN_H
#define ANJUAN_TEST_UNPACKRUN_H

#include <glib.h>

#include "rec_inventory.h"
#include "zipmaker.h"

typedef struct {
    char *folder;        /* everything of this run lies below it; the store is its "store" */
    char *season;        /* path of the season file */
    GPtrArray *packages; /* paths, in order of receipt */
    Inventory *inventory;
    char *messages; /* standard error of the last run */
} UnpackRun;

void unpack_start(UnpackRun *run);
void unpack_end(UnpackRun *run);

/* Sets an attribute of the season's <limits>. */
void unpack_limit(UnpackRun *run, const char *name, const char *value);

/* Adds a package and makes it: a ZIP of recipes, or of bytes as they are. */
void unpack_add_zip(UnpackRun *run, const char *name, const ZipRecipe *recipes, size_t count);
void unpack_add_bytes(UnpackRun *run, const char *name, GBytes *bytes);
/* Adds the package folder/NAME, to which unpack_file adds files. */
void unpack_add_folder(UnpackRun *run, const char *name);
void unpack_file(UnpackRun *run, const char *name, const char *text);

/* Runs the stage with further arguments (ended by NULL); returns its exit status and, when that is 0, reads
 * the inventory. */
int unpack_run(UnpackRun *run, ...) G_GNUC_NULL_TERMINATED;

/* Member PATH of package INDEX; the test fails when there is none. */
const Member *unpack_member(const UnpackRun *run, guint index, const char *path);
/* … has STATE and REASON (NULL: none), and when it was read its blob is in the store. */
void unpack_expect(const UnpackRun *run, guint index, const char *path, MemberState state,
                   const char *reason);
/* The blob of member PATH holds TEXT. */
void unpack_expect_text(const UnpackRun *run, guint index, const char *path, const char *text);
const Package *unpack_package(const UnpackRun *run, guint index);

/* Writes package INDEX of the inventory as a receipt of the store; returns its path.  Caller frees. */
char *unpack_receipt(const UnpackRun *run, guint index);

/* The bytes of the inventory as written; caller frees. */
char *unpack_bytes(const UnpackRun *run);

#endif
