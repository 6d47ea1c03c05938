#include "walk.h"

#include <errno.h>
#include <unistd.h>

#include "fault.h"
#include "filetype.h"
#include "lang.h"
#include "leaf.h"

#define PEEK_BYTES 1024 /* enough to tell archives from leaves */

/* ZIPs with these names are documents, and leaves even when what is in them is not what it should be. */
static const char *const document_extensions[] = {"docx", "docm", "dotx", "xlsx", "xlsm",
                                                  "pptx", "ofd",  "odt",  "ods",  NULL};
static const char *const archive_extensions[] = {"zip", NULL};

/* ---- limits
 * -------------------------------------------------------------------------------------------------- */

const char *walk_budget(Intake *intake, const Archive *archive, int64_t *limit)
{
    const SeasonLimits *limits = intake->limits;
    uint64_t claimed = 0, room = (uint64_t)MIN(limits->archive_bytes, limits->total_bytes);
    for (guint i = 0; i < archive_count(archive) && claimed <= room; i++)
        claimed += MIN(archive_entry(archive, i)->size, room + 1); /* no sum can wrap */
    if (claimed > (uint64_t)limits->archive_bytes ||
        archive_window(archive)->length > (uint64_t)limits->archive_bytes) {
        *limit = limits->archive_bytes;
        return "archive-bytes";
    }
    if (intake->bytes + claimed > (uint64_t)limits->total_bytes) {
        *limit = limits->total_bytes;
        return "total-bytes";
    }
    if (intake->members + archive_count(archive) > (uint64_t)limits->members) {
        *limit = limits->members;
        return "members";
    }
    intake->bytes += claimed;
    intake->members += archive_count(archive);
    return NULL;
}

static void refuse_by(const Intake *intake, Member *member, ArchiveVerdict verdict)
{
    switch (verdict) {
    case ARCHIVE_FINE:
        break;
    case ARCHIVE_DAMAGED:
        member_refuse(member, MEMBER_DAMAGED, NULL);
        break;
    case ARCHIVE_ENCRYPTED:
        member_refuse(member, MEMBER_ENCRYPTED, NULL);
        break;
    case ARCHIVE_METHOD:
        member_refuse(member, MEMBER_FORMAT, "method");
        break;
    case ARCHIVE_LINK:
        member_refuse(member, MEMBER_UNSAFE, "link");
        break;
    case ARCHIVE_SPECIAL:
        member_refuse(member, MEMBER_UNSAFE, "special");
        break;
    case ARCHIVE_OVERLAP:
        member_refuse(member, MEMBER_LIMIT, "overlap");
        break;
    case ARCHIVE_MEMBER_BYTES:
        member_exceeds(member, "member-bytes", intake->limits->member_bytes);
        break;
    case ARCHIVE_RATIO:
        member_exceeds(member, "ratio", intake->limits->ratio);
        break;
    }
}

/* ---- archives inside
 * ----------------------------------------------------------------------------------------- */

/* An archive that does not open is a leaf when its beginning is that of an office document: the reader of
 * documents will say what is wrong. */
static bool refuse_archive(const Intake *intake, Member *member, FileType head, const GError *fault)
{
    if (filetype_is_zip_document(head) && (fault->code == FAULT_DAMAGED || fault->code == FAULT_TWO))
        return false;
    member->type = g_strdup(filetype_name(head));
    switch (fault->code) {
    case FAULT_ENCRYPTED:
        member_refuse(member, MEMBER_ENCRYPTED, NULL);
        break;
    case FAULT_UNSUPPORTED:
        member_refuse(member, MEMBER_FORMAT, "split");
        break;
    case FAULT_LIMIT:
        member_exceeds(member, "members", intake->limits->members);
        break;
    case FAULT_TWO:
        member_refuse(member, MEMBER_DAMAGED, "two-archives");
        break;
    default:
        member_refuse(member, MEMBER_DAMAGED, member->size_bytes == 0 ? "empty" : "directory");
    }
    return true;
}

static gboolean walk_inside(Intake *intake, Member *member, Bundle *bundle, GError **error)
{
    int64_t limit;
    member->type = g_strdup(filetype_name(FILETYPE_ZIP));
    if (member->depth >= intake->limits->depth) {
        member_exceeds(member, "depth", intake->limits->depth);
        return TRUE;
    }
    if (archive_count(bundle->archive) == 0) { /* nothing was packed: no case file is to get lost in silence */
        member_refuse(member, MEMBER_DAMAGED, "empty");
        return TRUE;
    }
    const char *exceeded = walk_budget(intake, bundle->archive, &limit);
    if (exceeded) {
        member_exceeds(member, exceeded, limit);
        return TRUE;
    }
    member->state = MEMBER_ARCHIVE;
    g_autofree char *path = g_strdup(member->path);
    return walk_bundle(intake, bundle, path, member->depth + 1, error);
}

static gboolean write_scratch(const uint8_t *bytes, size_t size, gpointer fd, GError **error)
{
    while (size > 0) {
        ssize_t put = write(GPOINTER_TO_INT(fd), bytes, size);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return fault_system(error, errno, "%s",
                                tr("无法在存储中暂存压缩包，请检查磁盘空间",
                                   "cannot keep an archive in the store for a while; check disk space"));
        bytes += put;
        size -= (size_t)put;
    }
    return TRUE;
}

/* A deflated archive is inflated into a nameless file, never into memory.  When it turns out damaged, what
 * came out is tried all the same, as a stored one would be: its own members have their own checksums. */
static Bundle *open_inflated(Intake *intake, const Bundle *outer, guint index, GError **error)
{
    g_autoptr(GError) fault = NULL;
    int fd = store_scratch(intake->store, error);
    if (fd < 0)
        return NULL;
    if (!unpacker_stream(intake->unpacker, outer->archive, index, write_scratch, GINT_TO_POINTER(fd),
                         &fault) &&
        fault->domain != FAULT_INPUT) {
        close(fd);
        g_propagate_error(error, g_steal_pointer(&fault));
        return NULL;
    }
    Window window = window_of_file(fd, 0, (uint64_t)lseek(fd, 0, SEEK_CUR));
    return bundle_new(&window, fd, NULL, (uint64_t)intake->limits->members, error);
}

/* Makes the code of MEMBER, a deflated archive in OUTER, of all its packed bytes; false when nobody asks for it, or they cannot be had. */
static bool code_of_archive(Intake *intake, const Bundle *outer, guint index, const Member *member, char *code)
{
    const ZipEntry *entry = archive_entry(outer->archive, index);
    const bool inflated = entry->method != ZIP_METHOD_STORED && intake->package->form == PACKAGE_ZIP;
    g_autoptr(Mac) mac = inflated && member->depth == 1 ? remembered_archive_mac(intake->remembered, entry, member) : NULL;
    if (!mac)
        return false;
    unpacker_watch(intake->unpacker, remembered_watch, mac);
    bool read = unpacker_skim(intake->unpacker, outer->archive, index, NULL);
    unpacker_watch(intake->unpacker, NULL, NULL);
    if (read)
        mac_finish(mac, code);
    return read;
}

static Bundle *open_inside(Intake *intake, Bundle *outer, guint index, GError **error)
{
    const ZipEntry *entry = archive_entry(outer->archive, index);
    if (entry->method != ZIP_METHOD_STORED)
        return open_inflated(intake, outer, index, error);
    Window window = window_part(archive_window(outer->archive), entry->data_offset, entry->packed_size);
    return bundle_new(&window, -1, outer, (uint64_t)intake->limits->members, error);
}

/* ---- members
 * ------------------------------------------------------------------------------------------------- */

typedef enum { SEEMS_LEAF, SEEMS_ARCHIVE, SEEMS_FOREIGN } Seems;

static Seems judge_head(const char *path, FileType head)
{
    if (filetype_is_foreign_archive(head))
        return SEEMS_FOREIGN;
    bool zip = head == FILETYPE_ZIP || filetype_is_zip_document(head);
    if (zip && path_has_extension(path, document_extensions))
        return SEEMS_LEAF;
    bool nameless = head == FILETYPE_UNKNOWN || head == FILETYPE_EMPTY || head == FILETYPE_EXE;
    return zip || (nameless && path_has_extension(path, archive_extensions)) ? SEEMS_ARCHIVE : SEEMS_LEAF;
}

static void refuse_foreign(Member *member, FileType type)
{
    member->type = g_strdup(filetype_name(type));
    member_refuse(member, MEMBER_FORMAT, filetype_name(type));
}

/* What became of a member that seems to be an archive: walked, refused, or (FALSE in *DONE) a leaf after all.
 */
static gboolean settle_archive(Intake *intake, Member *member, FileType head, Bundle *inner, GError *fault,
                               bool *done, GError **error)
{
    *done = true;
    if (!inner && fault->domain != FAULT_INPUT) {
        g_propagate_error(error, fault);
        return FALSE;
    }
    if (!inner) {
        *done = refuse_archive(intake, member, head, fault);
        g_error_free(fault);
        return TRUE;
    }
    if (filetype_of_archive(inner->archive) == FILETYPE_ZIP)
        return walk_inside(intake, member, inner, error);
    *done = false;
    return TRUE;
}

/* MEMBER, the last of the package, seems to be an archive: it is taken in, with *DONE as settle_archive has it. */
static gboolean take_archive(Intake *intake, Bundle *bundle, guint index, Member *member, FileType head, bool *done,
                             GError **error)
{
    Brought brought = {.first = 0};
    GError *fault = NULL;
    const bool coded = code_of_archive(intake, bundle, index, member, brought.signature);
    brought_begin(&brought, intake);
    if (coded && intake_recall(intake, &brought)) {
        *done = true;
    } else {
        g_autoptr(Bundle) inner = open_inside(intake, bundle, index, &fault);
        if (!settle_archive(intake, member, head, inner, fault, done, error))
            return FALSE;
    }
    brought_end(&brought, intake);
    if (coded && *done)
        g_array_append_val(intake->archives, brought);
    return TRUE;
}

static gboolean take_entry(Intake *intake, Bundle *bundle, guint index, Member *member, GError **error)
{
    const SeasonLimits *limits = intake->limits;
    const ZipEntry *entry = archive_entry(bundle->archive, index);
    ArchiveLimits bounds = {(uint64_t)limits->member_bytes, (uint64_t)limits->ratio,
                            (uint64_t)limits->ratio_above_bytes};
    ArchiveVerdict verdict = archive_judge(entry, &bounds);
    refuse_by(intake, member, verdict);
    if (verdict != ARCHIVE_FINE)
        return TRUE;
    uint8_t bytes[PEEK_BYTES];
    size_t got = unpacker_peek(intake->unpacker, bundle->archive, index, bytes, sizeof bytes);
    FileType head = filetype_of_head(bytes, got, entry->size);
    Seems seems = judge_head(member->path, head);
    if (seems == SEEMS_FOREIGN)
        refuse_foreign(member, head);
    bool done = seems == SEEMS_FOREIGN;
    if (seems == SEEMS_ARCHIVE && !take_archive(intake, bundle, index, member, head, &done, error))
        return FALSE;
    if (!done)
        workers_submit_entry(intake->workers, member, bundle, index, intake->package->form == PACKAGE_ZIP);
    return TRUE;
}

gboolean walk_bundle(Intake *intake, Bundle *bundle, const char *path, int64_t depth, GError **error)
{
    for (guint i = 0; i < archive_count(bundle->archive); i++) {
        const ZipEntry *entry = archive_entry(bundle->archive, i);
        FoundName found = {
            .raw = entry->name,
            .raw_size = entry->name_size,
            .extra = entry->extra,
            .extra_size = entry->extra_size,
            .parent = path,
            .depth = depth,
            .size_bytes = (int64_t)MIN(entry->size, (uint64_t)G_MAXINT64),
            .folder = entry->folder,
        };
        Member *member = intake_member(intake, &found);
        if (member && member->state == MEMBER_READ && !take_entry(intake, bundle, i, member, error))
            return FALSE;
    }
    return TRUE;
}

gboolean walk_file(Intake *intake, Member *member, int fd, GError **error)
{
    uint8_t bytes[PEEK_BYTES];
    Window window = window_of_file(fd, 0, (uint64_t)member->size_bytes);
    gssize got = window_read_some(&window, 0, bytes, sizeof bytes, NULL);
    FileType head = filetype_of_head(bytes, (size_t)MAX(got, 0), window.length);
    Seems seems = judge_head(member->path, head);
    if (seems == SEEMS_FOREIGN)
        refuse_foreign(member, head);
    bool done = seems == SEEMS_FOREIGN;
    gboolean ok = TRUE;
    if (seems == SEEMS_ARCHIVE) {
        GError *fault = NULL;
        g_autoptr(Bundle) inner =
            bundle_new(&window, dup(fd), NULL, (uint64_t)intake->limits->members, &fault);
        ok = settle_archive(intake, member, head, inner, fault, &done, error);
    }
    if (ok && !done)
        workers_submit_file(intake->workers, member, fd);
    else
        close(fd);
    return ok;
}
