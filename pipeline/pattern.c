#include "pattern.h"

#include <string.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "fault.h"
#include "lang.h"
#include "patternneed.h"
#include "underwatch.h"

enum {
    MATCH_LIMIT = 200000,      /* steps of one match: some milliseconds */
    DEPTH_LIMIT = 2000,
    HEAP_LIMIT_KIB = 4096,
    JIT_STACK_MIN = 32 * 1024,
    JIT_STACK_MAX = 512 * 1024,
    GROUPS_MAX = 64,
    EXPANDED_MAX = 64 * 1024,
    NESTING_MAX = 16
};

struct PatternDefs {
    GHashTable *sources; /* char * → char * */
};

struct Pattern {
    char *source;     /* with its definitions in place */
    pcre2_code *code; /* NULL: not compiled yet */
    int last_byte;    /* that every match holds; -1: none that is known */
    gsize compiled, translated; /* not 0 once it has been tried */
    PatternNeed *need;          /* of the source */
    gsize looked;               /* not 0 once NEED is there */
};

struct Matcher {
    pcre2_match_context *context;
    pcre2_match_data *data;
    pcre2_jit_stack *stack;
    uint64_t limited;
    uint32_t groups; /* of the last match */
};

PatternDefs *pattern_defs_new(void)
{
    PatternDefs *defs = g_new0(PatternDefs, 1);
    defs->sources = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    return defs;
}

void pattern_defs_free(PatternDefs *defs)
{
    if (!defs)
        return;
    g_hash_table_unref(defs->sources);
    g_free(defs);
}

bool pattern_defs_add(PatternDefs *defs, const char *name, const char *source)
{
    if (g_hash_table_contains(defs->sources, name))
        return false;
    return g_hash_table_insert(defs->sources, g_strdup(name), g_strdup(source));
}

static gboolean expand_into(const PatternDefs *defs, const char *source, int nesting, GString *out, GError **error)
{
    for (const char *p = source; *p;) {
        const char *use = strstr(p, "(?P>"), *close = use ? strchr(use, ')') : NULL;
        if (!close) {
            g_string_append(out, p);
            break;
        }
        g_string_append_len(out, p, use - p);
        g_autofree char *name = g_strndup(use + 4, (gsize)(close - use - 4));
        const char *body = defs ? g_hash_table_lookup(defs->sources, name) : NULL;
        if (!body)
            return fault_input(error, FAULT_BAD, tr("没有名为“%s”的共用定义", "there is no definition named \"%s\""), name);
        if (nesting >= NESTING_MAX || out->len > EXPANDED_MAX)
            return fault_input(error, FAULT_BAD, tr("共用定义“%s”引用了自身，或展开后过长", "the definition \"%s\" uses itself or grows too long"), name);
        g_string_append(out, "(?:");
        if (!expand_into(defs, body, nesting + 1, out, error))
            return FALSE;
        g_string_append_c(out, ')');
        p = close + 1;
    }
    return TRUE;
}

char *pattern_defs_expand(const PatternDefs *defs, const char *source, GError **error)
{
    g_autoptr(GString) out = g_string_new(NULL);
    if (!expand_into(defs, source, 0, out, error))
        return NULL;
    return g_string_free(g_steal_pointer(&out), FALSE);
}

/* PCRE2 counts 、 。 《 and their like among \p{Han}, because Chinese uses them too; people mean the characters alone. */
static char *han_is_script(const char *source)
{
    g_auto(GStrv) parts = g_strsplit(source, "\\p{Han}", -1);
    return g_strjoinv("\\p{sc:Han}", parts);
}

Pattern *pattern_new(const char *source, const PatternDefs *defs, GError **error)
{
    g_autofree char *source_of_all = pattern_defs_expand(defs, source, error);
    if (!source_of_all)
        return NULL;
    Pattern *pattern = g_new0(Pattern, 1);
    pattern->source = han_is_script(source_of_all);
    return pattern;
}

/* The last literal byte of PATTERN that no match can be without.  A letter may stand for its other case. */
static int required_byte(const pcre2_code *code)
{
    uint32_t known = 0, byte = 0;
    pcre2_pattern_info(code, PCRE2_INFO_LASTCODETYPE, &known);
    pcre2_pattern_info(code, PCRE2_INFO_LASTCODEUNIT, &byte);
    return known == 1 && !g_ascii_isalpha((char)byte) ? (int)byte : -1;
}

static gboolean compile(Pattern *pattern, GError **error)
{
    int code = 0;
    PCRE2_SIZE offset = 0;
    uint32_t how = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C, groups = 0; /* \C would cut characters in two */
    pcre2_code *compiled =
        pcre2_compile((PCRE2_SPTR)pattern->source, PCRE2_ZERO_TERMINATED, how, &code, &offset, NULL);
    if (compiled)
        pcre2_pattern_info(compiled, PCRE2_INFO_CAPTURECOUNT, &groups);
    if (compiled && groups < GROUPS_MAX) {
        pattern->code = compiled;
        pattern->last_byte = required_byte(compiled);
        return TRUE;
    }
    PCRE2_UCHAR reason[160] = "too many groups";
    if (!compiled)
        pcre2_get_error_message(code, reason, sizeof reason);
    pcre2_code_free(compiled);
    const char *source = pattern->source;
    g_autofree char *rest = g_strndup(source + MIN(offset, strlen(source)), 30), *near = g_utf8_make_valid(rest, -1);
    if (*near)
        return fault_input(error, FAULT_BAD, tr("模式有误：%s，在“%s”之前", "bad pattern: %s, before \"%s\""), (const char *)reason, near);
    return fault_input(error, FAULT_BAD, tr("模式有误：%s，在末尾", "bad pattern: %s, at its end"), (const char *)reason);
}

gboolean pattern_compile(Pattern *pattern, GError **error)
{
    if (!g_once_init_enter(&pattern->compiled))
        return pattern->code || compile(pattern, error); /* which fails again, and says why */
    gboolean ok = compile(pattern, error);
    g_once_init_leave(&pattern->compiled, 1);
    return ok;
}

void pattern_free(Pattern *pattern)
{
    if (!pattern)
        return;
    pcre2_code_free(pattern->code);
    g_free(pattern->need);
    g_free(pattern->source);
    g_free(pattern);
}

bool pattern_is_bad(const Pattern *pattern)
{
    return pattern->compiled && !pattern->code;
}

int pattern_group(const Pattern *pattern, const char *name)
{
    if (!pattern->code)
        return -1;
    int number = pcre2_substring_number_from_name(pattern->code, (PCRE2_SPTR)name);
    return number > 0 ? number : -1;
}

Matcher *matcher_new(void)
{
    Matcher *matcher = g_new0(Matcher, 1);
    matcher->context = pcre2_match_context_create(NULL);
    matcher->data = pcre2_match_data_create(GROUPS_MAX, NULL);
    matcher->stack = pcre2_jit_stack_create(JIT_STACK_MIN, JIT_STACK_MAX, NULL);
    g_assert(matcher->context && matcher->data);
    pcre2_set_match_limit(matcher->context, MATCH_LIMIT);
    pcre2_set_depth_limit(matcher->context, DEPTH_LIMIT);
    pcre2_set_heap_limit(matcher->context, HEAP_LIMIT_KIB);
    if (matcher->stack)
        pcre2_jit_stack_assign(matcher->context, NULL, matcher->stack);
    return matcher;
}

void matcher_free(Matcher *matcher)
{
    if (!matcher)
        return;
    pcre2_match_data_free(matcher->data);
    pcre2_match_context_free(matcher->context);
    pcre2_jit_stack_free(matcher->stack);
    g_free(matcher);
}

/* Translating costs more than compiling, and most patterns never meet a text that could hold them.  Always
 * before the first match, as the interpreter counts steps otherwise: what a text gives must not depend on
 * what was read before it. */
static void translate(Pattern *pattern)
{
    if (!g_once_init_enter(&pattern->translated))
        return;
    /* valgrind takes its vector loads for reads beyond the text; the interpreter gives the same */
    if (!under_watch())
        pcre2_jit_compile(pattern->code, PCRE2_JIT_COMPLETE);
    g_once_init_leave(&pattern->translated, 1);
}

/* Whether TEXT holds what PATTERN needs, from what is known of it before it is compiled.  Always asked, as limits are met or
 * not: what a text gives must not depend on what was read before it. */
static bool meets_need(Pattern *pattern, const char *text, size_t length)
{
    if (g_once_init_enter(&pattern->looked)) {
        PatternNeed need;
        pattern_need(pattern->source, &need);
        gsize size = offsetof(PatternNeed, pieces) + need.count * sizeof need.pieces[0];
        pattern->need = g_memdup2(&need, size);
        g_once_init_leave(&pattern->looked, 1);
    }
    return pattern_need_met(pattern->need, text, length);
}

/* Whether TEXT could hold PATTERN, from what is known of it untranslated. */
static bool could_hold(const Pattern *pattern, const char *text, size_t length)
{
    return pattern->last_byte < 0 || memchr(text, pattern->last_byte, length) != NULL;
}

bool matcher_find(Matcher *matcher, const Pattern *given, const char *text, size_t length, size_t from)
{
    Pattern *pattern = (Pattern *)given; /* only what is made of its source changes */
    matcher->groups = 0;
    if (from > length || matcher->limited >= MATCHER_LIMITED_MAX)
        return false;
    if (!meets_need(pattern, text + from, length - from))
        return false;
    if (!pattern_compile(pattern, NULL)) /* pattern_is_bad() tells */
        return false;
    if (!could_hold(pattern, text + from, length - from))
        return false;
    translate(pattern);
    int found = pcre2_match(pattern->code, (PCRE2_SPTR)text, length, from, PCRE2_NO_UTF_CHECK, matcher->data, matcher->context);
    if (found < 0 && found != PCRE2_ERROR_NOMATCH)
        matcher->limited++;
    matcher->groups = found > 0 ? (uint32_t)found : 0;
    return found > 0;
}

bool matcher_span(const Matcher *matcher, int group, size_t *start, size_t *end)
{
    if (group < 0 || (uint32_t)group >= matcher->groups)
        return false;
    const PCRE2_SIZE *ovector = pcre2_get_ovector_pointer(matcher->data);
    ovector += (size_t)2 * (size_t)group;
    *start = ovector[0];
    *end = ovector[1];
    return *start != PCRE2_UNSET && *end >= *start;
}

void matcher_begin(Matcher *matcher)
{
    matcher->limited = 0;
}

uint64_t matcher_limited(const Matcher *matcher)
{
    return matcher->limited;
}
