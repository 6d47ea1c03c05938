/* index.html: who stands where, who gets what, on which assumptions, and what is known of each unit. */
#include "pages.h"

#include <string.h>

#include "assumed_words.h"
#include "explain.h"
#include "lang.h"
#include "report_tables.h"
#include "report_tree.h"
#include "report_words.h"
#include "vocabulary.h"

/* ---- ranking ---- */

static void ranking_row(XmlWriter *xml, const ReportInput *input, const ScoreUnit *unit)
{
    g_autofree char *href = unit_href("", unit->id), *vetoes = words_vetoes(WORDS_PAGE, unit->vetoes);
    page_row(xml, unit->rank == 0 ? "quiet" : NULL);
    if (unit->rank > 0)
        page_cell_count(xml, unit->rank);
    else
        page_cell(xml, "—");
    page_cell_head(xml, unit->name, href);
    bool nothing = score_is_missing(unit);
    page_cell_tone(xml, nothing ? "—" : unit->total, nothing ? "quiet" : "strong");
    if (nothing)
        page_cell(xml, NULL);
    else
        unit_bar_cell(xml, input, unit);
    const char *const points[] = {unit->quality, unit->cases_points, unit->fines_points, unit->major_points};
    for (gsize i = 0; i < G_N_ELEMENTS(points); i++)
        page_cell(xml, nothing && points[i] ? "—" : points[i]);
    page_cell_tone(xml, words_eligibility(WORDS_PAGE, unit->eligibility),
                   eligibility_tone(unit->eligibility));
    page_cell_tone(xml, vetoes, "bad");
    outcome_cells(xml, unit->award_state, unit->award, unit->recommend_state, nothing ? -1 : unit->review);
    page_end(xml);
}

static void ranking_section(XmlWriter *xml, const ReportInput *input, const SeasonGroup *group)
{
    const PageColumn columns[] = {{tr("名次", "Rank"), "mark"},          {tr("单位", "Unit"), "text"},
                                  {tr("总分", "Total"), "number"},       {tr("构成", "Made of"), "bar"},
                                  {tr("案卷质量", "Quality"), "number"}, {tr("案件数量", "Cases"), "number"},
                                  {tr("罚款金额", "Fines"), "number"},   {tr("重大案件", "Major"), "number"},
                                  {tr("资格", "Eligibility"), "mark"},   {tr("一票否决", "Veto"), "mark"},
                                  {tr("奖项", "Award"), "mark"},         {tr("推荐", "Recommended"), "mark"},
                                  {tr("状态", "State"), "mark"}};
    g_autofree char *id = g_strconcat("group-", group->id, NULL);
    page_section(xml, id, group->title,
                 group->quantity == QUANTITY_NONE
                     ? tr("本组只计案卷质量。", "Only quality is scored in this group.")
                     : NULL);
    if (group->quantity != QUANTITY_NONE)
        unit_bar_legend(xml, input);
    page_table(xml, columns, G_N_ELEMENTS(columns));
    for (guint i = 0; i < input->scores->units->len; i++) {
        const ScoreUnit *unit = input->scores->units->pdata[i];
        if (g_strcmp0(unit->group, group->id) == 0)
            ranking_row(xml, input, unit);
    }
    page_end(xml);
    page_end(xml);
}

/* ---- awards ---- */

/* A line of the list of awards: what it is, and who has it. */
typedef struct {
    const char *what, *group, *title; /* borrowed */
    GString *names;
} AwardLine;

static void award_line_free(gpointer data)
{
    AwardLine *line = data;
    g_string_free(line->names, TRUE);
    g_free(line);
}

/* Its line's title: what is open is told apart by what it would be. */
static const char *award_title(int state, const char *award)
{
    return state == GIVEN_OPEN ? tr("奖项（待定）", "award (open)") : words_award(WORDS_PAGE, state, award);
}

static const char *recommend_title(int state)
{
    return state == GIVEN_OPEN ? tr("推荐省厅（待定）", "recommended (open)")
                               : words_recommend(WORDS_PAGE, state);
}

static void add_winner(GPtrArray *lines, const char *what, const char *group, const char *title,
                       const char *name)
{
    AwardLine *line = NULL;
    for (guint i = 0; i < lines->len && !line; i++) {
        AwardLine *other = lines->pdata[i];
        if (other->what == what && strcmp(other->group, group) == 0 && strcmp(other->title, title) == 0)
            line = other;
    }
    if (!line) {
        line = g_new0(AwardLine, 1);
        *line = (AwardLine){what, group, title, g_string_new(NULL)};
        g_ptr_array_add(lines, line);
    }
    g_string_append_printf(line->names, "%s%s", line->names->len > 0 ? tr("、", ", ") : "", name);
}

static void add_person(const ReportInput *input, GPtrArray *lines, const char *what, const char *group,
                       const char *title, const char *name, const char *unit)
{
    g_autofree char *named = g_strdup_printf(tr("%s（%s）", "%s (%s)"), name, report_unit_name(input, unit));
    if (title)
        add_winner(lines, what, group, title, named);
}

/* Awards first and recommendations after them, group by group. */
static void collect_winners(const ReportInput *input, GPtrArray *lines)
{
    const char *collective = tr("集体", "Collectives"), *individual = tr("执法个人", "Individuals"),
               *law = tr("法制工作个人", "Legal work");
    for (int recommended = 0; recommended < 2; recommended++) {
        for (guint i = 0; i < input->scores->units->len; i++) {
            const ScoreUnit *unit = input->scores->units->pdata[i];
            const char *title = recommended ? recommend_title(unit->recommend_state)
                                            : award_title(unit->award_state, unit->award);
            if (title)
                add_winner(lines, collective, report_group_title(input, unit->group), title, unit->name);
        }
        for (guint i = 0; i < input->scores->people->len; i++) {
            const ScorePerson *person = input->scores->people->pdata[i];
            const char *title = recommended ? recommend_title(person->recommend_state)
                                            : award_title(person->award_state, person->award);
            add_person(input, lines, individual, report_group_title(input, person->group), title,
                       person->name, person->unit);
        }
        for (guint i = 0; i < input->scores->legals->len; i++) {
            const ScoreLegal *legal = input->scores->legals->pdata[i];
            const char *title = recommended ? recommend_title(legal->recommend_state)
                                            : award_title(legal->award_state, legal->award);
            add_person(input, lines, law, tr("全市", "all units"), title, legal->name, legal->unit);
        }
    }
}

static void awards_section(XmlWriter *xml, const ReportInput *input)
{
    const PageColumn columns[] = {{tr("奖项", "Award"), "label"},
                                  {tr("类别", "Of"), "label"},
                                  {tr("组别", "Group"), "label"},
                                  {tr("名单", "Who"), "long"}};
    g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(award_line_free);
    collect_winners(input, lines);
    if (lines->len == 0)
        return;
    page_section(xml, "awards", tr("奖项与推荐", "Awards and recommendations"),
                 tr("“待定”的原因和解决办法见核查问题 SCO-001。",
                    "Why something is open, and what would settle it, stands in finding SCO-001."));
    page_table(xml, columns, G_N_ELEMENTS(columns));
    for (guint i = 0; i < lines->len; i++) {
        const AwardLine *line = lines->pdata[i];
        page_row(xml, NULL);
        page_cell_head(xml, line->title, NULL);
        page_cell(xml, line->what);
        page_cell(xml, line->group);
        page_cell(xml, line->names->str);
        page_end(xml);
    }
    page_end(xml);
    page_end(xml);
}

/* ---- assumed values ---- */

static void assumed_row(XmlWriter *xml, const ReportInput *input, const ScoreAssumed *assumed)
{
    g_autofree char *effect = assumed_effect(assumed, input->scores);
    g_autofree char *where = g_strdup_printf("%s/@%s", assumed->element, assumed->attribute);
    g_autofree char *name = assumed_name(assumed), *value = assumed_value(assumed);
    page_row(xml, NULL);
    page_cell_head(xml, name, NULL);
    page_cell_tone(xml, value, "strong");
    page_cell(xml, effect);
    page_cell_tone(xml, where, "code");
    page_end(xml);
}

static void assumed_section(XmlWriter *xml, const ReportInput *input)
{
    const PageColumn columns[] = {{tr("规则", "Rule"), "long"},
                                  {tr("本次取值", "Value used"), "text"},
                                  {tr("换一种取法，名次和奖项怎样变", "Taken another way, what changes"), "long"},
                                  {tr("活动规则文件中的位置", "In the season file"), "text"}};
    if (input->scores->assumed->len == 0)
        return;
    page_section(
        xml, "assumed", tr("暂定规则", "Assumed values"),
        tr("通知没有写明或有两种读法、由活动规则文件暂定的取值。改变其中任何一项都可能改变名次；请领导小组确认后使用本结果。",
           "Values that the notice leaves open or that it can be read in two ways on. Changing one may change ranks; have them confirmed before the results are used."));
    page_table(xml, columns, G_N_ELEMENTS(columns));
    for (guint i = 0; i < input->scores->assumed->len; i++)
        assumed_row(xml, input, input->scores->assumed->pdata[i]);
    page_end(xml);
    page_end(xml);
}

/* ---- units ---- */

static const char *unit_state(const ReportUnit *unit, const char **tone)
{
    *tone = NULL;
    if (unit->intake && unit->intake->failed) {
        *tone = "bad";
        return unit->intake->stale ? tr("处理失败，沿用上次材料", "failed; the last good record stands")
                                   : tr("处理失败", "failed");
    }
    if (unit->record && unit->record->state == UNIT_UNREADABLE) {
        *tone = "bad";
        return tr("材料读不出来", "unreadable");
    }
    if (unit->record && unit->record->state == UNIT_HANDED_IN)
        return tr("已报送", "handed in");
    if (!unit->record && unit->intake && unit->intake->packages->len > 0)
        return tr("已收件", "received");
    *tone = "warn";
    return tr("未报送", "nothing handed in");
}

static void unit_row(XmlWriter *xml, const ReportInput *input, const ReportUnit *unit)
{
    int counts[LEVEL_FATAL + 1];
    const char *tone, *group = unit->score ? unit->score->group : unit->row ? unit->row->group : NULL;
    const char *state = unit_state(unit, &tone);
    g_autofree char *href = unit_href("", unit->id);
    page_row(xml, NULL);
    page_cell(xml, unit->id);
    page_cell_head(xml, report_unit_name(input, unit->id), href);
    page_cell(xml, group ? report_group_title(input, group) : tr("不参加集体评比", "no group"));
    page_cell_tone(xml, state, tone);
    if (unit->score)
        page_cell_count(xml, unit->score->submitted);
    else
        page_cell(xml, NULL);
    findings_count(unit->problems, counts);
    level_cells(xml, counts);
    page_end(xml);
}

static void units_section(XmlWriter *xml, const ReportInput *input)
{
    const PageColumn columns[] = {{tr("编号", "Id"), "text"},
                                  {tr("单位", "Unit"), "text"},
                                  {tr("组别", "Group"), "text"},
                                  {tr("报送情况", "State"), "mark"},
                                  {tr("案卷数", "Case files"), "number"},
                                  {level_printed(LEVEL_FATAL), "number"},
                                  {level_printed(LEVEL_ERROR), "number"},
                                  {level_printed(LEVEL_WARNING), "number"},
                                  {level_printed(LEVEL_INFO), "number"}};
    page_section(xml, "units", tr("各单位报送和核查情况", "Units: what was handed in and found"), NULL);
    page_table(xml, columns, G_N_ELEMENTS(columns));
    for (guint i = 0; i < input->units->len; i++)
        unit_row(xml, input, input->units->pdata[i]);
    page_end(xml);
    page_end(xml);
}

/* ---- the rest ---- */

static void changes_section(XmlWriter *xml, const ReportInput *input)
{
    if (input->scores->changes->len == 0)
        return;
    page_section(xml, "changes",
                 input->scores->against_seal ? tr("与审定结果相比的变动", "Changes against the sealed results")
                                             : tr("与上次公布相比的变动", "Changes since the last published run"),
                 NULL);
    page_result_table(xml, input, TABLE_CHANGES, NULL, 1);
    page_end(xml);
}

static void shared_section(XmlWriter *xml, const ReportInput *input)
{
    if (input->scores->nodes->len == 0)
        return;
    page_section(xml, "shared", tr("全市数据的由来", "Figures of the whole city"),
                 tr("各单位得分推导中共用的数据。", "Used in the derivations of all units."));
    tree_write(xml, input, input->scores->nodes, "", "");
    page_end(xml);
}

static void downloads_section(XmlWriter *xml)
{
    page_section(
        xml, "files", tr("结果文件", "Files"),
        tr("与本网页内容一致，可用电子表格软件打开。", "The same results for a spreadsheet program."));
    xml_writer_start(xml, NULL, "links");
    page_link(xml, "anjuan.xlsx", tr("全部结果（anjuan.xlsx）", "All tables (anjuan.xlsx)"));
    for (int id = 0; id < TABLE_COUNT; id++) {
        const ReportTableType *type = &report_table_types[id];
        g_autofree char *href = g_strconcat(type->name, ".csv", NULL);
        g_autofree char *label = g_strdup_printf(tr("%s（%s）", "%s (%s)"), report_table_title(type), href);
        page_link(xml, href, label);
    }
    xml_writer_end(xml);
    page_end(xml);
}

static void write_window(XmlWriter *xml, const Season *season)
{
    g_autofree char *from = day_format(season->window->from), *to = day_format(season->window->to);
    g_autofree char *window = g_strdup_printf(tr("%s 至 %s", "%s to %s"), from, to);
    page_fact(xml, tr("活动期", "Window"), window, NULL);
}

static void write_standing(XmlWriter *xml, const Scores *scores)
{
    g_autofree char *note = words_shown(scores->sealed);
    g_autofree char *sealed = note ? g_strdup_printf(tr("已审定（%s）", "sealed (%s)"), note) : NULL;
    const char *standing = sealed                 ? sealed
                           : scores->against_seal ? tr("工作结果：审定之后算出，未经审定，不代替审定结果",
                                                       "working results, computed after others were sealed; they do not replace those")
                                                  : tr("计算结果，尚未审定", "computed, not sealed");
    page_fact(xml, tr("效力", "Standing"), standing, sealed ? "good" : "warn");
}

gboolean index_page(const Site *site, GError **error)
{
    const ReportInput *input = site->input;
    const PageHead head = {"index", tr("评比结果", "Results"), NULL, ""};
    g_autofree char *path = g_build_filename(site->folder, "index.html", NULL);
    XmlWriter *xml = page_begin(input, &head);
    write_window(xml, input->season);
    write_standing(xml, input->scores);
    g_autofree char *assumed =
        g_strdup_printf(tr("%u项，见下", "%u, see below"), input->scores->assumed->len);
    page_fact(xml, tr("暂定规则", "Assumed values"), input->scores->assumed->len > 0 ? assumed : NULL,
              "warn");
    page_end(xml);
    for (guint i = 0; i < input->season->collective->groups->len; i++)
        ranking_section(xml, input, input->season->collective->groups->pdata[i]);
    assumed_section(xml, input);
    awards_section(xml, input);
    units_section(xml, input);
    changes_section(xml, input);
    shared_section(xml, input);
    downloads_section(xml);
    return page_finish(xml, site->sheet, path, error);
}
