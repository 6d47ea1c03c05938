#include "profile.h"

#include <string.h>

#include "fileio.h"
#include "rec_common.h"

enum { PROFILE_BYTES_MAX = 1 << 20 };

static const RecordField level_fields[] = {FIELD_STRING_REQ(ProfileLevel, code, "code"), FIELD_STRING(ProfileLevel, variant, "variant"),
                                           FIELD_ENUM_REQ(ProfileLevel, level, "level", level_ids), FIELD_END};
static const RecordType level_type = {"level", NULL, sizeof(ProfileLevel), level_fields};
static const RecordField profile_fields[] = {FIELD_LIST(Profile, levels, "level", &level_type), FIELD_END};
const RecordType profile_type = {"profile", "urn:anjuan:profile", sizeof(Profile), profile_fields};

Profile *profile_read(const char *path, GError **error)
{
    size_t size;
    g_autofree char *data = file_read_whole(path, PROFILE_BYTES_MAX, &size, error);
    return data ? record_parse(&profile_type, data, size, path, error) : NULL;
}

void profile_free(Profile *profile)
{
    record_free(&profile_type, profile);
}

int profile_line(const char *path, guint index)
{
    size_t size;
    g_autofree char *data = file_read_whole(path, PROFILE_BYTES_MAX, &size, NULL);
    int line = 1;
    for (const char *p = data ? data : ""; *p; p++) {
        const char *end = g_str_has_prefix(p, "<!--") ? strstr(p, "-->") : NULL;
        for (; end && p < end; p++)
            line += *p == '\n';
        if (g_str_has_prefix(p, "<level") && g_ascii_isspace(p[strlen("<level")]) && index-- == 0)
            return line;
        line += *p == '\n';
    }
    return 1;
}
