#include "patternneed.h"

#include <string.h>

enum { DEPTH_MAX = 32 };

/* At whatever is not understood, nothing is known of the whole pattern. */
typedef struct {
    const char *at;
    int depth;
    bool unclear;
} Look;

/* A branch of a group: what was best so far, and the piece in hand with its last character (FROM is NULL: none). */
typedef struct {
    PatternNeed best;
    const char *from, *last;
} Branch;

static void look_alternatives(Look *look, PatternNeed *need);

/* The longer the shortest piece, the more texts lack them all. */
static size_t worth(const PatternNeed *need)
{
    size_t shortest = need->count > 0 ? need->pieces[0].size : 0;
    for (guint i = 1; i < need->count; i++)
        shortest = MIN(shortest, need->pieces[i].size);
    return shortest;
}

static void offer(Branch *branch, const PatternNeed *need)
{
    if (worth(need) > worth(&branch->best))
        branch->best = *need;
}

/* The piece in hand ends at END. */
static void end_piece(Branch *branch, const char *end)
{
    PatternNeed need = {.count = 1, .pieces = {{branch->from, branch->from ? (size_t)(end - branch->from) : 0}}};
    offer(branch, &need);
    branch->from = NULL;
}

static void add_character(Look *look, Branch *branch)
{
    branch->from = branch->from ? branch->from : look->at;
    branch->last = look->at;
    look->at = g_utf8_next_char(look->at);
}

/* Moves behind "\d", "\p{…}" and the like. */
static void pass_escape(Look *look)
{
    char sign = look->at[1];
    if (sign == 'p' || sign == 'P') {
        const char *close = look->at[2] == '{' ? strchr(look->at, '}') : NULL;
        look->unclear = !close;
        look->at = close ? close + 1 : look->at;
        return;
    }
    look->unclear = !sign || (g_ascii_isalnum(sign) && !strchr("dDwWsSbBhHvVRXAzZntr", sign));
    look->at += look->unclear ? 0 : 2;
}

static void pass_class(Look *look)
{
    look->at += look->at[1] == '^' ? 2 : 1;
    look->at += *look->at == ']' ? 1 : 0;
    while (!look->unclear && *look->at != ']') {
        if (*look->at == '\\')
            pass_escape(look);
        else if (*look->at == '[' || *look->at == '\0')
            look->unclear = true;
        else
            look->at++;
    }
    look->at += look->unclear ? 0 : 1;
}

/* Moves behind what opens a group; *HOLDS: what is in it is part of the match.  Flags such as "(?i)" are not
 * understood. */
static void open_group(Look *look, bool *holds)
{
    static const struct { const char *sign; bool holds; } known[] = {
        {"(?:", true}, {"(?>", true}, {"(?=", false}, {"(?!", false}, {"(?<=", false}, {"(?<!", false}};
    *holds = true;
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
        if (g_str_has_prefix(look->at, known[i].sign)) {
            *holds = known[i].holds;
            look->at += strlen(known[i].sign);
            return;
        }
    bool named = g_str_has_prefix(look->at, "(?<") || g_str_has_prefix(look->at, "(?P<");
    const char *close = named ? strchr(look->at, '>') : NULL;
    look->unclear = named ? !close : look->at[1] == '?' || look->at[1] == '*';
    look->at = close ? close + 1 : look->at + 1;
}

static bool may_be_missing(const char *quantifier)
{
    return *quantifier == '?' || *quantifier == '*' || *quantifier == '{';
}

static void look_group(Look *look, Branch *branch)
{
    PatternNeed need = {0};
    bool holds;
    end_piece(branch, look->at);
    open_group(look, &holds);
    if (!look->unclear)
        look_alternatives(look, &need);
    look->unclear = look->unclear || *look->at != ')';
    if (look->unclear)
        return;
    look->at++;
    if (holds && !may_be_missing(look->at))
        offer(branch, &need);
}

static void look_escape(Look *look, Branch *branch)
{
    end_piece(branch, look->at);
    if (look->at[1] && !g_ascii_isalnum(look->at[1])) { /* the sign itself */
        look->at++;
        add_character(look, branch);
    } else {
        pass_escape(look);
    }
}

/* What may be missing is no part of a piece; what is there once or more ends it. */
static void look_quantifier(Look *look, Branch *branch)
{
    end_piece(branch, branch->from && may_be_missing(look->at) ? branch->last : look->at);
    look->at += *look->at == '{' ? strspn(look->at, "{0123456789,}") : 1;
}

static void look_next(Look *look, Branch *branch)
{
    switch (*look->at) {
    case '\\':
        look_escape(look, branch);
        break;
    case '[':
        end_piece(branch, look->at);
        pass_class(look);
        break;
    case '(':
        look_group(look, branch);
        break;
    case '*':
    case '+':
    case '?':
    case '{':
        look_quantifier(look, branch);
        break;
    case '.':
    case '^':
    case '$':
        end_piece(branch, look->at++);
        break;
    default:
        add_character(look, branch);
    }
}

/* One branch, up to what ends it. */
static void look_branch(Look *look, PatternNeed *need)
{
    Branch branch = {0};
    while (!look->unclear && *look->at && *look->at != '|' && *look->at != ')')
        look_next(look, &branch);
    end_piece(&branch, look->at);
    *need = branch.best;
}

/* All branches, up to the end of the group: one of what each needs; nothing, when one needs nothing. */
static void look_alternatives(Look *look, PatternNeed *need)
{
    bool all = true;
    need->count = 0;
    look->unclear = look->unclear || ++look->depth > DEPTH_MAX;
    while (!look->unclear) {
        PatternNeed one;
        look_branch(look, &one);
        all = all && one.count > 0 && need->count + one.count <= NEED_PIECES_MAX;
        for (guint i = 0; all && i < one.count; i++)
            need->pieces[need->count++] = one.pieces[i];
        if (look->unclear || *look->at != '|')
            break;
        look->at++;
    }
    need->count = all && !look->unclear ? need->count : 0;
    look->depth--;
}

void pattern_need(const char *source, PatternNeed *need)
{
    Look look = {.at = source};
    look_alternatives(&look, need);
    if (look.unclear || *look.at != '\0')
        need->count = 0;
}

bool pattern_need_met(const PatternNeed *need, const char *text, size_t length)
{
    for (guint i = 0; i < need->count; i++)
        if (memmem(text, length, need->pieces[i].text, need->pieces[i].size) != NULL)
            return true;
    return need->count == 0;
}
