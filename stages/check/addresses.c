/* EXT-002, address: the party's address in the decision and, under a label by which papers agree with it, in another paper, where the
 * county, town, village, road or number differs, or nothing is alike.  What one of them leaves out says nothing. */
#include <string.h>

#include "checks.h"
#include "text.h"

static const char *const ends[] = {"省", "自治州", "市", "县", "区", "镇", "乡", "街道", "村", "组", "大道", "路", "街", "巷", "号", " ", "、", ",", "(", NULL};

/* How many bytes of the name of a place end at AT, "路"; 0 for none. */
static size_t end_at(const char *at)
{
    for (int i = 0; ends[i]; i++)
        if (g_str_has_prefix(at, ends[i]))
            return strlen(ends[i]);
    return 0;
}

/* What of ADDRESS is called END: 辰州中 of 沅陵县辰州中街8号 and 街; NULL for nothing, and where it has several.  Caller frees. */
static char *part_of(const char *address, const char *end)
{
    const char *from = address;
    char *found = NULL;
    for (const char *at = address; *at;) {
        const size_t length = end_at(at);
        const bool is_one = length == strlen(end) && g_str_has_prefix(at, end);
        if (is_one && found) {
            g_free(found);
            return NULL;
        }
        if (is_one)
            found = g_strndup(from, (gsize)(at - from));
        at = length > 0 ? at + length : g_utf8_next_char(at);
        from = length > 0 ? at : from;
    }
    return found;
}

/* A name may be written in short: 辰州街, 辰州中街. */
static bool may_be_one(const char *a, const char *b)
{
    return g_str_has_prefix(a, b) || g_str_has_prefix(b, a) || g_str_has_suffix(a, b) || g_str_has_suffix(b, a);
}

static bool is_number(const char *text)
{
    return *text && strspn(text, "0123456789-") == strlen(text);
}

/* What follows the county or city in ADDRESS. */
static const char *behind_county(const char *address)
{
    static const char *const counties[] = {"自治县", "县", "市", "区", NULL};
    const char *behind = address;
    for (int i = 0; counties[i] && behind == address; i++) {
        const char *at = strstr(address, counties[i]);
        behind = at ? at + strlen(counties[i]) : address;
    }
    return behind;
}

/* Whether no two characters that follow each other in A do so in B, each being long enough to tell a place. */
static bool share_nothing(const char *a, const char *b)
{
    enum { CHARACTERS_MIN = 5 };
    if (g_utf8_strlen(a, -1) < CHARACTERS_MIN || g_utf8_strlen(b, -1) < CHARACTERS_MIN)
        return false;
    for (const char *p = a, *second; *(second = g_utf8_next_char(p)); p = second) {
        g_autofree char *pair = g_strndup(p, (gsize)(g_utf8_next_char(second) - p));
        if (strstr(b, pair))
            return false;
    }
    return true;
}

/* Whether A and B have another county, town, village, road or number, or nothing in common. */
static bool differ_plainly(const char *a, const char *b)
{
    static const char *const named[] = {"县", "镇", "乡", "村", "大道", "路", "街", "巷"}, *const numbered[] = {"号", "组"};
    g_autofree char *one = text_fold(a), *other = text_fold(b);
    bool differ = share_nothing(behind_county(one), behind_county(other));
    for (size_t i = 0; i < G_N_ELEMENTS(numbered) && !differ; i++) {
        g_autofree char *number = part_of(one, numbered[i]), *other_number = part_of(other, numbered[i]);
        differ = number && other_number && is_number(number) && is_number(other_number) && strcmp(number, other_number) != 0;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(named) && !differ; i++) {
        g_autofree char *name = part_of(one, named[i]), *other_name = part_of(other, named[i]);
        differ = name && other_name && *name && *other_name && !may_be_one(name, other_name);
    }
    return differ;
}

/* ---- whose address ---- */

/* Whether A and B, places of fields, are in one table or a few lines from each other. */
static bool is_near(const char *a, const char *b)
{
    enum { LINES = 3 };
    const char *row = a ? strchr(a, 'R') : NULL;
    if (!a || !b || a[0] != b[0])
        return false;
    if (a[0] != 'P')
        return row && strncmp(a, b, (size_t)(row - a) + 1) == 0;
    return ABS(g_ascii_strtoll(a + 1, NULL, 10) - g_ascii_strtoll(b + 1, NULL, 10)) <= LINES;
}

/* By its label, or in a sentence that calls it the registered seat: 法定代表人尤某，住所地辰溪县锦滨乡. */
static bool is_called_address(const Field *address)
{
    return address->rule && (g_str_has_prefix(address->rule, "label:") || (address->quote && g_str_has_prefix(address->quote, "住所")));
}

/* The address that stands by its label among what DOCUMENT tells of the party; NULL for none, and where there are several: the
 * bureau tells its own in a notice as well. */
static const Field *own_address(const Document *document)
{
    static const char *const others[] = {"legal-rep", "credit-code", "org-code", "registration-number", NULL};
    const Field *address = NULL;
    bool beside = false;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, "address") == 0 && address)
            return NULL;
        if (strcmp(field->id, "address") == 0)
            address = field;
    }
    for (guint i = 0; address && i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        beside |= g_strv_contains(others, field->id) && is_near(address->place, field->place);
    }
    return beside && address->status == VALUE_VALID && is_called_address(address) ? address : NULL;
}

/* LABELS: those under which a paper gives the decision's address, which other labels may not ask for: where it works, not where it is
 * registered. */
typedef struct { const Saying decided; const Field *party; Saying odd; GString *others, *with; GHashTable *labels; } Addresses;

static void note_label(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    const Addresses *search = data;
    const Field *address = own_address(document);
    if (address && text_same(address->value, search->decided.field->value))
        g_hash_table_add(search->labels, address->rule);
}

/* Papers of another firm are told as such. */
static void look_paper(const SubFile *file, const Document *document, gpointer data)
{
    Addresses *search = data;
    const Field *address = document == search->decided.document ? NULL : own_address(document), *decided = search->decided.field,
                *party = document_value(document, "party");
    if (!address || !g_hash_table_contains(search->labels, address->rule) || (party && search->party && !body_is_same(party, search->party)))
        return;
    if (text_same(address->value, decided->value))
        saying_add_place(search->with, file, address->place);
    else if (!differ_plainly(address->value, decided->value))
        return;
    else if (search->odd.field)
        saying_add_place(search->others, file, address->place);
    else
        search->odd = (Saying){file, document, address};
}

void addresses_check(Check *check, const CaseGroup *group)
{
    static const char papers[] = "filing-form inspection-record rectification-order investigation-report penalty-notice hearing-notice "
                                 "penalty-decision closing-form transfer-approval";
    const Field *decided = group->speaking ? own_address(group->speaking) : NULL;
    g_autoptr(GString) others = g_string_new(NULL), with = g_string_new(NULL);
    g_autoptr(GHashTable) labels = g_hash_table_new(g_str_hash, g_str_equal);
    Addresses search = {{group->speaking_file, group->speaking, decided}, group->party, {0}, others, with, labels};
    if (!decided)
        return;
    g_hash_table_add(labels, decided->rule);
    casegroup_each_of(group, papers, note_label, &search);
    casegroup_each_of(group, papers, look_paper, &search);
    if (!search.odd.field)
        return;
    Finding *finding = contradiction_add_as(check, group, "address", "address", &search.decided, &search.odd);
    finding_param(finding, "with", with->len > 0 ? with->str : NULL);
    finding_param(finding, "others", others->len > 0 ? others->str : NULL);
}
