/*
 * lang: the language of what a person reads (SPEC 1.2).
 *
 * A program chooses once, at its start, and every sentence it prints is written in both languages where it is
 * printed: tr("中文", "English").  Sentences of findings are not in the code at all but in the catalogue
 * (pipeline/rules/findings.xml), and take the same choice.  The language never changes codes, figures or exit status.
 */
#ifndef ANJUAN_LANG_H
#define ANJUAN_LANG_H

#include <stdbool.h>

typedef enum { LANG_ZH, LANG_EN } Lang;

/* Chooses from NAME ("zh" or "en", NULL for none given), else from LC_ALL, else LANG when they begin with zh or
 * en, else Chinese.  False when NAME is neither; the choice is then left as it was. */
bool lang_choose(const char *name);

/* True when the user named the language (--lang): published results are Chinese unless he did. */
bool lang_is_named(void);

void lang_set(Lang lang);
Lang lang_get(void);

/* The sentence in the chosen language.  Both are returned as they are; nothing is allocated.  The attribute lets
 * the compiler check format strings through the call. */
const char *tr(const char *zh, const char *en) __attribute__((format_arg(1), format_arg(2)));

#endif
