/*
 * bytes: little-endian numbers at unaligned places, as ZIP and OLE2 keep them (the caller has checked that
 * the bytes are there), and bytes as digits.
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

/* SIZE bytes as twice as many lower-case hexadecimal digits and a NUL. */
static inline void bytes_hex(const uint8_t *bytes, size_t size, char *hex)
{
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < size; i++) {
        hex[2 * i] = digits[bytes[i] >> 4];
        hex[2 * i + 1] = digits[bytes[i] & 15];
    }
    hex[2 * size] = '\0';
}

#endif
