/* EXT-002, address: the party's address in the decision and in the papers beside it. */
#include "findingcases.h"

#define DECISION "案卷/行政处罚1/决定书.docx"
#define NOTICE "案卷/行政处罚1/告知书.docx"

static void stand(Field *field, const char *place, const char *rule)
{
    g_free(field->place);
    g_free(field->rule);
    field->place = g_strdup(place);
    field->rule = g_strdup(rule);
}

/* The head of the firm in the third line of the paper at PATH, and its address by LABEL at PLACE. */
static void addressed_as(Submitted *s, const char *path, const char *address, const char *label, const char *place)
{
    set_field(s, path, "legal-rep", "唐例山");
    stand(the_field(s, path, "legal-rep"), "P3", "label:法定代表人");
    set_field(s, path, "address", address);
    stand(the_field(s, path, "address"), place, label);
}
static void addressed(Submitted *s, const char *path, const char *address) { addressed_as(s, path, address, "label:地址", "P5"); }
static void addresses(Submitted *s, const char *decided, const char *told)
{
    addressed(s, DECISION, decided);
    addressed(s, NOTICE, told);
}

static void another_number(Submitted *s) { addresses(s, "沅陵县沅陵镇辰州中街8号", "沅陵镇辰州中街18号"); }
static void the_number(Submitted *s) { addresses(s, "沅陵县沅陵镇辰州中街8号", "辰州中街８号"); }
static void another_road(Submitted *s) { addresses(s, "沅陵县辰州中街8号", "沅陵县迎宾街8号"); }
static void the_road_in_short(Submitted *s) { addresses(s, "沅陵县辰州中街8号", "沅陵县辰州街8号"); }
static void another_village(Submitted *s) { addresses(s, "沅陵县官庄镇乌有村", "官庄镇亡是村"); }
static void no_village(Submitted *s) { addresses(s, "沅陵县官庄镇乌有村", "沅陵县官庄镇"); }
static void a_building(Submitted *s) { addresses(s, "沅陵县辰州中街8号", "沅陵县辰州中街8号3号楼"); }
static void another_label(Submitted *s)
{
    another_number(s);
    addressed_as(s, NOTICE, "沅陵镇辰州中街18号", "label:生产地址", "P5");
}
static void the_bureaus_own(Submitted *s)
{
    another_number(s);
    addressed_as(s, NOTICE, "沅陵镇辰州中街18号", "label:地址", "P19");
}
static void two_in_the_notice(Submitted *s)
{
    another_number(s);
    stand(add_field(the_document(s, NOTICE), "address", "沅陵镇辰州中街28号"), "P5", "label:地址");
}
static void of_another_firm(Submitted *s)
{
    another_number(s);
    set_field(s, NOTICE, "party", "沅陵县红枫塑料有限公司");
}
static void in_a_sentence(Submitted *s)
{
    another_number(s);
    addressed_as(s, NOTICE, "沅陵镇辰州中街18号", "address-inline", "P5");
}
static void another_number_in_a_table(Submitted *s)
{
    another_number(s);
    stand(the_field(s, NOTICE, "legal-rep"), "T1R2C2", "label:法定代表人");
    stand(the_field(s, NOTICE, "address"), "T1R6C2", "label:地址");
}
static void another_number_in_another_table(Submitted *s)
{
    another_number_in_a_table(s);
    stand(the_field(s, NOTICE, "address"), "T2R6C2", "label:地址");
}

static void another_town(Submitted *s) { addresses(s, "沅陵县官庄镇乌有村", "沅陵县凉水井镇乌有村"); }
static void no_town(Submitted *s) { addresses(s, "沅陵县官庄镇乌有村", "沅陵县乌有村"); }
static void another_county(Submitted *s) { addresses(s, "沅陵县官庄镇", "辰溪县官庄镇"); }
static void the_county_with_its_city(Submitted *s) { addresses(s, "沅陵县官庄镇", "怀化市沅陵县官庄镇"); }
static void another_group(Submitted *s) { addresses(s, "沅陵县官庄镇乌有村2组", "沅陵县官庄镇乌有村5组"); }
static void no_group(Submitted *s) { addresses(s, "沅陵县官庄镇乌有村2组", "沅陵县官庄镇乌有村"); }
static void nothing_alike(Submitted *s) { addresses(s, "沅陵县锦滨乡高新产业园", "沅陵县老城区沿河大堤"); }
static void the_park_alike(Submitted *s) { addresses(s, "沅陵县锦滨乡高新产业园", "沅陵县高新产业园区内"); }
static void a_seat_told_in_a_sentence(Submitted *s)
{
    another_number(s);
    addressed_as(s, DECISION, "沅陵县沅陵镇辰州中街8号", "address-inline", "P5");
    quote_field(the_field(s, DECISION, "address"), "住所地沅陵县沅陵镇辰州中街8号");
    addressed(s, "案卷/行政处罚1/调查报告.docx", "沅陵县沅陵镇辰州中街8号");
}
static void a_place_told_in_a_sentence(Submitted *s)
{
    a_seat_told_in_a_sentence(s);
    quote_field(the_field(s, DECISION, "address"), "位于沅陵县沅陵镇辰州中街8号");
}
static void another_label_that_others_agree_by(Submitted *s)
{
    another_label(s);
    addressed_as(s, "案卷/行政处罚1/调查报告.docx", "沅陵县沅陵镇辰州中街8号", "label:生产地址", "P5");
}

static const FindingCase cases[] = {
    RAISED("EXT-002", "address", another_town, no_town),
    RAISED("EXT-002", "address", another_county, the_county_with_its_city),
    RAISED("EXT-002", "address", another_group, no_group),
    RAISED("EXT-002", "address", nothing_alike, the_park_alike),
    RAISED("EXT-002", "address", a_seat_told_in_a_sentence, a_place_told_in_a_sentence),
    RAISED("EXT-002", "address", another_label_that_others_agree_by, another_label),
    RAISED("EXT-002", "address", another_number, the_number),
    RAISED("EXT-002", "address", another_road, the_road_in_short),
    RAISED("EXT-002", "address", another_village, no_village),
    RAISED("EXT-002", "address", another_number, a_building),
    RAISED("EXT-002", "address", another_number, another_label),
    RAISED("EXT-002", "address", another_number, the_bureaus_own),
    RAISED("EXT-002", "address", another_number, two_in_the_notice),
    RAISED("EXT-002", "address", another_number, of_another_firm),
    RAISED("EXT-002", "address", another_number, in_a_sentence),
    RAISED("EXT-002", "address", another_number_in_a_table, another_number_in_another_table),
};

int main(void)
{
    return finding_cases_run("addresses", cases, G_N_ELEMENTS(cases));
}
