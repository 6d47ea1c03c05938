#include "remembered.h"

#include <string.h>

#include "program.h"

#define RACY_NS INT64_C(2000000000)

typedef struct {
    char *name;
    GPtrArray *files;  /* RememberedFile */
    GPtrArray *leaves; /* RememberedLeaf */
} RememberedPackage;

typedef struct {
    char *program, *limits, *key;
    GPtrArray *packages; /* RememberedPackage */
} RememberedFiles;

struct Remembered {
    RememberedFiles *before, *noted;
    GHashTable *known;        /* signature → RememberedFile of BEFORE */
    GHashTable *known_leaves; /* code → RememberedLeaf of BEFORE */
    GHashTable *leaves_held;  /* sha256 → RememberedLeaf of BEFORE; NULL until it is asked for */
    MacKey key;
    bool notes;
    RememberedPackage *package; /* the one in hand, of NOTED; NULL: none yet */
    GMutex lock;                /* of what leaves are noted in */
    GHashTable *codes;          /* of the leaves noted of the package in hand */
    bool anything;              /* was noted */
};

static const RecordField file_fields[] = {
    FIELD_STRING_REQ(RememberedFile, signature, "signature"), FIELD_INT(RememberedFile, members, "members"),
    FIELD_INT(RememberedFile, bytes, "bytes"), FIELD_LIST(RememberedFile, found, "member", &member_type),
    FIELD_END};
static const RecordType file_type = {"file", NULL, sizeof(RememberedFile), file_fields};

static const RecordField leaf_fields[] = {
    FIELD_STRING_REQ(RememberedLeaf, code, "code"), FIELD_STRING_REQ(RememberedLeaf, type, "type"),
    FIELD_STRING_REQ(RememberedLeaf, sha256, "sha256"), FIELD_INT(RememberedLeaf, size_bytes, "size"),
    FIELD_END};
static const RecordType leaf_type = {"leaf", NULL, sizeof(RememberedLeaf), leaf_fields};

static const RecordField package_fields[] = {
    FIELD_STRING_REQ(RememberedPackage, name, "name"),
    FIELD_LIST(RememberedPackage, files, "file", &file_type),
    FIELD_LIST(RememberedPackage, leaves, "leaf", &leaf_type), FIELD_END};
static const RecordType noted_package_type = {"package", NULL, sizeof(RememberedPackage), package_fields};

static const RecordField files_fields[] = {
    FIELD_STRING_REQ(RememberedFiles, program, "program"),
    FIELD_STRING_REQ(RememberedFiles, limits, "limits"),
    FIELD_STRING_REQ(RememberedFiles, key, "key"),
    FIELD_LIST(RememberedFiles, packages, "package", &noted_package_type), FIELD_END};
static const RecordType files_type = {"files", "urn:anjuan:files", sizeof(RememberedFiles), files_fields};

static void know(Remembered *self, const RememberedPackage *package)
{
    for (guint i = 0; i < package->files->len; i++) {
        RememberedFile *one = package->files->pdata[i];
        if (one->found->len > 0)
            g_hash_table_insert(self->known, one->signature, one);
    }
    for (guint i = 0; i < package->leaves->len; i++) {
        RememberedLeaf *one = package->leaves->pdata[i];
        g_hash_table_insert(self->known_leaves, one->code, one);
    }
}

Remembered *remembered_read(const char *file, const char *limits, bool notes)
{
    Remembered *self = g_new0(Remembered, 1);
    char key[MAC_KEY_HEX + 1];
    g_mutex_init(&self->lock);
    self->known = g_hash_table_new(g_str_hash, g_str_equal);
    self->known_leaves = g_hash_table_new(g_str_hash, g_str_equal);
    self->codes = g_hash_table_new(g_str_hash, g_str_equal);
    self->notes = notes;
    RememberedFiles *before = file ? record_read(&files_type, file, NULL) : NULL;
    bool usable = before && g_strcmp0(before->program, program_digest) == 0 &&
                  g_strcmp0(before->limits, limits) == 0 && mac_key_parse(before->key, &self->key);
    if (!usable) {
        record_free(&files_type, before);
        before = record_new(&files_type);
        mac_key_make(&self->key);
    }
    self->before = before;
    self->noted = record_new(&files_type);
    self->noted->program = g_strdup(program_digest);
    self->noted->limits = g_strdup(limits);
    mac_key_format(&self->key, key);
    self->noted->key = g_strdup(key);
    for (guint i = 0; i < before->packages->len; i++)
        know(self, before->packages->pdata[i]);
    return self;
}

void remembered_free(Remembered *self)
{
    if (!self)
        return;
    g_hash_table_unref(self->known);
    g_hash_table_unref(self->known_leaves);
    g_clear_pointer(&self->leaves_held, g_hash_table_unref);
    g_hash_table_unref(self->codes);
    g_mutex_clear(&self->lock);
    record_free(&files_type, self->before);
    record_free(&files_type, self->noted);
    g_free(self);
}

void remembered_begin(Remembered *self, const char *name)
{
    self->package = record_add(self->noted->packages, &noted_package_type);
    self->package->name = g_strdup(name);
    g_hash_table_remove_all(self->codes);
}

void remembered_keep(Remembered *self, const char *name)
{
    GPtrArray *before = self->before->packages;
    for (guint i = 0; i < before->len; i++) {
        const RememberedPackage *package = before->pdata[i];
        if (strcmp(package->name, name) == 0) {
            g_ptr_array_add(self->noted->packages, g_ptr_array_steal_index(before, i));
            return;
        }
    }
}

/* ---- files of folders ---- */

static int64_t time_ns(struct timespec time)
{
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

void remembered_signature(const char *path, const struct stat *info, char signature[65])
{
    const int64_t facts[] = {(int64_t)info->st_size, time_ns(info->st_mtim), time_ns(info->st_ctim), (int64_t)info->st_ino,
                             (int64_t)info->st_dev};
    g_autoptr(Digest) digest = digest_new();
    digest_update(digest, path, strlen(path) + 1);
    digest_update(digest, facts, sizeof facts);
    digest_finish(digest, signature);
}

RememberedFile *remembered_find(const Remembered *self, const char *signature)
{
    return g_hash_table_lookup(self->known, signature);
}

static bool is_settled(const RememberedFile *file)
{
    for (guint i = 0; i < file->found->len; i++) {
        const Member *member = file->found->pdata[i];
        if (member->state == MEMBER_DAMAGED || member->state == MEMBER_LIMIT || (member->state == MEMBER_READ && !member->sha256))
            return false;
    }
    return true;
}

static void copy_member(GPtrArray *list, const Member *from)
{
    Member *to = record_add(list, &member_type);
    *to = *from;
    to->path = g_strdup(from->path);
    to->raw = g_strdup(from->raw);
    to->reason = g_strdup(from->reason);
    to->type = g_strdup(from->type);
    to->sha256 = g_strdup(from->sha256);
    to->collides = g_strdup(from->collides);
}

static void note_file(Remembered *self, const RememberedFile *file)
{
    if (!is_settled(file))
        return;
    RememberedFile *noted = record_add(self->package->files, &file_type);
    self->anything = true;
    noted->signature = g_strdup(file->signature);
    noted->members = file->members;
    noted->bytes = file->bytes;
    for (guint i = 0; i < file->found->len; i++)
        copy_member(noted->found, file->found->pdata[i]);
}

void remembered_note(Remembered *self, const RememberedFile *file, const struct stat *info, int64_t listed_ns)
{
    if (listed_ns - MAX(time_ns(info->st_mtim), time_ns(info->st_ctim)) >= RACY_NS)
        note_file(self, file);
}

/* ---- leaves of archives ---- */

bool remembered_knows_leaves(const Remembered *self)
{
    return g_hash_table_size(self->known_leaves) > 0;
}

Mac *remembered_mac(const Remembered *self, const ZipEntry *entry)
{
    if (!self->notes && !remembered_knows_leaves(self))
        return NULL;
    const uint64_t claims[] = {entry->method, entry->crc, entry->size, entry->packed_size};
    Mac *mac = mac_new(&self->key);
    mac_update(mac, claims, sizeof claims);
    return mac;
}

const RememberedLeaf *remembered_find_leaf(const Remembered *self, const char *code)
{
    return g_hash_table_lookup(self->known_leaves, code);
}

void remembered_note_leaf(Remembered *self, const char *code, const Member *member)
{
    if (!self->notes || member->state != MEMBER_READ)
        return;
    g_mutex_lock(&self->lock);
    if (!g_hash_table_contains(self->codes, code)) {
        RememberedLeaf *leaf = record_add(self->package->leaves, &leaf_type);
        leaf->code = g_strdup(code);
        leaf->type = g_strdup(member->type);
        leaf->sha256 = g_strdup(member->sha256);
        leaf->size_bytes = member->size_bytes;
        g_hash_table_add(self->codes, leaf->code);
        self->anything = true;
    }
    g_mutex_unlock(&self->lock);
}

void remembered_watch(const uint8_t *bytes, size_t size, gpointer mac)
{
    mac_update(mac, bytes, size);
}

/* ---- archives in a package that is a ZIP ---- */

static void add_text(Mac *mac, const char *text)
{
    mac_update(mac, text ? text : "", text ? strlen(text) + 1 : 1);
}

Mac *remembered_archive_mac(const Remembered *self, const ZipEntry *entry, const Member *member)
{
    Mac *mac = remembered_mac(self, entry);
    if (!mac)
        return NULL;
    const int64_t facts[] = {member->depth, member->encoding, member->folded};
    add_text(mac, member->path);
    add_text(mac, member->raw);
    mac_update(mac, facts, sizeof facts);
    return mac;
}

/* The leaf of BEFORE that is MEMBER by its digest; NULL for none. */
static const RememberedLeaf *leaf_held(Remembered *self, const Member *member)
{
    if (!self->leaves_held) {
        GHashTableIter iter;
        gpointer leaf;
        self->leaves_held = g_hash_table_new(g_str_hash, g_str_equal);
        g_hash_table_iter_init(&iter, self->known_leaves);
        while (g_hash_table_iter_next(&iter, NULL, &leaf))
            g_hash_table_insert(self->leaves_held, ((RememberedLeaf *)leaf)->sha256, leaf);
    }
    return member->sha256 ? g_hash_table_lookup(self->leaves_held, member->sha256) : NULL;
}

void remembered_note_archive(Remembered *self, const RememberedFile *file, bool recalled)
{
    if (!self->notes)
        return;
    note_file(self, file);
    for (guint i = 0; recalled && i < file->found->len; i++) {
        const Member *member = file->found->pdata[i];
        const RememberedLeaf *leaf = leaf_held(self, member);
        if (leaf)
            remembered_note_leaf(self, leaf->code, member);
    }
}

/* ---- the end ---- */

gboolean remembered_write(const Remembered *self, const char *file, GError **error)
{
    return !self->notes || !self->anything || record_write(&files_type, self->noted, file, error);
}
