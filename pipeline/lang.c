#include "lang.h"

#include <string.h>

#include <glib.h>

static Lang chosen = LANG_ZH;
static bool named;

static bool lang_from(const char *name, Lang *lang)
{
    if (!name)
        return false;
    if (g_str_has_prefix(name, "zh"))
        *lang = LANG_ZH;
    else if (g_str_has_prefix(name, "en"))
        *lang = LANG_EN;
    else
        return false;
    return true;
}

bool lang_choose(const char *name)
{
    if (name) {
        if (strcmp(name, "zh") != 0 && strcmp(name, "en") != 0)
            return false;
        named = true;
        return lang_from(name, &chosen);
    }
    const char *all = g_getenv("LC_ALL");
    if (!lang_from(all, &chosen) && !lang_from(g_getenv("LANG"), &chosen))
        chosen = LANG_ZH;
    return true;
}

bool lang_is_named(void)
{
    return named;
}

void lang_set(Lang lang)
{
    chosen = lang;
}

Lang lang_get(void)
{
    return chosen;
}

const char *tr(const char *zh, const char *en)
{
    return chosen == LANG_EN ? en : zh;
}
