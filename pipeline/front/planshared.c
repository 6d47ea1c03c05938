#include "planshared.h"

#include <stdio.h>
#include <string.h>

#include "digest.h"
#include "lang.h"
#include "rec_manifest.h"
#include "text.h"

static int tell(const char *what, const char *file, const char *change)
{
    g_autofree char *shown = text_display(file);
    printf("%s\t%s\t%s\n", what, shown, change);
    return 1;
}

/* ---- tables ---- */

static const TableSource *source_find(const Tables *tables, const char *file)
{
    for (guint i = 0; i < tables->sources->len; i++) {
        const TableSource *source = tables->sources->pdata[i];
        if (strcmp(source->file, file) == 0)
            return source;
    }
    return NULL;
}

static int print_tables(const Tables *was, const Tables *is)
{
    const char *what = tr("（数据表）", "(tables)");
    int count = 0;
    for (guint i = 0; i < is->sources->len; i++) {
        const TableSource *now = is->sources->pdata[i], *before = source_find(was, now->file);
        if (!before)
            count += tell(what, now->file, tr("新增", "new"));
        else if (g_strcmp0(before->sha256, now->sha256) != 0)
            count += tell(what, now->file, tr("内容有变化", "changed"));
    }
    for (guint i = 0; i < was->sources->len; i++) {
        const TableSource *before = was->sources->pdata[i];
        if (!source_find(is, before->file))
            count += tell(what, before->file, tr("已不在", "gone"));
    }
    return count;
}

/* ---- rules ---- */

/* By what they say, so that a comment makes no change (SPEC 5.2). */
static int print_season(const Season *was, const Season *is)
{
    char before[65], now[65];
    season_digest_part(was, SEASON_FOR_ALL, before);
    season_digest_part(is, SEASON_FOR_ALL, now);
    return strcmp(before, now) == 0 ? 0 : tell(tr("（规则）", "(rules)"), "season.xml", tr("内容有变化", "changed"));
}

static int print_profile(const char *latest, const char *profile)
{
    g_autofree char *path = g_build_filename(latest, "manifest.xml", NULL);
    Manifest *manifest = record_read(&manifest_type, path, NULL);
    const char *before = NULL;
    char now[65] = "";
    for (guint i = 0; manifest && i < manifest->inputs->len; i++) {
        const ManifestFile *input = manifest->inputs->pdata[i];
        before = strcmp(input->name, "profile.xml") == 0 ? input->sha256 : before;
    }
    bool there = profile && digest_file(profile, now, NULL);
    const char *change = !manifest || (!there && !before) ? NULL
                         : !before                        ? tr("新增", "new")
                         : !there                         ? tr("已不在", "gone")
                         : strcmp(before, now) != 0       ? tr("内容有变化", "changed")
                                                          : NULL;
    record_free(&manifest_type, manifest);
    return change ? tell(tr("（规则）", "(rules)"), "profile.xml", change) : 0;
}

int planshared_print(const SeasonRun *run)
{
    g_autofree char *latest = g_build_filename(run->dir->results, "latest", NULL);
    g_autofree char *tables_path = g_build_filename(latest, "tables.xml", NULL),
                    *season_path = g_build_filename(latest, "season.xml", NULL);
    Tables *tables = record_read(&tables_type, tables_path, NULL);
    g_autoptr(Season) season = tables ? season_read(season_path, NULL) : NULL;
    int count = 0;
    if (season)
        count = print_tables(tables, run->tables) + print_season(season, run->dir->season) +
                print_profile(latest, run->dir->profile_file);
    record_free(&tables_type, tables);
    return count;
}
