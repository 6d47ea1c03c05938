/* SET-005, listed: evidence that the decision of a penalty lists, and no paper of the file is. */
#include <string.h>

#include "lawdates.h"
#include "text.h"

/* Names of what is no such evidence, though it may be called after it: 现场检查照片, 勘察图. */
static const char *const pictures[] = {"照片", "影像", "执照", "身份证", "授权", "图", NULL};

/* A record of which the name does not say what record it is: 笔录.pdf, 笔录及照片.pdf, but not 询问笔录.pdf. */
static bool names_bare_record(const char *base)
{
    static const char *const kinds[] = {"询问", "调查", "谈话", "约谈", "检查", "勘察", "勘验", "勘查", "监察", "复查", "督察", "听证", "讨论", "审议",
                                        "会审", "陈述", "申辩", ")", "）"};
    const char *record = strstr(base, "笔录");
    bool bare = record != NULL;
    for (size_t i = 0; bare && i < G_N_ELEMENTS(kinds); i++)
        bare = (size_t)(record - base) < strlen(kinds[i]) || memcmp(record - strlen(kinds[i]), kinds[i], strlen(kinds[i])) != 0;
    return bare;
}

bool subfile_is_untold(const SubFile *file)
{
    static const char *const bundles[] = {"取证", "证据材料", "调查材料", "案卷材料", "全卷", "全套", "合订", "合并", "等", NULL};
    const char *named = file->facts->named_type;
    bool evidence = g_strcmp0(named, "evidence") == 0 && !text_has_any(file->base, pictures);
    return file->facts->documents->len == 0 && (!named || evidence || text_has_any(file->base, bundles));
}

bool group_has_untold(const CaseGroup *group)
{
    for (guint i = 0; i < group->files->len; i++)
        if (subfile_is_untold(group->files->pdata[i]))
            return true;
    return false;
}

/* Whether some file of GROUP that no document was read in may hold what RULE asks for. */
static bool may_lie_unread(const CaseGroup *group, const ListedRule *rule)
{
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        bool called_so = g_strcmp0(file->facts->named_type, rule->of) == 0 || names_bare_record(file->base);
        if (file->facts->documents->len == 0 && called_so)
            return true;
    }
    return group_has_untold(group);
}

typedef struct { const ListedRule *rule; bool held; } HeldSearch;

/* A record of two things is of one type, 现场检查（询问）笔录, and a paper of no type of its own is what its title says. */
static void look_title(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    HeldSearch *search = data;
    bool open = strcmp(document->type, "other") == 0 || g_str_has_suffix(document->type, "-record");
    search->held |= open && document->title && text_has_any_parted(document->title, search->rule->words);
}

/* Whether a paper of GROUP is what RULE asks for, or may be, by its type, its title or the name of its file. */
static bool is_held(const CaseGroup *group, const ListedRule *rule)
{
    HeldSearch search = {.rule = rule, .held = casegroup_count(group, rule->of) > 0};
    casegroup_each_document(group, look_title, &search);
    for (guint i = 0; !search.held && i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        search.held = text_has_any_parted(file->base, rule->words) && !text_has_any(file->base, pictures);
    }
    return search.held || may_lie_unread(group, rule);
}

void listed_check(Check *check, const CaseGroup *group)
{
    const GPtrArray *rules = check->in->rules->cases->listed;
    for (guint i = 0; group->kind == KIND_PENALTY && i < rules->len; i++) {
        const ListedRule *rule = rules->pdata[i];
        const Field *listed = document_value(group->speaking, rule->field);
        if (!listed || is_held(group, rule))
            continue;
        Finding *finding = check_add(check, "SET-005", rule->variant, group, group->speaking_file, listed->place);
        finding_param(finding, "doctype", group->speaking->type);
        param_quote(finding, "quote", listed->value);
        finding_param(finding, "missing", rule->of);
        param_unread(check, finding, group, rule->of);
    }
}
