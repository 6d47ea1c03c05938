/* PKG: what happened to the package and to each of its members. */
#include <string.h>

#include "checks.h"

static Finding *add(Check *check, const char *code, const char *path)
{
    g_autofree char *casefile = path_casefile(path);
    return catalogue_add(check->in->catalogue, check->findings, code, NULL, casefile, path, NULL);
}

static void limit_param(Finding *finding, const Member *member)
{
    if (member->limit > 0)
        param_int(finding, g_str_has_suffix(member->reason, "-bytes") && strcmp(member->reason, "path-bytes") != 0 ? "limit-bytes" : "limit", member->limit);
}

static void check_member(Check *check, const Member *member)
{
    static const char *const codes[] = {
        [MEMBER_DAMAGED] = "PKG-002", [MEMBER_ENCRYPTED] = "PKG-003", [MEMBER_FORMAT] = "PKG-004",
        [MEMBER_UNSAFE] = "PKG-005",  [MEMBER_LIMIT] = "PKG-006",     [MEMBER_REPLACED] = NULL};
    const char *code = codes[member->state];
    if (code) {
        Finding *finding = add(check, code, member->path);
        finding_param(finding, member->state == MEMBER_FORMAT ? "format" : "reason", member->reason);
        if (member->state == MEMBER_LIMIT && member->reason)
            limit_param(finding, member);
    }
    if (member->collides && member->state != MEMBER_REPLACED)
        finding_param(add(check, "PKG-009", member->path), "other", member->collides);
}

static void check_package(Check *check, const Package *package)
{
    if (package->state == PACKAGE_UNREADABLE) {
        Finding *finding = catalogue_add(check->in->catalogue, check->findings, "PKG-001", NULL, NULL, package->name, NULL);
        finding_param(finding, "reason", package->reason);
        return;
    }
    int64_t junk = 0, recoded = 0;
    for (guint i = 0; i < package->members->len; i++) {
        const Member *member = package->members->pdata[i];
        junk += member->state == MEMBER_JUNK;
        recoded += member->encoding == NAME_GB18030;
        check_member(check, member);
    }
    if (junk > 0)
        param_int(catalogue_add(check->in->catalogue, check->findings, "PKG-007", NULL, NULL, package->name, NULL), "count", junk);
    if (recoded > 0)
        param_int(catalogue_add(check->in->catalogue, check->findings, "PKG-008", NULL, NULL, package->name, NULL), "count", recoded);
}

/* What a file is comes from its content first (SPEC 4.1): documents that speak for a case, or that are about a candidate, but lie where
 * neither case file nor candidate is. */
static const char *misplaced_as(const Check *check, const SubFile *file)
{
    static const char *const people[] = {"candidate-form", "story", "case-list", NULL};
    for (guint i = 0; i < file->facts->documents->len; i++) {
        const Document *document = file->facts->documents->pdata[i];
        if (g_strv_contains(people, document->type))
            return "person";
        for (guint j = 0; j < check->in->rules->cases->kinds->len; j++)
            if (word_in_list(((const KindRule *)check->in->rules->cases->kinds->pdata[j])->speaks, ' ', document->type))
                return "outside";
    }
    return NULL;
}

static void check_misplaced(Check *check)
{
    for (guint i = 0; i < check->submission->files->len; i++) {
        const SubFile *file = check->submission->files->pdata[i];
        if (file->area == AREA_LOOSE) {
            check_add(check, "PKG-016", NULL, NULL, file, NULL);
            continue;
        }
        const char *variant = file->area == AREA_ELSEWHERE ? misplaced_as(check, file) : NULL;
        if (variant)
            finding_param(check_add(check, "PKG-016", variant, NULL, file, NULL), "doctype",
                          ((const Document *)file->facts->documents->pdata[0])->type);
    }
}

void packages_check(Check *check)
{
    for (guint i = 0; i < check->in->inventory->packages->len; i++)
        check_package(check, check->in->inventory->packages->pdata[i]);
    check_misplaced(check);
    if (!check->in->slice) {
        static const char needing_tables[] = "REF-001 REF-002 REF-003 REF-004 REF-005 CND-004 CND-005 CAS-001";
        finding_param(catalogue_add(check->in->catalogue, check->findings, "PKG-020", NULL, NULL, NULL, NULL), "checks", needing_tables);
    }
}
