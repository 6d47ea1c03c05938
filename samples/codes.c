#include "codes.h"

#include <string.h>

#define CREDIT_ALPHABET "0123456789ABCDEFGHJKLMNPQRTUWXY"

static char organisation_check(const char digits[8]) {
    static const int weights[] = {3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < 8; i++) sum += (digits[i] - '0') * weights[i];
    int check = 11 - sum % 11;
    return check == 10 ? 'X' : check == 11 ? '0' : (char)('0' + check);
}

static void organisation_digits(Noise *noise, char out[10]) {
    for (int i = 0; i < 8; i++) out[i] = (char)('0' + noise_below(noise, 10));
    out[8] = organisation_check(out);
    out[9] = 0;
}

char *code_organisation(Noise *noise) {
    char digits[10];
    organisation_digits(noise, digits);
    return g_strdup_printf("%.8s-%c", digits, digits[8]);
}

char *code_credit(Noise *noise, const char *region) {
    static const int weights[] = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    char digits[10];
    organisation_digits(noise, digits);
    g_autofree char *body = g_strdup_printf("91%s%s", region, digits);
    int sum = 0;
    for (int i = 0; i < 17; i++)
        sum += (int)(strchr(CREDIT_ALPHABET, body[i]) - CREDIT_ALPHABET) * weights[i];
    return g_strdup_printf("%s%c", body, CREDIT_ALPHABET[(31 - sum % 31) % 31]);
}

char *code_registration(Noise *noise, const char *region) {
    g_autofree char *body = g_strdup_printf("%s%08u", region, noise_below(noise, 99999999));
    int product = 10;
    for (int i = 0; i < 14; i++) {
        int sum = (body[i] - '0' + product) % 10;
        product = (sum ? sum : 10) * 2 % 11;
    }
    return g_strdup_printf("%s%d", body, (11 - product) % 10);
}

/* One group of four digits; a zero between two others is written once. */
static gboolean append_group(GString *out, int value, gboolean zero_before) {
    static const char *const digits[] = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
    static const char *const units[] = {"仟", "佰", "拾", ""};
    gboolean zero = zero_before;
    for (int i = 0, unit = 1000; i < 4; i++, unit /= 10) {
        int digit = value / unit % 10;
        if (!digit) {
            zero = TRUE;
            continue;
        }
        if (zero && out->len) g_string_append(out, "零");
        zero = FALSE;
        g_string_append_printf(out, "%s%s", digits[digit], units[i]);
    }
    return zero;
}

char *yuan_capital(int64_t yuan) {
    static const char *const names[] = {"亿", "万", ""};
    GString *out = g_string_new(NULL);
    gboolean zero = FALSE;
    int64_t unit = 100000000;
    for (int i = 0; i < 3; i++, unit /= 10000) {
        int group = (int)(yuan / unit % 10000);
        if (!group) {
            zero = TRUE;
            continue;
        }
        append_group(out, group, zero || (out->len && group < 1000));
        g_string_append(out, names[i]);
        zero = FALSE;
    }
    g_string_append(out, "元整");
    return g_string_free(out, FALSE);
}

char *yuan_plain(int64_t yuan, gboolean short_form) {
    if (short_form && yuan % 10000 == 0) return g_strdup_printf("%" G_GINT64_FORMAT "万", yuan / 10000);
    return g_strdup_printf("%" G_GINT64_FORMAT, yuan);
}

char *yuan_grouped(int64_t yuan) {
    g_autofree char *plain = g_strdup_printf("%" G_GINT64_FORMAT, yuan);
    GString *out = g_string_new(NULL);
    size_t length = strlen(plain);
    for (size_t i = 0; i < length; i++) {
        if (i && (length - i) % 3 == 0) g_string_append_c(out, ',');
        g_string_append_c(out, plain[i]);
    }
    g_string_append(out, ".00");
    return g_string_free(out, FALSE);
}
