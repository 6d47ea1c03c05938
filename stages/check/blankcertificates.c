/* LAW-012: certificate numbers left blank behind an officer's name in whatever paper, 贺玉勤（执法证号：____）; where LAW-012 tells of an
 * officer without a number already, they are told with it, so that one mending does. */
#include <string.h>

#include "checks.h"
#include "lawdates.h"
#include "text.h"

typedef struct {
    Check *check;
    const CaseGroup *group;
    Finding *finding; /* that the places are told with; NULL as long as there is none */
    GString *places;
} Blanks;

static bool stands_at(const Finding *finding, const SubFile *file, const char *place)
{
    return g_strcmp0(finding->file, file->facts->path) == 0 && (!place || g_strcmp0(finding->place, place) == 0);
}

/* Whether TOLD names a place in FILE besides its own. */
static bool is_told_besides(const Finding *told, const SubFile *file)
{
    const char *others = finding_value(told, "others");
    g_auto(GStrv) places = g_strsplit(others ? others : "", "\n", -1);
    size_t length = strlen(file->base);
    bool besides = false;
    for (char **place = places; *place; place++)
        besides = besides || (g_str_has_prefix(*place, file->base) && ((*place)[length] == '|' || (*place)[length] == '\0'));
    return besides;
}

/* A record without the number of an officer whom another paper gives one is told as such. */
static bool is_told_of_record(const Blanks *blanks, const SubFile *file)
{
    const Finding *told;
    for (guint at = 0; (told = told_next(blanks->check, "LAW-012", blanks->group, &at));)
        if (told->variant && (stands_at(told, file, NULL) || is_told_besides(told, file)))
            return true;
    return false;
}

static void add_blank(Blanks *blanks, const SubFile *file, const Document *document, const Field *field)
{
    g_autoptr(GString) place = g_string_new(NULL);
    saying_add_place(place, file, field->place);
    if (!blanks->finding) {
        blanks->finding = check_add(blanks->check, "LAW-012", "blank", blanks->group, file, field->place);
        finding_param(blanks->finding, "doctype", document->type);
        param_quote(blanks->finding, "quote", field_quote(field));
    } else if (!stands_at(blanks->finding, file, field->place) && !word_in_list(blanks->places->str, '\n', place->str)) {
        text_add_line(blanks->places, place->str);
    }
}

static void look_blank(const SubFile *file, const Document *document, gpointer data)
{
    Blanks *blanks = data;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        if (strcmp(field->id, "certificate-blank") == 0 && !is_told_of_record(blanks, file))
            add_blank(blanks, file, document, field);
    }
}

void blankcertificates_check(Check *check, CaseGroup *group)
{
    Blanks blanks = {check, group, NULL, g_string_new(NULL)};
    const Finding *told;
    for (guint at = 0; !blanks.finding && (told = told_next(check, "LAW-012", group, &at));)
        blanks.finding = told->variant ? NULL : (Finding *)told;
    const char *others = blanks.finding ? finding_value(blanks.finding, "others") : NULL;
    g_string_append(blanks.places, others ? others : "");
    casegroup_each_document(group, look_blank, &blanks);
    if (blanks.places->len > 0)
        finding_set(blanks.finding, "others", blanks.places->str);
    g_string_free(blanks.places, TRUE);
}
