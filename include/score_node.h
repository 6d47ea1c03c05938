/*
 * score_node: building derivations (rec_scores.h, Node and Leaf).  Ids, rules, clauses of the notice and names of
 * leaves are words of the program and are pointed at; other strings are copied unless a name says take.
 *
 * Where only figures are wanted there is no list of nodes: a node in no list (NULL) is no node, and whatever
 * is said of none is dropped.  What costs something to say, a formula above all, is only made where there is
 * a node to take it.
 */
#ifndef ANJUAN_SCORE_NODE_H
#define ANJUAN_SCORE_NODE_H

#include "rational.h"
#include "rec_scores.h"
#include "rec_tables.h"

/* A new node in NODES; NULL in none.  OBJECT and NOTICE may be NULL. */
Node *node_add(GPtrArray *nodes, const char *id, const char *object, const char *rule, const char *notice);
/* The list of the nodes below it; NULL below none. */
GPtrArray *node_below(Node *node);
/* Says that it rests on an assumed value of the season file, once one of several does. */
void node_assume(Node *node, bool assumed);
/* Its exact value, and the formula, which it takes (NULL: none). */
void node_set(Node *node, const Rational *value, char *formula_take);
/* A code as value. */
void node_set_code(Node *node, const char *code);
/* The value as printed, with PLACES decimals. */
void node_round(Node *node, const Rational *value, unsigned places);
/* Stands for the node of ID that is elsewhere: only its value. */
Node *node_refer(GPtrArray *nodes, const char *id, const char *object, const Rational *value);
/* The same for a node whose value is a code; NULL: look there. */
void node_refer_code(GPtrArray *nodes, const char *id, const char *code);

void leaf_add(Node *node, const char *name, const char *value, Origin origin, const char *source,
              const char *object);
/* The leaf of a row of `cases`, of which there are hundreds of thousands: it points at the row's place and
 * number.  WHY: a word of the program for the reason why it does not count; NULL.
 * WHENCE: the origin of that reason. */
void leaf_add_case(Node *node, const CaseRow *row, const char *why, Origin whence);
/* A value of the season file at PATH ("collective/quantity/@full-at"). */
void leaf_add_rule(Node *node, const char *name, const char *value, const char *path);
void leaf_add_rule_decimal(Node *node, const char *name, Decimal value, const char *path);
void leaf_add_rule_int(Node *node, const char *name, int64_t value, const char *path);
/* A number from a table. */
void leaf_add_decimal(Node *node, const char *name, Decimal value, const char *source, const char *object);
void leaf_add_int(Node *node, const char *name, int64_t value, Origin origin, const char *source);
/* A ruling: its type, with its number as object. */
void leaf_add_ruling(Node *node, const RulingRow *ruling);

/* A list with the rank of each; rank 0 takes no part. */
typedef struct {
    GPtrArray *names; /* char *, owned */
    GArray *ranks;    /* int64_t */
} NodeRanked;
NodeRanked *node_ranked_new(void);
/* PERSON of UNIT, or with PERSON NULL the unit itself. */
void node_ranked_add(NodeRanked *list, const char *unit, const char *person, int64_t rank);
void node_ranked_free(NodeRanked *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NodeRanked, node_ranked_free)
/* The leaf NAME for the COUNT others with ranks FROM to TO, which it names one a line in the order of the
 * list, without the one at SELF; of very many only the first and how many there are. */
void leaf_add_others(Node *node, const char *name, int64_t count, const NodeRanked *list, int64_t from,
                     int64_t to, size_t self);

/* A growing sum as people write it: "90 + 85.5". */
void formula_term(GString *formula, const char *text);
void formula_term_number(GString *formula, const Rational *number);

#endif
