#include "intake.h"

#include <string.h>
#include <unistd.h>

#include "digest.h"

#define NAME_SHOWN_MAX 300 /* bytes of a refused name that are kept in the record */

Bundle *bundle_new(const Window *window, int fd, Bundle *parent, uint64_t max_entries, GError **error)
{
    Window own = *window;
    if (fd >= 0)
        own.fd = fd;
    Archive *archive = archive_open(&own, max_entries, error);
    if (!archive) {
        if (fd >= 0)
            close(fd);
        return NULL;
    }
    Bundle *self = g_atomic_rc_box_new0(Bundle);
    self->archive = archive;
    self->fd = fd;
    self->parent = parent ? bundle_hold(parent) : NULL;
    return self;
}

Bundle *bundle_hold(Bundle *self)
{
    return g_atomic_rc_box_acquire(self);
}

static void bundle_clear(gpointer data)
{
    Bundle *self = data;
    archive_free(self->archive);
    if (self->fd >= 0)
        close(self->fd);
    if (self->parent)
        bundle_drop(self->parent);
}

void bundle_drop(Bundle *self)
{
    if (self)
        g_atomic_rc_box_release_full(self, bundle_clear);
}

/* ---- what was read before ---- */

void brought_begin(Brought *brought, const Intake *intake)
{
    brought->recalled = false;
    brought->first = intake->package->members->len - 1;
    brought->members = intake->members;
    brought->bytes = intake->bytes;
}

void brought_end(Brought *brought, const Intake *intake)
{
    brought->count = intake->package->members->len - brought->first;
    brought->members = intake->members - brought->members;
    brought->bytes = intake->bytes - brought->bytes;
}

RememberedFile brought_file(Brought *brought, const Intake *intake)
{
    GPtrArray *found = g_ptr_array_sized_new(brought->count);
    for (guint i = 0; i < brought->count; i++)
        g_ptr_array_add(found, intake->package->members->pdata[brought->first + i]);
    return (RememberedFile){brought->signature, (int64_t)brought->members, (int64_t)brought->bytes, found};
}

static bool store_has_all(Store *store, const GPtrArray *members)
{
    for (guint i = 0; i < members->len; i++) {
        const Member *member = members->pdata[i];
        if (member->state == MEMBER_READ &&
            (!digest_is_valid(member->sha256) || !store_has(store, member->sha256, (uint64_t)member->size_bytes)))
            return false;
    }
    return true;
}

bool intake_recall(Intake *intake, Brought *brought)
{
    const SeasonLimits *limits = intake->limits;
    GPtrArray *members = intake->package->members;
    RememberedFile *file = remembered_find(intake->remembered, brought->signature);
    if (!file || file->found->len == 0 || intake->bytes + (uint64_t)file->bytes > (uint64_t)limits->total_bytes ||
        intake->members + (uint64_t)file->members > (uint64_t)limits->members || !store_has_all(intake->store, file->found))
        return false;
    record_free(&member_type, g_ptr_array_steal_index(members, brought->first));
    for (guint i = 0; i < file->found->len; i++)
        g_ptr_array_add(members, file->found->pdata[i]);
    g_ptr_array_set_size(file->found, 0);
    intake->bytes += (uint64_t)file->bytes;
    intake->members += (uint64_t)file->members;
    brought->recalled = true;
    return true;
}

/* ---- what is refused ---- */

void package_refuse(Package *package, const char *reason)
{
    package->state = PACKAGE_UNREADABLE;
    package->reason = g_strdup(reason);
}

void package_exceeds(Package *package, const char *limit_name, int64_t limit)
{
    package_refuse(package, limit_name);
    package->limit = limit;
}

void member_refuse(Member *member, MemberState state, const char *reason)
{
    member->state = state;
    g_free(member->reason);
    member->reason = g_strdup(reason);
}

void member_exceeds(Member *member, const char *limit_name, int64_t limit)
{
    member_refuse(member, MEMBER_LIMIT, limit_name);
    member->limit = limit;
}

static int encoding_of(MemberNameCoding coding)
{
    static const int encodings[] = {
        [MEMBERNAME_UTF8] = NAME_UTF8,
        [MEMBERNAME_UNICODE_FIELD] = NAME_UNICODE_PATH,
        [MEMBERNAME_GB18030] = NAME_GB18030,
        [MEMBERNAME_ESCAPED] = NAME_ESCAPED,
    };
    return encodings[coding];
}

static char *hexadecimal(const uint8_t *bytes, size_t size)
{
    GString *text = g_string_sized_new(2 * size + 1);
    for (size_t i = 0; i < size; i++)
        g_string_append_printf(text, "%02x", bytes[i]);
    return g_string_free(text, FALSE);
}

/* The path in the record: below PARENT, and of a refused name not more than can be shown. */
static char *full_path(const char *parent, const MemberName *name)
{
    g_autofree char *shown = g_strdup(name->path);
    if (name->verdict != MEMBERNAME_FINE && strlen(shown) > NAME_SHOWN_MAX) {
        char *end = g_utf8_find_prev_char(shown, shown + NAME_SHOWN_MAX + 1);
        *end = '\0';
    }
    return parent ? g_strconcat(parent, "/", shown, NULL) : g_steal_pointer(&shown);
}

static void judge_name(Intake *intake, Member *member, const MemberName *name)
{
    if (name->verdict == MEMBERNAME_LONG)
        member_exceeds(member, membername_reason(name->verdict), intake->limits->path_bytes);
    else if (name->verdict != MEMBERNAME_FINE)
        member_refuse(member, MEMBER_UNSAFE, membername_reason(name->verdict));
    else if (membername_is_junk(name->path))
        member->state = MEMBER_JUNK;
}

Member *intake_member(Intake *intake, const FoundName *found)
{
    MemberNameCoding coding;
    MemberName name;
    GString *decoded = found->on_disk ? name_decode_path(intake->decoder, (const char *)found->raw, &coding)
                                      : name_decode(intake->decoder, found->raw, found->raw_size,
                                                    found->extra, found->extra_size, &coding);
    size_t above = found->parent ? strlen(found->parent) + 1 : 0, room = (size_t)intake->limits->path_bytes;
    membername_judge(&name, decoded->str, decoded->len, coding, room > above ? room - above : 0);
    Member *member = NULL;
    if (name.verdict != MEMBERNAME_FINE || !(found->folder || (name.folder && found->size_bytes == 0))) {
        member = record_add(intake->package->members, &member_type);
        member->path = full_path(found->parent, &name);
        member->encoding = encoding_of(coding);
        member->folded = name.folded;
        member->depth = found->depth;
        member->size_bytes = found->size_bytes;
        if (strlen(name.path) != found->raw_size || memcmp(name.path, found->raw, found->raw_size) != 0)
            member->raw = hexadecimal(found->raw, MIN(found->raw_size, NAME_SHOWN_MAX));
        judge_name(intake, member, &name);
    }
    membername_clear(&name);
    g_string_free(decoded, TRUE);
    return member;
}

bool path_has_extension(const char *path, const char *const *extensions)
{
    const char *dot = strrchr(path_base(path), '.');
    for (; dot && *extensions; extensions++)
        if (g_ascii_strcasecmp(dot + 1, *extensions) == 0)
            return true;
    return false;
}
