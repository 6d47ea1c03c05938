/* EXT-002, items: how many papers went to the police, as the letter of transfer, the total and the rows of the list of them, and the
 * receipt tell it. */
#include <string.h>

#include "cndate.h"
#include "lawdates.h"
#include "text.h"

/* How many papers VALUE tells of: 9项; *MEASURE is 项, in VALUE.  -1 for none. */
static int items_of(const char *value, const char **measure)
{
    g_autofree char *folded = text_fold(value);
    const char *end = folded;
    const int count = cndate_number(folded, &end);
    *measure = value + strlen(value) - strlen(end);
    return count;
}

static bool tells_of_list(const Field *told)
{
    return strstr(field_quote(told), "清单") || strstr(field_quote(told), "目录");
}

static bool tells_of_letter(const Field *told)
{
    return strstr(field_quote(told), "移送书") || strstr(field_quote(told), "移送函");
}

/* ---- the rows of the list ---- */

/* The rows of a table numbered from 1 on, how many of the letter and of lists themselves are among them, and the last. */
typedef struct { int count, letters, lists; const Document *list; const Field *last; } Rows;

static bool read_rows(const Document *list, Rows *rows)
{
    *rows = (Rows){.list = list};
    for (guint i = 0; i < list->fields->len; i++) {
        const Field *field = list->fields->pdata[i];
        if (strcmp(field->id, "row-listed") != 0)
            continue;
        rows->count++;
        rows->last = field;
        rows->letters += tells_of_letter(field);
        rows->lists += tells_of_list(field);
        if (g_ascii_strtoll(field->value, NULL, 10) != rows->count)
            return false;
    }
    return rows->count > 0;
}

/* Whether COUNT of MEASURE is how many there are of all rows, of those counted by that measure, or of these and one of each other
 * row; true also where some row tells no number. */
static bool is_sum(const Rows *rows, int count, const char *measure)
{
    int all = 0, same = 0, others = 0;
    for (guint i = 0; i < rows->list->fields->len; i++) {
        const Field *field = rows->list->fields->pdata[i];
        const char *quantity = strcmp(field->id, "row-listed") == 0 ? strchr(field->value, '|') : NULL, *unit;
        const int each = quantity ? items_of(quantity + 1, &unit) : 0;
        if (!quantity)
            continue;
        if (each < 0)
            return true;
        const bool is_same = *unit == '\0' || strcmp(unit, measure) == 0;
        all += each;
        same += is_same ? each : 0;
        others += !is_same;
    }
    return count == all || count == same || count == same + others;
}

/* Whether ROWS may be what TOLD counts, with BESIDE without those of the letter and the list, or with these where no row names them. */
static bool may_be_rows(const Rows *rows, const Field *told, bool beside)
{
    const char *measure;
    const int count = items_of(told->value, &measure);
    const int without = beside ? rows->letters + rows->lists : 0,
              with = beside ? (rows->lists == 0 && tells_of_list(told)) + (rows->letters == 0 && tells_of_letter(told)) : 0;
    for (int each = count - with; each <= count + without; each++)
        if (each == rows->count || (strcmp(measure, "项") != 0 && is_sum(rows, each, measure)))
            return true;
    return count < 0;
}

static void tell_rows(Check *check, const CaseGroup *group, const Saying *told, const Rows *rows, const SubFile *file)
{
    const bool own = told->document == rows->list;
    Finding *finding = check_add(check, "EXT-002", own ? "items-own" : "items-rows", group, told->file, told->field->place);
    finding_param(finding, "field", told->field->id);
    finding_param(finding, "value", told->field->value);
    finding_param(finding, "doctype", told->document->type);
    param_quote_around(finding, "quote", field_quote(told->field), told->field->value);
    param_int(finding, "listed", rows->count);
    param_quote(finding, "other-quote", field_quote(rows->last));
    finding_param(finding, "other-doctype", rows->list->type);
    finding_param(finding, "other-file", file->facts->path);
    finding_param(finding, "other-place", rows->last->place);
}

/* ---- totals ---- */

/* Whether A and B tell as many; BESIDE more or fewer where one of them may count, or not, the letter or the list itself.  Of other
 * measures (项, 份) nothing is known. */
static bool agree(const Field *a, const Field *b, int beside)
{
    const char *of_a, *of_b;
    const int first = items_of(a->value, &of_a), second = items_of(b->value, &of_b);
    return first < 0 || second < 0 || strcmp(of_a, of_b) != 0 || (first >= second && first <= second + beside);
}

static void look_items(const SubFile *file, const Document *document, gpointer data)
{
    Saying *list = data;
    list->file = file;
    list->document = document;
    for (guint i = 0; i < document->fields->len; i++)
        if (strcmp(((const Field *)document->fields->pdata[i])->id, "items-listed") == 0)
            list->field = document->fields->pdata[i];
}

typedef struct { Saying first; int count; } Receipts;

static void look_received(const SubFile *file, const Document *document, gpointer data)
{
    Receipts *receipts = data;
    const Field *field = document_value(document, "items-received");
    receipts->count++;
    if (field && !receipts->first.field)
        receipts->first = (Saying){file, document, field};
}

/* The receipt beside TOLD, which the letter or the list has. */
static void check_received(Check *check, const CaseGroup *group, const Saying *told, const Rows *rows)
{
    Receipts receipts = {0};
    casegroup_each_of(group, "police-receipt", look_received, &receipts);
    const Field *received = receipts.count == 1 ? receipts.first.field : NULL;
    if (!told->field || !received)
        return;
    const int beside = tells_of_letter(received) + MAX(tells_of_list(received), tells_of_list(told->field));
    if (agree(told->field, received, beside) || agree(received, told->field, beside) ||
        (rows->count > 0 && may_be_rows(rows, received, tells_of_letter(received))))
        return;
    Finding *finding = contradiction_add_as(check, group, "items", received->id, told, &receipts.first);
    finding_param(finding, "received", receipts.first.document->type);
}

/* Only where there is one list, with one total at most. */
void transferitems_check(Check *check, CaseGroup *group)
{
    const Field *sent = group->speaking ? document_value(group->speaking, "items-annexed") : NULL;
    const Saying letter = {group->speaking_file, group->speaking, sent};
    Saying list = {0};
    Rows rows = {0};
    if (casegroup_count(group, "transfer-list") != 1 || law_has_unread(group, "transfer-list"))
        return;
    casegroup_each_of(group, "transfer-list", look_items, &list);
    if (list.field && document_value(list.document, "items-listed") != list.field)
        return;
    const bool numbered = read_rows(list.document, &rows);
    rows.count = numbered ? rows.count : 0;
    if (sent && list.field && !agree(sent, list.field, tells_of_list(sent)))
        contradiction_add_as(check, group, "items", sent->id, &letter, &list);
    else if (numbered && list.field && !may_be_rows(&rows, list.field, false))
        tell_rows(check, group, &list, &rows, list.file);
    else if (numbered && sent && !may_be_rows(&rows, sent, true))
        tell_rows(check, group, &letter, &rows, list.file);
    else
        check_received(check, group, sent ? &letter : &list, &rows);
}
