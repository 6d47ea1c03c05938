#include "storelab.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "digest.h"
#include "fileio.h"

void storelab_start(StoreLab *lab, const char *name)
{
    lab->dir = g_build_filename(g_get_tmp_dir(), name, NULL);
    lab->store_dir = g_build_filename(lab->dir, "store", NULL);
    lab->inventory_path = g_build_filename(lab->dir, "inventory.xml", NULL);
    assert_true(file_make_folder(lab->dir, NULL));
    lab->store = store_open(lab->store_dir, NULL);
    assert_non_null(lab->store);
    lab->inventory = record_new(&inventory_type);
    lab->inventory->program = g_strnfill(64, 'a');
    lab->package = record_add(lab->inventory->packages, &package_type);
    lab->package->name = g_strdup("甲县.zip");
}

void storelab_end(StoreLab *lab)
{
    store_free(lab->store);
    record_free(&inventory_type, lab->inventory);
    file_remove_tree(lab->dir, NULL);
    g_free(lab->dir);
    g_free(lab->store_dir);
    g_free(lab->inventory_path);
}

Member *storelab_add(StoreLab *lab, const char *path, const char *type, const void *data, size_t size)
{
    char digest[DIGEST_HEX + 1];
    Member *member = record_add(lab->package->members, &member_type);
    assert_true(store_put(lab->store, data, size, digest, NULL));
    member->path = g_strdup(path);
    member->type = g_strdup(type);
    member->sha256 = g_strdup(digest);
    member->size_bytes = (int64_t)size;
    member->depth = 1;
    return member;
}

void storelab_write(StoreLab *lab)
{
    assert_true(store_commit(lab->store, NULL));
    assert_true(record_write(&inventory_type, lab->inventory, lab->inventory_path, NULL));
}
