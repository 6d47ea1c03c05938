#include "rec_inventory.h"

#include <string.h>

const char *const member_states[] = {"read", "archive", "damaged", "encrypted", "format", "unsafe", "limit", "junk", "replaced", NULL};
const char *const name_encodings[] = {"utf-8", "gb18030", "unicode-path", "escaped", NULL};
const char *const package_forms[] = {"folder", "zip", NULL};
const char *const package_states[] = {"read", "unreadable", "changing", NULL};

static const RecordField member_fields[] = {
    FIELD_STRING_REQ(Member, path, "path"),
    FIELD_STRING(Member, raw, "raw"),
    FIELD_ENUM(Member, encoding, "encoding", name_encodings),
    FIELD_ENUM(Member, state, "state", member_states),
    FIELD_STRING(Member, reason, "reason"),
    FIELD_STRING(Member, type, "type"),
    FIELD_DIGEST(Member, sha256, "sha256"),
    FIELD_INT(Member, size_bytes, "size"),
    FIELD_INT(Member, limit, "limit"),
    FIELD_INT(Member, depth, "depth"),
    FIELD_BOOL(Member, folded, "folded"),
    FIELD_STRING(Member, collides, "collides"),
    FIELD_ENUM(Member, was, "was", member_states),
    FIELD_END};
const RecordType member_type = {"member", NULL, sizeof(Member), member_fields};

static const RecordField package_fields[] = {
    FIELD_STRING_REQ(Package, name, "name"),
    FIELD_ENUM_REQ(Package, form, "form", package_forms),
    FIELD_ENUM_REQ(Package, state, "state", package_states),
    FIELD_STRING(Package, reason, "reason"),
    FIELD_INT(Package, limit, "limit"),
    FIELD_DIGEST(Package, sha256, "sha256"),
    FIELD_STRING(Package, prefix, "prefix"),
    FIELD_INT(Package, size_bytes, "size"),
    FIELD_LIST(Package, members, "member", &member_type),
    FIELD_END};
const RecordType package_type = {"package", NULL, sizeof(Package), package_fields};

static const RecordField replacement_fields[] = {FIELD_STRING_REQ(Replacement, package, "package"),
                                                 FIELD_STRING_REQ(Replacement, path, "path"),
                                                 FIELD_BOOL(Replacement, added, "added"), FIELD_END};
const RecordType replacement_type = {"replacement", NULL, sizeof(Replacement), replacement_fields};

static const RecordField inventory_fields[] = {
    FIELD_STRING_REQ(Inventory, program, "program"), FIELD_LIST(Inventory, made_from, "made-from", &made_from_type),
    FIELD_LIST(Inventory, packages, "package", &package_type),
    FIELD_LIST(Inventory, replacements, "replacement", &replacement_type), FIELD_END};
const RecordType inventory_type = {"inventory", "urn:anjuan:inventory", sizeof(Inventory), inventory_fields,
    UNIT_LISTING_BYTES_MAX};

static const RecordField receipt_fields[] = {
    FIELD_INT_REQ(Receipt, number, "number", 1, 1000000000),
    FIELD_INSTANT(Receipt, received_s, "received"),
    FIELD_BOOL(Receipt, withdrawn, "withdrawn"),
    FIELD_CHILD_REQ(Receipt, package, "package", &package_type),
    FIELD_END};
const RecordType receipt_type = {"receipt", "urn:anjuan:receipt", sizeof(Receipt), receipt_fields};

bool member_counts(const Member *member)
{
    return member->state == MEMBER_READ;
}

bool member_counted(const Member *member)
{
    return (member->state == MEMBER_REPLACED ? member->was : member->state) == MEMBER_READ;
}

bool member_has_place(const Member *member)
{
    return member->state != MEMBER_JUNK && member->state != MEMBER_UNSAFE;
}

const char *path_base(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

const char *path_extension(const char *path)
{
    const char *dot = strrchr(path_base(path), '.');
    return dot ? dot : "";
}

static bool ends_in_zip(const char *name, size_t length)
{
    return length > 4 && g_ascii_strncasecmp(name + length - 4, ".zip", 4) == 0;
}

char *path_casefile(const char *path)
{
    static const char folder[] = "案卷/";
    if (!g_str_has_prefix(path, folder))
        return NULL;
    const char *name = path + sizeof folder - 1;
    size_t length = strcspn(name, "/");
    bool zip = ends_in_zip(name, length);
    if (length == 0 || (name[length] == '\0' && !zip))
        return NULL;
    return g_strndup(name, zip ? length - 4 : length);
}
