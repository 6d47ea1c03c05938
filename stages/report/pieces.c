/* What several pages have. */
#include "pages.h"

#include <string.h>

#include "findings_print.h"
#include "lang.h"
#include "report_words.h"

char *unit_href(const char *root, const char *id)
{
    return g_strconcat(root, "units/", id, ".html", NULL);
}

/* ---- bars ---- */

typedef struct {
    const char *tone, *label, *value;
    Decimal max;
} Part;

enum { PARTS = 4 };

static void write_parts(XmlWriter *xml, const char *element, const Part parts[PARTS])
{
    xml_writer_start(xml, NULL, element);
    for (gsize i = 0; i < PARTS; i++) {
        if (!parts[i].value)
            continue;
        g_autofree char *max = decimal_format(parts[i].max);
        xml_writer_start(xml, NULL, "part");
        xml_writer_attribute(xml, "tone", parts[i].tone);
        xml_writer_attribute(xml, "label", parts[i].label);
        xml_writer_attribute(xml, "value", parts[i].value);
        xml_writer_attribute(xml, "max", max);
        xml_writer_end(xml);
    }
    xml_writer_end(xml);
}

static void write_bar_cell(XmlWriter *xml, const Part parts[PARTS])
{
    xml_writer_start(xml, NULL, "cell");
    write_parts(xml, "bar", parts);
    xml_writer_end(xml);
}

static void unit_parts(const ReportInput *input, const ScoreUnit *unit, Part parts[PARTS])
{
    const SeasonCollective *rules = input->season->collective;
    parts[0] = (Part){"quality", tr("案卷质量", "quality"), unit ? unit->quality : "0", rules->quality->max};
    parts[1] = (Part){"cases", tr("案件数量", "cases"), unit ? unit->cases_points : "0",
                      rules->quantity->cases->max};
    parts[2] = (Part){"fines", tr("罚款金额", "fines"), unit ? unit->fines_points : "0",
                      rules->quantity->fines->max};
    parts[3] = (Part){"major", tr("重大案件", "major cases"), unit ? unit->major_points : "0",
                      rules->quantity->major->max};
}

static void person_parts(const ReportInput *input, const ScorePerson *person, Part parts[PARTS])
{
    const SeasonIndividual *rules = input->season->individual;
    parts[0] =
        (Part){"cases", tr("案件数量", "cases"), person ? person->quantity : "0", rules->quantity->max};
    parts[1] = (Part){"quality", tr("案卷质量", "case file"), person ? person->file : "0",
                      rules->quality->file->max};
    parts[2] = (Part){"fines", tr("调查情况", "investigation"), person ? person->investigation : "0",
                      rules->quality->investigation->max};
    parts[3] = (Part){"major", tr("个人事迹", "story"), person ? person->story : "0", rules->story->max};
}

void unit_bar_cell(XmlWriter *xml, const ReportInput *input, const ScoreUnit *unit)
{
    Part parts[PARTS];
    unit_parts(input, unit, parts);
    write_bar_cell(xml, parts);
}

void person_bar_cell(XmlWriter *xml, const ReportInput *input, const ScorePerson *person)
{
    Part parts[PARTS];
    person_parts(input, person, parts);
    write_bar_cell(xml, parts);
}

void unit_bar_legend(XmlWriter *xml, const ReportInput *input)
{
    Part parts[PARTS];
    unit_parts(input, NULL, parts);
    write_parts(xml, "legend", parts);
}

void person_bar_legend(XmlWriter *xml, const ReportInput *input)
{
    Part parts[PARTS];
    person_parts(input, NULL, parts);
    write_parts(xml, "legend", parts);
}

/* ---- outcomes ---- */

bool score_is_missing(const ScoreUnit *unit)
{
    return g_strcmp0(unit->eligibility, "not-handed-in") == 0;
}

const char *eligibility_tone(const char *code)
{
    return code && strcmp(code, "eligible") != 0 ? "bad" : NULL;
}

static const char *given_tone(int state)
{
    return state == GIVEN_OPEN ? "warn" : "good";
}

void outcome_cells(XmlWriter *xml, int award_state, const char *award, int recommend_state, int review)
{
    page_cell_tone(xml, words_award(WORDS_PAGE, award_state, award), given_tone(award_state));
    page_cell_tone(xml, words_recommend(WORDS_PAGE, recommend_state), given_tone(recommend_state));
    page_cell_tone(xml, review < 0 ? "—" : words_review(WORDS_PAGE, review),
                   review == REVIEW_INCOMPLETE ? "warn" : "quiet");
}

/* ---- findings ---- */

static void write_finding_place(XmlWriter *xml, const Site *site, const Finding *finding,
                                const ReportUnit *unit, const char *root, const char *sentence)
{
    g_autofree char *place = finding_place_words(finding, sentence);
    g_autofree char *evidence = unit ? evidences_show(site->evidences, unit, finding->file) : NULL;
    if (finding->file && evidence) {
        g_autofree char *href = g_strconcat(root, evidence, NULL);
        page_link(xml, href, finding->file);
    } else {
        page_text(xml, "file", finding->file);
    }
    if (g_strcmp0(place, finding->file) != 0)
        page_text(xml, "place", place);
}

static void write_finding(XmlWriter *xml, const Site *site, const Finding *finding, const ReportUnit *unit,
                          const char *root)
{
    const Catalogue *catalogue = site->input->catalogue;
    g_autofree char *sentence = catalogue_sentence(catalogue, finding);
    g_autofree char *remedy = catalogue_remedy(catalogue, finding);
    const char *reason = catalogue_reason_of(catalogue, finding);
    xml_writer_start(xml, NULL, "finding");
    xml_writer_attribute(xml, "code", finding->code);
    xml_writer_attribute(xml, "level", level_ids[finding->level]);
    xml_writer_attribute(xml, "level-label", level_printed(finding->level));
    page_text(xml, "sentence", sentence);
    write_finding_place(xml, site, finding, unit, root, sentence);
    page_text(xml, "remedy", remedy[0] != '\0' ? remedy : NULL);
    page_text(xml, "reason", reason && reason[0] != '\0' ? reason : NULL);
    xml_writer_end(xml);
}

char *cut_note(guint count, guint max, const char *table)
{
    if (count <= max)
        return NULL;
    return g_strdup_printf(tr("前%u条，共%u条；全部见 %s。", "The first %u of %u; all of them stand in %s."), max, count, table);
}

void findings_write(XmlWriter *xml, const Site *site, GPtrArray *list, const ReportUnit *unit,
                    const char *root)
{
    catalogue_sort_by_cost(site->input->catalogue, list);
    xml_writer_start(xml, NULL, "findings");
    xml_writer_attribute(xml, "remedy-label", tr("补正要求", "What to do"));
    xml_writer_attribute(xml, "reason-label", tr("影响", "Why it matters"));
    for (guint i = 0; i < MIN(list->len, PAGE_ROWS_MAX); i++)
        write_finding(xml, site, list->pdata[i], unit, root);
    xml_writer_end(xml);
}

void level_cells(XmlWriter *xml, const int counts[])
{
    for (int level = LEVEL_FATAL; level >= LEVEL_INFO; level--) {
        g_autofree char *text = counts[level] > 0 ? g_strdup_printf("%d", counts[level]) : NULL;
        page_cell_tone(xml, text, level_ids[level]);
    }
}
