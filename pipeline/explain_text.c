#include "explain_text.h"

#include <stdarg.h>
#include <string.h>

#include "assumed_words.h"
#include "explain.h"
#include "kinds.h"
#include "lang.h"
#include "rational.h"
#include "text.h"
#include "vocabulary.h"

#define INDENT 2

typedef struct {
    FILE *stream;
    const Layout *layout;
    GString *line; /* that is being made */
    const Scores *scores;
    GHashTable *names;  /* unit id → name */
    GHashTable *quoted; /* clauses that were quoted */
    GHashTable *told;   /* figures whose method was told */
    const char *unit;   /* the id of the one that is explained */
} Explanation;

/* Writes the line that was made, DEPTH levels in and wrapped one level further. */
static void end_line(const Explanation *e, int depth)
{
    size_t indent = (size_t)depth * INDENT;
    fprintf(e->stream, "%*s", (int)indent, "");
    layout_wrap(e->stream, e->layout, e->line->str, indent, indent + INDENT);
    g_string_truncate(e->line, 0);
}

G_GNUC_PRINTF(3, 4)
static void print_line(const Explanation *e, int depth, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_string_append_vprintf(e->line, format, arguments);
    va_end(arguments);
    end_line(e, depth);
}

/* What OBJECT is in words, or the name of the unit that has it as its id. */
static char *object_word(const Explanation *e, const char *object)
{
    const char *name = g_hash_table_lookup(e->names, object);
    return name ? g_strdup(name) : explain_object(object);
}

/* ---- the tree ---- */

static void append_shown(const Explanation *e, const char *text)
{
    g_autofree char *shown = text_display(text);
    g_string_append(e->line, shown);
}

static void print_leaf(const Explanation *e, const Leaf *leaf, int depth)
{
    g_string_append_printf(e->line, "· %s", vocabulary_word("figure", leaf->name));
    if (leaf->object) {
        g_autofree char *object = object_word(e, leaf->object);
        g_string_append(e->line, tr("〔", " ["));
        append_shown(e, object);
        g_string_append(e->line, tr("〕", "]"));
    }
    if (leaf->value) {
        g_autofree char *value = explain_value(leaf->name, leaf->value);
        g_string_append(e->line, tr("：", ": "));
        append_shown(e, value);
    }
    bool own = leaf->origin == ORIGIN_OTHER && g_strcmp0(leaf->object, e->unit) == 0;
    g_autofree char *source = explain_source(leaf);
    g_string_append_printf(e->line, tr("（%s", " (%s"),
            own ? tr("本单位", "this unit") : vocabulary_word("origin", origin_ids[leaf->origin]));
    if (source) {
        g_string_append(e->line, tr("，", ", "));
        append_shown(e, source);
    }
    g_string_append(e->line, tr("）", ")"));
    end_line(e, depth);
}

static bool is_number(const char *value)
{
    return g_ascii_isdigit(value[value[0] == '-']);
}

/* The formula, unless it is nothing but a number, which the result would repeat. */
static const char *formula_of(const Node *node)
{
    return node->formula && node->formula[strspn(node->formula, "0123456789.")] != '\0' ? node->formula
                                                                                        : NULL;
}

/* The exact value, and what it is rounded to where that is another number; a share is printed in percent. */
static void append_number(const Explanation *e, const Node *node)
{
    g_autoptr(RationalPool) pool = rational_pool_new();
    const Rational *exact = rational_parse(pool, node->value),
                   *rounded = node->rounded ? rational_parse(pool, node->rounded) : NULL;
    if (!exact || (node->rounded && !rounded)) {
        g_string_append_printf(e->line, " = %s", node->value);
        return;
    }
    bool percent = strcmp(node->id, "share") == 0 && rounded;
    g_autofree char *fraction = rational_format_short(exact);
    if (percent)
        exact = rational_mul(pool, exact, rational_from_int(pool, 100));
    bool equal = rounded && rational_compare(exact, rounded) == 0;
    if (!equal && g_strcmp0(formula_of(node), fraction) != 0)
        g_string_append_printf(e->line, " = %s", fraction);
    if (rounded && g_strcmp0(formula_of(node), node->rounded) != 0)
        g_string_append_printf(e->line, "%s%s%s", equal ? " = " : " ≈ ", node->rounded, percent ? "%" : "");
}

static void append_result(const Explanation *e, const Node *node)
{
    if (formula_of(node))
        g_string_append_printf(e->line, " = %s", node->formula);
    if (node->value && is_number(node->value)) {
        append_number(e, node);
        return;
    }
    if (!node->value)
        return;
    g_autofree char *word = explain_value(node->id, node->value);
    g_string_append_printf(e->line, tr("：%s", ": %s"), word);
    if (node->rounded)
        g_string_append_printf(e->line, " = %s", node->rounded);
}

static void print_head(const Explanation *e, const Node *node, int depth)
{
    g_string_append(e->line, vocabulary_word("figure", node->id));
    if (node->object) {
        g_autofree char *object = object_word(e, node->object);
        g_string_append(e->line, tr("〔", " ["));
        append_shown(e, object);
        g_string_append(e->line, tr("〕", "]"));
    }
    append_result(e, node);
    if (node->elsewhere)
        g_string_append(e->line, tr("（推导另列）", " (derived on its own)"));
    if (node->rule)
        g_string_append_printf(e->line, tr("　〔规则%s〕", "  [rule %s]"), node->rule);
    if (node->assumed)
        g_string_append(e->line, tr("〔暂定规则〕", " [assumed rule]"));
    end_line(e, depth);
}

static void print_notice(const Explanation *e, const Node *node, int depth)
{
    if (!node->notice || !vocabulary_has("clause", node->notice) ||
        !g_hash_table_add(e->quoted, (gpointer)node->notice))
        return;
    print_line(e, depth, tr("通知：“%s”", "Notice: \"%s\""), vocabulary_word("clause", node->notice));
}

/* How the figure comes about, in words, where a formula alone does not say it. */
static void print_method(const Explanation *e, const Node *node, int depth)
{
    if (!node->elsewhere && vocabulary_has("method", node->id) &&
        g_hash_table_add(e->told, (gpointer)node->id))
        print_line(e, depth, tr("算法：%s", "How: %s"), vocabulary_word("method", node->id));
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
        print_line(e, 3, "%s", *line);
}

static void print_assumed(const Explanation *e)
{
    const GPtrArray *list = e->scores->assumed;
    fputc('\n', e->stream);
    print_line(e, 0,
               tr("暂定规则：通知没有写明或有两种读法、由活动规则文件暂定的取值（共%u项）",
                  "Assumed values: what the notice leaves open and the season file sets (%u)"),
               list->len);
    for (guint i = 0; i < list->len; i++) {
        const ScoreAssumed *assumed = list->pdata[i];
        g_autofree char *name = assumed_name(assumed), *value = assumed_value(assumed);
        print_line(e, 1, tr("%s：%s（%s/@%s）", "%s: %s (%s/@%s)"), name, value ? value : "", assumed->element,
                   assumed->attribute);
        print_effect(e, assumed);
    }
    fputc('\n', e->stream);
    print_line(e, 0, "%s", explain_rule_numbers());
}

static void print_field(const Explanation *e, const char *id, const char *value)
{
    if (value && value[0])
        print_line(e, 1, tr("%s：%s", "%s: %s"), vocabulary_word("figure", id), value);
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
    append_shown(e, unit);
    if (person) {
        g_string_append_c(e->line, ' ');
        append_shown(e, person);
    }
    if (total)
        g_string_append_printf(e->line, tr("　总分 %s", "  total %s"), total);
    if (rank > 0)
        g_string_append_printf(e->line, tr("　第%d名", "  rank %d"), (int)rank);
    end_line(e, 0);
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
    fputc('\n', e->stream);
    print_line(e, 0, tr("分数为精确值，“≈”后为四舍五入的印出值。%s",
                        "Fractions are exact; what follows ≈ is rounded half up, as printed.  %s"),
               explain_legend());
}

/* ---- what was passed over ---- */

static void print_heading(const Explanation *e, const char *text)
{
    fputc('\n', e->stream);
    print_line(e, 0, "%s", text);
}

/* Case files that fill no slot, with the reason; those that fill one and count 0 stand in the tree. */
static void print_files_left(const Explanation *e)
{
    bool begun = false;
    for (guint i = 0; i < e->scores->casefiles->len; i++) {
        const ScoreCase *file = e->scores->casefiles->pdata[i];
        if (strcmp(file->unit, e->unit) != 0 || file->position > 0)
            continue;
        if (!begun)
            print_heading(e, tr("未占位次的案卷（不计分）", "Case files that fill no slot (no points)"));
        begun = true;
        g_autofree char *name = text_display(file->name), *path = text_display(file->file ? file->file : "");
        print_line(e, 1, tr("· %s：%s（本单位材料%s%s）", "· %s: %s (the unit's material%s%s)"), name,
                   file->why         ? vocabulary_word("why", file->why)
                   : file->kind == 0 ? tr("类型无法判断", "kind cannot be told")
                                     : tr("此类案卷不计分", "kind without slots"),
                   path[0] ? tr("，", ", ") : "", path);
    }
}

static void print_row_left(const Explanation *e, const ScoreCounted *row)
{
    g_autofree char *number = text_display(row->number), *id = text_display(row->id),
                    *date = day_format(row->date), *fine = decimal_format_places(row->fine_yuan, 2);
    Kind kind = (Kind)row->kind;
    print_line(e, 1, tr("· %s：%s（%s %s %s%s%s；基础数据表，%s）", "· %s: %s (%s %s %s%s%s; table, %s)"), number,
               vocabulary_word("why", row->reason), id, tr(kind_printed(kind), kind_english(kind)), date,
               fine[0] ? " " : "", fine, row->place ? row->place : "");
}

static void print_rows_left(const Explanation *e)
{
    guint count = 0;
    for (guint i = 0; i < e->scores->counted->len; i++) {
        const ScoreCounted *row = e->scores->counted->pdata[i];
        count += !row->counted && strcmp(row->unit, e->unit) == 0;
    }
    g_autofree char *heading = g_strdup_printf(tr("未计入的案件（共%u行）", "Rows that do not count (%u)"), count);
    if (count > 0)
        print_heading(e, heading);
    for (guint i = 0; i < e->scores->counted->len; i++) {
        const ScoreCounted *row = e->scores->counted->pdata[i];
        if (!row->counted && strcmp(row->unit, e->unit) == 0)
            print_row_left(e, row);
    }
}

static void explain_unit_text(const Explanation *e, const ScoreUnit *unit)
{
    print_title(e, unit->name, NULL, unit->rank, unit->total);
    print_standing(e, unit->eligibility, unit->award, unit->award_state, unit->recommend_state, unit->review);
    print_legend(e);
    print_nodes(e, unit->nodes);
    print_files_left(e);
    print_rows_left(e);
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

/* ---- the whole ---- */

void explain_text(FILE *stream, const Layout *layout, const Scores *scores, const char *unit_id,
                  const ExplainChosen *chosen)
{
    Explanation e = {.stream = stream,
                     .layout = layout,
                     .line = g_string_new(NULL),
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
    g_string_free(e.line, TRUE);
    g_hash_table_unref(e.names);
    g_hash_table_unref(e.quoted);
    g_hash_table_unref(e.told);
}
