/* EXT-002, cover and catalogue-day: what the cover of a case file and the rows of its catalogue (卷内目录) say of the case and its papers,
 * against the papers themselves.  What any of these has is no fault of the list: they may contradict each other, which is told. */
#include <string.h>

#include "docnumber.h"
#include "lawdates.h"
#include "text.h"

static const char list_type[] = "other";

static bool is_catalogue(const Document *document)
{
    return strcmp(document->type, list_type) == 0 && document->title && strstr(document->title, "目录");
}

static bool is_cover(const Document *document)
{
    static const char *const titles[] = {"案卷", "卷宗", "封面"};
    g_autofree char *title = strcmp(document->type, list_type) == 0 && document->title ? text_squeeze(document->title) : NULL;
    for (size_t i = 0; title && i < G_N_ELEMENTS(titles); i++)
        if (g_str_has_suffix(title, titles[i]))
            return true;
    return false;
}

/* PAPER, which LIST has otherwise. */
static Finding *tell(const CaseWalk *walk, const char *variant, const char *field, const Saying *list, const Saying *paper)
{
    Finding *finding = contradiction_add_as(walk->check, walk->group, variant, field, list, paper);
    finding_param(finding, "title", list->document->title);
    return finding;
}

/* ---- what a cover says ---- */

/* A field of a cover, and those of papers of some types that tell the same. */
typedef struct { const char *field, *as, *in; } CoverRule;

static const CoverRule cover_rules[] = {
    {"party", "party", "penalty-decision daily-decision detention-transfer crime-transfer enforcement-application filing-form penalty-notice"},
    {"legal-rep", "legal-rep", "penalty-decision daily-decision filing-form penalty-notice detention-transfer crime-transfer"},
    {"filing-date", "filing-date", "filing-form investigation-report closing-form transfer-approval"},
    {"closing-date", "closing-date", "closing-form"},
    {"decision-date", "decision-date", "penalty-decision daily-decision closing-form"},
    {"fine-yuan", "fine-yuan", "penalty-decision closing-form"},
    {"fine-yuan", "total-yuan", "daily-decision"},
};

typedef struct { const CaseGroup *group; const CoverRule *rule; const Document *cover; Saying paper; bool said, unread; } PaperSearch;

/* Whether the cover says what FIELD of a paper says, in any of its own fields. */
static bool is_said_by(const Document *cover, const char *id, const Field *field)
{
    for (guint i = 0; i < cover->fields->len; i++) {
        const Field *own = cover->fields->pdata[i];
        if (strcmp(own->id, id) != 0)
            continue;
        if (strcmp(id, "party") == 0 ? !body_is_another(own, field) : text_same(field_key(own), field_key(field)))
            return true;
    }
    return false;
}

static void look_paper(const SubFile *file, const Document *document, gpointer data)
{
    PaperSearch *search = data;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, search->rule->as) != 0)
            continue;
        search->unread |= field->status != VALUE_VALID; /* masked, or told as none */
        search->said |= is_said_by(search->cover, search->rule->field, field);
        const Saying paper = {file, document, field};
        if (!search->paper.field || saying_rank(search->group, &paper) < saying_rank(search->group, &search->paper))
            search->paper = paper;
    }
}

static void look_cover(const CaseWalk *walk, const SubFile *file, const Document *cover)
{
    for (size_t i = 0; i < G_N_ELEMENTS(cover_rules);) {
        const char *id = cover_rules[i].field;
        const Field *own = document_value(cover, id);
        PaperSearch search = {.group = walk->group, .cover = cover};
        for (; i < G_N_ELEMENTS(cover_rules) && strcmp(cover_rules[i].field, id) == 0; i++) {
            search.rule = &cover_rules[i];
            casegroup_each_of(walk->group, cover_rules[i].in, look_paper, &search);
        }
        if (own && own->status == VALUE_VALID && search.paper.field && !search.said && !search.unread)
            tell(walk, "cover", id, &(Saying){file, cover, own}, &search.paper);
    }
}

/* ---- numbers in covers and catalogues ---- */

/* KNOWN: the numbers that papers have or name, and files bear. */
typedef struct { const Document *list; const char *key; GHashTable *known; Saying meant; } NumberSearch;

static void note_numbers(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    NumberSearch *search = data;
    if (is_cover(document) || is_catalogue(document))
        return;
    for (guint i = 0; i < document->mentions->len; i++)
        g_hash_table_add(search->known, ((const DocNumber *)document->mentions->pdata[i])->key);
    for (guint i = 0; i < document->fields->len; i++)
        if (((const Field *)document->fields->pdata[i])->key)
            g_hash_table_add(search->known, ((const Field *)document->fields->pdata[i])->key);
}

static void note_names(const CaseGroup *group, NumberSearch *search)
{
    for (guint i = 0; i < group->files->len; i++) {
        const GPtrArray *named = ((const SubFile *)group->files->pdata[i])->facts->named_numbers;
        for (guint j = 0; j < named->len; j++)
            g_hash_table_add(search->known, ((const DocNumber *)named->pdata[j])->key);
    }
}

/* The first paper of the series of the number looked for that the list does not have by its own. */
static void look_series(const SubFile *file, const Document *document, gpointer data)
{
    NumberSearch *search = data;
    const Field *own = document_value(document, "doc-number");
    if (!search->meant.field && own && own->status == VALUE_VALID && own->key && strcmp(document->type, list_type) != 0 &&
        docnumber_same_series(own->key, search->key) && !document_mentions(search->list, own->key))
        search->meant = (Saying){file, document, own};
}

/* A number of the series of a paper of the file that no paper has, while the list lacks that paper's own. */
static void look_numbers(const CaseWalk *walk, const SubFile *file, const Document *list)
{
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    NumberSearch search = {.list = list, .known = known};
    note_names(walk->group, &search);
    casegroup_each_document(walk->group, note_numbers, &search);
    for (guint i = 0; i < list->mentions->len; i++) {
        const DocNumber *mention = list->mentions->pdata[i];
        search.key = mention->key;
        search.meant = (Saying){0};
        if (!g_hash_table_contains(known, mention->key))
            casegroup_each_document(walk->group, look_series, &search);
        if (!search.meant.field || casegroup_may_mean_unread(walk->check->in->rules, walk->group, search.meant.document->type, mention->key))
            continue;
        Field field = {.id = search.meant.field->id, .value = mention->raw, .key = mention->key, .place = mention->place};
        tell(walk, "cover", "doc-number", &(Saying){file, list, &field}, &search.meant);
    }
}

/* ---- days in the rows of a catalogue ---- */

/* The day of a paper, by which a catalogue lists it, in the order in which it is looked for. */
static const char *const own_days[] = {"decision-date", "notice-date",  "demand-date",  "application-date", "transfer-date",    "approval-date",
                                       "service-date",  "closing-date", "filing-date", "inspection-dates", "document-date"};
/* Kinds of which all days that they bear are read. */
static const char dated_types[] =
    "penalty-decision daily-decision penalty-notice rectification-order inspection-record interview-record service-receipt demand "
    "enforcement-application detention-transfer crime-transfer discussion-record filing-form closing-form investigation-report";

typedef struct { const Document *list; const char *day, *types; guint open; Saying paper; bool found; } DaySearch;

static bool has_day(const Document *document, const char *day)
{
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (field->value && strstr(field->value, day))
            return true;
    }
    return false;
}

/* Whether a row of LIST of one of the kinds in TYPES has a day of DOCUMENT. */
static bool is_listed(const Document *list, const char *types, const Document *document)
{
    for (guint i = 0; i < list->fields->len; i++) {
        const Field *field = list->fields->pdata[i];
        if (strcmp(field->id, "catalogued-on") != 0)
            continue;
        g_auto(GStrv) parts = g_strsplit(field->value, "|", 3);
        if (g_strv_length(parts) == 3 && strcmp(parts[1], types) == 0 && has_day(document, parts[0]))
            return true;
    }
    return false;
}

/* An interview's own day is not that of the inspection of which it asks. */
static const Field *own_day(const Document *document)
{
    const bool asks = strcmp(document->type, "interview-record") == 0;
    for (size_t i = 0; i < G_N_ELEMENTS(own_days); i++) {
        const Field *field = document_value(document, own_days[i]);
        if (field && field->status == VALUE_VALID && !(asks && strcmp(own_days[i], "inspection-dates") == 0))
            return field;
    }
    return NULL;
}

static void look_dated(const SubFile *file, const Document *document, gpointer data)
{
    DaySearch *search = data;
    const Field *own = own_day(document);
    search->found |= !own || has_day(document, search->day);
    if (own && !is_listed(search->list, search->types, document)) {
        search->open++;
        search->paper = (Saying){file, document, own};
    }
}

static bool all_in_list(const char *list, const char *words)
{
    g_auto(GStrv) each = g_strsplit(words, " ", -1);
    for (char **word = each; *word; word++)
        if (!word_in_list(list, ' ', *word))
            return false;
    return *words != '\0';
}

/* Whether a paper of one of TYPES of which some were read may be one that was not. */
static bool may_hold_unread(const CaseWalk *walk, const char *types)
{
    g_auto(GStrv) each = g_strsplit(types, " ", -1);
    bool may = false;
    for (char **type = each; *type; type++)
        may |= casegroup_document(walk->group, *type, NULL) &&
               casegroup_may_mean_unread(walk->check->in->rules, walk->group, *type, NULL);
    return may;
}

/* The one paper of the row's kind that no row has with a day of its own is the one that is meant. */
static void look_day(const CaseWalk *walk, const SubFile *file, const Document *list, const Field *row)
{
    g_auto(GStrv) parts = g_strsplit(row->value, "|", 3);
    if (g_strv_length(parts) < 3 || !all_in_list(dated_types, parts[1]) || may_hold_unread(walk, parts[1]))
        return;
    DaySearch search = {.list = list, .day = parts[0], .types = parts[1]};
    casegroup_each_of(walk->group, parts[1], look_dated, &search);
    if (search.found || search.open != 1)
        return;
    Field day = *row;
    day.value = parts[0];
    Finding *finding = tell(walk, "catalogue-day", search.paper.field->id, &(Saying){file, list, &day}, &search.paper);
    finding_param(finding, "row", parts[2]);
}

static void look_list(const SubFile *file, const Document *document, gpointer data)
{
    const CaseWalk *walk = data;
    const bool catalogue = is_catalogue(document);
    if (!catalogue && !is_cover(document))
        return;
    look_numbers(walk, file, document);
    if (!catalogue)
        look_cover(walk, file, document);
    for (guint i = 0; catalogue && i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, "catalogued-on") == 0)
            look_day(walk, file, document, field);
    }
}

void casecover_check(Check *check, const CaseGroup *group)
{
    casegroup_each_of(group, list_type, look_list, &(CaseWalk){check, group});
}
