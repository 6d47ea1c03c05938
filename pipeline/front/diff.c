#include "diff.h"

#include <string.h>

#include "change_words.h"
#include "csv.h"
#include "lang.h"
#include "rational.h"
#include "text.h"
#include "vocabulary.h"

/* ---- inputs ---- */

static void add_input(Changes *changes, const char *name, InputState state)
{
    ChangedInput *input = record_add(changes->inputs, &changed_input_type);
    input->name = g_strdup(name);
    input->state = state;
}

/* What is compared of a manifest's lists: a name and a digest. */
typedef struct {
    const char *name, *sha256;
} Named;

static Named file_named(gconstpointer file)
{
    return (Named){((const ManifestFile *)file)->name, ((const ManifestFile *)file)->sha256};
}

static Named program_named(gconstpointer program)
{
    return (Named){((const ManifestProgram *)program)->name, ((const ManifestProgram *)program)->sha256};
}

/* Intake and the records of failed units say again what receipts and programs say. */
static bool is_told(const char *name)
{
    return !g_str_has_prefix(name, "work/");
}

static void compare_lists(Changes *changes, const GPtrArray *was, const GPtrArray *is, Named (*named)(gconstpointer))
{
    g_autoptr(GHashTable) before = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < was->len; i++) {
        Named one = named(was->pdata[i]);
        g_hash_table_insert(before, (gpointer)one.name, (gpointer)one.sha256);
    }
    for (guint i = 0; i < is->len; i++) {
        Named one = named(is->pdata[i]);
        gpointer sha256;
        bool known = g_hash_table_steal_extended(before, one.name, NULL, &sha256);
        if (is_told(one.name) && (!known || g_strcmp0(sha256, one.sha256) != 0))
            add_input(changes, one.name, known ? INPUT_CHANGED : INPUT_ADDED);
    }
    for (guint i = 0; i < was->len; i++) {
        Named one = named(was->pdata[i]);
        if (is_told(one.name) && g_hash_table_contains(before, one.name))
            add_input(changes, one.name, INPUT_GONE);
    }
}

void diff_manifests(Changes *changes, const Manifest *was, const Manifest *is)
{
    compare_lists(changes, was->inputs, is->inputs, file_named);
    compare_lists(changes, was->rules, is->rules, file_named);
    compare_lists(changes, was->programs, is->programs, program_named);
}

/* ---- words ---- */

typedef struct {
    FILE *stream;
    const Layout *layout;
    const Changes *changes;
    const Tables *now, *was;
} Diff;

static const char *unit_name(const Diff *diff, const char *id)
{
    const UnitRow *unit = diff->now ? tables_unit(diff->now, id) : NULL;
    if (!unit && diff->was)
        unit = tables_unit(diff->was, id);
    return unit ? unit->name : id;
}

/* "store/receipts/YL/0002.xml" → "YL 的收件 0002".  Caller frees. */
static char *input_words(const Diff *diff, const ChangedInput *input)
{
    g_auto(GStrv) parts = g_strsplit(input->name, "/", -1);
    bool receipt = g_strv_length(parts) == 4 && strcmp(parts[1], "receipts") == 0;
    if (!receipt)
        return text_display(input->name);
    return g_strdup_printf(tr("%s第%d份收件", "receipt of %s, no. %d"), unit_name(diff, parts[2]), (int)g_ascii_strtoll(parts[3], NULL, 10));
}

static const char *state_words(const ChangedInput *input)
{
    bool receipt = g_str_has_prefix(input->name, "store/receipts/");
    switch (input->state) {
    case INPUT_ADDED:
        return receipt ? tr("新收", "new") : tr("新增", "added");
    case INPUT_GONE:
        return tr("已无", "gone");
    default:
        return receipt ? tr("已撤回", "withdrawn") : tr("有改动", "changed");
    }
}

static char *or_none(char *value)
{
    return value ? value : g_strdup(tr("（空）", "(none)"));
}

/* "+3.15"; for a rank "升2位"; NULL where there is no difference to speak of.  Caller frees. */
static char *difference(const ScoreChange *change)
{
    g_autoptr(RationalPool) pool = rational_pool_new();
    const Rational *was = change->was ? rational_parse(pool, change->was) : NULL, *is = change->is ? rational_parse(pool, change->is) : NULL;
    if (!was || !is)
        return NULL;
    const Rational *step = rational_sub(pool, is, was);
    if (strcmp(change->item, "rank") == 0) {
        bool up = rational_sign(step) < 0;
        g_autofree char *places = rational_format(up ? rational_sub(pool, was, is) : step);
        return g_strdup_printf(up ? tr("升%s位", "up %s") : tr("降%s位", "down %s"), places);
    }
    g_autofree char *text = rational_format_short(step);
    return g_strdup_printf("%s%s", rational_sign(step) > 0 ? "+" : "", text);
}

static void put_tinted(const Diff *diff, Tint tint, const char *text)
{
    layout_tint(diff->stream, diff->layout, tint);
    fputs(text, diff->stream);
    layout_plain(diff->stream, diff->layout);
}

/* ---- text ---- */

static void print_inputs(const Diff *diff)
{
    put_tinted(diff, TINT_BOLD, tr("输入的变化\n", "Inputs that differ\n"));
    for (guint i = 0; i < diff->changes->inputs->len; i++) {
        const ChangedInput *input = diff->changes->inputs->pdata[i];
        g_autofree char *name = input_words(diff, input);
        fprintf(diff->stream, "  %s  %s\n", state_words(input), name);
    }
    if (diff->changes->inputs->len == 0)
        fputs(tr("  没有\n", "  none\n"), diff->stream);
}

static bool is_standing(const ScoreChange *change)
{
    static const char *const items[] = {"rank", "award", "recommend", NULL};
    return g_strv_contains(items, change->item);
}

static bool same_subject(const ScoreChange *a, const ScoreChange *b)
{
    return strcmp(a->unit, b->unit) == 0 && g_strcmp0(a->person, b->person) == 0;
}

static void print_subject(const Diff *diff, const ScoreChange *change)
{
    g_autofree char *person = change->person ? text_display(change->person) : NULL, *unit = text_display(unit_name(diff, change->unit));
    g_autofree char *line = person ? g_strdup_printf(tr("%s（%s）", "%s (%s)"), person, unit)
                                   : g_strdup_printf(tr("%s（%s）", "%s (%s)"), unit, change->unit);
    put_tinted(diff, TINT_BOLD, line);
    fputc('\n', diff->stream);
}

enum { ITEM_COLUMNS = 16, VALUE_COLUMNS = 28, STEP_COLUMNS = 10 };

static void print_change(const Diff *diff, const ScoreChange *change)
{
    g_autofree char *was = or_none(change_value(change->item, change->was, false)), *is = or_none(change_value(change->item, change->is, false));
    g_autofree char *values = g_strdup_printf("%s → %s", was, is), *step = difference(change), *why = change_origins(change->origins, false);
    const char *item = vocabulary_word("figure", change->item);
    fputs("  ", diff->stream);
    layout_pad(diff->stream, item, MAX(text_width(item) + 1, ITEM_COLUMNS));
    layout_pad(diff->stream, values, MAX(text_width(values) + 1, VALUE_COLUMNS));
    layout_pad(diff->stream, step ? step : "", STEP_COLUMNS);
    fprintf(diff->stream, " %s\n", why);
}

/* The changes that WANTED picks, or all of them, under the name of the unit or person that they are about. */
static void print_changes(const Diff *diff, const char *title, bool (*wanted)(const ScoreChange *))
{
    const ScoreChange *last = NULL;
    for (guint i = 0; i < diff->changes->changes->len; i++) {
        const ScoreChange *change = diff->changes->changes->pdata[i];
        if (wanted && !wanted(change))
            continue;
        if (!last)
            fprintf(diff->stream, "\n%s\n", title);
        if (!last || !same_subject(last, change))
            print_subject(diff, change);
        print_change(diff, change);
        last = change;
    }
}

static void print_counts(const Diff *diff)
{
    guint subjects = 0, counts[5] = {0};
    const GPtrArray *list = diff->changes->changes;
    for (guint i = 0; i < list->len; i++) {
        const ScoreChange *change = list->pdata[i];
        subjects += i == 0 || !same_subject(list->pdata[i - 1], change);
        g_auto(GStrv) origins = g_strsplit(change->origins ? change->origins : "", " ", -1);
        for (int o = 0; origin_ids[o]; o++)
            counts[o] += g_strv_contains((const char *const *)origins, origin_ids[o]);
    }
    fprintf(diff->stream, tr("共%u项数字有变化，涉及单位和个人%u个。", "%u figures changed, of %u units and people."), list->len, subjects);
    fputs(list->len > 0 ? tr("按原因（一项可有几个原因）：", " By cause (a figure may have several): ") : "\n", diff->stream);
    for (int o = 0, shown = 0; origin_ids[o]; o++)
        if (counts[o] > 0)
            fprintf(diff->stream, tr("%s%s%u项", "%s%s %u"), shown++ ? tr("、", ", ") : "", vocabulary_word("origin", origin_ids[o]), counts[o]);
    fputs(list->len > 0 ? tr("。\n", ".\n") : "", diff->stream);
}

void diff_print_text(FILE *stream, const Layout *layout, const Changes *changes, const Tables *now, const Tables *was)
{
    const Diff diff = {stream, layout, changes, now, was};
    fprintf(stream, "%s%s → %s\n\n", changes->from, changes->against_seal ? tr("（审定结果）", " (sealed)") : "", changes->to);
    print_inputs(&diff);
    fputc('\n', stream);
    print_counts(&diff);
    print_changes(&diff, tr("—— 名次、奖项和推荐 ——", "---- ranks, awards, recommendations ----"), is_standing);
    print_changes(&diff, tr("—— 全部变化 ——", "---- all changes ----"), NULL);
}

/* ---- CSV ---- */

void diff_print_csv(FILE *stream, const Changes *changes, const Tables *now, const Tables *was)
{
    static const char *const header[] = {"单位编号", "单位", "姓名", "项目", "原值", "现值", "原因"};
    const Diff diff = {.now = now, .was = was};
    g_autoptr(GString) out = g_string_new(NULL);
    CsvWriter csv;
    csv_writer_init(&csv, out);
    csv_put_texts(&csv, header, G_N_ELEMENTS(header));
    csv_end_row(&csv);
    for (guint i = 0; i < changes->changes->len; i++) {
        const ScoreChange *change = changes->changes->pdata[i];
        g_autofree char *before = change_value(change->item, change->was, true), *after = change_value(change->item, change->is, true);
        g_autofree char *why = change_origins(change->origins, true);
        const char *const cells[] = {change->unit, unit_name(&diff, change->unit), change->person, vocabulary_chinese("figure", change->item),
                                     before, after, why};
        csv_put_texts(&csv, cells, G_N_ELEMENTS(cells));
        csv_end_row(&csv);
    }
    fwrite(out->str, 1, out->len, stream);
}
