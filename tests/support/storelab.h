/* storelab: a store in $TMPDIR and an inventory of one package in it, as anjuan-unpack leaves them, for tests of the stages that read them. */
#ifndef ANJUAN_TEST_STORELAB_H
#define ANJUAN_TEST_STORELAB_H

#include "rec_inventory.h"
#include "store.h"

typedef struct {
    char *dir; /* $TMPDIR/NAME; everything lies below it */
    char *store_dir, *inventory_path;
    Store *store;
    Inventory *inventory;
    Package *package; /* 甲县.zip, the only one */
} StoreLab;

/* Makes folder and store; fails the test when it cannot. */
void storelab_start(StoreLab *lab, const char *name);
void storelab_end(StoreLab *lab);

/* Puts DATA into the store and a member of that path and type, read in full, into the inventory, which owns it. */
Member *storelab_add(StoreLab *lab, const char *path, const char *type, const void *data, size_t size);
/* Makes the store durable and writes the inventory to inventory_path. */
void storelab_write(StoreLab *lab);

#endif
