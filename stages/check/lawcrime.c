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
    return law_has_unread(group, "monitoring-report");
}

/* ---- handed over as a crime ---- */

static void param_ratio(Finding *finding, double ratio)
{
    char shown[G_ASCII_DTOSTR_BUF_SIZE];
    finding_param(finding, "ratio", g_ascii_formatd(shown, sizeof shown, "%.2f", ratio));
}

/* The items of article 1 on which the papers rest: whether (3) is all; the first that speaks of it, or the words of it in the
 * letter; whether the letter and what it rests on, or any paper, has a word of another ground. */
typedef struct { bool third, others; const Field *basis, *words; bool led_elsewhere, other_words; } Grounds;

static void look_grounds(const SubFile *file, const Document *document, gpointer data)
{
    static const char article[] = "关于办理环境污染刑事案件适用法律若干问题的解释|1|";
    (void)file;
    Grounds *grounds = data;
    grounds->led_elsewhere |= document_value(document, "other-ground") != NULL;
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

static void look_words(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    ((Grounds *)data)->other_words |= document_value(document, "other-ground") != NULL;
}

static Grounds grounds_of(const CaseGroup *group)
{
    Grounds grounds = {.words = document_value(group->speaking, "threefold")};
    casegroup_each_of(group, "crime-transfer transfer-approval investigation-report", look_grounds, &grounds);
    casegroup_each_document(group, look_words, &grounds);
    for (guint i = 0; i < group->speaking->fields->len; i++) {
        const Field *field = group->speaking->fields->pdata[i];
        if (!grounds.basis && strcmp(field->id, "laws-basis") == 0 && strstr(field->value, "刑事案件") &&
            g_str_has_suffix(field->value, "|3"))
            grounds.basis = field;
    }
    return grounds;
}

/* A field that tells a value and its limit, by times or without. */
static bool read_with_limit(const Field *field, Excess *excess)
{
    if (strcmp(field->id, "over-limit") == 0)
        return excess_read_limit(field, excess);
    return strcmp(field->id, "exceedance") == 0 && excess_read(field, excess) && excess->limit > 0;
}

enum { LIMITS_MAX = 100 }; /* a case file with more values beside their limits is none that people wrote */

static void look_limits(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    GArray *limits = data;
    for (guint i = 0; i < document->fields->len && limits->len < LIMITS_MAX; i++) {
        Excess excess;
        if (read_with_limit(document->fields->pdata[i], &excess))
            g_array_append_val(limits, excess);
    }
}

/* The smallest of LIMITS that VALUE stands beside somewhere; 0 for none. */
static double limit_of(const GArray *limits, double value)
{
    double least = 0;
    for (guint i = 0; i < limits->len; i++) {
        const Excess *excess = &g_array_index(limits, Excess, i);
        if (excess->value == value && (least <= 0 || excess->limit < least))
            least = excess->limit;
    }
    return least;
}

/* The highest value against its limit; OPEN: some report tells none, or something that tells a value and a limit
 * cannot be read. */
typedef struct { const GArray *limits; double ratio; Saying saying; bool open; } Highest;

static double ratio_of(const Highest *highest, const Field *field)
{
    Excess excess;
    if (read_with_limit(field, &excess))
        return excess.value / excess.limit;
    if ((strcmp(field->id, "exceedance") != 0 && strcmp(field->id, "exceeded-by") != 0) || !excess_read(field, &excess))
        return 0;
    const double limit = limit_of(highest->limits, excess.value);
    return limit > 0 ? excess.value / limit : excess.times + 1;
}

static void look_highest(const SubFile *file, const Document *document, gpointer data)
{
    Highest *highest = data;
    bool told = false;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        const double ratio = ratio_of(highest, field);
        Excess excess;
        told |= ratio > 0 && read_with_limit(field, &excess);
        highest->open |= ratio <= 0 && strcmp(field->id, "over-limit") == 0;
        if (ratio > highest->ratio) {
            highest->ratio = ratio;
            highest->saying = (Saying){file, document, field};
        }
    }
    highest->open |= strcmp(document->type, "monitoring-report") == 0 && !told;
}

/* Whether papers speak of times that may be three times the limit and are not those of the highest value. */
typedef struct { double ratio; bool more; } Times;

static void look_times(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    Times *times = data;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, "times-told") != 0)
            continue;
        const double told = g_ascii_strtod(field->value, NULL);
        times->more |= told <= 0 || (told + 1 >= TIMES_LEAST && (told > times->ratio + 0.06 || told < times->ratio - 0.06));
    }
}

/* Whether the letter itself tells all its figures with their limits, so that no report need be read. */
static bool letter_tells_all(const CaseGroup *group, const Highest *highest)
{
    g_autoptr(GArray) own = g_array_new(FALSE, FALSE, sizeof(Excess));
    look_limits(group->speaking_file, group->speaking, own);
    Times times = {highest->ratio, false};
    casegroup_each_document(group, look_times, &times);
    for (guint i = 0; i < group->speaking->fields->len; i++) {
        const Field *field = group->speaking->fields->pdata[i];
        const double figure = strcmp(field->id, "concentration") == 0 ? g_ascii_strtod(field->value, NULL) : 0;
        bool known = figure <= 0;
        for (guint k = 0; !known && k < own->len; k++)
            known = figure == g_array_index(own, Excess, k).value || figure == g_array_index(own, Excess, k).limit;
        if (!known)
            return false;
    }
    return own->len > 0 && !times.more;
}

static bool reports_tell_all(const CaseGroup *group, const Highest *highest)
{
    return !highest->open && !may_hold_data(group) && casegroup_count(group, "monitoring-report") > 0;
}

/* The ground that the letter gives, though the figures do not reach it; NULL for none.  *NONE: it gives no ground at all. */
static const Field *ground_given(const CaseGroup *group, const Grounds *grounds, const Highest *highest, bool *none)
{
    const bool letter = letter_tells_all(group, highest), told = letter || reports_tell_all(group, highest);
    *none = false;
    if (grounds->others)
        return NULL;
    if (grounds->third && grounds->basis)
        return reports_tell_all(group, highest) || (letter && !grounds->led_elsewhere) ? grounds->basis : NULL;
    if (grounds->words)
        return told && !grounds->led_elsewhere ? grounds->words : NULL;
    static const char *const elsewhere[] = {"危险废物", "危废", "暗管", "渗", "鉴定", "认定", "损失", "评估", NULL};
    *none = letter && !grounds->third && !grounds->led_elsewhere && !grounds->other_words && !law_has_paper(group, elsewhere);
    return NULL;
}

/* Of all papers; where these are known to tell another value than was measured, of the reports. */
static Highest highest_of(const Check *check, const CaseGroup *group, const GArray *limits)
{
    Highest highest = {.limits = limits}, reported = {.limits = limits};
    casegroup_each_document(group, look_highest, &highest);
    if (highest.ratio < TIMES_LEAST || highest.open || !measured_is_told(check, group))
        return highest;
    casegroup_each_of(group, "monitoring-report", look_highest, &reported);
    return reported;
}

static void check_below(Check *check, const CaseGroup *group, const Grounds *grounds)
{
    g_autoptr(GArray) limits = g_array_new(FALSE, FALSE, sizeof(Excess));
    casegroup_each_document(group, look_limits, limits);
    const Highest highest = highest_of(check, group, limits);
    bool none = false;
    const Field *basis = highest.ratio > 0 && highest.ratio < TIMES_LEAST ? ground_given(group, grounds, &highest, &none) : NULL;
    if (!basis && !none)
        return;
    const char *place = basis ? basis->place : highest.saying.field->place;
    Finding *finding = check_add(check, "LAW-019", basis ? "below-three" : "no-ground", group, group->speaking_file, place);
    finding_param(finding, "doctype", group->speaking->type);
    if (basis)
        param_quote(finding, "quote", field_quote(basis));
    param_ratio(finding, highest.ratio);
    param_quote(finding, "other-quote", field_quote(highest.saying.field));
    if (!basis && highest.saying.document == group->speaking)
        return;
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
    if (group->kind != KIND_CRIME)
        return;
    const Grounds grounds = grounds_of(group);
    check_below(check, group, &grounds);
    if (grounds.third && !grounds.others && grounds.basis)
        check_recognised(check, group, &grounds);
}
