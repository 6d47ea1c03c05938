#include "season_check.h"

#include <string.h>

#include "fault.h"
#include "fileio.h"
#include "lang.h"
#include "text.h"
#include "vocabulary.h"

/* The text of a season file, for the lines in messages. */
typedef struct {
    const char *name, *text;
    size_t size;
} Source;

/* The first TAG from AT to END that stands in no comment, or NULL. */
static const char *next_tag(const char *at, const char *end, const char *tag)
{
    for (;;) {
        const char *found = g_strstr_len(at, end - at, tag), *comment = g_strstr_len(at, end - at, "<!--");
        if (!found || !comment || found < comment)
            return found;
        at = g_strstr_len(comment, end - comment, "-->");
        if (!at)
            return NULL;
    }
}

/* The line on which the element NAME stands for the N-th time (from 0); 1 when it is not found. */
static int line_of(const Source *source, const char *name, guint n)
{
    g_autofree char *tag = g_strconcat("<", name, NULL);
    const char *at = source->text, *end = source->text + source->size;
    for (;; n--) {
        at = next_tag(at, end, tag);
        if (!at)
            return 1;
        at += strlen(tag);
        if (g_ascii_isalnum(*at) || *at == '-')
            n++; /* another element that begins like it */
        else if (n == 0)
            break;
    }
    int line = 1;
    for (const char *p = source->text; p < at; p++)
        line += *p == '\n';
    return line;
}

static gboolean refuse(GError **error, const Source *source, const char *element, guint n,
                       const char *problem)
{
    return fault_input(error, FAULT_BAD, tr("%s 第%d行 <%s>：%s", "%s:%d: <%s>: %s"), source->name,
                       line_of(source, element, n), element, problem);
}

static gboolean check_slots(const SeasonCaseFiles *files, const Source *source, GError **error)
{
    bool seen[KIND_COUNT] = {false};
    if (files->slots->len == 0)
        return refuse(error, source, "case-files", 0, tr("没有任何 <slot>", "there is no <slot>"));
    for (guint i = 0; i < files->slots->len; i++) {
        const SeasonSlot *slot = files->slots->pdata[i];
        if (slot->unit)
            return refuse(error, source, "slot", i,
                          tr("不能写 unit；只有 <extra> 可以只要求一个单位",
                             "may not have unit: only an <extra> can be asked of one unit"));
        if (slot->kind == KIND_NONE || seen[slot->kind])
            return refuse(error, source, "slot", i,
                          tr("kind 为空或重复；同一类型请合并为一个 <slot>",
                             "kind is empty or repeated; merge slots of one kind"));
        seen[slot->kind] = true;
    }
    return TRUE;
}

static gboolean check_groups(const Season *season, const Source *source, GError **error)
{
    for (guint i = 0; i < season->collective->groups->len; i++) {
        const SeasonGroup *group = season->collective->groups->pdata[i];
        int index = -1;
        season_group(season, group->id, &index);
        if (index != (int)i || group->id[0] == '\0')
            return refuse(error, source, "group", i,
                          tr("组别 id 为空或重复", "a group's id is empty or repeated"));
    }
    return TRUE;
}

static gboolean check_person_groups(const Season *season, const Source *source, GError **error)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < season->individual->groups->len; i++) {
        const SeasonPersonGroup *group = season->individual->groups->pdata[i];
        guint place = season->collective->groups->len + i;
        if (!season_group(season, group->id, NULL))
            return refuse(error, source, "group", place,
                          tr("个人组别的 id 在 <collective> 中没有对应的组别",
                             "a group's id has no group in <collective>"));
        if (!g_hash_table_add(seen, group->id))
            return refuse(error, source, "group", place,
                          tr("个人组别的 id 重复，请合并为一个 <group>",
                             "a group's id is repeated; merge groups of one id"));
    }
    return TRUE;
}

static gboolean check_weights(const Season *season, const Source *source, GError **error)
{
    const GPtrArray *weights = season->individual->quantity->weights;
    bool seen[KIND_COUNT] = {false}, seen_role[2] = {false};
    if (weights->len == 0)
        return refuse(error, source, "quantity", 1,
                      tr("没有任何 <weight>，所有人的加权案件数都将是0",
                         "there is no <weight>: everybody's weighted count would be 0"));
    for (guint i = 0; i < weights->len; i++) {
        const SeasonWeight *weight = weights->pdata[i];
        bool lead = g_strcmp0(weight->role, "lead") == 0,
             role = lead || g_strcmp0(weight->role, "member") == 0;
        if ((weight->kind != KIND_NONE) == role || (weight->role && !role))
            return refuse(
                error, source, "weight", i,
                tr("应有 kind 或 role（lead、member）之一", "needs either kind or role (lead, member)"));
        bool *known = role ? &seen_role[lead] : &seen[weight->kind];
        if (*known)
            return refuse(error, source, "weight", i,
                          tr("kind 或 role 重复，请只保留一个", "kind or role is repeated; keep one"));
        *known = true;
    }
    return TRUE;
}

static gboolean check_papers(const SeasonPapers *papers, const Source *source, GError **error)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; papers && i < papers->papers->len; i++) {
        const SeasonPaper *paper = papers->papers->pdata[i];
        if (!vocabulary_has("doctype", paper->kind))
            return refuse(error, source, "paper", i,
                          tr("kind 不是文书种类（如 plan、self-assessment），没有文件能算作它",
                             "kind is no kind of document (such as plan, self-assessment): nothing could "
                             "be taken for it"));
        if (!g_hash_table_add(seen, paper->kind))
            return refuse(error, source, "paper", i,
                          tr("kind 重复，请只保留一个", "kind is repeated; keep one"));
    }
    return TRUE;
}

static gboolean check_deadlines(const GPtrArray *deadlines, const Source *source, GError **error)
{
    for (guint i = 0; i < deadlines->len; i++) {
        const SeasonDeadline *deadline = deadlines->pdata[i];
        if (strcmp(deadline->subject, "package") != 0)
            return refuse(error, source, "deadline", i,
                          tr("for 只能是 package（材料包）", "for must be package"));
        if (i > 0)
            return refuse(error, source, "deadline", i,
                          tr("for 重复，请只保留一个", "for is repeated; keep one"));
    }
    return TRUE;
}

/* The law's name is that of a folder of rules, and becomes part of a path. */
static gboolean check_law(const Season *season, const Source *source, GError **error)
{
    bool plain = season->law[0] != '\0' && season->law[0] != '.' && !strchr(season->law, '/');
    g_autofree char *name = g_build_filename("rules", season->law, "casefiles.xml", NULL),
                    *path = plain ? file_data_path(name) : NULL;
    if (path && g_file_test(path, G_FILE_TEST_IS_REGULAR))
        return TRUE;
    g_autofree char *shown = text_display(season->law);
    g_autofree char *problem =
        g_strdup_printf(tr("没有 law=\"%s\" 的法律数据；2016年的法律写 cn-2016",
                           "there is no law data for law=\"%s\"; for the law of 2016 write cn-2016"),
                        shown);
    return refuse(error, source, "season", 0, problem);
}

/* ---- assumed="…": each word is an attribute of its element ---- */

typedef struct {
    const Source *source;
    GHashTable *met; /* element → how many there were */
    GError **error;
} AssumedWalk;

static const RecordField *attribute_called(const RecordType *type, const char *name)
{
    for (const RecordField *f = type->fields; f->name; f++)
        if (f->kind < REC_CHILD && f->kind != REC_TEXT && strcmp(f->name, name) == 0)
            return f;
    return NULL;
}

static gboolean check_assumed(const AssumedWalk *walk, const RecordType *type, const char *element, guint n,
                              gconstpointer record)
{
    const RecordField *assumed = attribute_called(type, "assumed");
    const char *text = assumed ? *(char *const *)((const char *)record + assumed->offset) : NULL;
    g_auto(GStrv) words = g_strsplit_set(text ? text : "", " \t\r\n", -1);
    for (char **word = words; *word; word++) {
        const RecordField *named = **word ? attribute_called(type, *word) : NULL;
        if (**word == '\0' || (named && named != assumed))
            continue;
        g_autofree char *shown = text_display(*word);
        g_autofree char *problem =
            g_strdup_printf(tr("assumed 中的“%s”不是本元素的属性，请删除或改正拼写",
                               "'%s' in assumed is no attribute of it; remove it or correct the spelling"),
                            shown);
        return refuse(walk->error, walk->source, element, n, problem);
    }
    return TRUE;
}

static gboolean walk_assumed(const AssumedWalk *walk, const RecordType *type, const char *element,
                             gconstpointer record)
{
    guint n = GPOINTER_TO_UINT(g_hash_table_lookup(walk->met, element));
    g_hash_table_insert(walk->met, (gpointer)element, GUINT_TO_POINTER(n + 1));
    gboolean ok = check_assumed(walk, type, element, n, record);
    for (const RecordField *f = type->fields; ok && f->name; f++) {
        gconstpointer member = f->kind == REC_CHILD || f->kind == REC_LIST
                                   ? *(gconstpointer const *)((const char *)record + f->offset)
                                   : NULL;
        const GPtrArray *list = f->kind == REC_LIST ? member : NULL;
        if (f->kind == REC_CHILD && member)
            ok = walk_assumed(walk, f->child, f->name, member);
        for (guint i = 0; ok && list && i < list->len; i++)
            ok = walk_assumed(walk, f->child, f->name, list->pdata[i]);
    }
    return ok;
}

static gboolean check_all_assumed(const Season *season, const Source *source, GError **error)
{
    g_autoptr(GHashTable) met = g_hash_table_new(g_str_hash, g_str_equal);
    const AssumedWalk walk = {source, met, error};
    return walk_assumed(&walk, &season_type, season_type.element, season);
}

static gboolean check_case_files(const Season *season, const Source *source, GError **error)
{
    if (season->window->to < season->window->from)
        return refuse(error, source, "window", 0, tr("属性 to 早于 from", "attribute to is before from"));
    return check_deadlines(season->deadlines, source, error) &&
           check_papers(season->papers, source, error) && check_slots(season->case_files, source, error);
}

static gboolean check_points(const Season *season, const Source *source, GError **error)
{
    const SeasonQuantity *quantity = season->collective->quantity;
    if (decimal_compare(quantity->full_at, quantity->zero_at) < 0)
        return refuse(error, source, "quantity", 0,
                      tr("属性 full-at 小于 zero-at", "attribute full-at is below zero-at"));
    return check_groups(season, source, error) && check_person_groups(season, source, error) &&
           check_weights(season, source, error);
}

gboolean season_check(const Season *season, const void *data, size_t size, const char *name, GError **error)
{
    const Source source = {name, data, size};
    return check_law(season, &source, error) && check_case_files(season, &source, error) &&
           check_points(season, &source, error) && check_all_assumed(season, &source, error);
}
