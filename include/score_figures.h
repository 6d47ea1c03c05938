/*
 * score_figures: the printed figures of units, candidates and the legal list as tables: item id (vocabulary
 * class "figure"), where it stands, and which node of the derivation it comes from.  changes.csv is made from
 * them.
 */
#ifndef ANJUAN_SCORE_FIGURES_H
#define ANJUAN_SCORE_FIGURES_H

#include "rec_scores.h"

typedef enum {
    FIGURE_TEXT,  /* char * */
    FIGURE_INT,   /* int64_t */
    FIGURE_RANK,  /* int64_t, 0 is empty */
    FIGURE_CODES, /* GPtrArray of char *, joined by blanks */
    FIGURE_AWARD, /* int state; the title stands in the member before it by name */
    FIGURE_GIVEN, /* int, given_ids; "no" is empty */
    FIGURE_REVIEW /* int, review_ids */
} ScoreFigureKind;

typedef struct {
    const char *item;
    ScoreFigureKind kind;
    size_t offset;
    size_t title; /* FIGURE_AWARD: of the title */
    const char *node, *object;
    bool in_list; /* depends on the others of its list */
} ScoreFigure;

typedef struct {
    const ScoreFigure *figures; /* ended by one without item */
    int total;                  /* index of the figure that ranks */
    const char *total_node;
    size_t unit, person, group, nodes; /* of the members; person and group SIZE_MAX where there are none */
} ScoreFigures;

extern const ScoreFigures score_unit_figures, score_person_figures, score_legal_figures;

/* The figure as text, "" when empty; codes stand as codes.  Caller frees. */
char *score_figure_text(const ScoreFigure *figure, gconstpointer line);
const GPtrArray *score_figures_nodes(const ScoreFigures *figures, gconstpointer line);
const char *score_figures_unit(const ScoreFigures *figures, gconstpointer line);
/* NULL for a unit. */
const char *score_figures_person(const ScoreFigures *figures, gconstpointer line);
/* "" where there is no group. */
const char *score_figures_group(const ScoreFigures *figures, gconstpointer line);
/* What tells a line from the others of its list.  Caller frees. */
char *score_figures_key(const ScoreFigures *figures, gconstpointer line);

/* The first node of ID and OBJECT (NULL: any) in NODES, with DEEP also below them; one that is elsewhere only
 * when no other is there.  NULL: none. */
const Node *score_node_find(const GPtrArray *nodes, const char *id, const char *object, bool deep);

#endif
