/* Trials in print: columns that stand below each other, however wide the names and long the figures. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include "lang.h"
#include "rec_scores.h"
#include "season.h"
#include "vocabulary.h"
#include "whatif.h"

static Season *season;

static int read_season(void **state)
{
    (void)state;
    g_setenv("LC_ALL", "zh_CN.UTF-8", TRUE);
    lang_set(LANG_ZH);
    season = vocabulary_load(NULL) ? season_builtin(NULL) : NULL;
    return season ? 0 : -1;
}

static int free_season(void **state)
{
    (void)state;
    season_free(season);
    return 0;
}

static void put(Scores *scores, const char *id, const char *name, int rank, const char *total)
{
    ScoreUnit *unit = record_add(scores->units, &score_unit_type);
    unit->id = g_strdup(id);
    unit->name = g_strdup(name);
    unit->group = g_strdup("county");
    unit->rank = rank;
    unit->total = g_strdup(total);
}

static char *printed(const Scores *now, const Scores *then)
{
    char *text = NULL;
    size_t size;
    FILE *stream = open_memstream(&text, &size);
    const Layout layout = {false, 100};
    whatif_print_text(stream, &layout, season, now, then);
    fclose(stream);
    return text;
}

static void columns_stand_below_each_other(void **state)
{
    (void)state;
    Scores *now = record_new(&scores_type), *then = record_new(&scores_type);
    put(now, "A", "甲县环境保护局", 9, "9.50");
    put(now, "B", "乙县生态环境保护管理局", 10, "100.00");
    put(now, "C", "丙县", 11, "7.00");
    put(then, "A", "甲县环境保护局", 10, "9.5000");
    put(then, "B", "乙县生态环境保护管理局", 9, "100.1234");
    put(then, "C", "丙县", 11, "7.00");
    char *text = printed(now, then);
    static const char wanted[] =
        "\n单位 · 县市区环境保护局\n"
        "                           名次           总分                          奖项、推荐\n";
    assert_true(g_str_has_prefix(text, wanted));
    assert_non_null(strstr(text, "\n  甲县环境保护局            9 → 10 (-1)     9.50 →   9.5000\n"));
    assert_non_null(strstr(text, "\n  乙县生态环境保护管理局   10 →  9 (+1)   100.00 → 100.1234 (+0.1234)\n"));
    assert_non_null(strstr(text, "\n  丙县                     11               7.00\n"));
    free(text);
    record_free(&scores_type, now);
    record_free(&scores_type, then);
}

/* Somebody who comes or goes has a figure on one side only. */
static void who_is_not_there_has_a_dash(void **state)
{
    (void)state;
    Scores *now = record_new(&scores_type), *then = record_new(&scores_type);
    put(now, "A", "甲县", 1, "9.50");
    char *text = printed(now, then);
    assert_non_null(strstr(text, "\n  甲县   1 → -   9.50 → -\n"));
    assert_non_null(strstr(text, "共1个单位和个人，其中0个的名次会变，1个的"));
    free(text);
    record_free(&scores_type, now);
    record_free(&scores_type, then);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_stand_below_each_other),
        cmocka_unit_test(who_is_not_there_has_a_dash),
    };
    return cmocka_run_group_tests(tests, read_season, free_season);
}
