/* LAW-019: a decision or letter that rests on a text of a law that was replaced before the act (replaced), or was not in
 * force yet (not-in-force), as the rules on laws tell. */
#include <string.h>

#include "lawdates.h"
#include "text.h"

typedef struct { Check *check; const CaseGroup *group; const SubFile *file; const Document *document; Day day; } Paper;

/* The year by which FIELD calls the text of its law: 《大气污染防治法》（2000年修订）第三十一条; 0 where it does not. */
static int64_t year_told(const Field *field)
{
    enum { DIGITS = 4 };
    g_autofree char *text = text_fold(field_quote(field));
    const char *article = strstr(text, "第"), *year = strstr(text, "年");
    if (!year || year - text < DIGITS || (article && article < year))
        return 0;
    g_autofree char *digits = g_strndup(year - DIGITS, DIGITS);
    int64_t number = 0;
    return text_integer(digits, &number) ? number : 0;
}

/* ---- a text that was replaced ---- */

typedef struct { Day since; bool inspected, earlier; } ActSearch;

/* Whether what stands behind 年 makes it the year of a law: 2000年修订. */
static bool is_of_law(const char *behind)
{
    static const char *const words[] = {"修", "通过", "公布", "颁布", "版"};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_str_has_prefix(behind, words[i]))
            return true;
    return false;
}

/* Whether TEXT tells of a year that began before DAY. */
static bool tells_year_before(const char *text, Day day)
{
    enum { DIGITS = 4 };
    for (const char *year = strstr(text, "年"); year; year = strstr(year + 1, "年")) {
        int64_t number = 0;
        g_autofree char *digits = year - text < DIGITS ? NULL : g_strndup(year - DIGITS, DIGITS);
        bool told = digits && text_integer(digits, &number) && !is_of_law(year + strlen("年"));
        Day began = told ? day_from_ymd((int)number, 1, 1) : DAY_NONE;
        if (began != DAY_NONE && began < day)
            return true;
    }
    return false;
}

static void look_act(const SubFile *file G_GNUC_UNUSED, const Document *document, gpointer data)
{
    static const char *const ago[] = {"去年", "前年", "以前年度", "上年", NULL};
    ActSearch *search = data;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        bool told = strcmp(field->id, "facts") == 0 || strcmp(field->id, "cause") == 0;
        Day day = strcmp(field->id, "inspection-dates") == 0 && field->status == VALUE_VALID ? day_parse_iso(field->value)
                                                                                             : DAY_NONE;
        search->inspected |= day != DAY_NONE;
        search->earlier |= day != DAY_NONE && day < search->since;
        search->earlier |= told && (tells_year_before(field->value, search->since) || text_has_any(field->value, ago));
    }
}

/* What was found in an inspection on or after DAY, and of which no paper tells that it goes back to before. */
static bool is_act_since(const CaseGroup *group, Day day)
{
    ActSearch search = {.since = day};
    casegroup_each_document(group, look_act, &search);
    return search.inspected && !search.earlier;
}

static void add_replaced(const Paper *paper, const Field *cited, const Law *law, const LawVersion *current)
{
    Finding *finding =
        check_add(paper->check, "LAW-019", "replaced", paper->group, paper->file, cited->place);
    finding_param(finding, "doctype", paper->document->type);
    param_quote(finding, "quote", field_quote(cited));
    finding_param(finding, "law", law->name);
    param_int(finding, "year", current->year);
    param_day(finding, "from", current->from);
}

/* ---- a text that was not in force yet ---- */

static void add_early(const Paper *paper, const Field *cited, const Law *law, const LawVersion *version,
                      const LawSign *sign)
{
    Finding *finding =
        check_add(paper->check, "LAW-019", "not-in-force", paper->group, paper->file, cited->place);
    finding_param(finding, "doctype", paper->document->type);
    param_quote(finding, "quote", field_quote(cited));
    finding_param(finding, "law", law->name);
    param_int(finding, "year", version->year);
    param_day(finding, "from", version->from);
    if (sign)
        finding_param(finding, "now", sign->now);
}

/* Whether the range of fines that is quoted where the provision is cited is SIGN's. */
static bool quotes_range(const Document *document, const Field *cited, const LawSign *sign)
{
    bool least = false, most = false;
    for (guint i = 0; sign->most_yuan > 0 && i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        Decimal yuan = {0};
        if (g_strcmp0(field->place, cited->place) != 0 || field->status != VALUE_VALID ||
            !decimal_parse(field->value, &yuan))
            continue;
        least |= strcmp(field->id, "fine-least-yuan") == 0 &&
                 decimal_compare(yuan, decimal_from_int(sign->least_yuan)) == 0;
        most |= strcmp(field->id, "fine-most-yuan") == 0 &&
                decimal_compare(yuan, decimal_from_int(sign->most_yuan)) == 0;
    }
    return least && most;
}

static bool shows(const Paper *paper, const Field *cited, const LawSign *sign)
{
    enum { PARTS = 4 };
    g_auto(GStrv) parts = g_strsplit(cited->value, "|", PARTS);
    if (g_strv_length(parts) != PARTS || strcmp(parts[1], sign->article) != 0 ||
        strcmp(cited->id, sign->field ? sign->field : "laws-basis") != 0 ||
        (sign->item && strcmp(parts[3], sign->item) != 0))
        return false;
    bool bare = !sign->item && !sign->by_item && sign->most_yuan == 0,
         told = bare || sign->item || (sign->by_item && parts[3][0] != '\0') ||
                quotes_range(paper->document, cited, sign);
    return told && (!sign->words || law_case_has(paper->group, sign->words)) &&
           (!sign->unless || !law_case_has(paper->group, sign->unless));
}

/* The sign by which CITED is known to be of VERSION; NULL for none. */
static const LawSign *sign_of(const Paper *paper, const Field *cited, const LawVersion *version)
{
    for (guint i = 0; i < version->signs->len; i++)
        if (shows(paper, cited, version->signs->pdata[i]))
            return version->signs->pdata[i];
    return NULL;
}

static bool add_if_early(const Paper *paper, const Field *cited, const Law *law, const LawVersion *told)
{
    bool early = told->from > paper->day;
    if (early)
        add_early(paper, cited, law, told, NULL);
    return early;
}

/* Returns whether CITED, of LAW, was told as a text that was not in force when the paper was made. */
static bool check_early(const Paper *paper, const Field *cited, const Law *law)
{
    const LawVersion *told = law_version(law, year_told(cited));
    if (!law_in_force(law, paper->day) && law->versions->len > 0)
        return add_if_early(paper, cited, law, law->versions->pdata[0]);
    if (told)
        return add_if_early(paper, cited, law, told);
    for (guint i = 0; i < law->versions->len; i++) {
        const LawVersion *version = law->versions->pdata[i];
        const LawSign *sign = version->from > paper->day ? sign_of(paper, cited, version) : NULL;
        if (sign) {
            add_early(paper, cited, law, version, sign);
            return true;
        }
    }
    return false;
}

static bool check_replaced(const Paper *paper, const Field *cited, const Law *law)
{
    const LawVersion *told = law_version(law, year_told(cited)), *current = law_in_force(law, paper->day);
    if (!told || !current || told->until == DAY_NONE || !is_act_since(paper->group, told->until))
        return false;
    add_replaced(paper, cited, law, current);
    return true;
}

/* What the paper rests on before what it says was violated; told once. */
static void check_paper(const Paper *paper)
{
    static const char *const fields[] = {"laws-basis", "laws-violated"};
    for (size_t each = 0; each < G_N_ELEMENTS(fields); each++) {
        for (guint i = 0; i < paper->document->fields->len; i++) {
            const Field *field = paper->document->fields->pdata[i];
            const Law *law = strcmp(field->id, fields[each]) == 0 && field->status == VALUE_VALID
                                 ? law_cited(paper->check->in->rules->laws, field->value)
                                 : NULL;
            if (law && (check_early(paper, field, law) || check_replaced(paper, field, law)))
                return;
        }
    }
}

/* Looked at in the document that speaks and in the decision of the penalty on which it rests; the others repeat it. */
void versions_check(Check *check, CaseGroup *group)
{
    const Penalty penalty = law_penalty(group);
    if (group->speaking && group->date != DAY_NONE)
        check_paper(&(Paper){check, group, group->speaking_file, group->speaking, group->date});
    if (!penalty.decision || penalty.decision == group->speaking)
        return;
    Day day = dated_decision(penalty.file, penalty.decision).day;
    if (day != DAY_NONE)
        check_paper(&(Paper){check, group, penalty.file, penalty.decision, day});
}
