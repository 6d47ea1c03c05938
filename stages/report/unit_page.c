/* units/ID.html: everything that concerns one unit. */
#include "pages.h"

#include <string.h>

#include "explain.h"
#include "finding_groups.h"
#include "lang.h"
#include "report_tables.h"
#include "report_tree.h"
#include "report_words.h"
#include "score_figures.h"
#include "text.h"
#include "vocabulary.h"

#define ROOT "../"

static char *fine_shown(Decimal fine_yuan)
{
    g_autofree char *plain = decimal_format_places(fine_yuan, 2);
    return words_money(plain);
}

/* ---- header and figures ---- */

static void write_score_facts(XmlWriter *xml, const ScoreUnit *score)
{
    g_autofree char *rank =
        score->rank > 0 ? g_strdup_printf("%" G_GINT64_FORMAT, (gint64)score->rank) : NULL;
    g_autofree char *vetoes = words_vetoes(WORDS_PAGE, score->vetoes);
    bool nothing = score_is_missing(score);
    page_fact(xml, tr("总分", "Total"), nothing ? "—" : score->total, nothing ? "quiet" : "strong");
    page_fact(xml, tr("名次", "Rank"), rank ? rank : "—", "strong");
    page_fact(xml, tr("资格", "Eligibility"), words_eligibility(WORDS_PAGE, score->eligibility),
              eligibility_tone(score->eligibility));
    page_fact(xml, tr("一票否决", "Veto"), vetoes, "bad");
    page_fact(xml, tr("奖项", "Award"), words_award(WORDS_PAGE, score->award_state, score->award),
              score->award_state == GIVEN_OPEN ? "warn" : "good");
    page_fact(xml, tr("推荐", "Recommended"), words_recommend(WORDS_PAGE, score->recommend_state),
              score->recommend_state == GIVEN_OPEN ? "warn" : "good");
    page_fact(xml, tr("状态", "State"), nothing ? NULL : words_review(WORDS_PAGE, score->review),
              score->review == REVIEW_INCOMPLETE ? "warn" : NULL);
    g_autofree char *bulletins = g_strdup_printf(tr("%" G_GINT64_FORMAT "篇，采用%" G_GINT64_FORMAT "篇",
                                                    "%" G_GINT64_FORMAT ", %" G_GINT64_FORMAT " adopted"),
                                                 (gint64)score->bulletins, (gint64)score->adopted);
    page_fact(xml, tr("上报信息", "Bulletins"), bulletins, NULL);
}

static const ScoreBaseline *baseline_of(const ReportUnit *unit, const char *indicator)
{
    for (guint i = 0; i < unit->baselines->len; i++) {
        const ScoreBaseline *line = unit->baselines->pdata[i];
        if (strcmp(line->indicator, indicator) == 0)
            return line;
    }
    return NULL;
}

static void figure_row(XmlWriter *xml, const char *label, const char *actual, const ScoreBaseline *line,
                       const char *points, Decimal max)
{
    bool money = line && strcmp(line->indicator, "fines") == 0;
    g_autofree char *max_text = points ? decimal_format(max) : NULL;
    g_autofree char *total = money ? words_money(line->total) : line ? g_strdup(line->total) : NULL,
                    *base = money ? words_money(line->base) : line ? g_strdup(line->base) : NULL;
    page_row(xml, NULL);
    page_cell_head(xml, label, NULL);
    page_cell(xml, actual);
    page_cell(xml, total);
    page_cell(xml, base);
    page_cell(xml, line ? line->ratio : NULL);
    page_cell_tone(xml, points, "strong");
    page_cell(xml, max_text);
    page_end(xml);
}

/* The ruling that makes the points for quality 0 (SPEC 8.3), as a word; NULL for none. */
static const char *zeroing_ruling(const ScoreUnit *score)
{
    const Node *quality = score_node_find(score->nodes, "quality", NULL, true);
    for (guint i = 0; quality && i < quality->leaves->len; i++) {
        const Leaf *leaf = quality->leaves->pdata[i];
        if (strcmp(leaf->name, "ruling") == 0)
            return vocabulary_word("ruling", leaf->value);
    }
    return NULL;
}

/* What the table of figures does not say by itself; the caller frees. */
static char *figures_note(const ScoreUnit *score)
{
    g_autoptr(GString) note = g_string_new(NULL);
    const char *zeroing = zeroing_ruling(score);
    if (score->share_percent)
        g_string_append_printf(note,
                               tr("基准比例 %s%%；报送案卷 %" G_GINT64_FORMAT " 份。",
                                  "Share %s %%; %" G_GINT64_FORMAT " case files handed in. "),
                               score->share_percent, (gint64)score->submitted);
    if (zeroing)
        g_string_append_printf(
            note, tr("因认定“%s”，案卷质量计0分。", "Quality counts 0 by the ruling '%s'."), zeroing);
    return note->len > 0 ? g_string_free(g_steal_pointer(&note), FALSE) : NULL;
}

static void figures_section(XmlWriter *xml, const ReportInput *input, const ReportUnit *unit)
{
    const ScoreUnit *score = unit->score;
    const PageColumn columns[] = {{tr("指标", "Indicator"), "text"},
                                  {tr("实际值", "Value"), "number"},
                                  {tr("全市总数", "Whole city"), "number"},
                                  {tr("基准值", "Base"), "number"},
                                  {tr("实际与基准之比", "Value / base"), "number"},
                                  {tr("得分", "Points"), "number"},
                                  {tr("满分", "Maximum"), "number"}};
    const SeasonCollective *rules = input->season->collective;
    g_autofree char *cases = g_strdup_printf("%" G_GINT64_FORMAT, (gint64)score->cases);
    g_autofree char *major = g_strdup_printf("%" G_GINT64_FORMAT, (gint64)score->major);
    g_autofree char *note = figures_note(score);
    page_section(xml, "figures", tr("得分构成", "Points"), note);
    page_table(xml, columns, G_N_ELEMENTS(columns));
    figure_row(xml, tr("案卷质量（平均分）", "Quality (average)"), score->average, NULL, score->quality,
               rules->quality->max);
    figure_row(xml, tr("查处案件数", "Cases"), cases, baseline_of(unit, "cases"), score->cases_points,
               rules->quantity->cases->max);
    g_autofree char *fines = words_money(score->fines_yuan);
    figure_row(xml, tr("罚款金额（元）", "Fines (yuan)"), fines, baseline_of(unit, "fines"),
               score->fines_points, rules->quantity->fines->max);
    figure_row(xml, tr("重大案件数", "Major cases"), major, baseline_of(unit, "major"), score->major_points,
               rules->quantity->major->max);
    page_end(xml);
    page_end(xml);
}

/* ---- slots ---- */

static const ScoreCase *case_at(const ReportUnit *unit, int kind, int64_t position)
{
    for (guint i = 0; i < unit->casefiles->len; i++) {
        const ScoreCase *casefile = unit->casefiles->pdata[i];
        if (casefile->position_kind == kind && casefile->position == position)
            return casefile;
    }
    return NULL;
}

static const char *slot_state(const ScoreCase *casefile, const char **label)
{
    *label = tr("未提供，计0分", "not handed in: 0");
    if (!casefile)
        return "empty";
    if (casefile->why) {
        *label = vocabulary_word("why", casefile->why);
        return "bad";
    }
    *label = casefile->mean ? tr("计入", "counts") : tr("待评分", "no mark yet");
    return casefile->mean ? "good" : "warn";
}

static void write_slot(XmlWriter *xml, int kind, int64_t position, const ScoreCase *casefile, bool scored)
{
    const char *label;
    const char *state = slot_state(casefile, &label);
    g_autofree char *title = words_position(WORDS_PAGE, kind, position);
    xml_writer_start(xml, NULL, "slot");
    xml_writer_attribute(xml, "title", title);
    xml_writer_attribute(xml, "tone", scored || !casefile ? state : "quiet");
    xml_writer_attribute(xml, "label",
                         scored     ? label
                         : casefile ? tr("不计分", "not scored")
                                    : tr("未提供", "not handed in"));
    if (casefile) {
        g_autofree char *date = day_format(casefile->date),
                        *fine = fine_shown(casefile->fine_yuan);
        page_attribute(xml, "mark", casefile->mean);
        page_fact(xml, tr("案卷", "Case file"), casefile->name, NULL);
        page_fact(xml, tr("文号", "Number"), casefile->number, NULL);
        page_fact(xml, tr("当事人", "Party"), casefile->party, NULL);
        page_fact(xml, tr("日期", "Date"), date, NULL);
        page_fact(xml, tr("罚款（元）", "Fine (yuan)"), fine, NULL);
    }
    page_end(xml);
}

static void slots_section(XmlWriter *xml, const ReportInput *input, const ReportUnit *unit)
{
    const SeasonCaseFiles *rules = input->season->case_files;
    page_section(xml, "slots", tr("应交案卷一览", "The slots at a glance"), NULL);
    xml_writer_start(xml, NULL, "slots");
    xml_writer_attribute(xml, "mark-label", tr("平均分", "mean"));
    for (guint i = 0; i < rules->slots->len; i++) {
        const SeasonSlot *slot = rules->slots->pdata[i];
        for (int64_t position = 1; position <= slot->count; position++)
            write_slot(xml, slot->kind, position, case_at(unit, slot->kind, position), true);
    }
    for (guint i = 0; i < rules->extras->len; i++) {
        const SeasonSlot *extra = rules->extras->pdata[i];
        for (int64_t position = 1;
             position <= extra->count && (!extra->unit || strcmp(extra->unit, unit->id) == 0); position++)
            write_slot(xml, extra->kind, position, case_at(unit, extra->kind, position), false);
    }
    page_end(xml);
    page_end(xml);
}

/* ---- case files with their scans ---- */

static void scans_of(XmlWriter *xml, const Site *site, const ReportUnit *unit, const char *casefile)
{
    g_autoptr(GPtrArray) paths = g_ptr_array_new();
    GHashTableIter iter;
    gpointer path;
    if (!unit->members)
        return;
    g_hash_table_iter_init(&iter, unit->members);
    while (g_hash_table_iter_next(&iter, &path, NULL)) {
        g_autofree char *name = path_casefile(path);
        if (g_strcmp0(name, casefile) == 0)
            g_ptr_array_add(paths, path);
    }
    g_ptr_array_sort(paths, text_compare_path_pointers);
    guint not_shown = 0;
    for (guint i = 0; i < paths->len; i++) {
        g_autofree char *evidence = evidences_show(site->evidences, unit, paths->pdata[i]);
        g_autofree char *href = evidence ? g_strconcat(ROOT, evidence, NULL) : NULL;
        if (href)
            page_link(xml, href, path_base(paths->pdata[i]));
        not_shown += evidences_is_tiff(unit, paths->pdata[i]);
    }
    g_autofree char *note = g_strdup_printf(tr("另有%u件TIFF扫描件，见原材料包", "%u TIFF scans more in the package"),
                                            not_shown);
    page_text(xml, "more", not_shown > 0 ? note : NULL);
}

static void casefile_row(XmlWriter *xml, const Site *site, const ReportUnit *unit, const ScoreCase *casefile)
{
    g_autofree char *position = words_position(WORDS_PAGE, casefile->position_kind, casefile->position),
                    *date = day_format(casefile->date);
    g_autofree char *fine = fine_shown(casefile->fine_yuan);
    page_row(xml, position ? NULL : "quiet");
    page_cell_head(xml, casefile->name, NULL);
    page_cell(xml, position ? position : tr(kind_printed(casefile->kind), kind_english(casefile->kind)));
    page_cell(xml, casefile->number);
    page_cell(xml, casefile->party);
    page_cell(xml, date);
    page_cell(xml, fine);
    page_cell_tone(xml, casefile->mean, "strong");
    page_cell_tone(xml, casefile->why ? vocabulary_word("why", casefile->why) : NULL, "bad");
    xml_writer_start(xml, NULL, "cell");
    if (position)
        scans_of(xml, site, unit, casefile->name);
    page_end(xml);
    page_end(xml);
}

static void casefiles_section(XmlWriter *xml, const Site *site, const ReportUnit *unit)
{
    const PageColumn columns[] = {
        {tr("案卷", "Case file"), "text"},    {tr("位次", "Slot"), "text"},
        {tr("文号", "Number"), "text"},       {tr("当事人", "Party"), "text"},
        {tr("日期", "Date"), "mark"},         {tr("罚款（元）", "Fine (yuan)"), "number"},
        {tr("专家平均分", "Mean"), "number"}, {tr("不计分原因", "Counts 0"), "text"},
        {tr("扫描件", "Scans"), "scans"}};
    if (unit->casefiles->len == 0)
        return;
    g_autofree char *cut = cut_note(unit->casefiles->len, PAGE_ROWS_MAX, "casefiles.csv");
    page_section(xml, "casefiles", tr("报送的案卷", "Case files"), cut);
    page_table(xml, columns, G_N_ELEMENTS(columns));
    for (guint i = 0; i < MIN(unit->casefiles->len, PAGE_ROWS_MAX); i++)
        casefile_row(xml, site, unit, unit->casefiles->pdata[i]);
    page_end(xml);
    page_end(xml);
}

/* ---- findings by case file ---- */

static void findings_section(XmlWriter *xml, const Site *site, const ReportUnit *unit)
{
    g_autoptr(GPtrArray) groups = finding_groups(site->input->catalogue, unit->record, unit->problems);
    const char *order = groups->len > 0 ? tr("按案卷列出，影响大的在前。", "By case file, the most costly first.")
                                        : tr("程序能查的项目没有发现问题。", "What a program can check shows no fault.");
    g_autofree char *cut = groups->len > PAGE_GROUPS_MAX
                               ? g_strdup_printf(tr("列出前%d份案卷，共%u份案卷、%u条问题；全部见 findings.csv。",
                                                    "The first %d case files of %u, with %u findings; all of them stand in findings.csv."),
                                                 PAGE_GROUPS_MAX, groups->len, unit->problems->len)
                               : NULL;
    g_autofree char *note = g_strconcat(order, cut, NULL);
    page_section(xml, "findings", tr("核查问题", "Findings"), note);
    for (guint i = 0; i < MIN(groups->len, PAGE_GROUPS_MAX); i++) {
        const FindingGroup *group = groups->pdata[i];
        g_autofree char *name = finding_group_title(group);
        g_autofree char *cut_list = cut_note(group->findings->len, PAGE_ROWS_MAX, "findings.csv");
        g_autofree char *title = cut_list ? g_strdup_printf("%s（%s）", name, cut_list) : g_strdup(name);
        xml_writer_start(xml, NULL, "group");
        page_attribute(xml, "title", title);
        findings_write(xml, site, group->findings, unit, ROOT);
        page_end(xml);
    }
    page_end(xml);
}

/* ---- counted cases ---- */

static void counted_row(XmlWriter *xml, const Site *site, const ReportUnit *unit, const ScoreCounted *counted)
{
    g_autofree char *date = day_format(counted->date), *fine = fine_shown(counted->fine_yuan);
    g_autofree char *evidence = evidences_show(site->evidences, unit, counted->evidence);
    g_autofree char *href = evidence ? g_strconcat(ROOT, evidence, NULL) : NULL;
    page_row(xml, counted->counted ? NULL : "quiet");
    page_cell_head(xml, counted->number, NULL);
    page_cell(xml, counted->id);
    page_cell(xml, tr(kind_printed(counted->kind), kind_english(counted->kind)));
    page_cell(xml, date);
    page_cell(xml, fine);
    page_cell_tone(xml, counted->counted ? tr("是", "yes") : tr("否", "no"),
                   counted->counted ? "good" : "bad");
    page_cell(xml, counted->reason ? vocabulary_word("why", counted->reason) : NULL);
    xml_writer_start(xml, NULL, "cell");
    if (href)
        page_link(xml, href, path_base(counted->evidence));
    else if (counted->evidence)
        page_text(xml, "span", path_base(counted->evidence));
    page_end(xml);
    page_end(xml);
}

static void counted_section(XmlWriter *xml, const Site *site, const ReportUnit *unit)
{
    const PageColumn columns[] = {{tr("文书文号", "Number"), "text"},
                                  {tr("案件编号", "Case"), "text"},
                                  {tr("案件类型", "Kind"), "text"},
                                  {tr("文书日期", "Date"), "mark"},
                                  {tr("罚款（元）", "Fine (yuan)"), "number"},
                                  {tr("计入", "Counted"), "mark"},
                                  {tr("不计入的原因", "Why not"), "text"},
                                  {tr("证据", "Evidence"), "scans"}};
    if (unit->counted->len == 0)
        return;
    g_autofree char *cut = cut_note(unit->counted->len, PAGE_ROWS_MAX, "counted.csv");
    page_section(xml, "counted", tr("案件系统中的案件", "Cases in the case system"), cut);
    page_table(xml, columns, G_N_ELEMENTS(columns));
    for (guint i = 0; i < MIN(unit->counted->len, PAGE_ROWS_MAX); i++)
        counted_row(xml, site, unit, unit->counted->pdata[i]);
    page_end(xml);
    page_end(xml);
}

/* ---- people ---- */

static void person_row(XmlWriter *xml, const char *kind, const char *href, const char *name, int64_t rank,
                       const char *points, const char *eligibility)
{
    page_row(xml, rank > 0 ? NULL : "quiet");
    page_cell(xml, kind);
    page_cell_head(xml, name, href);
    if (rank > 0)
        page_cell_count(xml, rank);
    else
        page_cell(xml, "—");
    page_cell_tone(xml, points, "strong");
    page_cell_tone(xml, words_eligibility(WORDS_PAGE, eligibility), eligibility_tone(eligibility));
}

static void people_section(XmlWriter *xml, const ReportUnit *unit)
{
    const PageColumn columns[] = {{tr("类别", "List"), "text"},        {tr("姓名", "Name"), "text"},
                                  {tr("名次", "Rank"), "mark"},        {tr("得分", "Points"), "number"},
                                  {tr("资格", "Eligibility"), "mark"}, {tr("奖项", "Award"), "mark"},
                                  {tr("推荐", "Recommended"), "mark"}, {tr("状态", "State"), "mark"}};
    if (unit->people->len + unit->legals->len == 0)
        return;
    page_section(xml, "people", tr("推荐的个人", "Candidates"), NULL);
    page_table(xml, columns, G_N_ELEMENTS(columns));
    for (guint i = 0; i < unit->people->len; i++) {
        const ScorePerson *person = unit->people->pdata[i];
        person_row(xml, tr("执法先进个人", "individual"), ROOT "individuals.html", person->name, person->rank,
                   person->total, person->eligibility);
        outcome_cells(xml, person->award_state, person->award, person->recommend_state, person->review);
        page_end(xml);
    }
    for (guint i = 0; i < unit->legals->len; i++) {
        const ScoreLegal *legal = unit->legals->pdata[i];
        person_row(xml, tr("法制工作先进个人", "legal work"), ROOT "legal.html", legal->name, legal->rank,
                   legal->points, legal->eligibility);
        outcome_cells(xml, legal->award_state, legal->award, legal->recommend_state, legal->review);
        page_end(xml);
    }
    page_end(xml);
    page_end(xml);
}

/* ---- packages ---- */

static void packages_section(XmlWriter *xml, const IntakeUnit *intake)
{
    const PageColumn columns[] = {{tr("材料包", "Package"), "text"},
                                  {tr("收件号", "Receipt"), "number"},
                                  {tr("收到时间", "Received"), "mark"},
                                  {tr("情况", "State"), "mark"}};
    if (!intake || intake->packages->len == 0)
        return;
    page_section(xml, "packages", tr("收到的材料包", "Packages received"), NULL);
    page_table(xml, columns, G_N_ELEMENTS(columns));
    for (guint i = 0; i < intake->packages->len; i++) {
        const IntakePackage *package = intake->packages->pdata[i];
        g_autofree char *received = page_time(package->received_s);
        bool held = package->state != INTAKE_COUNTS;
        page_row(xml, NULL);
        page_cell_head(xml, package->name, NULL);
        page_cell_count(xml, package->receipt);
        page_cell(xml, received);
        page_cell_tone(xml,
                       held            ? tr("以上次完好的为准", "the last good receipt counts")
                       : package->late ? tr("逾期收到", "late")
                                       : tr("按时收到", "in time"),
                       held || package->late ? "warn" : NULL);
        page_end(xml);
    }
    page_end(xml);
    page_end(xml);
}

gboolean unit_page(const Site *site, const ReportUnit *unit, GError **error)
{
    const ReportInput *input = site->input;
    const PageHead head = {"unit", report_unit_name(input, unit->id),
                           unit->score ? report_group_title(input, unit->score->group) : NULL, ROOT};
    g_autofree char *name = g_strconcat(unit->id, ".html", NULL),
                    *path = g_build_filename(site->folder, "units", name, NULL);
    XmlWriter *xml = page_begin(input, &head);
    if (unit->score)
        write_score_facts(xml, unit->score);
    page_end(xml);
    if (unit->score) {
        figures_section(xml, input, unit);
        slots_section(xml, input, unit);
    }
    casefiles_section(xml, site, unit);
    findings_section(xml, site, unit);
    counted_section(xml, site, unit);
    people_section(xml, unit);
    packages_section(xml, unit->intake);
    if (unit->score && unit->score->nodes->len > 0) {
        page_section(xml, "derivation", tr("得分推导", "How the figures come about"),
                     tr("每个数字都列出公式、规则和来源，可用计算器复核。",
                        "Every figure with its formula, rule and inputs; a calculator suffices."));
        tree_write(xml, input, unit->score->nodes, "", ROOT "index.html");
        page_text(xml, "remark", explain_legend());
        page_text(xml, "remark", explain_rule_numbers());
        page_end(xml);
    }
    return page_finish(xml, site->sheet, path, error);
}
