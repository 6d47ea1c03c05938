/* What could not be read and may be just what is missing (SET-001, 003 to 005): named there, so that nobody
 * makes again what he has. */
#include <string.h>

#include "checks.h"
#include "text.h"

static bool member_is_refused(const Member *member)
{
    return member->state == MEMBER_DAMAGED || member->state == MEMBER_ENCRYPTED ||
           member->state == MEMBER_FORMAT || member->state == MEMBER_LIMIT;
}

static bool file_is_unread(const SubFile *file)
{
    static const char *const closed[] = {"doc", "ole", "odf", "ooxml-encrypted", NULL};
    if (subfile_is_scan(file))
        return !subfile_is_readable_scan(file);
    return file->facts->content == CONTENT_UNREADABLE ||
           (file->facts->type && g_strv_contains(closed, file->facts->type));
}

/* Adds LINE, but not twice in a row: members of one archive follow each other. */
static void add_line(GString *lines, const char *line)
{
    const char *last = strrchr(lines->str, '\n');
    if (lines->len > 0 && strcmp(last ? last + 1 : lines->str, line) == 0)
        return;
    text_add_line(lines, line);
}

static char *folder_path(const CaseGroup *group)
{
    return group->person ? g_strdup(group->name) : g_strconcat("案卷/", group->name, NULL);
}

/* PATH as it stands below the folder (or ZIP) of the case file called NAME; NULL when it lies elsewhere. */
static const char *below_group(const CaseGroup *group, const char *path)
{
    g_autofree char *folder = folder_path(group);
    size_t length = strlen(folder);
    if (!g_str_has_prefix(path, folder))
        return NULL;
    if (g_ascii_strncasecmp(path + length, ".zip/", 5) == 0)
        return path + length + 5;
    return path[length] == '/' ? path + length + 1 : NULL;
}

static void param_lines(Finding *finding, const GString *lines)
{
    if (lines->len > 0)
        finding_param(finding, "unread", lines->str);
}

/* The length of the folder (or ZIP) of the case file in PATH, 案卷/NAME or 先进个人/…/案卷/NAME; 0 when it
 * lies in none. */
static size_t casefile_length(const char *path)
{
    static const char folder[] = "案卷/";
    const char *at = g_str_has_prefix(path, folder) ? path : strstr(path, "/案卷/"),
               *name = at ? strstr(at, folder) + sizeof folder - 1 : NULL;
    const char *slash = name ? strchr(name, '/') : NULL;
    return slash ? (size_t)(slash - path) : 0;
}

static bool ends_in_zip(const char *path, size_t length)
{
    return length > 4 && g_ascii_strncasecmp(path + length - 4, ".zip", 4) == 0;
}

/* A locked archive is named once, not with each of its members. */
static char *member_shown(const Member *member, size_t folder_length)
{
    const char *rest = member->path + folder_length + 1, *inner = strstr(rest, ".zip/");
    bool whole = member->state == MEMBER_ENCRYPTED && inner;
    return g_strndup(rest, whole ? (gsize)(inner - rest) + 4 : strlen(rest));
}

static void lines_free(gpointer lines)
{
    g_string_free(lines, TRUE);
}

GHashTable *refused_by_casefile(const Inventory *inventory)
{
    GHashTable *refused = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, lines_free);
    for (guint i = 0; i < inventory->packages->len; i++) {
        const Package *package = inventory->packages->pdata[i];
        for (guint j = 0; j < package->members->len; j++) {
            const Member *member = package->members->pdata[j];
            size_t length = member_is_refused(member) ? casefile_length(member->path) : 0;
            if (length == 0)
                continue;
            g_autofree char *key =
                g_strndup(member->path, ends_in_zip(member->path, length) ? length - 4 : length);
            g_autofree char *line = member_shown(member, length);
            GString *lines = g_hash_table_lookup(refused, key);
            if (!lines)
                g_hash_table_insert(refused, g_steal_pointer(&key), lines = g_string_new(NULL));
            add_line(lines, line);
        }
    }
    return refused;
}

/* Whether LINE, the path of a member below its case file, tells of pictures and of no paper. */
static bool shows_pictures(const char *line)
{
    static const char *const pictures[] = {"照片", "相片", "影像", "录像", "视频", "图片", NULL};
    return text_has_any(path_base(line), pictures);
}

bool group_lost_papers(const Check *check, const CaseGroup *group)
{
    g_autofree char *folder = folder_path(group);
    const GString *refused = g_hash_table_lookup(check->refused, folder);
    g_auto(GStrv) lines = g_strsplit(refused ? refused->str : "", "\n", -1);
    for (char **line = lines; *line; line++)
        if (**line && !shows_pictures(*line))
            return true;
    return false;
}

bool group_lost_any(const Check *check, const CaseGroup *group)
{
    g_autofree char *folder = folder_path(group);
    return g_hash_table_contains(check->refused, folder);
}

/* Whether the papers of GROUP lie several in a file, so that one that is named for the first of them holds more. */
static bool has_bundles(const CaseGroup *group)
{
    for (guint i = 0; i < group->files->len; i++)
        if (((const SubFile *)group->files->pdata[i])->facts->documents->len > 1)
            return true;
    return false;
}

/* Whether FILE, which could not be read, may hold a paper of TYPES (parted by |; NULL: any). */
static bool may_hold(const SubFile *file, const char *types, bool bundles)
{
    const char *named = file->facts->named_type;
    return !named || !types || word_in_list(types, '|', named) || (bundles && !subfile_is_scan(file));
}

void param_unread(const Check *check, Finding *finding, const CaseGroup *group, const char *types)
{
    bool bundles = has_bundles(group);
    g_autoptr(GString) lines = g_string_new(NULL);
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        const char *rest = below_group(group, file->facts->path);
        if (rest && file_is_unread(file) && may_hold(file, types, bundles))
            add_line(lines, rest);
    }
    g_autofree char *folder = folder_path(group);
    const GString *refused = g_hash_table_lookup(check->refused, folder);
    if (refused)
        add_line(lines, refused->str);
    param_lines(finding, lines);
}

/* A case file that is an archive by itself and not locked, whose name says KIND or none at all. */
static const char *refused_casefile(const Check *check, const Member *member, Kind kind)
{
    static const char folder[] = "案卷/";
    bool refused = member_is_refused(member) && member->state != MEMBER_ENCRYPTED;
    const char *name = refused && g_str_has_prefix(member->path, folder)
                           ? member->path + sizeof folder - 1
                           : NULL;
    if (!name || strchr(name, '/'))
        return NULL;
    Kind named = casegroup_named_kind(check->in->rules, name);
    return named == KIND_NONE || named == kind ? name : NULL;
}

/* The name, with its ".zip", of the case file that is a ZIP and in which the locked MEMBER lies; NULL for another member.
 * Caller frees. */
static char *zip_of_locked(const Member *member)
{
    static const char folder[] = "案卷/";
    if (member->state != MEMBER_ENCRYPTED || !g_str_has_prefix(member->path, folder))
        return NULL;
    const char *name = member->path + sizeof folder - 1;
    size_t length = strcspn(name, "/");
    return ends_in_zip(name, length) ? g_strndup(name, length) : NULL;
}

/* Whether nothing of the ZIP called NAME was read, and that name says KIND or none at all. */
static bool is_locked_casefile(const Check *check, const char *name, Kind kind)
{
    g_autofree char *path = g_strconcat("案卷/", name, NULL), *casefile = path_casefile(path);
    Kind named = casegroup_named_kind(check->in->rules, casefile);
    return (named == KIND_NONE || named == kind) && !submission_group(check->submission, casefile);
}

void param_locked_casefiles(const Check *check, Finding *finding, Kind kind)
{
    g_autoptr(GString) lines = g_string_new(NULL);
    g_autofree char *last = NULL; /* members of one archive follow each other */
    for (guint i = 0; i < check->in->inventory->packages->len; i++) {
        const Package *package = check->in->inventory->packages->pdata[i];
        for (guint j = 0; j < package->members->len; j++) {
            g_autofree char *name = zip_of_locked(package->members->pdata[j]);
            if (!name || g_strcmp0(name, last) == 0)
                continue;
            if (is_locked_casefile(check, name, kind))
                add_line(lines, name);
            g_free(last);
            last = g_steal_pointer(&name);
        }
    }
    if (lines->len > 0)
        finding_param(finding, "locked", lines->str);
}

void param_unread_casefiles(const Check *check, Finding *finding, Kind kind)
{
    g_autoptr(GString) lines = g_string_new(NULL);
    for (guint i = 0; i < check->in->inventory->packages->len; i++) {
        const Package *package = check->in->inventory->packages->pdata[i];
        for (guint j = 0; j < package->members->len; j++) {
            const char *name = refused_casefile(check, package->members->pdata[j], kind);
            if (name)
                add_line(lines, name);
        }
    }
    param_lines(finding, lines);
}
