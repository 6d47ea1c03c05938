/* LAW-019 and SET-005: three times the limit.  Handed over as a crime on less (Interpretation 15 of 2013, art. 1(3)), or on
 * data that nobody of the province recognised (art. 11); handed over for detention alone though a heavy metal is as far over
 * its limit (State Council Order 310, art. 3). */
#include <string.h>

#include "exceedance.h"
#include "lawdates.h"
#include "text.h"

/* 三倍以上 is read as three times the limit, or as three times more than it: what is under the one and over the other
 * is not judged. */
enum { TIMES_LEAST = 3, TIMES_SURE = 4 };

/* Whether a file that was not read may be a report or a letter on its data: its name says nothing, or nothing else. */
static bool may_hold_data(const CaseGroup *group)
{
    static const char *const others[] = {"照片", "执照", "身份证", "代码证", "许可证", "回执", "回证", "签收", "抄送", "公安", "检察", "授权",
                                         "委托", "目录", "笔录", "凭证", "光盘", "现场", "平面图", "环评", "立案", "受案", "合同", NULL};
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        const char *named = file->facts->named_type;
        const bool open = !named || strcmp(named, "evidence") == 0 || strcmp(named, "other") == 0;
        if (file->facts->documents->len == 0 && open && !text_has_any(file->base, others))
            return true;
    }
    return law_has_scan(group, "monitoring-report");
}

/* ---- handed over as a crime ---- */

/* The items of article 1 on which the papers rest: whether (3) is all; the first that speaks of it. */
typedef struct { bool third, others; const Field *basis; } Grounds;

static void look_grounds(const SubFile *file, const Document *document, gpointer data)
{
    static const char article[] = "关于办理环境污染刑事案件适用法律若干问题的解释|1|";
    (void)file;
    Grounds *grounds = data;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        const char *at = strcmp(field->id, "laws-basis") == 0 ? strstr(field->value, article) : NULL;
        if (!at)
            continue;
        const bool third = g_str_has_suffix(at, "|3");
        grounds->third |= third;
        grounds->others |= !third;
    }
}

static Grounds grounds_of(const CaseGroup *group)
{
    Grounds grounds = {0};
    casegroup_each_of(group, "crime-transfer transfer-approval investigation-report", look_grounds, &grounds);
    for (guint i = 0; i < group->speaking->fields->len; i++) {
        const Field *field = group->speaking->fields->pdata[i];
        if (!grounds.basis && strcmp(field->id, "laws-basis") == 0 && strstr(field->value, "刑事案件") &&
            g_str_has_suffix(field->value, "|3"))
            grounds.basis = field;
    }
    return grounds;
}

/* The highest value against its limit; OPEN: some report tells none, or some paper tells times without a limit. */
typedef struct { double ratio; Saying saying; bool open; } Highest;

static void look_highest(const SubFile *file, const Document *document, gpointer data)
{
    Highest *highest = data;
    bool told = false;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        const bool with_limit = strcmp(field->id, "exceedance") == 0;
        Excess excess;
        if ((!with_limit && strcmp(field->id, "exceeded-by") != 0) || !excess_read(field, &excess))
            continue;
        const double ratio = with_limit && excess.limit > 0 ? excess.value / excess.limit : excess.times + 1;
        told |= with_limit && excess.limit > 0;
        if (ratio > highest->ratio) {
            highest->ratio = ratio;
            highest->saying = (Saying){file, document, field};
        }
    }
    highest->open |= strcmp(document->type, "monitoring-report") == 0 && !told;
}

static void param_ratio(Finding *finding, double ratio)
{
    char shown[G_ASCII_DTOSTR_BUF_SIZE];
    finding_param(finding, "ratio", g_ascii_formatd(shown, sizeof shown, "%.2f", ratio));
}

static void check_below(Check *check, const CaseGroup *group, const Grounds *grounds)
{
    Highest highest = {0};
    casegroup_each_document(group, look_highest, &highest);
    if (highest.open || highest.ratio <= 0 || highest.ratio >= TIMES_LEAST || may_hold_data(group) ||
        casegroup_count(group, "monitoring-report") == 0)
        return;
    Finding *finding = check_add(check, "LAW-019", "below-three", group, group->speaking_file, grounds->basis->place);
    finding_param(finding, "doctype", group->speaking->type);
    param_quote(finding, "quote", field_quote(grounds->basis));
    param_ratio(finding, highest.ratio);
    param_quote(finding, "other-quote", field_quote(highest.saying.field));
    finding_param(finding, "other-file", highest.saying.file->facts->path);
    finding_param(finding, "other-place", highest.saying.field->place);
}

/* The stations that measured, none of which is the province's or unknown. */
typedef struct { const Field *station; bool other, recognised; } Stations;

static void look_station(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    Stations *stations = data;
    stations->recognised |= document_value(document, "recognised") != NULL;
    if (strcmp(document->type, "monitoring-report") != 0)
        return;
    const Field *station = document_value(document, "monitored-by");
    static const char *const of_bureaus[] = {"监测站", "监测中心", NULL};
    const bool of_bureau = station && text_has_any(station->value, of_bureaus) && !strstr(station->value, "省") &&
                           !strstr(station->value, "公司");
    stations->other |= !of_bureau;
    if (!stations->station)
        stations->station = station;
}

static void check_recognised(Check *check, const CaseGroup *group, const Grounds *grounds)
{
    static const char *const papers[] = {"认可", "鉴定", "检验", "确认函", NULL};
    Stations stations = {0};
    casegroup_each_document(group, look_station, &stations);
    if (!stations.station || stations.other || stations.recognised || law_has_paper(group, papers) ||
        may_hold_data(group))
        return;
    Finding *finding = check_add(check, "SET-005", "recognition", group, group->speaking_file, grounds->basis->place);
    param_quote(finding, "quote", field_quote(grounds->basis));
    finding_param(finding, "agency", stations.station->value);
}

/* ---- handed over for detention ---- */

/* Whether the name of a heavy metal stands right before VALUE in TEXT; of a row of a table, whether it begins so. */
static bool is_of_metal(const char *text, const char *value)
{
    static const char *const metals[] = {"镉", "铅", "汞", "铬", "砷", "铊", "锑", NULL};
    static const char *const stops[] = {"，", "。", "；", "、", ",", ";", " "};
    const char *at = strchr(value, '|') ? text + strcspn(text, " 0123456789") : strstr(text, value), *from = text;
    for (size_t i = 0; at && i < G_N_ELEMENTS(stops); i++) {
        const char *stop = g_strrstr_len(text, (gssize)(at - text), stops[i]);
        from = stop ? MAX(from, stop + strlen(stops[i])) : from;
    }
    g_autofree char *name = at ? g_strndup(from, (gsize)(at - from)) : NULL;
    return text_has_any(name, metals);
}

static void look_metal(const SubFile *file, const Document *document, gpointer data)
{
    Highest *highest = data;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        Excess excess;
        if (strcmp(field->id, "exceedance") != 0 || !is_of_metal(field_quote(field), field->value) ||
            !excess_read(field, &excess) || excess.limit <= 0 || excess.value / excess.limit <= highest->ratio)
            continue;
        highest->ratio = excess.value / excess.limit;
        highest->saying = (Saying){file, document, field};
    }
}

static void look_denial(const SubFile *file, const Document *document, gpointer data)
{
    Saying *denial = data;
    const Field *denied = document_value(document, "no-crime");
    if (denied && !denial->field)
        *denial = (Saying){file, document, denied};
}

static void check_detention(Check *check, const CaseGroup *group)
{
    static const char *const crimes[] = {"刑移", "涉嫌犯罪", "涉嫌环境犯罪", "污染环境罪", NULL};
    Highest highest = {0};
    Saying denial = {0};
    casegroup_each_of(group, "detention-transfer", look_denial, &denial);
    casegroup_each_of(group, "transfer-approval investigation-report", look_denial, &denial);
    if (!denial.field || casegroup_count(group, "crime-transfer") > 0 || law_has_paper(group, crimes))
        return;
    casegroup_each_document(group, look_metal, &highest);
    if (highest.ratio < TIMES_SURE)
        return;
    Finding *finding = check_add(check, "LAW-019", "crime", group, denial.file, denial.field->place);
    finding_param(finding, "doctype", denial.document->type);
    finding_param(finding, "denial", denial.field->value);
    param_ratio(finding, highest.ratio);
    param_quote(finding, "quote", field_quote(highest.saying.field));
    finding_param(finding, "other-file", highest.saying.file->facts->path);
    finding_param(finding, "other-place", highest.saying.field->place);
}

void crime_check(Check *check, CaseGroup *group)
{
    if (!group->speaking)
        return;
    if (group->kind == KIND_DETENTION)
        check_detention(check, group);
    const Grounds grounds = group->kind == KIND_CRIME ? grounds_of(group) : (Grounds){0};
    if (!grounds.third || grounds.others || !grounds.basis)
        return;
    check_below(check, group, &grounds);
    check_recognised(check, group, &grounds);
}
