#include "check_print.h"

#include "lang.h"
#include "slots.h"
#include "text.h"

/* ---- the verdict ---- */

static void print_verdict(FILE *stream, const Layout *layout, const char *name, const GPtrArray *findings)
{
    int counts[LEVEL_FATAL + 1];
    findings_count(findings, counts);
    bool bad = counts[LEVEL_FATAL] + counts[LEVEL_ERROR] > 0;
    const char *verdict = counts[LEVEL_FATAL] > 0 ? tr("不能受理", "cannot be accepted")
                          : bad                   ? tr("须补正后报送", "must be corrected before it is handed in")
                                                  : tr("可以报送", "ready to hand in");
    layout_tint(stream, layout, TINT_BOLD);
    fprintf(stream, tr("%s：", "%s: "), name);
    layout_tint(stream, layout, bad ? TINT_RED : TINT_GREEN);
    fputs(verdict, stream);
    layout_plain(stream, layout);
    fprintf(stream, tr("（退回%d项，须补正%d项，请核实%d项，提示%d项）\n", " (fatal %d, errors %d, warnings %d, notes %d)\n"),
            counts[LEVEL_FATAL], counts[LEVEL_ERROR], counts[LEVEL_WARNING], counts[LEVEL_INFO]);
}

/* ---- slots ---- */

static const char *state_words(const SlotEntry *entry)
{
    switch (entry->state) {
    case SLOT_OUTSIDE:
        return entry->casefile->date == DAY_NONE ? tr("日期未读到，暂计0分", "no date found, counts 0 for now")
                                                 : tr("不在活动期间，计0分", "outside the window, counts 0");
    case SLOT_REPEATED:
        return tr("文号重复，计0分", "number repeated, counts 0");
    default:
        return "";
    }
}

/* Two lines a file: its name, then what was read of it; nothing is cut. */
static void print_file(FILE *stream, const Layout *layout, const SlotEntry *entry, size_t indent)
{
    const UnitCase *file = entry->casefile;
    g_autofree char *name = text_display(file->name), *date = day_format(file->date);
    g_autofree char *fine = file->fine_yuan.set ? decimal_format_places(file->fine_yuan, 2) : NULL;
    fputs(name, stream);
    layout_tint(stream, layout, TINT_RED);
    fprintf(stream, "%s%s\n", state_words(entry)[0] ? "  " : "", state_words(entry));
    layout_plain(stream, layout);
    g_autofree char *facts = g_strdup_printf("%s  %s  %s%s%s%s", file->number ? file->number : tr("文号未读到", "no number found"),
                                             file->party ? file->party : tr("当事人未读到", "no party found"),
                                             date[0] ? date : tr("日期未读到", "no date found"), fine ? "  " : "", fine ? fine : "",
                                             fine ? tr("元", " yuan") : "");
    g_autofree char *shown = text_display(facts);
    fprintf(stream, "%*s", (int)indent, "");
    layout_wrap(stream, layout, shown, indent, indent);
}

static void print_position(FILE *stream, const Layout *layout, const GPtrArray *entries, Kind kind, int64_t position, bool extra)
{
    const SlotEntry *entry = slots_at(entries, kind, position, extra);
    g_autofree char *label = g_strdup_printf("%s-%d", tr(kind_printed(kind), kind_english(kind)), (int)position);
    fputs("  ", stream);
    size_t columns = lang_get() == LANG_EN ? 42 : 16;
    layout_pad(stream, label, columns);
    if (entry) {
        print_file(stream, layout, entry, columns + 2);
        return;
    }
    layout_tint(stream, layout, TINT_RED);
    fputs(extra ? tr("缺", "missing") : tr("缺，按0分计", "missing, counts 0"), stream);
    layout_plain(stream, layout);
    fputc('\n', stream);
}

static int count_surplus(const GPtrArray *entries)
{
    int count = 0;
    for (guint i = 0; i < entries->len; i++)
        count += ((const SlotEntry *)entries->pdata[i])->position == 0;
    return count;
}

static void print_slots(FILE *stream, const Layout *layout, const Season *season, const UnitRecord *unit)
{
    g_autoptr(GPtrArray) entries = slots_assign(season, unit->id, unit->casefiles, NULL);
    fprintf(stream, tr("\n案卷：应报%d份，报送%u份，计入报送案卷数%d份\n", "\nCase files: %d asked for, %u handed in, %d counted\n"),
            (int)season_slots_total(season), unit->casefiles->len, (int)slots_submitted(entries));
    for (guint i = 0; i < season->case_files->slots->len; i++) {
        const SeasonSlot *slot = season->case_files->slots->pdata[i];
        for (int64_t n = 1; n <= slot->count; n++)
            print_position(stream, layout, entries, (Kind)slot->kind, n, false);
    }
    for (guint i = 0; i < season->case_files->extras->len; i++) {
        const SeasonSlot *extra = season->case_files->extras->pdata[i];
        int64_t count = slots_extras_of(season, (Kind)extra->kind, unit->id);
        for (int64_t n = 1; n <= count; n++)
            print_position(stream, layout, entries, (Kind)extra->kind, n, true);
    }
    if (count_surplus(entries) > 0)
        fprintf(stream, tr("  另有%d份未入位（多报或类型不明）\n", "  %d more without a slot (surplus, or of unknown kind)\n"), count_surplus(entries));
}

/* ---- people ---- */

static void print_candidate(FILE *stream, const UnitCandidate *person)
{
    fputs("  ", stream);
    g_autofree char *certificate = text_display(person->certificate ? person->certificate : tr("未读到", "not found"));
    layout_pad(stream, person->name, 12);
    fprintf(stream, tr("执法证%s  廉洁证明%s  事迹%d字  案件%u件\n", "certificate %s, integrity %s, story %d characters, cases %u\n"),
            certificate, person->integrity ? tr("有", "yes") : tr("无", "no"), (int)person->story_chars, person->claims->len);
}

static void print_people(FILE *stream, const UnitRecord *unit)
{
    if (unit->candidates->len > 0)
        fprintf(stream, tr("\n执法先进个人候选人%u名\n", "\nCandidates: %u\n"), unit->candidates->len);
    for (guint i = 0; i < unit->candidates->len; i++)
        print_candidate(stream, unit->candidates->pdata[i]);
    for (guint i = 0; i < unit->legals->len; i++) {
        g_autofree char *name = text_display(((const UnitLegal *)unit->legals->pdata[i])->name);
        fprintf(stream, "%s%s", i == 0 ? tr("\n法制工作先进个人候选人：", "\nLegal-affairs candidates: ") : tr("、", ", "), name);
    }
    if (unit->legals->len > 0)
        fputc('\n', stream);
}

void check_print_head(FILE *stream, const Layout *layout, const Season *season, const char *name, const UnitRecord *unit, const GPtrArray *findings)
{
    g_autofree char *shown = text_display(name);
    print_verdict(stream, layout, shown, findings);
    if (!unit || unit->state != UNIT_HANDED_IN)
        return;
    print_slots(stream, layout, season, unit);
    print_people(stream, unit);
}
