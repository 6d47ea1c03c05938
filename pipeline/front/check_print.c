#include "check_print.h"

#include <stdarg.h>
#include <string.h>

#include "lang.h"
#include "rec_intake.h"
#include "stakes.h"
#include "text.h"

static void G_GNUC_PRINTF(3, 4) print_title(FILE *stream, const Layout *layout, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *title = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    fputc('\n', stream);
    layout_tint(stream, layout, TINT_BOLD);
    layout_wrap(stream, layout, title, 0, 2);
    layout_plain(stream, layout);
}

/* ---- the verdict ---- */

/* In one line where it fits; in a narrow window name, verdict and counts have lines of their own. */
void check_print_verdict(FILE *stream, const Layout *layout, const CheckReport *report)
{
    Verdict verdict = check_verdict(report);
    g_autofree char *shown = text_display(report->name), *counts = check_counts_words(report);
    g_autofree char *name = g_strconcat(shown, tr("：", ": "), NULL),
                    *numbers = g_strdup_printf(tr("（%s）", " (%s)"), counts);
    const char *const parts[] = {name, check_verdict_words(report), numbers};
    int levels[LEVEL_FATAL + 1];
    check_count_items(report, levels);
    const Tint sound = levels[LEVEL_WARNING] > 0 ? TINT_YELLOW : TINT_GREEN;
    const Tint tints[] = {TINT_BOLD, verdict == VERDICT_READY ? sound : TINT_RED, TINT_NONE};
    bool wide = text_width(name) + text_width(parts[1]) + text_width(numbers) <= layout->columns;
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
        layout_tint(stream, layout, tints[i]);
        if (wide)
            fputs(parts[i], stream);
        else
            layout_wrap(stream, layout, parts[i] + strspn(parts[i], " "), 0, 0);
        layout_plain(stream, layout);
    }
    if (wide)
        fputc('\n', stream);
}

/* With a season, what the unit handed in before is judged with what is in hand: say so, or files would seem
 * to come from nowhere. */
static void print_packages(FILE *stream, const Layout *layout, const GPtrArray *packages)
{
    if (!packages || packages->len < 2)
        return;
    g_autoptr(GString) names = g_string_new(
        tr("一并检查的材料包（按收到先后）：", "Packages judged together, in order of receipt: "));
    for (guint i = 0; i < packages->len; i++) {
        g_autofree char *name = text_display(((const IntakePackage *)packages->pdata[i])->name);
        g_string_append_printf(names, "%s%s", i ? tr("、", ", ") : "", name);
    }
    layout_wrap(stream, layout, names->str, 0, 2);
}

/* ---- slots ---- */

enum { LABEL_COLUMNS_ZH = 16, LABEL_COLUMNS_EN = 32, INDENT = 2 };

static size_t label_columns(const Layout *layout)
{
    size_t columns = lang_get() == LANG_EN ? LABEL_COLUMNS_EN : LABEL_COLUMNS_ZH;
    return MIN(columns, layout->columns / 2 - INDENT);
}

static void print_facts(FILE *stream, const Layout *layout, const UnitCase *file, size_t indent)
{
    g_autofree char *name = text_display(file->name), *date = day_format(file->date);
    g_autofree char *number = text_display(file->number ? file->number : tr("文号未读到", "no number found"));
    g_autofree char *party = text_display(file->party ? file->party : tr("当事人未读到", "no party found"));
    g_autofree char *yuan = file->fine_yuan.set ? decimal_format_places(file->fine_yuan, 2) : NULL;
    g_autofree char *fine = yuan ? g_strconcat(yuan, tr("元", " yuan"), NULL) : g_strdup("");
    const char *const facts[] = {name, number, party, date[0] ? date : tr("日期未读到", "no date found"),
                                 fine, NULL};
    layout_items(stream, layout, facts, indent, indent);
}

static void print_position(FILE *stream, const Layout *layout, const Stakes *stakes, const SlotRow *row)
{
    size_t columns = label_columns(layout), indent = INDENT + columns;
    fprintf(stream, "%*s", INDENT, "");
    layout_pad(stream, row->label, columns);
    g_autofree char *share = row->extra ? NULL : stakes_slot_share(stakes);
    const char *fault = row->entry   ? check_slot_fault(row->entry)
                        : row->extra ? tr("不计分，但应报送", "not scored, but owed")
                                     : tr("计0分", "counts 0");
    g_autofree char *missing = g_strdup_printf(row->entry ? "%s" : tr("【缺】%s", "MISSING: %s"), fault);
    g_autofree char *costs = share && fault[0]
                                 ? g_strdup_printf(tr("%s，少%s分", "%s, %s points lost"), missing, share)
                                 : g_strdup(missing);
    if (costs[0]) {
        layout_tint(stream, layout, TINT_RED);
        layout_wrap(stream, layout, costs, indent, indent);
        layout_plain(stream, layout);
    }
    if (costs[0] && row->entry)
        fprintf(stream, "%*s", (int)indent, "");
    if (row->entry)
        print_facts(stream, layout, row->entry->casefile, indent);
}

/* Files that fill no place are named, so that nothing handed in is passed over. */
static void print_surplus(FILE *stream, const Layout *layout, const GPtrArray *entries)
{
    guint count = check_surplus(entries);
    if (count == 0)
        return;
    g_autofree char *head = g_strdup_printf(
        tr("未列入上述位置的%u份（多报或类型不明）：", "%u without a place (surplus, or of unknown kind):"), count);
    fprintf(stream, "%*s", INDENT, "");
    layout_wrap(stream, layout, head, INDENT, INDENT);
    for (guint i = 0; i < entries->len; i++) {
        const SlotEntry *entry = entries->pdata[i];
        if (entry->position > 0)
            continue;
        g_autofree char *name = text_display(entry->casefile->name);
        const char *const items[] = {
            name, tr(kind_printed((Kind)entry->casefile->kind), kind_english((Kind)entry->casefile->kind)),
            NULL};
        fputs("    ", stream);
        layout_items(stream, layout, items, 4, 4);
    }
}

static void print_slots(FILE *stream, const Layout *layout, const CheckReport *report, const Stakes *stakes)
{
    const GPtrArray *entries = stakes_entries(stakes);
    g_autoptr(GPtrArray) rows = check_slot_rows(report, entries);
    print_title(stream, layout,
                tr("案卷一览：应报%d份，报送%u份，计入报送案卷数%d份",
                   "Case files: %d asked for, %u handed in, %d counted"),
                (int)season_slots_total(report->season), report->unit->casefiles->len,
                (int)slots_submitted(entries));
    for (guint i = 0; i < rows->len; i++)
        print_position(stream, layout, stakes, rows->pdata[i]);
    print_surplus(stream, layout, entries);
}

/* ---- people ---- */

static void print_candidate(FILE *stream, const Layout *layout, const UnitCandidate *person)
{
    enum { NAME_COLUMNS = 12 };
    g_autofree char *number =
        text_display(person->certificate ? person->certificate : tr("未读到", "not found"));
    g_autofree char *certificate = g_strconcat(tr("执法证", "certificate "), number, NULL);
    g_autofree char *story =
        g_strdup_printf(tr("事迹%d字", "story of %d characters"), (int)person->story_chars);
    g_autofree char *claims = g_strdup_printf(tr("申报案件%u件", "cases claimed: %u"), check_cases_claimed(person));
    const char *const facts[] = {certificate, story, claims, NULL};
    fprintf(stream, "%*s", INDENT, "");
    layout_pad(stream, person->name, NAME_COLUMNS);
    if (!person->integrity) {
        layout_tint(stream, layout, TINT_RED);
        layout_wrap(stream, layout,
                    tr("【缺廉洁证明】移出候选名单", "NO CERTIFICATE OF INTEGRITY: removed from the list"),
                    INDENT + NAME_COLUMNS, INDENT + NAME_COLUMNS);
        layout_plain(stream, layout);
        fprintf(stream, "%*s", INDENT + NAME_COLUMNS, "");
    }
    layout_items(stream, layout, facts, INDENT + NAME_COLUMNS, INDENT + NAME_COLUMNS);
}

static void print_people(FILE *stream, const Layout *layout, const UnitRecord *unit)
{
    if (unit->candidates->len > 0)
        print_title(stream, layout, tr("执法先进个人候选人：%u名", "Candidates: %u"), unit->candidates->len);
    for (guint i = 0; i < unit->candidates->len; i++)
        print_candidate(stream, layout, unit->candidates->pdata[i]);
    if (unit->legals->len == 0)
        return;
    print_title(stream, layout, tr("法制工作先进个人候选人：%u名", "Legal-affairs candidates: %u"),
                unit->legals->len);
    fprintf(stream, "%*s", INDENT, "");
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < unit->legals->len; i++)
        g_ptr_array_add(names, text_display(((const UnitLegal *)unit->legals->pdata[i])->name));
    g_ptr_array_add(names, NULL);
    layout_items(stream, layout, (const char *const *)names->pdata, INDENT, INDENT);
}

/* ---- points ---- */

static void print_stakes(FILE *stream, const Layout *layout, const Stakes *stakes)
{
    g_autoptr(GPtrArray) lines = stakes_summary(stakes);
    const size_t columns = lang_get() == LANG_EN ? 16 : 18;
    print_title(stream, layout, "%s", tr("分数", "Points"));
    for (guint i = 0; i < lines->len; i++) {
        const StakeLine *line = lines->pdata[i];
        fprintf(stream, "%*s", INDENT, "");
        layout_pad(stream, line->label, columns);
        layout_tint(stream, layout, line->lost ? TINT_RED : TINT_NONE);
        layout_wrap(stream, layout, line->text, INDENT + columns, INDENT + columns);
        layout_plain(stream, layout);
    }
}

/* ---- findings ---- */

static Tint level_tint(int level)
{
    return level >= LEVEL_ERROR ? TINT_RED : level == LEVEL_WARNING ? TINT_YELLOW : TINT_GREY;
}

static void print_labelled(FILE *stream, const Layout *layout, const char *label, const char *text)
{
    enum { LEFT = 4 };
    size_t width = text_width(label);
    fprintf(stream, "%*s%s", LEFT, "", label);
    layout_wrap(stream, layout, text, LEFT + width, LEFT + width);
}

static void print_places(FILE *stream, const Layout *layout, const GPtrArray *places)
{
    if (places->len == 1)
        print_labelled(stream, layout, tr("位置：", "Where: "), places->pdata[0]);
    if (places->len < 2)
        return;
    fprintf(stream, tr("    位置（%u处）：\n", "    Where (%u places):\n"), places->len);
    for (guint i = 0; i < places->len; i++)
        print_labelled(stream, layout, "  ", places->pdata[i]);
}

static void print_item(FILE *stream, const Layout *layout, const Stakes *stakes, const CheckItem *item,
                       GHashTable *told)
{
    const Finding *finding = item->finding;
    const char *level = level_printed((Level)finding->level);
    g_autofree char *points = stakes_of(stakes, finding);
    fprintf(stream, "%*s", INDENT, "");
    layout_tint(stream, layout, level_tint(finding->level));
    fputs(level, stream);
    layout_plain(stream, layout);
    fprintf(stream, " %s ", finding->code);
    layout_wrap(stream, layout, item->sentence, INDENT + text_width(level) + strlen(finding->code) + 2, 4);
    print_places(stream, layout, item->places);
    if (item->remedy[0])
        print_labelled(stream, layout, tr("补正：", "To do: "), item->remedy);
    /* why it matters is told once, the points each time */
    if (finding->level > LEVEL_INFO && item->reason[0] && g_hash_table_add(told, (gpointer)item->reason))
        print_labelled(stream, layout, tr("影响：", "Why: "), item->reason);
    if (points)
        print_labelled(stream, layout, tr("分数：", "Points: "), points);
}

/* "行政处罚-1，占60×1/7≈8.57分，3项" */
static char *group_note(const Stakes *stakes, const FindingGroup *group, guint items)
{
    g_autofree char *slot = group->casefile ? stakes_place(stakes, group->casefile) : NULL;
    return g_strdup_printf(tr("%s%s%u项", "%s%sfindings: %u"), slot ? slot : "", slot ? tr("，", ", ") : "",
                           items);
}

static void print_findings(FILE *stream, const Layout *layout, const CheckReport *report,
                           const Stakes *stakes)
{
    g_autoptr(GPtrArray) groups = finding_groups(report->catalogue, report->unit, report->findings);
    g_autoptr(GHashTable) told = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < groups->len; i++) {
        const FindingGroup *group = groups->pdata[i];
        g_autoptr(GPtrArray) items = check_items(report, group);
        g_autofree char *title = finding_group_title(group), *note = group_note(stakes, group, items->len);
        print_title(stream, layout, tr("%s（%s）", "%s (%s)"), title, note);
        for (guint j = 0; j < items->len; j++)
            print_item(stream, layout, stakes, items->pdata[j], told);
    }
}

/* Errors with a note are told again however often the package is checked: NOTED of them, of ALL. */
static const char *noted_words(int noted, int all)
{
    if (noted == 0)
        return "";
    return noted < all ? tr("卷内已附说明或者更正文书的，所说属实即可照此报送，由评审人员认定；其余的，",
                            "Where a note or a correction in the file is right, hand it in as it is: the jury decides. Else: ")
                       : tr("须补正的卷内都已附说明或者更正文书，所说属实即可照此报送，由评审人员认定；不属实的，",
                            "A note or a correction in the file speaks of every error: where it is right, hand it in as it "
                            "is, and the jury decides. Else: ");
}

/* What to do now: a package that is ready may still have something to look into, and that may cost points. */
static char *next_words(const CheckReport *report)
{
    int counts[LEVEL_FATAL + 1], costly = check_costly_warnings(report);
    if (check_verdict(report) == VERDICT_UNFINISHED)
        return g_strdup(tr("请按“补正”办理。", "Do what stands at \"To do\"."));
    check_count_items(report, counts);
    if (check_verdict(report) != VERDICT_READY)
        return g_strdup_printf(tr("%s请按“补正”逐项修改，改好后再检查一次%s。",
                                  "%sDo what stands at \"To do\", then check again%s."),
                               noted_words(check_noted_errors(report), counts[LEVEL_FATAL] + counts[LEVEL_ERROR]),
                               costly > 0 ? tr("；“请核实”的也可能失分", "; warnings may cost points, too") : "");
    if (counts[LEVEL_WARNING] == 0)
        return g_strdup(tr("程序能查的项目没有发现问题。", "What a program can check shows no fault."));
    g_autofree char *cost =
        costly > 0 ? g_strdup_printf(tr("，其中%d项不核实、不改正可能失分", ", of which %d may cost points"), costly)
                   : g_strdup("");
    return g_strdup_printf(tr("没有须补正的问题，“请核实”的有%d项%s。",
                              "Nothing must be corrected; warnings: %d%s."),
                           counts[LEVEL_WARNING], cost);
}

static void print_next(FILE *stream, const Layout *layout, const CheckReport *report)
{
    g_autofree char *next = next_words(report);
    print_title(stream, layout, tr("结论：%s。%s", "Verdict: %s. %s"), check_verdict_words(report), next);
    if (!check_has_unit(report))
        return;
    g_autofree char *unexamined =
        g_strconcat(tr("未检查的内容：", "Not examined: "), check_unexamined_words(), NULL);
    layout_wrap(stream, layout, unexamined, 0, 2);
}

void check_print(FILE *stream, const Layout *layout, const CheckReport *report)
{
    g_autoptr(Stakes) stakes = stakes_new(report);
    check_print_verdict(stream, layout, report);
    print_packages(stream, layout, report->packages);
    if (check_has_unit(report)) {
        print_slots(stream, layout, report, stakes);
        print_people(stream, layout, report->unit);
    }
    print_stakes(stream, layout, stakes);
    print_findings(stream, layout, report, stakes);
    print_next(stream, layout, report);
}
