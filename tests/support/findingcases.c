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

static void run_case(void **state)
{
    const FindingCase *test = *state;
    Submitted *s = submitted_clean();
    test->miss(s);
    submitted_check(s);
    check_sentences(s);
    if (submitted_count(s, test->code, test->variant) != 0)
        fail_msg("%s %s stands without cause", test->code, test->variant ? test->variant : "");
    submitted_free(s);
    s = submitted_clean();
    test->raise(s);
    submitted_check(s);
    check_sentences(s);
    if (submitted_count(s, test->code, test->variant) == 0)
        fail_msg("%s %s is missing", test->code, test->variant ? test->variant : "");
    submitted_free(s);
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
