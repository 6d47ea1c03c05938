/* A daily file holds two orders and often two notices: of which of the two a scan of a receipt says, by its name, that it was served.
 *
 * What the name carries of numbers says most: that of a paper, or the place in the file right behind it (11行政处罚告知书, 12…送达回证).
 * Else it is told by the words of the one that is named for what it follows (按日连续处罚告知书, 再次责令改正决定书): where that paper's
 * own file has such a word, a name without one means the other. */
#include <string.h>

#include "casegroup.h"
#include "text.h"

typedef struct {
    const char *type;
    ReceiptSide marked;             /* the one that has a word of MARKS in its name */
    const char *const *marks;
    const char *const *other_words; /* without one of these a name is too short to mean the other; NULL: none is asked for */
    const char *const *unclear;     /* with one of these it does not mean the other for sure */
} Pair;

static const char *const daily_marks[] = {"按日", "连罚", "连续", NULL}, *const penalty_words[] = {"处罚", "原告知", NULL},
                  *const nothing[] = {NULL}, *const again_marks[] = {"再", "第二次", "二次", NULL},
                  *const again_unclear[] = {"次", "二", "又", NULL};

static const Pair pairs[] = {{"penalty-notice", RECEIPT_OF_OWN, daily_marks, penalty_words, nothing},
                             {"rectification-order", RECEIPT_OF_ASIDE, again_marks, NULL, again_unclear}};

static const Pair *pair_of(const CaseGroup *group, const char *type)
{
    for (size_t i = 0; group->kind == KIND_DAILY && i < G_N_ELEMENTS(pairs); i++)
        if (g_strcmp0(pairs[i].type, type) == 0)
            return &pairs[i];
    return NULL;
}

static ReceiptSide other_side(ReceiptSide side)
{
    return side == RECEIPT_OF_OWN ? RECEIPT_OF_ASIDE : RECEIPT_OF_OWN;
}

/* The path of FILE below the folder of the case file, whose own name has the mark of its kind. */
static const char *path_below(const CaseGroup *group, const SubFile *file)
{
    const char *name = path_base(group->name), *at = strstr(file->facts->path, name);
    const char *slash = at ? strchr(at + strlen(name), '/') : NULL;
    return slash ? slash + 1 : file->base;
}

/* The number at the beginning of the name of FILE, by which papers are put in order; 0 for none. */
static int place_in_order(const SubFile *file)
{
    enum { DIGITS_MAX = 3 };
    const size_t digits = strspn(file->base, "0123456789");
    return digits <= DIGITS_MAX ? (int)g_ascii_strtoll(file->base, NULL, 10) : 0;
}

static bool is_alone_at(const CaseGroup *group, const SubFile *file)
{
    for (guint i = 0; i < group->files->len; i++)
        if (group->files->pdata[i] != file && place_in_order(group->files->pdata[i]) == place_in_order(file))
            return false;
    return true;
}

/* True when the words of the name of FILE alone say that it means the paper without the mark of PAIR. */
static bool means_unmarked(const Pair *pair, const SubFile *file)
{
    const char *words = file->telling + strspn(file->telling, "0123456789");
    return strcspn(words, "0123456789") == strlen(words) && !text_has_any(words, pair->unclear) &&
           (!pair->other_words || text_has_any(words, pair->other_words));
}

typedef struct {
    const CaseGroup *group;
    const Pair *pair;
    const SubFile *receipt;
    ReceiptSide numbered, placed; /* RECEIPT_OPEN: neither */
    bool marked, both[2];         /* one that has the mark has it in its name; there is one of either side */
} Look;

static void look_file(Look *look, const SubFile *file, ReceiptSide side)
{
    const int place = place_in_order(file);
    look->both[side == RECEIPT_OF_ASIDE] = true;
    look->marked |= side == look->pair->marked && text_has_any(file->base, look->pair->marks);
    if (place > 0 && look->receipt && place_in_order(look->receipt) == place + 1 && is_alone_at(look->group, look->receipt))
        look->placed = side;
}

static void look_paper(const SubFile *file, const Document *document, gpointer data)
{
    Look *look = data;
    const Field *number = document_value(document, "doc-number");
    const ReceiptSide side =
        casegroup_is_aside(look->group, look->group->speaking, document) ? RECEIPT_OF_ASIDE : RECEIPT_OF_OWN;
    if (look->receipt && number && subfile_names_number(look->receipt, field_key(number)))
        look->numbered = side;
    look_file(look, file, side);
}

/* The papers of the pair, those that were not read by their names. */
static Look look_at(const CaseGroup *group, const Pair *pair, const SubFile *receipt)
{
    Look look = {.group = group, .pair = pair, .receipt = receipt};
    const GPtrArray *unread = casegroup_apart(group, pair->type);
    casegroup_each_of(group, pair->type, look_paper, &look);
    for (guint i = 0; unread && i < unread->len; i++) {
        const SubFile *file = unread->pdata[i];
        if (text_has_any(file->base, pair->marks))
            look_file(&look, file, pair->marked);
        else if (means_unmarked(pair, file))
            look_file(&look, file, other_side(pair->marked));
    }
    return look;
}

static ReceiptSide side_of(const CheckRules *rules, const CaseGroup *group, const Pair *pair, const SubFile *receipt)
{
    const Look look = look_at(group, pair, receipt);
    if (casegroup_words_tell_both(rules, receipt->telling, pair->type, pair->marks))
        return RECEIPT_OPEN;
    if (look.numbered != RECEIPT_OPEN)
        return look.numbered;
    if (text_has_any(path_below(group, receipt), pair->marks))
        return pair->marked;
    if (receipt->scan && receipt->scan->pages > 1) /* which may hold both */
        return RECEIPT_OPEN;
    if (look.placed != RECEIPT_OPEN)
        return look.placed;
    return look.marked && means_unmarked(pair, receipt) ? other_side(pair->marked) : RECEIPT_OPEN;
}

GPtrArray *casegroup_receipt_scans(const CheckRules *rules, const CaseGroup *group, const char *type, ReceiptSide side)
{
    GPtrArray *files = g_ptr_array_new();
    const Pair *pair = pair_of(group, type);
    if (!pair)
        return files;
    const Look look = look_at(group, pair, NULL);
    for (guint i = 0; look.both[0] && look.both[1] && i < group->files->len; i++) {
        SubFile *file = group->files->pdata[i];
        if (file->facts->documents->len == 0 && subfile_stands_for(file, "service-receipt") &&
            !casegroup_is_copy(group, file, "service-receipt") && casegroup_name_serves(rules, file, type) &&
            side_of(rules, group, pair, file) == side)
            g_ptr_array_add(files, file);
    }
    return files;
}
