/* EXT-002: papers of a case file that name another of its papers by a number, or tell its days and sums, and say something else
 * than that paper does itself.  The number may be another case file's: then the paper was put here by mistake, or belongs here and
 * names the wrong one.  What follows a daily decision is compared with that and not with the original one. */
#include <string.h>

#include "lawdates.h"
#include "oddpaper.h"
#include "text.h"

/* ---- numbers that name another document of the file, and what is said of it ---- */

typedef struct {
    const CaseGroup *group;
    const Document *from; /* the document that names KEY */
    const RefersRule *rule;
    Saying target;
} Reference;

/* The number by which papers name DOCUMENT; NULL when it is not known. */
static const Field *number_named(const RefersRule *rule, const Document *document)
{
    const Field *number = document_value(document, rule->as ? rule->as : "doc-number");
    return number && number->status == VALUE_VALID ? number : NULL;
}

static void look_target(const SubFile *file, const Document *document, gpointer data)
{
    Reference *reference = data;
    const Field *number = reference->target.field ? NULL : number_named(reference->rule, document);
    if (number && !casegroup_is_aside(reference->group, reference->from, document))
        reference->target = (Saying){file, document, number};
}

/* KNOWN are the folded numbers of the documents that RULE speaks of, FIRST the day of the first of them. */
typedef struct {
    Check *check;
    CaseGroup *group;
    const RefersRule *rule;
    GHashTable *told, *known;
    Day first;
} ReferenceWalk;

static void note_known(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    const ReferenceWalk *walk = data;
    const char *id = walk->rule->as ? walk->rule->as : "doc-number";
    for (guint i = 0; number_named(walk->rule, document) && i < document->fields->len; i++) { /* two, of which either may be right */
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, id) == 0 && field->status == VALUE_VALID)
            g_hash_table_add(walk->known, text_fold(field_key(field)));
    }
}

static bool is_known(const ReferenceWalk *walk, const Field *field)
{
    g_autofree char *folded = text_fold(field_key(field));
    return g_hash_table_contains(walk->known, folded);
}

/* Of several values of DOCUMENT one may be that: the last of some payments. */
static bool tells_known(const ReferenceWalk *walk, const Document *document)
{
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, walk->rule->field) == 0 && field->status == VALUE_VALID && is_known(walk, field))
            return true;
    }
    return false;
}

/* The record of a first inspection may name an order of years ago, never the one that followed from it. */
static bool is_older(const ReferenceWalk *walk, const Document *document)
{
    Day last = document_last_day(document);
    return walk->first != DAY_NONE && last != DAY_NONE && last < walk->first;
}

/* ---- a number of another case file ---- */

/* The case file that speaks with the number KEY, else the last one of which a document has it; NULL for none but WALK's. */
static const CaseGroup *group_elsewhere(const ReferenceWalk *walk, const char *key)
{
    const GPtrArray *groups = walk->check->submission->groups;
    const CaseGroup *found = NULL;
    for (guint i = 0; i < groups->len; i++) {
        const CaseGroup *group = groups->pdata[i];
        bool speaks = g_strcmp0(group->key, key) == 0,
             own = g_ptr_array_find_with_equal_func(group->own_keys, key, g_str_equal, NULL);
        if (group != walk->group && (speaks || (own && !found)))
            found = group;
    }
    return found;
}

static void look_numbered(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    const Document **found = data;
    *found = *found ? *found : document;
}

static bool is_alike(const Field *a, const Field *b)
{
    bool known = a && b && a->status == VALUE_VALID && b->status == VALUE_VALID;
    if (!known)
        return false;
    return strcmp(a->id, "party") == 0 ? body_is_same(a, b) : strcmp(field_key(a), field_key(b)) == 0;
}

/* What NAMER tells of OWNER's case and not of that of OTHER, whose number it names, as ids parted by blanks: it belongs here, and
 * its number is the slip.  Empty where it tells nothing of the kind, NULL where something of the other's.  Caller frees. */
static char *told_of_own_case(const ReferenceWalk *walk, const CaseGroup *other, const Saying *owner, const Saying *namer)
{
    static const char *const ids[] = {"party", "decision-date", "fine-yuan"};
    const Document *theirs = NULL;
    casegroup_each_numbered(other, field_key(namer->field), look_numbered, &theirs);
    g_autoptr(GString) told = g_string_new(NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(ids); i++) {
        const Field *field = document_value(namer->document, ids[i]), *ours = document_value(owner->document, ids[i]),
                    *their = document_value(theirs, ids[i]);
        if (i == 0) {
            ours = ours ? ours : walk->group->party;
            their = their ? their : other->party;
        }
        bool own = is_alike(field, ours), others = is_alike(field, their);
        if (others && !own)
            return NULL;
        if (own && !others)
            g_string_append_printf(told, "%s%s", told->len > 0 ? " " : "", ids[i]);
    }
    return g_string_free(g_steal_pointer(&told), FALSE);
}

/* The row of the table that has the number of OWNER, which speaks for the case, with its party, while OTHER speaks with the number that
 * NAMER and others have; NULL for none. */
static const CaseRow *row_of_owner(const ReferenceWalk *walk, const CaseGroup *other, const Saying *owner, const Saying *namer)
{
    const CaseGroup *group = walk->group;
    if (owner->document != group->speaking || g_strcmp0(other->key, field_key(namer->field)) != 0)
        return NULL;
    return row_bearing_out(walk->check, group, "party");
}

/* NAMER names OWNER by the number of OTHER's paper: it was put here by mistake, or, where TOLD shows that it belongs here, that
 * number is to be corrected in it. */
static Finding *add_number_of_other(const ReferenceWalk *walk, const char *field, const CaseGroup *other, const Saying *owner,
                                    const Saying *namer, const char *told)
{
    Finding *finding = contradiction_add_as(walk->check, walk->group, told ? "other-number" : NULL, field, owner, namer);
    finding_param(finding, "elsewhere", other->name);
    if (told) {
        const char *type = namer->document->type;
        finding_param(finding, "told", told);
        finding_param(finding, "owner-file", owner->file->facts->path);
        finding_param(finding, "owner-place", owner->field->place);
        finding_drop(finding, "served"); /* by the owner's type: that is right */
        finding_drop(finding, "signed");
        finding_drop(finding, "winner");
        param_out_of_hand(walk->check->in->rules->cases, finding, type, type);
        finding_param(finding, "sent", g_str_has_suffix(type, "-transfer") ? type : NULL);
    }
    finding_turn_to(finding, namer);
    return finding;
}

/* All others that repeat what OWNER says, of which NAMER says something else, repeat it right. */
static void tell_odd_namer(const ReferenceWalk *walk, Finding *finding, const Saying *owner, const Saying *namer)
{
    if (!walk->rule || finding_value(finding, "alone") || finding_value(finding, "elsewhere"))
        return;
    const SameRule repeating = {.field = walk->rule->field, .in = walk->rule->in};
    g_autoptr(GArray) sayings = g_array_new(FALSE, FALSE, sizeof(Saying));
    g_array_append_val(sayings, *owner);
    sayings_gather(walk->group, &repeating, sayings);
    odd_tell(walk->check->in->rules->cases, walk->group, finding, sayings, owner, namer);
}

/* OWNER has another number than the one by which NAMER names it.  One paper alone against many is told once,
 * with all of them; TOLD holds the pairs of numbers. */
static void add_reference(const ReferenceWalk *walk, const char *field, const Saying *owner, const Saying *namer,
                          bool namer_wins)
{
    g_autofree char *pair = g_strdup_printf("%s|%s", field_key(owner->field), field_key(namer->field));
    if (g_hash_table_contains(walk->told, pair))
        return;
    const CaseGroup *other = namer_wins ? NULL : group_elsewhere(walk, field_key(namer->field));
    g_autoptr(GString) places = g_string_new(NULL);
    const bool odd = other && odd_is_owner(walk->group, owner, namer, places);
    const CaseRow *row = odd ? row_of_owner(walk, other, owner, namer) : NULL;
    g_autofree char *told = other && (!odd || row) ? told_of_own_case(walk, other, owner, namer) : NULL;
    const char *of_own = told && (row || told[0] != '\0') ? told : NULL;
    Finding *finding = other        ? add_number_of_other(walk, field, other, owner, namer, of_own)
                       : namer_wins ? contradiction_add(walk->check, walk->group, field, namer, owner)
                                    : contradiction_add(walk->check, walk->group, field, owner, namer);
    if (of_own && row) { /* all of them are to be corrected, and are told once */
        finding_param(finding, "told-row", row->place);
        finding_param(finding, "same-number", places->str);
        g_hash_table_add(walk->told, g_steal_pointer(&pair));
    }
    if (of_own || row)
        return;
    odd_tell_number(walk->check->in->rules->cases, walk->group, finding, owner, namer);
    const bool alone = finding_value(finding, "alone"),
               sides = !alone && !other && odd_tell_sides(walk->check, walk->group, finding, owner, namer, namer_wins);
    if (alone || sides)
        g_hash_table_add(walk->told, g_steal_pointer(&pair));
    if (!namer_wins && !sides)
        tell_odd_namer(walk, finding, owner, namer);
}

/* What tells of a daily decision is not compared with the original one (check_followers). */
static bool is_of_daily(const ReferenceWalk *walk, const Document *document)
{
    return word_in_list(walk->rule->to, ' ', "penalty-decision") && casegroup_follows_daily(walk->group, document);
}

/* SLIP shows a payment; another may be on a scan, and a later one follows where it is not of the whole fine. */
static bool may_be_of_another_slip(const CaseGroup *group, const Saying *slip, bool is_later)
{
    const char *type = slip->document->type;
    return strcmp(type, "payment-receipt") == 0 &&
           (law_has_unread(group, type) ||
            (is_later && !(casegroup_count(group, type) == 1 && document_says(slip->document, "fine-yuan", group->fine))));
}

static void check_reference(const SubFile *file, const Document *document, gpointer data)
{
    ReferenceWalk *walk = data;
    const Field *field = document_value(document, walk->rule->field);
    bool comparable = field && field->status == VALUE_VALID && (field->key || walk->rule->as);
    if (!comparable || is_older(walk, document) || is_known(walk, field) || is_of_daily(walk, document) ||
        (walk->rule->as && tells_known(walk, document)))
        return;
    Reference reference = {.group = walk->group, .from = document, .rule = walk->rule};
    casegroup_each_of(walk->group, walk->rule->to, look_target, &reference);
    if (!reference.target.field)
        return;
    if (!walk->rule->as && casegroup_may_mean_unread(walk->check->in->rules, walk->group, reference.target.document->type, field_key(field)))
        return;
    const Saying saying = {file, document, field}, *target = &reference.target;
    const bool is_later = day_parse_iso(field->value) > day_parse_iso(target->field->value);
    if ((walk->rule->before && is_later) || may_be_of_another_slip(walk->group, target, is_later))
        return;
    if (walk->rule->rest && enforced_is_rest(walk->group, &saying, target))
        return;
    bool wins = saying_rank(walk->group, &saying) <= saying_rank(walk->group, target);
    add_reference(walk, walk->rule->field, target, &saying, wins);
}

static void check_served(const SubFile *file, const Document *document, gpointer data)
{
    const ReferenceWalk *walk = data;
    const CheckRules *rules = walk->check->in->rules;
    Saying meant = {0};
    meant.document = casegroup_receipt_meant(rules, walk->group, file, document, &meant.file);
    if (!meant.document)
        return;
    meant.field = document_value(meant.document, "doc-number");
    const Saying served = {file, document, document_value(document, "served-number")};
    add_reference(walk, "served-number", &meant, &served, false);
}

static void check_refers(Check *check, CaseGroup *group, const RefersRule *rule, GHashTable *told)
{
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Day first = rule->later ? casegroup_first_day(group, rule->to) : DAY_NONE;
    ReferenceWalk walk = {check, group, rule, told, known, first};
    casegroup_each_of(group, rule->to, note_known, &walk);
    casegroup_each_of(group, rule->in, check_reference, &walk);
}

/* ---- papers that follow a daily decision ---- */

/* What DOCUMENT of FILE tells in its field ID, against that of the daily decision, OWN; it may tell of the original one besides. */
static void compare_follower(const ReferenceWalk *walk, const SubFile *file, const Document *document, const char *id, const char *own)
{
    CaseGroup *group = walk->group;
    const Field *told = document_value(document, id), *decided = document_value(group->speaking, own);
    const Document *original = law_original_penalty(group).decision;
    if (!told || told->status != VALUE_VALID || !decided || decided->status != VALUE_VALID ||
        document_says(document, id, decided) || document_says(group->speaking, own, told) ||
        (original && (document_says(original, "fine-yuan", told) || document_says(original, "decision-date", told))))
        return;
    const Saying decision = {group->speaking_file, group->speaking, decided}, other = {file, document, told};
    if (!enforced_is_rest(group, &other, &decision) && !notes_registered(walk->check, group, decided, told))
        contradiction_add(walk->check, group, id, &decision, &other);
}

/* The daily decision, which OURS is of, has the number of the ORIGINAL one: told once, with all that name it as THEIRS does. */
static void add_original_number(const ReferenceWalk *walk, const Saying *ours, const Saying *theirs, const Saying *original)
{
    if (!g_hash_table_add(walk->told, g_strdup(field_key(ours->field))))
        return;
    Finding *finding = contradiction_add_as(walk->check, walk->group, "original-number", "decision-number", ours, theirs);
    finding_param(finding, "original-file", original->file->facts->path);
    finding_param(finding, "original-place", original->field->place);
    const CaseRow *row = case_row_of(walk->check, field_key(theirs->field), KIND_DAILY);
    if (row)
        finding_param(finding, "row", row->place);
    odd_tell_named(walk->group, finding, ours, theirs);
}

/* By another number than the daily decision, OURS, has: one of the two is a slip. */
static void compare_number(const ReferenceWalk *walk, const Saying *ours, const SubFile *file, const Document *document)
{
    const CaseGroup *group = walk->group;
    const Field *told = document_value(document, "decision-number");
    if (!told || told->status != VALUE_VALID || !told->key || document_says(ours->document, "doc-number", told) ||
        notes_registered(walk->check, group, ours->field, told))
        return;
    const Saying theirs = {file, document, told};
    const Penalty penalty = law_original_penalty(group);
    const Field *number = penalty.decision ? document_value(penalty.decision, "doc-number") : NULL;
    if (number && document_says(ours->document, "doc-number", number))
        add_original_number(walk, ours, &theirs, &(Saying){penalty.file, penalty.decision, number});
    else if (!document_mentions(document, group->key))
        add_reference(walk, "decision-number", ours, &theirs, false);
}

static void look_follower(const SubFile *file, const Document *document, gpointer data)
{
    static const char *const compared[][2] = {{"fine-yuan", "total-yuan"}, {"demanded-yuan", "total-yuan"}, {"decision-date", "decision-date"}};
    const ReferenceWalk *walk = data;
    const bool paid = strcmp(document->type, "payment-receipt") == 0;
    if (!casegroup_follows_daily(walk->group, document))
        return;
    for (size_t i = 0; i < G_N_ELEMENTS(compared) && !paid; i++) /* a payment may be one of several */
        compare_follower(walk, file, document, compared[i][0], compared[i][1]);
    const Saying ours = {walk->group->speaking_file, walk->group->speaking, document_value(walk->group->speaking, "doc-number")};
    if (ours.field && ours.field->status == VALUE_VALID)
        compare_number(walk, &ours, file, document);
}

static void check_followers(Check *check, CaseGroup *group, GHashTable *told)
{
    if (group->kind == KIND_DAILY && group->speaking)
        casegroup_each_of(group, "closing-form demand payment-receipt", look_follower,
                          &(ReferenceWalk){.check = check, .group = group, .told = told});
}

void namedpapers_check(Check *check, CaseGroup *group)
{
    const CaseRules *rules = check->in->rules->cases;
    g_autoptr(GHashTable) told = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    casegroup_each_document(group, check_served,
                            &(ReferenceWalk){.check = check, .group = group, .told = told});
    for (guint i = 0; i < rules->refers->len; i++)
        check_refers(check, group, rules->refers->pdata[i], told);
    check_followers(check, group, told);
}
