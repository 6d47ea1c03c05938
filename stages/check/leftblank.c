/* EXT-001: where what a paper must say was left blank, and what the other papers of the case file say of it.  EXT-005: papers beside the
 * one that speaks whose number was left blank. */
#include <string.h>

#include "checks.h"
#include "text.h"

static const Field *blank_of(const Document *document, const char *need)
{
    static const char *const blanks[][2] = {
        {"date", "undated"}, {"doc-number", "number-blank"}, {"party", "party-blank"}, {"fine", "fine-blank"}};
    const Field *found = NULL;
    for (size_t k = 0; k < G_N_ELEMENTS(blanks); k++)
        for (guint i = 0; strcmp(blanks[k][0], need) == 0 && i < document->fields->len; i++) {
            const Field *field = document->fields->pdata[i];
            if (strcmp(field->id, blanks[k][1]) == 0 && field->place)
                found = field; /* a date belongs on the last of several lines */
        }
    return found;
}

const char *leftblank_place(const SubFile *file, const Document *document, const char *need)
{
    const Field *blank = blank_of(document, need);
    if (blank)
        return blank->place;
    if (strcmp(need, "date") == 0)
        return document->last;
    return file && file->facts->documents->len > 1 ? document->first : NULL; /* of several the one that is meant */
}

/* ---- what the other papers say ---- */

/* The values that others give; several different ones are no hint. */
typedef struct {
    const Check *check;
    const CaseGroup *group;
    const char *prefix; /* of the number, folded; NULL */
    const char *value, *key, *place;
    const SubFile *file;
    guint papers;
    bool differ;
} Hint;

static void take_hint(Hint *hint, const SubFile *file, const char *value, const char *key, const char *place)
{
    if (!hint->value)
        *hint = (Hint){hint->check, hint->group, hint->prefix, value, key, place, file, 0, false};
    hint->papers++;
    hint->differ |= !text_same(key, hint->key);
}

static void look_party(const SubFile *file, const Document *document, gpointer data)
{
    Hint *hint = data;
    const Field *party = document_value(document, "party");
    if (document != hint->group->speaking && party && party->status == VALUE_VALID &&
        field_is_single(hint->check, "party", document->type))
        take_hint(hint, file, party->value, field_key(party), party->place);
}

static bool is_own_number(const CaseGroup *group, const char *key)
{
    for (guint i = 0; i < group->own_keys->len; i++)
        if (strcmp(group->own_keys->pdata[i], key) == 0)
            return true;
    return false;
}

/* Whether the paper that has no number itself names KEY, which is another's then. */
static bool is_named(const Document *document, const char *key)
{
    for (guint i = 0; i < document->mentions->len; i++)
        if (strcmp(((const DocNumber *)document->mentions->pdata[i])->key, key) == 0)
            return true;
    return false;
}

/* The numbers in DOCUMENT that begin as what is left of the blank one does: 溆环拘移〔2016〕. */
static void look_begun(const SubFile *file, const Document *document, gpointer data)
{
    Hint *hint = data;
    for (guint i = 0; document != hint->group->speaking && i < document->mentions->len; i++) {
        const DocNumber *mention = document->mentions->pdata[i];
        g_autofree char *folded = text_fold(mention->raw);
        if (g_str_has_prefix(folded, hint->prefix) && !is_own_number(hint->group, mention->key) &&
            !is_named(hint->group->speaking, mention->key))
            take_hint(hint, file, mention->raw, mention->key, mention->place);
    }
}

/* What is left of a number, up to its year: 溆环拘移〔2016〕 of 溆环拘移〔2016〕　号; NULL for nothing.  Caller frees. */
static char *number_begun(const Document *document)
{
    static const char closing[] = "〕";
    const Field *blank = blank_of(document, "doc-number");
    char *folded = blank ? text_fold(blank->value) : NULL, *end = folded ? strstr(folded, closing) : NULL;
    if (end && end > folded && g_ascii_isdigit(end[-1])) {
        end[strlen(closing)] = '\0';
        return folded;
    }
    g_free(folded);
    return NULL;
}

void leftblank_param(const Check *check, Finding *finding, const CaseGroup *group, const char *need)
{
    enum { PARTIES_MIN = 2 }; /* one paper alone may be another case's */
    g_autofree char *begun = strcmp(need, "doc-number") == 0 ? number_begun(group->speaking) : NULL;
    const bool party = strcmp(need, "party") == 0;
    const Field *blank = blank_of(group->speaking, need);
    Hint hint = {.check = check, .group = group, .prefix = begun};
    if (blank) {
        param_quote(finding, "blank", blank->value);
        param_near(finding, blank);
    }
    finding_param(finding, blank ? "left" : "plain", finding_value(finding, "field"));
    if (party || begun)
        casegroup_each_document(group, party ? look_party : look_begun, &hint);
    if (!hint.value || hint.differ || (party && hint.papers < PARTIES_MIN))
        return;
    finding_param(finding, "hint", hint.value);
    finding_param(finding, "hint-file", hint.file->facts->path);
    finding_param(finding, "hint-place", hint.place);
}

static void look_number_blank(const SubFile *file, const Document *document, gpointer data)
{
    const CaseWalk *walk = data;
    const Field *blank = blank_of(document, "doc-number");
    const bool of_bureau = blank && strstr(blank->value, "环"); /* and no heading of a form */
    if (!of_bureau || document == walk->group->speaking || document_value(document, "doc-number"))
        return;
    Finding *finding = check_add(walk->check, "EXT-005", "unfilled", walk->group, file, blank->place);
    finding_param(finding, "doctype", document->type);
    param_quote(finding, "quote", blank->value);
}

void leftblank_check(Check *check, CaseGroup *group)
{
    casegroup_each_document(group, look_number_blank, &(CaseWalk){check, group});
}
