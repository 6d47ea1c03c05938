/* EXT-002, identity: one person with two numbers of the identity card in one case file, each of which could be one; one-number:
 * one number of two people.  Which is right the papers do not tell; the one that fewer of them have is shown first. */
#include <string.h>

#include "checks.h"
#include "citizenid.h"
#include "text.h"

enum { PEOPLE_MAX = 200 };

/* A number of one person, where it stands first, and in how many papers; borrowed but for the name. */
typedef struct { char *name; const char *number; Saying first; const Document *last; int papers; } Identity;

static void identity_clear(gpointer data)
{
    g_free(((Identity *)data)->name);
}

static Identity *identity_of(const GArray *known, const char *name, const char *number)
{
    for (guint i = 0; i < known->len; i++) {
        Identity *one = &g_array_index(known, Identity, i);
        if (strcmp(one->name, name) == 0 && strcmp(one->number, number) == 0)
            return one;
    }
    return NULL;
}

/* 李某某 and 陈** may be several people. */
static bool is_hidden(const char *name)
{
    return strstr(name, "某") || strchr(name, '*');
}

static void look(const SubFile *file, const Document *document, gpointer data)
{
    GArray *known = data;
    for (guint i = 0; i < document->fields->len; i++) {
        const Field *field = document->fields->pdata[i];
        const char *bar = strcmp(field->id, "identity-of") == 0 ? strchr(field->value, '|') : NULL;
        g_autofree char *name = bar ? g_strndup(field->value, (gsize)(bar - field->value)) : NULL;
        if (!name || is_hidden(name))
            continue;
        Identity *one = identity_of(known, name, bar + 1);
        if (one) {
            one->papers += one->last != document;
            one->last = document;
        } else if (known->len < PEOPLE_MAX) {
            const Identity first = {g_steal_pointer(&name), bar + 1, {file, document, field}, document, 1};
            g_array_append_val(known, first);
        }
    }
}

static void tell(Check *check, const CaseGroup *group, const Identity *odd, const Identity *other)
{
    g_autofree char *value = citizenid_shown(odd->number, other->number), *beside = citizenid_shown(other->number, odd->number);
    const Saying *at = &odd->first, *there = &other->first;
    Finding *finding = check_add(check, "EXT-002", "identity", group, at->file, at->field->place);
    finding_param(finding, "field", "identity-number");
    finding_param(finding, "name", odd->name);
    finding_param(finding, "value", value);
    finding_param(finding, "doctype", at->document->type);
    finding_param(finding, "other-value", beside);
    finding_param(finding, "other-doctype", there->document->type);
    finding_param(finding, "other-file", there->file->facts->path);
    finding_param(finding, "other-place", there->field->place);
    param_out_of_hand(check->in->rules->cases, finding, at->document->type, there->document->type);
}

/* 厂长宋春华 and 宋春华 are one. */
static bool is_one_name(const char *a, const char *b)
{
    return strstr(a, b) || strstr(b, a);
}

static void tell_names(Check *check, const CaseGroup *group, const Identity *odd, const Identity *other)
{
    Finding *finding = check_add(check, "EXT-002", "one-number", group, odd->first.file, odd->first.field->place);
    finding_param(finding, "field", "identity-number");
    finding_param(finding, "doctype", odd->first.document->type);
    finding_param(finding, "name", odd->name);
    finding_param(finding, "other-doctype", other->first.document->type);
    finding_param(finding, "other-name", other->name);
    finding_param(finding, "other-file", other->first.file->facts->path);
    finding_param(finding, "other-place", other->first.field->place);
    param_out_of_hand(check->in->rules->cases, finding, odd->first.document->type, other->first.document->type);
}

/* Each number once, with the first two people who have it; where as many papers have both, the later is asked about. */
static void check_numbers(Check *check, const CaseGroup *group, const GArray *known)
{
    g_autoptr(GHashTable) told = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < known->len; i++) {
        const Identity *one = &g_array_index(known, Identity, i);
        for (guint j = i + 1; j < known->len; j++) {
            const Identity *other = &g_array_index(known, Identity, j);
            if (strcmp(one->number, other->number) != 0 || is_one_name(one->name, other->name) ||
                !g_hash_table_add(told, (gpointer)one->number))
                continue;
            const bool fewer = one->papers < other->papers;
            tell_names(check, group, fewer ? one : other, fewer ? other : one);
        }
    }
}

/* Each person once: the number that most papers have, of as many the first, against the first other one. */
void identities_check(Check *check, const CaseGroup *group)
{
    g_autoptr(GArray) known = g_array_new(FALSE, FALSE, sizeof(Identity));
    g_autoptr(GHashTable) told = g_hash_table_new(g_str_hash, g_str_equal);
    g_array_set_clear_func(known, identity_clear);
    casegroup_each_document(group, look, known);
    for (guint i = 0; i < known->len; i++) {
        const Identity *most = &g_array_index(known, Identity, i), *odd = NULL;
        if (!g_hash_table_add(told, most->name))
            continue;
        for (guint j = i + 1; j < known->len; j++) {
            const Identity *one = &g_array_index(known, Identity, j);
            if (strcmp(one->name, most->name) != 0)
                continue;
            const bool more = one->papers > most->papers;
            odd = more ? most : odd ? odd : one;
            most = more ? one : most;
        }
        if (odd)
            tell(check, group, odd, most);
    }
    check_numbers(check, group, known);
}
