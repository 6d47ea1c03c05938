#include "checkrules.h"

#include <string.h>

#include "digest.h"
#include "fault.h"
#include "fileio.h"
#include "lang.h"

static const RecordField document_fields[] = {FIELD_STRING_REQ(DocumentRule, any, "any"),   FIELD_STRING(DocumentRule, of, "of"),
                                              FIELD_STRING(DocumentRule, named, "named"),   FIELD_INT(DocumentRule, count, "count"),
                                              FIELD_INT(DocumentRule, above_yuan, "above-yuan"),
                                              FIELD_STRING(DocumentRule, after, "after"),   FIELD_STRING(DocumentRule, field, "field"),
                                              FIELD_STRING(DocumentRule, beside, "beside"), FIELD_STRING(DocumentRule, told, "told"),
                                              FIELD_STRING(DocumentRule, instead, "instead"),
                                              FIELD_STRING(DocumentRule, not_on, "not-on"),
                                              FIELD_STRING(DocumentRule, not_with, "not-with"),
                                              FIELD_STRING(DocumentRule, on, "on"),
                                              FIELD_BOOL(DocumentRule, each, "each"),
                                              FIELD_END};
static const RecordType document_type_rule = {"must", NULL, sizeof(DocumentRule), document_fields};
static const RecordField kind_fields[] = {FIELD_ENUM_REQ(KindRule, kind, "id", kind_ids),
                                          FIELD_ENUM(KindRule, yields, "yields", kind_ids),
                                          FIELD_STRING_REQ(KindRule, speaks, "speaks"),
                                          FIELD_STRING_REQ(KindRule, date, "date"),
                                          FIELD_STRING_REQ(KindRule, needs, "needs"),
                                          FIELD_STRINGS(KindRule, names, "name"),
                                          FIELD_LIST(KindRule, must, "must", &document_type_rule),
                                          FIELD_LIST(KindRule, should, "should", &document_type_rule),
                                          FIELD_LIST(KindRule, hints, "hint", &document_type_rule),
                                          FIELD_END};
static const RecordType kind_rule_type = {"kind", NULL, sizeof(KindRule), kind_fields};
static const RecordField served_fields[] = {FIELD_STRING_REQ(ServedRule, doctype, "doctype"),
                                            FIELD_STRINGS(ServedRule, words, "word"),
                                            FIELD_STRINGS(ServedRule, unless, "not"), FIELD_END};
static const RecordType served_type = {"served", NULL, sizeof(ServedRule), served_fields};
static const RecordField service_fields[] = {
    FIELD_STRING_REQ(ServiceRule, field, "field"), FIELD_STRING_REQ(ServiceRule, in, "in"),
    FIELD_STRING_REQ(ServiceRule, of, "of"), FIELD_STRING_REQ(ServiceRule, number, "number"),
    FIELD_BOOL(ServiceRule, numbered, "numbered"), FIELD_END};
static const RecordType service_type = {"service", NULL, sizeof(ServiceRule), service_fields};
static const RecordField retold_fields[] = {FIELD_STRING_REQ(RetoldRule, field, "field"),
                                            FIELD_STRING(RetoldRule, number, "number"),
                                            FIELD_BOOL(RetoldRule, roughly, "roughly"), FIELD_END};
static const RecordType retold_type = {"retold", NULL, sizeof(RetoldRule), retold_fields};
static const RecordField same_fields[] = {FIELD_STRING_REQ(SameRule, field, "field"), FIELD_STRING_REQ(SameRule, in, "in"),
                                          FIELD_STRING(SameRule, of, "of"), FIELD_STRING(SameRule, told, "told"), FIELD_END};
static const RecordType same_type = {"same", NULL, sizeof(SameRule), same_fields};
static const RecordField refers_fields[] = {
    FIELD_STRING_REQ(RefersRule, field, "field"), FIELD_STRING_REQ(RefersRule, in, "in"),
    FIELD_STRING_REQ(RefersRule, to, "to"), FIELD_STRING(RefersRule, as, "as"),
    FIELD_BOOL(RefersRule, later, "later"), FIELD_BOOL(RefersRule, rest, "rest"),
    FIELD_BOOL(RefersRule, before, "before"), FIELD_END};
static const RecordType refers_type = {"refers", NULL, sizeof(RefersRule), refers_fields};
static const RecordField order_fields[] = {
    FIELD_STRING_REQ(OrderRule, first, "first"), FIELD_STRING_REQ(OrderRule, first_field, "first-field"),
    FIELD_STRING_REQ(OrderRule, then, "then"), FIELD_STRING_REQ(OrderRule, then_field, "then-field"),
    FIELD_STRING(OrderRule, titled, "titled"), FIELD_STRING(OrderRule, in, "in"),
    FIELD_STRING(OrderRule, ahead, "ahead"), FIELD_STRING(OrderRule, cites, "cites"),
    FIELD_STRING(OrderRule, variant, "variant"), FIELD_STRING(OrderRule, of, "of"),
    FIELD_STRING(OrderRule, agrees, "agrees"), FIELD_STRING(OrderRule, as, "as"),
    FIELD_STRING(OrderRule, unlike, "unlike"), FIELD_BOOL(OrderRule, once, "once"), FIELD_END};
static const RecordType order_type = {"order", NULL, sizeof(OrderRule), order_fields};
static const RecordField told_fields[] = {
    FIELD_STRING_REQ(ToldRule, field, "field"), FIELD_STRING_REQ(ToldRule, as, "as"), FIELD_STRING_REQ(ToldRule, in, "in"), FIELD_END};
static const RecordType told_type = {"told", NULL, sizeof(ToldRule), told_fields};
static const RecordField tells_fields[] = {
    FIELD_STRING_REQ(TellsRule, field, "field"), FIELD_STRING_REQ(TellsRule, in, "in"),
    FIELD_STRING_REQ(TellsRule, of, "of"), FIELD_STRING_REQ(TellsRule, as, "as"),
    FIELD_STRING(TellsRule, unless, "unless"), FIELD_STRING(TellsRule, changed, "changed"),
    FIELD_INT(TellsRule, least, "least"),
    FIELD_BOOL(TellsRule, all, "all"), FIELD_END};
static const RecordType tells_type = {"tells", NULL, sizeof(TellsRule), tells_fields};
static const RecordField term_fields[] = {FIELD_STRING_REQ(TermRule, field, "field"), FIELD_STRING(TermRule, variant, "variant"),
                                          FIELD_INT(TermRule, least, "least"), FIELD_INT(TermRule, most, "most"), FIELD_END};
static const RecordType term_type = {"term", NULL, sizeof(TermRule), term_fields};
static const RecordField expected_fields[] = {
    FIELD_STRING_REQ(ExpectedRule, code, "code"), FIELD_STRING_REQ(ExpectedRule, variant, "variant"),
    FIELD_STRING_REQ(ExpectedRule, in, "in"), FIELD_STRING_REQ(ExpectedRule, field, "field"),
    FIELD_STRING(ExpectedRule, beside, "beside"), FIELD_BOOL(ExpectedRule, once, "once"),
    FIELD_BOOL(ExpectedRule, anywhere, "anywhere"), FIELD_STRING(ExpectedRule, named, "named"),
    FIELD_STRING(ExpectedRule, not_titled, "not-titled"), FIELD_END};
static const RecordType expected_type = {"expected", NULL, sizeof(ExpectedRule), expected_fields};
static const RecordField listed_fields[] = {
    FIELD_STRING_REQ(ListedRule, field, "field"), FIELD_STRING_REQ(ListedRule, of, "of"),
    FIELD_STRING_REQ(ListedRule, words, "words"), FIELD_STRING_REQ(ListedRule, variant, "variant"), FIELD_END};
static const RecordType listed_type = {"listed", NULL, sizeof(ListedRule), listed_fields};
static const RecordField fits_fields[] = {
    FIELD_STRING_REQ(FitsRule, law, "law"), FIELD_STRING_REQ(FitsRule, article, "article"),
    FIELD_STRING(FitsRule, item, "item"), FIELD_STRING_REQ(FitsRule, words, "words"), FIELD_END};
static const RecordType fits_type = {"fits", NULL, sizeof(FitsRule), fits_fields};
static const RecordField medium_fields[] = {FIELD_STRING_REQ(MediumRule, law, "law"),
                                            FIELD_STRING_REQ(MediumRule, words, "words"), FIELD_END};
static const RecordType medium_type = {"medium", NULL, sizeof(MediumRule), medium_fields};
static const RecordField subject_fields[] = {
    FIELD_STRING_REQ(SubjectRule, law, "law"), FIELD_STRING(SubjectRule, articles, "articles"),
    FIELD_STRING_REQ(SubjectRule, about, "about"), FIELD_END};
static const RecordType subject_type = {"subject", NULL, sizeof(SubjectRule), subject_fields};
static const RecordField note_words_fields[] = {FIELD_STRING_REQ(NoteWords, id, "id"),
                                                FIELD_STRING_REQ(NoteWords, words, "words"), FIELD_END};
static const RecordType note_words_type = {"words", NULL, sizeof(NoteWords), note_words_fields};
static const RecordField asks_fields[] = {
    FIELD_STRING_REQ(AsksRule, code, "code"), FIELD_STRING(AsksRule, variant, "variant"),
    FIELD_STRING(AsksRule, about, "about"), FIELD_STRING(AsksRule, told, "told"),
    FIELD_STRING(AsksRule, when, "when"), FIELD_END};
static const RecordType asks_type = {"asks", NULL, sizeof(AsksRule), asks_fields};
static const RecordField cases_fields[] = {FIELD_LIST(CaseRules, kinds, "kind", &kind_rule_type), FIELD_LIST(CaseRules, served, "served", &served_type),
                                           FIELD_LIST(CaseRules, same, "same", &same_type),
                                           FIELD_LIST(CaseRules, single, "single", &same_type), FIELD_LIST(CaseRules, refers, "refers", &refers_type),
                                           FIELD_LIST(CaseRules, orders, "order", &order_type),
                                           FIELD_LIST(CaseRules, told, "told", &told_type),
                                           FIELD_LIST(CaseRules, terms, "term", &term_type),
                                           FIELD_LIST(CaseRules, expected, "expected", &expected_type),
                                           FIELD_LIST(CaseRules, listed, "listed", &listed_type),
                                           FIELD_LIST(CaseRules, fits, "fits", &fits_type),
                                           FIELD_LIST(CaseRules, media, "medium", &medium_type),
                                           FIELD_LIST(CaseRules, subjects, "subject", &subject_type),
                                           FIELD_STRINGS(CaseRules, askings, "asking"), FIELD_STRINGS(CaseRules, defences, "defence"),
                                           FIELD_STRINGS(CaseRules, no_askings, "no-asking"), FIELD_STRINGS(CaseRules, notes, "note"),
                                           FIELD_STRINGS(CaseRules, no_notes, "no-note"),
                                           FIELD_STRINGS(CaseRules, scanned_notes, "scanned-note"),
                                           FIELD_STRINGS(CaseRules, fillers, "filler"),
                                           FIELD_LIST(CaseRules, note_words, "words", &note_words_type),
                                           FIELD_LIST(CaseRules, asks, "asks", &asks_type),
                                           FIELD_STRINGS(CaseRules, handled, "handled"), FIELD_STRINGS(CaseRules, teams, "team"),
                                           FIELD_STRINGS(CaseRules, too_high, "too-high"),
                                           FIELD_STRINGS(CaseRules, procedural, "procedural"), FIELD_STRINGS(CaseRules, thirds, "third"),
                                           FIELD_LIST(CaseRules, services, "service", &service_type),
                                           FIELD_LIST(CaseRules, retold, "retold", &retold_type),
                                           FIELD_LIST(CaseRules, tells, "tells", &tells_type),
                                           FIELD_STRINGS(CaseRules, old_versions, "old-version"),
                                           FIELD_STRINGS(CaseRules, new_versions, "new-version"),
                                           FIELD_STRINGS(CaseRules, signed_types, "signed"),
                                           FIELD_STRINGS(CaseRules, asides, "aside"),
                                           FIELD_STRINGS(CaseRules, copies, "copy"),
                                           FIELD_STRINGS(CaseRules, corrections, "correction"),
                                           FIELD_STRINGS(CaseRules, identities, "identity"),
                                           FIELD_STRINGS(CaseRules, no_identities, "no-identity"),
                                           FIELD_STRINGS(CaseRules, personal, "personal"),
                                           FIELD_END};
static const RecordType cases_type = {"case-rules", "urn:anjuan:case-rules", sizeof(CaseRules), cases_fields};

static const char *const limit_units[] = {"days", "workdays", "months", "persons", "yuan", NULL};
static const RecordField limit_fields[] = {
    FIELD_STRING_REQ(LimitRule, id, "id"), FIELD_STRING_REQ(LimitRule, code, "code"), FIELD_INT_REQ(LimitRule, amount, "amount", 0, 1000000),
    FIELD_ENUM_REQ(LimitRule, unit, "unit", limit_units), FIELD_STRING(LimitRule, source, "source"),
    FIELD_STRING(LimitRule, about, "about"), FIELD_END};
static const RecordType limit_type = {"limit", NULL, sizeof(LimitRule), limit_fields};
static const RecordField limits_fields[] = {FIELD_LIST(LimitRules, limits, "limit", &limit_type), FIELD_END};
static const RecordType limits_rule_type = {"limits", "urn:anjuan:limits", sizeof(LimitRules), limits_fields};

static const char *const needed_limits[] = {"filing",    "decision", "notice", "service",     "recheck", "report",
                                            "detention", "crime",    "demand", "application", "suit",
                                            "investigators", "hearing", "hearing-person", "hearing-notice",
                                            "seizure", "seizure-extended", "registered", "public-notice",
                                            "crime-approval", "two-years", "payment"};

static const LimitRule *limit_find(const CheckRules *rules, const char *id)
{
    for (guint i = 0; i < rules->limits->limits->len; i++) {
        const LimitRule *limit = rules->limits->limits->pdata[i];
        if (strcmp(limit->id, id) == 0)
            return limit;
    }
    return NULL;
}

static gpointer read_part(const RecordType *type, const char *folder, const char *name, GError **error)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    return record_read(type, path, error);
}

static gboolean rules_fill(CheckRules *rules, const char *folder, GError **error)
{
    rules->cases = read_part(&cases_type, folder, "casefiles.xml", error);
    rules->limits = rules->cases ? read_part(&limits_rule_type, folder, "limits.xml", error) : NULL;
    rules->laws = rules->limits ? read_part(&laws_type, folder, "laws.xml", error) : NULL;
    rules->workdays = rules->laws ? read_part(&workdays_type, folder, "workdays.xml", error) : NULL;
    if (!rules->workdays || !digest_folder(folder, rules->digest, error))
        return FALSE;
    for (size_t i = 0; i < G_N_ELEMENTS(needed_limits); i++)
        if (!limit_find(rules, needed_limits[i]))
            return fault_input(error, FAULT_BAD, tr("%s/limits.xml 中缺少期限“%s”", "%s/limits.xml lacks the limit '%s'"), folder, needed_limits[i]);
    return TRUE;
}

CheckRules *check_rules_read(const char *rules_dir, const char *law, GError **error)
{
    g_autofree char *installed = rules_dir ? NULL : file_data_path("rules");
    g_autofree char *folder = g_build_filename(rules_dir ? rules_dir : installed, law, NULL);
    if (strchr(law, '/') || law[0] == '.' || !g_file_test(folder, G_FILE_TEST_IS_DIR)) {
        fault_input(error, FAULT_BAD, tr("season.xml 的 law=“%s”没有对应的规则文件夹", "season.xml law='%s' names no folder of rules"), law);
        return NULL;
    }
    g_autoptr(CheckRules) rules = g_new0(CheckRules, 1);
    return rules_fill(rules, folder, error) ? g_steal_pointer(&rules) : NULL;
}

void check_rules_free(CheckRules *rules)
{
    if (!rules)
        return;
    record_free(&cases_type, rules->cases);
    record_free(&limits_rule_type, rules->limits);
    record_free(&laws_type, rules->laws);
    record_free(&workdays_type, rules->workdays);
    g_free(rules);
}

const KindRule *kind_rule(const CheckRules *rules, Kind kind)
{
    for (guint i = 0; i < rules->cases->kinds->len; i++) {
        const KindRule *rule = rules->cases->kinds->pdata[i];
        if (rule->kind == (int)kind)
            return rule;
    }
    return NULL;
}

const LimitRule *limit_rule(const CheckRules *rules, const char *id)
{
    const LimitRule *limit = limit_find(rules, id);
    g_assert(limit);
    return limit;
}

bool word_in_list(const char *list, char separator, const char *id)
{
    size_t length = strlen(id);
    for (const char *p = list; p && *p;) {
        const char *end = strchr(p, separator);
        size_t size = end ? (size_t)(end - p) : strlen(p);
        if (size == length && strncmp(p, id, size) == 0)
            return true;
        p = end ? end + 1 : NULL;
    }
    return false;
}
