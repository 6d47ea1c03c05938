#include "zipdir_end.h"

#include <stdbool.h>

#include "bytes.h"
#include "fault.h"
#include "lang.h"

#define END_MAGIC 0x06054b50u
#define END_SIZE 22
#define END64_MAGIC 0x06064b50u
#define END64_SIZE 56
#define LOCATOR_MAGIC 0x07064b50u
#define LOCATOR_SIZE 20
#define ENTRY_MAGIC 0x02014b50u
#define LOCAL_MAGIC 0x04034b50u
#define COMMENT_MAX 65535

/* What an end record, of either size, claims. */
typedef struct {
    uint64_t at; /* where the record itself begins; the directory ends at or before it */
    uint64_t size;
    uint64_t offset;
    bool several;
} Claim;

static bool has_magic(const Window *window, uint64_t at, uint32_t magic)
{
    uint8_t bytes[4];
    return window_read(window, at, bytes, sizeof bytes, NULL) && bytes_le32(bytes) == magic;
}

static bool read_end64(const Window *window, uint64_t at, Claim *claim)
{
    uint8_t bytes[END64_SIZE];
    if (!window_read(window, at, bytes, sizeof bytes, NULL) || bytes_le32(bytes) != END64_MAGIC)
        return false;
    claim->at = at;
    claim->several = bytes_le32(bytes + 16) != 0 || bytes_le32(bytes + 20) != 0 ||
                     bytes_le64(bytes + 24) != bytes_le64(bytes + 32);
    claim->size = bytes_le64(bytes + 40);
    claim->offset = bytes_le64(bytes + 48);
    return true;
}

/* The ZIP64 record is named by a locator just before the end record; with bytes before the archive it lies
 * right before the locator. */
static void widen_claim(const Window *window, uint64_t end_at, Claim *claim)
{
    uint8_t locator[LOCATOR_SIZE];
    if (end_at < LOCATOR_SIZE || !window_read(window, end_at - LOCATOR_SIZE, locator, sizeof locator, NULL) ||
        bytes_le32(locator) != LOCATOR_MAGIC)
        return;
    uint64_t locator_at = end_at - LOCATOR_SIZE;
    if (locator_at >= END64_SIZE && read_end64(window, locator_at - END64_SIZE, claim))
        return;
    uint64_t written = bytes_le64(locator + 8);
    if (written < locator_at)
        read_end64(window, written, claim);
}

static Claim read_claim(const Window *window, uint64_t at, const uint8_t *bytes)
{
    Claim claim = {
        .at = at,
        .size = bytes_le32(bytes + 12),
        .offset = bytes_le32(bytes + 16),
        .several = bytes_le16(bytes + 4) != 0 || bytes_le16(bytes + 6) != 0 ||
                   bytes_le16(bytes + 8) != bytes_le16(bytes + 10),
    };
    if (claim.size == UINT32_MAX || claim.offset == UINT32_MAX || bytes_le16(bytes + 10) == UINT16_MAX)
        widen_claim(window, at, &claim);
    return claim;
}

/* True when a directory begins where CLAIM says: right before the record (whatever offset is written), else
 * at the offset.  A shift in what itself begins like an archive is none: an archive that was cut off and
 * whose last member was a stored archive would pass for that member. */
static bool believe(const Window *window, const Claim *claim, ZipEnd *end)
{
    if (claim->size > claim->at)
        return false;
    uint64_t before = claim->at - claim->size;
    end->size = claim->size;
    end->start = before;
    if (claim->size == 0 || has_magic(window, before, ENTRY_MAGIC)) {
        end->shift = (int64_t)(before - claim->offset);
        return end->shift <= 0 || !has_magic(window, 0, LOCAL_MAGIC);
    }
    end->start = claim->offset;
    end->shift = 0;
    return claim->offset <= before && has_magic(window, claim->offset, ENTRY_MAGIC);
}

/* True when a directory with entries lies right before the record, whether or not it is believed. */
static bool has_directory(const Window *window, const Claim *claim)
{
    return claim->size > 0 && claim->size <= claim->at &&
           has_magic(window, claim->at - claim->size, ENTRY_MAGIC);
}

/* One archive behind another, or in its comment: common programs show the last one, and what they show must
 * not differ from what is judged here. */
static gboolean refuse_two(GError **error)
{
    return fault_input(error, FAULT_TWO, "%s",
                       tr("一个文件里接着两个压缩包，无法判断以哪个为准，请重新打包",
                          "two archives stand one after the other in one file; pack it again"));
}

/* True when an archive ends right before AT: there the end record of another one stands, its comment
 * included. */
static bool archive_ends_at(const Window *window, uint64_t at)
{
    uint64_t span = MIN(at, (uint64_t)COMMENT_MAX + END_SIZE), base = at - span;
    g_autofree uint8_t *bytes = g_malloc(span + 1);
    if (!window_read(window, base, bytes, span, NULL))
        return false;
    for (uint64_t i = 0; i + END_SIZE <= span; i++)
        if (bytes_le32(bytes + i) == END_MAGIC && i + END_SIZE + bytes_le16(bytes + i + 20) == span)
            return true;
    return false;
}

/* True when CLAIM is that of an archive behind another one, which may be of any size. */
static bool follows_another(const Window *window, const Claim *claim)
{
    uint64_t before = claim->at - claim->size;
    return has_directory(window, claim) && before > claim->offset && has_magic(window, 0, LOCAL_MAGIC) &&
           archive_ends_at(window, before - claim->offset);
}

gboolean zipdir_find_end(const Window *window, ZipEnd *end, GError **error)
{
    uint64_t span = MIN(window->length, (uint64_t)COMMENT_MAX + END_SIZE), base = window->length - span;
    g_autofree uint8_t *tail = g_malloc(span + 1);
    if (!window_read(window, base, tail, span, error))
        return FALSE;
    bool several = false, another = false;
    for (uint64_t i = span < END_SIZE ? 0 : span - END_SIZE + 1; i-- > 0;) {
        if (bytes_le32(tail + i) != END_MAGIC)
            continue;
        Claim claim = read_claim(window, base + i, tail + i);
        several |= claim.several;
        if (!claim.several && believe(window, &claim, end))
            return another ? refuse_two(error) : TRUE;
        if (!claim.several && follows_another(window, &claim))
            return refuse_two(error);
        another |= has_directory(window, &claim);
    }
    if (several)
        return fault_input(error, FAULT_UNSUPPORTED, "%s",
                           tr("这是分卷压缩包中的一卷，请合并为一个ZIP后再报送",
                              "this is one part of a split archive; make it one ZIP"));
    return fault_input(error, FAULT_DAMAGED, "%s",
                       tr("压缩包不完整：没有找到目录，请重新打包",
                          "the archive is incomplete: no directory was found; pack it again"));
}
