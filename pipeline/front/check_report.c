#include "check_report.h"

#include <string.h>

#include "findings_print.h"
#include "lang.h"
#include "rec_casefiles.h"
#include "text.h"

/* ---- the verdict ---- */

Verdict check_verdict(const CheckReport *report)
{
    int counts[LEVEL_FATAL + 1];
    findings_count(report->findings, counts);
    for (guint i = 0; i < report->findings->len; i++)
        if (strcmp(((const Finding *)report->findings->pdata[i])->code, "SYS-001") == 0)
            return VERDICT_UNFINISHED;
    return counts[LEVEL_FATAL] > 0   ? VERDICT_REFUSED
           : counts[LEVEL_ERROR] > 0 ? VERDICT_CORRECT
                                     : VERDICT_READY;
}

const char *check_verdict_words(const CheckReport *report)
{
    int counts[LEVEL_FATAL + 1];
    findings_count(report->findings, counts);
    switch (check_verdict(report)) {
    case VERDICT_UNFINISHED:
        return tr("检查没有做完，不能作出结论", "not examined, so there is no verdict");
    case VERDICT_REFUSED:
        return tr("不能受理", "cannot be accepted");
    case VERDICT_CORRECT:
        return tr("须补正后报送", "must be corrected before it is handed in");
    default:
        if (check_costly_warnings(report) > 0)
            return tr("可以报送，可能失分", "ready to hand in; warnings may cost points");
        return counts[LEVEL_WARNING] > 0 ? tr("可以报送，请先核实", "ready to hand in; read the warnings first")
                                         : tr("可以报送", "ready to hand in");
    }
}

const char *check_unexamined_words(void)
{
    return tr("扫描件上的文字、签名和印章不能识读，只检查能否打开、是否清晰、有无空白页和重复；事实认定、法律适用是否正确和案卷质量由专家评定。",
              "The text, signatures and seals of scans are not read: scans are checked for being readable, sharp, blank or "
              "repeated. Whether facts and law are right, and the quality of the files, is for the experts.");
}

static bool is_named(const Finding *finding, const char *param, const char *type)
{
    const char *types = finding_value(finding, param);
    return types && strstr(types, type);
}

bool check_certificate_doubted(const CheckReport *report, const char *name)
{
    for (guint i = 0; i < report->findings->len; i++) {
        const Finding *finding = report->findings->pdata[i];
        bool about = strcmp(finding->code, "CND-014") == 0 ||
                     (strcmp(finding->code, "CND-013") == 0 &&
                      (is_named(finding, "doctype", "integrity-certificate") ||
                       is_named(finding, "papers", "integrity-certificate")));
        if (about && g_strcmp0(finding_value(finding, "name"), name) == 0)
            return true;
    }
    return false;
}

guint check_cases_claimed(const UnitCandidate *person)
{
    g_autoptr(GHashTable) cases = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < person->claims->len; i++) {
        const UnitClaim *claim = person->claims->pdata[i];
        g_hash_table_add(cases, g_strdup_printf("%d %s", claim->kind, claim->key));
    }
    return g_hash_table_size(cases);
}

bool check_has_unit(const CheckReport *report)
{
    return report->unit && report->unit->state == UNIT_HANDED_IN;
}

/* ---- findings that say the same ---- */

static void item_free(gpointer data)
{
    CheckItem *item = data;
    g_free(item->sentence);
    g_free(item->remedy);
    g_ptr_array_unref(item->places);
    g_free(item);
}

/* "案卷/甲.docx，第3段（“我局于…”处）"; NULL for a finding of no place.  Among a candidate's, one on a case file as a whole has
 * that as its place: the heading is the candidate's name. */
static char *place_words(const FindingGroup *group, const Finding *finding, const char *sentence)
{
    g_autofree char *file = finding->file ? text_display(finding->file) : NULL;
    g_autofree char *place = finding_place_words(finding, sentence);
    if (!file && !place && group->person && finding->casefile)
        return text_display(finding->casefile);
    if (!file || !place || strcmp(file, place) == 0)
        return g_strdup(file ? file : place);
    return g_strconcat(file, tr("，", ", "), place, NULL);
}

/* The item of the case file of which FINDING tells a candidate's copy; NULL for none. */
static CheckItem *item_of_original(GPtrArray *items, const FindingGroup *group, const Finding *finding)
{
    bool copy = group->casefile && finding->casefile && strcmp(finding->casefile, group->casefile) != 0;
    for (guint i = 0; copy && i < items->len; i++)
        if (finding_is_of_copy(finding, ((CheckItem *)items->pdata[i])->finding))
            return items->pdata[i];
    return NULL;
}

/* What has no place in the case file stands with its folder where its copy has one. */
static void add_copy(CheckItem *item, const Finding *finding, char *place)
{
    g_autofree char *folder = finding_casefile_folder(item->finding);
    if (item->places->len == 0)
        g_ptr_array_add(item->places, text_display(folder));
    g_autofree char *own = place ? NULL : finding_casefile_folder(finding);
    g_ptr_array_add(item->places, place ? place : text_display(own));
}

/* What makes two findings one item.  Caller frees. */
static char *words_of(const Finding *finding, const char *sentence, const char *remedy)
{
    return g_strdup_printf("%s\n%d\n%s\n%s", finding->code, finding->level, sentence, remedy);
}

/* ---- findings that another one brings about ---- */

/* What goes when CAUSE is mended: empty slots that the case files it tells of will fill, and that there are too
 * few; or what one wrong number brings about in comparing with the table. */
typedef struct {
    const Finding *cause; /* PKG-017, or EXT-002 on a number; NULL: nothing goes */
    GHashTable *gone;     /* set of Finding */
    int slots;            /* how many of them are slots */
} Followers;

static void followers_clear(Followers *followers)
{
    g_hash_table_unref(followers->gone);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Followers, followers_clear)

static bool is_code(const Finding *finding, const char *code)
{
    return strcmp(finding->code, code) == 0;
}

/* How many folders are named, by kind of case file: the slots of a kind share one list. */
static GHashTable *folders_by_kind(const FindingGroup *group)
{
    GHashTable *folders = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < group->findings->len; i++) {
        const Finding *finding = group->findings->pdata[i];
        const char *elsewhere = is_code(finding, "SET-001") ? finding_value(finding, "elsewhere") : NULL;
        int count = elsewhere && elsewhere[0] != '\0' ? 1 : 0;
        for (const char *p = elsewhere; count > 0 && *p; p++)
            count += *p == '\n';
        if (count > 0)
            g_hash_table_insert(folders, (gpointer)finding_value(finding, "kind"), GINT_TO_POINTER(count));
    }
    return folders;
}

/* Slots of which PKG-017 tells the case file itself, and as many others of each kind as there are folders for them. */
static void take_slots(Followers *followers, const FindingGroup *group)
{
    g_autoptr(GHashTable) folders = folders_by_kind(group);
    for (guint i = 0; i < group->findings->len; i++) {
        const Finding *finding = group->findings->pdata[i];
        const char *kind = is_code(finding, "SET-001") ? finding_value(finding, "kind") : NULL;
        bool wrapped = kind && g_strcmp0(finding->variant, "wrapped") == 0;
        int left = kind && !wrapped ? GPOINTER_TO_INT(g_hash_table_lookup(folders, kind)) : 0;
        if (left > 0)
            g_hash_table_insert(folders, (gpointer)kind, GINT_TO_POINTER(left - 1));
        else if (!wrapped)
            continue;
        g_hash_table_add(followers->gone, (gpointer)finding);
        followers->slots++;
    }
}

/* SET-008, when the case files that fill the slots are enough. */
static void take_few(Followers *followers, const FindingGroup *group)
{
    for (guint i = 0; i < group->findings->len; i++) {
        const Finding *finding = group->findings->pdata[i];
        const char *count = is_code(finding, "SET-008") ? finding_value(finding, "count") : NULL,
                   *minimum = finding_value(finding, "minimum");
        if (count && minimum && g_ascii_strtoll(count, NULL, 10) + followers->slots >= g_ascii_strtoll(minimum, NULL, 10))
            g_hash_table_add(followers->gone, (gpointer)finding);
    }
}

static void take_folders(Followers *followers, const FindingGroup *group)
{
    for (guint i = 0; i < group->findings->len && !followers->cause; i++) {
        const Finding *finding = group->findings->pdata[i];
        bool of_cases = is_code(finding, "PKG-017") && g_strcmp0(finding->variant, "people") != 0;
        followers->cause = of_cases ? finding : NULL;
    }
    if (followers->cause)
        take_slots(followers, group);
    if (followers->slots > 0)
        take_few(followers, group);
}

static bool same_value(const Finding *a, const char *name_a, const Finding *b, const char *name_b)
{
    const char *first = finding_value(a, name_a), *second = finding_value(b, name_b);
    return first && second && text_same(first, second);
}

/* The number of the speaking document is wrong by another paper, CAUSE, as it is by the table: the row that fits
 * has the number that the other paper gives.  What compares the document with no row, or a wrong one, goes with
 * it. */
static bool follows_number(const Finding *finding, const Finding *cause)
{
    bool by_table = is_code(finding, "REF-001") || is_code(finding, "REF-002");
    return by_table && g_strcmp0(finding->file, cause->file) == 0 &&
           same_value(finding, "likely", cause, "other-value");
}

static void take_numbers(Followers *followers, const FindingGroup *group)
{
    for (guint i = 0; i < group->findings->len && !followers->cause; i++) {
        const Finding *cause = group->findings->pdata[i];
        if (!is_code(cause, "EXT-002"))
            continue;
        for (guint j = 0; j < group->findings->len; j++)
            if (follows_number(group->findings->pdata[j], cause))
                g_hash_table_add(followers->gone, group->findings->pdata[j]);
        if (g_hash_table_size(followers->gone) > 0)
            followers->cause = cause;
    }
}

static Followers followers_of(const FindingGroup *group)
{
    Followers followers = {.gone = g_hash_table_new(NULL, NULL)};
    take_folders(&followers, group);
    if (!followers.cause)
        take_numbers(&followers, group);
    return followers;
}

/* Any of those that go with a wrong number: all name the row that fits. */
static const Finding *any_gone(const Followers *followers)
{
    GHashTableIter iter;
    gpointer finding = NULL;
    g_hash_table_iter_init(&iter, followers->gone);
    return g_hash_table_iter_next(&iter, &finding, NULL) ? finding : NULL;
}

/* REMEDY with what goes together with the fault; takes it. */
static char *with_followers(const Followers *followers, char *remedy)
{
    g_autofree char *alone = remedy;
    int count = (int)g_hash_table_size(followers->gone);
    const Finding *gone = any_gone(followers);
    if (followers->slots == 0)
        return g_strdup_printf(
            tr("%s系统中与本案相符的也是%s。文号改好后，由此引起的与系统不一致的%d项（%s）随之消失，不逐项列出。",
               "%s In the table the row that fits has %s, too. With the number mended, what came of it in comparing "
               "with the table goes (findings: %d, %s); it is not listed."),
            alone, finding_value(gone, "likely"), count, gone->code);
    return g_strdup_printf(
        tr("%s改好后，由此引起的%d项（SET-001 %d项%s）随之消失，不逐项列出。",
           "%s Then the %d findings that come of it (SET-001: %d%s) go; they are not listed."),
        alone, count, followers->slots, count > followers->slots ? tr("、SET-008 1项", ", SET-008: 1") : "");
}

/* An old document under the name of a new one: DOC-002 asks for the same. */
static bool told_as_legacy(const FindingGroup *group, const Finding *finding)
{
    for (guint i = 0; is_code(finding, "DOC-004") && i < group->findings->len; i++) {
        const Finding *other = group->findings->pdata[i];
        if (is_code(other, "DOC-002") && g_strcmp0(other->file, finding->file) == 0)
            return true;
    }
    return false;
}

GPtrArray *check_items(const CheckReport *report, const FindingGroup *group)
{
    GPtrArray *items = g_ptr_array_new_with_free_func(item_free);
    g_auto(Followers) followers = followers_of(group);
    g_autoptr(GHashTable) by_words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < group->findings->len; i++) {
        const Finding *finding = group->findings->pdata[i];
        if (g_hash_table_contains(followers.gone, finding) || told_as_legacy(group, finding))
            continue;
        g_autofree char *sentence = catalogue_sentence(report->catalogue, finding),
                        *remedy = catalogue_remedy(report->catalogue, finding);
        char *place = place_words(group, finding, sentence);
        CheckItem *original = item_of_original(items, group, finding);
        if (original) {
            add_copy(original, finding, place);
            continue;
        }
        g_autofree char *words = words_of(finding, sentence, remedy);
        CheckItem *item = place ? g_hash_table_lookup(by_words, words) : NULL;
        if (!item) {
            item = g_new0(CheckItem, 1);
            *item = (CheckItem){finding, g_steal_pointer(&sentence), g_steal_pointer(&remedy),
                                catalogue_reason_of(report->catalogue, finding),
                                g_ptr_array_new_with_free_func(g_free)};
            g_ptr_array_add(items, item);
            if (!g_hash_table_contains(by_words, words))
                g_hash_table_insert(by_words, g_steal_pointer(&words), item);
            if (finding == followers.cause && g_hash_table_size(followers.gone) > 0)
                item->remedy = with_followers(&followers, item->remedy);
        }
        if (place)
            g_ptr_array_add(item->places, place);
    }
    return items;
}

void check_count_items(const CheckReport *report, int counts[LEVEL_FATAL + 1])
{
    g_autoptr(GPtrArray) groups = finding_groups(report->catalogue, report->unit, report->findings);
    memset(counts, 0, (LEVEL_FATAL + 1) * sizeof *counts);
    for (guint i = 0; i < groups->len; i++) {
        g_autoptr(GPtrArray) items = check_items(report, groups->pdata[i]);
        for (guint j = 0; j < items->len; j++)
            counts[((const CheckItem *)items->pdata[j])->finding->level]++;
    }
}

typedef bool (*CountsFunc)(const CheckReport *report, const Finding *finding);

static int count_items(const CheckReport *report, CountsFunc counts)
{
    g_autoptr(GPtrArray) groups = finding_groups(report->catalogue, report->unit, report->findings);
    int count = 0;
    for (guint i = 0; i < groups->len; i++) {
        g_autoptr(GPtrArray) items = check_items(report, groups->pdata[i]);
        for (guint j = 0; j < items->len; j++)
            count += counts(report, ((const CheckItem *)items->pdata[j])->finding);
    }
    return count;
}

static bool is_costly_warning(const CheckReport *report, const Finding *finding)
{
    return finding->level == LEVEL_WARNING && catalogue_cost(report->catalogue, finding) != COST_NONE;
}

int check_costly_warnings(const CheckReport *report)
{
    return count_items(report, is_costly_warning);
}

static bool is_noted_error(const CheckReport *report, const Finding *finding)
{
    (void)report;
    const char *noted = finding_value(finding, "noted");
    return finding->level == LEVEL_ERROR && noted && noted[0] != '\0';
}

int check_noted_errors(const CheckReport *report)
{
    return count_items(report, is_noted_error);
}

char *check_counts_words(const CheckReport *report)
{
    int counts[LEVEL_FATAL + 1];
    check_count_items(report, counts);
    return g_strdup_printf(
        tr("退回%d项，须补正%d项，请核实%d项，提示%d项", "fatal %d, errors %d, warnings %d, notes %d"),
        counts[LEVEL_FATAL], counts[LEVEL_ERROR], counts[LEVEL_WARNING], counts[LEVEL_INFO]);
}

/* ---- slots ---- */

static void slot_row_free(gpointer data)
{
    SlotRow *row = data;
    g_free(row->label);
    g_free(row);
}

char *check_slot_label(Kind kind, int64_t position)
{
    return g_strdup_printf("%s-%d", tr(kind_printed(kind), kind_english(kind)), (int)position);
}

static void add_rows(GPtrArray *rows, const GPtrArray *entries, Kind kind, int64_t count, bool extra)
{
    for (int64_t position = 1; position <= count; position++) {
        SlotRow *row = g_new0(SlotRow, 1);
        row->label = check_slot_label(kind, position);
        row->entry = slots_at(entries, kind, position, extra);
        row->extra = extra;
        g_ptr_array_add(rows, row);
    }
}

GPtrArray *check_slot_rows(const CheckReport *report, const GPtrArray *entries)
{
    const SeasonCaseFiles *files = report->season->case_files;
    GPtrArray *rows = g_ptr_array_new_with_free_func(slot_row_free);
    for (guint i = 0; i < files->slots->len; i++) {
        const SeasonSlot *slot = files->slots->pdata[i];
        add_rows(rows, entries, (Kind)slot->kind, slot->count, false);
    }
    for (guint i = 0; i < files->extras->len; i++) {
        const SeasonSlot *extra = files->extras->pdata[i];
        add_rows(rows, entries, (Kind)extra->kind,
                 slots_extras_of(report->season, (Kind)extra->kind, report->unit->id), true);
    }
    return rows;
}

const char *check_slot_fault(const SlotEntry *entry)
{
    switch (entry->state) {
    case SLOT_OUTSIDE:
        return entry->casefile->date == DAY_NONE
                   ? tr("日期未读到，暂计0分", "no date found, counts 0 for now")
                   : tr("不在活动期间，计0分", "outside the window, counts 0");
    case SLOT_REPEATED:
        return tr("文号重复，计0分", "number repeated, counts 0");
    default:
        return "";
    }
}

guint check_surplus(const GPtrArray *entries)
{
    guint count = 0;
    for (guint i = 0; i < entries->len; i++)
        count += ((const SlotEntry *)entries->pdata[i])->position == 0;
    return count;
}
