#include "filetype_ole.h"

#include <string.h>

#include "bytes.h"

#define OLE_HEADER_BYTES 512
#define OLE_DIRECTORY_SECTORS 64 /* 256 streams at the least; documents have a dozen */
#define OLE_TABLE_SLOTS 109      /* sectors of the allocation table that the header lists */
#define OLE_ENTRY_BYTES 128
#define OLE_LAST_SECTOR 0xFFFFFFFAu

typedef struct {
    const Window *window;
    uint8_t header[OLE_HEADER_BYTES];
    uint32_t sector_bytes; /* 512 or 4096 */
} Ole;

static uint64_t sector_offset(const Ole *ole, uint32_t sector)
{
    return ((uint64_t)sector + 1) * ole->sector_bytes;
}

static uint32_t next_sector(const Ole *ole, uint32_t sector)
{
    uint32_t per_sector = ole->sector_bytes / 4, slot = sector / per_sector;
    uint8_t next[4];
    if (slot >= OLE_TABLE_SLOTS)
        return OLE_LAST_SECTOR;
    uint32_t table = bytes_le32(ole->header + 76 + (size_t)4 * slot);
    uint64_t at = sector_offset(ole, table) + 4 * (uint64_t)(sector % per_sector);
    return table < OLE_LAST_SECTOR && window_read(ole->window, at, next, sizeof next, NULL) ? bytes_le32(next)
                                                                                            : OLE_LAST_SECTOR;
}

/* Names are UTF-16LE, terminated; all that matter are ASCII. */
static bool is_named(const uint8_t *entry, const char *name)
{
    size_t length = strlen(name);
    if (bytes_le16(entry + 64) != 2 * (length + 1))
        return false;
    for (size_t i = 0; i < length; i++)
        if (entry[2 * i] != (uint8_t)name[i] || entry[2 * i + 1] != 0)
            return false;
    return true;
}

static FileType judge_entry(const uint8_t *entry)
{
    static const struct {
        const char *stream;
        FileType type;
    } streams[] = {{"EncryptedPackage", FILETYPE_OOXML_LOCKED},
                   {"WordDocument", FILETYPE_DOC},
                   {"WpsDocument", FILETYPE_DOC},
                   {"Workbook", FILETYPE_XLS},
                   {"Book", FILETYPE_XLS},
                   {"PowerPoint Document", FILETYPE_PPT}};
    for (size_t i = 0; i < G_N_ELEMENTS(streams); i++)
        if (is_named(entry, streams[i].stream))
            return streams[i].type;
    return FILETYPE_OLE;
}

FileType filetype_of_ole(const Window *window)
{
    Ole ole = {.window = window};
    if (!window_read(window, 0, ole.header, sizeof ole.header, NULL))
        return FILETYPE_OLE;
    uint16_t shift = bytes_le16(ole.header + 30);
    if (shift != 9 && shift != 12)
        return FILETYPE_OLE;
    ole.sector_bytes = 1u << shift;
    g_autofree uint8_t *sector_data = g_malloc(ole.sector_bytes);
    uint32_t sector = bytes_le32(ole.header + 48);
    for (int i = 0; i < OLE_DIRECTORY_SECTORS && sector < OLE_LAST_SECTOR;
         i++, sector = next_sector(&ole, sector)) {
        if (!window_read(window, sector_offset(&ole, sector), sector_data, ole.sector_bytes, NULL))
            break;
        for (uint32_t at = 0; at < ole.sector_bytes; at += OLE_ENTRY_BYTES) {
            FileType type = judge_entry(sector_data + at);
            if (type != FILETYPE_OLE)
                return type;
        }
    }
    return FILETYPE_OLE;
}
