#include "stakes.h"

#include <string.h>

#include "lang.h"
#include "rational.h"
#include "rec_casefiles.h"
#include "vocabulary.h"

struct Stakes {
    const CheckReport *report;
    const SeasonCollective *collective;
    const SeasonIndividual *individual;
    const SeasonGroup *group; /* of the unit; NULL: not known */
    GPtrArray *entries;       /* SlotEntry; NULL */
    RationalPool *pool;
    unsigned decimals;
};

Stakes *stakes_new(const CheckReport *report)
{
    Stakes *self = g_new0(Stakes, 1);
    self->report = report;
    self->collective = report->season->collective;
    self->individual = report->season->individual;
    self->group =
        report->row && report->row->group ? season_group(report->season, report->row->group, NULL) : NULL;
    self->pool = rational_pool_new();
    self->decimals = (unsigned)self->collective->decimals;
    if (check_has_unit(report))
        self->entries = slots_assign(report->season, report->unit->id, report->unit->casefiles, NULL);
    return self;
}

void stakes_free(Stakes *stakes)
{
    if (!stakes)
        return;
    if (stakes->entries)
        g_ptr_array_unref(stakes->entries);
    rational_pool_free(stakes->pool);
    g_free(stakes);
}

const GPtrArray *stakes_entries(const Stakes *stakes)
{
    return stakes->entries;
}

/* ---- figures ---- */

/* A unit that only nominates people has no points of its own. */
static bool competes(const Stakes *stakes)
{
    return !stakes->report->row || stakes->report->row->group;
}

static bool has_quantity(const Stakes *stakes)
{
    return competes(stakes) && (!stakes->group || stakes->group->quantity == QUANTITY_BASE);
}

static const Rational *slots_value(const Stakes *stakes, int64_t count)
{
    const Rational *part =
        rational_from_ratio(stakes->pool, count, season_slots_total(stakes->report->season));
    return rational_mul(stakes->pool, rational_from_decimal(stakes->pool, stakes->collective->quality->max),
                        part);
}

/* "60×2/7≈17.14", or "=" where nothing is rounded away. */
static char *slots_words(const Stakes *stakes, int64_t count)
{
    const Rational *value = slots_value(stakes, count);
    const Rational *shown = rational_round(stakes->pool, value, stakes->decimals);
    g_autofree char *max = decimal_format(stakes->collective->quality->max),
                    *points = rational_format_places(value, stakes->decimals);
    return g_strdup_printf("%s×%d/%d%s%s", max, (int)count, (int)season_slots_total(stakes->report->season),
                           rational_compare(value, shown) == 0 ? "=" : "≈", points);
}

char *stakes_slot_share(const Stakes *stakes)
{
    return slots_words(stakes, 1);
}

static const Rational *sum_of(const Stakes *stakes, const Decimal *values, gsize count)
{
    const Rational *sum = rational_from_int(stakes->pool, 0);
    for (gsize i = 0; i < count; i++)
        sum = rational_add(stakes->pool, sum, rational_from_decimal(stakes->pool, values[i]));
    return sum;
}

static char *person_max(const Stakes *stakes)
{
    const Decimal parts[] = {stakes->individual->quantity->max, stakes->individual->quality->file->max,
                             stakes->individual->quality->investigation->max, stakes->individual->story->max};
    return rational_format_short(sum_of(stakes, parts, G_N_ELEMENTS(parts)));
}

static char *unit_max(const Stakes *stakes)
{
    const SeasonQuantity *quantity = stakes->collective->quantity;
    const Decimal parts[] = {stakes->collective->quality->max, quantity->cases->max, quantity->fines->max,
                             quantity->major->max};
    return rational_format_short(sum_of(stakes, parts, has_quantity(stakes) ? G_N_ELEMENTS(parts) : 1));
}

/* The awards that the unit competes for, or all of the season's where its group is not known. */
static char *award_titles(const Stakes *stakes)
{
    GString *titles = g_string_new(NULL);
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < stakes->collective->groups->len; i++) {
        const SeasonGroup *group = stakes->collective->groups->pdata[i];
        for (guint j = 0; j < group->awards->len && (!stakes->group || stakes->group == group); j++) {
            const SeasonAward *award = group->awards->pdata[j];
            if (g_hash_table_add(seen, award->title))
                g_string_append_printf(titles, "%s%s", titles->len ? tr("、", ", ") : "", award->title);
        }
    }
    return g_string_free(titles, FALSE);
}

/* ---- one finding ---- */

static const SlotEntry *entry_of(const Stakes *stakes, const char *casefile)
{
    for (guint i = 0; casefile && stakes->entries && i < stakes->entries->len; i++) {
        const SlotEntry *entry = stakes->entries->pdata[i];
        if (strcmp(entry->casefile->name, casefile) == 0)
            return entry;
    }
    return NULL;
}

char *stakes_place(const Stakes *stakes, const char *casefile)
{
    const SlotEntry *entry = entry_of(stakes, casefile);
    if (!entry || entry->position == 0)
        return entry ? g_strdup(tr("未列入评审位置", "without a place")) : NULL;
    g_autofree char *label = check_slot_label((Kind)entry->casefile->kind, entry->position);
    if (entry->extra || !competes(stakes))
        return g_strdup_printf(tr("%s，不计分", "%s, not scored"), label);
    g_autofree char *share = slots_words(stakes, 1);
    return g_strdup_printf(tr("%s，占案卷质量%s分", "%s, %s points of quality"), label, share);
}

static bool is_code(const Finding *finding, const char *code)
{
    return strcmp(finding->code, code) == 0;
}

/* True when FINDING tells that the date that counts is not there, or that there is no such day. */
static bool says_undated(const Finding *finding)
{
    static const char *const counting[] = {"decision-date", "transfer-date", "application-date",
                                           "document-date", NULL};
    const char *field = finding_value(finding, "field");
    if (!field)
        return false;
    return (is_code(finding, "EXT-001") && strstr(field, "date")) ||
           (is_code(finding, "EXT-003") && g_strv_contains(counting, field));
}

/* True when FINDING tells that the document that speaks for the file, whose date counts, is to be saved again before it can be read. */
static bool says_unread(const SlotEntry *entry, const Finding *finding)
{
    return (is_code(finding, "DOC-002") || is_code(finding, "DOC-003")) && entry->casefile->file &&
           g_strcmp0(finding->file, entry->casefile->file) == 0;
}

/* Findings that say by themselves why the file at its place counts 0. */
static bool empties_slot(const SlotEntry *entry, const Finding *finding)
{
    if (entry->state == SLOT_REPEATED)
        return is_code(finding, "SET-007");
    bool undated = entry->casefile->date == DAY_NONE && (says_undated(finding) || says_unread(entry, finding));
    return entry->state == SLOT_OUTSIDE && (is_code(finding, "SET-006") || undated);
}

static char *slot_stake(const Stakes *stakes, const Finding *finding)
{
    const SlotEntry *entry = entry_of(stakes, finding->casefile);
    bool fills = entry && entry->position > 0 && !entry->extra;
    if (!is_code(finding, "SET-001") && !(fills && empties_slot(entry, finding)))
        return NULL;
    g_autofree char *share = slots_words(stakes, 1);
    return g_strdup_printf(tr("该位置计0分，案卷质量少%s分", "the slot counts 0: %s points of quality"),
                           share);
}

static char *quantity_stake(const Stakes *stakes)
{
    const SeasonQuantity *quantity = stakes->collective->quantity;
    if (!has_quantity(stakes))
        return g_strdup(tr("该组不计案件数量分", "no quantity points in this group"));
    g_autofree char *cases = decimal_format(quantity->cases->max),
                    *fines = decimal_format(quantity->fines->max),
                    *major = decimal_format(quantity->major->max);
    return g_strdup_printf(
        tr("涉及查处案件数%s分、罚款金额%s分、重大案件数%s分，折合多少取决于全市总数",
           "touches cases (%s points), fines (%s) and major cases (%s); how much depends on the city's totals"),
        cases, fines, major);
}

/* The kind of the case file that FINDING is about. */
static Kind kind_of(const UnitRecord *unit, const Finding *finding)
{
    for (guint i = 0; unit && finding->casefile && i < unit->casefiles->len; i++) {
        const UnitCase *one = unit->casefiles->pdata[i];
        if (strcmp(one->name, finding->casefile) == 0)
            return (Kind)one->kind;
    }
    return KIND_NONE;
}

/* The kinds that the table and the document tell: one of another kind than the other counts elsewhere. */
static Kind kind_told(const Finding *finding, const char *name)
{
    const char *id = finding_value(finding, name);
    for (int kind = 0; id && kind < KIND_COUNT; kind++)
        if (kind_ids[kind] && strcmp(kind_ids[kind], id) == 0)
            return (Kind)kind;
    return KIND_NONE;
}

static bool in_window(const Stakes *stakes, const Finding *finding, const char *name)
{
    const char *value = finding_value(finding, name);
    Day day = value ? day_parse_iso(value) : DAY_NONE;
    return day != DAY_NONE && season_in_window(stakes->report->season, day);
}

/* What a value that differs from the table can touch (SPEC 8.4): the fine no number of cases, a date only where it
 * decides whether the row counts, the party nothing; rows of 申请强制执行 count nowhere. */
typedef struct { bool cases, fines, major; } Touched;

static Touched touched_by(const Stakes *stakes, const Finding *finding)
{
    const char *what = finding->variant ? finding->variant : "fine";
    Kind kind = kind_of(stakes->report->unit, finding), own = kind_told(finding, "value"),
         other = kind_told(finding, "table-value");
    if (strcmp(what, "kind") == 0) {
        bool counted = own == KIND_ENFORCEMENT || other == KIND_ENFORCEMENT;
        return (Touched){counted, counted, kind_is_major(own) != kind_is_major(other)};
    }
    if (kind == KIND_ENFORCEMENT || strcmp(what, "party") == 0)
        return (Touched){0};
    if (strcmp(what, "fine") == 0)
        return (Touched){.fines = true};
    bool moves = in_window(stakes, finding, "value") != in_window(stakes, finding, "table-value");
    return (Touched){moves, moves, moves && kind_is_major(kind)};
}

static void add_part(GString *text, bool touched, const char *format, Decimal max)
{
    g_autofree char *points = decimal_format(max);
    if (touched) {
        g_string_append(text, text->len > 0 ? tr("、", ", ") : "");
        g_string_append_printf(text, format, points);
    }
}

static char *table_stake(const Stakes *stakes, const Finding *finding)
{
    const SeasonQuantity *quantity = stakes->collective->quantity;
    Touched touched = touched_by(stakes, finding);
    g_autoptr(GString) parts = g_string_new(NULL);
    add_part(parts, touched.cases, tr("查处案件数%s分", "cases (%s points)"), quantity->cases->max);
    add_part(parts, touched.fines, tr("罚款金额%s分", "fines (%s points)"), quantity->fines->max);
    add_part(parts, touched.major, tr("重大案件数%s分", "major cases (%s points)"), quantity->major->max);
    if (parts->len == 0)
        return g_strdup(tr("不影响数量得分", "changes no quantity points"));
    return g_strdup_printf(
        tr("涉及%s，折合多少取决于全市总数", "touches %s; how much depends on the city's totals"), parts->str);
}

/* The claim that FINDING is about: by its number among those of the candidate whose folder it lies in. */
static const UnitClaim *claim_of(const UnitRecord *unit, const Finding *finding)
{
    const char *number = finding_value(finding, "number"), *name = finding_value(finding, "name");
    for (guint i = 0; unit && number && i < unit->candidates->len; i++) {
        const UnitCandidate *person = unit->candidates->pdata[i];
        for (guint j = 0; g_strcmp0(person->name, name) == 0 && j < person->claims->len; j++) {
            const UnitClaim *claim = person->claims->pdata[j];
            if (g_strcmp0(claim->number, number) == 0 && g_strcmp0(claim->place, finding->place) == 0)
                return claim;
        }
    }
    return NULL;
}

static const Rational *weight_of(const Stakes *stakes, const UnitClaim *claim, bool role)
{
    const GPtrArray *weights = stakes->individual->quantity->weights;
    const char *wanted = claim->role == ROLE_LEAD ? "lead" : "member";
    for (guint i = 0; i < weights->len; i++) {
        const SeasonWeight *weight = weights->pdata[i];
        if (role ? weight->role && strcmp(weight->role, wanted) == 0
                 : !weight->role && weight->kind == claim->kind)
            return rational_from_decimal(stakes->pool, weight->value);
    }
    return rational_from_int(stakes->pool, 0);
}

static const Rational *claim_weight(const Stakes *stakes, const UnitClaim *claim)
{
    const Rational *kind = weight_of(stakes, claim, false), *role = weight_of(stakes, claim, true);
    switch (stakes->individual->quantity->combine) {
    case COMBINE_MAX:
        return rational_max(kind, role);
    case COMBINE_ADD:
        return rational_add(stakes->pool, kind, role);
    default:
        return rational_mul(stakes->pool, kind, role);
    }
}

static char *claim_stake(const Stakes *stakes, const Finding *finding)
{
    const UnitClaim *claim = claim_of(stakes->report->unit, finding);
    g_autofree char *max = decimal_format(stakes->individual->quantity->max);
    g_autofree char *weight =
        claim && claim->kind != KIND_NONE ? rational_format_short(claim_weight(stakes, claim)) : NULL;
    if (!weight)
        return NULL;
    return g_strdup_printf(
        tr("加权案件数少%s；案件数量满分%s分，折合多少取决于本组最高者",
           "%s less in the weighted count; how much that is of %s points depends on the group's highest"),
        weight, max);
}

/* What experts mark by the penalty file and the statement; without the file there is nothing that a statement is
 * about. */
static char *expert_stake(const Stakes *stakes, const Finding *finding)
{
    const SeasonIndividual *rules = stakes->individual;
    g_autofree char *file = decimal_format(rules->quality->file->max),
                    *facts = decimal_format(rules->quality->investigation->max);
    if (g_strcmp0(finding_value(finding, "missing"), "statement") == 0)
        return g_strdup_printf(tr("调查情况%s分可能失去，由专家评定",
                                  "the investigation (%s points) may be lost; experts mark it"),
                               facts);
    return g_strdup_printf(tr("案卷质量%s分、调查情况%s分可能失去，由专家评定",
                              "the file (%s points) and the investigation (%s) may be lost; experts mark them"),
                           file, facts);
}

static char *person_stake(const Stakes *stakes, const Finding *finding)
{
    const SeasonIndividual *rules = stakes->individual;
    bool legal = g_strcmp0(finding->variant, "legal") == 0;
    g_autofree char *all = person_max(stakes), *quantity = decimal_format(rules->quantity->max),
                    *story = decimal_format(rules->story->max);
    if (is_code(finding, "CND-001") || (is_code(finding, "CND-004") && !legal))
        return g_strdup_printf(
            tr("移出候选名单，个人得分（满分%s分）全部失去", "removed from the list: all of the %s points"),
            all);
    if (is_code(finding, "CND-005") || is_code(finding, "CND-006"))
        return claim_stake(stakes, finding);
    if (is_code(finding, "CND-008"))
        return g_strdup_printf(tr("案件数量（满分%s分）为0分", "0 of %s points for quantity"), quantity);
    if (is_code(finding, "CND-009") && !legal)
        return g_strdup_printf(tr("个人事迹（满分%s分）无从评分", "the story (%s points) cannot be marked"),
                               story);
    return NULL;
}

/* A level too many inside one folder of 案卷/ or 先进个人/ leaves the rest of the package as it is. */
static bool is_of_one_folder(const Finding *finding)
{
    bool inside = g_strcmp0(finding->variant, "grouped") == 0 || g_strcmp0(finding->variant, "people") == 0;
    return inside && is_code(finding, "PKG-017");
}

char *stakes_of(const Stakes *stakes, const Finding *finding)
{
    Cost cost = catalogue_cost(stakes->report->catalogue, finding);
    bool error = finding->level >= LEVEL_ERROR;
    if (finding->level == LEVEL_INFO)
        return NULL;
    if (is_code(finding, "CND-007"))
        return expert_stake(stakes, finding);
    if (cost == COST_PERSON)
        return error ? person_stake(stakes, finding) : NULL;
    if (!competes(stakes))
        return NULL;
    if (cost == COST_PACKAGE && error && !is_of_one_folder(finding)) {
        g_autofree char *all = unit_max(stakes);
        return g_strdup_printf(tr("最多失去全部%s分", "up to all of the %s points"), all);
    }
    if (cost == COST_AWARD) {
        g_autofree char *titles = award_titles(stakes);
        return g_strdup_printf(tr("没有评奖资格（%s）", "no award (%s)"), titles);
    }
    if (cost == COST_SLOT || cost == COST_MARK)
        return slot_stake(stakes, finding);
    if (is_code(finding, "REF-002") && error && has_quantity(stakes))
        return table_stake(stakes, finding);
    return cost == COST_QUANTITY && error ? quantity_stake(stakes) : NULL;
}

/* ---- the summary ---- */

static void stake_line_free(gpointer data)
{
    StakeLine *line = data;
    g_free(line->label);
    g_free(line->text);
    g_free(line);
}

static void add_line(GPtrArray *lines, bool lost, const char *label, char *text_taken)
{
    StakeLine *line = g_new0(StakeLine, 1);
    line->lost = lost;
    line->label = g_strdup(label);
    line->text = text_taken;
    g_ptr_array_add(lines, line);
}

static int64_t empty_slots(const Stakes *stakes)
{
    g_autoptr(GPtrArray) rows = check_slot_rows(stakes->report, stakes->entries);
    int64_t count = 0;
    for (guint i = 0; i < rows->len; i++) {
        const SlotRow *row = rows->pdata[i];
        count += !row->extra && (!row->entry || row->entry->state != SLOT_COUNTS);
    }
    return count;
}

static void quality_line(const Stakes *stakes, GPtrArray *lines)
{
    int64_t empty = empty_slots(stakes), slots = season_slots_total(stakes->report->season);
    g_autofree char *max = decimal_format(stakes->collective->quality->max),
                    *lost = slots_words(stakes, empty);
    g_autofree char *share = slots_words(stakes, 1);
    g_autofree char *left = rational_format_places(slots_value(stakes, slots - empty), stakes->decimals);
    char *text =
        empty == 0
            ? g_strdup_printf(tr("满分%s分，%d个位置都有案卷，各占%s分，得分由专家评定",
                                 "%s points; all %d slots are filled, %s each; experts give the marks"),
                              max, (int)slots, share)
            : g_strdup_printf(
                  tr("满分%s分，%d个位置中%d个计0分，少%s分，最多还能得%s分，由专家评定",
                     "%s points; %d slots, %d of them at 0, which costs %s; at most %s are left, for the experts to give"),
                  max, (int)slots, (int)empty, lost, left);
    add_line(lines, empty > 0, tr("案卷质量", "Quality"), text);
}

static void award_line(const Stakes *stakes, GPtrArray *lines)
{
    int64_t count = slots_submitted(stakes->entries), minimum = stakes->report->season->case_files->minimum;
    g_autofree char *titles = award_titles(stakes);
    if (count < minimum)
        add_line(lines, true, tr("评奖资格", "Awards"),
                 g_strdup_printf(tr("报送案卷数%d份，少于%d份，没有评奖资格（%s）",
                                    "%d case files handed in, fewer than %d: no award (%s)"),
                                 (int)count, (int)minimum, titles));
}

static void quantity_unknown(const Stakes *stakes, GPtrArray *lines)
{
    const SeasonQuantity *quantity = stakes->collective->quantity;
    g_autofree char *cases = decimal_format(quantity->cases->max),
                    *fines = decimal_format(quantity->fines->max),
                    *major = decimal_format(quantity->major->max);
    add_line(
        lines, false, tr("案件数量", "Quantity"),
        g_strdup_printf(
            tr("查处案件数%s分、罚款金额%s分、重大案件数%s分取决于全市总数，本次检查无从得知",
               "cases (%s points), fines (%s) and major cases (%s) depend on the city's totals, which are not known here"),
            cases, fines, major));
}

static Decimal indicator_max(const SeasonQuantity *quantity, const char *indicator)
{
    return strcmp(indicator, "cases") == 0   ? quantity->cases->max
           : strcmp(indicator, "fines") == 0 ? quantity->fines->max
                                             : quantity->major->max;
}

/* A figure as people write it: without the zeros that tables carry ("10.7200"). */
static char *plain_figure(const char *figure)
{
    Decimal value = {0};
    return decimal_parse(figure, &value) ? decimal_format(value) : g_strdup(figure);
}

static void quantity_lines(const Stakes *stakes, GPtrArray *lines)
{
    const UnitRow *row = stakes->report->row;
    const Scores *forecast = row ? stakes->report->forecast : NULL;
    bool known = false;
    for (guint i = 0; forecast && i < forecast->baselines->len; i++) {
        const ScoreBaseline *line = forecast->baselines->pdata[i];
        if (g_strcmp0(line->unit, row->id) != 0)
            continue;
        known = true;
        g_autofree char *max = decimal_format(indicator_max(stakes->collective->quantity, line->indicator)),
                        *actual = plain_figure(line->actual), *base = plain_figure(line->base);
        add_line(lines, false, vocabulary_word("figure", line->indicator),
                 g_strdup_printf(
                     tr("满分%s分，实际值%s，基准值%s，按最近一次运行的全市情况得%s分",
                        "%s points; value %s, base %s; by the city's state at the last run, %s points"),
                     max, actual, base, line->points));
    }
    if (!known)
        quantity_unknown(stakes, lines);
}

static void people_line(const Stakes *stakes, GPtrArray *lines)
{
    g_autofree char *all = person_max(stakes);
    guint removed = 0;
    for (guint i = 0; i < stakes->report->findings->len; i++)
        removed += is_code(stakes->report->findings->pdata[i], "CND-001");
    if (removed > 0)
        add_line(
            lines, true, tr("先进个人", "Candidates"),
            g_strdup_printf(tr("%u名没有廉洁证明，移出候选名单（个人满分%s分）",
                               "%u without a certificate of integrity, removed from the list (of %s points)"),
                            removed, all));
}

GPtrArray *stakes_summary(const Stakes *stakes)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func(stake_line_free);
    bool alone = stakes->report->row == NULL;
    if (stakes->entries && competes(stakes)) {
        quality_line(stakes, lines);
        award_line(stakes, lines);
        if (has_quantity(stakes))
            quantity_lines(stakes, lines);
    }
    if (stakes->entries)
        people_line(stakes, lines);
    add_line(
        lines, false, tr("本次检查无从得知", "Not known here"),
        g_strdup(
            alone
                ? tr("全市总数、专家评分和其他单位的材料，因此数量得分、名次和奖项不在本次检查之内",
                     "the city's totals, the experts' marks and other units' packages: quantity points, ranks and awards are no part of this check")
                : tr("专家评分和其他单位今后的材料；名次和奖项以全市运行结果为准",
                     "the experts' marks and what other units still hand in: ranks and awards are those of the season's results")));
    return lines;
}
