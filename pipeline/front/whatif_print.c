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

/* NAMED: the one of NOW and THEN (either may be NULL) whose names stand in the line; it is of SCORES. */
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

/* One list in both standings, in the order in which it would stand; who would be gone comes last. */
static void add_list(GPtrArray *lines, const ScoreFigures *figures, const char *list, const Scores *standing,
                     const Scores *tried, const GPtrArray *now, const GPtrArray *then)
{
    g_autoptr(GHashTable) before = index_of(figures, now), after = index_of(figures, then);
    for (guint i = 0; i < then->len; i++) {
        g_autofree char *key = score_figures_key(figures, then->pdata[i]);
        gconstpointer one = then->pdata[i];
        add_line(lines, figures, list, tried, one, g_hash_table_lookup(before, key), one);
    }
    for (guint i = 0; i < now->len; i++) {
        g_autofree char *key = score_figures_key(figures, now->pdata[i]);
        if (!g_hash_table_contains(after, key))
            add_line(lines, figures, list, standing, now->pdata[i], now->pdata[i], NULL);
    }
}

static GPtrArray *lines_of(const Scores *now, const Scores *then)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func(line_free);
    add_list(lines, &score_unit_figures, "units", now, then, now->units, then->units);
    add_list(lines, &score_person_figures, "people", now, then, now->people, then->people);
    add_list(lines, &score_legal_figures, "legals", now, then, now->legals, then->legals);
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

/* Cells of the columns, over all lines: of a figure now, of what it would be, and of the whole text. */
typedef struct {
    size_t now, then, all;
} FigureColumn;
typedef struct {
    size_t name;
    FigureColumn rank, total;
} Columns;

static const char *or_dash(const char *text)
{
    return text[0] ? text : "-";
}

/* "2 → 1 (+1)", or "2" where nothing would move; figures end in the same cell as those above and below. */
static char *figure_text(const Line *line, int compared, const FigureColumn *column)
{
    const char *now = line->now[compared], *then = line->then[compared];
    const char *step = compared == COMPARED_RANK ? line->rank_step : line->total_step;
    bool same = strcmp(now, then) == 0;
    g_autoptr(GString) text = g_string_new(NULL);
    g_string_append_printf(text, "%*s", (int)column->now, same ? now : or_dash(now));
    if (!same)
        g_string_append_printf(text, " → %*s", (int)column->then, or_dash(then));
    if (step[0])
        g_string_append_printf(text, " (%s)", step);
    return g_string_free(g_steal_pointer(&text), FALSE);
}

static char *words_text(const Line *line, int compared)
{
    const char *now = line->now[compared], *then = line->then[compared];
    return strcmp(now, then) == 0 ? g_strdup(now) : g_strdup_printf("%s → %s", or_dash(now), or_dash(then));
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

static void widen(size_t *width, const char *text)
{
    *width = MAX(*width, text_width(text));
}

static FigureColumn figure_column(const GPtrArray *lines, int compared, const char *header)
{
    FigureColumn column = {0};
    for (guint i = 0; i < lines->len; i++) {
        const Line *line = lines->pdata[i];
        widen(&column.now, line->now[compared]);
        widen(&column.then, line->then[compared]);
    }
    widen(&column.all, header);
    for (guint i = 0; i < lines->len; i++) {
        g_autofree char *text = figure_text(lines->pdata[i], compared, &column);
        widen(&column.all, text);
    }
    return column;
}

static Columns columns_of(const GPtrArray *lines)
{
    Columns columns = {.rank = figure_column(lines, COMPARED_RANK, tr("名次", "rank")),
                       .total = figure_column(lines, COMPARED_TOTAL, tr("总分", "total"))};
    for (guint i = 0; i < lines->len; i++) {
        g_autofree char *name = name_text(lines->pdata[i]);
        widen(&columns.name, name);
    }
    return columns;
}

/* The cells of a row, three blanks apart; nothing behind the last that holds something. */
static void print_cells(FILE *stream, const Columns *columns, const char *const cells[4])
{
    const size_t widths[] = {columns->name, columns->rank.all, columns->total.all};
    int last = 3;
    while (last > 0 && cells[last][0] == '\0')
        last--;
    fputs("  ", stream);
    for (int i = 0; i < last; i++)
        layout_pad(stream, cells[i], widths[i] + 3);
    fputs(cells[last], stream);
}

static void print_line(FILE *stream, const Layout *layout, const Line *line, const Columns *columns)
{
    g_autofree char *rank = figure_text(line, COMPARED_RANK, &columns->rank),
                    *total = figure_text(line, COMPARED_TOTAL, &columns->total);
    g_autofree char *award = words_text(line, COMPARED_AWARD),
                    *recommend = words_text(line, COMPARED_RECOMMEND);
    g_autofree char *name = name_text(line),
                    *given =
                        g_strconcat(award, award[0] && recommend[0] ? tr("，", ", ") : "", recommend, NULL);
    layout_tint(stream, layout, line->rank_step[0] ? TINT_BOLD : TINT_NONE);
    print_cells(stream, columns, (const char *const[]){name, rank, total, given});
    layout_plain(stream, layout);
    fputc('\n', stream);
}

static void print_header(FILE *stream, const Season *season, const Line *line, const Columns *columns)
{
    const char *group = group_words(season, line);
    fprintf(stream, "\n%s%s%s\n", list_words(line), group[0] ? tr(" · ", ", ") : "", group);
    print_cells(stream, columns,
                (const char *const[]){"", tr("名次", "rank"), tr("总分", "total"),
                                      tr("奖项、推荐", "award, recommendation")});
    fputc('\n', stream);
}

void whatif_print_text(FILE *stream, const Layout *layout, const Season *season, const Scores *now, const Scores *then)
{
    g_autoptr(GPtrArray) lines = lines_of(now, then);
    const Line *last = NULL;
    const Columns columns = columns_of(lines);
    guint moved = 0, ranks = 0;
    for (guint i = 0; i < lines->len; i++) {
        const Line *line = lines->pdata[i];
        if (!last || strcmp(last->list, line->list) != 0 || strcmp(last->group, line->group) != 0)
            print_header(stream, season, line, &columns);
        print_line(stream, layout, line, &columns);
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
