#include "unit.h"

#include <string.h>

#include "codes.h"

static GKeyFile *violations;

void unit_load_violations(const char *path) {
    g_autoptr(GError) error = NULL;
    violations = g_key_file_new();
    g_key_file_load_from_file(violations, path, G_KEY_FILE_NONE, &error);
    maker_check(error);
}

char *unit_value(const Unit *unit, const char *section, const char *key, const char *otherwise) {
    char *value = g_key_file_get_string(unit->recipe, section, key, NULL);
    if (!value) return g_strdup(otherwise);
    return g_strstrip(value);
}

char *unit_need(const Unit *unit, const char *section, const char *key) {
    char *value = unit_value(unit, section, key, NULL);
    if (!value) maker_fail("%s [%s]：缺少 %s= / %s= is missing\n", unit->path, section, key, key);
    return value;
}

char **unit_list(const Unit *unit, const char *section, const char *key) {
    g_autofree char *value = unit_value(unit, section, key, "");
    char **parts = g_strsplit(value, ";", -1);
    for (guint i = 0; parts[i]; i++) g_strstrip(parts[i]);
    return parts;
}

gboolean unit_has(const Unit *unit, const char *section, const char *key) {
    return g_key_file_has_key(unit->recipe, section, key, NULL);
}

const Company *unit_company(const Unit *unit, const char *key) {
    for (guint i = 0; i < unit->companies->len; i++) {
        const Company *company = g_ptr_array_index(unit->companies, i);
        if (g_str_equal(company->key, key)) return company;
    }
    maker_fail("%s：[companies] 中没有 %s / no company %s\n", unit->path, key, key);
}

const Officer *unit_officer(const Unit *unit, guint number) {
    if (!number || number > unit->officers->len)
        maker_fail("%s：[officers] 中没有 %u / no officer %u\n", unit->path, number, number);
    return g_ptr_array_index(unit->officers, number - 1);
}

const CaseRow *unit_row(const Unit *unit, const char *number, const char *kind) {
    for (guint i = 0; i < unit->rows->len; i++) {
        const CaseRow *row = g_ptr_array_index(unit->rows, i);
        if (g_str_equal(row->number, number) && (!kind || g_str_equal(row->kind, kind))) return row;
    }
    return NULL;
}

const char *kind_table_name(const char *kind) {
    static const char *const names[][2] = {
        {"penalty", "行政处罚"},         {"seizure", "查封扣押"},       {"restriction", "限产停产"},
        {"daily", "按日连续处罚"},       {"detention", "移送行政拘留"}, {"crime", "涉嫌犯罪移送"},
        {"enforcement", "申请强制执行"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        if (g_str_equal(kind, names[i][0])) return names[i][1];
    }
    maker_fail("不认识的案件类型 / unknown kind: %s\n", kind);
}

void unit_put_day(Fields *fields, const char *name, Day day) {
    g_autofree char *text = day == DAY_NONE ? g_strdup("") : day_text(day);
    g_autofree char *iso = day_format(day);
    g_autofree char *capital = day == DAY_NONE ? g_strdup("") : day_text_capital(day);
    g_autofree char *day_name = g_strconcat(name, "-day", NULL);
    g_autofree char *iso_name = g_strconcat(name, "-iso", NULL);
    g_autofree char *capital_name = g_strconcat(name, "-capital", NULL);
    fields_put(fields, day_name, text);
    fields_put(fields, iso_name, iso);
    fields_put(fields, capital_name, capital);
}

void unit_put_fine(Fields *fields, const char *name, int64_t yuan) {
    g_autofree char *capital = yuan_capital(yuan), *grouped = yuan_grouped(yuan),
                    *plain = yuan_plain(yuan, FALSE);
    g_autofree char *capital_name = g_strconcat(name, "-capital", NULL);
    g_autofree char *grouped_name = g_strconcat(name, "-grouped", NULL);
    fields_put(fields, name, plain);
    fields_put(fields, capital_name, capital);
    fields_put(fields, grouped_name, grouped);
}

void unit_put_party(Fields *fields, const Company *company) {
    fields_put(fields, "party", company->name);
    fields_put(fields, "code-label", company->code_label);
    fields_put(fields, "code", company->code);
    fields_put(fields, "legal", company->legal);
    fields_put(fields, "address", company->address);
    fields_put(fields, "site-person", company->person ? company->name : "范例先");
    if (company->person) fields_put(fields, "code-clause", "");
    else
        fields_printf(fields, "code-clause", "%s：%s，法定代表人：%s，", company->code_label, company->code,
                      company->legal);
}

void unit_put_officers(Fields *fields, const Officer *lead, const Officer *member) {
    fields_put(fields, "lead", lead->name);
    fields_put(fields, "lead-cert", lead->certificate);
    fields_put(fields, "member", member->name);
    fields_put(fields, "member-cert", member->certificate);
}

void unit_put_violation(Fields *fields, const char *name) {
    g_auto(GStrv) keys = g_key_file_get_keys(violations, name, NULL, NULL);
    if (!keys) maker_fail("violations.ini：没有 [%s] / no such section\n", name);
    for (guint i = 0; keys[i]; i++) {
        g_autofree char *value = g_key_file_get_string(violations, name, keys[i], NULL);
        fields_put(fields, keys[i], value);
    }
}

Fields *unit_fields(const Unit *unit) {
    Fields *fields = fields_new();
    g_autofree char *agency = unit_value(unit, "unit", "agency", unit->name);
    g_autofree char *postcode = unit_value(unit, "unit", "postcode", "418000");
    fields_put(fields, "agency", agency);
    fields_put(fields, "unit", unit->name);
    fields_put(fields, "place", unit->place);
    fields_put(fields, "postcode", postcode);
    fields_put(fields, "court-code", unit->region + 2);
    return fields;
}

/* KEY=name;legal representative;kind of code;address;category */
static void read_company(Unit *unit, const char *key) {
    g_auto(GStrv) parts = unit_list(unit, "companies", key);
    if (g_strv_length(parts) < 5) {
        maker_fail("%s [companies] %s：应有名称;法定代表人;代码种类;地址;类别 / five parts are needed\n",
                   unit->path, key);
    }
    Company *company = g_new0(Company, 1);
    Noise noise;
    noise_init(&noise, unit->seed, parts[0]);
    company->key = g_strdup(key);
    company->name = g_strdup(parts[0]);
    company->legal = g_strdup(parts[1]);
    company->address = g_strdup(parts[3]);
    company->category = g_strdup(parts[4]);
    company->code_label = g_strdup("统一社会信用代码");
    const char *kind = parts[2];
    if (g_str_equal(kind, "credit")) {
        company->code = code_credit(&noise, unit->region);
    } else if (g_str_equal(kind, "organisation")) {
        g_free(company->code_label);
        company->code_label = g_strdup("组织机构代码");
        company->code = code_organisation(&noise);
    } else if (g_str_equal(kind, "registration")) {
        g_free(company->code_label);
        company->code_label = g_strdup("营业执照注册号");
        company->code = code_registration(&noise, unit->region);
    } else if (g_str_equal(kind, "masked")) {
        company->code = g_strdup_printf("91%s**********", unit->region);
    } else if (g_str_equal(kind, "wrong")) {
        company->code = code_credit(&noise, unit->region);
        company->code[9] = company->code[9] == '9' ? '0' : (char)(company->code[9] + 1);
    } else if (g_str_equal(kind, "person")) {
        company->person = TRUE;
        company->code = g_strdup("");
        g_free(company->legal);
        company->legal = g_strdup("");
    } else {
        maker_fail("%s [companies] %s：代码种类 %s 不认识 / unknown kind of code\n", unit->path, key, kind);
    }
    g_ptr_array_add(unit->companies, company);
}

static void read_companies(Unit *unit) {
    g_auto(GStrv) keys = g_key_file_get_keys(unit->recipe, "companies", NULL, NULL);
    for (guint i = 0; keys && keys[i]; i++) read_company(unit, keys[i]);
}

/* N=name;certificate number (empty for none) */
static void read_officers(Unit *unit) {
    g_auto(GStrv) keys = g_key_file_get_keys(unit->recipe, "officers", NULL, NULL);
    for (guint i = 0; keys && keys[i]; i++) {
        g_auto(GStrv) parts = unit_list(unit, "officers", keys[i]);
        Officer *officer = g_new(Officer, 1);
        officer->name = g_strdup(parts[0]);
        officer->certificate = g_strdup(parts[0] && parts[1] ? parts[1] : "");
        g_ptr_array_add(unit->officers, officer);
    }
}

static void officer_free(gpointer data) {
    Officer *officer = data;
    g_free(officer->name);
    g_free(officer->certificate);
    g_free(officer);
}

static void company_free(gpointer data) {
    Company *company = data;
    g_free(company->key);
    g_free(company->name);
    g_free(company->code_label);
    g_free(company->code);
    g_free(company->legal);
    g_free(company->address);
    g_free(company->category);
    g_free(company);
}

static void file_free(gpointer data) {
    CaseFile *file = data;
    g_free(file->name);
    g_free(file->section);
    g_free(file->kind);
    g_free(file->number);
    g_hash_table_unref(file->fields);
    g_free(file);
}

static void row_free(gpointer data) {
    CaseRow *row = data;
    g_free(row->case_id);
    g_free(row->kind);
    g_free(row->number);
    g_hash_table_unref(row->fields);
    g_free(row);
}

Unit *unit_load_text(const char *text, const char *name, uint64_t seed) {
    g_autoptr(GError) error = NULL;
    Unit *unit = g_new0(Unit, 1);
    unit->recipe = g_key_file_new();
    unit->path = g_strdup(name);
    unit->seed = seed;
    g_key_file_load_from_data(unit->recipe, text, (gsize)-1, G_KEY_FILE_NONE, &error);
    if (error) maker_fail("%s：%s\n", name, error->message);
    unit->id = unit_need(unit, "unit", "id");
    unit->name = unit_need(unit, "unit", "name");
    unit->place = unit_need(unit, "unit", "place");
    unit->region = unit_need(unit, "unit", "region");
    unit->prefix = unit_need(unit, "unit", "prefix");
    unit->style = unit_value(unit, "unit", "style", "字〔2016〕%s号");
    unit->officers = g_ptr_array_new_with_free_func(officer_free);
    unit->companies = g_ptr_array_new_with_free_func(company_free);
    unit->files = g_ptr_array_new_with_free_func(file_free);
    unit->rows = g_ptr_array_new_with_free_func(row_free);
    read_companies(unit);
    read_officers(unit);
    unit_read_cases(unit);
    return unit;
}

Unit *unit_load(const char *path, uint64_t seed) {
    g_autofree char *text = NULL, *name = g_path_get_basename(path);
    g_autoptr(GError) error = NULL;
    g_file_get_contents(path, &text, NULL, &error);
    maker_check(error);
    return unit_load_text(text, name, seed);
}

void unit_free(Unit *unit) {
    g_ptr_array_unref(unit->rows);
    g_ptr_array_unref(unit->files);
    g_ptr_array_unref(unit->companies);
    g_ptr_array_unref(unit->officers);
    g_key_file_unref(unit->recipe);
    g_free(unit->path);
    g_free(unit->id);
    g_free(unit->name);
    g_free(unit->place);
    g_free(unit->region);
    g_free(unit->prefix);
    g_free(unit->style);
    g_free(unit);
}
