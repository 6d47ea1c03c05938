#include "rec_scores.h"

const char *const origin_ids[] = {"own", "other", "table", "rules", "program", NULL};
const char *const given_ids[] = {"no", "yes", "open", NULL};
const char *const review_ids[] = {"complete", "incomplete", "sealed", NULL};

static const RecordField leaf_fields[] = {
    FIELD_KEPT_REQ(Leaf, name, "name"), FIELD_KEPT(Leaf, value, "value"), FIELD_ENUM_REQ(Leaf, origin, "origin", origin_ids),
    FIELD_KEPT(Leaf, source, "source"), FIELD_KEPT(Leaf, object, "object"),
    FIELD_STRING(Leaf, place, "place"), FIELD_STRING(Leaf, quote, "quote"), FIELD_END};
const RecordType leaf_type = {"leaf", NULL, sizeof(Leaf), leaf_fields};

static const RecordField node_fields[] = {
    FIELD_KEPT_REQ(Node, id, "id"), FIELD_KEPT(Node, object, "object"), FIELD_KEPT(Node, rule, "rule"),
    FIELD_KEPT(Node, notice, "notice"), FIELD_KEPT(Node, formula, "formula"), FIELD_KEPT(Node, value, "value"),
    FIELD_KEPT(Node, rounded, "rounded"), FIELD_BOOL(Node, assumed, "assumed"), FIELD_BOOL(Node, elsewhere, "elsewhere"),
    FIELD_LIST(Node, leaves, "leaf", &leaf_type),
    FIELD_LIST(Node, nodes, "node", &node_type), FIELD_END};
const RecordType node_type = {"node", NULL, sizeof(Node), node_fields};

static const RecordField unit_fields[] = {
    FIELD_STRING(ScoreUnit, group, "group"), FIELD_INT(ScoreUnit, rank, "rank"), FIELD_STRING_REQ(ScoreUnit, id, "id"),
    FIELD_STRING_REQ(ScoreUnit, name, "name"), FIELD_STRING(ScoreUnit, total, "total"), FIELD_STRING(ScoreUnit, quality, "quality"),
    FIELD_STRING(ScoreUnit, cases_points, "cases-points"), FIELD_STRING(ScoreUnit, fines_points, "fines-points"),
    FIELD_STRING(ScoreUnit, major_points, "major-points"), FIELD_STRING(ScoreUnit, average, "average"),
    FIELD_INT_REQ(ScoreUnit, submitted, "submitted", 0, 0), FIELD_INT_REQ(ScoreUnit, cases, "cases", 0, 0),
    FIELD_INT_REQ(ScoreUnit, major, "major", 0, 0), FIELD_STRING(ScoreUnit, fines_yuan, "fines-yuan"),
    FIELD_STRING(ScoreUnit, share_percent, "share-percent"), FIELD_STRING(ScoreUnit, base_cases, "base-cases"),
    FIELD_STRING(ScoreUnit, base_fines, "base-fines"), FIELD_STRING(ScoreUnit, base_major, "base-major"),
    FIELD_STRING(ScoreUnit, eligibility, "eligibility"), FIELD_STRING(ScoreUnit, award, "award"),
    FIELD_ENUM(ScoreUnit, award_state, "award-state", given_ids), FIELD_ENUM(ScoreUnit, recommend_state, "recommend-state", given_ids),
    FIELD_ENUM(ScoreUnit, review, "review", review_ids), FIELD_INT(ScoreUnit, bulletins, "bulletins"), FIELD_INT(ScoreUnit, adopted, "adopted"),
    FIELD_STRINGS(ScoreUnit, vetoes, "veto"), FIELD_LIST(ScoreUnit, nodes, "node", &node_type), FIELD_END};
const RecordType score_unit_type = {"unit", NULL, sizeof(ScoreUnit), unit_fields};

static const RecordField person_fields[] = {
    FIELD_STRING(ScorePerson, group, "group"), FIELD_INT(ScorePerson, rank, "rank"), FIELD_STRING_REQ(ScorePerson, name, "name"),
    FIELD_STRING_REQ(ScorePerson, unit, "unit"), FIELD_STRING(ScorePerson, unit_name, "unit-name"), FIELD_STRING(ScorePerson, path, "path"),
    FIELD_STRING(ScorePerson, total, "total"), FIELD_STRING(ScorePerson, quantity, "quantity"), FIELD_STRING(ScorePerson, file, "file"),
    FIELD_STRING(ScorePerson, investigation, "investigation"), FIELD_STRING(ScorePerson, story, "story"),
    FIELD_STRING(ScorePerson, weighted, "weighted"), FIELD_STRING(ScorePerson, eligibility, "eligibility"), FIELD_STRING(ScorePerson, award, "award"),
    FIELD_ENUM(ScorePerson, award_state, "award-state", given_ids), FIELD_ENUM(ScorePerson, recommend_state, "recommend-state", given_ids),
    FIELD_ENUM(ScorePerson, review, "review", review_ids), FIELD_LIST(ScorePerson, nodes, "node", &node_type), FIELD_END};
const RecordType score_person_type = {"person", NULL, sizeof(ScorePerson), person_fields};

static const RecordField legal_fields[] = {
    FIELD_INT(ScoreLegal, rank, "rank"), FIELD_STRING_REQ(ScoreLegal, name, "name"), FIELD_STRING_REQ(ScoreLegal, unit, "unit"),
    FIELD_STRING(ScoreLegal, unit_name, "unit-name"), FIELD_STRING(ScoreLegal, path, "path"), FIELD_STRING(ScoreLegal, points, "points"),
    FIELD_STRING(ScoreLegal, eligibility, "eligibility"), FIELD_STRING(ScoreLegal, award, "award"),
    FIELD_ENUM(ScoreLegal, award_state, "award-state", given_ids), FIELD_ENUM(ScoreLegal, recommend_state, "recommend-state", given_ids),
    FIELD_ENUM(ScoreLegal, review, "review", review_ids), FIELD_LIST(ScoreLegal, nodes, "node", &node_type), FIELD_END};
const RecordType score_legal_type = {"legal", NULL, sizeof(ScoreLegal), legal_fields};

static const RecordField case_fields[] = {
    FIELD_STRING_REQ(ScoreCase, unit, "unit"), FIELD_STRING_REQ(ScoreCase, name, "name"), FIELD_STRING(ScoreCase, file, "file"),
    FIELD_ENUM(ScoreCase, position_kind, "position-kind", kind_ids), FIELD_INT(ScoreCase, position, "position"),
    FIELD_ENUM(ScoreCase, kind, "kind", kind_ids), FIELD_STRING(ScoreCase, number, "number"), FIELD_STRING(ScoreCase, party, "party"),
    FIELD_STRING(ScoreCase, credit_code, "credit-code"), FIELD_STRING(ScoreCase, legal_rep, "legal-rep"),
    FIELD_DECIMAL(ScoreCase, fine_yuan, "fine-yuan"), FIELD_DAY(ScoreCase, date, "date"), FIELD_STRING(ScoreCase, mean, "mean"),
    FIELD_STRING(ScoreCase, counted_mark, "counted-mark"), FIELD_STRING(ScoreCase, why, "why"), FIELD_END};
const RecordType score_case_type = {"casefile", NULL, sizeof(ScoreCase), case_fields};

static const RecordField counted_fields[] = {
    FIELD_KEPT_REQ(ScoreCounted, unit, "unit"), FIELD_KEPT(ScoreCounted, number, "number"),
    FIELD_KEPT(ScoreCounted, id, "id"),
    FIELD_ENUM(ScoreCounted, kind, "kind", kind_ids), FIELD_DAY(ScoreCounted, date, "date"), FIELD_DECIMAL(ScoreCounted, fine_yuan, "fine-yuan"),
    FIELD_BOOL(ScoreCounted, counted, "counted"), FIELD_KEPT(ScoreCounted, reason, "reason"),
    FIELD_KEPT(ScoreCounted, evidence, "evidence"), FIELD_KEPT(ScoreCounted, place, "place"), FIELD_END};
const RecordType score_counted_type = {"counted", NULL, sizeof(ScoreCounted), counted_fields};

static const RecordField baseline_fields[] = {
    FIELD_STRING_REQ(ScoreBaseline, unit, "unit"), FIELD_INT_REQ(ScoreBaseline, enterprises, "enterprises", 0, 0),
    FIELD_INT_REQ(ScoreBaseline, enterprises_total, "enterprises-total", 0, 0), FIELD_STRING(ScoreBaseline, share_percent, "share-percent"),
    FIELD_STRING_REQ(ScoreBaseline, indicator, "indicator"), FIELD_STRING(ScoreBaseline, total, "total"), FIELD_STRING(ScoreBaseline, base, "base"),
    FIELD_STRING(ScoreBaseline, actual, "actual"), FIELD_STRING(ScoreBaseline, ratio, "ratio"), FIELD_STRING(ScoreBaseline, points, "points"),
    FIELD_END};
const RecordType score_baseline_type = {"baseline", NULL, sizeof(ScoreBaseline), baseline_fields};

static const RecordField change_fields[] = {
    FIELD_STRING_REQ(ScoreChange, unit, "unit"), FIELD_STRING(ScoreChange, person, "person"), FIELD_STRING_REQ(ScoreChange, item, "item"),
    FIELD_STRING(ScoreChange, was, "was"), FIELD_STRING(ScoreChange, is, "is"), FIELD_STRING(ScoreChange, origins, "origins"), FIELD_END};
const RecordType score_change_type = {"change", NULL, sizeof(ScoreChange), change_fields};

static const RecordField alternative_fields[] = {FIELD_STRING_REQ(ScoreAlternative, value, "value"), FIELD_INT(ScoreAlternative, ranks, "ranks"),
                                                 FIELD_INT(ScoreAlternative, awards, "awards"),
                                                 FIELD_LIST(ScoreAlternative, changes, "change", &score_change_type), FIELD_END};
const RecordType score_alternative_type = {"alternative", NULL, sizeof(ScoreAlternative), alternative_fields};

static const RecordField assumed_fields[] = {FIELD_STRING_REQ(ScoreAssumed, element, "element"), FIELD_STRING_REQ(ScoreAssumed, attribute, "attribute"),
                                             FIELD_STRING(ScoreAssumed, value, "value"), FIELD_BOOL(ScoreAssumed, reading, "reading"),
                                             FIELD_STRING(ScoreAssumed, why, "why"),
                                             FIELD_LIST(ScoreAssumed, alternatives, "alternative", &score_alternative_type), FIELD_END};
const RecordType score_assumed_type = {"assumed", NULL, sizeof(ScoreAssumed), assumed_fields};

static const RecordField scores_fields[] = {
    FIELD_STRING_REQ(Scores, program, "program"), FIELD_STRING(Scores, season_id, "season"), FIELD_STRING(Scores, season_title, "title"),
    FIELD_STRING(Scores, sealed, "sealed"), FIELD_BOOL(Scores, against_seal, "against-seal"),
    FIELD_LIST(Scores, made_from, "made-from", &made_from_type), FIELD_LIST(Scores, assumed, "assumed", &score_assumed_type),
    FIELD_LIST(Scores, nodes, "node", &node_type),
    FIELD_LIST(Scores, units, "unit", &score_unit_type), FIELD_LIST(Scores, people, "person", &score_person_type),
    FIELD_LIST(Scores, legals, "legal", &score_legal_type), FIELD_LIST(Scores, casefiles, "casefile", &score_case_type),
    FIELD_LIST(Scores, counted, "counted", &score_counted_type), FIELD_LIST(Scores, baselines, "baseline", &score_baseline_type),
    FIELD_LIST(Scores, changes, "change", &score_change_type), FIELD_LIST(Scores, findings, "finding", &finding_type), FIELD_END};
const RecordType scores_type = {"scores", "urn:anjuan:scores", sizeof(Scores), scores_fields};
