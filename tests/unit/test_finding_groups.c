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

static UnitCase *add_case(GPtrArray *list, const char *name, const char *key)
{
    UnitCase *one = record_add(list, &unit_case_type);
    one->name = g_strdup(name);
    one->key = g_strdup(key);
    return one;
}

static void say(Lab *lab, const char *casefile, const char *file, const char *value)
{
    add(lab, casefile, file);
    finding_param(lab->findings->pdata[lab->findings->len - 1], "reason", value);
}

static void name_file(Lab *lab, const char *casefile, const char *file)
{
    add(lab, casefile, NULL);
    finding_param(lab->findings->pdata[lab->findings->len - 1], "other-file", file);
}

/* The same beside the finding's own file, wherever the ZIP has it. */
static void paths_are_those_beside_the_file(void **state G_GNUC_UNUSED)
{
    static const struct { const char *file, *beside; bool same; } known[] = {
        {"先进个人/甲/案卷/一/a.docx", "先进个人/甲/案卷/一/b.docx", true},
        {"先进个人/甲/案卷/一/a.docx", "先进个人/甲/案卷/一/c.docx", false},
        {"先进个人/甲/案卷/一/a.docx", "先进个人/甲/案卷/一/内/b.docx", false}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Lab lab = lab_new();
        add(&lab, "一", "案卷/一.zip/一/a.docx");
        finding_param(lab.findings->pdata[0], "other-file", "案卷/一.zip/一/b.docx");
        add(&lab, "先进个人/甲/案卷/一", known[i].file);
        finding_param(lab.findings->pdata[1], "other-file", known[i].beside);
        assert_true(finding_is_of_copy(lab.findings->pdata[1], lab.findings->pdata[0]) == known[i].same);
        lab_free(&lab);
    }
}

/* A value that was read back from a record is NULL where it is empty. */
static void a_copy_may_carry_an_empty_value(void **state G_GNUC_UNUSED)
{
    Lab lab = lab_new();
    add(&lab, "一", "案卷/一/a.docx");
    add(&lab, "先进个人/甲/案卷/一", "先进个人/甲/案卷/一/a.docx");
    for (guint i = 0; i < lab.findings->len; i++) {
        Finding *finding = lab.findings->pdata[i];
        finding_param(finding, "other-place", "");
        g_clear_pointer(&((Param *)finding->params->pdata[finding->params->len - 1])->value, g_free);
    }
    assert_true(finding_is_of_copy(lab.findings->pdata[1], lab.findings->pdata[0]));
    lab_free(&lab);
}

/* What names a file of the case file says the same of the copy's; a file elsewhere is another one. */
static void paths_are_those_in_the_case_file(void **state G_GNUC_UNUSED)
{
    static const char copy[] = "先进个人/甲/案卷/一";
    static const struct { const char *file; bool same; } known[] = {
        {"先进个人/甲/案卷/一/b.docx", true}, {"先进个人/甲/案卷/一.zip/b.docx", true},
        {"先进个人/甲/案卷/一/c.docx", false}, {"先进个人/甲/案卷/一二/b.docx", false}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Lab lab = lab_new();
        add_person(&lab, "甲", "先进个人/甲");
        add_case(lab.unit->casefiles, "一", "沅环||罚|2016|1");
        add_case(((UnitCandidate *)lab.unit->candidates->pdata[0])->casefiles, copy, "沅环||罚|2016|1");
        name_file(&lab, "一", "案卷/一/b.docx");
        name_file(&lab, copy, known[i].file);
        const Finding *original = lab.findings->pdata[0], *other = lab.findings->pdata[1];
        assert_true(finding_is_of_copy(other, original) == known[i].same);
        assert_false(finding_is_of_copy(original, original));
        g_autoptr(GPtrArray) groups = finding_groups(lab.catalogue, lab.unit, lab.findings);
        assert_int_equal(group_named(groups, "一", NULL)->findings->len, known[i].same ? 2 : 1);
        lab_free(&lab);
    }
}

/* A candidate's copy of a case file says what the case file says, and something of its own. */
static void copies_of_a_case_file_are_told_with_it(void **state G_GNUC_UNUSED)
{
    Lab lab = lab_new();
    add_person(&lab, "甲", "先进个人/甲");
    UnitCandidate *person = lab.unit->candidates->pdata[0];
    add_case(lab.unit->casefiles, "一", "沅环||罚|2016|1");
    add_case(lab.unit->casefiles, "二", "沅环||罚|2016|2");
    add_case(person->casefiles, "先进个人/甲/案卷/一", "沅环||罚|2016|1");
    say(&lab, "先进个人/甲/案卷/一", "先进个人/甲/案卷/一/a.docx", "xml");
    say(&lab, "先进个人/甲/案卷/一", "先进个人/甲/案卷/一/b.docx", "doctype");
    say(&lab, "一", "案卷/一/a.docx", "xml");
    say(&lab, "二", "案卷/二/b.docx", "doctype");
    g_autoptr(GPtrArray) groups = finding_groups(lab.catalogue, lab.unit, lab.findings);
    const FindingGroup *original = group_named(groups, "一", NULL), *own = group_named(groups, NULL, "甲");
    assert_int_equal(original->findings->len, 2);
    assert_string_equal(((const Finding *)original->findings->pdata[0])->file, "案卷/一/a.docx");
    assert_int_equal(own->findings->len, 1);
    assert_string_equal(((const Finding *)own->findings->pdata[0])->file, "先进个人/甲/案卷/一/b.docx");
    lab_free(&lab);
}

/* A copy of some papers only tells of the same place with fewer papers that agree. */
static void a_copy_of_some_papers_says_the_same_of_a_place(void **state G_GNUC_UNUSED)
{
    static const struct { const char *file, *place, *value, *others; bool same; } known[] = {
        {"先进个人/甲/案卷/一/a.docx", "P3", "向样城", "b.docx|P2", true},   {"先进个人/甲/案卷/一/a.docx", "P3", "向样城", NULL, true},
        {"先进个人/甲/案卷/一/a.docx", "P4", "向样城", "b.docx|P2", false},  {"先进个人/甲/案卷/一/b.docx", "P3", "向样城", "b.docx|P2", false},
        {"先进个人/甲/案卷/一/a.docx", "P3", "向样诚", "b.docx|P2", false}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Lab lab = lab_new();
        add_person(&lab, "甲", "先进个人/甲");
        add_case(lab.unit->casefiles, "一", "沅环||罚|2016|1");
        add_case(((UnitCandidate *)lab.unit->candidates->pdata[0])->casefiles, "先进个人/甲/案卷/一", "沅环||罚|2016|1");
        Finding *original = catalogue_add(lab.catalogue, lab.findings, "EXT-002", NULL, "一", "案卷/一/a.docx", "P3"),
                *copy = catalogue_add(lab.catalogue, lab.findings, "EXT-002", NULL, "先进个人/甲/案卷/一", known[i].file, known[i].place);
        finding_param(original, "value", "向样城");
        finding_param(original, "others", "b.docx|P2\nc.docx|P2");
        finding_param(copy, "value", known[i].value);
        finding_param(original, "agreed-file", "案卷/一/决定书及回证.docx"); /* the candidate's copy is two files */
        finding_param(copy, "agreed-file", "先进个人/甲/案卷/一/决定书.docx");
        if (known[i].others)
            finding_param(copy, "others", known[i].others);
        assert_true(finding_is_of_copy(copy, original) == known[i].same);
        g_autoptr(GPtrArray) groups = finding_groups(lab.catalogue, lab.unit, lab.findings);
        assert_int_equal(group_named(groups, "一", NULL)->findings->len, known[i].same ? 2 : 1);
        lab_free(&lab);
    }
}

/* Of the two papers that lack their number, one is a copy of the other, as the notices beside them have one number. */
static void copies_without_a_number_are_known_by_other_papers(void **state G_GNUC_UNUSED)
{
    static const char copy[] = "先进个人/甲/案卷/一";
    static const struct { const char *key, *own; int kind; bool same; } known[] = {
        {NULL, "沅环||罚告|2016|1", KIND_PENALTY, true},
        {NULL, "沅环||罚告|2016|2", KIND_PENALTY, false},
        {NULL, "沅环||罚告|2016|1", KIND_DETENTION, false},
        {"沅环||罚|2016|1", "沅环||罚告|2016|1", KIND_PENALTY, false}}; /* both speak, with two numbers */
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Lab lab = lab_new();
        add_person(&lab, "甲", "先进个人/甲");
        UnitCase *own = add_case(((UnitCandidate *)lab.unit->candidates->pdata[0])->casefiles, copy, known[i].key ? "沅环||罚|2016|2" : NULL),
                 *original = add_case(lab.unit->casefiles, "一", known[i].key);
        original->kind = KIND_PENALTY;
        own->kind = known[i].kind;
        g_ptr_array_add(original->own_keys, g_strdup("沅环||罚告|2016|1"));
        g_ptr_array_add(own->own_keys, g_strdup(known[i].own));
        name_file(&lab, "一", "案卷/一/b.docx");
        name_file(&lab, copy, "先进个人/甲/案卷/一/b.docx");
        g_autoptr(GPtrArray) groups = finding_groups(lab.catalogue, lab.unit, lab.findings);
        assert_int_equal(group_named(groups, "一", NULL)->findings->len, known[i].same ? 2 : 1);
        lab_free(&lab);
    }
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
    const struct CMUnitTest tests[] = {cmocka_unit_test(by_casefile_and_person),
                                       cmocka_unit_test(copies_of_a_case_file_are_told_with_it),
                                       cmocka_unit_test(paths_are_those_beside_the_file),
        cmocka_unit_test(paths_are_those_in_the_case_file),
        cmocka_unit_test(copies_without_a_number_are_known_by_other_papers),
        cmocka_unit_test(a_copy_of_some_papers_says_the_same_of_a_place),
        cmocka_unit_test(a_copy_may_carry_an_empty_value),
                                       cmocka_unit_test(a_hundred_thousand)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
