/* individuals.html, legal.html and findings.html. */
#include "pages.h"

#include <string.h>

#include "explain.h"
#include "lang.h"
#include "report_tables.h"
#include "report_tree.h"
#include "report_words.h"

/* ---- people ---- */

static void rank_cell(XmlWriter *xml, int64_t rank)
{
    if (rank > 0)
        page_cell_count(xml, rank);
    else
        page_cell(xml, "—");
}

static void individual_row(XmlWriter *xml, const ReportInput *input, const ScorePerson *person)
{
    g_autofree char *href = unit_href("", person->unit);
    const char *const points[] = {person->quantity, person->file, person->investigation, person->story,
                                  person->weighted};
    page_row(xml, person->rank == 0 ? "quiet" : NULL);
    rank_cell(xml, person->rank);
    page_cell_head(xml, person->name, NULL);
    xml_writer_start(xml, NULL, "cell");
    page_link(xml, href, report_unit_name(input, person->unit));
    page_end(xml);
    page_cell_tone(xml, person->total, "strong");
    person_bar_cell(xml, input, person);
    for (gsize i = 0; i < G_N_ELEMENTS(points); i++)
        page_cell(xml, points[i]);
    page_cell_tone(xml, words_eligibility(WORDS_PAGE, person->eligibility),
                   eligibility_tone(person->eligibility));
    outcome_cells(xml, person->award_state, person->award, person->recommend_state, person->review);
    page_end(xml);
}

static void individuals_section(XmlWriter *xml, const ReportInput *input, const char *group)
{
    const PageColumn columns[] = {{tr("名次", "Rank"), "mark"},
                                  {tr("姓名", "Name"), "text"},
                                  {tr("单位", "Unit"), "text"},
                                  {tr("总分", "Total"), "number"},
                                  {tr("构成", "Made of"), "bar"},
                                  {tr("案件数量", "Cases"), "number"},
                                  {tr("案卷质量", "Case file"), "number"},
                                  {tr("调查情况", "Investigation"), "number"},
                                  {tr("个人事迹", "Story"), "number"},
                                  {tr("加权案件数", "Weighted"), "number"},
                                  {tr("资格", "Eligibility"), "mark"},
                                  {tr("奖项", "Award"), "mark"},
                                  {tr("推荐", "Recommended"), "mark"},
                                  {tr("状态", "State"), "mark"}};
    g_autofree char *id = g_strconcat("group-", group, NULL);
    page_section(xml, id, report_group_title(input, group), NULL);
    person_bar_legend(xml, input);
    page_table(xml, columns, G_N_ELEMENTS(columns));
    for (guint i = 0; i < input->scores->people->len; i++) {
        const ScorePerson *person = input->scores->people->pdata[i];
        if (g_strcmp0(person->group, group) == 0)
            individual_row(xml, input, person);
    }
    page_end(xml);
    page_end(xml);
}

/* Whose derivation it is, and the POINTS (NULL: none) it comes to. */
typedef struct { const char *name, *unit, *points; } Derived;

/* A closed list a person: a page of thirty open derivations is read by nobody.  NUMBER tells the persons of a page
 * apart. */
static void derivation_of(XmlWriter *xml, const ReportInput *input, Derived of, guint number, const GPtrArray *nodes)
{
    if (nodes->len == 0)
        return;
    g_autofree char *title = g_strdup_printf(tr("%s（%s）%s", "%s (%s) %s"), of.name, report_unit_name(input, of.unit),
                                             of.points ? of.points : "");
    g_autofree char *prefix = g_strdup_printf("p%u-", number);
    xml_writer_start(xml, NULL, "fold");
    page_attribute(xml, "title", title);
    tree_write(xml, input, nodes, prefix, "index.html");
    page_end(xml);
}

gboolean individuals_page(const Site *site, GError **error)
{
    const ReportInput *input = site->input;
    const PageHead head = {"individuals", tr("执法先进个人", "Individuals"), NULL, ""};
    g_autofree char *path = g_build_filename(site->folder, "individuals.html", NULL);
    XmlWriter *xml = page_begin(input, &head);
    page_end(xml);
    for (guint i = 0; i < input->season->individual->groups->len; i++)
        individuals_section(xml, input,
                            ((const SeasonPersonGroup *)input->season->individual->groups->pdata[i])->id);
    page_section(xml, "derivation", tr("得分推导", "How the figures come about"), explain_legend());
    for (guint i = 0; i < input->scores->people->len; i++) {
        const ScorePerson *person = input->scores->people->pdata[i];
        derivation_of(xml, input, (Derived){person->name, person->unit, person->total}, i + 1, person->nodes);
    }
    page_end(xml);
    return page_finish(xml, site->sheet, path, error);
}

static void legal_row(XmlWriter *xml, const ReportInput *input, const ScoreLegal *legal)
{
    g_autofree char *href = unit_href("", legal->unit);
    page_row(xml, legal->rank == 0 ? "quiet" : NULL);
    rank_cell(xml, legal->rank);
    page_cell_head(xml, legal->name, NULL);
    xml_writer_start(xml, NULL, "cell");
    page_link(xml, href, report_unit_name(input, legal->unit));
    page_end(xml);
    page_cell_tone(xml, legal->points, "strong");
    page_cell_tone(xml, words_eligibility(WORDS_PAGE, legal->eligibility),
                   eligibility_tone(legal->eligibility));
    outcome_cells(xml, legal->award_state, legal->award, legal->recommend_state, legal->review);
    page_end(xml);
}

gboolean legal_page(const Site *site, GError **error)
{
    const PageColumn columns[] = {{tr("名次", "Rank"), "mark"},        {tr("姓名", "Name"), "text"},
                                  {tr("单位", "Unit"), "text"},        {tr("得分", "Points"), "number"},
                                  {tr("资格", "Eligibility"), "mark"}, {tr("奖项", "Award"), "mark"},
                                  {tr("推荐", "Recommended"), "mark"}, {tr("状态", "State"), "mark"}};
    const ReportInput *input = site->input;
    const PageHead head = {"legal", tr("法制工作先进个人", "Legal work"), NULL, ""};
    g_autofree char *path = g_build_filename(site->folder, "legal.html", NULL);
    XmlWriter *xml = page_begin(input, &head);
    page_end(xml);
    page_section(xml, "ranking", tr("评选结果", "Ranking"), tr("全市一张名单。", "One list over all units."));
    page_table(xml, columns, G_N_ELEMENTS(columns));
    for (guint i = 0; i < input->scores->legals->len; i++)
        legal_row(xml, input, input->scores->legals->pdata[i]);
    page_end(xml);
    page_end(xml);
    page_section(xml, "derivation", tr("得分推导", "How the figures come about"), explain_legend());
    for (guint i = 0; i < input->scores->legals->len; i++) {
        const ScoreLegal *legal = input->scores->legals->pdata[i];
        derivation_of(xml, input, (Derived){legal->name, legal->unit, legal->points}, i + 1, legal->nodes);
    }
    page_end(xml);
    return page_finish(xml, site->sheet, path, error);
}

/* ---- findings ---- */

/* The findings of no unit. */
static GPtrArray *loose_findings(const ReportInput *input)
{
    GPtrArray *list = g_ptr_array_new();
    for (guint i = 0; i < input->findings->len; i++) {
        Finding *finding = input->findings->pdata[i];
        if (!report_unit(input, finding->unit))
            g_ptr_array_add(list, finding);
    }
    return list;
}

typedef struct {
    int count, level;
    GPtrArray *reasons; /* char *, borrowed: those of the variants that occur */
} CodeCount;

static void code_count_free(gpointer data)
{
    CodeCount *count = data;
    g_ptr_array_unref(count->reasons);
    g_free(count);
}

static void add_reason(GPtrArray *reasons, const char *reason)
{
    if (reason && !g_ptr_array_find_with_equal_func(reasons, reason, g_str_equal, NULL))
        g_ptr_array_add(reasons, (gpointer)reason);
}

/* Code → CodeCount. */
static GHashTable *count_codes(const ReportInput *input)
{
    GHashTable *counts = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, code_count_free);
    for (guint i = 0; i < input->findings->len; i++) {
        const Finding *finding = input->findings->pdata[i];
        CodeCount *count = g_hash_table_lookup(counts, finding->code);
        if (!count) {
            count = g_new0(CodeCount, 1);
            count->reasons = g_ptr_array_new();
            g_hash_table_insert(counts, finding->code, count);
        }
        count->count++;
        count->level = MAX(count->level, finding->level);
        add_reason(count->reasons, catalogue_reason_of(input->catalogue, finding));
    }
    return counts;
}

static void codes_section(XmlWriter *xml, const ReportInput *input)
{
    const PageColumn columns[] = {{tr("代码", "Code"), "text"},
                                  {tr("级别", "Level"), "mark"},
                                  {tr("条数", "Count"), "number"},
                                  {tr("影响", "Why it matters"), "long"}};
    page_section(xml, "codes", tr("按代码汇总", "By code"), NULL);
    page_table(xml, columns, G_N_ELEMENTS(columns));
    g_autoptr(GHashTable) counts = count_codes(input);
    for (guint i = 0; i < catalogue_count(input->catalogue); i++) {
        const char *code = catalogue_code(input->catalogue, i);
        const CodeCount *count = g_hash_table_lookup(counts, code);
        if (!count)
            continue;
        page_row(xml, NULL);
        page_cell_head(xml, code, NULL);
        page_cell_tone(xml, level_printed(count->level), level_ids[count->level]);
        page_cell_count(xml, count->count);
        g_ptr_array_add(count->reasons, NULL);
        g_autofree char *reasons = g_strjoinv(tr("", " "), (char **)count->reasons->pdata);
        page_cell(xml, reasons);
        page_end(xml);
    }
    page_end(xml);
    page_end(xml);
}

/* LIST as a section; its order is changed. */
static void unit_findings(XmlWriter *xml, const Site *site, const char *id, const char *title,
                          GPtrArray *list)
{
    if (list->len == 0)
        return;
    g_autofree char *anchor = g_strconcat("unit-", id ? id : "", NULL), *href = id ? unit_href("", id) : NULL;
    g_autofree char *cut = cut_note(list->len, PAGE_ROWS_MAX, "findings.csv");
    g_autofree char *note = cut ? g_strdup(cut) : g_strdup_printf(tr("共%u条。", "%u in all."), list->len);
    page_section(xml, anchor, title, note);
    xml_writer_attribute(xml, "href", href);
    findings_write(xml, site, list, NULL, "");
    page_end(xml);
}

gboolean findings_page(const Site *site, GError **error)
{
    const ReportInput *input = site->input;
    const PageHead head = {"findings", tr("核查问题", "Findings"), NULL, ""};
    g_autofree char *path = g_build_filename(site->folder, "findings.html", NULL);
    g_autofree char *total = g_strdup_printf("%u", input->findings->len);
    XmlWriter *xml = page_begin(input, &head);
    g_autofree char *changes = catalogue_changes(input->catalogue);
    page_fact(xml, tr("共", "In all"), total, "strong");
    page_fact(xml, tr("本次活动调整过级别的项目", "Levels that this season changed"), *changes ? changes : NULL, NULL);
    page_end(xml);
    codes_section(xml, input);
    g_autoptr(GPtrArray) loose = loose_findings(input);
    unit_findings(xml, site, NULL, tr("基础数据表和全市", "Tables and the whole city"), loose);
    for (guint i = 0; i < input->units->len; i++) {
        const ReportUnit *unit = input->units->pdata[i];
        g_autoptr(GPtrArray) list = g_ptr_array_copy(unit->problems, NULL, NULL);
        unit_findings(xml, site, unit->id, report_unit_name(input, unit->id), list);
    }
    return page_finish(xml, site->sheet, path, error);
}
