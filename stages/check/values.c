/* EXT-003 to 005: values that cannot be, are masked, or are still drafts. */
#include <string.h>

#include "checks.h"
#include "citizenid.h"
#include "text.h"

/* One value of a case file (elsewhere of a folder): where it is shown, the decision before all else, and the places more that there
 * are. */
typedef struct { Saying shown; GArray *more; /* Saying */ } Told;

typedef struct { GHashTable *by_value; GPtrArray *order; } Values; /* Told */

static void told_free(gpointer data)
{
    Told *told = data;
    g_array_unref(told->more);
    g_free(told);
}

/* Where it is shown: the decision before all else, and a field of its own before a day that is only written there. */
static int told_rank(const SubFile *file, const Document *document, const Field *field)
{
    int rank = file->group && document == file->group->speaking          ? 0
               : g_str_has_suffix(document->type, "-decision") ? 1
                                                               : 2;
    return strcmp(field->id, "written-date") == 0 ? rank + 3 : rank;
}

static bool is_identity(const Field *field)
{
    return strcmp(field->id, "identity-number") == 0;
}

/* What is wrong with the number of an identity card. */
static const char *identity_reason(const Field *field)
{
    const CitizenIdStatus status = citizenid_judge(field->value);
    return status == CITIZENID_LENGTH ? "identity-length" : status == CITIZENID_BIRTH ? "identity-birth" : "checksum";
}

static const char *invalid_reason(const Field *field)
{
    static const char *const codes[] = {"credit-code", "org-code", "registration-number", NULL};
    return is_identity(field) ? identity_reason(field) : g_strv_contains(codes, field->id) ? "checksum" : "no-such-day";
}

static bool is_no_day(const Field *field)
{
    return field->status == VALUE_INVALID && strcmp(invalid_reason(field), "no-such-day") == 0;
}

/* The word of the template stands for the party, whose name the paper has elsewhere. */
static bool stands_for_party(const Field *field)
{
    return g_strcmp0(field->rule, "unfilled-party") == 0;
}

/* The word of the template stands for the county in the title of one of the unit's own papers. */
static bool is_own_title(const Field *field)
{
    return g_strcmp0(field->rule, "unfilled-plan") == 0 || g_strcmp0(field->rule, "unfilled-assessment") == 0;
}

/* What is told once: a value, a day that is none whatever it is the day of, and draft wording however it reads
 * (拟决定作出如下行政处罚, 拟处罚款五万元), but for the word that stands for the party. */
static char *told_as(const Field *field)
{
    const bool fine = strcmp(field->id, "proposed-fine-yuan") == 0; /* in a decision: 拟 before its fine */
    if (field->status == VALUE_DRAFT)
        return g_strjoin("\n", fine ? "draft-wording" : field->id, value_statuses[VALUE_DRAFT], stands_for_party(field) ? "party" : NULL, NULL);
    if (is_no_day(field)) {
        g_autofree char *day = text_fold(field->value);
        return g_strjoin("\n", "no-such-day", day, NULL);
    }
    g_autofree char *value = text_fold(field->value);
    return g_strjoin("\n", field->id, value_statuses[field->status], value, NULL);
}

/* Of one cell, which may be read as the day of several things: as when a paper was handed over and as when it was signed for. */
static bool is_one_place(const Saying *a, const Saying *b)
{
    return is_no_day(a->field) && a->file == b->file && g_strcmp0(a->field->place, b->field->place) == 0;
}

static void note_value(Values *values, const SubFile *file, const Document *document, const Field *field)
{
    g_autofree char *told_once = told_as(field), *folder = g_path_get_dirname(file->facts->path);
    g_autofree char *key = g_strjoin("\n", file->group ? file->group->name : folder, told_once, NULL);
    Told *told = g_hash_table_lookup(values->by_value, key);
    if (!told) {
        told = g_new(Told, 1);
        *told = (Told){{file, document, field}, g_array_new(FALSE, FALSE, sizeof(Saying))};
        g_ptr_array_add(values->order, told);
        g_hash_table_insert(values->by_value, g_steal_pointer(&key), told);
        return;
    }
    Saying more = {file, document, field};
    const Saying *shown = &told->shown;
    const bool again = is_one_place(&more, shown);
    if (told_rank(file, document, field) < told_rank(shown->file, shown->document, shown->field)) {
        more = told->shown;
        told->shown = (Saying){file, document, field};
    }
    if (!again)
        g_array_append_val(told->more, more);
}

static const char *status_code(const Field *field)
{
    static const char *const codes[] = {[VALUE_MASKED] = "EXT-004", [VALUE_INVALID] = "EXT-003", [VALUE_DRAFT] = "EXT-005"};
    return (size_t)field->status < G_N_ELEMENTS(codes) ? codes[field->status] : NULL;
}

/* The wording: a day that no field names is told with what is written around it; blanks, and a title that tells a draft
 * (送审稿), are no 拟 in the text. */
static const char *variant_of(const Field *field)
{
    if (strcmp(field->id, "written-date") == 0)
        return "day";
    if (is_identity(field)) /* the check figure alone may be off where a number was altered on purpose, as names are */
        return strcmp(identity_reason(field), "checksum") == 0 ? "identity-check" : "identity";
    if (strcmp(field->id, "unfilled") == 0)
        return stands_for_party(field) ? "template" : is_own_title(field) ? "unfilled-title" : "unfilled";
    return g_strcmp0(field->rule, "draft-title") == 0 ? "title" : NULL;
}

enum { PLACES_MAX = 200 }; /* more nobody goes through */

static void param_more(Finding *finding, const GArray *more)
{
    g_autoptr(GString) places = g_string_new(NULL);
    for (guint i = 0; i < more->len && i < PLACES_MAX; i++) {
        const Saying *each = &g_array_index(more, Saying, i);
        saying_add_place(places, each->file, each->field->place);
    }
    if (more->len == 0)
        return;
    param_int(finding, "more", more->len);
    finding_param(finding, "places", places->str);
}

/* What the papers of the case have for a code that cannot be, as far as they are of one party. */
typedef struct { const Saying *wrong; const Field *right; GString *places; bool several; } RightSearch;

static void look_right(const SubFile *file, const Document *document, gpointer data)
{
    RightSearch *search = data;
    const Field *party = document_value(search->wrong->document, "party"), *its = document_value(document, "party"),
                *code = document_value(document, search->wrong->field->id);
    if (!code || code->status != VALUE_VALID || !party || !its || !body_is_same(party, its))
        return;
    search->several |= search->right && !text_same(search->right->value, code->value);
    search->right = search->right ? search->right : code;
    saying_add_place(search->places, file, code->place);
}

/* "right": the one code that other papers of the case have in its place. */
static void param_right(Finding *finding, const Saying *wrong)
{
    g_autoptr(GString) places = g_string_new(NULL);
    RightSearch search = {.wrong = wrong, .places = places};
    if (!wrong->file->group || strcmp(invalid_reason(wrong->field), "checksum") != 0)
        return;
    casegroup_each_document(wrong->file->group, look_right, &search);
    if (!search.right || search.several)
        return;
    finding_param(finding, "right", search.right->value);
    finding_param(finding, "right-places", places->str);
}

/* True for a blank that EXT-001 shows as the place of what is missing. */
static bool is_place_of_missing(const Check *check, const Saying *blank)
{
    guint at = 0;
    if (strcmp(blank->field->id, "unfilled") != 0 || !blank->file->group)
        return false;
    for (const Finding *missing; (missing = told_next(check, "EXT-001", blank->file->group, &at));)
        if (g_strcmp0(missing->file, blank->file->facts->path) == 0 && g_strcmp0(missing->place, blank->field->place) == 0)
            return true;
    return false;
}

/* True when nothing is told but such blanks: 罚款　　元（大写：　　元整）. */
static bool is_told_missing(const Check *check, const Told *told)
{
    bool missing = is_place_of_missing(check, &told->shown);
    for (guint i = 0; missing && i < told->more->len; i++)
        missing = is_place_of_missing(check, &g_array_index(told->more, Saying, i));
    return missing;
}

static void tell(Check *check, const Told *told)
{
    const Field *field = told->shown.field;
    const SubFile *file = told->shown.file;
    if (is_told_missing(check, told))
        return;
    Finding *finding = check_add(check, status_code(field), variant_of(field), file->group, file, field->place);
    finding_param(finding, "field", field->id);
    g_autofree char *identity = is_identity(field) ? citizenid_shown(field->value, NULL) : NULL; /* nobody's whole number is shown */
    finding_param(finding, "value", identity ? identity : field->value);
    finding_param(finding, "doctype", told->shown.document->type);
    if (!identity)
        param_quote(finding, "quote", field_quote(field));
    if (field->status == VALUE_INVALID) {
        finding_param(finding, "reason", invalid_reason(field));
        param_right(finding, &told->shown);
    }
    if (stands_for_party(field))
        finding_param(finding, "party", document_value(told->shown.document, "party")->value);
    param_more(finding, told->more);
}

/* A paper that hides the name of its party on purpose hides it everywhere. */
static bool is_hidden_on_purpose(const Document *document, const Field *field)
{
    const Field *party = stands_for_party(field) ? document_value(document, "party") : NULL;
    return stands_for_party(field) && (!party || party->status != VALUE_VALID);
}

static void note_document(Values *values, const SubFile *file, const Document *document)
{
    for (guint i = 0; i < document->fields->len; i++)
        if (status_code(document->fields->pdata[i]) && !is_hidden_on_purpose(document, document->fields->pdata[i]))
            note_value(values, file, document, document->fields->pdata[i]);
}

void values_check(Check *check)
{
    g_autoptr(GHashTable) by_value = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GPtrArray) order = g_ptr_array_new_with_free_func(told_free);
    Values values = {by_value, order};
    for (guint i = 0; i < check->submission->files->len; i++) {
        const SubFile *file = check->submission->files->pdata[i];
        for (guint j = 0; j < file->facts->documents->len; j++)
            note_document(&values, file, file->facts->documents->pdata[j]);
    }
    for (guint i = 0; i < order->len; i++)
        tell(check, order->pdata[i]);
}
