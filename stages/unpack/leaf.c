#include "leaf.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "beside.h"
#include "fault.h"
#include "filetype.h"

#define QUEUE_MAX 128 /* leaves queued or read at once; each may hold a file open */
#define QUEUE_LOW 64  /* when so few are left, the walk goes on */
#define PIECE_BYTES (256u << 10)

struct Workers {
    Store *store;
    Remembered *remembered;
    Crew *crew;
    GMutex lock;
    GCond changed;
    guint busy; /* leaves queued or being read */
    GError *fault;
};

/* A leaf to be read: a member of a bundle, or a file. */
typedef struct {
    Member *member;
    Bundle *bundle;
    guint index;
    bool marked; /* a member that may be known by its packed bytes */
    int fd;
} Leaf;

static GPrivate thread_unpacker = G_PRIVATE_INIT((GDestroyNotify)unpacker_free);

static Unpacker *unpacker_of_thread(void)
{
    Unpacker *unpacker = g_private_get(&thread_unpacker);
    if (!unpacker) {
        unpacker = unpacker_new();
        g_private_set(&thread_unpacker, unpacker);
    }
    return unpacker;
}

/* ---- small leaves: whole in memory, so that what the store has already is not written again
 * --------------------- */

static gboolean keep_bytes(Workers *self, Member *member, const uint8_t *bytes, size_t size, GError **error)
{
    char digest[DIGEST_HEX + 1];
    Window window = window_of_memory(bytes, size);
    FileType type = filetype_of(&window);
    member->type = g_strdup(filetype_name(type));
    if (filetype_is_foreign_archive(type)) {
        member_refuse(member, MEMBER_FORMAT, filetype_name(type));
        return TRUE;
    }
    if (!store_put(self->store, bytes, size, digest, error))
        return FALSE;
    member->sha256 = g_strdup(digest);
    member->size_bytes = (int64_t)size;
    return TRUE;
}

static gboolean read_small_entry(Workers *self, const Leaf *leaf, GError **error)
{
    const uint8_t *bytes = unpacker_read(unpacker_of_thread(), leaf->bundle->archive, leaf->index, error);
    return bytes && keep_bytes(self, leaf->member, bytes,
                               archive_entry(leaf->bundle->archive, leaf->index)->size, error);
}

static gboolean read_small_file(Workers *self, const Leaf *leaf, size_t size, GError **error)
{
    uint8_t *bytes = unpacker_buffer(unpacker_of_thread(), size);
    Window window = window_of_file(leaf->fd, 0, size);
    return window_read(&window, 0, bytes, size, error) && keep_bytes(self, leaf->member, bytes, size, error);
}

/* ---- large leaves: hashed while they are written
 * ------------------------------------------------------------- */

static gboolean write_piece(const uint8_t *bytes, size_t size, gpointer writer, GError **error)
{
    return store_writer_write(writer, bytes, size, error);
}

static gboolean copy_file(int fd, uint64_t size, StoreWriter *writer, GError **error)
{
    uint8_t *buffer = unpacker_buffer(unpacker_of_thread(), PIECE_BYTES);
    Window window = window_of_file(fd, 0, size);
    for (uint64_t at = 0; at < size; at += PIECE_BYTES) {
        size_t piece = (size_t)MIN(PIECE_BYTES, size - at);
        if (!window_read(&window, at, buffer, piece, error) ||
            !store_writer_write(writer, buffer, piece, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean read_large(Workers *self, const Leaf *leaf, uint64_t size, GError **error)
{
    g_autoptr(StoreWriter) writer = store_writer_new(self->store, error);
    if (!writer)
        return FALSE;
    if (!(leaf->bundle ? unpacker_stream(unpacker_of_thread(), leaf->bundle->archive, leaf->index,
                                         write_piece, writer, error)
                       : copy_file(leaf->fd, size, writer, error)))
        return FALSE;
    char digest[DIGEST_HEX + 1];
    uint64_t written;
    Window window = window_of_file(store_writer_fd(writer), 0, size);
    leaf->member->type = g_strdup(filetype_name(filetype_of(&window)));
    if (!store_writer_finish(g_steal_pointer(&writer), digest, &written, error))
        return FALSE;
    leaf->member->sha256 = g_strdup(digest);
    leaf->member->size_bytes = (int64_t)written;
    return TRUE;
}

/* ---- members of archives, also such as were read before ---- */

static gboolean read_entry(Workers *self, const Leaf *leaf, GError **error)
{
    const ZipEntry *entry = archive_entry(leaf->bundle->archive, leaf->index);
    return archive_is_quick(entry) ? read_small_entry(self, leaf, error)
                                   : read_large(self, leaf, entry->size, error);
}

/* Takes what is remembered of the code, when the store still has it. */
static bool recall(const Workers *self, const char *code, Member *member)
{
    const RememberedLeaf *known = remembered_find_leaf(self->remembered, code);
    if (!known || !digest_is_valid(known->sha256) ||
        !store_has(self->store, known->sha256, (uint64_t)known->size_bytes))
        return false;
    member->type = g_strdup(known->type);
    member->sha256 = g_strdup(known->sha256);
    member->size_bytes = known->size_bytes;
    return true;
}

/* What is known is not unpacked.  Where nothing is, the code is made of the bytes as they come by. */
static gboolean read_marked(Workers *self, const Leaf *leaf, Mac *mac, GError **error)
{
    char code[MAC_HEX + 1];
    Unpacker *unpacker = unpacker_of_thread();
    bool look = remembered_knows_leaves(self->remembered);
    unpacker_watch(unpacker, remembered_watch, mac);
    gboolean ok = look ? unpacker_skim(unpacker, leaf->bundle->archive, leaf->index, error)
                       : read_entry(self, leaf, error);
    unpacker_watch(unpacker, NULL, NULL);
    if (!ok)
        return FALSE;
    mac_finish(mac, code);
    if (look && !recall(self, code, leaf->member) && !read_entry(self, leaf, error))
        return FALSE;
    remembered_note_leaf(self->remembered, code, leaf->member);
    return TRUE;
}

/* ---- the crew
 * ------------------------------------------------------------------------------------------------ */

static gboolean read_file(Workers *self, const Leaf *leaf, GError **error)
{
    uint64_t size = (uint64_t)leaf->member->size_bytes;
    return size <= ARCHIVE_QUICK_BYTES ? read_small_file(self, leaf, size, error)
                                       : read_large(self, leaf, size, error);
}

static gboolean read_leaf(Workers *self, const Leaf *leaf, GError **error)
{
    if (!leaf->bundle)
        return read_file(self, leaf, error);
    const ZipEntry *entry = archive_entry(leaf->bundle->archive, leaf->index);
    g_autoptr(Mac) mac = leaf->marked ? remembered_mac(self->remembered, entry) : NULL;
    return mac ? read_marked(self, leaf, mac, error) : read_entry(self, leaf, error);
}

static void settle(Workers *self, Leaf *leaf, GError *fault)
{
    if (fault && fault->domain == FAULT_INPUT) {
        member_refuse(leaf->member, MEMBER_DAMAGED, NULL);
        g_clear_pointer(&leaf->member->type, g_free);
        g_clear_error(&fault);
    }
    bundle_drop(leaf->bundle);
    if (leaf->fd >= 0)
        close(leaf->fd);
    g_free(leaf);
    g_mutex_lock(&self->lock);
    if (fault && !self->fault)
        self->fault = g_steal_pointer(&fault);
    self->busy--;
    if (self->busy == QUEUE_LOW || self->busy == 0)
        g_cond_broadcast(&self->changed);
    g_mutex_unlock(&self->lock);
    g_clear_error(&fault);
}

static void work(gpointer data, gpointer workers)
{
    GError *fault = NULL;
    read_leaf(workers, data, &fault);
    settle(workers, data, fault);
}

Workers *workers_new(Store *store, Remembered *remembered, int jobs)
{
    Workers *self = g_new0(Workers, 1);
    self->store = store;
    self->remembered = remembered;
    g_mutex_init(&self->lock);
    g_cond_init(&self->changed);
    self->crew = crew_new(work, self, jobs);
    return self;
}

void workers_free(Workers *self)
{
    if (!self)
        return;
    crew_free(self->crew, false);
    g_clear_error(&self->fault);
    g_mutex_clear(&self->lock);
    g_cond_clear(&self->changed);
    g_free(self);
}

static void submit(Workers *self, const Leaf *leaf)
{
    g_mutex_lock(&self->lock);
    if (self->busy >= QUEUE_MAX)
        while (self->busy > QUEUE_LOW) /* else it would be woken for every leaf */
            g_cond_wait(&self->changed, &self->lock);
    self->busy++;
    g_mutex_unlock(&self->lock);
    crew_push(self->crew, g_memdup2(leaf, sizeof *leaf));
}

void workers_submit_entry(Workers *self, Member *member, Bundle *bundle, guint index, bool marked)
{
    submit(self, &(Leaf){.member = member,
                         .bundle = bundle_hold(bundle),
                         .index = index,
                         .marked = marked,
                         .fd = -1});
}

void workers_submit_file(Workers *self, Member *member, int fd)
{
    submit(self, &(Leaf){.member = member, .fd = fd});
}

gboolean workers_wait(Workers *self, GError **error)
{
    g_mutex_lock(&self->lock);
    while (self->busy > 0)
        g_cond_wait(&self->changed, &self->lock);
    GError *fault = g_steal_pointer(&self->fault);
    g_mutex_unlock(&self->lock);
    if (fault)
        g_propagate_error(error, fault);
    return fault == NULL;
}
