#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "findingcases.h"
#include "lang.h"

/* Nothing of a template is left in a sentence, whatever the finding carries. */
static void check_sentences(const Submitted *s)
{
    for (int lang = LANG_ZH; lang <= LANG_EN; lang++) {
        lang_set(lang);
        for (guint i = 0; i < s->findings->findings->len; i++) {
            g_autofree char *sentence = catalogue_sentence(s->catalogue, s->findings->findings->pdata[i]);
            g_autofree char *remedy = catalogue_remedy(s->catalogue, s->findings->findings->pdata[i]);
            static const char *const remains[] = {"{", "[", "“”", "''", "  ", "（）", "()"};
            for (size_t j = 0; j < G_N_ELEMENTS(remains); j++)
                if (strstr(sentence, remains[j]) || strstr(remedy, remains[j]))
                    fail_msg("%s\n%s", sentence, remedy);
        }
    }
    lang_set(LANG_ZH);
}

/* Everything that the checks read, and the unit's quotas and the season's switches, which are no records of their own. */
static char *state_of(const Submitted *s)
{
    char inventory[65], scans[65], casefiles[65], slice[65] = "";
    record_digest(&inventory_type, s->inventory, inventory);
    record_digest(&scans_type, s->scans, scans);
    record_digest(&casefiles_type, s->casefiles, casefiles);
    if (s->slice)
        record_digest(&slice_type, s->slice, slice);
    return g_strdup_printf("%s %s %s %s %d %d %s %d", inventory, scans, casefiles, slice, s->season->collective->quantity->evidence,
                           s->season->individual->quantity->evidence, ((SeasonSlot *)s->season->case_files->extras->pdata[0])->unit,
                           s->intake ? (int)s->intake->packages->len : -1);
}

/* A near miss that changes nothing proves nothing. */
static void assert_changes(ChangeFunc change)
{
    Submitted *clean = submitted_clean(), *changed = submitted_clean();
    change(changed);
    g_autofree char *before = state_of(clean), *after = state_of(changed);
    assert_string_not_equal(before, after);
    submitted_free(clean);
    submitted_free(changed);
}

static int count_after(const FindingCase *test, ChangeFunc change)
{
    Submitted *s = submitted_clean();
    change(s);
    submitted_check(s);
    check_sentences(s);
    int count = submitted_count(s, test->code, test->variant);
    submitted_free(s);
    return count;
}

static void run_case(void **state)
{
    const FindingCase *test = *state;
    const char *variant = test->variant ? test->variant : "";
    assert_changes(test->miss);
    if (count_after(test, test->miss) != 0)
        fail_msg("%s %s stands without cause", test->code, variant);
    if (count_after(test, test->raise) == 0)
        fail_msg("%s %s is missing", test->code, variant);
}

int finding_cases_run(const char *name, const FindingCase *cases, size_t count)
{
    g_autofree struct CMUnitTest *tests = g_new0(struct CMUnitTest, count);
    g_autofree char *data = g_build_filename(g_getenv("ANJUAN_BUILD"), "share", "anjuan", NULL);
    g_setenv("ANJUAN_DATA", data, FALSE);
    for (size_t i = 0; i < count; i++)
        tests[i] = (struct CMUnitTest){.name = cases[i].name, .test_func = run_case, .initial_state = (void *)&cases[i]};
    return _cmocka_run_group_tests(name, tests, count, NULL, NULL);
}

const Finding *submitted_told(Submitted *s, const char *code, const char *variant)
{
    submitted_check(s);
    for (guint i = 0; i < s->findings->findings->len; i++) {
        const Finding *finding = s->findings->findings->pdata[i];
        if (strcmp(finding->code, code) == 0 && g_strcmp0(finding->variant, variant) == 0)
            return finding;
    }
    fail_msg("%s %s is not told", code, variant ? variant : "");
    return NULL;
}

void expect_param(const Finding *finding, const char *name, const char *value)
{
    const char *found = finding ? finding_value(finding, name) : NULL;
    found = found && *found ? found : NULL;
    if (g_strcmp0(found, value) != 0)
        fail_msg("%s: \"%s\", not \"%s\"", name, found ? found : "nothing", value ? value : "nothing");
}
