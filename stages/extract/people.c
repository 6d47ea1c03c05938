/* Investigators: name, certificate number, role. */
#include <string.h>

#include "reading.h"

enum { PEOPLE_MAX = 100 };

static char *group_text(const Gather *gather, const NamedPattern *rule, uint32_t paragraph, const char *name)
{
    size_t start, end;
    if (!matcher_span(gather->reading->matcher, pattern_group(rule->pattern, name), &start, &end) || end == start)
        return NULL;
    return g_strndup(folded_at(gather->reading, paragraph)->text + start, end - start);
}

static int role_of(const Gather *gather, const char *word)
{
    return word ? GPOINTER_TO_INT(g_hash_table_lookup(gather->reading->rules->roles, word)) : ROLE_NONE;
}

static Investigator *find_person(const Gather *gather, const char *name)
{
    GPtrArray *people = gather->document->investigators;
    for (guint i = 0; i < people->len; i++) {
        Investigator *person = g_ptr_array_index(people, i);
        if (strcmp(person->name, name) == 0)
            return person;
    }
    return NULL;
}

static bool is_no_name(const char *name)
{
    static const char *const words[] = {"签名", "签字", "执法", "人员", "姓名", "证号", "记录", "检查", "单位", "年月", "电话", "职务", "日期", "编号", "如下", "意见", "地址", "环保", "局"};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (strstr(name, words[i]))
            return true;
    return false;
}

static void add_person(Gather *gather, const NamedPattern *rule, uint32_t paragraph, const char *raw_name, const char *certificate, int role, const char *quote)
{
    g_autofree char *name = matchtext_squeeze(raw_name);
    long chars = g_utf8_strlen(name, -1);
    if (chars < 2 || chars > 5 || is_no_name(name) || gather->document->investigators->len >= PEOPLE_MAX)
        return;
    Investigator *person = find_person(gather, name);
    if (!person) {
        person = record_add(gather->document->investigators, &investigator_type);
        person->name = g_steal_pointer(&name);
        person->rule = g_strdup(rule->id);
        person->place = docx_place(gather->reading->docx, paragraph);
        person->quote = g_strdup(quote);
    }
    if (!person->certificate && certificate)
        person->certificate = g_strdup(certificate);
    if (person->role == ROLE_NONE || role == ROLE_LEAD)
        person->role = role == ROLE_NONE ? person->role : role;
}

/* One match of the pattern: up to two people with their certificates. */
static void take_match(Gather *gather, const NamedPattern *rule, uint32_t paragraph)
{
    static const char *const names[] = {"name", "name2", "name3"}, *const certificates[] = {"cert", "cert2", "cert3"};
    g_autofree char *word = group_text(gather, rule, paragraph, "role");
    g_autofree char *plain = word ? matchtext_squeeze(word) : NULL;
    size_t start, end;
    matcher_span(gather->reading->matcher, 0, &start, &end);
    g_autofree char *quote = matchtext_quote(folded_at(gather->reading, paragraph), gather->reading->docx->paragraphs[paragraph].text, start, end);
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *name = group_text(gather, rule, paragraph, names[i]), *certificate = group_text(gather, rule, paragraph, certificates[i]);
        if (name)
            add_person(gather, rule, paragraph, name, certificate, role_of(gather, plain), quote);
    }
}

static void run_rule(Gather *gather, const NamedPattern *rule, uint32_t paragraph)
{
    const MatchText *folded = folded_at(gather->reading, paragraph);
    size_t from = 0, start, end;
    while (matcher_find(gather->reading->matcher, rule->pattern, folded->text, folded->length, from) &&
           matcher_span(gather->reading->matcher, 0, &start, &end) && end > from) {
        from = end;
        take_match(gather, rule, paragraph);
    }
}

void gather_people(Gather *gather)
{
    static const char *const rules[] = {"person-with-certificate", "person-with-role", "people-with-certificates"};
    static const char *const documents[] = {"filing-form", "inspection-record", "interview-record", "investigation-report", "penalty-decision",
                                            "detention-transfer", "crime-transfer", "transfer-approval", "closing-form", "service-receipt",
                                            "audit-opinion", "seizure-decision", "daily-decision", "discussion-record", NULL};
    if (!g_strv_contains(documents, gather->document->type))
        return;
    for (size_t r = 0; r < G_N_ELEMENTS(rules); r++) {
        const NamedPattern *rule = extractrules_named(gather->reading->rules, rules[r]);
        for (uint32_t i = gather->part->first; rule && i < gather->part->end; i++)
            if (folded_at(gather->reading, i)->length > 0 && extractrules_when(rule->when, folded_at(gather->reading, i)->text))
                run_rule(gather, rule, i);
    }
}
