#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "labelindex.h"

static const FieldRule party = {.id = "party"}, date = {.id = "service-date"};

static LabelRule of(const FieldRule *field)
{
    return (LabelRule){.field = field, .docs = UINT64_MAX, .rank = 1};
}

static LabelIndex *index_of(const char *const *spelt)
{
    LabelIndex *index = labelindex_new();
    const LabelRule rule = of(&party);
    for (; *spelt; spelt++)
        labelindex_add(index, &rule, *spelt);
    return index;
}

static void check_label(const LabelIndex *index, const char *name, const char *rule)
{
    const GPtrArray *labels = labelindex_find(index, name);
    assert_int_equal(labels ? labels->len : 0, rule ? 1 : 0);
    if (rule)
        assert_string_equal(((const LabelRule *)labels->pdata[0])->rule, rule);
}

static void every_choice_is_a_label(void **state)
{
    (void)state;
    g_autoptr(LabelIndex) index = index_of((const char *const[]){"局{长|领导}{意见|批示}", "地址", NULL});
    check_label(index, "局长意见", "label:局长意见");
    check_label(index, "局领导批示", "label:局领导批示");
    check_label(index, "地址", "label:地址");
    check_label(index, "局长", NULL);
    check_label(index, "局", NULL);
    check_label(index, "住址", NULL);
    check_label(index, "", NULL);
}

/* The first character is told by a choice, or by what follows one that is empty. */
static void a_choice_may_begin_a_label(void **state)
{
    (void)state;
    g_autoptr(LabelIndex) index = index_of((const char *const[]){"{|组织|企业组织}{机构|单位}代码{|号}", NULL});
    check_label(index, "机构代码", "label:机构代码");
    check_label(index, "单位代码号", "label:单位代码号");
    check_label(index, "组织机构代码", "label:组织机构代码");
    check_label(index, "企业组织单位代码", "label:企业组织单位代码");
    check_label(index, "组织代码", NULL);
    check_label(index, "代码", NULL);
}

static void labels_keep_their_order(void **state)
{
    (void)state;
    g_autoptr(LabelIndex) index = labelindex_new();
    const LabelRule first = of(&date), second = of(&party);
    labelindex_add(index, &first, "{签收|收件}人");
    labelindex_add(index, &second, "收{件|货}人");
    const GPtrArray *labels = labelindex_find(index, "收件人");
    assert_non_null(labels);
    assert_int_equal(labels->len, 2);
    assert_ptr_equal(((const LabelRule *)labels->pdata[0])->field, &date);
    assert_ptr_equal(((const LabelRule *)labels->pdata[1])->field, &party);
    assert_int_equal(labelindex_find(index, "收货人")->len, 1);
}

/* One or two characters are too little to be found in the middle of a line. */
static void short_labels_stand_alone(void **state)
{
    (void)state;
    g_autoptr(LabelIndex) index = index_of((const char *const[]){"{住|地}址", "居住地", NULL});
    assert_true(((const LabelRule *)labelindex_find(index, "住址")->pdata[0])->exact);
    assert_false(((const LabelRule *)labelindex_find(index, "居住地")->pdata[0])->exact);
}

static void labels_are_reworded(void **state)
{
    (void)state;
    g_autoptr(LabelIndex) index = index_of((const char *const[]){"当事人{签字|盖章}", NULL});
    check_label(index, "当事人签名", "label:当事人签名");
    check_label(index, "当事人签字", NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_choice_is_a_label), cmocka_unit_test(a_choice_may_begin_a_label), cmocka_unit_test(labels_keep_their_order),
        cmocka_unit_test(short_labels_stand_alone), cmocka_unit_test(labels_are_reworded)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
