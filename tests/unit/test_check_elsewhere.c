/* What a finding names besides the paper at which it is told: where the same stands, or what looks like what is asked for. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "submitted.h"

#define PENALTY "案卷/行政处罚1/"

static const Finding *finding_of(Submitted *s, const char *code, const char *variant)
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

static void expect(const Finding *finding, const char *name, const char *value)
{
    const char *found = finding_value(finding, name);
    if (g_strcmp0(found, value) != 0)
        fail_msg("%s: \"%s\", not \"%s\"", name, found ? found : "nothing", value ? value : "nothing");
}

/* ---- LAW-012: officers without a number ---- */

static void drop_numbers(Submitted *s, const char *path)
{
    GPtrArray *officers = the_document(s, path)->investigators;
    for (guint i = 0; i < officers->len; i++)
        g_clear_pointer(&((Investigator *)officers->pdata[i])->certificate, g_free);
}

static void all_papers_without_a_number_are_told_at_once(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    drop_numbers(s, PENALTY "检查笔录.docx");
    put_officer(put_document(s, PENALTY "询问笔录.docx", "interview-record", NULL), "向例明", NULL);
    Document *second = the_document(s, PENALTY "询问笔录.docx");
    put_officer(second, "舒例川", NULL);
    put_officer(the_document(s, PENALTY "调查报告.docx"), "舒例川", NULL);
    const Finding *finding = finding_of(s, "LAW-012", NULL);
    assert_string_equal(finding->file, PENALTY "检查笔录.docx");
    expect(finding, "others", "询问笔录.docx|P1\n调查报告.docx|P1");
    assert_int_equal(submitted_count(s, "LAW-012", NULL), 1);
    submitted_free(s);
}

static void a_paper_that_names_others_is_not_told_with_it(void **state)
{
    (void)state;
    Submitted *s = submitted_clean();
    drop_numbers(s, PENALTY "检查笔录.docx");
    Document *other = put_document(s, PENALTY "询问笔录.docx", "interview-record", NULL);
    put_officer(other, "覃例河", "43122211");
    put_officer(other, "瞿例之", "43122207");
    expect(finding_of(s, "LAW-012", NULL), "others", NULL);
    submitted_free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_papers_without_a_number_are_told_at_once),
        cmocka_unit_test(a_paper_that_names_others_is_not_told_with_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
