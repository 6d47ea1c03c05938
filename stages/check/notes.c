/* Notes, corrections and waivers that lie in a file already: who asks for one again gets it never. */
#include <string.h>

#include "checks.h"
#include "text.h"

/* True when DOCUMENT of FILE may be a note on something, as its title or, where that is not known, the file's name
 * tells. */
static bool is_note(const Check *check, const SubFile *file, const Document *document)
{
    static const char *const open[] = {"other", "role-statement", NULL};
    const CaseRules *rules = check->in->rules->cases;
    g_autofree char *named = text_fold(document->title ? document->title : file->base);
    if (!g_strv_contains(open, document->type))
        return true;
    return !text_has_any_of(named, rules->no_notes) && (!document->title || text_has_any_of(named, rules->notes));
}

typedef struct { const Check *check; GPtrArray *first, *second; GString *names; } NoteSearch;

/* The ways in which a note may write the value: as it stands there, as its canonical form, a day in words. */
static GPtrArray *ways_to_write(const Field *field)
{
    GPtrArray *ways = g_ptr_array_new_with_free_func(g_free);
    Day day = day_parse_iso(field->value);
    int year, month, of_month;
    if (field->quote && field->quote[0] != '\0')
        g_ptr_array_add(ways, text_fold(field->quote));
    g_ptr_array_add(ways, text_fold(field->value));
    if (day == DAY_NONE)
        return ways;
    day_to_ymd(day, &year, &month, &of_month);
    g_autofree char *words = g_strdup_printf("%d年%d月%d日", year, month, of_month);
    g_ptr_array_add(ways, text_fold(words));
    return ways;
}

static void add_name(GString *names, const SubFile *file)
{
    g_string_append_printf(names, "%s%s", names->len > 0 ? "\n" : "", file->base);
}

static void look_note(const SubFile *file, const Document *document, gpointer data)
{
    NoteSearch *search = data;
    bool first = false, second = false, note = is_note(search->check, file, document);
    for (guint i = 0; note && i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, "stated") != 0)
            continue;
        g_autofree char *text = text_fold(field->value);
        first |= text_has_any_of(text, search->first);
        second |= text_has_any_of(text, search->second);
    }
    if (first && second)
        add_name(search->names, file);
}

void param_noted(const Check *check, Finding *finding, const CaseGroup *group, const Field *a, const Field *b)
{
    g_autoptr(GPtrArray) first = ways_to_write(a), second = ways_to_write(b);
    g_autoptr(GString) names = g_string_new(NULL);
    casegroup_each_having(group, "stated", look_note, &(NoteSearch){check, first, second, names});
    if (names->len > 0)
        finding_param(finding, "noted", names->str);
}

static void look_register(const SubFile *file, const Document *document, gpointer data)
{
    static const char *const words[] = {"通知书", "登记", "核准", NULL};
    bool registered = false;
    for (int i = 0; strcmp(document->type, "statement") == 0 && words[i]; i++)
        registered |= document->title && strstr(document->title, words[i]);
    if (registered)
        look_note(file, document, data);
}

bool notes_registered(const Check *check, const CaseGroup *group, const Field *a, const Field *b)
{
    g_autoptr(GPtrArray) first = ways_to_write(a), second = ways_to_write(b);
    g_autoptr(GString) names = g_string_new(NULL);
    casegroup_each_having(group, "stated", look_register, &(NoteSearch){check, first, second, names});
    return names->len > 0;
}

/* ---- why a term was not kept ---- */

/* A note is about a finding when a paragraph has a word of each of the lists in ABOUT, parted by &, or tells all of
 * the values. */
typedef struct { const Check *check; const char *about; GPtrArray *told; GString *names; int looked; } AboutSearch;

enum { NOTES_MAX = 50 }; /* nobody writes more of them for a case */

static bool has_a_word_of_each(const char *stated, const char *about)
{
    g_auto(GStrv) lists = g_strsplit(about ? about : "", "&", -1);
    bool each = lists[0] != NULL;
    for (char **list = lists; each && *list; list++)
        each = text_has_any_parted(stated, *list);
    return each;
}

static bool tells_all(const AboutSearch *search, const char *stated)
{
    g_autofree char *text = text_fold(stated);
    bool all = search->told && search->told->len > 0;
    for (guint i = 0; all && i < search->told->len; i++)
        all = text_has_any_of(text, search->told->pdata[i]);
    return all;
}

static void look_explanation(const SubFile *file, const Document *document, gpointer data)
{
    AboutSearch *search = data;
    if (search->looked++ >= NOTES_MAX || !is_note(search->check, file, document))
        return;
    bool about = false, explains = strstr(file->base, "说明") != NULL;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, "stated") != 0)
            continue;
        explains |= strstr(field->value, "说明") != NULL;
        about |= has_a_word_of_each(field->value, search->about);
        about |= tells_all(search, field->value);
    }
    if (about && explains)
        add_name(search->names, file);
}

static void find_explanation(const Check *check, Finding *finding, const CaseGroup *group, const char *about,
                             GPtrArray *told)
{
    g_autoptr(GString) names = g_string_new(NULL);
    casegroup_each_having(group, "stated", look_explanation, &(AboutSearch){check, about, told, names, 0});
    if (names->len > 0)
        finding_param(finding, "noted", names->str);
}

/* ---- the other findings whose remedy asks for a note ---- */

/* ABOUT: words of a note on it, as in AboutSearch.  TOLD: parameters (parted by blanks) all of which such a note tells.
 * The VARIANT "*" is any. */
typedef struct { const char *code, *variant, *about, *told; } Asking;

static const Asking asking[] = {
    {"EXT-001", NULL, "落款|未署日期|没有日期|未写日期|未填日期", NULL},
    {"EXT-001", "service", "送达日期|送达时间|签收日期", NULL},
    {"EXT-003", NULL, NULL, "value"},
    {"EXT-003", "day", NULL, "value"},
    {"EXT-003", "time", "时间&误|应为|更正|补正|起止|结束|开始", NULL},
    {"EXT-003", "year", "文号|编号&误|应为|更正|补正", NULL},
    {"EXT-003", "two-places", "时间&误|应为|更正|补正|先后|同时", "name"},
    {"EXT-005", "opinion", "审批|意见|签&漏|未|没有|补|空白", NULL},
    {"EXT-005", "no-end", "时间&结束|起止|漏写|未写|没有写", NULL},
    {"EXT-005", "no-opinion", "审批|意见|签&漏|未|没有|补|空白", NULL},
    {"SET-005", "second-order", "再次|第二次|拒不改正", NULL},
    {"SET-005", "listed-record", "笔录&未制作|没有制作|未做|没有做|遗失|丢失|缺失|未附|没有附", NULL},
    {"SET-005", "order", "责令&改正|整改|停止|终了", NULL},
    {"SET-005", "police", "回执|签收|接收", NULL},
    {"SET-005", "original", "原处罚|原案|原卷", NULL},
    {"LAW-015", "closing", "缴|结案&误|更正|补正|分期|减免", NULL},
    {"LAW-002", "*", "三个月|3个月|办案期限", "from to"},
    {"LAW-003", "original-after", "先告知|后告知|补告知", "from to"},
    {"LAW-009", "*", "颠倒|倒置", "first second"},
    {"LAW-011", "*", "一名|1名|一人|1人|单人|两名|2名|两人|2人|记录人", NULL},
    {"LAW-012", "not-shown", "亮证|出示|回避", NULL},
    {"LAW-012", "*", "执法证|证号", NULL},
    {"LAW-020", NULL, "收件人|签收|签名|签字|盖章", NULL},
    {"LAW-020", "no-server", "送达人", NULL},
    {"LAW-020", "one-server", "送达人", "name"},
    {"LAW-020", "witness", "见证|拍照|录像|拒收|留置", NULL},
    {"LAW-024", NULL, "裁量|情节|从轻|减轻|从重|幅度", NULL},
    {"LAW-024", "one-sum", "分别|合并|择一|从一重", NULL},
    {"LAW-020", "public", "公告&六十|60|送达|下落", NULL},
    {"LAW-018", "recusal", "回避", "name"},
    {"LAW-021", "hearing", "主持&听证", "name"},
    {"LAW-021", "voted", "讨论|审议|会议&列席|汇报|表决|参加|签名|签字", "name"},
    {"LAW-021", "reviewed", "审查|审核|核审&签|由|笔误|误", "name"},
    {"LAW-021", NULL, "主持&讨论|审议|会议|委托|负责人|局长", NULL},
    {"REF-005", "heading", NULL, "agency"},
    {"REF-005", "paper", NULL, "agency"},
};

/* Each value is a list of the ways to write it; free with g_ptr_array_unref. */
static GPtrArray *values_told(const Finding *finding, const char *params)
{
    GPtrArray *told = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    g_auto(GStrv) names = g_strsplit(params ? params : "", " ", -1);
    for (char **name = names; *name; name++) {
        const char *value = finding_value(finding, *name);
        if (value)
            g_ptr_array_add(told, ways_to_write(&(Field){.value = (char *)value}));
    }
    return told;
}

static void add_explanation(const Check *check, Finding *finding, const CaseGroup *group)
{
    for (gsize i = 0; i < G_N_ELEMENTS(asking); i++) {
        const Asking *one = &asking[i];
        if (strcmp(finding->code, one->code) != 0 ||
            (g_strcmp0(one->variant, "*") != 0 && g_strcmp0(one->variant, finding->variant) != 0))
            continue;
        g_autoptr(GPtrArray) told = values_told(finding, one->told);
        find_explanation(check, finding, group, one->about, told);
        return;
    }
}

void param_noted_about(const Check *check, Finding *finding, const CaseGroup *group, const char *about)
{
    g_autoptr(GPtrArray) told = values_told(finding, "from to");
    find_explanation(check, finding, group, about, told);
}

void notes_find(Check *check)
{
    g_autoptr(GHashTable) groups = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < check->submission->groups->len; i++) {
        CaseGroup *group = check->submission->groups->pdata[i];
        g_hash_table_insert(groups, (gpointer)group->name, group);
    }
    for (guint i = 0; i < check->findings->len; i++) {
        Finding *finding = check->findings->pdata[i];
        const CaseGroup *group = finding->casefile ? g_hash_table_lookup(groups, finding->casefile) : NULL;
        if (group && !finding_value(finding, "noted"))
            add_explanation(check, finding, group);
    }
}

/* ---- papers of a type ---- */

static void look_type(const SubFile *file, const Document *document, gpointer data)
{
    (void)document;
    add_name(data, file);
}

void param_noted_type(Finding *finding, const CaseGroup *group, const char *type)
{
    g_autoptr(GString) names = g_string_new(NULL);
    casegroup_each_of(group, type, look_type, names);
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        if (file->facts->documents->len == 0 && subfile_stands_for(file, type))
            add_name(names, file);
    }
    if (names->len > 0)
        finding_param(finding, "noted", names->str);
}
