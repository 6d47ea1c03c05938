/* Of whom a proof tells in a sentence (兹证明张三同志…), and whether that person led a case or assisted; whom a story or a statement
 * of the role played is about. */
#include <string.h>

#include "docnumber.h"
#include "matchtext.h"
#include "reading.h"
#include "text.h"

#define ATTESTS "证明"
#define COMRADE "同志"

/* What stands before the name in 兹证明[我局]张三同志, or in a paper that is called a PROOF in [我局]张三同志; NULL for neither. */
static const char *before_name(const char *squeezed, bool proof)
{
    const char *attests = strstr(squeezed, ATTESTS);
    if (attests && attests - squeezed <= (long)strlen("特此兹")) {
        attests += strlen(ATTESTS);
        return attests + strspn(attests, ":,");
    }
    return proof ? squeezed : NULL;
}

/* Where that name begins in SQUEEZED, and in *LENGTH its bytes; NULL for no such sentence, or one that says whom it means
 * elsewhere (下列同志, 该同志). */
static const char *name_in(const char *squeezed, bool proof, size_t *length)
{
    enum { NAME_CHARS_MIN = 2, NAME_CHARS_MAX = 3 };
    static const char *const makers[] = {"我局", "本局", "我单位", "本单位", "我大队", "我支队", "我队"};
    static const char *const nobody[] = {"以下", "下列", "上述", "以上", "有关", "相关", "全体", "我", "本", "该", "此", "这",
                                         "各", "两", "二", "三", "四", "五", "几", "多名", "其", NULL};
    const char *name = before_name(squeezed, proof);
    if (!name)
        return NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(makers); i++)
        if (g_str_has_prefix(name, makers[i])) {
            name += strlen(makers[i]);
            break;
        }
    const char *end = strstr(name, COMRADE);
    glong chars = end ? g_utf8_strlen(name, end - name) : 0;
    if (chars < NAME_CHARS_MIN || chars > NAME_CHARS_MAX)
        return NULL;
    for (const char *const *word = nobody; *word; word++)
        if (g_str_has_prefix(name, *word))
            return NULL;
    for (const char *p = name; p < end; p = g_utf8_next_char(p))
        if (g_unichar_get_script(g_utf8_get_char(p)) != G_UNICODE_SCRIPT_HAN)
            return NULL;
    *length = (size_t)(end - name);
    return name;
}

/* The paper without blanks; NULL when it has more than BYTES_MAX.  Caller frees. */
static char *whole_text(const Gather *gather, size_t bytes_max)
{
    g_autoptr(GString) whole = g_string_new(NULL);
    for (uint32_t i = gather->part->first; i < gather->part->end; i++) {
        g_autofree char *line = matchtext_squeeze(gather->reading->docx->paragraphs[i].text);
        text_add_line(whole, line);
        if (whole->len > bytes_max)
            return NULL;
    }
    return g_string_free(g_steal_pointer(&whole), FALSE);
}

static bool is_proof(const Gather *gather)
{
    const char *title = gather->document->title;
    return title && strstr(title, ATTESTS);
}

/* Whether the paper attests things of several people: whose case is told in it cannot be known by its number. */
static bool is_of_several(const Gather *gather)
{
    g_autofree char *first = NULL;
    for (uint32_t i = gather->part->first; i < gather->part->end; i++) {
        g_autofree char *squeezed = matchtext_squeeze(gather->reading->docx->paragraphs[i].text);
        size_t length = 0;
        const char *name = name_in(squeezed, is_proof(gather), &length);
        if (name && first && strncmp(name, first, MAX(length, strlen(first))) != 0)
            return true;
        first = name && !first ? g_strndup(name, length) : first;
    }
    return false;
}

static void gather_proof(Gather *gather)
{
    enum { BYTES_MAX = 6000 };
    for (uint32_t i = gather->part->first; i < gather->part->end; i++) {
        g_autofree char *squeezed = matchtext_squeeze(gather->reading->docx->paragraphs[i].text);
        size_t length = 0;
        const char *name = name_in(squeezed, is_proof(gather), &length);
        g_autofree char *whole = name ? whole_text(gather, BYTES_MAX) : NULL;
        if (!whole)
            continue;
        gather_add_value(gather, "attested", 1, "attested", i, whole, g_strndup(name, length), NULL, VALUE_VALID);
        return;
    }
}

/* ---- 张三同志先进事迹; 张三同志在…一案中为主办人 ---- */

/* Whether the paper of WHOLE speaks of itself as of 本人 below its title: then whoever it names is somebody beside. */
static bool speaks_of_self(const char *whole)
{
    static const char *const self[] = {"本人", "我在", "我是", "我作为", "我负责", "我担任", "我主", "我参", "我协", NULL};
    const char *body = strchr(whole, '\n');
    return body && text_has_any(body, self);
}

/* The first person that the pattern RULE finds in the paper, by its own name, with the paper as the quotation. */
static void gather_subject(Gather *gather, const NamedPattern *rule)
{
    enum { BYTES_MAX = 24000 };
    Matcher *matcher = gather->reading->matcher;
    for (uint32_t i = gather->part->first; rule && i < gather->part->end; i++) {
        g_autofree char *line = matchtext_squeeze(gather->reading->docx->paragraphs[i].text);
        size_t start, end;
        if (!extractrules_when(rule->when, line) || !matcher_find(matcher, rule->pattern, line, strlen(line), 0) ||
            !matcher_span(matcher, pattern_group(rule->pattern, "name"), &start, &end))
            continue;
        g_autofree char *name = g_strndup(line + start, end - start), *whole = whole_text(gather, BYTES_MAX);
        const bool masked = strstr(name, "某") || strchr(name, '*');
        if (whole && !masked && !speaks_of_self(whole))
            gather_add_value(gather, "attested", 1, rule->id, i, whole, g_steal_pointer(&name), NULL, VALUE_VALID);
        return;
    }
}

void gather_attested(Gather *gather)
{
    const char *type = gather->document->type;
    if (strcmp(type, "other") == 0)
        gather_proof(gather);
    else if (strcmp(type, "story") == 0)
        gather_subject(gather, extractrules_named(gather->reading->rules, "story-of"));
    else if (strcmp(type, "role-statement") == 0)
        gather_subject(gather, extractrules_named(gather->reading->rules, "role-of"));
}

/* ---- 张三同志(执法证号…)协办了… ---- */

/* SQUEEZED from FROM on without what stands in brackets.  Caller frees. */
static char *outside_brackets(const char *from)
{
    GString *plain = g_string_new(NULL);
    int depth = 0;
    for (const char *p = from; *p; p++) {
        depth += *p == '(';
        if (depth == 0)
            g_string_append_c(plain, *p);
        depth -= *p == ')' && depth > 0;
    }
    return g_string_free(plain, FALSE);
}

/* The role that the pattern RULE finds in CLAUSE, with the *WORD for it (caller frees); ROLE_NONE and nothing. */
static int role_by(const Gather *gather, const char *rule, const char *clause, char **word)
{
    static const struct { const char *group; int role; } told[] = {{"lead", ROLE_LEAD}, {"member", ROLE_MEMBER}};
    const NamedPattern *named = extractrules_named(gather->reading->rules, rule);
    Matcher *matcher = gather->reading->matcher;
    size_t start, end;
    if (!named || !extractrules_when(named->when, clause) || !matcher_find(matcher, named->pattern, clause, strlen(clause), 0))
        return ROLE_NONE;
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++)
        if (matcher_span(matcher, pattern_group(named->pattern, told[i].group), &start, &end)) {
            *word = g_strndup(clause + start, end - start);
            return told[i].role;
        }
    return ROLE_NONE;
}

/* What CLAUSE says that the person did or was, which is only sure of the FIRST behind the name, or was, which any may say. */
static int role_of(const Gather *gather, const char *clause, bool first, char **word)
{
    static const char *const rules[] = {"role-did", "role-was", "role-was-anywhere"};
    const size_t count = G_N_ELEMENTS(rules);
    int role = ROLE_NONE;
    for (size_t i = first ? 0 : count - 1; i < count && role == ROLE_NONE; i++)
        role = role_by(gather, rules[i], clause, word);
    return role;
}

/* True when CLAUSE says another role than ROLE of the same person, or of nobody who is named. */
static bool is_doubt(const char *clause, int role)
{
    static const char *const lead[] = {"主持", "主办", NULL}, *const member[] = {"协办", "协助", NULL},
                             *const others[] = {COMRADE, "人为", "人员为", "人是", "人员是", "人系", "人员系", NULL};
    return text_has_any(clause, role == ROLE_LEAD ? member : lead) && !text_has_any(clause, others);
}

/* The role that the first of CLAUSES to tell any tells, if none of the others tells the other one; ROLE_NONE. */
static int role_in(const Gather *gather, char *const *clauses, char **word)
{
    g_autofree char *found = NULL;
    int role = ROLE_NONE;
    char *const *at = clauses;
    for (; *at && role == ROLE_NONE; at++)
        role = role_of(gather, *at, at == clauses, &found);
    for (char *const *each = clauses; *each && role != ROLE_NONE; each++)
        if (each + 1 != at && is_doubt(*each, role))
            return ROLE_NONE;
    *word = g_steal_pointer(&found);
    return role;
}

/* TEXT at its commas, semicolons and full stops.  Free with g_strfreev. */
static char **clauses_of(const char *text)
{
    g_auto(GStrv) sentences = g_strsplit(text, "。", -1);
    g_autofree char *joined = g_strjoinv(",", sentences);
    return g_strsplit_set(joined, ",;", -1);
}

int attested_role(const Gather *gather, const char *text, char **word)
{
    g_autofree char *squeezed = matchtext_squeeze(text);
    size_t length = 0;
    const char *name = name_in(squeezed, is_proof(gather), &length);
    if (!name || is_of_several(gather))
        return ROLE_NONE;
    g_autofree char *plain = outside_brackets(name + length + strlen(COMRADE));
    g_auto(GStrv) clauses = clauses_of(plain);
    return role_in(gather, clauses, word);
}
