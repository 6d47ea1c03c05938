/* Scans as evidence (SPEC 8.4): one that can be decoded and whose own name carries the number, or that lies in a case file one of whose
 * documents has the number as its own; anywhere in the package. */
#include <string.h>

#include "checks.h"
#include "text.h"

/* One scan of each case file will do, but of each: a file may be refused after all (SPEC 8.9), and its scans with it. */
static void note(GHashTable *found, const char *key, const SubFile *file)
{
    GPtrArray *files = g_hash_table_lookup(found, key);
    if (!files) {
        files = g_ptr_array_new();
        g_hash_table_insert(found, (gpointer)key, files);
    }
    for (guint i = 0; i < files->len; i++)
        if (((const SubFile *)files->pdata[i])->group == file->group)
            return;
    g_ptr_array_add(files, (gpointer)file);
}

/* Whether NAME, what it has in brackets left out, joins several papers: 处罚决定书及送达回证, not 送达回证（告知书、决定书）. */
static bool joins_papers(const char *name)
{
    static const char *const joins[] = {"及", "和", "与", "、", "等", NULL};
    g_autofree char *folded = text_fold(name);
    for (char *open = strstr(folded, "〔"), *close; open && (close = strstr(open, "〕")); open = strstr(open, "〔"))
        memmove(open, close + strlen("〕"), strlen(close + strlen("〕")) + 1);
    return text_has_any(folded, joins);
}

/* The number of a daily decision among the documents of a case file. */
typedef struct { const char *key; bool any, same; } DailyKey;

static void look_daily_key(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    DailyKey *daily = data;
    const Field *number = document_value(document, "doc-number");
    daily->any |= number != NULL;
    daily->same |= number && g_strcmp0(field_key(number), daily->key) == 0;
}

/* Whether the name of FILE says that it is the daily decision and nothing else, 按日连续处罚决定书第1页.jpg. */
static bool is_daily_alone(const SubFile *file)
{
    return g_strcmp0(file->facts->named_type, "daily-decision") == 0 && !file->facts->named_or && !file->facts->named_by_folder &&
           strstr(file->base, "决定书") && !joins_papers(file->base);
}

/* Notes FILE for the numbers of its case file; LETTERS: as one of the letters themselves, so that the scan of a daily decision is
 * none of the decision before it. */
static void note_own(GHashTable *found, const SubFile *file, bool letters)
{
    const bool daily_alone = letters && is_daily_alone(file);
    for (guint i = 0; i < file->group->own_keys->len; i++) {
        DailyKey daily = {.key = file->group->own_keys->pdata[i]};
        if (daily_alone)
            casegroup_each_of(file->group, "daily-decision", look_daily_key, &daily);
        if (!daily.any || daily.same)
            note(found, daily.key, file);
    }
}

void scans_by_number(const Check *check, bool (*proves)(const SubFile *file), bool letters, GHashTable *found)
{
    g_autoptr(GHashTable) noted = g_hash_table_new(NULL, NULL), /* CaseGroup: whose numbers have their scan */
                          daily = g_hash_table_new(NULL, NULL); /* the same: whose daily decisions have theirs */
    for (guint i = 0; i < check->submission->files->len; i++) { /* in path order */
        const SubFile *file = check->submission->files->pdata[i];
        if (!proves(file))
            continue;
        for (guint j = 0; j < file->facts->named_numbers->len; j++)
            note(found, ((const DocNumber *)file->facts->named_numbers->pdata[j])->key, file);
        if (file->group && g_hash_table_add(letters && is_daily_alone(file) ? daily : noted, file->group))
            note_own(found, file, letters);
    }
}

/* In 证明材料/ a proof that the candidate took part bears the number of the case, too: there the name must say the paper. */
static bool may_be_no_proof(const SubFile *file)
{
    static const char *const words[] = {"决定", "移送", NULL};
    return !file->proof || text_has_any(file->base, words);
}

bool scan_is_called_letter(const SubFile *file)
{
    const char *type = file->facts->named_type;
    return type && (g_str_has_suffix(type, "-decision") || g_str_has_suffix(type, "-transfer"));
}

/* Whether the name of a scan that is called another paper leaves open that it shows a decision or letter as well. */
static bool shows_several(const char *base)
{
    static const char *const letters[] = {"决定书", "移送书", "移送函", NULL}, *const pictures[] = {"照片", "影像", "图", NULL};
    return joins_papers(base) || (text_has_any(base, letters) && text_has_any(base, pictures));
}

bool scan_may_be_letter(const SubFile *file)
{
    static const char *const others[] = {"照片", "影像", "执照", "身份证", "授权", "图", NULL},
                             *const bundles[] = {"材料", "全卷", "全套", "合订", "合并", "扫描", "文书", NULL};
    const char *type = file->facts->named_type;
    if (!subfile_is_readable_scan(file))
        return false;
    if (scan_is_called_letter(file) || shows_several(file->base))
        return true;
    bool untold = !type || (strcmp(type, "evidence") == 0 && !text_has_any(file->base, others));
    return !file->facts->other_paper && (untold || text_has_any(file->base, bundles));
}

static bool may_be_letter(const SubFile *file)
{
    return may_be_no_proof(file) && scan_may_be_letter(file);
}

static bool may_be_letter_of_unit(const SubFile *file)
{
    return !file->person && may_be_letter(file);
}

void evidence_of_letters(const Check *check, GHashTable *unit, GHashTable *found)
{
    scans_by_number(check, may_be_letter_of_unit, true, unit);
    scans_by_number(check, may_be_letter, true, found);
}

void evidence_find(Check *check)
{
    scans_by_number(check, subfile_is_readable_scan, false, check->evidence);
}
