/* Candidates and legal officers as lists: who is removed, ranks, awards (SPEC 8.8). */
#include "score_people.h"

#include <string.h>

#include "score_contest.h"
#include "score_node.h"
#include "score_steps.h"
#include "text.h"

const char *score_removal(const ScoreUnitWork *unit, const char *name, bool certificate, guint order,
                          int64_t quota)
{
    if (!certificate)
        return "no-integrity-certificate";
    if (quota >= 0 && order >= quota)
        return "over-quota";
    return score_ruling(unit, RULING_INTEGRITY, name) ? "integrity" : NULL;
}

/* The derivation of 资格: leaves for certificate, place and quota, and the rulings that decide it. */
static void explain_removal(const ScoreNominee *nominee)
{
    const RulingRow *integrity = score_ruling(nominee->unit, RULING_INTEGRITY, nominee->name),
                    *ineligible = score_ruling(nominee->unit, RULING_INELIGIBLE, nominee->name);
    bool by_person = integrity && strcmp(nominee->eligibility, "integrity") == 0;
    const char *notice = by_person ? "person-removed" : nominee->certificate ? "person-integrity" : NULL;
    Node *node = node_add(nominee->nodes, "eligibility", NULL, "8.8", notice);
    node_set_code(node, nominee->eligibility);
    if (nominee->certificate)
        leaf_add(node, "integrity", nominee->certificate, ORIGIN_OWN, nominee->folder, NULL);
    if (nominee->quota >= 0) {
        leaf_add_int(node, "order", nominee->order + 1, ORIGIN_OWN, nominee->folder);
        leaf_add_int(node, "quota", nominee->quota, ORIGIN_TABLE, nominee->unit->row->place);
    }
    if (integrity)
        leaf_add_ruling(node, integrity);
    if (ineligible)
        leaf_add_ruling(node, ineligible);
}

static void explain_ranks(const ScoreWork *work, const ScoreNominee *nominees, guint count)
{
    g_autoptr(NodeRanked) ranked = node_ranked_new();
    for (guint i = 0; i < count; i++)
        node_ranked_add(ranked, nominees[i].unit->row->name, nominees[i].name, *nominees[i].rank);
    for (guint i = 0; i < count; i++) {
        int64_t rank = *nominees[i].rank;
        if (rank > 0)
            score_explain_rank(work, node_add(nominees[i].nodes, "rank", NULL, "8.1", NULL), rank, ranked, i);
        explain_removal(&nominees[i]);
    }
}

void score_nominees_rank(const ScoreWork *work, const ScoreNominee *nominees, guint count)
{
    g_autofree const Rational **figures = g_new0(const Rational *, count + 1);
    g_autofree int64_t *ranks = g_new0(int64_t, count + 1);
    for (guint i = 0; i < count; i++)
        figures[i] = nominees[i].figure;
    award_ranks(figures, count, ranks);
    for (guint i = 0; i < count; i++)
        *nominees[i].rank = ranks[i];
    if (!work->figures_only)
        explain_ranks(work, nominees, count);
}

void score_nominees_contest(ScoreWork *work, const ScoreNominee *nominees, guint count, const GPtrArray *awards,
                            const char *notice, const char *rules)
{
    g_autofree ScoreContender *contenders = g_new0(ScoreContender, count + 1);
    for (guint i = 0; i < count; i++) {
        const ScoreNominee *nominee = &nominees[i];
        bool eligible = strcmp(nominee->eligibility, "eligible") == 0;
        contenders[i] = (ScoreContender){.unit = nominee->unit,
                                         .name = nominee->name,
                                         .person = nominee->name,
                                         .path = nominee->folder,
                                         .eligibility = nominee->eligibility,
                                         .nodes = nominee->nodes,
                                         .award = nominee->award,
                                         .award_state = nominee->award_state,
                                         .recommend_state = nominee->recommend_state};
        contenders[i].place =
            (AwardContender){.rank = *nominee->rank, .standing = eligible ? AWARD_CLEAR : AWARD_BARRED};
    }
    score_contest(work, contenders, count, awards, notice, rules);
    for (guint i = 0; i < count; i++)
        score_explain_rulings(work, nominees[i].unit, nominees[i].name, nominees[i].nodes);
}
