#include "finish.h"

#include <stdio.h>
#include <string.h>

#include "fault.h"
#include "fileio.h"
#include "lang.h"
#include "publish.h"
#include "rec_findings.h"
#include "rec_scores.h"
#include "runs.h"
#include "store.h"
#include "text.h"
#include "unitrun.h"
#include "vocabulary.h"

#define STATE_BYTES_MAX ((size_t)1 << 30)

/* ---- what a person sees at the end ---- */

static void print_ranking(const Scores *scores, const Season *season)
{
    const char *group = NULL;
    for (guint i = 0; i < scores->units->len; i++) {
        const ScoreUnit *unit = scores->units->pdata[i];
        if (!group || strcmp(group, unit->group) != 0) {
            group = unit->group;
            const SeasonGroup *rules = season_group(season, group, NULL);
            printf("\n%s\n", rules ? rules->title : group);
        }
        g_autofree char *rank = unit->rank ? g_strdup_printf("%2" G_GINT64_FORMAT, (gint64)unit->rank) : g_strdup(" -");
        const char *award = unit->award_state == GIVEN_OPEN ? tr("待定", "open") : unit->award ? unit->award : "";
        const char *reason = unit->rank ? "" : vocabulary_word("eligibility", unit->eligibility);
        printf("  %s  %7s  %s  %s%s%s\n", rank, unit->total ? unit->total : "", unit->name, award,
               unit->recommend_state == GIVEN_YES ? tr("（推荐省厅）", " (recommended)") : "", reason);
    }
}

/* How much rests on values that the notice leaves open. */
static void print_assumed(const Scores *scores)
{
    guint moving = 0;
    for (guint i = 0; i < scores->assumed->len; i++) {
        const ScoreAssumed *assumed = scores->assumed->pdata[i];
        bool moves = false;
        for (guint j = 0; j < assumed->alternatives->len; j++) {
            const ScoreAlternative *other = assumed->alternatives->pdata[j];
            moves = moves || other->ranks > 0 || other->awards > 0;
        }
        moving += moves;
    }
    printf(tr("\n暂定规则%u项，其中%u项换一种取法会改变名次或奖项，逐项见网页首页。\n",
              "\n%u assumed values, of which %u would change ranks or awards if they were taken another way: see the first page.\n"),
           scores->assumed->len, moving);
}

static void print_summary(const SeasonRun *run, const Published *published)
{
    g_autofree char *path = g_build_filename(published->folder, "scores.xml", NULL);
    Scores *scores = record_read(&scores_type, path, NULL);
    if (!published->published)
        printf(tr("材料、数据表和规则均无变化，未发布新结果；仍以 %s 为准。\n", "Nothing has changed; nothing new is published. %s stands.\n"), published->run);
    else if (scores) {
        print_ranking(scores, run->dir->season);
        print_assumed(scores);
    }
    g_autofree char *official = runs_pointed(run->dir, "official");
    if (official && strcmp(official, published->run) != 0)
        printf(tr("\n审定结果是 %s（results/official），不因本次运行改变；与它的差别：anjuan diff %s\n", "\nThe official results are %s (results/official), whatever this run says; what differs: anjuan diff %s\n"),
               official, run->dir->root);
    record_free(&scores_type, scores);
    printf(tr("\n结果：%s/results/latest\n网页：%s/results/latest/index.html\n依据：anjuan explain %s 单位\n",
              "\nResults: %s/results/latest\nPages:   %s/results/latest/index.html\nWhy:     anjuan explain %s UNIT\n"),
           run->dir->root, run->dir->root, run->dir->root);
}

static void print_finding(const SeasonRun *run, const UnitRow *unit, const Finding *finding)
{
    g_autofree char *sentence = catalogue_sentence(run->catalogue, finding);
    g_autofree char *remedy = catalogue_remedy(run->catalogue, finding);
    g_autofree char *file = text_display(finding->file ? finding->file : "");
    fprintf(stderr, "%s %s%s%s%s%s %s\n", finding->code, unit ? unit->name : "", unit && file[0] ? " " : "", file,
            unit || file[0] ? tr("：", ": ") : "", sentence, remedy);
}

/* A package that never could be read is a finding of the unit's own. */
static void print_unreadable(const SeasonRun *run, const UnitRun *unit)
{
    g_autofree char *path = seasondir_unit_path(run->dir, unit->row->id, "findings.xml");
    Findings *findings = record_read(&findings_type, path, NULL);
    for (guint i = 0; findings && i < findings->findings->len; i++)
        if (finding_is_of_unread_package(findings->findings->pdata[i]))
            print_finding(run, unit->row, findings->findings->pdata[i]);
    record_free(&findings_type, findings);
}

/* Findings that ask for a person: packages of nobody, gone, unreadable, stages that died. */
static void print_for_person(const SeasonRun *run)
{
    for (guint i = 0; i < run->intake->findings->len; i++) {
        const Finding *finding = run->intake->findings->pdata[i];
        if (finding->level >= LEVEL_ERROR)
            print_finding(run, finding->unit ? tables_unit(run->tables, finding->unit) : NULL, finding);
    }
    for (guint i = 0; i < run->units->len; i++)
        if (unitrun_has_stuck(run->units->pdata[i]))
            print_unreadable(run, run->units->pdata[i]);
}

static void print_table_trouble(const SeasonRun *run)
{
    int rows = tables_rows_unusable(run->tables);
    if (rows > 0)
        fprintf(stderr, tr("数据表有%d行不能使用，未计入；见结果中的 findings.csv（DAT-001、DAT-002）。\n",
                           "%d rows of the tables cannot be used and were left out; see findings.csv of the results (DAT-001, DAT-002).\n"), rows);
}

/* What was passed over: no fault, but worth a look, since a misspelt column looks just like one that nobody needs. */
static void print_table_notes(const SeasonRun *run)
{
    for (guint i = 0; i < run->tables->notes->len; i++) {
        const TableNote *note = run->tables->notes->pdata[i];
        g_autofree char *value = text_display(note->value ? note->value : "");
        printf(tr("提示：%s：%s%s%s\n", "Note: %s: %s%s%s\n"), note->file, vocabulary_word("note", note->what), value[0] ? " " : "", value);
    }
}

/* ---- the run ---- */

static int finish_run(SeasonRun *run, bool republish, GError **error)
{
    Published published = {0};
    int status = EXIT_INTERNAL;
    if (seasonrun_finish(run, error) && publish_run(run, republish, &published, error)) {
        status = published.exit_status;
        published_tell(&published);
        if (!run->options.quiet) {
            print_summary(run, &published);
            print_table_notes(run);
        }
        print_for_person(run);
        print_table_trouble(run);
        g_autoptr(GError) unlogged = NULL; /* what is published stays published */
        if (!publish_log(run->dir, run, published.published ? "published" : "unchanged", published.run, status, &unlogged))
            fprintf(stderr, "anjuan: %s\n", unlogged->message);
    }
    published_clear(&published);
    return status;
}

static int run_season(SeasonDir *dir, const RunOptions *options, bool republish, GError **error)
{
    int signal_number = 0;
    if (!file_make_folder(dir->work, error) || !file_make_folder(dir->results, error) || !store_clean(dir->store, error))
        return EXIT_IO;
    g_autoptr(SeasonRun) run = seasonrun_new(dir, options, error);
    if (!run)
        return EXIT_INTERNAL;
    if (seasonrun_units(run, &signal_number, error))
        return finish_run(run, republish, error);
    seasonrun_save(run, NULL);
    if (signal_number == 0)
        return EXIT_INTERNAL;
    fprintf(stderr, "%s", tr("anjuan: 已中断，未发布任何结果；再次运行将从中断处继续\n", "anjuan: interrupted, nothing published; the next run goes on from here\n"));
    return 128 + signal_number;
}

/* A plan changes nothing, so the tables are read into a private folder. */
static gboolean plan_run(SeasonDir *dir, const RunOptions *options, const char *folder, GError **error)
{
    g_autofree char *work = dir->work, *state = g_build_filename(work, "state.xml", NULL), *known = g_build_filename(folder, "state.xml", NULL);
    dir->work = g_strdup(folder);
    size_t size;
    g_autofree char *data = file_read_whole(state, STATE_BYTES_MAX, &size, NULL);
    if (data && !file_write_plain(known, data, size, error))
        return FALSE;
    g_autoptr(SeasonRun) run = seasonrun_new(dir, options, error);
    return run && seasonrun_plan(run, work, error);
}

int season_run_and_publish(const char *root, const RunOptions *options, bool republish, GError **error)
{
    int status;
    g_autoptr(SeasonDir) dir = seasondir_open_locked(root, &status, error);
    return dir ? run_season(dir, options, republish, error) : status;
}

int season_plan(const char *root, const RunOptions *options, GError **error)
{
    int status;
    g_autoptr(SeasonDir) dir = seasondir_open_locked(root, &status, error);
    if (!dir)
        return status;
    g_autofree char *folder = g_dir_make_tmp("anjuan-plan-XXXXXX", error);
    gboolean planned = folder && plan_run(dir, options, folder, error);
    if (folder)
        file_remove_tree(folder, NULL);
    return planned ? EXIT_DONE : EXIT_IO;
}
