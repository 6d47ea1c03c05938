/* Turns the entries of rules files into a set of rules. */
#include "extractrules.h"

#include <string.h>

#include "fault.h"
#include "labelindex.h"
#include "lang.h"
#include "matchtext.h"
#include "loading.h"
#include "rec_casefiles.h"
#include "rulefile.h"
#include "text.h"

/* ---- faults ---- */

static gboolean bad_at(const char *file, int line, const char *element, GError **error, const char *reason)
{
    return fault_input(error, FAULT_BAD, tr("%s 第%d行 <%s>：%s", "%s line %d <%s>: %s"), file, line, element, reason);
}

gboolean loading_bad(const Loading *load, const RuleEntry *entry, GError **error, const char *reason)
{
    return bad_at(load->file, entry->line, entry->name, error, reason);
}

/* ---- helpers ---- */

/* Full-width punctuation in a pattern means its ASCII form, taken literally, as texts are folded. */
static char *fold_source(const char *source)
{
    GString *folded = g_string_sized_new(strlen(source) + 1);
    for (const char *p = source; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p), narrow = text_fold_width(c);
        if (narrow == c) {
            if (*p != '\n' && *p != '\r')
                g_string_append_len(folded, p, g_utf8_next_char(p) - p);
            continue;
        }
        if (narrow < 128 && !g_ascii_isalnum((char)narrow))
            g_string_append_c(folded, '\\');
        g_string_append_unichar(folded, narrow);
    }
    return g_string_free(folded, FALSE);
}

/* The pattern of ENTRY, which the rules own, not compiled yet.  VALUE: it must have a group of that name. */
static Pattern *add_pattern(const Loading *load, const RuleEntry *entry, const char *before, const char *after, bool value, GError **error)
{
    g_autofree char *folded = fold_source(entry->text);
    g_autofree char *source = g_strconcat(before, folded, after, NULL);
    g_autoptr(GError) fault = NULL;
    Pattern *pattern = *folded ? pattern_new(source, load->rules->defs, &fault) : NULL;
    if (!pattern) {
        loading_bad(load, entry, error, fault ? fault->message : tr("模式为空", "the pattern is empty"));
        return NULL;
    }
    RulePattern *kept = g_new(RulePattern, 1);
    *kept = (RulePattern){pattern, value, load->file, entry->name, entry->line};
    g_ptr_array_add(load->rules->all_patterns, kept);
    return pattern;
}

/* The kinds that the attribute NAME lists. */
gboolean loading_kinds(const Loading *load, const RuleEntry *entry, const char *name, uint64_t *mask,
                       GError **error)
{
    g_auto(GStrv) ids = g_strsplit_set(ruleentry_get(entry, name), " \n\t", -1);
    *mask = 0;
    for (char **id = ids; *id; id++) {
        if (!**id)
            continue;
        int doctype = extractrules_doctype(load->rules, *id);
        if (doctype < 0)
            return loading_bad(load, entry, error, tr("列有未知的文书类型", "an unknown kind of document is listed"));
        *mask |= (uint64_t)1 << doctype;
    }
    return TRUE;
}

gboolean loading_docs(const Loading *load, const RuleEntry *entry, uint64_t *mask, GError **error)
{
    *mask = UINT64_MAX;
    for (guint i = 0; i < load->rules->doctypes->len; i++)
        if (((DocType *)g_ptr_array_index(load->rules->doctypes, i))->no_case)
            *mask &= ~((uint64_t)1 << i);
    return !ruleentry_get(entry, "docs") || loading_kinds(load, entry, "docs", mask, error);
}

gboolean loading_number(const Loading *load, const RuleEntry *entry, const char *name, int *value,
                        GError **error)
{
    const char *text = ruleentry_get(entry, name);
    int64_t number = *value;
    if (text && (!text_integer(text, &number) || number < 0 || number > RULE_NUMBER_MAX)) {
        g_autofree char *reason =
            g_strdup_printf(tr("%s 应为 0 到 %d 的整数", "%s must be a whole number from 0 to %d"), name,
                            RULE_NUMBER_MAX);
        return loading_bad(load, entry, error, reason);
    }
    *value = (int)number;
    return TRUE;
}

const char *loading_keep(const Loading *load, char *text)
{
    g_ptr_array_add(load->rules->texts, text);
    return text;
}

static char *const *read_when(const Loading *load, const RuleEntry *entry)
{
    const char *when = ruleentry_get(entry, "when");
    if (!when)
        return NULL;
    g_autofree char *folded = matchtext_squeeze(when);
    char **words = g_strsplit(folded, "|", -1);
    g_ptr_array_add(load->rules->whens, words);
    return words;
}

static RuleExample *add_example(const Loading *load, const RuleEntry *entry, const char *rule)
{
    RuleExample *example = g_new0(RuleExample, 1);
    example->rule = rule;
    example->text = entry->text;
    example->value = ruleentry_get(entry, "value");
    example->must_match = strcmp(entry->name, "match") == 0;
    example->doctype = -1;
    example->line = entry->line;
    example->file = load->file;
    g_ptr_array_add(load->rules->examples, example);
    return example;
}

static bool is_example(const RuleEntry *entry)
{
    return strcmp(entry->name, "match") == 0 || strcmp(entry->name, "no-match") == 0;
}

/* ---- entries ---- */

static gboolean load_define(const Loading *load, const RuleEntry *entry, GError **error)
{
    const char *name = ruleentry_get(entry, "name");
    g_autofree char *folded = fold_source(entry->text);
    if (!name || !*folded)
        return loading_bad(load, entry, error, tr("需要 name 和内容", "needs a name and a content"));
    if (strstr(folded, "(?<") && !strstr(folded, "(?<!") && !strstr(folded, "(?<="))
        return loading_bad(load, entry, error, tr("共用定义中不能有命名组", "a definition must not hold named groups"));
    return pattern_defs_add(load->rules->defs, name, folded) ||
           loading_bad(load, entry, error, tr("重复定义", "defined twice"));
}

static gboolean add_title(const Loading *load, const RuleEntry *entry, int doctype, GError **error)
{
    ExtractRules *rules = load->rules;
    bool name = strcmp(entry->name, "name") == 0, telltale = strcmp(entry->name, "telltale") == 0,
         unless = strcmp(entry->name, "unless") == 0;
    const char *or = ruleentry_get(entry, "or");
    int other = or ? extractrules_doctype(rules, or) : -1;
    if (or && other < 0)
        return loading_bad(load, entry, error, tr("or 不是已知的文书类型", "or is no known kind of document"));
    bool loose = g_strcmp0(ruleentry_get(entry, "loose"), "yes") == 0,
         later = g_strcmp0(ruleentry_get(entry, "later"), "yes") == 0;
    bool bare = name || telltale || unless;
    Pattern *pattern = add_pattern(load, entry, bare || loose ? "(?:" : "^(?:(?P>title-prefix))?(?:", bare ? ")" : ")(?:(?P>title-suffix))?$",
                                   false, error);
    if (!pattern)
        return FALSE;
    GPtrArray *list = name       ? rules->names
                      : unless   ? rules->unless
                      : later    ? rules->later_telltales
                      : telltale ? rules->telltales
                      : loose    ? rules->loose_titles
                                 : rules->titles;
    char *called =
        g_strdup_printf("%s:%s:%u", entry->name, extractrules_doctype_id(rules, doctype), entry->line);
    TitleRule *rule = g_new(TitleRule, 1);
    *rule = (TitleRule){pattern, loading_keep(load, called), doctype, other};
    g_ptr_array_add(list, rule);
    return TRUE;
}

static gboolean load_doctype(const Loading *load, const RuleEntry *entry, GError **error)
{
    ExtractRules *rules = load->rules;
    const char *id = ruleentry_get(entry, "id");
    if (!id || extractrules_doctype(rules, id) >= 0 || rules->doctypes->len >= DOCTYPES_MAX)
        return loading_bad(load, entry, error, tr("需要唯一的 id", "needs an id of its own"));
    DocType *type = g_new0(DocType, 1);
    type->id = id;
    type->date_field = ruleentry_get(entry, "date");
    type->no_case = g_strcmp0(ruleentry_get(entry, "case"), "no") == 0;
    type->applicant = g_strcmp0(ruleentry_get(entry, "applicant"), "yes") == 0;
    g_ptr_array_add(rules->doctypes, type);
    return TRUE;
}

/* The second pass: patterns may use definitions of any file. */
static gboolean load_doctype_patterns(const Loading *load, const RuleEntry *entry, GError **error)
{
    ExtractRules *rules = load->rules;
    const char *id = ruleentry_get(entry, "id");
    int doctype = extractrules_doctype(rules, id);
    for (guint i = 0; i < entry->children->len; i++) {
        const RuleEntry *child = g_ptr_array_index(entry->children, i);
        if (is_example(child)) {
            RuleExample *example = add_example(load, child, id);
            example->doctype = doctype;
            example->of_name = g_strcmp0(ruleentry_get(child, "as"), "name") == 0;
        } else if (strcmp(child->name, "number-type") == 0) {
            g_hash_table_replace(rules->number_types, g_strdup(child->text), GINT_TO_POINTER(doctype + 1));
        } else if (strcmp(child->name, "title") == 0 || strcmp(child->name, "name") == 0 || strcmp(child->name, "telltale") == 0 ||
                   strcmp(child->name, "unless") == 0) {
            if (!add_title(load, child, doctype, error))
                return FALSE;
        } else {
            return loading_bad(load, child, error, tr("未知元素", "unknown element"));
        }
    }
    return TRUE;
}

static gboolean load_field(const Loading *load, const RuleEntry *entry, GError **error)
{
    static const char *const types[] = {"text", "name", "person", "number", "date", "money", "code", "law", "count", "yes", "paper", "certificate",
                                        "wording"};
    const char *id = ruleentry_get(entry, "id"), *type = ruleentry_get(entry, "type");
    FieldRule *field = g_new0(FieldRule, 1);
    bool known = false;
    for (size_t i = 0; type && i < G_N_ELEMENTS(types); i++)
        if (strcmp(type, types[i]) == 0) {
            field->type = (ValueType)i;
            known = true;
        }
    if (!known || !id || g_hash_table_contains(load->rules->fields, id)) {
        g_free(field);
        return loading_bad(load, entry, error,
                           tr("需要唯一的 id 和已知的 type", "needs an id of its own and a known type"));
    }
    field->id = id;
    field->clause = g_strcmp0(ruleentry_get(entry, "ends"), "clause") == 0;
    field->last_date = g_strcmp0(ruleentry_get(entry, "several"), "last") == 0;
    field->again = g_strcmp0(ruleentry_get(entry, "again"), "yes") == 0;
    g_hash_table_replace(load->rules->fields, (gpointer)id, field);
    return TRUE;
}

/* The second pass: kinds of document are known now. */
static gboolean load_field_reach(const Loading *load, const RuleEntry *entry, GError **error)
{
    FieldRule *field = g_hash_table_lookup(load->rules->fields, ruleentry_get(entry, "id"));
    return !ruleentry_get(entry, "not-in") || loading_kinds(load, entry, "not-in", &field->not_in, error);
}

const FieldRule *loading_field(const Loading *load, const RuleEntry *entry, GError **error)
{
    const char *id = ruleentry_get(entry, "field");
    const FieldRule *field = id ? g_hash_table_lookup(load->rules->fields, id) : NULL;
    if (!field)
        loading_bad(load, entry, error, tr("field 不是已知的字段", "field is no known field"));
    return field;
}

static const RuleEntry *find_child(const RuleEntry *entry, const char *name)
{
    for (guint i = 0; i < entry->children->len; i++) {
        const RuleEntry *child = g_ptr_array_index(entry->children, i);
        if (strcmp(child->name, name) == 0)
            return child;
    }
    return NULL;
}

gboolean loading_examples(const Loading *load, const RuleEntry *entry, const RuleExample *of, GError **error)
{
    int kinds = 0;
    for (guint i = 0; i < entry->children->len; i++) {
        const RuleEntry *child = g_ptr_array_index(entry->children, i);
        if (!is_example(child))
            continue;
        RuleExample *example = add_example(load, child, ruleentry_get(entry, of->event ? "field" : "id"));
        example->pattern = of->pattern;
        example->named = of->named;
        example->event = of->event;
        kinds |= example->must_match ? 1 : 2;
    }
    return kinds == 3 || loading_bad(load, entry, error,
                                     tr("每个模式都要有一个应匹配和一个不应匹配的例子",
                                        "every pattern needs an example that matches and one that does not"));
}

const FieldRule *loading_variant(const Loading *load, const FieldRule *field, bool last_date, bool next_day)
{
    FieldRule *variant = g_memdup2(field, sizeof *field);
    variant->last_date = last_date;
    variant->next_day = next_day;
    g_ptr_array_add(load->rules->variants, variant);
    return variant;
}

static gboolean load_pattern(const Loading *load, const RuleEntry *entry, GError **error)
{
    const RuleEntry *regex = find_child(entry, "regex");
    const char *id = ruleentry_get(entry, "id");
    if (!regex || !id)
        return loading_bad(load, entry, error, tr("需要 id 和 regex", "needs an id and a regex"));
    const FieldRule *field = loading_field(load, entry, error);
    PatternRule rule = {.field = field, .rank = RANK_USUAL};
    if (!field || !loading_docs(load, entry, &rule.docs, error) ||
        !loading_number(load, entry, "rank", &rule.rank, error) ||
        !(rule.pattern = add_pattern(load, regex, "", "", true, error)))
        return FALSE;
    const char *takes = ruleentry_get(entry, "takes");
    if (takes)
        rule.field = loading_variant(load, field, strcmp(takes, "last") == 0, strcmp(takes, "next") == 0);
    rule.id = id;
    rule.when = read_when(load, entry);
    rule.part = g_strcmp0(ruleentry_get(entry, "part"), "decision") == 0 ? PART_DECISION : PART_ALL;
    rule.first = g_strcmp0(ruleentry_get(entry, "first"), "yes") == 0;
    const char *beside = ruleentry_get(entry, "beside");
    rule.beside = beside ? extractrules_named(load->rules, beside) : NULL;
    if (beside && !rule.beside)
        return loading_bad(load, entry, error, tr("beside 不是前面写过的 <named>", "beside is no <named> that stands before"));
    PatternRule *kept = g_memdup2(&rule, sizeof rule);
    g_ptr_array_add(load->rules->patterns, kept);
    return loading_examples(load, entry, &(RuleExample){.pattern = kept}, error);
}

static gboolean load_mention(const Loading *load, const RuleEntry *entry, GError **error)
{
    const FieldRule *field = loading_field(load, entry, error);
    const char *of = ruleentry_get(entry, "of");
    int doctype = of ? extractrules_doctype(load->rules, of) : -1;
    uint64_t docs;
    int rank = RANK_USUAL;
    if (!field || !loading_docs(load, entry, &docs, error) ||
        !loading_number(load, entry, "rank", &rank, error))
        return FALSE;
    if (doctype < 0)
        return loading_bad(load, entry, error, tr("of 不是已知的文书类型", "of is no known kind of document"));
    MentionRule *mention = g_new(MentionRule, 1);
    *mention = (MentionRule){doctype, field, docs, rank, loading_keep(load, g_strdup_printf("mention:%s", of))};
    g_ptr_array_add(load->rules->mentions, mention);
    return TRUE;
}

static gboolean load_named(const Loading *load, const RuleEntry *entry, GError **error)
{
    const RuleEntry *regex = find_child(entry, "regex");
    const char *id = ruleentry_get(entry, "id");
    if (!regex || !id || g_hash_table_contains(load->rules->named, id))
        return loading_bad(load, entry, error, tr("需要唯一的 id 和 regex", "needs an id of its own and a regex"));
    Pattern *pattern = add_pattern(load, regex, "", "", false, error);
    if (!pattern)
        return FALSE;
    NamedPattern *named = g_new(NamedPattern, 1);
    *named = (NamedPattern){id, read_when(load, entry), pattern};
    g_hash_table_replace(load->rules->named, (gpointer)id, named);
    return loading_examples(load, entry, &(RuleExample){.named = named}, error);
}

/* <role>, <kind>, <column>, <law>: words that mean one thing. */
static gboolean load_words(const Loading *load, const RuleEntry *entry, GError **error)
{
    ExtractRules *rules = load->rules;
    const char *id = ruleentry_get(entry, "id");
    bool role = strcmp(entry->name, "role") == 0, kind = strcmp(entry->name, "kind") == 0, law = strcmp(entry->name, "law") == 0;
    int value = role ? (g_strcmp0(id, "lead") == 0 ? ROLE_LEAD : g_strcmp0(id, "member") == 0 ? ROLE_MEMBER : ROLE_NONE)
                     : kind ? (int)kind_from_id(id) : 1;
    if (!id || value == 0)
        return loading_bad(load, entry, error, tr("id 未知", "unknown id"));
    int liability = 0;
    if (law && !loading_number(load, entry, "liability", &liability, error))
        return FALSE;
    if (liability > 0)
        g_hash_table_replace(rules->liability, g_strdup(id), GINT_TO_POINTER(liability));
    for (guint i = 0; i < entry->children->len; i++) {
        char *word = matchtext_squeeze(((RuleEntry *)g_ptr_array_index(entry->children, i))->text);
        if (role || kind)
            g_hash_table_replace(role ? rules->roles : rules->kinds, word, GINT_TO_POINTER(value));
        else
            g_hash_table_replace(law ? rules->laws : rules->columns, word, g_strdup(id));
    }
    return TRUE;
}

typedef struct {
    const char *name;
    gboolean (*first)(const Loading *, const RuleEntry *, GError **);
    gboolean (*second)(const Loading *, const RuleEntry *, GError **);
    gboolean (*third)(const Loading *, const RuleEntry *, GError **);
} EntryKind;

static const EntryKind entry_kinds[] = {
    {"define", load_define, NULL, NULL},       {"doctype", load_doctype, load_doctype_patterns, NULL},
    {"field", load_field, load_field_reach, NULL}, {"label", NULL, NULL, labelrules_label},
    {"pattern", NULL, NULL, load_pattern},     {"named", NULL, NULL, load_named},
    {"mention", NULL, NULL, load_mention},     {"happening", eventrules_words, NULL, NULL},
    {"later", eventrules_words, NULL, NULL},   {"nothing", eventrules_words, NULL, NULL},
    {"paper", NULL, eventrules_words, NULL},
    {"event", NULL, NULL, eventrules_event},   {"names", labelrules_names, NULL, NULL},
    {"role", load_words, NULL, NULL},          {"kind", load_words, NULL, NULL},
    {"column", load_words, NULL, NULL},        {"law", load_words, NULL, NULL}};

static gboolean load_entry(const Loading *load, const RuleEntry *entry, int pass, GError **error)
{
    for (size_t i = 0; i < G_N_ELEMENTS(entry_kinds); i++) {
        const EntryKind *kind = &entry_kinds[i];
        if (strcmp(kind->name, entry->name) != 0)
            continue;
        gboolean (*step)(const Loading *, const RuleEntry *, GError **) = pass == 0 ? kind->first : pass == 1 ? kind->second : kind->third;
        return !step || step(load, entry, error);
    }
    return loading_bad(load, entry, error, tr("未知元素", "unknown element"));
}

static gboolean load_all(ExtractRules *rules, GError **error)
{
    g_autoptr(GHashTable) lists = g_hash_table_new(g_str_hash, g_str_equal);
    for (int pass = 0; pass < 3; pass++)
        for (guint f = 0; f < rules->files->len; f++) {
            const RuleFile *file = g_ptr_array_index(rules->files, f);
            const Loading load = {rules, file->name, lists};
            for (guint i = 0; i < file->entries->len; i++)
                if (!load_entry(&load, g_ptr_array_index(file->entries, i), pass, error))
                    return FALSE;
        }
    return eventrules_finish(rules, error);
}

/* ---- the set ---- */

static void pattern_and_place_free(gpointer data)
{
    RulePattern *one = data;
    pattern_free(one->pattern);
    g_free(one);
}

static GHashTable *word_table(GDestroyNotify value_free)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, value_free);
}

static ExtractRules *rules_new(void)
{
    ExtractRules *rules = g_new0(ExtractRules, 1);
    rules->files = g_ptr_array_new_with_free_func((GDestroyNotify)rulefile_free);
    rules->texts = g_ptr_array_new_with_free_func(g_free);
    rules->whens = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    rules->all_patterns = g_ptr_array_new_with_free_func(pattern_and_place_free);
    rules->doctypes = g_ptr_array_new_with_free_func(g_free);
    rules->titles = g_ptr_array_new_with_free_func(g_free);
    rules->loose_titles = g_ptr_array_new_with_free_func(g_free);
    rules->names = g_ptr_array_new_with_free_func(g_free);
    rules->telltales = g_ptr_array_new_with_free_func(g_free);
    rules->later_telltales = g_ptr_array_new_with_free_func(g_free);
    rules->unless = g_ptr_array_new_with_free_func(g_free);
    rules->number_types = word_table(NULL);
    rules->fields = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    rules->labels = labelindex_new();
    rules->patterns = g_ptr_array_new_with_free_func(g_free);
    rules->variants = g_ptr_array_new_with_free_func(g_free);
    rules->mentions = g_ptr_array_new_with_free_func(g_free);
    rules->events = g_ptr_array_new_with_free_func(g_free);
    rules->happenings = g_ptr_array_new_with_free_func(g_free);
    rules->event_words = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
    rules->named = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    rules->roles = word_table(NULL);
    rules->kinds = word_table(NULL);
    rules->columns = word_table(g_free);
    rules->laws = word_table(g_free);
    rules->liability = word_table(NULL);
    rules->examples = g_ptr_array_new_with_free_func(g_free);
    rules->defs = pattern_defs_new();
    return rules;
}

void extractrules_free(ExtractRules *rules)
{
    if (!rules)
        return;
    g_ptr_array_unref(rules->examples);
    g_hash_table_unref(rules->liability);
    g_hash_table_unref(rules->laws);
    g_hash_table_unref(rules->columns);
    g_hash_table_unref(rules->kinds);
    g_hash_table_unref(rules->roles);
    g_hash_table_unref(rules->named);
    pattern_free(rules->event_date);
    g_hash_table_unref(rules->event_words);
    g_ptr_array_unref(rules->happenings);
    g_ptr_array_unref(rules->events);
    g_ptr_array_unref(rules->patterns);
    g_ptr_array_unref(rules->mentions);
    g_ptr_array_unref(rules->variants);
    labelindex_free(rules->labels);
    g_hash_table_unref(rules->fields);
    g_hash_table_unref(rules->number_types);
    g_ptr_array_unref(rules->unless);
    g_ptr_array_unref(rules->later_telltales);
    g_ptr_array_unref(rules->telltales);
    g_ptr_array_unref(rules->names);
    g_ptr_array_unref(rules->titles);
    g_ptr_array_unref(rules->loose_titles);
    g_ptr_array_unref(rules->doctypes);
    g_ptr_array_unref(rules->all_patterns);
    g_ptr_array_unref(rules->whens);
    g_ptr_array_unref(rules->texts);
    g_ptr_array_unref(rules->files);
    pattern_defs_free(rules->defs);
    g_free(rules);
}

ExtractRules *extractrules_open(const char *folder, GError **error)
{
    g_autoptr(GPtrArray) names = rulefile_list(folder, error);
    if (!names)
        return NULL;
    if (names->len == 0) {
        fault_input(error, FAULT_MISSING, tr("规则目录中没有 .xml 文件：%s", "no .xml file in the folder of rules: %s"), folder);
        return NULL;
    }
    g_autoptr(ExtractRules) rules = rules_new();
    for (guint i = 0; i < names->len; i++) {
        RuleFile *file = rulefile_read(folder, names->pdata[i], error);
        if (!file)
            return NULL;
        g_ptr_array_add(rules->files, file);
    }
    return load_all(rules, error) ? g_steal_pointer(&rules) : NULL;
}

gboolean extractrules_compile(ExtractRules *rules, GError **error)
{
    for (guint i = 0; i < rules->all_patterns->len; i++) {
        const RulePattern *one = g_ptr_array_index(rules->all_patterns, i);
        g_autoptr(GError) fault = NULL;
        if (!pattern_compile(one->pattern, &fault))
            return bad_at(one->file, one->line, one->element, error, fault->message);
        if (one->value && pattern_group(one->pattern, "value") < 0)
            return bad_at(one->file, one->line, one->element, error,
                          tr("缺少名为 value 的组", "has no group named value"));
    }
    return !rules->event_date || pattern_compile(rules->event_date, error);
}

gboolean extractrules_stood(ExtractRules *rules, GError **error)
{
    bool bad = rules->event_date && pattern_is_bad(rules->event_date);
    for (guint i = 0; i < rules->all_patterns->len; i++)
        bad = bad || pattern_is_bad(((const RulePattern *)g_ptr_array_index(rules->all_patterns, i))->pattern);
    return !bad || extractrules_compile(rules, error);
}

ExtractRules *extractrules_load(const char *folder, GError **error)
{
    g_autoptr(ExtractRules) rules = extractrules_open(folder, error);
    return rules && extractrules_compile(rules, error) ? g_steal_pointer(&rules) : NULL;
}
