#include "score_figures.h"

#include <string.h>

#define TEXT(S, item, member, node) {item, FIGURE_TEXT, offsetof(S, member), 0, node, NULL, false}
#define BASE(member, of) {"base-" of, FIGURE_TEXT, offsetof(ScoreUnit, member), 0, "base", of, false}
#define INT(S, item, member, node) {item, FIGURE_INT, offsetof(S, member), 0, node, NULL, false}
#define RANK(S) {"rank", FIGURE_RANK, offsetof(S, rank), 0, "rank", NULL, true}
#define STANDING(S, review_node) \
    {"eligibility", FIGURE_TEXT, offsetof(S, eligibility), 0, "eligibility", NULL, false}, \
        {"award", FIGURE_AWARD, offsetof(S, award_state), offsetof(S, award), "award", NULL, true}, \
        {"recommend", FIGURE_GIVEN, offsetof(S, recommend_state), 0, "award", NULL, true}, \
        {"review", FIGURE_REVIEW, offsetof(S, review), 0, review_node, NULL, false}, {NULL}

static const ScoreFigure unit_figures[] = {
    TEXT(ScoreUnit, "total", total, "total"),
    RANK(ScoreUnit),
    TEXT(ScoreUnit, "quality", quality, "quality"),
    TEXT(ScoreUnit, "cases-points", cases_points, "cases-points"),
    TEXT(ScoreUnit, "fines-points", fines_points, "fines-points"),
    TEXT(ScoreUnit, "major-points", major_points, "major-points"),
    TEXT(ScoreUnit, "average", average, "average"),
    INT(ScoreUnit, "submitted", submitted, "submitted"),
    INT(ScoreUnit, "cases", cases, "cases"),
    TEXT(ScoreUnit, "fines", fines_yuan, "fines"),
    INT(ScoreUnit, "major", major, "major"),
    TEXT(ScoreUnit, "share", share_percent, "share"),
    BASE(base_cases, "cases"),
    BASE(base_fines, "fines"),
    BASE(base_major, "major"),
    {"veto", FIGURE_CODES, offsetof(ScoreUnit, vetoes), 0, "veto", NULL, false},
    INT(ScoreUnit, "bulletins", bulletins, "bulletins"),
    INT(ScoreUnit, "adopted", adopted, "adopted"),
    STANDING(ScoreUnit, "average")};

static const ScoreFigure person_figures[] = {
    TEXT(ScorePerson, "total", total, "total"),
    RANK(ScorePerson),
    TEXT(ScorePerson, "quantity", quantity, "quantity"),
    TEXT(ScorePerson, "file", file, "file"),
    TEXT(ScorePerson, "investigation", investigation, "investigation"),
    TEXT(ScorePerson, "story", story, "story"),
    TEXT(ScorePerson, "weighted", weighted, "weighted"),
    STANDING(ScorePerson, "total")};

static const ScoreFigure legal_figures[] = {TEXT(ScoreLegal, "points", points, "points"), RANK(ScoreLegal),
                                            STANDING(ScoreLegal, "points")};

const ScoreFigures score_unit_figures = {.figures = unit_figures,
                                         .total_node = "total",
                                         .unit = offsetof(ScoreUnit, id),
                                         .person = SIZE_MAX,
                                         .group = offsetof(ScoreUnit, group),
                                         .nodes = offsetof(ScoreUnit, nodes)};
const ScoreFigures score_person_figures = {.figures = person_figures,
                                           .total_node = "total",
                                           .unit = offsetof(ScorePerson, unit),
                                           .person = offsetof(ScorePerson, name),
                                           .group = offsetof(ScorePerson, group),
                                           .nodes = offsetof(ScorePerson, nodes)};
const ScoreFigures score_legal_figures = {.figures = legal_figures,
                                          .total_node = "points",
                                          .unit = offsetof(ScoreLegal, unit),
                                          .person = offsetof(ScoreLegal, name),
                                          .group = SIZE_MAX,
                                          .nodes = offsetof(ScoreLegal, nodes)};

#define MEMBER(line, offset, type) (*(type const *)(const void *)((const char *)(line) + (offset)))

static char *join_codes(const GPtrArray *codes)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < codes->len; i++)
        g_string_append_printf(text, "%s%s", i ? " " : "", (const char *)codes->pdata[i]);
    return g_string_free(g_steal_pointer(&text), FALSE);
}

static char *award_text(const ScoreFigure *figure, gconstpointer line)
{
    if (MEMBER(line, figure->offset, int) == GIVEN_OPEN)
        return g_strdup("open");
    const char *title = MEMBER(line, figure->title, char *);
    return g_strdup(title ? title : "");
}

char *score_figure_text(const ScoreFigure *figure, gconstpointer line)
{
    switch (figure->kind) {
    case FIGURE_TEXT: {
        const char *text = MEMBER(line, figure->offset, char *);
        return g_strdup(text ? text : "");
    }
    case FIGURE_RANK:
    case FIGURE_INT: {
        int64_t number = MEMBER(line, figure->offset, int64_t);
        bool empty = figure->kind == FIGURE_RANK && number == 0;
        return empty ? g_strdup("") : g_strdup_printf("%" G_GINT64_FORMAT, (gint64)number);
    }
    case FIGURE_CODES:
        return join_codes(MEMBER(line, figure->offset, GPtrArray *));
    case FIGURE_AWARD:
        return award_text(figure, line);
    case FIGURE_GIVEN: {
        int state = MEMBER(line, figure->offset, int);
        return g_strdup(state == GIVEN_NO ? "" : given_ids[state]);
    }
    case FIGURE_REVIEW:
        return g_strdup(review_ids[MEMBER(line, figure->offset, int)]);
    }
    g_assert_not_reached();
}

static const char *text_member(gconstpointer line, size_t offset)
{
    return offset == SIZE_MAX ? NULL : MEMBER(line, offset, char *);
}

const GPtrArray *score_figures_nodes(const ScoreFigures *figures, gconstpointer line)
{
    return MEMBER(line, figures->nodes, GPtrArray *);
}

const char *score_figures_unit(const ScoreFigures *figures, gconstpointer line)
{
    return text_member(line, figures->unit);
}

const char *score_figures_person(const ScoreFigures *figures, gconstpointer line)
{
    return text_member(line, figures->person);
}

const char *score_figures_group(const ScoreFigures *figures, gconstpointer line)
{
    const char *group = text_member(line, figures->group);
    return group ? group : "";
}

char *score_figures_key(const ScoreFigures *figures, gconstpointer line)
{
    const char *person = text_member(line, figures->person);
    return g_strconcat(text_member(line, figures->unit), "\n", person ? person : "", NULL);
}

static bool node_is(const Node *node, const char *id, const char *object)
{
    return strcmp(node->id, id) == 0 && (!object || g_strcmp0(node->object, object) == 0);
}

static const Node *find_below(const GPtrArray *nodes, const char *id, const char *object, bool elsewhere,
                              int depth)
{
    const Node *found = NULL;
    for (guint i = 0; i < nodes->len && !found; i++) {
        const Node *node = nodes->pdata[i];
        if (node->elsewhere == elsewhere && node_is(node, id, object))
            found = node;
    }
    for (guint i = 0; i < nodes->len && !found && depth > 0; i++)
        found = find_below(((const Node *)nodes->pdata[i])->nodes, id, object, elsewhere, depth - 1);
    return found;
}

const Node *score_node_find(const GPtrArray *nodes, const char *id, const char *object, bool deep)
{
    enum { DEEP = 16 }; /* a derivation is no deeper by far */
    const Node *node = find_below(nodes, id, object, false, deep ? DEEP : 0);
    return node ? node : find_below(nodes, id, object, true, deep ? DEEP : 0);
}
