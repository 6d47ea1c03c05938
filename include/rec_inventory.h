/*
 * rec_inventory: the tree of a unit's submission as it was handed in (inventory.xml), and the receipt of one package.
 *
 * An inventory holds the unit's packages in order of receipt and, under each, every member met on the walk: leaves that went into
 * the store, archives that were opened, and whatever was refused, damaged or ignored, each with its reason as a code.
 * Judgement comes later, in check.  A receipt (store/receipts/UNIT/NNNN.xml) holds one such package as it was received,
 * so that the inventory can be made again when the package is gone.
 */
#ifndef ANJUAN_REC_INVENTORY_H
#define ANJUAN_REC_INVENTORY_H

#include "rec_common.h"

typedef enum {
    MEMBER_READ,      /* a leaf; its bytes are in the store under sha256 */
    MEMBER_ARCHIVE,   /* a ZIP (not a document) that was opened; its members follow */
    MEMBER_DAMAGED,   /* PKG-002: truncated, CRC, structure */
    MEMBER_ENCRYPTED, /* PKG-003 */
    MEMBER_FORMAT,    /* PKG-004: another archive format; reason: its name ("rar") */
    MEMBER_UNSAFE,    /* PKG-005: reason "parent", "absolute", "drive", "control", "link", "special", "length" */
    MEMBER_LIMIT,     /* PKG-006: reason "member-bytes", "archive-bytes", "total-bytes", "members", "ratio", "depth", "path-bytes", "overlap" */
    MEMBER_JUNK,      /* PKG-007 */
    MEMBER_REPLACED   /* whatever it was, a later package replaces it (PKG-014); counts for nothing */
} MemberState;
extern const char *const member_states[]; /* "read", "archive", "damaged", … */

enum { NAME_UTF8, NAME_GB18030, NAME_UNICODE_PATH, NAME_ESCAPED };
extern const char *const name_encodings[];

typedef struct {
    char *path;    /* within the submission, '/' between components, archives as components ("案卷/甲.zip/证据.zip/1.jpg"); control characters escaped */
    char *raw;     /* the name's bytes in hexadecimal, when the path cannot be told from them by reading UTF-8 */
    int encoding;  /* NAME_… */
    int state;     /* MemberState */
    char *reason;  /* code, for states that need one */
    char *type;    /* by content: "docx", "jpeg", … (filetype.h); NULL when not read */
    char *sha256;  /* of a leaf that was read */
    int64_t size_bytes;
    int64_t limit; /* the limit that was exceeded */
    int64_t depth; /* 1 in the package, 2 in a case-file ZIP, 3 in a bundle */
    bool folded;   /* the name was written with ./, // or trailing dots or blanks */
    char *collides;/* path of the member that has the same name under NFC or case folding (PKG-009) */
    int was;       /* MemberState before MEMBER_REPLACED, so that a receipt made from it can be read as it was received */
} Member;
extern const RecordType member_type;

enum { PACKAGE_FOLDER, PACKAGE_ZIP };
extern const char *const package_forms[];
typedef enum { PACKAGE_READ, PACKAGE_UNREADABLE, PACKAGE_CHANGING } PackageState;
extern const char *const package_states[]; /* "read", "unreadable" (PKG-001, PKG-006), "changing" (PKG-011) */

typedef struct {
    char *name;     /* base name as it lies in submissions/, shown form */
    int form, state;
    char *reason;   /* of a package that is not read */
    int64_t limit;  /* the limit that it exceeds as a whole (PKG-006) */
    char *sha256;   /* of its content: over the members' paths, states and digests in path order; for an unreadable one over its bytes */
    char *prefix;   /* the one folder that held all, taken off the paths; NULL for none */
    int64_t size_bytes; /* of the package file, or of all files of a folder */
    GPtrArray *members; /* Member, in path order */
} Package;
extern const RecordType package_type;

/* What a later package did to earlier ones (PKG-014). */
typedef struct { char *package, *path; bool added; } Replacement; /* path: a case file ("案卷/甲") or a file; added: was not there before */
extern const RecordType replacement_type;

typedef struct {
    char *program;
    GPtrArray *made_from;
    GPtrArray *packages;     /* Package, in order of receipt */
    GPtrArray *replacements; /* Replacement */
} Inventory;
extern const RecordType inventory_type;

typedef struct {
    int64_t number;      /* NNNN */
    int64_t received_s;  /* time of the first run that held these bytes */
    bool withdrawn;
    Package *package;
} Receipt;
extern const RecordType receipt_type; /* <receipt xmlns="urn:anjuan:receipt"> */

/* True for a member whose bytes are in the store and count. */
bool member_counts(const Member *member);
/* True for one that did when its package came, whatever a later package has replaced since. */
bool member_counted(const Member *member);
/* True for a member that says where in the package it lies: junk stands beside everything, and a refused name says nothing. */
bool member_has_place(const Member *member);

/* The 案卷 name of a path below 案卷/ ("案卷/甲.zip/1.jpg" → "甲"), as a copy the caller frees; NULL for any other path
 * and for loose files directly in 案卷/ that are no archive.  SPEC 4.7. */
char *path_casefile(const char *path);
/* The last component of a path, a pointer into it. */
const char *path_base(const char *path);
/* Its extension with the dot (".zip"), a pointer into PATH; "" for none. */
const char *path_extension(const char *path);

#endif
