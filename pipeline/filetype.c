#include "filetype.h"

#include <string.h>

#include "bytes.h"
#include "filetype_ole.h"

#define ENTRIES_MAX 200000 /* of a ZIP whose kind is asked for; more than any document has */

static const char *const names[FILETYPE_COUNT] = {
    [FILETYPE_UNKNOWN] = "unknown", [FILETYPE_EMPTY] = "empty",
    [FILETYPE_JPEG] = "jpeg",       [FILETYPE_PNG] = "png",
    [FILETYPE_TIFF] = "tiff",       [FILETYPE_GIF] = "gif",
    [FILETYPE_BMP] = "bmp",         [FILETYPE_WEBP] = "webp",
    [FILETYPE_PDF] = "pdf",         [FILETYPE_DOCX] = "docx",
    [FILETYPE_XLSX] = "xlsx",       [FILETYPE_PPTX] = "pptx",
    [FILETYPE_ODF] = "odf",         [FILETYPE_OFD] = "ofd",
    [FILETYPE_ZIP] = "zip",         [FILETYPE_DOC] = "doc",
    [FILETYPE_XLS] = "xls",         [FILETYPE_PPT] = "ppt",
    [FILETYPE_OLE] = "ole",         [FILETYPE_OOXML_LOCKED] = "ooxml-encrypted",
    [FILETYPE_RTF] = "rtf",         [FILETYPE_HTML] = "html",
    [FILETYPE_XML] = "xml",         [FILETYPE_TEXT] = "text",
    [FILETYPE_EXE] = "exe",         [FILETYPE_RAR] = "rar",
    [FILETYPE_7Z] = "7z",           [FILETYPE_TAR] = "tar",
    [FILETYPE_GZ] = "gz",           [FILETYPE_BZ2] = "bz2",
    [FILETYPE_XZ] = "xz",           [FILETYPE_ZSTD] = "zstd",
    [FILETYPE_CAB] = "cab",         [FILETYPE_LZH] = "lzh",
};

/* ---- first bytes
 * --------------------------------------------------------------------------------------------- */

typedef struct {
    FileType type;
    uint8_t at, size;
    const char *bytes;
} Magic;

static const Magic magics[] = {
    {FILETYPE_JPEG, 0, 3, "\xFF\xD8\xFF"},
    {FILETYPE_PNG, 0, 8, "\x89PNG\r\n\x1A\n"},
    {FILETYPE_TIFF, 0, 4, "II*\0"},
    {FILETYPE_TIFF, 0, 4, "MM\0*"},
    {FILETYPE_TIFF, 0, 4, "II+\0"},
    {FILETYPE_TIFF, 0, 4, "MM\0+"},
    {FILETYPE_GIF, 0, 4, "GIF8"},
    {FILETYPE_WEBP, 8, 4, "WEBP"},
    {FILETYPE_ZIP, 0, 4, "PK\3\4"},
    {FILETYPE_ZIP, 0, 4, "PK\5\6"},
    {FILETYPE_ZIP, 0, 4, "PK\7\10"},
    {FILETYPE_OLE, 0, 8, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"},
    {FILETYPE_RTF, 0, 5, "{\\rtf"},
    {FILETYPE_RAR, 0, 6, "Rar!\x1A\x07"},
    {FILETYPE_7Z, 0, 6, "7z\xBC\xAF\x27\x1C"},
    {FILETYPE_GZ, 0, 3, "\x1F\x8B\x08"},
    {FILETYPE_BZ2, 0, 3, "BZh"},
    {FILETYPE_XZ, 0, 6,
     "\xFD"
     "7zXZ\0"},
    {FILETYPE_ZSTD, 0, 4, "\x28\xB5\x2F\xFD"},
    {FILETYPE_CAB, 0, 4, "MSCF"},
    {FILETYPE_LZH, 2, 3, "-lh"},
    {FILETYPE_EXE, 0, 2, "MZ"},
};

static FileType by_magic(const uint8_t *head, size_t size)
{
    for (size_t i = 0; i < G_N_ELEMENTS(magics); i++)
        if (size >= (size_t)magics[i].at + magics[i].size &&
            memcmp(head + magics[i].at, magics[i].bytes, magics[i].size) == 0)
            return magics[i].type;
    if (size >= 262 && memcmp(head + 257, "ustar", 5) == 0)
        return FILETYPE_TAR;
    if (size >= 14 && memcmp(head, "BM", 2) == 0 && bytes_le32(head + 6) == 0)
        return FILETYPE_BMP;
    if (memmem(head, MIN(size, 1024), "%PDF-", 5))
        return FILETYPE_PDF;
    return FILETYPE_UNKNOWN;
}

/* The office documents among the ZIPs put a part of theirs first; needed where the directory at the end is
 * gone. */
static FileType by_first_member(const uint8_t *head, size_t size)
{
    size_t length = size > 30 ? MIN((size_t)bytes_le16(head + 26), size - 30) : 0;
    const char *name = (const char *)head + 30;
    static const char *const parts[] = {"[Content_Types].xml", "_rels/", "docProps/", "word/", "xl/"};
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        if (length < strlen(parts[i]) || memcmp(name, parts[i], strlen(parts[i])) != 0)
            continue;
        return memmem(head, size, "xl/", 3)    ? FILETYPE_XLSX
               : memmem(head, size, "ppt/", 4) ? FILETYPE_PPTX
                                               : FILETYPE_DOCX;
    }
    return FILETYPE_ZIP;
}

/* ---- text
 * ---------------------------------------------------------------------------------------------------- */

static bool is_text_byte(uint8_t c)
{
    return c >= 0x20 ? c != 0x7F : (c >= '\t' && c <= '\r');
}

/* Length of the GB18030 character at AT of which LEFT bytes are there: 0 when it is none, LEFT + 1 when it is
 * cut off. */
static size_t gb18030_length(const uint8_t *at, size_t left)
{
    if (at[0] < 0x80)
        return is_text_byte(at[0]) ? 1 : 0;
    if (at[0] == 0x80 || at[0] == 0xFF)
        return 0;
    if (left < 2)
        return left + 1;
    if (at[1] >= 0x40 && at[1] != 0x7F && at[1] != 0xFF)
        return 2;
    return at[1] >= 0x30 && at[1] <= 0x39 ? 4 : 0;
}

static bool is_gb18030(const uint8_t *head, size_t size)
{
    size_t at = 0;
    while (at < size) {
        size_t length = gb18030_length(head + at, size - at);
        if (length == 0)
            return false;
        at += length;
    }
    return true;
}

/* UTF-8 in which at most the last character is cut off. */
static bool is_utf8(const uint8_t *head, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (!is_text_byte(head[i]) && head[i] < 0x80)
            return false;
    const char *stop;
    return g_utf8_validate_len((const char *)head, size, &stop) ||
           (size - (size_t)(stop - (const char *)head) < 4 &&
            g_utf8_get_char_validated(stop, (gssize)(head + size - (const uint8_t *)stop)) == (gunichar)-2);
}

/* A page as browsers and old systems save it, whole or as MIME, or a table alone; LOWER is its beginning in small letters. */
static bool is_web_page(const char *lower)
{
    static const char *const tags[] = {"<html", "<head", "<body", "<meta", "<table", "<div", "<p>", "<!doctype html"};
    static const char *const mail[] = {"mime-version:", "from: ", "message-id:", "content-type: multipart/"};
    for (size_t i = 0; *lower == '<' && i < G_N_ELEMENTS(tags); i++)
        if (i == 0 ? strstr(lower, tags[i]) != NULL : g_str_has_prefix(lower, tags[i]))
            return true;
    for (size_t i = 0; i < G_N_ELEMENTS(mail); i++)
        if (g_str_has_prefix(lower, mail[i]) && (i == 0 || strstr(lower, "multipart/related") || strstr(lower, "text/html")))
            return true;
    return false;
}

/* The ASCII in the UTF-16 text behind its byte-order mark, in small letters. */
static char *narrow(const uint8_t *head, size_t size)
{
    bool big = head[0] == 0xFE;
    GString *text = g_string_new(NULL);
    for (size_t i = 2; i + 1 < size && text->len < 1024; i += 2) {
        uint8_t low = head[i + (big ? 1 : 0)], high = head[i + (big ? 0 : 1)];
        if (high == 0 && low != 0 && (text->len > 0 || !g_ascii_isspace(low)))
            g_string_append_c(text, g_ascii_tolower((char)low));
    }
    return g_string_free(text, FALSE);
}

static FileType by_text(const uint8_t *head, size_t size)
{
    if (size >= 2 && (memcmp(head, "\xFF\xFE", 2) == 0 || memcmp(head, "\xFE\xFF", 2) == 0)) {
        g_autofree char *lower = narrow(head, size);
        return is_web_page(lower) ? FILETYPE_HTML : g_str_has_prefix(lower, "<?xml") ? FILETYPE_XML : FILETYPE_TEXT;
    }
    if (!is_utf8(head, size) && !is_gb18030(head, size))
        return FILETYPE_UNKNOWN;
    size_t start = size >= 3 && memcmp(head, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    while (start < size && g_ascii_isspace(head[start]))
        start++;
    g_autofree char *text = g_ascii_strdown((const char *)head + start, (gssize)MIN(size - start, 1024));
    if (is_web_page(text))
        return FILETYPE_HTML;
    return g_str_has_prefix(text, "<?xml") ? FILETYPE_XML : FILETYPE_TEXT;
}

FileType filetype_of_head(const uint8_t *head, size_t head_size, uint64_t size)
{
    if (size == 0)
        return FILETYPE_EMPTY;
    head_size = MIN(head_size, FILETYPE_HEAD_BYTES); /* the same answer however much a caller has */
    FileType type = by_magic(head, head_size);
    if (type == FILETYPE_ZIP)
        return by_first_member(head, head_size);
    return type == FILETYPE_UNKNOWN ? by_text(head, head_size) : type;
}

/* ---- ZIPs and OLE2
 * ------------------------------------------------------------------------------------------- */

static bool has_below(const Archive *archive, const char *folder)
{
    size_t length = strlen(folder);
    for (guint i = 0; i < archive_count(archive); i++) {
        const ZipEntry *entry = archive_entry(archive, i);
        if (entry->name_size >= length && g_ascii_strncasecmp((const char *)entry->name, folder, length) == 0)
            return true;
    }
    return false;
}

/* Which document the content types of a package name; its parts may lie in any folder. */
static FileType by_content_types(const Archive *archive, gssize index)
{
    enum { CONTENT_TYPES_MAX = 1 << 20 };
    size_t size;
    g_autofree char *types = (char *)archive_read(archive, (guint)index, CONTENT_TYPES_MAX, &size, NULL);
    if (types && (memmem(types, size, "wordprocessingml.", 17) || memmem(types, size, "ms-word.", 8)))
        return FILETYPE_DOCX;
    if (types && (memmem(types, size, "spreadsheetml.", 14) || memmem(types, size, "ms-excel.", 9)))
        return FILETYPE_XLSX;
    return types && memmem(types, size, "presentationml.", 15) ? FILETYPE_PPTX : FILETYPE_ZIP;
}

FileType filetype_of_archive(const Archive *archive)
{
    gssize content_types = archive_find(archive, "[Content_Types].xml");
    if (content_types >= 0) {
        if (has_below(archive, "word/"))
            return FILETYPE_DOCX;
        if (has_below(archive, "xl/"))
            return FILETYPE_XLSX;
        if (has_below(archive, "ppt/"))
            return FILETYPE_PPTX;
        FileType type = by_content_types(archive, content_types);
        if (type != FILETYPE_ZIP)
            return type;
    }
    if (archive_find(archive, "word/document.xml") >= 0)
        return FILETYPE_DOCX;
    if (archive_find(archive, "OFD.xml") >= 0)
        return FILETYPE_OFD;
    return archive_find(archive, "mimetype") >= 0 && archive_find(archive, "content.xml") >= 0 ? FILETYPE_ODF
                                                                                               : FILETYPE_ZIP;
}

FileType filetype_of(const Window *window)
{
    uint8_t head[FILETYPE_HEAD_BYTES];
    gssize got = window_read_some(window, 0, head, sizeof head, NULL);
    FileType type = filetype_of_head(head, (size_t)MAX(got, 0), window->length);
    if (type == FILETYPE_OLE)
        return filetype_of_ole(window);
    if (type != FILETYPE_ZIP && !filetype_is_zip_document(type))
        return type;
    g_autoptr(Archive) archive = archive_open(window, ENTRIES_MAX, NULL);
    return archive ? filetype_of_archive(archive) : type;
}

bool filetype_is_foreign_archive(FileType type)
{
    return type >= FILETYPE_RAR && type <= FILETYPE_LZH;
}

bool filetype_is_zip_document(FileType type)
{
    return type >= FILETYPE_DOCX && type <= FILETYPE_OFD;
}

/* ---- names
 * --------------------------------------------------------------------------------------------------- */

const char *filetype_name(FileType type)
{
    return names[type];
}

FileType filetype_from_name(const char *name)
{
    for (int i = 0; name && i < FILETYPE_COUNT; i++)
        if (strcmp(names[i], name) == 0)
            return (FileType)i;
    return FILETYPE_UNKNOWN;
}

/* Extensions and the types that may stand behind them. */
static const struct {
    const char *extension;
    FileType type, also;
} extensions[] = {
    {"jpg", FILETYPE_JPEG, FILETYPE_JPEG},
    {"jpeg", FILETYPE_JPEG, FILETYPE_JPEG},
    {"jpe", FILETYPE_JPEG, FILETYPE_JPEG},
    {"jfif", FILETYPE_JPEG, FILETYPE_JPEG},
    {"png", FILETYPE_PNG, FILETYPE_PNG},
    {"tif", FILETYPE_TIFF, FILETYPE_TIFF},
    {"tiff", FILETYPE_TIFF, FILETYPE_TIFF},
    {"gif", FILETYPE_GIF, FILETYPE_GIF},
    {"bmp", FILETYPE_BMP, FILETYPE_BMP},
    {"webp", FILETYPE_WEBP, FILETYPE_WEBP},
    {"pdf", FILETYPE_PDF, FILETYPE_PDF},
    {"docx", FILETYPE_DOCX, FILETYPE_OOXML_LOCKED},
    {"docm", FILETYPE_DOCX, FILETYPE_OOXML_LOCKED},
    {"dotx", FILETYPE_DOCX, FILETYPE_OOXML_LOCKED},
    {"dotm", FILETYPE_DOCX, FILETYPE_OOXML_LOCKED},
    {"xlsx", FILETYPE_XLSX, FILETYPE_OOXML_LOCKED},
    {"xlsm", FILETYPE_XLSX, FILETYPE_OOXML_LOCKED},
    {"pptx", FILETYPE_PPTX, FILETYPE_OOXML_LOCKED},
    {"ofd", FILETYPE_OFD, FILETYPE_OFD},
    {"odt", FILETYPE_ODF, FILETYPE_ODF},
    {"ods", FILETYPE_ODF, FILETYPE_ODF},
    {"zip", FILETYPE_ZIP, FILETYPE_ZIP},
    {"doc", FILETYPE_DOC, FILETYPE_OLE},
    {"wps", FILETYPE_DOC, FILETYPE_OLE},
    {"dot", FILETYPE_DOC, FILETYPE_OLE},
    {"xls", FILETYPE_XLS, FILETYPE_OLE},
    {"et", FILETYPE_XLS, FILETYPE_OLE},
    {"ppt", FILETYPE_PPT, FILETYPE_OLE},
    {"rtf", FILETYPE_RTF, FILETYPE_RTF},
    {"htm", FILETYPE_HTML, FILETYPE_HTML},
    {"html", FILETYPE_HTML, FILETYPE_HTML},
    {"xml", FILETYPE_XML, FILETYPE_XML},
    {"txt", FILETYPE_TEXT, FILETYPE_EMPTY},
    {"csv", FILETYPE_TEXT, FILETYPE_EMPTY},
    {"rar", FILETYPE_RAR, FILETYPE_RAR},
    {"7z", FILETYPE_7Z, FILETYPE_7Z},
    {"tar", FILETYPE_TAR, FILETYPE_TAR},
    {"gz", FILETYPE_GZ, FILETYPE_GZ},
    {"tgz", FILETYPE_GZ, FILETYPE_GZ},
};

/* The index in extensions of that of PATH; G_N_ELEMENTS(extensions) when it has none or another. */
static size_t find_extension(const char *path)
{
    const char *base = strrchr(path, '/');
    const char *dot = strrchr(base ? base : path, '.');
    size_t i = 0;
    while (i < G_N_ELEMENTS(extensions) && (!dot || g_ascii_strcasecmp(dot + 1, extensions[i].extension) != 0))
        i++;
    return i;
}

bool filetype_fits_name(FileType type, const char *path)
{
    size_t i = find_extension(path);
    return i == G_N_ELEMENTS(extensions) || type == extensions[i].type || type == extensions[i].also;
}

bool filetype_is_scan(FileType type)
{
    return type == FILETYPE_JPEG || type == FILETYPE_PNG || type == FILETYPE_TIFF || type == FILETYPE_PDF ||
           type == FILETYPE_GIF || type == FILETYPE_BMP || type == FILETYPE_WEBP;
}

bool filetype_is_scan_name(const char *path)
{
    size_t i = find_extension(path);
    return i < G_N_ELEMENTS(extensions) && filetype_is_scan(extensions[i].type);
}
