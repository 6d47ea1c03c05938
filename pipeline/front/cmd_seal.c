#include <stdio.h>
#include <string.h>

#include "catalogue.h"
#include "commands.h"
#include "digest.h"
#include "fault.h"
#include "fileio.h"
#include "lang.h"
#include "publish.h"
#include "rebuild.h"
#include "rec_scores.h"
#include "rec_tables.h"
#include "runs.h"
#include "text.h"

static char *note;

static const GOptionEntry options[] = {STAGE_WORD("note", &note), {NULL}};

/* The run that is to be sealed. */
typedef struct {
    const SeasonDir *dir;
    char *name, *folder;
    Manifest *manifest;
    Scores *scores;
    Tables *tables;
} Candidate;

static void candidate_clear(Candidate *candidate)
{
    g_free(candidate->name);
    g_free(candidate->folder);
    manifest_free(candidate->manifest);
    record_free(&scores_type, candidate->scores);
    record_free(&tables_type, candidate->tables);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Candidate, candidate_clear)

static gboolean candidate_read(Candidate *candidate, const char *text, GError **error)
{
    candidate->name = runs_find(candidate->dir, text, error);
    if (!candidate->name)
        return FALSE;
    candidate->folder = runs_folder(candidate->dir, candidate->name);
    candidate->manifest = manifest_read(candidate->folder, error);
    g_autofree char *scores = g_build_filename(candidate->folder, "scores.xml", NULL), *tables = g_build_filename(candidate->folder, "tables.xml", NULL);
    candidate->scores = candidate->manifest ? record_read(&scores_type, scores, error) : NULL;
    candidate->tables = candidate->scores ? record_read(&tables_type, tables, error) : NULL;
    return candidate->tables != NULL;
}

/* ---- may it be sealed? ---- */

/* Whose award or recommendation is 待定, and who has not been reviewed completely. */
typedef struct {
    GPtrArray *open, *incomplete; /* names, not owned */
} Doubts;

static void doubt(const Doubts *doubts, const char *name, int award_state, int recommend_state, int review)
{
    if (award_state == GIVEN_OPEN || recommend_state == GIVEN_OPEN)
        g_ptr_array_add(doubts->open, (gpointer)name);
    if (review == REVIEW_INCOMPLETE)
        g_ptr_array_add(doubts->incomplete, (gpointer)name);
}

static void find_doubts(const Scores *scores, const Doubts *doubts)
{
    for (guint i = 0; i < scores->units->len; i++) {
        const ScoreUnit *unit = scores->units->pdata[i];
        doubt(doubts, unit->name, unit->award_state, unit->recommend_state, unit->review);
    }
    for (guint i = 0; i < scores->people->len; i++) {
        const ScorePerson *person = scores->people->pdata[i];
        doubt(doubts, person->name, person->award_state, person->recommend_state, person->review);
    }
    for (guint i = 0; i < scores->legals->len; i++) {
        const ScoreLegal *legal = scores->legals->pdata[i];
        doubt(doubts, legal->name, legal->award_state, legal->recommend_state, legal->review);
    }
}

static char *names_text(const GPtrArray *names)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < names->len; i++)
        g_string_append_printf(text, "%s%s", i ? tr("、", ", ") : "", (const char *)names->pdata[i]);
    return text_display(text->str);
}

/* SCO-001 says between whom an award is open and what would settle it, DAT-004 which environment data a veto waits for.  SCO-001 stands
 * once for each unit concerned, and is said once. */
static void print_what_settles(const Candidate *candidate)
{
    g_autoptr(Catalogue) catalogue = catalogue_read(NULL, NULL);
    g_autoptr(GHashTable) said = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; catalogue && i < candidate->scores->findings->len; i++) {
        const Finding *finding = candidate->scores->findings->pdata[i];
        bool open = strcmp(finding->code, "SCO-001") == 0, data = strcmp(finding->code, "DAT-004") == 0;
        const UnitRow *unit = data && finding->unit ? tables_unit(candidate->tables, finding->unit) : NULL;
        g_autofree char *sentence = catalogue_sentence(catalogue, finding), *remedy = catalogue_remedy(catalogue, finding);
        g_autofree char *line = g_strdup_printf("%s %s%s%s %s", finding->code, unit ? unit->name : "", unit ? tr("：", ": ") : "", sentence, remedy);
        if ((open || data) && g_hash_table_add(said, g_strdup(line)))
            fprintf(stderr, "  %s\n", line);
    }
}

static gboolean nothing_open(const Candidate *candidate, GError **error)
{
    g_autoptr(GPtrArray) open = g_ptr_array_new(), incomplete = g_ptr_array_new();
    const Doubts doubts = {open, incomplete};
    find_doubts(candidate->scores, &doubts);
    g_autofree char *open_names = names_text(open), *incomplete_names = names_text(incomplete);
    if (open->len > 0) {
        print_what_settles(candidate);
        return fault_input(error, FAULT_BAD, tr("%s 还有%u个单位或个人的奖项、推荐待定，不能审定：%s。待定的原因和办法见上；处理后重新运行，再审定新的结果",
                                                "%s cannot be sealed: awards or recommendations of %u units or people are open: %s. See above for what would settle them; run again then, and seal that run"),
                           candidate->name, open->len, open_names);
    }
    if (incomplete->len > 0)
        fprintf(stderr, tr("提醒：审定时仍有%u个单位或个人缺评审分（评审未完）：%s\n", "Note: %u units or people are sealed without all of their marks: %s\n"), incomplete->len, incomplete_names);
    return TRUE;
}

/* ---- sealing ---- */

/* Made again from the store, it must be what was published; then it is made once more as a sealed run. */
static gboolean make_sealed(const Candidate *candidate, const char *staging, const char *time, GError **error)
{
    g_autoptr(Rebuild) rebuild = rebuild_new(candidate->dir, candidate->manifest, error);
    g_autofree char *again = rebuild ? g_build_filename(rebuild_folder(rebuild), "again", NULL) : NULL;
    if (!again || !file_make_folder(again, error) || !rebuild_results(rebuild, again, error))
        return FALSE;
    if (rebuild_compare(candidate->manifest, again, stderr) > 0 || rebuild_compare(candidate->manifest, candidate->folder, stderr) > 0)
        return fault_input(error, FAULT_BAD, tr("以上文件与 %s 发布的不同（程序换了版本，或结果被改动），不能审定；请运行 anjuan verify 查明，或用现在的程序重新运行 anjuan run 后审定新的结果",
                                                "the files above are not those of %s as published (another program, or a changed result): it cannot be sealed. See anjuan verify, or run again with this program and seal that run"),
                           candidate->name);
    return rebuild_sealed(rebuild, staging, time, note, error);
}

static void copy_files(GPtrArray *to, const GPtrArray *from)
{
    for (guint i = 0; i < from->len; i++) {
        const ManifestFile *file = from->pdata[i];
        ManifestFile *copy = record_add(to, &manifest_file_type);
        *copy = (ManifestFile){g_strdup(file->name), g_strdup(file->sha256), file->size_bytes};
    }
}

static Manifest *sealed_manifest(const Candidate *candidate, int64_t now_s, GError **error)
{
    char hex[65];
    g_autoptr(Manifest) manifest = manifest_of_program(error);
    if (!manifest || !runs_digest(candidate->dir, candidate->name, hex, error))
        return NULL;
    copy_files(manifest->inputs, candidate->manifest->inputs);
    manifest->time_s = now_s;
    manifest->made_from = g_strdup(candidate->manifest->made_from);
    manifest->exit_status = candidate->manifest->exit_status;
    manifest->compared = g_strdup(candidate->manifest->compared);
    manifest->language = g_strdup(candidate->manifest->language);
    manifest->seal = record_new(&manifest_seal_type);
    manifest->seal->run = g_strdup(candidate->name);
    manifest->seal->sha256 = g_strdup(hex);
    manifest->seal->time_s = now_s;
    manifest->seal->note = g_strdup(note);
    return g_steal_pointer(&manifest);
}

/* Kept in the minutes, the digest proves for ever what was sealed and all that came before. */
static void print_sealed(const Candidate *candidate, const Published *published)
{
    char hex[DIGEST_HEX + 1];
    printf(tr("%s 已审定：审定结果发布为 %s，results/official 指向它。\n以后的运行与它比较，不代替它。\n",
              "%s is sealed: the official results are published as %s, and results/official points at "
              "them.\nLater runs are compared with them and do not replace them.\n"),
           candidate->name, published->run);
    if (runs_digest(candidate->dir, published->run, hex, NULL))
        printf(tr("清单的 SHA-256：%s\n请记入会议纪要：以后 anjuan verify "
                  "列出的与它相同，审定结果就没有被换过。\n",
                  "SHA-256 of the manifest: %s\nNote it in the minutes: as long as anjuan verify prints the "
                  "same, the sealed results were not exchanged.\n"),
               hex);
}

static int publish_sealed(const Candidate *candidate, GError **error)
{
    int64_t now_s = g_get_real_time() / G_USEC_PER_SEC;
    g_autofree char *time = instant_format(now_s), *staging = publish_staging(candidate->dir, error);
    g_autofree char *before = runs_pointed(candidate->dir, "official");
    g_auto(Published) published = {0};
    if (!staging || !make_sealed(candidate, staging, time, error))
        return EXIT_INPUT;
    g_autoptr(Manifest) manifest = sealed_manifest(candidate, now_s, error);
    if (!manifest || !publish_folder(candidate->dir, staging, manifest, &published, error) ||
        !runs_point(candidate->dir, "official", published.run, error))
        return EXIT_IO;
    published_tell(&published);
    if (before)
        printf(tr("此前审定的 %s 不再是审定结果，但照旧保存。\n", "%s, sealed before, is no longer the official one; it is kept.\n"), before);
    print_sealed(candidate, &published);
    g_autoptr(GError) unlogged = NULL; /* what is published stays published */
    if (!publish_log(candidate->dir, NULL, "sealed", published.run, EXIT_DONE, &unlogged))
        fprintf(stderr, "anjuan: %s\n", unlogged->message);
    return EXIT_DONE;
}

/* The sealed run made of the run NAME, or NULL.  Caller frees. */
static char *sealed_already(const SeasonDir *dir, const char *name)
{
    g_autofree char *official = runs_pointed(dir, "official"), *folder = official ? runs_folder(dir, official) : NULL;
    g_autoptr(Manifest) manifest = folder ? manifest_read(folder, NULL) : NULL;
    bool same = manifest && manifest->seal && (strcmp(official, name) == 0 || strcmp(manifest->seal->run, name) == 0);
    return same ? g_steal_pointer(&official) : NULL;
}

static int seal_run(const SeasonDir *dir, const char *text, GError **error)
{
    g_auto(Candidate) candidate = {.dir = dir};
    if (!runs_complete(dir, error) || !candidate_read(&candidate, text, error))
        return EXIT_INPUT;
    g_autofree char *official = sealed_already(dir, candidate.name);
    if (official) {
        printf(tr("%s 已经审定过，审定结果为 %s；没有改动。\n", "%s was sealed before, as %s; nothing was changed.\n"), candidate.name, official);
        return EXIT_DONE;
    }
    return nothing_open(&candidate, error) ? publish_sealed(&candidate, error) : EXIT_INPUT;
}

static int seal_command(char **arguments, GError **error)
{
    int status;
    if (!stage_need(note, "--note", error))
        return EXIT_USAGE;
    g_autofree char *words = text_trim(note);
    if (words[0] == '\0') {
        fault_input(error, FAULT_USAGE, "%s", tr("--note 不能为空；请写明谁在何时审定，如“领导小组2016年12月9日会议审定”", "--note is empty; say who decided and when"));
        return EXIT_USAGE;
    }
    g_autoptr(SeasonDir) dir = seasondir_open_locked(arguments[0], &status, error);
    return dir ? seal_run(dir, arguments[1], error) : status;
}

const StageProgram command_seal = {
    .name = "anjuan seal",
    .help_zh = "用法：anjuan seal --note 说明 活动文件夹 结果名\n"
               "\n"
               "审定一次结果。奖项、推荐都已确定（没有待定）才能审定；还有待定的，列出是谁、怎样才能确定。\n"
               "原来的结果一字不动；审定结果另行发布，状态为已审定，清单中记下所审定的结果、时间和说明，\n"
               "results/official 指向它。以后的运行照常发布，与它比较，不代替它。\n"
               "\n"
               "  --note 说明   谁在何时审定，如“领导小组2016年12月9日会议审定”\n",
    .help_en = "usage: anjuan seal --note TEXT SEASON RUN\n"
               "\n"
               "Makes a run the official one, provided that no award or recommendation is open; else it says whose are and what would\n"
               "settle them.  The run itself stays as it is: the sealed results are published as a run of their own, whose state of\n"
               "review is 已审定 and whose manifest names the run that was sealed, the time and the note; results/official points at\n"
               "them.  Later runs are published as ever; they are compared with the official one and do not replace it.\n"
               "\n"
               "  --note TEXT   who decided, and when\n",
    .options = options,
    .arguments_min = 2,
    .arguments_max = 2,
    .run = seal_command};
