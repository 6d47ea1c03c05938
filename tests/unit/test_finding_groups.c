/* Findings in groups: by case file and candidate; however many a package brings, in time that grows with them. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "finding_groups.h"
#include "rec_findings.h"

typedef struct {
    Catalogue *catalogue;
    UnitRecord *unit;
    GPtrArray *findings;
} Lab;

static Lab lab_new(void)
{
    return (Lab){catalogue_read(NULL, NULL), record_new(&unit_type), g_ptr_array_new()};
}

static void lab_free(Lab *lab)
{
    record_list_clear(lab->findings, &finding_type);
    g_ptr_array_unref(lab->findings);
    record_free(&unit_type, lab->unit);
    catalogue_free(lab->catalogue);
}

static void add_person(Lab *lab, const char *name, const char *path)
{
    UnitCandidate *one = record_add(lab->unit->candidates, &unit_candidate_type);
    one->name = g_strdup(name);
    one->path = g_strdup(path);
}

static void add(Lab *lab, const char *casefile, const char *file)
{
    catalogue_add(lab->catalogue, lab->findings, "DOC-001", NULL, casefile, file, NULL);
}

static const FindingGroup *group_named(const GPtrArray *groups, const char *casefile, const char *person)
{
    for (guint i = 0; i < groups->len; i++) {
        const FindingGroup *group = groups->pdata[i];
        if (g_strcmp0(group->casefile, casefile) == 0 && g_strcmp0(group->person, person) == 0)
            return group;
    }
    return NULL;
}

static void by_casefile_and_person(void **state G_GNUC_UNUSED)
{
    Lab lab = lab_new();
    add_person(&lab, "甲", "先进个人/甲");
    add(&lab, "一", "案卷/一/a.docx");
    add(&lab, "一", "案卷/一/b.docx");
    add(&lab, NULL, "先进个人/甲/c.docx");
    add(&lab, "卷", "先进个人/甲/案卷/卷/d.docx");
    add(&lab, NULL, "先进个人/甲"); /* the folder itself */
    add(&lab, NULL, "先进个人/甲乙/e.docx");
    add(&lab, NULL, NULL);
    g_autoptr(GPtrArray) groups = finding_groups(lab.catalogue, lab.unit, lab.findings);
    assert_int_equal(groups->len, 3);
    assert_int_equal(group_named(groups, "一", NULL)->findings->len, 2);
    assert_int_equal(group_named(groups, NULL, "甲")->findings->len, 3);
    assert_int_equal(group_named(groups, NULL, NULL)->findings->len, 2);
    lab_free(&lab);
}

static void a_hundred_thousand(void **state G_GNUC_UNUSED)
{
    enum { MANY = 100000, SECONDS = 30 /* it takes half of one; a comparison of all with all took two hundred */ };
    Lab lab = lab_new();
    for (int i = 0; i < MANY; i++) {
        g_autofree char *name = g_strdup_printf("人%d", i), *path = g_strdup_printf("先进个人/人%d", i);
        g_autofree char *file = g_strdup_printf("先进个人/人%d/a.docx", i), *casefile = g_strdup_printf("%d号", i);
        add_person(&lab, name, path);
        add(&lab, NULL, file);
        add(&lab, casefile, NULL);
    }
    gint64 start = g_get_monotonic_time();
    g_autoptr(GPtrArray) groups = finding_groups(lab.catalogue, lab.unit, lab.findings);
    if (!g_getenv("ANJUAN_NO_SANDBOX")) /* valgrind takes fifty times as long */
        assert_true(g_get_monotonic_time() - start < SECONDS * G_USEC_PER_SEC);
    assert_int_equal(groups->len, 2 * MANY);
    lab_free(&lab);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(by_casefile_and_person), cmocka_unit_test(a_hundred_thousand)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
