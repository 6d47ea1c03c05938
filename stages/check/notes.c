/* Notes, corrections and waivers that lie in a file already: who asks for one again gets it never. */
#include <string.h>

#include "checks.h"
#include "cndate.h"
#include "money.h"
#include "text.h"

/* ---- which papers are notes ---- */

typedef enum { NOTE_NONE, NOTE_IF_IT_EXPLAINS, NOTE_SURE } NoteState;

/* Whether DOCUMENT of FILE is a note on something, as its type, its title or, where that is not known, the file's name
 * tells. */
static NoteState note_state(const Check *check, const SubFile *file, const Document *document)
{
    static const char *const open[] = {"other", "role-statement", NULL};
    const CaseRules *rules = check->in->rules->cases;
    g_autofree char *named = text_fold(document->title ? document->title : file->base);
    if (!g_strv_contains(open, document->type))
        return NOTE_SURE;
    if (text_has_any_of(named, rules->no_notes))
        return NOTE_NONE;
    return text_has_any_of(named, rules->notes) ? NOTE_SURE : document->title ? NOTE_NONE : NOTE_IF_IT_EXPLAINS;
}

/* NAME, folded, without what does not tell on what a note is: 18情况说明.jpg leaves nothing.  Caller frees. */
static char *matter_of_name(const CaseRules *rules, const char *name)
{
    const char *extension = strrchr(name, '.');
    g_autoptr(GString) left = g_string_new_len(name, extension ? extension - name : (gssize)strlen(name));
    for (guint i = 0; i < rules->fillers->len; i++)
        g_string_replace(left, rules->fillers->pdata[i], "", 0);
    g_autoptr(GString) matter = g_string_new(NULL);
    for (const char *p = left->str; *p; p = g_utf8_next_char(p))
        if (g_unichar_isalpha(g_utf8_get_char(p)))
            g_string_append_unichar(matter, g_utf8_get_char(p));
    return g_string_free(g_steal_pointer(&matter), FALSE);
}

/* A note in a case file.  PIECES are its paragraphs, each with title and file name, folded; PLAIN and ALL the whole, as
 * written and folded.  Of a scan only the name is known: MATTER is what that says. */
typedef struct {
    const SubFile *file;
    GPtrArray *pieces;
    char *plain, *all, *matter;
    bool corrects; /* what is corrected and how it should be may stand in two cells of a table */
} Note;

static void note_free(gpointer data)
{
    Note *note = data;
    g_ptr_array_unref(note->pieces);
    g_free(note->plain);
    g_free(note->all);
    g_free(note->matter);
    g_free(note);
}

/* Takes PLAIN. */
static Note *note_new(const SubFile *file, char *plain)
{
    Note *note = g_new0(Note, 1);
    *note = (Note){.file = file, .pieces = g_ptr_array_new_with_free_func(g_free), .plain = plain, .all = text_fold(plain)};
    return note;
}

enum { NOTES_MAX = 50, PIECES_MAX = 60 }; /* nobody writes more of them for a case, or more into one */

typedef struct { const Check *check; GPtrArray *notes; } NoteSearch;

static void take_note(const SubFile *file, const Document *document, gpointer data)
{
    NoteSearch *search = data;
    NoteState state = note_state(search->check, file, document);
    if (state == NOTE_NONE || search->notes->len >= NOTES_MAX)
        return;
    g_autofree char *head = g_strdup_printf("%s\n%s\n", document->title ? document->title : "", file->base);
    g_autoptr(GString) whole = g_string_new(head);
    g_autoptr(GPtrArray) pieces = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < document->fields->len && pieces->len < PIECES_MAX; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, "stated") != 0)
            continue;
        g_autofree char *piece = g_strconcat(head, field->value, NULL);
        g_ptr_array_add(pieces, text_fold(piece));
        g_string_append_printf(whole, "%s\n", field->value);
    }
    if (state == NOTE_IF_IT_EXPLAINS && !strstr(whole->str, "说明"))
        return;
    Note *note = note_new(file, g_string_free(g_steal_pointer(&whole), FALSE));
    g_ptr_array_extend_and_steal(note->pieces, g_steal_pointer(&pieces));
    note->corrects = strcmp(document->type, "correction-notice") == 0;
    g_ptr_array_add(search->notes, note);
}

/* The text of a scan is not read, and its name is all that tells. */
static bool is_scanned_note(const CaseRules *rules, const SubFile *file, const char *name)
{
    static const char *const may_be[] = {"correction-notice", "statement", "waiver", "role-statement", "other", NULL};
    const char *named = file->facts->named_type;
    return subfile_is_readable_scan(file) && file->facts->documents->len == 0 &&
           (!named || g_strv_contains(may_be, named)) && text_has_any_of(name, rules->scanned_notes) &&
           !text_has_any_of(name, rules->no_notes);
}

static void take_scan(const SubFile *file, NoteSearch *search)
{
    const CaseRules *rules = search->check->in->rules->cases;
    g_autofree char *name = text_fold(file->base);
    if (search->notes->len >= NOTES_MAX || !is_scanned_note(rules, file, name))
        return;
    Note *note = note_new(file, g_strdup(file->base));
    note->matter = matter_of_name(rules, name);
    g_ptr_array_add(search->notes, note);
}

static void take_file(const SubFile *file, NoteSearch *search)
{
    const GPtrArray *documents = file->facts->documents;
    for (guint i = 0; i < documents->len; i++)
        if (document_value(documents->pdata[i], "stated"))
            take_note(file, documents->pdata[i], search);
    take_scan(file, search);
}

/* A note that lies in PERSON's 案卷/ itself is read as a statement of the candidate's and is in no case file; where there
 * is but one, it is on that. */
static void take_beside(const Person *person, NoteSearch *search)
{
    g_autofree char *folder = g_strconcat(person->path, "/案卷/", NULL);
    for (guint i = 0; person->groups->len == 1 && i < person->files->len; i++) {
        const SubFile *file = person->files->pdata[i];
        if (!file->group && g_str_has_prefix(file->facts->path, folder))
            take_file(file, search);
    }
}

/* The notes in GROUP, what was read first.  Caller unrefs. */
static GPtrArray *notes_of(const Check *check, const CaseGroup *group)
{
    NoteSearch search = {check, g_ptr_array_new_with_free_func(note_free)};
    casegroup_each_having(group, "stated", take_note, &search);
    for (guint i = 0; i < group->files->len; i++)
        take_scan(group->files->pdata[i], &search);
    if (group->person)
        take_beside(group->person, &search);
    return search.notes;
}

/* The notes that lie with PERSON, those in case files too. */
static GPtrArray *notes_with(const Check *check, const Person *person)
{
    NoteSearch search = {check, g_ptr_array_new_with_free_func(note_free)};
    for (guint i = 0; i < person->files->len; i++)
        take_file(person->files->pdata[i], &search);
    return search.notes;
}

/* ---- what they tell ---- */

static bool tells_day(const char *text, Day day)
{
    int year, month, of_month;
    day_to_ymd(day, &year, &month, &of_month);
    CnDate date;
    for (size_t from = 0; cndate_find(text, from, &date); from = date.end)
        if (date.day == day ||
            (date.state == CNDATE_NO_YEAR && date.month == month && date.day_of_month == of_month))
            return true;
    return false;
}

static bool tells_amount(const char *text, const char *value)
{
    Money money;
    for (size_t from = 0; money_find(text, from, &money); from = money.end) {
        g_autofree char *amount = money_format(money.fen);
        if (strcmp(amount, value) == 0)
            return true;
    }
    return false;
}

/* The term VALUE, a small number, stands in TEXT in figures or words: 10日, 十日, 3个月; a day of a month is none. */
static bool tells_term(const char *text, int64_t value)
{
    static const char *const units[] = {"日", "天", "个", "名", "倍", NULL};
    for (const char *p = text, *end, *before = ""; *p; p = end) {
        int number = cndate_number(p, &end);
        if (number < 0) {
            before = p;
            end = g_utf8_next_char(p);
            continue;
        }
        bool term = number == value && !g_str_has_prefix(before, "月");
        for (int i = 0; term && units[i]; i++)
            if (g_str_has_prefix(end, units[i]))
                return true;
    }
    return false;
}

/* WORD stands in TEXT, and its figures are not part of a longer number. */
static bool tells_word(const char *text, const char *word)
{
    size_t length = strlen(word);
    for (const char *p = length > 0 ? strstr(text, word) : NULL; p; p = strstr(p + 1, word)) {
        bool longer_before = p > text && g_ascii_isdigit(*p) && g_ascii_isdigit(p[-1]),
             longer_behind = g_ascii_isdigit(p[length - 1]) && g_ascii_isdigit(p[length]);
        if (!longer_before && !longer_behind)
            return true;
    }
    return false;
}

/* Whether the note whose text is PLAIN, ALL when folded, tells VALUE, in whatever way it is written. */
static bool tells_value(const char *plain, const char *all, const char *value)
{
    enum { TERM_MAX = 999 };
    g_autofree char *folded = text_fold(value);
    Day day = day_parse_iso(value);
    int64_t term;
    if (text_integer(value, &term) && term <= TERM_MAX)
        return tells_term(all, term);
    return tells_word(all, folded) || (day != DAY_NONE && tells_day(plain, day)) || tells_amount(plain, value);
}

/* Whether the note tells all the values of FINDING that TOLD names. */
static bool tells_all(const Note *note, const Finding *finding, const char *told)
{
    g_auto(GStrv) wanted = g_strsplit(told ? told : "", " ", -1);
    bool all = wanted[0] != NULL;
    for (char **one = wanted; all && *one; one++) {
        g_auto(GStrv) names = g_strsplit(*one, "/", -1);
        bool any = false;
        for (char **name = names; !any && *name; name++) {
            const char *value = finding_value(finding, *name);
            any = value && value[0] != '\0' && tells_value(note->plain, note->all, value);
        }
        all = any;
    }
    return all;
}

/* What {NAME} in a list of words stands for; "" for nothing. */
static const char *stands_for(const CaseRules *rules, const Finding *finding, const char *name)
{
    for (guint i = 0; i < rules->note_words->len; i++) {
        const NoteWords *words = rules->note_words->pdata[i];
        if (strcmp(words->id, name) == 0)
            return words->words;
    }
    const char *value = finding_value(finding, name);
    return value ? value : "";
}

/* ABOUT, folded, with what stands in braces put in.  Caller frees. */
static char *words_about(const CaseRules *rules, const Finding *finding, const char *about)
{
    g_auto(GStrv) parts = g_strsplit_set(about ? about : "", "{}", -1); /* each second one stood in braces */
    g_autoptr(GString) words = g_string_new(NULL);
    for (guint i = 0; parts[i]; i++)
        g_string_append(words, i % 2 == 0 ? parts[i] : stands_for(rules, finding, parts[i]));
    g_string_replace(words, "\n", "|", 0);
    return text_fold(words->str);
}

static bool has_a_word_of_each(const char *text, char *const *lists)
{
    bool each = lists[0] != NULL;
    for (char *const *list = lists; each && *list; list++)
        each = text_has_any_parted(text, *list);
    return each;
}

static bool is_asked_for(const CaseRules *rules, const AsksRule *rule, const Finding *finding, const Note *note)
{
    g_autofree char *about = words_about(rules, finding, rule->about);
    g_auto(GStrv) lists = g_strsplit(about, "&", -1);
    if (note->matter && (note->matter[0] == '\0' || (lists[0] && text_has_any_parted(note->matter, lists[0]))))
        return true;
    bool is_about = note->corrects && has_a_word_of_each(note->all, lists);
    for (guint i = 0; !is_about && i < note->pieces->len; i++)
        is_about = has_a_word_of_each(note->pieces->pdata[i], lists);
    return is_about || tells_all(note, finding, rule->told);
}

/* ---- the findings that ask for them ---- */

static bool rule_fits(const AsksRule *rule, const Finding *finding)
{
    if (strcmp(rule->code, finding->code) != 0 ||
        (g_strcmp0(rule->variant, "*") != 0 && g_strcmp0(rule->variant, finding->variant) != 0))
        return false;
    if (!rule->when)
        return true;
    g_auto(GStrv) when = g_strsplit(rule->when, "=", 2);
    const char *value = finding_value(finding, when[0]);
    return value && (when[1] ? strcmp(value, when[1]) == 0 : value[0] != '\0');
}

static void add_name(GString *names, const SubFile *file)
{
    text_add_line(names, file->base);
}

static void name_notes(const CaseRules *rules, const GPtrArray *asks, Finding *finding, const GPtrArray *notes)
{
    g_autoptr(GString) names = g_string_new(NULL);
    for (guint i = 0; i < notes->len; i++) {
        const Note *note = notes->pdata[i];
        bool asked_for = false;
        for (guint j = 0; !asked_for && j < asks->len; j++)
            asked_for = rule_fits(asks->pdata[j], finding) && is_asked_for(rules, asks->pdata[j], finding, note);
        if (asked_for)
            add_name(names, note->file);
    }
    if (names->len > 0)
        finding_param(finding, "noted", names->str);
}

void param_noted_about(const Check *check, Finding *finding, const CaseGroup *group, const char *about)
{
    AsksRule rule = {.code = finding->code, .variant = (char *)"*", .about = (char *)about, .told = (char *)"from to"};
    g_autoptr(GPtrArray) notes = notes_of(check, group), asks = g_ptr_array_new();
    g_ptr_array_add(asks, &rule);
    name_notes(check->in->rules->cases, asks, finding, notes);
}

static void note_groups(const Check *check, const GPtrArray *groups, GHashTable *notes)
{
    for (guint i = 0; i < groups->len; i++) {
        const CaseGroup *group = groups->pdata[i];
        g_hash_table_insert(notes, group->name, notes_of(check, group));
    }
}

/* A finding about a person has no case file: the notes that lie with whoever is called so. */
static void note_persons(const Check *check, const GPtrArray *persons, GHashTable *notes)
{
    for (guint i = 0; i < persons->len; i++) {
        const Person *person = persons->pdata[i];
        GPtrArray *own = notes_with(check, person), *namesake = g_hash_table_lookup(notes, person->name);
        if (namesake)
            g_ptr_array_extend_and_steal(namesake, own);
        else
            g_hash_table_insert(notes, person->name, own);
    }
}

void notes_find(Check *check)
{
    g_autoptr(GHashTable) notes = lists_by_key(), with_persons = lists_by_key();
    note_groups(check, check->submission->groups, notes);
    note_groups(check, check->submission->others, notes);
    note_persons(check, check->submission->persons, with_persons);
    for (guint i = 0; i < check->findings->len; i++) {
        Finding *finding = check->findings->pdata[i];
        const char *name = finding_value(finding, "name");
        const GPtrArray *own = finding->casefile ? g_hash_table_lookup(notes, finding->casefile)
                               : name && g_str_has_prefix(finding->code, "CND-")
                                   ? g_hash_table_lookup(with_persons, name)
                                   : NULL;
        if (own && !finding_value(finding, "noted"))
            name_notes(check->in->rules->cases, check->in->rules->cases->asks, finding, own);
    }
}

/* ---- what a register says ---- */

static void look_register(const SubFile *file, const Document *document, gpointer data)
{
    static const char *const words[] = {"通知书", "登记", "核准", NULL};
    if (strcmp(document->type, "statement") == 0 && text_has_any(document->title, words))
        take_note(file, document, data);
}

static bool tells_field(const Note *note, const Field *field)
{
    return tells_value(note->plain, note->all, field->value) ||
           (field->quote && tells_value(note->plain, note->all, field->quote));
}

bool notes_registered(const Check *check, const CaseGroup *group, const Field *a, const Field *b)
{
    g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func(note_free);
    casegroup_each_having(group, "stated", look_register, &(NoteSearch){check, notes});
    for (guint i = 0; i < notes->len; i++)
        if (tells_field(notes->pdata[i], a) && tells_field(notes->pdata[i], b))
            return true;
    return false;
}

/* ---- papers of a type ---- */

static void look_type(const SubFile *file, const Document *document, gpointer data)
{
    (void)document;
    add_name(data, file);
}

void param_noted_type(Finding *finding, const CaseGroup *group, const char *type)
{
    g_autoptr(GString) names = g_string_new(NULL);
    casegroup_each_of(group, type, look_type, names);
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        if (file->facts->documents->len == 0 && subfile_stands_for(file, type))
            add_name(names, file);
    }
    if (names->len > 0)
        finding_param(finding, "noted", names->str);
}
