/* What could not be read and may be just what is missing (SET-001, 003 to 005): named there, so that nobody makes again what he has. */
#include <string.h>

#include "checks.h"

static bool member_is_refused(const Member *member)
{
    return member->state == MEMBER_DAMAGED || member->state == MEMBER_ENCRYPTED || member->state == MEMBER_FORMAT ||
           member->state == MEMBER_LIMIT;
}

static bool file_is_unread(const SubFile *file)
{
    static const char *const closed[] = {"doc", "ole", "odf", "ooxml-encrypted", NULL};
    if (subfile_is_scan(file))
        return !subfile_is_readable_scan(file);
    return file->facts->content == CONTENT_UNREADABLE || (file->facts->type && g_strv_contains(closed, file->facts->type));
}

/* Adds LINE once. */
static void add_line(GString *lines, const char *line)
{
    if (!word_in_list(lines->str, '\n', line))
        g_string_append_printf(lines, "%s%s", lines->len > 0 ? "\n" : "", line);
}

/* PATH as it stands below the folder (or ZIP) of the case file called NAME; NULL when it lies elsewhere. */
static const char *below_group(const CaseGroup *group, const char *path)
{
    g_autofree char *folder = group->person ? g_strdup(group->name) : g_strconcat("案卷/", group->name, NULL);
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

typedef void (*RefusedFunc)(const Member *member, gpointer data);

static void each_refused(const Check *check, RefusedFunc func, gpointer data)
{
    for (guint i = 0; i < check->in->inventory->packages->len; i++) {
        const Package *package = check->in->inventory->packages->pdata[i];
        for (guint j = 0; j < package->members->len; j++)
            if (member_is_refused(package->members->pdata[j]))
                func(package->members->pdata[j], data);
    }
}

typedef struct { const CaseGroup *group; GString *lines; } GroupLines;

/* A locked archive is named once, not with each of its members. */
static void add_refused_below(const Member *member, gpointer data)
{
    GroupLines *self = data;
    const char *rest = below_group(self->group, member->path), *inner = rest ? strstr(rest, ".zip/") : NULL;
    if (!rest)
        return;
    bool whole = member->state == MEMBER_ENCRYPTED && inner;
    g_autofree char *line = g_strndup(rest, whole ? (gsize)(inner - rest) + 4 : strlen(rest));
    add_line(self->lines, line);
}

void param_unread(const Check *check, Finding *finding, const CaseGroup *group, const char *types)
{
    g_autoptr(GString) lines = g_string_new(NULL);
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        const char *named = file->facts->named_type, *rest = below_group(group, file->facts->path);
        if (rest && file_is_unread(file) && (!named || !types || word_in_list(types, '|', named)))
            add_line(lines, rest);
    }
    each_refused(check, add_refused_below, &(GroupLines){group, lines});
    param_lines(finding, lines);
}

typedef struct { const CheckRules *rules; Kind kind; GString *lines; } SlotLines;

/* A case file that is a ZIP by itself, whose name says the kind that is missing or none at all. */
static void add_refused_casefile(const Member *member, gpointer data)
{
    SlotLines *self = data;
    static const char folder[] = "案卷/";
    const char *name = g_str_has_prefix(member->path, folder) ? member->path + sizeof folder - 1 : NULL;
    if (!name || strchr(name, '/'))
        return;
    Kind named = casegroup_named_kind(self->rules, name);
    if (named == KIND_NONE || named == self->kind)
        add_line(self->lines, name);
}

void param_unread_casefiles(const Check *check, Finding *finding, Kind kind)
{
    g_autoptr(GString) lines = g_string_new(NULL);
    each_refused(check, add_refused_casefile, &(SlotLines){check->in->rules, kind, lines});
    param_lines(finding, lines);
}
