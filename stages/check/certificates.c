/* CND-014: certificates of integrity, whether they are what they should be.  Whether there is one decides who stays on
 * the list (CND-001); these only ask people to look. */
#include "checks.h"
#include "text.h"

/* Who can say of somebody that nothing stands against them: environment agencies, the party and supervision. */
static bool can_certify(const Check *check, const char *agency)
{
    static const char *const bodies[] = {"环", "纪", "监察", "党组", "党委", "党支部", "党总支", "组织部", "检察", "人民政府", NULL};
    return text_has_any(agency, bodies) && !agency_is_elsewhere(check, agency);
}

static bool is_dated(const Document *document)
{
    return document_value(document, "certificate-date") || document_value(document, "document-date");
}

static void check_certificate(Check *check, const Person *person, const SubFile *file, const Document *document)
{
    const Field *agency = document_value(document, "agency"), *against = document_value(document, "misconduct");
    if (agency && agency->status == VALUE_VALID && !can_certify(check, agency->value))
        finding_param(person_add(check, "CND-014", NULL, person, file, agency->place), "agency", agency->value);
    if (!agency && !document_value(document, "body-line"))
        person_add(check, "CND-014", "unsigned", person, file, document->last);
    if (!is_dated(document))
        person_add(check, "CND-014", "undated", person, file, document->last);
    if (against)
        param_quote(person_add(check, "CND-014", "against", person, file, against->place), "quote", against->value);
}

void certificates_check(Check *check, const Person *person)
{
    bool own = false;
    for (guint i = 0; i < person->files->len; i++) {
        const SubFile *file = person->files->pdata[i];
        const Document *document = file->group ? NULL : subfile_document(file, "integrity-certificate");
        own = own || (!file->group && subfile_shows(file, "integrity-certificate"));
        if (document)
            check_certificate(check, person, file, document);
    }
    for (guint i = 0; !own && i < check->submission->files->len; i++) {
        const SubFile *file = check->submission->files->pdata[i];
        const Document *document = is_certificate_elsewhere(file, person) ? subfile_document(file, "integrity-certificate") : NULL;
        if (document)
            check_certificate(check, person, file, document);
    }
}
