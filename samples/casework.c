/* The case files and table rows of a unit: numbers, dates and sums, given or worked out. */
#include <stdlib.h>
#include <string.h>

#include "codes.h"
#include "unit.h"

#define LAST_DAY_TEXT "2016-11-30" /* nothing in a package is younger */
#define LARGE_FINE_YUAN 50000      /* decided by the bureau's meeting */

typedef struct {
    Unit *unit;
    const char *section;
    Fields *fields;
    char *case_id;
} Work;

static Day given_day(const Work *work, const char *key) {
    if (!unit_has(work->unit, work->section, key)) return DAY_NONE;
    g_autofree char *text = unit_need(work->unit, work->section, key);
    Day day = day_parse_iso(text);
    if (day == DAY_NONE)
        maker_fail("%s [%s]：%s=%s 不是日期 / is no date\n", work->unit->path, work->section, key, text);
    return day;
}

static Day needed_day(const Work *work, const char *key) {
    g_free(unit_need(work->unit, work->section, key));
    return given_day(work, key);
}

/* The recipe's day, else OTHERWISE; put into the fields under KEY. */
static Day put_day(Work *work, const char *key, Day otherwise) {
    Day day = given_day(work, key);
    if (day == DAY_NONE) day = otherwise;
    unit_put_day(work->fields, key, day);
    return day;
}

static int64_t needed_yuan(const Work *work, const char *key) {
    g_autofree char *text = unit_need(work->unit, work->section, key);
    return g_ascii_strtoll(text, NULL, 10);
}

/* 31 of 沅环罚字〔2016〕31号: the digits before 号. */
static char *serial_of(const char *number) {
    const char *end = g_strrstr(number, "号");
    const char *start = end ? end : number + strlen(number);
    end = start;
    while (start > number && g_ascii_isdigit(start[-1])) start--;
    return g_strndup(start, (gsize)(end - start));
}

/* FIELD as the recipe says, else made of the unit's prefix, TOKEN and the serial of NUMBER. */
static void put_number(Work *work, const char *field, const char *token, const char *number) {
    g_autofree char *serial = serial_of(number);
    g_auto(GStrv) style = g_strsplit(work->unit->style, "%s", 2);
    g_autofree char *made = g_strconcat(work->unit->prefix, token, style[0], serial, style[1], NULL);
    g_autofree char *value = unit_value(work->unit, work->section, field, made);
    fields_put(work->fields, field, value);
}

static void put_numbers(Work *work, const char *base) {
    put_number(work, "filing-number", "立", base);
    put_number(work, "order-number", "责改", base);
    put_number(work, "notice-number", "罚告", base);
    g_autofree char *serial = serial_of(base);
    fields_put(work->fields, "serial", serial);
    fields_printf(work->fields, "monitor-number", "%s监测字（2016）第%s号", work->unit->place, serial);
    fields_printf(work->fields, "evidence-more", "%s",
                  *fields_get(work->fields, "monitor") ? "；5.监测报告一份" : "");
    fields_put(work->fields, "photo-count", "4");
    fields_put(work->fields, "police", "范例警");
}

/* Days from the inspection to the service of the decision, backwards from DECIDED. */
static void put_penalty_days(Work *work, Day decided) {
    Day served_order = given_day(work, "order-served");
    Day usual = served_order == DAY_NONE ? workday_near(decided - 34, -1) : workday_add(served_order, -1);
    Day inspected = put_day(work, "inspected", usual);
    Day filed = put_day(work, "filed", workday_add(inspected, 2));
    Day ordered = put_day(work, "ordered", workday_add(inspected, 1));
    put_day(work, "order-served", ordered);
    put_day(work, "monitored", workday_add(inspected, 1));
    put_day(work, "interview", workday_add(filed, 1));
    put_day(work, "reported", workday_add(filed, 4));
    Day noticed = put_day(work, "noticed", workday_near(decided - 13, -1));
    put_day(work, "notice-served", workday_add(noticed, 1));
    put_day(work, "discussed", workday_add(decided, -1));
    unit_put_day(work->fields, "decided", decided); /* of a daily file it is the original decision's */
    Day served = put_day(work, "decision-served", workday_add(decided, 2));
    Day paid = workday_near(served + 8, 1);
    gboolean in_time =
        workday_add(paid, 2) <= day_parse_iso(LAST_DAY_TEXT) || unit_has(work->unit, work->section, "paid");
    g_autofree char *unpaid = unit_value(work->unit, work->section, "unpaid", "");
    if (!in_time || *unpaid) paid = DAY_NONE;
    paid = put_day(work, "paid", paid);
    put_day(work, "closed", paid == DAY_NONE ? DAY_NONE : workday_add(paid, 2));
    if (paid != DAY_NONE) fields_put(work->fields, "paid", "1");
    gboolean capital = unit_has(work->unit, "unit", "capital-dates");
    fields_put(work->fields, "decided-signed",
               fields_get(work->fields, capital ? "decided-capital" : "decided-day"));
}

static void put_penalty_sum(Work *work, int64_t fine) {
    Fields *fields = work->fields;
    unit_put_fine(fields, "fine", fine);
    const char *capital = fields_get(fields, "fine-capital");
    gboolean slip =
        unit_has(work->unit, work->section, "digits"); /* figures that do not say what the capitals say */
    g_autofree char *grouped = yuan_grouped(slip ? needed_yuan(work, "digits") : fine);
    fields_printf(fields, "suggestion", "责令改正违法行为，并处以罚款人民币%s", capital);
    if (fine >= LARGE_FINE_YUAN) fields_put(fields, "large", "1");
    g_autofree char *style = unit_value(work->unit, "unit", "fine-style", "both");
    if (g_str_equal(style, "capital")) fields_printf(fields, "penalty-items", "罚款人民币%s。", capital);
    else if (g_str_equal(style, "plain"))
        fields_printf(fields, "penalty-items", "处罚款人民币%s元。", fields_get(fields, "fine"));
    else
        fields_printf(fields, "penalty-items", "1.责令%s；\n2.罚款人民币%s（￥%s）。",
                      fields_get(fields, "measure"), capital, grouped);
}

/* What stands on the service receipt for each paper that is served: PREFIX-title, -number, -on. */
static void put_served(Fields *fields, const char *about, const char *title, const char *number_field,
                       const char *day_field) {
    const char *const names[] = {"title", "number", "on"};
    const char *const values[] = {title, fields_get(fields, number_field), fields_get(fields, day_field)};
    for (guint i = 0; i < 3; i++) {
        g_autofree char *name = g_strdup_printf("served-%s-%s", about, names[i]);
        fields_put(fields, name, values[i]);
    }
}

static CaseRow *add_row(Work *work, const char *kind, const char *number, const char *party, Day date,
                        int64_t fine, const char *evidence) {
    CaseRow *row = g_new0(CaseRow, 1);
    row->case_id = g_strdup(work->case_id);
    row->kind = g_strdup(kind);
    row->number = g_strdup(number);
    row->party = unit_company(work->unit, party);
    row->date = date;
    row->fine_yuan = fine;
    row->evidence = evidence;
    row->fields = fields_copy(work->fields);
    fields_put(row->fields, "number", number);
    g_ptr_array_add(work->unit->rows, row);
    return row;
}

/* The penalty inside a file of any kind; adds its row. */
static void work_penalty(Work *work, const char *number_key, const char *fine_key, const char *decided_key,
                         const char *party) {
    g_autofree char *number = unit_need(work->unit, work->section, number_key);
    int64_t fine = needed_yuan(work, fine_key);
    Day decided = needed_day(work, decided_key);
    put_numbers(work, number);
    fields_put(work->fields, "penalty-number", number);
    put_penalty_days(work, decided);
    put_penalty_sum(work, fine);
    put_served(work->fields, "order", "责令改正违法行为决定书", "order-number", "order-served-day");
    put_served(work->fields, "notice", "行政处罚事先（听证）告知书", "notice-number", "notice-served-day");
    put_served(work->fields, "decision", "行政处罚决定书", "penalty-number", "decision-served-day");
    g_autofree char *table_number = unit_value(work->unit, work->section, "table-number", number);
    add_row(work, "penalty", table_number, party, decided, fine, "short-decision");
}

static void work_daily(Work *work, const char *number, const char *party) {
    Fields *fields = work->fields;
    Day served = needed_day(work, "order-served"), recheck = needed_day(work, "recheck"),
        decided = needed_day(work, "decided");
    work_penalty(work, "original", "original-fine", "original-decided", party);
    unit_put_day(fields, "recheck", recheck);
    unit_put_day(fields, "first", served + 1);
    unit_put_day(fields, "last", recheck);
    Day noticed = put_day(work, "daily-noticed", workday_near(decided - 12, -1));
    put_day(work, "daily-notice-served", workday_add(noticed, 1));
    put_day(work, "daily-served", workday_add(decided, 2));
    int64_t fine = needed_yuan(work, "original-fine"), total = fine * (recheck - served);
    fields_printf(fields, "days", "%d", recheck - served);
    unit_put_fine(fields, "total", total);
    put_number(work, "again-number", "再责改", number);
    put_number(work, "daily-notice-number", "连罚告", number);
    g_autofree char *decided_text =
        unit_has(work->unit, "unit", "capital-dates") ? day_text_capital(decided) : day_text(decided);
    fields_put(fields, "daily-decided-signed", decided_text);
    put_served(fields, "again", "责令改正违法行为决定书", "again-number", "recheck-day");
    put_served(fields, "daily-notice", "按日连续处罚事先（听证）告知书", "daily-notice-number",
               "daily-notice-served-day");
    fields_put(fields, "number", number);
    put_served(fields, "daily", "按日连续处罚决定书", "number", "daily-served-day");
    add_row(work, "daily", number, party, decided, total, "daily-decision");
}

static void work_detention(Work *work, const char *number, const char *party) {
    work_penalty(work, "penalty", "fine", "decided", party);
    Day decided = needed_day(work, "decided");
    Day approved = put_day(work, "approved", workday_add(decided, 1));
    Day transferred = put_day(work, "transferred", workday_add(approved, 1));
    put_number(work, "approval-number", "拘移审", number);
    fields_put(work->fields, "number", number);
    fields_put(work->fields, "list-last", "行政处罚决定书");
    fields_put(work->fields, "list-remark", "复印件");
    add_row(work, "detention", number, party, transferred, 0, "detention-transfer");
}

static void work_crime(Work *work, const char *number, const char *party) {
    Day transferred = needed_day(work, "transferred");
    put_numbers(work, number);
    Day inspected = put_day(work, "inspected", workday_near(transferred - 24, -1));
    put_day(work, "monitored", workday_add(inspected, 2));
    Day filed = put_day(work, "filed", workday_add(inspected, 3));
    put_day(work, "interview", workday_add(filed, 1));
    put_day(work, "reported", workday_add(transferred, -1));
    put_day(work, "approved", transferred);
    unit_put_day(work->fields, "transferred", transferred);
    put_number(work, "approval-number", "刑移审", number);
    fields_put(work->fields, "number", number);
    fields_put(work->fields, "suggestion", "将本案移送公安机关追究刑事责任");
    fields_put(work->fields, "list-last", "监测报告");
    fields_put(work->fields, "list-remark", "原件");
    add_row(work, "crime", number, party, transferred, 0, "crime-transfer");
}

static void work_enforcement(Work *work, const char *number, const char *party) {
    Day applied = needed_day(work, "applied");
    work_penalty(work, "penalty", "fine", "decided", party);
    Day demanded = put_day(work, "demanded", workday_near(applied - 24, -1));
    put_day(work, "demand-served", workday_add(demanded, 1));
    unit_put_day(work->fields, "applied", applied);
    put_day(work, "accepted", workday_add(applied, 4));
    put_number(work, "demand-number", "催", number);
    put_served(work->fields, "demand", "督促履行义务催告书", "demand-number", "demand-served-day");
    fields_put(work->fields, "number", number);
    add_row(work, "enforcement", number, party, applied, 0, "enforcement-application");
}

static void work_audit(Work *work, const char *number) {
    Day decided = needed_day(work, "decided");
    Day inspected = put_day(work, "inspected", workday_near(decided - 20, -1));
    put_day(work, "reported", workday_add(inspected, 5));
    unit_put_day(work->fields, "decided", decided);
    g_autofree char *audited = unit_need(work->unit, work->section, "audited");
    g_autofree char *facts = unit_need(work->unit, work->section, "audit-facts");
    fields_put(work->fields, "audited", audited);
    fields_put(work->fields, "audit-facts", facts);
    fields_put(work->fields, "number", number);
}

static const Officer *given_officer(const Work *work, const char *key, const char *otherwise) {
    g_autofree char *text = unit_value(work->unit, work->section, key, otherwise);
    return unit_officer(work->unit, (guint)strtoul(text, NULL, 10));
}

static void work_kind(Work *work, CaseFile *file) {
    if (g_str_equal(file->kind, "audit")) {
        work_audit(work, file->number);
        return;
    }
    g_autofree char *party = unit_need(work->unit, work->section, "party");
    g_autofree char *act = unit_need(work->unit, work->section, "act");
    g_autofree char *source = unit_value(work->unit, work->section, "source", "日常监督检查");
    unit_put_party(work->fields, unit_company(work->unit, party));
    unit_put_violation(work->fields, act);
    fields_put(work->fields, "source", source);
    if (g_str_equal(file->kind, "penalty")) work_penalty(work, "number", "fine", "decided", party);
    else if (g_str_equal(file->kind, "daily")) work_daily(work, file->number, party);
    else if (g_str_equal(file->kind, "detention")) work_detention(work, file->number, party);
    else if (g_str_equal(file->kind, "crime")) work_crime(work, file->number, party);
    else if (g_str_equal(file->kind, "enforcement")) work_enforcement(work, file->number, party);
    else maker_fail("%s [%s]：kind=%s 不认识 / unknown kind\n", work->unit->path, work->section, file->kind);
}

static void read_file(Unit *unit, const char *section, guint index) {
    CaseFile *file = g_new0(CaseFile, 1);
    g_autofree char *id = g_strdup_printf("%s-2016-%03u", unit->id, index + 1);
    Work work = {.unit = unit, .section = section, .fields = unit_fields(unit), .case_id = id};
    file->section = g_strdup(section);
    file->name = g_strdup(section + strlen("file "));
    file->kind = unit_need(unit, section, "kind");
    file->number = unit_need(unit, section, "number");
    file->lead = given_officer(&work, "lead", "1");
    file->member = given_officer(&work, "member", "2");
    unit_put_officers(work.fields, file->lead, file->member);
    fields_put(work.fields, "number", file->number);
    work_kind(&work, file);
    file->fields = work.fields;
    g_ptr_array_add(unit->files, file);
}

/* N=number;kind;company;date;fine;act[;number of the row whose case it belongs to] */
static void read_further(Unit *unit, const char *key, guint index) {
    g_auto(GStrv) parts = unit_list(unit, "further", key);
    if (g_strv_length(parts) < 6)
        maker_fail("%s [further] %s：应有六项 / six parts are needed\n", unit->path, key);
    const CaseRow *same = parts[6] ? unit_row(unit, parts[6], NULL) : NULL;
    g_autofree char *id =
        same ? g_strdup(same->case_id) : g_strdup_printf("%s-2016-%03u", unit->id, 101 + index);
    Work work = {.unit = unit, .section = "further", .fields = unit_fields(unit), .case_id = id};
    Day date = day_parse_iso(parts[3]);
    if (date == DAY_NONE)
        maker_fail("%s [further] %s：%s 不是日期 / is no date\n", unit->path, key, parts[3]);
    unit_put_party(work.fields, unit_company(unit, parts[2]));
    unit_put_violation(work.fields, parts[5]);
    unit_put_officers(work.fields, unit_officer(unit, 1), unit_officer(unit, 2));
    put_numbers(&work, parts[0]);
    unit_put_day(work.fields, "inspected", workday_near(date - 30, -1));
    unit_put_day(work.fields, "decided", date);
    int64_t fine = g_ascii_strtoll(parts[4], NULL, 10);
    put_penalty_sum(&work, fine);
    const char *evidence = g_str_equal(parts[1], "seizure")       ? "seizure-decision"
                           : g_str_equal(parts[1], "restriction") ? "restriction-decision"
                                                                  : "short-decision";
    add_row(&work, parts[1], parts[0], parts[2], date, fine, evidence);
    g_hash_table_unref(work.fields);
}

void unit_read_cases(Unit *unit) {
    g_auto(GStrv) sections = g_key_file_get_groups(unit->recipe, NULL);
    guint n_files = 0;
    for (guint i = 0; sections[i]; i++) {
        if (g_str_has_prefix(sections[i], "file ")) read_file(unit, sections[i], n_files++);
    }
    g_auto(GStrv) keys = g_key_file_get_keys(unit->recipe, "further", NULL, NULL);
    for (guint i = 0; keys && keys[i]; i++) read_further(unit, keys[i], i);
}
