/* The rules of a season: what is refused, what is looked up, and whose digest a rule moves. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdbool.h>
#include <cmocka.h>

#include <string.h>

#include "digest.h"
#include "fault.h"
#include "season.h"

static char *template;

static int set_up(void **state G_GNUC_UNUSED)
{
    return g_file_get_contents("pipeline/rules/season-template.xml", &template, NULL, NULL) ? 0 : -1;
}

static int tear_down(void **state G_GNUC_UNUSED)
{
    g_free(template);
    return 0;
}

/* The template with the first FROM, which must be there, replaced by TO. */
static Season *changed(const char *from, const char *to, GError **error)
{
    const char *at = strstr(template, from);
    assert_non_null(at);
    g_autofree char *before = g_strndup(template, (gsize)(at - template)), *text = g_strconcat(before, to, at + strlen(from), NULL);
    return season_parse(text, strlen(text), "season.xml", error);
}

static const struct {
    const char *from, *to, *wanted[2]; /* what the message names */
} refused[] = {
    {"to=\"2016-11-30\"", "to=\"2016-08-31\"", {"<window>", "to"}},
    {"to=\"2016-11-30\"", "to=\"2016-11-31\"", {"<window>", "to"}},
    {"<slot kind=\"daily\"", "<slot kind=\"penalty\"", {"<slot>", "kind"}},
    {"<slot kind=\"daily\"", "<slot kind=\"\"", {"<slot>", "kind"}},
    {"<slot kind=\"daily\" count=\"1\"", "<slot kind=\"daily\" count=\"0\"", {"<slot>", "count"}},
    {"<group id=\"county\"", "<group id=\"city\"", {"<group>", "id"}},
    {"<group id=\"county\"><award", "<group id=\"village\"><award", {"id", "<collective>"}},
    {"<weight kind=\"penalty\" value", "<weight kind=\"penalty\" role=\"lead\" value", {"<weight>", "kind"}},
    {"<weight role=\"lead\"", "<weight role=\"leader\"", {"<weight>", "role"}},
    {"<weight role=\"lead\"", "<weight", {"<weight>", "role"}},
    {"decimals=\"2\"", "decimals=\"5\"", {"decimals", "“5”"}},
    {"depth=\"3\"", "depth=\"9\"", {"<limits>", "depth"}},
    {"archive-bytes=\"8GiB\" ", "", {"<limits>", "archive-bytes"}},
    {"<scan min-dpi", "<scam min-dpi", {"<scam>", NULL}},
    {"<weight kind=\"seizure\"", "<weight kind=\"penalty\"", {"<weight>", "第50行"}},
    {"<weight role=\"member\"", "<weight role=\"lead\"", {"<weight>", "第56行"}},
    {"<group id=\"county\"><award", "<group id=\"city\"><award", {"<group>", "第64行"}},
    {"<paper kind=\"plan\"", "<paper kind=\"plann\"", {"<paper>", "第13行"}},
    {"<paper kind=\"plan\"", "<paper kind=\"contact-list\"", {"<paper>", "第13行"}},
    {"deadline for=\"package\"", "deadline for=\"pakage\"", {"<deadline>", "for"}},
    {"<deadline ", "<deadline for=\"package\" at=\"2016-12-05T18:00:00+08:00\"/><deadline ", {"<deadline>", "for"}},
    {"law=\"cn-2016\"", "law=\"cn-2021\"", {"<season>", "cn-2021"}},
    {"law=\"cn-2016\"", "law=\"\"", {"<season>", "law"}},
    {"law=\"cn-2016\"", "law=\"../rules/cn-2016\"", {"<season>", "law"}},
    {"law=\"cn-2016\"", "law=\"extract\"", {"<season>", "law"}},
    {"assumed=\"decimals\"", "assumed=\"decimal\"", {"<collective>", "“decimal”"}},
    {"assumed=\"decimals\"", "assumed=\"decimals assumed\"", {"<collective>", "“assumed”"}},
    {"recommend=\"0\" assumed=\"veto\"", "recommend=\"0\" assumed=\"veto title order\"", {"<award>", "第43行"}},
};

static void test_refused(void **state G_GNUC_UNUSED)
{
    for (size_t i = 0; i < G_N_ELEMENTS(refused); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(Season) season = changed(refused[i].from, refused[i].to, &error);
        if (season)
            print_error("taken: %s\n", refused[i].to);
        assert_null(season);
        assert_true(g_error_matches(error, FAULT_INPUT, FAULT_BAD));
        for (int j = 0; j < 2 && refused[i].wanted[j]; j++)
            if (!strstr(error->message, refused[i].wanted[j]))
                fail_msg("%s: %s", refused[i].to, error->message);
    }
}

static void test_edges_are_taken(void **state G_GNUC_UNUSED)
{
    static const char *const pairs[][2] = {{"to=\"2016-11-30\"", "to=\"2016-09-01\""}, {"decimals=\"2\"", "decimals=\"4\""}, {"depth=\"3\"", "depth=\"8\""},
                                         {"<weight kind=\"seizure\"", "<weight kind=\"audit\""}, {"<paper kind=\"plan\"", "<paper kind=\"story\""},
                                         {"assumed=\"decimals\"", "assumed=\" \n decimals \""}};
    for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++) {
        g_autoptr(Season) season = changed(pairs[i][0], pairs[i][1], NULL);
        assert_non_null(season);
    }
}

static void test_looked_up(void **state G_GNUC_UNUSED)
{
    g_autoptr(Season) season = season_builtin(NULL);
    int index = -1;
    assert_non_null(season);
    assert_false(season_in_window(season, day_from_ymd(2016, 8, 31)));
    assert_true(season_in_window(season, day_from_ymd(2016, 9, 1)));
    assert_true(season_in_window(season, day_from_ymd(2016, 11, 30)));
    assert_false(season_in_window(season, day_from_ymd(2016, 12, 1)));
    assert_false(season_in_window(season, DAY_NONE));
    assert_int_equal(season_slots_of(season, KIND_PENALTY), 3);
    assert_int_equal(season_slots_of(season, KIND_SEIZURE), 0);
    assert_int_equal(season_slots_total(season), 7);
    assert_string_equal(season_group(season, "county", &index)->id, "county");
    assert_int_equal(index, 1);
    assert_null(season_group(season, "village", NULL));
    assert_null(season_group(season, NULL, NULL));
    assert_int_equal(season_package_deadline_s(season), 1480932000);
    g_autoptr(Season) without = changed("<deadline for=\"package\" at=\"2016-12-05T18:00:00+08:00\" assumed=\"at\"/>", "", NULL);
    assert_non_null(without);
    assert_int_equal(season_package_deadline_s(without), 0);
}

/* Without any weight everybody would silently count 0. */
static void test_no_weight_at_all(void **state G_GNUC_UNUSED)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GRegex) weight = g_regex_new("<weight [^>]*/>", 0, 0, NULL);
    g_autofree char *text = g_regex_replace_literal(weight, template, -1, 0, "", 0, NULL);
    g_autoptr(Season) season = season_parse(text, strlen(text), "season.xml", &error);
    assert_null(season);
    assert_non_null(strstr(error->message, "<weight>"));
}

static const struct {
    const char *text;
    const char *wanted; /* NULL: it is taken */
} whole_files[] = {
    {"", "没有 XML 元素"}, {" \n", "没有 XML 元素"}, {"%s\n<!-- the end -->\n", NULL}, {"%s<season/>", "anjuan init"}, {"%sx", "anjuan init"},
};

/* Something is there, it is XML, and it ends with its root; the message is one line and says what to do. */
static void test_whole_files(void **state G_GNUC_UNUSED)
{
    for (size_t i = 0; i < G_N_ELEMENTS(whole_files); i++) {
        g_autoptr(GError) error = NULL;
        g_auto(GStrv) halves = g_strsplit(whole_files[i].text, "%s", 2);
        g_autofree char *text = halves[0] && halves[1] ? g_strconcat(halves[0], template, halves[1], NULL) : g_strdup(whole_files[i].text);
        g_autoptr(Season) season = season_parse(text, strlen(text), "season.xml", &error);
        assert_int_equal(season == NULL, whole_files[i].wanted != NULL);
        assert_true(season || strstr(error->message, whole_files[i].wanted));
    }
    g_autoptr(GError) error = NULL;
    g_autoptr(Season) bytes = changed("id=\"huaihua-2016\"", "id=\"\xA1\xAD\"", &error);
    assert_null(bytes);
    assert_null(strchr(error->message, '\n'));
}

/* A record goes stale when a rule that its stage reads changes, and only then (SPEC 5.2). */
static void test_digests_move_with_their_rules(void **state G_GNUC_UNUSED)
{
    static const struct {
        const char *from, *to;
        bool unpack, check;
    } cases[] = {{"depth=\"3\"", "depth=\"2\"", true, false},
                 {"to=\"2016-11-30\"", "to=\"2016-11-29\"", false, true},
                 {"story-limit=\"3000\"", "story-limit=\"2999\"", false, true},
                 {"min-dpi=\"150\"", "min-dpi=\"151\"", false, true},
                 {"per-month=\"2\"", "per-month=\"3\"", false, true},
                 {"per-percent=\"0.2\"", "per-percent=\"0.3\"", false, false},
                 {"phone=\"\"", "phone=\"12345\"", false, false}};
    g_autoptr(Season) season = season_builtin(NULL);
    char before[3][DIGEST_HEX + 1], after[3][DIGEST_HEX + 1];
    for (int part = 0; part < 3; part++)
        season_digest_part(season, (SeasonPart)part, before[part]);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Season) other = changed(cases[i].from, cases[i].to, NULL);
        for (int part = 0; part < 3; part++)
            season_digest_part(other, (SeasonPart)part, after[part]);
        assert_int_equal(strcmp(before[SEASON_FOR_UNPACK], after[SEASON_FOR_UNPACK]) != 0, cases[i].unpack);
        assert_int_equal(strcmp(before[SEASON_FOR_CHECK], after[SEASON_FOR_CHECK]) != 0, cases[i].check);
        assert_string_not_equal(before[SEASON_FOR_ALL], after[SEASON_FOR_ALL]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_edges_are_taken),
        cmocka_unit_test(test_looked_up),
        cmocka_unit_test(test_no_weight_at_all),
        cmocka_unit_test(test_whole_files),
        cmocka_unit_test(test_digests_move_with_their_rules),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
