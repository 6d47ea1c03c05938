/* Two standings side by side. */
#include <string.h>

#include "change_words.h"
#include "csv.h"
#include "lang.h"
#include "rational.h"
#include "score_figures.h"
#include "text.h"
#include "vocabulary.h"
#include "whatif.h"

enum { COMPARED_RANK, COMPARED_TOTAL, COMPARED_AWARD, COMPARED_RECOMMEND, COMPARED_COUNT };

/* One unit or person in both standings; texts are "" where there is nothing. */
typedef struct {
    const char *list, *group, *unit, *person; /* list: "units", "people", "legals" */
    const char *unit_name;
    char *now[COMPARED_COUNT], *then[COMPARED_COUNT];
    char *rank_step, *total_step;
} Line;

static void line_free(gpointer data)
{
    Line *line = data;
    for (int i = 0; i < COMPARED_COUNT; i++) {
        g_free(line->now[i]);
        g_free(line->then[i]);
    }
    g_free(line->rank_step);
    g_free(line->total_step);
    g_free(line);
}

static int figure_index(const ScoreFigures *figures, int compared)
{
    static const char *const items[] = {"rank", NULL, "award", "recommend"};
    if (compared == COMPARED_TOTAL)
        return figures->total;
    int i = 0;
    while (strcmp(figures->figures[i].item, items[compared]) != 0)
        i++;
    return i;
}

static char *value_of(const ScoreFigures *figures, int compared, gconstpointer line)
{
    const ScoreFigure *figure = &figures->figures[figure_index(figures, compared)];
    g_autofree char *code = line ? score_figure_text(figure, line) : g_strdup("");
    char *words = change_value(figure->item, code, false);
    return words ? words : g_strdup("");
}

/* THEN less NOW with a sign, for ranks the places gained; "" when they are the same or one is missing. */
static char *step_of(const char *now, const char *then, bool rank)
{
    g_autoptr(RationalPool) pool = rational_pool_new();
    const Rational *a = rational_parse(pool, rank ? then : now), *b = rational_parse(pool, rank ? now : then);
    if (!a || !b || rational_compare(a, b) == 0)
        return g_strdup("");
    const Rational *step = rational_sub(pool, b, a);
    g_autofree char *text = rational_format_short(step);
    return g_strdup_printf("%s%s", rational_sign(step) > 0 ? "+" : "", text);
}

static GHashTable *index_of(const ScoreFigures *figures, const GPtrArray *list)
{
    GHashTable *index = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < list->len; i++)
        g_hash_table_insert(index, score_figures_key(figures, list->pdata[i]), list->pdata[i]);
    return index;
}

/* Units of no group are named by their people alone. */
static const char *unit_name(const Scores *scores, const char *id)
{
    for (guint i = 0; i < scores->units->len; i++) {
        const ScoreUnit *unit = scores->units->pdata[i];
        if (strcmp(unit->id, id) == 0)
            return unit->name;
    }
    for (guint i = 0; i < scores->people->len; i++) {
        const ScorePerson *person = scores->people->pdata[i];
        if (strcmp(person->unit, id) == 0 && person->unit_name)
            return person->unit_name;
    }
    for (guint i = 0; i < scores->legals->len; i++) {
        const ScoreLegal *legal = scores->legals->pdata[i];
        if (strcmp(legal->unit, id) == 0 && legal->unit_name)
            return legal->unit_name;
    }
    return id;
}

/* NAMED: the one of NOW and THEN, either of which may be NULL, whose names stand in the line. */
static void add_line(GPtrArray *lines, const ScoreFigures *figures, const char *list, const Scores *scores,
                     gconstpointer named, gconstpointer now, gconstpointer then)
{
    Line *line = g_new0(Line, 1);
    line->list = list;
    line->group = score_figures_group(figures, named);
    line->unit = score_figures_unit(figures, named);
    line->person = score_figures_person(figures, named);
    line->unit_name = unit_name(scores, line->unit);
    for (int i = 0; i < COMPARED_COUNT; i++) {
        line->now[i] = value_of(figures, i, now);
        line->then[i] = value_of(figures, i, then);
    }
    line->rank_step = step_of(line->now[COMPARED_RANK], line->then[COMPARED_RANK], true);
    line->total_step = step_of(line->now[COMPARED_TOTAL], line->then[COMPARED_TOTAL], false);
    g_ptr_array_add(lines, line);
}

/* In the order in which they would stand; who would no longer be there comes last. */
static void add_list(GPtrArray *lines, const ScoreFigures *figures, const char *list, const Scores *scores, const GPtrArray *now, const GPtrArray *then)
{
    g_autoptr(GHashTable) before = index_of(figures, now), after = index_of(figures, then);
    for (guint i = 0; i < then->len; i++) {
        g_autofree char *key = score_figures_key(figures, then->pdata[i]);
        gconstpointer one = then->pdata[i];
        add_line(lines, figures, list, scores, one, g_hash_table_lookup(before, key), one);
    }
    for (guint i = 0; i < now->len; i++) {
        g_autofree char *key = score_figures_key(figures, now->pdata[i]);
        if (!g_hash_table_contains(after, key))
            add_line(lines, figures, list, scores, now->pdata[i], now->pdata[i], NULL);
    }
}

static GPtrArray *lines_of(const Scores *now, const Scores *then)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func(line_free);
    add_list(lines, &score_unit_figures, "units", then, now->units, then->units);
    add_list(lines, &score_person_figures, "people", then, now->people, then->people);
    add_list(lines, &score_legal_figures, "legals", then, now->legals, then->legals);
    return lines;
}

static const char *list_words(const Line *line)
{
    return strcmp(line->list, "units") == 0 ? tr("单位", "unit") : strcmp(line->list, "people") == 0 ? tr("先进个人", "person") : tr("法制工作先进个人", "legal");
}

static const char *group_words(const Season *season, const Line *line)
{
    const SeasonGroup *group = season_group(season, line->group, NULL);
    return group ? group->title : line->group;
}

/* ---- text ---- */

enum { RANK_COLUMNS = 16, TOTAL_COLUMNS = 26 };

static char *moved_text(const char *now, const char *then, const char *step)
{
    if (strcmp(now, then) == 0)
        return g_strdup(now);
    return g_strdup_printf("%s → %s%s%s%s", now[0] ? now : "-", then[0] ? then : "-", step[0] ? " (" : "", step, step[0] ? ")" : "");
}

static bool line_moved(const Line *line)
{
    for (int i = 0; i < COMPARED_COUNT; i++)
        if (strcmp(line->now[i], line->then[i]) != 0)
            return true;
    return false;
}

static char *name_text(const Line *line)
{
    g_autofree char *text = line->person ? g_strdup_printf(tr("%s（%s）", "%s (%s)"), line->person, line->unit_name) : g_strdup(line->unit_name);
    return text_display(text);
}

static size_t name_columns(const GPtrArray *lines)
{
    size_t widest = 0;
    for (guint i = 0; i < lines->len; i++) {
        g_autofree char *name = name_text(lines->pdata[i]);
        widest = MAX(widest, text_width(name));
    }
    return widest + 2;
}

static void print_line(FILE *stream, const Layout *layout, const Line *line, size_t columns)
{
    g_autofree char *rank = moved_text(line->now[COMPARED_RANK], line->then[COMPARED_RANK], line->rank_step);
    g_autofree char *total = moved_text(line->now[COMPARED_TOTAL], line->then[COMPARED_TOTAL], line->total_step);
    g_autofree char *award = moved_text(line->now[COMPARED_AWARD], line->then[COMPARED_AWARD], "");
    g_autofree char *recommend = moved_text(line->now[COMPARED_RECOMMEND], line->then[COMPARED_RECOMMEND], "");
    g_autofree char *name = name_text(line);
    layout_tint(stream, layout, line->rank_step[0] ? TINT_BOLD : TINT_NONE);
    fputs("  ", stream);
    layout_pad(stream, name, columns);
    layout_pad(stream, rank, RANK_COLUMNS);
    layout_pad(stream, total, TOTAL_COLUMNS);
    fprintf(stream, "%s%s%s\n", award, award[0] && recommend[0] ? tr("，", ", ") : "", recommend);
    layout_plain(stream, layout);
}

static void print_header(FILE *stream, const Season *season, const Line *line, size_t columns)
{
    const char *group = group_words(season, line);
    fprintf(stream, "\n%s%s%s\n  ", list_words(line), group[0] ? tr(" · ", ", ") : "", group);
    layout_pad(stream, "", columns);
    layout_pad(stream, tr("名次", "rank"), RANK_COLUMNS);
    layout_pad(stream, tr("总分", "total"), TOTAL_COLUMNS);
    fprintf(stream, "%s\n", tr("奖项、推荐", "award, recommendation"));
}

void whatif_print_text(FILE *stream, const Layout *layout, const Season *season, const Scores *now, const Scores *then)
{
    g_autoptr(GPtrArray) lines = lines_of(now, then);
    const Line *last = NULL;
    size_t columns = name_columns(lines);
    guint moved = 0, ranks = 0;
    for (guint i = 0; i < lines->len; i++) {
        const Line *line = lines->pdata[i];
        if (!last || strcmp(last->list, line->list) != 0 || strcmp(last->group, line->group) != 0)
            print_header(stream, season, line, columns);
        print_line(stream, layout, line, columns);
        moved += line_moved(line);
        ranks += line->rank_step[0] != '\0';
        last = line;
    }
    fprintf(stream, tr("\n共%u个单位和个人，其中%u个的名次会变，%u个的名次、总分、奖项或推荐会变。只是试算，没有发布，也没有改动任何文件。\n",
                       "\nOf %u units and people, %u would change rank, and %u rank, total, award or recommendation.  This is a trial: nothing was published or changed.\n"),
            lines->len, ranks, moved);
}

/* ---- CSV ---- */

void whatif_print_csv(FILE *stream, const Season *season, const Scores *now, const Scores *then)
{
    static const char *const header[] = {"类别", "组别", "单位编号", "单位", "姓名", "现名次", "试算名次", "名次升降", "现总分", "试算总分",
                                         "总分差", "现奖项", "试算奖项", "现推荐", "试算推荐"};
    g_autoptr(GPtrArray) lines = lines_of(now, then);
    g_autoptr(GString) out = g_string_new(NULL);
    CsvWriter csv;
    csv_writer_init(&csv, out);
    csv_put_texts(&csv, header, G_N_ELEMENTS(header));
    csv_end_row(&csv);
    for (guint i = 0; i < lines->len; i++) {
        const Line *line = lines->pdata[i];
        const char *const texts[] = {list_words(line), group_words(season, line), line->unit, line->unit_name, line->person};
        const char *const numbers[] = {line->now[COMPARED_RANK], line->then[COMPARED_RANK], line->rank_step, line->now[COMPARED_TOTAL],
                                       line->then[COMPARED_TOTAL], line->total_step};
        const char *const outcome[] = {line->now[COMPARED_AWARD], line->then[COMPARED_AWARD], line->now[COMPARED_RECOMMEND], line->then[COMPARED_RECOMMEND]};
        csv_put_texts(&csv, texts, G_N_ELEMENTS(texts));
        for (gsize j = 0; j < G_N_ELEMENTS(numbers); j++)
            csv_put_number(&csv, numbers[j]);
        csv_put_texts(&csv, outcome, G_N_ELEMENTS(outcome));
        csv_end_row(&csv);
    }
    fwrite(out->str, 1, out->len, stream);
}
