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

/* What somebody did or was, told so that it is no 参与办理 of any kind. */
typedef struct { const char *word; int role; } RoleWord;
static const RoleWord did[] = {{"主持办理", ROLE_LEAD}, {"主办", ROLE_LEAD}, {"协助办理", ROLE_MEMBER}, {"协办", ROLE_MEMBER}};
static const RoleWord was[] = {{"主办", ROLE_LEAD},   {"主持", ROLE_LEAD},   {"主要承办", ROLE_LEAD}, {"第一承办", ROLE_LEAD},
                               {"协办", ROLE_MEMBER}, {"协助", ROLE_MEMBER}, {"参与", ROLE_MEMBER}};

#define WAS "(?<role>主办|主持|主要承办|第一承办|协办|协助|参与)"

/* What a clause says that the person was: 系…的协办人员, only where the person is its subject (FIRST), as is 作为协办人参与办理;
 * 在该案中担任协办人 and 角色为协办 in any. */
static const char first_clause[] = "^(?:系|为|担任|是|作为|任)(?:.*(?:的|案|案件))?" WAS "(?:人|人员)$"
                                   "|^(?:作为|以)(?:案件|该案|本案)?(?:的)?" WAS "(?:人|人员)(?:的?身份)?(?:参与|参加|办理|承办|主持|协助|协办|主办|查处)";
static const char any_clause[] =
    "^(?:(?:并|且)?(?:在|于)?(?:该|本|此|上述)?案?件?的?(?:办理|查处|调查|调查处理|处理)?(?:过程)?中?)?(?:其|该同志|本人)?"
    "(?:(?:系|为|担任|是|作为|任|承担)(?:该案|本案|此案|上述案件|该案件|案件|)的?|(?:办案|本案|该案|案件|担任|承担|所任)?的?角色(?:为|是|:|系)?)" WAS
    "(?:人|人员|工作)?$";

static const RoleWord *word_named(const RoleWord *words, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(words[i].word, name) == 0)
            return &words[i];
    return NULL;
}

static const RoleWord *word_by(const char *pattern, const char *clause)
{
    g_autoptr(GRegex) regex = g_regex_new(pattern, G_REGEX_DUPNAMES, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    g_autofree char *role = g_regex_match(regex, clause, 0, &match) ? g_match_info_fetch_named(match, "role") : NULL;
    return role ? word_named(was, G_N_ELEMENTS(was), role) : NULL;
}

/* The word with which CLAUSE says what the person did (at its beginning, where it is the FIRST behind the name) or was; NULL. */
static const RoleWord *word_of(const char *clause, bool first)
{
    for (size_t i = 0; i < G_N_ELEMENTS(did) && first; i++)
        if (g_str_has_prefix(clause, did[i].word) && !g_str_has_prefix(clause + strlen(did[i].word), "人"))
            return &did[i];
    const RoleWord *word = first ? word_by(first_clause, clause) : NULL;
    return word ? word : word_by(any_clause, clause);
}

/* True when CLAUSE says another role than ROLE of the same person, or of nobody who is named. */
static bool is_doubt(const char *clause, int role)
{
    static const char *const lead[] = {"主持", "主办", NULL}, *const member[] = {"协办", "协助", NULL},
                             *const others[] = {COMRADE, "人为", "人员为", "人是", "人员是", "人系", "人员系", NULL};
    return text_has_any(clause, role == ROLE_LEAD ? member : lead) && !text_has_any(clause, others);
}

/* The first word with which one of CLAUSES tells a role, if none of the others tells the other; NULL. */
static const RoleWord *word_in(char *const *clauses)
{
    const RoleWord *found = NULL;
    char *const *at = clauses;
    for (; *at && !found; at++)
        found = word_of(*at, at == clauses);
    for (char *const *each = clauses; *each && found; each++)
        if (each + 1 != at && is_doubt(*each, found->role))
            return NULL;
    return found;
}

int attested_role(const Gather *gather, const char *text, char **word)
{
    g_autofree char *squeezed = matchtext_squeeze(text);
    size_t length = 0;
    const char *name = name_in(squeezed, is_proof(gather), &length);
    if (!name || is_of_several(gather))
        return ROLE_NONE;
    g_autofree char *plain = outside_brackets(name + length + strlen(COMRADE));
    g_autoptr(GRegex) marks = g_regex_new("[,;]|。", 0, 0, NULL);
    g_auto(GStrv) clauses = g_regex_split(marks, plain, 0);
    const RoleWord *found = word_in(clauses);
    if (!found)
        return ROLE_NONE;
    *word = g_strdup(found->word);
    return found->role;
}
