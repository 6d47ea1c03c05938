/* EXT-001: what a case file's documents should say and do not. */
#include <string.h>

#include "checks.h"
#include "text.h"

/* The field id of what a kind needs. */
static const char *need_field(const CaseGroup *group, const KindRule *rule, const char *need, char **owned)
{
    if (strcmp(need, "date") == 0) {
        *owned = g_strndup(rule->date, strcspn(rule->date, " "));
        return casegroup_date_name(group->kind, *owned);
    }
    if (strcmp(need, "fine") == 0)
        return group->kind == KIND_DAILY ? "total-yuan" : "fine-yuan";
    return need;
}

/* True when the fine is there, but as one that is only planned: 拟处罚款五万元. */
static bool is_only_planned(const Document *document)
{
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, "proposed-fine-yuan") == 0 && field->status == VALUE_DRAFT)
            return true;
    }
    return false;
}

static bool need_is_met(const CaseGroup *group, const char *need)
{
    if (strcmp(need, "doc-number") == 0)
        return group->number != NULL;
    if (strcmp(need, "party") == 0)
        return group->party != NULL;
    if (strcmp(need, "date") == 0)
        return group->date != DAY_NONE;
    if (!group->fine && group->speaking && is_only_planned(group->speaking))
        return true; /* told as EXT-005 */
    /* a warning, an order to stop or a confiscation alone is a penalty, too (Order 8, art. 10) */
    return group->fine || (group->kind == KIND_PENALTY && group->speaking && document_value(group->speaking, "other-penalty"));
}

/* True when the speaking document has a value that cannot be: EXT-003 tells that. */
static bool need_is_invalid(const CaseGroup *group, const KindRule *rule, const char *need, const char *field)
{
    for (guint i = 0; group->speaking && i < group->speaking->fields->len; i++) {
        const Field *each = group->speaking->fields->pdata[i];
        bool asked = strcmp(each->id, field) == 0 || (strcmp(need, "date") == 0 && word_in_list(rule->date, ' ', each->id));
        if (asked && each->status == VALUE_INVALID)
            return true;
    }
    return false;
}

/* True when SET-004 asks for a document of TYPE. */
static bool is_asked_for(Check *check, const CaseGroup *group, const KindRule *rule, const char *type)
{
    for (guint i = 0; i < rule->must->len; i++) {
        const DocumentRule *must = rule->must->pdata[i];
        if (!must->of && strcmp(must->any, type) == 0)
            return !required_is_met(check, group, must);
    }
    return false;
}

static const SubFile *same_content(const CaseGroup *group, const SubFile *file)
{
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *other = group->files->pdata[i];
        if (other != file && file->facts->sha256 && g_strcmp0(other->facts->sha256, file->facts->sha256) == 0)
            return other;
    }
    return NULL;
}

/* Whether the name of FILE says what one of its documents is: 告知.docx for 行政处罚事先告知书. */
static bool is_named_right(const SubFile *file)
{
    g_autofree char *stem = g_strndup(file->base, strcspn(file->base, "."));
    bool right = false;
    for (guint i = 0; i < file->facts->documents->len; i++) {
        const Document *document = file->facts->documents->pdata[i];
        right |= g_strcmp0(file->facts->named_type, document->type) == 0 ||
                 (document->title && stem[0] != '\0' && strstr(document->title, stem));
    }
    return right;
}

/* "twin": the same document lies there under two names, one of which is not its own: perhaps the missing one's. */
static void param_twin(Finding *finding, const CaseGroup *group)
{
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i], *other;
        if (file->facts->documents->len == 0 || is_named_right(file) || !(other = same_content(group, file)))
            continue;
        finding_param(finding, "twin", file->base);
        finding_param(finding, "twin-of", other->base);
        finding_param(finding, "holds", ((const Document *)file->facts->documents->pdata[0])->type);
        return;
    }
}

/* "hidden": characters that Word does not show, and that were therefore not read. */
static void param_hidden(Finding *finding, const SubFile *file)
{
    if (file && file->facts->chars && file->facts->chars->hidden > 0)
        param_int(finding, "hidden", file->facts->chars->hidden);
}

/* True when what speaks for GROUP, by its name, was told as a document that is to be saved again: what it says is not missing.  One
 * that is broken (DOC-001) may be sent as a scan, of which EXT-001 tells that it is not enough. */
static bool is_told_unread(const Check *check, const CaseGroup *group)
{
    static const char *const codes[] = {"DOC-002", "DOC-003"};
    for (size_t i = 0; i < G_N_ELEMENTS(codes); i++) {
        guint at = 0;
        for (const Finding *told; (told = told_next(check, codes[i], group, &at));)
            for (guint k = 0; k < group->files->len; k++) {
                const SubFile *file = group->files->pdata[k];
                if (g_strcmp0(file->facts->path, told->file) == 0 && casegroup_speaks_for(check->in->rules, file, group->kind))
                    return true;
            }
    }
    return false;
}

/* "broken": the documents of GROUP that are told as broken (DOC-001) and may be what speaks for it, as their names tell. */
static void param_broken(const Check *check, Finding *finding, const CaseGroup *group)
{
    g_autoptr(GString) broken = g_string_new(NULL);
    guint at = 0;
    for (const Finding *told; (told = told_next(check, "DOC-001", group, &at));)
        for (guint k = 0; k < group->files->len; k++) {
            const SubFile *file = group->files->pdata[k];
            if (g_strcmp0(file->facts->path, told->file) == 0 &&
                (!file->facts->named_type || casegroup_speaks_for(check->in->rules, file, group->kind)))
                text_add_line(broken, file->base);
        }
    if (broken->len > 0)
        finding_param(finding, "broken", broken->str);
}

/* What the speaking document writes for the date that counts without its year or day; NULL for nothing. */
static const Field *partial_date(const CaseGroup *group, const KindRule *rule)
{
    for (guint i = 0; i < group->speaking->fields->len; i++) {
        const Field *field = group->speaking->fields->pdata[i];
        if (field->status == VALUE_PARTIAL && word_in_list(rule->date, ' ', field->id))
            return field;
    }
    return NULL;
}

/* As which variant of EXT-001 it is told that NEED is missing: what that costs is another thing for each. */
static const char *need_variant(const char *need)
{
    static const struct { const char *need, *variant; } variants[] = {
        {"doc-number", "no-number"}, {"party", "no-party"}, {"fine", "no-fine"}, {"date", NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(variants); i++)
        if (strcmp(variants[i].need, need) == 0)
            return variants[i].variant;
    g_assert_not_reached();
}

/* EXT-001 for one thing that the document that speaks for GROUP does not say: FIELD, which is what it NEEDs. */
static void add_missing(Check *check, const CaseGroup *group, const char *need, const char *field)
{
    const char *type = group->speaking->type;
    const bool date = strcmp(need, "date") == 0;
    const Field *partial = date ? partial_date(group, kind_rule(check->in->rules, group->kind)) : NULL;
    Finding *finding = check_add(check, "EXT-001", need_variant(need), group, group->speaking_file,
                                 partial ? partial->place : leftblank_place(group->speaking_file, group->speaking, need));
    finding_param(finding, "field", field);
    finding_param(finding, "doctype", type);
    finding_param(finding, date ? "undated" : "omitted", field);
    if (!date)
        param_out_of_hand(check->in->rules->cases, finding, type, type);
    if (partial)
        param_quote(finding, "partial", partial->value);
    param_hidden(finding, group->speaking_file);
    leftblank_param(check, finding, group, need);
}

static void check_needs(Check *check, CaseGroup *group, const KindRule *rule)
{
    g_auto(GStrv) needs = g_strsplit(rule->needs, " ", -1);
    g_autoptr(GString) missing = g_string_new(NULL);
    const char *type = casegroup_speaking_type(check->in->rules, group);
    for (char **need = needs; *need; need++) {
        if (need_is_met(group, *need))
            continue;
        g_autofree char *owned = NULL;
        const char *field = need_field(group, rule, *need, &owned);
        g_string_append_printf(missing, "%s%s", missing->len > 0 ? " " : "", field);
        if (!group->speaking || need_is_invalid(group, rule, *need, field))
            continue;
        add_missing(check, group, *need, field);
    }
    if (group->speaking || missing->len == 0 || is_told_unread(check, group))
        return;
    Finding *finding = check_add(check, "EXT-001", "no-document", group, group->speaking_file, NULL);
    finding_param(finding, "field", missing->str);
    finding_param(finding, "doctype", type);
    finding_param(finding, is_asked_for(check, group, rule, type) ? "owed" : "absent", type);
    param_twin(finding, group);
    param_broken(check, finding, group);
}

/* ---- papers beside, to the party ---- */

/* A notice, order or demand that was read as a whole, signed by its bureau, and has no day and no blank for one. */
static void look_undated(const SubFile *file, const Document *notice, gpointer data)
{
    static const char *const dates[] = {"notice-date", "demand-date", "document-date", "written-date", "unfilled", NULL};
    const CaseWalk *notices = data;
    bool dated = !document_value(notice, "agency") || !document_value(notice, "doc-number") ||
                 (file->facts->chars && file->facts->chars->hidden > 0);
    for (guint i = 0; !dated && i < notice->fields->len; i++)
        dated = g_strv_contains(dates, ((const Field *)notice->fields->pdata[i])->id);
    if (strcmp(notice->type, "demand") != 0) /* which tells of the day and the service of the decision */
        dated = dated || document_value(notice, "decision-date") || document_value(notice, "service-date");
    if (dated)
        return;
    Finding *finding = check_add(notices->check, "EXT-001", "undated-notice", notices->group, file, notice->last);
    finding_param(finding, "doctype", notice->type);
}

void fields_check(Check *check, CaseGroup *group)
{
    const KindRule *rule = kind_rule(check->in->rules, group->kind);
    if (rule)
        check_needs(check, group, rule);
    casegroup_each_of(group, "penalty-notice rectification-order demand", look_undated, &(CaseWalk){check, group});
    onecase_check(check, group);
    contradictions_check(check, group);
    namedpapers_check(check, group);
    servicedates_check(check, group);
    receiptdays_check(check, group);
    servedto_check(check, group);
    quoted_check(check, group);
    recorddays_check(check, group);
    cause_check(check, group);
    employer_check(check, group);
    strangeofficers_check(check, group);
    foreignfacts_check(check, group);
    recordhead_check(check, group);
    addresses_check(check, group);
    listedday_check(check, group);
    casecover_check(check, group);
    outlets_check(check, group);
    measured_check(check, group);
    weighed_check(check, group);
    identities_check(check, group);
    responsible_check(check, group);
    numberyear_check(check, group);
    agencies_check_papers(check, group);
    transferlist_check(check, group);
    capitals_check(check, group);
}
