/* What a proof says in a sentence: of whom (兹证明张三同志…), and whether that person led a case or assisted. */
#include <string.h>

#include "docnumber.h"
#include "matchtext.h"
#include "reading.h"
#include "text.h"

#define ATTESTS "证明"
#define COMRADE "同志"

/* Where the name in 兹证明[我局]张三同志 begins in SQUEEZED, and in *LENGTH its bytes; NULL for no such sentence, or one
 * that says whom it means elsewhere (下列同志, 该同志). */
static const char *name_in(const char *squeezed, size_t *length)
{
    enum { NAME_CHARS_MIN = 2, NAME_CHARS_MAX = 3 };
    static const char *const makers[] = {"我局", "本局", "我单位", "本单位", "我大队", "我支队", "我队"};
    static const char *const nobody[] = {"以下", "下列", "上述", "以上", "有关", "相关", "全体", "我", "本", "该", "此", "这",
                                         "各", "两", "二", "三", "四", "五", "几", "多名", "其", NULL};
    const char *name = strstr(squeezed, ATTESTS);
    if (!name || name - squeezed > (long)strlen("特此兹"))
        return NULL;
    name += strlen(ATTESTS);
    name += strspn(name, ":,");
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

/* The paper without blanks; NULL when it is long.  Caller frees. */
static char *whole_text(const Gather *gather)
{
    enum { TEXT_BYTES_MAX = 6000 };
    g_autoptr(GString) whole = g_string_new(NULL);
    for (uint32_t i = gather->part->first; i < gather->part->end; i++) {
        g_autofree char *line = matchtext_squeeze(gather->reading->docx->paragraphs[i].text);
        text_add_line(whole, line);
        if (whole->len > TEXT_BYTES_MAX)
            return NULL;
    }
    return g_string_free(g_steal_pointer(&whole), FALSE);
}

void gather_attested(Gather *gather)
{
    if (strcmp(gather->document->type, "other") != 0)
        return;
    for (uint32_t i = gather->part->first; i < gather->part->end; i++) {
        g_autofree char *squeezed = matchtext_squeeze(gather->reading->docx->paragraphs[i].text);
        size_t length = 0;
        const char *name = name_in(squeezed, &length);
        g_autofree char *whole = name ? whole_text(gather) : NULL;
        if (!whole)
            continue;
        gather_add_value(gather, "attested", 1, "attested", i, whole, g_strndup(name, length), NULL, VALUE_VALID);
        return;
    }
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
static const RoleWord was[] = {{"主办人", ROLE_LEAD}, {"主办人员", ROLE_LEAD}, {"协办人", ROLE_MEMBER}, {"协办人员", ROLE_MEMBER}};

/* The word with which CLAUSE says what the person did (at its beginning) or was (at its end, 系…的协办人员); NULL. */
static const RoleWord *word_of(const char *clause)
{
    static const char *const being[] = {"系", "为", "担任", "是", "作为", "任"};
    for (size_t i = 0; i < G_N_ELEMENTS(did); i++)
        if (g_str_has_prefix(clause, did[i].word) && !g_str_has_prefix(clause + strlen(did[i].word), "人"))
            return &did[i];
    bool is = false;
    for (size_t i = 0; i < G_N_ELEMENTS(being) && !is; i++)
        is = g_str_has_prefix(clause, being[i]);
    for (size_t i = 0; i < G_N_ELEMENTS(was) && is; i++)
        if (g_str_has_suffix(clause, was[i].word))
            return &was[i];
    return NULL;
}

/* True when a later clause says another role than ROLE of the same person, or of nobody who is named. */
static bool is_doubted(char *const *clauses, int role)
{
    static const char *const lead[] = {"主持", "主办", NULL}, *const member[] = {"协办", "协助", NULL},
                             *const others[] = {COMRADE, "人为", "人员为", "人是", "人员是", "人系", "人员系", NULL};
    for (; *clauses; clauses++)
        if (text_has_any(*clauses, role == ROLE_LEAD ? member : lead) && !text_has_any(*clauses, others))
            return true;
    return false;
}

int attested_role(const char *text, char **word)
{
    g_autofree char *squeezed = matchtext_squeeze(text);
    size_t length = 0;
    const char *name = name_in(squeezed, &length);
    if (!name)
        return ROLE_NONE;
    g_autofree char *plain = outside_brackets(name + length + strlen(COMRADE));
    g_autoptr(GRegex) marks = g_regex_new("[,;]|。", 0, 0, NULL);
    g_auto(GStrv) clauses = g_regex_split(marks, plain, 0);
    const RoleWord *found = clauses[0] ? word_of(clauses[0]) : NULL;
    if (!found || is_doubted(clauses + 1, found->role))
        return ROLE_NONE;
    *word = g_strdup(found->word);
    return found->role;
}
