/* SCN-005 within one unit: the same scan in two case files, and the list of scans for comparing units.  SCN-007: the
 * same scan under two numbers in 案件证据/, or under one there that the case file in which it lies does not know, or as two
 * receipts of one case. */
#include <string.h>

#include "checks.h"
#include "docnumber.h"
#include "text.h"

/* SPEC 7: blank pages, 案件证据/ and 证明材料/ are excepted; only scans in case files are compared. */
bool scan_is_compared(const Check *check, const SubFile *file)
{
    return file->group && !file->proof && subfile_is_readable_scan(file) && !scan_is_blank(check->in->season, file->scan);
}

static bool shows_party(const Check *check, const SubFile *file)
{
    const CaseRules *rules = check->in->rules->cases;
    return text_has_any_of(file->base, rules->identities) && !text_has_any_of(file->base, rules->no_identities);
}

static bool show_party(const Check *check, const SubFile *a, const SubFile *b)
{
    const Field *party = a->group->party, *other = b->group->party;
    return party && other && body_is_same(party, other) && shows_party(check, a) && shows_party(check, b);
}

/* A candidate's file may be the same case as one in 案卷/ (SPEC 7).  Where one of them has no number, as its decision is missing,
 * nothing but the party can tell that it is not. */
static bool may_be_copy(const CaseGroup *a, const CaseGroup *b)
{
    return (a->person || b->person) && (!a->key || !b->key) && !body_is_another(a->party, b->party);
}

bool scans_may_be_shared(const Check *check, const SubFile *a, const SubFile *b)
{
    return casegroup_related(a->group, b->group) || may_be_copy(a->group, b->group) || show_party(check, a, b);
}

static void add_use(Check *check, const SubFile *file)
{
    ScanUse *use = record_add(check->unit->scans, &scan_use_type);
    use->sha256 = g_strdup(file->facts->sha256);
    use->path = g_strdup(file->facts->path);
    use->casefile = g_strdup(group_name(file->group));
}

static int compare_uses(gconstpointer a, gconstpointer b)
{
    return strcmp((*(ScanUse *const *)a)->sha256, (*(ScanUse *const *)b)->sha256);
}

static bool has_group(const GPtrArray *files, const CaseGroup *group)
{
    for (guint i = 0; i < files->len; i++)
        if (((const SubFile *)files->pdata[i])->group == group)
            return true;
    return false;
}

/* The file before INDEX whose case file has nothing in common with that at INDEX: one below 案卷/ before a candidate's copy. */
static const SubFile *reused_from(const Check *check, const GPtrArray *files, guint index)
{
    const SubFile *file = files->pdata[index], *copy = NULL;
    for (guint i = 0; i < index; i++) {
        const SubFile *other = files->pdata[i];
        if (scans_may_be_shared(check, file, other))
            continue;
        if (!other->group->person)
            return other;
        copy = copy ? copy : other;
    }
    return copy;
}

/* FILES hold one scan, the first of each case file, in path order: each case file that has nothing in common with an earlier one is
 * told once. */
static void check_scan(Check *check, const GPtrArray *files)
{
    for (guint i = 1; i < files->len; i++) {
        const SubFile *file = files->pdata[i], *other = reused_from(check, files, i);
        if (!other)
            continue;
        Finding *finding = check_add(check, "SCN-005", NULL, file->group, file, NULL);
        finding_param(finding, "other", other->facts->path);
        finding_param(finding, "other-casefile", other->group->name);
    }
}

/* ---- receipts of one case ---- */

/* Whether FILE's name says that it is the receipt of what comes before the decision (1) or of the decision (2); 0: of neither, or
 * of both. */
static int step_served(const Check *check, const SubFile *file)
{
    const CheckRules *rules = check->in->rules;
    if (!subfile_stands_for(file, "service-receipt"))
        return 0;
    const bool notice = casegroup_name_serves(rules, file, "penalty-notice") || casegroup_name_serves(rules, file, "hearing-notice"),
               decision = casegroup_name_serves(rules, file, "penalty-decision");
    return notice == decision ? 0 : notice ? 1 : 2;
}

/* One receipt cannot be that of a notice and of the decision on what was said to it.  (A daily file has two of either, and a
 * notice may be served with the first decision.) */
static void check_receipt(Check *check, const SubFile *file, GHashTable *receipts)
{
    const int step = file->group->kind == KIND_DAILY ? 0 : step_served(check, file);
    if (step == 0)
        return;
    g_autofree char *key = g_strconcat(file->facts->sha256, "/", file->group->name, NULL);
    const SubFile *other = g_hash_table_lookup(receipts, key);
    if (!other)
        g_hash_table_insert(receipts, g_steal_pointer(&key), (gpointer)file);
    else if (step_served(check, other) != step)
        finding_param(check_add(check, "SCN-007", "receipt", file->group, file, NULL), "other", other->base);
}

/* ---- 案件证据/ ---- */

static bool share_a_number(const SubFile *a, const SubFile *b)
{
    for (guint i = 0; i < a->facts->named_numbers->len; i++)
        if (subfile_names_number(b, ((const DocNumber *)a->facts->named_numbers->pdata[i])->key))
            return true;
    return false;
}

static bool proves_by_name(const Check *check, const SubFile *file)
{
    return file->area == AREA_EVIDENCE && file->facts->named_numbers->len > 0 && subfile_is_readable_scan(file) &&
           !scan_is_blank(check->in->season, file->scan);
}

/* Each scan with the first that has its bytes: many copies of one are told as often as there are files. */
static void check_evidence_scans(Check *check)
{
    g_autoptr(GHashTable) first = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < check->submission->files->len; i++) {
        const SubFile *file = check->submission->files->pdata[i];
        if (!proves_by_name(check, file))
            continue;
        const SubFile *other = g_hash_table_lookup(first, file->facts->sha256);
        if (!other)
            g_hash_table_insert(first, file->facts->sha256, (gpointer)file);
        else if (!share_a_number(file, other))
            finding_param(check_add(check, "SCN-007", NULL, NULL, file, NULL), "other", other->facts->path);
    }
}

/* Whether GROUP is a case of which FILE's name gives no number. */
static bool is_another_case(const CaseGroup *group, const SubFile *file)
{
    const GPtrArray *numbers = file->facts->named_numbers;
    for (guint i = 0; i < numbers->len; i++)
        if (g_hash_table_contains(group->all_keys, ((const DocNumber *)numbers->pdata[i])->key))
            return false;
    return group->key != NULL;
}

/* SAME are the scans with FILE's bytes, the first of each case file: none of these may know a number of its
 * name. */
static void check_evidence_scan(Check *check, const SubFile *file, const GPtrArray *same)
{
    const SubFile *other = same->pdata[0]; /* a candidate's copy only where 案卷/ has none */
    for (guint i = 0; i < same->len; i++) {
        const SubFile *each = same->pdata[i];
        if (!is_another_case(each->group, file))
            return;
        other = other->group->person && !each->group->person ? each : other;
    }
    Finding *finding = check_add(check, "SCN-007", "casefile", NULL, file, NULL);
    finding_param(finding, "other", other->base);
    finding_param(finding, "other-casefile", other->group->name);
    finding_param(finding, "other-number", other->group->number);
    finding_param(finding, "number", ((const DocNumber *)file->facts->named_numbers->pdata[0])->raw);
}

static void check_evidence_against_files(Check *check, GHashTable *by_digest)
{
    for (guint i = 0; i < check->submission->files->len; i++) {
        const SubFile *file = check->submission->files->pdata[i];
        bool proves = proves_by_name(check, file);
        const GPtrArray *same = proves ? g_hash_table_lookup(by_digest, file->facts->sha256) : NULL;
        if (same)
            check_evidence_scan(check, file, same);
    }
}

void reuse_check(Check *check)
{
    check_evidence_scans(check);
    g_autoptr(GHashTable) by_digest = lists_by_key();
    g_autoptr(GHashTable) receipts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GPtrArray) order = g_ptr_array_new();
    for (guint i = 0; i < check->submission->files->len; i++) {
        const SubFile *file = check->submission->files->pdata[i];
        if (!scan_is_compared(check, file))
            continue;
        add_use(check, file);
        check_receipt(check, file, receipts);
        GPtrArray *same = g_hash_table_lookup(by_digest, file->facts->sha256);
        if (!same) {
            same = g_ptr_array_new();
            g_hash_table_insert(by_digest, file->facts->sha256, same);
            g_ptr_array_add(order, same);
        }
        if (!has_group(same, file->group))
            g_ptr_array_add(same, (gpointer)file);
    }
    for (guint i = 0; i < order->len; i++)
        check_scan(check, order->pdata[i]);
    check_evidence_against_files(check, by_digest);
    g_ptr_array_sort(check->unit->scans, compare_uses);
}

/* ---- a case file whose own number is apparently wrong ---- */

/* The finding of CODE by which the table has KEY for the case of GROUP; NULL for none. */
static const Finding *told_as_likely(const Check *check, const CaseGroup *group, const char *code, const char *key)
{
    const Finding *told;
    for (guint at = 0; (told = told_next(check, code, group, &at));) {
        const char *likely = finding_value(told, "likely");
        g_autofree char *likely_key = likely ? docnumber_key(likely) : NULL;
        if (likely_key && strcmp(likely_key, key) == 0)
            return told;
    }
    return NULL;
}

static void refer(const Check *check, Finding *finding)
{
    static const char *const codes[] = {"REF-001", "REF-002"};
    const CaseGroup *group = submission_group(check->submission, finding_value(finding, "other-casefile"));
    g_autofree char *key = docnumber_key(finding_value(finding, "number"));
    const Finding *told = NULL;
    for (size_t i = 0; group && key && !told && i < G_N_ELEMENTS(codes); i++)
        told = told_as_likely(check, group, codes[i], key);
    if (!told)
        return;
    finding_param(finding, "row", finding_value(told, "likely-row"));
    finding_param(finding, "see", told->code);
}

void reuse_refer(Check *check)
{
    for (guint i = 0; i < check->findings->len; i++) {
        Finding *finding = check->findings->pdata[i];
        if (strcmp(finding->code, "SCN-007") == 0 && g_strcmp0(finding->variant, "casefile") == 0)
            refer(check, finding);
    }
}
