/* LAW-012: numbers of officers that cannot both be right: two of one officer (changed), one of two (shared), one of two names that
 * are alike (name). */
#include <string.h>

#include "lawdates.h"
#include "text.h"

bool name_is_slip(const char *a, const char *b)
{
    int places = 0;
    if (g_utf8_strlen(a, -1) != g_utf8_strlen(b, -1))
        return false;
    for (; *a != '\0'; a = g_utf8_next_char(a), b = g_utf8_next_char(b))
        places += g_utf8_get_char(a) != g_utf8_get_char(b);
    return places == 1;
}

/* An officer with a number, as one document gives them; borrowed.  PAPERS: how many give this number to this name.  TOLD: in the
 * sentence that gives all numbers of the record. */
typedef struct { const SubFile *file; const Document *document; const Investigator *person; guint papers; bool told; } Numbered;

/* All Numbered, and the people of those that are told, which are owned. */
typedef struct { GArray *all; GPtrArray *told; } NumberedWalk;

static bool shows(const Field *field, const char *name, const char *number)
{
    g_autofree char *shown = strcmp(field->id, "certificate-shown") == 0 ? g_strdup_printf("%s|%s", name, number) : NULL;
    return shown && text_same(field->value, shown);
}

/* Whether ALL has NUMBER of NAME in DOCUMENT. */
static bool is_numbered(const GArray *all, const Document *document, const Investigator *person)
{
    for (guint i = all->len; i-- > 0 && g_array_index(all, Numbered, i).document == document;) {
        const Investigator *other = g_array_index(all, Numbered, i).person;
        if (text_same(other->name, person->name) && text_same(other->certificate, person->certificate))
            return true;
    }
    return false;
}

/* The number of FIELD, where DOCUMENT has no such number of that name yet. */
static void add_told(NumberedWalk *walk, const SubFile *file, const Document *document, const Field *field)
{
    const char *bar = strcmp(field->id, "certificate-shown") == 0 ? strchr(field->value, '|') : NULL;
    if (!bar)
        return;
    Investigator *person = record_add(walk->told, &investigator_type);
    person->name = g_strndup(field->value, (gsize)(bar - field->value));
    person->certificate = g_strdup(bar + 1);
    person->place = g_strdup(field->place);
    person->quote = g_strdup(field_quote(field));
    const Numbered one = {file, document, person, 0, true};
    if (officer_has_number(person) && person->quote && !is_numbered(walk->all, document, person))
        g_array_append_val(walk->all, one);
}

static void look_numbered(const SubFile *file, const Document *document, gpointer data)
{
    NumberedWalk *walk = data;
    for (guint i = 0; i < document->investigators->len; i++) {
        const Numbered one = {file, document, document->investigators->pdata[i], 0, false};
        if (officer_has_number(one.person) && one.person->quote)
            g_array_append_val(walk->all, one);
    }
    for (guint i = 0; i < document->fields->len; i++)
        add_told(walk, file, document, document->fields->pdata[i]);
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

static Finding *add_numbers(const CaseWalk *walk, const char *variant, const Numbered *one, const char *names)
{
    Finding *finding = check_add(walk->check, "LAW-012", variant, walk->group, one->file, one->person->place);
    finding_param(finding, "doctype", one->document->type);
    finding_param(finding, "names", names);
    finding_param(finding, "number", one->person->certificate);
    return finding;
}

/* One number for two officers of one record, each with it: 甲（43122201）、乙（43122201）. */
static bool check_shared(const CaseWalk *walk, const Numbered *a, const Numbered *b)
{
    if (a->document != b->document || text_same(a->person->name, b->person->name) ||
        !text_same(a->person->certificate, b->person->certificate) ||
        !is_behind_name(a->person) || !is_behind_name(b->person) || !stands_twice(b->person->quote, b->person->certificate))
        return false;
    g_autofree char *names = g_strdup_printf("%s\n%s", a->person->name, b->person->name);
    add_numbers(walk, "shared", b, names);
    return true;
}

static void add_other(Finding *finding, const Numbered *other)
{
    finding_param(finding, "other-doctype", other->document->type);
    finding_param(finding, "other-file", other->file->facts->path);
    finding_param(finding, "other-place", other->person->place);
}

/* Whether the number is the officer's without a doubt: it stands behind the name, or is told in the order of the names, or another
 * paper gives it to that name as well. */
static bool is_sure(const Numbered *one)
{
    return one->papers > 1 || one->told || is_behind_name(one->person);
}

/* Where papers have a number that is told as odd, besides the place that FINDING tells: all of it is mended at once. */
typedef struct { const Finding *finding; const Investigator *odd; GString *places; GHashTable *seen; } OddSearch;

static void add_odd_place(const OddSearch *search, const SubFile *file, const char *place)
{
    const bool told = strcmp(file->facts->path, search->finding->file) == 0 && g_strcmp0(place, search->finding->place) == 0;
    if (place && !told && g_hash_table_add(search->seen, g_strdup_printf("%s|%s", file->facts->path, place)))
        saying_add_place(search->places, file, place);
}

static void look_odd(const SubFile *file, const Document *document, gpointer data)
{
    const OddSearch *search = data;
    for (guint i = 0; i < document->investigators->len; i++) {
        const Investigator *person = document->investigators->pdata[i];
        if (officer_has_number(person) && text_same(person->name, search->odd->name) &&
            text_same(person->certificate, search->odd->certificate))
            add_odd_place(search, file, person->place);
    }
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (shows(field, search->odd->name, search->odd->certificate))
            add_odd_place(search, file, field->place);
    }
}

static void add_odd_places(const CaseWalk *walk, Finding *finding, const Investigator *odd)
{
    g_autoptr(GString) places = g_string_new(NULL);
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    casegroup_each_document(walk->group, look_odd, &(OddSearch){finding, odd, places, seen});
    if (places->len > 0)
        finding_param(finding, "others", places->str);
}

/* Two numbers for one officer, neither of them in doubt: told at the one that fewer papers have.  Numbers that differ in
 * more than a slip are told where one paper alone has another of the series. */
static bool check_changed(const CaseWalk *walk, const Numbered *a, const Numbered *b)
{
    const bool first_is_odd = a->papers < b->papers;
    const Numbered *odd = first_is_odd ? a : b, *other = first_is_odd ? b : a;
    const bool odd_one_out = odd->papers == 1 && other->papers > 1;
    if (!is_slip(a->person->certificate, b->person->certificate) &&
        !(odd_one_out && certificate_is_another(other->person->certificate, odd->person->certificate)))
        return false;
    Finding *finding = add_numbers(walk, "changed", odd, odd->person->name);
    finding_param(finding, "other-number", other->person->certificate);
    add_other(finding, other);
    add_odd_places(walk, finding, odd->person);
    return true;
}

/* Each officer of a record with those before in it; TOLD are those who are told, by folded names: each once. */
static void check_all_shared(const CaseWalk *walk, const GArray *all, GHashTable *told)
{
    for (guint i = 0, first = 0; i < all->len; i++) {
        const Numbered *one = &g_array_index(all, Numbered, i);
        if (g_array_index(all, Numbered, first).document != one->document)
            first = i;
        g_autofree char *name = text_fold(one->person->name);
        bool found = g_hash_table_contains(told, name);
        for (guint j = first; j < i && !found; j++)
            found = check_shared(walk, &g_array_index(all, Numbered, j), one);
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
static void check_all_changed(const CaseWalk *walk, const GArray *all, GHashTable *told)
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
            found = check_changed(walk, before->pdata[j], one);
        if (found)
            g_hash_table_add(told, g_steal_pointer(&name));
        g_ptr_array_add(before, (gpointer)one);
    }
}

static bool is_misspelt_as(const Numbered *one, const Numbered *other)
{
    return text_same(one->person->certificate, other->person->certificate) &&
           name_is_slip(one->person->name, other->person->name) && is_behind_name(one->person) &&
           is_behind_name(other->person);
}

/* One number behind two names that are alike: the name that fewer papers have is told, each once.  Only the first of
 * each name is looked at, and of so many. */
static void check_all_names(const CaseWalk *walk, const GArray *all)
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
            Finding *finding = add_numbers(walk, "name", odd, odd->person->name);
            add_other(finding, other);
            finding_param(finding, "other-name", other->person->name);
        }
}

void officernumbers_check(Check *check, CaseGroup *group)
{
    const CaseWalk walk = {check, group};
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(Numbered));
    g_autoptr(GHashTable) told = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GPtrArray) people = g_ptr_array_new();
    casegroup_each_document(group, look_numbered, &(NumberedWalk){all, people});
    count_papers(all);
    check_all_shared(&walk, all, told);
    check_all_changed(&walk, all, told);
    check_all_names(&walk, all);
    record_list_clear(people, &investigator_type);
}
