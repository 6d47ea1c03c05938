/* LAW-020 and EXT-005, opinion: receipts and forms that were filled in, all but for a name or an opinion.
 * A cell that is blank altogether was filled in on paper, and says nothing; a receipt that nobody signed for is
 * proven by its scan, which should then lie in the file. */
#include <string.h>

#include "lawdates.h"
#include "text.h"

/* Words that the form prints beside what people write. */
static const char *const printed[] = {"执法证件", "执法证",   "证号",   "编号",   "号码",   "送达人", "收件人", "受送达人",
                                      "签收人",   "代收人", "见证人", "负责人", "签名",   "签字",   "签章",   "盖章",
                                      "公章",     "印章",   "签收",   "日期",   "时间",   "年",     "月",     "日",
                                      "时",       "分",     "号",     "或",     NULL};
static const char *const signing[] = {"签名", "签字", "签章", "盖章", NULL};

static bool is_dated(const char *text)
{
    return strstr(text, "年") && strpbrk(text, "0123456789");
}

/* What people wrote in TEXT, in runs of letters parted by blanks, without what is in brackets; free it. */
static char *written(const char *text)
{
    g_autofree char *plain = g_utf8_normalize(text, -1, G_NORMALIZE_ALL_COMPOSE);
    g_autoptr(GString) kept = g_string_new(NULL);
    int depth = 0;
    for (const char *p = plain ? plain : ""; *p;) {
        size_t known = 0;
        for (int i = 0; printed[i] && known == 0; i++)
            known = g_str_has_prefix(p, printed[i]) ? strlen(printed[i]) : 0;
        gunichar c = g_utf8_get_char(p);
        depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
        if (known == 0 && depth == 0 && g_unichar_isalpha(c))
            g_string_append_unichar(kept, c);
        else if (kept->len > 0 && kept->str[kept->len - 1] != ' ')
            g_string_append_c(kept, ' ');
        p = known ? p + known : g_utf8_next_char(p);
    }
    return g_string_free(g_steal_pointer(&kept), FALSE);
}

/* What the values of one field of a receipt come to. */
typedef struct {
    const Field *first;
    bool dated;   /* one has a date or a number: it was filled in */
    bool told;    /* one has a name */
    int names;    /* how many different ones, as far as they can be told apart */
    char *name;   /* the last of them; NULL: none */
    bool several; /* more than can be counted */
} Signed;

static void count_names(Signed *signs, const char *text, GHashTable *seen)
{
    enum { NAME_CHARS_MIN = 2, NAME_CHARS_MAX = 3 };
    g_auto(GStrv) runs = g_strsplit(text, " ", -1);
    for (char **run = runs; *run; run++) {
        glong chars = g_utf8_strlen(*run, -1);
        signs->told |= chars > 0;
        signs->several |= chars > 0 && (chars < NAME_CHARS_MIN || chars > NAME_CHARS_MAX);
        if (chars == 0)
            continue;
        g_hash_table_add(seen, g_strdup(*run));
        g_free(signs->name);
        signs->name = g_strdup(*run);
    }
}

static Signed signed_as(const Document *document, const char *field)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Signed signs = {0};
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *one = document->fields->pdata[i];
        if (strcmp(one->id, field) != 0)
            continue;
        signs.first = signs.first ? signs.first : one;
        signs.dated |= strpbrk(one->value, "0123456789") != NULL;
        g_autofree char *text = written(one->value);
        count_names(&signs, text, seen);
    }
    signs.names = (int)g_hash_table_size(seen);
    return signs;
}

/* How a document was served: 直接送达, or the box that is ticked. */
bool law_was_served(const Document *receipt, const char *way)
{
    static const char *const ticks[] = {"☑", "√", "■", "✓", "✔", NULL};
    const Field *how = document_value(receipt, "served-how");
    const char *at = how ? strstr(how->value, way) : NULL;
    if (!at || !strstr(how->value, "□"))
        return at;
    for (int i = 0; ticks[i]; i++) {
        const char *tick = g_strrstr_len(how->value, at - how->value, ticks[i]);
        if (tick && !g_strrstr_len(tick, at - tick, "□"))
            return true;
    }
    return false;
}

static Finding *add(const CaseWalk *papers, const char *variant, const SubFile *file, const Field *at)
{
    return check_add(papers->check, "LAW-020", variant, papers->group, file, at->place);
}

/* Left with a person who would not take it, or at the place. */
static void check_left(const CaseWalk *papers, const SubFile *file, const Document *receipt,
                       const Field *receiver)
{
    bool refused = receiver && strstr(receiver->value, "拒");
    if ((refused || law_was_served(receipt, "留置")) && !document_value(receipt, "witness"))
        add(papers, "witness", file, refused ? receiver : document_value(receipt, "served-how"));
}

static void check_receipt(const CaseWalk *papers, const SubFile *file, const Document *receipt)
{
    static const char *const by_others[] = {"邮", "公告", "委托", "转交"};
    for (size_t i = 0; i < G_N_ELEMENTS(by_others); i++)
        if (law_was_served(receipt, by_others[i]))
            return;
    const Signed receiver = signed_as(receipt, "receiver"), server = signed_as(receipt, "server");
    if (receiver.dated && !receiver.told && !law_was_served(receipt, "留置"))
        add(papers, NULL, file, receiver.first);
    if (server.dated && !server.told)
        add(papers, "no-server", file, server.first);
    if ((server.dated || (receiver.dated && receiver.told)) && server.names == 1 && !server.several)
        finding_param(add(papers, "one-server", file, server.first), "name", server.name);
    check_left(papers, file, receipt, receiver.first);
    g_free(receiver.name);
    g_free(server.name);
}

/* ---- receipts that nobody signed for ---- */

static bool is_signed(const Document *receipt)
{
    const Signed receiver = signed_as(receipt, "receiver");
    g_free(receiver.name);
    return receiver.told || receiver.dated;
}

typedef struct { const Document *receipt; bool found; } SignedSearch;

static void look_signed(const SubFile *file, const Document *receipt, gpointer data)
{
    (void)file;
    SignedSearch *search = data;
    search->found |= receipt != search->receipt && is_signed(receipt);
}

static void look_received(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    SignedSearch *search = data;
    search->found |= strcmp(document->type, "service-receipt") != 0 && document_value(document, "service-date");
}

/* Whether another receipt for the same paper is signed, or the paper itself shows that it was received. */
static bool is_signed_elsewhere(const CaseGroup *group, const Document *receipt)
{
    SignedSearch search = {.receipt = receipt};
    for (guint i = 0; i < receipt->fields->len; i++) {
        const Field *field = receipt->fields->pdata[i];
        if (!casegroup_is_served_number(group, field))
            continue;
        casegroup_each_receipt_for(group, field_key(field), look_signed, &search);
        casegroup_each_numbered(group, field_key(field), look_received, &search);
    }
    return search.found;
}

/* Where RECEIPT was to be signed for and nobody did, nor says why; NULL else. */
static const Field *left_blank(const Document *receipt)
{
    static const char *const by_others[] = {"邮", "公告", "委托", "转交", "留置", "电子", "传真"};
    const Field *blank = document_value(receipt, "receiver-blank");
    for (size_t i = 0; blank && i < G_N_ELEMENTS(by_others); i++)
        if (law_was_served(receipt, by_others[i]))
            return NULL;
    bool excused = document_value(receipt, "witness") || document_value(receipt, "not-signed");
    return blank && !excused && !is_signed(receipt) ? blank : NULL;
}

enum { BLANKS_MAX = 100 }; /* each is looked for among all files; more of a case nobody reads */

typedef struct { const Check *check; const CaseGroup *group; Saying first; GString *others; int looked_at; } Blanks;

static void look_blank(const SubFile *file, const Document *receipt, gpointer data)
{
    Blanks *blanks = data;
    const Field *blank = left_blank(receipt);
    if (!blank || blanks->looked_at++ >= BLANKS_MAX || is_signed_elsewhere(blanks->group, receipt) ||
        casegroup_receipt_scanned(blanks->check->in->rules, blanks->group, file, receipt))
        return;
    if (blanks->first.file)
        saying_add_place(blanks->others, file, blank->place);
    else
        blanks->first = (Saying){file, receipt, blank};
}

static void check_blanks(Check *check, const CaseGroup *group)
{
    if (group_has_untold(group))
        return;
    g_autoptr(GString) others = g_string_new(NULL);
    Blanks blanks = {check, group, {0}, others, 0};
    casegroup_each_of(group, "service-receipt", look_blank, &blanks);
    if (!blanks.first.file)
        return;
    Finding *finding = check_add(check, "LAW-020", "blank", group, blanks.first.file, blanks.first.field->place);
    param_unread(check, finding, group, "service-receipt");
    if (others->len > 0)
        finding_param(finding, "others", others->str);
}

/* The last opinion in a form: the head's. */
static void check_opinion(const CaseWalk *papers, const SubFile *file, const Document *form)
{
    const Field *last = NULL;
    for (guint i = 0; i < form->fields->len; i++)
        if (strcmp(((const Field *)form->fields->pdata[i])->id, "opinion") == 0)
            last = form->fields->pdata[i];
    g_autofree char *text = last ? written(last->value) : NULL;
    if (last && last->status == VALUE_ABSENT && !law_has_unread(papers->group, form->type)) {
        Finding *blank = check_add(papers->check, "EXT-005", "no-opinion", papers->group, file, last->place);
        param_form(blank, form);
        finding_param(blank, "quote", last->quote);
        return;
    }
    bool blank = text && strspn(text, " ") == strlen(text);
    if (!blank || !text_has_any(last->value, signing) || !is_dated(last->value))
        return;
    param_form(check_add(papers->check, "EXT-005", "opinion", papers->group, file, last->place), form);
}

/* The head's day was left open where others of the form wrote theirs. */
static void check_opinion_day(const CaseWalk *papers, const SubFile *file, const Document *form)
{
    const Field *undated = document_value(form, "approval-undated");
    if (!undated || law_has_unread(papers->group, form->type))
        return;
    Finding *finding = check_add(papers->check, "EXT-005", "opinion-day", papers->group, file, undated->place);
    param_form(finding, form);
    finding_param(finding, "quote", undated->value);
}

static void look_paper(const SubFile *file, const Document *document, gpointer data)
{
    if (strcmp(document->type, "service-receipt") == 0) {
        check_receipt(data, file, document);
        return;
    }
    check_opinion(data, file, document);
    check_opinion_day(data, file, document);
}

void signed_check(Check *check, CaseGroup *group)
{
    casegroup_each_document(group, look_paper, &(CaseWalk){check, group});
    check_blanks(check, group);
}
