/*
 * phrase: filling the places of a sentence of the catalogue with what a finding carries.
 *
 * {name} is a parameter as it stands, made safe to show; {name:form} a form of it: number, date, month,
 * instant, money, bytes, place, list (one a line, joined), places (the same of places), papers (the same of
 * doc-types, "service-receipt:demand" the receipt of another), folders (a list of "6 PATH": six things in
 * that folder), beside (a path, by its name alone where the finding's file lies in the same folder), or a class
 * of vocabulary.h, for one id or several parted by blanks ("and") or by | ("or").
 * The names casefile, file and place stand for those of the finding.  A part in [ ] is left out when a value
 * in it is empty; such parts do not nest.
 */
#ifndef ANJUAN_PHRASE_H
#define ANJUAN_PHRASE_H

#include <stdbool.h>

#include <glib.h>

#include "rec_common.h"

/* A list shows so many of its items and says how many there are in all. */
#define PHRASE_LIST_MAX 20

/* TEMPLATE filled from FINDING in the chosen language.  Caller frees. */
char *phrase_fill(const char *template, const Finding *finding);
/* True when TEMPLATE is well formed and its forms are known; else an input fault that says what is wrong. */
gboolean phrase_check(const char *template, GError **error);

#endif
