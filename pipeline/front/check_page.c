#include "check_page.h"

#include <string.h>

#include "fileio.h"
#include "lang.h"
#include "page.h"
#include "rec_intake.h"
#include "stakes.h"
#include "xslt.h"

#define STYLE_BYTES_MAX ((size_t)1 << 20)

/* ---- head ---- */

static void count_fact(XmlWriter *xml, const char *label, int count, const char *tone)
{
    g_autofree char *text = g_strdup_printf("%d", count);
    page_fact(xml, label, text, count > 0 ? tone : NULL);
}

static void write_head(XmlWriter *xml, const CheckReport *report)
{
    int counts[LEVEL_FATAL + 1];
    g_autofree char *title =
        g_strdup_printf(tr("材料检查结果：%s", "Check of the material of %s"), report->name);
    g_autofree char *deadline = page_time(season_package_deadline_s(report->season));
    check_count_items(report, counts);
    page_attribute(xml, "title", title);
    page_attribute(xml, "site", report->season->title);
    xml_writer_start(xml, NULL, "header");
    page_attribute(xml, "title", title);
    page_attribute(xml, "subtitle", report->season->title);
    page_fact(xml, tr("结论", "Verdict"), check_verdict_words(report),
              check_verdict(report) != VERDICT_READY ? "bad" : counts[LEVEL_WARNING] > 0 ? "warn" : "good");
    for (int level = LEVEL_FATAL; level >= LEVEL_INFO; level--)
        count_fact(xml, level_printed((Level)level), counts[level],
                   level >= LEVEL_ERROR     ? "bad"
                   : level == LEVEL_WARNING ? "warn"
                                            : "quiet");
    page_fact(xml, tr("报送截止（北京时间）", "Deadline (China time)"), deadline, NULL);
    page_end(xml);
}

/* What was checked and by which rules, so that both sides know that they speak of the same bytes. */
static void packages_section(XmlWriter *xml, const CheckReport *report)
{
    const PageColumn columns[] = {{tr("内容", "What"), "text"},
                                  {tr("名称", "Name"), "text"},
                                  {tr("校验码（SHA-256）", "Check sum (SHA-256)"), "long"}};
    char season[65];
    season_digest_part(report->season, SEASON_FOR_ALL, season);
    page_section(xml, "packages", tr("检查的材料和所依据的规则", "What was checked, and by which rules"),
                 NULL);
    page_table(xml, columns, G_N_ELEMENTS(columns));
    for (guint i = 0; report->packages && i < report->packages->len; i++) {
        const IntakePackage *package = report->packages->pdata[i];
        page_row(xml, NULL);
        page_cell_head(xml, tr("材料包", "Package"), NULL);
        page_cell(xml, package->name);
        page_cell_tone(xml, package->sha256 ? package->sha256 : tr("未能读取", "could not be read"),
                       package->sha256 ? "code" : "bad");
        page_end(xml);
    }
    char findings[65];
    catalogue_digest(report->catalogue, findings);
    const char *const rules[][3] = {
        {tr("规则", "Rules"), report->season->id, season},
        {tr("检查项目", "Checks"), "findings.xml", findings}};
    for (gsize i = 0; i < G_N_ELEMENTS(rules); i++) {
        page_row(xml, NULL);
        page_cell_head(xml, rules[i][0], NULL);
        page_cell(xml, rules[i][1]);
        page_cell_tone(xml, rules[i][2], "code");
        page_end(xml);
    }
    page_end(xml);
    page_end(xml);
}

/* ---- slots and people ---- */

/* FILE is NULL for an empty place. */
static void slot_row(XmlWriter *xml, const char *label, const char *state, const char *tone,
                     const UnitCase *file)
{
    g_autofree char *date = file ? day_format(file->date) : NULL,
                    *fine = file ? decimal_format_places(file->fine_yuan, 2) : NULL;
    page_row(xml, NULL);
    page_cell_head(xml, label, NULL);
    page_cell_tone(xml, state, tone);
    page_cell(xml, file ? file->name : NULL);
    page_cell(xml, file ? file->number : NULL);
    page_cell(xml, file ? file->party : NULL);
    page_cell(xml, date);
    page_cell(xml, fine);
    page_end(xml);
}

/* How many items must be corrected in the case file NAME. */
static int errors_in(const CheckReport *report, const char *name)
{
    g_autoptr(GPtrArray) groups = finding_groups(report->catalogue, report->unit, report->findings);
    int count = 0;
    for (guint i = 0; i < groups->len; i++) {
        const FindingGroup *group = groups->pdata[i];
        if (g_strcmp0(group->casefile, name) != 0)
            continue;
        g_autoptr(GPtrArray) items = check_items(report, group);
        for (guint j = 0; j < items->len; j++)
            count += ((const CheckItem *)items->pdata[j])->finding->level >= LEVEL_ERROR;
    }
    return count;
}

static void place_row(XmlWriter *xml, const CheckReport *report, const SlotRow *row)
{
    const char *fault = row->entry   ? check_slot_fault(row->entry)
                        : row->extra ? tr("缺，不计分", "missing, not scored")
                                     : tr("缺，计0分", "missing, counts 0");
    const char *fine = row->extra ? tr("不计分", "not scored") : tr("已报送", "handed in");
    int errors = row->entry ? errors_in(report, row->entry->casefile->name) : 0;
    g_autofree char *state =
        errors > 0 ? g_strdup_printf(tr("%s，须补正%d项", "%s, errors: %d"), fault[0] ? fault : fine, errors)
                   : g_strdup(fault[0] ? fault : fine);
    slot_row(xml, row->label, state,
             fault[0]     ? "bad"
             : errors > 0 ? "warn"
             : row->extra ? "quiet"
                          : "good",
             row->entry ? row->entry->casefile : NULL);
}

static void surplus_rows(XmlWriter *xml, const GPtrArray *entries)
{
    for (guint i = 0; i < entries->len; i++) {
        const SlotEntry *entry = entries->pdata[i];
        Kind kind = (Kind)entry->casefile->kind;
        const char *label =
            kind == KIND_NONE ? tr("类型不明", "kind unknown") : tr(kind_printed(kind), kind_english(kind));
        if (entry->position == 0)
            slot_row(xml, label, tr("未列入", "without a place"), "warn", entry->casefile);
    }
}

static void slots_section(XmlWriter *xml, const CheckReport *report, const GPtrArray *entries)
{
    const PageColumn columns[] = {{tr("位次", "Place"), "label"},
                                  {tr("状态", "State"), "text"},
                                  {tr("案卷", "Case file"), "text"},
                                  {tr("文号", "Number"), "text"},
                                  {tr("当事人", "Party"), "text"},
                                  {tr("日期", "Date"), "mark"},
                                  {tr("罚款（元）", "Fine (yuan)"), "number"}};
    g_autoptr(GPtrArray) rows = check_slot_rows(report, entries);
    g_autofree char *note = g_strdup_printf(
        tr("应报%d份，报送%u份，计入报送案卷数%d份。", "%d asked for, %u handed in, %d counted."),
        (int)season_slots_total(report->season), report->unit->casefiles->len, (int)slots_submitted(entries));
    page_section(xml, "slots", tr("案卷一览", "Case files"), note);
    page_table(xml, columns, G_N_ELEMENTS(columns));
    for (guint i = 0; i < rows->len; i++)
        place_row(xml, report, rows->pdata[i]);
    surplus_rows(xml, entries);
    page_end(xml);
    page_end(xml);
}

static void person_row(XmlWriter *xml, const CheckReport *report, const UnitCandidate *person)
{
    bool doubted = person->integrity && check_certificate_doubted(report, person->name);
    page_row(xml, NULL);
    page_cell_head(xml, person->name, NULL);
    page_cell_tone(xml, person->certificate ? person->certificate : tr("未读到", "not found"),
                   person->certificate ? NULL : "bad");
    page_cell_tone(
        xml,
        doubted             ? tr("有，请核实", "yes; look into it")
        : person->integrity ? tr("有", "yes")
                            : tr("缺，移出候选名单", "missing: removed from the list"),
        doubted ? "warn" : person->integrity ? "good" : "bad");
    page_cell_count(xml, person->story_chars);
    page_cell_count(xml, check_cases_claimed(person));
    page_end(xml);
}

static void people_section(XmlWriter *xml, const CheckReport *report)
{
    const UnitRecord *unit = report->unit;
    const PageColumn columns[] = {{tr("姓名", "Name"), "label"},
                                  {tr("执法证号", "Enforcement certificate"), "text"},
                                  {tr("廉洁证明", "Certificate of integrity"), "text"},
                                  {tr("事迹字数", "Characters of the story"), "number"},
                                  {tr("申报案件", "Cases claimed"), "number"}};
    if (unit->candidates->len + unit->legals->len == 0)
        return;
    page_section(xml, "people", tr("候选人", "Candidates"), NULL);
    if (unit->candidates->len > 0) {
        page_table(xml, columns, G_N_ELEMENTS(columns));
        for (guint i = 0; i < unit->candidates->len; i++)
            person_row(xml, report, unit->candidates->pdata[i]);
        page_end(xml);
    }
    g_autoptr(GString) names = g_string_new(NULL);
    for (guint i = 0; i < unit->legals->len; i++)
        g_string_append_printf(names, "%s%s",
                               i ? tr("、", ", ") : tr("法制工作先进个人：", "Legal affairs: "),
                               ((const UnitLegal *)unit->legals->pdata[i])->name);
    page_text(xml, "remark", names->len ? names->str : NULL);
    page_end(xml);
}

/* ---- points ---- */

static void stakes_section(XmlWriter *xml, const GPtrArray *lines)
{
    const PageColumn columns[] = {{tr("项目", "What"), "label"}, {tr("情况", "How much"), "long"}};
    page_section(xml, "points", tr("分数", "Points"), NULL);
    page_table(xml, columns, G_N_ELEMENTS(columns));
    for (guint i = 0; i < lines->len; i++) {
        const StakeLine *line = lines->pdata[i];
        page_row(xml, NULL);
        page_cell_head(xml, line->label, NULL);
        page_cell_tone(xml, line->text, line->lost ? "bad" : NULL);
        page_end(xml);
    }
    page_end(xml);
    page_end(xml);
}

/* ---- findings ---- */

static bool is_unchecked(const Finding *finding)
{
    return strcmp(finding->code, "PKG-020") == 0;
}

static void write_item(XmlWriter *xml, const Stakes *stakes, const CheckItem *item)
{
    const Finding *finding = item->finding;
    g_autofree char *points = stakes_of(stakes, finding);
    xml_writer_start(xml, NULL, "finding");
    xml_writer_attribute(xml, "code", finding->code);
    xml_writer_attribute(xml, "level", level_ids[finding->level]);
    xml_writer_attribute(xml, "level-label", level_printed((Level)finding->level));
    page_text(xml, "sentence", item->sentence);
    for (guint i = 0; i < item->places->len; i++)
        page_text(xml, "file", item->places->pdata[i]);
    page_text(xml, "remedy", item->remedy[0] ? item->remedy : NULL);
    page_text(xml, "reason", item->reason[0] && finding->level > LEVEL_INFO ? item->reason : NULL);
    page_text(xml, "points", points);
    page_end(xml);
}

static void write_group(XmlWriter *xml, const CheckReport *report, const Stakes *stakes,
                        const FindingGroup *group)
{
    g_autoptr(GPtrArray) items = check_items(report, group);
    g_autofree char *title = finding_group_title(group),
                    *slot = group->casefile ? stakes_place(stakes, group->casefile) : NULL;
    if (group->findings->len == 1 && is_unchecked(group->findings->pdata[0]))
        return;
    xml_writer_start(xml, NULL, "group");
    page_attribute(xml, "title", title);
    page_attribute(xml, "note", slot);
    xml_writer_start(xml, NULL, "findings");
    xml_writer_attribute(xml, "remedy-label", tr("补正要求", "What to do"));
    xml_writer_attribute(xml, "reason-label", tr("影响", "Why it matters"));
    xml_writer_attribute(xml, "points-label", tr("分数", "Points"));
    for (guint i = 0; i < items->len; i++)
        if (!is_unchecked(((const CheckItem *)items->pdata[i])->finding))
            write_item(xml, stakes, items->pdata[i]);
    page_end(xml);
    page_end(xml);
}

static void findings_section(XmlWriter *xml, const CheckReport *report, const Stakes *stakes)
{
    g_autoptr(GPtrArray) groups = finding_groups(report->catalogue, report->unit, report->findings);
    g_autofree char *counts = check_counts_words(report);
    g_autofree char *note = g_strdup_printf(
        tr("%s。按案卷列出，影响大的在前；退回和须补正的必须改正。",
           "In all: %s. By case file, the most costly first; fatal ones and errors must be corrected."),
        counts);
    page_section(xml, "findings", tr("问题和补正要求", "Findings, and what to do"), note);
    for (guint i = 0; i < groups->len; i++)
        write_group(xml, report, stakes, groups->pdata[i]);
    page_end(xml);
}

static void unchecked_section(XmlWriter *xml, const CheckReport *report)
{
    page_section(xml, "unchecked", tr("未检查的内容", "What was not checked"), NULL);
    for (guint i = 0; i < report->findings->len; i++) {
        const Finding *finding = report->findings->pdata[i];
        if (!is_unchecked(finding))
            continue;
        g_autofree char *sentence = catalogue_sentence(report->catalogue, finding);
        page_text(xml, "remark", sentence);
    }
    page_text(xml, "remark", check_unexamined_words());
    page_end(xml);
}

static void contact_section(XmlWriter *xml, const CheckReport *report)
{
    const SeasonContact *contact = report->season->contact;
    page_section(xml, "contact", tr("联系方式", "Contact"), NULL);
    xml_writer_start(xml, NULL, "facts");
    page_fact(xml, tr("单位", "Office"), contact->office, NULL);
    page_fact(xml, tr("电话", "Telephone"), contact->phone, NULL);
    page_fact(xml, tr("电子邮箱", "E-mail"), contact->email, NULL);
    page_end(xml);
    page_end(xml);
}

/* ---- the page ---- */

static void write_page(XmlWriter *xml, const CheckReport *report, const char *style)
{
    g_autoptr(Stakes) stakes = stakes_new(report);
    g_autoptr(GPtrArray) lines = stakes_summary(stakes);
    xml_writer_start(xml, "urn:anjuan:page", "page");
    xml_writer_attribute(xml, "lang", tr("zh-CN", "en"));
    write_head(xml, report);
    xml_writer_start(xml, NULL, "style");
    xml_writer_text(xml, style);
    xml_writer_end(xml);
    if (check_has_unit(report)) {
        slots_section(xml, report, stakes_entries(stakes));
        people_section(xml, report);
    }
    stakes_section(xml, lines);
    findings_section(xml, report, stakes);
    unchecked_section(xml, report);
    packages_section(xml, report);
    contact_section(xml, report);
    xml_writer_end(xml);
}

char *check_page(const CheckReport *report, size_t *size, GError **error)
{
    g_autofree char *template = file_data_path("rules/site/check.xsl"),
                    *style_path = file_data_path("rules/site/style.css");
    size_t style_size, data_size;
    g_autofree char *style = file_read_whole(style_path, STYLE_BYTES_MAX, &style_size, error);
    g_autoptr(XsltSheet) sheet = style ? xslt_sheet_new(template, error) : NULL;
    if (!sheet)
        return NULL;
    g_autoptr(XmlWriter) xml = xml_writer_new();
    write_page(xml, report, style);
    g_autofree char *data = xml_writer_finish(xml, &data_size);
    return xslt_apply(sheet, data, data_size, report->name, size, error);
}
