/* Every code that programs write has a word in both languages. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "cell.h"
#include "filetype.h"
#include "lang.h"
#include "membername.h"
#include "rec_scores.h"
#include "rec_tables.h"
#include "scan.h"
#include "vocabulary.h"

static int missing;

static void need(const char *class_name, const char *id)
{
    if (id[0] == '\0')
        return;
    lang_set(LANG_EN);
    bool ok = vocabulary_has(class_name, id) && vocabulary_word(class_name, id)[0] != '\0' && vocabulary_chinese(class_name, id)[0] != '\0';
    lang_set(LANG_ZH);
    if (ok)
        return;
    print_error("no word for %s in %s\n", id, class_name);
    missing++;
}

static void need_all(const char *class_name, const char *const *ids)
{
    for (; *ids; ids++)
        need(class_name, *ids);
}

/* The value of every attribute NAME in element ELEMENT of a rules file, by its text: the readers of the rules have tests of their own. */
static void need_attributes(const char *class_name, const char *path, const char *element)
{
    g_autofree char *text = NULL, *start = g_strdup_printf("<%s id=\"", element);
    assert_true(g_file_get_contents(path, &text, NULL, NULL));
    int count = 0;
    for (const char *p = strstr(text, start); p; p = strstr(p, start), count++) {
        p += strlen(start);
        g_autofree char *id = g_strndup(p, strcspn(p, "\""));
        need(class_name, id);
    }
    assert_true(count > 0);
}

static void documents_and_fields(void **state)
{
    (void)state;
    missing = 0;
    need_attributes("doctype", "pipeline/rules/extract/10-doctypes.xml", "doctype");
    need_attributes("field", "pipeline/rules/extract/20-fields.xml", "field");
    need_attributes("table", "pipeline/rules/tables.xml", "table");
    assert_int_equal(missing, 0);
}

static void reasons(void **state)
{
    (void)state;
    missing = 0;
    for (int i = FACTS_REASON_NONE; i <= FACTS_REASON_MEMORY; i++)
        need("reason", scan_reason_name((FactsReason)i));
    for (int i = CELL_OK + 1; i < CELL_REASONS; i++)
        need("reason", cell_reason_id((CellReason)i));
    for (int i = MEMBERNAME_FINE; i <= MEMBERNAME_LONG; i++)
        need("reason", membername_reason((MemberNameVerdict)i));
    static const char *const others[] = {"damaged", "encrypted", "split", "missing", "unreadable", "empty", "not-zip", "no-document", "xml", "doctype", "limit", "link", "special", "member-bytes", "archive-bytes",
                                         "total-bytes", "members", "ratio", "depth", "overlap", "bad-id", "unknown-group", "not-ruling", "not-mode",
                                         "no-object", "duplicate", "second-amount", "not-computed", "digits-lost", "bad-quote", "has-nul", "long-cell", "wide-row", NULL};
    need_all("reason", others);
    for (int i = FILETYPE_UNKNOWN; i < FILETYPE_COUNT; i++)
        need("filetype", filetype_name((FileType)i));
    assert_int_equal(missing, 0);
}

static void scores(void **state)
{
    (void)state;
    missing = 0;
    need_all("origin", origin_ids);
    need_all("given", given_ids);
    need_all("review", review_ids);
    need_all("ruling", ruling_ids);
    static const char *const eligibility[] = {"eligible", "below-minimum", "not-handed-in", "ineligible", "no-integrity-certificate", "over-quota",
                                              "integrity", NULL};
    static const char *const vetoes[] = {"pm10", "pm25", "water", "upheld", "undecided", NULL};
    need_all("eligibility", eligibility);
    need_all("veto", vetoes);
    assert_int_equal(missing, 0);
}

int main(void)
{
    g_autofree char *data = g_build_filename(g_getenv("ANJUAN_BUILD"), "share", "anjuan", NULL);
    g_setenv("ANJUAN_DATA", data, FALSE);
    const struct CMUnitTest tests[] = {cmocka_unit_test(documents_and_fields), cmocka_unit_test(reasons), cmocka_unit_test(scores)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
