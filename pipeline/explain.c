#include "explain.h"

#include <string.h>

#include "assumed_words.h"
#include "fault.h"
#include "kinds.h"
#include "lang.h"
#include "rational.h"
#include "rec_casefiles.h"
#include "text.h"
#include "vocabulary.h"

#define INDENT 2

typedef struct {
    FILE *stream;
    const Scores *scores;
    GHashTable *names;  /* unit id → name */
    GHashTable *quoted; /* clauses that were quoted */
    GHashTable *told;   /* figures whose method was told */
    const char *unit;   /* the id of the one that is explained */
} Explanation;

/* ---- words ---- */

/* Where the words for the values of a figure or an input stand; others are looked for in all of them. */
static const struct {
    const char *id, *class_name;
} value_classes[] = {{"ruling", "ruling"},
                     {"eligibility", "eligibility"},
                     {"award", "given"},
                     {"recommend", "given"},
                     {"claim", "role"},
                     {"water", "option"}};
static const char *const any_classes[] = {"why", "eligibility", "rule", "given", "ruling", "veto", "role"};

static const char *word_for_code(const char *id, const char *code)
{
    for (size_t i = 0; i < G_N_ELEMENTS(value_classes); i++)
        if (strcmp(value_classes[i].id, id) == 0 && vocabulary_has(value_classes[i].class_name, code))
            return vocabulary_word(value_classes[i].class_name, code);
    if (strcmp(id, "veto") == 0 && vocabulary_has("veto", code))
        return vocabulary_word("veto", code);
    Kind kind = kind_from_id(code);
    if (kind != KIND_NONE)
        return lang_get() == LANG_ZH ? kind_printed(kind) : kind_english(kind);
    for (size_t i = 0; i < G_N_ELEMENTS(any_classes); i++)
        if (vocabulary_has(any_classes[i], code))
            return vocabulary_word(any_classes[i], code);
    return code;
}

/* "80 72.5" of 2015 and 2016 → "80 → 72.5"; classes of water by their numerals. */
static char *years_text(const char *id, const char *value)
{
    static const char *const classes[] = {"", "Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "劣Ⅴ"};
    g_auto(GStrv) years = g_strsplit(value, " ", 2);
    const char *shown[2] = {years[0], years[1]};
    for (int i = 0; i < 2 && strcmp(id, "water") == 0; i++)
        if (years[i][0] >= '1' && years[i][0] <= '6' && years[i][1] == '\0')
            shown[i] = classes[years[i][0] - '0'];
    return g_strdup_printf("%s → %s", shown[0], shown[1]);
}

/* Codes parted by blanks, joined by SEPARATOR. */
static char *words_text(const char *id, const char *value, const char *separator)
{
    g_auto(GStrv) codes = g_strsplit(value, " ", -1);
    g_autoptr(GString) words = g_string_new(NULL);
    for (char **code = codes; *code; code++)
        g_string_append_printf(words, "%s%s", words->len ? separator : "", word_for_code(id, *code));
    return g_string_free(g_steal_pointer(&words), FALSE);
}

char *explain_value(const char *id, const char *value)
{
    bool years = strcmp(id, "pm10") == 0 || strcmp(id, "pm25") == 0 || strcmp(id, "water") == 0;
    if (years && strchr(value, ' '))
        return years_text(id, value);
    if (strcmp(id, "veto") == 0)
        return words_text(id, value, tr("、", ", "));
    if (strcmp(id, "case") == 0 || strcmp(id, "claim") == 0)
        return words_text(id, value, " ");
    return g_strdup(word_for_code(id, value));
}

static char *names_in_line(const char *names)
{
    g_auto(GStrv) lines = g_strsplit(names, "\n", -1);
    return g_strjoinv(tr("、", ", "), lines);
}

char *explain_object(const char *object)
{
    const char *dash = strrchr(object, '-');
    g_autofree char *head = dash ? g_strndup(object, (gsize)(dash - object)) : NULL;
    Kind kind = head && g_ascii_isdigit(dash[1]) ? kind_from_id(head) : KIND_NONE;
    if (kind != KIND_NONE)
        return g_strconcat(tr(kind_printed(kind), kind_english(kind)), dash, NULL);
    if (strchr(object, '\n'))
        return names_in_line(object);
    return g_strdup(vocabulary_has("figure", object) ? vocabulary_word("figure", object)
                                                     : word_for_code("", object));
}

/* The same, or the name of the unit that has it as its id. */
static char *object_word(const Explanation *e, const char *object)
{
    const char *name = g_hash_table_lookup(e->names, object);
    return name ? g_strdup(name) : explain_object(object);
}

/* A claim's place is one of the person's list of cases: "先进个人/甲 L2". */
char *explain_source(const Leaf *leaf)
{
    const char *blank = leaf->source ? strrchr(leaf->source, ' ') : NULL;
    if (!blank || strcmp(leaf->name, "claim") != 0)
        return g_strdup(leaf->source);
    g_autofree char *place = place_printed(blank + 1);
    return g_strdup_printf(tr("%.*s，案件清单%s", "%.*s, list of cases, %s"), (int)(blank - leaf->source),
                           leaf->source, place);
}

const char *explain_rule_numbers(void)
{
    return tr("“规则8.x”指《评分规则》（SPEC）第8节第x条，“规则3”指第3节；所依据的通知原文引在各项之下。",
              "“Rule 8.x” is section 8.x of the rules of scoring (SPEC), “rule 3” its section 3; the notice "
              "is quoted at the figures that rest on it.");
}

/* ---- the tree ---- */

static void print_escaped(const Explanation *e, const char *text)
{
    g_autofree char *shown = text_display(text);
    fputs(shown, e->stream);
}

static void print_leaf(const Explanation *e, const Leaf *leaf, int depth)
{
    fprintf(e->stream, "%*s· %s", depth * INDENT, "", vocabulary_word("figure", leaf->name));
    if (leaf->object) {
        g_autofree char *object = object_word(e, leaf->object);
        fputs(tr("〔", " ["), e->stream);
        print_escaped(e, object);
        fputs(tr("〕", "]"), e->stream);
    }
    if (leaf->value) {
        g_autofree char *value = explain_value(leaf->name, leaf->value);
        fputs(tr("：", ": "), e->stream);
        print_escaped(e, value);
    }
    bool own = leaf->origin == ORIGIN_OTHER && g_strcmp0(leaf->object, e->unit) == 0;
    g_autofree char *source = explain_source(leaf);
    fprintf(e->stream, tr("（%s", " (%s"),
            own ? tr("本单位", "this unit") : vocabulary_word("origin", origin_ids[leaf->origin]));
    if (source) {
        fputs(tr("，", ", "), e->stream);
        print_escaped(e, source);
    }
    fputs(tr("）\n", ")\n"), e->stream);
}

static bool is_number(const char *value)
{
    return g_ascii_isdigit(value[value[0] == '-']);
}

/* The exact value, and what it is rounded to where that is another number; a share is printed in percent. */
static void print_number(const Explanation *e, const Node *node)
{
    g_autoptr(RationalPool) pool = rational_pool_new();
    const Rational *exact = rational_parse(pool, node->value),
                   *rounded = node->rounded ? rational_parse(pool, node->rounded) : NULL;
    if (!exact || (node->rounded && !rounded)) {
        fprintf(e->stream, " = %s", node->value);
        return;
    }
    bool percent = strcmp(node->id, "share") == 0 && rounded;
    g_autofree char *fraction = rational_format_short(exact);
    if (percent)
        exact = rational_mul(pool, exact, rational_from_int(pool, 100));
    bool equal = rounded && rational_compare(exact, rounded) == 0;
    if (!equal && g_strcmp0(node->formula, fraction) != 0)
        fprintf(e->stream, " = %s", fraction);
    if (rounded && g_strcmp0(node->formula, node->rounded) != 0)
        fprintf(e->stream, "%s%s%s", equal ? " = " : " ≈ ", node->rounded, percent ? "%" : "");
}

static void print_result(const Explanation *e, const Node *node)
{
    if (node->formula && node->formula[0])
        fprintf(e->stream, " = %s", node->formula);
    if (node->value && is_number(node->value)) {
        print_number(e, node);
        return;
    }
    if (!node->value)
        return;
    g_autofree char *word = explain_value(node->id, node->value);
    fprintf(e->stream, tr("：%s", ": %s"), word);
    if (node->rounded)
        fprintf(e->stream, " = %s", node->rounded);
}

static void print_head(const Explanation *e, const Node *node, int depth)
{
    fprintf(e->stream, "%*s%s", depth * INDENT, "", vocabulary_word("figure", node->id));
    if (node->object) {
        g_autofree char *object = object_word(e, node->object);
        fputs(tr("〔", " ["), e->stream);
        print_escaped(e, object);
        fputs(tr("〕", "]"), e->stream);
    }
    print_result(e, node);
    if (node->elsewhere)
        fputs(tr("（推导另列）", " (derived on its own)"), e->stream);
    if (node->rule)
        fprintf(e->stream, tr("　〔规则%s〕", "  [rule %s]"), node->rule);
    if (node->assumed)
        fputs(tr("〔暂定规则〕", " [assumed rule]"), e->stream);
    fputc('\n', e->stream);
}

static void print_notice(const Explanation *e, const Node *node, int depth)
{
    if (!node->notice || !vocabulary_has("clause", node->notice) ||
        !g_hash_table_add(e->quoted, node->notice))
        return;
    fprintf(e->stream, tr("%*s通知：“%s”\n", "%*sNotice: \"%s\"\n"), depth * INDENT, "",
            vocabulary_word("clause", node->notice));
}

/* How the figure comes about, in words, where a formula alone does not say it. */
static void print_method(const Explanation *e, const Node *node, int depth)
{
    if (!node->elsewhere && vocabulary_has("method", node->id) && g_hash_table_add(e->told, node->id))
        fprintf(e->stream, tr("%*s算法：%s\n", "%*sHow: %s\n"), depth * INDENT, "",
                vocabulary_word("method", node->id));
}

static void print_node(const Explanation *e, const Node *node, int depth)
{
    print_head(e, node, depth);
    print_method(e, node, depth + 1);
    print_notice(e, node, depth + 1);
    for (guint i = 0; i < node->leaves->len; i++) {
        const Leaf *leaf = node->leaves->pdata[i];
        if (leaf->origin != ORIGIN_PROGRAM)
            print_leaf(e, leaf, depth + 1);
    }
    for (guint i = 0; i < node->nodes->len; i++)
        print_node(e, node->nodes->pdata[i], depth + 1);
}

static void print_nodes(const Explanation *e, const GPtrArray *nodes)
{
    for (guint i = 0; i < nodes->len; i++) {
        fputc('\n', e->stream);
        print_node(e, nodes->pdata[i], 0);
    }
}

/* ---- what frames it ---- */

/* What the value would change if it were taken another way, a line an alternative. */
static void print_effect(const Explanation *e, const ScoreAssumed *assumed)
{
    g_autofree char *effect = assumed_effect(assumed, e->scores);
    g_auto(GStrv) lines = g_strsplit(effect ? effect : "", "\n", -1);
    for (char **line = lines; *line; line++)
        fprintf(e->stream, "      %s\n", *line);
}

static void print_assumed(const Explanation *e)
{
    const GPtrArray *list = e->scores->assumed;
    fprintf(e->stream,
            tr("\n暂定规则：通知没有写明或有两种读法、由赛季文件暂定的取值（共%u项）\n",
               "\nAssumed values: what the notice leaves open and the season file sets (%u)\n"),
            list->len);
    for (guint i = 0; i < list->len; i++) {
        const ScoreAssumed *assumed = list->pdata[i];
        g_autofree char *name = assumed_name(assumed), *value = assumed_value(assumed);
        fprintf(e->stream, tr("  %s：%s（%s/@%s）\n", "  %s: %s (%s/@%s)\n"), name, value ? value : "",
                assumed->element, assumed->attribute);
        print_effect(e, assumed);
    }
    fprintf(e->stream, "\n%s\n", explain_rule_numbers());
}

static void print_field(const Explanation *e, const char *id, const char *value)
{
    if (value && value[0])
        fprintf(e->stream, tr("  %s：%s\n", "  %s: %s\n"), vocabulary_word("figure", id), value);
}

static void print_standing(const Explanation *e, const char *eligibility, const char *award, int award_state,
                           int recommend_state, int review)
{
    print_field(e, "eligibility", vocabulary_word("eligibility", eligibility ? eligibility : ""));
    print_field(e, "award", award_state == GIVEN_OPEN ? vocabulary_word("given", "open") : award);
    if (recommend_state != GIVEN_NO)
        print_field(e, "recommend",
                    recommend_state == GIVEN_OPEN ? vocabulary_word("given", "open")
                                                  : tr("推荐省厅", "to the province"));
    print_field(e, "review", vocabulary_word("review", review_ids[review]));
}

static void print_title(const Explanation *e, const char *unit, const char *person, int64_t rank,
                        const char *total)
{
    print_escaped(e, unit);
    if (person) {
        fputc(' ', e->stream);
        print_escaped(e, person);
    }
    if (total)
        fprintf(e->stream, tr("　总分 %s", "  total %s"), total);
    if (rank > 0)
        fprintf(e->stream, tr("　第%d名", "  rank %d"), (int)rank);
    fputc('\n', e->stream);
}

/* What units share: the totals, or for a person the weights. */
static void print_shared(const Explanation *e, bool person)
{
    for (guint i = 0; i < e->scores->nodes->len; i++) {
        const Node *node = e->scores->nodes->pdata[i];
        if ((strcmp(node->id, "weights") == 0) != person)
            continue;
        fputc('\n', e->stream);
        print_node(e, node, 0);
    }
}

static void print_legend(const Explanation *e)
{
    fputs(
        tr("\n算式从左到右按先乘除后加减计算，分数为精确值，“≈”后为四舍五入的印出值；\n"
           "clamp(x, 0, 1)：小于0取0、大于1取1；max(a, b)：取较大的；floor(x)：舍去小数。每个得分先四舍五入一次，再相加。\n",
           "\nFractions are exact; what follows ≈ is rounded half up, as printed.  clamp(x, 0, 1): 0 below 0, 1\n"
           "above 1; max(a, b): the greater; floor(x): drops the fraction.  Each component is rounded once and only then added.\n"),
        e->stream);
}

static void explain_unit_text(const Explanation *e, const ScoreUnit *unit)
{
    print_title(e, unit->name, NULL, unit->rank, unit->total);
    print_standing(e, unit->eligibility, unit->award, unit->award_state, unit->recommend_state, unit->review);
    print_legend(e);
    print_nodes(e, unit->nodes);
    if (unit->base_cases)
        print_shared(e, false);
    print_assumed(e);
}

static void explain_person_text(const Explanation *e, const ScorePerson *person)
{
    print_title(e, person->unit_name, person->name, person->rank, person->total);
    print_standing(e, person->eligibility, person->award, person->award_state, person->recommend_state,
                   person->review);
    print_legend(e);
    print_nodes(e, person->nodes);
    print_shared(e, true);
    print_assumed(e);
}

static void explain_legal_text(const Explanation *e, const ScoreLegal *legal)
{
    print_title(e, legal->unit_name, legal->name, legal->rank, legal->points);
    print_standing(e, legal->eligibility, legal->award, legal->award_state, legal->recommend_state,
                   legal->review);
    print_legend(e);
    print_nodes(e, legal->nodes);
    print_assumed(e);
}

/* ---- choosing ---- */

/* What was asked for: the lines of the lists that are about it. */
typedef struct {
    GPtrArray *units, *people, *legals;
} Chosen;

static Chosen choose(const Scores *scores, const char *unit_id, const char *person)
{
    Chosen chosen = {g_ptr_array_new(), g_ptr_array_new(), g_ptr_array_new()};
    for (guint i = 0; !person && i < scores->units->len; i++)
        if (strcmp(((const ScoreUnit *)scores->units->pdata[i])->id, unit_id) == 0)
            g_ptr_array_add(chosen.units, scores->units->pdata[i]);
    for (guint i = 0; person && i < scores->people->len; i++) {
        const ScorePerson *one = scores->people->pdata[i];
        if (strcmp(one->unit, unit_id) == 0 && text_same(one->name, person))
            g_ptr_array_add(chosen.people, scores->people->pdata[i]);
    }
    for (guint i = 0; person && i < scores->legals->len; i++) {
        const ScoreLegal *one = scores->legals->pdata[i];
        if (strcmp(one->unit, unit_id) == 0 && text_same(one->name, person))
            g_ptr_array_add(chosen.legals, scores->legals->pdata[i]);
    }
    return chosen;
}

static void chosen_clear(Chosen *chosen)
{
    g_ptr_array_unref(chosen->units);
    g_ptr_array_unref(chosen->people);
    g_ptr_array_unref(chosen->legals);
}

/* The names that could have been given. */
static char *names_of_unit(const Scores *scores, const char *unit_id)
{
    g_autoptr(GString) names = g_string_new(NULL);
    for (guint i = 0; i < scores->people->len; i++) {
        const ScorePerson *one = scores->people->pdata[i];
        if (strcmp(one->unit, unit_id) == 0)
            g_string_append_printf(names, "%s%s", names->len ? tr("、", ", ") : "", one->name);
    }
    for (guint i = 0; i < scores->legals->len; i++) {
        const ScoreLegal *one = scores->legals->pdata[i];
        if (strcmp(one->unit, unit_id) == 0)
            g_string_append_printf(names, "%s%s", names->len ? tr("、", ", ") : "", one->name);
    }
    return g_string_free(g_steal_pointer(&names), FALSE);
}

static gboolean nobody(const Scores *scores, const char *unit_id, const char *person, GError **error)
{
    g_autofree char *names = names_of_unit(scores, unit_id);
    if (!person)
        return fault_input(error, FAULT_USAGE,
                           tr("单位 %s 不参加集体评比，没有得分；可查看其候选人：%s",
                              "unit %s is in no group and has no score; its candidates: %s"),
                           unit_id, names[0] ? names : "-");
    return fault_input(error, FAULT_USAGE,
                       tr("单位 %s 没有候选人“%s”；有：%s", "unit %s has no candidate '%s'; there are: %s"),
                       unit_id, person, names[0] ? names : "-");
}

static void print_xml(FILE *stream, const Scores *scores, const Chosen *chosen)
{
    g_autoptr(GPtrArray) empty = g_ptr_array_new();
    Scores part = *scores;
    part.units = chosen->units;
    part.people = chosen->people;
    part.legals = chosen->legals;
    part.casefiles = part.counted = part.baselines = part.changes = part.findings = part.made_from = empty;
    size_t size;
    g_autofree char *xml = record_format(&scores_type, &part, &size);
    fwrite(xml, 1, size, stream);
}

static void print_text(FILE *stream, const Scores *scores, const char *unit_id, const Chosen *chosen)
{
    Explanation e = {.stream = stream,
                     .scores = scores,
                     .names = g_hash_table_new(g_str_hash, g_str_equal),
                     .quoted = g_hash_table_new(g_str_hash, g_str_equal),
                     .told = g_hash_table_new(g_str_hash, g_str_equal),
                     .unit = unit_id};
    for (guint i = 0; i < scores->units->len; i++) {
        ScoreUnit *unit = scores->units->pdata[i];
        g_hash_table_insert(e.names, unit->id, unit->name);
    }
    for (guint i = 0; i < chosen->units->len; i++)
        explain_unit_text(&e, chosen->units->pdata[i]);
    for (guint i = 0; i < chosen->people->len; i++)
        explain_person_text(&e, chosen->people->pdata[i]);
    for (guint i = 0; i < chosen->legals->len; i++)
        explain_legal_text(&e, chosen->legals->pdata[i]);
    g_hash_table_unref(e.names);
    g_hash_table_unref(e.quoted);
    g_hash_table_unref(e.told);
}

gboolean explain_print(FILE *stream, const Scores *scores, const char *unit_id, const char *person,
                       const char *format, GError **error)
{
    Chosen chosen = choose(scores, unit_id, person);
    bool found = chosen.units->len + chosen.people->len + chosen.legals->len > 0;
    if (found && strcmp(format, "xml") == 0)
        print_xml(stream, scores, &chosen);
    else if (found)
        print_text(stream, scores, unit_id, &chosen);
    chosen_clear(&chosen);
    return found || nobody(scores, unit_id, person, error);
}
