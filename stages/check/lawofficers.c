/* LAW-011 and 012: at least two investigators, each with a certificate, whose number stands in the record. */
#include <string.h>

#include "lawdates.h"
#include "text.h"

static const char *const record_types[] = {"inspection-record", "interview-record", NULL};
static const char *const naming_types[] = {"inspection-record", "interview-record", "investigation-report", NULL};

/* A number that stands with a name, how often, and in which document first; borrowed. */
typedef struct { const char *name, *number; int count; const Document *document; } Shown;

typedef struct {
    Check *check;
    const CaseGroup *group;
    GPtrArray *names;         /* char *, borrowed, each once */
    GPtrArray *acting;        /* of these and of all in the file: who is named as more than the recorder somewhere */
    GArray *known;            /* Shown, in order of first appearance: anywhere in the file */
    const SubFile *file;      /* of the first document that should name them */
    const Document *document;
    bool told;                /* LAW-011 was raised for one document */
} Officers;

static bool is_named(const GPtrArray *names, const char *name)
{
    for (guint i = 0; i < names->len; i++)
        if (text_same(names->pdata[i], name))
            return true;
    return false;
}

static void note_number(GArray *shown, const Investigator *person, const Document *document)
{
    for (guint i = 0; i < shown->len; i++) {
        Shown *known = &g_array_index(shown, Shown, i);
        if (text_same(known->name, person->name) && text_same(known->number, person->certificate)) {
            known->count++;
            return;
        }
    }
    const Shown first = {person->name, person->certificate, 1, document};
    g_array_append_val(shown, first);
}

static bool has_number(const Investigator *person)
{
    return person->certificate && person->certificate[0] != '\0';
}

static void look_anywhere(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    Officers *officers = data;
    for (guint i = 0; i < document->investigators->len; i++) {
        const Investigator *person = document->investigators->pdata[i];
        if (!person->recorder && !is_named(officers->acting, person->name))
            g_ptr_array_add(officers->acting, person->name);
        if (has_number(person))
            note_number(officers->known, person, document);
    }
}

static void collect(Officers *officers, const Document *document)
{
    for (guint i = 0; i < document->investigators->len; i++) {
        const Investigator *person = document->investigators->pdata[i];
        if (!is_named(officers->names, person->name))
            g_ptr_array_add(officers->names, person->name);
    }
}

/* One number is one person's: where a sentence gives a number for two names (甲、乙，执法证号为1), it is that of the
 * name it stands with most, else of the first. */
static bool is_owner(const GArray *shown, guint index)
{
    const Shown *own = &g_array_index(shown, Shown, index);
    for (guint i = 0; i < shown->len; i++) {
        const Shown *other = &g_array_index(shown, Shown, i);
        bool before = other->count > own->count || (other->count == own->count && i < index);
        if (before && text_same(other->number, own->number))
            return false;
    }
    return true;
}

/* Where SHOWN has a number of NAME's own; NULL for nowhere. */
static const Shown *number_of(const GArray *shown, const char *name)
{
    for (guint i = 0; i < shown->len; i++)
        if (text_same(g_array_index(shown, Shown, i).name, name) && is_owner(shown, i))
            return &g_array_index(shown, Shown, i);
    return NULL;
}

static char *names_joined(const GPtrArray *names)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < names->len; i++)
        text_add_line(text, names->pdata[i]);
    return g_string_free(g_steal_pointer(&text), FALSE);
}

/* Where DOCUMENT first names an officer; NULL for nowhere. */
static const Investigator *first_named(const Document *document)
{
    return document->investigators->len > 0 ? document->investigators->pdata[0] : NULL;
}

/* "alike": where else DOCUMENT has NAME, the only officer that it names: what tells who they are, and the signature. */
static void param_alike(Finding *finding, const SubFile *file, const Document *document, const char *name)
{
    g_autoptr(GString) places = g_string_new(NULL);
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    g_hash_table_add(seen, finding->place);
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        const char *quote = field_quote(field);
        if (quote && strstr(quote, name) && field->place && g_hash_table_add(seen, field->place))
            saying_add_place(places, file, field->place);
    }
    if (places->len > 0)
        finding_param(finding, "alike", places->str);
}

static Finding *add_few(Officers *officers, const char *variant, const SubFile *file, const Document *document, const GPtrArray *names)
{
    g_autofree char *list = names_joined(names);
    const Investigator *named = first_named(document);
    bool placed = named && named->place && named->place[0] != '\0';
    Finding *finding = check_add(officers->check, "LAW-011", variant, officers->group, file,
                                 placed ? named->place : document->first);
    if (named)
        param_quote_around(finding, "quote", named->quote, named->name);
    finding_param(finding, "doctype", document->type);
    param_int(finding, "count", names->len);
    finding_param(finding, "names", list);
    param_int(finding, "minimum", limit_rule(officers->check->in->rules, "investigators")->amount);
    if (!variant && names->len == 1 && finding->place)
        param_alike(finding, file, document, names->pdata[0]);
    officers->told = true;
    return finding;
}

/* Whoever only wrote the record counts as the second officer when a number stands with the name somewhere in the
 * file, or another document names the same person as investigator. */
static bool is_officer(const Officers *officers, const Investigator *person)
{
    return is_named(officers->acting, person->name) || number_of(officers->known, person->name);
}

/* LAW-011: the second name of a record is only that of the recorder. */
static void check_recorder(Officers *officers, const SubFile *file, const Document *document)
{
    g_autoptr(GPtrArray) acting = g_ptr_array_new(), recorders = g_ptr_array_new();
    for (guint i = 0; i < document->investigators->len; i++) {
        const Investigator *person = document->investigators->pdata[i];
        g_ptr_array_add(is_officer(officers, person) ? acting : recorders, person->name);
    }
    if (acting->len >= limit_rule(officers->check->in->rules, "investigators")->amount)
        return;
    g_autofree char *recorder = names_joined(recorders);
    finding_param(add_few(officers, "recorder", file, document, acting), "recorder", recorder);
}

/* Adds PLACE in FILE to the finding that tells of another paper without the numbers of NAMES; false where there is none. */
static bool add_to_told(const Officers *officers, const char *names, const SubFile *file, const char *place)
{
    guint at = 0;
    for (const Finding *told; (told = told_next(officers->check, "LAW-012", officers->group, &at));) {
        if (g_strcmp0(told->variant, "record") != 0 || g_strcmp0(finding_value(told, "names"), names) != 0)
            continue;
        g_autoptr(GString) places = g_string_new(finding_value(told, "others"));
        saying_add_place(places, file, place);
        finding_set((Finding *)told, "others", places->str);
        return true;
    }
    return false;
}

/* LAW-012: the number of an officer stands elsewhere in the file, but not in this record, where it belongs
 * (domain.md 4.5), or in this report, which gives those of others.  The official form asks for none of the recorder's. */
static void check_numbers_in_record(Officers *officers, const SubFile *file, const Document *document)
{
    g_autoptr(GPtrArray) without = g_ptr_array_new();
    g_autoptr(GString) where = g_string_new(NULL);
    const char *place = NULL; /* of the first */
    for (guint i = 0; i < document->investigators->len; i++) {
        const Investigator *person = document->investigators->pdata[i];
        const Shown *number = has_number(person) || person->recorder ? NULL : number_of(officers->known, person->name);
        if (!number)
            continue;
        g_ptr_array_add(without, person->name);
        place = place ? place : person->place;
        if (!word_in_list(where->str, ' ', number->document->type))
            g_string_append_printf(where, "%s%s", where->len > 0 ? " " : "", number->document->type);
    }
    if (without->len == 0)
        return;
    g_autofree char *names = names_joined(without);
    place = place ? place : document->first;
    if (add_to_told(officers, names, file, place))
        return;
    Finding *finding = check_add(officers->check, "LAW-012", "record", officers->group, file, place);
    finding_param(finding, "doctype", document->type);
    finding_param(finding, "names", names);
    finding_param(finding, "where", where->str);
}

/* A report need not give numbers; one that gives some gives them all. */
static bool gives_numbers(const Document *document)
{
    for (guint i = 0; i < document->investigators->len; i++)
        if (has_number(document->investigators->pdata[i]))
            return true;
    return false;
}

static void look(const SubFile *file, const Document *document, gpointer data)
{
    Officers *officers = data;
    if (!g_strv_contains(naming_types, document->type))
        return;
    collect(officers, document);
    if (!officers->document) {
        officers->file = file;
        officers->document = document;
    }
    const bool record = g_strv_contains(record_types, document->type);
    if (record || gives_numbers(document))
        check_numbers_in_record(officers, file, document);
    if (document->investigators->len == 0 || !record)
        return;
    if (document->investigators->len >= limit_rule(officers->check->in->rules, "investigators")->amount) {
        check_recorder(officers, file, document);
        return;
    }
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (guint i = 0; i < document->investigators->len; i++)
        g_ptr_array_add(names, ((const Investigator *)document->investigators->pdata[i])->name);
    add_few(officers, NULL, file, document, names);
}

/* Two names that differ in one character, as by a slip of the pen. */
static bool is_name_slip(const char *a, const char *b)
{
    int places = 0;
    if (g_utf8_strlen(a, -1) != g_utf8_strlen(b, -1))
        return false;
    for (; *a != '\0'; a = g_utf8_next_char(a), b = g_utf8_next_char(b))
        places += g_utf8_get_char(a) != g_utf8_get_char(b);
    return places == 1;
}

/* NAME stands with a number that is that of a name like it: LAW-012, name, tells that. */
static bool is_misspelt(const Officers *officers, const char *name)
{
    for (guint i = 0; i < officers->known->len; i++) {
        const Shown *own = &g_array_index(officers->known, Shown, i);
        for (guint j = 0; j < officers->known->len && text_same(own->name, name); j++) {
            const Shown *other = &g_array_index(officers->known, Shown, j);
            if (text_same(own->number, other->number) && is_name_slip(own->name, other->name))
                return true;
        }
    }
    return false;
}

/* Where a paper names an officer; borrowed. */
typedef struct { const SubFile *file; const Document *document; const Investigator *person; } NamedAt;

/* In a record, and not as the recorder only. */
static bool is_in_record(const NamedAt *named)
{
    return g_strv_contains(record_types, named->document->type) && !named->person->recorder;
}

/* Folded name → NamedAt, of each the first in a record, else in any paper that should name them. */
static void look_named(const SubFile *file, const Document *document, gpointer data)
{
    GHashTable *named = data;
    for (guint i = 0; g_strv_contains(naming_types, document->type) && i < document->investigators->len; i++) {
        const NamedAt one = {file, document, document->investigators->pdata[i]};
        g_autofree char *name = text_fold(one.person->name);
        const NamedAt *before = g_hash_table_lookup(named, name);
        if (!before || (is_in_record(&one) && !is_in_record(before)))
            g_hash_table_insert(named, g_steal_pointer(&name), g_memdup2(&one, sizeof one));
    }
}

/* True when a scan of GROUP may be that of a record, which nobody read: the numbers may stand there. */
static bool has_scanned_record(const CaseGroup *group)
{
    for (const char *const *type = record_types; *type; type++)
        if (law_has_unread(group, *type))
            return true;
    return group_has_untold(group);
}

/* True when papers that name officers were not read: more may stand there. */
static bool may_name_more(const CaseGroup *group)
{
    for (const char *const *type = naming_types; *type; type++)
        if (law_has_unread(group, *type))
            return true;
    return false;
}

static const char *place_of(const Investigator *person, const Document *document)
{
    return person->place && person->place[0] != '\0' ? person->place : document->first;
}

/* Where officers without a number are named besides: all of it is mended at once. */
typedef struct {
    const GPtrArray *names; /* of theirs */
    const Finding *finding; /* which tells of one place */
    GString *places;
} WithoutSearch;

static void look_without(const SubFile *file, const Document *document, gpointer data)
{
    const WithoutSearch *search = data;
    for (guint i = 0; g_strv_contains(naming_types, document->type) && i < document->investigators->len; i++) {
        const Investigator *person = document->investigators->pdata[i];
        if (person->recorder || !is_named(search->names, person->name))
            continue;
        const char *place = place_of(person, document);
        const bool told = strcmp(file->facts->path, search->finding->file) == 0 && g_strcmp0(place, search->finding->place) == 0;
        if (!told)
            saying_add_place(search->places, file, place);
        return; /* once for a paper */
    }
}

/* LAW-012: no number of an officer anywhere in the file.  Told at the first record that names one of them, else where the first
 * of them is named; of those whom only the report names, not where a record is a scan. */
static void check_certificates(const Officers *officers)
{
    g_autoptr(GPtrArray) without = g_ptr_array_new();
    g_autoptr(GHashTable) named = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    casegroup_each_document(officers->group, look_named, named);
    const NamedAt *first = NULL;
    const bool scanned = has_scanned_record(officers->group);
    for (guint i = 0; i < officers->names->len; i++) {
        const char *name = officers->names->pdata[i];
        bool is_recorder = !is_named(officers->acting, name); /* LAW-011 asks about those */
        if (is_recorder || number_of(officers->known, name) || is_misspelt(officers, name))
            continue;
        g_autofree char *folded = text_fold(name);
        const NamedAt *at = g_hash_table_lookup(named, folded);
        if (!is_in_record(at) && scanned)
            continue;
        g_ptr_array_add(without, (gpointer)name);
        if (!first || (is_in_record(at) && !is_in_record(first)))
            first = at;
    }
    if (!first)
        return;
    g_autofree char *list = names_joined(without);
    const char *place = place_of(first->person, first->document);
    Finding *finding = check_add(officers->check, "LAW-012", NULL, officers->group, first->file, place);
    finding_param(finding, "names", list);
    WithoutSearch others = {.names = without, .finding = finding, .places = g_string_new(NULL)};
    casegroup_each_document(officers->group, look_without, &others);
    if (others.places->len > 0)
        finding_param(finding, "others", others.places->str);
    g_string_free(others.places, TRUE);
}

/* ---- numbers that cannot both be right ---- */

/* An officer with a number, as one document gives them; borrowed.  PAPERS: how many give this number to this name. */
typedef struct { const SubFile *file; const Document *document; const Investigator *person; guint papers; } Numbered;

static void look_numbered(const SubFile *file, const Document *document, gpointer data)
{
    GArray *all = data;
    for (guint i = 0; i < document->investigators->len; i++) {
        const Numbered one = {file, document, document->investigators->pdata[i], 0};
        if (has_number(one.person) && one.person->quote)
            g_array_append_val(all, one);
    }
}

/* Counts once for ALL: a hostile file may name thousands. */
static void count_papers(GArray *all)
{
    g_autoptr(GHashTable) counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < all->len; i++) {
        const Investigator *person = g_array_index(all, Numbered, i).person;
        g_autofree char *key = g_strjoin("|", person->name, person->certificate, NULL);
        char *folded = text_fold(key);
        g_ptr_array_add(keys, folded);
        g_hash_table_insert(counts, g_strdup(folded), GUINT_TO_POINTER(GPOINTER_TO_UINT(g_hash_table_lookup(counts, folded)) + 1));
    }
    for (guint i = 0; i < all->len; i++)
        g_array_index(all, Numbered, i).papers = GPOINTER_TO_UINT(g_hash_table_lookup(counts, keys->pdata[i]));
}

/* True when the number stands right behind the name, 甲（43122201）, not behind a list of names. */
static bool is_behind_name(const Investigator *person)
{
    const char *name = strstr(person->quote, person->name), *behind = name ? name + strlen(person->name) : NULL,
               *number = behind ? strstr(behind, person->certificate) : NULL;
    if (!number)
        return false;
    g_autofree char *between = g_strndup(behind, (gsize)(number - behind));
    return !strpbrk(between, ",;") && !strstr(between, "、") && !strstr(between, "，") && !strstr(between, "；");
}

/* A slip of the pen: of one length and different in a place or two.  Other numbers may be those of another kind of certificate. */
static bool is_slip(const char *a, const char *b)
{
    enum { PLACES_MAX = 2 };
    int places = 0;
    if (strlen(a) != strlen(b))
        return false;
    for (size_t i = 0; a[i] != '\0'; i++)
        places += a[i] != b[i];
    return places > 0 && places <= PLACES_MAX;
}

static bool stands_twice(const char *quote, const char *number)
{
    const char *first = strstr(quote, number);
    return first && strstr(first + strlen(number), number);
}

static Finding *add_numbers(Officers *officers, const char *variant, const Numbered *one, const char *names)
{
    Finding *finding = check_add(officers->check, "LAW-012", variant, officers->group, one->file, one->person->place);
    finding_param(finding, "doctype", one->document->type);
    finding_param(finding, "names", names);
    finding_param(finding, "number", one->person->certificate);
    return finding;
}

/* One number for two officers of one record, each with it: 甲（43122201）、乙（43122201）. */
static bool check_shared(Officers *officers, const Numbered *a, const Numbered *b)
{
    if (a->document != b->document || text_same(a->person->name, b->person->name) ||
        !text_same(a->person->certificate, b->person->certificate) ||
        !is_behind_name(a->person) || !is_behind_name(b->person) || !stands_twice(b->person->quote, b->person->certificate))
        return false;
    g_autofree char *names = g_strdup_printf("%s\n%s", a->person->name, b->person->name);
    add_numbers(officers, "shared", b, names);
    return true;
}

static void add_other(Finding *finding, const Numbered *other)
{
    finding_param(finding, "other-doctype", other->document->type);
    finding_param(finding, "other-file", other->file->facts->path);
    finding_param(finding, "other-place", other->person->place);
}

/* Whether the number is the officer's without a doubt: it stands behind the name, or another paper gives it to that name as well. */
static bool is_sure(const Numbered *one)
{
    return one->papers > 1 || is_behind_name(one->person);
}

/* Two numbers for one officer, neither of them in doubt: told at the one that fewer papers have.  Numbers that differ in
 * more than a slip are told where one paper alone has another of the series. */
static bool check_changed(Officers *officers, const Numbered *a, const Numbered *b)
{
    const bool first_is_odd = a->papers < b->papers;
    const Numbered *odd = first_is_odd ? a : b, *other = first_is_odd ? b : a;
    const bool odd_one_out = odd->papers == 1 && other->papers > 1;
    if (!is_slip(a->person->certificate, b->person->certificate) &&
        !(odd_one_out && certificate_is_another(other->person->certificate, odd->person->certificate)))
        return false;
    Finding *finding = add_numbers(officers, "changed", odd, odd->person->name);
    finding_param(finding, "other-number", other->person->certificate);
    add_other(finding, other);
    return true;
}

/* Each officer of a record with those before in it; TOLD are those who are told, by folded names: each once. */
static void check_all_shared(Officers *officers, const GArray *all, GHashTable *told)
{
    for (guint i = 0, first = 0; i < all->len; i++) {
        const Numbered *one = &g_array_index(all, Numbered, i);
        if (g_array_index(all, Numbered, first).document != one->document)
            first = i;
        g_autofree char *name = text_fold(one->person->name);
        bool found = g_hash_table_contains(told, name);
        for (guint j = first; j < i && !found; j++)
            found = check_shared(officers, &g_array_index(all, Numbered, j), one);
        if (found)
            g_hash_table_add(told, g_steal_pointer(&name));
    }
}

static bool has_certificate(const GPtrArray *numbered, const char *certificate)
{
    for (guint i = 0; i < numbered->len; i++)
        if (strcmp(((const Numbered *)numbered->pdata[i])->person->certificate, certificate) == 0)
            return true;
    return false;
}

/* Each officer with the numbers that were given for the name before, each number once: all papers repeat it. */
static void check_all_changed(Officers *officers, const GArray *all, GHashTable *told)
{
    g_autoptr(GHashTable) by_name =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
    for (guint i = 0; i < all->len; i++) {
        const Numbered *one = &g_array_index(all, Numbered, i);
        g_autofree char *name = text_fold(one->person->name);
        GPtrArray *before = g_hash_table_lookup(by_name, name);
        if (!before)
            g_hash_table_insert(by_name, g_strdup(name), before = g_ptr_array_new());
        bool found = g_hash_table_contains(told, name);
        if (found || has_certificate(before, one->person->certificate) || !is_sure(one))
            continue;
        for (guint j = 0; j < before->len && !found; j++)
            found = check_changed(officers, before->pdata[j], one);
        if (found)
            g_hash_table_add(told, g_steal_pointer(&name));
        g_ptr_array_add(before, (gpointer)one);
    }
}

static bool is_misspelt_as(const Numbered *one, const Numbered *other)
{
    return text_same(one->person->certificate, other->person->certificate) &&
           is_name_slip(one->person->name, other->person->name) && is_behind_name(one->person) &&
           is_behind_name(other->person);
}

/* One number behind two names that are alike: the name that fewer papers have is told, each once.  Only the first of
 * each name is looked at, and of so many. */
static void check_all_names(Officers *officers, const GArray *all)
{
    enum { NAMES_MAX = 40 };
    g_autoptr(GPtrArray) firsts = g_ptr_array_new();
    for (guint i = 0; i < all->len && firsts->len < NAMES_MAX; i++) {
        const Numbered *one = &g_array_index(all, Numbered, i);
        bool known = false;
        for (guint j = 0; j < firsts->len; j++) {
            const Investigator *before = ((const Numbered *)firsts->pdata[j])->person;
            known |= text_same(before->name, one->person->name) && text_same(before->certificate, one->person->certificate);
        }
        if (!known)
            g_ptr_array_add(firsts, (gpointer)one);
    }
    for (guint i = 0; i < firsts->len; i++)
        for (guint j = 0; j < i; j++) {
            const Numbered *a = firsts->pdata[j], *b = firsts->pdata[i];
            if (!is_misspelt_as(a, b))
                continue;
            bool first_is_odd = a->papers < b->papers;
            const Numbered *odd = first_is_odd ? a : b, *other = first_is_odd ? b : a;
            Finding *finding = add_numbers(officers, "name", odd, odd->person->name);
            add_other(finding, other);
            finding_param(finding, "other-name", other->person->name);
        }
}

static void check_numbers(Officers *officers)
{
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(Numbered));
    g_autoptr(GHashTable) told = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    casegroup_each_document(officers->group, look_numbered, all);
    count_papers(all);
    check_all_shared(officers, all, told);
    check_all_changed(officers, all, told);
    check_all_names(officers, all);
}

void officers_check(Check *check, CaseGroup *group)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new(), acting = g_ptr_array_new();
    g_autoptr(GArray) known = g_array_new(FALSE, FALSE, sizeof(Shown));
    Officers officers = {.check = check, .group = group, .names = names, .acting = acting, .known = known};
    casegroup_each_document(group, look_anywhere, &officers);
    casegroup_each_document(group, look, &officers);
    check_numbers(&officers);
    if (!officers.document)
        return;
    if (!officers.told && names->len < limit_rule(check->in->rules, "investigators")->amount && !may_name_more(group))
        add_few(&officers, NULL, officers.file, officers.document, names);
    check_certificates(&officers);
}
