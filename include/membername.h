/*
 * membername: what a stranger called a file, made safe to show and to compare.
 *
 * Two steps.  First the raw bytes of a name become characters (SPEC 4.2): the Info-ZIP Unicode Path field
 * when its CRC fits, else UTF-8 when the bytes are valid as such (whatever the flag says), else GB18030, else
 * every byte above 0x7F as \xNN.  Only then is the name split and judged (SPEC 4.3), because a GB18030 trail
 * byte may be 0x5C.  Judging is a pure function that refuses and never repairs: harmless oddities ("./",
 * "//", trailing dots and blanks) are folded and noted, everything that could lead out of its place is
 * refused with a reason.
 *
 * Nothing here touches the disk.  The decoder loads its converter when it is made, so make it before entering
 * a sandbox; one decoder serves one thread.
 */
#ifndef ANJUAN_MEMBERNAME_H
#define ANJUAN_MEMBERNAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <glib.h>

typedef enum {
    MEMBERNAME_UTF8,
    MEMBERNAME_UNICODE_FIELD, /* the Info-ZIP Unicode Path field won */
    MEMBERNAME_GB18030,
    MEMBERNAME_ESCAPED /* neither: bytes stand as \xNN */
} MemberNameCoding;

typedef enum {
    MEMBERNAME_FINE,
    MEMBERNAME_PARENT,   /* ".." or a longer run of dots as a component */
    MEMBERNAME_ABSOLUTE, /* begins with a separator */
    MEMBERNAME_DRIVE,    /* begins with a drive letter */
    MEMBERNAME_CONTROL,  /* NUL or another control character */
    MEMBERNAME_EMPTY,    /* nothing is left of it */
    MEMBERNAME_LONG      /* more bytes than the season's path-bytes */
} MemberNameVerdict;

typedef struct NameDecoder NameDecoder;

NameDecoder *name_decoder_new(void);
void name_decoder_free(NameDecoder *decoder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NameDecoder, name_decoder_free)

/* RAW, SIZE bytes, as UTF-8; EXTRA is the entry's extra field, EXTRA_SIZE bytes (0: none).  The result may
 * hold NUL characters.  In MEMBERNAME_ESCAPED names the separators are already '/', so that the \ of an
 * escape is none. Never NULL; free with g_string_free. */
GString *name_decode(NameDecoder *decoder, const uint8_t *raw, size_t size, const uint8_t *extra,
                     size_t extra_size, MemberNameCoding *coding);

/* The same for a path on a disk, NUL-terminated, whose components got their names one by one and are decoded
 * so.  *CODING is that of the least readable one. */
GString *name_decode_path(NameDecoder *decoder, const char *raw, MemberNameCoding *coding);

/* What a package is called that lies under the name RAW on a disk: decoded as any name, and in display form
 * (text_display), so that it can stand in records.  Caller frees. */
char *name_of_package(NameDecoder *decoder, const char *raw);

typedef struct {
    MemberNameVerdict verdict;
    bool folder; /* ended with a separator */
    bool folded; /* something harmless was folded away */
    char *path;  /* components joined by '/', in display form (text_display); of a refused name all of it, in
                    display form */
} MemberName;

/* Judges the SIZE bytes of UTF-8 at NAME, which name_decode gave with CODING.  '/' and '\' separate.
 * PATH_BYTES is the longest path accepted.  membername_clear frees. */
void membername_judge(MemberName *self, const char *name, size_t size, MemberNameCoding coding,
                      size_t path_bytes);
void membername_clear(MemberName *self);

/* True when PATH (as judged) is litter of an operating system or an office program, ignored and counted
 * (SPEC 4.4); also for names in folders of the bureau's own. */
bool membername_is_junk(const char *path);

/* What two names have in common that a Windows or macOS disk would take for one (SPEC 4.3): NFC, case folded.
 * Caller frees. */
char *membername_key(const char *path);

/* The reason of a refusal as it stands in records: "parent", "absolute", "drive", "control", "empty",
 * "path-bytes". */
const char *membername_reason(MemberNameVerdict verdict);

#endif
