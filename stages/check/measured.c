/* EXT-002, measured: a decision or a letter of transfer, or what leads to them, that goes by another concentration of a pollutant
 * than the monitoring report tells.  Where a report has several values, or another one may be meant, nothing is said. */
#include <math.h>
#include <string.h>

#include "exceedance.h"
#include "lawdates.h"
#include "oddpaper.h"
#include "text.h"

/* A pollutant, its concentration with the digits behind the point, and whether that is by the litre. */
typedef enum { UNIT_MICRO, UNIT_MILLI, UNIT_NANO } Unit;
typedef struct { char *pollutant; double value; int decimals; Unit unit; bool litre; } Measured;

static void measured_clear(Measured *measured)
{
    g_free(measured->pollutant);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Measured, measured_clear)

/* What of TEXT is the pollutant ends where it goes on with one of these, or with the figure. */
static size_t pollutant_length(const char *text)
{
    static const char *const words[] = {"排放", "实测", "监测", "检测", "折算", "浓度", "值", "的", "为", "是", "达", ":", "：", "(", "（", " "};
    size_t length = strcspn(text, "0123456789");
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        const char *at = g_strstr_len(text, (gssize)length, words[i]);
        length = at ? (size_t)(at - text) : length;
    }
    return length;
}

/* By their first letters: milli, micro and nano, by litre or by cubic metre. */
static void read_unit(const char *unit, Measured *measured)
{
    const bool nano = g_str_has_prefix(unit, "纳") || g_str_has_prefix(unit, "ng"),
               milli = g_str_has_prefix(unit, "毫") || g_str_has_prefix(unit, "mg");
    measured->unit = nano ? UNIT_NANO : milli ? UNIT_MILLI : UNIT_MICRO;
    measured->litre = !strstr(unit, "米") && !strstr(unit, "m3") && !strstr(unit, "m³");
}

/* COD, CODCr and 化学需氧量 are one. */
static char *read_pollutant(const char *text)
{
    g_autofree char *name = g_strndup(text, pollutant_length(text));
    return g_strdup(g_str_has_prefix(name, "COD") ? "化学需氧量" : strcmp(name, "NOx") == 0 ? "氮氧化物" : name);
}

static bool read_measured(const char *text, Measured *measured)
{
    char *end = NULL;
    const char *figure = text + pollutant_length(text);
    /* the digits of a symbol in brackets, as of SO2, are not the figure */
    const char *close = strpbrk(figure, ")");
    const char *wide = strstr(figure, "）");
    figure = close ? close : wide ? wide : figure;
    figure += strcspn(figure, "0123456789");
    *measured = (Measured){.pollutant = read_pollutant(text)};
    measured->value = g_ascii_strtod(figure, &end);
    const char *point = memchr(figure, '.', (size_t)(end - figure));
    measured->decimals = point ? (int)(end - point - 1) : 0;
    read_unit(end + strspn(end, " "), measured);
    return measured->value > 0;
}

/* One may be rounded to the places of the other. */
static bool is_same_figure(double a, int a_decimals, double b, int b_decimals)
{
    return fabs(a - b) <= (a_decimals == b_decimals ? 1e-9 : 0.501 * pow(10, -MIN(a_decimals, b_decimals)));
}

static bool is_of_one(const Measured *a, const Measured *b)
{
    return strcmp(a->pollutant, b->pollutant) == 0 && a->unit == b->unit && a->litre == b->litre;
}

static bool is_same(const Measured *a, const Measured *b)
{
    return is_of_one(a, b) && is_same_figure(a->value, a->decimals, b->value, b->decimals);
}

/* The decision's value beside the reports of its day or earlier, or (cited) the one whose number its sentence has; open: one of
 * these leaves it open what was measured. */
typedef struct {
    Saying decided, reported;
    Measured ours, theirs;
    Day until;
    const char *cited;
    bool daily, open;
    int reports;
} Search;

/* Whether DOCUMENT, or with PLACE only what stands there, tells of the pollutant of OURS and never of another value; *SAME: of
 * that very one. */
static const Field *only_value(const Document *document, const char *place, const Measured *ours, bool *same)
{
    const Field *first = NULL;
    Measured kept = {0};
    bool one = true;
    *same = false;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        g_auto(Measured) each = {0};
        if (strcmp(field->id, "measured") != 0 || (place && g_strcmp0(field->place, place) != 0) ||
            !read_measured(field->value, &each) || strcmp(each.pollutant, ours->pollutant) != 0)
            continue;
        *same |= is_same(&each, ours);
        one = one && (!first || is_same(&each, &kept));
        if (!first) {
            first = field;
            kept = each;
            each.pollutant = NULL;
        }
    }
    measured_clear(&kept);
    return one ? first : NULL;
}

/* Whether the figure of OURS stands anywhere in REPORT, in whatever unit. */
static bool has_figure(const Document *report, const Measured *ours)
{
    for (guint i = 0; i < report->fields->len; i++) {
        const Field *field = report->fields->pdata[i];
        const char *point = strchr(field->value, '.');
        if (strcmp(field->id, "measured-figure") == 0 &&
            is_same_figure(g_ascii_strtod(field->value, NULL), point ? (int)strlen(point + 1) : 0, ours->value, ours->decimals))
            return true;
    }
    return false;
}

/* A daily file need not hold the report of the original penalty, and holds that of the recheck: the first was sampled when the
 * decision says that the place was inspected. */
static bool may_be_meant(const Search *search, const Document *report)
{
    enum { DAYS = 3 };
    const Day inspected = document_day(search->decided.document, "inspection-dates"), sampled = document_day(report, "sampling-date");
    return !search->daily || (inspected != DAY_NONE && sampled >= inspected && sampled <= inspected + DAYS);
}

/* ---- the report's value beside an excess that was reckoned wrongly ---- */

typedef struct {
    const Measured *ours;
    const Excess *excess;
    MeasuredFits fits;
    Saying reported;
    bool open;
} FitSearch;

static void look_fitting(const SubFile *file, const Document *report, gpointer data)
{
    FitSearch *search = data;
    search->open |= has_figure(report, search->ours);
    for (guint i = 0; i < report->fields->len; i++) {
        const Field *field = report->fields->pdata[i];
        g_auto(Measured) theirs = {0};
        if (strcmp(field->id, "measured") != 0 || !read_measured(field->value, &theirs) || !is_of_one(&theirs, search->ours))
            continue;
        search->open |= is_same(&theirs, search->ours);
        if (!search->reported.field && search->fits(theirs.value, search->excess))
            search->reported = (Saying){file, report, field};
    }
}

bool measured_reported(const CaseGroup *group, const Saying *by, const Excess *excess, MeasuredFits fits, Saying *reported)
{
    FitSearch search = {.excess = excess, .fits = fits};
    for (guint i = 0; !search.reported.field && i < by->document->fields->len; i++) {
        const Field *field = by->document->fields->pdata[i];
        g_auto(Measured) ours = {0};
        if (strcmp(field->id, "measured") != 0 || g_strcmp0(field->place, by->field->place) != 0 ||
            !read_measured(field->value, &ours) ||
            !is_same_figure(ours.value, ours.decimals, excess->value, excess->value_decimals))
            continue;
        search.ours = &ours;
        casegroup_each_of(group, "monitoring-report", look_fitting, &search);
    }
    *reported = search.reported;
    return reported->field && !search.open;
}

static bool is_numbered(const Document *report, const char *key)
{
    const Field *number = document_value(report, "doc-number");
    return number && g_strcmp0(number->key, key) == 0;
}

typedef struct { const char *key; bool found; } Held;

static void look_held(const SubFile *file, const Document *report, gpointer data)
{
    (void)file;
    Held *held = data;
    held->found |= is_numbered(report, held->key);
}

/* The number of the one report in GROUP that DECIDED cites where its value stands; NULL for none, and where several are cited. */
static const char *cited_beside(const CaseGroup *group, const Saying *decided)
{
    Held held = {0};
    for (guint i = 0; i < decided->document->fields->len; i++) {
        const Field *field = decided->document->fields->pdata[i];
        if (strcmp(field->id, "report-number") != 0 || !field->key || g_strcmp0(field->place, decided->field->place) != 0)
            continue;
        if (held.key && strcmp(held.key, field->key) != 0)
            return NULL;
        held.key = field->key;
    }
    if (held.key)
        casegroup_each_of(group, "monitoring-report", look_held, &held);
    return held.found ? held.key : NULL;
}

static void look_report(const SubFile *file, const Document *report, gpointer data)
{
    Search *search = data;
    const Day day = document_day(report, "document-date");
    bool same;
    search->reports++;
    if ((day != DAY_NONE && day > search->until) || (search->cited && !is_numbered(report, search->cited)))
        return;
    const Field *told = only_value(report, NULL, &search->ours, &same);
    search->open |= same || document_value(report, "measured-several") || has_figure(report, &search->ours);
    if (search->open || (!search->cited && !may_be_meant(search, report)))
        return;
    search->open |= !told;
    if (search->open)
        return;
    g_auto(Measured) theirs = {0};
    search->open |= !read_measured(told->value, &theirs) || !is_of_one(&theirs, &search->ours) ||
                    (search->reported.field && !is_same(&theirs, &search->theirs));
    if (search->open || search->reported.field)
        return;
    search->reported = (Saying){file, report, told};
    search->theirs = theirs;
    theirs.pollutant = NULL;
}

typedef struct { const Search *search; GString *with, *others; } Sides;

static void take_side(const SubFile *file, const Document *document, gpointer data)
{
    Sides *sides = data;
    const Search *search = sides->search;
    if (document == search->decided.document || document == search->reported.document)
        return;
    bool ours, theirs;
    const Field *told = only_value(document, NULL, &search->ours, &ours);
    if (!told)
        return;
    only_value(document, NULL, &search->theirs, &theirs);
    if (ours || theirs)
        saying_add_place(ours ? sides->with : sides->others, file, told->place);
}

static void tell(Check *check, CaseGroup *group, const Search *search)
{
    g_autoptr(GString) with = g_string_new(NULL), others = g_string_new(NULL);
    casegroup_each_document(group, take_side, &(Sides){search, with, others});
    Finding *finding = contradiction_add_as(check, group, "measured", "measured", &search->decided, &search->reported);
    const char *type = search->decided.document->type;
    const bool served = type_is_served(check->in->rules->cases, type), letter = g_str_has_suffix(type, "-transfer");
    finding_param(finding, served ? "decided" : letter ? "letter" : "internal", type);
    finding_param(finding, "with", with->len > 0 ? with->str : NULL);
    finding_param(finding, "others", others->len > 0 ? others->str : NULL);
}

/* A daily decision, and its notice, tell of two reports, of each by its number. */
static bool tells_of_recheck(const Document *document)
{
    return strcmp(document->type, "daily-decision") == 0 || document_value(document, "per-day-yuan");
}

/* Looks at one value of the decision; true when it was told. */
static bool check_value(Check *check, CaseGroup *group, const Saying *decided, Day until)
{
    const Document *document = decided->document;
    Search search = {.decided = *decided, .until = until, .daily = group->kind == KIND_DAILY};
    search.cited = cited_beside(group, decided);
    bool same, told = false;
    if (read_measured(decided->field->value, &search.ours) && (search.cited || !tells_of_recheck(document)) &&
        only_value(document, search.cited ? decided->field->place : NULL, &search.ours, &same) == decided->field) {
        casegroup_each_of(group, "monitoring-report", look_report, &search);
        told = !search.open && search.reported.field &&
               (search.cited || casegroup_count(group, "monitoring-report") <= search.reports);
    }
    if (told)
        tell(check, group, &search);
    measured_clear(&search.ours);
    measured_clear(&search.theirs);
    return told;
}

/* What papers tell of a report is told of each pollutant that the rules know (quoted.c). */
bool measured_is_told(const Check *check, const CaseGroup *group)
{
    guint at = 0;
    for (const Finding *told; (told = told_next(check, "EXT-002", group, &at));) {
        const char *field = finding_value(told, "field");
        if (field && g_str_has_prefix(field, "measured"))
            return true;
    }
    return false;
}

/* The values of DECIDED's document; true when one was told. */
static bool check_document(Check *check, CaseGroup *group, Saying decided, const char *date)
{
    enum { VALUES_MAX = 8 };
    const Day until = dated_of(decided.file, decided.document, date).day;
    int values = 0;
    for (guint i = 0; until != DAY_NONE && i < decided.document->fields->len && values < VALUES_MAX; i++) {
        decided.field = decided.document->fields->pdata[i];
        if (strcmp(decided.field->id, "measured") != 0)
            continue;
        values++;
        if (check_value(check, group, &decided, until))
            return true;
    }
    return false;
}

typedef struct { Check *check; CaseGroup *group; const char *date; bool told; } Papers;

static void look_paper(const SubFile *file, const Document *document, gpointer data)
{
    Papers *papers = data;
    papers->told = papers->told || check_document(papers->check, papers->group, (Saying){file, document, NULL}, papers->date);
}

/* A file that was not read may be another report, unless its name says what it is, though that is no paper of a case's own. */
static bool may_hold_report(const CaseGroup *group)
{
    static const char *const others[] = {"认可", "回执", "签收", "回证", "凭证", "证明", "清单", "目录", NULL};
    for (guint i = 0; i < group->files->len; i++) {
        const SubFile *file = group->files->pdata[i];
        if (subfile_is_untold(file) && !text_has_any(file->base, others))
            return true;
    }
    return false;
}

/* What was decided speaks first: papers that agree with it are told beside it. */
void measured_check(Check *check, CaseGroup *group)
{
    static const char *const types[][2] = {{"penalty-decision", "decision-date"}, {"daily-decision", "decision-date"},
                                           {"crime-transfer", "transfer-date"}, {"detention-transfer", "transfer-date"},
                                           {"penalty-notice hearing-notice", "notice-date"},
                                           {"transfer-approval", "approval-date"}, {"investigation-report", "document-date"}};
    Papers papers = {check, group, NULL, false};
    if (may_hold_report(group) || measured_is_told(check, group))
        return;
    for (size_t i = 0; i < G_N_ELEMENTS(types) && !papers.told; i++) {
        papers.date = types[i][1];
        casegroup_each_of(group, types[i][0], look_paper, &papers);
    }
}
