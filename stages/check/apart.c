/* Papers of a case file in which nothing was read, though others of their type were: scans, and what is locked or broken.  What
 * another paper tells of "the" order or record may be meant of one of these, and then contradicts none that was read. */
#include <string.h>

#include "casegroup.h"
#include "text.h"

/* NAME without the number in front of it: 3、, 02-, (5). */
static const char *skip_serial(const char *name)
{
    while (*name && g_utf8_strchr("0123456789.-_、,:()", -1, g_utf8_get_char(name)))
        name = g_utf8_next_char(name);
    return name;
}

/* What tells what FILE is, without its extension and serial number: its own name, or its folder's where that was needed. */
static char *own_stem(const SubFile *file)
{
    const char *end = file->telling == file->base ? strrchr(file->base, '.') : file->base - 1;
    g_autofree char *stem = g_strndup(file->telling, end ? (gsize)(end - file->telling) : strlen(file->telling));
    g_autofree char *squeezed = text_squeeze(stem);
    return g_strdup(skip_serial(squeezed));
}

/* 02现场检查笔录（扫描件）.jpg → 现场检查笔录: what two copies of one paper are both called. */
static char *bare_name(const SubFile *file)
{
    static const char *const words[] = {"扫描件", "扫描版", "扫描", "原件", "复印件", "签章件", "盖章件", "签字件", "签名件", "签章", "盖章", "签字",
                                        "(已)", "(", ")"};
    g_autofree char *stem = own_stem(file);
    g_autoptr(GString) bare = g_string_new(stem);
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
        g_string_replace(bare, words[i], "", 0);
    return g_strdup(bare->str);
}

/* Takes the number of a page off BARE, that of a scan: 现场检查笔录-1, 现场检查笔录01, 现场检查笔录第1页; 0 when it has none.  *APART:
 * more than the figures says that it is one. */
static int64_t take_page(char *bare, bool *apart)
{
    int64_t page = 0;
    char *end = bare + strlen(bare), *from;
    *apart = g_str_has_suffix(bare, "页");
    end -= *apart ? strlen("页") : 0;
    for (from = end; from > bare && g_ascii_isdigit(from[-1]); from--)
        ;
    g_autofree char *figures = g_strndup(from, (gsize)(end - from));
    if (!text_integer(figures, &page))
        return 0;
    *from = '\0';
    if (g_str_has_suffix(bare, "第"))
        from -= strlen("第");
    else if (from > bare && (from[-1] == '-' || from[-1] == '_'))
        from--;
    *apart |= *from != '\0';
    *from = '\0';
    return page;
}

static char *name_of_type(const char *bare, const char *type) { return g_strconcat(type, "|", bare, NULL); }

static void note_name(const SubFile *file, const Document *document, gpointer data)
{
    g_autofree char *bare = bare_name(file);
    g_hash_table_add(data, name_of_type(bare, document->type));
}

static const char first_page[] = "page 1";

GHashTable *apart_names(const CaseGroup *group)
{
    GHashTable *names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    casegroup_each_document(group, note_name, names);
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        g_autofree char *bare = file->facts->documents->len == 0 ? bare_name(file) : g_strdup("");
        bool apart;
        if (take_page(bare, &apart) == 1)
            g_hash_table_add(names, name_of_type(bare, first_page));
    }
    return names;
}

/* Whether FILE is a page of the scan of a paper of TYPE that was read: the first, or one beside the first; its page is taken off BARE, its
 * name.  Figures without a mark number papers as well as pages where a case has several, and a PDF has its pages in it; those of
 * receipts always number papers. */
static bool is_page_of_copy(const CaseGroup *group, const SubFile *file, char *bare, const char *type)
{
    static const char *const several[] = {"interview-record", "monitoring-report", NULL};
    GHashTable *names = casegroup_read_names(group);
    bool apart;
    if (strcmp(type, "service-receipt") == 0 || take_page(bare, &apart) == 0 ||
        (!apart && (g_strv_contains(several, type) || g_str_has_suffix(file->base, ".pdf"))))
        return false;
    g_autofree char *name = name_of_type(bare, type), *first = name_of_type(bare, first_page);
    return g_hash_table_contains(names, name) && g_hash_table_contains(names, first);
}

/* Whether the name of FILE carries the own number of a paper of TYPE that was read. */
static bool has_number_of_type(const CaseGroup *group, const SubFile *file, const char *type)
{
    for (guint i = 0; i < file->facts->named_numbers->len; i++)
        if (g_strcmp0(g_hash_table_lookup(group->numbered, ((const DocNumber *)file->facts->named_numbers->pdata[i])->key), type) == 0)
            return true;
    return false;
}

bool casegroup_is_copy(const CaseGroup *group, const SubFile *file, const char *type)
{
    if (file->facts->documents->len > 0)
        return false;
    g_autofree char *bare = bare_name(file), *name = name_of_type(bare, type);
    return g_hash_table_contains(casegroup_read_names(group), name) || is_page_of_copy(group, file, bare, type) ||
           has_number_of_type(group, file, type);
}

typedef struct {
    const CaseGroup *group;
    GHashTable *apart; /* type → GPtrArray of SubFile */
} Apart;

/* A number that the name of a paper carries is its own; a receipt has none, but those of what it serves. */
static bool is_copy(const Apart *apart, const SubFile *file, const char *type)
{
    bool numbered = strcmp(type, "service-receipt") != 0 && subfile_names_one_of(file, apart->group->numbered);
    return numbered || casegroup_is_copy(apart->group, file, type);
}

/* A name that leaves two types open (移送书.jpg) is that of the one which was read, where only one of them was, or of the copy. */
static bool means_other(const Apart *apart, const SubFile *file, const char *type, const char *other)
{
    return other && (is_copy(apart, file, other) ||
                     (casegroup_document(apart->group, other, NULL) && !casegroup_document(apart->group, type, NULL)));
}

static void note_apart(const Apart *apart, SubFile *file, const char *type, const char *other)
{
    if (!type || is_copy(apart, file, type) || means_other(apart, file, type, other))
        return;
    GPtrArray *files = g_hash_table_lookup(apart->apart, type);
    if (!files)
        g_hash_table_insert(apart->apart, (gpointer)type, files = g_ptr_array_new());
    g_ptr_array_add(files, file);
}

GHashTable *apart_find(const CaseGroup *group)
{
    Apart apart = {group, g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref)};
    for (guint i = 0; i < group->files->len; i++) {
        SubFile *file = group->files->pdata[i];
        if (file->facts->documents->len > 0)
            continue;
        note_apart(&apart, file, file->facts->named_type, file->facts->named_or);
        note_apart(&apart, file, file->facts->named_or, file->facts->named_type);
    }
    return apart.apart;
}

bool casegroup_may_hold_unread(const CaseGroup *group, const char *type, const char *key)
{
    const GPtrArray *files = casegroup_apart(group, type);
    for (guint i = 0; files && i < files->len; i++) {
        const SubFile *file = files->pdata[i];
        if (!key || file->facts->named_numbers->len == 0 || subfile_names_number(file, key))
            return true;
    }
    return group->refused;
}

static bool speaks_for_a_kind(const CheckRules *rules, const char *type)
{
    for (guint i = 0; i < rules->cases->kinds->len; i++)
        if (word_in_list(((const KindRule *)rules->cases->kinds->pdata[i])->speaks, ' ', type))
            return true;
    return false;
}

bool casegroup_may_mean_unread(const CheckRules *rules, const CaseGroup *group, const char *type, const char *key)
{
    bool one = speaks_for_a_kind(rules, type) && casegroup_document(group, type, NULL);
    return !one && casegroup_may_hold_unread(group, type, key);
}
