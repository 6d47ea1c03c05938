/* EXT-002, responsible: a letter of transfer that hands over other people than the approval, the list or the receipt of the
 * police name.  Papers may name several, or the responsible head in one and others in another: it is told only where two
 * papers have no name in common, the firm's head included. */
#include <string.h>

#include "lawdates.h"
#include "text.h"

/* What DOCUMENT calls responsible, folded; with HEADS also its party and legal representative.  Caller frees. */
static char *people_of(const Document *document, bool heads)
{
    g_autoptr(GString) people = g_string_new(NULL);
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        const bool head = strcmp(field->id, "legal-rep") == 0 || strcmp(field->id, "party") == 0;
        if (strcmp(field->id, "responsible") == 0 || (heads && head))
            g_string_append_printf(people, "%s,", field->value);
    }
    return text_fold(people->str);
}

/* 李某某 and 陈** may be anybody. */
static bool is_hidden(const char *people)
{
    static const char *const marks[] = {"某", "*", "×", "X", "x", NULL};
    return text_has_any(people, marks);
}

static bool is_name(const char *piece)
{
    static const char *const others[] = {"厂长", "经理", "主任", "主管", "班长", "员工", "职工", "工人", "股东", "业主", "姓名", "不详", "不明", "待",
                                         "未定", "暂无", "没有", "详见", "见卷", "同上", "附后", "如下", "单位", "企业", "人员", "族", NULL};
    const gunichar first = g_utf8_get_char(piece);
    return party_is_person(piece) && g_unichar_get_script(first) == G_UNICODE_SCRIPT_HAN && !text_has_any(piece, others);
}

/* Whether PEOPLE has names (*ANY), and one of them stands in OTHERS. */
static bool shares_name(const char *people, const char *others, bool *any)
{
    static const char *const parting[] = {"、", "〔", "〕"};
    g_autoptr(GString) text = g_string_new(people);
    bool shared = false;
    for (size_t i = 0; i < G_N_ELEMENTS(parting); i++)
        g_string_replace(text, parting[i], ",", 0);
    g_auto(GStrv) pieces = g_strsplit_set(text->str, ",;:/ \n", -1);
    *any = false;
    for (char **piece = pieces; *piece; piece++) {
        const bool name = is_name(*piece);
        *any |= name;
        shared |= name && strstr(others, *piece);
    }
    return shared;
}

static bool names_others(const Document *one, const Document *other)
{
    g_autofree char *ours = people_of(one, false), *theirs = people_of(other, false), *our_all = people_of(one, true),
                    *their_all = people_of(other, true);
    bool any_ours, any_theirs;
    const bool shared = shares_name(ours, their_all, &any_ours) | shares_name(theirs, our_all, &any_theirs);
    return any_ours && any_theirs && !shared && !is_hidden(ours) && !is_hidden(theirs);
}

typedef struct { Saying letter, other; GString *with, *others; } People;

static void look(const SubFile *file, const Document *document, gpointer data)
{
    People *people = data;
    const Field *told = document_value(document, "responsible");
    if (!told || document == people->letter.document)
        return;
    if (!names_others(people->letter.document, document))
        saying_add_place(people->with, file, told->place);
    else if (people->other.field)
        saying_add_place(people->others, file, told->place);
    else
        people->other = (Saying){file, document, told};
}

void responsible_check(Check *check, const CaseGroup *group)
{
    const Field *told = group->speaking ? document_value(group->speaking, "responsible") : NULL;
    if (!told || (group->kind != KIND_DETENTION && group->kind != KIND_CRIME))
        return;
    g_autoptr(GString) with = g_string_new(NULL), others = g_string_new(NULL);
    People people = {.letter = {group->speaking_file, group->speaking, told}, .with = with, .others = others};
    casegroup_each_document(group, look, &people);
    if (!people.other.field)
        return;
    Finding *finding = contradiction_add_as(check, group, "responsible", "responsible", &people.letter, &people.other);
    finding_set(finding, "quote", told->value); /* the names alone */
    finding_set(finding, "other-quote", people.other.field->value);
    finding_param(finding, "with", with->len > 0 ? with->str : NULL);
    finding_param(finding, "others", others->len > 0 ? others->str : NULL);
}
