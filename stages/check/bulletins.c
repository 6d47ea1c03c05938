/* BUL-002: bulletins that apparently should not count as they do.  They are counted all the same (BUL-001): by SPEC 4 a
 * bulletin is what its name or its first lines date. */
#include <string.h>

#include "checks.h"

/* What says that two bulletins are one from title to signature: all that they say, else their bytes. */
static const char *whole_key(const SubFile *file, const Document *bulletin)
{
    return bulletin && bulletin->whole_digest ? bulletin->whole_digest : file->facts->sha256;
}

static const Field *valid_date(const Document *bulletin, const char *id)
{
    const Field *date = document_value(bulletin, id);
    return date && date->status == VALUE_VALID ? date : NULL;
}

/* The date that the name of BULLETIN gives; NULL for none. */
static const char *date_named(const Document *bulletin)
{
    const Field *date = valid_date(bulletin, "bulletin-date");
    return date && g_strcmp0(date->rule, "file-name") == 0 ? date->value : NULL;
}

/* Of two that are one text the date of the text may tell which bears its name by mistake; else the later one in path order is told. */
static void add_repeated(Check *check, Version later, Version first)
{
    const Field *text = valid_date(later.document, "document-date");
    const char *date = date_named(later.document), *other = date_named(first.document);
    bool fits = text && g_strcmp0(date, text->value) == 0, other_fits = text && g_strcmp0(other, text->value) == 0;
    bool dated = date && other && fits != other_fits;
    const Version wrong = dated && fits ? first : later, right = dated && fits ? later : first;
    Finding *finding = check_add(check, "BUL-002", dated ? "dated" : NULL, NULL, wrong.file, NULL);
    finding_param(finding, "other", right.file->facts->path);
    finding_param(finding, "date", dated ? date_named(wrong.document) : NULL);
    finding_param(finding, "text-date", text ? text->value : NULL);
}

/* Title or date differ and no word of a long text does. */
static void add_same_body(Check *check, Version later, Version first)
{
    const Field *date = valid_date(later.document, "document-date"), *other = valid_date(first.document, "document-date");
    bool differ = date && other && strcmp(date->value, other->value) != 0;
    Finding *finding = check_add(check, "BUL-002", "same-body", NULL, later.file, NULL);
    finding_param(finding, "other", first.file->facts->path);
    finding_param(finding, "date", differ ? date->value : NULL);
    finding_param(finding, "other-date", differ ? other->value : NULL);
}

typedef struct { GHashTable *wholes, *bodies; } Seen; /* digest → the first SubFile with it */

/* The file that has KEY already; else FILE is now known by it. */
static const SubFile *seen_before(GHashTable *seen, const char *key, const SubFile *file)
{
    const SubFile *first = key ? g_hash_table_lookup(seen, key) : NULL;
    if (key && !first)
        g_hash_table_insert(seen, (gpointer)key, (gpointer)file);
    return first;
}

static void check_repeated(Check *check, const SubFile *file, const Document *bulletin, const Seen *seen)
{
    const SubFile *whole = seen_before(seen->wholes, whole_key(file, bulletin), file),
                  *body = seen_before(seen->bodies, bulletin ? bulletin->text_digest : NULL, file);
    const Version later = {file, bulletin};
    if (whole)
        add_repeated(check, later, (Version){whole, subfile_document(whole, "bulletin")});
    else if (body)
        add_same_body(check, later, (Version){body, subfile_document(body, "bulletin")});
}

static void check_maker(Check *check, const SubFile *file, const Document *bulletin)
{
    const Field *agency = document_value(bulletin, "agency");
    if (agency && agency->status == VALUE_VALID && agency_is_elsewhere(check, agency->value))
        finding_param(check_add(check, "BUL-002", "agency", NULL, file, agency->place), "agency", agency->value);
}

/* The date of the name counts; a text of another month says that the name is wrong, or was made to fit. */
static void check_month(Check *check, const SubFile *file, const Document *bulletin)
{
    const Field *text = valid_date(bulletin, "document-date");
    const char *date = date_named(bulletin);
    const size_t month = strlen("2016-11");
    if (!date || !text || strncmp(date, text->value, month) == 0)
        return;
    Finding *finding = check_add(check, "BUL-002", "month", NULL, file, text->place);
    g_autofree char *counted = g_strndup(date, month);
    finding_param(finding, "date", date);
    finding_param(finding, "other-date", text->value);
    finding_param(finding, "month", counted);
}

/* One that is dated outside the campaign by name or text, and in it by neither, does not count (BUL-001 names those of another year). */
static void check_outside(Check *check, const SubFile *file, const Document *bulletin)
{
    const Field *named = valid_date(bulletin, "bulletin-date"), *text = valid_date(bulletin, "document-date");
    const Season *season = check->in->season;
    const Day days[] = {document_day(bulletin, "bulletin-date"), document_day(bulletin, "document-date")};
    int from = 0, to = 0, year = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(days); i++) {
        if (days[i] != DAY_NONE && season_in_window(season, days[i]))
            return;
        if (days[i] != DAY_NONE && year == 0)
            day_to_ymd(days[i], &year, NULL, NULL);
    }
    day_to_ymd(season->window->from, &from, NULL, NULL);
    day_to_ymd(season->window->to, &to, NULL, NULL);
    if (!season->bulletins || !check_competes(check) || year == 0 || year < from || year > to)
        return;
    Finding *finding = check_add(check, "BUL-002", "outside", NULL, file, named && date_named(bulletin) ? NULL : text ? text->place : NULL);
    finding_param(finding, "date", named ? named->value : text->value);
    param_window(finding, season);
}

void bulletins_check(Check *check)
{
    g_autoptr(GHashTable) wholes = g_hash_table_new(g_str_hash, g_str_equal), bodies = g_hash_table_new(g_str_hash, g_str_equal);
    const Seen seen = {wholes, bodies};
    for (guint i = 0; i < check->submission->files->len; i++) {
        const SubFile *file = check->submission->files->pdata[i];
        const Document *bulletin = file->group || file->person ? NULL : subfile_document(file, "bulletin");
        if (bulletin || (file->area == AREA_BULLETIN && file->facts->documents->len > 0))
            check_repeated(check, file, bulletin, &seen);
        if (!bulletin)
            continue;
        check_maker(check, file, bulletin);
        check_month(check, file, bulletin);
        check_outside(check, file, bulletin);
    }
}
