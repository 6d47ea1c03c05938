/* Documents of another step in a daily file: it holds two orders and, with the original penalty, two notices. */
#include <string.h>

#include "casegroup.h"
#include "docnumber.h"
#include "lawdates.h"
#include "text.h"

static bool has_number_of(const Document *document, const Document *citing, const char *field)
{
    const Field *own = document_value(document, "doc-number"), *cited = document_value(citing, field);
    return own && cited && own->key && g_strcmp0(own->key, cited->key) == 0;
}

/* The second order is given when the recheck has found the violation going on (Order 28, art. 14). */
static bool is_second_order(const CaseGroup *group, const Document *order)
{
    Day recheck = document_day(group->speaking, "recheck-date"), decided = document_day(order, "decision-date");
    if (recheck == DAY_NONE)
        recheck = document_day(group->speaking, "last-day");
    if (decided == DAY_NONE)
        decided = document_day(order, "document-date");
    return recheck != DAY_NONE && decided >= recheck && !has_number_of(order, group->speaking, "order-number");
}

typedef struct { const Document *notice; bool cited; } Citing;

static void look_citing(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    Citing *citing = data;
    citing->cited |= has_number_of(citing->notice, document, "notice-number");
}

static bool is_original_notice(const CaseGroup *group, const Document *notice)
{
    Citing citing = {.notice = notice};
    casegroup_each_of(group, "penalty-decision", look_citing, &citing);
    return citing.cited;
}

/* The notice of the daily penalty, seen from the original DECISION: it is named by the other, or younger than this. */
static bool is_daily_notice(const CaseGroup *group, const Document *decision, const Document *notice)
{
    Day decided = document_day(decision, "decision-date");
    if (has_number_of(notice, group->speaking, "notice-number"))
        return true;
    return decided != DAY_NONE && document_day(notice, "notice-date") > decided;
}

bool casegroup_is_aside(const CaseGroup *group, const Document *from, const Document *document)
{
    if (group->kind != KIND_DAILY) /* whose own decision may be a scan */
        return false;
    if (strcmp(document->type, "rectification-order") == 0)
        return is_second_order(group, document);
    if (strcmp(document->type, "penalty-notice") != 0 || has_number_of(document, from, "notice-number"))
        return false;
    return from == group->speaking ? is_original_notice(group, document) : is_daily_notice(group, from, document);
}

bool document_says(const Document *document, const char *id, const Field *value)
{
    for (guint i = 0; value && i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, id) == 0 && field->status == VALUE_VALID && text_same(field_key(field), field_key(value)))
            return true;
    }
    return false;
}

typedef struct { const char *id; const Field *value; bool said; } Originals;

static void look_original(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    Originals *originals = data;
    originals->said |= document_says(document, originals->id, originals->value);
}

/* Whether a penalty decision of GROUP, the original one, says VALUE in its field ID. */
static bool original_says(const CaseGroup *group, const char *id, const Field *value)
{
    Originals originals = {.id = id, .value = value};
    casegroup_each_of(group, "penalty-decision", look_original, &originals);
    return originals.said;
}

/* Whether DOCUMENT tells of day and sum of the daily decision: then it is on that one, whatever number stands in either. */
static bool tells_day_and_sum(const CaseGroup *group, const Document *document)
{
    const Field *day = document_value(group->speaking, "decision-date"), *sum = document_value(group->speaking, "total-yuan");
    const bool same_sum = document_says(document, "fine-yuan", sum) || document_says(document, "demanded-yuan", sum);
    return same_sum && document_says(document, "decision-date", day) && !original_says(group, "fine-yuan", sum) &&
           !original_says(group, "decision-date", day);
}

/* Whether KEY, the number of a decision, is one as the daily decision of GROUP has, and the original one has not; where the
 * daily one is missing, one of another type than that. */
static bool is_numbered_as_daily(const CaseGroup *group, const char *key)
{
    const Penalty penalty = law_original_penalty(group);
    const Field *number = penalty.decision ? document_value(penalty.decision, "doc-number") : NULL;
    const char *original = number ? number->key : NULL;
    if (!group->key)
        return original && !docnumber_same_type(key, original);
    return strcmp(key, group->key) == 0 ||
           (docnumber_same_series(key, group->key) && !(original && docnumber_same_series(key, original)));
}

bool casegroup_follows_daily(const CaseGroup *group, const Document *document)
{
    static const char *const following[] = {"closing-form", "demand", "payment-receipt", "court-document", NULL};
    if (group->kind != KIND_DAILY || !g_strv_contains(following, document->type))
        return false;
    if (group->speaking && tells_day_and_sum(group, document))
        return true;
    const Field *own = group->speaking ? document_value(group->speaking, "doc-number") : NULL;
    if (group->speaking && (!group->key || original_says(group, "doc-number", own))) /* by which the two are not told apart */
        return false;
    if (!document_value(document, "decision-number"))
        return group->key && document_mentions(document, group->key);
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, "decision-number") == 0 && field->key && is_numbered_as_daily(group, field->key))
            return true;
    }
    return false;
}

typedef struct { const CaseGroup *group; int documents, receipts; } AsideCount;

static void count_aside(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    AsideCount *count = data;
    if (!casegroup_is_aside(count->group, count->group->speaking, document))
        return;
    count->documents++;
    count->receipts += casegroup_receipts_naming(count->group, document);
}

int casegroup_aside(const CaseGroup *group, const char *types)
{
    AsideCount count = {.group = group};
    casegroup_each_of(group, types, count_aside, &count);
    return count.documents;
}

int casegroup_receipts_aside(const CaseGroup *group, const char *type)
{
    AsideCount count = {.group = group};
    casegroup_each_of(group, type, count_aside, &count);
    return count.receipts;
}

typedef struct { const CaseGroup *group; const SubFile *last; GString *names; } AsideFiles;

static void look_aside(const SubFile *file, const Document *document, gpointer data)
{
    AsideFiles *files = data;
    if (file == files->last || !casegroup_is_aside(files->group, files->group->speaking, document))
        return;
    text_add_line(files->names, file->base);
    files->last = file;
}

char *casegroup_files_aside(const CaseGroup *group, const char *types)
{
    AsideFiles files = {.group = group, .names = g_string_new(NULL)};
    casegroup_each_of(group, types, look_aside, &files);
    return g_string_free(files.names, files.names->len == 0);
}
