/*
 * filetype: what a file is, by its content alone.
 *
 * The first bytes decide for most; ZIPs are told apart by the names of their members and OLE2 files by those
 * of their streams, both bounded.  A file whose inside is damaged still gets the type that its beginning
 * shows.  Names of files are only compared with the result (filetype_fits_name), never used for it.
 */
#ifndef ANJUAN_FILETYPE_H
#define ANJUAN_FILETYPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <glib.h>

#include "archive.h"
#include "window.h"

typedef enum {
    FILETYPE_UNKNOWN,
    FILETYPE_EMPTY,
    FILETYPE_JPEG,
    FILETYPE_PNG,
    FILETYPE_TIFF,
    FILETYPE_GIF,
    FILETYPE_BMP,
    FILETYPE_WEBP,
    FILETYPE_PDF,
    FILETYPE_DOCX,
    FILETYPE_XLSX,
    FILETYPE_PPTX,
    FILETYPE_ODF,
    FILETYPE_OFD,
    FILETYPE_ZIP, /* any other ZIP */
    FILETYPE_DOC, /* OLE2 of Word and WPS */
    FILETYPE_XLS,
    FILETYPE_PPT,
    FILETYPE_OOXML_LOCKED, /* OLE2 around an encrypted DOCX, XLSX or PPTX */
    FILETYPE_OLE,          /* any other OLE2 */
    FILETYPE_RTF,
    FILETYPE_HTML,
    FILETYPE_XML,
    FILETYPE_TEXT, /* UTF-8, UTF-16 with a mark, or GB18030; CSV too */
    FILETYPE_EXE,
    FILETYPE_RAR,
    FILETYPE_7Z,
    FILETYPE_TAR,
    FILETYPE_GZ,
    FILETYPE_BZ2,
    FILETYPE_XZ,
    FILETYPE_ZSTD,
    FILETYPE_CAB,
    FILETYPE_LZH,
    FILETYPE_COUNT
} FileType;

/* So many first bytes are enough for filetype_of_head. */
#define FILETYPE_HEAD_BYTES 4096

/* The type as the first HEAD_SIZE bytes at HEAD show it, of a file of SIZE bytes.  ZIPs give FILETYPE_ZIP or,
 * when the first member's name says so, a document; OLE2 files give FILETYPE_OLE. */
FileType filetype_of_head(const uint8_t *head, size_t head_size, uint64_t size);

/* The type of all that is in WINDOW.  What cannot be read counts as not there. */
FileType filetype_of(const Window *window);

/* Which kind of ZIP an open archive is. */
FileType filetype_of_archive(const Archive *archive);

/* True for archives that are no ZIP (PKG-004). */
bool filetype_is_foreign_archive(FileType type);
/* True for ZIPs that are one document, a leaf: DOCX, XLSX, PPTX, ODF, OFD. */
bool filetype_is_zip_document(FileType type);

/* True for images and PDF, which are looked at as scans. */
bool filetype_is_scan(FileType type);
/* True when PATH ends as the name of one. */
bool filetype_is_scan_name(const char *path);

/* The name in records: "jpeg", "docx", …; "unknown" for FILETYPE_UNKNOWN. */
const char *filetype_name(FileType type);
/* The type of that name; FILETYPE_UNKNOWN for NULL and names that are none. */
FileType filetype_from_name(const char *name);

/* False when the extension of PATH belongs to another type than TYPE (DOC-004); true for extensions not known
 * and none. */
bool filetype_fits_name(FileType type, const char *path);

#endif
