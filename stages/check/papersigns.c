/* EXT-005, unsigned-interview, unsigned-inspection and unsigned-report: a record that the person questioned or inspected did
 * not sign (Administrative Penalties Law of 1996, art. 37; Order 8, art. 36), and an investigation report without its investigators and its day.
 * Many units hand in typed copies without any signature: a blank says something only beside signatures that were typed,
 * and where no scan in the file can be the original.  So does no-mark: a report of monitoring that gives those who signed it, and
 * neither in words nor as a picture the CMA mark of the station (Order 8, art. 35). */
#include <stdlib.h>
#include <string.h>

#include "lawdates.h"
#include "text.h"

/* Whether the name of FILE tells what it holds, and that is no record or report: 采样取证登记单, or in brackets, 证据材料（营业执照复印件、
 * 缴款凭证）. */
static bool lists_contents(const SubFile *file)
{
    static const char *const open[] = {"等", "笔录", "报告", "其他", "扫描", NULL};
    g_autofree char *name = text_squeeze(file->base);
    const char *listed = strchr(name, '(');
    return g_str_has_suffix(name, "登记单") || strstr(name, "登记单.") || (listed && strstr(listed, "、") && !text_has_any(listed, open));
}

static bool may_be_scanned(const CaseGroup *group, const char *type)
{
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        if (subfile_is_untold(file) && !lists_contents(file))
            return true;
    }
    return law_has_unread(group, type);
}

/* The number of the paragraph at PLACE, "P12"; -1 when it is none. */
static long paragraph_at(const char *place)
{
    return place && place[0] == 'P' ? strtol(place + 1, NULL, 10) : -1;
}

static const char *const officers[] = {"询问", "调查", "检查", "勘察", "承办", "办案", "执法", "谈话", NULL};

static bool is_officers(const Field *field)
{
    bool found = false;
    for (int i = 0; officers[i] && !found; i++)
        found = g_str_has_prefix(field->value, officers[i]);
    return found;
}

/* Whether the officers' names stand in the LINE itself, behind where the other was to sign: 被检查人（签名）：　检查人（签名）：江某. */
static bool has_names_beside(const Field *line)
{
    const char *half = strchr(line->value, ':'), *full = strstr(line->value, "：");
    const char *colon = half && (!full || half < full) ? half : full;
    return colon && text_has_any(colon, officers);
}

/* The line to sign on with the day in it, left blank or not, or, with the day left blank or the officers' names and the day, in
 * the paragraph behind it; a name may stand in any other.  TYPED, where others who were questioned or inspected signed their records
 * in type, the officers' names there are enough. */
static const Field *blank_line(const Document *document, bool typed)
{
    const Field *line = document_value(document, "sign-blank");
    if (!line || strstr(line->value, "年") || has_names_beside(line))
        return line;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        const bool names = strcmp(field->id, "signed-line") == 0 && (strstr(field->value, "年") || (typed && is_officers(field)));
        const bool behind = names || strcmp(field->id, "day-blank") == 0;
        if (behind && paragraph_at(line->place) > 0 && paragraph_at(field->place) == paragraph_at(line->place) + 1)
            return line;
    }
    return NULL;
}

/* Whether DOCUMENT has the signature of an officer, or, QUESTIONED, one that may be that of the person questioned or inspected. */
static bool has_signature(const Document *document, bool questioned)
{
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, "signed-line") == 0 && is_officers(field) != questioned)
            return true;
    }
    return false;
}

/* Whether somebody questioned or inspected signed DOCUMENT in type. */
static void look_typed(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    bool *typed = data;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        *typed |= strcmp(field->id, "signed-line") == 0 && g_str_has_prefix(field->value, "被");
    }
}

static void look_signature(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    bool *found = data;
    *found |= has_signature(document, false);
}

typedef struct {
    bool record; /* signed by the person questioned or inspected, beside the officers */
    bool typed;  /* others signed their records in type */
    Saying first;
    GString *others;
} Unsigned;

static void look_unsigned(const SubFile *file, const Document *document, gpointer data)
{
    Unsigned *papers = data;
    const Field *line = blank_line(document, papers->typed);
    if (!line || document_value(document, "not-signed") || has_signature(document, papers->record) ||
        (papers->record && !has_signature(document, false)))
        return;
    if (papers->first.file)
        saying_add_place(papers->others, file, line->place);
    else
        papers->first = (Saying){file, document, line};
}

/* Tells in the wording of VARIANT the papers of TYPE that nobody signed. */
static void check_type(Check *check, const CaseGroup *group, const char *type, const char *variant, bool record)
{
    g_autoptr(GString) others = g_string_new(NULL);
    Unsigned papers = {.record = record, .others = others};
    casegroup_each_of(group, "interview-record inspection-record", look_typed, &papers.typed);
    casegroup_each_of(group, type, look_unsigned, &papers);
    if (!papers.first.file || may_be_scanned(group, type))
        return;
    Finding *finding = check_add(check, "EXT-005", variant, group, papers.first.file, papers.first.field->place);
    if (others->len > 0)
        finding_param(finding, "others", others->str);
}

static void look_unmarked(const SubFile *file, const Document *document, gpointer data)
{
    Unsigned *papers = data;
    const Field *title = document_value(document, "mark-missing");
    if (title && papers->first.file)
        saying_add_place(papers->others, file, title->place);
    else if (title)
        papers->first = (Saying){file, document, title};
}

/* Whether a file of GROUP is, by its name, what shows that the station is accredited. */
static bool has_certificate(const CaseGroup *group)
{
    static const char *const words[] = {"资质", "CMA", "cma", "计量认证", "认定证书", NULL};
    bool found = false;
    for (guint i = 0; i < group->files->len && !found; i++)
        found = text_has_any(((const SubFile *)group->files->pdata[i])->base, words);
    return found;
}

static void check_marks(Check *check, const CaseGroup *group)
{
    g_autoptr(GString) others = g_string_new(NULL);
    Unsigned papers = {.others = others};
    casegroup_each_of(group, "monitoring-report", look_unmarked, &papers);
    if (!papers.first.file || may_be_scanned(group, "monitoring-report") || has_certificate(group))
        return;
    Finding *finding = check_add(check, "EXT-005", "no-mark", group, papers.first.file, papers.first.field->place);
    finding_param(finding, "quote", papers.first.field->value);
    if (others->len > 0)
        finding_param(finding, "others", others->str);
}

void papersigns_check(Check *check, const CaseGroup *group)
{
    bool typed = false;
    casegroup_each_of(group, "interview-record inspection-record", look_signature, &typed);
    check_type(check, group, "interview-record", "unsigned-interview", true);
    check_type(check, group, "inspection-record", "unsigned-inspection", true);
    if (typed)
        check_type(check, group, "investigation-report", "unsigned-report", false);
    check_marks(check, group);
}
