/* What a daily decision counts, where its table says it and its sentences as well: each case with a near miss. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "linefacts.h"

#define DAILY "^按日连续处罚决定书\n沅环连罚〔2016〕1号\n"
#define CELLS \
    "|计罚起始日期|2016年9月15日\n|计罚截止日期|2016年9月26日\n|计罚日数|12日\n|每日罚款数额|100000元\n|处罚内容|"
#define SIGNED "\n沅陵县环境保护局\n2016年10月20日"

static void check(const char *lines, const char *field, const char *expected) { linefacts_check(lines, field, expected); }

/* Two values are told where a sentence counts otherwise than the cells. */
static void a_sentence_that_counts_stands_beside_the_cells(void **state)
{
    (void)state;
#define PERIOD(first, last) DAILY CELLS "我局决定对你公司实施按日连续处罚：自2016年" first "起至2016年" last "止，共12日。" SIGNED
    check(PERIOD("9月14日", "9月26日"), "first-day", "2016-09-15 2016-09-14");
    check(PERIOD("9月14日", "9月26日"), "last-day", "2016-09-26");
    check(PERIOD("9月15日", "9月25日"), "last-day", "2016-09-26 2016-09-25");
    check(PERIOD("9月15日", "9月26日"), "first-day", "2016-09-15");
    check(PERIOD("9月15日", "9月26日"), "last-day", "2016-09-26");
#define SAID(sentence) DAILY CELLS sentence SIGNED
    check(SAID("起始日为2016年9月14日，每日罚款10万元。"), "first-day", "2016-09-15 2016-09-14");
    check(SAID("计罚至复查之日，终止日为2016年9月25日。"), "last-day", "2016-09-26 2016-09-25");
    check(SAID("2016年9月14日至26日，共12日，每日罚款10万元。"), "first-day", "2016-09-15 2016-09-14");
    check(SAID("每日罚款10万元，共计12日（2016年9月15日至9月25日）。"), "last-day", "2016-09-26 2016-09-25");
    check(SAID("100000元×13日＝1300000元。"), "days", "12 13");
    check(SAID("100000元×12日＝1200000元。"), "days", "12");
    check(SAID("13日内缴纳1300000元。"), "days", "12");
    check(SAID("以80000元为基数按日连续处罚。"), "per-day-yuan", "100000.00 80000.00");
    check(SAID("以100000元为基数按日连续处罚。"), "per-day-yuan", "100000.00");
    /* the same before the cells */
    check(DAILY "我局决定对你公司按日连续处罚，自2016年9月14日起至2016年9月26日止，具体如下：\n" CELLS "罚款。" SIGNED, "first-day",
          "2016-09-14 2016-09-15");
}

/* What both say is told where the rule of the better rank read it, whichever stands first. */
static void a_value_that_both_say_is_that_of_the_cell(void **state)
{
    (void)state;
    FileFacts *facts = linefacts_read("x/决定书.docx", DAILY "自2016年9月15日起至2016年9月26日止按日连续处罚：\n" CELLS "罚款。" SIGNED);
    const Document *decision = facts->documents->pdata[0];
    for (guint i = 0; i < decision->fields->len; i++) {
        const Field *field = decision->fields->pdata[i];
        if (strcmp(field->id, "first-day") == 0)
            assert_string_equal(field->rule, "label:计罚起始日期");
    }
    record_free(&file_facts_type, facts);
}

/* What happened on other days, what was told before and what an earlier round counted is not what is counted here. */
static void other_days_do_not_stand_beside_the_cells(void **state)
{
    (void)state;
    check(SAID("你公司自2016年9月1日起至2016年9月7日止超标排放。"), "first-day", "2016-09-15");
    check(SAID("自送达之日（2016年9月14日）至复查之日（2016年9月26日）你公司拒不改正，应当按日连续处罚。"), "first-day",
          "2016-09-15");
    check(SAID("自送达之次日（2016年9月14日）起至复查之日（2016年9月26日）止，应当按日连续处罚。"), "first-day",
          "2016-09-15 2016-09-14");
    check(SAID("自2016年9月14日（责令改正决定送达之日）起至2016年9月26日止拒不改正，应当按日连续处罚。"), "first-day",
          "2016-09-15");
    check(SAID("我局告知你公司，拟自2016年9月14日起至2016年9月26日止按日连续处罚，你公司申辩。"), "first-day", "2016-09-15");
    check(SAID("第一次按日连续处罚自2016年8月2日起至2016年8月13日止，已另案执行。"), "first-day", "2016-09-15");
    check(SAID("2016年9月14日送达责令改正决定，2016年9月27日复查，决定按日连续处罚。"), "first-day", "2016-09-15");
    check(SAID("2016年9月14日送达责令改正决定，2016年9月27日复查，决定按日连续处罚。"), "last-day", "2016-09-26");
}

/* Without cells the ranks of the sentences are as they were; a notice has no cells of its own. */
static void sentences_alone_keep_their_ranks(void **state)
{
    (void)state;
    check(DAILY "我局决定对你厂自2016年9月11日起按日连续处罚，至2016年9月30日止，共计二十天。" SIGNED, "first-day", "2016-09-11");
    check(DAILY "计罚期间自2016年9月15日起至2016年9月26日止，共12日，每日罚款10万元。" SIGNED, "last-day", "2016-09-26");
    /* two sentences that count, of two ranks */
    check(DAILY "按日连续处罚自2016年9月15日起至2016年9月26日止。\n2016年9月14日至26日，共12日，每日罚款10万元。" SIGNED,
          "first-day", "2016-09-15 2016-09-14");
}

/* A notice is compared with its decision by its sentence, and by its cells where that does not count. */
static void cells_of_a_notice_count_where_no_sentence_does(void **state)
{
    (void)state;
#define NOTICE(sentence) \
    "^按日连续处罚事先（听证）告知书\n沅环连罚告〔2016〕1号\n" CELLS "我局拟对你公司实施按日连续处罚" sentence "。" SIGNED
    check(NOTICE(""), "first-day", "2016-09-15");
    check(NOTICE(""), "last-day", "2016-09-26");
    check(NOTICE(""), "days", "12");
    check(NOTICE(""), "per-day-yuan", "100000.00");
    check(NOTICE("，自2016年9月14日起至2016年9月25日止，共13日，每日罚款80000元"), "first-day", "2016-09-14");
    check(NOTICE("，自2016年9月14日起至2016年9月25日止，共13日，每日罚款80000元"), "last-day", "2016-09-25");
    check(NOTICE("，自2016年9月14日起至2016年9月25日止，共13日，每日罚款80000元"), "days", "13");
    check(NOTICE("，自2016年9月14日起至2016年9月25日止，共13日，每日罚款80000元"), "per-day-yuan", "80000.00");
}

/* Other papers repeat what is counted where they speak of it; elsewhere a term is what it is. */
static void other_papers_repeat_what_is_counted(void **state)
{
    (void)state;
#define DISCUSSED(sentence) "^案件集体讨论笔录\n|时间|2016年10月17日\n|结论|" sentence
#define PENALTY "同意对该公司实施按日连续处罚，自2016年9月15日起至2016年9月26日止，共12日，罚款总额1200000元。"
    check(DISCUSSED(PENALTY), "first-day", "2016-09-15");
    check(DISCUSSED(PENALTY), "last-day", "2016-09-26");
    check(DISCUSSED(PENALTY), "days", "12");
    check(DISCUSSED("该公司自2016年8月1日起至2016年9月7日止超标排放，共38日，同意罚款10万元。"), "first-day", "");
    check(DISCUSSED("该公司自2016年8月1日起至2016年9月7日止超标排放，共38日，同意罚款10万元。"), "days", "");
#define CLOSED "^结案审批表\n|处罚决定书文号|沅环连罚〔2016〕1号\n|处罚决定|"
    check(CLOSED PENALTY, "first-day", "2016-09-15");
    check(CLOSED PENALTY, "decision-date", "");
    check(CLOSED "2016年10月18日作出，罚款120万元。", "decision-date", "2016-10-18");
    check("^按日连续处罚审批表\n|承办人意见|建议自2016年9月15日起至26日止按日连续处罚，共12日。", "last-day", "2016-09-26");
}

/* Where a figure stands once more is kept, so that all its places are told when it is wrong. */
static void further_places_of_a_figure_are_kept(void **state)
{
    (void)state;
#define COUNTED "我局决定对你公司按日连续处罚：自2016年9月15日起至2016年9月26日止，共12日，每日罚款100000元，罚款总额1200000元。"
    check(DAILY CELLS COUNTED SIGNED, "again", "first-day|2016-09-15 last-day|2016-09-26 days|12 per-day-yuan|100000.00");
    check(DAILY CELLS COUNTED SIGNED, "first-day", "2016-09-15");
    check(DAILY CELLS COUNTED SIGNED, "days", "12");
    check(DAILY COUNTED SIGNED, "again", ""); /* one paragraph */
    check(DAILY COUNTED "\n罚款总额为人民币壹佰贰拾万元整。" SIGNED, "again", "total-yuan|1200000.00");
    check(DAILY COUNTED "\n罚款总额为人民币壹佰叁拾万元整。" SIGNED, "again", "");
    check(DAILY CELLS "我局决定对你公司按日连续处罚：自2016年9月14日起至2016年9月26日止。\n计罚期间自2016年9月14日起至9月26日止。" SIGNED,
          "again", "last-day|2016-09-26 last-day|2016-09-26 first-day|2016-09-14");
    check("^沅陵县环境保护局行政处罚决定书\n我局决定罚款叁万元。\n以上罚款叁万元。" SIGNED, "again", "");
}

/* When the order was served, in its cell and in a sentence. */
static void another_day_of_service_in_a_sentence_is_told(void **state)
{
    (void)state;
#define SERVED(day)                                                                                                   \
    DAILY "我局于2016年" day "向你公司送达了沅环责改〔2016〕20号《责令改正违法行为决定书》，你公司拒不改正。\n" \
          "|责令改正决定书送达日期|2016年9月14日\n" CELLS "罚款。" SIGNED
    check(SERVED("9月13日"), "order-served-on", "2016-09-13");
    check(SERVED("9月13日"), "order-service-date", "2016-09-14");
    check(SERVED("9月14日"), "order-served-on", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sentence_that_counts_stands_beside_the_cells),
        cmocka_unit_test(a_value_that_both_say_is_that_of_the_cell),
        cmocka_unit_test(other_days_do_not_stand_beside_the_cells),
        cmocka_unit_test(sentences_alone_keep_their_ranks),
        cmocka_unit_test(cells_of_a_notice_count_where_no_sentence_does),
        cmocka_unit_test(other_papers_repeat_what_is_counted),
        cmocka_unit_test(further_places_of_a_figure_are_kept),
        cmocka_unit_test(another_day_of_service_in_a_sentence_is_told),
    };
    return cmocka_run_group_tests(tests, linefacts_load, linefacts_unload);
}
