#include "workday.h"

#include <string.h>

#include "fields.h"

static GHashTable *off_days, *worked_days;

static GHashTable *day_set(GKeyFile *file, const char *key) {
    GHashTable *set = g_hash_table_new(NULL, NULL);
    g_auto(GStrv) texts = g_key_file_get_string_list(file, "calendar", key, NULL, NULL);
    for (guint i = 0; texts && texts[i]; i++) {
        Day day = day_parse_iso(g_strstrip(texts[i]));
        if (day == DAY_NONE) maker_fail("calendar.ini: %s=%s 不是日期 / is no date\n", key, texts[i]);
        g_hash_table_add(set, GINT_TO_POINTER(day));
    }
    return set;
}

void workday_load(const char *path) {
    g_autoptr(GKeyFile) file = g_key_file_new();
    g_autoptr(GError) error = NULL;
    g_key_file_load_from_file(file, path, G_KEY_FILE_NONE, &error);
    maker_check(error);
    off_days = day_set(file, "off");
    worked_days = day_set(file, "worked");
}

static gboolean workday_is(Day day) {
    g_assert(off_days);
    if (g_hash_table_contains(worked_days, GINT_TO_POINTER(day))) return TRUE;
    return day_weekday(day) <= 5 && !g_hash_table_contains(off_days, GINT_TO_POINTER(day));
}

Day workday_near(Day day, int step) {
    while (!workday_is(day)) day += step;
    return day;
}

Day workday_add(Day day, int count) {
    int step = count < 0 ? -1 : 1;
    for (; count != 0; count -= step) day = workday_near(day + step, step);
    return day;
}

char *day_text(Day day) {
    int year, month, dom;
    day_to_ymd(day, &year, &month, &dom);
    return g_strdup_printf("%d年%d月%d日", year, month, dom);
}

static void append_small(GString *out, int value) {
    static const char *const digits[] = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    if (value >= 20) g_string_append(out, digits[value / 10]);
    if (value >= 10) g_string_append(out, "十");
    if (value % 10) g_string_append(out, digits[value % 10]);
}

char *day_text_capital(Day day) {
    static const char *const digits[] = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    int year, month, dom;
    day_to_ymd(day, &year, &month, &dom);
    GString *out = g_string_new(NULL);
    for (int unit = 1000; unit; unit /= 10) g_string_append(out, digits[year / unit % 10]);
    g_string_append(out, "年");
    append_small(out, month);
    g_string_append(out, "月");
    append_small(out, dom);
    g_string_append(out, "日");
    return g_string_free(out, FALSE);
}
