/* SET-001 to 003 and 006 to 010: the set of case files as a whole. */
#include <string.h>

#include "checks.h"
#include "oddpaper.h"
#include "text.h"

static int64_t files_of_kind(const Check *check, Kind kind)
{
    int64_t count = 0;
    for (guint i = 0; i < check->unit->casefiles->len; i++)
        count += ((const UnitCase *)check->unit->casefiles->pdata[i])->kind == (int)kind;
    return count;
}

/* Whether what a file of GROUP is that has no name of its own is left to the folder's. */
static bool may_speak_as_named(const Check *check, const CaseGroup *group)
{
    for (guint i = 0; i < group->files->len; i++)
        if (casegroup_speaks_for(check->in->rules, group->files->pdata[i], group->named_kind))
            return true;
    return false;
}

/* Whether the kind of GROUP is settled against its name: what speaks for that kind lies in no other, or all that the kind must
 * have is there and what its name says lacks more than the paper that would speak for it.  Nobody is then to make one. */
static bool is_settled(Check *check, const CaseGroup *group)
{
    if (!group->speaking || !kind_lies_in_others(kind_rule(check->in->rules, group->kind)))
        return group->speaking != NULL;
    g_autofree char *own = required_missing(check, group, group->kind), *named = required_missing(check, group, group->named_kind);
    return own[0] == '\0' && strchr(named, '\n') && !may_speak_as_named(check, group);
}

static bool may_be_as_named(Check *check, const CaseGroup *group)
{
    return group->named_kind != KIND_NONE && !is_settled(check, group);
}

/* "likely": the case files that apparently are of KIND and only lack the document which would say so: of no
 * known kind, or so named and taken for another by what they hold (SET-009). */
static void param_likely(Check *check, Finding *finding, Kind kind)
{
    g_autoptr(GString) names = g_string_new(NULL);
    for (guint i = 0; i < check->submission->groups->len; i++) {
        const CaseGroup *group = check->submission->groups->pdata[i];
        const bool apparent = group->kind == KIND_NONE && group->apparent == kind;
        if (apparent || (group->named_kind == kind && may_be_as_named(check, group)))
            text_add_line(names, group->name);
    }
    if (names->len > 0)
        finding_param(finding, "likely", names->str);
}

/* The folders outside 先进个人/ in which a candidate's form lies: a case file there is the candidate's, for no slot. */
static GPtrArray *candidate_folders(const Check *check)
{
    GPtrArray *folders = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < check->submission->files->len; i++) {
        const SubFile *file = check->submission->files->pdata[i];
        if (file->area == AREA_ELSEWHERE && subfile_stands_for(file, "candidate-form"))
            g_ptr_array_add(folders, g_path_get_dirname(file->facts->path));
    }
    return folders;
}

/* Outside 案卷/, as in a folder of its own among the news (信息/X/), or a level too deep in it and not of the case file that counts
 * there. */
static bool is_misplaced(const SubFile *file)
{
    bool deeper = file->area == AREA_CASEFILE && file->group->several;
    const char *inside = strchr(file->facts->path, '/');
    bool beside = file->area == AREA_BULLETIN && inside && strchr(inside + 1, '/');
    return file->area == AREA_ELSEWHERE || beside || (deeper && !casefile_part_counts(file->group, file));
}

/* The folders outside 案卷/ or too deep in it as the case files that they would be there, in path order (CaseGroup). */
static GPtrArray *folders_elsewhere(const Check *check)
{
    GPtrArray *groups = g_ptr_array_new_with_free_func(casegroup_free);
    g_autoptr(GPtrArray) candidates = candidate_folders(check);
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < check->submission->files->len; i++) {
        const SubFile *file = check->submission->files->pdata[i];
        if (!is_misplaced(file) || file->facts->documents->len == 0 || lies_in(file->facts->path, candidates))
            continue;
        g_autofree char *folder = g_path_get_dirname(file->facts->path);
        CaseGroup *group = g_hash_table_lookup(known, folder);
        if (!group && strcmp(folder, ".") != 0) {
            group = casegroup_new(g_steal_pointer(&folder), NULL);
            g_ptr_array_add(groups, group);
            g_hash_table_insert(known, group->name, group);
        }
        if (group)
            g_ptr_array_add(group->files, (gpointer)file);
    }
    return groups;
}

/* The folder above all others in which PATH lies as PKG-017 has told; NULL for none. */
static const char *wrapping_told(const Check *check, const char *path)
{
    const Finding *told;
    for (guint at = 0; (told = told_next(check, "PKG-017", NULL, &at));) {
        const char *folder = finding_value(told, "folder");
        if (folder && g_str_has_prefix(path, folder) && path[strlen(folder)] == '/')
            return folder;
    }
    return NULL;
}

/* Of the folders in FOLDERS that would be a case file of KIND and of which PKG-017 tells that they lie too deep,
 * the one at INDEX: the folder that holds it; NULL for none. */
static const char *wrapping_at(const Check *check, const GPtrArray *folders, Kind kind, guint index)
{
    for (guint i = 0; i < folders->len; i++) {
        const CaseGroup *group = folders->pdata[i];
        const char *told = wrapping_told(check, group->name);
        if (told && casegroup_kind_by_papers(check->in->rules, group) == kind && index-- == 0)
            return told;
    }
    return NULL;
}

/* "elsewhere": the folders in FOLDERS that would be a case file of KIND, but for those of which PKG-017 tells. */
static void param_elsewhere(const Check *check, Finding *finding, const GPtrArray *folders, Kind kind)
{
    g_autoptr(GString) names = g_string_new(NULL);
    for (guint i = 0; i < folders->len; i++) {
        const CaseGroup *group = folders->pdata[i];
        if (casegroup_kind_by_papers(check->in->rules, group) == kind && !wrapping_told(check, group->name))
            text_add_line(names, group->name);
    }
    if (names->len > 0)
        finding_param(finding, "elsewhere", names->str);
}

/* "bare": the folders in FOLDERS of which PKG-017 tells that they lie too deep and whose names say KIND, but in which no
 * paper can be read that speaks for a case; "speaks": the papers that would. */
static void param_bare(const Check *check, Finding *finding, const GPtrArray *folders, Kind kind)
{
    g_autoptr(GString) names = g_string_new(NULL);
    for (guint i = 0; i < folders->len; i++) {
        const CaseGroup *group = folders->pdata[i];
        g_autofree char *parent = g_path_get_dirname(group->name);
        bool casefile = strcmp(path_base(parent), "案卷") == 0 && wrapping_told(check, group->name);
        if (casefile && casegroup_named_kind(check->in->rules, path_base(group->name)) == kind &&
            casegroup_kind_by_papers(check->in->rules, group) == KIND_NONE)
            text_add_line(names, group->name);
    }
    if (names->len == 0)
        return;
    finding_param(finding, "bare", names->str);
    finding_param(finding, "speaks", kind_rule(check->in->rules, kind)->speaks);
}

enum {
    KNOWN_TOLD_MAX = 3, /* more numbers than that nobody takes for a file forgotten */
    KNOWN_LISTED_MAX = 5
};

/* Adds to PATHS the papers that lie in case files in 案卷/ and have the number KEY as their own: no case file speaks with it, so that
 * they lie in one of another case or kind. */
static void add_papers_within(const Check *check, const char *key, GString *paths)
{
    for (guint i = 0; i < check->submission->files->len; i++) {
        const SubFile *file = check->submission->files->pdata[i];
        for (guint j = 0; file->area == AREA_CASEFILE && file->group && j < file->facts->documents->len; j++) {
            const Field *number = document_value(file->facts->documents->pdata[j], "doc-number");
            if (!number || g_strcmp0(number->key, key) != 0)
                continue;
            text_add_line(paths, file->facts->path);
            break;
        }
    }
}

/* "known": the numbers of KIND that the table has in the window and no case file speaks with, when they are few, and "within" the
 * papers of these that lie in other case files; "known-count": how many there are when they are many, and "listed" which, or
 * "listed-first" the first of them. */
static void param_known(const Check *check, Finding *finding, Kind kind)
{
    g_autoptr(GString) numbers = g_string_new(NULL), within = g_string_new(NULL);
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; check->in->slice && i < check->in->slice->cases->len; i++) {
        const CaseRow *row = check->in->slice->cases->pdata[i];
        if (row->kind != (int)kind || !season_in_window(check->in->season, row->date) ||
            g_hash_table_contains(check->spoken, row->key) || !g_hash_table_add(seen, row->key))
            continue;
        if (g_hash_table_size(seen) > KNOWN_LISTED_MAX)
            continue;
        text_add_line(numbers, row->number);
        if (g_hash_table_size(seen) <= KNOWN_TOLD_MAX)
            add_papers_within(check, row->key, within);
    }
    guint count = g_hash_table_size(seen);
    if (count > KNOWN_TOLD_MAX) {
        param_int(finding, "known-count", count);
        finding_param(finding, count > KNOWN_LISTED_MAX ? "listed-first" : "listed", numbers->str);
        if (count > KNOWN_LISTED_MAX)
            param_int(finding, "listed-count", KNOWN_LISTED_MAX);
    } else if (count > 0) {
        finding_param(finding, "known", numbers->str);
        finding_param(finding, "within", within->str);
    }
}

/* The files directly in 案卷/ as the case file that they would be in one folder. */
static CaseGroup *loose_files(const Check *check)
{
    CaseGroup *group = casegroup_new(g_strdup(""), NULL);
    for (guint i = 0; i < check->submission->files->len; i++) {
        SubFile *file = check->submission->files->pdata[i];
        if (file->area == AREA_LOOSE)
            g_ptr_array_add(group->files, file);
    }
    return group;
}

/* "loose": the files of LOOSE that speak for a case file of KIND (PKG-016 tells of each); a penalty decision is in files of
 * every kind, and tells only where the others tell nothing. */
static void param_loose(const Check *check, Finding *finding, const CaseGroup *loose, Kind kind)
{
    if (kind == KIND_PENALTY && casegroup_kind_by_papers(check->in->rules, loose) != KIND_PENALTY)
        return;
    g_autoptr(GString) names = g_string_new(NULL);
    for (guint i = 0; i < loose->files->len; i++) {
        const SubFile *file = loose->files->pdata[i];
        if (casegroup_speaks_for(check->in->rules, file, kind))
            text_add_line(names, file->base);
    }
    if (names->len > 0)
        finding_param(finding, "loose", names->str);
}

/* True when FINDING tells already where the case file may be. */
static bool is_found(const Finding *finding)
{
    static const char *const where[] = {"unread", "locked", "likely", "elsewhere", "loose", "bare"};
    for (size_t i = 0; i < G_N_ELEMENTS(where); i++)
        if (finding_value(finding, where[i]))
            return true;
    return false;
}

/* What lies where it fills no slot: folders (CaseGroup) and loose files. */
typedef struct { const GPtrArray *folders; const CaseGroup *loose; } Misplaced;

/* The slot of KIND at POSITION is empty, MISSING others of the kind before it.  What may fill them is listed once. */
static void add_missing(Check *check, const Misplaced *misplaced, const SeasonSlot *slot, int64_t position, guint missing)
{
    const GPtrArray *folders = misplaced->folders;
    Kind kind = (Kind)slot->kind;
    const char *wrapping = wrapping_at(check, folders, kind, missing);
    Finding *finding = check_add(check, "SET-001", wrapping ? "wrapped" : NULL, NULL, NULL, NULL);
    finding_param(finding, "kind", kind_ids[kind]);
    if (slot->count > 1)
        param_int(finding, "position", position);
    param_int(finding, "slots", slot->count);
    finding_param(finding, "folder", wrapping);
    if (wrapping)
        return;
    param_unread_casefiles(check, finding, kind);
    param_locked_casefiles(check, finding, kind);
    param_likely(check, finding, kind);
    param_unknown_kinds(check, finding);
    if (missing > 0 && !wrapping_at(check, folders, kind, missing - 1))
        return;
    param_elsewhere(check, finding, folders, kind);
    param_loose(check, finding, misplaced->loose, kind);
    param_bare(check, finding, folders, kind);
    if (!is_found(finding))
        param_known(check, finding, kind);
}

static void check_missing(Check *check, const GPtrArray *entries)
{
    const GPtrArray *slots = check->in->season->case_files->slots;
    g_autoptr(GPtrArray) folders = folders_elsewhere(check);
    CaseGroup *loose = loose_files(check);
    const Misplaced misplaced = {folders, loose};
    for (guint i = 0; i < slots->len; i++) {
        const SeasonSlot *slot = slots->pdata[i];
        guint missing = 0;
        for (int64_t position = 1; position <= slot->count; position++)
            if (!slots_at(entries, (Kind)slot->kind, position, false))
                add_missing(check, &misplaced, slot, position, missing++);
    }
    casegroup_free(loose);
}

static void check_extras(Check *check)
{
    if (!check->in->unit)
        return;
    for (int kind = KIND_PENALTY; kind < KIND_COUNT; kind++) {
        int64_t required = slots_extras_of(check->in->season, (Kind)kind, check->in->unit),
                count = files_of_kind(check, (Kind)kind);
        if (count >= required)
            continue;
        Finding *finding = check_add(check, "SET-010", NULL, NULL, NULL, NULL);
        finding_param(finding, "kind", kind_ids[kind]);
        param_int(finding, "count", count);
        param_int(finding, "required", required);
    }
}

static void check_minimum(Check *check, const GPtrArray *entries)
{
    int64_t count = slots_submitted(entries), minimum = check->in->season->case_files->minimum;
    if (count >= minimum)
        return;
    Finding *finding = check_add(check, "SET-008", NULL, NULL, NULL, NULL);
    param_int(finding, "count", count);
    param_int(finding, "minimum", minimum);
}

/* Extra files of KIND are asked of some unit, and which one this is is not known. */
static bool may_be_owed(const Check *check, Kind kind)
{
    const GPtrArray *extras = check->in->season->case_files->extras;
    for (guint i = 0; !check->in->unit && i < extras->len; i++)
        if (((const SeasonSlot *)extras->pdata[i])->kind == (int)kind)
            return true;
    return false;
}

/* "misnamed": the case files of KIND whose names say another kind; they take a place that may not be theirs. */
static void param_misnamed(Check *check, Finding *finding, Kind kind)
{
    g_autoptr(GString) names = g_string_new(NULL);
    for (guint i = 0; i < check->submission->groups->len; i++) {
        const CaseGroup *group = check->submission->groups->pdata[i];
        if (group->kind == kind && may_be_as_named(check, group))
            text_add_line(names, group->name);
    }
    if (names->len > 0)
        finding_param(finding, "misnamed", names->str);
}

/* True when NAME is OF with a mark of a copy or a correction: 案卷3(1), 案卷3 - 副本, 复件 案卷3; not 案卷31. */
static bool is_copy_name(const CheckRules *rules, const char *name, const char *of)
{
    const char *found = strstr(name, of);
    if (!found)
        return false;
    g_autofree char *before = g_strndup(name, (size_t)(found - name));
    const char *after = found + strlen(of);
    if (g_ascii_isdigit(*after))
        return false;
    if (text_has_any_of(before, rules->cases->copies) || text_has_any_of(after, rules->cases->copies))
        return true;
    const char *bracket = after + strspn(after, " ");
    return before[0] == '\0' && *bracket == '(' && g_ascii_isdigit(bracket[1]);
}

/* A name as 某公司案（更正后）, which tells of no other folder. */
static bool is_corrected_name(const CheckRules *rules, const char *name)
{
    return text_has_any_of(name, rules->cases->new_versions);
}

static const char two_cases[] = "two-cases";

/* Whether the two that speak with one number are two cases by all that they say: of two parties, or decided on two days with two
 * fines.  Then one number is a slip. */
static bool are_two_cases(const CaseGroup *a, const CaseGroup *b)
{
    if (!a || !b || !a->speaking || !b->speaking)
        return false;
    bool days = a->date != DAY_NONE && b->date != DAY_NONE && a->date != b->date,
         fines = a->fine && b->fine && strcmp(field_key(a->fine), field_key(b->fine)) != 0;
    return body_is_another(a->party, b->party) || (days && fines);
}

static const char *repeat_variant(const Check *check, const SlotEntry *entry, const char *other)
{
    const char *name = entry->casefile->name;
    if (are_two_cases(submission_group(check->submission, name), submission_group(check->submission, other)))
        return two_cases;
    if (is_copy_name(check->in->rules, name, other))
        return "copy";
    if (is_copy_name(check->in->rules, other, name))
        return "original";
    if (is_corrected_name(check->in->rules, name) != is_corrected_name(check->in->rules, other))
        return "corrected";
    return entry->extra ? "unscored" : NULL;
}

static bool is_variant(const Check *check, const SlotEntry *entry, const char *variant)
{
    return entry->repeats && g_strcmp0(repeat_variant(check, entry, entry->repeats->name), variant) == 0;
}

/* Whether SET-007 tells that ENTRY is another file once more, so that it needs no slot. */
static bool is_explained(const Check *check, const SlotEntry *entry)
{
    return is_variant(check, entry, "copy") || is_variant(check, entry, "corrected") || is_variant(check, entry, "original");
}

/* "copy": a copy that holds a slot which ENTRY gets when that is taken out: the first of them for the first surplus
 * file, and so on; "renamed" where that is the corrected file and is to take the place of the one that it repeats. */
static void param_copy(const Check *check, Finding *finding, const GPtrArray *entries, const SlotEntry *entry)
{
    g_autoptr(GPtrArray) copies = g_ptr_array_new();
    guint before = 0;
    for (guint i = 0; i < entries->len; i++) {
        const SlotEntry *each = entries->pdata[i];
        if (each->casefile->kind != entry->casefile->kind)
            continue;
        if (each == entry)
            break;
        before += each->state == SLOT_SURPLUS && !is_explained(check, each);
        if (each->position > 0 && is_explained(check, each) && !is_variant(check, each, "original"))
            g_ptr_array_add(copies, (gpointer)each);
    }
    if (before >= copies->len || entry->repeats)
        return;
    const SlotEntry *copy = copies->pdata[before];
    finding_param(finding, is_variant(check, copy, "copy") ? "copy" : "renamed", copy->casefile->name);
}

static void add_surplus(Check *check, const CaseGroup *group, const GPtrArray *entries, const SlotEntry *entry)
{
    int64_t slots = season_slots_of(check->in->season, group->kind);
    if (slots == 0)
        slots = slots_extras_of(check->in->season, group->kind, check->in->unit);
    const char *variant = slots > 0 ? NULL : may_be_owed(check, group->kind) ? "extra" : "no-slot";
    Finding *finding = check_add(check, "SET-002", variant, group, NULL, NULL);
    finding_param(finding, "kind", kind_ids[group->kind]);
    param_int(finding, "count", files_of_kind(check, group->kind));
    param_int(finding, "slots", slots);
    param_misnamed(check, finding, group->kind);
    if (slots > 0)
        param_copy(check, finding, entries, entry);
}

/* The case file that speaks with FILE's number too: one of a scored kind, or one before it. */
static const UnitCase *same_number(const Check *check, const UnitCase *file)
{
    bool before = true;
    for (guint i = 0; file->key && i < check->unit->casefiles->len; i++) {
        const UnitCase *other = check->unit->casefiles->pdata[i];
        before = before && other != file;
        bool fits = other != file && g_strcmp0(other->key, file->key) == 0;
        if (fits && (before || season_slots_of(check->in->season, (Kind)other->kind) > 0))
            return other;
    }
    return NULL;
}

typedef struct { const CaseGroup *group; bool named; } Naming;

static void look_naming(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    Naming *naming = data;
    naming->named |= document != naming->group->speaking && document_mentions(document, naming->group->key);
}

/* Whether any other paper of GROUP has the number with which it speaks. */
static bool is_named_besides(const CaseGroup *group)
{
    Naming naming = {.group = group, .named = casegroup_receipts_naming(group, group->speaking) > 0};
    casegroup_each_document(group, look_naming, &naming);
    return naming.named;
}

/* The table has the number that both have for the party of one of them: it is wrong in the other, SUSPECT, and in all papers there. */
static void param_by_table(const Check *check, Finding *finding, const CaseGroup *group, const CaseGroup *other)
{
    const CaseRow *row = row_bearing_out(check, group, "party"), *other_row = row_bearing_out(check, other, "party");
    if ((row != NULL) == (other_row != NULL))
        return;
    const CaseGroup *suspect = row ? other : group;
    g_autofree char *places = odd_places_of_number(suspect);
    finding_param(finding, "table-suspect", suspect->name);
    finding_param(finding, "row", row ? row->place : other_row->place);
    finding_param(finding, "with", places);
}

/* What makes GROUP and OTHER two cases, and which of them has the wrong number where the papers beside it tell. */
static void param_two_cases(const Check *check, Finding *finding, const CaseGroup *group, const CaseGroup *other)
{
    bool named = is_named_besides(group), other_named = is_named_besides(other);
    if (body_is_another(group->party, other->party)) {
        finding_param(finding, "party", group->party->value);
        finding_param(finding, "other-party", other->party->value);
    } else {
        param_day(finding, "day", group->date);
        param_day(finding, "other-day", other->date);
        finding_param(finding, "fine", group->fine->value);
        finding_param(finding, "other-fine", other->fine->value);
    }
    if (named != other_named)
        finding_param(finding, "suspect", named ? other->name : group->name);
    else
        param_by_table(check, finding, group, other);
}

static void check_entry(Check *check, const GPtrArray *entries, const SlotEntry *entry)
{
    const CaseGroup *group = submission_group(check->submission, entry->casefile->name);
    if (entry->state == SLOT_SURPLUS && !is_explained(check, entry))
        add_surplus(check, group, entries, entry);
    const UnitCase *other = entry->repeats ? entry->repeats : entry->extra ? same_number(check, entry->casefile) : NULL;
    if (!other)
        return;
    const char *variant = repeat_variant(check, entry, other->name);
    Finding *finding = check_add(check, "SET-007", variant, group, group->speaking_file, NULL);
    finding_param(finding, "number", group->number);
    finding_param(finding, "other-casefile", other->name);
    bool newer = is_corrected_name(check->in->rules, entry->casefile->name);
    finding_param(finding, "corrected", newer ? entry->casefile->name : other->name);
    finding_param(finding, "replaced", newer ? other->name : entry->casefile->name);
    if (variant != two_cases)
        return;
    param_two_cases(check, finding, group, submission_group(check->submission, other->name));
    finding_param(finding, "uncounted", entry->extra ? NULL : group->name);
}

/* ---- what holds for a candidate's case file too ---- */

static void check_window(Check *check, const CaseGroup *group)
{
    if (group->date == DAY_NONE || season_in_window(check->in->season, group->date))
        return;
    const char *variant = group->person ? "candidate" : NULL;
    Finding *finding =
        check_add(check, "SET-006", variant, group, group->speaking_file, group->date_field->place);
    finding_param(finding, "date-field", casegroup_date_name(group->kind, group->date_field->id));
    param_day(finding, "date", group->date);
    param_window(finding, check->in->season);
    finding_param(finding, "kind", kind_ids[group->kind]);
    const CaseRow *row = group->key ? case_row_of(check, group->key, group->kind) : NULL;
    if (row && row->date == group->date) /* so it is hardly a slip */
        finding_param(finding, "same-row", row->place);
}

/* What the clerk would else be asked for only once the kind is known. */
static void add_unknown_kind(Check *check, CaseGroup *group)
{
    Finding *finding = check_add(check, "SET-003", NULL, group, NULL, NULL);
    param_unread(check, finding, group, NULL);
    if (group->apparent == KIND_NONE)
        return;
    g_autofree char *missing = required_missing(check, group, group->apparent);
    finding_param(finding, "apparent", kind_ids[group->apparent]);
    finding_param(finding, "missing", missing);
}

static void check_group(Check *check, CaseGroup *group)
{
    if (group->kind == KIND_NONE) {
        add_unknown_kind(check, group);
        return;
    }
    check_window(check, group);
    if (group->named_kind == KIND_NONE)
        return;
    Finding *finding = check_add(check, "SET-009", NULL, group, group->speaking_file, NULL);
    finding_param(finding, "named-kind", kind_ids[group->named_kind]);
    finding_param(finding, "kind", kind_ids[group->kind]);
    if (is_settled(check, group))
        return;
    g_autofree char *missing = required_missing(check, group, group->named_kind);
    if (missing[0] != '\0')
        finding_param(finding, "missing", missing);
}

void sets_check(Check *check)
{
    apparent_kinds_find(check);
    check_each_group(check, check_group);
    g_autoptr(GPtrArray) entries = slots_assign(check->in->season, check->in->unit, check->unit->casefiles, NULL);
    for (guint i = 0; i < entries->len; i++)
        check_entry(check, entries, entries->pdata[i]);
    if (!check_competes(check))
        return;
    check_missing(check, entries);
    unknown_kinds_link(check);
    check_minimum(check, entries);
    check_extras(check);
}
