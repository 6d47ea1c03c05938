#include "creditcode.h"

#include <string.h>

#include <glib.h>

#include "text.h"

static const char credit_alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/* Upper-case ASCII without blanks and hyphens; NULL when something else is in it or it is too long. */
static char *squeeze(const char *text)
{
    GString *code = g_string_new(NULL);
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = text_fold_width(g_utf8_get_char(p));
        if (text_is_blank(c) || c == '-' || c == 0x2014 || c == 0x2013 || c == 0x2010)
            continue;
        if (c == 0xD7)
            c = '*';
        if (c >= 128 || (!g_ascii_isalnum((char)c) && c != '*') || code->len >= 32)
            return g_string_free(code, TRUE);
        g_string_append_c(code, g_ascii_toupper((char)c));
    }
    return g_string_free(code, FALSE);
}

static bool credit_is_valid(const char *code)
{
    static const int weights[] = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    int sum = 0;
    for (int i = 0; i < 18; i++) {
        const char *at = strchr(credit_alphabet, code[i]);
        if (!at)
            return false;
        int value = (int)(at - credit_alphabet);
        if (i == 17)
            return value == (31 - sum % 31) % 31;
        sum += value * weights[i];
    }
    return false;
}

static bool organisation_is_valid(const char *code)
{
    static const int weights[] = {3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < 8; i++) {
        if (!g_ascii_isalnum(code[i]))
            return false;
        sum += weights[i] * (g_ascii_isdigit(code[i]) ? code[i] - '0' : code[i] - 'A' + 10);
    }
    int check = 11 - sum % 11;
    return code[8] == (check == 10 ? 'X' : check == 11 ? '0' : (char)('0' + check));
}

static bool registration_is_valid(const char *code)
{
    int p = 10;
    for (int i = 0; i < 14; i++) {
        int s = (p + (code[i] - '0')) % 10;
        p = (s == 0 ? 10 : s) * 2 % 11;
    }
    return (p + (code[14] - '0')) % 10 == 1;
}

/* Hidden figures: an asterisk, or a run of two X.  The check figures of a code may be XX, so that one of two X that fits is whole; of a
 * longer run, that the check figure fits is chance: 91431223XXXXXXXXXX.  One of two X that has more figures than a code has hides none: an X
 * was typed twice. */
static bool is_masked(const char *code)
{
    enum { FIGURES = 18 };
    const size_t length = strlen(code);
    return strchr(code, '*') || strstr(code, "XXX") || (strstr(code, "XX") && (length < FIGURES || (length == FIGURES && !credit_is_valid(code))));
}

CodeKind creditcode_judge(const char *text, CodeStatus *status)
{
    g_autofree char *code = squeeze(text);
    size_t length = code ? strlen(code) : 0;
    if (length < 8)
        return CODE_NONE;
    bool masked = is_masked(code);
    if (masked && length >= 12 && length <= 22) {
        *status = CODE_MASKED;
        return length == 15 && !strchr("ANY159", code[0]) ? CODE_REGISTRATION : CODE_CREDIT;
    }
    if (masked && length == 9) {
        *status = CODE_MASKED;
        return CODE_ORGANISATION;
    }
    bool digits = strspn(code, "0123456789") == length;
    if (length == 18) {
        *status = credit_is_valid(code) ? CODE_VALID : CODE_INVALID;
        return CODE_CREDIT;
    }
    if (length == 9) {
        *status = organisation_is_valid(code) ? CODE_VALID : CODE_INVALID;
        return CODE_ORGANISATION;
    }
    if ((length == 15 || length == 13) && digits) {
        *status = length == 13 || registration_is_valid(code) ? CODE_VALID : CODE_INVALID;
        return CODE_REGISTRATION;
    }
    if (length == 17 || length == 19) { /* a character lost or doubled */
        *status = CODE_INVALID;
        return CODE_CREDIT;
    }
    return CODE_NONE;
}

char *creditcode_plain(const char *text)
{
    char *code = squeeze(text);
    if (!code)
        return text_squeeze(text);
    if (strlen(code) != 9)
        return code;
    char *hyphened = g_strdup_printf("%.8s-%s", code, code + 8);
    g_free(code);
    return hyphened;
}

char *creditcode_suggest(const char *text)
{
    static const char pairs[] = "O0I1S5Z2B8";
    g_autofree char *code = squeeze(text);
    CodeStatus status;
    if (!code || creditcode_judge(code, &status) != CODE_CREDIT || strlen(code) != 18 || status != CODE_INVALID)
        return NULL;
    char *found = NULL;
    for (int i = 0; i < 18; i++) {
        const char *at = strchr(pairs, code[i]);
        if (!at)
            continue;
        char kept = code[i];
        code[i] = pairs[(at - pairs) ^ 1];
        if (credit_is_valid(code)) {
            if (found) {
                g_free(found);
                return NULL;
            }
            found = g_strdup(code);
        }
        code[i] = kept;
    }
    return found;
}
