/*
 * bytes: little-endian numbers at unaligned places, as ZIP and OLE2 keep them.  The caller has checked that
 * the bytes are there.
 */
#ifndef ANJUAN_BYTES_H
#define ANJUAN_BYTES_H

#include <stdint.h>
#include <string.h>

#include <glib.h>

static inline uint16_t bytes_le16(const uint8_t *at)
{
    uint16_t value;
    memcpy(&value, at, sizeof value);
    return GUINT16_FROM_LE(value);
}

static inline uint32_t bytes_le32(const uint8_t *at)
{
    uint32_t value;
    memcpy(&value, at, sizeof value);
    return GUINT32_FROM_LE(value);
}

static inline uint64_t bytes_le64(const uint8_t *at)
{
    uint64_t value;
    memcpy(&value, at, sizeof value);
    return GUINT64_FROM_LE(value);
}

#endif
