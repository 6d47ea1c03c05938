#include "check_letter.h"

#include <stdarg.h>
#include <string.h>

#include "archive_pack.h"
#include "fault.h"
#include "fileio.h"
#include "lang.h"
#include "page.h"
#include "rec_intake.h"
#include "stakes.h"
#include "text.h"
#include "xslt.h"

#define PART_BYTES_MAX ((size_t)1 << 20)

/* ---- whether, and with what ---- */

/* What others settle and the unit can do nothing about: the office what was received when, the jury whether
 * a limit moves beyond a day off; a paper that came late is there, and need not be sent again. */
static bool is_for_office(const Finding *finding)
{
    static const char *const codes[] = {"PKG-011", "PKG-012", "PKG-013", "PKG-014", NULL};
    bool late = strcmp(finding->code, "SUB-001") == 0 && g_strcmp0(finding->variant, "late") == 0;
    return late || g_strv_contains(codes, finding->code) || (finding->variant && g_str_has_suffix(finding->variant, "rest-day"));
}

static bool is_item(const CheckItem *item, Level low, Level high, bool for_office)
{
    return item->finding->level >= (int)low && item->finding->level <= (int)high &&
           is_for_office(item->finding) == for_office;
}

/* How many items of the levels from LOW to HIGH concern the unit, or only others. */
static int count_of(const CheckReport *report, Level low, Level high, bool for_office)
{
    g_autoptr(GPtrArray) groups = finding_groups(report->catalogue, report->unit, report->findings);
    int count = 0;
    for (guint i = 0; i < groups->len; i++) {
        g_autoptr(GPtrArray) items = check_items(report, groups->pdata[i]);
        for (guint j = 0; j < items->len; j++)
            count += is_item(items->pdata[j], low, high, for_office);
    }
    return count;
}

const char *check_letter_is_needless(const CheckReport *report)
{
    if (!report->packages)
        return tr("不知是哪个单位的材料，通知书没有收件单位",
                  "whose package it is is not known, so there is nobody to write to");
    if (check_verdict(report) == VERDICT_UNFINISHED)
        return tr("检查没有做完，不能据以要求补正",
                  "the check was not completed, and nothing can be asked of the unit");
    if (count_of(report, LEVEL_ERROR, LEVEL_FATAL, false) == 0)
        return tr("没有须补正的问题，不需要发补正通知书",
                  "nothing must be corrected, so no letter is called for");
    return NULL;
}

static gboolean date_usable(const char *option, const char *date, GError **error)
{
    if (!date || day_parse_iso(date) != DAY_NONE)
        return TRUE;
    return fault_input(error, FAULT_USAGE, tr("--%s 应写作 2016-11-28", "--%s must look like 2016-11-28"),
                       option);
}

gboolean check_letter_usable(const LetterDetails *details, GError **error)
{
    if (!date_usable("letter-date", details->date, error) || !date_usable("letter-due", details->due, error))
        return FALSE;
    if (details->date && details->due && day_parse_iso(details->date) > day_parse_iso(details->due))
        return fault_input(error, FAULT_USAGE,
                           tr("--letter-due %s 早于 --letter-date %s：补正期限应不早于落款日期",
                              "--letter-due %s is before --letter-date %s: the letter must leave time to correct"),
                           details->due, details->date);
    return TRUE;
}

/* The hour of the season's deadline in China, "2016-12-05 18:00"; NULL where the letter is dated after it or
 * the season has none. */
static char *deadline_left(const CheckReport *report, const LetterDetails *details)
{
    int64_t deadline_s = season_package_deadline_s(report->season);
    char *time = deadline_s ? page_time(deadline_s) : NULL;
    if (time && details->date && strncmp(details->date, time, strlen("2016-12-05")) > 0)
        g_clear_pointer(&time, g_free);
    return time;
}

const char *check_letter_lacks(const CheckReport *report, const LetterDetails *details)
{
    g_autofree char *time = details->due ? g_strdup(details->due) : deadline_left(report, details);
    return time ? NULL
                : tr("通知书落款日期已过报送截止时间，补正期限留空待填；请用 --letter-due 2016-12-09 这样的写法另定期限",
                     "the letter is dated after the deadline, so until when to correct is left to fill in; name a day with "
                     "--letter-due, like 2016-12-09");
}

/* ---- words ---- */

/* "2016年12月5日"; the blanks to fill in where there is no date. */
static char *date_words(const char *iso)
{
    Day day = iso ? day_parse_iso(iso) : DAY_NONE;
    if (day == DAY_NONE)
        return g_strdup(tr("　　　　年　　月　　日", "____-__-__"));
    if (lang_get() == LANG_EN)
        return day_format(day);
    int year, month, day_of_month;
    day_to_ymd(day, &year, &month, &day_of_month);
    return g_strdup_printf("%d年%d月%d日", year, month, day_of_month);
}

/* Until when: the day given, else the season's deadline with its hour; a blank where the letter comes after it. */
static char *due_words(const CheckReport *report, const LetterDetails *details)
{
    g_autofree char *time = details->due ? NULL : deadline_left(report, details);
    g_autofree char *day = time ? g_strndup(time, 10) : g_strdup(details->due);
    g_autofree char *words = date_words(day);
    if (!time)
        return g_strconcat(words, tr("前", ""), NULL);
    return g_strdup_printf(tr("%s%s前", "%s %s (China time)"), words, time + 11);
}

/* The name without the ending of a package that was checked alone. */
static char *addressee(const CheckReport *report)
{
    g_autofree char *name = text_display(report->name);
    size_t length = strlen(name);
    bool zip = length > 4 && g_ascii_strcasecmp(name + length - 4, ".zip") == 0;
    return g_strndup(name, zip ? length - 4 : length);
}

/* "（沅陵县.zip，校验码0123456789ab）": which bytes the letter speaks of. */
static char *package_names(const CheckReport *report)
{
    guint count = report->packages ? report->packages->len : 0;
    GString *names = g_string_new(count ? tr("（", " (") : "");
    for (guint i = 0; report->packages && i < report->packages->len; i++) {
        const IntakePackage *package = report->packages->pdata[i];
        g_autofree char *shown = text_display(package->name);
        g_string_append_printf(names, "%s%s", i ? tr("；", "; ") : "", shown);
        if (package->sha256)
            g_string_append_printf(names, tr("，校验码%.12s", ", check sum %.12s"), package->sha256);
    }
    g_string_append(names, count ? tr("）", ")") : "");
    return g_string_free(names, FALSE);
}

/* ---- the letter as XML ---- */

static void put(XmlWriter *xml, const char *style, const char *text)
{
    xml_writer_start(xml, NULL, "p");
    xml_writer_attribute(xml, "style", style);
    xml_writer_text(xml, text);
    xml_writer_end(xml);
}

static void G_GNUC_PRINTF(3, 4) put_words(XmlWriter *xml, const char *style, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    put(xml, style, text);
}

static void write_head(XmlWriter *xml, const CheckReport *report, const LetterDetails *details)
{
    g_autofree char *unit = addressee(report);
    put(xml, "Agency", report->season->contact->office ? report->season->contact->office : "");
    put(xml, "Number", details->number ? details->number : tr("　　　　〔　　　　〕　　号", "No. ________"));
    put(xml, "Title", tr("材料补正通知书", "Request to correct the material handed in"));
    put_words(xml, "Addressee", tr("%s：", "To %s:"), unit);
}

static void write_opening(XmlWriter *xml, const CheckReport *report, const LetterDetails *details)
{
    g_autofree char *packages = package_names(report), *due = due_words(report, details), *more = NULL;
    int errors = count_of(report, LEVEL_ERROR, LEVEL_FATAL, false),
        warnings = count_of(report, LEVEL_WARNING, LEVEL_WARNING, false);
    if (warnings > 0)
        more = g_strdup_printf(tr("，%d项请核实", ", and %d should be looked into"), warnings);
    put_words(
        xml, "Text",
        tr("你单位报送的“%s”活动材料%s收悉。经检查，有%d项问题须补正%s。请于%s，按下列补正要求逐项补正后重新报送；"
           "只报送改动的案卷（每份须完整）和其他改动的文件即可，同名的以后报的为准。",
           "The material that you handed in for “%s”%s has been checked: %d items must be corrected%s. Please "
           "correct them as asked below and hand in again, until %s, the case files that you corrected, each of them "
           "whole, and other corrected files; what has the same name replaces what was there."),
        report->season->title, packages, errors, more ? more : "", due);
    int others = count_of(report, LEVEL_WARNING, LEVEL_FATAL, true);
    if (others > 0)
        put_words(xml, "Text",
                  tr("检查报告中另有%d项（收件情况、期限可否顺延等）由我单位和评审人员认定，无须你单位补交，未列入本通知书；有特殊情况的，可以书面说明。",
                     "%d more findings of the report (what was received when, whether a limit moves) are settled by "
                     "this office and the jury; there is nothing for you to send, and they are left out here; if there "
                     "was a reason you may write to say so."),
                  others);
}

static void write_stakes(XmlWriter *xml, const CheckReport *report)
{
    g_autoptr(Stakes) stakes = stakes_new(report);
    g_autoptr(GPtrArray) lines = stakes_summary(stakes);
    bool any = false;
    for (guint i = 0; i < lines->len; i++)
        any = any || ((const StakeLine *)lines->pdata[i])->lost;
    if (!any)
        return;
    put(xml, "Text",
        tr("逾期未补正的，按现有材料评审。就现有材料：",
           "What is not corrected in time is reviewed as it is. As it is:"));
    for (guint i = 0; i < lines->len; i++) {
        const StakeLine *line = lines->pdata[i];
        if (line->lost)
            put_words(xml, "Text", tr("%s：%s。", "%s: %s."), line->label, line->text);
    }
}

static void cell(XmlWriter *xml, const char *const *lines)
{
    xml_writer_start(xml, NULL, "cell");
    for (; *lines; lines++) {
        xml_writer_start(xml, NULL, "line");
        xml_writer_text(xml, *lines);
        xml_writer_end(xml);
    }
    xml_writer_end(xml);
}

static void cell_of(XmlWriter *xml, const char *text)
{
    const char *const lines[] = {text, NULL};
    cell(xml, lines);
}

static void write_row(XmlWriter *xml, int number, const char *group, const CheckItem *item)
{
    g_autofree char *serial = g_strdup_printf("%d", number);
    g_autofree char *count = g_strdup_printf(tr("共%u处：", "%u places:"), item->places->len);
    g_autoptr(GPtrArray) places = g_ptr_array_new();
    if (item->places->len > 1)
        g_ptr_array_add(places, count);
    for (guint i = 0; i < item->places->len; i++)
        g_ptr_array_add(places, item->places->pdata[i]);
    if (places->len == 0)
        g_ptr_array_add(places, (gpointer) "—");
    g_ptr_array_add(places, NULL);
    xml_writer_start(xml, NULL, "row");
    cell_of(xml, serial);
    cell_of(xml, group);
    cell(xml, (const char *const *)places->pdata);
    cell_of(xml, item->sentence);
    cell_of(xml, item->remedy);
    xml_writer_end(xml);
}

static void open_table(XmlWriter *xml)
{
    static const char *const widths[] = {"680", "1500", "2264", "2200", "2200"};
    const char *const labels[] = {tr("序号", "No."), tr("案卷", "Case file"),
                                  tr("文件及位置", "File and place"), tr("问题", "Finding"),
                                  tr("补正要求", "What to do")};
    xml_writer_start(xml, NULL, "table");
    for (gsize i = 0; i < G_N_ELEMENTS(labels); i++) {
        xml_writer_start(xml, NULL, "column");
        xml_writer_attribute(xml, "label", labels[i]);
        xml_writer_attribute(xml, "width", widths[i]);
        xml_writer_end(xml);
    }
}

/* The items of the levels from LOW to HIGH, numbered through. */
static void write_table(XmlWriter *xml, const CheckReport *report, const char *title, Level low, Level high)
{
    g_autoptr(GPtrArray) groups = finding_groups(report->catalogue, report->unit, report->findings);
    int number = 0;
    for (guint i = 0; i < groups->len; i++) {
        const FindingGroup *group = groups->pdata[i];
        g_autofree char *title_of_group = finding_group_title(group),
                        *casefile = group->casefile ? text_display(group->casefile) : NULL;
        g_autoptr(GPtrArray) items = check_items(report, group);
        for (guint j = 0; j < items->len; j++) {
            const CheckItem *item = items->pdata[j];
            if (!is_item(item, low, high, false))
                continue;
            if (number++ == 0) {
                put(xml, "Heading1", title);
                open_table(xml);
            }
            write_row(xml, number, casefile ? casefile : title_of_group, item);
        }
    }
    if (number > 0)
        xml_writer_end(xml);
}

static void write_foot(XmlWriter *xml, const CheckReport *report, const LetterDetails *details)
{
    const SeasonContact *contact = report->season->contact;
    g_autofree char *date = date_words(details->date);
    if (contact->office && contact->office[0])
        put_words(xml, "Contact", tr("联系单位：%s", "Contact: %s"), contact->office);
    if (contact->phone && contact->phone[0])
        put_words(xml, "Contact", tr("联系电话：%s", "Telephone: %s"), contact->phone);
    if (contact->email && contact->email[0])
        put_words(xml, "Contact", tr("电子邮箱：%s", "E-mail: %s"), contact->email);
    put(xml, "Contact", "");
    put(xml, "Sign", contact->office ? contact->office : "");
    put(xml, "Sign", date);
}

static char *letter_xml(const CheckReport *report, const LetterDetails *details, size_t *size)
{
    g_autoptr(XmlWriter) xml = xml_writer_new();
    xml_writer_start(xml, "urn:anjuan:letter", "letter");
    write_head(xml, report, details);
    write_opening(xml, report, details);
    write_stakes(xml, report);
    write_table(xml, report, tr("一、须补正的问题", "1. What must be corrected"), LEVEL_ERROR, LEVEL_FATAL);
    write_table(xml, report, tr("二、请一并核实的问题", "2. What should be looked into"), LEVEL_WARNING,
                LEVEL_WARNING);
    write_foot(xml, report, details);
    xml_writer_end(xml);
    return xml_writer_finish(xml, size);
}

/* ---- the document ---- */

static char *document_part(const CheckReport *report, const LetterDetails *details, size_t *size,
                           GError **error)
{
    size_t data_size;
    g_autofree char *template = file_data_path("rules/letter/document.xsl"),
                    *data = letter_xml(report, details, &data_size);
    g_autoptr(XsltSheet) sheet = xslt_sheet_new(template, error);
    return sheet ? xslt_apply_xml(sheet, data, data_size, report->name, size, error) : NULL;
}

char *check_letter(const CheckReport *report, const LetterDetails *details, size_t *size, GError **error)
{
    static const struct {
        const char *part, *file;
    } fixed[] = {{"[Content_Types].xml", "content-types.xml"},
                 {"_rels/.rels", "package.rels"},
                 {"word/_rels/document.xml.rels", "document.rels"},
                 {"word/styles.xml", "styles.xml"},
                 {"word/settings.xml", "settings.xml"},
                 {"word/footer1.xml", "footer1.xml"},
                 {"word/footer2.xml", "footer2.xml"}};
    enum { FIXED = G_N_ELEMENTS(fixed) };
    ArchivePart parts[FIXED + 1] = {{0}};
    char *texts[FIXED + 1] = {NULL};
    bool ok = true;
    for (gsize i = 0; ok && i < FIXED; i++) {
        g_autofree char *name = g_build_filename("rules/letter", fixed[i].file, NULL),
                        *path = file_data_path(name);
        texts[i] = file_read_whole(path, PART_BYTES_MAX, &parts[i].size, error);
        parts[i].name = fixed[i].part;
        parts[i].data = texts[i];
        ok = texts[i] != NULL;
    }
    texts[FIXED] = ok ? document_part(report, details, &parts[FIXED].size, error) : NULL;
    parts[FIXED].name = "word/document.xml";
    parts[FIXED].data = texts[FIXED];
    char *bytes = texts[FIXED] ? archive_pack(parts, FIXED + 1, size, error) : NULL;
    for (gsize i = 0; i <= FIXED; i++)
        g_free(texts[i]);
    return bytes;
}
