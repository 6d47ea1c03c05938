/* EXT-002, facts: a decision, notice, order or report that names as the one who did what it tells the party of another case
 * file, or a firm of which no other paper speaks, and not its own party: a text taken over from another case; reasons: the same
 * of the one whose violation it weighs or whom it punishes.  Customers, neighbours and
 * hauliers are told of beside the party. */
#include <string.h>

#include "checks.h"
#include "namedbodies.h"
#include "text.h"

const char facts_types[] = "penalty-decision daily-decision penalty-notice rectification-order investigation-report filing-form";

enum { PAPERS_MAX = 2 }; /* a firm that the facts of more papers are about has its part in the case */
enum { ASKED_MAX = 200, TOLD_MAX = 20 }; /* names asked about in a case file, and those compared with all its papers */

/* A firm that is the subject of what papers tell; PAPERS are these, PLACES those behind the first. */
typedef struct { GArray *papers; /* Saying */ GString *places; } Subject;

static void subject_free(gpointer data)
{
    Subject *subject = data;
    g_array_unref(subject->papers);
    g_string_free(subject->places, TRUE);
    g_free(subject);
}

typedef struct {
    Check *check;
    const CaseGroup *group;
    const char *variant; /* facts, reasons */
    GPtrArray *order;    /* char *: the names in the order in which they were met; borrowed */
    GHashTable *by_name; /* name, folded → Subject */
    int asked;
} Subjects;

/* DOCUMENT names BODY, or a form of its name, as a party. */
static bool has_party(const Document *document, const Field *body)
{
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, "party") == 0 && body_is_same(field, body))
            return true;
    }
    return false;
}

/* What TEXT, folded, calls the party, where OTHER is the firm that it is about. */
static bool tells_party(const CaseGroup *group, const char *text, const Field *other)
{
    static const char *const words[] = {"你", "贵单位", "贵公司", "当事人", "本案", NULL};
    return text_has_any(text, words) || namedbodies_tell(text, group->party->value, other->value);
}

/* What DOCUMENT tells of SUBJECT, folded; NULL when that was not read.  Caller frees. */
static char *account_of(const Document *document, const Field *subject)
{
    g_autofree char *name = text_fold(subject->value);
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, "facts-account") != 0 || g_strcmp0(field->place, subject->place) != 0)
            continue;
        char *account = text_fold(field->value);
        if (g_str_has_prefix(account, name))
            return account;
        g_free(account);
    }
    return NULL;
}

static void note_subject(const Subjects *subjects, Saying saying)
{
    char *name = text_fold(saying.field->value);
    Subject *subject = g_hash_table_lookup(subjects->by_name, name);
    if (subject) {
        g_free(name);
        saying_add_place(subject->places, saying.file, saying.field->place);
    } else {
        subject = g_new(Subject, 1);
        *subject = (Subject){g_array_new(FALSE, FALSE, sizeof(Saying)), g_string_new(NULL)};
        g_hash_table_insert(subjects->by_name, name, subject);
        g_ptr_array_add(subjects->order, name);
    }
    g_array_append_val(subject->papers, saying);
}

/* Another firm than the party, and none that has its part by its trade. */
static bool is_stranger(const Subjects *subjects, const Document *document, const Field *field)
{
    return body_is_another(subjects->group->party, field) && !has_party(document, field) &&
           !text_has_any_of(field->value, subjects->check->in->rules->cases->thirds);
}

/* Reasons name nobody but whom they punish, so that no account is needed. */
static void look_reasons(const SubFile *file, const Document *document, gpointer data)
{
    Subjects *subjects = data;
    for (guint i = 0; i < document->fields->len && subjects->asked < ASKED_MAX; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, "reasons-subject") != 0)
            continue;
        subjects->asked++;
        if (is_stranger(subjects, document, field))
            note_subject(subjects, (Saying){file, document, field});
    }
}

static void look_subjects(const SubFile *file, const Document *document, gpointer data)
{
    Subjects *subjects = data;
    const CaseGroup *group = subjects->group;
    for (guint i = 0; i < document->fields->len && subjects->asked < ASKED_MAX; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, "facts-subject") != 0)
            continue;
        subjects->asked++;
        g_autofree char *account = is_stranger(subjects, document, field) ? account_of(document, field) : NULL;
        if (account && !tells_party(group, account, field))
            note_subject(subjects, (Saying){file, document, field});
    }
}

/* Everything that DOCUMENT tells as facts is about others than the party, and nothing that others do for it: in a longer account
 * the firm may have had some part. */
static bool tells_nothing_of_party(const CaseGroup *group, const Saying *saying)
{
    static const char *const words[] = {"该单位", "该公司", "该厂", "该场", "该店", "该矿", "该站", "该企业", "安装", "施工", "设计", "承建",
                                        "承包", "供应", "销售", "运输", "运走", "运来", "收购", "购买", "租", "转让", "委托", "投资", "控股", NULL};
    g_autofree char *name = text_fold(saying->field->value);
    for (guint i = 0; i < saying->document->fields->len; i++) {
        const Field *field = saying->document->fields->pdata[i];
        if (strcmp(field->id, "facts") != 0 && strcmp(field->id, "facts-account") != 0)
            continue;
        g_autofree char *facts = text_fold(field->value);
        const char *from = strstr(facts, name), /* what leads to it is addressed to the party */
                   *told = from ? from + strlen(name) : facts;
        if (tells_party(group, told, saying->field) || text_has_any(told, words))
            return false;
    }
    return true;
}

/* The first case file of the unit with the party NAME, which is another case than GROUP's. */
static const CaseGroup *case_of(const Check *check, const CaseGroup *group, const Field *name)
{
    const GArray *same = partyindex_same(check->parties, name);
    for (guint i = 0; i < same->len; i++) {
        const CaseGroup *other = check->submission->groups->pdata[g_array_index(same, guint, i)];
        if (other != group)
            return other;
    }
    return NULL;
}

/* Another paper of the case file than those of SUBJECT may speak of the firm. */
static bool is_known_here(const CaseGroup *group, const Subject *subject)
{
    const Saying *first = &g_array_index(subject->papers, Saying, 0);
    g_autoptr(GPtrArray) others = g_ptr_array_new();
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        bool its = false;
        for (guint j = 0; j < subject->papers->len; j++)
            its |= g_array_index(subject->papers, Saying, j).file == file;
        if (!its)
            g_ptr_array_add(others, (gpointer)file);
        for (guint j = 0; !its && j < file->facts->documents->len; j++)
            if (has_party(file->facts->documents->pdata[j], first->field) && !has_party(file->facts->documents->pdata[j], group->party))
                return true;
    }
    g_autoptr(NamedBodies) bodies = namedbodies_new(others);
    return namedbodies_elsewhere(bodies, first->field->value, group->party->value, first->file);
}

void param_given(Finding *finding, const char *type)
{
    bool given = word_in_list("penalty-decision daily-decision penalty-notice rectification-order", ' ', type);
    finding_param(finding, "given", given ? type : NULL);
}

/* Whether A and B are one name but for a letter that was left out, added or mistaken. */
static bool is_one_letter_off(const char *a, const char *b)
{
    const glong letters = MAX(g_utf8_strlen(a, -1), g_utf8_strlen(b, -1));
    const char *end_a = a + strlen(a), *end_b = b + strlen(b);
    glong alike = 0;
    for (; *a && g_utf8_get_char(a) == g_utf8_get_char(b); alike++) {
        a = g_utf8_next_char(a);
        b = g_utf8_next_char(b);
    }
    for (; end_a > a && end_b > b; alike++) {
        end_a = g_utf8_prev_char(end_a);
        end_b = g_utf8_prev_char(end_b);
        if (g_utf8_get_char(end_a) != g_utf8_get_char(end_b))
            break;
    }
    return alike + 1 >= letters;
}

/* A firm of which nothing is known beside what FIRST tells may be meant where that also speaks of the party, and in reasons where
 * its name may be the party's, written wrongly. */
static bool may_be_meant(const Subjects *subjects, const Saying *first)
{
    if (strcmp(subjects->variant, "reasons") == 0)
        return is_one_letter_off(first->field->value, subjects->group->party->value);
    return !tells_nothing_of_party(subjects->group, first);
}

/* What the facts are about is not told again of the reasons. */
static bool is_told(const Subjects *subjects, const Field *name)
{
    guint at = 0;
    for (const Finding *told; (told = told_next(subjects->check, "EXT-002", subjects->group, &at));)
        if (g_strcmp0(told->variant, "facts") == 0 && g_strcmp0(finding_value(told, "quote"), name->value) == 0)
            return true;
    return false;
}

static void tell_subject(const Subjects *subjects, const Subject *subject)
{
    const Saying *first = &g_array_index(subject->papers, Saying, 0);
    const CaseGroup *group = subjects->group, *other = case_of(subjects->check, group, first->field);
    if ((!other && may_be_meant(subjects, first)) || subject->papers->len > PAPERS_MAX || is_told(subjects, first->field) ||
        is_known_here(group, subject) ||
        notes_registered(subjects->check, group, group->party, first->field))
        return;
    const Saying own = {group->speaking_file, group->speaking, group->party};
    Finding *finding = contradiction_add_as(subjects->check, group, subjects->variant, subjects->variant, first, &own);
    finding_set(finding, "quote", first->field->value); /* without what runs on behind it */
    param_given(finding, first->document->type);
    finding_param(finding, "elsewhere", other ? other->name : NULL);
    finding_param(finding, "stranger", other ? NULL : first->field->value);
    if (subject->places->len > 0)
        finding_param(finding, "others", subject->places->str);
}

static void check_subjects(Check *check, const CaseGroup *group, const char *variant, DocumentFunc look)
{
    g_autoptr(GPtrArray) order = g_ptr_array_new();
    g_autoptr(GHashTable) by_name = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, subject_free);
    Subjects subjects = {check, group, variant, order, by_name, 0};
    casegroup_each_of(group, facts_types, look, &subjects);
    for (guint i = 0; i < MIN(order->len, TOLD_MAX); i++)
        tell_subject(&subjects, g_hash_table_lookup(by_name, order->pdata[i]));
}

void foreignfacts_check(Check *check, CaseGroup *group)
{
    if (!group->speaking || !group->party || group->party->status != VALUE_VALID)
        return;
    check_subjects(check, group, "facts", look_subjects);
    check_subjects(check, group, "reasons", look_reasons);
}
