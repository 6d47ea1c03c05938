/* SUB-001 and BUL-001: papers that the unit owes, contacts without a telephone, those of another year or campaign in their place, and bulletins;
 * EXT-003, ahead: such a paper with a day that was yet to come. */
#include <string.h>

#include "checks.h"
#include "text.h"

/* Without a season nobody knows what the unit sent before this package. */
static void param_before(const Check *check, Finding *finding)
{
    finding_param(finding, "before", check->in->slice ? NULL : "sent");
}

/* ---- papers ---- */

/* Papers are looked for by content wherever they lie, then by name outside case files and people's folders. */
static const SubFile *paper_find(const Check *check, const char *kind)
{
    for (int by_name = 0; by_name < 2; by_name++) {
        for (guint i = 0; i < check->submission->files->len; i++) {
            const SubFile *file = check->submission->files->pdata[i];
            bool outside = !file->group && !file->person;
            if (by_name ? outside && subfile_shows(file, kind) : subfile_document(file, kind) != NULL)
                return file;
        }
    }
    return NULL;
}

static bool holds(const Package *package, const char *path)
{
    for (guint i = 0; i < package->members->len; i++) {
        const Member *member = package->members->pdata[i];
        if (member_counts(member) && strcmp(member->path, path) == 0)
            return true;
    }
    return false;
}

/* When the package that holds PATH was received, of several the last; 0 when not known. */
static int64_t held_since(const Check *check, const char *path)
{
    const IntakeUnit *intake = check->in->intake;
    int64_t last = 0;
    for (guint i = 0; intake && i < check->in->inventory->packages->len; i++) {
        const Package *package = check->in->inventory->packages->pdata[i];
        for (guint k = 0; k < intake->packages->len; k++) {
            const IntakePackage *known = intake->packages->pdata[k];
            bool later = g_strcmp0(known->name, package->name) == 0 && known->received_s > last;
            last = later && holds(package, path) ? known->received_s : last;
        }
    }
    return last;
}

/* The same, or when an earlier one was received that held it, or one of that name. */
static int64_t received_at(const Check *check, const char *path)
{
    const IntakeUnit *intake = check->in->intake;
    for (guint i = 0; intake && i < intake->first->len; i++)
        if (strcmp(((const IntakeFirst *)intake->first->pdata[i])->path, path) == 0)
            return ((const IntakeFirst *)intake->first->pdata[i])->received_s;
    return held_since(check, path);
}

/* When a paper of KIND was first received, of all there are; 0 when not known. */
static int64_t paper_received_at(const Check *check, const char *kind)
{
    int64_t first = 0;
    for (guint i = 0; i < check->submission->files->len; i++) {
        const SubFile *file = check->submission->files->pdata[i];
        bool outside = !file->group && !file->person;
        int64_t received = subfile_document(file, kind) || (outside && subfile_shows(file, kind))
                               ? received_at(check, file->facts->path)
                               : 0;
        first = received != 0 && (first == 0 || received < first) ? received : first;
    }
    return first;
}

/* The paper of another unit, put in by mistake. */
static void check_maker(Check *check, const SeasonPaper *paper, const SubFile *file)
{
    const Field *agency = document_value(subfile_document(file, paper->kind), "agency");
    if (!agency || agency->status != VALUE_VALID || !agency_is_elsewhere(check, agency->value))
        return;
    Finding *finding = check_add(check, "SUB-001", "agency", NULL, file, agency->place);
    finding_param(finding, "paper", paper->kind);
    finding_param(finding, "title", paper->title);
    finding_param(finding, "agency", agency->value);
}

/* The first bureau of another county as which DOCUMENT tells what was done; NULL where it speaks of itself, or of the unit. */
static const Field *called_elsewhere(const Check *check, const Document *document)
{
    const Field *first = NULL;
    if (document_value(document, "self-told"))
        return NULL;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, "bureau-told") != 0)
            continue;
        if (!title_is_elsewhere(check, field->value))
            return NULL;
        first = first ? first : field;
    }
    return first;
}

/* The unit's own signature below a title, or a text, of another county: a template that was not changed throughout. */
static void check_place(Check *check, const SeasonPaper *paper, const SubFile *file)
{
    const Document *document = subfile_document(file, paper->kind);
    const Field *agency = document ? document_value(document, "agency") : NULL;
    if (!document || (agency && agency_is_elsewhere(check, agency->value)))
        return;
    bool titled = title_is_elsewhere(check, document->title);
    const Field *called = called_elsewhere(check, document);
    if (!titled && !called)
        return;
    Finding *finding = check_add(check, "SUB-001", "place", NULL, file, titled || !called ? document->first : called->place);
    finding_param(finding, "paper", paper->kind);
    finding_param(finding, "title", paper->title);
    finding_param(finding, "titled", titled ? document->title : NULL);
    finding_param(finding, "called", called ? called->value : NULL);
    finding_param(finding, "agency", agency ? agency->value : NULL);
}

/* The day at the end of the paper FILE; NULL for none. */
static const Field *signed_day(const SubFile *file, const char *kind)
{
    const Document *document = subfile_document(file, kind);
    const Field *day = document ? document_value(document, "document-date") : NULL;
    return day && day->status == VALUE_VALID && g_strcmp0(day->rule, "signature-line") == 0 ? day : NULL;
}

/* The paper bears a day after that on which it came in, which nobody can have signed then; 0: nobody knows when that was. */
static bool is_ahead(const Check *check, const SubFile *file, Day day)
{
    int64_t since = held_since(check, file->facts->path);
    return day != DAY_NONE && since != 0 && day > instant_day(since);
}

static Day day_signed(const SubFile *file, const char *kind)
{
    const Field *field = file ? signed_day(file, kind) : NULL;
    return field ? day_parse_iso(field->value) : DAY_NONE;
}

/* A paper bears a day after that on which it came in, or after that by which it has to, whatever was sent before it; LATE: that it
 * came late is told, and this with it. */
static void check_day(Check *check, const SeasonPaper *paper, const SubFile *file, bool late)
{
    Day day = day_signed(file, paper->kind);
    bool ahead = is_ahead(check, file, day), overdue = day != DAY_NONE && paper->due != DAY_NONE && day > paper->due;
    if (!ahead && (late || !overdue || !check_competes(check)))
        return;
    Finding *finding = check_add(check, ahead ? "EXT-003" : "SUB-001", ahead ? "ahead" : "dated", NULL, file,
                                 signed_day(file, paper->kind)->place);
    finding_param(finding, "paper", paper->kind);
    finding_param(finding, "title", paper->title);
    param_day(finding, "dated", day);
    param_day(finding, ahead ? "received" : "due", ahead ? instant_day(held_since(check, file->facts->path)) : paper->due);
}

/* What the day at the end of a paper that came late tells: it may have been sent in time, and not through here; or it was
 * written too late as well ("made"). */
static void param_signed(const Check *check, Finding *finding, const SeasonPaper *paper, const SubFile *file)
{
    Day dated = document_day(subfile_document(file, paper->kind), "document-date"), day = day_signed(file, paper->kind);
    if (dated != DAY_NONE && dated <= paper->due)
        param_day(finding, "dated", dated);
    if (day == DAY_NONE || day <= paper->due || is_ahead(check, file, day))
        return;
    param_day(finding, "made", day);
    finding->place = g_strdup(signed_day(file, paper->kind)->place);
}

/* ---- papers of another campaign ---- */

/* By what a paper is of another year than the window, or of another campaign; NULL and DAY_NONE: not by that. */
typedef struct { const Field *titled, *period; Day dated; bool unnamed; } Elsewhen;

static bool is_outside(const Season *season, const char *year)
{
    int first, last, y = (int)g_ascii_strtoll(year, NULL, 10);
    day_to_ymd(season->window->from, &first, NULL, NULL);
    day_to_ymd(season->window->to, &last, NULL, NULL);
    return y < first || y > last;
}

/* The first year of the months that DOCUMENT is about; NULL where one of them is the window's, or none is told. */
static const Field *period_outside(const Season *season, const Document *document)
{
    const Field *first = NULL;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, "period-year") != 0)
            continue;
        if (!is_outside(season, field->value))
            return NULL;
        first = first ? first : field;
    }
    return first;
}

/* A plan of the year that bears no name of the campaign and was made before it. */
static bool is_of_another_campaign(const Season *season, const Document *document, Day dated)
{
    return strcmp(document->type, "plan") == 0 && dated != DAY_NONE && dated < season->window->from &&
           !document_value(document, "campaign-named") && !document_value(document, "period-year");
}

static bool is_elsewhen(const Season *season, const Document *document, Elsewhen *found)
{
    const Field *titled = document_value(document, "titled-year");
    Day dated = document_day(document, "document-date");
    int first, year = 0;
    day_to_ymd(season->window->from, &first, NULL, NULL);
    if (dated != DAY_NONE)
        day_to_ymd(dated, &year, NULL, NULL);
    bool old = dated != DAY_NONE && year < first; /* what is made later may be sent late */
    *found = (Elsewhen){.titled = titled && is_outside(season, titled->value) ? titled : NULL,
                        .period = period_outside(season, document),
                        .dated = old ? dated : DAY_NONE};
    found->unnamed = !old && !found->titled && !found->period && is_of_another_campaign(season, document, dated);
    if (found->unnamed)
        found->dated = dated;
    return found->titled || found->period || found->dated != DAY_NONE;
}

static void add_elsewhen(Check *check, const SeasonPaper *paper, const SubFile *file, const Elsewhen *found,
                         const SubFile *right)
{
    const char *place = found->titled ? found->titled->place : found->period ? found->period->place : NULL;
    const Field *date = document_value(subfile_document(file, paper->kind), "document-date");
    Finding *finding = check_add(check, "SUB-001", found->unnamed ? "campaign" : "year", NULL, file,
                                 place || !date ? place : date->place);
    finding_param(finding, "paper", paper->kind);
    finding_param(finding, "title", paper->title);
    finding_param(finding, "titled", found->titled ? found->titled->value : NULL);
    finding_param(finding, "period", found->period ? found->period->value : NULL);
    if (found->dated != DAY_NONE)
        param_day(finding, "dated", found->dated);
    param_window(finding, check->in->season);
    finding_param(finding, "right", right ? right->base : NULL);
    if (right)
        return;
    finding_param(finding, "missing", paper->title);
    param_before(check, finding);
}

/* Tells of papers that are of another year or campaign.  Returns whether all there are of the kind are. */
static bool check_elsewhen(Check *check, const SeasonPaper *paper)
{
    const SubFile *right = NULL;
    bool told = false;
    for (int telling = 0; telling < 2; telling++) {
        for (guint i = 0; i < check->submission->files->len; i++) {
            const SubFile *file = check->submission->files->pdata[i];
            const Document *document = subfile_document(file, paper->kind);
            Elsewhen found;
            if (file->group || file->person || (!document && !subfile_shows(file, paper->kind)))
                continue;
            bool elsewhen = document && is_elsewhen(check->in->season, document, &found);
            if (telling && elsewhen)
                add_elsewhen(check, paper, file, &found, right);
            told |= elsewhen;
            right = right || elsewhen ? right : file;
        }
    }
    return told && !right;
}

/* "unread": a file that by its name is the paper which the unit lacks, and cannot be read. */
static void param_unread_paper(const Check *check, Finding *finding, const char *kind)
{
    for (guint i = 0; i < check->submission->files->len; i++) {
        const SubFile *file = check->submission->files->pdata[i];
        if (file->group || file->person || !subfile_is_unread(file, kind) || subfile_is_readable_scan(file))
            continue;
        finding_param(finding, "unread", file->facts->path);
        return;
    }
}

static void check_paper(Check *check, const SeasonPaper *paper)
{
    const SubFile *file = paper_find(check, paper->kind);
    UnitPaper *record = record_add(check->unit->papers, &unit_paper_type);
    record->kind = g_strdup(paper->kind);
    record->path = file ? g_strdup(file->facts->path) : NULL;
    record->received_s = file ? paper_received_at(check, paper->kind) : 0;
    bool late = record->received_s != 0 && paper->due != DAY_NONE && instant_day(record->received_s) > paper->due;
    if (file) {
        check_maker(check, paper, file);
        check_place(check, paper, file);
        check_day(check, paper, file, late);
    }
    if (!check_competes(check) || (file && check_elsewhen(check, paper)) || (file && !late))
        return;
    Finding *finding = check_add(check, "SUB-001", late ? "late" : NULL, NULL, file, NULL);
    finding_param(finding, "paper", paper->kind);
    finding_param(finding, "title", paper->title);
    param_day(finding, "due", paper->due);
    param_before(check, finding);
    if (!file)
        param_unread_paper(check, finding, paper->kind);
    if (late) {
        g_autofree char *received = instant_format(record->received_s);
        finding_param(finding, "received", received);
        param_signed(check, finding, paper, file);
    }
}

/* ---- bulletins ---- */

/* Digits from *P on, at most MAX of them; -1 when there is none. */
static int number_at(const char **p, int max)
{
    int value = 0, count = 0;
    for (; count < max && g_ascii_isdigit(**p); (*p)++, count++)
        value = value * 10 + (**p - '0');
    return count > 0 ? value : -1;
}

static void skip_separator(const char **p)
{
    static const char *const separators[] = {"年", "月", "-", ".", "_", "/"};
    for (size_t i = 0; i < G_N_ELEMENTS(separators); i++) {
        if (g_str_has_prefix(*p, separators[i])) {
            *p += strlen(separators[i]);
            return;
        }
    }
}

/* A date written at P: 2016-9-12, 20160912, 2016年9月12日, 9月12日 (then the year of the window in which it lies). */
static Day date_at(const Season *season, const char *p)
{
    const char *start = p;
    int year = number_at(&p, 4);
    if (year >= 1000) {
        bool tight = g_ascii_isdigit(*p);
        skip_separator(&p);
        int month = number_at(&p, 2);
        if (!tight)
            skip_separator(&p);
        int day = number_at(&p, 2);
        return month > 0 && day > 0 ? day_from_ymd(year, month, day) : DAY_NONE;
    }
    p = start;
    int month = number_at(&p, 2);
    if (!g_str_has_prefix(p, "月"))
        return DAY_NONE;
    skip_separator(&p);
    int day = number_at(&p, 2), first_year;
    day_to_ymd(season->window->from, &first_year, NULL, NULL);
    for (int i = 0; i < 2 && month > 0 && day > 0; i++) {
        Day found = day_from_ymd(first_year + i, month, day);
        if (found != DAY_NONE && season_in_window(season, found))
            return found;
    }
    return DAY_NONE;
}

static Day date_in_name(const Season *season, const char *name)
{
    g_autofree char *folded = text_squeeze(name);
    for (const char *p = folded; *p; p++) {
        bool begins = g_ascii_isdigit(*p) && (p == folded || !g_ascii_isdigit(p[-1]));
        Day day = begins ? date_at(season, p) : DAY_NONE;
        if (day != DAY_NONE)
            return day;
    }
    return DAY_NONE;
}

static Day bulletin_day(const Season *season, const SubFile *file, const Document *document)
{
    static const char *const fields[] = {"bulletin-date", "document-date", "decision-date"};
    Day day = date_in_name(season, file->base);
    for (size_t i = 0; i < G_N_ELEMENTS(fields) && day == DAY_NONE; i++)
        day = document_day(document, fields[i]);
    return day;
}

static void add_bulletin(Check *check, const SubFile *file, const Document *document)
{
    UnitBulletin *bulletin = record_add(check->unit->bulletins, &unit_bulletin_type);
    bulletin->path = g_strdup(file->facts->path);
    bulletin->title = g_strdup(document && document->title ? document->title : file->base);
    bulletin->date = bulletin_day(check->in->season, file, document);
}

/* What the text does not say and the name alone does: 移送一起涉嫌环境犯罪案件 is news of a letter, and none. */
static bool is_news(const Document *document)
{
    return strcmp(document->type, "other") == 0 ||
           (g_strcmp0(document->rule, "name") == 0 && !document_value(document, "doc-number"));
}

/* In the bulletins' folder every document, PDF and dated picture is one; elsewhere what its content says is one. */
static void find_bulletins(Check *check, const SubFile *file)
{
    bool here = file->area == AREA_BULLETIN, found = false;
    for (guint i = 0; i < file->facts->documents->len; i++) {
        const Document *document = file->facts->documents->pdata[i];
        bool is_one = strcmp(document->type, "bulletin") == 0 || (here && is_news(document));
        if (!is_one || (!here && (file->group || file->person)))
            continue;
        add_bulletin(check, file, document);
        found = true;
    }
    bool picture = subfile_is_readable_scan(file) && g_strcmp0(file->facts->type, "pdf") != 0;
    bool dated = date_in_name(check->in->season, file->base) != DAY_NONE;
    bool readable = picture ? dated : subfile_is_readable_scan(file) || file->facts->content == CONTENT_EMPTY || file->facts->content == CONTENT_READ;
    if (here && !found && readable && file->facts->documents->len == 0)
        add_bulletin(check, file, NULL);
}

static int64_t count_month(const Check *check, int year, int month)
{
    int64_t count = 0;
    bool table = check->in->slice && check->in->slice->bulletins_given;
    const GPtrArray *list = table ? check->in->slice->bulletins : check->unit->bulletins;
    for (guint i = 0; i < list->len; i++) {
        Day day = table ? ((const BulletinRow *)list->pdata[i])->date : ((const UnitBulletin *)list->pdata[i])->date;
        int y = 0, m = 0;
        if (day != DAY_NONE)
            day_to_ymd(day, &y, &m, NULL);
        count += y == year && m == month && season_in_window(check->in->season, day);
    }
    return count;
}

/* The bulletins of the package that are dated in MONTH of another year, one a line; "" for none.  Caller frees. */
static char *bulletins_of_another_year(const Check *check, int year, int month)
{
    g_autoptr(GString) names = g_string_new(NULL);
    for (guint i = 0; i < check->unit->bulletins->len; i++) {
        const UnitBulletin *bulletin = check->unit->bulletins->pdata[i];
        int y = year, m = 0;
        if (bulletin->date != DAY_NONE)
            day_to_ymd(bulletin->date, &y, &m, NULL);
        if (y != year && m == month)
            text_add_line(names, bulletin->path);
    }
    return g_string_free(g_steal_pointer(&names), FALSE);
}

static void check_bulletins(Check *check)
{
    const SeasonBulletins *asked = check->in->season->bulletins;
    int year, month, last_year, last_month;
    if (!asked || !check_competes(check))
        return;
    day_to_ymd(check->in->season->window->from, &year, &month, NULL);
    day_to_ymd(check->in->season->window->to, &last_year, &last_month, NULL);
    for (; year < last_year || (year == last_year && month <= last_month); month++) {
        if (month > 12) {
            month = 0;
            year++;
            continue;
        }
        int64_t count = count_month(check, year, month);
        if (count >= asked->per_month)
            continue;
        g_autofree char *which = g_strdup_printf("%04d-%02d", year, month),
                        *elsewhen = bulletins_of_another_year(check, year, month);
        Finding *finding = check_add(check, "BUL-001", NULL, NULL, NULL, NULL);
        finding_param(finding, "month", which);
        param_int(finding, "count", count);
        param_int(finding, "minimum", asked->per_month);
        finding_param(finding, "elsewhen", *elsewhen != '\0' ? elsewhen : NULL);
        param_before(check, finding);
    }
}

/* People in the list of contacts whom nobody can call. */
static void check_contacts(Check *check, const SubFile *file)
{
    const Document *list = file->group || file->person ? NULL : subfile_document(file, "contact-list");
    const Field *first = list ? document_value(list, "no-telephone") : NULL;
    if (!list || !first)
        return;
    g_autoptr(GString) names = g_string_new(NULL);
    for (guint i = 0; i < list->fields->len; i++) {
        const Field *field = list->fields->pdata[i];
        if (strcmp(field->id, "no-telephone") == 0)
            text_add_line(names, field->value);
    }
    finding_param(check_add(check, "SUB-001", "no-telephone", NULL, file, first->place), "names", names->str);
}

void papers_check(Check *check)
{
    const SeasonPapers *papers = check->in->season->papers;
    for (guint i = 0; papers && i < papers->papers->len; i++)
        check_paper(check, papers->papers->pdata[i]);
    for (guint i = 0; i < check->submission->files->len; i++)
        find_bulletins(check, check->submission->files->pdata[i]);
    for (guint i = 0; i < check->submission->files->len; i++)
        check_contacts(check, check->submission->files->pdata[i]);
    check_bulletins(check);
}
